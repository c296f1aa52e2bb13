"""What each training set is worth: short trainings without it, each scored on the development bundles and two public
sets.

`python -m training.worth --start PACKAGE_MODEL --data FOLDER --names FILE --out FOLDER` trains, exports and scores one
variant after the other and prints the table of the model's card; what an earlier run has trained is not trained again.
Each is one epoch on one story in four, from the published encoder: a small part of what the shipped model has read, so
the rows tell what a set adds to the same little reading and not how good the reader is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evals import ecbplus, polnear
from evals.ablation import MEASURES, measured
from evals.run import bundles, set_of
from rejoinder.pipeline.reader import open_reader
from training.passages import FOLDER
from training.run import run

VARIANTS = {
    "everything": (),
    "without PolNeAR": ("polnear",),
    "without ECB+": ("ecbplus",),
    "without our links (same, answers, clashes)": ("links",),
    "our own text alone": ("polnear", "ecbplus", "plv"),
}
SHORT = ("--stage", "2", "--epochs", "1", "--every", "4", "--rate", "2e-4", "--hidden", "0.06")
SHOWN = ("statements", "moves", "events", "answers", "disputes", "headline")


def trained(a: argparse.Namespace, without: tuple[str, ...]) -> Path:
    """The folder of the model that was trained without these sets."""
    folder = a.out / "-".join(("without", *without))
    weights, model = folder / "reader-2.pt", folder / "model"
    words = ["--start", str(a.start), "--data", str(a.data), "--names", str(a.names)]
    words += ["--passages", str(a.passages), "--out", str(folder)]
    run("training.train", *words, *SHORT, *(["--without", *without] if without else []))
    if not (model / "card.json").exists():
        run("training.export", "--weights", str(weights), "--start", str(a.start), "--out", str(model))
    return model


def scores(model: Path, data: Path) -> list[float]:
    """The measures shown, over the development bundles; PolNeAR's relaxed F1 and ECB+'s CoNLL, dev splits."""
    folders = [b for b in bundles() if set_of(b) == "development"]
    found = dict(zip(MEASURES, measured(folders, open_reader(model), {}), strict=True))
    attributions = polnear.score_file(data / "polnear" / "dev.jsonl", model)
    events = ecbplus.score_file(data / "ecbplus" / "ecbplus_dev.jsonl", model)
    return [*(found[name] for name in SHOWN), attributions["relaxed_f1"] / 100, events["conll"] / 100]


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("--start", "--data", "--names", "--out"):
        ap.add_argument(name, type=Path, required=True)
    ap.add_argument("--passages", type=Path, default=FOLDER)
    a = ap.parse_args()
    columns = (*SHOWN, "PolNeAR", "ECB+")
    print("| |", " | ".join(columns), "|\n| --- |" + " ---: |" * len(columns))
    for name, without in VARIANTS.items():
        row = scores(trained(a, without), a.data)
        print(f"| {name} |", " | ".join(f"{value:.3f}" for value in row), "|", flush=True)


if __name__ == "__main__":
    main()
