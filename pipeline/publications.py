"""Read the publications declared in `templates/`: the folder is the registration."""

from __future__ import annotations

import os
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from pipeline import frontmatter, stamps
from pipeline.entries import Entries, shown, stumbled
from pipeline.errors import (
    DeclarationError,
    Finding,
    Location,
    UsageError,
    advice,
    is_fleeting,
    printable,
)
from pipeline.model.editions import Output, Publication, Section

DECLARATION = "publication.toml"
OCCASIONS = ("issue", "release", "kit", "manifesto", "deck", "standing")
AUDIENCES = ("public", "press")
KEYS = ("title", "word", "per", "audience", "archive", "section", "output")
SECTION_KEYS = ("title", "kinds", "limit")
MOST_OUTPUTS = 40
"""Of one publication; each may take a minute."""
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_NAME = re.compile(r"""[^-./\\<>:"|?*\s][^/\\<>:"|?*\n]{0,98}[^./\\<>:"|?*\s]""")
"""What a file can be called on every machine."""
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]"
    r"|\\u00(?:0[0-8b-cB-Ce-fE-F]|1[0-9a-fA-F]|7[fF]|[89][0-9a-fA-F])|\\u[fF]{3}[eEfF]"
)
"""What neither a page nor an office file can hold, typed or written as a code."""
LARGEST = 4_000_000
"""Bytes of a declaration, or of all labels."""
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_LINKED = "put what it leads to in its place"
_TAKEN = ("index.html", "check.html")
"""What a build and a check write beside the publications."""
LANGUAGE = re.compile(r"^\[([A-Za-z-]+)(?:\.[^\]\n]*)?\]", re.MULTILINE)
"""Where the labels of a language begin."""
KINDS = (
    "news",
    "releases",
    "newsletters",
    "presskits",
    "manifesto",
    "slides",
    "agenda",
    "series",
)
"""What a section may hold, by the folders that people know; `series` are dates that return."""


def discover(root: Path, faults: list[Finding] | None = None) -> tuple[Publication, ...]:
    """Every folder that holds a declaration is a publication, in the order of their names.

    Where *faults* are gathered, a faulty declaration does not stand in the way of the others.
    """
    if not root.is_dir():
        where = Location(PurePath(printable(root.name)))
        remedy = "give the folder with the publications in it: --templates FOLDER"
        raise UsageError(Finding("O100", "there is no such templates folder", remedy, where))
    found = []
    for path in sorted(folder / DECLARATION for folder in root.iterdir()):
        try:
            if not _is_declared(path, root):
                continue
            found.append(load(path, root))
            _refuse_alike(found)
        except DeclarationError as error:
            if faults is None:
                raise
            faults.extend(error.findings)
    return tuple(found)


def _is_declared(path: Path, root: Path) -> bool:
    """Whether a folder declares itself; one that nobody may enter, or see now, may well do so."""
    try:
        path.lstat()
    except OSError as error:
        is_hidden = path.parent.name.startswith((".", "_"))
        if is_hidden or not (isinstance(error, PermissionError) or is_fleeting(error)):
            return False
        where = Location(PurePath(printable(root.name), printable(path.parent.name), path.name))
        raise _unread(path, where, error) from error
    return True


def is_given_up(root: Path, slug: str) -> bool:
    """Whether nothing declares it any more: not if that cannot be seen now."""
    try:
        (root / slug / DECLARATION).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def load(path: Path, root: Path) -> Publication:
    slug = path.parent.name
    where = Location(PurePath(printable(root.name), printable(slug), path.name))
    if slug in _TAKEN or not (_is_file_name(slug) or (len(slug) == 1 and slug.isalnum())):
        remedy = "rename the folder with letters, digits and hyphens"
        raise _fault("O105", f"{printable(slug)!r} is no name for a publication", remedy, where)
    if path.parent.is_symlink():
        raise _fault("O102", "this folder is a link, and links are not followed", _LINKED, where)
    written = _content(path, where)
    declared, entries = _parsed(written, where), Entries(written, where)
    _check_keys(declared, KEYS, entries)
    per = _one_of(declared, "per", OCCASIONS, entries)
    audience = _one_of({"audience": "public", **declared}, "audience", AUDIENCES, entries)
    outputs = declared.get("output")
    if not isinstance(outputs, list) or not outputs:
        remedy = "add [[output]] with name, renderer and template"
        raise _fault("O101", "the publication declares no [[output]]", remedy, where)
    sections = declared.get("section", {})
    if not isinstance(sections, dict) or not all(isinstance(t, dict) for t in sections.values()):
        place = entries.at("", "section")
        raise _fault("O103", "'section' should be tables", "write [section.projects]", place)
    return Publication(
        slug=slug,
        title=str(declared.get("title", slug)),
        word=str(declared.get("word", "")),
        per=per,
        audience=audience,
        sections=tuple(_section(name, table, entries) for name, table in sections.items()),
        outputs=_outputs(outputs, entries),
        archive=str(declared.get("archive", "")),
        where=where,
    )


def _refuse_alike(found: list[Publication]) -> None:
    """Some systems tell neither capitals nor the two ways of writing an accent apart."""
    last = found[-1]
    for other in found[:-1]:
        if _alike(other.slug) == _alike(last.slug):
            found.pop()
            message = f"two publications are called {last.slug!r}"
            raise _fault("O105", message, "call one otherwise", last.where)


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


class Labels(Mapping[str, Mapping[str, str]]):
    """The interface labels by language, each read when somebody speaks it.

    There are thousands, and an edition needs those of a language or two.
    """

    def __init__(self, written: str, where: Location) -> None:
        self._where = where
        self._written: dict[str, str] = {}
        starts = [*LANGUAGE.finditer(written)]
        if _parsed(written[: starts[0].start()] if starts else written, where):
            message = "labels stand here that are of no language"
            raise _fault("O103", message, "write  [en]  on a line above them", where)
        ends = [*(start.start() for start in starts), len(written)][1:]
        for start, end in zip(starts, ends, strict=True):
            # The lines above are kept as empty ones, so that a fault has its place.
            above = self._written.get(start[1]) or "\n" * written.count("\n", 0, start.start())
            self._written[start[1]] = above + written[start.start() : end]
        self.lines = {start[1]: written.count("\n", 0, start.start()) + 1 for start in starts}
        """Where each language begins."""
        self._read: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, language: str) -> Mapping[str, str]:
        if language not in self._read:
            table = _parsed(self._written[language], self._where)
            self._read[language] = dict(_flat(table[language]))
        return self._read[language]

    def line(self, language: str, name: str) -> int:
        """Where a label stands, or else the table of its language."""
        key = re.escape(name)
        found = re.search(
            rf"^[ \t]*(?:\"{key}\"|'{key}'|{key})[ \t]*=", self._written[language], re.M
        )
        if found is None:
            return self.lines[language]
        return self._written[language].count("\n", 0, found.start()) + 1

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def words(root: Path) -> Mapping[str, Mapping[str, str]]:
    """The interface labels by language, sections of a language's table flattened with dots."""
    path = root / "_shared" / "words.toml"
    where = Location(PurePath(printable(root.name), "_shared", "words.toml"))
    return Labels(_content(path, where), where)


def brand(root: Path) -> dict[str, Any]:
    """The designer's colours and type."""
    path = root / "_shared" / "brand.toml"
    where = Location(PurePath(printable(root.name), "_shared", "brand.toml"))
    written = _content(path, where)
    declared, entries = _parsed(written, where), Entries(written, where)
    for table in ("colour", "type"):
        found = declared.get(table, {})
        if not isinstance(found, dict):
            message, place = f"{table!r} should be a table", entries.at("", table)
            raise _fault("O103", message, f"write  [{table}]  and its lines below it", place)
        for name, value in found.items():
            # Tints are mixed of these.
            is_mixed = name in ("primary", "accent", "ink")
            if not isinstance(value, str) or (is_mixed and not _COLOUR.fullmatch(value)):
                wanted = "a colour such as #123a6b" if is_mixed else "words in quotation marks"
                message = f"{name!r} should be {wanted}, not {shown(value)}"
                place = entries.at(table, name)
                raise _fault("O103", message, f'write  {name} = "…"', place)
    return declared


def _flat(table: Mapping[str, Any], prefix: str = "") -> Any:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


def _content(path: Path, where: Location) -> str:
    try:
        written = stamps.content(path, LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except (UnicodeDecodeError, OSError) as error:
        raise _unread(path, where, error) from error
    if found := _CONTROL.search(written):
        line, before = written.count("\n", 0, found.start()) + 1, written[: found.start()]
        where = Location(where.path, line, found.start() - before.rfind("\n"))
        message = f"an invisible control character ({found[0]!a}) stands here"
        raise _fault("O102", message, "take it out: no page can show it", where)
    if unmerged := frontmatter.unmerged(written):
        line, message, remedy = unmerged
        raise _fault("O102", message, remedy, Location(where.path, line))
    return written


def _unread(path: Path, where: Location, error: Exception) -> DeclarationError:
    if os.path.islink(path):
        return _fault("O102", "this is a link, and links are not followed", _LINKED, where)
    if isinstance(error, UnicodeDecodeError):
        message = f"this is not UTF-8: byte {error.start + 1} is none of its letters"
        place = Location(where.path, bytes(error.object).count(b"\n", 0, error.start) + 1)
        return _fault("O102", message, "save it as UTF-8 in your editor", place)
    told = getattr(error, "strerror", None) or str(error)
    remedy = "check that it may be read, and is no larger than others"
    remedy = advice(error, remedy) if isinstance(error, OSError) else remedy
    return _fault("O102", f"cannot be read: {told}", remedy, where)


_DEEP = re.compile(r"(?<![\w'\"-])(?:[\w'\"-]++[ \t]*+\.[ \t]*+){40}")
"""A name of so many parts is none, and would be read in the square of their time."""


def _parsed(written: str, where: Location) -> dict[str, Any]:
    if deep := _DEEP.search(written):
        line = written.count("\n", 0, deep.start()) + 1
        message = "a name of over 40 parts stands here"
        raise _fault("O102", message, "correct the line", Location(where.path, line))
    try:
        read = tomllib.loads(written)
        _refuse_large(read, where)
        return read
    except (ValueError, RecursionError) as error:
        told = str(error)
        place = re.search(r"at line (\d+), column (\d+)", told)
        if place:
            where = Location(where.path, int(place[1]), int(place[2]))
        raise _fault("O102", *stumbled(told), where) from error


def _refuse_large(value: Any, where: Location) -> None:
    """A number that no machine holds in a word, Python would not even write down again."""
    if isinstance(value, int) and value.bit_length() > 64:
        message = "a number with too many digits stands here"
        raise _fault("O102", message, "write a smaller one, or put it in quotation marks", where)
    inner = value.values() if isinstance(value, dict) else value
    for one in inner if isinstance(value, (dict, list)) else ():
        _refuse_large(one, where)


def _section(name: str, table: Mapping[str, Any], entries: Entries) -> Section:
    own = f"section.{name}"
    _check_keys(table, SECTION_KEYS, entries, own)
    limit, kinds = table.get("limit"), table.get("kinds", [])
    if limit is not None and (type(limit) is not int or limit < 0):
        message = f"'limit' should be a number, not {shown(limit)}"
        raise _fault("O103", message, "write  limit = 3", entries.at(own, "limit"))
    where = entries.at(own, "kinds")
    if not isinstance(kinds, list):
        message = f"'kinds' should be a list, not {shown(kinds)}"
        raise _fault("O103", message, 'write  kinds = ["news"]', where)
    for kind in kinds:
        if kind not in KINDS:
            remedy = _guess(str(kind), KINDS)
            raise _fault("O111", f"there is no kind {shown(kind)} of sources", remedy, where)
    if len(kinds) > len(set(kinds)):
        message = f"a kind stands twice in 'kinds' of {name!r}"
        raise _fault("O103", message, "take one of them out", where)
    return Section(name=name, title=str(table.get("title", "")), kinds=tuple(kinds), limit=limit)


def _outputs(tables: list[Any], entries: Entries) -> tuple[Output, ...]:
    if len(tables) > MOST_OUTPUTS:
        message = f"there are {len(tables):,} [[output]]; {MOST_OUTPUTS} is the most"
        where = entries.at("output", number=MOST_OUTPUTS + 1)
        raise _fault("O101", message, "divide the publication into several folders", where)
    outputs = tuple(
        _output(table, entries.at("output", number=number))
        for number, table in enumerate(tables, start=1)
    )
    taken: set[str] = set()
    for output in outputs:
        alike = _alike(output.name)
        if alike in taken:
            raise _fault(
                "O105",
                f"two [[output]] are called {output.name!r}",
                "call one otherwise",
                output.where,
            )
        taken.add(alike)
    return outputs


def _is_file_name(name: str) -> bool:
    """Whether every machine can write it, and a terminal show it.

    >>> _is_file_name("flyer A4.pdf"), _is_file_name("../x"), _is_file_name("con.txt")
    (True, False, False)
    """
    found = _NAME.fullmatch(name) and not _RESERVED.match(name)
    return bool(found) and printable(name) == unicodedata.normalize("NFC", name)


def _output(table: Any, where: Location) -> Output:
    options = dict(table) if isinstance(table, dict) else {}
    name, renderer = options.pop("name", ""), options.pop("renderer", "")
    template = options.pop("template", None)
    is_named = all(isinstance(word, str) for word in (name, renderer, template or ""))
    if not name or not renderer or not is_named:
        remedy = 'write name = "flyer.pdf" and renderer = "pdf"'
        raise _fault("O104", "an [[output]] needs a name and a renderer", remedy, where)
    if not _is_file_name(name):
        remedy = "leave out the folder and whatever no file can be called on every machine"
        raise _fault("O105", f"{printable(name)!r} is not a file name", remedy, where)
    return Output(name=name, renderer=renderer, template=template, options=options, where=where)


def _one_of(declared: Mapping[str, Any], key: str, known: tuple[str, ...], entries: Entries) -> str:
    found = declared.get(key)
    if found not in known:
        message = f"{key!r} should be one of {', '.join(known)}, not {shown(found)}"
        if key not in declared:
            message = f"{key!r} is missing"
        raise _fault("O106", message, _guess(str(found), known), entries.at("", key))
    return str(found)


def _check_keys(
    table: Mapping[str, Any], known: tuple[str, ...], entries: Entries, own: str = ""
) -> None:
    for key in table:
        if key not in known:
            place = entries.at(own, key)
            raise _fault("O107", f"unknown key {key!r}", _guess(key, known), place)


def _guess(word: str, known: tuple[str, ...]) -> str:
    import difflib

    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"


def _fault(code: str, message: str, remedy: str, where: Location) -> DeclarationError:
    return DeclarationError(Finding(code, message, remedy, where))
