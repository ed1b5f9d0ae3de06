"""Settings: every default without a file, every slip named, and only what was chosen written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bootstrap.assembly import vault_folder
from assistant.errors import LodestarError, UsageError
from assistant.settings import ScreenSettings, Settings, VoiceSettings, cache_folder, load_settings, save_settings


def test_without_a_file_everything_is_the_default(tmp_path: Path) -> None:
    """A stranger needs no settings, and reading them makes no file."""
    assert load_settings(tmp_path / "none.toml") == Settings()
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    """Only what differs from the defaults is written, in a folder that is made for it, with nothing left beside."""
    path = tmp_path / "deep" / "settings.toml"
    chosen = Settings(
        vault=tmp_path / "mine", voice=VoiceSettings(threads=3), screen=ScreenSettings(theme="lodestar-light")
    )
    save_settings(chosen, path)
    assert load_settings(path) == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]
    text = path.read_text()
    assert "reveal" not in text
    assert "idle_unload_minutes" not in text


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[voice]\nmodle = 'x'\n", "voice.modle"),
        ("[voice]\nthreads = -1\n", "voice.threads"),
        ("[screen]\nreveal = 'slowly'\n", "screen.reveal"),
        ("[care]\ncountry = 'Germany'\n", "care.country"),
        ("[opera]\n", "opera"),
        ("vault = 7\n", "vault"),
        ("[voice\n", "not readable TOML"),
    ],
)
def test_a_slip_is_refused_by_name(tmp_path: Path, content: str, named: str) -> None:
    """The file, the setting and the reason are in the message; nothing is silently ignored."""
    path = tmp_path / "settings.toml"
    path.write_text(content)
    with pytest.raises(UsageError) as caught:
        load_settings(path)
    assert named in caught.value.message
    assert str(path) in caught.value.message


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are no settings."""
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError):
        load_settings(path)


def test_the_environment_wins_for_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`LODESTAR_VAULT` and `LODESTAR_CACHE` name other folders; a tilde is the person's home."""
    assert Settings(vault=tmp_path).vault_folder == tmp_path
    monkeypatch.setenv("LODESTAR_VAULT", "~/elsewhere")
    assert Settings(vault=tmp_path).vault_folder == Path.home() / "elsewhere"
    monkeypatch.setenv("LODESTAR_CACHE", str(tmp_path / "cache"))
    assert cache_folder() == tmp_path / "cache"


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    """What cannot be read is named with what the system says."""
    with pytest.raises(UsageError, match="is a directory"):
        load_settings(tmp_path)


def test_settings_that_cannot_be_written_are_told_of(tmp_path: Path) -> None:
    """In our own words, and with nothing left beside what was there."""
    (tmp_path / "taken").write_text("no folder")
    with pytest.raises(LodestarError, match="cannot be written"):
        save_settings(Settings(), tmp_path / "taken" / "settings.toml")
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(LodestarError, match="cannot be written"):
        save_settings(Settings(), tmp_path / "settings.toml")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["settings.toml", "taken"]


def test_a_link_to_the_settings_stays_one(tmp_path: Path) -> None:
    """Who keeps such files in one place elsewhere finds the change there."""
    kept = tmp_path / "kept.toml"
    kept.write_text("")
    link = tmp_path / "settings.toml"
    link.symlink_to(kept)
    chosen = Settings(voice=VoiceSettings(threads=3))
    save_settings(chosen, link)
    assert link.is_symlink()
    assert load_settings(kept) == chosen


def test_a_home_folder_is_read_as_a_shell_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mirror at `~/words` is not a folder named ~ beside whatever is open; somebody unknown is told of."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("LODESTAR_VAULT", raising=False)
    path = tmp_path / "settings.toml"
    path.write_text('mirror = "~/words"\nvault = "~/vault"\n')
    read = load_settings(path)
    assert (read.mirror, read.vault_folder) == (tmp_path / "words", tmp_path / "vault")
    path.write_text('mirror = "~nobody-of-that-name/words"\n')
    with pytest.raises(UsageError, match="mirror"):
        load_settings(path)
    with pytest.raises(UsageError, match="nobody"):
        vault_folder(Path("~nobody-of-that-name/vault"), read)
