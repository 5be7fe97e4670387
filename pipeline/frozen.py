"""Frozen dataclasses that share their methods: to write six anew for each slows every start.

What is written all the same, the beginning of what is often made and of what changes, may have
been compiled before: `compiled` is another one then.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping
from operator import attrgetter
from types import CodeType
from typing import TYPE_CHECKING, Any

__all__ = ["commonplace", "compiled", "dataclass", "fields_of", "mutable"]

Noun = type[Any]
Fields = tuple[dataclasses.Field[Any], ...]

if TYPE_CHECKING:
    from dataclasses import dataclass
    from dataclasses import dataclass as commonplace
    from dataclasses import dataclass as mutable
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[Noun], Noun]:
        """`dataclasses.dataclass` for nouns."""
        assert frozen, "what changes is no noun"
        assert slots
        return lambda cls: _made(cls, kw_only, _initial)

    def commonplace(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[Noun], Noun]:
        """The same where very many are made: what begins one is written for that noun alone."""
        assert frozen, "what changes is no noun"
        assert slots
        return lambda cls: _made(cls, kw_only, _written)

    def mutable(
        *, eq: bool, repr: bool, slots: bool = False, kw_only: bool = False
    ) -> Callable[[Noun], Noun]:
        """What changes while it is worked at: it has a beginning, and nothing is its equal."""
        assert not eq, "only a noun is what its values are"
        assert not repr
        return lambda cls: _changing(cls, slots, kw_only)


def compiled(text: str) -> CodeType:
    """The byte code of what is written here."""
    return compile(text, "<frozen>", "exec")


@functools.cache
def fields_of(kind: type) -> tuple[str, ...]:
    """The names of what a dataclass holds; nothing of any other kind."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind))


def _made(cls: Noun, kw_only: bool, begin: Callable[[Noun, Fields], Callable[..., None]]) -> Noun:
    cls.__doc__ = cls.__doc__ or cls.__name__
    fields = _fields(cls, kw_only)
    # What comes to a class later, Python looks up in each that is derived from it.
    return _slotted(cls, fields, {"__init__": begin(cls, fields), **_methods(fields)})


def _changing(cls: Noun, slots: bool, kw_only: bool) -> Noun:
    fields = _fields(cls, kw_only)
    begin = _written(cls, fields, "self.{0} = {1}")
    if slots:
        return _slotted(cls, fields, {"__init__": begin})
    cls.__init__ = begin
    return cls


def _fields(cls: Noun, kw_only: bool) -> Fields:
    told = cls.__annotations__
    # dataclasses would look into each that is written as a string for what no noun has: ClassVar.
    cls.__annotations__ = dict.fromkeys(told, object)
    dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
    cls.__annotations__ = told
    fields = dataclasses.fields(cls)
    for field in fields:
        field.type = told.get(field.name, field.type)
    return fields


def _slotted(cls: Noun, fields: Fields, methods: Mapping[str, Callable[..., Any]]) -> Noun:
    """The class anew, since slots ask for that, with *methods* that it has not itself."""
    body = {**methods, **vars(cls), "__qualname__": cls.__qualname__}
    for name in ("__dict__", "__weakref__", *(field.name for field in fields)):
        body.pop(name, None)
    # `Generic` is written in C since Python 3.12, and names none.
    bases = cls.__mro__[1:-1]
    inherited = {name for base in bases for name in vars(base).get("__slots__", ())}
    body["__slots__"] = tuple(field.name for field in fields if field.name not in inherited)
    kind: Callable[..., Noun] = type(cls)
    return kind(cls.__name__, cls.__bases__, body)


def _methods(fields: Fields) -> dict[str, Callable[..., Any]]:
    compared = tuple(field.name for field in fields if field.compare)
    shown = tuple(field.name for field in fields if field.repr)
    values = _values(compared)

    def is_equal(self: Any, other: object) -> Any:
        return (
            values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    def told(self: Any) -> str:
        words = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({words})"

    return {
        "__eq__": is_equal,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": told,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": lambda self: [getattr(self, field.name) for field in fields],
        "__setstate__": _restore,
    }


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _written(
    noun: Noun, fields: Fields, step: str = "put(self, {0!r}, {1})"
) -> Callable[..., None]:
    nothing = dataclasses.MISSING
    scope: dict[str, Any] = {"put": object.__setattr__, "nothing": nothing}
    placed: list[str] = []
    named = ["*"]
    steps: list[str] = []
    for field in fields:
        name = field.name
        is_made = field.default_factory is not nothing
        is_needed = field.default is nothing and not is_made
        scope[f"no_{name}"] = field.default
        scope[f"new_{name}"] = field.default_factory
        (named if field.kw_only else placed).append(name if is_needed else f"{name}=no_{name}")
        value = f"new_{name}() if {name} is nothing else {name}" if is_made else name
        steps.append(step.format(name, value))
    asked = ", ".join(["self", *placed, *(named if len(named) > 1 else ())])
    if hasattr(noun, "__post_init__"):
        steps.append("self.__post_init__()")
    exec(compiled(f"def __init__({asked}): {'; '.join(steps)}"), scope)  # noqa: S102 - as there
    begin: Callable[..., None] = scope["__init__"]
    begin.__qualname__ = f"{noun.__qualname__}.__init__"
    return begin


def _initial(noun: Noun, fields: Fields) -> Callable[..., None]:
    wanted = tuple((field.name, field.default, field.default_factory) for field in fields)
    in_order = tuple(field.name for field in fields if not field.kw_only)
    put, missing = object.__setattr__, dataclasses.MISSING
    assert not hasattr(noun, "__post_init__"), "what is looked at when it is made is commonplace"

    def begin(self: Any, *values: Any, **given: Any) -> None:
        count = len(given) + len(values)
        named = given | dict(zip(in_order, values, strict=False)) if values else given
        for name, default, factory in wanted:
            if name in named:
                put(self, name, named[name])
                count -= 1
            elif default is not missing:
                put(self, name, default)
            elif factory is not missing:
                put(self, name, factory())
            else:
                raise TypeError(_refused(noun, in_order, values, given))
        if count:
            raise TypeError(_refused(noun, in_order, values, given))

    return begin


def _refused(
    noun: Noun, in_order: tuple[str, ...], values: tuple[Any, ...], given: dict[str, Any]
) -> str:
    """What is wrong with the values that a noun was to be made of."""
    fields = {field.name: field for field in dataclasses.fields(noun)}
    placed = in_order[: len(values)]
    if len(values) > len(in_order):
        wanted = f"{len(in_order)} without their names" if in_order else "every value by its name"
        return f"{noun.__name__} takes {wanted}, and was told {len(values)}"
    for name in given:
        if name not in fields or name in placed:
            told = f"is told {name!r} twice" if name in fields else f"has no {name!r}"
            return f"{noun.__name__} {told}"
    nothing = dataclasses.MISSING
    needed = (n for n, f in fields.items() if f.default is f.default_factory is nothing)
    return f"{noun.__name__} needs {next(n for n in needed if n not in {*placed, *given})!r}"


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"{name!r} of {self.__class__.__name__} never changes")


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
