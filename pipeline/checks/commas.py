"""Commas and full stops: one that parts a subject from its verb, and those that were left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    r"[A-ZÀ-Þ][\w’'-]+(?: (?:[Dd]e|[Dd]i|[Dd]a|[Vv]an|[Vv]on|der|den|[Ee]l|[Ll]a|dos|del))*"
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


def x136_comma_out_of_place(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*A manual, has been printed*: no comma parts a verb from its subject. *The mayor, Ana Ruiz
    said*: what is set off has one on either side.
    Remedy: take the comma out, or put the second one in."""
    for block in sheet.prose:
        if block.language[:2] != "en" or ", " not in block.text:
            continue
        forms = () if _OFFICES.isdisjoint(block.vocabulary) else _HALF_SET_OFF
        if forms or _BEFORE_A_VERB.search(block.text):
            for sentence in block.sentences:
                if ", " in sentence.text and block.is_own(sentence.start):
                    yield from _of_sentence(block, sentence, forms)


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


_FINITE = sought(
    r"\b(?:is|are|was|were|has|have|had|will|can|could|should|must|may|do|does|did|[a-z]{3,}ed|took"
    r"|held|made|gave|est|sont|a|ont|sera|seront|était|étaient|peut|peuvent|doit|doivent)\b"
)
_ENOUGH = 6
"""So many words a sentence has that is no label."""


def x149_full_stop_lost(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Whole sentences with their stops, and behind the last one none: was something lost there?
    Remedy: put the full stop in, or find what is missing."""
    blocks = sheet.blocks
    for number, block in enumerate(blocks):
        if block.kind == "paragraph" and not block.is_capitals:
            last = _without_stop(block)
            if last is not None and not _leads_on(blocks, number):
                end = len(block.text.rstrip())
                word = block.text[:end].rsplit(None, 1)[-1]
                yield block.mark(
                    "X149", end - 1, end, f"no full stop stands behind {word!r}",
                    "put it in, or find what is missing", WARNING, f"{block.text[end - 1]}.",
                )  # fmt: skip


def _without_stop(block: Block) -> str | None:
    """The last sentence of a paragraph, if it lacks the stop that the ones before it have."""
    text = block.text.rstrip()
    if not text[-1:].isalpha() or "\n" in block.text or text.isupper():
        return None
    sentences = block.sentences
    if len(sentences) < 2 or not sentences[-2].text.rstrip().endswith("."):
        return None
    last = sentences[-1].text
    if len(last.split()) < _ENOUGH or not last[:1].isupper() or not _FINITE.search(last):
        return None
    end = len(text) - 1
    is_own = block.is_own(end) and OBJECT not in text[-12:] and not block.is_foreign(end)
    return last if is_own else None


def _leads_on(blocks: Sequence[Block], number: int) -> bool:
    """Whether a list, a quotation or the rest of the sentence follows."""
    if number + 1 == len(blocks):
        return False
    following = blocks[number + 1]
    return following.kind not in ("paragraph", "heading") or not following.text[:1].isupper()
