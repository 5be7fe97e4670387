"""Splices: two sentences that nothing but a comma joins."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.sheet import OBJECT, WARNING, Block, Mark, Sentence
from pipeline.sought import sought

_BEGINNINGS = (
    "If|When|As|For|In|On|At|After|Before|Since|While|Whilst|Although|Though|Because|With|Without"
    "|To|By|Last|Next|Once|Until|Under|From|However|So|Thus|Yes|No|Of|Today|Now|Given|Despite|Like"
    "|Unlike|Then|And|But|Or|What|How|Where|Who|Why|Which|Whose|Even|Only|Not|Never|Beyond|Through"
    "|During|Within|Also|Over|Whether|Compared|Unless|Upon|Among|Behind|Between|Whatever|Whenever"
    "|Wherever|Whoever|Had|Should|Were|Let|Please|Just|Still|Together|Back|Here|Sometimes|Perhaps"
    "|Maybe|Except|Instead|Besides|Due|Thanks|Regardless|Again|Later|Soon|Yet|That|More|The more"
    r"|The less|[A-Z]\w+(?:ing|ly|ed)"
)
_JOINING = (
    "not|[a-z]+n['’]t|if|when|while|although|though|because|since|once|after|before|until|unless"
    "|whether|that|which|who|whom|whose|where|what|how|why|as|so|than|says?|said|think|thinks|know|knows|believes?"
    "|hopes?|sure|wherever|whenever|whatever|either|neither|nor|yet|but|suppose|means?|say|stage"
    "|agree|admit|guess|feel|claim|argue|told|tell|mind|not only|much|more|no matter|regardless"
)
_FINITE = (
    "is|are|was|were|has|have|had|will|can|could|should|would|may|must|does|did|needs?|wants?"
    "|takes?|took|gives?|offers?|provides?"
)
SECOND = frozenset("it they we he she this these there".split())
"""With one of these the second sentence begins."""
_SPLICED = sought(
    rf"(?!(?:{_BEGINNINGS})\b)(?=[A-Z])(?:(?!\b(?:{_JOINING})\b)[^,;:–—()“”\"?!…]){{3,90}}?"
    rf"\b(?:{_FINITE})(?:n['’]t)?\b(?:(?!\b(?:{_JOINING})\b)[^,;:–—()“”\"?!…]){{8,120}}"
    r"(?<! is)(?<! was)(, )(?:it|they|we|he|she|this|these|there)"
    rf"(?:['’](?:s|re|ll|ve)| (?:also |then |still |now |only )?(?:{_FINITE}))\b"
    r"(?! (?:said|hoped|estimated|believed|thought|true|seems?|called|reported|says?"
    r"|adds|added)\b)"
)


def spliced(block: Block, sentence: Sentence) -> Iterator[Mark]:
    """`The site is open, it has a quay`: each of the two could stand alone."""
    found = _SPLICED.match(sentence.text)
    if not found or sentence.text.endswith("?") or OBJECT in found[0]:
        return
    at = sentence.start + found.start(1)
    if block.is_own(at):
        yield block.mark(
            "X136", at, at + 1, f"a comma joins two sentences: {found[0][-40:]!r}",
            "write a full stop or a semicolon, or say how they hang together", WARNING,
        )  # fmt: skip
