from __future__ import annotations

from dataclasses import replace

from rejoinder.record.doubts import doubt_rows
from rejoinder.record.material import Material, gather
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import COUNTS_FROM
from tests.unit.record.samples import ACCOUNT, ANSWER, NOT_SENT, PUT, SENT, SENT_AGAIN, reported


def material(**more: frozenset[str]) -> Material:
    return gather(ACCOUNT, reported(), **more)  # type: ignore[arg-type]


def reasons(found: Material) -> dict[str, set[str]]:
    return {row.id: set(row.reasons.split("; ")) for row in doubt_rows(found)}


def with_move(**changes: object) -> Material:
    """The sample in which the offer was read otherwise."""
    told = [
        replace(
            one,
            extraction=replace(
                one.extraction,
                moves=tuple(replace(m, **changes) if m.id == PUT.id else m for m in one.extraction.moves),  # type: ignore[arg-type]
            ),
        )
        for one in reported()
    ]
    return gather(ACCOUNT, told)


def test_what_a_dispute_and_a_disputed_status_rest_on_is_doubtful_and_links_that_are_unsure() -> None:
    assert reasons(material()) == {
        PUT.id: {"disputed"},
        SENT.id: {"disputed"},
        NOT_SENT.id: {"disputed"},
        ANSWER.id: {"link-unsure"},
    }
    row = next(row for row in doubt_rows(material()) if row.id == ANSWER.id)
    assert (row.line, row.subjects, row.answered_quote) == (
        "answer",
        f"{SENT.id}; {PUT.id}",
        "Sylvania offered to reopen the Blue Bridge",
    )


def test_each_reason_is_found_and_the_most_doubtful_comes_first() -> None:
    unnamed = PartyRef(name="a diplomat", type="person", anonymity="unnamed")
    assert reasons(with_move(score=0.1))[PUT.id] == {"disputed", "low-score"}
    assert reasons(with_move(actors=(unnamed,)))[PUT.id] == {"disputed", "party-unknown"}
    assert reasons(with_move(actors=()))[PUT.id] == {"disputed", "party-unknown"}
    assert reasons(with_move(when=None))[PUT.id] == {"disputed", "no-date"}
    found = doubt_rows(with_move(score=0.1, actors=(), when=None))
    assert found[0].id == PUT.id
    assert [row.doubt for row in found] == sorted((row.doubt for row in found), reverse=True)


def test_moves_of_one_event_read_as_different_acts_are_doubtful() -> None:
    told = [
        replace(
            one,
            extraction=replace(
                one.extraction,
                moves=tuple(replace(m, kind="deny") if m.id == SENT_AGAIN.id else m for m in one.extraction.moves),
            ),
        )
        for one in reported()
    ]
    found = reasons(gather(ACCOUNT, told))
    assert {row for row, why in found.items() if "kinds-differ" in why} == {SENT.id, SENT_AGAIN.id, NOT_SENT.id}


def test_what_is_settled_is_left_out_and_what_is_held_comes_last() -> None:
    assert PUT.id not in reasons(material(settled=frozenset({PUT.id})))
    assert ANSWER.id not in reasons(material(settled=frozenset({ANSWER.id})))
    rows = doubt_rows(material(held=frozenset({ANSWER.id})))
    assert rows[-1].id == ANSWER.id
    assert "put-aside" in rows[-1].reasons
    decided = replace(ACCOUNT, answers=(replace(ANSWER, rule="judgement"),))
    assert ANSWER.id not in {row.id for row in doubt_rows(gather(decided, reported()))}


def test_what_had_not_happened_by_the_day_of_the_account_is_no_doubt() -> None:
    assert doubt_rows(gather(replace(ACCOUNT, events=(), answers=(), exchanges=(), disputes=()), reported())) == ()


def test_a_move_left_out_as_too_unsure_is_put_up_without_an_event() -> None:
    found = with_move(score=COUNTS_FROM - 0.01)
    event_of = {move: event for move, event in found.event_of.items() if move != PUT.id}
    row = next(row for row in doubt_rows(replace(found, event_of=event_of)) if row.id == PUT.id)
    assert (row.event, row.told_by, set(row.reasons.split("; "))) == (
        None,
        PUT.id,
        {"disputed", "low-score", "left-out"},
    )
    counted = replace(with_move(score=COUNTS_FROM), event_of=event_of)
    assert PUT.id not in reasons(counted)
