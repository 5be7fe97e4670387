"""Letters that other tools make of the same words: the measure of ours, and food for a judge."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import importlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline import calendar, editions, publications
from pipeline.corpus import reading
from pipeline.model.editions import Edition
from pipeline.model.house import Event
from pipeline.model.sources import Story

TEMPLATES = Path(__file__).parents[1] / "templates"
SCRIPTS = Path(__file__).parent / "bench" / "rivals"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "broadside-bench"
PACKAGES = {
    "juice": ("juice",),
    "mjml": ("mjml",),
    "react": ("@react-email/components", "@react-email/render", "react", "react-dom"),
    "maizzle": ("@maizzle/framework", "node@22"),
}
PATIENCE = 600


@dataclasses.dataclass(frozen=True, kw_only=True)
class Rival:
    """A tool that is installed, and how to ask it for a letter."""

    name: str
    version: str
    command: tuple[str, ...]
    place: Path

    def letter(self, words: Mapping[str, Any]) -> tuple[str, float] | str:
        """The letter and the seconds of the whole process; or why there is none."""
        told = json.dumps(dict(words)).encode()
        started = time.perf_counter()
        done = subprocess.run(
            self.command,
            input=told,
            cwd=self.place,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        took = time.perf_counter() - started
        if done.returncode or not done.stdout:
            lines = done.stderr.decode(errors="replace").splitlines()
            return next((line for line in lines if "Error" in line), "it said nothing")[:90]
        return done.stdout.decode(), took


def rival(name: str) -> Rival | str:
    """A tool of Node, installed once; or why it is not."""
    place = of_node(name, *PACKAGES[name])
    if isinstance(place, str):
        return place
    own = place / "node_modules" / "node" / "bin" / "node"
    node = str(own) if own.exists() else "node"
    script = shutil.copy(SCRIPTS / f"{name}.mjs", place)
    version = version_of(place / "node_modules" / PACKAGES[name][0])
    return Rival(name=name, version=version, command=(node, str(script)), place=place)


def of_node(name: str, *packages: str) -> Path | str:
    """The folder in which packages of Node are, installed once; or why they are not."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return "there is no npm on this machine"
    place = CACHE / name
    if (place / "node_modules").is_dir():
        return place
    place.mkdir(parents=True, exist_ok=True)
    (place / "package.json").write_text('{"private": true, "type": "module"}')
    asked = [npm, "install", "--no-audit", "--no-fund", "--silent", *packages]
    # Those that print by a browser would bring one along.
    alone = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    done = subprocess.run(
        asked, cwd=place, env=alone, capture_output=True, timeout=PATIENCE, check=False
    )
    if done.returncode:
        shutil.rmtree(place)
        return "npm could not install it"
    return place


def version_of(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text("utf-8"))["version"])


def beside(name: str) -> Path | str:
    """The folder of a package of Python that is none of ours; or why there is none."""
    place = CACHE / name
    if not place.is_dir():
        asked = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(place), name]
        done = subprocess.run(asked, capture_output=True, timeout=PATIENCE, check=False)
        if done.returncode:
            return "pip could not install it"
    return place


def of_python(name: str) -> Any:
    """A package of Python, beside ours; or why there is none."""
    place = beside(name)
    if isinstance(place, str):
        return place
    sys.path.insert(0, str(place))
    try:
        return importlib.import_module(name.replace("-", "_"))
    finally:
        sys.path.remove(str(place))


@functools.cache
def issue(sources: Path, named: str, language: str) -> Edition:
    """An issue of the newsletter as it is handed to a template."""
    corpus = reading.read(sources, {"issue", "news", "boilerplate"})
    [newsletter] = [one for one in publications.discover(TEMPLATES) if one.slug == "newsletter"]
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    words = publications.words(TEMPLATES)
    [made] = editions.make_up(newsletter, corpus, moment, words, named=named, languages=(language,))
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
