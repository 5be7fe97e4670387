"""Calls and labels: words that say where they lead, and lead there."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks.links import addresses
from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_CALLS = (
    r"read more|read on|more information|learn more|find out more|click here|register here"
    r"|register now|to register|sign up now|lire la suite"
    r"|pour s[’']inscrire|inscrivez-vous|je m[’']inscris"
    r"|en savoir plus|cliquez ici|plus d[’']informations?|mehr lesen|weiterlesen|mehr erfahren"
    r"|leer más"
    r"|más información|leggi tutto|per saperne di più|lees meer|lees verder"
)
_CALLED = (*(call.partition("[")[0] for call in _CALLS.split("|")), "ſ", "ı", "\u0307")
"""How each of them begins, in small letters; the last are what `s` and `i` may come of."""
_CALL = sought(
    rf"^\W*(?:{_CALLS})(?: \([^()]{{3,30}}\))?\W*$"
    rf"|(?:^|[.!?…»”\"] )(?:{_CALLS})[\s.…>»:]*(?:\(\.\.\.\)|\(…\))?\s*$",
    re.IGNORECASE,
)
_HERE = sought(
    r"(?:^|(?<=[.!?] ))(?:(?:Read|See|Find|Download|View|Watch|Consult)(?: more about)?"
    r" (?:the|our|all|more)\b"
    r"|(?:Lisez|Voir|Téléchargez|Consultez|Retrouvez) (?:le|la|les|nos|notre)\b)"
    r"[^.!?]{3,60}\b(?:here|ici)\W*$"
)
_ARROW = sought(
    r"^(?:Voir|Lire|Découvrir|Consulter|Télécharger|En savoir plus|Accéder|See|Read|Discover|View"
    r"|Download|Learn|Go to|Explore)\b[^.!?]{3,80}\s*(?:→|➔|➜|->|>>|»|›)\s*$"
)
_ELLIPSIS = sought(r"[\(\[](?:\.\.\.|…)[\)\]]\s*$")


_CALLING = (
    "more", "here", "register", "sign up", "inscri", "read on", "ici", "information", "la suite",
    "savoir plus", "mehr", "→", "➔", "➜", "->", ">>", "»", "›", "weiterlesen", "leer más",
    "más info", "leggi tutto", "saperne",
    "lees ", "...", "…", "ce ", "cette page", "le lien",
)  # fmt: skip
"""One of these is in every call."""


def l110_call_without_a_link(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Read more* with nothing to press.
    Remedy: link it, or take it out."""
    for block in sheet.blocks:
        if block.kind not in ("paragraph", "item", "quote") or sheet.kind == "deck":
            continue
        if block.links or block.addresses or OBJECT in block.text or not block.says(*_CALLING):
            continue
        yield from _pointing(block)
        found = next(filter(None, (form.search(block.text) for form in _forms(block))), None)
        if not found or _is_quoted_ellipsis(block, found):
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip(' .!?…»”"'))
        if block.text.rstrip().endswith(":"):
            continue
        yield block.mark(
            "L110", start, found.end(), f"{block.text[start : found.end()].strip()!r} leads "
                                        f"nowhere",
            "link it, or take it out", WARNING,
        )  # fmt: skip


def _forms(block: Block) -> Iterator[re.Pattern[str]]:
    """Those that may stand in it: the first two are slow to look for."""
    if block.says(*_CALLED):
        yield _CALL
    if block.letters[-1:] in (["here"], ["ici"]):
        yield _HERE
    yield from (_ARROW, _ELLIPSIS)


_POINTS = sought(
    r"\b(?!(?:vient|venir|viens|vivre|reste|rester|travaille|habite|passe|sont|suis|parle|encore"
    r"|même|aussi|nous|vous|tout)\b)[a-zà-ÿ]{4,} (ici)"
    r"[ \u00a0]?[.!]?$|\b(?:dans|sur|via|par) (ce (?:document|lien|formulaire|fichier)|cette page"
    r"|le lien suivant)[.!]?$"
)
_SHOWS = frozenset(
    "consultez consulter retrouvez retrouver voir lire lisez téléchargez télécharger découvrez "
    "disponible disponibles accessible inscription inscrivez cliquez présentation détail détails "
    "formation informations remplissez remplir répondez participer candidater".split()
)


def _pointing(block: Block) -> Iterator[Mark]:
    """*La présentation est dans ce document*, in French, and no document is linked."""
    if block.language[:2] != "fr":
        return
    for sentence in block.sentences:
        found = _POINTS.search(sentence.text)
        if found and not _SHOWS.isdisjoint(sentence.letters):
            words = " ".join(sentence.text[: found.end()].split()[-3:])
            yield block.mark(
                "L110", sentence.start + found.start(found.lastindex or 0),
                sentence.start + found.end(), f"{words!r} points at nothing",
                "link what is meant", NOTE,
            )  # fmt: skip


def _is_quoted_ellipsis(block: Block, found: re.Match[str]) -> bool:
    """An omission inside a quotation is in its place."""
    before = block.text[: found.start()]
    if re.fullmatch(r"\s*\[(?:…|\.\.\.)\]\s*", block.text):
        # Alone between two paragraphs, it says that one was left out.
        return True
    return block.kind == "quote" and bool(before.strip()) and "..." in found[0]


_MANY_LOST = 5
_UNDEFINED = sought(r"\[([^\]\[\n]*[^\W\d_]{3}[^\]\[\n]*)\]\[([^\]\[\s]*[^\W\d_]{2}[^\]\[\n]*)\]")
"""A link whose name no line of the text defines."""


def l111_link_without_target(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The words look like a link, and nothing happens.
    Remedy: give it its address."""
    # An empty target is told when the sources are read.
    lost = [
        address
        for address in addresses(sheet)
        if address.kind == "target" and address.text.strip() in ("#", "/#", "http://", "https://")
    ]
    for number, address in enumerate(lost):
        shown = address.label.strip() or "a link"
        message = f"the link {shown!r} has no target"
        # Where all have lost theirs, one conversion has lost them: it is said once.
        is_many = len(lost) > _MANY_LOST
        if is_many and number == 0:
            message += f", nor have {len(lost) - 1} others of this text"
        yield sheet.mark(
            "L111", address.start, address.start + max(len(address.text), 1), message,
            "give it its address", NOTE if is_many and number else ERROR,
        )  # fmt: skip
    undefined = [
        (block, found)
        for block in sheet.blocks
        for found in (_UNDEFINED.finditer(block.text) if "][" in block.text else ())
    ]
    for number, (block, found) in enumerate(undefined):
        is_many = len(undefined) > _MANY_LOST and number > 0
        yield block.mark(
            "L111", found.start(), found.end(),
            f"{found[0]!r} is printed as it stands: no line says where {found[2]!r} leads",
            f"write  [{found[2]}]: address  in a line of its own", NOTE if is_many else WARNING,
        )  # fmt: skip
    for block in sheet.prose:
        for found in _PROMISED.finditer(block.text) if "[" in block.text else ():
            is_title = found["words"].count(" ") > 1
            if is_title and block.is_said(found.start("words")):
                yield block.mark(
                    "L111", *found.span("words"), f"{found['words']!r} is printed as it stands",
                    "write the address behind it, in round brackets", WARNING,
                )  # fmt: skip


_PROMISED = sought(
    r"\b(?:here|ici|link|lien|see|read|visit|download|voir|lire|lisez|consulte[rz]|télécharge[rz])"
    r"(?: (?:the|our|this|le|la|les|notre|nos|ce|cette))?[ \u00a0\u202f]?:?[ \u00a0]"
    r"(?P<words>\[[^\W\d_][^\]\[()\n]{8,150}\])(?![\[(:])",
    re.IGNORECASE,
)
"""*Read the [Charter of the Towns]*: the brackets of a link, and no address behind them."""


_EMPTY_WORDS = sought(
    r"^\W*(?:(?:please |by )?click(?:ing)?(?: here)?|here|this|this link|link|page|website link"
    r"|more|read more|this page|download"
    r"|ici|cliquez ici|cliquer ici|lien|ce lien|cette page|hier|klicken sie hier|dieser link"
    r"|aquí|(?:haga |haz )?clic aquí|este enlace|(?:clique )?aqui|esta ligação|este link"
    r"|enlace|qui|clicca qui|link qui|klik hier|deze link)\W*$",
    re.IGNORECASE,
)


_ENDS_HERE = sought(r"\b(?:ici|here|hier)\W*$", re.IGNORECASE)


def l112_words_that_say_nothing(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Who hears only the links of a page hears *here, here, here*.
    Remedy: link the words that say where it leads."""
    for block in sheet.blocks:
        if block.key == "link_text" and (
            _EMPTY_WORDS.match(block.text) or _ENDS_HERE.search(block.text)
        ):
            yield block.mark(
                "L112", 0, len(block.text), f"the link says only {block.text.strip()!r}",
                "say where it leads", WARNING,
            )  # fmt: skip
        for anchor in block.links:
            words = block.text[anchor.start : anchor.end]
            if not _EMPTY_WORDS.match(words):
                continue
            bare = words.strip().lower()
            is_here = bool(re.search(r"here|ici|hier|aqu[ií]|qui\b|click|cliqu|klik|klick", bare))
            yield block.mark(
                "L112", anchor.start, anchor.end, f"the link says only {words.strip()!r}",
                "link the words that say where it leads", WARNING if is_here else NOTE,
            )  # fmt: skip


def l119_one_sibling_without_link(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """All items of the list are links, but for this one: was it forgotten?
    Remedy: link it too."""
    lists: dict[int, list[Block]] = defaultdict(list)
    for block in sheet.blocks:
        if block.kind == "item" and not block.follows:
            lists[block.run].append(block)
    for items in lists.values():
        linked = [item for item in items if item.links and _leads(item)]
        plain = [
            item
            for item in items
            if not item.links and not item.addresses and OBJECT not in item.text
        ]
        if len(items) >= 4 and len(plain) == 1 and len(linked) >= len(items) - 1:
            item = plain[0]
            if len(item.text) > 160 or item.text.rstrip().endswith(":") or not item.text.strip():
                continue
            if re.fullmatch(
                r"(?:etc|usw|ecc|enz|m\.fl|itd)\.?|…|\.\.\.", item.text.strip().lower()
            ):
                continue
            # Not everybody has a page of their own.
            is_name = re.fullmatch(r"[A-Z]\w+(?: [A-Z]\w+)+", item.text.strip())
            whole = all(map(_is_wholly_linked, linked)) and not is_name
            yield item.mark(
                "L119", 0, len(item.text), "the other items of this list are linked",
                "link this one too", WARNING if whole else NOTE,
            )  # fmt: skip


_BETWEEN = sought(r"[ \n.,;:&·|/–-]{0,3}")


def l128_link_in_two_pieces(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*[Harbour](a). [Towns Charter](a)*: two links beside each other that lead to one place.
    Remedy: make one link of the two."""
    for block in sheet.blocks:
        for first, second in itertools.pairwise(block.links):
            between = block.text[first.end : second.start]
            if first.url != second.url or not _BETWEEN.fullmatch(between):
                continue
            if not block.text[first.start : first.end].strip(OBJECT + " "):
                continue  # A picture, and its words.
            yield block.mark(
                "L128", first.start, second.end, "two links beside each other lead to one place",
                "make one link of the two", NOTE,
            )  # fmt: skip


def _is_wholly_linked(item: Block) -> bool:
    covered = sum(link.end - link.start for link in item.links)
    return covered > 0.6 * len(item.text.strip())


def _leads(item: Block) -> bool:
    return item.links[0].start <= 2
