"""Stems that many evenings have, by how many. Written by `models/training/voice/matter.py`."""

from __future__ import annotations

OFTEN = frozenset(
    """
    all ask asked broth came come count day eleve four gave get good got he's home house i'd i'm i've it's know last
    laugh left look looke made man minut month more mothe night nine old other own peopl phone put right said same sat
    say says see six tell that' there think thoug three time told took two want week went whole work wrote year years
    """.split()
)
AT_TIMES = frozenset(
    """
    answe askin asks ate baby bad bed best bette big book boss both bough boy bring broug bus call calle calls car chair
    chang check child churc clean close cold colle comes comin compl corre cousi cried cut dad daugh days dinne docto
    dog doing done door drive drove eat eight else end engli eveni face fathe find fine finis five flat floor forgo
    forty found fourt frida frien front full girl give god goes going gone grand half hand hands happy he'd head hear
    heard hour hours hundr husba i'll inter job joke keep kept kitch knew knows lad late leave let lette light list
    littl long looki lost lunch make manag march mean meant meeti mind monda money morni much mum name need neigh new
    next nice ninet numbe offic open paid paper passe perso photo place plate quest quiet rang read real ring roof room
    round satur saw sayin schoo secon send sent seven she'd she's shop shout showe side siste sit sleep slept slow small
    son sorry speak stair stand start stood stop stopp sunda suppo table take talk talke tea teach ten thank thats they'
    third thirt thurs times tired train tuesd turne twent used voice wait waiti walk wante wants watch weddi weeks wife
    windo woman word write wrong you'r young
    """.split()
)
NOW_AND_THEN = frozenset(
    """
    accid accou actua afrai after age ago allow alrig angry annoy app asham aslee augus aye bag bank bar bath bathr
    becom begin belie bench bin bins birth biscu black bloke blood blue board boat boile bottl botto box boxes boys
    bread break breat bridg broke bucke build busy buy cake card care carri carry cat cause chape charg chef chips choir
    chris class clien clini clock coach coat coffe colou commi compa conve cook cooke cooki cos cours cover crack cross
    cry cryin cup custo dance dark date dead decid deliv denti desk died diffe drawe drawi dress drew drink drivi dropp
    early easte easy eaten eatin eats email empty engin exact exam expla extra eyes faile fair famil feel feet fell
    fella felt fifte fifty fight finge fish fixed flowe folde foot form free freez fridg funer funny garde gas gate
    gener gets getti girls given gives glass great green group guess guest guy hair hall happe hard hate havin he'll
    heari heart held help hes hip hit hold holdi hospi hot idea ill ive jacke janua june key keys kid kids knee knees
    knock label lads lady law lead learn leavi less lesso libra lie life lift liked line liste live lives longe looks
    lose loud love lovel lying machi madam makes mam mama many mark marke marri mate matte means measu men menti messa
    met middl milk miss misse mista mostl mouth move moved movin mrs mummy names neede needs neith nobod norma note
    notes notic nowt nurse o'clo offer opene order oven owt page pages paint paren park parki part pass pasto patie pay
    payin pen perce perfe picke pictu piece plan plant play playe pleas point polit post pot pound pract prese press
    price print probl profe promi prope proud puts quid quit radio rain raise ran readi ready reaso recor red remem rent
    repor rest retir rice road rota row rule run runni sad sandw sang scare scree sea seat seen sees sell sends sente
    septe set she'l shed sheet shes shift shirt shoes short shoul show shut sick sign signe silen sits sitti sixte sixty
    slipp smell smile snow soft sold somew song sound soup speec spoke spoon sprea staff stati stay staye step stick
    store story stran stree stren stude study stupi sugar summe super sure taken takes talki taugh team teeth telep
    telli tells test thous thumb ticke tin toast toile tomat tooth top touch towel trans tray truck true truth turn
    twelv uncle under use van video visit waite walke walki wall warm washe washi water we're we've weath wedne wee wet
    what' white who's winte women won words worke worki works worse writi writt yard you'd you'v
    """.split()
)
"""In at least 2 %, 0.7 %, 0.25 % of the messages that the voice was taught on, each stem in one of them."""
