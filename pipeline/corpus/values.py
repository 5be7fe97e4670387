"""How one value is read: a node of YAML in, a typed value out, or a sentence that says why not."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pipeline import calendar, moments
from pipeline.corpus import synonyms, undone
from pipeline.corpus.reader import Key, Missing, Reader, guess, likeliest, not_translated, wrong
from pipeline.errors import CopyError, Finding, Level
from pipeline.frontmatter import Listing, Node, Scalar, Table
from pipeline.model.texts import Day, Picture, Text

T = TypeVar("T")
MOST_UNKNOWN = 10
"""After so many unknown keys the others are only counted."""


def text(reader: Reader, node: Node) -> Text:
    return reader.text(node)


def called(reader: Reader, node: Node) -> Text:
    """A name nobody can do without: where it has no translation, the other one stands in."""
    policy = reader.policy
    reader.policy = "fail" if policy == "fail" else "fallback"
    try:
        return reader.text(node)
    finally:
        reader.policy = policy


def prose(reader: Reader, node: Node) -> Text:
    """A longer text, with paragraphs."""
    source, language, where = reader.chosen(node)
    return reader.block(source, language, where)


def word(reader: Reader, node: Node) -> str:
    return reader.word(node)


def day(reader: Reader, node: Node) -> Day:
    return _dated(reader, node, calendar.parse_day, "a date like 2020-03-26")


def date(reader: Reader, node: Node) -> dt.date:
    return _dated(reader, node, calendar.parse_date, "a date like 2020-03-26")


def moment(reader: Reader, node: Node) -> dt.datetime:
    def parse(typed: str) -> dt.datetime:
        return calendar.parse_moment(typed, reader.timezone)

    when = _dated(reader, node, parse, "a moment like 2024-03-01T09:00+01:00", "D101")
    if calendar.is_of_other_season(when, reader.timezone):
        here = when.astimezone(moments.zone_of(reader.timezone))
        reader.report(
            "D109",
            f"clocks in {reader.timezone} are at {str(here)[-6:]} then: it will be {here:%H:%M}",
            "write that offset, or the place whose hour it is, like 2024-03-01T09:00 Europe/Kyiv",
            node.where,
            Level.WARNING,
        )
    return when


def _dated(
    reader: Reader, node: Node, parse: Callable[[str], T], wanted: str, code: str = "D100"
) -> T:
    typed = reader.word(node, wanted)
    try:
        return parse(typed)
    except ValueError as error:
        reason = str(error)
        remedy = reason
        if " is not a " in reason:
            if code == "D100":
                remedy = _month_meant(reader, typed, parse) or _date_meant(reader, typed)
            else:
                remedy = _moment_meant(reader, typed)
        message = f"should be {wanted}, not {typed!r}"
        raise CopyError(Finding(code, message, remedy, node.where)) from error


def _date_meant(reader: Reader, typed: str) -> str:
    """How to write the date that somebody seems to have meant."""
    hour = re.match(r"\s*(\d{4}-\d\d-\d\d)[T ,]+\d{1,2}[:.h]", typed)
    if hour:
        return f"write  {hour[1]}  here, and the hour in the title or in the text"
    # Whoever reads it, in whatever language of the house, is told the same.
    if found := _days_meant(reader, typed):
        return f"write  {' or '.join(found)}{', whichever is meant' if len(found) > 1 else ''}"
    if (day := _DOTTED.fullmatch(typed.strip())) and 1 <= int(day[2]) <= 12 and int(day[1]) <= 31:
        return f"there is no {day[3]}-{int(day[2]):02}-{int(day[1]):02} in the calendar"
    return "write the year, the month and the day in figures, with hyphens between them"


def _spoken(reader: Reader) -> tuple[str, ...]:
    return tuple(dict.fromkeys((reader.language, *reader.languages, "en")))


def _days_meant(reader: Reader, typed: str) -> tuple[str, ...]:
    spoken = map(calendar.months, _spoken(reader))
    return next((dates for months in spoken if (dates := calendar.meant(typed, months))), ())


def _month_meant(reader: Reader, typed: str, parse: Callable[[str], Any]) -> str:
    """`fevereiro de 2027`, where a month is enough."""
    found = _OF_A_YEAR.fullmatch(typed.strip())
    for language in _spoken(reader) if found else ():
        names = [name.casefold() for name in calendar.months(language)]
        if found and found[1].casefold() in names:
            meant = f"{found[2]}-{names.index(found[1].casefold()) % 12 + 1:02}"
            with contextlib.suppress(ValueError):
                parse(meant)
                return f"write  {meant}"
    return ""


_OF_A_YEAR = re.compile(r"([^\W\d_]+)\.?,? (?:del? )?(\d{4})")
_DOTTED = re.compile(r"(\d{1,2})[./ -]{1,2}(\d{1,2})[./ -]{1,2}(\d{4})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOUR = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}\D{3,24}\d{4})"
    r"(?:,? (?:(?:um|at|à|om|[àa]s|a las?|alle(?: ore)?|klo|kl\.?|klockan|orele|ora|ore|kell"
    r"|plkst\.|godz\.|ve?|u|ob?) )?|, ?|T)"
    r"(?P<hour>[01]?\d|2[0-3])(?: ?[:.h] ?(?P<minute>[0-5]\d))?"
    r"(?: ?(?:h|uhr|heures?|uur|horas?|hod\.?|sati|uri))?",
    re.IGNORECASE,
)


def _moment_meant(reader: Reader, typed: str) -> str:
    """How to write the moment that somebody seems to have meant."""
    found = _HOUR.fullmatch(typed.strip())
    days = _days_meant(reader, found["day"]) if found else ()
    if _DAY.fullmatch(typed.strip()):
        return f"add the hour:  {typed.strip()}T09:00"
    if not found or len(days) != 1:
        return ""
    return f"write  {days[0]}T{int(found['hour']):02}:{found['minute'] or '00'}"


def whole(reader: Reader, node: Node) -> int:
    typed = reader.word(node, "a whole number")
    if not re.fullmatch(r"-?\d{1,9}", typed):
        raise wrong(node, "a whole number")
    return int(typed)


_URL = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


def url(reader: Reader, node: Node) -> str:
    typed = reader.word(node, "an address like https://www.example.org")
    if re.match(r"www\.\S+\.\S", typed):
        typed = f"https://{typed}"
    if not _URL.fullmatch(typed):
        bare = f"write  https://{typed}" if _BARE.fullmatch(typed) else ""
        bare = bare or ("write the whole address, with https://" if typed[:1] == "/" else "")
        spaced = "take the space out, or copy it again from the browser" if " " in typed else ""
        raise mended(wrong(node, "an address like https://www.example.org"), bare or spaced)
    return typed


def mended(fault: CopyError, remedy: str) -> CopyError:
    return CopyError(*(dataclasses.replace(found, remedy=remedy) for found in fault.findings))


def address(reader: Reader, node: Node) -> str:
    """A web or an e-mail address, as a link needs it."""
    typed = reader.word(node, "an address like https://www.example.org")
    if _EMAIL.fullmatch(typed.removeprefix("mailto:")):
        return f"mailto:{typed.removeprefix('mailto:')}"
    return url(reader, node)


def email(reader: Reader, node: Node) -> str:
    typed = reader.word(node, "an e-mail address like press@example.org")
    if not _EMAIL.fullmatch(typed) or "." not in typed.partition("@")[2]:
        fault = wrong(node, "an e-mail address like press@example.org")
        if re.fullmatch(r"[\w.+-]+\s[\w.+\s-]*@\s*[\w.-]+|[\w.+-]+@\s+[\w.-]+", typed):
            remedy = "no space stands in an e-mail address: look it up, and write it as it is"
            fault = CopyError(*(dataclasses.replace(f, remedy=remedy) for f in fault.findings))
        raise fault
    return typed


_PHONE = re.compile(
    r"\+?[\d\s().\-/]{5,80}"
    r"(?:[;,]?\s*(?:\([^\W\d_]{1,20}\.?\s*\d{0,8}\)|[^\W\d_]{1,20}\.?\s*\d{1,8}))?"
)
"""Its extension as each country writes it: ext. 12, poste 214, alanumero 4321, (vaihde)."""


def phone(reader: Reader, node: Node) -> str:
    typed = reader.word(node, "a telephone number like +33 1 23 45 67 89")
    if not _PHONE.fullmatch(typed):
        raise wrong(node, "a telephone number like +33 1 23 45 67 89")
    if isinstance(node, Scalar) and node.is_plain and re.fullmatch(r"\d+", typed):
        reader.report(
            "C101",
            f"the telephone number {typed} has no country code",
            'write it in quotation marks and internationally, "+33 1 23 45 67 89"',
            node.where,
            Level.WARNING,
        )
    return typed


def country(reader: Reader, node: Node) -> str:
    typed = reader.word(node, "a country code like FR or GB-SCT")
    if not calendar.is_country(typed.upper()):
        spoken = dict.fromkeys((reader.language, *reader.languages, "en"))
        meant = calendar.country_meant(typed, spoken)
        fault = wrong(node, "a country code like FR or GB-SCT (ISO 3166)")
        raise mended(fault, f"write  country: {meant}" if meant else "")
    return typed.upper()


def colour(reader: Reader, node: Node) -> str:
    typed = reader.word(node, "a colour like #123A6B")
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", typed):
        raise wrong(node, 'a colour in quotation marks like "#123A6B"')
    return typed.lower()


def choice(*known: str) -> Callable[[Reader, Node], str]:
    def read(reader: Reader, node: Node) -> str:
        typed = reader.word(node, f"one of {', '.join(known)}")
        if typed not in known:
            finding = Finding(
                "K104",
                f"should be one of {', '.join(known)}, not {typed!r}",
                # To write the first of them may be wrong: a meeting of members would be public.
                guess(typed, known) or "write the one that is meant",
                node.where,
            )
            raise CopyError(finding)
        return typed

    return read


def many(read: Callable[[Reader, Node], T]) -> Callable[[Reader, Node], tuple[T, ...]]:
    """A list; one value alone counts as a list of one, and `[]` as none."""

    def read_all(reader: Reader, node: Node) -> tuple[T, ...]:
        if isinstance(node, Table) and set(node.entries) & set(reader.languages):
            chosen = next((node.entries[k] for k in reader.preferred() if k in node.entries), None)
            if chosen is None:
                raise Missing(node.where, reader.language)
            node = chosen
        items = node.items if isinstance(node, Listing) else (node,)
        made: list[T] = []
        for item in items:
            if isinstance(item, Scalar) and not item.text:
                continue
            try:
                made.append(read(reader, item))
            except Missing as missing:
                untranslated(reader, missing)
            except CopyError as error:
                reader.findings.extend(error.findings)
        return tuple(made)

    return read_all


def reference(kind: str) -> Callable[[Reader, Node], str]:
    return lambda reader, node: reader.reference(kind, node)


def picture(reader: Reader, node: Node) -> Picture | None:
    return reader.picture(node)


def texts_by_key(reader: Reader, node: Node) -> dict[str, str]:
    if not isinstance(node, Table):
        raise wrong(node, "a table like {utm_source: newsletter}")
    return {key: reader.word(value) for key, value in node.entries.items()}


def table(reader: Reader, node: Node, keys: Mapping[str, Key], what: str) -> dict[str, Any]:
    """The values of *node* by key: each typed, each fault reported, what is empty left out."""
    if not isinstance(node, Table):
        raise wrong(node, f"the keys of {what}")
    made: dict[str, Any] = {}
    meant = _report_unknown(reader, node, keys, what)
    for name, value in node.entries.items():
        if name not in keys:
            continue
        if keys[name].required or not isinstance(value, Scalar) or value.text:
            read_key(reader, name, value, keys[name], made)
    for name, key in keys.items():
        # A key that was mistyped is told once, where it stands.
        if key.required and name not in node.entries and name not in meant:
            remedy = f"add a line  {name}: {key.wanted}{_as_translation(reader, node)}"
            reader.report("K101", f"{what} needs {name!r}", remedy, node.where)
    return made


_SAID_OF_NAME = re.compile(r"(?P<stem>.+)[._](?P<said>[A-Za-z]{2,4})\.md")


def _as_translation(reader: Reader, node: Node) -> str:
    """What to do with `ferry.esp.md` or `ferry_es.md`, which seems to say its language."""
    found = _SAID_OF_NAME.fullmatch(node.where.path.name)
    said = found["said"].lower() if found else ""
    code = next((one for one in reader.languages if said.startswith(one.lower())), "")
    if not found or not code or code == reader.default:
        return ""
    return f"; or call it {found['stem']}.{code}.md, if it is the translation of {found['stem']}.md"


def _report_unknown(
    reader: Reader, node: Table, keys: Mapping[str, Key], what: str
) -> frozenset[str]:
    """Tell what no key is called; which keys were meant by that."""
    unknown = [name for name in node.entries if name not in keys]
    meant: set[str] = set()
    for name in unknown[:MOST_UNKNOWN]:
        remedy = synonyms.of_hours(name, keys) or _of_language(reader, name, node, keys)
        remedy = remedy or synonyms.of_summaries(name, keys) or undone.remedy(name, keys)
        if not remedy and (key := synonyms.key_of(name, keys) or likeliest(name, keys)):
            remedy = f"did you mean {key!r}?"
            meant.add(key)
        remedy = remedy or f"{what} knows {', '.join(keys)}"
        reader.report("K100", f"unknown key {name!r}", remedy, node.keys[name])
    if rest := unknown[MOST_UNKNOWN:]:
        message = f"{len(rest):,} more unknown keys"
        reader.report("K100", message, "is this the right file?", node.keys[rest[0]])
    return frozenset(meant)


def _of_language(reader: Reader, name: str, node: Table, keys: Mapping[str, Key]) -> str:
    """Where the language of a text is said, for who looks for a key to say it."""
    path, code = node.where.path, node.entries[name]
    is_asked = name.casefold() in ("language", "lang", "locale") and "languages" not in keys
    if not is_asked or path.suffix != ".md" or not isinstance(code, Scalar):
        return ""
    if not calendar.is_language(code.text.strip()):
        return ""
    named = f"{path.name.split('.')[0]}.{code.text.strip()}.md"
    if path.name == named or code.text.strip() == (reader.own_language or reader.default):
        return "take it out; the name of the file says its language already"
    return f"take it out; the name of the file says its language: {named}"


def read_key(reader: Reader, name: str, node: Node, key: Key, made: dict[str, Any]) -> None:
    before = len(reader.findings)
    try:
        if key.required and _is_empty(node, key):
            raise wrong(node, key.wanted)
        made[name] = key.read(reader, node)
    except Missing as missing:
        if key.required and reader.policy != "fail":
            raise
        untranslated(reader, missing, f"{name!r} is ")
    except CopyError as error:
        reader.findings.extend(error.findings)
    reader.findings[before:] = [_named(f, name, key) for f in reader.findings[before:]]


def _is_empty(node: Node, key: Key) -> bool:
    if not isinstance(node, Scalar) or node.text.strip():
        return False
    return node.is_plain or not key.may_be_empty


def _named(finding: Finding, name: str, key: Key) -> Finding:
    """What is wrong with a value, told with its key and with an example."""
    if not finding.message.startswith("should be"):
        return finding
    remedy = finding.remedy or f"write it like  {name}: {key.wanted}"
    return dataclasses.replace(finding, message=f"{name!r} {finding.message}", remedy=remedy)


def untranslated(reader: Reader, missing: Missing, subject: str = "") -> None:
    """What becomes of a text that does not exist in this language."""
    if reader.policy == "fail":
        remedy = f"add {missing.language}: … beside the others"
        reader.report(
            "T102", f"{subject}not translated into {missing.language}", remedy, missing.where
        )
    else:
        reader.omitted.append(not_translated(missing.where, missing.language, subject=subject))
