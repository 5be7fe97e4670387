"""Language: sentences that are in another one, and words that were not translated."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from pipeline import calendar, idioms
from pipeline.checks import small_words, tongues
from pipeline.checks.register import Register
from pipeline.checks.remains import is_of_a_form
from pipeline.checks.sheet import ERROR, OBJECT, WARNING, Block, Mark, Sentence, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_SPOKEN = {
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian",
    "nl": "Dutch", "pt": "Portuguese", "pl": "Polish",
}  # fmt: skip


def t110_foreign_sentence(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A sentence in another language was left from a translation, or wants to be marked as one.
    Remedy: translate it, or mark it: [its words]{lang=fr}."""
    found = [
        (block, sentence, language, is_sure)
        for block in sheet.blocks
        if not is_of_a_form(block)
        for sentence, told in _told(block, register)
        for language, is_sure in [told]
    ]
    if len(found) > 5 and len(found) > 0.5 * _sentences(sheet):
        yield _whole(sheet, found[0][0], found[0][2])
        return
    said = _said(sheet)
    for block, first, last, language, is_sure in _passages(found, said):
        name, own = (calendar.language_name(code[:2], "en") for code in (language, block.language))
        yield block.mark(
            "T110", first.start, last.end, f"this is {name}, in a text in {own}",
            f"translate it, or mark it: [its words]{{lang={language}}}",
            ERROR if is_sure else WARNING,
        )  # fmt: skip


def without_the_foreign(marks: Sequence[Mark]) -> Iterator[Mark]:
    """*marks* without what is said of the words of a passage that T110 tells whole.

    What is an error is one in every language.
    """
    told: dict[PurePath, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.finding.code == "T110":
            told[mark.finding.location.path].append(mark)
    for mark in marks:
        finding = mark.finding
        is_of_words = told and finding.code[0] in "XRT" and finding.code != "T110"
        passages = told[finding.location.path] if is_of_words else ()
        if finding.level is ERROR or not any(p.start <= mark.start < p.end for p in passages):
            yield mark


def _passages(
    found: Iterable[tuple[Block, Sentence, str, bool]], said: frozenset[int]
) -> Iterator[tuple[Block, Sentence, Sentence, str, bool]]:
    """Sentences of one language that follow each other are one passage; it is told once."""
    open_: tuple[Block, Sentence, Sentence, str, bool] | None = None
    for block, sentence, language, is_sure in found:
        sure = is_sure and id(block) not in said and _is_running(block, sentence)
        if open_ and open_[0] is block and open_[3] == language and _follows(open_[2], sentence):
            open_ = (block, open_[1], sentence, language, open_[4] or sure)
            continue
        if open_:
            yield open_
        open_ = (block, sentence, sentence, language, sure)
    if open_:
        yield open_


def _follows(before: Sentence, sentence: Sentence) -> bool:
    """Whether nothing stands between them but a gap `(…)` or a word or two."""
    return sentence.start - before.end < 30


def _said(sheet: Sheet) -> frozenset[int]:
    """The paragraphs that have a line with their speaker below them: `— Ana Ruiz, mayor`."""
    return frozenset(
        id(block)
        for block, below in itertools.pairwise(sheet.blocks)
        if below.kind == "speaker" or re.match(r"[—–―] ?\S", below.text)
    )


def _is_running(block: Block, sentence: Sentence) -> bool:
    """Whether it stands in running text, where the author speaks; titles have their own words."""
    is_title = block.kind in ("heading", "field") or (
        block.kind == "item" and not re.search(r"[.!?…:;][\s”»\"’)*_]*$", block.text)
    )
    return not (is_title or _leads_in(block, sentence) or _is_quoted(block, sentence))


def _is_quoted(block: Block, sentence: Sentence) -> bool:
    """Whether these are somebody's own words, which one may leave as they were said.

    They stand in a quotation, in its marks, or in italics from end to end.
    """
    before = block.text[: sentence.start + 1]
    return (
        block.kind == "quote"
        or any(a <= sentence.start + 1 and sentence.end - 2 <= b for a, b in block.emphasis)
        or bool(re.match(r"\W*[“«\"„]", sentence.text))
        or before.count('"') % 2 == 1
        or before.count("“") + before.count("„") > before.count("”")
        or before.count("«") > before.count("»")
    )


def _sentences(sheet: Sheet) -> int:
    return sum(len(s.text.split()) > 3 for block in sheet.prose for s in block.sentences)


def _may_be_foreign(block: Block) -> bool:
    """Whether two of its words could vote; what is marked may part a word in two."""
    if tongues.may_vote(block.vocabulary, block.language[:2]):
        return True
    ends = [end for first, last, _ in block.foreign for end in (first, last)]
    ends += [end for span in block.emphasis for end in span]
    ends += [end for link in block.links for end in (link.start, link.end)]
    return any(block.text[max(0, end - 1) : end + 1].isalpha() for end in ends)


def _leads_in(block: Block, sentence: Sentence) -> bool:
    """Whether it is the bold name of an item: `**Nantes, le pont des jeunes.**`"""
    return block.kind == "item" and any(
        start <= sentence.start and sentence.end - 1 <= end for start, end in block.emphasis
    )


def _whole(sheet: Sheet, block: Block, language: str) -> Mark:
    return block.mark(
        "T110", 0, len(block.text), f"this text is in {calendar.language_name(language, 'en')}, "
                                    f"its file says {sheet.language}",
        f"give it a name that ends in .{language}.md, or translate it", ERROR,
    )  # fmt: skip


def _told(block: Block, register: Register) -> Iterator[tuple[Sentence, tuple[str, bool]]]:
    """The sentences that are not in its own language, with theirs, and whether that is sure."""
    may_be, is_read = _may_be_foreign(block), _is_read(block, register)
    for sentence in block.sentences if may_be or not is_read else ():
        told = _foreign(block, sentence) if may_be else None
        if told is None and not is_read:
            told = _of_small_words(block, sentence, register)
        if told:
            yield sentence, told


def own_sentences(block: Block, register: Register) -> int:
    """How many are in its own language: what was left in another has nothing to translate."""
    return len(block.sentences) - sum(1 for _ in _told(block, register))


def _is_read(block: Block, register: Register) -> bool:
    """Whether `tongues` knows its language, and all others of the house."""
    return {block.language[:2], *(one[:2] for one in register.languages)} <= {*tongues.LANGUAGES}


def _of_small_words(
    block: Block, sentence: Sentence, register: Register
) -> tuple[str, bool] | None:
    native, spoken = block.language[:2], register.languages
    if not block.is_prose or block.kind not in ("paragraph", "item"):
        return None
    if is_references(block.section) or _is_title(block, sentence) or _is_cited(block, sentence):
        return None
    if block.kind == "item" and len(sentence.text.split()) < 8:
        return None
    language = small_words.foreign(_unmarked(block, sentence), native, spoken)
    return (language, False) if language else None


def _foreign(block: Block, sentence: Sentence) -> tuple[str, bool] | None:
    native = block.language[:2]
    if native not in tongues.LANGUAGES or block.kind in ("cell", "speaker"):
        return None
    text = _unmarked(block, sentence)
    words = text.split()
    if len(words) < 4 or (is_references(block.section) and block.kind == "item"):
        return None
    if _is_title(block, sentence) or _is_cited(block, sentence):
        return None
    is_quoted = bool(re.match(r"\W*[“«\"„]", text)) and bool(re.search(r"[”»\"“][\s.]*$", text))
    votes = tongues.votes(text, native, is_whole=is_quoted)
    language, foreign, mine, count = votes
    if native not in ("en", "fr"):
        # Our lists for these are short, and sisters share their small words.
        is_sister = any({native, language} <= family for family in _FAMILIES)
        if {native, language} == _IBERIAN:
            return (language, foreign >= 5 and not is_quoted) if _is_iberian(votes) else None
        is_clear = foreign >= 3 and mine == 0 and not is_sister and language not in ("pt", "pl")
        return (language, foreign >= 4 and not is_quoted) if is_clear and count >= 6 else None
    if language in ("pt", "pl") and (foreign < 4 or mine):
        return None
    need = 3 if is_quoted or block.kind in ("heading", "field") else 2
    if foreign < need or foreign <= mine or count < 5:
        return None
    if mine == 0 and (foreign >= 3 or count <= 14):
        is_mixed = tongues.votes(sentence.text, native, is_whole=True)[2] > 1
        return language, (not is_quoted or foreign >= 4) and not is_mixed
    if foreign >= 4 and foreign >= 3 * mine:
        return language, True
    return (language, False) if foreign >= 5 and foreign > 2 * mine else None


_IBERIAN = {"es", "pt"}


def _is_iberian(votes: tuple[str, int, int, int]) -> bool:
    """Whether a sentence is Spanish in Portuguese or the other way round: what both say votes for
    neither, and where three words are of the one, none is of the other."""
    _, foreign, mine, count = votes
    return count >= 6 and foreign >= 3 and (mine == 0 or foreign >= 5 * mine)


_FAMILIES = (frozenset(("es", "it", "pt", "fr")), frozenset(("de", "nl")))


def _unmarked(block: Block, sentence: Sentence) -> str:
    """The sentence without the passages that are marked, emphasised or linked: titles and names."""
    spans = [(a, b) for a, b, _ in block.foreign]
    spans += [(a, b) for a, b in block.emphasis if b - a < 0.8 * len(sentence.text)]
    spans += [(link.start, link.end) for link in block.links]
    if not spans:
        return sentence.text.replace(OBJECT, " ")
    letters = list(sentence.text)
    for first, last in spans:
        for index in range(max(first, sentence.start), min(last, sentence.end)):
            letters[index - sentence.start] = " "
    return "".join(letters).replace(OBJECT, " ")


_CITED = sought(r"\((?:[^()]*\W)?(?:19|20)\d\d[^()]*\)\s*\.?$|\b(?:19|20)\d\d\s*\.?$")

_DATED = sought(r"(?:\((?:19|20)\d\d[a-z]?\)|, (?:19|20)\d\d[a-z]?)\.$")
"""`Hauk, O. (2006).`: what follows is the title, in its own words."""
_YEAR = sought(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_SCHOLARLY = sought(
    r"\bet al\b|\b(?:pp?|vol|nr|no)\. ?\d|\bdoi\b|\bISBN\b|\b\d+ ?\(\d+\)"
    r"|\b(?:Journal|Review|Press|Proceedings|Publishers|Zeitschrift|Revue|Annals)\b"
    r"|[A-ZÀ-Ý][\w’'-]+,? [A-Z]\.[,; &]|(?:^|[\s;,])[A-Z]\. [A-ZÀ-Ý][\w’'-]+,"
)
_CREDIT = sought(
    r"\bCC[ -]BY|Creative Commons|©|\b[Cc]opyright\b|[Aa]ll rights reserved|"
    r"[Rr]e(?:printed|published) by permission"
)


def _is_title(block: Block, sentence: Sentence) -> bool:
    """A line of a list that cites a publication, a scheme or a body by its own name."""
    text = sentence.text.rstrip()
    is_listed = block.kind == "item" or not text.endswith(".")
    if _DATED.search(block.text[: sentence.start].rstrip()):
        return True
    if is_listed and _CITED.search(text) and len(block.sentences) <= 2:
        return True
    if block.kind == "item" and not re.search(r"[.!?:]$", text) and re.search(r"\s[–—-]\s|:", text):
        return len(text.split()) < 14
    return any(link.end - link.start > 0.7 * len(text) for link in block.links)


def _is_cited(block: Block, sentence: Sentence) -> bool:
    """Whether it is part of a reference or of a credit, whose words belong to the work."""
    near = block.text[max(0, sentence.start - 100) : sentence.end + 60]
    return bool(
        (_YEAR.search(near) and _SCHOLARLY.search(near) and not _is_told(sentence))
        or _CREDIT.search(near)
    )


def _is_told(sentence: Sentence) -> bool:
    """Whether a sentence only names a year: no work is cited in it."""
    return not _SCHOLARLY.search(sentence.text) and sentence.text[-1:] in ".!?"


_TERMS = {
    "en": {"OCDE": "OECD", "ONU": "UN", "OTAN": "NATO", "OMS": "WHO", "RGPD": "GDPR", "PIB": "GDP",
           "ONG": "NGO", "UE": "EU", "PME": "SME", "BCE": "ECB", "CEDH": "ECHR", "ODD": "SDG"},
    "fr": {"OECD": "OCDE", "NATO": "OTAN", "GDPR": "RGPD", "NGO": "ONG", "NGOs": "ONG",
           "SMEs": "PME", "ECHR": "CEDH", "SDGs": "ODD", "UNO": "ONU"},
}  # fmt: skip


def t111_term_not_translated(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Known by another name in this language.
    Remedy: write that name."""
    registered = set(register.names)
    for block in sheet.blocks:
        terms = _TERMS.get(block.language[:2], {})
        if block.kind == "heading" and (title := _heading(block, register)):
            yield block.mark(
                "T111", 0, len(block.text), f"the heading {block.text.strip()!r} is not translated",
                f"write {title}", WARNING,
            )  # fmt: skip
        if not terms or block.vocabulary.isdisjoint(map(str.lower, terms)) or block.is_capitals:
            continue
        for found in re.finditer(r"(?<![\w@#/.-])[A-Z]{2,6}s?(?![\w@/-]|\.\w)", block.text):
            right = terms.get(found[0])
            if not right or found[0] in registered or _is_explained(block, found, right):
                continue
            yield block.mark(
                "T111", found.start(), found.end(), f"{found[0]} is {right} in "
                                                    f"{_SPOKEN[block.language[:2]]}",
                f"write {right}", WARNING,
            )  # fmt: skip


def _is_explained(block: Block, found: re.Match[str], right: str) -> bool:
    """Whether it stands beside its translation, in a name, or in another language's words."""
    text = block.text
    near = text[max(0, found.start() - 3) : found.end() + 3]
    if right in text or block.is_foreign(found.start()) or re.search(r"[()«»“”\"]", near):
        return True
    if any(a <= found.start() < b for a, b in block.emphasis) or block.link_at(found.start()):
        return True
    return bool(re.match(r"[\s\u00a0][A-Z]", text[found.end() :]))


def _heading(block: Block, register: Register) -> str:
    """The house's word for a section that is headed in another of its languages, or in English.

    *Reference* is a heading in Croatian, too.
    """
    words = block.text.strip().strip(":* ")
    own = idioms.headed_in(block.language)
    if words.casefold() in map(str.casefold, own.values()):
        return ""
    for language in (*register.languages, "en"):
        for section, title in idioms.headed_in(language).items():
            if title.casefold() == words.casefold():
                return own.get(section, "")
    return ""
