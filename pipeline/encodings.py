"""In what an office may have saved a text that is not UTF-8."""

from __future__ import annotations

import re

from pipeline import diacritics

_WIDE = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_STRANGE = re.compile("[\udc80-\udcff]+")
_HIGH = re.compile(rb"[\xb8-\xff]")
_IN_A_ROW = re.compile(rb"[\xb8-\xff]{3,}")
_SIGN_IN_A_WORD = re.compile(rb"[A-Za-z\xc0-\xff][\xb1\xb3\xb6\xb9\xbc\xbf][a-z\xe0-\xff]")
_ISO = re.compile(rb"[\xb1\xb6\xbc]")


def made_out(content: bytes) -> str:
    r"""The text of a file that may be of no use, as far as it can be read: it may be held.

    >>> made_out(b"caf\xe9 \xc3\xa9t\xc3\xa9"), made_out(b"\xff\xfea\0b\0")
    ('café été', 'ab')
    """
    for begins, code in _WIDE:
        if content.startswith(begins):
            return content.decode(code, "replace")
    # Without its mark, the letters of the west are those that are left without the zeros.
    plain = content.replace(b"\0", b"") if content[:200].count(0) > 40 else content
    text = plain.decode("utf-8", "surrogateescape")
    code = likely(plain)[0] if _STRANGE.search(text) else "cp1252"
    text = _STRANGE.sub(
        lambda run: run[0].encode("utf-8", "surrogateescape").decode(code, "replace"), text
    )
    return diacritics.without(text.removeprefix("\ufeff").replace("\r", "\n"))


def likely(content: bytes) -> tuple[str, str]:
    """The codec and the name of what was written in the West, or in Poland, Greece or Bulgaria.

    A western page shows ł as ³. Only where all letters are foreign do they stand in rows; of
    these а is the commonest of the Cyrillic ones, and where it stands Greek has its rarest, ΰ.
    """
    letters = _HIGH.findall(content)
    if 2 * sum(map(len, _IN_A_ROW.findall(content))) > len(letters):
        if 40 * letters.count(b"\xe0") > len(letters):
            return "cp1251", "Windows-1251"
        return "cp1253", "Windows-1253"
    if not _SIGN_IN_A_WORD.search(content):
        return "cp1252", "Windows-1252"
    if _ISO.search(content):
        return "iso8859_2", "ISO-8859-2"
    return "cp1250", "Windows-1250"
