"""Programs that are heard beside our own checks, and what becomes of them."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from pipeline import grammarians, proofreading, voices
from pipeline.corpus import reading
from pipeline.errors import Finding, Level
from tests import judges
from tests.conftest import ROOT

TODAY = dt.date(2026, 1, 1)


def house(root: Path, text: str, language: str = "en") -> Path:
    (root / "news").mkdir(parents=True)
    page = f"name: House\nlanguages: [{language}]\ntimezone: UTC\n"
    (root / "organisation.yaml").write_text(page, encoding="utf-8")
    head = "---\ntitle: A\ndate: 2024-05-20\n---\n"
    (root / "news/2024-05-20-a.md").write_text(f"{head}{text}\n", encoding="utf-8")
    return root


def heard(sources: Path) -> list[Finding]:
    proof = proofreading.proofread(reading.read(sources), sources, TODAY, voices=True)
    return [mark.finding for mark in proof.marks if mark.finding.code == "X151"]


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_an_english_grammarian_says_in_one_sentence_what_to_write(tmp_path: Path) -> None:
    judges.needs(judges.harper)
    (told,) = heard(house(tmp_path, "The map shows where there buildings are."))
    assert told.message == "'there' is probably another word"
    assert told.remedy == "write their"


def test_every_rule_that_counts_is_known_to_the_grammarian() -> None:
    judges.needs(judges.harper)
    from harper import get_default_lint_config

    assert set(grammarians.RULES.split()) <= set(get_default_lint_config())


@pytest.mark.parametrize("says", ["exit 3", "echo hello", "echo '{\"data\": [{}]}'", "kill -9 $$"])
def test_a_grammarian_that_is_broken_costs_one_note(
    says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "grammalecte-cli", says)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    (told,) = heard(house(tmp_path / "sources", "Les bateau partiront demain.", "fr"))
    assert (told.level, told.location.path.name) == (Level.NOTE, "organisation.yaml")
    assert told.message == "Grammalecte was asked about the grammar and did not answer"


def one_slip(**said: object) -> str:
    """An answer of one slip, in which something is not as Grammalecte says it."""
    slip = {"nStart": 0, "nEnd": 3, "sRuleId": "gn_x", "sType": "gn", "aSuggestions": ["Le"]}
    number = said.pop("iParagraph", 2)
    told = {"data": [{"iParagraph": number, "lGrammarErrors": [{**slip, **said}]}]}
    return json.dumps(told)


def answering(says: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What is told when Grammalecte is a program that says just this."""
    (folder / "says").write_text(says, "utf-8")
    program(folder, "grammalecte-cli", f"cat {folder}/says")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return heard(house(folder / "sources", "Demain on part. Les eaux montent.", "fr"))


@pytest.mark.parametrize(
    "says",
    [
        one_slip(nStart="a"),
        one_slip(nStart=True),
        one_slip(nEnd=1.5),
        one_slip(sRuleId=3),
        one_slip(sType=["gn"]),
        one_slip(aSuggestions=[3]),
        one_slip(aSuggestions=7),
        '{"data": [3]}',
        "[" * 200_000,
        "{}\x00\ufffd",
    ],
    ids=range(10),
)
def test_an_answer_that_is_none_costs_one_note(
    says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (told,) = answering(says, tmp_path, monkeypatch)
    assert told.message == "Grammalecte was asked about the grammar and did not answer"


@pytest.mark.parametrize(
    "says",
    [
        one_slip(iParagraph=9999),
        one_slip(iParagraph=0),
        one_slip(nStart=-900),
        one_slip(nEnd=99_999),
        one_slip(nStart=9, nEnd=3),
    ],
    ids=range(5),
)
def test_what_is_said_of_no_place_in_the_text_is_not_told(
    says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answering(says, tmp_path, monkeypatch) == []


def test_who_talks_without_end_is_ended_in_time_and_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voices, "_MOST", 1_000_000)
    began = time.monotonic()
    assert voices.heard(["yes"], ()) == ""
    assert time.monotonic() - began < voices.PATIENCE


def test_who_leaves_somebody_behind_on_the_line_is_not_waited_for() -> None:
    began = time.monotonic()
    left = "import subprocess; subprocess.Popen(['sleep', '60'], start_new_session=True); print(7)"
    assert voices.heard([sys.executable, "-c", left], ()) == "7\n"
    assert time.monotonic() - began < 40


def test_a_speller_that_says_nothing_of_what_it_lists_is_let_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        'case "$*" in -D) echo /x/en_GB;; *) echo "& : a"; echo "& "; echo "& ship 1 0: sip";; esac'
    )
    program(tmp_path, "hunspell", script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    voices.forget()
    try:
        assert voices.suggestions(["ship"], "en") == {"ship": ("sip",)}
    finally:
        voices.forget()


@pytest.mark.parametrize(("known", "asked"), [(0, 8), (100, 60)])
def test_of_a_text_in_no_language_a_speller_is_asked_for_few_remedies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: int, asked: int
) -> None:
    said = tmp_path / "asked"
    script = f'case "$*" in -D) echo /x/en_GB;; *-l) grep zz;; *-a) cat > {said};; esac'
    program(tmp_path, "hunspell", script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    voices.forget()
    words = [f"{first}{second}dule" for first in "abcdefghij" for second in "abcdefghij"]
    text = [f"zz{word}" for word in words] + words[:known]
    try:
        heard(house(tmp_path / "sources", " ".join(text)))
    finally:
        voices.forget()
    assert len(said.read_text("utf-8").splitlines()) == asked


def test_what_is_asked_lies_in_no_file_that_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is killed in the middle leaves no held text behind, and no list of programs shows it."""
    listing = f'cat /dev/stdin; echo "$@"; ls {tmp_path}/between'
    program(tmp_path, "grammalecte-cli", listing)
    (tmp_path / "between").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "between"))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    said = grammarians.GRAMMARIANS[0].ask(["A held text."], "fr", ())
    assert said.startswith("A held text.\n-f /dev/stdin -j -off ")
    assert len(said.splitlines()) == 2


def test_a_grammarian_that_thinks_too_long_is_ended_with_all_his_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "grammalecte-cli", f"sleep 77 & echo $! >{tmp_path}/child; wait")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    sources, child = house(tmp_path / "sources", "Les bateau partiront demain.", "fr"), ""
    # On a machine with much else to do he may not have begun to think after a second.
    for patience in (1, 10, 50):
        monkeypatch.setattr(voices, "PATIENCE", patience)
        (told,) = heard(sources)
        assert told.level is Level.NOTE
        if (tmp_path / "child").exists() and (child := (tmp_path / "child").read_text().strip()):
            break
    assert is_ended(int(child))


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_who_stops_a_check_stops_its_voices_and_their_children(
    stop: signal.Signals, tmp_path: Path
) -> None:
    program(tmp_path, "grammalecte-cli", f"sleep 77 & echo $! >{tmp_path}/child; wait")
    sources = house(tmp_path / "sources", "Les bateau partiront demain.", "fr")
    command = [sys.executable, "-m", "pipeline", "check", "--sources", sources]
    checking = subprocess.Popen(
        [*command, "--out", tmp_path / "build"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        # Tests that run in the background ignore Ctrl-C, and so would the check.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    child = tmp_path / "child"
    for _ in range(6000):
        if child.exists() and child.read_text().strip():
            break
        time.sleep(0.05)
    checking.send_signal(stop)
    assert checking.wait(300) != 0
    assert is_ended(int(child.read_text()))


def is_ended(number: int) -> bool:
    """Whether a program is no more, or is nothing but a name that nobody has asked for."""
    for _ in range(100):
        told = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False
        )
        if told.stdout.strip()[:1] in ("", "Z"):
            return True
        time.sleep(0.05)
    return False


TOLD = """{"language": {"code": "en-GB"}, "matches": [
{"message": "You should probably use: \\"are\\".", "replacements": [{"value": "are"}],
 "offset": 26, "length": 2, "rule": {"id": "AGREEMENT_SENT_START"}},
{"message": "A hyphen is usual.", "replacements": [],
 "offset": 19, "length": 5, "rule": {"id": "WEEK_HYPHEN"}}]}"""
"""As LanguageTool 6.6 answers, without what nobody reads."""


def test_a_grammarian_of_many_languages_is_asked_at_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "told").write_text(TOLD, encoding="utf-8")
    script = f'echo "$@" >{tmp_path}/asked; cat >{tmp_path}/read; cat {tmp_path}/told'
    program(tmp_path, "languagetool", script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    languagetool = grammarians.GRAMMARIANS[-1]
    assert {"en", "fr", "de", "es"} == set(languagetool.languages)
    passages = ("It is fine 🚢.", "The walls is high.")
    (slip,) = languagetool.slips(passages, "en", ()) or ()
    assert passages[slip.passage][slip.start : slip.end] == "is"
    assert (slip.reason, slip.instead) == (
        "is doubtful: you should probably use: “are”", ("are",)
    )  # fmt: skip
    assert (tmp_path / "read").read_text("utf-8") == "It is fine 🚢.\n\nThe walls is high.\n"
    asked = (tmp_path / "asked").read_text("utf-8").split()
    assert asked[:6] == ["--json", "-c", "utf-8", "-l", "en-GB", "--enabledonly"]


def test_passages_that_are_alike_are_asked_about_once_and_figures_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It has something against the first *ist* of what it is given.
    (tmp_path / "answer.py").write_text(
        "import json, sys\n"
        "read = sys.stdin.read()\n"
        f"open({str(tmp_path / 'read')!r}, 'w').write(read)\n"
        "one = {'message': 'No.', 'replacements': [{'value': 'sind'}], 'length': 3,\n"
        "       'offset': read.index('ist'), 'rule': {'id': 'DE_AGREEMENT'}}\n"
        "print(json.dumps({'language': {'code': 'de'}, 'matches': [one]}))\n",
        encoding="utf-8",
    )
    program(tmp_path, "languagetool", f"exec {sys.executable} {tmp_path}/answer.py")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    text = "Die Mauern ist hoch.\n\n" * 3 + "| Was | Wie viel |\n|---|---|\n| Meter | 12 |\n"
    sources = house(tmp_path / "sources", text, "de")
    corpus = reading.read(sources)
    proof = proofreading.proofread(corpus, sources, TODAY, voices=True)
    read = (tmp_path / "read").read_text("utf-8").split("\n\n")
    assert [one.strip() for one in read].count("Die Mauern ist hoch.") == 1
    assert "12" not in read
    said = [m.finding.location.line for m in proof.marks if m.finding.code == "X151"]
    assert said == [5, 7, 9]


def test_a_grammarian_whose_own_language_is_another_gives_his_reason_in_ours() -> None:
    told = TOLD.replace("en-GB", "fr").replace("AGREEMENT_SENT_START", "D_J")
    slip, _ = grammarians.GRAMMARIANS[-1].hear(told, ("It is fine 🚢.", "The walls is high."))
    assert slip.reason == "does not agree with what goes with it"
