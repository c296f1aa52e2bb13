"""Train the reader: first on PolNeAR and the parser's names, then on our own passages with the other sets beside them.

`python -m training.train --start PACKAGE_MODEL --data FOLDER --names FILE --out FOLDER [--stage 1|2]`. It keeps a
state after every epoch and goes on from it after an interruption: chance is seeded anew for each epoch, so that on one
machine, with as many threads, the weights are those of a run that was never interrupted. On a CPU it computes in
bfloat16 where it can.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.faults import DataError
from training.losses import Batch, batch_loss
from training.made_from import made_from, same_run
from training.mixture import epoch_batches
from training.network import Reader, encoder_of
from training.passages import FOLDER, whole_files
from training.progress import Progress
from training.public_sets import FILES, files_of
from training.sentences import FOLDER as SENTENCES

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WEIGHTS = {"cues": 4.0, "names": 1.0, "triggers": 10.0, "pairs": 4.0, "deed": 1.0, "hidden": 0.0}
STEADY = 0.995
"""How much of the running mean of the weights stays at each step, once it has run a while; the mean is what is kept."""


def tokenizer_of(package: Path) -> Tokenizer:
    """The encoder's tokenizer, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(package / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def saved(value: object, file: Path) -> None:
    """Write weights so that the file is never there by half."""
    beside = file.with_name(f"{file.name}.part")
    torch.save(value, beside)
    beside.replace(file)


class Run:
    """One stage: the network, its optimiser, and the running mean of the weights."""

    def __init__(self, a: argparse.Namespace) -> None:
        self.model = Reader(encoder_of(a.start)).to(DEVICE)
        if a.continue_from:
            weights = torch.load(a.continue_from, map_location=DEVICE)
            self.model.take(weights.get("mean", weights))
        heads = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        self.rates = (a.rate, a.head_rate)
        groups = [
            {"params": p, "lr": r} for p, r in zip((self.model.encoder.parameters(), heads), self.rates, strict=True)
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.mean = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        self.epoch = self.steps = 0

    def step(self, loss: Tensor, done: float) -> None:
        """One step down the gradient, when so much of the stage is done: the rate falls with that, not with a number
        of steps, which nobody knows before the last epoch's windows are built."""
        share = min(1.0, (self.steps + 1) / 100) * max(0.02, 1 - done)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.steps += 1
        share = max(1 - STEADY, 9 / (9 + self.steps))
        for key, value in self.model.state_dict().items():
            if value.is_floating_point():
                self.mean[key].lerp_(value, share)

    def keep(self, file: Path) -> None:
        """Write what a later run goes on from."""
        parts = {k: getattr(self, k).state_dict() for k in ("model", "optimizer")}
        saved({**parts, "mean": self.mean, "epoch": self.epoch, "steps": self.steps}, file)

    def resume(self, file: Path) -> None:
        """Go on from what was kept."""
        state = torch.load(file, map_location=DEVICE)
        for key in ("model", "optimizer"):
            getattr(self, key).load_state_dict(state[key])
        self.mean, self.epoch, self.steps = state["mean"], state["epoch"], state["steps"]


def train(a: argparse.Namespace) -> None:
    """Run the stage's epochs, each with a printed line and a kept state; nothing where the same run has done it."""
    state, weights = a.out / f"state-{a.stage}.pt", a.out / f"reader-{a.stage}.pt"
    same_run(a.out / f"made-from-{a.stage}.json", (state, weights), made_from(a, _read(a)))
    if weights.exists():
        print(f"stage {a.stage}: already done ({weights})", flush=True)
        return
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    tokenizer, names = tokenizer_of(a.start), json.loads(a.names.read_text("utf-8"))
    run = Run(a)
    if state.exists():
        run.resume(state)
        print(f"stage {a.stage}: goes on after epoch {run.epoch}/{a.epochs}", flush=True)
    for epoch in range(run.epoch, a.epochs):
        print(f"stage {a.stage} epoch {epoch + 1}/{a.epochs}: building the windows", flush=True)
        _epoch(run, a, epoch_batches(a, tokenizer, names, epoch), epoch)
        run.keep(state)
    saved(run.mean, weights)


def _read(a: argparse.Namespace) -> dict[str, Sequence[Path]]:
    """What the stage reads, by the names under which it is told when that has changed."""
    sets = {name: [file] for name, file in files_of(a.data, a.without).items() if a.stage == 2 or name == "polnear"}
    own = {"the passages": a.passages, "the sentences": [a.sentences]} if a.stage == 2 else {}
    before = {"the weights before": [a.continue_from]} if a.continue_from else {}
    return {**own, **sets, **before, "the names": [a.names], "the encoder": [a.start]}


def _epoch(run: Run, a: argparse.Namespace, batches: Sequence[Batch], epoch: int) -> None:
    torch.manual_seed(a.seed * 1000 + epoch)
    run.model.train()
    progress, total = Progress(f"stage {a.stage} epoch {epoch + 1}/{a.epochs} step", len(batches)), 0.0
    chance = random.Random(a.seed + 7 * epoch)
    for number, batch in enumerate(batches):
        loss = batch_loss(run.model, batch, chance, {**WEIGHTS, "hidden": a.hidden})
        run.step(loss, (epoch + number / len(batches)) / a.epochs)
        total += loss.item()
        progress.step(f"loss {total / (number + 1):.4f}")
    mean, steps = total / max(1, len(batches)), len(batches)
    print(
        f"stage {a.stage} epoch {epoch + 1}/{a.epochs}: {steps} steps, loss {mean:.4f}, {progress.seconds:.0f}s",
        flush=True,
    )
    run.epoch = epoch + 1


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--start", type=Path, required=True, help="folder of the MiniLM weights")
    ap.add_argument("--data", type=Path, help="folder with polnear/, plv/ and ecbplus/, those that are not left out")
    ap.add_argument("--names", type=Path, required=True)
    ap.add_argument("--passages", type=Path, nargs="+", default=[FOLDER])
    ap.add_argument("--sentences", type=Path, default=SENTENCES)
    ap.add_argument("--out", type=Path, default=Path("build/training"))
    ap.add_argument("--stage", type=int, choices=(1, 2), default=1)
    ap.add_argument("--continue-from", type=Path)
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--rate", type=float, default=1e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--pieces", type=int, default=2048, help="padded word pieces in a batch")
    ap.add_argument("--beside", type=float, default=0.3, help="stage 2: PolNeAR windows for each window of our own")
    ap.add_argument("--without", nargs="*", default=[], choices=(*FILES, "links"))
    ap.add_argument("--hidden", type=float, default=0.0, help="share of the word pieces that are hidden at each step")
    ap.add_argument("--every", type=int, default=1, help="an epoch reads one story in so many, the next one others")
    ap.add_argument("--whole", nargs="*", default=[], help="passages that every epoch reads whole: files, or folders")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--seed", type=int, default=13)
    a = ap.parse_args()
    a.without = sorted(a.without)
    try:
        a.whole = whole_files(a.whole, a.passages)
        train(a)
    except DataError as fault:
        raise SystemExit(str(fault)) from None


if __name__ == "__main__":
    main()
