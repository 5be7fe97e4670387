"""Participles and adjectives in French: behind their verb they follow its subject."""

from __future__ import annotations

import re

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.french import genders
from pipeline.checks.french.lexicon import (
    NUMBERS,
    PARTS,
    WOMEN,
)
from pipeline.checks.french.pieces import (
    ADVERBS,
    COMPLEMENT,
    END,
    IN_É,
    IN_ÉE,
    LETTER,
    Right,
    Row,
    told,
    turned,
)
from pipeline.checks.register import Register
from pipeline.sought import sought

PART = sought(rf"(?:{PARTS})s?")
_ONE_IS = "(?:est|était|sera|a été|fut)"

_PARTICIPLE = (
    rf"(?:(?:sous-|auto-|pré-)?{IN_É}|(?:re)?lu|vu|élu|reçu|connu|tenu|vendu|rendu|prévu|attendu"
    r"|entendu|perdu|produit|(?:in|dé)?scrit|écrit|construit|traduit|ouvert|offert|couvert"
    r"|(?:re|ad|pro)?mis|(?:com|re)?pris|acquis|réuni|choisi|fini|établi|accueilli|fourni|défini"
    r"|garanti|réparti|suivi|servi)"
)


def other_gender(noun: str, word: str, register: Register) -> str:
    """What *word*, a participle, should be in, where it is not of the gender of *noun*."""
    kind = genders.gender(noun, register)
    if kind is None or kind == word.rstrip("s").endswith("e"):
        return ""
    return "the feminine" if kind else "the masculine"


def _of_gender(found: re.Match[str], register: Register) -> str:
    if PART.fullmatch(found[1]):
        return ""
    right = other_gender(found[1], found[2], register)
    return told(right)(found, register)


_INFINITIVE_BEFORE = sought(
    r"(?<![\w’'-])(?:pour|à|de|peu(?:t|vent|x)|doi(?:t|vent)|va|vont|faut|pourra|pourront|d[’'])"
    rf" ?{LETTER}*(?:er|ir|re|oir)\b"
)
_OBJECT = sought(
    r" (?:(?:les?|la|une?|des|leurs?|ses|sa|son|ces|cette|nos|notre|vos|votre|à|aux?)\b|[ld][’'])"
)


def _joined_to(found: re.Match[str], register: Register) -> str:
    """`Sont réunis et présenter`, but not `voir ce qui a été réuni et éviter`."""
    if " être " in found[0] and _OBJECT.match(found.string, found.end()):
        return ""  # `Peut être lu et donner des idées`.
    if _INFINITIVE_BEFORE.search(found.string[: found.start()]):
        return ""
    return told("the participle")(found, register)


_CHOSEN = "élu|réélu|nommé|désigné|reconduit|choisi"
_ROWS: tuple[Row, ...] = (
    (turned(lambda word: f"{word}e"),
     "élu réélu né nommé désigné arrivé venu installé / la une notre",
     (rf"\b(?i:la|une|notre) (?:{WOMEN})(?: d[eu’'][^.;,]{{2,30}}?)?(?: est)?"
      r"(?:,? [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}), "
      r"(élu|réélu|né|nommé|désigné|arrivé|venu|installé)\b")),
    (turned(lambda word: f"{word}e"), _CHOSEN.replace("|", " "),
     (rf"(?:est|été|fut|sera|était) {ADVERBS}({_CHOSEN})"
      r"(?= (?:(?:vice-|co-?)?présidente|directrice|secrétaire générale|conseillère|adjointe"
      r"|coordinatrice|trésorière|représentante|rapporteure|rapporteuse|lauréate|députée)\b)")),
    (turned(lambda word: word.rstrip("es")), "monde chacun chacune / est était sera été",
     (r"\b(?:[Tt]out le monde|[Cc]hacun) (?:est|était|sera|a été) "
      rf"{ADVERBS}([a-zà-ÿ]{{2,}}é(?:es|e|s)){END}")),
    (told("the feminine"), "la une cette sa / est était sera été fut / -é",
     (rf"^(?:La|Une|Cette|Sa) (?!(?:{PARTS})\b){LETTER}{{3,}} {COMPLEMENT}{_ONE_IS}"
      rf" {ADVERBS}({IN_É}){END}")),
    (told("the masculine"), "le un ce / est était sera été fut / -ée",
     (rf"^(?:Le|Un|Ce) (?!(?:{PARTS})\b){LETTER}{{3,}} {COMPLEMENT}{_ONE_IS}"
      rf" {ADVERBS}({IN_ÉE}){END}")),
    (told("the participle"), "est sera était été sont seront / -uis",
     (rf"(?<![\w’'-])(?:est|sera|était|été|sont|seront) {ADVERBS}((?!depuis|puis){LETTER}*"
      rf"(?<!acq)(?<!req)(?<!conq)(?<!exq)(?<!enq)(?<!o)uis){END}")),
    (told("the feminine"), "qui / est était sera été / une la cette / -é",
     (rf"(?:^|(?<=[.;:,] ))(?:[Uu]ne|[Ll]a|[Cc]ette) {LETTER}{{3,}} qui"
      rf" (?:n[’']est pas|est|était|sera|a été) {ADVERBS}({IN_É}){END}")),
    (_joined_to, "sont être été soient seront / et / -er",
     (r"(?<![\w’'-])(?:sont|(?:doi|peu)(?:t|vent) être|été|soient|seront)"
      rf" {ADVERBS}{IN_É}e?s? et ({LETTER}{{3,}}er)"
      rf"{END}(?<!premier)(?<!dernier)(?<!hier)(?<!fier)(?<!cher)(?<!léger)")),
    (told("the feminine"),
     "la une cette / est s été sera était / -é tenu ouvert réuni rendu conclu",
     (r"^(?:La|Une|Cette) (?!(?:veille|semaine|matinée|soirée|nuit|journée|plupart)\b)[^,.;:]{3,60}"
      r", (?!qui\b|que\b|dont\b|où\b|et\b)[^,.;:]{3,140}, "
      rf"(?:s[’']est|est|a été|sera|était|s[’']était) {ADVERBS}"
      rf"({IN_É}|tenu|ouvert|réuni|rendu|conclu){END}"
      r"(?! (?:une?|les?(?! \d)|la|des|du|de la)\b| l[’'])")),
    (told("the masculine"), "et / le un ce son / ont sont seront étaient / -ées",
     (rf"^(?:La |Une |Cette |L[’'])({LETTER}{{3,}})(?: \d{{4}})? et (?:le|un|ce|son) "
      rf"{LETTER}{{3,}}"
      rf"(?: (?!et\b)[^ ,.;]+){{0,3}} (?:ont été|sont|seront|étaient) {ADVERBS}({IN_É}es){END}")),
    (told("the feminine"), "s / est / la une cette / tenu déroulé réalisé achevé terminé ouvert",
     (rf"\bs[’']est {ADVERBS}(tenu|déroulé|réalisé|achevé|terminé|ouvert)"
      r"(?= (?:la|une|cette) (?!(?:nuit|veille|semaine|année|matinée|journée|soirée|fois"
      rf"|première)\b){LETTER}{{3,}})")),
    (told("the feminine"), "s / est / tenu déroulé réalisé achevé terminé ouvert / l",
     (rf"\bs[’']est {ADVERBS}(tenu|déroulé|réalisé|achevé|terminé|ouvert)"
      r"(?= l[’'](?:assemblée|exposition|édition|inauguration|élection|opération|action|université"
      r"|étape|enquête|audience|animation|initiative|émission|ag)\b)")),
    # The noun, and a participle that has the noun's gender.
    (_of_gender, ("toutes tous les ces des nos ses leurs vos plusieurs / sont étaient seront "
                  "furent été seraient / -s"),
     (r"^(?:(?:(?:Toutes |Tous )?[Ll]es|Ces|Des|Nos|Ses|Leurs|Vos|Plusieurs) "
      rf"(?:(?:{NUMBERS}) )?(?:autres |deux )?)({LETTER}{{3,}}[sx]) {COMPLEMENT}"
      rf"(?:sont|étaient|seront|furent|ont été|seraient) {ADVERBS}({_PARTICIPLE}e?s){END}")),
)  # fmt: skip
FORMS: Forms[Right] = signs.table(_ROWS)
