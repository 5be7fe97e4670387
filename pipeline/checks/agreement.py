"""Agreement: verbs that do not follow their subject, and titles that ran into the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pipeline.checks.concordance import Signs, spelt
from pipeline.checks.english import grammar
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
_VERB = (
    "bring include provide remain seek contain require continue explore become gather allow "
    "enable ensure involve consist belong represent depend receive create develop highlight "
    "organise publish reflect encourage propose constitute coordinate consult participate "
    "operate contribute intervene invest succeed"
).split()
_ENDED = "|".join(f"{verb}s" for verb in _VERB)
_ADVERB = r"(?:(?:also|often|still|already|always|now|then|\w{3,}ly) )?"
_WITHOUT_S = sought(
    rf"(?:^|(?<=[.!?;:,] )|(?<=\bthat )|(?<=\bbecause )|(?<=\bas ))"
    rf"(?:[Tt]he|[Tt]his|[Ee]ach|[Ee]very|[Oo]ur|[Ii]ts) (?:[a-z]+ )?"
    rf"(?:{_SINGULAR}) {_ADVERB}({'|'.join(_VERB)})\b"
    rf"(?! (?:and|or)\b)"
)
_WITH_S = sought(rf"\b(?:{_PLURAL}),? (?:who|which|that) {_ADVERB}({_ENDED}|has|is|was|does)\b")
_MANY = sought(
    rf"\b(?:[Tt]hese|[Tt]hose|[Ss]everal|[Vv]arious|[Mm]any) (?:[a-z]+ )?(?:{_PLURAL}) {_ADVERB}"
    rf"({_ENDED}|has|is|was|does)\b"
)
_ONE = sought(rf"\b(?:[Tt]his|[Ee]ach|[Ee]very) (?:[a-z]+ )?(?:{_SINGULAR}) (are|were|have)\b")
_SINGULARS = frozenset(_SINGULAR.split("|"))
_PLURALS = frozenset(noun.split()[-1] for noun in _PLURAL.split("|"))
_VERBS = frozenset(_VERB)
_ENDED_VERBS = frozenset([*_ENDED.split("|"), *"has is was does".split()])
_RELATIVE = frozenset(["who", "which", "that"])
_EACH = frozenset("this each every".split())
_SEVERAL = frozenset("these those several various many".split())
_HAS_PLURAL = {"has": "have", "is": "are", "was": "were", "does": "do"}
_HAS_SINGULAR = {"are": "is", "were": "was", "have": "has"}
_GOVERNED = sought(
    r"\b(?:and|or|of|in|for|by|with|at|if|from|to|on|among|between|behind|within|under|across"
    r"|as)\s$"
)
_AFTER_AUXILIARY = sought(
    r"\b(?:does|did|do|will|would|can|could|may|might|must|should|shall|let|make|makes|made|help"
    r"|helps|see|recommend|demand|ask|suggest|propose|insist|require|essential|important|and|or"
    r"|of|with)\b[^.;:]*$"
)
_SINGLE_THING = sought(
    r"\b(?:a|an|one|each|every|this|that|number|group|set|the|list|network|body)"
    r" (?:[\w’'-]+ ){0,6}$"
)


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
    yield from told.values()
    yield from grammar.marks(sheet, "X120", told.values())


def _of_block(block: Block) -> Iterator[Mark]:
    yield from _of_one(block)
    yield from _of_many(block)
    yield from _joined(block)
    yield from _counted(block)


def _of_one(block: Block) -> Iterator[Mark]:
    """One thing before the verb of many: `the conference bring`, `this city are`."""
    words = block.vocabulary
    if words.isdisjoint(_SINGULARS):
        return
    if not words.isdisjoint(_VERBS):
        for found in _WITHOUT_S.finditer(block.text):
            before = block.text[max(0, found.start() - 80) : found.start()]
            if not _AFTER_AUXILIARY.search(before) or found.start() == 0:
                yield from _disagrees(block, found, f"{found[1]}s")
    if not (words.isdisjoint(_HAS_SINGULAR) or words.isdisjoint(_EACH)):
        yield from _not_governed(block, _ONE, _HAS_SINGULAR.__getitem__)


def _of_many(block: Block) -> Iterator[Mark]:
    """Many things before the verb of one: `the cities that brings`, `these projects has`."""
    words = block.vocabulary
    if words.isdisjoint(_PLURALS) or words.isdisjoint(_ENDED_VERBS):
        return
    for found in () if words.isdisjoint(_RELATIVE) else _WITH_S.finditer(block.text):
        before = block.text[max(0, found.start() - 80) : found.start()]
        clause = re.split(r"[.;:!?]", before)[-1]
        if ", which " in found[0] and found[1] in _HAS_PLURAL:
            continue  # It may be said of the whole clause.
        if not _SINGLE_THING.search(clause + " " if clause[-1:] != " " else clause):
            yield from _disagrees(block, found, _without_s(found[1]))
    if not words.isdisjoint(_SEVERAL):
        yield from _not_governed(block, _MANY, _without_s)


def _not_governed(
    block: Block, form: re.Pattern[str], right: Callable[[str], str]
) -> Iterator[Mark]:
    for found in form.finditer(block.text):
        if not _GOVERNED.search(block.text[max(0, found.start() - 12) : found.start()]):
            yield from _disagrees(block, found, right(found[1]))


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
        rf"(?:{_PEOPLE})(?: of (?:[A-ZÀ-Þ][\w-]+(?:, | and )?){{1,4}})? (?:also |still |now )?"
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
_LACK = (
    "describe|explain|identify|argue|conclude|recommend|suggest|demonstrate|emphasise|provide"
    "|include|contain|become|create|bring|give|take|make|have|seek|focus on|deal|allow"
)
_LACKING = frozenset(re.findall(r"\w+", _LACK))
_LACKS_S = sought(
    rf"^(?:The|This|Our|Its|Each|Every) (?:[a-z]+ )?(?:{_SINGULAR}) (?:also |now |often )?"
    rf"({_LACK})\b(?! (?:and|or)\b)"
)
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
_BEHIND = "of|in|for|to|is|was|has|will|which|who|on|with|from"
_WRONG_NUMBER: tuple[Told, ...] = (
    (spelt(f"these those several various many numerous few / {_SINGULAR}"), sought(
        rf"\b(?:[Tt]hese|[Tt]hose|[Ss]everal|[Vv]arious|[Mm]any|[Nn]umerous|[Ff]ew) ({_SINGULAR})"
        r"(?=[.,;)]| (?:of|in|for|and|to|are|were|have|will|which|who|that|on|with|from)\b)")),
    (spelt(f"this each every another / {_PLURAL}"), sought(
        rf"\b(?:[Tt]his|[Ee]ach|[Ee]very|[Aa]nother) ({_PLURAL})(?=[.,;)]| (?:{_BEHIND})\b)")),
    (spelt(f"a an another / {_PLURAL}|presentations|activities|recommendations|strategies"), sought(
        r"[aA](?<!\w.)(?:nother|(?<=a)n?) (?:public |young |(?:more |very )?"
        r"[a-z]+(?:ed|al|ive|ful|ous|ic|able|ant) )?"
        rf"({_PLURAL}|presentations|activities|recommendations|strategies)(?=[.,;)]| "
        rf"(?:{_BEHIND}|and)\b|['’] )")),
    (spelt("cities towns universities municipalities departments / of"), sought(
        r"\b([Cc]ities|[Tt]owns|[Uu]niversities|[Mm]unicipalities|[Dd]epartments) of [A-Z][\w-]+"
        r"(?=:|\.$| \([A-Z][a-z]+\)[.:]| (?:is|has|was)\b)")),
    (spelt(f"one / of / {_SINGULAR}"), sought(
        rf"\b[Oo]ne of (?:the|our|its|their|these) (?:most |more )?(?:[a-z]+ )?({_SINGULAR})"
        r"(?=[.,;)]| (?:of|in|for|to|is|was|has|which|who|on|with|from|that)\b)")),
)  # fmt: skip
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
    for form in _near(_WRONG_NUMBER, words):
        for found in form.finditer(block.text):
            yield from _told(block, 0, found, "both in the singular, or both in the plural")
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
    words = block.vocabulary
    forms, may_lack = _near(_AT_THE_START, words), not words.isdisjoint(_LACKING)
    for sentence in block.sentences if forms or may_lack else ():
        for form in forms:
            found = form.match(sentence.text)
            if found:
                right = _RIGHT.get(found[1], "doesn’t")
                yield from _told(block, sentence.start, found, right)
        lacking = _LACKS_S.match(sentence.text) if may_lack else None
        if lacking:
            verb = "has" if lacking[1] == "have" else lacking[1].split()[0] + "s"
            yield from _told(block, sentence.start, lacking, verb)


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


def _disagrees(block: Block, found: re.Match[str], right: str, level: str = "") -> Iterator[Mark]:
    if block.is_own(found.start()) and OBJECT not in found[0]:
        yield block.mark(
            "X120", found.start(1), found.end(1), f"{found[1]!r} does not follow its subject: "
                                                  f"{found[0]!r}",
            f"write {right}", NOTE if level else WARNING,
        )  # fmt: skip


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
