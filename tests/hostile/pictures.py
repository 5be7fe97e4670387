"""Pictures that are more, or other, than they seem."""

from __future__ import annotations

import functools
import gzip
import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image

LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
)


def _nested(tag: str, attribute: str) -> str:
    """Ten in each of ten, nine deep, by what is called with url()."""
    called = (
        f'<rect width="9" height="9" {f"""{attribute}="url(#n{n - 1})" """ if n else ""}/>'
        for n in range(9)
    )
    return "".join(
        f'<{tag} id="n{n}" width="9" height="9">{one * 10}</{tag}>' for n, one in enumerate(called)
    )


USES = "".join(
    f'<g id="u{n}">{f"""<use href="#u{n - 1}"/>""" * 10}</g>' if n else '<path id="u0" d="M0 0"/>'
    for n in range(10)
)

HATCH = f'<pattern id="p" width="9" height="9">{"<path/>" * 300}</pattern>'


def _chunk(kind: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)


def png(
    width: int, height: int, *, rows: int | None = None, depth: int = 1, kind: int = 0
) -> bytes:
    """Black from corner to corner, in few bytes; *rows* are those that are really there."""
    bands = {0: 1, 2: 3, 6: 4}[kind]
    row = b"\0" + b"\0" * (-(-width * depth * bands // 8))
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height if rows is None else rows))
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    body = _chunk(b"IHDR", head) + _chunk(b"IDAT", packed + packer.flush())
    return b"\x89PNG\r\n\x1a\n" + body + _chunk(b"IEND", b"")


def with_chunk(content: bytes, kind: bytes, inside: bytes) -> bytes:
    """*content* with one more chunk behind its head."""
    return content[:33] + _chunk(kind, inside) + content[33:]


@functools.cache
def packed(megabytes: int) -> bytes:
    return zlib.compress(bytes(megabytes * 1_000_000), 9)


def words_bomb(megabytes: int) -> bytes:
    """A small picture whose comment unpacks to many megabytes."""
    return with_chunk(png(9, 9), b"zTXt", b"Comment\0\0" + packed(megabytes))


def profile_bomb(megabytes: int) -> bytes:
    return with_chunk(png(9, 9), b"iCCP", b"profile\0\0" + packed(megabytes))


def scans(times: int) -> bytes:
    """A black JPEG whose last scan, of some thirty bytes, stands in it so many times."""
    buffer = io.BytesIO()
    Image.new("L", (5000, 5000)).save(buffer, "JPEG", progressive=True)
    content = buffer.getvalue()
    last = content.rindex(b"\xff\xda")
    return content[:last] + content[last:-2] * times + content[-2:]


def upright() -> bytes:
    """A grainy photograph of 20 million pixels, taken with the camera on its side."""
    buffer = io.BytesIO()
    held = Image.Exif()
    held[0x0112] = 6
    grain = Image.effect_noise((5000, 4000), 12).convert("RGB")
    grain.save(buffer, "WEBP", quality=60, method=0, exif=held)
    return buffer.getvalue()


def svg(inside: str, attributes: str = "", before: str = "") -> str:
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {space} width="9" height="9" {attributes}>{inside}</svg>'


def drawings(secret: str, server: str) -> dict[str, str]:
    """Drawings that read, call or run something, or never end; each must be refused."""
    entity = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{secret}">]>'
    return {
        "external entity": svg("<text>&x;</text>", before=entity),
        "parameter entity": svg("", before=f'<!DOCTYPE svg [<!ENTITY % x SYSTEM "{server}"> %x;]>'),
        "outside DTD": svg("", before=f'<!DOCTYPE svg SYSTEM "{server}x.dtd">'),
        "billion laughs": svg("<text>&l9;</text>", before=f"<!DOCTYPE svg [{LAUGHS}]>"),
        "script": svg("<script>alert(1)</script>"),
        "script attribute": svg('<path d="M0 0" onclick="alert(1)"/>'),
        "onload": svg("", 'onload="alert(1)"'),
        "foreign object": svg(
            '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'
        ),
        "image of a file": svg(f'<image href="file://{secret}" width="9" height="9"/>'),
        "image of a server": svg(f'<image xlink:href="{server}" width="9" height="9"/>'),
        "image within": svg('<image href="data:image/svg+xml,%3Csvg/%3E" width="9" height="9"/>'),
        "use of a file": svg(f'<use href="file://{secret}#a"/>'),
        "use without end": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        "use times 10^9": svg(f'<defs>{USES}</defs><use href="#u9"/>'),
        "colours without end": svg(
            '<linearGradient id="a" spreadMethod="repeat" x2="0.0000001"><stop offset="0"/>'
            '<stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)"/>'
        ),
        "a gradient of thousands": svg(
            f'<linearGradient id="a">{"<stop/>" * 5000}</linearGradient>'
            f'{"""<rect width="9" height="9" fill="url(#a)"/>""" * 500}'
        ),
        "rules without end": svg(
            f"<style>{'.a .b .c, .d > .e { fill: red } ' * 2000}</style>{'<path/>' * 5000}"
        ),
        "rules for all that stand beside": svg(
            f"<style>* ~ * ~ * {{ fill: red }}</style>{'<path/>' * 5000}"
        ),
        "rules for all that is inside": svg(
            f"<style>{'*:has(* * *) { fill: red } ' * 200}</style>{'<g><path/></g>' * 2000}"
        ),
        "a rule in quotation marks": svg(
            f"""<style>{'g [a="}"] g g g, ' * 2000} a {{ fill: red }}</style>{"<g/>" * 5000}"""
        ),
        "a thread": svg("<path/>").replace('width="9" height="9"', 'width="1" height="9999999"'),
        "a hair": svg("<path/>").replace('width="9" height="9"', 'width="9999999" height=".01"'),
        **{
            f"{tag} times 10^8": svg(_nested(tag, key) + f'<path d="M0 0h9" {key}="url(#n8)"/>')
            for tag, key in (("pattern", "fill"), ("mask", "mask"), ("clipPath", "clip-path"))
        },
        "mask by its class": svg(
            '<style>.a, path { mask: url("#m") }</style>'
            '<mask id="m"><path class="a" d="M0 0h9"/></mask><path class="a" d="M0 0h9v9"/>'
        ),
        "markers": svg(
            f'<marker id="m">{"<path/>" * 2000}</marker>'
            f'<path d="M0 0{"L1 1" * 2000}" style="marker-mid: url(#m)"/>'
        ),
        "markers by their class": svg(
            f'<marker id="m">{"<path/>" * 2000}</marker><style>.a {{ marker: url(#m) }}</style>'
            f'<path d="M0 0{"L1 1" * 2000}" class="a"/>'
        ),
        "a path without end": svg(f'<path d="M0 0{"L1 1" * 200_000}"/>'),
        "a path that never goes on": svg('<path d="M0 0Z50"/>'),
        "a path that ends and goes on": svg('<path d="M0 0 L1 1 z , e9"/>'),
        "a path that its style draws": svg('<path style="fill:red; d: M0 0Z50"/>'),
        "a path that a rule draws": svg("<style>path { d: M0 0Z50 }</style><path/>"),
        "uses by their style": svg('<g id="a"><use style="HREF/**/: #a"/></g>'),
        "a path of signs": svg(f'<path d="M0 0h{"- " * 200_000}"/>'),
        "a path of letters": svg(f'<path d="M0 0{"h" * 200_000}"/>'),
        "a long path, drawn again": svg(
            f'<path id="a" d="M0 0{"L1 1" * 20_000}"/>{"""<use href="#a"/>""" * 5000}'
        ),
        "corners handed down": svg(
            f'<polygon points="{"1,1 " * 20_000}">{"<polygon/>" * 5000}</polygon>'
        ),
        "a pattern handed down": svg(f'{HATCH}<g fill="url(#p)">{"<rect/>" * 5000}</g>'),
        "a pattern handed down by a class": svg(
            f'<style>.a {{ fill: url(#p) }}</style>{HATCH}<g class="a">{"<rect/>" * 5000}</g>'
        ),
        "a pattern handed to what is drawn again": svg(
            f'{HATCH}<g id="a">{"<rect/>" * 500}</g><use href="#a" style="fill:url(#p)"/>'
        ),
        "a pattern for all that is drawn again": svg(
            f"<style>rect {{ fill: url(#p) }}</style>{HATCH}"
            f'<g id="a">{"<rect/>" * 90}</g>{"""<use href="#a"/>""" * 90}'
        ),
        "markers handed down": svg(
            f'<marker id="m">{"<path/>" * 200}</marker>'
            f'<g marker="url(#m)">{f"""<path d="M0 0{"L1 1" * 100}"/>""" * 100}</g>'
        ),
        "markers by a rule": svg(
            f'<style>path {{ marker-mid: url(#m) }}</style><marker id="m">{"<g/>" * 80}</marker>'
            f'<path d="M0 0{"L1 1" * 20_000}"/>'
        ),
        "dashes handed down": svg(
            f'<g stroke-dasharray="{"1 " * 5000}">{"""<path d="M0 0h9"/>""" * 5000}</g>'
        ),
        "a transformation that never begins": svg(f'<path transform="{"a(" * 200}"/>'),
        "fills that are nowhere": svg(
            "".join(f'<path fill="url(#n{number})"/>' for number in range(5000))
        ),
        "uses that are nowhere": svg('<use href="#nowhere"/>' * 5000),
        "glass in glass": svg(
            f'{"""<g opacity=".5">""" * 40}{"<path/>" * 9000}{"</g>" * 40}',
        ),
        "glass in glass by a rule": svg(
            f"<style>* {{ opacity: .5 }}</style>{'<g>' * 40}{'<path/>' * 9000}{'</g>' * 40}",
        ),
        "properties without end": svg(
            f'<g style="{"".join(f"a{number}:b;" for number in range(9000))}">{"<g/>" * 5000}</g>'
        ),
        "corners without end": svg(f'<polygon points="{"1,1 " * 200_000}"/>'),
        "words without end": svg(f"<text>{'word ' * 100_000}</text>"),
        "labels without end": svg(f"<text>{'<tspan>w</tspan>' * 9_000}</text>"),
        "link": svg(f'<a href="javascript:alert(1)"><text>{server}</text></a>'),
        "import": svg(f"<style>@import url({server});</style>"),
        "cut import": svg(f"<style>@im<!-- -->port '{server}';</style>"),
        "escaped import": svg(f"<style>\\40 import '{server}';</style>"),
        "font": svg(f"<style>@font-face {{ src: url({server}) }}</style>"),
        "fill": svg(f'<path d="M0 0" fill="url({server}#a)"/>'),
        "style": svg(f'<path d="M0 0" style="fill: url(file://{secret})"/>'),
        "filter": svg(f'<filter id="a"><feImage href="file://{secret}"/></filter>'),
        "animation": svg('<set attributeName="href" to="javascript:alert(1)"/>'),
        "style sheet": svg("", before=f'<?xml-stylesheet href="{server}"?>'),
        "deep": svg("<g>" * 5000 + "</g>" * 5000),
        "many": svg("<g/>" * 30_000),
        "endless": svg("<g>" * 100),
        "no size": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "too heavy": svg(f"<title>{'x' * 1_100_000}</title>"),
        "include": svg(
            f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}"/>'
        ).replace("<svg", f'<svg onload="{server}"'),
    }


PIXELS: dict[str, tuple[Callable[[], bytes], str]] = {
    "13,300 × 13,300": (lambda: png(13_300, 13_300), "I104"),
    "30,000 × 30,000": (lambda: png(30_000, 30_000), "I104"),
    "two thousand million": (lambda: png(2**31 - 1, 1, rows=0), "I104"),
    "a thread": (lambda: png(1, 20_000_000, rows=9), "I104"),
    "none": (lambda: png(0, 0), "I106"),
    "words that unpack to 500 MB": (lambda: words_bomb(500), "I106"),
    "colours that unpack to 500 MB": (lambda: profile_bomb(500), "I106"),
    "as many pixels as may be": (lambda: png(5000, 5000, depth=16, kind=6), ""),
    "a photograph held upright": (upright, ""),
    "a program": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run", "I105"),
    "a page": (lambda: b"<html><script>alert(1)</script>", "I105"),
    "two million comments": (
        lambda: b"\xff\xd8" + b"\xff\xfe\0\2" * 1_900_000 + b"\xff\xd9",
        "I106",
    ),
    "as many scans as may be": (lambda: scans(80), ""),
    "nine thousand scans": (lambda: scans(9000), "I106"),
    "a million remarks": (lambda: b"GIF89a\1\0\1\0\0\0\0" + b"!\xfe\1a\0" * 1_500_000, "I106"),
    "packed": (lambda: gzip.compress(bytes(10_000_000), mtime=0), "I105"),
}
