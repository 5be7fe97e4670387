"""Articles: one that is missing before what is counted, and one before what is not."""

from __future__ import annotations

from pipeline.checks.english.parsing import kind, only
from pipeline.checks.english.rules import BEFORE, END, FIRST, rule

_COUNTED = kind("t", "pzdvgjr")
"""One thing of several, where a verb stands in front."""
_THING = kind("t", "pbzdvgjrm")
_MASS = kind("u", "pzdvmwtj")
_UNUSED, _PLURAL = kind("x", "pz"), kind("x")
_LIKE = kind("j", "bgpm")
_OF_IT = f"[{BEFORE}%]{{0,2}}"
_CLOSE = f"(?=[.)iTBhKxyXuaPtsS\n{kind('r', 'npbjvdzg')}{kind('v', 'npbz')}])"
"""Behind a noun: what cannot be the rest of its name, nor of a list."""
_PAST = kind("dv", "rpnj") + kind("djv", "rpn")
_A = "a, an or the before it"
_AT_LARGE = r"^(?!.* (?:debate|challenge)$)"
"""Not *open debate*, *legal challenge*: counted, or not."""
_EVENTS = (
    r"^(?!(?:.* )?(?:accreditation|abatement|airspace|apportionment|arbitration|citizenship"
    r"|derogation|dispersal|dissolution|feminism|fermentation|intoxication|legali[sz]ation|literature"
    r"|mediation|misalignment|mitigation|nationalism|naturali[sz]ation|populism|reallocation"
    r"|redemption|reinstatement|relocation|restitution|reunification|segmentation|transmittal"
    r"|transplantation)s$)"
)
"""What a trade counts, one by one, though others do not."""
_NO_NAME = r"(?!.*\b(?:next|last|high|middle|primary|secondary) (?:year|month|week|school)s?$)"
RULES = (
    rule("X143", f"([{_UNUSED}])", "the singular: it is not counted", _EVENTS, is_rare=True),
    rule("X143", f"[qkSa][{_LIKE}]?([{_PLURAL}])", "much of it: it is not counted", _EVENTS),
    rule(
        "X143",
        f"(a)[{_LIKE}]?[{_MASS}]{END}",
        "some, a piece of it, or nothing",
        said=(
            r" (?:information|legislation|evidence|equipment|cooperation|homework"
            r"|(?!\w*(?:ness|[iae]ty|[ae]nce|ship|ism|dom|tion|sion|ment|acy|cy|edge|will|ing)$)"
            r"[a-z]+)$"
        ),
    ),
    rule(
        "X135", f"MA?[{kind('b', 'r')}]{_OF_IT}([{_COUNTED}]){_CLOSE}", _A, _AT_LARGE, "must[- ]see"
    ),
    rule("X135", f"[VZD]A?[{kind('v')}]{_OF_IT}([{_COUNTED}]){_CLOSE}", _A, _AT_LARGE),
    rule("X135", f"[VZD][{_LIKE}%]{{1,2}}([{_COUNTED}]){_CLOSE}", _A, _AT_LARGE),
    rule("X135", f"[\n,cC.][yxXU]A?[{kind('bdz', 'r')}]{_OF_IT}([{_COUNTED}]){_CLOSE}", _A),
    rule(
        "X135",
        f"{FIRST}[taPs][{BEFORE}]{{0,2}}[{kind('np', 'j')}]A?"
        f"[{_PAST}{kind('z', 'n')}]{_OF_IT}([{_COUNTED}]){_CLOSE}",
        _A,
    ),
    rule("X135", f"T[{only('b')}]{_OF_IT}([{_COUNTED}]){_CLOSE}", _A, never="opportunity"),
    # Not *a rapidly changing coastal climate*.
    rule("X135", f"(?<![{kind('r', 'npb')}A])[{kind('g', 'pn')}][{_LIKE}]([{_THING}]){_CLOSE}", _A),
    rule("X135", f"[IRNb]A?[{_LIKE}%]{{1,2}}([{_THING}]){_CLOSE}", _A, _AT_LARGE),
    rule(
        "X135",
        f"i[{_LIKE}]{{0,2}}([{_THING}]){_CLOSE}",
        _A,
        said=rf"^(?:during|into|within|with|about|against|across|towards) {_NO_NAME}",
    ),
)
