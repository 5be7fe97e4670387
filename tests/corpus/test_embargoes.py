"""A source has one hour for all its languages, whichever of its files names it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path, PurePath

import pytest

from pipeline import hours
from pipeline.embargo import lock
from tests.desks import NOW, build, edit, read, told, write

STORY = "---\ntitle: Nets\ndate: 2025-05-09\n{}---\nNets are mended.\n"
FRENCH = "---\ntitle: Filets\n{}---\nOn répare les filets.\n"
LATE = "embargo: 2025-07-01T09:00+01:00\n"
PAST = "embargo: 2025-06-01T09:00+01:00\n"


def lay(sources: Path, english: str, french: str) -> None:
    write(sources, "news/2025-05-09-nets.md", STORY.format(english))
    write(sources, "news/2025-05-09-nets.fr.md", FRENCH.format(french))


@pytest.mark.parametrize(
    ("english", "french"),
    [(LATE, ""), ("", LATE), (LATE, "embargo:\n"), (LATE, PAST), (PAST, LATE)],
)
def test_the_latest_hour_counts_in_every_language(sources: Path, english: str, french: str) -> None:
    lay(sources, english, french)
    corpus = read(sources)
    assert {path.name for path in hours.held(corpus, NOW)} >= {
        "2025-05-09-nets.md",
        "2025-05-09-nets.fr.md",
    }
    made = build(sources, "newsletter")
    assert not [name for name, text in made.files.items() if "Nets" in text or "Filets" in text]


def test_hours_that_differ_are_told(sources: Path) -> None:
    lay(sources, LATE, PAST)
    [said] = told(sources, "D108")
    assert said.startswith("sources/news/2025-05-09-nets.md:4:1: warning D108 ")
    assert "all of them wait for 2025-07-01T09:00+01:00" in said
    lay(sources, LATE, LATE.replace("09:00+01:00", "08:00Z"))
    assert told(sources, "D108") == []


def test_an_hour_that_cannot_be_read_stops_every_language(sources: Path) -> None:
    lay(sources, "", "embargo: next week\n")
    copies = read(sources).copies.values()
    assert [any(one.id == "2025-05-09-nets" for one in copy.broken) for copy in copies] == [
        True,
        True,
    ]


def test_a_translation_that_cannot_be_read_still_names_the_hour(sources: Path) -> None:
    lay(sources, "", LATE + "title: again\n")
    assert {path.name for path in hours.held(read(sources), NOW)} >= {"2025-05-09-nets.md"}


def test_a_key_without_an_hour_is_told(sources: Path) -> None:
    lay(sources, "embargo:\n", "")
    assert "news/2025-05-09-nets.md:4:1: error D107" in told(sources, "D107")[0]
    lay(sources, "", "")
    assert told(sources, "D107") == []


UNREAD = (
    "embargo:",
    "embargo: ~",
    "embargo: 1 July 2025, 9:00",
    "embargo: 2025-07-01T09h00",
    "embargo: [2025-07-01T09:00]",
    "embargo 2025-07-01T09:00",
    "embargo:2025-07-01T09:00",
    " embargo: 2025-07-01T09:00",
    "Embargo: 2025-07-01T09:00",
    "embargoed_until: 2025-07-01T09:00",
    "embrago: 2025-07-01T09:00",
    "sperrfrist: 2025-07-01T09:00",
    "\tembargo: 2025-07-01T09:00",
)
TOWNS = (
    *("Aveiro", "Brest", "Cadiz", "Delft", "Esbjerg", "Fiume", "Gdynia", "Haifa", "Izmir"),
    *("Kotor", "Liepaja", "Malmo", "Nantes"),
)


def test_an_hour_that_cannot_be_read_never_comes(sources: Path) -> None:
    titles = {typed: f"{town} mends its nets" for typed, town in zip(UNREAD, TOWNS, strict=True)}
    for number, (typed, title) in enumerate(titles.items()):
        held = STORY.format(f"{typed}\n").replace("title: Nets", f"title: {title}")
        write(sources, f"news/2025-05-09-nets{number}.md", held)
        write(sources, f"news/2025-05-09-nets{number}.fr.md", FRENCH.format(""))
        other = f"---\ntitle: Other\ndate: 2025-05-10\n---\nSoon: {title}.\n"
        write(sources, f"releases/2025-05-10-other{number}.md", other)
    made = build(sources)
    assert made.code == 1
    assert "error E111 there are errors in what is under embargo" in made.said
    told = "".join(made.files.values())
    assert [typed for typed, title in titles.items() if title in told] == []


_WORDS = "Nine women of the coast mend the nets"
_TYPED = STORY.format(LATE).replace("Nets are mended", f"{_WORDS} of every boat")
USELESS = {
    "a letter of Windows": _TYPED.encode() + b"Caf\xe9 and \xc3\xa9t\xc3\xa9 of nets.",
    "a sign that nobody sees": _TYPED.encode() + b"A \x01 B.",
    "UTF-16": _TYPED.encode("utf-16"),
    "UTF-16 without its mark": _TYPED.encode("utf-16-be"),
    "UTF-32": _TYPED.encode("utf-32"),
    "too many bytes": _TYPED.encode() + b"A net.\n" * 200_000,
    "two versions": _TYPED.replace(LATE, f"<<<<<<< A\n{PAST}=======\n{LATE}>>>>>>> B\n").encode(),
}


@pytest.mark.parametrize("fault", USELESS)
def test_what_cannot_be_used_as_a_file_waits_all_the_same(sources: Path, fault: str) -> None:
    lay(sources, LATE, PAST)
    (sources / "news/2025-05-09-nets.fr.md").unlink()
    write(sources, "news/2025-05-09-nets.md", USELESS[fault])
    guard = lock.of(read(sources), NOW, None)
    assert "news/2025-05-09-nets" in guard.held
    assert guard.is_said(_WORDS)
    made = build(sources)
    assert "error E111 there are errors in what is under embargo" in made.said
    assert "2025-05-09" not in made.said


HOUR = "2025-07-01T09:00+01:00"
MEANT = (
    *("еmbargo", "embаrgο", "ｅｍｂａｒｇｏ", "émbargo", "em\u00adbargo", "embar\u200bgo"),
    *("enbargo", "embago", "mbargo", "ebmargo", "em-bargo", "sous embargo", "under embargo until"),
    *("εμπάργκο", "spärrtid", "hold until", "not before", "publish_at", "gesperrt bis", "online"),
)


def test_what_is_held_in_other_words_is_told_in_no_language(sources: Path) -> None:
    before = build(sources, out=sources.parent / "before")
    for number, key in enumerate(MEANT):
        for side in (0, 1):
            heads = ("", f"{key}: {HOUR}\n")[:: 1 - 2 * side]
            name = f"news/2025-05-09-nets-{number}-{side}"
            write(sources, f"{name}.md", STORY.format(heads[0]))
            write(sources, f"{name}.fr.md", FRENCH.format(heads[1]))
    made = build(sources)
    assert made.code == 1
    assert "error E111" in made.said
    assert "nets" not in made.said
    assert {n: t for n, t in made.files.items() if "Nets" in t or "Filets" in t} == {}
    assert made.files.keys() == before.files.keys()


@pytest.mark.parametrize("typed", ["draft: true", "status: draft", "confidential: yes"])
def test_a_draft_in_one_language_is_told_in_none(sources: Path, typed: str) -> None:
    lay(sources, "", f"{typed}\n")
    made = build(sources)
    assert made.code == 1
    assert "error E111" in made.said
    assert not [name for name, text in made.files.items() if "Nets" in text]


UNDONE = (
    *("draft: true", "draft:", "hold: yes", "private: 'true'", "brouillon: oui", "is_draft: y"),
    *("published: false", "Publish: No", "status: draft", "post_status: Pending review"),
    *("visibility: private", "publishDate: 2025-07-01", "go-live: 2025-07-01"),
    *("active: false", "ready: no", "Approved: 'No'", "enabled: off", "hidden: true", "final: no"),
    *("approved: not yet", "freigegeben: nein", "validé: non", "scheduled: true"),
    *("draft: 2", "draft: first", "publish: later", "publish:", "publish: '2025-07-01'"),
    *("publishDate: 2025-07-01T09:00:00.000Z", "publishDate: Jul 1 2025", "published: 2025-07-01"),
    *("publish: 2025-07-01T09:00", "live: 07/01/2025", "online: 2025-07-01 09:00"),
)
"""As other tools say that a text is not published yet."""


@pytest.mark.parametrize("typed", UNDONE)
def test_what_is_no_more_than_a_draft_is_taken_away_and_not_named(
    sources: Path, typed: str
) -> None:
    """Its letter stayed as it was, and its name was told to everybody."""
    lay(sources, "", "")
    assert [text for text in build(sources).files.values() if "Nets" in text]
    lay(sources, f"{typed}\n", "")
    made = build(sources)
    assert (made.code, "error E111" in made.said) == (1, True)
    assert "nets" not in made.said
    assert not [text for text in made.files.values() if "Nets" in text or "Filets" in text]
    [line] = told(sources, "K100")
    assert f"news/2025-05-09-nets.md:4:1: error K100 unknown key {typed.split(':')[0]!r}" in line
    assert "to hold this back, write  embargo: 2024-03-01T09:00+01:00 ; to publish it, take" in line


@pytest.mark.parametrize(
    "typed",
    [
        *("draft: false", "published: true", "status: published", "publishDate: 2025-01-01"),
        *("publish: yes", "publish: 2025-01-01", "published: 01/02/2025", "draft: 0"),
        *("publishDate: 2025-01-01T09:00:00.000Z", "publish: 2025-06-10T08:00:00.5Z"),
    ],
)
def test_what_other_tools_have_published_is_refused_by_name(sources: Path, typed: str) -> None:
    lay(sources, f"{typed}\n", "")
    made = build(sources)
    assert (
        f"news/2025-05-09-nets.md:4:1: error K100 unknown key {typed.split(':')[0]!r}" in made.said
    )
    assert "; to publish it, take the line out" in made.said


FAULTY = {
    "a colon in its title": "---\ntitle: Nets: dry\ndate: 2025-05-09\ndraft: true\n---\n",
    "a tab": "---\ntitle: Nets\n\tdate: 2025-05-09\napproved: no\n---\n",
    "a head that never ends": "---\ntitle: Nets\ndate: 2025-05-09\nstatus: draft\n\n",
    "TOML": '+++\ntitle = "Nets"\ndate = 2025-05-09\ndraft = true\n+++\n',
    "JSON": '{"title": "Nets", "date": "2025-05-09", "draft": true}\n',
    "JSON in lines": '{\n  "title": "Nets",\n  "publishDate": "2025-07-01"\n}\n',
}
"""Heads that nobody can read."""


@pytest.mark.parametrize("fault", FAULTY)
def test_a_draft_that_cannot_be_read_is_not_named(sources: Path, fault: str) -> None:
    """It held up every letter of its month, and its name was told to everybody."""
    before = build(sources, "newsletter").files
    write(sources, "news/2025-05-09-nets.md", f"{FAULTY[fault]}Nets.\n")
    made = build(sources, "newsletter")
    assert (made.code, "error E111" in made.said, "nets" in made.said) == (1, True, False)
    assert made.files == before


CANNOT_WAIT = {
    "newsletters/2025-05.md": ("---\n", "---\n{}\n"),
    "presskits/forum-2025/kit.md": ("---\n", "---\n{}\n"),
    "contacts.yaml": ("front-desk:\n", "front-desk:\n  {}\n"),
    "agenda.yaml": ("- id:", "- {}\n  id:"),
    "organisation.yaml": ("name:", "{}\nname:"),
}


@pytest.mark.parametrize("typed", ["draft: true", "embargo: 2025-07-01T09:00"])
@pytest.mark.parametrize("name", CANNOT_WAIT)
def test_what_cannot_wait_is_told_who_can(sources: Path, name: str, typed: str) -> None:
    old, new = CANNOT_WAIT[name]
    edit(sources, name, old, new.format(typed))
    [line] = [line for line in told(sources, "K100") if "unknown key" in line]
    assert "take it out: only news and releases wait by it, and a kit with what it lists" in line


@pytest.mark.parametrize("typed", ["draft: true", "embargo: 2025-07-01T09:00"])
def test_a_chapter_that_cannot_wait_is_not_told_to(sources: Path, typed: str) -> None:
    edit(sources, "manifesto/2025/01-quays.fr.md", "---\n", f"---\n{typed}\n")
    said = [*told(sources, "D107"), *told(sources, "K100")]
    assert len(said) == 2
    assert all("take it out: only news and releases wait by it" in line for line in said)


@pytest.mark.parametrize(
    ("typed", "is_held"),
    [("0025-07-01T09:00", True), ("2024-07-01T09:00", True), ("2025-03-01T09:00", False)],
)
def test_an_embargo_that_was_over_long_before_its_text_is_a_slip_of_the_pen(
    sources: Path, typed: str, is_held: bool
) -> None:
    """In January, people still write the year before: what had to wait was printed at once."""
    write(sources, "news/2025-05-09-nets.md", STORY.format(f"embargo: {typed}\n"))
    write(sources, "news/2025-05-09-nets.fr.md", FRENCH.format(""))
    made = build(sources)
    assert bool([n for n, t in made.files.items() if "Nets" in t or "Filets" in t]) is not is_held
    assert ("error E111 there are errors in what is under embargo" in made.said) is is_held
    assert "nets" not in made.said.casefold() or not is_held
    said = f"'embargo' is over long before the 'date': {typed}"
    assert [said in line for line in told(sources, "D107")] == [True] * is_held


def test_of_one_name_in_two_folders_all_wait_whose_translation_lies_elsewhere(
    sources: Path,
) -> None:
    """Nobody can tell which of the two its hour is for."""
    for folder in ("", "old/"):
        write(sources, f"news/{folder}2025-05-09-nets.md", STORY.format(""))
    write(sources, "news/fr/2025-05-09-nets.fr.md", FRENCH.format(LATE))
    made = build(sources)
    assert not [n for n, t in made.files.items() if "Nets" in t or "Filets" in t]
    assert "nets" not in made.said


NOTICES = (
    f"embargo: {HOUR}",
    f"Embargo: {HOUR}\n---",
    "**EMBARGO: 1 July 2025, 9:00**",
    "Under embargo until Tuesday 1 July 2025, 09:00 CET",
    "STRICTLY EMBARGOED UNTIL 1 JULY 2025",
    "> Sous embargo jusqu'au 1er juillet 2025 à 9 h",
    "*Sperrfrist: 1. Juli 2025, 9:00 Uhr*",
    "(Embargo 01.07.2025, 9:00)",
    "NOT FOR PUBLICATION OR BROADCAST BEFORE 00:01, 1 July 2025",
    "Hold for release until 1 July 2025, 9 am",
    "**À ne pas diffuser avant le 1er juillet 2025, 9 h**",
    "Nicht zur Veröffentlichung vor dem 1. Juli 2025, 9:00 Uhr",
    "<!-- Not to be released before 1 July 2025, 09:00 -->",
    "Embargo: 2025-07-01T09:00Z",
    "EMBARGO: 1 July 2025, 0900hrs",
    "EMBARGO: on Tuesday 1 July 2025, 9:00",
    "Embargo date: 1 July 2025",
    "<p>Embargoed until 1 July 2025, 9:00</p>",
    "Embargoed copy: not for publication before 1 July 2025",
    "Embargoed untill 1 July 2025",
    "**Embargoed until 1 July 2025, 9:00.** The nets are dry.",
    "*** EMBARGO *** 1 July 2025, 9:00 (Paris, Brussels, Copenhagen, Madrid)",
    "Embargoed until 9.00 a.m. (Central European Summer Time) on Tuesday, the 1st of July 2025",
    "<b>EMBARGO</b>: 1 July 2025, 9:00",
    "Embargoed until 1 July 2025, 9am",
    "Sous embargo jusqu'au 1er juillet 2025 à 9h",
    "EMBARGO Tuesday 1 July 2025",
    "Embargo lifts 1 July 2025, 9:00",
    "Embargo to 1 July 2025",
    "Ембарго до 1 липня 2025, 9:00",
    "ΕΜΠΑΡΓΚΟ έως 1 Ιουλίου 2025, 9:00",
    "Embargó: 2025. július 1., 9:00",
    "Julkaisuvapaa 1.7.2025 klo 9.00",
    "Klausuleret til 1. juli 2025 kl. 9",
    "Embargo până la 1 iulie 2025, ora 9",
    "**PRESS RELEASE – EMBARGOED UNTIL 1 July 2025, 9:00**",
)


REMARKS = (
    "The nets are dry.[^1]\n\n[^1]: Embargoed until 1 July 2025, 9:00.",
    "1. Embargoed until 1 July 2025, 9:00",
    "| Key | Value |\n|---|---|\n| Status | Embargoed until 1 July 2025, 9:00 |",
    "[//]: # (Embargoed until 1 July 2025, 9:00)",
    "Norhavn, 9 May 2025<br>Embargoed until 1 July 2025, 9:00<br>",
    "Embargoed until 1 July 2025, 9:00. The nets of the quay are dry.",
    "The nets of the quay are dry. Under embargo until Tuesday 1 July 2025.",
    "EMBARGO 1 JULY 2025 – The nets of the quay are dry.",
    "NORHAVN, 1 July 2025 (EMBARGOED UNTIL 9:00) – The nets of the quay are dry.",
    "The nets are dry (embargoed until 1 July 2025, 9:00), and so is the quay.",
    "Note to editors: under embargo until 1 July 2025, 9:00",
    "1. This press release is under strict embargo until 1 July 2025, 9:00.",
    "Please note that all information in this text is embargoed until 1 July 2025.",
    "Please respect the embargo. The nets are dry.",
    "Ce communiqué est sous embargo jusqu’au 1er juillet 2025 à 9 h.",
    "Merci de respecter l’embargo.",
    "Bitte Sperrfrist beachten: 1. Juli 2025",
    "Embargado hasta el 1 de julio de 2025, 9:00",
    "Onder embargo tot 1 juli 2025, 9 uur",
    "Sous embargo strict jusqu'au 1er juillet 2025",
    "&#69;mbargoed&nbsp;until 1 July 2025, 9:00",
    "Em\u00adbar\u200bgoed until 1 July 2025, 9:00",
    "Ｅｍｂａｒｇｏ：1 July 2025, 9:00",
    "\u0415mbаrgoed until 1 July 2025, 9:00",
    "This release is under embargo until Tuesday morning and may not be shared.",
    "The following text is embargoed until the vote in the council has ended.",
    "Ce communiqué est sous embargo jusqu’au discours du maire.",
    "Diese Pressemitteilung unterliegt einer Sperrfrist bis Dienstag, 9 Uhr.",
    "Für diese Meldung gilt eine Sperrfrist bis Dienstag, 9 Uhr.",
    "Este comunicado está bajo embargo hasta el discurso del alcalde.",
    "Questo comunicato è sotto embargo fino a martedì mattina.",
    "Journalists are asked to respect the embargo until 1 July, 9 am.",
    "Nous vous remercions de respecter l’embargo jusqu’au 1er juillet.",
    "Wir bitten um Beachtung der Sperrfrist.",
    "Gelieve het embargo te respecteren tot dinsdag.",
    "Everything below is embargoed until Tuesday.",
    "Les informations ci-dessous sont sous embargo jusqu’à mardi.",
    "Ce texte est soumis à embargo.",
    "Esta información está sujeta a embargo hasta el martes.",
    "De informatie in dit persbericht is onder embargo tot dinsdag.",
    "Este comunicado está sob embargo até terça-feira, às 9h.",
    "Niniejsza informacja jest objęta embargiem do 1 lipca, godz. 9.00.",
    "Detta pressmeddelande är under embargo till tisdag 1 juli kl. 9.",
    "Ez a közlemény július 1-jéig embargó alatt áll.",
    "Tämä tiedote on embargolla tiistaihin klo 9 asti.",
    "Acest comunicat este sub embargo până marți, ora 9.",
    "Този текст е под ембарго до 1 юли.",
    "Speech of the president\nCheck against delivery – embargoed until 10:00",
    "Rede der Präsidentin\nEs gilt das gesprochene Wort. Sperrfrist: Redebeginn",
    "Speech\n\n*Check against delivery – embargoed until 10:00*",
)


def test_a_text_that_asks_to_wait_among_its_words_is_not_told(sources: Path) -> None:
    for number, remark in enumerate(REMARKS):
        write(sources, f"news/2025-05-09-nets-{number}.md", STORY.format("") + f"\n{remark}\n")
    assert len(told(sources, "D107")) == len(REMARKS)
    made = build(sources)
    assert "error E111 there are errors" in made.said
    assert not [n for n, t in made.files.items() if "Nets" in t]
    for number in range(len(REMARKS)):
        edit(sources, f"news/2025-05-09-nets-{number}.md", "title: Nets\n", f"title: Nets\n{PAST}")
    assert told(sources, "D107") == []


def test_a_text_that_says_itself_that_it_waits_is_not_told(sources: Path) -> None:
    for number, notice in enumerate(NOTICES):
        for side in (0, 1):
            said = (f"{notice}\n\n", "")[:: 1 - 2 * side]
            name = f"news/2025-05-09-nets-{number}-{side}"
            write(sources, f"{name}.md", STORY.format("") + "\n" + said[0])
            write(sources, f"{name}.fr.md", FRENCH.format("") + "\n" + said[1])
    assert len(told(sources, "D107")) == 2 * len(NOTICES)
    made = build(sources)
    assert made.code == 1
    assert "error E111 there are errors" in made.said
    assert not [n for n, t in made.files.items() if "Nets" in t or "Filets" in t]
    # The key says what counts.
    for number in range(len(NOTICES)):
        for side in (0, 1):
            name = f"news/2025-05-09-nets-{number}-{side}.md"
            edit(sources, name, "title: Nets\n", f"title: Nets\n{PAST}")
    assert told(sources, "D107") == []


HEADED = (
    "title: 'EMBARGOED until 1 July 2025, 9:00: Nets'",
    "title: 'EMBARGO: Nets'",
    # What follows is no part of it: an embargo on nets is none of ours.
    "title: 'EMBARGO: In Norhavn, Nets are mended'",
    "title: '[Embargo] On Nets'",
    "title: Nets (embargo 1 July, 9:00)",
    "title: '[Under embargo] Nets'",
    "project: Sous embargo jusqu'au 1er juillet",
    "place: NOT FOR RELEASE BEFORE 1 JULY",
    "title: |\n  Nets\n  embargo: 2025-07-01T09:00",
    "status: embargoed",
    "title: 'Press release under embargo – Nets'",
    "title: 'Embargoed press release: Nets'",
    "title: 'Communiqué de presse sous embargo : les filets'",
    "title: 'Mit Sperrfrist: Netze'",
    "title: Nets are mended – embargoed",
    "title: EMBARGO Nets are mended",
    "project: Journalists are asked to respect the embargo.",
)


@pytest.mark.parametrize("line", HEADED)
def test_a_head_that_says_that_it_waits_is_not_told(sources: Path, line: str) -> None:
    said = STORY.format("") if line[:5] == "title" else STORY.format(f"{line}\n")
    said = said.replace("title: Nets", line) if line[:5] == "title" else said
    write(sources, "news/2025-05-09-mended-nets.md", said)
    write(sources, "news/2025-05-09-mended-nets.fr.md", FRENCH.format(""))
    made = build(sources)
    assert "error E111 there are errors in what is under embargo" in made.said
    assert not [n for n, t in made.files.items() if "Nets" in t or "Filets" in t]
    # The key says what counts.
    edit(sources, "news/2025-05-09-mended-nets.md", "date:", f"{PAST}date:")
    assert told(sources, "D107") == []


@pytest.mark.parametrize(
    ("date", "notice", "now", "is_told"),
    [
        ("2019-05-09", "EMBARGO: 12 May 2019, 09:00", "2025-06-10T09:00Z", True),
        ("2025-05-09", "Embargoed until 1 July 2025, 9am", "2025-12-31T09:00Z", False),
        ("2025-05-09", "Embargoed until 1 July 2025, 9am", "2026-01-01T12:00Z", True),
        ("2025-05-09", "embargo: 2025-07-01T09:00+01:00", "2025-07-01T07:59Z", False),
        ("2025-05-09", "embargo: 2025-07-01T09:00+01:00", "2025-07-01T08:00Z", True),
        # Who writes in December or January mistakes the year.
        ("2026-01-05", "Embargoed until 10 January 2025, 9am", "2026-02-10T09:00Z", False),
        ("2025-12-20", "Embargoed until 10 January 2025, 9am", "2026-01-09T09:00Z", False),
        ("2025-12-20", "embargo: 2025-01-10T09:00+01:00", "2026-01-09T09:00Z", False),
    ],
)
def test_what_an_old_text_says_of_its_hour_is_told_and_holds_nothing(
    sources: Path, date: str, notice: str, now: str, is_told: bool
) -> None:
    write(
        sources,
        "releases/mended-nets.md",
        f"---\ntitle: Nets\ndate: {date}\n---\n{notice}\n\nNets are mended.\n",
    )
    made = build(sources, now=dt.datetime.fromisoformat(now))
    is_out = any("Nets" in text for text in made.files.values())
    assert is_out is is_told
    said = f"sources/releases/mended-nets.md:5:1: warning D107 {notice!r} is over, and is printed"
    assert (said in made.said) is is_told


def test_an_old_text_is_held_again_where_the_clock_is_set_back(sources: Path) -> None:
    notice = "Embargoed until 1 July 2025, 9am"
    text = f"---\ntitle: Nets\ndate: 2025-05-09\n---\n{notice}\n\nNets are mended.\n"
    write(sources, "releases/mended-nets.md", text)
    for day, is_told in (("2026-01-02", True), ("2025-12-31", False), ("2026-01-02", True)):
        made = build(sources, now=dt.datetime.fromisoformat(f"{day}T09:00+00:00"))
        assert any("Nets" in text for text in made.files.values()) is is_told


BESIDE = (
    "title: Nets # embargo 1 July 2025, 9:00",
    "title: Nets  #embargo: 2025-07-01T09:00",
    "title: 'Nets'  # not for release before 1 July",
    "# STRICTLY EMBARGOED until 1 July\ntitle: Nets",
    "title: Nets\n# Sous embargo jusqu'au 1er juillet",
)


@pytest.mark.parametrize("line", BESIDE)
def test_a_comment_that_says_that_it_waits_is_heard(sources: Path, line: str) -> None:
    lay(sources, "", "")
    edit(sources, "news/2025-05-09-nets.md", "title: Nets", line)
    made = build(sources)
    assert "error E111 there are errors in what is under embargo" in made.said
    assert not [n for n, t in made.files.items() if "Nets" in t or "Filets" in t]
    edit(sources, "news/2025-05-09-nets.md", "date:", f"{PAST}date:")
    assert told(sources, "D107") == []


@pytest.mark.parametrize(
    "line",
    [
        "title: Nets\n# embargo: 2024-03-01T09:00+01:00   # nothing of it before this moment",
        "title: Nets # the embargo was lifted on 1 July 2025",
        "title: 'Nets # of an arms embargo until 2027'",
        "title: Nets # about the oil embargo, 1 July 2025",
        "# Not before the comma of 1 July\ntitle: Nets",
    ],
)
def test_a_comment_that_says_something_else_is_none(sources: Path, line: str) -> None:
    lay(sources, "", "")
    edit(sources, "news/2025-05-09-nets.md", "title: Nets", line)
    assert told(sources, "D107") == []


@pytest.mark.parametrize(
    "title",
    [
        "'Embargo: what 2025 brings'",
        "Embargo 2014-2024, ten years",
        "The embargo of 1 July 2025",
        "'Oil embargo: 20 ports pay'",
        "Embargo – ten years on",
        "Arms embargo until 2027",
        "Oil embargo 5 December 2022",
        "Records that hold until 2030",
        "Quay not to be used before 3 May",
        "Do not use the lake until 12 June",
        "Neue Brücke nicht vor 2027 fertig",
        "Ne pas utiliser avant le 3 mai",
        "Embargo pétrolier du 5 décembre 2022",
        "Embargo gazowe od 1 stycznia 2025",
        "'Ne pas publier avant 2026 : la règle des archives'",
        "'No publicar antes de leer: 10 consejos'",
        "Die Sperrfrist endet am 1. Januar 2026",
        "Ships embargoed since 3 May 2026",
        "The media embargo lifted on 3 May 2026",
        "'Under embargo for ten years: how a town lives'",
        "Life under embargo",
        "EMBARGO on nets",
        "'Un port sous embargo : La Havane'",
    ],
)
def test_a_title_about_embargoes_is_told(sources: Path, title: str) -> None:
    lay(sources, "", "")
    edit(sources, "news/2025-05-09-nets.md", "title: Nets", f"title: {title}")
    assert told(sources, "D107") == []


WAITLESS = [
    "boilerplate/short.md",
    "manifesto/2025/01-quays.md",
    "newsletters/2025-05.md",
    "slides/harbours.md",
]


def test_a_notice_in_an_agenda_is_told(sources: Path) -> None:
    edit(sources, "agenda.yaml", "en: Members' day", "en: 'Members’ day, embargo until 1 June'")
    [line] = [one for one in build(sources, "newsletter").lines if "D107" in one]
    assert line.startswith("sources/agenda.yaml:")
    assert "warning D107 'embargo until 1' holds nothing back: only news and releases" in line


def test_a_comment_on_a_figure_is_told(sources: Path) -> None:
    edit(sources, "facts.yaml", "as_of:", "note: x # embargoed until 1 June 2030\n  as_of:")
    assert "holds nothing back: only news" in told(sources, "D107")[0]


KITS = ["presskits/forum-2025/kit.md", "presskits/forum-2025/01-the-forum.md"]


@pytest.mark.parametrize("name", KITS)
def test_a_notice_in_a_kit_is_told_unless_a_release_of_it_waits(sources: Path, name: str) -> None:
    text = (sources / name).read_text("utf-8").rstrip()
    write(sources, name, f"{text}\n\nEMBARGO: 3 June 2025, 09:00\n")
    [line] = told(sources, "D107")
    assert line.startswith(f"sources/{name}:")
    assert "warning D107 'EMBARGO: 3 June 2025, 09:00' holds nothing back: only news" in line
    edit(sources, KITS[0], "releases: 5", "releases: [2025-06-03-forum-opens]")
    assert told(sources, "D107") == []


@pytest.mark.parametrize("name", WAITLESS)
def test_a_notice_where_nothing_can_wait_is_told(sources: Path, name: str) -> None:
    text = (sources / name).read_text("utf-8").rstrip()
    write(sources, name, f"{text}\n\nEMBARGO: 1 January 2030, 09:00\n")
    [line] = [one for one in build(sources).lines if "D107" in one]
    assert line.startswith(f"sources/{name}:")
    assert "warning D107 'EMBARGO: 1 January 2030, 09:00' holds nothing back: only news" in line


@pytest.mark.parametrize("name", WAITLESS)
def test_a_notice_without_a_day_is_told_there_too(sources: Path, name: str) -> None:
    text = (sources / name).read_text("utf-8").rstrip()
    write(sources, name, f"{text}\n\nEMBARGOED UNTIL FRIDAY\n")
    [line] = told(sources, "D107")
    assert "warning D107 'EMBARGOED UNTIL FRIDAY' holds nothing back: only news" in line


@pytest.mark.parametrize(
    "line",
    [
        "Embargo: what 2025 brings",
        "Embargo 2014-2024: ten years of sanctions on the ports of the east.",
        "The embargo of 1 July 2025 ended at 9:00.",
        "Embargo on oil of 3 March 2022 and how the harbours lived with what it asked of them.",
        "The **embargo of 1 July 2025** ended at 9:00, and **embargoed nets** rotted in 2025.",
        "We wrote of the **embargo until 3 May 2025**; *Embargo 2014* was a film, 83 minutes.",
        "An example: **Embargoed until 1 July 2025, 9:00**.",
        "Embargo: 3 ships of the eastern harbours wait for papers since the vote of 12 May 2025",
        "Arms embargo until 3 March 2027",
        "Promises hold until 3 March 2027.",
        "Do not use the quay until 3 March 2027.",
        "Eröffnung nicht vor dem 3. März 2027.",
        "Embargo auf Öl ab 5. Dezember 2022",
        "Ембарго на зброю до 1 липня 2027",
        "Asevientikielto ja embargo 3.5.2026 alkaen",
        "Embargo sul petrolio dal 5 dicembre 2022",
        "Embargo period for theses: 12 months from 1 May 2026",
        "Sperrfrist für Kinofilme: 6 Monate ab 1. Januar 2026",
        "Under embargo since 1960, Cuba builds 12 ports",
        "Cuba (under embargo since 1960, 64 years) builds ports.",
        "The arms embargo (until 3 May 2027) holds for nets.",
        "[^1]: The embargo of 3 May 2026, see page 12.",
        "Write “Embargoed until 1 July 2025, 9:00.” That is all.",
        "Note: the embargo on nets ends on 3 May 2027.",
        "This vessel was embargoed until 3 May 2026, says the report.",
        "This report tells how the embargo worked until 3 May 2026.",
        "All information on the oil embargo is valid until 3 May 2027.",
        "We ask newsrooms to respect embargoes until 9:00.",
        "Bajo embargo desde 1962, Cuba abre 3 puertos",
        "All goods in this report are under embargo until 2027, the commission says.",
        "This release is no longer under embargo.",
        "Ships are asked to respect the embargo on nets.",
        "“This text is embargoed,” said the mayor.",
        "Dieser Bericht handelt von der Sperrfrist für Kinofilme.",
        "The report is embargoed until Tuesday, says the ministry.",
        "This text tells of the embargo of 1962.",
        "News of an embargo reached the quay on Tuesday.",
        "Merci de respecter l’embargo sur la pêche du bar.",
        "Bitte beachten Sie die Sperrfrist für Gülle bis 31. Januar.",
        "We keep the embargo in place, the minister said.",
    ],
)
def test_a_text_about_embargoes_is_told(sources: Path, line: str) -> None:
    lay(sources, "", "")
    edit(sources, "news/2025-05-09-nets.md", "Nets are", f"{line}\n\nNets are")
    assert told(sources, "D107") == []


def test_an_hour_is_seen_however_lines_end(sources: Path) -> None:
    for number, end in enumerate(("\u2028", "\x85", "\x0b", "\x0c")):
        story = STORY.format(LATE).replace("\n", end)
        write(sources, f"news/2025-05-09-mended-nets{number}.md", story)
    made = build(sources)
    assert "error E111 there are errors" in made.said
    assert "mended-nets" not in made.said


@pytest.mark.parametrize(
    "name", ["presskits/forum-2025/kit", "newsletters/2025-05", "slides/harbours"]
)
def test_what_has_no_hour_is_made_in_no_language_if_one_names_it(sources: Path, name: str) -> None:
    edit(sources, f"{name}.fr.md", "---\n", f"---\n{LATE}")
    made = build(sources)
    assert made.code == 1
    publication = {"presskits": "presskit", "newsletters": "newsletter"}.get(name.split("/")[0])
    shown = f"{publication or 'slides'}/{name.split('/')[1]}/"
    assert not [file for file in made.files if file.startswith(shown)]


UNREAD_NAMES = [
    "news/2025-05-09-mended-nets.MD",
    "news/2025-05-09-mended-nets.txt",
    "news/2025-05-09-mended-nets.md.bak",
    "news/2025-05-09-mended-nets.de.md",
    "drafts/2025-05-09-mended-nets.md",
    "2025-05-09-mended-nets.md",
]


@pytest.mark.parametrize("name", UNREAD_NAMES)
def test_what_waits_where_nobody_reads_it_is_not_named(sources: Path, name: str) -> None:
    before = build(sources, out=sources.parent / "before")
    write(sources, name, STORY.format(LATE))
    made = build(sources)
    assert made.code == before.code
    assert "mended-nets" not in made.said
    assert lock.of(read(sources), NOW, None).is_said("2025-05-09-mended-nets")
    # It holds nobody up who says the same.
    write(sources, "news/2025-05-10-nets.md", STORY.format("").replace("05-09", "05-10"))
    assert build(sources).code == before.code
    write(sources, name, STORY.format(PAST))
    made = build(sources)
    assert (made.code, "mended-nets" in made.said) == (before.code, True)


def test_the_word_file_of_what_waits_waits_with_it(sources: Path) -> None:
    lay(sources, LATE, "")
    before = build(sources, out=sources.parent / "before")
    names = ("news/2025-05-09-nets.docx", "news/2025-05-09-nets (1).docx", "2025-05-09-nets.odt")
    for name in names:
        write(sources, name, b"PK\x03\x04")
    made = build(sources)
    assert made.code == before.code
    assert "nets" not in made.said
    lay(sources, PAST, "")
    assert all(name in build(sources).said for name in names)


def test_the_copy_of_what_waits_waits_with_it(sources: Path) -> None:
    lay(sources, LATE, PAST)
    write(sources, "news/2025-05-09-nets (1).md", STORY.format(""))
    made = build(sources)
    assert "error E111 there are errors in what is under embargo" in made.said
    assert "2025-05-09" not in made.said


@pytest.mark.parametrize("name", ["news/2025-05-10-nets.fr.md", "releases/2025-05-09_Nets.fr.md"])
@pytest.mark.parametrize(("english", "french"), [(LATE, ""), ("", LATE)])
def test_a_language_under_another_day_waits_with_the_other(
    sources: Path, name: str, english: str, french: str
) -> None:
    write(sources, "news/2025-05-09-nets.md", STORY.format(english))
    write(sources, name, FRENCH.format(f"date: 2025-05-10\n{french}"))
    made = build(sources)
    assert "error E111 there are errors in what is under embargo" in made.said
    assert "nets" not in made.said.lower()
    assert not [name for name, text in made.files.items() if "Nets" in text or "filets" in text]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("2025-05-09-nets.md", "2025-05-09-nets_fr.md"),
        ("2025-05-09-nets-en.md", "2025-05-09-nets-fr.md"),
        ("2025-05-09-nets EN.md", "2025-05-10-nets FR.md"),
        ("2025-05-09-nets (en).md", "2025-05-09-nets (fr).md"),
    ],
)
def test_languages_that_are_named_otherwise_wait_for_one_another(
    sources: Path, english: str, french: str
) -> None:
    write(sources, f"news/{english}", STORY.format(LATE))
    write(sources, f"news/{french}", FRENCH.format("date: 2025-05-09\n"))
    made = build(sources, "newsletter")
    assert not [name for name, text in made.files.items() if "Nets" in text or "filets" in text]
    [line] = [one for one in told(sources, "T103") if "which waits for its hour" in one]
    assert line.startswith(f"sources/news/{french}: error T103 ")


@pytest.mark.parametrize(
    "name",
    [
        "2025-05-09-EMBARGO-nets.md",
        "2025-05-09-nets (under embargo).md",
        "2025-05-09-nets-embargo-until-2025-07-01.md",
        "SPERRFRIST/2025-05-09-nets.md",
    ],
)
def test_a_name_that_asks_to_wait_is_heard(sources: Path, name: str) -> None:
    write(sources, f"news/{name}", STORY.format(""))
    [line] = told(sources, "D107")
    assert line.startswith(f"sources/news/{name}:1:1: error D107 '2025-05-09-")
    made = build(sources, "newsletter")
    assert not [one for one, text in made.files.items() if "Nets" in text]
    write(sources, f"news/{name}", STORY.format(PAST))
    assert told(sources, "D107") == []


def test_a_name_that_tells_of_another_embargo_is_only_a_name(sources: Path) -> None:
    for name in ("2025-05-09-arms-embargo.md", "2025-05-09-embargo-on-oil.md"):
        write(sources, f"news/{name}", STORY.format(""))
    assert told(sources, "D107") == []


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-05-09-nets-for-all.md", "date: 2025-05-09\n"),
        ("2025-05-09-nets-for-all.md", ""),
        ("2025-05-11-buoys.md", ""),
    ],
)
def test_a_language_that_was_forgotten_under_the_old_name_waits(
    sources: Path, name: str, day: str
) -> None:
    """It was printed, or named, when somebody had given the text another name."""
    write(sources, f"news/{name}", STORY.format(LATE))
    write(sources, "news/2025-05-09-nets-for.fr.md", FRENCH.format(day))
    made = build(sources)
    assert "error E111 there are errors in what is under embargo" in made.said
    assert "nets" not in made.said.lower()
    assert not [name for name, text in made.files.items() if "filets" in text]
    [line] = told(sources, "T103")
    assert f"this may be {name} in another language, which waits for its hour" in line
    # Who has both languages, or waits for nothing, is nobody's original.
    write(sources, f"news/{name.replace('.md', '.fr.md')}", FRENCH.format(""))
    assert told(sources, "T103") == []


def test_a_language_under_another_day_may_have_its_own_hour(sources: Path) -> None:
    write(sources, "news/2025-05-09-nets.md", STORY.format(LATE))
    for name in ("2025-05-10-nets.fr.md", "2025-05-10-old-nets.fr.md"):
        write(sources, f"news/{name}", FRENCH.format(f"date: 2025-05-10\n{PAST}"))
    assert told(sources, "T103") == []


def test_an_embargo_that_a_text_speaks_of_holds_nothing(sources: Path) -> None:
    lay(sources, "colour: red\n# embargo: 2025-07-01T09:00\n", "")
    edit(sources, "news/2025-05-09-nets.md", "Nets are", "Embargo: the nets are")
    assert hours.held(read(sources), NOW) == held_besides(sources)


def held_besides(sources: Path) -> frozenset[PurePath]:
    """What else is held there."""
    (sources / "news/2025-05-09-nets.md").unlink()
    (sources / "news/2025-05-09-nets.fr.md").unlink()
    return hours.held(read(sources), NOW)


def test_no_file_of_what_waits_is_named_whatever_is_wrong_with_it(sources: Path) -> None:
    lay(sources, LATE + "colour: red\n", PAST)
    write(sources, "news/2025-05-09-nets.de.md", STORY.format(""))
    write(sources, "news/2025-05-09-buoys.md", STORY.format(LATE))
    write(sources, "news/2025-05-09-buoys.de.md", STORY.format(""))
    assert told(sources, "D108")
    assert len(told(sources, "T103")) == 2
    made = build(sources)
    assert "error E111 there are errors in what is under embargo" in made.said
    assert "2025-05-09" not in made.said


def test_what_a_held_text_refers_to_is_not_held_with_it(sources: Path) -> None:
    before = build(sources)
    edit(sources, "facts.yaml", "\nmotto:", "\nbroken: {value: 3, colour: red}\nmotto:")
    lay(sources, LATE, "")
    edit(sources, "news/2025-05-09-nets.md", "Nets are", "{{ facts.broken }} nets are")
    assert {path.name for path in hours.held(read(sources), NOW)} >= {"2025-05-09-nets.md"}
    made = build(sources)
    assert "sources/facts.yaml" in made.said
    assert "taken away" not in made.said
    assert made.files.keys() == before.files.keys()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2025-12-01T09:00+01:00", "are at +00:00 then: it will be 08:00"),
        ("2025-07-01T09:00+00:00", "are at +01:00 then: it will be 10:00"),
        ("2025-12-01T09:00+00:00", ""),
        ("2025-12-01T09:00 Europe/Paris", ""),
        ("2025-12-01T09:00+02:00", ""),
        ("0001-01-01T00:00+14:00", ""),
    ],
)
def test_an_offset_of_the_other_season_is_told(sources: Path, typed: str, said: str) -> None:
    lay(sources, f"embargo: {typed}\n", "")
    findings = told(sources, "D109")
    assert len(findings) == bool(said)
    assert not said or said in findings[0]


@pytest.mark.parametrize("name", ["nets.fr.MD", "nets.fr.markdown", "nets.fr.md.txt"])
@pytest.mark.parametrize(("hour", "count"), [(LATE, 1), (PAST, 0)])
def test_a_translation_that_nobody_reads_holds_too(
    sources: Path, name: str, hour: str, count: int
) -> None:
    write(sources, "news/2025-05-09-nets.md", STORY.format(""))
    write(sources, f"news/2025-05-09-{name}", FRENCH.format(hour))
    made = build(sources, "newsletter")
    assert sum("error E111" in line for line in made.lines) == count
    assert any("Nets" in text for text in made.files.values()) is not bool(count)
