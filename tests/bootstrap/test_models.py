"""A model is chosen by its name in a list, checked, and remembered; nothing unknown or too large is opened."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from assistant.bootstrap.models import add_folder, catalogue, choose, models_here, recommended, voice_file
from assistant.bootstrap.servers import model_server
from assistant.bootstrap.voices import Voices
from assistant.engine.finding import find_starter
from assistant.engine.hardware import Machine
from assistant.engine.stores import Origin
from assistant.errors import ModelRefused, UsageError
from assistant.settings import ServerSettings, Settings, VoiceSettings, load_settings

GIB = 1 << 30
DESK = Machine(32 * GIB, 28 * GIB, 8)


@pytest.fixture
def in_ollama() -> str:
    """The starter's file in Ollama's store, under Ollama's name for it."""
    starter = find_starter()
    assert starter is not None
    digest = next(catalogue().for_role("chat")).sha256
    models = Path(os.environ["HOME"]) / ".ollama" / "models"
    (models / "blobs").mkdir(parents=True)
    (models / "blobs" / f"sha256-{digest}").write_bytes(starter.read_bytes())
    manifest = models / "manifests/registry.ollama.ai/library/smollm2/135m"
    manifest.parent.mkdir(parents=True)
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}"}
    manifest.write_text(json.dumps({"layers": [layer]}))
    return "smollm2:135m"


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """A model that nobody knows: the starter under another name, so with other bytes."""
    starter = find_starter()
    assert starter is not None
    path = tmp_path / "mine" / "stranger.gguf"
    path.parent.mkdir()
    path.write_bytes(starter.read_bytes().replace(b"apache-2.0", b"apache-2.1", 1))
    return path


def test_a_model_in_ollamas_store_is_chosen_by_ollamas_name(in_ollama: str) -> None:
    """Its bytes are known, so no yes is needed; the list then says that it is chosen."""
    here = {model.found.name: model for model in models_here()}
    assert here[in_ollama].known
    assert here[in_ollama].found.origin is Origin.OLLAMA
    chosen = choose(in_ollama, machine=DESK)
    assert chosen.path == here[in_ollama].path.resolve()
    assert next(model for model in models_here() if model.chosen).found.name == in_ollama
    assert voice_file(load_settings()).sha256 == hashlib.sha256(chosen.path.read_bytes()).hexdigest()


def test_a_stranger_is_chosen_only_with_a_yes(stranger: Path) -> None:
    """A refusal leaves the choice as it was; a yes is remembered by the hash, and ends when the bytes change."""
    add_folder(stranger.parent)
    assert "stranger" in {model.name for model in models_here()}
    with pytest.raises(ModelRefused) as caught:
        choose("stranger", machine=DESK)
    assert "--yes" in caught.value.hint
    assert load_settings().voice.model is None
    choose("stranger", trust=True, machine=DESK)
    assert voice_file(load_settings()).path == stranger
    with stranger.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelRefused):
        voice_file(load_settings())


def test_a_model_too_large_for_this_machine_is_not_chosen(stranger: Path) -> None:
    """It is refused with what it needs and what is free, and the choice stays."""
    with pytest.raises(ModelRefused, match="GiB are free"):
        choose(str(stranger), trust=True, machine=Machine(GIB, GIB // 4, 2))
    assert load_settings().voice.model is None


def test_a_name_that_is_not_here_says_how_to_get_it() -> None:
    """A model of the catalogue names the line to type; any other says where to look."""
    with pytest.raises(ModelRefused) as caught:
        choose("qwen3-4b", machine=DESK)
    assert caught.value.hint == "Fetch it: lodestar llm get qwen3-4b"
    with pytest.raises(ModelRefused, match="no model nonsense"):
        choose("nonsense", machine=DESK)


def test_the_recommendation_is_one_sentence_with_what_to_type() -> None:
    """It fits the machine, and counts what is here."""
    said = recommended(models_here(), DESK)
    assert said.count("lodestar llm") == 1
    assert "32 GiB" in said


def test_going_back_to_the_starter_leaves_a_server() -> None:
    """`starter` undoes any other choice."""
    from assistant.settings import save_settings

    server = ServerSettings(url="http://127.0.0.1:9/v1", model="m")
    save_settings(Settings(voice=VoiceSettings(model="/nowhere.gguf", server=server)))
    assert choose("starter", machine=DESK).name == "smollm2-135m-instruct"
    assert (load_settings().voice.model, load_settings().voice.server) == (None, None)


async def test_a_server_elsewhere_that_was_not_agreed_to_is_never_contacted() -> None:
    """An address written into the settings by hand needs the same yes."""
    server, leaves = model_server("http://192.0.2.1:8000/v1", "m", "")
    assert leaves
    assert not server.agreed
    voices = Voices(Settings(voice=VoiceSettings(server=server)))
    assert voices.named(None) is None
    assert voices.missing is not None
    assert "not agreed" in voices.missing.message
    with pytest.raises(UsageError):
        model_server("http://me:key@127.0.0.1/v1", "m", "")
