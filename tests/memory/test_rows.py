"""Vectors in memory: what is searched is what was put in, whatever was added, replaced and removed before."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.ids import PassageId
from assistant.memory.rows import Rows

STEPS = st.lists(st.tuples(st.sampled_from(["add", "remove"]), st.lists(st.integers(1, 9), max_size=5)), max_size=20)


@given(STEPS)
def test_any_run_of_changes_leaves_what_a_dictionary_would(steps: list[tuple[str, list[int]]]) -> None:
    """Adding, replacing and removing in any order gives the rows that a plain dictionary holds."""
    rows, model, number = Rows(), dict[int, float](), 0.0
    for step, passages in steps:
        ids = [PassageId(passage) for passage in passages]
        if step == "add":
            values = [number := number + 1.0 for _ in ids]
            rows.add(ids, np.array([[value, 0.0] for value in values], np.float32).reshape(len(ids), 2))
            model |= dict(zip(passages, values, strict=True))
        else:
            rows.remove(ids)
            for passage in passages:
                model.pop(passage, None)
    held = {int(passage): float(row[0]) for passage, row in zip(rows.ids, rows.vectors, strict=True)}
    assert held == model
    assert len(rows) == len(model)
    assert all(PassageId(passage) in rows for passage in model)


def test_nothing_of_a_removed_row_stays_in_memory() -> None:
    """The last row moves into the gap and its old place is cleared."""
    rows = Rows()
    rows.add([PassageId(1), PassageId(2)], np.array([[1, 0], [0, 1]], np.float32))
    rows.remove([PassageId(1), PassageId(2)])
    assert rows._block is not None
    assert not rows._block.any()


def test_rows_taken_over_are_never_written_into() -> None:
    """Vectors read from the vault may be read-only; changing a row copies them first."""
    vectors = np.array([[1, 0], [0, 1]], np.float32)
    vectors.flags.writeable = False
    rows = Rows()
    rows.take([PassageId(1), PassageId(2)], vectors)
    rows.add([PassageId(1)], np.array([[0, 1]], np.float32))
    rows.remove([PassageId(2)])
    assert rows.vectors.tolist() == [[0, 1]]
    assert vectors.tolist() == [[1, 0], [0, 1]]


def test_equal_cosines_come_in_the_order_of_their_numbers() -> None:
    """The same question gets the same answer every time."""
    rows = Rows()
    rows.add([PassageId(n) for n in (3, 1, 2)], np.array([[1, 0]] * 3, np.float32))
    assert [one.passage for one in rows.nearest(np.array([1, 0], np.float32), 3)] == [1, 2, 3]


def test_passages_and_vectors_must_be_as_many() -> None:
    """A slip by the caller is no silent loss."""
    with pytest.raises(ValueError, match="1 passages but 0 vectors"):
        Rows().add([PassageId(1)], np.zeros((0, 2), np.float32))
