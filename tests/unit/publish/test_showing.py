"""Explanations lead to lines of code that say what they are said to say."""

from __future__ import annotations

from pathlib import Path

import pytest

import rejoinder
from rejoinder import registry
from rejoinder.publish.showing import passages
from rejoinder.record.material import Material

ROOT = Path(rejoinder.__file__).parents[1]


def _line(place: registry.Place) -> str:
    return (ROOT / place.file).read_text("utf-8").splitlines()[place.line - 1]


def test_every_rule_of_a_record_leads_to_a_line_that_names_it(material: Material) -> None:
    account = material.account
    ruled = [*material.moves.values(), *material.statements.values(), *account.answers, *account.disputes]
    assert ruled
    for row in ruled:
        for name, place in registry.places(row.rule).items():
            assert place is not None, name
            assert name.split("-")[0].split(".")[0] in _line(place)


def test_an_id_put_together_by_the_code_is_found_by_its_written_part() -> None:
    place = registry.place("mutual-accuse")
    assert place is not None
    assert '"mutual-"' in _line(place)
    assert registry.place("no.such.rule") is None


def test_rules_are_listed_sorted() -> None:
    found = registry.rules()
    assert list(found) == sorted(set(found))
    assert "statement.cue" in found


def test_passages_are_named_with_their_heading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "answers.md").write_text("# Answers\n\n## A plain no\n\n- kind: reject\n", "utf-8")
    monkeypatch.setattr(passages, "folder", lambda: tmp_path)
    assert passages.that_test(["move.trigger", "reject"]) == ("tests/passages/answers.md:5 A plain no",)
    assert passages.that_test(["accept"]) == ()
    monkeypatch.setattr(passages, "folder", lambda: None)
    assert passages.that_test(["reject"]) == ()


@pytest.mark.parametrize("rule", ["reference.person", "reference.capital", "reference.pronoun", "reference.generic"])
def test_rules_of_reference_lead_to_lines_too(rule: str) -> None:
    place = registry.place(rule)
    assert place is not None
    assert "reference." in _line(place)
