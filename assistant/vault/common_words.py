"""English words so common that sharing one says nothing."""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
able about above across actually afraid after afternoon again against almost alone along already also although
always angry another answer anxious anyone anything around asked asking away back because become been before
began begin behind being believe best better between body boss both bring brother brought calm came can't cannot
care carry chance change child children clear close cold come comes coming could couldn't couple daughter days
dead deal decided deep didn't different difficult dinner does doesn't doing don't done door down drink drive
during each early easy either else email empty enough even evening ever every everybody everyone everything
exactly expect eyes face fact fail failed failing fall family fast father fear feel feeling feelings feels felt
fight finally find fine finish first five food forget forward found four free friend friends from front full
further gave gets getting girl give given giving goes going gone good great group hand hands happen happened
happens happy hard hasn't hate have haven't having head hear heard heart held help here herself high himself
hold home hope hour hours house however husband idea important inside instead into isn't itself just keep keeps
kept kids kind knew know knowing known knows large last late later learn leave left less life light like likely
line listen little live long longer look looked looking lost love made make makes making many matter maybe mean
means meant meet meeting mind minutes moment money month months more morning most mother much must myself name
near need needed needs neither never next night nobody none nothing notice nowhere often okay once only open
other others ought outside over part past people perfect perhaps person phone place plan play please point
possible probably problem promise pull push quiet quite rather read ready real really reason remember rest right
room said same saying says school second seem seemed seems seen self sense sent several shall share she'd she's
should shouldn't show shut sick side simple simply since sister sleep slow small someone something sometimes
soon sorry sort speak spend spent stand start started stay step still stop story strong stuck stupid such
suddenly sure take taken takes taking talk talked talking team tell than thank that that's their them themselves
then there there's these they they're thing things think thinking third this those though thought thoughts three
through time times tired today together told tomorrow tonight took toward towards tried true trust truth trying
turn turned twice under understand until upon upset used using usually very voice wait waiting wake walk want
wanted wants warm wasn't watch ways week weekend weeks well went were weren't what what's whatever when where
whether which while whole whose wife will wish with within without woke woman won't wonder word words work
worked working world worry worse worst worth would wouldn't write writing wrong year years yesterday young your
yours yourself
"""

COMMON_WORDS: Final = frozenset(_WORDS.split())
"""477 everyday words of a diary, chosen by hand: a reply with "never" in it is no echo of an entry with "never"."""
