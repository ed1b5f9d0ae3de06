"""After every feature was used on it, a forgotten entry leaves no byte: not in the vault, the mirror or elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.core.records import ClosedReview
from assistant.vault import SqlVault, open_vault

CANARY = "Zyzzyva"
SECRET = (
    f"I must never tell {CANARY} about the harbour, because then everybody always leaves. I will write to {CANARY} by"
    " Friday. When I sleep badly, I drink more coffee, and when I drink more coffee, I sleep badly."
)
PLAIN = [
    "I must finish the report tonight, I always leave it too late. I will go for a run on Monday.",
    "Dinner with my sister. When I rest, I think clearly; when I think clearly, I rest.",
    "I must be useful, otherwise nobody will want me around. The team laughed at lunch.",
]
VISION = {
    "purpose": "To be kind",
    "vision": [
        {
            "area": "health",
            "statement": "I move every day",
            "set_on": "2026-01-01",
            "signs_of_progress": ["a run"],
            "signs_of_drift": ["no sleep"],
        }
    ],
}


@dataclass(frozen=True, slots=True)
class Home:
    """A person's own folders, and the program run in them."""

    folder: Path
    environment: dict[str, str]
    encrypted: bool

    def run(self, *arguments: str, stdin: str = "", fails: bool = False) -> str:
        """Run a command and return what it answered."""
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *arguments],
            input=stdin,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=240,
        )
        assert fails or done.returncode == 0, (arguments, done.stdout[-500:], done.stderr[-2000:])
        return done.stdout

    def open(self) -> SqlVault:
        """Open the vault."""
        return open_vault(self.folder / "vault", passphrase=lambda: "three herons")

    def traces(self) -> set[str]:
        """Return the files and tables in which the canary stands, whatever the case."""
        found = {
            str(path.relative_to(self.folder))
            for path in self.folder.rglob("*")
            if path.is_file()
            and path.parent.name != "elsewhere"
            and CANARY.lower().encode() in path.read_bytes().lower()
        }
        with self.open() as vault:
            tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRT%'"
            for (table,) in vault.database.rows(tables):
                rows = repr(vault.database.rows(f'SELECT * FROM "{table}"')).lower()
                found |= {table} if CANARY.lower() in rows else set()
            if vault.database.value("SELECT count(*) FROM words WHERE words MATCH ?", (CANARY,)):
                found.add("words")
        return found


def _holds(path: Path) -> bool:
    return CANARY.lower().encode() in path.read_bytes().lower()


def made_home(tmp_path: Path, *, encrypted: bool) -> Home:
    """Return a home with a vault in it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LODESTAR_")}
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment[name] = str(tmp_path / "home" / name.lower())
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "passphrase").write_text("three herons\n")
    environment |= {
        "LODESTAR_VAULT": str(tmp_path / "vault"),
        "LODESTAR_PASSPHRASE_FILE": str(tmp_path / "elsewhere" / "passphrase"),
        "TMPDIR": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    made = Home(tmp_path, environment, encrypted)
    made.run("init", *(["--encrypt"] if encrypted else []))
    return made


def use_everything(home: Home) -> list[str]:
    """Use every feature on the secret; return the ids of the entries that hold it."""
    elsewhere = home.folder / "elsewhere"
    (elsewhere / "vision.json").write_text(json.dumps(VISION))
    home.run("vision", "set", "--file", str(elsewhere / "vision.json"))
    home.run("reality", "set", "--area", "health", "--rating", "4", "--text", "tired")
    rows = [{"id": str(n), "date": f"2026-0{n % 4 + 1}-0{n % 8 + 1}", "text": text} for n, text in enumerate(PLAIN * 3)]
    rows.append({"id": "secret", "date": "2026-03-02", "text": SECRET})
    (elsewhere / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    home.run("import", "jsonl", str(elsewhere / "a.jsonl"), "--json")
    notes = home.folder / "elsewhere"
    (notes / "2026-03-03.md").write_text(f"{SECRET} ![x]({CANARY}.png)")
    home.run("import", "markdown", str(notes / "2026-03-03.md"), "--json")
    home.run("write", SECRET, "--date", "2026-03-04", "--title", f"On {CANARY}")
    if not home.encrypted:
        home.run("mirror", str(home.folder / "mirror"))
    home.run("search", f"the {CANARY}", "--json")
    talk = [{"session": "s", "text": SECRET}, {"session": "s", "text": f"Because {CANARY} asked."}]
    home.run("chat", "--jsonl", "--voice", "bank", stdin="".join(f"{json.dumps(line)}\n" for line in talk))
    talk = [
        {"session": "p", "text": text} for text in (SECRET, f"Because {CANARY} asked.", f"I kept {CANARY} to myself.")
    ]
    home.run("chat", "--practice", "left-hand-column", "--jsonl", stdin="".join(f"{json.dumps(row)}\n" for row in talk))
    answers = "".join(f"{json.dumps({'text': text})}\n" for text in (SECRET, f"Ask {CANARY} first.", "That is all."))
    home.run("review", "2026-Q1", "--close", "--jsonl", stdin=answers)
    for command in ("beliefs", "drift", "commitments", "loops"):
        home.run(command, "--json")
    found = json.loads(home.run("beliefs", "--json"))
    if found:
        home.run("beliefs", "accept", found[0]["belief"], "--json")
    asked = {"state": f"I must never tell {CANARY}"}
    home.run("beliefs", "confirm", "--jsonl", stdin=f"{json.dumps(asked)}\n", fails=True)
    home.run("challenge", SECRET, "--json", fails=True)
    home.run("review", "2026-Q1", "--format", "md", fails=True)
    with home.open() as vault:
        vault.drafts.keep_draft("chat", f"and {CANARY} said")
        return [entry.id for entry in vault.entries.between() if CANARY in entry.text]


def prove_entries(home: Home) -> None:
    """Find the canary before in many places, the control; find it nowhere after, while the rest works on."""
    entries = use_everything(home)
    assert len(entries) > 8
    with home.open() as vault:
        assert vault.records.current(ClosedReview)
    before = home.traces()
    assert before >= {"entries", "words", "replies", "session_states", "drafts", "derived"}
    assert home.encrypted or {"vault/vault.db"} < before
    told = json.loads(home.run("forget", *entries, "--json"))
    assert (told["forgotten"], told["traces_left"]) == (len(entries), 0)
    assert home.traces() == set()
    assert json.loads(home.run("search", "the report tonight", "--json"))["hits"]
    assert home.traces() == set()


def prove_name(home: Home) -> None:
    """Find the entries without the name, and the name nowhere, derived again or not."""
    entries = use_everything(home)
    told = json.loads(home.run("forget", "--name", CANARY, "--json"))
    assert told["traces_left"] == 0
    assert home.traces() == set()
    with home.open() as vault:
        assert all("█" * len(CANARY) in vault.entries.get(entry).text for entry in entries)  # type: ignore[arg-type]
    home.run("beliefs", "--json")
    assert home.traces() == set()


def test_a_forgotten_entry_leaves_no_byte(tmp_path: Path) -> None:
    """In a plain vault with a mirror beside it."""
    prove_entries(made_home(tmp_path, encrypted=False))


@pytest.mark.prove
@pytest.mark.parametrize("what", [prove_entries, prove_name])
@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_what_is_forgotten_leaves_no_byte(tmp_path: Path, what: Callable[[Home], None], encrypted: bool) -> None:
    """The whole proof: entries and a name, in plain and in encrypted vaults, which are looked at decrypted."""
    what(made_home(tmp_path, encrypted=encrypted))
