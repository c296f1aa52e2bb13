"""Every value that is stored comes back as it was, and equal values are stored alike."""

import dataclasses
import datetime as dt
import json
import types
import typing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rejoinder.record.codec import pack, unpack
from rejoinder.types.account import Account
from rejoinder.types.document import Document, Problem
from rejoinder.types.extraction import Extraction
from rejoinder.types.judgement import Judgement
from rejoinder.types.span import OffsetMap, Span
from rejoinder.types.time import When

TEXT = st.text(st.characters(exclude_categories=()), max_size=8)
NUMBERS = st.integers(0, 2**70)
SPANS = st.tuples(NUMBERS, NUMBERS).map(lambda pair: Span(start=min(pair), end=max(pair)))
LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    dt.date: st.dates(),
    Span: SPANS,
    dt.datetime: st.datetimes(
        min_value=dt.datetime(2, 1, 1),  # noqa: DTZ001 the zone is drawn beside it
        max_value=dt.datetime(9998, 12, 31),  # noqa: DTZ001
        timezones=st.timezones(),
    ),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type, made by its own declaration."""
    if kind in LEAVES:
        return LEAVES[kind]
    arguments = typing.get_args(kind)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return st.builds(kind, **{field.name: values(hints[field.name]) for field in dataclasses.fields(kind)})
    if typing.get_origin(kind) is typing.Literal:
        return st.sampled_from(arguments)
    if typing.get_origin(kind) is tuple and arguments[-1] is Ellipsis:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if typing.get_origin(kind) is tuple:
        return st.tuples(*map(values, arguments))
    return st.one_of(*(st.none() if one is types.NoneType else values(one) for one in arguments))


@pytest.mark.parametrize("kind", [Document, Extraction, Account, Judgement, Problem, When, OffsetMap])
def test_what_is_packed_is_unpacked(kind: type) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    @given(values(kind))
    def check(value: Any) -> None:
        packed = pack(value, kind)
        assert unpack(packed, kind) == value
        assert pack(unpack(packed, kind), kind) == packed
        assert json.dumps(json.loads(packed), sort_keys=True, ensure_ascii=False, separators=(",", ":")) == packed

    check()
