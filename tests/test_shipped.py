"""Words and models that ship: found in a checkout, found in an installed wheel, whole in both."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from assistant.shipped import PACKAGE, shipped

ROOT = PACKAGE.parent


def test_a_checkout_uses_the_folders_beside_the_package() -> None:
    """An editable install has only those."""
    assert shipped("prompts") == ROOT / "prompts"
    assert shipped("models") == ROOT / "models"


def test_an_installed_package_uses_what_it_carries(tmp_path: Path) -> None:
    """What lies inside the package wins over a folder of that name beside it."""
    package = tmp_path / "assistant"
    (package / "_shipped" / "prompts").mkdir(parents=True)
    (tmp_path / "prompts").mkdir()
    assert shipped("prompts", package=package) == package / "_shipped" / "prompts"


def test_a_broken_installation_says_so(tmp_path: Path) -> None:
    """Both places are named."""
    with pytest.raises(FileNotFoundError, match="install Lodestar again"):
        shipped("prompts", package=tmp_path / "assistant")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as a release is."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q", "-w", str(folder), "."]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_carries_every_shipped_file_and_nothing_of_the_training(wheel: Path) -> None:
    """Prompts and models are inside the package, byte for byte; training text and tests are not."""
    with zipfile.ZipFile(wheel) as carried:
        names = {name for name in carried.namelist() if not name.endswith("/")}
        for folder in ("prompts", "models"):
            for file in (ROOT / folder).rglob("*"):
                inside = file.relative_to(ROOT).as_posix()
                if file.is_dir() or inside.startswith("models/training/") or "__pycache__" in inside:
                    continue
                assert f"assistant/_shipped/{inside}" in names, f"the wheel lacks {inside}"
                assert carried.read(f"assistant/_shipped/{inside}") == file.read_bytes()
    assert not [name for name in names if "training" in name or name.startswith("tests")]
    assert "assistant/py.typed" in names


@pytest.mark.prove
def test_the_wheel_runs_in_an_environment_of_its_own(wheel: Path, tmp_path: Path) -> None:
    """Installed away from the checkout, with the dependencies that are here, it saves, asks and searches."""
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "env")], check=True)
    (site,) = (tmp_path / "env" / "lib").glob("python*/site-packages")
    with zipfile.ZipFile(wheel) as carried:
        carried.extractall(site)
    here = Path(sys.executable).parent.parent / "lib" / site.parent.name / "site-packages"
    for installed in here.iterdir():  # everything but Lodestar itself
        if "lodestar" not in installed.name.lower() and installed.name not in ("assistant", "__pycache__"):
            (site / installed.name).symlink_to(installed)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LODESTAR_VAULT": str(tmp_path / "vault")}

    def run(*arguments: str, words: str = "") -> str:
        done = subprocess.run(
            [str(python), "-m", "assistant", *arguments],
            input=words,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert (
        str(site)
        in subprocess.run(
            [str(python), "-c", "import assistant; print(assistant.__file__)"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    run("write", "The heron stood in the canal again.")
    assert '"reply"' in run("chat", "--jsonl", words='{"text": "Nobody ever listens to me at work."}\n')
    assert "heron" in run("search", "bird in the water")
    assert '"ok": false' not in run("doctor", "--json")
