"""What a template may do to a value: show it, as its language does; nothing more."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from pipeline import addresses, calendar, idioms, licences, markup, notices
from pipeline.model.editions import Edition
from pipeline.model.house import Event
from pipeline.model.sources import Manifesto
from pipeline.model.texts import Day, Text

LONGEST = 1_000_000
"""Letters of a label, filled in."""


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """Every filter by its name in templates."""
    spoken = {name: functools.partial(show, language=language) for name, show in SPOKEN.items()}
    return {**PLAIN, **{name: _on_html(cut) for name, cut in CUT.items()}, **spoken}


def _on_html(cut: Callable[..., str]) -> Callable[..., Markup]:
    """*cut* for texts: what it takes and gives is HTML that was cleaned when it was read."""

    @functools.wraps(cut)
    def shown(text: Text | str, *others: Any) -> Markup:
        given = (as_html(other) if isinstance(other, (Text, str)) else other for other in others)
        return Markup(cut(as_html(text), *given))  # noqa: S704

    return shown


def month(value: Day | dt.date, *, language: str) -> str:
    first = value.first if isinstance(value, Day) else value
    return calendar.month(first.year, first.month, language)


def of_edition(nth: Text, *, language: str) -> Markup:
    """`12.º`, as the writer says it of a congress, as it stands before *edition*: `12.ª`."""
    return Markup(idioms.of_edition(as_html(nth), language.partition("-")[0]))  # noqa: S704


def by_month(events: Iterable[Any], *, language: str) -> list[tuple[str, list[Any]]]:
    """Agenda entries under the names of their months."""

    def of(event: Any) -> tuple[int, int]:
        return event.start.first.year, event.start.month or 0

    return [
        (calendar.month(*key, language) if key[1] else str(key[0]), list(group))
        for key, group in itertools.groupby(events, key=of)
    ]


def span(start: Day, end: Day | None = None, *, language: str) -> str:
    return calendar.span(start, end, language)


def day_numbers(event: Any, *, language: str) -> str:
    return calendar.day_numbers(event.start, event.end, language)


def notice(edition: Edition, words: Mapping[str, str]) -> str:
    """The notice of an embargo and of whose copy it is, broken between the two if at all."""
    whose = notices.newsroom(edition, words)
    said = notices.notice(edition, words)
    return said.replace(whose, whose.replace(" ", "\u00a0")) if whose else said


def to_scale(events: Iterable[Event], width: float) -> Any:
    """Dates on a line, which only a book has."""
    from pipeline import scales

    return scales.to_scale(events, width)


def capitalised(text: Any, *, language: str) -> str:
    return calendar.capitalise(str(text), language)


def upper(text: Any, *, language: str) -> str:
    """In capitals; what was escaped remains so."""
    raised = idioms.capitals(str(text), language)
    return Markup(raised) if isinstance(text, Markup) else raised  # noqa: S704


def pieces(dates: str) -> list[str]:
    """What stays together on one line of a date that needs several.

    >>> pieces("15 – 16 de noviembre de 2026")
    ['15 – 16 de', 'noviembre', 'de 2026']
    """
    made: list[list[str]] = []
    earlier = before = ""
    for word in dates.split():
        is_day = before[:1].isdigit() or (before == "–" and earlier[:1].isdigit())
        # But not behind a whole date, whose last word is a year.
        is_day = is_day and not (before == "–" and len(earlier) > 3)
        is_small = len(before) <= 3 and before != "–" and word[0].isdigit()
        if made and (word == "–" or is_day or is_small):
            made[-1].append(word)
        else:
            made.append([word])
        earlier, before = before, word
    return [" ".join(words) for words in made]


def listed(items: Iterable[Any], *, language: str) -> str:
    return calendar.list_of([str(item) for item in items], language)


# A letter should not pay for the rooms of the deck and the book.
def slides(edition: Edition, words: Mapping[str, str]) -> tuple[Any, ...]:
    from pipeline import deck

    return deck.slides(edition, words)


def bound(manifesto: Manifesto, *, language: str) -> Any:
    from pipeline.book import binding

    return binding.bind(manifesto, language, calendar.countries)


def as_text(value: Text | str, width: int | None = 72, *, links: bool = True) -> str:
    """A passage as a person would type it in a letter; without *links*, the words alone."""
    return markup.plain(as_html(value), width, links=links)


def as_html(value: Text | str) -> str:
    return value.html if isinstance(value, Text) else str(value)


def iso(value: Any) -> str:
    return str(value) if isinstance(value, Day) else str(value.isoformat())


def shown_url(url: str) -> str:
    """An address as it is printed.

    >>> shown_url("https://www.example.org/")
    'www.example.org'
    """
    bare = url.removeprefix("mailto:").split("://", 1)[-1]
    return bare.removesuffix("/")


def filled(text: str, **names: Any) -> Markup:
    """A label with its `{name}` filled in, escaped."""
    made = str(Markup.escape(text))
    for name, value in names.items():
        place, words = "{" + name + "}", str(Markup.escape(value))
        if len(made) + made.count(place) * len(words) > LONGEST:
            raise ValueError(f"this makes a label of more than {LONGEST:,} letters")
        made = made.replace(place, words)
    return Markup(made)  # noqa: S704


def as_json(value: Any) -> Markup:
    """JSON that can stand inside a script element."""
    told = json.dumps(_said_only(value), ensure_ascii=False, indent=1, default=str)
    for sign in "<>&":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(told)  # noqa: S704


def _said_only(value: Any) -> Any:
    """*value* without its empty entries: an empty description is worse than none."""
    if isinstance(value, Mapping):
        told = {name: _said_only(entry) for name, entry in value.items()}
        return {name: entry for name, entry in told.items() if entry not in ("", None, [], {})}
    if isinstance(value, (list, tuple)):
        return [_said_only(entry) for entry in value]
    return value


SPOKEN: Mapping[str, Callable[..., Any]] = {
    "day": calendar.day,
    "span": span,
    "month": month,
    "moment": calendar.moment,
    "number": calendar.number,
    "by_month": by_month,
    "day_numbers": day_numbers,
    "capitalise": capitalised,
    "upper": upper,
    "listed": listed,
    "bound": bound,
    "of_edition": of_edition,
}


def _columns(name: str) -> Callable[..., Any]:
    """A cut of the room that knows columns, which most letters do without."""

    def cut(*given: Any) -> Any:
        from pipeline import columns

        return getattr(columns, name)(*given)

    return cut


def fitted(html: str, *measures: float) -> str:
    """Tables are rarer still."""
    from pipeline import tabular

    return tabular.fitted(html, *measures)


def scrolling(html: str, measure: float) -> str:
    from pipeline import tabular

    return tabular.scrolling(html, measure)


CUT: Mapping[str, Callable[..., str]] = {
    "fitted": fitted,
    "scrolling": scrolling,
    **{
        name: _columns(name)
        for name in (
            *("tied", "credited", "opened", "sized", "closed"),
            *("paired", "demoted", "flat", "balanced", "stacked"),
        )
    },
}
PLAIN: Mapping[str, Callable[..., Any]] = {
    "notice": notice,
    "newsroom": notices.newsroom,
    "text": as_text,
    "iso": iso,
    "pieces": pieces,
    "json": as_json,
    "shown_url": shown_url,
    "fill": filled,
    "passages": lambda text: _columns("passages")(as_html(text)),
    "lines": lambda title, measure: _columns("lines")(as_html(title), measure),
    "links": lambda text: _columns("links")(as_html(text)),
    "licence": functools.partial(licences.shown, space="\u00a0"),
    "to_scale": to_scale,
    "slides": slides,
    "tel": addresses.telephone,
}
