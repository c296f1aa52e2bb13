"""Parties that share a name are told apart, and each link and filter leads to the one that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from rejoinder.publish.web.application import create_app
from rejoinder.record.material import gather
from rejoinder.record.store import Record
from rejoinder.types.account import Account
from tests.invented import HERE, NOW
from tests.unit.record.samples import (
    ACCOUNT,
    ANSWER,
    E_OFFER,
    E_REPLY,
    P_HENTZAU,
    P_RURITANIA,
    P_SYLVANIA,
    PUT,
    SENT,
    SENT_AGAIN,
    filled,
    reported,
)

NAMESAKE = replace(P_SYLVANIA, id="party-dddd00000004", type="organisation", forms=("Sylvania", "Sylvania Ltd"))
CLERKS = [
    replace(P_HENTZAU, id=f"party-eeee0000000{at}", name="clerk", role=None, forms=("clerk",), principal=principal)
    for at, principal in enumerate((P_RURITANIA.id, P_SYLVANIA.id))
]


@contextmanager
def _desk_over(folder: Path, account: Account) -> Iterator[TestClient]:
    with Record.open(folder / "record.db", create=True, clock=lambda: NOW) as record:
        filled(record).put_account(account, gather(account, reported()))
    with TestClient(create_app(folder / "record.db", cache=folder / "cuts"), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module")
def twofold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk over an account in which the reply is put to a company that bears the name of the state."""
    events = (E_OFFER, replace(E_REPLY, recipients=(NAMESAKE.id,)))
    account = replace(ACCOUNT, parties=(*ACCOUNT.parties, NAMESAKE), events=events)
    with _desk_over(tmp_path_factory.mktemp("twofold"), account) as client:
        yield client


def options(client: TestClient, path: str, name: str = "party") -> dict[str, str]:
    """What a filter offers: the values and what they are called."""
    page = lxml.html.fromstring(client.get(path).text)
    found = page.xpath(f"//select[@name='{name}']/option[@value != '']")
    return {one.get("value"): " ".join(one.text.split()) for one in found}


def test_a_filter_asks_by_id_and_says_of_which_type_namesakes_are(twofold: TestClient) -> None:
    assert options(twofold, "/timeline") == {
        P_SYLVANIA.id: "Sylvania (state) (1)",
        NAMESAKE.id: "Sylvania (organisation) (1)",
        P_RURITANIA.id: "Ruritania (2)",
    }
    for party, event in ((P_SYLVANIA, E_OFFER), (NAMESAKE, E_REPLY)):
        found = twofold.get("/timeline.json", params={"party": party.id}).json()
        assert [row["id"] for row in found["rows"]] == [event.id]


def test_a_name_that_several_bear_stands_for_all_of_them(twofold: TestClient) -> None:
    found = twofold.get("/timeline.json?party=sylvania").json()
    assert {row["id"] for row in found["rows"]} == {E_OFFER.id, E_REPLY.id}
    assert found["total"] == 2
    assert twofold.get("/timeline.json?party=Sylvania&kind=offer").json()["total"] == 1
    page = lxml.html.fromstring(twofold.get("/timeline?party=Sylvania").text)
    assert page.xpath("//select[@name='party']/option[@selected]/@value") == ["Sylvania"]
    chosen = lxml.html.fromstring(twofold.get("/timeline?party=Ruritania").text)
    assert chosen.xpath("//select[@name='party']/option[@selected]/@value") == [P_RURITANIA.id]


def test_links_lead_to_the_party_that_a_line_is_about(twofold: TestClient) -> None:
    reply = lxml.html.fromstring(twofold.get(f"/event/{E_REPLY.id}").text)
    assert f"/party/{NAMESAKE.id}" in reply.xpath("//h1/a/@href")
    told = {link for page in ("/moves", f"/event/{E_OFFER.id}") for link in _party_links(twofold, page)}
    assert {f"/party/{P_SYLVANIA.id}", f"/party/{NAMESAKE.id}"} <= told
    assert "/party/Sylvania" not in told
    drawn = lxml.html.fromstring(twofold.get("/network").text)
    assert [" ".join(one.text_content().split()) for one in drawn.xpath("//table//th[@scope='row']")] == [
        "Ruritania",
        "Sylvania (state)",
    ]
    assert set(drawn.xpath("//*[local-name()='tspan']/text()")) == {"state", "organisation"}


def test_a_page_of_a_party_names_its_namesakes(twofold: TestClient) -> None:
    for party, other in ((P_SYLVANIA, NAMESAKE), (NAMESAKE, P_SYLVANIA)):
        page = lxml.html.fromstring(twofold.get(f"/party/{party.id}").text)
        assert page.xpath("//p[@class='notice']/a/@href") == [f"/party/{other.id}"]
    assert "Others bear the same name" not in twofold.get(f"/party/{P_RURITANIA.id}").text


def test_namesakes_of_one_type_are_told_apart_by_those_for_whom_they_act(tmp_path: Path) -> None:
    events = (E_OFFER, replace(E_REPLY, actors=(CLERKS[0].id,), recipients=(CLERKS[1].id,)))
    account = replace(ACCOUNT, parties=(*ACCOUNT.parties, *CLERKS), events=events)
    with _desk_over(tmp_path, account) as client:
        assert "clerk (person, Sylvania)" in client.get(f"/party/{CLERKS[0].id}").text


def test_lists_of_moves_and_of_doubts_tell_namesakes_apart_too(twofold: TestClient) -> None:
    for path, of_company in (("/moves", {SENT.id, SENT_AGAIN.id}), ("/review", {SENT.id, ANSWER.id})):
        found = {
            party.id: {row["id"] for row in twofold.get(f"{path}.json", params={"party": party.id}).json()["rows"]}
            for party in (P_SYLVANIA, NAMESAKE)
        }
        assert found[P_SYLVANIA.id].isdisjoint(found[NAMESAKE.id])
        assert found[NAMESAKE.id] == of_company
    assert {row["id"] for row in twofold.get("/moves.json?party=Sylvania").json()["rows"]} >= {PUT.id, SENT.id}


def test_namesakes_alike_in_type_and_principal_are_told_apart_by_what_else_differs(tmp_path: Path) -> None:
    twins = [replace(CLERKS[0], id=f"party-ffff0000000{at}") for at in range(3)]
    twins[2] = replace(twins[2], role="night clerk")
    other = replace(P_SYLVANIA, id=NAMESAKE.id)
    events = (
        replace(E_OFFER, recipients=tuple(one.id for one in twins)),
        replace(E_REPLY, recipients=(other.id,)),
    )
    account = replace(ACCOUNT, parties=(*ACCOUNT.parties, *twins, other), events=events)
    with _desk_over(tmp_path, account) as client:
        told = client.get(f"/party/{twins[0].id}").text
        assert f"clerk (person, {twins[1].id})" in told
        assert "clerk (person, night clerk)" in told
        assert "Sylvania (state, copy.txt)" in client.get(f"/party/{P_SYLVANIA.id}").text
        heading = lxml.html.fromstring(client.get(f"/party/{other.id}").text).xpath("string(//h1)")
        assert " ".join(heading.split()) == "Sylvania (state, copy.txt)"
        names = lxml.html.fromstring(client.get("/parties").text).xpath("//tbody//th")
        assert len({one.text_content() for one in names}) == len(names)
        drawn = lxml.html.fromstring(client.get("/network").text)
        assert {"offer.txt", "copy.txt"} <= set(drawn.xpath("//*[local-name()='tspan']/text()"))


def _party_links(client: TestClient, path: str) -> list[str]:
    return [
        str(link) for link in lxml.html.fromstring(client.get(path).text).xpath("//main//a/@href") if "/party/" in link
    ]
