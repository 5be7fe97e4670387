"""Gaps: words that a sentence lacks, and sentences without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.english import grammar, turns
from pipeline.checks.french import lacking, neighbours, phrases, unended
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_BARE = (
    "integrate|develop|find|understand|improve|reach|identify|implement|build|become|create|adapt"
    "|participate|access|respond|prevent|protect|establish|strengthen|obtain|achieve|recover"
    "|prepare|overcome|return"
)
_PEOPLE = (
    "ex-offenders|offenders|cities|citizens|residents|members|partners|authorities|victims|people"
    "|migrants|refugees|families|children|professionals|officers|stakeholders|practitioners|women"
    "|students|users|communities|organisations|organizations|local authorities|young people"
    "|mayors|municipalities|inhabitants|visitors|volunteers|companies|countries|regions|towns"
)
_PLACED = (
    # What stands before a noun, and the nouns that have their article there before *of*.
    ("in", ("premises framework frame context field middle centre heart wake aftermath vicinity"
     " midst hands eyes beginning area name spirit")),
    ("on", "basis occasion initiative topic subject theme margins eve outskirts request"),
    ("at", "end beginning start level request heart invitation premises foot"),
    ("by|until|from|since|before|after|till|towards", "end beginning middle"),
    ("with|under|for|during", "aim auspices leadership patronage umbrella motto aegis sake course"),
)  # fmt: skip
_LACKING = (
    (
        " ".join(
            f"{stem}{end}"
            for stem in ("support", "enabl", "encourag", "allow", "assist")
            for end in ("", "s", "e", "es", "ing")
        ),
        (rf"\b(?:support|enabl|encourag|allow|assist)(?:e?s?|ing) (?:the |our |their )?"
            rf"(?:[a-z-]+ )?(?:{_PEOPLE})( )(?:{_BARE})(?= (?:into|in|the|their|an?|to|its|from"
            rf"|new|and)\b)"),
        "to", WARNING,
    ),
    (
        "leading",
        r"\b[a-z]{4,} leading( )(?=(?:violen(?:t|ce)|crime|conflicts?|change)\b)",
        "to", NOTE,
    ),
    (
        "inspired based created founded launched designed funded developed coordinated financed",
        (r"(?:^|[.:–—-] )(?:Inspired|Based|Created|Founded|Launched|Designed|Funded|Developed"
         r"|Coordinated|Financed)\b[^.,;:]{3,70},( )(?:is|was|aims|has|offers|provides|helps)\b"),
        "its subject", WARNING,
    ),
    (
        "in / few / minutes hours days weeks months steps words clicks seconds lines",
        (r"\b[Ii]n(?: just| only)?( )(?=few (?:minutes|hours|days|weeks|months|steps|words|clicks"
            r"|seconds|lines)\b)"),
        "a", WARNING,
    ),
    (
        "european united",
        (r"\b(?:and|to|of|with|from|by|for|in|on)( )(?:European (?:Union|Commission|Parliament"
            r"|Council)['’]s|United (?:Kingdom|States|Nations)['’]s?)(?= [a-z])"),
        "the", WARNING,
    ),
    (
        "union kingdom states netherlands nations republic",
        (r"\b(?:in|from|to|across|with|by|of|for|within|outside|between"
         r"|into)( )(?:European Union|United Kingdom|United States"
            r"|United Nations|Netherlands|Czech Republic)(?=[.,;)]|$)(?!, [A-Z])"),
        "the", WARNING,
    ),
    (
        "european / union",
        (r"\b(?:in|from|to|by|of|within|for)( )(?:European Union)(?= (?:or|is|has|in|to|as|by|was"
            r"|will|which)\b)"),
        "the", WARNING,
    ),
    (
        ("act acts acted acting serve serves served serving function functions functioned "
        "functioning / as"),
        (r"\b(?:(?:act|function)(?:s|ed|ing)?|serv(?:e[sd]?|ing)) as( )"
            r"(?=(?:role model|catalyst|bridge|link|driver|hub|platform|tool|model|basis"
            r"|starting point|springboard|vehicle|reminder|focal point|contact point|meeting place"
            r"|meeting point|showcase|test ?bed|example)"
            r"(?:[.,;)]|$| (?:for|of|between|in|to|and)\b))"),
        "a", WARNING,
    ),
    (
        ("as / member result consequence citizen resident network association organisation "
        "organization"),
        (r"(?<!such )(?<!known )(?<!Such )\b[Aa]s( )(?=(?:member|result|consequence) of\b"
         r"|(?:citizen"
            r"|resident|network|association|organi[sz]ation)(?:[,.;]| –))"),
        "a", WARNING,
    ),
    *(
        (f"{nouns} / of / {before.lower().replace('|', ' ')}",
         rf"\b(?i:{before})( )(?=(?:{nouns.replace(' ', '|')}) of\b(?! day\b))", "the", WARNING)
        for before, nouns in _PLACED
    ),
    (
        ("provide provides provided providing / them us participants citizens residents members "
         "visitors users students partners"),
        (r"\bprovid(?:e|es|ed|ing) (?:them|us|participants|citizens|residents|members|visitors"
         r"|users"
            r"|students|partners)( )(?=(?:the|an?|better|useful|important|information)\b)"),
        "with", WARNING,
    ),
)  # fmt: skip
_FORMS = signs.table(((lost, level), words, form) for words, form, lost, level in _LACKING)


def x135_word_left_out(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*To support prisoners integrate*: a word was left out on the way.
    Remedy: put it in."""
    told = []
    for place in signs.in_blocks(sheet, _FORMS, "en"):
        if place.is_own:
            lost, level = place.right
            word = _WORD.match(place.block.text, place.end)
            assert word
            message = f"a word is missing before {word[0]!r}"
            told.append(
                place.block.mark("X135", place.end, word.end(), message, f"put in {lost}", level)
            )
    told += turns.turns(sheet, "X135")
    yield from grammar.once(sheet, told)
    yield from grammar.marks(sheet, "X135")
    yield from phrases.marks(sheet, register, "X135", *_OF_FRENCH)


_OF_FRENCH = (
    neighbours.of_neighbours,
    lacking.of_half_negations,
    lacking.of_verbless_clauses,
    lacking.of_small_words,
    lacking.of_no_verb,
    lacking.of_been,
)
_WORD = re.compile(r"\w+")
_HALF = (
    sought(
        r"(?:For example|For instance|Such as|Including|Especially|Notably|Particularly|Namely),? "
        r"(?:as|through|by|in|with|via|on|from|among) "
    ),
    sought(r"(?:[A-Z][a-z]+ )(?:[a-z]+ ){0,2}[a-z]+, including [^.]* to (?:[a-z]+ly )?[a-z]+ "),
)
_WHOLE = sought(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|shall|should"
    r"|will|would|cannot|it|they|we|you|he|she|i|there|remain|remains"
    r"|need|needs|provide|provides|include|includes|help|helps|allow|allows|make|makes|show|shows"
    r"|[a-z]{2,}ed|[a-z]+n[’']t)\b",
    re.IGNORECASE,
)


def s146_sentence_without_a_verb(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*For example, as a channel to the young.* Behind whole sentences stands half of one.
    Remedy: give it its verb, or join it to the sentence before it."""
    yield from unended.verbless(sheet, register)
    for block in sheet.prose:
        if block.language[:2] != "en" or not block.vocabulary & _OPENERS:
            continue
        if is_references(block.section) or block.kind == "quote":
            continue
        for sentence in block.sentences[1:]:
            text = sentence.text
            begun = next((found for form in _HALF if (found := form.match(text))), None)
            if begun is None or not text.endswith(".") or len(text.split()) < 8:
                continue
            aside = re.sub(
                r"\([^)]*\)|\b(?:that|which|who) (?:are|is|were|was|have|has|can|[a-z]+)\b",
                "",
                text,
            )
            if not _WHOLE.search(aside, 4) and block.is_own(sentence.start):
                yield block.mark(
                    "S146", sentence.start, sentence.end, "this sentence has no verb",
                    "give it one, or join it to the sentence before it", NOTE,
                )  # fmt: skip


_OPENERS = frozenset(
    "example instance such including especially notably particularly namely".split()
)
