from __future__ import annotations

import pytest

from rejoinder.extract.press import is_with_the_press
from rejoinder.types.annotation import ActReading
from rejoinder.types.span import Span


def _act(text: str, kind: str, trigger: str) -> ActReading:
    start = text.index(trigger)
    return ActReading(
        trigger=Span(start=start, end=start + len(trigger)),
        kind=kind,
        modality="actual",
        held_by_speaker=False,
        actors=(),
        recipients=(),
        anchor=Span(start=0, end=len(text)),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("The ministry would not comment", "reply", "comment"),
        ("Norland had no immediate comment", "reply", "no immediate comment"),
        ("The minister declined to comment", "reject", "declined"),
        ("She won't be drawn on the toll", "reply", "be drawn"),
        ("The envoy met the press at noon", "meet", "met"),
        ("The envoy received this newspaper in his garden", "meet", "received"),
        ("an official, who asked not to be named", "request", "asked"),
        ("a deputy who asked us not to use his name", "request", "asked"),
        ("We asked the board for an interview", "request", "asked"),
    ],
)
def test_dealings_with_the_press_are_no_acts_between_parties(text: str, kind: str, trigger: str) -> None:
    assert is_with_the_press(text, _act(text, kind, trigger))


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("Norland handed in its comments on the draft", "deliver", "handed in"),
        ("No conclusions will be drawn before May", "reject", "No"),
        ("The mediator asked both sides not to speak to the press", "request", "asked"),
        ("Norland met Sudmark, the press office said", "meet", "met"),
        ("The envoy told reporters that Norland refused the toll", "reject", "refused"),
    ],
)
def test_what_is_told_to_the_press_is_between_parties(text: str, kind: str, trigger: str) -> None:
    assert not is_with_the_press(text, _act(text, kind, trigger))
