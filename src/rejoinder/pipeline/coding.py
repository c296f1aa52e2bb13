"""The codes by which others count events and parties: PLOVER, CAMEO, ISO 3166."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import cast

from rejoinder.record.view_rows import EventCode
from rejoinder.types.extraction import Modality
from rejoinder.vocabulary.crosswalk import plover
from rejoinder.vocabulary.parties import gazetteer

_WORD = re.compile(r"\w[\w'’-]*")


@cache
def party_codes() -> Mapping[str, str]:
    """ISO 3166 alpha-3 codes by the names of states."""
    return {entry.name: entry.alpha3 for entry in gazetteer() if entry.alpha3}


def event_code(kind: str, modality: str, words: str) -> EventCode:
    """What PLOVER and CAMEO make of a move."""
    code = plover(kind, cast(Modality, modality), _WORD.findall(words))
    return EventCode(
        plover=code.class_,
        plover_mode=code.mode,
        quad=None if code.quad is None else str(code.quad),
        cameo=code.cameo,
        negation=code.negation,
        future=code.future,
        hypothetical=code.hypothetical,
    )
