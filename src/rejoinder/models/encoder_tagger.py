"""The shipped reader: an int8 ONNX encoder and its role head, run on the CPU."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from rejoinder.errors import ModelError
from rejoinder.models.card import advice_on, read_card
from rejoinder.models.comparing import packed
from rejoinder.models.decoding import Decoded, decode_acts, decode_cues, decode_names, decode_references
from rejoinder.models.runs import Thresholds
from rejoinder.models.sessions import session
from rejoinder.models.windows import Marks, Window, first_piece, marks, windows
from rejoinder.types.annotation import Reading
from rejoinder.types.span import Span

Floats = npt.NDArray[np.float32]
BATCH_PIECES = 200
"""Padded word pieces in one encoder pass: one full window. Twice as many take an eighth longer on one core."""


class EncoderTagger:
    """Reads paragraphs in one encoder pass a window; implements `rejoinder.types.ports.Tagger`."""

    def __init__(
        self, folder: Path, *, threads: int = 0, thresholds: Thresholds | None = None, first: str = "[CLS]"
    ) -> None:
        """`threads` 0 lets the runtime choose; `first` is the mark of the conventions to follow. Raises ModelError
        where the folder is no sound model."""
        self._card = read_card(folder)
        self._thresholds = thresholds or Thresholds()
        self._settings = f"{self._thresholds!r} {first}"
        try:
            self._load(folder, threads, first)
        except Exception as error:  # tokenizer and runtime raise classes of their own, some of them plain Exception
            raise ModelError(f"The model in {folder} cannot be loaded.", advice=advice_on(folder)) from error

    def _load(self, folder: Path, threads: int, first: str) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._marks: Marks = marks(self._tokenizer, first)
        self._encoder = session(folder / "encoder.onnx", threads=threads)
        self._roles = session(folder / "roles.onnx", threads=threads)

    @property
    def version(self) -> str:
        """Name and version of the model, and a digest of the thresholds and of whose conventions it follows."""
        return f"{self._card.version}+{hashlib.sha256(self._settings.encode()).hexdigest()[:6]}"

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        """Everything found in `paragraphs` of `text`; offsets into `text`, each tuple in text order."""
        cut = windows(self._tokenizer, text, paragraphs, self._marks)
        decoded = [self._decode(window, *outputs) for window, outputs in self._passes(cut)]
        return Reading(
            cues=tuple(c for d in decoded for c in d.cues),
            acts=tuple(a for d in decoded for a in d.acts),
            names=tuple(n for d in decoded for n in d.names),
            references=tuple(r for d in decoded for r in d.references),
            reader=self.version,
        )

    def traces(self, text: str, paragraphs: Sequence[Span], places: Sequence[Span]) -> tuple[str, ...]:
        """The packed trace of what stands at each place, empty where that is in none of the paragraphs."""
        found: dict[Span, str] = {}
        for window, outputs in self._passes(windows(self._tokenizer, text, paragraphs, self._marks)):
            pieces = {p: first for p in places if (first := first_piece(window, p)) is not None}
            if pieces:
                feeds = {"states": np.ascontiguousarray(outputs[0]), "at": np.asarray([*pieces.values()], np.int64)}
                made = self._roles.run(["trace"], feeds)[0]
                found |= {p: packed(row) for p, row in zip(pieces, made, strict=True)}
        return tuple(found.get(p, "") for p in places)

    def _passes(self, cut: Sequence[Window]) -> Iterator[tuple[Window, tuple[Floats, ...]]]:
        for batch in _batches(cut):
            width = max(len(w.ids) for w in batch)
            feeds = {
                "ids": _padded((w.ids for w in batch), width),
                "cases": _padded((w.cases for w in batch), width),
                "mask": _padded(((1,) * len(w.ids) for w in batch), width),
            }
            outputs = self._encoder.run(["states", "cue", "trigger", "name"], feeds)
            for row, window in enumerate(batch):
                yield window, tuple(o[row, : len(window.ids)] for o in outputs)

    def _decode(self, window: Window, states: Floats, cue: Floats, trigger: Floats, name: Floats) -> Decoded:
        def roles(at: Sequence[int]) -> tuple[Floats, Floats, Floats, Floats]:
            feeds = {"states": np.ascontiguousarray(states), "at": np.asarray(at, np.int64)}
            out: Any = self._roles.run(["roles", "modality", "holder", "trace"], feeds)
            return out[0], out[1], out[2], out[3]

        cues = decode_cues(window, cue, roles, self._thresholds)
        acts = decode_acts(window, trigger, roles, self._card.kinds, self._card.modalities, self._thresholds)
        parties = {c.source for c in cues if c.source} | {p for a in acts for p in (*a.actors, *a.recipients)}
        return Decoded(
            cues=cues,
            acts=acts,
            names=decode_names(window, name, self._card.names, self._thresholds),
            references=decode_references(window, sorted(parties), roles, self._thresholds),
        )


def _batches(cut: Sequence[Window]) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in cut:
        width = max([len(window.ids), *(len(w.ids) for w in batch)])
        if batch and width * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _padded(rows: Iterable[Sequence[int]], width: int) -> npt.NDArray[np.int64]:
    return np.asarray([[*r, *[0] * (width - len(r))] for r in rows], np.int64)
