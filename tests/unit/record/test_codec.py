import datetime as dt
import math
from dataclasses import dataclass

import pytest

from rejoinder.errors import RecordError
from rejoinder.record.codec import decode, dumps, encode, pack, unpack
from rejoinder.types.judgement import Judgement
from rejoinder.types.span import Span
from tests.unit.record.samples import judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    either: int | str


def test_canonical_json_has_sorted_keys_no_blanks_and_plain_characters() -> None:
    assert pack(Span(start=1, end=2), Span) == '{"end":2,"start":1}'
    assert dumps({"б": "“\ud800”"}) == '{"б":"“\ud800”"}'


def test_a_whole_number_in_the_place_of_a_fraction_is_one_value() -> None:
    assert pack(1, float) == pack(1.0, float) == "1.0"


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_no_number_that_json_lacks(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        pack(value, float)


def test_times_are_kept_in_utc_and_need_a_zone() -> None:
    kathmandu = dt.timezone(dt.timedelta(hours=5, minutes=45))
    moment = dt.datetime(2031, 3, 1, 5, 45, tzinfo=kathmandu)
    assert encode(moment, dt.datetime) == "2031-03-01T00:00:00+00:00"
    assert decode("2031-03-01T00:00:00+00:00", dt.datetime) == moment
    with pytest.raises(ValueError, match="no time zone"):
        encode(moment.replace(tzinfo=None), dt.datetime)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "null",
        '{"end":2}',
        '{"end":2,"start":1,"more":0}',
        '{"end":"2","start":1}',
        '{"end":1,"start":2}',
        '{"end":true,"start":0}',
    ],
)
def test_what_does_not_read_is_a_record_error(text: str) -> None:
    with pytest.raises(RecordError, match="stored Span"):
        unpack(text, Span)


def test_values_of_other_types_are_not_packed() -> None:
    with pytest.raises(TypeError):
        pack(judgement("x"), Span)
    with pytest.raises(TypeError, match="several types"):
        pack(Odd(either=1), Odd)
    with pytest.raises(TypeError, match="no JSON"):
        pack({1}, set)


def test_a_word_outside_its_choices_is_refused() -> None:
    packed = pack(judgement("x"), Judgement)
    with pytest.raises(RecordError, match="none of"):
        unpack(packed.replace('"right"', '"rigth"'), Judgement)
