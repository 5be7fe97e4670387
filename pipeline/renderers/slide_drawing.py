"""A simple drawing (lines, circles, words) as shapes that an office program can change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from pipeline.renderers import measures
from pipeline.renderers.slide_master import EMU, RECTANGLE, frame

THICKEST, LARGEST = 1_584, 4_000
"""Points of a line and of a letter, the most that an office knows."""
ASCENT, ROOM = 0.98, 400.0
"""From the top of a line to its foot, in letters; how wide a line of words may be, in points."""


Corner = tuple[float, float, float]


def shapes(
    svg: Element, corner: Corner, colours: Mapping[str, str], language: str, first: int
) -> str:
    """The shapes of *svg*, at *corner* (left, top, and its width), numbered from *first*.

    *colours* are names of the theme for colours of the drawing, so that both change together.
    """
    return "".join(_Drawing(svg, corner, colours, language).shapes(first))


def grouped(svg: Element, written: str, corner: Corner, number: int) -> str:
    """The shapes of *svg* as one, with what they show in words."""
    title = svg.find("title")
    alt = (title.text or "") if title is not None else ""
    width, height = _view(svg)
    box = (*corner, corner[2] * height / width)
    # The shapes inside are placed as they would be outside.
    inner = frame(box).removeprefix("<a:xfrm>").replace("a:off", "a:chOff")
    placed = frame(box).removesuffix("</a:xfrm>") + inner.replace("a:ext", "a:chExt")
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="Drawing"'
        f" descr={quoteattr(alt)}/>"
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{placed}</p:grpSpPr>"
        f"{written}</p:grpSp>"
    )


def ground(box: tuple[float, ...], colour: str) -> Element:
    """A field of one colour, on a sheet of the size of a slide."""
    sheet = Element("svg", {"viewbox": "0 0 960 540"})
    *corner, width, height = box
    kept = (*corner, min(width, 960), max(0, min(height, 540)))
    given = dict(zip(("x", "y", "width", "height"), map(str, kept), strict=True))
    sheet.append(Element("rect", {**given, "fill": colour}))
    return sheet


def _view(svg: Element) -> tuple[float, float]:
    """How wide and how high a drawing is, in units of its own."""
    *_, width, height = measures.box(svg, "viewbox") or (0, 0, 100, 100)
    if min(width, height) < 1:
        raise measures.Misread("viewBox", svg.get("viewbox", ""), "larger than nothing")
    return width, height


class _Drawing:
    def __init__(
        self, svg: Element, corner: Corner, colours: Mapping[str, str], language: str
    ) -> None:
        self.svg, self.colours, self.language = svg, colours, language
        self.left, self.top, width = corner
        self.scale = width / _view(svg)[0]
        self.number = 0

    def shapes(self, first: int) -> Iterator[str]:
        self.number = first
        draw = {"line": self._line, "circle": self._circle, "rect": self._rect, "text": self._text}
        for node in self.svg.iter():
            if node.tag in draw:
                yield draw[node.tag](node)
                self.number += 1

    def _x(self, value: float) -> float:
        return self.left + value * self.scale

    def _y(self, value: float) -> float:
        return self.top + value * self.scale

    def _colour(self, node: Element, name: str) -> str:
        value = node.get(name, "#000000")
        if value == "none":
            return "<a:noFill/>"
        known = self.colours.get(value.lower())
        if known:
            return f'<a:solidFill><a:schemeClr val="{known}"/></a:solidFill>'
        return f'<a:solidFill><a:srgbClr val="{measures.colour(value, name)}"/></a:solidFill>'

    def _outline(self, node: Element) -> str:
        if node.get("stroke", "none") == "none":
            return "<a:ln><a:noFill/></a:ln>"
        across = measures.number(node, "stroke-width", 1, least=0, most=THICKEST)
        width = min(round(across * self.scale * EMU), THICKEST * EMU)
        return f'<a:ln w="{width}">{self._colour(node, "stroke")}</a:ln>'

    def _line(self, node: Element) -> str:
        x1, y1, x2, y2 = (measures.number(node, name) for name in ("x1", "y1", "x2", "y2"))
        box = (
            self._x(min(x1, x2)),
            self._y(min(y1, y2)),
            abs(x2 - x1) * self.scale,
            abs(y2 - y1) * self.scale,
        )
        flip = ' flipV="1"' if (x2 - x1) * (y2 - y1) < 0 else ""
        placed = frame(box).replace("<a:xfrm>", f"<a:xfrm{flip}>")
        return (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{self.number}" name="Line {self.number}"/>'
            f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{placed}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{self._outline(node)}</p:spPr>'
            "</p:cxnSp>"
        )

    def _circle(self, node: Element) -> str:
        x, y = measures.number(node, "cx"), measures.number(node, "cy")
        r = measures.number(node, "r", least=0)
        box = (self._x(x - r), self._y(y - r), 2 * r * self.scale, 2 * r * self.scale)
        return self._form(node, "ellipse", box)

    def _rect(self, node: Element) -> str:
        x, y = measures.number(node, "x"), measures.number(node, "y")
        width, height = (measures.number(node, name, least=0) for name in ("width", "height"))
        box = (self._x(x), self._y(y), width * self.scale, height * self.scale)
        return self._form(node, "rect", box)

    def _form(self, node: Element, form: str, box: tuple[float, ...]) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self.number}" name="Form {self.number}"/><p:cNvSpPr/>'
            f'<p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}<a:prstGeom prst="{form}"><a:avLst/>'
            f"</a:prstGeom>{self._colour(node, 'fill')}{self._outline(node)}"
            "</p:spPr></p:sp>"
        )

    def _text(self, node: Element) -> str:
        size = measures.number(node, "font-size", 12, least=0) * self.scale
        points = min(max(round(size), 1), LARGEST)
        x, foot = self._x(measures.number(node, "x")), self._y(measures.number(node, "y"))
        align, shift = {"middle": ("ctr", 0.5), "end": ("r", 1.0)}.get(
            node.get("text-anchor", ""), ("l", 0.0)
        )
        box = (x - shift * ROOM, foot - ASCENT * size, ROOM, 1.25 * size)
        face = "mj" if "Serif" in node.get("font-family", "") else "mn"
        bold = int(node.get("font-weight", "400") >= "600")
        words = escape("".join(node.itertext()).strip())
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self.number}" name="Words {self.number}"/>'
            f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}{RECTANGLE}<a:noFill/>'
            '</p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0">'
            f'<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="{align}"/><a:r>'
            f'<a:rPr lang="{self.language}" sz="{points * 100}" b="{bold}">'
            f"{self._colour(node, 'fill')}"
            f'<a:latin typeface="+{face}-lt"/></a:rPr><a:t>{words}</a:t></a:r></a:p>'
            "</p:txBody></p:sp>"
        )
