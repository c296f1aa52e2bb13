"""What is known of a model folder, checked before anything in it is loaded."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from rejoinder.errors import ModelError

_LOADED = ("encoder.onnx", "roles.onnx", "pairs.onnx", "deed.onnx", "tokenizer.json")
_INSTALL = "Install rejoinder again."
_NAME_ANOTHER = (
    "It was named by REJOINDER_MODEL, by `model` in rejoinder.toml, or by a call in Python: name the folder of a sound "
    "model, or none to read with the one that ships."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of a model folder: its version, its labels in output order, and the SHA-256 of each file."""

    version: str
    kinds: tuple[str, ...]
    modalities: tuple[str, ...]
    names: tuple[str, ...]
    classes: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


def read_card(folder: Path) -> Card:
    """The card of a model folder, after all that is loaded and every file named in it was found with its hash; raises
    ModelError otherwise."""
    try:
        raw = json.loads((folder / "card.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"No readable model in {folder}.", advice=advice_on(folder)) from error
    card = _card(raw)
    if card is None:
        raise ModelError(f"The card in {folder} is none of this program's models.", advice=advice_on(folder))
    for name, digest in card.files:
        path = folder / name
        if not path.is_file() or _hash(path) != digest:
            raise ModelError(
                f"The file {name} of the model in {folder} is missing or was changed.", advice=advice_on(folder)
            )
    return card


def _hash(path: Path) -> str:
    """The SHA-256 of a file, taken again only where it has been written since: a card is asked for at every account."""
    found = path.stat()
    return _hash_of(path, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=64)
def _hash_of(path: Path, _size: int, _written: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _card(raw: object) -> Card | None:
    """A card of the right shape that vouches for every file that is loaded, and for none outside of its folder."""
    if not isinstance(raw, dict) or not isinstance(raw.get("version"), str) or not isinstance(raw.get("files"), dict):
        return None
    labels = [raw.get(key) for key in ("kinds", "modalities", "names", "classes")]
    if not all(isinstance(each, list) and each and all(isinstance(x, str) for x in each) for each in labels):
        return None
    files = raw["files"]
    if not set(_LOADED) <= set(files) or any(
        not isinstance(digest, str) or name != Path(name).name or "\\" in name for name, digest in files.items()
    ):
        return None
    kinds, modalities, names, classes = (tuple(each) for each in labels if each)
    return Card(
        version=raw["version"],
        kinds=kinds,
        modalities=modalities,
        names=names,
        classes=classes,
        files=tuple(sorted(files.items())),
    )


def advice_on(folder: Path) -> str:
    """What to do where the model in a folder is not sound: nobody can install again what somebody has made."""
    return _INSTALL if folder == shipped_model() else _NAME_ANOTHER


def shipped_model() -> Path:
    """The folder of the model inside the package."""
    return Path(str(resources.files("rejoinder.models") / "reader"))
