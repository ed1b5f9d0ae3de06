"""Measure from which score on a past line bears on a message: `python models/training/remembering/measure.py`.

Each evening's message is searched in the diary of its writer, as the coach does. The threshold of
`assistant/services/coach_memory.py` is read off what comes out: the share of wanted lines that are offered, and how
often a line is offered that nobody wanted.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.bootstrap.assembly import Assembly
from assistant.core.entry import Writing
from assistant.settings import load_settings
from assistant.vault import create

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "recall"))
from collections_of_text import read_collection  # noqa: E402


def evenings() -> dict[str, list[tuple[str, str]]]:
    """Return for each writer the messages, each with some words of the entry it bears on ("" for none)."""
    found: dict[str, list[tuple[str, str]]] = {}
    writer = ""
    for line in (HERE / "evenings.txt").read_text(encoding="utf8").splitlines()[1:]:
        if line[:2] in ("+ ", "- "):
            message, _, wanted = line[2:].partition(" => ")
            found[writer].append((message, wanted))
        else:
            writer = line
            found[writer] = []
    return found


async def measure(writer: str, messages: list[tuple[str, str]]) -> list[tuple[float, bool, bool]]:
    """Return for each message the best score, whether a line was wanted, and whether it is the wanted one."""
    with tempfile.TemporaryDirectory() as folder:
        create(Path(folder) / "vault").vault.close()
        async with Assembly(load_settings(), Path(folder) / "vault") as parts:
            collection = read_collection(writer)
            for day, text in collection.entries:
                parts.vault.entries.add(Writing(datetime(day.year, day.month, day.day, 20, tzinfo=UTC), text))
            await parts.remember.run()
            last = max(day for day, _text in collection.entries)
            rows = []
            for message, wanted in messages:
                said_at = datetime(last.year, last.month, last.day, 21, tzinfo=UTC) + timedelta(days=2)
                parts.vault.entries.add(
                    Writing(said_at, message)
                )  # words first: the message itself stands in the vault
                recalled = await parts.recall.search(message, 5, None, last + timedelta(days=1))
                best = recalled.recollections[0] if recalled.recollections else None
                entry = parts.vault.entries.get(best.quotation.entry).text if best else ""
                score = best.score if best else 0.0
                rows.append((score, bool(wanted), bool(wanted) and wanted in entry))
                right_line = "right" if wanted and wanted in entry else "     "
                print(f"{score:.3f} {'+' if wanted else '-'} {right_line} {message}")
                print(f"        “{best.quotation.text}”" if best else "")
            return rows


def main() -> None:
    """Print every message with its best line, and the trade at each threshold."""
    rows = [row for writer, messages in evenings().items() for row in asyncio.run(measure(writer, messages))]
    wanted, unwanted = sum(row[1] for row in rows), sum(not row[1] for row in rows)
    for least in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        offered = [row for row in rows if row[0] >= least]
        right, wrong = sum(row[2] for row in offered), sum(not row[2] for row in offered)
        print(
            f"{least:.2f}: {right}/{wanted} wanted lines offered, "
            f"{wrong} others (of {unwanted} messages that want none)"
        )


if __name__ == "__main__":
    main()
