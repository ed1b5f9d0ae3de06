"""Load a module of `models/training/voice`, which is no package: its scripts stand alone."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

VOICE = Path(__file__).parents[2] / "models" / "training" / "voice"


def load(name: str) -> ModuleType:
    """Return the module of that name."""
    if str(VOICE) not in sys.path:
        sys.path.append(str(VOICE))
    spec = importlib.util.spec_from_file_location(name, VOICE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module
