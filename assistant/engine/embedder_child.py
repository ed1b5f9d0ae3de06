"""A memory process that only embeds: for tests and measurements. The whole one is put together by bootstrap."""

from __future__ import annotations

from typing import NoReturn

from assistant.engine.child import serve
from assistant.engine.embedding import embedding_handlers


def main() -> NoReturn:
    """Serve until the parent goes."""
    serve(embedding_handlers())


if __name__ == "__main__":
    main()
