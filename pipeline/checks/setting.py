"""The words of a block: what Markdown's marks in a line mean to a reader."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.checks.sheet import OBJECT, Address, Anchor, Block

_URL = r"(?:https?|ftp)://[^\s<>\"“”«»|]+"
_INLINE = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:.*?[^`])?(?P=ticks)(?!`))"
    r"|(?P<comment><!--(?:(?!<!--).)*?-->)"
    r"|(?P<lookup>\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\})"
    r"|(?P<note>\[\^[^\]\[\s]+\]:?)"
    r"|(?P<picture>!\[)"
    r"|(?P<open>\[)"
    r"|(?P<target>\]\((?P<url>[^()\n]*(?:\((?:[^()\n]|\([^()\n]*\))*\)[^()\n]*)*)\))"
    r"|(?P<named>\]\[(?P<name>[^\]\[\n]*)\])"
    r"|(?P<close>\])"
    r"|(?P<pointed><(?P<inside>(?:https?://|mailto:|ftp://)[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<attributes>\{:?\s*(?:[#.][\w-]+|[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}]+))[^{}\n]*\})"
    rf"|(?P<bare>{_URL}|(?<![\w@./-])www\.[^\s<>\"“”«»|]+"
    rf"|(?<![\w.+@/-])[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<entity>&(?:#\d+|#x[\da-fA-F]+|[A-Za-z]\w*);)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<math>\$\$.*?\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]*?[\\^_={}][^$\n]*?\$(?!\d))"
    r"|(?P<stress>\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])|~~)"
)
_LANG = re.compile(r"\blang=[\"']?([A-Za-z]{2,3}(?:-\w+)*)")
_SPECIAL = re.compile(r"[`<{\[\]!@&\\$*_~:]|www\.|://")
LONGEST = 4000
"""Letters that are read at once: some forms take the square of the time for twice the text."""
LONGEST_RUN = 300
"""Letters without a gap, or gaps without a letter, that may still be meant to be read."""
_RUN = re.compile(rf"[!-\u0dff\u2010-\u206f]{{{LONGEST_RUN},}}|\s{{{LONGEST_RUN},}}")
_TRAILING = re.compile(r"[.,;:!?'’*_…]+$")


class _Line:
    """Makes the words of a block out of its lines."""

    def __init__(self, block: Block, names: frozenset[str]) -> None:
        self.block, self.names = block, names
        self.pieces: list[tuple[str, int]] = []
        """Text, and its place in the joined lines."""
        self.opened: list[tuple[int, int, bool]] = []
        """Index of the piece, place in the joined lines, whether it is a picture."""
        self.stress: list[tuple[str, int]] = []
        self.addresses: list[Address] = []
        self.anchors: list[tuple[int, int, str, int]] = []
        self.foreign: list[tuple[int, int, str]] = []
        self.emphasis: list[tuple[int, int]] = []
        self.italics: list[tuple[int, int]] = []
        self.lookups: list[tuple[int, str]] = []
        self.last_span: tuple[int, int] = (0, 0)
        source = block.sheet.source
        parts, self.joints, length = [], [], 0
        for start, end in block.fragments:
            self.joints.append((length, start))
            parts.append(source[start:end])
            length += end - start + 1
        self.joined = " ".join(parts)

    def place(self, position: int) -> int:
        index = bisect_right(self.joints, (position, 1 << 60)) - 1
        start, source = self.joints[index]
        return source + position - start

    def set(self) -> None:
        text, after = self.joined, 0
        if _SPECIAL.search(text):
            while found := _INLINE.search(text, after):
                self._put(text[after : found.start()], after)
                after = self._token(found)
        self._put(text[after:], after)
        self._finish()

    def _put(self, words: str, position: int) -> None:
        if words:
            self.pieces.append((words, position))

    def _token(self, found: re.Match[str]) -> int:
        kind, position = str(found.lastgroup), found.start()
        kind = {"ticks": "code", "url": "target", "name": "named", "inside": "pointed"}.get(
            kind, kind
        )
        end: int = getattr(self, f"_{kind}")(found, position) or found.end()
        return end

    def _hidden(self, found: re.Match[str], position: int) -> None:
        self._put(OBJECT, position)

    _code = _math = _hidden

    def _comment(self, found: re.Match[str], position: int) -> None:
        pass

    def _tag(self, found: re.Match[str], position: int) -> None:
        if re.match(r"<br|</?(?:td|th|li|p|div|dd|dt)\b", found[0], re.IGNORECASE):
            self._put("\n", position)

    def _note(self, found: re.Match[str], position: int) -> None:
        self.block.notes += 1

    def _lookup(self, found: re.Match[str], position: int) -> None:
        self.lookups.append((len(self.pieces), found[0].strip("{}% ")))
        self._put(OBJECT, position)

    def _picture(self, found: re.Match[str], position: int) -> None:
        self.opened.append((len(self.pieces), position, True))
        self._put(OBJECT, position)

    def _open(self, found: re.Match[str], position: int) -> None:
        self.opened.append((len(self.pieces), position, False))
        self._put("[", position)

    def _target(self, found: re.Match[str], position: int) -> int | None:
        if not self.opened:
            self._put("]", position)
            return position + 1
        index, _, is_picture = self.opened.pop()
        url = found["url"]
        if is_picture:
            self.block.pictures += 1
            del self.pieces[index + 1 :]
            return None
        self.pieces[index] = ("", self.pieces[index][1])
        address = re.sub(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$", "", url).strip()
        if address.startswith("<") and address.endswith(">"):
            address = address[1:-1]
        at = found.start("url") + max(url.find(address), 0)
        self.anchors.append((index, len(self.pieces), address, at))
        self.last_span = (index, len(self.pieces))
        return None

    def _named(self, found: re.Match[str], position: int) -> int | None:
        name = found["name"].casefold()
        if not self.opened:
            self._put("]", position)
            return position + 1
        words = self.joined[self.opened[-1][1] + 1 : position].casefold()
        if (name or words) not in self.names:
            return self._close(found, position) or position + 1
        index, _, is_picture = self.opened.pop()
        if is_picture:
            del self.pieces[index + 1 :]
        else:
            self.pieces[index] = ("", self.pieces[index][1])
            self.anchors.append((index, len(self.pieces), f"[{name or words}]", position))
        return None

    def _close(self, found: re.Match[str], position: int) -> int | None:
        if self.opened:
            index, start, is_picture = self.opened.pop()
            words = self.joined[start + 1 : position].casefold()
            following = self.joined[position + 1 : position + 2]
            self.last_span = (index, len(self.pieces) + 1)
            if not is_picture and words in self.names:
                self.pieces[index] = ("", self.pieces[index][1])
                self.anchors.append((index, len(self.pieces), f"[{words}]", position))
                return position + 1
            if following == "{" and _LANG.match(self.joined, position + 2):
                self.pieces[index] = ("", self.pieces[index][1])
                self.last_span = (index, len(self.pieces))
                return position + 1
        self._put("]", position)
        return position + 1

    def _pointed(self, found: re.Match[str], position: int) -> None:
        self._address(found["inside"], position + 1, "pointed")

    def _bare(self, found: re.Match[str], position: int) -> int:
        words = _TRAILING.sub("", found[0].partition("](")[0])
        for opens, closes in ("()", "[]"):
            while words.endswith(closes) and words.count(closes) > words.count(opens):
                words = _TRAILING.sub("", words[:-1])
            if closes in words and words.count(closes) > words.count(opens):
                words = _TRAILING.sub("", words[: words.index(closes)])
        self._address(words, position, "bare")
        return position + len(words)

    def _address(self, words: str, position: int, kind: str) -> None:
        self.addresses.append(Address(words, self.place(position), kind))
        self._put(OBJECT * len(words), position)

    def _attributes(self, found: re.Match[str], position: int) -> None:
        language = _LANG.search(found[0])
        before = self.joined[position - 1 : position]
        if not language:
            return
        if before in ("]", "*", "_", ")") and self.last_span[1]:
            self.foreign.append((*self.last_span, language[1]))
        else:
            self.block.language = language[1]

    def _entity(self, found: re.Match[str], position: int) -> None:
        letter = html.unescape(found[0])
        self._put(letter if len(letter) == 1 else OBJECT, position)

    def _escape(self, found: re.Match[str], position: int) -> None:
        self._put(found[0][1], position + 1)

    def _stress(self, found: re.Match[str], position: int) -> None:
        sign = found[0]
        before = self.joined[position - 1 : position]
        after = self.joined[found.end() : found.end() + 1]
        if (not before or before.isspace()) and (not after or after.isspace()):
            self._put(sign, position)
            return
        if self.stress and self.stress[-1][0] == sign and before and not before.isspace():
            _, index = self.stress.pop()
            self.emphasis.append((index, len(self.pieces)))
            if sign in "*_":
                self.italics.append(self.emphasis[-1])
            self.last_span = (index, len(self.pieces))
        elif after and not after.isspace():
            self.stress.append((sign, len(self.pieces)))

    def _finish(self) -> None:
        block, offset, offsets, pieces = self.block, 0, [], []
        for words, position in self.pieces:
            offsets.append(offset)
            if words:
                for joint, _ in self._joints_in(position, len(words)):
                    pieces.append((offset + joint, self.place(position + joint)))
            offset += len(words)
        offsets.append(offset)
        block._pieces = tuple(pieces)
        block.text = _legible("".join(words for words, _ in self.pieces))

        def at(index: int) -> int:
            return offsets[min(index, len(offsets) - 1)]

        block.links = tuple(
            Anchor(at(first), at(last), url, self.place(position))
            for first, last, url, position in self.anchors
        )
        for anchor in block.links:
            if not anchor.url.startswith("["):
                label = block.text[anchor.start : anchor.end]
                self.addresses.append(Address(anchor.url, anchor.at, "target", label))
        block.addresses = tuple(self.addresses)
        # Most have none, and nothing takes less room than the one empty tuple.
        block.lookups = tuple((at(index), name) for index, name in self.lookups)
        block.foreign = tuple((at(first), at(last), code) for first, last, code in self.foreign)
        block.emphasis = tuple((at(first), at(last)) for first, last in self.emphasis)
        block.italics = tuple((at(first), at(last)) for first, last in self.italics)

    def _joints_in(self, position: int, length: int) -> Iterator[tuple[int, int]]:
        """The places in a piece at which it goes on in another line."""
        yield 0, position
        for joint, _ in self.joints:
            if position < joint < position + length:
                yield joint - position, joint


def _legible(text: str) -> str:
    """*text*, and in the place of what nobody reads, letter for letter, what is no text."""
    if len(text) < LONGEST_RUN:
        return text
    return _RUN.sub(lambda found: OBJECT * len(found[0]), text)


def set_block(block: Block, names: frozenset[str] = frozenset()) -> list[Block]:
    """Gives a block its words; one that is longer than any paragraph is divided."""
    blocks = list(_divided(block))
    for one in blocks:
        _Line(one, names).set()
    return blocks


def _divided(block: Block) -> Iterator[Block]:
    if block.fragments[-1][1] - block.fragments[0][0] <= LONGEST:
        yield block
        return
    first, *others = _shares(list(_short(block)))
    block.fragments[:] = first
    yield block
    for fragments in others:
        yield Block(
            sheet=block.sheet,
            kind=block.kind,
            fragments=fragments,
            level=block.level,
            run=block.run,
            key=block.key,
            language=block.language,
            section=block.section,
            follows=True,
        )


def _shares(fragments: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    shares: list[list[tuple[int, int]]] = [[]]
    for start, end in fragments:
        if shares[-1] and end - shares[-1][0][0] > LONGEST:
            shares.append([])
        shares[-1].append((start, end))
    return shares


def _short(block: Block) -> Iterator[tuple[int, int]]:
    """The lines of a block, those that are too long divided where a word ends."""
    for start, end in block.fragments:
        while end - start > LONGEST:
            gap = block.sheet.source.rfind(" ", start + 1, start + LONGEST)
            part = gap if gap > 0 else start + LONGEST
            yield start, part
            start = part
        yield start, end
