"""Slips of the pen: a word said twice, a capital left out, the wrong article."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_DOUBLED = sought(r"(?<![\w'’.-])([^\W\d_]+)( |\u00a0|\n)\1(?![\w'’-]|\.\w)", re.IGNORECASE)
_MAY_DOUBLE = {
    "en": "had that her bye no so very yes ha blah rah knock tut chop hush there now tuk pom "
    "dum "
    "tom win cha bora more many far long never wagga walla",
    "fr": "nous vous se en faire très non si oui bla train petit ha bon là",
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


_SMALL = sought(r"[àÀ] à|a a (?=[a-z]{3})")
"""Words of one letter; others are names of things, or of notes."""
_THIRD = sought(r"\W(\w+)")
_CLAUSE = sought(r" (?:the|a|an|we|they|he|she|it|there)\b")


def x100_doubled_word(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The same word stands twice: the eye skips it, the reader does not.
    Remedy: take one of the two out; fix=1 does it."""
    for block in sheet.blocks:
        yield from _doubled_phrases(block)
        if not any(map(operator.eq, block.letters, block.letters[1:])):
            continue
        for found in _DOUBLED.finditer(block.text):
            word = found[1].lower()
            is_sure = word == "that" and _CLAUSE.match(block.text, found.end())
            if (
                not is_sure and word in _MAY_DOUBLE.get(block.language[:2], "").split()
            ) or block.is_foreign(found.start()):
                continue
            third = _THIRD.match(block.text, found.end())
            if third and third[1].lower() == word:
                continue
            is_letter = len(word) == 1 and not _SMALL.match(block.text, found.start())
            if is_letter or _is_name_or_list(found, block) or _is_quoted(found, block.text):
                continue
            if word in ("in", "on") and _LEANS.search(block.text[: found.start()]):
                continue
            if _is_column(found, block) or block.text[found.start() - 1 : found.start()] in _ENDED:
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


_PHRASE = sought(
    r"(?<![\w'’.-])([^\W\d_]+(?:[ \u00a0\n][^\W\d_]+){1,3})[ \u00a0\n](?=\1(?![\w'’-]|\.\w))",
    re.IGNORECASE,
)


def _doubled_phrases(block: Block) -> Iterator[Mark]:
    """*And the network the network*: two or more words, and the same ones behind them."""
    if not block.is_prose or not any(_come_again(block.letters, count) for count in (2, 3, 4)):
        return
    for found in _PHRASE.finditer(block.text):
        words = found[1].lower().split()
        is_play = len(set(words)) < len(words) or words == ["et", "tout"]
        is_play = is_play or not set(words) & _FUNCTION
        if is_play or block.is_foreign(found.start()):
            continue
        again = found.end() + len(found[1])
        if re.match(rf"\W{words[0]}\b", block.text[again:], re.IGNORECASE):
            # `Again and again and again`.
            continue
        if _TO_AND_FRO.match(block.text, found.end()):
            continue
        yield block.mark(
            "X100", found.end() - 1, again, f"the words {found[1]!r} stand twice",
            "take them out once", WARNING, "",
        )  # fmt: skip


_TO_AND_FRO = sought(
    r"(?:face|day|step|side|door|hand|end|peer|head|back) (?:to|by|after|in) (?!(?:the|an?|be)\b)"
    r"|(?:an?|one|une?|eine?) (?:[^\W\d_]+ )?(?:and|et|und) (?:a (?:half|quarter)|demie?|halb)"
    r"|(?:an?|one|une?) [^\W\d_]+ et une? [^\W\d_]+ et demie?",
    re.IGNORECASE,
)
"""`They meet face to face to talk`; `between one tonne and one tonne and a half`."""


def _come_again(words: list[str], count: int) -> bool:
    """Whether as many words stand twice, one run behind the other."""
    return b"\1" * count in bytes(map(operator.eq, words, words[count:]))


_LEANS = sought(
    r"\b(?:(?:check|log|sign|settl|tun|mov|dial|clock|phon|phas|cash|pitch|call|opt|plug)\w*"
    r"|(?:get|got|go|goes|going|went|gone|come|comes|came|coming|stay\w*"
    r"|tak\w+|took|dwell\w*|engag\w+|invest\w+|involv\w+|interest\w+|work\w+|participat\w+"
    r"|liv\w+)) $"
)
"""`checked in in the afternoon`, `what we engaged in in 2020`: the first belongs to the verb."""
_ENDED = ("/", "*", ":", "·", "_")
"""`Kapitän/in in Teilzeit`: the first is only the ending of a word."""


def _is_column(found: re.Match[str], block: Block) -> bool:
    """Two words in two lines, one of which is nothing else: a figure's or a table's labels."""
    places = block.at(found.start()), block.at(found.end() - 1)
    first, second = (block.sheet.line_of(place).strip() for place in places)
    is_broken = "\n" in block.sheet.source[places[0] : places[1]]
    return is_broken and found[1] in (first, second)


def _is_quoted(found: re.Match[str], text: str) -> bool:
    """`“done done”`: a saying that is spoken of."""
    return text[found.start() - 1 : found.start()] in ("“", '"', "«") and bool(
        re.match(r"[,.]?[”\"»]", text[found.end() :])
    )


def _is_name_or_list(found: re.Match[str], block: Block) -> bool:
    """Whether both are capitals (`New York York`, `Duran Duran`), or ends and begins a sentence."""
    first, second = found[1], found[0][len(found[1]) + 1 :]
    if first.lower() in _FUNCTION:
        return first.islower() and second[0].isupper()
    return first[0].isupper() or second[0].isupper() or block.kind == "cell"


_LOWER_START = sought(r"(?<=[a-zà-öø-ÿ]{3}[.?!] )([a-zà-öø-ÿ]{2,})(?= [a-zà-öø-ÿ])")


_STOP_AND_SMALL = sought(r"[.?!] [a-zà-öø-ÿ]")


_BEHIND_CALL = sought(r"(?<=[a-zà-ÿ][ \u00a0\u202f][!?] )([a-zà-ÿ]+)(?=[ ’'-])")


def _behind_calls(block: Block) -> Iterator[Mark]:
    """`Contactez-nous ! c'est gratuit`: a call of several words was a sentence."""
    for found in _BEHIND_CALL.finditer(block.text) if "«" not in block.text else ():
        call = re.split(r"[.!?;:(]", block.text[: found.start() - 3])[-1]
        if len(call.split()) >= 4 and block.is_own(found.start()):
            yield block.mark(
                "X116", found.start(), found.start() + 1,
                f"the sentence begins with a small letter: {found[1]!r}", "write the capital",
                NOTE, found[1][0].upper(),
            )  # fmt: skip


def x116_sentence_without_capital(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """After a full stop a sentence begins, and a sentence begins with a capital.
    Remedy: write the capital, or make the full stop a comma."""
    for block in sheet.prose:
        if not _STOP_AND_SMALL.search(block.text):
            continue
        if block.language[:2] == "fr":
            yield from _behind_calls(block)
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
            if any(end in (found.start() - 1, found.start() - 2) for _, end in block.emphasis):
                continue  # The stop is the title's: `*The river.* edited by`.
            if found[1] in register.small_names:
                continue
            message = f"the sentence begins with a small letter: {found[1]!r}"
            yield block.mark(
                "X116", found.start(), found.start() + 1, message,
                "write the capital, or make the full stop a comma", WARNING, found[1][0].upper(),
            )  # fmt: skip


def _is_abbreviation(word: str) -> bool:
    known = (
        "etc. approx. min. max. incl. excl. resp. dept. vol. art. fig. est. ext. env. inkl. bzw. "
        "bijv. evtl. usw. sog. ggf. vgl. zgn. resp. enz. ecc. pag. núm. aprox. "
        "dot. itd. itp. tzn. tzw. odn. godz. pkt. ust. ordf. dvs. osv. uvm. bspw. kms. pág. cfr. "
        "dott. mevr. dhr. evt. zob. por. inw. hrsg. mme. proc. "
        "ang. eng. engl. niem. łac. franz. inc. prev. prob. dec. esp. misc. excl. "
    )
    return word.lower().rpartition("(")[2] in known.split() or "." in word[:-1] or OBJECT in word


_A_AN = sought(r"([Aa](?<!\w.)n?) ([^\W\d_][\w’'-]*)")
_VOWEL_SOUND = sought(
    r"(?:[aeiou](?!u?r?o\b)|hour|honest|honour|honor|heir)(?!\w*-)", re.IGNORECASE
)
_NOT_VOWEL = sought(
    r"(?:uni(?!n|m|d)|use|usu|usa|uti|ute|ura|uro|ubi|eu|ewe|one\b|once|ouija|u-|u\b|ukr|ugand|urug"
    r"|utop|union|unanim)",
    re.IGNORECASE,
)


def x113_a_or_an(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*An* stands before the sound of a vowel, *a* before all others: an hour, a university.
    Remedy: exchange the two; where no 'and' can be meant, fix=1 does it."""
    for block in sheet.blocks:
        if block.language[:2] != "en" or block.kind == "cell":
            continue
        for found in _A_AN.finditer(block.text):
            article, word = found[1], found[2]
            right = _right_article(word) or _of_letters(word, block.text[found.end() :][:2])
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
                # *An*, before a consonant, may have lost the last letter of *and*.
                f"write {instead}", WARNING, instead if right == "an" else None,
            )  # fmt: skip


def _begins(text: str, position: int) -> bool:
    return not text[:position].strip() or text[:position].rstrip()[-1:] in ".!?:"


_SPELT_WITH_AN = frozenset(
    "FAQ FM FTE HR HGV HIV HTML LED LGBT LGBTI LGBTIQ LGBTQ LGBTQI MA MBA MEP MEPs MOU MP MPs MSc "
    "MoU MoUs NGO NGOs NHS RFID RSS SDG SME SMEs SMS SUV XML".split()
)
_SPELT_WITH_A = frozenset(
    "UCLG UEFA UIA UK ULG UN UNDP UNESCO UNHCR UNICEF UNODC URL US USA USB".split()
)
_INITIALS = sought(r"[A-Z]{2,}s?")
_ROMAN = sought(r"[IVXLC]+")


def _of_letters(word: str, after: str) -> str:
    """The article of what is read letter by letter, or begins with a sound nobody doubts."""
    if word in _SPELT_WITH_AN or word == "EU":
        return "an"
    if word in _SPELT_WITH_A or (word == "Q" and after == "&A"):
        return "a"
    if not _INITIALS.fullmatch(word) or _ROMAN.fullmatch(word):
        return ""
    if word[0] in "AEIO":
        return "" if word.startswith(("EU", "ONE", "EW")) else "an"
    return "a" if word[0] in "BCDGJKPQTVWYZ" else ""


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
