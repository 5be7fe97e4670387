"""Addresses: those that can be true, and lead outside for everybody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from urllib.parse import unquote

from pipeline.addresses import host_of
from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, OBJECT, WARNING, Address, Anchor, Block, Mark, Sheet
from pipeline.errors import Level
from pipeline.sought import sought


def addresses(sheet: Sheet) -> Iterator[Address]:
    yield from sheet.addresses
    for block in sheet.blocks:
        yield from block.addresses


_TRACKERS = sought(
    r"[?&](?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|msclkid|dclid|yclid|mkt_tok|_hsenc|_hsmi"
    r"|vero_id|wickedid|oly_enc_id|oly_anon_id|twclid|ttclid)=[^&#\s]*"
    r"|[?&]origin=(?:\w*_)?e?mail\w*"
)


def l113_tracking_parameters(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The address carries the tracks of another mailing, or of the person who copied it.
    Remedy: cut them off; fix=1 does it."""
    for address in addresses(sheet):
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


_INSIDE = sought(
    r"^(?:https?://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|192\.168\.\d+\.\d+"
    r"|10\.\d+\.\d+\.\d+)(?=[:/]|$)|^file:",
    re.IGNORECASE,
)
_BEHIND_DOORS = sought(
    r"^https?://(?:[\w-]+\.)*(?:intranet|extranet|staging|preprod|sharepoint|safelinks)\b"
    r"|^https?://(?:[\w-]+\.)*(?:protection\.outlook\.com|my\.sharepoint\.com|urldefense\.com)"
    r"|^https?://mail\.google\.com/"
    r"|^https?://[\w-]+\.(?:elium|yammer|basecamp|workplace)\.com/"
    r"|^https?://teams\.microsoft\.com/",
    re.IGNORECASE,
)


_FILE = sought(r"(?<![\w:/])file:/{2,3}[A-Za-z]\S+")


def l114_address_behind_a_door(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The address works on one computer, or for those with a key.
    Remedy: give the public address."""
    for address in addresses(sheet):
        if _INSIDE.search(address.text):
            if sheet.line_of(address.start).count(address.text) > 1 and address.kind == "target":
                continue  # Its words are the address, and are told.
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
    for block in sheet.blocks:
        if not block.says("file:/"):
            continue
        for found in _FILE.finditer(block.text):
            yield block.mark(
                "L114", found.start(), found.end(),
                f"{found[0]} exists only on somebody's computer", "give the public address",
            )  # fmt: skip


_STROKES = "no strokes stand behind tel: or mailto:"
_BROKEN = (
    (re.compile(r"^(?:https?|ftp)(?:/{1,3}|:/(?!/)|;//"
                r"|:\\\\)", re.IGNORECASE), "the beginning is not  https://"),
    (re.compile(r"^(?:tel|mailto|sms):/+", re.IGNORECASE), _STROKES),
    (re.compile(r"^(?:htp|htps|hhtp|hhtps|htttp|htttps|ttps?|hppts?|htpps?|httpss"
                r"|httsp)://", re.IGNORECASE), "the beginning is not  https://"),
    (re.compile(r"^https?://https?:?/", re.IGNORECASE), "it begins twice"),
    (re.compile(r"^(?:https?://)?www\.[^/\s]*(?:,"
                r"|\.\.)[^/\s]*", re.IGNORECASE), "a comma or two full stops stand in the name"),
    (re.compile(r"^https?://[^/?#\s]*,[a-z]{2,}", re.IGNORECASE), "a comma stands in the name"),
    (re.compile(r"^https?://[^()\s]*\)$"), "a bracket sticks to it"),
    (re.compile(r"^https?://[^/?#\s]*@", re.IGNORECASE), "it leads to what stands behind its @"),
    (re.compile(r"^[A-Za-z]:\\|^\\\\\w"), "it is a place on somebody's computer"),
    (re.compile(r"^mailto:(?![^@\s]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE), ("there is no e-mail "
                                                                            "address in it")),
    # RFC 6068, section 5: elsewhere than in the text of a letter it would begin another head.
    (re.compile(r"^mailto:(?:[^?]*|[^?]*\?(?:[^&]*&(?:amp;)?)*(?!body=)[^=&]*=[^&]*)%0[ad]",
                re.IGNORECASE), "a line break stands outside its body="),
    (re.compile(r"^(?:https?://"
                r"|www\.)[^\s/]*\s\S*\.[a-z]{2,}", re.IGNORECASE), "a space stands in it"),
    (re.compile(r"^https?://www\.?(?:/|$)"
                r"|^https?://[\w-]+/?$(?<!localhost)(?<!localhost/)"), "the name is not whole"),
)  # fmt: skip
_LOOSE = sought(
    r"(?<![\w:/])(?:https?|ftp)(?:/{2}|:/(?!/)|;//)\s?[\w-]+\.[\w./-]+"
    r"|(?<![\w:/])https?:(?:/{1,2})?(?=[ .,;)]|$)|(?<![\w:/])(?:htp|htps|hhtp|hhtps|htttp|htttps)://[\w./-]+|(?<![\w.])www,[\w-]+\.\w+"
)


def l116_broken_address(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The address cannot be one: it leads nowhere.
    Remedy: copy it again from the browser."""
    for address in addresses(sheet):
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
                # A bare one may have lost its rest at the end of a line.
                is_cut = why == "the name is not whole" and address.kind == "bare"
                level = WARNING if is_cut or why == _STROKES else ERROR
                yield _bad(sheet, address.start, address.text, why, level)
                break
    for block in sheet.blocks:
        for found in (
            _LOOSE.finditer(block.text) if block.says("//", ":/", "www,", "http:", "https:") else ()
        ):
            yield block.mark(
                "L116", found.start(), found.end(), f"{found[0]!r} cannot be an address: the "
                                                    f"beginning is not  https://",
                "copy it again from the browser", WARNING if found[0][-1] in ":/" else ERROR,
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


def l127_link_to_another_language(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*…/fr/join* in an English text, where the house's other links lead to *…/en/…*: the reader
    lands on a page in another language.
    Remedy: link the page in the language of the text, or say (in French) beside it."""
    spoken = {language[:2] for language in register.corpus.copies}
    own: set[tuple[str, str]] = set()
    others: list[tuple[Block, Anchor, str, str]] = []
    for sheet in sheets if len(spoken) > 1 else ():
        for block in sheet.blocks:
            for anchor in block.links:
                host, told = _site(anchor.url, spoken)
                if told == block.language[:2]:
                    own.add((host, told))
                elif told:
                    others.append((block, anchor, host, told))
    for block, anchor, host, told in others:
        behind = block.text[anchor.start : anchor.end + 16].casefold()
        is_said = any(word.startswith(_TONGUES.get(told, (told,))) for word in behind.split())
        if (host, block.language[:2]) in own and not (is_said or block.is_foreign(anchor.start)):
            yield block.mark(
                "L127", anchor.start, anchor.end, f"the link leads to a page in {told!r}: "
                                                  f"{anchor.url}",
                "link the page in the language of the text", WARNING,
            )  # fmt: skip


_TONGUES = {
    "en": ("(en", "en)", "english", "anglais", "englisch", "inglés", "inglese", "engels"),
    "fr": ("(fr", "fr)", "french", "français", "französisch", "francés", "francese", "frans"),
    "de": ("(de", "de)", "german", "deutsch", "allemand", "alemán", "tedesco", "duits"),
}


def _site(url: str, spoken: Set[str]) -> tuple[str, str]:
    """The host of an address, and the language that its path begins with.

    >>> _site("https://www.efus.eu/fr/a", {"en", "fr"}), _site("https://efus.eu/frame", {"fr"})
    (('www.efus.eu', 'fr'), ('efus.eu', ''))
    """
    host, _, path = url.partition("://")[2].partition("/")
    first = re.split(r"[/?#]", path)[0].casefold()
    return host, first if first in spoken else ""


def _is_lone_name(text: str) -> bool:
    return bool(re.match(r"https?://(?:localhost|[\w-]+:\d+)", text))


def _bad(sheet: Sheet, start: int, text: str, why: str, level: Level = ERROR) -> Mark:
    message = f"{text!r} cannot be an address: {why}"
    return sheet.mark(
        "L116", start, start + len(text), message, "copy it again from the browser", level
    )


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


_EXAMPLE = sought(
    r"^https?://(?:www\.)?(?:example\.(?:com|org|net)|domain\.com|yourdomain\.\w+|mysite\.com"
    r"|placeholder\.\w+)(?:[/?#]|$)|^(?:mailto:)?[\w.+-]+@example\.(?:com|org|net)$",
    re.IGNORECASE,
)


def l122_address_of_an_example(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """An address that stood in for the true one.
    Remedy: give the true one."""
    for address in addresses(sheet):
        is_mail = "@" in address.text
        if _EXAMPLE.search(address.text) and (is_mail or address.kind in ("target", "key")):
            yield sheet.mark(
                "L122", address.start, address.start + len(address.text),
                f"{address.text} stands in for a true address", "give the true one", WARNING,
            )  # fmt: skip


def l123_insecure_address(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The same house is linked with https elsewhere in this text.
    Remedy: write https; fix=1 does it."""
    safe = {
        host_of(address.text) for address in addresses(sheet) if address.text.startswith("https://")
    }
    for address in addresses(sheet):
        if address.text.startswith("http://"):
            host = host_of(address.text)
            if host and host in safe:
                yield sheet.mark(
                    "L123", address.start, address.start + 4, f"{host} is linked with https "
                                                              f"elsewhere",
                    "write https", NOTE, "https",
                )  # fmt: skip
