"""Hear the plainest words of a wish to die in other languages than English: a few phrases each, and no finer hearing.

The program reads English only, but a person in a crisis may write as they think. Phrases, not a translation of the rules:
each says of oneself that one wants to die, does not want to live, or wants to kill or to hurt oneself.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_PHRASES: Final[dict[str, str]] = {
    "de":
    r"ich (?:will|mochte|wunsche mir) (?:nur |einfach |nicht |endlich )*(?:mehr )?(?:sterben|tot sein|leben"
    r"|aufwachen)(?<!ich will leben)(?<!ich mochte leben)"
    r"|will nicht mehr leben|nicht mehr leben will|bring(?:e)? mich um|mich umbringen|mir das leben nehmen"
    r"|selbstmord|suizid|mich (?:ritzen|geritzt|verletzen)"
    r"|ritze mich|ware lieber tot|nicht mehr da sein|keinen sinn mehr zu leben",
    "fr":
    r"(?:je )?(?:veux|voudrais|envie de|prefere) (?:juste )?mourir|(?:veux|envie de|peux) plus (?:de )?vivre"
    r"|plus envie de vivre|me suicider|me tuer|m'?ôter la vie"
    r"|m'?oter la vie|mettre fin a mes jours|en finir avec la vie|(?:me|m') ?(?:scarifie\w*|coupe les veines)"
    r"|serais mieux mort",
    "es":
    r"(?:me )?quiero (?:solo )?(?:morir|morirme|suicidarme|matarme)|no quiero (?:seguir )?(?:viviendo|vivir)"
    r"|ganas de (?:morir|matarme|no vivir)|quitarme la vida"
    r"|voy a (?:matarme|suicidarme)|me voy a (?:matar|suicidar)|acabar con mi vida|estaria mejor muert[oa]"
    r"|me corto los brazos|cortarme las venas|sin ganas de vivir",
    "it":
    r"voglio (?:solo )?(?:morire|ammazzarmi|uccidermi|farla finita)|non voglio piu vivere|togliermi la vita"
    r"|suicidarmi|mi taglio|farmi del male|vorrei essere mort[oa]",
    "pt":
    r"quero (?:so )?(?:morrer|me matar|matar-me)|nao quero (?:mais )?viver|vontade de (?:morrer|me matar)"
    r"|tirar a minha vida|acabar com a minha vida|me suicidar|suicidar-me"
    r"|me corto|me cortar de novo",
    "nl":
    r"ik wil (?:gewoon |echt )?(?:dood|niet meer leven|sterven)|wil niet meer leven|zelfmoord|mezelf (?:van kant"
    r"|doden|snijden|pijn)|een eind aan mijn leven|er een eind aan maken",
    "sv": r"jag vill (?:bara )?(?:do|inte leva)|vill inte leva|ta livet av mig|sjalvmord|ta mitt liv|skara mig",
    "da":
    r"jeg (?:vil|onsker) (?:bare )?(?:do|dø|ikke leve)|vil ikke leve|(?:vil|lyst til a|lyst til at) (?:do|dø)\b"
    r"|tage livet af mig|ta livet av meg|selvmord|ta mitt eget liv|skaere i mig",
    "fi": r"haluan (?:vain )?kuolla|en halua (?:enaa )?elaa|tappaa itseni|itsemurha|tapan itseni",
    "pl":
    r"chce (?:juz )?(?:umrzec|sie zabic|nie zyc)|nie chce (?:juz |mi sie )*(?:zyc|juz zyc)|zabije sie|zabic sie"
    r"|samobojstw\w+|odebrac sobie zycie|tne sie",
    "cs": r"chci (?:uz )?(?:umrit|se zabit)|nechci (?:uz )?zit|zabiju se|sebevrazd\w+|vzit si zivot",
    "hr":
    r"zelim (?:da )?umr\w+|hocu (?:da )?umr\w+|ne zelim (?:vise )?(?:da )?ziv\w+|ubit cu se|ubicu se"
    r"|samoubojstv\w+|samoubistv\w+",
    "hu": r"meg akarok halni|nem akarok (?:tobbe )?elni|ongyilkos\w*|megolom magam|veget vetni az eletemnek",
    "ro": r"vreau sa mor|nu (?:mai )?vreau sa (?:mai )?traiesc|ma sinucid|sinucidere|sa ma omor|sa-mi iau viata",
    "tr": r"olmek istiyorum|yasamak istemiyorum|intihar|kendimi oldur\w+|canima kiymak",
    "id": r"(?:aku |saya )?(?:ingin|mau|pengen) mati|tidak (?:ingin|mau) hidup|bunuh diri|mengakhiri hidup",
    "hi":
    r"(?:mujhe )?marna (?:chaht[ai]|hai)|mar jana chaht[ai]|jeena nahi(?:n)? chaht[ai]|jeene ka mann nahi"
    r"|khudkhushi|aatmahatya|jaan dena chaht[ai]|मरना चाहत|जीना नहीं चाहत|आत्महत्या|खुदकुशी",
    "vi": r"(?:toi|minh|em) (?:chi )?muon chet|khong muon song|tu tu|tu sat",
    "tl": r"gusto ko nang mamatay|ayoko nang mabuhay|magpakamatay|magpapakamatay",
    "sw": r"nataka kufa|sitaki kuishi|kujiua",
    "ru":
    r"хочу (?:просто )?(?:умереть|сдохнуть|убить себя)|не хочу (?:больше )?жить|покончить с собой|самоубийств\w+"
    r"|суицид\w*|убью себя|режу себя",
    "uk": r"хочу (?:просто )?померти|не хочу (?:більше )?жити|самогубств\w+|накласти на себе руки|вб'?ю себе",
    "bg": r"искам да умра|не искам да живея|самоубийство",
    "el": r"θελω να πεθανω|δεν θελω να ζω|αυτοκτον\w+|να αυτοκτονησω",
    "ar": r"[اأ]ريد [اأ]ن [اأ]موت|لا [اأ]ريد [اأ]ن [اأ]عيش|عايز [اأ]موت|بدي موت|[اأ]نتحر|الانتحار|[اأ]قتل نفسي",
    "he": r"רוצה למות|לא רוצה לחיות|להתאבד|אתאבד|התאבדות",
    "fa": r"می ?خواهم بمیرم|میخوام بمیرم|نمی ?خواهم زنده|خودکشی",
    "ja": r"死にたい|生きたくない|自殺|消えたい|リストカット|リスカ",
    "ko": r"죽고 ?싶|살고 ?싶지 ?않|자살|자해",
    "zh": r"想死|不想活|自杀|自殺|轻生|輕生|结束(?:我的)?生命|結束(?:我的)?生命|割腕",
    "th": r"อยากตาย|ไม่อยากมีชีวิต|ฆ่าตัวตาย",
}  # fmt: skip
_UNSPACED: Final = frozenset({"ja", "zh", "th", "ko", "ar", "he", "fa", "hi"})
"""Languages in which a phrase may stand within a longer word."""
_ANY: Final = re.compile(
    "|".join(
        rf"(?<!\w)(?:{phrases})" if language not in _UNSPACED else f"(?:{phrases})"
        for language, phrases in _PHRASES.items()
    )
)


PHRASES_ABROAD: Final = _ANY.pattern
"""All of them, for the name of these rules."""


def wants_to_die_abroad(text: str) -> bool:
    """Say whether a text in another language holds one of its plain words for wanting to die."""
    return _ANY.search(_folded(text)) is not None


def _folded(text: str) -> str:
    """Return the text in small letters without accents on Latin and Greek letters, and with single spaces."""
    decomposed = unicodedata.normalize(
        "NFD",
        text.casefold().replace("’", "'").replace("ł", "l").replace("ß", "ss").replace("đ", "d").replace("ı", "i"),
    )
    kept = "".join(char for char in decomposed if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", " ".join(kept.split()))
