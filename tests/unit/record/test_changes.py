from __future__ import annotations

from dataclasses import replace

from rejoinder.record.changes import ChangeRow, by_view, changes
from rejoinder.record.material import gather
from rejoinder.types.account import Account
from tests.unit.record.samples import ACCOUNT, DISPUTE, E_OFFER, E_REPLY, EXCHANGE, OFFERED, PUT, SENT, reported

EMPTY = Account(
    as_of=None, parties=(), issues=(), events=(), answers=(), exchanges=(), disputes=(), positions=(), coverage=()
)
NOW = gather(ACCOUNT, reported())


def said(rows: tuple[ChangeRow, ...]) -> set[tuple[str, str, str | None, str | None, str | None]]:
    return {(row.view, row.change, row.field, row.before, row.after) for row in rows}


def test_nothing_changes_from_an_account_to_itself() -> None:
    assert changes(NOW, NOW) == ()


def test_from_nothing_all_is_new_and_to_nothing_all_is_gone() -> None:
    nothing = gather(EMPTY, ())
    new, gone = changes(nothing, NOW), changes(NOW, nothing)
    assert {row.change for row in new} == {"new"}
    assert {row.change for row in gone} == {"gone"}
    assert [(row.view, row.row) for row in new] == [(row.view, row.row) for row in gone]
    counts = by_view(new)
    assert {view: n["new"] for view, n in counts.items()} == {
        "documents": 4,
        "exchanges": 1,
        "timeline": 2,
        "answers": 1,
        "disputes": 1,
        "positions": 1,
    }
    assert len({row.id for row in new}) == len(new)


def test_an_event_that_more_articles_tell_is_known_again_by_its_moves() -> None:
    fewer = replace(E_REPLY, id="event-before", moves=(SENT.id,), n_origins=1)
    more = replace(E_REPLY, n_origins=2, kind="deliver")
    before = gather(replace(ACCOUNT, events=(E_OFFER, fewer), answers=()), reported())
    after = gather(replace(ACCOUNT, events=(E_OFFER, more), answers=()), reported())
    found = changes(before, after)
    assert said(found) == {
        ("timeline", "changed", "kind", "reply", "deliver"),
        ("timeline", "changed", "n_origins", "1", "2"),
    }
    assert {row.row for row in found} == {E_REPLY.id}


def test_a_status_a_dispute_and_a_stand_that_change_are_told_with_what_they_were() -> None:
    one, other = DISPUTE.sides
    before = gather(
        replace(
            ACCOUNT,
            exchanges=(replace(EXCHANGE, status="open", said_unanswered=()),),
            disputes=(replace(DISPUTE, sides=(one, replace(other, holders=("narrator",)))),),
            positions=(replace(ACCOUNT.positions[0], stance="demands"),),
        ),
        reported(),
    )
    assert said(changes(before, NOW)) == {
        ("exchanges", "changed", "status", "open", "disputed"),
        ("exchanges", "changed", "said_unanswered", "", "Sylvania; narrator"),
        ("disputes", "changed", "holders", "Rupert Hentzau | narrator", "Rupert Hentzau | Sylvania"),
        ("positions", "changed", "stance", "demands", "offers"),
    }


def test_of_two_parts_of_one_event_one_goes_on_and_the_other_is_gone() -> None:
    parted = (replace(E_OFFER, id="event-a", moves=(PUT.id,)), replace(E_REPLY, id="event-b"))
    joined = (replace(E_REPLY, id="event-c", moves=(*E_REPLY.moves, PUT.id)),)
    bare = replace(ACCOUNT, answers=(), exchanges=(), disputes=(), positions=(), coverage=())
    found = changes(gather(replace(bare, events=parted), reported()), gather(replace(bare, events=joined), reported()))
    assert ("timeline", "gone", "event-a") in {(row.view, row.change, row.row) for row in found}
    assert not [row for row in found if row.change == "new"]


def test_a_document_names_its_file_and_outlet() -> None:
    row = next(row for row in changes(gather(EMPTY, ()), NOW) if row.row == OFFERED.id)
    assert (row.who, row.words, row.event_date.isoformat() if row.event_date else "") == (
        "The Zenda Herald",
        "offer.txt",
        "2031-02-01",
    )
