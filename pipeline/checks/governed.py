"""What governs what: verbs and phrases that have another small word in English."""

from __future__ import annotations

DO = (
    r"(?:achieve|adapt|adopt|attract|become|bring|build|create|define|develop|discover|encourage"
    r"|enhance|ensure|establish|exchange|explore|facilitate|find|foster|gain|get|give|guarantee"
    r"|identify|implement|improve|include|inform|integrate|introduce|keep|learn|maintain|make"
    r"|obtain|organi[sz]e|participate|prepare|prevent|promote|protect|provide|reach|recogni[sz]e"
    r"|reduce|reinforce|solve|spread|strengthen|understand|use|visit)"
)
"""Verbs that are no nouns as well."""
THING = r"(?= (?:an?|the|its|their|our|his|her|your|this|these|all|more|new|local|public|better)\b)"
_A = r"(?= (?:an?|the|this|these|our|their|its)\b)"
_MEETING = "meeting|conference|workshop|event|seminar|session|course|forum|congress|ceremony"
GOVERNED = {
    # What is right -> words of which one of each kind is always in it, and where it is wrong.
    "in recent years, or in the coming years": (
        "years / last past next",
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring) (the (?:last|past|next) years)\b(?! (?:of|when|before)\b)",
    ),
    "at the same time": (
        "same / time / in", r"\b([Ii]n the same time)(?=[,.;]|$| (?:it|we|they|the|as)\b)",
    ),
    "in, of a term": (
        "term / on at / long short medium longer mid",
        (r"\b([Oo]n|[Aa]t)(?= (?:the )?(?:long|short|medium|longer|mid)[- ]term(?:[.,;]|$"
        r"| (?:and|or|we|it|this|in)\b))"),
    ),
    "first, or then": (
        "in / time moment / first second", r"\b([Ii]n a (?:first|second) (?:time|moment))\b",
    ),
    "what … like": (
        "how / like / look looks",
        r"\b([Hh]ow)(?= (?:(?!feel|much|many)[a-z’'-]+ ){1,5}looks? like\b)",
    ),
    "suggest it to somebody": (
        "propose proposes proposed suggest suggests suggested / you them us him her",
        rf"\b(?:propose[sd]?|suggest(?:s|ed)?) (you|them|us|him|her)(?= (?:to (?:be|{DO})|an?)\b)",
    ),
    "attend, without to": (
        "to / attend attends attended attending",
        rf"\battend(?:s|ed|ing)? (to)(?= (?:the|an?|this|our) (?:[a-z]+ )?(?:{_MEETING})s?\b)",
    ),
    "welcome to": ("welcome / in", r"(?:^|(?<=[.!?] ))Welcome (in)(?= [A-Z][a-z]+(?:[!.,]|$))"),
    "discuss, without on": (
        "on / discuss discussed discussing discusses",
        (r"\bdiscuss(?:ed|ing|es)? (on)(?= (?:the (?!\d|next|last|first|same|phone|day|call)|how"
         r"|an?|this|these|what)\b)"),
    ),
    "from, behind benefit": (
        "benefit benefits / of",
        (r"\b(?:can|will|could|may|should|to|they|who|cities|which|we) benefits? (of)" + _A),
    ),
    "from, behind suffer": (
        "suffer suffers suffered / of",
        r"\bsuffer(?:s|ed)? (of)(?= [a-z]+)",
    ),
    "in charge of": ("charge / in / to for", r"\bin charge (to|for)(?= [a-z]+)"),
    "in, behind specialised": (
        "specialised specialized / on into", r"\b[Ss]peciali[sz]ed (on|into)(?= [a-z]+)",
    ),
    "on, behind focus": (
        "focuses focused focusing / in",
        (r"\b[Ff]ocus(?:es|ed|ing) (in)(?= (?:an?|this|these|two|three|how|the) "
        r"(?!first|second|last|next|coming|future|past|way|long|short)[a-z]+)"),
    ),
    "in, behind invest": (
        "invest invests invested investing / on to",
        (r"\binvest(?:s|ed|ing)? (on|to)(?= (?:the|new|our|their|people|education|infrastructures?"
        r"|young|research)\b)"),
    ),
    "make": (
        ("do does did done doing / mistake mistakes effort efforts decision decisions proposal "
        "proposals choice choices progress"),
        (r"\b(d(?:o|id|oes|one|oing))(?= (?:an?|great|big|good|our|their) (?:mistakes?|efforts?"
        r"|decisions?|proposals?|choices?|progress)\b)"),
    ),
    "make, of a contribution": (
        "contribution contributions / give gives gave giving given",
        (r"\b(gave|giv(?:e|es|en|ing))(?= (?:an?|its|their|our|his|her)(?: (?!financial|generous"
        r"|monetary)[a-z]+){0,2} contributions? (?:to|on|in|for|towards)\b)"),
    ),
    "keep track of": (
        "track / of / take takes taking took taken",
        r"\b(t(?:ake|akes|aking|ook|aken) track)(?= of\b)",
    ),
    "the infinitive behind help somebody": (
        "help helps helped helping / you us them him me",
        (r"\bhelp(?:s|ed|ing)? (?:you|us|them|him|me) (?!anything|something|everything|nothing"
        r"|during|morning|evening|including|according|following|training|housing|funding|building)"
        r"([a-z]{3,}ing)(?= (?:a|an|the|your|our|their|its|his|her|this|these|more|new|and|with|in"
        r"|to|on|up)\b)"),
    ),
    "named, or given the award": (
        "awarded / as", r"\b(?:was|were|been|be|is|are) (awarded as)(?= (?:the|an?|one|best)\b)",
    ),
    "the form in -ing behind lead to": (
        "lead led leading / to", (rf"\b(?:(?:can|could|may|will|should|would|to) lead|led"
           rf"|leading) to ({DO}){THING}"),
    ),
    "instead of, or without, and the form in -ing": (
        "instead without / to", (r"(?<!but )(?<!and )(?<!, )(?<!or )\b((?:[Ii]nstead"
           r"|[Ww]ithout) to)(?= [a-z]+)"),
    ),
    "make use of, or highlight": (
        "put puts putting / value evidence", r"\b(put(?:s|ting)? (?:in|into) (?:value|evidence))\b",
    ),
    "a look at": ("look / on to", (r"\b(?:a|closer|quick|deeper|first) look (on|to)(?= (?:the"
       r"|how)\b)")),
    "most of, without the": ("most / part", r"\b([Tt]he most part of)\b"),
}  # fmt: skip
