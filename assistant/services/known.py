"""What the person has stated already, as words that a question of a practice can be filled with."""

from __future__ import annotations

from datetime import date

from assistant.coaching.lowering import is_lowered
from assistant.core.ids import Area
from assistant.core.records import Purpose, Reality, Vision
from assistant.ports import RecordStore


def known_about(records: RecordStore, area: Area | None) -> dict[str, str]:
    """Return the purpose, and for an area its vision with its day and the newest observation with its rating."""
    known = {}
    if purposes := records.current(Purpose):
        known["purpose"] = purposes[-1].statement
    if area is None:
        return known
    known["area"] = area.replace("_", "-" if area == "self_image" else " ")
    if vision := next((one for one in records.current(Vision) if one.area == area), None):
        known["vision"] = vision.statement
        known["vision_date"] = _day(vision.set_on)
        then = _before_lowering(records, vision)
        known |= {"vision_then": then.statement, "vision_then_date": _day(then.set_on)}
    observed = [one for one in records.current(Reality) if one.area == area]
    if observed:
        newest = max(observed, key=lambda one: one.observed_on)
        known |= {"reality": newest.text, "rating": str(newest.rating)}
    return known


def _before_lowering(records: RecordStore, vision: Vision) -> Vision:
    """Return the last version of a vision that wanted more than it does now; as it stands, where none did."""
    earlier = [version.record for version in records.history(vision.id)]
    wanted_more = (one for one in reversed(earlier) if isinstance(one, Vision))
    return next((one for one in wanted_more if is_lowered(one.statement, vision.statement)), vision)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
