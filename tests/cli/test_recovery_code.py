"""The recovery code that is printed once does what it is kept for."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_printed_code_sets_a_new_passphrase(lodestar: Run, environment: dict[str, str], tmp_path: Path) -> None:
    """A vault whose passphrase is forgotten is opened anew with what stood on the paper, however it is typed."""
    for name, secret in (("old", "open sesame"), ("new", "three herons")):
        (tmp_path / name).write_text(f"{secret}\n")
    environment["LODESTAR_PASSPHRASE_FILE"] = str(tmp_path / "old")
    environment["LODESTAR_NEW_PASSPHRASE_FILE"] = str(tmp_path / "new")
    made = lodestar("init", "--encrypt")
    (code,) = re.findall(r"^ +((?:[0-9A-Z]{4}-){7}[0-9A-Z]{4})$", made.stderr, re.MULTILINE)
    wrong = lodestar("passphrase", "--recovery")  # the passphrase is no code
    assert wrong.returncode == 12
    assert "recovery code" in wrong.stderr
    environment["LODESTAR_PASSPHRASE_FILE"] = str(tmp_path / "code")
    (tmp_path / "code").write_text(f"{code.lower().replace('-', ' ')}\n")
    done = lodestar("passphrase", "--recovery")
    assert done.returncode == 0, done.stderr
    environment["LODESTAR_PASSPHRASE_FILE"] = str(tmp_path / "new")
    assert lodestar("write", "still mine").returncode == 0
    environment["LODESTAR_PASSPHRASE_FILE"] = str(tmp_path / "old")
    assert lodestar("write", "not this way").returncode == 12
