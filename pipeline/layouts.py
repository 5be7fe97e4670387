"""What a slide holds decides how it is laid out; what it cannot hold goes on to the next."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

from pipeline import blocks, calendar, frames, tabular
from pipeline.blocks import Block
from pipeline.frames import Bar, Figure, Frame
from pipeline.model.sources import Slide
from pipeline.model.texts import NO_TEXT, Picture

MOST, SHORT = 6, 30
"""Items of a list; how long they may be to stand in two columns."""
SAID = 190
"""A single paragraph with no more letters than that is a statement."""
ROWS = 7
"""Of a table or a chart."""

_FIGURE = re.compile(
    r"(?P<value>[~≈<>+−-]?\d(?:[\d.,\u00a0\u202f]| (?=\d{3}(?!\d)))*"
    r"(?:[\u00a0\u202f ]?(?:%|‰|€|\$|£))?)"
    r"[\u00a0\u202f ]+(?P<words>(?![%‰€$£])\D[^,;]*)"
)
_OF_A_MONTH = re.compile(r"\b[0-3]?\d(?:\.|er|º)?[ \u00a0\u202f](?:(?:de|of) )?([^\W\d_]+)")
_SHARE = re.compile(r"[~≈<>+−-]?\d[\d.,\u00a0\u202f]{0,20}[\u00a0\u202f ]?[%‰€$£]")
_BETWEEN = re.compile(r"(?:(?<!\s)\s+)?[,;]\s+")
_TERM = re.compile(r"<strong>(?P<term>.*?)</strong>(?:\s|&nbsp;)*[:–—]\s*(?P<words>.*)", re.DOTALL)
_TERM_IN = re.compile(
    r"<strong>(?P<term>[^<]*?)(?:\s|&nbsp;){0,4}:</strong>\s*(?P<words>.*)", re.DOTALL
)


def lay_out(slide: Slide, language: str, pictures: Mapping[str, Picture]) -> Iterator[Frame]:
    """The slide, or the slides that it takes; *pictures* by their addresses."""
    parts = blocks.cut(slide.body.html)
    plain = Frame(layout="text", title=slide.title, notes=slide.notes, where=slide.where)
    if parts and slide.body.language not in ("", language):
        # What is not translated stands in an element that says its language: so does the slide.
        parts = blocks.cut(parts[0].inner)
        plain = dataclasses.replace(plain, language=slide.body.language)
    plain = dataclasses.replace(plain, scale=frames.scale(slide.title, 45))
    shown = next((part for part in parts if part.picture in pictures), None)
    if shown:
        parts.remove(shown)
        plain = _beside(plain, shown, pictures[shown.picture], bool(parts))
    figures = _figures(slide.title.plain, language) if "<" not in slide.title.html else ()
    if _is_figure(parts) and _SHARE.fullmatch(slide.title.plain.strip()):
        # The paragraph says what the number in the heading is of.
        figures = _figures(f"{slide.title.plain.strip()} {parts[0].words}", language)
        parts = [] if figures else parts
    if figures:
        plain = dataclasses.replace(plain, layout="figure", figures=figures)
    elif _is_figure(parts) and (figures := _figures(parts[0].words, language)):
        plain = dataclasses.replace(plain, layout="figure", figures=figures, over=True)
        parts = []
    made = list(_fitted(plain, parts, language))
    # A speaker says it once.
    made[1:] = [dataclasses.replace(frame, notes=NO_TEXT) for frame in made[1:]]
    for number, frame in enumerate(made, 1):
        part = f"{number}/{len(made)}" if len(made) > 1 else ""
        yield dataclasses.replace(frame, part=part)


def _fitted(frame: Frame, parts: Sequence[Block], language: str) -> Iterator[Frame]:
    if not parts:
        bare = "section" if frame.layout == "text" else frame.layout
        yield dataclasses.replace(frame, layout=bare)
    elif len(parts) > 1:
        yield from _mixed(frame, parts)
    elif parts[0].tag in ("ul", "ol"):
        yield from _listed(frame, parts[0])
    elif parts[0].tag == "table" and not frame.picture and not frame.figures:
        yield from _tabled(frame, parts[0], language)
    elif parts[0].tag == "figure" and "quotation" in parts[0].classes and frame.layout == "text":
        step = 0 if parts[0].letters <= 150 else 1 if parts[0].letters <= 250 else 2
        yield dataclasses.replace(frame, layout="quotation", body=parts[0].html, step=step)
    elif parts[0].tag == "p" and parts[0].letters <= SAID and frame.layout == "text":
        step = 0 if parts[0].letters <= 90 else 1
        yield dataclasses.replace(
            frame, layout="statement", body=frames.bound(parts[0].inner), step=step
        )
    else:
        yield from _mixed(frame, parts)


def _figures(words: str, language: str) -> tuple[Figure, ...]:
    """The numbers that a line consists of, each with what it counts.

    >>> [figure.value for figure in _figures("250 members, 17 countries", "en")]
    ['250', '17']
    >>> _figures("84 500 profissionais", "pt")
    (Figure(value='84\\xa0500', words='profissionais'),)
    >>> _figures("3 e 4 de dezembro", "pt")
    ()
    """
    if _tells_a_day(words, language):
        return ()
    told = [_FIGURE.fullmatch(part) for part in _BETWEEN.split(words.strip())]
    if not all(told) or len(told) > 3:
        return ()
    return tuple(
        Figure(value=found["value"].replace(" ", "\u00a0"), words=found["words"])
        for found in told
        if found
    )


def _tells_a_day(words: str, language: str) -> bool:
    months = {name.casefold() for name in calendar.months(language)}
    return any(found[1].casefold() in months for found in _OF_A_MONTH.finditer(words))


def _is_figure(parts: Sequence[Block]) -> bool:
    return len(parts) == 1 and parts[0].tag == "p" and parts[0].letters <= 60


LINE = 300.0
"""How many times longer than broad what is shown may be: a rule has a point, too."""


def _beside(frame: Frame, shown: Block, picture: Picture, has_words: bool) -> Frame:
    """The picture at the right edge, as large as its form and the words beside it allow."""
    form = picture.width / picture.height if picture.width and picture.height else 1.5
    form = min(max(form, 1 / LINE), LINE)
    wide = (
        frames.WIDTH - frames.MARGIN - frames.BESIDE - 30
        if has_words
        else frames.WIDTH - frames.MARGIN - frames.NARROW - 30
    )
    if form >= 2 and not has_words:
        width, height = _within(form, frames.WIDTH, frames.HEIGHT - 170.0)
        box = (frames.WIDTH - width, 120.0, width, height)
    elif form <= wide / frames.HEIGHT:
        box = (frames.WIDTH - frames.HEIGHT * form, 0.0, frames.HEIGHT * form, float(frames.HEIGHT))
    else:
        width, height = _within(form, wide, frames.HEIGHT - 120.0)
        box = (
            frames.WIDTH - width,
            frames.MARGIN + 6.0 if has_words else (frames.HEIGHT - height) / 2,
            width,
            height,
        )
    side = (
        frames.WIDTH - 2 * frames.MARGIN
        if form >= 2 and not has_words
        else box[0] - frames.MARGIN - 30
    )
    return dataclasses.replace(
        frame,
        layout="picture",
        picture=picture,
        alt=shown.alt,
        box=(round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)),
        side=round(side, 2),
        scale=frames.scale(frame.title, 24, side),
    )


def _within(form: float, width: float, height: float) -> tuple[float, float]:
    return (width, width / form) if width / form <= height else (height * form, height)


# Lists ------------------------------------------------------------------------------------


def _listed(frame: Frame, block: Block) -> Iterator[Frame]:
    items = tuple(map(frames.bound, blocks.items(block.html)))
    start = block.start if block.tag == "ol" else 0
    terms = [_TERM.fullmatch(item) or _TERM_IN.fullmatch(item) for item in items]
    # Not every list that a person cuts into lines is one: nested ones stay as they are.
    if any("<ul" in item or "<ol" in item or "<table" in item for item in items):
        yield from _mixed(frame, [block])
        return
    if frame.layout == "text" and len(items) <= MOST and all(terms):
        told = tuple((t["term"], t["words"]) for t in terms if t)
        whole = [f"{frames.letters(term) * ' '}{words}" for term, words in told]
        step = frames.step(whole, 560, frames.room(frame), 1)
        air = frames.air(whole, 560, frames.room(frame), frames.SIZES[step])
        yield dataclasses.replace(
            frame, layout="terms", terms=told, start=start, step=step, air=air
        )
        return
    yield from _in_columns(frame, items, start)


def _in_columns(frame: Frame, items: Sequence[str], start: int) -> Iterator[Frame]:
    layout = "list" if frame.layout == "text" else frame.layout
    width = frames.width(frame)
    is_short = max(map(frames.letters, items)) <= SHORT
    columns = 2 if len(items) > MOST and is_short and width > 600 else 1
    most = MOST * columns
    number = 0
    for group in _dealt(items, most, width / columns, frames.room(frame)):
        step = frames.step(group, width / columns, frames.room(frame), columns)
        yield dataclasses.replace(
            frame,
            layout=layout,
            items=tuple(group),
            start=start + number if start else 0,
            columns=columns,
            step=step,
            air=0
            if columns > 1
            else frames.air(group, width, frames.room(frame), frames.SIZES[step]),
        )
        number += len(group)


def _dealt(items: Sequence[str], most: int, width: float, room: float) -> list[Sequence[str]]:
    """Equal shares, as few as can be read."""
    for shares in range(math.ceil(len(items) / most), len(items) + 1):
        size = math.ceil(len(items) / shares)
        groups = [items[at : at + size] for at in range(0, len(items), size)]
        columns = 2 if most > MOST else 1
        if all(frames.height(group, width, frames.SIZES[-1]) / columns <= room for group in groups):
            return groups
    return [items[at : at + 1] for at in range(len(items))]


# Everything else --------------------------------------------------------------------------


def _mixed(frame: Frame, parts: Sequence[Block]) -> Iterator[Frame]:
    """Paragraphs and lists one below the other, on as many slides as they need."""
    room, width = frames.room(frame), frames.width(frame)
    layout = frame.layout
    groups: list[list[Block]] = [[]]
    for part in parts:
        if groups[-1] and _all_heights([*groups[-1], part], width, frames.SIZES[-1]) > room:
            groups.append([])
        groups[-1].append(part)
    for group in groups:
        step = next(
            (n for n, size in enumerate(frames.SIZES) if _all_heights(group, width, size) <= room),
            len(frames.SIZES) - 1,
        )
        body = "\n".join(part.html for part in group)
        yield dataclasses.replace(frame, layout=layout, body=body, step=step)


def _all_heights(parts: Iterable[Block], width: float, size: float) -> float:
    return sum(frames.height(part.lines, width, size) for part in parts)


def _tabled(frame: Frame, block: Block, language: str) -> Iterator[Frame]:
    head, rows = blocks.table(block.html)
    bars = _bars(rows, language)
    wide = tabular.asked(tabular.by_column(block.html))
    fits = (n for n, size in enumerate(frames.SIZES) if wide * size <= frames.width(frame))
    least = next(fits, len(frames.SIZES) - 1)
    for group in _dealt([row.html for row in rows], ROWS, 1e6, 1e6):
        first = [row.html for row in rows].index(group[0])
        if bars:
            chosen = bars[first : first + len(group)]
            yield dataclasses.replace(
                frame, layout="chart", head=head, bars=chosen, rows=tuple(group)
            )
        else:
            widest = max(row.letters for row in rows)
            step = 0 if widest <= 44 else 1 if widest <= 60 else 2
            step = max(step, least, 1 if len(group) > 5 else 0)
            yield dataclasses.replace(
                frame, layout="table", head=head, rows=tuple(group), step=step
            )


def _bars(rows: Sequence[blocks.Row], language: str) -> tuple[Bar, ...]:
    """Names and numbers are compared more easily when they are drawn."""
    if len(rows) < 2 or any(len(row.cells) != 2 for row in rows):
        return ()
    numbers = [number_of(_plain(row.cells[1]), language) for row in rows]
    known = [number for number in numbers if number is not None and number >= 0]
    if len(known) < len(rows) or not max(known):
        return ()
    return tuple(
        Bar(
            label=row.cells[0],
            value=_plain(row.cells[1]),
            number=number,
            share=round(number / max(known), 4),
        )
        for row, number in zip(rows, known, strict=True)
    )


def _plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).strip()


def number_of(words: str, language: str) -> float | None:
    """The number that stands alone in a cell, as the language writes it.

    >>> number_of("1,200", "en"), number_of("1\u202f200,5 %", "fr"), number_of("many", "en")
    (1200.0, 1200.5, None)
    """
    bare = re.sub(r"[\s\u00a0\u202f%‰€$£]", "", words)
    thousands, decimal = (",", ".") if language.split("-")[0] == "en" else (".", ",")
    bare = bare.replace(thousands, "").replace(decimal, ".")
    return float(bare) if re.fullmatch(r"\d+(?:\.\d+)?", bare) else None
