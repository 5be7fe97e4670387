"""HTML that a mail program can show: styles beside their elements, no word lost, none fetched."""

from __future__ import annotations

import functools
import importlib
import logging
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePath
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pipeline.addresses import host_of
from pipeline.errors import DeclarationError, Finding, Level, Location, is_of_machine
from pipeline.model.texts import NOWHERE
from pipeline.renderers import letter, letter_faults, merge_tags, narrow, pictures, plain_css
from pipeline.renderers.job import Job

CLIPPED_AT = 102_400
"""Gmail cuts a letter here, and the unsubscribe link with it."""
TOO_HEAVY = 100_000
HEAVY = 80_000
KEPT_TOO_HEAVY = 8_192
"""Some of Gmail's programs leave out a style sheet from here on, and the rest at twice that."""
KEPT = re.compile(
    r"<!--.*?-->|(?P<start><style\b[^>]*>)(?P<sheet>.*?)(?P<end></style\s*>)", re.S | re.I
)
ITEM = re.compile(r'\sdata-item="([^"]*)"')
_FIGURES = re.compile(r"<(/?)(?:figure|figcaption)\b([^>]*>)", re.I)
Reporter = Callable[[Finding], None]


def render(job: Job) -> bytes:
    where = place(job)
    if not job.page.strip():
        remedy = "write something in the template"
        raise DeclarationError(Finding("M105", "the letter is empty", remedy, where))
    for finding in letter_faults.faults(job.page, where):
        job.report(finding)
    page = bare(job.page)
    inlined = inline(_addressed(page, job), where, job.report)
    marked = finish(inlined)
    placed = merge_tags.place_in_html(marked, job.edition)
    finished = letter.unquoted(letter.retag(placed, _unmarked))
    fitted = narrow.fitted(narrow.scrolling(finished), job.edition.language)
    for finding in (*_losses(job, finished), *_weight(placed, fitted, where)):
        job.report(finding)
    for finding in merge_tags.gaps(job.edition, job.page, where):
        job.report(finding)
    return fitted.encode()


def place(job: Job) -> Location:
    """The template that the page was set in: who designed it can mend it."""
    if job.set_in != NOWHERE:
        return job.set_in
    declaration = job.output.where.path
    name = job.output.template or job.output.name
    return Location(declaration.with_name(name) if declaration.name else PurePath(name))


def bare(page: str) -> str:
    """The page without what a parser would trip over or go and fetch."""
    page = re.sub(r"^\s*<\?xml.*?\?>", "", page, count=1, flags=re.DOTALL)
    page = letter_faults.STYLE_LINK.sub("", page)
    # Outlook does not know them, and browsers push them in.
    page = _FIGURES.sub(r"<\1div\2", page)
    return letter_faults.STYLE.sub(lambda style: letter_faults.AT_IMPORT.sub("", style[0]), page)


def inline(page: str, where: Location, report: Reporter) -> str:
    try:
        with _reading_by(plain_css, plain_css.selector):
            return _transformed(page, where)
    except plain_css.NotPlain:
        # Nearly never: so that most letters need not wait until cssutils is loaded.
        import cssutils

        with quiet_cssutils() as said, _reading_by(cssutils, _selector):
            inlined = _transformed(page, where)
    for message in dict.fromkeys(said):
        remedy = "mend the rule, or move it to the sheet that is kept as it is"
        report(Finding("M104", f"style sheet: {message}", remedy, where, Level.WARNING))
    return inlined


def _transformed(page: str, where: Location) -> str:
    premailer, _ = inliner()
    try:
        inlined: str = premailer.Premailer(
            page,
            base_url=None,
            strip_important=True,
            remove_classes=False,
            disable_validation=True,
            disable_basic_attributes=["width", "height", "align", "valign", "bgcolor"],
            align_floating_images=False,
            allow_network=False,
            allow_loading_external_files=False,
            cache_css_parsing=False,
        ).transform(pretty_print=False)
    except plain_css.NotPlain:
        raise
    except Exception as error:
        if is_of_machine(error):
            raise
        # premailer lets errors of three libraries escape; all of them mean the template.
        message = f"the styles cannot be put beside their elements: {error}"
        remedy = "look for a selector or a rule that is not plain CSS"
        raise DeclarationError(Finding("M104", message, remedy, where)) from error
    return inlined


@functools.cache
def inliner() -> tuple[Any, Any]:
    """Those modules of premailer that read style sheets, without what they load for it.

    Without the library, too, by which it would fetch, and which tries a socket at once.
    """
    instead = {"requests": ModuleType("requests"), "cssutils": _Later("cssutils")}
    selectors = instead["lxml.cssselect"] = ModuleType("lxml.cssselect")
    vars(selectors)["CSSSelector"] = _selector
    absent = [name for name in instead if name not in sys.modules]
    sys.modules.update({name: instead[name] for name in absent})
    try:
        from premailer import merge_style, premailer
    finally:
        for name in absent:
            del sys.modules[name]
    return premailer, merge_style


class _Later(ModuleType):
    """A library that is loaded when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def _reading_by(reader: ModuleType, chooser: Callable[[str], Any]) -> Iterator[None]:
    """premailer with *reader* for its style sheets and *chooser* for their selectors."""
    premailer, merge_style = inliner()
    before = premailer.cssutils, merge_style.cssutils, premailer._create_cssselector
    premailer.cssutils = merge_style.cssutils = reader
    premailer._create_cssselector = chooser
    try:
        yield
    finally:
        premailer.cssutils, merge_style.cssutils, premailer._create_cssselector = before


def _selector(written: str) -> Any:
    return importlib.import_module("lxml.cssselect").CSSSelector(written)


@contextmanager
def quiet_cssutils() -> Iterator[list[str]]:
    """cssutils for one page: it fetches nothing, prints nothing, and keeps colours whole."""
    import cssutils

    said: list[str] = []
    logger = logging.getLogger(f"{__name__}.cssutils")
    logger.propagate = False
    logger.handlers = [_Listener(said)]
    before = cssutils.util._defaultFetcher, cssutils.log._log, cssutils.ser.prefs.minimizeColorHash
    cssutils.util._defaultFetcher = _refuse
    cssutils.log.setLog(logger)
    cssutils.ser.prefs.minimizeColorHash = False
    try:
        yield said
    finally:
        cssutils.util._defaultFetcher, log, cssutils.ser.prefs.minimizeColorHash = before
        cssutils.log.setLog(log)


class _Listener(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(" ".join(record.getMessage().split())[:200])


def _refuse(url: str) -> None:
    """Nothing that a style sheet names is ever fetched."""


# --- before: addresses and pictures ------------------------------------------------------------


def _addressed(page: str, job: Job) -> str:
    """The page with its links counted (UTM) and its pictures where a letter finds them."""
    mail = job.edition.organisation.mail
    campaign = {
        key if key.startswith("utm_") else f"utm_{key}": str(value)
        for key, value in mail.utm.items()
        if value
    }
    page = pictures.measured(page, job.edition.pictures)
    shown = pictures.names(page, job.edition.pictures, job.assets)
    drawings = sorted(name for name in shown.values() if name.endswith(".svg"))
    for name in drawings:
        message = f"'{name}' is a drawing (SVG), which most mail programs do not show"
        job.report(Finding("M107", message, "save it as PNG too", place(job), Level.WARNING))

    def change(name: str, given: dict[str, str]) -> dict[str, str]:
        if name == "a" and "data-untagged" not in given and "href" in given:
            given["href"] = tagged(given["href"], campaign)
        if name == "img" and given.get("src", "") in shown:
            given["src"] = pictures.link(shown[given["src"]], mail.images)
        return given

    return letter.retag(page, change, ["a", "img"])


def tagged(address: str, campaign: Mapping[str, str]) -> str:
    """The address with the campaign's parameters, each of them once.

    >>> tagged("https://a.org/?utm_source=web#top", {"utm_source": "mail", "utm_medium": "mail"})
    'https://a.org/?utm_source=web&utm_medium=mail#top'
    >>> tagged("https://[^1]/", {"utm_source": "mail"})
    'https://[^1]/'
    """
    if not (host := host_of(address)) or host.endswith(".invalid"):
        return address
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return address
    present = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}
    added = urlencode({key: value for key, value in campaign.items() if key not in present})
    query = "&".join(part for part in (parts.query, added) if part)
    return urlunsplit(parts._replace(query=query)) if added else address


# --- after: tidying and counting ---------------------------------------------------------------


def finish(page: str) -> str:
    """The inlined page without leftovers: long class names, notes to ourselves, blanks."""
    kept = "".join(sheets(page))
    spoken_of = letter.classes(kept)
    used: Counter[str] = Counter()

    def strip(_: str, given: dict[str, str]) -> dict[str, str]:
        left = {key: value for key, value in given.items() if _stays(key)}
        if "class" in left:
            names_ = [name for name in left["class"].split() if name in spoken_of]
            used.update(names_)
            left["class"] = " ".join(names_)
        if "style" in left:
            left["style"] = _brief(left["style"])
        return {key: value for key, value in left.items() if value or key not in ("class", "style")}

    stripped = letter.retag(page, strip)
    names = letter.short_names(used, spoken_of)

    def shorten(_: str, given: dict[str, str]) -> dict[str, str]:
        if "class" in given:
            given["class"] = " ".join(names.get(name, name) for name in given["class"].split())
        return given

    def press(style: re.Match[str]) -> str:
        if style["sheet"] is None:
            return style[0]
        sheet = letter.renamed(letter.pressed(style["sheet"]), names)
        return style["start"] + sheet + style["end"]

    return letter.tighten(KEPT.sub(press, letter.retag(stripped, shorten)))


def sheets(page: str) -> list[str]:
    """The style sheets that stay in the letter, for the programs that know them."""
    return [style["sheet"] for style in KEPT.finditer(page) if style["sheet"] is not None]


def _unmarked(_: str, given: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in given.items() if key != "data-item"}


def _stays(attribute: str) -> bool:
    return attribute == "data-item" or not attribute.startswith("data-")


@functools.lru_cache(maxsize=4096)
def _brief(style: str) -> str:
    """
    >>> _brief('margin: 0 0 8px ; font:16px Arial, "Segoe UI" !important;')
    "margin:0 0 8px;font:16px Arial,'Segoe UI'"
    """
    pairs = (pair.partition(":") for pair in re.sub(r"\s*!important", "", style).split(";"))
    told = ";".join(f"{name.strip()}:{value.strip()}" for name, _, value in pairs if name.strip())
    # A quotation mark takes six letters inside an attribute, an apostrophe one.
    return re.sub(r",\s+", ",", told if "'" in told else told.replace('"', "'"))


def _losses(job: Job, finished: str) -> Iterator[Finding]:
    """Words, comments for Outlook and merge tags are the same as were set."""
    where = place(job)
    before, after = letter.anatomy(job.page), letter.Anatomy(finished)
    missing = letter.lost(before.words, after.words)
    if missing:
        told = " ".join(missing[:8])
        message = f"{len(missing)} words were lost on the way into the letter: '{told} …'"
        yield Finding("M102", message, "look for markup that is never closed", where)
    if letter.lost(before.comments, after.comments):
        message = "a conditional comment for Outlook was lost"
        remedy = "move it inside <body>; nothing may stand before <!DOCTYPE html>"
        yield Finding("M102", message, remedy, where)
    for tag, excess in sorted(merge_tags.strangers(finished, job.page, job.edition).items()):
        fate = "was lost from" if excess < 0 else "got by accident into"
        message = f"the merge tag {tag!r} {fate} the letter"
        yield Finding("M108", message, "write tags as {{ tags.… }} in the template only", where)


def _weight(marked: str, finished: str, where: Location) -> Iterator[Finding]:
    weight = len(finished.encode())
    kept = sum(len(sheet.encode()) for sheet in sheets(finished))
    if kept > KEPT_TOO_HEAVY:
        message = f"the style sheets that stay in the letter weigh {kept:,} bytes; Gmail drops them"
        remedy = "move to the other sheet what can stand beside the elements"
        yield Finding("M109", message, remedy, where, Level.WARNING)
    if weight <= HEAVY:
        return
    code, level = ("M100", Level.ERROR) if weight > TOO_HEAVY else ("M101", Level.WARNING)
    message = f"the letter weighs {weight:,} bytes; Gmail cuts it off at {CLIPPED_AT:,}"
    heaviest = ", ".join(f"'{item}' ({size:,} bytes)" for item, size in heaviest_items(marked)[:3])
    remedy = f"shorten or leave out {heaviest}" if heaviest else "shorten the letter"
    yield Finding(code, message, remedy, where, level)


def heaviest_items(marked: str) -> list[tuple[str, int]]:
    """The items that a template marked with `data-item`, the heaviest first."""
    marks = [(mark[1], mark.start()) for mark in ITEM.finditer(marked)]
    ends = [*(start for _, start in marks), len(marked)][1:]
    sizes = [
        (name, len(marked[start:end].encode()))
        for (name, start), end in zip(marks, ends, strict=True)
        if name
    ]
    return sorted(sizes, key=lambda item: (-item[1], item[0]))
