"""The content streams of the pages, and what is marked in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf


def groups(pdf: pydyf.PDF, stream: Any) -> Iterator[Any]:
    """The transparency groups of a page: streams of their own, with marks of their own."""
    for reference in stream._resources["XObject"].values():
        group = pdf.objects[int(reference.split()[0])]
        if getattr(group, "_tags", None) is stream._tags:
            yield group
            yield from groups(pdf, group)


def marks(stream: Any) -> Iterator[dict[str, Any]]:
    return (item for item in stream.stream if isinstance(item, dict) and "MCID" in item)


def make_artifacts(stream: Any, kinds: dict[int, str]) -> None:
    for position, item in enumerate(stream.stream):
        if isinstance(item, dict) and item.get("MCID") in kinds:
            kind = kinds[item["MCID"]]
            stream.stream[position - 1] = "/Artifact"
            stream.stream[position] = pydyf.Dictionary({"Type": f"/{kind}"})


def unlink(pdf: pydyf.PDF, annotations: set[bytes]) -> None:
    for number in pdf.pages["Kids"][::3]:
        page = pdf.objects[number]
        if kept := [one for one in page.get("Annots", ()) if one not in annotations]:
            page["Annots"] = pydyf.Array(kept)
        else:
            page.pop("Annots", None)
