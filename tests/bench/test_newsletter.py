"""The newsletter beside what other tools make of the same words: weight and time, in one run."""

from __future__ import annotations

import datetime as dt
import functools
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline import calendar, editions, publications
from pipeline.corpus import reading
from pipeline.model import Edition, Event, Story
from pipeline.renderers import email
from tests.renderers.mail_jobs import ROOT, TEMPLATES, rendered, typesetter

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "broadside-bench"
PACKAGES = {
    "juice": ("juice",),
    "mjml": ("mjml",),
    "react": ("react", "react-dom", "@react-email/components", "@react-email/render"),
    "maizzle": ("@maizzle/framework", "node@22"),
}
PATIENCE = 600
Row = tuple[str, int, float | str]
"""A name, bytes, and seconds; or why there are none."""
pytestmark = pytest.mark.bench


@functools.cache
def sample() -> Edition:
    corpus = reading.read(ROOT / "sources", {"issue", "news", "boilerplate"})
    [newsletter] = [one for one in publications.discover(TEMPLATES) if one.slug == "newsletter"]
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    words = publications.words(TEMPLATES)
    [made] = editions.make_up(newsletter, corpus, moment, words, named="2019-12", languages=("en",))
    assert isinstance(made, Edition)
    return made


def told(edition: Edition) -> dict[str, Any]:
    """The words of a letter, for tools that have pages of their own."""
    runs = [*(run.items for run in edition.sections.values()), edition.did_you_know]
    return {
        "title": edition.lead.subject.plain,
        "preheader": edition.lead.preheader.plain,
        "body": edition.lead.body.html,
        "items": [_item(story) for run in runs for story in run],
        "agenda": [_date(event, edition.language) for event in edition.agenda],
    }


def _item(story: Story) -> dict[str, Any]:
    links = [*([(story.link, story.link_text)] if story.link else [])]
    links += [(link.url, link.text) for link in story.links]
    return {
        "title": story.title.html,
        "when": f"{story.place.plain} {story.dates}".strip(),
        "body": story.body.html,
        "image": f"images/{story.image.name}" if story.image else "",
        "alt": story.image.alt.plain if story.image else "",
        "links": [{"url": url, "text": words.plain} for url, words in links],
    }


def _date(event: Event, language: str) -> dict[str, Any]:
    return {
        "when": calendar.day_numbers(event.start, event.end, language),
        "title": event.title.html,
        "place": event.place.plain,
        "links": [{"url": event.link, "text": event.link_text.plain}] if event.link else [],
    }


def rival(name: str, words: Mapping[str, Any]) -> tuple[str, float] | str:
    """The letter of another tool and the seconds it took; or why there is none."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        return "there is no npm on this machine"
    place = CACHE / name
    place.mkdir(parents=True, exist_ok=True)
    if not (place / "node_modules").is_dir():
        (place / "package.json").write_text('{"private": true, "type": "module"}')
        asked = [npm, "install", "--no-audit", "--no-fund", "--silent", *PACKAGES[name]]
        done = subprocess.run(asked, cwd=place, capture_output=True, timeout=PATIENCE, check=False)
        if done.returncode:
            shutil.rmtree(place)
            return "npm could not install it"
    own = place / "node_modules" / "node" / "bin" / "node"
    script = Path(shutil.copy(HERE / "rivals" / f"{name}.mjs", place))
    started = time.perf_counter()
    done = subprocess.run(
        [own if own.exists() else node, script],
        input=json.dumps(dict(words)).encode(),
        cwd=place,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode or not done.stdout:
        lines = done.stderr.decode(errors="replace").splitlines()
        return next((line for line in lines if "Error" in line), "it said nothing")[:90]
    return done.stdout.decode(), time.perf_counter() - started


def test_the_letter_keeps_to_its_weight_beside_what_others_make(
    capsys: pytest.CaptureFixture[str],
) -> None:
    edition = sample()
    page = typesetter().set(edition, "newsletter.html")
    started = time.perf_counter()
    ours = rendered(page, made_up=edition)
    same = [("Broadside", len(ours.encode()), time.perf_counter() - started), *inliners(page)]
    words = {"page": email.bare(page), **told(edition)}
    same.append(weighed("juice", words))
    own = [weighed(name, words) for name in PACKAGES if name != "juice"]
    with capsys.disabled():
        print(f"\n\n{edition.slug}: {len(words['items'])} items, {len(edition.agenda)} dates")
        print(" the same page, its styles put beside the elements")
        print("\n".join(map(line, same)))
        # Not the same letter, so nothing is asserted of them.
        print(" the same words, each tool's plainest letter: neither dark colours nor a phone's")
        print(" layout of its own, no contacts, imprint, language switch, campaign tags")
        print("\n".join(map(line, own)))
        print(" seconds: of Node's tools with the start of Node, of Python's without")
    # Thirteen dates: five more than the budget of 36,000 bytes is for.
    assert same[0][1] <= 36_000
    assert all(same[0][1] < weight for _, weight, _ in same[1:] if weight)


def weighed(name: str, words: Mapping[str, Any]) -> Row:
    made = rival(name, words)
    return (name, 0, made) if isinstance(made, str) else (name, len(made[0].encode()), made[1])


def line(row: Row) -> str:
    name, weight, took = row
    if isinstance(took, str):
        return f"  {name:<28}not measured: {took}"
    return f"  {name:<28}{weight:>9,} bytes {took:6.2f} s"


def inliners(page: str) -> Iterator[Row]:
    """Our own page by the inliners that others use, without what we do before and after."""
    import premailer

    started = time.perf_counter()
    with email.quiet_cssutils():
        made = premailer.Premailer(email.bare(page), disable_validation=True).transform()
    yield "premailer, as it comes", len(made.encode()), time.perf_counter() - started
    try:
        import css_inline
    except ImportError:
        yield "css-inline", 0, "pip install css-inline, and it is"
        return
    started = time.perf_counter()
    made = css_inline.inline(email.bare(page))
    yield "css-inline", len(made.encode()), time.perf_counter() - started


def test_a_cold_build_takes_no_longer_than_a_bare_script(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From nothing to a letter and a PDF; processor time, so that neighbours do not count."""
    bare = [sys.executable, str(HERE / "bare.py"), "sources", "2019-12"]
    asked = ["newsletter", "--edition", "2019-12", "--language", "en", "--jobs", "1"]
    ours = [sys.executable, "-m", "pipeline", "build", *asked, "--out"]
    took: dict[str, list[tuple[float, float]]] = {"Broadside": [], "bare script": []}
    for turn in range(3):
        for name, command in (("bare script", bare), ("Broadside", ours)):
            took[name].append(_seconds([*command, str(tmp_path / name / str(turn))]))
    best = {name: min(times) for name, times in took.items()}
    ratio = best["Broadside"][0] / best["bare script"][0]
    with capsys.disabled():
        print("\n\ncold build of 2019-12 in English: letter and print edition")
        for name, (busy, wall) in best.items():
            print(f"  {name:<28}{busy:6.2f} s of the processor, {wall:6.2f} s by the clock")
        print(f"  {'ratio':<28}{ratio:6.2f}")
    assert ratio <= 1.3


def _seconds(command: list[str]) -> tuple[float, float]:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - started
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall
