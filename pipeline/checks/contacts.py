"""Contacts: addresses, telephones and handles against those that are registered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.checks.pencil import ERROR, NOTE, WARNING, Mark
from pipeline.checks.register import Register, distance, folded
from pipeline.errors import Level
from pipeline.sought import sought

if TYPE_CHECKING:
    from pipeline.checks.sheet import Address, Sheet

_EMAIL = sought(r"(?:mailto:)?\.*([\w+-][\w.+-]*)@([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


def _mails(sheet: Sheet) -> Iterator[tuple[Address, str, str]]:
    for block in sheet.blocks:
        for address in block.addresses:
            found = _EMAIL.match(address.text)
            if found:
                yield address, found[1].casefold(), found[2].casefold().rstrip(".")


_MAIL = sought(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PARAGRAPH = sought(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*")
_ALTERED = sought(r"[*_`\\\[\]<>{}$~]|&[#\w]+;|://|www\.|@\d")
"""What may mean to a reader something else than its letters: an address, a mark of Markdown."""


def may_be_wrong(text: str, register: Register) -> bool:
    """Whether a finished text must be cut and read: nearly all say only what is registered."""
    lowered = text.casefold()
    if any(old in lowered for old in register.retired):
        return True
    if any(mail not in register.emails for mail in _MAIL.findall(lowered)):
        return True
    return any(_may_be_misdialled(found[0], register) for found in _PARAGRAPH.finditer(text))


def _may_be_misdialled(paragraph: str, register: Register) -> bool:
    if sum(map(str.isdigit, paragraph)) < 9:
        return False
    if _ALTERED.search(paragraph):
        return True
    line = " ".join(part.strip() for part in re.split(r"[\r\n]+", paragraph))
    return any(_near(_dialled(found[0]), register.phones) for found in PHONE.finditer(line))


def c102_email_is_not_ours(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A letter to an address with one letter wrong reaches nobody, or somebody else.
    Remedy: write the registered address, or add this one to contacts.yaml."""
    if not register.emails or sheet.kind == "page":
        return
    for address, local, domain in _mails(sheet):
        mail = f"{local}@{domain}"
        if mail in register.emails or domain in register.retired:
            continue
        meant = _meant(local, domain, register)
        if not meant:
            continue
        right, level = meant
        at = address.start + address.text.casefold().find(local)
        remedy = f"did you mean {right}?" if right else "register it in contacts.yaml"
        message = f"{mail} is not in contacts.yaml"
        yield sheet.mark("C102", at, at + len(mail), message, remedy, level)


def _meant(local: str, domain: str, register: Register) -> tuple[str, Level] | None:
    close = sorted((distance(f"{local}@{domain}", email, 3), email) for email in register.emails)
    if domain in register.domains:
        near = [
            email
            for email in register.emails
            if email.endswith(f"@{domain}") and distance(local, email.split("@")[0]) <= 1
        ]
        if near and len(local) > 3:
            return near[0], ERROR
        return "", NOTE
    if close and close[0][0] <= 2 and len(domain) > 6:
        return close[0][1], ERROR
    for own in sorted(register.domains):
        if len(own) > 6 and 0 < distance(domain, own) <= 2:
            return f"{local}@{own}", ERROR
    ours = [mail for mail in sorted(register.emails) if mail.split("@")[0] == local]
    if ours and len(local) > 4 and _is_person(local, register):
        return ours[0], ERROR
    return None


def _is_person(local: str, register: Register) -> bool:
    """Whether a mailbox bears the name of somebody of ours: every house has a `press`."""
    names = {
        folded(part) for c in register.any_copy.contacts.values() for part in c.name.plain.split()
    }
    return any(len(part) > 3 and folded(part) in names for part in re.split(r"[._-]", local))


def c103_domain_is_retired(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """names.yaml says that this domain is no longer ours.
    Remedy: write the one that is."""
    if not register.retired:
        return
    every = [*sheet.addresses, *(a for block in sheet.blocks for a in block.addresses)]
    for address in every:
        lowered = address.text.casefold()
        for old, new in register.retired.items():
            at = re.search(rf"(?<![\w-]){re.escape(old)}(?![\w-])", lowered)
            if at:
                start = address.start + at.start()
                yield sheet.mark(
                    "C103", start, start + len(old), f"{old} is retired", f"write {new}", ERROR, new
                )


def c104_domain_is_nearly_ours(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A web address with one letter wrong leads to nobody, or to somebody who bought it.
    Remedy: write our domain."""
    every = [*sheet.addresses, *(a for block in sheet.blocks for a in block.addresses)]
    for address in every:
        # A registered mailbox is compared whole.
        form = _HOST if "@" not in address.text or register.emails else _MAILED
        found = form.match(address.text)
        host = found[1].casefold() if found else ""
        if found and (own := _ours(host, register)):
            yield _mistaken(sheet, address.start + found.start(1), host, own)
    # Nobody need type https:// before it.
    endings = [f".{own.rpartition('.')[2]}" for own in register.domains]
    for block in sheet.saying(*endings):
        for found in _NAKED.finditer(block.text) if not block.links else ():
            if own := _ours(found[1].casefold(), register):
                yield _mistaken(sheet, block.at(found.start(1)), found[1], own)


_NAKED = sought(r"(?<![\w@./:-])((?:[\w-]+\.)+[a-z]{2,12})(?=/|[.,;:!?)]*(?:\s|$))")


def _ours(host: str, register: Register) -> str:
    """Which of our domains a host is, but for a slip; none if it is one."""
    domains = register.domains
    if not host or any(host == own or host.endswith(f".{own}") for own in domains):
        return ""
    near = [own for own in sorted(domains) if _is_mistyped(host, own)]
    return near[0] if near and host not in register.retired else ""


def _mistaken(sheet: Sheet, start: int, host: str, own: str) -> Mark:
    # A house may own the other one, too.
    is_hyphen = host.replace("-", "") == own.replace("-", "")
    return sheet.mark(
        "C104", start, start + len(host), f"{host} is not our domain", f"did you mean {own}?",
        WARNING if is_hyphen else ERROR,
    )  # fmt: skip


_MAILED = sought(r"(?:mailto:)?[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_HOST = sought(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


def _is_mistyped(host: str, own: str) -> bool:
    """Whether one letter differs, or two were exchanged; a house has one name under many ends."""
    if host.replace("-", "") == own.replace("-", ""):
        return len(own) >= 9
    if len(own) < 9 or sorted(host) == sorted(own):
        return len(own) >= 9 and distance(host, own) <= 2
    name, _, end = host.rpartition(".")
    own_name, _, own_end = own.rpartition(".")
    if name == own_name:
        return len(own_end) > 3 and distance(end, own_end) == 1
    return end == own_end and len(own_name) > 6 and distance(name, own_name) == 1


PHONE = sought(
    r"(?<![\w/.,=–-])(?:\+|00)?\(?\d(?:[\d\s\u00a0\u202f./()–-]{6,20})\d(?![\w/-]|[.,]\d)"
)


_FIGURE = sought(r"\d")


def c105_telephone_is_not_ours(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A telephone number with two figures exchanged rings in a stranger's kitchen.
    Remedy: write the registered number, or add this one to contacts.yaml."""
    if not register.phones or not register.knows_all_contacts or sheet.kind == "page":
        return
    for block in sheet.blocks:
        # A shorter number is nearly nobody's.
        is_long = block.has_figures and len(_FIGURE.findall(block.text)) >= 9
        for found in PHONE.finditer(block.text) if is_long else ():
            right = _near(_dialled(found[0]), register.phones)
            if right:
                message = f"{found[0].strip()} is not a number of contacts.yaml"
                remedy = f"did you mean {_shown(right, register)}?"
                yield block.mark("C105", found.start(), found.end(), message, remedy, ERROR)


def _shown(digits: str, register: Register) -> str:
    copy = register.any_copy
    for phone in (copy.organisation.phone, *(c.phone for c in copy.contacts.values())):
        if _dialled(phone) == digits:
            return phone
    return f"+{digits}"


def _dialled(phone: str) -> str:
    return re.sub(r"\D", "", phone.replace("(0)", ""))


def _near(digits: str, phones: frozenset[str]) -> str:
    """The registered number this one nearly is; nothing, if it is one, or none of ours."""
    bare = digits.removeprefix("00")
    for phone in phones:
        tail = phone[-9:] if len(phone) > 9 else phone
        if bare == phone or bare.lstrip("0") == tail.lstrip("0"):
            return ""
    for phone in sorted(phones):
        tail = phone[-9:]
        typed = bare[-9:] if len(bare) >= 9 else bare
        # The same beginning, and not a neighbouring extension in good order.
        if len(bare) >= 9 and typed[:4] == tail[:4] and distance(typed, tail) <= 2:
            return phone
        if len(bare) >= 10 and distance(bare, phone) <= 1:
            return phone
    return ""


_HANDLE = sought(r"(?<![\w@./])@([A-Za-z_][\w-]{2,30})(?![\w@]|\.\w)")


def c107_handle_is_not_ours(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A handle with one letter wrong belongs to somebody else, or will soon.
    Remedy: write the registered handle."""
    if not register.handles or sheet.kind == "page":
        return
    known = {handle.casefold() for handle in register.handles}
    for block in sheet.blocks:
        if "@" not in block.text:
            continue
        for found in _HANDLE.finditer(block.text):
            typed = found[1].casefold().rstrip("-")
            near = [h for h in sorted(register.handles) if distance(typed, h.casefold()) <= 1]
            if typed in known or not near or len(typed) < 5:
                continue
            message = f"@{found[1]} is not our handle"
            remedy = f"did you mean @{near[0]}?"
            yield block.mark(
                "C107", found.start(), found.end(), message, remedy, ERROR, f"@{near[0]}"
            )


def c108_contact_is_typed(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A contact that is typed stays when the person has moved.
    Remedy: write the look-up."""
    if sheet.kind == "page":
        return
    by_mail = {
        contact.email.casefold(): contact.id for contact in register.any_copy.contacts.values()
    }
    for address, local, domain in _mails(sheet):
        known = by_mail.get(f"{local}@{domain}")
        if known:
            lookup = f"{{{{ contacts.{known.replace('-', '_')}.email }}}}"
            mail = f"{local}@{domain}"
            at = address.start + max(address.text.casefold().find(mail), 0)
            message = f"{mail} is typed, and is the contact {known!r}"
            instead = lookup if address.kind == "bare" else None
            yield sheet.mark("C108", at, at + len(mail), message, f"write {lookup}", NOTE, instead)
