"""What mail programs will not show: every feature is looked for, every program judged."""

from __future__ import annotations

import json
from pathlib import Path, PurePath

from pipeline.checks import clients, features
from pipeline.errors import Level, Location
from tests.renderers.mail_jobs import full, rendered, typesetter

HERE = Location(PurePath("build/newsletter.html"))
RULES = {
    "css-at-font-face": "@font-face{font-family:x}",
    "css-at-import": "@import url(a.css);",
    "css-at-keyframes": "@keyframes a{from{top:0}}",
    "css-at-media": "@media screen{a{top:0}}",
    "css-at-media-device-pixel-ratio": "@media (-webkit-min-device-pixel-ratio:2){a{top:0}}",
    "css-at-media-hover": "@media (hover:hover){a{top:0}}",
    "css-at-media-orientation": "@media (orientation:portrait){a{top:0}}",
    "css-at-media-prefers-color-scheme": "@media (prefers-color-scheme:dark){a{top:0}}",
    "css-at-media-prefers-reduced-motion": "@media (prefers-reduced-motion){a{top:0}}",
    "css-at-supports": "@supports (top:0){a{top:0}}",
    "css-comments": "/* x */",
    "css-nesting": "a{& b{top:0}}",
    "css-selector-adjacent-sibling": "a + b{top:0}",
    "css-selector-attribute": "a[href]{top:0}",
    "css-selector-chaining": ".a.b{top:0}",
    "css-selector-child": "a>b{top:0}",
    "css-selector-class": ".a{top:0}",
    "css-selector-descendant": "a b{top:0}",
    "css-selector-general-sibling": "a~b{top:0}",
    "css-selector-grouping": "a,b{top:0}",
    "css-selector-id": "#a{top:0}",
    "css-selector-type": "a{top:0}",
    "css-selector-universal": "*{top:0}",
}
VALUES = {
    "css-important": "top:0!important",
    "css-intrinsic-size": "width:fit-content",
    "css-sytem-ui": "font-family:system-ui",
    "css-unit-initial": "color:initial",
    "css-unit-percent": "width:50%",
}
PICTURES = {
    "image-base64": "data:image/png;base64,AA",
    "image-jpg": "a.jpeg",
    "image-heif": "a.heic",
}


MARKUP = {
    "html-doctype": "<!doctype html>",
    "html-comments": "<!-- x -->",
    **{slug: f"<style>{rule}</style>" for slug, rule in RULES.items()},
    **{slug: f"<{tags[0]}>" for slug, tags in features.ELEMENTS.items()},
    **{slug: f'<p {names[0]}="x">' for slug, names in features.ATTRIBUTES.items()},
    **{
        slug: f'<{element} {attribute.split("|")[0]}="{start}">'
        for slug, (element, attribute, start) in features.PAIRS.items()
    },
    **{
        slug: f"<style>a:{name}{{top:0}}</style>"
        for slug, name in (
            *((f"css-pseudo-class-{name}", name) for name in features.PSEUDO_CLASSES),
            *((f"css-pseudo-element-{name}", f":{name}") for name in features.PSEUDO_ELEMENTS),
        )
    },
}
STYLES = {
    **VALUES,
    **{f"css-unit-{unit}": f"top:2{unit}" for unit in features.UNITS},
    **{slug: f"x:{names[0]}(1)" for slug, names in features.FUNCTIONS.items()},
    **{slug: ":".join(pair) for slug, pair in features.DECLARATIONS.items()},
    **{slug: f"{n[0]}:1" for slug, n in features.PROPERTIES.items() if slug != "css-variables"},
}


def example(slug: str) -> str:
    """The least that asks for a feature."""
    if slug in MARKUP:
        return MARKUP[slug]
    if slug.startswith("image-"):
        return f'<img src="{PICTURES.get(slug) or "a." + slug.removeprefix("image-")}">'
    return f'<p style="{STYLES.get(slug) or slug.removeprefix("css-") + ":1"}">'


def test_every_feature_is_found_or_listed_as_one_that_cannot_be() -> None:
    known = clients.table()["features"]
    assert isinstance(known, dict)
    missed = [slug for slug in known if slug not in features.traces(example(slug), known)]
    assert missed == list(features.UNDETECTABLE)
    assert all(features.UNDETECTABLE.values())
    assert features.traces("<i>x</i>", known) == {}


def test_every_program_of_the_table_gets_a_verdict_with_its_age() -> None:
    judged = clients.verdicts('<p style="border-radius:4px">x</p>')
    assert {verdict.client for verdict in judged} == set(clients.table()["clients"])
    by_name = {verdict.name: verdict for verdict in judged}
    assert str(by_name["Outlook (Windows)"]) == "Outlook (Windows): 2 yes, 1 no (tested 2020–2021)"
    assert str(by_name["Free.fr (web)"]) == "Free.fr (web): nobody has tested it"
    assert len(judged) == 48


def test_what_some_programs_do_not_show_is_told_once_for_all_of_them() -> None:
    letter = '<div style="border-radius:4px"><div style="border-radius:2px">x</div></div>'
    [shown, unknown] = clients.findings(letter, HERE)
    assert (shown.code, shown.level) == ("M211", Level.WARNING)
    assert shown.message == (
        "Outlook (Windows, Windows Mail), GMX (web), Orange (Android, web, iOS) and WEB.DE (web)"
        " do not show 'border-radius' (tested 2021)"
    )
    assert (unknown.code, unknown.level) == ("M212", Level.NOTE)
    assert "Free.fr (web)" in unknown.message
    assert "caniemail 2.0.2 of 2026-05-13" in unknown.message


def test_what_stands_in_a_style_sheet_alone_is_told_as_one_thing() -> None:
    letter = "<style>.a{display:grid;box-shadow:0 0 1px}</style><p class=a>x</p>"
    [finding] = [found for found in clients.findings(letter, HERE) if found.code == "M210"]
    assert "leave out the style sheets" in finding.message
    assert not [found for found in clients.findings(letter, HERE) if found.code == "M211"]


def test_a_property_is_known_by_its_value_however_urgent_it_is() -> None:
    pressed = "<style>@media print{a{display:flex!important}}</style>"
    assert "css-display-flex" in features.traces(pressed, features.DECLARATIONS)


def test_the_steps_of_an_animation_are_no_selectors() -> None:
    moving = "<style>@keyframes a{from{top:0}to{top:1px}}</style>"
    assert "css-selector-type" not in features.traces(moving, features.SELECTORS)


def test_what_is_hidden_on_purpose_is_not_judged_further() -> None:
    hidden = '<div style="display:none;max-height:0;overflow:hidden">x</div>'
    told = [found.message for found in clients.findings(hidden, HERE)]
    assert not [message for message in told if "overflow" in message]


def test_our_own_letter_gives_a_handful_of_lines_and_nothing_worse_than_a_warning() -> None:
    made = rendered(typesetter().set(full(), "newsletter.html"), made_up=full())
    told = list(clients.findings(made, HERE))
    assert len(told) <= 6
    assert all(found.level is not Level.ERROR for found in told)
    assert [found for found in told if found.level is Level.WARNING] == []


def test_the_table_is_light_and_carries_its_licence() -> None:
    folder = Path(clients.__file__).parent
    assert (folder / clients.TABLE).stat().st_size < 300_000
    assert "MIT" in json.loads((folder / clients.TABLE).read_text("utf-8"))["notice"]
    assert "Rémi Parmentier" in (folder / "clients-licence.txt").read_text("utf-8")
