"""The reader's network: one encoder, token heads for cues, triggers and names, and a role head for one cue or trigger
at a time."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.passages import KINDS, MODALITIES

CUE_LABELS = ("O", "B", "I")
TRIGGER_LABELS = ("O", *KINDS, "I")
NAME_LABELS = ("O", *(f"{p}-{t}" for t in ("person", "organisation", "place", "demonym") for p in "BI"))
ROLES = ("source", "content", "actor", "recipient", "anchor")
FAR = 64
"""Distances between trigger and piece are clipped here."""


def encoder_of(package: Path) -> BertModel:
    """The published MiniLM encoder, its segment embedding widened to three letter cases."""
    config = BertConfig(**json.loads((package / "config.json").read_text()))
    model = BertModel(config, add_pooling_layer=False)
    state = {k.removeprefix("bert."): v for k, v in load_file(package / "model.safetensors").items()}
    state.pop("embeddings.position_ids", None)
    model.load_state_dict({k: v for k, v in state.items() if not k.startswith("pooler")}, strict=False)
    old = model.embeddings.token_type_embeddings.weight.data
    wide = nn.Embedding(3, config.hidden_size)
    wide.weight.data.copy_(old[:1].repeat(3, 1))
    model.embeddings.token_type_embeddings = wide
    model.config.type_vocab_size = 3
    return model


class Roles(nn.Module):
    """For one cue or trigger: the score of each piece in each role, and the trigger's modality and holder."""

    def __init__(self, hidden: int, width: int = 192) -> None:
        super().__init__()
        self.head = nn.Linear(hidden, width)
        self.piece = nn.Linear(hidden, width)
        self.distance = nn.Embedding(2 * FAR + 1, width)
        self.mix = nn.Linear(2 * width, width)
        self.out = nn.Linear(width, len(ROLES))
        self.modality = nn.Linear(hidden, len(MODALITIES))
        self.holder = nn.Linear(hidden, 2)

    def forward(self, states: Tensor, at: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`states` (n, pieces, hidden), one row a head; `at` (n,) its piece. Returns (n, pieces, roles), (n,
        modalities), (n, 2)."""
        rows = torch.arange(states.shape[0], device=states.device)
        head_state = states[rows, at]
        head = self.head(head_state)[:, None, :]
        steps = torch.arange(states.shape[1], device=states.device)[None, :] - at[:, None]
        piece = self.piece(states) + self.distance(steps.clamp(-FAR, FAR) + FAR)
        mixed = torch.relu(self.mix(torch.cat([head * piece, torch.relu(head + piece)], dim=-1)))
        return self.out(mixed), self.modality(head_state), self.holder(head_state)


class Reader(nn.Module):
    """The whole network; `tokens` is the one pass over a batch of windows, `roles` is asked once for each cue and
    trigger."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        hidden = encoder.config.hidden_size
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(hidden, len(CUE_LABELS))
        self.trigger = nn.Linear(hidden, len(TRIGGER_LABELS))
        self.name = nn.Linear(hidden, len(NAME_LABELS))
        self.roles = Roles(hidden)

    def tokens(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """States (batch, pieces, hidden) and the logits of cues, triggers and names."""
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=cases).last_hidden_state
        dropped = self.drop(states)
        return states, self.cue(dropped), self.trigger(dropped), self.name(dropped)
