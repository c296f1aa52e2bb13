"""Windows that are read together, to learn how their triggers stand to each other: the reports of one story, and
documents of one topic of ECB+."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, permutations

from tokenizers import Tokenizer

from rejoinder.models.windows import marks, windows
from training.annotated import Passage
from training.examples import Example, Named, inside, joined, lines_of
from training.network import PAIRS

MOST_PAIRS = 600
OWN_MARK = "[unused10]"
"""First mark of windows that are read for events of any sort, not for diplomatic acts."""


@dataclass(slots=True, kw_only=True)
class Group:
    """Windows read together; `labels` are those of PAIRS that are known here, `answers` and `clashes` pairs of
    events."""

    examples: list[Example]
    labels: tuple[str, ...] = PAIRS
    answers: set[tuple[str, str]] = field(default_factory=set)
    clashes: set[tuple[str, str]] = field(default_factory=set)

    def pairs(self, chance: random.Random) -> list[tuple[tuple[int, int], tuple[int, int], list[float]]]:
        """Ordered pairs of (window, piece), and for each label whether it holds; what holds nothing only in part."""
        acts = [((n, at), event) for n, e in enumerate(self.examples) for at, event in e.acts]
        holding, idle = [], []
        for (one, a), (other, b) in permutations(acts, 2):
            known = {
                "same": a == b,
                "answers": (a, b) in self.answers,
                "clash": (a, b) in self.clashes or (b, a) in self.clashes,
            }
            row = [float(known[label]) for label in PAIRS]
            (holding if any(row) else idle).append((one, other, row))
        chance.shuffle(idle)
        chance.shuffle(holding)
        return holding[:MOST_PAIRS] + idle[: max(40, 3 * len(holding), MOST_PAIRS - len(holding))]


def story_groups(
    tokenizer: Tokenizer, passages: Sequence[Passage], names: dict[str, list[Named]], chance: random.Random, pieces: int
) -> Iterator[Group]:
    """Every passage once: whole stories, and stories together until a group has about so many pieces."""
    stories = [list(g) for _, g in groupby(passages, key=lambda p: p.story)]
    chance.shuffle(stories)
    open_group = Group(examples=[])
    for story in stories:
        made = [e for passage in story for e in joined(tokenizer, [passage], names)]
        size = sum(len(e.window.ids) for e in (*open_group.examples, *made))
        if open_group.examples and size > pieces:
            yield open_group
            open_group = Group(examples=[])
        open_group.examples += made
        for passage in story:
            full = lambda event, s=passage.story: f"{s} {event}"  # noqa: E731
            open_group.answers |= {(full(a.answer), full(a.to)) for a in passage.answers}
            open_group.clashes |= {(full(a), full(b)) for a, b in passage.clashes}
    if open_group.examples:
        yield open_group


def event_examples(tokenizer: Tokenizer, row: dict) -> list[Example]:
    """The windows of one document of ECB+ with its gold mentions of events."""
    out = []
    for window in windows(tokenizer, row["text"], lines_of(row["text"]), marks(tokenizer, OWN_MARK)):
        example = Example(window=window)
        for mention in row["mentions"]:
            pieces = inside(window, mention["spans"]) if mention["kind"] == "event" else []
            if pieces:
                example.acts.append((pieces[0], mention["chain"]))
        out.append(example)
    return out


def topic_groups(tokenizer: Tokenizer, lines: Sequence[str], chance: random.Random, size: int) -> Iterator[Group]:
    """Groups of `size` documents of one topic, each document once."""
    rows = sorted(map(json.loads, lines), key=lambda r: (r["topic"], r["doc_id"]))
    for _, found in groupby(rows, key=lambda r: r["topic"]):
        documents = list(found)
        chance.shuffle(documents)
        for at in range(0, len(documents), size):
            some = documents[at : at + size]
            yield Group(examples=[e for d in some for e in event_examples(tokenizer, d)], labels=("same",))
