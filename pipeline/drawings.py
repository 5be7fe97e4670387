"""SVG drawings, let in element by element."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from xml.parsers import expat

from pipeline import cascade
from pipeline.frozen import commonplace, mutable

HEAVIEST = 1_000_000
MOST_ELEMENTS = 20_000
DEEPEST = 50
MOST_FIGURES = 100_000
"""In all its paths; a coastline has 30,000."""
MOST_LETTERS = 20_000
MOST_WORDS = 2_000
"""Elements with words; each is laid out by itself."""
TALLEST, WIDEST = 50, 1000
"""Times that it may be as high as wide, and as wide as high: in pixels, it fills a column."""

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
PREFIXES = {
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}

ELEMENTS = """
svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
textPath linearGradient radialGradient stop clipPath mask pattern marker style filter feBlend
feColorMatrix feComposite feFlood feGaussianBlur feMerge feMergeNode feOffset
"""
WRITTEN = frozenset({"text", "tspan", "textPath", "style"})
"""Elements whose words are part of the drawing."""

ATTRIBUTES = """
id class style lang role aria-hidden version viewBox width height x y
x1 y1 x2 y2 cx cy r rx ry fx fy fr d points transform preserveAspectRatio pathLength href
xlink:href xml:space xml:lang type media offset gradientUnits gradientTransform spreadMethod
patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
markerUnits markerWidth markerHeight refX refY orient dx dy rotate textLength lengthAdjust
startOffset method spacing filterUnits primitiveUnits in in2 result mode operator k1 k2 k3 k4
stdDeviation values fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display
visibility overflow clip clip-path clip-rule mask filter marker marker-start marker-mid
marker-end paint-order vector-effect shape-rendering text-rendering image-rendering
color-interpolation color-interpolation-filters color-rendering enable-background isolation
mix-blend-mode font-family font-size font-style font-weight font-variant font-stretch
letter-spacing word-spacing text-anchor text-decoration dominant-baseline alignment-baseline
baseline-shift direction writing-mode unicode-bidi kerning stop-color stop-opacity flood-color
flood-opacity
"""

ALLOWED_ELEMENTS = frozenset(ELEMENTS.split())
ALLOWED_ATTRIBUTES = frozenset(ATTRIBUTES.split())

# Whatever a style could fetch with, CSS escapes included, since they can spell all the others.
OUTWARD = re.compile(
    r"""url\(\s*+['"]?+\s*+(?!\#)|image-set|src\s*\(|@|\\|://|script\s*:|expression\s*\(|behavior""",
    re.IGNORECASE,
)
_CALLED = re.compile(r"url\(\s*['\"]?#([^'\")]+)")
# A form that begins anew at each letter takes hours for a style sheet without braces.
_RULE = re.compile(r"(?<![^{}])([^{}]*)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|$)")
_CLASS = re.compile(r"\.([\w-]+)\s*$")
_FIGURE = re.compile(r"[0-9.]+")
_BEYOND = re.compile(r"[zZ][\s,]*+[^\s,ACHLMQSTVZachlmqstvz]")
_PAINT = frozenset({"linearGradient", "radialGradient", "filter"})
_FEW = 4
"""Colours of a gradient that cost as much as an element."""
_AT_EACH_POINT = frozenset({"marker", "marker-start", "marker-mid", "marker-end"})
_UNSHOWN = re.compile(r"(?:display:none|(?<![\w-])opacity:(?:0?\.)?0+%?)(?:[;!}]|$)")
_UNSEEN = re.compile(r"visibility:(\w+)")
WORDS = frozenset({"id", "class", "lang", "xml:lang", "role"})
LENGTH = re.compile(r"\s*([0-9]{1,7}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})\s*(px|pt|pc|mm|cm|in|)\s*")
PIXELS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}


class RefusedError(ValueError):
    """The drawing holds something that could do more than be drawn."""


class TooMuchError(RefusedError):
    """The drawing may be drawn, if only there were less of it."""


@commonplace(frozen=True, slots=True)
class Fault:
    """What is wrong with a drawing, in words, and on which line of it."""

    message: str
    line: int | None = None
    is_too_much: bool = False
    """Whether it helps to simplify it; another way to export it does not."""


@mutable(slots=True, eq=False, repr=False)
class Drawing:
    """One drawing as it is read: its size, its faults, and itself without an editor's leftovers."""

    width: float = 0
    height: float = 0
    faults: list[Fault] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    style: list[str] = field(default_factory=list)
    open: list[tuple[str, str, int, int]] = field(default_factory=list)
    elements: int = 0
    uses: list[tuple[str, int]] = field(default_factory=list)
    """Ids that are drawn again, or `.classes` whose style may call some, and how often each."""
    contents: dict[str, tuple[int, tuple[tuple[str, int], ...]]] = field(default_factory=dict)
    """Id -> how many elements it holds, and which ids those use."""
    figures: int = 0
    letters: int = 0
    worded: int = 0
    """Elements with words."""
    styled: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    asked: list[cascade.Asked] = field(default_factory=list)
    deepest: int = 0
    seen: list[tuple[bool, bool]] = field(default_factory=list)
    """Of each open element: whether it is shown with all that is in it, and visible itself."""
    hidden: set[str] = field(default_factory=set)
    """Classes that are not shown, as the layers that somebody has switched off."""
    foreign: int = 0
    """How deep we are in an element that the drawing program left for itself."""


def faults(content: bytes) -> tuple[Fault, ...]:
    """Everything for which the drawing must be refused; none if it may be used."""
    return tuple(read(content).faults)


def bare(content: bytes) -> bytes:
    """The drawing without comments, metadata and an editor's leftovers."""
    drawing = read(content)
    if drawing.faults:
        raise RefusedError(drawing.faults[0].message)
    return "".join(drawing.written).encode()


def read(content: bytes) -> Drawing:
    if len(content) > HEAVIEST:
        weight = f"weighs {len(content) / 1e6:.1f} MB; a drawing may weigh 1 MB"
        return Drawing(faults=[Fault(weight, is_too_much=True)])
    drawing = Drawing()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: _start(drawing, parser, name, given)
    parser.EndElementHandler = lambda _: _end(drawing, parser)
    parser.CharacterDataHandler = lambda words: _words(drawing, words)
    # What the declaration names is not fetched, and it is not written again.
    parser.StartDoctypeDeclHandler = _declared
    parser.EntityDeclHandler = lambda *_: _refuse("declares an entity")
    parser.SkippedEntityHandler = lambda name, _: _refuse(f"has a sign of no meaning: &{name};")
    parser.ProcessingInstructionHandler = _instruction
    try:
        parser.Parse(content, True)
    except RefusedError as refusal:
        is_too_much = isinstance(refusal, TooMuchError)
        drawing.faults.append(Fault(str(refusal), parser.CurrentLineNumber, is_too_much))
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None)
        drawing.faults.append(Fault("is not whole: its XML cannot be read", line))
    else:
        drawing.faults.extend(_endings(drawing))
    return drawing


def _refuse(reason: str) -> None:
    raise RefusedError(reason)


def _declared(_name: str, _system: str | None, public: str | None, has_its_own: bool) -> None:
    """Every chart of matplotlib, Graphviz and LibreOffice names the DOCTYPE of SVG, and no more."""
    if has_its_own or not (public or "").startswith("-//W3C//DTD SVG "):
        raise RefusedError("declares words of its own in its DOCTYPE")


def _instruction(target: str, _: str) -> None:
    if target.lower() == "xml-stylesheet":
        raise RefusedError("calls a style sheet from elsewhere")


def _start(drawing: Drawing, parser: expat.XMLParserType, name: str, given: dict[str, str]) -> None:
    namespace, _, tag = name.rpartition(" ")
    if not drawing.open and (tag != "svg" or namespace not in (SVG, "")):
        raise RefusedError("is XML, but not an SVG drawing")
    drawing.elements += 1
    if drawing.elements > MOST_ELEMENTS:
        raise TooMuchError(f"has more than {MOST_ELEMENTS:,} elements")
    identity = given.get("id", "")
    drawing.open.append((tag, identity, drawing.elements, len(drawing.uses)))
    drawing.seen.append(_seen(drawing, given))
    drawing.deepest = max(drawing.deepest, len(drawing.open))
    if len(drawing.open) > DEEPEST:
        raise RefusedError(f"is nested more than {DEEPEST} deep")
    if drawing.foreign or _is_left_over(namespace, tag):
        drawing.foreign += 1
        return
    line = parser.CurrentLineNumber
    if tag not in ALLOWED_ELEMENTS or namespace == XHTML or _is_in_style(drawing):
        drawing.faults.append(Fault(f"holds <{tag}>, which is not allowed in a drawing", line))
        drawing.foreign += 1
        return
    kept = dict(_attributes(drawing, given, line))
    _count(drawing, tag, given)
    if len(drawing.open) == 1:
        drawing.width, drawing.height = _size(given)
        kept = {"xmlns": SVG, "xmlns:xlink": "http://www.w3.org/1999/xlink"} | kept
    attributes = "".join(f' {key}="{_quoted(value)}"' for key, value in kept.items())
    drawing.written.append(f"<{tag}{attributes}>")


def _quoted(value: str) -> str:
    # A break that was written as a sign must not be read as a blank the next time.
    written = html.escape(value, quote=False).replace('"', "&quot;")
    return written.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def _is_left_over(namespace: str, tag: str) -> bool:
    # No reader of drawings takes type from one: LibreOffice packs it in all the same.
    # What it is called nobody sees where it is published: there, `alt` says it.
    is_unread = tag in ("metadata", "font", "title", "desc")
    return is_unread if namespace in (SVG, "") else namespace != XHTML


def _seen(drawing: Drawing, given: dict[str, str]) -> tuple[bool, bool]:
    """Whether anybody sees the words of an element; its own style counts more than its keys."""
    is_shown, is_visible = drawing.seen[-1] if drawing.seen else (True, True)
    keys = ";".join(
        f"{key}:{given[key]}" for key in ("display", "opacity", "visibility") if key in given
    )
    style = re.sub(r"\s", "", f"{keys};{given.get('style', '')}").casefold()
    is_shown &= not _UNSHOWN.search(style) and drawing.hidden.isdisjoint(
        given.get("class", "").split()
    )
    told = _UNSEEN.findall(style)
    return is_shown, told[-1] == "visible" if told else is_visible


def _is_in_style(drawing: Drawing) -> bool:
    return len(drawing.open) > 1 and drawing.open[-2][0] == "style"


def _attributes(drawing: Drawing, given: dict[str, str], line: int) -> Iterator[tuple[str, str]]:
    for name, value in given.items():
        namespace, _, key = name.rpartition(" ")
        if namespace:
            key = f"{PREFIXES[namespace]}:{key}" if namespace in PREFIXES else ""
        if key.lower().startswith("on"):
            drawing.faults.append(Fault(f"holds the script attribute '{key}'", line))
        elif key in ("href", "xlink:href"):
            if value.strip().startswith("#"):
                drawing.uses.append((value.strip()[1:], 1))
                yield key, value.strip()
            else:
                drawing.faults.append(Fault(f"points outside itself: {key}={value[:60]!r}", line))
        elif key not in WORDS and OUTWARD.search(value):
            drawing.faults.append(Fault(f"calls something from elsewhere in '{key}'", line))
        # A colour that begins anew every millionth of a pixel fills the memory.
        elif key == "spreadMethod" and value.strip() != "pad":
            drawing.faults.append(Fault(f"repeats its colours (spreadMethod={value[:20]!r})", line))
        elif key == "d" and (beyond := _BEYOND.search(value)):
            # The engine waits there for a letter that never comes.
            drawing.faults.append(Fault(f"has a path that goes on after {beyond[0]!r}", line))
        elif key in ALLOWED_ATTRIBUTES:
            yield key, value


def _count(drawing: Drawing, tag: str, given: dict[str, str]) -> None:
    """What is drawn again and again because of one element, and how much it asks for."""
    points = len(_FIGURE.findall(given.get("d", "") + given.get("points", "")))
    drawing.figures += points
    drawing.worded += tag in ("text", "tspan", "textPath")
    if drawing.figures > MOST_FIGURES:
        raise TooMuchError(f"has more than {MOST_FIGURES:,} figures in its paths")
    if drawing.worded > MOST_WORDS:
        raise TooMuchError(f"has more than {MOST_WORDS:,} elements with words")
    for key, value in given.items():
        times = max(1, points) if key in _AT_EACH_POINT or "marker" in value else 1
        drawing.uses += [(name, times) for name in _CALLED.findall(value)]
    # The style stands where it likes.
    for name in given.get("class", "").split():
        drawing.uses += [(f".{name}", 1), (f">{name}", max(1, points))]


def _sheet(drawing: Drawing, sheet: str) -> None:
    """What the rules of a style call, by their classes; `.` is what any element may call.

    A marker, which is drawn at each point of a path, stands under `>`.
    """
    drawing.asked += cascade.asked(_REMARK.sub(" ", sheet))
    for selectors, rules in _RULE.findall(sheet):
        called = [(name, 1) for name in _CALLED.findall(rules)]
        if _UNSHOWN.search(re.sub(r"\s", "", rules).casefold()):
            drawing.hidden.update(
                found[1] for one in selectors.split(",") if (found := _CLASS.search(one))
            )
        sign = ">" if "marker" in rules else "."
        for selector in selectors.split(",") if called else ():
            found = _CLASS.search(selector)
            drawing.styled.setdefault(f"{sign}{found[1]}" if found else ".", []).extend(called)


def _end(drawing: Drawing, parser: expat.XMLParserType) -> None:
    tag, identity, first, uses = drawing.open.pop()
    drawing.seen.pop()
    if identity and identity not in drawing.contents:
        drawn = drawing.elements - first + 1
        # A gradient is no picture of its own.
        drawn = drawn // _FEW if tag in _PAINT else drawn
        drawing.contents[identity] = drawn, tuple(drawing.uses[uses:])
    if drawing.foreign:
        drawing.foreign -= 1
        return
    if tag == "style":
        # Only the whole sheet tells: a comment or a CDATA section may cut a word in two.
        sheet = "".join(drawing.style)
        drawing.style.clear()
        _sheet(drawing, sheet)
        if OUTWARD.search(sheet):
            line = parser.CurrentLineNumber
            drawing.faults.append(Fault("calls something from elsewhere in its <style>", line))
        drawing.written.append(html.escape(_REMARK.sub(" ", sheet), quote=False))
    drawing.written.append(f"</{tag}>")


def _words(drawing: Drawing, words: str) -> None:
    tag = drawing.open[-1][0]
    # Words of a layer that is switched off are still there for who opens the file.
    is_hidden = tag != "style" and not all(drawing.seen[-1])
    if drawing.foreign or tag not in WRITTEN or is_hidden:
        return
    drawing.letters += len(words) * (tag in ("text", "tspan", "textPath"))
    if drawing.letters > MOST_LETTERS:
        raise TooMuchError(f"has more than {MOST_LETTERS:,} letters")
    (drawing.style if tag == "style" else drawing.written).append(
        words if tag == "style" else html.escape(words, quote=False)
    )


def _size(given: dict[str, str]) -> tuple[float, float]:
    width, height = (_pixels(given.get(side, "")) for side in ("width", "height"))
    try:
        _, _, across, down = map(float, re.split(r"[\s,]+", given.get("viewBox", "").strip()))
    except ValueError:
        return width, height
    if not (0 < across < 1e7 and 0 < down < 1e7):
        return width, height
    if width and height:
        return width, height
    if width:
        return width, width * down / across
    return (height * across / down, height) if height else (across, down)


def _pixels(length: str) -> float:
    found = LENGTH.fullmatch(length)
    return float(found[1]) * PIXELS[found[2]] if found else 0


def _endings(drawing: Drawing) -> Iterator[Fault]:
    if not (drawing.width > 0 and drawing.height > 0):
        yield Fault("does not say how large it is (neither width and height nor viewBox)", 1)
    elif drawing.height > TALLEST * drawing.width or drawing.width > WIDEST * drawing.height:
        yield Fault("is a thread: its height and its width would be of no use on a page", 1)
    if _drawn(drawing) > MOST_ELEMENTS:
        yield Fault(
            f"repeats itself (<use>, marker, mask …) into more than {MOST_ELEMENTS:,} elements",
            is_too_much=True,
        )
    if cascade.is_endless(drawing.asked, drawing.elements, drawing.deepest):
        yield Fault("has so many rules in its <style> that nobody can follow", is_too_much=True)


def _drawn(drawing: Drawing) -> int:
    """How many elements it becomes when all that is drawn again is followed.

    Too many, if that never ends.
    """
    known: dict[str, int] = {}

    def weight(identity: str, above: frozenset[str]) -> int:
        if identity in above or len(above) > DEEPEST:
            return MOST_ELEMENTS + 1
        if identity not in known:
            styled = tuple(drawing.styled.get(identity, ()))
            own, uses = drawing.contents.get(identity, (0, ()))
            known[identity] = own + total((*uses, *styled), above | {identity})
        return known[identity]

    def total(uses: Iterable[tuple[str, int]], above: frozenset[str]) -> int:
        return sum(weight(name, above) * times for name, times in uses)

    everywhere = total(drawing.styled.get(".", ()), frozenset()) * drawing.elements
    return drawing.elements + everywhere + total(drawing.uses, frozenset())
