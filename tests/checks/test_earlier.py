"""What other programs said of a passage is asked once, and kept where nobody can read it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import cli, voices

GRAMMARIAN = """#!{python}
import json, sys
with open(sys.argv[sys.argv.index("-f") + 1], encoding="utf-8") as file:
    passages = file.read().split("\\n")[:-1]
with open({log!r}, "a", encoding="utf-8") as file:
    file.write("\\n".join(passages) + "\\n")
wrong = [(n, p.index("faux ")) for n, p in enumerate(passages, 1) if "faux " in p]
print(json.dumps({{"data": [
    {{"iParagraph": n, "lGrammarErrors": [{{
        "nStart": at, "nEnd": at + 4, "sRuleId": "g1__gn_les", "sType": "gn",
        "aSuggestions": ["juste"],
    }}]}} for n, at in wrong
]}}))
"""
HOUSE = "name: Maison\nlanguages: [fr]\ntimezone: Europe/Paris\n"
STORY = "---\ntitle: Le port\ndate: 2026-05-01\n---\nLa chorale chante faux le lundi.\n\n{}\n"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What a grammarian of this machine was asked, a passage a line."""
    log = tmp_path / "asked"
    program = tmp_path / "bin" / "grammalecte-cli"
    program.parent.mkdir()
    program.write_text(GRAMMARIAN.format(python=sys.executable, log=str(log)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    (tmp_path / "sources/news").mkdir(parents=True)
    (tmp_path / "sources/organisation.yaml").write_text(HOUSE)
    voices.forget()
    yield log
    voices.forget()


def told(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (tmp_path / "sources/news/port.md").write_text(STORY.format(text), encoding="utf-8")
    places = ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "build")]
    cli.main(["check", *places, "--now", "2026-06-12T10:00", "--format", "json"])
    return [line for line in capsys.readouterr().out.splitlines() if "X151" in line]


def heard(asked: Path) -> list[str]:
    passages = asked.read_text("utf-8").splitlines() if asked.exists() else []
    asked.unlink(missing_ok=True)
    return passages


def test_only_a_passage_that_is_new_is_asked_about(
    asked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = told(tmp_path, "Le quai est vide.", capsys)
    assert len(first) == 1
    assert "juste" in first[0]
    assert "La chorale chante faux le lundi." in heard(asked)
    assert told(tmp_path, "Le quai est vide.", capsys) == first
    assert heard(asked) == []
    assert told(tmp_path, "Le quai est plein.", capsys) == first
    assert heard(asked) == ["Le quai est plein."]


def test_what_is_kept_of_a_passage_cannot_be_read(
    asked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(tmp_path, "Le quai est vide.", capsys)
    kept = (tmp_path / "build/.made/voices").read_bytes()
    assert not [
        word
        for word in (b"chorale", b"faux", b"juste", b"quai", b"gn_les", b"agree")
        if word in kept
    ]


@pytest.mark.parametrize("damage", ["a bit", "all", "another veil"])
def test_what_is_damaged_is_heard_again(
    asked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    from pipeline import stamps

    first = told(tmp_path, "Le quai est vide.", capsys)
    heard(asked)
    kept = tmp_path / "build/.made/voices"
    content = bytearray(kept.read_bytes())
    if damage == "a bit":
        content[len(content) // 2] ^= 1
    elif damage == "all":
        content = bytearray(b"[]")
    else:
        known = stamps.unsealed(bytes(content))["passages"]
        content = bytearray(stamps.sealed({"passages": dict.fromkeys(known, "AAAA")}))
    kept.write_bytes(content)
    assert told(tmp_path, "Le quai est vide.", capsys) == first
    assert "Le quai est vide." in heard(asked)
