"""Mailboxes: the person whose name stands above one, and the domain of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from pipeline.checks.english.derived import is_common
from pipeline.checks.links import addresses
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import NOTE, WARNING, Address, Block, Mark, Sheet
from pipeline.sought import sought

_MAIL = sought(r"(?:mailto:)?([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_PERSON = sought(r"[*_]{0,2}([A-ZÀ-Þ][a-zà-ÿß-]+(?: [A-ZÀ-Þ][a-zà-ÿß'’-]+){1,3})(?![\w@])")
_NEAR = 3
"""So many blocks above a mailbox may stand between it and the name."""
_SHORTEST = 5
_MANY = frozenset(
    "gmail outlook hotmail yahoo live icloud proton protonmail web gmx orange".split()
)


def c115_mailbox_of_another_name(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*katarina@…* below Katrina Vuka: of the two spellings one is wrong, and it may be the one
    that a letter is sent to.
    Remedy: ask her, and write both alike."""
    blocks = sheet.blocks if sheet.kind != "page" else []
    for at, block in enumerate(blocks):
        for address in block.addresses:
            found = _MAIL.match(address.text)
            person = _person_above(blocks[max(0, at - _NEAR) : at + 1]) if found else ""
            if found and person and (near := _nearly(found[1], person)):
                start = address.start + found.start(1)
                yield sheet.mark(
                    "C115", start, start + len(found[1]),
                    f"{found[1]}@ stands below {person}: {near}",
                    "look it up, and write both alike", WARNING,
                )  # fmt: skip


def _person_above(blocks: Sequence[Block]) -> str:
    """The name at the beginning of the last block that begins with one; none beyond a mailbox."""
    for block in reversed(blocks):
        found = _PERSON.match(block.text)
        # Behind the name, on the next line, stands the office.
        names = found[1].split() if found else []
        while names and is_common(names[-1].lower()):
            names.pop()
        if len(names) > 1:
            return " ".join(names)
        if block is not blocks[-1] and any("@" in address.text for address in block.addresses):
            return ""
    return ""


def _nearly(local: str, person: str) -> str:
    """What of a mailbox is a letter off a name, where nothing else in it is its bearer's.

    >>> _nearly("katarina", "Katrina Vuka"), _nearly("a.rouiz", "Ana Ruiz")
    ('katarina is not katrina', 'rouiz is not ruiz')
    >>> _nearly("steven", "Steve Roy"), _nearly("juergen", "Jürgen Roy"), _nearly("roy", "Ana Roi")
    ('', '', '')
    """
    names = [folded(name) for name in person.split()]
    # Each by itself: what is folded has no points between its parts any more.
    for part in map(folded, re.split(r"[._+-]", local)):
        if len(part) < _SHORTEST or any(_is_same(part, name) for name in names):
            continue
        for name in names:
            if len(name) > 3 and distance(part, name) == 1 and part[0] == name[0]:
                return f"{part} is not {name}"
    return ""


def _is_same(part: str, name: str) -> bool:
    """Whether one is the other, cut short, or written without its dots."""
    plain = re.sub("([aou])e", r"\1", part)
    return part.startswith(name) or name.startswith(part) or plain == name


def c116_mailbox_of_another_domain(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*info@quays.net*, where every link leads to *quays.org*: one of the two may be given up.
    Remedy: look which one is in use; if both are, register the address in contacts.yaml."""
    every = [(sheet, one) for sheet in sheets if sheet.kind != "page" for one in addresses(sheet)]
    hosts = {_host(address) for _, address in every} | register.domains
    for sheet, address in every:
        found = _MAIL.match(address.text)
        domain = found[2].casefold() if found else ""
        if not found or domain in hosts or domain in register.retired:
            continue
        name = domain.rpartition(".")[0]
        other = sorted(host for host in hosts if host.rpartition(".")[0] == name)
        if other and len(name) >= _SHORTEST and name not in _MANY:
            start = address.start + found.start(2)
            yield sheet.mark(
                "C116", start, start + len(domain),
                f"{domain} stands here, {other[0]} where the house is linked",
                "look which one is in use", NOTE,
            )  # fmt: skip


def _host(address: Address) -> str:
    """Where a link leads; nothing, of a mailbox."""
    if "://" not in address.text or "{{" in address.text:
        return ""
    try:
        host = urlsplit(address.text).hostname or ""
    except ValueError:
        return ""
    return host.casefold().removeprefix("www.")
