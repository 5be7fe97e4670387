"""Capitals, apostrophes, commas and manners."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn
from pipeline.checks.sheet import NOTE

_DOERS = (
    "[a-z]*(?:ographer|trainer|speaker|winner|organiser|organizer|member|owner|author|visitor"
    "|volunteer|teacher|driver|resident|client|patient|student|participant|applicant|candidate"
    "|journalist|artist|employee|customer|user|reader|writer|buyer|seller|mayor)s"
)
_POSSESSED = (
    "name|consent|permission|role|decision|opinion|choice|office|signature|identity|job|wife"
    "|husband|biography"
)
TURNS: tuple[Turn, ...] = (
    Turn(
        "X143",
        "a small letter",
        "each every all some any many several these",
        r"\b(?:[Ee]ach|[Ee]very|[Aa]ll|[Ss]ome|[Aa]ny|[Mm]any|[Ss]everal|[Tt]hese) (Universit(?:y"
        r"|ies)|Schools?|Projects?|Partners?|Students?|Teachers?|Participants?|Volunteers?"
        r"|Organi[sz]ations?|Associations?|Municipalit(?:y|ies)|Cit(?:y|ies)|Towns?|Meetings?"
        r"|Workshops?|Conferences?|Seminars?|Countr(?:y|ies)|Compan(?:y|ies)|Institutions?"
        r"|Newsletters?|Websites?|Trainings?|Governments?)(?= [a-z])(?! of [A-Z])",
        NOTE,
    ),
    Turn(
        "X143",
        "a small letter",
        "people citizens children women",
        r"\b(?:young|local|old|among|other|more|disabled|elderly|our) (People|Citizens|Children"
        r"|Women)\b(?! [A-Z]|[’'])",
        NOTE,
    ),
    Turn(
        "X143",
        "its capital",
        "facebook twitter youtube instagram linkedin whatsapp wikipedia tiktok",
        r"(?<![@/.#\w&=-])(facebook|twitter|youtube|instagram|linkedin|whatsapp|wikipedia|tiktok)"
        r"(?![.\w/@=-])",
        NOTE,
    ),
    Turn(
        "X143",
        "the apostrophe before or behind the s",
        _POSSESSED,
        rf"\b(?:[Tt]he|[Aa]|[Ee]ach|[Ee]very|[Tt]his|mention|with|without) ({_DOERS})(?= "
        rf"(?:{_POSSESSED})\b(?! (?:the|a|an|their|its|our)\b))",
    ),
    Turn(
        "X143",
        "the apostrophe",
        "own / is are was were has have will can must",
        r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Ee]ach|[Ee]very) ([a-z]{3,}(?<!s)s)(?= own (?!now|today"
        r"|there|here|already|together|more|most|land|so)[a-z]+ (?:is|are|was|were|has|have|will"
        r"|can|must)\b)",
    ),
    Turn(
        "X143",
        "it without its comma",
        "as / well such",
        r"\b(?:as well|such) as(,)(?= (?!for\b|but\b|say\b|in\b|among\b|e\.g)[A-Za-z])",
    ),
    Turn("X143", "a comma before it", "etc", r"[\w’'-]+, [\w’'-]+(?: [\w’'-]+)? (etc)\b", NOTE),
    Turn("X143", "vice versa", "viceversa", r"\b([Vv]iceversa)\b"),
    Turn(
        "X143",
        "day to day",
        "from / day",
        r"\b([Ff]rom day-to-day)\b(?! (?:work|life|operations|business|tasks|management))",
        NOTE,
    ),
    Turn("X143", "a main clause, too", "because", r"^(Because)(?= [^,?—–;:]{15,}\.$)", NOTE),
    Turn(
        "X143",
        "going to, want to, or have to",
        "gonna wanna gotta gimme lemme dunno",
        r"\b(gonna|wanna|gotta|gimme|lemme|dunno)\b",
        NOTE,
    ),
    Turn(
        "X143",
        "dear colleagues, or dear readers",
        "guys folks",
        r"^(?:Hi|Hey|Hello|Dear),? (guys|folks)\b",
    ),
)
