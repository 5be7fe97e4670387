"""Comparing: as, than, like, more, too and enough."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn
from pipeline.checks.sheet import NOTE

_BIG = (
    "big|fast|cheap|strong|easy|large|small|poor|rich|safe|weak|happy|heavy|early|high|low|old"
    "|young|long|short|late|hard|busy|quick|slow|cold|warm|wide|dark|bright|near|deep|clean"
    "|quiet"
)
_TALL = (
    "taller|older|younger|bigger|smaller|larger|faster|better|worse|richer|stronger|higher|lower"
)
_UNITS = (
    "years?|months?|weeks?|days?|hours?|minutes?|seconds?|metres?|meters?|kilometres?"
    "|kilometers?|miles?|euros?|pounds?|dollars?|percent|degrees?|tonnes?|kilos?|grams?"
    "|litres?|kelvins?|inches|feet|hectares?|watts?|kilowatts?|megabytes?|points|times|yards"
    "|acres|decibels?"
)
_GOOD = (
    f"{_BIG}|good|bad|important|expensive|difficult|beautiful|interesting|clear|great|simple|useful"
)
TURNS: tuple[Turn, ...] = (
    # As and than.
    Turn(
        "X119",
        "as, not than",
        "than / possible / as",
        r"\bas (?:little|much|many|few|soon|often|far|long|well|quickly|[a-z]+ly)\b(?:(?!\b(?:more"
        r"|less|fewer|rather|other|better|worse|later|earlier|further|higher|lower|larger|smaller"
        r"|greater|longer|faster)\b)[^.;:]){0,60}? (than)(?= possible\b)",
    ),
    Turn(
        "X119",
        "than, behind more",
        "more fewer less / as",
        r"\b(?:[Mm]ore|[Ff]ewer|[Ll]ess) [a-z]+(?: or [a-z]+)?s? (as)(?= (?:on|in|at|during) "
        r"(?:an?|the|any|other|last|previous|most)\b)",
    ),
    Turn(
        "X143",
        "than to, and the infinitive",
        "than / to / it",
        r"\b[Ii]t (?:is|was|may be|can be|would be) (?:much |far |often )?(?:[a-z]+er|better|more "
        r"[a-z]+) to [a-z]+ [^.,;:]{2,40}? than ([a-z]{3,}ing)(?= [a-z]+)",
    ),
    Turn(
        "X119",
        "as, not like",
        f"so as / like / {_GOOD}",
        rf"\b(?:is|are|was|were|not) (?:as|so) (?:{_GOOD}) (like)(?= (?:the|an?|in|our|it|last)\b)",
    ),
    Turn(
        "X143",
        "twice as much as, or as many",
        "twice / more / than",
        r"\btwice (more(?: [a-z]+)? than)\b",
    ),
    Turn(
        "X119",
        "than, behind better",
        "better worse / that",
        r"(?<!It )(?<!it )\b(?:is|are|was|were) (?:much |far )?(?:better|worse) (that)(?= (?:the"
        r"|our|those|in|last|ours)\b)",
    ),
    Turn(
        "X119",
        "than, behind the form in -er",
        "as",
        r"\b(?:is|are|was|were) (?:much |far )?(?!late|after|under|over|ever|never|rather|other"
        r"|together|either)[a-z]{3,}er (as)(?= (?:in|on|at) (?:the (?:previous|last|other"
        r"|neighbouring)|other|previous|(?:19|20)\d\d)\b)",
    ),
    Turn(
        "X143",
        "the same as",
        "same / like",
        r"\bthe same (?:[a-z]+ )?(like)(?= (?:the|in|we|they|our|last|for|us|me)\b)",
    ),
    Turn(
        "X119",
        "as",
        "like / work works worked working",
        r"\bwork(?:s|ed|ing)? (like)(?= an? (?:teacher|trainer|nurse|doctor|volunteer|manager"
        r"|engineer|coordinator|journalist|lawyer|translator|assistant|facilitator|social worker"
        r"|youth worker)(?:[.,;]|$| (?:in|at|for)\b))",
    ),
    Turn(
        "X119",
        "than",
        "then / more less fewer",
        r"\b(?:more|less|fewer) [^.,;:]{2,40} (then)(?= (?:those|that of|the ones|any other|ever"
        r"|expected|usual|before|last year|planned)\b)",
    ),
    Turn(
        "X119",
        "than",
        f"{_TALL} / then",
        rf"\b(?:{_TALL}) (then)(?= (?:me|us|him|her|them|you|it|he|she|they|we|I)\b)",
    ),
    # How much.
    Turn(
        "X143",
        "the form in -er",
        f"more / {_BIG}",
        rf"^The (more (?:{_BIG}))(?= (?:the|an?|our|your|his|her|it|they|we|you)\b)|\b(more "
        rf"(?:{_BIG}))(?= than\b)(?! than [a-z]+[.,;])",
    ),
    Turn("X143", "much, before more", "very / more", r"\b([Vv]ery) more\b"),
    Turn(
        "X143",
        "fewer, of what is counted",
        "less / than",
        r"\b([Ll]ess)(?= than (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve"
        rf"|twenty|fifty|a hundred|half the) (?!(?:{_UNITS}|million|billion|thousand|hundred"
        r"|per)\b)[a-z]+s\b(?! (?:long|high|wide|deep|away|old|of age)\b)| than (?:\d[\d,]*|two"
        r"|three|four|five|ten|twenty|fifty) people\b)",
        NOTE,
    ),
    Turn(
        "X143",
        "enough behind it",
        f"enough / {_BIG} good clear simple brave important / for to",
        rf"\b(enough (?:{_BIG}|good|clear|simple|brave|important))(?= (?:for|to)\b)",
    ),
    Turn(
        "X143",
        "enough behind it",
        f"enough / {_GOOD}",
        rf"\b(?:is|are|was|were|not) (enough (?:{_GOOD}))(?=[.,;]|$)",
    ),
    Turn(
        "X143",
        "a thing that is too …",
        f"too / {_GOOD}",
        rf"(?<!all )(?<!far )\b([Aa] too)(?= (?:{_GOOD}) [a-z]+)",
    ),
    Turn(
        "X143",
        "very, or too, without much",
        f"much / too / {_GOOD}",
        rf"\b(too much (?:{_GOOD}))(?=[.,;]|$| (?:for|to)\b)",
    ),
    Turn(
        "X119",
        "too",
        "to / far much",
        rf"\b(?:far|much) (to)(?= (?:{_BIG}|many|few|much|little|often|bright|expensive|dangerous"
        r"|complicated|optimistic|complex|tired|loud|soon)\b)",
    ),
    Turn(
        "X119",
        "as",
        "than / as",
        r"\bas (?!more|less|rather|other|better|soon|well|\w+er\b)\w+ (than)\b",
    ),
    Turn(
        "X146",
        "to",
        "prefer prefers preferred / than",
        r"\b[Pp]refer(?:s|red)? \w+ing (?:[\w-]+ ){0,5}(than)\b(?! in\b)",
    ),
    Turn(
        "X119",
        "such",
        "so / a an",
        r"\b(?:is|was|were|are|be|been) (so)(?= an? )",
    ),
    Turn(
        "X119",
        "as",
        "like / works worked work",
        r"\b(?:who|she|he) (?:works|worked) (like)(?= an? \w+(?:or|er|ist|ian)\b)",
    ),
    Turn(
        "X143",
        "many more",
        "much / more",
        r"\b(?<!how )(?<!so )([Mm]uch more)(?= (?:contributions|people|cities|towns|visitors"
        r"|members|projects|applications|participants|events|questions|ideas|jobs|cars|bikes"
        r"|trees|schools|women|men|residents|citizens|countries|partners|opportunities"
        r"|activities|tools|details|problems|years|days|options|proposals|answers|places"
        r"|volunteers|services|buildings|complaints|buses|trams)\b)",
    ),
    Turn(
        "X119",
        "number",
        "amount amounts",
        r"\b(amounts?)(?= of (?:\w+ )?(?:volunteers|people|persons|visitors|participants"
        r"|citizens|residents|cities|towns|members|students|children|applications|projects"
        r"|events|questions|cars|bikes|jobs|homes|trees|users|partners|complaints|accidents"
        r"|passengers|countries|women|men)\b)",
    ),
    Turn(
        "X143",
        "another participle",
        "surprised interested excited confused disappointed worried shocked amazed",
        r"\b[Mm]ost (surprised|interested|excited|confused|disappointed|worried|shocked"
        r"|amazed)(?= (?:results?|news|figures?|study|findings?|fact|idea|part|story|thing"
        r"|aspect|discovery)\b)",
    ),
    Turn(
        "X143",
        "the adverb",
        "extreme incredible complete unusual absolute total perfect surprising remarkable"
        " exceptional relative",
        r"\b(extreme|incredible|complete|unusual|absolute|surprising|remarkable|exceptional"
        r"|relative)(?= (?!early|daily|family|weekly|monthly|yearly|elderly|friendly"
        r"|assembly|supply|reply|quarterly|only)\w+ly\b)",
    ),
)
