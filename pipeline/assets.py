"""Pictures, opened safely and measured."""

from __future__ import annotations

import errno
import hashlib
import html
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import NoReturn

from pipeline import pixels, rasters, slugs, stamps
from pipeline.errors import CopyError, Finding, Level, Location, advice
from pipeline.frozen import dataclass
from pipeline.model.texts import NOWHERE

HEAVIEST = 8_000_000
LONGEST_SIDE = 30_000
"""In pixels; a row for each of millions of lines takes more memory than the lines do."""
MOST_FAULTS = 10
SUFFIXES = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "gif": (".gif",),
    "webp": (".webp",),
    "svg": (".svg",),
}
STRANGERS = (
    (b"%!PS", "an EPS file"),
    (b"\xc5\xd0\xd3\xc6", "an EPS file"),
    (b"%PDF", "a PDF"),
    (b"8BPS", "a Photoshop file"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a Windows bitmap"),
    (b"\x1f\x8b", "a compressed file"),
    (b"PK\x03\x04", "a ZIP or an Office document"),
    (b"version https://git-lfs", "a Git LFS pointer, not yet the picture itself"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)
SHRINK = "Save it about 2,400 pixels wide, as JPEG for a photograph or PNG for a drawing"
CONVERT = "Save it as PNG, JPEG, GIF, WebP or SVG"
PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
<dc:creator><rdf:Seq><rdf:li>{0}</rdf:li></rdf:Seq></dc:creator>
<photoshop:Credit>{0}</photoshop:Credit>
<xmpRights:UsageTerms>
<rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt>
</xmpRights:UsageTerms>
<dc:description>
<rdf:Alt><rdf:li xml:lang="x-default">{2}</rdf:li></rdf:Alt>
</dc:description>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
NOT_FOLLOWED = "Put the picture itself there: links to other places are not followed"
AGAIN = "Export it again, or ask for the file again, and replace it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    width: int
    height: int
    format: str
    """`png`, `jpeg`, `gif`, `webp` or `svg`, by what is in the file."""
    digest: str
    """SHA-256 of the file, hexadecimal."""
    scaled: str = ""
    """What it becomes when it is made smaller; empty if only its pixels can tell."""
    findings: tuple[Finding, ...] = ()
    """What is odd but does not prevent its use."""


def resolve(root: Path, name: str, where: Location) -> Path:
    """The file that a writer calls *name* below *root*; no way leads out, no link is followed."""
    reason = _why_not(name)
    if reason:
        _refuse("I101", f"{name[:80]!r} {reason}", "Name a file of the folder images/", where)
    if root.is_symlink():
        _refuse("I103", f"'{root.name}' is a link to another place", NOT_FOLLOWED, where)
    path = root
    for part in name.split("/"):
        path = _step(path, part, where)
    return path


def measure(path: Path, where: Location) -> Measured:
    """Size, format and digest of a picture, from its structure alone; no pixel is decoded."""
    content = _read(path, where)
    format = sniff(content)
    if not format:
        _refuse("I105", f"'{path.name}' is {_stranger(content)}", CONVERT, where)
    header = _header(path, content, format, where)
    return Measured(
        width=header.width,
        height=header.height,
        format=format,
        digest=hashlib.sha256(content).hexdigest(),
        scaled=format if header.is_drawn or format in ("jpeg", "svg") else "",
        findings=tuple(_oddities(path, format, header, where)),
    )


def load(path: Path, where: Location = NOWHERE) -> bytes:
    """What a page may show: the picture, decoded once as a proof, without its metadata."""
    format = measure(path, where).format
    content = _read(path, where)
    try:
        if rasters.lacks_rows(content, format):
            raise ValueError("the pixels end too early")
        # What is turned is decoded for that.
        if format != "svg" and rasters.turn(content, format) == 1:
            pixels.decoded(content)
        return clean(content, format)
    except MemoryError:
        # It is the machine's: no picture is damaged by it.
        raise
    except Exception as error:
        # Pillow lets struct.error, IndexError, UnicodeDecodeError and more escape from bad files.
        finding = Finding("I106", f"'{path.name}' is damaged or incomplete", AGAIN, where)
        raise CopyError(finding) from error


def sniff(content: bytes) -> str:
    """`png`, `jpeg`, `gif`, `webp` or `svg`, by content; empty for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    opening = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "svg" if opening.startswith(b"<") and re.search(rb"<(\w+:)?svg[\s/>]", opening) else ""


def check_svg(content: bytes, where: Location, name: str = "the drawing") -> tuple[Finding, ...]:
    """Everything for which a drawing must be refused."""
    from pipeline import drawings

    plainer = "Open it in the drawing program and export it as 'plain SVG', or save it as PNG"
    simpler = "Simplify it in the program that made it, or save it as PNG, 2,400 pixels wide"
    return tuple(
        Finding(
            "I107",
            f"'{name}' {fault.message}{_on(fault.line)}",
            simpler if fault.is_too_much else plainer,
            where,
        )
        for fault in drawings.faults(content)[:MOST_FAULTS]
    )


def clean(content: bytes, format: str) -> bytes:
    """The same picture without place, camera, author or comment."""
    if format == "svg":
        return _bare(content)
    if rasters.turn(content, format) > 1:
        # The note that says which way is up goes too, so the pixels themselves must be turned.
        is_exact = rasters.is_exact(content, format)
        content = pixels.written(pixels.decoded(content), format, is_exact=is_exact)
    return rasters.bare(content, format)


def _bare(drawing: bytes) -> bytes:
    from pipeline import drawings

    return drawings.bare(drawing)


def scale(content: bytes, width: int) -> bytes:
    """The picture for a screen, at most *width* pixels wide: PNG if it is flat, else JPEG."""
    format = sniff(content)
    if format == "svg":
        return _bare(content)
    image = pixels.decoded(content)
    if image.width > width or format not in ("png", "jpeg"):
        return pixels.narrowed(image, width, is_photograph=format == "jpeg")
    kept = clean(content, format)
    return pixels.lighter(kept, image) if format == "jpeg" else kept


def pressed(content: bytes) -> bytes:
    """A WebP photograph as JPEG, which a PDF takes as it is; every other picture as it was.

    Pixel by pixel, as a PDF takes all others, it would weigh ten times as much.
    """
    if sniff(content) != "webp" or rasters.is_exact(content, "webp"):
        return content
    image = pixels.decoded(content)
    return pixels.written(image, "jpeg") if image.mode == "RGB" else content


def with_credit(content: bytes, credit: str, licence: str, caption: str) -> bytes:
    """A PNG or JPEG with credit, licence and caption inside, where a picture desk looks (XMP)."""
    format = sniff(content)
    if format not in ("png", "jpeg"):
        return content
    packet = PACKET.format(*(_in_xml(words) for words in (credit, licence, caption)))
    return rasters.with_packet(clean(content, format), format, packet.encode())


def _refuse(code: str, message: str, remedy: str, where: Location) -> NoReturn:
    raise CopyError(Finding(code, message, remedy, where))


def _on(line: int | None) -> str:
    return f" (line {line} of the file)" if line else ""


def _why_not(name: str) -> str:
    if "://" in name:
        return "is an address; pictures are files that travel with the text"
    if any(unicodedata.category(letter)[0] in "CZ" and letter != " " for letter in name):
        return "has invisible characters in it"
    if "\\" in name:
        return "has a backslash; folders are separated by '/'"
    if name.startswith("/") or PureWindowsPath(name).drive:
        return "is a place on one computer"
    if any(part in ("", ".", "..") for part in name.split("/")):
        return "leads out of the folder or nowhere"
    return ""


def _step(folder: Path, part: str, where: Location) -> Path:
    path = folder / part
    mode = _mode(path, where)
    if mode is None:
        path, mode = _namesake(folder, part, where)
    if mode is None:
        _missing(folder, part, where)
    if stat.S_ISLNK(mode):
        _refuse("I103", f"'{part}' is a link to another place", NOT_FOLLOWED, where)
    return path


def _mode(path: Path, where: Location) -> int | None:
    try:
        return stamps.mode(path)
    except OSError as error:
        raise _unopened(path, where, error) from error


def _unopened(path: Path, where: Location, error: OSError) -> CopyError:
    remedy = advice(error, "Check that the file may be read, and that nothing else is using it")
    return CopyError(Finding("I103", f"'{path.name}' cannot be opened", remedy, where))


def _namesake(folder: Path, part: str, where: Location) -> tuple[Path, int | None]:
    """The file whose name differs only in case or in how its accents are stored."""
    same = [name for name in _names(folder) if _folded(name) == _folded(part)]
    return (folder / same[0], _mode(folder / same[0], where)) if len(same) == 1 else (folder, None)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _missing(folder: Path, name: str, where: Location) -> NoReturn:
    import difflib

    names = {_folded(known): known for known in _names(folder) if not known.startswith(".")}
    close = difflib.get_close_matches(_folded(name), slugs.beside(_folded(name), names), 1)
    guess = f"Did you mean '{names[close[0]]}'?" if close else "Add the file, or mend its name"
    _refuse("I102", f"there is no picture '{name}' in '{folder.name}/'", guess, where)


def _read(path: Path, where: Location) -> bytes:
    mode = _mode(path, where)
    if mode is None:
        _missing(path.parent, path.name, where)
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "a link or a device"
        _refuse("I103", f"'{path.name}' is {kind}, not a file", "Name a picture file", where)
    # A file may be exchanged for a link or a pipe in between; neither is followed nor waited for.
    try:
        return stamps.content(path, HEAVIEST)
    except OSError as error:
        if error.errno != errno.EFBIG:
            raise _unopened(path, where, error) from error
        weight = path.lstat().st_size
    message = f"'{path.name}' weighs {weight / 1e6:.1f} MB; a picture may weigh 8 MB"
    _refuse("I104", message, SHRINK, where)


def _stranger(content: bytes) -> str:
    if not content:
        return "an empty file"
    if content[4:8] == b"ftyp":
        return "an AVIF picture" if content[8:11] == b"avi" else "a HEIC picture or a film"
    opening = content[:64].lstrip().lower()
    kinds = (kind for start, kind in STRANGERS if opening.startswith(start.lower()))
    return next(kinds, "not a picture that can be read")


def _header(path: Path, content: bytes, format: str, where: Location) -> rasters.Header:
    if format == "svg":
        from pipeline import drawings

        drawing = drawings.read(content)
        if drawing.faults:
            raise CopyError(*check_svg(content, where, path.name))
        return rasters.Header(max(1, round(drawing.width)), max(1, round(drawing.height)))
    header = rasters.header(content, format)
    if not header:
        _refuse("I106", f"'{path.name}' is damaged or incomplete", AGAIN, where)
    is_long = max(header.width, header.height) > LONGEST_SIDE
    if is_long or header.width * header.height > pixels.MOST_PIXELS:
        size = f"{header.width:,} × {header.height:,} pixels"
        most = "25 million pixels in all" if not is_long else f"{LONGEST_SIDE:,} on a side"
        message = f"'{path.name}' is {size}; a picture may have {most}"
        _refuse("I104", message, SHRINK, where)
    return header


def _oddities(
    path: Path, format: str, header: rasters.Header, where: Location
) -> Iterator[Finding]:
    if header.moves:
        message = f"'{path.name}' is animated; on paper and for many readers only its start is seen"
        remedy = "Make sure that the first picture says it all"
        yield Finding("I108", message, remedy, where, Level.WARNING)
    if path.suffix.lower() not in SUFFIXES[format]:
        message = f"'{path.name}' holds a {format.upper()} picture"
        remedy = f"Rename it to '{path.stem}{SUFFIXES[format][0]}'"
        yield Finding("I109", message, remedy, where, Level.WARNING)


def _in_xml(words: str) -> str:
    # A JPEG has 65,535 bytes for all three; no caption is that long in earnest.
    written = (letter for letter in words[:4000] if letter.isprintable() or letter == "\n")
    return html.escape("".join(written), quote=False)
