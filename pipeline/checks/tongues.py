"""Which language a sentence is in, by its small words; names have no vote."""

from __future__ import annotations

import functools
import re
from collections import Counter

from pipeline.sought import sought

_WORDS = {
    "en": "the of and to in is that for with as are was be by on not this have from or at which "
    "but "
    "they their has been more will we our its these there if can all would should it were who what "
    "into than so no out up about when some other you your also may must between through only "
    "after "
    "how because any each those where both many such most own very while them her his he she do "
    "does "
    "did had could a an i my me us why then every during before without under over against within "
    "towards upon whether although however one two three new first last still being same again "
    "here "
    "just make made need well see get take back way day even next much another time people year "
    "work "
    "use used using local cities city please read download more information contact about follow",
    "fr": "le la les de des du un une et est en que qui dans pour pas sur au aux ce cette ces "
    "avec il "
    "elle ils elles se sont par plus ne on leur leurs ont être été fait ou mais nous vous notre "
    "nos "
    "votre vos son sa ses si comme tout tous toute toutes sans entre où dont deux aussi très peut "
    "doit même avoir était afin ainsi lors chaque afin contre chez depuis pendant sous vers après "
    "avant lorsque celui celle ceux lire suite savoir voir télécharger cela quand autres autre",
    "de": "der die das und ist von zu den mit auf für im des dem nicht ein eine einer eines einem "
    "einen sich als auch es an werden aus er hat dass sie nach wird bei noch wie über zum zur "
    "haben "
    "oder sind wir ihr ihre ihren unser unsere durch nur vor kann mehr man wenn zwischen unter "
    "gegen "
    "ohne bis seit wurde wurden war waren sein diese dieser dieses diesem diesen alle allen müssen "
    "sollen sowie beim am vom lesen weitere mehr erfahren",
    "es": "el la los las de del y en que es un una por con para se no su sus al lo como más "
    "pero ha "
    "han este esta estos estas son fue ser está entre cuando sin sobre también hasta hay donde "
    "quien "
    "desde todo todos todas nos durante otros otras ya muy cada así leer debe deben puede "
    "pueden ante "
    "según información nuestra nuestro antes otro",
    "it": "il lo la gli le di del della dei delle dello degli e è in che per un una uno con non "
    "si da "
    "dal dalla al alla ai alle nel nella nei nelle sul sulla sono come più ma anche questo questa "
    "questi queste ha hanno suo sua essere tra fra ogni quando dove chi loro nostro nostra leggi "
    "deve devono può possono stato stata degli agli sia oltre presso",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er om ook als dan maar bij uit "
    "door over naar wordt worden heeft hebben deze dit die wij ze zij hun onze ons tot kan meer of "
    "nog geen al tussen tegen onder zonder moeten kunnen wat waar werd werden lees elke alle veel "
    "haar hij jaar",
    "pt": "o os as de do da dos das e em que é um uma para com não se por mais ao aos à na no "
    "nas nos "
    "pelo pela são foi seu sua também entre quando sem sobre até há onde muito já está",
    "pl": "i w na z do nie się jest że to o od za po dla przez jako są oraz ale lub przy jego ich",
}
LANGUAGES = tuple(_WORDS)
SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
# Words of one language that mean something else in another do not tell them apart.
_TREACHEROUS = {
    "en": frozenset(
        "on as son plus par pour sous comment me an or sur des die war was in man den also so "
        "hat bin "
        "am is over we had ons van door me no he has sin con es a once come i per are non due "
        "si la le "
        "de en et est ma mais ou tout son sans ton tous do as os e o na da em ha al er om of "
        "all alle "
        "dal sia fra use se un une du et est le la des dont fait lire mit bei an si ah uno os "
        "more to po za or"
        " het te sono il el los las lo san del di y w z del von der den haar wat tot kan dan "
        "dit ze "
        "deze".split()
    ),
}


# Words that foreign names bring along; in a whole sentence they vote beside a stronger one.
_WEAK = {
    "en": frozenset("the of and".split()),
    "fr": frozenset("de la le les et en est du un une à dont tous tout".split()),
    "de": frozenset("der das und von den dem zu ist".split()),
    "es": frozenset("de la el los las y en un del es".split()),
    "it": frozenset("di la il lo e un del è da".split()),
    "nl": frozenset("de het van een en te".split()),
    "pt": frozenset("de da do e em um uma os".split()),
    "pl": frozenset("w z na i do".split()),
}


def _strong(language: str, native: str) -> frozenset[str]:
    shared = SETS.get(native, frozenset())
    return SETS[language] - shared - _TREACHEROUS.get(native, frozenset())


@functools.cache
def _strangers(native: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The words that vote for another language than *native*: all of them, and by language."""
    others = [language for language in LANGUAGES if language != native]
    own = SETS.get(native, frozenset())
    each = tuple(_strong(other, native) | (_WEAK[other] - own) for other in others)
    return frozenset().union(*each), each


def may_vote(vocabulary: frozenset[str], native: str) -> bool:
    """Whether two of these words could vote for one other language than *native*."""
    every, each = _strangers(native)
    found = vocabulary & every
    return len(found) > 1 and any(len(found & words) > 1 for words in each)


# What an apostrophe leaves of a word: `m’y`, `qu’il`. It votes for its own language only.
_CLIPPED = {
    "fr": frozenset("n m j c qu jusqu lorsqu puisqu je me te moi toi tu y ça dès".split()),
    "it": frozenset("dell nell sull all dall quell un c".split()),
}
_CACHE: dict[tuple[str, str], frozenset[str]] = {}
_TOKEN = sought(r"[^\W\d_]+")
_ASIDE = sought(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|\([^)]*\)|\[[^\]]*\]|‘[^’]*’(?!\w)|„[^“”]*[“”]")


def votes(text: str, native: str, is_whole: bool = False) -> tuple[str, int, int, int]:
    """The foreign language with most votes, its votes, the native ones, and all the words.

    What stands in quotation marks or brackets is a title or a name, unless it is all there is.
    """
    bare = text if is_whole else _ASIDE.sub(" ", text)
    if len(bare.split()) < 3:
        bare = text
    tokens = _TOKEN.findall(bare)
    if tokens and tokens[0][:1].isupper():
        tokens[0] = tokens[0].lower()
    # A capital inside a sentence is a name's, and so is what stands between two of them.
    small = [
        token
        for index, token in enumerate(tokens)
        if token.islower() and not _between_names(tokens, index)
    ]
    kinds = set(small)
    is_sentence = bool(re.search(r"[.!?:;…][”»\"’)]*$", text.rstrip()))
    best: Counter[str] = Counter()
    for language in LANGUAGES:
        if language == native:
            continue
        key = (language, native)
        if key not in _CACHE:
            _CACHE[key] = _strong(language, native)
        best[language] = len(kinds & _CACHE[key])
        if best[language] and is_sentence:
            weak = _WEAK[language] - SETS.get(native, frozenset()) - _CACHE[key]
            best[language] += len(kinds & weak)
    language, foreign = max(best.items(), key=lambda pair: (pair[1], pair[0] in ("fr", "en")))
    # A word of both languages votes for neither.
    own = (SETS.get(native, frozenset()) | _CLIPPED.get(native, frozenset())) - SETS[language]
    return language, foreign, sum(token in own for token in small), len(tokens)


def _between_names(tokens: list[str], index: int) -> bool:
    before = tokens[index - 1][:1].isupper() if index else False
    after = tokens[index + 1][:1].isupper() if index + 1 < len(tokens) else False
    return before and after
