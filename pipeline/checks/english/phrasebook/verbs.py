"""The small word that a verb has behind it, and those that need none."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn, not_behind
from pipeline.checks.english.vocabulary import EVERYBODY, PEOPLE, SOME
from pipeline.checks.sheet import NOTE

_BODIES = (
    "partner|partners|organisation|organisations|organization|organizations|association"
    "|associations|teachers|students|participants|people|municipality|ministry|school|university"
    "|government|volunteers|members|foundation|team"
)
_NOT_WAS = not_behind("was were been be is")
_PUBLIC = (
    "citizens|residents|people|members|the public|the population|visitors|young people|them|us"
    "|you|participants|parents|families|victims|staff|users|officials|stakeholders|inhabitants"
)
_TONGUES = (
    "English|French|German|Polish|Spanish|Italian|Portuguese|Dutch|Greek|Czech|language|languages"
)
TURNS: tuple[Turn, ...] = (
    # Another one.
    Turn(
        "X146",
        "into",
        "broken divided subdivided split grouped sorted / to",
        rf"\b(?:broken down|divided|subdivided|split(?: up)?|grouped) (to)(?= (?:{SOME}|groups"
        r"|teams|parts|sections|phases|stages|steps|categories)\b)",
    ),
    Turn("X146", "of", "composed / from", r"\b(?:is|are|was|were|being) composed (from)\b"),
    Turn(
        "X146",
        "of, behind consist",
        "consist consists consisted consisting / from by on with",
        r"\bconsist(?:s|ed|ing)? (from|by|on|with)\b",
    ),
    Turn(
        "X146",
        "on, where one focuses",
        "focused focussed / to",
        r"\b(?:is|are|was|were) (?:mainly |mostly )?focuss?ed (to)(?= [a-z]+)",
    ),
    Turn(
        "X146",
        "by",
        "from / organised organized attended led coordinated implemented funded financed "
        f"supported prepared founded co / {_BODIES} union eu commission erasmus",
        r"\b(?:organi[sz]ed|attended|led|coordinated|implemented|(?:co-)?f(?:unded|inanced)"
        r"|supported|prepared) (from)(?= (?:(?:the|our|an?|its|their|\d+|[a-z]+) ){0,2}"
        rf"(?:European (?:Union|Commission)|Erasmus\+|EU(?=[.,;]|$)|{_BODIES})(?!\w)(?! (?:budget"
        r"|funds?|across|of\b|from|all|around|to\b)))",
    ),
    Turn(
        "X146",
        "by",
        "from / visited attended followed joined signed / people visitors participants guests",
        r"\b(?:visited|attended|followed|joined|signed) (from)(?= (?:more than |over |about "
        r"|almost |nearly |around )?\d[\d,]* (?:people|visitors|participants|guests)\b)",
    ),
    Turn(
        "X146",
        "in, where one takes part",
        "participate participates participated participating / on",
        r"\b[Pp]articipat(?:e|es|ed|ing) (on)(?= (?:the|an?|our|this|all)\b(?! (?:call|panel"
        r"|board)))",
    ),
    Turn(
        "X146",
        "in, where one takes part",
        "part / take takes taking took taken / on",
        r"\bt(?:ake|akes|aking|ook|aken) part (on)(?= (?:the|an?|our|this|all)\b(?! \w+ of))",
    ),
    Turn(
        "X146",
        "to, behind dedicated",
        "dedicated addressed / for",
        r"\b(?:is|are|was|were|been|be|[a-z]+s) (?:dedicated|addressed) (for)(?= (?:the|an?|our"
        rf"|all|young|[a-z]+ )?(?:{EVERYBODY}|project|topic|[a-z]+ing)\b)",
    ),
    Turn(
        "X146",
        "at",
        "directed / on",
        r"\b(?:is|are|was|were|be|been|project|projects|activities|measures|actions|programme) "
        r"(?:mainly |mostly )?directed (on)\b",
    ),
    Turn(
        "X146",
        "with, behind cooperate",
        "cooperate cooperates cooperated cooperating collaborate collaborates collaborated / to at",
        r"\b[Cc]ooperat(?:es?|ed|ing) (to)(?= (?:the|our|many|other|local|several)\b)",
    ),
    Turn(
        "X146",
        "with, behind deal",
        "deal deals dealt dealing / about",
        r"(?<!great )(?<!good )(?<!a )\b(?:deals?|dealt|dealing) (about)\b",
    ),
    Turn("X146", "aim at", "aim aims aimed / on", r"\baim(?:s|ed)? (on)(?= [a-z]+ing\b)"),
    Turn(
        "X146",
        "aim at",
        "aim aims aimed aiming / to",
        r"\b(?:aims|aimed|aiming) (to)(?= (?:the|an|a|this|these|our)\b)",
    ),
    Turn(
        "X146",
        "aim to",
        "aim aims aimed / at",
        r"\b(?:[Aa]ims?|which aimed|that aimed) (at)(?= (?:protecting|improving|strengthening"
        r"|promoting|reducing|preventing|supporting|developing|creating|providing|ensuring"
        r"|encouraging|raising|building|fostering|helping|making|giving) )",
        NOTE,
    ),
    Turn(
        "X146",
        "to",
        "invite invited invites / in on for",
        r"\binvit(?:e|es|ed) (?:you |them |us |everyone |all )?(on)(?= (?:the|our|an?|this) "
        r"(?:[a-z]+ )?(?:meeting|conference|event|exhibition|concert|festival|workshop|party"
        r"|dinner|seminar)\b)",
    ),
    Turn(
        "X146",
        "with, behind share",
        "share shares shared sharing / to",
        r"\bshar(?:e|es|ed|ing) (to)(?= (?:us|them|me|you|others|everyone)\b)",
    ),
    Turn(
        "X146",
        "in",
        f"available / on / {_TONGUES}",
        rf"\b[Aa]vailable (on)(?= (?:[a-z]+ ){{0,2}}(?:{_TONGUES})\b)",
    ),
    Turn(
        "X146",
        "into",
        f"translated / in / {_TONGUES}",
        rf"\b[Tt]ranslated (in)(?= (?:[a-z]+ ){{0,2}}(?:{_TONGUES})\b)",
    ),
    Turn(
        "X146",
        "to",
        "forward / for of / look looking looks",
        r"\b[Ll]ook(?:ing|s)? forward (for|of)\b",
    ),
    Turn(
        "X127",
        "remember, without about",
        "remember remembers remembered remind / about",
        r"\b(?:[Rr]emember(?:s|ed)?) (about)(?= (?:the|our|your|their|this|that|it|us|\[))",
    ),
    Turn(
        "X146",
        "in, or with",
        "assist assists assisted assisting / for",
        r"\bassist(?:s|ed|ing)? (for)(?= [a-z]+(?:ing|ment|ion)\b)",
    ),
    Turn(
        "X146",
        "about, or of",
        "inform informs informed informing / on",
        rf"\b[Ii]nform(?:s|ed|ing)? (?:all |our |the |local |its |their )?(?:{_PUBLIC}) (on)(?= "
        r"(?:the|their|its|our|your|his|how|what|these|this|all)\b(?! (?:spot|day|phone|website"
        r"|site|web|page|eve|ground|basis|one|internet|occasion)\b))",
    ),
    Turn(
        "X127",
        "count on",
        "count counts counted counting / with",
        r"\bcount(?:s|ed|ing)? (with)(?= (?:your|you|us|them)\b)",
    ),
    Turn(
        "X127",
        "reply to",
        "reply replies replied replying / on at",
        r"\brepl(?:y|ies|ied|ying) (on|at)(?= (?:the|this|your|our|an?|all|any) (?:letter|email"
        r"|e-mail|question|message|request|invitation|survey)s?\b)",
    ),
    Turn(
        "X127",
        "access to",
        "access / at in into",
        r"\b[Aa]ccess (at|in|into)(?= the (?:building|museum|site|hall|platform|website|data"
        r"|information|service)s?\b)",
    ),
    Turn(
        "X135",
        "to behind it",
        "thanks / realised realized implemented possible organised organized financed created",
        r"\b(?:reali[sz]ed|implemented|possible|organi[sz]ed|financed|created) (thanks)(?= (?:the"
        r"|our|an?)\b)",
    ),
    Turn(
        "X119",
        "off",
        "of / turn turned turns turning switch switched switches switching shut set called "
        "signed laid",
        r"\b(?:turn(?:ed|s|ing)?|switch(?:ed|es|ing)?|shut|set|called|signed|laid) (of)(?=[.,;]| "
        r"(?:at|in|for|on|when|after|before|during|by|again)\b)",
    ),
    # None.
    Turn(
        "X146",
        "the verb without to",
        "thank / to",
        r"\b(?:[Ww]e|I|like to|want to|also|and) thank (to)(?= (?:all|our|the|every|you|those)\b)",
    ),
    Turn(
        "X146",
        "the verb without with",
        "contact / with",
        r"\b(?:to|can|could|may|should|will|must|[Pp]lease) contact (with)(?= (?:us|me|him|her"
        r"|them)\b)",
    ),
    Turn(
        "X146",
        "the verb without with",
        "know / with / got get getting",
        r"\b(?:get|got|getting) to know (with)\b",
    ),
    Turn(
        "X146",
        "it without to",
        "visited visit visits / to",
        r"\b(?:[Ww]e|[Tt]hey|I|[Hh]e|[Ss]he|students|participants|teachers|group|also|then|and|to"
        r"|then|will|can|delegation) (?:also |then )?visit(?:ed|s)? (to)(?= (?:the|an?|our|some"
        r"|many|several|different|[A-Z]))",
    ),
    Turn(
        "X127",
        "tell, without to",
        "to / tell tells told telling inform informs informed",
        rf"\b{_NOT_WAS}(?:[Tt]ells?|told|telling|inform|informs|informed) (to)(?= (?:the (?!left"
        r"|right)|our |your |their |his |her |all |us\b|them\b|him\b|everyone\b|people\b|you\b"
        r"|me\b|each )[a-z]*)",
    ),
    Turn(
        "X127",
        "help, without to",
        "to / help helps helped helping",
        r"\bhelp(?:s|ed|ing)? (to)(?= (?:the(?! extent| point| degree)|our|your|their|these|those"
        r"|all|local|other|people|them|us|you)\b(?! [a-z]+ing\b))",
    ),
    Turn(
        "X146",
        "without to",
        f"help helps / to / {EVERYBODY}",
        r"\b(?:(?:can|could|will|would|to|may|we) help|helps) (to)(?= (?:young )?"
        rf"(?:{EVERYBODY})\b)",
    ),
    Turn(
        "X146",
        "the person without to",
        f"gave give gives given giving / to / chance opportunity possibility / {PEOPLE} them us",
        rf"\bg(?:ave|ives?|iven|iving) (to)(?= (?:young )?(?:{PEOPLE}|them|us) (?:the |an? )?"
        r"(?:chance|opportunity|possibility)\b)",
    ),
    Turn(
        "X127",
        "enter, without into",
        "enter enters entered entering / into",
        r"\benter(?:s|ed|ing)? (into)(?= (?:the|an?|our|this) (?:building|house|room|hall|school"
        r"|museum|town|city|country|site|station)\b)",
    ),
    Turn(
        "X127",
        "answer, without to",
        "answered answering / to / question questions",
        r"\banswer(?:ed|ing) (to)(?= (?:the|this|these|your|our|their|all) "
        r"(?:[a-z]+ )?questions?\b)",
    ),
    Turn(
        "X127",
        "congratulate, without to",
        "to / congratulate congratulated congratulates congratulating",
        r"\bcongratulat(?:e|es|ed|ing) (to)\b",
    ),
    # One that is missing, or whom it is said to.
    Turn(
        "X135",
        "with before it",
        "cooperate collaborate communicate interact / other",
        r"\b(?:cooperate|collaborate|communicate|interact) (each other)\b",
    ),
    Turn(
        "X146",
        "it to you, or without you",
        "you / announce present explain propose describe",
        r"\b(?:announce|present|explain|describe|propose) (you)(?= (?:the|that|our|an?|some|this"
        r"|these|all|how|what|two|three)\b)",
    ),
    Turn(
        "X127",
        "confirm to us, or confirm alone",
        "confirm confirms confirmed / us me",
        r"\bconfirm(?:s|ed)? (us|me)(?= (?:your|the|that|whether|if|their)\b)",
    ),
    Turn(
        "X127",
        "we look forward to",
        "looking forward",
        r"\b(?:[Ww]e|I) (?:are |am )?(?:look|looking) (forward you|forward your|forward the)\b",
    ),
    Turn(
        "X146",
        "to",
        "contribute contributes contributed contributing / in",
        r"\b[Cc]ontribut(?:es?|ed|ing) (in)(?= (?:the|a|an|its|our|this|these|their"
        r"|[a-z]+ing)\b)(?! (?:an?|the|this|these|its|our) (?:\w+ )?(?:future|coming|past|next"
        r"|last|same|way|ways|years?|months?|weeks?|days?|area|field|form|kind|long|short|case)\b)",
    ),
    Turn(
        "X127",
        "the infinitive: want somebody to do something",
        "want wants wanted / that",
        r"\b[Ww]ant(?:s|ed)? (that)(?= (?:the|an?|we|they|it|you|he|she|all|every|everyone"
        r"|this|these|their|our|more|no)\b)(?! (?:the|an?|this|it)[.,])",
    ),
    Turn(
        "X146",
        "of",
        "consist consists consisted / in",
        r"\b[Cc]onsist(?:s|ed)? (in)(?= (?:\d|two|three|four|five|six|seven|eight|nine|ten"
        r"|eleven|twelve|several|many|some)\b)",
    ),
    Turn(
        "X119",
        "carry out",
        "carry carries carried carrying / on",
        r"\b[Cc]arr(?:y|ies|ied|ying) (on)(?= (?:an?|the|this|our|their|several|many) (?:\w+"
        r" )?(?:survey|study|studies|research|analysis|assessment|evaluation|audit"
        r"|investigation|interviews?|inspection|checks?|works?)\b)",
    ),
    Turn(
        "X119",
        "told, or said to",
        "said / that",
        r"\b(said)(?= (?:(?:the|his|her|their|our) (?:delegates|members|journalists|mayors?"
        r"|press|council|residents|citizens|participants|audience|deputies|representatives"
        r"|partners|parents|pupils|students|reporters|staff)|us|them|me|him) that\b)",
    ),
    Turn(
        "X119",
        "raised",
        "risen rose rise rises",
        r"\b(rise|rises|rose|risen)(?= (?:awareness|the (?:question|issue|alarm|profile|bar"
        r"|standard)|concerns|questions|money|funds|public awareness)\b)",
    ),
    Turn(
        "X119",
        "affected",
        "effected",
        r"\b(effected)(?= (?:by|the|our|their|many|all)\b)|\b(?:badly|severely|negatively"
        r"|positively|directly|strongly|adversely|most|worst|seriously|deeply) (effected)\b",
    ),
    Turn(
        "X119",
        "effect",
        "affect / on",
        r"\b(affect)(?= on\b)",
    ),
    Turn(
        "X143",
        "save",
        "safe",
        r"\b(?:to|can|will|may|could|would|should|must|towns?|cities|city|households|us"
        r"|them) (safe)(?= (?:money|time|energy|lives|costs|thousands|millions|\d|two|three"
        r"|ten|twenty|thirty|up to|about|around|more than)\b)",
    ),
    Turn(
        "X119",
        "lose",
        "loose / will may might can could would not must should never",
        r"\b(?:[Ww]ill|may|might|can|could|would|not|must|should|never) (loose)(?="
        r" (?!ends?\b))",
    ),
    Turn(
        "X127",
        "to",
        "switch switches switched switching listen listens listened listening adapt adapts adapted "
        "adapting adhere adheres adhered adhering correspond corresponds corresponded / at",
        r"\b(?:[Ss]witch(?:es|ed|ing)?|[Ll]isten(?:s|ed|ing)?|[Aa]dapt(?:s|ed|ing)?"
        r"|[Aa]dher(?:e|es|ed|ing)|[Cc]orresponds?|[Cc]orresponded) (at)"
        r"(?= (?:the|our|its|their|an?|other|others|alternative|new|this|these|[a-z]+s)\b)"
        r"(?! the (?:same|end|beginning|start|next|last|door|latest|time|event|meeting)\b)",
    ),
    Turn(
        "X127",
        "debate, without about",
        "debate debated / about",
        r"\b(?:to|will|can|could|should|would|must|may|we|they|members|mayors|delegates|not"
        r"|representatives|participants|who) (debated? about)\b",
    ),
)
