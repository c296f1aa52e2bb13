import pytest

from rejoinder.consolidate.short_forms import Naming, full_forms


def joined(*names: tuple[str, set[int]], company: dict[int, set[str]] | None = None) -> dict[str, str]:
    given = {n: {name.lower() for name, at in names if n in at} for n in range(9)}
    return full_forms([Naming(text=name, documents=frozenset(at)) for name, at in sorted(names)], company or given)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("NURT", "National Union of Rail Teams"),
        ("NUR", "National Union of Rail Teams"),
        ("Corvane", "Corvane Industries"),
        ("Merrow", "Merrow & Tate"),
        ("Railway Employers", "Railway Employers' Federation"),
        ("Guild", "Guild of Screen Authors"),
        ("the Guild", "Guild of Screen Authors"),
        ("Federation", "Railway Employers' Federation"),
        ("Council", "Employers’ Council for Film"),
    ],
)
def test_a_short_form_of_one_full_name(short: str, full: str) -> None:
    found = joined((short, {0}), (full, {0}))
    assert found == {short.removeprefix("the ").lower(): full.lower()}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("AB", "Alpha Bureau"),
        ("NUT", "National Union of Rail Teams"),
        ("Union", "National Rail Union"),
        ("corvane", "Corvane Industries"),
        ("Corvane Foods", "Corvane Industries"),
        ("Corvane Industries", "Corvane Industries"),
        ("Tate", "Merrow & Tate Holdings"),
    ],
)
def test_no_short_form(short: str, full: str) -> None:
    assert joined((short, {0}), (full, {0})) == {}


def test_two_full_names_leave_a_short_one_alone() -> None:
    assert joined(("Guild", {0}), ("Guild of Actors", {0}), ("Guild of Authors", {0})) == {}


def test_a_name_that_is_short_for_the_other_is_no_second_one() -> None:
    found = joined(("Merrow", {0}), ("Merrow & Tate", {0}), ("Merrow & Tate Holdings", {0}))
    assert found == {"merrow": "merrow & tate holdings", "merrow & tate": "merrow & tate holdings"}


def test_documents_that_share_nobody_speak_of_two() -> None:
    names = (("Guild", {0}), ("Guild of Authors", {1}))
    assert joined(*names, company={0: {"guild"}, 1: {"guild of authors", "anna berg"}}) == {}
    assert joined(*names, company={0: {"guild", "anna berg"}, 1: {"guild of authors", "anna berg"}})
