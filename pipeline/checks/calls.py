"""Calls and labels: words that say where they lead, and lead there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from pipeline.checks.links import addresses
from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_CALLS = (
    r"read more|read on|more information|learn more|find out more|click here|register here|lire "
    r"la suite"
    r"|en savoir plus|cliquez ici|plus d[’']informations?|mehr lesen|weiterlesen|mehr erfahren"
    r"|leer más"
    r"|más información|leggi tutto|per saperne di più|lees meer|lees verder"
)
_CALLED = (*(call.partition("[")[0] for call in _CALLS.split("|")), "ſ", "ı", "\u0307")
"""How each of them begins, in small letters; the last are what `s` and `i` may come of."""
_CALL = sought(
    rf"^\W*(?:{_CALLS})\W*$|(?:^|[.!?…»”\"] )(?:{_CALLS})[\s.…>»:]*(?:\(\.\.\.\)|\(…\))?\s*$",
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
    "more", "here", "read on", "ici", "information", "la suite", "savoir plus", "mehr", "→", "➔",
    "➜", "->", ">>", "»", "›", "weiterlesen", "leer más", "más info", "leggi tutto", "saperne",
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


_EMPTY_WORDS = sought(
    r"^\W*(?:(?:please |by )?click(?:ing)?(?: here)?|here|this|this link|link|page|website link"
    r"|more|read more|this page|download"
    r"|ici|cliquez ici|cliquer ici|lien|ce lien|cette page|hier|klicken sie hier|dieser link"
    r"|aquí|haga clic aquí"
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
            is_here = bool(re.search(r"here|ici|hier|aquí|qui\b|click|cliqu|klik|klick", bare))
            yield block.mark(
                "L112", anchor.start, anchor.end, f"the link says only {words.strip()!r}",
                "link the words that say where it leads", WARNING if is_here else NOTE,
            )  # fmt: skip


_HOSTS = sought(
    r"(?:^|\.)(?:github|gitlab|linkedin|facebook|twitter|youtube|wikipedia|x|bit)\.\w+$"
)
"""Where the page *about* a site may stand."""
_LABEL = sought(r"^(?:https?://)?((?:www\.)?(?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?$", re.IGNORECASE)


def l117_label_and_target_differ(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The words are one address, the link is another: this is how fraud looks.
    Remedy: let both name the same address."""
    for block in sheet.blocks:
        for anchor in block.links:
            first = block.at(anchor.start)
            label = sheet.source[first : anchor.at].rsplit("](", 1)[0].strip("[]*_ `")
            shown = _LABEL.match(label.strip())
            if _is_of_others(label, anchor.url):
                yield block.mark(
                    "L117", anchor.start, anchor.end,
                    f"the words say {label}, the link writes to {anchor.url.partition(':')[2]}",
                    "let both name the same address", WARNING,
                )  # fmt: skip
            if not shown or not anchor.url.startswith(("http://", "https://", "//")):
                continue
            host = (urlsplit(anchor.url).hostname or "").removeprefix("www.")
            typed = shown[1].lower().removeprefix("www.")
            if (
                host in ("web.archive.org", "archive.org")
                or not host
                or (typed == host and not _leads_aside(label, anchor.url))
                or host.endswith(f".{typed}")
                or typed.endswith(f".{host}")
            ):
                continue
            if typed == host:
                yield block.mark(
                    "L117", anchor.start, anchor.end,
                    f"the words say {label.strip()}, the link leads to {anchor.url}",
                    "let both name the same address", WARNING,
                )  # fmt: skip
                continue
            if not _is_address(label) or host in _SHORTENED or typed in _POINTERS:
                continue
            if typed.split(".")[-1] in (
                "md",
                "py",
                "js",
                "json",
                "yml",
                "yaml",
                "txt",
                "html",
                "pdf",
                "sh",
                "rb",
                "toml",
                "csv",
                "xml",
                "css",
                "net",
                "io",
                "doc",
                "docx",
                "zip",
            ):
                continue
            yield block.mark(
                "L117", anchor.start, anchor.end, f"the words say {typed}, the link leads to "
                                                  f"{host}",
                "let both name the same address", NOTE if _HOSTS.search(host) else WARNING,
            )  # fmt: skip


_MAILBOX = sought(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)


def _is_of_others(label: str, url: str) -> bool:
    """Whether the words are an e-mail address, and the link writes to another one.

    >>> _is_of_others("a@b.org", "mailto:a@c.org?subject=Hi"), _is_of_others("us", "mailto:a@c.org")
    (True, False)
    """
    kind, _, target = url.partition(":")
    mailbox = unquote(target.partition("?")[0])
    is_mail = kind.lower() == "mailto" and _MAILBOX.fullmatch(label) and "{{" not in mailbox
    return bool(is_mail) and label.casefold() not in mailbox.casefold().split(",")


_SHORTENED = frozenset("t.co bit.ly lnkd.in tinyurl.com ow.ly buff.ly goo.gl youtu.be".split())
_POINTERS = frozenset("doi.org dx.doi.org hdl.handle.net pic.twitter.com".split())
"""Who shows these knows that the link leads on."""
_ENDINGS = frozenset(
    "com org net int gov edu mil info eu biz museum coop media city brussels paris berlin london "
    "cat scot wales swiss vlaanderen gent amsterdam europe news social app dev online site earth "
    "green africa world foundation ngo ong academy design digital tech agency services".split()
)


def _is_address(label: str) -> bool:
    """`filters.range` is the name of a function."""
    bare = re.split(r"[/?#]", re.sub(r"^https?://", "", label.strip().lower()))[0]
    ending = bare.rsplit(".", 1)[-1]
    return label.lower().startswith(("http", "www.")) or len(ending) == 2 or ending in _ENDINGS


def _leads_aside(label: str, url: str) -> bool:
    """Whether the words name one page of a house, and the link leads to another one of it."""
    bare = r"^(?:https?://)?(?:www\.)?[^/]*|[/?#]*$"
    shown, target = (re.sub(bare, "", text.strip().casefold()) for text in (label, url))
    parts = len(shown.strip("/").split("/"))
    if not shown or re.search(r"…|\.\.\.|\?|%", shown) or re.search(r"%", target):
        return False
    is_short = parts == 1 and len(target.strip("/").split("/")) > 1
    return not target.startswith(shown) and not is_short and "?" not in target


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


def _is_wholly_linked(item: Block) -> bool:
    covered = sum(link.end - link.start for link in item.links)
    return covered > 0.6 * len(item.text.strip())


def _leads(item: Block) -> bool:
    return item.links[0].start <= 2
