"""Notices of a line that name neither a year nor an hour: whoever reads them waits all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.corpus import tongues
from pipeline.corpus.withheld import Stray
from pipeline.errors import Location
from pipeline.frontmatter import Parts

_UNTIL = (
    r"(?:untill?|till?|to|jusqu\W?(?:au|à)|bis(?: zum)?|hasta(?: el)?|fino (?:a|al)|tot|for"
    rf"|até(?: à)?|до|έως|μέχρι|do|{'|'.join(map(re.escape, tongues.UNTIL))})"
)
_BEFORE = (
    r"(?:not for (?:publication|broadcast|release)|do not (?:publish|release|broadcast))"
    r"(?: or [^\W\d_]+)? (?:before|until|prior to)|hold(?: for (?:release|publication))? until"
    r"|ne pas (?:diffuser|publier) avant(?: le)?|(?:diffusion|publication) interdite avant(?: le)?"
    r"|nicht (?:zur veröffentlichung|veröffentlichen) vor(?: dem)?"
    r"|no (?:publicar|difundir) (?:antes del?|hasta(?: el)?)"
    r"|non (?:pubblicare|diffondere|divulgare) prima (?:di|del)|niet publiceren (?:voor|vóór)"
)
_MONTH = (
    r"(?:jan|feb|fév|f[ée]vr|mar|mär|apr|avr|abr|may|mai|mei|mag|jun|jui|giu|jul|lug|aug|ago|aoû"
    r"|sep|set|okt|oct|out|ott|nov|dec|déc|dez|dic|gen|ene)[^\W\d_]*\.?"
)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
_WHEN = (
    rf"(?:{tongues.WEEKDAY}|{_NUMBER}(?: de)? {_MONTH}|{_MONTH} {_NUMBER}|\d{{1,2}}[./]\d{{1,2}}\.?"
    r"|\d{1,2}[.:h]\d\d|(?:\d{1,2}[.:h])?\d{1,2} ?(?:h|uhr|[ap]\.?m\.?|hrs|uur)|noon|midday"
    r"|midnight|tomorrow|today|tonight|midi|minuit|demain|ce soir|morgen|heute|mañana|domani"
    r"|further notice|nouvel ordre|auf weiteres|nuevo aviso|nuovo avviso)"
)
_LITTLE = r"(?:on|at|the|this|next|le|à|am|um|den|el|las|il|le|der|die|i|på|em|w|we|la|в|στις|την)"
_ZONE = r"(?-i:[A-Z]{3,4}\b)"
_ROW = (
    rf"(?:{_LITTLE} ){{0,3}}{_WHEN}[ ,.–—()-]{{0,3}}"
    rf"(?:(?:(?:{_LITTLE} ){{0,3}}{_WHEN}|{_ZONE})[ ,.–—()-]{{0,3}}){{0,5}}"
)
_DRESS = r"[*_\[( ]{0,6}"
_SIGN = r"[*_ ]{0,3}[:–—(-]?[*_ ]{0,4}"
_OURS = rf"(?:(?:strict(?:ly)?|press|news|media|{'|'.join(tongues.UNDER)}) )"
_LINE = re.compile(
    rf"(?:\#{{1,6}} )?{_DRESS}(?:{_OURS}?{tongues.LABEL}\b{_SIGN}(?:for (?:release|publication) )?"
    rf"(?:{_UNTIL} )?{_DRESS}|(?:{_BEFORE}) )"
    rf"(?:{_ROW}|to be (?:confirmed|announced|agreed)|tb[acd]|à (?:confirmer|définir))[\W_]{{0,6}}"
    rf"|{_DRESS}{_OURS}?{tongues.LABEL}{_SIGN}(?!to |for ){_UNTIL} {_MONTH}(?: \d{{4}})?"
    r"[\W_]{0,6}",
    re.IGNORECASE,
)
_LOUD = re.compile(
    rf"{_DRESS}(?:(?:STRICTLY|STRICT|UNDER|SOUS|PRESS|NEWS) )?(?:EMBARGO|EMBARGOED|SPERRFRIST)"
    rf"(?: COPY| TEXT)?[\W_]{{0,6}}|{_DRESS}E M B A R G O(?: E D)?(?:[\W_].{{0,40}})?"
    rf"|{_DRESS}(?:HOLD FOR RELEASE|NOT FOR (?:PUBLICATION|RELEASE)"
    rf"|NE PAS (?:DIFFUSER|PUBLIER)|NICHT VERÖFFENTLICHEN)[\W_]{{0,6}}"
)
"""A line in capitals with nothing else in it."""
_EMBARGOED = (
    rf"(?:(?:strictly )?{tongues.EMBARGOED}(?: copy| text)?"
    r"|hold for (?:release|publication))"
)
_PLEASE = r"(?:please |bitte |merci de |(?:noch|todavía|ancora) )?"
_WITHHELD = (
    r"(?:(?:do not|not for) (?:publish|publication|release|broadcast|circulate|share|distribution)"
    r"|ne pas (?:diffuser|publier)|nicht (?:zur veröffentlichung|veröffentlichen)"
    r"|no (?:publicar|difundir)|non (?:pubblicare|diffondere)|niet publiceren)(?: yet)?"
)
_OCCASION = r"(?!.*\b(?:you|your|vous|votre|sie|ihre?)\b)[^\W\d_][^\n.:;!?]{2,50}"
"""A vote, a signing; not what those have to do whom a text advises."""
_SET_APART = re.compile(
    rf"(?:[*_]{{1,3}}|[\[(]){_EMBARGOED}(?: {_UNTIL} {_OCCASION})?[\W_]{{1,6}}", re.IGNORECASE
)
"""Emphasised or in brackets, wherever it stands."""
_ABOVE = re.compile(
    rf"{_DRESS}(?:(?:{_EMBARGOED}|{_PLEASE}{_WITHHELD})"
    rf"(?:[\W_]{{1,4}}(?:{_EMBARGOED}|{_PLEASE}{_WITHHELD}))?"
    rf"|{_PLEASE}(?:{_BEFORE}|{_EMBARGOED} {_UNTIL}) {_OCCASION})[\W_]{{0,6}}",
    re.IGNORECASE,
)
"""That only before all else, or in capitals: texts that advise have such lines, too."""
_AWAITED = re.compile(
    rf"{_DRESS}(?:{_OURS}?{tongues.LABEL}\b{_SIGN}(?:{_UNTIL}|{tongues.AFTER})\b|sperrfrist{_SIGN})"
    rf"[^\n.:;!?]{{0,40}}\b{tongues.OCCASIONS}[^\n.:;!?]{{0,40}}[\W_]{{0,6}}"
    rf"|{_DRESS}embargo [^\W\d_]+(?: [^\W\d_]+)? (?:asti|saakka)[\W_]{{0,6}}",
    re.IGNORECASE,
)
"""What waits for an occasion, by itself in its line."""
LONGEST = 90
_BEGINNINGS = (
    *("emb", "e m b", "sper", "spær", "julk", "not for", "do not", "hold", "ne pas", "diff"),
    "publi",
    *("nicht", "no ", "non ", "niet", "strict", "press", "news", "media", "under", "sous"),
    *("please", "bitte", "merci", "noch", "todav", "anc", "ембарг", "эмбарг", "εμπ", "klausul"),
    *(*tongues.UNDER, "אמב", "באמ"),
)


def lines(parts: Parts) -> Iterator[Stray]:
    """Each line of a text that is such a notice, and nothing besides."""
    body = ["", *parts.body.split("\n"), ""]
    first = next((line for line in body if line.strip()), "")
    for number, (before, line, after) in enumerate(zip(body, body[1:], body[2:], strict=False)):
        if len(line) <= LONGEST and line.lstrip("#*_[( ").lower().startswith(_BEGINNINGS):
            typed = line.strip()
            is_alone = not before.strip() and not after.strip()
            quiet = _ABOVE if line is first or typed.isupper() else _SET_APART
            asked = (quiet, _AWAITED) if is_alone else ()
            if is_notice(typed) or any(one.fullmatch(typed) for one in asked):
                where = Location(parts.head.where.path, parts.body_line + number, 1)
                yield Stray(typed, "?", where, is_embargo=True, is_key=False)


def awaiting(sentence: str) -> re.Match[str] | None:
    """What waits for an occasion: *Sperrfrist: Redebeginn*."""
    return _AWAITED.fullmatch(sentence)


def is_notice(line: str) -> bool:
    """
    >>> [is_notice(one) for one in ("EMBARGOED UNTIL FRIDAY", "Embargo : vendredi 4 juillet")]
    [True, True]
    >>> [is_notice(one) for one in ("STRICTLY EMBARGOED", "**Under embargo until noon**")]
    [True, True]
    >>> [is_notice(one) for one in ("Embargo: what it means", "# Embargo", "Embargo on nets")]
    [False, False, False]
    >>> [is_notice(one) for one in ("Embargo until the fish are back", "Not for publication")]
    [False, False]
    """
    return bool(_LINE.fullmatch(line) or _LOUD.fullmatch(line))
