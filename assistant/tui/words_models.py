"""The words of the screens on which a belief begins and gathers its lines."""

from __future__ import annotations

from typing import Final

BEGIN: Final = "Begin a mental model"
BEGIN_HELP: Final = "From a line of yours that sounds like a rule (Ctrl+G, then B)"
BEGIN_OPEN: Final = "Something is open among your mental models. Esc leaves it; then B begins one."
OPENINGS_INTRO: Final = "Each was said once and sounds like a rule of yours. Nothing is kept until you say so."
OPENINGS_NOTHING: Final = "No line stands out as a rule of yours, or you have answered for all that do. Esc goes back."
OPENINGS_KEYS: Final = "Enter begin from it   X not mine   E read the entry   Esc back"
OPENING_ON: Final = "On {day} you wrote"
OPENING_ASK: Final = (
    "Is this something you go by? Enter lets you say it in a plain sentence of your own. Then you are asked, one line "
    "at a time, what else in your pages shows it."
)
OPENING_STATE: Final = "Say it as a plain sentence, in words you would stand by. What you keep is yours from then on."
DEED_BEGIN: Final = "beginning a mental model"
DEED_OPENING_REJECT: Final = "“not mine”, for a line"

LINES_LOOKING: Final = "Looking through your pages for lines that may show it."
LINES_ASK: Final = "Does this show it too?"
LINES_SO_FAR: Final = "So far {yes} yes, {no} no. What you answered is kept; stop when you like."
LINES_CHANGED: Final = "That line was forgotten or changed since; nothing was kept."
LINES_NOT_HERE: Final = "No answer of yours is the last thing you did here."
LINES_DONE: Final = "No other line is expected to show it. Later pages may bring more."
LINES_KEYS: Final = "Y yes   N no   E read the entry   Ctrl+Z undo   Esc enough for now"
LINES_NOT_YET: Final = "Say first whether it is yours (A, R or X); then other lines can be asked about."
DEED_LINE_YES: Final = "the yes to a line, for a mental model"
DEED_LINE_NO: Final = "the no to a line, for a mental model"
