"""The memory process: the embedding model and the vector index, joined. Run as a module by bootstrap."""

from __future__ import annotations

from typing import NoReturn

from assistant.engine.child import serve
from assistant.engine.embedding import embedding_handlers


def main() -> NoReturn:
    """Serve until the parent goes."""
    from assistant.memory.handlers import index_handlers

    serve({**embedding_handlers(), **index_handlers()})


if __name__ == "__main__":
    main()
