from __future__ import annotations

import json

import pytest

from rejoinder.errors import UsageError
from rejoinder.record.judgement_lines import judgement_lines, read_judgement_lines
from tests.unit.record.samples import PUT, judgement

ONE = next(judgement_lines([judgement("a", PUT.id)]))
DATA = json.loads(ONE)


def test_lines_are_canonical_and_blank_ones_and_a_mark_at_the_beginning_are_passed_over() -> None:
    assert (
        '{"by":"desk","decision":"right","field":null,"id":"judgement-a","made_at":"2031-03-01T12:00:00+00:00",'
        f'"subjects":["{PUT.id}"],"value":null,"withdraws":null}}\n'
    ) == ONE
    assert read_judgement_lines("\ufeff\r\n" + ONE.replace("\n", "\r\n") + "\n") == (judgement("a", PUT.id),)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not an object"),
        (json.dumps({**DATA, "colour": "red"}), "'colour'"),
        (json.dumps({name: value for name, value in DATA.items() if name != "by"}), "'by'"),
        (json.dumps({**DATA, "decision": "perhaps"}), "perhaps"),
        (json.dumps({**DATA, "subjects": "m-1"}), "no list"),
        (json.dumps({**DATA, "subjects": [1]}), "1"),
        (json.dumps({**DATA, "made_at": "2031-03-01T12:00:00"}), "no zone"),
        (json.dumps({**DATA, "made_at": "soon"}), "time is none"),
        (json.dumps({**DATA, "made_at": 5}), "time is none"),
        (json.dumps({**DATA, "made_at": "0001-01-01T00:00:00+14:00"}), "time is none"),
        (json.dumps({**DATA, "by": "x\ud800y"}), "its by is empty, or has characters that cannot be seen"),
        (json.dumps({**DATA, "by": ""}), "its by is empty"),
        (json.dumps({**DATA, "id": ""}), "its id is empty"),
        (json.dumps({**DATA, "value": "warn\u202e"}), "its value is empty"),
        (json.dumps({**DATA, "subjects": ["m-\u0000"]}), "no list of ids"),
    ],
)
def test_a_line_that_is_none_is_named(line: str, why: str) -> None:
    with pytest.raises(UsageError, match=r"^Line 3 is no judgement") as told:
        read_judgement_lines(f"{ONE}\n{line}\n")
    assert why in str(told.value)
