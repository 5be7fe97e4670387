"""One and many: verbs that agree, nouns that are not counted, plurals."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn, not_behind
from pipeline.checks.english.vocabulary import PEOPLE
from pipeline.checks.sheet import NOTE

_SUBJECT = not_behind("of by with to for from in on between")
_WISHES = "interests|expectations|wishes|concerns|priorities|requirements|demands|preferences"
TURNS: tuple[Turn, ...] = (
    # The verb of one, and of many.
    Turn(
        "X120",
        "the verb of one",
        "neither / were are have / of",
        r"\b[Nn]either of (?:the|these|those|our|them)(?: [a-z]+)? (were|are|have)\b",
        NOTE,
    ),
    Turn(
        "X120",
        "the verb of one",
        "news / are were have",
        r"^(?:The|This|Our|Good|Bad|Latest|Such)(?: [a-z]+)? news (are|were|have)\b",
    ),
    Turn(
        "X120",
        "the verb of one",
        "mathematics physics economics electronics gymnastics linguistics",
        r"^(?:Mathematics|Physics|Economics|Electronics|Linguistics|Gymnastics) (are|were|have)\b",
    ),
    Turn(
        "X120",
        "the verb of one",
        "each / of / have are were do",
        r"\b[Ee]ach(?: one)? of (?:us|them|the [a-z]+s|our [a-z]+s|these [a-z]+s) (have|are|were"
        r"|do)\b(?! (?:given|offered|shown)\b)",
    ),
    Turn(
        "X120",
        "the verb of one",
        "are / thing problem reason goal aim challenge / the",
        r"^The (?:most [a-z]+|main|biggest|best|only|first) (?:thing|problem|reason|goal|aim"
        r"|challenge) (are)\b",
    ),
    Turn(
        "X143",
        "the singular: is",
        "are / lot",
        r"\b[Tt]here (are) a lot of (?:interest|water|money|traffic|rain|information|noise|work"
        r"|room)(?=[.,;]| (?:in|for|about|on|to|from|among)\b)",
    ),
    Turn(
        "X120",
        "the verb of many",
        "police / is was has",
        rf"{_SUBJECT}\b[Tt]he (?:local |national |municipal |federal )?police (is|was|has)(?= "
        r"(?:[a-z]+(?:ing|ed)|been|to|not|also|often)\b)",
    ),
    Turn(
        "X120",
        "the verb of many",
        "people / was is has",
        r"^(?:The |Most |Many |Some |Young |These |All (?:the )?|Local |Most of the )?[Pp]eople "
        r"(was|is|has)(?= (?:very|not|so|happy|been|[a-z]+(?:ing|ed)|young|old|also)\b)",
    ),
    Turn(
        "X120",
        "the verb of many",
        "students teachers volunteers partners participants pupils members schools organisations "
        "children people women / goes has is was takes makes meets visits wins gets does",
        r"^(?:(?:\d+|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Our|Many|Young|Local) )"
        r"(?:[A-Z][a-z]+ )?(?:Students|Teachers|Volunteers|Partners|Participants|Pupils|Members"
        r"|Schools|Organisations|Children|People|Women) (goes|has|is|was|takes|makes|meets|visits"
        r"|wins|gets|does)\b",
    ),
    Turn(
        "X120",
        "the verb of many",
        "lot / people children / was is has",
        r"\b[Aa] lot of (?:young )?(?:people|children) (was|is|has)\b",
    ),
    Turn(
        "X127",
        "young people, and the verb of many",
        "youth / the / wants is has needs",
        r"\b([Tt]he youth (?:wants|is|has|needs))\b",
        NOTE,
    ),
    Turn(
        "X120",
        "the form with s",
        "what / most is next here",
        r"\b[Ww]hat (matter|count|happen|remain|follow|surprise|worry)(?= (?:most|is|next|here)\b)",
    ),
    # What is not counted.
    Turn(
        "X143",
        "the singular: it is not counted",
        "evidences staffs fundings softwares furnitures",
        r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Oo]ur|[Ss]ome|[Mm]any|[Aa]ll|of|get|and|more|new|other) "
        r"(evidences|staffs|fundings|softwares|furnitures)\b(?!['’])",
    ),
    Turn(
        "X143",
        "content",
        "contents / media digital educational learning multimedia online training video",
        r"\b(?:[Dd]igital|[Ee]ducational|[Ll]earning|[Mm]ultimedia|[Oo]nline|[Tt]raining|[Vv]ideo"
        r"|[Mm]edia) (contents)\b",
    ),
    Turn(
        "X143",
        "people",
        "peoples / young old local disabled deaf blind unemployed",
        r"\b(?:[Yy]oung|[Oo]ld|[Ll]ocal|[Dd]isabled|[Dd]eaf|[Bb]lind|[Uu]nemployed) (peoples)\b"
        r"(?!['’])",
    ),
    Turn(
        "X127",
        "study, or research: it is not counted",
        "researches",
        r"\b(?:(?:studies and|and|the|our|some|these|many|several|of|own|make|made|making|do|other"
        r"|scientific|recent|new) (researches)\b(?! (?:the|how|and develops|into|new|whether"
        r"|what)\b)|(?:carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|doing|undertaking"
        r"|mak(?:e|es|ing)|different|various) (?:[a-z]+ )?(researches)\b)",
    ),
    Turn(
        "X119",
        "advice",
        "advises",
        r"\b(?:good|some|his|her|our|useful|any|of|legal|more|their|helpful|practical) (advises)\b"
        r"(?! (?:the|our|towns|us|you))",
    ),
    Turn("X143", "charge", "charges / free", r"\b[Ff]ree of (charges)\b"),
    Turn("X127", "free of charge", "cost costs / free", r"\b([Ff]ree of costs?)\b"),
    Turn(
        "X143",
        "the singular",
        "pandemics / covid",
        r"\b(?:COVID|Covid)(?: |-)(?:19 )?(?:[a-z]+ )?(pandemics)\b",
    ),
    Turn(
        "X127",
        "much, or great, without an article",
        "big large huge / experience enthusiasm knowledge progress",
        r"\b(a (?:big|large|huge))(?= (?:experience|enthusiasm|knowledge|progress)\b)",
    ),
    # One of several.
    Turn(
        "X143",
        "the singular, or several",
        "more / than / one",
        r"\b[Mm]ore than one (?!of\b)(?:[a-z]+(?:al|ic|ing|ive|ous|ed) )?((?!times|always|class"
        r"|less|process|business|access|address|bus|campus|focus|thus|this|press|virus|as|is|was"
        r"|has)[a-z]+[^s\Wiu]s)(?= (?:in|on|of|for|to|that|which|who|at|with|is|are|has|have)\b"
        r"|[.,;])",
    ),
    Turn("X143", "one of the most, and the plural", "one / most", r"\b(one of most)\b"),
    Turn(
        "X143",
        "the plural",
        "third quarter fifth tenth / of",
        r"\b(?:[Tt]wo|[Tt]hree|[Ff]our)[ -](third|quarter|fifth|tenth)(?= of\b)",
    ),
    Turn("X143", "points of view", "points point / views", r"\b([Pp]oints? of views)\b"),
    Turn(
        "X119",
        "point of view, or points of view",
        "point / view",
        r"\b(?:[Dd]ifferent|[Vv]arious|[Mm]any|[Ss]everal|[Mm]ultiple) (point)(?= of view\b)",
    ),
    Turn(
        "X143",
        "backgrounds",
        f"background / from with / {PEOPLE}",
        rf"\b(?:{PEOPLE}) (?:from|with) (?!an?\b|the\b|any\b|no\b|our\b|this\b)(?:[a-z-]+ ){{1,3}}"
        r"(background)\b",
    ),
    Turn(
        "X143",
        "needs",
        f"need / and / {_WISHES}",
        rf"\b(?:the|their|our|its|your|specific|different|real) (need) and (?:{_WISHES})\b",
    ),
    Turn("X143", "that", "those / kind type sort / of", r"\b([Tt]hose) (?:kind|type|sort) of\b"),
    Turn("X143", "other, without s", "each / others", r"\b[Ee]ach (others)\b(?!['’])"),
    Turn(
        "X127",
        "such a, or this kind of",
        "such / kind type",
        r"\b(such kind of|such type of)\b",
        NOTE,
    ),
    Turn(
        "X143",
        "the plural, or an article before it",
        "ngo cso sme mep",
        r"\b(?:of|with|for|by|from|to|as|between|other|various|local|international|national|polish"
        r"|Polish|German|Italian|Spanish|French|partner|is) (NGO|CSO|SME|MEP)(?=[.,;]|$| (?:of|in"
        r"|from|and|is|are|who|that|which|working|based)\b)",
    ),
    Turn(
        "X143",
        "the plural: hundreds, thousands",
        "hundred thousand million dozen / of",
        r"(?:^|\b(?:and|of|with|by|for|from|to|over|where) )([Hh]undred|[Tt]housand"
        r"|[Mm]illion|[Dd]ozen)(?= of (?!the\b|an?\b|years? of)[a-z]+)",
    ),
    Turn(
        "X120",
        "has: the number is one",
        "number / have are were",
        r"^The number of (?:[\w’'-]+ ){1,7}?(have|are|were)(?= (?:\w+ed|been|fallen|risen"
        r"|grown|doubled|gone|dropped|now|still|\w+ing|too|low|high|so)\b)(?<!who"
        r" have)(?<!who are)(?<!that have)(?<!that are)(?<!which are)(?<!which have)(?<!who"
        r" were)(?<!that were)",
    ),
    Turn(
        "X120",
        "are",
        "there / is was",
        r"\b[Tt]here (is|was)(?= (?:still |also |always )?(?:too many|so many|far too many"
        r"|many|several|numerous|few|more \w+s than|lots of \w+s|hundreds|thousands"
        r"|dozens)\b)(?! a )",
    ),
    Turn(
        "X143",
        "the adjective without its s",
        "differents alternatives importants potentials originals specifics particulars externals "
        "internals internationals relevants",
        r"\b(differents|alternatives|importants|potentials|originals|specifics|particulars"
        r"|externals|internals|internationals|relevants)(?= (?!always|across|towards|unless|besides"
        r"|perhaps|as|is|was|has|does|this|thus)[a-z]+s\b)",
    ),
    Turn(
        "X143",
        "the adjective without its s, or an apostrophe",
        "individuals",
        r"\b(?:an|each|every) (individuals)(?= [a-z]+)",
    ),
    Turn(
        "X143",
        "research shows",
        "researches",
        r"\b([Rr]esearches)(?= (?:show|indicate|suggest|prove|reveal|confirm|find|found|say|are"
        r"|have|were)\b)",
    ),
    Turn("X143", "per cent", "percents", r"\d (percents)\b"),
    Turn("X143", "a lot, or lots", "lots", r"\b([Aa] lots)(?= of\b)"),
)
