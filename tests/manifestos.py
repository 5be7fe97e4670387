"""Another organisation's manifesto, written by many hands that never agreed on a form."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

ORGANISATION = """\
name: {en: Rivers and Harbours Alliance, fr: Alliance des rivières et des ports}
short_name: RHA
languages: [en, fr]
timezone: Europe/Amsterdam
website: https://www.rivers.example
"""
IMAGES = """\
wide.png:
  alt: A very wide panorama of a harbour
  credit: Port archive
  licence: CC-BY-4.0
  caption: The harbour from the north pier.
"""
SENTENCES = (
    "Harbours were the first places in which strangers had to agree on rules.",
    "A quay that belongs to nobody is swept by nobody, lit by nobody and feared by everybody.",
    "Whoever counts only what is stolen will never learn what is missing.",
    "Inspectors, dockers and residents rarely sit at one table, although they share one shore.",
    "The figures of the last ten years are contradictory; the complaints are not.",
    "Incomprehensibilities of jurisdiction and counterproductive responsibilities delay repairs.",
    "It takes a winter to lose a neighbourhood's trust and a decade to deserve it again.",
)
LONG_TITLE = (
    "On the many and various ways in which a municipality that has a harbour, a river, a canal or "
    "merely a pond within its boundaries may, together with all those who live, work, fish, swim "
    "or simply rest along its banks, and without forgetting those who only pass through, come to "
    "an understanding about who looks after what, at which hour, and at whose expense"
)
ADDRESS = "https://registry.example/" + "-".join(
    f"part{number}of{'abcdefghij'[number % 10] * 12}" for number in range(15)
)
UNBROKEN = "https://files.example/" + "0123456789abcdef" * 17
WIDE_TABLE = "\n".join(
    [
        "| " + " | ".join(f"Column{n}" for n in range(12)) + " |",
        "|" + "---|" * 12,
        *(
            "| " + " | ".join(f"Uninterruptedmeasurement{row}{n}" for n in range(12)) + " |"
            for row in "abc"
        ),
    ]
)


def write(folder: Path, chapters: int, paragraphs: int = 4) -> Path:
    """A folder of sources with a manifesto of so many chapters."""
    sources = folder / "sources"
    book = sources / "manifesto" / "2031"
    book.mkdir(parents=True)
    (sources / "images").mkdir()
    (sources / "organisation.yaml").write_text(ORGANISATION, "utf-8")
    (sources / "images.yaml").write_text(IMAGES, "utf-8")
    Image.new("RGB", (3000, 400), "navy").save(sources / "images" / "wide.png")
    (book / "manifesto.md").write_text("---\ntitle: Shores\ndate: 2031-05\n---\n", "utf-8")
    text = itertools.cycle(SENTENCES)
    shapes = itertools.cycle(SHAPES)
    for number in range(1, chapters + 1):
        title = LONG_TITLE if number % 4 == 2 else f"Shore number {number}"
        body = next(shapes)(text, paragraphs, number)
        (book / f"{number:02d}-shore-{number}.md").write_text(
            f'---\ntitle: "{title}"\n---\n\n{body}\n', "utf-8"
        )
    return sources


def _prose(text: Iterator[str], paragraphs: int) -> str:
    return "\n\n".join(" ".join(itertools.islice(text, 5)) for _ in range(paragraphs))


def _in_the_house_form(text: Iterator[str], paragraphs: int, number: int) -> str:
    return f"""## Introduction

{_prose(text, paragraphs)}

A claim[^far] that is proved elsewhere, and another[^near].

[^near]: Said near by in chapter {number}.

## Recommendations

1. {next(text)}
2. {next(text)}
    1. {next(text)}
        - Deeply nested words of chapter {number}.
            - Deeper still, at level {number}.
    2. {next(text)}
3. Fourth things first.

{next(text)}

- {next(text)}

## Practices

- **Nice (France), Bordeaux (France)** — *Ask for Angela*: {next(text)}
- **Brussels, Ixelles (Belgium)** — *Shore patrol {number}*: {next(text)}
- **FALPREV** — *Training on the water*: {next(text)}
- **Belgium** — {next(text)}

## References

- Registry, *[A long address]({ADDRESS})*, 2030.
- Registry, [An unbroken one]({UNBROKEN}).
- <https://www.rivers.example/library>

[^far]: Proved far away, in the references.
"""


def _with_odd_headings(text: Iterator[str], paragraphs: int, number: int) -> str:
    return f"""Introduction:
-------------

{_prose(text, paragraphs)}

#### A level was skipped before this heading

{next(text)}

### {LONG_TITLE}

{next(text)}

## RECOMMENDATIONS:

{next(text)}

* {next(text)}
* {next(text)}

**Practices:**

City of Bologna: {next(text)}

Riga (Latvia) - Night boats {number} – {next(text)}

- {next(text)}
    - A nested practice of chapter {number}.

Reference

## Reference

Anonymous, *Untitled*, without a year.
"""


def _in_the_wrong_order(text: Iterator[str], paragraphs: int, number: int) -> str:
    return f"""## References

1. The Port Authority, *Yearbook* {number}, 2029.
2. www.rivers.example/yearbook

## Practices

### Along the river

**Győr (Hungary):** *Dyke school*{{lang=xx-zz}}: {next(text)}

## Introduction

{_prose(text, paragraphs)}

![](wide.png)

## Recommendations

"""


def _with_a_table(text: Iterator[str], paragraphs: int, number: int) -> str:
    return f"""{_prose(text, paragraphs)}

{WIDE_TABLE}

> {next(text)}
> — Harbour master, Port {number}

## Recommendations

- {next(text)}

- {next(text)}

    {next(text)}

## Outlook

{next(text)}

## Practices

Nothing was sent to us.
"""


SHAPES = (_in_the_house_form, _with_odd_headings, _in_the_wrong_order, _with_a_table)
