"""Secrets are asked for in our own words, whatever stands where one is looked for."""

from __future__ import annotations

import getpass
import io
from pathlib import Path

import pytest

from assistant.bootstrap.secrets import PASSPHRASE_FILE, passphrase
from assistant.errors import WrongPassphrase


def test_a_file_that_is_no_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key or a picture named by mistake is said to be no passphrase, and none of its bytes are shown."""
    named = tmp_path / "key"
    named.write_bytes(b"\xff\xfesecret")
    monkeypatch.setenv(PASSPHRASE_FILE, str(named))
    with pytest.raises(WrongPassphrase, match="not text") as caught:
        passphrase()
    assert caught.value.__cause__ is None
    assert "secret" not in caught.value.message + caught.value.hint


def test_an_end_of_input_is_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-D at the question ends it in our own words."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def ended(prompt: str) -> str:
        raise EOFError

    monkeypatch.delenv(PASSPHRASE_FILE, raising=False)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", ended)
    with pytest.raises(WrongPassphrase):
        passphrase()
