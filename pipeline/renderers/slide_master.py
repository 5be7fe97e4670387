"""The layouts of a PowerPoint file: where each kind of words stands, and in which type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from pipeline.renderers import measures

EMU = 12700
"""To a point."""
WIDTH, HEIGHT = 12192000, 6858000
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
PANOSE = {
    "Source Serif Pro": 'panose="02040603050405020204" pitchFamily="18"',
    "Source Sans Pro": 'panose="020B0503030403020204" pitchFamily="34"',
}
"""What stands in for a face that is not there should at least be of its kind."""


DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office PowerPoint</Application><Company>{company}</Company>"
    "<AppVersion>16.0000</AppVersion></Properties>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A placeholder."""

    kind: str
    """title, ctrTitle, subTitle, body, pic, tbl or chart."""
    number: int
    name: str
    box: tuple[float, float, float, float]
    """Left, top, width and height in points."""
    size: float = 30
    face: str = "mn"
    """`mj`, the face of headings, or `mn`, that of text."""
    bold: bool = False
    colour: str = "tx1"
    anchor: str = "t"
    leading: int = 100
    """In percent of the face's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    name: str
    kind: str
    """What PowerPoint calls it."""
    places: tuple[Place, ...]
    is_dark: bool = False
    has_foot: bool = True


def _title(**given: object) -> Place:
    made: dict[str, object] = {
        "kind": "title",
        "number": 0,
        "name": "Title",
        "box": (54, 46, 852, 92),
        "size": 38,
        "face": "mj",
        "bold": True,
        "colour": "tx2",
    }
    return Place(**{**made, **given})  # type: ignore[arg-type]


def _body(**given: object) -> Place:
    made: dict[str, object] = {
        "kind": "body",
        "number": 1,
        "name": "Text",
        "box": (54, 142, 852, 330),
    }
    return Place(**{**made, **given})  # type: ignore[arg-type]


KICKER = {"size": 24, "face": "mn", "box": (54, 46, 852, 64), "colour": "accent2"}
CREDIT = Place(
    kind="body", number=20, name="Credit", box=(354, 488, 550, 18), size=12, colour="accent5"
)
PICTURE = Place(kind="pic", number=13, name="Picture", box=(354, 60, 606, 404), size=24)

LAYOUTS: Mapping[str, Layout] = {
    "cover": Layout(
        name="Title Slide",
        kind="title",
        is_dark=True,
        has_foot=False,
        places=(
            _title(kind="ctrTitle", box=(54, 124, 640, 300), size=58, colour="bg1", anchor="b"),
            _body(kind="subTitle", name="Subtitle", box=(54, 436, 640, 64), size=24, colour="bg1"),
        ),
    ),
    "section": Layout(
        name="Section Header",
        kind="secHead",
        is_dark=True,
        places=(_title(box=(54, 160, 852, 220), size=58, colour="bg1"),),
    ),
    "content": Layout(name="Title and Content", kind="obj", places=(_title(), _body())),
    "statement": Layout(
        name="Statement",
        kind="obj",
        places=(
            _title(**KICKER),
            _body(box=(54, 126, 852, 340), size=58, face="mj", colour="tx2", leading=92),
        ),
    ),
    "figures": Layout(
        name="Figures",
        kind="titleOnly",
        places=(_title(box=(54, 54, 852, 420), size=30),),
    ),
    "figure": Layout(
        name="Figure and Text",
        kind="twoObj",
        places=(
            _title(box=(54, 46, 300, 426), size=30),
            _body(box=(402, 60, 504, 412)),
            PICTURE,
            CREDIT,
        ),
    ),
    "number": Layout(
        name="Figure with Title",
        kind="obj",
        places=(_title(**KICKER), _body(box=(54, 126, 852, 340), colour="tx2")),
    ),
    "picture": Layout(
        name="Picture and Text",
        kind="picTx",
        places=(
            _title(box=(54, 46, 400, 130)),
            _body(box=(54, 180, 400, 292)),
            PICTURE,
            CREDIT,
        ),
    ),
    "quotation": Layout(
        name="Quotation",
        kind="obj",
        is_dark=True,
        places=(
            _title(**{**KICKER, "colour": "bg1"}),
            _body(box=(54, 126, 852, 340), size=46, face="mj", colour="bg1", leading=95),
        ),
    ),
    "table": Layout(
        name="Title and Table",
        kind="tbl",
        places=(
            _title(),
            Place(kind="tbl", number=14, name="Table", box=(54, 142, 852, 330), size=24),
        ),
    ),
    "chart": Layout(
        name="Title and Chart",
        kind="chart",
        places=(
            _title(),
            Place(kind="chart", number=15, name="Chart", box=(54, 142, 852, 330), size=24),
        ),
    ),
    "drawing": Layout(name="Title Only", kind="titleOnly", places=(_title(),)),
    "contact": Layout(
        name="Contact",
        kind="obj",
        is_dark=True,
        places=(
            _title(box=(54, 90, 852, 84), size=58, colour="bg1"),
            _body(box=(54, 196, 852, 270), colour="bg1"),
        ),
    ),
}


def layout(given: Layout, house: str, ornament: str = "") -> str:
    """The layout as XML; *ornament* is what stands behind its words."""
    ground = f"<p:bg><p:bgPr>{_fill('accent1')}<a:effectLst/></p:bgPr></p:bg>"
    shapes = [_shape(place, number) for number, place in enumerate(given.places, 20)]
    if given.has_foot:
        shapes += foot(house, "bg1" if given.is_dark else "")
    return (
        f'<p:sldLayout {NAMES} type="{given.kind}" preserve="1">'
        f'<p:cSld name="{given.name}">{ground if given.is_dark else ""}<p:spTree>{GROUP}{ornament}'
        f"{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def foot(house: str, colour: str = "") -> list[str]:
    """Whose slides they are, and the number of each: as a layout has them."""
    name, number = colour or "tx2", colour or "accent5"
    return [
        _foot("ftr", _style((54, 498, 144, 22), "l", name, 1), _run(house)),
        _foot("sldNum", _style((806, 498, 100, 22), "r", number, 0), _field("‹#›")),
    ]


def own_foot(house: str, number: int, language: str) -> list[str]:
    """The same on a slide, which leaves their form to its layout."""
    bare = ("<p:spPr/>", "<a:bodyPr/><a:lstStyle/>")
    return [
        _foot("ftr", bare, _run(house, language)),
        _foot("sldNum", bare, _field(str(number), language)),
    ]


INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
FEET = {"ftr": (10, "Footer"), "sldNum": (11, "Slide Number")}


def _run(words: str, language: str = "") -> str:
    return f"<a:r>{_spoken(language)}<a:t>{escape(words)}</a:t></a:r>"


def _field(shown: str, language: str = "") -> str:
    identity = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
    return f'<a:fld id="{identity}" type="slidenum">{_spoken(language)}<a:t>{shown}</a:t></a:fld>'


def _spoken(language: str) -> str:
    return f'<a:rPr lang="{language}"/>' if language else "<a:rPr/>"


def _style(
    box: tuple[float, float, float, float], align: str, colour: str, bold: int
) -> tuple[str, str]:
    letters = f'<a:defRPr sz="1200" b="{bold}">{_fill(colour)}</a:defRPr>'
    level = f'<a:lvl1pPr algn="{align}">{letters}</a:lvl1pPr>'
    shape = f"<p:spPr>{frame(box)}{RECTANGLE}</p:spPr>"
    return shape, f'<a:bodyPr {INSETS} anchor="b"/><a:lstStyle>{level}</a:lstStyle>'


def _foot(kind: str, style: tuple[str, str], words: str) -> str:
    number, name = FEET[kind]
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{number}"/></p:nvPr></p:nvSpPr>'
        f"{style[0]}<p:txBody>{style[1]}<a:p>{words}</a:p></p:txBody></p:sp>"
    )


RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def frame(box: tuple[float, ...]) -> str:
    left, top, width, height = (round(edge * EMU) for edge in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def _shape(place: Place, number: int) -> str:
    index = f' idx="{place.number}"' if place.number else ""
    kind = f' type="{place.kind}"'
    levels = "".join(_level(place, level) for level in range(1, 4))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(place.name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame(place.box)}{RECTANGLE}</p:spPr>"
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" {INSETS} anchor="{place.anchor}">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{levels}</a:lstStyle>"
        f"<a:p><a:r><a:rPr/><a:t>{escape(place.name)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _level(place: Place, level: int) -> str:
    indent = 24 * EMU * (level - 1)
    size, bold = round(place.size * 100), int(place.bold)
    return (
        f'<a:lvl{level}pPr marL="{indent}" indent="0" algn="l"><a:lnSpc>'
        f'<a:spcPct val="{place.leading}000"/></a:lnSpc><a:buNone/>'
        f'<a:defRPr sz="{size}" b="{bold}">'
        f'{_fill(place.colour)}<a:latin typeface="+{place.face}-lt"/></a:defRPr></a:lvl{level}pPr>'
    )


def master_shapes(house: str) -> str:
    return "".join((_shape(_title(), 2), _shape(_body(), 3), *foot(house)))


def text_styles() -> str:
    """What every title, every text and every other word begins from."""
    levels = "".join(_level(_body(), level) for level in range(1, 6))
    return (
        f"<p:txStyles {NAMES}><p:titleStyle>{_level(_title(), 1)}</p:titleStyle>"
        f'<p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="2400">'
        f'{_fill("tx1")}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle>'
        "</p:txStyles>"
    )


COLOURS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "primary-text",
    "lt2": "tint",
    "accent1": "primary",
    "accent2": "accent-text",
    "accent3": "primary-mid",
    "accent4": "accent",
    "accent5": "quiet",
    "accent6": "rule",
    "hlink": "primary-text",
    "folHlink": "primary-text",
}


def scheme(given: Mapping[str, str]) -> str:
    """The colours of the house."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{_colour(given, key)}"/></a:{name}>'
        for name, key in COLOURS.items()
    )
    return f'<a:clrScheme name="House">{colours}</a:clrScheme>'


def _colour(given: Mapping[str, str], key: str) -> str:
    return measures.colour(given.get(key, "#1b1f24"), f"data-{key}")


def faces(given: Mapping[str, str]) -> str:
    """The faces of the house."""

    def face(name: str) -> str:
        known = PANOSE.get(name, "")
        return (
            f'<a:latin typeface={quoteattr(name)} {known}/><a:ea typeface=""/><a:cs typeface=""/>'
        )

    serif, sans = given.get("serif", "Georgia"), given.get("sans", "Arial")
    return (
        f'<a:fontScheme name="House"><a:majorFont>{face(serif)}</a:majorFont>'
        f"<a:minorFont>{face(sans)}</a:minorFont></a:fontScheme>"
    )
