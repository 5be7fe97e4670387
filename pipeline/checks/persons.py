"""Persons: words that name people as a condition, or leave out half of them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Mark, Sheet

_ROLE = (
    "journalist|visitor|participant|member|delegate|mayor|citizen|resident|speaker|officer|student"
    "|child|teacher|employee|volunteer|guest|reader|user|driver|applicant|person|candidate|worker"
    "|author|councillor|partner|expert|researcher|artist|owner|tenant|patient|pupil|tourist"
)
_NAMED = {
    # Language -> one of the words in it, the form, what one writes.
    "en": (
        ("disabled handicapped blind deaf elderly homeless ill",
         (r"\b([Tt]he (?:disabled|handicapped|blind|deaf|elderly|homeless|mentally ill))"
                r"(?=[.,;:!?)]| (?:and|or|are|can|have|who|in|to|will|may|at|from|on|with)\b)"),
         "people, and then what they live with: disabled people, older people"),
        ("handicapped wheelchair wheelchairs",
         (r"(?<![Tt]he )\b([Hh]andicapped)\b(?! by\b)|\b((?:wheelchair|Wheelchair)[ -]bound"
                r"|confined to (?:a|their) wheelchairs?)\b"),
         "accessible, or disabled, or who uses a wheelchair"),
        ("his he",
         (rf"\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Nn]o) (?:{_ROLE})\b[^.;:]{{0,50}}?\b(his|he)\b"
                r"(?! or (?:her|she)\b|/)"),
         "their, they, or the plural"),
        ("mrs", r"\b(Mrs\.? [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)",
         "the name alone, or Ms: no man is asked whether he is married"),
    ),
    "fr": (
        ("handicapés aveugles sourds invalides handicapé",
         (r"\b([Ll]es (?:handicapés|aveugles|invalides)|[Tt]oilettes handicapés?|aux"
                r" handicapés)\b(?! et malvoyant)"),
         "les personnes handicapées, les personnes aveugles, toilettes accessibles"),
        ("mademoiselle mlle", r"\b(Mademoiselle|Mlle)(?= [A-ZÀ-Þ])",
         "Madame, Mme"),
        ("cloué clouée clouées cloués",
         r"\b(clouée?s? (?:dans|à) (?:un|son|leur) fauteuil)\b", "qui utilise un fauteuil"),
    ),
}  # fmt: skip
_FORMS = {
    language: signs.table((right, words, form) for words, form, right in rows)
    for language, rows in _NAMED.items()
}


def a106_people_as_a_condition(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*The disabled*, *every journalist and his badge*: people are named as people, and all of
    them.
    Remedy: say it of the people, or in the plural."""
    for language, forms in _FORMS.items():
        for place in signs.in_blocks(sheet, forms, language, lambda block: block.kind != "quote"):
            if place.is_own:
                yield place.mark(
                    "A106", f"{place.words!r} names people by a condition, or leaves some out",
                    f"write {place.right}", NOTE,
                )  # fmt: skip
