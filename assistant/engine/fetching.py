"""Fetch a model of the catalogue from the Hugging Face Hub, or from the mirror that `HF_ENDPOINT` names.

This is the one place that reaches out. Every request, redirected ones too, passes a gate that lets through only the
file asked for, and only to hosts that the person was shown; nothing that names the person goes along. What came stays
when the line breaks, and the next try goes on from there. A file is used only once its whole hash is right.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast
from urllib.parse import urlsplit

from assistant.engine.catalogue import CatalogueModel
from assistant.engine.gguf_header import read_header
from assistant.engine.pins import read_pins, write_pin
from assistant.engine.servers import is_address
from assistant.errors import DiskFull, FetchFailed, ModelRefused, UsageError

if TYPE_CHECKING:
    import httpx2

HUB: Final = "https://huggingface.co"
FILE_SERVERS: Final = (".huggingface.co", ".hf.co")
"""Where the hub keeps its files; it leads every download there."""

_HUB_HOST: Final = urlsplit(HUB).hostname

SPARE_BYTES: Final = 256 << 20
"""Left free on the disk beside the model."""

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_WRITING: Final = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)

Progress = Callable[[int, int], None]
"""Told how many bytes are here, and of how many."""

FreeBytes = Callable[[Path], int]
"""Tell how much room a folder's disk has."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A model that is here now."""

    path: Path
    sha256: str
    newly_pinned: bool
    """Its hash was written down just now: the catalogue did not know it."""


def hub_endpoint(environment: Mapping[str, str] = os.environ) -> str:
    """Return the hub's address: `HF_ENDPOINT`, else the public one. Raises UsageError for what is no address."""
    endpoint = (environment.get("HF_ENDPOINT") or HUB).rstrip("/")
    if not is_address(endpoint) or urlsplit(endpoint).username:
        raise UsageError(f"HF_ENDPOINT is not an address: {endpoint}", "It looks like https://huggingface.co.")
    return endpoint


def contacted(endpoint: str) -> str:
    """Name the hosts that a fetch speaks to, for the person to agree to."""
    host = urlsplit(endpoint).netloc
    return f"{host}, and the hub's own file servers (*.hf.co, *.huggingface.co)"


def place_of(model: CatalogueModel, folder: Path) -> Path:
    """Return where a fetched model lies."""
    return folder / model.name / model.file


def fetch(
    model: CatalogueModel,
    folder: Path,
    endpoint: str,
    progress: Progress = lambda _done, _whole: None,
    *,
    free_bytes: FreeBytes = lambda folder: shutil.disk_usage(folder).free,
) -> Fetched:
    """Bring a model here and check it. Raises FetchFailed, DiskFull, ModelRefused, UsageError."""
    if not model.repository:
        raise UsageError(f"{model.name} cannot be fetched: it comes with an installed package.")
    path = place_of(model, folder)
    known = model.sha256 or read_pins(folder).get(model.name, "")
    if known and path.is_file() and _sha256(path) == known:
        return Fetched(path, known, newly_pinned=False)
    with _translated(), _gate(model, endpoint):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

        from huggingface_hub import get_hf_file_metadata, hf_hub_url

        url = hf_hub_url(model.repository, model.file, endpoint=endpoint)
        offered = get_hf_file_metadata(url, token=False, endpoint=endpoint)
        expected = _expected(model, offered.etag or "", folder)
        part = path.with_name(f"{path.name}.{(expected or offered.etag or 'new')[:16]}.part")
        _check_size(model, offered.size)
        _check_room(part, offered.size or model.estimated_bytes, free_bytes)
        _download(url, part, offered.size, progress)
        sha256 = _checked(part, expected)
        os.replace(part, path)
        pinned = not model.sha256 and model.name not in read_pins(folder)
        if pinned:
            write_pin(folder, model.name, sha256)
    return Fetched(path, sha256, pinned)


def _expected(model: CatalogueModel, etag: str, folder: Path) -> str:
    """Return the hash that the file must have: the catalogue's, the one written down before, else the hub's own."""
    offered = etag if _SHA256.fullmatch(etag) else ""
    known = model.sha256 or read_pins(folder).get(model.name, "")
    if known and offered and known != offered:
        raise ModelRefused(
            f"The hub offers another file under the name {model.file} than the one that is known.",
            "Nothing was fetched. If its makers say that they replaced it, wait for a newer Lodestar.",
        )
    return known or offered


def _check_size(model: CatalogueModel, size: int | None) -> None:
    if model.bytes and size is not None and size != model.bytes:
        raise ModelRefused(f"The hub offers {size} bytes under the name {model.file}; it should have {model.bytes}.")


def _check_room(part: Path, size: int, free_bytes: FreeBytes) -> None:
    there = part.stat().st_size if part.exists() else 0
    wanted, free = max(size - there, 0), free_bytes(part.parent)
    if free < wanted + SPARE_BYTES:
        raise DiskFull(
            f"The model takes {wanted / 1e9:.1f} GB more, and there are {free / 1e9:.1f} GB free.",
            f"Make room on the disk of {part.parent}, then try again; what came stays.",
        )


def _download(url: str, part: Path, size: int | None, progress: Progress) -> None:
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils.logging import set_verbosity_error
    from huggingface_hub.utils.tqdm import disable_progress_bars

    disable_progress_bars()
    set_verbosity_error()  # type: ignore[no-untyped-call]
    there = part.stat().st_size if part.exists() else 0
    if size is not None and there > size:
        part.unlink()
        there = 0
    with part.open("ab") as file:
        counted = _Counted(file, there, size or 0, progress)
        http_get(
            url, cast(BinaryIO, counted), resume_size=there, headers={"Accept-Encoding": "identity"}, expected_size=size
        )


class _Counted:
    """A file that tells how much is in it: the part of a file that the hub's download uses."""

    def __init__(self, file: BinaryIO, done: int, whole: int, progress: Progress) -> None:
        self._file, self._whole, self._progress = file, whole, progress
        progress(done, whole)

    def write(self, chunk: bytes) -> int:
        written = self._file.write(chunk)
        self._file.flush()
        self._progress(self._file.tell(), self._whole)
        return written

    def seek(self, place: int, whence: int = 0) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def truncate(self, size: int | None = None) -> int:
        return self._file.truncate(size)


def _checked(part: Path, expected: str) -> str:
    """Return the hash of a whole file that is a model; delete any other."""
    sha256 = _sha256(part)
    try:
        if expected and sha256 != expected:
            raise ModelRefused("What was fetched is not the file that was asked for.", "It was deleted. Try again.")
        read_header(part)
    except ModelRefused:
        part.unlink()
        raise
    return sha256


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _gate(model: CatalogueModel, endpoint: str) -> Iterator[None]:
    """Let nothing through but requests for one file, to the hosts that were named."""
    from huggingface_hub import set_client_factory
    from huggingface_hub.utils._http import default_client_factory

    def guard(request: httpx2.Request) -> None:
        if request.method not in ("HEAD", "GET") or not _is_meant(str(request.url), model, endpoint):
            raise ModelRefused(
                f"The hub leads to {request.url.host}, which is not one of its own servers.", "Nothing was sent there."
            )
        for name in ("authorization", "cookie", "x-amzn-trace-id"):
            request.headers.pop(name, None)
        request.headers["user-agent"] = "lodestar"

    def guarded() -> httpx2.Client:
        client = default_client_factory()
        client.event_hooks = {"request": [*client.event_hooks["request"], guard]}
        return client

    set_client_factory(guarded)
    try:
        yield
    finally:
        set_client_factory(default_client_factory)


def _is_meant(url: str, model: CatalogueModel, endpoint: str) -> bool:
    """Tell whether a request asks for the file, at the hub itself or at one of its file servers."""
    asked, hub = urlsplit(url), urlsplit(endpoint)
    host = asked.hostname or ""
    if (asked.scheme, asked.netloc) == (hub.scheme, hub.netloc) or (asked.scheme, host) == ("https", _HUB_HOST):
        return asked.path.endswith(f"/{model.file}")  # the hub's library would also ask for lists of its own
    return asked.scheme == "https" and host.endswith(FILE_SERVERS)


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what the hub's library raises into words for a person."""
    import httpx2
    from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled

    again = "What came so far stays; try again later."
    try:
        yield
    except HfHubHTTPError as error:
        status = error.response.status_code if error.response is not None else 0
        reasons = {401: "asks for an account", 403: "does not give the file", 404: "does not have the file"}
        raise FetchFailed(f"The hub {reasons.get(status, f'answered with error {status}')}.", again) from error
    except OfflineModeIsEnabled as error:
        raise FetchFailed("HF_HUB_OFFLINE forbids fetching.", "Unset it for this one command.") from error
    except httpx2.HTTPError as error:
        raise FetchFailed(f"The line to the hub broke ({type(error).__name__}).", again) from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull("There is no room for the rest of the model.", again) from error
        if error.errno in _NO_WRITING:
            raise FetchFailed(f"Nothing can be written to {error.filename}.", "Check who owns that folder.") from error
        raise FetchFailed("The model did not come whole.", again) from error
