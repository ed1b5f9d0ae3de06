"""Make `.venv` ready: check the machine, install what the lock files name, show what takes long.

Runs on a bare Python with the standard library alone. Called by the Makefile; a second call with nothing changed
does nothing. Exits 1 with one line where something is missing.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
STEP = re.compile(r"\[(\d+)/(\d+)\] Building")


def fail(line: str) -> None:
    """Say in one line what is missing, and stop."""
    sys.exit(f"lodestar: {line}")


def check_machine() -> None:
    """Stop with one line where Python, its venv module or a C++ compiler is missing."""
    if sys.version_info < OLDEST:
        here = sys.version.split()[0]
        fail(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {here}. Try: make PYTHON=python3.12")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        fail("Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv")
    if not any(shutil.which(name) for name in (os.environ.get("CXX", "c++"), "c++", "g++", "clang++", "cl")):
        fail(
            "a C++ compiler is missing. Debian, Ubuntu: sudo apt install g++   macOS: xcode-select --install   "
            "or see 'a prebuilt llama-cpp-python' in README.md"
        )


def wanted(names: list[str]) -> str:
    """Return the fingerprint of what is to be installed."""
    files = [*(ROOT / "locks" / f"{name}.lock" for name in names), ROOT / "pyproject.toml"]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def run_pip(arguments: list[str]) -> None:
    """Run pip; show its progress, and the compiler's, on one line that is written over."""
    command = [str(PYTHON), "-m", "pip", "install", "-v", "--disable-pip-version-check", *arguments]
    log_path = VENV / "prepare.log"
    began = time.monotonic()
    with (
        log_path.open("a", encoding="utf8") as log,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", cwd=ROOT
        ) as pip,
    ):
        assert pip.stdout is not None
        for line in pip.stdout:
            log.write(line)
            show(line.strip(), time.monotonic() - began)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if pip.returncode:
        tail = "".join(log_path.read_text(encoding="utf8", errors="replace").splitlines(keepends=True)[-25:])
        print(tail, file=sys.stderr)
        fail(f"pip could not install everything (the whole log: {log_path})")


_shown = 0.0


def show(line: str, seconds: float) -> None:
    """Show one line of progress: on a terminal written over, elsewhere once every twenty seconds."""
    global _shown
    compiling = STEP.search(line)
    if compiling:
        text = f"compiling llama.cpp for this machine: {compiling[1]} of {compiling[2]} files, {seconds:.0f} s"
    elif line.startswith(("Collecting", "Building wheel", "Installing", "Downloading", "Using cached")):
        text = line[:100]
    else:
        return
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
    elif time.monotonic() - _shown > 20:
        _shown = time.monotonic()
        print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Bring `.venv` to what the named lock files say: `run starter`, and `test` for the tests."""
    names = sys.argv[1:] or ["run", "starter"]
    stamp = VENV / f"prepared-{'-'.join(names)}"
    target = wanted(names)
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == target:
        return
    check_machine()
    if not PYTHON.exists():
        print("making .venv", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    print("installing; the first time llama.cpp is compiled, about six minutes on two cores", file=sys.stderr)
    for name in names:
        run_pip(["--no-deps", "--require-hashes", "-r", f"locks/{name}.lock"])
    run_pip(["--no-deps", "--no-build-isolation", "-e", "."])
    stamp.write_text(target)


if __name__ == "__main__":
    main()
