"""Turn a shipped model back into weights that training can go on from: what int8 has rounded stays rounded.

`python -m training.restore --model src/rejoinder/models/reader --start PACKAGE_MODEL --out build/training/reader.pt`
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, numpy_helper
from torch import Tensor

from training.export import GRAPHS
from training.network import Reader, encoder_of
from training.train import saved

_QUANTISED, _BIAS, _WEIGHT = "_quantized", ".bias", ".weight"
_PAIRS = "pairs.onnx"
"""The one graph that is a part of the network by itself, so that its names have no part before them."""
_FURTHEST = 6
"""Steps in a graph from a product of matrices to where its bias is added."""


def weights_in(file: Path) -> dict[str, Tensor]:
    """The weights of one graph by their names in the network, quantised ones as the numbers that they stand for.

    Quantised matrices that are multiplied by are stored the other way round than the network has them."""
    model = onnx.load(file)
    stored = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    out = {n: v for n, v in stored.items() if n.endswith((_BIAS, _WEIGHT)) and v.dtype == np.float32}
    named = dict(_products(model, stored))
    turned = {name for node in model.graph.node if node.op_type == "MatMulInteger" for name in node.input}
    for name in [n for n in stored if n.endswith(_QUANTISED)]:
        plain = name.removesuffix(_QUANTISED)
        steps = stored[name].astype(np.float32) - stored[f"{plain}_zero_point"].astype(np.float32)
        values = steps * stored[f"{plain}_scale"]
        if plain.endswith(_WEIGHT):
            out[plain] = values.T if name in turned else values
        elif plain in named:
            out[named[plain]] = values.T
    return {n.removeprefix("reader."): torch.from_numpy(np.array(v, np.float32)) for n, v in out.items()}


def _products(model: ModelProto, stored: dict[str, np.ndarray]) -> Iterator[tuple[str, str]]:
    """The quantised matrices whose exported names say nothing, with the name that the bias added to their product
    gives."""
    consumers = defaultdict(list)
    for node in model.graph.node:
        for name in node.input:
            consumers[name].append(node)
    for name in [n for n in stored if n.endswith(_QUANTISED) and not n.endswith(_WEIGHT + _QUANTISED)]:
        reached = [name]
        for _ in range(_FURTHEST):
            nodes = [node for one in reached for node in consumers[one]]
            bias = next((i for node in nodes for i in node.input if i in stored and i.endswith(_BIAS)), None)
            if bias is not None:
                yield name.removesuffix(_QUANTISED), bias.removesuffix(_BIAS) + _WEIGHT
                break
            reached = [one for node in nodes for one in node.output]


def restored(model: Path, start: Path) -> Reader:
    """The network with the weights of a shipped model. ValueError where a weight is not found in it."""
    reader = Reader(encoder_of(start))
    found: dict[str, Tensor] = {}
    for graph in GRAPHS:
        own = weights_in(model / graph)
        found |= {f"pairs.{name}": value for name, value in own.items()} if graph == _PAIRS else own
    missing = sorted(reader.state_dict().keys() - found.keys() - {"encoder.embeddings.position_ids"})
    if missing:
        raise ValueError(f"{model}: no weights for {', '.join(missing)}")
    reader.take({name: value for name, value in found.items() if name in reader.state_dict()})
    return reader


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", type=Path, required=True, help="folder of the shipped model")
    ap.add_argument("--start", type=Path, required=True, help="folder of the MiniLM weights")
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    a.out.parent.mkdir(parents=True, exist_ok=True)
    saved(restored(a.model, a.start).state_dict(), a.out)


if __name__ == "__main__":
    main()
