"""Models that other programs keep here are found, named rightly and read; what is foreign or hostile says why not."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.bootstrap.models import catalogue
from assistant.engine.finding import FoundModel, find_models
from assistant.engine.hardware import Machine, this_machine
from assistant.engine.model_file import ModelFile
from assistant.engine.recommendation import best, options, sentence
from assistant.engine.stores import Origin, Places

MakeGguf = Callable[..., bytes]
GIB = 1 << 30


def put(path: Path, content: bytes) -> Path:
    """Write a file and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def ollama(home: Path, name: str, weights: bytes, manifest: bytes | None = None) -> None:
    """Keep a model as Ollama does: a manifest that names a blob by its hash."""
    models = home / ".ollama" / "models"
    digest = hashlib.sha256(weights).hexdigest()
    put(models / "blobs" / f"sha256-{digest}", weights)
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}", "size": len(weights)}
    licence = {"mediaType": "application/vnd.ollama.image.license", "digest": "sha256:" + "0" * 64, "size": 1}
    said = json.dumps({"schemaVersion": 2, "layers": [licence, layer]}).encode()
    put(models / "manifests" / name, said if manifest is None else manifest)


def hub_cache(home: Path, repository: str, file: str, weights: bytes) -> Path:
    """Keep a model as the hub's cache does: a link in a snapshot to a blob."""
    folder = home / ".cache/huggingface/hub" / ("models--" + repository.replace("/", "--"))
    blob = put(folder / "blobs" / hashlib.sha256(weights).hexdigest(), weights)
    link = folder / "snapshots" / ("c" * 40) / file
    link.parent.mkdir(parents=True)
    link.symlink_to(os.path.relpath(blob, link.parent))
    return link


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A person's home."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def found(home: Path, tmp_path: Path) -> Callable[..., dict[str, FoundModel]]:
    """Look into every store of that home and return what is there, by name."""

    def look(*named: Path) -> dict[str, FoundModel]:
        places = Places.usual(tmp_path / "fetched", named, {"HOME": str(home)})
        own = [(origin, folder) for origin, folder in places.folders if folder.is_relative_to(tmp_path)]
        return {model.name: model for model in find_models(Places(own))}

    return look


def test_every_store_is_looked_into(
    home: Path, tmp_path: Path, starter: ModelFile, gguf: MakeGguf, found: Callable[..., dict[str, FoundModel]]
) -> None:
    """Ollama by its manifests, LM Studio, the hub's cache, llama.cpp's and a named folder: all named as there."""
    ollama(home, "registry.ollama.ai/library/smollm2/135m", starter.path.read_bytes())
    ollama(home, "registry.ollama.ai/someone/theirs/latest", gguf({"general.name": "Theirs"}))
    put(home / ".lmstudio/models/maker/model-GGUF/model-Q4_K_M.gguf", gguf({"general.name": "Maker's"}))
    put(home / ".lmstudio/models/maker/model-GGUF/mmproj-model.gguf", gguf({"general.name": "Eyes"}))
    hub_cache(home, "owner/repo-GGUF", "cached.gguf", gguf({"general.name": "Cached"}))
    put(home / ".cache/llama.cpp/owner_repo_file.gguf", gguf({"general.name": "By llama.cpp"}))
    put(tmp_path / "mine" / "own.gguf", gguf({"general.name": "Own"}))
    here = found(tmp_path / "mine")
    assert {name: model.origin for name, model in here.items()} == {
        "own": Origin.FOLDER,
        "smollm2:135m": Origin.OLLAMA,
        "someone/theirs:latest": Origin.OLLAMA,
        "maker/model-GGUF/model-Q4_K_M": Origin.LM_STUDIO,
        "owner/repo-GGUF/cached": Origin.HUB,
        "owner_repo_file": Origin.LLAMA_CPP,
    }
    starter_found = here["smollm2:135m"]
    assert starter_found.header is not None
    assert (starter_found.chat_format, starter_found.header.parameters) == ("chatml", 134_515_008)
    assert all(model.speaks for model in here.values())


def test_hostile_and_foreign_files_say_why_not(
    home: Path, tmp_path: Path, gguf: MakeGguf, found: Callable[..., dict[str, FoundModel]]
) -> None:
    """Cut, foreign, wordless, part, linked out of the folder, leading nowhere, a pipe: each with its reason."""
    mine, outside = tmp_path / "mine", put(tmp_path / "elsewhere" / "secret.gguf", gguf())
    put(mine / "cut.gguf", gguf()[:-10])
    put(mine / "foreign.gguf", b"<html>not found</html>")
    put(mine / "wordless.gguf", gguf({"tokenizer.chat_template": ""}))
    put(mine / "strange.gguf", gguf({"tokenizer.chat_template": "### Human:"}))
    put(mine / "big-00001-of-00003.gguf", gguf())
    (mine / "link.gguf").symlink_to(outside)
    (mine / "gone.gguf").symlink_to(mine / "nothing.gguf")
    (mine / "loop.gguf").symlink_to(mine / "loop.gguf")
    os.mkfifo(mine / "pipe.gguf")
    (mine / "folder").symlink_to(outside.parent)
    problems = {name: model.problem for name, model in found(mine).items()}
    assert problems.pop("cut") == "is cut short"
    assert problems.pop("foreign") == "is not a GGUF file"
    assert problems.pop("wordless") == "is not a chat model"
    assert "chat format" in problems.pop("strange")
    assert "parts" in problems.pop("big-00001-of-00003")
    assert "out of its folder" in problems.pop("link")
    assert "nowhere" in problems.pop("gone") + problems.pop("loop")
    assert "plain file" in problems.pop("pipe")
    assert problems == {}


MANIFESTS = {
    "no JSON": b"{",
    "a list": b"[]",
    "no layers": b"{}",
    "no weights": b'{"layers": []}',
    "a path": b'{"layers": [{"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:../../x"}]}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("kind", MANIFESTS)
def test_a_broken_manifest_names_no_file(kind: str, home: Path, found: Callable[..., dict[str, FoundModel]]) -> None:
    """A manifest that is no manifest, or whose hash is a path, leads to nothing."""
    ollama(home, "registry.ollama.ai/library/broken/latest", b"weights", MANIFESTS[kind])
    assert [model.problem for model in found().values()] == ["has a manifest that cannot be read"]


def test_a_manifest_without_its_weights_says_so(home: Path, found: Callable[..., dict[str, FoundModel]]) -> None:
    """A blob that was deleted is named, not crashed on."""
    ollama(home, "registry.ollama.ai/library/gone/latest", b"weights")
    shutil.rmtree(home / ".ollama/models/blobs")
    assert [model.problem for model in found().values()] == ["leads nowhere"]


def test_one_file_is_found_once(
    home: Path, tmp_path: Path, gguf: MakeGguf, found: Callable[..., dict[str, FoundModel]]
) -> None:
    """Two links to the same bytes are one model; a folder that is missing or unreadable costs nothing."""
    link = hub_cache(home, "owner/repo", "one.gguf", gguf())
    second = link.parent.parent / ("d" * 40) / "one.gguf"
    second.parent.mkdir()
    second.symlink_to(os.readlink(link))
    assert list(found(tmp_path / "missing")) == ["owner/repo/one"]


def test_the_environment_moves_the_stores(tmp_path: Path) -> None:
    """Each program's own variable is honoured."""
    named = {"OLLAMA_MODELS": "/o", "HF_HUB_CACHE": "/h", "LLAMA_CACHE": "/l", "HOME": "/home/one"}
    folders = dict(Places.usual(tmp_path, (), named).folders)
    assert (folders[Origin.OLLAMA], folders[Origin.HUB]) == (Path("/o"), Path("/h"))
    assert folders[Origin.LLAMA_CPP] == Path("/l")
    assert dict(Places.usual(tmp_path, (), {"HF_HOME": "/hf", "HOME": "/h"}).folders)[Origin.HUB] == Path("/hf/hub")


def test_the_recommendation_fits_the_machine(tmp_path: Path) -> None:
    """More cores and memory take a larger model; one too small for any takes the starter; it is one sentence."""
    offered = options([], catalogue(), 4096)
    chosen = {}
    for name, machine in {
        "old": Machine(2 * GIB, GIB, 1),
        "laptop": Machine(16 * GIB, 10 * GIB, 4),
        "desk": Machine(32 * GIB, 28 * GIB, 8),
        "graphics": Machine(32 * GIB, 20 * GIB, 8, gpu_bytes=16 * GIB),
    }.items():
        option = best(offered, machine)
        chosen[name] = option.parameters if option else 0
        said = sentence(option, machine)
        assert f"{machine.cores} core" in said
        assert option is None or option.name in said
    assert chosen["old"] <= 1e9 < chosen["laptop"] < 5e9 < chosen["desk"] < 1e10 < chosen["graphics"]
    nothing = sentence(best(offered, Machine(GIB, GIB // 4, 1)), Machine(GIB, GIB // 4, 1))
    assert "starter" in nothing


def test_a_model_that_is_here_is_picked_first(
    home: Path, gguf: MakeGguf, found: Callable[..., dict[str, FoundModel]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Among models of a class the one that need not be fetched is recommended, with where it is."""
    from dataclasses import replace

    ollama(home, "registry.ollama.ai/library/llama3.1/8b", gguf({"general.name": "Llama 3.1 8B"}))
    (model,) = found().values()
    assert model.header is not None
    big = replace(model, header=replace(model.header, parameters=8_000_000_000, file_bytes=5_000_000_000))
    option = best(options([big], catalogue(), 4096), Machine(32 * GIB, 28 * GIB, 8))
    assert option is not None
    assert option.path == model.path
    assert "already here (Ollama)" in sentence(option, Machine(32 * GIB, 28 * GIB, 8))


def test_this_machine_is_measured() -> None:
    """Memory and cores are those of a real machine."""
    machine = this_machine()
    assert 0 < machine.free_bytes <= machine.memory_bytes
    assert machine.cores >= 1
