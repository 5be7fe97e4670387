"""What a text may point at: where its links lead, and which of its pictures are ours."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

_PICTURE = re.compile(
    r"[\w][\w ()+,&-]*(?:[./][\w ()+,&-]+)*\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+(?:\?[^\s]*)?")

# A web or mail address as people type it into running text.
BARE = (
    r"(?<![\w/@.\x03-])(?:(?:(?i:https?)://(?=\w)|www\.(?=[\w-]+\.\w))"
    '[^\\s<>"“”«»|\x02\x03\U000f0000-\U000fffff]+'
    r"|[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
)
POINTED = (
    r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>\s]*|(?:mailto|tel):[^<>\s]+|www\.[^<>\s]+"
    r"|[^<>\s@/]+@[^<>\s@]+)>"
)


def is_picture(name: str) -> bool:
    """Whether *name* is that of a file below `images/`.

    >>> is_picture("riga/market.jpg"), is_picture("../secret.png"), is_picture("//a.org/b.png")
    (True, False, False)
    """
    return bool(_PICTURE.fullmatch(name))


def link_address(typed: str, home: str = "") -> str:
    """Where a link really leads; nothing if it may not lead there.

    `/topics` leads to the page of that name at *home*, the house's own website.

    >>> link_address("www.efus.eu"), link_address("press@efus.eu"), link_address("file:///x")
    ('https://www.efus.eu', 'mailto:press@efus.eu', '')
    >>> link_address("/topics", "https://www.efus.eu/en"), link_address("/topics")
    ('https://www.efus.eu/topics', '')
    >>> link_address('https://www.efus.eu/map?at="Riga"')
    'https://www.efus.eu/map?at=%22Riga%22'
    """
    if typed.lower().startswith("mailto:"):
        typed = typed.replace(" ", "%20")
    if re.match(r"https?://", typed, re.IGNORECASE):
        typed = typed.replace('"', "%22")  # As a browser shows it, and sends it.
    if re.search(r"[\s<>\"\\\x00-\x20]", typed) and not typed.lower().startswith("tel:"):
        return ""
    if typed.startswith("#"):
        typed = unquote(typed)
        return typed if re.fullmatch(r"#[\w.:-]+", typed) else ""
    if re.match(r"/(?!/)", typed) and home:
        typed = urljoin(home, typed)
    if typed.lower().startswith("www."):
        typed = f"https://{typed}"
    if _MAIL.fullmatch(typed):
        return f"mailto:{typed}"
    scheme, colon, rest = typed.partition(":")
    scheme = scheme.lower() if colon else ""
    if scheme == "mailto":
        return f"mailto:{rest}" if _MAIL.fullmatch(rest) or rest.startswith("?") else ""
    if scheme == "tel":
        number = re.sub(r"[\s().\u00a0/-]", "", rest)
        return f"tel:{number}" if re.fullmatch(r"\+?\d{2,20}", number) else ""
    return f"{scheme}:{rest}" if scheme in ("http", "https") and _has_host(rest) else ""


def _has_host(rest: str) -> bool:
    try:
        parts = urlsplit(f"https:{rest}")
        # What stands before an @ is no host, and is there to be taken for one.
        is_plain = parts.hostname and "@" not in parts.netloc
        return bool(is_plain) and (parts.port is None or parts.port >= 0)
    except ValueError:
        return False


def host_of(address: str) -> str:
    """Where a web address leads, in small letters; nothing, of what is none.

    >>> host_of("https://www.efus.eu/en"), host_of("https://[^1]/"), host_of("press@efus.eu")
    ('www.efus.eu', '', '')
    """
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def without_stops(address: str) -> str:
    """*address* without the punctuation of the sentence around it."""
    opened = address.count("(") - address.count(")")
    while address and (address[-1] in ".,;:!?'’…*_~]}" or (address[-1] == ")" and opened < 0)):
        opened += address[-1] == ")"
        address = address[:-1]
    return address


def short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


_EXTENSION = re.compile(r"[^\d\s()+./-].*", re.DOTALL)


def without_extension(number: str) -> str:
    """The telephone number alone, whatever its language calls a desk behind the switchboard.

    >>> without_extension("+353 1 234 5678 ext. 12"), without_extension("+212 5 36 00 (poste 2)")
    ('+353 1 234 5678', '+212 5 36 00')
    """
    return _EXTENSION.sub("", number).rstrip(" (")


def telephone(number: str) -> str:
    """A number as a link dials it (RFC 3966); nobody dials the (0) after a country's code.

    >>> telephone("+33 (0)1 40 64 49 00"), telephone("+353 1 234 5678 ext. 12"), telephone("")
    ('tel:+33140644900', 'tel:+35312345678;ext=12', '')
    """
    alone = without_extension(number)
    beyond = re.sub(r"\D", "", number[len(alone) :])
    dialled = alone.replace("(0)", "") if alone.strip().startswith("+") else alone
    digits = re.sub(r"[^\d+]", "", dialled)
    return f"tel:{digits}{f';ext={beyond}' if beyond else ''}" if digits else ""


_NOTE = re.compile(r"#(?:_(?:ftn|edn)|ftnt|sd(?:foot|end)note)_?(ref)?(\d{1,4})(sym|anc)?")
"""As Word, Google Docs and LibreOffice call a footnote, and the way back from it."""


def foreign_note(typed: str) -> str:
    """What to write instead of a link that is a footnote of another program; empty for others.

    >>> foreign_note("#_ftnref3"), foreign_note("#notes")
    ('begin the note with  [^3]:  in place of this link', '')
    """
    if not (found := _NOTE.fullmatch(typed)):
        return ""
    begin = f"begin the note with  [^{found[2]}]:"
    is_back = found[1] or found[3] == "anc"
    if is_back:
        return f"{begin}  in place of this link"
    return f"write  [^{found[2]}]  in place of this link, and {begin}"
