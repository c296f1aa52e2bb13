"""What is at stake: words and pairs of words that moves keep coming back to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rejoinder.consolidate.events import Act
from rejoinder.consolidate.nouns import Uses
from rejoinder.consolidate.stems import STOP, stem, text_stems
from rejoinder.consolidate.tellings import Telling
from rejoinder.types.account import Issue
from rejoinder.types.identity import content_id
from rejoinder.vocabulary.inflection import noun_forms
from rejoinder.vocabulary.kinds import triggers
from rejoinder.vocabulary.offices import institutions
from rejoinder.vocabulary.word_lists import word_list

Term = tuple[str, ...]

# Words for the moves themselves: they are on every table and name no issue.
_MOVE_WORDS = """
propose proposal offer demand request call urge ask invite invitation reply answer response respond reject rejection
refuse accept acceptance agree agreement deny denial accuse accusation blame warn warning threat threaten talk talks
meeting meet negotiation side sides party ready call insist condition deliver hand submit receive send position
issue question government ministry minister president leader diplomat country official allow want seek need continue
start end begin hold letter note paper document text draft package version list new key main further two three six
"""
_OF_MOVES = frozenset(
    map(
        stem,
        _MOVE_WORDS.split(),
    )
)
_COMMON = word_list("nouns that name no matter")
_LIKE = word_list("words that only say what a matter is like")
_FORCES = frozenset(("army", "police"))
"""Institutions whose nouns are as often what is dealt with ("troops")."""
MOST = 40
_PAIR = 2
LEAST_ACTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The issues, sorted by id, and those of each event."""

    issues: tuple[Issue, ...]
    of_event: Mapping[str, tuple[str, ...]]


def find_issues(acts: Sequence[Act], names: Collection[str] = (), used: Uses | None = None) -> Found:
    """Issues from the topics of the moves: two neighbouring words, or one, that at least two events share.

    What is done ("signed", "raise") and who takes part (`names` of parties) is none, nor what the articles do not use
    as a noun (`used` says how they use words; None where that is not known).
    A pair goes before its words; an event has the issues whose words stand in one of its moves.
    """
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    holding: dict[Term, set[str]] = defaultdict(set)
    for one in acts:
        for telling in one.tellings:
            for term in _terms(telling, spelled):
                holding[term].add(one.id)
    shared = {term: events for term, events in holding.items() if len(events) >= LEAST_ACTS}
    stated = {t: events for t, events in shared.items() if _is_matter([_spelling(one, spelled) for one in t], used)}
    called = {tuple(text_stems(name)) for name in names}
    issues = {term: _issue(term, spelled) for term in _chosen({t: a for t, a in stated.items() if t not in called})}
    of_event: dict[str, list[Term]] = defaultdict(list)
    for term in issues:
        for event in holding[term]:
            of_event[event].append(term)
    own = {event: _without_parts(terms) for event, terms in of_event.items()}
    kept = {term for terms in own.values() for term in terms}
    return Found(
        issues=tuple(sorted((issue for term, issue in issues.items() if term in kept), key=lambda issue: issue.id)),
        of_event={event: tuple(sorted(issues[t].id for t in terms)) for event, terms in sorted(own.items())},
    )


def _without_parts(terms: Collection[Term]) -> list[Term]:
    """The terms of an event without the words of its pairs: what is about a peace treaty is not listed under "peace"
    and "treaty" besides."""
    parts = {word for term in terms if len(term) > 1 for word in term}
    return [term for term in terms if len(term) > 1 or term[0] not in parts]


def _terms(telling: Telling, spelled: dict[str, Counter[str]]) -> list[Term]:
    """The stems of the topic that may name an issue, alone and with the word right before; notes how each is
    spelled."""
    terms: list[Term] = []
    before, last = "", ""
    clause = " ".join(telling.words.casefold().replace("-", " ").split())
    for word in telling.move.topic:
        one = stem(word)
        if word.casefold() in STOP or one in _OF_MOVES or one not in telling.stems or one[:1].isdigit():
            before = ""
            continue
        spelled[one][word.casefold()] += 1
        terms.append((one,))
        if before and before != one and f"{last} {word.casefold()}" in clause:
            terms.append((before, one))
        before, last = one, word.casefold()
    return terms


def _chosen(holding: Mapping[Term, set[str]]) -> list[Term]:
    """The most shared terms; a single word goes where a pair with it covers most of its events, and a pair that is only
    ever the end of another ("sea grain" of "black sea grain")."""
    covered: set[Term] = {
        (word,)
        for term, events in holding.items()
        if len(term) == _PAIR
        for word in term
        if 2 * len(events) > len(holding.get((word,), ()))
    }
    ending: dict[str, list[Term]] = defaultdict(list)
    for term in holding:
        if len(term) == _PAIR:
            ending[term[1]].append(term)
    covered |= {
        term
        for term, events in holding.items()
        if len(term) == _PAIR and any(events <= holding[before] for before in ending[term[0]])
    }
    left = [term for term in holding if term not in covered]
    return sorted(left, key=lambda term: (-len(holding[term]) * len(term), term))[:MOST]


def _is_matter(words: Sequence[str], used: Uses | None) -> bool:
    """Whether the words are a matter to deal with, not something that is done to one."""
    if words[-1].endswith("ed") or words[-1] in _COMMON or words[-1] in _bodies():
        return False
    if used is not None and not _are_so_used(words, used):
        return False
    return len(words) > 1 or not (words[0].endswith(("ing", "ous", "ible", "able", "ern")) or _is_no_noun(words[0]))


def _are_so_used(words: Sequence[str], used: Uses) -> bool:
    """Whether the articles use the last word as a noun and, of two, the first as no verb."""
    if not used.is_thing(words[-1]):
        return False
    return len(words) == 1 or not used.is_doing(words[0])


@cache
def _bodies() -> frozenset[str]:
    """Nouns that stand for a party or a part of one ("rebels", "parliament"), in singular and plural."""
    named = [noun for i in institutions() if i.id not in _FORCES for noun in (*i.names, *i.nouns) if " " not in noun]
    return frozenset(form for noun in named for form in (noun, *noun_forms(noun)))


@lru_cache(maxsize=1 << 12)
def _is_no_noun(word: str) -> bool:
    """Whether a word says what something is like, or is known as a verb of the moves and as no noun; with an `s` it may
    be one ("shares")."""
    if word in _LIKE:
        return True
    parts = {trigger.part for trigger in triggers(word)}
    return "verb" in parts and "noun" not in parts and not word.endswith("s")


def _spelling(one: str, spelled: Mapping[str, Counter[str]]) -> str:
    return min(spelled[one], key=lambda word: (-spelled[one][word], word))


def _issue(term: Term, spelled: Mapping[str, Counter[str]]) -> Issue:
    words = [_spelling(one, spelled) for one in term]
    forms = {" ".join(words)} | (set(spelled[term[0]]) if len(term) == 1 else set())
    return Issue(id=content_id("issue", *term), name=" ".join(words), forms=tuple(sorted(forms)))
