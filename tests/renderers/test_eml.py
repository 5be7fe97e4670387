"""The message: what a mail program reads back is what was meant, and not a header more."""

from __future__ import annotations

import dataclasses
import datetime as dt
import email as mails
import email.policy
import io
import quopri
import unicodedata
from email.message import EmailMessage
from pathlib import PurePath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pipeline.errors import CopyError, Finding, Location
from pipeline.model.editions import Edition, Output, Publication
from pipeline.model.house import Contact, Mail, Organisation
from pipeline.model.sources import Issue
from pipeline.model.texts import Text
from pipeline.renderers import eml
from pipeline.renderers.job import Job

WHERE = Location(PurePath("sources/organisation.yaml"), 12, 3)
SENDER = "Towns Together <news@towns.example>"
LONG = "https://a.org/leave?list=" + "x" * 180
PICTURE = "https://build.invalid/images/riga.png"


def plain(words: str) -> Text:
    return Text(html=words, plain=words, language="en")


def job(
    subject: str = "June in the towns",
    html: str = "<p>Hello</p>",
    text: str = "Hello\n",
    made: dict[str, bytes] | None = None,
    assets: dict[str, bytes] | None = None,
    **mail: Any,
) -> tuple[Job, list[Finding]]:
    organisation = Organisation(
        name=plain("Towns"),
        short_name=plain("Towns"),
        languages=("en", "fr"),
        timezone="Europe/Paris",
        website="https://www.towns.example",
        mail=Mail(**{"sender": SENDER, **mail}),
        keys={"mail": WHERE},
    )
    lead = Issue(kind="issue", slug="2026-06", language="en", subject=plain(subject))
    made_up = Edition(
        publication=Publication(slug="newsletter", title="Newsletter", per="issue"),
        slug="2026-06",
        language="fr",
        title=plain("The letter"),
        date=dt.date(2026, 6, 12),
        organisation=organisation,
        lead=lead,
    )
    options = {"html": "l.html", "text": "l.txt", "attach": ["agenda.ics"]}
    output = Output(name="l.eml", renderer="eml", options=options)
    finished = {"l.html": html.encode(), "l.txt": text.encode(), **(made or {})}
    found: list[Finding] = []
    return Job(made_up, output, "", finished, assets or {}, {}, found.append), found


def sent(**options: Any) -> bytes:
    ticket, found = job(**options)
    message = eml.render(ticket)
    assert found == []
    return message


def read(message: bytes) -> EmailMessage:
    parsed = mails.message_from_bytes(message, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    assert not [part for part in parsed.walk() if part.defects]
    return parsed


def painted() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (300, 200), "#123a6b").save(written, "PNG")
    return written.getvalue()


def test_headers_say_who_what_when_and_how_to_leave() -> None:
    message = sent(list_id="news.towns.example", unsubscribe="https://a.org/leave")
    head = message.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    identity = next(line for line in head if line.startswith("Message-ID"))
    assert identity.endswith("@towns.example>")
    assert [line for line in head if line is not identity][:-2] == [
        "From: Towns Together <news@towns.example>",
        "Subject: June in the towns",
        "Date: Fri, 12 Jun 2026 09:00:00 +0200",
        "Content-Language: fr",
        "List-Id: <news.towns.example>",
        "List-Unsubscribe: <https://a.org/leave>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "X-Unsent: 1",
        "MIME-Version: 1.0",
    ]


def test_addresses_to_leave_by_stay_raw_however_long_one_to_a_line() -> None:
    message = sent(unsubscribe=f"{LONG}, mailto:leave@towns.example")
    wanted = f"List-Unsubscribe: <{LONG}>,\r\n <mailto:leave@towns.example>\r\n"
    assert wanted.encode() in message
    assert message.count(b"List-Unsubscribe-Post") == 1


def test_a_mailbox_alone_is_no_one_click_address() -> None:
    assert b"List-Unsubscribe-Post" not in sent(unsubscribe="mailto:leave@towns.example")


def test_the_two_parts_come_back_letter_by_letter() -> None:
    text = "From here\n.\n..two\n" + "é" * 90 + "\ntrailing \n" + "x" * 1200 + "\n"
    html = f"<!DOCTYPE html><p>{text}\u034f\u200c\u00a0</p>\n"
    message = read(sent(text=text, html=html))
    assert message.get_content_type() == "multipart/alternative"
    for kind, wanted in (("plain", text), ("html", html)):
        part = message.get_body((kind,))
        assert part is not None
        assert part.get_content().replace("\r\n", "\n") == wanted


def test_no_line_is_too_long_and_every_line_ends_as_mail_wants() -> None:
    subject = "Ein " + "schöner " * 30
    message = sent(text="ü" * 500, html="<p>" + "x" * 5000 + "</p>", subject=subject)
    assert b"\n" not in message.replace(b"\r\n", b"")
    assert max(map(len, message.split(b"\r\n"))) <= 78


@pytest.mark.parametrize(
    "subject",
    [
        "Réunion à Riga : les villes répondent à l’appel, et l’Europe écoute enfin ses maires",
        "Συνάντηση στη Ρίγα",
        "An English subject that is rather long, goes on and on, and must be folded somewhere",
        "日本の代表団がパリを訪れ、監視カメラと市民の権利について長い質問をした",
        "Smileys 😀" + "😀" * 30,
    ],
)
def test_a_subject_in_any_script_comes_back_whole(subject: str) -> None:
    message = sent(subject=subject)
    assert read(message)["Subject"] == subject
    head = message.partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert all(len(word) <= 75 for line in head for word in line.split() if b"=?" in word)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1))
def test_any_printable_subject_comes_back_whole(subject: str) -> None:
    ticket, found = job(subject=subject)
    try:
        message = eml.render(ticket)
    except CopyError:
        assert "=?" in unicodedata.normalize("NFC", subject)
        return
    assert found == []
    assert str(read(message)["Subject"]) == unicodedata.normalize("NFC", subject)


PIECES = (*"Fromé.= x", "\n", "From ", "€", ".\n", "x" * 74)


@given(st.lists(st.sampled_from(PIECES), max_size=400).map("".join))
def test_quoted_printable_keeps_its_lines_short_whatever_they_begin_with(words: str) -> None:
    coded = eml.printable(words)
    assert quopri.decodestring(coded.replace(b"\r\n", b"\n")).decode() == words
    lines = coded.split(b"\r\n")
    assert max(map(len, lines)) <= 76
    assert not [line for line in lines if line.startswith((b".", b"From "))]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("subject", "Hello\r\nBcc: evil@x.org"),
        ("subject", "Hello\nX"),
        ("subject", "=?utf-8?q?Hi=0D=0ABcc:_evil@x.org?="),
        ("subject", "pay \u202egro.x@live"),
        ("subject", "a\u2028b"),
        ("subject", "a\x00b"),
        ("sender", "Evil =?utf-8?q?=0D=0ABcc:_x@x.org?= <a@a.org>"),
        ("sender", "News <a@a.org>\r\nBcc: x@x.org"),
        ("sender", "not an address"),
        ("sender", "News <münchen@a.org>"),
        ("sender", "News <a@a.org, b@b.org>"),
        ("list_id", "two words"),
        ("list_id", "x>\r\nBcc: <x.org"),
        ("unsubscribe", "javascript:alert(1)"),
        ("unsubscribe", "https://a.org/><b"),
        ("unsubscribe", "https://a.org/\r\nBcc: x@x.org"),
    ],
)
def test_a_header_that_could_carry_another_is_refused(name: str, value: str) -> None:
    given_: dict[str, Any] = {name: value}
    ticket, _ = job(**given_)
    with pytest.raises(CopyError, match="M120") as refused:
        eml.render(ticket)
    [finding] = refused.value.findings
    assert finding.remedy


def test_the_refusal_points_to_the_line_of_the_organisation() -> None:
    ticket, _ = job(sender="nonsense")
    with pytest.raises(CopyError, match=r"^sources/organisation\.yaml:12:3: error M120 'from' is"):
        eml.render(ticket)


@pytest.mark.parametrize(
    "name",
    ["Towns, Together", 'The "Towns"', "Forum européen", "Forum européen pour la sécurité " * 3],
)
def test_a_name_of_any_kind_leads_to_the_same_mailbox(name: str) -> None:
    message = sent(sender=f"{name} <news@towns.example>")
    [address] = read(message)["From"].addresses
    assert address.addr_spec == "news@towns.example"
    # Python 3.11 puts a blank between encoded words that has no place there (RFC 2047, 6.2).
    assert address.display_name.replace(" ", "") == name.replace(" ", "")
    assert not message.startswith(b"From:\r\n")
    assert all(len(line) <= 78 for line in message.split(b"\r\n")[:4])


def test_without_a_sender_the_first_contact_sends_and_without_one_nobody() -> None:
    ticket, found = job(sender="")
    assert b"From:" not in eml.render(ticket)
    assert [finding.code for finding in found] == ["M121"]
    desk = Contact(id="desk", name=plain("Desk"), email="desk@towns.example")
    staffed = dataclasses.replace(
        ticket, edition=dataclasses.replace(ticket.edition, contacts=(desk,))
    )
    assert eml.render(staffed).startswith(b"From: Towns <desk@towns.example>\r\n")


def test_pictures_travel_inside_the_letter() -> None:
    html = '<p><img src="images/riga.png" width="100" alt="Riga"></p>'
    message = read(sent(html=html, assets={PICTURE: painted()}))
    related = message.get_body(("related",))
    assert related is not None
    page, picture = related.iter_parts()
    assert picture.get_content_type() == "image/png"
    assert f'src="cid:{picture["Content-ID"][1:-1]}"' in page.get_content()
    assert Image.open(io.BytesIO(picture.get_content())).size == (200, 133)


def test_hosted_pictures_stay_where_they_are() -> None:
    html = '<img src="https://a.org/riga.png" width="100" alt="Riga">'
    message = read(sent(html=html, assets={PICTURE: painted()}))
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_the_dates_are_attached_and_the_link_to_them_finds_them() -> None:
    ics = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    message = read(sent(html='<a href="agenda.ics">Dates</a>', made={"agenda.ics": ics}))
    [attached] = message.iter_attachments()
    assert attached.get_filename() == "agenda.ics"
    assert attached.get_payload(decode=True) == ics
    page = message.get_body(("html",))
    assert page is not None
    assert f'href="cid:{attached["Content-ID"][1:-1]}"' in page.get_content()


def test_a_calendar_without_dates_is_not_attached() -> None:
    assert b"text/calendar" not in sent(made={"agenda.ics": b"BEGIN:VCALENDAR\r\n"})


def test_the_same_issue_gives_the_same_message_and_another_one_another_identity() -> None:
    assert sent() == sent()
    first, second = (read(sent(text=words)) for words in ("One\n", "Two\n"))
    assert first["Message-ID"] != second["Message-ID"]
    assert first.get_boundary() != second.get_boundary()


def test_a_file_name_from_anywhere_is_one_that_every_program_can_save() -> None:
    html = '<img src="images/Gda%C5%84sk%20%22x%22.png" width="100" alt="">'
    address = 'https://build.invalid/images/Gdańsk "x".png'
    message = read(sent(html=html, assets={address: painted()}))
    names = [part.get_filename() for part in message.walk() if part.get_filename()]
    assert names == ["Gdansk-x-.png"]


def test_an_embargo_and_whose_copy_it_is_are_told_before_the_message_is_opened() -> None:
    ticket, _ = job()
    held = dataclasses.replace(
        ticket.edition,
        language="en",
        embargo=dt.datetime(2026, 7, 1, 7, tzinfo=dt.UTC),
        newsroom="Le Monde",
    )
    words = {"embargoed_until": "Embargoed until {moment}", "copy_for": "Copy for {newsroom}"}
    content = eml.render(dataclasses.replace(ticket, edition=held, words=words))
    message = mails.message_from_bytes(content, policy=email.policy.default)
    assert message["Subject"] == (
        "Embargoed until 1 July 2026, 09:00 CEST (UTC+2) · Copy for Le Monde – June in the towns"
    )
