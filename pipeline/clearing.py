"""Take away what a build made before and may not stand any more: unaccounted for, or held again."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import html
import json
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline import editions, hours, outputs, provenance, stamps
from pipeline.embargo.lock import NOBODY, OPEN, Lock
from pipeline.errors import Finding, Location, is_of_machine, printable
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Publication

_HEAD = re.compile(r"<h2>([^<]*)</h2>")
"""The file that a part of a proof is about."""
_LOOSE = re.compile(r"(index.*\.html|feed.*\.(xml|json))")

MOST_BESIDE = 2_000
"""Files of others that are read: a build folder is no place for more."""
LARGEST_BESIDE, AROUND = 100_000_000, 100_000
"""Bytes of one of them, and of a film, as many as are read at either end."""


def clear(
    out: Path,
    corpus: Corpus,
    chosen: Sequence[Publication],
    now: dt.datetime,
    lock: Lock = OPEN,
    made: Collection[str] = frozenset(),
    is_of_others: Callable[[PurePosixPath], bool] = lambda _: False,
    before: Sequence[str] = (),
    given_up: Collection[str] = (),
) -> Iterator[str]:
    """Clear *out*, and say so.

    Of the publications that were asked for, the editions and the languages that no source accounts
    for; of all, what tells before its hour, unmarked, of a source that is held at *now*. What this
    build has not *made*, or found as it should be, is read: its source may have another name now.
    What other sources of the same house have made is accounted for by them. What was taken away
    *before* anything was made is said here, too. For publications that were *given up* there is
    nothing that could account.
    """
    accounted = {one.slug: editions.accounted(one, corpus) for one in chosen}
    accounted |= {slug: {} for slug in given_up}
    held = _held(corpus, now)
    houses = {copy.organisation.name.plain for copy in corpus.copies.values()}
    hushed, others, copies = len(before), 0, 0
    faults: list[OSError] = []
    for receipt in provenance.receipts(out):
        with _spared(faults):
            told, folder = provenance.told_by(receipt), provenance.folder_of(out, receipt)
            if not told:
                continue
            known = accounted.get(folder.parts[0]) if provenance.is_of(told, houses) else None
            gone = _unaccounted(out, folder, told, known, made)
            if gone and is_of_others(folder):
                gone, others = set(), others + 1
            early = _early(out, folder, told, held, lock, gone, made)
            if gone or early:
                _withdraw(out, folder, told, gone | early)
            # Its name may be all that was left of a secret: a file is renamed, or moved away. Who
            # has a copy is nobody else's business.
            unnamed = {code for code in gone if provenance.is_held(told["languages"][code], now)}
            waiting = {code for code in unnamed if _waits(told["languages"][code], now)}
            hushed += len(early | waiting)
            copies += len(unnamed - waiting)
            if gone - unnamed:
                yield _taken_away(folder, told, gone - unnamed, folder.parts[0] in given_up)
    yield from _counted(others, hushed, copies)
    _raise(faults)


def _unaccounted(
    out: Path,
    folder: PurePosixPath,
    told: provenance.Provenance,
    known: Mapping[str, frozenset[str]] | None,
    made: Collection[str],
) -> set[str]:
    """The languages that no source has; none of a publication whose editions are not *known*."""
    if known is None or "*" in known:
        return set()
    gone = set(told["languages"]) - known.get(str(told.get("edition")), frozenset())
    return gone - _otherwise_called(out, folder, made) if gone else gone


def _early(
    out: Path,
    folder: PurePosixPath,
    told: provenance.Provenance,
    held: Mapping[str, dt.datetime],
    lock: Lock,
    gone: Collection[str],
    made: Collection[str],
) -> set[str]:
    """The languages that tell of what is held, but for those *gone*; what is *made* is not read."""

    def tells(code: str, entry: Mapping[str, Any]) -> bool:
        if _tells_early(entry, held):
            return True
        name = f"{folder.as_posix()}/{code}"
        return name not in made and _says(out.joinpath(*name.split("/")), entry, lock)

    languages = told["languages"].items()
    return {code for code, entry in languages if code not in gone and tells(code, entry)}


def _taken_away(
    folder: PurePosixPath, told: provenance.Provenance, gone: set[str], is_over: bool
) -> str:
    codes = "" if gone == set(told["languages"]) else f" {', '.join(sorted(gone))}"
    shelf = folder.parts[0]
    why = f"there is no publication {shelf} any more" if is_over else "no source accounts for it"
    return f"{shelf} {folder.name}{codes}  taken away: {why}"


def _counted(others: int, hushed: int, copies: int) -> Iterator[str]:
    if others:
        yield f"{others} let be that other sources have made; make clean empties the folder"
    if hushed:
        one, tells = ("edition", "tells") if hushed == 1 else ("editions", "tell")
        yield f"{hushed} {one} taken away that {tells} of what is under embargo"
    if copies:
        one, them = (
            ("copy for a newsroom", "it") if copies == 1 else ("copies for newsrooms", "them")
        )
        yield f"{copies} {one} taken away: no source accounts for {them}"


def forestall(out: Path, corpus: Corpus, now: dt.datetime, lock: Lock, early: list[str]) -> None:
    """Take away, before anything is made, what receipts tell too early: no new one repeats it.

    Each is added to *early*: it is counted when all that goes is known, and has no name.
    """
    held = _held(corpus, now)
    faults: list[OSError] = []
    for receipt in provenance.receipts(out) if lock else ():
        with _spared(faults):
            told = provenance.told_by(receipt)
            gone = {
                code
                for code, entry in told.get("languages", {}).items()
                if _tells_early(entry, held) or _is_told(entry, lock)
            }
            if gone:
                _withdraw(out, provenance.folder_of(out, receipt), told, gone)
                early += gone
    _raise(faults)


def _is_told(entry: Mapping[str, Any], lock: Lock) -> bool:
    """Whether a receipt itself says more of an edition than that is marked for."""
    may = lock.marked(entry)
    said = json.dumps(entry, ensure_ascii=False)
    return lock.is_said(said, may) or lock.is_shown(entry.get("pictures", {}), may)


@contextlib.contextmanager
def _spared(faults: list[OSError]) -> Iterator[None]:
    """What a disk does not give, or not let go, holds up nothing else."""
    try:
        yield
    except OSError as error:
        faults.append(error)


def _raise(faults: list[OSError]) -> None:
    if faults:
        raise faults[0]


def _held(corpus: Corpus, now: dt.datetime) -> dict[str, dt.datetime]:
    """The files that are held, and the names by which letters and kits know them."""
    paths = {path.as_posix(): hour for path, hour in hours.until(corpus, now).items()}
    return paths | hours.names(corpus, now)


def hush(out: Path, lock: Lock) -> Iterator[str]:
    """Take away the pages of earlier builds and checks that tell of what is held by now."""
    faults: list[OSError] = []
    for path in _loose(out) if lock else ():
        with _spared(faults):
            if _is_said(path, path.name, lock) or _tells_of_gone(out, path):
                outputs.remove(path)
                name = path.relative_to(out).as_posix()
                yield f"{name}  taken away: it told of what is under embargo"
    _raise(faults)


def _tells_of_gone(out: Path, page: Path) -> bool:
    """Whether a check has read an edition that stands no more: its name may be what was held.

    By one word nobody knows a name, and the sources that had it may be others of this house.
    """
    if page != out / outputs.PROOF:
        return False
    said = (outputs.seen(page) or b"").decode("utf-8", "replace")
    heads = (html.unescape(found[1]).split("/") for found in _HEAD.finditer(said))
    read = {(one[1], one[2]) for one in heads if len(one) > 3 and one[0] == printable(out.name)}
    return any(not out.joinpath(*names).is_dir() for names in read)


def _loose(out: Path) -> list[Path]:
    """What a build or a check writes beside the editions."""
    top = outputs.listed(out)
    others = (path for shelf in top for path in outputs.listed(shelf))
    pages = [path for path in top if path.name.endswith(".html")]
    return pages + [path for path in others if _LOOSE.fullmatch(path.name)]


def beside(out: Path, lock: Lock) -> Iterator[Finding]:
    """What no receipt answers for, and what tells of something held: nobody's to take away."""
    if not lock:
        return
    known = {*_loose(out)}
    for folder, told in provenance.standing(out):
        place = out.joinpath(*folder.parts)
        known.add(place / provenance.RECEIPT)
        known |= {place.joinpath(*name.split("/")) for name in provenance.files(told)}
    closed: list[Path] = []
    found = (path for top in _tops(out, closed) for path in _below(top, closed))
    others = islice((path for path in found if path not in known and _is_file(path)), MOST_BESIDE)
    counted = Counter(_top(out, path) for path in others if _is_beside(out, path, lock, closed))
    for top, count in sorted(counted.items()):
        one, tells = ("file", "tells") if count == 1 else ("files", "tell")
        message = f"{count} {one} that no build answers for {tells} of what is under embargo"
        remedy = "nothing of it was touched: take it away, or run make clean and build again"
        yield Finding("E114", message, remedy, _shown(out, top, lock))
    for top in sorted({_top(out, path) for path in closed}):
        said = "something here may not be read, or is too large to be"
        message = f"{said}: it may tell of what is under embargo"
        remedy = "ask for the right to read it, or take it away, and build again"
        yield Finding("E114", message, remedy, _shown(out, top, lock))


def _tops(out: Path, closed: list[Path]) -> list[Path]:
    if not outputs.is_open(out):
        closed.append(out)
    return [path for path in outputs.listed(out) if not path.name.startswith(".")]


def _below(top: Path, closed: list[Path]) -> list[Path]:
    def unlisted(error: OSError) -> None:
        outputs.if_fleeting(error)
        if isinstance(error, PermissionError):
            closed.append(Path(error.filename))

    return outputs.below(top, unlisted)


def _is_file(path: Path) -> bool:
    """Whether it is one, as far as we may see."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except PermissionError:
        return True
    except OSError as error:
        outputs.if_fleeting(error)
        return False


def _top(out: Path, path: Path) -> str:
    return "".join(path.relative_to(out).parts[:1])


def _shown(out: Path, top: str, lock: Lock) -> Location:
    shown = "" if lock.is_said(top) else printable(top)
    return Location(PurePosixPath(printable(out.name), shown))


def _is_beside(out: Path, path: Path, lock: Lock, closed: list[Path]) -> bool:
    """Whether a file tells; what may not be read, or is too much to read, is *closed*."""
    try:
        if _is_too_much(path):
            closed.append(path)
            return False
        is_said = _is_said(path, path.relative_to(out).as_posix(), lock)
    except OSError as error:
        if error.errno != errno.ENOMEM:
            raise
        closed.append(path)
        return False
    if not is_said and not outputs.is_open(path):
        closed.append(path)
    return is_said


def _is_too_much(path: Path) -> bool:
    """Whether somebody's file is more than there is time and memory to read."""
    from pipeline.checks import reading_back
    from pipeline.embargo import legible

    try:
        size, begins = stamps.ends(path, AROUND)
        if not legible.is_seen(begins, size):
            reading_back.refuse_long(path.name, size)
            return size > LARGEST_BESIDE
    except reading_back.Unread:
        return True
    except OSError as error:
        outputs.if_fleeting(error)
    return False


def _content(path: Path) -> bytes:
    """What a file holds; of a film only what is told of it before it begins and when it is over."""
    from pipeline.embargo import legible

    with contextlib.suppress(OSError):
        size, content = stamps.ends(path, AROUND)
        if legible.is_seen(content, size):
            return content
    return outputs.seen(path) or b""


def _is_said(path: Path, name: str, lock: Lock, may: frozenset[str] = NOBODY) -> bool:
    """Whether a file says it; an OSError if there is no memory to read it with."""
    from pipeline.checks import reading_back
    from pipeline.embargo import legible

    content = _content(path)
    try:
        try:
            reading_back.refuse_endless(name, content)
            return any(lock.leaks(name, content, may))
        # Damaged, or somebody's by now: what no program opens says what stands in it, and no more.
        except Exception as error:
            if is_of_machine(error):
                raise
            return lock.is_said(legible.letters(content), may)
    except MemoryError as error:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM), str(path)) from error


def _says(place: Path, entry: Mapping[str, Any], lock: Lock) -> bool:
    """Whether the files of an edition in one language say more than it is marked for."""
    if not lock:
        return False
    may = lock.marked(entry)
    names = (name for name in entry.get("files", ()) if isinstance(name, str))
    return any(_is_said(place.joinpath(*name.split("/")), name, lock, may) for name in names)


def _otherwise_called(out: Path, folder: PurePosixPath, made: Collection[str]) -> set[str]:
    """The languages that this build has made, where its disk has the name in other capitals."""
    name = folder.as_posix()
    ways = (one.rpartition("/") for one in made)
    alike = [(way, code) for way, _, code in ways if way.casefold() == name.casefold()]
    listed = {path.name for path in (out / name).parent.iterdir()} if alike else set()
    return {code for way, code in alike if PurePosixPath(way).name not in listed}


def _waits(entry: Mapping[str, Any], now: dt.datetime) -> bool:
    marked = entry.get("embargo")
    return bool(marked) and now < dt.datetime.fromisoformat(str(marked))


def _tells_early(entry: Mapping[str, Any], held: Mapping[str, dt.datetime]) -> bool:
    told = (*entry.get("sources", ()), *entry.get("names", ()))
    hours = [held[name] for name in told if name in held]
    marked = entry.get("embargo")
    return bool(hours) and not (marked and max(hours) <= dt.datetime.fromisoformat(str(marked)))


def _withdraw(out: Path, folder: PurePosixPath, told: Mapping[str, Any], codes: set[str]) -> None:
    left = {code: entry for code, entry in told["languages"].items() if code not in codes}
    known = provenance.files(told)
    if left:
        rest = {name: said for name, said in told.items() if name != stamps.SEAL}
        receipt = {provenance.RECEIPT: stamps.sealed({**rest, "languages": left})}
        outputs.publish(out, folder, receipt, tuple(sorted(left)), known)
    else:
        outputs.withdraw(out, folder, known)
