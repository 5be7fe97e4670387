"""Bodies and places that have another name by now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_RENAMED = {
    # The name of today -> since when, a word of the former name, the former name.
    "X": ("2023-07-24", "twitter", r"(?<!\w)(Twitter)(?![\w.])"),
    "EUDA, European Union Drugs Agency": (
        "2024-07-02", "emcdda monitoring",
        r"\b(EMCDDA|European Monitoring Centre for Drugs and Drug Addiction)\b",
    ),
    "ENISA, European Union Agency for Cybersecurity": (
        "2019-06-27", "network",
        (r"\b(European (?:Union )?(?:Agency for )?Network and Information Security"
        r"(?: Agency)?)\b"),
    ),
    "EUIPO": ("2016-03-23", "ohim harmonization", r"\b(OHIM|Office for Harmonization)\b"),
    "EUAA, European Union Agency for Asylum": (
        "2022-01-19", "easo asylum", r"\b(EASO|European Asylum Support Office)\b",
    ),
    "EUSPA": ("2021-05-12", "gnss", r"\b(European GNSS Agency)\b"),
    "CINEA": ("2021-04-01", "inea", r"\b(INEA)\b"),
    "EISMEA": ("2021-04-01", "easme", r"\b(EASME)\b"),
    "North Macedonia": (
        "2019-02-12", "macedonia",
        (r"(?<!North )(?<!Central )(?<!Western )(?<!Eastern )(?<!and )\b(Macedonia)"
        r"(?! and Thrace)\b"),
    ),
    "Eswatini": ("2018-04-19", "swaziland", r"\b(Swaziland)\b"),
    "Kyiv": ("2019-01-01", "kiev", r"(?<!hicken )\b(Kiev)\b"),
    "Google Workspace": ("2020-10-06", "suite", r"\b(G Suite)\b"),
    "UK Health Security Agency": ("2021-10-01", "health", r"\b(Public Health England)\b"),
    "Foreign, Commonwealth & Development Office": (
        "2020-09-02", "department dfid", r"\b(Department for International Development|DFID)\b",
    ),
}  # fmt: skip
_FRENCH = {
    "X": _RENAMED["X"],
    "EUDA": ("2024-07-02", "oedt emcdda", r"\b(OEDT|EMCDDA)\b"),
    "France Travail": ("2024-01-01", "emploi", r"\b(Pôle [Ee]mploi)\b"),
    "Arcom": (
        "2022-01-01", "csa audiovisuel hadopi",
        r"\b(Conseil supérieur de l[’']audiovisuel|CSA|Hadopi|HADOPI)\b",
    ),
    "conseil départemental": (
        "2015-04-02", "général généraux",
        r"\b([Cc]onseils? généra(?:l|ux))(?= (?:du|de|d[’']|des)\b)",
    ),
    "tribunal judiciaire": (
        "2020-01-01", "instance tgi", r"\b([Tt]ribuna(?:l|ux) de grande instance|TGI)\b",
    ),
    "ANCT": ("2020-01-01", "cget", r"\b(CGET)\b"),
    "Dreets": ("2021-04-01", "direccte direcctes", r"\b(D(?:irecctes?|IRECCTE))\b"),
    "Macédoine du Nord": (
        "2019-02-12", "macédoine", r"\b(?:en|la) (Macédoine)\b(?! du Nord)(?! de )",
    ),
}  # fmt: skip
_FORMS = {
    language: signs.table(
        ((name, since), words, form) for name, (since, words, form) in rows.items()
    )
    for language, rows in (("en", _RENAMED), ("fr", _FRENCH))
}
_TOLD = sought(
    r"(?i:\b(?:now|formerly|previously|former|then|called|until|ancien|anciennement|devenue?|ex)\b)"
)


def _is_read(block: Block) -> bool:
    """Tables of accounts and headings have names, too; a speaker's line may be of its time."""
    return block.kind != "speaker"


def n114_former_name(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Twitter* in a text of 2024, *Pôle emploi* in one of 2025: its bearer has given up this name.
    Remedy: write the name of today."""
    day = sheet.date or register.today
    for language, forms in _FORMS.items():
        for place in signs.in_blocks(sheet, forms, language, _is_read):
            name, since = place.right
            near = place.block.text[max(0, place.start - 40) : place.end + 30]
            is_known = place.words in register.names or _TOLD.search(near)
            if day < dt.date.fromisoformat(since) or is_known or not place.is_own:
                continue
            if is_references(place.block.section):
                continue  # A work is cited with the name of its time.
            if f"{name.split(',')[0]} " in near and len(name) > 1:
                continue
            yield place.mark(
                "N114", f"{place.words!r} has another name since {since[:4]}",
                f"write {name}", NOTE,
            )  # fmt: skip
