"""Markdown and text: where a note's day stands, what belongs to it, and diaries in one file."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from assistant.exchange.front_matter import FRONT_MATTER_BYTES, parted
from tests.exchange.reading_files import days, failures, folder_of, items, remarks, writings, zip_of


@pytest.mark.parametrize(
    ("name", "text", "moment"),
    [
        ("a.md", "---\ndate: 2024-05-01\n---\nwords", "2024-05-01T00:00"),
        ("a.md", "---\ncreated: 2024-05-01T09:30\ntags: [x]\n---\nwords", "2024-05-01T09:30"),
        ("a.md", "---\nDate: May 1, 2024\ntime: 9:30 pm\n---\nwords", "2024-05-01T21:30"),
        ("2024-05-01.md", "words", "2024-05-01T00:00"),
        ("2024-05-01 0930 Walk.md", "words", "2024-05-01T09:30"),
        ("journals/2024_05_01.md", "- words", "2024-05-01T00:00"),
        ("20240501.txt", "words", "2024-05-01T00:00"),
        ("202405010930.md", "words", "2024-05-01T09:30"),
        ("May 1st, 2024.md", "words", "2024-05-01T00:00"),
        ("1. Mai 2024.md", "Wörter", "2024-05-01T00:00"),
        ("2024/05/01.md", "words", "2024-05-01T00:00"),
        ("2024/2024-05/2024-05-01.md", "words", "2024-05-01T00:00"),
        ("a.md", "# Wednesday, 1 May 2024\nwords", "2024-05-01T00:00"),
        ("a.md", "# My day\n\n## 2024-05-01 09:30\nwords", "2024-05-01T09:30"),
    ],
)
def test_the_day_of_a_note(tmp_path: Path, name: str, text: str, moment: str) -> None:
    """Front matter first, then name and path, then a heading."""
    (one,) = writings(items("markdown", folder_of(tmp_path, {name: text})))
    assert one.written_at.isoformat(timespec="minutes") == f"{moment}+02:00"


def test_which_day_wins(tmp_path: Path) -> None:
    """The day that front matter names, then the name's, then when the file was made; a bad date is told of."""
    files = {
        "2024-05-01.md": "---\ncreated: 2024-06-10\n---\nnamed",
        "2024-05-02.md": "---\ndate: 2024-06-11\n---\nfront",
        "2024-05-03.md": "---\ndate: someday\n---\nfallen back",
        "x.md": "---\ncreated: 2024-06-12\n---\nmade",
        "y.md": "---\ndate: someday\n---\nlost",
    }
    found = items("markdown", folder_of(tmp_path, files))
    assert dict(zip((one.text for one in writings(found)), days(found), strict=True)) == {
        "named": "2024-05-01",
        "front": "2024-06-11",
        "fallen back": "2024-05-03",
        "made": "2024-06-12",
    }
    assert [one.source for one in remarks(found)] == ["2024-05-03.md"]
    assert [one.source for one in failures(found)] == ["y.md"]


def test_a_note_without_a_date_takes_the_file_s_own_and_says_so(tmp_path: Path) -> None:
    """Its words come in, with a remark that names the file."""
    path = folder_of(tmp_path, {"thoughts.md": "words"}) / "thoughts.md"
    os.utime(path, (1_700_000_000, 1_700_000_000))
    found = items("markdown", tmp_path)
    assert days(found) == ["2023-11-15"]
    assert remarks(found)[0].source == "thoughts.md"


def test_a_note_in_an_archive_takes_the_day_of_the_clock_that_packed_it(tmp_path: Path) -> None:
    """A zip tells no zone: half past eleven at night is not the day after."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(zipfile.ZipInfo("thoughts.md", (2023, 11, 14, 23, 30, 0)), "words")
    (one,) = writings(items("markdown", tmp_path / "a.zip"))
    assert one.written_at.isoformat() == "2023-11-14T23:30:00+02:00"


def test_the_names_of_the_others_settle_day_and_month(tmp_path: Path) -> None:
    """A folder with a 17-05-2024 counts days first; alone, 05-06-2024 is refused."""
    both = folder_of(tmp_path / "both", {"05-06-2024.md": "a", "17-05-2024.md": "b"})
    assert sorted(days(items("markdown", both))) == ["2024-05-17", "2024-06-05"]
    alone = folder_of(tmp_path / "alone", {"05-06-2024.md": "a"})
    assert "two days" in failures(items("markdown", alone))[0].reason


def test_a_text_is_kept_to_the_character(tmp_path: Path) -> None:
    """Line ends, blanks and what looks like front matter further down stay."""
    text = "\r\n  words \r\n\r\n---\nnot: front\n---\n\tlast\r\n"
    (one,) = writings(items("markdown", folder_of(tmp_path, {"2024-05-01.md": text})))
    assert one.text == text


def test_title_and_tags(tmp_path: Path) -> None:
    """From front matter or from the name's words beside the date; never what the first heading says already."""
    files = {
        "2024-05-01 Walk.md": "words",
        "2024-05-02 Rain.md": "# Rain\nwords",
        "2024-05-03.md": "---\ntitle: 'Sun'\ntags: one, two\n---\nwords",
    }
    one, two, three = writings(items("markdown", folder_of(tmp_path, files)))
    assert (one.title, two.title, three.title, three.tags) == ("Walk", None, "Sun", ("one", "two"))


def test_attachments_are_found_and_none_is_lost_in_silence(tmp_path: Path) -> None:
    """By path, by wiki name, and missing ones; a file that no note points at is told of."""
    files: dict[str, str | bytes] = {
        "2024-05-01.md": "![a](img/one.png) ![[two.jpg|200]] ![gone](three.png) [web](https://x.org/a.png) [[A note]]",
        "img/one.png": b"1",
        "deep/down/two.jpg": b"22",
        "loose.pdf": b"333",
    }
    found = items("markdown", folder_of(tmp_path, files))
    (one,) = writings(found)
    assert [(a.name, a.content_bytes) for a in one.attachments] == [("one.png", 1), ("two.jpg", 2), ("three.png", None)]
    assert one.attachments[0].location == str(tmp_path / "img/one.png")
    assert "loose.pdf" in remarks(found)[0].said
    packed = writings(items("markdown", zip_of(tmp_path / "a.zip", files)))[0]
    assert packed.attachments[0].location == f"{tmp_path / 'a.zip'}!/img/one.png"


def test_a_bear_bundle_is_one_note(tmp_path: Path) -> None:
    """The bundle's name is the note's."""
    files = {
        "2024-05-01 Walk.textbundle/text.markdown": "words ![](assets/a.png)",
        "2024-05-01 Walk.textbundle/assets/a.png": "x",
    }
    (one,) = writings(items("markdown", folder_of(tmp_path, files)))
    assert (one.title, one.attachments[0].name) == ("Walk", "a.png")


@pytest.mark.parametrize(
    ("front", "refusal"),
    [
        ("a: &x [1]\nb: *x", "aliases"),
        ("a: !!python/object/apply:os.system ['true']", "tags"),
        ("a: " + "[" * 40 + "]" * 40, "nested"),
        ("a: [1", "not YAML"),
        ("- 1\n- 2", "not a list of names"),
        ("a: " + "x" * FRONT_MATTER_BYTES, "longer than 64 KB"),
    ],
)
def test_front_matter_that_is_not_safe_stays_part_of_the_text(front: str, refusal: str) -> None:
    """No word is lost, nothing is built from it, and the reason is told."""
    text = f"---\n{front}\n---\nwords"
    found = parted(text)
    assert found.body == text
    assert found.refusal is not None
    assert refusal in found.refusal


def test_every_scalar_of_front_matter_is_text() -> None:
    """Norway stays a country and a version number keeps its zero."""
    assert parted("---\na: no\nb: 1.10\nc: 2024-05-01\nd: ~\n---\n").front == {
        "a": "no",
        "b": "1.10",
        "c": "2024-05-01",
        "d": "~",
    }


@pytest.mark.parametrize(
    ("text", "day", "kept"),
    [
        ("12 May 2023\n\nwords", "2023-05-12 00:00", "words"),
        ("# A walk\n\n12 May 2023\n\n#journal\n\nwords", "2023-05-12 00:00", "# A walk\n\n#journal\n\nwords"),
        ("**2020-05-06**\nwords\n\n2020-05-09: rent is due", "2020-05-06 00:00", "words\n\n2020-05-09: rent is due"),
        ("*May 10, 2020 at 9pm*\n\nwords", "2020-05-10 21:00", "words"),
        ("2020-05-07: words", "2020-05-07 00:00", "2020-05-07: words"),
        ("[2020-05-11 09:00] words\nmore", "2020-05-11 09:00", "words\nmore"),
        ("date:: [[2024-03-05]]\ntags:: a\n- words", "2024-03-05 00:00", "tags:: a\n- words"),
        ("+++\ndate = 2024-03-05T10:00:00+02:00\n+++\nwords", "2024-03-05 10:00", "words"),
        ("---\ndate: 2013-06-10 15:40\nbody: |\n    words\n...", "2013-06-10 15:40", "words"),
        ("---\ndate: [2024-03-05]\n---\nwords", "2024-03-05 00:00", "words"),
    ],
)
def test_a_day_among_the_first_lines_is_the_note_s(tmp_path: Path, text: str, day: str, kept: str) -> None:
    """A plain line, a property, a line as jrnl writes it, other front matter: all before the file's own time."""
    found = items("markdown", folder_of(tmp_path / "notes", {"a walk.md": text}))
    assert [(f"{one.written_at:%Y-%m-%d %H:%M}", one.text) for one in writings(found)] == [(day, kept)]
    assert remarks(found) == []


def test_a_folder_of_text_diaries_is_cut_into_days(tmp_path: Path) -> None:
    """A file a year, whose name is the year; what has words before its dates that are no title stays whole."""
    files = {"1923.txt": "Jan. 3rd. Cold.\n\nFeb. 1st. Mild.\n", "plan.txt": "a\nb\nc\nd\ne\n\n2024-05-01\nf\n"}
    found = items("guess", folder_of(tmp_path / "diary", files))
    assert days(found)[:2] == ["1923-01-03", "1923-02-01"]
    assert [one.text for one in writings(found)][2:] == [files["plan.txt"]]
    assert "the file's own" in remarks(found)[0].said


def test_text_in_utf_16_is_known_without_its_mark_and_bytes_are_no_text(tmp_path: Path) -> None:
    """Zero bytes on one side are an encoding; zeros anywhere else are no words, and are named."""
    files = {"2023-05-01.md": "wörds".encode("utf-16-le"), "2023-05-02.md": b"\0\1\2" * 40}
    found = items("markdown", folder_of(tmp_path / "notes", files))
    assert [one.text for one in writings(found)] == ["wörds"]
    assert [(one.source, one.reason) for one in failures(found)] == [("2023-05-02.md", "it is not text")]


GUTENBERG = """The Project Gutenberg eBook of A Diary

*** START OF THE PROJECT GUTENBERG EBOOK A DIARY ***

A preface.

JANUARY 1659-1660

Jan. 1st (Lord's day). Rose early.

And so to bed.

2d. To the office, where on the 3rd I expect a letter.

FEBRUARY

1st. Snow.

[A note of the editor.]

*** END OF THE PROJECT GUTENBERG EBOOK A DIARY ***
Licence.
"""


def test_the_layout_of_printed_diaries(tmp_path: Path) -> None:
    """Year and month lines, days by their ordinals, both years of an old winter, and no licence at the end."""
    found = items("text", folder_of(tmp_path, {"d.txt": GUTENBERG}) / "d.txt")
    assert days(found) == ["1660-01-01", "1660-01-02", "1660-02-01"]
    assert [one.text.split()[-1] for one in writings(found)] == ["bed.", "letter.", "editor.]"]
    assert "before the first date" in remarks(found)[0].said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1903\n\n_January_ 3.\n\nOne.\n\n1904\n\n_May_ 5.\n\nTwo.\n", ["1903-01-03", "1904-05-05"]),
        ("1837\n\n_Oct. 22._ “What?” he asked.\n\n_Jan. 3._ Later.\n", ["1837-10-22", "1838-01-03"]),
        (
            "Monday, 3 May 2021 21:30\nOne.\nMay 4th, 2019 was better.\n\nMay 4, 2021 - 9:15 pm\n\nTwo.\n",
            ["2021-05-03", "2021-05-04"],
        ),
        (
            "2024-01-15\n\nOne. Next 2024-01-20.\n\n2024-01-16 Tuesday\nTwo.\n\n20240117\nThree.\n",
            ["2024-01-15", "2024-01-16", "2024-01-17"],
        ),
        ("05/06/2021\nOne.\n\n17/06/2021\nTwo.\n", ["2021-06-05", "2021-06-17"]),
        ("== 1 May 2024 ==\nOne.\n\n== 2 May 2024 ==\nTwo.\n", ["2024-05-01", "2024-05-02"]),
        ("_Monday, April 3, 1865._--One.\n\n_Tuesday, 4th._--Two.\n", ["1865-04-03", "1865-04-04"]),
        ("TUESDAY, October 14, 1735. One.\n\nFRIDAY 17. Two.\n", ["1735-10-14", "1735-10-17"]),
        (
            "4th January, 1641. One.\n\n2d February. Two.\n\n1642. 3d March. Three.\n",
            ["1641-01-04", "1641-02-02", "1642-03-03"],
        ),
        ("1. Mai 2024\nEins.\n\nMittwoch, 15. Mai 2024\nZwei.\n", ["2024-05-01", "2024-05-15"]),
        (
            "2024-05-01 - One\n2024-05-02 - Two\nand more\n2024-05-03 - Three\n",
            ["2024-05-01", "2024-05-02", "2024-05-03"],
        ),
    ],
)
def test_the_ways_in_which_people_date_their_entries(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Lines of their own, dates before running words, clocks, numbers; a date within a sentence begins nothing."""
    assert days(items("text", folder_of(tmp_path, {"d.txt": text}) / "d.txt")) == expected


def test_the_zone_after_a_clock_is_kept(tmp_path: Path) -> None:
    """Day One's export as text names one; an abbreviation that is no zone's name leaves the person's own."""
    text = "\tDate:\tJuly 13, 2013 at 5:33:11 PM GMT-4\n\nOne.\n\n\n\tDate:\t2 August 2013 at 07:00:00 CEST\n\nTwo.\n"
    found = writings(items("guess", folder_of(tmp_path, {"Journal.txt": text}) / "Journal.txt"))
    assert [f"{one.written_at:%Y-%m-%d %H:%M %z}" for one in found] == [
        "2013-07-13 17:33 -0400",
        "2013-08-02 07:00 +0200",
    ]


DAY_ONE = """\tDate:\t14. November 2015 um 08:52:27 MEZ
\tWeather:\t10°C Partly Cloudy
\tTags:\tone, two words

Eins.


\tDate:\t14 April 2016 at 11:33:57 HST

Two.


\tDate:\t15 April 2016 at 11:33:57 MSK

Three.


\tDate:\t2014년 10월 24일 오후 2:00:00 GMT+9

Four.


\tDate:\t14 novembre 2015 à 08:52:27 HNEC

\tCinq:\tmots.
"""


@pytest.mark.parametrize("packed", [False, True])
def test_day_one_s_text_in_any_language_and_zone(tmp_path: Path, packed: bool) -> None:
    """The label is enough; what Day One lists under it is no word of the person's, and the tags are tags."""
    files = {"Journal.txt": DAY_ONE}
    path = zip_of(tmp_path / "d.zip", files) if packed else folder_of(tmp_path, files) / "Journal.txt"
    found = items("guess", path)
    assert [(f"{one.written_at:%Y-%m-%d %H:%M %z}", one.text, one.tags) for one in writings(found)] == [
        ("2015-11-14 08:52 +0100", "Eins.", ("one", "two words")),
        ("2016-04-14 11:33 -1000", "Two.", ()),
        ("2016-04-15 11:33 +0200", "Three.", ()),
        ("2014-10-24 14:00 +0900", "Four.", ()),
        ("2015-11-14 08:52 +0200", "\tCinq:\tmots.", ()),
    ]
    assert not failures(found)
    assert not remarks(found)


def test_day_one_s_label_before_what_is_no_date_begins_an_entry_that_is_named(tmp_path: Path) -> None:
    """Its words join no other day."""
    text = "\tDate:\t14 April 2016 at 11:33:57 BST\n\nOne.\n\n\tDate:\tquelque 14 2015\n\nTwo.\n"
    found = items("text", folder_of(tmp_path, {"Journal.txt": text}) / "Journal.txt")
    assert [one.text for one in writings(found)] == ["One."]
    assert [one.source for one in failures(found)] == ["Journal.txt, line 5"]


LONG = "A title that jrnl takes from the first sentence, however long that is, " * 3 + "end."
OF_JRNL = f"""# 2020

## August

### 2020-08-29 11:11 Bought milk.


### 2020-08-29 12:00 Met Anna (again).

She *laughed*.

### 2020-08-30 09:00 {LONG}

body

## September

### 2020-09-01 09:00 [x] *done*
"""


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_line_of_words_in_a_dated_heading_is_an_entry(tmp_path: Path, name: str) -> None:
    """As jrnl exports to Markdown: with nothing under it, or longer than a title; years and months are no words."""
    path = folder_of(tmp_path / "j", {"export.md": OF_JRNL})
    found = items(name, path / "export.md" if name == "text" else path)
    assert [(f"{one.written_at:%m-%d %H:%M}", one.title, one.text) for one in writings(found)] == [
        ("08-29 11:11", None, "Bought milk."),
        ("08-29 12:00", "Met Anna (again).", "She *laughed*."),
        ("08-30 09:00", None, f"{LONG}\n\nbody"),
        ("09-01 09:00", None, "[x] *done*"),
    ]
    assert not failures(found)
    assert not remarks(found)


def test_an_entry_in_a_heading_moves_no_other_s_id(tmp_path: Path) -> None:
    """A diary that was brought in when such headings were refused is known again."""
    found = items("text", folder_of(tmp_path, {"e.md": OF_JRNL}) / "e.md")
    assert [one.source_id for one in writings(found)][:2] == ["e.md#2020-08-29 heading", "e.md#2020-08-29"]


def test_words_under_a_month_before_its_first_day_stay(tmp_path: Path) -> None:
    """Then its heading stays with them."""
    text = "# 2024\n\n## May\n\n### 2024-05-01\n\na\n\n## June\n\nplans\n\n### 2024-06-01\n\nb\n"
    found = writings(items("markdown", folder_of(tmp_path, {"log.md": text})))
    assert [one.text for one in found] == ["a\n\n## June\n\nplans", "b"]


def test_the_year_in_a_file_s_name_stands_above_its_days(tmp_path: Path) -> None:
    """Until a line of its own says otherwise."""
    text = "3 May\nA.\n\n4 May\nB.\n\n2022\n\n1 January\nC.\n"
    found = items("text", folder_of(tmp_path, {"diary 2021.txt": text}) / "diary 2021.txt")
    assert days(found) == ["2021-05-03", "2021-05-04", "2022-01-01"]


def test_dates_that_lack_a_part_or_are_no_day_are_named(tmp_path: Path) -> None:
    """A day without a year anywhere, and the thirtieth of February, are failures; the rest comes in."""
    found = items(
        "text",
        folder_of(tmp_path, {"d.txt": "May 3\n\nA.\n\nFebruary 30, 2024\n\nB.\n\nMay 4, 2024\n\nC.\n"}) / "d.txt",
    )
    assert [one.text for one in writings(found)] == ["C."]
    assert ["lacks the year" in failures(found)[0].reason, "no day 30" in failures(found)[1].reason] == [True, True]
