"""A hostile archive or folder is named and refused, and the rest of it is read."""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
from pathlib import Path

import pytest

from assistant.core.entry import Attachment
from assistant.errors import Unreadable
from assistant.exchange import archive as room
from assistant.exchange.attachments import opened_at
from assistant.exchange.decoding import decoded, lines_of
from assistant.exchange.source import Member, open_source
from tests.exchange.reading_files import failures, folder_of, items, writings, zip_of


@pytest.mark.parametrize(
    "name",
    [
        *("/etc/passwd.md", "../../out.md", "a/../../b.md", "C:\\x.md", "\\\\host\\x.md", "x/" * 40 + "y.md"),
        *("a\x01b.md", "a\x9bb.md", "a\u2028b.md", "a\u202edm.b.md", "a\u2066b.md"),
    ],
)
def test_a_name_that_points_elsewhere_is_refused_and_the_rest_read(tmp_path: Path, name: str) -> None:
    """Absolute, climbing, drive and control names are failures; the good note beside them comes in."""
    path = zip_of(tmp_path / "a.zip", {name: "bad", "2024-05-01.md": "good"})
    found = items("markdown", path)
    assert [one.text for one in writings(found)] == ["good"]
    assert len(failures(found)) == 1


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u3000", "👩\u200d🌾", "\u200f", "\uf8ff"])
def test_blanks_and_joined_emoji_are_letters_of_a_name(tmp_path: Path, blank: str) -> None:
    """macOS and people put them there."""
    path = zip_of(tmp_path / "a.zip", {f"2024-05-01 At{blank}ten.md": "good"})
    assert [one.title for one in writings(items("markdown", path))] == [f"At{blank}ten"]


def of_a_mac(place: Path, files: dict[str, bytes]) -> Path:
    """Pack as macOS does: names in UTF-8 with letters taken apart, and no word of it in the archive."""
    zip_of(place, {name.replace("ä", "#@#"): text for name, text in files.items()})
    place.write_bytes(place.read_bytes().replace(b"#@#", "a\u0308".encode()))
    return place


def test_names_are_the_same_in_a_folder_and_in_any_archive_of_it(tmp_path: Path) -> None:
    """As letters, whichever system packed them; what a note points at is found, and copied out again."""
    files = {"2024-05-01 Fähre.md": "![](Bär.png)".encode(), "Bär.png": b"1"}
    apart = {unicodedata.normalize("NFD", name): text for name, text in files.items()}
    paths = [
        folder_of(tmp_path / "composed", files),
        folder_of(tmp_path / "apart", apart),
        zip_of(tmp_path / "flagged.zip", apart),
        of_a_mac(tmp_path / "mac.zip", files),
    ]
    for path in paths:
        (one,) = writings(items("markdown", path))
        (picture,) = one.attachments
        assert (one.title, one.source_id, picture.name) == ("Fähre", "2024-05-01 Fähre.md", "Bär.png")
        with opened_at(picture) as content:
            assert content is not None
            assert content.read() == b"1"
    name_then = "Ba\u0308r.png".encode().decode("cp437")
    as_once = Attachment("x.png", location=f"{tmp_path / 'mac.zip'}!/{name_then}")
    with opened_at(as_once) as content:
        assert content is not None, "an attachment of an earlier import is found under its name of then"


def test_a_link_in_an_archive_or_a_folder_is_not_followed(tmp_path: Path) -> None:
    """Neither leads out of the source."""
    packed = zipfile.ZipInfo("2024-05-01.md")
    packed.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(packed, "/etc/passwd")
    assert "link" in failures(items("markdown", tmp_path / "a.zip"))[0].reason
    (tmp_path / "secret.md").write_text("secret")
    folder = folder_of(tmp_path / "notes", {"2024-05-02.md": "mine"})
    (folder / "2024-05-03.md").symlink_to(tmp_path / "secret.md")
    (folder / "sub").symlink_to(tmp_path)
    found = items("markdown", folder)
    assert [one.text for one in writings(found)] == ["mine"]
    assert len(failures(found)) == 2


def test_a_bomb_is_refused_before_it_unpacks(tmp_path: Path) -> None:
    """A member that would grow more than two hundred times is named; nothing of it is held."""
    path = zip_of(tmp_path / "bomb.zip", {"2024-05-01.md": b"0" * (64 * 1024 * 1024)})
    assert "grow" in failures(items("markdown", path))[0].reason


def test_a_member_that_lies_about_its_size_is_stopped(tmp_path: Path) -> None:
    """No more than the list of members promises is unpacked, and what is cut short by that is refused."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("2024-05-01.md", "words " * 1000)
    whole = bytearray(content.getvalue())
    at = whole.rfind(b"PK\x01\x02")
    whole[at + 24 : at + 28] = (10).to_bytes(4, "little")
    (tmp_path / "liar.zip").write_bytes(whole)
    found = items("markdown", tmp_path / "liar.zip")
    (refused,) = failures(found)
    assert (refused.source, writings(found)) == ("2024-05-01.md", [])
    assert "cannot be unpacked" in refused.reason


def test_the_whole_has_a_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an archive unpacks to in all is counted over its members."""
    monkeypatch.setattr(room, "TOTAL_BYTES", 1000)
    path = zip_of(tmp_path / "a.zip", {f"2024-05-{day:02d}.md": "x" * 400 for day in range(1, 6)})
    found = items("markdown", path)
    assert len(writings(found)) == 2
    assert "more than is read" in failures(found)[0].reason


def test_a_member_without_a_name_is_named_as_that(tmp_path: Path) -> None:
    """Its name was lost; the note beside it comes in."""
    path = zip_of(tmp_path / "a.zip", {"2024-05-01.md": "good", "QQ": "x"})
    path.write_bytes(path.read_bytes().replace(b"QQ", b"\0\0"))
    found = items("markdown", path)
    assert [one.text for one in writings(found)] == ["good"]
    assert failures(found)[0].source == "a file without a name"


def test_too_many_members_are_refused_before_they_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The count in the archive's own end record is enough."""
    monkeypatch.setattr(room, "MEMBERS", 3)
    path = zip_of(tmp_path / "a.zip", {f"{number}.md": "x" for number in range(4)})
    with pytest.raises(Unreadable, match="more than 3 files"):
        open_source(path)


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_cut_archive_is_a_clear_error(tmp_path: Path, cut: int) -> None:
    """A download that broke off says so."""
    path = zip_of(tmp_path / "a.zip", {"2024-05-01.md": "x" * 500, "2024-05-02.md": "y" * 500})
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(Unreadable, match="not a whole zip"):
        open_source(path)


def test_names_that_differ_in_case_alone_are_two_notes(tmp_path: Path) -> None:
    """Both come in, under their own ids."""
    path = zip_of(tmp_path / "a.zip", {"2024-05-01.md": "one", "2024-05-01.MD": "two"})
    assert sorted(one.text for one in writings(items("markdown", path))) == ["one", "two"]


@pytest.mark.parametrize(
    ("content", "text", "guessed"),
    [
        ("héllo".encode(), "héllo", None),
        ("\ufeffhéllo".encode(), "héllo", None),
        ("héllo".encode("utf-16"), "héllo", None),
        (b"\xfe\xff" + "héllo".encode("utf-16-be"), "héllo", None),
        ("héllo “x”".encode("cp1252"), "héllo “x”", "cp1252"),
        (b"\xed\xa0\x80", "\ud800", None),
    ],
)
def test_a_text_is_decoded_without_loss(content: bytes, text: str, guessed: str | None) -> None:
    """Marks are obeyed, Windows text is recognised and told of, a lone surrogate stays."""
    found = decoded(content)
    assert (found.text, found.guessed) == (text, guessed)


def test_bytes_that_are_no_text_are_refused() -> None:
    """A picture is not read as a diary."""
    with pytest.raises(ValueError, match="not text"):
        decoded(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe")


def test_a_broken_line_costs_no_other_line() -> None:
    """Lines are decoded one by one; one that is too long is named and passed over."""
    content = b"first\n" + b"\xff\x00\n" + b"x" * 300 + b"\nlast\n"
    member = Member("a.txt", len(content), None, lambda: io.BytesIO(content))
    lines = list(lines_of(member, limit=100))
    assert [line.text.strip() for line in lines if line.refusal is None] == ["first", "last"]
    assert [line.number for line in lines if line.refusal] == [2, 3]


@pytest.mark.parametrize(
    ("name", "file", "content", "reason"),
    [
        ("dayone", "a.json", '{"entries": [{"text": [' + "[]," * 500_000 + "[]]}]}", "more parts than a journal"),
        ("dayone", "a.json", '{"entries": [{"text": "' + "x" * 24_000_000 + '"}]}', "longer than 20 MB"),
        ("jsonl", "a.jsonl", '{"date": "2024-05-01", "text": "x", "a": [' + "1," * 1_600_000 + "1]}", "more parts"),
        ("diaro", "a.xml", "<data>" + "<a/>" * 1_300_000 + "</data>", "more than 600000 elements"),
        ("diaro", "a.xml", "<a>" * 20_000, "nested too deeply"),
        ("dayone-classic", "a.doentry", "<array>" + "<true/>" * 200_000, "more parts than an entry"),
        ("rednotebook", "2024-02.txt", "1:\n" + "- x\n" * 60_000, "more than 50000 parts"),
        ("text", "a.txt", "May 3\n" * 600_000, "more than 500,000 lines"),
        ("jrnl", "a.journal", "[2024-05-01 09:30]\n" * 160_000, "more than 150,000 entries"),
        ("markdown", "a.md", "# 2024-05-01\n" * 60_000, "more than 50,000 dated headings"),
        ("applejournal", "Entries/2024-05-01.html", "<p>a</p>" * 20_000, "not a journal's"),
    ],
)
def test_a_file_made_to_fill_the_memory_is_refused(
    tmp_path: Path, name: str, file: str, content: str, reason: str
) -> None:
    """Counted before anything is built from it."""
    path = folder_of(tmp_path, {file: content})
    found = items(name, path if name in ("dayone-classic", "rednotebook", "markdown", "applejournal") else path / file)
    assert any(reason in failure.reason for failure in failures(found)), failures(found)[:1]
