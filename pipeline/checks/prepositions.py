"""Prepositions: small words that English has otherwise, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.english import grammar
from pipeline.checks.english.turns import turns
from pipeline.checks.english.vocabulary import DAYS, MONTHS
from pipeline.checks.french import calques as french
from pipeline.checks.french import phrases
from pipeline.checks.french.patterns import of_patterns
from pipeline.checks.governed import DO, GOVERNED, THING
from pipeline.checks.register import Register
from pipeline.checks.required import REQUIRED
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet

_SOME = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|\d{1,2})"
_MEETING = "conference|meeting|event|workshop|seminar|forum|session|congress|summit|assembly"
_WRONG = {
    # What is right -> words of which one of each kind is always in it, and where it is wrong.
    "on average": (
        "average",
        r"\b([Ii]n (?:the )?average)(?=[,.;]| (?:\d|about|around|some|one|two|three|they|we)\b)",
    ),
    "per": (
        "by / year month week inhabitant capita head",
        (r"\b(?:\d[\d,.]*|once|twice|times|euros?|hours?|days|visits|tonnes|meetings|people) (by)"
        r"(?= (?:year|month|week|inhabitant|capita|head)\b)"),
    ),
    "close to": ("close closer / from", r"\b[Cc]loser? (from)(?= (?:the|our|their|its|a|[A-Z])\b)"),
    "by": (
        ("until / informed notified announced published completed finalised finalized delivered "
         "adopted"),
        (r"\bwill be (?:informed|notified|announced|published|completed|finali[sz]ed|delivered"
        r"|adopted) (?:[a-z]+ ){0,5}(until)(?= (?:the end of |early |late )?(?:\d|20\d\d"
        rf"|{MONTHS}|{DAYS})\b)"),
    ),
    "from": (
        "different / of",
        r"\b[Dd]ifferent (of)(?= (?:the|those|that|these|what|ours|theirs)\b)",
    ),
    "explain to somebody": (
        ("explain explained explains explaining describe describes described "
         "/ us me them him her you"),
        (r"\b(?:explain(?:s|ed|ing)?|describe[sd]?) (us|me|them|him|her|you)(?= (?:the|how|why|what"
        r"|that|an?|their|its)\b)"),
    ),
    "the verb without to: access something": (
        "access / to",
        (r"\b(?:can|could|may|might|will|must|should|to|easily|directly) access (to)"
        r"(?= (?:an?|the|their|its|our|your|this|these|all|more)\b)"),
    ),
    "the verb without in": (
        "enter enters entering entered",
        (r"\benter(?:s|ed|ing)? (in)(?= (?:an?|the|this|our) (?:building|house|room|country|hall"
        r"|school|site|museum|station|town|city|market)\b)"),
    ),
    "answer, or respond to": (
        "answer / questions question survey needs challenge challenges expectations",
        (r"\b(?:can|could|will|must|should|may|to|we|they) answer (to)(?= (?:the|this|these|your"
        r"|our|their|all|such) (?:[a-z]+ )?(?:questions?|survey|needs|challenges?"
        r"|expectations)\b)"),
    ),
    "the form in -ing": (
        ("avoid avoids avoided enjoy enjoys enjoyed finish finishes finished envisage envisages "
         "envisaged / to"),
        rf"\b(?:(?:avoid|enjoy)(?:s|ed)?|finish(?:es|ed)?|envisage[sd]?) (to)(?= (?:be|{DO})\b)",
    ),
    "succeed in, and the form in -ing": (
        "succeed succeeds succeeded / to", rf"\bsucceed(?:s|ed)? (to)(?= (?:be|{DO})\b)",
    ),
    "aim to": (
        "aim aims aimed aiming / at", rf"\b[Aa]im(?:s|ed|ing)? (at)(?= {DO}\b{THING})",
    ),
    "contribute to, and the form in -ing": (
        "contribute contributes contributed contributing / to",
        rf"\bcontribut(?:es?|ed|ing) to ({DO}){THING}",
    ),
    "committed to, and the form in -ing": (
        "committed dedicated devoted / to",
        rf"\b(?:committed|dedicated|devoted) to ({DO}){THING}",
    ),
    "key to, and the form in -ing": (
        "key / is are was were be", rf"\b(?:is|are|was|were|be) (?:the )?key to ({DO}){THING}",
    ),
    "with the aim of, and the form in -ing": (
        "aim goal objective purpose / with / to",
        (r"\b[Ww]ith the (?:[a-z]+ )?(?:aim|goal|objective|purpose) (to)"
         r"(?= (?!the\b|an?\b|our\b|this\b)[a-z]+)"),
    ),
    "with a view to, and the form in -ing": (
        "view / with / to", rf"\b[Ww]ith (?:a|the) view to ({DO}){THING}",
    ),
    "difficulty in, and the form in -ing": (
        "difficulty difficulties / to", rf"\b[Dd]ifficult(?:y|ies) (to)(?= (?:be|{DO})\b)",
    ),
    "the possibility of, and the form in -ing": (
        "possibility possibilities / to", rf"\b[Pp]ossibilit(?:y|ies) (to)(?= (?:be|{DO})\b)",
    ),
    "risk, and the form in -ing": (
        "risk risks risking / to / lose losing become be miss",
        r"\b(?:they|we|cities|who|which|people) risks? (to)(?= (?:lose|become|be|miss)\b)",
    ),
    "in": (
        "increase decrease rise drop / of",
        (r"\b(?:an|the) (?:increase|decrease|rise|drop) (of)(?= (?:the )?(?:crime|violence|prices"
        r"|unemployment|thefts|temperatures?|demand|emissions|poverty|inequalit(?:y|ies)|traffic"
        r"|accidents|burglaries|incidents)\b)"),
    ),
    "at": (
        "level / on",
        (r"\b([Oo]n) (?:local|national|European|international|regional|municipal|federal|global) "
        r"level\b"),
    ),
    "on the internet": ("internet", r"\b([Ii]n (?:the )?[Ii]nternet)(?=[.,;]|$| (?:and|or|we)\b)"),
    "at, of an address": (
        "under / link address website",
        r"\b([Uu]nder) (?:the )?following (?:link|address|website)\b",
    ),
    "half of": (
        "half", (r"(?<!in )(?<!on )\b([Tt]he half of)(?= (?:the|our|all|them|these|those|its|their)"
        r" [a-z]+s\b)"),
    ),
    "most of": (
        "most",
        (r"(?<!make )(?<!making )(?<!made )(?<!makes )(?<!get )(?<!getting )(?<!take )(?<!got )"
        r"\b([Tt]he most of)(?= (?:the|our|them|these|those|people|cities|all)\b)"),
    ),
    "throughout": (
        "along / year week month project process conference",
        r"\b([Aa]ll along) (?:the|this) (?:year|week|month|project|process|conference)\b",
    ),
    "for": (
        "during / days weeks months years hours minutes",
        (rf"(?<!means )\b([Dd]uring)(?= {_SOME} (?:days|weeks|months|years|hours|minutes)\b"
        r"(?! of\b))"),
    ),
    "for, not since": (
        "since / days weeks months years",
        r"\b([Ss]ince)(?= \d{1,2} (?:days|weeks|months|years)\b(?! ago))",
    ),
    "as": ("same / than", r"\b[Ss]ame (?:[a-z]+ )?(than)\b"),
    "as, not than": (
        "as / than", r"\bas (?:many|much|well|good|important|high|long|far|soon|often) (than)\b",
    ),
    "more than, or less than": ("superior inferior", r"\b((?:superior|inferior) to)(?= \d)"),
    "in my opinion": ("according / me", r"\b([Aa]ccording to me)\b"),
    "in this way": ("way", r"\b((?:[Bb]y|[Oo]n) this way)(?=[,.;]|$| (?:the|we|they|it)\b)"),
    "on": (
        "in / occasion occasions",
        r"\b([Ii]n) (?:this|that|the same|several|many|various|two|three) occasions?\b",
    ),
    "on, of a day": (
        f"in at / {MONTHS}",
        # `Valid as at 1 May`, and `at the 12 May meeting`.
        (r"(?<![\d,] )(?<!\bas )\b([Ii]n|[Aa]t)(?= (?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?"
        rf"(?:{MONTHS})\b(?! (?:\d{{4}} )?(?:[a-z]+ ){{0,4}}(?:{_MEETING})))"),
    ),
    "in, of a month": (f"on / {MONTHS}", rf"\b([Oo]n)(?= (?:{MONTHS}) (?:19|20)\d\d\b)"),
    "on, of a weekday": (
        f"in at / {DAYS} {DAYS.replace('day', 'days')}",
        rf"\b([Ii]n|[Aa]t)(?= (?:{DAYS})s?(?:,? (?:\d|morning|afternoon|evening)|[,.;]))",
    ),
    "arrive at, or in": (
        "arrive arrives arrived arriving / to",
        r"\barriv(?:e|es|ed|ing) (to)(?= (?:the|an?|our|[A-Z][a-z]+)\b)",
    ),
    "attend": (
        "assist assists assisted / at",
        rf"\bassist(?:s|ed)? (at)(?= (?:the|an?|this|our) (?:[a-z]+ )?(?:{_MEETING})\b)",
    ),
    "ask, without to": (
        "ask asks asked asking / to",
        (r"\bask(?:s|ed|ing)? (to)(?= (?:the|our|their|all) (?:citizens|authorities|government"
        r"|members|partners|mayor|participants|cities|residents|minister|European)\b)"),
    ),
    "say whom, or use the form in -ing": (
        "requires invites encourages obliges forces urges advises motivates teaches / to",
        (r"(?<!join )(?<!joins )(?<!joining )\b(?:requires|invites|encourages|obliges|forces|urges"
        r"|advises|motivates|teaches) (to)"
        rf"(?= (?:be|{DO})\b)"),
    ),
    "it possible": ("possible / make makes making", r"\b(?:make|makes|making) (possible)(?= to\b)"),
    "there is, or there are": (
        "it / exists exist", r"\b([Ii]t exists?)(?= (?:an?|many|several|two|no|different)\b)",
    ),
    "into": (
        "account consideration / take takes taken taking took",
        r"\b(?:take|takes|taken|taking|took) (in)(?= (?:account|consideration)\b)",
    ),
    "take care of, or cover": ("charge / in", r"\b(tak(?:e|es|en|ing) in charge)(?= [a-z]+)"),
    "take part in": (
        "part / take takes taking took taken / to at",
        r"\b(?:take|takes|taking|took|taken) part (to|at)(?= (?:the|an?|this|our|these)\b)",
    ),
    "be part of": (
        "part / make makes making / of",
        r"\b(mak(?:e|es|ing) part of)(?= (?:the|an?|this|our|these|their)\b)",
    ),
    "attention to": (
        "attention / pay pays paid paying draw draws drawing drawn / on at",
        r"\b(?:pay|pays|paid|paying|draw|draws|drawing|drawn) (?:[a-z]+ )?attention (on|at)\b",
    ),
    "with": (
        "accordance compliance conformity cooperation collaboration conjunction / to",
        (r"\b[Ii]n (?:accordance|compliance|conformity|cooperation|collaboration|conjunction) (to)"
        r"(?= (?:the|an?|this|our|these|their|its)\b)"),
    ),
    "to": (
        "similar compared / with than", r"\b[Ss]imilar (with|than)(?= (?:the|those|that|our)\b)",
    ),
    "in relation to": ("relation", r"\b[Ii]n relation (with)\b"),
    "due to": ("due / of", r"\b[Dd]ue (of)(?= (?:the|an?|its|their)\b)"),
    "besides, or apart from": ("beside besides / of", r"\b([Bb]esides? of)\b"),
    "regarding": (
        "regarding concerning regards / to",
        r"\b(?:[Rr]egarding|[Cc]oncerning|[Aa]s regards) (to)(?= (?:the|an?|this|our|their)\b)",
    ),
    "etc. alone": ("etc / and", r"\b(and)(?= etc\b)"),
    "aware of": ("aware / about", r"\b[Aa]ware (about)\b"),
    "satisfied with": ("satisfied", r"\bsatisfied (of|from)\b"),
    "from, of countries": (
        "countries / of",
        (r"\b(?:partners|participants|cities|delegates|experts|visitors|representatives|towns"
        rf"|guests|people|speakers) (of)(?= {_SOME} (?:different |European )?countries\b)"),
    ),
    "at weekends": ("weekend weekends / in", r"\b([Ii]n (?:the )?weekends?)(?=[.,;]|$| and\b)"),
    "on page": ("page pages / in", r"\b([Ii]n)(?= pages? \d)"),
    "with, behind experiment": (
        "experiment experimenting experimented / new innovative different various",
        (r"\b(?:(?:to|can|will|and|they|we|cities|could) experiment|experimenting|experimented)( )"
        r"(?=(?:new|innovative|different|various) [a-z]+)"),
    ),
    "the infinitive behind help": (
        ("help helps helped / improving reducing making creating developing delivering "
        "strengthening "
        "preventing achieving finding identifying solving raising reaching increasing bringing "
        "overcoming promoting implementing tackling"),
        (r"\b(?:(?:will|can|could|may|might|would|also|should) help|helps|helped) ((?:improv"
         r"|reduc|mak"
        r"|creat|develop|deliver|strengthen|prevent|achiev|find|identify|solv|rais|reach|increas"
        r"|bring|overcom|promot|implement|tackl)ing)\b"),
    ),
    "at risk of, and the form in -ing": (
        "risk / at / to",
        rf"(?<!self )(?<!selves )\bat risk (to)(?= (?:be|get|lose|fall|drop|miss|{DO})\b)",
    ),
    "on, of a way": (
        "in / way / to towards",
        (r"\b([Ii]n)(?= (?:their|its|our|his|her) way (?:to (?:an?|the)|towards"
         r"|to becoming)\b)"),
    ),
    "on, behind reflect": (
        "about / reflect reflected reflecting reflects", r"\breflect(?:s|ed|ing)? (about)\b",
    ),
    "regardless of, or no matter what": ("matter / no / on", r"\b([Nn]o matter on)\b"),
    "on, of a website": (
        ("in / website websites webpage webpages homepage homepages page pages channel "
         "channels account accounts site sites facebook youtube twitter linkedin instagram"),
        (r"(?<!loading )\b([Ii]n)"
        r"(?= (?:our|the|its|their|this|your|an?|his|her)(?: [a-z]+| [A-Z]\w+(?:['’]s)?)?"
        r" (?:website|web ?page|homepage|home page|[Ff]acebook page|[Yy]ou[Tt]ube channel"
        r"|[Tt]witter account|web site)s?"
        r"(?=[.,;)]|$| (?:and|or|at|of|to|for|you|we|under|from|with|by|as|who)\b))"
        r"|\b([Ii]n)(?= (?:Facebook|You[Tt]ube|Twitter|LinkedIn|Instagram)(?:[.,;]|$"
        r"| (?:and|or|under|at)\b))"),
    ),
    "into, behind insight": (
        ("insight insights / of to / give gives gave given giving gain gains gained gaining offer "
         "offers offered offering provide provides provided providing get got"),
        (r"\b(?:g[ai]ve|giv(?:es|en|ing)|gain(?:s|ed|ing)?|offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)"
        r"|get|got)(?: an| some| more| new| further| valuable| useful| deeper| interesting){0,2}"
        r" insights? (of|to)(?= (?:the|our|their|its|this|these|how|what|local|a|current)\b)"),
    ),
    "to, behind dedicated": ("dedicated contributed / about", (r"\b(?:[Dd]edicated"
       r"|[Cc]ontributed) (about)\b")),
    "of, behind composed": (
        "composed / by",
        (rf"\b[Cc]omposed (by)(?= (?:(?:{_SOME}|various|different) (?:[a-z]+ )?(?:members|experts"
        r"|cities|partners|people|persons|organi[sz]ations|associations|countries|delegates)"
        r"|(?:[a-z]+ )?(?:delegations|representatives))\b)"),
    ),
    "aimed at, and the form in -ing": (
        "aimed / to", r"\b(?:is|are|was|were|be|been) (aimed to)(?= [a-z]+)",
    ),
    "to, behind contribute": (
        ("contribute contributes contributed contributing / improving reducing making building "
         "strengthening creating developing promoting achieving raising reinforcing preventing "
         "ensuring increasing"),
        (r"\bcontribut(?:e|es|ed|ing) (on|in)(?= (?:improv|reduc|mak|build|strengthen|creat|develop"
        r"|promot|achiev|rais|reinforc|prevent|ensur|increas)ing\b)"),
    ),
    "recall, or say who is reminded": (
        "remind reminds reminded / that",
        (r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )(?<!being )(?<!am )(?<!ly "
         r")(?<!get )"
        r"(?<!got )(?<!of )(?<!all )(?<!also )(?<!those )(?<!again )\b((?:[Rr]eminds"
        r"|reminded) that)"
        r"(?= (?:the|this|it|they|we|our|cities|[A-Z]))"),
    ),
    "by, of an invitation": (
        "invitation / only", r"\b([Uu]pon|[Uu]nder|[Oo]n) invitation only\b",
    ),
    "at, of a level": (
        ("level levels / in / local national european eu international regional municipal federal "
         "global city"),
        (r"\b([Ii]n) (?:the )?(?:local|national|European|EU|international|regional|municipal"
        r"|federal|global|city) levels?\b"),
    ),
    "about, or on": (
        "information / of / more further additional",
        r"\b(?:[Mm]ore|[Ff]urther|[Aa]dditional) information (of)(?= (?:the|our|this|these)\b)",
    ),
    "in, behind interest": (
        "interest / on for towards / great growing strong increasing particular keen huge real",
        (r"\b(?:great|growing|strong|increasing|particular|keen|huge|real) interest "
        r"(on|for|towards)(?= (?:the|this|these|our|local|public|urban|smart|a|such)\b)"),
    ),
    "for, not since, of a length of time": (
        "since / years decades months centuries time weeks",
        (r"(?<!ever )\b([Ss]ince)(?= (?:years|decades|months|centuries|a long time|some (?:time"
         r"|years)"
        r"|a few (?:years|months|weeks))\b(?! ago| of| when| spent))"),
    ),
    "on the, of a day": (
        f"the / {MONTHS}",
        (r"\b(?:held|place|organi[sz]ed|starts?|started|begins?|began|ends?|ended|met|scheduled"
        r"|born|died|launched|published) (the)(?= \d{1,2}(?:st|nd|rd|th)? (?:of )?"
        rf"(?:{MONTHS})(?:[.,;:)]|$| (?:in|at|by|with|from|and|20\d\d)\b))"),
    ),
    "the date without it": (
        f"last next / {MONTHS}",
        (r"\b([Ll]ast|[Nn]ext)(?= (?:the )?\d{1,2}(?:st|nd|rd|th)?(?:(?: and | to | ?[-–] ?|, )"
        rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?)? (?:of )?(?:{MONTHS})\b)"),
    ),
    "on, of a day or weekday": (
        f"during / {MONTHS} {DAYS}",
        (r"\b([Dd]uring)(?= (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?"
        rf"(?:{MONTHS})|(?:{DAYS}),? (?:the )?\d)\b)"),
    ),
    "on the one hand": ("hand / one", r"\b([Oo]n one hand)(?=,)"),
    "on the other hand": ("hand / other", r"\b((?:[Aa]t|[Ii]n|[Ff]rom) the other hand)(?=,)"),
}  # fmt: skip
_ALL = _WRONG | GOVERNED | REQUIRED
_FORMS = signs.table((right, words, form) for right, (words, form) in _ALL.items())
_DOUBTFUL = (
    "in",
    "committed to, and the form in -ing",
    "key to, and the form in -ing",
    "the possibility of, and the form in -ing",
    "in relation to",
    "aware of",
    "on the one hand",
    "on page",
    "half of",
    "attend",
    "in, behind interest",
)
"""What many write and few notice; the rest is wrong in every English."""


def x146_preposition_of_another_language(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*In average*, *to access to the hall*, *difficulties to find*, *en Portugal*: the language
    has another small word here, or none.
    Remedy: write the one that it has."""
    yield from grammar.once(sheet, (*_of_english(sheet), *turns(sheet, "X146")))
    for place in signs.in_blocks(sheet, french.PREPOSITIONS, "fr"):
        if place.is_own:
            yield place.mark(
                "X146", f"{place.words!r} is not what French has here", f"write {place.right}"
            )
    for place in signs.in_blocks(sheet, french.DOUBTFUL, "fr"):
        if place.is_own:
            yield place.mark(
                "X146", f"{place.words.strip()!r} is not what careful French has here",
                f"write {place.right}", NOTE,
            )  # fmt: skip
    yield from phrases.marks(sheet, register, "X146", of_patterns)


def _of_english(sheet: Sheet) -> Iterator[Mark]:
    for place in signs.in_blocks(sheet, _FORMS, "en"):
        if place.is_own:
            shown = place.words if place.words.strip() else place.found[0].strip()
            level = NOTE if place.right in _DOUBTFUL else WARNING
            message = f"{shown!r} is not what English has here"
            yield place.mark("X146", message, f"write {place.right}", level)
