"""Frozen dataclasses as canonical JSON and back, exactly.

Canonical: keys sorted, no blanks, every character as itself (lone surrogates included), no NaN or infinity.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast

from rejoinder.errors import RecordError
from rejoinder.sayings import Saying

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Way: TypeAlias = "Callable[[Any], Any]"
_T = TypeVar("_T")


def encode(value: object, as_type: Any) -> Json:
    """`value` in JSON's terms, by its declared type. Another type raises TypeError, a naive time ValueError."""
    return cast(Json, _ways(as_type)[0](value))


def decode(data: Json, as_type: type[_T]) -> _T:
    """The value that `encode` was given; data of another shape raises RecordError."""
    try:
        return cast(_T, _ways(cast(Any, as_type))[1](data))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise RecordError(
            Saying.STORED_UNREADABLE.of(type=as_type.__name__, reason=error), advice=Saying.VERIFY.of()
        ) from error


def dumps(data: Json) -> str:
    """Canonical JSON: equal data give equal text."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def pack(value: object, as_type: Any) -> str:
    """`value` as canonical JSON."""
    return dumps(encode(value, as_type))


def unpack(text: str, as_type: type[_T]) -> _T:
    """The value that `pack` was given; text of another shape raises RecordError."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise RecordError(
            Saying.STORED_NOT_JSON.of(type=as_type.__name__, reason=error), advice=Saying.VERIFY.of()
        ) from error
    return decode(data, as_type)


@cache
def _ways(as_type: Any) -> tuple[Way, Way]:
    """How a type is encoded and decoded, made once a type."""
    if dataclasses.is_dataclass(as_type):
        return _dataclass_ways(cast(type, as_type))
    origin, arguments = typing.get_origin(as_type), typing.get_args(as_type)
    if origin is tuple:
        return _tuple_ways(arguments)
    if origin is typing.Literal:
        return _only(arguments), _only(arguments)
    if origin in (types.UnionType, typing.Union):
        return _optional_ways(arguments)
    if as_type is dt.datetime:
        return _encode_time, _decode_time
    if as_type is dt.date:
        return dt.date.isoformat, dt.date.fromisoformat
    if as_type is float:
        return _number, _number
    if as_type in (str, int, bool):
        return _exactly(as_type), _exactly(as_type)
    raise TypeError(f"no JSON for values of type {as_type}")


def _dataclass_ways(cls: type) -> tuple[Way, Way]:
    hints = typing.get_type_hints(cls)
    fields = {field.name: _ways(hints[field.name]) for field in dataclasses.fields(cls)}

    def encode_fields(value: Any) -> dict[str, Json]:
        if type(value) is not cls:
            raise TypeError(f"{value!r} is no {cls.__name__}")
        return {name: way[0](getattr(value, name)) for name, way in fields.items()}

    def decode_fields(data: Any) -> Any:
        if data.keys() != fields.keys():
            raise ValueError(f"fields {sorted(data)} instead of {sorted(fields)}")
        return cls(**{name: way[1](data[name]) for name, way in fields.items()})

    return encode_fields, decode_fields


def _tuple_ways(arguments: tuple[Any, ...]) -> tuple[Way, Way]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        into, back = _ways(arguments[0])
        return (lambda values: [into(value) for value in values]), (lambda data: tuple(back(each) for each in data))
    ways = [_ways(argument) for argument in arguments]
    return (
        lambda values: [way[0](value) for way, value in zip(ways, values, strict=True)],
        lambda data: tuple(way[1](each) for way, each in zip(ways, data, strict=True)),
    )


def _optional_ways(arguments: tuple[Any, ...]) -> tuple[Way, Way]:
    rest = [argument for argument in arguments if argument is not type(None)]
    if len(rest) != 1 or len(arguments) != 2:
        raise TypeError(f"no JSON for values of several types: {arguments}")
    into, back = _ways(rest[0])
    return (
        lambda value: None if value is None else into(value),
        lambda data: None if data is None else back(data),
    )


def _only(choices: tuple[Any, ...]) -> Way:
    def check(value: Any) -> Any:
        if value not in choices:
            raise ValueError(f"{value!r} is none of {choices}")
        return value

    return check


def _exactly(leaf: type) -> Way:
    def check(value: Any) -> Any:
        if type(value) is not leaf:
            raise TypeError(f"{value!r} is no {leaf.__name__}")
        return value

    return check


def _number(value: Any) -> float:
    if type(value) not in (float, int):
        raise TypeError(f"{value!r} is no number")
    return float(value)


def _encode_time(value: dt.datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return value.astimezone(dt.UTC).isoformat()


def _decode_time(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).astimezone(dt.UTC)
