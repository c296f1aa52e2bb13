from rejoinder.evaluation.polarity import Act, Sentence, measured
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move
from rejoinder.types.span import Span

TEXT = "Ruritania neither accepted nor rejected the plan."
WHOLE = Span(start=0, end=len(TEXT))


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def read(kind: str, modality: str, anchor: Span = WHOLE) -> Move:
    return Move(
        id="m-0", document_id="d-0", kind=kind, trigger=anchor, anchor=anchor, modality=modality,  # type: ignore[arg-type]
        actors=(PartyRef(name="Ruritania", type="state"),), recipients=(), agents=(), holders=(), when=None, topic=(),
        statement_id=None, zone="body", rule="move.trigger", score=0.9,
    )  # fmt: skip


def sentence(
    *moves: Move, acts: tuple[tuple[str, str, str], ...] = (("reject", "denied", "nor rejected"),)
) -> Sentence:
    found = tuple(Act(kind=kind, modality=modality, place=place(words)) for kind, modality, words in acts)
    return Sentence(text=TEXT, acts=found, moves=moves)


def test_what_did_not_happen_is_flipped_where_it_is_read_as_done() -> None:
    for modality in ("actual", "reported", "planned"):
        assert measured([sentence(read("reject", modality))]).flips == (f"reject {modality} in: {TEXT}",)
    for modality in ("denied", "conditional", "hypothetical"):
        assert measured([sentence(read("reject", modality))]).flips == ()


def test_what_happened_is_flipped_where_it_is_read_as_denied() -> None:
    acts = (("reject", "actual", "rejected"),)
    assert len(measured([sentence(read("reject", "denied"), acts=acts)]).flips) == 1
    assert measured([sentence(read("reject", "reported"), acts=acts)]).flips == ()


def test_an_acceptance_read_for_a_rejection_is_a_flip_unless_its_denial_is_read() -> None:
    acts = (("reject", "actual", "rejected"),)
    assert len(measured([sentence(read("accept", "actual"), acts=acts)]).flips) == 1
    assert measured([sentence(read("accept", "denied"), acts=acts)]).flips == ()
    assert measured([sentence(read("offer", "actual"), acts=acts)]).flips == ()


def test_a_move_that_agrees_with_another_act_of_its_words_is_no_flip() -> None:
    acts = (("accept", "denied", "accepted"), ("reject", "denied", "nor rejected"))
    assert measured([sentence(read("accept", "denied"), read("reject", "denied"), acts=acts)]).flips == ()


def test_a_move_at_other_words_is_no_flip_and_leaves_the_act_missed() -> None:
    found = measured([sentence(read("reject", "actual", place("the plan")))])
    assert (found.flips, found.missed) == ((), (f"reject denied in: {TEXT}",))


def test_a_flipped_act_is_not_counted_as_missed_too() -> None:
    found = measured([sentence(read("reject", "actual")), sentence(read("reject", "denied")), sentence()])
    assert (found.sentences, len(found.flips), len(found.missed)) == (3, 1, 1)
