"""Names of countries, peoples, tongues and cities: with their capital they look like somebody's name and are nobody's.

What is as often a person's name (Jordan, Georgia, Florence, Austin, Chelsea) is left out.
"""

from __future__ import annotations

from typing import Final

_COUNTRIES: Final = (
    "afghanistan albania algeria america angola argentina armenia asia australia austria azerbaijan bahrain bangladesh "
    "barbados belarus belgium belize benin bolivia bosnia botswana brazil britain bulgaria burma cambodia cameroon "
    "canada chile china colombia congo croatia cuba cyprus czechia denmark ecuador egypt england eritrea estonia "
    "ethiopia europe fiji finland france gambia germany ghana greece guatemala guinea guyana haiti holland honduras "
    "hungary iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya korea kosovo kuwait "
    "laos latvia lebanon liberia libya lithuania luxembourg macedonia malawi malaysia mali malta mauritius mexico "
    "moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway "
    "oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa "
    "scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tanzania "
    "thailand togo tonga trinidad tunisia turkey uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen "
    "yorkshire zambia zimbabwe africa cornwall devon essex lancashire sussex texas california lanzarote tenerife"
)
_PEOPLES: Final = (
    "afghan african albanian algerian american arab arabic argentinian armenian asian australian austrian bangladeshi "
    "basque belgian bengali brazilian british bulgarian burmese canadian cantonese catalan chilean chinese colombian "
    "croatian cuban czech danish dutch egyptian english eritrean estonian ethiopian european filipino finnish flemish "
    "french gaelic german ghanaian greek gujarati hebrew hindi hungarian icelandic indian indonesian iranian iraqi "
    "irish israeli italian jamaican japanese kenyan korean kurdish latin latvian lebanese lithuanian malay maltese "
    "mandarin maori mexican moroccan nepali nigerian norwegian pakistani persian peruvian polish portuguese punjabi "
    "romanian russian scottish serbian slovak somali spanish swahili swedish swiss syrian tagalog tamil thai tibetan "
    "turkish ukrainian urdu vietnamese welsh yiddish yoruba zulu catholic catholics protestant muslim muslims hindu "
    "jewish buddhist christian methodist baptist"
)
_CITIES: Final = (
    "aberdeen accra amsterdam antwerp athens bangkok barcelona belfast berlin birmingham bradford brisbane bristol "
    "brussels bucharest budapest cairo cambridge cardiff chicago cologne copenhagen cork coventry delhi derby dhaka "
    "dresden dubai dublin dundee edinburgh exeter frankfurt galway geneva glasgow hamburg hanoi harare helsinki "
    "houston hull inverness istanbul johannesburg karachi kyiv lagos leeds leicester leipzig lima limerick lisbon "
    "liverpool london luton lyon madrid manchester manila marseille melbourne moscow mumbai munich nairobi "
    "newcastle norwich nottingham oslo oxford paisley paris perth plymouth prague preston rome shanghai sheffield "
    "southampton stockholm stuttgart sunderland swansea tokyo toronto vienna vilnius warsaw zurich"
)
PLACES: Final = frozenset(f"{_COUNTRIES} {_PEOPLES} {_CITIES}".split())
