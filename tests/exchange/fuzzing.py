"""Spoil good files in every way that comes to mind, read them as each format, and hear what happens.

Run by itself it goes on for as long as it is told and reports the slowest reading and the largest memory:
`python -m tests.exchange.fuzzing SECONDS [FIRST SEED]`.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from assistant.errors import LodestarError
from assistant.exchange.formats import FORMATS, GUESS
from assistant.exchange.options import Options
from tests.exchange.reading_files import EAST, Content, folder_of, items, zip_of
from tests.exchange.test_jrnl import JOURNAL
from tests.exchange.test_notes import GUTENBERG
from tests.exchange.test_programs import APPLE, DAYONE, DIARO, GUESSES, PLIST

GOOD: Final[tuple[dict[str, str], ...]] = (
    *GUESSES.values(),
    {"Journal.json": json.dumps(DAYONE), "photos/abc.jpeg": "x"},
    {"entries/ABC.doentry": PLIST, "photos/ABC.jpg": "x"},
    {"DiaroBackup.xml": DIARO},
    {"Entries/2024-05-01.html": APPLE, "Resources/U-1.heic": "x"},
    {"my.journal": JOURNAL},
    {"diary.txt": GUTENBERG},
    {"2024-05-01.md": "---\ndate: 2024-05-01\ntags: [a]\n---\n# Head\nwords ![](a.png) [[b]]\n", "a.png": "x"},
    {"t.csv": 'date,text,tags\n2024-05-01,one,a\n05/06/2024,"two\nlines",b\n'},
    {"lodestar.jsonl": '{"lodestar": "record", "id": "p", "date": "2024-05-01T00:00:00+00:00", "kind": "purpose"}\n'},
)
MOST: Final = 2_000_000
"""Code points of a spoiled text: repeating what was repeated must not fill the memory of the one who spoils."""
WORDS: Final = (
    *("[", "{", '"', "\\", "<", "&", "---\n", "\n", "\r", "\0", "\ud800", "\ufeff", "\u202e", "9" * 400, "-1", "1e999"),
    *(
        "[2024-05-01 09:30]",
        "2024-13-45",
        "0000-00-00",
        "9999-12-31",
        "&a: ",
        "*a",
        "!!python/name:os.system ",
        "[" * 300,
    ),
    *(
        "<![CDATA[",
        "<!ENTITY x '&x;&x;'>",
        "<div>" * 200,
        "../../",
        "/etc/passwd",
        "\x1b]0;x\x07",
        "![](",
        "[[",
        "]]",
        "{" * 300,
    ),
    *(
        "null",
        "true",
        "NaN",
        "~",
        "| ",
        "> ",
        "? ",
        "%",
        "a" * 5000,
        " " * 5000,
        "\n" * 3000,
        "- " * 3000,
        "@",
        "#",
        ",",
    ),
)


def spoiled(chance: random.Random, content: str) -> bytes:
    """Return a text with a few things wrong with it."""
    text = content
    for _ in range(chance.randint(0, 6)):
        at, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        change = chance.randrange(5)
        if change == 0:
            text = text[:at] + chance.choice(WORDS) + text[at:]
        elif change == 1:
            text = text[:at] + text[end:]
        elif change == 2:
            times = chance.choice((1, 2, 50))
            text = text[:end] + text[at:end][: MOST // times] * times + text[end:]
        elif change == 3 and text:
            text = text[:at] + chr(chance.randrange(0x110000)) + text[at + 1 :]
        else:
            text = text[:end]
        text = text[:MOST]
    encoding = chance.choice(("utf8", "utf8", "utf8", "utf-16", "cp1252", "utf-32"))
    raw = text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")
    broken = bytearray(raw[:MOST])
    for _ in range(chance.choice((0, 0, 1, 8))):
        if broken:
            broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def try_one(seed: int, place: Path) -> str:
    """Spoil some files, read them, and let nothing but our own errors pass; return the name of the format."""
    chance = random.Random(seed)
    good = chance.choice(GOOD)
    files: dict[str, Content] = {name: spoiled(chance, text) for name, text in good.items()}
    if chance.random() < 0.2:
        files |= {f"{chance.choice(('x/', '', 'deep/' * 9))}{chance.randrange(9)}.md": spoiled(chance, "words")}
    path = _written(chance, files, place)
    name = chance.choice([GUESS, *(one.name for one in FORMATS)])
    with suppress(LodestarError):
        items(name, path, Options(EAST, password=chance.choice([None, "x"])))
    return name


def _written(chance: random.Random, files: dict[str, Content], place: Path) -> Path:
    ways: tuple[Callable[[], Path], ...] = (
        lambda: folder_of(place / "folder", files),
        lambda: zip_of(place / "a.zip", files),
        lambda: folder_of(place / "one", files) / next(iter(files)),
    )
    path = chance.choice(ways)()
    if path.suffix == ".zip" and chance.random() < 0.4:
        raw = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 20)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        path.write_bytes(raw)
    return path


TOLD_EVERY: Final = 300
"""Seconds of processor time after which a long run says how far it is: it may be cut off."""


def main(seconds: float, seed: int) -> None:
    """Try seeds until the processor time is used up; say which failed, what was slowest and what took most memory."""
    began, idle = time.process_time(), _most_memory()
    slowest, largest, first, told = (0.0, 0), (idle, 0), seed, 0
    while (used := time.process_time() - began) < seconds:
        with tempfile.TemporaryDirectory() as folder:
            started = time.process_time()
            try:
                try_one(seed, Path(folder))
            except Exception as error:  # noqa: BLE001  this is what the run looks for
                sys.stdout.write(f"seed {seed}: {type(error).__name__}: {error}\n")
            slowest = max(slowest, (time.process_time() - started, seed))
            if (most := _most_memory()) > largest[0]:
                largest = (most, seed)
        seed += 1
        if used // TOLD_EVERY > told or time.process_time() - began >= seconds:
            told = int(used // TOLD_EVERY)
            memory = f"memory grew by {(largest[0] - idle) / 1024:.0f} MB (seed {largest[1]})"
            sys.stdout.write(
                f"{seed - first} tries from seed {first} in {used:.0f} s:"
                f" slowest {slowest[0]:.2f} s (seed {slowest[1]}), {memory}\n"
            )
            sys.stdout.flush()


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
