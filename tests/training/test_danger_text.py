"""The text for an ear that hears danger: it keeps its form, and what is measured is never learned from."""

from __future__ import annotations

from pathlib import Path

import pytest

DANGER = Path(__file__).parents[2] / "models" / "training" / "reading" / "danger"
LEARNED, MEASURED = sorted(DANGER.glob("0*.txt")), sorted(DANGER.glob("measured-*.tsv"))


def _rows(file: Path) -> list[tuple[str, str]]:
    lines = [line for line in file.read_text(encoding="utf8").splitlines() if line and not line.startswith("# ")]
    return [(label, text.strip()) for label, _, text in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize("file", [*LEARNED, *MEASURED], ids=lambda file: file.name)
def test_every_line_says_what_it_is(file: Path) -> None:
    """A label that is known, a text, and no text twice in a file."""
    labels = {"danger", "low", "none"} if file in LEARNED else {"crisis", "concern", "none"}
    rows = _rows(file)
    assert len(rows) > 300
    assert {label for label, _ in rows} <= labels
    assert all(text for _, text in rows)
    assert len({text for _, text in rows}) == len(rows)


def test_what_is_measured_is_not_learned() -> None:
    """No text stands on both sides, and each side has both danger and none."""
    learned, measured = ({row for file in files for row in _rows(file)} for files in (LEARNED, MEASURED))
    assert not {text.casefold() for _, text in learned} & {text.casefold() for _, text in measured}
    assert {label for label, _ in learned} == {"danger", "low", "none"}
    assert {label for label, _ in measured} == {"crisis", "concern", "none"}
