"""What a page in the browser owes those who do not see it, and those whose pictures it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from pipeline.checks.pencil import ERROR, NOTE, WARNING, Mark
from pipeline.checks.reading_back import Finished
from pipeline.checks.register import Register


def a100_picture_without_words(finished: Finished, register: Register) -> Iterator[Mark]:
    """A picture without an alternative text is a hole for those who do not see it.
    Remedy: give it an `alt` in images.yaml, or `alt: ""` if it decorates."""
    if finished.suffix != ".html":
        return
    for given, line in finished.page.pictures:
        name = (given.get("src") or "").rsplit("/", 1)[-1]
        alt = given.get("alt")
        if alt is None:
            yield finished.mark(
                "A100",
                f"the picture {name} has no alternative text",
                # A writer's has one, or is not published.
                'write  alt="…"  in the template, or  alt=""  if it decorates',
                ERROR,
                line,
            )
        elif alt and re.fullmatch(r"[\w-]+\.(?:png|jpe?g|gif|webp|svg)", alt.strip()):
            yield finished.mark(
                "A100",
                f"the alternative text of {name} is the name of a file",
                "describe it in images.yaml",
                ERROR,
                line,
            )


def a101_page_without_language(finished: Finished, register: Register) -> Iterator[Mark]:
    """A reading machine speaks a page in the language it declares.
    Remedy: tell whoever keeps the templates."""
    if finished.suffix != ".html" or not finished.content:
        return
    page = finished.page
    if not page.language:
        yield finished.mark(
            "A101",
            "the page does not say its language",
            "tell whoever keeps the templates",
        )
    elif (
        len(finished.path.parts) > 3
        and page.language.split("-")[0] != finished.language.split("-")[0]
    ):
        yield finished.mark(
            "A101",
            f"the page says it is in {page.language!r}",
            "tell whoever keeps the templates",
        )
    if not page.title.strip():
        yield finished.mark(
            "A101", "the page has no title", "tell whoever keeps the templates", WARNING
        )


def a102_heading_level_left_out(finished: Finished, register: Register) -> Iterator[Mark]:
    """Who moves by headings looks for the level that is missing.
    Remedy: use the next level."""
    if finished.suffix != ".html":
        return
    last = 0
    for level, line in finished.page.headings:
        if last and level > last + 1:
            yield finished.mark(
                "A102",
                f"a heading of level {level} follows one of level {last}",
                "use the next level",
                NOTE,
                line,
            )
        last = level


def a103_link_without_words(finished: Finished, register: Register) -> Iterator[Mark]:
    """A link without words is read out as its address.
    Remedy: give it words, or its picture an alternative text."""
    if finished.suffix != ".html":
        return
    for href, words, line in finished.page.links:
        if not words:
            yield finished.mark(
                "A103", f"the link to {href} has no words", "give it words", WARNING, line
            )


def a104_credit_or_licence_missing(finished: Finished, register: Register) -> Iterator[Mark]:
    """Every picture is published with its credit.
    Remedy: give it a credit in images.yaml; tell whoever keeps the templates."""
    if (
        finished.suffix != ".html"
        or finished.path.name == "newsletter.html"
        or len(finished.path.parts) < 4
    ):
        return
    page = finished.page
    pictures = register.copy(finished.language).pictures
    logo = register.any_copy.organisation.brand.logo
    for given, line in page.pictures:
        source = "/" + unquote(given.get("src") or "")
        # Two may have one name, each in a folder of its own.
        name = max((key for key in pictures if source.endswith(f"/{key}")), key=len, default="")
        picture = pictures.get(name)
        if picture is None or (logo and logo.name == picture.name) or not picture.credit.plain:
            continue
        if picture.credit.plain not in page.text:
            yield finished.mark(
                "A104",
                f"the credit of {name} ({picture.credit.plain}) is not on the page",
                "tell whoever keeps the templates",
                WARNING,
                line,
            )
