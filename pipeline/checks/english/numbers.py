"""One or many: verbs far from their subjects, by what each word is in its sentence."""

from __future__ import annotations

from pipeline.checks.english.clauses import HEDGED, MANY, MEASURE, ON, ONE, clause
from pipeline.checks.english.parsing import kind
from pipeline.checks.english.rules import SAME
from pipeline.checks.sheet import NOTE

_WHAT = "(?=[tasPSHJnp])"
"""Behind a verb: what it is done to."""
_TEAMS = (
    r"\b(?:council|parliament|jury|panel|cabinet|choir|police|press|party|population|union|ministry"
    r"|household|audience|army|band|class|couple|crowd|delegation|leadership|minority|assembly"
    r"|staff|group|team|committee|board|crew|family|public|government|company|club|majority)\b"
)
_NO_MEASURE = rf"^(?!.*\b(?:{MEASURE})\b)"
_CLEFT = r"\bone of\b|\b(?:it|this) (?:is|was)\b"
RULES = (
    clause("X120", f"\\n[tPSqk#]?[JW]{{0,2}}pv{ON}{{1,2}}A?([IZ]|z{_WHAT})", MANY, never=HEDGED),
    clause("X120", f"[\\nC,][tPSqk#][JWn]{{0,2}}p{ON}?(z)(?=[tasPSH])", MANY, never=HEDGED),
    clause("X120", f"[\\nC,][tPa][JWn]{{0,2}}n{ON}?(F)(?=[tasPSH])", ONE, said=SAME, never=HEDGED),
    clause("X120", r"[\nC]k[JW]?p([IZ])", MANY),
    clause("X120", f"\\nkt[JW]?n{ON}?(R)", ONE, said="^all the ", never=HEDGED),
    clause("X120", r"\nl[^\n,.]{1,8}[FzY](R)a", ONE, said="^what "),
    clause("X120", "[FzYvg]h[tP][JWn]{0,2}n([RV])", ONE, never=HEDGED),
    clause(
        "X120",
        "[FzYvg]A?h[tP][JWn]{0,2}n(F)(?=[tasPSHk])",
        ONE,
        said=rf"{SAME}(?:see|seen|saw|found|know|knows|known|think|believe|learned|noticed|means) ",
        never=HEDGED,
    ),
    clause(
        "X120", f"[FzYvg]h[tPSqk][JWn]{{0,2}}p{ON}?([IZ])", MANY, said=_NO_MEASURE, never=HEDGED
    ),
    clause("X120", r"\ng[tPSa][JWn]{0,2}[np]([RV]|F(?=[tasPHnJ]))", ONE),
    clause(
        "X120",
        r"\nt[rJnW]o[tPS]q?[JW]{0,2}p([RV])",
        ONE,
        said="^the (?:first|second|third|last|next) ",
    ),
    clause("X120", f"[\\nC,]Q{ON}([RV])", ONE),
    clause("X120", r"\nkB1n([VR])", ONE),
    clause("X120", "E(V)Na", ONE),
    clause("X120", "(?<![np]o)(?:[tPqk]|\\n)[JW]?p(f)", MANY, said="^(?!.*\\bdata ).*doesn[’']t$"),
    clause("X120", r"[\nC][tP][JW]?n(f)", ONE, said="don[’']t$", never=HEDGED),
    # Who asks.
    clause("X120", r"\nlk?([IZ])[tPS][JWn]{0,2}p(?![np])", MANY, never=_TEAMS),
    clause(
        "X120",
        r"\nl?(d)[tPS][JWn]{0,2}p(?![np])",
        MANY,
        said=r"^(?:\w+ )?does (?!.*\bdata$)",
        never=_TEAMS,
    ),
    clause("X120", r"\n([IZ])[tPS][JWn]{0,2}p[Jvgi]", MANY, never=_TEAMS),
    clause("X120", r"\nl(R)[tPsa][JW]{0,2}n(?=[?.\n])", ONE, never=HEDGED, marked=kind("t", "p")),
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
)
