"""Reads the nodes of one record in one language, and remembers what was wrong with it."""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pipeline import calendar, markup, slugs, wording
from pipeline.errors import CopyError, Finding, Level, Location
from pipeline.frontmatter import Listing, Node, Scalar, Table
from pipeline.frozen import dataclass, mutable
from pipeline.model.texts import Picture, Text

COUNTRIES = {
    "al": "sq", "am": "hy", "at": "de", "ba": "bs", "br": "pt", "by": "be", "cz": "cs", "dk": "da",
    "ee": "et", "gb": "en", "ge": "ka", "gr": "el", "jp": "ja", "kr": "ko", "rs": "sr", "se": "sv",
    "si": "sl", "ua": "uk",
}  # fmt: skip
"""Codes of countries that are taken for those of their languages, and some of which are others'."""


_CURLED = re.compile("[“„«]([^“”„«»]*)[“”»]")
_WORDS = ("a text", "a number or a text")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a source: how its value is read and what it is for."""

    read: Callable[[Reader, Node], Any]
    wanted: str
    about: str
    required: bool = False
    may_be_empty: bool = False
    """Whether `""`, in quotation marks, is an answer."""


PLACES = {"events": "agenda.yaml", "contacts": "contacts.yaml", "facts": "facts.yaml"}
"""Where records of a kind are declared, if not in a folder called so."""


class Missing(Exception):
    """A text that has to be there does not exist in this language."""

    def __init__(self, where: Location, language: str) -> None:
        super().__init__(language)
        self.where = where
        self.language = language


@mutable(eq=False, repr=False)
class Reader:
    """Reads the nodes of one record in one language, and remembers what was wrong with it."""

    language: str
    default: str
    languages: tuple[str, ...]
    policy: str
    """What a missing translation means: omit, fallback or fail."""
    timezone: str
    find_in: Callable[[str], wording.Find]
    """The look-ups of a language: a passage that stands in keeps its own dates and figures."""
    known: wording.Known
    pictures: Mapping[str, Picture | Finding] = dataclasses.field(default_factory=dict)
    references: Mapping[str, Mapping[str, Any]] = dataclasses.field(default_factory=dict)
    home: str = ""
    """The house's website: a link like `/topics` leads there."""
    own_language: str = ""
    """The language of the file that is read, when it is not the copy's."""
    findings: list[Finding] = dataclasses.field(default_factory=list)
    omitted: list[Finding] = dataclasses.field(default_factory=list)
    memo: dict[tuple[object, ...], markup.Marked] = dataclasses.field(default_factory=dict)

    @property
    def written_in(self) -> str:
        return self.own_language or self.language

    def report(
        self, code: str, message: str, remedy: str, where: Location, level: Level = Level.ERROR
    ) -> None:
        self.findings.append(Finding(code, message, remedy, where, level))

    def chosen(self, node: Node, wanted: str = "a text") -> tuple[str, str, Location]:
        """The words of *node* in the copy's language, the language they are in, their place."""
        if isinstance(node, Scalar):
            return node.text, self.written_in, node.begins or node.where
        if not isinstance(node, Table):
            raise wrong(node, f"{wanted}, or one for each language like {{en: …, fr: …}}")
        self._check_languages(node)
        for language in self.preferred():
            value = node.entries.get(language)
            if isinstance(value, Scalar) and value.text.strip():
                if language != self.language:
                    self._notice_fallback(node, language)
                return value.text, language, value.begins or value.where
            if value is not None and not isinstance(value, Scalar):
                raise wrong(value, wanted)
        raise Missing(node.where, self.language)

    def preferred(self) -> Sequence[str]:
        """The languages in which a text will do, the best first."""
        others = (self.default, *self.languages) if self.policy == "fallback" else ()
        return tuple(dict.fromkeys((self.language, *others)))

    def _check_languages(self, node: Table) -> None:
        for name, where in node.keys.items():
            if name not in self.languages and not self._is_spoken_elsewhere(name):
                message = f"unknown language {name!r}"
                remedy = guess(name, self.languages) or f"write {', '.join(self.languages)}"
                if _is_rest(name, node.entries[name]):
                    message = f"a comma ends the text before {name!r}"
                    remedy = "put the whole text in quotation marks"
                self.report("K100", message, remedy, where)
            elif name not in self.languages and (meant := self._missing_for(name, node)):
                remedy = f"write {meant!r}, the code of the language and not of the country"
                self.report("K100", f"unknown language {name!r}", remedy, where)

    def _missing_for(self, name: str, node: Table) -> str:
        """The language that is not there, and whose country *name* is the code of."""
        meant = COUNTRIES.get(name, "")
        return meant if meant in self.languages and meant not in node.entries else ""

    def _is_spoken_elsewhere(self, name: str) -> bool:
        """A language that this house does not speak; `eng`, of one that speaks `en`, is a slip."""
        is_slip = len(name) == 3 and name[:2] in self.languages
        return calendar.is_language(name) and not is_slip

    def _notice_fallback(self, node: Table, language: str) -> None:
        self.omitted.append(not_translated(node.where, self.language, stands_in(language)))

    def text(self, node: Node) -> Text:
        """A short text: one line, with emphasis and look-ups."""
        source, language, where = self.chosen(node)
        return self.inline(wording.one_line(source), language, where)

    def inline(self, source: str, language: str, where: Location) -> Text:
        resolved = self.resolved(source, language, where)
        return self._marked(markup.inline, resolved, language, where, "span")

    def block(self, source: str, language: str, where: Location, **options: Any) -> Text:
        resolved = self.resolved(source, language, where)
        return self._marked(markup.block, resolved, language, where, "div", **options)

    def resolved(self, source: str, language: str, where: Location) -> str:
        made, findings = wording.resolve(source, self.find_in(language), self.known, where)
        self.findings.extend(findings)
        return made

    def _marked(
        self,
        mark: Callable[..., markup.Marked],
        source: str,
        language: str,
        where: Location,
        wrapper: str,
        **options: Any,
    ) -> Text:
        key = (wrapper, source, language, where, *map(str, options.values()))
        marked = self.memo.get(key)
        if marked is None:
            marked = self.memo[key] = mark(source, language, where=where, home=self.home, **options)
        self._check_pictures(marked)
        made = self._described(marked)
        if language != self.language and made:
            turn = calendar.direction(language)
            made = f'<{wrapper} lang="{language}" dir="{turn}">{made}</{wrapper}>'
        return Text(html=made, plain=marked.plain, language=language, where=where)

    def _check_pictures(self, marked: markup.Marked) -> None:
        for name, where in marked.pictures:
            self.picture(Scalar(name, where))

    def _described(self, marked: markup.Marked) -> str:
        """A picture named without a description takes the one of images.yaml."""
        known = {name: self.pictures.get(name) for name, _ in marked.pictures}
        # One that is not in images.yaml, or is refused, is told of already.
        self.findings.extend(f for f in marked.findings if f.code != "I102")

        def alt(tag: re.Match[str]) -> str:
            name = re.search(r'src="[^"]*/images/([^"]*)"', tag[0])
            found = known.get(html.unescape(name[1])) if name else None
            if not isinstance(found, Picture):
                return tag[0]
            return tag[0].replace('alt=""', f'alt="{html.escape(found.alt.plain)}"')

        return re.sub(r"<img\b[^>]*>", alt, marked.html) if known else marked.html

    def word(self, node: Node, wanted: str = "a text") -> str:
        """A value that is not prose: an address, an identifier, a number as it was typed."""
        source, language, where = self.chosen(node, wanted)
        find = self.find_in(language)
        made, findings = wording.plain(wording.one_line(source), find, self.known, where)
        self.findings.extend(findings)
        # Nobody's address or date stands in quotation marks: a word processor has curled them.
        curled = _CURLED.fullmatch(made) if wanted not in _WORDS else None
        return curled[1] if curled else made

    def picture(self, node: Node) -> Picture | None:
        name = self.word(node, "the name of a picture")
        found = self.pictures.get(name)
        if isinstance(found, Picture):
            return found
        if isinstance(found, Finding):
            # The picture's own line in images.yaml says what is wrong with it.
            self.findings.append(found)
            return None
        if isinstance(unreadable := self.pictures.get("*"), Finding):
            self.findings.append(unreadable)
            return None
        remedy = guess(name, self.pictures) or "describe it in images.yaml and put it in images/"
        self.report("I100", f"there is no picture {name!r} in images.yaml", remedy, node.where)
        return None

    def reference(self, kind: str, node: Node) -> str:
        """The id of a record of *kind* that exists."""
        name = self.word(node, f"the id of one of {kind}")
        known = self.references.get(kind, {})
        if isinstance(known.get("*"), Finding):
            self.findings.append(known["*"])
        elif name not in known:
            several = [one.strip() for one in name.split(",")]
            meant = f"write  [{', '.join(several)}]" if not known.keys().isdisjoint(several) else ""
            place = PLACES.get(kind, f"{kind}/")
            remedy = meant or guess(name, known) or "declare it there, or take it out"
            self.report("R100", f"there is no {name!r} in {place}", remedy, node.where)
        elif isinstance(known[name], Finding):
            self.findings.append(known[name])
        return name


def stands_in(language: str) -> str:
    """What becomes of a text without translation: `stands in English`."""
    return f"stands in {calendar.language_name(language, 'en')}"


def not_translated(
    where: Location,
    language: str,
    outcome: str = "is left out",
    subject: str = "",
    file: str = "",
) -> Finding:
    name = calendar.language_name(language, "en")
    wanted = f"add the {name} text"
    if file and not where.line:
        wanted = f"write it in {file}, beside this file"
    return Finding(
        "T101",
        f"{subject}not translated into {name}, and {outcome}",
        f"{wanted}, or set missing_translation in organisation.yaml",
        where,
        Level.WARNING,
    )


def guess(name: str, known: Iterable[str]) -> str:
    """`did you mean 'title'?`, or nothing."""
    close = likeliest(name, known)
    return f"did you mean {close!r}?" if close else ""


def likeliest(name: str, known: Iterable[str]) -> str:
    """Of the *known* names the one that was meant, capitals or not; nothing, if none is near."""
    import difflib

    names = {one.casefold(): one for one in reversed(wording.likely(name, known))}
    if name.casefold() in names:
        return names[name.casefold()]
    # All pictures end alike, and that makes no two of them near.
    names = {_ENDING.sub("", one): name for one, name in names.items()}
    wanted = _ENDING.sub("", name.casefold())
    if wanted in names:
        return names[wanted]
    close = difflib.get_close_matches(wanted, slugs.beside(wanted, names), n=1, cutoff=0.6)
    return names[close[0]] if close else ""


_ENDING = re.compile(r"\.(?:jpe?g|png|svg|gif|webp|tiff?)$")


def wrong(node: Node, wanted: str) -> CopyError:
    shown = {
        Listing: "a list",
        Table: "a table of keys",
    }.get(type(node)) or repr(getattr(node, "text", "") or "nothing")
    return CopyError(Finding("K102", f"should be {wanted}, not {shown}", "", node.where))


def _is_rest(name: str, value: Node) -> bool:
    """Whether these are words of a text between braces, which a comma has cut: `{en: Oslo, too}`.

    >>> from pathlib import PurePath
    >>> nothing = Scalar("", Location(PurePath("a.yaml")))
    >>> _is_rest("200 towns", nothing), _is_rest("eng", nothing)
    (True, False)
    """
    is_code = name.isalpha() and len(name) <= len("eng")
    return isinstance(value, Scalar) and not value.text and not is_code
