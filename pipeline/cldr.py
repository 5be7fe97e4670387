"""What CLDR knows of a language, as far as dates, numbers and names need it."""

from __future__ import annotations

import copy
import functools
import importlib
import importlib.util
import marshal
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import stereotypes
from pipeline.frozen import dataclass

if TYPE_CHECKING:
    from babel import Locale

MAKE = "1"
"""To be raised when an excerpt changes: what lies there may be older than this room."""
# What "English" and "Portuguese" mean in a European press office.
_VARIANTS = {"en": "en-GB", "pt": "pt-PT", "no": "nb"}
_SKELETONS = ("MMMMd", "MMMd", "yMMMM", "y")
_CONTEXTS = ("format", "stand-alone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """One language; what follows on a context or a width is in the order of the calendar."""

    patterns: Mapping[str, str]
    """`full` and `long`, and the skeletons that the language has."""
    days: Mapping[str, tuple[str, ...]]
    """By context; Monday first."""
    months: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By context and width."""
    cities: Mapping[str, str]
    """By time zone."""
    hours: Mapping[str, Mapping[str, str]]
    """By meta zone: what is short for its hour, `standard` and `daylight`."""
    symbols: Mapping[str, str]
    lists: Mapping[str, str]
    territories: Mapping[str, str]
    languages: Mapping[str, str]
    direction: str


@functools.cache
def of(language: str, place: Path = stereotypes.PLACE) -> Excerpt:
    """What was cast at set-up, so that a start need not wait for the whole of CLDR; else babel."""
    content = stereotypes.opened(stereotypes.read(place / name(language)))
    return Excerpt(**marshal.loads(content)) if content else excerpt(language)  # noqa: S302


def is_known(language: str) -> bool:
    if (stereotypes.PLACE / name(language)).is_file():
        return True
    try:
        return bool(_locale(language))
    except ValueError:
        return False


def shorter(code: str) -> str:
    """The code of two letters that stands for one of three.

    >>> shorter("fin"), shorter("ger"), shorter("fi"), shorter("ckb")
    ('fi', 'de', '', '')
    """
    if len(code) != 3:
        return ""
    from babel.core import get_global

    meant = str(get_global("language_aliases").get(code, ""))
    return meant if len(meant) == 2 else ""


def cast(language: str) -> bytes:
    told = excerpt(language)
    return stereotypes.sealed(
        marshal.dumps({each: getattr(told, each) for each in Excerpt.__slots__})
    )


def name(language: str) -> str:
    """The file of a language; another one when babel has been replaced."""
    tag = language.replace("_", "-")
    return stereotypes.plain_name(f"cldr-{tag}", MAKE, _age_of_babel())


@functools.cache
def _age_of_babel() -> str:
    # As Python looks whether byte code is of its source, and without the library.
    found = importlib.util.find_spec("babel")
    folders = (found and found.submodule_search_locations) or [""]
    try:
        known = os.stat(os.path.join(folders[0], "global.dat"))
    except OSError:
        return ""
    return f"{known.st_mtime_ns} {known.st_size}"


def excerpt(language: str) -> Excerpt:
    """What babel says of a language, whichever others it was asked for before."""
    from babel import localedata

    _import_dates()
    locale = _locale(language)
    # What a language inherits, babel resolves in what it keeps for all of them: the short months
    # of the first that is asked for would be everybody's.
    kept: Any = localedata.load(str(locale))
    told: Any = localedata.LocaleDataDict(copy.deepcopy(kept))
    skeletons = told["datetime_skeletons"]
    formats = {width: str(told["date_formats"][width].pattern) for width in ("full", "long")}
    metas = ((zone, names.get("short", {})) for zone, names in told["meta_zones"].items())
    zones = ((zone, names.get("city")) for zone, names in told["time_zones"].items())
    return Excerpt(
        patterns=formats | {one: str(skeletons[one]) for one in _SKELETONS if one in skeletons},
        days={each: _in_order(told["days"][each]["wide"], range(7)) for each in _CONTEXTS},
        months={
            each: {
                width: _in_order(told["months"][each][width], range(1, 13))
                for width in ("wide", "abbreviated")
            }
            for each in _CONTEXTS
        },
        cities={zone: str(city) for zone, city in zones if city},
        hours={zone: _plain(short) for zone, short in metas if short},
        symbols={each: str(told["number_symbols"]["latn"][each]) for each in ("group", "decimal")},
        lists=_plain(told["list_patterns"]["standard"]),
        territories=_plain(told["territories"]),
        languages=_plain(told["languages"]),
        direction=str(locale.text_direction),
    )


def _import_dates() -> None:
    """Where this machine is, babel asks when it is imported, and may stumble; we never ask."""
    zone = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    try:
        importlib.import_module("babel.dates")
    finally:
        del os.environ["TZ"]
        if zone is not None:
            os.environ["TZ"] = zone


def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    tag = language.replace("_", "-")
    try:
        return Locale.parse(_VARIANTS.get(tag, tag), sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"{language!r} is not the code of a language we know") from error


def _in_order(told: Mapping[int, str], numbers: range) -> tuple[str, ...]:
    return tuple(str(told[number]) for number in numbers)


def _plain(told: Mapping[str, str]) -> dict[str, str]:
    return {str(key): str(value) for key, value in told.items()}


@functools.cache
def zone(name: str) -> str:
    """The name that CLDR keeps for a zone: Europe/Kiev, for one."""
    from babel.core import get_global

    known = get_global("meta_zones")
    aliases = sorted(get_global("zone_aliases").items())
    former = (old for old, new in aliases if new == name and old in known)
    return name if name in known else next(former, name)


def meta_zone(name: str) -> str:
    from babel.core import get_global

    return str(get_global("meta_zones").get(name, ""))
