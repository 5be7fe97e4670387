"""Spelling: slips that everybody knows."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from pipeline.checks import products
from pipeline.checks.english import slips
from pipeline.checks.french import letters, misspelt, nearly
from pipeline.checks.register import Register
from pipeline.checks.sheet import OBJECT, WARNING, Mark, Sheet
from pipeline.sought import in_small, sought

# Wrong in every variety of the language, and no name of anything.
_SLIPS = {
    "en": """
accomodat:accommodat accross:across acheiv:achiev acknowlegd:acknowledg adress:address
agressi:aggressi alot:a_lot analysys:analysis aproach:approach apropriat:appropriat aquir:acquir
arguement:argument asociat:associat atend:attend availib:availab becuase:because
beetween:between begining:beginning beleiv:believ benefical:beneficial betwen:between
calender:calendar catagor:categor cemetary:cemetery changable:changeable collegue:colleague
comission:commission commision:commission campain:campaign
comitte:committee comittee:committee commitee:committee
committment:commitment comunit:communit concensus:consensus concious:conscious
condusive:conducive congradulat:congratulat consistant:consistent decison:decision
definately:definitely demostrat:demonstrat descision:decision developement:development
dilemna:dilemma dissapoint:disappoint elegib:eligib embarass:embarrass enviroment:environment
enviromental:environmental equiptment:equipment especialy:especially evalut:evaluat
evenning:evening exagerat:exaggerat excercis:exercis exellent:excellent existance:existence
experiance:experience explaination:explanation extention:extension facillitat:facilitat
familar:familiar finacial:financial finaly:finally firebrigade:fire_brigade folow:follow
foriegn:foreign formely:formerly fourty:forty freind:friend fufil:fulfil garantee:guarantee
gaurantee:guarantee goverment:government govermental:governmental grammer:grammar
guidence:guidance happend:happened harrass:harass heirarch:hierarch higly:highly hygene:hygiene
immediatly:immediately implemet:implement imporant:important improvment:improvement
incidently:incidentally independant:independent informations:information
infrastucture:infrastructure initative:initiative inovati:innovati institutionnal:institutional
intergrat:integrat intiative:initiative intrest:interest knowledgable:knowledgeable
knowlege:knowledge labratory:laboratory langauge:language lenght:length liason:liaison
libary:library lisence:licence maintainance:maintenance maintenence:maintenance
managment:management measurment:measurement mesure:measure millenium:millennium
minature:miniature miscellaneus:miscellaneous mispell:misspell neccessar:necessar
necessery:necessary neigbour:neighbour nieghbour:neighbour noticable:noticeable
occassion:occasion occurance:occurrence occured:occurred occuring:occurring offical:official
ofthe:of_the oportunit:opportunit opportunites:opportunities oppurtunit:opportunit
orginal:original paralel:parallel parliment:parliament particpa:participa
particulary:particularly partnersip:partnership percieve:perceive perfom:perform
permanant:permanent personel:personnel persue:pursue phenomenom:phenomenon politican:politician
posible:possible possibile:possible possiblity:possibility potencial:potential
practicioner:practitioner practioner:practitioner preceed:preced prefered:preferred
presance:presence prevantion:prevention privelege:privilege priviledge:privilege
probaly:probably proccess:process profesional:professional proffesional:professional
pronounciation:pronunciation publically:publicly reccomend:recommend recieve:receive
recieved:received recieving:receiving recomend:recommend refered:referred refering:referring
relevent:relevant religous:religious resistence:resistance responsabilities:responsibilities
responsability:responsibility restauration:restoration rythm:rhythm saftey:safety
seperat:separat shoud:should sieze:seize similiar:similar sincerly:sincerely socity:society
stakeholer:stakeholder stakholder:stakeholder startegy:strategy stategy:strategy
stragegy:strategy straight-foward:straightforward strenghten:strengthen
strengthning:strengthening succesful:successful successfull:successful sucess:success
sugest:suggest suport:support suprise:surprise surveillence:surveillance sytem:system
targetted:targeted teh:the tendancy:tendency thier:their threshhold:threshold togehter:together
togther:together tommorow:tomorrow tommorrow:tomorrow transfered:transferred
transparancy:transparency truely:truly unfortunatly:unfortunately untill:until usefull:useful
medecine:medicine peice:piece exept:except artical:article priciple:principle
everbod:everybod buisness:business bussiness:business completly:completely desparat:desperat
diffrent:different dissappear:disappear enought:enough expirienc:experienc foward:forward
futher:further gaurd:guard heigth:height hieght:height inteligen:intelligen interupt:interrupt
knowlegde:knowledge liesure:leisure litrature:literature maintenace:maintenance mesage:message
neccesar:necessar ocasion:occasion oppinion:opinion paralell:parallel peopel:people poeple:people
posession:possession presense:presence propoganda:propaganda questionaire:questionnaire
refrence:reference remeber:remember resturant:restaurant secratar:secretar shedule:schedule
scedule:schedule sentance:sentence speach:speech strenght:strength temperture:temperature
twelth:twelfth villiage:village volonteer:volunteer volunters:volunteers whereever:wherever
withold:withhold wierd:weird yeild:yield jouney:journey buliding:building bulding:building
oficial:official whcih:which woudl:would coudl:could shoudl:should becasue:because
beacuse:because abotu:about hte:the taht:that thsi:this aslo:also anual:annual
excelent:excellent lenghty:lengthy pasenger:passenger passanger:passenger perheps:perhaps
recived:received reciev:receiv sevral:several stong:strong thougth:thought
usualy:usually vaccum:vacuum vehical:vehicle violance:violence visable:visible wellcome:welcome
wich:which withing:within writting:writing visiter:visitor wil:will
geting:getting puting:putting runing:running stoping:stopping cuting:cutting shuting:shutting
spliting:splitting hiting:hitting forgeting:forgetting admiting:admitting admited:admitted
commiting:committing commited:committed permiting:permitting permited:permitted
submiting:submitting submited:submitted regreted:regretted equiped:equipped droped:dropped
stoped:stopped transfering:transferring prefering:preferring upcomming:upcoming comming:coming
becomming:becoming writen:written openning:opening happenning:happening listenning:listening
developping:developing developped:developed developpment:development visitting:visiting
limitted:limited practitionn:practition questionned:questioned questionning:questioning
mentionned:mentioned mentionning:mentioning functionn:function positionn:position
traditionn:tradition nationnal:national internationnal:international regionnal:regional
professionn:profession personnal:personal additionn:addition exceptionn:exception
optionn:option proportionn:proportion intentionn:intention emotionn:emotion
educationn:education operationn:operation constitutionn:constitution conditionned:conditioned
ressource:resource recommandation:recommendation exemple:example responsable:responsible
independance:independence correspondance:correspondence appartment:apartment adequatly:adequately
litterature:literature mecanism:mechanism caracter:character assesment:assessment
environnement:environment partecipa:participa upto:up_to allways:always allmost:almost
abovementionned:above-mentioned aditional:additional adition:addition diferent:different
necesary:necessary posibilit:possibilit succes:success acces:access proces:process
congres:congress busines:business effectivly:effectively actualy:actually generaly:generally
specialy:specially officialy:officially realy:really localy:locally globaly:globally
totaly:totally naturaly:naturally equaly:equally annualy:annually initialy:initially
manualy:manually digitaly:digitally involvment:involvement
requirment:requirement achievment:achievement agrement:agreement engagment:engagement
implementaion:implementation organistion:organisation organsation:organisation
sustanaib:sustainab disemin:dissemin dissmin:dissemin stakeholdr:stakeholder
neighborhoud:neighbourhood inhabitans:inhabitants inhabitents:inhabitants citizien:citizen
citzen:citizen munipal:municipal municpal:municipal mobilty:mobility activites:activities
activties:activities activitites:activities opportunties:opportunities communites:communities
authorites:authorities facilites:facilities
priorites:priorities amonsgt:amongst amougst:amongst amogn:among beetwen:between throught:through
thorugh:through throug:through transnationnal:transnational
""",
    "fr": misspelt.SLIPS,
}
"""Language -> the beginning of a wrong word, and what it should be; `_` is a space."""


def _table(language: str) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in _SLIPS[language].split())
    return {wrong: right.replace("_", " ") for wrong, _, right in pairs}


_STEMS = {language: _table(language) for language in _SLIPS}
_WHOLE = frozenset(
    "alot wich teh hte taht thsi aslo stong thier fourty suprise writting wellcome until "
    "mesure finaly "
    "informations "
    "withing atend "
    "wil jusqu'a jusqu’a integrer integration "
    "upto succes acces proces congres busines throug comming exemple responsable ressource "
    "ressources "
    "environnement "
    "connection usefull successfull succesful aquis reseau personel truely beleiv comunit trés "
    f"aprés parmis quatres possibile {misspelt.WHOLE}".split()
)


def _by_beginning(heads: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """
    >>> _by_beginning(["acces", "accros", "untill"])
    {'acc': ('acces', 'accros'), 'unt': ('untill',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    for head in dict.fromkeys(heads):
        found[head[:3]] = (*found.get(head[:3], ()), head)
    return found


_HEADS = {
    language: {stem: re.split(r"[\W_]", stem)[0] for stem in stems}
    for language, stems in _STEMS.items()
}
_FIRST = {language: _by_beginning(heads.values()) for language, heads in _HEADS.items()}
"""Language -> the first three letters -> how the slips that begin with them go on."""


_BEGINS = sought(r"(?<![\w@#/.-])(?:(?<![’'])|(?<=\b[dlnsjmtDL][’']))(?=\w)", re.IGNORECASE)
_ENDS = sought(r"(?!\w)")


def _places(text: str, stems: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where slips stand: of two in one place the longer one, and nothing twice."""
    found, read = [], 0
    lowered = text.lower()
    if len(lowered) != len(text):
        # Some capitals are two letters when they are small.
        lowered = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    for stem in stems:
        start = lowered.find(stem)
        while start >= 0:
            end = start + len(stem)
            if _BEGINS.match(lowered, start) and (stem not in _WHOLE or _ENDS.match(lowered, end)):
                found.append((start, end))
            start = lowered.find(stem, start + 1)
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if start >= read:
            yield start, end
            read = end


_IN_A_TITLE = sought(
    r"\b(?:European|National|Regional|City|Town|Local|Executive|Federal|State|World|United) $"
)
"""What stands before the name of an institution, which is a word like others."""


def x118_known_slip(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A word that is often mistyped, and was here.
    Remedy: write it right; where that is no guess, fix=1 does it."""
    told = [*_slips(sheet), *_typed(sheet), *_threefold(sheet)]
    yield from products.products(sheet)
    yield from told
    starts = {mark.start for mark in told}
    unknown = (
        *_unknown(sheet, register),
        *nearly.doubtful(sheet, register),
        *slips.slips(sheet, register),
    )
    yield from (mark for mark in unknown if mark.start not in starts)


def _slips(sheet: Sheet) -> Iterator[Mark]:
    spoken = {block.language[:2] for block in sheet.blocks}
    suspects = {language: _suspects(sheet, language) for language in spoken & _STEMS.keys()}
    for block in sheet.blocks:
        language = block.language[:2]
        words = suspects.get(language)
        if not words or words.isdisjoint(block.vocabulary):
            continue
        for start, end in _places(block.text, _stems(words, language)):
            slip = block.text[start:end]
            right = _STEMS[language][in_small(slip)]
            word = re.match(r"[\w’'-]*", block.text[start:])
            shown = word[0] if word else slip
            if _is_no_slip(shown) or block.is_foreign(start):
                continue
            if re.match(r"\.[a-z]{2}", block.text[start + len(shown) :]):
                continue
            before = block.text[max(0, start - 16) : start]
            is_titled = _IN_A_TITLE.search(before) is not None
            if shown[:1].isupper() and not is_titled and not _begins(block.text, start):
                # A capital in a sentence: it may be somebody's name.
                continue
            if shown[0] == "E" and right[0] == "é":
                continue  # Many set no accent on a capital, and know what they do.
            instead = right.capitalize() if slip[:1].isupper() else right
            yield block.mark(
                "X118", start, end, f"{shown!r} is misspelt",
                f"write {instead}{shown[len(slip) :]}", WARNING, instead,
            )  # fmt: skip


def _unknown(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """`Apprenent`: no word of French, but for a doubled or a lost letter."""
    for block, start, word in letters.unknown(sheet, register):
        small = word.lower()
        right = "" if letters.lettered(small) else letters.corrected(small)
        right = right.capitalize() if word != small else right
        # A capital that begins a sentence may be that of a name: the first letter is seldom wrong.
        is_name = word != small and right[:1] != word[0]
        if right and not is_name and not letters.is_of_the_house(word, register):
            message = f"{word!r} is misspelt"
            end = start + len(word)
            # The nearest word; whether it was meant only its writer knows.
            yield block.mark("X118", start, end, message, f"write {right}", WARNING)


_TYPED = sought(
    r"(?<![\w@#/.’'-])(?:([a-z]{2,}[bcdfghjklmnprtvz])ys"
    r"|(?:(?:[Dd]own|[Uu]p) load(?:ed|s|ing)?"
    r"|news letters?|air ports?|water fronts?|through out|to gether|to morrow|neighbour hoods?"
    r"|further more|never the less|none the less|[Aa]n other|over view|stake holders?|back ground"
    r"|key boards?|else where|there fore|foot paths?|head quarters))(?![\w@/’'-]|\.\w)"
)
_HALVES = frozenset(
    "load loaded loads loading letter letters port ports front fronts out gether morrow hood hoods "
    "more less other view holder holders ground board boards where fore path paths quarters".split()
)


_SOFTENED = frozenset("bcdfghjklmnprtvz")


_THREE = tuple(letter * 3 for letter in "bcdfglmnprstéa")
_THREEFOLD = sought(
    r"(?<![\w@#/.’'-])[a-zà-ÿ]{2,}([bcdfglmnprsté])\1\1[a-zà-ÿ]{2,}(?![\w@/-]|\.\w)"
)


def _threefold(sheet: Sheet) -> Iterator[Mark]:
    """`Professionnnel`: in these languages no letter stands three times in a row."""
    if not any(map(sheet.source.__contains__, _THREE)):
        return
    for block in sheet.blocks:
        for found in _THREEFOLD.finditer(block.text) if block.language[:2] in _NO_THREE else ():
            if not block.is_foreign(found.start()) and not block.link_at(found.start()):
                yield block.mark(
                    "X118", found.start(), found.end(), f"{found[0]!r} has one letter three times",
                    f"write {found[1] * 2}", WARNING, found[0].replace(found[1] * 3, found[1] * 2),
                )  # fmt: skip


_NO_THREE = ("en", "fr", "es", "it")


def _typed(sheet: Sheet) -> Iterator[Mark]:
    """Plurals in -ys, and words that were parted: wrong by their form, whatever the word."""
    words = sheet.reading.vocabulary
    plurals = (word for word in words if word.endswith("ys") and word[-3:-2] in _SOFTENED)
    for block in sheet.naming(_HALVES.union(plurals)):
        if block.language[:2] != "en":
            continue
        for found in _TYPED.finditer(block.text):
            if block.is_foreign(found.start()) or block.link_at(found.start()):
                continue
            if found[1] and (len(found[1]) < 3 or found[0] in _NO_PLURAL):
                continue
            instead = f"{found[1]}ies" if found[1] else found[0].replace(" ", "")
            yield block.mark(
                "X118", found.start(), found.end(), f"{found[0]!r} is misspelt",
                f"write {instead}", WARNING, instead,
            )  # fmt: skip


_NO_PLURAL = frozenset("flybys standbys laybys goodbys analys filesys phys dialys paralys".split())


def _suspects(sheet: Sheet, language: str) -> frozenset[str]:
    """The words that begin as a slip does: a form of all slips would be long, and slow."""
    first = _FIRST[language]
    near = [word for word in sheet.reading.vocabulary if word[:3] in first]
    return frozenset(word for word in near if word.startswith(first[word[:3]]))


@functools.lru_cache(maxsize=64)
def _stems(words: frozenset[str], language: str) -> tuple[str, ...]:
    first = _FIRST[language]
    found = {head for word in words for head in first[word[:3]] if word.startswith(head)}
    return tuple(stem for stem, head in _HEADS[language].items() if head in found)


def _begins(text: str, position: int) -> bool:
    before = text[:position].rstrip(' “"«‘(')
    return not before or before[-1] in ".!?:…"


def _is_no_slip(word: str) -> bool:
    """Names that begin like a slip, and words with code in them."""
    low = word.lower()
    is_future = low.startswith(("appellera", "appellero", "appelleri", "appellerez"))
    is_name = low in ("adressen", "withings", "calendered") or word == "Wellcome"
    return is_name or is_future or OBJECT in word
