"""What was left behind: broken letters, notes to oneself, words of another page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.english.vocabulary import MONTHS
from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_MOJIBAKE = sought(
    r"Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ¡-¿]|â€[™œ\u009d“”¦˜]|Â[\u00a0«»°²³·]|ï¿½|\ufffd"
)


_LOST = sought(r"\?{1,3} (?=[A-ZÀ-Þ])")
"""What is left of a picture letter that a program could not keep."""


def x110_broken_letters(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Letters that were read in one encoding and saved in another.
    Remedy: type the word again."""
    for block in sheet.prose if "? " in sheet.source else ():
        found = _LOST.match(block.text)
        if found:
            words = " ".join(block.text.split()[:3])
            yield block.mark(
                "X110", *found.span(), f"a sign was lost before {words.lstrip('? ')!r}",
                "type it again, or take the question mark out", WARNING,
            )  # fmt: skip
    if not _MOJIBAKE.search(sheet.source):
        return
    broken = [(block, found) for block in sheet.blocks for found in _MOJIBAKE.finditer(block.text)]
    # A file that was saved in another encoding is broken throughout: it is mended as a whole.
    is_whole = len(broken) > 20
    if is_whole:
        block, found = broken[0]
        yield block.mark(
            "X110", found.start(), found.end(),
            f"{len(broken)} letters of this file were broken on the way",
            "save it again in UTF-8, from where it was copied", ERROR,
        )  # fmt: skip
    for block, found in () if is_whole else broken:
        word = re.search(r"\S*$", block.text[: found.start()])
        end = re.match(r"\S*", block.text[found.end() :])
        shown = f"{word[0] if word else ''}{found[0]}{end[0] if end else ''}"
        message = f"{shown!r} has letters that were broken on the way"
        yield block.mark("X110", found.start(), found.end(), message, "type the word again", ERROR)


_MONTHS = "|".join([*days.MONTHS["fr"].split(), *MONTHS.split("|")])
_PLACEHOLDER = sought(
    r"\b(?:TO BE (?:CONFIRMED|COMPLETED|ANNOUNCED|DEFINED|CHECKED)|À (?:CONFIRMER|DÉFINIR|VÉRIFIER"
    r"|PRÉCISER))\b|\b(?:[Pp]age|p\.|[Cc]hap(?:ter|itre)|[Rr]oom|[Ss]alle|[Nn]o\.|n°) ?XX+\b"
    r"|\[(?i:check|ask|sources?|vérifier|demander|who|qui|ref|citation|quote|figure"
    r"|chiffre)\b[^\]\[]{0,60}"
    r"[?!][^\]\[]{0,40}\](?!\()"
    r"|\b(?:ok for me|ok pour moi|(?:check|ask|voir|vérifier|confirmer) (?:(?:it|this|again"
    r"|cela) )?(?:with|avec"
    r") [A-Z][a-z]+ (?:before|avant|first|d['’]abord))\b"
    r"|[€$£] ?XX+\b|\bXX+ ?(?:%|€|euros?\b)|(?<![\d.])(?:00[ .]){4}00(?!\d|\.\d)"
    r"|\[(?i:photo|image|picture|logo|visuel|texte?|lien|link|légende|caption)\b[^\]\[]{0,20}"
    r"\b(?:ici|here)\](?!\()"
    r"|\bTODO\b|\bFIXME\b|\bTKTK\b|\bXXX+\b|\bÀ COMPL[ÉE]TER\b|\bA COMPL[ÉE]TER\b"
    # A number that nobody has looked up yet; `Titre XX` has one, and so have chromosomes.
    r"|(?<=[a-zà-ÿ] )(?:XX+|xx+)(?= (?!chromosom)[a-zà-ÿ]{2,}s\b)"
    rf"|(?<![\w/])XX(?:/XX)?(?=/\d|/XX| (?:{_MONTHS})\b)"
    r"|(?i:\(\W*sources? ?:? ?(?:XX+|\?+|TBC|TBD)\W*\))|\bXX+ ?(?:%|€|euros?\b)"
    r"|(?<=: )(?:redirection|renvoi|lien) vers (?:le |la |l[’'])?(?:bon(?:ne)?|formulaire|page"
    r"|contact|site)\b"
    r"|\?\?\?+|\[(?i:insert|add|tbc|tbd|to be (?:confirmed|completed|added)|your|xx+|insérer|à "
    r"compléter"
    r"|ajouter|nom|name|date|titre|title|link|lien|einfügen|ergänzen|insertar|inserire"
    r"|invullen)\b[^\]]{0,60}\]",
)


_STAND_IN = sought(
    r"^\W*(?:some text|TBC|TBD|TBA|XX+|N/?A|to be (?:confirmed|completed|defined|announced)"
    r"|à (?:compléter|définir|confirmer|préciser))\W*$|^\?+$",
    re.IGNORECASE,
)
"""What fills a key that somebody meant to come back to."""


_LOOSE = sought(
    r"\blorem ipsum dolor\b|^\W*lorem ipsum\b|(?<=[.!?] )Lorem ipsum\b"
    r"|(?<=[–—:(])\s?(?:insert|add|insérer|ajouter)\b[^.()]{0,30}\b(?:here|ici)\b",
    re.IGNORECASE,
)
_INSERT = ("insert", "add", "insérer", "ajouter")
_LEFT = (
    "[",
    "XX",
    "xx",
    "00 00",
    "00.00",
    "TO BE ",
    "À ",
    "ok ",
    "TODO",
    "FIXME",
    "TKTK",
    "COMPL",
    "???",
    " vers ",
)
_BEHIND_A_WORD = sought(
    r"(?:^|[ (’'])(?!titres? |titles? |articles? |chapt?er |chapitres? |volumes? |tomes? |annexe? "
    r"|livres? |books? |parts? |parties? |acts? |scenes? )[a-zà-ÿ]+ $"
)
_ASKED = frozenset("check ask voir vérifier confirmer".split())


def _is_to_be_filled_in(block: Block, position: int) -> bool:
    """`There are XX towns`; what somebody cites is an example."""
    is_behind = _BEHIND_A_WORD.search(block.text, 0, position) is not None
    return is_behind and block.is_said(position)


def _may_be_left(block: Block) -> bool:
    """Whether one of the signs of a placeholder stands there: its form is long, and slow."""
    if any(map(block.text.__contains__, _LEFT)) or ("(" in block.text and block.says("source")):
        return True
    return not block.vocabulary.isdisjoint(_ASKED)


_IBERIAN = (
    r"(?:a|por) (?:completar|confirmar|definir|determinar|verificar)|pendientes? de confirmar"
)
_ELSEWHERE = (
    r"wird noch ergänzt|noch zu (?:klären|ergänzen|bestätigen)|bitte ergänzen|da (?:confermare"
    r"|completare|definire|verificare|precisare)|täydennetään|vahvistetaan(?: myöhemmin)?"
    r"|tarkistetaan|kompletteras|bekräftas(?: senare)?|de (?:confirmat|completat|verificat|precizat"
    r"|stabilit)|bude (?:doplněno|upřesněno|potvrzeno|doplnené|upresnené)|doplnit"
    r"|do (?:uzupełnienia|potwierdzenia|ustalenia|sprawdzenia)|bo dopolnjeno|dopuniti"
)
_OPEN = sought(
    rf"\([^()\n]{{0,40}}\b(?:{_ELSEWHERE})[\s.]{{0,2}}\)"
    r"|\([^()\n]{0,40}\b(?:to be (?:confirmed|completed|checked|added)|link to (?:come|follow)"
    rf"|à (?:compléter|confirmer|préciser|vérifier|rajouter)|lien à venir|{_IBERIAN})[\s.]{{0,2}}\)"
    r"|\[(?:to be checked|à (?:vérifier|préciser|confirmer))\](?!\()"
    r"|(?<![\w@/.#-])tb[cd]\b(?![\w@/-]|\.\w)"
    r"|(?::[ \u00a0]|[.–—] )(?:to be (?:confirmed|completed|checked|added)"
    rf"|à (?:compléter|confirmer|préciser|vérifier|rajouter)|{_IBERIAN}|XX+)"
    r"(?=[\s.*_]{0,4}(?:$|\n))"
    r"|(?:©|(?:^|\n)[*_]?(?:photo(?:graph)? ?)?(?:credit|crédit) ?:)(?=[\s.*_]{0,4}(?:$|\n))"
    r"|\b(?:photo|credit|crédit) ?: ?(?=(?:19|20)\d\d\b[.,*]?(?:\s|$))",
    re.IGNORECASE,
)
"""What was left open while a text was written: somebody was to ask, and nobody did."""
_OPENED = (
    "tbc", "tbd", "to be confirmed", "to be completed", "to be checked", "to be added", "link to",
    *(" completar", " confirmar", " definir", " determinar", " verificar"),
    "à compléter", "à confirmer", "à préciser", "à vérifier", "à rajouter", "lien à venir",
    "©", "credit", "crédit", "photo", "xx",
    *("ergänz", "noch zu ", "(da ", " da ", "täydenn", "vahvist", "tarkist", "komplett", "bekräft"),
    *("de con", "de com", "de ver", "de pre", "de sta", "bude ", "doplnit", "uzupeł", "potwier"),
    *("ustal", "sprawdz", "dopolnj", "dopuniti"),
)  # fmt: skip


_OF_A_FORM = sought(
    r"^Write the (?:news|release|editorial|opening|first section|introduction|first recommendation"
    r"|foreword) here\b|^(?:One idea\.|What somebody says\.|— Name, role)$"
    r"|^What you say and do not show\.$|^The first slide$|\bwrite what it does\.$"
    r"|^Author, \*?Title\*?, year\.$",
)
"""The words that `make new` puts where somebody's own belong."""
_FORMS = ("write", "idea", "somebody", "name, role", "you say", "first slide", "author")


def is_of_a_form(block: Block) -> bool:
    return _OF_A_FORM.search(block.text.strip()) is not None


_FILLER = frozenset(
    "faucibus vestibulum tincidunt ullamcorper ipsum dolor amet consectetur adipiscing eiusmod "
    "tempor incididunt labore aliqua pellentesque vulputate sagittis egestas viverra "
    "lobortis tristique dignissim malesuada scelerisque interdum venenatis consequat "
    "fermentum condimentum porttitor suspendisse elementum fringilla".split()
)
_FILLED = 4
"""So many words of what printers set for want of a text make it that text."""


def _of_latin(sheet: Sheet) -> Iterator[Mark]:
    """`Vestibulum ullamcorper velit tincidunt`: a form came with it, and nobody wrote there."""
    for block in sheet.prose:
        if len(_FILLER & block.vocabulary) >= _FILLED:
            message = f"this is Latin that filled a form: {block.text[:40]!r}"
            yield block.mark("X112", 0, len(block.text), message, "write your own, or take it out")


def _of_a_form(sheet: Sheet) -> Iterator[Mark]:
    for block in sheet.saying(*_FORMS):
        if found := _OF_A_FORM.search(block.text.strip()):
            yield block.mark(
                "X112", 0, len(block.text), f"these are the words of the form: {found[0]!r}",
                "write your own, or take them out", ERROR,
            )  # fmt: skip


def x112_placeholder_left(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A note to oneself, or the words of a form, that go to print.
    Remedy: write what was meant, or take it out."""
    yield from _filled_in_for_now(sheet)
    yield from _of_a_form(sheet)
    yield from _of_latin(sheet)
    yield from _left_open(sheet)
    yield from _counted_by_a_program(sheet)
    form = _PLACEHOLDER
    for block in sheet.blocks:
        if not _may_be_left(block):
            continue
        for found in form.finditer(block.text):
            words = found[0]
            before = block.text[max(0, found.start() - 1) : found.start()]
            if before in "“\"‘'«" and before and not words.startswith("["):
                continue
            if words in ("XX", "xx") and not _is_to_be_filled_in(block, found.start()):
                continue
            is_sure = bool(
                re.match(r"lorem|TODO\b(?=.)|À|A C|\[(?:insert|insérer|à)", words, re.IGNORECASE)
            )
            at_start = not block.text[: found.start()].strip()
            level = ERROR if is_sure and (at_start or words.startswith("[")) else WARNING
            if (
                words in ("TODO", "XXX", "FIXME")
                and not at_start
                and block.text[found.end() : found.end() + 1] != ":"
            ):
                level = NOTE
            if words.startswith("[") and block.kind in ("cell", "heading"):
                level = WARNING
            yield block.mark(
                "X112", found.start(), found.end(), f"a placeholder was left: {words!r}",
                "write what was meant, or take it out", level,
            )  # fmt: skip
    for block in sheet.saying("lorem ipsum", *_INSERT):
        if not block.says("lorem ipsum", "here", "ici"):
            continue
        for found in _LOOSE.finditer(block.text):
            if not form.match(block.text, found.start()):
                yield block.mark(
                    "X112", found.start(), found.end(), f"a placeholder was left: {found[0]!r}",
                    "write what was meant, or take it out", ERROR,
                )  # fmt: skip


_LENGTH = sought(
    r"^\W*(?:(?:word|character) count:? ?)?\(?\d[\d.,\u00a0\u202f ]* (?:characters|words|signs|"
    r"signes"
    r"|caractères|mots|Zeichen|Wörter|Anschläge|caracteres|palabras|caratteri|tekens|woorden)"
    r"(?: (?:with|without|including|incl\.|excluding|inkl\.|mit|ohne|avec|sans|con|senza|met|"
    r"zonder)"
    r" ?[^\W\d_]*)?\W*$"
)
_LENGTHS = (
    "characters", "words", "signs", "signes", "caractères", "mots", "zeichen", "wörter",
    "anschläge", "caracteres", "palabras", "caratteri", "tekens", "woorden",
)  # fmt: skip


def _counted_by_a_program(sheet: Sheet) -> Iterator[Mark]:
    """`3,486 characters`, alone on its line: how long the text is, for those who print it."""
    for block in sheet.saying(*_LENGTHS):
        for start, end in block.fragments if block.kind == "paragraph" else ():
            line = sheet.source[start:end].strip()
            if _LENGTH.match(line):
                yield sheet.mark(
                    "X112", start, start + len(line), f"a note on the length was left: {line!r}",
                    "take it out", WARNING,
                )  # fmt: skip


def _left_open(sheet: Sheet) -> Iterator[Mark]:
    for block in sheet.saying(*_OPENED):
        for found in _OPEN.finditer(block.text):
            words = found[0].lstrip(".:–—* \n\u00a0")
            inside = block.text[max(0, found.start() - 1) : found.start()] in tuple("“‘'«\"[")
            if inside or block.kind == "field" or _PLACEHOLDER.search(words):
                continue
            yield block.mark(
                "X112", found.end() - len(words), found.end(), f"this was left open: {words!r}",
                "write what has been decided, or take it out", WARNING,
            )  # fmt: skip


_DATED = sought(
    r"(?:19|20)\d\d[ _-]\d\d[ _-]\d\d[ _-]\w"
    r"|(?<![\w-])[\w-](?:[^\W_]|-)*_[\w-](?:[^\W_]|-)*_[\w-]+$"
)


def _is_file_name(title: str) -> bool:
    """`2020 05 19 quay reopening`, `minutes_of_may_final`: no words, but what a disk calls them."""
    words = title.strip()
    return bool(_DATED.match(words)) and (words.islower() or "_" in words)


def _filled_in_for_now(sheet: Sheet) -> Iterator[Mark]:
    for block in sheet.blocks:
        if block.key == "title" and _is_file_name(block.text):
            yield block.mark(
                "X112", 0, len(block.text), f"the name of a file stands for the title: "
                                            f"{block.text.strip()!r}",
                "write the title", WARNING,
            )  # fmt: skip
        is_empty = block.key == "credit" and not re.search(r"[^\W\d_]", block.text)
        if block.kind == "field" and (is_empty or _STAND_IN.match(block.text)):
            yield block.mark(
                "X112", 0, len(block.text), f"a placeholder was left: {block.text.strip()!r}",
                "write what was meant, or take it out", ERROR,
            )  # fmt: skip


_LEFTOVER = sought(
    r"<{3,}|>{4,}|\bPrint Icon\b|^\s*(?:back to top|skip to content|retour en haut)\s*$"
    r"|&nbsp|\[(?:image|caption|gallery|/caption)[^\]]*\]|\bsaved from url\b",
    re.IGNORECASE,
)


_LEFTOVERS = (
    "<<<", ">>>>", "print icon", "back to top", "skip to content", "retour en haut", "&nbsp",
    "[image", "[caption", "[gallery", "[/caption", "saved from url",
)  # fmt: skip
"""One of these is in whatever the form finds."""


def x111_left_from_another_page(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Signs and words of the page a text was copied from.
    Remedy: take them out."""
    for block in sheet.blocks:
        if not block.says(*_LEFTOVERS):
            continue
        for found in _LEFTOVER.finditer(block.text):
            yield block.mark(
                "X111", found.start(), found.end(), f"{found[0].strip()!r} was left from "
                                                    f"another page",
                "take it out", WARNING,
            )  # fmt: skip
