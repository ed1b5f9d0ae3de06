"""Show one line on the desktop, the same on every evening; where there is no desktop, show nothing."""

from __future__ import annotations

import base64
import sys
from contextlib import suppress
from typing import Final

from assistant.bootstrap.reminding.commands import run
from assistant.errors import LodestarError

TITLE: Final = "Lodestar"
LINE: Final = "There is a page for tonight, if you want it."
"""No count, no streak, nothing of what was written or not written."""

_TOAST: Final = f"""
[Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime] > $null
$kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
$toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind)
$texts = $toast.GetElementsByTagName('text')
$texts.Item(0).AppendChild($toast.CreateTextNode('{TITLE}')) > $null
$texts.Item(1).AppendChild($toast.CreateTextNode('{LINE}')) > $null
$by = '{{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}}\\WindowsPowerShell\\v1.0\\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($by).Show($toast)
"""


def show_line(platform: str = sys.platform) -> None:
    """Show the line; a machine without a desktop, or one that does not answer, is no error."""
    with suppress(LodestarError):
        run(_command(platform), "")


def _command(platform: str) -> list[str]:
    match platform:
        case "win32":
            script = base64.b64encode(_TOAST.encode("utf-16-le")).decode("ascii")
            return ["powershell", "-NoProfile", "-NonInteractive", "-EncodedCommand", script]
        case "darwin":
            return ["osascript", "-e", f'display notification "{LINE}" with title "{TITLE}"']
        case _:
            return ["notify-send", f"--app-name={TITLE}", TITLE, LINE]
