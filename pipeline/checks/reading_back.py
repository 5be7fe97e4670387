"""Finished files as a reader gets them: the words, links, pictures and dates of each."""

from __future__ import annotations

import hashlib
import html
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any

from pipeline import hypertext
from pipeline.checks.pencil import ERROR, Mark
from pipeline.errors import Finding, Level, Location

if TYPE_CHECKING:
    import zipfile
    from email.message import EmailMessage

READ_BACK = frozenset([".html", ".txt", ".eml", ".pdf", ".docx", ".pptx", ".ics", ".zip", ".vcf"])
"""The endings of the files that a proofreader can read."""
_BLOCKS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 td th tr table section article header footer blockquote figcaption "
    "title ul ol dt dd br main nav aside figure pre center".split()
)
MOST, MOST_WORDS = 500_000_000, 10_000_000
"""Bytes of a finished file, and of one that is words from end to end; whoever has made it."""
MOST_PARTS, DEEPEST = 2_000, 50
"""Parts of a letter, and parts in parts: the parser takes the square of them."""
LONGEST_HEAD = 10_000
"""Bytes before the words of a part begin, which the parser takes the square of, too."""
_HEAD = rb"(?:\A|\n--(?:%s)[^\n]*\n)((?:[^\r\n]+\r?\n)+)"
_BOUNDARY = re.compile(rb"\bboundary(\*?)[^=\n]*=\s*\"?([^\s\";]*)", re.IGNORECASE)


class Unread(Exception):
    """A finished file that nobody can have made with us, and that would take too long to read."""


@dataclass(frozen=True, kw_only=True)
class Finished:
    """A finished file, and what stands beside it."""

    path: PurePosixPath
    """Below the folder of the build: `newsletter/2019-12/en/newsletter.html`."""
    out: str = "build"
    """The name of that folder."""
    content: bytes = field(default=b"", repr=False)
    siblings: frozenset[str] = frozenset()
    """The files of its edition, as the edition names them."""

    @property
    def suffix(self) -> str:
        return self.path.suffix.lower()

    @property
    def language(self) -> str:
        return self.path.parts[2] if len(self.path.parts) > 3 else "en"

    @property
    def edition(self) -> str:
        return self.path.parts[1] if len(self.path.parts) > 2 else ""

    @cached_property
    def page(self) -> Page:
        return Page(self.content.decode("utf-8", "replace"))

    @cached_property
    def text(self) -> str:
        """The words of the file; nothing, where it has none we can read."""
        return _text_of(self)

    @cached_property
    def leaves(self) -> list[str]:
        """The words of each page of a PDF."""
        return pages(self.content)

    def mark(
        self, code: str, message: str, remedy: str, level: Level = ERROR, line: int = 1
    ) -> Mark:
        where = Location(PurePath(self.out, self.path), line, 1)
        finding = Finding(code, message, remedy, where, level)
        return Mark(finding=finding, start=0, end=0, excerpt=message)


def to_its_end(source: str) -> str:
    """Without a comment that is never closed: the parser looks for its end at each sign."""
    begun = source.find("<!--", max(0, source.rfind("-->")))
    return source[:begun] if begun >= 0 else source


class Page(hypertext.Reader):
    """The parts of an HTML page that a proofreader looks at."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.links: list[tuple[str, str, int]] = []
        """Target, words, line."""
        self.pictures: list[tuple[dict[str, str | None], int]] = []
        self.identifiers: set[str] = set()
        self.headings: list[tuple[int, int]] = []
        self.language = ""
        self.title = ""
        self.scripts: list[str] = []
        self._hidden = ""
        self._link: list[str] | None = None
        self._in_title = False
        self.feed(to_its_end(source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        line = self.getpos()[0]
        if given.get("id") or (tag == "a" and given.get("name")):
            self.identifiers.add(str(given.get("id") or given.get("name")))
        if tag == "html":
            self.language = given.get("lang") or ""
        elif tag in ("script", "style"):
            self._hidden = f"{tag} {given.get('type') or ''}"
        elif tag == "title":
            self._in_title = True
        elif tag == "img":
            self.pictures.append((given, line))
            if self._link is not None:
                self._link.append(given.get("alt") or "")
        elif tag == "a" and given.get("href") is not None:
            self._link = []
            self.links.append((str(given["href"]), str(given.get("aria-label") or ""), line))
        elif re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), line))
        if tag in _BLOCKS:
            self.words.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._hidden = ""
        elif tag == "title":
            self._in_title = False
        elif tag == "a" and self._link is not None and self.links:
            href, label, line = self.links[-1]
            self.links[-1] = (href, label or "".join(self._link).strip(), line)
            self._link = None
        if tag in _BLOCKS:
            self.words.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._hidden:
            if "ld+json" in self._hidden:
                self.scripts.append(data)
            return
        if self._in_title:
            self.title += data
        if self._link is not None:
            self._link.append(data)
        self.words.append(re.sub(r"\s+", " ", data))

    @cached_property
    def text(self) -> str:
        joined = "".join(self.words)
        # Mail programs are kept from showing the text by these.
        joined = re.sub(r"[\u200b\u200c\u2007\u034f\ufeff\u00ad]", "", joined)
        return re.sub(r"\s*\n\s*\n\s*", "\n\n", joined).strip()


def _text_of(finished: Finished) -> str:
    content = finished.content
    match finished.suffix:
        case ".html":
            return finished.page.text
        case ".txt" | ".vcf" | ".md":
            return content.decode("utf-8", "replace")
        case ".ics":
            return re.sub(r"\r?\n[ \t]", "", content.decode("utf-8", "replace"))
        case ".eml":
            return _of_letter(content)
        case ".docx" | ".pptx":
            return _of_office(content)
        case ".pdf":
            return "\n\n".join(finished.leaves)
    return ""


def _of_letter(content: bytes) -> str:
    body = letter(content).get_body(("plain",))
    return str(body.get_content()) if body is not None else ""


def letter(content: bytes) -> EmailMessage:
    """What a mail program reads in a letter; Unread, if it is none that one would send."""
    import email.policy

    refuse_endless("letter.eml", content)
    return email.message_from_bytes(content, policy=email.policy.default)


def folder(content: bytes) -> zipfile.ZipFile:
    """What is packed; Unread, if it is more than anybody would send."""
    import zipfile

    packed = zipfile.ZipFile(io.BytesIO(content))
    if sum(entry.file_size for entry in packed.infolist()) > MOST:
        raise Unread(f"it is packed, and holds more than {MOST // 1_000_000} MB")
    return packed


def refuse_long(name: str, size: int) -> None:
    is_packed = name.lower().endswith((".pdf", ".zip", ".docx", ".pptx", ".eml"))
    most = MOST if is_packed else MOST_WORDS
    if size > most:
        raise Unread(f"it has more than {most // 1_000_000} MB")


def refuse_endless(name: str, content: bytes) -> None:
    """Unread, for what takes the square of its length to read."""
    refuse_long(name, len(content))
    if content.startswith(b"PK\x03\x04"):
        folder(content).close()
    elif name.lower().endswith(".eml"):
        parts = content.count(b"\n--")
        if parts > MOST_PARTS or content.lower().count(b"boundary=") > DEEPEST:
            raise Unread("it has parts in parts without end")
        if any(len(head) > LONGEST_HEAD for head in _heads(content)):
            raise Unread("what stands above its words is too long")


def _heads(letter: bytes) -> Iterator[bytes]:
    """What stands above the words of a letter and of each part.

    A line of words may begin with two hyphens, too: an address that is cut before them, a rule.
    """
    declared = _BOUNDARY.findall(letter)
    is_odd = any(coded or b"\\" in said for coded, said in declared)
    known = [b""] if is_odd else [re.escape(said) for _, said in declared] or [rb"(?!)"]
    return (found[1] for found in re.finditer(_HEAD % b"|".join(known), letter))


def _of_office(content: bytes) -> str:
    parts = []
    with folder(content) as packed:
        wanted = (
            r"word/(?:document|footnotes)\.xml|ppt/slides/slide\d+\.xml|ppt/notesSlides/\w+\.xml"
        )
        for name in sorted(packed.namelist()):
            if re.fullmatch(wanted, name):
                xml = _read(packed, name).decode("utf-8", "replace")
                xml = re.sub(r"</(?:w|a):p>", "\n\n", xml)
                xml = re.sub(r"<w:(?:tab|br)[^>]*/>", " ", xml)
                parts.append(html.unescape(re.sub(r"<[^>]+>", "", xml)))
    return "\n\n".join(parts)


def pages(content: bytes) -> list[str]:
    """The text of each page of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        texts = []
        for page in document:
            words = page.get_textpage()
            # U+FFFE is where a word was divided at the end of a line.
            texts.append(re.sub("[\ufffe\u00ad]\r?\n?", "", words.get_text_range()))
            words.close()
            page.close()
        return texts
    finally:
        document.close()


def pictures(content: bytes, side: int) -> Iterator[Any]:
    """Each picture in a PDF once, upright and about *side* pixels high, as Pillow has it."""
    import pypdfium2
    import pypdfium2.raw

    document = pypdfium2.PdfDocument(content)
    try:
        seen: set[tuple[int, bytes]] = set()
        for page in document:
            for shown in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
                width, height = shown.get_px_size()
                # What is cut out of a picture may be on another sheet; its pixels are compared.
                key = width, hashlib.sha256(shown.get_data()).digest()
                if key not in seen and min(width, height) > 1:
                    seen.add(key)
                    shown.set_matrix(pypdfium2.PdfMatrix().scale(side * width / height, side))
                    yield shown.get_bitmap(render=True, scale_to_original=False).to_pil()
            page.close()
    finally:
        document.close()


def _read(packed: zipfile.ZipFile, name: str) -> bytes:
    refuse_long(name, packed.getinfo(name).file_size)
    return packed.read(name)


def inside(finished: Finished) -> Iterator[Finished]:
    """The files in a ZIP, each as if it stood beside it."""
    with folder(finished.content) as packed:
        names = frozenset(packed.namelist())
        for name in sorted(names):
            if not name.endswith("/"):
                path = finished.path / name
                content = _read(packed, name)
                yield replace(finished, path=path, content=content, siblings=names)


def tried(
    code: str, check: Callable[..., Iterator[Mark]], finished: Finished, register: Any
) -> Iterator[Mark]:
    """A file that cannot be read back is told once, and stops nobody."""
    try:
        yield from check(finished, register)
    except Exception as error:
        if code == "X130":
            yield unread(finished, error)


def unread(finished: Finished, why: Exception) -> Mark:
    told = why if isinstance(why, Unread) else type(why).__name__
    return finished.mark(
        "X130", f"the file cannot be read back: {told}", "build it again, or put less into it"
    )
