"""Peoples in French: `les Français` have the capital that what is theirs has not."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.sheet import WARNING, Mark, Sheet

_PEOPLES = (
    "français françaises anglais allemands italiens espagnols portugais belges suisses wallons "
    "flamands bruxellois néerlandais luxembourgeois européens américains canadiens québécois "
    "russes ukrainiens polonais roumains bulgares hongrois grecs turcs autrichiens danois suédois "
    "norvégiens finlandais irlandais écossais britanniques tchèques slovaques slovènes croates "
    "serbes albanais estoniens lettons lituaniens marocains algériens tunisiens maliens sénégalais "
    "ivoiriens camerounais africains asiatiques chinois japonais indiens brésiliens mexicains "
    "argentins israéliens palestiniens syriens afghans irakiens iraniens libanais égyptiens "
    "haïtiens parisiens lyonnais marseillais niçois nantais lillois toulousains bordelais "
    "strasbourgeois londoniens berlinois genevois lausannois montréalais"
).split()
_FORMS = signs.table([
    ("", " ".join(_PEOPLES),
     (rf"(?<![\w’'-])(?:[Ll]es|[Dd]es|[Aa]ux|[Nn]os|[Cc]es) ({'|'.join(_PEOPLES)})"
      r"(?=[.,;:)]| (?:ont|sont|qui|de|du|et les|peuvent|doivent|vont|se|ne|en|dans|à|vivant|âgés"
      r"|disent|veulent|souhaitent|pensent|estiment)\b| d[’'])")),
])  # fmt: skip


def large_letters(sheet: Sheet) -> Iterator[Mark]:
    for place in signs.in_blocks(sheet, _FORMS, "fr", signs.is_lined):
        if place.is_plain:
            right = place.words.capitalize()
            yield place.mark(
                "T116", f"{place.words!r} are people", f"write {right}", WARNING, right
            )
