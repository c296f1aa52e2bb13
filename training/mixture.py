"""What an epoch is made of."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from tokenizers import Tokenizer

from rejoinder.models.windows import LIMIT, marks
from training.deeds import DeedExample, own_deeds, plv_deeds, sentence_deeds, sentence_roles
from training.examples import OTHER_CONVENTIONS, Example, passage_examples, polnear_examples
from training.groups import story_groups, topic_groups
from training.losses import Batch
from training.passages import load, some_stories
from training.progress import Progress
from training.public_sets import rows_of
from training.sentences import own_sentences

OWN_DEEDS = 900
DOCUMENTS_TOGETHER = 8
_Sized = TypeVar("_Sized", Example, DeedExample)


def epoch_batches(a: argparse.Namespace, tokenizer: Tokenizer, names: dict, epoch: int) -> list[Batch]:
    """The batches of one epoch in their order; all that is chosen follows from the seed, the stage and the epoch."""
    chance = random.Random(a.seed * 1000 + a.stage * 100 + epoch)
    limit = chance.choice((96, 128, 160, LIMIT))
    ours, theirs = marks(tokenizer), marks(tokenizer, OTHER_CONVENTIONS)
    polnear = [] if "polnear" in a.without else rows_of(a.data, "polnear")
    if a.stage == 1:
        read = polnear_examples(tokenizer, polnear, names, lambda: chance.choice((ours, theirs)), limit)
        return list(batches(list(read), a.pieces, chance))
    progress = Progress(f"stage {a.stage} epoch {epoch + 1}/{a.epochs}: windows, parts", 5)
    kept = some_stories(load(*a.passages), a.every, epoch, a.whole)
    examples = passage_examples(tokenizer, kept, names, chance)
    progress.step()
    if "polnear" not in a.without:
        wanted = int(2 * a.beside * len(examples))
        some = chance.sample(polnear, min(len(polnear), wanted // 3 + 1))
        examples += islice(polnear_examples(tokenizer, some, names, lambda: theirs, limit), wanted)
    progress.step()
    sentences = own_sentences(a.sentences)
    examples += sentence_roles(tokenizer, sentences)
    out: list[Batch] = list(batches(examples, a.pieces, chance))
    if "links" in a.without:
        out += batches(passage_examples(tokenizer, kept, names, chance), a.pieces, chance)
    else:
        out += story_groups(tokenizer, kept, names, chance, a.pieces)
    progress.step()
    if "ecbplus" not in a.without:
        out += topic_groups(tokenizer, rows_of(a.data, "ecbplus"), chance, DOCUMENTS_TOGETHER)
    progress.step()
    if "plv" not in a.without:
        deeds = plv_deeds(tokenizer, rows_of(a.data, "plv")) + sentence_deeds(tokenizer, sentences)
        deeds += own_deeds(tokenizer, kept, chance, OWN_DEEDS)
        out += batches(deeds, a.pieces, chance)
    progress.step()
    chance.shuffle(out)
    return out


def batches(examples: Sequence[_Sized], pieces: int, chance: random.Random) -> list[list[_Sized]]:
    """Batches of like lengths and at most `pieces` padded pieces, in random order."""
    size = lambda e: len(e.window.ids if isinstance(e, Example) else e.sentence.ids)  # noqa: E731
    out: list[list[_Sized]] = [[]]
    for example in sorted(examples, key=lambda e: (size(e), chance.random())):
        if (len(out[-1]) + 1) * size(example) > pieces:
            out.append([])
        out[-1].append(example)
    out = [b for b in out if b]
    chance.shuffle(out)
    return out
