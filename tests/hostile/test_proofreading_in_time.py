"""A text that nobody would write is proofread in bounded time, and its numbers overflow nothing."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path, PurePath

import pytest

from pipeline import assets, proofreading
from pipeline.checks import cards, duplicates, offices
from pipeline.checks.french import letters as letters_of_french
from pipeline.checks.register import Register
from pipeline.checks.setting import LONGEST, LONGEST_RUN
from pipeline.checks.sheet import Sheet
from pipeline.corpus import reading
from pipeline.corpus.reader import likeliest
from pipeline.errors import OURS, CopyError
from pipeline.model.corpus import Corpus
from pipeline.model.texts import NOWHERE
from tests.desks import NOW, edit, write
from tests.hostile.test_hostile import SECONDS
from tests.stopwatch import spent

NEWS = "news/2025-05-07-handbook.fr.md"
ENGLISH = "news/2025-05-06-ferry.md"
STORY = "---\ntitle: A\n---\n{}\n"
ENDLESS = {
    "figures": "1",
    "figures in lines": "1\n",
    "figures and gaps": "1 ",
    "spaces": "a" + " " * 3000,
    "no gap": "1-a.",
    "signs": "€",
    "half a quotation": "1,200»Europe's ”12 %[^1]: x`-1)\n> COVID-19",
    "dates": "2025-05-06/",
    "comments": "<!--",
    "comments in lines": "<!-- a\nb\n",
    "fences": "~~~ a\nb\n",
    "fences of any length": "".join(f"{'`' * (400 - n)} a\nb\n" for n in range(300)),
    "scripts": "<script\nb\n",
    "quotations": f"We say {'« ' * 1900}end.\n\n",
    "articles": f"On dit {'a ' * 1700}fin.\n\n",
    "articles in a row": f"On dit {'of the ' * 500}fin.\n\n",
    "small words": f"On dit {'de ' * 1200}fin.\n\n",
    "weekdays": f"On dit {'lundi 1 mai ' * 300}fin.\n\n",
    "pictures": "![",
    "look-ups": "{{",
    "look-ups of words": "{{ a ",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_text_without_end_is_proofread_in_time(sources: Path, name: str) -> None:
    corpus = reading.read(sources)
    unit = ENDLESS[name]
    write(sources, NEWS, STORY.format(unit * (150_000 // len(unit))))
    path = PurePath("sources", NEWS)
    read = partial(proofreading.of_file, corpus, sources, path, NOW.date())
    assert spent(read, SECONDS) < SECONDS


@pytest.mark.parametrize(
    "unit", ["of the ", "Aa Bb ", "Dr ", "1 May 2025 ", "1.5.2025 ", "dont ", "20% off "]
)
def test_an_english_text_without_end_is_proofread_in_time(sources: Path, unit: str) -> None:
    corpus = reading.read(sources)
    long = f"We say {unit * (3500 // len(unit))}end.\n\n" * 40
    write(sources, ENGLISH, f"---\ntitle: A\ndate: 2025-05-06\n---\n{long}")
    path = PurePath("sources", ENGLISH)
    read = partial(proofreading.of_file, corpus, sources, path, NOW.date())
    assert spent(read, SECONDS) < SECONDS


def test_a_list_of_thousands_of_items_is_proofread_in_time(sources: Path) -> None:
    corpus = reading.read(sources)
    write(sources, ENGLISH, STORY.format("1. a\n" * 19_000))
    path = PurePath("sources", ENGLISH)
    read = partial(proofreading.of_file, corpus, sources, path, NOW.date())
    assert spent(read, SECONDS) < SECONDS


STRANGERS = {
    "long ones": (250, "le {} de la ville de"),
    "many": (12, "{}"),
    "many between known ones": (24, "le {} de la ville de"),
    "many between English ones": (24, "the {} of the town and"),
}


@pytest.mark.parametrize("name", STRANGERS)
def test_words_that_nobody_knows_are_not_all_looked_for(sources: Path, name: str) -> None:
    long, unit = STRANGERS[name]
    chance = random.Random(1)
    count = 150_000 // (long + len(unit))
    strange = ("".join(chance.choices("abcdéeilnorsà", k=long)) for _ in range(count))
    if is_english := unit.startswith("the"):
        strange = ("".join(chance.choices("abcdeilnors", k=long)) for _ in range(count))
    file = ENGLISH if is_english else NEWS
    said = " ".join(map(unit.format, strange))
    write(sources, file, f"---\ntitle: A\ndate: 2025-05-06\n---\nVoici {said}.\n")
    corpus = reading.read(sources)
    path = PurePath("sources", file)

    def read() -> None:
        letters_of_french.corrected.cache_clear()
        letters_of_french.guessed.cache_clear()
        proofreading.of_file(corpus, sources, path, NOW.date())

    assert spent(read, SECONDS) < SECONDS


def test_paragraphs_without_a_stop_are_compared_in_time(sources: Path) -> None:
    words = ["harbour", "boats", "spring", "council", "bridge", "ferry", "island", "market"]
    mixed = [words[n * n // 7 % 8] + words[n * 3 // 5 % 8] for n in range(14_000)]
    write(sources, ENGLISH, f"---\ntitle: A\ndate: 2025-05-06\n---\nWe saw {' '.join(mixed)}.\n")
    corpus = reading.read(sources)
    sheets = list(proofreading.gather(corpus, sources))
    register = Register(corpus=corpus, today=NOW.date())
    read = partial(duplicates._pairs, duplicates.said(sheets, register), 80.0)
    assert spent(lambda: list(read()), 1.5) < 1.5


def test_a_long_paragraph_is_read_to_its_end(sources: Path) -> None:
    words = "the harbour and its quay\n" * (LONGEST // 20)
    write(sources, NEWS, STORY.format(f"{words}We saw the the quay."))
    found = proofreading.of_file(
        reading.read(sources), sources, PurePath("sources", NEWS), NOW.date()
    )
    last = 4 + words.count("\n")
    assert any(one.location.line == last for one in found), found


def test_what_has_no_gap_for_a_page_is_no_text(sources: Path) -> None:
    write(sources, NEWS, STORY.format(f"Le {'x1-' * LONGEST_RUN} fin.\n\n«Fin»."))
    path = PurePath("sources", NEWS)
    (sheet,) = proofreading.gather(reading.read(sources), sources, path)
    long, short = sheet.blocks[-2:]
    assert set(long.text[3:-5]) == {"\ufffc"}
    assert (long.text[:3], long.text[-5:], short.text) == ("Le ", " fin.", "«Fin».")


@pytest.mark.parametrize("figure", ["9" * 400, "9" * 5000, "9" + " 999" * 200, "²", "1" * 39])
def test_no_figure_is_too_large(sources: Path, figure: str) -> None:
    facts = (sources / "facts.yaml").read_text("utf-8")
    write(sources, "facts.yaml", f'{facts}\nmany: {{value: "{figure}", unit: [towns]}}\n')
    text = f"The {figure} towns, from {figure} to {figure}: twice as many, {figure} % of them."
    write(sources, NEWS, STORY.format(text + "\n\nIl y a {{ facts.many }} villes."))
    edit(sources, "agenda.yaml", "id: forum-2025\n", f'id: forum-2025\n  edition: "{figure}th"\n')
    corpus = reading.read(sources)
    assert corpus.copies
    proofreading.proofread(corpus, sources, NOW.date())


def test_of_many_wrong_names_each_is_held_against_its_neighbours() -> None:
    names = [f"picture-of-the-quay-{n * 7919 % 9973:04}.png" for n in range(900)]
    wrong = [f"pikture-of-the-quay-{n * 7919 % 9973:04}.png" for n in range(300)]
    assert [likeliest(name, names) for name in wrong[:3]] == names[:3]
    assert likeliest("picture-of-the-qay-7919.jpg", names) == names[1]
    assert likeliest("picture-of-the-quay-7919.jpg", names) == names[1]
    assert spent(lambda: [likeliest(name, names) for name in wrong], 2.5) < 2.5


def test_a_folder_of_pictures_that_were_all_renamed_is_told_in_time(tmp_path: Path) -> None:
    for number in range(900):
        (tmp_path / f"picture-of-the-quay-{number * 7919 % 9973:04}.png").touch()
    wrong = [f"pikture-of-the-quay-{number * 7919 % 9973:04}.png" for number in range(200)]

    def told() -> list[str]:
        remedies = []
        for name in wrong:
            with pytest.raises(CopyError) as error:
                assets.resolve(tmp_path, name, NOWHERE)
            remedies.append(error.value.findings[0].remedy)
        return remedies

    assert told()[0] == "Did you mean 'picture-of-the-quay-0000.png'?"
    assert spent(told, 4) < 4


def test_a_thousand_telephones_are_not_laid_beside_each_other() -> None:
    phones = "".join(f"  phone: +351 21 {10_000_000 + n}\n" for n in range(10_000))
    short = "  phone: +351 21 1000000\n"
    path = PurePath("sources/contacts.yaml")
    sheet = Sheet(path=path, source=phones + short, kind="page", slug="contacts", language="en")
    register = Register(corpus=Corpus(copies={}), today=NOW.date())
    read = lambda: list(cards.c109_telephone_in_another_form(sheet, register))  # noqa: E731
    assert spent(read, SECONDS) < SECONDS
    [mark] = read()
    assert mark.finding.message == "+351 21 1000000 has 12 figures, the others like it 13"


def test_a_name_without_end_holds_no_office() -> None:
    path = PurePath("sources/news/a.md")
    sheet = Sheet(path=path, source="A" * 150_000, kind="news", slug="a", language="en")
    register = Register(corpus=Corpus(copies={}), today=NOW.date())
    read = lambda: list(offices.n110_office_of_somebody_else([sheet], register))  # noqa: E731
    assert spent(read, SECONDS) < SECONDS


def test_a_zone_that_is_a_table_is_told(sources: Path) -> None:
    from pipeline.errors import UsageError

    edit(sources, "organisation.yaml", "timezone: Europe/Lisbon", "timezone: {}")
    with pytest.raises(UsageError, match="K102 'timezone' should be Europe/Paris, not a table"):
        reading.read(sources)


@pytest.mark.parametrize("digit", ["²", "①", "½", "Ⅷ", "٣"])
def test_what_unicode_calls_a_digit_is_a_number_or_none(sources: Path, digit: str) -> None:
    corpus = reading.read(sources)
    table = "| Towns | Boats |\n|---|---|\n" + "".join(
        f"| {cell} | 74 (56%) |\n" for cell in (digit, "12", f"{digit} ", "9")
    )
    counted = f"It lasts {digit} hours, from 14:00 to 15:30, {digit} days before 3 May 2025. "
    counted += f"The {digit} towns: Riga and Turku. {digit} boats and {digit} ferries."
    write(sources, ENGLISH, STORY.format(f"{counted}\n\n{table}"))
    told = proofreading.of_file(corpus, sources, PurePath("sources", ENGLISH), NOW.date())
    assert [finding for finding in told if finding.code == OURS] == []
