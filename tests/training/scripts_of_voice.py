"""Load a module of `models/training/voice`, which is no package: its scripts stand alone."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

VOICE = Path(__file__).parents[2] / "models" / "training" / "voice"


def load(name: str) -> ModuleType:
    """Return the module of that name."""
    if sys.path[0] != str(VOICE):
        sys.path.insert(0, str(VOICE))
    for sibling in VOICE.glob("*.py"):  # another folder's scripts may have modules of the same names
        if getattr(sys.modules.get(sibling.stem), "__file__", str(sibling)) != str(sibling):
            del sys.modules[sibling.stem]
    spec = importlib.util.spec_from_file_location(name, VOICE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module
