"""Commas in French: one that is missing behind what leads a sentence, or is too little."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french.dictionary import CELLS, MANY, ONE, OTHER, VERB, nominal
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.pauses import before_it_is, behind_aside, of_row, parted
from pipeline.checks.french.phrases import Phrase, phrases
from pipeline.checks.french.subjects import CLITICS, ENDING, LINKS, is_verb, of_group, verb
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_LEADING = frozenset(
    "afin pour malgré grâce suite face lorsque lorsqu’ quand si s’ après avant depuis concernant "
    "dans avec sans parmi selon durant pendant dès outre conformément comme en au aux à sur "
    "sauf hors via devant étant vu".split()
)
_FEWEST = 4
"""Before so few words nobody misses a comma: `En mai nous ramons`."""
_SUBJECTS = {
    "nous": MANY >> 2, "vous": MANY >> 1, "ils": MANY, "elles": MANY, "il": ONE, "elle": ONE,
    "on": ONE,
}  # fmt: skip
_HOWEVER = frozenset("cependant toutefois néanmoins".split())
_HELD = frozenset(
    "et ou ni comme lorsqu’ puisque puisqu’ c’ parce lequel laquelle lesquels lesquelles pourquoi "
    "comment combien quoi".split()
).union(ENDING, LINKS)
"""Behind one of them a subject has no comma before it."""
_ARTICLES = frozenset("le la les l’ l' un une ce cette ces nos notre".split())
_IF = frozenset("si s’ lorsque lorsqu’ quand".split())
_JOINING = frozenset("et mais car ou plus , ;".split())
_OPENING = (_LEADING - _IF) | {"etant", "étant"}


def commas(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Malgré la pluie et le vent nous ramons*; *il pleut, cependant nous ramons*."""
    for block, start, text, phrase in phrases(sheet, register):
        if not block.is_said(start) or OBJECT in text:
            continue
        if comma := parted(phrase):
            at = start + phrase.place(text, comma)
            shown = _shown(phrase.words[max(0, comma - 2) : comma + 2])
            message = f"a comma parts the verb from its subject: {shown!r}"
            yield block.mark("X136", at, at + 1, message, "take it out", WARNING, "")
        if second := of_row(phrase) or before_it_is(phrase) or behind_aside(phrase):
            at = start + phrase.place(text, second) - 1
            shown = _shown(phrase.words[max(0, second - 2) : second + 2])
            message = f"no comma stands in {shown!r}"
            yield block.mark("X136", at, at, message, "put a comma in", NOTE, ",")
        if missing := _missing(phrase) or _behind_condition(phrase) or _behind_group(phrase):
            at = start + phrase.place(text, missing) - 1
            shown = _shown(phrase.words[missing - 2 : missing + 1])
            message = f"no comma stands before the subject: {shown!r}"
            yield block.mark("X136", at, at, message, "put a comma in", NOTE, ",")
        if splice := _splice(phrase) or _presented(phrase):
            at = start + phrase.place(text, splice)
            shown = _shown(phrase.words[splice - 1 : splice + 3])
            message = f"a comma joins two sentences: {shown!r}"
            yield block.mark("X136", at, at + 1, message, "write a semicolon or a full stop", NOTE)
    for block in sheet.prose:
        if block.language[:2] == "fr":
            yield from _unparted(block)


def _shown(words: list[str]) -> str:
    """Words and signs as they stand in a line."""
    return " ".join(words).replace("’ ", "’").replace("' ", "'").replace(" ,", ",")


def _missing(phrase: Phrase) -> int:
    """Where the subject stands that what leads the sentence runs into."""
    words = phrase.words
    if words[0] not in _LEADING or not phrase.first[:1].isupper():
        return 0
    for at, word in enumerate(words):
        if not (word[:1].isalnum() or word[:1] in "’'") or (at and word in ENDING):
            return 0
        if word in _SUBJECTS and at:
            is_free = words[at - 1] not in _HELD and phrase.masks[at - 1]
            return at if at >= _FEWEST and is_free and _has_its_verb(phrase, at) else 0
    return 0


def _has_its_verb(phrase: Phrase, at: int) -> bool:
    verb = at + 1
    while phrase.word(verb) in CLITICS:
        verb += 1
    mask, said = phrase.mask(verb), phrase.word(verb)
    is_plain = not mask & ~VERB or said.endswith(("ons", "ez", "mes"))
    return bool(mask & _SUBJECTS[phrase.words[at]]) and is_plain


def _behind_condition(phrase: Phrase) -> int:
    """`Si le vent tombe nous ramons`: where the second subject stands."""
    words = phrase.words
    for first in range(len(words) - 4):
        if words[first] not in _IF or (first and words[first - 1] not in _JOINING):
            continue
        is_said = False
        for at in range(first + 1, len(words)):
            word = words[at]
            if not (word[:1].isalnum() or word[:1] in "’'") or word in ENDING:
                break
            is_led = words[at - 1] in _HELD or words[at - 1] in CLITICS
            if is_said and not is_led and at - first >= _FEWEST:
                if word in _SUBJECTS:
                    return at if _has_its_verb(phrase, at) else 0
                if word in _NEW_GROUP and _is_new_clause(phrase, at):
                    return at
            is_said = is_said or _is_said(phrase, at)
    return 0


def _is_new_clause(phrase: Phrase, at: int) -> bool:
    """`Quand la cloche sonne les élèves sortent`: a noun, and a verb that follows it."""
    mask = phrase.mask(at + 1)
    group = of_group(phrase, at) if mask & CELLS and not mask & (OTHER | VERB) else None
    if not group:
        return False
    said = verb(phrase, group.last + 1)
    number = MANY if group.cells & ~0b0011 else ONE
    return said is not None and bool(phrase.masks[said] & number)


def _is_said(phrase: Phrase, at: int) -> bool:
    """Whether a verb stands there: in the third person, or behind *nous* and *vous*."""
    before, mask = phrase.word(at - 1), phrase.masks[at]
    person = _SUBJECTS.get(before, 0) if before in ("nous", "vous") else 0
    return is_verb(phrase, at, False) or bool(mask & person)


def _behind_group(phrase: Phrase) -> int:
    """`Après la pluie les quais sont secs`: where a subject of several words stands."""
    words = phrase.words
    if words[0].lower() not in _OPENING or not phrase.first[:1].isupper():
        return 0
    for at in range(1, len(words)):
        word, mask = words[at], phrase.masks[at - 1]
        if not (word[:1].isalnum() or word[:1] in "’'") or word in ENDING:
            return 0
        if is_verb(phrase, at, False):
            return 0
        is_noun = nominal(mask) and not mask & (OTHER | VERB)
        if at >= _FEWEST - 1 and word in _NEW_GROUP and is_noun:
            group = of_group(phrase, at)
            return at if group and verb(phrase, group.last + 1) is not None else 0
    return 0


_NEW_GROUP = frozenset("le la les l’ l' ces cette certains certaines nos notre plusieurs".split())


def _splice(phrase: Phrase) -> int:
    """Where the comma stands with which *cependant* begins a sentence of its own."""
    words = phrase.words
    for at in range(3, len(words) - 3):
        if words[at] in ENDING:
            return 0
        if words[at] != ",":
            continue
        begins = _behind_however(phrase, at + 1)
        if begins:
            is_said = any(is_verb(phrase, near, False) for near in range(at))
            return at if is_said and (begins < 0 or _begins(phrase, begins)) else 0
    return 0


def _behind_however(phrase: Phrase, at: int) -> int:
    """Where the sentence goes on behind what begins it anew; below nothing, if it surely does."""
    words = phrase.words
    if words[at : at + 3] in (["c’", "est", "pourquoi"], ["c'", "est", "pourquoi"]):
        return -1
    if words[at] in _HOWEVER:
        behind = at + 1
    elif words[at : at + 2] == ["en", "effet"]:
        behind = at + 2
    else:
        return 0
    return behind + 1 if phrase.word(behind) == "," else behind


def _begins(phrase: Phrase, at: int) -> bool:
    """Whether a subject and its verb stand there."""
    word = phrase.word(at)
    if word in _SUBJECTS:
        return _has_its_verb(phrase, at)
    is_group = word in _ARTICLES and word in DETERMINERS and phrase.mask(at + 1) & CELLS
    return bool(is_group) and any(
        verb(phrase, near) is not None for near in range(at + 2, min(at + 8, len(phrase.words)))
    )


_NO_MAIN = ENDING | _IF | frozenset(
    "ne n’ n' non pas plus moins comme ce quoi quel quelle quels quelles autant tant "
    "parce puisque puisqu’ jamais « “ \" — –".split()
)  # fmt: skip
"""With one of them before it, what follows the comma may belong to the same sentence."""


def _presented(phrase: Phrase) -> int:
    """`Notre plan va jusqu'en 2050, c'est loin`: a whole sentence stands before *c'est*."""
    words = phrase.words
    if "," not in words[4:] or words[-1] == "?":
        return 0
    comma = words.index(",")
    is_it = words[comma + 1 : comma + 3] in (["c’", "est"], ["c'", "est"], ["ce", "sont"])
    is_whole = comma >= _FEWEST and _NO_MAIN.isdisjoint(words[:comma])
    if not (is_it and is_whole) or phrase.word(comma + 3) == "à":
        return 0  # `C'est à dire`.
    subject = of_group(phrase, 0) if words[0] in DETERMINERS else None
    if words[0] in _SUBJECTS:
        return comma if _has_its_verb(phrase, 0) else 0
    return comma if subject and verb(phrase, subject.last + 1) is not None else 0


_UNPARTED = (
    sought(
        r"(?<=[a-zà-ÿœ]{3}) (et ce)(?= (?:pour|dans|malgré|dès|quel|jusqu|sans|même|à|afin|depuis"
        r"|avec|en|sur|quand|lorsqu)\b|[,.;])"
    ),
    sought(r"(?<=[a-zà-ÿœ]{3}) ((?:sauf|hors) (?:exception|avis contraire|mention contraire))\b"),
    sought(r"(?<=[a-zà-ÿœ]{3}) (voire)(?= (?!même)[a-zà-ÿ])"),
)
_OFFICE = (
    r"(?:[Vv]ice-)?(?:[Pp]résidente?|[Mm]aire|[Dd]irect(?:eur|rice)|[Rr]esponsable|[Ss]ecrétaire"
    r"|[Tt]résori(?:er|ère)|[Cc]oordinat(?:eur|rice)|[Mm]inistre|[Aa]djointe?|[Ff]ondat(?:eur|rice)"
    r"|[Aa]nimat(?:eur|rice)|[Cc]hef(?:fe)?|[Pp]rofesseure?|[Cc]onseill(?:er|ère)|[Dd]éputée?)"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: (?:de |d[’']|le |la |van )?[A-ZÀ-Þ][\w’'-]+){1,2}"
_DID = (
    r"(?:(?:nous |vous |lui |leur |se |s[’']|n[’']|ne )?(?:a|est|était|sera|dit|explique|souligne"
    r"|déclare|rappelle|précise|indique|annonce|salue|ajoute|affirme|présente|accueille|propose"
    r"|raconte|espère|remercie|invite|confirme|répond|estime|veut|souhaite) )"
)
_HALF_SET_OFF = sought(
    rf"(?:Le |La |L[’']|Notre )(?:ancien(?:ne)? )?{_OFFICE}"
    rf"(?: (?:de |du |des |d[’'])[^,.;:()]{{2,40}})?, {_NAME}(?= {_DID})"
)
_APPOSED = sought(
    rf"(?:Le |La |L[’']|Notre )(?:ancien(?:ne)? )?{_OFFICE}"
    r"(?: (?:adjointe?|générale?|municipale?))?"
    r"(?: (?:de |du |des |d[’'])[^,.;:()]{2,40}?)?"
    rf"( (?:M\.|Mme|Mlle|Monsieur|Madame)(?: [A-ZÀ-Þ][\w’-]+){{1,2}})(?= {_DID})"
)
"""`Le trésorier M. Roux a`: there is one, and the name is set off."""
_ATTENTION = sought(r"(Attention) (?=(?:cet?|cette|ces|les?|la|ils?|elles?|vous|nous)\b|l[’'])")


def _unparted(block: Block) -> Iterator[Mark]:
    """*Il rame et ce depuis mai*: what is added has a comma before it."""
    vocabulary = block.vocabulary
    for word, form in zip(("ce", "sauf", "voire"), _UNPARTED, strict=True):
        for found in form.finditer(block.text) if word in vocabulary else ():
            if block.is_own(found.start(1)):
                before = block.text[: found.start()].split()[-1]
                yield block.mark(
                    "X136", found.start(), found.start(),
                    f"no comma stands before what is added: '{before}{found[0]}'",
                    "put a comma in", NOTE, ",",
                )  # fmt: skip
    for sentence in block.sentences:
        half = _HALF_SET_OFF.match(sentence.text) if ", " in sentence.text else None
        if half and block.is_own(sentence.start) and OBJECT not in half[0]:
            at = sentence.start + half.end()
            yield block.mark(
                "X136", at, at, f"no comma stands behind {half[0][-40:]!r}",
                "put the second comma in", NOTE, ",",
            )  # fmt: skip
        named = None if half else _APPOSED.match(sentence.text)
        if named and block.is_own(sentence.start):
            at = sentence.start + named.start(1)
            yield block.mark(
                "X136", at, at, f"no commas stand around {named[1].strip()!r}",
                "put one on either side", NOTE,
            )  # fmt: skip
    for sentence in block.sentences if "attention" in vocabulary else ():
        led = _ATTENTION.match(sentence.text)
        if led and block.is_own(sentence.start):
            at = sentence.start + led.end(1)
            yield block.mark(
                "X136", at, at, "no comma stands behind 'Attention'", "put a comma in, or :",
                NOTE, ",",
            )  # fmt: skip
