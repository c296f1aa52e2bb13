"""Train the reader: first on PolNeAR and the parser's names, then on our own passages with the other sets beside them.

`python -m training.train --start PACKAGE_MODEL --data FOLDER --names FILE --out FOLDER [--stage 1|2]`. It keeps a
state after every epoch and goes on from it after an interruption. Seeded; on a CPU it computes in bfloat16 where it
can.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.losses import batch_loss
from training.mixture import epoch_batches
from training.network import Reader, encoder_of
from training.passages import FOLDER

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


def _report(where: str, loss: float, began: float) -> None:
    print(f"{where} loss {loss:.4f} {time.monotonic() - began:.0f}s", flush=True)


class Run:
    """One stage: the network, its optimiser, and the running mean of the weights."""

    def __init__(self, a: argparse.Namespace, steps: int) -> None:
        self.model = Reader(encoder_of(a.start)).to(DEVICE)
        if a.continue_from:
            weights = torch.load(a.continue_from, map_location=DEVICE)
            self.model.take(weights.get("mean", weights))
        heads = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        groups = [{"params": self.model.encoder.parameters(), "lr": a.rate}, {"params": heads, "lr": a.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        rate = lambda s: min(1.0, (s + 1) / 100) * max(0.02, 1 - s / steps)  # noqa: E731
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, rate)
        self.mean = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        self.epoch = self.steps = 0

    def step(self, loss: Tensor) -> None:
        """One step down the gradient."""
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.steps += 1
        share = max(1 - STEADY, 9 / (9 + self.steps))
        for key, value in self.model.state_dict().items():
            if value.is_floating_point():
                self.mean[key].lerp_(value, share)

    def keep(self, file: Path) -> None:
        """Write what a later run goes on from."""
        parts = {k: getattr(self, k).state_dict() for k in ("model", "optimizer", "schedule")}
        beside = file.with_suffix(".part")
        torch.save({**parts, "mean": self.mean, "epoch": self.epoch, "steps": self.steps}, beside)
        beside.replace(file)

    def resume(self, file: Path) -> None:
        """Go on from what was kept."""
        state = torch.load(file, map_location=DEVICE)
        for key in ("model", "optimizer", "schedule"):
            getattr(self, key).load_state_dict(state[key])
        self.mean, self.epoch, self.steps = state["mean"], state["epoch"], state["steps"]


def train(a: argparse.Namespace) -> None:
    """Run the stage's epochs, each with a printed line and a kept state."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    tokenizer, names = tokenizer_of(a.start), json.loads(a.names.read_text())
    print("building the windows", flush=True)
    plan = [epoch_batches(a, tokenizer, names, e) for e in range(a.epochs)]
    steps = sum(map(len, plan))
    run = Run(a, steps)
    a.out.mkdir(parents=True, exist_ok=True)
    state = a.out / f"state-{a.stage}.pt"
    if state.exists():
        run.resume(state)
    done = sum(map(len, plan[: run.epoch]))
    for epoch in range(run.epoch, a.epochs):
        run.model.train()
        began, total, chance = time.monotonic(), 0.0, random.Random(a.seed + 7 * epoch)
        for number, batch in enumerate(plan[epoch], 1):
            loss = batch_loss(run.model, batch, chance, {**WEIGHTS, "hidden": a.hidden})
            run.step(loss)
            total += loss.item()
            done += 1
            if number % 50 == 0:
                _report(f"stage {a.stage} epoch {epoch + 1} step {done}/{steps}", total / number, began)
        _report(f"stage {a.stage} epoch {epoch + 1}", total / max(1, len(plan[epoch])), began)
        run.epoch = epoch + 1
        run.keep(state)
    torch.save(run.mean, a.out / f"reader-{a.stage}.pt")


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--start", type=Path, required=True, help="folder of the MiniLM weights")
    ap.add_argument("--data", type=Path, required=True, help="folder with polnear/, plv/ and ecbplus/")
    ap.add_argument("--names", type=Path, required=True)
    ap.add_argument("--passages", type=Path, default=FOLDER)
    ap.add_argument("--out", type=Path, default=Path("build/training"))
    ap.add_argument("--stage", type=int, choices=(1, 2), default=1)
    ap.add_argument("--continue-from", type=Path)
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--rate", type=float, default=1e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--pieces", type=int, default=2048, help="padded word pieces in a batch")
    ap.add_argument("--beside", type=float, default=0.3, help="stage 2: PolNeAR windows for each window of our own")
    ap.add_argument("--without", nargs="*", default=[], choices=("polnear", "plv", "ecbplus", "links"))
    ap.add_argument("--hidden", type=float, default=0.0, help="share of the word pieces that are hidden at each step")
    ap.add_argument("--every", type=int, default=1, help="an epoch reads one story in so many, the next one others")
    ap.add_argument("--whole", nargs="*", default=[], help="files of passages that every epoch reads whole")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--seed", type=int, default=13)
    train(ap.parse_args())


if __name__ == "__main__":
    main()
