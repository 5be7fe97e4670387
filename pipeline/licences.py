"""Licences as readers know them."""

from __future__ import annotations

import re


def shown(licence: str, space: str = " ") -> str:
    """An SPDX identifier as people write it; other words as they are.

    >>> shown("CC-BY-SA-4.0"), shown("CC0-1.0"), shown("All rights reserved", space="_")
    ('CC BY-SA 4.0', 'CC0 1.0', 'All rights reserved')
    """
    found = re.fullmatch(r"(CC|CC0)(?:-(BY(?:-(?:NC|ND|SA))*))?-(\d\.\d)", licence)
    return space.join(filter(None, found.groups())) if found else licence
