"""What a screen may ask for, in one place: the vault, the conversation, recall, and how ready everything is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:  # the screen paints before it needs any of these
    from pathlib import Path

    from assistant.core.entry import Entry
    from assistant.core.ids import EntryId, RecordId, SessionId
    from assistant.core.period import Period
    from assistant.core.recollection import Recalled
    from assistant.core.review import Figures
    from assistant.ports import Clock, Vault
    from assistant.services.beliefs import Beliefs
    from assistant.services.commitments import Commitments
    from assistant.services.compass import Compass
    from assistant.services.confirm import Confirm
    from assistant.services.converse import Exchange
    from assistant.services.drifting import Drifting
    from assistant.services.loops import Loops
    from assistant.services.opening import Opening
    from assistant.services.practice_words import Practices
    from assistant.services.remember import Progress


T = TypeVar("T")


class Apart(Protocol):
    """Does what takes long where no key waits for it. `Apart` of bootstrap fills this role."""

    async def __call__(self, deed: Callable[[], Awaitable[T]]) -> T:
        """Return what the deed returns, or raise what it raises."""


async def here(deed: Callable[[], Awaitable[T]]) -> T:
    """Do it where it was asked for. Fills the role `Apart` where there is little to wait for."""
    return await deed()


class Conversation(Protocol):
    """The coach, as a screen sees it. `Converse` fills this role."""

    async def reply(self, session: SessionId, text: str, saved: Callable[[Entry], None] | None = None) -> Exchange:
        """Save the message, tell `saved` its entry, then answer it. Raises LodestarError, before that and after it."""


class Recalling(Protocol):
    """Search of the past, as a screen sees it. `Recall` fills this role."""

    async def search(
        self, query: str, count: int = 10, since: date | None = None, until: date | None = None
    ) -> Recalled:
        """Return what bears on the query, best first. Raises LodestarError."""


class Remembering(Protocol):
    """Embedding in the background. `Remember` fills this role."""

    async def run(self, progress: Progress | None = None) -> int:
        """Embed what has no vector yet; return how many passages that were. Raises LodestarError."""


class Insight(Protocol):
    """What the journal shows, as a screen sees it. `Insights` of bootstrap fills this role.

    All of it may take long, and is asked within the desk's `apart`.
    """

    @property
    def beliefs(self) -> Beliefs:
        """What keeps being said."""

    @property
    def confirm(self) -> Confirm:
        """Lines to begin a belief from, and one line at a time: does this show it too?"""

    @property
    def commitments(self) -> Commitments:
        """What the person said they would do."""

    @property
    def drifting(self) -> Drifting:
        """Where the days leave the vision."""

    @property
    def loops(self) -> Loops:
        """Causes and effects that close upon themselves."""


@dataclass(frozen=True, slots=True)
class Led:
    """A conversation that a practice leads, and the question with which it opens."""

    conversation: Conversation
    opening: str


class Practising(Protocol):
    """The practices, as a screen sees them."""

    def all(self) -> Practices:
        """Return every practice, and which of the person's own were refused."""

    async def lead(self, name: str, session: SessionId) -> Led:
        """Begin a practice in a session, or take up what was left of it. Raises NotFound."""

    def write_page(self, page: str, place: Path) -> None:
        """Write a page for others into a file that is not there yet. Raises LodestarError."""


class ReviewPages(Protocol):
    """The reviews, as a screen sees them. Each raises LodestarError."""

    async def markdown(self, period: Period, progress: Progress | None = None) -> str:
        """Return a review to be read; `progress` may be called from another thread."""

    async def figures(self, period: Period) -> Figures:
        """Return what a review draws."""

    async def write_page(self, period: Period, place: Path) -> None:
        """Write a review as one page for a browser, where no file is yet."""

    async def close(self, period: Period, session: SessionId) -> Led:
        """Begin the conversation about a review's questions."""


class Reminding(Protocol):
    """The optional reminder of the system's scheduler, as a screen sees it. Each raises LodestarError."""

    @property
    def places(self) -> tuple[str, ...]:
        """What is written for it, as the person finds it."""

    async def at(self) -> time | None:
        """Return the time of day that is kept; None where there is no reminder."""

    async def keep(self, named: str) -> time:
        """Keep the time of day that a text such as `21:30` names. Raises UsageError too."""

    async def drop(self) -> bool:
        """Take all of it away; return whether there was anything."""


class VoiceState(StrEnum):
    """How ready the language model is."""

    LOADING = "loading"
    READY = "ready"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class VoiceStatus:
    """How ready the voice is, with one line for the person."""

    state: VoiceState
    line: str
    short: str = ""
    """The same in a few words, for a line without room; the settings say the whole."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """The hosts to which something goes, since the person named them and agreed; empty where nothing does."""

    words: str = ""
    """The host of the model server, which is sent what is written."""
    vectors: str = ""
    """The host of the Chroma server, which is sent vectors and never words."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The settings that a screen shows and changes."""

    theme: str = "lodestar-dark"
    reveal_gradually: bool = True
    """Let a checked reply appear bit by bit."""
    idle_lock_minutes: int = 15
    """Lock an encrypted vault after this many minutes without a key press; 0 never locks."""
    care_country: str | None = None
    """Two capital letters, to name a line that can be called there."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left after an entry was forgotten, which the person has to know."""

    traces_left: int = 0
    """How many of its words a byte search of the vault's folder still found."""
    records_saying: tuple[RecordId, ...] = ()
    """Records of theirs that stay and say some of the same words."""
    mirror: str = ""
    """The mirror that could not be brought in line; empty where there is no such trouble."""
    mirror_trouble: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that the screens stand on, once the vault is open."""

    vault: Vault
    converse: Conversation
    recall: Recalling
    remember: Remembering
    compass: Compass
    clock: Clock
    ready_voice: Callable[[], Awaitable[VoiceStatus]]
    """Start the voice and wait until it can speak; a voice that cannot is a status, never an error."""
    close: Callable[[], Awaitable[None]]
    """End the child processes and close the vault."""
    choices: Choices = Choices()
    keep_choices: Callable[[Choices], None] | None = None
    """Keep what the person chose; None where it cannot be kept."""
    forget: Callable[[EntryId], Awaitable[Erased]] | None = None
    """Forget an entry with every trace of it; None where the vault cannot."""
    insight: Insight | None = None
    """Beliefs, drift, commitments and loops; None where there is no vault that can be read whole."""
    practising: Practising | None = None
    """The practices; None where none can be led."""
    reviews: ReviewPages | None = None
    """The reviews; None where none can be made."""
    opening: Callable[[date], Opening] | None = None
    """What an empty page brings back on a day; None brings back nothing."""
    place: str = ""
    """Where the vault lies, for the person to read."""
    leaves: Leaves = Leaves()
    """What goes to other machines, by the person's own choice."""
    apart: Apart = here
    """Where insight is computed: its parts are used within nothing else."""
    reminding: Reminding | None = None
    """The reminder; None where no scheduler can be asked."""
    linked_trouble: Callable[[], Sequence[str]] = tuple
    """What could not be read of the linked folders since it was asked last, a line for each folder."""


class OpenDesk(Protocol):
    """Open the vault and join the parts. Bootstrap fills this role; the screen calls it after its first paint."""

    async def __call__(self, passphrase: str | None) -> Desk:
        """Return the desk, making the vault where there is none.

        Raises WrongPassphrase where the vault is encrypted and the passphrase is missing or wrong, and every other
        LodestarError for a vault that cannot be opened.
        """
