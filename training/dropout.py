"""Dropout whose chance is cheap on a CPU, where drawing it number by number takes a tenth of a training step."""

from __future__ import annotations

import torch
from torch import Tensor, nn

STEPS = 256
"""A byte of chance decides over each number: shares are whole parts of this."""


class Dropout(nn.Dropout):
    """`nn.Dropout` with `p` rounded to 1/256; each drawn integer of eight bytes serves eight numbers."""

    def forward(self, states: Tensor) -> Tensor:
        """The states, a share of them zero and the others grown so that the mean stays; as they are outside of
        training."""
        below = round(self.p * STEPS)
        if not self.training or below == 0:
            return states
        count = states.numel()
        drawn = torch.empty(-(-count // 8), dtype=torch.int64, device=states.device).random_(-(2**63), None)
        kept = drawn.view(torch.uint8)[:count].view(states.shape) >= below
        return states * (kept.to(states.dtype) * (STEPS / (STEPS - below)))


def cheap(module: nn.Module) -> nn.Module:
    """The module, each dropout within it replaced by one of this kind."""
    for name, part in module.named_children():
        if type(part) is nn.Dropout:
            setattr(module, name, Dropout(part.p))
        else:
            cheap(part)
    return module
