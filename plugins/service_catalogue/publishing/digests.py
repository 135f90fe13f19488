"""A fingerprint of a value by all that it holds: what has the same fingerprint is shown alike."""

import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import partial
from hashlib import blake2b
from pathlib import PurePath
from types import FunctionType, MethodType

from service_catalogue.notation import Passage

_OURS = __name__.partition(".")[0]
_PLAIN = frozenset({str, int, float, bool, type(None)})
"""Values that are told apart by themselves."""
_WITHOUT_REFERENCES = 2
"""The form of `marshal` in which equal values have equal bytes, however many places refer to them."""


class UnknownValueError(Exception):
    """It cannot be told what a value holds; its text names the type."""


class Digests:
    """The fingerprints of values of one run; a part that many share is looked through once.

    What functions do is not looked at: that is the program's own fingerprint.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[bytes, object]] = {}
        """By the identity of a value, which it keeps as long as it is kept here beside its fingerprint."""
        self._of_type: dict[type, Callable[[object], bytes]] = {}

    def of(self, value: object) -> bytes:
        """The fingerprint of a value; raises UnknownValueError."""
        known = self._known.get(id(value))
        if known is None:
            kind = type(value)
            find = self._of_type.get(kind) or self._of_type.setdefault(kind, self._way(kind))
            known = self._known[id(value)] = (find(value), value)
        return known[0]

    def of_all(self, *parts: object) -> bytes:
        """The fingerprint of some values in a row, which are not kept beside it; raises UnknownValueError."""
        try:
            return self._joined("", parts)
        except RecursionError:
            raise UnknownValueError("ring") from None

    def _way(self, kind: type) -> Callable[[object], bytes]:
        """How values of a type are looked through."""
        name = f"{kind.__module__}.{kind.__qualname__}"
        if kind in _PLAIN:
            return lambda value: self._joined(name, (value,))
        for base, way in _WAYS.items():
            if issubclass(kind, base):
                return lambda value: self._joined(name, way(value))
        if is_dataclass(kind):
            names = [field.name for field in fields(kind)]
            return lambda value: self._joined(name, [getattr(value, name) for name in names])
        if kind.__module__.partition(".")[0] == _OURS and kind.__bases__ == (object,) and kind.__dictoffset__:
            return lambda value: self._joined(name, [vars(value)])
        raise UnknownValueError(name)

    def _joined(self, name: str, parts: Iterable[object]) -> bytes:
        """One fingerprint of a type and its parts: plain ones as they are, all others by their own."""
        found = [part if type(part) in _PLAIN else self.of(part) for part in parts]
        return blake2b(marshal.dumps([name, found], _WITHOUT_REFERENCES), digest_size=20).digest()


def _of_set(value: Iterable[object]) -> list[object]:
    return sorted(value, key=repr)


def _of_function(value: FunctionType) -> tuple[object, ...]:
    is_of_module = value.__module__.partition(".")[0] == _OURS and "<" not in value.__qualname__
    if not is_of_module or value.__closure__:
        raise UnknownValueError(f"{value.__module__}.{value.__qualname__}")
    return value.__module__, value.__qualname__


_WAYS: Mapping[type, Callable[..., Iterable[object]]] = {
    bytes: lambda value: (value.decode("latin-1"),),
    Passage: lambda value: value.__reduce__()[1],
    str: lambda value: (str.__str__(value),),
    Enum: lambda value: (value.name,),
    date: lambda value: (value.isoformat(),),
    PurePath: lambda value: (str(value),),
    tuple: lambda value: value,
    list: lambda value: value,
    dict: lambda value: (part for item in value.items() for part in item),
    frozenset: _of_set,
    set: _of_set,
    partial: lambda value: (value.func, value.args, value.keywords),
    MethodType: lambda value: (value.__self__, value.__func__.__qualname__),
    FunctionType: _of_function,
}
"""What a value of a type consists of, the first type that fits; the order in which a set is gone through is none."""
