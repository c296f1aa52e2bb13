"""Data that ships with the package."""

from __future__ import annotations

from importlib.resources import files

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def shipped(name: str) -> object:
    """What the YAML file `name` of the vocabulary holds."""
    text = files("rejoinder.vocabulary").joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
