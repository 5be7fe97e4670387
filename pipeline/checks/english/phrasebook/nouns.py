"""The small word that nouns, adjectives and phrases have behind them."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn
from pipeline.checks.english.vocabulary import EVERYBODY
from pipeline.checks.sheet import NOTE

_RIGHTS = (
    "privacy|private life|human rights|fundamental|rights?|law|laws|the law|rule of law"
    "|freedoms?|dignity|others|nature|environment|diversity|rules|confidentiality|procedures"
    "|values|principles|individual|personal|minorit|equality|deadlines|democra"
)
TURNS: tuple[Turn, ...] = (
    # Nouns.
    Turn(
        "X146",
        "of, behind awareness",
        "awareness consciousness / on to",
        r"\b(?:[Aa]wareness|consciousness) (?:(on)(?= (?:the (?!part\b|ground\b|internet\b|web\b"
        r"|day)|issues?|topics?|how|climate|environmental|gender|human|social (?!media)|[a-z]+ "
        r"(?:issues|topics|problems|rights|change)\b)[a-z]*)|(?:of [^.,;:]{3,40} )?(to)(?= (?:the "
        r"(?:issues?|problems?|importance|topics?|challenges?|needs|risks|impact|effects"
        r"|consequences|interdependent)|[a-z]+ (?:issues|challenges|problems|topics))\b))",
    ),
    Turn(
        "X146",
        "of, behind awareness",
        "awareness / on",
        r"\b[Aa]wareness (?:of|among|amongst) (?:[a-z]+ ){1,3}(on)(?= (?:the|their|these|this|how"
        r"|issues?)\b(?! (?:part|ground|internet|web|day|spot|one)\b))",
    ),
    Turn(
        "X146",
        "among, or of",
        "awareness interest knowledge / within inside / public citizens people population",
        r"\b(?:awareness|interest|knowledge) (?:[a-z]+ ){0,4}?(within|inside)(?= (?:the )?"
        r"(?:general )?(?:public|citizens|people|young people|population)\b)",
    ),
    Turn(
        "X146",
        "into",
        "insight / of",
        r"\b(?:an?|some|more|better|deeper|deep|great|good|valuable|global|unique|clear|first"
        r"|further|useful|interesting) insight (of)(?= (?:the|our|how|what|its|their|this|a|an)\b)",
    ),
    Turn("X146", "of", "estimate estimates / about", r"\b[Ee]stimates? (about)(?= (?:the|how)\b)"),
    Turn(
        "X146",
        "in",
        "interest interests / about for on",
        r"\binterests? (about)(?= (?:the|using|how|this|our|their|learning|[a-z]+ing)\b)",
    ),
    Turn(
        "X146",
        "about, or on",
        "information / of",
        r"\b[Ii]nformation (of)(?= (?:all|different|various|municipal|local|how|what|other|new"
        r"|European)\b)",
        NOTE,
    ),
    Turn(
        "X146",
        "on how, or of how",
        "how / idea ideas tips advice information suggestions instructions knowledge",
        r"\b(?:[Ii]deas?|[Tt]ips|[Aa]dvice|[Ii]nformation|[Ss]uggestions|[Ii]nstructions"
        r"|[Kk]nowledge) (how)(?= to [a-z]+)",
        NOTE,
    ),
    Turn(
        "X146",
        "of, and the form in -ing",
        "possibility possibilities / for",
        r"\b(?:offers?|gives?|provides?|have|has|had) the possibilit(?:y|ies) (for)(?= "
        r"[a-z]+ing\b)",
    ),
    Turn(
        "X146",
        "about",
        "stereotypes prejudices stereotype prejudice misconceptions / on",
        r"\b(?:[Ss]tereotypes?|[Pp]rejudices?|[Mm]isconceptions) (on)(?= (?:[a-z]+|the [a-z]+)\b)"
        r"(?! (?:social media|the (?:basis|grounds?|internet|part|one|web)|television|screen|tv"
        r"|grounds|which|that))",
    ),
    Turn(
        "X146",
        "respect for",
        "respect / of",
        r"(?<![Ii]n )(?<![Ww]ith )\b([Rr]espect of)(?= (?:the |their |our |one’s |all |each "
        rf"|other )?(?:{_RIGHTS}))",
    ),
    Turn(
        "X146",
        "with",
        "satisfaction / for about",
        r"\bexpress(?:ed|ing)? (?:their|his|her|our|its) (?:[a-z]+ )?satisfaction (for|about)\b",
        NOTE,
    ),
    Turn("X146", "of", "charge / in", r"\bin charge (with|for)\b"),
    Turn(
        "X127",
        "in an increase",
        "increase decrease rise drop / of / number",
        r"\b(?:an|the) (?:increase|decrease|rise|drop) (of)(?= the number\b)",
    ),
    # Adjectives.
    Turn(
        "X146",
        "interested in",
        "interested / for",
        r"\b[Ii]nterested (for)(?= (?!the\b|an?\b|th[a-z]+\b|our\b|its\b|how\b|what\b|all\b|"
        r"(?:[a-z]+ )?(?:years|time|reasons?|now|that|those|example|instance)\b)[a-z]+)",
    ),
    Turn(
        "X127",
        "in, and the form in -ing",
        "interested / to",
        r"\b[Ii]nterested (to)(?= (?!be|hear|know|see|learn|find|read|note|discover|watch|the|a"
        r"|our|us)[a-z]+)",
    ),
    Turn(
        "X146",
        "in",
        "engaged involved interested / into",
        r"\b(?:engaged|involved|interested) (into)\b",
    ),
    Turn(
        "X127",
        "similar to",
        "similar / as",
        r"\b[Ss]imilar (as)(?= (?:that|the|those|in|to|our)\b)",
    ),
    Turn(
        "X119",
        "to, behind near",
        "near / from of",
        r"\b(?:is|are|was|were|lies|stands) (?:very |so )?near (from|of)\b",
    ),
    # Phrases.
    Turn(
        "X146",
        "contrary to",
        "contrary / of from with",
        r"(?<!the )\b[Cc]ontrary (of|from|with)\b",
    ),
    Turn(
        "X146",
        "in addition to",
        "additionally moreover furthermore / to",
        r"^((?:Additionally|Moreover|Furthermore) to)(?= (?:that|this|the|these|our|its)\b)",
    ),
    Turn("X127", "in spite of, or despite", "spite", r"\b([Ii]n spite)(?! of\b)(?= [a-z]+)"),
    Turn(
        "X146",
        "thanks to",
        f"thanks / for / {EVERYBODY} team sponsors supporters",
        r"\b[Tt]hanks (for)(?= (?:all (?:of )?)?(?:the|our|all|everyone|everybody) "
        rf"(?:[a-z]+ ){{0,2}}(?:{EVERYBODY}|team|sponsors|supporters)(?:[.,;!]|$| (?:who|that|and"
        r"|for|involved)\b))",
    ),
    Turn(
        "X146",
        "thanks to, or thank you to",
        "thanks / for",
        r"\b[Tt]hanks (for)(?= [A-Z][a-zà-ž]+ (?:[A-Z][a-zà-ž]+|and [A-Z]|who\b|for\b|from\b))",
    ),
    Turn(
        "X127",
        "thanks to",
        "thanks / for",
        r"^(Thanks for)(?= (?:the|a|an|its|their) [^.!?,]{3,60}, (?:the|we|it|this|they)\b)",
    ),
    Turn(
        "X127",
        "if you have questions",
        "case / of / questions doubts queries interest",
        r"\b([Ii]n case of (?:any )?(?:questions|doubts|queries|interest))\b",
        NOTE,
    ),
    Turn(
        "X146",
        "on",
        "impact effect influence / to",
        r"\b(?:impact|influence) (?:of (?:[\w-]+ ){1,4})(to)(?= (?:the (?!full|maximum)"
        r"|city|town|local|people|health|our|their|public|society)\b)",
    ),
    Turn(
        "X146",
        "on",
        "website webpage homepage internet intranet / in",
        r"\b(?:available|published|found|find|read|see|posted|announced|information"
        r"|documents?|details|programme|report|listed|appears?|register) (?:\w+ )?([Ii]n)(?="
        r" (?:the|our|its|their|this|your) (?:\w+ )?(?:website|webpage|homepage|internet"
        r"|intranet)\b)",
    ),
    Turn(
        "X135",
        "of behind it",
        "front / in",
        r"\b[Ii]n (front)(?= (?:the|a|an|several|many|\d+|two|three|this|these|our|their|his"
        r"|her|its|hundreds|all)\b)",
    ),
    Turn(
        "X119",
        "into",
        "consideration / in take takes taken taking took",
        r"\b[Tt](?:ake|akes|aken|aking|ook) (?:[\w-]+ ){0,5}(in)(?= consideration\b)",
    ),
)
