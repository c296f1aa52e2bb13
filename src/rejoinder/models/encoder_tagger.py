"""The shipped reader: an int8 ONNX encoder and its role head, run on the CPU."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from tokenizers import Tokenizer

from rejoinder.errors import ModelError
from rejoinder.models.decoding import Decoded, Thresholds, decode_acts, decode_cues, decode_names
from rejoinder.models.windows import Marks, Window, marks, windows
from rejoinder.types.annotation import Reading
from rejoinder.types.span import Span

Floats = npt.NDArray[np.float32]
BATCH_PIECES = 1600
"""Padded word pieces in one encoder pass; more gains nothing on two cores and costs memory."""


_LOADED = ("encoder.onnx", "roles.onnx", "tokenizer.json")
_ADVICE = "Install rejoinder again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of a model folder: its version, its labels in output order, and the SHA-256 of each file."""

    version: str
    kinds: tuple[str, ...]
    modalities: tuple[str, ...]
    names: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


def read_card(folder: Path) -> Card:
    """The card of a model folder, after all that is loaded and every file named in it was found with its hash; raises
    ModelError otherwise."""
    try:
        raw = json.loads((folder / "card.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"No readable model in {folder}.", advice=_ADVICE) from error
    card = _card(raw)
    if card is None:
        raise ModelError(f"The card in {folder} is none of this program's models.", advice=_ADVICE)
    for name, digest in card.files:
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ModelError(f"The model file {name} is not the one that was published.", advice=_ADVICE)
    return card


def _card(raw: object) -> Card | None:
    """A card of the right shape that vouches for every file that is loaded, and for none outside of its folder."""
    if not isinstance(raw, dict) or not isinstance(raw.get("version"), str) or not isinstance(raw.get("files"), dict):
        return None
    labels = [raw.get(key) for key in ("kinds", "modalities", "names")]
    if not all(isinstance(each, list) and each and all(isinstance(x, str) for x in each) for each in labels):
        return None
    files = raw["files"]
    if not set(_LOADED) <= set(files) or any(
        not isinstance(digest, str) or name != Path(name).name or "\\" in name for name, digest in files.items()
    ):
        return None
    kinds, modalities, names = (tuple(each) for each in labels if each)
    return Card(
        version=raw["version"], kinds=kinds, modalities=modalities, names=names, files=tuple(sorted(files.items()))
    )


def shipped_model() -> Path:
    """The folder of the model inside the package."""
    return Path(str(resources.files("rejoinder.models") / "reader"))


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
            raise ModelError(f"The model in {folder} cannot be loaded.", advice=_ADVICE) from error

    def _load(self, folder: Path, threads: int, first: str) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._marks: Marks = marks(self._tokenizer, first)
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        cpu = ["CPUExecutionProvider"]
        self._encoder = ort.InferenceSession(str(folder / "encoder.onnx"), options, providers=cpu)
        self._roles = ort.InferenceSession(str(folder / "roles.onnx"), options, providers=cpu)

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
            reader=self.version,
        )

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
        def roles(at: Sequence[int]) -> tuple[Floats, Floats, Floats]:
            feeds = {"states": np.ascontiguousarray(states), "at": np.asarray(at, np.int64)}
            out: Any = self._roles.run(["roles", "modality", "holder"], feeds)
            return out[0], out[1], out[2]

        return Decoded(
            cues=decode_cues(window, cue, roles, self._thresholds),
            acts=decode_acts(window, trigger, roles, self._card.kinds, self._card.modalities, self._thresholds),
            names=decode_names(window, name, self._card.names, self._thresholds),
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
