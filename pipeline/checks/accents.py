"""French letters: elisions, accents and ligatures."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pipeline.checks.french.letters import lettered, unknown
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_MUTE = (
    "habitants?|habitantes?|habitations?|habitats?|habitudes?|hommes?|heures?|histoires?|historique"
    "|hôpital|hôpitaux|hôtels?|humains?|humaines?|humanité|honneur|horaires?|hébergements?"
    "|héritages?|hiver|hommages?|huiles?|hygiène|hypothèses?|harmonie|harmonisation|hospitalité"
)
_NO_ELISION = (
    "onze|onzième|oui|ouistitis?|une? à|une fois|unième|uns|yaourts?|open|apps?|email|emails|online"
    "|une|users?|ebee|onboarding|up|out|off|ok|a priori|events?|agile|one|à|aux?|et|ou|est|ont"
    "|en tant"
)
_ELISION = sought(
    rf"(?<![\w’'·-])([Dd]e|[Qq]ue|[Ll]e|[Ll]a|[Nn]e|[Ss]e|[Jj]e|[Jj]usque|[Ll]orsque|[Pp]uisque) "
    rf"(?!(?:{_NO_ELISION})(?![\w’'-]))((?:[aeiouâàéèêëîïôûœ][a-zà-ÿœ]+|{_MUTE})(?![\w’'-]))"
)
_S_IL = sought(r"(?<![\w’'-])([Ss]i) (ils?)\b")
_SHORT = sought(r"(?<![\w’'·-])([Nn]e|[Ss]e|[Jj]e|[Qq]ue) (ai?|est|ont|en|y|on|une?)\b(?![-’'])")
_BEFORE_À = sought(r"(?<![\w’'·-])([Qq]ue) (à|aux?)\b(?! la carte)")
_NAMES = sought(
    r"(?<![\w’'-])([Dd]e) (Europe|Italie|Espagne|Allemagne|Angleterre|Irlande|Autriche|Ukraine"
    r"|Estonie|Islande|Afrique|Asie|Amérique|Occitanie|Alsace|Aquitaine|Amsterdam|Oslo|Athènes"
    r"|Anvers|Orléans|Angers|Amiens|Avignon|Istanbul|Helsinki|Aubervilliers|Évry)\b"
)
_OTHER_NAMES = sought(
    r"(?<![\w’'·-])([Dd]e|[Qq]ue|[Jj]usque|[Ll]orsque|[Pp]uisque) "
    r"((?!Ou|Oo|Uni|Ub|On[cz]e|One|Open|Online|Agile|Events?)[AEIOUÂÉÈÊÎ][a-zà-ÿœ]{2,})(?![\w’'-]|\.\w)"
)
"""Names of which some are foreign, and said otherwise."""


def x139_elision(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*De Europe*, *que il*: before a vowel French leaves the e out.
    Remedy: write the apostrophe; fix=1 does it."""
    for block in _french(sheet):
        for form in (_ELISION, _S_IL, _SHORT, _BEFORE_À, _NAMES, _OTHER_NAMES):
            for found in form.finditer(block.text):
                if not block.is_own(found.start()):
                    continue
                if form is _OTHER_NAMES and _NAMES.match(block.text, found.start()):
                    continue
                level = NOTE if form is _OTHER_NAMES else WARNING
                right = f"{found[1][:-1]}’{found[2]}"
                yield block.mark(
                    "X139", found.start(), found.end(), f"{found[0]!r} wants its elision",
                    f"write {right}", level, right,
                )  # fmt: skip


_BARE = {
    "apres": "après", "etes": "êtes", "aout": "août", "cout": "coût", "couts": "coûts",
    "voila": "voilà", "foret": "forêt", "forets": "forêts", "congres": "congrès",
    "pecheur": "pêcheur", "pecheurs": "pêcheurs", "refugie": "réfugié", "greve": "grève",
}  # fmt: skip
"""What is meant where the dictionary has more than one, or the spelling of 1990 none."""
_LARGE = (
    "État États École Écoles Élu Élus Élue Élues Équipe Événement Événements Égalité Édition "
    "Économie Éducation Énergie Étude Études Échange Échanges Île Écologie Église Élection "
    "Élections Émission Évaluation Éditorial Éthique Étranger Étudiants Étape Étapes Écouter "
    "Édito Éditeur"
).split()


@functools.cache
def _unaccented() -> dict[str, str]:
    table = str.maketrans("ÉÎ", "EI")
    return {word.translate(table).replace("évé", "evé"): word for word in _LARGE} | {
        word.translate(table): word for word in _LARGE
    }


_CAPITAL = sought(r"(?<![\w@#/.-])(?:(?<![’'])|(?<=\b[dlDL][’']))([EI][a-zà-ÿ]{2,})(?![\w@/]|\.\w)")
_LETTER_A = sought(
    r"(?:^|(?<=[.!?:;…] )|(?<=^…))(A)"
    r"(?= (?!t[- ](?:il|elle|on)\b|été |eu |fait |mis |pris |permis |priori"
    r"|posteriori|cappella|minima|maxima|fortiori|contrario"
    r"|(?!(?:qui|lui|celui) )[a-zà-ÿ]+(?:é|és|ées?|[iu]|it|ut) )"
    r"(?:[a-zà-ÿ]{2,}|l[’']|d[’'])|(?= [A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)*(?:,| (?:le"
    r"|la|les|une?|nous|on|il|elle|ce|cette)\b| l[’'])))"
)

_BELOW = sought(r"(?<=\S )(A) [A-ZÀ-Þ][a-zà-ÿ]{2,}(?=,)")
"""At the beginning of a line within its paragraph."""


def _right(word: str) -> str:
    """What a word is with its accents; the likeliest of several."""
    return _BARE.get(word) or next(iter(lettered(word)), "")


def x140_letters_of_french(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Securite*, *Etat*, *coeur*: accents, ligatures and the cedilla are letters of French, and
    stand on capitals too.
    Remedy: write them; fix=1 does it."""
    for block, start, word in unknown(sheet, register):
        right = _right(word.lower())
        if right:
            right = right if word.islower() else right.capitalize()
            # Many set no accent on a capital, and know what they do.
            level = NOTE if "œ" in right or right[0] in "ÉÊÎÂ" else WARNING
            yield from _lettered(block, start, word, right, level)
    for block in _french(sheet):
        for found in _CAPITAL.finditer(block.text):
            word = found[1].lower()
            right = _unaccented().get(found[1]) or _right(word).capitalize()
            if right[:1] in "ÉÎ" and right:
                yield from _lettered(block, found.start(1), found[1], right, NOTE)
        for found in _BELOW.finditer(block.text) if "A " in block.text else ():
            at = block.at(found.start(1))
            if at and sheet.source[at - 1] == "\n":
                yield from _lettered(block, found.start(1), "A", "À", NOTE, found[0])
        for found in _LETTER_A.finditer(block.text) if "A " in block.text else ():
            next_words = block.text[found.end(1) :].split()[:2]
            shown = f"A {' '.join(next_words)}"
            yield from _lettered(block, found.start(1), "A", "À", NOTE, shown)


def _lettered(
    block: Block, start: int, words: str, right: str, level: object, shown: str = ""
) -> Iterator[Mark]:
    before, behind = block.text[:start], block.text[start + len(words) :]
    if before.rstrip()[-1:] in tuple("«“") and behind.lstrip()[:1] in tuple("»”"):
        return  # A word that somebody quotes: the name of a field, or another's slip.
    if block.is_own(start) or (level is NOTE and block.is_said(start)):
        rest = re.match(r"\S*", behind)
        shown = shown or words + (rest[0] if rest else "").rstrip(".,;:!?)»")
        message = f"{shown!r} is spelt {right + shown[len(words) :]!r}"
        yield block.mark(
            "X140", start, start + len(words), message, f"write {right}",
            NOTE if level is NOTE else WARNING, right,
        )  # fmt: skip


def _french(sheet: Sheet) -> Iterator[Block]:
    return (
        block
        for block in sheet.blocks
        if block.language[:2] == "fr" and block.kind != "cell" and not block.is_capitals
    )
