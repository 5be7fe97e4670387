"""Words and turns that another language has, carried over."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn
from pipeline.checks.english.vocabulary import SOME
from pipeline.checks.sheet import NOTE

_HARM = (
    "violence|crime|conflicts?|problems?|crisis|crises|offences?|delinquency|decisions?"
    "|events?|projects?|incidents?|reforms?|process"
)
TURNS: tuple[Turn, ...] = (
    # Words that mean something else here.
    Turn(
        "X127",
        "experienced",
        "experimented",
        r"\b(?:very|highly|more|an|most|our) (experimented)(?= (?!with\b|on\b|in\b)[a-z]+)",
    ),
    Turn(
        "X127",
        "current",
        "actual",
        r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Ii]ts) (actual)(?= (?:president|mayor|director|government"
        r"|minister|crisis|mandate|chair|board|secretary|legislation)\b)",
        NOTE,
    ),
    Turn(
        "X127",
        "if need be",
        "eventually / can could may might",
        r"^(Eventually)(?=,? (?:you|participants|members) (?:can|could|may|might)\b)",
        NOTE,
    ),
    Turn(
        "X127",
        "training",
        "formation",
        r"\b(?:[Oo]ur|[Tt]he|[Aa]|[Tt]his) (formation)(?= (?:lasts?|session|is free|takes place"
        r"|course)\b)",
    ),
    Turn(
        "X127",
        "ask",
        "demand demanded demands / to",
        r"\b(demand(?:s|ed)?)(?= (?:you|us|them|him|people|members) to\b)",
    ),
    Turn(
        "X127",
        "only",
        "unique / the",
        r"\b(?:is|was|are) the (unique)(?= (?!identifier|number|id|name|code|key|reference|feature"
        r"|character|selling)[a-z]+ (?:in|with|that|which|to)\b)",
        NOTE,
    ),
    Turn(
        "X127",
        "question, or request",
        "demand demands / for",
        r"^For (?:any|all|further|other|more) (demands?)(?=[,.]| (?:about|on|of|please|you)\b)",
    ),
    Turn(
        "X127",
        "deal with",
        "treat treats treated / question questions topic topics subject subjects",
        r"\b(treat(?:s|ed)?)(?= (?:this|these|the|all|such|our|those|many|several) (?:[a-z]+ )?"
        r"(?:questions?|topics?|subjects)\b)",
    ),
    Turn(
        "X127",
        "expect, or wait for",
        "what / wait waiting",
        r"\b[Ww]hat (?:do|did|are|does) (?:you|we|they|he|she) (wait(?:ing)?)(?=[?.*])",
    ),
    Turn(
        "X127",
        "notably, or in particular",
        "namely / due because thanks",
        r"\b([Nn]amely)(?= (?:due to|because|thanks to)\b)",
    ),
    Turn(
        "X127",
        "fill in",
        "fulfil fulfill fulfils fulfills fulfilled fulfilling / form forms questionnaire",
        r"\b([Ff]ulfil(?:l|s|ls|led|ling)?)(?= (?:the|this|our|an?|in the) (?:[a-z]+ ){0,2}"
        r"(?:forms?|questionnaire)\b)",
    ),
    Turn("X127", "sensitivity", "sensitiveness", r"\b([Ss]ensitiveness)\b", NOTE),
    Turn(
        "X127",
        "working group",
        "work / group groups",
        r"(?<!social )(?<!team )(?<!field )\b([Ww]ork groups?)\b",
        NOTE,
    ),
    Turn(
        "X127",
        "before, or ahead of",
        "upstream / of",
        rf"\b([Uu]pstream of)(?= (?:the |any |all |an? )?(?:[a-z]+ )?(?:{_HARM})\b)",
        NOTE,
    ),
    Turn(
        "X127",
        "municipalities",
        "communes",
        r"(?<![Hh]ippie )(?<![Pp]aris )\b(communes)\b(?! (?:of|de)\b)",
        NOTE,
    ),
    Turn("X127", "young people", "youngsters youngster", r"\b([Yy]oungsters?)\b", NOTE),
    Turn(
        "X127",
        "young people",
        "youth / the",
        r"\b([Tt]he youth)(?=[.,;:)]| (?:and|in|to|are|should|can|will|have|who|from|about|for|with"
        r"|at|on|by|through|during|via)\b)",
        NOTE,
    ),
    Turn("X127", "young people", "youth", r"\b\d[\d,.]* (youth)(?= (?:from|in|who)\b)", NOTE),
    Turn(
        "X127",
        "people, or peoples’",
        "persons",
        r"\b(?:[Yy]oung|[Oo]ld|[Ee]lderly|[Mm]any|[Oo]ther|[Mm]ost|[Mm]ore) (persons)\b",
        NOTE,
    ),
    Turn(
        "X127",
        "participating",
        "participant",
        r"\b(participant)(?= (?:countries|schools|organi[sz]ations|cities|municipalities|towns"
        r"|states)\b)",
        NOTE,
    ),
    Turn(
        "X127",
        "neighbouring",
        "neighbour neighbor",
        r"\b([Nn]eighbou?r)(?= (?:country|countries|towns?|city|cities|villages?|municipality"
        r"|municipalities|regions?|states?)\b(?!-))",
    ),
    # Turns.
    Turn(
        "X127",
        "take the floor",
        "take takes took taking taken / word",
        r"\b(t(?:ake|akes|ook|aking|aken) the word)(?=[.,;]|$| (?:to|at|during|in|on|first|and)\b)",
    ),
    Turn(
        "X127",
        "has, or have",
        "count counts / with on",
        r"\b(?:[Pp]roject|[Nn]etwork|[Aa]ssociation|[Oo]rgani[sz]ation|[Tt]eam|[Cc]onsortium"
        r"|[Pp]artnership|[Pp]rogramme|[Ii]t|[Ee]vent|[Ss]chool) (counts? (?:with|on))(?= "
        rf"(?:{SOME}|more than|over|about)\b)",
    ),
    Turn(
        "X127",
        "is … years old",
        "years / has have had",
        r"\b(?:[Hh]e|[Ss]he|who|I) ha(?:s|ve|d) (\d{1,2} years(?: old)?)(?=[.,;]|$| and\b)",
    ),
    Turn(
        "X127",
        "take",
        "photos photo / did made make makes making do",
        r"\b(did|ma(?:de|kes?|king)|do)(?= (?:many|some|a lot of|lots of|a few|nice|beautiful|our"
        r"|a) photos?\b)",
    ),
    Turn(
        "X127",
        "have, hold or go on",
        "made make making / party walk excursion internship experience",
        r"\b(ma(?:de|ke|king))(?= an? (?:party|walk|excursion|internship|experience)\b)",
    ),
    Turn(
        "X127",
        "have, or gain",
        "experiences",
        r"\b(mak(?:e|es|ing)|made)(?= (?:[a-z]+ ){0,2}experiences\b)",
    ),
    Turn(
        "X127",
        "get to know, or meet",
        "know knew known / new / people friends culture cultures places",
        r"\b(?<!get to )(?<!got to )(?<!getting to )(know|knew|known)(?= new (?:people|friends"
        r"|cultures?|places)\b)",
    ),
    Turn(
        "X127",
        "become aware",
        "aware / get gets got getting",
        r"\b(gets? aware|got aware|getting aware)\b",
    ),
    Turn(
        "X127",
        "are happy to help",
        "disposal / remain remains are",
        r"\b((?:remains?|are) at your (?:full |entire )?disposal)\b",
        NOTE,
    ),
    Turn(
        "X127",
        "help … to",
        "contribute contributes contributed contributing / fact",
        r"\b(contribut(?:e|es|ed|ing) to the fact that)\b",
        NOTE,
    ),
    Turn(
        "X127",
        "so behind it, or nothing",
        "it / hope hopes hoping hoped",
        r"\bhop(?:e|es|ing|ed) (it)(?=[.,;!]|$)",
    ),
    Turn(
        "X127",
        "mentioned behind it",
        "mentioned",
        r"\b(?:[Tt]he|all|[Tt]hese|[Tt]hose) (mentioned)(?= (?:[a-z]+ )?[a-z]{4,}s\b)(?! above| "
        r"here)",
        NOTE,
    ),
    Turn(
        "X127",
        "because of it, or for … reasons",
        "due / to / reasons",
        r"\b([Dd]ue to (?:(?!several|various|many|different|unknown|a\b|the\b|these"
        r"|other)[\w’'-]+ ){1,2}reasons)\b",
        NOTE,
    ),
    Turn(
        "X127",
        "unlike, at the beginning",
        "different",
        "^(Different (?:to|from))(?= [a-z]+ [^.?!]*,? [a-z]+)",
        NOTE,
    ),
    Turn("X127", "seriously", "serious / for", r"\btak(?:e|es|en|ing|e) (?:\w+ )?(for serious)\b"),
    Turn(
        "X127",
        "besides, or apart from",
        "beside",
        r"^(Beside)(?= (?:the|our|its|this|these|that|all) (?!river|sea|lake|road|house|church"
        r"|station|port|canal|town|bridge)[^,.]{3,40}, (?:the|we|there|they|it|our"
        r"|participants)\b)",
        NOTE,
    ),
    Turn(
        "X127",
        "besides, or alongside",
        "next / to",
        r"^(Next to)(?= (?:the|our|its|these|being|many)\b(?![^.]*\b(?:there|stands?|lies|sits?"
        r"|located|situated|is an?|you|find|see)\b)[^.,]*, (?:the|we|it|they|our|this)\b)",
        NOTE,
    ),
    Turn("X127", "also", "well / as", r"^(As well)(?! as\b)(?=,? [a-z]+ [a-z]+)"),
    Turn("X127", "in addition, or what is more", "more / over", r"^(More over)\b"),
    Turn(
        "X127",
        "as a result",
        "as / result",
        r"^(As the result)(?=,| (?:of|the|we|they|it|all|our|participants)\b)",
    ),
    Turn(
        "X127",
        "more and more",
        "always / more",
        r"\b([Aa]lways more)(?= (?:people|and|important|often|difficult|young|citizens)\b)",
        NOTE,
    ),
)
