"""Verbs of those who learnt English late: what each word is tells which form it should have."""

from __future__ import annotations

from pipeline.checks.english.clauses import MANY, ONE, clause
from pipeline.checks.english.parsing import kind
from pipeline.checks.sheet import NOTE

_PERFECT = "has been, or have been"
_AIMS = "aim|goal|purpose|objective|task|mission|ambition|idea|intention"
_GIVE = (
    "g[ai]v|show|tell|told|teach|taught|sen[dt]|wish|buy|bought|s[ai]ng|len[dt]|offer|pass|ask"
    "|write|wrote|cost|do|did|call|read|owe|bring|brought|promise"
)
_JOINING = (
    "if|while|whilst|that|when|as|because|where|wherever|although|though|since|whether|who|which"
    "|what|how|unless|once|so|than|not|no|never|nothing|nobody|hardly|[a-z]+n[’']t|neither|either|said|says"
)
"""Where one of these stands, the first half may need the second."""
_OF_DOING = "importance|risk|advantage|danger|benefit|habit|difficulty|disadvantage|probability"
_CLEFT = r"\bone of\b|\b(?:it|this) (?:is|was)\b"
_STATES = "containing|belonging|comprising|costing"
RULES = (
    # How many there are.
    clause("X120", "E([IZ])N?ano[tPS]?[JW]{0,2}p", MANY, r" a (?:lot|couple|handful) of"),
    clause(
        "X120", "E([IZ])N?[pr]o[tPS]?[JW]{0,2}p", MANY, r" (?:lots|dozens|hundreds|thousands) of"
    ),
    clause(
        "X120",
        "E([IZ])N?aJ?no[tPS]?[JW]{0,2}p",
        MANY,
        r" a (?:(?:great|large|growing) )?(?:number|majority) of",
        level=NOTE,
    ),
    clause("X120", "[eQ1]o[uSp]A?([VRF])(?![gv])", ONE, "^(?:each|every one|none?one|one) of"),
    clause(
        "X143",
        "[IR]A{0,2}kn?(n)(?![npO'])",
        "many, and the plural",
        "(?:too |so )?much ",
        marked=kind("t", "u"),
    ),
    clause("X120", "[tPS][JW]{0,2}p[hK]([ZI])", MANY, never=_CLEFT),
    clause("X143", "[q#]J{1,2}(n)o", "the plural", marked=kind("t", "u")),
    # Which form it has.
    clause("X119", "[VZD]A?(G)", "been", " being$"),
    clause("X143", "h(?:O|[yx])A?(g)(?=[tasPSHO])", "is or are before it", level=NOTE),
    clause("X143", r"\nB(?:h|A),?(?:[yUxX]|[tPs][JWn]{0,2}[np])A?([IRm])", _PERFECT, "^since "),
    clause(
        "X143",
        r"\nBA,?[yUxX](D)A?(?![NvgF])",
        "have had, or has had",
        "^since then",
        level=NOTE,
    ),
    clause(
        "X143",
        "[npOyxX][IR]A?(g)(?=[iTotPS#q])",
        "the form without ing",
        f" (?:{_STATES})$",
    ),
    clause(
        "X127",
        r"\n[tPs][^\n.,]{0,7}?[nQO]([Yv])TF",
        "say whom, or use a noun",
        "(?:allowed|permitted|enabled) to",
        r"(?:allowed|permitted|enabled) to .*\b(?:was|were|is|are|had|has|have|could|did|will)\b",
    ),
    # Where a word is missing.
    clause(
        "X135",
        "[ioFYzg](ek)[JO]{0,2}[np](?![npO])",
        "each other’s",
        rf"^(?!(?:{_GIVE}))\w+ each other (?!time|day|week|year)",
    ),
    clause(
        "X135",
        r"\n[tPs]J?no[tPsS]?[JWvgnO]{0,3}[np](T)F(?![^\n]*[IRMVZD])",
        "is before it",
        rf"^\w+ (?:\w+ )?(?:{_AIMS}) of",
    ),
    clause(
        "X143",
        r"\nTF(?:[tPSs]?[JWvgnO]{0,3}[np]|u)([tPyxsS])(?![^\n]{0,6}[FzY],)",
        "a comma before it",
        level=NOTE,
    ),
    clause(
        "X143",
        "E[IRD]N?[atq#][JWvgn]{0,3}[np](F)(?=[iB.,])",
        "the participle, or that before it",
        marked=kind("b", "nj"),
    ),
    clause(
        "X143", "[tPas]J?n(T)F", "of, and the form in -ing", rf"^\w+ (?:\w+ )?(?:{_OF_DOING}) to "
    ),
    # Two sentences, and a comma.
    clause(
        "X136",
        r"\n(?![CBiTlLKdAgv])[^\n,.?T]*(?:[IRVZDz]|[pnxXyO]Y)[^\n,.?T]*(,)"
        r"(?:kou|E|[yxXs])A?[IRVZDM](?!A?v?[.\n,])",
        "a full stop or a semicolon",
        rf"^(?!(?:That said|Following|Especially|Given|But|And|Or|So)\b)(?!.*\b(?:{_JOINING})\b)",
    ),
)
