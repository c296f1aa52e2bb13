from __future__ import annotations

import pytest

from rejoinder.vocabulary.cues import cue, cues, forms
from rejoinder.vocabulary.kinds import kind


@pytest.mark.parametrize("words", ["said", "told", "wrote", "According to", "made clear", "let it be known", "quipped"])
def test_neutral_cues(words: str) -> None:
    found = cue(words)
    assert found is not None
    assert (found.neutral, found.kind, found.commitment) == (True, None, "asserted")


@pytest.mark.parametrize(
    ("words", "id_", "commitment"),
    [
        ("urged", "request", "asserted"),
        ("called on", "request", "asserted"),
        ("denied", "deny", "denied"),
        ("denials", "deny", "denied"),
        ("threatened", "threaten", "asserted"),
        ("warning", "warn", "asserted"),
        ("rejected", "reject", "asserted"),
        ("accusing", "accuse", "asserted"),
        ("pledges", "offer", "asserted"),
        ("hailed", "support", "asserted"),
    ],
)
def test_cues_that_name_an_act(words: str, id_: str, commitment: str) -> None:
    found = cue(words)
    assert found is not None
    assert (found.kind, found.commitment, found.neutral) == (id_, commitment, False)


def test_doubt() -> None:
    found = cue("questioned")
    assert found is not None
    assert (found.lemma, found.commitment, found.neutral) == ("question", "doubted", True)


def test_verbs_before_nouns() -> None:
    assert [found.part for found in cues("claims")] == ["verb", "noun"]
    assert [found.part for found in cues("statement")] == ["noun"]


def test_no_cue() -> None:
    assert cue("bicycle") is None
    assert cue("") is None


def test_kinds_named_are_kinds() -> None:
    named = {found.kind for several in forms().values() for found in several if found.kind}
    assert named >= {"request", "demand", "deny", "accuse", "offer", "propose", "threaten"}
    assert all(kind(one).id == one for one in named)
