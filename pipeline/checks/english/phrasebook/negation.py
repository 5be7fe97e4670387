"""No, said once."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn
from pipeline.checks.sheet import NOTE

_BE = "is|are|was|were|be|been|being|am"
TURNS: tuple[Turn, ...] = (
    Turn(
        "X143",
        "no longer",
        "not / longer",
        rf"\b(?:{_BE}|do|does|did|can|will|has|have|had) (not longer)(?= (?!than\b|and\b|or\b"
        r"|for\b|to\b|term\b)[a-z]+)",
    ),
    Turn(
        "X143",
        "nor, the verb and then who",
        "nor / not / he she it they we you i",
        r"\b([Nn]or (?:he|she|it|they|we|you|I) (?:do|does|did|is|are|was|were|can|will|has|have"
        r"|had) not)\b",
    ),
    Turn(
        "X143",
        "one of the two: both say no",
        "not cannot t never / hardly scarcely barely",
        r"(\b(?:not|cannot|never)|n[’']t) (?:even )?(?:hardly|scarcely|barely)\b",
    ),
    Turn(
        "X143",
        "any: not has said no",
        "not cannot t / no none nobody nothing",
        r"\b(?:do|does|did|is|are|was|were|has|have|will|would|can|could|should|must|may)(?: not"
        r"|n[’']t) (?:be |been )?(?!mean|imply|say|matter|know|make|come|exist)[a-z]+ (?:on |of "
        r"|up |out |off )?(?:to |with |for |at |in |from |about )?(none|nobody|nothing|no(?! "
        r"(?:longer|one|more|less|fewer|matter|later|doubt|such|time|problem|answer|reason)\b))"
        r"(?= [a-z]+|[.,;])",
    ),
    Turn("X143", "ever: not has said it", "never / t not", r"(?:n[’']t|\bnot) (never)\b"),
    Turn(
        "X143",
        "the verb without not",
        "nobody nothing one / not t cannot never",
        r"\b(?:[Nn]obody|[Nn]o one) ((?:did|does|do|has|will|can|is|was|would|could)(?:n[’']t| "
        r"not)|cannot|won[’']t|never)\b",
    ),
    Turn(
        "X143",
        "anything, or anybody",
        "nothing nobody / have has had hadn haven hasn",
        r"\b(?:have|has|had)(?:n[’']t| not) (nothing|nobody)\b",
    ),
    Turn(
        "X143",
        "also behind but",
        "only / but",
        r"\bnot only (?:[\w’'-]+ ){1,6}(but)(?= (?!also|by|in |on |at |as|to|with|for|because"
        r"|through|even|from|will|can|is|are|was|that|it|they|we|he|she|you|has|have|does"
        r"|do)[\w’'-]+)",
        NOTE,
    ),
)
