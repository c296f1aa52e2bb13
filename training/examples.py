"""Windows with their labels, from the passages, from PolNeAR, and names from a parser."""

from __future__ import annotations

import json
import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from rejoinder.models.windows import Marks, Window, marks, windows
from rejoinder.types.span import Span
from training.annotated import MODALITIES, ActSpan, Offsets, Passage
from training.network import CUE_LABELS, NAME_LABELS, TRIGGER_LABELS

OTHER_CONVENTIONS = "[unused1]"
"""First mark of windows that follow PolNeAR's conventions instead of ours."""
IGNORED = -100
Named = tuple[int, int, str]


@dataclass(slots=True, kw_only=True)
class Head:
    """One cue or trigger in a window: its piece, which roles it asks for, and the pieces that fill them."""

    at: int
    roles: dict[str, list[int]]
    modality: int = IGNORED
    holder: int = IGNORED


@dataclass(slots=True, kw_only=True)
class Example:
    """A window and its labels; a label list that is None is not trained on this example."""

    window: Window
    cues: list[int] | None = None
    triggers: list[int] | None = None
    names: list[int] | None = None
    heads: list[Head] = field(default_factory=list)
    acts: list[tuple[int, str]] = field(default_factory=list)
    """The first piece of each trigger with the id of its event, unique over all stories; none where nobody looked for
    links."""


class _Inked:
    """The pieces of a window that have a place in the text, to find by place."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.pieces = [i for i, (a, b) in enumerate(window.places) if b > a]
        self.starts = [window.places[i][0] for i in self.pieces]
        self.ends = [window.places[i][1] for i in self.pieces]


_last: list[_Inked] = []
"""The window asked about last: it is asked many times in a row."""


def inside(window: Window, spans: Iterable[Offsets]) -> list[int]:
    """The pieces of a window that lie in the spans, in order."""
    if not _last or _last[0].window is not window:
        _last[:] = [_Inked(window)]
    inked, found = _last[0], set[int]()
    for start, end in spans:
        found.update(inked.pieces[bisect_left(inked.starts, start) : bisect_right(inked.ends, end)])
    return sorted(found)


def _tag(labels: list[int], pieces: Sequence[int], first: int, rest: int) -> None:
    for n, piece in enumerate(pieces):
        labels[piece] = rest if n else first


def _names(window: Window, named: Sequence[Named]) -> list[int]:
    labels = [0] * len(window.ids)
    for start, end, kind in named:
        pieces = inside(window, [(start, end)])
        _tag(labels, pieces, NAME_LABELS.index(f"B-{kind}"), NAME_LABELS.index(f"I-{kind}"))
    return labels


def passage_example(window: Window, passages: Sequence[tuple[int, Passage]], named: Sequence[Named]) -> Example:
    """A window over one or more passages, each with the offset at which it begins in the joined text."""
    example = Example(
        window=window, cues=[0] * len(window.ids), triggers=[0] * len(window.ids), names=_names(window, named)
    )
    for base, passage in passages:
        move = lambda s, base=base: (s[0] + base, s[1] + base)  # noqa: E731
        for s in passage.statements:
            if s.cue is None:
                continue
            cue = inside(window, [move(s.cue)])
            if not cue:
                continue
            _tag(example.cues, cue, CUE_LABELS.index("B"), CUE_LABELS.index("I"))
            content = inside(window, map(move, s.content))
            known = next((h for h in example.heads if h.at == cue[0] and "content" in h.roles), None)
            if known:
                known.roles["content"] = sorted({*known.roles["content"], *content})
            else:
                source = inside(window, [move(s.source)]) if s.source else []
                example.heads.append(Head(at=cue[0], roles={"source": source, "content": content}))
        for m in passage.moves:
            trigger = inside(window, [move(m.trigger)])
            if not trigger or example.triggers[trigger[0]] != 0:
                continue
            _tag(example.triggers, trigger, TRIGGER_LABELS.index(m.kind), TRIGGER_LABELS.index("I"))
            roles = {"actor": m.actors, "recipient": m.recipients, "anchor": (m.anchor,)}
            if passage.linked:
                roles["answered"] = _answered(passage, m)
                example.acts.append((trigger[0], f"{passage.story} {m.event}"))
            example.heads.append(
                Head(
                    at=trigger[0],
                    roles={k: inside(window, map(move, v)) for k, v in roles.items()},
                    modality=MODALITIES.index(m.modality),
                    holder=int(m.held_by_speaker),
                )
            )
        for r in passage.references:
            mention = inside(window, [move(r.mention)])
            if mention:
                roles = {"referent": r.names, "principal": r.principals}
                filled = {k: inside(window, map(move, v)) for k, v in roles.items()}
                example.heads.append(Head(at=mention[-1], roles=filled))
    return example


def _answered(passage: Passage, act: ActSpan) -> tuple[Offsets, ...]:
    """The triggers in the passage that tell what the act answers."""
    to = {a.to for a in passage.answers if a.answer == act.event}
    return tuple(m.trigger for m in passage.moves if m.event in to)


def passage_examples(
    tokenizer: Tokenizer, passages: Sequence[Passage], names: dict[str, list[Named]], chance: random.Random
) -> list[Example]:
    """One epoch of windows of our own conventions: half of the passages alone, half joined with one or two unrelated
    ones."""
    order = list(passages)
    chance.shuffle(order)
    out = []
    while order:
        group = [order.pop() for _ in range(min(len(order), chance.choice((1, 1, 2, 3))))]
        out += joined(tokenizer, group, names)
    return out


def joined(tokenizer: Tokenizer, group: Sequence[Passage], names: dict[str, list[Named]]) -> list[Example]:
    """The windows of passages put one after another."""
    text, parts, named = "", [], []
    for passage in group:
        base = len(text)
        parts.append((base, passage))
        named += [(base + a, base + b, t) for a, b, t in names.get(passage.where, [])]
        text += passage.text + "\n"
    return [
        passage_example(window, parts, named) for window in windows(tokenizer, text, lines_of(text), marks(tokenizer))
    ]


def lines_of(text: str) -> list[Span]:
    """The lines of a text that are not empty."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start=at, end=at + len(line)))
        at += len(line) + 1
    return spans


def polnear_examples(
    tokenizer: Tokenizer, lines: Sequence[str], names: dict[str, list[Named]], mark: Callable[[], Marks], limit: int
) -> Iterator[Example]:
    """Windows of PolNeAR (Newell et al. 2018), a document a line of JSON: outermost attributions, discontinuous
    content kept, nothing known of moves."""
    for line in lines:
        document = json.loads(line)
        text = document["text"]
        for window in windows(tokenizer, text, lines_of(text), mark(), limit):
            example = Example(
                window=window, cues=[0] * len(window.ids), names=_names(window, names.get(document["doc_id"], []))
            )
            for a in document["attributions"]:
                cue = inside(window, a["cue"])
                if not cue:
                    continue
                _tag(example.cues, cue, CUE_LABELS.index("B"), CUE_LABELS.index("I"))
                roles = {"source": inside(window, a["source"]), "content": inside(window, a["content"])}
                example.heads.append(Head(at=cue[0], roles=roles))
            yield example
