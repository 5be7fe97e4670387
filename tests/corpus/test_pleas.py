"""A line of nothing but words that ask to wait is a request, whoever has put them in a row."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corpus import pleas
from tests.desks import build, told, write

STORY = "---\ntitle: {}\ndate: 2025-05-09\n---\n{}\n\nNets are mended.\n"
ASKED = (
    "Frei ab 1. Juli 2025, 10 Uhr",
    "Veröffentlichung erst ab 1. Juli 2025 gestattet",
    "Gesperrt bis Dienstag, 1. Juli, 10 Uhr",
    "Publication autorisée à partir du 1er juillet à 10h00",
    "À diffuser à partir du mardi 1er juillet, 10 h",
    "Document confidentiel jusqu’au 1er juillet 2025, 10 h",
    "Levée de l’embargo : mardi 1er juillet, 10 h",
    "Do not use before 1 July 2025, 10:00 CET",
    "Not before 1 July 2025, 10:00",
    "Please do not publish before 1 July",
    "The embargo lifts at 10 a.m. on 1 July 2025",
    "May be published after 1 July at noon",
    "CONFIDENTIAL – NOT FOR CIRCULATION",
    "DRAFT – do not publish",
    "Prohibida su difusión antes del 1 de julio",
    "Pubblicabile dal 1° luglio 2025, ore 10",
    "Verspreiding pas na 1 juli, 10 uur",
    "Só para publicação a partir de 1 de julho, 10h",
    "Notícia embargada até 1 de julho",
    "Under embargo, please do not forward.",
    "Please treat as confidential until 1 July.",
    "Ne peut être repris avant le 1er juillet à 10 heures",
    "Vi preghiamo di non pubblicare prima di martedì",
    "Embargo até à meia-noite de 1 de julho",
    "Publicação autorizada a partir de 1 de julho, 10h00 (hora de Lisboa)",
    "Pedimos que não divulguem esta informação antes das 10h00 de 1 de julho.",
    "Agradecemos que respeite o embargo até às 10h00 do dia 1 de julho.",
    "Documento confidencial até à conferência de imprensa",
    "Válido para publicação a partir de 1 de julho",
    "Divulgar apenas depois da conferência de imprensa",
    "Não publicar sem autorização",
    "Con embargo hasta el 1 de julio",
    "Confidencial hasta el 1 de julio",
    "El embargo se levanta el 1 de julio a las 10:00",
    "Embargo informativo hasta el 1 de julio a las 10 de la mañana",
    "Para publicar a partir del 1 de julio",
    "Queda prohibida la difusión antes del 1 de julio",
    "Les agradecemos que no publiquen esta información hasta el 1 de julio.",
    "Disponible para publicación a las 10:00 h del 1 de julio",
    "A la espera de aprobación: no publicar",
    "Vertraulich bis 1. Juli 2025",
    "Közlési tilalom 2025. július 1-ig",
    "Faoi lánchosc go dtí 1 Iúil 2025, 10:00",
    "Dan embargo tan 1 Gorffennaf",
    "Birtingarbann til 1. júlí 2025 kl. 10",
    "1 Temmuz 2025 saat 10:00'a kadar ambargolu",
    "Embargo deri më 1 korrik 2025, ora 10",
    "Do publikacji po 1 lipca, godz. 10:00",
    "Zveřejnění možné od 1. července, 10 hodin",
    "Avaldamiskeeld kuni 1. juuli kell 10",
    "Julkaistavissa 1.7.2025 klo 10",
    "Må tidligst offentliggøres 1. juli kl. 10",
    "Δημοσίευση μετά τις 10:00 της 1ης Ιουλίου",
    "Не публиковать до 1 июля",
    "Embargo to be lifted on 1 July 2025 at 10 am",
    "Journalists may publish from 10:00 on 1 July.",
    "We ask editors not to publish before 1 July, 10:00.",
    "Embargoed pending official announcement",
    "Confidential until 1 July",
    "Confidential until publication",
    "Information sous embargo jusqu'à la publication officielle",
    "Nous vous demandons de respecter l'embargo jusqu'au 1er juillet à 10 h.",
    "Ne doit pas être publié avant mardi 10 heures",
    "Reprise interdite avant le 1er juillet 10 h",
    "Sperrvermerk: 1.7.2025, 10:00 Uhr",
    "Wir bitten, die Sperrfrist bis 1. Juli, 10 Uhr, einzuhalten.",
    "Diese Meldung unterliegt einer Sperrfrist bis zum 1. Juli, 10 Uhr.",
    "Noticia embargada hasta el 1 de julio",
    "L'embargo scade martedì 1 luglio alle ore 10",
    "Het embargo eindigt dinsdag om 10 uur",
    "Notícia embargada até 1 de julho",
    "Please do not publish before Tuesday morning",
    "Ne pas diffuser avant la semaine prochaine",
    "Nicht vor nächster Woche veröffentlichen",
    "Do not share publicly before Tuesday, 9am",
    "HOLD FOR RELEASE: July 1, 9 a.m.",
    "Vertraulich bis 1. Juli 2025",
    "Strictement confidentiel jusqu’à mardi",
)
TOLD = (
    "Published on 1 July 2025, 10:00",
    "Release date: 1 July 2025",
    "Registration until 1 July, 10 am",
    "Eintritt frei ab 18 Uhr",
    "Gesperrt bis Freitag",
    "Street closed until 1 July, 10 am",
    "Distribution from 10 am on 1 July",
    "Público a partir de las 10:00",
    "Entrée libre à partir de 10 h",
    "Embargo on oil until 1 July",
    "The embargo was lifted on 1 July",
    "EMBARGO LIFTED",
    "Journalists may register until 1 July, 10 am",
    "The official opening is on 1 July",
    "Restricted to the press until 10 am",
    "Nous vous prions de noter la date du 1er juillet, 10 h",
    "Reprise le 1er juillet à 10 h",
    "Wir bitten um Anmeldung bis 1. Juli, 10 Uhr",
    "Los medios pueden entrar a partir de las 10 h",
    "I giornalisti possono entrare dalle ore 10",
    "Not for the public",
    "On hold until next week",
    "Réservé jusqu’à vendredi matin",
    "- Publication from 10 am on 1 July",
    "O embargo foi levantado a 1 de julho",
    "Disponível a partir de 1 de julho, às 10h",
    "Válido até 1 de julho de 2025",
    "Acreditação de jornalistas: até 1 de julho",
    "Conferência de imprensa: 1 de julho, às 10h",
    "Lugares reservados até às 10h de 1 de julho",
    "Disponible desde el 1 de julio a las 10:00",
    "Rueda de prensa: 1 de julio, a las 10:00 h",
    "Inscripción hasta el 1 de julio",
    "Uso interno",
    "Sin embargo, el 1 de julio a las 10:00 h:",
    "Sin embargo:",
    "Este texto es, sin embargo, el primero.",
    "Este documento é, sem embargo, de maio.",
    "These figures are from the embargo.",
    "Diese Studie ist zum Embargo von 1990.",
)


def test_a_request_of_such_words_alone_holds_its_text(sources: Path) -> None:
    for number, line in enumerate(ASKED):
        write(sources, f"news/2025-05-09-nets-{number:02}.md", STORY.format("Nets", line))
    places = {one.split(": ")[0].split(" ")[0] for one in told(sources, "D107")}
    held = [line for number, line in enumerate(ASKED) if _is_at(places, number)]
    assert held == [*ASKED]
    made = build(sources, "newsletter", languages=("en",))
    assert not [name for name, text in made.files.items() if "Nets are mended" in text]


SHAPES = (
    "{} – In Riga, nets are mended.",
    "In Riga, nets are mended. ({})",
    "**{}** In Riga, nets are mended.",
    "{}\nIn Riga, nets are mended.",
    "| {} |\n|---|\n| Riga |\n\nNets are mended.",
    "<p><b>{}</b></p>\n\nNets are mended.",
    "In Riga, nets are mended.\n{}",
)


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_heard_before_and_behind_all_else(sources: Path, shape: str) -> None:
    body = shape.format("Frei ab Dienstag, 1. Juli, 10 Uhr")
    write(sources, "news/2025-05-09-nets-00.md", STORY.format("Nets", body))
    assert _is_at({*told(sources, "D107")}, 0)


@pytest.mark.parametrize(
    "title", ["Nets: {}", "{}: Nets", "Nets ({})", "[{}] Nets", "{} | Nets", "Nets – {}"]
)
@pytest.mark.parametrize(
    "line", ["Nicht vor Dienstag, 10 Uhr", "Publication le 1/7 à 10 h, pas avant"]
)
def test_a_title_may_say_it_as_well(sources: Path, title: str, line: str) -> None:
    story = STORY.format(f'"{title.format(line)}"', "Nets.")
    write(sources, "news/2025-05-09-nets-00.md", story)
    assert _is_at({*told(sources, "D107")}, 0)


def _is_at(places: set[str], number: int) -> bool:
    return any(f"-nets-{number:02}.md:" in place for place in places)


@pytest.mark.parametrize("line", TOLD)
def test_what_tells_something_asks_for_nothing(line: str) -> None:
    assert not pleas.is_request(line)
    assert not pleas.is_request(line, is_first=True)


def test_the_table_is_folded_as_the_lines_are() -> None:
    rows = pleas.TABLE.read_text("utf-8").splitlines()
    spoken = [row for row in rows if not row.startswith(("#", "["))]
    assert [row for row in spoken if pleas._folded(row) != row] == []


@given(st.lists(st.sampled_from([*" \n".join(ASKED + TOLD).split(" "), "of", "\u200b", "(", "**"])))
def test_any_row_of_words_is_read(words: list[str]) -> None:
    line = " ".join(words)
    is_first = pleas.is_request(line, is_first=True)
    # What asks among others asks before all others, too.
    assert is_first or not pleas.is_request(line)
