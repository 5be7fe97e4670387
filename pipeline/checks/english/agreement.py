"""Verbs and their subjects, however far they stand from each other."""

from __future__ import annotations

from pipeline.checks.english.clauses import OF_IT, clause
from pipeline.checks.english.parsing import kind, only
from pipeline.checks.english.rules import (
    BEFORE,
    BESIDE,
    DO,
    DOES,
    FIRST,
    MANNER,
    MANY,
    NP,
    OBJECT,
    ONE,
    SAME,
    START,
    TAIL,
    THING,
    THINGS,
    rule,
)

_ONE, _MANY = "the form for one", "the form for many"
_WISHED = r"\b(?:if|though|wish|unless|suppose|imagine|whether)\b[^.]* were\b"
_IS = f"IZ{DOES}"
_WORKS = f"(?:[{_IS}]|[{kind('z')}]{OBJECT})"
_WORK = f"(?:[RV{DO}]|[{kind('b')}]{OBJECT})"
_ADJ = kind("j", "pbgv")
_SOMEBODY = kind("c", "pj")
_THING = kind("t", "pzvgjr")
_DONE = f"[{kind('v', 'npbzgr')}][iT]{NP}"
"""Behind its noun: *the projects funded by the programme*."""
_VERB, _NEEDS = kind("b"), kind("z", "p")
_WHAT = "(?=[tasPHSkqyx#u])"
"""Behind a verb: what it is done to."""
_AMONG = "(?:between|among|amongst)"
_PARTS = "half|most|many|all|some|both|few|several|(?:a|two|three) (?:third|quarter|fifth)s?"
_ASIDE = r",[KLl][^,\n.cC]{1,14},"
_DO = "(F)(?=[tasPSHTuhiAJpnkW])"
_GROUP = f"[tPSqk#]?[{OF_IT}]{{0,3}}"
_NAMED = f"[tP][{OF_IT}]{{0,3}}[nO%]"
RULES = (
    rule("X120", f"{START}[tPseh][{BEFORE}]{{0,3}}[{ONE}]{TAIL}?A?([RV])", _ONE, never=_WISHED),
    rule("X120", f"{START}a[{BEFORE}]{{0,3}}[{ONE}](?!o){TAIL}?A?([RV])", _ONE, never=_WISHED),
    rule("X120", f"{FIRST}[tPseh][{BEFORE}]{{0,2}}[{THING}]{TAIL}A?({_WORK})", _ONE, said=SAME),
    rule("X120", f"{START}[tPseh][{BEFORE}]{{0,2}}[{ONE}]A?([{DO}])", _ONE, said=SAME),
    rule("X120", f"{FIRST}[tseh][{BESIDE}]?[{THING}]([{kind('b')}]){OBJECT}", _ONE, said=SAME),
    rule("X120", f"{FIRST}[{THING}]{TAIL}([RV{DO}])", _ONE, never=r"^in |^due |\bstaff\b"),
    rule("X120", f"{START}[tPSqk#][{BEFORE}]{{0,3}}[{MANY}]{TAIL}A?({_WORKS})", _MANY),
    rule("X120", f"{START}[tPSq#][{BEFORE}]{{0,3}}[{MANY}]A?([{_IS}])", _MANY),
    rule("X120", f"{FIRST}[{_ADJ}]?[{THINGS}]{TAIL}A?({_WORKS})", _MANY),
    rule("X120", f"{FIRST}[{_ADJ}]?[{THINGS}](?:[{kind('z')}]T|[{kind('z', 'p')}])", _MANY),
    rule(
        "X120",
        f"[{only('bzdvg')}VZDIRM,C\n][tPSkq#]?[{BESIDE}]{{0,2}}[{THINGS}][LKh]A?([{_IS}])",
        _MANY,
        said="(?<!that is)$",
    ),
    rule(
        "X120",
        f"[{THINGS}][oi][{BESIDE}]{{0,2}}[{THINGS}][LKh]A?([{_IS}])",
        _MANY,
        said="(?<!that is)$",
    ),
    rule("X120", f"[{THINGS}],?L[A{MANNER}]?([{kind('z')}])", _MANY, never="one of"),
    rule("X120", f"(?<!i)a[{BESIDE}]{{0,2}}[{ONE}][LKh]A?([RV{DO}]|[{kind('b')}]{OBJECT})", _ONE),
    rule("X120", f"[tPs][{BESIDE}]{{0,2}}[{_SOMEBODY}]L(?:[{DO}V]|[{kind('b')}]{OBJECT})", _ONE),
    rule("X120", f"(?:y|[\\nCh]U)A?([{kind('z', 'p')}]|[{kind('z')}](?=[tasSPTikuA]))", _MANY),
    rule("X120", "yA?([IZ])", _MANY),
    rule("X120", f"[\nC][xX]A?([V{DO}])", _ONE, said=SAME),
    rule("X120", f"[\nC]QA?([RV{DO}]|[{kind('b', 'nd')}])", _ONE),
    rule("X120", f"lyA?([{kind('z')}])", _MANY),
    rule("X120", r"\n(?:s|h)A?([RV])", "these, or those"),
    rule("X120", r"\nSA?([IZ])", "this, or that"),
    rule(
        "X120",
        rf"\nER(?=a[{BEFORE}]{{0,2}}[{THING}][oi])",
        "is, or was",
        never="a (?:number|few|lot|couple|variety|range|series|dozen)",
    ),
    rule("X120", rf"\n1o[tPSu][{BESIDE}]{{0,2}}(?:[{THINGS}])?(R)", _ONE),
    rule("X120", f"{START}[tPSqk#][{BEFORE}]{{0,3}}[{MANY}]{TAIL}?{_DONE}A?({_WORKS})", _MANY),
    rule("X120", f"{START}[tPseh][{BEFORE}]{{0,2}}[{_THING}]{TAIL}?{_DONE}A?({_WORK})", _ONE),
    rule("X120", f"{FIRST}[tPseh][{BEFORE}]{{0,3}}[{ONE}]{TAIL}?{_ASIDE}A?([RV])", _ONE),
    rule("X120", f"{FIRST}[tPS][{BEFORE}]{{0,3}}[{MANY}]{TAIL}?{_ASIDE}A?([{_IS}])", _MANY),
    rule(
        "X120",
        f"{FIRST}[tPseh][{BEFORE}]{{0,2}}[{_THING}],?Ai{NP},A?({_WORK})",
        _ONE,
        said=",? together with ",
    ),
    rule("X120", f"[{kind('p')}]LA?([{kind('z')}{_IS}])", _MANY, said="^people who"),
    # Farther from it: behind an aside, in a group of several, or in half a sentence.
    rule("X120", f"L[wi]u,?A?([{kind('z')}{_IS}])", _MANY, said=f"who {_AMONG} them(?:selves)?"),
    rule(
        "X120",
        f"[\n,C]eo[tPSu]?[q#]?[{BEFORE}]{{0,3}}(?:[{THINGS}])?([RV{DO}])",
        _ONE,
        said=r"^,? ?(?:although |because |if )?each of",
    ),
    rule(
        "X120",
        f"{FIRST}[tPSkq#]?[{BEFORE}]{{0,3}}[{MANY}]{TAIL}?(d)A{{0,2}}[{_VERB}]",
        "do",
        said=r"\bdoes\b[^.]*$",
    ),
    rule(
        "X120",
        f"{FIRST}[tPseh][{BEFORE}]{{0,3}}[{ONE}]{TAIL}?(d)A{{0,2}}[{_VERB}]",
        "does",
        said=r"\bdo\b[^.]*$",
    ),
    rule(
        "X120",
        f"\n[tPs][{BEFORE}]{{0,3}}[{ONE}](?:[oi][tPsH]?[{kind('njvgr', 'p')}O%]{{1,4}})?,K"
        f"A?([{kind('b', 'npj')}RV])(?!x)",
        _ONE,
        never=r"\b(?:and|or)\b[^,]*, which",
    ),
    rule("X120", f"[Cl][{BESIDE}]?[{THINGS}]A?([{_NEEDS}])", _MANY),
    rule(
        "X120",
        f"[Cl][tPSqk#][{BESIDE}]{{0,2}}[{THINGS}]A?([{_NEEDS}{_IS}]|[{kind('z')}]{_WHAT})",
        _MANY,
        never=r"\bhow (?:many|much)\b",
    ),
    rule(
        "X120",
        rf"\.[tPSq#][{BEFORE}]{{0,3}}[{MANY}]{TAIL}?A?([{_IS}]|[{kind('z')}]{_WHAT})",
        _MANY,
    ),
    rule("X120", f"[\nC]QA?([{kind('b', 'd')}]){_WHAT}", _ONE),
    rule(
        "X120",
        f"(?:[\nc,C]|A)[q#1a]?[{kind('np')}k]ok?[tPS]?[{BESIDE}]{{0,2}}[{THINGS}]A?([{_IS}])",
        _MANY,
        said=rf"^(?:and |, )?(?:{_PARTS}) of",
    ),
    rule("X120", f"(?<![ioB])K[{THINGS}]A?([{_NEEDS}])", _MANY),
    rule(
        "X120", f"K[{kind('p')}]A?([{kind('z')}](?=[tasPHkiqO])|[{_IS}])", _MANY, said="^which ones"
    ),
    rule(
        "X120",
        rf"\n[Xx]A?[IZ][atPOAio%{kind('njr', 'z')}]{{1,6}},?c([{kind('b', 'n')}])"
        r"(?=[ktasPH])",
        _ONE,
    ),
    rule(
        "X120",
        rf"\n[O%]O{{0,2}},[^,\n{THINGS}c.]{{1,8}},([{_VERB}])"
        rf"(?=[{kind('p')}tasPHi])",
        _ONE,
        said="^[A-Z]",
    ),
    rule(
        "X120",
        rf"\n[at][{BESIDE}]{{0,2}}[{ONE}][hKL](?:[tPa][{BESIDE}]{{0,2}}[{kind('np')}]|[yxUXO])"
        rf"[ZVDM]?A?[{kind('vdzb')}]([{kind('b', 'dv')}RV])(?=[tasPHk{THINGS}])",
        _ONE,
    ),
    rule(
        "X120",
        rf"\n[at][{BESIDE}]{{0,2}}[{ONE}]i[taPs]?[{BESIDE}]{{0,2}}[{ONE}]A?"
        rf"([{kind('b', 'dvnj')}])(?=[tasPHk{THINGS}])",
        _ONE,
    ),
    rule(
        "X120",
        rf"(?:\n|\n[^\n,]{{1,12}},)[tP#q]?[{BESIDE}]?[{THINGS}](?:,[{THINGS}])*,?c[{THINGS}]"
        rf"(?:{TAIL})?A?([{_IS}])",
        _MANY,
    ),
    # `This correspond to`, `In the end, that mean`, `The new e-scooters is`, `Posts and lamps is`.
    clause("X120", f"(?:\n|,|,c|\n[^\n,.]{{1,12}},)s{_DO}", _ONE, said=SAME),
    clause("X120", f"\nh{_DO}", _ONE, said=SAME),
    rule("X120", f"(?:\n|,)s([{kind('b', 'nvdzgpjr')}]){OBJECT}", _ONE, said=SAME),
    rule(
        "X120",
        f"{FIRST}[tPS]?[{BEFORE}]{{0,2}}%A?([ZI])",
        _MANY,
        said=r"-\w*[^s\W]s (?:\w+ )?(?:has|is|was)$",
    ),
    clause("X120", f"\n{_GROUP}pc{_GROUP}pA?([IZ])", _MANY),
    clause("X120", r"\n[tPS][JrWvgn#O]{0,3}p[LK]?,?A?(z)(?=[tasPSHTuk])", _MANY),
    clause("X120", f"\n{_NAMED},[taP][^,\nc]{{1,12}},A?(F){OBJECT}", _ONE, said=SAME),
    clause(
        "X120",
        f"\n{_NAMED}(?:i[{OF_IT}tPa]{{1,4}})?,i[^,\n]{{1,12}},A?(F){OBJECT}",
        _ONE,
        said=SAME,
    ),
    clause("X120", r"\nkck[np](I|Z)", _MANY, said="^more and more "),
)
