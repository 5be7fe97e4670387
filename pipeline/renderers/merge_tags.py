"""The addresses that a sending tool fills in: tokens in the page, the tool's tags in the file."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from pipeline.errors import Finding, Level, Location
from pipeline.frozen import dataclass
from pipeline.model.editions import Edition
from pipeline.model.texts import NOWHERE

TOKENS: Mapping[str, str] = MappingProxyType(
    {
        "unsubscribe": "https://unsubscribe.invalid/",
        "preferences": "https://preferences.invalid/",
        "view_online": "https://view-online.invalid/",
        "calendar": "https://calendar.invalid/",
    }
)
"""What a template writes, `{{ tags.unsubscribe }}`: addresses that pass every tool unharmed."""

TOKEN = re.compile("|".join(re.escape(token) for token in TOKENS.values()))
NAMES = {token: name for name, token in TOKENS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one sending tool writes its tags."""

    tags: Mapping[str, str]
    pattern: re.Pattern[str]
    """Whatever the tool would take for a tag."""


# Programs that fill in text differ in what they look for; a letter is safe from all of them.
_BRACES = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}", re.DOTALL)
_STARS = re.compile(r"\*\|.*?\|\*", re.DOTALL)
_EITHER = re.compile(f"{_BRACES.pattern}|{_STARS.pattern}", re.DOTALL)
PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "generic": Profile(tags={}, pattern=_EITHER),
        "listmonk": Profile(
            tags={
                "unsubscribe": "{{ UnsubscribeURL }}",
                "preferences": "{{ ManageURL }}",
                "view_online": "{{ MessageURL }}",
            },
            pattern=_BRACES,
        ),
        "mailchimp": Profile(
            tags={
                "unsubscribe": "*|UNSUB|*",
                "preferences": "*|UPDATE_PROFILE|*",
                "view_online": "*|ARCHIVE|*",
            },
            pattern=_STARS,
        ),
        "brevo": Profile(
            tags={
                "unsubscribe": "{{ unsubscribe }}",
                "preferences": "{{ update_profile }}",
                "view_online": "{{ mirror }}",
            },
            pattern=_BRACES,
        ),
    }
)

KEYS = {
    "unsubscribe": "unsubscribe",
    "preferences": "preferences",
    "view_online": "online",
    "calendar": "online",
}
FILES = {"view_online": "web.html", "calendar": "agenda.ics"}

OPENS_A_TAG = re.compile(r"\{(?=[{%#])|(?<=\{)\{|\*(?=\|)")
STYLE = re.compile(r"(<style\b[^>]*>.*?</style>)", re.DOTALL | re.IGNORECASE)


def addresses(edition: Edition) -> Mapping[str, str]:
    """What stands in for each token in this letter: a tag, an address, or a visible gap."""
    mail = edition.organisation.mail
    profile = PROFILES.get(mail.profile, PROFILES["generic"])
    own = {
        "unsubscribe": first(mail.unsubscribe),
        "preferences": first(mail.preferences),
        **{name: online(edition, file) for name, file in FILES.items()},
    }
    return {
        name: profile.tags.get(name) or own[name] or FILES.get(name) or f"[[{name}]]"
        for name in TOKENS
    }


def first(written: str) -> str:
    """The address a reader can click, out of one or several: a page before a mailbox."""
    found = split(written)
    return next((one for one in found if one.startswith("http")), found[0] if found else "")


def split(written: str) -> tuple[str, ...]:
    """
    >>> split("<https://example.org/u?a,b>, mailto:leave@example.org")
    ('https://example.org/u?a,b', 'mailto:leave@example.org')
    """
    parts = re.split(r"(?<![\s,])[\s,]+(?=<?(?:https?|mailto):)", written.strip())
    return tuple(part.strip("<>") for part in parts if part)


def online(edition: Edition, file: str) -> str:
    """Where a file of this edition stands on the web, if the organisation publishes them."""
    base = edition.organisation.mail.online.rstrip("/")
    return f"{base}/{edition.slug}/{edition.language}/{file}" if base else ""


def gaps(edition: Edition, page: str, where: Location) -> tuple[Finding, ...]:
    """The addresses that the letter needs and nobody has given."""
    given = addresses(edition)
    place = edition.organisation.at("mail")
    missing = {name: given[name] for name in {NAMES[token] for token in TOKEN.findall(page)}}
    left = [name for name in sorted(missing) if missing[name] in (f"[[{name}]]", FILES.get(name))]
    if not left:
        return ()
    shown = " and ".join(f"'{missing[name]}'" for name in left)
    keys = ", ".join(f"{key}: https://…" for key in dict.fromkeys(KEYS[name] for name in left))
    return (
        Finding(
            "M110",
            f"the letter leads to {shown}, where its readers find nothing",
            f"say in organisation.yaml, 'mail: {{{keys}}}', where it is",
            place if place != NOWHERE else where,
            Level.WARNING,
        ),
    )


def shield_html(page: str) -> str:
    """The page with everything a sending tool could take for a tag spelt in entities."""
    parts = STYLE.split(page)
    # Every second part is a style sheet, which knows no entities and has no tags.
    parts[::2] = [OPENS_A_TAG.sub(lambda found: f"&#{ord(found[0])};", part) for part in parts[::2]]
    return "".join(parts)


def shield_text(page: str) -> str:
    """The same for plain text, which has no entities: a joiner without width between the signs."""
    return OPENS_A_TAG.sub(lambda found: f"{found[0]}\N{WORD JOINER}", page)


def place_in_html(page: str, edition: Edition) -> str:
    given = addresses(edition)
    shielded = shield_html(page)
    return TOKEN.sub(lambda token: _attribute(given[NAMES[token[0]]]), shielded)


def place_in_text(page: str, edition: Edition) -> str:
    given = addresses(edition)
    return TOKEN.sub(lambda token: given[NAMES[token[0]]], shield_text(page))


def _attribute(address: str) -> str:
    # A tag must arrive as its tool wrote it; none of ours has a sign that HTML would mind.
    return address if address.startswith(("{{", "*|")) else html.escape(address)


def strangers(finished: str, page: str, edition: Edition) -> Counter[str]:
    """Tags in the finished letter beyond those placed (positive) and those lost (negative)."""
    profile = PROFILES.get(edition.organisation.mail.profile, PROFILES["generic"])
    given = addresses(edition)
    placed = Counter(
        tag for token in TOKEN.findall(page) for tag in profile.pattern.findall(given[NAMES[token]])
    )
    found = Counter(profile.pattern.findall(finished))
    found.subtract(placed)
    return Counter({tag: n for tag, n in found.items() if n})
