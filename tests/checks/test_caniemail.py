"""Our judgement of letters beside that of the npm package made of the same table."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

import premailer

from pipeline.checks import clients
from pipeline.renderers import email
from tests.judges import Opinion, opinions
from tests.renderers.mail_jobs import ROOT, full, rendered, typesetter
from tests.rivals import issue

SPECIMEN, SAMPLE = ROOT / "tests" / "specimen", ROOT / "sources"
LETTERS = Path(__file__).parent / "letters"
ISSUES = (
    (SPECIMEN, "2025-05", "en"),
    (SPECIMEN, "2025-05", "fr"),
    (SAMPLE, "2019-12", "en"),
    (SAMPLE, "2024-03", "fr"),
)
PLAIN = """<!DOCTYPE html><html lang="en"><body style="font-family:sans-serif"><h1>Salt</h1>
<p>Dear all, <b>see</b> <a href="https://a.org">the page</a>.</p><img src="a.jpg" alt="Quay">
<ul><li>one</li></ul><p style="margin:0;color:#123456">Yours</p></body></html>"""
LEVELS = {"yes": "", "partly": "warning", "no": "error", "unknown": "warning"}
"""What caniemail calls our words; of what nobody has tested it says that some of it works."""

INVENTED: Mapping[str, str] = {
    "background": "it takes 'background-color' for a case of it, which the table lists apart",
    "text-decoration": "it takes 'text-decoration-line' for a case of it, which is listed apart",
    "Chaining selectors": "it takes '.a .b' for '.a.b'",
}
"""Features that it finds in letters that do not ask for them."""
MISSED: Mapping[str, str] = {
    "@media (prefers-color-scheme)": "it knows that there is an @media, not what it asks",
    "text-align": "it does not look into an @media, and there alone it stands",
    "display:flex": "it does not look into an @media, and there alone it stands",
    "min-width property": "it does not look into an @media, and there alone it stands",
    "HTML5 doctype": "it looks at elements only, and a doctype is none",
    "Grouping selectors": "it is handed 'a, b' as two selectors",
    "max()": "it looks for a function called 'max()()'",
}
"""Features that it does not find, though they are there."""
FORGIVEN: Mapping[str, str] = {
    "height property": "'height:auto' is what a program does that knows no height",
    "max-height property": "beside 'display:none', once more for the programs without it",
    "overflow": "beside 'display:none', once more for the programs without it",
    "opacity": "beside 'display:none', once more for the programs without it",
}
"""What we pass over on purpose: nobody misses it."""


@functools.cache
def letters() -> Mapping[str, str]:
    """Letters of other tools, our own, and pages on their way to be letters."""
    others = {path.stem: path.read_text("utf-8") for path in sorted(LETTERS.glob("*.html"))}
    made_up = {
        f"{slug} {language}": issue(sources, slug, language) for sources, slug, language in ISSUES
    }
    setter = typesetter()
    pages = {name: setter.set(edition, "newsletter.html") for name, edition in made_up.items()}
    ours = {name: rendered(page, made_up=made_up[name]) for name, page in pages.items()}
    special = {
        "every part": rendered(setter.set(full(), "newsletter.html"), made_up=full()),
        "not yet inlined": email.bare(pages["2025-05 en"]),
        "without its sheets": email.letter_faults.STYLE.sub("", ours["2025-05 fr"]),
        "as premailer comes": premailed(pages["2025-05 fr"]),
        "as somebody types it": PLAIN,
    }
    return {**others, **ours, **special}


def premailed(page: str) -> str:
    with email.quiet_cssutils():
        return premailer.Premailer(email.bare(page), disable_validation=True).transform()


@functools.cache
def judged() -> Mapping[str, Opinion]:
    return dict(zip(letters(), opinions(list(letters().values())), strict=True))


def differences() -> Iterator[tuple[str, str, str, str, str]]:
    """Letter, program, feature, our word and theirs; all that we do not agree in."""
    for name, client, ours, theirs in compared():
        for title in sorted(ours.keys() | theirs.keys()):
            mine, other = ours.get(title, ""), theirs.get(title, "")
            if mine != other:
                yield name, client, title, mine, other


def compared() -> Iterator[tuple[str, str, Mapping[str, str], Mapping[str, str]]]:
    for name, html in letters().items():
        told = judged()[name].told
        for verdict in clients.verdicts(html):
            if verdict.client in told:
                asked = {ask.title.strip(): LEVELS[ask.support] for ask in verdict.asks}
                yield name, verdict.client, asked, told[verdict.client]


def test_the_letters_are_those_of_many_tools() -> None:
    assert len(letters()) >= 18
    for tool in ("mjml", "react", "maizzle"):
        assert len([name for name in letters() if name.startswith(tool)]) == 3


def test_every_program_is_judged_also_those_that_caniemail_gives_up() -> None:
    """It stops at a program that nobody has asked about one feature of the letter."""
    for name, html in letters().items():
        told = judged()[name].told
        assert len(told) >= 30, name
        assert told.keys() < {verdict.client for verdict in clients.verdicts(html)}
        assert len(clients.verdicts(html)) == 48


def test_we_agree_with_caniemail_but_where_it_is_known_to_be_wrong() -> None:
    unexplained = [
        difference
        for difference in differences()
        if not _is_explained(*difference, judged()[difference[0]].misread)
    ]
    assert unexplained == []


def _is_explained(
    _: str, client: str, title: str, ours: str, theirs: str, misread: frozenset[tuple[str, str]]
) -> bool:
    if (client, title) in misread:
        return True
    if title in MISSED:
        return not theirs
    return not ours and title in {**INVENTED, **FORGIVEN}


def test_no_explanation_outlives_its_difference() -> None:
    misread = next(iter(judged().values())).misread
    left = {title for _, client, title, *_ in differences() if (client, title) not in misread}
    assert left == {*INVENTED, *MISSED, *FORGIVEN}


def test_of_a_hundred_verdicts_ninety_four_are_the_same() -> None:
    asked = sum(len(ours.keys() | theirs.keys()) for _, _, ours, theirs in compared())
    apart = sum(1 for _ in differences())
    assert asked > 25_000
    assert apart / asked < 0.06, f"{asked - apart:,} of {asked:,} agree"
