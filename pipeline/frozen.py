"""Frozen dataclasses that share their methods: to write six anew for each slows every start."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["commonplace", "dataclass", "fields_of"]

Noun = type[Any]
Fields = tuple[dataclasses.Field[Any], ...]

if TYPE_CHECKING:
    from dataclasses import dataclass
    from dataclasses import dataclass as commonplace
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


@functools.cache
def fields_of(kind: type) -> tuple[str, ...]:
    """The names of what a dataclass holds; nothing of any other kind."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind))


def _made(cls: Noun, kw_only: bool, begin: Callable[[Noun, Fields], Callable[..., None]]) -> Noun:
    cls.__doc__ = cls.__doc__ or cls.__name__
    own = set(vars(cls))
    told = cls.__annotations__
    # dataclasses would look into each that is written as a string for what no noun has: ClassVar.
    cls.__annotations__ = dict.fromkeys(told, object)
    noun = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    noun.__annotations__ = told
    fields = dataclasses.fields(noun)
    for field in fields:
        field.type = told.get(field.name, field.type)
    for name, method in {"__init__": begin(noun, fields), **_methods(fields)}.items():
        if name not in own:
            setattr(noun, name, method)
    return noun


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


def _written(noun: Noun, fields: Fields) -> Callable[..., None]:
    scope: dict[str, Any] = {"put": object.__setattr__}
    placed: list[str] = []
    named = ["*"]
    for field in fields:
        assert field.default_factory is dataclasses.MISSING, "what is common is told, not made"
        scope[f"no_{field.name}"] = field.default
        is_needed = field.default is dataclasses.MISSING
        told = field.name if is_needed else f"{field.name}=no_{field.name}"
        (named if field.kw_only else placed).append(told)
    asked = ", ".join(["self", *placed, *(named if len(named) > 1 else ())])
    steps = [f"put(self, {field.name!r}, {field.name})" for field in fields]
    if hasattr(noun, "__post_init__"):
        steps.append("self.__post_init__()")
    exec(f"def __init__({asked}): {'; '.join(steps)}", scope)  # noqa: S102 - as dataclasses does
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
