"""Tell a person's own present distress from a figure of speech, a story, a job, a memory, a denial or another's words."""

from __future__ import annotations

import re
from typing import Final

from assistant.reading.distress_rules import IN_EARNEST
from assistant.reading.distress_things import PERSON, THINGS, without_things

_FIGURES: Final = re.compile(
    r"\b(?:"
    r"(?:is|are|was|were|been) (?:\S+ )?killing me(?! (?:slowly inside|inside))|killing me (?:softly|slowly)"
    r"|kills me (?:when|that|how|to)|kill me (?:now|already|when|if(?! i (?:leave|left|go|tell|told|talk|dont))"
    r"|for)|ugh kill me"
    r"|(?:could|would|nearly|almost|thought id|thought i would|thought i) (?:\S+ )?(?:have )?die[ds]? (?:of|from"
    r"|when|laughing|with|inside|a little)"
    r"|(?:died|dying|die) (?:of |from |with |to )?(?:laughing|laughter|embarrassment|boredom|shame|curiosity"
    r"|a little inside|to (?:see|know|meet|try|tell|go|get|hear|read|eat|visit|have|find))"
    r"|dying (?:for|to) (?:a |some |the |see|know|meet|try|tell|go|get|hear|read|eat|visit|have|find|show|ask)"
    rf"|to die for(?!{IN_EARNEST})|do or die|die hard|old habits|die ?cast|diehard"
    r"|(?:dead) (?:tired(?! of (?:life|living|being|existing|it all|everything))|line|end|serious|sure|certain"
    r"|right(?! (?:now|here|this))|wrong|good|easy|simple|weight|heat|last(?! (?:night|week|month|year|\w+day))|ahead|slow|quiet|set"
    r"|on my feet|calm|centre|center|pan|leg|battery|air|ringer|lift|lifts|wood|sea|space)|dead (?:boring|funny"
    r"|posh|nice|keen|chuffed|excited|proud|pleased|jealous|impressed|happy|cheap|level|straight|flat|on time|early|late"
    r"|clever|hard|busy|handy|lucky|hungry|sore|interest(?:ed|ing)|\w+(?:ous|ful|able|ible|ish))|a dead (?:loss|duck|cert)"
    r"|dead meat|play(?:s|ed|ing)? dead|(?:we|it|they|that) (?:\S+ ){0,2}dead and buried"
    r"|(?:hope|hoping|hoped|pray|praying|please) (?:that )?(?:i|we) (?:dont|wont|didnt) die"
    r"|(?:back|rise|risen|raised?|return\w*) from the dead|days? of the dead"
    r"|hope (?:doesnt|wont|never|cant|dies|died)(?: last| die)?"
    r"|over my dead body|dead to the world|drop dead gorgeous|(?:till|until) death do us|death by (?:powerpoint"
    r"|chocolate|meeting\w*)|scared to death|worried to death|vexed to death"
    r"|(?:sick|tired|bored) to death(?! of (?:life|living|being|existing|it all|everything|myself))|frozen to death|work\w* to death|tickled to death|love\w* to death"
    r"|dead in a ditch|will be the death of|be the death of me|death (?:march|row|metal|stare|star|valley|trap"
    r"|knell|tax|certificate|duty|toll|penalty)|matter of life and death|life or death"
    r"|kill(?:ed|ing|s)? (?:myself|ourselves|himself|herself) (?:laughing"
    r"|to (?!(?:make|get) (?:\S+ ){1,4}?(?:stop|end|go away)\b)(?:get|make|finish|meet|please|be"
    r"|earn|do|have|keep|help|pass|prepare|hit|win|reach)|at (?:the gym|work|practice|training)|with (?:work"
    r"|overtime|this)|for (?:this|that|the|a|work|them)|trying|working|training|studying|on (?:that|this"
    r"|the (?:stairs|ice|steps|hill|bike|treadmill|rowing)))"
    r"|(?:nearly|almost|could have|practically|basically) killed myself (?:(?:today|yesterday|this morning|just now|earlier|there|again)(?: ,)? )?(?:on|tripping|tripped|slipping|slipped|falling|fell|trying"
    rf"|getting|when(?! (?:he|she|they|my (?:\S+ )?{PERSON}|i (?:lost|found out|heard|was (?:fired|sacked|dumped|left)))\b)"
    r"|coming|going|running|climbing|carrying|moving|with the|over|doing|cycling|skiing|up|down"
    r"|putting)"
    r"|shot (?:myself|himself|herself|ourselves) in the foot|shoot(?:ing)? (?:myself|yourself|himself"
    r"|ourselves) in the foot|hang(?:ing)? myself out to dry|(?:drown\w*|bury\w*|buried) myself in (?:work|books"
    r"|music|emails?|study|tea|chocolate|netflix)|enough rope"
    r"|kill (?:for (?:a|some|that|his|her)|two birds|time|the (?:engine|lights|mood|vibe|process|job|thread|server"
    r"|weeds|power)|switch|bill|him when|me if i(?! (?:leave|left|go|tell|told|talk))|me when)|(?:would|could"
    r"|might|going to|gonna) (?:\S+ )?(?:kill|murder) (?:for|a (?:curry|beer|pint|pizza|coffee|burger|sandwich)"
    r"|him|her|them|me|my (?:brother|sister|boss|husband|wife|kids|flatmate))"
    r"|(?:\S+ )?would kill me if|jump(?:ed|ing)? (?:for joy|ship|at the chance|the gun|the queue|through hoops"
    r"|to conclusions|in the (?:pool|lake|sea|shower))|hang(?:ing)? (?:out|up|on|around|in there|loose|by a thread"
    r"|tight)"
    r"|commit (?:social|career|commercial|political) suicide|(?:career|commercial|political|social) suicide"
    r"|(?:end(?:ing|ed)? (?:it|things)) with (?:him|her|them|\S+) (?:by|over|on|at|last|today)"
    r"|(?:rather|sooner) (?:\S+ )?(?:die|be shot|eat|chew|stick|poke|gouge) (?:than|my|glass|pins|needles)"
    r"|(?:(?<=^ )|(?<= , )|(?:like|as if|as though|nobodys?|no ones?|isnt|wasnt|hasnt|couldnt|cant|wouldnt|not|without|he|she"
    r"|they|you|someone|somebody|boss) (?:\S+ ){0,6})gun to my head(?! (?:right now|now|tonight)\b)"
    rf"|bite the bullet|(?<!want to )live without my|(?<=want to )live without my (?!(?:\S+ )?{PERSON}\b)"
    r"|(?:couldnt|cant) live without (?:my|coffee|tea|music"
    r"|the internet|google)"
    r"|at deaths? door|catch my death|(?:my )?(?:phone|laptop|battery|car|computer|router|plant|plants|basil"
    r"|orchid|sourdough|starter|fern|tomatoes|engine) (?:\S+ ){0,2}(?:died|dies|dying|is dead|die)"
    r"|(?:want|wanted|wants) to die (?:of|on this hill|laughing)|so (?:embarrass\w+|ashamed"
    r"|mortified) (?:\S+ ){0,4}(?:die|disappear|vanish)|(?:wanted|wish|wished) (?:the )?(?:ground|floor"
    r"|earth) (?:to|would) (?:swallow|open)"
    r"|cut(?:ting)? myself (?:some slack|off|loose|short|a (?:break|slice|piece|deal|fringe))"
    r"|beat(?:ing)? myself up|kick(?:ing)? myself|hit(?:ting)? myself (?:for|that)|burn(?:ed|t"
    r"|ing)? (?:myself )?out|punish(?:ed|ing)? myself (?:at the gym|with (?:a run|burpees|hill))"
    r")\b"
)

_STORY: Final = re.compile(
    r"\b(?:films?|movies?|novels?|chapters?|characters?|protagonist|villain|heroine|narrator|plays?|opera|ballet"
    r"|episodes?|series|seasons?|songs?|song of the day|lyrics?|albums?|sings?|poems?|poets?|poetry|story|stories"
    r"|plot|scenes?|act"
    r"|documentary|podcast|drama|sitcom|soap|romeo|juliet|hamlet|ophelia|karenina|plath|werther|woolf|keats"
    r"|shakespeare|tragedy|fiction|fictional|script|screenplay|thriller|whodunn?it|detective"
    r"|game|games|minecraft|respawn\w*|(?:last|final|end|mini|level) boss|boss (?:fight|battle|level)"
    r"|eeyore|npc|level|levels|author|authors|biography|memoir|novelist|painter"
    r"|philosopher|socrates|cato|seneca|cleopatra|nero|museum|exhibition|history|historical|historian|century"
    r"|centuries|ancient"
    r"|myth|legend|emperor|caesar|king|queen|duke|soldiers?|war|battle\w*|headlines?|newspaper|news|radio|bulletin"
    r"|bbc|broadcast|true crime|lord|tyburn|reading about|read about|watched|watching)\b"
)

_WORK: Final = re.compile(
    r"\b(?:patients?|ward|shift|clients?|caseload|clinic|clinical|hospice|coroner\w*|paramedics?|helpline|hotline"
    r"|lifeline|volunteer\w*|training|trainee|trainees|lectures?|seminar|essays?|thesis|dissertation|research\w*"
    r"|paper|papers|leaflets?|translat\w+|safeguarding|risk assessment|prevention|charity|court|verdict|taught"
    r"|teaching|unit|marked|supervis\w+|policy|module|finals|revised|statistics|rates|study|studies|reviewed"
    r"|article|conference|workshop|role play|fundrais\w*|durkheim)\b"
)

_PAST: Final = re.compile(
    r"\b(?:when i was (?:a |an |in |at |younger|little|small|\d|\w+teen|twelve|eleven|ten|nine|eight|twenty|young)"
    r"|(?:years?|decades?) (?:ago|since)|long ago|last year|back (?:in|then|when)|used to|as a (?:teenager|teen"
    r"|child|kid|student|girl|boy)|in my (?:teens|twenties|thirties|youth)|all through my"
    r"|(?:in|of|during|through|until|by) (?:19|20)\d\d|(?:years?|decades?) today|at (?:school|university|college"
    r"|uni)|(?:years?|months?) (?:clean|free|since|out)|once upon|that (?:was|year) (?:years|a long|i)"
    r"|after the (?:divorce|birth|war|accident|funeral)|(?:\d+|two|three|five|ten|twenty|several|many|a few) years"
    r"|not for (?:\S+ )?years|last decade|in those days|at that time|formerly)\b"
)
_STILL: Final = re.compile(
    r"\b(?:again|tonight|(?<!not )now|still(?! (?:dont|cant|never|remember|have|think about (?:it|that)))"
    r"|(?<!years )(?<!year )today|lately|these days|this (?:week|month|morning|evening|time)|last (?:night|week"
    r"|weekend)|yesterday|right now|keep|soon|anymore|going to|im|ever since|since then)\b"
)

_DENIAL: Final = re.compile(
    r" (?:not|never|isnt|arent|wasnt|dont|didnt|doesnt|wouldnt|havent|no|nor|without|hardly|neither|nobody"
    r"|nowhere near|far from|denied|free of|stopped|shouldnt|wont|nt) (?:(?!not |only |just |sure |matter |know |knows "
    r"|care |cares |told |tell |notice[sd]? |sees |saw |reali[sz]e[sd]? |understands? |understood |asks |asked )\S+ ){0,4}$"
)
_NEW_CLAUSE: Final = re.compile(
    r" (?:(?:,|but|because|cos|although|whereas) |(?:and|so|then|since|while|yet|now) (?=(?:i|im|ive|id|ill|my|we|it|its"
    r"|the|he|she|they|everything|everyone|nobody|life) ))"
)
"""Where a denial ends: nothing is said of the next clause by it."""
_GOVERNS: Final = frozenset(
    "think thinking thought say says saying said mean means meaning meant feel feeling felt believe claim claiming suggest"
    " imagine suppose guess pretend not isnt wasnt sure".split()
)
"""Words by whose denial a clause after them is denied: "I don't think I", "it's not that I"."""
_OPENERS: Final = frozenset("that like as if though how much".split())
_NOT_A_DENIAL: Final = re.compile(
    r"\b(?:cant|couldnt|dont|not|never) (?:stop|help|not|stopped|stops)\b|\bnot (?:only|just|joking|being)\b"
    r"|\breasons? (?:why )?(?:not|i shouldnt|i should not)\b|\bwhy (?:not|shouldnt|i shouldnt|dont)\b|\b(?:dont"
    r"|didnt|not) (?:know|think|sure|care|understand)\b|\b(?:dont|havent|didnt|hadnt) (?:have |got "
    r"|even have )?(?:the|enough) (?:energy|guts|courage|nerve|strength|means|will)\b|\btoo (?:scared|tired|weak"
    r"|cowardly|much of a coward) to\b|\bno (?:more|reason|point|way|other|hope|idea|use|one)\b"
    r"|\bno matter\b|\bnothing but\b|\bnever (?:felt|been|wanted) (?:\S+ )?(?:more|so)\b"
)

SELF: Final = frozenset("i im ive id ill we myself".split())
_OWN_WORDS: Final = SELF | {"my", "me", "mine"}
_CLOSE: Final = re.compile(
    r"\b(?:of mine|i have to do something|dont know what to do|(?:im|i am) (?:so |really )?(?:worried|scared"
    r"|frightened|terrified)|my own (?:son|daughter|child|brother|sister))\b"
)
ELSE: Final = frozenset(
    "he hes hed shes she shed they theyre theyd theyve you youre your youd people someone somebody man woman girl"
    " boy men "
    "women who his her their him them friend brother sister mum dad mother father son daughter everyone character"
    " students "
    "student patient husband wife colleague aunt uncle cousin lord lady captain duke neighbour child children kids"
    " dog cat "
    "flatmate roommate housemate partner boyfriend girlfriend nan gran granny grandad grandma teenager niece"
    " nephew mate classmate "
    "goldfish fish dogs cats hamster rabbit budgie tortoise parrot gerbil "
    "pigeon printer plants plant feet battery phone car landlord patients client clients heroine hero villain"
    " narrator singer".split()
)

_SPEECH: Final = re.compile(
    r"( (?:\S+ ){0,6}(?:says?|said|saying|goes|sings|sang|asks?|asked|whisper\w*|wrote|writes|shout\w*|told me"
    r'|texted|line|lyric|words|called|titled|idiom|phrase) (?:, )?)" ([^"]+) "'
)


_ASKED: Final = re.compile(
    r"\b(?:doctors?|gp|nurse|form|therapist|consultant|midwife|questionnaire|counsell?or|psychiatrist|she|he"
    r"|they|nephew|niece|(?:grand)?(?:son|daughter|child|children)|grandkids|kids?|toddler|boy|girl) (?:\S+ ){0,3}"
    r"(?:asks?|asked|wanted to know|checks?|checked) (?:\S+ ){0,3}(?:if|whether|about|any)\b"
)
_ANSWERED: Final = re.compile(
    r"\b(?:i (?:said|told|answered|admitted|replied|nodded|lied|showed|had to)|and (?:ive|im)|but|the truth is)\b"
)
_SAID_SO: Final = re.compile(
    r" , (?:says|said|goes|joked|sang|texted) (?:my|the|our|mum|mom|dad|gran|nan|he|she|they|every)\b"
    r"| (?:mum|mom|dad|gran|nan|he|she|my (?:aunt|uncle|sister|brother|friend|boss|grandmother)) (?:says|said"
    r"|told me|used to say) *$"
)


FRAMES: Final = "\n".join(
    [
        *(
            frame.pattern
            for frame in (
                *(_FIGURES, _STORY, _WORK, _PAST, _STILL, _DENIAL, _NEW_CLAUSE, _NOT_A_DENIAL, _CLOSE, _SPEECH),
                *(_ASKED, _ANSWERED, _SAID_SO),
            )
        ),
        THINGS,
    ]
)
"""All of them, for the name of these rules."""


def is_asked(sentence: str) -> bool:
    """Say whether somebody's question is told of: "the doctor asked whether I had thoughts of dying"."""
    return _ASKED.search(sentence) is not None


def is_only_asked(until_sign: str) -> bool:
    """Say whether a sign, with which these words end, is part of a question told of, and not of the writer's answer."""
    asked = _ASKED.search(until_sign)
    return asked is not None and _ANSWERED.search(until_sign, asked.end()) is None


def is_told_by_another(sentence: str) -> bool:
    """Say whether a sentence ends in who said it, and that is not the writer: "I'll die alone, says my aunt"."""
    return _SAID_SO.search(sentence) is not None


def without_figures(sentence: str) -> str:
    """Return a plain sentence with its figures of speech and the deaths of things struck out."""
    return without_things(_FIGURES.sub("~", sentence))


def without_quoted(sentence: str) -> tuple[str, tuple[str, ...]]:
    """Return a plain sentence with others' quoted speech struck out, and what they were quoted as saying."""
    said: list[str] = []

    def strike(match: re.Match[str]) -> str:
        lead = match.group(1)
        if subject_before(lead) != "self":
            said.append(f" {match.group(2)} ")
            return f"{lead}~ "
        return match.group()

    return _SPEECH.sub(strike, sentence), tuple(said)


def is_story(sentence: str) -> bool:
    """Say whether a plain sentence tells of a book, film, song, game, the news or history."""
    return _STORY.search(sentence) is not None


def is_work(sentence: str) -> bool:
    """Say whether a plain sentence tells of work or study with the subject."""
    return _WORK.search(sentence) is not None


def is_past(sentence: str) -> bool:
    """Say whether a plain sentence tells of long ago, with nothing in it of now."""
    return _PAST.search(sentence) is not None and _STILL.search(sentence) is None


def is_denied(before: str, sign: str = "") -> bool:
    """Say whether the words before a sign, back to where its clause begins, take it away."""
    subject = [word for word in sign.split()[:1] if word in SELF]
    clause = " ".join(_own_clause(before, subject))
    return _DENIAL.search(f" {clause} ") is not None and _NOT_A_DENIAL.search(before) is None


def _own_clause(before: str, subject: list[str]) -> list[str]:
    """Return the words of a sign's clause before it, with the clauses that govern it: "I don't think I"."""
    ends = [match.end() for match in _NEW_CLAUSE.finditer(before)]
    words = [*before[ends[-1] if ends else 0 :].split(), *subject]
    for at in range(len(words) - 1, 0, -1):
        if words[at] not in SELF:
            continue
        governing = at - 1
        while governing > 0 and words[governing] in _OPENERS:
            governing -= 1
        if words[governing] not in _GOVERNS:
            return words[at:]
    return words


def is_close(sentence: str) -> bool:
    """Say whether a plain sentence shows that the writer is in it, though it speaks of work or a story."""
    return _CLOSE.search(sentence) is not None


def names_self(words: str) -> bool:
    """Say whether some words of a sign name the writer."""
    return not _OWN_WORDS.isdisjoint(words.split())


def subject_before(before: str) -> str:
    """Return whose act a sign is, by the nearest subject before it: `self`, `other`, or `unknown` where there is none."""
    for word in reversed(before.split()):
        if word in SELF:
            return "self"
        if word in ELSE:
            return "other"
    return "unknown"
