"""Contacts for an address book (vCard 4.0, RFC 6350)."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Iterator

from pipeline import addresses
from pipeline.model.house import Contact, Organisation

# RFC 6350 §3.2 counts octets, the blank that begins a continuation among them.
LINE = 75
# A reader may take any of these for the end of a line, and what follows for a property.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def cards(
    contacts: Iterable[Contact], organisation: Organisation, date: dt.date, notice: str = ""
) -> bytes:
    """A card for each contact; who has no number of their own has the organisation's."""
    lines = (line for contact in contacts for line in _card(contact, organisation, date, notice))
    return b"".join(_folded(line) for line in lines)


def _card(
    contact: Contact, organisation: Organisation, date: dt.date, notice: str
) -> Iterator[str]:
    seed = f"{organisation.website or organisation.name.plain}#{contact.id}"
    name = _text(contact.name.plain)
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "PRODID:-//Broadside//Press kit//EN"
    yield f"UID:urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}"
    yield f"REV:{date:%Y%m%d}T000000Z"
    yield f"FN:{name}"
    # Of no use to a desk, but some address books show nobody without it.
    yield f"N:{name};;;;"
    yield f"ORG:{_text(organisation.name.plain)}"
    if contact.role:
        yield f"TITLE:{_text(contact.role.plain)}"
    yield f"EMAIL;TYPE=work:{_text(contact.email)}"
    if phone := addresses.telephone(contact.phone or organisation.phone):
        yield f'TEL;VALUE=uri;TYPE="work,voice":{phone}'
    for preference, language in enumerate(contact.languages, 1):
        yield f"LANG;PREF={min(preference, 100)}:{_text(language)}"
    if organisation.address:
        yield f"ADR;TYPE=work:;;{_text(organisation.address.plain)};;;;"
    if organisation.website:
        yield f"URL:{_CONTROLS.sub('', organisation.website)}"
    if note := ". ".join(filter(None, (contact.label.plain, notice))):
        yield f"NOTE:{_text(note)}"
    yield "END:VCARD"


def _text(words: str) -> str:
    r"""
    >>> _text("Press; media, and\nphotographs")
    'Press\\; media\\, and\\nphotographs'
    """
    clean = _CONTROLS.sub(" ", words)
    return re.sub(r"([\\,;])", r"\\\1", clean).replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """No line is longer than 75 octets, and no letter is cut in two."""
    lines, rest = [], b""
    for letter in line:
        code = letter.encode()
        if len(rest) + len(code) > LINE:
            lines.append(rest)
            rest = b" "
        rest += code
    return b"\r\n".join([*lines, rest]) + b"\r\n"
