"""A series of events on a line drawn to scale, its words above and below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline import scales
from pipeline.frames import MARGIN, WIDTH, Dot, Line
from pipeline.model.house import Event

SIZE = 24
"""The words of a slide, in points."""
LETTER = 0.52
"""The mean width of a letter, in its own size."""
LEAST = 3
"""Fewer events make no series."""
DECADES = (10, 20, 50, 100)
MOST_YEARS = 12


def line(events: Iterable[Event]) -> Line | None:
    """The series that has most events, on a line as wide as a slide; nothing if none is long."""
    chosen = _longest(events)
    if len(chosen) < LEAST:
        return None
    labels = [event.place.plain or event.edition.plain or event.title.plain for event in chosen]
    rooms = [max(len(label), 5) * LETTER * SIZE + 16 for label in labels]
    end = WIDTH - 2 * MARGIN - min(rooms[-1], 240)
    years = [scales.year_of(event) for event in chosen]
    span = max(years[-1] - years[0], 0.01)
    places = [(year - years[0]) / span * end for year in years]
    lanes = _lanes(places, rooms)
    dots = (
        Dot(event=event, label=label, at=round(at, 2), lane=lane)
        for event, label, at, lane in zip(chosen, labels, places, lanes, strict=True)
    )
    return Line(
        dots=tuple(dots),
        end=round(end, 2),
        years=tuple(round((year - years[0]) / span * end, 2) for year in _round(years)),
        above=max(lanes),
        below=-min(0, *lanes),
    )


def _longest(events: Iterable[Event]) -> list[Event]:
    series: dict[str, list[Event]] = {}
    for event in events:
        if event.series and event.status not in ("cancelled", "postponed"):
            series.setdefault(event.series, []).append(event)
    longest = max(series.values(), key=len, default=[])
    return sorted(longest, key=lambda event: event.start)


def _round(years: Sequence[float]) -> list[int]:
    first, last = int(-(-years[0] // 1)), int(years[-1])
    step = next((s for s in DECADES if (last - first) / s <= MOST_YEARS), DECADES[-1])
    return list(range(-(-first // step) * step, last + 1, step))


def _lanes(places: Sequence[float], rooms: Sequence[float]) -> list[int]:
    """Above (1, 2 …) and below (-1, -2 …) by turns, the last above."""
    lanes = scales.stacked(places, rooms, sides=2, most=len(places))
    last = len(lanes) - 1
    return [(lane + 1) * (-1) ** (last - number) for number, lane in enumerate(lanes)]
