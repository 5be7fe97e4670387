"""Editorial: claims without a source, quotations without a speaker, words that sell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Mark, Sheet
from pipeline.sought import sought

_CLAIM = sought(
    r"\b(?:(?:a|one|the|some|several|many|recent|new)\s+)?(?:recent |new |latest )?(?:stud(?:y"
    r"|ies)|surveys?|research|polls?)"
    r"\s+(?:shows?|showed|suggests?|finds?|found|reveals?|indicates?|has shown|have shown"
    r"|proves?|says?|claims?|estimates?|confirms?)\b"
    r"|\b(?:according to|as) (?:(?:a|some|several|many|most|recent|new|an?) )?(?:(?:recent|new"
    r"|opinion|independent) )?(?:(?<!an )(?<!as )(?<!to )expert|experts"
    r"|(?<!as )(?<!as a )specialist|specialists|researchers|stud(?:y|ies)|surveys?|polls?)\b"
    r"(?! (?:needs?|demands?|on|in|for|groups?|panels?|opinions?|advice)\b)"
    r"|\bexperts (?:say|agree|believe|think|warn|estimate)\b"
    r"|\b(?:selon|d[’']après) (?:(?:une|un|des|les|plusieurs|certains|certaines|de) )?"
    r"(?:récente?s? )?(?:experts?|spécialistes|études?|enquêtes?|sondages?)\b"
    r"|\bles experts (?:s[’']accordent|disent|estiment|pensent)\b"
    r"|\b(?:une|des|plusieurs|de récentes|les)\s+(?:études?|enquêtes?|sondages?"
    r"|recherches)(?:\s+récentes?)?\s+"
    r"(?:montre(?:nt)?|révèle(?:nt)?|indique(?:nt)?|prouve(?:nt)?|a montré|ont montré|a révélé)",
    re.IGNORECASE,
)


_EN_PEOPLE = (
    "population|people|those|women|men|citizens|residents|children|adults|inhabitants|households"
    "|victims|prisoners|offenders|Europeans|workers|students|pupils|young|older|girls|boys|teenagers"
    "|migrants|refugees|parents|voters|passengers|crimes|offences|mayors|cities"
)
_FR_PEOPLE = (
    "population|personnes|femmes|hommes|citoyens|habitants|jeunes|enfants|adultes|ménages|victimes"
    "|détenus|Français|Françaises|Européens|actifs|salariés|étudiants|élèves|filles|garçons|migrants"
    "|parents|électeurs|voyageurs|infractions|délits|maires|villes|communes"
)
_SHARE = {
    "en": sought(
        rf"\b\d[\d.,]*(?: ?%| per cent| percent) of (?:all |the )?(?:[a-z]+ )?(?:{_EN_PEOPLE})\b"
        rf"|\b(?:[Oo]ne|[Tt]wo|[Tt]hree) (?:in|out of) (?:every )?(?:three|four|five|ten) "
        rf"(?:{_EN_PEOPLE})\b"
    ),
    "fr": sought(
        r"\b\d[\d,]*[ \u00a0\u202f]?(?:%|pour cent) (?:des |de la |d[’']entre |de )"
        rf"(?:[a-zà-ÿ]+ )?(?:{_FR_PEOPLE})\b"
        r"|\b(?:[Uu]ne?|[Dd]eux|[Tt]rois) (?:femme|homme|personne|habitant|jeune|enfant)e?s? "
        r"sur (?:deux|trois|quatre|cinq|dix)\b"
    ),
}
_TOLD = sought(
    r"\b(?:according|source|survey|study|report|poll|census|statistic\w*|data|figures|estimat\w+"
    r"|found|index|Eurostat|selon|d[’']après|enquête|étude|sondage|rapport|recensement|Insee|INSEE"
    r"|données|chiffres|baromètre|our|we|us|nos|notre|nous)\b|\b(?:19|20)\d\d\b|[€$£]",
)
"""Who counted, or when; or it is a figure of the house itself."""

_SOURCES = (
    "stud", "survey", "research", "poll", "expert", "specialist", "étude", "enquête", "sondage",
    "recherche", "spécialiste",
)  # fmt: skip
"""One of these is in every claim."""


def _uncounted(sheet: Sheet) -> Iterator[Mark]:
    """Shares of all people of a kind, where neither who counted them is said nor when."""
    for block in sheet.prose if sheet.kind not in ("page", "deck", "finished") else ():
        form = _SHARE.get(block.language[:2])
        if not form or block.key or block.kind in ("cell", "quote", "heading"):
            continue
        if block.links or block.addresses or block.notes or OBJECT in block.text:
            continue
        found = form.search(block.text)
        if found and not _TOLD.search(block.text):
            yield block.mark(
                "R112", found.start(), found.end(), f"{found[0].strip()!r}: who counted, "
                                                    f"and when?",
                "name the source, and link it", NOTE,
            )  # fmt: skip


def r112_claim_without_source(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*A study shows*, *31% of prisoners*: which one, and who has counted? A journalist will ask.
    Remedy: name the source, and link it."""
    yield from _uncounted(sheet)
    for block in sheet.prose:
        if block.links or block.addresses or block.notes or not block.says(*_SOURCES):
            continue
        for found in _CLAIM.finditer(block.text):
            sentence = block.around(found.start()).text
            named = re.search(
                r"\((?:[^()]*\W)?(?:19|20)\d\d\)|\b(?:by|of|from|de l[’']|du|de "
                r"la)\s+(?:the\s+)?[A-ZÉ]",
                sentence,
            )
            if named or OBJECT in sentence:
                continue
            level = WARNING if re.search(r"\d", sentence) else NOTE
            yield block.mark(
                "R112", found.start(), found.end(), f"{found[0]!r}: which one?",
                "name the source, and link it", level,
            )  # fmt: skip


def r113_quotation_without_speaker(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A quotation in a release needs a name and a function.
    Remedy: put a line  > — Name, function  below it."""
    if sheet.kind not in ("release", "news", "section"):
        return
    blocks = sheet.blocks
    for index, block in enumerate(blocks):
        if block.kind != "quote" or block.follows:
            continue
        after = index + 1
        while after < len(blocks) and blocks[after].kind == "quote" and blocks[after].follows:
            after += 1
        last = blocks[after - 1]
        named = after < len(blocks) and blocks[after].kind == "speaker"
        dash = re.search(r"[–—]\s*[A-ZÀ-Ý][^.]*$|\([^()]*[A-Z][^()]*\)\s*$", last.text)
        said = block.text.lstrip()[:1] in '“«"„' and (
            index == 0 or not re.search(r":\s*$", blocks[index - 1].text)
        )
        if not named and not dash and (said or sheet.kind in ("release", "news")):
            if index and re.search(r":\s*$", blocks[index - 1].text):
                continue
            yield block.mark(
                "R113", 0, min(len(block.text), 60), "nobody is named as the speaker",
                "put a line  > — Name, function  below the quotation",
                WARNING if said and sheet.kind == "release" else NOTE,
            )  # fmt: skip


_SELLING = {
    "en": "world-class|world-leading|cutting-edge|state-of-the-art|best-in-class|game-changing"
    "|ground-?breaking"
    "|revolutionary|unparalleled|unrivalled|second to none|one-stop shop|holistic "
    "solution|seamless(?:ly)?|synerg(?:y|ies)"
    "|paradigm shift|unique opportunity|unforgettable|award-winning|most innovative"
    "|once-in-a-lifetime|thrilled to|excited to announce",
    "fr": "leader incontesté|de pointe|à la "
    "pointe|incontournable|révolutionnaire|exceptionnel(?:le)?s?|sans précédent"
    "|inégalée?s?|unique en son genre|de classe mondiale|solutions? clés? en main",
}
_SELLS = {
    language: sought(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for language, words in _SELLING.items()
}


_SOLD = (
    "-class", "-leading", "-edge", "-of-the-art", "-in-class", "-changing", "breaking",
    "revolutionary", "unparalleled", "unrivalled", "to none", "-stop", "holistic", "seamless",
    "synerg", "paradigm", "unique opp", "unforgettable", "-winning", "innovative",
    "-in-a-lifetime", "thrilled", "excited", "leader", "pointe", "incontournable",
    "révolutionnaire", "exceptionnel", "sans préc", "inégalé", "unique en", "de classe", "en main",
)  # fmt: skip
"""One of these is in whatever sells."""


def r114_words_that_sell(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Newsrooms strike these words out, and think less of the rest.
    Remedy: say what it does instead."""
    for block in sheet.prose:
        form = _SELLS.get(block.language[:2])
        if not form or not block.says(*_SOLD):
            continue
        found = form.search(block.text)
        if found and block.kind != "quote":
            yield block.mark(
                "R114", found.start(), found.end(), f"{found[0]!r} sells", "say what it does", NOTE
            )
