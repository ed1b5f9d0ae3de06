"""Make text safe to show: nothing in it may command the terminal or turn the line around."""

from __future__ import annotations

_KEPT = {"\n", "\t"}
_BIDI = {chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""Characters that reorder what stands around them.

Source: Boucher and Anderson, Trojan Source (2021); Unicode Standard Annex 9, table of explicit formatting characters.
"""
_REMOVED = (
    {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - _KEPT | _BIDI | {chr(c) for c in range(0xD800, 0xE000)}
)
_TABLE = {ord(character): None for character in _REMOVED}


def without_controls(text: str) -> str:
    """Return the text without controls (C0 but newline and tab, DEL, C1), bidi controls and lone surrogates."""
    return text.translate(_TABLE)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with what it counts: “1 entry”, “3,413 entries”; `many` where an s is not enough."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
