"""Articles: one that is missing before what is counted, and one before what is not."""

from __future__ import annotations

from pipeline.checks.english.parsing import kind, only
from pipeline.checks.english.rules import BEFORE, END, FIRST, OFFICES, rule

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
_HERE = r"^(?!.*(?:\bhelp(?:s|ed)? |[’'](?:ll|d|re|ve) | room$))"
"""Not *I help plan it*, *we trust you’ll plan it*: that is a verb."""
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
_KNOWN = (
    "project|programme|website|workshop|organi[sz]ation|association|seminar|webinar|platform"
    "|conference|event|festival|museum|municipality|region|questionnaire|exhibition|campaign"
    "|consortium"
)
"""What these texts have one of, and speak of all the time."""
_KIND_OF = (
    "type|kind|sort|choice|name|title|date|place|duration|length|size|form|level|lack|change|number"
    "|terms|articles|memorandum|right|freedom|area|part|any|out|line|end|day|point|means|by|per"
    "|each|every|no|from|quality|purpose|stage|phase|course"
)
_PUT = (
    "implement|create|organi[sz]e|develop|launch|coordinate|host|build|establish|design|write|run"
    "|plan|join|prepare|publish"
)
_SURE = (
    "ensur|guarantee|mean|show|prov|clear|important|essential|necessary|sure|indicat|demonstrat"
    "|confirm|recommend|crucial|vital|happy|proud|glad|believ|hop|inform|announc"
)
_MOOD = (
    "(?:friendly|relaxed|inclusive|informal|safe|positive|creative|democratic|pleasant"
    "|intercultural|international|multicultural|innovative|warm|calm|healthy|sustainable|special"
    "|different|new|nice|good|better) (?:atmosphere|environment|way|manner|spirit|setting|group"
    "|team|place|climate|mood)"
)
_MOODS = r" (?:atmosphere|environment|way|manner|spirit|setting|group|team|place|format|context)$"
_ONCE = (
    "experience|opportunity|idea|way|place|day|moment|initiative|example|challenge|chance|week|trip"
    "|journey|group|team|atmosphere|exchange|activity|step|tool|success|city|town|village|school"
)
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
    rule("X135", f"[\n,cC.][yxXU]A?[{kind('bdz', 'r')}]{_OF_IT}([{_COUNTED}]){_CLOSE}", _A, _HERE),
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
    # `Within project, we`, `the aim of project is`.
    rule(
        "X135",
        f"(?<![taPs])[oiTBw]([{kind('n')}]){END.replace('[', '[y', 1)}",
        _A,
        rf"^[a-z]+ (?:{_KNOWN})$",
        rf"\b(?:{_KIND_OF}) (?:of|to|in|from|by|for) (?:{_KNOWN})|\b(?:per|by|like|up|down) "
        rf"(?:{_KNOWN})|\bas organi[sz]ation",
    ),
    rule(
        "X135",
        f"[Xs][IM]b?[A{kind('r', 'npb')}]?[{_LIKE}%]{{1,2}}([{kind('n', 'pj')}])"
        f"(?=[.iTBhK{kind('g', 'npj')}\n])",
        _A,
        rf"^(?:it|this) .* (?:{_KNOWN}|{_ONCE})$",
    ),
    rule("X135", f"[iT].([{kind('t', 'p')}]){END}", _A, f"^(?:in|into|with) {_MOOD}$"),
    rule("X135", f"i[A{kind('r')}][{kind('jv')}]([{kind('n', 'p')}])(?=[.iTBhK\n])", _A, _MOODS),
    rule(
        "X135",
        f"T[{kind('b')}]O{{1,2}}\\.?([{kind('t', 'pz')}]){_CLOSE}",
        _A,
        f"^to (?:{_PUT}|start|apply|manage|hold)\\b",
    ),
    rule(
        "X135",
        f"[TM][{kind('b')}]{_OF_IT}([{kind('n', 'pz')}])(?:{_CLOSE}|(?=cT))",
        _A,
        f"^\\w+ (?:{_PUT})\\b.* (?:{_KNOWN}|partnership|tool|handbook|toolkit|curriculum|network"
        "|poster|booklet|brochure|database|survey|guide|logo|group|approach|strategy)$",
    ),
    rule(
        "X135",
        f"[{kind('bzdgj')}][uU]?h([{kind('n', 'p')}])(?=[IZM]|[{kind('z', 'np')}])",
        _A,
        rf"^(?:{_SURE})\w* (?:you |us |them )?that (?:{_KNOWN}|company|training|call|partner)$",
    ),
    rule(
        "X135",
        f"[{kind('bzdg')}]B([{kind('c', 'pj')}]){END}",
        "a, or an, before it",
        rf"^(?:work|serv|act|volunteer)\w* as (?!{OFFICES})",
    ),
    rule(
        "X135",
        f"\nxI([{kind('c', 'pj')}])(?=[.iyc\n])",
        "a, or an, before it",
        rf"^(?:he|she) (?:is|was) (?!{OFFICES})",
    ),
)
