"""Agreement: verbs that do not follow their subject, and titles that ran into the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.checks.concordance import Signs, spelt
from pipeline.checks.english import grammar, turns
from pipeline.checks.french import unended
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.subjects import of_numbers, of_subjects
from pipeline.sought import sought

_SINGULAR = (
    "conference|event|project|network|programme|program|initiative|forum|manifesto|report|charter"
    "|guide|guidebook|strategy|plan|city|region|association|organisation|organization|institution"
    "|authority|partnership|workshop|seminar|meeting|scheme|study|publication|policy|approach"
    "|platform|website|article|law|convention|agreement|campaign|survey|exhibition|festival"
    "|newsletter|declaration|municipality|edition|resolution|toolkit|fund"
)
_PLURAL = (
    "conferences|events|projects|networks|programmes|programs|initiatives|forums|reports|cities"
    "|regions|associations|organisations|organizations|institutions|authorities|partnerships"
    "|workshops|seminars|meetings|sessions|schemes|studies|publications|policies|platforms"
    "|officers|experts|participants|members|practitioners|professionals|mayors|countries"
    "|governments|stakeholders|partners|citizens|residents|volunteers|researchers|police officers"
)
_HAS_PLURAL = {"has": "have", "is": "are", "was": "were", "does": "do"}
_HAS_SINGULAR = {"are": "is", "were": "was", "have": "has"}


def x120_verb_and_subject(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*The conference bring together*: the verb follows its subject, one or many.
    Remedy: give the verb the form its subject asks for."""
    blocks = [block for block in sheet.prose if block.language[:2] == "en"]
    told: dict[int, Mark] = {}
    for mark in (
        *(mark for block in blocks for mark in _of_block(block)),
        *of_subjects(sheet),
        *(mark for block in blocks for mark in of_numbers(block, register)),
    ):
        told.setdefault(mark.start, mark)
    for mark in turns.turns(sheet, "X120"):
        told.setdefault(mark.start, mark)
    yield from grammar.once(sheet, told.values())
    yield from grammar.marks(sheet, "X120")


def _of_block(block: Block) -> Iterator[Mark]:
    yield from _joined(block)
    yield from _counted(block)


_MASS = (
    "Violence|Access|Information|Security|Training|Education|Research|Knowledge|Crime|Awareness"
    "|Funding|Harassment|Housing|Prevention|Cooperation|Recruitment|Discrimination|Communication"
    "|Participation|Exposure|Trust|Equality|Protection|Evaluation|Coordination|Collaboration"
)
_OTHERS = (
    r"(?:(?!\b(?:who|which|that|where|when|and (?:the|a|an|its|their|other|[a-z]+ of))\b)"
    r"[^.,;:()–—]){4,80}?"
)
Told = tuple[Signs, re.Pattern[str]]


def _near(forms: Iterable[Told], words: frozenset[str]) -> list[re.Pattern[str]]:
    """Those of which a word of every kind stands there."""
    return [form for signs, form in forms if not any(map(words.isdisjoint, signs))]


_NOT_ONE: tuple[Told, ...] = (
    # A thing that cannot be counted, and whatever stands between it and its verb.
    (spelt(_MASS.lower()), sought(
        rf"^(?:{_MASS}) (?:of|in|for|by|against|with|from|on) (?!and){_OTHERS} (are|were|have)\b")),
    (spelt("each one every / of"), sought(
        r"(?<! on )(?<! to )(?<! for )(?<! in )(?<! of )(?<! with )(?<! from )(?<! at )(?<! by )"
        r"\b(?:[Ee]ach|[Oo]ne|[Ee]very one) of (?:the|our|its|these|those) "
        r"(?:[a-z]+ )?[a-z]+s (are|were|have)\b")),
    (spelt(f"{_SINGULAR} / of / are were"), sought(
        rf"\b(?:[Tt]he|[Tt]his|[Ee]ach|[Ee]very) (?:{_SINGULAR}) of (?:the |our |its )?"
        r"(?:[A-Z][a-z]+|[a-z]+s) (are|were)\b(?! (?:[a-z]+ )?that\b)")),
    (spelt("were / one a an"), sought(
        r"(?<![a-z] )(?<!and )\b(?!There|These|Those|They)[A-Z][a-z]{3,} (were) (?:one|a|an) "
        r"(?=of|[a-z]+ )")),
)  # fmt: skip
_MANY_THINGS = sought(
    r"\b[Tt]here (is|was) (?:also )?(?:many|several|few|various|numerous|two|three|four|five)\b"
    r"|^The [a-z]+ of [^.,;:]{3,50}? and the [a-z]+ (?:[a-z]+ )?of [a-z]+ (has|is|was)\b"
)
_PEOPLE = (
    "mayors|citizens|residents|visitors|volunteers|researchers|experts|participants|members|cities"
    "|towns|authorities|organisations|organizations|associations|institutions|stakeholders"
    "|governments|countries|regions|schools|officers|councillors|neighbours|representatives"
    "|students|teachers|parents|children|women|men|people|streets|squares|projects|measures"
    "|recommendations|results|workshops|meetings|services|activities|topics|discussions"
)
_HEADED = (
    "list|report|aim|goal|purpose|quality|role|result|cost|rate|impact|presence|lack|level|use"
    "|objective|creation|development|growth|absence|price|safety|security|work|title|date|name"
    "|number|opening|closure|protection|arrival|choice|success|idea"
)
_AT_THE_START: tuple[Told, ...] = (
    # Where nothing stands before it, the noun is the subject.
    (spelt(f"{_PEOPLE} / has is was does"), sought(
        rf"^(?:The|Our|These|Those|All|Some|Many|Most|Local|Several|Their|Its) (?:[a-z]+ )?"
        rf"(?:{_PEOPLE})(?: of [A-ZÀ-Þ][\w-]+(?:(?:, | and )[A-ZÀ-Þ][\w-]+){{0,3}})?"
        r" (?:also |still |now )?"
        r"(has|is|was|does)\b(?! (?:a|an|the) [a-z]+ of\b)")),
    (spelt("both / has is was does"), sought(
        r"^Both (?:the )?[a-z-]+ and (?:the )?[a-z-]+ (?:also )?(has|is|was|does)\b")),
    (spelt("together along / have are were"), sought(
        r"^The [a-z]+, (?:together|along) with [^,.;]{3,40}, (have|are|were)\b")),
    (spelt(f"{_HEADED} / of / are were have"), sought(
        rf"^(?:The|Our|Its|Their) (?:{_HEADED}) of (?:the |our |all |its |these )?"
        r"(?:(?!\b(?:that|which|who|and|where|how|when)\b)[a-z’'-]+ ){1,4}(?<=s )"
        r"(are|were|have)\b")),
    (spelt("he she it / don do have are were need want go make"), sought(
        r"^(?:He|She|It) (don['’]t|do|have|are|were|need|want|go|make)\b")),
)  # fmt: skip
_RIGHT = {
    "has": "have", "is": "are", "was": "were", "does": "do", "are": "is", "were": "was",
    "have": "has", "do": "does", "need": "needs", "want": "wants", "go": "goes", "make": "makes",
}  # fmt: skip
_NOT_ALONE = sought(
    rf"\b(?:[Aa] (?:large |small |growing |great )?(?:number|series|variety|range|couple) of"
    rf"|[Mm]ost of the|[Aa]ll (?:of )?the"
    rf"|[Ss]ome of the|[Mm]any of the|[Oo]ne of (?:the|our|its) (?:best|largest|biggest|oldest|main"
    rf"|first|leading|most [a-z]+))(?: local| public| European| new| young)? "
    rf"({_SINGULAR}|expert|partner|member|mayor|resident|citizen|participant|town|school|street"
    r"|example|reason|challenge|problem|speaker|practice)(?=[.,;)]| (?:in|of|have|has|are|is|who"
    r"|which|that|to|for|on|at|will|was|were|by|with|can)\b)"
)
_SUCH = sought(
    r"(?<!next )(?<!one )(?<!any )(?<!no )(?<!each )(?<!every )(?<!other )(?<!first )(?<!last )"
    rf"\b[Ss]uch ({_SINGULAR})(?=[.,;)]| (?:is|was|has|can|will|should|must|would)\b)"
    r"|\b[Tt]hese (kind|type|sort) of\b"
)
_SUCH_SIGNS = frozenset(["such", "kind", "type", "sort"])
_WHO = sought(
    r"\b(?:population|community|public|audience|neighbourhood|town|city|society|authority"
    r"|organisation|organization|institution|association|network|company|university)"
    r" (who) (?:often |also )?(?:is|has|was)\b"
)
_BE_MANY, _BE_ONE = frozenset(["are", "were", "have"]), frozenset(["is", "was", "has"])


def _counted(block: Block) -> Iterator[Mark]:
    """One or many, told by what stands before the noun or by what kind of noun it is."""
    words = block.vocabulary
    if not words.isdisjoint(_BE_MANY):
        for form in _near(_NOT_ONE, words):
            for sentence in block.sentences:
                for found in form.finditer(sentence.text):
                    yield from _told(block, sentence.start, found, _HAS_SINGULAR[found[1]])
    if not words.isdisjoint(_BE_ONE):
        for sentence in block.sentences:
            is_near = sentence.text.startswith("The ") or "there" in words
            for found in _MANY_THINGS.finditer(sentence.text) if is_near else ():
                group = 1 if found[1] else 2
                yield from _told(block, sentence.start, found, _HAS_PLURAL[found[group]], group)
    yield from _of_beginnings(block)
    yield from _one_of_many(block)


_OF_MANY = (
    "number of ", "series of ", "variety of ", "range of ", "couple of ", "ost of the", "ll the",
    "ll of the", "ome of the", "any of the", "ne of the", "ne of our", "ne of its",
)  # fmt: skip


def _one_of_many(block: Block) -> Iterator[Mark]:
    if any(map(block.text.__contains__, _OF_MANY)):
        for found in _NOT_ALONE.finditer(block.text):
            yield from _told(block, 0, found, "the plural")
    for found in _WHO.finditer(block.text) if "who" in block.vocabulary else ():
        yield from _told(block, 0, found, "which: it is no person")
    if not block.vocabulary.isdisjoint(_SUCH_SIGNS):
        for found in _SUCH.finditer(block.text):
            right = "an article before it" if found[1] else "kinds, or this kind"
            yield from _told(block, 0, found, right, found.lastindex or 1)


def _of_beginnings(block: Block) -> Iterator[Mark]:
    forms = _near(_AT_THE_START, block.vocabulary)
    for sentence in block.sentences if forms else ():
        for form in forms:
            found = form.match(sentence.text)
            if found:
                right = _RIGHT.get(found[1], "doesn’t")
                yield from _told(block, sentence.start, found, right)


def _told(
    block: Block, start: int, found: re.Match[str], right: str, group: int = 1
) -> Iterator[Mark]:
    if block.is_own(start + found.start(group)) and OBJECT not in found[0]:
        yield block.mark(
            "X120", start + found.start(group), start + found.end(group),
            f"{found[group]!r} does not agree: {found[0]!r}", f"write {right}", WARNING,
        )  # fmt: skip


def _without_s(verb: str) -> str:
    return _HAS_PLURAL.get(verb) or verb[:-1]


_TWO = sought(
    r"^(?:The )?(?:[A-Za-z][\w-]+ )?[A-Za-z][\w-]+ and (?:the )?([a-z-]+)"
    r"(?: of (?:the )?(?:[a-z]+ ){0,2}[a-z]+)?"
    r" (?:often |also |still |always )?(remains|has|requires|needs|poses)\b"
    r"|^The [a-z]+(?: of (?:the )?(?:[a-z]+ )?[a-z]+)? and (?:its|their) ([a-z]+) "
    r"(has|is|was|remains)\b"
)


_JOINED = frozenset("remains has requires needs poses is was".split())


def _joined(block: Block) -> Iterator[Mark]:
    """Two things that are joined are many: `violence and harassment often remains`."""
    if block.vocabulary.isdisjoint(_JOINED):
        return
    for sentence in block.sentences:
        found = _TWO.match(sentence.text) if " and " in sentence.text else None
        if not found or not block.is_own(sentence.start):
            continue
        second, verb = found[1] or found[3], found[2] or found[4]
        if second in _NO_NOUN or re.match(r"(?:Research|Health|Search|Each|Every|No)\b", found[0]):
            continue
        start = sentence.start + found.end() - len(verb)
        yield block.mark(
            "X120", start, start + len(verb),
            f"{verb!r} does not follow its two subjects: {found[0]!r}",
            f"write {_without_s(verb)}", NOTE,
        )  # fmt: skip


_NO_NOUN = frozenset(
    "it there this that he she what which who everything everyone everybody nobody each one then "
    "now yet also design safety development".split()
)

_RUN_IN = sought(
    r" (?<=[a-z]{4} )((?:The|This|These|In|It|They|We|For) "
    r"(?:[a-z]{3,}|[A-Z][a-z]+ (?:of|is|has|was|are))|A [A-Z][a-z]+ [A-Z][a-z]+)\b"
)


def x121_title_ran_into_the_text(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A sentence begins in the middle of another one: its title has lost its stop or its line.
    Remedy: give the title a line of its own, or a colon behind it."""
    yield from unended.unended(sheet, register)
    for block in sheet.prose:
        if block.language[:2] != "en" or block.is_capitals:
            continue
        for found in _RUN_IN.finditer(block.text):
            if not block.is_own(found.start(1)) or _is_titled(block.text, found):
                continue
            yield block.mark(
                "X121", found.start(1), found.end(1),
                f"a sentence begins at {found[1]!r}, and none has ended",
                "give the title a line of its own, or a colon behind it", NOTE,
            )  # fmt: skip


def _is_titled(text: str, found: re.Match[str]) -> bool:
    """Whether the capital belongs to the title of a work: more capitals follow, or a call."""
    after = text[found.end() : found.end() + 40]
    before = text[: found.start()]
    if re.match(r"(?: [a-z]{1,3})? [A-Z][a-z]+ [A-Z]", after) and not found[1].startswith("A "):
        return True
    return bool(
        re.search(
            r"\b(?:called|titled|entitled|named|film|book|song|magazine|journal|series|paper|report"
            r"|article|blog|post|see|read|guide|with|from|with|about|play|project|the|select"
            r"|section|step|word|words|button|choose|click|option|label|says|page|form)$",
            before,
        )
    )
