"""Turn trained weights into the shipped model: two ONNX graphs in int8, the tokenizer, and a card with hashes.

`python -m training.export --weights build/training/reader-2.pt --start PACKAGE_MODEL --out src/rejoinder/models/reader`
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import onnx
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.annotated import KINDS, MODALITIES
from training.network import CLASSES, DEED_FROM, FAR, NAME_LABELS, Reader, encoder_of

GRAPHS = ("encoder.onnx", "roles.onnx", "pairs.onnx", "deed.onnx")


class Tokens(nn.Module):
    """The one pass over a batch of windows, as a graph."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """States, the logits of cues, triggers and names, and the states from which deeds are read."""
        net = self.reader
        read = net.encoder(input_ids=ids, attention_mask=mask, token_type_ids=cases, output_hidden_states=True)
        states = read.last_hidden_state
        return states, net.cue(states), net.trigger(states), net.name(states), read.hidden_states[DEED_FROM]


class DeedOfSentence(nn.Module):
    """What the source does to the target of one marked sentence, as a graph."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, middle: Tensor, at: Tensor) -> Tensor:
        """`middle` (pieces, hidden), `at` (3,). Returns (1, classes)."""
        return self.reader.deeds(middle[None], torch.ones(1, middle.shape[0]), at[None])


class RolesOfWindow(nn.Module):
    """The role network over one window: what belongs to the pieces is computed once for all its cues and triggers."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.roles, self.pairs = reader.roles, reader.pairs

    def forward(self, states: Tensor, at: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """`states` (pieces, hidden), `at` (heads,). Returns (heads, pieces, roles), (heads, modalities), (heads, 2)
        and the traces of the heads."""
        net, head_state = self.roles, states[at]
        steps = torch.arange(states.shape[0])[None, :] - at[:, None]
        head = net.head(head_state)[:, None, :]
        piece = net.piece(states)[None] + net.distance(steps.clamp(-FAR, FAR) + FAR)
        mixed = torch.relu(net.mix(torch.cat([head * piece, torch.relu(head + piece)], dim=-1)))
        return net.out(mixed), net.modality(head_state), net.holder(head_state), self.pairs.trace(head_state)


def export(reader: Reader, out: Path) -> None:
    """Write the graphs, the encoder in int8 per channel."""
    out.mkdir(parents=True, exist_ok=True)
    batch, pieces, heads = (
        torch.export.Dim(n, min=1, max=m) for n, m in (("batch", 64), ("pieces", 512), ("heads", 512))
    )
    # The example needs padding: with a mask of ones alone, the exporter drops the mask.
    ids, cases, mask = torch.randint(5, 900, (2, 9)), torch.randint(0, 2, (2, 9)), torch.ones((2, 9), dtype=torch.long)
    mask[1, 6:] = 0
    reader.encoder.set_attn_implementation("eager")
    plain = out / "plain.onnx"
    torch.onnx.export(
        Tokens(reader).eval(), (ids, cases, mask), str(plain), dynamo=True, external_data=False,
        input_names=["ids", "cases", "mask"], output_names=["states", "cue", "trigger", "name", "middle"],
        dynamic_shapes={n: {0: batch, 1: pieces} for n in ("ids", "cases", "mask")},
    )  # fmt: skip
    quantise(plain, out / "encoder.onnx")
    states, at = torch.rand((9, 384)), torch.tensor([1, 2, 3])
    torch.onnx.export(
        RolesOfWindow(reader).eval(), (states, at), str(plain), dynamo=True, external_data=False,
        input_names=["states", "at"], output_names=["roles", "modality", "holder", "trace"],
        dynamic_shapes={"states": {0: pieces}, "at": {0: heads}},
    )  # fmt: skip
    quantise(plain, out / "roles.onnx")
    torch.onnx.export(
        DeedOfSentence(reader).eval(), (states, at), str(plain), dynamo=True, external_data=False,
        input_names=["middle", "at"], output_names=["deed"], dynamic_shapes={"middle": {0: pieces}, "at": None},
    )  # fmt: skip
    quantise(plain, out / "deed.onnx")
    plain.unlink()
    pairs = torch.export.Dim("pairs", min=1, max=1 << 20)
    torch.onnx.export(
        reader.pairs.eval(), (torch.rand((3, 128)), torch.rand((3, 128))), str(out / "pairs.onnx"), dynamo=True,
        external_data=False, input_names=["one", "other"], output_names=["pairs"],
        dynamic_shapes=tuple({0: pairs} for _ in range(2)),
    )  # fmt: skip
    for name in GRAPHS:
        strip(out / name)


def quantise(plain: Path, file: Path) -> None:
    """Write a graph in int8 per channel, in seven bits: sums cannot overflow on processors without VNNI, so that all
    read alike. The shapes that the exporter noted are left out: they do not follow what it rearranges."""
    model = onnx.load(plain)
    del model.graph.value_info[:]
    onnx.save(model, plain)
    quantize_dynamic(
        plain,
        file,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )


def strip(file: Path) -> None:
    """Leave out what the exporter notes of the machine: names of source files and their lines."""
    model = onnx.load(file)
    for part in (
        model,
        model.graph,
        *model.graph.node,
        *model.graph.value_info,
        *model.graph.initializer,
        *model.graph.input,
        *model.graph.output,
    ):
        part.doc_string = ""
        del part.metadata_props[:]
    onnx.save(model, file)


def averaged(files: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights of several states of one run, which reads steadier than any of them."""
    states = [torch.load(f, map_location="cpu") for f in files]
    states = [s.get("mean", s) for s in states]
    return {k: sum(s[k] for s in states) / len(states) if v.is_floating_point() else v for k, v in states[0].items()}


def card(out: Path, version: str = "") -> dict[str, object]:
    """Version, labels, and the SHA-256 of each file. A version that is not given follows from the files, so that no
    two models have the same."""
    files = {n: hashlib.sha256((out / n).read_bytes()).hexdigest() for n in (*GRAPHS, "tokenizer.json")}
    version = version or f"own-{hashlib.sha256(''.join(files.values()).encode()).hexdigest()[:8]}"
    labels = {"kinds": KINDS, "modalities": MODALITIES, "names": NAME_LABELS, "classes": CLASSES}
    return {"version": version, **labels, "files": files}


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--weights", type=Path, nargs="+", required=True, help="several are averaged")
    ap.add_argument("--start", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--version", default="", help="the model's name in records; none: one that follows from its files")
    a = ap.parse_args()
    reader = Reader(encoder_of(a.start))
    reader.take(averaged(a.weights))
    reader.eval()
    with torch.no_grad():
        export(reader, a.out)
    shutil.copyfile(a.start / "tokenizer.json", a.out / "tokenizer.json")
    (a.out / "card.json").write_text(json.dumps(card(a.out, a.version), indent=1) + "\n")
    for name in GRAPHS:
        ort.InferenceSession(str(a.out / name), providers=["CPUExecutionProvider"])
    print({p.name: round(p.stat().st_size / 1e6, 1) for p in sorted(a.out.iterdir())})


if __name__ == "__main__":
    main()
