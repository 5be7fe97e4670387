"""Articles that are missing, and one that is too many."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn, not_behind
from pipeline.checks.english.vocabulary import PLURALS
from pipeline.checks.sheet import NOTE

_BODY = (
    "partner|school|team|group|organi[sz]ation|coordinator|participant|teacher|student"
    "|association|municipality|delegation|government|ministry"
)
_EVILS = (
    "discrimination|racism|equal opportunities|gender equality|social inclusion|tolerance"
    "|active citizenship|xenophobia|hate speech|unemployment|poverty|climate change"
)
_LANDS = (
    "Polish|Italian|Spanish|German|French|Turkish|Greek|Portuguese|Romanian|Bulgarian"
    "|Hungarian|Czech|Slovak|Croatian|Serbian|Lithuanian|Latvian|Estonian|Finnish|Swedish"
    "|Danish|Dutch|Belgian|Austrian|Irish|Slovenian|Cypriot|Maltese|Ukrainian|Georgian"
    "|Norwegian"
)
_NOT_A = not_behind("a A the The very these our so too last past next first in for")
_NOT_MAKE = not_behind("make making made makes get getting got")
_UNDETERMINED = not_behind(
    "an the our this no any every a their one that another much some each your better little"
)
_A_LITTLE = not_behind(
    "a an the The A this This that any no each every some our their its his her my your one another"
    " which what such"
)
TURNS: tuple[Turn, ...] = (
    # A, where one looks from, and how much there is.
    Turn(
        "X135",
        "a, an or the before it",
        "from / point perspective standpoint viewpoint",
        r"\b[Ff]rom ((?!(?:an?|the|this|that|any|no|each|every|some|our|their|its|his|her|my|your"
        r"|one|another|which|whose|what)\b)[a-z-]+(?<!ing) (?:point of view|perspective|standpoint"
        r"|viewpoint))\b",
    ),
    Turn("X135", "a few", "here / are / few", r"\b[Hh]ere are (few)(?= [a-z]+s\b)"),
    Turn("X135", "quite a lot", "quite / lot", r"\b[Qq]uite (lot)(?= of\b)"),
    Turn(
        "X135",
        "a before it",
        "small large huge limited great significant growing wide / amount number part portion "
        "percentage proportion majority range variety quantity / of",
        rf"(?<=[a-z] )(?:(?<!ly )|(?<=only ))(?<!and )(?<!very )(?<!ever )(?<!quite ){_A_LITTLE}"
        r"((?:small|large|huge|limited|great|significant|growing|wide) "
        r"(?:amount|number|part|portion|percentage|proportion|majority|range|variety|quantity))"
        r"(?= of\b)",
    ),
    # The, where something is the only one of its kind.
    Turn(
        "X135",
        "the before it",
        "first second third last only next main biggest best largest",
        r"\b(?:[Ii]t|[Tt]his|[Tt]hat) (?:is|was|will be) (?!first class)"
        r"(?!only one (?!who|that|which|we|I|you)\b)((?:first|second|third"
        r"|last|only|next|main|biggest|best|largest) (?:time|meeting|project|event|edition|step"
        r"|day|week|workshop|part|year|experience|exchange|conference|training|visit|goal|aim"
        r"|result|issue|phase|part|task|activity|city|town|one))\b",
    ),
    Turn(
        "X135",
        "the before it",
        "majority most part half / of",
        f"^(Majority|Part) of(?= (?:the |our )?{PLURALS})",
    ),
    Turn(
        "X135",
        "the before it",
        "majority / of",
        r"\b(?:[Ff]or|of|by|in|with|from|to) (majority)(?= of (?:the|our|these|their|all"
        r"|participants|people|members|countries|cities|students)\b)",
    ),
    Turn(
        "X135",
        "the before it",
        "aim goal purpose objective duration topic theme idea group coordinator leader organiser "
        "organisers organizer organizers / is are was were will / of",
        r"^((?:(?:Main|General|Overall|Target) )?(?:[Aa]im|[Gg]oal|[Pp]urpose|[Oo]bjective"
        r"|[Dd]uration|[Tt]opic|[Tt]heme|[Ii]dea|[Gg]roup|[Cc]oordinator|[Ll]eader"
        r"|[Oo]rgani[sz]ers?))(?= of (?:the|this|our) (?:[a-z]+ ){1,3}(?:is|are|was|were|will)\b)",
    ),
    Turn(
        "X135",
        "the before it",
        "organisers organizers group fee / is are was were",
        r"^(Organi[sz]ers|Target group|Participation fee)(?= (?:is|are|was|were)\b)",
    ),
    Turn(
        "X135",
        "the before it",
        "website webpage page site coordinator / project programme association",
        r"\b(?:on|at|of|through|via|by|visit|see) (?<!the )((?:project|association) (?:website"
        r"|webpage|web page|web site|coordinator))\b",
    ),
    Turn(
        "X135",
        "the before it",
        "czech slovak / republic",
        r"(?<![\w’'] the )(?<!the )\b(?:[Ii]n|[Ff]rom|to|of|for|with|visited|between|and|by) "
        r"(Czech Republic|Slovak Republic)(?![\w'’-])",
    ),
    Turn(
        "X135",
        "the before it",
        "philippines eu uk usa balkans maldives",
        r"\b(?:[Ii]n|[Ff]rom|to|of|for|with|by|across|throughout|visited|between) "
        r"((?:Western )?Balkans|Philippines|Maldives|(?:EU|UK|USA)(?=\.(?!\w)|[,;)]|$| (?:and|in"
        r"|to|is|was|for|who|on|or)\b))(?![\w'’-])",
    ),
    Turn(
        "X135",
        "the before it",
        "programme program project initiative",
        r"\b(?:[Ii]n|[Ww]ithin|[Uu]nder|[Ff]rom|of|by|for|through) ((?:Erasmus ?\+|Youth in Action"
        r"|Europe for Citizens|Horizon 2020|Creative Europe|Interreg|European Solidarity Corps"
        r"|LIFE|“[A-Z][\w+ ]+”|Leonardo da Vinci|Comenius|Grundtvig|ESC|Tempus|Socrates) "
        r"(?:[Pp]rogramme|[Pp]rogram|[Pp]roject|[Ii]nitiative))\b(?! (?:countries|guide"
        r"|participants|managers?|partners?|activities|rules|funds|funding|team|website"
        r"|coordinators?|staff|area))",
    ),
    Turn(
        "X135",
        "the before it",
        "world globe",
        r"\b(?:[Aa]ll over|[Aa]round|[Aa]cross|[Tt]hroughout|rest of) (world|globe)\b(?! [a-z]*"
        r"(?:class|cup|war|bank|trade))",
    ),
    Turn(
        "X135",
        "the before it",
        "internet",
        r"\b(?:[Oo]n|[Ii]n|[Vv]ia|through|use|using|over|from) ([Ii]nternet)(?=[.,;]|$| (?:and|or"
        r"|to|for|is|we|with)\b)",
        NOTE,
    ),
    Turn(
        "X135",
        "the before it",
        "part phase session",
        r"\b(?:[Ii]n|[Dd]uring|[Ff]rom|[Aa]fter) ((?:first|second|third|last|final) (?:part|phase"
        r"|session) of)(?= (?:the|our|this|its)\b)",
    ),
    Turn(
        "X135",
        "the before it",
        "next same previous",
        r"^((?:Next|Same|Previous) (?:day|morning|evening|afternoon))(?=,? (?:we|they|the|our|all"
        r"|I|participants|students|he|she|was|started|began)\b)",
        NOTE,
    ),
    Turn(
        "X135",
        "the before it",
        "participation presence / with",
        r"\b[Ww]ith (?:active )?(participation|presence) of\b",
    ),
    Turn(
        "X135",
        "the before it",
        "ministry municipality embassy federation chamber",
        r"\b(?:by|from|of|with|at|for|to) ((?:Ministry|Municipality|Embassy|Federation|Chamber) "
        r"of [A-Z][a-z]+)",
    ),
    Turn(
        "X135",
        "the before it",
        _LANDS,
        rf"(?:^|, |\b(?:by|from|for|of|with) )((?:{_LANDS}) (?:{_BODY}))(?=[.;]|$| (?:will|has"
        r"|have|was|is|who|accepted|presented|prepared|hosted|organi[sz]ed|visited|showed|sent"
        r"|took|had|did)\b)",
    ),
    # A, where it is one of many, or few are.
    Turn(
        "X135",
        "a, or an, before it",
        "by / training profession trade background",
        r"^([A-Z][a-z]+) by (?:training|profession|trade|background),(?= (?:he|she|[A-Z][a-z]+)\b)",
    ),
    Turn(
        "X135",
        "an, or the, before it",
        "opportunity possibility chance / have has had having get gets got gave giving gives give "
        "given",
        r"\b(?:have|has|had|gets?|got|gives?|gave|given|giving|having)(?: [a-z]+)? "
        rf"{_UNDETERMINED}((?:opportunity|possibility|chance) to)\b",
    ),
    Turn(
        "X135",
        "a before it",
        "few / minutes hours days weeks months years",
        rf"{_NOT_A}\b([Ff]ew)(?= (?:minutes|hours|days|weeks|months|years) (?:ago|later|before"
        r"|after|earlier)\b)",
    ),
    Turn(
        "X135",
        "a before it",
        "few / minutes hours days weeks months",
        r"\b(?:[Ff]or|[Aa]fter|[Ww]ithin) (few)(?= (?:minutes|hours|days|weeks|months)\b)",
    ),
    Turn(
        "X135",
        "a, not the",
        "basis / on the",
        r"\b[Oo]n (the)(?= (?:competitive|regular|voluntary|daily|weekly|monthly|yearly|permanent"
        r"|temporary|commercial|long-term|individual|equal|annual|contractual) basis(?:[.,;]|$| "
        r"(?:in|to|by|for|and|at|with)\b))",
    ),
    # None, where all there is of it is meant.
    Turn(
        "X146",
        "it without the",
        "the / power importance value quality role / education nature culture democracy sport "
        "peace volunteering equality tolerance inclusion",
        r"\b(?:power|importance|value|quality|role) of (the)(?= (?:education|nature|culture"
        r"|democracy|sport|peace|volunteering|equality|tolerance|inclusion)(?:[.,;]|$))",
    ),
    Turn(
        "X146",
        "it without the",
        f"the / {_EVILS} / fight against combat promote promotes promoting fighting",
        rf"\b(?:fight|against|combat|fighting|promotes?|promoting) (the)(?= (?:{_EVILS})(?:[.,;]"
        r"|$))",
    ),
    Turn(
        "X135",
        "it without the",
        "civil / society / the",
        r"\b([Tt]he)(?= civil society(?:[.,;)]| (?:and|in|at|to|of|is|has|can|or|as)\b))",
        NOTE,
    ),
    Turn(
        "X135",
        "it without the",
        "climate / change",
        r"\b([Tt]he)(?= climate change(?:[.,;]|$| (?:is|has|was|will)\b))",
    ),
    Turn(
        "X135",
        "it without the",
        "the / nature mankind humanity",
        r"^(The)(?= (?:nature|mankind|humanity) (?:is|has|will|needs|can|must)\b)",
    ),
    Turn(
        "X135",
        "half of, without the",
        "half / of / it this that",
        r"(?<!in )(?<!on )(?<!other )\b([Tt]he half of)(?= (?:it|this|that)\b)",
    ),
    Turn(
        "X135",
        "most of, without the",
        "most / of / s",
        rf"{_NOT_MAKE}\b([Tt]he most of)(?= [A-Z]\w+['’]s\b)",
    ),
    Turn(
        "X135",
        "all the",
        "the / all",
        r"\b([Tt]he all)(?= (?!important|clear|round|time)[a-z]+s\b)",
        NOTE,
    ),
    Turn(
        "X143",
        "most, without of; or of the",
        "most / of",
        rf"\b((?:[Tt]he )?[Mm]ost of)(?= {PLURALS})",
    ),
    Turn("X143", "each", "each / the", r"\b([Tt]he each)(?= [a-z]+)"),
    Turn(
        "X143",
        "the language alone",
        "language / in",
        rf"\b[Ii]n ((?:{_LANDS}|English) language)\b(?! (?:class|course|lesson|school|teach"
        r"|version|skill))",
        NOTE,
    ),
    Turn(
        "X135",
        "the before it",
        "netherlands kingdom states republic philippines",
        r"\b(?:in|to|from|of|for|with|by|across|visit|visited) (Netherlands|United"
        r" Kingdom|United States|Czech Republic|Philippines)(?=[ ,.;)])(?! (?:[A-Z]"
        r"|government))",
    ),
    Turn(
        "X135",
        "the before it",
        "largest biggest smallest highest lowest oldest youngest longest shortest newest"
        " richest poorest busiest greenest fastest greatest cheapest cleanest safest"
        " strongest",
        r"\b(?:has|have|had|with|chose|built|offers|became|is|was|won) (largest|biggest"
        r"|smallest|highest|lowest|oldest|youngest|longest|shortest|newest|richest|poorest"
        r"|busiest|greenest|fastest|greatest|cheapest|cleanest|safest|strongest)"
        r" (?!possible)\w+",
    ),
)
