"""Serve the screens to a browser on this machine: loopback only, a one-time address, no other origin.

Every request must name this server as its host (a foreign name that resolves to 127.0.0.1 is turned away), come from
this origin where it names one, and carry the cookie that the one-time address gave. A WebSocket must name its origin:
browsers always do, and it is what they do not check themselves.


**Source**: RFC 6455, section 10.2; OWASP Cheat Sheet Series, "WebSocket Security" and "Cross-Site Request Forgery
Prevention" (2024).
"""

from __future__ import annotations

import secrets
import shlex
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Final

import aiohttp_jinja2
from aiohttp import web
from textual_serve.server import Server

LOOPBACK: Final = "127.0.0.1"
FOLDER: Final = Path(__file__).resolve().parent / "browser"
NAME: Final = "Lodestar"

OPENING: Final = "Opening your vault …"
CLOSED: Final = "The screen is closed. Your words are kept."
AGAIN: Final = "Open it again"
USED: Final = "This address was used already, or is not the right one. Start “lodestar web” again for a new one."
ELSEWHERE: Final = "This is a private page of this machine."

POLICY: Final = (
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:",
    "font-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
)  # fmt: skip
"""The terminal in the page sets styles of its own; scripts come from this server alone."""

SEALED: Final = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def bind(port: int = 0) -> socket.socket:
    """Return a socket that only this machine reaches; port 0 takes a free one. Raises OSError."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # elsewhere it would let another program take the port over
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((LOOPBACK, port))
    except OSError:
        bound.close()
        raise
    return bound


class Gate:
    """Who may come in: whoever opens the one-time address first, from then on by a cookie."""

    def __init__(self, port: int) -> None:
        """Make a new address for that port."""
        self.token = secrets.token_urlsafe(32)
        self._session = secrets.token_urlsafe(32)
        self._used = False
        self._cookie = f"lodestar-{port}"
        self._hosts = frozenset({f"{LOOPBACK}:{port}", f"localhost:{port}"})
        self._port = port

    @property
    def address(self) -> str:
        """The one-time address."""
        return f"http://{LOOPBACK}:{self._port}/?token={self.token}"

    async def admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request through, or turn it away."""
        refused = self._refused(request)
        if refused is not None:
            return web.Response(status=403, text=refused)
        if request.path == "/" and "token" in request.query:
            return self._let_in(request.query["token"])
        if not self._knows(request):
            return web.Response(status=403, text=USED)
        return await handler(request)

    async def seal(self, request: web.Request, response: web.StreamResponse) -> None:
        """Let a browser load nothing from elsewhere, keep nothing, and show the page within no other."""
        sockets = " ".join(f"ws://{host}" for host in sorted(self._hosts))
        policy = "; ".join((*POLICY, f"connect-src 'self' {sockets}"))
        response.headers.update({"Content-Security-Policy": policy, **SEALED})

    def _refused(self, request: web.Request) -> str | None:
        origins = {f"http://{host}" for host in self._hosts}
        origin = request.headers.get("Origin")
        if request.headers.get("Host") not in self._hosts:
            return ELSEWHERE
        if origin is not None and origin != f"http://{request.headers['Host']}":
            return ELSEWHERE
        if request.path == "/ws" and origin not in origins:
            return ELSEWHERE
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return ELSEWHERE
        return None if request.method in ("GET", "HEAD") else ELSEWHERE

    def _let_in(self, token: str) -> web.Response:
        if self._used or not secrets.compare_digest(token.encode(), self.token.encode()):
            return web.Response(status=403, text=USED)
        self._used = True
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(self._cookie, self._session, httponly=True, samesite="Strict", path="/")
        return response

    def _knows(self, request: web.Request) -> bool:
        return secrets.compare_digest(request.cookies.get(self._cookie, "").encode(), self._session.encode())


class LoopbackServer(Server):
    """The server of textual-serve behind a gate, with a page of ours that loads nothing from elsewhere."""

    def __init__(self, command: Sequence[str], bound: socket.socket) -> None:
        """Prepare to run the command for each page that is opened."""
        port = int(bound.getsockname()[1])
        line = subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
        super().__init__(line, host=LOOPBACK, port=port, title=NAME, templates_path=FOLDER)
        self.gate = Gate(port)
        self._bound = bound

    def initialize_logging(self) -> None:
        """Write no log: its own would show the values of variables."""

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: whoever starts it says where it is."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self.gate.admit(request, handler)

        app.middlewares.append(guarded)
        app.on_response_prepare.append(self.gate.seal)
        return app

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """Fill the page. It reaches its own server under the name that it was itself asked for by."""
        host = request.headers["Host"]
        return {
            "font_size": 16,
            "app_websocket_url": f"ws://{host}/ws",
            "config": {"static": {"url": "/static/"}},
            "application": {"name": NAME},
            "opening": OPENING,
            "closed": CLOSED,
            "again": AGAIN,
        }

    def run(self) -> None:
        """Serve until it is stopped from the keyboard or by a signal."""
        web.run_app(self._make_app(), sock=self._bound, print=lambda *_: None, access_log=None)
