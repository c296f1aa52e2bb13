import pytest

from rejoinder.annotate.bodies import is_found_again, may_be_called
from rejoinder.types.annotation import PartyRef
from tests.unit.annotate.fake_tagger import state


def body(name: str) -> PartyRef:
    return PartyRef(name=name, type="organisation")


@pytest.mark.parametrize(
    ("noun", "name", "may"),
    [
        ("union", "Railway Employers' Federation", False),
        ("union", "Food Workers' Union", True),
        ("union", "Drivers' Guild", True),
        ("union", "NURT", True),
        ("federation", "Drivers' Guild", False),
        ("federation", "Railway Employers' Federation", True),
        ("company", "Bank of Lurland", True),
        ("company", "Harbour Council", False),
        ("board", "Harbour Council", True),
    ],
)
def test_what_a_body_may_be_called(noun: str, name: str, may: bool) -> None:
    assert may_be_called(noun, body(name)) is may


def test_a_state_may_be_called_anything() -> None:
    assert may_be_called("federation", state("Russia"))


def test_which_nouns_are_found_again_in_a_full_name() -> None:
    assert is_found_again("federation")
    assert not is_found_again("company")


def test_a_body_is_not_called_by_another_noun_than_that_which_introduces_it() -> None:
    assert not may_be_called("company", body("NURT"), ("union",))
    assert may_be_called("union", body("NURT"), ("union",))
