"""What stands at the end of a book: places, practices and the works it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape

from pipeline.book import alphabets, fragments
from pipeline.book.practices import Place, Practice, shown

LINK = re.compile(r'<a\b[^<>]*\bhref="((?:https?|mailto):[^"]*)"[^<>]*>(.*?)</a>', re.DOTALL)
ADDRESS = re.compile(r'\s*<a class="address".*?</a>')
SOME = ", "


@dataclass(frozen=True, slots=True)
class Mention:
    identity: str
    """Where it stands."""
    words: str = ""
    """What is there, HTML."""

    @property
    def html(self) -> str:
        return paged(self.words, [self.identity])


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    words: str
    """HTML."""
    aside: str = ""
    """What tells it from others: the country of a place, the places of a practice. HTML."""
    mentions: tuple[Mention, ...] = ()

    def key(self, language: str) -> tuple[str, str]:
        """Where it stands among the others."""
        return alphabets.ordered(fragments.words(self.words), language), self.aside

    @property
    def html(self) -> str:
        aside = f', <span class="aside">{self.aside}</span>' if self.aside else ""
        return paged(self.words + aside, [mention.identity for mention in self.mentions])


LAST_WORD = re.compile(r"(?<![^\s<>])(?P<word>[^\s<>]+)(?P<ends>(?:</\w+>)*)$")


def paged(words: str, identities: Sequence[str]) -> str:
    """*words* and the pages of some places, of which the first is on a line with the last word.

    >>> paged("Ask for <em>Angela</em>", ["a"])
    'Ask for <em><span class="end">Angela\\xa0<a class="page" href="#a"></a></span></em>'
    """
    first, *others = (f'<a class="page" href="#{identity}"></a>' for identity in identities)
    end = f'<span class="end">\\g<word>\u00a0{first}</span>\\g<ends>'
    made = LAST_WORD.sub(end, words.rstrip()) if LAST_WORD.search(words.rstrip()) else first
    return ", ".join((made, *others))


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    html: str
    chapters: tuple[str, ...]
    """The identities of the chapters that refer to it."""


def places(practices: Iterable[Practice], language: str) -> tuple[Entry, ...]:
    """Every place, with the practices that are told of it."""
    practices = tuple(practices)
    countries = _countries(practices)
    found: dict[tuple[str, str], tuple[Place, list[Mention]]] = {}
    for practice in practices:
        for place in practice.places:
            country = place.country or countries.get(_same(place.name), "")
            known = Place(place.name, "" if _same(country) == _same(place.name) else country)
            key = (_same(known.name), _same(known.country))
            mentions = found.setdefault(key, (known, []))[1]
            mention = Mention(practice.identity, practice.name)
            if mention not in mentions:
                mentions.append(mention)
    entries = (
        Entry(
            words=escape(place.name, quote=False),
            aside=escape(place.country, quote=False),
            mentions=tuple(mentions),
        )
        for place, mentions in found.values()
    )
    return tuple(sorted(entries, key=lambda entry: entry.key(language)))


def _countries(practices: Sequence[Practice]) -> dict[str, str]:
    """The country of each place of which it is said once."""
    return {
        _same(place.name): place.country
        for practice in practices
        for place in practice.places
        if place.country
    }


def practices(practices: Iterable[Practice], language: str) -> tuple[Entry, ...]:
    """Every practice by its name, with those who do it."""
    found: dict[str, list[Practice]] = {}
    for practice in practices:
        if practice.name or (practice.who and not practice.places):
            found.setdefault(_same(fragments.words(_title(practice))), []).append(practice)
    entries = (
        Entry(
            words=_title(same[0]),
            aside=SOME.join(
                dict.fromkeys(shown(Place(p.name)) for one in same for p in one.places)
            ),
            mentions=tuple(Mention(one.identity) for one in same),
        )
        for same in found.values()
    )
    return tuple(sorted(entries, key=lambda entry: entry.key(language)))


def _title(practice: Practice) -> str:
    if practice.places or not practice.who:
        return practice.name
    project = escape(practice.who, quote=False)
    return f"{project}, {practice.name}" if practice.name else project


def _same(text: str) -> str:
    """What two spellings of one name share."""
    return fragments.alphabetical(text)


# References -------------------------------------------------------------------------------


def references(html: str) -> Iterator[str]:
    """Each reference of a section, whether it stands in a list or in paragraphs."""
    for piece in fragments.pieces(html):
        if piece.tag in ("ul", "ol"):
            yield from (with_addresses(item.inner) for item in fragments.pieces(piece.inner))
        elif piece.tag in ("p", ""):
            yield with_addresses(piece.inner)
        else:
            yield piece.html


def is_work(reference: str) -> bool:
    """Whether it can stand in a bibliography: it is a text, not a heading or a table."""
    first = fragments.pieces(reference)
    return bool(first) and first[0].tag not in {"h3", "h4", "h5", "h6", "table", "figure", "pre"}


def with_addresses(html: str) -> str:
    """A reference with the addresses of its links printed after it."""
    text, rest = fragments.lead(html)
    addresses = [
        _address(url) for url, said in LINK.findall(text) if not _says(said, unescape(url))
    ]
    printed = " ".join(dict.fromkeys(addresses))
    return f"{text} {printed}{rest}" if printed else html.strip()


def _address(url: str) -> str:
    bare = unescape(url).removeprefix("mailto:").split("://", 1)[-1].removesuffix("/")
    return f'<a class="address" href="{url}">{escape(bare, quote=False)}</a>'


def _says(words: str, url: str) -> bool:
    """Whether the words of a link are its address already."""
    bare = fragments.words(words).split("://", 1)[-1].rstrip("/")
    return bool(bare) and url.split("://", 1)[-1].rstrip("/").startswith(bare.rstrip("…"))


def bibliography(chapters: Iterable[tuple[str, str]], language: str) -> tuple[Work, ...]:
    """Every work once, with the chapters that refer to it; *chapters* are identity and HTML."""
    found: dict[str, tuple[str, list[str]]] = {}
    for identity, html in chapters:
        for reference in filter(is_work, references(html)):
            key = _same(fragments.words(ADDRESS.sub("", reference)))
            told, in_chapters = found.setdefault(key, (reference, []))
            if "href=" in reference and "href=" not in told:
                found[key] = (reference, in_chapters)
            if identity not in in_chapters:
                in_chapters.append(identity)
    works = (
        Work(html=html, chapters=tuple(in_chapters))
        for key, (html, in_chapters) in found.items()
        if key
    )
    return tuple(sorted(works, key=lambda work: _order(work, language)))


def _order(work: Work, language: str) -> str:
    return alphabets.ordered(fragments.words(ADDRESS.sub("", work.html)), language)
