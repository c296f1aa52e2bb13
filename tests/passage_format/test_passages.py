"""The format of the training passages: what is read from a block, and what is said of a wrong one."""

import pytest

from training.passage_lines import PassageError, parse
from training.passages import blocks, events_by_story, load, story_of

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
    assert not parse(block(GOOD.replace(" | e2", "").replace("A e2 > e1 reject", "")), "f").linked


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
    with pytest.raises(PassageError, match=said):
        parse([*block(GOOD), (99, wrong)], "f")


def test_reports_of_one_story_share_ids(tmp_path) -> None:  # type: ignore[no-untyped-def]
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
