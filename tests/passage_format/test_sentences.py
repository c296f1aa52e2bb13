"""The format of our own single sentences: who does what to whom."""

import pytest

from training.faults import DataError
from training.sentences import CLASSES, main, own_sentences

GOOD = "SANCTION\tOn Friday {S:Peru} said it would {E:expel} two envoys of {T:Chile}.\n"


def test_a_sentence_with_its_places(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "some.txt").write_text(GOOD + "\n", encoding="utf-8")
    (found,) = own_sentences(tmp_path)
    assert (found.text, found.class_) == ("On Friday Peru said it would expel two envoys of Chile.", "SANCTION")
    assert [found.text[slice(*s)] for s in (found.source, found.act, found.target)] == ["Peru", "expel", "Chile"]


@pytest.mark.parametrize(
    "wrong",
    [
        GOOD.replace("SANCTION", "PUNISH"),
        GOOD.replace("\t", " "),
        GOOD.replace("{T:Chile}", "Chile"),
        GOOD.replace("Chile", "Chile} and {T:Bolivia"),
        GOOD.replace("{E:expel}", "{E:ex{E:pel}}"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, wrong: str) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "some.txt").write_text(GOOD + wrong, encoding="utf-8")
    with pytest.raises(DataError, match=r"some\.txt:2: "):
        own_sentences(tmp_path)


def test_every_fault_is_told_with_the_path(tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "some.txt"
    file.write_text(f"{GOOD}SANCTION no tab\n{GOOD}PUNISH\tx\n", encoding="utf-8-sig")
    assert main([str(file)]) == 1
    err = capsys.readouterr().err
    assert f"{file}:2: " in err
    assert f"{file}:4: " in err
    file.write_bytes(GOOD.encode() + b"caf\xe9\n")
    assert main([str(tmp_path)]) == 1
    assert f"{file}:2: is not UTF-8" in capsys.readouterr().err


def test_every_class_has_its_share() -> None:
    sentences = own_sentences()
    assert len(sentences) == len({s.text for s in sentences})
    assert {sum(s.class_ == c for s in sentences) for c in CLASSES} == {len(sentences) // len(CLASSES)}
