"""A message that staff open in their mail program as a draft: letter, text part, pictures."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NoReturn
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from pipeline import assets, notices
from pipeline.addresses import host_of
from pipeline.errors import CopyError, Finding, Level, Location
from pipeline.model.editions import Edition
from pipeline.model.house import Organisation
from pipeline.renderers import letter, merge_tags, pictures, wishes
from pipeline.renderers.job import Job

HOUR_OF_SENDING = dt.time(9)
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
LIST_ID = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
URI = re.compile(r"(?:https://|mailto:)[!-;=?-~]+")
PHRASE = re.compile(r"^(?P<name>.*?)(?:(?<!\s)\s+)?<(?P<address>[^<>]*)>$")
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}
CONTROLS = ("Cc", "Cs", "Zl", "Zp")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
TURNS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
"""Kinds of signs that turn the direction of reading, and so can disguise an address."""
CRLF = b"\r\n"

# RFC 5322 asks for 78 letters a line, RFC 2047 for encoded words of 75.
LINE = 78
WORD = 75
LONGEST = 500
"""Letters of one header's words."""


def render(job: Job) -> bytes:
    text = wishes.file(job, "text", "text").decode()
    written = wishes.file(job, "html", "text").decode()
    body = _body(text, *_embedded(written, job))
    headers = list(_headers(job, body))
    message = b"".join(raw + CRLF for _, raw in headers) + body
    _verify(message, [name for name, _ in headers], job)
    return message


# --- headers -----------------------------------------------------------------------------------


def _headers(job: Job, body: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and finished line of each header, in order; the body brings its own Content-Type."""
    edition, mail = job.edition, job.edition.organisation.mail
    name, address = sender(job)
    if address:
        yield "From", _mailbox("From", name, address)
    yield "Subject", folded("Subject", checked(_subject(job), "subject", _lead_place(job)))
    yield "Date", f"Date: {date_of(edition)}".encode()
    yield "Message-ID", f"Message-ID: <{_identity(edition, body)}@{_domain(job, address)}>".encode()
    yield "Content-Language", f"Content-Language: {edition.language}".encode()
    if mail.list_id:
        yield "List-Id", _list_id(edition.organisation)
    addresses = _unsubscribe(edition.organisation)
    if addresses:
        yield "List-Unsubscribe", _raw("List-Unsubscribe", addresses)
    if any(address.startswith("https://") for address in addresses):
        yield "List-Unsubscribe-Post", b"List-Unsubscribe-Post: List-Unsubscribe=One-Click"
    # Outlook and others open a message with this line as a draft, ready to be sent.
    yield "X-Unsent", b"X-Unsent: 1"
    yield "MIME-Version", b"MIME-Version: 1.0"


def sender(job: Job) -> tuple[str, str]:
    """Name and address of who sends the letter: `mail: from`, else the first contact."""
    edition, where = job.edition, _mail_place(job, "from")
    written = edition.organisation.mail.sender
    if not written:
        known = [contact.email for contact in edition.contacts if contact.email]
        if not known:
            message = "nobody is named as the sender of the letter"
            remedy = "say it in organisation.yaml, 'mail: {from: Our name <news@example.org>}'"
            job.report(Finding("M121", message, remedy, where, Level.WARNING))
            return "", ""
        written = f"{edition.organisation.short_name.plain} <{known[0]}>"
    phrase = PHRASE.match(checked(written, "from", where))
    name, address = (_unquoted(phrase["name"]), phrase["address"]) if phrase else ("", written)
    if not ADDRESS.fullmatch(address.strip()):
        remedy = "write an address like news@example.org, or Our name <news@example.org>"
        _refuse(f"'from' is not a sender that mail can carry: {written!r}", remedy, where)
    return name, address.strip()


def _unquoted(name: str) -> str:
    return name[1:-1] if len(name) > 1 and name[0] == name[-1] == '"' else name


def checked(value: str, key: str, where: Location) -> str:
    """The value in one line, if it can do no harm in a header."""
    value = unicodedata.normalize("NFC", value)
    if len(value) > LONGEST:
        remedy = "shorten it: few programs show more than a hundred letters"
        _refuse(f"'{key}' has {len(value)} letters; mail carries {LONGEST}", remedy, where)
    for sign in value:
        if unicodedata.category(sign) in CONTROLS or unicodedata.bidirectional(sign) in TURNS:
            name = unicodedata.name(sign, f"control character {ord(sign):#04x}")
            remedy = "type the words anew; the sign probably came with a paste"
            _refuse(f"'{key}' contains an invisible sign ({name})", remedy, where)
    if "=?" in value:
        remedy = "leave out '=?', which mail programs take for the start of a code"
        _refuse(f"'{key}' contains '=?'", remedy, where)
    return " ".join(value.split())


def folded(name: str, value: str) -> bytes:
    """A header line, folded at 78, with encoded words of at most 75 where it is not ASCII.

    >>> folded("Subject", "Réunion à Riga")
    b'Subject: =?utf-8?q?R=C3=A9union_=C3=A0_Riga?='
    """
    return _line(name, value.split(" ") if value.isascii() else [*_encoded_words(value)])


def _line(name: str, pieces: list[str]) -> bytes:
    # Never folded right after the colon, which spam filters take for forgery.
    lines, line = [], f"{name}: {pieces[0]}"
    for piece in pieces[1:]:
        if len(line) + 1 + len(piece) > LINE:
            lines.append(line)
            line = ""
        line += f" {piece}"
    return "\r\n".join([*lines, line]).encode("ascii")


def _encoded_words(value: str) -> Iterator[str]:
    """RFC 2047; no letter is cut in two, and blanks travel inside the words."""
    word, room = "", WORD - len("=?utf-8?q??=") - 12
    for letter_ in value:
        code = "".join(_q(byte) for byte in letter_.encode())
        if len(word) + len(code) > room:
            yield f"=?utf-8?q?{word}?="
            word = ""
        word += code
    yield f"=?utf-8?q?{word}?="


def _q(byte: int) -> str:
    sign = chr(byte)
    if sign == " ":
        return "_"
    return sign if byte < 128 and sign.isalnum() else f"={byte:02X}"


def _mailbox(header: str, name: str, address: str) -> bytes:
    if not name:
        return _line(header, [address])
    words = _phrase(name).split(" ") if name.isascii() else [*_encoded_words(name)]
    return _line(header, [*words, f"<{address}>"])


def _phrase(name: str) -> str:
    """The name, in quotation marks where a sign in it would mean something."""
    if re.fullmatch(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]+", name):
        return name
    return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'


def _raw(name: str, addresses: tuple[str, ...]) -> bytes:
    """One address to a line and never encoded, or one-click unsubscribing breaks (RFC 2369)."""
    return f"{name}: ".encode() + b",\r\n ".join(f"<{one}>".encode() for one in addresses)


def _list_id(organisation: Organisation) -> bytes:
    where = organisation.keys.get("mail.list_id", organisation.at("mail"))
    written = checked(organisation.mail.list_id, "list_id", where)
    phrase = PHRASE.match(written)
    name, identity = (_unquoted(phrase["name"]), phrase["address"]) if phrase else ("", written)
    if not LIST_ID.fullmatch(identity) or not name.isascii():
        remedy = "write a name without blanks or accents, like newsletter.example.org"
        _refuse(f"'list_id' is not a name that mail can carry: {written!r}", remedy, where)
    return f"List-Id: {_phrase(name) + ' ' if name else ''}<{identity}>".encode()


def _unsubscribe(organisation: Organisation) -> tuple[str, ...]:
    where = organisation.keys.get("mail.unsubscribe", organisation.at("mail"))
    written = organisation.mail.unsubscribe
    addresses = merge_tags.split(checked(written, "unsubscribe", where)) if written else ()
    for address in addresses:
        if not URI.fullmatch(address):
            remedy = "write an address that begins with https:// or mailto:, without blanks"
            _refuse(f"'unsubscribe' is not an address: {address!r}", remedy, where)
    return addresses


def _subject(job: Job) -> str:
    """An embargo is told before the message is opened."""
    subject = getattr(job.edition.lead, "subject", None) or job.edition.title
    notice = notices.notice(job.edition, job.words)
    return f"{notice} – {subject.plain}" if notice else str(subject.plain)


def date_of(edition: Edition) -> str:
    """The morning of the edition's day, in the organisation's time; never in the machine's."""
    zone = ZoneInfo(edition.organisation.timezone)
    moment = dt.datetime.combine(edition.date, HOUR_OF_SENDING, zone)
    weekday, month = DAYS[moment.weekday()], MONTHS[moment.month - 1]
    return f"{weekday}, {moment.day:02d} {month} {moment.year:04d} {moment:%H:%M:%S %z}"


def _identity(edition: Edition, body: bytes) -> str:
    occasion = f"{edition.publication.slug}/{edition.slug}/{edition.language}/"
    return hashlib.sha256(occasion.encode() + body).hexdigest()[:32]


def _domain(job: Job, address: str) -> str:
    host = host_of(job.edition.organisation.website)
    named = address.rpartition("@")[2] or host.removeprefix("www.")
    return named if LIST_ID.fullmatch(named) else "letter.invalid"


# --- the body ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    kind: str
    """The MIME type."""
    content: bytes

    @property
    def identity(self) -> str:
        digest = hashlib.sha256(self.name.encode() + self.content).hexdigest()[:20]
        return f"{digest}@parts.invalid"


def _embedded(written: str, job: Job) -> tuple[str, tuple[Part, ...], tuple[Part, ...]]:
    """The letter as it refers to its parts, the pictures in it, and what is attached."""
    beside = sorted(pictures.beside(written, job.assets).items())
    shown = tuple(
        Part(name=_file_name(name), kind=TYPES[assets.sniff(content)], content=content)
        for name, content in beside
    )
    attached = tuple(
        Part(name=_file_name(name), kind="text/calendar; charset=utf-8", content=job.made[name])
        for name in wishes.names(job.output, "attach")
        if b"BEGIN:VEVENT" in job.made.get(name, b"")
    )
    places = {pictures.link(name, ""): part for (name, _), part in zip(beside, shown, strict=True)}
    places |= {part.name: part for part in attached}

    def change(_: str, given: dict[str, str]) -> dict[str, str]:
        for key in ("src", "href"):
            if given.get(key) in places:
                given[key] = f"cid:{places[given[key]].identity}"
        return given

    return letter.retag(written, change), shown, attached


def _file_name(name: str) -> str:
    """A name every mail program can save: plain letters, no folders."""
    plain = unicodedata.normalize("NFKD", unquote(PurePosixPath(name).name))
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain.encode("ascii", "ignore").decode()) or "part"


def _body(text: str, html: str, shown: tuple[Part, ...], attached: tuple[Part, ...]) -> bytes:
    seed = hashlib.sha256((text + "\0" + html).encode()).hexdigest()[:24]
    page = _text_part("html", html)
    if shown:
        page = _multipart('related; type="text/html"', [page, *map(_inline, shown)], f"{seed}_r")
    body = _multipart("alternative", [_text_part("plain", text), page], f"{seed}_a")
    if attached:
        body = _multipart("mixed", [body, *map(_attachment, attached)], f"{seed}_m")
    return body


def _multipart(kind: str, parts: list[bytes], seed: str) -> bytes:
    # '=_' occurs in neither base64 nor quoted-printable, so no part can contain its boundary.
    boundary = f"=_{seed}".encode()
    head = f'Content-Type: multipart/{kind};\r\n boundary="'.encode() + boundary + b'"'
    inner = b"".join(b"--" + boundary + CRLF + part + CRLF for part in parts)
    return head + CRLF + CRLF + inner + b"--" + boundary + b"--" + CRLF


def _text_part(kind: str, words: str) -> bytes:
    head = f"Content-Type: text/{kind}; charset=utf-8\r\n".encode()
    return head + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + printable(words)


def printable(words: str) -> bytes:
    """Quoted-printable in lines of at most 76 letters that end in CRLF."""
    lines = words.replace("\r\n", "\n").encode()
    quoted = binascii.b2a_qp(lines, istext=True, header=False)
    lines_ = (short for line in quoted.splitlines() for short in _guarded(line))
    return b"".join(line + CRLF for line in lines_) if words.endswith("\n") else CRLF.join(lines_)


def _guarded(line: bytes) -> Iterator[bytes]:
    # Mail stores and servers treat a lone dot and a leading 'From ' as their own.
    line = re.sub(rb"^From ", b"=46rom ", re.sub(rb"^\.", b"=2E", line))
    if len(line) > 76:
        code = line[73:75].rfind(b"=")
        cut = 73 + code if code >= 0 else 75
        yield line[:cut] + b"="
        yield from _guarded(line[cut:])
    else:
        yield line


def _inline(part: Part) -> bytes:
    return _binary(part, "inline")


def _attachment(part: Part) -> bytes:
    return _binary(part, "attachment")


def _binary(part: Part, disposition: str) -> bytes:
    head = (
        f'Content-Type: {part.kind};\r\n name="{part.name}"',
        "Content-Transfer-Encoding: base64",
        f"Content-ID: <{part.identity}>",
        f'Content-Disposition: {disposition};\r\n filename="{part.name}"',
    )
    coded = base64.encodebytes(part.content).replace(b"\n", CRLF).removesuffix(CRLF)
    return "\r\n".join(head).encode() + CRLF + CRLF + coded


# --- proof -------------------------------------------------------------------------------------


def _verify(message: bytes, intended: list[str], job: Job) -> None:
    """Whatever the headers were made of, a reader of mail must find those intended, and no more."""
    head, _, _ = message.partition(CRLF + CRLF)
    lines = [line for line in head.split(CRLF) if not line.startswith((b" ", b"\t"))]
    names = [line.partition(b":")[0].decode() for line in lines]
    faults = []
    if names != [*intended, "Content-Type"]:
        faults.append(f"its headers are {', '.join(names)}")
    if re.search(rb"\r(?!\n)|(?<!\r)\n", message):
        faults.append("it has a line end that is not one")
    if any(len(line) > 998 for line in message.split(CRLF)):
        faults.append("it has a line that is too long")
    for fault in faults:
        remedy = "send the letter from newsletter.html and newsletter.txt instead, and report this"
        job.report(Finding("M122", f"the message is not safe: {fault}", remedy, _lead_place(job)))


def _refuse(message: str, remedy: str, where: Location) -> NoReturn:
    raise CopyError(Finding("M120", message, remedy, where))


def _mail_place(job: Job, key: str) -> Location:
    organisation = job.edition.organisation
    return organisation.keys.get(f"mail.{key}", organisation.at("mail"))


def _lead_place(job: Job) -> Location:
    lead = job.edition.lead
    return lead.at("subject") if lead else job.output.where
