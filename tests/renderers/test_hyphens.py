"""Where Finnish words are divided, for which pyphen knows nothing."""

from __future__ import annotations

import pytest

from pipeline.renderers import hyphens, narrow

WORDS = (
    "hu-le-ve-si-vie-mä-ri-ver-kos-ton",
    "tul-va-ris-ki-kar-toi-tuk-set",
    "ra-ken-ta-mis-kor-keus-mää-räyk-set",
    "kau-pun-gin-osa",
    "so-pi-mus-eh-dot",
    "tut-ki-mus-ai-neis-to",
    "kou-lu-tus-oh-jel-ma",
    "eri-tyis-asian-tun-ti-ja",
    "asu-kas-yh-dis-tyk-sen",
    "yli-opis-to",
    "toi-min-ta-oh-jel-ma",
    "maan-ko-hoa-mi-nen",
    "va-paaeh-tois-ta",
    "stra-te-gia",
    "to-den-nä-köi-ses-ti",
    "kau-pun-kien",
    "ne-liö-ki-lo-met-ri",
)


@pytest.mark.parametrize("word", WORDS)
def test_a_finnish_word_is_divided_as_it_is_spelt(word: str) -> None:
    found = hyphens.Pyphen(lang=hyphens.language_fallback("fi-FI"), left=2, right=2)
    assert found.inserted(word.replace("-", "")) == word


def test_a_hyphen_that_stands_there_is_no_place_for_another() -> None:
    found = hyphens.Pyphen(lang="fi", left=2, right=2)
    assert found.inserted("Lounais-Suomen") == "Lou-nais-Suo-men"


def test_a_long_word_on_a_telephone_may_be_divided() -> None:
    assert narrow.SOFT in narrow.divided("rakentamiskorkeusmääräykset", "fi", 18)
