"""A deck of hundreds of slides takes as long for each of them as a short one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.opc.packuri import PackURI

from pipeline.renderers import slide_parts

COLOURS = ("#112233", "#445566")


def picture(colour: str) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (2, 2), colour).save(file, "PNG")
    file.seek(0)
    return file


def shown(slides: int, *, is_counted: bool) -> tuple[list[str], int]:
    """The parts of a show of pictures and notes, and how often all of them were gone through."""
    show = Presentation()
    package: Any = show.part.package
    walk, times = package.iter_parts, 0

    def walked() -> Iterator[Any]:
        nonlocal times
        times += 1
        return walk()

    package.iter_parts = walked
    if is_counted:
        slide_parts.count(package, PackURI)
    each = show.slides
    for number in range(slides):
        slide = each.add_slide(show.slide_layouts[6])
        slide.shapes.add_picture(picture(COLOURS[number % 2]), 0, 0)
        assert slide.notes_slide
    return sorted(str(part.partname) for part in walk()), times


def test_parts_are_named_as_their_library_names_them() -> None:
    counted, _ = shown(5, is_counted=True)
    assert counted == shown(5, is_counted=False)[0]
    assert sum("/media/image" in name for name in counted) == 2


def test_no_slide_costs_a_walk_through_all_parts() -> None:
    assert shown(4, is_counted=True)[1] == shown(40, is_counted=True)[1]
    assert shown(4, is_counted=False)[1] < shown(40, is_counted=False)[1]
