"""Requests to wait that stand among other words: in a footnote, a cell, brackets, a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import PurePath

from pipeline.corpus import briefly, lettering, pleas, withheld
from pipeline.corpus.withheld import Stray
from pipeline.errors import Location, printable
from pipeline.frontmatter import Listing, Parts, Scalar, Table

_LEAD = re.compile(
    r"\s*(?:\[\^[^\]\n]{1,40}\]:|\d{1,3}[.)]|\[[^\]\n]{1,20}\]: *(?:#|<>)"
    r"|!{3} ?\w+)[ \t]+[\"'(]?"
)
"""A footnote, a number, a comment as Markdown has them."""
_BREAK = re.compile(r"<br ?/?>|\||(?<=[.!?\])]) +(?=[\W_]{0,4}[A-ZÀ-Þ])", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[(]([^\[\]()\n]{8,120})[\])]")
_DASH = re.compile(r"^([^\n]{8,80}?) [–—-]{1,2} (?:[\W_]*([^\n]{8,80})$)?")
_LOUD = re.compile(r"(?<=[^\W_][,;] )(?:STRICTLY |UNDER )?EMBARGO(?:ED)?\b[^\n]{4,60}? (?=[–—-] )")
_CALL = re.compile(
    r"^[\W_]{0,4}(?:please note|notes?|n\.?b\.?|attention|important|status|hinweis|achtung|warning"
    r"|à noter|nota(?: bene)?|attenzione|let op)(?: to editors?)?[\W_]{1,4}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\W{0,3}[\"'“”„«‘’`]")
_OF_OURS = "strictly|strict|under|sous|unter|bajo|sotto|onder|sob|news|press|media"
_FIRST = re.compile(
    rf"[\W_]{{0,6}}(?:(?:{_OF_OURS}) ){{0,3}}"
    r"(?:embarg|sp[eæ]rr|not |do not |hold |ne pas |no |n[ãa]o |non |niet |nicht |må |får )",
    re.IGNORECASE,
)
_COPY = (
    r"(?:release|statement|text|document|communiqué|information|contents?|materials?|report|stor"
    r"|news|announcement|article|publication|kit|dossier|figures|speech|copy|mitteilung|meldung"
    r"|comunicad|comunicat|nota|bericht|persbericht|informaci|informazion|étude|rapport"
    r"|chiffres|discours|pressemitteilung|pressemeldung)"
)
_THIS = (
    r"(?:this|these|the present|the (?:above|following)|ce|cet|cette|ces|le présent|la présente"
    r"|les présent|dies\w{0,2}|est[eao]s?|il presente|quest[oa]|dit|deze|en th(?:is|e))"
)
_ALL = r"(?:all|tou(?:te)?s|alle|tod[oa]s|tutt[ei]) (?:the |les |l[ao]s |le |i )?"
_ITSELF = (
    rf"(?<!\bin )(?<!\bof )(?:{_ALL}|{_THIS}(?: [\w’'-]+){{0,4}}? |für dies\w+ )"
    rf"{_COPY}[\w’'-]*(?: [\w’'-]+){{0,5}}?"
)
"""*This press release*, *all information in this text*."""
_NO_MORE = r"(?!(?: [\w’'-]+){0,2}? (?:not|no|never|plus|nicht|kein\w*|ya no|non|più|niet|geen)\b)"
_WAITS = re.compile(
    rf"{_ITSELF} (?:(?:is|are|remains?|stays?|est|sont|reste(?:nt)?|está|están|è|sono|staat|staan)"
    rf"{_NO_MORE}(?: [\w’'-]+){{0,2}}? (?:embargoed|embargad[oa]s?"
    r"|(?:under|sous|bajo|sotto|onder|sob)(?: \w+){0,2}? embargo)"
    rf"|(?:unterliegt|unterliegen|gilt|haben?|stehen unter|steht unter){_NO_MORE}[^\n.]{{0,30}}?"
    r" \w*sperrfrist)\b(?! (?:on|against|sur|contre|gegen|sobre|contra)\b)",
    re.IGNORECASE,
)
"""A sentence that says it of the text in which it stands."""
_ANY = re.compile(r"[^\n]{1,90}")
_THEN = re.compile(
    r"(?: [^\W\d_]+){0,3} (?:untill?|till?|before|jusqu\W?(?:au|à)|avant|bis|vor|hasta|antes|fino"
    r"|prima|tot|voor|vóór)\b[^\n]{0,40}?\d",
    re.IGNORECASE,
)
_ASK = (
    r"(?:please|kindly|(?:we|the \w+) (?:\w+ )?(?:ask|request)\b[^\n.]{0,40}? to"
    r"|(?:journalists?|(?:the )?media|editors?|newsrooms?|recipients?|you|the press)\b[^\n.]{0,20}?"
    r" (?:are|is) (?:\w+ ){0,2}?(?:asked|requested|reminded) to)"
)
_ON = r"(?! (?:on|against|sur|contre|pour|auf|für|von|gegen|sobre|contra|su|op|tegen)\b)"
_RESPECT = re.compile(
    rf"{_ASK} (?:respect|observe|honou?r|keep(?: to)?|note|mind)"
    rf" (?:the|this|our) (?:\w+ ){{0,2}}?embargo\b{_ON}"
    r"|(?:merci|nous vous (?:remercions|prions|demandons)|prière|veuillez"
    r"|les (?:médias|journalistes) sont (?:pri|invit)\w+)\b[^\n.]{0,30}? respecter"
    rf" (?:l[’']|cet |notre )embargo\b{_ON}"
    r"|(?:wir bitten|bitte|es wird gebeten|die medien werden gebeten)\b"
    r"(?=[^\n.]{0,60}?(?:beacht|einhalt|einzuhalten|respekt|denken))[^\n.]{0,50}? sperrfrist\b"
    rf"{_ON}|es gilt (?:eine|die|folgende) sperrfrist(?= (?:bis|zum|\d)|[:!.,])"
    r"|(?:se (?:ruega|pide|solicita)|rogamos|pedimos|por favor)\b[^\n.]{0,20}? respet\w+"
    rf" (?:el|este) embargo\b{_ON}"
    r"|(?:si (?:prega|chiede)|preghiamo|chiediamo)\b[^\n.]{0,20}? rispett\w+"
    rf" (?:l[’']|questo )embargo\b{_ON}"
    r"|(?:gelieve|wij (?:verzoeken|vragen)|verzoeke)\b[^\n.]{0,30}? embargo\b(?=[^\n.]{0,20}"
    r"(?:respecter|eerbiedig|houden))",
    re.IGNORECASE,
)
_TYPED_HEAD = re.compile(
    r"\s*+(?:---[^\S\n]*+\n(.*?)^---[^\S\n]*+$|(.*?)^[^\S\n]*+$)", re.MULTILINE | re.DOTALL
)
"""A head, and where it is never closed, or never begun, what stands before the first blank line."""
_KEYED = re.compile(r"\s*+(?:- *+)?[\"']?[\w-]++[\"']?:[ \t]*+[\"'\[]?")
_MONTH = r"(?:jan|f[eé][bv]|m[aä]r|a[pv]r|ma[iy]|ju[iln]|aug|ao[uû]|sep|o[ck]t|nov|d[eé][cz])"
_WHEN = (
    r"(?:\d{4}-\d\d(?!\d)"
    rf"|\d{{1,2}}(?!\d)[-_. ]?(?:\d{{1,2}}(?!\d)|(?:h|uhr|[ap]m)(?![^\W\d_])|{_MONTH}))"
)
_CALLED = re.compile(
    r"(?<![^\W_])(?:(?-i:EMBARGO(?:ED)?)|sperr?frist|embargoed"
    r"|(?:under|sous|unter|bajo|sotto|onder|sob|strict)[-_ ]+embargo"
    r"|embargo[-_ ]*+(?:untill?|till?|bis|jusqu[a-z]*|hasta|fino|tot|até)[-_ ]*+(?=\d)"
    rf"|embargo[-_ ]*+(?={_WHEN}))(?![^\W\d_])",
    re.IGNORECASE,
)
"""In the name of a file; `2025-05-06-oil-embargo.md` is on oil."""


def named(shown: PurePath) -> Iterator[Stray]:
    """The name of a file, or of its folder, that says it.

    >>> names = ("EMBARGO-nets", "nets-embargo-bis-3-5", "Sperrfrist/nets", "nets-embargo-10h")
    >>> [len(list(named(PurePath(f"sources/news/{name}.md")))) for name in names]
    [1, 1, 1, 1]
    >>> names = ("oil-embargo", "oil-embargo-2026", "embargo-50-years", "embargo-2014-2024")
    >>> [len(list(named(PurePath(f"sources/news/{name}.md")))) for name in names]
    [0, 0, 0, 0]
    """
    if _CALLED.search("/".join((*shown.parts[2:-1], shown.stem))):
        where = Location(shown, 1, 1)
        yield Stray(printable(shown.name), "?", where, is_embargo=True, is_key=False)


def keyed(head: Table, known: Collection[str]) -> Iterator[Stray]:
    """What asks in a head: a key that is none of ours, `do_not_publish: yes`, or a sentence."""
    for key, node in head.entries.items():
        typed = node.text if isinstance(node, Scalar) else ""
        if key not in known:
            said = _spoken(f"{lettering.as_seen(key)}: {typed}")
            lines = (said, said.partition(":")[0])
            if any(pleas.is_request(line, is_first=True) for line in lines):
                yield Stray(key, typed or "?", head.keys[key], is_embargo=True)
        for line in typed.split("\n") if withheld.is_signed(typed) else ():
            for asked in filter(None, map(_of_itself, _pieces(lettering.as_seen(line)))):
                yield Stray(asked[0], "?", node.where, is_embargo=True, is_key=False)


def all_of(parts: Parts) -> Iterator[Stray]:
    """Each line of a text that is such a request, or has one somewhere among its words."""
    told: set[int | None] = set()
    for one in briefly.lines(parts):
        told.add(one.where.line)
        yield one
    for one in (*_among(parts), *pleas.requests(parts)):
        if one.where.line not in told:
            told.add(one.where.line)
            yield one


def of_faulty(text: str, path: PurePath) -> Iterator[Stray]:
    r"""The same of a file whose head cannot be read: its faults would be told with its words.

    >>> [one.name for one in of_faulty("---\ntitle: EMBARGO: It: opens\n---\nNets.", PurePath("a"))]
    ['EMBARGO:']
    """
    seen = lettering.as_seen("\n".join(text.splitlines()))
    cut, where = _TYPED_HEAD.match(seen), Location(path, 1, 1)
    head = (cut[1] or cut[2] or "") if cut else seen
    lines = (each for line in head.split("\n") for each in (_value(line), _spoken(line)))
    values = Listing(tuple(Scalar(line, where) for line in lines if line), where)
    yield from [*withheld.headed(values)] or pleas.headed(values)
    body = Parts(Table({}, {}, where), seen, 1, (), cut.end() if cut else len(seen))
    yield from withheld.notices(body)
    yield from all_of(body)


def _value(line: str) -> str:
    begun = _KEYED.match(line)
    return line[begun.end() :] if begun else line


def _spoken(line: str) -> str:
    """A key with its value, in words; nothing of any other line."""
    key, colon, value = line.partition(":")
    return re.sub(r"[\W_]+", " ", key).strip() + f":{value}" if colon else ""


def _among(parts: Parts) -> Iterator[Stray]:
    if not withheld.is_signed(parts.body):
        return
    for number, line in enumerate(parts.body.split("\n")):
        if withheld.is_signed(line) and (found := _asking(line)):
            where = Location(parts.head.where.path, parts.body_line + number, 1)
            yield Stray(found[0], found[1], where, is_embargo=True, is_key=False)


def _asking(line: str) -> tuple[str, str] | None:
    """What asks, and until when.

    >>> _asking("Nets. [^1]: x") or _asking("Goods embargoed until 3 May 2027.")
    >>> _asking("The nets are dry (embargoed until 3 May 2027).")
    ('embargoed until 3 May 2027', '3 May 2027')
    """
    for piece in _pieces(line):
        if _FIRST.match(piece) and (found := withheld.notice(piece)):
            return found
        if said := _of_itself(piece):
            return said[0], "?"
    said = _WAITS.search(line)
    return (said[0], "?") if said and _THEN.match(line, said.end()) else None


def _of_itself(piece: str) -> re.Match[str] | None:
    """A sentence that says of its text that it waits, or asks to respect that."""
    known = _WAITS.match(piece) or _RESPECT.match(piece) or briefly.awaiting(piece)
    return known or (_ANY.match(piece) if pleas.is_of_itself(piece) else None)


def _pieces(line: str) -> Iterator[str]:
    lead = _LEAD.match(line)
    bare = line[lead.end() :] if lead else line
    if dashed := None if line.startswith("#") else _DASH.match(bare):
        yield from filter(None, dashed.groups())
    loud = None if line.isupper() else _LOUD.search(bare)
    if loud:
        yield loud[0].strip()
    yield from (one[1] for one in _BRACKETS.finditer(bare))
    for one in _BREAK.split(bare):
        piece = _CALL.sub("", one, count=1)
        if not _QUOTED.match(piece):
            yield piece.strip().rstrip("\"')")
