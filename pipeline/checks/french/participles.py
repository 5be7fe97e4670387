"""Participles and adjectives in French: behind their verb they follow its subject."""

from __future__ import annotations

import re

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.french import dictionary, genders
from pipeline.checks.french.lexicon import (
    E_STEMS,
    NUMBERS,
    OTHER_PARTICIPLES,
    PARTS,
    PRONOMINAL,
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
_ONE = rf"(?:(?:{E_STEMS})ée?|(?:{OTHER_PARTICIPLES})e?)"
_ONE_IS = "(?:est|était|sera|a été|fut)"
_THE_MANY = "(?:[Ll]es|[Cc]es|[Nn]os|[Ss]es|[Ll]eurs|[Vv]os)"

_PARTICIPLE = (
    rf"(?:(?:sous-|auto-|pré-)?{IN_É}|(?:re)?lu|vu|élu|reçu|connu|tenu|vendu|rendu|prévu|attendu"
    r"|entendu|perdu|produit|(?:in|dé)?scrit|écrit|construit|traduit|ouvert|offert|couvert"
    r"|(?:re|ad|pro)?mis|(?:com|re)?pris|acquis|réuni|choisi|fini|établi|accueilli|fourni|défini"
    r"|garanti|réparti|suivi|servi)"
)


def _feminine(word: str) -> str:
    """
    >>> _feminine("heureux"), _feminine("vif"), _feminine("ouvert")
    ('heureuse', 'vive', 'ouverte')
    """
    return word[:-1] + {"x": "se", "f": "ve"}.get(word[-1], f"{word[-1]}e")


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


_OF_ITSELF = "demandé|succédé|donné|fixé|assigné|imposé|octroyé|attribué|accordé|procuré"


_INFINITIVE_BEFORE = sought(
    r"(?<![\w’'-])(?:pour|à|de|peu(?:t|vent|x)|doi(?:t|vent)|va|vont|faut|pourra|pourront|d[’'])"
    rf" ?{LETTER}*(?:er|ir|re|oir)\b"
)


def _joined_to(found: re.Match[str], register: Register) -> str:
    """`Sont réunis et présenter`, but not `voir ce qui a été réuni et éviter`."""
    if _INFINITIVE_BEFORE.search(found.string[: found.start()]):
        return ""
    return told("the participle")(found, register)


def _of_many(found: re.Match[str], register: Register) -> str:
    """`Ne seront pas vain`."""
    word = found[found.lastindex or 0]
    mask = dictionary.of(word)
    fits = dictionary.adjectival(mask)
    is_other = mask & (dictionary.OTHER | dictionary.CELLS | dictionary.INFINITIVE)
    return "" if is_other or not fits or fits & 0b1100 else "the plural"


_OBJECT_BEHIND = sought(r" (?:le|la|les|une?|des|son|sa|ses|leurs?|cette|ces)\b| l[’']| [A-Z]")
_OBJECT_BEFORE = sought(
    r"(?:\b(?:les?|la|nous|vous) |[’'])$|\b(?:que |qu[’']|quel|lesquel|combien)[^.;:]*$"
)
"""An object that stands before: `une approche que les villes ont poussée`."""
_NO_OBJECT = sought(r" (?:aux?|à|en|dans|par|pour|depuis|avec|sur|lors|le \d)\b|[.;,)]|$")
_ARE = frozenset("sont seront étaient soient furent".split())
_THEY_HAVE = frozenset("ont auront avaient auraient aient".split())


def _helped(found: re.Match[str], register: Register) -> str:
    """`Ont été lancé`, `a été lancés`, `a lancée la ville`: what follows the auxiliary."""
    verb, been, word = found.groups()
    before, behind = found.string[: found.start()], found.string[found.end() :]
    is_one, right = not word.endswith("s"), ""
    if verb in _ARE:
        if is_one and not before.endswith(("se ", "s’", "s'")) and behind[:4] != " et ":
            right = "the plural"
    elif been:
        # *Nous* may be one who writes, or many.
        if verb != "avons" and is_one == (verb in _THEY_HAVE):
            right = "the plural" if is_one else "the singular"
    elif word[-1] != "é" and not _OBJECT_BEFORE.search(before):
        if _OBJECT_BEHIND.match(behind):
            right = "the participle without agreement: its object follows"
        elif verb in ("ont", "avaient", "auront") and _NO_OBJECT.match(behind):
            right = f"été {word}, or the participle without agreement"
    return told(right)(found, register)


_ON_É = " ".join(f"{stem}é {stem}ée" for stem in E_STEMS.replace("é?", "é").split("|"))
_ENDED = f"{_ON_É} {OTHER_PARTICIPLES} {OTHER_PARTICIPLES.replace('|', 'e|')}e"
_ROWS: tuple[Row, ...] = (
    (turned(lambda word: f"{word}s"),
     f"sont seront étaient soient furent seraient restent / {_ENDED}",
     (rf"(?<!\bse )\b(?:sont|seront|étaient|soient|furent|seraient|restent) {ADVERBS}({_ONE})"
      rf"{END}(?! (?:et|ou) )")),
    (turned(lambda word: f"{word}s"), f"sont / se / {PRONOMINAL}",
     rf"\bse sont {ADVERBS}({PRONOMINAL}){END}"),
    (turned(lambda word: f"{word}e"),
     "élu réélu né nommé désigné arrivé venu installé / la une notre",
     (rf"\b(?i:la|une|notre) (?:{WOMEN})(?: d[eu’'][^.;,]{{2,30}}?)?(?: est)?"
      r"(?:,? (?:[A-ZÀ-Þ][\w’'-]+ ?){1,4}), "
      r"(élu|réélu|né|nommé|désigné|arrivé|venu|installé)\b")),
    (turned(_feminine), "elle / est était sera reste devient été",
     (rf"\b[Ee]lle (?:est|était|sera|reste|devient|a été) {ADVERBS}"
      rf"([a-zà-ÿ]{{3,}}eux|[a-zà-ÿ]{{3,}}if|(?:{E_STEMS})é|(?:{OTHER_PARTICIPLES})){END}")),
    (turned(lambda word: f"{word[:-1]}es"), "elles / sont étaient seront restent",
     (rf"\b[Ee]lles (?:sont|étaient|seront|restent) {ADVERBS}"
      rf"((?:(?:{E_STEMS})é|(?:{OTHER_PARTICIPLES}))s){END}")),
    (turned(lambda word: word[:-1]), f"il / est était sera été / {_ON_É}",
     rf"(?<!-)\b[Ii]l (?:est|était|sera|a été) {ADVERBS}((?:{E_STEMS})ée){END}"),
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
    (told("the plural"), "ils elles / sont étaient seront / plus très trop aussi moins si assez",
     (r"\b(?:[Ii]ls|[Ee]lles) (?:sont|étaient|seront) (?:plus|très|trop|aussi|moins|si|assez)"
      r" ((?!que|ou|en|loin|près|tard|tôt|bien|peu|souvent|proche d|longtemps)"
      rf"{LETTER}{{3,}}(?<![sxz])(?<!ment)){END}")),
    (told("the feminine"), "elles / sont étaient seront / et / -és",
     (rf"\b[Ee]lles (?:sont|étaient|seront) {LETTER}+es(?:, {LETTER}+es)* et {ADVERBS}"
      rf"({IN_É}s){END}")),
    (told("the plural"), "sont étaient seront / les ces nos ses leurs vos",
     (rf"(?<![\w’'-]){_THE_MANY} {LETTER}{{3,}}[sx] (?:sont|étaient|seront) {ADVERBS}"
      r"((?!(?:ensemble|contre|autre|souvent|avant|autant|maintenant|devant|comme|même|présent"
      rf"|ainsi)\b){LETTER}{{3,}}(?:[a-zà-ÿ]e|[ae]l|if|ant|ent|ain|ien)(?<!ment))(?=[.,;)])")),
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
    (told("the feminine"), "s / est était / la une cette sa / -é",
     (rf"^(?:La|Une|Cette|Sa) (?!(?:{PARTS})\b)(?:1re |2e |1[èe]re )?{LETTER}{{3,}} {COMPLEMENT}"
      rf"s[’'](?:est|était) {ADVERBS}((?!(?:{_OF_ITSELF})\b){IN_É}){END}"
      r"(?! (?:les?|la|une?|des|du|de|pour|comme|que)\b| [dl][’'])")),
    (told("the feminine"), "s / est / la une cette / tenu déroulé réalisé achevé terminé ouvert",
     (rf"\bs[’']est {ADVERBS}(tenu|déroulé|réalisé|achevé|terminé|ouvert)"
      r"(?= (?:la|une|cette) (?!(?:nuit|veille|semaine|année|matinée|journée|soirée|fois"
      rf"|première)\b){LETTER}{{3,}})")),
    (_of_many, "sont seront étaient soient furent seraient deviennent restent",
     (rf"(?<!\b[Cc]e )(?<!\bse )(?<![\w’'-])(?:sont|seront|étaient|soient|furent|seraient"
      rf"|deviennent|restent) {ADVERBS}({LETTER}{{4,}})"
      r"(?=[.,;:)!]|$| (?:pour|par|en|dans|à|sur)\b)")),
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
    (_of_gender, "chaque notre votre leur l / est était sera été fut serait",
     (rf"^(?:(?:Chaque|Notre|Votre|Leur) |L[’'])({LETTER}{{3,}}) {COMPLEMENT}"
      rf"(?:(?:est|était|sera|a été|fut|serait)|s[’']est|se (?:sera|serait)) {ADVERBS}"
      rf"({_PARTICIPLE}e?){END}")),
    (_helped, ("sont seront étaient soient furent ont auront avaient auraient aient a aura avait "
               "aurait avons / -é -ée -és -ées"),
     (r"(?<![\w-])(sont|seront|étaient|soient|furent|ont|auront|avaient|auraient|aient|a|aura"
      rf"|avait|aurait|avons) {ADVERBS}(été {ADVERBS})?({LETTER}{{2,}}é(?:es?|s)?){END}")),
)  # fmt: skip
FORMS: Forms[Right] = signs.table(_ROWS)

PLURAL_PARTICIPLE = sought(rf"{_PARTICIPLE}e?s")
