"""A slip in a template ends in one line, soon, and in little memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import sandbox
from pipeline.errors import DeclarationError
from pipeline.typesetting import Typesetter
from tests.conftest import ROOT
from tests.stopwatch import fair

BOMBS = {
    "a long word": "{{ 'x' * 10**9 }}",
    "a long word, the other way round": "{{ 10**9 * 'x' }}",
    "a long list": "{{ [1] * 10**9 }}",
    "a word that doubles": (
        "{% set n = namespace(s='x') %}{% for i in range(64) %}"
        "{% set n.s = n.s ~ n.s %}{% endfor %}"
    ),
    "a word that is added to itself": (
        "{% set n = namespace(s='x') %}{% for i in range(64) %}"
        "{% set n.s = n.s + n.s %}{% endfor %}"
    ),
    "a passage that doubles": (
        "{% set n = namespace(s='x') %}{% for i in range(64) %}"
        "{% set s %}{{ n.s }}{{ n.s }}{% endset %}{% set n.s = s|trim %}{% endfor %}"
    ),
    "a replacement": (
        "{% set n = namespace(s='x') %}{% for i in range(64) %}"
        "{% set n.s = n.s.replace('x', 'xx') %}{% endfor %}"
    ),
    "a replacement of replacements": (
        "{{ ('a' * 9999)|replace('a', 'b' * 999)|replace('b', 'c' * 9999) }}"
    ),
    "a method for replacements": (
        "{{ ('a' * 9999).replace('a', 'b' * 999).replace('b', 'c' * 9999) }}"
    ),
    "a long glue": "{{ range(99999)|join('x' * 9999) }}",
    "a long glue for what comes one by one": "{{ range(99999)|map('upper')|join('x' * 9999) }}",
    "a method for a long glue": "{{ ('x' * 9999).join(('y ' * 4999).split()) }}",
    "long texts in a row": "{{ ([('a' * 9999).replace('a', 'b' * 1999)] * 99)|join }}",
    "wide tabs": "{{ ('\t' * 9999).replace('\t', '\t' * 99).expandtabs(9999) }}",
    "words beyond number": "{{ ('a ' * 4999).replace('a', 'b ' * 999).split() }}",
    "lines beyond number": "{{ ('a' * 9999).replace('a', '\n' * 999).splitlines() }}",
    "capitals for a book": "{{ ('a' * 9999).replace('a', 'b ' * 999)|title }}",
    "lines for a book": "{{ ('a' * 9999).replace('a', 'b ' * 999)|wordwrap(1) }}",
    "a label of labels": (
        "{% set a = '{a}' * 3000 %}{% set b = '{b}' * 3000 %}{{ a|fill(a=b)|fill(b=a)|fill(a=b) }}"
    ),
    "a round number": "{{ 3|round(-10**9) }}",
    "a wide format": "{{ '%1000000000d' % 1 }}",
    "a width that is asked for": "{{ '%*d' % (1000000000, 1) }}",
    "a wide format as a filter": "{{ '%.1000000000f'|format(1) }}",
    "a wide field": "{{ '{:>1000000000}'.format(1) }}",
    "a field in a field": "{{ '{:>{}}'.format(1, 1000000000) }}",
    "a wide line": "{{ 'x'|center(10**9) }}",
    "a method for a wide line": "{{ 'x'.ljust(10**9) }}",
    "zeros": "{{ '1'.zfill(10**9) }}",
    "a deep indent": "{{ 'a\nb'|indent(10**9) }}",
    "a long row": "{{ [1]|batch(10**9, 0)|list }}",
    "a large number": "{{ 9**9**9**9 }}",
    "a number that squares": (
        "{% set n = namespace(i=9) %}{% for i in range(64) %}{% set n.i = n.i * n.i %}{% endfor %}"
    ),
    "a long range": "{% for i in range(10**9) %}{% endfor %}",
    "a range beyond all numbers": "{% for i in range(10**40) %}{% endfor %}",
    "loops in loops": (
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    ),
    "loops over a list": (
        "{% set many = range(9999)|list %}"
        "{% for i in many %}{% for j in many %}{% for k in many %}"
        "{% endfor %}{% endfor %}{% endfor %}"
    ),
    "sums in a loop": (
        "{% set many = range(99999)|list %}{% for i in many %}{{ many|sum }}{% endfor %}"
    ),
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}"
        "{% endmacro %}{{ m(200) }}"
    ),
    "a macro without end": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a long page": "{% for i in range(9999) %}{{ 'x' * 9999 }}{% endfor %}",
    "a long passage": (
        "{% macro m() %}{% for i in range(9999) %}{{ 'x' * 9999 }}"
        "{% endfor %}{% endmacro %}{{ m() }}"
    ),
    "words of nobody": "{{ lipsum(10**6) }}",
    "a page in itself": "{% include 'bomb.txt' %}{% include 'bomb.txt' %}",
}
MEMORY = 700_000_000
SECONDS = 5


def set_in(folder: Path, template: str, name: str = "bomb.txt") -> str:
    (folder / "_shared").mkdir(parents=True, exist_ok=True)
    (folder / "_shared" / name).write_text(f"Words.\n{template}\n", "utf-8")
    setter = Typesetter(folder, {"en": {}}, {}, {})
    return setter._fill("_shared", "en", name, None)  # type: ignore[arg-type]


def explode(folder: Path) -> None:
    """Every bomb in turn, in a small room; what is said of each, and how long it took."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    told = {}
    for number, (name, template) in enumerate(BOMBS.items()):
        began = time.process_time()
        try:
            said = f"{len(set_in(folder / str(number), template))} letters"
        except DeclarationError as error:
            said = str(error)
        told[name] = (said, fair(time.process_time() - began, SECONDS))
    print(json.dumps(told))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, float]]:
    folder = tmp_path_factory.mktemp("bombs")
    script = f"import pathlib, tests.test_sandbox as t; t.explode(pathlib.Path({str(folder)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, tuple[str, float]] = json.loads(done.stdout)
    return said


@pytest.mark.parametrize("name", BOMBS)
def test_it_is_told_at_its_line_in_little_time_and_memory(
    name: str, told: dict[str, tuple[str, float]]
) -> None:
    said, seconds = told[name]
    place, _, what = said.partition(": error O110 ")
    # A page that is too long has no line; everything else has.
    assert place.rpartition("/")[2].startswith("bomb.txt:" if name != "a long page" else "bomb.txt")
    assert what.startswith(("this ", "a range ", "10000", "'lipsum' is undefined"))
    assert "memory" not in what
    assert seconds < SECONDS


def test_a_page_within_bounds_is_what_it_was(tmp_path: Path) -> None:
    template = """\
{% for i in range(3) %}{{ loop.index }}/{{ loop.length }}{{ ", " if not loop.last }}{% endfor +%}
{{ "-" * 9 }} {{ "%05.1f" % 2.5 }} {{ "{:>4}".format(7) }} {{ "x"|center(5) }}| {{ 2 ** 10 }}
{{ "budget: 1200000 %s" % 5 }} {{ 7 % 4 }} {{ 1200000 + 1 }} {{ [1, 2]|join("~") }}
{{ 1200000|round|int }} {{ "aa"|replace("a", "b") }} {{ "aa".replace("a", "b") }}"""
    page = set_in(tmp_path, template)
    assert page.splitlines()[1:] == [
        "1/3, 2/3, 3/3",
        "--------- 002.5    7   x  | 1024",
        "budget: 1200000 5 3 1200001 1~2",
        "1200000 bb bb",
    ]


def test_texts_are_joined_and_parted_as_ever(tmp_path: Path) -> None:
    template = """\
{{ ["a", "b"]|join }}{{ "ab"|join("~") }}{{ [{"n": 1}, {"n": 2}]|join("~", attribute="n") }}
{{ "~".join(["a", "b"]) }}{{ "~".join("ab") }}{{ ["<", ">"|safe]|join("&") }}{{ []|join("~") }}
{{ ["a", "b"]|map("upper")|join("~") }}{{ {"a": 1}|join }}{{ "a\tb".expandtabs(2) }}
{{ "a b".split(None, 1)|length }}{{ "a,b".split(sep=",") }}{{ "a\\nb".splitlines()|length }}"""
    page = set_in(tmp_path, template)
    assert page.splitlines()[1:] == ["aba~b1~2", "a~ba~b<&>", "A~Baa b", "2['a', 'b']2"]


def test_a_loop_of_as_many_turns_as_may_be_is_set(tmp_path: Path) -> None:
    assert len(set_in(tmp_path, "{% for i in range(99999) %}x{% endfor %}")) == 99_999 + 7
    assert sandbox.FURTHEST >= 99_999


def test_nothing_is_drawn_by_lot(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match="No filter named 'random'"):
        set_in(tmp_path, "{{ range(9)|random }}")


UNSPOKEN = (
    *("range", "[1]|map('upper')", "[[1]|map('upper')]"),
    *("range ~ ''", "'%s' % range", "'{}'.format(range)", "'%s'|format(range)", "[range]|join"),
    *("range|upper", "range|e", "range|replace('a', 'b')", "{'a': range}|xmlattr", "range|pprint"),
    *("range|string", "{'a': range}|json", "namespace(a=range)"),
)


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
@pytest.mark.parametrize("said", UNSPOKEN)
def test_nothing_prints_where_it_lies_in_the_memory_of_the_machine(
    tmp_path: Path, said: str, name: str
) -> None:
    with pytest.raises(DeclarationError) as told:
        set_in(tmp_path, f"{{{{ {said} }}}}", name)
    [finding] = told.value.findings
    assert (finding.code, finding.location.line) == ("O110", 2)
    assert " at 0x" not in finding.message


def test_who_writes_of_a_memory_may_print_it(tmp_path: Path) -> None:
    words = "<a at 0x12ab>"
    template = f"{{% set w = '{words}' %}}{{{{ w }}}} {{{{ w ~ w|lower }}}} {{{{ [w]|join }}}}"
    assert set_in(tmp_path, template) == f"Words.\n{words} {words}{words} {words}"
