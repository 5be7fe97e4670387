"""Verbs: the form that each must have behind what stands before it."""

from __future__ import annotations

from pipeline.checks.english.parsing import kind, only
from pipeline.checks.english.rules import (
    BARE,
    DO,
    DOES,
    DONE,
    MANNER,
    NOT_DO,
    OBJECT,
    THING,
    WENT,
    rule,
)

_WILLING = (
    "in order|so as|able|unable|ought|wants?|wanted|wish(?:es|ed)?|decided?|decides|aimed"
    "|tries|tried|trying|hopes?|hoped|intend(?:s|ed)?|planned|tends?|failed|fails|manage[sd]"
    "|seeks?|sought|willing|unwilling|eager|keen|ready|unlikely|encouraged|expected|would like"
    "|required|asked|allowed|forced|obliged|decision|ability|opportunity|refuse[sd]?"
)
_WITH_TO = (
    # *Hopes*, *plans* and *needs* may be things that do something themselves.
    "order|able|unable|ought|wants?|wanted|wished|decided?|decides|aims? at|aimed|hoped"
    "|intend(?:s|ed)?|planned|tends?|failed|fails|manage[sd]|seeks?|sought|willing"
    "|eager|ready|going|need|needed|refuse[sd]?|would like|is (?:necessary|possible|impossible)"
)
_SUBJECT = kind("np", "j")
_PREPOSITIONS = "of|by|for|with|without|from|into|via|towards?|against|after|before|instead of"
RULES = (
    rule("X143", f"[{_SUBJECT}yxXUELhSs]MA?([{kind('dvzg', 'bnrw')}])", "the infinitive"),
    rule("X143", f"[{kind('p')}yxXUL]MA?([{THING}])(?=[,.\\n]|[oi][tPsS])", "a verb"),
    rule("X143", f"[yxXUL{kind('np', 'bj')}]MA?([IRmNG])", "be"),
    rule(
        "X143",
        f"[yxXUL{kind('np', 'bj')}](M[MT])",
        "one verb",
        never=(
            r"\b(?:as \w+ as|best|all|everything|whatever|what|most|much) (?:that )?\w+"
            r" (?:can|could|may|might|must|should|will)\b"
        ),
    ),
    rule(
        "X143",
        f"(?:dA|f)([{kind('dvzg', 'bnrjw')}])",
        "the infinitive",
        said=r"^(?:\w+ (?:not|never)|\w+n['’]t) ",
    ),
    rule("X143", f"T([{DOES}])", "the infinitive", never="haves"),
    rule("X143", f"T([{DONE}])(?=[tasSPHq])", "the infinitive"),
    rule(
        "X143",
        f".[T]([{NOT_DO}])",
        "the infinitive",
        said=rf"(?<![\w’'-])(?:{_WILLING}) to [\w’-]+$",
        never=r"\b(?:invited|according) to\b",
    ),
    rule("X135", f".([{DO}])", "to before it", said=rf"^(?:{_WITH_TO}) \w+$"),
    rule(
        "X135",
        f".[{kind('j')}]([{DO}])",
        "to before it",
        said=r"^(?:is|was) (?:necessary|possible|impossible|important|essential) \w+$",
    ),
    rule("X135", f"M.([{DO}])", "to before it", said=r"^(?:would|should) like \w+$"),
    rule(
        "X135",
        f"[{kind('z')}]([{kind('b')}])(?=[tasPSHuk])",
        "to before it",
        said="^(?:wants|decides|intends|tries|seeks) ",
    ),
    rule(
        "X135",
        f"[{only('dv')}]([{kind('b', 'jv')}])(?=[tasPSHu])",
        "to before it",
        said="^(?:wanted|planned|hoped|decided|intended|tried|aimed|wished|managed|agreed) ",
    ),
    rule(
        "X143",
        f"(?:[IRm]|[{kind('z', 'p')}])(?:A?[{kind('jvr')}])?B#",
        "the present perfect: has been",
        said=r"^(?!was|were)\w+ (?:[\w ]+ )?since (?:19|20)\d\d$",
        never=r"\b(?:it|this) (?:is|was)\b|\bfirst\b|est\b",
    ),
    rule(
        "X119",
        rf"(B)(?:[^\n.,]{{0,3}})[q#][{kind('p')}](?![{kind('r')}])",
        "for",
        said=(
            r"^since (?:(?:more|less|over|about|almost|nearly|some|at|least|than|the|last|past)"
            r" )*[\w-]+ (?:years|months|weeks|days|decades)$"
        ),
    ),
    rule("X143", r"\n(l)[tPSsyxUX][^\n?.,;:]{2,40}\?\n", "the verb before its subject"),
    rule("X143", f"[oi]([{DO}]){OBJECT}", "the form in -ing", said=rf"^(?:{_PREPOSITIONS}) "),
    rule(
        "X143",
        f"B([Vb]|[{DO}])",
        "the form in -ing",
        said=r"^(?:after|before) ",
        never="never before",
    ),
    rule("X143", f".o([{kind('b')}])a", "the form in -ing", said="^instead"),
    # Not *most towns we’ve worked with have one*.
    rule(
        "X143",
        f"(?<![{kind('d')}])[oi]([Vb])",
        "the form in -ing",
        said=r"^(?:of|by|without|for|with|from) ",
    ),
    rule("X143", f"[VZD][{MANNER}]?([{BARE}{WENT}])", "the participle"),
    rule("X143", f"[ZD][{MANNER}]?([{DO}])", "the participle"),
    rule(
        "X143",
        f"[bIRNm][A{MANNER}]?([{DO}{DOES}{WENT}])",
        "the participle, or the form in -ing",
        never=(
            r"\bdo(?:es|ing|ne)?\b|\ball\b|^what|\bways? \w+ (?:is|are|was|were)\b"
            r"|\bas (?:it|he|she|they|we|you) (?:is|are|was|were)\b"
        ),
    ),
    rule("X143", "[ZVD]A?(b)", "been"),
    rule("X143", "T([Nm])", "be"),
)
