"""The reminder: what each system's scheduler is handed, that it goes without a trace, and that it tells nothing."""

from __future__ import annotations

import base64
import os
import plistlib
import stat
import sys
from collections.abc import Callable
from datetime import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from assistant.bootstrap.reminding import Scheduler, reminder_command, system_scheduler, time_named
from assistant.bootstrap.reminding.launchd import Launchd
from assistant.bootstrap.reminding.notice import LINE, show_line
from assistant.bootstrap.reminding.systemd import Systemd, quoted
from assistant.bootstrap.reminding.task_scheduler import TaskScheduler, task_xml
from assistant.cli import app
from assistant.errors import LodestarError, UsageError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")

COMMAND = ("/opt/my programs/python", "-P", "-m", "assistant", "remind", "--show")
Fake = Callable[..., Path]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Put a stand-in for a system's command first on the PATH; it writes down how it was called."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    monkeypatch.setenv("PATH", f"{bin_folder}:/usr/bin:/bin")

    def make(name: str, body: str = "exit 0") -> Path:
        log = tmp_path / f"{name}.log"
        script = bin_folder / name
        script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" >> "{log}"\n{body}\n')
        script.chmod(0o755)
        return log

    return make


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(place / ".config"))
    return place


def files_in(folder: Path) -> list[str]:
    """Return the files below a folder, by their names."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_systemd_is_handed_two_files_and_told_to_take_them_up(fake: Fake, home: Path) -> None:
    """The timer names the hour, the service the command; both are named to the person, and only they may read them."""
    log = fake("systemctl")
    Systemd().keep(time(21, 5), COMMAND)
    timer, service, _link = map(Path, Systemd().places)
    assert "OnCalendar=*-*-* 21:05:00\n" in timer.read_text()
    assert "Persistent=false" in timer.read_text()
    assert 'ExecStart="/opt/my programs/python" "-P" "-m" "assistant" "remind" "--show"\n' in service.read_text()
    assert files_in(home) == ["lodestar-reminder.service", "lodestar-reminder.timer"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in (timer, service)} == {0o600}
    assert log.read_text().splitlines() == [
        "--user daemon-reload", "--user enable lodestar-reminder.timer", "--user restart lodestar-reminder.timer",
    ]  # fmt: skip
    assert Systemd().at() == time(21, 5)


def test_systemd_itself_finds_nothing_wrong_with_the_files(
    fake: Fake, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where systemd's own checker is installed, it reads both files without a complaint."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    from assistant.bootstrap.reminding.commands import run

    if not Path("/usr/bin/systemd-analyze").exists():
        pytest.skip("systemd-analyze is not installed")
    fake("systemctl")
    Systemd().keep(time(7, 30), (sys.executable, *COMMAND[1:]))
    assert "07:30:00" in run(["systemd-analyze", "calendar", "*-*-* 07:30:00"], "")
    timer, service, _link = Systemd().places
    run(["systemd-analyze", "verify", "--user", "--man=no", timer, service], "")


def test_systemd_reads_every_character_as_it_stands() -> None:
    """A folder may be named with what systemd would expand."""
    assert quoted('50% "$HOME" \\') == '"50%% \\"$$HOME\\" \\\\"'


def test_a_reminder_of_systemd_goes_whole(fake: Fake, home: Path) -> None:
    """Both files and the link are gone, and the timer is stopped; a second time there is nothing to take away."""
    log = fake("systemctl")
    Systemd().keep(time(21, 5), COMMAND)
    link = Path(Systemd().places[2])
    link.parent.mkdir()
    link.symlink_to(Systemd().places[0])
    assert Systemd().drop()
    assert not link.is_symlink()
    assert files_in(home) == []
    assert "--user disable --now lodestar-reminder.timer" in log.read_text()
    assert Systemd().at() is None
    assert not Systemd().drop()


def test_a_refusal_of_systemd_leaves_nothing_behind(fake: Fake, home: Path) -> None:
    """Without a user manager the person is told so, with the line that does the same by cron."""
    fake("systemctl", 'echo "Failed to connect to bus" >&2; exit 1')
    with pytest.raises(LodestarError, match="Failed to connect to bus") as told:
        Systemd().keep(time(21, 5), COMMAND)
    assert "5 21 * * *" in told.value.hint
    assert files_in(home) == []


def test_launchd_is_handed_a_property_list(fake: Fake, home: Path) -> None:
    """It names the hour and the command, does not start at once, is renewed when the hour changes, and goes whole."""
    log = fake("launchctl")
    Launchd().keep(time(21, 0), COMMAND)
    Launchd().keep(time(22, 15), COMMAND)
    agent = plistlib.loads(Path(Launchd().places[0]).read_bytes())
    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["StartCalendarInterval"] == {"Hour": 22, "Minute": 15}
    assert agent["RunAtLoad"] is False
    assert Launchd().at() == time(22, 15)
    assert Launchd().drop()
    assert files_in(home) == []
    called = [line.split()[0] for line in log.read_text().splitlines()]
    assert called == ["bootstrap", "bootout", "bootstrap", "bootout"]


def test_launchd_leaves_nothing_where_it_refuses(fake: Fake, home: Path) -> None:
    """A property list that is not taken up is not left lying about."""
    fake("launchctl", "exit 5")
    with pytest.raises(LodestarError, match="ended with 5"):
        Launchd().keep(time(21, 0), COMMAND)
    assert files_in(home) == []


def test_the_task_scheduler_is_handed_its_task_as_xml(fake: Fake, tmp_path: Path) -> None:
    """The task names the hour and the command in fields of their own, and the file that carried it is gone."""
    kept = tmp_path / "task.xml"
    log = fake(
        "schtasks",
        f'case "$1" in /Create) cp "$5" "{kept}";; /Query) cat "{kept}" || exit 1;; /Delete) rm "{kept}";; esac',
    )
    assert TaskScheduler().at() is None
    TaskScheduler().keep(time(21, 45), COMMAND)
    assert TaskScheduler().at() == time(21, 45)
    carried = Path(log.read_text().splitlines()[1].split("/XML ")[1].removesuffix(" /F"))
    assert not carried.exists()
    assert TaskScheduler().drop()
    assert TaskScheduler().at() is None
    assert not TaskScheduler().drop()


def test_the_task_names_its_command_and_the_rest_apart() -> None:
    """A path with a space is one command; what follows it is quoted as Windows reads it."""
    root = ElementTree.fromstring(task_xml(time(6, 0), (r"C:\My Programs\pythonw.exe", "-m", "a b")))
    said = {part.tag.partition("}")[2]: part.text for part in root.iter()}
    assert said["Command"] == r"C:\My Programs\pythonw.exe"
    assert said["Arguments"] == '-m "a b"'
    assert said["StartBoundary"] == "2025-01-01T06:00:00"


@pytest.mark.parametrize(
    ("platform", "command"), [("linux", "notify-send"), ("darwin", "osascript"), ("win32", "powershell")]
)
def test_one_fixed_line_is_shown(fake: Fake, platform: str, command: str) -> None:
    """Each system shows the same line by its own command."""
    log = fake(command)
    show_line(platform)
    said = log.read_text()
    if platform == "win32":
        said = base64.b64decode(said.split()[-1]).decode("utf-16-le")
    assert LINE in said


def test_without_a_desktop_nothing_happens(fake: Fake) -> None:
    """A missing or failing notification is no error."""
    show_line("darwin")
    fake("notify-send", "exit 1")
    show_line("linux")


def test_the_reminder_opens_no_vault(fake: Fake, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the scheduler starts shows the line and touches neither vault nor settings: it knows nothing to tell."""
    log = fake("notify-send")
    monkeypatch.setenv("LODESTAR_VAULT", str(home / "vault"))
    monkeypatch.setattr(sys, "platform", "linux")
    shown = CliRunner().invoke(app, ["remind", "--show"])
    assert (shown.exit_code, shown.output) == (0, "")
    assert log.read_text() == f"--app-name=Lodestar Lodestar {LINE}\n"
    assert files_in(home) == []


def test_nothing_is_written_before_the_person_says_so(fake: Fake, home: Path) -> None:
    """Asking what is kept, and naming no time of day, write nothing; a wrong time says how to write one."""
    log = fake("systemctl")
    asked = CliRunner().invoke(app, ["remind"])
    assert asked.output.strip() == "No reminder is kept."
    with pytest.raises(UsageError, match="is no time of day"):
        time_named("25:00")
    assert files_in(home) == []
    assert not log.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the command line takes this system's scheduler")
def test_the_command_says_every_file(fake: Fake, home: Path) -> None:
    """`lodestar remind 21:30` names what it wrote, without an argument what is kept, and off what went."""
    fake("systemctl")
    runner = CliRunner()
    timer = str(home / ".config/systemd/user/lodestar-reminder.timer")
    for arguments, said in ((["21:30"], "21:30. Written:"), ([], "Each day at 21:30"), (["off"], "Gone")):
        done = runner.invoke(app, ["remind", *arguments])
        assert said in done.output
        assert timer in done.output
    assert files_in(home) == []


def test_the_command_is_this_program_and_imports_nothing_from_where_it_starts() -> None:
    """A folder named `assistant` in the home folder is never run in its place."""
    command = reminder_command()
    assert command[1:] == ("-P", "-m", "assistant", "remind", "--show")
    assert Path(command[0]).name.startswith("python")


@pytest.mark.parametrize(("platform", "kind"), [("linux", Systemd), ("darwin", Launchd), ("win32", TaskScheduler)])
def test_each_system_has_its_scheduler(platform: str, kind: type[Scheduler]) -> None:
    """Nothing of our own stays running."""
    assert isinstance(system_scheduler(platform), kind)
