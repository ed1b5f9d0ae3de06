"""A real Chromium, driven by the WebDriver protocol. Source: W3C, WebDriver (2018)."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import psutil

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--window-size=1000,800",
)  # fmt: skip
PATIENCE_SECONDS = 60.0


class Chromium:
    """One window."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def opens(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""
        self._post("/url", {"url": address})

    def finds(self, expression: str) -> Any:
        """Return what an expression is worth within the page; a promise is awaited."""
        script = (
            f"const done = arguments[0]; Promise.resolve({expression}).then(done, error => done('failed: ' + error))"
        )
        return self._post("/execute/async", {"script": script, "args": []})

    def waits_for(self, expression: str) -> None:
        """Wait until an expression holds within the page."""
        until = time.monotonic() + PATIENCE_SECONDS
        while self.finds(expression) is not True:
            assert time.monotonic() < until, expression
            time.sleep(0.1)

    def types(self, text: str) -> None:
        """Press the keys of a text."""
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self._post("/actions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def picture(self) -> bytes:
        """Return what the window shows, as PNG."""
        return base64.b64decode(self._get("/screenshot"))

    def printed(self) -> bytes:
        """Return the page as it prints on A4, as PDF."""
        page = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self._post("/print", {"page": page, "background": True}))

    def _post(self, path: str, values: object) -> Any:
        return _value(self._client.post(path, json=values))

    def _get(self, path: str) -> Any:
        return _value(self._client.get(path))


def pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@contextmanager
def chromium(driver: str, binary: str, folder: Path) -> Iterator[Chromium]:
    """Start a driver on a free port with a window whose profile lies in `folder`; nothing of it is left behind."""
    flags = [*FLAGS, f"--user-data-dir={folder}"]
    process = subprocess.Popen(
        [driver, "--port=0"], stdout=subprocess.PIPE, text=True, encoding="utf8", start_new_session=True
    )
    try:
        port = _port(process)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE_SECONDS, trust_env=False) as client:
            options = {"binary": binary, "args": flags}
            wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options, "timeouts": {"script": 30_000}}}}
            path = f"/session/{_value(client.post('/session', json=wanted))['sessionId']}"
            client.base_url = f"http://127.0.0.1:{port}{path}"
            try:
                yield Chromium(client)
            finally:
                _value(
                    client.delete(f"http://127.0.0.1:{port}{path}")
                )  # a relative "" would ask for ".../", and be refused
    finally:
        _ends(process)


def _ends(process: subprocess.Popen[str]) -> None:
    """End the driver and every process that it started: the browser's own stay in its group."""
    group = [one for one in psutil.process_iter() if _group_of(one.pid) == process.pid]
    for one in group:
        with suppress(psutil.NoSuchProcess):
            one.terminate()
    _gone, alive = psutil.wait_procs(group, PATIENCE_SECONDS / 6)
    for one in alive:
        with suppress(psutil.NoSuchProcess):
            one.kill()
    process.wait(PATIENCE_SECONDS)
    assert process.stdout is not None
    process.stdout.close()


def _group_of(pid: int) -> int | None:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return None


def _port(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    said: Callable[[], str] = process.stdout.readline
    for line in iter(said, ""):
        if found := re.search(r"started successfully on port (\d+)", line):
            return int(found[1])
    raise AssertionError("the driver did not start")


def _value(answer: httpx.Response) -> Any:
    value = answer.json()["value"]
    assert answer.is_success, value
    return value
