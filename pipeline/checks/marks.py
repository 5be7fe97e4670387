"""Marks: stops, spaces and what clings to what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import stops
from pipeline.checks.french import strays
from pipeline.checks.pairs import SMILEY
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_SPACED = sought(
    r"(?<=[\w€%)\]»”])[ \u00a0\n]+([,.])(?=[ \n]|$)|(?<=[\w)]) +([;:?!])(?=[’”]?(?:\s|$))"
)


_SPACES = (" ,", " .", "\u00a0,", "\u00a0.", "\n,", "\n.", " ;", " :", " ?", " !")


def x103_space_before_a_stop(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """No space stands before a comma or a full stop; before ; : ! ? only where French is printed.
    Remedy: take the space out; fix=1 does it."""
    for block in sheet.blocks:
        if not block.says(*_SPACES):
            continue
        is_cell = block.kind == "cell"
        for found in _SPACED.finditer(block.text):
            sign = found[1] or found[2]
            if is_cell and not _COMMA_OF_WORDS.match(block.text, max(0, found.start() - 2)):
                continue  # A column may hold signs, and figures with gaps.
            if re.match(r"\s+[.,]", block.text[found.end() :]):
                continue  # The dots that lead to a page.
            if block.text[: found.start()].strip().isdigit() or not _is_stray(sign, found, block):
                continue
            message = f"a space stands before {sign}"
            start, end = found.start(), found.end() - 1
            yield block.mark("X103", start, end, message, "take the space out", WARNING, "")
        for found in _CHANGED.finditer(block.text) if not is_cell else ():
            if not block.is_foreign(found.start()):
                yield block.mark(
                    "X103", *found.span(), "the space stands before the comma, not behind it",
                    "put it behind the comma", WARNING, ", ",
                )  # fmt: skip


_CHANGED = sought(r"(?<=[^\W\d_]{2}) ,(?=[^\W\d_]{2})")
"""`Weeks ,committed citizens`."""


_COMMA_OF_WORDS = sought(r"[^\W\d_]{2} , [^\W\d_]")


def _is_stray(sign: str, found: re.Match[str], block: Block) -> bool:
    text, language = block.text, block.language[:2]
    if language == "fr" and sign in ";:?!":
        return False
    # `3 : 2` is a result; a title in italics keeps the spaces of its language.
    if sign == ":" and re.search(r"\d$", text[: found.start()]):
        return not re.match(r"\s\d", text[found.end() :])
    if any(start <= found.start() < end - 2 for start, end in block.emphasis) and sign in ";:?!":
        return False
    if block.is_foreign(found.start()) or OBJECT in text[found.start() - 2 : found.start()]:
        return False
    after = text[found.end() : found.end() + 2]
    before = text[: found.start()]
    if sign in ";:?!" and (
        before.count("«") > before.count("»") or SMILEY.match(text, found.end() - 1)
    ):
        return False
    if sign in ":" and (len(text) < 60 and not after.strip()):
        return block.kind in ("paragraph", "item", "heading")
    return not after.startswith(("..", "/", "\\"))


_CRAMPED = sought(
    r"(?:(?<=[^\W\d_]{3})|(?<=\b(?:19|20)\d\d))([.?!])(?=(?:[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+|[A-ZÀÉ]) )"
    r"|(?<=[^\W\d_][\w)])([,;])(?=[^\W\d_]{2})"
)


_IS_SYMBOL = sought(r"^\(?[a-z]+[A-Z]|,[a-z]+[A-Z]|^[A-Z]\w*(?:,[A-Z]\w*){2,}\W*$")
"""`dTTS,iOS` in a formula, `Year,Sex,Age` in the head of a table."""
_IS_NAME = sought(
    r"\W*[A-ZÀ-Þ]\w*\.(?!(?:The|This|These|It|In|A|An|We|They|Le|La|Les|Il|Elle|Ce|Un|Une|En|Nous"
    r"|Der|Die|Das|Es|Wir|El|Los|Las|Het|De)\b)[A-ZÀ-Þ]"
)
"""`Decide.Cadiz`, `ZAAK.Einddatum`: two names that a dot joins."""
_STOP_AND_LETTER = sought(r"[.?!,;][^\W\d_]")


def x104_no_space_after_a_stop(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two sentences without a space between them read as a web address.
    Remedy: put a space behind the stop; fix=1 does it."""
    for block in sheet.blocks:
        if not _STOP_AND_LETTER.search(block.text):
            continue
        for found in _CRAMPED.finditer(block.text):
            sign = found[1] or found[2]
            word = re.search(r"\S*$", block.text[: found.start()])
            is_year = word and re.fullmatch(r"(?:19|20)\d\d", word[0])
            if word and not is_year and re.search(r"[./@#_\\\d=&]", word[0]):
                continue
            rest = re.match(r"\S*", block.text[found.end() :])
            if sign == ";" and word and rest and (word[0] + rest[0].rstrip(":")).isupper():
                continue  # TL;DR
            if word and rest and sign == "." and _IS_NAME.match(word[0] + sign + rest[0]):
                continue
            if word and rest and _IS_SYMBOL.search(word[0] + sign + rest[0]):
                continue
            if (rest and re.search(r"[/@#_\\=&]|\.\w", rest[0])) or block.is_capitals:
                continue
            after = block.text[found.end() : found.end() + 1]
            message = f"no space stands between {sign} and {after!r}"
            remedy = "put a space behind the stop"
            yield block.mark(
                "X104", found.start(), found.end(), message, remedy, WARNING, f"{sign} "
            )


_REPEATED = sought(
    r"(?<=[\w)”»\"’])(,\s?,|;\s?;|(?<!\.)(?<!\b\d)\.\.(?![./\w])|,\.(?![\d\w.])|(?<![\w.])\.,(?!\d)"
    r"|;,|;\.(?!\.)|[,;]:(?!\w)|\. \.(?=\s|$)(?! \.)|(?:[ \u00a0\u202f]*!){2}(?!!)"
    r"|(?<!etc)(?<!\b\w)\. [!?](?=\s|$)|…\.(?![\w.…]))"
)


_TWO_STOPS = sought(r"[,;.…]\s?[,;.:]")


def x105_doubled_stop(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two stops where one was meant.
    Remedy: keep the one that is right; fix=1 does it."""
    for block in sheet.blocks:
        if block.is_prose and block.language[:2] in ("en", "fr"):
            yield from stops.two_colons(block)
        if block.is_prose and block.language[:2] == "fr":
            yield from strays.points(block)
        if not (_TWO_STOPS.search(block.text) or block.text.count("!") > 1):
            continue
        for found in _REPEATED.finditer(block.text):
            signs = re.sub(r"\s", "", found[1])
            is_same = len(set(signs)) == 1
            message = f"{found[1]!r} stands where one stop is enough"
            before = block.text[max(0, found.start() - 6) : found.start()]
            if signs == ".." and re.search(r"\b(?:etc|Inc|Ltd|Co|Corp|al)$", before):
                message = "the full stop of the abbreviation ends the sentence as well"
            after = block.text[found.end() : found.end() + 1]
            gap = " " if after and not after.isspace() and after not in ')”»"’' else ""
            yield block.mark(
                "X105", found.start(), found.end(), message, "keep one of them", WARNING,
                signs[0] + gap if is_same else None,
            )  # fmt: skip


_ACCENTS = "´`′ʹ"
_ACCENT = sought(rf"(?<=[^\W\d_])[{_ACCENTS}](?=[^\W\d_])")


def t131_accent_for_an_apostrophe(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*l´église*, *it`s*: an accent without its letter stands where an apostrophe was meant, and
    no apostrophe is set there.
    Remedy: write the apostrophe; fix=1 does it."""
    for block in sheet.blocks:
        if not block.says(*_ACCENTS):
            continue
        for found in _ACCENT.finditer(block.text):
            if block.is_said(found.start()):
                before, behind = block.text[: found.start()], block.text[found.end() :]
                word = f"{before.split()[-1]}{found[0]}{behind.split()[0]}".strip(".,;:!?()«»“”")
                yield block.mark(
                    "T131", *found.span(), f"an accent is the apostrophe of {word!r}",
                    "write ’", WARNING, "’",
                )  # fmt: skip


_LOOSE = sought(r"(?<=\()[ \u00a0]+(?=[\w“«\"])|(?<=[\w.”»\"])[ \u00a0]+(?=\))")
_LEFT_OPEN = sought(r"\([^()=\[\n]*[^\W\d_]{3}[^()=\n]*(,[ \u00a0]?)\)")
_LOOSE_MARKS = sought(r"(?<=[\w.,!?])[ \u00a0]+(?=”(?!\w))|(?<=“)[ \u00a0]+(?=\w)")


def x106_space_inside_brackets(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A bracket or a quotation mark clings to the words it encloses.
    Remedy: take the space out; fix=1 does it."""
    for block in sheet.blocks:
        if block.kind == "cell":
            continue
        yield from strays.quoted(block)
        if not block.says("( ", "(\u00a0", " )", "\u00a0)", "“", ",)", ".)"):
            continue
        yield from stops.of_asides(block)
        for found in _LOOSE.finditer(block.text):
            if "[ ]" in block.text or (
                re.search(r"\(\s*[ivx\d]?\s*$", block.text[: found.start()])
                and OBJECT in block.text
            ):
                continue
            yield block.mark(
                "X106", found.start(), found.end(), "a space stands inside the bracket",
                "take the space out", WARNING, "",
            )  # fmt: skip
        for found in _LEFT_OPEN.finditer(block.text) if "," in block.text else ():
            yield block.mark(
                "X106", found.start(1), found.end(1), "a comma stands before the closing bracket",
                "put in what comes behind it, or take it out", WARNING,
            )  # fmt: skip
        # French has its space there, and German closes with the mark that English opens with.
        if block.language[:2] in ("en", "es", "it", "nl") and "“" in block.text:
            for found in _LOOSE_MARKS.finditer(block.text):
                if _closes_as_in_german(block.text, found.start()):
                    continue
                yield block.mark(
                    "X106", found.start(), found.end(), "a space stands inside the quotation",
                    "take the space out", WARNING, "",
                )  # fmt: skip


def _closes_as_in_german(text: str, at: int) -> bool:
    """`„word“ and`: another check tells whose marks these are."""
    return text[at - 1] == "“" and text.count("„", 0, at) == text.count("“", 0, at)


_COMMA = sought(r"(?<=[^\W\d_])(,) (?=\((?:[^\W\d_]{2,}|“)[^()]+\))|(?<=[\w.]) ?[–—](?=,)")


def x124_comma_before_a_bracket(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The aside in brackets belongs to the words before it; the comma comes behind it.
    Remedy: put the comma behind the bracket, or take it out."""
    for block in sheet.prose:
        if "(" not in block.text and "," not in block.text:
            continue
        for found in _COMMA.finditer(block.text):
            if not block.is_own(found.start()):
                continue
            message = "a comma stands before the bracket" if found[1] else "a dash and a comma meet"
            remedy = "put the comma behind the bracket" if found[1] else "keep one of them"
            yield block.mark("X124", found.start(), found.end(), message, remedy, NOTE)


_AND_OR = sought(r"\b(and|et|und|y|e|en) / (or|ou|oder|o|of)\b|\b(and) /(or)\b|\b(and)/ (or)\b")
_AMPERSAND = sought(r"(?<=[a-z]{3}) (&) (?=[a-z]{3,})")


_ESPERLUETTE = sought(
    r"(?:^[A-ZÀ-Þ]|(?<=[ ’'(]))[a-zà-ÿ]{2,} (&) (?!fils\b|cie\b|frères\b)[a-zà-ÿ]{2,}"
)


def _esperluette(block: Block) -> Iterator[Mark]:
    for found in _ESPERLUETTE.finditer(block.text):
        if block.is_own(found.start()):
            yield block.mark(
                "X123", *found.span(1), f"& stands in a sentence: {found[0]!r}", "write et", NOTE,
                "et",
            )  # fmt: skip


def x123_and_in_a_sign(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Speech & violence*: in a sentence *and* is a word; *and/or* has no spaces.
    Remedy: write the word; fix=1 does it."""
    for block in sheet.prose:
        for found in _AND_OR.finditer(block.text) if "/" in block.text else ():
            right = re.sub(r" ?/ ?", "/", found[0])
            yield block.mark(
                "X123", found.start(), found.end(), f"{found[0]!r} has a space too many",
                f"write {right}", WARNING, right,
            )  # fmt: skip
        if "&" in block.text and block.language[:2] == "fr":
            yield from _esperluette(block)
        if "&" not in block.text or block.language[:2] != "en":
            continue
        for found in _AMPERSAND.finditer(block.text):
            if block.is_own(found.start(1)):
                yield block.mark(
                    "X123", found.start(1), found.end(1), "& stands in a sentence",
                    "write and", NOTE, "and",
                )  # fmt: skip
