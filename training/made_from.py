"""What the weights of a run were made from, kept beside them, so that none is taken for another run's."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

_FREE = frozenset(("out", "threads"))
"""Arguments that change nothing of what is learnt."""


def made_from(a: argparse.Namespace, files: Mapping[str, Sequence[Path]]) -> dict[str, str]:
    """The arguments that are no paths, and the SHA-256 of the files and folders under each name."""
    plain = {
        f"--{name.replace('_', '-')}": str(value)
        for name, value in sorted(vars(a).items())
        if name not in _FREE and not _of_paths(value)
    }
    return {**plain, **{name: _digest(some) for name, some in files.items()}}


def _of_paths(value: object) -> bool:
    return isinstance(value, Path) or (isinstance(value, list) and any(isinstance(one, Path) for one in value))


def _digest(places: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for place in places:
        for file in sorted(f for f in place.rglob("*") if f.is_file()) if place.is_dir() else [place]:
            content = file.read_bytes()
            digest.update(f"{file.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def same_run(note: Path, outputs: Sequence[Path], now: Mapping[str, str]) -> None:
    """Keep in `note` what the outputs are made from. SystemExit where one of them is there already and was made from
    something else."""
    there = [file for file in outputs if file.exists()]
    before = json.loads(note.read_text("utf-8")) if note.exists() else None
    if there and before != now:
        raise SystemExit(_refusal(there, before, now))
    if before != now:
        note.parent.mkdir(parents=True, exist_ok=True)
        replaced(note, json.dumps(now, indent=1) + "\n")


def _refusal(there: Sequence[Path], before: Mapping[str, str] | None, now: Mapping[str, str]) -> str:
    names = " and ".join(map(str, there))
    advice = f"Give another --out to train beside it, or remove {names} to train this stage anew."
    if before is None:
        return f"{names}: it is not known from what this was made. {advice}"
    other = sorted(k for k in before.keys() | now.keys() if before.get(k) != now.get(k))
    told = [f"{k} ({before.get(k)}, now {now.get(k)})" if k.startswith("--") else k for k in other]
    return f"{names}: made by a run that differed in {', '.join(told)}. {advice}"


def replaced(file: Path, text: str) -> None:
    """Write a file so that it is never there by half."""
    beside = file.with_name(f"{file.name}.part")
    beside.write_text(text, "utf-8")
    beside.replace(file)
