"""`lodestar llm get`, whole: what it says beforehand, what it contacts, and that the model can then be chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from assistant.bootstrap.fetch import plan_fetch
from assistant.bootstrap.models import catalogue, choose, models_folder, models_here
from assistant.cli.models import app
from assistant.engine.hardware import Machine
from assistant.errors import UsageError
from tests.engine.conftest import make_gguf
from tests.engine.test_fetching import LoopbackHub, served

NAME = "qwen3-4b"
DESK = Machine(32 << 30, 28 << 30, 8)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackHub]:
    """A hub that gives a little file under any name."""
    with served(LoopbackHub(make_gguf({"general.name": "Qwen3 4B"}))) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        yield hub


def test_a_model_is_fetched_pinned_listed_and_chosen(hub: LoopbackHub) -> None:
    """One command brings it; its hash is written down, and it needs no further yes."""
    done = CliRunner().invoke(app, ["get", NAME, "--yes", "--json"])
    assert done.exit_code == 0, done.output
    assert f"This contacts {hub.address.removeprefix('http://')}" in done.stderr
    assert "written down" in done.stderr
    answer = json.loads(done.stdout)
    assert (answer["name"], answer["sha256"]) == (NAME, hub.sha256)
    known = catalogue().named(NAME)
    assert known is not None
    assert known.sha256 == hub.sha256
    (listed,) = [model for model in models_here() if model.name == NAME]
    assert (listed.known, listed.problem) == (True, "")
    assert choose(NAME, machine=DESK).sha256 == hub.sha256


def test_nothing_is_contacted_without_a_yes(hub: LoopbackHub) -> None:
    """Where nobody can be asked the command ends before the first request."""
    done = CliRunner().invoke(app, ["get", NAME])
    assert isinstance(done.exception, UsageError)
    assert "Apache-2.0" in done.stderr
    assert hub.asked == []
    assert not models_folder().exists() or not any(models_folder().iterdir())


def test_a_name_that_cannot_be_fetched_names_those_that_can() -> None:
    """The starter comes with a package; a name that nobody knows is no address."""
    for name in ("smollm2-135m-instruct", "../../etc/passwd", "https://elsewhere.example/x.gguf"):
        with pytest.raises(UsageError) as caught:
            plan_fetch(name)
        assert NAME in caught.value.hint
