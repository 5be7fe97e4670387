"""The names of a presentation's parts, counted: its library looks through all parts for each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import IO, Any


def count(package: Any, named: Callable[[str], Any]) -> None:
    """Have *package* count the names it gives, and know again a picture that it has.

    A name is free if it is one more than the last of its kind, because nothing is taken away.
    """
    search, search_image = package.next_partname, package.next_image_partname
    search_picture = package.get_or_add_image_part
    last: dict[str, int] = {}
    known: dict[bytes, Any] = {}

    def next_partname(template: str) -> Any:
        last[template] = last[template] + 1 if template in last else _number(search(template))
        return named(template % last[template])

    def next_image_partname(extension: str) -> Any:
        last["image"] = last["image"] + 1 if "image" in last else _number(search_image(extension))
        return named(f"/ppt/media/image{last['image']}.{extension}")

    def get_or_add_image_part(file: IO[bytes]) -> Any:
        content = file.read()
        file.seek(0)
        if content not in known:
            known[content] = search_picture(file)
        return known[content]

    package.next_partname = next_partname
    package.next_image_partname = next_image_partname
    package.get_or_add_image_part = get_or_add_image_part


def _number(name: str) -> int:
    """
    >>> _number("/ppt/embeddings/Microsoft_Excel_Sheet12.xlsx")
    12
    """
    found = re.search(r"(\d+)\.\w+$", name)
    assert found, name
    return int(found[1])
