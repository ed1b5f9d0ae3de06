"""jrnl: its text in every date style, folders, exports, and what it encrypts."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from assistant.core.incoming import Incoming
from assistant.exchange.options import Options
from tests.exchange.reading_files import EAST, days, failures, folder_of, items, remarks, writings

JOURNAL = """[2024-05-01 09:30] A walk by the river. *
It rained on @mara and me.

[ ] a thing to do
[1] is no date

[2024-05-01 21:00:00] Later. @tired
"""
PASSWORD = "three blue herons"


def of_text(tmp_path: Path, text: str | bytes, password: str | None = None) -> list[Incoming]:
    """Read a journal file."""
    path = folder_of(tmp_path, {"my.journal": text}) / "my.journal"
    return items("jrnl", path, Options(zone=EAST, password=password))


def test_a_journal_gives_its_entries(tmp_path: Path) -> None:
    """Entries, their moments and tags; brackets within a text begin nothing, a star is no word."""
    one, two = writings(of_text(tmp_path, JOURNAL))
    assert one.text == ("A walk by the river.\nIt rained on @mara and me.\n\n[ ] a thing to do\n[1] is no date")
    assert (one.written_at.isoformat(), one.tags) == ("2024-05-01T09:30:00+02:00", ("mara",))
    assert (two.text, two.tags) == ("Later. @tired", ("tired",))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[09.06.2013 15:39]", "[10.07.2013 15:40]"),
        ("[2013-06-09 03:39:00 PM]", "[2013-07-10 03:40:00 PM]"),
        ("[June 9, 2013 15:39]", "[July 10, 2013 15:40]"),
        ("09.06.2013 15:39", "10.07.2013 15:40"),
        ("2013-06-09 15:39", "2013-07-10 15:40"),
        ("[13/06/2013 15:39]", "[10/07/2013 15:40]"),
    ],
)
def test_the_date_styles_of_jrnl(tmp_path: Path, first: str, second: str) -> None:
    """With brackets and without, little-endian, twelve hours, spelled out; one date settles the order of all."""
    found = of_text(tmp_path, f"{first} One.\nwords\n\n{second} Two.\n")
    assert days(found)[1] == "2013-07-10"
    assert [one.text for one in writings(found)] == ["One.\nwords", "Two."]


def test_a_journal_before_2_0_keeps_brackets_within_a_text(tmp_path: Path) -> None:
    """Where entries begin without brackets, a bracketed date is part of the words."""
    (one,) = writings(of_text(tmp_path, "2013-06-09 15:39 One.\n\n[2019-08-03 12:55] a chat log\n"))
    assert one.text.endswith("[2019-08-03 12:55] a chat log")


def test_a_date_that_cannot_be_read_is_named_and_its_words_join_no_other_day(tmp_path: Path) -> None:
    """The entry under it is left out with a reason; the one before stays as it was."""
    found = of_text(tmp_path, "[2024-05-01 09:30] Good.\n\n[2024-05 09:30] Lost.\nwords\n")
    assert [one.text for one in writings(found)] == ["Good."]
    assert "not a whole date" in failures(found)[0].reason
    assert "line 3" in failures(found)[0].source


def test_two_entries_of_one_minute_have_two_ids(tmp_path: Path) -> None:
    """So that a second import knows both."""
    found = of_text(tmp_path, "[2024-05-01 09:30] One.\n\n[2024-05-01 09:30] Two.\n")
    assert len({one.source_id for one in writings(found)}) == 2


def test_a_folder_journal_passes_over_what_jrnl_passes_over(tmp_path: Path) -> None:
    """Only files named year/month/day are days."""
    files = {"2024/05/01.txt": "[2024-05-01 09:30] One.\n", "2024/note.txt": "[2024-05-02 09:30] Not a day.\n"}
    found = items("jrnl", folder_of(tmp_path, files))
    assert [one.text for one in writings(found)] == ["One."]
    assert "1 file" in remarks(found)[0].said


def test_exports_as_json_and_xml(tmp_path: Path) -> None:
    """Title and body are one text, as they were typed; tags lose their sign."""
    entry = {
        "title": "One.",
        "body": "words\n",
        "date": "2024-05-01",
        "time": "09:30",
        "tags": ["@a"],
        "starred": False,
    }
    bad = {"title": "", "body": "", "date": "2024-05-01"}
    xml = (
        '<?xml version="1.0"?><journal><entries><entry date="2024-05-01T09:30:00" starred=""><tag name="@a"/>'
        "One.\nwords</entry></entries><tags/></journal>"
    )
    as_json = items(
        "jrnl", folder_of(tmp_path, {"a.json": json.dumps({"tags": {}, "entries": [entry, bad]})}) / "a.json"
    )
    as_xml = items("jrnl", folder_of(tmp_path, {"a.xml": xml}) / "a.xml")
    for found in (as_json, as_xml):
        (one,) = writings(found)
        assert (one.text, one.tags, one.written_at.hour) == ("One.\nwords", ("a",), 9)
    assert "no words" in failures(as_json)[0].reason


def test_an_export_with_a_file_an_entry(tmp_path: Path) -> None:
    """JSON and XML as jrnl writes them into a folder."""
    entry = {"title": "One.", "body": "words", "date": "2024-05-01", "time": "09:30", "tags": [], "starred": False}
    xml = "<?xml version='1.0'?><entry><title>Two.</title><body>more</body><date>2024-05-02</date></entry>"
    found = items("jrnl", folder_of(tmp_path, {"2024-05-01_one.json": json.dumps(entry), "2024-05-02_two.xml": xml}))
    assert [one.text for one in writings(found)] == ["One.\nwords", "Two.\nmore"]


def test_exports_with_a_note_an_entry(tmp_path: Path) -> None:
    """Text and what jrnl writes for YAML: unquoted titles, words indented by tabs, and none under a title alone."""
    yaml = "---\ntitle: {}\ndate: 2023-05-31 21:05\nstarred: False\ntags: {}\nbody: |\t\t\n{}..."
    files = {
        "2020-08-29_entry.txt": "[2020-08-29 11:11] Entry the @first.\nwords\n",
        "2023-05-31_a-1.md": yaml.format("One: #1 @a", "a, b", "\twords\n\t\n\t\tdeep\n"),
        "2023-05-31_b.md": yaml.format("Bought milk.", "", ""),
    }
    found = items("guess", folder_of(tmp_path / "out", files))
    assert [(f"{one.written_at:%Y-%m-%d %H:%M}", one.title, one.text, one.tags) for one in writings(found)] == [
        ("2020-08-29 11:11", None, "Entry the @first.\nwords", ("first",)),
        ("2023-05-31 21:05", "One: #1 @a", "words\n\n\tdeep", ("a", "b")),
        ("2023-05-31 21:05", None, "Bought milk.", ()),
    ]
    assert not failures(found)
    assert not remarks(found)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_exports_that_a_shell_wrote_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    """As PowerShell redirects them, at every length: none is taken for an encrypted journal."""
    entry = {"title": "Öne.", "body": "", "date": "2024-05-01", "time": "09:30", "tags": [], "starred": False}
    whole = json.dumps({"tags": {}, "entries": [entry]}, ensure_ascii=False, indent=2)
    xml = '<?xml version="1.0" encoding="utf-8"?><journal><entries><entry date="2024-05-01T09:30:00">Öne.</entry>'
    for text in (whole, f"{xml}</entries></journal>", "[2024-05-01 09:30] Öne."):
        for blanks in range(8):
            content = ("\ufeff" + text.replace("\n", "\r\n") + "\r\n" * blanks).encode(encoding)
            found = items("guess", folder_of(tmp_path, {"export": content}) / "export")
            assert [one.text for one in writings(found)] == ["Öne."]
            assert failures(found) == []


def test_xml_that_defines_entities_is_refused(tmp_path: Path) -> None:
    """A billion laughs are not told."""
    xml = '<!DOCTYPE j [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><journal><entries><entry>&b;</entry></entries></journal>'
    found = items("jrnl", folder_of(tmp_path, {"a.xml": xml}) / "a.xml")
    assert "entities" in failures(found)[0].reason


def _fernet(salt: bytes) -> bytes:
    key = hashlib.pbkdf2_hmac("sha256", PASSWORD.encode(), salt, 100_000)
    return Fernet(base64.urlsafe_b64encode(key)).encrypt(JOURNAL.encode())


def _version_1() -> bytes:
    iv, text = bytes(range(16)), JOURNAL.encode()
    pad = 16 - len(text) % 16
    key = hashlib.sha256(PASSWORD.encode()).digest()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return iv + encryptor.update(text + bytes([pad]) * pad) + encryptor.finalize()


def _version_3(*, plain_header: bool) -> bytes:
    salt = bytes(range(16, 32))
    header = json.dumps({"salt": base64.urlsafe_b64encode(salt).decode()}).encode()
    header = header if plain_header else base64.urlsafe_b64encode(header)
    return b"JRNLv3" + struct.pack(">H", len(header)) + header + _fernet(salt)


@pytest.mark.parametrize(
    "content",
    [
        _fernet(bytes.fromhex("f2d5710ec18d2ededc8e36748904cef8")),
        _version_1(),
        _version_3(plain_header=True),
        _version_3(plain_header=False),
    ],
    ids=["2.x", "1.x", "4.x early", "4.x"],
)
def test_what_jrnl_encrypted_opens_with_its_password_alone(tmp_path: Path, content: bytes) -> None:
    """Every version opens; without a password, with a wrong one or altered it is a clear failure."""
    assert len(writings(of_text(tmp_path, content, PASSWORD))) == 2
    assert "--password-file" in failures(of_text(tmp_path, content))[0].reason
    wrong = of_text(tmp_path, content, "wrong")
    assert not writings(wrong)
    assert failures(wrong)
    assert failures(of_text(tmp_path, content[:-3], PASSWORD))


@pytest.mark.parametrize("prefix", ["2020/", ""])
def test_a_part_of_a_folder_journal_is_one_too(tmp_path: Path, prefix: str) -> None:
    """Seen from its top or from within a year, and never dated by when its files were copied."""
    files = {
        f"{prefix}08/29.txt": "[2020-08-29 11:11:00 AM] One.\n",
        f"{prefix}08/notes.txt": "[2022-03-02] Not a day's.\n",
    }
    assert days(items("guess", folder_of(tmp_path / "part", files))) == ["2020-08-29"]


def test_several_journals_of_one_folder_are_all_read(tmp_path: Path) -> None:
    """By their ending, each with its own dates."""
    files = {"work.journal": "[2020-08-29 11:11] One.\n", "home.journal": "[20200901 0930] Two.\n"}
    assert days(items("guess", folder_of(tmp_path / "journals", files))) == ["2020-09-01", "2020-08-29"]


def test_windows_line_ends_are_taken_off(tmp_path: Path) -> None:
    """Within an entry and between two."""
    text = "[2024-05-01 09:30] One.\r\nmore\r\n\r\n[2024-05-02 09:30] Two.\r\n"
    found = writings(items("guess", folder_of(tmp_path, {"j.journal": text}) / "j.journal"))
    assert [one.text for one in found] == ["One.\nmore", "Two."]
