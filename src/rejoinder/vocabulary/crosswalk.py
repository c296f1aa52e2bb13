"""From a move to PLOVER and CAMEO codes, for those who count events in these schemes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rejoinder.types.extraction import Modality
from rejoinder.vocabulary.kinds import kinds
from rejoinder.vocabulary.sheet import Row, read_sheet, rows

_SHEET = "crosswalk.yaml"
_NONE = "-"
_WHOLE = "."
"""Behind a word of the sheet that counts only as it stands."""
_UNDONE: tuple[str, ...] = ("planned", "conditional", "hypothetical")


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverCode:
    """A move in PLOVER's terms, and its CAMEO root code ("01" to "20").

    Class, mode and quad are None where the scheme has none, as for a mere statement. Quads: 1 verbal cooperation,
    2 material cooperation, 3 verbal conflict, 4 material conflict.
    """

    class_: str | None
    mode: str | None
    negation: bool
    future: bool
    hypothetical: bool
    quad: int | None
    cameo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Class:
    quad: int
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Code:
    class_: str | None
    mode: str | None
    cameo: str
    words: tuple[str, ...]

    def is_said(self, said: Iterable[str]) -> bool:
        """Whether one of its words is among those said; a code without words always is."""
        begin = tuple(word for word in self.words if not word.endswith(_WHOLE))
        whole = {word.removesuffix(_WHOLE) for word in self.words if word.endswith(_WHOLE)}
        return not self.words or any(word.startswith(begin) or word in whole for word in said)


def plover(kind: str, modality: Modality, words: Iterable[str]) -> PloverCode:
    """The codes of a move of this kind and modality; KeyError for a kind that is none.

    `words` are those of its clause, in any order; they choose class and mode where the kind alone does not. A denied
    move is negated. One not yet done takes the class that already says so (a planned meeting is AGREE), otherwise the
    flag `future` or `hypothetical`. A reported move is coded as an actual one: PLOVER has no place for who says so.
    """
    said = {word.lower() for word in words}
    code = _fitting(_codes()[kind], said)
    instead = _instead().get((code.class_, modality))
    undone = modality in _UNDONE and instead is None
    code = instead or code
    return PloverCode(
        class_=code.class_,
        mode=code.mode,
        negation=modality == "denied",
        future=undone and modality == "planned",
        hypothetical=undone and modality != "planned",
        quad=None if code.class_ is None else _classes()[code.class_].quad,
        cameo=code.cameo,
    )


def _fitting(codes: tuple[_Code, ...], said: set[str]) -> _Code:
    """The first code whose words are said; the last has none and fits always."""
    return next(code for code in codes if code.is_said(said))


@cache
def _classes() -> Mapping[str, _Class]:
    made = {}
    for row in rows(_SHEET, read_sheet(_SHEET), "classes"):
        row.check_keys(frozenset({"quad"}), frozenset({"modes", *_UNDONE}))
        made[row.id] = _Class(quad=int(row.choice("quad", ("1", "2", "3", "4"))), modes=row.items("modes"))
    return MappingProxyType(made)


@cache
def _instead() -> Mapping[tuple[str | None, str], _Code]:
    """By class and modality, the code that an act not yet done takes instead."""
    made: dict[tuple[str | None, str], _Code] = {}
    for row in rows(_SHEET, read_sheet(_SHEET), "classes"):
        made |= {(row.id, key): _code(row, row.text(key), ()) for key in _UNDONE if row.text(key)}
    return MappingProxyType(made)


@cache
def _codes() -> Mapping[str, tuple[_Code, ...]]:
    made = {}
    for row in rows(_SHEET, read_sheet(_SHEET), "kinds"):
        row.check_keys(frozenset({"code", "cameo"}), frozenset({"words"}))
        chosen = [_code(row, name, row.pieces(name, text)) for name, text in row.mapping("words").items()]
        made[row.id] = (*chosen, _code(row, row.text("code"), ()))
    missing = {kind.id for kind in kinds()} ^ made.keys()
    if missing:
        raise Row(file=_SHEET, id="kinds", values={}).fault(f"is not about the kinds there are: {sorted(missing)}")
    return MappingProxyType(made)


def _code(row: Row, text: str, words: tuple[str, ...]) -> _Code:
    name, _, cameo = text.partition(" ")
    cameo = cameo or row.text("cameo")
    if not (cameo.isdigit() and len(cameo) == len("01")):
        raise row.fault(f"{cameo!r} is no CAMEO root")
    if name == _NONE:
        return _Code(class_=None, mode=None, cameo=cameo, words=words)
    class_, _, mode = name.partition("/")
    if class_ not in _classes() or (mode and mode not in _classes()[class_].modes):
        raise row.fault(f"{name!r} is no class or mode")
    return _Code(class_=class_, mode=mode or None, cameo=cameo, words=words)
