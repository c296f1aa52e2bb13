"""How good the record is on gold bundles: reads and scores each, prints a table, writes a JSON object a bundle.

    python evals/run.py                        all of evals/bundles, and of ../shared/bundles where it is
    python evals/run.py BUNDLE...              these only
    python evals/run.py --readme               put the figures of build/eval.json and build/bench.json into README.md

`headline` is the mean of the six parts that are printed before it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from rejoinder.pipeline.reader import open_reader
from rejoinder.publish.predicting import score_bundle

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "evals/bundles", ROOT.parent / "shared/bundles")
HELD_OUT = frozenset((ROOT / "evals/held_out.txt").read_text("utf-8").split())
RESULT = ROOT / "build/eval.json"
README = ROOT / "README.md"
SPEED = ROOT / "build/bench.json"
PARTS: Mapping[str, tuple[str, ...]] = {
    "statements": ("statements", "span+principal", "f1"),
    "moves": ("moves", "kind+actor", "f1"),
    "events": ("events", "b3_f1"),
    "answers": ("answers", "f1"),
    "status": ("exchanges", "status_acc_of_all"),
    "disputes": ("disputes", "f1"),
    "headline": ("headline",),
}
SETS = ("development", "held out")


def bundles() -> list[Path]:
    """Every bundle there is, in the order of the folders and by name."""
    return [path.parent for folder in FOLDERS for path in sorted(folder.glob("*/gold.yaml"))]


def files_digest(bundle: Path) -> str:
    """The SHA-256 of a bundle: of its files with their names."""
    digest = hashlib.sha256()
    for path in sorted(p for p in bundle.rglob("*") if p.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(bundle).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def figure(scores: Mapping[str, Any], part: str) -> float:
    """One of the figures of the table."""
    value: Any = scores
    for key in PARTS[part]:
        value = value[key]
    return value or 0.0


def set_of(bundle: Path) -> str:
    """Which set a bundle belongs to; one from outside the project is `given`."""
    if not bundle.is_relative_to(ROOT / "evals"):
        return "given"
    return "held out" if bundle.name in HELD_OUT else "development"


def measure(folders: Sequence[Path]) -> dict[str, Any]:
    """The scores of each bundle with its set, the digest of its files, and the seconds that it took."""
    model = os.environ.get("REJOINDER_MODEL")
    reader = open_reader(Path(model) if model else None)
    found: dict[str, Any] = {"reader": reader.version, "bundles": {}}
    for folder in folders:
        begun = time.perf_counter()
        scores, _ = score_bundle(folder, reader)
        seconds = round(time.perf_counter() - begun, 2)
        found["bundles"][folder.name] = {
            "set": set_of(folder.resolve()), "sha256": files_digest(folder), "seconds": seconds, **scores,
        }  # fmt: skip
        print(_line(folder.name, [figure(scores, part) for part in PARTS]), flush=True)
    return found


def means(result: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """The mean of every part over each set."""
    sets: dict[str, list[Mapping[str, Any]]] = {}
    for scores in result["bundles"].values():
        sets.setdefault(scores["set"], []).append(scores)
    return {
        name: {part: round(mean(figure(one, part) for one in some), 3) for part in PARTS} for name, some in sets.items()
    }


def readme_table(result: Mapping[str, Any]) -> str:
    """The figures as they stand in the README: the sets that belong to the project."""
    kept = {name: row for name, row in means(result).items() if name in SETS}
    counts = [one["set"] for one in result["bundles"].values()]
    lines = ["| bundles | " + " | ".join(PARTS) + " |", "| --- |" + " ---: |" * len(PARTS)]
    lines += [
        f"| {name} ({counts.count(name)}) | " + " | ".join(f"{v:.3f}" for v in row.values()) + " |"
        for name, row in kept.items()
    ]
    return "\n".join(lines)


def speed_table(result: Mapping[str, Any]) -> str:
    """What `make bench` measured, as it stands in the README."""
    articles = f"{result['documents']} articles, {result['words']} words, {result['cores']} core(s)"
    return "\n".join(
        [
            f"| {articles} | documents a second | peak memory, MB |",
            "| --- | ---: | ---: |",
            f"| `rejoinder read` | {result['docs_per_s']:.2f} | {result['peak_rss_mb']:.0f} |",
            f"| parser alone | {result['parser_docs_per_s']:.2f} | {result['parser_peak_rss_mb']:.0f} |",
        ]
    )


def between(text: str, name: str, filling: str) -> str:
    """The text with something else between its two marks of this name."""
    mark = f"<!-- {name} -->"
    before, _, rest = text.partition(mark)
    _, _, after = rest.partition(mark)
    return f"{before}{mark}\n{filling}\n{mark}{after}"


def fill_readme() -> None:
    """Put what was measured into the README."""
    text = between(README.read_text("utf-8"), "figures", readme_table(json.loads(RESULT.read_text("utf-8"))))
    if SPEED.is_file():
        text = between(text, "speed", speed_table(json.loads(SPEED.read_text("utf-8"))))
    README.write_text(text, "utf-8")


def _line(name: str, figures: Sequence[float]) -> str:
    return f"{name:32}" + "".join(f"{one:11.3f}" for one in figures)


def main() -> int:
    """Measure, or put what was measured into the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundles", nargs="*", type=Path)
    parser.add_argument("--readme", action="store_true", help="write what was measured into README.md")
    given = parser.parse_args()
    if given.readme:
        fill_readme()
        return 0
    print(f"{'':32}" + "".join(f"{part:>11}" for part in PARTS))
    result = measure(given.bundles or bundles())
    for name, row in means(result).items():
        print(_line(f"mean, {name}", list(row.values())))
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"written to {RESULT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
