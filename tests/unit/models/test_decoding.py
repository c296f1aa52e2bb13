"""Scores of a sentence of eleven words, one piece a word unless told otherwise: marks at both ends."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from rejoinder.models.decoding import (
    ACTOR,
    ANCHOR,
    ANSWERED,
    CONTENT,
    PRINCIPAL,
    RECIPIENT,
    REFERENT,
    SOURCE,
    RoleScores,
    decode_acts,
    decode_cues,
    decode_names,
    decode_references,
)
from rejoinder.models.runs import Floats, Thresholds, best_run, runs, sigmoid, softmax
from rejoinder.models.windows import Window
from rejoinder.types.span import Span

TEXT = "Peru told Oslo that it will never sign the fee pact"
LABELS = (
    "O",
    "B-person",
    "I-person",
    "B-organisation",
    "I-organisation",
    "B-place",
    "I-place",
    "B-demonym",
    "I-demonym",
)
KINDS = ("propose", "demand", "reject")
MODALITIES = ("actual", "planned", "denied")
YES, NO = 5.0, -5.0


def window(text: str = TEXT, goes_on: Sequence[int] = ()) -> Window:
    places, at = [(0, 0)], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        places.append((start, at))
    places.append((0, 0))
    return Window(
        ids=tuple(range(len(places))),
        cases=(0,) * len(places),
        places=tuple(places),
        continues=tuple(i in goes_on for i in range(len(places))),
    )


WINDOW = window()
SIZE = len(WINDOW.ids)


def piece(word: str) -> int:
    return TEXT.split().index(word) + 1


def scores(high: Mapping[int, float]) -> Floats:
    return np.asarray([high.get(i, 0.01) for i in range(SIZE)], np.float32)


def tags(labels: int, at: Mapping[int, int]) -> Floats:
    """Logits in which piece i surely has label at[i], every other piece label 0."""
    made = np.full((SIZE, labels), NO, np.float32)
    for i in range(SIZE):
        made[i, at.get(i, 0)] = YES
    return made


def roles(rows: Sequence[Mapping[int, Sequence[int]]], modality: int = 0, held: int = 0) -> RoleScores:
    """Role scores for the n-th thing found: which pieces have which role."""

    def answer(at: Sequence[int]) -> tuple[Floats, Floats, Floats, Floats]:
        filled = np.full((len(at), SIZE, 8), NO, np.float32)
        for n, row in enumerate(rows[: len(at)]):
            for role, pieces in row.items():
                filled[n, list(pieces), role] = YES
        modes = np.zeros((len(at), len(MODALITIES)), np.float32)
        modes[:, modality] = 1
        holder = np.zeros((len(at), 2), np.float32)
        holder[:, held] = 1
        return filled, modes, holder, np.zeros((len(at), 4), np.float32)

    return answer


def unasked(at: Sequence[int]) -> tuple[Floats, Floats, Floats, Floats]:
    raise AssertionError("roles of nothing")


def words(span: Span | None) -> str | None:
    return span.of(TEXT) if span else None


def test_probabilities() -> None:
    assert softmax(np.asarray([[0.0, 0.0], [1000.0, 0.0]], np.float32)).tolist() == [[0.5, 0.5], [1.0, 0.0]]
    assert sigmoid(np.asarray([0.0, 1e9, -1e9], np.float32)).round(3).tolist() == [0.5, 1.0, 0.0]


def test_runs_bridge_small_gaps() -> None:
    high = {1: 0.9, 2: 0.9, 5: 0.9}
    assert runs(scores(high), WINDOW, 0.5, 2) == [(1, 5)]
    assert runs(scores(high), WINDOW, 0.5, 1) == [(1, 2), (5, 5)]


def test_marks_are_in_no_run() -> None:
    assert runs(scores({0: 0.9, SIZE - 1: 0.9}), WINDOW, 0.5, 2) == []


def test_words_are_taken_whole() -> None:
    pieces = window(goes_on=[3, 4])
    assert runs(scores({3: 0.9}), pieces, 0.5, 0) == [(2, 4)]


def test_best_run_is_the_heaviest_else_a_weak_one() -> None:
    assert words(best_run(scores({1: 0.9, 6: 0.8, 7: 0.8}), WINDOW, Thresholds())) == "will never"
    assert words(best_run(scores({4: 0.4}), WINDOW, Thresholds())) == "that"
    assert best_run(scores({4: 0.2}), WINDOW, Thresholds()) is None


def test_a_cue_with_source_and_content() -> None:
    found = decode_cues(
        WINDOW,
        tags(3, {piece("told"): 1}),
        roles([{SOURCE: [piece("Peru")], CONTENT: range(piece("that"), piece("pact") + 1)}]),
        Thresholds(),
    )
    assert [(words(c.cue), words(c.source), [words(p) for p in c.content]) for c in found] == [
        ("told", "Peru", ["that it will never sign the fee pact"])
    ]
    assert 0.9 < found[0].score <= 1


def test_a_cue_that_interrupts_has_content_in_parts() -> None:
    found = decode_cues(WINDOW, tags(3, {5: 1}), roles([{CONTENT: [1, 2, 8, 9]}]), Thresholds())
    assert [words(p) for p in found[0].content] == ["Peru told", "sign the"]
    assert found[0].source is None


def test_a_cue_without_content_is_left_out() -> None:
    assert decode_cues(WINDOW, tags(3, {2: 1}), roles([{SOURCE: [1]}]), Thresholds()) == ()


def test_two_cues_side_by_side_and_one_of_two_words() -> None:
    side = decode_cues(WINDOW, tags(3, {2: 1, 3: 1}), roles([{CONTENT: [5]}, {CONTENT: [6]}]), Thresholds())
    assert [words(c.cue) for c in side] == ["told", "Oslo"]
    one = decode_cues(WINDOW, tags(3, {2: 1, 3: 2}), roles([{CONTENT: [5]}]), Thresholds())
    assert [words(c.cue) for c in one] == ["told Oslo"]


def test_nothing_found_asks_for_no_roles() -> None:
    assert decode_cues(WINDOW, tags(3, {}), unasked, Thresholds()) == ()
    assert decode_acts(WINDOW, tags(5, {}), unasked, KINDS, MODALITIES, Thresholds()) == ()


def act_roles() -> RoleScores:
    return roles(
        [{ACTOR: [piece("Peru")], RECIPIENT: [piece("Oslo")], ANCHOR: range(piece("will"), piece("fee") + 1)}],
        modality=2,
        held=1,
    )


def test_an_act_with_kind_modality_parties_and_anchor() -> None:
    reject = 1 + KINDS.index("reject")
    (act,) = decode_acts(
        WINDOW, tags(5, {piece("never"): reject, piece("sign"): 4}), act_roles(), KINDS, MODALITIES, Thresholds()
    )
    assert (words(act.trigger), act.kind, act.modality, act.held_by_speaker) == ("never sign", "reject", "denied", True)
    assert ([words(a) for a in act.actors], [words(r) for r in act.recipients]) == (["Peru"], ["Oslo"])
    assert words(act.anchor) == "will never sign the fee"


def test_an_anchor_always_holds_its_trigger() -> None:
    far = roles([{ANCHOR: [1]}])
    (act,) = decode_acts(WINDOW, tags(5, {piece("sign"): 1}), far, KINDS, MODALITIES, Thresholds())
    assert words(act.anchor) == "sign"


def test_several_actors() -> None:
    (act,) = decode_acts(WINDOW, tags(5, {piece("sign"): 1}), roles([{ACTOR: [1, 3]}]), KINDS, MODALITIES, Thresholds())
    assert [words(a) for a in act.actors] == ["Peru", "Oslo"]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ({1: 5}, [("Peru", "place")]),
        ({1: 1, 2: 2, 3: 2}, [("Peru told Oslo", "person")]),
        ({1: 1, 2: 1}, [("Peru", "person"), ("told", "person")]),
        ({3: 7}, [("Oslo", "demonym")]),
        ({}, []),
    ],
)
def test_names(at: Mapping[int, int], expected: list[tuple[str, str]]) -> None:
    found = decode_names(WINDOW, tags(len(LABELS), at), LABELS, Thresholds())
    assert [(words(n.span), n.type) for n in found] == expected
    assert all(0.9 < n.score <= 1 for n in found)


def test_thresholds_decide() -> None:
    unsure = np.zeros((SIZE, 3), np.float32)
    unsure[2] = (0.3, 0, 0)
    content: Callable[[Sequence[int]], tuple[Floats, Floats, Floats]] = roles([{CONTENT: [5]}] * SIZE)
    assert "told" not in [words(c.cue) for c in decode_cues(WINDOW, unsure, content, Thresholds(cue=0.65))]
    assert len(decode_cues(WINDOW, unsure, content, Thresholds(cue=0.1))) > 0


def test_a_stretch_does_not_run_over_the_end_of_a_paragraph() -> None:
    """What stands between two paragraphs that are read may be furniture."""
    gap = "a menu nobody reads"
    text = f"Peru waits\n{gap}\nOslo sleeps"
    second = text.index("Oslo")
    places = ((0, 0), (0, 4), (5, 10), (0, 0), (second, second + 4), (second + 5, len(text)), (0, 0))
    two = Window(ids=tuple(range(7)), cases=(0,) * 7, places=places, continues=(False,) * 7)

    def answer(at: Sequence[int]) -> tuple[Floats, Floats, Floats]:
        filled = np.full((len(at), 7, 5), NO, np.float32)
        filled[:, 2:6, CONTENT] = YES
        return filled, np.zeros((len(at), 3), np.float32), np.zeros((len(at), 2), np.float32)

    logits = np.full((7, 3), NO, np.float32)
    logits[:, 0] = YES
    logits[1] = (NO, YES, NO)
    (found,) = decode_cues(two, logits, answer, Thresholds())
    assert not any(gap in part.of(text) for part in found.content)


def test_an_act_knows_what_it_answers() -> None:
    told, sign = piece("told"), piece("sign")
    asked = roles([{ANSWERED: [sign, piece("fee")]}, {}])
    first, second = decode_acts(
        WINDOW, tags(len(KINDS) + 2, {told: 1, sign: 3}), asked, KINDS, MODALITIES, Thresholds()
    )
    assert [words(s) for s in first.answered] == ["sign"]
    assert second.answered == ()


def span_of(word: str) -> Span:
    return Span(start=TEXT.index(word), end=TEXT.index(word) + len(word))


def test_whom_words_stand_for() -> None:
    asked = roles([{REFERENT: [piece("Peru")], PRINCIPAL: [piece("Oslo")]}])
    (found,) = decode_references(WINDOW, [span_of("it")], asked, Thresholds())
    assert (words(found.mention), words(found.name), words(found.principal)) == ("it", "Peru", "Oslo")
    assert found.score == pytest.approx(0.993)


def test_words_stand_for_no_part_of_themselves_that_is_their_whole() -> None:
    asked = roles([{REFERENT: [piece("it")]}])
    assert decode_references(WINDOW, [span_of("it")], asked, Thresholds()) == ()


def test_nobody_is_asked_whom_nothing_stands_for() -> None:
    assert decode_references(WINDOW, [], unasked, Thresholds()) == ()
