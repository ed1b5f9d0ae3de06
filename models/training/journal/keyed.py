"""Turn the development journals into dated entries and their answer key, in the form that a scorer reads.

A journal is one text file. Lines that begin with `@` are its key; `## DATE TIME` begins an entry. Within an entry,
`<b1>…</b1>` is evidence of belief b1 and `<b1->…</b1->` evidence against it, `<x>…</x>` a decoy (a saying of somebody
else's, a joke, a fact), `<d1>…</d1>` evidence of drift d1, `<c1>…</c1>` a promise, `<k1>…</k1>` and `<s1>…</s1>` the
words that show it kept or slipped, `<l1.2>…</l1.2>` the second link of loop l1, `<q>…</q>` a stated reason for silence.

    python keyed.py hanne FOLDER      writes FOLDER/timeline.jsonl and FOLDER/key.json
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_MARK = re.compile(r"</?([a-z]\d*(?:\.\d+)?-?)>")


def read_journal(name: str) -> tuple[list[dict[str, str]], dict[str, Any]]:
    """Return the entries (`id`, `date`, `text`) and the answer key of one journal."""
    head, *parts = re.split(r"^## ", (HERE / f"{name}.txt").read_text(encoding="utf8"), flags=re.M)
    marked: dict[str, list[dict[str, str]]] = defaultdict(list)
    entries = []
    for number, part in enumerate(parts, start=1):
        day, body = part.split("\n", 1)
        identity = f"{name}-{number:03}"
        for found in re.finditer(r"<([a-z]\d*(?:\.\d+)?-?)>(.*?)</\1>", body, re.S):
            quote = _MARK.sub("", found[2]).strip()
            marked[found[1]].append({"id": identity, "quote": quote, "date": day[:10]})
        moment = day.strip().replace(" ", "T") + ":00"
        entries.append({"id": identity, "date": moment, "text": _MARK.sub("", body).strip()})
    return entries, _key(head, marked)


def _key(head: str, marked: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    key: dict[str, Any] = {
        "vision": [], "mental_models": [], "drift": [], "no_drift_areas": [], "commitments": [], "causal_loops": [],
        "decoy_beliefs": marked["x"], "retrieval": [],
    }  # fmt: skip
    for line in (line[2:].strip() for line in head.splitlines() if line.startswith("@ ")):
        word, rest = line.split(" ", 1)
        if word in ("persona", "purpose"):
            key[word] = rest
        elif word == "vision":
            area, day, statement = (part.strip() for part in rest.split("|"))
            signs: dict[str, list[str]] = {"signs_of_progress": [], "signs_of_drift": []}
            key["vision"].append({"area": area, "statement": statement, "set_on": day, **signs})
        elif word in "+-":
            signs_of = "signs_of_progress" if word == "+" else "signs_of_drift"
            key["vision"][-1][signs_of] = [part.strip() for part in rest.split("|")]
        elif word == "belief":
            mark, kind, name = rest.split(" ", 2)
            key["mental_models"].append(
                {"name": name, "kind": kind, "evidence": marked[mark], "counter_evidence": marked[mark + "-"]}
            )
        elif word == "drift":
            mark, area, kind, start, end = rest.split(" ")
            until = None if end == "-" else end
            key["drift"].append({"area": area, "kind": kind, "from": start, "to": until, "evidence": marked[mark]})
        elif word == "quiet":
            area, why = rest.split(" ", 1)
            key["no_drift_areas"].append({"area": area, "why": why})
        elif word == "commitment":
            key["commitments"].append(_commitment(rest, marked))
        elif word == "loop":
            key["causal_loops"].append(_loop(rest, marked))
    return key


def _commitment(rest: str, marked: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    mark, outcome, due, what = rest.split(" ", 3)
    shown = marked["k" + mark[1:]] + marked["s" + mark[1:]]
    return {
        "id": marked[mark][0]["id"],
        "quote": marked[mark][0]["quote"],
        "what": what,
        "due": due,
        "outcome": outcome,
        "outcome_id": shown[0]["id"] if shown else None,
    }


def _loop(rest: str, marked: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    mark, kind, described = rest.split(" ", 2)
    links = []
    for number, link in enumerate(described.split(";"), start=1):
        cause, sign, effect = re.split(r" ([+-]) ", link.strip())
        links.append({"cause": cause, "effect": effect, "sign": sign, **marked[f"{mark}.{number}"][0]})
    return {"links": links, "type": kind}


def main() -> None:
    """Write one journal's entries and key into a folder."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    entries, key = read_journal(name)
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
    (folder / "timeline.jsonl").write_text(lines, encoding="utf8")
    (folder / "key.json").write_text(json.dumps(key, ensure_ascii=False, indent=1), encoding="utf8")


if __name__ == "__main__":
    main()
