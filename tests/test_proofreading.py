"""The proofreader's desk: excuses, mending, and what is told in which form."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

import pytest

from pipeline import checking, cli, grammarians, mending, proofreading, reports, stamps, voices
from pipeline.checks import folios, reading_back, rota, suppressions
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet
from pipeline.corpus import reading
from pipeline.errors import Level
from pipeline.telling import Desk
from tests.stopwatch import spent

ROOT = Path(__file__).parent.parent
MARKED = Path(__file__).parent / "checks" / "marked" / "sources"
TODAY = dt.date(2026, 1, 1)
HOUSE = {
    "organisation.yaml": "name: Network of River Towns\nshort_name: Rivertowns\nlanguages: [en]\n"
    "timezone: Europe/Paris\n",
    "facts.yaml": "members:\n  value: 180\n  unit: [river towns]\n  as_of: 2023-01-01\n"
    "  history:\n    - {value: 165, as_of: 2019-01-01}\n",
    "names.yaml": "Besançon:\n  not: [Besancon]\n",
}


def sources(folder: Path, body: str, head: str = "") -> Path:
    """A small house with one news item."""
    root = folder / "sources"
    (root / "news").mkdir(parents=True)
    for name, page in HOUSE.items():
        (root / name).write_text(page, encoding="utf-8")
    text = f"---\ntitle: An item\ndate: 2024-05-20\n{head}---\n{body}\n"
    (root / "news" / "2024-05-20-item.md").write_text(text, encoding="utf-8")
    return root


def told(root: Path) -> list[str]:
    corpus = reading.read(root)
    proof = proofreading.proofread(corpus, root, TODAY)
    return [f"{m.finding.location.line} {m.finding.code}" for m in proof.marks]


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("nl", "- Zaterdag leest de schrijfster zelf voor\n- Zondag is er markt in de", ["6 S130"]),
        (
            "de",
            "- Am Samstag lädt der Verein alle Leser ein\n- Alle Leser treffen sich in der",
            ["6 S130"],
        ),
        ("de", "- Am Sonntag machen alle Schulen der Stadt mit\n- Der Beirat stimmt dem zu", []),
    ],
)
def test_what_a_verb_is_parted_from_ends_its_sentence(
    tmp_path: Path, language: str, typed: str, found: list[str]
) -> None:
    root = sources(tmp_path, typed)
    house = (root / "organisation.yaml").read_text().replace("[en]", f"[{language}]")
    (root / "organisation.yaml").write_text(house)
    assert [line for line in told(root) if "S130" in line] == found


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("The ferry helps to people.", "X127"),
        ("The report depends of the plan.", "X119"),
        ("This is the principle reason.", "X119"),
        ("We present a plan that consists on six parts.", "X143"),
    ],
)
def test_a_fault_that_several_checks_know_is_told_once(
    tmp_path: Path, typed: str, code: str
) -> None:
    assert told(sources(tmp_path, typed)) == [f"5 {code}"]


def test_two_of_a_few_things_are_no_error(tmp_path: Path) -> None:
    root = sources(tmp_path, "Grandparents read in two languages.\n\nWe met in 165 river towns.")
    with (root / "facts.yaml").open("a") as facts:
        facts.write("tongues:\n  value: 3\n  unit: [languages]\n  as_of: 2023-01-01\n")
    marks = proofreading.proofread(reading.read(root), root, TODAY).marks
    levels = {m.finding.location.line: m.finding.level for m in marks if m.finding.code == "F102"}
    assert levels == {5: Level.WARNING, 7: Level.ERROR}


def test_behind_a_control_character_the_desk_reads_on(tmp_path: Path) -> None:
    root = sources(tmp_path, "The the boat.\x03\n\nThe the port is opened of somebody.")
    assert {"5 X100", "7 X100"} <= set(told(root))


@pytest.mark.parametrize(
    ("scope", "place"), [("sheet", "sources/news/2024-05-20-item.md"), ("corpus", "sources")]
)
def test_a_check_that_falls_over_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scope: str, place: str
) -> None:
    def falls(read: object, register: Register) -> Iterator[Mark]:
        yield from ()
        raise KeyError("Ria")

    root = sources(tmp_path, "The the boat. <!-- ok X999: a name -->")
    fallen = rota.Check("X999", "falls over", scope, falls)
    monkeypatch.setitem(rota.of_sources(), "X999", fallen)
    marks = proofreading.proofread(reading.read(root), root, TODAY).marks
    assert [mark.finding.location.line for mark in marks if mark.finding.code == "X100"] == [5]
    [one] = {m.finding for m in marks if str(m.finding.location) == place and m.start == m.end}
    assert str(one).startswith(f"{place}: warning P191 KeyError in test_proofreading.py:")
    # What it would have told here, nobody knows.
    assert "X191" not in {mark.finding.code for mark in marks}


@pytest.mark.parametrize("blank", ["&nbsp;", "\u00a0", "\u3000"])
def test_an_item_of_blanks_as_word_leaves_them_stops_no_check(tmp_path: Path, blank: str) -> None:
    root = sources(tmp_path, f"We do three things:\n\n- one\n- {blank}\n- two\n- three")
    assert [line for line in told(root) if line.endswith("P191")] == []


@pytest.mark.parametrize("street", ["Λόφος Πανεπιστημίου", "улица Московска", "שדרות הנמל"])
def test_an_address_without_a_latin_letter_stops_no_check(tmp_path: Path, street: str) -> None:
    root = sources(tmp_path, f"Come to {street}, 81100.")
    house = (root / "organisation.yaml").read_text("utf-8")
    house = re.sub(r"^address:.*\n", "", house, flags=re.MULTILINE)
    (root / "organisation.yaml").write_text(f"{house}\naddress: {street} 14, 81100\n", "utf-8")
    assert [line for line in told(root) if line.endswith("P191")] == []


def test_an_agenda_without_places_is_read(tmp_path: Path) -> None:
    root = sources(tmp_path, "The towns met.")
    agenda = "- {id: fair, title: Fair, start: 2024-06-01, place: Ria, country: ES}\n"
    (root / "agenda.yaml").write_text(agenda, encoding="utf-8")
    assert [line for line in told(root) if "N109" in line] == []


def test_an_excuse_with_a_reason_silences_its_block_only(tmp_path: Path) -> None:
    body = "The the song. <!-- ok X100: a refrain -->\n\nThe the bridge."
    assert told(sources(tmp_path, body)) == ["7 X100"]


def test_an_excuse_above_a_block_speaks_for_it(tmp_path: Path) -> None:
    assert told(sources(tmp_path, "<!-- ok X100: a refrain -->\nThe the song.")) == []
    assert told(sources(tmp_path / "b", "<!-- ok X100: a refrain -->\n\nThe the song.")) == []


EXCUSES = {
    "many in a text": "A word.\n\n<!-- ok X100: a refrain -->\n\n" * 8_000,
    "many in a block": "<!-- ok X100: a refrain -->\n" * 16_000,
    "spaces in a reason": f"A word. <!-- ok X100: a{' ' * 100_000}b -->",
}


@pytest.mark.parametrize("kind", EXCUSES)
def test_excuses_are_read_in_the_time_of_their_length(kind: str) -> None:
    path = PurePath("sources/news/a.md")
    sheet = Sheet(path=path, source=EXCUSES[kind], kind="news", slug="a", language="en")
    assert spent(lambda: suppressions.heard([sheet], [], TODAY), 4) < 4


def test_as_many_excuses_as_findings_take_the_time_of_their_number() -> None:
    body = "The the song. <!-- ok X100: a refrain -->\n\n" * 6_000
    sheet = Sheet(path=PurePath("sources/news/a.md"), source=body, kind="news")
    length = len(body) // 6_000
    marks = [
        sheet.mark("X100", at, at + 7, "twice", "take one out")
        for at in range(0, len(body), length)
    ]
    assert suppressions.heard([sheet], marks, TODAY) == []
    assert spent(lambda: suppressions.heard([sheet], marks, TODAY), 1) < 1


def test_a_table_may_have_one_hyphen_in_each_column(tmp_path: Path) -> None:
    root = sources(tmp_path, "| Town | Pupils |\n|-|:-:|\n| Riga | 12 |")
    sheets = proofreading.gather(
        reading.read(root), root, PurePath("sources/news/2024-05-20-item.md")
    )
    cells = [b.text for sheet in sheets for b in sheet.blocks if b.kind == "cell"]
    assert cells == ["Town", "Pupils", "Riga", "12"]


@pytest.mark.parametrize(("language", "codes"), [("en", ["5 X145", "5 X145"]), ("es", [])])
def test_an_aside_stands_between_dashes_as_its_language_sets_it(
    language: str, codes: list[str], tmp_path: Path
) -> None:
    root = sources(tmp_path, "Los barcos –no los peces– salen.")
    page = root / "organisation.yaml"
    page.write_text(page.read_text("utf-8").replace("[en]", f"[{language}]"), "utf-8")
    assert [line for line in told(root) if "X145" in line] == codes


def test_what_two_checks_say_of_the_same_words_is_said_once(tmp_path: Path) -> None:
    root = sources(
        tmp_path, "Dans les Hauts de France, on décide, et les Hauts de France décident."
    )
    page = root / "organisation.yaml"
    page.write_text(page.read_text("utf-8").replace("[en]", "[fr]"), "utf-8")
    codes = [line.split()[1] for line in told(root)]
    assert codes.count("N107") == codes.count("X137") == 2
    _, said = run(root, tmp_path / "build", "text")
    assert (said.count("N107"), said.count("X137")) == (2, 0)


def test_of_a_foreign_passage_only_its_language_is_told(tmp_path: Path) -> None:
    french = "Les quais doivent rester accessibles à tous, par exemple pour les habitants."
    root = sources(tmp_path, f"The quay was rebuilt. {french} Two boats boats lie there.")
    assert told(root) == ["5 T110", "5 X100"]


def test_an_excuse_may_stand_in_the_front_matter(tmp_path: Path) -> None:
    root = sources(tmp_path, "A text.", head="# ok X100: a refrain\nlink_text: The the song\n")
    assert "X100" not in " ".join(told(root))


def test_an_excuse_needs_a_reason_and_a_use_and_a_future(tmp_path: Path) -> None:
    assert told(sources(tmp_path / "a", "The the. <!-- ok X100 -->")) == ["5 X100", "5 X190"]
    assert told(sources(tmp_path / "b", "Quiet. <!-- ok X100: why -->")) == ["5 X191"]
    late = "The the. <!-- ok X100: why; until 2025-12-31 -->"
    assert told(sources(tmp_path / "c", late)) == ["5 X100", "5 X192"]
    still = "The the. <!-- ok X100: why; until 2026-12-31 -->"
    assert told(sources(tmp_path / "d", still)) == []


def test_positions_are_exact_behind_links_and_marks(tmp_path: Path) -> None:
    body = "A *very* [long **road**](https://www.linz.example/a_b) and and a {{ facts.members }}."
    root = sources(tmp_path, body)
    proof = proofreading.proofread(reading.read(root), root, TODAY)
    (mark,) = proof.marks
    assert mark.finding.location.column == body.index(" and and") + 5


def test_mending_removes_the_finding_and_adds_none(tmp_path: Path) -> None:
    body = (
        "The the towns of Besancon met on the 22th of May , and 180 river towns came.\n\n"
        "They saw ( for a hour ) the german lock."
    )
    root = sources(tmp_path, body)
    assert mending.fix(root, TODAY).total() > 6
    text = (root / "news" / "2024-05-20-item.md").read_text("utf-8")
    assert text.endswith(
        "The towns of Besançon met on the 22nd of May, and {{ facts.members }} river towns came."
        "\n\nThey saw (for an hour) the German lock.\n"
    )
    assert told(root) == []
    assert mending.fix(root, TODAY).total() == 0


@pytest.mark.parametrize(
    "left", ["They spoke of enviromnents at the quay.", "A city saw an describe."]
)
def test_what_is_guessed_is_not_mended(tmp_path: Path, left: str) -> None:
    """It may be what was meant, or another word, or a name."""
    root = sources(tmp_path, f"{left} They saw the the bridge.")
    assert len(told(root)) > 1
    mending.fix(root, TODAY)
    text = (root / "news" / "2024-05-20-item.md").read_text("utf-8")
    assert text.endswith(f"{left} They saw the bridge.\n")


@pytest.mark.parametrize(("typed", "mended"), [("", False), ("--notes", True)])
def test_what_nobody_was_told_of_is_not_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str, *, mended: bool
) -> None:
    root = sources(tmp_path, "On a sunny day , 180 river towns met.")
    words = ["check", "--fix", "--no-voices", *filter(None, [typed])]
    cli.main([*words, "--sources", str(root), "--out", str(tmp_path / "build")])
    places = "2 places" if mended else "1 place"
    assert capsys.readouterr().out.startswith(
        f"sources/news/2024-05-20-item.md: mended {places}\n\n"
    )
    text = (root / "news" / "2024-05-20-item.md").read_text("utf-8")
    assert "day, " in text
    assert ("{{ facts.members }} river" in text) is mended


def test_the_sample_needs_no_mending(tmp_path: Path) -> None:
    root = shutil.copytree(ROOT / "sources", tmp_path / "sources")
    assert mending.fix(root, TODAY, lambda one: one.level is not Level.NOTE).total() == 0


def test_one_change_that_would_bring_another_finding_keeps_no_other_from_its_place(
    tmp_path: Path,
) -> None:
    slips = "They saw the the quay and( at noon ) the french lock in a hour ,and recieved it."
    root = sources(tmp_path, slips)
    before = Counter(line.split()[1] for line in told(root))
    assert mending.fix(root, TODAY).total() > 3
    text = (root / "news" / "2024-05-20-item.md").read_text("utf-8")
    assert "the quay and( at noon) the French lock in an hour, and received it." in text
    assert not Counter(line.split()[1] for line in told(root)) - before


def test_what_is_tried_does_not_stay_where_somebody_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sources(tmp_path, "The the bridge.")
    path = root / "news" / "2024-05-20-item.md"
    before, read = path.read_bytes(), proofreading.proofread

    def stopped(*given: Any, **named: Any) -> proofreading.Proof:
        if path.read_bytes() != before:
            raise KeyboardInterrupt
        return read(*given, **named)

    monkeypatch.setattr(proofreading, "proofread", stopped)
    with pytest.raises(KeyboardInterrupt):
        mending.fix(root, TODAY)
    assert path.read_bytes() == before


def test_mending_reads_all_once_before_and_once_after_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sources(tmp_path, "The the bridge.")
    read, times = proofreading.proofread, []

    def counted(*given: Any, **named: Any) -> proofreading.Proof:
        times.append(1)
        return read(*given, **named)

    monkeypatch.setattr(proofreading, "proofread", counted)
    assert mending.fix(root, TODAY).total() == 1
    assert len(times) == 2


def test_mending_the_marked_set_only_ever_removes_findings(tmp_path: Path) -> None:
    root = tmp_path / "sources"
    shutil.copytree(MARKED, root)

    def codes() -> list[tuple[str, str]]:
        proof = proofreading.proofread(reading.read(root), root, TODAY)
        return [(m.finding.location.path.name, m.finding.code) for m in proof.marks]

    before = codes()
    assert mending.fix(root, TODAY).total() > 60
    after = codes()
    assert len(after) < len(before) - 60
    assert [pair for pair in set(after) if after.count(pair) > before.count(pair)] == []


def test_a_file_keeps_its_line_ends_and_its_mark_when_it_is_mended(tmp_path: Path) -> None:
    root = sources(tmp_path, "The the bridge.")
    path = root / "news" / "2024-05-20-item.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    mending.fix(root, TODAY)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf---\r\n")
    assert path.read_bytes().endswith(b"The bridge.\r\n")


@pytest.mark.parametrize(
    "kept",
    ["One\r\nTwo\n", "One\rTwo\r\n", "e\u0301t\u00e9\n", "\ufeffOne\n", "One\n\n\r\n"],
)
def test_a_line_that_nobody_mends_stays_as_it_was_letter_for_letter(
    tmp_path: Path, kept: str
) -> None:
    root = sources(tmp_path, "The the bridge.")
    path = root / "news" / "2024-05-20-item.md"
    text = path.read_bytes()
    path.write_bytes(text + kept.encode())
    assert mending.fix(root, TODAY).total() == 1
    assert path.read_bytes() == text.replace(b"The the", b"The") + kept.encode()


def test_a_file_that_is_locked_is_not_mended(tmp_path: Path) -> None:
    root = sources(tmp_path, "The the bridge.")
    path = root / "news" / "2024-05-20-item.md"
    path.chmod(0o444)
    assert mending.fix(root, TODAY).total() == 0
    assert b"The the" in path.read_bytes()


@pytest.mark.parametrize(
    ("asked", "is_mended"),
    [
        ({"edition": "2024-05-20-item"}, True),
        ({"edition": "names"}, False),
        ({"publications": ("release",)}, False),
        ({"publications": ("newsletter",)}, True),
        ({"languages": ("fr",)}, True),
    ],
)
def test_only_what_is_asked_for_is_mended(
    tmp_path: Path, asked: dict[str, object], is_mended: bool
) -> None:
    root = sources(tmp_path, "The the bridge.")
    house = root / "organisation.yaml"
    house.write_text(house.read_text("utf-8").replace("[en]", "[en, fr]"), "utf-8")
    run(root, tmp_path / "build", "text", fix=True, **asked)
    text = (root / "news" / "2024-05-20-item.md").read_text("utf-8")
    assert ("The the" not in text) == is_mended


def run(root: Path, out: Path, form: str, **asked: object) -> tuple[int, str]:
    order = checking.Order(
        sources=root,
        out=out,
        now=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        format=form,
        **asked,  # type: ignore[arg-type]
    )
    said = io.StringIO()
    return checking.check(order, Desk(said, io.StringIO(), form, {})), said.getvalue()


def test_the_terminal_hears_a_line_each_and_a_count(tmp_path: Path) -> None:
    root = sources(tmp_path, "The the bridge , and 180 river towns.")
    code, said = run(root, tmp_path / "build", "text")
    assert code == 1
    assert "sources/news/2024-05-20-item.md:5:4: error X100 the word 'The' stands twice\n" in said
    assert "1 error, 1 warning, 1 note, in " in said
    assert "F103" not in said
    assert "F103" in run(root, tmp_path / "build", "text", notes=True)[1]


def test_clean_sources_end_well(tmp_path: Path) -> None:
    code, said = run(sources(tmp_path, "All is well."), tmp_path / "build", "text")
    assert code == 0
    assert "nothing to mend" in said


def test_files_that_wait_for_a_translation_are_told_once(tmp_path: Path) -> None:
    root = sources(tmp_path, "All is well.")
    page = root / "organisation.yaml"
    page.write_text(page.read_text("utf-8").replace("[en]", "[en, fr]"), encoding="utf-8")
    for day in "21", "22":
        text = f"---\ntitle: Another item\ndate: 2024-05-{day}\n---\nThe {day}nd of May was dry.\n"
        (root / "news" / f"2024-05-{day}-other.md").write_text(text, encoding="utf-8")
    said = run(root, tmp_path / "build", "text")[1]
    assert said.count("warning T101 not translated into French, and is left out;") == 1
    assert "; 2 others are not either" in said
    assert run(root, tmp_path / "build", "text", notes=True)[1].count(" T101 ") == 3


def test_a_heading_of_a_chapter_is_sent_back_once(tmp_path: Path) -> None:
    root = sources(tmp_path, "All is well.")
    (root / "manifesto" / "2025").mkdir(parents=True)
    chapter = (
        "---\ntitle: Banks\nwithout: [practices, references]\n---\n## Introduction:\n\nA bank.\n"
    )
    chapter += "\n## Recommendations\n\n1. Plant trees.\n"
    book = "---\ntitle: A book\ndate: 2025-01-01\n---\nA foreword.\n"
    (root / "manifesto" / "2025" / "01-banks.md").write_text(chapter, encoding="utf-8")
    (root / "manifesto" / "2025" / "manifesto.md").write_text(book, encoding="utf-8")
    said = run(root, tmp_path / "build", "text")[1]
    assert "01-banks.md:5:16: warning S141" in said
    assert "S100" not in said


def test_a_link_without_an_address_is_sent_back_once(tmp_path: Path) -> None:
    said = run(sources(tmp_path, "The [bridge](#) is closed."), tmp_path / "build", "text")[1]
    assert "error L111" in said
    assert "L101" not in said


def test_a_key_that_holds_a_translation_back_is_told_once(tmp_path: Path) -> None:
    root = sources(tmp_path, "All is well.")
    page = root / "organisation.yaml"
    page.write_text(page.read_text("utf-8").replace("[en]", "[en, fr]"), encoding="utf-8")
    text = "---\ntitle: Un texte\nhold until: 2024-06-01T09:00\n---\nTout va bien.\n"
    (root / "news" / "2024-05-20-item.fr.md").write_text(text, encoding="utf-8")
    said = run(root, tmp_path / "build", "text")[1]
    assert said.count("'hold until'") == 1
    assert "error D107" in said


def test_sarif_has_a_rule_a_place_and_a_fingerprint_for_each(tmp_path: Path) -> None:
    _, said = run(sources(tmp_path, "The the bridge."), tmp_path / "build", "sarif")
    (job,) = json.loads(said)["runs"]
    (result,) = job["results"]
    assert job["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "X100"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 5, "startColumn": 4}
    assert len(result["partialFingerprints"]["codeAndWords/v1"]) == 32


def test_github_gets_annotations(tmp_path: Path) -> None:
    _, said = run(sources(tmp_path, "The the bridge."), tmp_path / "build", "github")
    assert said.startswith("::error file=sources/news/2024-05-20-item.md,line=5,col=4,title=X100::")


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_what_is_held_is_not_told_to_logs_that_others_read(tmp_path: Path, form: str) -> None:
    root = sources(tmp_path, "The the bridge.")
    held = "---\ntitle: Weirs\ndate: 2026-02-02\nembargo: 2026-02-02T10:00\n---\nThe the weirs.\n"
    (root / "releases").mkdir()
    (root / "releases/2026-02-02-weirs.md").write_text(held, encoding="utf-8")
    assert "weirs" in run(root, tmp_path / "build", "text")[1]
    code, said = run(root, tmp_path / "build", form)
    assert code == 1
    assert "weirs" not in said.lower()
    assert "2024-05-20-item.md" in said
    assert checking.HIDDEN in said


def test_no_text_gives_orders_to_a_machine_that_builds(tmp_path: Path) -> None:
    root = sources(tmp_path, "All is well.")
    name = "2024-05-21-a,line=9::warning title=x::%0A ##[add-path].md"
    (root / "news" / name).write_text(
        "---\n'##[x': 1\n'\u200b::x': 2\n---\nThe the bridge.\n", "utf-8"
    )
    for line in run(root, tmp_path / "build", "github")[1].splitlines():
        assert re.fullmatch(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=\w+::.*", line)
    for form in ("text", "github"):
        said = run(root, tmp_path / "build", form)[1]
        assert "unknown key" in said
        assert "##[" not in said
    uris = re.findall('"uri": "(.*)"', run(root, tmp_path / "build", "sarif")[1])
    assert uris
    assert all(re.fullmatch(r"[\w./%=-]+", uri, re.ASCII) for uri in uris)


def test_the_page_shows_the_sentence_with_the_word_marked(tmp_path: Path) -> None:
    run(sources(tmp_path, "The the bridge & the < wall."), tmp_path / "build", "text")
    page = (tmp_path / "build" / "check.html").read_text("utf-8")
    assert "<blockquote>The<mark> the</mark> bridge &amp; the &lt; wall.</blockquote>" in page
    assert "</span> line " in page
    assert "</span> :" not in page


def test_the_page_says_nothing_twice_of_a_finished_file() -> None:
    file = reading_back.Finished(path=PurePosixPath("a.html"))
    page = reports.page([file.mark("M210", "no dark colours", "nothing to do")], "1 file").decode()
    assert page.count("no dark colours") == 1


def test_the_page_tells_the_reasons_of_sources_and_of_finished_files(tmp_path: Path) -> None:
    root = sources(tmp_path, "The the bridge.")
    letter = tmp_path / "build/newsletter/2026-06/en/newsletter.html"
    letter.parent.mkdir(parents=True)
    letter.write_text("<html lang='en'><body><p>Dear {{ name }}</p></body></html>", "utf-8")
    receipt = stamps.sealed({"languages": {"en": {"files": {letter.name: ""}}}})
    (letter.parent.parent / "provenance.json").write_bytes(receipt)
    run(root, tmp_path / "build", "text")
    page = (tmp_path / "build" / "check.html").read_text("utf-8")
    for checks in (rota.of_sources(), rota.of_finished()):
        told = [check for code, check in checks.items() if f"{code}</span>" in page]
        assert told
        assert all(f'title="{html.escape(check.reason)}"' in page for check in told)


def test_explain_tells_the_reason_and_the_remedy() -> None:
    told = reports.explained("F102")
    assert "a journalist will ask" in told
    assert "Remedy: write the look-up" in told
    assert reports.explained("Z999") == ""


def test_the_sample_is_nearly_silent() -> None:
    root = ROOT / "sources"
    proof = proofreading.proofread(reading.read(root), root, TODAY)
    loud = [str(m.finding) for m in proof.marks if m.finding.level is not Level.NOTE]
    assert loud == []


def test_a_fact_is_read_at_the_date_of_the_text(tmp_path: Path) -> None:
    root = sources(tmp_path, "The network has 165 river towns.")
    old = root / "news" / "2020-05-20-old.md"
    old.write_text("---\ntitle: Old\ndate: 2020-05-20\n---\nThe network has 165 river towns.\n")
    corpus = reading.read(root)
    found = proofreading.of_corpus(corpus, root, TODAY)
    places = [(f.code, f.location.path.name) for f in found]
    assert places == [("F103", "2020-05-20-old.md"), ("F102", "2024-05-20-item.md")]


@pytest.mark.bench
def test_twenty_thousand_words_are_read_in_a_second(tmp_path: Path) -> None:
    root = ROOT / "sources"
    corpus = reading.read(root)
    begin = time.perf_counter()
    proof = proofreading.proofread(corpus, root, TODAY)
    taken = time.perf_counter() - begin
    words = sum(len(b.text.split()) for s in proof.sheets for b in s.blocks)
    assert taken * 18_000 / words < 2


def test_one_file_is_read_by_itself_while_it_is_written(tmp_path: Path) -> None:
    root = sources(tmp_path, "The the bridge.")
    shown = PurePath("sources/news/2024-05-20-item.md")
    found = proofreading.of_file(reading.read(root), root, shown, TODAY)
    assert [finding.code for finding in found] == ["X100"]


# What was built ---------------------------------------------------------------------------


def test_braces_that_end_a_style_or_a_script_are_no_placeholders(tmp_path: Path) -> None:
    page = tmp_path / "newsletter/2024-07/en/web.html"
    page.parent.mkdir(parents=True)
    style = "<style>@media print{p{margin:0}}</style><script>{'a':{'b':{}}}</script>"
    codes = []
    for body in ("<p>All is said.</p>", "<p>{{ facts.members }}</p>"):
        page.write_text(f"<!DOCTYPE html><html lang=en><head>{style}</head>{body}", "utf-8")
        corpus = reading.read(sources(tmp_path / str(len(codes)), "A text."))
        register = proofreading.proofread(corpus, tmp_path / "0/sources", TODAY).register
        marks = proofreading.of_finished(tmp_path, register, ())
        codes.append([m.finding.code for m in marks if m.finding.code == "X130"])
    assert codes == [[], ["X130"]]


def test_a_faulty_page_of_the_house_makes_no_fault_of_a_senders_tags(tmp_path: Path) -> None:
    root = sources(tmp_path, "A text of the River Towns.")
    made = tmp_path / "build" / "newsletter" / "2024-05" / "en" / "newsletter.html"
    made.parent.mkdir(parents=True)
    made.write_text('<html lang="en"><p><a href="{{ UnsubscribeURL }}">Leave</a></p>', "utf-8")
    for website, wanted in (("https://towns.example", {"X130"}), ("nowhere at all", set())):
        house = f"{HOUSE['organisation.yaml']}website: {website}\n"
        (root / "organisation.yaml").write_text(house, "utf-8")
        proof = proofreading.proofread(reading.read(root), root, TODAY)
        marks = proofreading.of_finished(tmp_path / "build", proof.register)
        assert {m.finding.code for m in marks} & {"X130"} == wanted


def test_a_house_without_a_name_is_not_spoken_of_everywhere(tmp_path: Path) -> None:
    root = sources(tmp_path, "The bridge was founded in 1850, and the ferry three years later.")
    (root / "facts.yaml").write_text("founded: 1987\n", "utf-8")
    (root / "organisation.yaml").write_text("languages: [en]\ntimezone: Europe/Paris\n", "utf-8")
    assert told(root) == []


def test_parts_that_are_run_in_and_the_foot_of_the_page_are_read_for_what_they_are() -> None:
    lines = [
        "2 Justice that mends . . . . 12",
        "Introduction 12 Recommendations 12 Practices 13 References 14",
        "Agenda 2030 and the towns … 15",
        "Press contact · +33 1 40 64 49 00 · press@towns.example Page 2 of 14",
    ]
    assert next(folios._contents(["\n".join(lines * 2)]))[:6] == [
        ("Justice that mends", 12),
        ("Introduction", 12),
        ("Recommendations", 12),
        ("Practices", 13),
        ("References", 14),
        ("Agenda 2030 and the towns", 15),
    ]


def test_no_opinion_is_heard_where_no_other_program_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "path", [])
    # Another test may have met it already.
    monkeypatch.delitem(sys.modules, "harper", raising=False)
    voices.forget()
    try:
        assert not voices.has_speller("en")
        assert voices.unknown(["exept"], "en") == frozenset()
        assert [one for language in ("en", "fr") for one in grammarians.of(language)] == []
    finally:
        voices.forget()


def test_what_follows_a_marked_passage_is_read_again(tmp_path: Path) -> None:
    root = tmp_path / "sources"
    (root / "news").mkdir(parents=True)
    (root / "organisation.yaml").write_text("name: House\nlanguages: [en]\ntimezone: UTC\n")
    text = "The [Quai]{lang=fr} and the [Quai Vert]{lang=fr} recieve a ship.\n"
    (root / "news/2024-05-20-a.md").write_text(f"---\ntitle: A\ndate: 2024-05-20\n---\n{text}")
    told = proofreading.of_corpus(reading.read(root), root, TODAY)
    assert [f.location.column for f in told if f.code == "X118"] == [text.index("recieve") + 1]


def test_a_refused_version_and_a_unit_with_a_fast_space_are_read(tmp_path: Path) -> None:
    root = sources(tmp_path, "We are 7 river towns, and our network has 181 river towns.")
    page = 'members:\n  value: 180\n  unit: ["river\u00a0towns"]\n  not: ["1.2.3", "...", "7"]\n'
    (root / "facts.yaml").write_text(page, encoding="utf-8")
    assert [one for one in told(root) if " F10" in one] == ["5 F104", "5 F102"]
