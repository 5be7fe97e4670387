"""Every check by its code: one function, one code, one reason."""

from __future__ import annotations

import functools
import importlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from types import FunctionType
from typing import TYPE_CHECKING, Any

from pipeline.checks.sheet import Mark, Sheet
from pipeline.errors import BroadsideError, Level, Location, of_ours
from pipeline.frozen import dataclass
from pipeline.sought import sought

if TYPE_CHECKING:
    from pipeline.checks.register import Register

ROOMS = (
    "facts",
    "echoes",
    "ages",
    "tallies",
    "growth",
    "terms",
    "sums",
    "totals",
    "shares",
    "brackets",
    "heads",
    "labelled",
    "census",
    "claims",
    "copies",
    "contradictions",
    "happenings",
    "contacts",
    "cards",
    "dialled",
    "mailboxes",
    "names",
    "renamed",
    "bodies",
    "places",
    "towns",
    "offices",
    "bearers",
    "institutions",
    "variants",
    "inversions",
    "acronyms",
    "expansions",
    "dates",
    "tenses",
    "gatherings",
    "occasions",
    "clashes",
    "deadlines",
    "agendas",
    "zones",
    "links",
    "ways",
    "calls",
    "labels",
    "structure",
    "siblings",
    "numbering",
    "stops",
    "misread",
    "partners",
    "dialects",
    "contents",
    "promises",
    "lists",
    "alike",
    "language",
    "loans",
    "customs",
    "ordinals",
    "ciphers",
    "units",
    "compounds",
    "hyphens",
    "forms",
    "capitals",
    "manners",
    "persons",
    "habits",
    "twins",
    "citations",
    "headings",
    "decks",
    "letterheads",
    "rows",
    "marks",
    "spaces",
    "pairs",
    "slips",
    "confusions",
    "calques",
    "prepositions",
    "blunders",
    "joints",
    "commas",
    "gaps",
    "french.agreement",
    "accents",
    "misspelt",
    "homophones",
    "agreement",
    "remains",
    "assistants",
    "spelling",
    "varieties",
    "oddities",
    "opinions",
    "strangers",
    "editorial",
    "duplicates",
    "rewordings",
    "titles",
    "translations",
    "untranslated",
    "abroad",
)
READ_BACK = ("finished", "folios", "access", "clients")
"""The rooms whose checks read finished files."""
FAMILIES = {
    "F": "Facts and figures",
    "C": "Contacts",
    "N": "Names",
    "D": "Dates",
    "L": "Links",
    "S": "Structure",
    "T": "Language",
    "X": "Marks and spelling",
    "R": "Editorial",
    "M": "Mail (finished files)",
    "P": "Paper (finished files)",
    "A": "Access (finished files)",
}
_NAMED = sought(r"([a-z]\d{3})_(\w+)")


@dataclass(frozen=True, slots=True)
class Check:
    code: str
    name: str
    scope: str
    """`sheet`, `corpus` or `finished`: what it reads at a time."""
    run: Callable[..., Iterator[Any]]

    def read(self, what: Sheet | Sequence[Sheet], register: Register) -> Iterator[Mark]:
        """What it finds; should it fall over, that too: the other checks read on."""
        try:
            yield from self.run(what, register)
        except (BroadsideError, OSError, MemoryError):
            raise
        except Exception as error:
            if os.environ.get("BROADSIDE_DEBUG"):
                raise
            path = what.path if isinstance(what, Sheet) else PurePath(*_root(what))
            finding = of_ours(error, Location(path), Level.WARNING)
            yield Mark(finding=finding, start=0, end=0)

    @property
    def reason(self) -> str:
        return _parts(self.run)[0]

    @property
    def remedy(self) -> str:
        return _parts(self.run)[1]

    @property
    def is_mechanical(self) -> bool:
        """Whether its remedy needs nobody's judgement, and may be put in without asking."""
        return self.remedy.endswith("fix=1 does it.")


def _root(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """The folder that all of them stand in."""
    return next((sheet.path.parts[:1] for sheet in sheets), ())


def _parts(run: Callable[..., Any]) -> tuple[str, str]:
    """A docstring's reason, and what follows on `Remedy:`."""
    words = " ".join((run.__doc__ or "").split())
    reason, _, remedy = words.partition("Remedy:")
    return reason.strip(), remedy.strip()


@functools.cache
def checks() -> dict[str, Check]:
    """Code -> check, in the order of the families."""
    both = of_sources().keys() & of_finished().keys()
    assert not both, f"given twice: {both}"
    return _in_order(of_sources() | of_finished())


def that_told(code: str) -> Check | None:
    """The check that has told something: where no finished file was read, it is none of these."""
    told = of_sources().get(code)
    return told or (of_finished().get(code) if of_finished.cache_info().currsize else None)


@functools.cache
def of_sources() -> dict[str, Check]:
    return _in_order(_in_rooms(ROOMS))


@functools.cache
def of_finished() -> dict[str, Check]:
    """Those of finished files: who reads only these, or none, should not pay for the others."""
    return _in_order(_in_rooms(READ_BACK))


def _in_order(found: Mapping[str, Check]) -> dict[str, Check]:
    order = list(FAMILIES)
    return dict(sorted(found.items(), key=lambda pair: (order.index(pair[0][0]), pair[0])))


def _in_rooms(rooms: Iterable[str]) -> dict[str, Check]:
    found: dict[str, Check] = {}
    for room in rooms:
        module = importlib.import_module(f"pipeline.checks.{room}")
        for name, run in vars(module).items():
            named = _NAMED.fullmatch(name) if name[4:5] == "_" else None
            if named and isinstance(run, FunctionType) and run.__module__ == module.__name__:
                code = named[1].upper()
                assert code not in found, f"{code} is given twice"
                first = run.__code__.co_varnames[0]
                scope = {"sheet": "sheet", "sheets": "corpus"}.get(first, "finished")
                found[code] = Check(
                    code, named[2].replace("_", " ").replace("french", "French"), scope, run
                )
    return found


def of_scope(scope: str) -> list[Check]:
    found = of_finished() if scope == "finished" else of_sources()
    return [check for check in found.values() if check.scope == scope]
