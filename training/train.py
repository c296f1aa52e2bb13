"""Train the reader: first on PolNeAR and the parser's names, then on our own passages with PolNeAR beside them.

`python -m training.train --start PACKAGE_MODEL --polnear FOLDER --names FILE --out FOLDER [--stage 1|2]`. It keeps a
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
import torch.nn.functional as F  # noqa: N812
from tokenizers import Tokenizer
from torch import Tensor

from rejoinder.models.windows import LIMIT, marks
from training.examples import IGNORED, OTHER_CONVENTIONS, Example, passage_examples, polnear_examples
from training.network import ROLES, TRIGGER_LABELS, Reader, encoder_of
from training.passages import FOLDER, load

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def tokenizer_of(package: Path) -> Tokenizer:
    """The encoder's tokenizer, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(package / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _padded(rows: list[list[int]] | list[tuple[int, ...]], width: int, fill: int) -> Tensor:
    return torch.tensor([[*r, *[fill] * (width - len(r))] for r in rows], device=DEVICE)


def _token_loss(logits: Tensor, examples: list[Example], field: str, width: int) -> Tensor:
    rows = [getattr(e, field) or [IGNORED] * len(e.window.ids) for e in examples]
    labels = _padded(rows, width, IGNORED)
    if not (labels != IGNORED).any():
        return logits.sum() * 0
    return F.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)


def _role_loss(model: Reader, states: Tensor, mask: Tensor, examples: list[Example]) -> Tensor:
    rows = [(n, h) for n, e in enumerate(examples) for h in e.heads]
    if not rows:
        return states.sum() * 0
    which = torch.tensor([n for n, _ in rows], device=DEVICE)
    at = torch.tensor([h.at for _, h in rows], device=DEVICE)
    logits, modality, holder = model.roles(states[which], at)
    target = torch.zeros(logits.shape, device=DEVICE)
    asked = torch.zeros(logits.shape, device=DEVICE)
    for r, (_, head) in enumerate(rows):
        for role, pieces in head.roles.items():
            column = ROLES.index(role)
            asked[r, :, column] = 1.0
            target[r, pieces, column] = 1.0
    asked = asked * mask[which][:, :, None]
    loss = F.binary_cross_entropy_with_logits(logits.float(), target, reduction="none")
    total = 12.0 * (loss * asked).sum() / asked.sum().clamp(min=1)
    for values, field in ((modality, "modality"), (holder, "holder")):
        labels = torch.tensor([getattr(h, field) for _, h in rows], device=DEVICE)
        if (labels != IGNORED).any():
            total = total + 0.3 * F.cross_entropy(values.float(), labels, ignore_index=IGNORED)
    return total


def batch_loss(model: Reader, examples: list[Example]) -> Tensor:
    """The weighted sum of all heads' losses on one batch."""
    width = max(len(e.window.ids) for e in examples)
    ids = _padded([e.window.ids for e in examples], width, 0)
    cases = _padded([e.window.cases for e in examples], width, 0)
    mask = _padded([[1] * len(e.window.ids) for e in examples], width, 0)
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        states, cue, trigger, name = model.tokens(ids, cases, mask)
        loss = 4.0 * _token_loss(cue, examples, "cues", width) + 1.0 * _token_loss(name, examples, "names", width)
        loss = loss + 10.0 * _token_loss(trigger, examples, "triggers", width)
        return loss + _role_loss(model, states, mask, examples)


def batches(examples: list[Example], pieces: int, chance: random.Random) -> list[list[Example]]:
    """Batches of like lengths and at most `pieces` padded pieces, in random order."""
    examples = sorted(examples, key=lambda e: (len(e.window.ids), chance.random()))
    out: list[list[Example]] = [[]]
    for example in examples:
        if (len(out[-1]) + 1) * len(example.window.ids) > pieces:
            out.append([])
        out[-1].append(example)
    out = [b for b in out if b]
    chance.shuffle(out)
    return out


def epoch_examples(a: argparse.Namespace, tokenizer: Tokenizer, names: dict, epoch: int) -> list[Example]:
    """The examples of one epoch; which windows and joins, follows from the seed and the epoch."""
    chance = random.Random(a.seed * 1000 + a.stage * 100 + epoch)
    limit = chance.choice((96, 128, 160, LIMIT))
    ours, theirs = marks(tokenizer), marks(tokenizer, OTHER_CONVENTIONS)
    file = a.polnear / "train.jsonl"
    if a.stage == 1:
        lines = file.read_text("utf-8").splitlines()
        return polnear_examples(tokenizer, lines, names, lambda: chance.choice((ours, theirs)), limit)
    passages = load(a.passages)
    kept = [p for n, p in enumerate(passages) if n % 10 != 9] if a.hold_out else passages
    examples = passage_examples(tokenizer, kept, names, chance)
    examples += passage_examples(tokenizer, kept, names, chance)
    lines = file.read_text("utf-8").splitlines()
    wanted = int(a.beside * len(examples))
    some = chance.sample(lines, min(len(lines), wanted // 3 + 1))
    return examples + polnear_examples(tokenizer, some, names, lambda: theirs, limit)[:wanted]


def _report(where: str, loss: float, began: float) -> None:
    print(f"{where} loss {loss:.4f} {time.monotonic() - began:.0f}s", flush=True)


def train(a: argparse.Namespace) -> None:
    """Run the stage's epochs, each with a printed line and a kept state."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    tokenizer, names = tokenizer_of(a.start), json.loads(a.names.read_text())
    model = Reader(encoder_of(a.start)).to(DEVICE)
    if a.continue_from:
        weights = torch.load(a.continue_from, map_location=DEVICE)
        model.load_state_dict(weights.get("model", weights))
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": model.encoder.parameters(), "lr": a.rate}, {"params": heads, "lr": a.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    print("building the windows", flush=True)
    plan = [
        batches(epoch_examples(a, tokenizer, names, e), a.pieces, random.Random(a.seed + e)) for e in range(a.epochs)
    ]
    steps, done, first = sum(map(len, plan)), 0, 0
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / 100) * max(0.0, 1 - s / steps))
    state_file = a.out / f"state-{a.stage}.pt"
    if state_file.exists():
        state = torch.load(state_file, map_location=DEVICE)
        for thing, key in ((model, "model"), (optimizer, "optimizer"), (schedule, "schedule")):
            thing.load_state_dict(state[key])
        first = state["epoch"]
        done = sum(map(len, plan[:first]))
    for epoch in range(first, a.epochs):
        model.train()
        began, total = time.monotonic(), 0.0
        for number, batch in enumerate(plan[epoch], 1):
            loss = batch_loss(model, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            done += 1
            if number % 50 == 0:
                _report(f"stage {a.stage} epoch {epoch + 1} step {done}/{steps}", total / number, began)
        _report(f"stage {a.stage} epoch {epoch + 1}", total / len(plan[epoch]), began)
        a.out.mkdir(parents=True, exist_ok=True)
        torch.save(
            {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch + 1,
            },
            state_file,
        )
    torch.save(model.state_dict(), a.out / f"reader-{a.stage}.pt")


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--start", type=Path, required=True, help="folder of the MiniLM weights")
    ap.add_argument("--polnear", type=Path, required=True)
    ap.add_argument("--names", type=Path, required=True)
    ap.add_argument("--passages", type=Path, default=FOLDER)
    ap.add_argument("--out", type=Path, default=Path("build/training"))
    ap.add_argument("--stage", type=int, choices=(1, 2), default=1)
    ap.add_argument("--continue-from", type=Path)
    ap.add_argument("--epochs", type=int, default=2)
    ap.add_argument("--rate", type=float, default=1e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--pieces", type=int, default=2048, help="padded word pieces in a batch")
    ap.add_argument("--beside", type=float, default=0.5, help="stage 2: PolNeAR windows for each window of our own")
    ap.add_argument("--hold-out", action="store_true", help="leave out every tenth passage, to measure on")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--seed", type=int, default=13)
    train(ap.parse_args())


if __name__ == "__main__":
    assert len(TRIGGER_LABELS) == 27
    main()
