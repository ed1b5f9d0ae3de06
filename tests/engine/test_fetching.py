"""Fetching is tried against a loopback hub that cuts, lies, leads astray and fills the disk."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant.engine.catalogue import Catalogue, CatalogueModel
from assistant.engine.fetching import contacted, fetch, hub_endpoint
from assistant.engine.pins import read_pins, with_pins, write_pin
from assistant.errors import DiskFull, FetchFailed, ModelRefused, UsageError

MakeGguf = Callable[..., bytes]


@dataclass
class LoopbackHub:
    """One file to be had, and how its server misbehaves."""

    content: bytes
    etag: str = ""
    cut_after: list[int] = field(default_factory=list)
    """For each of the next downloads: how many bytes come before the line breaks."""
    wrong: bytes = b""
    """Sent in place of the content."""
    elsewhere: str = ""
    """Where downloads are led instead."""
    status: int = 200
    keeps_ranges: bool = True
    size: int | None = None
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    """Method, path and headers of every request."""
    address: str = ""

    @property
    def sha256(self) -> str:
        """Hash of the file as it should be."""
        return hashlib.sha256(self.content).hexdigest()


def _handler(hub: LoopbackHub) -> type[BaseHTTPRequestHandler]:  # noqa: C901 -- a server's ways to misbehave
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._note()
            if hub.status != 200:
                self._answer(hub.status, {"Content-Length": "0"})
                return
            size = hub.size if hub.size is not None else len(hub.content)
            etag = hub.etag or hub.sha256
            self._answer(200, {
                "X-Linked-Size": str(size), "X-Linked-ETag": f'"{etag}"', "ETag": f'"{etag}"',
                "X-Repo-Commit": "c" * 40, "Content-Length": str(size),
            })  # fmt: skip

        def do_GET(self) -> None:
            self._note()
            if "/files/" in self.path:
                self._send_file()
                return
            name = self.path.rsplit("/", 1)[1]
            target = hub.elsewhere or f"{hub.address}/files/{name}"
            self._answer(302, {"Location": target, "Content-Length": "0"})

        def _send_file(self) -> None:
            content = hub.wrong or hub.content
            start = 0
            asked = self.headers.get("Range")
            if asked and hub.keeps_ranges:
                start = int(asked.removeprefix("bytes=").split("-")[0])
            headers = {"Content-Length": str(len(content) - start)}
            if start:
                headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
            self._answer(206 if start else 200, headers)
            if hub.cut_after:
                self.wfile.write(content[start : start + hub.cut_after.pop(0)])
                self.wfile.flush()
                self.close_connection = True
                self.connection.close()
            else:
                self.wfile.write(content[start:])

        def _answer(self, status: int, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def _note(self) -> None:
            hub.asked.append((self.command, self.path, {key.lower(): value for key, value in self.headers.items()}))

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def served(hub: LoopbackHub) -> Iterator[LoopbackHub]:
    """Serve it until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hub))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    hub.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


MODEL_BYTES = 3_000_000
"""Enough that a download comes in more than one chunk."""


@pytest.fixture
def hub(gguf: MakeGguf) -> Iterator[LoopbackHub]:
    """A hub with one small model."""
    with served(LoopbackHub(gguf(elements=MODEL_BYTES // 4))) as hub:
        yield hub


def model(**changed: object) -> CatalogueModel:
    """A catalogue entry for that model."""
    said: dict[str, object] = {
        "name": "tiny", "title": "Tiny", "role": "chat", "file": "tiny.gguf", "repository": "someone/tiny-GGUF",
        "licence": "Apache-2.0", "parameters": 64, "quantization": "F32", "context_tokens": 4096,
        "chat_format": "chatml", **changed,
    }  # fmt: skip
    return CatalogueModel.model_validate(said)


def left(folder: Path) -> list[str]:
    """Return the names of all files below a folder."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_model_comes_whole_and_its_hash_is_written_down(hub: LoopbackHub, tmp_path: Path) -> None:
    """Progress is told to the last byte; the unknown hash is pinned, and the catalogue then knows it."""
    told: list[tuple[int, int]] = []
    fetched = fetch(model(), tmp_path, hub.address, lambda done, whole: told.append((done, whole)))
    assert fetched.path.read_bytes() == hub.content
    assert (fetched.sha256, fetched.newly_pinned) == (hub.sha256, True)
    assert told[0][0] == 0
    assert told[-1] == (len(hub.content), len(hub.content))
    assert read_pins(tmp_path) == {"tiny": hub.sha256}
    known = with_pins(Catalogue(model=(model(),)), read_pins(tmp_path))
    assert known.of_hash(hub.sha256) is not None


def test_a_model_that_is_here_is_not_fetched_again(hub: LoopbackHub, tmp_path: Path) -> None:
    """A second fetch asks for nothing; one whose file was altered since asks again."""
    path = fetch(model(), tmp_path, hub.address).path
    hub.asked.clear()
    assert fetch(model(), tmp_path, hub.address).path == path
    assert hub.asked == []
    path.write_bytes(b"altered")
    assert fetch(model(), tmp_path, hub.address).path.read_bytes() == hub.content


def test_nothing_that_names_the_person_goes_along(
    hub: LoopbackHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No token, cookie, trace id or telling user agent is sent, and nothing but the file is asked for."""
    monkeypatch.setenv("HF_TOKEN", "hf_canary")
    fetch(model(), tmp_path, hub.address)
    assert {path.rsplit("/", 1)[1] for _method, path, _headers in hub.asked} == {"tiny.gguf"}
    for _method, _path, headers in hub.asked:
        assert headers["user-agent"] == "lodestar"
        assert not {"authorization", "cookie", "x-amzn-trace-id"} & set(headers)
        assert "canary" not in str(headers)


def test_a_line_that_breaks_is_taken_up_again(hub: LoopbackHub, tmp_path: Path, no_waiting: None) -> None:
    """Each break costs one more request from where it broke, and the file comes whole."""
    hub.cut_after = [1_000_000, 500_000]
    assert fetch(model(), tmp_path, hub.address).path.read_bytes() == hub.content
    ranges = [headers["range"] for _method, path, headers in hub.asked if "range" in headers and "/files/" in path]
    assert len(ranges) == 2
    assert all(int(one.removeprefix("bytes=").split("-")[0]) > 0 for one in ranges)


def test_a_fetch_that_was_given_up_goes_on_the_next_day(hub: LoopbackHub, tmp_path: Path, no_waiting: None) -> None:
    """What came stays, and the next try asks only for the rest."""
    hub.cut_after = [1_500_000] + [0] * 20
    with pytest.raises(FetchFailed) as caught:
        fetch(model(), tmp_path, hub.address)
    assert "stays" in caught.value.hint
    (part,) = left(tmp_path)
    assert part.endswith(".part")
    hub.cut_after, hub.asked = [], []
    fetch(model(), tmp_path, hub.address)
    (asked,) = [headers["range"] for _method, path, headers in hub.asked if "/files/" in path]
    assert int(asked.removeprefix("bytes=").split("-")[0]) >= 1_000_000
    assert left(tmp_path) == ["pins.json", "tiny.gguf"]


def test_a_server_that_ignores_ranges_sends_it_all_again(hub: LoopbackHub, tmp_path: Path, no_waiting: None) -> None:
    """The beginning is not written twice into the file."""
    hub.cut_after, hub.keeps_ranges = [1_000_000], False
    assert fetch(model(), tmp_path, hub.address).path.read_bytes() == hub.content


@pytest.mark.parametrize("known", [True, False])
def test_wrong_bytes_are_deleted(known: bool, hub: LoopbackHub, tmp_path: Path) -> None:
    """A file of the right size with one byte changed is refused, by the catalogue's hash or by the hub's own."""
    hub.wrong = hub.content[:-1] + b"\x01"
    with pytest.raises(ModelRefused, match="not the file"):
        fetch(model(sha256=hub.sha256 if known else ""), tmp_path, hub.address)
    assert left(tmp_path) == []


def test_another_file_under_a_known_name_is_refused_before_it_comes(hub: LoopbackHub, tmp_path: Path) -> None:
    """Where the hub names another hash than the catalogue or the pin, nothing is downloaded."""
    with pytest.raises(ModelRefused, match="another file"):
        fetch(model(sha256="a" * 64), tmp_path, hub.address)
    write_pin(tmp_path, "tiny", "b" * 64)
    with pytest.raises(ModelRefused, match="another file"):
        fetch(model(), tmp_path, hub.address)
    assert not any("/files/" in path for _method, path, _headers in hub.asked)


def test_a_wrong_size_is_refused_before_it_comes(hub: LoopbackHub, tmp_path: Path) -> None:
    """The catalogue's size and the hub's must agree."""
    with pytest.raises(ModelRefused, match="bytes under the name"):
        fetch(model(bytes=5), tmp_path, hub.address)


def test_a_hub_that_leads_elsewhere_is_not_followed(hub: LoopbackHub, tmp_path: Path) -> None:
    """A redirect to a host that was not named ends the fetch before anything is sent there."""
    for elsewhere in ("http://192.0.2.1/tiny.gguf", "http://evil-hf.co/tiny.gguf", "http://127.0.0.1:9/tiny.gguf"):
        hub.elsewhere = elsewhere
        with pytest.raises(ModelRefused, match="not one of its own servers"):
            fetch(model(), tmp_path, hub.address)


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    """Bytes that come whole but are no GGUF file are deleted."""
    with served(LoopbackHub(b"<html>please log in</html>" * 100)) as hub, pytest.raises(ModelRefused, match="GGUF"):
        fetch(model(), tmp_path, hub.address)
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("status", "said"), [(404, "does not have"), (401, "account"), (403, "does not give"), (500, "500")]
)
def test_a_refusal_of_the_hub_is_said_in_words(status: int, said: str, hub: LoopbackHub, tmp_path: Path) -> None:
    """Each names what the person can do nothing about."""
    hub.status = status
    with pytest.raises(FetchFailed, match=said):
        fetch(model(), tmp_path, hub.address)


def test_a_hub_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    """No server at that address is a broken line, not a traceback."""
    with pytest.raises(FetchFailed, match="line"):
        fetch(model(), tmp_path, "http://127.0.0.1:9")


def test_a_disk_without_room_is_noticed_first(hub: LoopbackHub, tmp_path: Path) -> None:
    """Nothing is asked for that would not fit."""
    with pytest.raises(DiskFull, match="free"):
        fetch(model(), tmp_path, hub.address, free_bytes=lambda _folder: 1_000_000)
    assert not any("/files/" in path for _method, path, _headers in hub.asked)


FETCH = """
import sys
from pathlib import Path
from assistant.engine.catalogue import CatalogueModel
from assistant.engine.fetching import fetch
from assistant.errors import LodestarError
LIMIT
model = CatalogueModel.model_validate_json(sys.argv[1])
try:
    fetch(model, Path(sys.argv[2]), sys.argv[3])
except LodestarError as error:
    print(type(error).__name__, error.message)
"""
LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000000, 1000000))
"""


def run(hub: LoopbackHub, folder: Path, limit: str = "", prefix: tuple[str, ...] = ()) -> str:
    """Fetch in a process of its own."""
    code = [sys.executable, "-c", FETCH.replace("LIMIT", limit), model().model_dump_json(), str(folder), hub.address]
    return subprocess.run([*prefix, *code], capture_output=True, text=True, check=True).stdout.strip()


def test_a_disk_that_fills_up_on_the_way_keeps_what_came(hub: LoopbackHub, tmp_path: Path) -> None:
    """Where a file may grow no further the person is told, and the next try goes on from there."""
    assert run(hub, tmp_path, LIMIT).startswith("DiskFull")
    (part,) = tmp_path.rglob("*.part")
    assert part.stat().st_size > 0
    assert run(hub, tmp_path) == ""
    assert left(tmp_path) == ["pins.json", "tiny.gguf"]


def test_a_trace_shows_no_other_host(hub: LoopbackHub, tmp_path: Path) -> None:
    """A system-call trace of a whole fetch shows connections to the hub's address and to no other."""
    strace = shutil.which("strace")
    if strace is None:
        if os.environ.get("LODESTAR_TOOLS_REQUIRED"):
            pytest.fail("strace is not installed")
        pytest.skip("strace is not installed")
    log = tmp_path / "trace"
    assert (
        run(hub, tmp_path / "models", prefix=(strace, "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(log))) == ""
    )
    lines = [line for line in log.read_text(errors="replace").splitlines() if "AF_INET" in line]
    port = hub.address.rsplit(":", 1)[1]
    assert lines
    assert all(f"htons({port})" in line and "127.0.0.1" in line for line in lines)


def test_a_folder_that_takes_nothing_is_said_in_words(hub: LoopbackHub, tmp_path: Path) -> None:
    """Where the models cannot be kept, the person is told which folder it is."""
    (tmp_path / "models").write_text("a file stands where the folder should be")
    with pytest.raises(FetchFailed, match="models"):
        fetch(model(), tmp_path / "models", hub.address)


def test_the_mirror_is_honoured() -> None:
    """`HF_ENDPOINT` names another hub; what is no address is refused."""
    assert hub_endpoint({}) == "https://huggingface.co"
    assert hub_endpoint({"HF_ENDPOINT": "https://hub.example/"}) == "https://hub.example"
    assert "hub.example" in contacted("https://hub.example")
    for wrong in (
        "hub.example",
        "file:///etc",
        "ftp://hub.example",
        "https://me:secret@hub.example",
        "https://",
        "https://[x",
    ):
        with pytest.raises(UsageError):
            hub_endpoint({"HF_ENDPOINT": wrong})


@pytest.mark.parametrize("content", ["", "[]", "{", '{"tiny": 5}', '{"tiny": "short"}'])
def test_broken_pins_pin_nothing(content: str, tmp_path: Path) -> None:
    """A file that holds no pins is as good as none."""
    (tmp_path / "pins.json").write_text(content)
    assert read_pins(tmp_path) == {}


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the hub's library try again at once, and take pieces as small as this file."""
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 100_000)
    monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda _seconds: None)
