"""Explanations lead to lines of code that say what they are said to say."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import rejoinder
from rejoinder import registry
from rejoinder.publish.showing import passages
from rejoinder.publish.showing.explain import explain
from rejoinder.publish.words import rules
from rejoinder.record.material import Material
from rejoinder.record.search import Found

ROOT = Path(rejoinder.__file__).parents[1]
_RULE = re.compile(r"(?:statement|actor|recipient)\.[a-z-]+|(?:mutual)-[a-z]+")


def _line(place: registry.Place) -> str:
    return (ROOT / place.file).read_text("utf-8").splitlines()[place.line - 1]


def test_every_rule_of_a_record_leads_to_a_line_and_says_what_it_is(material: Material) -> None:
    account = material.account
    ruled = [*material.moves.values(), *material.statements.values(), *account.answers, *account.disputes]
    assert ruled
    for row in ruled:
        for name, place in registry.places(row.rule).items():
            assert place is not None, name
            assert rules.ground(name), name


DECIDED_IN = {
    "move.trigger": "extract/moves.py _move",
    **dict.fromkeys(
        ("actor.from", "actor.gives", "actor.awaited", "actor.span", "actor.cue", "actor.speaker", "actor.described"),
        "extract/actors.py acting",
    ),
    **dict.fromkeys(
        ("actor.passive", "actor.subject", "actor.before", "actor.unknown", "actor.other"),
        "extract/actors.py _guessed",
    ),
    **dict.fromkeys(
        ("recipient.span", "recipient.unknown", "recipient.main"),
        "extract/actors.py addressed",
    ),
    "recipient.answered": "extract/answered.py _toward",
    "statement.cue": "extract/statements.py _drafts",
    "statement.turn": "extract/statements.py statements",
    "statement.cited": "extract/attribution.py behind_medium",
    "statement.same-speaker": "extract/attribution.py with_speakers",
    "statement.headline": "extract/uncued.py _headline",
    "statement.floating-quotation": "extract/uncued.py floating",
    **dict.fromkeys(("same-clause", "same-sentence", "next", "topic"), "consolidate/aptness.py closest"),
    "read-as-answer": "consolidate/antecedents.py _read_so",
    "next-paper": "consolidate/answers.py _next_paper",
    "beside-accept": "consolidate/answers.py _beside_an_answer",
    "judgement": "consolidate/decided.py decided_links",
    "denial": "consolidate/clashes.py denials",
    "denied-beside": "consolidate/disputes.py disputes",
    "read-as-opposed": "consolidate/read_clashes.py _clash",
    "answered-or-not": "consolidate/silence_and_blame.py silence",
    **dict.fromkeys(("mutual-accuse", "mutual-attack"), "consolidate/silence_and_blame.py mutual_blame"),
    **dict.fromkeys(("mutual-suspend", "mutual-silence"), "consolidate/silence_and_blame.py _what_is_laid"),
}
"""For every id that `explain` can print, where it is decided."""


@pytest.mark.parametrize("rule", sorted(DECIDED_IN))
def test_every_rule_leads_to_the_function_that_decides_and_says_what_it_is(rule: str) -> None:
    place = registry.place(rule)
    assert place is not None
    assert f"{place.file.removeprefix('rejoinder/')} {_function(place)}" == DECIDED_IN[rule]
    assert rules.ground(rule)


def test_no_rule_of_the_code_is_left_out() -> None:
    said = rules.READINGS.keys() | rules.LINKS.keys() | rules.CLASHES.keys()
    assert said - {"beside-"} == DECIDED_IN.keys() - {"beside-accept"}
    written = {name for path in (ROOT / "rejoinder").rglob("*.py") for name in _ids(path)}
    assert written
    assert written <= said


def test_a_rule_that_is_not_known_leads_nowhere() -> None:
    assert registry.place("no.such.rule") is None
    assert rules.ground("no.such.rule") == ""


def _function(place: registry.Place) -> str:
    """The function around a line."""
    tree = ast.parse((ROOT / place.file).read_text("utf-8"))
    around = [one for one in ast.walk(tree)
              if isinstance(one, ast.FunctionDef) and one.lineno <= place.line <= (one.end_lineno or 0)]  # fmt: skip
    return max(around, key=lambda one: one.lineno).name if around else ""


def _ids(path: Path) -> set[str]:
    """The ids that stand in a module of reading or of the account as rules of a row: by their form, or where a row of
    the account gets them."""
    if path.parent.name not in ("extract", "consolidate"):
        return set()
    tree = ast.parse(path.read_text("utf-8"))
    given = {
        one.value.value
        for one in ast.walk(tree)
        if isinstance(one, ast.keyword) and one.arg == "rule" and isinstance(one.value, ast.Constant)
    }
    literals = {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return given | {one for one in literals if _RULE.fullmatch(one)}


def test_rules_are_listed_sorted() -> None:
    found = registry.rules()
    assert list(found) == sorted(set(found))
    assert "statement.cue" in found


def test_passages_are_named_with_their_heading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "answers.md").write_text("# Answers\n\n## A plain no\n> No.\n- move: reject actual: No\n", "utf-8")
    monkeypatch.setattr(passages, "folder", lambda: tmp_path)
    assert passages.that_test("reject") == ("tests/passages/answers.md:5 A plain no",)
    assert passages.that_test("accept") == ()
    monkeypatch.setattr(passages, "folder", lambda: None)
    assert passages.that_test("reject") == ()


def test_a_word_of_a_passage_is_no_test_of_what_bears_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "days.md").write_text(
        "# Next and reply\n\nA `reply` is one.\n\n## next Tuesday\n> The reply comes next Tuesday.\n"
        "- missed move: reply planned: comes next Tuesday\n- no move: reply actual\n",
        "utf-8",
    )
    monkeypatch.setattr(passages, "folder", lambda: tmp_path)
    assert passages.that_test("reply") == passages.that_test("next") == ()


def test_an_answer_is_explained_by_its_rule_and_by_no_passage(material: Material) -> None:
    answer = next(one for one in material.account.answers if one.rule == "next")
    told = explain(Found(id=answer.id, kind="answer", row=answer, document_id=None), material, None)
    rule = next(line.strip() for line in told if line.strip().startswith("rule next"))
    assert rule.startswith("rule next (rejoinder/consolidate/aptness.py:")
    assert rule.endswith("): told right after it")
    assert not any("tests/passages" in line for line in told)


@pytest.mark.parametrize("rule", ["reference.person", "reference.capital", "reference.generic"])
def test_rules_of_reference_lead_to_lines_too(rule: str) -> None:
    place = registry.place(rule)
    assert place is not None
    assert "reference." in _line(place)


def test_a_rule_that_has_a_name_in_the_code_leads_to_where_the_name_is_used() -> None:
    place = registry.place("reference.pronoun")
    assert place is not None
    assert _line(place).strip() == "return (), _BY_RULE"
