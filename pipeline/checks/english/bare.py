"""Nouns that stand bare: a thing that is counted, and nothing that says which or how many."""

from __future__ import annotations

from pipeline.checks.english.clauses import clause
from pipeline.checks.english.parsing import kind
from pipeline.checks.english.rules import OFFICES, Rule
from pipeline.checks.sheet import NOTE

_ONE = kind("t", "u")
"""What is counted, though it may be a verb elsewhere."""
_THING = kind("t", "upzdvgjrb")
_SOME = kind("n", "u")
_SOMEBODY = kind("c")
_END = r"(?!c?[npO#'JgWzF%-]|cA)"
_LAST = r"(?![npO#'JgWzF%c,q1-])"
"""Behind a noun: what is no other noun, and no list."""
_WHOLE = r"(?=[^\n]*[.?!][”\"“)]?(?:\n|$))"
"""Headings and headlines do without articles."""
_A = "a, an or the before it"
_PLURAL = "the plural, or an article before it"


def _ends_in(*words: str) -> str:
    """What the words before a noun may not lead to: one that stands without an article."""
    return rf"(?!(?:.* )?(?:{'|'.join(words)})$)"


_VERB = "(?:[yxXU]A?[FYz]|MF|TF|[npO]Y|[VZD]A?[vYF])"
"""A verb that may have the thing behind it."""
_NAMES = r"(?!.*\b(?:last|next|open|least|lead|this|public code|\w+[’']s?) |.* co-)"
_HABITS = _ends_in(
    r"\w+ing",
    "source|strategy|evaluation|internet",
    "conflict|crisis|challenge|opportunity|debate|realm|range|independent|yesterday|today|tomorrow",
)
"""What English speaks of as if it were not counted: *open source*, *in times of crisis*."""
_DESCRIBED = f"^{_NAMES}{_HABITS}"
_TURNS = _ends_in(
    # Of a day or a year.
    "time|date|dawn|noon|midnight|dusk|week|month|season|autumn|midsummer|year",
    # Numbered.
    "step|phase|stage|page|chapter|paragraph|section|article|figure|item|slide|room|league",
    # Where one is, not which it is.
    "hospital|university|faculty|office|parliament|cabinet|town|exile|orbit|association",
    "session|concert|mission",
    # By what, and in what state.
    "phone|fax|email|web|browser|database|video|bash|download|preview|track|beta|alpha",
    "source|function|mode|adoption|drop",
    # Turns.
    "end|concept|store|turn|question|search|issue|loan|default|object|instalment|deficit",
    "conclusion|tandem|advance|hindsight|mid|infancy|stigma",
)
"""What stands bare behind a small word: *at noon*, *in chapter 3*, *in hospital*, *by fax*."""
_TAILS = _ends_in("adoption|format|rate|phase|save|kickoff|browse|screen")
_KIND_OF = (
    r"(?!role of \w+(?:er|or|ist|ant|ent)s?$)(?!(?:beasts? of burden|ports? of call)$)(?!(?:"
    "type|kind|sort|style|species|categor(?:y|ie)|class|level|form|mode|scale|unit|piece|lot|list"
    "|number|amount|rate|size|cost|value|means|point|place|date|hour|day|week|year|term|case|example"
    "|article|title|name|letter|rule|law|right|court|house|state|board|head|chief"
    "|proof|power|lack|sense|change|choice|loss|risk|freedom|process|use"
    ")s? )"
)
"""*A type of boat*, *proof of payment*: what is behind these need not be told apart."""
_WITH = (
    _ends_in(
        # Verbs that take it bare: *make room*, *keep pace*, *take heart*, *leave office*.
        "room|track|pace|usher|note|heart|hold|aim|stock|root|shape|office",
        "source|strategy|opportunity|adoption|configuration|kickoff",
        r"video|button|colou?r|country|\w+ing",
    )
    + "(?!help )(?!.* left )"
)
_FROM_TO = r"\bfrom [\w -]+ to \w+"
_HAS = (
    r"(?<! little) (?:impact|effect|relationship|website|reputation|role|part|influence"
    r"|atmosphere|attitude|solution|spirit|way|manner)$"
)
_FRAMES = (
    "life|framework|frame|centre|center|middle|field|area|beginning|end|heart|aim|goal|purpose"
    "|territory|process|north|south|east|west|initiative|invitation|premises|history|opinion|name"
)
_ORDERS = r"^\w+ (?:next|following|previous|whole|entire|main|final|first|second|third) "
_AT_ONCE = (
    r"(?!year|month|week|time|place|hand|class|contact|day|summer|winter|autumn|spring|person|aid"
    r"|degree|\w+ing|school|floor|use|instance|glance|sight|line|step|grade|language|quarter|half"
    r"|generation|thing|world|life|review|product|preparation|approval|section|issue|session|page"
    r"|name|base|gear|reading|draft|form|order|knowledge|\w+ion\b|\w+ment\b)"
)
_TAKEN = (
    r"chosen|selected|joined|involved|participat\w+|hired|employed|registered|listed|seen|regarded"
    r"|considered|recogni[sz]ed|established|act|acts|used|created"
)
_SORTS = (
    "interest|opinion|experience|activity|culture|language|background|nationality|tradition|way"
    "|part|place|region|competition|level|type|kind|form|reason|field|country|age|group|need"
)
_BEHIND_NAMES = (
    ".* (?:project|programme|program|consortium|partnership|network|conference|festival|convention"
    "|campaign|initiative|committee|secretariat|treaty|directive|presidency)$"
)
_LOCAL = r"^\w+ (?:local|general) (?:community|authority|population|economy|public|council)$"


def bare(
    kinds: str,
    said: str = "",
    right: str = _A,
    marked: str = _ONE,
    never: str = "",
) -> Rule:
    return clause("X135", kinds + _WHOLE, right, said, never, marked)


RULES = (
    # `For new project`, `on creating active attitude`, `in other room`, `at same time`.
    bare(
        f"[iB][rA]?J{{1,2}}(n){_END}",
        _DESCRIBED,
        never=r"\b(?:best practice|good company|first glance)\b",
    ),
    bare(f"[iTBo]gJ{{1,2}}(n){_END}", _DESCRIBED),
    bare(f"[iToFYzvg]k(n){_END}", r" other \w+$", "another, or the plural"),
    bare("[iTBo](J)J?[npW]", r"^\w+ same ", "the before it", marked=""),
    bare(f"[iToB](J)n{_END}", _LOCAL, "the before it", marked=""),
    # `To beach`, `in agenda`, `with art therapist`.
    bare(
        f"(?<![taPsS])(?:i|T(?=n[^tasPSHu]))(n){_LAST}",
        f"^(?:in|into|from|during|within|between|with|about|after|before|at|to) {_TURNS}",
        marked=_THING,
        never=_FROM_TO,
    ),
    bare(
        f"[iT]n(n){_END}",
        f"^(?!by|within){_NAMES}{_HABITS}{_TAILS}",
        marked=_THING,
        never=_FROM_TO,
    ),
    bare(f"[np]o(n){_LAST}", f"^{_KIND_OF}.*(?<!side)(?<!concept)(?<!ing)(?<!evaluation)$"),
    # `We visited museum`, `to create global approach`, `there is strong team`.
    bare(f"{_VERB}(n){_LAST}", f"^{_WITH}", marked=_THING),
    bare(f"{_VERB}J{{1,2}}(n){_END}", _DESCRIBED),
    bare(f"[VZDIRb]A?J{{1,2}}(n){_END}", f"{_DESCRIBED}(?!.* (?:safe|open)$)"),
    bare(f"[VZDIR]A?J{{1,2}}(n){_END}", _HAS, marked=""),
    bare(f"i[rA]?J{{1,2}}(n){_END}", "^in .* (?:atmosphere|spirit|manner)$", marked=""),
    bare(f"E[IRD]N?J{{1,2}}(n){_END}", _DESCRIBED),
    bare(f"\\n[yxXU][IRm]A?(n){_LAST}", f"^(?!.* (?:{OFFICES})$){_WITH}", marked=_SOMEBODY),
    # `In Horizon project`, `implementing Erasmus+ programme`, `we will be Erasmus+ partner`.
    bare(f"(?:[iTg]|{_VERB})O{{1,3}}(n){_END}", rf"^(?!.*['’]){_BEHIND_NAMES}", marked=""),
    bare(f"[MT]b[O]{{1,3}}n?(n){_END}", "^(?!.*['’])", marked=_SOMEBODY),
    # `In framework of the`, `in second part`, `of next period`, `like quote of`, `bought $20 box`.
    bare("i(n)o[tPS]", f"^(?:in|at|with|within|on|under) (?:{_FRAMES}) ", marked=""),
    bare(f"[iToB](J)n{_END}", f"{_ORDERS}{_AT_ONCE}", "the before it", marked=""),
    bare("i(n)(?=[io])", "^like "),
    bare("[vYFg]B(n)(?=[iB.,])", rf"^(?:{_TAKEN}) as (?!.*(?:{OFFICES}|official)$)"),
    bare(f"[FYzvg]\\.#n?(n){_END}", r"[$€£]\d(?!.*(?:million|billion))", marked=_SOME),
    bare("[et]no(n)(?=,)", marked=_THING),
    bare("[FYz]h(n)[IMZ]", "^(?!(?:ma[dk]e|take|took|give|gave)s? )"),
    bare("E[IR](n)(?=[iTB.])", r" (?!room)\w+$", marked=_THING),
    bare(
        f"(?:[FYzBVZDIR]|(?<![taPs])i|(?<![taPSJrn])[vg])A?J{{0,2}}(n){_END}",
        r" (?:questionnaire|website|webinar|toolkit|hackathon|facilitator|stakeholder)$",
        marked="",
    ),
    bare(r"\n(n)M", marked=_THING),
    clause(
        "X135",
        rf"\n(n)[IZ](?=[at]){_WHOLE}",
        _A,
        said=r"(?<!ing) \w+$",
        marked=_ONE,
        level=NOTE,
    ),
    bare(r"\nJ(n)(?=[MIZ])", f"^{_NAMES}{_HABITS}"),
    # `They are developer`, `with different interest`.
    bare("[pyu]A?R[AJ]{0,2}(n)(?=[.,\\niT])", right="the plural", marked=_SOMEBODY),
    bare(f"(?<![taPSeskHq1nrAJ])J(n){_END}", "^(?:different|various) ", _PLURAL),
    bare(f"(?<![taPSeskHq1nrAJ])J(n){_END}", f"^(?:different|various) (?:{_SORTS})$", _PLURAL, ""),
    bare(f"ano[JW]{{0,2}}(n){_END}", "^a lot of ", "the plural"),
)
