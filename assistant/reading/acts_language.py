"""Tell a message in another language than English, by its script or by its small words.

A profile of small words a language, rather than a detection library: a library of any quality weighs 10 to 100 MB and
guesses wildly on "ok lunch with Jo", while a diary's small words are few, frequent and certain. What is mostly English
with a foreign phrase in it is English.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LATIN_LEAST: Final = 0.5
"""Share of letters in Latin script from which the words decide; below it the script does."""

_LETTERS_LEAST: Final = 2
"""A lone Greek or Hebrew letter is a symbol, not a language."""

_OVER_ENGLISH: Final = 3
"""How many small words of the other language there must be to each English one: a message that mixes is English."""

_SHARE_LEAST: Final = 0.16
"""Share of all words that must be small words of the other language: running text in any of them has 0.3 and more, a
message typed in haste 0.2."""

_SHARED_WEIGHT: Final = 0.5
"""What a spelling that English uses too ("die", "on", "sent") counts towards the other language."""

_ELIDED: Final = re.compile(r"(?:[jcnmtsld]|qu)'[a-zà-ÿ]{2}")
"""A French word with its elided article or pronoun: "j'en", "l'école"."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_ENGLISH: Final = frozenset(
    """the of and that is it it's its with for he she they we you your his her their our my i'm i've i'd i'll
    isn't don't didn't doesn't can't won't wasn't not this these those have has had been were are be being but
    if when what which who why how there then than because about after before again would could should will just
    only really very some any every from into out up down off by more most other nothing something someone
    people today tonight tomorrow yesterday day work home said went got get going go know think feel felt want
    like time good bad too still never always im dont cant didnt ive thats""".split()
)

_SMALL_WORDS: Final[dict[str, str]] = {
    "de": """ich bin ist sind nicht und der das den dem ein eine einen einem mein meine meinen meiner mir mich
        dir dich du wir ihr sie es er auf mit für von zu zum zur auch aber oder wenn weil dass daß noch schon
        nur sehr heute gestern morgen immer nie wieder habe hast haben hatte wurde werde kann könnte soll sollte
        muss müde gut wie warum bei nach vor über durch kein keine man sich doch mal ja nein etwas nichts alles
        hab halt einfach bisher woche tag denn dann eigentlich ganz gar hatten waren wäre würde hätte""",
    "fr": """je j'ai j'étais suis est sont pas ne n'est n'ai c'est ce cette ces les des une et ou mais donc car
        avec pour sur dans par aux du au mon ma mes ton ta tes son sa ses nous vous ils elles il elle qui que
        qu'il qu'elle quoi très bien aussi toujours jamais encore plus moins rien tout tous toute aujourd'hui
        hier demain ai as avons était être avoir fait parce comme moi toi lui leur quand où peur j' bof depuis
        juste envie même déjà trop un l' d' la le les pas de en y a peux veux sais fais vais travail fatigué
        fatiguée crevée journée""",
    "es": """yo estoy soy es está son fue era muy pero porque que qué con para por los las una uno del al mi mis
        tu tus su sus se lo le les nos te ya también siempre nunca hoy ayer mañana más menos nada algo todo
        todos cuando como cómo tengo tiene tenía hay he ha había hacer sin sobre ella ellos él ni sí siento
        quiero creo estaba me no el la en a de y es llevo antes después van estamos nadie casa puedo quiero
        dormir sé hago haciendo mucho mucha trabajo cansada cansado""",
    "it": """io sono è ho ha hai abbiamo sei siamo non che di del della dei delle il gli una uno per con ma
        perché anche come sempre mai oggi ieri domani molto più meno niente tutto tutti quando mio mia miei suo
        sua questo questa nel nella alla dal dalla mi ti si ci vi lo stato stata ero era cosa anzi ancora però
        la le i in a da un o e di casa dopo prima voglia posso voglio so lavoro stanca stanco tutti niente""",
    "pt": """eu estou sou é está são foi era não muito mas porque que com para por os das dos uma um meu minha
        meus seu sua se já também sempre nunca hoje ontem amanhã mais menos nada tudo todos quando como tenho
        tem tinha há ao à às nos nas pelo pela ele ela eles você sem isso isto fazer ainda até o a e de do da no
        na em me""",
    "nl": """ik ben bent zijn niet en het een de van voor met maar ook als dan nog wel geen mijn jouw zijn haar
        ons onze jullie wij zij hij ze je jij dat dit deze die naar uit bij over om te heb hebt heeft had was
        werd word kan zou moet moest vandaag gisteren morgen altijd nooit weer heel erg niets iets alles veel
        waarom omdat""",
    "sv": """jag är och inte att det som en ett på med för av till har hade var vad mig dig sig min mitt mina du
        vi de den men om när så också idag igår imorgon alltid aldrig mycket bara kan ska skulle måste från
        eller hur varför ingen inget allt någon något efter""",
    "da": """jeg er og ikke at det som en et på med for af til har havde var hvad mig dig sig min mit mine du vi
        de den men om når så også idag i'dag igår altid aldrig meget bare kan skal skulle må fra eller hvordan
        hvorfor ingen intet alt noget efter blev bliver ble meg deg seg""",
    "fi": """minä olen on ei ja että se en oli mutta kun niin myös tänään eilen huomenna aina ikään minun minua
        minulla hän me te he tämä kuin jos koska olla ollut olin mitä miksi nyt vain vielä kaikki mikään hyvin
        paljon sitä""",
    "pl": """jestem jest są nie się że w z na do to jak ale i co mnie mi ja ty on ona my wy oni mój moja moje
        już tylko bardzo dziś dzisiaj wczoraj jutro zawsze nigdy był była było mam ma być dla od po przez czy
        tak może wszystko nic ktoś dlaczego""",
    "cs": """jsem je jsou není se že v na do to jak ale a co mě mi já ty on ona my vy můj moje už jen velmi dnes
        včera zítra vždy nikdy byl byla bylo mám má být pro od po přes jestli tak všechno nic někdo proč když
        která který""",
    "hr": """sam je su nije se da u na to kao ali i što mi ja ti on ona mi vi moj moja moje već samo vrlo danas
        jučer sutra uvijek nikad bio bila bilo imam ima biti za od po kroz li tako sve ništa netko zašto kada
        koja koji nisam""",
    "hu": """én vagyok van nem és hogy az egy is de mert csak már még nagyon ma tegnap holnap mindig soha volt
        lesz nekem engem te ő mi ti ők mint ha vagy miért minden semmi valaki most sem meg ezt azt""",
    "ro": """eu sunt este nu și că să cu pe la din în un o dar pentru mai foarte azi astăzi ieri mâine mereu
        niciodată am ai are era fost mă te se îmi meu mea ce cum când de ca sau tot nimic ceva""",
    "tr": """ben bir ve bu çok ama için değil var yok ne da de mi gibi daha bugün dün yarın her hiç şey benim
        bana beni sen o biz siz onlar ile kadar sonra önce neden çünkü nasıl olarak oldu değilim""",
    "id": """saya aku tidak dan yang di ke dari ini itu untuk dengan adalah akan sudah belum juga tapi karena
        ada bisa hari kemarin besok selalu sangat sekali lagi kamu dia kami kita mereka apa kenapa bagaimana
        seperti nggak gak""",
    "tl": """ako ang ng mga sa hindi ay na at si ko mo siya kami tayo kayo sila ito iyon dahil pero kasi lang
        din rin ngayon kahapon bukas palagi wala may nang para ba""",
    "sw": """mimi ni na ya wa kwa si hii hiyo lakini sana leo jana kesho kila kama yangu wangu wewe yeye sisi
        nina nilikuwa siku kwamba hapana ndiyo bado""",
    "vi": """tôi là không và của có được người cho với này đã một trong rất nhưng vì hôm nay mình em anh thì
        cũng""",
    "hi": """hai hoon hun hain nahi nahin kya kyun mujhe mera meri mere bahut aaj kal kuch raha rahi gaya gayi
        karna main mein aur lekin bhi ho tha thi ka ki ko se yeh woh""",
    "cy": """dw i'n ydw mae yn ddim a'r y'n fy roedd wedi heddiw ddoe yfory iawn ond hefyd gan beth pam sut dydy
        ydy oedd bod am ar""",
    "ga": """tá níl agus an na mé tú sé sí is ní go leis ach mar inniu inné amárach bhí agam orm nach atá sin
        seo ar dom""",
    "ca": """jo estic sóc és amb però perquè que molt avui ahir demà sempre mai els les una meu meva no tinc
        havia res tot quan aquest aquesta ho em et""",
    "af": """ek is nie en het 'n die van vir met maar ook was my jy ons hulle vandag gister môre altyd nooit
        baie hoekom omdat moet kan niks iets""",
}  # fmt: skip
_SHARED_WITH_ENGLISH: Final = frozenset(
    """a an as at am are be bin by do die dem den der des had has hat have he her him his i in is it its man me
    mine my no not of on or per sin so son than the to was we were who war will wit over under van ten once sent
    she come all par fine sole go din may para los las la le les el de del san du y te us pas tu nun para nos
    fast gang gift net om et ma ta sa se si ni na ya ka ki ko ho men mig arm mal in o un en e da ai os dos ate
    tem um kind sang pain tout chat pour plus son ton main aura mine coin""".split()
)
"""Spellings that English uses too, or that stand in English names ("La Paz", "Des Moines")."""


def is_other_language(text: str) -> bool:
    """Say whether a message is in another language than English; too little to tell counts as English."""
    return language_of(text) != "en"


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the message's language: `en` where in doubt, `und` where only the script is
    sure."""
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return "en"
    if not text.isascii():
        foreign = [char for char in letters if not _is_latin(char)]
        if len(foreign) >= _LETTERS_LEAST and len(foreign) > len(letters) * _LATIN_LEAST:
            return "und"
    return _by_small_words(text)


def _by_small_words(text: str) -> str:
    words = _WORD.findall(text.replace("’", "'"))
    lowered = [word.lower() for word in words]
    english = sum(word in _ENGLISH or raw == "I" for word, raw in zip(lowered, words, strict=True))
    if _OVER_ENGLISH * english > len(words):
        return "en"  # no other language can have three times as many
    best, certain, most = "en", 0, 0.0
    for language, (own, shared) in _profiles().items():
        sure = sum(word in own or (language == "fr" and _ELIDED.match(word) is not None) for word in lowered)
        score = sure + _SHARED_WEIGHT * sum(word in shared for word in lowered)
        if sure and score > most:
            best, certain, most = language, sure, score
    short = len(words) <= 4 and len(words) >= 2 and english == 0
    accented = any(not char.isascii() and char.isalpha() for char in text)  # an emoji or a curly mark is no letter
    enough = certain >= 2 or (certain == 1 and most >= (1 if short and accented else 2))
    return best if enough and most >= _OVER_ENGLISH * english and most >= len(words) * _SHARE_LEAST else "en"


@lru_cache(maxsize=1)
def _profiles() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the words of each language: those that are its own, and those that English spells alike."""
    profiles = {}
    for name, listed in _SMALL_WORDS.items():
        words = frozenset(listed.split())
        profiles[name] = (words - _SHARED_WITH_ENGLISH - _ENGLISH, words & (_SHARED_WITH_ENGLISH | _ENGLISH))
    return profiles


@lru_cache(maxsize=4096)
def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN", "MODIFIER", "FEMININE", "MASCULINE"))
