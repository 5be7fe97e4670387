"""Where events stand on a line that is drawn to scale."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import scales
from pipeline.model.house import Event
from pipeline.model.texts import Day, Text


def event(year: int, place: str = "Riga", month: int | None = None) -> Event:
    return Event(
        id=f"e{year}",
        title=Text(html="Meeting", plain="Meeting"),
        start=Day(year, month),
        place=Text(html=place, plain=place),
    )


def test_a_year_is_as_long_as_any_other() -> None:
    scale = scales.to_scale([event(2000), event(2010), event(2020)], 100)
    first, second, third = (mark.at for mark in scale.marks)
    assert (first, second, third) == (0, scale.end / 2, scale.end)


def test_events_are_drawn_from_the_earliest_on() -> None:
    scale = scales.to_scale([event(2020), event(2000)], 100)
    assert [mark.event.id for mark in scale.marks] == ["e2000", "e2020"]


def test_a_label_that_would_be_run_into_flies_higher() -> None:
    scale = scales.to_scale([event(2000, "Aubervilliers"), event(2001), event(2030)], 170)
    assert [mark.lane for mark in scale.marks] == [1, 0, 0]
    assert scale.lanes == 2


def test_events_of_one_moment_stand_side_by_side() -> None:
    scale = scales.to_scale([event(2000), event(2000)], 100)
    assert scale.marks[0].at < scale.marks[1].at
    assert scale.ticks == ()


def test_ticks_stand_at_round_years() -> None:
    scale = scales.to_scale([event(1989), event(2024)], 170)
    assert [year for year, _ in scale.ticks] == [1990, 1995, 2000, 2005, 2010, 2015, 2020]


def test_nothing_has_no_scale() -> None:
    scale = scales.to_scale([], 170)
    assert (scale.marks, scale.ticks, scale.lanes) == ((), (), 0)


def test_an_event_without_a_place_is_told_by_its_title() -> None:
    assert scales.to_scale([event(2000, "")], 170).marks[0].label == "Meeting"


PLACES = st.text("abcdefgh ", min_size=1, max_size=60).map(lambda name: name.strip() or "x")
EVENTS = st.lists(
    st.builds(event, st.integers(1950, 2050), PLACES, st.integers(1, 12)), max_size=40
)


@settings(max_examples=150, deadline=None)
@given(EVENTS)
def test_no_label_touches_another_and_none_leaves_the_page(events: list[Event]) -> None:
    scale = scales.to_scale(events, 170)
    flags = [
        (mark.at, mark.at + len(mark.label) * scales.LETTER, mark.lane)
        for mark in scale.marks
        if mark.lane >= 0
    ]
    for number, (_, end, lane) in enumerate(flags):
        assert end <= scale.width
        for other, _, other_lane in flags[number + 1 :]:
            assert other_lane < lane or other >= end
