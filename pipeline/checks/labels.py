"""Links whose words are an address themselves, and lead to another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.errors import Level
from pipeline.sought import sought

_LABEL = sought(r"^(?:https?://)?((?:www\.)?(?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?$", re.IGNORECASE)
_MAILBOX = sought(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_HOSTS = sought(
    r"(?:^|\.)(?:github|gitlab|linkedin|facebook|twitter|youtube|wikipedia|x|bit)\.\w+$"
)
"""Where the page *about* a site may stand."""
_ARCHIVES = ("web.archive.org", "archive.org")
_SHORTENED = frozenset("t.co bit.ly lnkd.in tinyurl.com ow.ly buff.ly goo.gl youtu.be".split())
_POINTERS = frozenset("doi.org dx.doi.org hdl.handle.net pic.twitter.com".split())
"""Who shows these knows that the link leads on."""
_FILES = frozenset(
    "md py js json yml yaml txt html pdf sh rb toml csv xml css doc docx zip".split()
)
_ENDINGS = frozenset(
    "com org int gov edu mil info eu biz museum coop media city brussels paris berlin london "
    "cat scot wales swiss vlaanderen gent amsterdam europe news social app dev online site earth "
    "green africa world foundation ngo ong academy design digital tech agency services".split()
)


def l117_label_and_target_differ(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The words are one address, the link is another: this is how fraud looks.
    Remedy: let both name the same address."""
    for block in sheet.blocks:
        for anchor in block.links:
            first = block.at(anchor.start)
            label = sheet.source[first : anchor.at].rsplit("](", 1)[0].strip("[]*_ `")
            label = re.sub(r"\\([\W_])", r"\1", label)
            for message, level in _told(label, anchor.url):
                yield block.mark(
                    "L117", anchor.start, anchor.end, message, "let both name the same address",
                    level,
                )  # fmt: skip


def _told(label: str, url: str) -> Iterator[tuple[str, Level]]:
    """
    >>> list(_told("efus.eu", "https://efuss.eu")), list(_told("us", "https://efuss.eu"))
    ([('the words say efus.eu, the link leads to efuss.eu', <Level.WARNING: 'warning'>)], [])
    """
    if _is_of_others(label, url):
        mailbox = url.partition(":")[2]
        yield f"the words say {label}, the link writes to {mailbox}", WARNING
    shown = _LABEL.match(label.strip())
    if not shown or not url.startswith(("http://", "https://", "//")):
        return
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    typed = shown[1].lower().removeprefix("www.")
    if typed == host and _leads_aside(label, url):
        yield f"the words say {label.strip()}, the link leads to {url}", WARNING
    elif not _is_one(typed, host) and _is_address(label, typed):
        level = NOTE if _HOSTS.search(host) else WARNING
        yield f"the words say {typed}, the link leads to {host}", level


def _is_of_others(label: str, url: str) -> bool:
    """Whether the words are an e-mail address, and the link writes to another one.

    >>> _is_of_others("a@b.org", "mailto:a@c.org?subject=Hi"), _is_of_others("us", "mailto:a@c.org")
    (True, False)
    """
    kind, _, target = url.partition(":")
    mailbox = unquote(target.partition("?")[0])
    is_mail = kind.lower() == "mailto" and _MAILBOX.fullmatch(label) and "{{" not in mailbox
    return bool(is_mail) and label.casefold() not in mailbox.casefold().split(",")


def _is_one(typed: str, host: str) -> bool:
    """Whether both are of one house, or the one is known to lead to the other."""
    is_known = host in _ARCHIVES or host in _SHORTENED or typed in _POINTERS
    is_part = host.endswith(f".{typed}") or typed.endswith(f".{host}")
    return not host or typed == host or is_known or is_part


def _is_address(label: str, typed: str) -> bool:
    """`filters.range` is the name of a function, `read.md` that of a file."""
    bare = re.split(r"[/?#]", re.sub(r"^https?://", "", label.strip().lower()))[0]
    ending = bare.rsplit(".", 1)[-1]
    is_whole = label.lower().startswith(("http", "www."))
    is_known = is_whole or len(ending) == 2 or ending in _ENDINGS
    return is_known and typed.rsplit(".", 1)[-1] not in (*_FILES, "net", "io")


def _leads_aside(label: str, url: str) -> bool:
    """Whether the words name one page of a house, and the link leads to another one of it."""
    bare = r"^(?:https?://)?(?:www\.)?[^/]*|[/?#]*$"
    shown, target = (re.sub(bare, "", text.strip().casefold()) for text in (label, url))
    parts = len(shown.strip("/").split("/"))
    if not shown or re.search(r"…|\.\.\.|\?|%", shown) or re.search(r"%", target):
        return False
    is_short = parts == 1 and len(target.strip("/").split("/")) > 1
    return not target.startswith(shown) and not is_short and "?" not in target
