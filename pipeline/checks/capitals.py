"""Capitals that a sentence does not ask for."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import acronyms
from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_RAISED = sought(r"[A-Z](?:(?<=[a-z] .)|(?<=[a-z], .))[a-z]{2,}(?:-[a-z]+)* [a-z]{3,}(?![\w’'@/-])")
"""Within a sentence, a capital and a word in small letters: *by Police officers*."""
_SMALL_WORDS = "The|Of|And|For|From|In|To|On|With|At|By|An"
_RUN = sought(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){4,}")
_LITTLE = sought(rf"(?<=[a-z] )(?:{_SMALL_WORDS}) (?=[A-Z])")
_SHOUTED = sought(r"[A-Z](?<![\w-].)[A-Z]{2,}(?: [A-Z]{2,}){2,}(?![\w-])")
_OFTEN = 3
_NO_CAPITAL = frozenset("and or of for from with who that which is are was were has have".split())


def x147_capital_without_a_reason(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*By Police officers* where the house writes *police officers*, *The Results From The Survey*,
    *beans, Nobody eats them*,
    *GENERAL ASSEMBLY MEETING*, *Xavier DURAND*: a capital that no sentence asks for; or one that is
    missing: *mr Brown*.
    Remedy: write small letters."""
    blocks = [
        block
        for sheet in sheets
        for block in sheet.prose
        if block.language[:2] == "en" and not block.is_capitals
    ]
    yield from _raised(blocks, register)
    for block in blocks:
        yield from _titles(block)
        yield from _shouted(block, register)
        yield from _polite(block)
        yield from _addressed(block)
        yield from _behind_commas(block)
    for sheet in sheets:
        yield from _loud_in_french(sheet)


_THREE = sought(r"[A-ZÀ-Þ]{3}")
_LOUD = sought(
    r"(?<![\w.’'-])(WEB|INTERNET|WIFI|WI-FI|MAIL|EMAIL|CLOUD|OPEN SOURCE|BLOG|LOGICIELS?|PROJETS?"
    r"|PROGRAMMES?|PLATEAUX?|SALLES?|DONN[EÉ]ES?|ATELIERS?|GRATUITE?S?|IMPORTANTE?S?|ATTENTION"
    r"|NOUVEAUX?|MAIRIE|VILLE|COMMUNE|SITE|PORTAIL)"
    r"(?![\w’'-]|\.\w| [A-Z]\.)"
)
_SURNAME = sought(
    r"(?<![\w’'-])([A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?) "
    r"([A-ZÀ-Þ]{3,}(?:-[A-ZÀ-Þ]{3,})?)(?![\w’'-])"
)
_FIRST_NAMES = frozenset(
    "adrien agnès alain albert alexandra alexandre alexis alice amandine amélie anaïs andré "
    "anne anthony antoine arnaud arthur audrey aurélie aurélien axel baptiste bastien "
    "béatrice benjamin benoît bernard bertrand brigitte bruno camille carine carole caroline "
    "catherine cécile cédric céline charles charlotte chloé christelle christian christine "
    "christophe claire clara claude clément clémence coline corinne damien daniel david "
    "delphine denis didier dominique dorian édouard élise elise emilie émilie emma emmanuel "
    "emmanuelle éric eric estelle étienne eva fabien fabrice fanny florence florent florian "
    "franck françois françoise frédéric frédérique gabriel gaël gaëlle geoffrey georges "
    "gérard gilles grégoire grégory guillaume guy hélène henri hervé hugo hugues inès "
    "isabelle jacques jean jérémy jérôme joël jonathan joseph judith julie julien juliette "
    "justine karim karine laetitia laura laure laurence laurent léa léo lise loïc louis "
    "louise luc lucas lucie ludovic lydie magali manon marc marcel margaux marie marine "
    "marion marjorie martin martine mathias mathieu mathilde matthieu maud maxime mehdi "
    "mélanie michaël michel michèle mohamed monique morgane muriel myriam nadège nathalie "
    "nicolas nicole nina noémie odile olivier pascal pascale patrice patricia patrick paul "
    "pauline perrine philippe pierre quentin raphaël régis rémi rémy renaud richard robert "
    "robin rodolphe romain sabine samuel sandra sandrine sara sarah sébastien serge séverine "
    "simon sofia solène sonia sophie stéphane stéphanie sylvain sylvie tanguy thibault "
    "thibaut thierry thomas timothée tristan valentin valérie véronique victor victoire "
    "vincent virginie xavier yann yannick yves yvon zoé".split()
)


def _loud_in_french(sheet: Sheet) -> Iterator[Mark]:
    """*Le WEB*, *Xavier VITRY*: a word or a name that is shouted in a sentence."""
    for block in sheet.prose:
        if block.language[:2] == "fr" and ":" in block.text:
            yield from _behind_colons(block)
        if block.language[:2] == "fr":
            yield from _behind_commas(block)
        is_french = block.language[:2] == "fr" and _THREE.search(block.text)
        if not is_french or block.is_capitals:
            continue
        for found in _SURNAME.finditer(block.text):
            is_person = not _FIRST_NAMES.isdisjoint(found[1].lower().split("-"))
            if is_person and found[2] not in acronyms.KNOWN:
                right = f"{found[1]} {found[2].title()}"
                yield _in_small(block, found.span(), f"the name {found[0]!r}", right)
        for found in _LOUD.finditer(block.text):
            if not _SHOUTS.search(block.text[: found.start()]) and block.is_own(found.start()):
                # Its neighbours tell which one is meant.
                before = re.search(
                    r"[\w-]+ (?:(?:de|du|des|le|la) )?$", block.text[: found.start()]
                )
                after = re.match(r" [\w-]+", block.text[found.end() :])
                words = f"{before[0] if before else ''}{found[0]}{after[0] if after else ''}"
                yield _in_small(block, found.span(), repr(words), found[0].lower())


_BEHIND = sought(
    r"(?<=[a-zà-ÿ)])[ \u00a0\u202f]?: ((?:[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:er|ir|re)|Les?|La|Une?|Des|Il|Elle"
    r"|Nous|On|Ce|Cette|Ces|Pour|Dans|Avec|Ainsi)(?= [a-zà-ÿ])|[LC][’'](?=[a-zà-ÿ]))"
)
_SAID = sought(r"[«“\"?!\n|\ufffc]")


def _behind_colons(block: Block) -> Iterator[Mark]:
    """*L'objectif : Faire*: behind a colon the sentence goes on."""
    for sentence in block.sentences:
        for found in _BEHIND.finditer(sentence.text) if ": " in sentence.text else ():
            before = sentence.text[: found.start()].split()
            at = sentence.start + found.start(1)
            # Behind a label, a new sentence may begin; a quotation has its own capital.
            if (
                len(before) < 7
                or before[-1][0] == ":"
                or _SAID.search(sentence.text)
                or not block.is_own(at)
            ):
                continue
            if any(start <= at - 2 <= end for start, end in block.emphasis):
                continue
            words = f"{before[-1]} : {sentence.text[found.start(1) :].split()[0]}"
            small = found[1].lower()
            yield block.mark(
                "X147", at, sentence.start + found.end(1),
                f"a capital stands behind the colon: {words!r}", f"write {small}", NOTE, small,
            )  # fmt: skip


_GOES_ON = {
    "en": sought(
        r"(?<![\w’'-])(?!say|said|ask|repl)[a-z]{2,}, (They|We|It|He|She|This|These|Those|There"
        r"|Nobody|Everybody|Everyone|But|And|However|Our|Their|Its|You|The)(?= [a-z])"
    ),
    "fr": sought(
        r"(?<![\w’'-])[a-zà-ÿ]{2,}, (Ils?|Elles?|Nous|On|Ces?|Cette|Mais|Les?|La|Des|Dans|Pour"
        r"|Leurs?)(?= [a-zà-ÿ])"
    ),
}


def _behind_commas(block: Block) -> Iterator[Mark]:
    """*Peas, Nobody eats them*: the comma ought to be a full stop, or the capital is none."""
    for found in _GOES_ON[block.language[:2]].finditer(block.text):
        at = found.start(1)
        if _SAID.search(block.text, 0, at) or not block.is_own(at):
            continue
        yield block.mark(
            "X147", at, found.end(), f"a capital stands behind the comma: {found[0]!r}",
            f"write a full stop, or {found[1].lower()}", NOTE,
        )  # fmt: skip


_POLITE = sought(
    r"(?<=[a-z] )(?<!the )(?<!of )(?<!and )(?:You|Your|Us|Our)(?= [a-z]|[.,!?;]|$)"
    r"|(?<=[a-z] of )(?:You|Your|Our)(?= [a-z])"
)


def _polite(block: Block) -> Iterator[Mark]:
    """*We wait for You*: English has no capital of courtesy."""
    for found in _POLITE.finditer(block.text):
        if block.is_own(found.start()) and not any(
            a <= found.start() < b for a, b in block.emphasis
        ):
            words = block.text[max(0, found.start() - 12) : found.end()].split(" ", 1)[-1]
            yield block.mark(
                "X147", *found.span(), f"{found[0]!r} has a capital: {words!r}",
                f"write {found[0].lower()}", NOTE, found[0].lower(),
            )  # fmt: skip


_ADDRESSED = sought(
    r"(?<![\w.’'/-])(?<!\d )(?<!\bthe )(?<!\ba )(mr|mrs|ms|dr|prof)"
    r"(?=\.? (?:[A-Z]\. ?)?[A-ZÀ-ÞĀ-Ž][a-zà-ž]|\. dr\.? [A-Z])"
)
_ADDRESSES = frozenset("mr mrs ms dr prof".split())


def _addressed(block: Block) -> Iterator[Mark]:
    """*Dr. Anna Roy* and *mr Jones*: before a name, English gives these a capital."""
    if block.vocabulary.isdisjoint(_ADDRESSES):
        return
    for found in _ADDRESSED.finditer(block.text):
        if block.is_own(found.start()):
            right = found[0].capitalize()
            yield block.mark(
                "X147", *found.span(), f"{found[0]!r} has no capital before a name",
                f"write {right}", NOTE, right,
            )  # fmt: skip


_SHOUTS = sought(r"[A-ZÀ-Þ]{2,}[ :,/-]+$")


def _in_small(block: Block, span: tuple[int, int], words: str, right: str) -> Mark:
    return block.mark("X147", *span, f"{words} stands in capitals", f"write {right}", NOTE, right)


def _raised(blocks: Sequence[Block], register: Register) -> Iterator[Mark]:
    """Two words of which the first has a capital here, and none in most other places."""
    spots: dict[str, list[Spot]] = defaultdict(list)
    names = {word for name in register.names for word in name.lower().split()}
    for block in blocks:
        if is_references(block.section):
            continue
        for found in _RAISED.finditer(block.text):
            first, second = found[0].lower().split(" ", 1)
            if second not in _NO_CAPITAL and first not in names and block.is_own(found.start()):
                spots[found[0].lower()].append((block, found.start(), found.start() + len(first)))
    small: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks if spots else ():
        for term in sorted(
            spots.keys() & {" ".join(two) for two in itertools.pairwise(_words(block))}
        ):
            at = block.text.find(term)
            if at >= 0:
                small[term].append((block, at, at + len(term)))
    for term, odd in sorted(spots.items()):
        usual = small[term]
        if len(usual) < _OFTEN * len(odd) or len({id(spot[0].sheet) for spot in usual}) < 2:
            continue
        for block, start, end in odd:
            word = block.text[start:end]
            yield block.mark(
                "X147", start, end, f"{word!r} has a capital; {term!r} has none elsewhere "
                                    f"({times(len(usual))}, as in {place(usual[0])})",
                f"write {word.lower()}", NOTE, word.lower(),
            )  # fmt: skip


_WORD = sought(r"[a-z]+(?:-[a-z]+)*")


def _words(block: Block) -> list[str]:
    return _WORD.findall(block.text)


def _titles(block: Block) -> Iterator[Mark]:
    """Small words with a capital in the middle of a title."""
    if "The " not in block.text and "Of " not in block.text and "For " not in block.text:
        return
    for found in _RUN.finditer(block.text):
        little = list(_LITTLE.finditer(block.text, *found.span()))
        if len(little) > 1 and OBJECT not in found[0]:
            first, last = little[0].start(), little[-1].end() - 1
            words = ", ".join(dict.fromkeys(repr(one[0].strip()) for one in little))
            yield block.mark(
                "X147", first, last, f"small words have a capital in this title: {words}",
                "write them small; only the first word of a title keeps its capital", NOTE,
            )  # fmt: skip


def _shouted(block: Block, register: Register) -> Iterator[Mark]:
    """Words in nothing but capitals among words that are not."""
    for found in _SHOUTED.finditer(block.text) if block.text.isupper() is False else ():
        words = found[0].split()
        if sum(len(word) > 3 for word in words) < 2 or found[0] in register.names:
            continue
        if re.match(r" ?[(—–-]", block.text[found.end() :]) or not block.is_own(found.start()):
            continue
        yield block.mark(
            "X147", found.start(), found.end(), f"{found[0]!r} is all in capitals",
            "write small letters: capitals are read letter by letter", NOTE,
        )  # fmt: skip
