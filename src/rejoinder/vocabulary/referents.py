"""What counts how much for whom words mean, as learnt from annotated passages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rejoinder.vocabulary.datafile import shipped

FILE = "referents.yaml"


@cache
def referent_weights() -> Mapping[str, Mapping[str, float]]:
    """For each sort of words the weight of each feature; ValueError where the file is not of that form."""
    data = shipped(FILE)
    if not isinstance(data, dict) or not all(isinstance(own, dict) for own in data.values()):
        raise ValueError(f"{FILE}: expected sorts of words with the weights of their features")
    return {str(sort): {str(name): float(value) for name, value in own.items()} for sort, own in data.items()}
