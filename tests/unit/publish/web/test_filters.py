"""The figure beside a value of a filter is how many rows are shown when it is chosen."""

from __future__ import annotations

import re

import lxml.html
import pytest
from starlette.testclient import TestClient

_FIGURE = re.compile(r"\((\d+)\)$")


@pytest.mark.parametrize("made", ["desk", "storied"])
@pytest.mark.parametrize(
    "path",
    ["/board", "/timeline", "/disputes", "/positions", "/coverage", "/coverage?treatment=reported", "/statements",
     "/moves", "/parties", "/network", "/board?status=answered", "/timeline?kind=reply"],
)  # fmt: skip
def test_a_figure_is_the_number_of_rows_that_one_gets(path: str, made: str, request: pytest.FixtureRequest) -> None:
    client: TestClient = request.getfixturevalue(made)
    page, _mark, query = path.partition("?")
    asked = dict(pair.split("=") for pair in query.split("&") if pair)
    shown = lxml.html.fromstring(client.get(path).text)
    offered = [
        (select.get("name"), option.get("value"), int(figure[1]))
        for select in shown.xpath("//form[@class='filters']//select")
        for option in select.xpath("option[@value != '']")
        if (figure := _FIGURE.search(option.text.strip()))
    ]
    for name, value, figure in offered:
        if name not in asked:
            assert client.get(f"{page}.json", params={**asked, name: value}).json()["total"] == figure, (name, value)


def test_a_list_that_is_filtered_offers_what_is_left(desk: TestClient) -> None:
    party = desk.get("/moves.json").json()["rows"][0]["actors"].split("; ")[0]
    whole, some = (
        lxml.html.fromstring(desk.get("/moves", params=asked).text).xpath("//select[@name='kind']/option/text()")
        for asked in ({}, {"party": party})
    )
    assert whole != some
    assert len(some) > 1


def test_a_bar_of_the_timeline_counts_what_it_leads_to(desk: TestClient) -> None:
    kind = next(row["kind"] for row in desk.get("/timeline.json").json()["rows"] if row["event_date"])
    shown = lxml.html.fromstring(desk.get("/timeline", params={"kind": kind}).text)
    bars = shown.xpath("//a[contains(@href, 'month=')][@aria-label]")
    assert bars
    for bar in bars:
        month, events = re.fullmatch(r"(\d{4}-\d\d): (\d+) events?", bar.get("aria-label")).groups()
        found = desk.get("/timeline.json", params={"kind": kind, "month": month}).json()
        assert found["total"] == int(events)
