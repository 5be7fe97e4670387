"""What a copy that is not for everybody says of itself, in every form and on every page."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline import calendar
from pipeline.model.editions import Edition


def embargo(edition: Edition, words: Mapping[str, str]) -> str:
    """`Embargoed until 22 March 2024, 12:00 CET (UTC+1)`, as long as it is."""
    if not edition.embargo:
        return ""
    zone = edition.organisation.timezone
    moment = calendar.moment(edition.embargo, zone, edition.language)
    return words["embargoed_until"].replace("{moment}", moment)


def newsroom(edition: Edition, words: Mapping[str, str]) -> str:
    """`Copy for Le Monde`, if it was made for one newsroom."""
    if not edition.newsroom:
        return ""
    return words["copy_for"].replace("{newsroom}", edition.newsroom)


def notice(edition: Edition, words: Mapping[str, str]) -> str:
    """Both in one line; nothing on what is for everybody."""
    return " · ".join(filter(None, (embargo(edition, words), newsroom(edition, words))))
