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
        if values:
            given |= zip(in_order, values, strict=False)
        for name, default, factory in wanted:
            if name in given:
                put(self, name, given[name])
                count -= 1
            elif default is not missing:
                put(self, name, default)
            elif factory is not missing:
                put(self, name, factory())
            else:
                raise TypeError(f"{noun.__name__} needs {name!r}")
        if count:
            raise TypeError(f"{noun.__name__} is told too much: {sorted(given)}")

    return begin


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"{name!r} of {self.__class__.__name__} never changes")


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
