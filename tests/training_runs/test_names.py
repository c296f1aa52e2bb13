"""A text whose names are known is not read again, a changed one is."""

import json
from pathlib import Path

import pytest

from training import names


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []

    def named(texts):  # type: ignore[no-untyped-def]
        for text in texts:
            seen.append(text)
            yield [[0, len(text), "place"]]

    monkeypatch.setattr(names, "named", named)
    return seen


def test_only_what_has_changed_is_read(tmp_path: Path, read: list[str]) -> None:
    out = tmp_path / "kept" / "names.json"
    assert names.written(out, {"a": "Peru", "b": "Chile"}) == (2, 2)
    assert names.written(out, {"a": "Peru", "c": "Bolivia", "b": "Chile."}) == (2, 3)
    assert read == ["Peru", "Chile", "Bolivia", "Chile."]
    assert json.loads(out.read_text()) == {
        "a": [[0, 4, "place"]], "c": [[0, 7, "place"]], "b": [[0, 6, "place"]],
    }  # fmt: skip


def test_what_was_written_by_half_is_written_again(tmp_path: Path, read: list[str]) -> None:
    out = tmp_path / "names.json"
    names.written(out, {"a": "Peru"})
    (tmp_path / "names-texts.json").unlink()
    names.written(out, {"a": "Peru"})
    assert read == ["Peru", "Peru"]
