"""Train the layers that tell what one does to another, over a reader whose other weights stay as they are.

`python -m training.tower --weights READER --start PACKAGE_MODEL --data FOLDER --out FILE`: the last layers of the
reader are copied and trained on PLV, our own sentences and our own moves. Seeded.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from training.deeds import DeedExample, own_deeds, plv_deeds, sentence_deeds
from training.faults import DataError
from training.made_from import made_from, same_run
from training.network import DEED_FROM, Reader, encoder_of
from training.passages import FOLDER, load
from training.progress import Progress
from training.public_sets import files_of, rows_of
from training.sentences import FOLDER as SENTENCES
from training.sentences import own_sentences
from training.train import saved, tokenizer_of

TOGETHER = 32
OWN_MOVES = 1500
RATES = (1e-4, 5e-4)
"""Of the layers and of the head."""
Known = tuple[Tensor, tuple[int, int, int], int]
"""The middle states of a sentence, the places of its marks, and its class."""


def known(reader: Reader, examples: Sequence[DeedExample]) -> list[Known]:
    """The middle states of each sentence, computed once: what is below does not change."""
    out: list[Known] = []
    progress = Progress("deeds, batches of sentences read", -(-len(examples) // TOGETHER))
    for at in range(0, len(examples), TOGETHER):
        some = [e.sentence for e in examples[at : at + TOGETHER]]
        width = max(len(s.ids) for s in some)
        pad = lambda rows, width=width: torch.tensor([[*r, *[0] * (width - len(r))] for r in rows])  # noqa: E731
        with torch.no_grad():
            middle = reader.middle(
                pad([s.ids for s in some]), pad([s.cases for s in some]), pad([[1] * len(s.ids) for s in some])
            )
        for n, sentence in enumerate(some):
            out.append((middle[n, : len(sentence.ids)].clone(), sentence.at, examples[at + n].label))
        progress.step()
    return out


def logits(reader: Reader, batch: Sequence[Known]) -> Tensor:
    """(batch, CLASSES)."""
    width = max(len(states) for states, _, _ in batch)
    middle, mask = torch.zeros(len(batch), width, batch[0][0].shape[1]), torch.zeros(len(batch), width)
    for n, (states, _, _) in enumerate(batch):
        middle[n, : len(states)], mask[n, : len(states)] = states, 1.0
    return reader.deeds(middle, mask, torch.tensor([at for _, at, _ in batch]))


def fit(reader: Reader, examples: Sequence[Known], epochs: int, chance: random.Random) -> None:
    """Train layers and head; the lengths in a batch are alike."""
    parts = (reader.deed_layers, reader.deed)
    optimizer = torch.optim.AdamW(
        [{"params": p.parameters(), "lr": r} for p, r in zip(parts, RATES, strict=True)], weight_decay=0.05, fused=True
    )
    plan = [batch for _ in range(epochs) for batch in _batches(examples, chance)]
    rate = lambda step: min(1.0, (step + 1) / 30) * max(0.02, 1 - step / len(plan))  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    for part in parts:
        part.train()
    progress, total = Progress("deeds step", len(plan)), 0.0
    for step, batch in enumerate(plan, 1):
        loss = F.cross_entropy(logits(reader, batch), torch.tensor([c for _, _, c in batch]), label_smoothing=0.1)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_([p for part in parts for p in part.parameters()], 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        progress.step(f"loss {total / step:.3f}")
    print(f"deeds: {len(plan)} steps, loss {total / max(1, len(plan)):.3f}, {progress.seconds:.0f}s", flush=True)
    reader.eval()


def _batches(examples: Sequence[Known], chance: random.Random) -> list[list[Known]]:
    order = sorted(range(len(examples)), key=lambda n: (len(examples[n][0]) // 8, chance.random()))
    out = [[examples[n] for n in order[at : at + TOGETHER]] for at in range(0, len(order), TOGETHER)]
    chance.shuffle(out)
    return out


def tower(a: argparse.Namespace) -> None:
    """Train the layers and keep the whole reader; nothing where the same run has done it."""
    read = {"the passages": a.passages, "the sentences": [a.sentences], "the weights before": [a.weights]}
    sets = {name: [file] for name, file in files_of(a.data, a.without).items() if name == "plv"}
    made = made_from(a, {**read, **sets, "the encoder": [a.start]})
    same_run(a.out.with_name(f"made-from-{a.out.stem}.json"), (a.out,), made)
    if a.out.exists():
        print(f"deeds: already done ({a.out})", flush=True)
        return
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    chance = random.Random(a.seed)
    tokenizer, reader = tokenizer_of(a.start), Reader(encoder_of(a.start))
    weights = torch.load(a.weights, map_location="cpu")
    reader.take(weights.get("mean", weights))
    reader.deed_layers.load_state_dict(reader.encoder.encoder.layer[DEED_FROM:].state_dict())
    reader.eval()
    plv = [] if "plv" in a.without else known(reader, plv_deeds(tokenizer, rows_of(a.data, "plv")))
    own = sentence_deeds(tokenizer, own_sentences(a.sentences))
    own += own_deeds(tokenizer, load(*a.passages), chance, OWN_MOVES)
    for layer in reader.deed_layers:
        for part in layer.modules():
            if isinstance(part, nn.Dropout):
                part.p = 0.1
    fit(reader, [*plv, *plv, *known(reader, own)], a.epochs, chance)
    saved(reader.state_dict(), a.out)


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--weights", type=Path, required=True)
    ap.add_argument("--start", type=Path, required=True)
    ap.add_argument("--data", type=Path, help="folder with plv/, where that is not left out")
    ap.add_argument("--passages", type=Path, nargs="+", default=[FOLDER])
    ap.add_argument("--sentences", type=Path, default=SENTENCES)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--without", nargs="*", default=[], choices=("plv",))
    ap.add_argument("--epochs", type=int, default=6)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--seed", type=int, default=13)
    try:
        tower(ap.parse_args())
    except DataError as fault:
        raise SystemExit(str(fault)) from None


if __name__ == "__main__":
    main()
