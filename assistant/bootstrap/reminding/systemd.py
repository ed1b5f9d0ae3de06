"""A user timer of systemd: two small files of the person's, and a link that systemd makes to enable it."""

from __future__ import annotations

import configparser
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from platformdirs import user_config_path

from assistant.bootstrap.reminding.commands import run
from assistant.errors import LodestarError

UNIT: Final = "lodestar-reminder"
_CALENDAR: Final = "*-*-* %H:%M:00"

_SERVICE: Final = """\
# Written by `lodestar remind`; `lodestar remind off` takes it away.
[Unit]
Description=Lodestar: one line that reminds of the page for today

[Service]
Type=oneshot
ExecStart={command}
"""

_TIMER: Final = """\
# Written by `lodestar remind`; `lodestar remind off` takes it away.
[Unit]
Description=Lodestar: when the reminder comes

[Timer]
OnCalendar={calendar}
# An evening that was missed is not made up for.
Persistent=false

[Install]
WantedBy=timers.target
"""


class Systemd:
    """The timers of one person. Fills the role `Scheduler`."""

    def __init__(self) -> None:
        """Stand on the folder of the person's own units."""
        self._folder = user_config_path() / "systemd" / "user"
        self._service, self._timer = (self._folder / f"{UNIT}.{kind}" for kind in ("service", "timer"))

    @property
    def places(self) -> tuple[str, ...]:
        """The two files, and the link by which systemd enables the timer."""
        link = self._folder / "timers.target.wants" / self._timer.name
        return (str(self._timer), str(self._service), str(link))

    def keep(self, at: time, command: Sequence[str]) -> None:
        """Write both files and have them taken up; where that fails, nothing is left behind."""
        cron = f"{at.minute} {at.hour} * * *"
        hint = f"Without systemd, this line in `crontab -e` does the same: {cron} {' '.join(command)}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(self._service, _SERVICE.format(command=" ".join(map(quoted, command))))
            _write(self._timer, _TIMER.format(calendar=at.strftime(_CALENDAR)))
            for deed in (["daemon-reload"], ["enable", self._timer.name], ["restart", self._timer.name]):
                run(["systemctl", "--user", *deed], hint)
        except OSError as error:
            self.drop()
            raise LodestarError(f"{self._folder} cannot be written: {error.strerror}", hint) from error
        except LodestarError:
            self.drop()
            raise

    def at(self) -> time | None:
        """Return the time that the timer's file names."""
        read = configparser.ConfigParser(interpolation=None)
        try:
            read.read_string(self._timer.read_text(encoding="utf8"))
            return datetime.strptime(read["Timer"]["OnCalendar"], _CALENDAR).replace(tzinfo=UTC).time()
        except (OSError, UnicodeDecodeError, configparser.Error, KeyError, ValueError):
            return None

    def drop(self) -> bool:
        """Stop the timer and remove both files; the link goes too where systemd does not answer."""
        there = self._timer.exists() or self._service.exists()
        if not there:
            return False
        with suppress(LodestarError):
            run(["systemctl", "--user", "disable", "--now", self._timer.name], "")
        for place in self.places:
            Path(place).unlink(missing_ok=True)
        with suppress(LodestarError):
            run(["systemctl", "--user", "daemon-reload"], "")
        return True


def quoted(word: str) -> str:
    """Return one word of a command as systemd reads it. **Source:** systemd.service(5), "Command lines"."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{plain}"'


def _write(file: Path, text: str) -> None:
    file.touch(mode=0o600)
    file.write_text(text, encoding="utf8")
