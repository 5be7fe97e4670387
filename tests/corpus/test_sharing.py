"""Definitions that the sections of one text share."""

from __future__ import annotations

from pipeline.corpus import sharing


def test_a_note_told_in_another_section_comes_to_the_one_that_calls_it() -> None:
    shared = sharing.share(
        {"first": "Claim[^a].", "last": "- A book\n\n[^a]: Proof\n    and more."}
    )
    assert shared["first"] == ("Claim[^a].", "[^a]: Proof\n    and more.")
    assert shared["last"] == ("- A book\n\n\n", "")


def test_a_note_that_nobody_calls_stays_where_its_writer_is_told_of_it() -> None:
    source = "Text.\n\n[^a]: Never called."
    assert sharing.share({"first": source, "last": "Other."})["first"] == (source, "")


def test_abbreviations_and_addresses_are_known_everywhere() -> None:
    shared = sharing.share(
        {"first": "The EU [site].", "last": "*[EU]: Union\n\n[site]: https://a.eu"}
    )
    assert shared["first"][1] == "*[EU]: Union\n[site]: https://a.eu"
