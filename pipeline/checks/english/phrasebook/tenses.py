"""Times, moods and participles."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn
from pipeline.checks.english.vocabulary import DAYS, HE, MONTHS
from pipeline.checks.sheet import NOTE

_DONE = (
    "sunk|begun|swum|drunk|sung|gone|seen|written|taken|given|spoken|chosen|driven|grown|known"
    "|shown|thrown|forgotten|eaten|fallen|done"
)
_INDIRECT = frozenset(
    "wonder wondered ask asked know knows see sure doubt unclear question whether decide".split()
)
"""*We ask if they would have come.*"""
_OFFICES = (
    "President|Vice-President|Chair|Treasurer|Secretary|Director|Mayor|Member|Chairman|Chairwoman"
)
_SINCE = rf"{MONTHS}|{DAYS}|yesterday|last [a-z]+|(?:19|20)\d\d"
TURNS: tuple[Turn, ...] = (
    Turn(
        "X143",
        "it without of",
        "creating developing organising organizing improving providing implementing promoting "
        "supporting strengthening preparing managing producing publishing increasing introducing "
        "establishing / of",
        r"^(?:Creat|Develop|Organi[sz]|Improv|Provid|Implement|Promot|Support|Strengthen|Prepar"
        r"|Manag|Produc|Publish|Increas|Introduc|Establish)ing (of)(?= )",
    ),
    Turn("X143", "is still", "stills", r"\b(stills)(?= [a-z]+ing\b)"),
    # The perfect.
    Turn(
        "X143",
        "the present perfect: has, or have",
        "since",
        r"^(?:(?:I|We|They|He|She|It) (?!wanted|used|(?:\w+ ){1,9}(?:first|only|most|[a-z]+est)\b)"
        r"([a-z]{3,}ed|took|met|held|gave|saw|made|wrote|sent|built|went|came|became|grew) "
        rf"[^.,;:]{{2,40}} since (?:{MONTHS}|{DAYS}|last [a-z]+|then|20\d\d)(?=[.,;]|$))",
    ),
    Turn(
        "X143",
        "has been, or have been",
        f"is are am / {MONTHS} {DAYS} yesterday last since",
        r"^(?:He|She|They|We|I) (is|are|am) (?!.*\b(?:first|only|[a-z]+est)\b)[^.,;]{2,40} since "
        rf"(?:{_SINCE})\b",
    ),
    Turn(
        "X143",
        "has been, or have been",
        f"is are am / {MONTHS} {DAYS} yesterday last since",
        rf"\b(is|are|am) (?:not )?[a-z]+ing(?: [^.,;]{{1,30}})? since (?:{_SINCE})\b",
    ),
    Turn(
        "X143",
        "has been, or have been",
        "recently / is are there",
        r"^Recently,? (?:there|we|they|it|the [a-z]+) (is|are)\b",
    ),
    Turn(
        "X143",
        "since",
        "years / since / has have",
        r"\b(ha(?:s|ve) (?:\d+|two|three|four|five|many|several|ten) years since)\b",
    ),
    Turn(
        "X143",
        "the past, without has or have",
        "ago / have has",
        r"\b(?:years?|months?|weeks?|days?) ago,? (?:the |our )?[a-z]+ (have|has)(?= (?!to\b"
        r"|been\b|a\b|the\b|no\b)[a-z]+)",
    ),
    Turn(
        "X143",
        "the past, without has or have",
        "when / was were / have has",
        r"^When (?:I|we|he|she|they|it|the [a-z]+) (?:was|were) [a-z ]{2,20}, (?:I|we|he|she|they"
        r"|it) (have|has)(?= (?!to\b|been\b|a\b|the\b|no\b)[a-z]+)",
    ),
    Turn(
        "X143",
        "been before it",
        f"elected re-elected appointed named nominated / {_OFFICES}",
        rf"\b(?:has|have|had) ((?:re-)?elected|appointed|named|nominated)(?= (?:{_OFFICES}) (?:for"
        r"|until|by|at|in)\b)",
    ),
    # If and when.
    Turn(
        "X143",
        "the present behind it",
        "when once soon after until / will",
        r"^(?:When|As soon as|Once|After|Until) (?:(?:the|our|a|an|your|their) (?:[a-z]+ )?[a-z]+|"
        rf"{HE}) (will)(?= [a-z]+[^?,]*,)(?![^.]*\?)",
    ),
    Turn(
        "X143",
        "the present behind if",
        "if / will",
        "^If (?:it|the (?:weather|rain|snow)|there) (will)(?= (?:be )?[a-z]+,)",
    ),
    Turn(
        "X143",
        "had, or the past, behind if",
        "if / would / have",
        r"\b[Ii]f (?:I|we|they|you|he|she|it|the [a-z]+) (would have) (?:[a-z]+ed|been|known|had"
        r"|done|seen|taken|made|given|come|gone)\b",
        unless=_INDIRECT,
    ),
    Turn(
        "X143",
        "the past behind if",
        "if / would / have",
        rf"^If (?:{HE}|the [a-z]+) (would)(?= have (?!to\b|been\b|[a-z]+ed\b)[^.,]{{2,40}}, "
        r"(?:\w+ ){1,3}would\b)",
    ),
    # The past and its participle.
    Turn(
        "X143",
        "the past",
        f"{_DONE} / he she we they i",
        r"(?:^|(?<=[.,;] )|\b(?:and|but|that|because) )(?:[Hh]e|[Ss]he|[Ww]e|[Tt]hey|I) "
        rf"({_DONE})\b(?= (?:in|at|the|a|an|on|by|to|it|near|off|last|all|our|their|from|up"
        r"|down)\b)",
    ),
    Turn("X143", "paid, said, or risen", "payed sayed rised", r"(?<!to )\b(payed|sayed|rised)\b"),
    Turn(
        "X143",
        "cost",
        "costed",
        r"\b(costed)(?= (?:€|£|\$|\d|about|around|some|more|less|us|only))",
    ),
    Turn("X143", "shown", "showed", r"\b(?:was|were|is|are|been|being|be) (showed)\b"),
    Turn(
        "X143",
        "the participle",
        "contact award grant fund plan promote / be / by",
        r"\bbe (contact|award|grant|fund|plan|promote)(?= by\b)",
    ),
    Turn(
        "X143",
        "the past, or were able to",
        "could / visit meet taste admire discover enjoy",
        r"\b(?:[Ww]e|[Tt]he participants|[Pp]articipants|[Tt]he students|[Ss]tudents|[Tt]hey) "
        r"(could)(?= (?:also |finally |then )?(?:visit|meet|taste|admire|discover|enjoy)\b)",
        NOTE,
    ),
    Turn(
        "X143",
        "used to",
        "use / to / we they i",
        r"^(?:We|They|I) (use to)(?= (?:be|live|go|meet|work|say|think|play|swim)\b)",
    ),
    Turn(
        "X143",
        "the future, or another day",
        "next tomorrow",
        r"^(?:Next (?:week|month|year|spring|summer|autumn|winter)|Tomorrow),? (?:we|they|he|she"
        r"|it|(?:the|our) [a-z]+) ((?:was|were|did|had|went|met|took)\b|(?:visit|open|clos|start"
        r"|discuss|decid|announc|present|launch|publish|organis)ed\b)",
    ),
    # Passive, reflexive, and done already.
    Turn(
        "X143",
        "has graduated, or graduated",
        "graduated / is am",
        r"\b(?:is|I am) (graduated)(?= (?:from|in|at)\b)",
    ),
    Turn(
        "X143",
        "the verb without is or was",
        "is are was were been",
        r"\b((?:is|are|was|were) (?:consisted|happened|occurred|belonged|disappeared|existed))(?= "
        r"[a-z]+|[.,;])",
    ),
    Turn(
        "X143",
        "be, or are, before it",
        "who / involve involves interest interests locate locates situate situates dedicate "
        "dedicates",
        r"\bwho ((?:involve|interest|locate|situate|dedicate)s?)(?= (?:in|with|at|on|to|by)\b)",
    ),
    Turn(
        "X143",
        "open",
        "opened / is are",
        r"\b(?:registrations?|calls?|applications?|submissions?|exhibition|enrolment|competition"
        r"|library|office) (?:is|are) (?:now |already |still )?(opened)(?= (?:until|till|from|now"
        r"|to all|daily|for all|every)\b|[.,;!]|$)|\b(?:is|are) (opened)(?= (?:to|for) (?:all"
        r"|everyone|everybody|anyone|new)\b)",
    ),
    Turn(
        "X143",
        "benefit, without be",
        "benefit profit / be",
        r"\b(?:can|should|will|to|must|could|may) (be (?:benefit|profit))(?= from\b)",
    ),
    Turn(
        "X119",
        "the form in -ed",
        "exciting interesting boring disappointing confusing / am are was were",
        r"\b(?:[Ww]e|[Tt]hey|I|participants|students) (?:am|are|was|were) (?:very |so |really )?"
        r"(exciting|interesting|boring|disappointing|confusing)(?= (?:about|in|by|with|during)\b)",
    ),
    Turn(
        "X143",
        "the simple form: focus, aim",
        "focusing focussing aiming including consisting",
        r"\b(?:which|that) (?:is|are) (focusing|focussing|aiming|including|consisting)(?= (?:on|at"
        r"|to|of|in|the|a|an|various|many|all)\b)",
        NOTE,
    ),
    Turn(
        "X143",
        "the simple past: ago is over",
        "has have / ago",
        r"\b(has|have) (?:already |just |first )?(?:been )?\w+ (?:[\w-]+ ){0,5}(?:(?:\d+|two"
        r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
        r"|several|many|some|a few|a couple of)|a) (?:(?:years|months|weeks|days|hours"
        r"|minutes|decades|centuries)|year|month|week|decade|century) ago\b",
    ),
    Turn(
        "X143",
        "the simple past",
        "in / has have",
        r"^In (?:(?:January|February|March|April|May|June|July|August|September|October"
        r"|November|December) )?(?:19|20)\d\d,? (?:the|our|its|a|an|we|they|this)"
        r" (?:(?!that|which|who)\w+ ){0,3}(has|have)(?= (?:\w+ly )?(?:\w+ed|been \w+|become"
        r"|won|built|held|made|taken|begun|chosen|met|given)\b)(?![^.]* since\b)",
    ),
    Turn(
        "X119",
        "ago behind it, without before",
        "before",
        r"\b(?:opened|reopened|started|began|built|founded|closed|launched|joined|created"
        r"|elected|signed|came|left|adopted|introduced|bought|moved|won|created) (before)(?="
        r" (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
        r"|thirty|several|many|some|a few|a couple of) (?:years|months|weeks|days|hours"
        r"|minutes|decades|centuries)(?: (?:with|by|in|and|after|to|as|at|on|for|when)\b"
        r"|[.,]))",
    ),
    Turn(
        "X119",
        "for",
        "during",
        r"\b([Dd]uring)(?= (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        r"|fifteen|twenty|thirty|several|many|some|a few|a couple of) (?:years|months|weeks"
        r"|days|hours|minutes|decades)\b)",
    ),
    Turn(
        "X143",
        "the present: no will behind it",
        "soon until once / will",
        r"\b(?:as soon as|until|once) (?:the|a|our|their|all|its) (?:[\w-]+ ){1,3}(will)(?="
        r" (?:be|have|\w+)\b)(?!, )",
    ),
    Turn(
        "X143",
        "are without not: unless says it",
        "unless / not",
        r"\b[Uu]nless (?:they|it|you|we|he|she) (?:is|are|has|have|was|were|do|does) (not)\b",
    ),
    Turn(
        "X143",
        "the present perfect",
        "since",
        r"^Since (?:(?:January|February|March|April|May|June|July|August|September|October"
        r"|November|December) )?(?:19|20)\d\d,? (?:the|our|its|this) (?:[a-z-]+"
        r" ){1,2}?(finances|supports|works|offers|runs|organises|organizes|manages|provides"
        r"|helps|coordinates|leads|publishes|hosts|brings|is|has(?= (?:a|an|the)\b)|develops"
        r"|funds|promotes|advises|trains|represents|collects|uses)\b",
    ),
    Turn(
        "X143",
        "used",
        "use / is are was were be been",
        r"\b(?:are|were|be|been|(?:is|was)(?= \w+ use\b)) (?:(?:now|still|already|also|often|not"
        r"|[a-z]+ly) ){0,2}(use)(?= (?:at|in|by|for|to|as|with|on)\b|[.,])",
    ),
    Turn(
        "X143",
        "find",
        "found",
        r"(?:\b(?:[Dd]id|[Dd]o|[Dd]oes|[Cc]an|[Cc]ould|will|would|may|might|should) not"
        r"|\b(?:[Dd]id|[Dd]o|[Dd]oes|[Cc]ould|would|[Cc]a|should)n['’]t) (found)(?= (?:the|an?|any"
        r"|some|this|these|our|their|its|all|much|many|enough|no)\b)",
    ),
)
