"""What was exported can be restored. Needs PyTorch and onnx: skipped where they are not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
pytest.importorskip("torch")
pytest.importorskip("transformers")

from training.export import quantise  # noqa: E402
from training.restore import weights_in  # noqa: E402

RANDOM = np.random.default_rng(3)
TOLERANCE = 0.03
"""Of weights between -1 and 1: a step of seven bits is a hundredth and a half of the largest."""


def graph(file: Path, named: dict[str, np.ndarray]) -> None:
    """A row looked up, multiplied by two matrices, with a bias each. As the exporter writes them, the first matrix has
    its name in the network and is turned where it is used, the second has lost its name and lies turned."""
    node, numbers = onnx.helper.make_node, onnx.numpy_helper.from_array
    stored = {
        "reader.embed.weight": named["embed.weight"],
        "reader.cue.weight": named["cue.weight"],
        "reader.cue.bias": named["cue.bias"],
        "val_7": np.ascontiguousarray(named["mix.weight"].T),
        "reader.mix.bias": named["mix.bias"],
    }
    nodes = [
        node("Gather", ["reader.embed.weight", "ids"], ["row"]),
        node("Gemm", ["row", "reader.cue.weight", "reader.cue.bias"], ["two"], transB=1),
        node("MatMul", ["two", "val_7"], ["three"]),
        node("Add", ["three", "reader.mix.bias"], ["out"]),
    ]
    made = onnx.helper.make_graph(
        nodes,
        "small",
        [onnx.helper.make_tensor_value_info("ids", onnx.TensorProto.INT64, [None])],
        [onnx.helper.make_tensor_value_info("out", onnx.TensorProto.FLOAT, [None, None])],
        [numbers(value, name) for name, value in stored.items()],
    )
    onnx.save(onnx.helper.make_model(made, opset_imports=[onnx.helper.make_opsetid("", 18)]), file)


@pytest.mark.parametrize("width", [6, 4])
def test_restored_weights_have_the_shapes_and_values_of_the_network(tmp_path: Path, width: int) -> None:
    shapes = {"embed.weight": (9, 4), "cue.weight": (width, 4), "cue.bias": (width,), "mix.weight": (3, width)}
    named = {n: RANDOM.uniform(-1, 1, s).astype(np.float32) for n, s in {**shapes, "mix.bias": (3,)}.items()}
    graph(tmp_path / "plain.onnx", named)
    quantise(tmp_path / "plain.onnx", tmp_path / "made.onnx")
    found = {name: value.numpy() for name, value in weights_in(tmp_path / "made.onnx").items()}
    assert {name: value.shape for name, value in found.items()} == {n: v.shape for n, v in named.items()}
    for name, value in named.items():
        assert np.abs(found[name] - value).max() < TOLERANCE, name
