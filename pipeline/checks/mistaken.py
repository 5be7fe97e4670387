"""Mistaken words: English words that were taken for others, seen by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.sought import sought

_DET = "the|a|an|this|that|these|those|its|their|our|your|his|her|my"
_PRONOUN = "it|he|she|we|they|you|I|there"
_MODAL = "will|would|can|could|may|might|must|should|shall"
_MANY = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
)
_TIME = "minute|hour|day|week|month|year"
_LONGER = (
    "longer|shorter|cheaper|faster|slower|safer|cleaner|wider|narrower|deeper|earlier|louder"
    "|quieter|warmer|colder|heavier|lighter|easier|harder|stronger|weaker|richer|poorer|nearer"
    "|taller|brighter|newer|worse|simpler|busier|stricter|closer|quicker"
)
_TO = (
    "belong|belongs|belonged|belonging|leads|led|leading|listen|listens|listened|listening|refers"
    "|referred|relates|related|according|due|thanks|wants|wanted|needs|needed|going|able|likely"
    "|ought|used|tends|tended|tries|tried|decided|decides|ready|owing|prior|contributes"
    "|contributed|responds|responded|applies|applied|linked|invited|continues|continued|hopes"
    "|hoped|refused|prefers|welcome|want|need|have|has|had"
)
_EVENT = (
    "conference|event|meeting|report|edition|programme|program|winners?|budget|festival|survey"
    "|theme|results?|figures?|assembly|host|prize|election|fair|jury|agenda|campaign|visit|storms?"
    "|floods?|season|summit|forum|competition"
)
_TAKEN = "show|grow|draw|throw|take|give|write|speak|choose|break|drive|forget|steal"
_MEANT: tuple[tuple[str, str, str], ...] = (
    # What was meant, words of which one of each kind is in it, where another one stands, and how
    # surely.
    ("to", f"too / {_TO}",
     (rf"\b(?:{_TO}) (too)(?= (?:{_DET}|every\w*|any\w*|each|us|them|him|me|it|be|have"
     r"|make|do|see|go|get|keep|help|take|all|most)\b)")),
    ("too", "to / there", (r"\b[Tt]here (?:is|are|was|were) (to)(?= (?:many|much|few|little|late"
     r"|early|far|small)\b)")),
    ("those", "does / of in with from by all among between",
     (r"\b(?:of|in|with|from|by|all|among|between) (does)"
     r"(?= (?!focus|process|not\b)[a-z]+[^s\W]s\b)")),
    ("customer", "costumer costumers", r"\b([Cc]ostumers?)\b"),
    ("intend", "intent", (r"\b(?:[Ww]e|[Tt]hey|[Yy]ou|I|who|[a-z]*(?:members|cities|towns|mayors"
     r"|partners|organisers|authorities|delegates|ports|residents|companies|countries|states)) "
     r"(intent)(?= to\b)")),
    ("advise", "advice", (rf"\b(?:[Ww]e|[Tt]hey|{_MODAL}|[Pp]lease|not|to) (advice)"
     r"(?= (?:you|them|us|him|her|people|members|anyone|everyone|all)\b)")),
    ("advice", "advise", (r"\b(?:the|an|some|any|their|our|its|good|legal|of|useful|practical"
     r"|expert|free) (advise)\b")),
    ("practice", "practise practises",
     (r"\b(?:the|a|[Gg]ood|[Bb]est|[Ii]n|of|this|common|into) ([Pp]ractise|(?<=ood )practises"
     r"|(?<=est )practises)\b")),
    ("lose", "loose", (rf"\b(?:to|{_MODAL}|not|we|they|you|never) (loose)(?= (?:{_DET}|all|any"
     r"|money|time|track|sight|touch|trust|weight|patience|interest|everything|it|them)\b)")),
    ("losing", "loosing", (rf"\b([Ll]oosing)(?= (?:{_DET}|all|money|time|ground|sight|touch|trust"
     r"|patience|interest)\b)")),
    ("choose", "chose", rf"\b(?:to|{_MODAL}|please) (chose)\b"),
    ("led", "lead / has have had is are was were be been being",
     (r"\b(?:has|have|had) (lead)(?= (?:to|by|the|a)\b)|\b(?:is|are|was|were|be"
     r"|been|being) (lead)(?= by\b)|\b(?:was|were|been|being) (lead)(?= to\b)")),
    ("passed", "past", rf"\b(?:has|have|had) (past)(?= (?:{_DET}|by|through|over|since)\b)"),
    ("past", "passed",
     (r"\b(?:in|for|over|during|of) the (passed)(?= (?:few|two|three|five|ten|year"
     r"|years|decade|month|months|week|century|days)\b)")),
    ("quiet", "quite", (r"\b(?:very|keep|stay|too|so) (quite)\b(?! (?:a|the|some|often|well|easy"
     r"|easily)\b)|\b(quite)(?= (?:streets?|zones?|hours|carriages?|berths?|neighbourhoods?"
     r"|engines?|evenings?|nights?|corners?)\b)")),
    ("quite", "quiet", (r"\b(?:is|are|was|were|be|been|not) (quiet)(?= (?:different|clear|simple"
     r"|easy|difficult|large|high|common|similar|sure|likely|possible|important|expensive"
     r"|a (?:few|lot|bit|number|success|challenge))\b)")),
    ("from", ("form / away far apart different ranging come comes came coming received excluded "
     "suffer suffers suffered benefit benefits benefited learnt learned protected visitors"),
     (rf"\b(?:away|far|apart|different|ranging|comes?|came|coming|received|excluded"
     rf"|suffers?|suffered|benefits?|benefited|learnt|learned|protected|visitors) (form)"
     rf"(?= (?:{_DET}|all|other|\d|one|two|three|[A-Z]))")),
    ("form", "from / of is must should below",
     (r"\b(?:the|[Aa]|this|every|any|registration|application|booking|entry|order)"
     r" (from)(?= (?:of|is|must|should|below)\b)")),
    ("where", f"were / {_PRONOUN.lower()} the a people",
     (rf"\b(?:place|town|city|quay|street|point|country|area|house|room|port)"
     rf" (were)(?= (?:{_PRONOUN})\b)|\b(?:know|knows|ask|asks|asked|showed|exactly) (were)"
     rf"(?= (?:{_PRONOUN}|the|a|people)\b)")),
    ("were", "where", (r"\b(?:[Ww]e|[Tt]hey|who) (where)(?= (?:not|also|all|only|still|being|given"
     r"|asked|invited|elected|closed|opened|built|told|made|surprised|able|more|many)\b)"
     r"|\b[Tt]here (where)(?= (?:many|several|no|few|more|some)\b)")),
    ("were", "where / which who",
     (r"\b(?:which|who) (where)(?= (?:not |also |all |only |still |then )?(?:[a-z]{3,}ed|held|given"
     r"|made|built|set|taken|shown|seen|done|chosen|able|present|part)\b)")),
    ("then", "than / shall will can is are was were has have be",
     (r"\b(?:and|which|who|we|they|it) (than)(?= (?:shall|will|can|is|are|was|were|has|have|be)\b)"
     r"(?<!more and than)(?<!less and than)")),
    ("lose", "loose / trust sight track touch patience faith confidence hope momentum credibility",
     (r"(?<!a )(?<!the )(?<!of )\b(loose)(?= (?:trust|sight|track|touch|patience|faith|confidence"
     r"|hope|momentum|credibility)\b)")),
    ("enquiries", "enquires / any for your all media press general further",
     (r"\b(?:any|for|your|all|media|press|general|further) (enquires)(?=[.,;:]| (?:about|on|to"
     r"|into)\b)")),
    ("struck", "stroke", r"\b(stroke)(?= (?:a|an) (?:deal|balance|agreement)\b)"),
    ("every day", "everyday",
     (r"\b([Ee]veryday)(?= (?:we|they|you|he|she|I|thousands|millions|hundreds)\b)"
     r"|(?<!the )(?<!of )(?<!and )(?<!tion )(?<!ity )\b(everyday)(?=[.;]$|[.;] [A-Z])")),
    ("whether", "weather", (rf"\b(?:know|knows|ask|asks|asked|decide|decides|decided|wonder|wonders"
     rf"|unclear|determine|determines|sure|see|discussed|doubt) (weather)(?= (?:{_PRONOUN}|to|or"
     rf"|the|a|this)\b)")),
    ("effect", "affect", r"\b(?:an|the|no|any|side|its|their) (affect)(?= (?:of|on|is|was)\b)"),
    ("except", "accept", (r"\b(?:[Ee]veryone|[Ee]verybody|[Ee]verything|[Nn]obody|[Nn]othing"
     r"|[Dd]aily|every day) (accept)\b")),
    ("accept", "except", (rf"\b(?:to|{_MODAL}|cannot|(?:do|does|did) not) (except)(?= (?:{_DET}|all"
     r"|payments?|cards|cookies|responsibility)\b)")),
    ("breathe", "breath", (rf"\b(?:to|{_MODAL}|cannot) (breath)(?= (?:again|in|out|the|freely"
     r"|easily|clean|better)\b|[.,;])")),
    ("than", f"then / {_LONGER} more less",
     (rf"\b(?:{_LONGER}|more [a-z]{{4,}}|less [a-z]{{4,}}) (then)(?= (?:the|a|an|\d+"
     rf"|any|ever|its|their|our|before|expected|planned|most|many|half|last|those|{_MANY})\b)"
     r"(?<!any more then)")),
    ("then", "than", (r"\b(?:[Ss]ince|[Uu]ntil|[Nn]ow and|[Bb]ack) (than)\b"
     r"|(?:^|(?<=[.;] ))(Than)(?= (?:the|a|we|they|he|she|it|came|there)\b)")),
    ("their", "there / of with by into about against",
     (r"\b(?:of|with|by|into|about|against) (there)(?= (?!(?:being|is|are|was"
     r"|were|to|has|have|will|can|may|must|and|or|should|would|in|on|at|for|from|by|but|not|who"
     r"|before|as|until|since|because|when)\b)[a-z]+)")),
    ("their", ("there / name named brought opened share shared lost gave give presented sent told "
     "kept keep chose change changed sold close closed cited listed left use used lose made make"),
     (rf"\b(?:named?|brought|opened|shared?|lost|gave|give|presented|sent|told"
     rf"|kept|keep|chose|changed?|sold|closed?|cited|listed|left|use|used|lose|made|make) (there)"
     rf"(?= (?:own|(?:{_MANY}|\d+) (?:[a-z]+ )?(?!years|days|weeks|months|times|hours|minutes)"
     r"[a-z]+s)\b)")),
    ("there", "their", r"\b([Tt]heir)(?= (?:is|are|was|were|exists?)\b)"),
    ("their", "re", (r"\b([Tt]hey['’]re)(?= (?:own|members|names?|children|homes?|rights|town|city"
     r"|cities|towns|families)\b)")),
    ("you’re", "your",
     (r"\b([Yy]our)(?= (?:welcome(?:[.,!]| to\b)|invited\b|not\b|going to\b|able\b"
     r"|interested in\b|looking for\b|a\b|the\b))")),
    ("your", "re",
     (r"\b([Yy]ou['’]re)(?= (?:own|name|address|badge|place|room|city|town|ticket|team"
     r"|questions?|password|computer)\b)")),
    ("it’s", "its / also just only still now really not never always all a an the been",
     (r"(?:^|(?<=[.!?;:] )|(?<=[.!?]” ))(Its)(?= (?:also|just|only|still|now|really"
     r"|not|never|always|all) (?:the|a|an|in|on|to|that|what|because|about|been|possible|our"
     r"|time|true|clear)\b)|\b(its)(?= (?:a|an|the|been)\b)")),
    ("whose", "who / s",
     (r"\b([Ww]ho['’]s)(?= (?:name|members|task|job|quays?|children|owners?|role"
     r"|aim|house|homes?|names|turn|budget)\b)")),
    ("who’s", "whose", r"\b([Ww]hose)(?= (?:a|an|the|been|going|coming|not)\b)"),
    ("won’t", "wont", (r"\b(wont)(?= (?:be|have|come|go|help|do|work|change|happen|take|make|get"
     r"|stop|let|see|need)\b)")),
    ("can’t", "cant", (r"\b(cant)(?= (?:be|have|come|go|help|do|work|change|take|make|get|stop|see"
     r"|wait|find|afford)\b)")),
    ("let’s", "lets", (r"(?:^|(?<=[.!?] ))(Lets)(?= (?:not|go|see|talk|meet|make|take|keep|build"
     r"|start|be|have|look|try|get)\b)")),
    ("the apostrophe", ("thats dont doesnt isnt wasnt werent arent didnt couldnt wouldnt shouldnt "
     "hasnt havent hadnt youre theyre weve theyve youve whats theres itll youll theyll wouldve "
     "heres"),
     (r"(?<![\w@#/.’'-])((?:[Tt]hat|[Ww]hat|[Tt]here|[Hh]ere)s|(?:[Dd]o|[Dd]oes|[Ii]s|[Ww]as"
     r"|[Ww]ere|[Aa]re|[Dd]id|[Cc]ould|[Ww]ould|[Ss]hould|[Hh]as|[Hh]ave|[Hh]ad)nt|(?:[Yy]ou"
     r"|[Tt]hey)re|(?:[Ww]e|[Tt]hey|[Yy]ou)ve|(?:[Ii]t|[Yy]ou|[Tt]hey)ll|[Ww]ouldve)"
     r"(?![\w’'/@-]|\.\w)")),
    ("n’t: the apostrophe stands for its o", "nt",
     (r"(?<![\w@/.’'-])((?:[Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Ww]as|[Ww]ere|[Aa]re|[Cc]ould|[Ww]ould"
     r"|[Ss]hould|[Hh]as|[Hh]ave|[Hh]ad|[Mm]ust|[Nn]eed|[Cc]a|[Ww]o)['’]nt)\b")),
    ("the plural without its apostrophe", "s / are were",
     (r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Tt]hese|[Tt]hose|[Aa]ll|[Mm]any|[Ss]everal|[Ss]ome|[Tt]wo"
     r"|[Tt]hree|four|five|six) ([a-z]{3,}(?<!one)(?<!body)(?<!else)(?<!men)(?<!ren)(?<!ple)['’]s)"
     r"(?= (?:are|were)\b)")),
    ("the apostrophe before the s", ("years days weeks months minutes hours / a an one each "
     "every last next this"), (rf"\b(?:a|an|one|each"
     rf"|every) ((?:{_TIME})s)(?= (?:time|notice|walk|drive|leave|work|pay|holiday|delay|journey"
     rf"|rest|sleep|stay|training|experience)\b)|(?<!the )(?<!these )\b(?:[Ll]ast|[Nn]ext|[Tt]his)"
     rf" (years|months|weeks)(?= (?:{_EVENT})\b)")),
    ("the apostrophe behind the s", "minute hour day week month year / s",
     (rf"\b(?:{_MANY}|[2-9]|[1-9]"
     rf"\d+) ((?:{_TIME})['’]s)(?= [a-z]+)")),
    ("the participle", "know", (r"\b(?:is|are|was|were|be|been|being|well|better|best|has|have|had)"
     r" (?:also |now |still |often |not |well |best )?(know)(?= (?:as|for|to|in|by|about)\b)")),
    ("the participle", f"{_TAKEN} / are was were been being is be",
     (rf"\b(?:are|was|were|been|being) (?:also |now "
     rf"|still |often |not |always )?({_TAKEN})(?= (?:by|in|on|as|at|from|for|with|to|up|out)\b)"
     rf"|\b(?:is|be) (?:also |now |still |often |not )?({_TAKEN})(?= by\b)")),
    ("especially", "specially", (r"\bmost (specially)\b|(?:, |\()(specially)(?= (?:those|when|if"
     r"|because|since|where|among|the|in|with|from|as|at|by)\b)")),
    ("it without that", "that / as because although unless whereas",
     (r"\b(?:[Aa]s (?:long|far|soon) as|because|although|unless|whereas)"
     r" (that)(?= (?:somebody|someone|everybody|everyone|nobody|we|they|he|she|there)\b)")),
    ("a hyphen, and the singular", "years days weeks months hours minutes", (rf"\b(?:\d+|{_MANY})"
     r"(-(?:years|days|weeks|months|hours|minutes))(?= (?!old\b)[a-z]+)")),
    ("a comma, or when", "then", (r"^[A-Z][^,;:.!?()–—]{12,}? (?<!and )(?<!but )(?<!by )"
     r"(?<!since )(?<!until )(?<!even )(?<!only )(?<!just )(?<!was )(?<!is )(?<!than )(then)"
     r"(?= (?:we|they|he|she|it) [a-z]+(?:ed|gan|ent|ook|ame|ade)\b)")),
)  # fmt: skip
_FORMS = signs.table(_MEANT)
_JOINED = "a comma, or when"
_CONDITION = sought(r"^(?:If|When|Once|As|After|Where|Until|Since|Because)\b|\b(?:if|once)\b")
_STAGE = frozenset("film theatre costume costumes opera stage theater cosplay".split())


def mistaken(sheet: Sheet) -> Iterator[Mark]:
    """English words that exist, where their neighbours ask for others."""
    words = sheet.reading.vocabulary
    for place in signs.in_sentences(sheet, _FORMS, "en", lambda block: not block.is_capitals):
        if place.is_plain and not _is_meant(place, words):
            yield place.mistaken("X119", place.right, NOTE if place.right == _JOINED else WARNING)


def _is_meant(place: signs.Place[str], words: frozenset[str]) -> bool:
    if place.right == _JOINED:
        return _CONDITION.search(place.found.string) is not None
    return place.right == "customer" and not words.isdisjoint(_STAGE)
