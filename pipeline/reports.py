"""A proof as others want to read it: for code hosts, for programs, and as a page for people."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from pipeline.checks import rota, suppressions
from pipeline.checks.sheet import Mark
from pipeline.errors import Finding, Level

_SARIF_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}


def counted(findings: Iterable[Finding]) -> str:
    """`2 errors, 1 warning`; or that there is nothing."""
    counts = Counter(finding.level for finding in findings)
    told = [
        f"{counts[level]} {level}{'s' if counts[level] > 1 else ''}"
        for level in Level
        if counts[level]
    ]
    return ", ".join(told) or "nothing to mend"


def explained(code: str) -> str:
    """The reason of a check and its remedy; nothing, for a code that is none."""
    check = rota.checks().get(code)
    if check:
        return f"{code}  {check.name}\n    {check.reason}\n    Remedy: {check.remedy}"
    if code in suppressions.REASONS:
        name, reason, remedy = suppressions.REASONS[code]
        return f"{code}  {name}\n    {reason}\n    Remedy: {remedy}"
    return ""


# For code hosts ---------------------------------------------------------------------------


def github(findings: Iterable[Finding], hidden: str = "") -> list[str]:
    """Annotations, a line each."""
    words = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
    told = [
        f"::{words[f.level]} file={_named(f.location.file)},line={f.location.line or 1},"
        f"col={f.location.column or 1},title={f.code}::{_escaped(f'{f.message}; {f.remedy}')}"
        for f in findings
    ]
    return [*told, f"::notice::{_escaped(hidden)}"] if hidden else told


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _named(text: str) -> str:
    """A value that stands among others."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Sequence[Finding], hidden: str = "") -> str:
    """SARIF 2.1.0; a fingerprint holds as long as the words of the finding do."""
    codes = sorted({finding.code for finding in findings})
    log: dict[str, Any] = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "Broadside", "rules": [_rule(code) for code in codes]}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, codes) for finding in findings],
                **({"properties": {"hidden": hidden}} if hidden else {}),
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    check = rota.checks().get(code)
    if check is None:
        return {"id": code}
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in check.name.split()),
        "shortDescription": {"text": check.reason or check.name},
        "help": {"text": check.remedy or check.reason},
    }


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    where = finding.location
    words = re.sub(r"\W+", " ", finding.message.casefold()).strip()
    print_ = hashlib.sha256(
        f"{finding.code}\0{where.path.as_posix()}\0{words}".encode()
    ).hexdigest()
    text = f"{finding.message}; {finding.remedy}" if finding.remedy else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _SARIF_LEVELS[finding.level],
        "message": {"text": text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(where.file)},
                    "region": {"startLine": where.line or 1, "startColumn": where.column or 1},
                }
            }
        ],
        "partialFingerprints": {"codeAndWords/v1": print_[:32]},
    }


# For people without a terminal ------------------------------------------------------------

HEADING = "<title>Proofreading: "
"""By which the page is known."""
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --rule: #d9d9d9;
  --error: #b3261e; --warning: #8a5a00; --note: #1f5c99 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #161616; --rule: #3a3a3a;
    --error: #ff8a80; --warning: #f2c14e; --note: #8ab8f0 } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.5 "Source Sans Pro", system-ui, sans-serif;
  overflow-wrap: anywhere }
h1 { font: 600 1.8rem/1.2 "Source Serif Pro", Georgia, serif }
h2 { font-size: 1.05rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--rule) }
article { padding: .75rem 0; border-bottom: 1px solid var(--rule) }
article p { margin: .25rem 0 }
.level { font-weight: 600 }
.error .level { color: var(--error) }
.warning .level { color: var(--warning) }
.note .level { color: var(--note) }
blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid var(--rule) }
mark { background: #ffe28a; color: #1b1b1b; padding: 0 .1em }
.remedy::before { content: "→ " }
"""


def page(marks: Sequence[Mark], read: str) -> bytes:
    """All findings on one page: the sentence, the word marked, the remedy."""
    told = html.escape(counted(mark.finding for mark in marks))
    parts = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"{HEADING}{told}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>Proofreading</h1><p>{told}, in {html.escape(read)}.</p>".encode()
    ]
    # As letters, of which one may be two bytes, it would take several times the room.
    for path, group in groupby(marks, key=lambda mark: mark.finding.location.path.as_posix()):
        here = "".join(map(_article, group))
        parts.append(f"<section><h2>{html.escape(path)}</h2>{here}</section>".encode())
    if not marks:
        parts.append(b"<p>Nothing to mend.</p>")
    return b"".join([*parts, b"</main></body></html>\n"])


def _article(mark: Mark) -> str:
    finding = mark.finding
    line = f" line {finding.location.line}" if finding.location.line else ""
    check = rota.that_told(finding.code)
    reason = check.reason if check else ""
    return (
        f'<article class="{finding.level}"><p><span class="level">{finding.level} '
        f"{finding.code}</span>{line}: "
        f"{html.escape(finding.message)}</p>{_quoted(mark)}"
        f'<p class="remedy" '
        f'title="{html.escape(reason, quote=True)}">{html.escape(finding.remedy)}</p></article>'
    )


def _quoted(mark: Mark) -> str:
    text = mark.excerpt.replace("\ufffc", "▯")
    # Of a finished file there is nothing to quote but what is said of it.
    if text in ("", mark.finding.message):
        return ""
    start, end = (max(0, min(place, len(text))) for place in mark.word)
    first, last = max(0, start - 160), min(len(text), max(end, start) + 160)
    marked = f"<mark>{html.escape(text[start:end])}</mark>" if end > start else ""
    before = ("…" if first else "") + html.escape(text[first:start])
    after = html.escape(text[max(end, start) : last]) + ("…" if last < len(text) else "")
    return f"<blockquote>{before}{marked}{after}</blockquote>"


# The page that lists them all -------------------------------------------------------------


def reference() -> str:
    """CHECKS.md: every check with its reason and remedy."""
    lines = [
        "# What the proofreader looks for",
        "",
        (
            "`make check` reads the sources and what was built. An *error* must be mended, a "
            "*warning* is worth a look,"
        ),
        (
            "a *note* is shown on request: `make check notes=1`. `make check fix=1` mends what is "
            "mechanical among what"
        ),
        "it tells: that is what says so below. Look for a code (F102) to read its reason.",
        "",
        "Who knows better writes so on the block, with a reason and, if it may, an end:",
        "",
        "    <!-- ok F102: conference topics, not chapters; until 2026-12-31 -->",
        "",
        (
            "In a YAML file the same stands behind a `#`. An excuse without a reason, without use "
            "or past its end is a finding itself."
        ),
        (
            "A name is declared in `names.yaml`, a foreign passage with `[its words]{lang=fr}`: "
            "that mends the output as well."
        ),
    ]
    for letter, family in rota.FAMILIES.items():
        lines += ["", f"## {letter} — {family}", ""]
        for check in rota.checks().values():
            if check.code[0] == letter:
                lines.append(
                    f"- **{check.code}** {check.name}. {check.reason} *{_sentence(check.remedy)}*"
                )
        if letter == "X":
            for code, (name, reason, remedy) in suppressions.REASONS.items():
                lines.append(f"- **{code}** {name}. {reason} *{_sentence(remedy)}*")
    return "\n".join(lines) + "\n"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
