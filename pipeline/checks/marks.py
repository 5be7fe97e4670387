"""Marks: doubled words, brackets and quotation marks without a partner, stray spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, OBJECT, WARNING, Block, Mark, Sheet

_DOUBLED = re.compile(r"(?<![\w'’.-])([^\W\d_]+)( |\u00a0|\n)\1(?![\w'’-]|\.\w)", re.IGNORECASE)
_MAY_DOUBLE = {
    "en": "had that her bye no so very yes ha blah rah knock tut chop hush there now tuk pom "
    "dum "
    "tom win cha bora more many far long never wagga walla",
    "fr": "nous vous se en faire très non si oui bla train petit ha bon",
    "de": "die der das sie den dem des was",
    "es": "que no muy sí",
    "it": "piano via man poco così subito bene",
    "nl": "die dat en van er heel zijn is het",
}
_FUNCTION = frozenset(
    "the a an and of to in on for with by at from is are was were be been it its this these their "
    "our as or but not will has have had which who les la le un une et de du des à au aux en dans "
    "pour par sur avec est sont qui que ne pas ce cette ces son sa ses leur il elle ils der das "
    "und "
    "mit von zu im el los las del con por para una il lo gli che di da per het een van met".split()
)


def x100_doubled_word(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The same word stands twice: the eye skips it, the reader does not.
    Remedy: take one of the two out."""
    for block in sheet.blocks:
        for found in _DOUBLED.finditer(block.text):
            word = found[1].lower()
            if word in _MAY_DOUBLE.get(block.language[:2], "").split() or block.is_foreign(
                found.start()
            ):
                continue
            if re.match(rf"\W{word}\b", block.text[found.end() :].lower()):
                continue
            if len(word) == 1 or _is_name_or_list(found, block):
                continue
            second = found.end() - len(word)
            level = ERROR if word in _FUNCTION else WARNING
            yield block.mark(
                "X100",
                second - 1,
                found.end(),
                f"the word {found[1]!r} stands twice",
                "take one of the two out",
                level,
                "",
            )


def _is_name_or_list(found: re.Match[str], block: Block) -> bool:
    """Whether both are capitals (`New York York`, `Duran Duran`), or ends and begins a sentence."""
    first, second = found[1], found[0][len(found[1]) + 1 :]
    if first.lower() in _FUNCTION:
        return first.islower() and second[0].isupper()
    return first[0].isupper() or second[0].isupper() or block.kind == "cell"


_PAIRS = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
_LISTED = re.compile(r"(?:^|[\s;:,.(—–-])(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3}|[a-z]\d|\d[a-z])\)")
_SMILEY = re.compile(r"[:;=8xX]['’]?-?[)(\]\[DPp]|<3")


def x101_bracket_without_partner(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A bracket that opens and never closes swallows the rest of the sentence.
    Remedy: put its partner where the aside ends, or take it out."""
    for blocks in _joined_items(sheet):
        if len(blocks) == 1 or not any(_odd_bracket(block) for block in blocks):
            for block in blocks:
                yield from _odd_mark(block)
            continue
        # An aside may run over several paragraphs or items.
        text = "\n".join(block.text for block in blocks)
        if _unpaired(text) is not None:
            for block in blocks:
                yield from _odd_mark(block)


def _joined_items(sheet: Sheet) -> Iterator[list[Block]]:
    """Blocks that may share a bracket: an item with its paragraphs, a quotation with its own."""
    group: list[Block] = []
    for block in sheet.blocks:
        if group and not (block.follows or _spans(group[-1], block)):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _spans(first: Block, second: Block) -> bool:
    """Whether an aside begins in one block and ends in the next, as copied lists have it."""
    if first.kind != second.kind or "(" not in first.text or ")" not in second.text:
        return False
    opened, closed = _unpaired(first.text), _unpaired(second.text)
    if opened is None or closed is None:
        return False
    return first.text[opened] == "(" and second.text[closed] == ")"


def _odd_bracket(block: Block) -> bool:
    return _unpaired(block.text) is not None


def _odd_mark(block: Block) -> Iterator[Mark]:
    position = _unpaired(block.text)
    if position is None or (block.kind == "cell" and OBJECT in block.text):
        return
    sign = block.text[position]
    message = f"the bracket {sign} has no partner"
    level = WARNING if _is_doubtful(block, position) else ERROR
    yield block.mark(
        "X101", position, position + 1, message, "put its partner in, or take it out", level
    )


def _is_doubtful(block: Block, position: int) -> bool:
    """Code, sums and legal references have brackets of their own kind."""
    text = block.text
    around = text[max(0, position - 2) : position + 3]
    is_sign = text[position] in "{}[]" and (OBJECT in text or re.search(r"[=<>|\\/_]", text))
    is_interval = re.search(r"[\[\](]\s*-?\d[\d.]*\s*[,;]\s*-?\d", text)
    has_braces = "{" in text or "}" in text
    return bool(
        is_sign
        or is_interval
        or has_braces
        or re.search(r"[=<>|\\]", around)
        or block.kind in ("heading", "field", "cell")
        or "\n" in text
    )


def _unpaired(text: str) -> int | None:
    """The place of the first bracket without a partner."""
    if not _BRACKET.search(text):
        return None
    hidden = text
    if ")" in text:
        hidden = (
            _LISTED.sub(lambda found: found[0][:-1] + " ", hidden) if not _balanced(text) else text
        )
    hidden = (
        _SMILEY.sub(lambda found: " " * len(found[0]), hidden) if not _balanced(hidden) else hidden
    )
    stack: list[int] = []
    for found in _BRACKET.finditer(hidden):
        sign = found[0]
        if sign in "([{":
            stack.append(found.start())
        elif stack and hidden[stack[-1]] == _PAIRS[sign]:
            stack.pop()
        else:
            return found.start()
    return stack[0] if stack else None


def _balanced(text: str) -> bool:
    depth: list[str] = []
    for found in _BRACKET.finditer(text):
        sign = found[0]
        if sign in "([{":
            depth.append(sign)
        elif not depth or depth.pop() != _PAIRS[sign]:
            return False
    return not depth


_CURLY = re.compile(r"[“”„«»]")


def x102_quotation_mark_without_partner(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A quotation that opens and never closes makes everybody a speaker.
    Remedy: put the closing mark behind the last word that was said."""
    texts = [block.text for block in sheet.blocks]
    for number, block in enumerate(sheet.blocks):
        if block.kind == "cell" or (block.kind == "quote" and '"' in block.text):
            continue
        following = texts[number + 1] if number + 1 < len(texts) else ""
        before = texts[number - 1] if number else ""
        position = _open_quotation(block, following, before)
        if position is not None:
            sign = block.text[position]
            level = ERROR if sign in "“«»„" and not block.notes else WARNING
            message = f"the quotation mark {sign} has no partner"
            remedy = "put its partner in, or take it out"
            yield block.mark("X102", position, position + 1, message, remedy, level)


def _open_quotation(block: Block, following: str, before: str) -> int | None:
    text = block.text
    if '"' in text and not _CURLY.search(text):
        marks = [m.start() for m in re.finditer('"', text) if not _is_inch(text, m.start())]
        if len(marks) % 2 == 0 or _goes_on(text, following, before):
            return None
        odd = marks[0] if len(marks) == 1 else marks[-1]
        around = (text[odd - 1 : odd] or " ") + (text[odd + 1 : odd + 2] or " ")
        return odd if around[0].isspace() != (not around[1].isalnum()) else None
    if not _CURLY.search(text) or '"' in text or block.language[:2] in ("de", "pl", "cs", "nl"):
        return None
    if "«" in text or "»" in text:
        return _guillemets(text, following, before)
    opened = [m.start() for m in re.finditer("[“„]", text)]
    closed = [m.start() for m in re.finditer("”", text)]
    if "„" in text or (opened and not closed and len(opened) % 2 == 0):
        return None
    if len(opened) > len(closed) and not _goes_on(text, following, before):
        return opened[-1]
    if len(closed) > len(opened) and not _goes_on(text, following, before):
        # Some hands close with the mark they should have opened with.
        return closed[0] if (len(opened) + len(closed)) % 2 else None
    return None


def _guillemets(text: str, following: str, before: str) -> int | None:
    opened, closed = text.count("«"), text.count("»")
    if opened == closed or _goes_on(text, following, before):
        return None
    if re.search(r"»[^«»]+«", text) and text.find("»") < text.find("«"):
        return None
    if opened > closed:
        # « at the start of each line of a long quotation is a French custom.
        return text.rfind("«") if not re.search(r"«[^»]*«[^»]*»\s*\W*$", text) else None
    return text.find("»")


def _is_inch(text: str, position: int) -> bool:
    """Whether it measures something, or stands alone as the sign that is spoken of."""
    around = text[max(0, position - 1) : position + 2]
    if len(around) == 3 and around[0].isspace() and around[2].isspace():
        return True
    return text[position - 1 : position].isdigit() and not re.search(r'"[^"]*$', text[:position])


_OPENING = '“"«„‘‟'
_CLOSING = '”"»“’'


def _goes_on(text: str, following: str, before: str) -> bool:
    """Whether the quotation goes on in the next block, or began in the one before."""
    begins = following.lstrip()[:1] in _OPENING and bool(following.strip())
    opens = text.lstrip()[:1] in _OPENING
    count = sum(before.count(sign) for sign in '“"«') - sum(before.count(s) for s in "”»")
    return (
        (begins and opens)
        or (bool(before) and count % 2 == 1 and '"' not in before.strip()[-1:])
        or (bool(following) and text.rstrip().endswith(":"))
    )


_SPACED = re.compile(r"(?<=[\w€%)\]»”])[ \u00a0\n]+([,.])(?=[ \n]|$)|(?<=[\w)]) +([;:?!])(?=\s|$)")


def x103_space_before_a_stop(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """No space stands before a comma or a full stop; before ; : ! ? only where French is printed.
    Remedy: take the space out."""
    for block in sheet.blocks:
        if block.kind == "cell" or " " not in block.text:
            continue
        for found in _SPACED.finditer(block.text):
            sign = found[1] or found[2]
            if block.text[: found.start()].strip().isdigit() or not _is_stray(sign, found, block):
                continue
            message = f"a space stands before {sign}"
            start, end = found.start(), found.end() - 1
            yield block.mark("X103", start, end, message, "take the space out", WARNING, "")


def _is_stray(sign: str, found: re.Match[str], block: Block) -> bool:
    text, language = block.text, block.language[:2]
    if language == "fr" and sign in ";:?!":
        return False
    if block.is_foreign(found.start()) or OBJECT in text[found.start() - 2 : found.start()]:
        return False
    after = text[found.end() : found.end() + 2]
    before = text[: found.start()]
    if sign in ";:?!" and (
        before.count("«") > before.count("»") or _SMILEY.match(text, found.end() - 1)
    ):
        return False
    if sign in ":" and (len(text) < 60 and not after.strip()):
        return block.kind in ("paragraph", "item", "heading")
    return not after.startswith(("..", "/", "\\"))


_CRAMPED = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=\b(?:19|20)\d\d))([.?!])(?=(?:[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+|[A-ZÀÉ]) )"
    r"|(?<=[^\W\d_]{2})([,;])(?=[^\W\d_]{2})"
)


def x104_no_space_after_a_stop(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two sentences without a space between them read as a web address.
    Remedy: put a space behind the stop."""
    for block in sheet.blocks:
        for found in _CRAMPED.finditer(block.text):
            sign = found[1] or found[2]
            word = re.search(r"\S*$", block.text[: found.start()])
            is_year = word and re.fullmatch(r"(?:19|20)\d\d", word[0])
            if word and not is_year and re.search(r"[./@#_\\\d=&]", word[0]):
                continue
            rest = re.match(r"\S*", block.text[found.end() :])
            if (rest and re.search(r"[/@#_\\=&]|\.\w", rest[0])) or block.is_capitals:
                continue
            after = block.text[found.end() : found.end() + 1]
            message = f"no space stands between {sign} and {after!r}"
            remedy = "put a space behind the stop"
            yield block.mark(
                "X104", found.start(), found.end(), message, remedy, WARNING, f"{sign} "
            )


_REPEATED = re.compile(
    r"(?<=[\w)”»\"’])(,\s?,|;\s?;|(?<!\.)\.\.(?![./\w])|,\.(?![\d\w.])|(?<![\w.])\.,(?!\d)"
    r"|;[,.]|[,;]:(?!\w))"
)


def x105_doubled_stop(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two stops where one was meant.
    Remedy: keep the one that is right."""
    for block in sheet.blocks:
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


_LOOSE = re.compile(r"(?<=\()[ \u00a0]+(?=[\w“«\"])|(?<=[\w.”»\"])[ \u00a0]+(?=\))")


def x106_space_inside_brackets(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A bracket clings to the words it encloses.
    Remedy: take the space out."""
    for block in sheet.blocks:
        if block.kind == "cell":
            continue
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


_MOJIBAKE = re.compile(
    r"Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ¡-¿]|â€[™œ\u009d“”¦˜]|Â[\u00a0«»°²³·]|ï¿½|\ufffd"
)


def x110_broken_letters(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Letters that were read in one encoding and saved in another.
    Remedy: type the word again."""
    if not _MOJIBAKE.search(sheet.source):
        return
    for block in sheet.blocks:
        for found in _MOJIBAKE.finditer(block.text):
            word = re.search(r"\S*$", block.text[: found.start()])
            end = re.match(r"\S*", block.text[found.end() :])
            shown = f"{word[0] if word else ''}{found[0]}{end[0] if end else ''}"
            message = f"{shown!r} has letters that were broken on the way"
            yield block.mark(
                "X110", found.start(), found.end(), message, "type the word again", ERROR
            )


_PLACEHOLDER = re.compile(
    r"\bTODO\b|\bFIXME\b|\bTKTK\b|\bXXX+\b|\bÀ COMPL[ÉE]TER\b|\bA COMPL[ÉE]TER\b"
    r"|\?\?\?+|\[(?:insert|add|tbc|tbd|to be (?:confirmed|completed|added)|your|xx+|insérer|à "
    r"compléter"
    r"|ajouter|nom|name|date|titre|title|link|lien|einfügen|ergänzen|insertar|inserire"
    r"|invullen)\b[^\]]{0,60}\]",
)


def x112_placeholder_left(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A note to oneself that goes to print.
    Remedy: write what was meant, or take it out."""
    form = _PLACEHOLDER
    for block in sheet.blocks:
        for found in form.finditer(block.text):
            words = found[0]
            before = block.text[max(0, found.start() - 1) : found.start()]
            if before in "“\"‘'«" and before and not words.startswith("["):
                continue
            is_sure = bool(
                re.match(r"lorem|TODO\b(?=.)|À|A C|\[(?:insert|insérer|à)", words, re.IGNORECASE)
            )
            at_start = not block.text[: found.start()].strip()
            level = ERROR if is_sure and (at_start or words.startswith("[")) else WARNING
            if (
                words in ("TODO", "XXX", "FIXME")
                and not at_start
                and block.text[found.end() : found.end() + 1] != ":"
            ):
                level = NOTE
            if words.startswith("[") and block.kind in ("cell", "heading"):
                level = WARNING
            yield block.mark(
                "X112", found.start(), found.end(), f"a placeholder was left: {words!r}",
                "write what was meant, or take it out", level,
            )  # fmt: skip
    loose = re.compile(r"\blorem ipsum dolor\b|^\W*lorem ipsum\b", re.IGNORECASE)
    for block in sheet.blocks:
        for found in loose.finditer(block.text):
            if not form.match(block.text, found.start()):
                yield block.mark(
                    "X112", found.start(), found.end(), f"a placeholder was left: {found[0]!r}",
                    "write what was meant, or take it out", ERROR,
                )  # fmt: skip


_LEFTOVER = re.compile(
    r"<{3,}|>{4,}|\bPrint Icon\b|^\s*(?:back to top|skip to content|retour en haut)\s*$"
    r"|&nbsp|\[(?:image|caption|gallery|/caption)[^\]]*\]|\bsaved from url\b",
    re.IGNORECASE,
)


def x111_left_from_another_page(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Signs and words of the page a text was copied from.
    Remedy: take them out."""
    for block in sheet.blocks:
        for found in _LEFTOVER.finditer(block.text):
            yield block.mark(
                "X111", found.start(), found.end(), f"{found[0].strip()!r} was left from "
                                                    f"another page",
                "take it out", WARNING,
            )  # fmt: skip


_LOWER_START = re.compile(r"(?<=[a-zà-öø-ÿ]{3}[.?!] )([a-zà-öø-ÿ]{2,})(?= [a-zà-öø-ÿ])")


def x116_sentence_without_capital(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """After a full stop a sentence begins, and a sentence begins with a capital.
    Remedy: write the capital, or make the full stop a comma."""
    for block in sheet.prose:
        for found in _LOWER_START.finditer(block.text):
            before = re.search(r"\S+$", block.text[: found.start() - 1])
            if not before or _is_abbreviation(before[0]) or block.is_foreign(found.start()):
                continue
            if block.text[found.start() - 2] in "?!" and block.text[: found.start()].count(
                "“"
            ) > block.text[: found.start()].count("”"):
                continue
            if block.text[found.start() - 2] in "?!":
                continue
            message = f"the sentence begins with a small letter: {found[1]!r}"
            yield block.mark(
                "X116", found.start(), found.start() + 1, message,
                "write the capital, or make the full stop a comma", WARNING, found[1][0].upper(),
            )  # fmt: skip


def _is_abbreviation(word: str) -> bool:
    known = (
        "etc. approx. min. max. incl. excl. resp. dept. vol. art. fig. est. ext. env. inkl. bzw. "
    )
    return word.lower().lstrip("(") in known.split() or "." in word[:-1] or OBJECT in word


_A_AN = re.compile(r"\b([Aa]n?) ([^\W\d_][\w’'-]*)")
_VOWEL_SOUND = re.compile(
    r"(?:[aeiou](?!u?r?o\b)|hour|honest|honour|honor|heir)(?!\w*-)", re.IGNORECASE
)
_NOT_VOWEL = re.compile(
    r"(?:uni(?!n|m|d)|use|usu|usa|uti|ute|ura|uro|ubi|eu|ewe|one\b|once|ouija|u-|u\b|ukr|ugand|urug"
    r"|utop|union|unanim)",
    re.IGNORECASE,
)


def x113_a_or_an(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*An* stands before the sound of a vowel, *a* before all others: an hour, a university.
    Remedy: exchange the two."""
    for block in sheet.blocks:
        if block.language[:2] != "en" or block.kind == "cell":
            continue
        for found in _A_AN.finditer(block.text):
            article, word = found[1], found[2]
            right = _right_article(word)
            if not right or right == article.lower() or block.is_foreign(found.start()):
                continue
            before = block.text[max(0, found.start() - 2) : found.start()]
            if (
                before.strip(" (“‘\"'")
                or (article == "A" and not _begins(block.text, found.start()))
            ) and before[-1:] not in (" ", "(", "“", "‘", '"'):
                continue
            instead = right.capitalize() if article[0].isupper() else right
            yield block.mark(
                "X113", found.start(1), found.end(1), f"'{article} {word}' should be '{instead} "
                                                      f"{word}'",
                f"write {instead}", WARNING, instead,
            )  # fmt: skip


def _begins(text: str, position: int) -> bool:
    return not text[:position].strip() or text[:position].rstrip()[-1:] in ".!?:"


def _right_article(word: str) -> str:
    """`a` or `an`, where nobody doubts it."""
    if not word.islower() or len(word) < 4 or re.match(r"h(?:istor|otel|abit|ero|erb|omage)", word):
        return ""
    if _NOT_VOWEL.match(word):
        return "a"
    if re.match(r"(?:hour|honest|honour|honor|heir(?!loo)|[aeio])", word):
        return "an"
    if word[0] == "u":
        return "an" if re.match(r"u(?:n[a-hj-z]|nin|nim|nid|p|lt|gl|mb|rb|rg|tt|sh)", word) else ""
    if word[0] == "y":
        return "a" if word[1] in "aeou" else ""
    if word[0] in "lmnrhx" and word[1] not in "aeiouy":
        return ""
    return "a" if word[0] in "bcdfghjklmnpqrstvwz" else ""
