"""Finnish and Swedish, side by side: days in figures and in words, ordinals and abbreviations."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline import proofreading
from pipeline.checks import almanac
from pipeline.checks.sentences import _sentences
from pipeline.corpus import reading
from pipeline.errors import UsageError
from tests.desks import write

HOUSE = """name: Rantaverkko
short_name: Rantaverkko
languages: [fi, sv]
timezone: Europe/Helsinki
"""
STORY = "news/2026-10-06-raportti.md"
HEAD = "---\ntitle: {}\n{}---\n"
FI = "Raportti julkistetaan tiistaina 24.11.2026 klo 14.30. Siinä on 62 sivua.\n"
SV = "Rapporten publiceras tisdagen den 24 november 2026 kl. 14.30. Den har 62 sidor.\n"


def told(folder: Path, finnish: str, swedish: str) -> set[str]:
    sources = folder / "sources"
    write(sources, "organisation.yaml", HOUSE)
    write(sources, STORY, HEAD.format("Raportti", "date: 2026-10-06\n") + finnish)
    write(sources, STORY.replace(".md", ".sv.md"), HEAD.format("Rapporten", "") + swedish)
    corpus = reading.read(sources)
    proof = proofreading.proofread(corpus, sources, dt.date(2026, 11, 23))
    found = (mark.finding for mark in proof.marks)
    return {f"{one.code} {one.location.path.name}" for one in found}


def test_a_day_in_figures_is_the_same_day_in_words(tmp_path: Path) -> None:
    assert told(tmp_path, FI, SV) == set()


@pytest.mark.parametrize("wrong", ["25 november 2026", "24 november 2027", "24 oktober 2026"])
def test_a_day_that_differs_is_told_in_both(tmp_path: Path, wrong: str) -> None:
    swedish = SV.replace("tisdagen den 24 november 2026", wrong)
    found = told(tmp_path, FI, swedish)
    assert {one for one in found if one.startswith("T")} == {
        "T124 2026-10-06-raportti.md",
        "T124 2026-10-06-raportti.sv.md",
    }


def test_an_ordinal_and_an_abbreviation_end_no_sentence(tmp_path: Path) -> None:
    finnish = (
        "Talkoot pidettiin syyskuussa. Roskaa kertyi 38 tonnia, ks. taulukko. Kerättyä oli paljon. "
        "Seuraavat talkoot järjestetään 10.–12. syyskuuta 2027.\n"
    )
    swedish = (
        "Talkot hölls i september. Skräpet vägde 38 ton, se tabellen. Mycket samlades in. "
        "Nästa talko ordnas den 10–12 september 2027.\n"
    )
    assert told(tmp_path, finnish, swedish) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 26. November öffnet der Hafen.",
        "Käsikirja, 2. painos, on luettu.",
        "Öppet ti–to kl. 8–18 utom helger.",
        "Otevřeno je např. ve středu 24. listopadu 2026.",
        "Vezi str. Avram Iancu și tabelul.",
    ],
)
def test_one_sentence_is_one(sentence: str) -> None:
    assert [one.text for one in _sentences(f"{sentence} Ja.")] == [sentence, "Ja."]


def test_a_figure_at_the_end_ends_its_sentence() -> None:
    assert len(list(_sentences("The deck has 26. The quay has none."))) == 2


def test_days_with_their_years_are_read_in_words_and_in_figures() -> None:
    text = "24.–26.11.2026, 1.12.2026; 1.2.3, 24.11."
    assert [str(one.date) for one in almanac.full(text, "fi")] == ["2026-11-26", "2026-12-01"]


def test_a_day_that_no_calendar_has_is_told_once(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE.replace("[fi, sv]", "[sv]"))
    text = "Rapporten publiceras den 31 november 2026, och en till 31.6.2027.\n"
    write(sources, STORY, HEAD.format("Rapporten", "date: 2026-10-06\n") + text)
    proof = proofreading.proofread(reading.read(sources), sources, dt.date(2026, 11, 23))
    found = [mark.finding.message for mark in proof.marks if mark.finding.code == "D111"]
    assert found == ["there is no 31 november 2026", "there is no 31.6.2027"]


@pytest.mark.parametrize(
    ("code", "finnish", "swedish"),
    [
        ("T112", "“Uusi lamppu palaa”, hän sanoo.", '"Den nya lampan lyser", säger han.'),
        ("T112", '"Uusi lamppu palaa", hän sanoo.', "„Den nya lampan lyser“, säger han."),
        ("T113", "Summa on 250,000 euroa.", "Summan är 250 000 euro."),
        ("D131", "Ovet avataan klo 25.15.", "Dörrarna öppnas kl. 1.15."),
        ("D131", "Avoinna klo 9–17.", "Öppet kl. 9–17.80."),
    ],
)
def test_what_a_language_does_not_write_is_told(
    tmp_path: Path, code: str, finnish: str, swedish: str
) -> None:
    assert code in {one[:4] for one in told(tmp_path, f"{finnish}\n", f"{swedish}\n")}


def test_marks_hours_and_figures_of_the_language_are_let_be(tmp_path: Path) -> None:
    finnish = (
        "”Uusi” lamppu, »vanha» valo, klo 22–6, klo 14.30, 1,250 kg, 3,5 tonnia, 250 000 euroa."
    )
    swedish = "”Ny” lampa, »gammalt» ljus, kl. 22–6, kl. 14.30, 1,250 kg, 3,5 ton, 250 000 euro."
    found = {one[:4] for one in told(tmp_path, f"{finnish}\n", f"{swedish}\n")}
    assert found.isdisjoint(("D131", "T112", "T113", "T128", "X102"))


def test_a_point_in_a_column_of_commas_is_told_and_an_hour_is_not(tmp_path: Path) -> None:
    table = "| Kohde | Ha |\n|---|---|\n| Turku | 1,8 |\n| Hanko | {} |\n| Utö | 14.30 |\n"
    swedish = table.replace("Kohde", "Plats").replace("Turku", "Åbo").replace("Hanko", "Hangö")
    right = told(tmp_path / "right", table.format("0,4"), swedish.format("0,4"))
    assert not [one for one in right if one.startswith("T128")]
    wrong = told(tmp_path / "wrong", table.format("187.5"), swedish.format("187,5"))
    assert "T128 2026-10-06-raportti.md" in wrong


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("fi", "26.11.2026 klo 13.00"),
        ("sv", "26 november 2026 kl. 13.00"),
        ("ro", "26 noiembrie 2026, ora 13"),
        ("cs", "26. listopadu 2026 ve 13:00 hod"),
        ("et", "26. november 2026 kell 13.00"),
    ],
)
def test_an_embargo_in_words_is_told_back_in_figures(
    tmp_path: Path, language: str, typed: str
) -> None:
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE.replace("[fi, sv]", f"[{language}]"))
    write(sources, STORY, HEAD.format("X", f"date: 2026-10-06\nembargo: {typed}\n") + "X\n")
    remedies = [one.remedy for one in reading.read(sources).findings if one.code == "D101"]
    assert remedies == ["write  2026-11-26T13:00"]


@pytest.mark.parametrize(
    ("line", "told", "remedy"),
    [
        ("languages: [fi, sv]", "languages: [fin, swe]", "write 'fi', its code of two letters"),
        ("Europe/Helsinki", "Europe/Turku", "write the town by which your clocks are set"),
        ("Europe/Helsinki", "Helsinki", "did you mean 'Europe/Helsinki'?"),
        ("Europe/Helsinki", "Europe/Helsnki", "did you mean 'Europe/Helsinki'?"),
    ],
)
def test_a_code_that_is_none_is_told_once(
    tmp_path: Path, line: str, told: str, remedy: str
) -> None:
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE.replace(line, told))
    with pytest.raises(UsageError) as refused:
        reading.read(sources)
    assert [one.remedy[: len(remedy)] for one in refused.value.findings] == [remedy]


@pytest.mark.parametrize(
    "label", ["Huom", "Huomautukset", "Talaranteckning", "Sprechernotiz", "Note vorbitorului"]
)
def test_what_is_for_the_speaker_is_not_shown(label: str) -> None:
    from pipeline.corpus import decks

    assert decks._NOTE.match(f"{label}: Kerro tässä lampusta.")


@pytest.mark.parametrize(
    ("side", "left", "name"),
    [
        (1, "Päätös tehdään jäsenkokouksessa maaliskuussa.", "raportti.sv.md"),
        (0, "Beslutet fattas på mötet, och det är där som vi får veta mer.", "raportti.md"),
        (0, "The decision will be taken at the general meeting in March.", "raportti.md"),
        (
            1,
            "La décision sera prise par les membres lors de la prochaine assemblée.",
            "raportti.sv.md",
        ),
    ],
)
def test_a_sentence_in_another_language_is_told_once(
    tmp_path: Path, side: int, left: str, name: str
) -> None:
    texts = [FI.strip(), SV.strip()]
    texts[side] = f"{texts[side]} {left} {'Se on pian.' if side == 0 else 'Det är snart.'}"
    found = told(tmp_path, f"{texts[0]}\n", f"{texts[1]}\n")
    assert {one for one in found if one.startswith("T1")} == {f"T110 2026-10-06-{name}"}


def test_a_quoted_title_and_a_name_are_in_no_other_language(tmp_path: Path) -> None:
    finnish = (
        "Kirja ”Havet och vi som bor vid det” ilmestyi, ja sen julkaisi Svenska "
        "litteratursällskapet i Finland.\n"
    )
    swedish = (
        "Boken ”Meri ja me, jotka asumme sen rannalla” utkom, och den gavs ut av Suomalaisen "
        "Kirjallisuuden Seura.\n"
    )
    assert not [one for one in told(tmp_path, finnish, swedish) if one.startswith("T110")]


@pytest.mark.parametrize(
    ("finnish", "swedish"),
    [
        ("Maksu (vahvistetaan myöhemmin) on pieni.", "Avgiften (bekräftas senare) är liten."),
        ("Maksu on pieni (täydennetään).", "Avgiften är liten (kompletteras)."),
    ],
)
def test_what_was_left_open_is_told(tmp_path: Path, finnish: str, swedish: str) -> None:
    found = told(tmp_path, f"{finnish}\n", f"{swedish}\n")
    assert found == {"X112 2026-10-06-raportti.md", "X112 2026-10-06-raportti.sv.md"}


def test_a_hashtag_with_a_space_is_told_at_its_line(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE)
    head = '---\ntitle: Meri\ndate: 2026-10-06\nhashtags: ["#Meri päivät", "#Turku"]\n---\nMeri.\n'
    write(sources, "presskits/meri/kit.md", head)
    found = [one for one in reading.read(sources).findings if one.code == "K102"]
    assert {(one.message, one.remedy, one.location.line) for one in found} == {
        ("a space ends the hashtag '#Meri'", 'write  "#MeriPäivät"', 4)
    }


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("cs", "“Most stojí“, řekla.", "T112"),
        ("sl", "“Most stoji“, je rekla.", "T112"),
        ("cs", "„Most stojí“, řekla (a dodala „ano“).", ""),
        ("de", "„Die Brücke steht“, sagte sie.", ""),
        ("cs", "Oprava stála 12.5 milionu korun.", "T128"),
        ("fi", "Korjaus maksoi 12.5 miljoonaa euroa ja painoi 3.5 tonnia.", "T128"),
        ("cs", "Začíná se v 10.30, konec je ve 12.45 hodin.", ""),
    ],
)
def test_each_language_has_its_own_marks_and_points(
    tmp_path: Path, language: str, text: str, code: str
) -> None:
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE.replace("[fi, sv]", f"[{language}]"))
    write(sources, STORY, HEAD.format("Most", "date: 2026-10-06\n") + f"{text}\n")
    proof = proofreading.proofread(reading.read(sources), sources, dt.date(2026, 11, 23))
    found = {one.finding.code for one in proof.marks} & {"T112", "T128", "X102"}
    assert found - {"X102"} == ({code} if code else set())
