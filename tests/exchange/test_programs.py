"""Day One, Journey, Diaro, RedNotebook, Apple Journal, note apps and tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import Unreadable
from assistant.exchange.options import Options
from tests.exchange.reading_files import EAST, days, failures, folder_of, items, remarks, writings, zip_of

DAYONE = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "uuid": "A1",
            "creationDate": "2024-05-01T22:30:00Z",
            "timeZone": "Asia/Tokyo",
            "text": "At the lake\\. ![](dayone-moment://P1)",
            "tags": ["lake", "lake"],
            "photos": [{"identifier": "P1", "md5": "abc", "type": "jpeg"}],
        },
        {"uuid": "A2", "creationDate": "2024-05-02T10:00:00Z", "photos": [{"md5": "x", "type": "jpeg"}]},
        {"uuid": "A3", "creationDate": "yesterday", "text": "no day"},
        "not an entry",
    ],
}
PLIST = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>Creation Date</key><date>2013-05-17T22:39:20Z</date>
<key>Entry Text</key><string>A picnic\x02 with tea.</string>
<key>Tags</key><array><string>sun</string></array>
<key>Time Zone</key><string>Asia/Tokyo</string>
<key>UUID</key><string>ABC</string>
</dict></plist>\x00"""


@pytest.mark.parametrize("packed", [True, False])
def test_day_one_json(tmp_path: Path, packed: bool) -> None:
    """Local days by each entry's own zone, ids, tags, pictures that lie beside it; what holds no words is named."""
    files: dict[str, str | bytes] = {"Journal.json": json.dumps(DAYONE), "photos/abc.jpeg": b"123"}
    path = zip_of(tmp_path / "d.zip", files) if packed else folder_of(tmp_path / "d", files)
    found = items("dayone", path)
    (one,) = writings(found)
    assert (one.written_at.isoformat(), one.source_id, one.tags) == ("2024-05-02T07:30:00+09:00", "A1", ("lake",))
    assert one.text == "At the lake."
    assert [(a.name, a.content_bytes) for a in one.attachments] == [("abc.jpeg", 3)]
    assert [failure.reason.split(":")[0] for failure in failures(found)] == [
        "there are no words in it; it has 1 attachment",
        "its creationDate",
        "it is not a JSON object",
    ]


def test_a_json_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    """The entries before the break come in; where it broke is told."""
    text = json.dumps(DAYONE)
    found = items("dayone", folder_of(tmp_path, {"Journal.json": text[: text.index("A3")]}) / "Journal.json")
    assert [one.source_id for one in writings(found)] == ["A1"]
    assert "not whole JSON" in failures(found)[-1].reason


def test_day_one_s_media_are_no_words(tmp_path: Path) -> None:
    """Their places leave the text, its paragraphs as they were; an entry of them alone has no words."""
    sound = {"identifier": "S", "md5": "5a", "format": "aac"}
    texts = [
        "![](dayone-moment:/audio/S)\n\nOne.\n\n![](dayone-moment://A)![](dayone-moment://B)\n\nTwo\nlines.",
        "![](dayone-moment:/audio/S)\n![](dayone-moment://A)",
        "A ![own](picture.png) stays ![](dayone-moment://A) here.\n![](dayone-moment://B)\n",
    ]
    entries = [{"creationDate": "2024-05-01T10:00:00Z", "text": text, "audios": [sound]} for text in texts]
    files = {"Journal.json": json.dumps({"entries": entries}), "audios/5a.m4a": "x"}
    found = items("dayone", folder_of(tmp_path / "d", files))
    assert [one.text for one in writings(found)] == ["One.\n\nTwo\nlines.", "A ![own](picture.png) stays here."]
    assert {a.name: a.content_bytes for one in writings(found) for a in one.attachments} == {"5a.m4a": 1}
    assert [one.reason for one in failures(found)] == ["there are no words in it; it has 1 attachment"]
    assert remarks(found) == []


def test_day_one_s_words_may_stand_in_rich_text_alone(tmp_path: Path) -> None:
    """Then they are read from there."""
    rich = json.dumps({"contents": [{"text": "Head\n", "attributes": {}}, {"text": "words"}]})
    text = json.dumps({"entries": [{"uuid": "A", "creationDate": "2024-05-01T10:00:00Z", "richText": rich}]})
    (one,) = writings(items("dayone", folder_of(tmp_path, {"Journal.json": text}) / "Journal.json"))
    assert one.text == "Head\nwords"


def test_day_one_classic(tmp_path: Path) -> None:
    """A property list an entry; control characters that XML forbids are passed over, its photo is found."""
    files = {"entries/ABC.doentry": PLIST, "entries/BAD.doentry": "<plist", "photos/ABC.jpg": "x"}
    found = items("dayone-classic", folder_of(tmp_path / "a.dayone", files))
    (one,) = writings(found)
    assert (one.written_at.isoformat(), one.text, one.tags) == (
        "2013-05-18T07:39:20+09:00",
        "A picnic with tea.",
        ("sun",),
    )
    assert one.attachments[0].name == "ABC.jpg"
    assert "property list" in failures(found)[0].reason


def test_journey(tmp_path: Path) -> None:
    """HTML becomes Markdown with the characters as typed; zones and pictures are kept."""
    entry = {
        "id": "J1",
        "date_journal": 1714602600000,
        "timezone": "Asia/Tokyo",
        "type": "html",
        "text": "<p dir='auto'>2 * 3 &amp; <em>very</em>&nbsp;well</p><p></p><script>x</script><p>[ ] a_b</p>",
        "photos": ["p.jpeg"],
        "tags": ["t"],
    }
    empty = {"id": "J2", "date_journal": 1714602600000, "text": "", "photos": ["q.jpeg"]}
    files = {"J1.json": json.dumps(entry), "J2.json": json.dumps(empty), "p.jpeg": "x", "other.json": "{}"}
    found = items("journey", zip_of(tmp_path / "j.zip", files))
    (one,) = writings(found)
    assert one.text == "2 * 3 & *very* well\n\n[ ] a_b"
    assert (one.written_at.isoformat(), one.attachments[0].content_bytes) == ("2024-05-02T07:30:00+09:00", 1)
    assert "no words" in failures(found)[0].reason
    assert "no entry of Journey" in remarks(found)[0].said


def test_journey_s_cloud_export_names_its_files_and_counts_milliseconds(tmp_path: Path) -> None:
    """Also where they are few: May 1970 is no year to come."""
    entry = {"id": "J1", "date_journal": 10_406_400_000, "text": "x", "attachments": ["media/p.jpg"]}
    found = items("journey", zip_of(tmp_path / "j.zip", {"J1.json": json.dumps(entry), "media/p.jpg": "x"}))
    assert days(found) == ["1970-05-01"]
    assert [one.content_bytes for one in writings(found)[0].attachments] == [1]
    assert remarks(found) == []


DIARO = """<?xml version="1.0"?><data version="2">
<table name="diaro_folders"><r><uid>f</uid><title>Travel</title></r></table>
<table name="diaro_tags"><r><uid>t</uid><title>sea</title></r></table>
<table name="diaro_entries">
<r><uid>D1</uid><date>1714602600000</date><tz_offset>+09:00</tz_offset><title>Boat</title><text>Waves &amp; wind.</text>
<folder_uid>f</folder_uid><tags>,t,</tags></r>
<r><uid>D2</uid><date>soon</date><text>x</text></r></table>
<table name="diaro_attachments"><r><entry_uid>D1</entry_uid><filename>b.jpg</filename></r></table></data>"""


def test_diaro(tmp_path: Path) -> None:
    """Entries with titles, tags, the folder as a tag, and pictures from the zip."""
    found = items("diaro", zip_of(tmp_path / "d.zip", {"DiaroBackup.xml": DIARO, "media/photos/b.jpg": "x"}))
    (one,) = writings(found)
    assert (one.written_at.isoformat(), one.title, one.text) == ("2024-05-02T07:30:00+09:00", "Boat", "Waves & wind.")
    assert (one.tags, one.attachments[0].content_bytes) == (("sea", "Travel"), 1)
    assert "not a number" in failures(found)[0].reason


def test_rednotebook(tmp_path: Path) -> None:
    """A day's text with what stands in its categories; a thirty-first of February is named."""
    month = "1:\n  text: 'At home: 12:30'\n  Work:\n    wrote a letter: null\n31: {text: x}\n"
    found = items("rednotebook", folder_of(tmp_path, {"2024-02.txt": month}))
    (one,) = writings(found)
    assert (days(found), one.text, one.tags) == (["2024-02-01"], "At home: 12:30\n\nWork:\n- wrote a letter", ("Work",))
    assert "no such day" in failures(found)[0].reason


APPLE = """<html><head><style>p.p1 {x}</style></head><body><div class="pageHeader">Wednesday 1 May 2024</div>
<div class="assetGrid"><div id="U-1" class="gridItem assetType_photo"><img src="../Resources/U-1.heic"></div></div>
<div class="title"><span class="s1">The pond</span></div>
<div class="bodyText"><p class="p2"><span class="s2">Frogs.</span></p><ul><li>one</li></ul></div></body></html>"""


def test_apple_journal(tmp_path: Path) -> None:
    """Day, title, words and pictures of a page."""
    files = {
        "AppleJournalEntries/Entries/2024-05-01_The_pond.html": APPLE,
        "AppleJournalEntries/Resources/U-1.heic": "x",
    }
    found = items("applejournal", zip_of(tmp_path / "a.zip", files))
    (one,) = writings(found)
    assert (days(found), one.title, one.text) == (["2024-05-01"], "The pond", "Frogs.\n\n- one")
    assert [a.content_bytes for a in one.attachments] == [1]


def test_a_page_of_blanks_is_read_at_once(tmp_path: Path) -> None:
    """Found by spoiled files: half a million blanks kept the converter busy for minutes."""
    page = APPLE.replace("Frogs.", "Frogs." + " \n\t" * 200_000 + "Toads.")
    (one,) = writings(items("applejournal", folder_of(tmp_path, {"Entries/2024-05-01.html": page})))
    assert one.text.split()[:2] == ["Frogs.", "Toads."]


def test_standard_notes(tmp_path: Path) -> None:
    """Notes with their tags and the words of rich ones; encrypted and deleted ones are told of."""
    rich = json.dumps(
        {"root": {"children": [{"type": "paragraph", "children": [{"text": "Rich "}, {"text": "words"}]}]}}
    )
    notes = [
        ("N1", {"title": "T", "text": "plain"}),
        ("N2", {"title": "", "text": rich, "noteType": "super"}),
        ("N3", "004:abc"),
        ("N4", {"title": "T", "text": "x", "trashed": True}),
    ]
    listed: list[object] = [
        {"uuid": uuid, "content_type": "Note", "created_at": "2024-05-01T22:30:00.000Z", "content": content}
        for uuid, content in notes
    ]
    listed.append({"uuid": "G", "content_type": "Tag", "content": {"title": "tag", "references": [{"uuid": "N1"}]}})
    text = json.dumps({"version": "004", "items": listed})
    path = zip_of(tmp_path / "s.zip", {"Standard Notes Backup and Import File.txt": text, "Items/Note/T.txt": "plain"})
    found = items("standardnotes", path)
    assert [(one.text, one.tags) for one in writings(found)] == [("plain", ("tag",)), ("Rich words", ())]
    assert days(found)[0] == "2024-05-02"
    assert "encrypted" in failures(found)[0].reason
    assert "trash" in remarks(found)[0].said


def test_simplenote(tmp_path: Path) -> None:
    """Notes with their tags; what lay in the trash is counted."""
    note = {"id": "S1", "content": "First line\nmore", "creationDate": "2024-05-01T22:30:00.000Z", "tags": ["a"]}
    text = json.dumps({"activeNotes": [note, {"id": "S2"}], "trashedNotes": [note]})
    found = items("simplenote", zip_of(tmp_path / "n.zip", {"source/notes.json": text, "First line.txt": "x"}))
    assert [(one.text, one.tags) for one in writings(found)] == [("First line\nmore", ("a",))]
    assert "no words" in failures(found)[0].reason
    assert "trash: 1 note" in remarks(found)[0].said


def test_google_keep(tmp_path: Path) -> None:
    """Text, lists, labels and pictures; the HTML twin and the trash are passed over."""
    keep: dict[str, object] = {
        "title": "Shop",
        "textContent": "",
        "listContent": [{"text": "tea", "isChecked": True}, {"text": "rye", "isChecked": False}],
        "createdTimestampUsec": 1714602600000000,
        "userEditedTimestampUsec": 1714602600000000,
        "labels": [{"name": "home"}],
        "attachments": [{"filePath": "p.jpg", "mimetype": "image/jpeg"}],
    }
    gone = {**keep, "isTrashed": True}
    files = {"Keep/a.json": json.dumps(keep), "Keep/a.html": "x", "Keep/b.json": json.dumps(gone), "Keep/p.jpg": "x"}
    found = items("keep", zip_of(tmp_path / "k.zip", files))
    (one,) = writings(found)
    assert (one.text, one.title, one.tags) == ("- [x] tea\n- [ ] rye", "Shop", ("home",))
    assert (days(found), one.attachments[0].content_bytes) == (["2024-05-02"], 1)
    assert "trash" in remarks(found)[0].said


def test_a_table_whose_columns_are_usual(tmp_path: Path) -> None:
    """Delimiters, order of day and month, and the columns are found; rows without words are counted."""
    text = 'Date;Time;Note;Tags\n05/06/2024;9:30;"one\nmore";a,b\n17/06/2024;;two;\n18/06/2024;;;\nnever;;x;\n'
    found = items("csv", folder_of(tmp_path, {"t.csv": text}) / "t.csv")
    assert [(one.text, one.tags) for one in writings(found)] == [("one\nmore", ("a", "b")), ("two", ())]
    assert days(found) == ["2024-06-05", "2024-06-17"]
    assert "1 row" in remarks(found)[0].said
    assert "row 5" in failures(found)[0].source


def test_a_table_whose_columns_the_person_names(tmp_path: Path) -> None:
    """A map of columns; a column that is not there is named with those that are."""
    path = folder_of(tmp_path, {"t.csv": "When,What\n2024-05-01,words\n"}) / "t.csv"
    assert "no column for the date" in failures(items("csv", path))[0].reason
    named = Options(zone=EAST, columns={"date": "When", "text": "what"})
    assert [one.text for one in writings(items("csv", path, named))] == ["words"]
    wrong = Options(zone=EAST, columns={"date": "Then", "text": "What"})
    assert "“Then”" in failures(items("csv", path, wrong))[0].reason


def test_takeout_writes_jpeg_where_its_notes_say_jpg(tmp_path: Path) -> None:
    """The picture is found all the same, a time may be text, and a note of a picture alone is named with it."""
    note = {"textContent": "One", "userEditedTimestampUsec": "1714555800000000", "attachments": [{"filePath": "p.jpg"}]}
    bare = {**note, "textContent": ""}
    files = {"K/a.json": json.dumps(note), "K/b.json": json.dumps(bare), "K/p.jpeg": "x"}
    found = items("guess", folder_of(tmp_path / "keep", files))
    assert [[one.name for one in entry.attachments] for entry in writings(found)] == [["p.jpeg"]]
    assert [one.reason for one in failures(found)] == ["there are no words in it; it has 1 attachment"]
    assert remarks(found) == []


def test_day_one_s_zone_may_stand_with_the_place_and_far_behind(tmp_path: Path) -> None:
    """A journal is known by its head alone, also where it is empty."""
    entry = {"weather": "x" * 300_000, "creationDate": "2024-05-01T22:30:00Z", "text": "One"}
    entry["location"] = {"timeZoneName": "Asia/Tokyo"}  # type: ignore[assignment]
    export = {"metadata": {"version": "1.0"}, "entries": [entry]}
    empty = json.dumps({"metadata": {"version": "1.0"}, "entries": []})
    found = items("guess", folder_of(tmp_path / "d", {"A.json": json.dumps(export), "B.json": empty}))
    assert days(found) == ["2024-05-02"]


def test_one_page_of_apple_journal_is_known_and_its_head_may_be_in_german(tmp_path: Path) -> None:
    """Without a date in its name."""
    page = '<div class="pageHeader">Samstag, 4. Mai 2024</div><div class="bodyText"><p>One</p></div>'
    assert days(items("guess", folder_of(tmp_path, {"page.html": page}) / "page.html")) == ["2024-05-04"]


def test_a_table_under_other_usual_names_with_a_line_for_excel(tmp_path: Path) -> None:
    """The separator may be told above the header; a day may be a count since 1970."""
    text = "sep=;\nEntry Date;Journal entry\n01.05.2024;One\n1714555800;Two\n"
    assert days(items("guess", folder_of(tmp_path, {"t.csv": text}) / "t.csv")) == ["2024-05-01", "2024-05-01"]


def test_a_table_s_lines_may_end_in_any_way(tmp_path: Path) -> None:
    """Windows, old Macintosh, and line ends within quotes."""
    for end in ("\n", "\r\n", "\r"):
        text = f'date,text{end}2024-05-01,"One{end}more"{end}{end}2024-05-02,Two'
        found = writings(items("csv", folder_of(tmp_path, {"t.csv": text}) / "t.csv"))
        assert [one.text for one in found] == [f"One{end}more", "Two"]


def test_a_table_that_cannot_be_guessed_says_which_columns_it_has(tmp_path: Path) -> None:
    """It is known by its ending, and asks for the columns."""
    found = items("guess", folder_of(tmp_path, {"t.csv": "Wann;Was\n01.05.2024;One\n"}) / "t.csv")
    assert [one.reason for one in failures(found)] == [
        "no column for the date; name it by --columns date=NAME. Columns: Wann, Was"
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([{"date": "2024-05-01", "text": "One"}, 5], ["2024-05-01 One"]),
        ({"entries": [{"createdAt": "2024-05-01T10:00:00Z", "content": "<p>One</p>"}]}, ["2024-05-01 One"]),
        (
            {"entries": {"2024-05-01": {"text": "One"}, "2024-05-02": {"text": "Two"}}},
            ["2024-05-01 One", "2024-05-02 Two"],
        ),
        ([{"date": "2024-05-01", "messages": [{"role": "user", "content": "One"}]}], ["2024-05-01 **user:** One"]),
        ({"items": [{"day": "2024-05-01", "body": "One"}, {"day": "x", "body": "Two"}]}, ["2024-05-01 One"]),
    ],
)
def test_a_json_list_of_entries_under_usual_names(tmp_path: Path, content: object, expected: list[str]) -> None:
    """A list, one within an object, or entries under their days; a conversation says who spoke."""
    found = items("guess", folder_of(tmp_path, {"x.json": json.dumps(content)}) / "x.json")
    assert [f"{one.written_at:%Y-%m-%d} {one.text}" for one in writings(found)] == expected


def test_a_json_list_in_another_encoding_is_read_and_one_value_alone_is_named(tmp_path: Path) -> None:
    """As PowerShell redirects it; nothing is passed over in silence."""
    text = json.dumps([{"date": "2024-05-01", "text": "Öne"}], ensure_ascii=False)
    found = items("guess", folder_of(tmp_path, {"x.json": text.encode("utf-16")}) / "x.json")
    assert [one.text for one in writings(found)] == ["Öne"]
    assert len(failures(items("json", folder_of(tmp_path, {"y.json": "5"}) / "y.json"))) == 1


GUESSES = {
    "json": {"journal.json": json.dumps({"entries": [{"id": "1", "createdAt": "2024-05-01", "content": "words"}]})},
    "dayone": {"Journal.json": json.dumps(DAYONE)},
    "dayone-classic": {"entries/ABC.doentry": PLIST},
    "journey": {"1.json": '{"date_journal": 1, "text": "x"}'},
    "diaro": {"DiaroBackup.xml": DIARO},
    "rednotebook": {"2024-02.txt": "1:\n  text: x\n"},
    "applejournal": {"Entries/a.html": APPLE},
    "standardnotes": {"a.txt": '{"items": [{"content_type": "Note"}]}'},
    "simplenote": {"source/notes.json": '{"activeNotes": []}'},
    "keep": {"Keep/a.json": '{"userEditedTimestampUsec": 1}'},
    "csv": {"t.csv": "date,text\n2024-05-01,x\n"},
    "jrnl": {"2024/05/01.txt": "[2024-05-01 09:30] x\n"},
    "jsonl": {"a.jsonl": '{"id": 1, "date": "2024-05-01", "text": "x"}\n'},
    "markdown": {"2024-05-01.md": "x"},
}


@pytest.mark.parametrize("name", GUESSES)
def test_a_format_is_guessed_from_the_files(tmp_path: Path, name: str) -> None:
    """Packed and in a folder, each format is told from all others."""
    from assistant.exchange.formats import GUESS, format_named
    from assistant.exchange.source import open_source

    for path in (zip_of(tmp_path / "a.zip", GUESSES[name]), folder_of(tmp_path / "a", GUESSES[name])):
        with open_source(path) as source:
            assert format_named(GUESS, source).name == name


def test_a_table_or_lines_among_notes_do_not_make_them_a_table(tmp_path: Path) -> None:
    """A vault of notes that holds a CSV, and a folder that Lodestar exported, are Markdown."""
    from assistant.exchange.formats import GUESS, format_named
    from assistant.exchange.source import open_source

    files: dict[str, str | bytes] = {
        "2024-05-01.md": "x",
        **GUESSES["csv"],
        "lodestar.jsonl": GUESSES["jsonl"]["a.jsonl"],
        **GUESSES["json"],
    }
    with open_source(folder_of(tmp_path, files)) as source:
        assert format_named(GUESS, source).name == "markdown"


def test_a_program_s_json_beside_text_notes_is_no_journal(tmp_path: Path) -> None:
    """Nor are days without a month anywhere in a note a diary: the note keeps its own date."""
    files = {"a.txt": "words", "graph.json": '{"created": "2024-05-01", "description": "x"}'}
    assert [one.text for one in writings(items("guess", folder_of(tmp_path / "notes", files)))] == ["words"]
    note = "---\ndate: 2024-05-01\n---\n\n## Monday 3\n\na\n\n## Tuesday 4\n\nb\n"
    assert days(items("guess", folder_of(tmp_path / "one", {"week.md": note}) / "week.md")) == ["2024-05-01"]


def test_what_looks_like_nothing_is_a_clear_error(tmp_path: Path) -> None:
    """The way on is named: the list of formats."""
    with pytest.raises(Unreadable, match="none of the known formats"):
        items("guess", folder_of(tmp_path, {"a.bin": b"\x00\x01"}))
