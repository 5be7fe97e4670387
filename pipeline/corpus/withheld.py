"""How people write that a text waits for its hour, where no key of ours says so."""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from pipeline import calendar
from pipeline.corpus import lettering, tongues, undone
from pipeline.errors import Finding, Level, Location
from pipeline.frontmatter import Listing, Node, Parts, Scalar, Table
from pipeline.frozen import dataclass
from pipeline.model.texts import NOWHERE

_EMBARGO = re.compile(
    r"^[^\w\n#]*+[\w-]*(?:emb[ar]{2,4}g|imbarg|sperr?frist|[еэ]мбарг|حظر)[\w-]*"
    r"[^\w\n#]*([^\"'#\n]*)",
    re.MULTILINE | re.IGNORECASE,
)
"""However it is spelt, where its line cannot be read as a key of ours."""
_OF_EMBARGO = ("emb", "mbarg", "sper", "мбарг", "حظر")
"""One of them stands in whatever is told of one; most heads have none."""
_HEAD = re.compile(r"\A\s*---[^\S\n]*\n.*?^---[^\S\n]*$", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"[\W_]*([^:=：—\n]{4,40})(?:[:=：—]+(.*)|$)")
_MOVED = re.compile(
    r"^[ \t]+[\"']?((?:emb[ar]{2,4}g|sperr?frist)\w*[\"']?(?:[ \t]*+[:=])?[ \t]++[\"']?"
    r"(\d{4}-\d\d-\d\d[T ]\d[^\s\"']*))",
    re.MULTILINE | re.IGNORECASE,
)
_STATE = re.compile(r"(?:under |sous )?embargo", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d")
_UNTIL = (
    r"(?:untill?|till?|jusqu\W?(?:au|à)|bis|hasta|fino|tot|até|do|al|el|le|the|zum|dem"
    rf"|до|έως|μέχρι|până la|{'|'.join(map(re.escape, tongues.UNTIL))})\b"
)
_TOLD_OF = (
    r"(?!\W*(?:and|was|is|has|since|period|lifted|depuis|seit|desde)\b)"
    r"(?![^\w:]*(?:of|on|from|against|in|de|du|des|contre|sur|von|gegen|dal)\b)"
)
"""What follows no embargo of which a text tells: *an embargo on oil*, but *Embargo: on Friday*."""
_OURS = "".join(
    rf"|(?<=\b{word} )"
    for word in (
        *tongues.UNDER,
        *("strict", "press", "news", "media", "release", "report", "text", "hrs", "hours"),
    )
)
"""Other embargoes are on arms, or on oil."""
_LABEL = (
    r"(?:\b(?:embarg(?:oed|ad[oa]|iem|o['’]d|od|oe|eod|0(?:ed)?)"
    r"|(?:sende)?sperrfrist|sp[eæ]rrefrist|klausule?r(?:et|t)|julkaisuvapaa)"
    rf"|(?:(?<![^\W_] )|(?<=[.:]\d\d ){_OURS})\b"
    r"(?:embarg(?:[oó](?: strict)?|ós|as|i?em|om)|[еэ]мбарго|εμπ[αά]ργκο|ב?אמברגו))\b"
    rf"{_TOLD_OF}"
)
_BEFORE = (
    r"(?:not for (?:publication|broadcast|release)(?:,? or [^\W\d_]+)?"
    r"|do not (?:publish|release|broadcast|circulate)) (?:before|until|prior to)\b"
    r"|hold for (?:release|publication) until\b|no (?:publicar|difundir) (?:antes|hasta)\b"
    r"|ne pas (?:diffuser|publier) avant\b|(?:diffusion|publication) interdite avant\b"
    r"|nicht (?:zur veröffentlichung|veröffentlichen) vor\b|n[ãa]o publicar antes\b"
    r"|non (?:pubblicare|diffondere|divulgare) prima\b"
    r"|niet (?:publiceren|voor publicatie) (?:voor|vóór)\b"
    r"|må ikke offentligg[øo]res før\b|får ej publiceras före\b"
    rf"{tongues.BEFORE}"
)
"""Not what may be said of a lake or a bridge: *not to be used before 3 May*, *nicht vor 2027*."""
_HOUR = (
    r"(?<!\d[.])(?<!\d)\d{1,2}(?:[.:h]\d\d(?!\.?\d)"
    r"| ?(?:h|uhr|[ap]m|[ap]\.m\.|noon|uur|horas?|ore)(?!\w))"
)
_HEADING = (
    r"(?:(?:press|news|media) release|communiqué(?: de presse)?|pressemitteilung|nota de prensa"
    r"|comunicato stampa|persbericht)"
)
_AT_FIRST = (
    r"(?:not to be (?:published|broadcast|released)(?:,? or [^\W\d_]+)? (?:before|until|prior to)"
    rf"|hold until|for (?:release|publication)(?! in)(?=\W[^\n]{{0,60}}{_HOUR}))\b"
)
"""That only where a line begins with it: records, too, *hold until 2030*. What is for release at an
hour waits for it; *for release on 3 May* may be a film."""
_HEADED = (
    rf"(?:^\W*(?-i:EMBARGO(?:ED)?|SPERRFRIST){_TOLD_OF}(?= [^\W\d_](?-i:[a-zà-ÿ]))"
    rf"|^\W*(?:{_HEADING}\W+)?(?:(?-i:EMBARGO)|{tongues.EMBARGOED}|mit sperrfrist)"
    rf"(?: {_HEADING})?\W*[:!\])–—-]"
    rf"|[\[(](?:{tongues.EMBARGOED}|embargo|sperrfrist)[\])]| [–—-] {tongues.EMBARGOED}\W*$)"
)
"""What stands before a title, or in brackets: whatever follows, it asks to wait."""
_ASKED = rf"(?:{_LABEL}|{_BEFORE}|{_AT_FIRST}|{_HEADED})"
"""What asks a newsroom to wait."""
_ASKING = re.compile(_ASKED, re.IGNORECASE | re.MULTILINE)
_SIGNS = (
    *("embarg", "мбарго", "μπαργκο", "μπάργκο", "rrefrist", "klausul", "julkaisuvapaa"),
    *("sperrfrist", "hold until", "for release", "for publication", "not for broadcast"),
    *(f"not to be {what}" for what in ("published", "broadcast", "released")),
    *(f"do not {what}" for what in ("publish", "release", "broadcast", "circulate")),
    *("no publicar", "no difundir", "publicar antes", "niet publiceren", "niet voor publicatie"),
    *("må ikke offentligg", "får ej publiceras"),
    *("non pubblicare", "non diffondere", "non divulgare"),
    *("ne pas diffuser", "ne pas publier", " interdite avant"),
    *("nicht veröffentlichen", "nicht zur veröffentlichung"),
    *tongues.SIGNS,
    *("ſ", "ı", "\u0307"),
)
"""One of these is in what asks, in small letters; the last are what `s` and `i` may come of."""
_NOTICE = re.compile(
    rf"^(?:<[^<>\n]{{1,60}}>)*[\W_]{{0,8}}(?:{_HEADING}\W{{1,3}})?(?:{_HOUR}\W{{1,3}})?"
    rf"(?:(?:[^\W\d_]+ ){{0,2}}(?P<label>{_LABEL})|(?:[^\W\d_]+:? ){{0,2}}(?:{_BEFORE})"
    rf"|{_AT_FIRST})"
    rf"(?:</\w{{1,9}}>)?(?P<sign>[\W_]{{0,6}})(?P<until>(?:{_UNTIL}[\W_]{{0,4}})*)"
    r"(?P<when>(?:[^\W\d_]+\W{1,2}){0,3}\d[^\n]{3,90})$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line of the text that is a notice, with its day or hour."""
_UNTIL_THEN = rf"[\W_]{{0,4}}(?:{_UNTIL}[\W_]{{0,4}})"
_THEN = r"(?:[^\W\d_]+\W{1,2}){0,3}\d"
_WHEN = (
    r"(?:\d{4}-\d\d(?:-\d\d)?\b|\d{1,2}[:h]\d\d|\d{1,2}/\d{1,2}\b|\d{1,2}\. ?\d{1,2}\."
    r"|\d{1,2}(?:st|nd|rd|th|er|º|\.)? (?:de )?[^\W\d_]{3,}(?: de)?,? \d)"
)
_ON = rf"(?:{_WHEN}|{_HOUR}|\d{{1,2}}(?:st|nd|rd|th|er|º|\.)? (?:de )?[^\W\d_]{{3,}})"
"""A day, which may do without its year where a request to wait stands before it."""
_SAID = re.compile(
    rf"{_LABEL}(?:{_UNTIL_THEN}+{_THEN}|[\W_]{{0,4}}(?:to )?(?:{tongues.WEEKDAY}\W{{1,2}})?{_WHEN}"
    rf"|\W{{0,2}}[:–—(-]\W{{0,2}}(?:[^\W\d_]+\W{{1,2}}){{0,2}}{_WHEN}"
    rf"|(?=[^\n]{{0,60}}{_HOUR})[\W_]{{0,4}}(?:[^\W\d_]+\W{{1,2}}){{0,2}}{_WHEN})"
    rf"|(?:\b(?:{_BEFORE})|^\W*{_AT_FIRST})(?:{_UNTIL_THEN}*| )(?:[^\W\d_]+[ ,.]{{1,2}}){{0,3}}"
    rf"{_ON}|{_HEADED}",
    re.IGNORECASE | re.MULTILINE,
)
"""What a title or a standfirst says of it, among other words."""
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)
_OUT = re.compile(r"#\W*embargo\W*:", re.IGNORECASE)
"""A key of ours that is taken out, as our own forms have it, and its line nothing else."""
_LIFTED = re.compile(
    r"\b(?:lifted|over|ended|expired|passed|levée?|aufgehoben|abgelaufen|levantado)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d\D+\d|\d{8}")
_AT = re.compile(_HOUR, re.IGNORECASE)
_ON_A_DAY = re.compile(rf"to \d|(?:to )?{tongues.WEEKDAY}", re.IGNORECASE)
_SIGN = re.compile("[:–—=(-]")
_NAMED = re.compile(
    r"(?:date|time|hour|lifts?|ends?|expir(?:es|y)|heure|fin|ende) ?:", re.IGNORECASE
)
"""*Embargo date: 1 July 2025.*"""
_TAGS = re.compile(r"<[^<>\n]{1,60}>")
_END = re.compile(r"\d[^\W\d_]{0,4}(?:\W+[^\W\d_]+){0,4}\W*\Z")
_LONGEST = 60  # letters of a day; who names towns and weekdays, too, names an hour
_BOLD = re.compile(r"(?:^|(?<=[.!?] ))(\*{2,3}|__)(?=\S)([^*\n]{8,120})\1", re.MULTILINE)
"""A sentence of its own, which may ask to wait before or behind others."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SLIPS = dt.timedelta(days=32)
"""In January, people still write the year before."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A word that holds a text back for who reads it, and not for us."""

    name: str
    typed: str
    where: Location
    is_embargo: bool
    """It says for sure that the text waits; others may say that it is not told yet."""
    is_key: bool = True
    """It stands in the head."""


def hours(text: str) -> tuple[str, ...]:
    """What stands behind every embargo in a head, or in a text that has none."""
    folded = text.casefold()
    if not any(map(folded.__contains__, _OF_EMBARGO)):
        return ()
    lines = "\n".join(text.splitlines())
    return tuple(said[1] for said in _EMBARGO.finditer(_head_of(lines)))


def likely_hours(text: str) -> Iterator[str]:
    """The same of a file that nobody can read, however an embargo is misspelt there.

    A draft of other tools waits there, too: their heads are in TOML or JSON, and none of ours.
    """
    for line in _head_of("\n".join(text.splitlines())).split("\n"):
        for said in filter(None, map(_KEY.match, line.split(","))):
            name, typed = said[1], (said[2] or "").strip(" \t\"'{}[]")
            hour = undone.moment_of(name, typed)
            if lettering.is_embargo(name):
                yield said[2] or ""
            elif hour != typed or undone.is_kept_back(name, Scalar(typed, NOWHERE)):
                yield hour


def hours_of_head(text: str) -> tuple[str, ...]:
    """What a head says; nothing, of what has none."""
    lines = "\n".join(text.splitlines())
    return hours(lines) if _HEAD.match(lines) else ()


def _head_of(text: str) -> str:
    head = _HEAD.match(text)
    return head[0] if head else text


def strays(parts: Parts, known: Collection[str], text: str) -> Iterator[Stray]:
    """Keys that are none of ours, and lines of the text, that hold it back for a reader."""
    for key in parts.head.entries:
        for name, node, where in _below(key, parts.head) if key not in known else ():
            if lettering.is_embargo(name) or _is_not_yet(name, node):
                typed = undone.moment_of(name, node.text) if isinstance(node, Scalar) else "?"
                is_held = lettering.is_embargo(name) or undone.is_kept_back(name, node)
                yield Stray(name, typed, where, is_held or bool(_STATE.match(typed)))
    if "embargo" in known and not _is_said(parts.head.entries.get("embargo")):
        head = "\n".join(text.split("\n")[: parts.body_line - 1])
        yield from [*headed(parts.head)] or _moved(parts.head, head)
        yield from _beside(parts.head, head)
        yield from notices(parts)


def _below(name: str, table: Table) -> Iterator[tuple[str, Node, Location]]:
    """A key and the keys in it."""
    node = table.entries[name]
    yield name, node, table.keys[name]
    for one in node.items if isinstance(node, Listing) else (node,):
        if isinstance(one, Table):
            for inner in one.entries:
                yield from _below(inner, one)


def _is_said(node: Node | None) -> bool:
    return node is not None and not (isinstance(node, Scalar) and not node.text.strip())


def headed(node: Node) -> Iterator[Stray]:
    """A title, a standfirst, a note that says it."""
    # Most heads say nothing of the kind, and that is sooner told of all their words at once.
    seen = lettering.as_seen("\n".join(_texts(node)))
    return _asking(node) if is_signed(seen) else iter(())


def _moved(node: Node, text: str) -> Iterator[Stray]:
    """A key that stands too far to the right, and so among the words of the key above it."""
    for found in _MOVED.finditer(text):
        where = Location(node.where.path, text.count("\n", 0, found.start(1)) + 1, 1)
        yield Stray(found[1], found[2], where, is_embargo=True, is_key=False)


def _asking(node: Node) -> Iterator[Stray]:
    if isinstance(node, Scalar):
        text = lettering.as_seen(node.text)
        if _may_ask(text) and (found := _SAID.search(text)):
            yield Stray(found[0].strip(), "?", node.where, is_embargo=True, is_key=False)
    else:
        inside = node.entries.values() if isinstance(node, Table) else node.items
        for one in inside:
            yield from _asking(one)


def _beside(node: Node, text: str) -> Iterator[Stray]:
    """A comment of YAML, behind a title or above it, that says it."""
    if "#" not in text or not _may_ask(text):
        return
    typed = "\n".join(_texts(node))
    for comment in _COMMENT.finditer(text):
        found = _SAID.search(comment[0])
        line_start = text.rfind("\n", 0, comment.start()) + 1
        is_out = not text[line_start : comment.start()].strip() and _OUT.match(comment[0])
        if found and not is_out and not _LIFTED.search(comment[0]) and found[0] not in typed:
            line = text.count("\n", 0, line_start) + 1
            where = Location(node.where.path, line, comment.start() - line_start + 1)
            yield Stray(found[0].strip(), "?", where, is_embargo=True, is_key=False)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    else:
        for one in node.entries.values() if isinstance(node, Table) else node.items:
            yield from _texts(one)


def unheld(
    node: Node, text: str, parts: Parts | None = None, brief: Iterable[Stray] = ()
) -> Iterator[Finding]:
    """A notice in what can have no hour: among its keys, beside them, and in its text."""
    head = "\n".join(text.split("\n")[: parts.body_line - 1]) if parts else text
    strays = [*headed(node), *_beside(node, head), *(notices(parts) if parts else ())]
    told = {one.where.line for one in strays}
    for one in (*strays, *(one for one in brief if one.where.line not in told)):
        message = f"{one.name!r} holds nothing back: only news and releases can wait"
        remedy = "give the news or the release that tells it an 'embargo', or take the line out"
        yield Finding("D107", message, remedy, one.where, Level.WARNING)


def _may_ask(text: str) -> bool:
    """Whether a form that asks to wait can stand there: they all are slow to look for.

    >>> _may_ask("NOT FOR BROADCAST before noon"), _may_ask("It is not for us to say.")
    (True, False)
    """
    if not is_signed(text):
        return False
    lines = filter(is_signed, text.split("\n"))
    return any(map(_ASKING.search, lines)) and _ASKING.search(text) is not None


def is_signed(text: str) -> bool:
    return any(map(text.lower().__contains__, _SIGNS))


def notices(parts: Parts) -> Iterator[Stray]:
    if not _may_ask(parts.body):
        return
    told: dict[int, re.Match[str]] = {}
    spans = ((one.start(2), one[2]) for one in _BOLD.finditer(parts.body))
    for start, text in ((0, parts.body), *spans):
        for found in filter(_is_notice, _NOTICE.finditer(text)):
            begins = start + found.end() - len(found[0].lstrip())
            told.setdefault(parts.body.count("\n", 0, begins), found)
    for line, found in sorted(told.items(), key=operator.itemgetter(0)):
        where = Location(parts.head.where.path, line + parts.body_line, 1)
        yield Stray(found[0].strip(), found["when"].strip(), where, is_embargo=True, is_key=False)


def notice(line: str) -> tuple[str, str] | None:
    """A notice that a line is, and until when it asks to wait."""
    found = _NOTICE.fullmatch(line.strip()) if _ASKING.search(line) else None
    return (found[0], found["when"].strip()) if found and _is_notice(found) else None


def _is_notice(found: re.Match[str]) -> bool:
    """Whether it says until when, and not since when, or of which goods, there is an embargo."""
    when = _TAGS.sub("", found["when"])
    is_short = len(when) <= _LONGEST or _AT.search(when)
    if not (is_short and _DAY.search(when) and _END.search(when)):
        return False
    is_marked = _SIGN.search(found["sign"]) or _NAMED.match(when)
    is_ours = not found["label"] or bool(found["until"] or is_marked)
    return is_ours or when[0].isdigit() or bool(_ON_A_DAY.match(when) or _AT.search(when))


def told(stray: Stray, known: Collection[str]) -> Finding:
    asks, remedy = f"{stray.name!r} asks to wait", undone.ELSEWHERE
    if "embargo" in known:
        asks += ": until a key 'embargo' says how long, it is in no edition"
        remedy = "write  embargo: 2024-03-01T09:00+01:00  in the front matter, or take the line out"
    return Finding("D107", asks, remedy, stray.where)


def over(stray: Stray, told: dt.date, timezone: str) -> Stray:
    """A notice with the moment when it is over for sure, where it names one or its year.

    What is over before its text was *told* is a slip of the pen: nobody can tell when.
    """
    years = [int(year) for year in _YEAR.findall(stray.name)]
    if stray.is_key:
        return stray
    if not years:
        # A Friday, a day in July: within a year it was there, of whichever one it was.
        return replace(stray, typed=f"{told + dt.timedelta(days=366) + SLIPS}T12:00")
    try:
        is_slip = calendar.parse_moment(stray.typed, timezone).date() < told
        return replace(stray, typed="?") if is_slip else stray
    except ValueError:
        pass
    if max(years) < told.year:
        return stray
    end = max(dt.date(max(years) + 1, 1, 1), told + SLIPS)
    return replace(stray, typed=f"{end}T12:00")


def since(stray: Stray) -> Finding:
    message = f"{stray.name!r} is over, and is printed as it stands"
    return Finding("D107", message, "take it out", stray.where, Level.WARNING)


def _is_not_yet(key: str, node: Node) -> bool:
    """Whether a key that we do not know may say so, or its value is a moment."""
    if undone.may_say(key) or undone.is_kept_back(key, node):
        return True
    typed = node.text if isinstance(node, Scalar) else ""
    return undone.says_draft(typed) or bool(_STATE.match(typed) or _MOMENT.search(typed))


def is_held(stray: Stray, timezone: str) -> bool:
    """Whether it holds the text back: an embargo does, other words do until their moment."""
    if stray.is_embargo:
        return True
    try:
        calendar.parse_moment(stray.typed, timezone)
    except ValueError:
        return False
    return True
