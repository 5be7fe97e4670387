"""Concord in French: what the small words before a noun ask of the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks import genders, lookalikes
from pipeline.checks.register import Register
from pipeline.checks.sheet import OBJECT, WARNING, Block, Mark
from pipeline.sought import sought

# Pieces that the forms are made of ------------------------------------------------------------

_LETTER = r"[a-zà-ÿœ]"
_END = r"(?![\w’'·⋅/(-]|\.\w)"
_IN_É, _IN_ÉE = rf"{_LETTER}{{2,}}é", rf"{_LETTER}{{2,}}ée"
_ONE_IS = "(?:est|était|sera|a été|fut)"
_THE_MANY = "(?:[Ll]es|[Cc]es|[Nn]os|[Ss]es|[Ll]eurs|[Vv]os)"
_ADVERBS = (
    r"(?:(?:déjà|aussi|toujours|encore|bien|très|désormais|souvent|ainsi|donc|plus|moins|pas|jamais"
    rf"|peu|trop|tout|alors|{_LETTER}+ment) )*"
)
_CLITICS = r"(?:(?:ne|se|me|te|nous|vous|le|la|les|lui|leur|y|en) |[nsmtl][’'](?:y |en )?)*"
_COMPLEMENT = (
    r"(?:(?!(?:qui|que|où|dont|quand|et|ou|est|a|sera|était)\b)"
    rf"(?:{_LETTER}|[A-ZÀ-Þ’'-])+ ){{0,6}}?"
)
"""What may stand between a noun and its verb: `la ville de Riga`."""
_PART = (
    r"(?:plupart|dizaine|douzaine|quinzaine|vingtaine|trentaine|centaine|nombre|majorité|minorité"
    r"|partie|ensemble|moitié|tiers|quart|foule|multitude|quantité|série|totalité|reste|total|fois"
    r"|poignée|millier|million|milliard|plus|moins|groupe|couple|infinité|peu|mieux|jour|soir|une?)"
)
"""The verb may follow what they are a part of: `la plupart des villes sont`."""
_IS_PART = sought(rf"{_PART}s?")
_NOUN_IN_AIT = (
    "(?:fait|lait|trait|portrait|souhait|retrait|extrait|parfait|attrait|forfait|satisfait)"
)
# None of these ends in -s or -x because it is a verb.
_NO_SMALL_WORD = (
    r"(?!(?:dans|sans|plus|mais|puis|depuis|toujours|jamais|pas|sous|vers|très|moins|alors|après"
    r"|dès|tous|toutes|hors|lors|ailleurs|parfois|certes|désormais|nous|vous|les|leurs|ses|des|ces"
    r"|puis|près|volontiers|exprès|néanmoins|ainsi|mêmes|seuls|seules|fois|cas|deux|trois)\b)"
)
_PARTICIPLE = (
    rf"(?:(?:sous-|auto-|pré-)?{_IN_É}|(?:re)?lu|vu|élu|reçu|connu|tenu|vendu|rendu|prévu|attendu"
    r"|entendu|perdu|produit|(?:in|dé)?scrit|écrit|construit|traduit|ouvert|offert|couvert"
    r"|(?:re|ad|pro)?mis|(?:com|re)?pris|acquis|réuni|choisi|fini|établi|accueilli|fourni|défini"
    r"|garanti|réparti|suivi|servi)"
)

# Subject and verb -----------------------------------------------------------------------------


class Rule(NamedTuple):
    wrong: re.Pattern[str]
    """Its first group is the word that does not agree."""
    right: str
    signs: frozenset[str] = frozenset()
    """One of these words stands wherever the form does."""


# Where a sentence begins, nothing stands before its subject.
_OPENING = (
    Rule(
        sought(
            rf"(?:La|Une|Cette|Sa) (?!{_PART}\b){_LETTER}{{3,}} {_COMPLEMENT}{_ONE_IS}"
            rf" {_ADVERBS}({_IN_É}){_END}"
        ),
        "the feminine",
    ),
    Rule(
        sought(
            rf"(?:Le|Un|Ce) (?!{_PART}\b){_LETTER}{{3,}} {_COMPLEMENT}{_ONE_IS}"
            rf" {_ADVERBS}({_IN_ÉE}){_END}"
        ),
        "the masculine",
    ),
    Rule(
        sought(
            rf"(?:Les|Ces|Des|Nos|Ses|Leurs|Vos|Plusieurs) {_LETTER}{{3,}}[sx] "
            rf"(?:(?:de la|du|des|de) {_LETTER}+ |(?:de l|d)[’']{_LETTER}+ |{_LETTER}{{4,}}s )?"
            rf"{_CLITICS}((?!{_NOUN_IN_AIT}\b)"
            rf"(?:{_LETTER}{{2,}}ait|{_LETTER}+(?:er|ir|dr|vr|rr)a)){_END}"
        ),
        "the plural",
    ),
    Rule(
        sought(
            r"(?:(?:Le|La|Ce|Cette|Un|Une|Chaque|Notre|Votre) |L[’'])"
            rf"(?!(?:{_PART}|que|qui|dont)\b){_LETTER}{{3,}}(?<!s) {_CLITICS}"
            rf"({_LETTER}{{2,}}(?:ent|ront)){_END}"
        ),
        "the singular",
    ),
)
_INNER = (
    Rule(
        sought(
            r"(?<![\w-])(?:[Oo]n|[Ii]l|[Qq]u[’'](?:on|il|elle)|(?:^|(?<=[.;:] ))[Ee]lle)"
            rf" {_CLITICS}({_NO_SMALL_WORD}{_LETTER}{{2,}}(?:[eatx]s|ez|ons)){_END}"
        ),
        "the third person",
        frozenset(("on", "il", "elle")),
    ),
    Rule(
        sought(rf"(?<![\w-])[Ii]ls {_CLITICS}({_LETTER}{{2,}}(?:ait|era|ira|dra|oit|end)){_END}"),
        "the plural",
        frozenset(("ils",)),
    ),
    Rule(
        sought(
            rf"(?<![\w’'-])(?:est|sera|était|été|sont|seront) {_ADVERBS}((?!depuis|puis){_LETTER}*"
            rf"(?<!acq)(?<!req)(?<!conq)(?<!exq)(?<!enq)uis){_END}"
        ),
        "the participle",
        frozenset("est sera était été sont seront".split()),
    ),
    Rule(
        sought(
            rf"\b(?:[Aa]ucune?|[Cc]haque) {_LETTER}{{3,}} (?:n[’']|ne )({_LETTER}{{3,}}s){_END}"
        ),
        "the singular",
        frozenset(("aucun", "aucune", "chaque")),
    ),
    Rule(
        sought(
            r"\b(?:[Ii]ls|[Ee]lles) (?:sont|étaient|seront) (?:plus|très|trop|aussi|moins|si|assez)"
            r" ((?!que|ou|en|loin|près|tard|tôt|bien|peu|souvent|proche d|longtemps)"
            rf"{_LETTER}{{3,}}(?<![sxz])(?<!ment)){_END}"
        ),
        "the plural",
        frozenset(("ils", "elles")),
    ),
    Rule(
        sought(
            rf"\b[Ee]lles (?:sont|étaient|seront) {_LETTER}+es(?:, {_LETTER}+es)* et {_ADVERBS}"
            rf"({_IN_É}s){_END}"
        ),
        "the feminine",
        frozenset(("elles",)),
    ),
    Rule(
        sought(
            rf"(?<![\w’'-])(?:{_THE_MANY}|[Dd]es) ({_LETTER}{{3,}}(?<![sxz])(?<!\bne))"
            r" (?:sont|seront|ont été|étaient|peuvent|doivent)\b"
        ),
        "the plural",
        frozenset("sont seront ont étaient peuvent doivent".split()),
    ),
    Rule(
        sought(
            rf"(?<![\w’'-]){_THE_MANY} {_LETTER}{{3,}}[sx] (?:sont|étaient|seront) {_ADVERBS}"
            r"((?!(?:ensemble|contre|autre|souvent|avant|autant|maintenant|devant|comme|même|présent"
            rf"|ainsi)\b){_LETTER}{{3,}}(?:[a-zà-ÿ]e|[ae]l|if|ant|ent|ain|ien)(?<!ment))(?=[.,;)])"
        ),
        "the plural",
        frozenset(("sont", "étaient", "seront")),
    ),
    Rule(
        sought(
            rf"(?:^|(?<=[.;:,] ))(?:[Uu]ne|[Ll]a|[Cc]ette) {_LETTER}{{3,}} qui"
            rf" (?:n[’']est pas|est|était|sera|a été) {_ADVERBS}({_IN_É}){_END}"
        ),
        "the feminine",
        frozenset(("qui",)),
    ),
    Rule(
        sought(
            r"(?<![\w’'-])(?:sont|(?:doi|peu)(?:t|vent) être|été|soient|seront)"
            rf" {_ADVERBS}{_IN_É}e?s? et ({_LETTER}{{3,}}er)"
            rf"{_END}(?<!premier)(?<!dernier)(?<!hier)(?<!fier)(?<!cher)(?<!léger)"
        ),
        "the participle",
        frozenset("sont être été soient seront étaient".split()),
    ),
)
_THOU = frozenset("tu te toi ton ta tes".split())
_OF_THOU = sought(rf"(?<![\w’'-])((?!embarras){_LETTER}{{2,}}(?:er|ir|dr|vr|rr)as){_END}")
"""`Ils décidas`: right only where somebody is called *tu*."""
_COUNTED = "(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent)"
# The noun, and a participle that has the noun's gender.
_OF_GENDER = (
    sought(
        rf"(?:(?:(?:Toutes |Tous )?[Ll]es|Ces|Des|Nos|Ses|Leurs|Vos|Plusieurs) (?:{_COUNTED} )?"
        rf"(?:autres |deux )?)({_LETTER}{{3,}}[sx]) {_COMPLEMENT}"
        rf"(?:sont|étaient|seront|furent|ont été|seraient) {_ADVERBS}({_PARTICIPLE}e?s){_END}"
    ),
    sought(
        rf"(?:(?:Chaque|Notre|Votre|Leur) |L[’'])({_LETTER}{{3,}}) {_COMPLEMENT}"
        rf"(?:(?:est|était|sera|a été|fut|serait)|s[’']est|se (?:sera|serait)) {_ADVERBS}"
        rf"({_PARTICIPLE}e?){_END}"
    ),
)


def of_concords(block: Block, register: Register) -> Iterator[Mark]:
    """Participles and verbs that do not follow the small words before them."""
    if block.says("ras ", "ras.", "ras,") and block.vocabulary.isdisjoint(_THOU):
        for found in _OF_THOU.finditer(block.text):
            yield from _told(block, 0, found, "the third person")
    near = [rule for rule in _INNER if not rule.signs.isdisjoint(block.vocabulary)]
    for sentence in block.sentences:
        for rule in _OPENING:
            begun = rule.wrong.match(sentence.text)
            if begun:
                yield from _told(block, sentence.start, begun, rule.right)
        for form in _OF_GENDER:
            begun = form.match(sentence.text)
            if begun:
                right = _other_gender(begun[1], begun[2], register)
                yield from _told(block, sentence.start, begun, right, 2)
        for found, right in _helped(sentence.text):
            yield from _told(block, sentence.start, found, right, 3)
        for rule in near:
            for found in rule.wrong.finditer(sentence.text):
                yield from _told(block, sentence.start, found, rule.right)


def _other_gender(noun: str, word: str, register: Register) -> str:
    """What *word*, a participle, should be in, where it is not of the gender of *noun*."""
    kind = genders.gender(noun, register)
    if kind is None or kind == word.rstrip("s").endswith("e"):
        return ""
    return "the feminine" if kind else "the masculine"


# Auxiliary and participle ---------------------------------------------------------------------

_HELPED = sought(
    r"(?<![\w-])(sont|seront|étaient|soient|furent|ont|auront|avaient|auraient|aient|a|aura|avait"
    rf"|aurait|avons) {_ADVERBS}(été {_ADVERBS})?({_LETTER}{{2,}}é(?:es?|s)?){_END}"
)
_ARE = frozenset("sont seront étaient soient furent".split())
_THEY_HAVE = frozenset("ont auront avaient auraient aient".split())
_OBJECT = sought(r" (?:le|la|les|une?|des|son|sa|ses|leurs?|cette|ces)\b| l[’']| [A-Z]")
_BEFORE_IT = sought(r"(?:\b(?:les?|la|nous|vous) |[’'])$|\b(?:que |qu[’']|quelle|combien)[^.;:]*$")
"""An object that stands before: `une approche que les villes ont poussée`."""


def _helped(sentence: str) -> Iterator[tuple[re.Match[str], str]]:
    """`Ont été lancé`, `a été lancés`, `a lancée la ville`: participles behind their auxiliary."""
    for found in _HELPED.finditer(sentence):
        verb, been, word = found.groups()
        before = sentence[max(0, found.start() - 6) : found.start()]
        is_one = not word.endswith("s")
        if verb in _ARE:
            if is_one and not before.endswith("se ") and sentence[found.end() :][:4] != " et ":
                yield found, "the plural"
        elif been:
            # *Nous* may be one who writes, or many.
            if verb != "avons" and is_one == (verb in _THEY_HAVE):
                yield found, "the plural" if is_one else "the singular"
        elif word[-1] == "é" or _BEFORE_IT.search(sentence, 0, found.start()):
            continue
        elif _OBJECT.match(sentence, found.end()):
            yield found, "the participle without agreement: its object follows"


# A noun and what stands beside it -------------------------------------------------------------

_MASCULINE = frozenset(("le", "un", "ce"))
_PLURAL = frozenset("les ces nos ses leurs vos plusieurs quelques".split())
_COUNTING = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente plusieurs "
    "quelques des ces ses nos vos leurs".split()
)
_BEHIND_PREPOSITION = sought(
    r"(?:\b(?:de|à|en|sur|pour|par|dans|avec|sans|sous|chez|vers|entre|contre|selon|après|avant"
    r"|depuis|pendant|dont|comme|et|ou|toute|toutes|tous|durant|via|puis|hors|parmi|malgré|jusque"
    r"|que|si|au|aux|du|des|dès|voire|ni) |\b[dl][’'])$",
    re.IGNORECASE,
)
"""What stands behind a preposition is part of something else, and may have another gender."""
_MASCULINE_ADJECTIVE = (
    r"(?:(?!(?:lieux|cieux|vieux|mieux|ceux|deux|yeux|jeux|enjeux|feux|vœux|creux|aïeux"
    rf"|eux){_END}){_LETTER}+eux"
    rf"|{_LETTER}+(?:rat|mat|gat|lat|rmat|cat|nat|duc|str|pula|ges|sess|spor)if(?<!collectif)"
    rf"|{_LETTER}{{2,}}(?:tionnel|turel|[nt]uel|iciel(?<!logiciel)|ional|cial|cipal|éral|utiqu"
    r"|éen))"
)
_FEMININE_ADJECTIVE = (
    rf"(?:{_LETTER}+(?:euse|tionnelle|turelle|[nt]uelle|ionale|ciale|cipale|éenne|cienne|rative"
    r"|tative|gative|ducative|ctive))(?<!perspective)(?<!directive)(?<!alternative)(?<!statuelle)"
    r"(?<!narrative)(?<!rédactive)"
)
_SINGULAR_ADJECTIVE = (
    rf"(?:{_LETTER}{{2,}}(?:tionnel|turel|[nt]uel|ional|cial|cipal|éral|éen|atif(?<!adjectif)"
    rf"|iste)|{_FEMININE_ADJECTIVE})"
)
_ADJECTIVE_ENDS = tuple("é eux if el al éen euse elle ale enne ive iste ée".split())
"""A quick look: whatever the forms below find ends so."""
_BESIDE = (
    # What stands before the noun, what is wrong behind it, and what is right.
    (genders.FEMININE, sought(rf"(?:{_IN_É}|{_MASCULINE_ADJECTIVE})"), "the feminine"),
    (_MASCULINE, sought(rf"(?:{_IN_ÉE}|{_FEMININE_ADJECTIVE})"), "the masculine"),
    (_PLURAL, sought(rf"(?:{_IN_É}|{_SINGULAR_ADJECTIVE})"), "the plural"),
)
_PLURAL_PARTICIPLE = sought(rf"{_PARTICIPLE}e?s")


def beside(block: Block, found: re.Match[str], register: Register) -> Iterator[Mark]:
    """`La ville jumelé`, `les acteurs local`: an article, its noun, and what stands behind it."""
    article, noun, word = (each.lower() if each else "" for each in found.groups())
    if _IS_PART.fullmatch(noun) or _BEHIND_PREPOSITION.search(
        block.text[max(0, found.start() - 10) : found.start()]
    ):
        return
    if article in _COUNTING and noun[-1] not in "sxz":
        if noun in genders.told(register) and noun[-3:] != "ent":
            yield from _told(block, 0, found, "the plural", 2)
    elif word.endswith(_ADJECTIVE_ENDS) and not noun.endswith(("er", "ir")):
        right = next(
            (r for small, form, r in _BESIDE if article in small and form.fullmatch(word)), ""
        )
        if right and (article not in _PLURAL or noun[-1] in "sx"):
            yield from _told(block, 0, found, right, 3)
    elif word[-1:] == "e" and article in _PLURAL and noun[-1] == "s":
        # Where the sentence begins with the noun, nothing else can be its verb.
        if found[1][0].isupper() and found[3].islower() and not lookalikes.is_no_adjective(word):
            yield from _told(block, 0, found, "the plural", 3)
    elif word.endswith(("és", "ées")) and article in _PLURAL and _PLURAL_PARTICIPLE.fullmatch(word):
        yield from _told(block, 0, found, _other_gender(noun, word, register), 3)


def _told(
    block: Block, at: int, found: re.Match[str], right: str, group: int = 1
) -> Iterator[Mark]:
    start, end = at + found.start(group), at + found.end(group)
    if not right or lookalikes.is_no_form(found[group].lower()):
        return
    if OBJECT not in found[0] and block.is_own(start):
        yield block.mark(
            "X138", start, end, f"{found[group]!r} does not agree: {found[0]!r}",
            f"write {right}", WARNING,
        )  # fmt: skip
