"""Signs that other programs read in Markdown, and ours would print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Mark, Sheet
from pipeline.sought import sought

_SIGNS = sought(r"~~|==|\^|~\w|:::|\[[ xX]\]|\[!|:[a-z]|\[\[|%%|\\[a-z]|\{[.#:%]|\[TOC|!!!|@|\$\$")
_CODE = sought(r"`+[^`]*`+|\\[~=^:\[{$@!%]|https?://\S+|<!--[^<>]{0,400}-->")
"""What is printed as it stands on purpose, and addresses."""
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_DIALECT = sought(
    r"(?P<note>\^\[[^\]\n]{1,400}\])"
    r"|(?P<struck>(?<!~)~~(?=[^\s~])[^~\n]{1,400}~~(?!~))"
    r"|(?P<shining>(?<![=\w])==(?=[^\s=])[^=\n]{1,400}(?<=\S)==(?!=))"
    r"|(?P<raised>(?<=[\w)])\^[\w+-]{1,4}\^)"
    r"|(?P<lowered>(?<=[A-Za-z)])~(?:[\d+-]{1,4}|[a-z])~)"
    r"|(?P<call>^\[!\w{1,20}\][+-]?)"
    r"|(?P<picture>!\[\[[^\]\n]{1,200}\]\])"
    r"|(?P<contents>^\[_{0,2}TOC_{0,2}\]$)"
    r"|(?P<link>(?<![!\[])\[\[[A-Za-zÀ-ÿ][^\]\n]{0,200}\]\](?!\())"
    r"|(?P<emoji>(?<![\w:]):[a-z][a-z_]{2,30}:(?![\w:]))"
    r"|(?P<aside>(?<!%)%%(?=[^\s%])[^%\n]{1,400}%%(?!%))"
    r"|(?P<page>\\(?:newpage|pagebreak|clearpage|noindent)\b)"
    r"|(?P<look>(?<=[\w.,;:!?])[ ]?\{[.#][A-Za-z][\w .#=-]{0,80}\}(?=[ ]\w))"
    r"|(?P<tag>\{%[^%\n]{1,200}%\})"
    r"|(?P<source>\[(?:[^@\]\n]{1,20} )?@[A-Za-z]\w{0,40}\d{2,4}\w?(?:[,;][^\]\n]{0,200})?\])"
    r"|(?P<formula>\$\$[^$\n]{1,200}\$\$)",
    re.MULTILINE,
)
_LINE = sought(
    r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?P<task>\[[ xX]\])[ \t]"
    r"|(?P<box>:{3,}[ \t]*\S.*|[!?]{3}\+?[ \t]+\w.*|={3}[ \t]+[\"“].*)"
    r"|(?P<tag>\{%.{1,200}%\}) *$|(?P<contents>\[\[_{0,2}TOC_{0,2}\]\]|\{:toc\}) *$"
    r"|(?P<link>\[\[[A-Za-zÀ-ÿ][^\]\n]{0,200}\]\])(?!\())"
)
"""What makes a line something else than a text in other programs."""
_FENCE = sought(r"[ \t>]*(`{3,}|~{3,})")
_REMEDIES = {
    "note": "write  [^1]  here, and in a line of its own below  [^1]: the words of the note",
    "struck": "take out what no longer holds: a reader would see both",
    "shining": "write  **{0}**  if it should stand out",
    "raised": "write  {0}",
    "lowered": "write  {0}",
    "box": "take it out, and what closes it: no text has boxes",
    "call": "take it out, or begin with a bold word: a quotation has nothing else above it",
    "task": "take it out: a list has nothing to tick",
    "picture": "write  ![what it shows]({0})",
    "contents": "take it out: where contents belong, they come by themselves",
    "link": "write  [{0}](its address)",
    "emoji": "put the sign itself here, or take it out",
    "aside": "put it between  <!--  and  -->, or take it out: everybody would read it",
    "page": "take it out: pages break where they should by themselves",
    "look": "take it out: how things look is said in templates/",
    "tag": "take it out: nothing fills it in",
    "source": "name the source in a footnote:  [^1]",
    "formula": "write it as it should be read: x², 3/4, π",
}
_SHOWN = frozenset(("paragraph", "item", "quote", "heading", "cell"))


def s167_sign_of_another_program(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*~~struck~~*, *==marked==*, *^[a note]*, *:tada:*, *- [ ] to do*, *%%to oneself%%*: other
    programs read more in Markdown than ours, which prints these signs.
    Remedy: write it as README shows, or take it out."""
    if sheet.kind == "page" or not _SIGNS.search(sheet.source):
        return
    seen = set[int]()
    for kind, typed, start in (*_inside(sheet), *_of_lines(sheet.source)):
        if start in seen:
            continue
        seen.add(start)
        yield sheet.mark(
            "S167", start, start + len(typed), f"'{typed.strip()}' would be printed as it stands",
            _REMEDIES[kind].format(_meant(kind, typed)), WARNING,
        )  # fmt: skip


def _inside(sheet: Sheet) -> Iterator[tuple[str, str, int]]:
    for block in sheet.blocks:
        if block.kind not in _SHOWN or not _SIGNS.search(block.raw):
            continue
        raw = _CODE.sub(lambda one: " " * len(one[0]), block.raw)
        for found in _DIALECT.finditer(raw):
            yield found.lastgroup or "", found[0], block.start + found.start()


def _of_lines(source: str) -> Iterator[tuple[str, str, int]]:
    fence, at, is_aside = "", 0, False
    for line in source.splitlines(keepends=True):
        begins, ends = line.rfind("<!--"), line.rfind("-->")
        if is_aside or line.lstrip().startswith("<!--"):
            is_aside = ends < begins if begins >= 0 else ends < 0
        elif found := _FENCE.match(line):
            if not fence:
                fence = found[1]
            elif found[1].startswith(fence):
                fence = ""
        elif not fence and (found := _LINE.match(line)):
            kind = found.lastgroup or ""
            yield kind, found[kind].rstrip(), at + found.start(kind)
        at += len(line)


def _meant(kind: str, typed: str) -> str:
    """
    >>> _meant("lowered", "~2~"), _meant("raised", "^th^"), _meant("link", "[[The quay]]")
    ('₂', 'th', 'The quay')
    """
    inner = typed.strip("~=^![]")
    return inner.translate({"raised": _RAISED, "lowered": _LOWERED}.get(kind, {}))
