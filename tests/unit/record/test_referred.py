"""Where a document names a party, the one is meant that the name fits; namesakes are kept apart."""

from __future__ import annotations

from dataclasses import replace

from rejoinder.record.material import Material, gather
from rejoinder.record.reading_views import move_rows, statement_rows
from rejoinder.record.referred import Referred
from rejoinder.types.account import Party
from rejoinder.types.annotation import PartyRef
from tests.unit.record.samples import (
    ACCOUNT,
    E_OFFER,
    E_REPLY,
    HENTZAU,
    P_HENTZAU,
    P_RURITANIA,
    P_SYLVANIA,
    PUT,
    SAID,
    SENT,
    SENT_AGAIN,
    SYLVANIA,
    reported,
)

COMPANY = replace(P_SYLVANIA, id="party-dddd00000004", type="organisation")
HOTEL_CLERK = Party(
    id="party-eeee00000005", name="Rupert Hentzau", type="person", principal=P_SYLVANIA.id, role=None,
    forms=("Rupert Hentzau",),
)  # fmt: skip


def material(*more: Party) -> Material:
    events = (E_OFFER, replace(E_REPLY, recipients=(COMPANY.id,)))
    return gather(replace(ACCOUNT, parties=(*ACCOUNT.parties, *more), events=events), reported())


def test_a_name_that_one_bears_is_that_one_and_those_for_whom_it_acts() -> None:
    referred = Referred(material())
    assert referred.by([HENTZAU]) == [P_HENTZAU.id, P_RURITANIA.id]
    assert referred.by([PartyRef(name="nobody", type="person")]) == []
    assert referred.namesakes == {}


def test_namesakes_are_told_apart_by_their_types_and_by_those_for_whom_they_act() -> None:
    referred = Referred(material(COMPANY, HOTEL_CLERK))
    assert referred.by([SYLVANIA]) == [P_SYLVANIA.id]
    assert referred.by([replace(SYLVANIA, type="organisation")]) == [COMPANY.id]
    assert referred.by([HENTZAU]) == [P_HENTZAU.id, P_RURITANIA.id]
    assert referred.by([replace(HENTZAU, principal="Sylvania")])[0] == HOTEL_CLERK.id
    assert set(referred.by([replace(SYLVANIA, type="office")])) == {P_SYLVANIA.id, COMPANY.id}


def test_the_parties_of_a_move_are_those_of_its_event() -> None:
    referred = Referred(material(COMPANY))
    assert COMPANY.id in referred.by_move(SENT)
    assert P_SYLVANIA.id not in referred.by_move(SENT)
    assert P_SYLVANIA.id in referred.by_move(PUT)


def test_the_lists_of_one_of_two_namesakes_have_nothing_of_the_other() -> None:
    found = material(COMPANY, HOTEL_CLERK)
    assert [row.id for row in move_rows(found, COMPANY.id)] == [SENT_AGAIN.id, SENT.id]
    assert [row.id for row in move_rows(found, P_SYLVANIA.id)] == [PUT.id]
    assert [row.id for row in statement_rows(found, P_HENTZAU.id)] == [SAID.id]
    assert statement_rows(found, HOTEL_CLERK.id) == ()
