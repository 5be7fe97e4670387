"""The folder as it lies on the disk: which file is what, and its text."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from pipeline import calendar, frontmatter, stamps
from pipeline.corpus.reader import guess
from pipeline.errors import CopyError, Finding, Level, Location, UsageError, advice, printable
from pipeline.folders import walk
from pipeline.frozen import dataclass

SHARED = (
    "organisation.yaml",
    "facts.yaml",
    "contacts.yaml",
    "names.yaml",
    "agenda.yaml",
    "images.yaml",
)
PICTURES = "images.yaml"
FOLDERS = (
    "boilerplate",
    "news",
    "releases",
    "newsletters",
    "presskits",
    "manifesto",
    "slides",
    "images",
)
WORD_FILES = (".doc", ".docx", ".odt", ".pages", ".rtf")
ASIDE = re.compile(r"(README|KEYS|CHECKS|CHANGELOG|LICENSE)(\.\w+)*", re.IGNORECASE)
MOST_FILES = 20_000
SAVING = 10
"""Times that a file is looked for again, a fifth of a second in all."""
_READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
UNOPENED = "B104"
"""Of a file whose hour nobody can read, if it has one."""
LONGEST_NAME = 200
"""Bytes; a disk takes 255, and an edition's folder is put together under a longer name."""
_GOES_ON = re.compile(r"[\w.-]")
"""A longer name."""
_INVISIBLE = re.compile(f"{frontmatter.CONTROLS.pattern}|[\t\n\r\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A Markdown file and what its path says about it."""

    kind: str
    slug: str
    """Its stem without the language; a part of a kit or manifesto has its folder's in `group`."""
    language: str
    """Empty for the default language."""
    group: str
    path: Path
    shown: PurePath


@dataclass(frozen=True, slots=True)
class Folder:
    """`sources/`, listed once."""

    root: Path
    found: tuple[Found, ...]
    shared: dict[str, Path]
    findings: tuple[Finding, ...]
    unread: tuple[tuple[Path, Finding], ...] = ()
    """What lies where, or is called as, nothing is read."""
    hidden: frozenset[str] = frozenset()
    """Pictures of which nobody is to read in images.yaml."""

    def shown(self, name: str) -> PurePath:
        return PurePath(printable(self.root.name), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What is read as though it were not there."""

    paths: frozenset[PurePath]
    folders: frozenset[PurePath] = frozenset()
    pictures: frozenset[str] = frozenset()

    def has(self, shown: PurePath) -> bool:
        return shown in self.paths or not self.folders.isdisjoint((shown, *shown.parents))


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder with the text of every source that could be cut, whatever is wrong with it."""

    folder: Folder
    parts: Mapping[Found, frontmatter.Parts]


def look(root: Path) -> Folder:
    """List *root*; a folder that is not there or holds nothing of ours cannot be read."""
    where = Location(PurePath(printable(root.name) or "."))
    if not root.is_dir():
        remedy = "give the folder with organisation.yaml in it: make newsletter sources=FOLDER"
        raise UsageError(Finding("B110", "there is no such sources folder", remedy, where))
    shared: dict[str, Path] = {}
    found: list[Found] = []
    findings: list[Finding] = []
    unread: list[tuple[Path, Finding]] = []
    top = printable(root.name)
    for path in _files(root, top):
        inside = path.relative_to(root)
        shown = PurePath(top, *map(printable, inside.parts))
        if (finding := _unusable(path, shown)) is not None:
            findings.append(finding)
            unread.append((path, finding))
        elif len(inside.parts) == 1 and inside.name in SHARED:
            shared[inside.name] = path
        elif inside.suffix == ".md" and (kind := _kind(inside)):
            found.append(_named(kind, inside, path, shown))
        elif (finding := _out_of_place(inside, shown)) is not None:
            findings.append(finding)
            unread.append((path, finding))
    if "organisation.yaml" not in shared:
        likely = guess("organisation.yaml", (path.name for path in root.iterdir()))
        remedy = likely or "copy the one of the sample, or check the folder's name"
        message = "there is no organisation.yaml in this folder"
        raise UsageError(Finding("B111", message, remedy, where))
    return Folder(root, tuple(found), shared, tuple(findings), tuple(unread))


def without(folder: Folder, gone: Gone) -> Folder:
    """The folder as it would be if somebody had deleted what is *gone*."""
    return replace(
        folder,
        found=tuple(one for one in folder.found if not gone.has(one.shown)),
        findings=tuple(one for one in folder.findings if not gone.has(one.location.path)),
        unread=tuple(one for one in folder.unread if not gone.has(one[1].location.path)),
        hidden=gone.pictures,
    )


def _files(root: Path, top: str) -> Iterator[Path]:
    """Regular files in the order of their names; links are never followed.

    A folder where a file of ours should be is as good as one that cannot be opened.
    """
    count, where = 0, Location(PurePath(top))
    try:
        for folder, folders, names in walk(root, _unlisted):
            folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
            for path in (Path(folder, name) for name in folders):
                if _is_link(path) or _is_called_as_a_file(path.relative_to(root)):
                    yield path
            for name in sorted(names):
                count += 1
                if count > MOST_FILES:
                    remedy = "is this the right folder?"
                    message = f"the folder has over {MOST_FILES:,} files"
                    raise UsageError(Finding("B112", message, remedy, where))
                if not stamps.is_of_a_program(name):
                    yield Path(folder, name)
    except OSError as error:
        lies = PurePath(os.path.relpath(error.filename or root, root))
        shown = PurePath(top, *map(printable, lies.parts))
        message = f"the folder cannot be listed: {error.strerror}"
        remedy = advice(error, "check that the folder may be read")
        raise UsageError(Finding("B113", message, remedy, Location(shown))) from error


def _is_called_as_a_file(inside: PurePath) -> bool:
    if len(inside.parts) == 1:
        return inside.name in SHARED
    return inside.suffix == ".md" and bool(_kind(inside))


def _unusable(path: Path, shown: PurePath) -> Finding | None:
    """A folder that leads elsewhere, a name that not every machine can write."""
    if _is_link(path) and path.is_dir():
        remedy = "links are not followed: put the folder itself here"
        return Finding("B104", "this folder is a link and is not read", remedy, Location(shown))
    if path.name != path.name.encode("utf-8", "replace").decode():
        remedy = "rename it with letters, digits and hyphens"
        return Finding("B105", "the name of this file is not UTF-8", remedy, Location(shown))
    # What stands above them, and the folder of all sources, may be called as they like.
    inside = path.parts[-len(shown.parts) + 1 :]
    if "\\u" in shown.as_posix() and any(map(_INVISIBLE.search, inside)):
        remedy = "rename it with letters, digits and hyphens"
        message = "the name of this file has invisible characters in it"
        return Finding("B105", message, remedy, Location(shown))
    if path.suffix == ".md" and len(os.fsencode(path.name)) > LONGEST_NAME:
        message = f"the name of this file has over {LONGEST_NAME} bytes, and names folders too"
        return Finding("B105", message, "shorten it", Location(shown))
    return None


def _is_link(path: Path) -> bool:
    """Whether it leads elsewhere; where nobody may look, reading it tells why."""
    return os.path.islink(path)


def _unlisted(error: OSError) -> None:
    raise error


def _kind(inside: PurePath) -> str:
    """What kind of source a path below `sources/` is; nothing if it is none."""
    folder, depth, name = inside.parts[0], len(inside.parts), inside.name
    if ASIDE.fullmatch(name):
        return ""
    if depth >= 2 and folder in ("news", "releases"):
        return {"news": "news", "releases": "release"}[folder]
    if depth == 2:
        return {"boilerplate": "boilerplate", "newsletters": "issue", "slides": "deck"}.get(
            folder, ""
        )
    if depth == 3 and folder == "presskits":
        return "kit" if _stem(name) == "kit" else "section"
    if depth == 3 and folder == "manifesto":
        return "manifesto" if _stem(name) == "manifesto" else "chapter"
    return ""


def _stem(name: str) -> str:
    return name.split(".")[0]


def _named(kind: str, inside: PurePath, path: Path, shown: PurePath) -> Found:
    stem, language = inside.name.removesuffix(".md"), ""
    bare, dot, suffix = stem.rpartition(".")
    # Somebody may have typed ferry.FR.md.
    suffix = suffix.lower() if suffix.isupper() else suffix
    if dot and calendar.is_language(suffix):
        stem, language = bare, suffix
    group = inside.parts[1] if kind in ("kit", "section", "manifesto", "chapter") else ""
    slug = group if kind in ("kit", "manifesto") else stem
    slug = unicodedata.normalize("NFC", slug)
    return Found(kind, slug, language, unicodedata.normalize("NFC", group), path, shown)


def _out_of_place(inside: PurePath, shown: PurePath) -> Finding | None:
    """A file that will not be read, where somebody may have thought it would."""
    if ASIDE.fullmatch(inside.name) or inside.parts[0] == "images":
        return None
    if inside.suffix in (".yml", ".yaml") and len(inside.parts) == 1:
        remedy = guess(inside.name, SHARED) or f"the files read here are {', '.join(SHARED)}"
    elif inside.suffix.lower() in (".md", ".markdown", ".txt"):
        remedy = guess(inside.parts[0], FOLDERS) or f"sources live in {', '.join(FOLDERS)}"
        if inside.suffix != ".md":
            remedy = "give it a name that ends in .md"
        if len(inside.parts) == 1 and f"{inside.stem.lower()}.yaml" in SHARED:
            remedy = f"did you mean '{inside.stem.lower()}.yaml'?"
    elif inside.suffix.lower() in WORD_FILES:
        remedy = "paste its text into a file whose name ends in .md"
    elif inside.parts[0] in FOLDERS and inside.suffix == ".bak":
        # An editor has left it; as a language it would be Bashkir.
        remedy = "take it away, or give it a name that ends in .md"
    elif inside.parts[0] in FOLDERS and calendar.is_language(inside.suffix[1:]):
        remedy = f"give it a name that ends in {inside.suffix}.md"
    else:
        return None
    return Finding("B114", "this file is not read", remedy, Location(shown), Level.WARNING)


def read(path: Path, shown: PurePath) -> str:
    """The text of a regular file, decoded; anything else is refused."""
    return frontmatter.decode(content(path, shown), shown)


def made_out(path: Path, shown: PurePath) -> str:
    """The text of a file, but for control characters, of which its writer is told elsewhere."""
    return frontmatter.decode(content(path, shown), shown, without_controls=True)


def content(path: Path, shown: PurePath) -> bytes:
    """The bytes of a regular file, or as many as show that they are too many."""
    where = Location(shown)
    try:
        descriptor = _opened(path)
        try:
            # Of a folder no file can be made.
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                return stamps.read(descriptor, frontmatter.LARGEST + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        message = f"the file cannot be opened: {error.strerror}"
        remedy = advice(error, "check that the file may be read")
        if _is_link(path):
            message = "this file is a link to another place and is not read"
            remedy = "links are not followed: put the file itself here"
        raise CopyError(Finding(UNOPENED, message, remedy, where)) from error
    raise CopyError(Finding(UNOPENED, "this is not a file", "take it away", where))


def _opened(path: Path) -> int:
    """Open a file that was there a moment ago: some editors take it away before they save it."""
    for _ in range(SAVING):
        try:
            return os.open(path, _READING)
        except FileNotFoundError:
            # Who takes it away writes into its folder; of a folder that is gone nothing is saved.
            if time.time() - path.parent.stat().st_mtime > 1:
                raise
            time.sleep(0.02)
    return os.open(path, _READING)


def page(folder: Folder, name: str) -> str:
    """The text of a shared file, on its lines, without what is hidden of it."""
    text = read(folder.shared[name], folder.shown(name))
    return blanked(text, folder) if folder.hidden and name == PICTURES else text


def blanked(text: str, folder: Folder) -> str:
    """images.yaml without the hidden entries; all others stay on their lines."""
    heads: Mapping[str, Location] = {}
    with contextlib.suppress(CopyError):
        node, _ = frontmatter.load(text, folder.shown(PICTURES))
        heads = node.keys if isinstance(node, frontmatter.Table) else {}
    lines = text.split("\n")
    begins = sorted(where.line or 1 for where in heads.values())
    for name in folder.hidden & heads.keys():
        first = heads[name].line or 1
        after = next((line for line in begins if line > first), len(lines) + 1)
        if begins.count(first) == 1:
            lines[first - 1 : after - 1] = [""] * (after - first)
    return "\n".join(_unread(lines, folder.hidden - heads.keys()))


def _unread(lines: Sequence[str], hidden: Collection[str]) -> Iterator[str]:
    """The lines without entries that YAML cannot read: each goes on as far as it is indented.

    >>> list(_unread(["a.png: {", "b.png: x: y", "  z", "# c", "d.png: q"], {"b.png"}))
    ['a.png: {', '', '', '# c', 'd.png: q']
    """
    is_hidden = False
    for line in lines:
        if line[:1].strip():
            begun = line.lstrip("- \"'")
            is_hidden = any(
                begun.startswith(name) and not _GOES_ON.match(begun, len(name)) for name in hidden
            )
        yield "" if is_hidden else line


def cut(found: Found, text: str) -> frontmatter.Parts:
    """The head and body of a source; a boilerplate may be all body."""
    return frontmatter.split(text, found.shown, needs_head=found.kind != "boilerplate")


_HEADS = {"section": ("kit", "press kit"), "chapter": ("manifesto", "manifesto")}


def headless(found: Sequence[Found]) -> dict[PurePath, Finding]:
    """The folders of kits and manifestos without the file that says what they are."""
    headed = {one.shown.parent for one in found if one.kind in ("kit", "manifesto")}
    told: dict[PurePath, Finding] = {}
    for one in found:
        folder = one.shown.parent
        if one.kind in _HEADS and folder not in headed | told.keys():
            name, title = _HEADS[one.kind]
            message = f"no {title} is made of this folder: there is no {name}.md in it"
            remedy = f"give that name to the file with its title and date: {name}.md"
            told[folder] = Finding("B115", message, remedy, Location(folder), Level.WARNING)
    return told


def duplicates(found: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
    """Sources that a reference cannot tell apart: the same name, perhaps in other folders."""
    seen: dict[tuple[str, str, str, str], Found] = {}
    for file in found:
        group = file.group if file.kind in ("section", "chapter") else ""
        key = (file.kind, group, file.slug.casefold(), file.language)
        if key in seen:
            yield seen[key], file
        else:
            seen[key] = file
