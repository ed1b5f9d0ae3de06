"""A model server words what the coach planned: the real one of llama-cpp-python, and others as scripts."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from assistant.engine.dialects import PARAMETERS_UNSAID, parameters_of
from assistant.engine.model_file import ModelFile
from assistant.engine.served_voice import ServedVoice
from assistant.engine.servers import checked_address, is_here, keep_key, read_key, what_leaves
from assistant.errors import EngineStopped, ModelRefused, UsageError
from assistant.ports import Ask, AskFinished, CandidateMade, PromptTurn, TokenDrawn, VoiceEvent

TURNS = (PromptTurn("system", "Ask one short question."), PromptTurn("user", "Late again."))
GRAMMAR = 'root ::= "What " [a-z ]{3,40} "?"'


@dataclass
class Script:
    """What a server says, and how it misbehaves."""

    owned_by: str = "llamacpp"
    pieces: tuple[str, ...] = ("What kept", " you?")
    cut_after: int | None = None
    """Break the line off after so many pieces."""
    status: int = 200
    location: str = ""
    models: bytes | None = None
    endless: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    address: str = ""


def _handler(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            script.keys.append(self.headers.get("Authorization"))
            said = {"data": [{"id": "m", "owned_by": script.owned_by, "max_model_len": 2048}]}
            self._answer(json.dumps(said).encode() if script.models is None else script.models)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            script.asked.append(json.loads(body))
            if script.status != 200:
                self._answer(b"{}")
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            for number, piece in enumerate(script.pieces):
                if number == script.cut_after:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self._event({"choices": [{"delta": {"content": piece}, "finish_reason": None}]})
            while script.endless:
                self._event({"choices": [{"delta": {"content": "and on " * 1000}}]})
            self._event({"choices": [{"delta": {}, "finish_reason": "stop"}], "usage": {"prompt_tokens": 21}})
            self.wfile.write(b"data: [DONE]\n\n")

        def _event(self, said: object) -> None:
            self.wfile.write(b"data: " + json.dumps(said).encode() + b"\n\n")
            self.wfile.flush()

        def _answer(self, content: bytes) -> None:
            self.send_response(script.status)
            if script.location:
                self.send_header("Location", script.location)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


Serve = Callable[..., Script]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start scripted servers; all end with the test."""
    running: list[ThreadingHTTPServer] = []

    def start(**said: Any) -> Script:
        script = Script(**said)
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(script))
        server.daemon_threads, server.block_on_close = True, False
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        running.append(server)
        script.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
        return script

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


async def events(script: Script, wanted: Ask | None = None, key: str = "") -> list[VoiceEvent]:
    """Ask a scripted server and return everything."""
    voice = ServedVoice(script.address, "m", key=key)
    try:
        return [event async for event in voice.ask(wanted or Ask(TURNS))]
    finally:
        await voice.close()


def made(said: list[VoiceEvent]) -> list[str]:
    """Return the candidates."""
    return [event.text for event in said if isinstance(event, CandidateMade)]


# ------------------------------------------------------------------------------------------- dialects


@pytest.mark.parametrize(
    ("owned_by", "keeps", "field_name", "value"),
    [
        ("llamacpp", True, "grammar", GRAMMAR),
        ("me", True, "grammar", GRAMMAR),
        ("vllm", True, "structured_outputs", {"grammar": GRAMMAR}),
        ("someone", False, "grammar", None),
    ],
)
async def test_each_kind_of_server_is_given_the_grammar_in_its_own_field(
    owned_by: str, keeps: bool, field_name: str, value: object, serve: Serve
) -> None:
    """A kind that takes a grammar gets it; an unknown one is sent nothing but OpenAI's own fields."""
    script = serve(owned_by=owned_by)
    voice = ServedVoice(script.address, "m")
    facts = await voice.facts()
    await voice.close()
    assert (facts.keeps_grammar, facts.context_tokens) == (keeps, 2048)
    assert made(await events(script, Ask(TURNS, grammar=GRAMMAR))) == ["What kept you?"]
    assert script.asked[-1].get(field_name) == value
    if not keeps:
        assert set(script.asked[-1]) <= {
            "model", "messages", "max_tokens", "temperature", "top_p", "seed", "stream",
        }  # fmt: skip


async def test_where_only_a_schema_is_offered_the_reply_is_taken_out_of_it(serve: Serve) -> None:
    """Ollama is asked for JSON; what is no such JSON is no candidate."""
    script = serve(owned_by="library", pieces=('{"reply": "What kept', ' you?"}'))
    assert made(await events(script, Ask(TURNS, grammar=GRAMMAR))) == ["What kept you?"]
    assert script.asked[-1]["response_format"]["type"] == "json_schema"
    for broken in ("What kept you?", "[1]", '{"reply": 5}', '{"other": ""}', "{"):
        assert made(await events(serve(owned_by="library", pieces=(broken,)), Ask(TURNS, grammar=GRAMMAR))) == []


async def test_candidates_have_seeds_of_their_own(serve: Serve) -> None:
    """Several candidates are several requests; each piece says whose it is, and the cost comes last."""
    script = serve()
    said = await events(script, Ask(TURNS, candidates=3, seed=5))
    assert made(said) == ["What kept you?"] * 3
    assert sorted(body["seed"] for body in script.asked) == [5, 6, 7]
    assert {event.candidate for event in said if isinstance(event, TokenDrawn)} == {0, 1, 2}
    assert isinstance(said[-1], AskFinished)
    assert said[-1].prompt_tokens == 21


async def test_an_opening_begins_every_candidate(serve: Serve) -> None:
    """The server is told how to begin; an answer that does not is mended, or dropped where a grammar held it."""
    script = serve(pieces=("you?",))
    assert made(await events(script, Ask(TURNS, opening="What kept"))) == ["What kept you?"]
    assert script.asked[-1]["messages"][-1]["content"].endswith("What kept")
    assert made(await events(script, Ask(TURNS, opening="What kept", grammar=GRAMMAR))) == []


async def test_thoughts_never_come_through(serve: Serve) -> None:
    """What a thinking model says to itself is neither in the pieces nor in the candidate."""
    script = serve(pieces=("<thi", "nk>She is a fraud.</th", "ink>\n\nWhat", " kept you?"))
    said = await events(script)
    assert made(said) == ["What kept you?"]
    assert "fraud" not in "".join(event.piece for event in said if isinstance(event, TokenDrawn))


@pytest.mark.parametrize(
    ("model", "parameters"),
    [
        ({"id": "m", "meta": {"n_params": 134515008}}, 134515008),
        ({"id": "qwen3:8b"}, 8_000_000_000),
        ({"id": "Qwen/Qwen2.5-1.5B-Instruct-AWQ"}, 1_500_000_000),
        ({"id": "mixtral-8x7b"}, 7_000_000_000),
        ({"id": "house-model", "meta": "?"}, PARAMETERS_UNSAID),
    ],
)
def test_a_served_models_size_is_read_from_what_it_says(model: dict[str, object], parameters: int) -> None:
    """As the server says, else by the model's name, else a guess that is large: nobody serves a starter."""
    assert parameters_of(model) == parameters


KINDS = {"llamacpp": "{}", "me": "{}", "vllm": "{}", "library": '{{"reply": "{}"}}', "someone": "{}"}
"""How each kind of server wraps an answer."""


@pytest.mark.parametrize("owned_by", KINDS)
@pytest.mark.parametrize("words", ["What did the rota look like on Monday?", "You should talk to Mark about the rota."])
async def test_a_conversation_through_each_kind_keeps_the_coachs_rules(
    owned_by: str, words: str, serve: Serve, vault_folder: Path
) -> None:
    """Good words or bad from the server, every reply passes the critic; a line that breaks leaves the bank to ask."""
    from assistant.coaching.critic import Ground, faults_of
    from assistant.core.ids import SessionId
    from assistant.vault import create
    from tests.coaching.coach_room import conversation

    message = "I always end up fixing Mark's rota because he'd only get it wrong."
    script = serve(owned_by=owned_by, pieces=(KINDS[owned_by].format(words),))
    voice = ServedVoice(script.address, "m")
    with create(vault_folder).vault as vault:
        for session, cut in (("whole", None), ("cut", 0)):
            script.cut_after = cut
            exchange = await conversation(vault, voice).reply(SessionId(session), message)
            assert faults_of(exchange.reply.text, Ground(message)) == []
            if cut is not None:
                assert exchange.reply.voice == "bank"
                assert any(reason.name == "voice" and "broke off" in reason.detail for reason in exchange.reasons)
        assert script.asked
        assert [entry.text for entry in vault.entries.between()] == [message, message]
    await voice.close()


async def test_changing_the_model_keeps_the_session(serve: Serve, vault_folder: Path) -> None:
    """A conversation goes on where it was, whoever words it: turns, questions and state are the vault's."""
    from assistant.core.ids import SessionId
    from assistant.vault import create
    from tests.coaching.coach_room import conversation

    session = SessionId("one")
    first = ServedVoice(serve().address, "m")
    second = ServedVoice(serve(owned_by="vllm", pieces=("Who told you that?",)).address, "m")
    said = ["I always end up fixing Mark's rota.", "He would only get it wrong, and then it is my evening again."]
    with create(vault_folder).vault as vault:
        replies = [
            (await conversation(vault, voice).reply(session, line)).reply
            for voice, line in zip((first, second), said, strict=True)
        ]
        kept = vault.sessions.session(session)
    assert [turn.said for turn in kept.turns] == said
    assert [turn.reply for turn in kept.turns] == replies
    assert replies[0].question != replies[1].question
    await first.close()
    await second.close()


# ------------------------------------------------------------------------------------------- when it goes wrong


async def test_a_plug_pulled_in_mid_reply_is_said_in_words(serve: Serve) -> None:
    """A line that breaks, and a stream that ends without an end, give no candidate."""
    for cut in (0, 1):
        with pytest.raises(EngineStopped, match="broke off") as caught:
            await events(serve(cut_after=cut))
        assert "lost" in caught.value.hint


async def test_a_server_that_is_not_there_is_said_in_words() -> None:
    """Nothing listens: the person reads where and what to do."""
    voice = ServedVoice("http://127.0.0.1:9/v1", "m")
    with pytest.raises(EngineStopped, match="no server"):
        await voice.facts()
    await voice.close()


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        (401, ModelRefused, "key"),
        (403, ModelRefused, "key"),
        (404, ModelRefused, "nothing"),
        (500, EngineStopped, "500"),
    ],
)
async def test_a_refusal_is_said_in_words(status: int, kind: type[Exception], said: str, serve: Serve) -> None:
    """A refused key, a wrong address and a failing server are three messages."""
    with pytest.raises(kind, match=said):
        await events(serve(status=status))


async def test_a_server_that_leads_elsewhere_is_not_followed(serve: Serve) -> None:
    """A redirect would carry what the person wrote to a host they did not name."""
    other = serve()
    with pytest.raises(ModelRefused, match="elsewhere"):
        await events(serve(status=307, location=other.address + "/models"))
    assert other.keys == []


async def test_a_model_that_is_not_there_names_those_that_are(serve: Serve) -> None:
    """The person sees what the server has."""
    voice = ServedVoice(serve().address, "other")
    with pytest.raises(ModelRefused) as caught:
        await voice.facts()
    assert "m" in caught.value.hint
    await voice.close()


@pytest.mark.parametrize("models", [b"<html>", b"[]", b'{"data": 5}', b"{}", b"[" * 50_000])
async def test_what_is_no_such_server_is_refused(models: bytes, serve: Serve) -> None:
    """A web page or any other JSON under that address is not a model server."""
    with pytest.raises(ModelRefused, match=r"protocol|no model"):
        await events(serve(models=models))


async def test_a_server_that_sends_without_end_is_left(serve: Serve) -> None:
    """Memory stays bounded whatever a server sends."""
    with pytest.raises(EngineStopped, match="without end"):
        await events(serve(endless=True))


async def test_the_key_goes_along_and_is_never_shown(serve: Serve) -> None:
    """The server gets the key; no repr holds it."""
    script = serve()
    await events(script, key="s3cret")
    assert script.keys == ["Bearer s3cret"]
    assert "s3cret" not in repr(ServedVoice(script.address, "m", key="s3cret"))


# ------------------------------------------------------------------------------------------- addresses and keys


def test_another_machine_is_named_before_anything_leaves() -> None:
    """This machine needs no yes; another one says who can read what, and whether the way is open."""
    assert what_leaves("http://127.0.0.1:8080/v1", "…") == what_leaves("http://localhost/v1", "…") == ()
    assert what_leaves("http://[::1]:8080/v1", "…") == ()
    said = " ".join(what_leaves("http://192.168.1.5:8000/v1", "Your words go there."))
    assert "192.168.1.5" in said
    assert "not encrypted" in said
    assert "not encrypted" not in " ".join(what_leaves("https://models.example/v1", "…"))
    assert not is_here("http://localhost.evil.example/v1")
    assert not is_here("http://127.0.0.1.evil.example/v1")


@pytest.mark.parametrize(
    "url",
    [
        *("", "8080", "ftp://a/v1", "http://", "http://me:key@a/v1", "http://a/v1?key=1", "a/v1"),
        *("http://[::1/v1", "http://a:port/v1", "http://a:99999/v1", "http://a b/v1", "http://a/v1\x00"),
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    """A key in an address would end up in the settings."""
    with pytest.raises(UsageError):
        checked_address(url)


def test_a_key_is_read_from_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    """Anyone else's eyes on the file, two lines, or nothing in it are refused; the key itself is in no message."""
    file = tmp_path / "key"
    file.write_text("s3cret\n")
    file.chmod(0o644)
    with pytest.raises(ModelRefused, match="Others"):
        read_key(f"file:{file}", "http://a/v1")
    file.chmod(0o600)
    assert read_key(f"file:{file}", "http://a/v1") == "s3cret"
    assert read_key("", "http://a/v1") == ""
    for content in ("", "two words", "s3cret\nanother", "clé", "x" * 5000):
        file.write_text(content)
        with pytest.raises(ModelRefused) as caught:
            read_key(f"file:{file}", "http://a/v1")
        assert "s3cret" not in caught.value.message + caught.value.hint
    for where in ("s3cret", "file:", "env:KEY"):
        with pytest.raises(UsageError):
            read_key(where, "http://a/v1")


def test_a_key_is_kept_in_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is put in under an address comes out under it, and under no other."""
    import keyring
    from keyring.backend import KeyringBackend

    class InMemory(KeyringBackend):
        priority = 1

        def __init__(self) -> None:
            super().__init__()  # type: ignore[no-untyped-call]
            self.held: dict[tuple[str, str], str] = {}

        def get_password(self, service: str, username: str) -> str | None:
            return self.held.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            self.held[service, username] = password

        def delete_password(self, service: str, username: str) -> None:
            del self.held[service, username]

    before = keyring.get_keyring()
    keyring.set_keyring(InMemory())
    try:
        keep_key("http://a:1/v1", "s3cret")
        assert read_key("keyring", "http://a:1/v1") == "s3cret"
        with pytest.raises(ModelRefused, match="no key"):
            read_key("keyring", "http://b:1/v1")
    finally:
        keyring.set_keyring(before)


def test_a_system_without_a_keyring_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a desktop has none: neither keeping a key nor reading it ends in anything but our own words."""
    import keyring
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]
    try:
        with pytest.raises(ModelRefused, match="keyring") as caught:
            keep_key("http://a:1/v1", "s3cret")
        assert "s3cret" not in caught.value.message + caught.value.hint
        with pytest.raises(ModelRefused, match="keyring"):
            read_key("keyring", "http://a:1/v1")
    finally:
        keyring.set_keyring(before)


# ------------------------------------------------------------------------------------------- a real server


@pytest.fixture(scope="module")
def real_server(starter: ModelFile) -> Iterator[str]:
    """The server of llama-cpp-python with the starter, on the loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(starter.path), "--model_alias", "starter"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "1024", "--n_threads", "1"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/v1"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/models", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                assert server.poll() is None, "the server ended"
                time.sleep(0.1)
        yield address
    finally:
        server.kill()
        server.wait()


async def test_a_real_server_words_under_a_grammar(real_server: str) -> None:
    """llama-cpp-python's own server, asked for two candidates under a grammar, keeps to it."""
    voice = ServedVoice(real_server, "starter")
    assert (await voice.facts()).keeps_grammar
    said = [event async for event in voice.ask(Ask(TURNS, grammar=GRAMMAR, candidates=2, max_tokens=48))]
    await voice.close()
    assert made(said)
    assert all(re.fullmatch(r"What [a-z ]{3,40}\?", text) for text in made(said))
