from __future__ import annotations

import pytest

from rejoinder.vocabulary.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("reject", "reject rejects rejected rejecting"),
        ("submit", "submit submits submitted submitting"),
        ("deny", "deny denies denied denying"),
        ("agree", "agree agrees agreed agreeing"),
        ("visit", "visit visits visited visiting"),
        ("stop", "stop stops stopped stopping"),
        ("veto", "veto vetoes vetoed vetoing"),
        ("lie", "lie lies lied lying"),
        ("withdraw", "withdraw withdraws withdrew withdrawn withdrawing"),
        ("quit", "quit quits quitting"),
        ("halt", "halt halts halted halting"),
        ("signal", "signal signals signaled signaling signalled signalling"),
    ],
)
def test_verbs(lemma: str, forms: str) -> None:
    assert verb_forms(lemma) == tuple(forms.split())


def test_particles_and_objects_stay_behind_the_verb() -> None:
    assert verb_forms("turn down") == ("turn down", "turns down", "turned down", "turning down")
    assert verb_forms("throw cold water on")[2] == "threw cold water on"


def test_nouns() -> None:
    assert noun_forms("reply") == ("reply", "replies")
    assert noun_forms("reply to") == ("reply to", "replies to")
    assert noun_forms("secretary of state") == ("secretary of state", "secretaries of state")
    assert noun_forms("spokeswoman") == ("spokeswoman", "spokeswomen")
    assert noun_forms("talks") == ("talks",)
    assert noun_forms("boss") == ("boss", "bosses")
