"""What writers carry into English from another language, in verbs and small words."""

from __future__ import annotations

from pipeline.checks.sheet import WARNING
from pipeline.errors import Level

_LEVELS = (
    "water|waters|river|rivers|level|levels|sea|seas|prices?|costs?|temperatures?|rents?|numbers?"
    "|shares?|rates?|turnout|demand|attendance|consumption|losses|sun|tide|lake"
)
_COUNTRIES = (
    "Austria|Belgium|Bulgaria|Croatia|Cyprus|Czechia|Denmark|England|Estonia|Europe|Finland|France"
    "|Germany|Greece|Hungary|Iceland|Ireland|Italy|Latvia|Lithuania|Luxembourg|Malta|Norway|Poland"
    "|Portugal|Romania|Scotland|Serbia|Slovakia|Slovenia|Spain|Sweden|Switzerland|Turkey|Ukraine"
    "|Wales|Africa|Asia|Canada|India|Japan|China|Brazil"
)
_OFFICES = (
    "President|Vice-President|Chair|Treasurer|Secretary|Director|Mayor|Member|Chairman|Chairwoman"
)
_PERSONS = (
    "volunteers?|mayors?|cities|towns|citizens?|residents?|members?|partners?|council|state"
    "|government|municipalit(?:y|ies)|teachers?|parents|women|museums?|schools?|regions?"
)
_HOW = "by|to|from|above|sharply|again|since|in"
STRAYED: tuple[tuple[str, str, str, str, Level], ...] = (
    # Code, what is right, words of which one of each kind is in it, the form, how surely.
    ("X119", "rose", "raised",
     rf"\b(?i:{_LEVELS}) (?:have |has |had )?(raised)(?= (?:{_HOW})\b|[.,;]|$)", WARNING),
    ("X119", "rises, or rise", "raises raise",
     rf"\b(?i:{_LEVELS}) (?:will |can |may )?(raises?)(?= (?:{_HOW})\b|[.;]|$)", WARNING),
    ("X119", "said", "told",
     r"[”»’],? (told)(?= (?:[A-Z][a-zà-ž]+|the|our|he|she)\b[^”]*$)", WARNING),
    ("X119", "role", "roll rolls",
     (r"\b(?:[Pp]lay(?:s|ed|ing)? (?:an? )?(?:[a-z]+ )?|(?:key|leading|important|central|active"
      r"|vital|crucial|major|advisory) )(rolls?)(?= (?:in|of|for|as|to|is|was|and)\b"
      rf"|[.,;])|\b[Tt]he (roll)(?= of (?:the |our )?(?:{_PERSONS})\b)"), WARNING),
    ("X119", "within", "inside / limits limit framework scope budget deadline meaning",
     (r"\b([Ii]nside)(?= (?:the|our|its|their|this) (?:[a-z]+ )?(?:limits?|framework|scope|budget"
      r"|deadline|meaning)(?: of\b| set\b|[.,;]|$))"), WARNING),
    ("X119", "in", f"at / {_COUNTRIES.lower()}".replace("|", " "),
     rf"\b([Aa]t)(?= (?:{_COUNTRIES})\b(?! [A-Z]|[’'-]|, [A-Z]))", WARNING),
    ("X119", "on, and the form in -ing", "work works worked working / at",
     (r"\bwork(?:s|ed|ing)? (at)(?= (?!building|housing|being|during|evening|boeing|morning)"
      r"[a-z]{2,}ing\b(?! (?:station|site|centre|company|level)))"), WARNING),
    ("X119", "at, before an hour", "in",
     (r"\b(?:starts?|opens?|begins?|closes?|ends?|meets?|met|started|opened|began|closed|ended)"
      r" (in)(?= \d\d?[.:]\d\d(?! ?(?:%|million|billion|euros|metres|km|m\b)))"), WARNING),
    ("X119", "by, before how much", "of",
     (r"\b(?:increased|decreased|rose|fell|dropped|grew|risen|fallen|grown|declined|shrank|went up"
      r"|went down) (of)(?= (?:about |around |nearly |almost |over |more than |some )?[€£$]?\d)"),
     WARNING),
    ("X127", "question, or request", "demand demands / for",
     (r"^For (?:any|all|further|other|more) (demands?)(?=[,.]| (?:about|on|of|please|you)\b)"),
     WARNING),
    ("X127", "deal with",
     "treat treats treated / question questions topic topics subject subjects",
     (r"\b(treat(?:s|ed)?)(?= (?:this|these|the|all|such|our|those|many|several) (?:[a-z]+ )?"
      r"(?:questions?|topics?|subjects)\b)"), WARNING),
    ("X127", "expect, or wait for", "what / wait waiting",
     r"\b[Ww]hat (?:do|did|are|does) (?:you|we|they|he|she) (wait(?:ing)?)(?=[?.*])", WARNING),
    ("X127", "so behind it, or nothing", "it / hope hopes hoping hoped",
     r"\bhop(?:e|es|ing|ed) (it)(?=[.,;!]|$)", WARNING),
    ("X143", "the verb without is or was", "is are was were been",
     (r"\b((?:is|are|was|were) (?:consisted|happened|occurred|belonged|disappeared|existed))"
      r"(?= [a-z]+|[.,;])"), WARNING),
    ("X143", "been before it",
     f"elected re-elected appointed named nominated / {_OFFICES.lower()}".replace("|", " "),
     (rf"\b(?:has|have|had) ((?:re-)?elected|appointed|named|nominated)(?= (?:{_OFFICES})"
      r" (?:for|until|by|at|in)\b)"), WARNING),
    ("X135", "it without the", "the / nature mankind humanity",
     r"^(The)(?= (?:nature|mankind|humanity) (?:is|has|will|needs|can|must)\b)", WARNING),
    ("X143", "the singular: is", "are / lot",
     (r"\b[Tt]here (are) a lot of (?:interest|water|money|traffic|rain|information|noise|work"
      r"|room)(?=[.,;]| (?:in|for|about|on|to|from|among)\b)"), WARNING),
    ("X119", "of", "off",
     (r"\b(?:[Mm]ost|[Ss]ome|[Oo]ne|[Mm]any|[Ee]ach|[Bb]ecause|[Ii]nstead|[Pp]art|[Nn]umber"
      r"|[Mm]embers?|[Tt]hink(?:s|ing)?|[Tt]hought|aware|proud|full|kind|sort|out) (off)"
      r"(?= (?:the|our|these|their|this|all|its)\b(?! (?:shelf|coast|cuff|record|beaten|top|grid"
      r"|table|street|road|map|island|ground|wall|list|mark|hook)))"), WARNING),
    ("X119", "off", "of / turn turned turns turning switch switched shut set called signed laid",
     (r"\b(?:turn(?:ed|s|ing)?|switch(?:ed|es|ing)?|shut|set|called|signed|laid)"
      r" (of)(?=[.,;]| (?:at|in|for|on|when|after|before|during|by|again)\b)"), WARNING),
    ("X119", "advice", "advises",
     (r"\b(?:good|some|his|her|our|useful|any|of|legal|more|their|helpful|practical) (advises)\b"
      r"(?! (?:the|our|towns|us|you))"), WARNING),
    ("X119", "there", "they’re they re / is are was were",
     r"\b([Tt]hey[’']re)(?= (?:is|are|was|were)\b)", WARNING),
    ("X119", "thanks, or thank you", "thank", r"^(Thank)(?= (?:for|to)\b)", WARNING),
    ("X119", "that", ("than / said says think thinks thought know knows knew show shows showed "
     "means hope hopes believe believes announced explained"),
     (r"\b(?:said|says|thinks?|thought|knows?|knew|shows?|showed|means|hopes?|believes?|announced"
      r"|explained) (than)(?= (?:the|an?|our|they|we|it|he|she|all|this|these)\b)"), WARNING),
    ("X119", "been", "bean bin / has have had", r"\b(?:has|have|had) (bean|bin)\b", WARNING),
    ("X119", "must", "most", (r"^(?:You|We|They|Visitors|Members|All) (most)"
      r"(?= (?:be|come|go|pay|apply|register|send|write|bring|leave)\b)"), WARNING),
    ("X143", "paid, said, or risen", "payed sayed rised",
     r"(?<!to )\b(payed|sayed|rised)\b", WARNING),
    ("X119", "led", "lead / was were been being",
     r"\b(?:was|were|been|being) (lead)(?= (?:by|to)\b)", WARNING),
    ("X143", "whom, and to: want you to …", "want wants wanted / that",
     (r"\b(?:we|they|I|you|he|she|it|We|They|He|She|It) want(?:s|ed)? (that)"
      r"(?= (?:the|our|all|you|we|they|it|everyone|people|every|each)\b)"), WARNING),
    ("X143", "the form in -ing", "busy / to",
     (r"(?<![Tt]oo )(?<!so )\b[Bb]usy (to)"
      r"(?= (?!us|the|a|our|them|capacity|this|that)[a-z]+)"), WARNING),
    ("X143", "the form in -ing", "spend spends spent / to / hours days weeks months years minutes",
     (r"\b(?:spends?|spent) (?:[a-z]+ |\d+ ){1,3}(?:hours|days|weeks|months|years|minutes) (to)"
      r"(?= (?!the|a|our|date|come|no)[a-z]+ )"), WARNING),
    ("X143", "the past, without has or have", "ago / have has",
     (r"\b(?:years?|months?|weeks?|days?) ago,? (?:the |our )?[a-z]+ (have|has)"
      r"(?= (?!to\b|been\b|a\b|the\b|no\b)[a-z]+)"), WARNING),
    ("X143", "the past, without has or have", "when / was were / have has",
     (r"^When (?:I|we|he|she|they|it|the [a-z]+) (?:was|were) [a-z ]{2,20}, "
      r"(?:I|we|he|she|they|it) (have|has)(?= (?!to\b|been\b|a\b|the\b|no\b)[a-z]+)"), WARNING),
    ("X127", "confirm to us, or confirm alone", "confirm confirms confirmed / us me",
     r"\bconfirm(?:s|ed)? (us|me)(?= (?:your|the|that|whether|if|their)\b)", WARNING),
    ("X119", "to, behind near", "near / from of",
     r"\b(?:is|are|was|were|lies|stands) (?:very |so )?near (from|of)\b", WARNING),
    ("X143", "much, before more", "very / more", r"\b([Vv]ery) more\b", WARNING),
    ("X143", "the plural", "third quarter fifth tenth / of",
     r"\b(?:[Tt]wo|[Tt]hree|[Ff]our)[ -](third|quarter|fifth|tenth)(?= of\b)", WARNING),
)  # fmt: skip
