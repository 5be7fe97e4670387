"""Hyphens: one that is missing between words, and one that is too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.english import solid
from pipeline.checks.french import halves, joined, phrases
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import in_small, sought

_NATIONS = (
    "French|German|Belgian|Dutch|Spanish|Italian|Portuguese|Polish|Czech|Swiss|Austrian|Swedish"
    "|Danish|Finnish|Hungarian|Romanian|Greek|British|Irish"
)
_TOO_FEW = (
    (_NATIONS.lower().replace("|", " "),
     (rf"\b(?:{_NATIONS})( )(?:{_NATIONS})(?= (?:border|relations|cooperation|treaty"
                r"|partnership|summit|project|friendship|agreement|programme|region)\b)")),
    ("term scale level risk income",
     (r"\b(?:[Ss]hort|[Mm]edium|[Ll]arge|[Ss]mall|[Ll]ow|[Hh]igh)(?=, | and | or )"
                r"()(?:, (?:short|medium|long|small|low|mid))?,? (?:and|or|to) (?:short|medium|long"
                r"|large|small|low|high)-(?:term|scale|level|risk|income)\b")),
    ("directorate secretary",
     r"\b(?:Directorate|Secretary)( )General(?= (?:for|of)\b)"),
)  # fmt: skip
_COUNTED = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)"
_LONG = "year|month|week|day|hour|minute|page"
_THINGS = (
    "strateg(?:y|ies)|plans?|planning|goals?|impacts?|effects?|solutions?|commitments?|vision"
    "|funding|sustainability|benefits?|support|projects?|investments?|consequences|trends?|memory"
    "|contracts?|workshops?|courses?|meetings?|sessions?|conferences?|trips?|reports?|visits?"
    "|programmes?|programs?|projects?|training|events?|festival|campaigns?|period|break|interview"
    "|document|guide|booklet|residenc(?:y|e)|strike|delay|journey|walk|mandate|term"
    "|exhibition|fair|forum|seminar|congress|summit|stay|exchange|cycle|process|roadmap|placement"
    "|internship|hackathon|retreat|school|camp|agenda|grant|tour|intervals?"
)
_TOLD = (
    "strateg|plan|goal|project|programme|effect|impact|solution|vision|commitment|partner|approach"
    "|investment|perspective"
)
"""Nouns behind *long term* that the check of lost hyphens tells."""
_ONES = (
    "[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]his|any|of|for|first|final|second|regular|with|and"
)
_GOODS = (
    "meetings?|conferences?|events?|seminars?|group|panels?|discussions?|debates?|dialogues?"
    "|officials|representatives|training|education|research|jobs|services?|housing|econom(?:y|ies)"
    "|societ(?:y|ies)|zones?|areas?|transport|trains?|internet|projects?|vehicles?|households?"
    "|families|cit(?:y|ies)|development|products?|materials?|technolog(?:y|ies)|solutions?|future"
    "|companies|industries|delegations?|visits?|speakers|experts?"
)
_ENGLISH = (
    ("day days week weeks month months year years / old olds",
     rf"\b[Aa]n? {_COUNTED}( )(?:year|month|week|day)(s? )olds?\b"),
    (_LONG.replace("|", " "), (rf"\b(?:an?|the|this|our|its"
                              rf"|their) (?:[a-z]+ )?{_COUNTED}( )(?:{_LONG})"
     rf"(?= (?:[a-z]+ )?(?:{_THINGS})\b)")),
    ("long", (rf"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ur|[Ii]ts) {_COUNTED}-[a-z]{{3,}}( )long"
              r"(?=,? [a-z])")),
    ("term", (rf"(?<!n the )(?<!ver the )\b(?:[Ll]ong|[Ss]hort"
             rf"|[Mm]edium)( )term(?= (?:{_THINGS})\b)(?! (?:{_TOLD}))")),
    ("self", (r"\b[Ss]elf( )(?:organis|organiz|manag|govern|fund|sustain|regulat|employ|help"
              r"|publish"
     r"|contain|assess|serv|direct|pac)(?:e?d|ing)\b")),
    ("up / to / date", (r"\b[Uu]p( )to( )date(?= (?:information|list|data|version|figures"
                       r"|contacts?)\b)")),
    ("face", r"\b[Ff]ace( )to( )face(?= (?:meetings?|sessions?|training|workshops?|events?)\b)"),
    ("based", (r"\b(?:[Ww]eb|[Cc]ommunity|[Ss]chool|[Rr]ights|[Rr]isk|[Pp]lace|[Cc]loud"
     r"|[Pp]aper|[Cc]omputer)( )based(?= (?!on\b|in\b|upon\b|at\b|off\b|around\b)[a-z]+)")),
    ("centric centred centered driven", (r"\b(?:[Hh]uman|[Cc]itizen|[Uu]ser|[Pp]eople|[Pp]atient"
     r"|[Dd]ata|[Cc]ommunity|[Mm]arket|[Mm]ission|[Vv]alues?|[Pp]urpose|[Cc]hild|[Vv]ictim)( )"
     r"(?:centric|centred|centered|driven)(?= (?!by\b|from\b|to\b|around\b|on\b|in\b)[a-z]+)")),
    ("efficient intensive", (r"\b(?:[Ee]nergy|[Rr]esource|[Ff]uel)( )(?:efficient|intensive)"
     r"(?= (?!than|when|with|from)[a-z]{4,})")),
    ("related", (r"\b(?:[Ss]ports?|[Hh]ealth|[Ww]ork|[Cc]limate|[Dd]rugs?|[Gg]ender|[Jj]ob"
     r"|[Aa]lcohol|[Cc]rime|[Mm]igration|[Ee]nergy)( )related(?= (?!to\b|by\b|in\b|with\b|and\b)"
     r"[a-z]{3,})")),
    ("inner / city", (r"\b[Ii]nner( )city(?= (?:areas?|delivery|districts?|schools?|streets?"
     r"|traffic|neighbou?rhoods?|youth|roads?)\b)")),
    ("consuming", r"\b[Tt]ime( )consuming\b"),
    ("easy hard / to / use read understand interpret follow access implement reach", (
     r"\b(?:[Aa]n?|[Ii]ts|[Tt]he|their|our|this|with|of|for) (?:easy( )to( )(?:use|read|understand"
     r"|interpret|follow|access|implement)|hard( )to( )reach)(?= (?!and\b|in\b|on\b|for\b|the\b"
     r"|as\b|by\b|with\b|it\b|them\b|a\b)[a-z]{3,})")),
    ("standing / long", r"\b[Ll]ong( )standing(?= (?!in\b|on\b|at\b|there\b)[a-z]{4,})"),
    ("kick", r"\b[Kk]ick( )off(?= (?:meetings?|events?|conference|seminar|workshop|session)\b)"),
    ("follow", (rf"\b(?:{_ONES}) follow( )up(?= (?:meetings?|actions?|activit(?:y|ies)|measures?"
     r"|projects?|reports?|surveys?|visits?|events?|workshops?|groups?|of)\b)")),
    ("set start build scale roll / up out / of", (r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) "
     r"(?:(?:set|start|build|scale)( )up|roll( )out)(?= of\b)")),
    ("start / ups", r"\b[Ss]tart( )ups\b"),
    ("so / called", (r"\b(?:[Tt]he|[Aa]|[Tt]hese|[Tt]hose|[Ii]ts|of|by|with|in|and|on|from)"
     r" so( )called(?= [“\"‘]?\w)")),
    ("high low / level quality speed carbon income risk tech profile cost", (
     r"\b(?:[Hh]igh|[Ll]ow)( )(?:level|quality|speed|carbon|income|risk|tech|profile"
     rf"|cost)(?= (?:{_GOODS})\b)")),
    ("to / peer door face end one", (r"\b(?:[Pp]eer|[Dd]oor|[Ff]ace|[Ee]nd|[Oo]ne)"
     r"(?:-to( )|( )to-)(?:peer|door|face|end|one)\b")),
    (("to / peer door one day / learning exchange exchanges support review workshop training "
      "visits "
     "session sessions activities collection service services campaign meetings interviews "
     "management life work business running operations lives tasks"), (
     r"\b(?:[Pp]eer( )to( )peer|[Dd]oor( )to( )door|[Oo]ne( )to( )one|[Dd]ay( )to( )day)(?= "
     r"(?:learning|exchanges?|support|review|workshop|training|visits|sessions?|activities|life"
     r"|collection|services?|campaign|meetings|interviews|management|work|business|running|lives"
     r"|operations|tasks)\b)")),
    ("state / art", (r"\b(?:[Aa]|with|of|and|by|through|most) state( )of( )the( )art"
     r"(?= (?!in\b|of\b|and\b|on\b|for\b|is\b|was\b|at\b|to\b|review\b)[a-z]+)")),
    ("making / decision policy", (r"\b(?:[Dd]ecision|[Pp]olicy)( )making(?= (?:process(?:es)?"
     r"|bod(?:y|ies)|powers?|levels?|structures?|procedures?)\b)")),
    ("awareness / raising", (r"\b[Aa]wareness( )raising(?= (?:campaigns?|activities|events?"
     r"|measures?|sessions?|actions?|materials?|workshops?)\b)")),
    ("public / private", (r"\b[Pp]ublic( )private(?= (?:partnerships?|cooperation|collaboration)"
     r"\b)")),
    ("well", (r"\b[Aa] well( )(?:known|established|defined|equipped|attended|deserved|functioning"
     r"|designed|organi[sz]ed|structured|balanced|informed|prepared|trained|connected|developed"
     r"|respected)(?= [a-z]{3,})")),
    ("site", r"\b[Oo]n( )site(?= (?:visits?|inspections?|checks?)\b)"),
    ("time", (r"\b(?:[Ff]ull|[Pp]art|[Rr]eal)( )time(?= (?:jobs?|staff|employees?|data|information"
     r"|contracts?|monitoring|positions?|students?|members?|posts?|roles?|work|workers?|basis"
     r"|officers?|engineers?|equivalents?)\b)")),
)  # fmt: skip
_PARTED = signs.table(("", words, form) for words, form in _TOO_FEW)
_ENGLISH_FORMS = signs.table(("", words, form) for words, form in _ENGLISH)
_TOO_MANY = sought(
    r"\b(?:(?!(?:family|early|daily|weekly|monthly|yearly|hourly|only|friendly|likely|elderly|user"
    r"|multiply|supply|reply|apply|assembly|anomaly|italy|july|fly)\b)[a-z]{3,}ly)(-)[a-z]+(?:ed"
    r"|ing"
    r"|en|own|lt|de|ght|nt|ible|able|ive)\b"
    r"|\b(?:is|are|was|were|be|been)(?: all| also)? well(-)(?:placed|known|established|defined"
    r"|documented|suited|equipped|informed|trained|prepared)(?= (?:to|in|for|by|and|that|as|on)\b"
    r"|[.,;])"
)
_CLOSED = {
    "fire fighter": "firefighter", "fire fighters": "firefighters", "night club": "nightclub",
    "night clubs": "nightclubs", "policy maker": "policymaker", "policy makers": "policymakers",
    "web site": "website", "web sites": "websites", "news letter": "newsletter",
    "work shop": "workshop", "work shops": "workshops", "data base": "database",
    "data bases": "databases", "cyber attack": "cyberattack", "cyber attacks": "cyberattacks",
    "cyber criminals": "cybercriminals", "cyber crime": "cybercrime",
    "cyber security": "cybersecurity", "cyber space": "cyberspace", "stake holders": "stakeholders",
    "guide lines": "guidelines", "life style": "lifestyle", "work place": "workplace",
    "child care": "childcare", "tool kit": "toolkit", "tool box": "toolbox",
    "feed back": "feedback", "home page": "homepage",
    "year book": "yearbook", "hand book": "handbook", "guide book": "guidebook",
    "key note": "keynote", "green houses": "greenhouses", "over view": "overview",
    "mean while": "meanwhile", "further more": "furthermore", "never the less": "nevertheless",
}  # fmt: skip
_CLOSED_WORDS = tuple((words.split()[0], words.split()[-1]) for words in _CLOSED)
_CLOSED_FORM = sought(
    rf"(?<![\w’'-])(?:{'|'.join(sorted(_CLOSED, key=len, reverse=True))})(?![\w’'-])", re.IGNORECASE
)


_PRONOUN = r"(?:moi|toi|lui|elles?|nous|vous|eux|soi)"
_FRENCH = (
    # Words of which one of each kind is in it, and what is written with a hyphen.
    ("week / end ends", r"\b[Ww]eek( )ends?\b"),
    ("est / dire", r"\b[Cc][’']est( |-)à( )dire\b(?! (?:que c|non|merci|oui)\b)"),
    ("vis", r"\b[Vv]is( )à( )?vis\b|\b[Vv]is-à( )vis\b"),
    ("au par / delà dessus dessous", r"\b(?:[Aa]u|[Pp]ar)( )(?:delà|dessus|dessous)\b"),
    ("ci / dessous dessus joint jointe joints jointes après contre", (
        r"\b[Cc]i( )(?:dessous|dessus|jointe?s?|après|contre)\b")),
    ("celui celle ceux celles / ci", r"\b[Cc](?:elui|elles?|eux)( )ci\b(?!-)"),
    (("rendez / vous / un le au les des ce ces nos prochain "
     "prochains"), (
        r"\b(?:[Uu]n|[Ll]e|[Aa]u|[Ll]es|[Dd]es|[Cc]es?|[Nn]os|[Pp]rochains?) [Rr]endez( )vous\b")),
    ("savoir savoirs / faire être / le les un des leur leurs ce ces nos son notre de", (
        r"\b(?:[Ll]es?|[Uu]n|[Dd]es|de|[Ll]eurs?|[Cc]es?|[Nn]os|[Ss]on|[Nn]otre) "
        r"(?:savoirs( )(?:faire|être)|savoir( )(?:faire|être)(?= (?:de |des |du |et |en |technique"
        r"|local|professionnel)|[.,;)]))\b")),
    (("moi toi lui elle elles nous vous eux soi / même mêmes / par d de en pour à avec sur "
      "chez"), (
        rf"\b(?:d[’'] ?|(?:[Pp]ar|de|en|pour|à|avec|sur|chez) ){_PRONOUN}( )mêmes?\b"
        r"(?! (?:pas|si|quand|la|le|les)\b)")),
    ("états / unis", r"\bÉtats( )Unis\b"),
    ("rhône / alpes", r"\b(?:Auvergne( ))?Rhône( )Alpes\b|\bAuvergne( )Rhône-Alpes\b"),
    ("nouvelle franche provence centre / aquitaine comté alpes val", (
        r"\bNouvelle( )Aquitaine\b|\bFranche( )Comté\b|\bProvence( )Alpes\b"
        r"|\bCentre( )Val de Loire\b")),
    ("île hauts / france", r"\b(?:Île( )de( |-)|Île-de( )|Hauts( )de( |-)|Hauts-de( ))France\b"),
    ("outre / mer", r"\b[Oo]utre( )[Mm]er\b"),
    ("mêmes / eux elles nous vous", r"\b(?:[Ee]ux|[Ee]lles|nous|vous)( )mêmes\b"),
    ("même / lui elle soi moi",
     r"\b(?:lui|elle|soi|moi)( )même(?=[,.;:)]| (?:a|est|ont|sont|se)\b| s[’'])"),
    ("sous", (r"\b[Ss]ous( )(?:préf(?:et|ète)s?|préfecture|traitante?s?|traitance|directeur"
              r"|directrice|jacente?s?)\b")),
    ("plate / forme formes", r"\b[Pp]late( )formes?\b"),
    ("peut / être",
     (r"(?:^|(?<=[.!?] ))Peut( )être(?= (?:que|qu[’']|même|faut|faudrait)\b"
      r"| [a-z]+(?:ons|ez)[ -](?:nous|vous)\b)")),
    ("il elle on ils elles nous / doit peut faut pourrait sont ont devons pouvons avons sommes",
     (r"(?:^|(?<=[.!?:] ))(?:Doit|Peut|Faut|Pourrait|Sont|Ont|Devons|Pouvons|Avons|Sommes)( )"
      r"(?:on|ils?|elles?|nous)\b(?=[^.;:!]*\?)")),
    ("trompe / œil oeil", r"\btrompe( )l[’'](?:œ|oe)il\b"),
    ("là / bas dessus dedans dessous haut", r"\b[Ll]à( )(?:bas|dessus|dedans|dessous|haut)\b"),
    ("jusque / là", r"\b[Jj]usque( )là\b"),
    ("celui celle ceux celles / là", r"\b[Cc](?:elui|elles?|eux)( )là\b"),
    ("ci / jours temps", r"\bces (?:jours|temps)( )ci\b"),
    ("quelques / uns unes", r"\b[Qq]uelques( )une?s\b"),
    ("demi / heure heures journée journées douzaine finale tarif siècle",
     r"\b[Dd]emi( )(?:heures?|journées?|douzaine|finale|tarif|siècle)\b"),
    ("sans / abri abris papiers emploi / les des aux un une le",
     r"\b(?:[Ll]es|[Dd]es|[Aa]ux|[Uu]ne?|[Ll]e) sans( )(?:abris?|papiers|emploi)\b"),
    ("bien / être / le du au leur notre son",
     r"\b(?:[Ll]e|[Dd]u|[Aa]u|[Ll]eur|[Nn]otre|[Ss]on) bien( )être\b"),
    ("avant / hier garde propos", r"\b[Aa]vant( )(?:hier|garde|propos)\b"),
    ("mi", (r"\b(?:[àÀ]|[Dd]epuis|[Jj]usqu[’']à) (?:la )?mi( )(?:parcours|chemin|temps|janvier"
           r"|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b")),
    ("porte / parole paroles", r"\b[Pp]orte( )parole\b|\b[Ll]es porte( )paroles\b"),
    ("après / midi midis / l d un cet les", (r"(?:\b[LlD][’']|\b[Uu]n |\b[Cc]et "
                                    r"|\b[Ll]es )après( )midis?\b")),
    ("mot mots / dièse dièses / un le les des", r"\b(?:[Uu]n|[Ll]es?|[Dd]es) mots?( )dièses?\b"),
    ("le la les / nous moi lui leur", (
        r"\b[a-zà-ÿ]{2,}ez-(?:le|la|les)( )(?:nous|moi|lui|leur)\b(?! [a-zà-ÿ]+(?:er|ir|re)\b)")),
    (("il elle on ils elles / est sont ont peut doit peuvent doivent faut "
      "/ pourquoi comment quel quels quelle quelles où quand"), (
        r"\b(?:[Pp]ourquoi|[Cc]omment|[Qq]uels?|[Qq]uelles?|[Oo]ù|[Qq]uand) "
        r"(?:est|sont|ont|peut|doit|peuvent|doivent|faut)( )(?:ils?|elles?|on)\b")),
    ("qui / sommes êtes es suis / nous vous tu je", (
        r"^[Qq]ui (?:sommes|êtes|es|suis)( )(?:nous|vous|tu|je)(?=[ \u00a0\u202f]?[?:]|$)")),
    ("grand grands / mère mères père pères parents", r"\b[Gg]rands?( )(?:mères?|pères?|parents)\b"),
    ("chef chefs / œuvre oeuvre", r"\b[Cc]hefs?( )d[’'](?:œ|oe)uvre\b"),
    ("centre / ville / le au du en", r"\b(?:[Ll]e|[Aa]u|[Dd]u|en) [Cc]entre( )ville\b"),
    ("vice / président présidents présidente présidentes", r"\b[Vv]ice( )[Pp]résidente?s?\b"),
    ("non / conformité conformités respect discrimination violence recours", (
        r"\b(?:[Ll]a|[Ll]e|[Uu]ne|[Dd]e|[Ll]es|[Dd]es) [Nn]on( )(?:conformités?|respect"
        r"|discrimination|violence|recours)\b")),
)  # fmt: skip
_FRENCH_FORMS = signs.table(("", words, form) for words, form in _FRENCH)


def x137_hyphen_out_of_place(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Short- and long-term*, *the French-Belgian border*, *newly built*, *website*: a hyphen that
    is missing, one that is too many, and words that have grown together.
    Remedy: write it as the dictionary does; fix=1 does it."""
    told = [
        *_joined(sheet, "fr", _FRENCH_FORMS),
        *_joined(sheet, "fr", joined.FORMS),
        *joined.solid(sheet),
    ]
    yield from told
    for mark in phrases.marks(sheet, register, "X137", halves.of_parted, halves.of_strung):
        if not any(one.start < mark.end and mark.start < one.end for one in told):
            yield mark
    yield from _joined(sheet, "en", _ENGLISH_FORMS)
    for place in signs.in_blocks(sheet, _PARTED, "en"):
        yield from _misplaced(place.block, place.found, place.start, "lacks a hyphen", "put it in")
    for block in sheet.blocks:
        if block.language[:2] != "en" or not signs.is_lined(block):
            continue
        words = block.vocabulary
        if "-" in block.text:
            yield from solid.marks(block)
            for found in _TOO_MANY.finditer(block.text):
                at = found.start(found.lastindex or 0)
                yield from _misplaced(block, found, at, "needs no hyphen", "take the hyphen out")
        if any(first in words and last in words for first, last in _CLOSED_WORDS):
            for found in _CLOSED_FORM.finditer(block.text):
                right = _CLOSED[in_small(found[0])]
                yield from _misplaced(
                    block, found, found.start(), "is one word", f"write {right}", len(found[0])
                )


def _joined(sheet: Sheet, language: str, forms: Forms[str]) -> Iterator[Mark]:
    """*Week end*, *c'est à dire*, *a 2 year old*: words that the language joins."""
    for place in signs.in_blocks(sheet, forms, language, signs.is_lined):
        block, found = place.block, place.found
        if not block.is_foreign(found.start()) and place.is_whole:
            right = _hyphenated(found)
            yield block.mark(
                "X137", found.start(), found.end(), f"{found[0]!r} lacks its hyphen",
                f"write {right}", WARNING, right,
            )  # fmt: skip


def _hyphenated(found: re.Match[str]) -> str:
    """The words found, with a hyphen in each place that the form has marked."""
    letters = list(found[0])
    for group in range(1, found.re.groups + 1):
        if found[group] in (" ", "-", "s "):
            first, last = (at - found.start() for at in found.span(group))
            letters[first:last] = ["-", *[""] * (last - first - 1)]
    return "".join(letters)


def _misplaced(
    block: Block, found: re.Match[str], at: int, fault: str, remedy: str, length: int = 1
) -> Iterator[Mark]:
    if block.is_own(at) and OBJECT not in found[0]:
        yield block.mark("X137", at, at + length, f"{found[0]!r} {fault}", remedy, NOTE)
