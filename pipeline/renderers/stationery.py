"""The paper a Word document is written on: its styles, numbering, fonts and settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from pipeline.renderers import measures

RULE = re.compile(r"(?<![^{}])([^{}]+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LENGTH = re.compile(r"(-?(?:[0-9]{1,9}\.?[0-9]{0,9}|\.[0-9]{1,9}))(pt|mm|cm|in|px|em|%)?")
FURTHEST = 1584
"""Points, the most that Word knows of."""
POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75}
COLOUR = re.compile(r"#([0-9a-fA-F]{6})")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LOWER = ("Heading", "Caption", "Header", "Footer")
"""Built-in styles that Word itself writes with a small letter."""
BUILT_IN = re.compile(
    r"Normal|Title|Subtitle|Heading \d|Quote|Caption|Header|Footer|Body Text|Hyperlink|Emphasis"
    r"|Strong|List (Bullet|Number|Continue)( \d)?|HTML (Code|Preformatted)"
)
"""The styles that Word knows itself; all others are the house's own."""
BULLETS, NUMBERS = 1, 2
"""The lists that the styles List Bullet and List Number stand for."""
THICKEST = 96
"""Eighths of a point, of a line around a paragraph."""
SINGLE = 1.2
"""How high a single line is in Word, as a multiple of the size of the letters."""
SIGNS = ("decimal", "lowerLetter", "lowerRoman")
LEVELS = 9
LONGEST = 250
"""Letters of a style's name, as many as Word lets it have."""
INDENT = 340
"""From one level of a list to the next, in twentieths of a point."""
GENERIC = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}
INLINE = ("a", "em", "strong", "code", "sup", "sub")
# Word takes a bare code for the country that it was sold in.
COUNTRIES = {
    language: country
    for country, languages in {
        "CN": ("zh",), "CZ": ("cs",), "DK": ("da",), "EE": ("et",), "ES": ("ca", "eu", "gl"),
        "GB": ("cy", "en"), "GR": ("el",), "IE": ("ga",), "IL": ("he",), "IN": ("hi",),
        "IR": ("fa",), "JP": ("ja",), "KR": ("ko",), "NO": ("nb", "nn"), "RS": ("sr",),
        "SA": ("ar",), "SE": ("sv",), "SI": ("sl",), "UA": ("uk",), "AL": ("sq",),
    }.items()
    for language in languages
}  # fmt: skip


def language_tag(language: str) -> str:
    """A language as Word's proofing tools know it.

    >>> language_tag("fr"), language_tag("en"), language_tag("pt-BR")
    ('fr-FR', 'en-GB', 'pt-BR')
    """
    if "-" in language:
        return language
    return f"{language}-{COUNTRIES.get(language, language.upper())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The style sheet of a page: selectors as a web designer writes them, each a Word style."""

    rules: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def style(self, selector: str) -> str:
        """The name of the style for *selector*: its `--style`, or made from its last word.

        >>> Sheet().style("p.end-mark")
        'End Mark'
        """
        named = self.rules.get(selector, {}).get("--style", "")[:LONGEST].strip("\"'")
        return named or " ".join(re.findall(r"[a-z0-9]+", selector.split(".")[-1])).title()

    def page(self, name: str, default: float) -> float:
        return points(self.rules.get("@page", {}).get(name, ""), default)


def sheet(css: str) -> Sheet:
    """
    >>> sheet("h1, h2 { color: #123456; margin: 6pt 0 }").rules["h2"]["margin"]
    '6pt 0'
    """
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in RULE.findall(COMMENT.sub("", css)):
        given = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        told = {name.strip().lower(): value.strip() for name, value in given.items()}
        for selector in selectors.split(","):
            rules.setdefault(" ".join(selector.split()), {}).update(told)
    return Sheet(rules=rules)


def points(length: str, default: float = 0.0, em: float = 10.0) -> float:
    found = LENGTH.fullmatch(length.strip())
    if not found:
        return default
    unit = found[2] or "pt"
    made = float(found[1]) * (em if unit == "em" else em / 100 if unit == "%" else POINTS[unit])
    return made if abs(made) <= FURTHEST else default


def identity(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", name) or "".join(f"x{ord(sign):x}" for sign in name)


# Styles -----------------------------------------------------------------------------------


def styles(sheet: Sheet, language: str, *, is_rtl: bool, marks: Iterable[Sequence[str]]) -> str:
    """Every style that a page can use, and what stands under all of them.

    *marks* are the combinations of inline marks on the page: a link in italics needs a style
    of its own, because Word gives a run one style only.
    """
    base = sheet.rules.get("body", {})
    bidi = "<w:bidi/>" if is_rtl else ""
    tag = language_tag(language)
    other = f' w:bidi="{tag}"' if is_rtl else ""
    known: dict[str, str] = {
        "Normal": _style("paragraph", "Normal", base, {}, default=True),
    }
    for selector, rule in sheet.rules.items():
        leaf = selector.split(" ")[-1].split(".")[0]
        name = sheet.style(selector)
        if selector in ("@page", "body", "table", "thead", "li") or name in known:
            continue
        kind = "character" if leaf in INLINE or leaf == "span" else "paragraph"
        known[name] = _style(kind, name, rule, base)
    known |= _list_styles(sheet.rules.get("li", {}), base)
    for combined in marks:
        name = mark_style(sheet, combined)
        rule = {k: v for mark in reversed(combined) for k, v in sheet.rules.get(mark, {}).items()}
        parent = sheet.style(combined[0])
        known.setdefault(name, _style("character", name, {**rule, "--based-on": parent}, base))
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_runs(base, base)}'
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}"{other}/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{bidi}{_spacing(base)}</w:pPr></w:pPrDefault></w:docDefaults>"
        f"{''.join(known.values())}{_table_style(sheet)}</w:styles>"
    )


def mark_style(sheet: Sheet, marks: Sequence[str]) -> str:
    return " ".join(sheet.style(mark) for mark in marks)


def _list_styles(rule: Mapping[str, str], base: Mapping[str, str]) -> dict[str, str]:
    made = {}
    for kind, number in (("List Bullet", BULLETS), ("List Number", NUMBERS), ("List Continue", 0)):
        for level in range(3):
            name = kind + (f" {level + 1}" if level else "")
            numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            indent = f'<w:ind w:left="{INDENT * (level + 1)}"/>'
            made[name] = _style(
                "paragraph",
                name,
                {**rule, "--based-on": "Normal"},
                base,
                numbered=numbered if number else "",
                indent="" if number else indent,
            )
    return made


def _style(
    kind: str,
    name: str,
    rule: Mapping[str, str],
    base: Mapping[str, str],
    *,
    default: bool = False,
    numbered: str = "",
    indent: str = "",
) -> str:
    shown = name.lower() if name.startswith(LOWER) else name
    parent = "" if default or kind == "character" else "Normal"
    parent = rule.get("--based-on", parent).strip("\"'")
    follower = rule.get("--next", "").strip("\"'")
    lines = _paragraph(rule, numbered, indent) if kind == "paragraph" else ""
    first = ' w:default="1"' if default else ""
    if not BUILT_IN.fullmatch(name):
        first += ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{first} '
        f"w:styleId={quoteattr(identity(name))}><w:name w:val={quoteattr(shown)}/>"
        + (f'<w:basedOn w:val="{identity(parent)}"/>' if parent else "")
        + (f'<w:next w:val="{identity(follower)}"/>' if follower else "")
        + f"<w:qFormat/>{lines}<w:rPr>{_runs(rule, base)}</w:rPr></w:style>"
    )


_EDGES = (
    ("top", "border-top"),
    ("left", "border-inline-start"),
    ("bottom", "border-bottom"),
    ("right", "border-inline-end"),
)


def _paragraph(rule: Mapping[str, str], numbered: str, indent: str) -> str:
    """The properties of a paragraph, in the order that the schema wants."""
    level = re.fullmatch("[0-8]", rule.get("--level", ""))
    edges = "".join(_edge(side, rule[name]) for side, name in _EDGES if name in rule)
    filled = COLOUR.search(rule.get("background", ""))
    aligned = {"end": "right", "center": "center"}.get(rule.get("text-align", ""), "")
    parts = (
        "<w:keepNext/>" if rule.get("break-after") == "avoid" else "",
        "<w:keepLines/>" if rule.get("break-inside") == "avoid" else "",
        "<w:widowControl/>",
        numbered,
        f"<w:pBdr>{edges}</w:pBdr>" if edges else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{filled[1]}"/>' if filled else "",
        _tabs(rule),
        "<w:suppressAutoHyphens/>" if rule.get("hyphens") == "none" else "",
        _spacing(rule),
        indent or _indent(rule),
        f'<w:jc w:val="{aligned}"/>' if aligned else "",
        f'<w:outlineLvl w:val="{level[0]}"/>' if level else "",
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _edge(side: str, border: str) -> str:
    width = points(next(iter(border.split()), ""))
    colour = COLOUR.search(border)
    tone = colour[1] if colour else "auto"
    space = 10 if side in ("left", "right") else 6
    eighths = min(max(2, round(width * 8)), THICKEST)
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{tone}"/>'


def _tabs(rule: Mapping[str, str]) -> str:
    stop = points(rule.get("--tab-end", ""))
    if not stop:
        return ""
    return f'<w:tabs><w:tab w:val="right" w:pos="{round(stop * 20)}"/></w:tabs>'


def _spacing(rule: Mapping[str, str]) -> str:
    """Above, below and between the lines."""
    margin = rule.get("margin", "").split()
    above = rule.get("margin-top", margin[0] if margin else "")
    below = rule.get("margin-bottom", margin[2] if len(margin) > 2 else margin[0] if margin else "")
    told = [
        f'w:{name}="{round(points(value) * 20)}"'
        for name, value in (("before", above), ("after", below))
        if value
    ]
    told += measures.leading(rule.get("line-height", ""), SINGLE)
    return f"<w:spacing {' '.join(told)}/>" if told else ""


def _indent(rule: Mapping[str, str]) -> str:
    told = [
        f'w:{name}="{round(points(rule[given]) * 20)}"'
        for name, given in (("left", "margin-inline-start"), ("right", "margin-inline-end"))
        if given in rule
    ]
    return f"<w:ind {' '.join(told)}/>" if told else ""


def _runs(rule: Mapping[str, str], base: Mapping[str, str]) -> str:
    """The properties of letters, in the order that the schema wants."""
    size = max(0, points(rule.get("font-size", ""), em=points(base.get("font-size", ""), 10.0)))
    weight, slope = rule.get("font-weight", ""), rule.get("font-style", "")
    colour = COLOUR.search(rule.get("color", ""))
    raised = {"super": "superscript", "sub": "subscript"}.get(rule.get("vertical-align", ""))
    spaced = points(rule.get("letter-spacing", ""), em=size or 10.0)
    parts = (
        _face(rule.get("font-family", "")),
        _switch("b", measures.is_bold(weight), weight),
        _switch("i", slope == "italic", slope),
        "<w:caps/>" if rule.get("text-transform") == "uppercase" else "",
        "<w:smallCaps/>" if rule.get("font-variant") == "small-caps" else "",
        f'<w:color w:val="{colour[1]}"/>' if colour else "",
        f'<w:spacing w:val="{round(spaced * 20)}"/>' if spaced else "",
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
        '<w:u w:val="single"/>' if rule.get("text-decoration") == "underline" else "",
        f'<w:vertAlign w:val="{raised}"/>' if raised else "",
    )
    return "".join(parts)


def _switch(name: str, is_on: object, given: str) -> str:
    if not given:
        return ""
    value = "" if is_on else ' w:val="0"'
    return f"<w:{name}{value}/><w:{name}Cs{value}/>"


def _face(families: str) -> str:
    names = _families(families)
    if not names:
        return ""
    face = quoteattr(names[0])
    # Letters that the face lacks (Arabic, Hebrew) are in one that every office has.
    return f'<w:rFonts w:ascii={face} w:hAnsi={face} w:cs="Arial" w:eastAsia={face}/>'


def _families(families: str) -> list[str]:
    return [name.strip().strip("\"'") for name in families.split(",") if name.strip()]


def _table_style(sheet: Sheet) -> str:
    if "table" not in sheet.rules:
        return ""
    name = sheet.style("table")
    line = _edge("insideH", sheet.rules["table"].get("border-bottom", "0.5pt"))
    foot = _edge("bottom", sheet.rules["table"].get("border-bottom", "0.5pt"))
    head = _edge("bottom", sheet.rules.get("thead", {}).get("border-bottom", "1pt"))
    plain = re.sub(' w:space="[0-9]+"', ' w:space="0"', f"{foot}{line}")
    top = re.sub(' w:space="[0-9]+"', ' w:space="0"', head)
    return (
        f'<w:style w:type="table" w:default="1" w:styleId="{identity(name)}">'
        f"<w:name w:val={quoteattr(name)}/><w:qFormat/>"
        f"<w:tblPr><w:tblBorders>{plain}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="160" w:type="dxa"/>'
        '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>'
        f"<w:tcPr><w:tcBorders>{top}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


# Numbering, fonts, settings ---------------------------------------------------------------


def numbering(starts: Sequence[tuple[bool, int, int]]) -> str:
    """The two kinds of list, and one number for each list: (is numbered, level, start)."""
    made = [
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>',
        f'<w:num w:numId="{NUMBERS}"><w:abstractNumId w:val="1"/></w:num>',
    ]
    for number, (is_numbered, level, start) in enumerate(starts, NUMBERS + 1):
        again = (
            f'<w:lvlOverride w:ilvl="{min(level, LEVELS - 1)}">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        kind = int(is_numbered)
        made.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
            f"{again if is_numbered else ''}</w:num>"
        )
    return (
        f'<w:numbering xmlns:w="{W}">{_abstract(0, "List Bullet")}{_abstract(1, "List Number")}'
        f"{''.join(made)}</w:numbering>"
    )


def _abstract(number: int, style: str) -> str:
    levels = "".join(_level(number, level, style) for level in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(number: int, level: int, style: str) -> str:
    sign = SIGNS[level % 3] if number else "bullet"
    text = f"%{level + 1}." if number else "–"
    linked = identity(style + (f" {level + 1}" if level else "")) if level < 3 else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{sign}"/>'
        + (f'<w:pStyle w:val="{linked}"/>' if linked else "")
        + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )


def fonts(sheet: Sheet) -> str:
    """Each face, and what stands in for it where it is not installed."""
    told = {}
    for rule in sheet.rules.values():
        names = _families(rule.get("font-family", ""))
        if names:
            told[names[0]] = names[1:]
    made = []
    for name, others in told.items():
        stand_ins = ",".join(other for other in others if other not in GENERIC)
        family = next((GENERIC[other] for other in others if other in GENERIC), "auto")
        made.append(
            f"<w:font w:name={quoteattr(name)}>"
            + (f"<w:altName w:val={quoteattr(stand_ins)}/>" if stand_ins else "")
            + f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        )
    return f'<w:fonts xmlns:w="{W}">{"".join(made)}</w:fonts>'


def settings(language: str) -> str:
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language_tag(language)}"/></w:settings>'
    )
