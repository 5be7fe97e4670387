"""Institutions of Europe that are taken for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.errors import Level
from pipeline.sought import sought

_STATES = (
    r"Austrian|Belgian|Bulgarian|Croatian|Cypriot|Czech|Danish|Dutch|Estonian|Finnish|French"
    r"|German|Greek|Hungarian|Irish|Italian|Latvian|Lithuanian|Luxembourg|Maltese|Polish"
    r"|Portuguese|Romanian|Slovak|Slovenian|Spanish|Swedish"
)
_ETATS = (
    r"allemande|autrichienne|belge|bulgare|chypriote|croate|danoise|espagnole|estonienne"
    r"|finlandaise|française|grecque|hongroise|irlandaise|italienne|lettone|lituanienne"
    r"|luxembourgeoise|maltaise|néerlandaise|polonaise|portugaise|roumaine|slovaque|slovène"
    r"|suédoise|tchèque"
)
_MIXED: dict[str, tuple[tuple[str, str, Level], ...]] = {
    # What is written -> which body is meant.
    "en": (
        (
            (rf"\b(?:{_STATES}) [Pp]residency of the ((?:EU|European Union)\b(?![’'])"
            r"|European Council\b)"),
            "the presidency is that of the Council of the European Union", NOTE,
        ),
        (
            r"\b((?:EU|European Union)(?:[’']s)? (?:Charter of Human Rights))\b",
            "the Charter of Fundamental Rights is the Union's", WARNING,
        ),
        (
            r"\b((?:EU|European Union)[’']s? Convention on Human Rights)\b",
            ("the Convention is the Council of Europe's, the Charter of Fundamental Rights the "
            "Union's"), WARNING,
        ),
        (
            (r"\b(European Court of Human Rights,? (?:in|at) Luxembourg"
            r"|European Court of Justice,? (?:in|at) Strasbourg)\b"),
            "the Court of Justice sits in Luxembourg, that of Human Rights in Strasbourg", WARNING,
        ),
    ),
    "fr": (
        (
            (rf"\b[Pp]résidence (?:{_ETATS}) (de l[’']UE|de l[’']Union européenne\b"
            r"|du Conseil européen)\b"),
            "the presidency is that of the Council of the European Union", NOTE,
        ),
        (
            r"\b(Charte des droits de l[’'][Hh]omme de (?:l[’']UE|l[’']Union européenne))\b",
            "the Charter of Fundamental Rights is the Union's", WARNING,
        ),
        (
            (r"\b(Cour européenne des droits de l[’'][Hh]omme,? (?:à|de) Luxembourg"
            r"|Cour de justice de l[’']Union européenne,? (?:à|de) Strasbourg)\b"),
            "the Court of Justice sits in Luxembourg, that of Human Rights in Strasbourg", WARNING,
        ),
    ),
}  # fmt: skip
_FORMS = {
    language: [(sought(form), meant, level) for form, meant, level in rows]
    for language, rows in _MIXED.items()
}
_SIGNS = ("presidency of", "european union", "eu ", "eu's", "eu’s", "european court", "présidence",
          "droits de l", "cour de justice")  # fmt: skip
_ISSUED = sought(
    r"^\W*(?:The )?(?:EU|European Union)\b(?![-–/])[^()–—]{5,120} [–—-] (Council of Europe)\b"
    r"|^\W*(Council of Europe)(?:[,:]| [–—-]) (?:How )?(?:[Tt]he )?(?:EU|European Union)"
    r"\b(?![-–/])"
)
_JOINT = sought(
    r"\b(?:joint|accession|partnership|co-?operation|memorandum|and the)\b", re.IGNORECASE
)


def n118_institution_taken_for_another(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The *Belgian Presidency of the European Council*, an EU strategy of the *Council of Europe*:
    it is another body that does this.
    Remedy: look it up, and name the one that is meant."""
    for block in sheet.saying(*_SIGNS):
        for form, meant, level in _FORMS.get(block.language[:2], ()):
            for found in form.finditer(block.text):
                if block.is_said(found.start(1)):
                    yield block.mark(
                        "N118", *found.span(1), f"{found[1]!r}: {meant}",
                        "name the one that is meant", level,
                    )  # fmt: skip
    yield from (mark for block in sheet.saying("council of europe") for mark in _issued(block))


def _issued(block: Block) -> Iterator[Mark]:
    """A paper of the Union with the Council of Europe as its author."""
    found = _ISSUED.search(block.text) if is_references(block.section) else None
    if found and not _JOINT.search(block.text):
        yield block.mark(
            "N118", *found.span(found.lastindex or 0),
            "the Council of Europe is no body of the European Union",
            "write Council of the European Union, if that is meant", WARNING,
        )  # fmt: skip
