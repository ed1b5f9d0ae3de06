"""The roles that the services need filled; adapters and fakes fill them.

Rooms below the services import nothing of what fills a role. Every port has one contract suite under
`tests/contracts/`, run on the real adapter and on the fake in `assistant/testing.py`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from assistant.core.capability import Capability
from assistant.core.dialogue import Reply, Session
from assistant.core.entry import Entry, Passage, Writing
from assistant.core.ids import EntryId, PassageId, RecordId, SessionId
from assistant.core.incoming import Answered, Refused, Remembered
from assistant.core.records import Record
from assistant.core.span import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    """`(n, dimensions)` float32, rows of length 1."""

R = TypeVar("R", bound=Record)

Clock = Callable[[], datetime]
"""Tell the time now, with its offset."""


# ------------------------------------------------------------------------------------------- language model


@dataclass(frozen=True, slots=True)
class PromptTurn:
    """One message of a prompt: `role` is system, user or assistant."""

    role: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a language model is asked to word."""

    turns: tuple[PromptTurn, ...]
    """The unchanging part first, so that its evaluation is kept from one ask to the next."""
    grammar: str | None = None
    """A GBNF grammar whose root every candidate must match."""
    candidates: int = 1
    max_tokens: int = 96
    temperature: float = 0.7
    top_p: float = 0.95
    seed: int = 0
    adapted: bool = True
    """Use the adapter that ships for this model, where there is one."""
    opening: str = field(default="", repr=False)
    """Words the model's answer begins with; they are part of every candidate."""
    shared_turns: int = 0
    """How many of the first turns ship with Lodestar and hold no word of the person's: only their
    evaluation may be kept on disk from one day to the next."""
    weighed: tuple[str, ...] = field(default=(), repr=False)
    """Answers of somebody else's that the model is to judge beside its own."""


@dataclass(frozen=True, slots=True)
class TokenDrawn:
    """The model has drawn a piece of candidate number `candidate`."""

    candidate: int
    piece: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CandidateMade:
    """One whole candidate."""

    candidate: int
    text: str = field(repr=False)
    likelihood: float = 0.0
    """Mean logarithm of its tokens' probabilities, in nats; 0 where it is the only one or the model tells none."""
    assent: float = 0.0
    """Logarithm of the probability, in nats, with which the model leaves it at that: a model that was taught to judge
    itself would rather go on after a poor question. 0 where the model tells none."""


@dataclass(frozen=True, slots=True)
class AnswerWeighed:
    """What the model thinks of an answer that it was given to judge."""

    place: int
    """Which of the ask's `weighed` it is."""
    assent: float
    """As of a candidate."""


@dataclass(frozen=True, slots=True)
class AskFinished:
    """The model is done; what it cost."""

    prompt_tokens: int
    evaluated_tokens: int
    """Prompt tokens that were truly evaluated; the rest was kept from before."""
    drawn_tokens: int
    prefill_seconds: float
    decode_seconds: float


VoiceEvent = TokenDrawn | CandidateMade | AnswerWeighed | AskFinished


@dataclass(frozen=True, slots=True)
class VoiceFacts:
    """What is known about the language model in use."""

    name: str
    sha256: str
    context_tokens: int
    parameters: int
    adapted: bool
    """An adapter made for it is loaded."""
    secluded: bool = False
    """Its process cut itself off from the network before it opened the file."""
    keeps_grammar: bool = True
    """Every candidate matches the grammar of its ask; a server that takes none is held only by the critic."""
    adapter_sha256: str = ""
    """Hash of the adapter that is loaded; empty for none."""
    passed: frozenset[Capability] = frozenset()
    """What the model may be trusted with: nothing until it was examined (`lodestar llm check`)."""


class ChatModel(Protocol):
    """A language model that words what the coach has planned."""

    async def facts(self) -> VoiceFacts:
        """Describe the model, loading it if need be. Raises ModelRefused, EngineStopped, NoVoice."""

    def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Stream the wording of `ask`; closing the iterator cancels. Raises EngineStopped, ModelRefused."""

    async def close(self) -> None:
        """End whatever runs; a later ask starts it again."""


# ------------------------------------------------------------------------------------------- child processes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child process sent back: named values (JSON) and raw bytes, such as rows of float32."""

    values: Mapping[str, object] = field(repr=False)
    blobs: tuple[bytes, ...] = field(default=(), repr=False)


Emit = Callable[[Mapping[str, object]], None]
"""Send one piece of a streamed answer."""

Cancelled = Callable[[], bool]
"""Tell whether the one who asked has gone away; a long handler looks often and stops."""

Handler = Callable[[Mapping[str, object], Sequence[bytes], Emit, Cancelled], Answer]
"""Answer one request inside a child process: named values, blobs, emit, cancelled. Runs to its end, one at a time."""


class ChildProcess(Protocol):
    """A child process that answers named requests; it is started when first asked and again after it died."""

    async def request(self, name: str, values: Mapping[str, object], blobs: Sequence[bytes] = ()) -> Answer:
        """Return the answer. Raises EngineStopped when the child dies first, and what the handler raised."""

    def stream(
        self, name: str, values: Mapping[str, object], blobs: Sequence[bytes] = ()
    ) -> AsyncGenerator[Answer, None]:
        """Yield the pieces as they are emitted and the final answer last; closing the iterator cancels."""

    async def close(self) -> None:
        """End the child at once; a later request starts it again."""


# ------------------------------------------------------------------------------------------- memory


class Embedder(Protocol):
    """Turn texts into vectors."""

    @property
    def name(self) -> str:
        """Identity of model and version (its SHA-256 within): vectors of two names never mix."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row a text. An empty text has a row too. Raises EngineStopped, ModelRefused."""

    async def embed_within(self, text: str, words: Sequence[Span]) -> Vectors:
        """Return two unit rows, `(2, dimensions)`: the text's, and that of the words at those spans as the text means
        them; the text's again where there are none. It costs what one text costs. Raises EngineStopped, ModelRefused.
        """

    async def close(self) -> None:
        """End whatever runs; a later call starts it again."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A passage near a query, with the cosine of the two vectors."""

    passage: PassageId
    cosine: float


class VectorIndex(Protocol):
    """Find the nearest passages. Disposable: it can be rebuilt from the vault at any time."""

    async def add(self, passages: Sequence[PassageId], vectors: Vectors) -> None:
        """Add or replace rows."""

    async def remove(self, passages: Sequence[PassageId]) -> None:
        """Take rows out; ids that are not there are passed over."""

    async def nearest(self, vector: Vectors, count: int) -> list[Neighbour]:
        """Return up to `count` neighbours of one `(dimensions,)` unit vector, nearest first."""

    async def count(self) -> int:
        """Return how many rows there are."""

    async def settle(self) -> None:
        """Bring the index in line with the vault and note that it is: at the end of a run of additions or removals."""

    async def rebuild(self) -> None:
        """Make the index anew from the vault, so that nothing of what was removed is left in its files."""

    async def close(self) -> None:
        """Let go of files and processes."""


# ------------------------------------------------------------------------------------------- vault


@dataclass(frozen=True, slots=True)
class WordHit:
    """An entry that full text found, with the rank the database gave it (higher is better)."""

    entry: EntryId
    score: float


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record, as it stood from `set_at` on."""

    record: Record
    number: int
    set_at: datetime
    withdrawn_at: datetime | None = None
    """When it was taken out of what is current, in UTC; None while it stands or a later version took its place."""


class EntryStore(Protocol):
    """The person's words, safe before anything else happens."""

    def add(self, writing: Writing) -> Entry:
        """Save one writing and return it as an entry; on return it is on disk.

        A writing whose `source` and `source_id` (or, without an id, whose `source`, moment and text) are
        there already returns the entry that is there. Raises DiskFull, VaultReadOnly, VaultDamaged.
        """

    def add_many(self, writings: Iterable[Writing]) -> Iterator[tuple[Entry, bool]]:
        """Save in batches, each one transaction; yield each entry once it is on disk, and whether it is new."""

    def get(self, entry: EntryId) -> Entry:
        """Return one entry. Raises NotFound."""

    def get_many(self, entries: Sequence[EntryId]) -> list[Entry]:
        """Return those of the entries that are there, in the order in which they are named."""

    def amend(self, entry: EntryId, text: str, at: datetime) -> Entry:
        """Replace an entry's text on the person's behalf and keep the text that was there."""

    def earlier_texts(self, entry: EntryId) -> list[tuple[datetime, str]]:
        """Return what the entry said before each change, oldest first, with when it was replaced."""

    def between(self, since: date | None = None, until: date | None = None) -> Iterator[Entry]:
        """Yield entries whose local day lies in `[since, until]`, oldest first."""

    def latest(self, count: int) -> list[Entry]:
        """Return the newest entries, newest first."""

    def count(self) -> int:
        """Return how many entries there are."""

    def search_words(self, terms: Sequence[str], count: int) -> list[WordHit]:
        """Return entries that hold any of the terms, best BM25 first; a term is a plain word, never syntax."""

    def document_frequency(self, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many entries each term (stemmed as the index does) occurs."""


Place = tuple[int, int, int]
"""Where a passage stands: the number its entry came with, and where its span starts and ends."""


class PassageStore(Protocol):
    """Passages and their vectors, keyed by content, so that nothing is embedded twice."""

    def unsplit(self, count: int) -> list[Entry]:
        """Return entries whose passages have not been made for their present text, oldest first."""

    def put_passages(self, entry: EntryId, spans: Sequence[Span]) -> list[Passage]:
        """Replace the entry's passages; passages of an unchanged text keep their ids and vectors."""

    def unembedded(self, embedder: str, count: int) -> list[tuple[Passage, str]]:
        """Return passages without a vector of that embedder, newest entry first, with their words."""

    def unembedded_count(self, embedder: str) -> int:
        """Return how many passages wait for a vector of that embedder."""

    def put_vectors(self, embedder: str, passages: Sequence[PassageId], vectors: Vectors) -> None:
        """Keep one vector a passage."""

    def vectors(self, embedder: str) -> tuple[list[PassageId], Vectors]:
        """Return all vectors of that embedder, in order of passage id."""

    def vectors_of(self, embedder: str, entries: Sequence[EntryId]) -> tuple[list[Passage], Vectors]:
        """Return those passages of the entries that have a vector, in the order of their texts, and the vectors."""

    def places_of(self, embedder: str, entries: Sequence[Entry]) -> tuple[list[Place], Vectors]:
        """Return where the same passages stand, entry by entry in the order of arrival, and the vectors."""

    def entries_of(self, ids: Sequence[PassageId], most: int) -> list[EntryId]:
        """Return the entries of the passages that still exist, each once, in the order of `ids`, up to so many."""

    def passages_of(self, entry: EntryId) -> list[Passage]:
        """Return an entry's passages in the order of its text."""

    def embedded_count(self, embedder: str) -> int:
        """Return how many passages have a vector of that embedder."""

    def fingerprint(self, embedder: str) -> str:
        """Return a hash over which passages have which vectors: what an index must match."""


class RecordStore(Protocol):
    """What the person owns, with every version."""

    def put(self, record: Record, at: datetime) -> Version:
        """Keep a record as the newest version of its id."""

    def current(self, kind: type[R]) -> list[R]:
        """Return the newest version of every record of that kind that was not withdrawn, oldest id first."""

    def history(self, record: RecordId) -> list[Version]:
        """Return every version, oldest first. Raises NotFound."""

    def withdraw(self, record: RecordId, at: datetime) -> None:
        """Take a record out of what is current; its history stays. Raises NotFound."""

    def refuse(self, kind: str, fingerprint: str, at: datetime) -> None:
        """Remember that the person said no to a proposal."""

    def allow(self, kind: str, fingerprint: str) -> None:
        """Take back a no, so that the proposal may be made again; one that was never said is passed over."""

    def refused(self, kind: str) -> frozenset[str]:
        """Return the fingerprints of the proposals of that kind that the person said no to."""

    def everything(self) -> Iterator[Version]:
        """Yield every version of every record, in the order in which they were put."""

    def refusals(self) -> list[Refused]:
        """Return every refusal, oldest first."""


class SessionStore(Protocol):
    """Conversations: which messages belong together and what was answered."""

    def answer(self, session: SessionId, entry: EntryId, reply: Reply, at: datetime) -> None:
        """Keep the reply to a message."""

    def session(self, session: SessionId) -> Session:
        """Return a session with its turns in order. Raises NotFound."""

    def sessions(self, count: int) -> list[Session]:
        """Return the newest sessions, newest first."""

    def remember_state(self, session: SessionId, name: str, state: str) -> None:
        """Keep a named piece of a session's state (JSON) across restarts."""

    def state(self, session: SessionId, name: str) -> str | None:
        """Return what `remember_state` kept last."""

    def answers(self) -> Iterator[Answered]:
        """Yield every reply with the message that it answers, in the order of the messages."""

    def states(self) -> list[Remembered]:
        """Return everything that sessions remember about themselves."""


class DraftStore(Protocol):
    """Words typed and not yet said."""

    def keep_draft(self, place: str, text: str) -> None:
        """Keep the draft of one place; an empty text drops it.

        A place is the name of a screen or a field, or the id of an entry that is being changed: that draft is
        forgotten with the entry.
        """

    def draft(self, place: str) -> str:
        """Return the draft of that place, empty where there is none."""


class DerivedStore(Protocol):
    """Anything computed that can be thrown away, keyed by what it was computed from."""

    def derive(self, kind: str, key: str, value: bytes) -> None:
        """Keep a computed value."""

    def derived(self, kind: str, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Return those of the values that are there."""

    def drop_derived(self, kind: str | None = None) -> None:
        """Throw computed values away: of one kind, or all."""


@dataclass(frozen=True, slots=True)
class LinkedFolder:
    """A folder that is read again and again, and the format that it is read as."""

    folder: str
    format: str


class LinkStore(Protocol):
    """Folders that the vault keeps reading, and what is not to come back from them."""

    def link(self, folder: str, format_name: str, at: datetime) -> None:
        """Remember a folder."""

    def unlink(self, folder: str) -> bool:
        """Stop reading a folder; what came from it stays. Return whether it was linked."""

    def linked(self) -> list[LinkedFolder]:
        """Return the folders, oldest link first."""

    def stamps(self, folder: str) -> Mapping[bytes, str]:
        """Return how each file stood when it was read last, under the hash of its name."""

    def stamp(self, folder: str, stamps: Mapping[bytes, str]) -> None:
        """Remember how files stood."""

    def is_forgotten(self, source: str | None, source_id: str | None) -> bool:
        """Tell whether an entry of that origin was forgotten."""


class Vault(Protocol):
    """One person's store."""

    entries: EntryStore
    passages: PassageStore
    records: RecordStore
    sessions: SessionStore
    drafts: DraftStore
    derived: DerivedStore
    links: LinkStore

    @property
    def encrypted(self) -> bool:
        """Whether the vault's file is encrypted; then nothing derived is written outside it."""

    def together(self) -> AbstractContextManager[None]:
        """Make all writes within one transaction: on disk together, or not at all. Nothing may be awaited within."""

    def alone(self) -> AbstractContextManager[None]:
        """Hold the vault exclusively: for forget, re-key, restore, repair and migrate. Raises VaultInUse."""

    def close(self) -> None:
        """Write everything out and let go."""
