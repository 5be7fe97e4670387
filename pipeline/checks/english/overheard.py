"""English as one overhears it where partners meet: small words and turns, one after the other."""

from __future__ import annotations

from pipeline.checks.sheet import NOTE, WARNING
from pipeline.errors import Level

_MANY = (
    "partners|countries|schools|organi[sz]ations|cities|towns|teams|participants|students|teachers"
    "|members|groups|projects|people|associations|municipalities|universities|regions|places"
    "|activities|workshops|meetings|topics|volunteers"
)
_LANDS = (
    "Polish|Italian|Spanish|German|French|Turkish|Greek|Portuguese|Romanian|Bulgarian|Hungarian"
    "|Czech|Slovak|Croatian|Serbian|Lithuanian|Latvian|Estonian|Finnish|Swedish|Danish|Dutch"
    "|Belgian|Austrian|Irish|Slovenian|Cypriot|Maltese|Ukrainian|Georgian|Norwegian"
)
_BODY = (
    "partner|school|team|group|organi[sz]ation|coordinator|participant|teacher|student|association"
    "|municipality|delegation|government|ministry"
)


def _unless(words: str) -> str:
    return "".join(f"(?<!\\b(?i:{word}) )" for word in words.split())


_ABOUT = _unless(
    "focus focused focusing based depends effect effects impact views thoughts reflections "
    "information reflect reflecting work report back"
)
_OF_THEM = _unless("the these those our their its his her my your all each any no")
_A_FEW = _unless("a A the The very these our so too last past next first in for")
_THESE = _unless("the these its our his her their")
_JOINED = _unless(
    "participate participated participates participating participation part interested involved "
    "speakers engage role held"
)
_MANGER = _unless("a the feeding drinking water each their")
OVERHEARD: tuple[tuple[str, str, str, str, Level], ...] = (
    # Code, what is right, words of which one of each kind is in it, the form, how surely.
    ("X146", "in detail", "details / in",
     r"\b[Ii]n (details)\b(?! (?:of|about|that|such|like)\b)", WARNING),
    ("X146", "on", "agenda / in",
     (r"\b(?:is|was|were|are|be|been|also|items?|points?|topics?|activit(?:y|ies)|meeting) "
      r"(in)(?= (?:the |our |this )?agenda\b)"), WARNING),
    ("X146", "in, or over", "on / days weeks months years",
     (rf"{_ABOUT}\b([Oo]n)(?= the (?:coming|next|following|upcoming|last|past|previous) (?:few "
      rf"|two |three |four |five |six )?(?:days|weeks|months|years)\b)"), WARNING),
    ("X146", "by", "within / end",
     (r"\b([Ww]ithin)(?= the end of (?:the )?(?:January|February|March|April|May|June|July"
      r"|August|September|October|November|December|year|month|week|summer|project|20\d\d))"),
     WARNING),
    ("X146", "no matter what, or regardless of", "matter / of / no",
     r"\b([Nn]o matter of)\b", WARNING),
    ("X135", "to before it", "get gets got / know",
     r"\b([Gg]et know|[Gg]ets know|[Gg]ot know)\b", WARNING),
    ("X143", "the figure before other", "other / two three four five six seven eight nine ten",
     (rf"{_OF_THEM}\b([Oo]ther (?:two|three|four|five|six|seven|eight|nine|ten))(?= (?:[a-z]+ "
      rf")?(?:{_MANY})\b)"), WARNING),
    ("X127", "mentioned behind it", "mentioned",
     (r"\b(?:[Tt]he|all|[Tt]hese|[Tt]hose) (mentioned)(?= (?:[a-z]+ )?[a-z]{4,}s\b)(?! above| "
      r"here)"), NOTE),
    ("X127", "because of it, or for … reasons", "due / to / reasons",
     (r"\b([Dd]ue to (?:(?!several|various|many|different|unknown|a\b|the\b|these"
      r"|other)[\w’'-]+ ){1,2}reasons)\b"), NOTE),
    ("X146", "to, or until", "till",
     (r"\b([Tt]ill)(?= (?:the|now|then|our|January|February|March|April|May|June|July|August"
      r"|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday"
      r"|Saturday|Sunday|\d|this|that|end|today|tomorrow|next|late|we|they|you)\b)"), NOTE),
    ("X127", "tell, without to", "to / tell tells told telling inform informs informed",
     (r"\b(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )(?:[Tt]ells?|told|telling|inform"
      r"|informs|informed) (to)(?= (?:the (?!left|right)|our |your |their |his |her |all "
      r"|us\b|them\b|him\b|everyone\b|people\b|you\b|me\b|each )[a-z]*)"), WARNING),
    ("X127", "help, without to", "to / help helps helped helping",
     (r"\bhelp(?:s|ed|ing)? (to)(?= (?:the(?! extent| point| degree)|our|your|their|these"
      r"|those|all|local|other|people|them|us|you)\b(?! [a-z]+ing\b))"), WARNING),
    ("X146", "it without to", "visited visit visits / to",
     (r"\b(?:[Ww]e|[Tt]hey|I|[Hh]e|[Ss]he|students|participants|teachers|group|also|then|and"
      r"|to|then|will|can|delegation) (?:also |then )?visit(?:ed|s)? (to)(?= (?:the|an?|our"
      r"|some|many|several|different|[A-Z]))"), WARNING),
    ("X143", "since", "years / since / has have",
     r"\b(ha(?:s|ve) (?:\d+|two|three|four|five|many|several|ten) years since)\b", WARNING),
    ("X143", "points of view", "points point / views",
     r"\b([Pp]oints? of views)\b", WARNING),
    ("X119", "point of view, or points of view", "point / view",
     r"\b(?:[Dd]ifferent|[Vv]arious|[Mm]any|[Ss]everal|[Mm]ultiple) (point)(?= of view\b)",
     WARNING),
    ("X127", "study, or research: it is not counted", "researches",
     (r"\b(?:studies and|and|the|our|some|these|many|several|of|own|make|made|making|do|other"
      r"|scientific|recent|new) (researches)\b(?! (?:the|how|and develops|into|new|whether"
      r"|what)\b)"), WARNING),
    ("X143", "the infinitive", "help helps helped helping / -ing",
     (r"\bhelp(?:s|ed|ing)? (?:(?:the|our|their|young) )?(?:staff|people|students|them|us|you"
      r"|children|participants|teachers|others|youngsters|members|users|citizens|partners) "
      r"(?:to )?((?:preparing|organi[sz]ing|finding|making|understanding|creating|developing"
      r"|improving|becoming|getting|choosing|reaching|building|integrating|learning|exploring"
      r"|solving|discovering))\b(?= (?!people|needs|skills|support|materials)[a-z]+)"), WARNING),
    ("X146", "thanks to, or thank you to", "thanks / for",
     (r"\b[Tt]hanks (for)(?= [A-Z][a-zà-ž]+ (?:[A-Z][a-zà-ž]+|and [A-Z]|who\b|for\b|from\b))"),
     WARNING),
    ("X146", "into", "insight / of",
     (r"\b(?:an?|some|more|better|deeper|deep|great|good|valuable|global|unique|clear|first"
      r"|further|useful|interesting) insight (of)(?= (?:the|our|how|what|its|their|this|a"
      r"|an)\b)"), WARNING),
    ("X127", "remember, without about", "remember remembers remembered remind / about",
     r"\b(?:[Rr]emember(?:s|ed)?) (about)(?= (?:the|our|your|their|this|that|it|us|\[))", WARNING),
    ("X146", "in", "on / workplace workplaces internship internships",
     (r"\b([Oo]n)(?= (?:the |their |our |your |his |her )(?:workplaces\b|internships\b"
      r"|(?:workplace|internship)(?=[.,;]| (?:and|or|in|is|are|of|for|where|which|with|was)\b"
      r"|$)))"), WARNING),
    ("X146", "at",
     "on / meeting conference seminar festival workshop congress exhibition fair event",
     (r"\b(?:presented|discussed|met|spoke|speak|shown|said|announced|launched|agreed|decided"
      r"|exhibited|arrived|participants|present|held|speakers?) (on)(?= (?:the|our|this|an?) "
      r"(?:[a-z]+ )?(?:meeting|conference|workshop|seminar|festival|congress|exhibition|fair"
      r"|event)\b(?! (?:day|venue|website|page|hall|programme)))"), WARNING),
    ("X127", "within, or as part of, the framework", "under / framework frame",
     (r"\b([Uu]nder)(?= the frame(?:work)? of (?:the|our|this) (?:[A-Za-z+]+ )?(?:project"
      r"|programme|initiative|event|campaign))"), NOTE),
    ("X127", "unlike, at the beginning", "different",
     r"^(Different (?:to|from))(?= [a-z]+ [^.?!]*,? [a-z]+)", NOTE),
    ("X146", "in", "interest interests / about for on",
     r"\binterests? (about)(?= (?:the|using|how|this|our|their|learning|[a-z]+ing)\b)", WARNING),
    ("X119", "when", "where / day evening night moment year week morning",
     (r"\b(?:last|first|second|third|same|opening|closing|final|next) (?:day|evening|night"
      r"|moment|year|week|morning) (where)(?= [A-Za-z]+)"), WARNING),
    ("X127", "it is", "there / task pleasure honour honor duty challenge",
     (r"\b([Tt]here (?:is|was))(?= an? (?:[a-z]+ ){0,2}(?:pleasure|honou?r|duty|task"
      r"|challenge) to [a-z]+)"), NOTE),
    ("X127", "what", "which",
     (r"^(Which)(?= (?:are|is) the (?:(?:most [a-z]+|main|biggest|key) )?(?:aims?|goals?"
      r"|objectives?|results?|reasons?|differences?|advantages?|benefits?|features|challenges"
      r"|problems|expectations|tasks|steps|values)\b)"), NOTE),
    ("X143", "has been, or have been", "recently / is are there",
     r"^Recently,? (?:there|we|they|it|the [a-z]+) (is|are)\b", WARNING),
    ("X135", "it without the", "civil / society / the",
     r"\b([Tt]he)(?= civil society(?:[.,;)]| (?:and|in|at|to|of|is|has|can|or|as)\b))", NOTE),
    ("X143", "also behind but", "only / but",
     (r"\bnot only (?:[\w’'-]+ ){1,6}(but)(?= (?!also|by|in |on |at |as|to|with|for|because"
      r"|through|even|from|will|can|is|are|was|that|it|they|we|he|she|you|has|have|does"
      r"|do)[\w’'-]+)"), NOTE),
    ("X135", "a before it", "few / minutes hours days weeks months years",
     (rf"{_A_FEW}\b([Ff]ew)(?= (?:minutes|hours|days|weeks|months|years) (?:ago|later|before"
      rf"|after|earlier)\b)"), WARNING),
    ("X135", "the before it", "next same previous",
     (r"^((?:Next|Same|Previous) (?:day|morning|evening|afternoon))(?=,? (?:we|they|the|our"
      r"|all|I|participants|students|he|she|was|started|began)\b)"), NOTE),
    ("X127", "in the last few days, or recently", "last / days",
     rf"{_THESE}\b([Ll]ast days)(?= (?:we|he|she|they|I|the|our|he|,)\b)", WARNING),
    ("X135", "the before it", "programme program project initiative",
     (r"\b(?:[Ii]n|[Ww]ithin|[Uu]nder|[Ff]rom|of|by|for|through) ((?:Erasmus ?\+|Youth in "
      r"Action|Europe for Citizens|Horizon 2020|Creative Europe|Interreg|European Solidarity "
      r"Corps|LIFE|“[A-Z][\w+ ]+”|Leonardo da Vinci|Comenius|Grundtvig|ESC|Tempus|Socrates) "
      r"(?:[Pp]rogramme|[Pp]rogram|[Pp]roject|[Ii]nitiative))\b(?! (?:countries|guide"
      r"|participants|managers?|partners?|activities|rules|funds|funding|team|website"
      r"|coordinators?|staff|area))"), WARNING),
    ("X135", "it, what or who it is, before it", "is are was has",
     (r"^((?:Is|Are|Was|Has) (?:where|located|composed|based|made up|funded|financed"
      r"|coordinated|aimed|organi[sz]ed|a (?:[a-z]+ )?(?:network|project|organi[sz]ation"
      r"|association|programme)))\b(?![^.]*\?)"), WARNING),
    ("X127", "people, or peoples’", "persons",
     r"\b(?:[Yy]oung|[Oo]ld|[Ee]lderly|[Mm]any|[Oo]ther|[Mm]ost|[Mm]ore) (persons)\b", NOTE),
    ("X143", "the same as", "same / like",
     r"\bthe same (?:[a-z]+ )?(like)(?= (?:the|in|we|they|our|last|for|us|me)\b)", WARNING),
    ("X127", "in which, or where", "where / project programme organisation association",
     (r"\b(?:project|programme|organisation|association) (where)(?= (?:we|the|they|you|he"
      r"|she)\b)"), NOTE),
    ("X127", "when, or in which case", "in / case / that",
     r"\b([Ii]n case that)\b", WARNING),
    ("X146", "in, of a week, month or year", "on / week month year",
     (r"\b(?:was|were|is|are|be|announced|held|started|starts?|begins?|began|met|meet|took "
      r"place|takes? place|happened|opened|opens?|arrived|released|published|launched"
      r"|organi[sz]ed|finished|ends?|ended) (on)(?= the (?:first|second|third|fourth|last"
      r"|same|next|following) (?:week|month|year) of\b)"), WARNING),
    ("X127", "become aware", "aware / get gets got getting",
     r"\b(gets? aware|got aware|getting aware)\b", WARNING),
    ("X119", "etc.", "ect",
     r"\b([Ee]ct)\b(?=[.,;)]|$)", WARNING),
    ("X119", "through", "trough",
     (rf"{_MANGER}\b(trough)(?= (?:the|our|an?|this|these|their|its|his|her|which|[a-z]+ing"
      rf"|different|various|non|all|many|voluntary|joint|common|art|sport|games?|music"
      rf"|education|practical|[a-z]+al)\b)"), WARNING),
    ("X143", "vice versa", "viceversa",
     r"\b([Vv]iceversa)\b", WARNING),
    ("X143", "the simple form: focus, aim", "focusing focussing aiming including consisting",
     (r"\b(?:which|that) (?:is|are) (focusing|focussing|aiming|including|consisting)(?= (?:on"
      r"|at|to|of|in|the|a|an|various|many|all)\b)"), NOTE),
    ("X143", "the past, or were able to", "could / visit meet taste admire discover enjoy",
     (r"\b(?:[Ww]e|[Tt]he participants|[Pp]articipants|[Tt]he students|[Ss]tudents|[Tt]hey) "
      r"(could)(?= (?:also |finally |then )?(?:visit|meet|taste|admire|discover|enjoy)\b)"), NOTE),
    ("X143", "a comma before it", "etc",
     r"[\w’'-]+, [\w’'-]+(?: [\w’'-]+)? (etc)\b", NOTE),
    ("X127", "young people", "youth / the",
     r"\b([Tt]he youth)(?=[.,;:)]| (?:and|in|to|are|should|can|will|have|who|from)\b)", NOTE),
    ("X146", "at", "conference / in",
     (rf"{_JOINED}\b(in)(?= an? (?:[a-z]+ )?conference(?:[.,;!]|$| (?:in|on|about|and|organi[sz]ed"
      rf"|held)\b))"), NOTE),
    ("X135", "the before it", "philippines eu uk usa balkans maldives",
     (r"\b(?:[Ii]n|[Ff]rom|to|of|for|with|by|across|throughout|visited|between) ((?:Western "
      r")?Balkans|Philippines|Maldives|(?:EU|UK|USA)(?=\.(?!\w)|[,;)]|$| (?:and|in|to|is|was"
      r"|for|who|on|or)\b))(?![\w'’-])"), WARNING),
    ("X143", "a small letter", "each every all some any many several these",
     (r"\b(?:[Ee]ach|[Ee]very|[Aa]ll|[Ss]ome|[Aa]ny|[Mm]any|[Ss]everal|[Tt]hese) "
      r"(Universit(?:y|ies)|Schools?|Projects?|Partners?|Students?|Teachers?|Participants?"
      r"|Volunteers?|Organi[sz]ations?|Associations?|Municipalit(?:y|ies)|Cit(?:y|ies)|Towns?"
      r"|Meetings?|Workshops?|Conferences?|Seminars?|Countr(?:y|ies)|Compan(?:y|ies)"
      r"|Institutions?|Newsletters?|Websites?|Trainings?|Governments?)(?= [a-z])(?! of [A-Z])"),
     NOTE),
    ("X143", "its capital",
     "facebook twitter youtube instagram linkedin whatsapp wikipedia tiktok",
     (r"(?<![@/.#\w&=-])(facebook|twitter|youtube|instagram|linkedin|whatsapp|wikipedia"
      r"|tiktok)(?![.\w/@=-])"), NOTE),
    ("X143", "the infinitive without to", "letting / to / us them you people others everyone",
     r"\b[Ll]etting (?:us|them|you|people|young people|others|everyone) (to)(?= [a-z]+)", WARNING),
    ("X127", "participating", "participant",
     (r"\b(participant)(?= (?:countries|schools|organi[sz]ations|cities|municipalities|towns"
      r"|states)\b)"), NOTE),
    ("X146", "with", "satisfaction / for about",
     (r"\bexpress(?:ed|ing)? (?:their|his|her|our|its) (?:[a-z]+ )?satisfaction (for|about)\b"),
     NOTE),
    ("X143", "day to day", "from / day",
     r"\b([Ff]rom day-to-day)\b(?! (?:work|life|operations|business|tasks|management))", NOTE),
    ("X135", "the before it", "part phase session",
     (r"\b(?:[Ii]n|[Dd]uring|[Ff]rom|[Aa]fter) ((?:first|second|third|last|final) (?:part"
      r"|phase|session) of)(?= (?:the|our|this|its)\b)"), WARNING),
    ("X135", "a before it", "few / minutes hours days weeks months",
     r"\b(?:[Ff]or|[Aa]fter|[Ww]ithin) (few)(?= (?:minutes|hours|days|weeks|months)\b)", WARNING),
    ("X119", "took place, or takes place", "part / took takes take taken",
     (r"\b(?:[Ee]xchange|[Mm]eeting|[Ee]vent|[Cc]onference|[Ff]estival|[Ww]orkshop|[Ss]eminar"
      r"|[Tt]raining|[Cc]ourse|[Cc]eremony|[Cc]ompetition|[Ee]xhibition|[Cc]oncert|[Ww]ebinar"
      r"|[Mm]obility)s? (?:has |have |had |will |which )?(t(?:ook|akes?|aken) part)(?= (?:in"
      r"|on|from|at|between|during|online)\b)"), WARNING),
    ("X127", "seriously", "serious / for",
     r"\btak(?:e|es|en|ing|e) (?:\w+ )?(for serious)\b", WARNING),
    ("X127", "besides, or apart from", "beside",
     (r"^(Beside)(?= (?:the|our|its|this|these|that|all) (?!river|sea|lake|road|house|church"
      r"|station|port|canal|town|bridge)[^,.]{3,40}, (?:the|we|there|they|it|our"
      r"|participants)\b)"), NOTE),
    ("X146", "about, or on", "information / of",
     (r"\b[Ii]nformation (of)(?= (?:all|different|various|municipal|local|how|what|other|new"
      r"|European)\b)"), NOTE),
    ("X146", "in, or with", "assist assists assisted assisting / for",
     r"\bassist(?:s|ed|ing)? (for)(?= [a-z]+(?:ing|ment|ion)\b)", WARNING),
    ("X143", "a main clause, too", "because",
     r"^(Because)(?= [^,?—–;:]{15,}\.$)", NOTE),
    ("X143", "a small letter", "people citizens children women",
     (r"\b(?:young|local|old|among|other|more|disabled|elderly|our) (People|Citizens|Children"
      r"|Women)\b(?! [A-Z]|[’'])"), NOTE),
    ("X127", "also", "well / as",
     r"^(As well)(?! as\b)(?=,? [a-z]+ [a-z]+)", WARNING),
    ("X143", "shown", "showed",
     r"\b(?:was|were|is|are|been|being|be) (showed)\b", WARNING),
    ("X135", "the before it", "majority / of",
     (r"\b(?:[Ff]or|of|by|in|with|from|to) (majority)(?= of (?:the|our|these|their|all"
      r"|participants|people|members|countries|cities|students)\b)"), WARNING),
    ("X143", "the plural, or an article before it", "ngo cso sme mep",
     (r"\b(?:of|with|for|by|from|to|as|between|other|various|local|international|national"
      r"|polish|Polish|German|Italian|Spanish|French|partner|is) (NGO|CSO|SME|MEP)(?=[.,;]|$| "
      r"(?:of|in|from|and|is|are|who|that|which|working|based)\b)"), WARNING),
    ("X127", "neighbouring", "neighbour neighbor",
     (r"\b([Nn]eighbou?r)(?= (?:country|countries|towns?|city|cities|villages?|municipality"
      r"|municipalities|regions?|states?)\b(?!-))"), WARNING),
    ("X146", "at", "directed / on",
     (r"\b(?:is|are|was|were|be|been|project|projects|activities|measures|actions|programme) "
      r"(?:mainly |mostly )?directed (on)\b"), WARNING),
    ("X135", "a, not the", "basis / on the",
     (r"\b[Oo]n (the)(?= (?:competitive|regular|voluntary|daily|weekly|monthly|yearly"
      r"|permanent|temporary|commercial|long-term|individual|equal|annual|contractual) "
      r"basis(?:[.,;]|$| (?:in|to|by|for|and|at|with)\b))"), WARNING),
    ("X143", "the subject before its verb",
     "there / prepared discussed conducted implemented elaborated organised organized",
     (r"\b([Tt]here (?:was|were) (?:also )?(?:prepared|discussed|conducted|implemented"
      r"|elaborated|organi[sz]ed))(?= [a-z]+s\b)"), NOTE),
    ("X127", "as a result", "as / result",
     r"^(As the result)(?=,| (?:of|the|we|they|it|all|our|participants)\b)", WARNING),
    ("X119", "field", "filed / of",
     r"\b(?:main|this|the|in|other|our|every|each|same|any) (filed)(?= of [a-z]+)", WARNING),
    ("X146", "on how, or of how",
     "how / idea ideas tips advice information suggestions instructions knowledge",
     (r"\b(?:[Ii]deas?|[Tt]ips|[Aa]dvice|[Ii]nformation|[Ss]uggestions|[Ii]nstructions"
      r"|[Kk]nowledge) (how)(?= to [a-z]+)"), NOTE),
    ("X127", "free of charge", "cost costs / free",
     r"\b([Ff]ree of costs?)\b", WARNING),
    ("X146", "to", "invite invited invites / in on for",
     (r"\binvit(?:e|es|ed) (?:you |them |us |everyone |all )?(on)(?= (?:the|our|an?|this) "
      r"(?:[a-z]+ )?(?:meeting|conference|event|exhibition|concert|festival|workshop|party"
      r"|dinner|seminar)\b)"), WARNING),
    ("X127", "in addition, or what is more", "more / over",
     r"^(More over)\b", WARNING),
    ("X127", "we look forward to", "looking forward",
     (r"\b(?:[Ww]e|I) (?:are |am )?(?:look|looking) (forward you|forward your|forward the)\b"),
     WARNING),
    ("X135", "the before it", "internet",
     (r"\b(?:[Oo]n|[Ii]n|[Vv]ia|through|use|using|over|from) ([Ii]nternet)(?=[.,;]|$| (?:and"
      r"|or|to|for|is|we|with)\b)"), NOTE),
    ("X146", "in", "in at on / age years",
     r"\b(on)(?= the age of \d)", WARNING),
    ("X146", "at", "in / age",
     r"\b([Ii]n)(?= the age of \d)", WARNING),
    ("X127", "aged, or between the ages of", "age",
     r"\b(in age (?:from|between|of))(?= \d)", WARNING),
    ("X127", "from abroad, or abroad", "abroad",
     r"\b(?:from|in|to) (the abroad)\b", WARNING),
    ("X127", "such a, or this kind of", "such / kind type",
     r"\b(such kind of|such type of)\b", NOTE),
    ("X143", "one of the most, and the plural", "one / most",
     r"\b(one of most)\b", WARNING),
    ("X127", "in recent years", "last / years / in",
     r"\b([Ii]n last years)\b(?! of)", WARNING),
    ("X127", "more and more", "always / more",
     r"\b([Aa]lways more)(?= (?:people|and|important|often|difficult|young|citizens)\b)", NOTE),
    ("X135", "the before it", "world globe",
     (r"\b(?:[Aa]ll over|[Aa]round|[Aa]cross|[Tt]hroughout|rest of) (world|globe)\b(?! "
      r"[a-z]*(?:class|cup|war|bank|trade))"), WARNING),
    ("X127", "in, and the form in -ing", "interested / to",
     (r"\b[Ii]nterested (to)(?= (?!be|hear|know|see|learn|find|read|note|discover|watch|the|a"
      r"|our|us)[a-z]+)"), WARNING),
    ("X127", "aimed to, or aims to", "aim / has had have / to",
     r"\b((?:has|had|have) an aim)(?= to\b)", WARNING),
    ("X146", "in", "engaged involved interested / into",
     r"\b(?:engaged|involved|interested) (into)\b", WARNING),
    ("X143", "the singular", "pandemics / covid",
     r"\b(?:COVID|Covid)(?: |-)(?:19 )?(?:[a-z]+ )?(pandemics)\b", WARNING),
    ("X127", "young people", "youth",
     r"\b\d[\d,.]* (youth)(?= (?:from|in|who)\b)", NOTE),
    ("X135", "the before it", "participation presence / with",
     r"\b[Ww]ith (?:active )?(participation|presence) of\b", WARNING),
    ("X143", "the subject before its verb",
     "it / presented discussed organised organized created established explained prepared",
     (r"\b([Ii]t (?:was|is|has been) (?:presented|discussed|organi[sz]ed|created|established"
      r"|explained|prepared))(?= (?:the|an?|our) [a-z]+)"), WARNING),
    ("X135", "the before it", "ministry municipality embassy federation chamber",
     (r"\b(?:by|from|of|with|at|for|to) ((?:Ministry|Municipality|Embassy|Federation|Chamber) "
      r"of [A-Z][a-z]+)"), WARNING),
    ("X135", "the before it", _LANDS.replace("|", " ").lower(),
     (rf"(?:^|, |\b(?:by|from|for|of|with) )((?:{_LANDS}) (?:{_BODY}))(?=[.;]|$| (?:will|has"
      rf"|have|was|is|who|accepted|presented|prepared|hosted|organi[sz]ed|visited|showed|sent"
      rf"|took|had|did)\b)"), WARNING),
    ("X143", "the language alone", "language / in",
     (rf"\b[Ii]n ((?:{_LANDS}|English) language)\b(?! (?:class|course|lesson|school|teach"
      rf"|version|skill))"), NOTE),
    ("X146", "of", "charge / in",
     r"\bin charge (with|for)\b", WARNING),
    ("X143", "to, without ensure; or that", "ensure ensures ensured ensuring / to",
     r"\bensur(?:e|es|ed|ing) (to)(?= [a-z]+)", WARNING),
    ("X127", "have, or gain", "experiences",
     r"\b(mak(?:e|es|ing)|made)(?= (?:[a-z]+ ){0,2}experiences\b)", WARNING),
    ("X127", "research: it is not counted", "researches",
     (r"\b(?:carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|doing|undertaking|mak(?:e|es"
      r"|ing)|different|various) (?:[a-z]+ )?(researches)\b"), WARNING),
)  # fmt: skip
