"""Which language a sentence is in, where `tongues` does not read it: by its small words alone."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from pipeline.checks import tongues
from pipeline.sought import sought

_WORDS = {
    "cs": "je se na že do které který která pro jako ale nebo také by byl byla bylo jsou není při "
    "od mezi až jen více všechny naše svůj již ještě jejich bude budou tento tato toto podle",
    "da": "og at det som en et på er af for med til den har de ikke fra sig så men eller når efter "
    "skal ved også dette denne disse vores bliver blev været havde mellem gennem uden meget kun",
    "et": "ja on ei et see oli aga või kui ka mis kes selle seda ning oma siis veel juba kõik enne "
    "pärast vahel saab olla olid nad meie",
    "fi": "ja on ei että se ovat oli mutta tai kun niin myös joka jotka mukaan sekä kuin ole tämä "
    "hän sen vain jos nyt kaikki vielä jo sitä tämän siitä noin kanssa jälkeen ennen välillä voi "
    "voivat olivat ollut tulee tehdään tehtiin",
    "hr": "je se na da to iz do koji koja koje za kao ali ili također bio bila bilo su nije među "
    "samo više sve naše svoj već još njihov će ovaj ova ovo kako kada zbog",
    "hu": "az és hogy nem egy volt meg vagy mint ez azt ezt csak már még ha amely amelyek lesz "
    "között után előtt alatt minden több által kell lehet",
    "lt": "ir yra su iš apie kad bet ar taip pat kaip tai bus buvo prie po už dėl tik daugiau visi "
    "mūsų savo jau dar tarp",
    "lv": "un ir ar no uz par kas ka bet vai arī kā tas tiek pie pēc lai būs bija ko tikai vairāk "
    "visi mūsu savu jau vēl starp",
    "nb": "og at det som en et på er av for med til den har de ikke fra seg så men eller når etter "
    "skal ved også dette denne disse våre blir ble vært hadde mellom gjennom uten mye bare",
    "ro": "și de la în cu pe care nu un din pentru este sunt mai se că al ale ai au fi prin dar "
    "sau ca ce lui lor său sale fost după între până când unde acest această aceste acești toate "
    "doar numai încă deja fără sub peste vor va poate nostru noastră",
    "sk": "je sa na že do ktoré ktorý ktorá pre ako ale alebo tiež by bol bola bolo sú nie pri od "
    "medzi až len viac všetky naše svoj už ešte ich bude budú tento táto toto podľa",
    "sl": "in je se na da to do ki za pa ali tudi bi bil bila bilo so ni pri od med le več vse "
    "naše svoj že še njihov bo bodo ta tega kot kjer ko lahko zaradi",
    "sv": "och att det som en ett på är av för med till den har de inte från vi sig så men eller "
    "när efter ska vid också där detta denna dessa våra sina blir blev varit hade skulle mellan "
    "genom utan samt redan mycket än bara nya år får måste",
}  # fmt: skip
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ENDINGS = {
    "fi": sought(
        r"[^\W\d_]{3,}(?:ss[aä]|st[aä]|ll[aäe]|lt[aä]|ksi|aan|ään|iin|een|v[aä]t|tt[aä]|tiin|kset)"
    )
}
"""Finnish says with the end of a word what others say with a small one."""
_FAMILIES = (
    frozenset(("cs", "sk")),
    frozenset(("da", "nb", "sv")),
    frozenset(("hr", "sl")),
    frozenset(("et", "fi")),
    frozenset(("es", "fr", "it", "pt", "ro")),
)
LEAST_WORDS, LEAST, LEAST_OF_SISTERS = 5, 3, 5
_TOKEN = sought(r"[^\W\d_]+")
_ASIDE = sought(r"[“”„«»\"][^“”„«»\"]*[“”«»\"]|\([^)]*\)|\[[^\]]*\]")


def foreign(text: str, native: str, spoken: Sequence[str]) -> str:
    """The language of a sentence in a text in *native*, if it is one that others are *spoken* here.

    >>> foreign("Beslutet fattas på mötet och det är i mars som vi får det.", "fi", ("fi", "sv"))
    'sv'
    >>> foreign("Päätös tehdään jäsenkokouksessa maaliskuussa.", "sv", ("fi", "sv"))
    'fi'
    """
    if not _all(native):
        return ""
    tokens = _TOKEN.findall(_ASIDE.sub(" ", text))
    small = {token.lower() for at, token in enumerate(tokens) if token.islower() or not at}
    if len(tokens) < LEAST_WORDS - 1:
        return ""
    return next((one for one in _others(native, spoken) if _is_clear(small, native, one)), "")


def _is_clear(small: set[str], native: str, other: str) -> bool:
    is_sister = any({native, other} <= family for family in _FAMILIES)
    # A word of both languages votes for neither.
    own, theirs = _all(native) - _all(other), _all(other) - _all(native)
    if not small.isdisjoint(own):
        return False
    votes = len(small & theirs)
    if other in _ENDINGS:
        votes = sum(1 for word in small if word in theirs or _ENDINGS[other].fullmatch(word))
    return votes >= (LEAST_OF_SISTERS if is_sister else LEAST)


@functools.cache
def _all(language: str) -> frozenset[str]:
    return _SETS.get(language) or tongues.SETS.get(language, frozenset())


def _others(native: str, spoken: Sequence[str]) -> list[str]:
    """The languages that may stand here by mistake; two that `tongues` knows it tells apart."""
    codes = dict.fromkeys([*(one[:2] for one in spoken), "en", "fr", "de"])
    is_known = native in tongues.LANGUAGES
    return [one for one in codes if one != native and not (is_known and one in tongues.LANGUAGES)]
