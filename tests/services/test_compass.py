"""Vision, purpose and reality: kept in versions, shown in the order of the areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.core.ids import Area, RecordId, as_area
from assistant.core.records import Vision
from assistant.errors import NotFound
from assistant.ports import Version
from assistant.services.compass import Compass, VisionLine, in_force
from assistant.vault import create

MARCH = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
HEALTH, HOME, GARDEN = Area("health"), Area("home"), Area("garden")


@pytest.fixture
def compass(vault_folder: Path) -> Iterator[Compass]:
    """A compass on an empty vault."""
    vault = create(vault_folder).vault
    yield Compass(vault.records)
    vault.close()


def test_nothing_is_stated_at_first(compass: Compass) -> None:
    """An empty vault has neither purpose nor vision nor reality."""
    assert compass.vision().purpose is None
    assert compass.vision().visions == ()
    assert compass.reality() == []


def test_a_changed_statement_is_a_new_version_from_that_day(compass: Compass) -> None:
    """The old one stays in the history with its own date."""
    compass.state("To teach", [VisionLine(HEALTH, "I run by the canal")], MARCH)
    compass.state(None, [VisionLine(HEALTH, "I swim in the sea")], MARCH + timedelta(days=30))
    (now,) = compass.vision().visions
    assert (now.statement, now.set_on) == ("I swim in the sea", date(2026, 3, 31))
    assert [vision.statement for vision in compass.vision_history(HEALTH)] == [
        "I run by the canal",
        "I swim in the sea",
    ]
    purpose = compass.vision().purpose
    assert purpose is not None
    assert purpose.statement == "To teach"


def test_stating_the_same_again_changes_nothing(compass: Compass) -> None:
    """A second import of one file makes no second version, and the first date stays."""
    line = VisionLine(HEALTH, "I run", None, ("slept well",), ("skipped",))
    compass.state("To teach", [line], MARCH)
    compass.state("To teach", [line], MARCH + timedelta(days=9))
    assert len(compass.vision_history(HEALTH)) == 1
    assert compass.vision().visions[0].set_on == date(2026, 3, 1)


def test_areas_come_in_their_order_and_ones_own_last(compass: Compass) -> None:
    """The seven as everywhere, then the person's own by name."""
    areas = [as_area(name) for name in ("Zen", "community", "garden", "health")]
    compass.state(None, [VisionLine(area, "well") for area in areas], MARCH)
    assert [vision.area for vision in compass.vision().visions] == ["health", "community", "garden", "zen"]


def test_an_area_without_a_vision_has_no_history(compass: Compass) -> None:
    """Asking for it is NotFound."""
    with pytest.raises(NotFound):
        compass.vision_history(HOME)


def test_an_observation_of_one_day_is_kept_once(compass: Compass) -> None:
    """The same words, area, day and source are one observation; anything else is another."""
    compass.observe("Health", 4, "slept five hours", MARCH)
    compass.observe("health", 4, "slept five hours", MARCH + timedelta(hours=3))
    compass.observe("health", 4, "slept five hours", MARCH, told_by="Joan")
    compass.observe("home", 7, "quiet", MARCH + timedelta(days=1))
    told = [(item.area, item.rating, item.told_by) for item in compass.reality()]
    assert told[0] == ("home", 7, None)
    assert sorted(told[1:], key=str) == sorted([("health", 4, None), ("health", 4, "Joan")], key=str)


def test_a_changed_rating_replaces_the_observation(compass: Compass) -> None:
    """The same words with another number are the person's correction."""
    compass.observe("health", 4, "slept five hours", MARCH)
    compass.observe("health", 6, "slept five hours", MARCH)
    assert [item.rating for item in compass.reality()] == [6]


def test_words_of_any_kind_are_kept(compass: Compass) -> None:
    """Lone surrogates and NUL bytes come back as they were."""
    observed = compass.observe("self-image", 1, "a\x00b\udc80", MARCH, told_by="\ud83c")
    assert compass.reality() == [observed]
    assert observed.area == "self_image"


def test_the_history_tells_every_version(compass: Compass) -> None:
    """What was wanted before stands above what is wanted now."""
    for number, line in enumerate(("I swim daily.", "I swim twice a week.")):
        compass.state(None, [VisionLine(HEALTH, line)], MARCH + timedelta(days=number))
    assert [one.statement for one in compass.history()] == ["I swim daily.", "I swim twice a week."]


A, B, C = (
    Vision(RecordId("vision-health"), HEALTH, words, date(2026, 1, 1)) for words in ("I run", "I swim", "I rest")
)
MAY, JULY = date(2026, 5, 1), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("versions", "stood"),
    [
        ((A, replace(B, set_on=MAY), replace(C, set_on=JULY)), ["I run", "I swim", "I rest"]),
        ((A, replace(B, set_on=MAY), A), ["I run"]),
        ((replace(A, set_on=MAY), B), ["I swim"]),
        ((A, replace(B, set_on=MAY), replace(C, set_on=MAY)), ["I run", "I rest"]),
        ((A, None, replace(C, set_on=MAY)), ["I rest"]),
    ],
)
def test_only_what_was_never_taken_back_was_in_force(versions: tuple[Vision | None, ...], stood: list[str]) -> None:
    """Undone, stated anew with an earlier day or the same one, or withdrawn (None): it stood on no day."""
    history: list[Version] = []
    for vision in versions:
        if vision is None:
            history[-1] = replace(history[-1], withdrawn_at=MARCH)
        else:
            history.append(Version(vision, len(history) + 1, MARCH))
    assert [one.statement for one in in_force(history, Vision)] == stood
