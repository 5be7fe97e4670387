"""Jinja with bounds: a slip in a template costs a line that says so, not the machine."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
import jinja2.compiler
import jinja2.nodes
import jinja2.sandbox
import jinja2.utils

LONGEST = 20_000_000
"""Letters of a page, and of any text on the way to it; the largest book has a tenth of it."""
WIDEST = 10_000
"""What may be asked for by a number: columns of a table, blanks of an indent, letters of a line."""
FURTHEST = 100_000
"""Numbers in one range."""
MOST_STEPS = 1_000_000
"""Turns of loops, calls of macros and items of lists that one page may take."""
LARGEST = 256
"""Bits of a number."""
MAKE = "counted, 5"
"""What tells the byte code of this room from any other's: to be raised when it changes."""
_WIDTH = re.compile(r"%[^A-Za-z%]*(?:\d{5,}|\*)|\{[^{}]*:[^{}]*(?:\d{5,}|\{)")
_SIZED = frozenset(
    ["batch", "center", "indent", "round", "slice", "tojson", "truncate", "wordwrap"]
)
"""Filters of Jinja's that are told how wide, or how many."""
_OF_TEXT = frozenset(
    (
        *("capitalize", "center", "e", "escape", "forceescape", "indent", "lower", "replace"),
        *("safe", "string", "striptags", "title", "trim", "truncate", "upper", "urlencode"),
        *("urlize", "wordcount", "wordwrap"),
    )
)
"""Filters of Jinja's that make a text of whatever they are given, and may change it."""
_PARTING = frozenset(("title", "urlize", "wordcount", "wordwrap"))
"""Those that go through it word by word."""
_COUNTED, _TOLD = "counted", "told"
_ADDRESS = re.compile(r"(?i)(?:<|&lt;|\\u003c)[^<>&]{1,200} at 0x[0-9A-F]+")
"""How Python shows what has no words: by its place in the machine's memory."""
_UNNEEDED = ("lipsum", "cycler", "joiner")


_UNFIT = frozenset(
    (
        *("encode", "to_bytes", "from_bytes", "translate"),
        *("today", "now", "utcnow", "fromtimestamp", "timestamp"),
    )
)
"""What leads from texts to bytes, of which nothing is counted, or asks the machine's clock."""


HINT = "\x1f"
"""Stands between what is wrong and what was meant."""
_KNOWN = ("brand", "comma", "direction", "edition", "language_name", "tags", "words")
"""What every page is given."""


class Missing(jinja2.StrictUndefined):
    """What a template asks for and nothing has, in a designer's words."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        thing, name = self._undefined_obj, str(self._undefined_name)
        if thing is None:
            return f"{name!r} is asked of nothing{HINT}ask first whether it is there:  {{% if … %}}"
        if thing is jinja2.utils.missing:
            return f"{name!r} is undefined{HINT}{_meant(name, _KNOWN)}"
        if hasattr(thing, "get"):
            return f"there is no {name!r} here{HINT}{_meant(name, map(str, thing))}"
        known = (one for one in dir(type(thing)) if not one.startswith("_"))
        kind = type(thing).__name__.lower()
        return f"there is no {name!r} in a value of the kind {kind!r}{HINT}{_meant(name, known)}"


def _meant(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, [*known], n=1)
    return f"did you mean {close[0]!r}?" if close else ""


class TooMuch(Exception):
    """What a template asks for would take all the time or the memory there is."""


class Unspoken(Exception):
    """What a template prints is no text, no number and no day."""


class Environment(jinja2.sandbox.ImmutableSandboxedEnvironment):
    """A sandbox that counts what it does."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, own: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        super().__init__(finalize=told, **options)
        self.code_generator_class = _Generator
        self.steps = 0
        for name in _UNNEEDED:
            del self.globals[name]
        self.globals["range"] = self._range
        # The same words make the same bytes: nothing is drawn by lot.
        del self.filters["random"]
        for name, each in {**self.filters, **own}.items():
            self.filters[name] = self._bounded(each, name in _SIZED, name in _OF_TEXT)
            if name in _PARTING:
                self.filters[name] = _by_words(self.filters[name], name)
        self.filters[_COUNTED] = self._counted
        self.filters[_TOLD] = told

    def filled(self, template: str, **shown: Any) -> str:
        """The page, within bounds."""
        self.steps = 0
        page: list[str] = []
        letters = 0
        for piece in self.get_template(template).generate(**shown):
            letters += len(piece)
            if letters > LONGEST:
                raise TooMuch(f"this makes a page of more than {LONGEST:,} letters")
            page.append(piece)
        return "".join(page)

    def is_safe_attribute(self, owner: Any, name: str, value: Any) -> bool:
        # A path of the machine's disk can be read, written to and taken away.
        if isinstance(value, Path) or isinstance(owner, Path) or name in _UNFIT:
            return False
        return super().is_safe_attribute(owner, name, value)

    def call(self, context: Any, called: Any, /, *given: Any, **named: Any) -> Any:
        self._spend(1)
        method = getattr(called, "__wrapped__", called)
        if isinstance(text := getattr(method, "__self__", None), str):
            given = _bounded_method(text, method.__name__, given, named)
            return self.short(_spelt(super().call(context, called, *given, **named)))
        return self.short(super().call(context, called, *given, **named))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "*" and isinstance(left, int) and not isinstance(right, (int, float)):
            left, right = right, left
        if operator == "*" and hasattr(left, "__len__") and isinstance(right, int):
            if len(left) * right > WIDEST:
                raise TooMuch(f"this is more than {WIDEST:,} times over")
        elif operator == "%" and isinstance(left, str):
            _refuse_wide_form(left)
        elif isinstance(left, int) and isinstance(right, int):
            _refuse_large(operator, left, right)
        made = super().call_binop(context, operator, left, right)
        return self.short(_spelt(made) if operator == "%" else made)

    def get_template(self, *given: Any, **named: Any) -> jinja2.Template:
        self._spend(1)
        return super().get_template(*given, **named)

    def short(self, value: Any) -> Any:
        """*value*, unless it is a text that nobody could print."""
        if isinstance(value, str) and len(value) > LONGEST:
            raise TooMuch(f"this makes a text of more than {LONGEST:,} letters")
        return value

    def _generate(
        self, source: jinja2.nodes.Template, name: Any, filename: Any, defer_init: bool = False
    ) -> str:
        for loop in source.find_all(jinja2.nodes.For):
            counted = jinja2.nodes.Filter(loop.iter, _COUNTED, [], [], None, None)
            loop.iter = counted.set_lineno(loop.lineno).set_environment(self)
        for joined in source.find_all(jinja2.nodes.Concat):
            for place, part in enumerate(joined.nodes):
                spoken = jinja2.nodes.Filter(part, _TOLD, [], [], None, None)
                spoken.set_lineno(joined.lineno).set_environment(self)
                joined.nodes[place] = spoken
        return super()._generate(source, name, filename, defer_init)

    def _spend(self, steps: int) -> None:
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise TooMuch(f"this goes on for more than {MOST_STEPS:,} steps")

    def _range(self, *given: int) -> range:
        found = range(*given)
        # Its length would not go into a word of the machine.
        if any(abs(end) > 1 << 40 for end in given) or len(found) > FURTHEST:
            raise TooMuch(f"a range of more than {FURTHEST:,} numbers")
        self._spend(len(found))
        return found

    def _counted(self, items: Any) -> _Counted:
        return _Counted(items, self._spend)

    def _bounded(
        self, each: Callable[..., Any], is_sized: bool, is_of_text: bool
    ) -> Callable[..., Any]:
        is_format = each is self.filters["format"]
        is_join = each is self.filters["join"]
        is_replace = each is self.filters["replace"]
        # Some are given what they need to know before what they are to change.
        first = 1 + hasattr(each, "jinja_pass_arg")

        @functools.wraps(each)
        def bounded(*given: Any, **named: Any) -> Any:
            if is_of_text:
                told(given[first - 1])
            if is_sized:
                _refuse_wide(*given[first:], *named.values())
            elif is_format:
                _refuse_wide_form(given[0])
            elif is_replace:
                _refuse_growth(*given[first - 1 :])
            elif is_join:
                given = _joinable(given, first - 1, *named.values())
            for one in given:
                if isinstance(one, (list, tuple, str, range)):
                    self._spend(len(one) // 1000 if isinstance(one, str) else len(one))
            made = each(*given, **named)
            if _has_address(made) and not any(map(_writes_one, given)):
                _spelt(made)
            return self.short(made)

        return bounded


class _Generator(jinja2.compiler.CodeGenerator):
    def visit_Concat(self, node: jinja2.nodes.Concat, frame: jinja2.compiler.Frame) -> None:  # noqa: N802
        self.write("environment.short(")
        super().visit_Concat(node, frame)
        self.write(")")


class _Counted:
    """What a loop goes through, counted as it goes."""

    def __init__(self, items: Iterable[Any], spend: Callable[[int], None]) -> None:
        self._items = items
        self._spend = spend

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            self._spend(1)
            yield item

    def __len__(self) -> int:
        return len(self._items)  # type: ignore[arg-type]


def told(value: Any) -> Any:
    """*value*, unless to print it would tell where it lies in the memory of this machine."""
    if not isinstance(value, str):
        _spelt(str(value), value)
    return value


def _spelt(made: Any, value: Any = None) -> Any:
    if _has_address(made):
        kind = f" ({type(value).__name__})" if value is not None else ""
        raise Unspoken(f"this prints something that has no words{kind}")
    return made


def _writes_one(given: Any) -> bool:
    """Whether somebody has typed what looks like a place in the memory."""
    return any(map(_has_address, given if isinstance(given, (list, tuple)) else (given,)))


def _has_address(text: Any) -> bool:
    return isinstance(text, str) and ("0x" in text or "0X" in text) and bool(_ADDRESS.search(text))


def _refuse_wide(*given: Any) -> None:
    for one in given:
        if isinstance(one, int) and abs(one) > WIDEST:
            raise TooMuch(f"{str(abs(one))[:20]} is more than the {WIDEST:,} that may be asked for")


def _refuse_growth(text: Any, old: Any = None, new: Any = None, *_: Any) -> None:
    """Each of two replacements may be within bounds, and the second of them a disk full."""
    is_text = all(isinstance(one, str) for one in (text, old, new))
    if is_text and len(text) + str(text).count(old) * len(new) > LONGEST:
        raise TooMuch(f"this makes a text of more than {LONGEST:,} letters")


def _by_words(each: Callable[..., Any], name: str) -> Callable[..., Any]:
    """A filter that takes a text to pieces, for texts that are no book."""

    @functools.wraps(each)
    def bounded(*given: Any, **named: Any) -> Any:
        if any(isinstance(one, str) and len(one) > MOST_STEPS for one in given):
            raise TooMuch(f"this is too long for {name!r}: it has over {MOST_STEPS:,} letters")
        return each(*given, **named)

    return bounded


def _bounded_method(
    text: str, name: str, given: tuple[Any, ...], named: Mapping[str, Any]
) -> tuple[Any, ...]:
    """What a method of a text is given, unless it would make more of it than can be printed."""
    if name.startswith("format"):
        _refuse_wide_form(text)
    elif name == "replace":
        _refuse_growth(text, *given)
    elif name == "join":
        return _joinable(given, 0, text)
    else:
        _refuse_wide(*given, *named.values())
    if name == "expandtabs":
        widths = [one for one in (*given, *named.values(), 8) if isinstance(one, int)]
        _refuse_growth(text, "\t", " " * max(0, widths[0]))
    elif "split" in name:
        signs = [one for one in (*given, *named.values()) if isinstance(one, str) and one]
        if sum(map(text.count, signs or " \t\n")) > MOST_STEPS:
            raise TooMuch(f"this goes on for more than {MOST_STEPS:,} steps")
    return given


def _joinable(given: tuple[Any, ...], at: int, *others: Any) -> tuple[Any, ...]:
    """The same with the items that are to be joined in a list, unless they make too much."""
    if len(given) <= at:
        return given
    items = given[at] if isinstance(given[at], str) else list(given[at])
    glue = max((len(one) for one in (*given[at + 1 :], *others) if isinstance(one, str)), default=0)
    if len(items) * glue + sum(len(one) for one in items if isinstance(one, str)) > LONGEST:
        raise TooMuch(f"this makes a text of more than {LONGEST:,} letters")
    return (*given[:at], items, *given[at + 1 :])


def _refuse_wide_form(form: Any) -> None:
    if isinstance(form, str) and _WIDTH.search(form):
        raise TooMuch("this is wider than any page")


def _refuse_large(operator: str, left: int, right: int) -> None:
    bits = left.bit_length()
    if operator == "*":
        bits += right.bit_length()
    elif operator == "**":
        bits *= max(1, right)
    if bits > LARGEST and operator != "%":
        raise TooMuch("this number is too large for any page")
