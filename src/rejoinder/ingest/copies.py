"""Articles that are copies of one another, and so one witness."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rejoinder.types.document import Document
from rejoinder.types.origins import Origin

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_SHORTEST = 8
_ALIKE = 0.6
# A copy shares its shingles with every other copy; to be joined to the first of them is enough.
_POSTINGS = 64


def near_copies(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Families of two and more documents (ids, sorted) whose body text is mostly the same: five-word shingles, of
    which six in ten of the shorter document stand in the other. Families are sorted; the order of `documents`
    changes nothing."""
    ordered = sorted(documents, key=lambda d: (d.id, d.name))
    shingles = [_shingles(document) for document in ordered]
    family = list(range(len(ordered)))
    postings: dict[int, list[int]] = defaultdict(list)
    for i in sorted(range(len(ordered)), key=lambda n: (-len(shingles[n]), n)):
        shared: Counter[int] = Counter()
        for shingle in sorted(shingles[i]):
            held = postings[shingle]
            shared.update(held)
            if len(held) < _POSTINGS:
                held.append(i)
        if len(shingles[i]) < _SHORTEST:
            continue
        for j, count in sorted(shared.items()):
            if count >= _ALIKE * min(len(shingles[i]), len(shingles[j])) and len(shingles[j]) >= _SHORTEST:
                _join(family, i, j)
    groups: dict[int, list[str]] = defaultdict(list)
    for i, document in enumerate(ordered):
        groups[_root(family, i)].append(document.id)
    return tuple(sorted(tuple(sorted(ids)) for ids in groups.values() if len(ids) > 1))


def origin_key(document: Document) -> str:
    """What a document is a witness of, taken by itself: its agency where it is agency copy, else its outlet, else
    itself."""
    if document.metadata.origin:
        return Origin("agency", document.metadata.origin).key
    if document.metadata.outlet:
        return Origin("outlet", document.metadata.outlet).key
    return Origin("document", document.id).key


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What a document is counted as: `origin`, and the `story` that it and others print, whole or shortened (the id of
    the story's earliest document; None where no other prints it)."""

    origin: str
    story: str | None


def witnesses(documents: Sequence[Document]) -> Mapping[str, Witness]:
    """What every document is counted as, by its id.

    One that names no agency shares the origin of its family of near copies: the agency named in it, or else its
    earliest member. A story is such a family; the credit of an agency alone makes none, for an agency has many."""
    by_id = {document.id: document for document in documents}
    keys = {id_: origin_key(by_id[id_]) for id_ in sorted(by_id)}
    stories: dict[str, str] = {}
    for ids in near_copies(documents):
        named = Counter(keys[i] for i in ids if by_id[i].metadata.origin)
        first = min(ids, key=lambda i: _age(by_id[i]))
        shared = min(named, key=lambda key: (-named[key], key)) if named else keys[first]
        keys |= {i: shared for i in ids if not by_id[i].metadata.origin}
        stories |= dict.fromkeys(ids, first)
    return {id_: Witness(origin=key, story=stories.get(id_)) for id_, key in keys.items()}


def _shingles(document: Document) -> frozenset[int]:
    """Hashes of every five words in a row of the body, the same on every machine."""
    body = " ".join(zone.span.of(document.text) for zone in document.zones if zone.kind == "body")
    words = _WORD.findall(body.casefold())
    return frozenset(
        int.from_bytes(hashlib.blake2b(" ".join(words[i : i + _SHINGLE]).encode(), digest_size=8).digest(), "big")
        for i in range(len(words) - _SHINGLE + 1)
    )


def _age(document: Document) -> tuple[str, str, str]:
    published = document.metadata.published
    return (published.first.isoformat() if published else "9999", document.name, document.id)


def _root(family: list[int], i: int) -> int:
    while family[i] != i:
        family[i] = family[family[i]]
        i = family[i]
    return i


def _join(family: list[int], i: int, j: int) -> None:
    a, b = _root(family, i), _root(family, j)
    family[max(a, b)] = min(a, b)
