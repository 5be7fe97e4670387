"""Commented forms for new sources, and the page that documents every key."""

from __future__ import annotations

import datetime as dt
import json
import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from pipeline import frontmatter, idioms, outputs
from pipeline.corpus import files, keys
from pipeline.corpus.house import House
from pipeline.corpus.reader import Key, guess
from pipeline.errors import CopyError, Finding, Location, UsageError, printable
from pipeline.slugs import slug_of

Pages = dict[PurePosixPath, str]
"""Path below `sources/` -> what is written there."""
COMMAND = PurePath("new")
EXAMPLE = 'make new kind=news title="Oslo joins"'
OF = {
    "slides": "deck",
    "manifesto": "chapter",
    "kit": "presskit",
    "letter": "newsletter",
    "facts": "fact",
    "figure": "fact",
    "contacts": "contact",
    "agenda": "event",
    "date": "event",
    "images": "picture",
    "image": "picture",
}
"""What people call a form by the publication or the file that it goes into."""
LEFT = "Take away the # in front of what you need; leave or delete the rest."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to begin."""

    title: str
    slug: str
    today: dt.date
    language: str
    suffix: str
    """`.fr` for a translation; empty for the default language."""
    root: Path


def write(kind: str, title: str, root: Path, today: dt.date, language: str = "") -> list[Path]:
    """Lay out the form; the paths of what was written, none of which was there before."""
    if not kind:
        raise _refusal(
            "O130",
            "say what is to be begun",
            f"{EXAMPLE}; known are {', '.join((*FORMS, *ENTRIES))}",
        )
    if kind not in FORMS and kind not in ENTRIES:
        known = (*FORMS, *ENTRIES)
        meant = f"write kind={OF[kind]}" if kind in OF else guess(kind, known)
        remedy = meant or f"known are {', '.join(known)}"
        raise _refusal("O130", f"there is no form for {kind!r}", remedy)
    # As a Mac spells the names of files, and as sources are read.
    title = unicodedata.normalize("NFC", " ".join(title.split()))
    if not title:
        raise _refusal("O131", f"the new {kind} has no title", f"give it one: {EXAMPLE}")
    if not slug_of(title) or not title.isprintable():
        remedy = f"give it one: {EXAMPLE}"
        raise _refusal("O131", f"{title!r} is no title that a file can be named after", remedy)
    spoken = House(files.look(root), frozenset()).languages
    suffix = _suffix(language, spoken, root)
    if kind == "picture" and not PurePath(title).suffix:
        remedy = 'give it that of the file in images/: make new kind=picture title="riga.jpg"'
        raise _refusal("O131", f"{title!r} is not the name of a picture", remedy)
    wish = Wish(
        title=title,
        slug=slug_of(title),
        today=today,
        language=language or spoken[0],
        suffix=suffix,
        root=root,
    )
    if kind in ENTRIES:
        return [_add(wish, ENTRIES[kind])]
    pages = FORMS[kind](wish)
    for path in pages:
        if files.ASIDE.fullmatch(path.name):
            remedy = "a file of this name is for those who write, and is not read: give another"
            raise _refusal("O131", f"{title!r} is no title that a file can be named after", remedy)
        if linked := [folder for folder in path.parents if (root / folder).is_symlink()]:
            where = Path(printable(root.name)) / linked[0]
            remedy = "links are not followed: put the folder itself here"
            raise _refusal("B104", "this folder is a link", remedy, where)
        if (root / path).exists():
            remedy = "open it, or give the new one another title"
            raise _refusal(
                "O132", "this file is there already", remedy, Path(printable(root.name)) / path
            )
    outputs.create({root / path: text.encode() for path, text in pages.items()})
    return [root / path for path in pages]


def _suffix(language: str, spoken: Sequence[str], root: Path) -> str:
    if language in ("", spoken[0]):
        return ""
    if language not in spoken:
        remedy = f"the languages declared there are {', '.join(spoken)}"
        where = PurePath(printable(root.name), "organisation.yaml")
        raise _refusal("K104", f"there is no language {language!r}", remedy, where)
    return f".{language}"


def _refusal(code: str, message: str, remedy: str, path: PurePath = COMMAND) -> UsageError:
    return UsageError(Finding(code, message, remedy, Location(path)))


# Forms ------------------------------------------------------------------------------------


def _head(table: Mapping[str, Key], **filled: str) -> str:
    """The front matter: what must be there, then what may be, each with what it is for."""
    lines = [f"{name}: {value}" for name, value in filled.items()]
    optional = {name: key for name, key in table.items() if name not in filled}
    if optional:
        lines.append(f"# {LEFT}")
    return "---\n" + "\n".join((*lines, *_offered(optional))) + "\n---\n"


def _offered(optional: Mapping[str, Key]) -> Iterator[str]:
    wide = max((len(f"{name}: {key.wanted}") for name, key in optional.items()), default=0)
    for name, key in optional.items():
        told = f"{name}: {key.wanted}"
        yield f"# {told:<{min(wide, 44)}}  # {key.about}"


def _quoted(title: str) -> str:
    return json.dumps(title, ensure_ascii=False)


def _news(wish: Wish) -> Pages:
    head = _head(keys.STORY, title=_quoted(wish.title), date=str(wish.today))
    path = PurePosixPath("news", f"{wish.today}-{wish.slug}{wish.suffix}.md")
    return {path: f"{head}Write the news here, in two or three short paragraphs.\n"}


def _release(wish: Wish) -> Pages:
    head = _head(keys.RELEASE, title=_quoted(wish.title), date=str(wish.today))
    body = (
        "Write the release here: the news in the first sentence.\n\n"
        "<!-- A quotation; take this line and the last one away.\n"
        "> What somebody says.\n>\n> — Name, role\n-->\n"
    )
    path = PurePosixPath("releases", f"{wish.today}-{wish.slug}{wish.suffix}.md")
    return {path: f"{head}{body}"}


def _newsletter(wish: Wish) -> Pages:
    head = _head(keys.ISSUE, date=str(wish.today), subject=_quoted(wish.title))
    month = PurePosixPath("newsletters", f"{wish.today:%Y-%m}{wish.suffix}.md")
    day = PurePosixPath("newsletters", f"{wish.today}{wish.suffix}.md")
    path = day if (wish.root / month).exists() else month
    return {path: f"{head}Write the editorial here, or nothing.\n"}


def _presskit(wish: Wish) -> Pages:
    folder = PurePosixPath("presskits", wish.slug)
    kit = _head(keys.KIT, title=_quoted(wish.title), date=str(wish.today))
    part = _head(keys.PART, title='"About the event"')
    return {
        folder / f"kit{wish.suffix}.md": f"{kit}Write the opening here: who, what, when, where.\n",
        folder / f"01-about{wish.suffix}.md": f"{part}Write the first section here.\n",
    }


def _chapter(wish: Wish) -> Pages:
    books = sorted(path.parent for path in wish.root.glob("manifesto/*/manifesto*.md"))
    book = PurePosixPath("manifesto", books[-1].name if books else str(wish.today.year))
    taken = [int(path.name[:2]) for path in wish.root.joinpath(book).glob("[0-9][0-9]-*.md")]
    name = f"{max(taken, default=0) + 1:02d}-{wish.slug}{wish.suffix}.md"
    # In English where nobody has said how a language heads them.
    headed = idioms.headed_in(wish.language) or idioms.headed_in("en")
    words = (
        "Write the introduction here.",
        "1. Write the first recommendation here.",
        "- **Town** (Country): write what it does.",
        "- Author, *Title*, year.",
    )
    sections = zip(headed.values(), words, strict=True)
    body = "\n".join(f"## {title}\n\n{begun}\n" for title, begun in sections)
    pages = {book / name: _head(keys.CHAPTER, title=_quoted(wish.title)) + body}
    if not books:
        head = _head(keys.MANIFESTO, title='"Manifesto"', date=str(wish.today))
        pages[book / f"manifesto{wish.suffix}.md"] = f"{head}Write the foreword here.\n"
    return pages


def _deck(wish: Wish) -> Pages:
    head = _head(keys.DECK, title=_quoted(wish.title), date=str(wish.today))
    body = "# The first slide\n\nOne idea.\n\nNote: What you say and do not show.\n"
    return {PurePosixPath("slides", f"{wish.slug}{wish.suffix}.md"): f"{head}{body}"}


FORMS: Mapping[str, Callable[[Wish], Pages]] = {
    "news": _news,
    "release": _release,
    "newsletter": _newsletter,
    "presskit": _presskit,
    "chapter": _chapter,
    "deck": _deck,
}


# Entries of the files that hold many --------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is not a file of its own: one fact, contact, date or picture among others."""

    file: str
    keys: Mapping[str, Key]
    begun: Callable[[Wish], Mapping[str, str]]
    """What must be there, to be written over."""
    is_listed: bool = False


def _name(wish: Wish, entry: Entry) -> str:
    """What texts call it by; a picture is called as its file is."""
    return wish.title if entry.file == "images.yaml" else wish.slug


def _lines(wish: Wish, entry: Entry) -> str:
    begun = entry.begun(wish)
    optional = {name: key for name, key in entry.keys.items() if name not in begun}
    below = [*(f"{name}: {value}" for name, value in begun.items())]
    below += [f"# {LEFT}", *_offered(optional)]
    if entry.is_listed:
        return "\n".join(("- " if not n else "  ") + line for n, line in enumerate(below)) + "\n"
    name = _name(wish, entry)
    is_plain = slug_of(name) == name.replace(".", "-") and name != "null"
    key = name if is_plain else _quoted(name)
    return "\n".join((f"{key}:", *(f"  {line}" for line in below))) + "\n"


def _add(wish: Wish, entry: Entry) -> Path:
    """The file with one entry more, below all that stands in it, of which no letter changes."""
    path = wish.root / entry.file
    shown = PurePath(printable(wish.root.name), entry.file)
    try:
        # Only what is not there is empty: nothing is written over what cannot be read.
        old = files.content(path, shown) if os.path.lexists(path) else None
        content = old or b""
        before = _entries(frontmatter.decode(content, shown), shown)
    except CopyError as error:
        raise UsageError(*error.findings) from error
    if _name(wish, entry) in before:
        remedy = "mend that one, or give the new one another title"
        raise _refusal("O132", f"{_name(wish, entry)!r} is there already", remedy, shown)
    more = ("\n" if content else "") + _lines(wish, entry)
    gap = "" if content.endswith(b"\n") or not content else "\n"
    ends = "\r\n" if b"\r\n" in content else "\n"
    content += (gap + more).replace("\n", ends).encode()
    try:
        after = _entries(frontmatter.decode(content, shown), shown)
    except CopyError:
        # What is wrong then stands on lines that nobody has written.
        after = []
    if after != [*before, _name(wish, entry)]:
        remedy = "begin each entry at the left edge, as sources/KEYS.md shows them"
        raise _refusal("O132", "nothing can be added to this file as it is", remedy, shown)
    if old is None:
        outputs.create({path: content})
    elif not outputs.replace(path, content, instead=old):
        raise _refusal("O132", "somebody has saved this file just now", "try again", shown)
    return path


def _entries(text: str, path: PurePath) -> list[str]:
    node, _ = frontmatter.load(text, path)
    if isinstance(node, frontmatter.Table):
        return list(node.entries)
    ids = (
        one.entries.get("id")
        for one in (node.items if isinstance(node, frontmatter.Listing) else ())
        if isinstance(one, frontmatter.Table)
    )
    return [one.text if isinstance(one, frontmatter.Scalar) else "" for one in ids]


ENTRIES: Mapping[str, Entry] = {
    "fact": Entry(
        file="facts.yaml",
        keys=keys.FACT,
        begun=lambda wish: {"value": '"?"', "source": '"?"', "as_of": str(wish.today)},
    ),
    "contact": Entry(
        file="contacts.yaml",
        keys=keys.CONTACT,
        begun=lambda wish: {
            "name": _quoted(wish.title),
            "role": '"?"',
            "email": "press@example.org",
        },
    ),
    "event": Entry(
        file="agenda.yaml",
        keys=keys.EVENT,
        begun=lambda wish: {
            "id": wish.slug,
            "title": _quoted(wish.title),
            "start": str(wish.today),
        },
        is_listed=True,
    ),
    "picture": Entry(
        file="images.yaml",
        keys=keys.PICTURE,
        begun=lambda wish: {"alt": '"?"', "credit": '"?"', "licence": '"?"'},
    ),
}


# The page of keys -------------------------------------------------------------------------


KEYS_OPENING = """# Every key

What may stand in a source, file by file. A key with * has to be there. Anything else is an error,
with its line and a guess at what was meant.

A text may be one for each language, `{en: …, fr: …}`, and may look up what is declared elsewhere,
`{{ facts.members }}`.
"""


def page_of_keys() -> str:
    """Every key that a source may have, for `KEYS.md`."""
    parts = [KEYS_OPENING]
    for file, table in keys.REFERENCE.items():
        parts.append(f"## {file}\n")
        rows = [_row(name, key) for name, key in table.items()]
        parts.append("| key | for example | what it is |\n|---|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _row(name: str, key: Key) -> str:
    wanted = key.wanted.replace("|", "\\|")
    return f"| `{name}`{'*' if key.required else ''} | `{wanted}` | {key.about} |"
