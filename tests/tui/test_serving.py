"""The screens in a browser: whoever has the one-time address comes in once, and nobody else at all."""

from __future__ import annotations

import asyncio
import gc
import sys
from asyncio.base_subprocess import BaseSubprocessTransport
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import psutil
import pytest
from aiohttp import web

from assistant.bootstrap.web import serve
from assistant.errors import UsageError
from assistant.tui.serving import LOOPBACK, LoopbackServer, bind

PATIENCE = 400
"""Looks, a twentieth of a second apart."""

ECHO = "import sys; print('__GANGLION__', flush=True); sys.stdin.read(1)"
"""Stands in for the screens: says that it is there, and ends when it is told anything."""


class Page:
    """A server on a port of its own, and a browser that has come in or not."""

    def __init__(self, server: LoopbackServer, client: aiohttp.ClientSession) -> None:
        self.server, self.client = server, client
        self.origin = f"http://{LOOPBACK}:{server.port}"

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Ask for a path; headers name `Host`, `Origin` and the like with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.client.get(self.origin + path, headers=named, allow_redirects=False) as answer:
            return answer.status, await answer.text()

    async def comes_in(self) -> None:
        """Open the one-time address."""
        status, _text = await self.get(f"/?token={self.server.gate.token}")
        assert status == 303

    async def connects(self, **headers: str) -> int:
        """Open the WebSocket; return the status it was answered with."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            async with self.client.ws_connect(f"{self.origin}/ws", headers=named):
                return 101
        except aiohttp.WSServerHandshakeError as error:
            return error.status


@asynccontextmanager
async def served() -> AsyncIterator[Page]:
    """Run a server within this test."""
    children, transports = _children(), _transports()
    bound = bind()
    server = LoopbackServer([sys.executable, "-c", ECHO], bound)
    runner = web.AppRunner(await server._make_app())
    await runner.setup()
    await web.SockSite(runner, bound).start()
    jar = aiohttp.CookieJar(unsafe=True)  # as a browser does, for a number instead of a name
    async with aiohttp.ClientSession(cookie_jar=jar) as client:
        yield Page(server, client)
    await runner.cleanup()
    await _nobody_left(children, transports)


async def _nobody_left(children: set[int], transports: set[int]) -> None:
    """Wait until the screens that were started since have ended and are known to have ended."""
    for _ in range(PATIENCE):
        if not (_children() - children or _transports() - transports):
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the screens still run")


def _children() -> set[int]:
    """Return the process ids of this process's children; an earlier test may have left some to end by themselves."""
    return {child.pid for child in psutil.Process().children()}


def _transports() -> set[int]:
    """Return the subprocesses that asyncio still holds open."""
    held = (one for one in gc.get_objects() if isinstance(one, BaseSubprocessTransport))
    return {id(one) for one in held if not one._closed}


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """A fresh server and a browser that knows nothing yet."""
    async with served() as page:
        yield page


async def test_the_address_works_once_and_then_by_cookie(page: Page) -> None:
    """The first to open it stays in; the same address does nothing for the next one."""
    assert (await page.get("/"))[0] == 403
    await page.comes_in()
    status, text = await page.get("/")
    assert status == 200
    assert f"ws://{LOOPBACK}:{page.server.port}/ws" in text
    page.client.cookie_jar.clear()
    assert (await page.get(f"/?token={page.server.gate.token}"))[0] == 403
    assert (await page.get("/"))[0] == 403


@pytest.mark.parametrize("path", ["/?token=", "/?token=wrong", "/", "/static/js/textual.js", "/download/x", "/nothing"])
async def test_nothing_is_served_without_the_address(page: Page, path: str) -> None:
    """Not the page, not a script, not a download, not even what does not exist."""
    assert (await page.get(path))[0] == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "", "localhost.evil.example"]
)
async def test_a_foreign_name_for_this_machine_is_turned_away(page: Page, host: str) -> None:
    """A page elsewhere whose name is made to resolve to 127.0.0.1 gets nothing, cookie or not."""
    await page.comes_in()
    assert (await page.get("/", Host=host))[0] == 403
    assert await page.connects(Host=host, Origin=f"http://{host}") == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1", "http://localhost:1", "file://"]
)
async def test_another_origin_is_turned_away(page: Page, origin: str) -> None:
    """Neither the page nor the WebSocket answers a request that another page makes, even with the cookie."""
    await page.comes_in()
    assert (await page.get("/", Origin=origin))[0] == 403
    assert await page.connects(Origin=origin) == 403


async def test_a_websocket_must_say_where_it_comes_from(page: Page) -> None:
    """Without an origin it is refused; from the page itself it opens; without the cookie it does not."""
    assert await page.connects(Origin=page.origin) == 403
    await page.comes_in()
    assert await page.connects() == 403
    assert await page.connects(Origin=page.origin) == 101


async def test_a_request_that_a_page_elsewhere_caused_is_turned_away(page: Page) -> None:
    """The browser says so itself; a form cannot be sent here either."""
    await page.comes_in()
    assert (await page.get("/", Sec_Fetch_Site="cross-site"))[0] == 403
    assert (await page.get("/", Sec_Fetch_Site="same-origin"))[0] == 200
    async with page.client.post(f"{page.origin}/") as answer:
        assert answer.status == 403


async def test_the_page_loads_nothing_from_elsewhere_and_is_kept_by_nobody(page: Page) -> None:
    """Its policy names this server alone, and the page itself names no other address."""
    await page.comes_in()
    async with page.client.get(page.origin) as answer:
        policy, text = answer.headers["Content-Security-Policy"], await answer.text()
        assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "googleapis" not in text
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert "https://" not in text


async def test_the_cookie_is_not_for_scripts_and_not_for_other_sites(page: Page) -> None:
    """HttpOnly and SameSite=Strict, for this server's whole path."""
    async with page.client.get(page.server.gate.address, allow_redirects=False) as answer:
        (cookie,) = answer.cookies.values()
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


async def test_only_this_machine_reaches_it(page: Page) -> None:
    """The socket is bound to the loopback address and to no other."""
    assert page.server._bound.getsockname()[0] == LOOPBACK
    with pytest.raises(OSError, match=r"."):
        bind(page.server.port)


async def test_the_screens_end_when_the_page_is_closed(page: Page) -> None:
    """No process stays behind a closed tab."""
    children, transports = _children(), _transports()
    await page.comes_in()
    async with page.client.ws_connect(f"{page.origin}/ws", headers={"Origin": page.origin}):
        await asyncio.sleep(0)
    await _nobody_left(children, transports)


def test_a_port_that_is_taken_is_named() -> None:
    """The command says which port it could not have, and serves nothing."""
    taken = bind()
    taken.listen()
    port = taken.getsockname()[1]
    with pytest.raises(UsageError, match=str(port)):
        serve(None, port, lambda _: pytest.fail("nothing is served"))
    taken.close()
