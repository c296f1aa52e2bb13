"""How two acts stand to each other, by the traces that the reader keeps of them."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from rejoinder.errors import ModelError
from rejoinder.types.likeness import Likeness

Floats = npt.NDArray[np.float32]
_STEPS = 127
_AT_ONCE = 4096
_KEPT = 1 << 18


def packed(trace: Floats) -> str:
    """Numbers between -1 and 1, in steps of a hundred and twenty-seventh, as text."""
    return base64.b85encode(np.rint(trace * _STEPS).astype(np.int8).tobytes()).decode("ascii")


def unpacked(trace: str) -> Floats:
    """The numbers of a packed trace; ValueError where it is none."""
    return np.asarray(np.frombuffer(base64.b85decode(trace), np.int8) / _STEPS, np.float32)


class TraceComparer:
    """Compares traces with the pair network of a model folder."""

    def __init__(self, folder: Path) -> None:
        """Raises ModelError where the folder has no sound pair network."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = ort.InferenceSession(
                str(folder / "pairs.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtime raises classes of its own, some of them plain Exception
            raise ModelError(f"The model in {folder} cannot be loaded.", advice="Install rejoinder again.") from error

        self._known: dict[tuple[str, str], Likeness] = {}
        self._made = lru_cache(_KEPT // 8)(lambda trace: unpacked(trace)[None])

    def __call__(self, one: str, other: str) -> Likeness | None:
        """How two packed traces stand to each other, None where one is empty. One pair is asked at a time, so that what
        else is compared changes nothing, and remembered."""
        if not one or not other:
            return None
        pair = one, other
        if pair not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[pair] = self._likeness(self._made(one), self._made(other))[0]
        return self._known[pair]

    def compare(self, pairs: Sequence[tuple[str, str]]) -> tuple[Likeness, ...]:
        """For each pair of packed traces how likely both tell one event, the first answers the second, and they cannot
        both be true; each 0 to 1 in steps of a hundredth. Nothing is likely of an empty trace."""
        made: dict[str, Floats] = {t: unpacked(t) for t in {t for pair in pairs for t in pair if t}}
        known = [pair for pair in pairs if pair[0] and pair[1]]
        found: list[Likeness] = []
        for at in range(0, len(known), _AT_ONCE):
            some = known[at : at + _AT_ONCE]
            feeds = {side: np.stack([made[pair[n]] for pair in some]) for n, side in enumerate(("one", "other"))}
            found += self._likeness(feeds["one"], feeds["other"])
        rest = iter(found)
        return tuple(next(rest) if pair[0] and pair[1] else Likeness() for pair in pairs)

    def _likeness(self, one: Floats, other: Floats) -> list[Likeness]:
        """For each row of both."""
        logits = np.asarray(self._session.run(["pairs"], {"one": one, "other": other})[0], np.float64)
        rows = np.round(1 / (1 + np.exp(-logits)), 2).tolist()
        return [Likeness(same=same, answers=answers, clash=clash) for same, answers, clash in rows]
