"""In real Chromium: the screens that `lodestar web` serves, and the review as a page and on paper."""

from __future__ import annotations

import http.server
import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import LODESTAR
from tests.end_to_end.chromium import Chromium, chromium, pages
from tests.report.test_pages import WORDS, made

ELSEWHERE = b"<!DOCTYPE html><title>elsewhere</title><p>Another page of this machine."


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A window of real Chromium; without it the tests are skipped."""
    from shutil import which

    driver, binary = which("chromedriver"), which("chromium") or which("chromium-browser")
    if driver is None or binary is None:
        if os.environ.get("LODESTAR_TOOLS_REQUIRED"):
            pytest.fail("chromium and chromedriver are needed here")
        pytest.skip("chromium and chromedriver are not installed")
    with chromium(driver, binary, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def address(environment: dict[str, str]) -> Iterator[str]:
    """The one-time address of `lodestar web` on a fresh vault."""
    subprocess.run([*LODESTAR, "init"], env=environment, check=True, capture_output=True)
    process = subprocess.Popen(
        [*LODESTAR, "web"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.send_signal(signal.SIGINT)
    process.wait(30)
    process.stdout.close()


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """A page on another port of this machine: another origin."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(ELSEWHERE)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_screens_open_in_a_browser_and_to_nobody_else(window: Chromium, address: str, elsewhere: str) -> None:
    """The first to open the address sees the screens; another page reaches neither them nor their socket."""
    root = address.partition("?")[0]
    window.opens(address)
    window.waits_for("document.body.classList.contains('-first-byte')")
    assert window.finds("location.search") == ""
    assert window.finds("document.cookie") == ""
    first = window.picture()
    window.waits_for("document.querySelectorAll('canvas, .xterm-rows').length > 0")
    assert len(first) > 2_000
    socket = f"new Promise(r => {{ const s = new WebSocket('{root.replace('http', 'ws')}ws'); "
    socket += "s.onopen = () => r('open'); s.onerror = () => r('refused'); })"
    assert window.finds(socket) == "open"
    window.opens(elsewhere)
    assert window.finds(socket) == "refused"
    assert str(window.finds(f"fetch('{root}', {{credentials: 'include'}}).then(a => a.text())")).startswith("failed")
    window.opens(address)
    assert "used already" in window.finds("document.body.innerText")


def test_nothing_is_asked_of_anyone_else(window: Chromium, address: str) -> None:
    """Everything that the page loads comes from its own server."""
    window.opens(address)
    window.waits_for("document.body.classList.contains('-first-byte')")
    loaded = window.finds("performance.getEntriesByType('resource').map(one => new URL(one.name).host)")
    own = window.finds("location.host")
    assert loaded
    assert set(loaded) == {own}


def test_a_review_shows_and_prints(window: Chromium, tmp_path: Path, figure: Callable[[str, object], None]) -> None:
    """The page has its drawings, runs nothing, leads to its entries and fits on a few sheets of A4."""
    from assistant.report.html import to_html

    page = tmp_path / "review.html"
    page.write_text(to_html(made("Sold the red dinghy to a woman with a parrot & <b>no</b> bargain."), WORDS), "utf8")
    window.opens(page.as_uri())
    assert window.finds("document.querySelectorAll('svg[role=img]').length") == 4
    assert window.finds("document.querySelectorAll('svg').length && document.scripts.length") == 0
    assert window.finds("document.documentElement.scrollWidth <= innerWidth") is True
    assert window.finds("[...document.links].every(one => document.querySelector(one.hash))") is True
    printed = window.printed()
    figure("pages of the made review on A4", pages(printed))
    assert 2 <= pages(printed) <= 6


def test_a_review_passes_the_accessibility_check(window: Chromium, tmp_path: Path) -> None:
    """axe-core finds no violation; `AXE_CORE` names its file."""
    from assistant.report.html import to_html

    axe = os.environ.get("AXE_CORE")
    if axe is None:
        pytest.skip("AXE_CORE names no axe.min.js")
    page = tmp_path / "review.html"
    html = to_html(made("Sold the red dinghy to a woman with a parrot."), WORDS)
    page.write_text(html.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'"), "utf8")
    window.opens(page.as_uri())
    window.finds(
        f"(() => {{ const s = document.createElement('script'); s.text = {json.dumps(Path(axe).read_text('utf8'))}; "
        "document.head.append(s); })()"
    )
    found = window.finds("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    assert found == []
