"""Blunders: forms and small words that are wrong in every English sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.english import grammar, turns
from pipeline.checks.french import blunders as french
from pipeline.checks.french import phrases
from pipeline.checks.french.compounds import of_compounds
from pipeline.checks.french.moods import of_moods
from pipeline.checks.french.particles import of_contractions, of_negations
from pipeline.checks.french.questions import of_indirect
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet

_PAST = (
    "sent|went|took|gave|made|came|held|built|met|kept|bought|brought|spoke|wrote|began|became"
    "|knew|told|paid|spent|taught|grew|drew|understood|lost|won"
)
_BASE = (
    "publish|organise|organize|adopt|create|develop|include|provide|receive|accept|elect|announce"
    "|establish|implement|improve|introduce|involve|prepare|reduce|replace|select|teach|send|give"
    "|write|choose|bring|speak|hold|approve|reject|complete|sign|fund|finance|invite|inform|publish"
)
_BARELY = (
    (
        f"{_BASE}|translate|subtitle|distribute|determine|describe|discuss|decide|deliver|discover"
        "|divide|donate|educate|employ|enable|examine|expand|explain|explore|install|maintain"
        "|modify"
        "|notify|obtain|occupy|postpone|preserve|prevent|promote|prove|recognise|recommend|refuse"
        "|register|relocate|remove|renovate|require|resolve|restore|reveal|revise|solve|strengthen"
        "|submit|summarise|unveil|validate|verify|demolish|dismantle|exclude|improve|inaugurate"
    )
    .replace("|complete", "")
    .replace("|elect", "")
    .replace("|finance", "")
    .replace("|fund", "")
)
_CERTAIN = _BASE.replace("|complete", "").replace("|sign", "").replace("|fund", "").replace(
    "|finance", ""
).replace("|hold", "|hold(?! on)")  # fmt: skip
_VERB = (
    "reduce|improve|increase|develop|help|support|create|make|give|build|bring|prevent|protect"
    "|ensure|provide|show|find|reach|raise|promote|strengthen|foster|encourage|organise|take|get"
)
_OWNED = (
    "own|members|rights|needs|lives|voices|children|homes|funding|experience|knowledge|cities"
    "|towns|streets|partners|neighbours|budgets|families|jobs|ideas|parents|views"
)
_COUNTED = (
    "people|cities|towns|members|visitors|residents|citizens|participants|cars|children|accidents"
    "|crimes|jobs|houses|thefts|events|projects|partners|complaints|incidents|places"
)
_SEVERAL = (
    "cities|countries|towns|children|partners|activities|women|studies|policies|municipalities"
    "|authorities|strategies|stakeholders|meetings|workshops|recommendations|schools|participants"
)
_ONE = (
    "city|country|project|town|person|child|activity|study|policy|municipality|strategy|event"
    "|meeting|workshop|recommendation|measure|area|neighbourhood|school|partner"
)
_DONE = (
    r"(?!(?:indeed|need|feed|seed|speed|proceed|succeed|exceed|embed|shed|breed|heed|bleed|weed"
    r"|wed|bed|red|led|fed|shred|sled|spread)\b)[a-z]{2,}ed"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})"
_MANY = (
    "projects|programmes|cities|countries|towns|meetings|workshops|sessions|regions|networks"
    "|spaces|areas|years|days|months|weeks|topics|issues|problems|challenges|activities"
    "|initiatives|policies|practices|tools|questions|groups|partners|organisations|organizations"
    "|services|products|results|documents|recommendations|strategies|municipalities|communities"
    "|neighbourhoods|methods|events|conferences|seminars|associations|institutions|authorities"
)
_BEFORE = (
    "in|of|for|with|by|from|on|at|through|within|during|about|between|among|under|across|into|all"
)
_SUCH_AS = (
    "new|common|different|main|key|important|local|European|regional|national|international|public"
    "|social|political|last|first|two|three|various|several|small|large|urban|joint"
)
_ALSO_A_NOUN = (
    "address|support|attend|launch|host|award|manage|follow|welcome|cause|influence|affect|guide"
    "|own|chair|moderate|sponsor|visit|review|share|train|elaborate|challenge|confirm|draft|endorse"
    "|enhance|guarantee|handle|illustrate|initiate|inspire|judge|mark|monitor|motivate|perform"
    "|produce|propose|question|reward|target|threaten|trigger|witness|coordinate|facilitate"
    "|conduct|perceive|consider|define|describe|identify|represent|lead|attack"
)
_LANDS = (
    "Europe|France|Italy|Spain|Germany|Portugal|Greece|Belgium|Poland|Romania|Bulgaria|Croatia"
    "|Slovenia|Hungary|Austria|Sweden|Denmark|Finland|Norway|Ireland|Turkey|Tunisia|Morocco|Africa"
    "|Asia|Catalonia|Albania|Serbia|Switzerland|Luxembourg|Malta|Cyprus|Latvia|Lithuania|Estonia"
)
_LAPSES = (
    "years|months|weeks|days|decades|editions|meetings|sessions|hours|chapters|centuries|seasons"
    "|phases|conferences|projects|workshops|quarters"
)
_FROM = (
    r"(?:(?:the )?(?:end|beginning|start|middle|summer|autumn|spring|winter) of "
    r"|(?:early|late|mid) |[A-Z][a-z]{2,8} )"
)
_REGULAR = (
    "holded choosed catched teached thinked writed bringed buyed builded drived eated falled "
    "feeled fighted finded forgetted gived goed growed keeped knowed losed maked meeted "
    "runned seeked selled sended sitted speaked spended standed taked telled throwed "
    "understanded spreaded splitted cutted setted overcomed"
)
"""Pasts that would be regular, of verbs that are not."""
_WORKS = "works|lives|leads|coordinates|teaches|serves|manages|directs|chairs|heads|collaborates"
_BLUNDERS = {
    # What is right -> words of which one of each kind is always in it, and where it is wrong.
    "its irregular past": (_REGULAR, rf"\b({_REGULAR.replace(' ', '|')})\b"),
    "e.g., or i.e.": ("eg ie", r"(?<![\w.])((?:eg|ie)\.)(?= ?[\w“\"])"),
    "than": ("then", (r"(?<!, )\b(?:[Mm]ore|[Ll]ess|rather|better|fewer|higher|lower|larger|older"
             r"|greater|younger|bigger|smaller) (then)\b(?= (?:\d|[a-z]+)\b)"
             r"(?! (?:goes|went|was|is|we|they|you|he|she)\b)")),
    "their": ("there", (rf"\b(there)(?= (?:{_OWNED})\b)(?! \w+ (?:is|are|was|were)\b)"
              r"(?! needs to be\b)")),
    "principal": ("principle", (r"\b(principle)(?= (?:reasons?|aims?|objectives?|goals?|cities|city"
                  r"|partners?|author|source|cause|square|town|residence|challenges?)\b)")),
    "affect": ("effect effects", (r"\b(?:may|can|could|will|would|might|does|that|which) (effects?)"
               r"(?= (?:everyone|everybody|us|them|people|citizens|residents|many|all)\b)"
               r"|\b[a-z]+ (effects)(?= (?:everyone|everybody|us|them)\b)")),
    "the infinitive": (
        f"will would can could should must may might shall / {_PAST}",
        (rf"\b(?:will|would|can|could|should|must|may|might|shall)(?: also| not)? ({_PAST})\b"
        r"(?! (?:and|or)\b)"),
    ),
    "the participle": (
        (f"been be was were has have had / {_BASE}|{_BARELY} fell rose arose did ate flew froze "
         "hid sank tore wore woke saw sang ran"),
        (rf"\b(?:has|have|had) been ({_BASE})\b(?!-)|\b(?:will|would|can|could|must|should"
        rf"|may|to) be(?: also)? ({_BARELY})\b(?!-)|\b(?:was|were) ({_CERTAIN})(?= (?:by|in|on|at"
        r"|to|for|from|last|with)\b)|\b(?:has|have|had)(?: not| also)? (fell|rose|arose|did|ate"
        r"|flew|froze|hid|sank|tore|wore|woke|saw|sang|ran)\b"),
    ),
    "the infinitive without to, or the form in -ing": (
        f"to / at for of by / {_VERB}", rf"\b(?:at|for|of|by) (to)(?= (?:{_VERB})\b)(?<!for to)",
    ),
    "the infinitive behind to": (
        "have has had want wants need needs able going ought / to",
        (r"\b(?:have|has|had|want|wants|need|needs|able|going|ought) to ((?!(?:need|feed|seed"
        r"|proceed|succeed|exceed|speed|embed|shed|breed|heed|bleed|weed|wed|bed"
        r"|red)\b)[a-z]+ed)\b"),
    ),
    "fewer": (f"less / {_COUNTED}", rf"\b([Ll]ess)(?= (?:{_COUNTED})\b)(?<!or less)(?<!no less)"),
    "open": ("opened", (r"\b(?:is|are|remains?|stays?) (opened)(?= (?:until|from \d|every|daily|all"
             r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b)")),
    "has been, or have been": (
        "since / is are",
        (r"\b(is|are)(?= (?:a |an |the )?(?:member|partner|twinned|active|working|running"
        r"|based|located|part|available|closed|open|engaged|involved)\b[^.,;]{0,40} since (?:19|20)"
        r"\d\d\b)"),
    ),
    "has, or have, and the participle": (
        f"since / is are {_WORKS.replace('|', ' ')}",
        (rf"(?<!the )(?<!of )(?<!its )(?<!their )(?<!his )(?<!her )\b({_WORKS})"
        r"(?= (?:(?!\b(?:has|have|had|who|which|that|but|when|where|was|were|is|are|first|only"
        r"|most|[a-z]+est)\b)[^.;:]){0,140}?(?<!ed)(?<!kept)(?<!built)(?<!made)(?<!held)(?<!run)"
        r"(?<!and) since (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b(?! (?:is|has|was|he|she|they|it|we)\b))"
        r"|\b(is|are)(?= since (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b(?! that\b))"),
    ),
    "the decade without apostrophe": ("s", r"(?<!\d)((?:19|20)\d0['’]s)(?!\w)"),
    "the plural without apostrophe": (
        "ngo mp mep sme gp ceo pdf faq url dvd cv ngos",
        (r"\b((?:NGO|MP|MEP|SME|GP|CEO|PDF|FAQ|URL|DVD|CV)['’]s)(?=[.;]| (?:and|were|are|have|who"
        r"|that|in|for|to|from|working)\b)"),
    ),
    "children’s, women’s, men’s": (
        "childrens womens mens", r"\b([Cc]hildrens|[Ww]omens|[Mm]ens)(?![\w])",
    ),
    "the apostrophe behind the time": (
        "notice walk drive experience leave imprisonment delay",
        (r"\b(?i:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d{1,2}) "
        r"((?:days|weeks|months|minutes|hours|years))(?= (?:notice|walk|drive|leave|imprisonment"
        r"|delay|experience(?! [a-z]+s\b))\b)"),
    ),
    "please without a comma": (
        "please", r"\b([Pp]lease,)(?= (?:contact|send|write|see|visit|call|register|click|note)\b)",
    ),
    "despite, or in spite of": ("despite", r"\b([Dd]espite of)\b"),
    "according to": ("according", r"\b([Aa]ccording)(?= (?:the|our|a|an|its|their|this|these)\b)"),
    "due to": ("due", (r"(?<!the )\b([Dd]ue)(?= the (?:lack|fact|crisis|rain|rise|number|high|many)"
               r"\b)")),
    "such as": ("such", r"\b([Ss]uch us)\b"),
    "regardless of": ("regardless", r"\b([Rr]egardless)(?= (?:the|their|its|our|whether|if)\b)"),
    "as a result": ("results / as", r"\b[Aa]s a (results)(?= of\b)"),
    "use cases, test cases, user stories": (
        "uses users tests / cases stories",
        r"(?<![Ss]he )(?<!\b[Hh]e )(?<!\b[Ii]t )(?<!who )\b((?:uses|tests) cases|users stories)\b",
    ),
    "one article, or the word that is missing": (
        "the a an", (r"(?<![\w’'.-])((?:the|an?) (?:the|an?)|the (?:of|to|and|with|are|were|has"
                     r"|have"
        r"|which|their|our|its|these))(?= [a-z]{2,})(?<!\ba a)(?<!the the)(?<!\*the \w\w)"),
    ),
    "posed": ("posted", r"\b(?:challenges?|threats?|risks?|dangers?|problems?) (posted)(?= by\b)"),
    "consist of": ("consist consists consisted", (r"\bconsist(?:s|ed)? (in|on)(?= (?:a|an|two|three"
                   r"|four|five|six|several|many|\d+)\b)")),
    "comply with": ("comply complies complying", r"\bcompl(?:y|ies|ying) (to)\b"),
    "congratulate on": ("congratulate congratulated", (r"\bcongratulated? [^.,;]{3,40} (for)"
                        r"(?= (?:their|his|her|its|the)\b)")),
    "fast": ("fastly", r"\b(fastly)\b"),
    "the one form of more": (
        "more", (r"\b(more (?:better|easier|safer|cheaper|bigger|faster|older|higher|lower|stronger"
        r"|cleaner|greener|larger|smaller|worse|happier|simpler))\b"),
    ),
    "no comma behind and": (
        "and or", (r"(?<=\w), [^,;.]{3,40} ((?:and|or),)(?= (?:the|a|an|its|their|our)? ?[a-z]+ "
        r"[^,;:]*[.;])"),
    ),
    "a small letter for the season": (
        "autumn spring summer winter",
        (r"\b(?:in|by|since|until|every|last|next|this|late|early|mid|of) (?:the )?"
        r"((?:Autumn|Winter|Summer|Spring))(?=[.,;)]| (?:and|or|of|the|we|to|with|when|is|was)\b)"),
    ),
    "a piece of it, or no article": (
        "information advice equipment feedback software evidence furniture homework / a an",
        (r"\b([Aa]n?)(?= (?:information|advice|equipment|feedback|software|evidence|furniture"
        r"|homework)(?:[.,;]| (?:about|on|in|of|for|from|that|which|is|was)\b))"),
    ),
    "much, or a good deal of": (
        "information advice equipment knowledge evidence progress feedback",
        (r"\b(many|several|various|numerous|few)(?= (?:information|advice|equipment|knowledge"
        r"|evidence|progress|feedback)(?:[.,;]| (?:about|on|in|of|for|that|which|are|is)\b))"),
    ),
    "many": (
        "much / cities people problems projects countries members visitors things questions",
        (r"\b([Mm]uch)(?= (?:cities|people|problems|projects|countries|members|visitors|things"
        r"|questions)\b)"),
    ),
    "the plural behind one of the": (
        "one / main biggest largest best key major oldest greatest most",
        (r"\bone of the (?:most [a-z]{4,}|main|biggest|largest|best|key|major|oldest|greatest) "
        r"(?:[a-z]+-[a-z]+ )?"
        r"((?!people|children|women|men|media|data|criteria|known|seen|loved|used|phenomena)"
        r"[a-z]{4,}(?<!s))(?= (?:in|of|for)\b|[.,;])"),
    ),
    "these": (
        f"this / {_SEVERAL.replace('|', ' ')}", rf"\b([Tt]his)(?= (?:{_SEVERAL})\b(?![’'-]))",
    ),
    "this, or that": (
        f"these those / {_ONE.replace('|', ' ')}",
        rf"\b([Tt]h[eo]se)(?= (?:{_ONE})\b(?![’'-])(?! [a-z-]+s\b))",
    ),
    "the singular behind each": (
        f"each every / {_SEVERAL.replace('|', ' ')}", rf"\b(?:[Ee]ach|[Ee]very) ({_SEVERAL})\b",
    ),
    "both": ("both", r"\b([Tt]he both)(?= [a-z]+)"),
    "the simple form: consists, depends": (
        "consisting depending belonging containing costing / is are was were",
        (r"(?<!there )\b((?:is|are|was|were) (?:consisting of|depending on|belonging to"
        r"|containing|costing))(?= [a-z\d]+)"),
    ),
    "the infinitive behind it": (
        "can could will would should must may might / by in to at on for with per the from",
        (rf"\b(?:can|could|will|would|should|must|may|might)(?: not| also)? ({_DONE})"
        r"(?= (?:by|in|to|at|on|for|with|per|the|from)\b)"),
    ),
    "the infinitive behind did not": (
        "not didn doesn don / do does did didn doesn don",
        rf"\b(?:(?:do|does|did) not|(?:did|does|do)n['’]t) ({_DONE})(?= [a-z]+)",
    ),
    "the plural behind respective": (
        "respective",
        (r"\b(?:their|our|your) respective (?!of\b)([a-z]{3,}(?<!s)(?<!people)(?<!children)"
        r"(?<!staff))(?=[.,;]| (?:and|or|of|in|to|for|with|at|on|as)\b)"),
    ),
    "cannot": ("can / not", r"\b([Cc]an not)\b(?! (?:only|just|merely|simply)\b)"),
    "the plural: every two years": (
        "every / year month week day hour minute",
        (rf"\b[Ee]very {_NUMBER} (year|month|week|day|hour|minute)(?=[.,;:)]|$| (?:and|or|by|in|to"
        r"|on|the|we|they|since|from|for|at|with|when|of)\b)"),
    ),
    "it without s behind a number": (
        "hundreds thousands millions billions",
        (rf"\b(?:[Ss]everal|{_NUMBER}|\d[\d.,]+) (hundreds|thousands|millions|billions)\b"),
    ),
    "a dozen, without of": (
        "dozen / of",
        (r"\b[Aa](?: half)? (dozen of)(?= (?!the\b|these|those|them\b|us\b|our\b|their\b|its\b"
        r"|his\b|her\b|wh)[A-Za-z])"),
    ),
    "it has, it is, or the noun behind its": (
        "its / has had is was were does should would could",
        r"\b([Ii]ts)(?= (?:has|had|is|was|were|does|should|would|could)\b)",
    ),
    "the singular or the plural in both": (
        f"this each every another / {_MANY.replace('|', ' ')}",
        (rf"\b(?:{_BEFORE}) (this|each|every|another)(?= (?:(?:{_SUCH_AS}) )?(?:{_MANY})\b"
        r"(?![’'-]))"),
    ),
    "the participle before by": (
        f"by / was were been being / {_ALSO_A_NOUN.replace('|', ' ')}",
        (rf"\b(?:was|were|been|being)(?: also| then)? ({_ALSO_A_NOUN})"
        r"(?= by (?:the|an?|our|its|their|his|her|[A-Z]))"),
    ),
    "as follows": ("follow", r"\b([Aa]s follow)(?=[:.]|$)"),
    "such a, or so without the article": (
        "so / a an", r"\b([Aa]n? so)(?= (?!called\b|far\b|much\b|many\b|to\b)[a-z]+ [a-z]+)",
    ),
    "it the other way round: the last two": (
        f"past last next coming first / {_LAPSES.replace('|', ' ')}",
        (rf"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]hese) ({_NUMBER} (?:past|last|next|coming"
         rf"|first))"
        rf"(?= (?:{_LAPSES})\b)"),
    ),
    "the first word in the singular": (
        ("members partners cases bests goods works pilots / states state cities city countries "
         "country organisations organizations organisation organization associations association "
         "towns universities university regions institutions institution municipalities study "
         "studies practice practices package packages projects project"),
        (r"\b([Mm]embers [Ss]tates?|(?:[Mm]embers|[Pp]artners) (?:cit(?:y|ies)|countr(?:y|ies)"
        r"|organi[sz]ations?|associations?|towns|universit(?:y|ies)|regions|institutions?"
        r"|municipalities)|[Cc]ases stud(?:y|ies)|(?:[Bb]ests|[Gg]oods) practices?"
        r"|[Ww]orks packages?"
        r"|[Pp]ilots projects?)\b(?! (?:in|of) [^.,;]{3,30} (?:have|are|were)\b)"),
    ),
    "has been, or have been, behind since": (
        ("since / is are develops organises organizes coordinates manages runs promotes provides "
        "offers "
        "participates holds publishes represents hosts implements carries"),
        (rf"(?:^|(?<=[.!?] ))Since (?:{_FROM})?(?:19|20)\d\d,? (?:(?!\b(?:who|which|that|has|have"
        r"|had|was|were|is|are|will|can|when|where)\b)[^,.;:()]){2,90}? (is|are|develops"
        r"|organi[sz]es|coordinates|manages|runs|promotes|provides"
        r"|offers|participates|holds|publishes|represents|hosts|implements|carries)\b"),
    ),
    "a word that has no s": (
        "furnitures expertises homeworks medias datas criterias phenomenas aircrafts childs",
        r"\b(furnitures|expertises|homeworks|medias|datas|criterias|phenomenas|aircrafts|childs)\b",
    ),
    "criterion, or phenomenon": (
        "criteria phenomena / a an one this each every another",
        r"\b(?:an?|one|this|each|every|another) (criteria|phenomena)\b",
    ),
    "in this regard": ("regards / this that", r"\b([Ii]n (?:this|that) regards)\b"),
    "for those who": ("for / who", r"\b([Ff]or who)(?= (?:is|are|wants?|has|have|needs?)\b)"),
    "among others, or among other things": ("among / other", r"\b([Aa]mong other)(?=[,.;)])"),
    "other, or several other": ("different / other", r"\b(different other)(?= [a-z]+s\b)"),
    "the share without the": (
        ("the / than represents represent represented reach reached reaches about around almost "
        "nearly"),
        (r"\b(?:than|represent(?:s|ed)?|reach(?:es|ed)?|about|around|almost|nearly) (the)"
        r"(?= \d[\d.,]* ?(?:%|per cent\b))"),
    ),
    "the name without the": (
        f"the / {_LANDS.lower().replace('|', ' ')}",
        (rf"\b(?:all over|in|across|throughout|around|of|from|to|within|for"
         rf"|by) (the)(?= (?:{_LANDS})"
        r"(?:[.,;)]|$| and the\b))"),
    ),
    "both words alike, with capitals or without": (
        "minister general president / prime secretary vice",
        (r"\b(prime Minister|secretary[- ]General|vice[- ]President|Vice-president"
        r"|Prime minister)\b"),
    ),
    "the year without the": (
        "s / the", r"\b([Tt]he (?:19|20)\d\d['’]s)(?= [a-z])(?<!0['’]s)",
    ),
}  # fmt: skip
_FORMS = signs.table((right, words, form) for right, (words, form) in _BLUNDERS.items())
_DOUBTFUL = (
    "the plural behind respective",
    "the simple form: consists, depends",
    "the apostrophe behind the time",
    "a small letter for the season",
    "no comma behind and",
    "has been, or have been",
    "the decade without apostrophe",
)


_RULES = (of_moods, of_contractions, of_negations, of_compounds, of_indirect)


def x143_wrong_form_of_a_word(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*More then*, *will sent*, *the 1990's*, *nous nous sommes rendus compte*: a form that is
    wrong in every sentence.
    Remedy: write the one that was meant."""
    told = []
    for place in signs.in_blocks(sheet, _FORMS, "en"):
        if place.is_own:
            level = NOTE if place.right in _DOUBTFUL else WARNING
            told.append(place.mistaken("X143", place.right, level))
    told += turns.turns(sheet, "X143")
    yield from grammar.once(sheet, told)
    yield from grammar.marks(sheet, "X143")
    yield from phrases.marks(sheet, register, "X143", *_RULES)
    for place in signs.in_sentences(sheet, french.FORMS, "fr", signs.is_lined):
        if place.is_plain and place.is_whole:
            yield place.mistaken("X143", place.right)
