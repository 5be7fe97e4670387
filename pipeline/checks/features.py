"""What a letter asks of a mail program: elements, attributes, rules, values, kinds of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser

ELEMENT, SHEET = "element", "sheet"
"""Where something is asked for: beside an element, or in a style sheet that some leave out."""
Traces = Mapping[str, frozenset[str]]
"""The features of a letter, by the name they have in the table of mail programs -> the places."""

UNDETECTABLE: Mapping[str, str] = {
    "bimi": "a record in the domain's DNS, nothing in the letter",
}

ELEMENTS: Mapping[str, tuple[str, ...]] = {
    "html-h1-h6": ("h1", "h2", "h3", "h4", "h5", "h6"),
    "html-image-maps": ("map",),
    "html-lists": ("ul", "ol", "dl"),
    "html-semantics": (
        *("article", "aside", "details", "figcaption", "figure", "footer", "header"),
        *("main", "mark", "nav", "section", "summary", "time"),
    ),
    **{
        f"html-{name}": (name,)
        for name in (
            *("abbr", "acronym", "address", "audio", "base", "bdi", "blockquote", "body", "code"),
            *("del", "dfn", "dialog", "div", "form", "hr", "img", "link", "marquee", "meter"),
            *("object", "p", "picture", "pre", "progress", "rp", "rt", "ruby", "select", "small"),
            *("span", "strike", "strong", "style", "svg", "table", "textarea", "video", "wbr"),
        )
    },
}
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "css-inert-attribute": ("inert",),
    "html-loading-attribute": ("loading",),
    "html-srcset": ("srcset", "sizes"),
    **{
        f"html-{name}": (name,)
        for name in (
            *("align", "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby"),
            *("aria-live", "background", "cellpadding", "cellspacing", "dir", "height", "hidden"),
            *("lang", "popover", "required", "role", "target", "valign", "width"),
        )
    },
}
PAIRS: Mapping[str, tuple[str, str, str]] = {
    "amp": ("html", "⚡4email|amp4email", ""),
    "html-anchor-links": ("a", "href", "#"),
    "html-mailto-links": ("a", "href", "mailto:"),
    "html-meta-color-scheme": ("meta", "name", "color-scheme"),
    **{f"html-button-{kind}": ("button", "type", kind) for kind in ("reset", "submit")},
    **{
        f"html-input-{kind}": ("input", "type", kind)
        for kind in ("checkbox", "hidden", "radio", "reset", "submit", "text")
    },
}
"""Element, attribute, and how its value begins."""

LOGICAL = ("block-start", "block-end", "inline-start", "inline-end")
PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "css-block-inline-size": ("block-size", "inline-size"),
    "css-border-inline-block": ("border-inline", "border-block"),
    "css-border-inline-block-individual": tuple(f"border-{edge}" for edge in LOGICAL),
    "css-border-inline-block-longhand": tuple(
        f"border-{axis}-{what}"
        for axis in ("block", "inline")
        for what in ("color", "style", "width")
    ),
    "css-border-radius-logical": tuple(
        f"border-{one}-{other}-radius" for one in ("start", "end") for other in ("start", "end")
    ),
    "css-column-layout-properties": (
        *("columns", "column-count", "column-fill", "column-rule", "column-span", "column-width"),
    ),
    "css-gap": ("gap", "column-gap", "row-gap"),
    "css-grid-template": ("grid-template",),
    "css-left-right-top-bottom": ("left", "right", "top", "bottom"),
    **{
        f"css-{side}-{name}": tuple(f"{side}-{edge}" for edge in edges)
        for side in ("margin", "padding")
        for name, edges in (
            ("block-start-end", LOGICAL[:2]),
            ("inline-block", ("inline", "block")),
            ("inline-start-end", LOGICAL[2:]),
        )
    },
    "css-variables": ("-",),
}
"""The properties that have not the name of their feature; of a family, the first part."""
DECLARATIONS: Mapping[str, tuple[str, str]] = {
    "css-display-flex": ("display", "flex"),
    "css-display-grid": ("display", "grid"),
    "css-display-none": ("display", "none"),
    "css-flex-direction": ("flex-direction", "column"),
    "css-flex-wrap": ("flex-wrap", "wrap"),
}
FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "css-function-clamp": ("clamp",),
    "css-function-light-dark": ("light-dark",),
    "css-function-max": ("max",),
    "css-function-min": ("min",),
    "css-modern-color": ("lch", "oklch", "lab", "oklab"),
    "css-unit-calc": ("calc",),
    "css-variables": ("var",),
    **{
        f"css-{name}": (name,)
        for name in ("conic-gradient", "linear-gradient", "radial-gradient", "rgb", "rgba")
    },
}
UNITS = ("ch", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "rem", "vh", "vmax", "vmin", "vw")
VALUES: Mapping[str, re.Pattern[str]] = {
    "css-important": re.compile(r"!important"),
    "css-intrinsic-size": re.compile(r"\b(?:fit|min|max)-content\b"),
    "css-sytem-ui": re.compile(r"\b(?:system-ui|ui-(?:serif|sans-serif|rounded|monospace))\b"),
    "css-unit-initial": re.compile(r"\binitial\b"),
    "css-unit-percent": re.compile(r"\d%"),
    **{f"css-unit-{unit}": re.compile(rf"(?<![\w#])[+-]?[\d.]+{unit}\b") for unit in UNITS},
}
AT_RULES: Mapping[str, re.Pattern[str]] = {
    "css-at-font-face": re.compile("@font-face"),
    "css-at-import": re.compile("@import"),
    "css-at-keyframes": re.compile("@(?:-webkit-)?keyframes"),
    "css-at-media": re.compile("@media"),
    "css-at-media-device-pixel-ratio": re.compile("@media.*device-pixel-ratio"),
    "css-at-media-hover": re.compile(r"@media.*\((?:any-)?hover"),
    "css-at-media-orientation": re.compile("@media.*orientation"),
    "css-at-media-prefers-color-scheme": re.compile("@media.*prefers-color-scheme"),
    "css-at-media-prefers-reduced-motion": re.compile("@media.*prefers-reduced-motion"),
    "css-at-supports": re.compile("@supports"),
}
PSEUDO_CLASSES = (
    *("active", "checked", "default", "first-child", "first-of-type", "focus", "focus-visible"),
    *("focus-within", "has", "hover", "lang", "last-child", "last-of-type", "link", "not"),
    *("nth-child", "nth-last-child", "nth-last-of-type", "nth-of-type", "only-child"),
    *("only-of-type", "target", "visited"),
)
PSEUDO_ELEMENTS = ("after", "before", "first-letter", "first-line", "marker", "placeholder")
SELECTORS: Mapping[str, re.Pattern[str]] = {
    "css-nesting": re.compile("&"),
    "css-selector-adjacent-sibling": re.compile(r"\+"),
    "css-selector-attribute": re.compile(r"\["),
    "css-selector-chaining": re.compile(r"\.[\w-]+\.[\w-]"),
    "css-selector-child": re.compile(">"),
    "css-selector-class": re.compile(r"\.[A-Za-z_-]"),
    "css-selector-descendant": re.compile(r"[\w\])*]\s+[\w.#:\[*]"),
    "css-selector-general-sibling": re.compile("~"),
    "css-selector-grouping": re.compile(","),
    "css-selector-id": re.compile("#[A-Za-z_-]"),
    "css-selector-type": re.compile(r"(?:^|[\s,>+~(])[A-Za-z]"),
    "css-selector-universal": re.compile(r"\*"),
    **{f"css-pseudo-class-{n}": re.compile(rf"(?<!:):{n}(?![\w-])") for n in PSEUDO_CLASSES},
    **{f"css-pseudo-element-{n}": re.compile(rf"::?{n}(?![\w-])") for n in PSEUDO_ELEMENTS},
}
PICTURES: Mapping[str, re.Pattern[str]] = {
    "image-base64": re.compile(r"data:[^,]*;base64", re.I),
    **{
        f"image-{slug}": re.compile(rf"(?:\.(?:{ends})(?:[?#]|$)|^data:image/(?:{ends})\b)", re.I)
        for slug, ends in (
            *(("apng", "apng"), ("avif", "avif"), ("bmp", "bmp"), ("gif", "gif"), ("hdr", "hdr")),
            *(("heif", "heic|heif"), ("ico", "ico|vnd.microsoft.icon"), ("jpg", "jpe?g")),
            *(("mp4", "mp4|webm"), ("png", "png"), ("svg", r"svg(?:\+xml)?")),
            *(("tiff", "tiff?"), ("webp", "webp")),
        )
    },
}
HIDDEN = re.compile(r"display:\s*none")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLOCK = re.compile(r"(?<![^{};])(?P<head>[^{};]*)(?P<mark>[{};])")


TABLES = (ATTRIBUTES, PROPERTIES, DECLARATIONS, FUNCTIONS, VALUES, AT_RULES, SELECTORS)


def traces(letter: str, known: Iterable[str]) -> Traces:
    """Every feature that *letter* asks for, out of those that are *known*."""
    # What no table here lists is named after its property: css-box-shadow.
    listed = frozenset(slug for table in TABLES for slug in table) | {"css-comments"}
    properties = {slug for slug in known if slug.startswith("css-") and slug not in listed}
    reader = _Reader(frozenset(properties))
    reader.feed(letter)
    reader.close()
    return {slug: frozenset(places) for slug, places in reader.found.items()}


class _Reader(HTMLParser):
    def __init__(self, properties: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, set[str]] = {}
        self._families = {slug.removeprefix("css-"): [slug] for slug in sorted(properties)}
        for slug, names in PROPERTIES.items():
            for name in names:
                self._families.setdefault(name, []).append(slug)
        self._sheet: list[str] | None = None
        self._read: set[tuple[str, str]] = set()

    def _is_new(self, words: str, place: str) -> bool:
        """Whether it has not been read yet: most tags of a letter are alike."""
        is_new = (words, place) not in self._read
        self._read.add((words, place))
        return is_new

    def _note(self, slugs: Iterable[str], place: str = ELEMENT) -> None:
        for slug in slugs:
            self.found.setdefault(slug, set()).add(place)

    def handle_decl(self, decl: str) -> None:
        self._note(["html-doctype"] if decl.lower() == "doctype html" else [])

    def handle_comment(self, _: str) -> None:
        self._note(["html-comments"])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._sheet = [] if tag == "style" else self._sheet
        if not self._is_new(self.get_starttag_text() or "", "tag"):
            return
        given = {name: value or "" for name, value in attrs}
        self._note(slug for slug, tags in ELEMENTS.items() if tag in tags)
        self._note(slug for slug, names in ATTRIBUTES.items() if given.keys() & set(names))
        for slug, (element, names, start) in PAIRS.items():
            values = [given[name] for name in names.split("|") if name in given]
            if tag == element and any(value.startswith(start) for value in values):
                self._note([slug])
        for address in _pictures(tag, given):
            self._note(slug for slug, kind in PICTURES.items() if kind.search(address))
        self._body(given.get("style", ""), ELEMENT)

    def handle_data(self, data: str) -> None:
        if self._sheet is not None:
            self._sheet.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style" and self._sheet is not None:
            self._rules("".join(self._sheet))
            self._sheet = None

    def _rules(self, sheet: str) -> None:
        self._note(["css-comments"] if COMMENT.search(sheet) else [], SHEET)
        depth: list[str] = []
        for piece in BLOCK.finditer(COMMENT.sub("", sheet)):
            head = " ".join(piece["head"].split())
            if head.startswith("@"):
                self._note((s for s, rule in AT_RULES.items() if rule.match(head)), SHEET)
            elif piece["mark"] == "{" and not any("keyframes" in one for one in depth):
                self._selector(head, is_nested=any(not one.startswith("@") for one in depth))
            elif piece["mark"] != "{":
                self._body(head, SHEET)
            if piece["mark"] == "{":
                depth.append(head)
            elif piece["mark"] == "}" and depth:
                depth.pop()

    def _selector(self, selector: str, *, is_nested: bool) -> None:
        self._note((slug for slug, sign in SELECTORS.items() if sign.search(selector)), SHEET)
        self._note(["css-nesting"] if is_nested else [], SHEET)

    def _body(self, declarations: str, place: str) -> None:
        # What is hidden is hidden several times over, one way for each program.
        if HIDDEN.search(declarations):
            declarations = "display:none"
        for declaration in declarations.split(";"):
            name, _, value = (part.strip().lower() for part in declaration.partition(":"))
            # A program that does not know a height gives every picture its own.
            is_said = name and (name, value) != ("height", "auto")
            if is_said and self._is_new(f"{name}:{value}", place):
                self._note(self._asked(name, value), place)

    def _asked(self, name: str, value: str) -> Iterator[str]:
        # The longest name that fits: 'border-radius' is no case of 'border'.
        parts = name.split("-")
        families = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
        known = (family for family in families if family in self._families)
        if name.startswith("--"):
            yield "css-variables"
        elif family := next(known, ""):
            yield from self._families[family]
        for slug, (property_, wanted) in DECLARATIONS.items():
            if name == property_ and wanted in value.replace("!important", "").split():
                yield slug
        called = set(re.findall(r"([a-z-]+)\(", value))
        yield from (slug for slug, names in FUNCTIONS.items() if called & set(names))
        yield from (slug for slug, sign in VALUES.items() if sign.search(value))
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", value):
            yield from (slug for slug, kind in PICTURES.items() if kind.search(address))


def _pictures(tag: str, given: Mapping[str, str]) -> Iterator[str]:
    if tag in ("img", "source", "input"):
        yield from filter(None, [given.get("src")])
        for candidate in given.get("srcset", "").split(","):
            yield from candidate.split()[:1]
