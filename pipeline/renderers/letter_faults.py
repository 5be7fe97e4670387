"""What a letter's template must not hold, because an inliner or a mail program would spoil it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.errors import Finding, Level, Location
from pipeline.renderers.letter import anatomy

DEEPEST = 200
"""libxml2 drops everything below the 254th level without a word."""

STYLE = re.compile(r"<style\b(?P<attributes>[^>]*)>(?P<sheet>.*?)</style\s*>", re.S | re.I)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"(?<![^{}])(?P<selector>[^{}]+)\{(?P<body>[^{}]*)\}")
AT_IMPORT = re.compile(r"@import\b[^;]*;?", re.IGNORECASE)
STYLE_LINK = re.compile(r"""<link\b[^>]*\brel\s*=\s*["']?[^"'>]*\bstylesheet\b[^>]*>""", re.I)
SHORTHANDS = ("padding", "margin", "border", "font", "background")
APART = {"border-collapse", "border-spacing", "border-radius"}
KEEP = 'move it to the sheet marked <style data-premailer="ignore">'

PAGE_FAULTS = (
    (
        re.compile(r"^\s*(?!<!doctype html>)", re.I),
        "does not begin with <!DOCTYPE html>",
        "begin the template with <!DOCTYPE html>; nothing may stand before it",
    ),
    (
        re.compile(r"^(?!.*<meta\s[^>]*charset=[\"']?utf-8)", re.I | re.S),
        "does not say its charset",
        'put <meta charset="utf-8"> first in the head',
    ),
    (
        re.compile(r"<!\[if\b", re.I),
        "has a bare conditional comment '<![if …]>'",
        "write <!--[if !mso]><!--> … <!--<![endif]-->",
    ),
    (
        STYLE_LINK,
        "links to a style sheet, which no letter can take along",
        "include the sheet in a <style> element",
    ),
    (
        AT_IMPORT,
        "imports a style sheet, which no letter can take along",
        "include the sheet in a <style> element",
    ),
)
SHEET_FAULTS = (
    (re.compile(r"!important", re.I), "'!important' loses its meaning beside an element", KEEP),
    (re.compile(r"@(?!import)[\w-]+", re.I), "an @-rule cannot stand beside an element", KEEP),
    (
        re.compile(r"\bvar\(|(?:^|[{;\s])--[\w-]+\s*:"),
        "mail programs know no variables (--name)",
        "write the value itself",
    ),
    (
        re.compile(r"\b(?:rgba?|hsla?)\([^,)]*\)|\b(?:oklch|lab|color-mix)\(", re.I),
        "mail programs do not know this way of writing colours",
        "write six digits: #1a2b3c",
    ),
    (
        re.compile(r"#[0-9a-f]{3}\b(?![^{}]*\{)", re.I),
        "a colour of three digits",
        "write six digits: #1a2b3c",
    ),
)


def faults(page: str, where: Location) -> Iterator[Finding]:
    """Everything a designer should mend before the page is inlined."""
    for pattern, message, remedy in PAGE_FAULTS:
        if pattern.search(page):
            yield Finding("M105", f"the letter {message}", remedy, where, Level.WARNING)
    for style in STYLE.finditer(page):
        if "data-premailer" not in style["attributes"]:
            yield from sheet_faults(style["sheet"], where)
    depth = anatomy(page).depth
    if depth > DEEPEST:
        yield Finding(
            "M103",
            f"the letter is nested {depth} elements deep; mail programs stop at about {DEEPEST}",
            "look for a quotation or list that is never closed, and make it flatter",
            where,
        )


def sheet_faults(written: str, where: Location) -> Iterator[Finding]:
    sheet = COMMENT.sub("", written)
    for pattern, message, remedy in SHEET_FAULTS:
        if pattern.search(sheet):
            yield _warning(message, remedy, where)
    for rule in RULE.finditer(AT_IMPORT.sub("", sheet)):
        yield from _rule_faults(rule["selector"].strip(), rule["body"], where)


def _rule_faults(selector: str, body: str, where: Location) -> Iterator[Finding]:
    if re.search(r"[\[\]#*>+~:]", selector):
        message = f"the selector '{selector}' is weighed wrongly or lost when styles are inlined"
        yield _warning(message, "use classes and element names only", where)
    names = [part.split(":")[0].strip().lower() for part in body.split(";") if ":" in part]
    for twice in sorted({name for name in names if names.count(name) > 1}):
        message = f"'{selector}' says '{twice}' twice; only the last survives"
        yield _warning(message, "keep one value, and write a fallback as another property", where)
    for short in SHORTHANDS:
        longs = [name for name in names if name.startswith(f"{short}-") and name not in APART]
        if short in names and longs:
            message = f"'{selector}' mixes '{short}' with '{longs[0]}'; their order gets lost"
            yield _warning(message, "use one shorthand, or longhands only", where)


def _warning(message: str, remedy: str, where: Location) -> Finding:
    return Finding("M106", f"style sheet: {message}", remedy, where, Level.WARNING)
