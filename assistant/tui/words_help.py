"""The words of the page of help: what each key does, and what this program is not."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    ("Getting about", (
        ("F3", "Today: talk, or just write"),
        ("F4", "Journal: everything by month and day"),
        ("F5", "Compass: your vision, and where you are"),
        ("Ctrl+G", "Mental models: what you keep coming back to"),
        ("F10", "Practices: guided conversations"),
        ("F6", "Search"),
        ("Ctrl+T", "Commitments: what you said you would do"),
        ("F12", "Loops: what feeds itself"),
        ("Ctrl+R", "Review: the quarter, the month, the year"),
        ("F9", "Settings"),
        ("F1", "This page"),
        ("Ctrl+P", "Every command, by name"),
        ("Ctrl+Q", "Leave; a reply in the making is dropped, your words are kept"),
    )),
    ("On the page for today", (
        ("Enter", "send"),
        ("Ctrl+J", "new line (Shift+Enter too, where the terminal tells it apart)"),
        ("Esc", "stop a reply and take your words back; show a reply whole"),
        ("F2", "why this question"),
        ("F7", "just write: saved, nothing asked; again to talk"),
        ("F8", "open the entry of the remembered line"),
    )),
    ("In a practice", (
        ("Esc", "leave it for another time, or stop a reply first; it goes on where it was (Ctrl+W too)"),
        ("“skip”", "pass over a step"),
    )),
    ("In practices", (
        ("P", "a page to bring to others, of what you said in a practice"),
    )),
    ("In mental models", (
        ("B", "begin one from a line of yours that sounds like a rule"),
        ("L", "be asked, a line at a time, whether it shows the chosen one too"),
    )),
    ("In models, loops, commitments, compass", (
        ("H", "how it came to stand so: every earlier wording, with its day"),
    )),
    ("In models, loops, commitments, days, areas, entries", (
        ("Ctrl+Z", "undo what you did last there; what was forgotten stays forgotten"),
    )),
    ("Privacy", (
        ("Ctrl+O", "veil or show your words, for when someone looks on"),
        ("Ctrl+L", "lock an encrypted vault"),
    )),
    ("In an entry", (
        ("E", "edit; Ctrl+S saves, Esc leaves it as it was"),
        ("H", "what it said before"),
        ("F", "forget it, after asking"),
    )),
)  # fmt: skip

HELP_END: Final = (
    "Lodestar is a program. It is no therapist and no emergency service. If you are in danger now, call your local "
    "emergency number; findahelpline.com lists people to talk to in many countries."
)
