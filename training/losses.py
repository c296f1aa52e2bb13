"""The losses of all heads on one batch."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from training.deeds import DeedExample
from training.examples import IGNORED, Example
from training.groups import Group
from training.network import PAIRS, ROLES, Reader

MASKED = 103
"""The id of the encoder's `[MASK]`; its other marks have lower ones."""
Batch = list[Example] | Group | list[DeedExample]


def batch_loss(model: Reader, batch: Batch, chance: random.Random, weights: dict[str, float]) -> Tensor:
    """The weighted sum of the losses of the heads that the batch has labels for."""
    device = next(model.parameters()).device
    with torch.autocast(device.type, dtype=torch.bfloat16):
        if isinstance(batch, Group):
            loss, states = _reading_loss(model, batch.examples, weights)
            return loss + weights["pairs"] * _pair_loss(model, states, batch, chance)
        if isinstance(batch[0], DeedExample):
            return weights["deed"] * _deed_loss(model, batch)  # type: ignore[arg-type]
        return _reading_loss(model, batch, weights)[0]  # type: ignore[arg-type]


def _width(lengths: Iterable[int]) -> int:
    """The longest, up to a multiple of sixteen: few shapes are prepared once and used again."""
    return -(-max(lengths) // 16) * 16


def _padded(rows: Sequence[Sequence[int]], width: int, fill: int, device: torch.device) -> Tensor:
    return torch.tensor([[*r, *[fill] * (width - len(r))] for r in rows], device=device)


def _reading_loss(model: Reader, examples: list[Example], weights: dict[str, float]) -> tuple[Tensor, Tensor]:
    """The losses of cues, triggers, names and roles, and the states of the windows."""
    device = next(model.parameters()).device
    width = _width(len(e.window.ids) for e in examples)
    ids = _padded([e.window.ids for e in examples], width, 0, device)
    cases = _padded([e.window.cases for e in examples], width, 0, device)
    mask = _padded([[1] * len(e.window.ids) for e in examples], width, 0, device)
    states, cue, trigger, name = model.tokens(_partly_hidden(ids, weights.get("hidden", 0.0)), cases, mask)
    loss = _role_loss(model, states, examples)
    for logits, field in ((cue, "cues"), (trigger, "triggers"), (name, "names")):
        loss = loss + weights[field] * _token_loss(logits, examples, field, width)
    return loss, states


def _partly_hidden(ids: Tensor, share: float) -> Tensor:
    """The pieces with that share of them replaced by the encoder's mask, so that no reading hangs on one word; marks
    stay."""
    hidden = (torch.rand(ids.shape, device=ids.device) < share) & (ids > MASKED)
    return ids.masked_fill(hidden, MASKED)


def _token_loss(logits: Tensor, examples: list[Example], field: str, width: int) -> Tensor:
    rows = [getattr(e, field) or [IGNORED] * len(e.window.ids) for e in examples]
    labels = _padded(rows, width, IGNORED, logits.device)
    if not (labels != IGNORED).any():
        return logits.sum() * 0
    return F.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)


def _role_loss(model: Reader, states: Tensor, examples: list[Example]) -> Tensor:
    rows = [(n, h) for n, e in enumerate(examples) for h in e.heads]
    if not rows:
        return states.sum() * 0
    device = states.device
    logits, modality, holder = model.roles(states, [[h.at for h in e.heads] for e in examples])
    asked, target = (np.zeros(logits.shape, np.float32) for _ in range(2))
    for r, (window, head) in enumerate(rows):
        for role, pieces in head.roles.items():
            column = ROLES.index(role)
            asked[r, : len(examples[window].window.ids), column] = 1.0
            target[r, pieces, column] = 1.0
    asked, target = torch.from_numpy(asked).to(device), torch.from_numpy(target).to(device)
    loss = F.binary_cross_entropy_with_logits(logits.float(), target, reduction="none")
    total = 12.0 * (loss * asked).sum() / asked.sum().clamp(min=1)
    for values, field in ((modality, "modality"), (holder, "holder")):
        labels = torch.tensor([getattr(h, field) for _, h in rows], device=device)
        if (labels != IGNORED).any():
            total = total + 0.3 * F.cross_entropy(values.float(), labels, ignore_index=IGNORED)
    return total


def _pair_loss(model: Reader, states: Tensor, group: Group, chance: random.Random) -> Tensor:
    pairs = group.pairs(chance)
    if not pairs:
        return states.sum() * 0
    one, other = (states[[p[side][0] for p in pairs], [p[side][1] for p in pairs]] for side in (0, 1))
    target = torch.tensor([p[2] for p in pairs], device=states.device)
    known = torch.tensor([float(label in group.labels) for label in PAIRS], device=states.device)
    loss = F.binary_cross_entropy_with_logits(
        model.pairs(model.pairs.trace(one), model.pairs.trace(other)).float(), target, reduction="none"
    )
    return ((loss * known).sum(dim=0) / loss.shape[0]).sum()


def _deed_loss(model: Reader, batch: list[DeedExample]) -> Tensor:
    device = next(model.parameters()).device
    width = _width(len(e.sentence.ids) for e in batch)
    ids = _padded([e.sentence.ids for e in batch], width, 0, device)
    cases = _padded([e.sentence.cases for e in batch], width, 0, device)
    mask = _padded([[1] * len(e.sentence.ids) for e in batch], width, 0, device)
    states = model.tokens(ids, cases, mask)[0]
    rows = torch.arange(len(batch), device=device)[:, None]
    places = states[rows, torch.tensor([e.sentence.at for e in batch], device=device)]
    labels = torch.tensor([e.label for e in batch], device=device)
    return F.cross_entropy(model.deed(places).float(), labels, label_smoothing=0.05)
