"""The form of a verb that another word has behind it."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn

_EVENT = (
    "meeting|project|event|programme|visit|tool|law|workshop|conference|study|fund|grant|plan"
    "|system|platform|network|exchange|survey|agreement|decision|initiative|measure|campaign"
)
_INVITED = "participate|join|visit|attend|come|discover|apply|share|read"
_LIKED = (
    "invite|thank|share|present|inform|offer|help|support|visit|participate|create|develop"
    "|improve|learn|ask|tell|express|stress|welcome|congratulate"
)
_VERBS = (
    "feel|think|understand|reali[sz]e|work|learn|become|see|be|believe|laugh|want|do|use|go"
    "|stay|leave|come|join|change|pay|stop|speak|talk"
)
TURNS: tuple[Turn, ...] = (
    # The infinitive with to.
    Turn(
        "X143",
        "the infinitive with to",
        "would should / like / -ing",
        r"\b(?:would|should) like (?!training|funding|housing|something|anything|nothing"
        r"|everything|parking|building|seating|lighting|meeting)([a-z]{2,}ing)(?= (?:you|the|an?"
        r"|our|your|all|to|them|this|him|her|us|it|in|on|at|with)\b)",
    ),
    Turn(
        "X143",
        "to, and the infinitive",
        "hesitate",
        r"\b[Hh]esitate ((?:to )?(?:contacting|writing|asking|calling|sending|joining|visiting)|"
        r"(?:contact|write|ask|call|send|join|visit|get)(?= (?:us|to|in|me|for)\b))",
    ),
    Turn(
        "X143",
        "the infinitive",
        "how / to / -ing",
        r"\b[Hh]ow to ((?!bring|sing|ring|swing|spring|string|cling|sting|fling|ping"
        r"|king)[a-z]{2,}ing)\b(?! [a-z]+ing\b)",
    ),
    Turn(
        "X135",
        "to before it",
        f"like / would should / {_LIKED}",
        rf"\b(?:would|should) like ({_LIKED})\b",
    ),
    Turn(
        "X135",
        "to before it",
        f"invite invites invited / you everyone everybody them / {_INVITED}",
        rf"\binvite[sd]? (?:you|everyone|everybody|them) (?:all )?({_INVITED})\b",
    ),
    Turn(
        "X135",
        "it before it",
        "make makes / easier harder difficult / to",
        r"\bmakes? ((?:much |more )?(?:easier|harder|difficult) to)\b",
    ),
    Turn(
        "X135",
        "to before it",
        "get gets got / know",
        r"\b([Gg]et know|[Gg]ets know|[Gg]ot know)\b",
    ),
    Turn(
        "X143",
        "the infinitive, without ing",
        "promoting creating developing supporting helping improving raising providing "
        "strengthening giving sharing building making encouraging / to / is was",
        r"\b(?:is|was) to ((?:promot|creat|develop|support|help|improv|rais|provid|strengthen|giv"
        r"|shar|build|mak|encourag)ing)\b",
    ),
    Turn(
        "X143",
        "to, without ensure; or that",
        "ensure ensures ensured ensuring / to",
        r"\bensur(?:e|es|ed|ing) (to)(?= [a-z]+)",
    ),
    Turn(
        "X143",
        "whom, and to: want you to …",
        "want wants wanted / that",
        r"\b(?:we|they|I|you|he|she|it|We|They|He|She|It) want(?:s|ed)? (that)(?= (?:the|our|all"
        r"|you|we|they|it|everyone|people|every|each)\b)",
    ),
    Turn(
        "X127",
        "aimed to, or aims to",
        "aim / has had have / to",
        r"\b((?:has|had|have) an aim)(?= to\b)",
    ),
    Turn(
        "X143",
        "the infinitive without to",
        "letting / to / us them you people others everyone",
        r"\b[Ll]etting (?:us|them|you|people|young people|others|everyone) (to)(?= [a-z]+)",
    ),
    Turn(
        "X143",
        "the infinitive without to",
        "make makes making made let lets / you us them him her me people / to",
        r"(?<!was )(?<!were )\b(?:makes?|making|made|lets?) (?:you|us|them|him|her|me|people) (to)"
        rf"(?= (?:{_VERBS})\b)",
    ),
    Turn("X143", "why, without to", "why / to", "^Why (to)(?= [a-z]+)"),
    # The infinitive alone, or the form in -ing.
    Turn(
        "X143",
        "the form without ing",
        "help helps helped / to / -ing",
        r"\bhelp(?:s|ed)? (?:[a-z]+ ){1,3}to ((?:enter|mak|find|us|reach|tak|giv|keep|build|get"
        r"|reduc|improv|develop|creat|solv|mov|liv|work|learn)ing)\b",
    ),
    Turn(
        "X143",
        "the infinitive",
        "help helps helped helping / -ing",
        r"\bhelp(?:s|ed|ing)? (?:(?:the|our|their|young) )?(?:staff|people|students|them|us|you"
        r"|children|participants|teachers|others|youngsters|members|users|citizens|partners) "
        r"(?:to )?((?:preparing|organi[sz]ing|finding|making|understanding|creating|developing"
        r"|improving|becoming|getting|choosing|reaching|building|integrating|learning|exploring"
        r"|solving|discovering))\b(?= (?!people|needs|skills|support|materials)[a-z]+)",
    ),
    Turn(
        "X143",
        "the form in -ing",
        "for / to / thank thanks sorry",
        r"\b(?:[Tt]hank you|[Tt]hanks|[Ss]orry) for (to [a-z]+)\b",
    ),
    Turn(
        "X127",
        "for, and the form in -ing",
        "thank / you / to",
        r"\b[Ww]e thank you (to)(?= (?!all|every|our|the|those|each|you|your|everybody|any)[a-z]+)",
    ),
    Turn(
        "X143",
        "the form in -ing",
        "use / no / to",
        r"\bno use (to)(?= (?!us|them|him|her|me|you|any|the|our|people|towns)[a-z]+)",
    ),
    Turn(
        "X127",
        "say whom, or use a noun",
        f"{_EVENT} it this that / permitted allowed enabled / to",
        rf"^(?:It|This|That|(?:The|Our|This) (?:{_EVENT})) (?:has |also |thus |has also )?"
        r"(?:permitted|allowed|enabled) (to)(?= [a-z]+\b(?![^.]* (?:was|were|is|are)\b))",
    ),
    Turn(
        "X143",
        "the form in -ing",
        "looking / forward / meet see hear work welcome receive host visit",
        r"^Looking forward to (meet|see|hear|work|welcome|receive|host|visit)\b",
    ),
    Turn(
        "X119",
        "on, and the form in -ing",
        "work works worked working / at",
        r"\bwork(?:s|ed|ing)? (at)(?= (?!building|housing|being|during|evening|boeing"
        r"|morning)[a-z]{2,}ing\b(?! (?:station|site|centre|company|level)))",
    ),
    Turn(
        "X143",
        "the form in -ing",
        "busy / to",
        r"(?<![Tt]oo )(?<!so )\b[Bb]usy (to)(?= (?!us|the|a|our|them|capacity|this|that)[a-z]+)",
    ),
    Turn(
        "X143",
        "the form in -ing",
        "spend spends spent / to / hours days weeks months years minutes",
        r"\b(?:spends?|spent) (?:[a-z]+ |\d+ ){1,3}(?:hours|days|weeks|months|years|minutes) (to)"
        r"(?= (?!the|a|our|date|come|no)[a-z]+ )",
    ),
    Turn(
        "X143",
        "it without of, or a noun",
        "improving developing strengthening promoting increasing supporting creating using "
        "organising implementing reducing / of",
        r"\b(?:by|for|through|at|on|is|are|and|in|to|of) ((?:improv|develop|strengthen|promot"
        r"|increas|support|creat|us|organis|implement|reduc)ing of)(?= [a-z]+)",
    ),
    # A clause.
    Turn(
        "X143",
        "that",
        "about that / inform informs informed informing",
        r"\binform(?:s|ed|ing)? (?:[a-z]+ )?(about that)(?= (?:the|our|we|they|it|he|she|there|you"
        r"|all)\b)",
    ),
    Turn(
        "X143",
        "that, and a verb",
        "you them everyone / hope recommend / to",
        r"\b(?:hope|recommend) (?:you|them|everyone) (to)(?= [a-z]+)",
    ),
    Turn(
        "X143",
        "it without that",
        "reason reasons / why / that",
        r"\breasons? why (that)(?= (?:the|an?|we|they|you|he|she|it|this|these|our|their|there"
        r"|people|many|most|some)\b)",
    ),
    Turn(
        "X127",
        "by",
        "characterised characterized surrounded accompanied financed funded organised organized "
        "supported inspired caused affected influenced shaped managed published produced "
        "coordinated replaced followed covered hosted attended presented / of",
        r"\b(?:is|are|was|were|be|been|being) (?:\w+ly |also |now )?((?:characteri[sz]|surround"
        r"|accompani|financ|fund|organi[sz]|support|inspir|caus|affect|influenc|shap|manag|publish"
        r"|produc|coordinat|replac|follow|cover|host|attend|present)ed of)\b",
    ),
)
