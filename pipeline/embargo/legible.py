"""All that anybody can find in a finished file: words, names, notes in its margins, pictures."""

from __future__ import annotations

import base64
import email
import email.policy
import html
import io
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote_to_bytes

BREAK = "\n¶\n"
"""Between passages that do not belong together; it is no word."""
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)(?=\s|/?>)((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>")
_GIVEN = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))")
_INSIDE = re.compile(r"data:[\w.+/-]*((?:;[\w=.+-]+)*),([^\"'\s<>)]*)", re.IGNORECASE)
"""A file that stands in an address."""
_SCRIPT = re.compile(r"ld\+json[^>]{0,300}>", re.IGNORECASE)
"""What stands before the kind, an attribute with any sign in it, is of no matter."""
_SCRIPT_ENDS = re.compile(r"</script>", re.IGNORECASE)
_INLINE = re.compile(
    "(?:a|abbr|b|bd[io]|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|su[bp]"
    "|time|tspan|u|var|wbr|[aw]:(?:r|t|rpr))",
    re.IGNORECASE,
)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_UNREAD = re.compile(rb"/Image\b|/Length1\b|/XRef\b|/CIDFontType0C\b|/OpenType\b|/FunctionType\b")
"""Pixels, shapes of letters and tables of places."""
_TELLING = re.compile(rb"/ObjStm\b|/Metadata\b|/EmbeddedFile\b")
MOST, LARGEST_PICTURE = 100_000_000, 10_000_000
"""Bytes of one stream, and of a picture."""
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_CODES = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PRINTABLE = re.compile(rb"[\x09\x20-\x7e\x80-\xff]{8,}")
_RUN = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
)
"""Letters in UTF-8, more of them than chance often puts side by side."""
_SAMPLE, _FEW = 65_536, 10
"""In a text no more than one letter in so many is none."""
_FILM = re.compile(
    rb".{4}(?:ftyp|moov|mdat|wide)|RIFF.{4}(?:AVI |WAVE)|\x1aE\xdf\xa3|OggS|fLaC|ID3"
    rb"|\xff[\xf2-\xfb]|0&\xb2u|\0\0\x01\xba",
    re.DOTALL,
)
_PACKED = re.compile(rb"(?:zTXt[^\0]{1,79}\0\0|iTXt[^\0]{1,79}\0\x01\0[^\0]*\0[^\0]*\0)")
"""What goes before a note in a PNG that is deflated."""
_NUMBER = re.compile(r"\d+")
GZIPPED = 31
_PAGES = (".html", ".xml", ".svg", ".rels")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def read(name: str, content: bytes) -> Iterator[str | bytes]:
    """The words of a file, its name among them; and whole, every file that is or is in it."""
    yield name
    yield content
    if content.startswith(b"%PDF"):
        yield from _pdf(content)
    elif content.startswith(b"PK\x03\x04"):
        yield from _folder(content)
    elif content.startswith(_PICTURES):
        yield from _picture(content)
    elif content.startswith(b"\x1f\x8b"):
        yield from read(name.removesuffix(".gz"), _inflated(content, GZIPPED))
    elif name.lower().endswith(".eml"):
        yield from _letter(content)
    else:
        yield from _text(name.lower(), letters(content))


def letters(content: bytes) -> str:
    """What stands in a text; in a film, a font or a program, what may be words in it.

    By chance half of its bytes are letters, and to look for words in these takes minutes.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for part in (content[:_SAMPLE], content):
        text = part.decode("utf-8", "replace")
        if _FEW * (text.count("\0") + text.count("\ufffd")) > len(text):
            bare = (content, content.replace(b"\0", b""))
            return BREAK.join(
                run.decode("utf-8", "replace") for one in bare for run in _RUN.findall(one)
            )
    return text


def is_seen(beginning: bytes, size: int) -> bool:
    """Whether a file is a film, sound, or a picture too large for any page: nothing in it can be
    read, but for what is told of it at its beginning and its end."""
    is_large = size > LARGEST_PICTURE and beginning.startswith(_PICTURES)
    return is_large or bool(_FILM.match(beginning))


def _picture(content: bytes) -> Iterator[str | bytes]:
    """The notes in a picture, deflated as they may be, or two bytes to a letter; a smaller one."""
    told = b"".join(_told_of(content))
    if (inside := told.find(b"\xff\xd8\xff")) >= 0:
        yield told[inside:]
    notes = [_inflated(told[found.end() :]) for found in _PACKED.finditer(told)]
    for part in (told, told.replace(b"\0", b""), *notes):
        yield BREAK.join(one.decode("utf-8", "replace") for one in _PRINTABLE.findall(part))


def _told_of(content: bytes) -> Iterator[bytes]:
    """A picture without its pixels, in which everything could be read and nothing stands."""
    if content.startswith(b"\x89PNG"):
        at = 8
        while at < len(content):
            length = int.from_bytes(content[at : at + 4], "big") + 12
            if content[at + 4 : at + 8] != b"IDAT":
                yield content[at : at + length]
            at += length
    elif content.startswith(b"\xff\xd8"):
        at = 2
        while content[at : at + 1] == b"\xff" and content[at + 1 : at + 2] != b"\xda":
            length = int.from_bytes(content[at + 2 : at + 4], "big") + 2
            yield content[at : at + length]
            at += length
        yield content[max(at, content.rfind(b"\xff\xd9")) :]
    else:
        yield content


def _text(name: str, text: str) -> Iterator[str | bytes]:
    if name.endswith((".ics", ".vcf")):
        unfolded = re.sub(r"\r?\n[ \t]", "", text)
        text = re.sub(r"\\([nN,;\\])", lambda m: " " if m[1] in "nN" else str(m[1]), unfolded)
    if name.endswith(".json"):
        try:
            yield from _told(json.loads(text))
            return
        except (ValueError, RecursionError):
            pass
    if not name.endswith(_PAGES):
        # An address in angle brackets is no tag.
        yield text
    yield from _marked(text)


def _told(value: Any) -> Iterator[str | bytes]:
    if isinstance(value, str):
        yield from _marked(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _told(item)
    elif isinstance(value, list):
        yield " ".join(item for item in value if isinstance(item, str))
        for item in value:
            yield from _told(item)


def _marked(text: str, depth: int = 0) -> Iterator[str | bytes]:
    """Text that may be marked up, in HTML or XML, and again inside that."""
    for script in _scripts(text):
        yield from _text(".json", script)
    if "<!--" in text:
        text, *asides = _apart(text)
        yield from (_TAG.sub(" ", aside) for aside in asides)
    plain = html.unescape(_TAG.sub(_gap, text))
    yield plain
    if (twice := html.unescape(plain)) != plain:
        yield twice
    given = [html.unescape("".join(one)) for one in _GIVEN.findall(text)]
    yield BREAK.join(one for one in given if not one.startswith("data:"))
    for how, letters in _INSIDE.findall(text):
        yield from _enclosed(how, html.unescape(letters))
    if depth < 2 and _TAG.search(plain):
        yield from _marked(plain, depth + 1)


def _scripts(text: str) -> Iterator[str]:
    """What is told to search engines; each is read to its end once, though it may have none."""
    begun = _SCRIPT.search(text)
    while begun and (ends := _SCRIPT_ENDS.search(text, begun.end())):
        yield text[begun.end() : ends.start()]
        begun = _SCRIPT.search(text, ends.end())


def _apart(text: str) -> list[str]:
    """A page without its comments, and each of these; one may stand inside a word."""
    first, *others = text.split("<!--")
    pieces = [one.partition("-->") for one in others]
    return [first + "".join(after for _, _, after in pieces), *(said for said, _, _ in pieces)]


def _enclosed(how: str, letters: str) -> Iterator[str | bytes]:
    content = unquote_to_bytes(letters)
    if how.lower().endswith(";base64"):
        try:
            content = base64.b64decode(content + b"==")
        except ValueError:
            return
    yield from read("", content)


def _gap(tag: re.Match[str]) -> str:
    return "" if _INLINE.fullmatch(tag[2]) else " "


def _letter(content: bytes) -> Iterator[str | bytes]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    yield BREAK.join(f"{name}: {value}" for name, value in message.items())
    for part in message.walk():
        if part.is_multipart():
            yield f"{part.preamble or ''}{BREAK}{part.epilogue or ''}"
            continue
        yield BREAK.join(str(value) for value in part.values())
        inner = part.get_payload(decode=True)
        suffix = {"text/html": ".html", "text/calendar": ".ics"}.get(part.get_content_type(), "")
        if isinstance(inner, bytes):
            yield from read(part.get_filename() or f"part{suffix}", inner)


def _folder(content: bytes) -> Iterator[str | bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        yield folder.comment.decode("utf-8", "replace")
        for entry in folder.infolist():
            yield BREAK.join(
                told.decode("utf-8", "replace") for told in (entry.comment, entry.extra)
            )
            inner = folder.read(entry)
            yield from read(str(PurePosixPath(entry.filename)), inner)


# PDF --------------------------------------------------------------------------------------


def _pdf(content: bytes) -> Iterator[str | bytes]:
    """Its pages as they are copied out of it; titles, bookmarks, links, notes, enclosed files."""
    from pipeline.checks import reading_back

    pages = reading_back.pages(content)
    yield "\n".join(pages)
    yield "\n".join(_without_margins(pages))
    bare = _STREAM.sub(b"", content)
    yield from _strings(bare)
    for found in _STREAM.finditer(content):
        said_of_it = content[max(0, found.start() - 600) : found.start()].rpartition(b"obj")[2]
        if not _UNREAD.search(said_of_it):
            yield from _stream(_inflated(found[1]), bool(_TELLING.search(said_of_it)))


def _without_margins(pages: list[str]) -> Iterator[str]:
    """The lines that stand on one page only, but for their numbers: a sentence goes over pages."""
    lines = [
        [(line, _NUMBER.sub("", line).strip()) for line in page.splitlines()] for page in pages
    ]
    many = Counter(bare for page in lines for bare in {bare for _, bare in page})
    yield from (line for page in lines for line, bare in page if many[bare] < 2)


def _inflated(stream: bytes, window: int = zlib.MAX_WBITS) -> bytes:
    try:
        return zlib.decompressobj(window).decompress(stream, MOST)
    except zlib.error:
        return stream


def _stream(content: bytes, is_telling: bool) -> Iterator[str | bytes]:
    """An enclosed file, a note about the document, or its objects; no letters being placed."""
    if content.startswith((b"%PDF", b"PK\x03\x04", b"\x1f\x8b", *_PICTURES)):
        yield from read("", content)
    elif is_telling or not re.search(rb"\bT[jJ]\b", content):
        yield content
        yield from _marked(content.decode("utf-8", "replace"))
        yield from _strings(content)


def _strings(objects: bytes) -> Iterator[str]:
    found = (*map(_decoded, _bracketed(objects)), *map(_of_codes, _CODES.finditer(objects)))
    yield BREAK.join(text for text in found if len(text) > 1)


def _bracketed(objects: bytes) -> Iterator[bytes]:
    """What stands between brackets that have none in them; one may never be closed.

    >>> list(_bracketed(rb"(a\\)b) (c(d) (e"))
    [b'a)b', b'd']
    """
    begun = -1
    for sign in _BRACKET.finditer(objects):
        if sign[0].endswith(b"(") and (begun < 0 or sign[0] == b"("):
            begun = sign.end()
        elif sign[0] == b")" and begun >= 0:
            yield _ESCAPE.sub(_escaped, objects[begun : sign.start()])
            begun = -1


def _of_codes(match: re.Match[bytes]) -> str:
    digits = b"".join(match[1].split())
    return _decoded(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw.decode("utf-8", "replace")
    return raw.decode("latin-1")


def _escaped(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    if sign[:1].isdigit():
        return bytes([int(sign, 8) & 255])
    return b"" if sign in (b"\n", b"\r\n") else _LETTERS.get(sign, sign)
