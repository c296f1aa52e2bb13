"""The reader's network: one encoder; token heads for cues, triggers and names; a role head for one cue, trigger or
mention at a time; a head for two triggers; and one for what a sentence's source does to its target."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.annotated import KINDS, MODALITIES
from training.dropout import Dropout, cheap
from training.sentences import CLASSES

CUE_LABELS = ("O", "B", "I")
TRIGGER_LABELS = ("O", *KINDS, "I")
NAME_LABELS = ("O", *(f"{p}-{t}" for t in ("person", "organisation", "place", "demonym") for p in "BI"))
ROLES = ("source", "content", "actor", "recipient", "anchor", "referent", "principal", "answered")
"""Of a cue: source and content. Of a trigger: actor, recipient, anchor, and the triggers of what it answers. Of a
mention: the name it stands for, and the words for whom that one acts."""
PAIRS = ("same", "answers", "clash")
"""Of two triggers: they tell the same event, the first answers the second, both cannot be true."""
DEED_FROM = 4
"""What is done to whom is read by layers of its own above this many of the encoder's."""
FAR = 64
"""Distances between trigger and piece are clipped here."""


def encoder_of(package: Path) -> BertModel:
    """The published MiniLM encoder, its segment embedding widened to three letter cases."""
    config = BertConfig(**json.loads((package / "config.json").read_text()))
    config.attention_probs_dropout_prob = 0.0  # a quarter faster on a CPU, and no worse
    model = BertModel(config, add_pooling_layer=False)
    model.set_attn_implementation("eager")  # its way back takes half the time of the fused one's on a CPU
    state = {k.removeprefix("bert."): v for k, v in load_file(package / "model.safetensors").items()}
    state.pop("embeddings.position_ids", None)
    model.load_state_dict({k: v for k, v in state.items() if not k.startswith("pooler")}, strict=False)
    old = model.embeddings.token_type_embeddings.weight.data
    wide = nn.Embedding(3, config.hidden_size)
    wide.weight.data.copy_(old[:1].repeat(3, 1))
    model.embeddings.token_type_embeddings = wide
    model.config.type_vocab_size = 3
    cheap(model)
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

    def forward(self, states: Tensor, heads: list[list[int]]) -> tuple[Tensor, Tensor, Tensor]:
        """`states` (windows, pieces, hidden), `heads` the pieces that are asked about in each window. Returns (heads,
        pieces, roles), (heads, modalities), (heads, 2), the heads in order.

        What belongs to the pieces is computed once for all heads of a window.
        """
        pieces = self.piece(states)
        places = torch.arange(states.shape[1], device=states.device)
        out, own = [], []
        for window, at in enumerate(heads):
            if not at:
                continue
            where = torch.tensor(at, device=states.device)
            state = states[window].index_select(0, where)
            steps = (places[None, :] - where[:, None]).clamp(-FAR, FAR) + FAR
            piece = pieces[window][None] + self.distance(steps)
            head = self.head(state)[:, None, :]
            mixed = torch.relu(self.mix(torch.cat([head * piece, torch.relu(head + piece)], dim=-1)))
            out.append(self.out(mixed))
            own.append(state)
        state = torch.cat(own)
        return torch.cat(out), self.modality(state), self.holder(state)


class Pairs(nn.Module):
    """How two triggers stand to each other: each leaves a trace, and two traces are compared."""

    def __init__(self, hidden: int, width: int = 128) -> None:
        super().__init__()
        self.first = nn.Linear(hidden, width)
        self.mix = nn.Linear(4 * width, width)
        self.out = nn.Linear(width, len(PAIRS))

    def trace(self, states: Tensor) -> Tensor:
        """(rows, hidden) to (rows, width), each number between -1 and 1."""
        return torch.tanh(self.first(states))

    def forward(self, one: Tensor, other: Tensor) -> Tensor:
        """Two (pairs, width) of traces. Returns (pairs, PAIRS)."""
        return self.out(torch.relu(self.mix(torch.cat([one, other, one * other, (one - other).abs()], dim=-1))))


class Deed(nn.Module):
    """The PLOVER class of what a sentence says that its source does to its target."""

    def __init__(self, hidden: int, width: int = 192) -> None:
        super().__init__()
        self.mix = nn.Linear(3 * hidden, width)
        self.drop = Dropout(0.2)
        self.out = nn.Linear(width, len(CLASSES))

    def forward(self, places: Tensor) -> Tensor:
        """(rows, 3, hidden): the states of the first mark, the source's mark and the target's. Returns (rows,
        CLASSES)."""
        return self.out(self.drop(torch.relu(self.mix(places.flatten(1)))))


class Reader(nn.Module):
    """The whole network; `tokens` is the one pass over a batch of windows, `roles` is asked once for each cue and
    trigger."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        hidden = encoder.config.hidden_size
        self.encoder = encoder
        self.drop = Dropout(0.1)
        self.cue = nn.Linear(hidden, len(CUE_LABELS))
        self.trigger = nn.Linear(hidden, len(TRIGGER_LABELS))
        self.name = nn.Linear(hidden, len(NAME_LABELS))
        self.roles = Roles(hidden)
        self.pairs = Pairs(hidden)
        self.deed = Deed(hidden)
        self.deed_layers = nn.ModuleList(copy.deepcopy(layer) for layer in encoder.encoder.layer[DEED_FROM:])

    def tokens(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """States (batch, pieces, hidden) and the logits of cues, triggers and names."""
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=cases).last_hidden_state
        dropped = self.drop(states)
        return states, self.cue(dropped), self.trigger(dropped), self.name(dropped)

    def middle(self, ids: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """The states from which the deed layers go on, (batch, pieces, hidden)."""
        read = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=cases, output_hidden_states=True)
        return read.hidden_states[DEED_FROM]

    def deeds(self, middle: Tensor, mask: Tensor, at: Tensor) -> Tensor:
        """From middle states, `mask` (batch, pieces; 1 where there is a piece) and the places of the three marks
        (batch, 3) to (batch, CLASSES)."""
        away = (1.0 - mask[:, None, None, :].to(middle.dtype)) * torch.finfo(middle.dtype).min
        for layer in self.deed_layers:
            read = layer(middle, away)
            middle = read[0] if isinstance(read, tuple) else read
        return self.deed(middle[torch.arange(len(at), device=at.device)[:, None], at])

    def take(self, state: dict[str, Tensor]) -> None:
        """Load weights of this network or of an earlier one: what has grown keeps its first rows, what is new its
        random ones."""
        own = self.state_dict()
        for name, value in state.items():
            if own[name].shape == value.shape:
                own[name] = value
            else:
                own[name][: value.shape[0]] = value
        self.load_state_dict(own)
