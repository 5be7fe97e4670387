"""Who and which, those and me, theirs and their."""

from __future__ import annotations

from pipeline.checks.english.phrasebook.turn import Turn
from pipeline.checks.english.vocabulary import HE, PEOPLE, PLURALS
from pipeline.checks.sheet import NOTE

_PLACES = (
    "town|city|village|region|museum|project|building|programme|report|boat|house|country"
    "|bridge|street|school|festival|network"
)
_SOMEBODY = (
    "someone|somebody|anyone|anybody|everyone|everybody|nobody|woman|man|person|girl|boy"
    "|teacher|friend|colleague"
)
TURNS: tuple[Turn, ...] = (
    # Relative.
    Turn(
        "X119",
        "who",
        f"{_SOMEBODY} / which",
        rf"\b(?:{_SOMEBODY}) (which)\b(?! (?:is why|means|is what)\b)",
    ),
    Turn(
        "X119",
        "which, or that",
        f"{_PLACES} / who",
        f"^(?:The|A|Every|Each|This|One) (?:[a-z]+ )?(?:{_PLACES}) (who)(?= [a-z]+)",
    ),
    Turn(
        "X119",
        "which",
        "that / the our its",
        "^(?:The|Our|Its) [a-z]+, (that)(?= (?:is|was|lies|has|stands|had|will|can|opened|closed) "
        "[^,]*,)(?! is,)",
    ),
    Turn(
        "X119",
        "whom, or who",
        f"which / {PEOPLE} friends",
        rf"\b(?:{PEOPLE}|friends) (which)(?= (?:we|they|I|you|he|she|are|were|have|live|work|came"
        r"|come|need|want)\b)",
    ),
    Turn(
        "X119",
        "when",
        "where / day year week month moment evening night",
        r"\b(?:[Tt]he|[Ee]very|[Ee]ach) (?:day|year|week|month|moment|evening|night) (where)(?= "
        rf"(?:{HE}|the)\b)",
        NOTE,
    ),
    Turn(
        "X119",
        "when",
        "where / day evening night moment year week morning",
        r"\b(?:last|first|second|third|same|opening|closing|final|next) (?:day|evening|night"
        r"|moment|year|week|morning) (where)(?= [A-Za-z]+)",
    ),
    Turn(
        "X127",
        "in which, or where",
        "where / project programme organisation association",
        r"\b(?:project|programme|organisation|association) (where)(?= (?:we|the|they|you|he"
        r"|she)\b)",
        NOTE,
    ),
    Turn(
        "X119",
        "that",
        "everything all anything nothing something / what",
        rf"\b(?:[Ee]verything|[Aa]ll|[Aa]nything|[Nn]othing|[Ss]omething) (what)(?= (?:{HE}|is"
        r"|was)\b)(?<!after all what)",
    ),
    Turn(
        "X119",
        "why, or that",
        "reason / because",
        r"\b[Tt]he (?:main |real )?reason (because)\b",
    ),
    Turn(
        "X127",
        "what",
        "which",
        r"^(Which)(?= (?:are|is) the (?:(?:most [a-z]+|main|biggest|key) )?(?:aims?|goals?"
        r"|objectives?|results?|reasons?|differences?|advantages?|benefits?|features|challenges"
        r"|problems|expectations|tasks|steps|values)\b)",
        NOTE,
    ),
    # Of persons.
    Turn("X143", "my … and I", "me / and", r"^(Me) and (?:my|our|the)\b"),
    Turn(
        "X143",
        "me",
        "between for with to / and / i",
        r"\b(?:[Bb]etween|for|with|to) (?:you|him|her|them|my [a-z]+|the [a-z]+) and (I)(?=[.,;]"
        r"|$)",
    ),
    Turn(
        "X143",
        "I",
        "myself / and",
        r"\band (myself)(?= (?:will|have|are|were|would|can|went|met|had)\b)",
    ),
    Turn(
        "X143",
        "themselves, or himself",
        "theirself theirselves hisself themself",
        r"\b(theirsel(?:f|ves)|hisself)\b",
    ),
    Turn(
        "X119",
        "their, our or your",
        "theirs ours yours",
        r"\b(?:[a-z]+(?:ed|ing)|about|of|with|for|to|show|share|present|and) (theirs|ours|yours)"
        rf"(?= {PLURALS})",
    ),
    Turn(
        "X135",
        "all of us, them or you",
        "all / us them you",
        r"\b(?:for|to|of|with|from|by) (all (?:us|them))(?=[.,;!]|$)",
    ),
    # Pointing.
    Turn("X119", "those", "these / who whose whom", r"\b([Tt]hese) (?:who|whose|whom)\b"),
    Turn(
        "X119",
        "those",
        "these / from of / quality results result work price cost higher lower larger",
        r"\b(?:(?:quality|results?|work|price|cost) of|(?:high|low|larg)er than) (these) (?:from"
        r"|of (?=our|the|other))\b",
    ),
    Turn(
        "X119",
        "that",
        "what / everything something anything nothing all",
        r"\b(?:[Ee]verything|[Ss]omething|[Aa]nything|[Nn]othing|[Aa]ll) (what)(?= (?:an?"
        r"|the|we|they|you|is|was|has|it|he|she|our|people)\b)",
    ),
)
