"""What every schoolbook of English warns of, and writers of other languages do all the same."""

from __future__ import annotations

from pipeline.checks.sheet import NOTE, WARNING
from pipeline.errors import Level

_SINCE = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Monday"
    "|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|last [a-z]+|(?:19|20)\\d\\d"
)
_SINCES = (
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday yesterday last since"
)
_ADJ = (
    "big|fast|cheap|strong|easy|large|small|poor|rich|safe|weak|happy|heavy|early|high|low|old"
    "|young|long|short|late|hard|busy|quick|slow|cold|warm|wide|dark|bright|near|deep|clean|quiet"
    "|good|bad|important|expensive|difficult|beautiful|interesting|clear|great|simple|useful"
)
_HE = "he|she|it|we|they|you|I"
_KNOW = "know|wonder|ask|asked|tell|tells|explain|understand|see|remember|find out|decide|say"
_PERSON = (
    "someone|somebody|anyone|anybody|everyone|everybody|nobody|woman|man|person|girl|boy|teacher"
    "|friend|colleague"
)
_EVENT = (
    "meeting|project|event|programme|visit|tool|law|workshop|conference|study|fund|grant|plan"
    "|system|platform|network|exchange|survey|agreement|decision|initiative|measure|campaign"
)
_PLACE = (
    "town|city|village|region|museum|project|building|programme|report|boat|house|country|bridge"
    "|street|school|festival|network"
)
_DONE = (
    "sunk|begun|swum|drunk|sung|gone|seen|written|taken|given|spoken|chosen|driven|grown|known"
    "|shown|thrown|forgotten|eaten|fallen|done"
)
_TALL = (
    "taller|older|younger|bigger|smaller|larger|faster|better|worse|richer|stronger|higher|lower"
)
SCHOOLBOOK: tuple[tuple[str, str, str, str, Level], ...] = (
    # Code, what is right, words of which one of each kind is in it, the form, how surely.
    # One and many.
    ("X120", "the verb of one", "neither / were are have / of",
     r"\b[Nn]either of (?:the|these|those|our|them)(?: [a-z]+)? (were|are|have)\b", NOTE),
    ("X120", "the verb of many", "police / is was has",
     (r"(?<!of )(?<!by )(?<!with )(?<!to )(?<!for )(?<!from )(?<!in )(?<!on )(?<!between )"
      r"\b[Tt]he (?:local |national |municipal |federal )?police (is|was|has)"
      r"(?= (?:[a-z]+(?:ing|ed)|been|to|not|also|often)\b)"), WARNING),
    ("X120", "the verb of one", "news / are were have",
     r"^(?:The|This|Our|Good|Bad|Latest|Such)(?: [a-z]+)? news (are|were|have)\b", WARNING),
    ("X120", "the verb of one", "mathematics physics economics electronics gymnastics linguistics",
     r"^(?:Mathematics|Physics|Economics|Electronics|Linguistics|Gymnastics) (are|were|have)\b",
     WARNING),
    ("X143", "that", "those / kind type sort / of", r"\b([Tt]hose) (?:kind|type|sort) of\b",
     WARNING),
    ("X143", "other, without s", "each / others", r"\b[Ee]ach (others)\b(?!['’])", WARNING),
    # Times and moods.
    ("X143", "has been, or have been", f"is are am / {_SINCES}",
     (rf"^(?:He|She|They|We|I) (is|are|am) (?!.*\b(?:first|only|[a-z]+est)\b)[^.,;]{{2,40}} since "
      rf"(?:{_SINCE})\b"), WARNING),
    ("X143", "has been, or have been", f"is are am / {_SINCES}",
     rf"\b(is|are|am) (?:not )?[a-z]+ing(?: [^.,;]{{1,30}})? since (?:{_SINCE})\b", WARNING),
    ("X143", "the present behind it", "when once soon after until / will",
     (r"^(?:When|As soon as|Once|After|Until) (?:(?:the|our|a|an|your|their) (?:[a-z]+ )?[a-z]+"
      rf"|{_HE}) (will)(?= [a-z]+[^?,]*,)(?![^.]*\?)"), WARNING),
    ("X143", "the present behind if", "if / will",
     r"^If (?:it|the (?:weather|rain|snow)|there) (will)(?= (?:be )?[a-z]+,)", WARNING),
    ("X143", "the past behind if", "if / would / have",
     (rf"^If (?:{_HE}|the [a-z]+) (would)(?= have (?!to\b|been\b|[a-z]+ed\b)[^.,]{{2,40}}, "
      r"(?:\w+ ){1,3}would\b)"), WARNING),
    ("X143", "the past", f"{_DONE} / he she we they i".replace("|", " "),
     (rf"(?:^|(?<=[.,;] )|\b(?:and|but|that|because) )(?:[Hh]e|[Ss]he|[Ww]e|[Tt]hey|I) ({_DONE})\b"
      r"(?= (?:in|at|the|a|an|on|by|to|it|near|off|last|all|our|their|from|up|down)\b)"), WARNING),
    ("X143", "used to", "use / to / we they i",
     r"^(?:We|They|I) (use to)(?= (?:be|live|go|meet|work|say|think|play|swim)\b)", WARNING),
    ("X143", "the infinitive with to", "would should / like / -ing",
     (r"\b(?:would|should) like (?!training|funding|housing|something|anything|nothing|everything"
      r"|parking|building|seating|lighting|meeting)([a-z]{2,}ing)(?= (?:you|the|an?|our|your|all|to"
      r"|them|this|him|her|us|it|in|on|at|with)\b)"), WARNING),
    ("X143", "the form in -ing", "for / to / thank thanks sorry",
     r"\b(?:[Tt]hank you|[Tt]hanks|[Ss]orry) for (to [a-z]+)\b", WARNING),
    ("X143", "the form in -ing", "use / no / to", (r"\bno use (to)(?= (?!us|them|him|her|me|you"
    r"|any|the|our|people|towns)[a-z]+)"), WARNING),
    ("X143", "the form without ing", "help helps helped / to / -ing",
     (r"\bhelp(?:s|ed)? (?:[a-z]+ ){1,3}to ((?:enter|mak|find|us|reach|tak|giv|keep|build|get|reduc"
     r"|improv|develop|creat|solv|mov|liv|work|learn)ing)\b"), WARNING),
    ("X127", "say whom, or use a noun", f"{_EVENT} it this that / permitted allowed enabled / "
    f"to".replace(
        "|", " "),
     (rf"^(?:It|This|That|(?:The|Our|This) (?:{_EVENT})) (?:has |also |thus |has also )?"
      r"(?:permitted|allowed|enabled) (to)(?= [a-z]+\b(?![^.]* (?:was|were|is|are)\b))"), WARNING),
    ("X143", "the future, or another day", "next tomorrow",
     (r"^(?:Next (?:week|month|year|spring|summer|autumn|winter)|Tomorrow),? "
      r"(?:we|they|he|she|it|(?:the|our) [a-z]+) ((?:was|were|did|had|went|met|took)\b"
      r"|(?:visit|open|clos|start|discuss|decid|announc|present|launch|publish|organis)ed\b)"),
     WARNING),
    # What stands before what.
    ("X143", "the subject before its verb", "where / the a an our",
     (r"(?<!and )\bwhere ((?:lives?|stands?|lies?|works?|stood|lived|sits?|takes place|took place"
      r"|meets?) (?:the|an?|our))\b(?![^.]*\?)"), WARNING),
    ("X143", "the verb before its subject", ("never seldom rarely nowhere only circumstances time "
    "case once"),
     (r"^(?:Never|Seldom|Rarely|Nowhere|Not only|At no time|Under no circumstances|In no case"
      rf"|Never before|Only now|Not once) ((?:{_HE}|(?:the|our|this) [a-z]+) "
      r"(?:has|have|had|is|was|are|were|will|can|did|do|does|must|should))\b"), WARNING),
    ("X143", "the subject before its verb", "can could would do / you / tell show explain know say",
     (r"\b(?:[Cc]an|[Cc]ould|[Ww]ould|[Dd]o) you (?:please )?(?:tell|show|explain|know|say)"
      rf"(?: (?:me|us))? (?:where|when|why|how|what) ((?:is|are|was|were|do|does|did|can) "
      rf"(?:the [a-z]+|{_HE}))\b(?! matter)"), WARNING),
    ("X143", "the subject before its verb", f"{_KNOW} / what where when how / is are was were / the"
     .replace("|", " "),
     (rf"\b(?:{_KNOW})(?: (?:me|us|you|them))? (?:what|where|when|how) "
      r"((?:is|are|was|were) the (?!matter)[a-z]+)(?=[.,;]|$)"), WARNING),
    ("X143", "the subject before its verb", f"{_KNOW} / how / does do did".replace("|", " "),
     (rf"\b(?:{_KNOW})(?: (?:me|us|you|them))? how (?:much|many|long|far|often)(?: [a-z]+)? "
      rf"((?:does|do|did) (?:{_HE}|the [a-z]+))\b(?![^.]*\?)"), WARNING),
    ("X143", "the day behind, or before it all", "yesterday",
     (r"\b(?:visited|opened|met|saw|presented|announced|published|adopted|signed|launched|closed) "
     r"(yesterday)(?= (?:the|our|an?|its|their) [a-z]+)"), WARNING),
    ("X143", "the adverb before the verb", "officially recently already yesterday finally quickly",
     (r"\b(?:visited|opened|met|saw|presented|announced|published|adopted|signed|launched|closed"
     r"|received|built|sold|bought) (officially|recently|already|finally|quickly)"
     r"(?= (?:the|our|an?|its|their) [a-z]+)"), WARNING),
    ("X143", "well behind the rest", "speaks speak spoke / well",
     (r"\bsp(?:eaks?|oke) ((?:very |quite )?well) (?=English|French|German|Dutch|Spanish|Italian"
      r"|Portuguese|Polish)"), WARNING),
    ("X143", "the thing before to", "gave offered sent handed / to / a an",
     (r"\b(?:gave|offered|sent|handed) (to (?:the|our|all|its|their) [a-z]+) "
      r"(?=an? (?!lesser|greater)[a-z]+\b[^,]{0,20}[.,;])"), NOTE),
    # How much, and as what.
    ("X143", "a thing that is too …", f"too / {_ADJ}".replace("|", " "),
     rf"(?<!all )(?<!far )\b([Aa] too)(?= (?:{_ADJ}) [a-z]+)", WARNING),
    ("X143", "enough behind it", f"enough / {_ADJ}".replace("|", " "),
     rf"\b(?:is|are|was|were|not) (enough (?:{_ADJ}))(?=[.,;]|$)", WARNING),
    ("X119", "as, not like", f"so as / like / {_ADJ}".replace("|", " "),
     rf"\b(?:is|are|was|were|not) (?:as|so) (?:{_ADJ}) (like)(?= (?:the|an?|in|our|it|last)\b)",
     WARNING),
    ("X143", "twice as much as, or as many", "twice / more / than",
     r"\btwice (more(?: [a-z]+)? than)\b", WARNING),
    ("X119", "than", f"{_TALL} / then".replace("|", " "),
     rf"\b(?:{_TALL}) (then)(?= (?:me|us|him|her|them|you|it|he|she|they|we|I)\b)", WARNING),
    ("X143", "very, or too, without much", f"much / too / {_ADJ}".replace("|", " "),
     rf"\b(too much (?:{_ADJ}))(?=[.,;]|$| (?:for|to)\b)", WARNING),
    ("X119", "than, behind better", "better worse / that",
     (r"(?<!It )(?<!it )\b(?:is|are|was|were) (?:much |far )?(?:better|worse) (that)"
      r"(?= (?:the|our|those|in|last|ours)\b)"), WARNING),
    ("X119", "than, behind the form in -er", "as",
     (r"\b(?:is|are|was|were) (?:much |far )?(?!late|after|under|over|ever|never|rather|other"
      r"|together|either)[a-z]{3,}er (as)(?= (?:in|on|at) (?:the (?:previous|last|other|neighb"
      r"ouring)|other|previous|(?:19|20)\d\d)\b)"), WARNING),
    # Who and which.
    ("X119", "who", f"{_PERSON} / which".replace("|", " "),
     rf"\b(?:{_PERSON}) (which)\b(?! (?:is why|means|is what)\b)", WARNING),
    ("X119", "which, or that", f"{_PLACE} / who".replace("|", " "),
     rf"^(?:The|A|Every|Each|This|One) (?:[a-z]+ )?(?:{_PLACE}) (who)(?= [a-z]+)", WARNING),
    ("X119", "which", "that / the our its",
     (r"^(?:The|Our|Its) [a-z]+, (that)(?= (?:is|was|lies|has|stands|had|will|can|opened|closed) "
      r"[^,]*,)(?! is,)"), WARNING),
    ("X119", "why, or that", "reason / because", r"\b[Tt]he (?:main |real )?reason (because)\b",
     WARNING),
    ("X119", "when", "where / day year week month moment evening night",
     (rf"\b(?:[Tt]he|[Ee]very|[Ee]ach) (?:day|year|week|month|moment|evening|night) (where)"
      rf"(?= (?:{_HE}|the)\b)"), NOTE),
    ("X119", "that", "everything all anything nothing something / what",
     (r"\b(?:[Ee]verything|[Aa]ll|[Aa]nything|[Nn]othing|[Ss]omething) (what)"
      rf"(?= (?:{_HE}|is|was)\b)(?<!after all what)"), WARNING),
    ("X143", "my … and I", "me / and", r"^(Me) and (?:my|our|the)\b", WARNING),
    ("X143", "me", "between for with to / and / i",
     r"\b(?:[Bb]etween|for|with|to) (?:you|him|her|them|my [a-z]+|the [a-z]+) and (I)(?=[.,;]|$)",
     WARNING),
    ("X143", "I", "myself / and",
     r"\band (myself)(?= (?:will|have|are|were|would|can|went|met|had)\b)", WARNING),
    ("X143", "themselves, or himself", "theirself theirselves hisself themself",
     r"\b(theirsel(?:f|ves)|hisself)\b", WARNING),
    # Said twice no.
    ("X143", "ever: not has said it", "never / t not", r"(?:n[’']t|\bnot) (never)\b", WARNING),
    ("X143", "the verb without not", "nobody nothing one / not t cannot never",
     (r"\b(?:[Nn]obody|[Nn]o one) ((?:did|does|do|has|will|can|is|was|would|could)(?:n[’']t| not)"
      r"|cannot|won[’']t|never)\b"), WARNING),
    ("X143", "anything, or anybody", "nothing nobody / have has had hadn haven hasn",
     r"\b(?:have|has|had)(?:n[’']t| not) (nothing|nobody)\b", WARNING),
    # One word for another.
    ("X119", "its", "own", r"\b([Ii]t['’]s)(?= own\b)", WARNING),
    ("X143", "the apostrophe", "own / is are was were has have will can must",
     (r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Ee]ach|[Ee]very) ([a-z]{3,}(?<!s)s)(?= own "
      r"(?!now|today|there|here|already|together|more|most|land|so)[a-z]+ "
      r"(?:is|are|was|were|has|have|will|can|must)\b)"), WARNING),
    ("X119", "principal", "principle",
     (r"\b([Pp]rinciple)(?= (?:of (?:the|our|a) (?:school|college|academy)"
      r"|(?:reason|aim|partner|author|cause|city|source|investigator|engineer|goal|town|street)s?)"
      r"\b)"), WARNING),
    ("X119", "in principle", "principal / in", r"\b[Ii]n (principal)(?=[,.;]| (?:agree|the|it|we))",
     WARNING),
    ("X119", "affect", "effect",
     (r"\b(?:will|can|may|could|would|might|does|negatively|directly|seriously|adversely) "
      r"(effect)(?= (?:the|our|your|their|its|his|all|every|us|them|people|how)\b(?! (?:change|"
      r"changes|transition|transfer|payment|repairs|reform)\b))"), WARNING),
    ("X119", "effect", "affect", r"\bThe (affect)(?= (?:of|on|is|was)\b)", WARNING),
    ("X119", "accept", "except",
     r"^(?:We|I|They) (except)(?= (?:the|your|our|all|this|that|these)\b)", WARNING),
    ("X119", "dessert", "desert / served menu wine buffet spoon coffee",
     r"\b([Dd]esert)(?= (?:(?:was|is|are|were) served|menu|wine|buffet|spoon|and coffee)\b)",
     WARNING),
    ("X119", "passed", "past",
     (r"\b(?:[Hh]e|[Ss]he|[Ww]e|[Tt]hey|I|council|parliament|assembly|board) (past)"
      r"(?= (?:the|an?|it|them|this|all|by|through|over)\b)"), WARNING),
    ("X119", "formerly", "formally / known", r"\b([Ff]ormally)(?= known as\b)", WARNING),
    # Words and small words of other languages.
    ("X127", "experienced", "experimented",
        (r"\b(?:very|highly|more|an|most|our) (experimented)(?= (?!with\b|on\b"
         r"|in\b)[a-z]+)"), WARNING),
    ("X127", "current", "actual",
     (r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Ii]ts) (actual)(?= (?:president|mayor|director|government"
      r"|minister|crisis|mandate|chair|board|secretary|legislation)\b)"), NOTE),
    ("X127", "if need be", "eventually / can could may might",
     r"^(Eventually)(?=,? (?:you|participants|members) (?:can|could|may|might)\b)", NOTE),
    ("X127", "training", "formation",
     (r"\b(?:[Oo]ur|[Tt]he|[Aa]|[Tt]his) (formation)(?= (?:lasts?|session|is free|takes place"
      r"|course)\b)"), WARNING),
    ("X127", "ask", "demand demanded demands / to",
     r"\b(demand(?:s|ed)?)(?= (?:you|us|them|him|people|members) to\b)", WARNING),
    ("X127", "for, and the form in -ing", "thank / you / to",
     (r"\b[Ww]e thank you (to)(?= (?!all|every|our|the|those|each|you|your|everybody|any)[a-z]+)"),
     WARNING),
    ("X127", "count on", "count counts counted counting / with",
     r"\bcount(?:s|ed|ing)? (with)(?= (?:your|you|us|them)\b)", WARNING),
    ("X127", "only", "unique / the",
     (r"\b(?:is|was|are) the (unique)(?= (?!identifier|number|id|name|code|key|reference|feature"
      r"|character|selling)[a-z]+ (?:in|with|that|which|to)\b)"), NOTE),
    ("X127", "enter, without into", "enter enters entered entering / into",
     (r"\benter(?:s|ed|ing)? (into)(?= (?:the|an?|our|this) (?:building|house|room|hall|school"
      r"|museum|town|city|country|site|station)\b)"), WARNING),
    ("X127", "reply to", "reply replies replied replying / on at",
     (r"\brepl(?:y|ies|ied|ying) (on|at)(?= (?:the|this|your|our|an?|all|any) (?:letter|email"
      r"|e-mail|question|message|request|invitation|survey)s?\b)"), WARNING),
    ("X127", "in, of a part of the day", "at / morning afternoon evening / the",
     r"\b([Aa]t)(?= the (?:morning|afternoon|evening)(?:[.,;]|$| of \d))", WARNING),
    ("X127", "answer, without to", "answered answering / to / question questions",
     (r"\banswer(?:ed|ing) (to)(?= (?:the|this|these|your|our|their|all) "
      r"(?:[a-z]+ )?questions?\b)"), WARNING),
    ("X127", "congratulate, without to", ("to / congratulate congratulated congratulates "
    "congratulating"),
     r"\bcongratulat(?:e|es|ed|ing) (to)\b", WARNING),
    ("X127", "in an increase", "increase decrease rise drop / of / number",
     r"\b(?:an|the) (?:increase|decrease|rise|drop) (of)(?= the number\b)", WARNING),
    ("X127", "access to", "access / at in into",
     (r"\b[Aa]ccess (at|in|into)(?= the (?:building|museum|site|hall|platform|website|data"
      r"|information|service)s?\b)"), WARNING),
    ("X127", "similar to", "similar / as", r"\b[Ss]imilar (as)(?= (?:that|the|those|in|to|our)\b)",
     WARNING),
    ("X127", "in spite of, or despite", "spite", r"\b([Ii]n spite)(?! of\b)(?= [a-z]+)", WARNING),
    ("X127", "thanks to", "thanks / for",
     r"^(Thanks for)(?= (?:the|a|an|its|their) [^.!?,]{3,60}, (?:the|we|it|this|they)\b)", WARNING),
    ("X135", "all the", "the / all", (r"\b([Tt]he all)(?= (?!important|clear|round"
    r"|time)[a-z]+s\b)"), NOTE),
    ("X135", "it without the", "climate / change",
     r"\b([Tt]he)(?= climate change(?:[.,;]|$| (?:is|has|was|will)\b))", WARNING),
    ("X120", "the form with s", "what / most is next here",
     r"\b[Ww]hat (matter|count|happen|remain|follow|surprise|worry)(?= (?:most|is|next|here)\b)",
     WARNING),
    ("X143", "benefit, without be", "benefit profit / be",
     r"\b(?:can|should|will|to|must|could|may) (be (?:benefit|profit))(?= from\b)", WARNING),
)  # fmt: skip
