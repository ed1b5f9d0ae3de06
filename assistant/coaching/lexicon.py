"""The words that hold English together, and the verbs that everyday writing is made of.

Closed classes are listed whole; open classes hold what is common enough to matter when a phrase is cut or turned.
"""

from __future__ import annotations

import re

SUBJECTS = frozenset("i he she they we it you".split())
DETERMINERS = frozenset(
    "the a an this that these those my your his her its our their some any every each no another".split()
)
PREPOSITIONS = frozenset(
    "about above across after against along among around as at before behind below beside "
    "between by despite down during "
    "except for from in inside into like near of off on onto out outside over past per since than through to toward "
    "towards under until till up upon via with within without".split()
)
CONJUNCTIONS = frozenset(
    "and but or nor so yet because although though if when whenever while whereas unless whether which "
    "who whom whose where that".split()
)
AUXILIARIES = frozenset(
    "am is are was were be been being do does did have has had will would shall should can could may might must "
    "'m 're 's 've 'll 'd isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't "
    "shouldn't can't cannot couldn't mustn't mightn't ain't isnt arent wasnt werent dont doesnt "
    "didnt havent hasnt hadnt "
    "wont wouldnt shouldnt cant couldnt gonna gotta wanna".split()
)
ADVERBS = frozenset(
    "not never always just only really still also even ever already again too very so actually basically obviously "
    "clearly probably maybe perhaps apparently definitely honestly simply quite rather almost nearly often sometimes "
    "usually hardly barely once twice soon now then here there today tonight tomorrow yesterday anyway away back "
    "together alone instead either enough first finally suddenly later far well straight".split()
)
PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself he him his himself she "
    "her hers herself it its "
    "itself they them their theirs themselves this that these those who whom whose which what "
    "one ones someone somebody "
    "something anyone anybody anything everyone everybody everything nobody nothing none".split()
)
FILLERS = frozenset(
    "ok okay lol haha yeah yes no oh well hm hmm huh idk dunno hi hello hey thanks please anyway like just really very "
    "thing things stuff bit lot way sort kind".split()
)
QUESTION_WORDS = frozenset("what how who why where when whose which whom".split())

FUNCTION_WORDS = (
    SUBJECTS | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | ADVERBS | PRONOUNS | FILLERS | QUESTION_WORDS
)

DANGLING = (
    (DETERMINERS - {"this", "that", "these", "those", "her", "his"})
    | (CONJUNCTIONS - {"so"})
    | frozenset(
        "very really just quite rather so too about at by for from of than with without into onto as like to am is are "
        "was "
        "were be been being do does did have has had will would should can could may might must "
        "don't doesn't didn't i he she "
        "they we it's i'm he's she's they're we're i've not only even almost nearly every which "
        "gonna going whose per your able front mainly supposed how what why".split()
    )
)
"""Words that a quoted phrase must not end on: they promise more to come."""

MAY_END_A_CLAUSE = frozenset(
    "am is are was were be been being do does did have has had will would should can could may "
    "might must don't doesn't front too really only "
    "didn't not no so of for about with to on in at by like going how what why that though yet when where who".split()
)
"""Of the words above, those that a whole clause may well end on: "where his bed was", "what it's for"."""

KIN = frozenset(
    "mum mom mam dad mother father mummy daddy grandma granny grandpa granddad nan gran auntie aunt uncle".split()
)
"""Used bare as a name ("Mum rang"), they become "your mum" when turned."""

RELATIONS = frozenset(
    "mother father mum mom mam dad sister brother son daughter wife husband partner boyfriend "
    "girlfriend friend mate boss "
    "manager colleague coworker teacher coach therapist doctor neighbour neighbor flatmate roommate cousin aunt uncle "
    "niece nephew grandmother grandfather grandma grandpa granddad nan gran ex landlord landlady "
    "team kids children child "
    "parents family stepson stepdaughter stepdad stepmum client supervisor director boy girl baby lead "
    "friends colleagues brothers sisters sons daughters in-laws mother-in-law father-in-law sister-in-law "
    "brother-in-law husband's wife's auntie twin fiancé fiancée bandmate housemate "
    "batchmate classmate teammate workmate schoolmate shipmate "
    "tutor captain".split()
)

NOT_NAMES = frozenset(
    "sir madam ma'am miss mr mrs ms "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter english german french spanish italian dutch ok i i'm i've "
    "i'd i'll god slack teams zoom whatsapp instagram google excel tv uk us usa eu nhs hr mri gp "
    "mot a&e mondays tuesdays "
    "wednesdays thursdays fridays saturdays sundays london paris berlin leeds europe england germany france spain "
    "america deadline lol brexit covid wifi netflix linkedin facebook email pdf ai mon tue tues "
    "wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec mrs mr ms dr".split()
)

_REGULAR = (
    "accept account ache act add admit agree allow annoy answer apologise apologize apply argue "
    "arrive ask assume avoid "
    "back bake balance bang beg behave believe belong blame bother borrow brush call calm cancel "
    "care carry cause change "
    "chase check cheer choke clap clean clear climb close collapse collect comment compare complain contact cook cope "
    "count cover crash cross cry dance dare date deal decide delay delete deserve destroy die disappear dislike doubt "
    "drag dread dress drift drop earn empty end enjoy enter exist expect explain face fail fall "
    "fear feed fill finish fix "
    "fold follow force forgive freeze frown gain grab greet guess handle happen hate heal help "
    "hesitate hide hope hug hurry "
    "ignore imagine improve include insist interrupt invite iron jog join joke jump kick kill "
    "kiss knock land last laugh "
    "lean learn lie lift like listen live lock look love lower maintain manage marry matter mean measure mention mess "
    "mind miss moan move mute nag need nod note notice obey offer open order organise owe own "
    "pack paint panic park pass "
    "pause pick plan play please point post postpone practise pray prefer prepare present pretend promise prove pull "
    "punish push quit raise reach react realise realize refresh refuse regret relax rely remember remind repeat reply "
    "rescheduled reschedule resent resign respect respond rest retire return ring roll ruin rush sack save scare scold "
    "scroll seem serve settle share shout shut sigh sign skip slam slip slow smile smoke snap sniff sort sound spill "
    "spoil spot stall stare start stay step stop stress struggle study succeed suck suffer suggest support suppose "
    "surprise survive suspect swap switch talk taste tease tell text thank tidy tire touch train treat trick trust try "
    "turn type upset use visit vote wait walk want warn wash waste watch water weigh wipe wish "
    "wonder work worry wrap yell "
    "boil shine smell squeak rattle freeze rename reschedule require contain touch pretend remind "
    "lecture judge laugh undermine overthink overreact procrastinate vent sulk hover email message phone drive bring"
)
_IRREGULAR = (
    "be:is:was:been become:becomes:became:become begin:begins:began:begun "
    "break:breaks:broke:broken bring:brings:brought:brought "
    "build:builds:built:built buy:buys:bought:bought catch:catches:caught:caught "
    "choose:chooses:chose:chosen come:comes:came:come "
    "cost:costs:cost:cost cut:cuts:cut:cut deal:deals:dealt:dealt do:does:did:done "
    "draw:draws:drew:drawn drink:drinks:drank:drunk "
    "drive:drives:drove:driven eat:eats:ate:eaten fall:falls:fell:fallen feel:feels:felt:felt "
    "fight:fights:fought:fought "
    "find:finds:found:found fly:flies:flew:flown forget:forgets:forgot:forgotten forgive:forgives:forgave:forgiven "
    "freeze:freezes:froze:frozen get:gets:got:gotten give:gives:gave:given go:goes:went:gone grow:grows:grew:grown "
    "have:has:had:had hear:hears:heard:heard hide:hides:hid:hidden hit:hits:hit:hit "
    "hold:holds:held:held hurt:hurts:hurt:hurt "
    "keep:keeps:kept:kept know:knows:knew:known lead:leads:led:led leave:leaves:left:left "
    "lend:lends:lent:lent let:lets:let:let "
    "lie:lies:lay:lain lose:loses:lost:lost make:makes:made:made mean:means:meant:meant "
    "meet:meets:met:met pay:pays:paid:paid "
    "put:puts:put:put quit:quits:quit:quit read:reads:read:read ride:rides:rode:ridden "
    "ring:rings:rang:rung rise:rises:rose:risen "
    "run:runs:ran:run say:says:said:said see:sees:saw:seen sell:sells:sold:sold send:sends:sent:sent set:sets:set:set "
    "shake:shakes:shook:shaken show:shows:showed:shown shut:shuts:shut:shut sing:sings:sang:sung sit:sits:sat:sat "
    "sleep:sleeps:slept:slept speak:speaks:spoke:spoken spend:spends:spent:spent "
    "stand:stands:stood:stood steal:steals:stole:stolen "
    "stick:sticks:stuck:stuck swim:swims:swam:swum take:takes:took:taken "
    "teach:teaches:taught:taught tell:tells:told:told "
    "think:thinks:thought:thought throw:throws:threw:thrown "
    "understand:understands:understood:understood wake:wakes:woke:woken "
    "wear:wears:wore:worn win:wins:won:won write:writes:wrote:written sweep:sweeps:swept:swept feed:feeds:fed:fed "
    "bite:bites:bit:bitten lay:lays:laid:laid dig:digs:dug:dug swear:swears:swore:sworn tear:tears:tore:torn "
    "weep:weeps:wept:wept creep:creeps:crept:crept slide:slides:slid:slid light:lights:lit:lit blow:blows:blew:blown "
    "bind:binds:bound:bound shoot:shoots:shot:shot seek:seeks:sought:sought bend:bends:bent:bent sink:sinks:sank:sunk"
)


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return _before_a_vowel(base) + "ed"


_ONE_BEAT = re.compile(r"[^aeiou]*(?:[aeiou]|qu[aeiou])[bdgmnprt]")
"""A single vowel and a single consonant at the end: "stop", "run", "quit", but not "open", "need" or "show"."""
_STRESSED_AT_THE_END = frozenset(
    "admit begin cancel commit forget occur permit prefer refer regret submit transfer travel".split()
)


def _before_a_vowel(base: str) -> str:
    """Return the base as it stands before -ed and -ing: "stopp", "panick", "open"."""
    if base.endswith("ic"):
        return base + "k"
    doubles = base in _STRESSED_AT_THE_END or _ONE_BEAT.fullmatch(base)
    return base + base[-1] if doubles else base


def gerund(base: str) -> str:
    """Return the -ing form of a base verb."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith("ee") and base != "be":
        return base[:-1] + "ing"
    return _before_a_vowel(base) + "ing"


_ROWS = tuple(tuple(row.split(":")) for row in _IRREGULAR.split())
BASES = frozenset(_REGULAR.split()) | frozenset(row[0] for row in _ROWS)
THIRDS = frozenset(_third(base) for base in BASES - {row[0] for row in _ROWS}) | frozenset(row[1] for row in _ROWS)
PASTS = (
    frozenset(_past(base) for base in BASES - {row[0] for row in _ROWS})
    | frozenset(row[2] for row in _ROWS)
    | frozenset("woke hung".split())
)
GERUNDS = frozenset(gerund(base) for base in BASES)
_REGULAR_BASES = BASES - {row[0] for row in _ROWS}
BASE_OF = {
    **{form: base for base in _REGULAR_BASES for form in (base, _third(base), _past(base), gerund(base))},
    **{form: row[0] for row in _ROWS for form in (*row, gerund(row[0]))},
    **{"does": "do", "did": "do", "done": "do", "woke": "wake", "hung": "hang"},
}
"""The base of every verb form above: "shook" and "shaking" are "shake"."""
NOUN_TOO = frozenset(
    "work call talk help plan change look love need walk point answer water text email message train visit date "
    "step start end face place show run rest play practice work report test light hope fear care cost deal drink drive "
    "fall feel fight hold cut mess order offer post present promise reply return ring smoke sound stress support touch "
    "trust turn use vote wait wash watch worry dance joke kiss laugh lift list note pass pause "
    "pick push swap wish phone cover "
    "works calls talks plans changes looks needs walks points answers texts emails messages visits dates steps".split()
)
"""Verbs that are as often nouns: after a determiner or possessive they are read as nouns."""


def is_verb(word: str) -> bool:
    """Say whether the word is a known verb form or auxiliary."""
    return word in AUXILIARIES or word in BASES or word in THIRDS or word in PASTS
