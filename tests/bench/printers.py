"""The manifesto as other tools print it: each told how to make a PDF of the same words."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

from pipeline.renderers import typecase
from tests import judges, rivals

CONTAINERS = {"em": "emph", "i": "emph", "strong": "strong", "b": "strong", "sup": "super"}
LEVELS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 4}
SILENT = ("head", "nav", "script", "style", "img")
PRELUDE = """\
#set document(title: {title})
#set page(paper: "a4", numbering: "1")
#set text(font: "Source Serif Pro", size: 10.5pt, lang: "en")
#set heading(numbering: none)
#outline(depth: 2)
"""
TYPST = """\
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[3:], pdf_standards=["ua-1"])
"""


@dataclass(frozen=True, kw_only=True)
class Printer:
    """A command that makes *made* of a page, with what it needs around it."""

    command: tuple[str, ...]
    surroundings: Mapping[str, str] = field(default_factory=dict)


def weasyprint(page: Path, made: Path) -> Printer:
    asked = (sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", "--quiet")
    return Printer(command=(*asked, str(page), str(made)))


def typst(page: Path, made: Path) -> Printer | str:
    place = rivals.beside("typst")
    if isinstance(place, str):
        return place
    source = page.with_suffix(".typ")
    source.write_text(in_typst(page.read_text("utf-8")), "utf-8")
    fonts = [str(resources.files(package) / "files") for package in typecase.PACKAGES]
    command = (sys.executable, "-c", TYPST, str(source), str(made), *fonts)
    return Printer(command=command, surroundings={"PYTHONPATH": str(place)})


def chromium(page: Path, made: Path) -> Printer | str:
    browser = judges.chromium()
    if not browser:
        return "there is no Chromium on this machine"
    asked = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    return Printer(command=(browser, *asked, f"--print-to-pdf={made}", page.as_uri()))


def pagedjs(page: Path, made: Path) -> Printer | str:
    place, browser = rivals.of_node("pagedjs", "pagedjs-cli"), judges.chromium()
    if isinstance(place, str) or not browser:
        return place if isinstance(place, str) else "there is no Chromium on this machine"
    command = str(place / "node_modules" / ".bin" / "pagedjs-cli")
    asked = ("--browserArgs=--no-sandbox", "--outline-tags", "h1,h2,h3", "--output", str(made))
    return Printer(
        command=(command, *asked, str(page)), surroundings={"PUPPETEER_EXECUTABLE_PATH": browser}
    )


def vivliostyle(page: Path, made: Path) -> Printer | str:
    place, browser = rivals.of_node("vivliostyle", "@vivliostyle/cli"), judges.chromium()
    if isinstance(place, str) or not browser:
        return place if isinstance(place, str) else "there is no Chromium on this machine"
    command = str(place / "node_modules" / ".bin" / "vivliostyle")
    asked = ("build", "--single-doc", "--executable-browser", browser, "--output", str(made))
    return Printer(command=(command, *asked, str(page)))


def pandoc(page: Path, made: Path) -> Printer | str:
    missing = [name for name in ("pandoc", "xelatex") if not shutil.which(name)]
    if missing:
        return f"there is no {' and no '.join(missing)} on this machine"
    asked = ("--standalone", "--toc", "--pdf-engine=xelatex", "--output", str(made))
    return Printer(command=("pandoc", *asked, str(page)))


PRINTERS: Mapping[str, Callable[[Path, Path], Printer | str]] = {
    "WeasyPrint, pdf/ua-1": weasyprint,
    "Typst, ua-1": typst,
    "Chromium": chromium,
    "Paged.js": pagedjs,
    "Vivliostyle": vivliostyle,
    "pandoc, xelatex": pandoc,
}


def surroundings(printer: Printer, folder: Path) -> dict[str, str]:
    """Every tool sees the type that we set in."""
    fonts = folder / "fonts.conf"
    fonts.write_text(typecase.configuration(), "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(fonts), **printer.surroundings}


def in_typst(page: str) -> str:
    """The words and the blocks of a page in Typst's own markup; how they look is left to it."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    title = _said(root.findtext("head/title") or "")
    return PRELUDE.format(title=title) + _inside(root)


def _said(words: str) -> str:
    return json.dumps(" ".join(words.split()), ensure_ascii=False)


def _words(words: str | None) -> str:
    if not words or not words.strip():
        return " " if words else ""
    spaces = (" " if words[:1].isspace() else "", " " if words[-1:].isspace() else "")
    return f"{spaces[0]}#{_said(words)};{spaces[1]}"


def _inside(element: Element) -> str:
    told = [_words(element.text)]
    for child in element:
        told += ["" if child.tag in SILENT else _element(child), _words(child.tail)]
    return "".join(told)


def _element(element: Element) -> str:
    tag, inside = element.tag, _inside(element)
    if tag in LEVELS:
        return f"\n#heading(level: {LEVELS[tag]})[{inside}]\n"
    if tag in CONTAINERS:
        return f"#{CONTAINERS[tag]}[{inside}];"
    if tag == "a" and "://" in element.get("href", ""):
        return f"#link({_said(element.get('href', ''))})[{inside}];"
    if tag in ("ul", "ol"):
        entries = "".join(f"[{_inside(item)}]" for item in element)
        return f"\n#{'enum' if tag == 'ol' else 'list'}{entries}\n" if entries else ""
    if tag == "table":
        return _table(element)
    return f"\n\n{inside}\n\n" if tag in ("p", "div", "section", "article", "main") else inside


def _table(element: Element) -> str:
    rows = [[_inside(cell) for cell in row] for row in element.iter("tr")]
    head, *body = ["".join(f"[{cell}]," for cell in row) for row in rows]
    return f"\n#table(columns: {len(rows[0])}, table.header({head}), {''.join(body)})\n"
