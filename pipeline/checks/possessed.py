"""Apostrophes of names: *the Citizens' Constitution* is not *the Citizen's* nor *the Citizens*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.english.derived import is_common
from pipeline.checks.forms import Spot, place, times
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.sought import sought

_NAME = sought(r"(?<![\w’'-])([A-Z][a-z]{2,}?)(s[’']|[’']s|s) ([A-Z][a-z]{3,})(?![\w’'-])")


def possessed(sheets: Sequence[Sheet]) -> Iterator[Mark]:
    """A name that has its apostrophe in two places, or has it and has it not."""
    names: dict[tuple[str, str], dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            for found in _NAME.finditer(block.text) if block.language[:2] == "en" else ():
                if is_common(found[1].lower()) and not block.is_foreign(found.start()):
                    form = found[2].replace("’", "'")
                    names[found[1], found[3]][form].append((block, *found.span()))
    for forms in names.values():
        # The apostrophe is left out, and put before the s, more often than the other way round.
        ordered = sorted(forms, key=lambda one: (-len(forms[one]), one != "s'", one == "s"))
        for form, spots in forms.items() if len(forms) > 1 else ():
            # Where most have none, they may be wrong all the same.
            usual = ordered[form == ordered[0]]
            if form == ordered[0] != "s":
                continue
            block, start, end = forms[usual][0]
            for odd, begin, stop in spots:
                yield odd.mark(
                    "N102", begin, stop, f"{odd.text[begin:stop]!r} is {block.text[start:end]!r} "
                                         f"elsewhere ({times(len(forms[usual]))}, as in "
                                         f"{place(forms[usual][0])})",
                    "put the apostrophe where it belongs, everywhere",
                    NOTE if form == ordered[0] else WARNING,
                )  # fmt: skip
