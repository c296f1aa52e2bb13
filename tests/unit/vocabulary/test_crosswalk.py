from __future__ import annotations

import pytest

from rejoinder.vocabulary.crosswalk import plover
from rejoinder.vocabulary.kinds import kinds


@pytest.mark.parametrize(
    ("kind", "modality", "words", "code"),
    [
        ("meet", "actual", ["summit"], ("CONSULT", "multilateral", 1, "04")),
        ("meet", "actual", ["Kerry", "met", "Zarif"], ("CONSULT", None, 1, "04")),
        ("meet", "actual", ["telephoned"], ("CONSULT", "phone", 1, "04")),
        ("meet", "planned", ["summit"], ("AGREE", None, 1, "03")),
        ("invite", "actual", ["summit"], ("AGREE", None, 1, "03")),
        ("agree", "actual", ["signed"], ("SUPPORT", None, 1, "05")),
        ("agree", "planned", ["sign"], ("AGREE", None, 1, "03")),
        ("demand", "actual", ["Withdraw", "troops"], ("REQUEST", "yield", 3, "10")),
        ("reject", "actual", ["talks"], ("REJECT", "meet", 3, "12")),
        ("accuse", "actual", ["criticised"], ("ACCUSE", "disapprove", 3, "11")),
        ("accuse", "actual", ["alleged"], ("ACCUSE", "allege", 3, "11")),
        ("suspend", "actual", ["expelled"], ("SANCTION", "expel", 4, "16")),
        ("attack", "actual", ["shelled"], ("ASSAULT", "heavy-weapons", 4, "19")),
        ("attack", "conditional", ["invade"], ("THREATEN", "violence", 3, "13")),
        ("withdraw", "actual", ["prisoners"], ("RETREAT", "release", 2, "08")),
        ("withdraw", "actual", ["demand"], ("CONCEDE", None, 1, "08")),
        ("withdraw", "planned", ["troops"], ("CONCEDE", None, 1, "08")),
        ("deliver", "actual", ["letter"], (None, None, None, "01")),
    ],
)
def test_codes(kind: str, modality: str, words: list[str], code: tuple[object, ...]) -> None:
    found = plover(kind, modality, words)  # type: ignore[arg-type]
    assert (found.class_, found.mode, found.quad, found.cameo) == code
    assert (found.negation, found.future, found.hypothetical) == (False, False, False)


@pytest.mark.parametrize(
    ("kind", "words", "mode"),
    [
        ("threaten", "warned of a swift response", None),
        ("threaten", "threatened war", "violence"),
        ("threaten", "Armenia threatened to answer", None),
        ("attack", "attacked a gas pipeline", None),
        ("attack", "struck the airport during Ramadan", None),
        ("attack", "struck it from the air", "aerial"),
        ("suspend", "The European Union suspended the talks", "discontinue"),
        ("suspend", "the workers downed tools in a walkout", "strike"),
        ("agree", "agreed, according to the minister", None),
        ("demand", "demanded that they endorse a fundamental change", "change"),
    ],
)
def test_a_short_word_is_not_found_within_another(kind: str, words: str, mode: str | None) -> None:
    assert plover(kind, "actual", words.split()).mode == mode


def test_flags_follow_from_the_modality() -> None:
    assert plover("accept", "denied", []).negation
    assert plover("reply", "denied", []).negation
    assert plover("mobilise", "planned", []).future
    assert not plover("mobilise", "planned", []).hypothetical
    assert plover("attack", "hypothetical", []).hypothetical
    assert plover("attack", "hypothetical", []).class_ == "ASSAULT"
    assert plover("reject", "reported", ["plan"]) == plover("reject", "actual", ["plan"])


def test_every_kind_has_a_code_and_the_order_of_words_does_not_matter() -> None:
    for kind in kinds():
        for modality in ("actual", "planned", "conditional", "hypothetical", "denied", "reported"):
            forward = plover(kind.id, modality, ["troops", "talks", "sanctions"])
            assert forward == plover(kind.id, modality, ["sanctions", "talks", "troops"])
            assert 1 <= int(forward.cameo) <= 20
            assert (forward.quad is None) == (forward.class_ is None)
    with pytest.raises(KeyError):
        plover("whistle", "actual", [])
