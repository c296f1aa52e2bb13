"""What each part of the reader is worth: the development bundles read without it.

    python -m evals.ablation [BUNDLE...]

A part of the model is left out by dropping what it gives; rules and vocabulary by putting nothing in their place.
Prints the table of the model's card: the mean over the bundles of each measure, first with everything. What a training
set is worth takes trainings without it: `python -m training.worth`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import Any
from unittest.mock import patch

from evals.run import bundles, set_of
from rejoinder.models.card import shipped_model
from rejoinder.models.encoder_tagger import EncoderTagger
from rejoinder.pipeline.reader import Reader
from rejoinder.publish.predicting import score_bundle
from rejoinder.types.annotation import ActReading, Reading
from rejoinder.types.ports import Tagger
from rejoinder.types.span import Span

Change = Callable[[Reading], Reading]
MEASURES = {
    "statements": ("statements", "span+principal", "f1"),
    "moves": ("moves", "kind+actor", "f1"),
    "modality": ("moves", "modality_acc"),
    "holder": ("moves", "holder_acc"),
    "events": ("events", "b3_f1"),
    "answers": ("answers", "f1"),
    "status": ("exchanges", "status_acc_of_all"),
    "disputes": ("disputes", "f1"),
    "headline": ("headline",),
}


def _acts(change: Callable[[ActReading], ActReading]) -> Change:
    return lambda reading: replace(reading, acts=tuple(change(act) for act in reading.acts))


HEADS: Mapping[str, Change] = {
    "names": lambda reading: replace(reading, names=()),
    "whom words stand for, whom one acts for": lambda reading: replace(reading, references=()),
    "actor and recipient": _acts(lambda act: replace(act, actors=(), recipients=())),
    "what an act answers": _acts(lambda act: replace(act, answered=())),
    "how two acts stand to each other": _acts(lambda act: replace(act, trace="")),
    "modality and holder": _acts(lambda act: replace(act, modality="actual", held_by_speaker=False)),
}
"""Of the model's heads those without which there is still something to score."""
RULES: Mapping[str, Mapping[str, Any]] = {
    "meanings of triggers": {"rejoinder.extract.moves.rekinded": lambda text, act: act},
    "negation": {"rejoinder.extract.moves.with_polarity": lambda text, act: act},
    "tense and condition": {"rejoinder.extract.moves.modality_of": lambda text, act, setting: act.modality},
    "office-holders": {"rejoinder.annotate.identities.office_holder": lambda name, year: None},
    "he and she": {"rejoinder.annotate.scene.pronoun_of": lambda name, role, year: None},
    "short and full names": {"rejoinder.consolidate.parties.full_forms": lambda namings, company: {}},
}
"""Rules and vocabulary, each with what stands in its place."""


class Without:
    """A tagger with a part of what it reads left out."""

    def __init__(self, tagger: Tagger, change: Change) -> None:
        self._tagger, self._change = tagger, change

    @property
    def version(self) -> str:
        """That of the whole tagger."""
        return self._tagger.version

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        """What the whole tagger reads, without that part."""
        return self._change(self._tagger.read(text, paragraphs))


def measured(folders: Sequence[Path], reader: Reader, instead: Mapping[str, Any]) -> list[float]:
    """The mean of each measure over the bundles, with other functions in the place of some."""
    with ExitStack() as stack:
        for place, function in instead.items():
            stack.enter_context(patch(place, function))
        scores = [score_bundle(folder, reader)[0] for folder in folders]
    return [mean(_at(one, path) for one in scores) for path in MEASURES.values()]


def _at(scores: Any, path: Sequence[str]) -> float:
    for key in path:
        scores = scores[key]
    return float(scores or 0.0)


def main(argv: Sequence[str]) -> int:
    """Print the table for the named bundles, or for the development ones."""
    folders = [Path(a) for a in argv] or [b for b in bundles() if set_of(b) == "development"]
    tagger = EncoderTagger(shipped_model())
    rows: list[tuple[str, Change, Mapping[str, Any]]] = [("everything", lambda reading: reading, {})]
    rows += [(f"without the head: {name}", change, {}) for name, change in HEADS.items()]
    rows += [(f"without the rules: {name}", lambda reading: reading, instead) for name, instead in RULES.items()]
    print("| |", " | ".join(MEASURES), "|\n| --- |" + " ---: |" * len(MEASURES))
    for name, change, instead in rows:
        values = measured(folders, Reader(Without(tagger, change)), instead)
        print(f"| {name} |", " | ".join(f"{value:.3f}" for value in values), "|", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
