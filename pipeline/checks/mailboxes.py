"""Mailboxes: the person whose name stands above one, and the domain of the house."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.addresses import host_of
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
            near = _nearly(found[1], person) if found and person else ""
            if found and not near:
                person, near = _named_before(found[1], blocks[max(0, at - _NEAR) : at + 1])
            if found and near:
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


_ANYWHERE = sought(r"(?<![\w@])[A-ZÀ-Þ][a-zà-ÿß-]+(?: [A-ZÀ-Þ][\wà-ÿß'’-]+){1,2}")


def _named_before(local: str, blocks: Sequence[Block]) -> tuple[str, str]:
    """Who is named anywhere above a mailbox of two names, of which one is a letter off:
    *contact: Matteo Grandi, Head of Innovation, mateo.grandi@…*."""
    parts = [folded(part) for part in re.split(r"[._]", local)]
    if len(parts) != 2 or min(map(len, parts)) < _SHORTEST - 1:
        return "", ""
    for found in (one for block in blocks for one in _ANYWHERE.finditer(block.text)):
        first, _, last = found[0].partition(" ")
        names = [folded(first), folded(last)]
        off = [at for at in (0, 1) if names[at] != parts[at]]
        # What is folded has its hyphen as a space, or not at all.
        off = [at for at in off if names[at].replace(" ", "") != parts[at]]
        if len(off) == 1 and _is_a_slip(parts[off[0]], names[off[0]].replace(" ", "")):
            return found[0], f"{parts[off[0]]} is not {names[off[0]].replace(' ', '')}"
    return "", ""


def _is_a_slip(part: str, name: str) -> bool:
    is_near = min(len(part), len(name)) > 3 and distance(part, name) == 1
    return is_near and part[0] == name[0] and not _is_same(part, name)


def _nearly(local: str, person: str) -> str:
    """What of a mailbox is a letter off a name, where nothing else in it is its bearer's.

    >>> _nearly("katarina", "Katrina Vuka"), _nearly("a.rouiz", "Ana Ruiz")
    ('katarina is not katrina', 'rouiz is not ruiz')
    >>> _nearly("steven", "Steve Roy"), _nearly("juergen", "Jürgen Roy"), _nearly("roy", "Ana Roi")
    ('', '', '')
    >>> _nearly("mmundt", "Miranda Mundt")
    ''
    """
    names = [folded(name) for name in person.split()]
    # Each by itself: what is folded has no points between its parts any more.
    for part in map(folded, re.split(r"[._+-]", local)):
        initials = {f"{one[0]}{other}" for one in names for other in names if one is not other}
        initials |= {f"{other}{one[0]}" for one in names for other in names if one is not other}
        if len(part) < _SHORTEST or any(_is_same(part, name) for name in (*names, *initials)):
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


Box = tuple[Sheet, int]
"""Where in its source the address begins."""


def c117_mailbox_with_a_letter_wrong(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*conference-25@quays.org* on one page, *confrence-25@quays.org* on another; *press@quays.org*
    and *press@quay.org*: a letter sent to one of the two does not arrive.
    Remedy: look which one is in use; if both are, register them in contacts.yaml."""
    boxes: dict[tuple[str, str], list[Box]] = defaultdict(list)
    for sheet in sheets:
        for address in addresses(sheet) if sheet.kind != "page" else ():
            found = _MAIL.match(address.text)
            if found and found[0].casefold().removeprefix("mailto:") not in register.emails:
                key = found[1].casefold(), found[2].casefold()
                boxes[key].append((sheet, address.start + found.start(1)))
    for at in (0, 1):
        same: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key in boxes:
            same[key[1 - at]].append(key)
        for keys in same.values():
            # What is nearly our own domain is told as that.
            if not at or register.domains.isdisjoint(domain for _, domain in keys):
                yield from _odd_boxes(sorted(keys, key=lambda k: (-len(boxes[k]), k)), at, boxes)


_CROWD = 60
"""Of so many mailboxes of one house some are alike by chance."""


def _odd_boxes(
    keys: Sequence[tuple[str, str]], at: int, boxes: Mapping[tuple[str, str], Sequence[Box]]
) -> Iterator[Mark]:
    for number, key in enumerate(keys if 1 < len(keys) <= _CROWD else ()):
        right = next((one for one in keys[:number] if _is_mistyped(key[at], one[at])), None)
        if right is None or len(boxes[key]) > 1:
            continue
        sides = [(key, right)] if len(boxes[right]) > 1 else [(key, right), (right, key)]
        for typed, other in sides:
            sheet, start = boxes[typed][0]
            there, begin = boxes[other][0]
            where = there.where(begin)
            yield sheet.mark(
                "C117", start, start + len("@".join(typed)),
                f"{'@'.join(typed)} stands here, {'@'.join(other)} elsewhere "
                f"(as in {where.path.as_posix()}:{where.line})",
                "look which one is in use", WARNING if len(boxes[right]) > 1 else NOTE,
            )  # fmt: skip


def _is_mistyped(one: str, other: str) -> bool:
    """
    >>> _is_mistyped("confrence", "conference"), _is_mistyped("ursse26", "usrse26")
    (True, True)
    >>> _is_mistyped("a.roy", "b.roy"), _is_mistyped("info1", "info2"), _is_mistyped("ana", "anna")
    (False, False, False)
    """
    if min(len(one), len(other)) < _SHORTEST or distance(one, other) != 1:
        return False
    if re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    parts = zip(re.split(r"[._+-]", one), re.split(r"[._+-]", other), strict=False)
    apart = [pair for pair in parts if pair[0] != pair[1]]
    return len(apart) == 1 and min(map(len, apart[0])) >= _SHORTEST - 1


def _host(address: Address) -> str:
    """Where a link leads; nothing, of a mailbox."""
    if "://" not in address.text or "{{" in address.text:
        return ""
    return host_of(address.text).removeprefix("www.")
