"""Days and moments as writers type them."""

from __future__ import annotations

import datetime as dt
import functools
import re
import zoneinfo
from collections.abc import Sequence
from pathlib import Path

import tzdata

from pipeline.model.texts import Day
from pipeline.sought import sought

# Machines carry zone files of every age; the locked package carries the same everywhere.
zoneinfo.reset_tzpath([str(Path(tzdata.__file__).parent / "zoneinfo")])


NEVER = dt.datetime.max.replace(tzinfo=dt.UTC) - dt.timedelta(days=2)
"""The hour of an embargo that cannot be read; when all others are over."""
LAST = 9000
"""The last year; dates are counted on from others, and no calendar goes beyond 9999."""
HALF_A_YEAR = dt.timedelta(days=182)
UNIFORM = 1972
"""Since then, all clocks are apart by quarters of an hour."""
QUARTER = dt.timedelta(minutes=15)
_DAY = sought(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def parse_day(text: str) -> Day:
    """
    >>> parse_day("2025-06")
    Day(year=2025, month=6, day=None)
    """
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a date like 2020-03-26, 2020-03 or 2020")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year and year > LAST:
        raise ValueError(f"{text.strip()} is beyond what can be counted")
    try:
        dt.date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise ValueError(f"there is no {text.strip()} in the calendar") from error
    return Day(year or 0, month, day)


def parse_date(text: str) -> dt.date:
    day = parse_day(text)
    if not day.is_exact:
        raise ValueError(f"{text!r} is not a whole date like 2020-03-26")
    return day.first


def meant(text: str, months: Sequence[str] = ()) -> tuple[str, ...]:
    """The dates that may be meant by one typed in another form, as they should be typed.

    >>> meant("31.12.2020"), meant("12/03/2020"), meant("2020/3/26"), meant("soon")
    (('2020-12-31',), ('2020-03-12', '2020-12-03'), ('2020-03-26',), ())
    >>> meant("5 mars 2020", ("janvier", "février", "mars"))
    ('2020-03-05',)
    """
    numbers = [int(number) for number in re.findall(r"\d{1,4}", text)]
    words = [word.casefold() for word in re.findall(r"[^\W\d_]{3,}", text)]
    named = [at for at, name in enumerate(months, 1) if name.casefold().startswith(tuple(words))]
    is_named = len(numbers) == 2 and len(named) == 1
    if is_named:
        numbers.insert(1, named[0])
    year = max(numbers, default=0)
    if len(numbers) != 3 or year < 1000 or numbers.count(year) > 1:
        return ()
    first, second = (number for number in numbers if number != year)
    if numbers[0] == year:
        pairs = [(first, second)]
    else:
        pairs = [(second, first)] if is_named else [(second, first), (first, second)]
    return tuple(dict.fromkeys(made for month, day in pairs if (made := _typed(year, month, day))))


def _typed(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def is_zone(name: str) -> bool:
    try:
        zone_of(name)
    except ValueError:
        return False
    return True


@functools.cache
def zone_of(name: str) -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError) as error:
        raise ValueError(f"there is no time zone {name!r}; one is 'Europe/Paris'") from error


WINTER = frozenset({"CET", "EET", "MET", "WET"})
"""Names of an hour and of a zone at once: in summer they are two."""
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d(?::\d\d)?)"
    r"\s*(?P<offset>Z|[+-]\d\d(?::?\d\d)?)?"
    r"\s*(?P<bracket>\[)?(?P<zone>[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*)?(?(bracket)\])",
    re.ASCII,
)

_MIDNIGHT = ("24:00", "24:00:00")
"""The end of a day; newer Pythons read its beginning."""


_TURNED = re.compile(r"(?:.*/)?GMT([+-])(\d{1,2})")


def meant_by(zone: str) -> str:
    """The offset of a zone that is called by the opposite one; empty for any other.

    >>> meant_by("Etc/GMT-5"), meant_by("Europe/Paris"), meant_by("Etc/GMT+0")
    ('+05:00', '', '')
    """
    found = _TURNED.fullmatch(zone)
    if not found or not int(found[2]):
        return ""
    return f"{'+' if found[1] == '-' else '-'}{int(found[2]):02}:00"


def parse_moment(text: str, zone: str) -> dt.datetime:
    """The moment with its zone: its own, or *zone* where it names none.

    >>> str(parse_moment("2024-03-01 09:00", "Europe/Paris"))
    '2024-03-01 09:00:00+01:00'
    """
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a moment like 2024-03-01T09:00+01:00")
    day = parse_date(found["day"])
    is_midnight = found["time"] in _MIDNIGHT
    try:
        clock = dt.time() if is_midnight else dt.time.fromisoformat(found["time"])
        offset = dt.time.fromisoformat(f"00:00{found['offset']}") if found["offset"] else None
    except ValueError as error:
        raise ValueError(f"there is no {text.strip()} in any time zone") from error
    local = dt.datetime.combine(day, clock) + dt.timedelta(days=is_midnight)
    if found["zone"] and not is_zone(found["zone"]):
        known = f"where none is named, {zone} counts" if is_zone(zone) else "one is 'Europe/Paris'"
        raise ValueError(f"there is no time zone {found['zone']!r}; {known}")
    if offset is None:
        if found["zone"] in WINTER and local.replace(tzinfo=zone_of(found["zone"])).dst():
            raise ValueError(
                f"no clock shows {found['zone']} in summer: write its offset, like +02:00"
            )
        if offset_of := meant_by(found["zone"] or ""):
            raise ValueError(
                f"clocks in {found['zone']} are at {offset_of}, whatever its name seems to say: "
                "write the offset that you mean"
            )
        return at(local, zone_of(found["zone"] or zone))
    when = local.replace(tzinfo=offset.tzinfo)
    if not _is_shown(when):
        raise ValueError(f"no clock is at {found['offset']}: write the offset that you mean")
    if not found["zone"]:
        return when
    there = when.astimezone(zone_of(found["zone"]))
    if there.replace(tzinfo=None) != local:
        raise ValueError(f"{found['zone']} is not at {found['offset']} at that moment")
    # Of one zone Python compares what clocks show, and in autumn they show an hour twice.
    return when if there.replace(fold=0).utcoffset() != there.replace(fold=1).utcoffset() else there


def _is_shown(when: dt.datetime) -> bool:
    """Whether clocks anywhere are so far ahead or behind: +20:00 and +00:20 are slips of +02:00."""
    ahead = when.utcoffset() or dt.timedelta()
    return dt.timedelta(hours=-12) <= ahead <= dt.timedelta(hours=14) and not ahead % QUARTER


def is_of_other_season(when: dt.datetime, zone: str) -> bool:
    """Whether clocks in *zone* are at its offset half a year later, and not then.

    Who names a place means that one.

    >>> typed = ("2025-12-01T09:00+02:00", "2025-07-01T09:00+02:00", "2025-12-01 09:00 Europe/Kyiv")
    >>> [is_of_other_season(parse_moment(one, "UTC"), "Europe/Paris") for one in typed]
    [True, False, False]
    """
    if not isinstance(when.tzinfo, dt.timezone) or when.year < UNIFORM:
        return False
    then, later = (one.astimezone(zone_of(zone)) for one in (when, when + HALF_A_YEAR))
    return then.utcoffset() != when.utcoffset() == later.utcoffset()


def at(local: dt.datetime, zone: zoneinfo.ZoneInfo) -> dt.datetime:
    """*local* in *zone*, unless the clocks there show it twice or never."""
    early, late = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early
    stated = f"{local:%Y-%m-%dT%H:%M}"
    back = early.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None)
    if back != local:
        raise ValueError(f"{stated} does not exist in {zone.key}: the clocks go forward over it")
    first, second = (f"{stated}{when:%z}" for when in (early, late))
    raise ValueError(
        f"{stated} comes twice in {zone.key}, where the clocks go back: "
        f"write {first[:-2]}:{first[-2:]} or {second[:-2]}:{second[-2:]}"
    )
