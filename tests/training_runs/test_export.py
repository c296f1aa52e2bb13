"""The card that an export writes. Needs PyTorch and onnx: skipped where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

for name in ("onnx", "torch", "transformers"):
    pytest.importorskip(name)

from training.export import GRAPHS, card  # noqa: E402


def test_two_models_never_have_one_version_unless_they_are_given_it(tmp_path: Path) -> None:
    for file in (*GRAPHS, "tokenizer.json"):
        (tmp_path / file).write_text(file)
    first = card(tmp_path)
    assert card(tmp_path) == first
    (tmp_path / GRAPHS[0]).write_text("other weights")
    assert card(tmp_path)["version"] != first["version"]
    assert card(tmp_path, "v9")["version"] == "v9"
