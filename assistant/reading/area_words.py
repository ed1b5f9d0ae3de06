"""The words by which a text speaks of an area of life, as stems."""

from __future__ import annotations

from typing import Final

from assistant.core.ids import Area
from assistant.reading.stemming import stem

_WORDS: Final = {
    "health": """health healthy sleep slept asleep insomnia tired exhausted doctor gp hospital clinic nurse physio therapist therapy
        pill pills tablet tablets medication run ran running jog gym workout exercise swim swam swimming walk walked walking yoga
        weight diet eating breakfast drink drinking drunk alcohol wine beer smoking cigarette cigarettes vape knee back headache migraine
        pain ache sick ill illness flu cold fever blood pressure heart stomach body fitness fit stretch steps marathon
        dentist tooth surgery diagnosis anxiety panic depression rest nap energy kilos pounds bike cycling sauna hydrated sugar""",
    "home": """home house flat apartment kitchen bedroom bathroom garden gardening roof boiler rent mortgage landlord landlady
        tidy tidied mess messy clutter clean cleaning cleaned laundry washing dishes hoover hoovered vacuum repair paint painted
        decorate furniture sofa shelf shelves attic cellar garage lawn fence plumber builder move moving neighbour bills chores
        ironing curtains carpet wardrobe cupboard drawer boxes lease tenants housework""",
    "relationships": """husband wife partner boyfriend girlfriend marriage married wedding date dating divorce ex mother father mum mom
        dad parents son daughter kids children child baby sister brother family friend friends friendship mate love loved argue
        argued argument row fight hug kiss lonely together grandma grandpa nan gran grandson granddaughter aunt uncle cousin
        visit phoned rang call text message relationship trust apologise apologize sorry bedtime school-run""",
    "self_image": """myself confidence confident ashamed shame proud pride worth worthless enough failure fraud imposter impostor
        ugly fat mirror look looks clever stupid lazy coward brave identity deserve jealous compare comparing judged embarrassed
        embarrassing guilty guilt selfish perfectionist perfect self-esteem insecure useless inadequate""",
    "recreation": """holiday vacation trip travel travelled beach book novel read reading film movie cinema theatre concert music
        guitar piano choir sing singing paint painting draw drawing sketch pottery knit knitting sew hobby game games play played
        chess football match cricket tennis climbing hike hiking fishing camping museum gallery dance dancing watch watched
        series telly garden photography craft festival weekend fun allotment""",
    "career": """work working job career boss manager colleague colleagues team office meeting meetings project deadline client
        clients customer customers promotion salary pay raise interview application cv resume presentation report review shift shifts
        hired fired redundancy contract business startup email emails inbox desk conference training course degree exam exams
        study studying thesis lecture student students class pupils teacher teaching patient patients ward freelance invoice
        budget sales supervisor staff rota overtime quarter launch""",
    "community": """community neighbours neighbourhood neighborhood volunteer volunteering volunteered charity church mosque temple
        synagogue parish congregation council committee club society food-bank foodbank shelter fundraiser fundraising donate donated
        village street town local vote voting election protest campaign union scouts library pta mentor mentoring litter
        meeting allotments refugee refugees parkrun residents""",
}

AREA_STEMS: Final[dict[str, frozenset[Area]]] = {}
"""The areas that each stem speaks of."""

for _area, _listed in _WORDS.items():
    for _word in _listed.split():
        AREA_STEMS[stem(_word)] = AREA_STEMS.get(stem(_word), frozenset()) | {Area(_area)}
