"""The interface labels: complete in every language, set as each language sets type."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

WORDS = tomllib.loads(
    (Path(__file__).parent.parent / "templates/_shared/words.toml").read_text(encoding="utf-8")
)


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
