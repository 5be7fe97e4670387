"""Practices told apart: who does it, what it is called, what it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape, unescape

from pipeline.book import fragments

LIST = ("ul", "ol")
DASH = r"(?:[—–]|--?)"
STRONG = re.compile(r"\s*<strong\b[^>]*>(?P<who>.*?)</strong>", re.DOTALL)
AFTER_WHO = re.compile(rf"(?:\s|&nbsp;)*(?:{DASH}|:|,|\.)?(?:\s|&nbsp;)*")
BEFORE_NAME = re.compile(r"(?<![\s—–:,.-])[\s—–:,.-]*$")
EMPHASIS = re.compile(r"(?P<open><em\b[^>]*>)(?P<words>.*?)</em>", re.DOTALL)
STOP = re.compile(
    rf"(?P<colon>(?:\s|&nbsp;|\u202f)?:(?:\s|&nbsp;))|(?:\s|&nbsp;){DASH}(?:\s|&nbsp;)"
)
PLACES = re.compile(r"(?P<names>[^()]+?)\s*(?:\((?P<country>[^()]+)\)|$)")
AND = ("and", "et", "und", "y", "e", "en")
LISTED = re.compile(r"(?:(?<!\s)\s+)?[,;/&]\s*")
JOINED = re.compile(rf"(?<!\s)\s+(?:{'|'.join(AND)})\s+")
JOINING = re.compile(rf"\s*(?:{'|'.join(AND)})\s+")
ONE_PLACE = frozenset(
    (
        *("Castilla y León", "Castela e Leão", "Castile and León", "Lisboa e Vale do Tejo"),
        *("Trás-os-Montes e Alto Douro", "Brighton and Hove", "Tyne and Wear"),
        *("Bosnia and Herzegovina", "Bosnia y Herzegovina", "Bósnia e Herzegovina"),
    )
)
"""Names with an *and* of their own."""
CITY_OF = re.compile(
    r"(?:the\s+)?(?:city|town|municipality|metropolis|region|province|county|island)\s+of\s+"
    r"|(?:la\s+)?(?:ville|commune|municipalité|métropole|région|province)\s+d(?:e\s+|['’])"
    r"|(?:stadt|gemeinde|land|gemeente|stad)\s+"
    r"|(?:ciudad|ayuntamiento|municipio|comune|città|provincia)\s+d(?:e|i)\s+"
    r"|(?:cidade|concelho|município|câmara municipal|distrito|província|região)\s+d(?:[ao]s?|e)\s+",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+")
LONGEST_NAME = 90
LONGEST_WHO = 70


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country: str = ""
    """As the writer names it; nothing for a country, or where it is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    identity: str = ""
    who: str = ""
    """The places or the project, as words; nothing where none can be told from the text."""
    places: tuple[Place, ...] = ()
    name: str = ""
    """What it is called, HTML."""
    text: str = ""
    """All that is said, the name included, HTML."""
    rest: str = ""
    """The blocks after it."""

    @property
    def lines(self) -> tuple[Place, ...]:
        """What stands beside the text, a line each; no word of the writer's is lost but *and*."""
        told = " ".join(f"{place.name} {place.country}" for place in self.places)
        joins = {*AND}.difference(WORD.findall(told))
        if WORD.findall(told) == [word for word in WORD.findall(self.who) if word not in joins]:
            return self.places
        return (Place(self.who),) if self.who else ()

    @property
    def length(self) -> int:
        return len(fragments.words(self.text + self.rest))


def practices(html: str, stem: str, countries: Collection[str] = ()) -> tuple[Practice | str, ...]:
    """The section taken apart: practices, and whatever else stands between them as it is."""
    found: list[Practice | str] = []
    for part in _parts(html, countries):
        number = sum(isinstance(one, Practice) for one in found) + 1
        if isinstance(part, Practice) and not part.identity:
            part = replace(part, identity=f"{stem}-practice-{number}")
        found.append(part)
    return tuple(found)


def _parts(html: str, countries: Collection[str]) -> Iterator[Practice | str]:
    for piece in fragments.pieces(html):
        if piece.tag in LIST:
            for item in fragments.pieces(piece.inner):
                own = re.search(r'\bid="([^"]*)"', item.opening)
                identity = unescape(own[1]) if own else ""
                yield replace(_practice(item.inner, countries), identity=identity)
        elif piece.tag == "p" and (told := _practice(piece.html, countries)).who:
            yield told
        else:
            yield piece.html if piece.tag else f"<p>{piece.inner.strip()}</p>"


def _practice(html: str, countries: Collection[str]) -> Practice:
    text, rest = fragments.lead(html)
    who, told = _who(text, countries)
    name, is_typed = _name(told) if who else ("", False)
    if name and not is_typed:
        told = f"<em>{name}</em>{told.removeprefix(name)}"
    return Practice(
        who=who,
        places=places(who, countries),
        name=name,
        text=told,
        rest=rest,
    )


def _who(text: str, countries: Collection[str]) -> tuple[str, str]:
    """Who does it, and the text without them."""
    if strong := STRONG.match(text):
        who = BEFORE_NAME.sub("", fragments.words(strong["who"]))
        after = AFTER_WHO.match(text, strong.end())
        return who, text[after.end() if after else strong.end() :]
    for stop in STOP.finditer(text):
        head = text[: stop.start()]
        who = fragments.words(head)
        if len(who) > LONGEST_WHO or "<" in head:
            break
        if is_place(who, countries):
            return who, text[stop.end() :]
    return "", text


def is_place(words: str, countries: Collection[str]) -> bool:
    """Whether words that nobody set in bold can only be places."""
    tail = re.search(r"\([^\W\d_][^()\d]*\)$", words)
    tail = tail if tail and tail[0][1].isupper() else None
    return bool(
        words[:1].isupper()
        and ((tail and len(words) < LONGEST_WHO) or CITY_OF.match(words) or words in countries)
    )


def _name(told: str) -> tuple[str, bool]:
    """What a practice is called, and whether the writer set it in italics."""
    emphasis = EMPHASIS.match(told)
    if emphasis:
        attributes = emphasis["open"].removeprefix("<em").removesuffix(">")
        name = f"<span{attributes}>{emphasis['words']}</span>" if attributes else emphasis["words"]
        return name, True
    stop = STOP.search(told)
    if stop and stop.start() <= LONGEST_NAME and "<" not in told[: stop.start()]:
        return told[: stop.start()].strip(), False
    return "", False


def places(who: str, countries: Collection[str] = ()) -> tuple[Place, ...]:
    """The places that *who* names; none if it names something else, like a project.

    >>> places("Nice (France), Bordeaux (France)")
    (Place(name='Nice', country='France'), Place(name='Bordeaux', country='France'))
    >>> places("Brussels, Ixelles (Belgium)")
    (Place(name='Brussels', country='Belgium'), Place(name='Ixelles', country='Belgium'))
    >>> places("City of Bologna"), places("Belgium", {"Belgium"}), places("FALPREV")
    ((Place(name='Bologna', country=''),), (Place(name='Belgium', country=''),), ())
    """
    if who in countries:
        return (Place(who),)
    found: list[Place] = []
    for run in PLACES.finditer(who):
        country = (run["country"] or "").strip()
        names = run["names"].strip(" ,;/&")
        # *Elvas (Portugal) e Badajoz (Espanha)*
        for name in _parted(names[begun.end() :] if (begun := JOINING.match(names)) else names):
            bare = CITY_OF.sub("", name.strip(), count=1) if CITY_OF.match(name.strip()) else ""
            is_one = country or bare or name.strip() in countries or found
            if name.strip() and is_one:
                found.append(Place(bare or name.strip(), country))
    return tuple(dict.fromkeys(found))


def _parted(names: str) -> Iterator[str]:
    """The places of a list, each by itself.

    >>> [*_parted("Burgos, Castilla y León y Madrid")], [*_parted("Castilla y León")]
    (['Burgos', 'Castilla y León', 'Madrid'], ['Castilla y León'])
    """
    held = {whole: re.sub(r"\s", "\ufffc", whole) for whole in ONE_PLACE if whole in names}
    for whole, bound in held.items():
        names = names.replace(whole, bound)
    for listed in LISTED.split(names):
        yield from (name.replace("\ufffc", " ") for name in JOINED.split(listed))


def located(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Practices whose places are named without a country, if others say where they are."""
    practices = tuple(practices)
    known = {place.name for practice in practices for place in practice.places}

    def names(who: str) -> list[str]:
        return [name for name in _parted(who) if name]

    return tuple(
        replace(practice, places=tuple(map(Place, names(practice.who))))
        if practice.who and not practice.places and known.issuperset(names(practice.who))
        else practice
        for practice in practices
    )


def shown(place: Place) -> str:
    """The place as words, its country after it: HTML."""
    country = f", {place.country}" if place.country else ""
    return escape(place.name + country, quote=False)
