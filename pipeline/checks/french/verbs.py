"""Subject and verb in French: one asks for the verb of one, many for that of many."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.french import lexicon
from pipeline.checks.french.lexicon import BEFORE_MANY, MANY_VERBS, ONE_VERBS, PARTS
from pipeline.checks.french.pieces import (
    CLAUSE,
    CLITICS,
    END,
    LETTER,
    MANY_OF,
    NAMED,
    Right,
    Row,
    disagreeing,
    of_place,
    told,
    turned,
)
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet
from pipeline.sought import sought

_NOUN_IN_AIT = (
    "(?:fait|lait|trait|portrait|souhait|retrait|extrait|parfait|attrait|forfait|satisfait)"
)
# None of these ends in -s or -x because it is a verb.
_NO_SMALL_WORD = (
    r"(?!(?:dans|sans|plus|mais|puis|depuis|toujours|jamais|pas|sous|vers|très|moins|alors|après"
    r"|dès|tous|toutes|hors|lors|ailleurs|parfois|certes|désormais|nous|vous|les|leurs|ses|des|ces"
    r"|puis|près|volontiers|exprès|néanmoins|ainsi|mêmes|seuls|seules|fois|cas|deux|trois)\b)"
)
_NAMED_VERBS = {one: many for one, many in MANY_VERBS.items() if one != "est"}
_NEAR_ONE, _NEAR_MANY = rf"({LETTER}+)", rf"({LETTER}+nt)"
"""Which of them are verbs is looked up: a form that names them all takes long to make ready."""
_NAMED_ONES = {many: one for one, many in _NAMED_VERBS.items()}
_VERBS_OF_ONE, _VERBS_OF_MANY = " ".join(_NAMED_VERBS), " ".join(_NAMED_VERBS.values())
_OF = r"(?:du|de la|des|de|d[’']une?)"
_TO_MANY: Right = turned(lambda word: _NAMED_VERBS.get(word, ""))
_ALSO_OF_BEING: Right = turned(lambda word: MANY_VERBS.get(word, ""))
_TO_ONE: Right = turned(lambda word: _NAMED_ONES.get(word, ""))
_ONE_OF_ANY: Right = turned(lambda word: ONE_VERBS.get(word, ""))
_ROWS: tuple[Row, ...] = (
    (_TO_MANY, f"{_VERBS_OF_ONE} / {BEFORE_MANY}",
     (rf"{CLAUSE}{MANY_OF} (?!uns|unes){LETTER}{{3,}}[sx](?: [a-zà-ÿ]{{4,}}s)? {CLITICS}"
      rf"{_NEAR_ONE}(?= (?!(?:est|sont)\b)[a-zà-ÿ]|[.,;])(?! et demi)")),
    (_TO_MANY, f"{_VERBS_OF_ONE} / {BEFORE_MANY} / du de des d l",
     (rf"^{MANY_OF} (?!uns|unes){LETTER}{{3,}}[sx] (?:{_OF} |de l[’']|d[’']){LETTER}{{3,}} "
      rf"{CLITICS}{_NEAR_ONE}(?= [a-zà-ÿ]|[.,;])")),
    (_TO_MANY, f"{_VERBS_OF_ONE} / et",
     (rf"^(?:[A-ZÀ-Þ][a-zà-ÿ]{{2,}}s|Les [a-zà-ÿ]+s) et (?:les |des )?[a-zà-ÿ]{{3,}}s"
      rf"(?: {_OF} [a-zà-ÿ]+| de l[’'][a-zà-ÿ]+)? {CLITICS}{_NEAR_ONE}(?= [a-zà-ÿ])")),
    (_TO_ONE, f"{_VERBS_OF_MANY} / le la ce cette un une chaque notre votre l",
     (r"(?:^|(?<=[.;!?] ))(?:(?:Le|La|Ce|Cette|Un|Une|Chaque|Notre|Votre) |L[’'])"
      rf"{NAMED}(?<![sxz]) {CLITICS}{_NEAR_MANY}(?![\w-])")),
    # What *qui* stands for is known.
    (_ALSO_OF_BEING, f"qui / {_VERBS_OF_ONE} est / ceux celles",
     rf"(?<![\w-])(?:[Cc]eux|[Cc]elles)(?:-ci|-là)?,? qui {CLITICS}{_NEAR_ONE}(?![\w-])"),
    (_ALSO_OF_BEING, f"qui / {_VERBS_OF_ONE} est / les ces nos ses leurs vos des",
     (rf"(?:^(?:Les|Ces|Nos|Ses|Leurs|Vos)|\b[Cc]e (?:sont|seront|étaient) (?:les|des|ces)) "
      rf"(?:{LETTER}{{4,}}s )?{LETTER}{{3,}}[sx],? qui(?:, [^,.;]{{3,40}},)? {CLITICS}{_NEAR_ONE}"
      rf"(?![\w-])")),
    (_ONE_OF_ANY, f"qui / {_VERBS_OF_MANY} sont / celui celle ce",
     (r"(?<![\w-])(?:[Cc]elui|[Cc]elle|(?<!que )[Cc]e)(?:-ci|-là)?,? qui "
      rf"{CLITICS}{_NEAR_MANY}(?![\w-])")),
    (told("the third person"),
     ("qui / mets permets remets transmets fais sais peux veux dois vais viens tiens reviens "
      "deviens prends comprends rends attends réponds dis vois connais crois reçois"),
     (rf"(?<!\bmoi )(?<!\btoi )(?<![\w-])qui {CLITICS}((?:per|re|trans)?mets|fais|sais|peux|veux"
      r"|dois|vais|(?:re|de)?viens|deviens|tiens|(?:com)?prends|rends|attends|réponds|dis|vois"
      r"|connais|crois|reçois)(?![\w’'-])")),
    (turned(lambda word: word[:-1]), "toutes / l",
     (r"(?<![\w-])([Tt]outes) l[’'](?:Europe|Afrique|Asie|Amérique|Italie|Espagne|Allemagne"
      r"|Alsace|Union|année|équipe|assemblée|association|organisation|histoire|actualité|information"
      r"|agglomération|économie|école|énergie|attention|opération|action|offre|aide)\b")),
    # Whatever the verb: its ending tells.
    (told("the plural"),
     "les ces des nos ses leurs vos plusieurs / -ait -era -ira -dra -vra -rra",
     (r"^(?:Les|Ces|Des|Nos|Ses|Leurs|Vos|Plusieurs) "
      rf"{LETTER}{{3,}}[sx] (?:(?:de la|du|des|de) {LETTER}+ |(?:de l|d)[’']{LETTER}+ "
      rf"|{LETTER}{{4,}}s )?{CLITICS}((?!{_NOUN_IN_AIT}\b)"
      rf"(?:{LETTER}{{2,}}ait|{LETTER}+(?:er|ir|dr|vr|rr)a)){END}")),
    (told("the singular"), "le la ce cette un une chaque notre votre l / -ent -ront",
     (r"^(?:(?:Le|La|Ce|Cette|Un|Une|Chaque|Notre|Votre) |L[’'])"
      rf"(?!(?:{PARTS}|que|qui|dont)\b){LETTER}{{3,}}(?<!s) {CLITICS}"
      rf"({LETTER}{{2,}}(?:ent|ront)){END}")),
    (told("the third person"), "on il elle / -es -as -ts -xs -ez -ons",
     (r"(?<![\w-])(?:[Oo]n|[Ii]l|[Qq]u[’'](?:on|il|elle)|(?:^|(?<=[.;:] ))[Ee]lle)"
      rf" {CLITICS}({_NO_SMALL_WORD}{LETTER}{{2,}}(?:[eatx]s|ez|ons)){END}")),
    (told("the plural"), "ils / -ait -era -ira -dra -oit -end",
     rf"(?<![\w-])[Ii]ls {CLITICS}({LETTER}{{2,}}(?:ait|era|ira|dra|oit|end)){END}"),
    (told("the singular"), "aucun aucune chaque / n ne / -s",
     rf"\b(?:[Aa]ucune?|[Cc]haque) {LETTER}{{3,}} (?:n[’']|ne )({LETTER}{{3,}}s){END}"),
    (told("the plural"),
     f"{BEFORE_MANY} / sont seront ont étaient peuvent doivent",
     (r"(?<![\w’'-])(?:[Ll]es|[Cc]es|[Nn]os|[Ss]es|[Ll]eurs|[Vv]os|[Dd]es) "
      rf"({LETTER}{{3,}}(?<![sxz])(?<!\bne)(?<!ii)(?<!media)(?<!data))"
      r" (?:sont|seront|ont été|étaient|peuvent|doivent)\b")),
    (told("the singular"),
     "ensemble / sont ont seront auront étaient peuvent doivent feront permettent",
     (r"\b[Ll][’']ensemble (?:des|de (?:ces|ses|nos|vos|leurs)) "
      r"(?:(?!(?:qui|que|dont|où|et|ou)\b)[\w’-]+ ){1,4}?(?:se |ne |n[’'])?"
      r"(sont|ont|seront|auront|étaient|peuvent|doivent|feront|permettent)\b")),
)  # fmt: skip
_PART = sought(rf"(?:{PARTS})s?")
_FORMS = signs.table(_ROWS)
_THOU = frozenset("tu te toi ton ta tes".split())
_OF_THOU = signs.table([(
    told("the third person"), "-eras -iras -dras -vras -rras",
    rf"(?<![\w’'-])((?!embarras){LETTER}{{2,}}(?:er|ir|dr|vr|rr)as){END}",
)])  # fmt: skip
"""`Ils décidas`: right only where somebody is called *tu*."""
_KNOWN = signs.table([
    (wrong, f"{' '.join(wrong)} / {small.lower().replace('|', ' ')}",
     (rf"(?:^|(?<=[.!?;] ))(?:{small}) ({LETTER}{{3,}}) (?:{LETTER}{{5,}} )?"
      rf"({'|'.join(one for one in wrong if (one if is_many else wrong[one]) in lexicon.OFTEN)})"
      r"\b(?!-)"))
    for is_many, small, wrong in (
        (1, "Les|Ces|Nos|Ses|Leurs", MANY_VERBS),
        (0, "Le|La|Ce|Cette|Notre|Un|Une", ONE_VERBS),
    )
])  # fmt: skip


def of_verbs(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Verbs that do not follow a subject close by."""
    yield from _of_known_nouns(sheet)
    yield from disagreeing(sheet, _FORMS, register)
    for place in signs.in_sentences(sheet, _OF_THOU, "fr", signs.is_lined):
        if place.block.vocabulary.isdisjoint(_THOU):
            yield from of_place(place, register)


def _of_known_nouns(sheet: Sheet) -> Iterator[Mark]:
    """Whatever stands between, the noun is known to be one, or many."""
    for place in signs.in_sentences(sheet, _KNOWN, "fr", signs.is_lined):
        noun = lexicon.place(place.found[1])
        if _PART.fullmatch(place.found[1]):
            continue
        if noun and noun[1] == (place.right is MANY_VERBS):
            right = place.right[place.words]
            yield place.mark(
                "X138", f"{place.words!r} does not follow its subject: {place.found[0]!r}",
                f"write {right}", instead=right,
            )  # fmt: skip
