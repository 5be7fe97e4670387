"""The second lock reads every byte of everything: four times as much takes four times as long."""

from __future__ import annotations

import collections
import functools
import json
from pathlib import Path

import pytest

from pipeline.embargo import legible, lock, traces
from pipeline.embargo.phrases import Phrases, words
from tests.desks import NOW, read, write
from tests.stopwatch import spent

PHRASES = Phrases.of(
    {
        tuple(words("the lighthouse keeper of brisa counts every herring")): ["release/herring"],
        ("forum", "opens"): ["release/forum"],
    }
)
ENDLESS = (
    *('<a "', "<a '", '<a x="', "<!--", "-->", "<a ", "</a", "<b>", "<svg ", "<![CDATA[", "<?x "),
    *("ld+json", "ld+json>", "</script>", "data:;", "data:a/b;x=", "data:,%", "=", '= "', "='"),
    *(
        "&amp;",
        "&#",
        "&lt;a &quot;",
        "&amp;lt;a ",
        "\\u",
        "\\",
        "\\x41",
        "_x20_",
        "(\\",
        "((",
        "<41",
    ),
    *(
        "[1",
        "[1]",
        "<https://",
        "(www.",
        "mailto:",
        "%",
        "%25",
        "a-\n",
        "a.1",
        "aB",
        "¹",
        "א ",
        "一",
    ),
    *("ab ", "the ", "theli", "forum", "forum-", "f o r u m ", "the lighthouse keeper of brisa "),
)
LENGTH = 100_000
ENOUGH = 2
"""Seconds; nothing here takes a half."""


def heard(name: str, content: bytes) -> None:
    said = [found for found in legible.read(name, content) if isinstance(found, str)]
    for found in said:
        list(PHRASES.found(found))


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.json", "a.eml"])
def test_no_file_is_read_in_the_square_of_its_length(name: str) -> None:
    for sign in ENDLESS:
        text = sign * (LENGTH // len(sign))
        typed = json.dumps(text) if name == "a.json" else text
        head = "Subject: x\r\n\r\n" if name == "a.eml" else ""
        work = functools.partial(heard, name, f"{head}{typed}".encode())
        assert spent(work, ENOUGH) < ENOUGH, sign


def test_no_objects_of_a_pdf_are_read_in_the_square_of_their_length() -> None:
    for sign in ENDLESS:
        objects = (sign * (LENGTH // len(sign))).encode()
        work = functools.partial(collections.deque, legible._strings(objects), 0)
        assert spent(work, ENOUGH) < ENOUGH, sign


def test_no_faulty_text_is_searched_for_pictures_in_the_square_of_its_length() -> None:
    for sign in (*ENDLESS, "-", "a.", ".png"):
        work = functools.partial(traces._FILED.findall, sign * (LENGTH // len(sign)))
        assert spent(work, ENOUGH) < ENOUGH, sign


def test_all_that_waits_is_gathered_in_no_square(sources: Path) -> None:
    """Each was looked for among all files, three times."""
    for number in range(400):
        head = f"---\ntitle: Nets {number}\ndate: 2025-06-01\nembargo: 2025-07-01T09:00\n---\n"
        write(sources, f"news/2025-06-01-nets-{number}.md", f"{head}Net {number}.\n")
    corpus = read(sources)
    limit = ENOUGH / 4
    assert spent(lambda: lock.of(corpus, NOW, None), limit) < limit
