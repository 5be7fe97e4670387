"""Which mail programs will not show what a letter asks of them, and how old that knowledge is."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import PurePath

from pipeline.checks import features
from pipeline.checks.finished import CLIPPED_AT
from pipeline.checks.pencil import Mark
from pipeline.checks.reading_back import Finished, to_its_end
from pipeline.checks.register import Register
from pipeline.errors import Finding, Level, Location
from pipeline.frozen import dataclass

TABLE = "clients.json"
SILENT = frozenset(
    (
        *(
            "css-color-scheme",
            "css-important",
            "html-body",
            "html-comments",
            "html-doctype",
            "html-dir",
        ),
        # What is hidden is hidden in several ways; a word as long as a line is rare.
        *("css-display-none", "css-overflow-wrap"),
        *("html-lang", "html-meta-color-scheme", "html-role", "html-style", "html-hidden"),
        *(f"html-aria-{name}" for name in ("hidden", "label", "labelledby", "describedby", "live")),
    )
)
"""What a reader who sees the letter does not miss: it helps programs, or is told by the sheet."""
GREAT = ("Gmail", "Outlook", "Apple Mail")
"""Most letters are opened in these."""
SHOWN = 4
"""So many names a sentence can bear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing that a letter asks for, and what one program makes of it."""

    slug: str
    title: str
    support: str
    """`yes`, `partly`, `no`, or `unknown`."""
    tested: str
    """The day on which somebody last looked."""
    notes: tuple[str, ...] = ()
    is_only_in_sheet: bool = False
    """It stands in a style sheet alone, so the letter stands without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one mail program makes of a letter."""

    client: str
    name: str
    asks: tuple[Ask, ...]

    def those(self, support: str) -> tuple[Ask, ...]:
        return tuple(ask for ask in self.asks if ask.support == support)

    @property
    def is_known(self) -> bool:
        return any(ask.support != "unknown" for ask in self.asks)

    @property
    def age(self) -> tuple[str, str]:
        """The days of the oldest and of the newest test behind it; empty if there is none."""
        days = [ask.tested for ask in self.asks if ask.support != "unknown"]
        return min(days, default=""), max(days, default="")

    def __str__(self) -> str:
        if not self.is_known:
            return f"{self.name}: nobody has tested it"
        counts = [(len(self.those(support)), support) for support in ("yes", "partly", "no")]
        told = ", ".join(f"{count} {support}" for count, support in counts if count)
        oldest, newest = (day[:4] for day in self.age)
        return f"{self.name}: {told} (tested {_span(oldest, newest)})"


@functools.cache
def table() -> Mapping[str, object]:
    """What is known of mail programs, as caniemail.com tells it."""
    read = resources.files("pipeline.checks").joinpath(TABLE).read_text("utf-8")
    told: Mapping[str, object] = json.loads(read)
    return told


def source() -> str:
    """Where the table comes from and how old it is: `caniemail 2.0.2 of 2026-05-13`."""
    return f"{table()['source']} of {table()['date']}"


def verdicts(html: str) -> tuple[Verdict, ...]:
    """What each mail program of the table makes of the letter *html*."""
    known, names = _features(), _clients()
    asked = features.traces(html, known)
    return tuple(
        Verdict(
            client=client,
            name=name,
            asks=tuple(_ask(slug, known[slug], number, asked[slug]) for slug in sorted(asked)),
        )
        for number, (client, name) in enumerate(names.items())
    )


def findings(html: str, location: Location) -> Iterator[Finding]:
    """What readers will not see, a line for each group of programs that leave out the same."""
    judged = verdicts(html)
    sheetless = [verdict for verdict in judged if _lacks(verdict, "html-style")]
    if sheetless:
        yield Finding(
            "M210",
            f"{_named(sheetless)} leave out the style sheets: no dark colours, no phone layout",
            "nothing to do, if the letter can be read without them",
            location,
            Level.NOTE,
        )
    for titles, verdicts_, days in _groups(judged):
        is_great = any(verdict.name.startswith(GREAT) for verdict in verdicts_)
        listed = ", ".join(f"'{title}'" for title in titles)
        yield Finding(
            "M211",
            f"{_named(verdicts_)} {'do' if len(verdicts_) > 1 else 'does'} not show {listed}"
            f" (tested {_span(days[0][:4], days[-1][:4])})",
            "see that the letter can do without, or use something else",
            location,
            Level.WARNING if is_great else Level.NOTE,
        )
    unknown = [verdict for verdict in judged if not verdict.is_known]
    if unknown:
        yield Finding(
            "M212",
            f"nobody knows what {_named(unknown)} will show ({source()})",
            "send a letter there and look, if your readers use it",
            location,
            Level.NOTE,
        )


def _groups(
    judged: tuple[Verdict, ...],
) -> Iterator[tuple[list[str], list[Verdict], list[str]]]:
    """What is not shown, by the programs that do not; with the days of the tests."""
    missed: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in judged:
        for ask in verdict.those("no"):
            if ask.slug not in SILENT and not ask.is_only_in_sheet:
                missed.setdefault((ask.title, ask.tested), []).append(verdict)
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for feature, verdicts_ in missed.items():
        groups.setdefault(tuple(verdict.client for verdict in verdicts_), []).append(feature)
    names = {verdict.client: verdict for verdict in judged}
    for clients, told in groups.items():
        yield (
            sorted(title for title, _ in told),
            [names[client] for client in clients],
            sorted(day for _, day in told),
        )


def _ask(slug: str, feature: Mapping[str, object], number: int, places: frozenset[str]) -> Ask:
    supports = {"y": "yes", "a": "partly", "n": "no"}
    notes, texts = feature.get("notes", {}), feature.get("texts", {})
    assert isinstance(notes, dict)
    assert isinstance(texts, dict)
    marks = [str(mark) for mark in notes.get(str(number), ())]
    return Ask(
        slug=slug,
        title=str(feature["title"]),
        support=supports.get(str(feature["codes"])[number], "unknown"),
        tested=str(feature["tested"]),
        notes=tuple(texts[mark] for mark in marks if mark in texts),
        is_only_in_sheet=places == {features.SHEET},
    )


def _features() -> Mapping[str, Mapping[str, object]]:
    told = table()["features"]
    assert isinstance(told, dict)
    return told


def _clients() -> Mapping[str, str]:
    told = table()["clients"]
    assert isinstance(told, dict)
    return told


def _lacks(verdict: Verdict, slug: str) -> bool:
    return any(ask.slug == slug for ask in verdict.those("no"))


def _named(verdicts_: list[Verdict]) -> str:
    """`GMX (web, iOS), Orange (web) and 4 others`."""
    houses: dict[str, list[str]] = {}
    for verdict in verdicts_:
        house, _, place = verdict.name.rpartition(" (")
        houses.setdefault(house, []).append(place.rstrip(")"))
    # The great ones first, then as the alphabet has them.
    order = sorted(houses, key=lambda house: (house not in GREAT, house.casefold()))
    told = [f"{house} ({', '.join(houses[house])})" for house in order]
    if len(told) > SHOWN:
        told[SHOWN - 1 :] = [f"{len(told) - SHOWN + 1} others"]
    return " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))


def _span(oldest: str, newest: str) -> str:
    return oldest if oldest == newest else f"{oldest}–{newest}"


def m210_style_sheets_are_left_out(finished: Finished, register: Register) -> Iterator[Mark]:
    """Some mail programs leave out the style sheets of a letter, and with them what they say.
    Remedy: nothing to do, if the letter can be read without them."""
    yield from _marks(finished, "M210")


def m211_mail_programs_do_not_show_it(finished: Finished, register: Register) -> Iterator[Mark]:
    """A mail program does not show what the letter asks of it; how old that knowledge is stands
    behind. Remedy: see that the letter can do without, or use something else."""
    yield from _marks(finished, "M211")


def m212_nobody_knows_what_is_shown(finished: Finished, register: Register) -> Iterator[Mark]:
    """Of some mail programs nobody has tested what they show.
    Remedy: send a letter there and look, if your readers use it."""
    yield from _marks(finished, "M212")


def _marks(finished: Finished, code: str) -> Iterator[Mark]:
    # One that is cut off has another fault.
    if finished.path.name == "newsletter.html" and len(finished.content) <= CLIPPED_AT:
        for found in _told(finished.content.decode("utf-8", "replace")):
            if found.code == code:
                yield finished.mark(code, found.message, found.remedy, found.level)


@functools.lru_cache(maxsize=1)
def _told(html: str) -> tuple[Finding, ...]:
    return tuple(findings(to_its_end(html), Location(PurePath())))
