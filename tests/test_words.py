"""The interface labels: complete in every language, set as each language sets type."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from pipeline import publications
from pipeline.errors import DeclarationError
from pipeline.filters import filters
from pipeline.sandbox import Environment

WORDS = tomllib.loads(
    (Path(__file__).parent.parent / "templates/_shared/words.toml").read_text(encoding="utf-8")
)


UNION = frozenset(
    (
        *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
        *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
    )
)
BEYOND = frozenset(("ar", "he", "uk"))


def test_every_language_of_the_union_is_spoken_and_three_beyond_it() -> None:
    assert set(WORDS) >= UNION | BEYOND


def test_a_language_is_read_when_it_is_spoken_and_a_fault_in_it_has_its_line(
    tmp_path: Path,
) -> None:
    labels = publications.words(Path(__file__).parent.parent / "templates")
    assert {language: dict(labels[language]) for language in labels} == WORDS
    (tmp_path / "_shared").mkdir()
    (tmp_path / "_shared" / "words.toml").write_text('[en]\na = "A"\n\n[fr]\na = A\n')
    broken = publications.words(tmp_path)
    assert broken["en"] == {"a": "A"}
    with pytest.raises(DeclarationError) as caught:
        broken["fr"]
    assert caught.value.findings[0].location.line == 5


@pytest.mark.parametrize("language", sorted(WORDS.keys() & {"ar", "he"}))
def test_what_is_written_from_the_right_is_in_its_own_letters(language: str) -> None:
    letters = "\u0590-\u05ff" if language == "he" else "\u0600-\u06ff"
    strangers = [
        name
        for name, word in WORDS[language].items()
        if not re.search(f"[{letters}]", word)
        and word not in ("{place}, {date}", "{label}: {words}")
    ]
    assert strangers == []


@pytest.mark.parametrize("language", WORDS)
def test_a_language_has_every_word_with_the_same_gaps_to_fill(language: str) -> None:
    def gaps(words: dict[str, str]) -> dict[str, list[str]]:
        return {name: sorted(re.findall(r"\{\w+\}", word)) for name, word in words.items()}

    assert gaps(WORDS[language]) == gaps(WORDS["en"])
    assert all(word.strip() == word != "" for word in WORDS[language].values())


@pytest.mark.parametrize("language", WORDS)
def test_no_word_has_a_typewriter_quote_or_a_double_space(language: str) -> None:
    assert not [word for word in WORDS[language].values() if re.search(r"['\"]|  ", word)]


def test_french_punctuation_keeps_to_its_word() -> None:
    assert not [word for word in WORDS["fr"].values() if re.search(r"[^\u00a0\u202f][:;?!]", word)]


def test_greek_capitals_have_no_accent_in_a_template() -> None:
    shown = Environment(filters("el"), autoescape=True)
    page = "{{ 'Νέα & ημέρες ή μάιος, été' | upper }}"
    assert shown.from_string(page).render() == "ΝΕΑ &amp; ΗΜΕΡΕΣ Ή ΜΑΪΟΣ, ÉTÉ"
