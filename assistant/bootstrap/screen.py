"""Join the parts for the screen: it paints first, and asks for the vault afterwards."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from assistant.errors import EngineStopped, LodestarError, ModelRefused, NoVoice, UsageError, WrongPassphrase
from assistant.services.desk import Choices, Desk, Erased, Leaves, Led, VoiceState, VoiceStatus
from assistant.settings import Settings, from_home, load_settings, save_settings

if TYPE_CHECKING:
    from assistant.bootstrap.apart import Apart
    from assistant.bootstrap.assembly import Assembly
    from assistant.bootstrap.insights import Insights
    from assistant.bootstrap.reviews import Reviews
    from assistant.core.ids import EntryId, SessionId
    from assistant.core.period import Period
    from assistant.core.review import Figures
    from assistant.services.practice_words import Practices
    from assistant.services.remember import Progress
    from assistant.vault import SqlVault

BANK_ASKS: Final = "the question bank asks"
BANK_ASKS_SHORT: Final = "the question bank asks; F9 says why"


def open_screen(named: Path | None) -> None:
    """Open the screen and stay until the person leaves. Raises UsageError where there is no terminal, NoVault."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the screen needs a terminal", "Every command works without one: lodestar --help")
    refuse_missing(named)
    from assistant.tui.app import LodestarApp

    app = LodestarApp(ScreenDesk(named).open, choices=choices_of(load_settings()))
    app.run()
    if app.return_code:
        sys.exit(app.return_code)


def refuse_missing(named: Path | None) -> None:
    """Raise NoVault where a vault was named and there is none: the screen makes only the default one."""
    if named is None:
        return
    from assistant.bootstrap.assembly import vault_folder
    from assistant.vault import exists
    from assistant.vault.failures import no_vault

    folder = vault_folder(named)
    if not exists(folder):
        raise no_vault(folder)


class ScreenDesk:
    """What stands behind the screen."""

    def __init__(self, named: Path | None) -> None:
        """Prepare for the vault named on the command line, or the default one."""
        self._named = named

    async def open(self, passphrase: str | None) -> Desk:
        """Return the desk, making the vault where there is none. Raises WrongPassphrase and what opening raises."""
        from assistant.bootstrap.apart import Apart, EmbedderAtHome
        from assistant.bootstrap.assembly import Assembly, vault_folder
        from assistant.bootstrap.insights import Insights
        from assistant.bootstrap.reminding import Reminder
        from assistant.bootstrap.when import now
        from assistant.services.opening import opening_of
        from assistant.vault import exists, is_encrypted

        def told() -> str:
            if passphrase is None:
                raise WrongPassphrase("This vault is encrypted.", "Give its passphrase.")
            return passphrase

        settings = load_settings()
        folder = vault_folder(self._named, settings)
        parts = Assembly(settings, folder, make=True, passphrase=told)
        if exists(folder) and is_encrypted(folder):
            await asyncio.to_thread(lambda: parts.vault)  # deriving the key takes a second; the screen stays alive
        beside = parts.vault.beside()
        apart = Apart(at_end=beside.close)
        insight = Insights(beside, EmbedderAtHome(parts.embedder))
        return Desk(
            vault=parts.vault,
            converse=await parts.converse(),
            recall=parts.recall,
            remember=parts.remember,
            compass=parts.compass,
            clock=now,
            ready_voice=lambda: _ready_voice(parts),
            close=lambda: _close(parts, apart),
            choices=choices_of(settings),
            keep_choices=lambda choices: _take_choices(parts, choices),
            forget=lambda entry: _forget(parts, apart, entry),
            insight=insight,
            practising=_Practising(parts),
            reviews=_ReviewPages(parts, apart, _reviews(parts, beside, insight)),
            opening=lambda today: opening_of(parts.vault, today, parts.withholds),
            place=str(folder),
            leaves=leaves_of(settings),
            apart=apart,
            reminding=Reminder(),
            linked_trouble=parts.linked_trouble,
        )


class _Practising:
    """The practices of one vault. Fills the role `Practising`."""

    def __init__(self, parts: Assembly) -> None:
        self._parts = parts

    def all(self) -> Practices:
        """Return every practice, and which of the person's own were refused."""
        return self._parts.practices

    async def lead(self, name: str, session: SessionId) -> Led:
        """Begin a practice in a session, or take up what was left of it. Raises NotFound."""
        opening = self._parts.practise(name).opening(session)
        return Led(await self._parts.converse(practice=name), opening)

    def write_page(self, page: str, place: Path) -> None:
        """Write a page for others into a file that is not there yet. Raises LodestarError."""
        from assistant.exchange.files_out import whole_file

        with whole_file(from_home(place)) as file:
            file.write(f"{page}\n".encode("utf8", "surrogatepass"))


class _ReviewPages:
    """The reviews of one vault. Fills the role `ReviewPages`."""

    def __init__(self, parts: Assembly, apart: Apart, reviews: Reviews) -> None:
        self._parts, self._apart, self._reviews = parts, apart, reviews

    async def markdown(self, period: Period, progress: Progress | None = None) -> str:
        """Return a review to be read."""
        from assistant.bootstrap.reviews import Form

        return await self._apart(lambda: self._reviews.page(period, Form.MARKDOWN, progress))

    async def figures(self, period: Period) -> Figures:
        """Return what a review draws."""
        return (await self._apart(lambda: self._reviews.review(period))).figures

    async def write_page(self, period: Period, place: Path) -> None:
        """Write a review as one page for a browser, where no file is yet."""
        from assistant.bootstrap.reviews import Form
        from assistant.exchange.files_out import whole_file

        where = from_home(place)
        page = await self._apart(lambda: self._reviews.page(period, Form.HTML))
        with whole_file(where, replace=False) as file:
            file.write(page.encode("utf8", "backslashreplace"))

    async def close(self, period: Period, session: SessionId) -> Led:
        """Begin the conversation about a review's questions."""
        closing = await self._apart(lambda: self._reviews.closing(period))
        return Led(await self._parts.converse(guide=closing), closing.opening(session))


def choices_of(settings: Settings) -> Choices:
    """Return what the screen may change of the settings."""
    screen = settings.screen
    return Choices(screen.theme, screen.reveal == "gradually", screen.idle_lock_minutes, settings.care.country)


def leaves_of(settings: Settings) -> Leaves:
    """Return to which other machines something goes; a server on this one is none."""
    from assistant.engine.servers import is_here

    def host(url: str | None) -> str:
        return "" if url is None or is_here(url) else urlsplit(url).hostname or ""

    server = settings.voice.server
    return Leaves(host(server.url if server else None), host(settings.memory.chroma_url))


def keep_choices(choices: Choices) -> None:
    """Keep what the person chose on the screen, beside what else stands in the settings.

    Raises UsageError where they cannot be read, LodestarError where they cannot be written.
    """
    save_settings(_with_choices(load_settings(), choices))


def _take_choices(parts: Assembly, choices: Choices) -> None:
    """Let what the person chose hold from now on, and keep it. Raises what `keep_choices` raises, and then it holds."""
    parts.settings = _with_choices(parts.settings, choices)
    keep_choices(choices)


def _with_choices(settings: Settings, choices: Choices) -> Settings:
    """Return the settings with what the person chose on the screen."""
    screen = settings.screen.model_copy(
        update={
            "theme": choices.theme,
            "reveal": "gradually" if choices.reveal_gradually else "at once",
            "idle_lock_minutes": choices.idle_lock_minutes,
        }
    )
    care = settings.care.model_copy(update={"country": choices.care_country})
    return settings.model_copy(update={"screen": screen, "care": care})


async def _ready_voice(parts: Assembly) -> VoiceStatus:
    """Start the voice and say in one line how it is."""
    voice = parts.voices.named(None)
    if voice is None:
        missing = parts.voices.missing
        said = f"{BANK_ASKS}: {missing.hint or missing.message}" if missing else BANK_ASKS
        return VoiceStatus(VoiceState.MISSING, said, BANK_ASKS_SHORT)
    try:
        facts = await voice.facts()
    except (EngineStopped, ModelRefused, NoVoice) as error:
        return VoiceStatus(VoiceState.MISSING, f"{BANK_ASKS}: {error.message}", BANK_ASKS_SHORT)
    where = "" if parts.settings.voice.server else ", on this machine"
    trusted = "" if facts.passed else "; not examined yet: lodestar llm check"
    short = facts.name if facts.passed else f"{facts.name}, not examined; F9 says more"
    return VoiceStatus(VoiceState.READY, f"{facts.name}{where}{trusted}", short)


async def _close(parts: Assembly, apart: Apart) -> None:
    """Let go of the vault: first what stands beside it, then the children and the vault itself."""
    await apart.close()
    await parts.close()


def _reviews(parts: Assembly, beside: SqlVault, insight: Insights) -> Reviews:
    """Return the reviews that are made apart, on the connection and with the vectors that insight has there."""
    from assistant.bootstrap.apart import VoiceAtHome
    from assistant.bootstrap.reviews import Reviews

    return Reviews(beside, insight.vectors, parts.now, VoiceAtHome.of(lambda: parts.voices.named(None)))


async def _forget(parts: Assembly, apart: Apart, entry: EntryId) -> Erased:
    """Forget an entry; the index lets go of its files first and is made anew from what stays.

    Where it cannot be made anew, the entry is forgotten all the same, and whoever remembers next is told why.
    """
    await apart.quiet()
    await parts.index.close()
    await parts.memory_process.close()
    done, mirrored = parts.forget([entry])
    with suppress(LodestarError):
        await parts.remember.run()
    saying = done.with_it.records_saying
    if mirrored is None or not mirrored.trouble:
        return Erased(done.traces_left, saying)
    return Erased(done.traces_left, saying, str(mirrored.folder), mirrored.trouble)
