"""Expressions that were compiled when Broadside was set up are those that Python would make."""

import re
import subprocess
import sys
from re import _compiler

import pytest

from pipeline import casting, frozen, matrices
from pipeline import sought as sought_room
from pipeline.checks import calls, capitals, habits, manners, offices
from pipeline.corpus import withheld
from pipeline.sought import sought

FORMS = [
    (r"(?P<day>\d+)\.(?P<month>[a-zà-ÿ]+)", re.IGNORECASE),
    (r"(?:^|(?<=[.;] ))[^\W\d_]{2,}+(?!\.)", re.MULTILINE | re.ASCII),
    (rb"<(svg)[\s/>]", 0),
    (".[\U00010000-\U0010ffff]|(a)|(b)", 0),
]


@pytest.fixture(autouse=True)
def as_before(monkeypatch):
    """`re` goes on as before, and remembers nothing."""
    monkeypatch.setattr(_compiler, "compile", _compiler.compile)
    for room in (frozen, sought_room):
        monkeypatch.setattr(room, "compiled", room.compiled)
    re.purge()
    yield
    re.purge()


@pytest.fixture
def cut(tmp_path):
    with matrices.cut() as made:
        patterns = [re.compile(*form) for form in FORMS]
    path = tmp_path / "matrices"
    path.write_bytes(matrices.sealed(made))
    re.purge()
    return path, patterns


def never(*_):
    raise AssertionError("this was to be compiled no more")


def test_an_expression_is_taken_from_its_matrix_and_is_the_same(cut, monkeypatch):
    path, patterns = cut
    matrices.lay_out(path)
    monkeypatch.setattr(_compiler, "_code", never)
    made = [re.compile(*form) for form in FORMS]
    assert made == patterns
    assert [one.groupindex for one in made] == [one.groupindex for one in patterns]
    assert made[0].match("7.MÄRZ")["month"] == "MÄRZ"


def nouns():
    @frozen.mutable(eq=False, repr=False)
    class Desk:
        papers: list

    @frozen.commonplace(frozen=True, slots=True)
    class Paper:
        words: str

    return Desk([Paper("a")]), Paper("a")


def test_a_noun_begins_as_it_was_written_when_broadside_was_set_up(tmp_path, monkeypatch):
    with matrices.cut() as made:
        nouns()
    path = tmp_path / "matrices"
    path.write_bytes(matrices.sealed(made))
    monkeypatch.setattr(frozen, "compiled", never)
    matrices.lay_out(path)
    desk, paper = nouns()
    assert (desk.papers[0].words, repr(paper)) == ("a", repr(nouns()[1]))
    path.write_bytes(matrices.sealed({}))
    matrices.lay_out(path)
    with pytest.raises(AssertionError, match="no more"):
        frozen.compiled("def __init__(self): pass")


def test_what_was_not_cut_is_compiled_as_always(cut):
    matrices.lay_out(cut[0])
    assert re.compile(FORMS[0][0], re.IGNORECASE | re.ASCII).match("7.mÄrz")[0] == "7.m"
    with pytest.raises(re.error, match="unterminated"):
        re.compile("[a")


@pytest.mark.parametrize("damaged", [0, 3, 60, -1])
def test_matrices_that_are_not_whole_or_not_there_are_let_be(cut, tmp_path, damaged):
    path, patterns = cut
    content = path.read_bytes()
    path.write_bytes(content[:damaged])
    before = _compiler.compile
    matrices.lay_out(path)
    matrices.lay_out(tmp_path / "nowhere")
    assert _compiler.compile is before or damaged == -1
    assert [re.compile(*form) for form in FORMS] == patterns


def test_one_matrix_that_is_damaged_is_compiled_anew(cut, monkeypatch):
    path, patterns = cut
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    made, compiled = [], _compiler._code
    monkeypatch.setattr(_compiler, "_code", lambda *given: made.append(given) or compiled(*given))
    matrices.lay_out(path)
    assert [re.compile(*form) for form in FORMS] == patterns
    assert len(made) == 1


def without_compiler(monkeypatch):
    monkeypatch.setitem(sys.modules, "re._compiler", None)
    monkeypatch.delattr(re, "_compiler")


def without_engine(monkeypatch):
    monkeypatch.delattr(_compiler, "_sre")


@pytest.mark.parametrize("other", [without_compiler, without_engine])
def test_a_python_that_compiles_elsewhere_is_let_be(cut, monkeypatch, other):
    path, patterns = cut
    compile = _compiler.compile
    with monkeypatch.context() as otherwise:
        other(otherwise)
        matrices.lay_out(path)
        with matrices.cut() as made:
            pass
    assert _compiler.compile is compile
    assert made == {}
    assert [re.compile(*form) for form in FORMS] == patterns


LOOKS = """
import sys
from pathlib import Path
from pipeline import matrices
matrices.lay_out(Path(sys.argv[1]))
from re import _compiler
made, compile = [], _compiler._code
_compiler._code = lambda *given: made.append(given) or compile(*given)
from pipeline import building, checking, proofreading, production
from pipeline.corpus import reading
from pipeline.renderers import email
email.inliner()
print(len(made))
"""


def test_what_a_letter_needs_is_cut_when_broadside_is_set_up(tmp_path):
    casting.cut(tmp_path)
    path = matrices.place(tmp_path)
    asked = [sys.executable, "-c", LOOKS, str(path)]
    done = subprocess.run(asked, capture_output=True, check=True, cwd=casting.TEMPLATES.parent)
    assert int(done.stdout) <= 3


LOOKING_ABOUT = [
    (r"\b(?:[Dd]iffer|vary) from\b", 0),
    (r"(?<![\w-])[A-Z]{2,}(?! \d)", 0),
    (r"(?<![\w-])(?:straße|kilo|île)", re.IGNORECASE),
    (r"(?:^|(?<=\. ))(?:the )?[^\W\d_a-z]\w*", re.MULTILINE),
    (r"(?:\A|\n) {0,3}>", 0),
    (r"\b(?i:no) (?-i:Way)", 0),
    (r"(?<!\d)[^a-z\s]+?x", 0),
    (r"(?<=a)(?:b*|(?=c))(?>d|é)", 0),
]
SAID = (
    "The rooms differ from X-ABC.\n  > Vary from DE 12, vary from DEF. Élan is\nno Way, NO Way; "
    "\u017ftra\u00dfe, \u212aILO, STRASSE, ÎLE, \u0130LE, Ω-x 9x; abbdé acé adé. Und so x"
)


def test_an_expression_that_looks_about_first_leaps_to_its_letters_and_finds_the_same():
    usual = [re.compile(*form) for form in LOOKING_ABOUT]
    re.purge()
    with matrices.cut() as made:
        leaping = [re.compile(*form) for form in LOOKING_ABOUT]
    assert len(made) == len(LOOKING_ABOUT)
    for one, other in zip(leaping, usual, strict=True):
        assert one != other, f"{one.pattern} goes from letter to letter"
        found = [match.span() for match in other.finditer(SAID)]
        assert found == [match.span() for match in one.finditer(SAID)]
        assert found, one.pattern


@pytest.mark.parametrize("form", [r"(?<!x)\w+", r"\b.b", r"(?=a)(x?)\1b", r"(?<!a)b*"])
def test_an_expression_that_may_begin_with_nearly_everything_stays_as_it_is(form):
    usual = re.compile(form)
    re.purge()
    with matrices.cut():
        assert re.compile(form) == usual


def test_expressions_of_the_house_find_what_they_found():
    rooms, kind = (calls, capitals, habits, manners, offices, withheld), type(sought(""))
    forms = [one for room in rooms for one in vars(room).values()]
    asked = [(one.pattern, one.flags) for one in forms if isinstance(one, (kind, re.Pattern))]
    said = (casting.TEMPLATES.parent / "ARCHITECTURE.md").read_text() + SAID
    with matrices.cut() as made:
        leaping = [re.compile(*form) for form in asked]
    re.purge()
    assert len(made) > 40
    for form, one in zip(asked, leaping, strict=True):
        usual = re.compile(*form).finditer(said)
        assert [match.span() for match in usual] == [match.span() for match in one.finditer(said)]
