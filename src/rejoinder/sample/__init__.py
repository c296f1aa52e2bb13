"""The sample that ships with the package: articles of invented outlets about the proposals of 2021-22."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_HERE = Path(str(files("rejoinder.sample")))


def sample_folder() -> Path:
    """The folder of the sample's articles: pages, plain text, Markdown and lines of JSON."""
    return _HERE / "articles"


def sample_metadata() -> Path:
    """What is given about them beforehand; three files are left to speak for themselves."""
    return _HERE / "metadata.yaml"
