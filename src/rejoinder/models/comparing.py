"""How two acts stand to each other, by the traces that the reader keeps of them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt

from rejoinder.errors import ModelError
from rejoinder.models.card import advice_on
from rejoinder.models.sessions import session
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
        try:
            self._session = session(folder / "pairs.onnx", threads=1)
        except Exception as error:  # the runtime raises classes of its own, some of them plain Exception
            raise ModelError(f"The model in {folder} cannot be loaded.", advice=advice_on(folder)) from error

        self._known: dict[tuple[str, str], Likeness] = {}
        self._traces = _Traces()
        self._lock = Lock()

    def __call__(self, one: str, other: str) -> Likeness | None:
        """How two packed traces stand to each other, None where one is empty; remembered."""
        if not one or not other:
            return None
        pair = one, other
        known = self._known.get(pair)
        return known if known is not None else self._worked_out([pair])[0]

    def ahead(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Work out these pairs of packed traces together. Each comes out as it would alone, whatever stands beside it:
        the network computes rows apart from each other, in whole precision."""
        unknown = [p for p in dict.fromkeys(pairs) if p not in self._known and p[0] and p[1]]
        for at in range(0, len(unknown), _AT_ONCE):
            self._worked_out(unknown[at : at + _AT_ONCE])

    def _worked_out(self, pairs: Sequence[tuple[str, str]]) -> list[Likeness]:
        """What pairs come to, remembered. One thread at a time: the desk makes accounts of several days at once."""
        with self._lock:
            made = self._likeness(pairs)
            if len(self._known) + len(pairs) > _KEPT:
                self._known.clear()
            self._known.update(zip(pairs, made, strict=True))
        return made

    def compare(self, pairs: Sequence[tuple[str, str]]) -> tuple[Likeness, ...]:
        """For each pair of packed traces how likely both tell one event, the first answers the second, and they cannot
        both be true; each 0 to 1 in steps of a hundredth. Nothing is likely of an empty trace."""
        known = [pair for pair in pairs if pair[0] and pair[1]]
        found = [one for at in range(0, len(known), _AT_ONCE) for one in self._worked_out(known[at : at + _AT_ONCE])]
        rest = iter(found)
        return tuple(next(rest) if pair[0] and pair[1] else Likeness() for pair in pairs)

    def _likeness(self, pairs: Sequence[tuple[str, str]]) -> list[Likeness]:
        one, other = (self._traces.of([pair[side] for pair in pairs]) for side in (0, 1))
        logits = np.asarray(self._session.run(["pairs"], {"one": one, "other": other})[0], np.float64)
        return list(map(Likeness._make, np.round(1 / (1 + np.exp(-logits)), 2).tolist()))


class _Traces:
    """Traces unpacked, each once, as rows of one table."""

    def __init__(self) -> None:
        self._row: dict[str, int] = {}
        self._table = np.zeros((0, 0), np.float32)

    def of(self, traces: Sequence[str]) -> Floats:
        """(traces, numbers of a trace)."""
        if len(self._row) > _KEPT // 8:
            self._row.clear()
        new = [t for t in dict.fromkeys(traces) if t not in self._row]
        if new:
            self._add(np.stack([unpacked(t) for t in new]), new)
        return np.asarray(self._table[[self._row[t] for t in traces]], np.float32)

    def _add(self, rows: Floats, traces: Sequence[str]) -> None:
        begin = len(self._row)
        needed = begin + len(traces)
        if needed > len(self._table):
            table = np.zeros((2 * needed, rows.shape[1]), np.float32)
            table[:begin] = self._table[:begin] if begin else 0
            self._table = table
        self._table[begin:needed] = rows
        self._row.update({trace: begin + n for n, trace in enumerate(traces)})
