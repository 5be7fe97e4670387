"""Plain style sheets mean to premailer what they mean to cssutils, and are read without it."""

import re

import cssutils
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.cssselect import CSSSelector

from pipeline.model.texts import NOWHERE
from pipeline.renderers import email, plain_css
from tests.renderers.mail_jobs import edition, rendered, typesetter

NAMES = re.findall(
    r"\S+",
    "margin color font font-family font-variant mso-hide background width border content filter "
    "-webkit-text-size-adjust line-height azimuth text-decoration display src anything",
)
VALUES = re.findall(
    r"\S+",
    "red White auto bold Arial sans-serif -apple-system unset x-large to not only U e px "
    "0 1 -3px 12px 1.55 0.5em -0.25em 100% 33.33% 10000px 1.5pt 7.125em 0.001em 16px/1.5",
)
values = st.one_of(
    st.sampled_from([*VALUES, "'Segoe UI'", '"Open Sans"', "'a'"]),
    st.integers(0, 0xFFFFFF).map("#{:06x}".format),
)
gaps = st.sampled_from([" ", ", ", ",", "  ", " ,\n "])


@st.composite
def styles(draw):
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    pairs = []
    for name in names:
        pieces = draw(st.lists(st.tuples(gaps, values), min_size=1, max_size=4))
        value = "".join(gap + piece for gap, piece in pieces).lstrip(" ,\n")
        pairs.append(f"{name}{draw(st.sampled_from([':', ': ', ' :']))}{value}")
    return draw(st.sampled_from([";", "; ", " ;\n"])).join(pairs)


@st.composite
def sheets(draw):
    several = st.lists(
        st.sampled_from(["p", ".a", ".copy p", "td.x.y", ".Big-One_2", "h1"]),
        min_size=1,
        max_size=3,
    )
    rules = draw(st.lists(st.tuples(several, styles()), min_size=1, max_size=4))
    ends = st.sampled_from(["}", " }\n", ";}", "; }/* it's: so; */"])
    joint = st.sampled_from([",", ", ", ",\n"])
    return "".join(f"{draw(joint).join(s)} {{ {style}{draw(ends)}" for s, style in rules)


def told(sheet, reader):
    """All that premailer asks of a sheet: its rules, and then the style of each once more."""
    rules = [rule for rule in reader.parseString(sheet, validate=False) if rule.type == 1]
    for rule in rules:
        pairs = [(one.name, one.value, one.priority) for one in rule.style.getProperties()]
        again = reader.parseStyle(";".join(f"{n}:{v}" for n, v, _ in pairs), validate=False)
        yield rule.selectorText, pairs, [(p.name, p.propertyValue.cssText.strip()) for p in again]


@given(sheet=sheets())
@settings(max_examples=60, deadline=None)
def test_a_plain_sheet_is_read_as_cssutils_reads_it(sheet):
    with email.quiet_cssutils() as said:
        assert list(told(sheet, plain_css)) == list(told(sheet, cssutils))
    assert said == []


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print { p { color: red } }",
        "p { color: #FFF }",
        "p { margin: 0px }",
        "p { margin: 1.50em }",
        "p { color: red !important }",
        "p { color: red; color: blue }",
        "p { background: url(a.png) }",
        "p { width: calc(1px + 2px) }",
        "p { content: 'é' }",
        "a:hover { color: red }",
        "p > a { color: red }",
        "* { color: red }",
        "P { color: red }",
        "p { }",
        "p { color }",
        "p { color: red",
        "p {{ color: red }",
        "p { color: /* none */ red }",
    ],
)
def test_what_is_not_plain_is_left_to_cssutils(sheet):
    with pytest.raises(plain_css.NotPlain):
        plain_css.parseString(sheet, validate=False)


ELEMENTS = ("p", "div", "td")
CLASSES = ("a", "b", "c d", "d  a", "a\tb\u00a0c", "")


@st.composite
def trees(draw, deepest=5):
    """Elements in one another, as a parser of HTML leaves them."""
    name, classes = draw(st.sampled_from(ELEMENTS)), draw(st.sampled_from(CLASSES))
    inner = draw(st.lists(trees(deepest - 1), max_size=3)) if deepest else []
    return f'<{name} class="{classes}">{"".join(inner)}<!-- a --></{name}>'


simple = st.builds(
    lambda name, classes: "".join([name, *classes]) or "p",
    st.sampled_from(("", *ELEMENTS)),
    st.lists(st.sampled_from((".a", ".b", ".c", ".d")), max_size=2),
)


@given(tree=trees(), asked=st.lists(simple, min_size=1, max_size=3).map(" ".join))
@settings(max_examples=50, deadline=None)
def test_a_plain_selector_chooses_what_lxml_chooses(tree, asked):
    page = etree.fromstring(f"<body>{tree}</body>", etree.XMLParser())
    theirs = CSSSelector(asked)
    assert plain_css.selector(asked)(page) == theirs(page)
    assert plain_css.selector(asked)(page.getroottree()) == theirs(page.getroottree())


@pytest.mark.parametrize("asked", ["a:hover", "a > b", "a, b", "*", "#a", "a[b]", "a  b", ""])
def test_what_is_not_a_plain_selector_is_left_to_lxml(asked):
    with pytest.raises(plain_css.NotPlain):
        plain_css.selector(asked)


def test_what_stands_beside_an_element_is_looked_over_by_cssutils():
    said = []
    page = "<html><head><style>p{margin:0}</style></head><body><p style='colour: rde'>One</p>"
    assert "One" in email.inline(page, NOWHERE, said.append)
    assert [finding.code for finding in said] == ["M104"]


def test_our_own_letter_is_plain_and_the_same_either_way():
    page = typesetter().set(edition(), "newsletter.html")
    short = rendered(page)
    # One rule that is not plain and that nothing uses sends the whole page the long way.
    long = rendered(
        re.sub("(<style>)(?!td)", r"\1 .unused { color: RED !important }", page, count=1)
    )
    assert short == long
    [sheet] = [one for one in re.findall("<style>(.*?)</style>", page, re.S) if ".page" in one]
    assert len(plain_css.parseString(sheet, validate=False)) > 40
