"""One word for another that sounds or looks much like it."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn, not_behind

_HOLDERS = (
    "volunteers?|mayors?|cities|towns|citizens?|residents?|members?|partners?|council|state"
    "|government|municipalit(?:y|ies)|teachers?|parents|women|museums?|schools?|regions?"
)
_HOW = "by|to|from|above|sharply|again|since|in"
_LEVELS = (
    "water|waters|river|rivers|level|levels|sea|seas|prices?|costs?|temperatures?|rents?"
    "|numbers?|shares?|rates?|turnout|demand|attendance|consumption|losses|sun|tide|lake"
)
_NO_MANGER = not_behind("a the feeding drinking water each their")
_WORK = (
    "project|process|work|meeting|programme|conference|discussion|planning|mandate|debate"
    "|event|procedure|design|campaign|investigation|partnership|negotiations"
)
_WHICH = "(?:the|an?|his|her|its|their|our|all|these|this)"
_OF_WHAT = (
    "course|end|number|part|middle|beginning|start|lot|rest|heart|side|list|use|front|majority"
    "|variety|range|series|lack|development|quality|members?|centre|center|state|ministry|kind|type"
    "|because|means|version|level|amount|results?|process|needs?|importance|role|cost|name|case"
    "|copy|copies|group|set|sort|couple|dozen|thousands|hundreds|millions|period|rate|share"
    "|percentage|total|form|field|area|idea|example|instead|out"
)
_IN_WHAT_WAY = (
    "environmental|economical|economic|social|ecological|financial|political|technical|cultural"
    "|emotional|physical|mental|commercial|potential|professional|scientific|historical|digital"
    "|technological"
)
TURNS: tuple[Turn, ...] = (
    # Verbs.
    Turn(
        "X119",
        "write",
        "wright rite",
        r"\b(?:to|[Pp]lease|can|will|must|should|could|would) (wright|rite)\b",
    ),
    Turn("X119", "been", "bean bin / has have had", r"\b(?:has|have|had) (bean|bin)\b"),
    Turn(
        "X119",
        "were",
        "where / by to into off",
        r"^(?:[^.?!:;]{3,40}, )?(?:the |our |these |all |most |some |many )?[a-z]+s (where) "
        r"(?!needed|used|required|situated|located|based|indicated|noted|given)(?:reduced|built"
        r"|[a-z]+ed|given|taken|made|held|sold|shown|told|chosen|sent)(?= (?:by|to|into|off)\b)"
        r"(?![^.]* (?:is|are|was|were|has|have|had|will|can|must|should)\b)",
    ),
    Turn(
        "X119",
        "affect",
        "effect",
        r"\b(?:will|can|may|could|would|might|does|negatively|directly|seriously|adversely) "
        r"(effect)(?= (?:the|our|your|their|its|his|all|every|us|them|people|how)\b(?! (?:change"
        r"|changes|transition|transfer|payment|repairs|reform)\b))",
    ),
    Turn(
        "X119",
        "accept",
        "except",
        r"^(?:We|I|They) (except)(?= (?:the|your|our|all|this|that|these)\b)",
    ),
    Turn(
        "X119",
        "passed",
        "past",
        r"\b(?:[Hh]e|[Ss]he|[Ww]e|[Tt]hey|I|council|parliament|assembly|board) (past)(?= (?:the"
        r"|an?|it|them|this|all|by|through|over)\b)",
    ),
    Turn(
        "X119",
        "rose",
        "raised",
        rf"\b(?i:{_LEVELS}) (?:have |has |had )?(raised)(?= (?:{_HOW})\b|[.,;]|$)",
    ),
    Turn(
        "X119",
        "rises, or rise",
        "raises raise",
        rf"\b(?i:{_LEVELS}) (?:will |can |may )?(raises?)(?= (?:{_HOW})\b|[.;]|$)",
    ),
    Turn("X119", "said", "told", r"[”»’],? (told)(?= (?:[A-Z][a-zà-ž]+|the|our|he|she)\b[^”]*$)"),
    Turn(
        "X119",
        "must",
        "most",
        r"^(?:You|We|They|Visitors|Members|All) (most)(?= (?:be|come|go|pay|apply|register|send"
        r"|write|bring|leave)\b)",
    ),
    Turn(
        "X119",
        "took place, or takes place",
        "part / took takes take taken",
        r"\b(?:[Ee]xchange|[Mm]eeting|[Ee]vent|[Cc]onference|[Ff]estival|[Ww]orkshop|[Ss]eminar"
        r"|[Tt]raining|[Cc]ourse|[Cc]eremony|[Cc]ompetition|[Ee]xhibition|[Cc]oncert|[Ww]ebinar"
        r"|[Mm]obility)s? (?:has |have |had |will |which )?(t(?:ook|akes?|aken) part)(?= (?:in|on"
        r"|from|at|between|during|online)\b)",
    ),
    # Nouns and adjectives.
    Turn(
        "X119",
        "whole",
        "hole",
        r"\b(hole)(?= (?:villages?|towns?|cit(?:y|ies)|country|countries|regions?|year|day|week"
        r"|night|month|team|world|famil(?:y|ies)|process|project|system|story|population|areas?"
        r"|neighbourhoods?|streets?|life|time|afternoon|morning|of the)\b)",
    ),
    Turn("X119", "summary", "summery", r"\b([Ss]ummery)(?= of\b)"),
    Turn(
        "X119",
        "principal",
        "principle",
        r"\b([Pp]rinciple)(?= (?:of (?:the|our|a) (?:school|college|academy)|(?:reason|aim|partner"
        r"|author|cause|city|source|investigator|engineer|goal|town|street)s?)\b)",
    ),
    Turn(
        "X119",
        "in principle",
        "principal / in",
        r"\b[Ii]n (principal)(?=[,.;]| (?:agree|the|it|we))",
    ),
    Turn("X119", "effect", "affect", r"\bThe (affect)(?= (?:of|on|is|was)\b)"),
    Turn(
        "X119",
        "dessert",
        "desert / served menu wine buffet spoon coffee",
        r"\b([Dd]esert)(?= (?:(?:was|is|are|were) served|menu|wine|buffet|spoon|and coffee)\b)",
    ),
    Turn(
        "X119",
        "role",
        "roll rolls",
        r"\b(?:[Pp]lay(?:s|ed|ing)? (?:an? )?(?:[a-z]+ )?|(?:key|leading|important|central|active"
        r"|vital|crucial|major|advisory) )(rolls?)(?= (?:in|of|for|as|to|is|was|and)\b|[.,;])"
        rf"|\b[Tt]he (roll)(?= of (?:the |our )?(?:{_HOLDERS})\b)",
    ),
    Turn(
        "X119",
        "outset",
        "onset / of",
        r"\bat the (onset)(?= of (?:an?|the|this|our|each|every|any|their|its) (?:[a-z]+ )?"
        rf"(?:{_WORK})\b)",
    ),
    Turn(
        "X143",
        "judicial",
        "judiciary",
        r"\b([Jj]udiciary)(?= (?:systems?|authorit(?:y|ies)|police|powers?|review|proceedings?"
        r"|cooperation|process|procedures?|institutions?|decisions?|supervision|staff)\b)",
    ),
    Turn(
        "X119",
        "field",
        "filed / of",
        r"\b(?:main|this|the|in|other|our|every|each|same|any) (filed)(?= of [a-z]+)",
    ),
    # Small words.
    Turn("X119", "who’s", "whose / who", r"\b([Ww]hose)(?= who\b)"),
    Turn("X119", "its", "own", r"\b([Ii]t['’]s)(?= own\b)"),
    Turn(
        "X119",
        "there",
        "they’re they re / is are was were",
        r"\b([Tt]hey[’']re)(?= (?:is|are|was|were)\b)",
    ),
    Turn(
        "X119",
        "whether",
        "weather",
        r"^(Weather)(?= (?:it|they|we|you|he|she|this|that|or not|the [a-z]+|an? [a-z]+) (?:is|are"
        r"|was|were|will|has|have|can|should|want|wants|works?|helps?)\b)|^(Weather)(?= or not\b)",
    ),
    Turn(
        "X119",
        "that",
        "than / said says think thinks thought know knows knew show shows showed means hope hopes "
        "believe believes announced explained",
        r"\b(?:said|says|thinks?|thought|knows?|knew|shows?|showed|means|hopes?|believes?"
        r"|announced|explained) (than)(?= (?:the|an?|our|they|we|it|he|she|all|this|these)\b)",
    ),
    Turn(
        "X119",
        "of",
        "off",
        r"\b(?:[Mm]ost|[Ss]ome|[Oo]ne|[Mm]any|[Ee]ach|[Bb]ecause|[Ii]nstead|[Pp]art|[Nn]umber"
        r"|[Mm]embers?|[Tt]hink(?:s|ing)?|[Tt]hought|aware|proud|full|kind|sort|out) (off)(?= "
        r"(?:the|our|these|their|this|all|its)\b(?! (?:shelf|coast|cuff|record|beaten|top|grid"
        r"|table|street|road|map|island|ground|wall|list|mark|hook)))",
    ),
    Turn("X119", "etc.", "ect", r"\b([Ee]ct)\b(?=[.,;)]|$)"),
    Turn(
        "X119",
        "through",
        "trough",
        rf"{_NO_MANGER}\b(trough)(?= (?:the|our|an?|this|these|their|its|his|her|which|[a-z]+ing"
        r"|different|various|non|all|many|voluntary|joint|common|art|sport|games?|music|education"
        r"|practical|[a-z]+al)\b)",
    ),
    Turn("X119", "formerly", "formally / known", r"\b([Ff]ormally)(?= known as\b)"),
    Turn(
        "X119",
        "because",
        "because due / of to / it they we he she there",
        r"\b([Bb]ecause of|[Dd]ue to)(?= (?:it|they|we|he|she|there) (?:is|was|were|are|had|has"
        r"|have|did|could|can|will|would|rained|[a-z]+ed)\b)",
    ),
    Turn("X119", "thanks, or thank you", "thank", r"^(Thank)(?= (?:for|to)\b)"),
    Turn(
        "X119",
        "past",
        "passed",
        r"\b(?:[Tt]he|[Tt]his) (passed)(?= (?:decade|year|years|months?|weeks?|days|century"
        r"|centuries|summer|winter)\b)",
    ),
    Turn(
        "X119",
        "everyday",
        "every / day life use lives",
        r"\b(every day)(?= (?:life|use|lives|language|practice|mobility|work|needs|problems"
        r"|situations|reality|tasks|culture)\b)",
    ),
    Turn(
        "X119",
        "may be",
        "maybe",
        r"\b(?:[a-z]{3,}s|it|they|this|that|we|you|which|who) (maybe)(?= (?:difficult|able"
        r"|used|useful|necessary|possible|too|found|made|needed|required|subject|easier"
        r"|harder|hard|seen|called|sent|paid|asked|given|\w{3,}ed)\b)",
    ),
    Turn(
        "X119",
        "from",
        "form",
        r"\b(?:came|come|comes|coming|arrived|arrives|benefit(?:s|ed)?|range[sd]?|ranging"
        r"|far|away|apart|different|learn(?:ed|t)?|received?|suffer(?:s|ed|ing)?|comments"
        r"|letters|visitors|delegates|people) (form)(?= (?:\d+|two|three|four|five|ten"
        r"|nineteen|twenty|all|the|our|their|other|many|both|[A-Z]\w+)\b)",
    ),
    Turn(
        "X119",
        "too",
        "to / is are was were seem seems remain remains come comes came",
        r"\b(?:is|are|was|were|seems?|remains?|comes?|came) (to)(?= (?:small|big|large|late"
        r"|early|high|low|long|expensive|difficult|far|narrow|old|young|weak|slow|few|many"
        r"|much|complex|complicated|dangerous|hot|loud) (?:to|for)\b)",
    ),
    Turn(
        "X119",
        "of",
        "off",
        rf"\b(?:{_OF_WHAT}) (off)(?= (?:the|an?|this|these|our|its|their|his|her|all|[A-Z][a-z]+"
        r"|people|[a-z]{3,}s)\b)(?! the (?:coast|shelf|ground|road|record|beaten|air))",
    ),
    Turn(
        "X119",
        "can",
        "cam / we you they i it who he she",
        r"\b(?:[Ww]e|[Yy]ou|[Tt]hey|I|[Ii]t|who|[Hh]e|[Ss]he) (cam)(?= [a-z]+)",
    ),
    Turn("X119", "accept", "excepted", rf"\b(excepted)(?= {_WHICH}\b)"),
    Turn(
        "X119",
        "accept",
        "except",
        r"\b(?:[a-z]+ly|will|would|can|could|may|must|should|to|we|they|you) (except)"
        rf"(?= {_WHICH}\b)",
    ),
    Turn(
        "X119",
        "the worst, or the best",
        "worse better / of",
        r"\b[Tt]he (worse|better)(?= of (?:the|our|their|its|these)\b)"
        r"(?! of \w+ (?:\w+ )?(?:two|pair)\b)",
    ),
    # What is in front says how, not of what kind.
    Turn(
        "X119",
        "the adverb",
        _IN_WHAT_WAY.replace("|", " "),
        rf"\b((?i:{_IN_WHAT_WAY}))(?= (?:friendly|sound|viable|sustainable|responsible|conscious"
        r"|aware|feasible|neutral|acceptable|beneficial|disadvantaged|relevant|engaged|driven|motivated"
        r"|excluded|important|useful|dangerous|harmful|available|difficult|efficient|effective"
        r"|complex)\b)",
    ),
)
