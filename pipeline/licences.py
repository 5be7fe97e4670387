"""Licences as readers know them."""

from __future__ import annotations

import re


def shown(licence: str) -> str:
    """An SPDX identifier as people write it; other words as they are.

    >>> shown("CC-BY-SA-4.0"), shown("All rights reserved")
    ('CC BY-SA 4.0', 'All rights reserved')
    """
    found = re.fullmatch(r"CC-(BY(?:-(?:NC|ND|SA))*)-(\d\.\d)", licence)
    if found:
        return f"CC {found[1]} {found[2]}"
    return {"CC0-1.0": "CC0 1.0"}.get(licence, licence)
