"""The notes of a chapter's sections brought together at its end, and counted through."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.book import fragments

CALL = re.compile(r'(<a\b[^<>]*\bhref=")#([^"]*)("[^<>]*>)[^<]*(</a>)')
BACK = re.compile(r'\s*<a\b[^>]*class="footnote-backref"[^>]*>.*?</a>', re.DOTALL)
RETURN = re.compile(
    r"(?<![^\s<>])([^\s<>]+)(?:&nbsp;|&#160;|\u00a0| )"
    r'(<a\b[^>]*class="footnote-backref"[^>]*>.*?</a>)',
    re.DOTALL,
)
IDENTITY = re.compile(r'\bid="([^"]*)"')


def gather(sections: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """The sections without their notes, and all of their notes: list items of HTML."""
    kept: dict[str, str] = {}
    notes: list[str] = []
    places: dict[str, tuple[str, int]] = {}
    """What a call leads to -> where the note stands now, and its number."""
    said: dict[str, tuple[str, int]] = {}
    for name, html in sections.items():
        parts = fragments.pieces(html)
        kept[name] = "\n".join(part.html for part in parts if not _is_notes(part))
        for item in (item for part in parts if _is_notes(part) for item in _items(part)):
            identity = IDENTITY.search(item.opening)
            words = fragments.words(BACK.sub("", item.inner))
            if words not in said:
                said[words] = (identity[1] if identity else "", len(notes) + 1)
                notes.append(RETURN.sub('<span class="end">\\1\u00a0\\2</span>', item.html))
            if identity:
                places[identity[1]] = said[words]
    return {name: _called(html, places) for name, html in kept.items()}, "\n".join(notes)


def _is_notes(piece: fragments.Piece) -> bool:
    return piece.tag == "div" and 'class="footnotes"' in piece.opening


def _items(notes: fragments.Piece) -> tuple[fragments.Piece, ...]:
    listed = (piece for piece in fragments.pieces(notes.inner) if piece.tag == "ol")
    return tuple(item for one in listed for item in fragments.pieces(one.inner))


def _called(html: str, places: Mapping[str, tuple[str, int]]) -> str:
    def renumbered(call: re.Match[str]) -> str:
        if call[2] not in places or "footnote-ref" not in call[0]:
            return call[0]
        identity, number = places[call[2]]
        return f"{call[1]}#{identity}{call[3]}{number}{call[4]}"

    return CALL.sub(renumbered, html)
