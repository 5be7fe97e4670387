"""SVG drawings, let in element by element."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from xml.parsers import expat

from pipeline import cascade, redrawn
from pipeline.frozen import commonplace, mutable

HEAVIEST = 1_000_000
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
_REMARK = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|$)")
_BEYOND = re.compile(r"[zZ][\s,]*+[^\s,ACHLMQSTVZachlmqstvz]")
_OWN = {"d": ("path",), "points": ("polygon", "polyline")}
"""What means nothing elsewhere, but is handed down to all that is inside."""
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
    open: list[str] = field(default_factory=list)
    tally: redrawn.Tally = field(default_factory=redrawn.Tally)
    letters: int = 0
    worded: int = 0
    """Elements with words."""
    properties: set[str] = field(default_factory=set)
    """Whatever its styles set."""
    seen: list[tuple[bool, bool]] = field(default_factory=list)
    """Of each open element: whether it is shown with all that is in it, and visible itself."""
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
    is_drawn = not drawing.foreign and not _is_left_over(namespace, tag)
    redrawn.begin(drawing.tally, tag, given, is_drawn=is_drawn)
    if drawing.tally.elements > redrawn.MOST_ELEMENTS:
        raise TooMuchError(f"has more than {redrawn.MOST_ELEMENTS:,} elements")
    drawing.open.append(tag)
    drawing.seen.append(_seen(drawing, given))
    if len(drawing.open) > redrawn.DEEPEST:
        raise RefusedError(f"is nested more than {redrawn.DEEPEST} deep")
    if not is_drawn:
        drawing.foreign += 1
        return
    line = parser.CurrentLineNumber
    if tag not in ALLOWED_ELEMENTS or namespace == XHTML or _above(drawing) == "style":
        drawing.faults.append(Fault(f"holds <{tag}>, which is not allowed in a drawing", line))
        drawing.foreign += 1
        return
    if _above(drawing) in _OWN["points"]:
        drawing.faults.append(Fault(f"holds <{tag}> in a <{_above(drawing)}>, where none is", line))
    kept = dict(_attributes(drawing, tag, given, line))
    _count(drawing, tag)
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
    style = f"{keys};{given.get('style', '')}"
    is_shown &= not redrawn.is_unshown(style) and drawing.tally.hidden.isdisjoint(
        given.get("class", "").split()
    )
    told = _UNSEEN.findall(re.sub(r"\s", "", style).casefold())
    return is_shown, told[-1] == "visible" if told else is_visible


def _above(drawing: Drawing) -> str:
    return drawing.open[-2] if len(drawing.open) > 1 else ""


def _attributes(
    drawing: Drawing, tag: str, given: dict[str, str], line: int
) -> Iterator[tuple[str, str]]:
    for name, value in given.items():
        namespace, _, key = name.rpartition(" ")
        if namespace:
            key = f"{PREFIXES[namespace]}:{key}" if namespace in PREFIXES else ""
        if key.lower().startswith("on"):
            drawing.faults.append(Fault(f"holds the script attribute '{key}'", line))
        elif key in ("href", "xlink:href"):
            if value.strip().startswith("#"):
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
        elif key == "style":
            yield key, _styled(drawing, value, line)
        elif key in ALLOWED_ATTRIBUTES and tag in _OWN.get(key, (tag,)):
            _hold(drawing, cascade.unread(key, value), [(key, value)], line)
            yield key, value


def _styled(drawing: Drawing, style: str, line: int) -> str:
    """A style without its remarks; what it must not set is told."""
    bare = _REMARK.sub(" ", style)
    declared = [*cascade.declared(bare)]
    _hold(drawing, cascade.unfit(bare), declared, line)
    drawing.properties.update(name for name, _ in declared)
    return bare


def _hold(
    drawing: Drawing, unfit: Iterator[str], values: Iterable[tuple[str, str]], line: int
) -> None:
    """Tell what is *unfit*, and which of the values are too long."""
    drawing.faults += (Fault(said, line) for said in unfit)
    for name, value in values:
        drawing.faults += (Fault(said, line, True) for said in cascade.endless(name, value))


def _count(drawing: Drawing, tag: str) -> None:
    drawing.worded += tag in ("text", "tspan", "textPath")
    if drawing.tally.figures > redrawn.MOST_FIGURES:
        raise TooMuchError(f"has more than {redrawn.MOST_FIGURES:,} figures in its paths")
    if len(drawing.tally.calls) > redrawn.MOST_CALLS:
        raise TooMuchError(f"calls its parts and classes more than {redrawn.MOST_CALLS:,} times")
    if drawing.worded > MOST_WORDS:
        raise TooMuchError(f"has more than {MOST_WORDS:,} elements with words")


def _end(drawing: Drawing, parser: expat.XMLParserType) -> None:
    tag = drawing.open.pop()
    drawing.seen.pop()
    redrawn.end(drawing.tally)
    if drawing.foreign:
        drawing.foreign -= 1
        return
    if tag == "style":
        # Only the whole sheet tells: a comment or a CDATA section may cut a word in two.
        sheet, line = "".join(drawing.style), parser.CurrentLineNumber
        drawing.style.clear()
        if OUTWARD.search(sheet):
            drawing.faults.append(Fault("calls something from elsewhere in its <style>", line))
        bare = _styled(drawing, sheet, line)
        redrawn.read_sheet(drawing.tally, bare)
        drawing.written.append(html.escape(bare, quote=False))
    drawing.written.append(f"</{tag}>")


def _words(drawing: Drawing, words: str) -> None:
    tag = drawing.open[-1]
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
    if len(drawing.properties) > cascade.MOST_PROPERTIES:
        yield Fault(f"sets {len(drawing.properties):,} properties in its styles", is_too_much=True)
    for said in redrawn.faults(drawing.tally):
        yield Fault(said, is_too_much=True)
