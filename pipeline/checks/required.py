"""What adjectives, nouns and verbs require: the one small word that English has behind each."""

from __future__ import annotations

from pipeline.checks.english.vocabulary import DAYS, MONTHS

_THE = "the|an?|this|that|these|those|our|their|its|your|his|her|all|any|each|every|such|some"
_A = rf"(?= (?:{_THE})\b)"
_BE = "is|are|was|were|be|been|being|am|feel|feels|very|so|not"
_TIME = (
    r"(?:\w+ )?(?:minutes?|moments?|while|weeks?|days?|hours?|years?|time|turns?|months?"
    r"|seconds?)\b"
)
_DATE = f"{DAYS}|{MONTHS}"
REQUIRED = {
    # What is right -> words of which one of each kind is always in it, and where it is wrong.
    "in, behind rich": ("rich / of", rf"\b(?:{_BE}) rich (of)(?= [a-z]+)"),
    "in, behind interested": (
        "interested / for about at",
        rf"\binterested (for|about|at)(?= (?:{_THE}|how|what)\b(?! (?:\w+ )?(?:time|years)))",
    ),
    "in, behind participation": (
        "participation participating participate participates participated / to at",
        (r"\b[Pp]articipat(?:ion|ing|e|es|ed) (to|at)(?= (?:an?|this|our|your|these|such|all)\b)"
        r"|\b[Pp]articipation (to)(?= the\b)"),
    ),
    "for, behind need": (
        "need / of",
        (r"\b(?:[Tt]here is|[Tt]here was|have|has|an? (?:great|urgent|strong|clear|growing|real)"
        r"|see|feel|felt) (?:an? |the |great )?need (of)(?= [a-z]+)"),
    ),
    "to, behind according": ("according / with", r"\b[Aa]ccording (with)\b"),
    "for, behind wait": (
        "wait waits waited waiting",
        (rf"\b(?:wait(?:s|ed)?|waiting)( )(?=(?:the|our|your|their|his|her|this|that|these|an?) "
        rf"(?!(?:whole|full|entire|next|rest|required|usual|long|good|little|bit|lot|maximum)\b)"
        rf"(?!{_TIME})[a-z]+)(?<![Tt]he waiting )(?<!of waiting )(?<!a wait )"),
    ),
    "to, behind listen": (
        "listen listens listened listening",
        (r"\b[Ll]isten(?:s|ed|ing)?( )(?=(?:the|an?|our|your|their|his|her|this|that|these|them|us"
        r"|him|me|people|residents|citizens|music)\b(?! (?:lot|little|bit|while|whole)\b))"),
    ),
    "the verb without about": (
        "about / mention mentions mentioned",
        r"\bmention(?:s|ed)? (about)(?= (?:\w+))",
    ),
    "the verb without on": (
        "on / emphasise emphasised emphasises emphasize emphasized emphasizes stressed stresses",
        rf"\b(?:emphasi[sz](?:e|ed|es)|stress(?:ed|es)) (on){_A}",
    ),
    "the verb without with": (
        "with / contact contacted contacting",
        rf"\b(?:to|please|[Pp]lease|can|will|should|must) contact (with){_A}",
    ),
    "the verb without of": (
        "of / lack lacks lacked",
        r"\b(?:they|we|cities|towns|who|that|which|people|it|he|she) lack(?:s|ed)? (of)\b",
    ),
    "the verb without to": (
        "to / reach reaches reached join joins joined contact contacted phone call",
        (r"\b(?:will|can|could|to|must|please|[Pp]lease|should|may|they|we) (?:contact|phone|join) "
        r"(to)(?= (?:the|our|us|them|him|her|this|your)\b)"),
    ),
    "on, behind depend": ("depend depends depended / of from", r"\bdepends? (of|from)\b"),
    "on, behind insist": (
        "insist insists insisted insisting / in to",
        r"\b[Ii]nsist(?:s|ed|ing)? (in|to)(?= (?!vain|the|an?|public|writing|court|part)[a-z]+)",
    ),
    "on, behind concentrate": (
        "concentrate concentrates concentrated / to",
        rf"\bconcentrates? (to){_A}",
    ),
    "on, where one focuses": ("focus focuses focused / to", rf"\b[Ff]ocus(?:es|ed)? (to){_A}"),
    "on, behind base": (
        "based / in", (r"\b(?:is|are|was|were) based (in)(?= (?:the (?:idea|fact|principle|data"
        r"|results|assumption|experience|figures|number)|an? (?:idea|survey|study|assumption))\b)"),
    ),
    "of, and the form in -ing": (
        "capable incapable / to", r"\b(?:in)?capable (to)(?= [a-z]+)",
    ),
    "of, behind proud": ("proud / for from about", rf"\b[Pp]roud (for|from){_A}"),
    "of, behind afraid": ("afraid / from", r"\b[Aa]fraid (from)\b"),
    "of, behind full": ("full / with", rf"\b(?:{_BE}) full (with)(?= [a-z]+)"),
    "to, behind married": ("married / with", r"\b[Mm]arried (with)(?= (?:an?|the|his|her|[A-Z]))"),
    "to, behind superior": ("superior inferior / than", r"\b(?:superior|inferior) (than)\b"),
    "with, behind compatible": ("compatible incompatible / to", (r"\b(?:[Cc]|[Ii]nc)ompatible "
    r"(to)(?= [A-Za-z]+)")),
    "to, behind accustomed": ("accustomed / with at", r"\b[Aa]ccustomed (with|at)\b"),
    "of, behind convinced": (
        "convinced / from about", rf"\b[Cc]onvinced (from|about)(?= (?:{_THE})\b)",
    ),
    "for, behind famous": ("famous / of because", r"\b[Ff]amous (of)(?= [a-z]+)"),
    "in spite of": ("spite / to", r"\b[Ii]n spite (to)\b"),
    "thanks to": ("thanks / of", r"\b[Tt]hanks (of)(?= (?:the|this|our|their|your)\b)"),
    "in accordance with": (
        "accordance compliance / of", r"\b[Ii]n (?:accordance|compliance) (of)\b",
    ),
    "in comparison with": ("comparison / of", r"\b[Ii]n comparison (of)\b"),
    "in exchange for": ("exchange / of", rf"\b[Ii]n exchange (of)(?= (?:{_THE}|money|help)\b)"),
    "on the contrary": ("contrary", r"\b((?:[Ii]n|[Aa]t|[Bb]y) the contrary)\b"),
    "in favour of": ("favour favor / to", r"\b[Ii]n favou?r (to)(?= (?:the|an?|this)\b)"),
    "on the occasion of": ("occasion / at by in", r"\b([Aa]t|[Bb]y|[Ii]n) (?:the )?occasion of\b"),
    "for, behind reason": (
        "reason reasons / of", (r"\b[Tt]he (?:main |real |only )?reasons? (of)(?= (?:the|this|our"
        r"|their|its|such)\b)"),
    ),
    "in, where somebody has an interest": (
        "interest / for",
        (r"\b(?:an|their|growing|great|strong|his|our|public|no|much|little|lively|shown|showed"
         r"|shows"
        r"|show) interest (for)(?= (?:the|this|our|these|such|[a-z]+ing)\b)"),
    ),
    "to, behind answer": (
        "answer answers / question questions",
        r"\b[Aa]nswers? (of|on|for)(?= (?:the|this|these|your|our|all) questions?\b)",
    ),
    "by, of a deadline": (
        (f"until / send submit return deliver reply confirm complete finish sent submitted "
        f"returned "
        f"delivered paid completed received / {_DATE} noon midnight end"),
        (rf"(?:(?:^|[;:,] |\b(?:[Pp]lease|must|should|to|and)(?: be)? )(?i:send|submit|return"
        rf"|deliver|reply|confirm|complete|finish|sent|submitted|returned|delivered|paid|completed"
        rf"|received)\b(?:(?!\b(?:can|could|may|might|possible|able|open"
        rf"|welcome)\b)[^.,;]){{0,50}}?)"
        rf" (until)(?= (?:the end of |(?:{_DATE})\b|\d{{1,2}} (?:{_DATE})\b|noon\b|midnight\b))"),
    ),
    "for us, or to us": (
        "suggest suggests suggested / us me",
        r"\bsuggest(?:ed|s)? (us|me)(?= (?:to|that|how|the|some)\b)",
    ),
    "the verb alone": (
        "back / reimbursed reimburses refunded refunds repaid reimburse refund repay",
        r"\b(?:reimburs(?:e|ed|es)|refund(?:s|ed)?|repaid|repay) (?:\w+ )?(back)\b",
    ),
    "of, behind consist": (
        "consist consists consisted consisting / by with in",
        (r"\b[Cc]onsist(?:s|ed|ing)? (by|with|in(?= (?:two|three|four|five|six|several|many"
         r"|\d)))(?= [a-z\d]+)"),
    ),
    "for, behind apologise": (
        ("apologise apologises apologised apologising apologize apologizes apologized apologizing"
         " / of about from"),
        r"\b[Aa]pologi[sz](?:e|es|ed|ing) (of|about|from)\b",
    ),
    "by, of who did it": (
        ("from / council mayor government city town team board parliament commission assembly "
         "committee romans architect architects artist artists volunteers members students "
         "citizens"),
        (r"\b(?:approved|adopted|written|organi[sz]ed|designed|signed|led|founded|invented|painted"
         r"|decided|elected|built|created) (from)(?= (?:the |our )?(?:council|mayor|government|city"
         r"|town|team|board|parliament|commission|assembly|committee|Romans|architects?|artists?"
         r"|volunteers|members|students|citizens)\b)"),
    ),
    "by, of who took it": (
        "taken / from / photo photos picture pictures photograph photographs",
        (r"\b(?:photo|picture|photograph)s? (?:was|were|is|are) taken (from)"
         r"(?= [A-Z][a-z]+ [A-Z])"),
    ),
    "the verb alone, behind discuss": (
        "discuss discussed discusses / of", r"\b[Dd]iscuss(?:ed|es)? (of)\b",
    ),
    "on, behind congratulate": (
        "congratulate congratulated congratulates congratulating / to",
        (r"\b[Cc]ongratulat(?:e|es|ed|ing) (?:you|them|him|her|(?:the|all|our) [a-z]+) (to)"
         r"(?= (?:your|their|his|her|the|this)\b)"),
    ),
    "with, behind twinned": ("twinned / to", r"\b[Tt]winned (to)\b"),
    "one small word of the two": (
        ("of / against towards toward during among between upon within without across near into "
         "onto"),
        (r"\b(?:[Aa]gainst|[Tt]owards?|[Dd]uring|[Aa]mong|[Bb]etween|upon|[Ww]ithin|[Ww]ithout"
         r"|[Aa]cross|[Nn]ear|into|onto) (of)(?= (?:the|an?|our|their|this)\b)"),
    ),
    "reach, without to": (
        "reached reaches reach / to",
        (r"\breach(?:ed|es)? (to)(?= (?:an?|the) (?:agreement|conclusion|compromise|decision|goal"
         r"|target|station|summit)\b)"),
    ),
    "on, before a day": (
        "place / the", rf"\b(?:takes?|took|taken) place (the)(?= (?:{_DATE}|\d))",
    ),
    "last, without until": (
        "last lasts lasted / until till",
        r"\blast(?:s|ed)? (until|till)(?= (?:\d+|two|three|four|five) (?:hours|days|weeks))",
    ),
    "of, behind lack": ("lack lacks / on for", r"\b[Ll]acks? (on|for)(?= [a-z]+)(?! example)"),
    "at, behind good": (
        "good bad better skilled / in / -ing",
        (r"\b(?:good|bad|better|skilled) (in)(?= (?!keeping|morning|evening|building|being|spring"
         r"|during|housing|writing|training|nothing|anything|everything)[a-z]{3,}ing\b)"),
    ),
    "to, where one has access": (
        "access / of",
        (r"\b[Aa]ccess (of)(?= (?:the|our) (?:river|park|building|site|museum|platform|data"
         r"|information|services?)\b)"),
    ),
    "to, behind belong": (
        "belong belongs belonged / of from",
        r"\b[Bb]elong(?:s|ed)? (of|from)(?= (?:the|our|an?)\b)",
    ),
    "in, of a season": (
        "at / summer winter spring autumn",
        r"\b([Aa]t)(?= (?:the )?(?:summer|winter|spring|autumn)(?: of)? (?:19|20)\d\d)",
    ),
    "for, behind known": (
        "known / of", r"\b(?:well|best|widely|also|internationally) known (of)(?= (?:its|their)\b)",
    ),
}  # fmt: skip
