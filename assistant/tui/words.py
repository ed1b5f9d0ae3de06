"""The words of the screens, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assistant.core.dialogue import Move
from assistant.core.display import counted
from assistant.core.records import BeliefStatus, LoopType, Outcome

if TYPE_CHECKING:
    from assistant.services.desk import Erased

NAME: Final = "Lodestar"

WELCOME: Final = "What is on your mind tonight? One sentence is enough."
WELCOME_FIRST: Final = (
    "Write a first sentence, about anything. It is saved on this machine before anything else happens, "
    "and then you are asked one question about it."
)
NOTHING_LEAVES: Final = "Nothing leaves this machine."
WORDS_LEAVE: Final = "The model that words the question runs on {host}, as you agreed: what you write is sent there."
VECTORS_LEAVE: Final = "Vectors of what you write, never the words, are kept on {host}, as you agreed."
FIRST_AREAS: Final = (
    "Answer it, or leave it. For the other half of a first evening, F5 is your compass: choose three areas of your "
    "life, and say in a sentence each how they look when they are as you want them."
)
WELCOME_BACK: Final = "Your words are saved before anything else happens. Then comes one question."

ON_THIS_DAY: Final = "On this day in {year} you wrote: "
STILL_OPEN: Final = "Left open on {day}: "

COMPOSER: Final = "Write here"
COMPOSER_HINT: Final = "Enter sends   Ctrl+J new line   F7 just write"
JUST_WRITE_HINT: Final = "Enter saves   Ctrl+J new line   F7 talk again"
THINKING_HINT: Final = "Esc stops it and gives your words back"
JUST_WRITE: Final = "Just writing: it is saved, and nothing is asked."
TALKING: Final = "Talking: one question at a time."
THINKING: Final = "thinking"
SAVED: Final = "Saved."
CANCELLED: Final = "Stopped. What you wrote is saved; it is back below if you want to go on from it."
STOPPED_UNSAVED: Final = "Stopped before it was saved. Your words are back below."
NOT_SAVED: Final = "This could not be saved. Your words are back below."
DRAFT_BACK: Final = "What you had typed here and not kept stands there again."
OPENING: Final = "Opening your vault. Write meanwhile."
NO_DESK: Final = "The vault is not open yet. Your words stay here."
NOT_BEGUN: Final = "It has not begun yet. Your words stay here."
NO_REPLY: Final = "Your words are saved. The answer did not come."
UNEXPECTED: Final = "Something went wrong inside the program. Your words are saved."

MEMORY_TITLE: Final = "You wrote"
MEMORY_OPEN: Final = "F8 opens it"
NO_MEMORY: Final = "Nothing from before bears on this."

VOICE_OPENING: Final = "opening the vault"
VOICE_LOADING: Final = "the voice is loading; the question bank asks meanwhile"
VOICE_LOADING_SHORT: Final = "loading; the question bank asks"
LOCKED: Final = "Locked"

PASSPHRASE: Final = "This vault is encrypted. Its passphrase opens it."
PASSPHRASE_AGAIN: Final = "That passphrase does not open this vault. Look at capitals and spaces, and try again."
PASSPHRASE_WAIT: Final = "Opening. This takes a second on purpose: it makes guessing slow."
LOCKED_IDLE: Final = "Locked, because no key was pressed for a while. The passphrase opens it again."
LOCKED_ASKED: Final = "Locked. The passphrase opens it again."

SEARCH: Final = "Words, a meaning, or a time: “when did I last swim”, “in March”"
SEARCH_HINT: Final = "Enter searches, then the arrow keys choose and Enter opens an entry."
SEARCHING: Final = "Searching."
NOTHING_FOUND: Final = "Nothing you wrote bears on this."
NEAREST: Final = "Nothing bears on this directly. The nearest lines are:"

JOURNAL_EMPTY: Final = "Nothing written yet. F3 brings you to the page for today."
JOURNAL_HINT: Final = "← → another month   Enter reads   F6 searches"

ENTRY_SAVED: Final = "Saved. What it said before is kept."
ENTRY_FORGET: Final = (
    "Forget this entry? Its words, everything derived from them and every earlier version are removed from this "
    "vault. This cannot be undone. Backups and exports that you made elsewhere keep their copies."
)
ENTRY_FORGETTING: Final = "Forgetting it, and looking for leftovers."
ENTRY_FORGOTTEN: Final = "Forgotten."
ENTRY_LEFTOVERS: Final = "{traces} of its words left in the vault's folder."
ENTRY_IN_RECORDS: Final = (
    "{records} of yours still with some of its words: {names}. `lodestar forget --record ID` erases one."
)
ENTRY_IN_MIRROR: Final = "The mirror in {mirror} may still hold it: {trouble}."

COMPASS_INTRO: Final = "Where you want to be, and where you are. Enter opens, D days, H history."
COURSES: Final = {"rising": "↗ rising", "falling": "↘ falling", "steady": ""}
GAP: Final = "{gap} from the way you want it"
HEARD: Final = "others see {heard:+d}"
DRIFTING: Final = "Since {first}: {kind}. D shows the lines."
NO_DAYS: Final = "The days say nothing that stands out about this area."
DAYS_KEYS: Final = "T talk about this   X not so   Esc back"
NOT_SO: Final = "Noted. It is not shown again."
STILL: Final = "today"
WANTED: Final = "You want: “{vision}”"
DRIFT_FACTS: Final = "{first} to {last}, about it in {mentioned} of {written} weeks in which you wrote"
# By the value of `DriftKind` and `Trend`, whose rooms the first paint does not wait for.
DRIFT_KINDS: Final = {
    "neglect": "quiet while other things went on",
    "contradiction": "days that look unlike it",
    "commitment_slip": "what was meant for it and slipped",
    "eroding_goal": "wanted less than before",
}
NO_PURPOSE: Final = "No purpose in words yet. P writes one."
NO_VISION: Final = "No vision in words yet."
NO_REALITY: Final = "not looked at yet"
RATING_WRONG: Final = "A rating is a whole number from 0 to 10."
REALITY_NEEDS_WORDS: Final = "Say in a few words what you saw, so that the number means something later."
MINUTES_WRONG: Final = "Minutes are a whole number; 0 never locks."
COUNTRY_WRONG: Final = "A country is two letters, such as GB, or nothing."
REMIND: Final = (
    "One line on the desktop each day, such as at 21:30, by your system's own scheduler: Enter keeps the time, an "
    "empty field takes it away. It says nothing of what you write. Written for it, and only then: {places}"
)
REMIND_KEPT: Final = "Each day at {at}. Written: {places}"
REMIND_GONE: Final = "The reminder is gone, with all that was written for it."
CHOICES_KEPT: Final = "Kept."
SIGNS_ALONE: Final = "Signs belong to a vision: say first, in a sentence, how it looks when it is as you want it."
VISION_EMPTIED: Final = "An empty vision is not kept: what you stated before stands, until other words take its place."
AREA_NOTHING: Final = "There is nothing to keep yet."
AREA_KEPT: Final = "Kept. Back on the compass, Ctrl+Z undoes it."
CHOICES_LOST: Final = "Changed for now; these settings cannot be kept here."

MORE_PLACES: Final = "Ctrl+P more"
FINDING: Final = "Reading your pages. The first time this takes a while; what is found is kept."
FINDING_SO_FAR: Final = "Reading your pages: {done:,} of {total:,}. What is found is kept."
PUTTING_TOGETHER: Final = "Your pages are read. Putting together what they say."
EVIDENCE: Final = "You wrote"
COUNTER_EVIDENCE: Final = "Against it, you wrote"
WHY_SAID: Final = "Why this is here"
STEPS: Final = "Steps"
TEST: Final = "A test"

MODELS_INTRO: Final = (
    "Sentences you keep coming back to, in your own words. ○ is a suggestion, ● is yours. Nothing here is a verdict."
)
MODELS_NOTHING: Final = (
    "Nothing has been said often enough yet: it takes the same belief on three days or more. B shows lines of yours "
    "that one may begin from."
)
MODELS_KEYS: Final = (
    "A mine   R reword   M merge   X not so   T test it\nB begin from a line   L more lines   H history   E entry"
)
MODEL_ACCEPTED: Final = "Kept as yours."
MODEL_REWORD: Final = "How would you say it?"
MODEL_MARKED: Final = "Marked. Choose the other one and press M again to make the two one."
MODEL_MERGED: Final = "The two are one now."
MODEL_REJECTED: Final = "Gone, and not offered again."
MODEL_WHY: Final = (
    "{entries} entries say it; likeness of the lines {likeness:.2f}, sure of an assumption {confidence:.2f}; "
    "words they share: {shared}"
)
STATUSES: Final = {
    BeliefStatus.SUSPECTED: "suggested",
    BeliefStatus.OWNED: "yours",
    BeliefStatus.TESTING: "being tested",
    BeliefStatus.REVISED: "revised",
    BeliefStatus.REJECTED: "rejected",
}

COMMITMENTS_INTRO: Final = (
    "What you said you would do. ○ was found in your pages, ● you keep in view; you are asked about it once its day "
    "has passed."
)
COMMITMENTS_NOTHING: Final = "No commitment in your pages yet."
COMMITMENTS_KEYS: Final = "A in view  K kept  S slipped  C changed  R reword  X none  H history  E read"
COMMITMENT_ACCEPTED: Final = "In view."
COMMITMENT_REWORD: Final = "How would you say it?"
COMMITMENT_REJECTED: Final = "Gone, and not listed again."
OUTCOME_KEPT: Final = "Noted: {outcome}."
OUTCOMES: Final = {
    Outcome.OPEN: "open",
    Outcome.KEPT: "kept",
    Outcome.SLIPPED: "slipped",
    Outcome.CHANGED: "changed",
}
SIGN: Final = "How you would know"
PROMISED: Final = "You said"
SHOWN_BY: Final = "What came of it"

LOOPS_INTRO: Final = "Causes and effects that you named and that come back to where they began. ○ is a suggestion."
LOOPS_NOTHING: Final = "No chain of what you wrote closes yet. The practice “Loop” draws one with you."
LOOPS_KEYS: Final = "A it goes like that   X not so   H history   E read the entry"
LOOP_ACCEPTED: Final = "Kept."
LOOP_REJECTED: Final = "Gone, and not offered again."
LINKS_SAID: Final = "Where you say it"
LOOP_TYPES: Final = {LoopType.REINFORCING: "reinforcing", LoopType.BALANCING: "balancing"}
LOOP_MEANS: Final = {
    LoopType.REINFORCING: "It feeds itself: more leads to more, and less to less.",
    LoopType.BALANCING: "It steadies itself: more leads to less again.",
}

PRACTICES_INTRO: Final = (
    "Guided conversations of ten to thirty minutes. Leave one at any time; it goes on where it was."
)
PRACTICES_KEYS: Final = "Enter begins, or goes on   P the page for others   H everything you keep"
OWN_PRACTICE: Final = "your own"
PRACTICE_SKIP: Final = "“Skip” passes over a step."
LED_LEAVE: Final = "Esc leaves it for another time."

REVIEW_KEYS: Final = "← → another   S quarter, month, year   G figures   T talk over   W write"
FIGURES_KEYS: Final = "← → another   S quarter, month, year   G the words   T talk over   W write"
PLOT_RATINGS: Final = "Where each area is, from 0 to 10"
PLOT_RATINGS_KEY: Final = "● your newest number   ○ the one before   ▲ others"
PLOT_RATED: Final = "{rating} on {day}"
PLOT_BEFORE: Final = "before {rating}"
PLOT_COVERAGE: Final = "What each week was about"
PLOT_COVERAGE_KEY: Final = "a bar a week, taller for more entries   · nothing"
PLOT_COVERED: Final = "{weeks} of {of} weeks, most {most}"
PLOT_BELIEFS: Final = "What you kept saying"
PLOT_BELIEFS_KEY: Final = "● said in that week   × something stood against it   ◆ both"
PLOT_SAID: Final = "{said} for, {against} against"
PLOT_PROMISES: Final = "What you said you would do"
PLOT_PROMISES_KEY: Final = "● kept   × slipped   ◆ changed   ▷ open   ? only a later line seems to tell"
PLOTS_NONE: Final = "Nothing to draw yet: it takes a rating on the compass, or a few entries in this time."
REVIEW_WRITING: Final = "Writing the page."
REVIEW_WHERE: Final = "Where should the page be written? It opens in any browser and prints to A4."
REVIEW_WRITTEN: Final = "Written: {place}"
REVIEW_TALK: Final = "The questions that the review of {period} ends with. Your answers become part of it."

WHY_NONE: Final = "No question has been asked yet."
WHY_MOVES: Final = {
    Move.OPEN: "It opens the talk.",
    Move.CLARIFY: "It asks what your words mean to you.",
    Move.ASSUMPTION: "It asks about what you take for granted there.",
    Move.EVIDENCE: "It asks what shows it.",
    Move.VIEWPOINT: "It asks how it looks from somewhere else.",
    Move.IMPLICATION: "It asks where it leads.",
    Move.META: "It asks about the question itself.",
    Move.REFLECT: "It gives your words back to you.",
    Move.REMEMBER: "It sets what you say beside a line from before.",
    Move.TENSION: "It asks about the distance between what you want and what is.",
    Move.COMMIT: "It asks what you will do.",
    Move.CLOSE: "It lets the talk end.",
    Move.CARE: "It stops asking: what you wrote sounded heavy.",
    Move.ASIDE: "It answers you, and leaves the question for later.",
}
WHY_PHRASE: Final = "It stands on your words “{phrase}”."
WHY_MEMORY: Final = "Beside it is what you wrote on {day}: “{line}”"
WHY_BANK: Final = "The words are the question bank's; it took {seconds:.1f} seconds."
WHY_MODEL: Final = "The words are the language model's, and passed the checks; it took {seconds:.1f} seconds."
WHY_FIGURES: Final = "The figures behind it"
WHY_NOT_SAID: Final = "What was not said, and the rule it broke"
UNDONE: Final = "Undone: {deed}."
UNDO_HINT: Final = "Ctrl+Z undoes it."
DEED_EDIT: Final = "the change of the entry; what it said then is kept in its history"
DEED_MODEL_ACCEPT: Final = "“mine”, for a mental model"
DEED_MODEL_REWORD: Final = "the new words of a mental model"
DEED_MODEL_MERGE: Final = "making two mental models one"
DEED_MODEL_REJECT: Final = "“not so”, for a mental model"
DEED_COMMITMENT_ACCEPT: Final = "keeping a commitment in view"
DEED_COMMITMENT_MARK: Final = "“{outcome}”, for a commitment"
DEED_COMMITMENT_REWORD: Final = "the new words of a commitment"
DEED_COMMITMENT_REJECT: Final = "“none”, for a commitment"
DEED_LOOP_ACCEPT: Final = "“it goes like that”, for a loop"
DEED_LOOP_REJECT: Final = "“not so”, for a loop"
DEED_NOT_SO: Final = "“not so”, for what the days say"
DEED_AREA: Final = "what you saved about an area"
DEED_PURPOSE: Final = "the new words of your purpose"

VEILED: Final = "Your words are veiled. Ctrl+O shows them again."

AREA_NAMES: Final = {"self_image": "Self-image"}


def area_name(area: str) -> str:
    """Return an area's name as a person reads it."""
    return AREA_NAMES.get(area, area.replace("_", " ").capitalize())


def entry_forgotten(erased: Erased) -> str:
    """Return what is said once an entry is forgotten, with whatever is left of it and where."""
    lines = [ENTRY_FORGOTTEN]
    if erased.traces_left:
        lines.append(ENTRY_LEFTOVERS.format(traces=counted(erased.traces_left, "trace")))
    if names := ", ".join(erased.records_saying):
        records = counted(len(erased.records_saying), "record")
        lines.append(ENTRY_IN_RECORDS.format(records=records, names=names))
    if erased.mirror_trouble:
        lines.append(ENTRY_IN_MIRROR.format(mirror=erased.mirror, trouble=erased.mirror_trouble))
    return "\n".join(lines)
