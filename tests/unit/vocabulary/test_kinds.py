from __future__ import annotations

from collections import Counter

import pytest

from rejoinder.vocabulary.kinds import kind, kinds, trigger_forms, triggers


def test_twenty_five_kinds_in_six_families() -> None:
    assert Counter(one.family for one in kinds()) == {
        "table": 5,
        "transmit": 2,
        "answer": 4,
        "together": 2,
        "about": 5,
        "act": 7,
    }
    assert all(one.gloss for one in kinds())
    assert kind("reject").family == "answer"
    with pytest.raises(KeyError):
        kind("whistle")


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("turned down", "reject"),
        ("ruling out", "reject"),
        ("slammed the door on", "reject"),
        ("gave its blessing", "accept"),
        ("counter-proposal", "propose"),
        ("counterproposals", "propose"),
        ("handed over", "deliver"),
        ("Hit out at", "accuse"),
        ("olive branch", "offer"),
        ("left unanswered", "ignore"),
        ("ultimatums", "demand"),
        ("called upon", "request"),
        ("walked out", "suspend"),
        ("air strikes", "attack"),
        ("troop build-up", "mobilise"),
        ("blockades", "sanction"),
        ("resumption of talks", "restore"),
        ("initialled", "agree"),
    ],
)
def test_words_name_their_kind(words: str, id_: str) -> None:
    found = triggers(words)
    assert found
    assert (found[0].kind, found[0].negative) == (id_, False)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("no reply", "reply"),
        ("failed to respond", "reply"),
        ("did not reject", "reject"),
        ("stopped short of accepting", "accept"),
        ("failed to agree", "agree"),
        ("neither confirmed nor denied", "deny"),
        ("no talks", "meet"),
        ("has not withdrawn", "withdraw"),
    ],
)
def test_words_that_say_it_did_not_happen(words: str, id_: str) -> None:
    found = triggers(words)
    assert [(trigger.kind, trigger.negative) for trigger in found] == [(id_, True)]


def test_the_likeliest_kind_stands_first() -> None:
    assert [trigger.kind for trigger in triggers("snub") if trigger.part == "verb"] == ["reject", "ignore"]
    assert [trigger.kind for trigger in triggers("boycott")] == ["sanction", "suspend", "sanction", "suspend"]
    assert [trigger.part for trigger in triggers("boycott")] == ["verb", "verb", "noun", "noun"]


def test_general_words_are_weak() -> None:
    assert all(trigger.weak for trigger in triggers("gave"))
    assert not any(trigger.weak for trigger in triggers("rejected"))
    assert triggers("bicycle") == triggers("") == ()


def test_every_kind_is_rich_and_has_words_of_its_own() -> None:
    strong = Counter(
        trigger.kind
        for found in trigger_forms().values()
        if len({trigger.kind for trigger in found}) == 1
        for trigger in set(found)
        if not trigger.weak and not trigger.negative
    )
    assert all(strong[one.id] >= 40 for one in kinds()), strong
    negative = {trigger.kind for found in trigger_forms().values() for trigger in found if trigger.negative}
    assert negative == {one.id for one in kinds()}
