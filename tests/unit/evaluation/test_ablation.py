"""Reading without a part of the model or a rule."""

from unittest.mock import patch

import pytest

from evals.ablation import HEADS, RULES, Without
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import Act, Said, article, reading_of

TEXT = "Peru rejected the plan, Marta Ollero said."


class Fixed:
    version = "fixed"

    def read(self, text: str, paragraphs: list[Span]):  # type: ignore[no-untyped-def]
        act = Act(trigger="rejected", kind="reject", modality="denied", actors=("Peru",), held=True)
        return reading_of(
            article(TEXT), acts=[act], said=[Said(content="rejected the plan", source="Marta Ollero")]
        ).reading


@pytest.mark.parametrize("name", HEADS)
def test_without_a_head_only_what_it_gives_is_gone(name: str) -> None:
    whole = Fixed().read(TEXT, [])
    less = Without(Fixed(), HEADS[name]).read(TEXT, [])
    assert [(a.trigger, a.kind) for a in less.acts] == [(a.trigger, a.kind) for a in whole.acts]
    assert less.cues == whole.cues


@pytest.mark.parametrize("name", RULES)
def test_what_a_rule_is_replaced_in_is_there(name: str) -> None:
    for place, function in RULES[name].items():
        with patch(place, function):
            pass
