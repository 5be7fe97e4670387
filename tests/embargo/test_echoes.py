"""Who tells on a held text is refused at its own line; who shares a sentence with it is warned."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from pipeline.corpus import reading
from pipeline.embargo import lock
from tests.desks import NOW, SMALL, Built, build, edit, read, write

TITLE = "Harbours will share one register of nets"
LEDE = "Every harbour of the coast will count its nets on the first of each month"
BODY = "The register was begun by two towns and a school of fishing on the west coast"
HELD = f"""\
---
title: {TITLE}
date: 2025-06-09
embargo: 2025-07-01T09:00
standfirst: {LEDE}.
---
{BODY}.
"""
TELLS = "sources/news/2025-05-20-tells.md:6:1"


def told_in(sources: Path, words: str, *, date: str = "2025-05-20", name: str = "nets") -> Built:
    """A letter with a story that says *words*, while a release of that name is held."""
    write(sources, f"releases/{name}.md", HELD)
    write(sources, "newsletters/2025-06.md", "---\ndate: 2025-06-09\nsubject: June\n---\nHello.\n")
    story = f"---\ntitle: Tells\ndate: {date}\n---\nSoon.\n{words}.\n"
    write(sources, "news/2025-05-20-tells.md", story)
    return build(sources, "newsletter", languages=("en",))


@pytest.mark.parametrize("words", [TITLE, TITLE.upper(), LEDE, f"we hear that {LEDE[10:70]}"])
def test_its_news_in_a_text_of_these_days_is_refused_there(sources: Path, words: str) -> None:
    made = told_in(sources, words)
    assert made.code == 1
    assert f"{TELLS}: error E110 newsletter.txt would say " in made.said
    assert f"newsletter 2025-06 en  refused: E110 {TELLS}" in made.lines
    assert "releases/nets" not in made.said


@pytest.mark.parametrize("words", [TITLE, LEDE, BODY])
def test_what_an_older_text_has_said_is_no_news(sources: Path, words: str) -> None:
    made = told_in(sources, words, date="2025-05-09")
    assert "E11" not in made.said


@pytest.mark.parametrize(
    ("date", "words", "is_said", "told"),
    [
        ("2025-05-05", BODY, False, 0),
        ("2025-05-05", LEDE, False, 0),
        ("2025-06-08", BODY, False, 1),
        ("2025-06-08", LEDE, True, 0),
    ],
)
def test_a_row_in_an_address_is_as_new_as_the_text_that_links_to_it(
    sources: Path, date: str, words: str, is_said: bool, told: int
) -> None:
    write(sources, "releases/nets.md", HELD)
    address = f"https://x.example/page#{words.lower().replace(' ', '-')}"
    text = f"---\ntitle: Older\ndate: {date}\n---\nSee [the page]({address}).\n"
    write(sources, f"news/{date}-older.md", text)
    guard = lock.of(read(sources), NOW, SMALL)
    page = f'<a href="{address}">the page</a>'.encode()
    assert any(guard.leaks("web.html", page)) is is_said
    assert [one.code for one in guard.alike()] == ["E112"] * told
    assert guard.is_said(TITLE)


def test_a_row_that_begins_in_an_address_is_no_news(sources: Path) -> None:
    address = "https://x.example/#count-nets-of-two-towns-by-hand"
    said = f"- [Count nets of two towns by hand]({address})\n- Check the quay\n"
    write(sources, "releases/nets.md", f"{HELD}\n{said}")
    text = f"---\ntitle: Older\ndate: 2025-05-05\n---\n- [Counting]({address})\n- Check it\n"
    write(sources, "news/2025-05-05-older.md", text)
    guard = lock.of(read(sources), NOW, SMALL)
    assert not guard.is_said(f"- Counting <{address}>\n- Check it")
    assert guard.is_said(BODY)


WHOLE = """\
Twelve ports of the north have nine hundred berths, and every third one stands empty in winter.

Mayors of the coast want to open them to boats from other towns at half the price from the first \
of October on, which the council decides in September.

Who lives on a boat keeps the berth and pays no more than before for it, says the treasurer.
"""


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("releases/2025-06-09-berths.md", "title: Report\ndate: 2025-06-09"),
        ("slides/berths.md", "title: Deck\ndate: 2024-01-01"),
    ],
)
def test_who_says_most_of_it_is_refused_whatever_it_is_called(
    sources: Path, name: str, head: str
) -> None:
    """A draft that nobody gave an hour was printed whole, with a warning."""
    held = HELD.replace(TITLE, "Report").replace(f"standfirst: {LEDE}.\n", "").replace(BODY, WHOLE)
    write(sources, "releases/2025-06-09-report.md", held)
    write(sources, name, f"---\n{head}\n---\n# Hello\n\n{WHOLE.replace('winter', 'spring')}")
    story = f"---\ntitle: Other\ndate: 2025-06-08\n---\nX.\n\n{WHOLE.splitlines()[-1]}\n"
    write(sources, "releases/2025-06-08-other.md", story)
    made = build(sources, languages=("en",))
    assert f"sources/{name}:9:1: error E110 " in made.said
    assert not [file for file in made.files.values() if "half the price" in file]
    # Who has one sentence of it is told, as ever.
    assert "release 2025-06-08-other en  made" in made.said


def test_what_was_told_before_it_or_ends_like_it_repeats_it_not(sources: Path) -> None:
    held = HELD.replace(TITLE, "Report").replace(f"standfirst: {LEDE}.\n", "").replace(BODY, WHOLE)
    write(sources, "releases/2025-06-09-report.md", held)
    head = "---\ntitle: Other\ndate: {}\n---\nHello to all of you.\n\n"
    write(sources, "releases/2025-06-08-a.md", head.format("2025-06-08") + WHOLE)
    ends = WHOLE.partition("\n\n")[2]
    write(sources, "releases/2025-06-09-b.md", head.format("2025-06-09") + ends)
    made = build(sources, "release", languages=("en",), edition="2025-06-08-a")
    assert (made.code, "E110" in made.said, "warning E112 " in made.said) == (0, False, True)
    (sources / "releases/2025-06-08-a.md").unlink()
    made = build(sources, "release", languages=("en",), edition="2025-06-09-b")
    assert (made.code, "E110" in made.said, "warning E112 " in made.said) == (0, False, True)


AHEAD = "2025-08-20"
"""The day on which a release is to go out: it stands in its file long before."""


def ahead(held: str) -> str:
    return held.replace("2025-06-09\nembargo: 2025-07-01", f"{AHEAD}\nembargo: {AHEAD}")


@pytest.mark.parametrize("day", ["2025-05-20", "2025-06-09"])
def test_what_is_dated_ahead_has_been_told_by_nobody_of_these_days(sources: Path, day: str) -> None:
    told_in(sources, TITLE, date=day)
    write(sources, "releases/nets.md", ahead(HELD))
    made = build(sources, "newsletter", languages=("en",))
    assert "newsletter 2025-06 en  refused: E110" in made.said
    assert not [name for name, text in made.files.items() if TITLE in text]


def test_a_draft_of_these_days_of_what_is_dated_ahead_is_refused(sources: Path) -> None:
    held = HELD.replace(TITLE, "Report").replace(f"standfirst: {LEDE}.\n", "").replace(BODY, WHOLE)
    write(sources, "releases/report.md", ahead(held))
    head = "---\ntitle: Other\ndate: {}\n---\nHello to all of you.\n\n"
    write(sources, "releases/draft.md", head.format("2025-06-02") + WHOLE)
    made = build(sources, "release", languages=("en",), edition="draft")
    assert "sources/releases/draft.md:11:1: error E110 " in made.said
    edit(sources, "releases/draft.md", "2025-06-02", "2025-04-02")
    assert "E110" not in build(sources, "release", languages=("en",), edition="draft").said


def test_what_is_near_to_something_dated_ahead_is_another_tomorrow(sources: Path) -> None:
    """A row that a text has told a month ago is told as long as that is, and no build longer."""
    story = f"---\ntitle: Tells\ndate: 2025-05-20\n---\n{BODY}.\n"
    write(sources, "releases/nets.md", ahead(HELD))
    write(sources, "news/2025-05-20-tells.md", story)
    assert "E112" in build(sources, "newsletter").said
    late = NOW + dt.timedelta(days=14)
    warm = build(sources, "newsletter", now=late).said
    assert "E112" not in warm


def test_slides_are_written_on_and_keep_their_date(sources: Path) -> None:
    write(sources, "releases/nets.md", HELD)
    write(sources, "slides/old.md", f"---\ntitle: D\ndate: 2024-01-01\n---\n# News\n\n{TITLE}\n")
    made = build(sources, "slides", edition="old", languages=("en",))
    assert "sources/slides/old.md:7:1: error E110 " in made.said


def test_how_the_house_is_reached_is_no_news_in_whatever_order(sources: Path) -> None:
    reached = "Write to desk@harbours.example, +351 21 234 56 79, press@harbours.example"
    write(sources, "releases/nets.md", HELD.replace(BODY, reached))
    guard = lock.of(read(sources), NOW, SMALL)
    said = reached.replace("Write to", "By mail:").encode()
    assert list(guard.leaks("page.txt", said)) == []


def test_what_the_house_says_always_is_no_news(sources: Path) -> None:
    write(sources, "boilerplate/nets.md", f"{LEDE}.\n")
    edit(sources, "news/2025-03-03-first-tide.md", "\n---\n", f"\n---\n{LEDE}.\n\n")
    event = f"- id: x\n  title: {TITLE}\n  start: 2025-06-20\n"
    write(sources, "agenda.yaml", event.replace("2025", "2024"))
    made = told_in(sources, f"{TITLE}. {LEDE}")
    assert "E11" not in made.said


UNDATED = {
    "contacts.yaml": ("en: Press officer", f"en: {TITLE}"),
    "facts.yaml": ("en: HTN register", f"en: {TITLE}"),
    "images.yaml": ("en: A quay at dawn", f"en: {TITLE}"),
    "names.yaml": ("en: Towns Improving Defences", f"en: {TITLE}"),
    "boilerplate/short.md": ("joins", f"joins. {TITLE}:"),
}


@pytest.mark.parametrize("name", UNDATED)
def test_a_title_that_stands_where_no_day_does_is_told(sources: Path, name: str) -> None:
    edit(sources, name, *UNDATED[name])
    [line] = [one for one in told_in(sources, TITLE).lines if "E112" in one]
    assert line.startswith(f"sources/{name}:")
    assert ": warning E112 words of a text stand here that is under embargo" in line
    assert f"; and at {TELLS[:-2]}" in line


def test_an_event_of_these_days_is_told_and_stops_nothing(sources: Path) -> None:
    event = f"- id: x\n  title: 'Press meeting: {TITLE}'\n  start: 2025-06-20\n"
    write(sources, "agenda.yaml", event)
    made = told_in(sources, "Hello")
    assert "newsletter 2025-06 en  made" in made.said
    assert "sources/agenda.yaml:2:11: warning E112 " in made.said


def test_an_event_and_its_place_may_stand_beside_each_other(sources: Path) -> None:
    write(sources, "releases/2025-06-09-general-assembly-norhavn.md", HELD)
    event = "- id: x\n  title: Our General Assembly\n  place: Norhavn\n  start: 2025-06-20\n"
    write(sources, "agenda.yaml", "[]\n")
    said = "Our General Assembly\nNorhavn"
    assert lock.of(read(sources), NOW, SMALL).is_said(said)
    write(sources, "agenda.yaml", event)
    assert not lock.of(read(sources), NOW, SMALL).is_said(said)


def test_a_long_name_of_the_house_tells_nothing(sources: Path) -> None:
    name = "Northern Federation of Harbour Towns and Fishing Schools"
    house = (sources / "organisation.yaml").read_text("utf-8")
    write(sources, "organisation.yaml", f"name: {name}\n{house[house.index('short_name') :]}")
    said = "the {{ organisation.name }} ({{ organisation.short_name }})"
    write(sources, "releases/nets.md", HELD.replace(BODY, f"{BODY}, says {said}"))
    write(sources, "boilerplate/short.md", f"For thirty years {said} has spoken for fishermen.\n")
    assert "E112" not in build(sources, "newsletter").said


def test_a_sentence_in_common_is_told_and_stops_nothing(sources: Path) -> None:
    made = told_in(sources, BODY)
    assert "newsletter 2025-06 en  made" in made.said
    assert f"{TELLS}: warning E112 words of a text stand here that is under" in made.said
    assert made.said.count("E112") == 1
    assert "E112" not in build(sources, "newsletter", now=NOW.replace(month=8)).said


def test_sentences_in_common_are_told_in_one_line(sources: Path) -> None:
    for day in range(21, 26):
        text = f"---\ntitle: Tells\ndate: 2025-05-{day}\n---\n{BODY}.\n"
        write(sources, f"news/2025-05-{day}-tells.md", text)
    made = told_in(sources, BODY)
    assert made.said.count("E112") == 1
    first = "news/2025-05-20-tells.md:6:1: warning E112 "
    rest = ", ".join(f"sources/news/2025-05-{day}-tells.md:5" for day in (21, 22, 23))
    assert first in made.said
    assert f"until 2025-07-01T09:00:00+01:00; and at {rest}, 2 more\n" in made.said


def test_a_sentence_that_the_house_says_always_is_not_even_told(sources: Path) -> None:
    write(sources, "boilerplate/nets.md", f"{BODY}.\n")
    write(sources, "slides/nets.md", f"---\ntitle: Nets\n---\n# Nets\n\n{BODY}.\n")
    edit(sources, "news/2025-03-03-first-tide.md", "\n---\n", f"\n---\n{BODY}.\n\n")
    assert "E11" not in told_in(sources, BODY).said


@pytest.mark.parametrize("name", ["boilerplate/nets.md", "boilerplate/short.md", "facts.yaml"])
def test_a_sentence_of_which_nobody_knows_since_when_it_is_said_is_told(
    sources: Path, name: str
) -> None:
    path = sources / name
    before = path.read_text("utf-8") if path.exists() else ""
    said = f"nets: {{value: 4, source: '{BODY}'}}" if name == "facts.yaml" else f"\n{BODY}."
    write(sources, name, f"{before}{said}\n")
    made = told_in(sources, "Hello")
    assert f"sources/{name}:" in made.said
    assert made.said.count("warning E112 words of a text stand here that is under embargo") == 1


def test_what_stands_on_every_page_is_not_even_told(sources: Path, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(SMALL, tmp_path / "templates"))
    write(templates, "newsletter/imprint.txt", f"{BODY}. {TITLE}.\n")
    told_in(sources, f"{BODY}. {TITLE}")
    made = build(sources, "newsletter", languages=("en",), templates=templates)
    assert "E11" not in made.said


def test_few_words_are_anybodys(sources: Path) -> None:
    assert "E11" not in told_in(sources, "one register of nets, on the first of each month").said


LINK = "[this](https://www.harbours.example/releases/net-register)"


@pytest.mark.parametrize(
    "words",
    [LINK, "<https://x.example/net-register.html>", "https://x.example/?to=%2Fnet-register%2F"],
)
def test_an_address_with_the_name_of_its_file_is_refused(sources: Path, words: str) -> None:
    made = told_in(sources, f"See {words}", name="net-register")
    assert f"newsletter 2025-06 en  refused: E110 {TELLS}" in made.said
    assert "E11" not in told_in(sources, f"Our net register. {words}", name="net-register").said


def test_an_address_without_the_date_of_its_file_is_refused(sources: Path) -> None:
    made = told_in(sources, f"See {LINK}", name="2025-06-09-net-register")
    assert "newsletter 2025-06 en  refused: E110" in made.said


def test_an_address_that_an_older_file_of_that_name_has_is_its_own(sources: Path) -> None:
    older = "---\ntitle: Nets\ndate: 2024-06-09\n---\nNets.\n"
    write(sources, "releases/2024-06-09-net-register.md", older)
    made = told_in(sources, f"See {LINK}", name="2025-06-09-net-register")
    assert "E11" not in made.said


def test_a_picture_that_a_free_text_shows_may_be_named_and_described(sources: Path) -> None:
    described = (
        "  alt: The old harbour at dawn with all of its boats in a row\n"
        "  credit: Norhavn\n  licence: CC0-1.0\n"
    )
    with (sources / "images.yaml").open("a") as file:
        file.write(f"old-harbour.png:\n{described}")
    shutil.copy(sources / "images/quay.png", sources / "images/old-harbour.png")
    write(sources, "slides/old.md", "---\ntitle: Old\n---\n# Old\n\n![](old-harbour.png)\n")
    held = HELD.replace("date:", "image: old-harbour.png\ndate:").replace("standfirst", "place")
    write(sources, "news/2025-06-09-old.md", held)
    made = build(sources, "slides", edition="old", languages=("en",))
    assert "slides old en  made" in made.said
    assert "E11" not in made.said


def test_the_page_of_an_event_may_be_called_like_a_dated_file(sources: Path) -> None:
    page = "https://x.example/net-register"
    event = f"- id: x\n  title: Count\n  start: 2025-06-20\n  link: {page}\n  link_text: More\n"
    write(sources, "agenda.yaml", event)
    path = write(sources, "releases/2025-06-09-net-register.md", HELD)
    assert not lock.of(read(sources), NOW, SMALL).is_said(page)
    path.rename(path.with_name("net-register.md"))
    assert lock.of(read(sources), NOW, SMALL).is_said(page)


# Titles of few words ------------------------------------------------------------------------

NAMED = HELD.replace(TITLE, "{}").replace("standfirst: " + LEDE + ".\n", "")


def named_in(sources: Path, title: str, words: str, **story: str) -> Built:
    write(sources, "releases/nets.md", NAMED.format(title))
    write(sources, "newsletters/2025-06.md", "---\ndate: 2025-06-09\nsubject: June\n---\nHello.\n")
    date = story.get("date", "2025-05-20")
    write(sources, "news/2025-05-20-tells.md", f"---\ntitle: T\ndate: {date}\n---\n{words}.\n")
    return build(sources, "newsletter", languages=("en",))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Zero Waste Vienna", "We look forward to Zero Waste Vienna"),
        ("Zero Waste Vienna", "We look forward to ZERO WASTE VIENNA"),
        ("Plastic Pledge", "Plastic Pledge, in a month"),
        ("Quays for Everybody", "Here come *Quays* for **Everybody**"),
    ],
)
def test_a_title_of_few_words_with_its_capitals_is_refused(
    sources: Path, title: str, words: str
) -> None:
    made = named_in(sources, title, words)
    assert made.code == 1
    assert "sources/news/2025-05-20-tells.md:5:1: error E110 newsletter.txt would say" in made.said


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Annual General Meeting", "Our Annual General Meeting went well"),
        ("Save the date", "Save the date"),
        ("Rapport annuel", "Rapport annuel"),
        ("Topics covered", "Topics covered"),
    ],
)
def test_a_title_that_many_texts_have_is_told_and_stops_nothing(
    sources: Path, title: str, words: str
) -> None:
    made = named_in(sources, title, words)
    assert "newsletter 2025-06 en  made" in made.said
    assert "sources/news/2025-05-20-tells.md:5:1: warning E112" in made.said


def test_a_title_of_few_words_without_its_capitals_is_anybodys(sources: Path) -> None:
    assert "E11" not in named_in(sources, "Zero Waste Vienna", "Zero waste in vienna").said
    assert "E11" not in named_in(sources, "Zero Waste Vienna", "zero waste vienna").said
    said = "Since 2019, Zero Waste Vienna"
    assert "E11" not in named_in(sources, "Zero Waste Vienna", said, date="2025-05-01").said


def test_what_three_texts_call_so_or_an_agenda_announces_is_common_talk(sources: Path) -> None:
    for day in (21, 22):
        text = f"---\ntitle: T\ndate: 2025-05-{day}\n---\nSee you at Zero Waste Vienna.\n"
        write(sources, f"news/2025-05-{day}-tells.md", text)
    made = named_in(sources, "Zero Waste Vienna", "At Zero Waste Vienna")
    assert "newsletter 2025-06 en  made" in made.said
    assert "warning E112" in made.said
    (sources / "news/2025-05-21-tells.md").unlink()
    assert "newsletter 2025-06 en  refused: E110" in build(sources, "newsletter").said
    event = "- id: x\n  title: Zero Waste Vienna\n  start: 2025-06-20\n"
    write(sources, "agenda.yaml", event)
    assert "newsletter 2025-06 en  made" in build(sources, "newsletter").said


@pytest.mark.parametrize("date", ["2025-05-20", "2025-05-01"])
def test_a_caption_tells_like_the_text_that_shows_it(sources: Path, date: str) -> None:
    described = f"  alt: Boats\n  caption: {TITLE}.\n  credit: Norhavn\n  licence: CC0-1.0\n"
    with (sources / "images.yaml").open("a") as file:
        file.write(f"old-harbour.png:\n{described}")
    shutil.copy(sources / "images/quay.png", sources / "images/old-harbour.png")
    told_in(sources, "![Boats](old-harbour.png)", date=date)
    # What an older text shows with these words was said before.
    assert lock.of(read(sources), NOW, SMALL).is_said(TITLE) == (date > "2025-05-09")


def test_a_figure_beside_what_it_counts_is_told_by_its_fact(sources: Path) -> None:
    """A kit that prints its key figures was refused for a held story that is called like one."""
    edit(sources, "facts.yaml", "1200\n", "130\n")
    edit(sources, "facts.yaml", "as_of: 2025-01-15", "as_of: 2025-07-01")
    edit(sources, "facts.yaml", "value: 900", "value: 120")
    for count in ("120", "130"):
        story = HELD.replace(TITLE, f"{count} member towns")
        write(sources, f"news/{count}-member-towns.md", story)
    guard = lock.of(reading.read(sources, now=NOW), NOW, SMALL)
    said = [count for count in (120, 130) if guard.is_said(f"We are {count} member towns")]
    assert said == [130]
