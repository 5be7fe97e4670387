"""HTML as `html.parser` reads it, and plain tags at once: a page has hundreds, most alike."""

from __future__ import annotations

import functools
import re
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]

# Without a reference, whose reading differs from one Python to the next.
_PLAIN = re.compile(r"""<[a-z][a-z0-9]*(?:[ \t\n\r\f]+[a-z][a-z-]*=(?:"[^"<>&]*"|[a-z0-9]+))*>""")
_ATTRIBUTE = re.compile(r"""[ \t\n\r\f]([a-z][a-z-]*)=(?:"([^"]*)"|([a-z0-9]+))""")
_PLAIN_END = re.compile("</([a-z][a-z0-9]*)>")
_OTHERWISE = frozenset(
    [
        *("iframe", "noembed", "noframes", "noscript", "plaintext"),
        *("script", "style", "textarea", "title", "xmp"),
    ]
)
"""What stands in them is read otherwise."""


class Reader(HTMLParser):
    """Told of tags and of words, like every HTMLParser."""

    def parse_starttag(self, i: int) -> int:
        tag = _PLAIN.match(self.rawdata, i)
        name, attributes = _read(tag[0]) if tag else ("", ())
        if tag is None or name in _OTHERWISE:
            return super().parse_starttag(i)
        self.lasttag = name
        self.handle_starttag(name, [*attributes])
        return tag.end()

    def parse_endtag(self, i: int) -> int:
        tag = None if self.cdata_elem else _PLAIN_END.match(self.rawdata, i)
        if tag is None or tag[1] in _OTHERWISE:
            return super().parse_endtag(i)
        self.handle_endtag(tag[1])
        return tag.end()


class Hearer(Reader):
    """Told of tags and of words, but not of the lines in which they stand: counting takes time."""

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002
        return j


@functools.lru_cache(maxsize=4096)
def _read(tag: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The name of a plain start tag, and its attributes."""
    name = tag[1:-1].split(maxsplit=1)[0]
    found = _ATTRIBUTE.findall(tag)
    return name, tuple((key, quoted or bare) for key, quoted, bare in found)
