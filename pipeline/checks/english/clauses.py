"""Rules that ask what each word is in its sentence, not all that it may be."""

from __future__ import annotations

from pipeline.checks.english.parsing import kind
from pipeline.checks.english.rules import OFFICES, SAME, Rule, rule
from pipeline.checks.sheet import NOTE, WARNING
from pipeline.errors import Level

OF_IT = "JrWvgn#O"
"""What may belong to the noun behind it."""
ON = f"(?:[oi](?:k?t|[PsSaHqk#])?[{OF_IT}p]{{1,5}}(?:(?<=p)cp)?)"
_ASIDE = r"(?:,[^,\n]{2,20},)"
HEDGED = (
    r"\b(?:number|majority|rest|couple|lot|array|host|raft|set|variety|staff|series|whether|range|percentage|group|team"
    r"|committee|board|crew|family|public|government|company|club|half|part|third|quarter|fifth|tenth|share|proportion|total|average|kind|sort|type)\b"
)
"""What some call one, and others many."""
ONE, MANY = "the form for one", "the form for many"
MEASURE = (
    "years|months|weeks|days|hours|minutes|seconds|euros|pounds|dollars|cents|percent|points"
    "|kilometres|metres|miles|litres|tonnes|kilos|degrees|hectares|times"
)
"""*Ten years is a long time.*"""
_PEOPLE = "people|police|young|old|elderly|poor|rich|few|media|youth|sick|unemployed"
_A = "a, an or the before it"
_NO_MOST = (
    r"^(?!the (?:best|worst|most|least|last|greatest|largest|oldest|newest) of)(?!.*\bdata\b)"
)
_GATHERED = (
    "network|map|system|list|set|series|group|team|range|programme|fund|budget|total|variety|member"
    "|population|pair|couple|number|handful|majority|copy|picture|photo"
)
_NO_ING = (
    r"^(?!.*\b(?:encourage|support|include|involve|mean|require|consider|start|stop|avoid|prevent"
    r"|facilitate|promote|risk|keep|begin|continue|love|like|enjoy|see|spend|need|allow|favour"
    r"|favor|cover|cease|suggest|recommend|mention|justify|prioriti[sz]e|discuss)\b).*ing$"
)
"""Verbs that a form in -ing may stand behind."""


_END = r"(?=[iTBMIRVZDKLhc.,\n])"
_ALONE = kind("t", "pzdvgjr")
"""What is counted, and nothing else."""
_COUNTED, _THINGS = kind("t", "p"), kind("p", "n")


def clause(
    code: str,
    kinds: str,
    right: str,
    said: str = "",
    never: str = "",
    marked: str = "",
    level: Level = WARNING,
) -> Rule:
    return rule(code, kinds, right, said, never, level, is_of_kinds=True, marked=marked)


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
_STATES = "containing|belonging|comprising|costing"
RULES = (
    # One or many, however far away.
    clause(
        "X120",
        f"(?:[\nC]|(?<!i),[cj]?)[tPSqk#][JrWvn]{{0,3}}p{ON}{{0,2}}{_ASIDE}?A?([IZ])",
        MANY,
        said=rf"^(?!.*\b(?:{MEASURE})\b)",
        never=HEDGED,
    ),
    clause(
        "X120",
        f"[\nCcj,][taPseH][JrWvn]{{0,3}}n{_ASIDE}?A?([RVF])(?=[tasPSHOnpJ])",
        ONE,
        said=rf"{SAME}(?!and\b|or\b|.*\bneed not\b)",
        never=HEDGED,
    ),
    clause("X120", r"\n[tkesP]k?[JWn]{0,3}n(F)(?=[tasPSHO])", ONE, said=SAME, never=HEDGED),
    clause("X120", r"(?:\n|[.,(])J?n[hK](R)[vJr]", ONE, never=HEDGED),
    clause(
        "X120",
        f"\n[taPs][{OF_IT}]{{0,4}}n{ON}{{1,2}}A?([RV])(?![np])",
        ONE,
        said=_NO_MOST,
        never=HEDGED,
    ),
    clause("X120", r"[\nC][xX]A?(F)(?=[tasPSHuiTJp])", ONE),
    clause("X120", r"\nOO?(F)(?=[tasPSHh])", ONE, said=r"^(?!(?-i:[A-Z]{2,}s) )"),
    clause("X120", "(?<=[\nC,FzYvIRVZD])[tPSqk]?[JW]{0,2}pLA?([zIZ])", MANY, never=r"\bone of\b"),
    clause(
        "X120",
        "(?<=[\nC,FzYvIRVZD])[ta][JWnv]{0,3}nLA?([FRV])",
        ONE,
        never=rf"\bone of\b|\b(?:{_PEOPLE}) who\b",
        said=f"^(?!.*{HEDGED})",
    ),
    clause("X143", f"S[JvW]{{0,2}}(n)(?!c[Jn]?np){_END}", "the plural", marked=_COUNTED),
    clause(
        "X143",
        r"q[JW]{0,2}(n)(?=[iTBMIRVZD.()\n])",
        "the plural",
        said="^[^’']+$",
        marked=_COUNTED,
    ),
    clause(
        "X143",
        "(?<!#)a[JWv]{0,2}(p)(?=[iTBMIRVZDKLh.,\n])",
        "one of them, or no article",
        said="^an? (?!thumbs|half-dozen|hundred|thousand|million|billion)",
        marked=kind("p", "nz"),
    ),
    clause(
        "X143",
        "1o[tPS][JWkv]{0,3}(n)(?=[iTBMIRVZDKLh.,])",
        "the plural",
        never=r"\bone of (?:my|your|his)\b",
        marked=_COUNTED,
    ),
    clause(
        "X143",
        "e[JW]{0,2}(p)(?=[iTBMIRVZD.,])",
        "the singular",
        said="^[^’']+$",
        marked=_THINGS,
    ),
    clause(
        "X143",
        "(?<![tPas])k[JW]?(n)(?=[IRVM])",
        "the plural",
        said="^(?:many|several|few|various|all|most|both) ",
        marked=_COUNTED,
    ),
    # `This new features,`, `it is almost instantly.`
    clause("X143", r"(?<!\n)(s)J{1,2}p(?=[.,oi\n])", "these"),
    clause(
        "X143",
        r"[IR]A(r)(?=[.\n])",
        "the adjective",
        said=r" (?:almost|very|quite|so|too|rather) \w+ly$",
    ),
    # `A 48 hours march`.
    clause(
        "X143",
        "a[#q](p)n",
        "the singular, with a hyphen before it",
        said=r" (?:hour|day|week|month|year|minute|second|metre|meter|mile|euro|page|point)s \w+$",
    ),
    # The form that a verb has behind another.
    clause("X143", "MV(F)", "the participle", marked=kind("b", "nv")),
    clause("X143", "MV(F)(?=[tasPSHu])", "the participle", said=SAME),
    clause("X143", "(?:M|(?<!k)T)b(F)(?=[iTB.,\n])", "the participle", said="be (?!open)"),
    clause(
        "X143",
        "(?<![npO][yUxX])[IR]A?g(F)",
        "the form with to, or in -ing",
        said=r"(?<!\bhelp)ing (?!exist)",
    ),
    clause(
        "X143",
        r"\n[^\n]{0,12}?,?[tP]?[JWnO]{0,3}[npyxXO]A?([zF])(?=[tasPSHT])",
        "the past",
        said=f"{SAME}(?:last (?:year|week|month|summer|spring|winter|autumn)|yesterday)",
    ),
    clause("X143", "(?<!E)[VZD]A?N(F)", "the participle"),
    clause("X143", "(?<![tPa])MA?([YvzRI])", "the infinitive", said=SAME),
    # Not *the people we spoke to told us*.
    clause("X143", "(?<![Yv])T([zYv])(?=[tasPSHuUi])", "the infinitive", said=SAME),
    clause(
        "X135",
        f"(?:[\n,]|\n[iB][tPsS][{OF_IT}]{{0,2}}[np])[yxU]F(M)(?=[tP])",
        "one verb, or the other one before it",
    ),
    clause(
        "X143",
        r"\n(?:r?|W)F[^gFzYRIMV\n,.]{2,10}c(g)(?=[tasPSHT])",
        "the form of the verb before it",
        said=_NO_ING,
    ),
    clause(
        "X143",
        r"\n[^g\n]*[TM]A?F[^gFzYRIMV\n,.]{2,10}c(g)(?=[tasPSH])",
        "the form of the verb before it",
        said=_NO_ING,
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
    clause("X119", "[iFYvzgTd](E)(?:[JWnr]{0,2}[np]|z(?=i))", "their"),
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
    clause(
        "X119",
        "[zFYvpn]([nF])(?=[tPSsO#])",
        "from",
        said=r"(?<!web)(?<!application)(?<!registration)(?<!online)(?<!contact)(?<!entry) form$",
        never=r"\bform (?:the (?:basis|core|heart|part|backbone|foundation|centre|center)|part)\b",
    ),
    clause("X119", "(B)N", "has, or have", said="^as "),
    clause("X119", "(')[JWn]{0,2}n[IRZMz]", "its", said="^it[’']s "),
    clause(
        "X119",
        "(P)(?:[atA]|v[iT])",
        "it is, or it’s",
        said="^its (?:an?|the|not|\\w+ (?:in|by|to|for|on|at))$",
    ),
    clause(
        "X119",
        "(')[JW]?[np][IRMZVz]",
        "their, your or our",
        said="^(?:they|you|we)[’']re (?!.*ing )",
    ),
    clause("X119", "i([yx])[.,\nic]", "them, us, him or her", said=r"^\S+ (?:they|we|he|she)\b"),
    clause(
        "X119",
        "[\nc](u)A?[RVMIZFz]",
        "they, we, he or I",
        said=r"^\W*(?:and |but |or )?(?:them|us|him|me) ",
    ),
    # How much.
    clause(
        "X143",
        "[taIR](J)J[np.,\ni]",
        "the adverb",
        said=(
            r" (?:extreme|relative|easy|exact|absolute)"
            r" \w+(?:able|ible|ed|ant|ent|ful|ive|ous|al|ic)\b"
        ),
    ),
    clause(
        "X143",
        r"[tPSnpxXy][IR](r)(?=[.\n])",
        "the adjective",
        said=r" (?!really|actually|probably|certainly|simply|exactly|\S*n[’']t)\w+ly$",
        marked=kind("r", "j"),
    ),
    clause("X143", r"\nd(?:[tPs]?[JW]{0,2}[npO]|[yxXU])A?([Yz])(?=[tasPSHinpJ])", "the infinitive"),
    clause("X143", "[VZD][yxUX]A?(Y)", "the participle", marked=kind("d", "v")),
    # Small words.
    clause("X135", "i(n)o", "a, an or the before it", said=f"^with (?:{_GATHERED}) of"),
    clause(
        "X135",
        ",(n)t[Jn]",
        "of behind it",
        said="^, (?:member|mayor|head|chair|president|director|secretary|treasurer|capital) ",
    ),
    clause(
        "X135",
        "(?:[\n,C][yxX]|\n[tP][JW]?n)A?[FzY][JW]{0,2}(n)(?!,[JnpOFv%]{1,3}[,c.])(?=[iB.,\n])",
        _A,
        said=r"(?<!source)(?<!month)(?<!week)(?<!year)(?<!pace)(?<!track)(?<!room)(?<!strategy)$",
        marked=_ALONE,
    ),
    clause(
        "X135",
        r"[npOxXyU][IRm]A?[JW]{0,2}(n)(?=[iT.,\n])",
        _A,
        said=f"^(?!.*(?:open source|{OFFICES})$)",
        marked=_ALONE,
    ),
    clause(
        "X135",
        r"[FYzvg]i[JW]{0,2}(n)(?=[i.,\no])",
        _A,
        said=(
            "^(?:look(?:s|ed|ing)? for|(?:talk|speak|spoke|hear|know|learn)(?:s|ed|ing)? about) "
        ),
        marked=_ALONE,
    ),
    # Times and participles.
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
    # Between two clauses, and what is missing in one.
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
    clause(
        "X136",
        r"\n(?![CBiTlLKdAgv])[^\n,.?T]*(?:[IRVZDz]|[pnxXyO]Y)[^\n,.?T]*(,)"
        r"(?:kou|E|[yxXs])A?[IRVZDM](?!A?v?[.\n,])",
        "a full stop or a semicolon",
        r"^(?!.* [–—-] )(?!(?:That said|It turns out|Following|Especially|Given|But|And|Or|So)\b)"
        rf"(?!.*\b(?:{_JOINING})\b)",
    ),
)
