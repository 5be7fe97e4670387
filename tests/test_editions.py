"""What goes into an edition, in what order, and at what moment."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from pipeline import copydesk, editions, hours, newsdesk, publications
from pipeline.embargo import waiting
from pipeline.model.editions import Edition, Refused
from tests.desks import NOW, SMALL, edit, edition_of, lines_of, read, write

AUTUMN = dt.datetime(2025, 11, 1, tzinfo=dt.UTC)
LISBON = ZoneInfo("Europe/Lisbon")


def stories(edition):
    return [story.slug for run in edition.sections.values() for story in run.items]


def story(sources, slug, head="", date=""):
    date = date or slug[:10]
    write(sources, f"news/{slug}.md", f"---\ntitle: {slug}\ndate: {date}\n{head}---\nText.\n")


def issue(sources, slug, head, date):
    write(sources, f"newsletters/{slug}.md", f"---\ndate: {date}\nsubject: S\n{head}---\nHello.\n")


def occasions(sources, publication, now=NOW):
    declared = publications.load(SMALL / publication / "publication.toml", SMALL)
    return editions.occasions(declared, read(sources), now)


# The newsletter ---------------------------------------------------------------------------


def test_an_issue_takes_up_the_news_since_the_one_before(sources):
    assert stories(edition_of(sources, "newsletter", "2025-03")) == ["2025-03-03-first-tide"]
    assert stories(edition_of(sources, "newsletter", "2025-05")) == [
        "2025-05-05-new-quay",
        "2025-05-06-ferry",
        "2025-05-07-handbook",
    ]


def test_the_first_issue_takes_up_everything_so_far(sources):
    story(sources, "2019-01-01-old")
    assert "2019-01-01-old" in stories(edition_of(sources, "newsletter", "2025-03"))


def test_the_days_of_the_window_are_inclusive(sources):
    issue(sources, "2025-06", "since: 2025-06-02\nuntil: 2025-06-04\n", "2025-06-05")
    for day in range(1, 6):
        story(sources, f"2025-06-0{day}-x")
    assert stories(edition_of(sources, "newsletter", "2025-06")) == [
        "2025-06-04-x",
        "2025-06-03-x",
        "2025-06-02-x",
    ]


def test_the_window_begins_the_day_after_the_issue_before(sources):
    issue(sources, "2025-06", "", "2025-06-05")
    for name in ("2025-05-12-day-of-the-last", "2025-05-13-day-after"):
        story(sources, name)
    assert stories(edition_of(sources, "newsletter", "2025-06")) == ["2025-05-13-day-after"]
    assert "2025-05-12-day-of-the-last" in stories(edition_of(sources, "newsletter", "2025-05"))


def test_no_story_is_in_two_issues_or_in_none(sources):
    story(sources, "2025-04-x", date="2025-04")
    story(sources, "2025-03-x", date="2025-03")
    corpus = read(sources)
    told = [
        name
        for slug in ("2025-03", "2025-05")
        for name in stories(edition_of(corpus, "newsletter", slug))
    ]
    assert sorted(name for name in told if name.endswith("-x")) == ["2025-03-x", "2025-04-x"]


def test_news_dated_after_the_issue_is_not_in_it(sources):
    story(sources, "2025-05-13-late")
    assert "2025-05-13-late" not in stories(edition_of(sources, "newsletter", "2025-05"))


def test_news_dated_after_now_is_not_in_an_issue_dated_later(sources):
    issue(sources, "2025-07", "", "2025-07-01")
    for name in ("2025-06-10-today", "2025-06-11-tomorrow"):
        story(sources, name)
    assert stories(edition_of(sources, "newsletter", "2025-07")) == ["2025-06-10-today"]


def test_named_items_stand_in_their_order(sources):
    items = "items: [2025-05-07-handbook, 2025-03-03-first-tide, 2025-05-08-salt]\n"
    issue(sources, "2025-05", items, "2025-05-12")
    made = edition_of(sources, "newsletter", "2025-05")
    assert stories(made) == ["2025-05-07-handbook", "2025-03-03-first-tide"]
    assert [story.slug for story in made.did_you_know] == ["2025-05-08-salt"]


def test_a_named_item_dated_after_the_issue_is_left_out_and_told(sources):
    story(sources, "2025-05-13-late")
    issue(sources, "2025-05", "items: [2025-05-06-ferry, 2025-05-13-late]\n", "2025-05-12")
    made = edition_of(sources, "newsletter", "2025-05")
    assert stories(made) == ["2025-05-06-ferry"]
    assert lines_of(made.findings) == [
        (
            "sources/newsletters/2025-05.md:4:1: warning D105 news/2025-05-13-late.md is dated "
            "after the issue and is left out"
        )
    ]


def test_no_template_reads_the_name_of_news_whose_day_has_not_come(sources):
    story(sources, "2025-05-13-late")
    issue(sources, "2025-05", "items: [2025-05-06-ferry, 2025-05-13-late]\n", "2025-05-12")
    made = edition_of(sources, "newsletter", "2025-05")
    assert made.lead.items == ("2025-05-06-ferry",)


def test_sections_stand_in_the_order_of_the_issue(sources):
    made = edition_of(sources, "newsletter", "2025-05")
    assert [run.label for run in made.sections.values()] == ["Network", "Projects"]
    edit(sources, "newsletters/2025-05.md", "[network, projects]", "[projects]")
    made = edition_of(sources, "newsletter", "2025-05")
    assert [run.label for run in made.sections.values()] == ["Projects", "Network"]


def test_a_section_without_a_heading_in_another_language_is_told(sources):
    story(sources, "2025-05-08-islands", "section: islands\n")
    write(sources, "news/2025-05-08-islands.fr.md", "---\ntitle: Les îles\n---\nTexte.\n")
    [said] = [
        f
        for f in edition_of(sources, "newsletter", "2025-05", language="fr").findings
        if f.code == "S121" and "islands" in f.message
    ]
    assert "'islands' has no heading in French" in said.message
    assert '"section.islands"' in said.remedy
    english = edition_of(sources, "newsletter", "2025-05").findings
    assert [f for f in english if f.code == "S121"] == []


def test_inside_a_section_order_comes_first_then_the_newest(sources):
    story(sources, "2025-05-01-a", "section: network\norder: -1\n")
    story(sources, "2025-05-09-b", "section: network\n")
    made = edition_of(sources, "newsletter", "2025-05")
    assert [story.slug for story in made.sections["network"].items] == [
        "2025-05-01-a",
        "2025-05-09-b",
        "2025-05-05-new-quay",
        "2025-05-06-ferry",
    ]


def test_the_agenda_runs_from_the_issue_to_its_last_day(sources):
    made = edition_of(sources, "newsletter", "2025-05")
    assert [event.id for event in made.agenda] == [
        "members-day",
        "forum-2025",
        "dredging-call",
        "autumn-school",
    ]


def test_the_agenda_runs_three_months_where_nothing_is_said(sources):
    issue(sources, "2025-05", "since: 2025-03-01\n", "2025-03-30")
    assert [event.id for event in edition_of(sources, "newsletter", "2025-05").agenda] == [
        "members-day",
        "forum-2025",
        "dredging-call",
    ]
    assert newsdesk.months_later(dt.date(2025, 11, 30), 3) == dt.date(2026, 2, 28)


def test_what_is_going_on_is_in_the_agenda(sources):
    issue(sources, "2025-06", "since: 2025-05-01\n", "2025-06-04")
    first = edition_of(sources, "newsletter", "2025-06").agenda[0]
    assert first.id == "forum-2025"


def test_the_latest_issue_is_the_newest_that_is_not_in_the_future(sources):
    issue(sources, "2025-07", "", "2025-07-01")
    assert edition_of(sources, "newsletter").slug == "2025-05"
    assert occasions(sources, "newsletter") == ["2025-03", "2025-05"]
    assert occasions(sources, "newsletter", AUTUMN) == ["2025-03", "2025-05", "2025-07"]


def test_an_issue_of_the_future_is_made_when_it_is_named(sources):
    issue(sources, "2025-07", "since: 2025-05-01\n", "2025-07-01")
    assert edition_of(sources, "newsletter", "2025-07").slug == "2025-07"


def test_today_is_where_the_organisation_is(sources):
    issue(sources, "2025-07", "", "2025-07-01")
    before = dt.datetime(2025, 6, 30, 22, 59, tzinfo=dt.UTC)
    assert "2025-07" not in occasions(sources, "newsletter", before)
    assert "2025-07" in occasions(sources, "newsletter", before + dt.timedelta(minutes=1))


# Embargo ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("embargo", "ends"),
    [
        ("2025-05-12T12:00+02:00", dt.datetime(2025, 5, 12, 10, tzinfo=dt.UTC)),
        ("2025-05-12T12:00", dt.datetime(2025, 5, 12, 11, tzinfo=dt.UTC)),
        ("2025-05-12T12:00Z", dt.datetime(2025, 5, 12, 12, tzinfo=dt.UTC)),
        ("2025-05-12T12:00 America/New_York", dt.datetime(2025, 5, 12, 16, tzinfo=dt.UTC)),
        ("2025-10-26T01:30+00:00", dt.datetime(2025, 10, 26, 1, 30, tzinfo=dt.UTC)),
        ("2025-10-26T01:30+01:00", dt.datetime(2025, 10, 26, 0, 30, tzinfo=dt.UTC)),
        ("2025-03-30T02:00", dt.datetime(2025, 3, 30, 1, tzinfo=dt.UTC)),
    ],
)
def test_an_embargo_ends_to_the_minute_in_every_zone(sources, embargo, ends):
    story(sources, "2025-03-09-held", f"embargo: {embargo}\n")
    items = "items: [2025-03-03-first-tide, 2025-03-09-held]\n"
    issue(sources, "2025-12", items, "2025-12-01")
    corpus = read(sources)
    for minutes, is_told in ((-1, False), (0, True), (1, True)):
        now = ends + dt.timedelta(minutes=minutes)
        for zone in (dt.UTC, ZoneInfo("Asia/Tokyo"), LISBON):
            made = edition_of(corpus, "newsletter", "2025-12", now.astimezone(zone))
            assert ("2025-03-09-held" in stories(made)) is is_told


def test_a_release_under_embargo_is_not_the_latest_and_is_made_by_name(sources):
    before = dt.datetime(2025, 6, 3, 8, 59, tzinfo=dt.UTC)
    after = dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC)
    assert edition_of(sources, "release", now=before).slug == "2025-04-14-register"
    assert edition_of(sources, "release", now=after).slug == "2025-06-03-forum-opens"
    named = edition_of(sources, "release", "2025-06-03-forum-opens", before)
    assert named.embargo == after
    assert edition_of(sources, "release", "2025-06-03-forum-opens", after).embargo is None


def test_a_public_publication_never_holds_what_is_under_embargo(sources, tmp_path):
    declared = (SMALL / "release/publication.toml").read_text().replace("press", "public")
    write(tmp_path / "templates", "notice/publication.toml", declared)
    write(tmp_path / "templates", "_shared/words.toml", "[en]\n")
    before = dt.datetime(2025, 6, 3, 8, 59, tzinfo=dt.UTC)
    made = edition_of(
        sources, "notice", "2025-06-03-forum-opens", before, templates=tmp_path / "templates"
    )
    assert isinstance(made, Refused)
    assert "error E100 '2025-06-03-forum-opens' is under embargo" in lines_of(made.findings)[0]


def test_a_kit_inherits_the_embargo_of_a_release_it_names(sources):
    edit(
        sources,
        "presskits/forum-2025/kit.md",
        "releases: 5",
        "releases: [2025-04-14-register, 2025-06-03-forum-opens]",
    )
    before = dt.datetime(2025, 6, 3, 8, 59, tzinfo=dt.UTC)
    assert occasions(sources, "presskit", before) == []
    named = edition_of(sources, "presskit", "forum-2025", before)
    assert named.embargo == dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC)
    assert len(named.announcements) == 2
    later = edition_of(sources, "presskit", "forum-2025", before + dt.timedelta(minutes=1))
    assert later.embargo is None


@pytest.mark.parametrize(
    ("kit_day", "now_day", "count"), [("06-02", 3, 1), ("06-05", 3, 2), ("06-02", 5, 2)]
)
def test_a_kit_tells_no_release_before_the_day_of_both(sources, kit_day, now_day, count):
    """It was in the ZIP of a kit of the second, for everybody, three days before its date."""
    write(sources, "releases/quays.md", "---\ntitle: Quays\ndate: 2025-06-05\n---\nText.\n")
    kit = "presskits/forum-2025/kit.md"
    edit(sources, kit, "releases: 5", "releases: [2025-04-14-register, quays]")
    edit(sources, kit, "date: 2025-05-26", f"date: 2025-{kit_day}")
    moment = dt.datetime(2025, 6, now_day, 12, tzinfo=dt.UTC)
    made = edition_of(sources, "presskit", "forum-2025", moment)
    assert (len(made.announcements), len(made.lead.releases)) == (count, count)
    line = (
        "sources/presskits/forum-2025/kit.md:8:1: warning D105 releases/quays.md is dated after "
        "the kit and is left out until its day"
    )
    assert lines_of(made.findings) == [line] * (2 - count)


def test_a_kit_is_held_for_all_if_it_is_held_in_one_language(sources):
    (sources / "releases/2025-06-03-forum-opens.fr.md").unlink()
    edit(
        sources, "presskits/forum-2025/kit.md", "releases: 5", "releases: [2025-06-03-forum-opens]"
    )
    before = dt.datetime(2025, 6, 3, 8, tzinfo=dt.UTC)
    assert occasions(sources, "presskit", before) == []
    french = edition_of(sources, "presskit", "forum-2025", before, language="fr")
    assert french.embargo == dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC)


def test_a_kit_waits_with_no_story_of_the_same_name(sources):
    story(sources, "2025-06-03-forum-opens", "embargo: 2025-12-01T09:00\ncolour: red\n")
    edit(
        sources, "presskits/forum-2025/kit.md", "releases: 5", "releases: [2025-06-03-forum-opens]"
    )
    assert occasions(sources, "presskit") == ["forum-2025"]


def test_a_kit_waits_with_no_file_of_word_of_the_same_name(sources):
    story(sources, "2025-04-14-register", "embargo: 2025-12-01T09:00\n")
    write(sources, "news/2025-04-14-register.docx", "Nets.")
    edit(sources, "presskits/forum-2025/kit.md", "releases: 5", "releases: [2025-04-14-register]")
    kits = [one for one, _ in waiting.everything(read(sources), NOW) if waiting.is_kit(one)]
    assert kits == []


def test_an_anchor_that_two_texts_of_an_edition_have_is_told(sources):
    for slug in ("2025-05-05-new-quay", "2025-05-06-ferry"):
        text = (sources / f"news/{slug}.md").read_text("utf-8")
        times = "\n\n### Times {#times}\n\nSee it.[^1]\n\n[^1]: A.\n"
        write(sources, f"news/{slug}.md", text + times)
    [said] = lines_of(edition_of(sources, "newsletter", "2025-05").findings)
    assert said == (
        "sources/news/2025-05-06-ferry.md:1:1: warning W118 the anchor 'times' leads elsewhere: "
        "'2025-05-05-new-quay' has it too, and stands in the same edition"
    )
    assert edition_of(sources, "newsletter", "2025-03").findings == ()


def test_a_check_tells_of_an_anchor_that_two_chapters_have(sources):
    assert list(copydesk.anchored_in_wholes(read(sources))) == []
    for name in ("presskits/forum-2025/02-the-town.md", "presskits/forum-2025/kit.md"):
        text = (sources / name).read_text("utf-8")
        write(sources, name, f"{text}\n\n### Times {{#times}}\n\nB\n")
    [said] = lines_of(tuple(copydesk.anchored_in_wholes(read(sources))))
    assert said.startswith("sources/presskits/forum-2025/02-the-town.md:1:1: warning W118 ")


def test_the_moments_at_which_another_choice_is_made_are_known(sources):
    moments = hours.thresholds(read(sources))
    assert dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC) in moments
    assert dt.datetime(2025, 5, 12, tzinfo=LISBON) in moments
    assert list(moments) == sorted(moments)


# The press kit and the others -------------------------------------------------------------


def test_who_will_lead_is_told_by_no_kit_before_that_day(sources):
    edit(sources, "organisation.yaml", "as_of: 2025-01-15", "as_of: 2025-07-01")
    first_day = dt.datetime(2025, 7, 1, tzinfo=LISBON)
    eve = first_day - dt.timedelta(minutes=1)
    assert edition_of(sources, "presskit", "forum-2025", eve).organisation.governance is None
    assert edition_of(sources, "presskit", "forum-2025", first_day).organisation.governance
    assert first_day in hours.thresholds(read(sources))
    # A kit that is made ahead is of its own day.
    edit(sources, "presskits/forum-2025/kit.md", "date: 2025-05-26", "date: 2025-07-02")
    assert edition_of(sources, "presskit", "forum-2025", eve).organisation.governance


def test_a_kit_shows_the_newest_releases_up_to_its_day(sources):
    for number in range(1, 8):
        write(
            sources,
            f"releases/2025-05-2{number}-r.md",
            f"---\ntitle: R{number}\ndate: 2025-05-2{number}\n---\nText.\n",
        )
    made = edition_of(sources, "presskit", "forum-2025")
    assert [entry.title.plain for entry in made.announcements] == ["R6", "R5", "R4", "R3", "R2"]


def test_a_release_under_embargo_is_not_among_the_recent_ones(sources):
    head = "title: R\ndate: 2025-05-20\nembargo: 2025-12-01T09:00\n"
    write(sources, "releases/2025-05-20-r.md", f"---\n{head}---\nText.\n")
    made = edition_of(sources, "presskit", "forum-2025")
    assert [entry.release.slug for entry in made.announcements] == ["2025-04-14-register"]
    assert made.embargo is None


def test_a_faulty_release_is_not_passed_over_for_an_older_one(sources):
    edit(sources, "releases/2025-04-14-register.md", "place: Porto Novo", "plaice: Porto Novo")
    assert isinstance(edition_of(sources, "presskit", "forum-2025"), Refused)
    edit(sources, "presskits/forum-2025/kit.md", "releases: 5", "releases: 0")
    assert isinstance(edition_of(sources, "presskit", "forum-2025"), Edition)


def test_previous_editions_are_the_earlier_ones_of_the_series_that_took_place(sources):
    made = edition_of(sources, "presskit", "forum-2025")
    assert made.event.id == "forum-2025"
    assert [event.id for event in made.previous] == ["forum-2023"]


def test_a_kit_has_its_figures_contacts_and_pictures(sources):
    made = edition_of(sources, "presskit", "forum-2025")
    assert [(fact.id, fact.text) for fact in made.figures] == [
        ("members", "1,200"),
        ("ferry-lines", "2.5"),
    ]
    assert [contact.id for contact in made.contacts] == ["press", "front-desk"]
    assert [picture.name for picture in made.pictures] == ["ferry.png", "quay.png", "logo.png"]


def test_a_release_without_contact_has_the_press_office(sources):
    made = edition_of(sources, "release", "2025-06-03-forum-opens")
    assert [contact.id for contact in made.contacts] == ["press"]
    assert made.boilerplate_title.plain == "Who we are"


def test_a_boilerplate_without_title_is_about_us(sources):
    made = edition_of(sources, "release", "2025-04-14-register")
    assert made.boilerplate_title.plain == "About HTN"


def test_an_edition_knows_its_languages(sources):
    assert edition_of(sources, "slides").languages == ("en", "fr")
    (sources / "slides/harbours.fr.md").unlink()
    assert edition_of(sources, "slides").languages == ("en",)


def test_a_broken_chapter_refuses_its_book_and_a_broken_section_its_kit(sources):
    edit(sources, "manifesto/2025/02-ferries.md", "title: Ferries", "titel: Ferries")
    edit(sources, "presskits/forum-2025/02-the-town.md", "title: The town", "titel: The town")
    assert isinstance(edition_of(sources, "manifesto"), Refused)
    assert isinstance(edition_of(sources, "presskit"), Refused)
    assert isinstance(edition_of(sources, "newsletter"), Edition)


def test_an_undated_faulty_story_holds_up_the_newest_issue_only(sources):
    write(sources, "news/lost.md", "---\ntitle: Lost\n---\n")
    assert isinstance(edition_of(sources, "newsletter", "2025-05"), Refused)
    assert isinstance(edition_of(sources, "newsletter", "2025-03"), Edition)
