"""A contact of whom only a held text tells stands in every letter: its line is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desks import NOW, Built, build, write

HELD = "---\ntitle: Harbours count nets\ndate: 2025-06-09\nembargo: 2025-07-01T09:00\n{}---\n{}\n"
SAID = "warning E112 letters print all contacts, and nothing names this one but a text"


def letter(sources: Path, head: str = "", body: str = "Nets.", **held: str) -> Built:
    """A letter while a release is held that tells of somebody in its *head*, or its *body*."""
    contacts = (sources / "contacts.yaml").read_text("utf-8")
    added = "clerk: {name: Rosalind Quist, email: rq@harbours.example}\n"
    write(sources, "contacts.yaml", contacts + added)
    write(sources, "newsletters/2025-06.md", "---\ndate: 2025-06-09\nsubject: June\n---\nHello.\n")
    write(sources, "releases/2025-06-09-nets.md", HELD.format(head, body))
    for name, text in held.items():
        write(sources, f"releases/2025-06-09-nets.{name}.md", text)
    return build(sources, "newsletter", languages=("en",))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("contacts: [press, clerk]\n", "Nets."),
        ("contacts:\n- clerk\n- press\n", "Nets."),
        ("contacts: [clerk]\ncolour: red\n", "Nets."),
        ("", "Write to {{ contacts.clerk.email }}."),
        ("", "Rosalind Quist leads us from July."),
    ],
)
def test_a_contact_whom_only_a_held_text_names_is_told(sources: Path, head: str, body: str) -> None:
    [line] = [line for line in letter(sources, head, body).lines if "E112" in line]
    assert line.startswith("sources/contacts.yaml:11:1: ")
    assert f"{SAID} that is under embargo until 2025-07-01T09:00:00+01:00" in line
    assert "E112" not in build(sources, "newsletter", now=NOW.replace(month=8)).said


def test_a_translation_and_a_kit_that_wait_may_name_them(sources: Path) -> None:
    french = "---\ntitle: Filets\ncontacts: [clerk]\n---\nFilets.\n"
    assert SAID in letter(sources, fr=french).said
    write(sources, "releases/2025-06-09-nets.fr.md", "---\ntitle: Filets\n---\nFilets.\n")
    assert SAID not in build(sources, "newsletter").said
    kit = "---\ntitle: Nets\ndate: 2025-06-01\nreleases: [2025-06-09-nets]\n---\nNets.\n"
    write(sources, "presskits/nets/kit.md", kit)
    write(sources, "presskits/nets/01-who.md", "---\ntitle: Who\n---\nAsk Rosalind Quist.\n")
    assert SAID in build(sources, "newsletter").said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("news/2024-05-01-clerk.md", "---\ntitle: T\ndate: 2024-05-01\n---\nRosalind\nQuist.\n"),
        ("slides/who.md", "---\ntitle: Who\n---\n# Who\n\n{{ contacts.clerk.name }}\n"),
        ("releases/old.md", "---\ntitle: T\ndate: 2024-05-01\ncontacts: [clerk]\n---\nOld.\n"),
        ("agenda.yaml", "- {id: x, title: Tea with Rosalind Quist, start: 2025-06-20}\n"),
    ],
)
def test_a_contact_whom_something_free_names_is_not_told(
    sources: Path, name: str, text: str
) -> None:
    write(sources, name, text)
    assert SAID not in letter(sources, "contacts: [clerk]\n").said


def test_who_answers_for_every_release_is_not_told(sources: Path) -> None:
    assert SAID not in letter(sources, "contacts: [press]\n").said
