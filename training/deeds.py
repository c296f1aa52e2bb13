"""Sentences with a source and a target marked, labelled with PLOVER's class: from PLV, from our own moves, and our
own sentences."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from rejoinder.models.marked import MarkedSentence, marked
from rejoinder.models.windows import marks, windows
from rejoinder.types.span import Span
from rejoinder.vocabulary.crosswalk import plover
from training.annotated import Offsets, Passage
from training.examples import Example, Head, inside
from training.sentences import CLASSES, OwnSentence

YIELDS = frozenset(("CONCEDE", "RETREAT"))
"""PLV has one class for both."""


@dataclass(slots=True, kw_only=True)
class DeedExample:
    """A marked sentence and the index of its class."""

    sentence: MarkedSentence
    label: int


def plv_deeds(tokenizer: Tokenizer, lines: Sequence[str]) -> list[DeedExample]:
    """Every row of PLV (Hu et al. 2024); a class of fewer than forty rows stands there twice."""
    rows = [json.loads(line) for line in lines]
    count = Counter(r["root"] for r in rows)
    out = []
    for row in rows:
        sentence = marked(tokenizer, row["text"], row["source_spans"], row["target_spans"])
        example = DeedExample(sentence=sentence, label=CLASSES.index(row["root"]))
        out += [example] * (2 if count[row["root"]] < 40 else 1)
    return out


def own_deeds(tokenizer: Tokenizer, passages: Sequence[Passage], chance: random.Random, most: int) -> list[DeedExample]:
    """Some of the moves that name both actor and recipient, in their paragraph."""
    found = [x for passage in passages for x in _deeds(passage)]
    return [
        DeedExample(sentence=marked(tokenizer, text, *sides), label=label)
        for text, sides, label in chance.sample(found, min(most, len(found)))
    ]


def _deeds(passage: Passage) -> Iterator[tuple[str, list[list[Offsets]], int]]:
    """Paragraph, the places of actor and recipient in it, and the index of the class."""
    for move in passage.moves:
        start = passage.text.rfind("\n", 0, move.anchor[0]) + 1
        stop = passage.text.find("\n", move.anchor[1])
        text = passage.text[start : stop if stop >= 0 else len(passage.text)]
        inner = [[(a - start, b - start) for a, b in side] for side in (move.actors, move.recipients)]
        if not all(side and all(0 <= a < b <= len(text) for a, b in side) for side in inner):
            continue
        code = plover(move.kind, move.modality, text[move.anchor[0] - start : move.anchor[1] - start].split())  # type: ignore[arg-type]
        class_ = "YIELD" if code.class_ in YIELDS else code.class_
        if class_ in CLASSES and not code.negation:
            yield text, inner, CLASSES.index(class_)


def sentence_deeds(tokenizer: Tokenizer, sentences: Sequence[OwnSentence]) -> list[DeedExample]:
    """Our own sentences as the deed network reads them."""
    return [
        DeedExample(sentence=marked(tokenizer, s.text, [s.source], [s.target]), label=CLASSES.index(s.class_))
        for s in sentences
    ]


def sentence_roles(tokenizer: Tokenizer, sentences: Sequence[OwnSentence]) -> list[Example]:
    """Our own sentences as windows that ask only who does the act and to whom."""
    out = []
    for s in sentences:
        for window in windows(tokenizer, s.text, [Span(start=0, end=len(s.text))], marks(tokenizer)):
            roles = {"actor": inside(window, [s.source]), "recipient": inside(window, [s.target])}
            out.append(Example(window=window, heads=[Head(at=at, roles=roles) for at in inside(window, [s.act])[:1]]))
    return out
