"""What an assistant said to who asked it for a text, and was copied with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, Mark, Sheet
from pipeline.sought import sought

_SIGNS = sought(
    r"【\d+[†:][^】\n]*】|:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?"
    r"|[\ue000-\uf8ff]?cite[\ue000-\uf8ff]?(?:turn\d+[a-z]+\d+[\ue000-\uf8ff]?)+"
    r"|\[oai_citation:[^\]\n]*\]|\bsandbox:/mnt/data/\S*"
)
"""What stands for its sources on a page of its own."""
_HERE = (
    r"(?:Certainly|Sure(?: thing)?|Of course|Absolutely|Great)! (?:Here|Below|This)\b"
    r"|(?:(?:Certainly|Sure|Of course|Absolutely), h|H)ere(?:['’]s| is| are) (?:a|an|the|your|my) "
    r"(?:[\w-]+ ){0,3}(?:version|draft|translation|press release|summary|rewrite|newsletter"
    r"|rewording)\b[^.\n]{0,80}:$"
    r"|(?:Bien sûr|Certainement|Avec plaisir|Absolument|D[’']accord)[\s\u202f]?! Voici\b"
    r"|Voici (?:une?|la|le|votre|ma) (?:[\w-]+ ){0,2}(?:version|traduction|reformulation|ébauche"
    r"|proposition)\b[^.\n]{0,80}:$"
    r"|(?:Gerne|Natürlich|Selbstverständlich|Klar)! (?:Hier (?:ist|sind|finden)|Anbei)\b"
    r"|Hier ist (?:ein|eine|die|der|Ihr|Ihre) (?:[\w-]+ ){0,3}(?:Version|Fassung|Übersetzung"
    r"|Entwurf|Pressemitteilung|Zusammenfassung)\b[^.\n]{0,80}:$"
    r"|¡?(?:Claro|Por supuesto|Desde luego)(?: que sí)?! (?:Aquí (?:tienes|tiene|está)|Este es)\b"
    r"|(?:Certo|Certamente|Volentieri)! Ecco\b"
    r"|(?:Claro|Com certeza|Certamente)! (?:Aqui (?:está|tem)|Segue)\b"
    r"|(?:Natuurlijk|Zeker|Graag)! Hier (?:is|zijn|vind)\b"
    r"|(?:Oczywiście|Jasne)! Oto\b"
)
_OF_ITSELF = (
    r"\bAs an AI (?:language )?(?:model|assistant)\b|\bmy (?:knowledge cutoff|training data)\b"
    r"|\bI(?:['’]m| am) sorry, but I (?:can['’]t|cannot|am unable to) (?:help|assist|fulfil"
    r"|provide)|\bEn tant qu[’']IA\b|\bEn tant que modèle de langage\b"
    r"|\bAls KI-(?:Sprachmodell|Modell)\b|\bComo modelo de (?:lenguaje|linguagem)\b"
    r"|\bCome modello linguistico\b|\bAls (?:AI-)?taalmodel\b|\bJako model językowy\b"
)
_OFFERS = (
    r"\bLet me know if you(?:['’]d| would)? (?:like|need|want) (?:me to|any (?:changes|adjustments"
    r"|edits|revisions|further)|(?:it|this|a|the|another) (?:\w+ )?(?:tone|version|shorter|longer"
    r"|adjusted|translated|shortened))\b|\b(?:Would you like|Do you want) me to\b"
    r"|\bWould you like a (?:shorter|longer|more formal) (?:version|text)\b|\bI hope this helps[.!]"
    r"|\b(?:Souhaitez-vous|Voulez-vous) que je\b|\bN[’']hésitez pas à me (?:dire|demander de) (?:si"
    r"|l)\b"
    r"|\bMöchten Sie, dass ich\b|\bSoll ich (?:den Text|ihn|sie|es|noch)\b"
    r"|\bLassen Sie mich wissen, (?:ob|wenn) (?:ich|Sie (?:eine|Änderungen|Anpassungen))\b"
    r"|¿(?:Quieres|Quiere|Te gustaría|Desea) que (?:l[oae]|te|se) (?:ajuste|adapte|traduzca"
    r"|resuma|acorte|prepare|redacte)\b"
    r"|\bVuoi che (?:l[oa]|te lo|ti|io) (?:adatti|traduca|riassuma|accorci|prepari|scriva)\b"
    r"|\bWil je dat ik\b|\bCzy chcesz, (?:abym|żebym)\b|\bGostaria que eu\b"
)
_SAID = sought(rf"^(?:{_HERE})|{_OF_ITSELF}|{_OFFERS}", re.MULTILINE)
_LONGEST = 4_000
"""Letters of a paragraph that an assistant says of itself."""
_QUOTING = sought(r"[“„«‹\"‘][\s\u202f]?$")
_SHOWN = frozenset(("paragraph", "item", "heading", "cell", "field"))


def x157_words_of_an_assistant(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Certainly! Here is a press release:*, *Would you like me to shorten it?*, 【4†source】: what
    an assistant says to who asks it is not for who reads the text.
    Remedy: take it out, and read the rest again: its facts and quotations may be made up."""
    for block in sheet.blocks:
        if block.kind not in _SHOWN:
            continue
        said = _SAID.finditer(block.text) if len(block.text) < _LONGEST else ()
        # A text about such programs may quote them.
        told = (one for one in said if not _QUOTING.search(block.text, 0, one.start()))
        for found in (*told, *_SIGNS.finditer(block.text)):
            yield block.mark(
                "X157", found.start(), found.end(),
                f"{_shown(found[0])!r} was said by an assistant, and not for readers",
                "take it out, and look up what the text says: facts and quotations may be made up",
                ERROR,
            )  # fmt: skip


def _shown(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"
