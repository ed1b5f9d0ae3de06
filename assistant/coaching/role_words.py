"""Tell what somebody does, holds or is to others from a verdict on themselves: "I'm a nurse" judges nothing."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from assistant.coaching.lexicon import ADVERBS, CONJUNCTIONS, FILLERS, PREPOSITIONS

_WORK: Final = frozenset(
    "accountant actor actress actuary administrator advisor adviser agent analyst apprentice archaeologist "
    "architect assistant astronomer attorney auditor author baker banker barber barista barrister bartender beekeeper "
    "biochemist biologist blacksmith bookbinder bookkeeper bookseller bricklayer brewer broker builder bursar butcher "
    "buyer captain caretaker carer caregiver carpenter cashier caterer chaplain chef chemist childminder clerk "
    "cleaner coach composer compositor conductor constable consultant contractor cook cooper copywriter coroner "
    "councillor counsellor counselor courier cowman dancer deacon dealer decorator designer developer dietitian "
    "diplomat director docker doctor dressmaker driver ecologist editor electrician employee engineer entertainer "
    "examiner farmer farrier farmhand firefighter fireman fisherman fitter florist foreman forester freelancer "
    "gamekeeper gardener glazier goldsmith governess governor greengrocer grocer groom guard guide gp hairdresser "
    "headteacher headmaster headmistress historian housekeeper housewife imam inspector installer instructor "
    "interpreter janitor jeweller joiner journalist labourer lab-technician landlady landlord "
    "lawyer lecturer librarian lifeguard lorry-driver machinist magistrate manager masseuse mason mechanic "
    "merchant messenger midwife milkman miner minister model musician nanny nun nurse nurseryman officer operator "
    "optician optometrist organist osteopath painter paramedic pastor pharmacist photographer physician physicist "
    "physio physiotherapist pianist pilot plasterer plumber policeman policewoman porter postman postmistress "
    "postwoman potter priest principal printer producer professor programmer psychiatrist psychologist publican "
    "publisher rabbi radiographer ranger receptionist registrar reporter researcher roofer sailor salesman saleswoman "
    "scaffolder scientist sculptor seamstress secretary sergeant shepherd shopkeeper signalman singer social-worker "
    "soldier solicitor stonemason steward stewardess student supervisor surgeon surveyor tailor teacher technician "
    "temp tester therapist tiler trader trainee trainer translator treasurer trucker trustee tutor typist upholsterer "
    "usher verger vet vicar violinist volunteer waiter waitress warden weaver welder worker writer zookeeper "
    "drummer guitarist artist dentist authoress junior candidate chairman chairwoman chairperson chair "
    "churchwarden".split()
)
_KIN_AND_STANDING: Final = frozenset(
    "mother mum mom mam father dad parent grandmother grandfather gran nan grandma grandad granddad grandparent widow "
    "widower wife husband son daughter sister brother twin aunt uncle godmother godfather stepmother stepfather "
    "stepmum stepdad orphan divorcee bachelor pensioner retiree migrant immigrant refugee tenant homeowner "
    "vegetarian vegan muslim christian catholic protestant methodist quaker hindu sikh buddhist jew atheist "
    "leo aries taurus gemini virgo libra scorpio sagittarius capricorn aquarius pisces".split()
)
_BY_ITS_ENDING: Final = re.compile(r"\w{2,}(?:ologist|ician|grapher|smith|wright)")
_CHILD_OF_A_HOUSE: Final = re.compile(r"an? (?:only|middle) child\b", re.IGNORECASE)
_JUDGED: Final = frozenset(
    "absent absentee absolute abusive angry awful back-seat backseat bad better big bitter bloody boring brilliant "
    "bullshit cheating cold complete con controlling crap crappy cruel dead deadbeat decent difficult disappointing "
    "distant dreadful evil failed failing fake fine fraudulent frustrated glorified good great half hard hopeless "
    "horrible huge impossible inadequate jealous lazy lousy mad mean mediocre mere nagging natural neglectful "
    "part-time pathetic perfect piss poor pretend proper real rotten rubbish rude sad second-rate selfish shit shite "
    "shitty slave slow so-called sorry strict stupid terrible total toxic true undutiful unfit useless utter wannabe "
    "washed-up weak wicked worse worst wretched".split()
)
"""Beside one of these the word for what one does becomes a verdict on how one does it."""
_MADE_SMALL: Final = re.compile(r"\b(?:just|only|basically|simply|nothing but|such|no better than)\b", re.IGNORECASE)
_FOR_OTHERS: Final = re.compile(
    r"[^.,;!?\n]{0,40}(?:\b(?:in (?:own|(?:my|our|this|that|his|her|their)(?: own)?) (?:\w+ )?"
    r"(?:house|home|kitchen|family|marriage|bed)|to (?:my|him|her|them|you|everyone|everybody)\b|more than\b)"
    r"|,? not an? )",
    re.IGNORECASE,
)
"""Who is a cleaner in their own house, or a carer and not a wife, means something else by it."""
_OPENS: Final = re.compile(r"(?:an?|one of those) (?!son of a\b)", re.IGNORECASE)
_SAYS_WHAT_ONE_IS: Final = re.compile(r"(?:i['’]?m|i am) (?:an?|the) ", re.IGNORECASE)
_NO_PART: Final = PREPOSITIONS | CONJUNCTIONS | ADVERBS | FILLERS | frozenset("myself out".split())
"""The name of what one does ends before these: "a nurse | in a small hospital"."""
_NUMBER: Final = re.compile(
    r"\d+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)ty)"
)


def only_names_a_role(said: str, before: str, after: str) -> bool:
    """Say whether "a nurse" and the like names an occupation, a kin or a standing; `before` is the "I'm just" of it.

    Who says that they are *not* a joiner or a mother judges, or misses, something.
    """
    if _CHILD_OF_A_HOUSE.match(said):
        return True
    opening = _OPENS.match(said)
    if opening is None or _MADE_SMALL.search(before) or _FOR_OTHERS.match(said + after):
        return False
    words = re.findall(r"[\w'’-]+", said[opening.end() :].lower())
    named = list(takewhile(lambda word: word not in _NO_PART and not _NUMBER.fullmatch(word), words))
    if not named or set(named) & _JUDGED:
        return False
    return named[-1] in _WORK | _KIN_AND_STANDING or bool(_BY_ITS_ENDING.fullmatch(named[-1]))


def tells_a_role(quote: str) -> bool:
    """Say whether a clause only tells what its writer does or is to others: "I'm the treasurer of the choir"."""
    opening = _SAYS_WHAT_ONE_IS.match(quote)
    return opening is not None and only_names_a_role(f"a {quote[opening.end() :]}", "", "")
