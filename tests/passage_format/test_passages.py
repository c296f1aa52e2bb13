"""The format of the training passages: what is read from a block, and what is said of a wrong one."""

from pathlib import Path

import pytest

from training.faults import DataError
from training.passage_lines import parse
from training.passages import blocks, events_by_story, load, main, story_of

TEXT = "Chile refused the plan of Peru. It spoke of a trap, said Marta Ollero, and she left."
GOOD = f"""@ agency | a plan | story: plan
{TEXT}
S said | Marta Ollero | It spoke of a trap
M reject actual N | refused | Chile | Peru | Chile refused the plan of Peru | e2
M propose actual N | plan | Peru | - | the plan of Peru | e1
R It | Chile | -
R she | Marta Ollero | Chile
A e2 > e1 reject
"""


def block(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.strip().splitlines(), 1))


def test_a_block_with_links() -> None:
    passage = parse(block(GOOD), "f")
    assert (passage.text, passage.story, passage.linked) == (TEXT, "f:plan", True)
    assert [(a.answer, a.to, a.disposition) for a in passage.answers] == [("e2", "e1", "reject")]
    it, she = passage.references
    words = lambda spans: [TEXT[a:b] for a, b in spans]  # noqa: E731
    assert (TEXT[slice(*it.mention)], words(it.names), it.principals) == ("It", ["Chile"], ())
    assert (TEXT[slice(*she.mention)], words(she.names), words(she.principals)) == ("she", ["Marta Ollero"], ["Chile"])


def test_without_ids_nothing_is_linked() -> None:
    assert not parse(block(GOOD.replace(" | e2", "").replace(" | e1", "").replace("A e2 > e1 reject", "")), "f").linked


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("A e2 > e9 reject", "no M line of the story has the id 'e9'"),
        ("A e2 > e1 perhaps", "unknown disposition 'perhaps'"),
        ("X e2 ~ e9", "no M line of the story has the id 'e9'"),
        ("R it#7 | Chile | -", "mention not in the text: 'it#7'"),
        ("R she | Nobody | -", "not in the text: 'Nobody'"),
        ("M refuse actual N | refused | - | - | refused | e2", "unknown kind, modality or holder"),
        ("S said | nobody there | It spoke of a trap", "source not in the text"),
    ],
)
def test_a_wrong_line_is_named(wrong: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        parse([*block(GOOD), (99, wrong)], "f")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("S said|it|Chile refused the plan of Peru", "form 'S cue"),
        ("m request actual N | refused | Chile | Peru | Chile refused | e3", "form 'M kind"),
        ("  S said | Marta Ollero | It spoke of a trap", "form 'S cue"),
        ("Q she | Marta Ollero | Chile", "no note, though the notes began in line 3"),
        ("R it | Norlund", "form 'R mention"),
        ("A e1>e2 reject", "form 'A answer"),
        ("X e1 e2", "form 'X one"),
        ("@ agency | another plan", "a blank line goes before"),
        ("And she came back.", "no note, though the notes began in line 3"),
        ("A e1 > e1 reject", "'e1' is linked to itself"),
        ("X e2 ~ e2", "'e2' is linked to itself"),
        ("M propose actual N | plan | Peru | - | the plan of Peru | e1", "the same M line stands in line 5"),
        ("M propose actual N | trap | - | - | a trap", "this M line has no id"),
    ],
)
def test_a_note_gone_wrong_is_not_taken_for_text(wrong: str, said: str) -> None:
    with pytest.raises(DataError, match=f"^f:99: .*{said}"):
        parse([*block(GOOD), (99, wrong)], "f")


@pytest.mark.parametrize(
    "wrong", ["S said|it|the plan", "R it | Norlund", "m offer actual N | x | - | - | x", "A e1>e2 no"]
)
def test_a_note_gone_wrong_before_all_others(wrong: str) -> None:
    with pytest.raises(DataError, match=r"^f:3: "):
        parse(block(f"@ agency | a plan\n{TEXT}\n{wrong}"), "f")


@pytest.mark.parametrize("text", ["A deal it is not.", "I, she said > the others.", "@ChileMFA: no.", "- S and M went"])
def test_what_a_newspaper_prints_is_text(text: str) -> None:
    assert parse(block(f"@ agency | a plan\n{text}"), "f").text == text


@pytest.mark.parametrize("story", ["stroy: x", "story:", "x", "story: x | y"])
def test_the_third_field_of_a_first_line_is_the_story(story: str) -> None:
    with pytest.raises(DataError, match="the third and last field"):
        parse(block(GOOD.replace("story: plan", story)), "f")


def test_every_fault_of_a_block_is_told_in_the_order_of_lines() -> None:
    wrong = (
        GOOD.replace("| Chile | -", "| Norlund | -").replace("@ agency", "@ paper").replace("A e2 > e1", "A e2 > e7")
    )
    with pytest.raises(DataError) as found:
        parse(block(wrong), "a/f.txt")
    assert [fault.partition(": ")[0] for fault in found.value.found] == ["a/f.txt:1", "a/f.txt:6", "a/f.txt:8"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"@ agency | a plan\n{TEXT}\n\n@ agency | caf\xe9\n".encode("latin-1"), ":4: is not UTF-8 (byte 0xe9)"),
        (b"", ": there is no passage in it"),
        (b"\n \n", ": there is no passage in it"),
        (None, ": there is no such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, content: bytes | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.txt"
    if content is not None:
        file.write_bytes(content)
    assert main([str(file)]) == 1
    assert f"{file}{said}" in capsys.readouterr().out


def test_the_mark_that_editors_put_first_is_none_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(GOOD, "utf-8-sig")
    assert main([str(tmp_path)]) == 0


def test_a_folder_is_checked_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    (tmp_path / "one.txt").write_text(GOOD, "utf-8")
    (tmp_path / "two.txt").write_text(
        GOOD.replace("M reject", "M refuse").replace("| Chile | -", "| Norlund | -"), "utf-8"
    )
    assert main([str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert f"{tmp_path / 'two.txt'}:4: " in out
    assert f"{tmp_path / 'two.txt'}:6: " in out
    assert "1 passages" in out


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_passages_is_not_silently_none(tmp_path: Path, there: bool) -> None:
    with pytest.raises(DataError, match="there is no"):
        load(tmp_path if there else tmp_path / "nowhere")


def test_two_folders_are_read_one_after_the_other(tmp_path: Path) -> None:
    for name in ("a/one.txt", "b/two.txt", "c/one.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(GOOD, "utf-8")
    assert [p.where for p in load(tmp_path / "b", tmp_path / "a")] == ["two.txt:1", "one.txt:1"]
    with pytest.raises(DataError, match="has the same name"):
        load(tmp_path / "a", tmp_path / "c")


def test_reports_of_one_story_share_ids(tmp_path: Path) -> None:
    second = """@ state | a plan | story: plan
No refusal came.
M reject denied N | refusal | - | - | No refusal came | e2
X e2 ~ e1
"""
    file = tmp_path / "two.txt"
    file.write_text(GOOD + "\n" + second)
    found = list(blocks(file))
    assert events_by_story(found) == {"story: plan": {"e1", "e2"}}
    assert [story_of(b) for b in found] == ["story: plan"] * 2
    assert load(tmp_path)[1].clashes == (("e2", "e1"),)
