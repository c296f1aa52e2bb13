"""Which steps a training runs, and what stops it before it begins."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from training import run
from training.public_sets import FILES
from training.rehearsal import Inputs, begun_anew, shortened
from training.run import arguments, faults, steps

STORY = """@ agency | a plan | story: plan
Chile refused the plan of Peru.
M reject actual N | refused | Chile | Peru | Chile refused the plan of Peru | e2
A e2 > e1 reject

@ state | a plan | story: plan
Peru put forward a plan.
M propose actual N | put forward | Peru | - | Peru put forward a plan | e1

@ state | another matter
It rained.
"""
SENTENCE = "SANCTION\t{S:Peru} said it would {E:expel} two envoys of {T:Chile}.\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.txt").write_text(STORY, "utf-8")
    return tmp_path / "own"


def planned(*words: str) -> dict[str, Sequence[str]]:
    a = arguments(words)
    given = Inputs(data=a.data, passages=tuple(a.passages), sentences=a.sentences)
    made = list(steps(a, given, Path("encoder")))
    stage = lambda s: s[s.index("--stage") + 1] if "--stage" in s else ""  # noqa: E731
    return {s[0].removeprefix("training.") + stage(s): s[1:] for s in made}


def after(words: Sequence[str], option: str) -> str:
    return words[words.index(option) + 1]


def test_the_whole_training() -> None:
    found = planned("--data", "sets", "--seed", "5", "--threads", "1", "--version", "v9")
    assert list(found) == ["names", "train1", "train2", "tower", "export", "learnt"]
    assert after(found["train2"], "--continue-from") == "build/training/reader-1.pt"
    assert (after(found["train1"], "--epochs"), after(found["train2"], "--epochs")) == ("2", "4")
    assert {after(found[s], "--seed") for s in ("train1", "train2", "tower")} == {"5"}
    assert {after(found[s], "--threads") for s in ("train1", "train2", "tower", "learnt")} == {"1"}
    assert after(found["export"], "--version") == "v9"
    assert after(found["export"], "--out") == after(found["learnt"], "--model") == "build/reader"


def test_on_from_the_shipped_model_with_ones_own_alone(own: Path) -> None:
    sets = [word for name in FILES for word in ("--without", name)]
    found = planned("--from-shipped", "--passages", str(own), *sets)
    assert list(found) == ["names", "restore", "train2", "tower", "export", "learnt"]
    assert after(found["train2"], "--continue-from") == after(found["restore"], "--out") == "build/teaching/shipped.pt"
    assert after(found["train2"], "--epochs") == "2"
    assert all(after(found[s], "--passages") == str(own) for s in ("names", "train2", "tower", "learnt"))
    assert not any("--data" in words or "--polnear" in words for words in found.values())
    assert after(found["tower"], "--without") == "plv"


def test_without_polnear_there_is_no_first_stage() -> None:
    found = planned("--data", "sets", "--without", "polnear")
    assert list(found) == ["names", "train2", "tower", "export", "learnt"]
    assert "--continue-from" not in found["train2"]
    assert "--without" not in found["tower"]


def test_a_rehearsal_is_one_epoch_in_a_place_of_its_own() -> None:
    found = planned("--data", "sets", "--rehearse")
    assert [after(found[s], "--epochs") for s in ("train1", "train2", "tower")] == ["1", "1", "1"]
    assert after(found["train1"], "--out") == "build/rehearsal"
    assert after(found["export"], "--out") == "build/rehearsal/reader"
    with pytest.raises(SystemExit):
        arguments(["--data", "sets", "--rehearse", "--ship", "src/rejoinder/models/reader"])


def test_all_that_is_wrong_is_known_at_once(own: Path, tmp_path: Path) -> None:
    (own / "mine.txt").write_text(STORY.replace("M reject", "m reject"), "utf-8")
    (tmp_path / "sentences").mkdir()
    words = ("--data", str(tmp_path / "sets"), "--passages", str(own), "--sentences", str(tmp_path / "sentences"))
    a = arguments([*words, "--whole", "nwe.txt"])
    found = faults(a, Inputs(data=a.data, passages=tuple(a.passages), sentences=a.sentences))
    for said in ("plv/train.jsonl: there is no", "mine.txt:3: ", "sentences: there is no *.txt", "nwe.txt: --whole"):
        assert any(said in fault for fault in found), said


def test_a_fault_ends_the_run_before_its_first_step(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "encoder_folder", lambda: Path("encoder"))
    monkeypatch.setattr(run, "run", lambda *_: pytest.fail("a step was run"))
    monkeypatch.setattr(sys, "argv", ["run", "--passages", str(own), "--data", str(own)])
    with pytest.raises(SystemExit, match=r"polnear/train\.jsonl: there is no such file"):
        run.main()


def test_a_step_that_fails_ends_the_run_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.CompletedProcess(args=(), returncode=7)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(SystemExit) as found:
        run.run("training.names")
    assert found.value.code == 7


def test_a_rehearsal_reads_the_first_of_everything(own: Path, tmp_path: Path) -> None:
    (tmp_path / "sets/plv").mkdir(parents=True)
    (tmp_path / "sets/plv/train.jsonl").write_text("".join(json.dumps({"n": n}) + "\n" for n in range(99)), "utf-8")
    (tmp_path / "sentences").mkdir()
    (tmp_path / "sentences/some.txt").write_text(SENTENCE * 99, "utf-8")
    given = Inputs(data=tmp_path / "sets", passages=(own,), sentences=tmp_path / "sentences")
    made = shortened(given, ["polnear", "ecbplus"], tmp_path / "inputs")
    assert made.data is not None
    assert len((made.data / FILES["plv"]).read_text("utf-8").splitlines()) == 60
    assert len((made.sentences / "some.txt").read_text("utf-8").splitlines()) == 60
    kept = (made.passages[0] / "mine.txt").read_text("utf-8")
    assert kept.strip() == STORY.partition("\n@ state | another")[0].strip()
    a = arguments(
        ["--passages", *map(str, made.passages), "--sentences", str(made.sentences), "--data", str(made.data)]
    )
    a.without = list(FILES)
    assert faults(a, made) == []


def test_a_rehearsal_begins_at_the_beginning(tmp_path: Path) -> None:
    for name in ("state-1.pt", "reader-3.pt", "made-from-1.json", "names.json", "mine.txt"):
        (tmp_path / name).touch()
    begun_anew(tmp_path)
    assert sorted(f.name for f in tmp_path.iterdir()) == ["mine.txt", "names.json"]
