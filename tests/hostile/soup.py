"""Sources that nobody would write, by the thousand, and what has to stand them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from random import Random

from pipeline import editions, frontmatter, markup, publications, wording
from pipeline.corpus import reading
from pipeline.errors import BroadsideError, Location
from tests.conftest import SPECIMEN
from tests.desks import NOW, SMALL
from tests.hostile.texts import ACTIVE, EVIL, HTML
from tests.test_markup import HOSTILE, TOKENS, active

WHERE = Location(PurePath("sources/news/a.md"), 1, 1)
YAML = (
    *("a", "title", "date", "start", "end", "embargo", "items", "links", "url", "en", "fr", "id"),
    *(": ", ":", "\n", "\n  ", "\n- ", "\n  - ", "{", "}", "[", "]", ", ", '"', "'", "|\n", ">\n"),
    *("&a", "*a", "!!str", "!x", "%", "@", "`", "#", " #", "? ", "---\n", "...\n", "<<: ", "~"),
    *("2025-05-06", "2025", "25:99", "NO", "0123", "1e9", ".inf", "-1", "true", "null", "\t"),
    *("\\x1b", "\\ud800", "\\0", "\\u202e", "\x85", "\u2028", "\ufeff", "é", "e\u0301", "😀"),
    *("{{ facts.members }}", "{{ facts.", "}}", "{{", "\\{{", "{{ events.forum_2025.dates }}"),
    *("https://a.org", "javascript:x", "x@y.org", "quay.png", "../a", "forum-2025", "press", EVIL),
)
LOOK_UPS = (
    *("{{", "}}", " ", ".", "facts", "members", "founded", "value", "events", "forum_2025", "\\"),
    *("dates", "organisation", "name", "contacts", "press", "email", "__class__", "()", "[0]"),
    *("{{ facts.members }}", "](", "<", ">", "\n", "|", "'", "{%", "%}", "\n\n- ", "1. ", "**"),
)


def text(random: Random, tokens: tuple[str, ...] | list[str], most: int = 40) -> str:
    chosen = random.choices(tokens, k=random.randrange(most))
    if chosen and random.random() < 0.05:
        chosen.append(random.choice(chosen) * random.randrange(2000))
    return "".join(chosen)


def head(random: Random) -> str:
    return f"---\n{text(random, YAML)}\n---\n{text(random, TOKENS, 12)}"


def mutated(random: Random, source: str) -> str:
    """*source* with a few places cut, doubled or overwritten."""
    for _ in range(random.randrange(1, 5)):
        begin = random.randrange(len(source) + 1)
        end = min(len(source), begin + random.randrange(30))
        put = random.choice((*YAML, *TOKENS, source[begin:end] * 2, "", ""))
        source = source[:begin] + put + source[end:]
    return source


# What has to stand it ------------------------------------------------------------------------


def front(random: Random) -> None:
    path = PurePath("sources/news/a.md")
    content = head(random).encode("utf-8", "surrogatepass")
    if random.random() < 0.2:
        content = bytes(random.choices(content or b"x", k=len(content)))
    try:
        frontmatter.split(frontmatter.decode(content, path), path)
        frontmatter.load(text(random, YAML), path)
    except BroadsideError as error:
        check_told(error)


def check_told(error: BroadsideError) -> None:
    assert error.findings
    assert all(str(one).startswith("sources") for one in error.findings), error.findings


def marked(random: Random) -> None:
    tokens = random.choice((TOKENS, [*HOSTILE.values(), *HTML], [*TOKENS, *HTML]))
    check_marked(text(random, tokens), random.choice(("en", "fr", "ar", "ja")))


def check_marked(source: str, language: str) -> None:
    for mark in (markup.block, markup.inline):
        made = mark(source, language, where=WHERE)
        assert not {"W101", "W104"} & {one.code for one in made.findings}, made.findings
        assert not ACTIVE.search(made.html) or active(made.html) == [], made.html
    markup.sections(source)


def looked_up(random: Random) -> None:
    check_looked_up(text(random, LOOK_UPS))


def check_looked_up(source: str) -> None:
    known = {"facts.members": "1,200", "facts.founded": "<b>*x*</b>", "contacts.press.email": "a@b"}

    def find(name: str) -> wording.Value | None:
        return wording.Value(known[name]) if name in known else None

    for look in (wording.resolve, wording.plain):
        made, findings = look(source, find, lambda: known, WHERE)
        assert "{{ facts.members }}" not in made.replace("&#123;", "{") or "\\" in source
        assert all(str(one).startswith("sources/news/a.md:") for one in findings)


SMALL_ONES = [
    publications.load(path, SMALL) for path in sorted(SMALL.glob(f"*/{publications.DECLARATION}"))
]
WORDS = publications.words(SMALL)


def folder(random: Random, sources: Path) -> None:
    """A whole folder with a few files spoilt, read and made up."""
    files = sorted(path for path in sources.rglob("*") if path.suffix in (".md", ".yaml"))
    spoilt = random.sample(files, k=random.randrange(1, 4))
    before = {path: path.read_bytes() for path in spoilt}
    try:
        for path in spoilt:
            whole = before[path].decode("utf-8")
            new = mutated(random, whole) if random.random() < 0.8 else head(random)
            path.write_bytes(new.encode("utf-8", "surrogatepass"))
        check_folder(sources)
    finally:
        for path, content in before.items():
            path.write_bytes(content)


def check_folder(sources: Path) -> None:
    try:
        corpus = reading.read(sources)
        assert all(str(one).startswith("sources") for one in corpus.findings)
        for publication in SMALL_ONES:
            list(editions.make_up(publication, corpus, NOW, WORDS))
    except BroadsideError as error:
        check_told(error)


def specimen(folder: Path) -> Path:
    """The specimen with small pictures, quickly read."""
    return Path(shutil.copytree(SPECIMEN, folder / "sources"))


TARGETS: Mapping[str, Callable[[Random], None]] = {
    "front": front,
    "looked_up": looked_up,
    "marked": marked,
}
