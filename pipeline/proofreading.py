"""Runs the checks over corpus and finished files, and hears what writers have excused."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path, PurePath, PurePosixPath
from types import MappingProxyType

from pipeline import outputs, second_reader
from pipeline.checks import cutting, opinions, reading_back, rota, suppressions
from pipeline.checks.language import without_the_foreign
from pipeline.checks.register import Register
from pipeline.checks.sheet import Address, Mark, Sheet
from pipeline.corpus import files
from pipeline.errors import OURS, CopyError, Finding, printable
from pipeline.frontmatter import Listing, Node, Parts, Scalar, Table, load
from pipeline.frozen import dataclass
from pipeline.model.corpus import Corpus
from pipeline.moments import parse_day

TEXTS = frozenset(
    [
        "title",
        "subtitle",
        "standfirst",
        "notes",
        "subject",
        "preheader",
        "link_text",
        "text",
        "caption",
        "alt",
        "tagline",
        "legal",
        "role",
        "label",
        "place",
        "credit",
        "edition",
        "source",
        "project",
        "president",
        "vice_presidents",
        "committee",
        "director",
    ]
)
"""The keys whose values people read."""
ADDRESSES = frozenset(
    ["link", "url", "website", "unsubscribe", "preferences", "images", "online", "email"]
)


def of_corpus(corpus: Corpus, root: Path, today: dt.date = dt.date.max) -> tuple[Finding, ...]:
    """What a proofreader finds in the sources of *corpus*, read from *root*."""
    return tuple(mark.finding for mark in proofread(corpus, root, today).marks)


def of_file(
    corpus: Corpus, root: Path, shown: PurePath, today: dt.date, register: Register | None = None
) -> tuple[Finding, ...]:
    """What is found in one file by itself, while it is being written."""
    register = register or Register(corpus=corpus, today=today)
    sheets = list(gather(corpus, root, shown))
    register.texts = register.texts or sheets
    marks = [
        mark
        for sheet in sheets
        for check in rota.of_scope("sheet")
        for mark in check.read(sheet, register)
    ]
    # Whether an excuse is of use is seen only when everything is read.
    marks = list(without_the_foreign(marks))
    heard = suppressions.heard(sheets, marks, today)
    return tuple(mark.finding for mark in heard if mark.finding.code != "X191")


OUTVOTED = frozenset(("X118", "X120", "X138"))
"""Checks of one text that count in all the others what the house says, and are silent for it."""
_ROOM = 500_000
"""So many letters are kept with all their words, which takes ten times as many bytes."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The sheets that were read, and every mark on them."""

    sheets: tuple[Sheet, ...]
    marks: tuple[Mark, ...]
    register: Register = field(repr=False)


def proofread(
    corpus: Corpus,
    root: Path,
    today: dt.date = dt.date.max,
    *,
    voices: bool = False,
    heard: Mapping[str, str] = MappingProxyType({}),
    opened: files.Opened | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Proof:
    """Every sheet read; with *voices*, spellers and grammarians of this machine are heard too.

    What they were *heard* to say of a passage before, they are not asked again, nor are files
    read again that somebody has *opened*. *Meanwhile* something else is done: here, while a
    second reader is at work.
    """
    register = Register(corpus=corpus, today=today)
    sheets = register.texts = tuple(gather(corpus, root, opened=opened))
    are_few = sum(len(sheet.source) for sheet in sheets) < _ROOM
    for sheet in sheets:
        sheet.is_one_of_few = are_few
        # Before its turn comes, another sheet may be compared with it.
        sheet.is_forgotten = not are_few
    if voices:
        opinions.ask(sheets, register, heard)
    typed = {s.path.name: s.source for s in sheets if s.kind == "page"}
    if not register.knows_all_contacts:
        register.faulty = typed.get("contacts.yaml", "")
    if not register.knows_the_house:
        register.house = typed.get("organisation.yaml", "")
    marks = list(opinions.without_echoes(of_sheets(sheets, register, meanwhile)))
    marks = list(without_the_foreign(marks))
    return Proof(sheets, tuple(suppressions.heard(sheets, marks, today)), register)


def of_sheets(
    sheets: Sequence[Sheet], register: Register, meanwhile: Callable[[], object] = lambda: None
) -> Iterator[Mark]:
    """The marks on each sheet by itself, and then those of all sheets together."""
    found: list[Mark] = []
    # Both readers need the rooms of the checks, and read them here but once.
    checks = rota.of_scope("corpus")

    def chores() -> Iterator[object]:
        yield meanwhile()
        for check in checks:
            found.extend(check.read(sheets, register))
            yield found

    alone = second_reader.read(
        sheets, lambda sheet: _single(sheet, register, rota.of_scope("sheet")), chores()
    )
    return itertools.chain(*alone, found)


def as_if_gone(proof: Proof, sheets: Sequence[Sheet], corpus: Corpus) -> tuple[Mark, ...]:
    """What would be told of these *sheets* if they were all that there is of the *corpus*."""
    paths = {sheet.path for sheet in sheets}
    known = {mark for mark in proof.marks if mark.finding.location.path in paths}
    told = {mark.finding.code for mark in proof.marks} | OUTVOTED
    register = replace(proof.register, corpus=corpus, texts=tuple(sheets), memo={})
    opinions.ask_of_fewer(sheets, register, proof.register)
    has_fallen = OURS in told
    alone = [check for check in rota.of_scope("sheet") if check.code in told or has_fallen]
    marks = [mark for sheet in sheets for mark in _single(sheet, register, alone)]
    # Where one text outvotes the others, a code may be told only without it.
    together = rota.of_scope("corpus")
    for check in together:
        marks += check.read(sheets, register)
    marks = [*opinions.without_echoes(marks)]
    marks = [*without_the_foreign(marks)]
    asked = {check.code for check in (*alone, *together)}
    return tuple(
        mark
        for mark in suppressions.heard(sheets, marks, register.today)
        # Nobody looked for all that an excuse is for.
        if mark in known or mark.finding.code != "X191" or mark.finding.message[-4:] in asked
    )


def _single(sheet: Sheet, register: Register, checks: Iterable[rota.Check]) -> list[Mark]:
    sheet.is_forgotten = False
    marks = [mark for check in checks for mark in check.read(sheet, register)]
    # A long corpus would otherwise keep every word three times.
    sheet.forget()
    return marks


def of_finished(
    out: Path, register: Register, wanted: Iterable[str] = (), made: Iterable[Path] | None = None
) -> Iterator[Mark]:
    """What is wrong in the files below *out*, or those *made*; of the folders *wanted*, if any."""
    folders = tuple(wanted)
    for path, finished in _finished(out, out.rglob("*") if made is None else made):
        if folders and finished.path.parts[0] not in folders:
            continue
        try:
            yield from _read_back(replace(finished, content=_content(path)), register)
        # As for one check: a file that somebody has put there breaks in more ways than we know.
        except Exception as error:
            yield reading_back.unread(finished, error)


def _read_back(finished: reading_back.Finished, register: Register) -> Iterator[Mark]:
    checks = rota.of_scope("finished")
    for one in (finished, *(reading_back.inside(finished) if finished.suffix == ".zip" else ())):
        for check in checks:
            yield from reading_back.tried(check.code, check.run, one, register)
        register.memo.pop(("finished", one.path), None)


def _content(path: Path) -> bytes:
    reading_back.refuse_long(path.name, path.stat().st_size)
    return outputs.read(path) or b""


def _finished(out: Path, made: Iterable[Path]) -> Iterator[tuple[Path, reading_back.Finished]]:
    """The files of *made* that stand below *out*, not yet read."""
    names = sorted(
        path for path in made if path.is_file() and not path.is_symlink()
        and not any(part.startswith(".") for part in path.relative_to(out).parts)
    )  # fmt: skip
    below: dict[Path, set[str]] = {}
    for path in names:
        for folder in path.relative_to(out).parents:
            below.setdefault(out / folder, set()).add(path.relative_to(out / folder).as_posix())
    siblings = {folder: frozenset(names) for folder, names in below.items()}
    for path in names:
        inside_out = PurePosixPath(path.relative_to(out).as_posix())
        if path.suffix.lower() not in reading_back.READ_BACK or inside_out.name == outputs.PROOF:
            continue
        beside = siblings[path.parent]
        yield path, reading_back.Finished(path=inside_out, out=printable(out.name), siblings=beside)


# Sheets -----------------------------------------------------------------------------------


def gather(
    corpus: Corpus, root: Path, only: PurePath | None = None, opened: files.Opened | None = None
) -> Iterator[Sheet]:
    """Every file of *root* that can be read, cut into blocks; or only the one that is named."""
    opened = opened or _opened(root, only)
    folder, read = opened.folder, {**opened.parts}
    for found in opened.folder.found:
        if found not in read and only in (None, found.shown):
            # What the corpus has told already is not told again.
            with contextlib.suppress(CopyError):
                read[found] = files.cut(found, files.made_out(found.path, found.shown))
    default = next(iter(corpus.copies))
    heads = {
        (found.kind, found.group, found.slug): parts.head
        for found, parts in read.items()
        if not found.language or found.language == default
    }
    dates = {
        found.group: day
        for found, parts in read.items()
        if found.kind in ("kit", "manifesto") and (day := _date(parts.head))
    }
    for found, parts in read.items():
        language = found.language or default
        if language not in corpus.copies or only not in (None, found.shown):
            continue
        base = heads.get((found.kind, found.group, found.slug))
        yield _sheet(found, parts, language, base, dates)
    for name, path in folder.shared.items():
        if only not in (None, folder.shown(name)):
            continue
        if sheet := page(path, folder.shown(name), corpus):
            yield sheet


def _is_near(found: files.Found, shown: PurePath) -> bool:
    """Whether a file tells something about the one that is read: its original, its kit."""
    if found.shown.parent != shown.parent:
        return False
    return found.kind in ("kit", "manifesto") or found.slug == shown.name.split(".")[0]


def _opened(root: Path, only: PurePath | None) -> files.Opened:
    folder = files.look(root)
    parts: dict[files.Found, Parts] = {}
    for found in folder.found:
        if only is None or _is_near(found, only):
            # What the corpus has told already is not told again.
            with contextlib.suppress(CopyError):
                parts[found] = files.cut(found, files.read(found.path, found.shown))
    return files.Opened(folder, parts)


def _date(head: Table | None) -> dt.date | None:
    node = head.entries.get("date") if head else None
    try:
        return parse_day(node.text).last if isinstance(node, Scalar) else None
    except ValueError:
        return None


def _sheet(
    found: files.Found,
    parts: Parts,
    language: str,
    base: Table | None,
    dates: Mapping[str, dt.date],
) -> Sheet:
    source = parts.text
    own = _date(parts.head) or _date(base)
    event = (base or parts.head).entries.get("event")
    sheet = Sheet(
        path=found.shown,
        source=source,
        kind=found.kind,
        slug=found.slug,
        group=found.group,
        language=language,
        date=own or dates.get(found.group),
        is_dated=own is not None and found.kind in ("news", "release", "issue", "deck"),
        event=event.text if isinstance(event, Scalar) else "",
    )
    sheet.body_start = sheet.starts[min(parts.body_line, len(sheet.starts)) - 1]
    _fields(sheet, parts.head, language)
    if parts.body.strip():
        sheet.blocks += cutting.cut(sheet, sheet.body_start, len(source))
    for block in sheet.blocks:
        block.language = block.language or language
    return sheet


def page(
    path: Path, shown: PurePath, corpus: Corpus, of: files.Folder | None = None
) -> Sheet | None:
    """A page of YAML: its texts, each in its language, but for what is hidden in *of*."""
    default = next(iter(corpus.copies))
    try:
        text = files.made_out(path, shown)
        node, _ = load(source := files.blanked(text, of) if of else text, shown)
    except CopyError:
        return None
    sheet = Sheet(path=shown, source=source, kind="page", slug=shown.stem, language=default)
    for key, child, language in _languages(node, frozenset(corpus.copies), default):
        _fields(sheet, Table({key: child}, {}, child.where), language)
    for block in sheet.blocks:
        block.language = block.language or default
    return sheet


def _languages(
    node: Node, languages: frozenset[str], default: str, key: str = "", language: str = ""
) -> Iterator[tuple[str, Node, str]]:
    """The scalars of a page with the key they stand under and their language."""
    if isinstance(node, Scalar):
        yield key, node, language or default
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _languages(item, languages, default, key, language)
    else:
        for name, child in node.entries.items():
            if name in languages:
                yield from _languages(child, languages, default, key, name)
            elif name not in ("not", "history"):
                yield from _languages(child, languages, default, name, language)


def _fields(sheet: Sheet, head: Table, language: str) -> None:
    for key, node in head.entries.items():
        for name, scalar in _scalars(key, node):
            where = scalar.where
            if where.line is None or where.line > len(sheet.starts):
                continue
            start = sheet.starts[where.line - 1] + (where.column or 1) - 1
            is_empty = name == "licence" and not any(map(str.isalpha, scalar.text))
            if name in TEXTS or is_empty:
                sheet.blocks += cutting.field_block(sheet, start, scalar.text, name, language)
            elif name in ADDRESSES and scalar.text:
                at = sheet.source.find(scalar.text, start, start + len(scalar.text) + 4)
                sheet.addresses.append(Address(scalar.text, max(at, start), "key", name))
            sheet.keys.setdefault(name, scalar.text)


def _scalars(key: str, node: Node) -> Iterator[tuple[str, Scalar]]:
    if isinstance(node, Scalar):
        yield key, node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _scalars(key, item)
    else:
        for name, child in node.entries.items():
            yield from _scalars(name if name in TEXTS | ADDRESSES | {"licence"} else key, child)


@functools.cache
def codes() -> tuple[str, ...]:
    return tuple(rota.checks())


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.order)
