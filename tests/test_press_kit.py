"""The pages of a press kit: everything optional is really optional, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pypdf
import pytest

from pipeline.model.editions import Refused
from tests import composition, press_kits
from tests.judges import verdicts

EVENT = """\
- {id: open-2000, title: Open streets, start: 2000, place: Riga, country: LV, series: open}
- {id: open-2012, title: Open streets, start: 2012-05, place: Genk, country: BE, series: open}
- id: open-2024
  title: Open streets
  start: 2024-03-20
  end: 2024-03-22
  place: Liège
  country: BE
  series: open
  edition: 3rd
  partner: The City of Liège
  link: https://www.open-streets.example
"""
FACTS = """\
members:
  value: 1200
  unit: [cities]
  as_of: 2023-12-01
  source: Register of members
"""
HOUSE = """\
website: https://www.northbridge.example
address: 1, Bridge Street
social: [{network: X, handle: "@bridge", url: "https://x.com/bridge"}]
brand: {logo: logo.svg}
governance:
  as_of: 2023-12-01
  president: City of Liège
  vice_presidents: [Riga, Genk]
  director: Ana Example
"""
KIT = """\
---
title: Open *streets*
date: 2024-02-15
subtitle: For those who walk
event: open-2024
contacts: [press]
figures: [members]
hashtags: ["#OpenStreets", Walk24]
boilerplate: short
releases:
  - {title: Walk on, date: 2024-01-10, issuer: Somebody Else, url: "https://www.else.example/w"}
---
We open the streets.
"""
ONE = """\
---
title: Why we walk
---
Before all else.

### A heading in the margin

![A bridge](bridge.svg)

> "We walk because we can."
> — Ana Example, Director

See [the map](https://www.northbridge.example/map).
"""
FULL: Mapping[str, str | bytes] = {
    "organisation.yaml": press_kits.HOUSE + HOUSE,
    "agenda.yaml": EVENT,
    "facts.yaml": FACTS,
    "contacts.yaml": press_kits.PRESS,
    "images.yaml": (
        "logo.svg: {alt: Northbridge, credit: Northbridge, licence: All rights reserved}\n"
        "bridge.svg: {alt: A bridge, credit: Jo Example, licence: CC-BY-4.0, caption: Ours}\n"
    ),
    "images/logo.svg": press_kits.LOGO,
    "images/bridge.svg": press_kits.LOGO,
    "boilerplate/short.md": "---\ntitle: About us\n---\nWe are Northbridge.\n",
    "presskits/open/kit.md": KIT,
    "presskits/open/01-why.md": ONE,
}


def page(folder: Path, files: Mapping[str, str | bytes] | None = None, **given: str) -> str:
    return press_kits.page(press_kits.edition(press_kits.write(folder, files), **given))  # type: ignore[arg-type]


def chapters(html: str) -> list[str]:
    return re.findall(r'<section class="section[^"]*" id="([^"]*)">', html)


def words(html: str) -> str:
    body = html.split("</style>")[-1]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> str:
    return page(tmp_path_factory.mktemp("full"), FULL)


def test_a_kit_of_a_title_and_a_date_is_a_cover_and_a_last_page(tmp_path: Path) -> None:
    html = page(tmp_path)
    assert chapters(html) == ["contact"]
    assert words(html) == (
        "Northbridge · Open streets Northbridge Together Page of Northbridge Press kit "
        "Open streets 15 February 2024 Northbridge Together 1 Contact Imprint Northbridge Together"
    )


def test_a_full_kit_has_its_chapters_in_order(full: str) -> None:
    assert chapters(full) == [
        "key-figures",
        "section-01-why",
        "previous-editions",
        "governance",
        "recent-releases",
        "communicate",
        "pictures",
        "links",
        "about",
        "contact",
    ]


def test_the_contents_lead_to_every_chapter(full: str) -> None:
    contents = full.split('<nav class="toc">')[1].split("</nav>")[0]
    assert re.findall(r'href="#([^"]*)"', contents) == chapters(full)


def test_a_section_named_like_a_computed_part_takes_it_in(tmp_path: Path) -> None:
    section = "---\ntitle: From Riga to Liège\n---\nA long way.\n"
    html = page(tmp_path, {**FULL, "presskits/open/02-previous-editions.md": section})
    assert "previous-editions" not in chapters(html)
    chapter = html.split('id="section-02-previous-editions"')[1].split("</section>")[0]
    assert "A long way." in words(chapter)
    assert "Genk" in chapter


def test_a_section_named_like_a_part_that_is_empty_is_only_itself(tmp_path: Path) -> None:
    section = "---\ntitle: Who decides\n---\nNobody yet.\n"
    html = page(tmp_path, {"presskits/open/01-governance.md": section})
    assert chapters(html) == ["section-01-governance", "contact"]


def test_the_cover_tells_what_when_where_and_whom_to_ask(full: str) -> None:
    cover = full.split('<header class="cover">')[1].split("</header>")[0]
    assert '<img src="https://build.invalid/images/logo.svg" alt="Northbridge">' in cover
    for told in ("Open <em>streets</em>", "For those who walk", "20–22\u00a0March 2024",
                 "Liège, Belgium", "+33 1 40 64 49 00", "press@northbridge.example"):  # fmt: skip
        assert told in cover, told


def test_a_figure_stands_with_its_date_and_its_source(full: str) -> None:
    figure = full.split('<li class="figure">')[1].split("</li>")[0]
    assert words(figure) == "1,200 cities As of 1 December 2023 Source: Register of members"


def test_previous_editions_are_told_newest_first_and_drawn_to_scale(full: str) -> None:
    chapter = full.split('id="previous-editions"')[1].split("</section>")[0]
    assert re.findall(r'<span class="when">([^<]*)', chapter) == ["May 2012", "2000"]
    assert "Previous editions – Riga 2000, Genk 2012, Liège 2024" in chapter
    riga, genk, liege = map(float, re.findall(r'<circle cx="([\d.]*)"', chapter))
    assert (genk - riga) / (liege - riga) == pytest.approx((2012.33 - 2000) / 24.22, abs=0.01)


def test_governance_says_since_when_it_is_so(full: str) -> None:
    chapter = full.split('id="governance"')[1].split("</section>")[0]
    assert words(chapter).startswith("> 4 Governance As of 1 December 2023 President City of Liège")
    assert "Executive Committee" not in chapter


def test_a_release_of_others_says_whose_it_is_and_where(full: str) -> None:
    chapter = full.split('id="recent-releases"')[1].split("</section>")[0]
    assert words(chapter).endswith("10 January 2024 Somebody Else Walk on www.else.example/w")


def test_a_hashtag_has_one_hash(full: str) -> None:
    assert re.findall(r"<li dir=\"ltr\">([^<]*)</li>", full) == ["#OpenStreets", "#Walk24"]


def test_hashtags_are_of_one_size(tmp_path: Path) -> None:
    long = "Bibliotheksverbundsgeneralversammlung"
    kit = press_kits.KIT.replace("2024-02-15\n", f"2024-02-15\nhashtags: [{long}, EBVN26]\n")
    html = page(tmp_path, {"presskits/open/kit.md": kit})
    listed = html.split('<ul class="hashtags long" style="font-size: 15.0pt">')[1]
    assert listed.startswith(f'<li dir="ltr">#{long}</li><li dir="ltr">#EBVN26</li>')


def test_words_have_the_sizes_of_one_scale(tmp_path: Path) -> None:
    kit = press_kits.KIT.replace("2024-02-15\n", "2024-02-15\nfigures: [few, many]\n") + "Lead."
    facts = "few: {value: 9, as_of: 2024-01-01}\nmany: {value: 12345678, as_of: 2024-01-01}\n"
    section = "---\ntitle: Title\n---\n## Beside\n\nText.\n"
    files = {"facts.yaml": facts, "presskits/open/kit.md": kit, "presskits/open/01-a.md": section}
    made = press_kits.edition(press_kits.write(tmp_path, files))
    (output,) = (one for one in made.publication.outputs if one.name == "presskit.pdf")
    found: dict[str, float] = {}
    for sheet in composition.sheets(composition.laid_out(made, output)):
        for box in sheet.box.descendants(placeholders=True):
            if type(box).__name__ == "TextBox":
                found[box.text.strip()] = round(box.style["font_size"] * 0.75, 1)
    sizes = [found[words] for words in ("Text.", "Beside", "Lead.", "9", "12,345,678")]
    assert sizes == [10, 10, 14.4, 51.6, 29.9]


def test_a_long_figure_stands_on_the_line_of_the_large_ones(tmp_path: Path) -> None:
    kit = press_kits.KIT.replace("2024-02-15\n", "2024-02-15\nfigures: [few, many]\n")
    facts = "few: {value: 9, as_of: 2024-01-01}\nmany: {value: 12345678, as_of: 2024-01-01}\n"
    html = page(tmp_path, {"presskits/open/kit.md": kit, "facts.yaml": facts})
    assert '<p class="value"><span class="long">12,345,678</span></p>' in html
    kit = kit.replace("[few, many]", "[many]")
    html = page(tmp_path / "one", {"presskits/open/kit.md": kit, "facts.yaml": facts})
    assert '<p class="value long">12,345,678</p>' in html


def test_every_picture_stands_with_its_credit_and_in_the_list(full: str) -> None:
    assert 'class="caption">Ours</span> <span class="credit">Jo Example\u00a0·' in full
    chapter = full.split('id="pictures"')[1].split("</section>")[0]
    assert "bridge.svg" in chapter
    assert "CC\xa0BY\xa04.0" in chapter
    assert "logo.svg" not in chapter


def test_an_address_that_was_typed_is_printed_once(tmp_path: Path) -> None:
    section = "---\ntitle: More\n---\nSee <https://www.open-streets.example/more>.\n"
    html = page(tmp_path, {**FULL, "presskits/open/02-more.md": section})
    chapter = html.split('id="links"')[1].split("</section>")[0]
    assert words(chapter).count("www.open-streets.example/more") == 1


def test_links_are_printed_for_those_who_read_on_paper(full: str) -> None:
    chapter = full.split('id="links"')[1].split("</section>")[0]
    assert words(chapter).endswith("the map www.northbridge.example/map")


def test_headings_hang_in_the_margin_beside_their_text(full: str) -> None:
    hung = full.split('id="section-01-why"')[1].split('<div class="hung">')
    assert "Before all else." in words(hung[1])
    assert hung[2].lstrip().startswith('<h3 class="side">A heading in')


def test_a_heading_that_is_longer_than_its_text_gets_room(tmp_path: Path) -> None:
    heading = "A heading of many words that needs three lines of the margin"
    section = f"---\ntitle: One\n---\n### {heading}\n\nShort.\n"
    html = page(tmp_path, {"presskits/open/01-one.md": section})
    assert 'class="hung" style="min-height: 4.2rem"' in html


def test_a_long_title_is_set_smaller(tmp_path: Path) -> None:
    sizes = []
    for title in ("Short", "Nights in the ports and stations of European cities" * 3):
        html = page(
            tmp_path, {"presskits/open/kit.md": press_kits.KIT.replace("Open streets", title)}
        )
        sizes += [float(size) for size in re.findall(r'<h1 style="font-size: ([\d.]*)pt"', html)]
    assert sizes[0] == 43
    assert sizes[1] < 25


def test_thirty_releases_are_thirty_entries(tmp_path: Path) -> None:
    listed = "".join(f"  - {{title: Release {n}}}\n" for n in range(30))
    kit = press_kits.KIT.replace("2024-02-15\n", f"2024-02-15\nreleases:\n{listed}")
    html = page(tmp_path, {"presskits/open/kit.md": kit})
    chapter = html.split('id="recent-releases"')[1].split("</section>")[0]
    assert chapter.count('<p class="what">') == 30


def held(release: str = "2024-03-22T12:00+01:00") -> dict[str, str | bytes]:
    kit = press_kits.KIT.replace("2024-02-15\n", "2024-02-15\nreleases: [2024-02-10-held]\n")
    text = f"---\ntitle: Held\ndate: 2024-02-10\nembargo: {release}\n---\nNot yet.\n"
    return {"presskits/open/kit.md": kit, "releases/2024-02-10-held.md": text}


def test_a_kit_inherits_the_embargo_of_what_it_holds(tmp_path: Path) -> None:
    html = page(tmp_path, held(), named="open")
    line = "Embargoed until 22\u00a0March 2024, 12:00 CET (UTC+1)"
    head = html.split('<div class="running head">')[1].split("</div>")[0]
    cover = html.split('<header class="cover">')[1].split("</header>")[0]
    entry = html.split('id="recent-releases"')[1].split("</section>")[0]
    for place in (head, cover, entry):
        assert line in place


def test_an_embargo_that_is_over_is_not_told(tmp_path: Path) -> None:
    assert "Embargoed" not in page(tmp_path, held("2024-02-20T12:00+01:00"), named="open")


def test_a_kit_reads_from_right_to_left_where_its_language_does(tmp_path: Path) -> None:
    house = press_kits.HOUSE.replace("[en]", "[ar]")
    files = {**FULL, "organisation.yaml": house + HOUSE}
    html = page(tmp_path, files, language="ar")
    assert '<html lang="ar" dir="rtl">' in html
    assert '<a class="bare" dir="ltr" href="tel:+33140644900">' in html
    drawn = html.split('<figure class="timeline"')[1].split("</figure>")[0]
    riga, genk, liege = map(float, re.findall(r'<circle cx="([\d.]*)"', drawn))
    assert riga > genk > liege


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    kit = press_kits.KIT.replace("Open streets", "'</title><script>alert(1)</script>'")
    html = page(tmp_path, {"presskits/open/kit.md": kit})
    assert "<script" not in html


def test_a_kit_whose_figures_are_unknown_is_refused(tmp_path: Path) -> None:
    kit = press_kits.KIT.replace("2024-02-15\n", "2024-02-15\nfigures: [members]\n")
    made = press_kits.made_up(press_kits.write(tmp_path, {"presskits/open/kit.md": kit}))
    assert isinstance(made, Refused)


@pytest.mark.parametrize(("value", "size"), [("34", "value"), ("34 Min.", "value long")])
def test_a_figure_with_its_unit_is_set_small_enough_for_one_line(
    tmp_path: Path, value: str, size: str
) -> None:
    kit = press_kits.KIT.replace("2024-02-15\n", "2024-02-15\nfigures: [wait]\n")
    facts = f"wait: {{value: {value}, as_of: 2024-01-01, source: A survey}}\n"
    html = page(tmp_path, {"presskits/open/kit.md": kit, "facts.yaml": facts})
    assert f'<p class="{size}">{value}</p>' in html


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    made = press_kits.edition(press_kits.write(tmp_path_factory.mktemp("printed"), FULL))
    return press_kits.produced(made).files["presskit.pdf"]


def test_the_printed_kit_can_be_found_one_s_way_in(printed: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(printed))
    pages = [page.extract_text() for page in reader.pages]
    count = len(pages)
    for first_or_last in (pages[0], pages[-1]):
        assert "+33 1 40 64 49 00" in first_or_last
    for number, text in enumerate(pages[1:], 2):
        assert f"Page {number} of {count}" in text
        assert "press@northbridge.example" in text
    outline = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert outline[:2] == ["Key figures", "Why we walk"]
    assert outline[-1] == "Contact"
    assert re.search(r"10\s*Contact\s*" + str(count), pages[1])


def test_the_printed_kit_is_accessible_and_made_to_last(printed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "presskit.pdf"
    file.write_bytes(printed)
    assert verdicts([file]) == {file.name: {"PDF/A-3A": (), "PDF/UA-1": ()}}


def test_the_printed_kit_says_its_title_and_its_language(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as document:
        assert document.Root.Lang == "en"
        assert document.docinfo["/Title"] == "Open streets – Press kit"


def test_the_printed_kit_says_the_day_of_the_kit_and_not_today(printed: bytes) -> None:
    created = pypdf.PdfReader(io.BytesIO(printed)).metadata
    assert created is not None
    assert created.creation_date is not None
    assert created.creation_date.date() == dt.date(2024, 2, 15)
