"""Every command of the front door: what it does in a line, and the module that holds it.

The lines are the first ones of the commands' own help; a test holds the two together.
"""

from __future__ import annotations

from typing import Final

_ROOMS: Final = {
    "entries": {
        "init": "Make a vault: the folder that holds your words.",
        "write": "Save words.",
        "search": "Find what you wrote: by words, by meaning, by the calendar.",
        "import": "Bring in a journal from another program; a second run brings nothing in twice.",
        "show": "Show one entry whole.",
    },
    "talk": {
        "chat": "Talk: one good question at a time.",
        "challenge": "Show the assumptions in an entry or a text, with a question for each.",
    },
    "practices": {
        "practice": "Name the practices, or say what one is.",
    },
    "insight": {
        "read": "Say what the code hears in a text: assumptions, commitments, areas, links, distress.",
    },
    "keeping": {
        "encrypt": "Protect an existing vault with a passphrase: turned over whole, or not at all.",
        "decrypt": "Take the passphrase off: turned over whole, or not at all.",
        "forget": "Erase entries, a conversation, days, records or a name for good, with everything derived from them.",
        "doctor": "Check the vault, the index and the models; repair what can be made anew from your words.",
        "bench": "Measure this machine, each figure beside the raw library doing the same work in the same run.",
        "passphrase": "Change the passphrase.",
    },
    "leaving": {
        "export": "Take everything out, in a form that needs no Lodestar.",
        "mirror": "Keep a folder of readable Markdown in step with the vault.",
        "backup": "Seal the whole vault in one file that any age tool opens; it is read back before it counts.",
        "restore": "Make a vault from a backup, where there is none yet (name the place with --vault).",
        "link": "Keep reading a folder of notes as it grows; it is never written to.",
    },
    "review": {
        "review": "Look back: what you wrote, wanted, kept saying and did, dated, with three questions.",
    },
    "remind": {
        "remind": "Be reminded once a day by your own system, in one line that says nothing of what you write.",
    },
    "web": {
        "web": "Open the screens in a browser on this machine.",
    },
    "records": {
        "vision": "What you want life to look like, area by area.",
        "reality": "What is true now, area by area.",
    },
    "history": {
        "history": "Show every version of what you own, oldest first; without RECORD, name all your records.",
    },
    "course": {
        "drift": "Where the days leave what you want.",
        "commitments": "What you said you would do.",
        "loops": "Causes and effects that close upon themselves.",
    },
    "models": {
        "llm": "Language models: see what is here, fetch, choose and examine one.",
    },
    "beliefs": {
        "beliefs": "The beliefs that you keep returning to.",
    },
}

COMMANDS: Final[dict[str, str]] = {name: said for room in _ROOMS.values() for name, said in room.items()}
"""What each command does, in the order of the help page."""

ROOM_OF: Final[dict[str, str]] = {name: room for room, named in _ROOMS.items() for name in named}
"""The module of `assistant.cli` that registers each command."""
