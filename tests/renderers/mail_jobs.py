"""A newsletter with everything in it, and the tickets that take its pages to their renderers."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from pipeline import publications
from pipeline.errors import Finding, Location
from pipeline.model.editions import Edition, Output, Publication, Run
from pipeline.model.house import Contact, Event, Mail, Organisation
from pipeline.model.sources import Issue, Story
from pipeline.model.texts import Day, Picture, Text
from pipeline.renderers import email, merge_tags
from pipeline.renderers.job import Job
from pipeline.typesetting import Typesetter

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
WHERE = Location(PurePath("templates/newsletter/publication.toml"))
HEAD = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title>'


def text(words: str) -> Text:
    return Text(html=words, plain=re.sub(r"<[^>]+>", "", words), language="en")


def edition(mail: Mail | None = None, **changes: Any) -> Edition:
    publication = Publication(slug="newsletter", title="Newsletter", per="issue", where=WHERE)
    organisation = Organisation(
        name=text("Towns Together"),
        short_name=text("Together"),
        languages=("en", "fr"),
        timezone="Europe/Paris",
        mail=mail or Mail(unsubscribe="https://a.org/leave", preferences="https://a.org/choose"),
    )
    made = Edition(
        publication=publication,
        slug="2026-06",
        language="en",
        title=text("The letter"),
        date=dt.date(2026, 6, 12),
        organisation=organisation,
        lead=Issue(kind="issue", slug="2026-06", language="en", subject=text("June")),
        languages=("en", "fr"),
    )
    return dataclasses.replace(made, **changes)


def job(
    page: str,
    made_up: Edition | None = None,
    assets: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[Job, list[Finding]]:
    found: list[Finding] = []
    output = Output(name="newsletter.html", renderer="email", template="n.html", where=WHERE)
    return Job(made_up or edition(), output, page, {}, assets, {}, found.append), found


def rendered(page: str, **options: Any) -> str:
    return email.render(job(page, **options)[0]).decode()


def findings(page: str, **options: Any) -> list[Finding]:
    ticket, found = job(page, **options)
    email.render(ticket)
    return found


def codes(page: str, **options: Any) -> set[str]:
    return {finding.code for finding in findings(page, **options)}


def page(body: str = "<p>Hello</p>", css: str = "", kept: str = "") -> str:
    style = f"<style>{css}</style>" if css else ""
    ignored = f'<style data-premailer="ignore">{kept}</style>' if kept else ""
    return f"{HEAD}{style}{ignored}</head><body>{body}</body></html>"


def typesetter() -> Typesetter:
    return Typesetter(
        TEMPLATES, publications.words(TEMPLATES), publications.brand(TEMPLATES), merge_tags.TOKENS
    )


def story(number: int, **changes: Any) -> Story:
    picture = Picture(
        name=f"{number}.png",
        alt=text(f"Street {number}"),
        credit=text("A. Painter"),
        licence="CC-BY-4.0",
        width=1600,
        height=1000,
    )
    made = Story(
        kind="news",
        slug=f"story-{number}",
        language="en",
        title=text(f"Town {number} opens its <em>doors</em>"),
        body=text(f"<p>{'Seventy words of quiet prose about towns. ' * 10}</p>"),
        project=text("BRIDGE"),
        place=text("Riga"),
        country_name="Latvia",
        dates="14–15 May 2026",
        image=picture,
        link=f"https://a.org/{number}",
        link_text=text(f"More about town {number}"),
    )
    return dataclasses.replace(made, **changes)


def full() -> Edition:
    stories = tuple(story(number) for number in range(1, 13))
    agenda = tuple(
        Event(
            id=f"e{number}",
            title=text(f"Meeting {number}"),
            start=Day(2026, 7, number),
            dates=f"{number} July 2026",
            place=text("Riga"),
            country_name="Latvia",
            link=f"https://a.org/e{number}",
            link_text=text(f"Programme {number}"),
            audience="members" if number == 2 else "public",
            status="postponed" if number == 3 else "planned",
        )
        for number in range(1, 9)
    )
    return edition(
        Mail(
            unsubscribe="https://a.org/leave",
            preferences="https://a.org/choose",
            online="https://a.org",
            utm={"source": "letter"},
        ),
        lead=Issue(
            kind="issue",
            slug="2026-06",
            language="en",
            title=text("The letter"),
            number="71",
            subject=text("June in the towns"),
            preheader=text("Twelve stories"),
            body=text("<p>Dear reader.</p>"),
        ),
        sections={
            "network": Run(name="network", label="Network", items=stories[:6]),
            "projects": Run(name="projects", label="Projects", items=stories[6:]),
        },
        did_you_know=(story(13, image=None),),
        agenda=agenda,
        contacts=(Contact(id="press", name=text("Desk"), email="desk@a.org", phone="+33 1 2"),),
        pictures=tuple(s.image for s in stories if s.image),
    )


@dataclasses.dataclass(frozen=True, kw_only=True)
class Letter:
    """What a message is made of."""

    subject: str
    html: str
    text: str
    sender: str
    language: str = "en"
    list_id: str = ""
    unsubscribe: str = ""


def letter_with(meant: Letter) -> Job:
    """The ticket of a message."""
    mail = Mail(sender=meant.sender, list_id=meant.list_id, unsubscribe=meant.unsubscribe)
    made_up = edition(mail, language=meant.language)
    lead = dataclasses.replace(made_up.lead, subject=text(meant.subject))
    output = Output(name="l.eml", renderer="eml", options={"html": "l.html", "text": "l.txt"})
    made = {"l.html": meant.html.encode(), "l.txt": meant.text.encode()}
    found: list[Finding] = []
    made_up = dataclasses.replace(made_up, lead=lead)
    return Job(made_up, output, "", made, {}, {}, found.append)


@functools.cache
def sample(language: str) -> Mapping[str, bytes]:
    """The files of the sample's first issue, but for its PDF, which is the business of others."""
    from pipeline import editions, production
    from pipeline.corpus import reading

    corpus = reading.read(ROOT / "sources", {"issue", "news", "boilerplate"})
    [newsletter] = [one for one in publications.discover(TEMPLATES) if one.slug == "newsletter"]
    outputs = tuple(output for output in newsletter.outputs if output.renderer != "pdf")
    [made_up] = editions.make_up(
        dataclasses.replace(newsletter, outputs=outputs),
        corpus,
        dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        publications.words(TEMPLATES),
        named="2019-12",
        languages=(language,),
    )
    assert isinstance(made_up, Edition)
    return production.produce(made_up, typesetter(), lambda name, size: None).files
