"""Recommendations numbered and anchored, and practices told apart by their places."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_SLUG = re.compile(r"^\d+[-_. ]*")
VOID = frozenset({"br", "img", "hr", "wbr"})


def anchor_stem(slug: str) -> str:
    """What a chapter's anchors begin with.

    >>> anchor_stem("01-police"), anchor_stem("2025")
    ('police', '2025')
    """
    return _SLUG.sub("", slug) or slug


def recommendations(markup: str, stem: str) -> str:
    """The top-level lists of *markup* as one numbered run with anchors `<stem>-<n>`.

    Nested lists are lettered. An item's own id wins over the anchor.
    """
    numbered = _Numbered(stem)
    numbered.feed(markup)
    numbered.close()
    return "".join(numbered.out)


class _Numbered(HTMLParser):
    def __init__(self, stem: str) -> None:
        super().__init__(convert_charrefs=False)
        self.stem = stem
        self.out: list[str] = []
        self.count = 0
        self.lists: list[str] = []
        """The element in which each open list was written and must be closed."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ol", "ul"):
            self._open_list()
        elif tag == "li" and len(self.lists) == 1:
            self.count += 1
            kept = dict(attrs)
            kept.setdefault("id", f"{self.stem}-{self.count}")
            self.out.append(_tag("li", kept))
        else:
            self.out.append(self.get_starttag_text() or "")

    def _open_list(self) -> None:
        if self.lists:
            self.out.append('<ol class="lettered" type="a">' if len(self.lists) == 1 else "<ul>")
            self.lists.append("ol" if len(self.lists) == 1 else "ul")
            return
        start = f' start="{self.count + 1}"' if self.count else ""
        self.out.append(f'<ol class="recommendations"{start}>')
        self.lists.append("ol")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul") and self.lists:
            tag = self.lists.pop()
        self.out.append(f"</{tag}>")

    def handle_startendtag(self, _tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")


def _tag(name: str, attributes: dict[str, str | None]) -> str:
    told = "".join(f' {key}="{html.escape(value or "")}"' for key, value in attributes.items())
    return f"<{name}{told}>"
