"""What the person has stated already, as words that a question of a practice can be filled with."""

from __future__ import annotations

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
        known["vision_date"] = f"{vision.set_on.day} {vision.set_on:%B %Y}"
    observed = [one for one in records.current(Reality) if one.area == area]
    if observed:
        newest = max(observed, key=lambda one: one.observed_on)
        known |= {"reality": newest.text, "rating": str(newest.rating)}
    return known
