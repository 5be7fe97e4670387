"""Links that lead elsewhere than their words say, or than they look."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from pipeline.addresses import host_of
from pipeline.checks import links
from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, WARNING, Address, Block, Mark, Sheet
from pipeline.errors import Level, printable
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
    """The words are one address, the link is another: this is how fraud looks; *Line 1* leads to
    the page of line 10, where all others lead to their own.
    Remedy: let both name the same address."""
    yield from _of_another_number(sheet)
    for block in sheet.blocks:
        for anchor in block.links:
            first = block.at(anchor.start)
            label = sheet.source[first : anchor.at].rsplit("](", 1)[0].strip("[]*_ `")
            label = re.sub(r"\\([\W_])", r"\1", label)
            for message, level in _told(label, anchor.url, _own(register)):
                yield block.mark(
                    "L117", anchor.start, anchor.end, message, "let both name the same address",
                    level,
                )  # fmt: skip


_NUMBER = sought(r"(?<!\d)\d{1,4}(?!\d)")


def _of_another_number(sheet: Sheet) -> Iterator[Mark]:
    """`[Line 1](…/line-10)`: the one of several whose number is not that of its page."""
    pages: dict[str, list[tuple[Block, int, str, str]]] = defaultdict(list)
    for block in sheet.blocks:
        for anchor in block.links if block.has_figures else ():
            said = list(_NUMBER.finditer(block.text, anchor.start, anchor.end))
            path = anchor.url.partition("#")[0].partition("?")[0]
            led = list(_NUMBER.finditer(path))
            if len(said) == len(led) == 1:
                key = path[: led[0].start()]
                pages[key].append((block, said[0].start(), said[0][0].lstrip("0"), led[0][0]))
    for links_ in pages.values():
        odd = [link for link in links_ if link[2] != link[3].lstrip("0")]
        right = {link[2] for link in links_} - {link[2] for link in odd}
        if len(odd) == 1 and len(right) > 1:
            block, start, typed, led_to = odd[0]
            yield block.mark(
                "L117", start, start + len(typed),
                f"the words say {typed}, the link leads to {led_to}", "let both name the same",
                WARNING,
            )  # fmt: skip


def _own(register: Register) -> str:
    """Where the house itself is at home."""
    copies = register.corpus.copies.values()
    site = next((copy.organisation.website for copy in copies), "")
    return host_of(site).removeprefix("www.")


def _told(label: str, url: str, own: str = "") -> Iterator[tuple[str, Level]]:
    """
    >>> list(_told("efus.eu", "https://efuss.eu")), list(_told("us", "https://efuss.eu"))
    ([('the words say efus.eu, the link leads to efuss.eu', <Level.WARNING: 'warning'>)], [])
    >>> [len(list(_told("quay.example", url))) for url in ("http://kay.example", "http://kay.eu")]
    [1, 0]
    >>> list(_told("quay.example", "https://[^1]/"))
    []
    """
    if _is_of_others(label, url):
        mailbox = url.partition(":")[2]
        yield f"the words say {label}, the link writes to {mailbox}", WARNING
    shown = _LABEL.match(label.strip())
    if not shown or not url.startswith(("http://", "https://", "//")):
        return
    host = host_of(url).removeprefix("www.")
    typed = shown[1].lower().removeprefix("www.")
    if typed == host and _leads_aside(label, url):
        yield f"the words say {label.strip()}, the link leads to {url}", WARNING
    elif not _is_one(typed, host) and (typed == own or _is_address(label, typed, host)):
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


def _is_address(label: str, typed: str, host: str) -> bool:
    """`filters.range` is the name of a function, `read.md` that of a file, ASP.NET a program."""
    bare = re.split(r"[/?#]", re.sub(r"^https?://", "", label.strip().lower()))[0]
    ending = bare.rsplit(".", 1)[-1]
    is_whole = label.lower().startswith(("http", "www."))
    is_known = is_whole or len(ending) == 2 or ending in _ENDINGS
    if ending == host.rsplit(".", 1)[-1] and ending not in _FILES:
        return True
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


_HOST = sought(
    r"^(?:(?:https?:)?//(?:www\.)?|www\.)([^/?#\s@:]+)|^(?:mailto:)?[^@\s/]+@([^?\s/]+)$"
)
_SCRIPTS = frozenset("LATIN CYRILLIC GREEK ARMENIAN HEBREW ARABIC CHEROKEE".split())
_LOOKS = str.maketrans("асеорхуіјѕһԁԛԝӏмнтвкгοανιρκτυχ10", "aceopxyijshdqwlmhtbkroavipktuxlo")
"""Letters of other scripts as they look, and figures that pass for letters."""


def l129_host_that_looks_like_another(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """A host in letters of two scripts, as *раypal* with two of Cyrillic, or one that only
    looks like another of these texts, as *rn* does like *m*: this is how fraud looks.
    Remedy: copy the address again from the page of those whom you mean."""
    found: dict[str, list[tuple[Sheet, Address]]] = defaultdict(list)
    for sheet in sheets:
        for address in links.addresses(sheet) if sheet.kind != "finished" else ():
            if typed := _HOST.search(address.text.lower()):
                found[_read(typed[1] or typed[2])].append((sheet, address))
    alike: dict[str, list[str]] = defaultdict(list)
    for host in found:
        alike[_looks(host)].append(host)
    for host, places in found.items():
        why, level = _strange(host), ERROR
        more = [one for one in alike[_looks(host)] if len(found[one]) > len(places)]
        more += [one for one in alike[_looks(host)] if one.isascii() and not host.isascii()]
        if not why and more:
            why, level = f"looks like {more[0]}, which is linked as well", WARNING
        for sheet, address in places if why else ():
            yield sheet.mark(
                "L129", address.start, address.start + len(address.text),
                f"the host {printable(host)} {why}",
                "copy the address again from the page of those whom you mean", level,
            )  # fmt: skip


def _read(host: str) -> str:
    """
    >>> _read("xn--80ak6aa92e.com"), _read("xn--.eu")
    ('аррӏе.com', 'xn--.eu')
    """
    try:
        return host.encode().decode("idna") if "xn--" in host else host
    except UnicodeError:
        return host


def _looks(host: str) -> str:
    """
    >>> _looks("аррӏе.com"), _looks("rivertovvns.example"), _looks("tourisrn.eu")
    ('apple.com', 'rivertowns.example', 'tourism.eu')
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", host) if sign.isprintable())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return bare.translate(_LOOKS).replace("rn", "m").replace("vv", "w")


def _strange(host: str) -> str:
    """Why nobody honest is called so.

    >>> _strange("münchen.de"), _strange("правда.бг"), _strange("paypal.com")
    ('', '', '')
    >>> _strange("ｐaypal.com"), _strange("good.example⁄evil.com")
    ('is read as paypal.com', 'has a sign in it that no host has')
    >>> _strange("раypal.com"), _strange("аррӏе.com")
    ('has letters of Cyrillic and Latin', 'only looks like apple.com')
    """
    if host.isascii():
        return ""
    if not host.isprintable():
        return "has an invisible sign in it"
    meant = unicodedata.normalize("NFKC", host).replace("。", ".")
    if meant != host or any(unicodedata.category(sign)[0] == "S" for sign in host):
        return f"is read as {meant}" if meant != host else "has a sign in it that no host has"
    for part in host.split("."):
        names = {unicodedata.name(sign, "").split(" ")[0] for sign in part if sign.isalpha()}
        if len(scripts := sorted(names & _SCRIPTS)) > 1:
            return f"has letters of {' and '.join(scripts).title().replace(' And ', ' and ')}"
    is_shown = _looks(host).isascii() and unicodedata.normalize("NFKD", host)[0] > "\u0370"
    return f"only looks like {_looks(host)}" if is_shown else ""
