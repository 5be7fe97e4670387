"""Names of streets in French: *rue de la Vieille-Tour*, *place de la Mairie*."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import CELLS, OTHER, nominal
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Mark, Sheet

_WAYS = "rue avenue boulevard impasse allée chemin quai ruelle faubourg".split()
_SQUARES = (
    "mairie église gare poste fontaine halle halles marché république liberté paix victoire "
    "résistance libération cathédrale préfecture justice école"
).split()
_LED = r"(?<![\w’'-])(?:\d+(?: ?(?:bis|ter))?,? |[a-zà-ÿ]+ée?s? |(?:à|au|ou|et) |[,:(] ?)"
_STREETS = signs.table([
    ("", " ".join(_WAYS),
     (rf"(?:{_LED})(?:{'|'.join(_WAYS)}) (?:de la |du |des |de l[’'])"
      r"([a-zà-ÿ]{4,}(?: [a-zà-ÿ]{4,})?)(?=[.,;)]|$| (?:à|de|date|est|et|ou|dans|en|le|la)\b)")),
    ("", f"place / {' '.join(_SQUARES)}",
     (r"(?<!\b[Ll]a )(?<!\bune )(?<!\bcette )(?<!\bsur )(?<!\bprend )(?<!\bprendre )(?<!\ben )"
      r"(?<![\w’'-])[Pp]lace (?:de la |du |des |de l[’'])"
      rf"({'|'.join(_SQUARES)})(?![\w’'-])")),
])  # fmt: skip


def streets(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Au 12, rue de la vieille tour*: the nouns of its name have their capitals."""
    for place in signs.in_blocks(sheet, _STREETS, "fr", signs.is_lined):
        words = place.words.split()
        mask = dictionary.of(words[0])
        are_nouns = all(nominal(dictionary.of(word)) for word in words)
        if not are_nouns or mask & OTHER or not (mask & CELLS or len(words) > 1):
            continue
        if place.is_own:
            right = "-".join(word.capitalize() for word in words)
            yield place.mark(
                "T116", f"{place.words!r} is the name of a street", f"write {right}", NOTE, right
            )
