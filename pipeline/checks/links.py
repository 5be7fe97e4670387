"""Links: addresses that can be true, words that say where they lead."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, OBJECT, WARNING, Address, Block, Mark, Sheet


def _addresses(sheet: Sheet) -> Iterator[Address]:
    yield from sheet.addresses
    for block in sheet.blocks:
        yield from block.addresses


_CALLS = (
    r"read more|read on|more information|learn more|find out more|click here|register here|lire "
    r"la suite"
    r"|en savoir plus|cliquez ici|plus d[’']informations?|mehr lesen|weiterlesen|mehr erfahren"
    r"|leer más"
    r"|más información|leggi tutto|per saperne di più|lees meer|lees verder"
)
_CALL = re.compile(
    rf"^\W*(?:{_CALLS})\W*$|(?:^|[.!?…»”\"] )(?:{_CALLS})[\s.…>»:]*(?:\(\.\.\.\)|\(…\))?\s*$",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"[\(\[](?:\.\.\.|…)[\)\]]\s*$")


def l110_call_without_a_link(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Read more* with nothing to press.
    Remedy: link it, or take it out."""
    for block in sheet.blocks:
        if block.kind not in ("paragraph", "item", "quote") or sheet.kind == "deck":
            continue
        if block.links or block.addresses or OBJECT in block.text:
            continue
        found = _CALL.search(block.text) or _ELLIPSIS.search(block.text)
        if not found or _is_quoted_ellipsis(block, found):
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip(' .!?…»”"'))
        if block.text.rstrip().endswith(":"):
            continue
        yield block.mark(
            "L110", start, found.end(), f"{block.text[start : found.end()].strip()!r} leads "
                                        f"nowhere",
            "link it, or take it out", WARNING,
        )  # fmt: skip


def _is_quoted_ellipsis(block: Block, found: re.Match[str]) -> bool:
    """An omission inside a quotation is in its place."""
    before = block.text[: found.start()]
    return block.kind == "quote" and bool(before.strip()) and "..." in found[0]


def l111_link_without_target(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The words look like a link, and nothing happens.
    Remedy: give it its address."""
    for address in _addresses(sheet):
        # An empty target is told when the sources are read.
        if address.kind == "target" and address.text.strip() in ("#", "/#", "http://", "https://"):
            shown = address.label.strip() or "a link"
            at = address.start
            message = f"the link {shown!r} has no target"
            yield sheet.mark(
                "L111", at, at + max(len(address.text), 1), message, "give it its address", ERROR
            )


_EMPTY_WORDS = re.compile(
    r"^\W*(?:(?:please )?click(?: here)?|here|this|this link|link|page|website link|more|read "
    r"more|this page|download"
    r"|ici|cliquez ici|cliquer ici|lien|ce lien|cette page|hier|klicken sie hier|dieser link"
    r"|aquí|haga clic aquí"
    r"|enlace|qui|clicca qui|link qui|klik hier|deze link)\W*$",
    re.IGNORECASE,
)


def l112_words_that_say_nothing(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Who hears only the links of a page hears *here, here, here*.
    Remedy: link the words that say where it leads."""
    for block in sheet.blocks:
        for anchor in block.links:
            words = block.text[anchor.start : anchor.end]
            if not _EMPTY_WORDS.match(words):
                continue
            bare = words.strip().lower()
            is_here = bool(re.search(r"here|ici|hier|aquí|qui\b|click|cliqu|klik|klick", bare))
            yield block.mark(
                "L112", anchor.start, anchor.end, f"the link says only {words.strip()!r}",
                "link the words that say where it leads", WARNING if is_here else NOTE,
            )  # fmt: skip


_TRACKERS = re.compile(
    r"[?&](?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|msclkid|dclid|yclid|mkt_tok|_hsenc|_hsmi"
    r"|vero_id|wickedid|oly_enc_id|oly_anon_id|twclid|ttclid)=[^&#\s]*"
)


def l113_tracking_parameters(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The address carries the tracks of another mailing, or of the person who copied it.
    Remedy: cut them off; --fix does it."""
    for address in _addresses(sheet):
        found = _TRACKERS.search(address.text)
        if not found:
            continue
        start = address.start + found.start()
        clean = _TRACKERS.sub("", address.text)
        if "?" not in clean and "&" in clean:
            clean = clean.replace("&", "?", 1)
        end = address.start + len(address.text)
        remedy = f"write {clean}"
        instead = (
            clean[found.start() :]
            if clean[: found.start()] == address.text[: found.start()]
            else None
        )
        yield sheet.mark(
            "L113", start, end, "the address carries tracking parameters", remedy, WARNING, instead
        )


_INSIDE = re.compile(
    r"^(?:https?://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|192\.168\.\d+\.\d+"
    r"|10\.\d+\.\d+\.\d+)(?=[:/]|$)|^file:",
    re.IGNORECASE,
)
_BEHIND_DOORS = re.compile(
    r"^https?://(?:[\w-]+\.)*(?:intranet|extranet|staging|preprod|sharepoint|safelinks)\b"
    r"|^https?://(?:[\w-]+\.)*(?:protection\.outlook\.com|my\.sharepoint\.com|urldefense\.com)"
    r"|^https?://mail\.google\.com/",
    re.IGNORECASE,
)


def l114_address_behind_a_door(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The address works on one computer, or for those with a key.
    Remedy: give the public address."""
    for address in _addresses(sheet):
        if _INSIDE.search(address.text):
            level = ERROR if address.kind in ("target", "key") else WARNING
            message = f"{address.text} exists only on somebody's computer"
        elif _BEHIND_DOORS.search(address.text):
            level, message = WARNING, f"{address.text} opens only for those with a key"
        else:
            continue
        yield sheet.mark(
            "L114", address.start, address.start + len(address.text), message,
            "give the public address", level,
        )  # fmt: skip


_BROKEN = (
    (re.compile(r"^(?:https?|ftp)(?:/{1,3}|:/(?!/)|;//"
                r"|:\\\\)", re.IGNORECASE), "the beginning is not  https://"),
    (re.compile(r"^(?:htp|htps|hhtp|hhtps|htttp|htttps|ttps?|hppts?|htpps?|httpss"
                r"|httsp)://", re.IGNORECASE), "the beginning is not  https://"),
    (re.compile(r"^https?://https?:?/", re.IGNORECASE), "it begins twice"),
    (re.compile(r"^(?:https?://)?www\.[^/\s]*(?:,"
                r"|\.\.)[^/\s]*", re.IGNORECASE), "a comma or two full stops stand in the name"),
    (re.compile(r"^https?://[^/?#\s]*,[a-z]{2,}", re.IGNORECASE), "a comma stands in the name"),
    (re.compile(r"^[A-Za-z]:\\|^\\\\\w"), "it is a place on somebody's computer"),
    (re.compile(r"^mailto:(?![^@\s]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE), ("there is no e-mail "
                                                                            "address in it")),
    (re.compile(r"^(?:https?://"
                r"|www\.)[^\s/]*\s\S*\.[a-z]{2,}", re.IGNORECASE), "a space stands in it"),
    (re.compile(r"^https?://www\.?(?:/|$)"
                r"|^https?://[\w-]+/?$(?<!localhost)(?<!localhost/)"), "the name is not whole"),
)  # fmt: skip
_LOOSE = re.compile(
    r"(?<![\w:/])(?:https?|ftp)(?:/{2}|:/(?!/)|;//)\s?[\w-]+\.[\w./-]+"
    r"|(?<![\w:/])(?:htp|htps|hhtp|hhtps|htttp|htttps)://[\w./-]+|(?<![\w.])www,[\w-]+\.\w+"
)


def l116_broken_address(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The address cannot be one: it leads nowhere.
    Remedy: copy it again from the browser."""
    for address in _addresses(sheet):
        if (
            OBJECT in address.text
            or "{{" in address.text
            or address.text.startswith(("{", "<", "$"))
        ):
            continue
        for form, why in _BROKEN:
            if form.search(address.text):
                if why == "the name is not whole" and _is_lone_name(address.text):
                    continue
                yield _bad(sheet, address.start, address.text, why)
                break
    for block in sheet.blocks:
        for found in _LOOSE.finditer(block.text):
            yield block.mark(
                "L116", found.start(), found.end(), f"{found[0]!r} cannot be an address: the "
                                                    f"beginning is not  https://",
                "copy it again from the browser", ERROR,
            )  # fmt: skip
        for address in block.addresses:
            # A bare name ends at its comma: www.example,org
            end = address.start + len(address.text)
            rest = re.match(r",[a-z]{2,3}(?![\w.])", sheet.source[end : end + 5])
            if (
                address.kind == "bare"
                and rest
                and not re.search(r"\.(?!www)[a-z]{2,}$", address.text.replace("www.", "", 1))
            ):
                yield _bad(
                    sheet, address.start, address.text + rest[0], "a comma stands in the name"
                )


def _is_lone_name(text: str) -> bool:
    return bool(re.match(r"https?://(?:localhost|[\w-]+:\d+)", text))


def _bad(sheet: Sheet, start: int, text: str, why: str) -> Mark:
    message = f"{text!r} cannot be an address: {why}"
    return sheet.mark(
        "L116", start, start + len(text), message, "copy it again from the browser", ERROR
    )


_HOSTS = re.compile(
    r"(?:^|\.)(?:github|gitlab|linkedin|facebook|twitter|youtube|wikipedia|x|bit)\.\w+$"
)
"""Where the page *about* a site may stand."""
_LABEL = re.compile(r"^(?:https?://)?((?:www\.)?(?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?$", re.IGNORECASE)


def l117_label_and_target_differ(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The words are one address, the link is another: this is how fraud looks.
    Remedy: let both name the same address."""
    for block in sheet.blocks:
        for anchor in block.links:
            first = block.at(anchor.start)
            label = sheet.source[first : anchor.at].rsplit("](", 1)[0].strip("[]*_ `")
            shown = _LABEL.match(label.strip())
            if not shown or not anchor.url.startswith(("http://", "https://", "//")):
                continue
            host = (urlsplit(anchor.url).hostname or "").removeprefix("www.")
            typed = shown[1].lower().removeprefix("www.")
            if (
                host in ("web.archive.org", "archive.org")
                or not host
                or typed == host
                or host.endswith(f".{typed}")
                or typed.endswith(f".{host}")
            ):
                continue
            if typed.split(".")[-1] in (
                "md",
                "py",
                "js",
                "json",
                "yml",
                "yaml",
                "txt",
                "html",
                "pdf",
                "sh",
                "rb",
                "toml",
                "csv",
                "xml",
                "css",
                "net",
                "io",
                "doc",
                "docx",
                "zip",
            ):
                continue
            yield block.mark(
                "L117", anchor.start, anchor.end, f"the words say {typed}, the link leads to "
                                                  f"{host}",
                "let both name the same address", NOTE if _HOSTS.search(host) else WARNING,
            )  # fmt: skip


def _anchor_forms(heading: str) -> set[str]:
    plain = unicodedata.normalize("NFD", heading.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return {re.sub(r"[^\w]", "", form) for form in (heading.casefold(), plain)}


def l118_dead_anchor(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The link points to a place in this text that is not there.
    Remedy: name a heading of this text, or give the place an id."""
    wanted = [
        (block, anchor)
        for block in sheet.blocks
        for anchor in block.links
        if re.fullmatch(r"#[^\s/!]{2,}", anchor.url)
    ]
    if not wanted:
        return
    known: set[str] = set()
    for block in sheet.blocks:
        if block.kind == "heading":
            known |= _anchor_forms(block.text)
    for found in re.finditer(r"\{[^{}]*#([\w-]+)|\b(?:id|name)=[\"']?([\w-]+)", sheet.source):
        known.add(re.sub(r"[^\w]", "", (found[1] or found[2]).casefold()))
    for block, anchor in wanted:
        url = unquote(anchor.url)
        target = re.sub(r"[^\w]", "", url.casefold())
        bare = re.sub(r"-\d+$", "", url)
        if _anchor_forms(url[1:]) & known or re.sub(r"[^\w]", "", bare.casefold()) in known:
            continue
        if re.fullmatch(r"#(?:fn|note|top|_|[\w-]+-\d+$).*", anchor.url):
            continue
        if not target:
            continue
        yield block.mark(
            "L118", anchor.start, anchor.end, f"there is no {anchor.url} in this text",
            "name a heading of this text, or give the place an id", WARNING,
        )  # fmt: skip


def l119_one_sibling_without_link(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """All items of the list are links, but for this one: was it forgotten?
    Remedy: link it too."""
    lists: dict[int, list[Block]] = defaultdict(list)
    for block in sheet.blocks:
        if block.kind == "item" and not block.follows:
            lists[block.run].append(block)
    for items in lists.values():
        linked = [item for item in items if item.links and _leads(item)]
        plain = [
            item
            for item in items
            if not item.links and not item.addresses and OBJECT not in item.text
        ]
        if len(items) >= 4 and len(plain) == 1 and len(linked) >= len(items) - 1:
            item = plain[0]
            if len(item.text) > 160 or item.text.rstrip().endswith(":") or not item.text.strip():
                continue
            whole = all(_is_wholly_linked(one) for one in linked)
            yield item.mark(
                "L119", 0, len(item.text), "the other items of this list are linked",
                "link this one too", WARNING if whole else NOTE,
            )  # fmt: skip


def _is_wholly_linked(item: Block) -> bool:
    covered = sum(link.end - link.start for link in item.links)
    return covered > 0.6 * len(item.text.strip())


def _leads(item: Block) -> bool:
    return item.links[0].start <= 2


_EXAMPLE = re.compile(
    r"^https?://(?:www\.)?(?:example\.(?:com|org|net)|domain\.com|yourdomain\.\w+|mysite\.com"
    r"|placeholder\.\w+)(?:[/?#]|$)",
    re.IGNORECASE,
)


def l122_address_of_an_example(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """An address that stood in for the true one.
    Remedy: give the true one."""
    for address in _addresses(sheet):
        if _EXAMPLE.search(address.text) and address.kind in ("target", "key"):
            yield sheet.mark(
                "L122", address.start, address.start + len(address.text),
                f"{address.text} stands in for a true address", "give the true one", WARNING,
            )  # fmt: skip


def l123_insecure_address(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The same house is linked with https elsewhere in this text.
    Remedy: write https; --fix does it."""
    safe = {
        urlsplit(a.text).hostname
        for a in _addresses(sheet)
        if a.text.startswith("https://") and _is_url(a.text)
    }
    for address in _addresses(sheet):
        if address.text.startswith("http://") and _is_url(address.text):
            host = urlsplit(address.text).hostname
            if host and host in safe:
                yield sheet.mark(
                    "L123", address.start, address.start + 4, f"{host} is linked with https "
                                                              f"elsewhere",
                    "write https", NOTE, "https",
                )  # fmt: skip


def _is_url(text: str) -> bool:
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False
