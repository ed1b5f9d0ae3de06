"""What the person can choose on the screen, and what stands where."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Checkbox, Input, RadioButton, RadioSet, Static

from assistant.errors import LodestarError
from assistant.services.desk import Choices, Desk
from assistant.tui import words
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.personal import PersonalStatic
from assistant.tui.themes import NAMES

_THEME_NAMES: Final = tuple(NAMES)


class OneOf(RadioButton):
    """One of several; its mark differs in shape, so that no colour is needed to see what is chosen."""

    BUTTON_INNER = "○"

    def watch_value(self) -> None:
        """Draw the mark."""
        self.BUTTON_INNER = "●" if self.value else "○"
        super().watch_value()


class OnOff(Checkbox):
    """Yes or no; its mark differs in shape."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Draw the mark."""
        self.BUTTON_INNER = "X" if self.value else " "
        super().watch_value()


class SettingsScreen(DeskScreen):
    """Every choice takes effect at once and is kept."""

    PLACE = "settings"

    DEFAULT_CSS = """
    SettingsScreen #page { padding: 1 2; }
    SettingsScreen .heading { color: $accent; margin: 1 0 0 0; }
    SettingsScreen .about { color: $muted; max-width: 90; }
    SettingsScreen RadioSet, SettingsScreen RadioSet:focus {
        border: none; padding: 0; background: $background; background-tint: $background 0%; layout: horizontal;
        height: 1; width: auto;
    }
    SettingsScreen RadioSet > RadioButton { background: $background; border: none; padding: 0 3 0 0; width: auto; }
    SettingsScreen .toggle--button { color: $foreground; background: $panel; }
    SettingsScreen Checkbox { border: none; padding: 0; background: $background; }
    SettingsScreen Input { width: 16; border: round $border-blurred; background: $surface; }
    SettingsScreen Input:focus { border: round $border; }
    """

    class ChoiceMade(Message):
        """The person chose something, and it holds."""

    def body(self) -> ComposeResult:
        """Lay out the choices."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("Colours", classes="heading", markup=False)
            with RadioSet(id="theme"):
                for name in NAMES.values():
                    yield OneOf(name)
            yield Static("Replies", classes="heading", markup=False)
            yield OnOff("let a reply appear word by word", id="reveal")
            yield Static("Lock an encrypted vault after so many minutes without a key; 0 never", classes="heading")
            yield Input(id="minutes", type="integer", max_length=4)
            yield Static("Country for help lines: two letters, or nothing", classes="heading", markup=False)
            yield Input(id="country", max_length=2)
            yield Static("A reminder", id="remind-heading", classes="heading", markup=False)
            yield Input(id="remind", placeholder="none", max_length=5)
            yield PersonalStatic(id="reminder", classes="about")
            yield Static("The voice", classes="heading", markup=False)
            yield PersonalStatic(id="voice", classes="about")
            yield Static("The vault", classes="heading", markup=False)
            yield PersonalStatic(id="vault", classes="about")

    async def show_desk(self, desk: Desk) -> None:
        """Show what is chosen now."""
        choices = self.lodestar.choices
        for at, button in enumerate(self.query(RadioButton)):
            button.value = _THEME_NAMES[at] == self.app.theme
        self.query_one("#reveal", Checkbox).value = choices.reveal_gradually
        self.query_one("#minutes", Input).value = str(choices.idle_lock_minutes)
        self.query_one("#country", Input).value = choices.care_country or ""
        voice = f"{self.lodestar.readiness.voice.line}\nAnother model: lodestar llm use path/to/model.gguf"
        self.query_one("#voice", PersonalStatic).show(voice)
        held = "encrypted" if desk.vault.encrypted else "not encrypted; lodestar encrypt protects it with a passphrase"
        self.query_one("#vault", PersonalStatic).show("\n".join(part for part in (desk.place, held) if part))
        self.query_one("#theme").focus()
        self._show_reminder(desk)

    @work(exclusive=True, group="reminder")
    async def _show_reminder(self, desk: Desk) -> None:
        """Show the time that the scheduler keeps, and what is written for it; leave it out where there is none."""
        reminding = desk.reminding
        for part in self.query("#remind, #remind-heading"):
            part.display = reminding is not None
        if reminding is None:
            return
        at = await reminding.at()
        self.query_one("#remind", Input).value = f"{at:%H:%M}" if at else ""
        self.query_one("#reminder", PersonalStatic).show(words.REMIND.format(places="\n".join(("", *reminding.places))))

    @on(Input.Submitted, "#remind")
    def _remind(self, given: Input.Submitted) -> None:
        """Take the time only from Enter: a file outside the vault is never written in passing."""
        if self.desk is not None:
            self._keep_reminder(self.desk, given.value.strip())

    @work(exclusive=True, group="reminder")
    async def _keep_reminder(self, desk: Desk, named: str) -> None:
        if desk.reminding is None:
            return
        try:
            if named:
                at = await desk.reminding.keep(named)
                said = words.REMIND_KEPT.format(at=f"{at:%H:%M}", places=", ".join(desk.reminding.places))
            else:
                said = words.REMIND_GONE if await desk.reminding.drop() else ""
        except LodestarError as error:
            self.lodestar.tell(error)
            return
        if said:
            self.lodestar.say(said)
        self.post_message(self.ChoiceMade())

    @on(RadioSet.Changed, "#theme")
    def _theme(self, changed: RadioSet.Changed) -> None:
        self._choose(replace(self.lodestar.choices, theme=_THEME_NAMES[changed.index]))

    @on(Checkbox.Changed, "#reveal")
    def _reveal(self, changed: Checkbox.Changed) -> None:
        self._choose(replace(self.lodestar.choices, reveal_gradually=changed.value))

    @on(Input.Submitted, "#minutes")
    @on(Input.Blurred, "#minutes")
    def _minutes(self, given: Input.Submitted | Input.Blurred) -> None:
        if given.value.isdecimal():
            self._choose(replace(self.lodestar.choices, idle_lock_minutes=int(given.value)))
        else:
            self.lodestar.say(words.MINUTES_WRONG)

    @on(Input.Submitted, "#country")
    @on(Input.Blurred, "#country")
    def _country(self, given: Input.Submitted | Input.Blurred) -> None:
        country = given.value.strip().upper()
        if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
            self.lodestar.say(words.COUNTRY_WRONG)
            return
        self._choose(replace(self.lodestar.choices, care_country=country or None))

    def _choose(self, choices: Choices) -> None:
        desk = self.desk
        if desk is None or choices == self.lodestar.choices:
            return
        self.lodestar.take_choices(choices)
        try:
            if desk.keep_choices is None:
                self.lodestar.say(words.CHOICES_LOST)
            else:
                desk.keep_choices(choices)
        except LodestarError as error:
            self.lodestar.tell(error)
        self.post_message(self.ChoiceMade())
