"""Nouns with shared methods are what dataclasses.dataclass would have made of them."""

import copy
import dataclasses
import pickle
from dataclasses import field

import pytest

from pipeline import frozen
from pipeline.model.house import Event
from pipeline.model.texts import Day, Text


def made_by(dataclass):
    @dataclass(frozen=True, slots=True)
    class Place:
        name: str
        floor: int = 0
        keys: dict = field(default_factory=dict, repr=False, compare=False)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Room(Place):
        door: str
        windows: tuple = ()

        def __repr__(self):
            return f"Room {self.name}"

    return Place, Room


def common(dataclass):
    @dataclass(frozen=True, slots=True)
    class Step:
        height: int
        below: object = None

        def __lt__(self, other):
            return self.height < other.height

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Stair(Step):
        steps: tuple
        name: str = ""

    return Step, Stair


COMMON = [common(frozen.commonplace), common(dataclasses.dataclass)]
OURS, THEIRS = made_by(frozen.dataclass), made_by(dataclasses.dataclass)
pairs = pytest.mark.parametrize(("place", "room"), [OURS, THEIRS], ids=["ours", "usual"])


@pairs
def test_a_noun_is_made_of_its_fields_and_of_what_they_are_when_nothing_is_said(place, room):
    one = place("hall")
    assert (one.name, one.floor, one.keys) == ("hall", 0, {})
    assert place("hall", 2) == place(floor=2, name="hall")
    assert place("a").keys is not place("b").keys
    assert room("hall", 1, door="left").windows == ()
    assert dataclasses.replace(one, floor=3) == place("hall", 3)
    assert [each.name for each in dataclasses.fields(room)] == [
        "name", "floor", "keys", "door", "windows"
    ]  # fmt: skip


@pairs
@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, {}, "b"), {}), (("a",), {"roof": 1}), (("a",), {"name": "b"})],
)
def test_a_field_that_is_missing_or_unknown_or_given_twice_is_refused(place, room, values, named):
    with pytest.raises(TypeError):
        place(*values, **named)
    with pytest.raises(TypeError):
        room("a")


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        ((), {}, "Place needs 'name'"),
        (("a", 1, {}, "b"), {}, "Place takes 3 without their names, and was told 4"),
        (("a",), {"roof": 1}, "Place has no 'roof'"),
        (("a",), {"name": "b"}, "Place is told 'name' twice"),
    ],
)
def test_who_makes_a_noun_wrongly_is_told_what_is_wrong(values, named, said):
    with pytest.raises(TypeError) as refused:
        OURS[0](*values, **named)
    assert str(refused.value) == said


def test_a_noun_whose_values_have_names_asks_for_them():
    with pytest.raises(TypeError) as refused:
        Event("a")
    assert str(refused.value) == "Event takes every value by its name, and was told 1"


@pairs
def test_a_noun_never_changes(place, room):
    one = room("hall", door="left")
    for name in ("name", "door", "roof"):
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            setattr(one, name, "other")
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            delattr(one, name)
    assert not hasattr(one, "__dict__")


@pairs
def test_nouns_are_the_same_when_what_counts_is(place, room):
    assert place("hall", keys={"a": 1}) == place("hall")
    assert hash(place("hall", keys={"a": 1})) == hash(place("hall"))
    assert place("hall") != place("hall", 1)
    assert place("hall") != room("hall", door="left")
    assert len({place("a"), place("a"), place("b")}) == 2
    assert repr(room("hall", door="left")) == "Room hall"


def test_it_says_what_it_is_as_the_usual_one_does():
    ours, theirs = OURS[0]("hall", 1), THEIRS[0]("hall", 1)
    assert repr(ours) == repr(theirs)
    assert ours.__match_args__ == theirs.__match_args__


def test_nouns_travel_between_processes():
    event = Event(id="a", title=Text(html="<b>A</b>", plain="A"), start=Day(2025, 6))
    assert pickle.loads(pickle.dumps(event)) == event
    assert copy.copy(event) == copy.deepcopy(event) == event


@pytest.mark.parametrize(("step", "stair"), COMMON, ids=["ours", "usual"])
def test_a_common_noun_is_made_compared_and_kept_as_any_other(step, stair):
    one = step(2)
    assert (one, repr(one)[-26:]) == (step(below=None, height=2), "Step(height=2, below=None)")
    assert stair(2, steps=(one,)) == dataclasses.replace(stair(1, steps=(one,)), height=2)
    assert {one, step(2), step(3, one)} == {step(2), step(3, step(2))}
    assert [field.type for field in dataclasses.fields(stair)] == [int, object, tuple, str]
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.height = 3
    for values, named in [((), {}), ((1, 2, 3), {}), ((1,), {"roof": 2}), ((1,), {"height": 2})]:
        with pytest.raises(TypeError):
            step(*values, **named)
    with pytest.raises(TypeError):
        stair(1, None, (one,))


def test_what_is_looked_at_when_it_is_made_is_looked_at():
    @frozen.commonplace(frozen=True, slots=True)
    class Sign:
        words: str

        def __post_init__(self):
            object.__setattr__(self, "words", self.words.strip())

    assert Sign(" quay ").words == "quay"
    with pytest.raises(AssertionError):

        @frozen.dataclass(frozen=True, slots=True)
        class Plate(Sign):
            pass


def changing(decorate):
    @decorate(eq=False, repr=False)
    class Desk:
        name: str
        papers: list = field(default_factory=list)
        lamp: bool = False

        def __post_init__(self):
            self.papers.append(self.name)

    @decorate(eq=False, repr=False, slots=True, kw_only=True)
    class Tray:
        name: str
        papers: list = field(default_factory=list, repr=False)
        _count: int = 0

    return Desk, Tray


@pytest.mark.parametrize("decorate", [frozen.mutable, dataclasses.dataclass], ids=["ours", "usual"])
def test_what_changes_is_made_of_its_fields_and_is_only_itself(decorate):
    desk, tray = changing(decorate)
    one, other = desk("a"), desk("a", lamp=True)
    one.lamp, one.chair = True, "oak"
    assert (one.papers, other.papers, one == other, {one, one}) == (["a"], ["a"], False, {one})
    given = ["b"]
    assert tray(name="a", papers=given).papers is given
    assert tray(name="a").papers is not tray(name="a").papers
    assert [each.name for each in dataclasses.fields(tray)] == ["name", "papers", "_count"]
    for wrong in (lambda: desk(), lambda: tray("a"), lambda: desk("a", [], True, 1)):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(AttributeError):
        tray(name="a").chair = "oak"


@pytest.mark.parametrize("decorate", [frozen.commonplace, dataclasses.dataclass])
def test_a_noun_may_stand_on_a_class_that_names_no_slots(decorate):
    # As `Generic` does since Python 3.12.
    class Made:
        pass

    @decorate(frozen=True, slots=True)
    class Key(Made):
        door: str

    assert (Key("oak"), Key.__slots__) == (Key("oak"), ("door",))
