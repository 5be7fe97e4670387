"""Joints of a sentence: words that come in pairs, and the comma behind an opening."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.concordance import spelt
from pipeline.checks.english.vocabulary import MONTHS
from pipeline.checks.french import redundancies
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_PREPOSITION = "for|in|of|to|with|by|from|on|at"
_WITHIN = r"(?:(?!\b(?:both|either|neither|not only|between|that|who|which)\b)[^.;:,]){3,60}?"
_PAIRS = (
    ("both", rf"\b[Bb]oth {_WITHIN}(?:,)? (but also|as well as)\b", "both … and"),
    (
        "neither",
        rf"\bneither (?!of\b){_WITHIN}(?<!before)(?<!after)(?<!more) (or) ",
        "neither … nor",
    ),
    ("either", rf"\beither {_WITHIN} (nor) ", "either … or"),
    (
        "between",
        r"\bbetween \d[\d.,]*\s?(?:%|[a-z]+)? ?(-|–|to|or) ?\d[\d.,]*",
        "between … and",
    ),
    (
        "from",
        (r"\b[Ff]rom ((?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d\b"
         rf"|\d{{1,2}}(?:st|nd|rd|th)? ?[-–] ?\d{{1,2}}(?:st|nd|rd|th)?,? (?:of )?(?:{MONTHS})\b"
         rf"|(?:{MONTHS}) \d{{1,2}} ?[-–] ?\d{{1,2}}\b(?!:)"
         r"|\d{1,2}(?:[:.]\d\d)? ?[-–] ?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|CES?T\b))"),
        "from … to",
    ),
    (
        "ranging range ranges ranged / from",
        (r"\b[Rr]ang(?:ing|es?|ed) (from)\b(?!:)"
         r"(?!(?:.|\n){0,300}\b(?:to|through|until|till|up|till|into)\b)"),
        "ranging from … to, or including",
    ),
    ("reason reasons", r"\breasons? (?:[a-z]+ ){0,4}is (because)\b", "the reason is that"),
    (
        "only",
        (rf"\b(?P<a>{_PREPOSITION}) not only [^.;:]{{3,80}}?\b(but also "
                   rf"(?!(?P=a)\b)(?:{_PREPOSITION}))\b"),
        "the same word behind not only and but also",
    ),
    (
        "hardly scarcely sooner",
        r"\b(?:[Hh]ardly|[Ss]carcely) had [^.;,]{3,40} (than)\b",
        "hardly … when",
    ),
)  # fmt: skip
_FORMS = signs.table((right, words, form) for words, form, right in _PAIRS)


def x128_half_of_a_pair(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Both … but also*, *between 10 to 20*: some words come in pairs.
    Remedy: write the other half of the pair."""
    for place in signs.in_blocks(sheet, _FORMS, "en"):
        if place.is_own:
            found = place.found
            yield place.block.mark(
                "X128", found.start(), found.end(),
                f"{found[0]!r}: the second half does not belong to the first",
                f"write {place.right}", WARNING,
            )  # fmt: skip


_OPENING = sought(
    r"(?:Furthermore|Moreover|In addition|For example|For instance|On the other hand|As a result"
    r"|In other words|In particular|Nevertheless|Nonetheless|In contrast|On the contrary"
    r"|By contrast|However|Therefore|Similarly|Consequently|In conclusion|In recent years"
    r"|In practice|As a consequence|Finally|In this context|In this respect|In fact) "
    r"(?=[a-z])(?!to\b|of\b|for\b|from\b|with\b|much\b|many\b|that\b|when\b|where\b|if\b|and\b"
    r"|but\b|hard\b|important\b|though\b|we\b|you\b|[a-z]+ (?:it|they|this|that)\b|the person\b)"
)
_OPENED = frozenset(
    "furthermore moreover addition example instance hand result words particular nevertheless "
    "nonetheless contrast contrary however therefore similarly consequently conclusion recent "
    "practice consequence finally context respect fact".split()
)


_LED_IN = "in of to for with by from on at about through under over around after before".split()
_WHICH = sought(
    rf"{''.join(f'(?<! {word})' for word in _LED_IN)}(?<=[\w)])( which) (?:all|both|each|together) "
)


def x129_comma_behind_the_opening(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Furthermore the city*: what opens a sentence and belongs to none of its words has a comma
    behind it; so has what stands before *which all*, and an aside has one on both sides: *Le maire,
    Jean Roy, a dit*.
    Remedy: put the comma in; fix=1 does it."""
    yield from _of_french(sheet)
    yield from _of_asides(sheet)
    for block in _english(sheet):
        for found in _WHICH.finditer(block.text) if "which" in block.vocabulary else ():
            if block.is_own(found.start()):
                yield block.mark(
                    "X129", found.start(1), found.end(1), f"no comma stands before {found[0]!r}",
                    "put a comma before it", NOTE, ", which",
                )  # fmt: skip
        yield from _of_clauses(block)
        if _OPENED.isdisjoint(block.vocabulary):
            continue
        for sentence in block.sentences:
            opened = _OPENING.match(sentence.text)
            if opened and block.is_own(sentence.start) and len(sentence.text) > 40:
                at = sentence.start + opened.end() - 1
                yield block.mark(
                    "X129", at - 1, at, f"no comma stands behind {opened[0].strip()!r}",
                    "put a comma behind it", NOTE, f"{block.text[at - 1]},",
                )  # fmt: skip


_CLAUSE = sought(
    r"(?:If|When|Once|Before|After|For (?:more|further) (?:information|details|questions))\b"
    r"(?! you would)[^,;:.]{6,90}?( )(?=please [a-z])"
    r"|But, (?:unfortunately|fortunately|of course|indeed|hopefully)( )(?=[a-z])"
    r"|Since (?:yesterday|last [a-z]+)( )(?=(?:we|they|the|our) )"
    r"|Thanks to (?:our|the|this|your) [a-z ]{4,40}?( )(?=(?:we|they|you|more than|almost) )"
    r"|Also( )(?=(?:we|they|it|he|she|you|I) [a-z])"
    r"|As (?:an? [a-z]+|members?|partners?|citizens?|part|one|volunteers?|students?|teachers?) "
    r"(?:(?!\b(?:that|which|who|if|when|as|than|and|is|are|was|were|said|shown)\b)[^,;:.]){4,60}?"
    r"( )(?=(?:we|they|he|she|I) (?:are|have|believe|want|can|will|work|think|know|need|aim)\b)"
)
_CLAUSES = frozenset("please also as but since thanks".split())


def _of_clauses(block: Block) -> Iterator[Mark]:
    """`If you are interested please`, `Also we`, `As members of the network we`."""
    if _CLAUSES.isdisjoint(block.vocabulary):
        return
    for sentence in block.sentences:
        found = _CLAUSE.match(sentence.text)
        if found and block.is_own(sentence.start):
            at = found.lastindex or 0
            word = sentence.text[: found.start(at)].split()[-1]
            start, end = (sentence.start + place for place in found.span(at))
            yield block.mark(
                "X129", start, end, f"no comma stands behind the opening, which ends in {word!r}",
                "put a comma behind it", NOTE, ", ",
            )  # fmt: skip


_OUVERTURE = sought(
    r"(?:Pour (?:plus d[’'](?:informations?|infos?)|en savoir plus|plus de (?:détails?"
    r"|renseignements?|précisions?))(?: sur [^,.;:]{3,40}?)?|Par exemple|En effet|Par ailleurs"
    r"|En (?:19|20)\d\d|En parallèle|En outre|En résumé|En conclusion|En somme|De plus|De même"
    r"|Cependant|Toutefois|Néanmoins|D[’']ici là|En attendant|Au total|Enfin|Par contre"
    r"|Dans le même temps|À cette occasion"
    r"|En revanche|Par conséquent|À noter)( )(?=(?:je|voir|voyez|consultez|contactez|rendez-vous"
    r"|cliquez|visitez|lire|lisez|vous|nous|le|la|les|un|une|il|elle|on|ce|cette|ces)\b|l[’'])"
    r"|C[’']est pourquoi(, )(?!entre|en\b|pour\b|dans|depuis|à\b|au\b|lors|comme|si\b|outre|par\b)"
)


_OPENERS = (
    "d’ici",
    "d'ici",
    "dans le",
    "à cette",
    "au total",
    "enfin",
    "pour",
    "par ",
    "en ",
    "à noter",
    "de ",
    "cependant",
    "toutefois",
    "néanmoins",
)


def _of_french(sheet: Sheet) -> Iterator[Mark]:
    """`Pour plus d’informations voir`: French parts it too; and nothing behind *c’est pourquoi*."""
    for block in sheet.prose:
        if block.language[:2] == "fr" and block.says(*_OPENERS):
            for sentence in block.sentences:
                opened = _OUVERTURE.match(sentence.text)
                if opened and block.is_own(sentence.start):
                    group = 1 if opened[1] else 2
                    start, end = (
                        sentence.start + opened.start(group),
                        sentence.start + opened.end(group),
                    )
                    fault = "no comma stands" if group == 1 else "a comma stands"
                    yield block.mark(
                        "X129", start, end, f"{fault} behind {opened[0].strip(' ,')!r}",
                        "put a comma behind it" if group == 1 else "take it out", NOTE,
                        ", " if group == 1 else " ",
                    )  # fmt: skip


_OFFICES = (
    "maire président présidente vice-président vice-présidente ministre préfet préfète directeur "
    "directrice secrétaire commissaire conseiller conseillère député députée sénateur sénatrice "
    "bourgmestre échevin échevine chef cheffe responsable coordinateur coordinatrice fondateur "
    "fondatrice porte-parole délégué déléguée adjoint adjointe"
)
_OFFICE = f"(?:{_OFFICES.replace(' ', '|')})"
_NAME = r"(?:[A-ZÀ-Þ][\w’-]+ ){1,3}[A-ZÀ-Þ][\w’-]+"
_ASIDES = signs.table([
    ("", f"{_OFFICES.replace('-', ' ')} / a est sera était avait aura -ait",
     (rf"^(?:(?:Le|La) {_OFFICE}(?: [^,.;:()]{{0,60}})?, {_NAME}( )"
      r"(?=(?:a|est|sera|était|avait|aura|[a-zà-ÿ]{3,}ait) [a-zà-ÿ])"
      rf"|{_NAME}, {_OFFICE}\b"
      r"(?:(?!\b(?:qui|que|dont|où|est|a)\b)[^,.;:()]){0,90}?( )(?=(?:a|est|sera|avait|aura) "
      r"(?:été\b|[a-zà-ÿ]{2,}(?:é|i|u|ert|is|it)e?\b)))")),
])  # fmt: skip


def _of_asides(sheet: Sheet) -> Iterator[Mark]:
    """`Le maire, Jean Roy a dit`: what names somebody has a comma on both sides."""
    for place in signs.in_sentences(sheet, _ASIDES, "fr"):
        if place.is_own:
            yield place.mark(
                "X129", "the comma behind this aside is missing", "put a comma in", NOTE, ", "
            )


_TWICE = sought(
    r"\b(?:not only limited to|only limited to just"
    r"|(?:large|wide|great|broad) (?:diversity|variety|range) of (?:different|various|diverse)"
    r"|various different|different and various"
    r"|close proximity|end results?|past history|future plans?|added bonus|advance planning"
    r"|mutual cooperation|joint (?:cooperation|collaboration)|cooperate together"
    r"|collaborate together|new innovations?|return back|reply back|repeat again"
    r"|completely (?:eliminate|unanimous)|final outcome|first (?:of all )?and foremost"
    r"|each and every|free gifts?|general consensus|basic (?:fundamentals|essentials)"
    r"|(?:12|twelve) (?:noon|midnight)|in order for to|true facts?"
    r"|whole entire|still remains?|continues? to remain|non-profit charit(?:y|ies)"
    r"|particularly (?:especially|notably)|such as for example|for example such as"
    r"|[Tt]he (?:main |overall )?(?:aim|goal|objective|purpose)s? of [^.;:]{2,80} aims? (?:to|at)"
    r"|(?P<thing>[a-z]{4,}s), which (?P=thing)"
    r"|including among others|including, among others|notably but not exclusively)\b"
    r"|(?:\b|(?<=\d))[ap]\.?m\.? in the (?:morning|afternoon|evening)\b"
    r"|\bat [^.,;]{2,12} o['’]clock [ap]\.?m\b"
    r"|\b[Ss]uch as [^.;()]{3,80},? (?:etc|and so on)\b"
    r"|\be\.g\. [^.;()]{3,80},? etc\b",
)
_REPEATED = tuple(
    spelt(words)
    for words in (
        "limited / only", "diversity variety range / different various diverse",
        "various / different", "proximity / close", "result results / end", "history / past",
        "plan plans / future", "bonus / added", "planning / advance",
        "cooperation collaboration / mutual joint", "cooperate collaborate / together",
        "innovation innovations / new", "return reply / back", "repeat / again",
        "eliminate unanimous / completely", "outcome / final", "foremost / first", "every / each",
        "gift gifts / free", "consensus / general", "fundamentals essentials / basic",
        "noon midnight", "order / for / in", "fact facts / true", "entire / whole",
        "still / remain remains", "remain / continue continues", "charity charities / non",
        "especially notably / particularly", "example / such", "others / among",
        "aim aims / of / to at", "which", "notably / not",
        "morning afternoon evening / m am pm", "clock", "etc so / such e",
    )
)  # fmt: skip
"""What stands in whatever is said twice."""


def r120_said_twice_in_one_breath(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*A large diversity of different*: one of the two words has said it.
    Remedy: take one of the two out."""
    for place in signs.in_blocks(sheet, redundancies.FORMS, "fr"):
        if place.is_own:
            yield place.mark(
                "R120", f"{place.words!r} says it twice", "take one of the two out", NOTE
            )
    for block in _english(sheet):
        words = block.vocabulary
        if not any(not any(map(words.isdisjoint, signs)) for signs in _REPEATED):
            continue
        for found in _TWICE.finditer(block.text):
            if block.is_own(found.start()):
                yield block.mark(
                    "R120", found.start(), found.end(), f"{found[0]!r} says it twice",
                    "take one of the two out", NOTE,
                )  # fmt: skip


def _english(sheet: Sheet) -> Iterator[Block]:
    return (block for block in sheet.prose if block.language[:2] == "en")
