"""Contacts: addresses, telephones and handles against those that are registered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.checks.pencil import ERROR, NOTE, WARNING, Mark
from pipeline.checks.register import Register, distance, folded, shortened
from pipeline.errors import Level
from pipeline.frozen import dataclass
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
    return any(_near(_dialled(found[0]), register) for found in PHONE.finditer(line))


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
    if domain in register.domains:
        near = sorted(_alike(local, domain, register))
        if near and len(local) > 3:
            return f"{near[0]}@{domain}", ERROR
        return "", NOTE
    owns = [own for own in _domains(register) if 0 < distance(domain, own) <= 2]
    mail = f"{local}@{domain}"
    close = [f"{other}@{own}" for own in owns for other in _alike(local, own, register)]
    close = sorted((distance(mail, email), email) for email in close)  # type: ignore[misc]
    if close and close[0][0] <= 2 and len(domain) > 6:  # type: ignore[operator]
        return close[0][1], ERROR
    for own in owns:
        if len(own) > 6:
            return f"{local}@{own}", ERROR
    ours = _known_mails(register).by_local.get(local)
    if ours and len(local) > 4 and _is_person(local, register):
        return ours[0], ERROR
    return None


MOST_DOMAINS = 300
"""Who has more has a list of other people's, and a slip of one may be another."""


def _domains(register: Register) -> Sequence[str]:
    """Ours, in their order, where a house has as many as it may know."""
    return sorted(register.domains) if len(register.domains) <= MOST_DOMAINS else ()


@dataclass(frozen=True, slots=True)
class _Mails:
    """Registered addresses, by what stands before the `@`, and by it with a letter left out."""

    by_local: Mapping[str, Sequence[str]]
    blurred: Mapping[tuple[str, str], Sequence[str]]
    """A domain and such letters -> what stands before it."""
    names: frozenset[str]
    """The words of the names of their owners."""


def _known_mails(register: Register) -> _Mails:
    known = register.memo.get("mails")
    if not isinstance(known, _Mails):
        by_local: dict[str, list[str]] = defaultdict(list)
        blurred: dict[tuple[str, str], list[str]] = defaultdict(list)
        for mail in sorted(register.emails):
            local, _, domain = mail.partition("@")
            by_local[local].append(mail)
            for form in shortened(local):
                blurred[domain, form].append(local)
        people = register.any_copy.contacts.values()
        names = frozenset(folded(part) for one in people for part in one.name.plain.split())
        known = register.memo["mails"] = _Mails(dict(by_local), dict(blurred), names)
    return known


def _alike(local: str, domain: str, register: Register) -> set[str]:
    """What stands before a registered domain and is, but for one slip, *local*."""
    blurred = _known_mails(register).blurred
    found = {one for form in shortened(local) for one in blurred.get((domain, form), ())}
    return {one for one in found if distance(local, one) <= 1}


def _is_person(local: str, register: Register) -> bool:
    """Whether a mailbox bears the name of somebody of ours: every house has a `press`."""
    names = _known_mails(register).names
    return any(len(part) > 3 and folded(part) in names for part in re.split(r"[._-]", local))


def c103_domain_is_retired(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """names.yaml says that this domain is no longer ours.
    Remedy: write the one that is; fix=1 does it."""
    if not register.retired:
        return
    every = [*sheet.addresses, *(a for block in sheet.blocks for a in block.addresses)]
    for address in every:
        for old, at in _retired_in(address.text.casefold(), register).items():
            start, new = address.start + at, register.retired[old]
            yield sheet.mark(
                "C103", start, start + len(old), f"{old} is retired", f"write {new}", ERROR, new
            )


_RUN = sought(r"[\w.-]+")


def _retired_in(address: str, register: Register) -> dict[str, int]:
    """The retired domains in an address, and where each stands first."""
    counts = {old.count(".") + 1 for old in register.retired}
    found: dict[str, int] = {}
    for run in _RUN.finditer(address):
        labels, start = run[0].split("."), run.start()
        for at, label in enumerate(labels):
            for count in counts:
                name = ".".join(labels[at : at + count])
                if name in register.retired:
                    found.setdefault(name, start)
            start += len(label) + 1
    return found


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
    near = [own for own in _domains(register) if _is_mistyped(host, own)]
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
            right = _near(_dialled(found[0]), register)
            if right and not _has_ended(found[0], sheet, register):
                message = f"{found[0].strip()} is not a number of contacts.yaml"
                remedy = f"did you mean {_shown(right, register)}?"
                yield block.mark("C105", found.start(), found.end(), message, remedy, ERROR)


_END, _GAP = sought(r"[.()/–\n-]"), sought(r"\D")


def _has_ended(typed: str, sheet: Sheet, register: Register) -> bool:
    """Whether a number that is right ends before the last of these figures: *0141 (9–16)*.

    In a finished file its line has, too: below it may stand the folio.
    """
    gaps = _GAP if sheet.kind == "finished" else _END
    return any(_dialled(typed[: gap.start()]) in register.phones for gap in gaps.finditer(typed))


def _shown(digits: str, register: Register) -> str:
    copy = register.any_copy
    for phone in (copy.organisation.phone, *(c.phone for c in copy.contacts.values())):
        if _dialled(phone) == digits:
            return phone
    return f"+{digits}"


def _dialled(phone: str) -> str:
    return re.sub(r"\D", "", phone.replace("(0)", ""))


_MOST_EXTENSIONS = 100
"""So many numbers that begin alike are looked through."""


def _near(digits: str, register: Register) -> str:
    """The registered number this one nearly is; nothing, if it is one, or none of ours."""
    known = _known_phones(register)
    bare = digits.removeprefix("00")
    if bare in register.phones or bare.lstrip("0") in known.tails:
        return ""
    typed = bare[-9:]
    # The same beginning, and not a neighbouring extension in good order.
    same = known.by_beginning.get(typed[:4], ()) if len(bare) >= 9 else ()
    nearest = min(
        same[:_MOST_EXTENSIONS], key=lambda phone: distance(typed, phone[-9:]), default=""
    )
    if nearest and distance(typed, nearest[-9:]) <= 2:
        return nearest
    found = {one for form in shortened(bare) for one in known.blurred.get(form, ())}
    near = [phone for phone in sorted(found) if distance(bare, phone) <= 1]
    return near[0] if len(bare) >= 10 and near else ""


@dataclass(frozen=True, slots=True)
class _Phones:
    """Registered numbers, by their last nine figures, by how these begin, and with one left out."""

    tails: frozenset[str]
    by_beginning: Mapping[str, Sequence[str]]
    blurred: Mapping[str, Sequence[str]]


def _known_phones(register: Register) -> _Phones:
    known = register.memo.get("phones")
    if not isinstance(known, _Phones):
        by_beginning: dict[str, list[str]] = defaultdict(list)
        blurred: dict[str, list[str]] = defaultdict(list)
        for phone in sorted(register.phones):
            by_beginning[phone[-9:][:4]].append(phone)
            for form in shortened(phone):
                blurred[form].append(phone)
        tails = frozenset(phone[-9:].lstrip("0") for phone in register.phones)
        known = register.memo["phones"] = _Phones(tails, dict(by_beginning), dict(blurred))
    return known


_HANDLE = sought(r"(?<![\w@./])@([A-Za-z_][\w-]{2,30})(?![\w@]|\.\w)")


def c107_handle_is_not_ours(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A handle with one letter wrong belongs to somebody else, or will soon.
    Remedy: write the registered handle."""
    if not register.handles or sheet.kind == "page":
        return
    known = {handle.casefold() for handle in register.handles}
    blurred: dict[str, list[str]] = defaultdict(list)
    for handle in register.handles:
        for form in shortened(handle.casefold()):
            blurred[form].append(handle)
    for block in sheet.blocks:
        if "@" not in block.text:
            continue
        for found in _HANDLE.finditer(block.text):
            typed = found[1].casefold().rstrip("-")
            forms = shortened(typed)
            near = sorted({one for form in forms for one in blurred.get(form, ())})
            near = [handle for handle in near if distance(typed, handle.casefold()) <= 1]
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
