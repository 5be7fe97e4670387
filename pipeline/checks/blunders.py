"""Blunders: forms and small words that are wrong in every English sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.french import blunders as french
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
_BLUNDERS = {
    # What is right -> words of which one of each kind is always in it, and where it is wrong.
    "than": ("then", (r"(?<!, )\b(?:[Mm]ore|[Ll]ess|rather|better|fewer|higher|lower|larger|older"
             r"|greater|younger|bigger|smaller) (then)\b(?= (?:\d|[a-z]+)\b)"
             r"(?! (?:goes|went|was|is|we|they|you|he|she)\b)")),
    "their": ("there", rf"\b(there)(?= (?:{_OWNED})\b)(?! \w+ (?:is|are|was|were)\b)"),
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
        r"|delay)\b)"),
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
    "one article": (
        "the a an", r"(?<![\w’'.-])((?:the|an?) (?:the|an?))(?= [a-z]{3,})(?<!\ba a)(?<!the the)",
    ),
    "posed": ("posted", r"\b(?:challenges?|threats?|risks?|dangers?|problems?) (posted)(?= by\b)"),
    "consist of": ("consist consists consisted", (r"\bconsist(?:s|ed)? (in|on)(?= (?:a|an|two|three"
                   r"|four|five|six|several|many|\d+)\b)")),
    "comply with": ("comply complies complying", r"\bcompl(?:y|ies|ying) (to)\b"),
    "capable of": ("capable", rf"\bcapable (to)(?= (?:{_VERB})\b)"),
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


def x143_wrong_form_of_a_word(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*More then*, *will sent*, *despite of*, *the 1990's*: a form that is wrong in every sentence.
    Remedy: write the one that was meant."""
    for place in signs.in_blocks(sheet, _FORMS, "en"):
        if place.is_own:
            level = NOTE if place.right in _DOUBTFUL else WARNING
            yield place.mistaken("X143", place.right, level)
    for place in signs.in_sentences(sheet, french.FORMS, "fr", signs.is_lined):
        if place.is_plain and place.is_whole:
            yield place.mistaken("X143", place.right)
