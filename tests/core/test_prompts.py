"""Files of words are checked, and a broken one is named with its line."""

from __future__ import annotations

import pytest

from assistant.errors import Unreadable
from assistant.prompts import FrontMatter, parse_markdown, parse_toml

GOOD = '+++\nversion = 1\nsource = "our own"\n+++\n\nBody, with +++ in it.\n'


def test_front_matter_and_body_are_told_apart() -> None:
    """The front matter is checked and the body comes back without blank lines at its ends."""
    front, body = parse_markdown(GOOD, FrontMatter, "good.md")
    assert (front.version, front.source, body) == (1, "our own", "Body, with +++ in it.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no fence", "line 1"),
        ('+++\nversion = 1\nsource = "x"\n', "not closed"),
        ('+++\nversion = 0\nsource = "x"\n+++\n', "line 2: version"),
        ("+++\nversion = 1\n+++\n", "source"),
        ('+++\nversion = 1\nsource = "x"\nvresion = 2\n+++\n', "line 4: vresion"),
        ("+++\nversion = = 1\n+++\n", "broken.md"),
    ],
)
def test_a_broken_file_is_named_with_line_and_reason(text: str, says: str) -> None:
    """Whatever is wrong with a file, the message holds its name and where to look."""
    with pytest.raises(Unreadable) as caught:
        parse_markdown(text, FrontMatter, "broken.md")
    assert "broken.md" in caught.value.message
    assert says in caught.value.message


def test_a_toml_file_has_the_same_keys_at_its_top() -> None:
    """A TOML file is checked against the same form."""
    assert parse_toml('version = 3\nsource = "s"', FrontMatter, "f.toml").version == 3
