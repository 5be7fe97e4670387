"""A notice asks to wait in whatever language it is written, and for an occasion as for an hour."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desks import build, told, write

STORY = "---\ntitle: {}\ndate: 2025-05-09\n---\n{}\n\nNets are mended.\n"
ASKED = (
    "Zakaz publikacji do 1 lipca 2025",
    "Nie publikować przed 1 lipca 2025",
    "Nezveřejňovat před 1. červencem 2025",
    "Nepublikovať pred 1. júlom 2025",
    "Ei saa julkaista ennen 1.7.2025 klo 9",
    "Julkaisukielto 1.7.2025 klo 9 asti",
    "Får publiceras tidigast den 1 juli 2025 kl. 9",
    "Embargo t.o.m. tisdag 1 juli kl 9",
    "Embargo indtil 1. juli 2025 kl. 9",
    "Må først offentliggøres 1. juli 2025 kl. 9",
    "Ikke for publisering før 1. juli 2025",
    "Embargo kuni 1. juuli 2025 kell 9",
    "Neskelbti iki 2025 m. liepos 1 d.",
    "Sub embargo până la 1 iulie 2025, ora 9",
    "A nu se publica înainte de 1 iulie 2025",
    "ПОД ЕМБАРГО ДО 1 ЮЛИ 2025 Г.",
    "Да не се публикува преди 1 юли 2025 г.",
    "Під ембарго до 1 липня 2025, 9:00",
    "Υπό εμπάργκο μέχρι 1/7/2025",
    "Να μη δημοσιευθεί πριν από την 1η Ιουλίου 2025",
    "Notícia com embargo até às 12h de 1 de julho de 2025",
    "Não divulgar antes de 1 de julho de 2025",
    "حظر النشر حتى 1 يوليو 2025",
    "באמברגו עד 1 ביולי 2025 בשעה 9:00",
    "00:01 EMBARGO 1 JULY 2025",
    "FOR RELEASE: TUESDAY 1 JULY 2025, 9 AM",
)
AWAITED = (
    "Sperrfrist: Redebeginn",
    "Sperrfrist bis nach der Ratssitzung",
    "Embargo until the end of the press conference",
    "Embargo: after the council's vote",
    "Embargo hasta la votación del pleno",
    "Под ембарго до гласуването в общинския съвет",
    "Embargo julkistamistilaisuuteen asti",
    "EMBARGO PÂNĂ MARȚI",
)
OTHERS = (
    "Embargo na rosyjską ropę od 5 grudnia 2022",
    "Våbenembargo til 1. juli 2026",
    "Vientikielto 1.7.2026 asti",
    "Cuba sub embargo din 1962",
    "Под ембарго от 1962 г., Куба строи 12 пристанища",
    "Кипър: оръжейно ембарго до 30 септември 2026",
    "Υπό εμπάργκο από το 1962 η Κούβα",
    "Embargo ao petróleo até 5 de dezembro de 2026",
    "Sin embargo hasta el 3 de mayo de 2026 no hay nada",
    "Com embargo judicial até 1 de julho de 2026, a casa fica fechada",
    "Sperrfrist beim Arbeitslosengeld: 12 Wochen ab 1. Juli 2026",
    "Sperrfrist: Beginn und Ende der zwölf Wochen",
    "For release in cinemas on 3 May 2026 at 20:00",
    "For publication, send 3 copies to the editor",
    "Nie publikować zdjęć dzieci",
    "Ei saa julkaista ilman lupaa",
    "Publiceras tidigast nästa år",
    "Não divulgar dados pessoais",
    "Embargo until the council lifts the sanctions",
)


def test_a_notice_holds_its_text_in_any_language_and_until_any_occasion(sources: Path) -> None:
    lines = (*ASKED, *AWAITED)
    for number, line in enumerate(lines):
        write(sources, f"news/2025-05-09-nets-{number}.md", STORY.format("Nets", line))
    places = [one.split(": ")[0] for one in told(sources, "D107")]
    held = [line for number, line in enumerate(lines) if _is_told(number, places)]
    assert held == [*lines]
    made = build(sources, "newsletter", languages=("en",))
    assert "error E111 there are errors in what is under embargo" in made.said
    assert not [name for name, text in made.files.items() if "Nets are mended" in text]


def _is_told(number: int, places: list[str]) -> bool:
    return any(f"-nets-{number}.md" in place for place in places)


@pytest.mark.parametrize("form", ["{}", "**{}**"])
def test_what_tells_of_other_embargoes_holds_nothing_in_any_language(
    sources: Path, form: str
) -> None:
    for number, line in enumerate(OTHERS):
        name = f"news/2025-05-09-nets-{number}.md"
        write(sources, name, STORY.format("Nets", f"Nets.\n\n{form.format(line)}"))
    assert told(sources, "D107") == []


@pytest.mark.parametrize(
    "title", ["[Под ембарго] Мрежи", "Sous embargo – Filets", "Mreje (embargo)"]
)
def test_a_title_that_says_it_first_holds_its_text(sources: Path, title: str) -> None:
    write(sources, "news/2025-05-09-nets.md", STORY.format(f"'{title}'", "Nets."))
    assert len(told(sources, "D107")) == 1
