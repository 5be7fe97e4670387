"""Weeks of a press office nobody has: texts that wait, pictures, dates, and builds in any order."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import random
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image, ImageDraw

from tests.desks import SMALL, write

ROOT = Path(__file__).parent.parent.parent
ZONES = (
    "Europe/Paris",
    "America/St_Johns",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
)
CHANGE = dt.datetime(2025, 3, 30, 1, tzinfo=dt.UTC)
"""When the clocks of Europe go forward."""
NOTE = "{0} alpha {0} bravo {0} charlie {0} delta {0} echo {0} foxtrot"
HEAD = '<!DOCTYPE html><html lang="{{ edition.language }}"><meta charset="utf-8"><title>'
NOTICE = (
    "{% if edition.embargo %}EMBARGO {{ edition.embargo | iso }}\n{% endif %}"
    "{{ edition | notice(words) }}\n"
)
SHOWN = (
    "{{ item.title }}{{ item.body | sized(300, edition.pictures) }}{% if item.image %}"
    '<img width="300" alt="{{ item.image.alt.plain }}" src="{{ item.image.url }}">{% endif %}'
)
TEMPLATES = {
    "newsletter/publication.toml": """\
title = "Newsletter"
per = "issue"
audience = "public"
archive = "archive.html"
[[output]]
name = "newsletter.txt"
renderer = "plain"
template = "newsletter.txt"
[[output]]
name = "web.html"
renderer = "web"
template = "web.html"
[[output]]
name = "agenda.ics"
renderer = "ics"
[[output]]
name = "images"
renderer = "pictures"
of = ["web.html"]
[[output]]
name = "newsletter.eml"
renderer = "eml"
html = "web.html"
text = "newsletter.txt"
attach = ["agenda.ics"]
""",
    "newsletter/web.html": HEAD + "{{ edition.title.plain }}</title><main>{{ edition.lead.body }}"
    "{% for run in edition.sections.values() %}{% for item in run.items %}"
    + SHOWN
    + "{% endfor %}{% endfor %}{% for event in edition.agenda %}<p>{{ event.title }}</p>"
    "{% endfor %}</main></html>",
    "newsletter/archive.html": "<!DOCTYPE html><title>x</title>{% for issue in issues %}"
    '<a href="{{ issue.folder }}/web.html">{{ issue.title }}</a>{% endfor %}',
    "release/publication.toml": """\
title = "Release"
per = "release"
audience = "press"
[[output]]
name = "release.txt"
renderer = "plain"
template = "release.txt"
[[output]]
name = "release.html"
renderer = "web"
template = "web.html"
[[output]]
name = "images"
renderer = "pictures"
of = ["release.html"]
""",
    "release/release.txt": NOTICE
    + "{{ edition.title.plain }}\n{{ edition.lead.body | text(None) }}\n",
    "release/web.html": HEAD
    + "{{ edition.title.plain }}</title>"
    + NOTICE
    + "{{ edition.lead.body | sized(300, edition.pictures) }}"
    "{% for one in edition.lead.images %}"
    '<img width="300" alt="{{ one.alt.plain }}" src="{{ one.url }}">{% endfor %}</html>',
    "presskit/publication.toml": """\
title = "Press kit"
per = "kit"
audience = "press"
[[output]]
name = "presskit.txt"
renderer = "plain"
template = "presskit.txt"
[[output]]
name = "presskit.zip"
renderer = "kit"
editions = "release"
formats = [".txt"]
""",
    "presskit/presskit.txt": NOTICE
    + "{{ edition.title.plain }}\n{{ edition.lead.body | text(None) }}\n"
    "{% for entry in edition.announcements %}* {{ entry.title.plain }}\n{% endfor %}",
    "flyer/publication.toml": """\
title = "Flyer"
per = "standing"
[section.all]
kinds = ["news", "releases", "newsletters", "presskits", "agenda"]
[[output]]
name = "flyer.txt"
renderer = "plain"
template = "flyer.txt"
[[output]]
name = "flyer.html"
renderer = "web"
template = "flyer.html"
[[output]]
name = "images"
renderer = "pictures"
of = ["flyer.html"]
""",
    "flyer/flyer.txt": "{% for item in edition.sections.all['items'] %}{{ item.title.plain }}"
    "{% if item.kind is defined %} {{ item.slug }}{% if item.kind == 'issue' %}{{ item['items'] }}"
    "{% elif item.kind == 'kit' %}{{ item.releases }}{% endif %}{% endif %}\n{% endfor %}",
    "flyer/flyer.html": HEAD + "Flyer</title>{% for item in edition.sections.all['items'] %}"
    "{% if item.kind is defined and item.kind == 'news' %}"
    + SHOWN
    + "{% endif %}{% endfor %}</html>",
}


OFFICE = """
[[output]]
name = "{0}.pdf"
renderer = "pdf"
template = "{1}"
[[output]]
name = "{0}.docx"
renderer = "docx"
template = "{1}"
"""
PAGES = {"flyer": "flyer.html", "release": "web.html", "newsletter": "web.html"}
"""What is made as a PDF and for Word as well, where there is time."""


def lay_templates(folder: Path, *, with_office: bool = False) -> Path:
    """Publications in every form that takes no time to make; and in those that take some."""
    shutil.copytree(SMALL, folder)
    spoken = (ROOT / "templates/_shared/words.toml").read_text("utf-8")
    tables = re.split(r"^(?=\[)", spoken, flags=re.MULTILINE)
    chosen = [table for table in tables if table.startswith(("[en]", "[fr]"))]
    write(folder, "_shared/words.toml", "".join(chosen))
    for name, text in TEMPLATES.items():
        write(folder, name, text)
    for name, page in PAGES.items() if with_office else ():
        declared = TEMPLATES[f"{name}/publication.toml"]
        write(folder, f"{name}/publication.toml", declared + OFFICE.format(name, page))
    return folder


@dataclass(frozen=True, kw_only=True)
class Shot:
    """A picture of sixteen fields, some of them dark: anybody knows it again by these."""

    name: str
    word: str
    dark: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story or a release that waits for its hour, or for none."""

    folder: str
    slug: str
    word: str
    day: dt.date
    hour: dt.datetime | None
    french: dt.datetime | None
    """The hour that only its translation names."""
    is_translated: bool
    shots: tuple[Shot, ...]
    fault: str = ""

    @property
    def until(self) -> dt.datetime | None:
        return max(filter(None, (self.hour, self.french)), default=None)

    def is_held(self, moment: dt.datetime) -> bool:
        return self.until is not None and moment < self.until


@dataclass(frozen=True, kw_only=True)
class Week:
    zone: str
    told: tuple[Told, ...]
    shots: tuple[Shot, ...]
    is_fallback: bool
    items: tuple[int, ...]
    listed: tuple[int, ...] | int
    """What the kit names, by its place in *told*; or how many of the newest."""
    issued: dt.date
    inline: frozenset[int] = field(default=frozenset())
    """Those that show their pictures between their words."""
    house: str = "Towns"


def codes() -> list[frozenset[int]]:
    """Fields that differ in so many places that no two pictures are like each other."""
    chance = random.Random(7)
    found: list[frozenset[int]] = []
    while len(found) < 12:
        one = frozenset(chance.sample(range(16), 8))
        if all(len(one ^ other) > 5 for other in found):
            found.append(one)
    return found


CODES = codes()


def drawn(shot: Shot) -> bytes:
    places = [(place % 4 * 80, place // 4 * 80) for place in sorted(shot.dark)]
    if shot.name.endswith(".svg"):
        drawing = "".join(f'<rect x="{x}" y="{y}" width="80" height="80"/>' for x, y in places)
        head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320"'
        return f'{head} width="320" height="320">{drawing}</svg>'.encode()
    image = Image.new("RGB", (320, 320), "#e8e4d0")
    for x, y in places:
        ImageDraw.Draw(image).rectangle((x, y, x + 79, y + 79), fill="#20304a")
    buffer = io.BytesIO()
    image.save(buffer, "PNG" if shot.name.endswith("png") else "JPEG")
    return buffer.getvalue()


# A week by chance ---------------------------------------------------------------------------


def week_of(chance: random.Random, mark: str = "q") -> Week:
    """A week of a house all of whose words have its *mark*."""
    shots = tuple(
        Shot(
            name=f"s{n}.{chance.choice(['png', 'jpg', 'svg'])}",
            word=f"{mark}p{n}zz",
            dark=CODES[n + (6 if mark != "q" else 0)],
        )
        for n in range(chance.randint(1, 5))
    )
    told = tuple(_told(chance, n, shots, mark) for n in range(chance.randint(2, 6)))
    releases = tuple(n for n, one in enumerate(told) if one.folder == "releases")
    news = tuple(n for n, one in enumerate(told) if one.folder == "news")
    return Week(
        zone=chance.choice(ZONES),
        told=told,
        shots=shots,
        is_fallback=chance.random() < 0.5,
        items=news if chance.random() < 0.4 else (),
        listed=releases if chance.random() < 0.6 else chance.randint(0, 4),
        issued=CHANGE.date() + dt.timedelta(days=chance.choice([-1, 0, 0, 0, 1, 3])),
        inline=frozenset(n for n in range(len(told)) if chance.random() < 0.5),
    )


def _hour(chance: random.Random) -> dt.datetime:
    return CHANGE + dt.timedelta(minutes=chance.choice([0, 30, -30, 60, -60, 4000, -4000, 90]))


def _told(chance: random.Random, number: int, shots: Sequence[Shot], mark: str) -> Told:
    hour = _hour(chance) if chance.random() < 0.6 else None
    is_translated = chance.random() < 0.5
    return Told(
        folder=chance.choice(["news", "releases"]),
        slug=f"{mark}{number}zz" if chance.random() < 0.5 else f"2025-03-29-{mark}{number}zz-quay",
        word=f"{mark}x{number}zz",
        day=CHANGE.date() + dt.timedelta(days=chance.choice([-20, -3, -1, 0, 0, 1])),
        hour=hour,
        french=_hour(chance) if is_translated and chance.random() < 0.2 else None,
        is_translated=is_translated,
        shots=tuple(chance.sample(shots, chance.randint(0, min(2, len(shots))))),
        fault="colour: red\n" if chance.random() < 0.06 else "",
    )


def turned(chance: random.Random, week: Week) -> Week:
    """The week after somebody has changed their mind about one of its texts."""
    number = chance.randrange(len(week.told))
    one = week.told[number]
    match chance.choice(["put off", "free", "rename", "picture"]):
        case "put off":
            one = dataclasses.replace(one, hour=_hour(chance))
        case "free":
            one = dataclasses.replace(one, hour=None, french=None)
        case "rename":
            one = dataclasses.replace(one, slug=f"{one.slug}-anew")
        case _:
            one = dataclasses.replace(one, shots=(chance.choice(week.shots),))
    told = tuple(one if n == number else other for n, other in enumerate(week.told))
    return dataclasses.replace(week, told=told)


# As files -----------------------------------------------------------------------------------


def typed(hour: dt.datetime, zone: str) -> str:
    return hour.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")


def lay_out(week: Week, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    policy = "fallback" if week.is_fallback else "omit"
    write(
        folder,
        "organisation.yaml",
        f"name: {week.house}\nshort_name: T\nlanguages: [en, fr]\ntimezone: {week.zone}\n"
        f"missing_translation: {policy}\n"
        "mail: {from: T <news@towns.example>, online: https://towns.example/l}\n",
    )
    entries = ""
    for shot in week.shots:
        write(folder, f"images/{shot.name}", drawn(shot))
        entries += f"{shot.name}: {{alt: 'A {shot.word} on the quay', credit: A, licence: CC0}}\n"
    write(folder, "images.yaml", entries)
    write(folder, "facts.yaml", "boats: {value: 417, unit: boats, as_of: 2025-01-01}\n")
    contact = "{}: {{name: Ada {}, email: {}@towns.example}}\n"
    write(
        folder, "contacts.yaml", contact.format("press", "P", "p") + contact.format("b", "B", "b")
    )
    event = "- {{id: e{0}, title: Fair {0} of the boats, start: 2025-04-0{0}, place: Ria}}\n"
    write(folder, "agenda.yaml", "".join(event.format(n) for n in (1, 2, 3)))
    for number, one in enumerate(week.told):
        _lay_text(week, one, folder, number in week.inline)
    _lay_papers(week, folder)


def _lay_text(week: Week, one: Told, folder: Path, is_inline: bool) -> None:
    names = [shot.name for shot in one.shots]
    head = f"title: Title {one.word} matters\ndate: {one.day}\n{one.fault}"
    if one.hour:
        head += f"embargo: {typed(one.hour, week.zone)}\n"
    if names and not is_inline:
        key = f"image: {names[0]}" if one.folder == "news" else f"images: [{', '.join(names)}]"
        head += f"{key}\n"
    if one.folder == "releases":
        head += "contacts: [b]\n"
    body = f"{NOTE.format(one.word)}.\n\nWith {{{{ facts.boats }}}} boats at the fair.\n"
    if is_inline:
        body += "".join(f"\n![A thing]({name})\n" for name in names)
    path = f"{one.folder}/{one.slug}"
    write(folder, f"{path}.md", f"---\n{head}---\n{body}")
    if one.is_translated:
        hour = f"embargo: {typed(one.french, week.zone)}\n" if one.french else ""
        french = f"---\ntitle: Titre {one.word} compte\n{hour}---\n{NOTE.format(one.word)} golf.\n"
        write(folder, f"{path}.fr.md", french)


def _lay_papers(week: Week, folder: Path) -> None:
    items = ", ".join(week.told[n].slug for n in week.items if week.told[n].folder == "news")
    named = f"items: [{items}]\n" if items else ""
    letter = f"---\ndate: {week.issued}\nsubject: Letter\n{named}---\nHello.\n"
    write(folder, "newsletters/letter.md", letter)
    write(folder, "newsletters/letter.fr.md", "---\nsubject: Lettre\n---\nBonjour.\n")
    listed = week.listed
    if not isinstance(listed, int):
        listed_names = [week.told[n].slug for n in listed if week.told[n].folder == "releases"]
        told = f"[{', '.join(listed_names)}]" if listed_names else "2"
    else:
        told = str(listed)
    kit = f"---\ntitle: Kit\ndate: {week.issued}\nreleases: {told}\nfigures: [boats]\nevent: e1\n"
    write(folder, "presskits/kit/kit.md", f"{kit}---\nKit.\n")
    write(folder, "slides/deck.md", "---\ntitle: Deck\n---\n# Hello\n\nDeck.\n")
