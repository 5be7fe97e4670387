"""The letter in a real browser: thirty ways in which readers see it."""

from __future__ import annotations

import dataclasses
import difflib
import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from pipeline import colours, publications
from pipeline.model.house import Brand
from pipeline.renderers import letter, letter_faults, plain
from tests.judges import barriers, opened
from tests.renderers.mail_jobs import (
    TEMPLATES,
    edition,
    full,
    job,
    rendered,
    text,
    typesetter,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (320, 360, 480, 600, 640, 1000)
SCHEMES = ("light", "dark", "no style", "no images", "right to left")
BUTTONS = {"en": "Add to your calendar", "ar": "أضف إلى تقويمك"}
SEEN = Path(__file__).with_name("letter_seen.js").read_text("utf-8")


def letters(folder: Path) -> Mapping[str, Path]:
    """The letter as files: as it is, without style sheets, without pictures, right to left."""
    made = {"light": letter_of("en"), "right to left": letter_of("ar")}
    made["dark"] = made["light"]
    made["no style"] = letter_faults.STYLE.sub("", made["light"])
    made["no images"] = made["light"].replace('src="images/', 'src="absent/')
    for name, content in made.items():
        (folder / f"{name}.html").write_text(content, "utf-8")
    (folder / "images").mkdir()
    for number in range(1, 13):
        Image.new("RGB", (336, 210), "#6b8fb3").save(folder / "images" / f"{number}.png")
    return {name: folder / f"{name}.html" for name in made}


def letter_of(language: str) -> str:
    made_up = dataclasses.replace(full(), language=language)
    return rendered(typesetter().set(made_up, "newsletter.html"), made_up=made_up).replace(
        "https://build.invalid/", ""
    )


def states(page: Page, made: Mapping[str, Path]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for scheme, width in itertools.product(SCHEMES, WIDTHS):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 800})
        if page.url != made[scheme].as_uri():
            page.goto(made[scheme].as_uri())
        yield scheme, width, page.evaluate(SEEN)


def faults(scheme: str, width: int, seen: dict[str, Any]) -> Iterator[str]:
    at = f"{scheme}, {width} px:"
    if seen["scroll"] > 0 or seen["wide"]:
        yield f"{at} wider than the screen by {seen['scroll']}: {seen['wide'][:3]}"
    for one in seen["words"]:
        least = 7 if one["isBody"] else 4.5
        if one["size"] < 14:
            yield f"{at} only {one['size']} px: {one['said'][:40]}"
        if one["contrast"] < least:
            yield f"{at} contrast {one['contrast']:.2f} is under {least}: {one['said'][:40]}"
    for link in seen["links"]:
        if link["height"] < (44 if link["isButton"] else 24):
            yield f"{at} only {link['height']} px high: {link['said'][:40]}"
    for (above, said), (below, then) in itertools.pairwise(seen["tops"]):
        if below < above:
            yield f"{at} '{then}' stands above '{said}'"


def test_every_reader_gets_the_whole_letter_readable_and_in_order(tmp_path: Path) -> None:
    made = letters(tmp_path)
    found: list[str] = []
    barred: dict[str, list[str]] = {}
    counted = 0
    with opened(made["light"]) as page:
        for scheme, width, seen in states(page, made):
            counted += 1
            assert sum(word["isBody"] for word in seen["words"]) >= 14
            assert len(seen["links"]) >= 24
            button = BUTTONS["ar" if scheme == "right to left" else "en"]
            assert [link["said"] for link in seen["links"] if link["isButton"]] == [button]
            found += faults(scheme, width, seen)
            if width == 640:
                barred[scheme] = barriers(page, tags=("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
    assert counted == 30
    assert found == []
    assert barred == {scheme: [] for scheme in SCHEMES}


def test_no_word_is_too_long_for_a_letter(tmp_path: Path) -> None:
    """Headlines of compounds stand in their column; where nothing divides them, they are broken."""
    long = "Hafenverkehrsordnungsänderung" * 3
    told = re.sub(r"(<(?:h[1-3]|p)\b[^>]*>)", rf"\1{long} ", letter_of("en"))
    (tmp_path / "long.html").write_text(told, "utf-8")
    with opened(tmp_path / "long.html") as page:
        for width in (320, 600, 1000):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(SEEN)["scroll"] <= 0, width


FIGURES = """() => [...document.querySelectorAll('.kept')].map(each => each.getClientRects().length)
  .concat([document.documentElement.scrollWidth - innerWidth])"""


def test_figures_of_many_columns_stay_whole_in_a_letter(tmp_path: Path) -> None:
    heads = "".join(f"<th>{head}</th>" for head in ("Hospital", "Camas", "Espera", "Meta", "25/26"))
    cells = "".join(
        f'<td style="text-align: right">{cell}</td>'
        for cell in ("Verge de la Cinta", "1.234,5", "120 / 300", "12 500", "104/300")
    )
    body = text(f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    made_up = full()
    stories = made_up.sections["network"].items
    told = dataclasses.replace(stories[0], body=body)
    run = dataclasses.replace(made_up.sections["network"], items=(told, *stories[1:]))
    made_up = dataclasses.replace(made_up, sections={**made_up.sections, "network": run})
    made = rendered(typesetter().set(made_up, "newsletter.html"), made_up=made_up)
    (tmp_path / "figures.html").write_text(made, "utf-8")
    with opened(tmp_path / "figures.html") as page:
        for width in (320, 360, 600, 1000):
            page.set_viewport_size({"width": width, "height": 800})
            *lines, over = page.evaluate(FIGURES)
            assert len(lines) >= 5
            assert set(lines) == {1}, width
            assert over <= 0, width


def test_the_text_part_says_the_same_in_the_same_order() -> None:
    made_up = full()
    typed = plain.render(job(typesetter().set(made_up, "newsletter.txt"), made_up)[0]).decode()
    heard = letter.Anatomy(letter_of("en"))
    spoken = [word.casefold() for word in re.findall(r"\w+", " ".join(heard.words))]
    typed = re.sub(r"<[^>]*>", "", typed)
    read = [word.casefold() for word in re.findall(r"\w+", typed)]
    matched = difflib.SequenceMatcher(None, spoken, read, autojunk=False)
    alike = sum(block.size for block in matched.get_matching_blocks())
    assert alike / len(read) > 0.95


PAIRS = (
    *(("primary_on", "primary"), ("primary_text", "paper"), ("primary_text", "primary_tint")),
    *(("primary_night", "primary_soft"), ("quiet", "primary_soft")),
    *(("quiet", "primary_tint"), ("accent_text", "paper"), ("paper", "primary_night")),
)


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
@example(0xFFCC00, 0x00FF00)
@example(0x767676, 0x808080)
def test_the_colours_of_any_house_can_be_read_in_a_letter(primary: int, accent: int) -> None:
    brand = Brand(primary=f"#{primary:06x}", accent=f"#{accent:06x}")
    house = dataclasses.replace(edition().organisation, brand=brand)
    made = colours.palette(publications.brand(TEMPLATES), house)
    for one, other in PAIRS:
        assert colours.contrast(made[one], made[other]) >= 4.5, (one, other)
    for ground in ("#0b0e12", "#14181d", "#222932"):
        for light in ("primary_light", "accent_light"):
            assert colours.contrast(made[light], ground) >= 4.5, (light, ground)
