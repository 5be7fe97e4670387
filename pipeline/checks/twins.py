"""Twins: one thing that a house writes in two forms: e-mail, per cent, 9.30 am, Mr., 5,000."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks import signs
from pipeline.checks.english.vocabulary import MONTHS
from pipeline.checks.forms import Spot, place, times
from pipeline.checks.french import thou
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_OFFICE = (
    "mayor|deputy mayor|president|vice-president|director|secretary general|minister|councillor"
    "|chair|commissioner|prime minister|spokesperson|coordinator"
)
_OFFICES = " ".join(sorted(set(re.findall(r"\w+", _OFFICE))))
_KINDS: dict[str, dict[str, tuple[str, str]]] = {
    # The thing -> its forms, the better one first, each with words or a sign of which one is in it.
    "mail": {
        "email": ("mail mails email emails", r"(?<![\w@./-])[Ee]mails?(?![\w@-]|\.\w)"),
        "e-mail": ("mail mails email emails", r"(?<![\w@./-])[Ee]-mails?(?![\w@-]|\.\w)"),
    },
    "share": {
        "%": ("%", r"(?<=\d)%"),
        "a space before %": ("%", r"(?<=\d)[ \u00a0\u202f]%"),
        "per cent": ("cent", r"(?<=\d )per cent\b"),
        "percent": ("percent", r"(?<=\d )percent\b"),
    },
    "hour": {
        "9:30": (":", r"(?<![\w.:/-])(?:[01]?\d|2[0-3]):[0-5]\d(?![\w:/-])(?! ?[ap]\.?m)"),
        "9.30": ("0123456789", r"^(?:[01]?\d|2[0-3])\.[0-5]\d(?= [A-Z])"),
        "9.30 am": ("am pm", r"(?<![\w.:/-])\d{1,2}\.[0-5]\d ?[ap]m\b"),
        "9:30 am": ("am pm", r"(?<![\w.:/-])\d{1,2}:[0-5]\d ?[ap]m\b"),
        "17h": ("h", r"(?<![\w.:/-])(?:[01]?\d|2[0-3]) ?h(?:[0-5]\d)?\b"),
    },
    "noon": {
        "9 am": ("am pm", r"(?<![\w.:/-])\d{1,2}(?:[:.][0-5]\d)? ?[ap]m\b"),
        "9 a.m.": ("m", r"(?<![\w.:/-])\d{1,2}(?:[:.][0-5]\d)? ?[ap]\.m\."),
    },
    "money": {
        "€50": ("€", r"€\d[\d,.]*"),
        "€ 50": ("€", r"€[ \u00a0\u202f]\d[\d,.]*"),
        "50€": ("€",
            r"\d[\d,.]*(?:[ \u00a0\u202f](?:million|billion))?[ \u00a0\u202f]?€(?!\d)"),
        "50 euros": ("euro euros", r"(?<=\d )(?:million |billion )?euros?\b"),
        "50 EUR": ("eur", r"\bEUR(?= ?\d)|(?<=\d )EUR\b"),
    },
    "Mr": {
        "Mr": ("mr mrs ms dr prof", r"\b(?:Mrs?|Ms|Dr|Prof)(?= [A-ZÀ-Þ])"),
        "Mr.": ("mr mrs ms dr prof", r"\b(?:Mrs?|Ms|Dr|Prof)\.(?= [A-ZÀ-Þ])"),
    },
    "UK": {
        "UK": ("uk us", r"(?<![\w.-])(?:UK|US)(?![\w.-])"),
        "U.K.": ("u", r"(?<![\w.])(?:U\.K\.|U\.S\.(?:A\.)?)"),
    },
    "eg": {
        "e.g.": ("e", r"(?<![\w.])(?:e\.g\.|i\.e\.)"),
        "eg": ("eg ie", r"(?<![\w.])(?:eg|ie)(?=,? [a-z])"),
    },
    "thousand": {
        "5,000": (",", r"(?<![\w.,€$£/-])[1-9]\d{0,2},\d{3}(?![\d,])"),
        "5000": ("0123456789", r"(?<![\w.,/-])(?!(?:19|20)\d\d\b)[1-9]\d{3,5}(?= [a-z]{4,}s\b)"),
        "5 000": ("0123456789", r"(?<![\w.,/-])[1-9]\d{0,2}[ \u00a0\u202f]\d{3}(?= [a-z]{3,})"),
    },
    "day": {
        "3 May": (MONTHS, rf"\b\d{{1,2}} (?:{MONTHS})\b"),
        "May 3": (MONTHS, rf"\b(?:{MONTHS}) \d{{1,2}}(?!\d|st|nd|rd|th)(?:,|\b)"),
        "3rd May": (MONTHS, rf"\b\d{{1,2}}(?:st|nd|rd|th)(?: of)? (?:{MONTHS})\b"),
        "May 3rd": (MONTHS, rf"\b(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)\b"),
    },
    "war": {
        "Second World War": ("war", r"\b(?:First|Second) World War\b"),
        "World War II": ("war", r"\bWorld War (?:II?|1|2|One|Two)\b"),
        "2nd World War": ("war", r"\b(?:1st|2nd) World War\b"),
    },
    "century": {
        "20th century": ("century centuries",
            r"\b(?:1\d|20|21)(?:th|st) centur(?:y|ies)\b"),
        "twentieth century": ("century centuries",
            (r"\b(?:sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first) "
                   r"centur(?:y|ies)\b"),
        ),
    },
    "office": {
        "a small letter": (_OFFICES, rf"(?<=[a-z] )(?:{_OFFICE}) of(?= (?:the )?[A-ZÀ-Þ])"),
        "a capital": (_OFFICES,
            ("(?<=[a-z] )(?:" + "|".join(
                re.escape(" ".join(part.capitalize() for part in office.split()))
                for office in _OFFICE.split("|")) + r") of(?= (?:the )?[A-ZÀ-Þ])"),
        ),
    },
    "while": {
        "while": ("while", r"\b[Ww]hile\b"),
        "whilst": ("whilst", r"\b[Ww]hilst\b"),
    },
    "among": {
        "among": ("among", r"\b[Aa]mong\b"),
        "amongst": ("amongst", r"\b[Aa]mongst\b"),
    },
    "towards": {
        "towards": ("towards", r"\b[Tt]owards\b"),
        "toward": ("toward", r"\b[Tt]oward\b"),
    },
}  # fmt: skip


_BUILT = (
    "construire|construction|constructions|construite?s?|construisant|construisent|construisons"
)
_COBUILT = " ".join(
    "coconstruire coconstruction coconstructions coconstruit coconstruite coconstruits "
    "coconstruites coconstruisant coconstruisent coconstruisons".split()
)
_KINDS_FR: dict[str, dict[str, tuple[str, str]]] = {
    "mail": {
        "courriel": ("courriel courriels", r"(?<![\w-])[Cc]ourriels?\b"),
        "e-mail": ("e", r"(?<![\w@./-])[Ee]-mails?(?![\w@-]|\.\w)"),
        "mail": ("mail mails", r"(?<![\w@./-])[Mm]ails?(?![\w@-]|\.\w)"),
        "email": ("email emails", r"(?<![\w@./-])[Ee]mails?(?![\w@-]|\.\w)"),
    },
    "événement": {
        "événement": ("événement événements", r"\b[Éé]vénements?\b"),
        "évènement": ("évènement évènements", r"\b[Éé]vènements?\b"),
    },
    "clé": {
        "clé": ("clé clés", r"\b[Cc]lés?\b"),
        "clef": ("clef clefs", r"\b[Cc]lefs?\b"),
    },
    "webinaire": {
        "webinaire": ("webinaire webinaires", r"\b[Ww]ebinaires?\b"),
        "wébinaire": ("wébinaire wébinaires", r"\b[Ww]ébinaires?\b"),
        "webinar": ("webinar webinars", r"(?<![\w-])[Ww]ebinars?\b"),
    },
    "start-up": {
        "start-up": ("start", r"(?<![\w-])[Ss]tart-ups?\b"),
        "startup": ("startup startups", r"(?<![\w@./-])[Ss]tartups?(?![\w/-]|\.\w)"),
    },
    "open source": {
        "open source": ("open", r"(?<![\w-])open source\b"),
        "Open Source": ("open", r"(?<=[a-zà-ÿ] )Open Source\b(?! [A-Z])"),
        "open-source": ("open", r"(?<![\w-])open-source\b"),
        "opensource": ("opensource", r"(?<![\w@./-])opensource(?![\w/-]|\.\w)"),
    },
    "code source": {
        "codes sources": ("codes", r"\b[Cc]odes sources\b"),
        "codes source": ("codes", r"\b[Cc]odes source\b"),
    },
    "web": {
        "web": ("web", r"(?<=[a-zà-ÿ’'] )web\b(?!-)"),
        "Web": ("web", r"(?<=[a-zà-ÿ’'] )Web\b(?! [A-Z]|-)"),
    },
    "internet": {
        "internet": ("internet", r"(?<=[a-zà-ÿ’'] )internet\b|(?<=[ld][’'])internet\b"),
        "Internet": ("internet", r"(?<=[a-zà-ÿ’'] )Internet\b|(?<=[ld][’'])Internet\b"),
    },
    "coconstruire": {
        "coconstruire": (_COBUILT, rf"\b[Cc]o(?:{_BUILT})\b"),
        "co-construire": ("co", rf"\b[Cc]o-(?:{_BUILT})\b"),
    },
    "visioconférence": {
        "visioconférence": (
            "visioconférence visioconférences", r"\b[Vv]isioconférences?\b",
        ),
        "visio-conférence": ("visio", r"\b[Vv]isio-conférences?\b"),
        "visio": ("visio", r"\b(?:en|la|une) visio\b(?!-)"),
    },
    "office": {
        "une minuscule": ("maire président présidente directeur directrice",
            (r"(?<=[a-zà-ÿ,] )(?:le|la|du|au) (?:maire|président|présidente|directeur|directrice)"
            r"(?= de [A-ZÀ-Þ])")),
        "une majuscule": ("maire président présidente directeur directrice",
            (r"(?:[Ll]e|[Ll]a|du|au) (?:Maire|Président|Présidente|Directeur|Directrice)"
            r"(?= de [A-ZÀ-Þ])")),
    },
    "reader": {
        "vous": ("vous", r"\b[Vv]ous\b(?!-)"),
        "tu": ("tu te toi", r"(?<![\w’'-])(?:[Tt]u|te|toi)(?![\w’'-])"),
    },
    "hour": {
        "9 h 30": ("h", r"(?<![\w.:/-])\d{1,2}[ \u00a0\u202f]h(?:[ \u00a0\u202f]?[0-5]\d)?\b"),
        "9h30": ("h", r"(?<![\w.:/-])\d{1,2}h(?:[0-5]\d)?\b"),
        "9:30": (":", r"(?<![\w.:/-])(?:[01]?\d|2[0-3]):[0-5]\d(?![\w:/-])"),
    },
    "share": {
        "12 %": ("%", r"(?<=\d)[ \u00a0\u202f]%"),
        "12%": ("%", r"(?<=\d)%"),
        "12 pour cent": ("cent", r"(?<=\d )pour cent\b"),
    },
}  # fmt: skip
_LANGUAGES = {"en": _KINDS, "fr": _KINDS_FR}
_NUMBERED = frozenset(["share", "hour", "noon", "money", "thousand", "day"])
_FORMS = {
    (language, has_figures): signs.table(
        ((kind, name), words, form)
        for kind, forms in kinds.items()
        for name, (words, form) in forms.items()
        if has_figures or kind not in _NUMBERED
    )
    for language, kinds in _LANGUAGES.items()
    for has_figures in (False, True)
}


def x142_two_forms_of_one_thing(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*E-mail* and *email*, *20 %* and *20 per cent*, *Mr* and *Mr.*: one house writes one thing in
    one form.
    Remedy: keep to the form that is more usual here."""
    yield from thou.orders(sheets, register)
    for language, kinds in _LANGUAGES.items():
        found = _gathered(sheets, language)
        for kind, spots in found.items():
            order = list(kinds[kind])
            # Of two that are as usual, the better one stands first.
            seen = sorted(filter(spots.get, order), key=lambda name: -len(spots[name]))
            for name in seen[1:]:
                yield from _told(spots[name], spots[seen[0]])


def _gathered(sheets: Sequence[Sheet], language: str) -> dict[str, dict[str, list[Spot]]]:
    """Thing -> form -> where it stands."""
    found: dict[str, dict[str, list[Spot]]] = {
        kind: {form: [] for form in forms} for kind, forms in _LANGUAGES[language].items()
    }
    for block in _spoken(sheets, language):
        for one in signs.in_block(block, _FORMS[language, block.has_figures]):
            kind, name = one.right
            if one.is_own:
                found[kind][name].append((one.block, one.start, one.end))
    return found


def _spoken(sheets: Sequence[Sheet], language: str) -> Iterator[Block]:
    for sheet in sheets:
        blocks = sheet.blocks if sheet.language[:2] == "fr" else sheet.prose
        for block in blocks:
            if block.kind == "cell":
                continue
            if block.language[:2] == language and not is_references(block.section):
                yield block


def _told(odd: list[Spot], others: list[Spot]) -> Iterator[Mark]:
    usual = _shown(others[0])
    # Where both are as usual, some examples show it.
    for block, start, end in odd if 2 * len(odd) <= len(others) else odd[:5]:
        yield block.mark(
            "X142", start, end,
            f"{_shown((block, start, end))!r} stands here, {usual!r} elsewhere "
            f"({times(len(others))}, as in {place(others[0])})",
            f"write it like {usual}, or the other way everywhere", NOTE,
        )  # fmt: skip


_FIGURE = sought(r"\d[\d.,]*[ \u00a0\u202f]?$")


def _shown(spot: Spot) -> str:
    """What stands there, with the figure that a sign belongs to."""
    block, start, end = spot
    figure = _FIGURE.search(block.text, 0, start)
    return block.text[figure.start() if figure else start : end].strip()
