"""Markdown to HTML that is safe to place, and to words: the door to the rooms that do it."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import nh3

from pipeline import bounds, forme, press, typography
from pipeline.asides import without_comments
from pipeline.bounds import Pointer
from pipeline.errors import Finding, Location
from pipeline.forme import named
from pipeline.frozen import dataclass
from pipeline.galley import CLASSES, Galley, Named
from pipeline.manuscript import prepare
from pipeline.parts import Part as Part
from pipeline.parts import definitions as definitions
from pipeline.parts import sections as sections
from pipeline.plaintext import plain as plain
from pipeline.press import Press, press_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text as HTML and as words, and what was found on the way."""

    html: str = ""
    plain: str = ""
    findings: tuple[Finding, ...] = ()
    pictures: tuple[Named, ...] = ()
    """The pictures it shows, below `images/`, and where they are named."""
    links: tuple[Named, ...] = ()
    """The addresses it leads to, and where they are named."""


def block(
    source: str,
    language: str,
    *,
    where: Location,
    anchors: str = "",
    heading: int = 2,
    definitions: str = "",
    home: str = "",
    is_placed: bool = True,
) -> Marked:
    """Paragraphs, lists and all else that may stand in a body.

    *where* is the place of its first line, *anchors* what the ids of its footnotes begin with,
    *heading* the level of its highest heading; *definitions* are notes, abbreviations and
    addresses that it may use and that stand elsewhere; *home* is where `/topics` leads.
    What is not *placed* anywhere is looked over, and not set.
    """

    def parse(machine: Press, galley: Galley) -> Element:
        prepared = prepare(source, galley.pointer, galley.report)
        galley.codes = prepared.codes
        shared = prepare(definitions, galley.pointer, lambda _: None).text if definitions else ""
        return machine.document(f"{prepared.text}\n\n{shared}")

    galley = Galley(language, Pointer(source, where), anchors, home, heading)
    return _marked(source, galley, parse, is_placed)


def inline(source: str, language: str, *, where: Location, home: str = "") -> Marked:
    """One line of text: a title, a caption, a value in a YAML file."""
    if len(source) <= bounds.LONGEST_WORD and not _SPECIAL.search(source):
        words = _escape(typography.typeset(source.strip(), language))
        return Marked(html=_safe(words), plain=plain(words))

    def parse(machine: Press, galley: Galley) -> Element:
        # A space that holds a figure together, 84 500, is none to lay out anew.
        text = _BLANKS.sub(" ", bounds.cleaned(source)).strip(_BLANK)
        if fault := bounds.too_many_marks(text):
            galley.report(bounds.overmarked(fault, where))
            text = bounds.shielded(text)
        return machine.line(without_comments(text))

    galley = Galley(language, Pointer(source, where), home=home, is_line=True)
    return _marked(source, galley, parse)


_BLANK = " \t\r\n\f\v"
_BLANKS = re.compile(rf"[{_BLANK}]+")
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>&{}@\t\n\r\x00-\x1f\x7f]|://|www\.|  |[\ud800-\udfff\ufffe\uffff\u2028]"
    "|[\U000f0000-\U000fffff]"
)


def _escape(words: str) -> str:
    return entities.escape(words, quote=False)


def _marked(
    source: str,
    galley: Galley,
    parse: Callable[[Press, Galley], Element],
    is_placed: bool = True,
) -> Marked:
    where, findings = galley.pointer.where, galley.findings
    if fault := bounds.too_long(source, where):
        return Marked(findings=(fault,))
    made = words = ""
    try:
        with bounds.stopwatch(bounds.SECONDS):
            tree = parse(press_for(galley.report, galley.pointer), galley)
            galley.arrange(tree)
            if is_placed:
                made = _safe(forme.made_up(tree, galley.language, is_line=galley.is_line))
                words = plain(made, links=False)
    except bounds.OutOfTime:
        return _given_up(source, findings, _slow(where))
    except Exception as error:
        # Python-Markdown raises what it likes on malformed text; a writer must hear where.
        return _given_up(source, findings, _unreadable(f"{type(error).__name__}", where))
    return Marked(
        html=made,
        plain=words,
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        pictures=tuple(galley.pictures),
        links=tuple(galley.links),
    )


def _given_up(source: str, findings: list[Finding], fault: Finding) -> Marked:
    press.discard()
    words = bounds.cleaned(source)
    made = "\n".join(f"<p>{_escape(part)}</p>" for part in words.split("\n\n") if part.strip())
    return Marked(html=_safe(made), plain=words, findings=(*findings, fault))


def _slow(where: Location) -> Finding:
    message = f"this text cannot be read in {bounds.SECONDS:g} seconds"
    remedy = "look for brackets, asterisks or quotation marks without a partner, or divide it"
    return Finding("W101", message, remedy, where)


def _unreadable(why: str, where: Location) -> Finding:
    remedy = "look for brackets and marks without a partner, or write it anew in plain words"
    return Finding("W104", f"this text cannot be read as Markdown: {why}", remedy, where)


# What may leave the room

_SPANS = {"align-left", "align-center", "align-right", "name", "role", "picture", "quotation"}
_NOTES = {"footnotes", "footnote-ref", "footnote-backref"}
_TAGS = named(
    "a abbr blockquote br code dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol "
    "p pre span strong sub sup table tbody td th thead tr ul"
)
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags={"script", "style"},
    attributes={
        "*": {"lang", "dir", "id"},
        "a": {"href"},
        "abbr": {"title"},
        "img": {"src", "alt"},
        "ol": {"start"},
        "th": {"scope"},
    },
    allowed_classes={tag: {*CLASSES, *_SPANS, *_NOTES} for tag in _TAGS},
    url_schemes={"https", "http", "mailto", "tel"},
    link_rel=None,
)


def _safe(html: str) -> str:
    return _CLEANER.clean(html)
