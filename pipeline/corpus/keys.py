"""Every key that a source may have: how it is read, what it wants, what it is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.corpus import values
from pipeline.corpus.reader import COUNTRIES, Key, Reader, likeliest, wrong
from pipeline.errors import CopyError, Finding, Level
from pipeline.frontmatter import Node, Scalar, Table
from pipeline.model.house import Brand, Governance, Mail, Social
from pipeline.model.sources import SECTIONS, Announcement
from pipeline.model.texts import Link

TEXT = "some text"
DAY = "2020-03-26"
URL = "https://www.example.org"
POLICIES = ("omit", "fallback", "fail")
AUDIENCE = values.choice("public", "members")


def languages(reader: Reader, node: Node) -> tuple[str, ...]:
    from pipeline import calendar, cldr

    codes = values.many(values.word)(reader, node)
    for code in codes:
        if short := cldr.shorter(code):
            remedy = f"write {short!r}, its code of two letters"
            raise CopyError(Finding("K104", f"unknown language {code!r}", remedy, node.where))
        if not calendar.is_language(code):
            remedy = "languages are codes like en, fr, de or pt-BR"
            if meant := COUNTRIES.get(code.lower()):
                remedy = f"write {meant!r}, the code of the language and not of the country"
            several = re.split(r"[\s,;]+", code)
            if len(several) > 1 and all(map(calendar.is_language, several)):
                remedy = f"write  [{', '.join(several)}]"
            raise CopyError(Finding("K104", f"unknown language {code!r}", remedy, node.where))
    if not codes:
        raise wrong(node, "a list of languages like [en, fr]")
    return codes


_PARTS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Pacific")


def timezone(reader: Reader, node: Node) -> str:
    import zoneinfo

    from pipeline import moments

    typed = reader.word(node, "a time zone like Europe/Paris")
    try:
        zoneinfo.ZoneInfo(typed)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        # A zone that is named by its hour would be wrong for half of the year.
        towns = (name for name in zoneinfo.available_timezones() if "/" in name[4:])
        part, slash, town = typed.rpartition("/")
        by_town = {
            name.rpartition("/")[2].replace("_", " "): name
            for name in sorted(towns)
            if not slash or name.startswith(f"{part}/") or part not in _PARTS
        }
        # The part of the world is like that of every other town.
        meant = by_town.get(likeliest(town, by_town))
        remedy = (
            f"did you mean {meant!r}?"
            if meant
            else "write the town by which your clocks are set, like  timezone: Europe/Paris"
        )
        finding = Finding("K104", f"unknown time zone {typed!r}", remedy, node.where)
        raise CopyError(finding) from error
    if offset := moments.meant_by(typed):
        message = f"clocks in {typed} are at {offset}, whatever its name seems to say"
        remedy = "name a town, like  timezone: Europe/Paris"
        reader.report("K104", message, remedy, node.where, Level.WARNING)
    return typed


SOCIAL = {
    "network": Key(values.word, "LinkedIn", "the network's name", True),
    "handle": Key(values.word, "@example", "the name used there"),
    "url": Key(values.url, URL, "the address of the page"),
    "label": Key(values.text, TEXT, "what to print, if not the handle"),
}
BRAND = {
    "primary": Key(values.colour, '"#123A6B"', "the main colour"),
    "accent": Key(values.colour, '"#C4411A"', "the second colour"),
    "logo": Key(
        values.picture,
        "logo.svg",
        "a picture of images.yaml; letters show logo.png in place of logo.svg",
    ),
}
GOVERNANCE = {
    "as_of": Key(values.day, DAY, "the day on which this was so"),
    "president": Key(values.text, TEXT, "the city or person that presides"),
    "vice_presidents": Key(values.many(values.text), "[…]", "a list"),
    "committee": Key(values.many(values.text), "[…]", "the executive committee, a list"),
    "director": Key(values.text, TEXT, "the executive director"),
}
_TAG = re.compile(r"\{\{.*\}\}|\{%.*%\}|\{\$?\w+\}|\*\|.*\|\*|%[\w-]+%|<%.*%>|\[\[?\w+\]\]?")
"""What a sending tool fills in."""
_TOOLS = {
    "mailchimp": re.compile(r"\*\|"),
    "listmonk": re.compile(r"\bM(?:anage|essage)URL|UnsubscribeURL"),
    "brevo": re.compile(r"\{\{ *(?:unsubscribe|update_profile|mirror) *\}\}"),
}


def _of_mail(reader: Reader, node: Node) -> str:
    """An address that some sending tools fill in by themselves."""
    tag = node.text.strip() if isinstance(node, Scalar) else ""
    if not _TAG.fullmatch(tag):
        return values.url(reader, node)
    tool = next((name for name, form in _TOOLS.items() if form.search(tag)), "")
    known = f"take this line out and write  profile: {tool}  which fills in its own tags"
    remedy = known if tool else "write an address, or choose a tool by  profile:  instead"
    raise values.mended(wrong(node, f"an address like {URL}"), remedy)


MAIL = {
    "from": Key(values.word, "Name <news@example.org>", "who the letter is from"),
    "list_id": Key(values.word, "news.example.org", "the List-Id of the mailing list"),
    "unsubscribe": Key(_of_mail, URL, "where readers leave the list (generic profile)"),
    "preferences": Key(_of_mail, URL, "where readers change their choices (generic profile)"),
    "images": Key(
        values.url, URL, "where the letter's pictures are hosted; else they travel along"
    ),
    "online": Key(_of_mail, URL, "where <edition>/<language>/web.html and agenda.ics are put"),
    "profile": Key(
        values.choice("generic", "listmonk", "mailchimp", "brevo"),
        "generic",
        "the sending tool: generic, listmonk, mailchimp or brevo",
    ),
    "utm": Key(values.texts_by_key, "{utm_source: newsletter}", "campaign tags for links"),
}


def social(reader: Reader, node: Node) -> Social:
    return Social(**_required(reader, node, SOCIAL, "a social network", "network"))


def brand(reader: Reader, node: Node) -> Brand:
    return Brand(**values.table(reader, node, BRAND, "brand"))


def governance(reader: Reader, node: Node) -> Governance:
    return Governance(**values.table(reader, node, GOVERNANCE, "governance"))


def mail(reader: Reader, node: Node) -> Mail:
    made = values.table(reader, node, MAIL, "mail")
    if "from" in made:
        made["sender"] = made.pop("from")
    return Mail(**made)


def _required(
    reader: Reader, node: Node, keys: Mapping[str, Key], what: str, *needed: str
) -> dict[str, Any]:
    made = values.table(reader, node, keys, what)
    if any(name not in made for name in needed):
        # Its own finding has been reported; the record it belongs to is refused with it.
        raise CopyError()
    return made


ORGANISATION = {
    "name": Key(values.called, TEXT, "the full name", True),
    "short_name": Key(values.called, TEXT, "the short name", True),
    "languages": Key(languages, "[en, fr]", "the languages; the first is the default", True),
    "timezone": Key(timezone, "Europe/Paris", "the time zone of dates and embargoes", True),
    "website": Key(values.url, URL, "the web site"),
    "address": Key(values.text, TEXT, "the postal address"),
    "phone": Key(values.phone, '"+33 1 23 45 67 89"', "the switchboard"),
    "tagline": Key(values.text, TEXT, "the motto"),
    "legal": Key(values.text, TEXT, "the legal form, for the imprint"),
    "missing_translation": Key(
        values.choice(*POLICIES),
        "omit",
        "of copy that is not translated: omit it, fallback to the first language, or fail",
    ),
    "social": Key(values.many(social), "[{network: …, url: …}]", "accounts on social networks"),
    "brand": Key(brand, "{primary: …}", "colours and logo"),
    "governance": Key(governance, "{president: …}", "who leads the organisation"),
    "mail": Key(mail, "{from: …}", "how letters leave the house"),
}


def values_of_fact(reader: Reader, node: Node) -> str:
    typed = reader.word(node, "a number or a text")
    # As the form has it, that make new puts there.
    if re.fullmatch(r"\?+", typed):
        raise wrong(node, "a number or a text")
    return typed


HISTORY = {
    "value": Key(values_of_fact, "140", "what it was", True),
    "as_of": Key(values.day, DAY, "from when it was so", True),
    "source": Key(values.text, TEXT, "who says so"),
}


def history(reader: Reader, node: Node) -> dict[str, Any]:
    return _required(reader, node, HISTORY, "an entry of history", "value", "as_of")


FACT = {
    "value": Key(values_of_fact, "250", "the figure or statement", True),
    "unit": Key(
        values.many(values.text),
        "[member cities]",
        "what it counts: the words behind it, printed below a large figure",
    ),
    "not": Key(values.many(values.word), "[140 cities]", "what is mistaken for it"),
    "as_of": Key(values.day, DAY, "the day on which it was so"),
    "source": Key(values.text, TEXT, "who says so"),
    "history": Key(values.many(history), "[{value: …, as_of: …}]", "earlier values"),
}
CONTACT = {
    "name": Key(values.text, TEXT, "a person or an office", True),
    "role": Key(values.text, TEXT, "the function"),
    "email": Key(values.email, "press@example.org", "the address", True),
    "phone": Key(values.phone, '"+33 1 23 45 67 89"', "the direct line"),
    "label": Key(values.text, TEXT, "what it is for: Press and accreditations"),
    "languages": Key(values.many(values.word), "[en, fr]", "the languages spoken"),
}
NAME = {
    "not": Key(values.many(values.word), "[…]", "wrong variants"),
    "means": Key(values.text, TEXT, "what it stands for"),
    "link": Key(values.url, URL, "its page"),
}
EVENT = {
    "id": Key(values.word, "sdc-2024", "its name in references", True),
    "title": Key(values.text, TEXT, "what takes place", True),
    "start": Key(values.day, DAY, "the first day, or a month or year", True),
    "end": Key(values.day, DAY, "the last day, inclusive"),
    "project": Key(values.text, TEXT, "the project it belongs to"),
    "place": Key(values.text, TEXT, "the town or the venue"),
    "country": Key(values.country, "FR", "ISO 3166 code"),
    "link": Key(values.address, URL, "more information"),
    "link_text": Key(values.text, TEXT, "the words of the link"),
    "audience": Key(AUDIENCE, "public", "public or members"),
    "status": Key(
        values.choice("planned", "postponed", "cancelled", "held"),
        "planned",
        "planned, postponed, cancelled or held",
    ),
    "series": Key(values.word, "sdc", "the series it is one of"),
    "edition": Key(values.text, TEXT, "which one of the series: 8th"),
    "partner": Key(values.text, TEXT, "with whom"),
}
PICTURE = {
    "alt": Key(values.text, TEXT, "what it shows, for those who do not see it", True, True),
    "credit": Key(values.text, TEXT, "whose work it is", True),
    "licence": Key(values.word, "CC-BY-4.0", "on what terms it may be used", True),
    "caption": Key(values.text, TEXT, "the line below it"),
}
LINK = {
    "url": Key(values.address, URL, "the address", True),
    "text": Key(values.text, TEXT, "the words of the link"),
    "audience": Key(AUDIENCE, "public", "public or members"),
}


def link(reader: Reader, node: Node) -> Link:
    if isinstance(node, Scalar):
        return Link(url=values.address(reader, node))
    return Link(**_required(reader, node, LINK, "a link", "url"))


ANNOUNCEMENT = {
    "title": Key(values.text, TEXT, "the headline", True),
    "date": Key(values.day, DAY, "when it was issued"),
    "url": Key(values.url, URL, "where it can be read"),
    "issuer": Key(values.text, TEXT, "who issued it"),
}


def announcements(reader: Reader, node: Node) -> int | tuple[str | Announcement, ...]:
    """The `releases` key of a kit: how many, or which."""
    if isinstance(node, Scalar) and re.fullmatch(r"\d{1,3}", node.text):
        return int(node.text)

    def one(reader: Reader, item: Node) -> str | Announcement:
        if isinstance(item, Table):
            return Announcement(**_required(reader, item, ANNOUNCEMENT, "a release", "title"))
        return reader.reference("releases", item)

    return values.many(one)(reader, node)


def hashtag(reader: Reader, node: Node) -> str:
    typed = reader.word(node).lstrip("#")
    if re.search(r"\w\s+\w", typed):
        message = f"a space ends the hashtag '#{typed.split()[0]}'"
        joined = "".join(word[:1].upper() + word[1:] for word in typed.split())
        reader.report("K102", message, f'write  "#{joined}"', node.where, Level.WARNING)
    return typed


HEAD = {
    "title": Key(values.text, TEXT, "the headline", True),
    "date": Key(values.day, DAY, "the day of publication", True),
}
STORY = {
    **HEAD,
    "start": Key(values.day, DAY, "the first day of what it reports"),
    "end": Key(values.day, DAY, "the last day, inclusive"),
    "place": Key(values.text, TEXT, "where it took place"),
    "country": Key(values.country, "FR", "ISO 3166 code"),
    "project": Key(values.text, TEXT, "the project it is about"),
    "image": Key(values.picture, "riga.png", "a picture of images.yaml"),
    "link": Key(values.address, URL, "where to read more"),
    "link_text": Key(values.text, TEXT, "the words of the link"),
    "links": Key(values.many(link), "[{url: …, text: …}]", "further links"),
    "section": Key(values.word, "projects", "the part of the newsletter it stands in"),
    "audience": Key(AUDIENCE, "public", "public or members"),
    "embargo": Key(values.moment, "2024-03-01T09:00+01:00", "not to be published before"),
    "order": Key(values.whole, "1", "its place in the section, lowest first"),
}
RELEASE = {
    **HEAD,
    "standfirst": Key(values.text, TEXT, "the sentence or two under the headline"),
    "place": Key(values.text, TEXT, "where it is issued, for the dateline"),
    "country": Key(values.country, "FR", "ISO 3166 code"),
    "embargo": Key(values.moment, "2024-03-01T09:00+01:00", "not to be published before"),
    "contacts": Key(values.many(values.reference("contacts")), "[press]", "ids of contacts.yaml"),
    "boilerplate": Key(
        values.reference("boilerplate"), "short", "which text about the house closes it"
    ),
    "images": Key(values.many(values.picture), "[riga.png]", "pictures offered with it"),
    "notes": Key(values.prose, TEXT, "notes to editors"),
    "subtitle": Key(values.text, TEXT, "a second line of headline"),
}
ISSUE = {
    "title": Key(values.text, TEXT, "a title, if the issue has one"),
    "date": HEAD["date"],
    "subject": Key(values.text, TEXT, "the subject line of the e-mail", True),
    "number": Key(values.word, "42", "the number of the issue"),
    "preheader": Key(values.text, TEXT, "the line mail programs show after the subject"),
    "since": Key(values.date, DAY, "the first day of news it takes up"),
    "until": Key(values.date, DAY, "the last day of news it takes up, inclusive"),
    "items": Key(values.many(values.reference("news")), "[…]", "news items by name, in order"),
    "sections": Key(values.many(values.word), "[projects]", "the order of the sections"),
    "agenda_until": Key(values.date, DAY, "the last day of the agenda"),
}
KIT = {
    **HEAD,
    "subtitle": Key(values.text, TEXT, "the line under the title"),
    "event": Key(values.reference("events"), "sdc-2024", "an id of agenda.yaml"),
    "contacts": RELEASE["contacts"],
    "releases": Key(announcements, "5", "how many recent releases, or which"),
    "figures": Key(values.many(values.reference("facts")), "[members]", "facts to show large"),
    "hashtags": Key(values.many(hashtag), '["#SDC24"]', "with or without #"),
    "boilerplate": Key(
        values.reference("boilerplate"), "long", "which text about the house closes it"
    ),
}
PART = {"title": HEAD["title"]}
MANIFESTO = {**HEAD, "subtitle": KIT["subtitle"]}
CHAPTER = {
    "title": HEAD["title"],
    "without": Key(
        values.many(values.choice(*SECTIONS)),
        "[references]",
        f"those it does not have of: {', '.join(SECTIONS)}",
    ),
}
DECK = {
    "title": HEAD["title"],
    "date": Key(values.day, DAY, "the day it is shown"),
}
BOILERPLATE = {"title": Key(values.text, TEXT, "the heading; default: About <short name>")}

MARKDOWN: Mapping[str, Mapping[str, Key]] = {
    "news": STORY,
    "release": RELEASE,
    "issue": ISSUE,
    "kit": KIT,
    "section": PART,
    "manifesto": MANIFESTO,
    "chapter": CHAPTER,
    "deck": DECK,
    "boilerplate": BOILERPLATE,
}
"""Kind of Markdown source -> its keys."""

REFERENCE: Mapping[str, Mapping[str, Key]] = {
    "organisation.yaml": ORGANISATION,
    "organisation.yaml, social": SOCIAL,
    "organisation.yaml, brand": BRAND,
    "organisation.yaml, governance": GOVERNANCE,
    "organisation.yaml, mail": MAIL,
    "facts.yaml": FACT,
    "facts.yaml, history": HISTORY,
    "contacts.yaml": CONTACT,
    "names.yaml": NAME,
    "agenda.yaml": EVENT,
    "images.yaml": PICTURE,
    "boilerplate/*.md": BOILERPLATE,
    "news/*.md": STORY,
    "news/*.md, links": LINK,
    "releases/*.md": RELEASE,
    "newsletters/*.md": ISSUE,
    "presskits/*/kit.md": KIT,
    "presskits/*/kit.md, releases": ANNOUNCEMENT,
    "presskits/*/[0-9]*.md": PART,
    "manifesto/*/manifesto.md": MANIFESTO,
    "manifesto/*/[0-9]*.md": CHAPTER,
    "slides/*.md": DECK,
}
"""For the page that documents them all, and the test that keeps it true."""
