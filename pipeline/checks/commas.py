"""Commas: one that parts a subject from its verb, and those that were left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks import splices
from pipeline.checks.english import grammar
from pipeline.checks.french import commas as french
from pipeline.checks.register import Register
from pipeline.checks.sheet import OBJECT, WARNING, Block, Mark, Sentence, Sheet
from pipeline.sought import sought

_VERBAL = (
    "is|are|was|were|has|have|had|will|can|could|should|must|may|might|would|do|does|did|if|when"
    "|as|that|which|who|where|what|how|because|while|than|sooner|more|less|better|higher|lower"
    "|longer|later|earlier|easier|bigger|larger|smaller|greater|fewer|worse|faster"
)
_MOMENT = (
    "day|days|week|weeks|month|months|year|years|morning|evening|afternoon|time|moment|night|same"
    "|weekend|summer|winter|spring|autumn|way|all|hour|hours|minute|century|decade"
)
_SAID = "said|says|stressed|explained|highlighted|underlined|welcomed|declared|stated|noted|chaired"
_PARTED = sought(
    rf"(?:The|An?|Our|Their|Its|These|Many|Several) (?:(?!(?:{_VERBAL}"
    rf"|[a-z]+ed)\b)[\w’'-]+ ){{0,6}}"
    rf"(?!(?:{_VERBAL}|{_MOMENT})\b)[\w’'-]+(,) (?:(?:is|are|was|were|has|have|had|will|can|could"
    rf"|should|must|may) (?!it\b|they\b|we\b|you\b|he\b|she\b|there\b|the\b|this\b|that\b|said\b)"
    rf"[a-z]|(?:{_SAID}) (?:the|that|an?) (?!day\b))"
)
_BEFORE_A_VERB = sought(
    rf", (?:is|are|was|were|has|have|had|will|can|could|should|must|may|{_SAID}) "
)
"""`A manual, has been prepared`: nothing stands between the two but a comma."""
_OFFICE = (
    r"(?:[Vv]ice[- ]|[Dd]eputy )?(?:[Pp]resident|[Mm]ayor|[Dd]irector(?:[- ][Gg]eneral)?"
    r"|[Ss]ecretary[- ][Gg]eneral|[Rr]ector|[Mm]inister|[Hh]ead|[Cc]hair(?:man|woman|person)?"
    r"|[Cc]ommissioner|[Cc]ouncill?or|[Aa]mbassador|[Cc]oordinator|[Gg]overnor|[Pp]refect"
    r"|[Mm]anager|[Oo]fficer|[Uu]nder[- ][Ss]ecretary)"
)
_OF = r"(?:(?!\b(?:that|which|who|and the)\b)[^,;:.()–—]){2,70}?"
_NAME = (
    r"[A-ZÀ-Þ][\w’'-]+(?: (?:[Dd]e|[Dd]i|[Dd]a|[Vv]an|[Vv]on|der|den|[Ee]l|[Ll]a|dos|del)){0,4}"
    r"(?: [A-ZÀ-Þ][\w’'-]+){1,3}"
)
_DID = (
    r"(?:has|had|is|was|will|said|says|met|took|gave|spoke|told|made|held|led|began|stressed"
    r"|explained|highlighted|underlined|welcomed|declared|stated|noted|opened|presented|announced"
    r"|thanked|visited|signed|emphasi[sz]ed|concluded|pointed|recalled|stresses|explains|adds"
    r"|added|invited|confirmed|attended|participated|called|praised)"
)
_OFFICES = frozenset(
    "president mayor director secretary rector minister head chair chairman chairwoman chairperson "
    "commissioner councillor councilor ambassador coordinator governor prefect manager officer "
    "vice".split()
)
_HALF_SET_OFF = (
    sought(
        rf"(?:The|Our|Its) (?:[\w-]+ ){{0,2}}{_OFFICE}(?: (?:of|for|at|from|in) {_OF})?, "
        rf"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.? )?{_NAME}( )(?={_DID} )"
    ),
    sought(
        rf"{_NAME}, (?:the |our )?(?:former |current |new )?{_OFFICE}(?: (?:of|for|at|in) {_OF})?"
        rf"( )(?={_DID} )"
    ),
)
"""`The mayor, Ana Ruiz said`: what is set off has a comma on either side."""
_ASIDE = sought(
    rf"(?:The )?{_NAME}, an? (?:(?!\b(?:that|which|who)\b)[^,;:.()–—]){{5,80}}? (?:from|in"
    rf"|of|for) "
    r"(?:the )?[A-Z][\w-]+( )(?=(?:shared|presented|explained|welcomed|hosted|organi[sz]ed|has"
    r"|launched|is|was|will|said|received|invited|offers) (?!by\b|in\b|on\b|at\b))"
)


def x136_comma_out_of_place(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*A manual, has been printed*: no comma parts a verb from its subject. *The mayor, Ana Ruiz
    said*: what is set off has one on either side. *The site is open, it has a quay*: a comma is
    too little between two sentences.
    Remedy: take the comma out, put the second one in, or make two sentences."""
    told = [*french.commas(sheet, register), *_of_english(sheet)]
    yield from grammar.once(sheet, told)
    yield from grammar.marks(sheet, "X136")


def _of_english(sheet: Sheet) -> Iterator[Mark]:
    for block in sheet.prose:
        if block.language[:2] != "en" or ", " not in block.text:
            continue
        if not block.vocabulary.isdisjoint(splices.SECOND):
            for sentence in block.sentences:
                if ", " in sentence.text:
                    yield from splices.spliced(block, sentence)
        if not _CONJUNCTIONS.isdisjoint(block.vocabulary):
            yield from _behind_conjunctions(block)
        forms = () if _OFFICES.isdisjoint(block.vocabulary) else _HALF_SET_OFF
        if ", a " in block.text or ", an " in block.text:
            forms = (*forms, _ASIDE)
        has_that = ", that " in block.text
        if forms or has_that or _BEFORE_A_VERB.search(block.text):
            for sentence in block.sentences:
                if ", " in sentence.text and block.is_own(sentence.start):
                    yield from _of_sentence(block, sentence, forms)
                    if has_that and ", that " in sentence.text:
                        yield from _with_that(block, sentence)


_CONJUNCTIONS = frozenset("although because whereas unless".split())
_SPLIT_OFF = sought(
    r"(?:Although|Because|Whereas|Unless)(,) (?!(?:as|in|at|on|for|with|if|when|by|of|to|after"
    r"|before|during|like|unlike|despite|from|since|while|because|once|again|even|perhaps|maybe"
    r"|indeed|\w+ing|\w+ly|\w+ed)\b)[a-z]"
)


def _behind_conjunctions(block: Block) -> Iterator[Mark]:
    """`Although, the towns are small`: but *although, as we know, they are small*."""
    for sentence in block.sentences:
        found = _SPLIT_OFF.match(sentence.text)
        at = sentence.start + found.start(1) if found else 0
        if found and block.is_own(at):
            yield block.mark(
                "X136", at, at + 1, f"a comma stands behind {found[0].partition(',')[0]!r}",
                "take it out", WARNING, "",
            )  # fmt: skip


def _of_sentence(
    block: Block, sentence: Sentence, forms: Sequence[re.Pattern[str]]
) -> Iterator[Mark]:
    start, text = sentence.start, sentence.text
    parted = _PARTED.match(text)
    if parted and not text.endswith("?") and OBJECT not in parted[0]:
        yield block.mark(
            "X136", start + parted.start(1), start + parted.end(1),
            f"a comma parts the verb from its subject: {parted[0][-40:]!r}", "take it out",
            WARNING,
        )  # fmt: skip
        return
    for form in forms:
        found = form.match(text)
        if found and OBJECT not in found[0]:
            at = start + found.start(1)
            yield block.mark(
                "X136", at - 1, at, f"no comma stands behind {found[0].strip()[-40:]!r}",
                "put the second comma in", WARNING, f"{block.text[at - 1]},",
            )  # fmt: skip
            return


_FRONTED = (
    "If|When|As|For|In|On|At|After|Before|Since|While|Although|Though|Because|With|Without|To|By"
    "|Last|Next|Once|Until|Under|From|However|So|Thus|Well|Yes|No|Of|Today|Now|Given|Despite|Like"
    "|Unlike|Then|And|But|What|How|Where|Who|Even|Only|Not|Beyond|Through|During|Within|Also|Over"
    "|Where|Whether|Compared|Unless|Upon|Among|Behind|Between|Whatever|Whenever|Wherever|[A-Z]\\w+ing"
)
_THAT = sought(
    rf"(?!(?:{_FRONTED})\b)[^,;:]{{20,}}?(?<!later)(?<!ago)(?<!so)(?<!said)(?<!all)"
    r"[\w”\"’](,) that (?:will|was|were|are|has|have|had|took|takes|aims?|allows?|brings?|brought"
    r"|gathers?|gathered|includes?|included|provides?|provided|conducted"
    r"|is (?!why\b|how\b|what\b|where\b|when\b|to\b|it\b|because\b|true\b))(?=\W)"
)
"""`The project, that has ended`: what only adds is told with *which*."""


def _with_that(block: Block, sentence: Sentence) -> Iterator[Mark]:
    found = _THAT.match(sentence.text)
    if found and OBJECT not in found[0] and not sentence.text.endswith("?"):
        at = sentence.start + found.start(1)
        yield block.mark(
            "X136", at, at + 6, f"'that' stands behind a comma: {found[0][-40:]!r}",
            "write which, or who; or take the comma out", WARNING,
        )  # fmt: skip
