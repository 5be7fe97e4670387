"""Frozen dataclasses that share their methods: to write six anew for each slows every start."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        *, frozen: bool, slots: bool, kw_only: bool = False
    ) -> Callable[[type[Any]], type[Any]]:
        """`dataclasses.dataclass` for nouns; where very many are made, the usual one is faster."""
        assert frozen, "what changes is no noun"
        assert slots

        def made(cls: type[Any]) -> type[Any]:
            cls.__doc__ = cls.__doc__ or cls.__name__
            own = set(vars(cls))
            plain = dataclasses.dataclass(
                init=False, repr=False, eq=False, slots=True, kw_only=kw_only
            )
            noun = plain(cls)
            for name, method in _methods(noun).items():
                if name not in own:
                    setattr(noun, name, method)
            return noun

        return made


def _methods(noun: type[Any]) -> dict[str, Callable[..., Any]]:
    fields = dataclasses.fields(noun)
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
        "__init__": _initial(noun, fields),
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


def _initial(noun: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    wanted = tuple((field.name, field.default, field.default_factory) for field in fields)
    in_order = tuple(field.name for field in fields if not field.kw_only)
    put, missing = object.__setattr__, dataclasses.MISSING

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
    noun: type[Any], in_order: tuple[str, ...], values: tuple[Any, ...], given: dict[str, Any]
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
