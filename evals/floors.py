"""Scores may rise and not fall: each is held against the floor that is pinned for the bundle.

    python evals/floors.py            measure the pinned bundles; exit code 1 names every score that fell
    python evals/floors.py --raise    pin what was measured where it is higher, and bundles that are new

A floor holds for a bundle's files as they were: its SHA-256 is pinned with it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any

from run import FOLDERS, PARTS, ROOT, figure, measure

FLOORS = ROOT / "evals/floors.json"
TOLERANCE = 0.0005  # scores are rounded to three places


def fallen(pinned: Mapping[str, Any], measured: Mapping[str, Any]) -> list[str]:
    """A line for every score below its floor and for every bundle that is missing or is not the one that was pinned."""
    lines = []
    for name, floor in pinned.items():
        found = measured.get(name)
        if found is None:
            lines.append(f"{name}: not measured")
        elif found["sha256"] != floor["sha256"]:
            lines.append(f"{name}: its files are not those that were pinned")
        else:
            lines += [
                f"{name}: {part} fell from {floor[part]:.3f} to {figure(found, part):.3f}"
                for part in PARTS
                if figure(found, part) < floor[part] - TOLERANCE
            ]
    return lines


def raised(pinned: Mapping[str, Any], measured: Mapping[str, Any]) -> dict[str, Any]:
    """The floors, each at what was measured if that is higher; a bundle with other files starts anew."""
    out = dict(pinned)
    for name, found in measured.items():
        old = pinned.get(name, {})
        same = old.get("sha256") == found["sha256"]
        row: dict[str, Any] = {"sha256": found["sha256"]}
        for part in PARTS:
            row[part] = max(figure(found, part), old.get(part, 0.0) if same else 0.0)
        out[name] = row
    return dict(sorted(out.items()))


def main() -> int:
    """Hold the scores against the floors, or raise these."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    given = parser.parse_args()
    pinned = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    own = [path.parent for path in sorted(FOLDERS[0].glob("*/gold.yaml"))]
    chosen = own if given.lift else [folder for folder in own if folder.name in pinned]
    unpinned = [] if given.lift else [folder.name for folder in own if folder.name not in pinned]
    measured = measure(chosen)["bundles"]
    lines = fallen(pinned, measured)
    if given.lift:
        FLOORS.write_text(json.dumps(raised(pinned, measured), indent=1) + "\n", "utf-8")
        print(f"{len(measured)} bundles pinned in {FLOORS.relative_to(ROOT)}")
        return 0
    lines += [f"{name}: no floor is pinned; run python evals/floors.py --raise" for name in unpinned]
    print("\n".join(lines) or f"no score of {len(measured)} bundles is below its floor")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
