from __future__ import annotations

from rejoinder.consolidate.issues import find_issues
from rejoinder.consolidate.nouns import uses
from tests.unit.consolidate.samples import acts, line, report, tellings

TEXT = (
    "Norland offered a fishing quota. Sudmark demanded a higher fishing quota. "
    "Norland proposed a bridge. Sudmark rejected the proposal of a bridge. Sudmark warned of a flood."
)


def _found():  # type: ignore[no-untyped-def]
    told, _, _ = tellings(
        report(
            "a",
            TEXT,
            line("offer", "Norland", "Sudmark", "Norland offered a fishing quota"),
            line("demand", "Sudmark", "Norland", "Sudmark demanded a higher fishing quota"),
            line("propose", "Norland", "Sudmark", "Norland proposed a bridge"),
            line("reject", "Sudmark", "Norland", "Sudmark rejected the proposal of a bridge"),
            line("warn", "Sudmark", "Norland", "Sudmark warned of a flood"),
        )
    )
    made = acts(told)
    return made, find_issues(made)


def test_issues_are_what_several_events_share() -> None:
    _, found = _found()
    assert sorted(issue.name for issue in found.issues) == ["bridge", "fishing quota"]


def test_words_for_the_moves_name_no_issue() -> None:
    _, found = _found()
    assert not {"proposal", "rejected", "demanded"} & {form for issue in found.issues for form in issue.forms}


def test_events_have_the_issues_of_their_moves() -> None:
    made, found = _found()
    names = {issue.id: issue.name for issue in found.issues}
    of_event = [[names[issue] for issue in found.of_event.get(one.id, ())] for one in made]
    assert of_event == [["fishing quota"], ["fishing quota"], ["bridge"], ["bridge"], []]


def test_what_is_done_and_who_takes_part_is_no_issue() -> None:
    told, _, _ = tellings(
        report(
            "a",
            "Norland offered Arvik shares extended to May. Sudmark rejected Arvik shares extended to May.",
            line("offer", "Norland", "Sudmark", "Norland offered Arvik shares extended to May"),
            line("reject", "Sudmark", "Norland", "Sudmark rejected Arvik shares extended to May"),
        )
    )
    found = find_issues(acts(told), ["Arvik"])
    assert {issue.name for issue in found.issues} & {"arvik", "extended", "shares extended"} == set()
    assert any("shares" in issue.name for issue in found.issues)


def test_what_the_articles_do_not_use_as_a_noun_is_no_issue() -> None:
    text = (
        "Norland would lift the toll on timber. Sudmark refused to lift the toll on timber. "
        "Norland offered to keep the ferry toll. Sudmark will not keep the ferry toll."
    )
    lines = (
        line("offer", "Norland", "Sudmark", "Norland would lift the toll on timber"),
        line("reject", "Sudmark", "Norland", "Sudmark refused to lift the toll on timber"),
        line("offer", "Norland", "Sudmark", "Norland offered to keep the ferry toll"),
        line("reject", "Sudmark", "Norland", "Sudmark will not keep the ferry toll"),
    )
    made = acts(tellings(report("a", text, *lines))[0])
    assert "keep" in {issue.name for issue in find_issues(made).issues}
    assert {issue.name for issue in find_issues(made, used=uses({"a": text})).issues} == {
        "toll",
        "timber",
        "ferry toll",
    }


def _listed(*clauses: str) -> list[list[str]]:
    """The names of the issues of each clause's own event."""
    text = " ".join(f"{clause}." for clause in clauses)
    kinds = ("offer", "demand", "propose", "warn", "reject")
    lines = (line(kind, "Norland", "Sudmark", clause) for kind, clause in zip(kinds, clauses, strict=False))
    told, _, _ = tellings(report("a", text, *lines))
    made = acts(told)
    found = find_issues(made)
    names = {issue.id: issue.name for issue in found.issues}
    return [[names[issue] for issue in found.of_event.get(one.id, ())] for one in made]


def test_what_stands_for_a_party_is_no_issue() -> None:
    listed = _listed("Norland offered the rebels timber", "Sudmark demanded timber for the rebels")
    assert listed == [["timber"], ["timber"]]


def test_an_event_about_a_pair_is_not_listed_under_its_words_besides() -> None:
    listed = _listed(
        "Norland offered a timber tariff",
        "Sudmark demanded a timber tariff",
        "Norland proposed timber",
        "Sudmark warned of timber",
        "Sudmark rejected timber",
    )
    assert listed == [["timber tariff"], ["timber tariff"], ["timber"], ["timber"], ["timber"]]
