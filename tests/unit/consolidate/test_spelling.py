from __future__ import annotations

import pytest

from rejoinder.consolidate.spelling import folded, name_words, plain_name, same_given


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"),
        ("Dovzhenskiy", "Dovzhensky"),
        ("Müller", "Muller"),
        ("Hossein", "Hosein"),
        ("Yuri", "Iurii"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Sergei", "Andrei"), ("Marin", "Marina"), ("Lee", "Li")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_name_words_keep_order_and_initials() -> None:
    assert name_words("A. de la Vélez-Ruiz") == ("a", "de", "la", "velezruiz")


def test_plain_name_drops_article_and_case() -> None:
    assert plain_name("The  Northern   Alliance") == plain_name("northern alliance")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((), ("anna",), True),
        (("a",), ("anna",), True),
        (("alex",), ("alexander",), True),
        (("volodimir",), ("volodimyr",), True),
        (("anna",), ("ivan",), False),
        (("maria",), ("mario",), True),
        (("ivan",), ("ivor",), False),
    ],
)
def test_same_given(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert same_given(one, other) is same
    assert same_given(other, one) is same
