"""Dates on a line: where each stands when a year is as long as any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.model.house import Event

STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
MOST_TICKS = 7
LETTER = 1.62
"""The mean width, in millimetres, of a letter of the labels."""
NARROWEST = 12.0
LONGEST = 32
"""Letters of a label; a longer one is cut."""
MOST_LANES = 6
UNLABELLED = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    event: Event
    at: float
    """Millimetres from the beginning of the line."""
    lane: int
    """How high its label flies, so that no label touches another's; -1 if there is no room."""
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    width: float
    end: float
    """Where the line itself ends: the last label needs room beyond it."""
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[int, float], ...]
    """Year -> millimetres."""
    lanes: int


def to_scale(events: Iterable[Event], width: float) -> Scale:
    """*events* on a line of *width* millimetres, the earliest first."""
    ordered = sorted(events, key=lambda event: event.start)
    labels = [_label(event) for event in ordered]
    rooms = [max(NARROWEST, len(label) * LETTER) + 3 for label in labels]
    years = [year_of(event) for event in ordered]
    end = _end(years, rooms, width)
    places = _places(years, end)
    lanes = stacked(places, rooms)
    marks = tuple(
        Mark(event=event, at=round(at, 2), lane=lane, label=label)
        for event, at, lane, label in zip(ordered, places, lanes, labels, strict=True)
    )
    return Scale(
        width=width,
        end=round(end, 2),
        marks=marks,
        ticks=tuple(_ticks(years, end)),
        lanes=max(lanes, default=UNLABELLED) + 1,
    )


def _label(event: Event) -> str:
    words = event.place.plain or event.edition.plain or event.title.plain
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def year_of(event: Event) -> float:
    """When it begins, in years: the first of October 2021 is 2021.75."""
    day = event.start.first
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _end(years: Sequence[float], rooms: Sequence[float], width: float) -> float:
    """How long the line may be if every label is to end on the page."""
    if not years:
        return width
    span = max(years[-1] - years[0], 0.01)
    shares = [(year - years[0]) / span for year in years]
    most = [(width - room) / share for share, room in zip(shares, rooms, strict=True) if share > 0]
    return max(min([width - rooms[-1], *most]), width / 2)


def _places(years: Sequence[float], end: float) -> list[float]:
    if not years:
        return []
    first, last = years[0], years[-1]
    if last - first < 0.01:
        return [end * number / len(years) for number in range(len(years))]
    return [(year - first) / (last - first) * end for year in years]


def stacked(
    places: Sequence[float], rooms: Sequence[float], *, sides: int = 1, most: int = MOST_LANES
) -> list[int]:
    """The lane of each label, counted from the line, on *sides* of it by turns.

    The last label flies lowest; whoever would run into a later one's pole flies above it.
    """
    lanes: list[int] = []
    for number, (place, room) in enumerate(reversed([*zip(places, rooms, strict=True)])):
        later = [
            lanes[other]
            for other in range(number % sides, number, sides)
            if places[-1 - other] < place + room
        ]
        lane = max(later, default=UNLABELLED) + 1
        lanes.append(lane if lane < most else UNLABELLED)
    return lanes[::-1]


def _ticks(years: Sequence[float], end: float) -> list[tuple[int, float]]:
    """Round years along the line."""
    if not years or years[-1] - years[0] < 1:
        return []
    first, last = years[0], years[-1]
    step = next((step for step in STEPS if (last - first) / step <= MOST_TICKS), STEPS[-1])
    start = -(-int(first) // step) * step
    round_years = [year for year in range(start, int(last) + 1, step) if year >= first]
    return [(year, round((year - first) / (last - first) * end, 2)) for year in round_years]
