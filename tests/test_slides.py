"""The deck: one idea a slide, one page a slide, the same facts in both files."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image

from pipeline.errors import Level
from tests import decks
from tests.judges import converted, verdicts

LONG = "A sentence that goes on, and on, and on, for those in the last row of a large hall. " * 22
CITIES = "\n".join(f"- City {number}" for number in range(1, 41))
EVERYTHING = f"""
# Part one

# 1,200 members, 17 countries

- Belgium
- France

# Ferries

250 boats

# Costs

| Town | Budget |
|---|---:|
| Genoa | 1,200 |
| Split | 2,400 |

# Roles

| Town | Topic | Since |
|---|---|---|
| Genoa | Quays | 2019 |

# A voice

> “We listened first.”
> – Ana Babić, Mayor of Split

# Ways

- **Know**: study a question
- **Meet**: bring peers together

# Steps

1. Look
2. Write
3. Decide

# Both

A paragraph with a [link](https://www.example.org/a).

- one
- two

# A picture

![A quay at dawn](quay.png)

# Quays

![A quay at dawn](quay.png)

- one
- two

Note: Say **this** aloud.

# Many

{CITIES}
"""
SERIES = """
- {id: s-1, title: Days, start: 1989, place: Genoa, series: days}
- {id: s-2, title: Days, start: 2000-05-01, place: Split, series: days}
- {id: s-3, title: Days, start: 2031-05-01, place: Kiel, series: days}
- {id: later, title: Assembly, start: 2032-05-01, place: Brest, audience: members}
"""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> decks.Made:
    return decks.make(decks.sources(tmp_path_factory.mktemp("all"), EVERYTHING, agenda=SERIES))


def layouts(folder: Path, body: str) -> list[tuple[str, str]]:
    made = decks.set_in_frames(decks.sources(folder, body))
    return [(frame.layout, frame.part) for frame in made.frames]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_specimen_is_a_deck_in_each_language(language: str) -> None:
    made = decks.make(decks.SPECIMEN, language)
    assert len(made.pages) == len(made.frames) == len(made.show.slides)
    assert not [finding for finding in made.findings if finding.code.startswith("P")]


def test_the_layout_follows_from_what_a_slide_holds(everything: decks.Made) -> None:
    told = [frame.layout for frame in everything.frames]
    assert told[:4] == ["cover", "section", "figure", "figure"]
    assert told[4:10] == ["chart", "table", "quotation", "terms", "list", "text"]
    assert told[10:12] == ["picture", "picture"]
    assert told[-1] == "contact"


def test_a_slide_that_is_not_translated_is_laid_out_like_the_others(tmp_path: Path) -> None:
    body = "# A voice\n\n> We listened.\n>\n> – Ana Babić, Mayor\n\n# Steps\n\n1. Look\n2. Write\n"
    folder = decks.sources(tmp_path, body)
    house = folder / "organisation.yaml"
    house.write_text(house.read_text("utf-8").replace(": omit", ": fallback"), encoding="utf-8")
    french, english = decks.make(folder, "fr"), decks.make(folder)
    assert [f.layout for f in french.frames] == [f.layout for f in english.frames]
    assert {f.language for f in french.frames} == {"", "en"}
    assert len(french.pages) == len(english.pages)


def test_a_quotation_among_other_words_stays_on_its_slide(tmp_path: Path) -> None:
    body = "# A voice\n\nThey came.\n\n> We listened.\n>\n> – Ana Babić, Mayor\n"
    made = decks.make(decks.sources(tmp_path, body))
    assert not [finding for finding in made.findings if finding.code == "P110"]
    assert len(made.pages) == len(made.frames)


def test_a_slide_is_a_page(everything: decks.Made) -> None:
    assert not [f for f in everything.findings if f.code == "P110"]
    assert len(everything.pages) == len(everything.frames) == len(everything.show.slides)
    for page, frame in zip(everything.pages, everything.frames, strict=True):
        first = frame.figures[0].value if frame.figures else frame.title.plain.split()[0]
        assert first in page


def test_both_files_say_the_same(everything: decks.Made) -> None:
    def told(text: str) -> set[str]:
        return set(re.findall(r"\w[\w.,]*\w|\d", text))

    for page, slide in zip(everything.pages, everything.show.slides, strict=True):
        in_pdf, in_pptx = told(page), told(" ".join(decks.words(slide)))
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        numbers = {f"{v:,.0f}" for chart in charts for v in chart.plots[0].series[0].values}
        heads = {"Town", "Budget"} if charts else set()
        marks = {"1", "2", "3"}
        assert in_pdf - heads - marks <= in_pptx | numbers


def test_the_title_slide_is_made_of_the_front_matter(everything: decks.Made) -> None:
    first = everything.pages[0]
    house = everything.edition.organisation.name.plain
    assert "Harbour towns" in first
    assert house in first.replace("\n", " ")
    assert "1 May 2025" in first


def test_the_longest_word_of_a_title_stands_on_one_line(tmp_path: Path) -> None:
    folder = decks.sources(tmp_path, "")
    path = folder / "slides" / "harbours.md"
    long = "Bund der Hafenverkehrsordnungsgenossenschaften in Stadt und Land"
    path.write_text(path.read_text("utf-8").replace("Harbour towns", long), encoding="utf-8")
    lines = decks.make(folder).pages[0].splitlines()
    assert any("Hafenverkehrsordnungsgenossenschaften" in line for line in lines), lines


def test_forty_items_go_on_over_slides_with_the_same_title(tmp_path: Path) -> None:
    made = decks.set_in_frames(decks.sources(tmp_path, f"# Many\n\n{CITIES}\n"))
    many = [frame for frame in made.frames if frame.title.plain == "Many"]
    assert [frame.part for frame in many] == ["1/4", "2/4", "3/4", "4/4"]
    assert [len(frame.items) for frame in many] == [10, 10, 10, 10]
    assert [item for frame in many for item in frame.items] == [f"City {n}" for n in range(1, 41)]


@pytest.mark.parametrize("title", ["40 %", "40\u00a0%", "€ 40", "2019"])
def test_a_share_in_a_heading_is_told_with_the_words_below_it(tmp_path: Path, title: str) -> None:
    made = decks.set_in_frames(decks.sources(tmp_path, f"# {title}\n\nof the quays are paved.\n"))
    figures = [figure for frame in made.frames for figure in frame.figures]
    if "%" not in title:
        assert figures == []
        return
    (figure,) = figures
    assert (figure.value.replace("\u00a0", " "), figure.words) == (
        "40 %",
        "of the quays are paved.",
    )


@pytest.mark.parametrize("rule", ["\n---\n", "\n***\n", "---\n", "\n---\n\nNote: slowly\n"])
def test_a_line_that_parts_slides_elsewhere_is_not_printed(tmp_path: Path, rule: str) -> None:
    body = f"\n---\n\n# One\n\n- a quay\n{rule}\n# Two\n\n- a ferry\n{rule}"
    plain = "# One\n\n- a quay\n\n# Two\n\n- a ferry\n"
    made = decks.set_in_frames(decks.sources(tmp_path / "parted", body))
    bare = decks.set_in_frames(decks.sources(tmp_path / "bare", plain))
    assert [(f.layout, f.items) for f in made.frames] == [(f.layout, f.items) for f in bare.frames]
    assert not made.findings


@pytest.mark.parametrize(
    ("words", "layout"),
    [("3 and 4 December 2026", "statement"), ("3 May", "statement"), ("12 decades", "figure")],
)
def test_a_day_is_no_figure(tmp_path: Path, words: str, layout: str) -> None:
    assert layouts(tmp_path, f"# Join us\n\n{words}\n")[1][0] == layout


def test_a_numbered_list_goes_on_counting(tmp_path: Path) -> None:
    steps = "\n".join(f"{n}. Step {n} is told in more words than fit a column" for n in range(1, 9))
    made = decks.set_in_frames(decks.sources(tmp_path, f"# Steps\n\n{steps}\n"))
    assert [frame.start for frame in made.frames if frame.items and frame.start] == [1, 5]


def test_a_slide_that_holds_too_much_is_told_by_file_and_line(tmp_path: Path) -> None:
    made = decks.make(decks.sources(tmp_path, f"# Fine\n\nYes.\n\n# Full\n\n{LONG}\n"))
    (finding,) = [finding for finding in made.findings if finding.code == "P110"]
    assert str(finding.location) == "sources/slides/harbours.md:9:1"
    assert finding.level is Level.WARNING
    assert LONG.split()[-1] in made.pages[3].split()


def test_many_long_topics_take_as_many_slides_as_they_need(tmp_path: Path) -> None:
    folder = decks.sources(tmp_path, "# Fine\n\nYes.\n")
    for number in range(1, 15):
        chapter = folder / "manifesto" / "2025" / f"{number:02}-long.md"
        title = f"Demand {number}: the foundations of harbour planning, and safety of supply inland"
        chapter.write_text(f"---\ntitle: '{title}'\n---\n", encoding="utf-8")
    made = decks.make(folder)
    assert len(made.pages) == len(made.frames)
    assert sum(len(frame.items) for frame in made.frames if frame.layout == "topics") == 17


def test_the_credit_of_a_broad_picture_stands_where_the_words_do(tmp_path: Path) -> None:
    folder = decks.sources(tmp_path, "# The quay\n\n![](quay.png)\n")
    Image.new("RGB", (1200, 200), "navy").save(folder / "images" / "quay.png")
    made = decks.set_in_frames(folder)
    assert [frame.credit_box[0] for frame in made.frames if frame.picture] == [54]


def test_a_wrong_guess_is_set_smaller_and_fits(tmp_path: Path) -> None:
    wide = "\n".join("- " + "WWWW MMMM " * 9 for _ in range(4))
    made = decks.make(decks.sources(tmp_path, f"# Wide\n\n{wide}\n"))
    assert not [finding for finding in made.findings if finding.code == "P110"]
    assert len(made.pages) == len(made.frames)


def test_no_words_are_smaller_than_24_points_but_in_the_foot(everything: decks.Made) -> None:
    for number, frame in enumerate(everything.frames, 1):
        credit = {12} if frame.picture else set()
        assert min(decks.sizes(everything.files["slides.pdf"], number) - credit) >= 24, number


def test_the_same_sources_give_the_same_bytes(everything: decks.Made, tmp_path: Path) -> None:
    again = decks.make(decks.sources(tmp_path, EVERYTHING, agenda=SERIES))
    assert again.files == everything.files


def test_everything_is_accessible(everything: decks.Made, tmp_path: Path) -> None:
    path = tmp_path / "slides.pdf"
    path.write_bytes(everything.files["slides.pdf"])
    assert verdicts([path]) == {path.name: {"PDF/A-3A": (), "PDF/UA-1": ()}}
    outline = [entry["/Title"] for entry in pypdf.PdfReader(path).outline]
    assert len(outline) == len(everything.frames)


def test_pages_are_sixteen_by_nine(everything: decks.Made) -> None:
    with pikepdf.open(io.BytesIO(everything.files["slides.pdf"])) as file:
        boxes = {tuple(round(float(edge)) for edge in page.mediabox) for page in file.pages}
    assert boxes == {(0, 0, 960, 540)}


def test_a_deck_may_be_nothing_but_a_title(tmp_path: Path) -> None:
    folder = decks.sources(tmp_path, "")
    for name in ("manifesto", "agenda.yaml", "contacts.yaml", "releases", "presskits", "news"):
        path = folder / name
        if path.is_dir():
            __import__("shutil").rmtree(path)
        else:
            path.unlink()
    made = decks.make(folder)
    assert len(made.pages) == len(made.show.slides)
    assert "Harbour towns" in made.pages[0]


def test_a_series_is_drawn_where_an_empty_slide_asks_for_it(tmp_path: Path) -> None:
    made = decks.make(decks.sources(tmp_path, "# Previous editions\n\n# End\n", agenda=SERIES))
    told = [frame.layout for frame in made.frames]
    assert told[1:3] == ["timeline", "section"]
    dots = made.frames[1].line
    assert dots is not None
    places = [dot.at for dot in dots.dots]
    assert places[0] == 0
    assert places[-1] == dots.end
    # Eleven of the forty-two years.
    assert places[1] / dots.end == pytest.approx(11.33 / 42.33, abs=0.002)
    assert "Genoa" in made.pages[1]


def test_what_is_upcoming_stands_before_the_contact(tmp_path: Path) -> None:
    folder = decks.sources(tmp_path, "# One\n\nYes.\n", agenda=SERIES)
    made = decks.make(folder)
    assert [frame.layout for frame in made.frames][-2:] == ["agenda", "contact"]
    assert "Assembly, Brest · members only" in made.pages[-2].replace("\n", " ")
    later = decks.set_in_frames(folder, now=dt.datetime(2033, 1, 1, tzinfo=dt.UTC))
    assert "agenda" not in [frame.layout for frame in later.frames]


def test_dates_of_many_words_take_as_many_slides_as_they_need(tmp_path: Path) -> None:
    title = "Fachtagung zu den Donaudampfschifffahrtsgesellschaftskapitänsarchivbeständen"
    agenda = "".join(
        f"- {{id: e-{n}, title: {title}, start: 2032-0{n}-02, end: 2032-0{n}-13, place: Split}}\n"
        for n in (2, 3, 4, 5)
    )
    for told, slides in ((agenda, 2), (agenda.replace(title, "Tagung"), 1)):
        made = decks.make(decks.sources(tmp_path / str(slides), "# One\n\nYes.\n", agenda=told))
        drawn = [frame for frame in made.frames if frame.layout == "agenda"]
        assert len(drawn) == slides
        assert len({frame.step for frame in drawn}) == 1
        assert [one for one in made.findings if one.code == "P110"] == []


def test_dates_are_dealt_evenly(tmp_path: Path) -> None:
    agenda = "".join(
        f"- {{id: e-{n}, title: Tagung, start: 2032-02-{n:02}, place: Split}}\n"
        for n in range(1, 9)
    )
    made = decks.make(decks.sources(tmp_path, "# One\n\nYes.\n", agenda=agenda))
    drawn = [frame.events for frame in made.frames if frame.layout == "agenda"]
    assert [len(events) for events in drawn] == [4, 4]
    assert [event.start.first.day for events in drawn for event in events] == list(range(1, 9))


def test_a_writer_who_says_where_to_find_us_has_the_last_slide(tmp_path: Path) -> None:
    body = "# Meet us\n\n- {{ contacts.press.email }}\n- Come by\n"
    made = decks.set_in_frames(decks.sources(tmp_path, body))
    assert [frame.title.plain for frame in made.frames if frame.layout == "contact"] == ["Meet us"]


def test_an_office_shows_every_slide(everything: decks.Made, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(everything.files["slides.pptx"])
    shown = pypdf.PdfReader(converted(path, tmp_path)).pages
    assert len(shown) == len(everything.frames)
    for page, slide in zip(shown, everything.show.slides, strict=True):
        letters = re.sub(r"\s", "", page.extract_text())
        for told in decks.words(slide):
            for word in told.split():
                assert word in letters


def test_days_too_long_for_their_column_part_at_no_dash(tmp_path: Path) -> None:
    agenda = "- {id: a, title: Feria, start: 2032-12-15, end: 2032-12-16, place: Cádiz}\n"
    folder = decks.sources(tmp_path, "# One\n\nYes.\n", agenda=agenda)
    house = "name: Puertos\nshort_name: P\nlanguages: [es]\ntimezone: Europe/Madrid\n"
    (folder / "organisation.yaml").write_text(house, encoding="utf-8")
    for other in ("facts", "contacts", "images", "names"):
        (folder / f"{other}.yaml").unlink(missing_ok=True)
    [page] = [page for page in decks.make(folder, "es").pages if "Feria" in page]
    lines = [line.strip() for line in page.replace("\xa0", " ").split("\n")]
    assert [line for line in lines if "diciembre" in line or "2032" in line] == [
        "15–16 de diciembre",
        "de 2032",
    ]


@pytest.mark.parametrize(
    "label",
    [
        *("Note:", "Notes :", "**Note:**", "**Note**:", "*Note:*", "Speaker notes:", "Nota:"),
        *("Anmerkung:", "Notiz:", "Σημείωση:", "Бележка:", "Poznámka:", "Notatka:", "Jegyzet:"),
        *("Anteckning:", "Muistiinpano:", "Примітка:", "ملاحظة:", "הערה:"),
    ],
)
def test_a_note_is_known_in_every_language_and_not_shown(tmp_path: Path, label: str) -> None:
    made = decks.set_in_frames(decks.sources(tmp_path, f"# One\n\nYes.\n\n{label} For me.\n"))
    [one] = [frame for frame in made.frames if frame.title.plain == "One"]
    assert one.notes.plain == "For me."
    assert "For me" not in one.body


def test_a_note_that_is_bold_throughout_is_one_too(tmp_path: Path) -> None:
    made = decks.set_in_frames(decks.sources(tmp_path, "# One\n\nYes.\n\n**Note: For me.**\n"))
    [one] = [frame for frame in made.frames if frame.title.plain == "One"]
    assert one.notes.html == "<p><strong>For me.</strong></p>"


@pytest.mark.parametrize("size", [(1, 900), (2000, 2)])
def test_a_rule_that_was_drawn_as_a_picture_makes_a_slide(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = decks.sources(tmp_path, "# One\n\n![A rule](quay.png)\n")
    Image.new("RGB", size).save(folder / "images" / "quay.png")
    made = decks.make(folder)
    assert [finding.code for finding in made.findings if finding.level is Level.ERROR] == []
    assert set(made.files) == {"slides.pdf", "slides.pptx"}
