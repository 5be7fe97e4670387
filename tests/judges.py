"""Judges from outside: programs that know nothing of us and say whether a file is good."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

Found = TypeVar("Found")

JUDGES = Path(__file__).parent.parent / ".venv" / "judges"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 900
"""Seconds on the clock until a judge counts as hanging; the slowest takes twenty."""
AS_CLAIMED = "0"
CLAIM = re.compile(r"PDF/\w+-\w+")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def needs(judge: Callable[[], Found | None]) -> Found:
    """The judge; without it the test is skipped, or fails where nothing may be missing."""
    found = judge()
    if found is not None:
        return found
    reason = f"{judge.__name__} is not on this machine; `make test` installs it where it may"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@functools.cache
def chromium() -> str | None:
    """A browser."""
    return _program(*BROWSERS)


@functools.cache
def axe() -> Path | None:
    """The script that looks for barriers in an open page."""
    package = importlib.util.find_spec("axe_playwright_python")
    return Path(package.origin).with_name("axe.min.js") if package and package.origin else None


@functools.cache
def verapdf() -> tuple[str, ...] | None:
    """The command that validates PDF/A and PDF/UA."""
    java, jar = _program("java"), JUDGES / "verapdf.jar"
    if not java or not jar.exists():
        return None
    # It lives for seconds: what Java would do to be fast in an hour takes half of them.
    brief = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    return (java, *brief, "-cp", str(jar), "org.verapdf.apps.GreenfieldCliWrapper")


@functools.cache
def libreoffice() -> str | None:
    """An office, for DOCX and PPTX."""
    return _program("soffice", "libreoffice")


@functools.cache
def hunspell() -> str | None:
    """A speller with English and French."""
    speller = _program("hunspell")
    if not speller:
        return None
    known = subprocess.run([speller, "-D"], capture_output=True, text=True, input="", check=False)
    languages = {Path(line).name for line in (known.stderr + known.stdout).splitlines()}
    return speller if {"en_GB", "fr"} <= languages else None


@functools.cache
def grammalecte() -> str | None:
    """A grammarian of French."""
    return _program("grammalecte-cli")


@functools.cache
def harper() -> str | None:
    """A grammarian of English."""
    package = importlib.util.find_spec("harper")
    return package.origin if package else None


@functools.cache
def pdftotext() -> str | None:
    """Poppler, which reads a PDF as another program would; its other tools lie beside it."""
    return _program("pdftotext")


@functools.cache
def qpdf() -> str | None:
    """The judge of a PDF's syntax."""
    return _program("qpdf")


@functools.cache
def caniemail() -> tuple[str, ...] | None:
    """The command of the npm package that says which mail program shows what."""
    node, script = _program("node", "nodejs"), Path(__file__).parent / "checks/caniemail/judge.mjs"
    folder = JUDGES / "caniemail"
    if not node or not (folder / "whole").exists():
        return None
    # Node looks for packages beside the script.
    return (node, shutil.copy(script, folder))


@functools.cache
def ghostscript() -> str | None:
    """The printer's own reader, which says how much of each ink a page takes."""
    return _program("gs")


@functools.cache
def spamassassin() -> str | None:
    """What many mail servers ask whether a letter is one."""
    return _program("spamassassin")


@functools.cache
def faketime() -> str | None:
    """The machine with another clock."""
    return _program("faketime")


def _program(*names: str) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def breaches(pdf: Path, flavour: str) -> tuple[str, ...]:
    """The clauses of *flavour* (`ua1`, `3a` …) that a PDF breaks, each with its words."""
    (judged,) = _judged([pdf], flavour)
    if "validationResult" not in judged:
        return (f"not judged: {judged.get('taskException')}",)
    (result,) = judged["validationResult"]
    return _failed(result)


def verdicts(pdfs: Iterable[Path]) -> dict[str, dict[str, tuple[str, ...]]]:
    """What each PDF claims to be (`PDF/UA-1` …), and the clauses of it that it breaks.

    They are judged in one go, because it is the judge's awakening that takes long.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for judged in _judged(pdfs, AS_CLAIMED):
        results = judged.get("validationResult", ())
        name = Path(judged["itemDetails"]["name"]).name
        found[name] = {CLAIM.match(one["profileName"])[0]: _failed(one) for one in results}  # type: ignore[index]
    return found


def _judged(pdfs: Iterable[Path], flavour: str) -> list[dict[str, Any]]:
    command = [*needs(verapdf), "--format", "json", "--flavour", flavour, *map(str, pdfs)]
    judged = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    assert judged.stdout, judged.stderr.decode()
    jobs: list[dict[str, Any]] = json.loads(judged.stdout)["report"]["jobs"]
    return jobs


def _failed(result: dict[str, Any]) -> tuple[str, ...]:
    return tuple(
        f"{rule['clause']}-{rule['testNumber']} (x{rule['failedChecks']}): {rule['description']}"
        f" [{rule['checks'][0]['context'][-90:]}]"
        for rule in result["details"]["ruleSummaries"]
        if rule["ruleStatus"] == "FAILED"
    )


def converted(document: Path, folder: Path) -> Path:
    """The PDF that an office makes of a DOCX or a PPTX."""
    office = needs(libreoffice)
    # A profile of its own, because two offices cannot share one.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", folder, document], capture_output=True, check=True, timeout=PATIENCE
    )
    return folder / f"{document.stem}.pdf"


def suspicions(message: bytes) -> tuple[float, tuple[str, ...]]:
    """The spam score of a message as it was sent, and the rules that gave something to it."""
    command = [needs(spamassassin), "--local", "--test-mode"]
    # Without a home folder to write to it says so, and judges all the same.
    judged = subprocess.run(command, input=message, capture_output=True, check=True)
    told = judged.stdout.decode(errors="replace").rpartition("Content analysis details:")[2]
    points = re.findall(r"^\s*(-?\d+\.\d) ([A-Z][A-Z0-9_]+)", told, re.MULTILINE)
    total = re.search(r"\(\s*(-?\d+\.\d) points", told)
    assert total, judged.stderr.decode()
    return float(total[1]), tuple(name for score, name in points if float(score) > 0)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What caniemail says of a letter: program -> feature -> `error` or `warning`."""

    told: Mapping[str, Mapping[str, str]]
    misread: frozenset[tuple[str, str]]
    """Programs and features of which it takes an old version for the newest."""


def opinions(letters: Sequence[str]) -> list[Opinion]:
    """What caniemail says of each letter, as far as it can judge a program at all."""
    asked = json.dumps(list(letters)).encode()
    judged = subprocess.run(needs(caniemail), input=asked, capture_output=True, check=True)
    read = json.loads(judged.stdout)
    misread = frozenset((client, title) for client, title in read["misread"])
    return [Opinion(told=told, misread=misread) for told in read["letters"]]


def misspelt(text: str, language: str) -> tuple[str, ...]:
    """The words of a text that a speller does not know; *language* is `en_GB` or `fr`."""
    command = [needs(hunspell), "-d", language, "-i", "utf-8", "-l"]
    listed = subprocess.run(
        command,
        input="\n".join(WORD.findall(text)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return tuple(dict.fromkeys(listed.stdout.split()))


@contextlib.contextmanager
def opened(html: str | Path, *, width: int = 1024, dark: bool = False) -> Iterator[Page]:
    """A page in a browser that reaches no network."""
    from playwright.sync_api import sync_playwright

    browser = needs(chromium)
    with sync_playwright() as player:
        window = player.chromium.launch(
            executable_path=browser,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = window.new_page(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            offline=True,
        )
        if isinstance(html, Path):
            page.goto(html.as_uri())
        else:
            page.set_content(html)
        yield page
        window.close()


def barriers(page: Page, *, tags: tuple[str, ...] = ("wcag2a", "wcag2aa", "wcag21aa")) -> list[str]:
    """What in an open page keeps somebody out, one line for each rule broken."""
    page.add_script_tag(path=needs(axe))
    found = page.evaluate("tags => axe.run({runOnly: tags})", list(tags))
    return [
        f"{rule['id']}: {rule['help']} ({', '.join(node['html'] for node in rule['nodes'])})"
        for rule in found["violations"]
    ]
