"""The characters of a language: its quotation marks, dashes and spaces, set as a printer would."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from pipeline.frozen import dataclass, mutable
from pipeline.sought import sought

NO_BREAK = "\u00a0"
NARROW = "\u202f"
FROM_LEFT = "\u200e"
LEFTWARD = sought("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter of Hebrew, Arabic or another script that runs to the left."""
OBJECT = "\ufffc"
"""Stands in a run for what is not text: a picture, code, a passage in another language."""

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Custom:
    """How a language sets its quotations and its spaces."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    high: str = ""
    """What stands before ; ! and ?."""
    colon: str = ""
    percent: str = ""
    singles_first: bool = False
    """Whether a single typed mark opens an outer quotation too."""


# Unicode CLDR's delimiters, but for French, whose inner marks printers set as English ones.
_PAIRS = """
en “ ” ‘ ’|de „ “ ‚ ‘|es « » “ ”|it « » “ ”|nl ‘ ’ “ ”|pt « » “ ”|pt-br “ ” ‘ ’|ca « » “ ”
gl “ ” ‘ ’|eu “ ” ‘ ’|ro „ ” « »|pl „ ” « »|cs „ “ ‚ ‘|sk „ “ ‚ ‘|hu „ ” » «|sl „ “ ‚ ‘
hr „ ” ‚ ’|sr „ ” ’ ’|bs „ ” ‘ ’|mk „ “ ’ ‘|bg „ “ „ “|ru « » „ “|uk « » „ “|be « » „ “
el « » “ ”|sq « » “ ”|lt „ “ „ “|lv “ ” ‘ ’|et „ “ « »|fi ” ” ’ ’|sv ” ” ’ ’|da “ ” ‘ ’
nb « » ‘ ’|no « » ‘ ’|nn « » ‘ ’|is „ “ ‚ ‘|ga “ ” ‘ ’|mt “ ” ‘ ’|cy ‘ ’ “ ”|lb „ “ ‚ ‘
tr “ ” ‘ ’|hy « » « »|ka „ “ “ ”|ar ” “ ’ ‘|fa « » ‹ ›|he ” ” ’ ’|ja 「 」 『 』|zh “ ” ‘ ’
de-ch « » ‹ ›|it-ch « » ‹ ›
"""


def _tabled() -> Iterator[tuple[str, Custom]]:
    for row in _PAIRS.replace("\n", "|").strip("|").split("|"):
        language, opens, closes, opens_inside, closes_inside = row.split()
        pairs = (opens, closes), (opens_inside, closes_inside)
        yield language, Custom(*pairs, singles_first=language in ("nl", "cy"))


CUSTOMS = {
    **dict(_tabled()),
    "fr": Custom(("«\u00a0", "\u00a0»"), ("“", "”"), NARROW, NO_BREAK, NO_BREAK),
    "fr-ca": Custom(("«\u00a0", "\u00a0»"), ("“", "”"), "", NO_BREAK, NO_BREAK),
    "fr-ch": Custom(("«\u202f", "\u202f»"), ("‹\u202f", "\u202f›"), NARROW, NARROW, NO_BREAK),
}
_RIGHT_TO_LEFT = re.compile(r"(?:arc?|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)(?:-|$)")


def custom(language: str) -> Custom:
    code = language.lower()
    return CUSTOMS.get(code) or CUSTOMS.get(code.partition("-")[0]) or CUSTOMS["en"]


def is_right_to_left(language: str) -> bool:
    return bool(_RIGHT_TO_LEFT.match(language.lower()))


@mutable(slots=True, eq=False, repr=False)
class Run:
    """Text that reads as one line though tags divide it into pieces."""

    pieces: list[str]
    is_changed: bool = False
    _text: str | None = dataclasses.field(default=None, repr=False)

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = "".join(self.pieces)
        return self._text

    def edit(self, edits: Iterable[Edit]) -> None:
        """Replaces stretches of the run, given in order; a letter keeps to its piece."""
        todo = list(edits)
        if not todo:
            return
        starts, position = [], 0
        for piece in self.pieces:
            starts.append(position)
            position += len(piece)
        parts: list[list[Edit]] = [[] for _ in self.pieces]
        for start, end, words in todo:
            number = min(bisect_right(starts, start) - 1, len(starts) - 1)
            parts[number].append((start, end, words))
            while number + 1 < len(starts) and starts[number + 1] < end:
                number += 1
                parts[number].append((starts[number], end, ""))
        for number, changes in enumerate(parts):
            if changes:
                self.pieces[number] = _edited(self.pieces[number], starts[number], changes)
        self._text, self.is_changed = None, True


def _edited(piece: str, offset: int, changes: list[Edit]) -> str:
    out, after = [], 0
    for start, end, words in changes:
        out += [piece[after : start - offset], words]
        after = max(after, min(end - offset, len(piece)))
    return "".join((*out, piece[after:]))


def typeset(text: str, language: str) -> str:
    """*text* as *language* sets it; what is right already stays as it is.

    >>> typeset('"It\\'s 14-16 March" -- she said', "en")
    '“It’s 14–16 March” – she said'
    """
    run = Run([text])
    set_run(run, language)
    return run.text


def in_order(text: str) -> str:
    """*text* for a language that runs from the right, with its telephone numbers in their order.

    >>> in_order("הטלפון: +972 3 123 4567").count(FROM_LEFT)
    1
    """
    return _IN_GROUPS.sub(lambda found: f"{FROM_LEFT}{found[0]}", text)


_FIGURE = re.compile(r"\d")
_TO_SET = re.compile(r"""["'.\-%€$£;!?:«»‹›\d]""")


def set_run(run: Run, language: str) -> None:
    """Sets *run* in place."""
    if not _TO_SET.search(run.text):
        return
    house = custom(language)
    if "-" in run.text or "..." in run.text:
        run.edit(_each(_DASHES, _masked(run.text), _dash))
        run.edit(_each(_RANGE, _masked(run.text), _range))
    if '"' in run.text or "'" in run.text:
        run.edit(_quotation_marks(_masked(run.text), house))
    if " " in run.text:
        if _FIGURE.search(run.text):
            run.edit(_each(_BEFORE_UNIT, _masked(run.text), lambda _: NO_BREAK))
        run.edit(_last_space(_ABBREVIATED, run.text))
        if is_right_to_left(language):
            run.edit(_each(_IN_GROUPS, run.text, lambda found: f"{FROM_LEFT}{found[0]}"))
        space = NARROW if house.percent else NO_BREAK
        run.edit(_each(_THOUSANDS, run.text, lambda found: found[0].replace(" ", space)))
    if house.percent:
        run.edit(_french(_masked(run.text), house))


_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>«»“”\"]*[^\s<>«»“”\".,;:!?)'’]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\w/])[@#]\w[\w-]*"
)


def _masked(text: str) -> str:
    """*text* with its addresses hidden, letter for letter."""
    if "@" not in text and "#" not in text and "://" not in text and "www." not in text:
        return text
    return _ADDRESS.sub(lambda found: OBJECT * len(found[0]), text)


def _each(
    form: re.Pattern[str], text: str, change: Callable[[re.Match[str]], str | None]
) -> Iterator[Edit]:
    for found in form.finditer(text):
        words = change(found)
        if words is not None and words != found[0]:
            yield found.start(), found.end(), words


def _last_space(form: re.Pattern[str], text: str) -> Iterator[Edit]:
    for found in form.finditer(text):
        yield found.end() - 1, found.end(), NO_BREAK


_DASHES = re.compile(
    r"(?<!\.)\.{3}(?!\.)"
    r"|(?<!-)---(?!-)"
    r"|(?<=[^\s-])--(?=[^\s-])|(?<=\S )--(?= )"
    r"|(?<=[^\s–—-] )-(?= [^\s–—-])"
)


def _dash(found: re.Match[str]) -> str:
    return {".": "…", "---": "—"}.get(found[0] if found[0] == "---" else found[0][0], "–")


_RANGE = re.compile(
    r"(?<![\w.,/:+)&=#–—-])(?<!\d[ \u00a0\u202f])"
    r"(\d{1,4})-(\d{1,4})"
    r"(?![\w/–—@-]|[.,:]\d)(?![ \u00a0\u202f]\d(?!\d{3}(?!\d)))"
)
_NO_RANGE = sought(
    r"(?:\b(?:tel|phone|fax|call|mobile|gsm|mob|iso|en|isbn|issn|doi|iban|rfc|ref|id|grant|celex)"
    r"|[☎✆])[.:]?[\s\u00a0\u202f]*$",
    re.IGNORECASE,
)


def _range(found: re.Match[str]) -> str | None:
    left, right = found[1], found[2]
    if _is_postcode(found):
        return None
    is_year = len(left) == 4
    if is_year and len(right) == 2 and 0 < int(right) <= 12:
        # 2020-03 is a month; 2019-20 is a season.
        return None
    whole = left[: len(left) - len(right)] + right if len(right) < len(left) else right
    is_rising = int(left) < int(whole) and (right[0] != "0" or left[0] == "0")
    before = found.string[max(0, found.start() - 24) : found.start()]
    if not is_rising or _NO_RANGE.search(before):
        return None
    return f"{left}–{right}"


def _is_postcode(found: re.Match[str]) -> bool:
    """A Portuguese one wherever it stands, a Polish one before a town where an address has it."""
    sizes = len(found[1]), len(found[2])
    return sizes == (4, 3) or (sizes == (2, 3) and bool(_IN_ADDRESS.search(_around(found))))


def _around(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - 2) : found.end() + 2]


_IN_ADDRESS = sought(r"(?:^|, |\n)\d\d-\d{3}[ \u00a0][A-ZÀ-ÖØ-ÞĆĘŁŃŚŹŻ]")
_UNITS = (
    "%|‰|€|\\$|£|°C|°F|°|km/h|km²|km2|km|cm|mm|m²|m2|m³|m|kg|g|t|ha|kWh|MWh|GWh|kW|MW|GW|W"
    "|KB|MB|GB|TB|EUR|USD|GBP|CHF|h|min|millions?|billions?|milliards?|Million(?:en)?"
    "|Milliarden?|Mio|Mrd|millones|miliardi|milioni|miljoen|miljard|mln|mld|tys|zł|Kč|Ft|kr|lei|Uhr"
    "|milion(?:y|ów)?|miliard(?:y|ów)?|milhões|milioane|млн|млрд|грн|лв"
)
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?![\w'’-]))|(?<=[€$£]) (?=\d)")
_ABBREVIATED = sought(
    r"[A-ZÀ-ÖØ-Þ№§afnpv](?<!\w.)(?:(?<=[A-ZÀ-ÖØ-Þ])\. (?=[A-ZÀ-ÖØ-Þ][\w.])"
    r"|(?:(?<=N)os?\.|(?<=N)o|(?<=n)o\.|(?<=[Nn])(?:r\.|[°º])|(?<=[№§])|(?<=p)p?\.|(?<=[Aa])rt\."
    r"|(?<=[Vv])ol\.|(?<=[Ff])ig\.) (?=\d))"
)
_IN_GROUPS = sought(
    r"(?<![\w+\u200e])(?:\+\d[\d ]{4,20}\d|\d{1,3}(?: \d{3})+|\d+(?: \d+){2,8})(?!\w)"
)
"""What reads from the left in an Arabic sentence, too: its groups would change places."""
_THOUSANDS = sought(
    r"(?<![\w.,+)-])(?<!\d[ \u00a0\u202f])\d{1,3}(?: \d{3})+(?:,\d{1,2}(?!\d))?(?![\d-]|[.,]\d| \d)"
)
"""Figures in groups of three; not those of a telephone, which go on."""


def _french(text: str, house: Custom) -> Iterator[Edit]:
    for found in _FRENCH.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if before in ("«", "‹") or after in ("»", "›"):
            space = house.outer[0][1:]
        elif after in ("%", "€", "$", "£", "‰"):
            space = house.percent
        elif after == ":":
            space = house.colon
        else:
            space = house.high
        if found[0] != space:
            yield found.start(), found.end(), space


_END = r"(?=[\s)\]»›”’…,.;:!?\"]|$)"
_FRENCH = sought(
    r"(?<=[«‹]) *(?=[^\s\u00a0\u202f])"
    r"|(?<=[^\s\u00a0\u202f]) *(?=[»›])"
    r"|(?<=\d) ?(?=[%€$£‰](?!\w))"
    rf"|(?<=[^\s\u00a0\u202f(\[«‹“:/]) *(?=:{_END})"
    rf"|(?<=[^\s\u00a0\u202f(\[«‹“;!?¡¿]) *(?=[;!?][!?]*{_END})"
)


def _quotation_marks(text: str, house: Custom) -> Iterator[Edit]:
    setter = _Quotations(text, house)
    for found in re.finditer("[\"']", text):
        words = setter.double(found.start()) if found[0] == '"' else setter.single(found.start())
        if words != found[0]:
            yield found.start(), found.end(), words


_OPENS_AFTER = frozenset(" \n\t\u00a0\u202f([{<–—-/“‘„‚«‹\"'¿¡=")
_ELIDED = sought(r"'(?:\d\ds?\b|tis\b|twas\b|em\b|til\b|cause\b|n'|[tsnk] )", re.IGNORECASE)
_CLOSES_SINGLE = re.compile(r"(?<=[^\s(\[{])'(?!\w)")
_LIKE_WORDS = f"_{OBJECT}"


class _Quotations:
    """Decides for each typed mark, from left to right, what it opens or closes."""

    def __init__(self, text: str, house: Custom) -> None:
        self.text = text
        self.house = house
        self.open: list[tuple[str, tuple[str, str]]] = []
        """The typed mark and the pair that was set for it."""
        self.closers = [found.start() for found in _CLOSES_SINGLE.finditer(text)]

    def _around(self, position: int) -> tuple[str, str]:
        return self.text[position - 1 : position] if position else "", self.text[
            position + 1 : position + 2
        ]

    def double(self, position: int) -> str:
        before, after = self._around(position)
        is_open = any(mark == '"' for mark, _ in self.open)
        may_open = (not before or before in _OPENS_AFTER) and bool(after) and not after.isspace()
        if may_open and not (is_open and not after.isalnum() and before not in " ([{"):
            return self._begin('"')
        if is_open:
            return self._end('"')
        if before.isdigit():
            # Inches, or a mark whose partner is missing: not ours to guess.
            return '"'
        if not before or before.isspace():
            return self._begin('"')
        return self.house.outer[1]

    def single(self, position: int) -> str:
        before, after = self._around(position)
        is_inside = _is_word(before) and _is_word(after)
        may_open = not is_inside and (not before or before in _OPENS_AFTER)
        if may_open and after and not after.isspace():
            later = bisect_right(self.closers, position + 1)
            if not _ELIDED.match(self.text, position) and later < len(self.closers):
                return self._begin("'")
            return "’"
        if not is_inside and any(mark == "'" for mark, _ in self.open):
            return self._end("'")
        return "’"

    def _begin(self, mark: str) -> str:
        is_outer = mark == '"' or (self.house.singles_first and not self.open)
        pair, other = self.house.outer, self.house.inner
        if not is_outer:
            pair, other = other, pair
        if self.open and self.open[-1][1] == pair:
            pair = other
        self.open.append((mark, pair))
        return pair[0]

    def _end(self, mark: str) -> str:
        while self.open:
            typed, pair = self.open.pop()
            if typed == mark:
                return pair[1]
        return mark


def _is_word(letter: str) -> bool:
    return letter.isalnum() or (bool(letter) and letter in _LIKE_WORDS)


_OPENERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "”": "”",
    "'": "'",
    '"': '"',
}


def enclosing_marks(first: str, last: str, text: str) -> bool:
    """Whether *text* stands in quotation marks typed around the whole of it."""
    closers = _OPENERS.get(first, "")
    if last not in closers or len(text) < 3:
        return False
    depth = 0
    for position, letter in enumerate(text[:-1]):
        if first != last and letter == first:
            depth += 1
        elif letter in closers and position and _closes(text, position):
            depth -= 1
            if depth <= 0:
                return False
    return True


def _closes(text: str, position: int) -> bool:
    before, after = text[position - 1], text[position + 1 : position + 2]
    return not before.isspace() and not _is_word(after)
