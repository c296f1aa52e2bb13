"""What the reader was trained on, by the traces of the acts, so that `explain` can show the nearest of them.

`python -m training.learnt --model FOLDER` writes `passages.jsonl.gz` into a model folder and its hash into the card.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from rejoinder.models.encoder_tagger import EncoderTagger
from rejoinder.models.nearest import FILE
from rejoinder.types.span import Span
from training.examples import lines_of
from training.faults import DataError
from training.passages import FOLDER, load, told_as
from training.progress import Progress


def rows(model: Path, folders: Sequence[Path], threads: int = 0) -> list[tuple[str, str, str, str]]:
    """File and line, kind, words and trace of every act of the passages, in their order."""
    tagger, out = EncoderTagger(model, threads=threads), list[tuple[str, str, str, str]]()
    passages = [(told_as(folder), passage) for folder in folders for passage in load(folder)]
    progress = Progress("traces, passages", len(passages))
    for folder, passage in passages:
        places = [Span(start=m.trigger[0], end=m.trigger[1]) for m in passage.moves]
        traces = tagger.traces(passage.text, lines_of(passage.text), places)
        for move, trace in zip(passage.moves, traces, strict=True):
            words = " ".join(passage.text[slice(*move.anchor)].split())
            if trace:
                out.append((f"{folder}/{passage.where}", move.kind, words, trace))
        progress.step()
    return out


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--passages", type=Path, nargs="+", default=[FOLDER])
    ap.add_argument("--threads", type=int, default=0, help="0: as many as the runtime takes")
    a = ap.parse_args()
    try:
        found = rows(a.model, a.passages, a.threads)
    except DataError as fault:
        raise SystemExit(str(fault)) from None
    if not found:
        (a.model / FILE).unlink(missing_ok=True)
        print("no acts in the passages, so that `explain` has none to name")
        return
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    packed = gzip.compress(lines.encode(), 9, mtime=0)
    (a.model / FILE).write_bytes(packed)
    card = json.loads((a.model / "card.json").read_text())
    card["files"][FILE] = hashlib.sha256(packed).hexdigest()
    (a.model / "card.json").write_text(json.dumps(card, indent=1) + "\n")
    print(f"{lines.count(chr(10))} acts, {len(packed) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
