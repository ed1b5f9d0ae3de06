"""Settings: every default without a file, every slip named, and only what was chosen written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import UsageError
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
