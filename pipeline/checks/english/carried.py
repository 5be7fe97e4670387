"""What else is carried over: years, languages, feelings, and what one does with friends."""

from __future__ import annotations

from pipeline.checks.sheet import WARNING
from pipeline.errors import Level

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_PEOPLE = (
    "people|youngsters|children|students|teachers|participants|volunteers|women|families|learners"
    "|citizens|members"
)
_TONGUES = "English|French|German|Polish|Spanish|Italian|Portuguese|Dutch|Greek|Czech|languages?"
_EVILS = (
    "discrimination|racism|equal opportunities|gender equality|social inclusion|tolerance"
    "|active citizenship|xenophobia|hate speech|unemployment|poverty|climate change"
)
_ASKED = "participate|join|visit|attend|come|discover|apply|share|read"
_LIKED = (
    "invite|thank|share|present|inform|offer|help|support|visit|participate|create|develop|improve"
    "|learn|ask|tell|express|stress|welcome|congratulate"
)
CARRIED: tuple[tuple[str, str, str, str, Level], ...] = (
    # Code, what is right, words of which one of each kind is in it, the form, how surely.
    ("X146", "the person without to",
     (f"gave give gives given giving / to / chance opportunity possibility / "
      f"{_PEOPLE.replace('|', ' ')} them us"),
     (rf"\bg(?:ave|ives?|iven|iving) (to)(?= (?:young )?(?:{_PEOPLE}|them|us) "
      r"(?:the |an? )?(?:chance|opportunity|possibility)\b)"), WARNING),
    ("X146", "in, of a year or month",
     "on at / established founded created born started launched began built",
     (r"\b(?:established|founded|created|born|started|launched|began|built) (on|at)"
      rf"(?= (?:the year )?(?:(?:{_MONTHS}) )?(?:19|20)\d\d\b)"), WARNING),
    ("X146", "from … to", f"since / till until to / {_DAYS.lower().replace('|', ' ')}",
     rf"\b([Ss]ince)(?= (?:{_DAYS}) (?:till|until|to) (?:{_DAYS})\b)", WARNING),
    ("X127", "much, or great, without an article",
     "big large huge / experience enthusiasm knowledge progress",
     r"\b(a (?:big|large|huge))(?= (?:experience|enthusiasm|knowledge|progress)\b)", WARNING),
    ("X143", "charge", "charges / free", r"\b[Ff]ree of (charges)\b", WARNING),
    ("X143", "the participle", "contact award grant fund plan promote / be / by",
     r"\bbe (contact|award|grant|fund|plan|promote)(?= by\b)", WARNING),
    ("X135", "to behind it",
     "thanks / realised realized implemented possible organised organized financed created",
     (r"\b(?:reali[sz]ed|implemented|possible|organi[sz]ed|financed|created) (thanks)"
      r"(?= (?:the|our|an?)\b)"), WARNING),
    ("X146", "with, behind share", "share shares shared sharing / to",
     r"\bshar(?:e|es|ed|ing) (to)(?= (?:us|them|me|you|others|everyone)\b)", WARNING),
    ("X146", "by",
     "from / visited attended followed joined signed / people visitors participants guests",
     (r"\b(?:visited|attended|followed|joined|signed) (from)(?= (?:more than |over |about |almost "
      r"|nearly |around )?\d[\d,]* (?:people|visitors|participants|guests)\b)"), WARNING),
    ("X120", "the verb of many", "lot / people children / was is has",
     r"\b[Aa] lot of (?:young )?(?:people|children) (was|is|has)\b", WARNING),
    ("X119", "whom, or who", f"which / {_PEOPLE.replace('|', ' ')} friends",
     (rf"\b(?:{_PEOPLE}|friends) (which)(?= (?:we|they|I|you|he|she|are|were|have|live|work|came"
      r"|come|need|want)\b)"), WARNING),
    ("X146", "in", (f"available / on / {_TONGUES.lower().replace('|', ' ').replace('?', '')} "
      f"language"),
     rf"\b[Aa]vailable (on)(?= (?:[a-z]+ ){{0,2}}(?:{_TONGUES})\b)", WARNING),
    ("X146", "into",
     f"translated / in / {_TONGUES.lower().replace('|', ' ').replace('?', '')} language",
     rf"\b[Tt]ranslated (in)(?= (?:[a-z]+ ){{0,2}}(?:{_TONGUES})\b)", WARNING),
    ("X146", "it without the",
     ("the / power importance value quality role / education nature culture democracy sport peace "
      "volunteering equality tolerance inclusion"),
     (r"\b(?:power|importance|value|quality|role) of (the)(?= (?:education|nature|culture"
      r"|democracy|sport|peace|volunteering|equality|tolerance|inclusion)(?:[.,;]|$))"), WARNING),
    ("X146", "it without the",
     (f"the / {_EVILS.replace('|', ' ')} / fight against combat promote promotes promoting "
      f"fighting"),
     (r"\b(?:fight|against|combat|fighting|promotes?|promoting) (the)"
      rf"(?= (?:{_EVILS})(?:[.,;]|$))"), WARNING),
    ("X143", "backgrounds", f"background / from with / {_PEOPLE.replace('|', ' ')}",
     (rf"\b(?:{_PEOPLE}) (?:from|with) (?!an?\b|the\b|any\b|no\b|our\b|this\b)(?:[a-z-]+ ){{1,3}}"
      r"(background)\b"), WARNING),
    ("X143", "the infinitive", "how / to / -ing",
     (r"\b[Hh]ow to ((?!bring|sing|ring|swing|spring|string|cling|sting|fling|ping|king)[a-z]{2,}"
      r"ing)\b(?! [a-z]+ing\b)"), WARNING),
    ("X135", "to before it", f"like / would should / {_LIKED.replace('|', ' ')}",
     rf"\b(?:would|should) like ({_LIKED})\b", WARNING),
    ("X135", "to before it",
     f"invite invites invited / you everyone everybody them / {_ASKED.replace('|', ' ')}",
     (rf"\binvite[sd]? (?:you|everyone|everybody|them) (?:all )?({_ASKED})\b"), WARNING),
    ("X146", "to", "forward / for of / look looking looks",
     r"\b[Ll]ook(?:ing|s)? forward (for|of)\b", WARNING),
    ("X143", "the form in -ing", ("looking / forward / meet see hear work welcome receive host "
      "visit"),
     r"^Looking forward to (meet|see|hear|work|welcome|receive|host|visit)\b", WARNING),
    ("X146", "in", ("at on / north south east west centre center heart / situated located lies "
                    "lie"),
     (r"\b(?:situated|located|lies?) (at|on)(?= the (?:north|south|east|west|centre|center|heart)"
      r" of\b)"), WARNING),
    ("X146", "of, behind a point of the compass", "from / north south east west",
     r"\bthe (?:north|south|east|west) (from)(?= [A-Z])", WARNING),
    ("X143", "away", "far / km kilometres kilometers miles minutes",
     r"\b\d+ ?(?:km|kilomet(?:re|er)s|miles|minutes) (far)(?= (?:from|away)\b|[.,;])", WARNING),
    ("X143", "open", "opened / is are / to for / all everyone everybody anyone new",
     r"\b(?:is|are) (opened)(?= (?:to|for) (?:all|everyone|everybody|anyone|new)\b)", WARNING),
    ("X120", "the verb of one", "are / thing problem reason goal aim challenge / the",
     (r"^The (?:most [a-z]+|main|biggest|best|only|first) (?:thing|problem|reason|goal|aim"
      r"|challenge) (are)\b"), WARNING),
    ("X127", "take", "photos photo / did made make makes making do",
     (r"\b(did|ma(?:de|kes?|king)|do)(?= (?:many|some|a lot of|lots of|a few|nice|beautiful|our|a)"
      r" photos?\b)"), WARNING),
    ("X127", "have, hold or go on", "made make making / party walk excursion internship experience",
     r"\b(ma(?:de|ke|king))(?= an? (?:party|walk|excursion|internship|experience)\b)", WARNING),
    ("X119", "the form in -ed", ("exciting interesting boring disappointing confusing / am are "
      "was were"),
     (r"\b(?:[Ww]e|[Tt]hey|I|participants|students) (?:am|are|was|were) (?:very |so |really )?"
      r"(exciting|interesting|boring|disappointing|confusing)(?= (?:about|in|by|with|during)\b)"),
     WARNING),
    ("X143", "it without that", "reason reasons / why / that", r"\breasons? why (that)(?= [a-z]+)",
     WARNING),
    ("X127", "get to know, or meet",
     "know knew known / new / people friends culture cultures places",
     (r"\b(?<!get to )(?<!got to )(?<!getting to )(know|knew|known)(?= new (?:people|friends|"
      r"cultures?|places)\b)"), WARNING),
    ("X146", "the verb without with", "know / with / got get getting",
     r"\b(?:get|got|getting) to know (with)\b", WARNING),
)  # fmt: skip
