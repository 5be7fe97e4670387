"""Small words before times, places, occasions, means and measures."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn, not_behind
from pipeline.checks.english.vocabulary import DAYS, MONTHS
from pipeline.checks.sheet import NOTE

_COUNTRIES = (
    "Austria|Belgium|Bulgaria|Croatia|Cyprus|Czechia|Denmark|England|Estonia|Europe|Finland"
    "|France|Germany|Greece|Hungary|Iceland|Ireland|Italy|Latvia|Lithuania|Luxembourg|Malta"
    "|Norway|Poland|Portugal|Romania|Scotland|Serbia|Slovakia|Slovenia|Spain|Sweden"
    "|Switzerland|Turkey|Ukraine|Wales|Africa|Asia|Canada|India|Japan|China|Brazil"
)
_NOT_ABOUT = not_behind(
    "focus focused focusing based depends effect effects impact views thoughts reflections "
    "information reflect reflecting work report back"
)
_NOT_JOINED = not_behind(
    "participate participated participates participating participation part interested "
    "involved speakers engage role held"
)
_NOT_OF = not_behind(
    "focus focuses focused impact influence effect based light information research views "
    "perspective perspectives"
)
_NOT_THESE = not_behind("the these its our his her their")
TURNS: tuple[Turn, ...] = (
    # When.
    Turn(
        "X146",
        "in, of a month",
        f"on / {MONTHS}",
        rf"\b([Oo]n)(?= (?:{MONTHS})(?:[.;)!]|,(?! \d)|$))",
    ),
    Turn(
        "X146",
        "in, of a season or a part of the day",
        "on / spring summer autumn winter morning afternoon evening",
        r"\b([Oo]n)(?= (?:spring|summer|autumn|winter|the (?:morning|afternoon|evening))(?:[.,;]"
        r"|$))",
    ),
    Turn(
        "X146",
        "in, of a week, month or year",
        "on / week month year semester",
        r"^(On)(?= the (?:first|second|third|last|next|same|following) (?:week|month|year"
        r"|semester)\b(?! (?:day|date|end)))",
    ),
    Turn(
        "X146",
        "in, of a week, month or year",
        "on / week month year",
        r"\b(?:was|were|is|are|be|announced|held|started|starts?|begins?|began|met|meet|took place"
        r"|takes? place|happened|opened|opens?|arrived|released|published|launched|organi[sz]ed"
        r"|finished|ends?|ended) (on)(?= the (?:first|second|third|fourth|last|same|next"
        r"|following) (?:week|month|year) of\b)",
    ),
    Turn(
        "X146",
        "in, of a year or month",
        "on at / established founded created born started launched began built",
        r"\b(?:established|founded|created|born|started|launched|began|built) (on|at)(?= (?:the "
        rf"year )?(?:(?:{MONTHS}) )?(?:19|20)\d\d\b)",
    ),
    Turn(
        "X127",
        "in, of a part of the day",
        "at / morning afternoon evening / the",
        r"\b([Aa]t)(?= the (?:morning|afternoon|evening)(?:[.,;]|$| of \d))",
    ),
    Turn(
        "X119",
        "at, before an hour",
        "in",
        r"\b(?:starts?|opens?|begins?|closes?|ends?|meets?|met|started|opened|began|closed|ended) "
        r"(in)(?= \d\d?[.:]\d\d(?! ?(?:%|million|billion|euros|metres|km|m\b)))",
    ),
    Turn(
        "X146",
        "in, or over",
        "on / days weeks months years",
        rf"{_NOT_ABOUT}\b([Oo]n)(?= the (?:coming|next|following|upcoming|last|past|previous) "
        r"(?:few |two |three |four |five |six )?(?:days|weeks|months|years)\b)",
    ),
    Turn("X146", "per alone, or for each", "per / each every", r"\b([Pp]er (?:each|every))\b"),
    Turn(
        "X146",
        "of, and whose awareness before it: young people’s awareness of",
        "awareness / of / about on regarding concerning",
        r"\b[Aa]wareness of (?:[a-z]+ ){0,2}(?:people|youngsters|youth|children|women|men|pupils"
        r"|public|society|population|[a-z]{2,}(?:ents|ers|ors|ens|ants|ians|ists|ees|ities)) "
        r"(about|on|regarding|concerning)\b",
    ),
    Turn("X127", "in recent years", "last / years / in", r"\b([Ii]n last years)\b(?! of)"),
    Turn(
        "X127",
        "in the last few days, or recently",
        "last / days",
        rf"{_NOT_THESE}\b([Ll]ast days)(?= (?:we|he|she|they|I|the|our|he|,)\b)",
    ),
    Turn(
        "X146",
        "by",
        "within / end",
        rf"\b([Ww]ithin)(?= the end of (?:the )?(?:{MONTHS}|year|month|week|summer|project"
        r"|20\d\d))",
    ),
    Turn(
        "X146",
        "from … to",
        f"since / till until to / {DAYS}",
        rf"\b([Ss]ince)(?= (?:{DAYS}) (?:till|until|to) (?:{DAYS})\b)",
    ),
    Turn(
        "X146",
        "to, or until",
        "till",
        rf"\b([Tt]ill)(?= (?:the|now|then|our|{MONTHS}|{DAYS}|\d|this|that|end|today|tomorrow|next"
        r"|late|we|they|you)\b)",
        NOTE,
    ),
    Turn("X146", "in", "in at on / age years", r"\b(on)(?= the age of \d)"),
    Turn("X146", "at", "in / age", r"\b([Ii]n)(?= the age of \d)"),
    Turn("X127", "aged, or between the ages of", "age", r"\b(in age (?:from|between|of))(?= \d)"),
    # Where.
    Turn(
        "X146",
        "in",
        "at on / north south east west centre center heart / situated located lies lie",
        r"\b(?:situated|located|lies?) (at|on)(?= the (?:north|south|east|west|centre|center"
        r"|heart) of\b)",
    ),
    Turn(
        "X146",
        "of, behind a point of the compass",
        "from / north south east west",
        r"\bthe (?:north|south|east|west) (from)(?= [A-Z])",
    ),
    Turn(
        "X119",
        "in",
        f"at / {_COUNTRIES}",
        rf"\b([Aa]t)(?= (?:{_COUNTRIES})\b(?! [A-Z]|[’'-]|, [A-Z]))",
    ),
    Turn(
        "X143",
        "away",
        "far / km kilometres kilometers miles minutes",
        r"\b\d+ ?(?:km|kilomet(?:re|er)s|miles|minutes) (far)(?= (?:from|away)\b|[.,;])",
    ),
    Turn(
        "X146",
        "in the field",
        "field fields / on",
        rf"\b{_NOT_OF}([Oo]n)(?= the fields? of (?!play|battle|honou?r|dreams|view|vision)[a-z]+)",
    ),
    Turn(
        "X146",
        "in",
        "on / workplace workplaces internship internships",
        r"\b([Oo]n)(?= (?:the |their |our |your |his |her )(?:workplaces\b|internships\b|"
        r"(?:workplace|internship)(?=[.,;]| (?:and|or|in|is|are|of|for|where|which|with|was)\b"
        r"|$)))",
    ),
    Turn("X127", "from abroad, or abroad", "abroad", r"\b(?:from|in|to) (the abroad)\b"),
    Turn(
        "X127",
        "all over",
        "from in / all / europe world country",
        r"\b(?:[Ff]rom|[Ii]n) (all)(?= (?:Europe\b|the (?:world|country)(?:[.,;]|$)))",
    ),
    Turn(
        "X146",
        "on, of social media",
        "in / media networks facebook instagram twitter linkedin youtube",
        r"\b(?:us|it|them|posted|published|shared|post|publish|share|page|profile|account|find"
        r"|visible|present|active) (?:also )?(in)(?= (?:our )?(?:social (?:media|networks)"
        r"|Instagram|LinkedIn|YouTube)\b)",
    ),
    Turn(
        "X146",
        "at, or through, the link",
        "in / link",
        r"\b([Ii]n)(?= (?:the|this) (?:following )?link(?: below)?(?:[.,:;]|$))",
    ),
    Turn(
        "X119",
        "within",
        "inside / limits limit framework scope budget deadline meaning",
        r"\b([Ii]nside)(?= (?:the|our|its|their|this) (?:[a-z]+ )?(?:limits?|framework|scope"
        r"|budget|deadline|meaning)(?: of\b| set\b|[.,;]|$))",
    ),
    Turn(
        "X127",
        "in the area, or locally",
        "territory territories / on",
        r"\b([Oo]n (?:the|their|its|our) territor(?:y|ies))(?=[.,;]|$| (?:and|by|with|for|in)\b)",
        NOTE,
    ),
    # At what, how, and by how much.
    Turn(
        "X146",
        "at",
        "on / meeting conference seminar festival workshop congress exhibition fair event",
        r"\b(?:presented|discussed|met|spoke|speak|shown|said|announced|launched|agreed|decided"
        r"|exhibited|arrived|participants|present|held|speakers?) (on)(?= (?:the|our|this|an?) "
        r"(?:[a-z]+ )?(?:meeting|conference|workshop|seminar|festival|congress|exhibition|fair"
        r"|event)\b(?! (?:day|venue|website|page|hall|programme)))",
    ),
    Turn(
        "X146",
        "at",
        "conference / in",
        rf"{_NOT_JOINED}\b(in)(?= an? (?:[a-z]+ )?conference(?:[.,;!]|$| (?:in|on|about|and"
        r"|organi[sz]ed|held)\b))",
        NOTE,
    ),
    Turn(
        "X146",
        "on, of an agenda",
        "agenda agendas / in",
        r"\b(?:is|was|were|are|be|been|also|items?|points?|topics?|activit(?:y|ies)|meeting"
        r"|priorit(?:y|ies)|high|higher|prominent(?:ly)?|remains?|stands?|put|placed) (in)(?= "
        r"(?:(?:the|our|its|their|this|every) (?:[a-z]+ ){0,2})?agendas?\b)",
    ),
    Turn(
        "X146",
        "in detail",
        "details / in",
        r"\b[Ii]n (details)\b(?! (?:of|about|that|such|like)\b)",
    ),
    Turn(
        "X146",
        "by, and the form in -ing",
        "with / using applying implementing introducing organising organizing combining sharing "
        "exchanging participating involving",
        r"(?:^|[,;] |\b(?:that|and|but) )([Ww]ith)(?= (?:using|applying|implementing|introducing"
        r"|organi[sz]ing|combining|sharing|exchanging|participating|involving) [a-z]+)",
    ),
    Turn("X146", "no matter what, or regardless of", "matter / of / no", r"\b([Nn]o matter of)\b"),
    Turn(
        "X127",
        "within, or as part of, the framework",
        "under / framework frame",
        r"\b([Uu]nder)(?= the frame(?:work)? of (?:the|our|this) (?:[A-Za-z+]+ )?(?:project"
        r"|programme|initiative|event|campaign))",
        NOTE,
    ),
    Turn("X127", "when, or in which case", "in / case / that", r"\b([Ii]n case that)\b"),
    Turn(
        "X119",
        "by, before how much",
        "of",
        r"\b(?:increased|decreased|rose|fell|dropped|grew|risen|fallen|grown|declined|shrank|went "
        r"up|went down) (of)(?= (?:about |around |nearly |almost |over |more than "
        r"|some )?[€£$]?\d)",
    ),
    Turn("X119", "at", "in / night", r"\b(in)(?= night(?:[.,;]|$| and\b))"),
)
