"""Themes: how beliefs that many hold show in a day, opened only when the file is the one that ships."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import ModelRefused
from assistant.insight.themes import FILE, SUM_FILE, Themes, open_themes
from assistant.shipped import shipped
from tests.insight.diary import vectors

NAMES = ("I must carry everything alone.", "Nobody helps me.", "Money always runs out.")
LINES = ("Hauled the piano upstairs by myself.", "Pushed the car home in the dark.", "Counted the tins twice.")


def themes() -> Themes:
    """Return two themes with vectors that know words alone; the head knows nothing."""
    return Themes(
        vectors(NAMES), np.array([0, 0, 1], np.int16), vectors(LINES), np.array([0, 0, 1], np.int16),
        np.zeros(384, np.float32), 0.0,
    )  # fmt: skip


def folder_with(folder: Path, content: bytes) -> Path:
    """Make a folder of models that holds this content with its sum."""
    (folder / FILE).write_bytes(content)
    (folder / SUM_FILE).write_text(f"{hashlib.sha256(content).hexdigest()}  {FILE}\n", encoding="utf8")
    return folder


def test_the_shipped_themes_are_whole() -> None:
    """Every theme has names and enough lines, all vectors have length 1, and the head fits them."""
    opened = open_themes(shipped("models"))
    every = set(range(int(opened.of_name.max()) + 1))
    assert set(opened.of_name.tolist()) == every == set(opened.of_line.tolist())
    assert min(np.bincount(opened.of_line)) >= 8
    for rows in (opened.names, opened.lines):
        assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=0.01)
    chances = opened.chances(opened.lines)
    assert chances.shape == (len(opened.lines),)
    assert float(np.median(chances)) > 0.4


def test_a_statement_belongs_to_the_theme_whose_name_it_is_nearest_to() -> None:
    """The second name of a theme names it as well, and shares add up to no more than 1."""
    found = themes().nearest(vectors(["Nobody helps me."])[0])
    assert found[0][0] == 0
    assert sum(share for _theme, share in found) <= 1.0


def test_a_statement_of_another_kind_belongs_to_none() -> None:
    """Far from every name, and the themes say nothing about any line."""
    one, stated, rows = themes(), vectors(["Radishes along the wall."])[0], vectors(LINES)
    assert one.nearest(stated) == []
    assert not one.likeness(stated, rows, rows[0] * 0.0).any()


def test_a_line_like_those_of_the_theme_is_nearer() -> None:
    """It needs no word of the statement."""
    rows = vectors(["Hauled the piano upstairs again.", "Soup for supper."])
    near, far = themes().likeness(vectors([NAMES[0]])[0], rows, rows[0] * 0.0)
    assert near > far


def test_an_altered_or_missing_file_is_refused(tmp_path: Path) -> None:
    """The message names the file, and the hint says what goes on without it."""
    with pytest.raises(ModelRefused, match="missing"):
        open_themes(tmp_path)
    folder_with(tmp_path, b"x")
    (tmp_path / FILE).write_bytes(b"y")
    with pytest.raises(ModelRefused, match="not the one that ships") as refused:
        open_themes(tmp_path)
    assert "without it" in refused.value.hint


def test_a_file_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    """An archive of other arrays, and bytes that are no archive."""
    packed = io.BytesIO()
    np.savez(packed, something=np.zeros(3))
    for content in (packed.getvalue(), b"not an archive"):
        with pytest.raises(ModelRefused, match="cannot be read"):
            open_themes(folder_with(tmp_path, content))
