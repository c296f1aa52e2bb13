"""What was worked out before is found again under what it was made from, and only as long as it is needed."""

from __future__ import annotations

from rejoinder.consolidate import Workings


def test_a_result_is_made_once_and_let_go_of_when_an_account_did_without_it() -> None:
    made: list[str] = []

    def make() -> int:
        made.append("made")
        return len(made)

    workings = Workings(keeps=True)
    workings.begin()
    assert (workings.of("sums", "a", make), workings.of("sums", "a", make)) == (1, 1)
    assert workings.of("others", "a", make) == 2
    workings.begin()
    assert workings.of("sums", "a", make) == 1
    workings.begin()
    workings.begin()
    assert workings.of("sums", "a", make) == 3


def test_a_result_about_two_values_is_that_of_these_very_values() -> None:
    a, b, other = ["a"], ["b"], ["a"]
    workings = Workings(keeps=True)
    workings.begin()
    alike = workings.pairs("alike")
    assert alike(a, b, lambda: 0.5) == 0.5
    workings.begin()
    alike = workings.pairs("alike")
    assert alike(a, b, lambda: 0.9) == 0.5
    assert alike(b, a, lambda: 0.7) == 0.7
    assert alike(other, b, lambda: 0.8) == 0.8


def test_pairs_are_not_remembered_by_what_is_not_to_last() -> None:
    a, b = ["a"], ["b"]
    workings = Workings()
    workings.begin()
    assert [workings.pairs("alike")(a, b, lambda n=n: n) for n in (0.5, 0.9)] == [0.5, 0.9]  # type: ignore[misc]


def test_equal_values_are_those_of_the_account_before() -> None:
    workings = Workings(keeps=True)
    workings.begin()
    (first,) = workings.alike("rows", [("key", (1, [2]))])
    workings.begin()
    again, new = workings.alike("rows", [("key", (1, [2])), ("other", (3, [4]))])
    assert again is first
    assert new == (3, [4])
    workings.begin()
    assert workings.alike("rows", [("key", (9, []))]) == ((9, []),)
