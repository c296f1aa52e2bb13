import pytest

from rejoinder.extract.guards import guarded, rekinded
from rejoinder.types.annotation import ActReading
from tests.unit.annotate.fake_tagger import place


def modality(text: str, trigger: str, kind: str, read: str = "actual") -> str:
    span = place(text, trigger)
    act = ActReading(
        trigger=span, kind=kind, modality=read, held_by_speaker=False, actors=(), recipients=(), anchor=span, score=0.9
    )
    return guarded(text, act).modality


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Peru did not reject the offer.", "reject", "reject"),
        ("Peru didn’t accept the offer.", "accept", "accept"),
        ("Peru has not yet agreed to it.", "agreed", "agree"),
        ("Peru has yet to accept the offer.", "accept", "accept"),
        ("Peru never threatened Norway.", "threatened", "threaten"),
        ("Peru stopped short of accusing Norway.", "accusing", "accuse"),
        ("Peru failed to explicitly accept it.", "accept", "accept"),
        ("The offer was not formally rejected.", "rejected", "reject"),
        ("Peru left without having signed it.", "signed", "agree"),
        ("The letter has not been delivered.", "delivered", "deliver"),
        ("Ships have not even been withdrawn.", "withdrawn", "withdraw"),
    ],
)
def test_what_was_not_done(text: str, trigger: str, kind: str) -> None:
    assert modality(text, trigger, kind) == "denied"
    assert modality(text, trigger, kind, "reported") == "denied"


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Peru rejected the offer.", "rejected", "reject"),
        ("Peru would not yield.", "not yield", "reject"),
        ("Peru did not come; it rejected the offer.", "rejected", "reject"),
        ("Peru, which has not spoken since, rejected the offer.", "rejected", "reject"),
        ("Peru not only rejected the offer.", "rejected", "reject"),
        ("Peru did not rule out an offer.", "did not rule out", "offer"),
        ("Peru no longer accepts the offer.", "no longer accepts", "reject"),
    ],
)
def test_what_was_done(text: str, trigger: str, kind: str) -> None:
    assert modality(text, trigger, kind) == "actual"


@pytest.mark.xfail(
    strict=True,
    reason="guards._DID_NOT lets 'only', 'merely' and 'simply' stand between negation and act like any adverb",
)
@pytest.mark.parametrize("adverb", ["only", "merely", "simply"])
def test_not_only_is_no_negation(adverb: str) -> None:
    assert modality(f"Peru did not {adverb} reject the offer, it laughed at it.", "reject", "reject") == "actual"


@pytest.mark.parametrize("read", ["planned", "conditional", "hypothetical", "denied"])
def test_what_was_not_read_as_done_is_left_alone(read: str) -> None:
    assert modality("Peru did not reject the offer.", "reject", "reject", read) == read


@pytest.mark.xfail(
    strict=True, reason="guards._NEGATED_KINDS leaves out demand, request, offer, warn, acknowledge, support"
)
@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Peru has not warned Norway of it.", "warned", "warn"),
        ("Peru did not demand a fee.", "demand", "demand"),
        ("Peru did not ask for a fee.", "ask", "request"),
        ("Peru never offered a fee.", "offered", "offer"),
        ("Peru has not acknowledged the letter.", "acknowledged", "acknowledge"),
    ],
)
def test_every_kind_can_be_negated(text: str, trigger: str, kind: str) -> None:
    assert modality(text, trigger, kind) == "denied"


def read(trigger: str, *alternatives: tuple[str, float]) -> str:
    span = place(trigger, trigger)
    act = ActReading(
        trigger=span,
        kind=alternatives[0][0],
        modality="actual",
        held_by_speaker=False,
        actors=(),
        recipients=(),
        anchor=span,
        score=alternatives[0][1],
        alternatives=alternatives,
    )
    return rekinded(trigger, act).kind


def test_a_word_of_one_meaning_tips_the_scale() -> None:
    assert read("rejected", ("accuse", 0.4), ("reject", 0.38)) == "reject"


def test_what_the_tagger_is_sure_of_stays() -> None:
    assert read("rejected", ("accuse", 0.97), ("reject", 0.01)) == "accuse"


def test_a_word_that_names_no_act_changes_nothing() -> None:
    assert read("fish", ("accuse", 0.4), ("reject", 0.38)) == "accuse"


def test_a_word_changes_nothing_where_its_kind_is_no_alternative() -> None:
    assert read("rejected", ("accuse", 0.4), ("warn", 0.3)) == "accuse"
