"""Calques: English words that follow the sentence of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.english import grammar, turns
from pipeline.checks.french import calques as french
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.sought import sought


def _ised(stem: str) -> str:
    """
    >>> _ised("mutual")[:32]
    'mutualise mutualised mutualises '
    """
    return " ".join(f"{stem}i{z}{end}" for z in "sz" for end in ("e", "ed", "es", "ing", "ation"))


_FORM = (
    r"(?:develop|organis|organiz|promot|reinforc|strengthen|improv|creat|understand|identif"
    r"|facilitat|implement|prevent|reduc|increas|mak|build|ensur|establish|defin|exchang|support"
    r"|rais|chang|adapt|set|tak|hav|be|find|work|start|continu|protect|involv|bring|share"
    r"|respond|combat|test|evaluat|monitor|assess|measur|prepar|support|work|meet|see|know)"
)
_MADE = "plan|project|strateg|polic|charter|guide|toolkit|document|report|programme|diagnos|tool"
_GATHERING = "conference|meeting|event|edition|workshop|seminar|forum|session|congress|summit"
_CONTENT = "media|online|digital|dangerous|harmful|hateful|illegal|web|fake|multimedia|towards"
_OPENED = (
    "held|organised|organized|launched|inaugurated|signed|created|published|opened|approved|adopted"
    "|elected|presented|founded|established"
)
_CALQUES = {
    # What stands in its place -> where it stands, and one of the words that are always in it.
    "say whom it allows, or use the noun": (
        "to", r"\b(?:allow|permit|enabl)(?:s|es|ed|ing)? (to) (?=" + _FORM + r"[a-z]{0,3}\b)",
    ),
    "suggest and the form in -ing": (
        "suggest suggests suggested recommend recommended recommends",
        r"\b(?:suggest|recommend)(?:s|ed)? (to) (?=" + _FORM + r"[a-z]{0,2}\b)",
    ),
    "discuss, without about": (
        "discuss discussed discusses discussing",
        (r"(?<!things to )(?<!much to )(?<!lot to )(?<!thing to )(?<!left to )(?<!more to )"
        r"\bdiscuss(?:e[sd]|ing)? (about)\b"),
    ),
    "the verb without on": (
        "on", r"\b(?:emphasi[sz]|stress|highlight)(?:es?|ed|s|ing) (on)\b(?! (?:the )?\d)",
    ),
    "comprise, or consist of": (
        "of / comprise comprises comprised comprising",
        r"\bcompris(?:es?|ed|ing) (of)\b(?<!is comprised of)(?<!are comprised of)",
    ),
    "composed of": ("by", r"\b(?:is|are|was|were) (composed by)\b"),
    "attend": (
        "assist assists assisted",
        r"\b(assist(?:s|ed)? to) (?=(?:the|a|this|our) (?:" + _GATHERING + r")\b)",
    ),
    "depending on": ("function", r"\b([Ii]n function) of (?=the\b|their\b|its\b|each\b)"),
    "within, or as part of": ("frame", r"\b([Ii]n the frame) of (?=the\b|this\b|a\b|our\b)"),
    "exchange views": (
        "exchange exchanged exchanges",
        (r"\b(?:will|can|could|may|must|should|to|who|which|we|they|you|cities|citizens|partners"
        r"|participants|members|experts|authorities|officials|practitioners) (?:also )?"
        r"(exchanged? (?:with|on|about))\b"),
    ),
    "bring together": (
        "gather gathers gathered",
        r"\b(?:" + _GATHERING + r")(?: [a-z]+){0,2} (gather(?:s|ed))(?= (?!in\b|at\b|around\b))",
    ),
    "the noun first: the authorities concerned": (
        "concerned involved",
        (r"\bthe ((?:concerned|involved) (?:authorities|parties|stakeholders|practitioners|cities"
        r"|actors|services|partners|institutions|departments|people|persons|professionals))\b"),
    ),
    "content": (
        "contents",
        r"\b(?i:" + _CONTENT + r"|the|these) (contents)(?= (?:that|can|which|they|on|published"
        r"|shared|spread|posted|produced)\b)",
    ),
    "draw up, or development": (
        "elaborate elaborated elaboration elaborating",
        r"\b(elaborat(?:ed|ing|ion of|e)) (?=(?:a|an|the|its|their|our|this)\s"
        r"(?:[a-z-]+ ){0,2}(?:" + _MADE + r"))",
    ),
    "cross-cutting": ("transversal", r"\b(transversal)(?= (?!lines?\b|planes?\b|waves?\b))"),
    "mutual knowledge": ("inter interknowledge", r"\b([Ii]nter-?knowledge)\b"),
    "reintegration": ("reinsertion", r"\b(reinsertion)\b"),
    "pool, or share": (_ised("mutual"), r"\b([Mm]utuali[sz](?:e[ds]?|ing|ation))\b"),
    "make use of, or promote": (_ised("valor"), r"\b([Vv]alori[sz](?:e[ds]?|ing|ation))\b"),
    "raise awareness": (_ised("sensibil"), r"\b([Ss]ensibili[sz](?:e[ds]?|ing|ation))\b"),
    "consultation": ("concertation", r"\b([Cc]oncertation)\b"),
    "break down barriers between": (
        _ised("decompartmental"), r"\b([Dd]ecompartmentali[sz](?:e[ds]?|ing|ation))\b",
    ),
    "operating": ("operative", r"\b(operative)(?= systems?\b)"),
    "e.g. alone, or for example": ("for", r"\b(for e\.g\.)"),
    "health": ("sanitary", r"\b(sanitary)(?= (?:crisis|crises|situation|measures|emergency)\b)"),
    "elected officials, or representatives": (
        "elected", r"\b(?:local|regional|national) (elected)(?=[,;.)]| (?:and|or) (?!un))",
    ),
    "call on": (
        "call calls called calling",
        (r"\b(call(?:s|ed|ing)?)(?= (?:the|our|all|national|European|their) (?:[A-Za-z-]+ ){0,3}"
        r"(?:institutions?|governments?|states|authorities|Union|Commission|Parliament|councils?"
        r"|cities|leaders|parties) to (?:[a-z]+ )?[a-z]+)"),
    ),
    "see it on site": (
        "ground", r"\bvisit(?:s|ed|ing)? (on the ground)\b",
    ),
    "support for": (
        "support",
        (r"\b(?:provide[sd]?|providing|includ(?:e[sd]?|ing)|give[sn]?|giving|offer(?:s|ed|ing)?"
        r"|their|our|its) (support to)(?= (?:[a-z-]+ )?(?:people|victims|cities|members|families"
        r"|young|women|authorities|citizens|users|residents|children|refugees|the\b))"),
    ),
    "at": ("points", r"\b([Ii]n) (?:various|several|different) points (?:of|in)\b"),
    "voluntary": ("associative", r"\b(associative)(?= (?:sector|world|movement|fabric)\b)"),
    "family and friends": ("entourage", r"\b(?:their|his|her) (entourage)\b"),
    "aimed at": (
        "towards", r"\b(?:be|is|are|was|were|not|only|being) (targeted towards)\b",
    ),
    "powers, or skills": ("competences", r"\b(competences)\b"),
    "specify": ("precise", r"\b(?:to|must|should|will|can) (precise)(?= (?:the|that|how)\b)"),
    "carry out": (
        "realise realised realize realized realising realizing",
        (r"\b(?:was|were|been|to) (reali[sz]ed?)(?= (?:a|an|the|by|in|two|three)\b"
        r"(?: [a-z]+)? (?:stud|survey|project|workshop|training|evaluation|campaign|20\d\d))"
        r"|\b(?:is|are|was|were|be|been|by|will|would|can|to|[Ww]e|[Tt]hey|has|have|had)"
        r" (reali[sz](?:e|ed|ing))(?= (?:an?|the|our|their|its|this|these|several|many|two|three)\b"
        r"(?: (?!of\b|in\b|that\b|for\b|the\b|is\b|was\b|are\b)[A-Za-z+-]+){0,3} (?:stud(?:y|ies)"
        r"|(?:survey|project|workshop|training|evaluation|campaign|event|activit|course|seminar"
        r"|exhibition|conference|interview|visit|meeting|performance|concert|film|video)(?:s|ies|y)?"
        r")\b(?! (?:is|was|are|were|will|would|has|had|have|can|could|needs?|did|does)\b))"),
    ),
    "a way of thinking about": ("way", r"\bway of (thinking) (?=[a-z]{4,} (?:that|which|as)\b)"),
    "large": (
        "important",
        r"\b(important)(?= (?:number|amount|quantity|decrease|percentage|proportion|majority)s?\b)",
    ),
    "throughout": (
        "duration length", r"\b([Ff]or all the (?:duration|length))(?= of\b)",
    ),
    "in terms of, or for": ("aspect aspects", r"\b([Ff]rom the aspects? of)\b"),
    "100%, and then the word: 100% recycled": (
        "recycled recyclable funded financed powered subsidised subsidized biodegradable / to",
        (r"\b(?:[Rr]ecycled|[Rr]ecyclable|[Ff]unded|[Ff]inanced|[Pp]owered|subsidi[sz]ed"
        r"|biodegradable) (to) \d{1,3} ?%(?! of\b)"),
    ),
    "the guests present": (
        "present", (r"\b(?:[Tt]he|[Aa]ll) (present (?:guests|attendees|journalists|participants"
        r"|mayors|visitors))\b"),
    ),
    "possible": (
        "eventual",
        r"\b(eventual)(?= (?:problem|change|question|comment|cost|risk|damage|error|delay)s?\b)",
    ),
    "one-off, or occasional": (
        "punctual",
        r"\b(punctual)(?= (?:actions?|measures?|interventions?|events?|help|initiatives?)\b)",
    ),
    "local authority": ("collectivity collectivities", r"\b([Cc]ollectivit(?:y|ies))\b"),
    "revitalise": (_ised("dynam"), r"\b([Dd]ynami[sz](?:e[ds]?|ing|ation))\b"),
    "make permanent": (_ised("perenn"), r"\b(perenni[sz](?:e[ds]?|ing|ation))\b"),
    "make responsible": (
        f"{_ised('responsabil')} {_ised('responsibil')}",
        r"\b([Rr]espons[ai]bili[sz](?:e[ds]?|ing|ation))\b",
    ),
    "weaken": (_ised("fragil"), r"\b([Ff]ragili[sz](?:e[ds]?|ing|ation))\b"),
    "civic spirit": ("civism", r"\b([Cc]ivism)\b"),
    "neighbourhood, or local": (
        "proximity", r"\b([Pp]roximity)(?= (?:police|policing|services?|justice|shops?)\b)",
    ),
    "lead, or facilitate": (
        "animate animated animates animating",
        (r"\b(animat(?:e[ds]?|ing))(?= (?:the|a|this|by the) (?:network|meeting|workshop|debate"
        r"|session|discussion|community|group|team)\b)"),
    ),
    "training": (
        "formation formations",
        (r"\b(formations?)(?= (?:for|of) (?:teachers|staff|officers|professionals|trainers"
        r"|volunteers|adults|journalists|elected)\b)"),
    ),
    "the person responsible": (
        "responsible responsibles", r"\b[Tt]he (responsibles?)(?= (?:of|for) the\b)",
    ),
    "How can we, or How do we": (
        "how", r"(?:(?<=[.!?] )|^)([Hh]ow to)(?= [a-z][^.?!:]{8,150}\?(?: \S|$))",
    ),
    "which, of bodies": (
        ("who / authorities institutions organisations organizations companies agencies "
        "governments municipalities ministries"),
        (r"\b(?:authorities|institutions|organi[sz]ations|companies|agencies|governments"
        r"|municipalities|ministries), (who)(?= )"),
    ),
    "hold, and keep celebrate for feasts": (
        "celebrate celebrates celebrated celebrating celebration",
        (r"\b([Cc]elebrat(?:e|es|ed|ing))(?= (?:its|the|a|an|their|our)(?: [a-z]+)?"
        r" (?:[Gg]eneral [Aa]ssembly|meetings?|conference|congress|seminars?|workshops?|session"
        r"|elections?)\b(?!['’]))|\b(?:conference|meeting|congress|seminar|assembly|workshop"
        r"|session"
        r"|forum)s? (?:was |were |is |are |be |been |will be )?(celebrated)(?= (?:in|on|at|from"
        r"|last"
        r"|next|this)\b)|\b([Cc]elebration)(?= of (?:the|a|an|two|three|several|its) (?:[a-z]+ )?"
        r"(?:[Gg]eneral [Aa]ssembly|meetings?|conference|seminars?|workshops?|elections?)\b)"),
    ),
    "take advantage": ("profit", r"\b(tak(?:e|es|ing|en) profit|took profit)(?= (?:of|from)\b)"),
    "commitment": (
        "compromise compromises",
        (r"(?:\b(?:[Tt]heir|[Oo]ur|[Ii]ts|[Hh]is|[Hh]er)|['’]s?) (compromises?)(?= (?:to|with"
         r"|towards)"
        r"\b)"),
    ),
    "problem, or issue": (
        "problematic problematics",
        (r"\b([Pp]roblematics)\b|\b(?:a|the|this|main|same|common|specific) (problematic)"
        r"(?= (?:of|that|which)\b|[.;])"),
    ),
    "membership, or joining": ("adhesion", r"\b([Aa]dhesion)(?= (?:to the|form|forms|of)\b)"),
    "specifically, or in practice": (
        "concretely precisely", r"(?:^|(?<=[.!?] ))(Concretely|Precisely),",
    ),
    "to find out more": (
        "know have / more", r"(?:^|(?<=[.!?] ))(To know more|To have more information)\b",
    ),
    "here behind what is meant": (
        "here / find discover download consult read see watch check",
        (r"(?:^|(?<=[.!?:] )|\b[Yy]ou can |\b[Pp]lease )((?:[Ff]ind|[Dd]iscover|[Dd]ownload"
         r"|[Cc]onsult"
        r"|[Rr]ead|[Ss]ee|[Ww]atch|[Cc]heck) here)(?= (?:the|our|a|its|all|more|an|their)\b)"),
    ),
    "also be, also been": (
        "also / be been",
        (r"\b(?:will|can|could|should|must|may|might|would) (be also)(?= [a-z]+)"
        r"|\b(?:has|have|had) (been also)(?= [a-z]+ed\b)"),
    ),
    "the subject before its verb": (
        f"was were / {_OPENED.replace('|', ' ')}",
        (r"(?:^|(?<=[.!?] ))(?:On|In|From|At|During|Within|After) [^,;:()]{3,60}? "
        rf"((?:was|were) (?:{_OPENED}) (?:the|an?|two|three|several))"
        r"(?! (?:same|day|week|month|year|next|following|previous|few|second|first)\b)"),
    ),
    "is to": (
        "it / aim goal task objective purpose idea mission intention",
        r"\b(?:aim|goal|task|objective|purpose|idea|mission|intention) ((?:is|was) it)(?= to\b)",
    ),
    "issue, or challenge": (
        "stake stakes",
        (r"\b(?:major|main|key|essential|crucial|important) (stakes?)(?! in\b)"
        r"(?= (?:of|for|is|are|and|that|which)\b|[.,;])"),
    ),
    "the verb behind its subject: what the aim is": (
        ("what who where how / is are was were / know knows learn learned understand explain "
        "explained "
        "see discuss discussed identify define clarify describe show ask asked wonder discover"),
        (r"\b(?:knows?|learn(?:ed)?|understand|explain(?:ed)?|see|discuss(?:ed)?|identify|define"
        r"|clarify|describe|show|ask(?:ed)?|wonder|discover) ((?:what|who|where|how) (?:is|are|was"
        r"|were))(?= (?:their|our|its|his|her|your|the (?!matter\b|point\b|use\b"
        r"|best\b)(?:[a-z]+ )?[a-z]+"
        r"(?:s|tion|ment|ity|ness|ance|ence|al|step)\b))(?![^.;:]* (?:like|about|doing|called)\b)"),
    ),
    "of all": (
        "all / of / sizes kinds types ages sorts backgrounds nationalities",
        r"\b(all of (?:sizes|kinds|types|ages|sorts|backgrounds|nationalities))\b",
    ),
    "the year without this": (
        "this", r"\b([Tt]his)(?= 20[012]\d(?:[,.;]| (?:we|the|is|will|has)\b))",
    ),
    "cooperation between municipalities": (
        "intercommunality intercommunalities", r"\b([Ii]ntercommunalit(?:y|ies))\b",
    ),
    "training course, or training": (
        "training trainings",
        (r"\b([Tt]rainings)\b|\b([Aa] training)(?= (?:on|for|about|took|was|will|has|that|which)\b"
        r"|[.;])"),
    ),
    "the first, the second, without one": (
        "one / first second third last",
        r"\bthe (?:first|second|third|last) (one)(?= (?:since|of its kind)\b)",
    ),
}  # fmt: skip
_FORMS = signs.table((right, words, form) for right, (words, form) in _CALQUES.items())
_SURE = (
    "discuss, without about",
    "attend",
    "depending on",
    "composed of",
    "content",
    "aimed at",
    "say whom it allows, or use the noun",
    "health",
    "hold, and keep celebrate for feasts",
    "take advantage",
    "commitment",
    "problem, or issue",
    "to find out more",
    "here behind what is meant",
    "also be, also been",
    "the subject before its verb",
    "is to",
    "issue, or challenge",
    "of all",
    "the verb behind its subject: what the aim is",
    "the year without this",
    "throughout",
    "100%, and then the word: 100% recycled",
)
"""What is a mistake in every English; the rest is only better said otherwise."""


_BEING = sought(
    r"(?:\b(?:am|is|are|was|were|be|been|being|gets?|got)|['’](?:re|s|m))(?: [a-z]+){0,2} $"
)


def _is_passive(place: signs.Place[str]) -> bool:
    """`You are always allowed to change`: said of those who may, and so it is English."""
    found = place.found
    is_done = re.match(r"\w+ed to ?$", found[0]) is not None
    return is_done and _BEING.search(found.string[: found.start()]) is not None


def x127_words_of_another_language(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*To exchange on a topic*, *in the frame of*: English words in the sentence of another
    language; *en charge de*, *adresser un défi*: the other way round.
    Remedy: say it as the language of the text does."""
    told = [
        place.mark(
            "X127", f"{place.words!r} follows another language", f"write {place.right}",
            WARNING if place.right in _SURE else NOTE,
        )
        for place in signs.in_blocks(sheet, _FORMS, "en")
        if place.is_of_sentence and not _is_passive(place)
    ]  # fmt: skip
    told += turns.turns(sheet, "X127")
    yield from grammar.once(sheet, told)
    yield from grammar.marks(sheet, "X127")
    for place in signs.in_blocks(sheet, french.FORMS, "fr"):
        if place.is_own:
            yield place.mark(
                "X127", f"{place.words!r} follows another language", f"write {place.right}", NOTE
            )
