"""Words of office: which nouns stand for a person or a body by role, and which of them fit which office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rejoinder.types.annotation import PartyRef
from rejoinder.vocabulary.inflection import noun_forms
from rejoinder.vocabulary.offices import institutions, office, offices
from rejoinder.vocabulary.offices import is_modifier as known_modifier
from rejoinder.vocabulary.parties import gazetteer
from rejoinder.vocabulary.word_lists import word_list

RoleKind = Literal["person", "institution", "body", "organisation", "utterance"]

_BODIES = frozenset(("government", "delegation", "army", "officials", "coalition", "local-government"))
_ORGANISATIONS = frozenset(("management", "union", "rebels", "board"))
_REBEL_WORDS = word_list("words of an armed group")
_STATE_WORDS = word_list("words of a state")
_UNION_NAME = re.compile(r"\b(?:Union|Guild|Brotherhood|Workers|Syndicate|Drivers|Teachers|Nurses|Miners)\b")
_MANAGEMENT_NAME = re.compile(
    r"\b(?:Employers|Company|Companies|Group|Association|Operators|Studios|Producers|Holdings|Airlines|Airways|Railways?|Industries|plc|PLC|Ltd|Inc|Corp)\b"
)
_UTTERANCES = word_list("written utterances")
"""Nouns for what was written: as a source they stand for who wrote it."""
_SPEAKS = "spokes"
_NEVER_ALONE = word_list("roles that need a name before them")
"""Nouns that stand for a party only with a name or a possessive before them."""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The role nouns and title words of the vocabulary, in lower case."""

    kinds: Mapping[str, RoleKind]
    pairs: Mapping[tuple[str, str], RoleKind]
    heads: frozenset[str]
    modifiers: frozenset[str]
    stands_for: Mapping[str, frozenset[str]]
    plurals: frozenset[str]
    union: frozenset[str]
    management: frozenset[str]
    rebels: frozenset[str]

    def kind(self, noun: str, before: str = "") -> RoleKind | None:
        """What a noun stands for, by itself or with the word before it ("foreign" "office")."""
        return self.pairs.get((before, noun)) or self.kinds.get(noun)

    def is_head(self, word: str) -> bool:
        """Whether a title may end in this word ("minister")."""
        return word in self.heads

    def is_modifier(self, word: str) -> bool:
        """Whether the word may stand in a title before its head ("deputy", "foreign")."""
        return word in self.modifiers or known_modifier(word)

    def plural(self, noun: str) -> bool:
        """Whether the noun is of several."""
        return noun in self.plurals

    def alone(self, noun: str) -> bool:
        """Whether the noun can stand for a party without a name or possessive before it."""
        return noun not in _NEVER_ALONE

    def principal_of(self, role: str) -> PartyRef | None:
        """The party whose office a title is by itself ("Secretary of State"), or None."""
        found = office(role)
        if found is None or len(found[0].entries) != 1:
            return None
        entry = gazetteer().entry(found[0].entries[0])
        return PartyRef(name=entry.name, type=entry.type)

    def of_organisation(self, role: str) -> bool:
        """Whether an organisation has this office ("Commission President")."""
        found = office(role.lower())
        return found is not None and found[0].of == "organisation"

    def sort_of(self, role: str) -> Literal["state", "rebels", "union"] | None:
        """For what sort of party somebody of this office acts, where the office tells."""
        words = set(re.findall(r"[\w-]+", role.lower()))
        if words & _REBEL_WORDS:
            return "rebels"
        found = office(role)
        if words & _STATE_WORDS or (found and found[0].of == "state"):
            return "state"
        return "union" if found and found[0].of == "union" else None

    def is_sort(self, sort: str, party: PartyRef) -> bool:
        """Whether a party is a state, an armed group, or a union by its name."""
        if sort == "union":
            return party.type == "organisation" and bool(_UNION_NAME.search(party.name))
        return party.type == ("group" if sort == "rebels" else "state")

    def compatible(self, noun: str, role: str | None, phrase: str = "") -> bool:
        """Whether somebody with this office may be called by the noun, or by a title that ends in it ("the prime
        minister"); an office that is not known fits the general nouns."""
        if role is None:
            return noun in ("official", "leader", "diplomat", "negotiator", "spokesman", "spokeswoman", "spokesperson")
        words = set(re.findall(r"[\w-]+", role.lower()))
        held, called = office(role), office(phrase) if phrase else None
        if called and " " in (title := _without_modifiers(called[1].words)):
            if held is None:
                return title in role.lower()
            return held[0].id == called[0].id or title in {_without_modifiers(n) for n in held[0].nouns}
        if held:
            return noun in words or noun in {n.split()[-1] for n in held[0].nouns}
        if noun.startswith(_SPEAKS):
            return any(word.startswith(_SPEAKS) for word in words)
        return noun in words or any(noun in self.stands_for.get(w, ()) for w in words)

    def sort_of_noun(self, noun: str) -> Literal["union", "management"] | None:
        """On which side of a dispute at work a noun stands."""
        return "union" if noun in self.union else "management" if noun in self.management else None

    def sort_of_name(self, name: str) -> Literal["union", "management"] | None:
        """On which side an organisation stands by the words of its name."""
        if _MANAGEMENT_NAME.search(name):
            return "management"
        return "union" if _UNION_NAME.search(name) else None


def _without_modifiers(title: str) -> str:
    """A title without the rank before it: "senior diplomat" is a diplomat, "prime minister" stays."""
    words = title.split()
    while len(words) > 1 and known_modifier(words[0]):
        words = words[1:]
    return " ".join(words)


def _single(id_: str) -> frozenset[str]:
    found = next(i for i in institutions() if i.id == id_)
    return frozenset(n for n in (*found.names, *found.nouns) if " " not in n)


def _before_preposition(title: str) -> list[str]:
    """The words up to the head: "chief of staff" has "chief"."""
    return re.split(r"\s(?:of|for|to|in|with|on|at|close|familiar|briefed|without)\b", title)[0].split()


def _institution_kind(id_: str) -> RoleKind:
    return "body" if id_ in _BODIES else "organisation" if id_ in _ORGANISATIONS else "institution"


def _add(
    names: Iterable[str], kind: RoleKind, kinds: dict[str, RoleKind], pairs: dict[tuple[str, str], RoleKind]
) -> None:
    for name in names:
        words = _before_preposition(name)
        if len(words) == 1:
            kinds.setdefault(words[0], kind)
        else:
            pairs.setdefault((words[-2], words[-1]), kind)


@cache
def role_words() -> RoleWords:
    """The shipped role words, read once."""
    kinds: dict[str, RoleKind] = {}
    pairs: dict[tuple[str, str], RoleKind] = {}
    heads: set[str] = set()
    modifiers: set[str] = {"of", "the", "for", "and"}
    stands_for: dict[str, set[str]] = {}
    for post in offices():
        titles, nouns = post.titles, post.nouns
        for title in titles:
            words = _before_preposition(title)
            heads.add(words[-1])
            modifiers |= set(title.split()[:-1])
            stands_for.setdefault(words[-1], set()).update(n.split()[-1] for n in nouns)
        for noun in {_before_preposition(n)[-1] for n in [*titles, *nouns]}:
            for form in noun_forms(noun):
                kinds.setdefault(form, "person")
    for institution in institutions():
        if institution.id != "officials":
            _add([*institution.names, *institution.nouns], _institution_kind(institution.id), kinds, pairs)
    kinds.update(dict.fromkeys(_UTTERANCES, "utterance"))
    return RoleWords(
        kinds={k: v for k, v in sorted(kinds.items()) if len(k) > 2},
        pairs=pairs,
        heads=frozenset(heads),
        modifiers=frozenset(modifiers),
        stands_for={k: frozenset(v) for k, v in stands_for.items()},
        plurals=frozenset(f for word in {*kinds, *modifiers} for f in noun_forms(word) if f != word)
        | {"people", "authorities"},
        union=_single("union") - {"federation"},
        management=_single("management"),
        rebels=_single("rebels"),
    )
