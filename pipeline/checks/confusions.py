"""Confusions: words that exist, where other ones were meant."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.concordance import Form, Forms, spelt
from pipeline.checks.english import grammar, turns
from pipeline.checks.homophones import homophones
from pipeline.checks.mistaken import mistaken
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet
from pipeline.sought import sought

_MODAL = (
    r"\b(?:[Dd]evr(?:a|ont|ait|aient)|doi(?:t|vent)|peu(?:t|vent)|pourr(?:a|ont|ait|aient)"
    r"|faut|faudra|vont|voudr(?:a|ont|ait|aient))"
)
_CONFUSED = {
    "en": {
        "its": (
            (
                r"\b(?:of|on|with|from|by|for|to|in|under|at|within|into|through|across|around"
                r"|about"
                r"|between|against|over|after|during|without|beyond"
                r"|throughout) (it['’]s)(?= [a-z]+)"
                r"(?! (?:been|a|an|the|not|only|all|that|this|just|in|on|out|up|off|over|done|gone"
                r"|ready|too|very|also|got|always|never|often|usually|important|better|best|good"
                r"|easy|hard|necessary|possible|worth|time|clear|still|really|about)\b)"
                r"(?<!after it['’]s)(?<!from it['’]s)|\b(?:after|from) (it['’]s)(?= own\b)"
            ),
            r"\b([Ii]t['’]s)(?= [a-z]{3,}s (?:are|were|have)\b)",
        ),
        "it’s": (
            (
                r"(?:^|(?<=[.!?] ))(Its)(?= (?:a|an|the|not|never|always|been|too|about|because|why"
                r"|what|how|impossible|possible|easy|hard)\b(?! \w+ (?:are|is|was|were)\b))"
            ),
        ),
        "too": (
            (
                r"\b(?:is|are|was|were|be|been|come|comes|came|looks?|seems?) (to)(?= (?:far|late"
                r"|heavy|long|high|small|large|often|expensive|big|little|early|slow|fast)"
                r"(?: *[.,;:)]| for\b|$))"
            ),
        ),
        "the participle": (
            (
                r"\b(?:has|have|having) (?:not |never |already |just |also )?(came|went|began|wrote"
                r"|took|gave|broke|spoke|chose|grew|knew|drew|threw|drove|forgot|stole|swam)\b"
            ),
        ),
        "the form in -ing": (
            (
                r"\blook(?:s|ed|ing)? forward to (welcome|meet|see|hear|receive|read|greet)"
                r"(?= (?!of\b|with\b)[a-z]+)"
            ),
        ),
        "regard": (r"\b[Ww]ith (regards)(?= to\b)",),
        "in": (
            r"\bincluded (into)\b",
            r"\b[Pp]articipat(?:e|es|ed|ing) (to|at)(?= the\b)",
            r"\binterested (by|on)(?= [a-z]+)",
        ),
        "defuse": (r"\b(diffuse)(?= (?:the )?(?:tensions?|conflicts?|crises|crisis)\b)",),
        "economic": (
            r"\b(economical)(?= (?:and social|crisis|growth|development|polic\w+|measures)\b)",
            r"\bsocial and (economical)\b",
        ),
        "incidents": (
            (
                r"\b(incidences)(?= of (?:racism|violence|discrimination|hate|crime|harassment"
                r"|vandalism|theft|abuse)\b)"
            ),
        ),
        "over": (r"\b(?:is|was|are|were|been|be) presided (by)\b",),
        "for": (
            r"\bimplications (on)(?= (?:the|our|their|its|how)\b)",
            r"\bresponsible (of)\b",
            r"\beducation (to)(?= (?:legality|citizenship|peace|democracy|sustainab\w+)\b)",
            (
                r"\b(since)(?= (?:two|three|four|five|six|seven|eight|nine|ten|many|several) years"
                r"\b(?! ago))"
            ),
        ),
        "into": (r"\breintegrat(?:e|es|ed|ing)( )(?=society\b)",),
        "on": (r"\b[Dd]epend(?:s|ing|ed)? (of|from)(?= (?:the|a|their|its|his|her|our)\b)",),
        "nation": (r"\b([Nn]ational)(?= states\b)",),
        "in, and the form in -ing": (
            (
                r"\bplay(?:s|ed|ing)? an? (?:(?!similar|comparable)[a-z]+ ){0,2}role (to)"
                r"(?= [a-z]{3,}\b)(?! play\b)"
            ),
        ),
        "to": (r"\bstudy visits? (in)(?= (?:the )?[A-Z])",),
        "the plural, and the apostrophe behind it": (
            (
                r"\b(?:protect|of|for|improve|ensure|meet|on|about|respect|reflect) ((?:citizen"
                r"|resident|victim|prisoner|inhabitant|stakeholder|practitioner|visitor)['’]s)"
                r"(?= [a-z]+)"
            ),
        ),
        "the apostrophe": (
            (
                r"(?<!give )(?<!gives )(?<!giving )(?<!grant )(?<!gave )"
                r"\b((?:residents|citizens|visitors|supporters|victims|inhabitants|prisoners"
                r"|stakeholders)) (?=(?:safety|security|needs|rights|charters?|privacy|views"
                r"|expectations|trust|voices)\b(?! (?:the|their|its|our|an?|each|all)\b))"
            ),
        ),
        "the apostrophe, women’s and children’s": (
            (
                r"\b((?:women|children|men|people)) (?=(?:rights|safety|voices|centres?"
                r"|councils?|empowerment|participation|expectations|organi[sz]ations|health)\b)"
                r"(?<!for people )(?<!of people )(?! \w+ (?:is|are) )"
            ),
        ),
        "Organization, its own name": (
            r"\b(?:World Health|World Trade|International Labour|World Tourism) (Organisation)\b",
        ),
        "crime": (r"\b(criminal)(?= prevention\b)",),
        "the singular": (
            r"(?<!the )\b(advices|equipments|softwares|feedbacks|knowledges)\b",
            r"\bfeelings of (insecurities)\b",
        ),
        "around the clock": (r"(?<![\w/.-])(24 ?h?/24)(?![\w/-])",),
        "who": (
            (
                r"(?<!of )(?<!by )(?<!mong )(?<!with )(?<!to )(?<!for )\b(whom)(?= (?:(?:also"
                r"|still|now|often) )?(?:is|are|was|were|has"
                r"|have|had|will"
                r"|would|can|could|should|must|might)\b"
                r"(?! (?:you|we|they|I|he|she|it|the|a|our|your)\b))"
            ),
        ),
        "which": (r"(?<=[a-z], )(witch)(?= [a-z]+)",),
        "within": (r"\b(?:answer|reply|respond|finish|decide|arrive|pay|apply) (with in)\b",),
        "have": (
            (
                r"\b(?:should|would|could|must|might)(?: not| never|n['’]t)? (of)(?= (?!(?:course"
                r"|necessity|late|old|itself|all|one|a|the)\b)[a-z])"
            ),
        ),
        "a hyphen behind it": (
            (
                r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?:one|two|three|four"
                r"|five|six|seven|eight|nine)(?= [a-z]{3,}s\b)(?! (?:thousands|hundreds))"
            ),
        ),
    },
    "fr": {
        "public": (r"\b(?:au|du|le|un|grand|tout) (publique)\b",),
        "the infinitive": (
            _MODAL
            + r" ((?!côté|été)[a-zà-ÿ]{3,}(?<!t)é)(?= (?:le|la|les|un|une|des|du|leur|son|sa|ses"
            r"|à|de|d['’]|en|par|pour|avec|dans)\b)",
            _MODAL
            + r" (apporté|porté|traité|monté|visité|présenté|consulté|inventé|compté|exploité"
            r"|resté|quitté|adopté|accepté|augmenté)(?= [a-zà-ÿ])",
        ),
        "a hyphen before nous": (
            (
                r"(?:^|(?<=[.!?:] ))((?:Suivez|Contactez|Rejoignez|Écrivez|Retrouvez|Appelez|Aidez"
                r"|Envoyez|Dites) nous)\b(?! (?:avons|sommes|allons))"
            ),
        ),
        "no space behind the apostrophe": (
            r"(?<!\w)([ldnsjcmt]['’][ \u00a0](?=[aeiouyhàâéèêîôû]\w))",
        ),
        "quel que": (r"\b([Qq]uelques? (?=soit\b|soient\b))",),
    },
}
"""Language -> what was meant -> where something else stands."""
_MODALS = (
    "devra devront devrait devraient doit doivent peut peuvent pourra pourront pourrait pourraient "
    "faut faudra vont voudra voudront voudrait voudraient"
)
_WORDS = {
    "its": ("it", "s"),
    "it’s": ("its",),
    "too": (
        "to",
        "far late heavy long high small large often expensive big little early slow fast",
        "is are was were be been come comes came look looks seem seems",
    ),
    "the participle": (
        (
            "came went began wrote took gave broke spoke chose grew knew drew threw drove forgot "
            "stole swam"
        ),
        "has have having",
    ),
    "the form in -ing": ("forward", "welcome meet see hear receive read greet"),
    "regard": ("regards",),
    "in": ("included participate participates participated participating interested",),
    "defuse": ("diffuse",),
    "economic": ("economical",),
    "incidents": ("incidences",),
    "over": ("presided",),
    "for": ("implications responsible education since",),
    "into": ("reintegrate reintegrates reintegrated reintegrating",),
    "on": ("depend depends depending depended",),
    "nation": ("national", "states"),
    "in, and the form in -ing": ("role", "play plays played playing"),
    "to": ("study", "visit visits"),
    "the plural, and the apostrophe behind it": (
        "citizen resident victim prisoner inhabitant stakeholder practitioner visitor",
    ),
    "the apostrophe": (
        "residents citizens visitors supporters victims inhabitants prisoners stakeholders",
        "safety security needs rights charter charters privacy views expectations trust voices",
    ),
    "the apostrophe, women’s and children’s": (
        "women children men people",
        (
            "rights safety voices centre centres council councils empowerment participation "
            "expectations organisations organizations health"
        ),
    ),
    "Organization, its own name": ("organisation", "world international"),
    "crime": ("criminal", "prevention"),
    "the singular": ("advices equipments softwares feedbacks knowledges insecurities",),
    "around the clock": (),
    "who": ("whom",),
    "which": ("witch",),
    "within": ("with", "in", "answer reply respond finish decide arrive pay apply"),
    "have": ("of", "should would could must might shouldn wouldn couldn mustn mightn"),
    "a hyphen behind it": (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "one two three four five six seven eight nine",
    ),
    "public": ("publique",),
    "the infinitive": (_MODALS,),
    "a hyphen before nous": (
        "nous",
        "suivez contactez rejoignez écrivez retrouvez appelez aidez envoyez dites",
    ),
    "no space behind the apostrophe": (),
    "quel que": ("quelque quelques",),
}
"""What was meant -> a word of each line, in small letters, is in whatever its forms find."""
_SIGNS = {"its": "’'", "around the clock": "24", "no space behind the apostrophe": "’'"}
"""Where words do not tell enough, one of these letters does."""
_FORMS = {
    language: Forms(
        Form(spelt(" / ".join(_WORDS[right])), sought(form), right, _SIGNS.get(right, ""))
        for right, forms in meant.items()
        for form in forms
    )
    for language, meant in _CONFUSED.items()
}


def x119_one_word_for_another(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Its* for *it's*, *to* for *too*: each is a word, so no dictionary finds it.
    Remedy: write the one that was meant."""
    told = [*_of_forms(sheet), *mistaken(sheet), *turns.turns(sheet, "X119")]
    yield from grammar.once(sheet, told)
    yield from grammar.marks(sheet, "X119")
    yield from homophones(sheet, register)


def _of_forms(sheet: Sheet) -> Iterator[Mark]:
    for language, forms in _FORMS.items():
        for place in signs.in_blocks(sheet, forms, language, lambda block: True):
            if not place.block.is_foreign(place.start):
                shown = place.words.strip() or place.found[0].strip()
                message = f"{shown!r} is not what was meant here"
                yield place.mark("X119", message, f"write {place.right}")
