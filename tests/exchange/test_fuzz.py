"""Spoiled files of every kind, read as every kind: entries, reasons, or our own error, and nothing else."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tests.exchange.fuzzing import try_one
from tests.exchange.reading_files import failures, folder_of, items, zip_of
from tests.exchange.test_programs import GUESSES, PLIST

SAMPLE = 400
PROOF_SECONDS = 1800.0
SLOWEST_SECONDS = 2.0


def prove(seeds: range, place: Path) -> None:
    """Try seeds, each in a folder of its own; nothing may be written to the folder beside them."""
    beside = place / "beside"
    beside.mkdir()
    for seed in seeds:
        folder = place / str(seed)
        folder.mkdir()
        try_one(seed, folder)
    assert list(beside.iterdir()) == []


@pytest.mark.parametrize("part", range(4))
def test_spoiled_files_are_read_or_refused(tmp_path: Path, part: int) -> None:
    """A seeded sample."""
    prove(range(part * SAMPLE // 4, (part + 1) * SAMPLE // 4), tmp_path)


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("dayone-classic", {"entries/A.doentry": PLIST.replace("UTF-8", "UTL-8")}),
        ("rednotebook", {"2024-02.txt": f"{'9' * 400}:\n  text: x\n"}),
    ],
    ids=["a property list in an encoding that nobody has", "the day 999…"],
)
def test_what_once_failed_is_read_or_refused(tmp_path: Path, name: str, files: dict[str, str | bytes]) -> None:
    """What found a fault is kept."""
    assert failures(items(name, folder_of(tmp_path, files)))


def test_reading_opens_no_file_for_writing(tmp_path: Path) -> None:
    """An audit of every file that is opened while spoiled files are read, with a control that it hears one."""
    written: list[str] = []
    listening = False

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        flags = arguments[2] if listening and event == "open" else 0
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            written.append(str(arguments[0]))

    sys.addaudithook(hear)
    for name, files in GUESSES.items():
        paths = [zip_of(tmp_path / f"{name}.zip", files), folder_of(tmp_path / name, files)]
        listening = True
        for path in paths:
            items(name, path)
        listening = False
    assert [path for path in written if str(tmp_path) in path or "/etc" in path] == []
    listening = True
    (tmp_path / "control").write_text("x")
    listening = False
    assert written[-1].endswith("control")


@pytest.mark.prove
def test_half_an_hour_of_spoiled_files(tmp_path: Path) -> None:
    """The whole proof: half an hour of processor time, none slower than two seconds of it."""
    began, seed, slowest = time.process_time(), 1_000_000, 0.0
    while time.process_time() - began < PROOF_SECONDS:
        started = time.process_time()
        folder = tmp_path / str(seed)
        folder.mkdir()
        try_one(seed, folder)
        slowest, seed = max(slowest, time.process_time() - started), seed + 1
    assert slowest < SLOWEST_SECONDS
