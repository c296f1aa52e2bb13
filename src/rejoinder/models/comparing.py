"""How two acts stand to each other, by the traces that the reader keeps of them."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from rejoinder.errors import ModelError

Floats = npt.NDArray[np.float32]
_STEPS = 127
_AT_ONCE = 4096


def packed(trace: Floats) -> str:
    """Numbers between -1 and 1, in steps of a hundred and twenty-seventh, as text."""
    return base64.b85encode(np.rint(trace * _STEPS).astype(np.int8).tobytes()).decode("ascii")


def unpacked(trace: str) -> Floats:
    """The numbers of a packed trace; ValueError where it is none."""
    return np.asarray(np.frombuffer(base64.b85decode(trace), np.int8) / _STEPS, np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How likely two acts are the same event, the first answers the second, and both cannot be true; 0 to 1."""

    same: float = 0.0
    answers: float = 0.0
    clash: float = 0.0


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

    def compare(self, pairs: Sequence[tuple[str, str]]) -> tuple[Likeness, ...]:
        """For each pair of packed traces how likely both tell one event, the first answers the second, and they cannot
        both be true; each 0 to 1 in steps of a hundredth. Nothing is likely of an empty trace."""
        made: dict[str, Floats] = {t: unpacked(t) for t in {t for pair in pairs for t in pair if t}}
        known = [pair for pair in pairs if pair[0] and pair[1]]
        found: list[Likeness] = []
        for at in range(0, len(known), _AT_ONCE):
            some = known[at : at + _AT_ONCE]
            feeds = {side: np.stack([made[pair[n]] for pair in some]) for n, side in enumerate(("one", "other"))}
            logits = np.asarray(self._session.run(["pairs"], feeds)[0], np.float64)
            for same, answers, clash in np.round(1 / (1 + np.exp(-logits)), 2).tolist():
                found.append(Likeness(same=same, answers=answers, clash=clash))
        rest = iter(found)
        return tuple(next(rest) if pair[0] and pair[1] else Likeness() for pair in pairs)
