"""English of partners in other countries: small words and turns that their languages have."""

from __future__ import annotations

from pipeline.checks.sheet import NOTE, WARNING
from pipeline.errors import Level

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SOME = (
    "several|various|many|different|smaller|small|certain|equal|two|three|four|five|six|seven"
    r"|eight|nine|ten|twelve|\d+"
)
_PEOPLE = (
    "people|youngsters|children|students|teachers|pupils|citizens|women|volunteers|migrants"
    "|refugees|participants|partners|members|visitors|families|parents"
)
_BODIES = (
    "partners?|organi[sz]ations?|associations?|teachers|students|participants|people|municipality"
    "|ministry|school|university|government|volunteers|members|foundation|team"
)
_PLURALS = r"(?!(?:us|this|his|its|as|is|was|has)\b)[a-z]{3,}s\b(?!['’])"
_MADE = (
    "organi[sz]ed|held|presented|visited|discussed|carried out|created|implemented|shown|given"
    "|prepared|planned"
)
_VERBS = (
    "feel|think|understand|reali[sz]e|work|learn|become|see|be|believe|laugh|want|do|use|go|stay"
    "|leave|come|join|change|pay|stop|speak|talk"
)
_NOT_OF = (
    "(?<!focus )(?<!focuses )(?<!focused )(?<!impact )(?<!influence )(?<!effect )(?<!based )"
    "(?<!light )(?<!information )(?<!research )(?<!views )(?<!perspective )(?<!perspectives )"
)
PARTNERS: tuple[tuple[str, str, str, str, Level], ...] = (
    # Code, what is right, words of which one of each kind is in it, the form, how surely.
    # Small words.
    ("X146", "of, behind awareness", "awareness consciousness / on to",
     (r"\b(?:[Aa]wareness|consciousness) (?:(on)(?= (?:the (?!part\b|ground\b|internet\b|web\b|day)"
      r"|issues?|topics?|how|climate|environmental|gender|human|social (?!media)|[a-z]+ (?:issues"
      r"|topics|problems|rights|change)\b)[a-z]*)"
      r"|(?:of [^.,;:]{3,40} )?(to)(?= (?:the (?:issues?|problems?|importance|topics?|challenges?"
      r"|needs|risks|impact|effects|consequences|interdependent)|[a-z]+ (?:issues|challenges"
      r"|problems|topics))\b))"), WARNING),
    ("X146", "among, or of", ("awareness interest knowledge / within inside / public citizens "
      "people population"),
     (r"\b(?:awareness|interest|knowledge) (?:[a-z]+ ){0,4}?(within|inside)"
      r"(?= (?:the )?(?:general )?(?:public|citizens|people|young people|population)\b)"), WARNING),
    ("X146", "by, and the form in -ing",
     ("with / using applying implementing introducing organising organizing combining sharing "
      "exchanging participating involving"),
     (r"(?:^|[,;] |\b(?:that|and|but) )([Ww]ith)(?= (?:using|applying|implementing|introducing"
      r"|organi[sz]ing|combining|sharing|exchanging|participating|involving) [a-z]+)"), WARNING),
    ("X146", "into", "broken divided subdivided split grouped sorted / to",
     (r"\b(?:broken down|divided|subdivided|split(?: up)?|grouped) (to)"
      rf"(?= (?:{_SOME}|groups|teams|parts|sections|phases|stages|steps|categories)\b)"), WARNING),
    ("X146", "in, of a month", f"on / {_MONTHS.lower().replace('|', ' ')}",
     rf"\b([Oo]n)(?= (?:{_MONTHS})(?:[.;)!]|,(?! \d)|$))", WARNING),
    ("X146", "in, of a season or a part of the day",
     "on / spring summer autumn winter morning afternoon evening",
     (r"\b([Oo]n)(?= (?:spring|summer|autumn|winter|the (?:morning|afternoon|evening))"
      r"(?:[.,;]|$))"), WARNING),
    ("X146", "in, of a week, month or year", "on / week month year semester",
     (r"^(On)(?= the (?:first|second|third|last|next|same|following) "
      r"(?:week|month|year|semester)\b(?! (?:day|date|end)))"), WARNING),
    ("X146", "of", "composed / from", r"\b(?:is|are|was|were|being) composed (from)\b", WARNING),
    ("X146", "of, behind consist", "consist consists consisted consisting / from by on with",
     r"\bconsist(?:s|ed|ing)? (from|by|on|with)\b", WARNING),
    ("X146", "on, where one focuses", "focused focussed / to",
     r"\b(?:is|are|was|were) (?:mainly |mostly )?focuss?ed (to)(?= [a-z]+)", WARNING),
    ("X146", "by",
     (f"from / organised organized attended led coordinated implemented funded financed supported "
      f"prepared founded co / {_BODIES.replace('?', '').replace('[sz]', 's').replace('|', ' ')} "
      "union eu commission erasmus partner organisation organization organizations association"),
     (r"\b(?:organi[sz]ed|attended|led|coordinated|implemented|(?:co-)?f(?:unded|inanced)|supported"
      r"|prepared) (from)(?= (?:(?:the|our|an?|its|their|\d+|[a-z]+) ){0,2}(?:European (?:Union"
      rf"|Commission)|Erasmus\+|EU(?=[.,;]|$)|{_BODIES})(?!\w)(?! (?:budget|funds?|across|of\b|"
      rf"from|all"
      r"|around|to\b)))"), WARNING),
    ("X146", "in, where one takes part", "participate participates participated participating / on",
     (r"\b[Pp]articipat(?:e|es|ed|ing) (on)(?= (?:the|an?|our|this|all)\b(?! (?:call|panel|"
      r"board)))"), WARNING),
    ("X146", "in, where one takes part", "part / take takes taking took taken / on",
     r"\bt(?:ake|akes|aking|ook|aken) part (on)(?= (?:the|an?|our|this|all)\b(?! \w+ of))",
     WARNING),
    ("X146", "to, behind dedicated", "dedicated addressed / for",
     (r"\b(?:is|are|was|were|been|be|[a-z]+s) (?:dedicated|addressed) (for)"
      rf"(?= (?:the|an?|our|all|young|[a-z]+ )?(?:{_PEOPLE}|project|topic|[a-z]+ing)\b)"), WARNING),
    ("X146", "with, behind cooperate",
     "cooperate cooperates cooperated cooperating collaborate collaborates collaborated / to at",
     r"\b[Cc]ooperat(?:es?|ed|ing) (to)(?= (?:the|our|many|other|local|several)\b)",
     WARNING),
    ("X135", "with before it", "cooperate collaborate communicate interact / other",
     r"\b(?:cooperate|collaborate|communicate|interact) (each other)\b", WARNING),
    ("X146", "in the field", "field fields / on",
     (rf"\b{_NOT_OF}([Oo]n)(?= the fields? of (?!play|battle|honou?r|dreams|view|vision)[a-z]+)"),
     WARNING),
    ("X146", "with, behind deal", "deal deals dealt dealing / about",
     r"(?<!great )(?<!good )(?<!a )\b(?:deals?|dealt|dealing) (about)\b", WARNING),
    ("X146", "of, and the form in -ing", "possibility possibilities / for",
     r"\b(?:offers?|gives?|provides?|have|has|had) the possibilit(?:y|ies) (for)(?= [a-z]+ing\b)",
     WARNING),
    ("X146", "the verb without to", "thank / to",
     r"\b(?:[Ww]e|I|like to|want to|also|and) thank (to)(?= (?:all|our|the|every|you|those)\b)",
     WARNING),
    ("X146", "thanks to", f"thanks / for / {_PEOPLE.replace('|', ' ')} team sponsors supporters",
     (r"\b[Tt]hanks (for)(?= (?:all (?:of )?)?(?:the|our|all|everyone|everybody) (?:[a-z]+ ){0,2}"
      rf"(?:{_PEOPLE}|team|sponsors|supporters)(?:[.,;!]|$| (?:who|that|and|for|involved)\b))"),
     WARNING),
    ("X146", "aim at", "aim aims aimed / on", r"\baim(?:s|ed)? (on)(?= [a-z]+ing\b)",
     WARNING),
    ("X146", "aim at", "aim aims aimed aiming / to",
     r"\b(?:aims|aimed|aiming) (to)(?= (?:the|an|a|this|these|our)\b)", WARNING),
    ("X127", "has, or have", "count counts / with on",
     (r"\b(?:[Pp]roject|[Nn]etwork|[Aa]ssociation|[Oo]rgani[sz]ation|[Tt]eam|[Cc]onsortium"
      r"|[Pp]artnership|[Pp]rogramme|[Ii]t|[Ee]vent|[Ss]chool) (counts? (?:with|on))"
      rf"(?= (?:{_SOME}|more than|over|about)\b)"), WARNING),
    ("X146", "on, of social media", ("in / media networks facebook instagram twitter linkedin "
      "youtube"),
     (r"\b(?:us|it|them|posted|published|shared|post|publish|share|page|profile|account|find|"
      r"visible|present|active) (?:also )?(in)"
      r"(?= (?:our )?(?:social (?:media|networks)|Instagram|LinkedIn|YouTube)\b)"), WARNING),
    ("X146", "at, or through, the link", "in / link",
     r"\b([Ii]n)(?= (?:the|this) (?:following )?link(?: below)?(?:[.,:;]|$))", WARNING),
    ("X146", "the verb without with", "contact / with",
     (r"\b(?:to|can|could|may|should|will|must|[Pp]lease) contact (with)"
      r"(?= (?:us|me|him|her|them)\b)"), WARNING),
    ("X143", "to, and the infinitive", "hesitate",
     (r"\b[Hh]esitate ((?:to )?(?:contacting|writing|asking|calling|sending|joining|visiting)"
      r"|(?:contact|write|ask|call|send|join|visit|get)(?= (?:us|to|in|me|for)\b))"), WARNING),
    ("X146", "it to you, or without you", "you / announce present explain propose describe",
     (r"\b(?:announce|present|explain|describe|propose) (you)(?= (?:the|that|our|an?|some|this"
      r"|these|all|how|what|two|three)\b)"), WARNING),
    ("X143", "that", "about that / inform informs informed informing",
     (r"\binform(?:s|ed|ing)? (?:[a-z]+ )?(about that)(?= (?:the|our|we|they|it|he|she|there|you"
      r"|all)\b)"), WARNING),
    ("X119", "because", "because due / of to / it they we he she there",
     (r"\b([Bb]ecause of|[Dd]ue to)(?= (?:it|they|we|he|she|there) (?:is|was|were|are|had|has|have"
      r"|did|could|can|will|would|rained|[a-z]+ed)\b)"), WARNING),
    ("X146", "contrary to", "contrary / of from with",
     r"(?<!the )\b[Cc]ontrary (of|from|with)\b", WARNING),
    ("X146", "interested in", "interested / for",
     (r"\b[Ii]nterested (for)(?= (?!the\b|an?\b|th[a-z]+\b|our\b|its\b|how\b|what\b|all\b|"
      r"(?:[a-z]+ )?(?:years|time|reasons?|now|that|those|example"
      r"|instance)\b)[a-z]+)"), WARNING),
    ("X146", "in addition to", "additionally moreover furthermore / to",
     r"^((?:Additionally|Moreover|Furthermore) to)(?= (?:that|this|the|these|our|its)\b)", WARNING),
    ("X146", "without to", f"help helps / to / {_PEOPLE.replace('|', ' ')}",
     (r"\b(?:(?:can|could|will|would|to|may|we) help|helps) (to)"
      rf"(?= (?:young )?(?:{_PEOPLE})\b)"), WARNING),
    # Verbs.
    ("X143", "has graduated, or graduated", "graduated / is am",
     r"\b(?:is|I am) (graduated)(?= (?:from|in|at)\b)", WARNING),
    ("X127", "is … years old", "years / has have had",
     (r"\b(?:[Hh]e|[Ss]he|who|I) ha(?:s|ve|d) (\d{1,2} years(?: old)?)(?=[.,;]|$| and\b)"),
     WARNING),
    ("X119", "as", "like / work works worked working",
     (r"\bwork(?:s|ed|ing)? (like)(?= an? (?:teacher|trainer|nurse|doctor|volunteer|manager"
      r"|engineer|coordinator|journalist|lawyer|translator|assistant|facilitator|social worker"
      r"|youth worker)(?:[.,;]|$| (?:in|at|for)\b))"), WARNING),
    ("X143", "open", ("opened / is are / registration call calls application applications "
                      "submission submissions registrations exhibition enrolment competition "
      "library office"),
     (r"\b(?:registrations?|calls?|applications?|submissions?|exhibition|enrolment|competition"
      r"|library|office) (?:is|are) (?:now |already |still )?(opened)(?= (?:until|till|from|now"
      r"|to all|daily|for all|every)\b|[.,;!]|$)"), WARNING),
    ("X143", "the singular: it is not counted", "evidences staffs fundings softwares furnitures",
     (r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Oo]ur|[Ss]ome|[Mm]any|[Aa]ll|of|get|and|more|new|other) "
      r"(evidences|staffs|fundings|softwares|furnitures)\b(?!['’])"), WARNING),
    ("X143", "content", ("contents / media digital educational learning multimedia online "
      "training video"),
     (r"\b(?:[Dd]igital|[Ee]ducational|[Ll]earning|[Mm]ultimedia|[Oo]nline|[Tt]raining|[Vv]ideo"
      r"|[Mm]edia) (contents)\b"), WARNING),
    ("X143", "people", "peoples / young old local disabled deaf blind unemployed",
     (r"\b(?:[Yy]oung|[Oo]ld|[Ll]ocal|[Dd]isabled|[Dd]eaf|[Bb]lind|[Uu]nemployed) (peoples)\b"
      r"(?!['’])"),
     WARNING),
    ("X135", "all of us, them or you", "all / us them you",
     r"\b(?:for|to|of|with|from|by) (all (?:us|them))(?=[.,;!]|$)", WARNING),
    ("X120", "the verb of one", "each / of / have are were do",
     (r"\b[Ee]ach(?: one)? of (?:us|them|the [a-z]+s|our [a-z]+s|these [a-z]+s) "
      r"(have|are|were|do)\b(?! (?:given|offered|shown)\b)"), WARNING),
    ("X120", "the verb of many", "people / was is has",
     (r"^(?:The |Most |Many |Some |Young |These |All (?:the )?|Local |Most of the )?"
      r"[Pp]eople (was|is|has)(?= (?:very|not|so|happy|been|[a-z]+(?:ing|ed)|young|old|also)\b)"),
     WARNING),
    ("X135", "it before it", "for / me us them many everyone / was is",
     r"^For (?:me|us|them|many|everyone|all of us) ((?:is|was)(?= (?:an?|the|very|really|so)\b))",
     WARNING),
    ("X135", "it before it", "make makes / easier harder difficult / to",
     r"\bmakes? ((?:much |more )?(?:easier|harder|difficult) to)\b", WARNING),
    ("X143", "the infinitive without to",
     "make makes making made let lets / you us them him her me people / to",
     (r"(?<!was )(?<!were )\b(?:makes?|making|made|lets?) (?:you|us|them|him|her|me|people)"
      rf" (to)(?= (?:{_VERBS})\b)"), WARNING),
    ("X143", "that, and a verb", "you them everyone / hope recommend / to",
     r"\b(?:hope|recommend) (?:you|them|everyone) (to)(?= [a-z]+)", WARNING),
    ("X127", "the verb before there is: was organised, was held", "there / was were",
     (r"\b([Tt]here (?:was|were) (?:organi[sz]ed|held|created|presented|carried out|discussed"
      r"|implemented|planned|prepared))(?= (?:an?|the|many|some|several|two|three|four|\d)\b)"),
     WARNING),
    ("X143", "the subject before its verb",
     ("part participated participate visited presented held organised organized discussed carried "
      "created implemented shown given prepared planned / in during at on within there / "
      "took participated participate was were participates"),
     (r"^(?:(?:In|During|At|On|Within) (?:the|this|our|these) (?:(?!that\b|which\b|who\b|we\b|"
      r"they\b"
      r"|it\b|where\b)[a-z’'-]+ ){1,5}|There )"
      rf"((?:took part|participated?|(?:was|were) (?:{_MADE})) (?=(?:an?|more than|over|about"
      rf"|{_SOME})\b)[\w ]+)"), WARNING),
    ("X143", "be, or are, before it",
     "who / involve involves interest interests locate locates situate situates dedicate dedicates",
     (r"\bwho ((?:involve|interest|locate|situate|dedicate)s?)"
      r"(?= (?:in|with|at|on|to|by)\b)"), WARNING),
    ("X119", "their, our or your", "theirs ours yours",
     (r"\b(?:[a-z]+(?:ed|ing)|about|of|with|for|to|show|share|present|and) (theirs|ours|yours)"
      rf"(?= {_PLURALS})"), WARNING),
    ("X143", "the infinitive, without ing", ("promoting creating developing supporting helping "
     "improving raising providing strengthening giving sharing building making encouraging / to "
     "/ is was"),
     (r"\b(?:is|was) to ((?:promot|creat|develop|support|help|improv|rais|provid|strengthen|giv"
      r"|shar|build|mak|encourag)ing)\b"), WARNING),
    ("X143", "it without of, or a noun",
     ("improving developing strengthening promoting increasing supporting creating using "
      "organising implementing reducing / of"),
     (r"\b(?:by|for|through|at|on|is|are|and|in|to|of) ((?:improv|develop|strengthen|promot|increas"
      r"|support|creat|us|organis|implement|reduc)ing of)(?= [a-z]+)"), WARNING),
    ("X120", "the verb of many",
     ("students teachers volunteers partners participants pupils "
      "members schools organisations children people women / goes has is was takes makes meets "
      "visits wins gets does"),
     (r"^(?:(?:\d+|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Our|Many|Young|Local) )"
      r"(?:[A-Z][a-z]+ )?(?:Students|Teachers|Volunteers|Partners|Participants|Pupils|Members"
      r"|Schools|Organisations|Children|People|Women) "
      r"(goes|has|is|was|takes|makes|meets|visits|wins|gets|does)\b"), WARNING),
    ("X143", "it without its comma", "as / well such",
     r"\b(?:as well|such) as(,)(?= (?!for\b|but\b|say\b|in\b|among\b|e\.g)[A-Za-z])", WARNING),
    # Articles.
    ("X135", "the before it", "first second third last only next main biggest best largest",
     (r"\b(?:[Ii]t|[Tt]his|[Tt]hat) (?:is|was|will be) (?!first class)((?:first|second|third|last"
      r"|only|next|main|biggest|best|largest) (?:time|meeting|project|event|edition|step|day|week"
      r"|workshop|part|year|experience|exchange|conference|training|visit|goal|aim|result|issue"
      r"|phase|part|task|activity|city|town|one))\b"), WARNING),
    ("X135", "the before it", "majority most part half / of",
     rf"^(Majority|Part) of(?= (?:the |our )?{_PLURALS})", WARNING),
    ("X143", "most, without of; or of the", "most / of",
     rf"\b((?:[Tt]he )?[Mm]ost of)(?= {_PLURALS})", WARNING),
    ("X135", "the before it",
     ("aim goal purpose objective duration topic theme idea group coordinator leader organiser "
      "organisers organizer organizers / is are was were will / of"),
     (r"^((?:(?:Main|General|Overall|Target) )?(?:[Aa]im|[Gg]oal|[Pp]urpose|[Oo]bjective|"
      r"[Dd]uration"
      r"|[Tt]opic|[Tt]heme|[Ii]dea|[Gg]roup|[Cc]oordinator|[Ll]eader|[Oo]rgani[sz]ers?))"
      r"(?= of (?:the|this|our) (?:[a-z]+ ){1,3}(?:is|are|was|were|will)\b)"), WARNING),
    ("X135", "the before it", "organisers organizers group fee / is are was were",
     r"^(Organi[sz]ers|Target group|Participation fee)(?= (?:is|are|was|were)\b)", WARNING),
    ("X135", "an, or the, before it",
     ("opportunity possibility chance / have has had having get gets got gave giving gives give "
      "given"),
     (r"\b(?:have|has|had|gets?|got|gives?|gave|given|giving|having)(?: [a-z]+)? "
      r"(?<!an )(?<!the )(?<!our )(?<!this )(?<!no )(?<!any )(?<!every )(?<!a )(?<!their )(?<!one )"
      r"(?<!that )(?<!another )(?<!much )(?<!some )(?<!each )(?<!your )(?<!better )(?<!little )"
      r"((?:opportunity|possibility|chance) to)\b"), WARNING),
    ("X135", "the before it", ("website webpage page site coordinator / project programme "
      "association"),
     (r"\b(?:on|at|of|through|via|by|visit|see) (?<!the )((?:project|association)"
      r" (?:website|webpage|web page|web site|coordinator))\b"), WARNING),
    ("X135", "the before it", "czech slovak / republic",
     (r"(?<![\w’'] the )(?<!the )\b(?:[Ii]n|[Ff]rom|to|of|for|with|visited|between|and|by) "
      r"(Czech Republic|Slovak Republic)(?![\w'’-])"), WARNING),
    ("X127", "all over", "from in / all / europe world country",
     r"\b(?:[Ff]rom|[Ii]n) (all)(?= (?:Europe\b|the (?:world|country)(?:[.,;]|$)))",
     WARNING),
    ("X143", "each", "each / the", r"\b([Tt]he each)(?= [a-z]+)", WARNING),
    # Questions.
    ("X143", "what … means", "does do / mean / what", r"\b[Ww]hat (does mean|do mean)\b", WARNING),
    ("X143", "why, without to", "why / to", r"^Why (to)(?= [a-z]+)", WARNING),
    ("X143", "no question mark, or a verb before its subject", "to / how where what when",
     r"^(?:How|Where|What|When) to [a-z]+[^?.!]{0,60}(\?)$", NOTE),
    ("X143", "the verb behind its subject", "where / located situated placed / is are",
     r"^Where (?:is|are) (located|situated|placed)(?= (?:the|our|your|an?|this)\b)", WARNING),
    ("X143", "no question mark, or the verb first", "we you they / who what where how why when",
     (r"^(?:Who|What|Where|How|Why|When) ((?:we|you|they) (?:are|is|do|can|have|will|offer|work|"
      r"want"
      r"|need|get|did)\b[^?.!,]{0,40}\?)$"), WARNING),
    # What they say otherwise.
    ("X127", "young people", "youngsters youngster", r"\b([Yy]oungsters?)\b", NOTE),
    ("X127", "young people, and the verb of many", "youth / the / wants is has needs",
     r"\b([Tt]he youth (?:wants|is|has|needs))\b", NOTE),
    ("X127", "are happy to help", "disposal / remain remains are",
     r"\b((?:remains?|are) at your (?:full |entire )?disposal)\b", NOTE),
    ("X127", "if you have questions", "case / of / questions doubts queries interest",
     r"\b([Ii]n case of (?:any )?(?:questions|doubts|queries|interest))\b", NOTE),
    ("X127", "help … to", "contribute contributes contributed contributing / fact",
     r"\b(contribut(?:e|es|ed|ing) to the fact that)\b", NOTE),
    ("X127", "sensitivity", "sensitiveness", r"\b([Ss]ensitiveness)\b", NOTE),
    ("X127", "besides, or alongside", "next / to",
     (r"^(Next to)(?= (?:the|our|its|these|being|many)\b(?![^.]*\b(?:there|stands?|lies|sits?"
      r"|located|situated|is an?|you|find|see)\b)[^.,]*, (?:the|we|it|they|our|this)\b)"), NOTE),
)  # fmt: skip
