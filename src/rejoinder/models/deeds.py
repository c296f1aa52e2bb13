"""What a sentence says that one party does to another, as a class of PLOVER."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from rejoinder.errors import ModelError
from rejoinder.models.card import advice_on, read_card
from rejoinder.models.marked import MarkedSentence, marked
from rejoinder.models.sessions import session
from rejoinder.types.span import Span


class DeedReader:
    """Classifies marked sentences with the encoder and the deed network of a model folder."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """`threads` 0 lets the runtime choose. Raises ModelError where the folder is no sound model."""
        self._classes = read_card(folder).classes
        try:
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self.tokenizer.no_padding()
            self.tokenizer.no_truncation()
            self._encoder = session(folder / "encoder.onnx", threads=threads)
            self._deed = session(folder / "deed.onnx", threads=threads)
        except Exception as error:  # tokenizer and runtime raise classes of their own, some of them plain Exception
            raise ModelError(f"The model in {folder} cannot be loaded.", advice=advice_on(folder)) from error

    def read(self, text: str, source: Sequence[Span], target: Sequence[Span]) -> tuple[tuple[str, float], ...]:
        """The classes with their probabilities for what the source does to the target in a sentence, likeliest
        first."""
        sentence = marked(self.tokenizer, text, *([(s.start, s.end) for s in side] for side in (source, target)))
        logits = self._deed.run(["deed"], {"middle": self._middle(sentence), "at": np.asarray(sentence.at, np.int64)})[
            0
        ][0]
        scores = np.exp(logits - logits.max())
        scores = scores / scores.sum()
        ranked = sorted(zip(self._classes, scores.tolist(), strict=True), key=lambda c: (-c[1], c[0]))
        return tuple((name, round(score, 3)) for name, score in ranked)

    def _middle(self, sentence: MarkedSentence) -> np.ndarray:
        """The states from which the deed network goes on, (pieces, hidden)."""
        feeds = {
            "ids": np.asarray([sentence.ids], np.int64),
            "cases": np.asarray([sentence.cases], np.int64),
            "mask": np.ones((1, len(sentence.ids)), np.int64),
        }
        return np.asarray(self._encoder.run(["middle"], feeds)[0][0], np.float32)
