import pytest

from rejoinder.extract.negation import with_polarity
from rejoinder.types.annotation import ActReading
from rejoinder.types.span import Span


def settled(text: str, trigger: str, kind: str, modality: str) -> tuple[str, str] | None:
    start = text.index(trigger)
    span = Span(start=start, end=start + len(trigger))
    act = ActReading(
        trigger=span,
        kind=kind,
        modality=modality,
        held_by_speaker=False,
        actors=(),
        recipients=(),
        anchor=span,
        score=0.9,
    )
    found = with_polarity(text, act)
    return (found.kind, found.modality) if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "read"),
    [
        ("Ruritania did not reject the map.", "reject", "reject", "actual"),
        ("Ruritania did not reject the map.", "did not reject", "reject", "actual"),
        ("Ruritania declined to rule out a visit.", "declined", "reject", "actual"),
        ("Ruritania refused neither text.", "refused", "reject", "actual"),
        ("Ruritania ruled nothing out.", "ruled nothing out", "reject", "actual"),
        ("Not one of the texts was turned down by Ruritania.", "turned down", "reject", "actual"),
        ("Ruritania imposed no sanctions.", "imposed no sanctions", "sanction", "actual"),
        ("The meeting never took place.", "meeting", "meet", "actual"),
        ("Ruritania's main response has not been delivered yet.", "response", "reply", "reported"),
        ("The reply was never sent.", "reply", "reply", "actual"),
        ("Ferries to Ruritania have not resumed.", "resumed", "restore", "planned"),
        ("Ruritania denied reports that it had accepted the map.", "accepted", "accept", "reported"),
        ("It is not true that we accepted the map.", "accepted", "accept", "reported"),
        ("A report that Ruritania accepted the map is false.", "accepted", "accept", "reported"),
    ],
)
def test_what_did_not_happen_is_denied(text: str, trigger: str, kind: str, read: str) -> None:
    assert settled(text, trigger, kind, read) == (kind, "denied")


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Ruritania did not hesitate to reject the map.", "reject", "reject"),
        ("Ruritania did not merely reject the map.", "reject", "reject"),
        ("Ruritania lost no time in accepting the map.", "accepting", "accept"),
        ("Not only did Ruritania accept the map, it paid for it.", "accept", "accept"),
        ("There is no doubt that Ruritania rejected the map.", "rejected", "reject"),
        ("Ruritania rejected the map.", "rejected", "reject"),
    ],
)
def test_what_did_happen_is_not_denied(text: str, trigger: str, kind: str) -> None:
    assert settled(text, trigger, kind, "denied") == (kind, "actual")
    assert settled(text, trigger, kind, "actual") == (kind, "actual")


def test_a_turn_of_phrase_is_no_act_and_an_acceptance_that_did_not_come_is_no_refusal() -> None:
    assert settled("Ruritania could not but accept the map.", "could not but", "reject", "actual") is None
    assert settled("The union did not accept the rota.", "did not accept", "reject", "denied") == ("accept", "denied")


def test_a_refusal_by_a_negation_stays_one() -> None:
    assert settled("Ruritania would not yield.", "not yield", "reject", "actual") == ("reject", "actual")
    assert settled("The paper is not constructive.", "not constructive", "accuse", "actual") == ("accuse", "actual")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Peru would not rule it out.", "would not rule it out", "denied"),
        ("Peru would not rule out a second round.", "not rule out", "denied"),
        ("Peru did not rule such a visit out.", "rule", "denied"),
        ("Peru will not rule the port; it rejected the plan.", "rejected", "actual"),
        ("Peru would not yield, and ruled a visit out.", "would not yield", "actual"),
    ],
)
def test_what_is_not_ruled_out_is_not_refused(text: str, trigger: str, expected: str) -> None:
    assert settled(text, trigger, "reject", "actual") == ("reject", expected)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Peru has yet to say in public that it accepts the plan.", "accepts", "denied"),
        ("Peru declined to say that it accepts the plan.", "accepts", "denied"),
        ("Peru has said that it accepts the plan.", "accepts", "actual"),
    ],
)
def test_what_nobody_has_said_to_do_is_not_done(text: str, trigger: str, expected: str) -> None:
    assert settled(text, trigger, "accept", "actual") == ("accept", expected)


def test_a_yes_that_was_never_said_is_an_acceptance_that_did_not_come() -> None:
    assert settled("Peru has not said yes to it.", "not said yes", "reject", "denied") == ("accept", "denied")


def test_where_nothing_stands_in_the_way_nobody_says_yes_or_no() -> None:
    assert settled("Nothing now stands in the way of a treaty.", "stands in the way", "accept", "denied") is None
    assert settled("Peru stands in the way of a treaty.", "stands in the way", "reject", "actual") is not None
