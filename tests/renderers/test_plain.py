"""Text that arrives as it was typed, and harmless to the tool that sends it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pipeline.errors import CopyError
from pipeline.model.editions import Edition, Output, Publication
from pipeline.model.house import Mail, Organisation
from pipeline.model.texts import Text
from pipeline.renderers import plain
from pipeline.renderers.job import Job


def rendered(page: str, **mail: Any) -> str:
    organisation = Organisation(
        name=Text(plain="Towns"),
        short_name=Text(plain="Towns"),
        languages=("en",),
        timezone="Europe/Paris",
        mail=Mail(**mail),
    )
    edition = Edition(
        publication=Publication(slug="newsletter", title="Newsletter", per="issue"),
        slug="2026-06",
        language="en",
        title=Text(plain="The letter"),
        date=dt.date(2026, 6, 12),
        organisation=organisation,
    )
    output = Output(name="newsletter.txt", renderer="plain")
    return plain.render(Job(edition, output, page, {}, {}, {}, print)).decode()


def test_blanks_at_the_ends_of_lines_and_runs_of_empty_lines_disappear() -> None:
    assert rendered("\n\nOne  \r\n \t\n\n\nTwo\r") == "One\n\nTwo\n"


def test_letters_are_composed_and_control_characters_left_out() -> None:
    assert rendered("cafe\u0301\x00\x07 a\tb\u00a0c") == "café a\tb\u00a0c\n"


@pytest.mark.parametrize(
    ("profile", "tag"),
    [
        ("generic", "https://a.org/leave"),
        ("listmonk", "{{ UnsubscribeURL }}"),
        ("mailchimp", "*|UNSUB|*"),
        ("brevo", "{{ unsubscribe }}"),
    ],
)
def test_addresses_are_filled_in_by_the_sending_tool(profile: str, tag: str) -> None:
    told = rendered(
        "Leave: <https://unsubscribe.invalid/>", profile=profile, unsubscribe="https://a.org/leave"
    )
    assert told == f"Leave: <{tag}>\n"


def test_what_only_looks_like_a_tag_is_broken_where_a_tool_will_read_it() -> None:
    told = rendered("{{ secrets }} *|EMAIL|* <https://unsubscribe.invalid/>", profile="brevo")
    assert told.count("{{") == 1
    assert "*|" not in told
    assert "secrets" in told


def test_a_page_that_no_tool_will_read_keeps_its_braces() -> None:
    assert rendered("{{ as typed }}") == "{{ as typed }}\n"


def test_a_text_that_nobody_could_read_is_refused() -> None:
    with pytest.raises(CopyError, match=r"P109 .* it has 4,000,001 letters, and may have"):
        rendered("a" * 4_000_001)
