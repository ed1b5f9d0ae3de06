"""The words of the screens for what the person keeps: records, how they came to stand, and the page for others."""

from __future__ import annotations

from typing import Final

HISTORY_KEYS: Final = "↑ ↓ scroll   Esc back"
NO_HISTORY: Final = "It is a suggestion and has no history. What you accept, reword or write has one."
NO_AREA_HISTORY: Final = "Nothing is kept about this area yet."
TAKEN_BACK: Final = "taken back"
VERSIONS: Final = "{count} versions"

RECORDS_INTRO: Final = "Everything you own, in your words: each with the versions it had, oldest first."
RECORDS_NOTHING: Final = "Nothing is kept yet. A practice ends in a record, if you say so."
RECORDS_KEYS: Final = "E read the entry it rests on   H history alone   Esc back"

NO_PAGE: Final = "This practice makes no page for others. “Shared vision” and “Asking for feedback” do."
NOTHING_CHOSEN: Final = "Nothing was chosen for a page yet: the practice asks what you want on it."
PAGE_INTRO: Final = "What you chose to show, word for word. Nothing else of the practice is on it."
PAGE_KEYS: Final = "W write it into a file   Esc back"
PAGE_WHERE: Final = "Where should the page be written? It is plain text."
PAGE_WRITTEN: Final = "Written: {place}"

BESIDE: Final = "Said beside it"
SHAPE: Final = "The shape you found it to have"

_KINDS: Final = {
    "sharedvision": "Shared vision",
    "worksheet": "Page of a practice",
    "conversationplan": "Plan for a conversation",
    "closedreview": "Review talked over",
}


def record_kind(kind: str) -> str:
    """Return the name of a kind of record as a person reads it."""
    return _KINDS.get(kind, kind.capitalize())
