"""`python -m evals SET FILE` reads with the model that REJOINDER_MODEL names."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from evals.__main__ import main


@pytest.mark.parametrize("name", ["polnear", "plv", "ecbplus"])
@pytest.mark.parametrize("model", ["mine", None])
def test_the_model_that_is_named_is_the_one_that_is_scored(
    name: str, model: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scorer = pytest.importorskip(f"evals.{name}")
    monkeypatch.setattr(scorer, "score_file", lambda path, model=None: {"model": str(model)})
    monkeypatch.delenv("REJOINDER_MODEL", raising=False)
    if model:
        monkeypatch.setenv("REJOINDER_MODEL", model)
    (tmp_path / "rows.jsonl").touch()
    assert main([name, str(tmp_path / "rows.jsonl")]) == 0
    assert capsys.readouterr().out == f'{{"model": "{model}"}}\n'


def test_dates_are_read_without_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("rejoinder.evaluation.timex"), "score_file", lambda path: {})
    monkeypatch.setenv("REJOINDER_MODEL", "mine")
    (tmp_path / "rows.jsonl").touch()
    assert main(["timex", str(tmp_path / "rows.jsonl")]) == 0


def test_a_model_that_is_none_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REJOINDER_MODEL", str(tmp_path / "nowhere"))
    (tmp_path / "rows.jsonl").touch()
    assert main(["polnear", str(tmp_path / "rows.jsonl")]) == 2
    assert "nowhere" in capsys.readouterr().err
