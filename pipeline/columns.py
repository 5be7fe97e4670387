"""A body as a designed page needs it: cut at its headings, pictures credited, links told."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from html import escape, unescape

from pipeline import licences
from pipeline.frozen import commonplace
from pipeline.model.texts import Picture

HEADING = re.compile(r"<h(?P<level>[1-6])(?P<given>[^>]*)>(?P<words>.*?)</h(?P=level)>", re.DOTALL)
IDENTITY = re.compile(r'\bid="([^"]*)"')
OPENING = re.compile(r"<(?P<close>/?)(?P<tag>blockquote|d[ld]|div|figure|[ou]l|li|table)\b")
FIGURE = re.compile(r'(?P<open><figure class="picture[^>]*>)(?P<inner>.*?)</figure>', re.DOTALL)
CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
LEVEL = re.compile(r"(</?h)([1-6])\b")
IMAGE = re.compile(r"<img\b[^>]*>")
LAST_WORD = re.compile(r" (?P<word>(?:<[^>]*>)?[^\s<>]{1,12}(?:<[^>]*>)?)$")
SOURCE = re.compile(r'\bsrc="([^"]*)"')
LINK = re.compile(r'<a\b[^<>]*\bhref="(https?://[^"]*)"[^<>]*>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
LAST_WORDS = re.compile(
    r"(?<![^\s>])(?P<tail>[^ \n<>]{1,14} [^ \n<>]{1,14})"
    r"(?=(?:</(?:a|em|span|strong)>)*</(?:p|li|h[1-6]|figcaption|dd|td|th)>)"
)
UNIT = re.compile(r"(?<=\d) (?=[^\W\d_])")
TELEPHONE = re.compile(
    r"(?<![\w+])(?:\+\d{1,3}(?: \(0\))?(?: \d{1,4}){2,6}|0\d(?: \d\d){4})(?![\w])"
)
PARAGRAPH = re.compile(r"<p\b[^>]*>")
SIZES = (
    (0.22, " '\u00a0\u202f’‘|"),
    (0.32, "!,-.:;ijl()/[\\]"),
    (0.36, "ft{}"),
    (0.42, '"IJ`“”'),
    (0.46, "*?rsz"),
    (0.51, "$0123456789_acevy«»–"),
    (0.57, "#+<=>SZ^gkoqx~"),
    (0.62, "EFLPTbdhnpu"),
    (0.66, "ABCRVXY"),
    (0.73, "&DGKOQNU"),
    (0.82, "Hw—%@"),
    (0.92, "Mm…W"),
)
"""The letters of a semibold serif by their width in ems."""
MAY_BREAK = re.compile("(?<=[-–—/\u00ad\u200b])")
SMALLEST = 50
"""Below this share of its size a headline is none any more."""
SHOWN = ('<figure class="picture', "<div")
SPEAKER = re.compile(r"<figcaption>(<span class=\"name\">.*?)</figcaption>", re.DOTALL)
QUOTED = re.compile(r'</?blockquote[^>]*>| class="quotation"')


@commonplace(frozen=True, slots=True, kw_only=True)
class Passage:
    """What stands below one of the highest headings of a text."""

    heading: str = ""
    """HTML; nothing for what comes before the first heading."""
    identity: str = ""
    body: str = ""

    @property
    def length(self) -> int:
        """How many letters the heading has, for the room that it takes."""
        return len(unescape(TAG.sub("", self.heading)))


def passages(html: str) -> tuple[Passage, ...]:
    """*html* cut at its highest headings; a heading inside a list or a quotation cuts nothing.

    >>> [(part.heading, part.body) for part in passages("<p>a</p><h3>One</h3><p>b</p>")]
    [('', '<p>a</p>'), ('One', '<p>b</p>')]
    """
    depths = _depths(html)
    found = [h for h in HEADING.finditer(html) if depths.get(h.start(), 0) == 0]
    highest = min((heading["level"] for heading in found), default="")
    cuts = [heading for heading in found if heading["level"] == highest]
    first = html[: cuts[0].start()] if cuts else html
    parts = [Passage(body=first.strip())] if first.strip() else []
    for number, cut in enumerate(cuts):
        end = cuts[number + 1].start() if number + 1 < len(cuts) else len(html)
        identity = IDENTITY.search(cut["given"])
        parts.append(
            Passage(
                heading=cut["words"],
                identity=identity[1] if identity else "",
                body=html[cut.end() : end].strip(),
            )
        )
    return tuple(parts)


def _depths(html: str) -> Mapping[int, int]:
    """Where each heading begins -> how many lists, quotations and tables it stands in."""
    depth, depths = 0, {}
    marks = sorted([*OPENING.finditer(html), *HEADING.finditer(html)], key=lambda m: m.start())
    for mark in marks:
        if mark.re is HEADING:
            depths[mark.start()] = depth
        else:
            depth += -1 if mark["close"] else 1
    return depths


def opened(html: str, dateline: str) -> str:
    """*html* with the dateline at the head of its first paragraph.

    >>> opened("<h2>One</h2><p>Two</p>", "Paris –")
    '<h2>One</h2><p><span class="dateline">Paris –</span> Two</p>'
    """
    said = f'<span class="dateline">{dateline}</span>'
    depth = 0
    for mark in sorted(
        [*OPENING.finditer(html), *PARAGRAPH.finditer(html)], key=lambda mark: mark.start()
    ):
        if mark.re is PARAGRAPH and depth == 0:
            return f"{html[: mark.end()]}{said} {html[mark.end() :]}"
        if mark.re is OPENING:
            if not html.startswith(SHOWN, mark.start()) and not mark["close"] and depth == 0:
                # A list or a quotation comes first: the dateline stands above it.
                break
            depth += -1 if mark["close"] else 1
    return f"<p>{said}</p>{html}"


def closed(html: str, end: str) -> str:
    """*html* with the end mark behind its last words, or below them.

    >>> closed("<p>One</p>", "■"), closed("<ul><li>One</li></ul>", "■")
    ('<p>One <span class="end">■</span></p>', '<ul><li>One</li></ul><p class="end">■</p>')
    """
    told = html.rstrip()
    if not told.endswith("</p>"):
        return f'{html}<p class="end">{end}</p>'
    return f'{told.removesuffix("</p>")} <span class="end">{end}</span></p>'


def demoted(html: str) -> str:
    """*html* with its headings a level lower, because it stands under a heading itself.

    >>> demoted('<h2 id="a">One</h2><h6>Two</h6>')
    '<h3 id="a">One</h3><h6>Two</h6>'
    """
    return LEVEL.sub(lambda tag: f"{tag[1]}{min(6, int(tag[2]) + 1)}", html)


def flat(html: str) -> str:
    """*html* without what would be indented: a quotation is a paragraph, its speaker the next."""
    spoken = SPEAKER.sub(r"<p>— \1</p>", html)
    return QUOTED.sub("", spoken)


def lines(title: str, measure: float) -> int:
    """How many lines a headline takes in *measure* ems.

    >>> lines("<p>A short one</p>", 20), lines("A headline that is longer", 8)
    (1, 2)
    """
    words = unescape(TAG.sub("", title)).split(" ")
    return len(_filled(words, measure))


def balanced(title: str, measure: float) -> str:
    """A headline broken into as few lines as *measure* ems allow, all about as long.

    >>> balanced("Cities of Europe meet in <em>Paris</em> today", 14)
    'Cities of Europe <br>meet in <em>Paris</em> today'

    A word that is wider than a line is set smaller, and all of the headline with it.

    >>> balanced("Grünflächenunterhaltungsmanagement", 13)
    '<span style="font-size: 67%; display: inline-block">Grünflächenunterhaltungsmanagement</span>'
    """
    return _set([title], measure)


def stacked(title: str, measure: float) -> str:
    """*title* balanced, where what follows a colon begins a line of its own, as large as the rest.

    >>> stacked("Cities: the manifesto", 20)
    'Cities:<br>the manifesto'
    """
    return _set(title.split(": "), measure)


def _set(parts: Sequence[str], measure: float) -> str:
    words = [unescape(TAG.sub("", part)).split(" ") for part in parts]
    pieces = (piece for part in words for word in part for piece in MAY_BREAK.split(word))
    widest = max(map(width, pieces), default=0)
    scale = max(int(97 * measure / widest), SMALLEST) if widest > measure else 100
    room = measure / scale * 100
    broken = (_broken(*part, room) for part in zip(parts, words, strict=True))
    html = ":<br>".join(broken)
    if scale == 100:
        return html
    # As a block in the line, or its lines would stand as far apart as larger ones.
    return f'<span style="font-size: {scale}%; display: inline-block">{html}</span>'


def _broken(title: str, words: Sequence[str], measure: float) -> str:
    count = len(_filled(words, measure))
    widths = (step / 2 for step in range(2, int(measure * 2) + 1))
    narrow = next((w for w in widths if len(_filled(words, w)) <= count), measure)
    breaks: list[int] = []
    for line in _at_colon(words, measure, count) or _filled(words, narrow)[:-1]:
        breaks.append((breaks[-1] if breaks else 0) + len(line))
    place = itertools.count(1)
    pieces = [
        piece
        if piece.startswith("<")
        else re.sub(" ", lambda _: " <br>" if next(place) in breaks else " ", piece)
        for piece in re.split(r"(<[^>]*>)", title)
    ]
    return "".join(pieces)


def _at_colon(words: Sequence[str], measure: float, count: int) -> list[list[str]]:
    """The first of two lines, if it may end where the headline itself pauses."""
    pause = next((place for place, word in enumerate(words, 1) if word.endswith(":")), 0)
    fits = all(width(" ".join(part)) <= measure for part in (words[:pause], words[pause:]))
    return [list(words[:pause])] if count == 2 and 0 < pause < len(words) and fits else []


def _filled(words: Iterable[str], measure: float) -> list[list[str]]:
    """The words in lines, as many as fit into each."""
    filled: list[list[str]] = [[]]
    for word in words:
        if filled[-1] and width(" ".join([*filled[-1], word])) > measure:
            filled.append([])
        filled[-1].append(word)
    return filled


def width(words: str) -> float:
    """About how wide words are in a semibold serif, in ems."""
    return sum(
        next((size for size, signs in SIZES if sign in signs), 0.0) or _unlisted(sign)
        for sign in words
    )


def _unlisted(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    letter = unicodedata.normalize("NFD", sign)[0]
    return width(letter) if letter != sign else 0.74 if sign.isupper() else 0.62


def paired(html: str) -> str:
    """A line of type whose last two words stay together.

    >>> paired("Cities meet in <em>Paris</em>"), paired("A word that is extraordinary")
    ('Cities meet in\xa0<em>Paris</em>', 'A word that is extraordinary')
    """
    return LAST_WORD.sub("\u00a0\\g<word>", html, count=1)


def tied(html: str) -> str:
    """*html* with a figure tied to its unit, and no paragraph that ends in a line of one word.

    >>> tied("<p>All 5 visits are free of charge.</p>")
    '<p>All 5\xa0visits are free of\xa0charge.</p>'
    >>> tied("Call +33 1 40 64.")
    'Call +33\xa01\xa040\xa064.'
    """
    pieces = re.split(r"(<[^>]*>)", html)
    pieces[::2] = [UNIT.sub("\u00a0", TELEPHONE.sub(_whole, words)) for words in pieces[::2]]
    # A span that may not break would do, but WeasyPrint then breaks the lines before it too early.
    return LAST_WORDS.sub(_whole, "".join(pieces))


def _whole(found: re.Match[str]) -> str:
    return found[0].replace(" ", "\u00a0")


def credited(html: str, pictures: Iterable[Picture]) -> str:
    """*html* with caption, credit and licence under every picture that stands alone."""
    by_url = {picture.url: picture for picture in pictures}

    def with_credit(figure: re.Match[str]) -> str:
        source = SOURCE.search(figure["inner"])
        picture = by_url.get(unescape(source[1])) if source else None
        if picture is None:
            return figure[0]
        own = CAPTION.search(figure["inner"])
        caption = own[1] if own else picture.caption.html
        shown = CAPTION.sub("", figure["inner"]).rstrip()
        told = f'<span class="caption">{_line(caption)}</span> ' if caption else ""
        credit = f'<span class="credit">{credit_line(picture)}</span>'
        return f"{figure['open']}{shown}<figcaption>{told}{credit}</figcaption></figure>"

    return FIGURE.sub(with_credit, html)


def _line(html: str) -> str:
    """One line of text, bound as a paragraph would be."""
    return tied(f"<p>{html}</p>")[3:-4]


def sized(html: str, width: int, pictures: Iterable[Picture]) -> str:
    """*html* whose pictures say how large they are shown, at most *width* pixels wide."""
    by_url = {picture.url: picture for picture in pictures}

    def with_size(tag: re.Match[str]) -> str:
        source = SOURCE.search(tag[0])
        picture = by_url.get(unescape(source[1])) if source else None
        if picture is None or " width=" in tag[0]:
            return tag[0]
        wide = min(width, picture.width or width)
        high = round(picture.height * wide / picture.width) if picture.width else 0
        size = f'width="{wide}"' + (f' height="{high}"' if high else "")
        return f"<img {size}{tag[0].removeprefix('<img')}"

    return IMAGE.sub(with_size, html)


def credit_line(picture: Picture) -> str:
    """Whose picture it is and on what terms: HTML."""
    licence = escape(licences.shown(picture.licence), quote=False)
    return f'{picture.credit.html}\u00a0· <span class="tail">{licence}</span>'


def links(html: str) -> tuple[tuple[str, str], ...]:
    """The words and the address of every link to the web, once each, in order."""
    found: dict[str, str] = {}
    for url, words in LINK.findall(html):
        told = " ".join(unescape(TAG.sub("", words)).split())
        if told:
            found.setdefault(unescape(url), told)
    return tuple((words, url) for url, words in found.items())
