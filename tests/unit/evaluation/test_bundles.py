from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from rejoinder.errors import SourceError, UsageError
from rejoinder.evaluation.bundles import load_bundle
from tests.unit.evaluation.gold import GOLD, write_bundle


def test_a_bundle_is_read_as_it_stands(tmp_path: Path) -> None:
    bundle = load_bundle(write_bundle(tmp_path / "orve"))
    assert (bundle.name, bundle.as_of) == ("orve-dam", dt.date(2031, 5, 20))
    assert bundle.parties["berg"].of == "norland"
    assert [move.date for move in bundle.moves] == ["2031-05-05", "2031-05", None, "2031-05-01..2031-05-04"]
    assert bundle.moves[1].holders == ("tomas",)
    assert bundle.statements[0].via == ("state radio",)
    assert bundle.disputes[0].sides[1] == (("d1", "no letter had been sent"),)


def test_anchors_are_found_across_line_breaks_and_more_than_once(tmp_path: Path) -> None:
    document = load_bundle(write_bundle(tmp_path / "orve")).documents["d1"]
    assert (
        document.places("Norland offered Sudmark the water")[0].of(document.text)
        == "Norland offered Sudmark\nthe water"
    )
    assert len(document.places("letter had been sent")) == 2
    with pytest.raises(UsageError, match=r"not in d1\.txt"):
        document.places("no such words")


def test_what_is_no_bundle_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no gold\.yaml in .*nosuch\. Give the folder of a gold bundle"):
        load_bundle(tmp_path / "nosuch")
    with pytest.raises(UsageError, match="is not a bundle"):
        load_bundle(write_bundle(tmp_path / "broken", GOLD.replace("moves:", "acts:")))
    with pytest.raises(SourceError, match=r"There is no d2\.txt in .*documents\."):
        load_bundle(write_bundle(tmp_path / "without", GOLD.replace("file: d1.txt", "file: d2.txt")))
