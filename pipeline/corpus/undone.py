"""Keys by which other tools know that a text is not to be published yet; none of them is ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline import calendar
from pipeline.corpus import lettering
from pipeline.frontmatter import Node, Scalar
from pipeline.moments import meant, parse_date, parse_moment

_BEGIN = (
    *("hold", "onhold", "draft", "publi", "release", "notbefore", "confidenti", "private"),
    *("brouillon", "entwurf", "gesperrt", "veröffentl", "veroffentl"),
)
"""How they begin that may say so."""
_DRAFT_KEYS = frozenset(("draft", "isdraft", "brouillon", "entwurf", "bozza", "borrador"))
"""What says it with anything but a no."""
_KEPT = _DRAFT_KEYS | frozenset(
    (
        *("hold", "onhold", "private", "isprivate", "hidden", "unlisted"),
        *("confidential", "wip", "unpublished", "scheduled"),
    )
)
"""What says it with a yes."""
_SHOWN = frozenset(
    (
        *("published", "publish", "ispublished", "public", "ispublic", "publishable"),
        *("visible", "listed", "online", "live", "active", "isactive", "enabled", "isenabled"),
        *("ready", "isready", "readytopublish", "approved", "isapproved"),
        *("final", "isfinal", "released", "cleared", "reviewed", "validated", "signedoff"),
        *("publié", "publie", "actif", "prêt", "pret", "approuvé", "approuve", "validé"),
        *("valide", "définitif", "definitif"),
        *("veröffentlicht", "veroffentlicht", "aktiv", "fertig", "freigegeben", "genehmigt"),
        *("publicado", "activo", "listo", "aprobado", "pubblicato", "attivo", "pronto"),
        *("gepubliceerd", "actief", "klaar", "goedgekeurd", "definitief", "opublikowane"),
        *("gotowe", "zatwierdzone", "approvato"),
    )
)
"""What says it with a no."""
_STAGE = frozenset(("status", "poststatus", "state", "stage", "visibility", "postvisibility"))
_DATES = frozenset(
    (
        *("publishdate", "publisheddate", "publicationdate", "pubdate", "datepublished"),
        *("publishon", "publishedon", "publishat", "publishedat", "publishafter", "releasedate"),
        *("releaseon", "notbefore", "holduntil", "scheduled", "scheduledfor"),
        *("golive", "goliveon", "golivedate", "schedule"),
    )
)
"""Behind these stands the day on which they publish it; it may behind those above, too."""
_PARTS_OF_SECONDS = re.compile(r"(?<=\d\d:\d\d:\d\d)[.,]\d+")
_YES = frozenset(
    ("", "~", "null", "true", "yes", "y", "on", "1", "oui", "ja", "sì", "si", "sí", "tak")
)
_EMPTY = frozenset(("", "~", "null"))
_NO = frozenset(
    (
        *("false", "no", "n", "off", "0", "non", "nein", "nee", "nie", "nej", "ei", "não", "nao"),
        *("not yet", "pending", "pas encore", "noch nicht", "todavía no", "non ancora", "nog niet"),
    )
)
_DRAFT = r"draft|brouillon|entwurf|private|hidden"
_YET = re.compile(
    rf"(?:{_DRAFT}|pending|future|scheduled|unpublished|unlisted|(?:on )?hold|confidential"
    r"|in review)\b"
)
"""How a stage is called at which nothing is published."""
_UNDONE = re.compile(_DRAFT)


def may_say(key: str) -> bool:
    """Whether a key that we do not know may say so, whatever stands behind it."""
    return _glued(key).startswith(_BEGIN) or _glued(key) in _DATES | _SHOWN


def is_kept_back(key: str, node: Node) -> bool:
    """Whether it does: nobody who writes it wants the text to be known.

    >>> from pipeline.model.texts import NOWHERE
    >>> [is_kept_back(key, Scalar(typed, NOWHERE)) for key, typed in (
    ...     ("draft", "true"), ("Draft", "no"), ("published", "false"), ("status", "Pending"),
    ...     ("approved", "not yet"), ("state", "Holdenburg"), ("holder", "yes"))]
    [True, False, True, True, True, False, False]
    """
    if not isinstance(node, Scalar):
        return False
    name, said = _glued(key), node.text.strip().casefold()
    return (
        (name in _KEPT and said in _YES)
        or (name in _DRAFT_KEYS and said not in _NO)
        or (name in _SHOWN and said in _NO)
        # *Later*, *after the vote*: whatever it is, nobody has said yes to it.
        or (name == "publish" and not (said in _YES - _EMPTY or _is_moment(moment_of(key, said))))
        or (name in _STAGE and _YET.match(said) is not None)
    )


def says_draft(typed: str) -> bool:
    """Whether a value says so, whatever its key is called."""
    return _UNDONE.match(typed.casefold()) is not None


def moment_of(key: str, typed: str) -> str:
    """The moment at which the day begins that other tools publish it on.

    >>> moment_of("publishDate", "2025-07-01"), moment_of("lastmod", "2025-07-01")
    ('2025-07-01T00:00', '2025-07-01')
    """
    if _glued(key) not in _DATES | _SHOWN:
        return typed
    try:
        return f"{parse_date(typed)}T00:00"
    except ValueError:
        days = meant(typed, calendar.months("en"))
        return f"{max(days)}T00:00" if days else _PARTS_OF_SECONDS.sub("", typed)


def _is_moment(typed: str) -> bool:
    try:
        return bool(parse_moment(typed.upper(), "UTC"))
    except ValueError:
        return False


ELSEWHERE = (
    "take it out: only news and releases wait by it, and a kit with what it lists; "
    "keep the rest out of sources/ till then"
)
"""What to do with a request to wait in what cannot."""


def remedy(key: str, known: Mapping[str, Any]) -> str:
    """What to write instead."""
    is_asking = _glued(key) in _KEPT | _SHOWN | _DATES | _STAGE
    if "embargo" in known:
        hour = known["embargo"].wanted
        held = f"to hold this back, write  embargo: {hour} ; to publish it, take the line out"
        return held if is_asking else ""
    return ELSEWHERE if is_asking or lettering.is_embargo(key) else ""


def _glued(key: str) -> str:
    return re.sub(r"[\W_]+", "", key.casefold())
