"""Every word of English, and what each may be: noun, verb, participle, adjective or adverb."""

from __future__ import annotations

from pathlib import Path

from pipeline.checks.dictionary import Dictionary

TOLD = (
    "b bp bcdm bcejn bcjn bcjnr bcm bcn bcnp bdjmv bdjn bdjnpv bdjnv bdjv bdmpv bdmv bdn bdnp "
    "bdnpv bdnv bdv bej bejm bejn bejnp bj bjm bjmp bjmr bjn bjnp bjnpr bjnr bjr bm bmn bmv bn "
    "bnp bnr bnv bnz br bv cdjnv cdn cdnv cejn cejnr cgn cjn cjnp cjnr cjnv cjnw cn cnp cnpz "
    "cnr cnv cnw d dj djn djnprv djnpv djnrv djnv djv dn dnp dnpv dnv dnvw dv ej ejn ejnp ejnpw "
    "ejnw ejr g gj gjn gjnp gjnr gjr gn gnp gnr gr j jn jnp jnpr jnprw jnpv jnpw jnr jnrw jnv "
    "jnw jp jpz jr jv jz n np npr nprw npv npw npz nr nrw nv nw nz o p pr prz pz r v z"
).split()
"""All that is told of words in the table; its head says what each letter means."""
OTHER = TOLD.index("o")
_NUMBERS = {told: number for number, told in enumerate(TOLD)}
WORDS = Dictionary(Path(__file__).with_name("words.txt"), _NUMBERS.__getitem__)


def of(word: str) -> int:
    """What is told of *word*, in small letters, as its number in TOLD; OTHER if it is unknown.

    >>> [TOLD[of(word)] for word in ("city", "shown", "measure", "citty")]
    ['n', 'v', 'bn', 'o']
    """
    number = WORDS.of(word)
    return OTHER if number is None else number


def knows(word: str) -> bool:
    """
    >>> knows("city"), knows("citty")
    (True, False)
    """
    return WORDS.of(word) is not None
