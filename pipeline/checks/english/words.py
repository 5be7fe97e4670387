"""Every word of English, and what each may be: noun, verb, participle, adjective or adverb."""

from __future__ import annotations

from pathlib import Path

from pipeline.checks.dictionary import Dictionary

TOLD = (
    "ab abcm abn abnt adjv adv ag agj agjn agn apz az b bcdm bcejn bcejnt bcjn bcjnr bcjnrt bcjnt "
    "bcm bcn bcnp bcnt bcnu bdjmv bdjn bdjnpv bdjnt bdjntv bdjnv bdjv bdmpv bdmv bdnp bdnpv bdnt "
    "bdntv bdnv bdv beij bej bejm bejn bejnp bejnt bh bhn bhnt bi bin bj bjm bjmp bjmr bjn bjnp "
    "bjnpr bjnr bjnrt bjnt bjnu bjr bm bmn bmv bn bnp bnpt bnr bnrt bnt bntv bntz bnu bnv bp br "
    "bv cdjntv cdjnuv cdjnv cdn cdnuv cdnv cejn cejnr cejnrt cejnt cgn cgnt cjn cjnp cjnr cjnrt "
    "cjnt cjntv cjntw cjnu cjnw cn cnp cnpz cnr cnt cntw cnu cnv cnw d dhjv dhv dijv div dj djn "
    "djnprv djnpv djnrv djntv djnv djv dn dnp dnpv dnt dntv dnuv dnv dnvw dv ej ejn ejnp ejnt "
    "ejntw ejnw ejr g gh ghj gi gij gin gj gjn gjnp gjnr gjnru gjnt gjnu gjr gn gnp gnr gnrt gnt "
    "gnu gr hpz hz ipz iz j jn jnp jnpr jnprw jnpv jnpw jnr jnrt jnrtw jnru jnrw jnt jntv jntw "
    "jnu jnw jp jpz jr jv jz n np npr nprw npt nptw npv npw npz nr nrt nrtw nru nt ntv ntw nu nuw "
    "nuz nw nz o p pr prz pxz pz r v x z"
).split()
"""All that is told of words in the table; its head says what each letter means."""
OTHER = TOLD.index("o")
_NUMBERS = {told: number for number, told in enumerate(TOLD)}
WORDS = Dictionary(Path(__file__).with_name("words.txt"), _NUMBERS.__getitem__)


def of(word: str) -> int:
    """What is told of *word*, in small letters, as its number in TOLD; OTHER if it is unknown.

    >>> [TOLD[of(word)] for word in ("city", "shown", "measure", "citty")]
    ['nt', 'v', 'bn', 'o']
    """
    number = WORDS.of(word)
    return OTHER if number is None else number


def knows(word: str) -> bool:
    """
    >>> knows("city"), knows("citty")
    (True, False)
    """
    return WORDS.of(word) is not None
