"""Mends in the sources what has one remedy only, and needs nobody's judgement."""

from __future__ import annotations

import datetime as dt
import gc
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path, PurePath

from pipeline import outputs, proofreading
from pipeline.checks import rota
from pipeline.checks.sheet import Mark
from pipeline.corpus import files, reading
from pipeline.errors import CopyError, Finding, printable
from pipeline.folders import walk

_PASSES = 60
_NEAR = 8
"""Letters on both sides by which a place is known again."""
_LINE_END = re.compile(r"(\r\n|\r|\n)")
_Todo = Mapping[PurePath, Sequence[Mark]]


def fix(
    root: Path,
    today: dt.date,
    is_asked: Callable[[Finding], bool] = bool,
    faults: list[OSError] | None = None,
) -> Counter[PurePath]:
    """Mends what is mechanical, in the files asked for; in how many places of each.

    A change stays only if its finding is gone and no other has come. Where one has, fewer are
    tried at once, until it is found which change brought it: that one is left alone. What a disk
    did not take is among the *faults*, and everything else is mended.
    """
    faults = [] if faults is None else faults
    outputs.forget(Path(above, name) for above, _, names in walk(root) for name in names)
    mended = Counter[PurePath]()
    at_once: dict[PurePath, int] = {}
    left = set[tuple[PurePath, str, str]]()
    is_news = False
    known: proofreading.Proof | None = None
    for _ in range(_PASSES):
        # What was read last, and not taken back, still stands there.
        before = known or proofreading.proofread(reading.read(root), root, today)
        # Sheets know one another; what nobody reads any more would lie here until the end.
        gc.collect()
        kept = {sheet.path: sheet.source for sheet in before.sheets}
        asked = (mark for mark in before.marks if is_asked(mark.finding))
        todo = _by_sheet((mark for mark in asked if _seen(mark, kept) not in left), at_once)
        if not todo:
            if not (left and is_news):
                break
            # What was left alone may do no harm any more where others were mended since.
            left.clear()
            is_news = False
            continue
        known, locked, worse = _tried(root, today, before, kept, todo, faults)
        for path, marks in todo.items():
            if path in locked:
                at_once[path] = 0
            elif path not in worse:
                mended[path] += len(marks)
                is_news = True
                at_once[path] = 2 * len(marks)
            elif len(marks) > 1:
                at_once[path] = len(marks) // 2
            else:
                left.add(_seen(marks[0], kept))
    return mended


def _seen(mark: Mark, kept: Mapping[PurePath, str]) -> tuple[PurePath, str, str]:
    """What it is about, wherever it stands by now."""
    path = mark.finding.location.path
    around = kept.get(path, "")[max(0, mark.start - _NEAR) : mark.end + _NEAR]
    return path, mark.finding.code, around


def _by_sheet(marks: Iterable[Mark], at_once: Mapping[PurePath, int]) -> _Todo:
    """The changes for each file, none of them touching another.

    Of a text and its translations one is mended at a time: what is new is the fault of that one.
    """
    todo: dict[PurePath, list[Mark]] = {}
    first: dict[PurePath, PurePath] = {}
    for mark in sorted(marks, key=lambda mark: (mark.finding.location.path, mark.start, mark.end)):
        path = mark.finding.location.path
        if mark.instead is None or at_once.get(path) == 0 or not _is_mechanical(mark.finding):
            continue
        if first.setdefault(_stem(path), path) != path:
            continue
        chosen = todo.setdefault(path, [])
        is_apart = not chosen or chosen[-1].end < mark.start
        if is_apart and len(chosen) < at_once.get(path, len(chosen) + 1):
            chosen.append(mark)
    return todo


def _is_mechanical(finding: Finding) -> bool:
    check = rota.checks().get(finding.code)
    return check is not None and check.is_mechanical


def _tried(
    root: Path,
    today: dt.date,
    before: proofreading.Proof,
    kept: Mapping[PurePath, str],
    todo: _Todo,
    faults: list[OSError],
) -> tuple[proofreading.Proof | None, Collection[PurePath], Collection[PurePath]]:
    """What stands there now, if it was read; the files that are locked, and those taken back."""
    changed = {path: _changed(kept[path], marks) for path, marks in todo.items()}
    locked = list[PurePath]()
    tried = worse = list[PurePath]()
    after = None
    try:
        for path in todo:
            # Somebody may stop it before it is known whether it was written.
            tried.append(path)
            if not _written(root, path, kept[path], changed[path], faults):
                locked.append(tried.pop())
        after = proofreading.proofread(reading.read(root), root, today)
        worse = [path for path in tried if _told(after.marks, path) - _told(before.marks, path)]
    finally:
        # Nothing was compared if somebody has stopped it: then nothing stays.
        for path in worse:
            _written(root, path, changed[path], kept[path], faults)
    if not worse:
        return after, locked, worse
    return (before if len(worse) == len(tried) else None), locked, worse


def _told(marks: Iterable[Mark], path: PurePath) -> Counter[str]:
    """How often each code is told of a file and of its translations."""
    stem = _stem(path)
    return Counter(mark.finding.code for mark in marks if _stem(mark.finding.location.path) == stem)


def _stem(path: PurePath) -> PurePath:
    return path.with_name(path.name.split(".")[0])


def _changed(source: str, marks: Sequence[Mark]) -> str:
    for mark in reversed(marks):
        source = source[: mark.start] + (mark.instead or "") + source[mark.end :]
    return source


def _written(root: Path, shown: PurePath, before: str, after: str, faults: list[OSError]) -> bool:
    try:
        return _write(root, shown, before, after)
    except OSError as error:
        faults.append(error)
        # It may have been written before the disk refused what comes after that.
        return _holds(root, shown, after)


def _holds(root: Path, shown: PurePath, text: str) -> bool:
    try:
        return files.read(_place(root, shown), shown) == text
    except CopyError:
        return False


def _write(root: Path, shown: PurePath, before: str, after: str) -> bool:
    """Writes the text, but not over what somebody has saved in the meantime, or locked."""
    path = _place(root, shown)
    try:
        if files.read(path, shown) != before:
            return False
    except CopyError:
        return False
    old = outputs.seen(path)
    # What somebody has locked, or keeps to himself, he wants as it is.
    if old is None or not (path.stat().st_mode & 0o222 and outputs.is_ours_to_write(path)):
        return False
    return outputs.replace(path, _as_kept(old.decode(), before, after).encode(), instead=old)


def _place(root: Path, shown: PurePath) -> Path:
    """Where it lies: a disk may have an é of its name as two letters, which is shown as one."""
    place = root
    for name in shown.parts[1:]:
        if not os.path.lexists(place / name):
            alike = (one.name for one in outputs.listed(place) if printable(one.name) == name)
            name = next(alike, name)
        place /= name
    return place


def _as_kept(old: str, before: str, after: str) -> str:
    """*after* as the writer keeps it: a line that nobody mends stays as it was, letter for letter.

    *before* is what was read of *old*: without the mark at its head, with one kind of line end.
    """
    mark = "\ufeff" if old.startswith("\ufeff") else ""
    parts = _LINE_END.split(old.removeprefix(mark))
    read, new = before.split("\n"), after.split("\n")
    if not len(parts[::2]) == len(read) == len(new):
        return mark + after.replace("\n", "\r\n" if "\r\n" in old else "\n")
    lines = zip(parts[::2], [*parts[1::2], ""], read, new, strict=True)
    return mark + "".join((text if was == now else now) + end for text, end, was, now in lines)
