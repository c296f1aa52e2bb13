"""A network of a model folder, open to be run on the CPU."""

from __future__ import annotations

from pathlib import Path

import onnxruntime as ort

_ERRORS_ONLY = 3


def session(path: Path, *, threads: int) -> ort.InferenceSession:
    """The network in an ONNX file; `threads` 0 lets the runtime choose. What it raises is of the runtime's own classes,
    some of them plain Exception."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = _ERRORS_ONLY
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
