"""Persons: words that name people as a condition, or leave out half of them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Mark, Sheet
from pipeline.sought import sought

_ROLE = (
    "journalist|visitor|participant|member|delegate|mayor|citizen|resident|speaker|officer|student"
    "|child|teacher|employee|volunteer|guest|reader|user|driver|applicant|person|candidate|worker"
    "|author|councillor|partner|expert|researcher|artist|owner|tenant|patient|pupil|tourist"
)
_NAMED = {
    # Language -> one of the words in it, the form, what one writes.
    "en": (
        (frozenset(("disabled", "handicapped", "blind", "deaf", "elderly", "homeless")),
         sought(r"\b([Tt]he (?:disabled|handicapped|blind|deaf|elderly|homeless|mentally ill))"
                r"(?=[.,;:!?)]| (?:and|or|are|can|have|who|in|to|will|may|at|from|on|with)\b)"),
         "people, and then what they live with: disabled people, older people"),
        (frozenset(("handicapped", "wheelchair", "handicap")),
         sought(r"(?<![Tt]he )\b([Hh]andicapped)\b(?! by\b)|\b((?:wheelchair|Wheelchair)[ -]bound"
                r"|confined to (?:a|their) wheelchairs?)\b"),
         "accessible, or disabled, or who uses a wheelchair"),
        (frozenset(("his", "he")),
         sought(rf"\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Nn]o) (?:{_ROLE})\b[^.;:]{{0,50}}?\b(his|he)\b"
                r"(?! or (?:her|she)\b|/)"),
         "their, they, or the plural"),
        (frozenset(("mrs",)), sought(r"\b(Mrs\.? [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)"),
         "the name alone, or Ms: no man is asked whether he is married"),
    ),
    "fr": (
        (frozenset(("handicapés", "aveugles", "sourds", "invalides", "handicapé")),
         sought(r"\b([Ll]es (?:handicapés|aveugles|invalides)|[Tt]oilettes handicapés?|aux"
                r" handicapés)\b(?! et malvoyant)"),
         "les personnes handicapées, les personnes aveugles, toilettes accessibles"),
        (frozenset(("mademoiselle", "mlle")), sought(r"\b(Mademoiselle|Mlle)(?= [A-ZÀ-Þ])"),
         "Madame, Mme"),
        (frozenset(("cloué", "clouée", "clouées", "cloués")),
         sought(r"\b(clouée?s? (?:dans|à) (?:un|son|leur) fauteuil)\b"), "qui utilise un fauteuil"),
    ),
}  # fmt: skip


def a106_people_as_a_condition(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*The disabled*, *every journalist and his badge*: people are named as people, and all of
    them.
    Remedy: say it of the people, or in the plural."""
    for language, forms in _NAMED.items():
        for signs, form, right in forms:
            for block in sheet.naming(signs):
                if block.language[:2] != language or block.kind == "quote":
                    continue
                for found in form.finditer(block.text):
                    group = found.lastindex or 0
                    if block.is_own(found.start(group)):
                        yield block.mark(
                            "A106", found.start(group), found.end(group),
                            f"{found[group]!r} names people by a condition, or leaves some out",
                            f"write {right}", NOTE,
                        )  # fmt: skip
