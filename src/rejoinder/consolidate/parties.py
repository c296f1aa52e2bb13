"""The parties of many documents: one for all the spellings and roles under which each was named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rejoinder.consolidate.short_forms import Naming, full_forms
from rejoinder.consolidate.spelling import name_words, plain_name, same_given
from rejoinder.types.account import Party, Reported
from rejoinder.types.annotation import PartyRef, PartyType
from rejoinder.types.identity import content_id

Key = tuple[str, ...]
_Name = TypeVar("_Name", bound=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBook:
    """The parties found, sorted by id, and which reference stands for which."""

    parties: tuple[Party, ...]
    by_id: Mapping[str, Party]
    by_ref: Mapping[PartyRef, str]

    def acting(self, ref: PartyRef) -> str:
        """The id of the party on whose behalf the one referred to acts; its own where it acts for itself."""
        at = self.by_ref[ref]
        seen = {at}
        while (principal := self.by_id[at].principal) and principal not in seen:
            seen.add(principal)
            at = principal
        return at

    def name(self, party_id: str) -> str:
        """The party's name."""
        return self.by_id[party_id].name


def find_parties(inputs: Sequence[Reported]) -> PartyBook:
    """The parties that the documents name, with spellings joined, and principals and roles by the most mentions.

    What one document says of a person's principal counts before what is inferred in another.
    A surname alone stands for the one full name that has it; where several do, for itself.
    """
    refs = Counter(ref for one in inputs for ref in _refs(one))
    principals = {_as_principal(ref.principal) for ref in refs if ref.principal}
    keys = _joined(_keys([*refs, *principals]), inputs)
    grouped: dict[Key, Counter[PartyRef]] = defaultdict(Counter)
    for ref, count in refs.items():
        grouped[keys[ref]][ref] += count
    for ref in sorted(principals - refs.keys()):
        grouped.setdefault(keys[ref], Counter({ref: 0}))
    ids = {key: content_id("party", *key) for key in grouped}
    parties = sorted((_party(key, members, keys, ids) for key, members in grouped.items()), key=lambda p: p.id)
    by_ref = {ref: ids[keys[ref]] for ref in refs}
    return PartyBook(parties=tuple(parties), by_id={party.id: party for party in parties}, by_ref=by_ref)


def _refs(one: Reported) -> Iterator[PartyRef]:
    yield from one.extraction.parties
    for move in one.extraction.moves:
        for group in (move.actors, move.recipients, move.agents, move.holders):
            yield from group
    for statement in one.extraction.statements:
        yield from statement.speakers


def _keys(refs: Iterable[PartyRef]) -> dict[PartyRef, Key]:
    """What each reference is known by: persons by surname and given name as first spelled, others by plain name."""
    people: dict[str, set[Key]] = defaultdict(set)
    ordered = sorted(refs, key=_ref_order)
    for ref in ordered:
        if _is_named_person(ref) and (words := name_words(ref.name)):
            people[words[-1]].add(words[:-1])
    chosen = {surname: _one_for_each(given) for surname, given in people.items()}
    keys: dict[PartyRef, Key] = {}
    for ref in ordered:
        words = name_words(ref.name) if _is_named_person(ref) else ()
        keys[ref] = ("person", words[-1], *chosen[words[-1]][words[:-1]]) if words else _other_key(ref)
    return keys


def _joined(keys: Mapping[PartyRef, Key], inputs: Sequence[Reported]) -> dict[PartyRef, Key]:
    """The same keys, short forms of organisations with that of the full name, and a person's full name that some
    document takes for another sort of party with the person's."""
    documents: dict[str, set[int]] = defaultdict(set)
    company: dict[int, set[str]] = {}
    for number, one in enumerate(inputs):
        named = [ref for ref in _refs(one) if ref.anonymity == "named" and ref.type not in ("state", "media")]
        company[number] = {plain_name(ref.name) for ref in named}
        for ref in named:
            if ref.type in ("organisation", "group"):
                documents[ref.name].add(number)
    namings = [Naming(text=name, documents=frozenset(documents[name])) for name in sorted(documents)]
    longer = full_forms(namings, company)
    people = {" ".join((*key[2:], key[1])): key for key in keys.values() if key[0] == "person" and len(key) > 2}
    out = {}
    for ref, key in keys.items():
        if key[0] == "named":
            key = people.get(" ".join(name_words(ref.name))) or ("named", longer.get(key[1], key[1]))
        out[ref] = key
    return out


def _other_key(ref: PartyRef) -> Key:
    if ref.anonymity == "named":
        return ("named", plain_name(ref.name))
    return ("unnamed", plain_name(ref.name), plain_name(ref.principal or ""))


def _as_principal(name: str) -> PartyRef:
    return PartyRef(name=name, type="group")


def _is_named_person(ref: PartyRef) -> bool:
    return ref.type == "person" and ref.anonymity == "named"


def _one_for_each(given: set[Key]) -> dict[Key, Key]:
    """For each set of given names with one surname, the fullest that may be the same person's."""
    full = sorted(given, key=lambda words: (-sum(map(len, words)), words))
    heads: list[Key] = []
    chosen: dict[Key, Key] = {}
    for words in full:
        fits = [head for head in heads if same_given(words, head)]
        if len(fits) == 1 or (fits and words):
            chosen[words] = fits[0]
        else:
            heads.append(words)
            chosen[words] = words
    return chosen


def _party(key: Key, members: Counter[PartyRef], keys: Mapping[PartyRef, Key], ids: Mapping[Key, str]) -> Party:
    by_name, by_type, by_role = Counter[str](), Counter[PartyType](), Counter[str]()
    by_principal: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    for ref, count in members.items():
        by_name[ref.name] += count
        by_type[ref.type] += count
        if ref.role:
            by_role[ref.role] += count
        if ref.principal:
            principal = ids[keys[_as_principal(ref.principal)]]
            if principal != ids[key]:
                by_principal[ref.inferred][principal] += count
    fullest = max(by_name, key=lambda name: (len(name.split()), by_name[name], name)) if key[0] == "person" else None
    return Party(
        id=ids[key],
        name=fullest or _most(by_name) or "",
        type="person" if key[0] == "person" else _most(by_type) or "group",
        principal=_most(by_principal[False]) or _most(by_principal[True]),
        role=_most(by_role),
        forms=tuple(sorted(by_name)),
    )


def _most(counts: Counter[_Name]) -> _Name | None:
    """The most frequent, the first in the alphabet among equals."""
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _ref_order(ref: PartyRef) -> tuple[str, ...]:
    return (ref.name, ref.type, ref.principal or "", ref.role or "", ref.anonymity)
