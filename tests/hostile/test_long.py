"""A long list or table takes as long a page as a short one, and never for ever."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import pytest

from pipeline import production, publications
from pipeline.model.editions import Edition
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter
from tests.desks import NOW, edit, edition_of, read, write

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
LEAD = "2025-04-14-register"
KINDS = {
    "list": ("", "- Item {0} of a list\n"),
    "numbered list": ("", "1. Item {0} of a list\n"),
    "table": ("| Town | Count |\n|---|---|\n", "| Town {0} | {0} |\n"),
    "paragraphs": ("", "Item {0} of a text.\n\n"),
    "headings": ("", "## Item {0}\n\nWords.\n\n"),
}
FEW = 300


def seconds(sources: Path, text: str) -> float:
    """Of the processor, for the PDF of a release with a long body."""
    made = edition_of(sources, "release", LEAD, now=NOW, templates=TEMPLATES)
    assert isinstance(made, Edition), (made, text[:80])
    outputs = tuple(one for one in made.publication.outputs if one.name.endswith(".pdf"))
    made = dataclasses.replace(
        made, publication=dataclasses.replace(made.publication, outputs=outputs)
    )
    words, brand = publications.words(TEMPLATES), publications.brand(TEMPLATES)
    setter = Typesetter(TEMPLATES, words, brand, merge_tags.TOKENS)
    began = time.process_time()
    assert production.produce(made, setter, lambda *_: None).pages["release.pdf"] > 1
    return time.process_time() - began


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_four_times_as_much_takes_four_times_as_long(sources: Path, kind: str) -> None:
    head, item = KINDS[kind]
    path = f"releases/{LEAD}.md"
    before, took = "The network counts", []
    for count in (FEW, FEW, 4 * FEW):
        text = f"Intro.\n\n{head}{''.join(item.format(n) for n in range(count))}"
        edit(sources, path, before, text)
        before = text
        took.append(seconds(sources, text))
    print(kind, [round(one, 1) for one in took])
    # The first pays for what is read once.
    assert took[2] < 7 * took[1]


@pytest.mark.soak
def test_four_times_as_many_files_take_four_times_as_long(sources: Path) -> None:
    took = []
    for count in (1_000, 1_000, 4_000):
        for number in range(count):
            text = f"---\ntitle: Story {number}\ndate: 2005-01-01\n---\nWords of town {number}.\n"
            write(sources, f"news/{number}-story-{number}.md", text)
        began = time.process_time()
        read(sources)
        took.append(time.process_time() - began)
    assert took[2] < 6 * took[1]
