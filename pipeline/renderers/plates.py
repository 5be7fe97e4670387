"""A drawing (SVG) in pixels, for programs that do not show drawings everywhere."""

from __future__ import annotations

import dataclasses
from html import escape

from pipeline.errors import BroadsideError, Finding, Level
from pipeline.model.texts import Picture
from pipeline.renderers.job import Job

DENSITY = 2


def engraved(job: Job, address: str, width: int) -> bytes:
    """The drawing at *address* as a PNG for *width* CSS pixels; nothing if it cannot be drawn."""
    # Laying out takes WeasyPrint, which is slow to wake: only for a drawing.
    from pipeline.renderers import page_pictures, paper

    known = {picture.url: picture for picture in job.edition.pictures}
    picture = known.get(address)
    if picture is None or not picture.width or not picture.height:
        return b""
    height = max(1, round(width * picture.height / picture.width))
    page = _page(address, width, height)
    alone = dataclasses.replace(job, page=page, report=lambda finding: None)
    try:
        pdf = paper.print_pdf(paper.lay_out(alone), alone)
    except BroadsideError:
        message = f"the drawing '{picture.name}' cannot be shown in {job.output.name}"
        remedy = "export it again as a plain SVG, or as PNG"
        job.report(Finding("P120", message, remedy, picture.where, Level.WARNING))
        return b""
    return page_pictures.render_page(pdf, 1, width * DENSITY)


def proof(picture: Picture, content: bytes, width: int) -> bytes:
    """The drawing of no edition as a PNG so many pixels wide; nothing if it cannot be drawn."""
    from pipeline.renderers import page_pictures, paper

    height = max(1, round(width * picture.height / picture.width)) if picture.width else 1
    pdf = paper.bare(_page(picture.url, width, height), {picture.url: content})
    return page_pictures.render_page(pdf, 1, width) if pdf else b""


def _page(address: str, width: int, height: int) -> str:
    return (
        f"<style>@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} "
        f'img {{ display: block; width: {width}px }}</style><img src="{escape(address)}" alt="">'
    )
