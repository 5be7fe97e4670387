"""Rules that ask what each word is in its sentence, not all that it may be."""

from __future__ import annotations

from pipeline.checks.english.rules import Rule, rule

_OF_IT = "JrWvgn#O"
"""What may belong to the noun behind it."""
_ON = f"(?:[oi][tPsSaHqk#]?[{_OF_IT}p]{{1,5}}(?:(?<=p)cp)?)"
_ASIDE = r"(?:,[^,\n]{2,20},)"
_HEDGED = (
    r"\b(?:number|majority|rest|couple|lot|variety|staff|series|whether|range|percentage|group|team"
    r"|committee|board|crew|family|public|government|company|club|half|part|third|quarter|fifth|tenth|share|proportion|total|average|kind|sort|type)\b"
)
"""What some call one, and others many."""
_ONE, _MANY = "the form for one", "the form for many"
_MEASURE = (
    "years|months|weeks|days|hours|minutes|seconds|euros|pounds|dollars|cents|percent|points"
    "|kilometres|metres|miles|litres|tonnes|kilos|degrees|hectares|times"
)
"""*Ten years is a long time.*"""
_GATHERED = (
    "network|map|system|list|set|series|group|team|range|programme|fund|budget|total|variety|member"
    "|population|pair|couple|number|handful|majority|copy|picture|photo"
)
_SAME = (
    r"^(?!.* (?:hurt|set|cut|put|let|read|cost|hit|shut|spread|bet|beat|become|come|overcome|run"
    r"|rerun|quit|split|cast|upset|[\w’']+-[\w’'-]+)$)"
)
"""Not what is the same in the past, nor what no list knows."""


def clause(code: str, kinds: str, right: str, said: str = "", never: str = "") -> Rule:
    return rule(code, kinds, right, said, never, is_of_kinds=True)


RULES = (
    # One or many, however far away.
    clause(
        "X120",
        f"(?:[\nC]|(?<!i),[cj]?)[tPSqk#][JrWvn]{{0,3}}p{_ON}{{0,2}}{_ASIDE}?A?([IZ])",
        _MANY,
        said=rf"^(?!.*\b(?:{_MEASURE})\b)",
        never=_HEDGED,
    ),
    clause(
        "X120",
        f"[\nCcj,][taPseH][JrWvn]{{0,3}}n{_ASIDE}?A?([RVF])(?=[tasPSHOnpJ])",
        _ONE,
        said=r"^(?!and\b|or\b|.*\bneed not\b)",
        never=_HEDGED,
    ),
    clause("X120", r"\n[tkesP][JWn]{0,3}n(F)(?=[tasPSHO])", _ONE, never=_HEDGED),
    clause("X120", f"\n[taPs][{_OF_IT}]{{0,4}}n{_ON}{{1,2}}A?([RV])(?![np])", _ONE, never=_HEDGED),
    # The form that a verb has behind another.
    clause("X143", "(?<!E)[VZD]A?N(F)", "the participle"),
    clause("X143", "(?<![tPa])MA?([YvzRI])", "the infinitive", said=_SAME),
    clause("X143", "T([zYv])(?=[tasPSHui])", "the infinitive", said=_SAME),
    clause(
        "X135",
        f"(?:[\n,]|\n[iB][tPsS][{_OF_IT}]{{0,2}}[np])[yxU]F(M)(?=[tP])",
        "one verb, or the other one before it",
    ),
    # One word for another.
    clause(
        "X119",
        "(R)(?:[yxXU]|[tPS][JWn]{0,2}[np])[RIVZDM]",
        "where",
        said="^were ",
    ),
    clause("X119", "(R)[yxXU][FzY]", "where", said="^were "),
    clause("X119", "[\nnp,F](R)[tPS][JWn]{0,2}[np][Yz]", "where", said=r"^\S+ were "),
    clause("X119", "l([pz])I", "the adjective", said="^how "),
    clause("X119", r"[,c\n]([nF])[CiB]", "even", said="event (?!in)"),
    clause(
        "X119",
        r"F(A)(?=[iT.,\n])",
        "them",
        said=(
            "^(?:train|entrust|invite|encourage|persuade|remind|inform|teach|tell|give|show|send"
            "|help|bring|put|allow|enable|supply|thank|ask|let|make) then"
        ),
    ),
    clause("X119", "[iFYvzgT](E)(?:[JWn]{0,2}[np]|z(?=i))", "their"),
    clause("X119", "(P)A?[IRMVZD]", "they, you, it or we, or there", said="^(?:their|your|our) "),
    clause(
        "X119",
        "(P)[gavtA]",
        "you are, or you’re",
        said="^your (?:a|the|not|welcome|always|going)$",
    ),
    clause(
        "X119", "(?:^|[^A])[AJ]?(T)J[.,\n]", "too", said=r"(?:far|much|is|are|was|were) to \w+\W?$"
    ),
    clause("X119", "[IRbA](J)J", "quite", said=r"^\w+ quiet "),
    clause("X119", "[at](A)n", "quiet", said=r"^\w+ quite "),
    clause("X119", "[zFYvpn]([nF])(?=[tPSsO#])", "from", said=" form$"),
    clause("X119", "(B)N", "has, or have", said="^as "),
    # Small words.
    clause("X135", "i(n)o", "a, an or the before it", said=f"^with (?:{_GATHERED}) of"),
    clause(
        "X135",
        ",(n)t[Jn]",
        "of behind it",
        said="^, (?:member|mayor|head|chair|president|director|secretary|treasurer|capital) ",
    ),
)
