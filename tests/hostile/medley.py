"""The examples of all checks, shaken together: what one check stumbles over in another's text."""

from __future__ import annotations

import functools
import re
import shutil
from pathlib import Path
from random import Random

from pipeline import proofreading
from pipeline.corpus import reading
from pipeline.errors import OURS, UsageError
from tests.checks.test_checks import FOLDERS, HOUSE, PLACES, TODAY

FRONT = re.compile(r"(?:---\r?\n.*?\n---\r?\n)?", re.DOTALL)
FIGURE = re.compile(r"\d+")
FIGURES = ("0", "00", "31", "32", "99", "1.2.3", "10" * 30, "½", "²", "٣", "I", "-1", "1e9", "")
SIGNS = (
    *("\u00a0", "\u202f", "\u200b", "\u00ad", "\u2028", "\u0301", "\ufeff", "\u202e", "İ", "ŉ"),
    *("’", "“", "«", "»", "–", "…", "(", ")", "[", "](", "*", "_", "`", "|", "#", "\n", "\n\n"),
    *("{", "}", "{{ facts.members }}", "^1", "[^1]", ":", ";", ",", ".", "!", "?", "@", "//", "%"),
)


def proofread(random: Random, sources: Path) -> None:
    """A few texts made of lines of all examples are read as if they were a house's own."""
    folder = sources.parent / "medley"
    _lay(random, folder)
    try:
        corpus = reading.read(folder)
        proof = proofreading.proofread(corpus, folder, TODAY, voices=False)
    except UsageError:
        return  # Of sources with such a fault nothing is read.
    finally:
        shutil.rmtree(folder)
    for mark in proof.marks:
        assert str(mark.finding.location).startswith("medley")
        assert mark.finding.message
        assert mark.finding.code != OURS, mark.finding


def _lay(random: Random, folder: Path) -> None:
    folder.mkdir()
    pages = [page for each in FOLDERS for page in sorted(each.glob("*.yaml"))]
    for page in (*HOUSE.glob("*.yaml"), *random.sample(pages, k=random.randrange(3))):
        shutil.copy(page, folder)
    for place in random.sample([*_bodies()], k=random.randrange(1, 5)):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(random, place), encoding="utf-8", errors="replace")


@functools.cache
def _bodies() -> dict[str, list[tuple[str, list[str]]]]:
    """By place: the heads of what stands there in the examples, and the lines below them."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for folder in FOLDERS:
        for name, place in PLACES.items():
            if (folder / name).is_file():
                text = (folder / name).read_text("utf-8")
                head = FRONT.match(text)[0]  # type: ignore[index]
                lines = [line for line in text[len(head) :].split("\n") if line.strip()]
                found.setdefault(place, []).append((head, lines))
    return found


@functools.cache
def _lines() -> list[str]:
    return [line for texts in _bodies().values() for _, lines in texts for line in lines]


def _text(random: Random, place: str) -> str:
    head, _ = random.choice(_bodies()[place])
    parted = random.choice(("\n", "\n\n"))
    body = parted.join(random.choices(_lines(), k=random.randrange(1, 25)))
    return f"{head}{_shaken(random, body)}\n"


def _shaken(random: Random, text: str) -> str:
    for _ in range(random.randrange(12)):
        at = random.randrange(len(text) + 1)
        end = min(len(text), at + random.choice((0, 0, 1, 1, 2, 9)))
        text = text[:at] + random.choice((*SIGNS, "", "", text[at:end] * 2)) + text[end:]
    if random.random() < 0.5:
        text = FIGURE.sub(lambda found: _figure(random, found[0]), text)
    if random.random() < 0.1:
        text = text.replace(*random.choice((("i", "İ"), ("i", "ı"), ("s", "ſ"), ("k", "\u212a"))))
    if random.random() < 0.1:
        text = random.choice((str.upper, str.lower, str.title, str.swapcase))(text)
    return text


def _figure(random: Random, typed: str) -> str:
    if random.random() < 0.8:
        return typed
    return random.choice(FIGURES) if random.random() < 0.5 else str(random.randrange(3000))
