"""Every key of every source does what the page of keys says."""

from __future__ import annotations

import datetime as dt

from pipeline.corpus import keys
from tests.desks import edit, english, read, told, write


def test_the_organisation_tells_who_we_are(sources):
    house = english(sources).organisation
    assert house.name.plain == "Harbour Towns Network"
    assert house.short_name.plain == "HTN"
    assert house.languages == ("en", "fr")
    assert house.timezone == "Europe/Lisbon"
    assert house.website == "https://www.harbours.example"
    assert house.address.plain == "Cais das Naus 4, Porto Novo"
    assert house.phone == "+351 21 234 56 78"
    assert house.tagline.plain == "Towns that face the water"
    assert house.legal.plain == "A non-profit association."
    assert house.missing_translation == "omit"
    assert [(s.network, s.handle, s.url, s.label.plain) for s in house.social] == [
        ("LinkedIn", "Harbour Towns", "https://social.example/harbours", "HTN on LinkedIn"),
        ("Mastodon", "@harbours@social.example", "", ""),
    ]
    assert (house.brand.primary, house.brand.accent) == ("#0b4f6c", "#b5402a")
    assert house.brand.logo.name == "logo.png"
    assert str(house.governance.as_of) == "2025-01-15"
    assert house.governance.president.plain == "Town of Old Quay"
    assert [place.plain for place in house.governance.vice_presidents] == ["Brisa", "Norhavn"]
    assert [place.plain for place in house.governance.committee] == ["Porto Novo", "Ria"]
    assert house.governance.director.plain == "Ana Sole"
    assert house.mail.sender == "HTN news <news@harbours.example>"
    assert house.mail.list_id == "news.harbours.example"
    assert house.mail.unsubscribe == "https://www.harbours.example/leave"
    assert house.mail.preferences == "https://www.harbours.example/choices"
    assert house.mail.online == "https://www.harbours.example/letters"
    assert house.mail.profile == "generic"
    assert house.mail.utm == {"utm_source": "newsletter"}


def test_four_keys_are_all_an_organisation_needs(sources):
    write(
        sources,
        "organisation.yaml",
        "name: A\nshort_name: B\nlanguages: [en]\ntimezone: Europe/Paris\n",
    )
    assert english(sources).organisation.governance is None
    assert [line for line in told(sources) if "error" in line] == []


def test_contacts_and_names_are_told(sources):
    copy = english(sources)
    press = copy.contacts["press"]
    assert (press.name.plain, press.role.plain, press.email, press.phone, press.label.plain) == (
        "Inês Duarte",
        "Press officer",
        "press@harbours.example",
        "+351 21 234 56 79",
        "Press",
    )
    assert press.languages == ("en", "fr")
    tidewise, porto_novo = copy.names
    assert tidewise.variants == ("Tide-Wise", "TideWise")
    assert tidewise.means.plain == "Towns Improving Defences"
    assert tidewise.link == "https://tidewise.example"
    assert (porto_novo.name, porto_novo.variants) == ("Porto Novo", ())


def test_an_agenda_entry_tells_everything(sources):
    forum = next(event for event in english(sources).agenda if event.id == "forum-2025")
    assert forum.title.html == "Harbour <em>Forum</em>"
    assert (forum.dates, forum.country, forum.country_name) == ("3–5 June 2025", "NO", "Norway")
    assert (forum.link, forum.link_text.plain) == ("https://forum.harbours.example", "Programme")
    assert (forum.audience, forum.status, forum.series) == ("public", "planned", "forum")
    assert (forum.edition.plain, forum.partner.plain) == ("2nd", "Town of Norhavn")
    day, school, call = english(sources).agenda[3:]
    assert (day.audience, day.project.plain) == ("members", "TIDEWISE")
    assert (school.dates, school.country_name) == ("July 2025", "Scotland")
    assert (call.status, call.place.plain, call.end) == ("postponed", "", None)


def test_a_picture_is_told_with_what_must_be_known_of_it(sources):
    quay = english(sources).pictures["quay.png"]
    assert (quay.alt.plain, quay.credit.plain, quay.licence) == (
        "A quay at dawn",
        "Town of Brisa",
        "CC-BY-4.0",
    )
    assert (quay.width, quay.height, quay.format, len(quay.digest)) == (60, 40, "png", 64)


def test_a_decorative_picture_says_so_with_an_empty_alt(sources):
    edit(sources, "images.yaml", "alt: {en: HTN, fr: RVP}", 'alt: ""')
    assert english(sources).pictures["logo.png"].alt.plain == ""
    edit(sources, "images.yaml", 'alt: ""', "alt:")
    assert told(sources, "K")[0].startswith("sources/images.yaml:2:7: error K102 'alt' should be")


STORY = """---
title: The "quay"
date: 2025-05-09
start: 2025-05
end: 2025-06
place: Ria
country: GB-SCT
project: TIDEWISE
image: ferry.png
link: press@harbours.example
link_text: Write
links: [https://a.example, {url: www.b.example, text: B, audience: members}]
section: network
audience: members
embargo: 2025-05-09T12:00+02:00
order: 3
---
Body.
"""


def test_a_story_tells_everything(sources):
    write(sources, "news/2025-05-09-all.md", STORY)
    story = next(story for story in english(sources).news if story.slug == "2025-05-09-all")
    assert story.title.plain == "The “quay”"
    assert (str(story.date), str(story.start), str(story.end)) == (
        "2025-05-09",
        "2025-05",
        "2025-06",
    )
    assert (story.dates, story.place.plain, story.country_name) == (
        "May–June 2025",
        "Ria",
        "Scotland",
    )
    assert (story.project.plain, story.image.name, story.section) == (
        "TIDEWISE",
        "ferry.png",
        "network",
    )
    assert (story.link, story.link_text.plain) == ("mailto:press@harbours.example", "Write")
    assert [(link.url, link.text.plain, link.audience) for link in story.links] == [
        ("https://a.example", "", "public"),
        ("https://www.b.example", "B", "members"),
    ]
    assert (story.audience, story.order) == ("members", 3)
    assert story.embargo == dt.datetime(2025, 5, 9, 10, tzinfo=dt.UTC)


def test_a_release_tells_everything(sources):
    register, forum = english(sources).releases
    assert register.title.plain == "Network counts 1,200 towns"
    assert register.standfirst.plain == "The register is out."
    assert (register.place.plain, register.country_name) == ("Porto Novo", "Portugal")
    assert [contact.id for contact in register.contacts] == ["press"]
    assert [picture.name for picture in register.images] == ["quay.png"]
    assert register.notes.html == "<p>The register is public.</p>"
    assert (register.boilerplate, forum.boilerplate) == ("short", "long")
    assert forum.subtitle.plain == "The forum opens"
    assert forum.embargo == dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC), "Lisbon's summer"


def test_an_issue_tells_everything(sources):
    head = (
        "title: Spring\ndate: 2025-05-12\nnumber: 0071\nsubject: S\npreheader: P\n"
        "since: 2025-05-01\nuntil: 2025-05-10\nitems: [2025-05-06-ferry]\n"
        "sections: [projects]\nagenda_until: 2025-12-31\n"
    )
    write(sources, "newsletters/2025-05.md", f"---\n{head}---\nHello.\n")
    issue = english(sources).issues[-1]
    assert (issue.title.plain, issue.number, issue.subject.plain) == ("Spring", "0071", "S")
    assert issue.preheader.plain == "P"
    assert (issue.since, issue.until) == (dt.date(2025, 5, 1), dt.date(2025, 5, 10))
    assert (issue.items, issue.sections) == (("2025-05-06-ferry",), ("projects",))
    assert issue.agenda_until == dt.date(2025, 12, 31)
    assert issue.body.plain == "Hello."


def test_a_kit_tells_everything(sources):
    [kit] = english(sources).kits
    assert (kit.title.plain, kit.subtitle.plain, kit.event) == (
        "Harbour Forum",
        "Press kit",
        "forum-2025",
    )
    assert [contact.id for contact in kit.contacts] == ["press", "front-desk"]
    assert (kit.figures, kit.releases) == (("members", "ferry-lines"), 5)
    assert kit.hashtags == ("Harbours25", "Forum")
    assert [part.title.plain for part in kit.sections] == ["The forum", "The town"]
    assert kit.body.plain == "The forum meets on 3–5 June 2025."


def test_a_kit_may_list_releases_of_others(sources):
    edit(
        sources,
        "presskits/forum-2025/kit.md",
        "releases: 5",
        "releases:\n  - 2025-04-14-register\n  - title: Elsewhere\n    date: 2025-05\n"
        "    url: https://else.example\n    issuer: Town of Ria",
    )
    [kit] = english(sources).kits
    ours, theirs = kit.releases
    assert ours == "2025-04-14-register"
    assert (theirs.title.plain, str(theirs.date), theirs.url, theirs.issuer.plain) == (
        "Elsewhere",
        "2025-05",
        "https://else.example",
        "Town of Ria",
    )


def test_a_manifesto_has_its_chapters_and_their_sections(sources):
    [book] = english(sources).manifestos
    assert (book.title.plain, book.subtitle.plain) == (
        "The water’s edge",
        "What harbour towns ask for",
    )
    assert book.body.plain == "We live by the water."
    quays, _, storms = book.chapters
    assert (quays.number, quays.title.plain) == (1, "Quays")
    assert 'id="quays-1"' in quays.recommendations.html
    assert 'id="gates"' in storms.recommendations.html
    assert "with the neighbours" in quays.recommendations.html
    assert storms.without == ("references",)
    assert not storms.references
    assert len(read(sources).copies["fr"].manifestos[0].chapters) == 1


def test_a_deck_has_a_slide_for_each_heading(sources):
    [deck] = english(sources).decks
    assert [slide.title.plain for slide in deck.slides] == [
        "Who we are",
        "What we do",
        "A picture",
        "Join us",
    ]
    assert deck.slides[0].body.plain == "1,200 member towns"
    assert deck.slides[0].notes.plain == "Say hello first."
    assert str(deck.slides[1].where) == "sources/slides/harbours.md:11:1"


def test_a_boilerplate_may_have_a_heading_of_its_own(sources):
    kept = english(sources).boilerplates
    assert kept["long", dt.date.max].title.plain == "Who we are"
    assert not kept["short", dt.date.max].title


def test_a_boilerplate_needs_no_front_matter(sources):
    write(sources, "boilerplate/short.md", "The register of ports.\n\n---\n\nSince 1987.\n")
    kept = english(sources).boilerplates["short", dt.date.max]
    assert kept.body.plain.startswith("The register of ports.")
    assert kept.where.line == 1


def test_every_key_says_what_it_wants_and_what_for():
    for file, table in keys.REFERENCE.items():
        for name, key in table.items():
            assert key.wanted, f"{file}: {name}"
            assert key.about, f"{file}: {name}"
            assert not key.about.endswith("."), f"{file}: {name}"


def test_a_zone_that_is_called_by_the_opposite_is_told_and_read(sources):
    edit(sources, "organisation.yaml", "Europe/Lisbon", "Etc/GMT-5")
    assert told(sources, "K104") == [
        (
            "sources/organisation.yaml:4:11: warning K104 clocks in Etc/GMT-5 are at +05:00, "
            "whatever its name seems to say\n    name a town, like  timezone: Europe/Paris"
        )
    ]
