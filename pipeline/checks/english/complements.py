"""What a verb has behind it: somebody before *to*, a form in -ing, a participle, or nothing."""

from __future__ import annotations

from pipeline.checks.english.parsing import kind, only
from pipeline.checks.english.rules import BARE, BESIDE, FIRST, rule

_VERB = kind("b")
_SUBJECT = f"[{kind('np', 'j')}xXyLhKM,AU]"
_WHOM = "whom it is about before to, or the form in -ing"
_PLANS = (
    "attempts|efforts|plans|abilities|rights|needs|decisions|proposals|calls|ways|failures|moves"
    "|measures|tendencies|powers|obligations"
)
"""Things that have *to* behind them themselves."""
_WHAT_ONE_IS = "part|key|home|use|work|support|cause|need|party"
RULES = (
    rule("X127", f"(?<![IRNbG])(?<![IRNbG]A)[{kind('a', 'dpn')}](T)[{_VERB}]", _WHOM),
    rule("X127", f"[yXxUKLhM{kind('p')}]A?[{kind('a', 'dz')}](T)[{_VERB}]", _WHOM),
    rule(
        "X127",
        f"{_SUBJECT}[{kind('i')}](T)[{_VERB}]",
        "the form in -ing, without to",
        said=r"^(?!.*(?:considered|prohibited|discouraged|involved|prevented|recommended) to)",
    ),
    rule("X143", f"[{kind('h')}]T([{only('b')}])", "the form in -ing"),
    rule(
        "X127",
        f"[{kind('i')}][tPSskq]?[{BESIDE}]{{0,2}}[{kind('p')}u](T)[{_VERB}]",
        "from, and the form in -ing",
        said=rf"^(?:prevent|prohibit|discourage|hinder|deter)\w* (?!.*\b(?:{_PLANS}) to)",
    ),
    rule(
        "X143",
        f"[{kind('a')}](?:[taPS]?[{BESIDE}]{{0,2}}[{kind('np')}]|[yu])T([{kind('g', 'bnjpr')}])",
        "the infinitive",
    ),
    rule("X127", f"[IRb].(T)[{_VERB}]", "the form in -ing, without to", said=r"^\w+ worth to"),
    rule("X135", f"[{kind('a')}][uUXyx]([{kind('b', 'nv')}])", "to before it"),
    rule("X135", f"[{kind('a')}][uUXyx]([{kind('b', 'v')}])[tasPSH]", "to before it"),
    rule("X119", f"[IR](T)[{kind('j', 'bv')}][i.,\\n]", "too", said="^(?:is|are|was|were) to "),
    # Behind small words.
    rule(
        "X143", f"[yU][IRm]A?.T([{_VERB}])", "the form in -ing", said=r"^(?:we|i) .* used to \w+$"
    ),
    rule(
        "X143",
        f"i([{BARE}])",
        "the form in -ing",
        said="^(?:by|for|with|without|from|into|via|towards?|against|at|about|on) ",
    ),
    rule("X143", f".o([{_VERB}])[tasPSH]", "the form in -ing", said="^instead of"),
    rule(
        "X143",
        f"[oiB](T)[{_VERB}]",
        "the form in -ing, without to",
        said="^(?:by|before|after|of|despite) to",
    ),
    rule("X135", f"i[{kind('n')}]([{_VERB}])", "to before it", said="^in order "),
    # A participle, or one verb of two.
    rule(
        "X143",
        f"(?<!E)[ZVD]A?N([{kind('bn', 'jvprug')}])(?=[iBj.,\n])",
        "the participle",
        never=rf"been (?:{_WHAT_ONE_IS})\b",
    ),
    rule("X143", f"(?<!E)Mb([{kind('b', 'jvpr')}])(?=h)", "the participle"),
    rule(
        "X143",
        f"[{kind('np', 'gjb')}]I([{kind('bn', 'jvprug')}])(?=[iT])",
        "the participle",
        never=rf"(?:is|was) (?:{_WHAT_ONE_IS})\b",
    ),
    rule("X135", f"I([{kind('z')}])T", "one verb of the two", said=r"^(?:is|was) (?!links)"),
    rule("X135", f"{FIRST}X([{only('j')}])[Th]", "is before it"),
    # `Increase of ten per cent`.
    rule(
        "X127",
        f"[{kind('bzdvg')}](o)[q#](?=[{kind('np')}.])",
        "by",
        said=(
            r"^(?:increas|declin|grow|drop|fall|reduc|shrink)\w* of"
            r" (?:\d[\d.,]*|ten|twenty|\w+ty)$"
        ),
        never=(
            r"\b(?:an?|the|of|this|its|in|and|or|,) (?:\w+ )?(?:increase|decline|drop|fall) of"
            r"|of (?:19|20)\d\d"
        ),
    ),
)
