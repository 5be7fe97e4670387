"""Which word stands first, and which is missing before the verb."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn, not_behind
from pipeline.checks.english.vocabulary import HE, SOME
from pipeline.checks.sheet import NOTE

_ASKED = (
    "ask|asks|asked|asking|know|knows|knew|wonder|wonders|wondered|explain|explains|explained"
    "|tell|tells|told|understand|understood|understands|decide|decided|discover|discovered"
    "|remember|learn|learned|learnt|showed|shows|show|see|find out|found out"
)
_KNOW = "know|wonder|ask|asked|tell|tells|explain|understand|see|remember|find out|decide|say"
_MADE = (
    "organi[sz]ed|held|presented|visited|discussed|carried out|created|implemented|shown|given"
    "|prepared|planned"
)
_MANY = (
    "partners|countries|schools|organi[sz]ations|cities|towns|teams|participants|students"
    "|teachers|members|groups|projects|people|associations|municipalities|universities|regions"
    "|places|activities|workshops|meetings|topics|volunteers"
)
_NOT_THE = not_behind("the these those our their its his her my your all each any no")
_PARTED = (
    "try|tried|carry|carried|fill|filled|pick|picked|point|pointed|turn|turned|switch|switched"
    "|put|bring|brought|take|took|throw|threw|hand|handed|write|wrote|cut|hold|print|sort"
    "|sorted|rule|ruled|call|called|clean|cleaned|close|closed|shut|set|sum|work|worked|wipe"
    "|blow|turning|trying|filling|putting|taking|carrying|switching|writing|picking|setting"
    "|send|sent|give|gave"
)
TURNS: tuple[Turn, ...] = (
    # Questions, and what is asked in passing.
    Turn(
        "X143",
        "the subject before its verb",
        f"{_ASKED} / why how when where / cannot can is are was were do does did has have will "
        "should must / he she it we they you i",
        rf"\b(?:{_ASKED})(?: (?:me|us|you|them|him|her))? (?:why|how|when|where) ((?:cannot|can|is"
        rf"|are|was|were|do|does|did|has|have|will|should|must) (?:{HE}))\b(?![^?]*\?)",
    ),
    Turn(
        "X143",
        "the subject before its verb",
        "where what how why who when / is are was were do does did can / he she it we they you i",
        r"\b(?:where|what|how|why|who|when)\b[^.?!;:]{2,40}, (?:when|where|how|why) ((?:is|are|was"
        rf"|were|do|does|did|can) (?:{HE}))\b(?![^?]*\?)",
    ),
    Turn(
        "X143",
        "the subject before its verb",
        "can could would do / you / tell show explain know say",
        r"\b(?:[Cc]an|[Cc]ould|[Ww]ould|[Dd]o) you (?:please )?(?:tell|show|explain|know|say)(?: "
        r"(?:me|us))? (?:where|when|why|how|what) ((?:is|are|was|were|do|does|did|can) (?:the "
        rf"[a-z]+|{HE}))\b(?! matter)",
    ),
    Turn(
        "X143",
        "the subject before its verb",
        f"{_KNOW} / what where when how / is are was were / the",
        rf"\b(?:{_KNOW})(?: (?:me|us|you|them))? (?:what|where|when|how) ((?:is|are|was|were) the "
        r"(?!matter)[a-z]+)(?=[.,;]|$)",
    ),
    Turn(
        "X143",
        "the subject before its verb",
        f"{_KNOW} / how / does do did",
        rf"\b(?:{_KNOW})(?: (?:me|us|you|them))? how (?:much|many|long|far|often)(?: [a-z]+)? "
        rf"((?:does|do|did) (?:{HE}|the [a-z]+))\b(?![^.]*\?)",
    ),
    Turn(
        "X143",
        "the subject before its verb",
        "where / the a an our",
        r"(?<!and )\bwhere ((?:lives?|stands?|lies?|works?|stood|lived|sits?|takes place|took "
        r"place|meets?) (?:the|an?|our))\b(?![^.]*\?)",
    ),
    Turn("X143", "what … means", "does do / mean / what", r"\b[Ww]hat (does mean|do mean)\b"),
    Turn(
        "X143",
        "the verb behind its subject",
        "where / located situated placed / is are",
        r"^Where (?:is|are) (located|situated|placed)(?= (?:the|our|your|an?|this)\b)",
    ),
    Turn(
        "X143",
        "no question mark, or the verb first",
        "we you they / who what where how why when",
        r"^(?:Who|What|Where|How|Why|When) ((?:we|you|they) (?:are|is|do|can|have|will|offer|work"
        r"|want|need|get|did)\b[^?.!,]{0,40}\?)$",
    ),
    Turn(
        "X143",
        "no question mark, or a verb before its subject",
        "to / how where what when",
        r"^(?:How|Where|What|When) to [a-z]+[^?.!]{0,60}(\?)$",
        NOTE,
    ),
    # Behind what stands first.
    Turn(
        "X143",
        "the verb before its subject",
        "only / then there here",
        r"^Only (?:then|there|here) ((?:(?:the|our|their) )?[a-z]+s? (?:is|are|was|were|will|can"
        r"|has|have|do|does|did))\b",
    ),
    Turn(
        "X143",
        "the verb before its subject",
        "never seldom rarely nowhere only circumstances time case once",
        r"^(?:Never|Seldom|Rarely|Nowhere|Not only|At no time|Under no circumstances|In no case"
        rf"|Never before|Only now|Not once) ((?:{HE}|(?:the|our|this) [a-z]+) (?:has|have|had|is"
        r"|was|are|were|will|can|did|do|does|must|should))\b",
    ),
    Turn(
        "X143",
        "the subject before its verb",
        "part participated participate visited presented held organised organized discussed "
        "carried created implemented shown given prepared planned / in during at on within there "
        "/ took participated participate was were participates",
        r"^(?:(?:In|During|At|On|Within) (?:the|this|our|these) (?:(?!that\b|which\b|who\b|we\b"
        r"|they\b|it\b|where\b)[a-z’'-]+ ){1,5}|There )((?:took part|participated?|(?:was|were) "
        rf"(?:{_MADE})) (?=(?:an?|more than|over|about|{SOME})\b)[\w ]+)",
    ),
    Turn(
        "X127",
        "the verb before there is: was organised, was held",
        "there / was were",
        r"\b([Tt]here (?:was|were) (?:organi[sz]ed|held|created|presented|carried out|discussed"
        r"|implemented|planned|prepared))(?= (?:an?|the|many|some|several|two|three|four|\d)\b)",
    ),
    Turn(
        "X143",
        "the subject before its verb",
        "there / prepared discussed conducted implemented elaborated organised organized",
        r"\b([Tt]here (?:was|were) (?:also )?(?:prepared|discussed|conducted|implemented"
        r"|elaborated|organi[sz]ed))(?= [a-z]+s\b)",
        NOTE,
    ),
    Turn(
        "X143",
        "the subject before its verb",
        "it / presented discussed organised organized created established explained prepared",
        r"\b([Ii]t (?:was|is|has been) (?:presented|discussed|organi[sz]ed|created|established"
        r"|explained|prepared))(?= (?:the|an?|our) [a-z]+)",
    ),
    # A subject for each verb.
    Turn(
        "X135",
        "it before it",
        "for / me us them many everyone / was is",
        r"^For (?:me|us|them|many|everyone|all of us) ((?:is|was)(?= (?:an?|the|very|really"
        r"|so)\b))",
    ),
    Turn(
        "X135",
        "it, what or who it is, before it",
        "is are was has",
        r"^((?:Is|Are|Was|Has) (?:where|located|composed|based|made up|funded|financed|coordinated"
        r"|aimed|organi[sz]ed|a (?:[a-z]+ )?(?:network|project|organi[sz]ation|association"
        r"|programme)))\b(?![^.]*\?)",
    ),
    Turn(
        "X127",
        "it is",
        "there / task pleasure honour honor duty challenge",
        r"\b([Tt]here (?:is|was))(?= an? (?:[a-z]+ ){0,2}(?:pleasure|honou?r|duty|task|challenge) "
        r"to [a-z]+)",
        NOTE,
    ),
    # Adverbs, objects and figures.
    Turn(
        "X143",
        "the small word behind",
        f"{_PARTED} / out up down off back away / it them",
        rf"\b(?:{_PARTED}) ((?:out|up|down|off|back|away) (?:it(?! (?:is|was|has|will|would|can"
        r"|works?|does|could|may|might|should|must|had|takes|costs)\b)|them))\b",
    ),
    Turn(
        "X143",
        "the day behind, or before it all",
        "yesterday",
        r"\b(?:visited|opened|met|saw|presented|announced|published|adopted|signed|launched"
        r"|closed) (yesterday)(?= (?:the|our|an?|its|their) [a-z]+)",
    ),
    Turn(
        "X143",
        "the adverb before the verb",
        "officially recently already yesterday finally quickly",
        r"\b(?:visited|opened|met|saw|presented|announced|published|adopted|signed|launched|closed"
        r"|received|built|sold|bought) (officially|recently|already|finally|quickly)(?= (?:the|our"
        r"|an?|its|their) [a-z]+)",
    ),
    Turn(
        "X143",
        "well behind the rest",
        "speaks speak spoke / well",
        r"\bsp(?:eaks?|oke) ((?:very |quite )?well) (?=English|French|German|Dutch|Spanish|Italian"
        r"|Portuguese|Polish)",
    ),
    Turn(
        "X143",
        "the thing before to",
        "gave offered sent handed / to / a an",
        r"\b(?:gave|offered|sent|handed) (to (?:the|our|all|its|their) [a-z]+) (?=an? (?!lesser"
        r"|greater)[a-z]+\b[^,]{0,20}[.,;])",
        NOTE,
    ),
    Turn(
        "X143",
        "the figure before other",
        "other / two three four five six seven eight nine ten",
        rf"{_NOT_THE}\b([Oo]ther (?:two|three|four|five|six|seven|eight|nine|ten))(?= (?:[a-z]+ )?"
        rf"(?:{_MANY})\b)",
    ),
    Turn(
        "X143",
        "the subject before the verb",
        "do does did had",
        r"\b(?:[Ee]xplain(?:s|ed)?|[Kk]nows?|[Uu]nderstand|[Aa]sk(?:s|ed)?|[Tt]ell"
        r"|[Ss]how(?:s|ed)?|[Ww]onder(?:s|ed)?|find out|discuss(?:ed)?|clear"
        r"|describes?|care|learn(?:ed|t)?|see|mind)"
        r" (?:[\w-]+ ){0,2}(?:why|how|when|where)(?: (?:often|much|many|\w+ly|long))?"
        r" (do|does|did|had)(?= (?:the|they|we|he|she"
        r"|it|these|their|our)\b)(?![^?]*\?)",
    ),
    Turn(
        "X143",
        "the thing before its verb",
        "how / it / looks works goes functions / the your our this a",
        r"\b[Hh]ow (it (?:looks|works|goes|functions))(?= (?:the|your|our|this|a)\b)",
    ),
    Turn("X143", "here comes", "here / it / comes", r"\b[Hh]ere (it comes)(?= (?:the|an?|our)\b)"),
    Turn("X143", "such a", "such", r"\b(a such)(?= [a-z]+)(?! as\b)"),
    Turn(
        "X143",
        "once",
        "also",
        r"\b[Aa]lso (?:be|been|is|are|has been|have been|will be|will) (also)\b",
    ),
    Turn(
        "X143",
        "a sentence that goes on: join it to the one before",
        "which",
        r"^(Which)(?= (?:shows?|showed|means|meant|is why|makes|made|allows|allowed|leads"
        r"|led|explains|explained|proves)\b)(?![^?]*\?)",
    ),
)
