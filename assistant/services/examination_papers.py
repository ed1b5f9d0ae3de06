"""Read the examination from `prompts/examination/`: one paper for each capability."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.core.capability import Capability
from assistant.errors import Unreadable
from assistant.prompts import FrontMatter, load_toml

Judge = Literal["question", "choice", "answer", "joined", "pattern", "language"]


class Item(BaseModel):
    """One thing that a model is asked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1)
    about: str = ""
    """The phrase that a question is to stand on."""
    never: tuple[str, ...] = ()
    """What a right answer never holds, in small letters; parts of words too."""
    right: tuple[str, ...] = ()
    """The right choice, or what the answer must hold; empty where it does not stand in the text."""
    keeps: tuple[str, ...] = ()
    """What a joined sentence still has to say."""
    expects: tuple[str, ...] = ()
    """Words of the language, one of which any question in it holds."""
    grammar: str = ""
    pattern: str = ""


class Paper(FrontMatter):
    """All items on one capability."""

    capability: Capability
    judge: Judge
    mark: float = Field(gt=0, le=1)
    """The share that must be right."""
    system: str = ""
    """What the model is told first; empty where the coach's own prompt is used."""
    choices: tuple[str, ...] = ()
    item: tuple[Item, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Paper:
        needed = {
            "question": "about",
            "choice": "right",
            "joined": "keeps",
            "pattern": "pattern",
            "language": "expects",
        }
        key = needed.get(self.judge)
        if key and not all(getattr(item, key) for item in self.item):
            raise ValueError(f"every item needs “{key}”")
        if self.judge == "choice" and not all(set(item.right) <= set(self.choices) for item in self.item):
            raise ValueError("a right answer is not among the choices")
        return self


def load_papers(prompts: Path) -> tuple[Paper, ...]:
    """Read every paper, in the order of the capabilities. Raises Unreadable."""
    papers = [load_toml(path, Paper) for path in sorted((prompts / "examination").glob("*.toml"))]
    found = [paper.capability for paper in papers]
    if sorted(found) != sorted(Capability):
        raise Unreadable("The examination does not have one paper for each capability.", source="examination")
    return tuple(sorted(papers, key=lambda paper: list(Capability).index(paper.capability)))


def edition(papers: tuple[Paper, ...]) -> str:
    """Name the examination as it stands: grades of another edition do not count."""
    return ".".join(str(paper.version) for paper in papers)
