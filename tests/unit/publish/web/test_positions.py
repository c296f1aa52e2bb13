"""Where the parties stand, as a grid of parties and issues."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from rejoinder.publish.web.application import create_app
from rejoinder.publish.web.pages import positions
from rejoinder.record.material import gather
from rejoinder.record.store import Record
from tests.invented import HERE, NOW
from tests.unit.record.samples import ACCOUNT, I_BRIDGE, P_RURITANIA, filled, reported


def test_the_grid_has_no_row_without_a_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tolls = replace(I_BRIDGE, id="issue-bbbb00000002", name="tolls")
    elsewhere = replace(ACCOUNT.positions[0], party=P_RURITANIA.id, issue=tolls.id)
    account = replace(ACCOUNT, issues=(*ACCOUNT.issues, tolls), positions=(*ACCOUNT.positions, elsewhere))
    monkeypatch.setattr(positions, "_ISSUES", 1)
    with Record.open(tmp_path / "record.db", create=True, clock=lambda: NOW) as record:
        filled(record).put_account(account, gather(account, reported()))
    with TestClient(create_app(tmp_path / "record.db", cache=tmp_path / "cuts"), base_url=HERE) as client:
        page = lxml.html.fromstring(client.get("/positions").text)
    assert page.xpath("//table[@class='grid']/tbody/tr/th//text()") == ["Sylvania"]
