"""Releases that nobody wrote: every shape that Markdown has, in an order that chance decides."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image

SENTENCES = (
    "A quay that belongs to nobody is swept by nobody, lit by nobody and feared by everybody.",
    "Incomprehensibilities of jurisdiction and counterproductive responsibilities delay repairs.",
    "Whoever counts *only* what is stolen will **never** learn what is missing.",
    "Some 1,200 people – dockers, anglers and skippers – signed it; well-known names among them.",
    "The ***first*** rule is `port.open = true`, the second [is written down](https://rivers.example/).",
    'It costs 12 % more, and E = mc^2^ holds as it did "before".',
)
PASSAGES = (
    "*La police de proximité*{lang=fr}",
    "*Ein Hafen ohne Zuständigkeiten*{lang=de}",
    "*Η πόλη που ακούει*{lang=el}",
    "*Город, который слушает*{lang=ru}",
    "*שלום לכל מי שגר כאן*{lang=he}",
    "*مدينة تصغي إلى سكانها*{lang=ar}",
)
LONG = "https://registry.example/" + "-".join(
    f"part{n}of{'abcdefghij'[n % 10] * 9}" for n in range(12)
)
ORGANISATION = """\
name: Rivers and Harbours Alliance
short_name: RHA
languages: [en]
timezone: Europe/Amsterdam
website: https://www.rivers.example
phone: "+31 20 555 01 00"
"""
IMAGES = """\
quay.png: {alt: A quay at low water, credit: J. Bakker, licence: CC-BY-4.0}
plan.png: {alt: A plan, credit: Harbour office, licence: CC0, caption: The harbour from *above*.}
line.png: {alt: "", credit: Harbour office, licence: CC0}
"""

Chance = random.Random


def write(folder: Path, numbers: range) -> Path:
    """A folder of sources with a release for each number, the same wherever it is written."""
    sources = folder / "sources"
    (sources / "images").mkdir(parents=True)
    (sources / "releases").mkdir()
    (sources / "organisation.yaml").write_text(ORGANISATION, "utf-8")
    (sources / "images.yaml").write_text(IMAGES, "utf-8")
    for name, size in (("quay", (600, 400)), ("plan", (300, 300)), ("line", (400, 20))):
        Image.new("RGB", size, "navy").save(sources / "images" / f"{name}.png")
    for number in numbers:
        source = sources / "releases" / f"2031-05-01-release-{number:03d}.md"
        source.write_text(document(number), "utf-8")
    return sources


def document(number: int) -> str:
    chance = Chance(number)
    shapes = [chance.choice(SHAPES) for _ in range(chance.randint(6, 16))]
    parts = [shape(chance) for shape in shapes]
    notes = "\n\n".join(f"[^n{n}]: {_words(chance)}" for n in range(2))
    called = f"{_words(chance)}[^n0] {_words(chance)}[^n1]"
    body = "\n\n".join([called, *parts, notes])
    return f"---\ntitle: Release {number}\ndate: 2031-05-01\nplace: Delfzijl\n---\n\n{body}\n"


def _words(chance: Chance) -> str:
    said = " ".join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 3)))
    return f"{said} {chance.choice(PASSAGES)}." if chance.random() < 0.3 else said


def _paragraphs(chance: Chance) -> str:
    return "\n\n".join(_words(chance) for _ in range(chance.randint(1, 4)))


def _heading(chance: Chance) -> str:
    # Any level may follow any other, as where a writer leaves some out.
    level = "#" * chance.randint(2, 6)
    return f"{level} {chance.choice(('The shore', 'On *responsibilities* at sea', 'Who pays?'))}"


def _list(chance: Chance, depth: int = 0) -> str:
    mark, gap = chance.choice(("-", "1.")), chance.choice(("\n", "\n\n"))
    start = chance.randint(2, 40)
    items = []
    for place in range(chance.randint(1, 4)):
        bullet = mark if mark == "-" else f"{start + place}."
        item = f"{bullet} {_words(chance)}"
        if gap == "\n\n" and chance.random() < 0.4:
            item += f"\n\n    {_words(chance)}"
        if depth < 3 and chance.random() < 0.35:
            inner = _list(chance, depth + 1)
            item += gap + "\n".join(f"    {line}" if line else "" for line in inner.split("\n"))
        items.append(item)
    return gap.join(items)


def _table(chance: Chance) -> str:
    columns, rows = chance.randint(1, 6), chance.randint(1, 30)
    lines = [[f"Column {n}" for n in range(columns)], [":--:"] * columns]
    lines += [[chance.choice(("", "12", "a *word*")) for _ in range(columns)] for _ in range(rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _definitions(chance: Chance) -> str:
    terms = (f"Term {n}\n:   {_words(chance)}" for n in range(chance.randint(1, 4)))
    more = f"\n:   {_words(chance)}" if chance.random() < 0.5 else ""
    return "\n\n".join(terms) + more


def _quotation(chance: Chance) -> str:
    signed = "\n> — Ada Vermeer, harbour master" if chance.random() < 0.5 else ""
    return f'> "{_words(chance)}"{signed}'


def _picture(chance: Chance) -> str:
    name = chance.choice(("quay.png", "plan.png", "line.png"))
    return chance.choice((f"![]({name})", f"![A *quay*]({name})", f"Beside ![]({name}) the words."))


def _code(chance: Chance) -> str:
    return "```\nopen(port)\n    close(port)  # at night\n```"


def _link(chance: Chance) -> str:
    return chance.choice(
        (f"See <{LONG}>.", f"[All of it]({LONG}) and {LONG}", "www.rivers.example")
    )


def _passage(chance: Chance) -> str:
    return f"{chance.choice(PASSAGES)}: {_words(chance)} {chance.choice(PASSAGES)}"


def _abbreviation(chance: Chance) -> str:
    return f"The RHX decides. {_words(chance)}\n\n*[RHX]: Rivers and Harbours Exchange"


def _rule(chance: Chance) -> str:
    return "---"


SHAPES: tuple[Callable[[Chance], str], ...] = (
    _paragraphs,
    _heading,
    _heading,
    _list,
    _list,
    _table,
    _definitions,
    _quotation,
    _picture,
    _code,
    _link,
    _passage,
    _abbreviation,
    _rule,
)
