"""How apt one act is as an answer to another."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache

from rejoinder.consolidate.events import Act
from rejoinder.consolidate.stems import stem, text_stems
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import Answering

TABLED = frozenset({"propose", "demand", "request", "offer", "invite"})
SENT = frozenset({"deliver", "reply"})
PAPERS = frozenset({"propose", "deliver", "reply"})
_NEXT = 300

# What each answer usually answers; anything else on the table is less likely.
_FITS: Mapping[str, frozenset[str]] = {
    "accept": frozenset({"propose", "offer", "invite", "request"}),
    "reject": frozenset({"propose", "offer", "invite", "request", "demand"}),
    "reply": frozenset({"propose", "offer", "invite", "request", "demand", "deliver"}),
    "acknowledge": frozenset({"propose", "deliver", "reply", "invite", "request"}),
    "ignore": frozenset({"propose", "offer", "invite", "request", "deliver"}),
}
# Stems by which a later sentence takes up what was put on the table.
NAMED: Mapping[str, frozenset[str]] = {
    kind: frozenset(map(stem, words.split()))
    for kind, words in {
        "propose": "proposal propose draft plan package version terms text figure initiative",
        "demand": "demand condition ultimatum claim",
        "request": "request call appeal",
        "offer": "offer offered readiness initiative",
        "invite": "invitation invited",
        "deliver": "proposal document paper note letter message draft package version list",
        "reply": "reply answer response responded note letter",
    }.items()
}

# An offer or a paper named in the clause of an answer, and what kinds of acts put such a thing on the table.
_AN_OFFER = re.compile(
    r"(?:\b(?:the|its|his|her|their|our|my|that|this|these|those|any|every|such|an?)|['’]s?)\s(?:[^\s.,;:]{1,20}\s){0,3}"
    r"(?:offer|proposal|plan|draft|package|text|terms|paper|bid)s?\b",
    re.IGNORECASE,
)
_OFFERED = frozenset({"propose", "offer", "deliver", "reply"})

# Stems by which an answer says that it is one.
_SAYING_SO = """
accept accepted agreed approve approved welcome welcomed acceptance reject rejected rejects rejection refuse refused
refuses refusal decline declined dismiss dismissed spurn rebuff ruled rule turned reply replied replies answer answered
answers response responded respond unanswered ignored ignore silent silence study studying consider considering examine
examining received receipt
"""
_SAYS_SO = frozenset(map(stem, _SAYING_SO.split()))


def too_late(one: Act, other: Act) -> bool:
    """Whether it came after the answer; a demand may have stood long before the day on which it is told."""
    return _is_later(one, other) and "demand" not in other.kinds


def _is_later(one: Act, other: Act) -> bool:
    last = one.when.last if one.when else one.last_told
    return bool(other.when and last and other.when.first > last)


def aptness(one: Act, other: Act, weigh: Answering) -> float:
    """What parties, kinds, numbers and days say."""
    put_to_others = bool(other.recipients) and not other.recipients & one.actors
    said_to_others = bool(one.recipients) and not one.recipients & other.actors
    score = weigh.told_later * _is_later(one, other)
    score += weigh.put_to_others * put_to_others + weigh.said_to_others * said_to_others
    score += weigh.recipients_known * (bool(one.recipients) + bool(other.recipients))
    score += weigh.fitting_kind * any(other.kinds & _FITS.get(kind, PAPERS) for kind in one.kinds)
    score += weigh.taken_up * any(one.nearby & NAMED[kind] for kind in other.kinds & NAMED.keys())
    score += weigh.named_otherwise * (
        not other.kinds & _OFFERED and any(_names_an_offer(t.words) for t in one.tellings)
    )
    score += weigh.same_figure * bool(one.stems & other.figures)
    score += weigh.next_number * _follows(one, other)
    score += weigh.a_reply * (not other.kinds & TABLED and "deliver" not in other.kinds)
    score += weigh.read_otherwise * (other.kind not in TABLED | SENT)
    says_so = any(_says_so(t.words) for t in one.tellings)
    score += weigh.says_so * says_so + weigh.unsaid_yes * (one.kind == "accept" and not says_so)
    score += weigh.unsure * (2 - one.sureness - other.sureness)
    score += weigh.often_told * math.log2(len(other.tellings))
    if one.documents & other.documents:
        return score + weigh.same_document
    return score + weigh.months_before * min(_days_between(other, one) / 30, 3)


@lru_cache(maxsize=1 << 16)
def _names_an_offer(words: str) -> bool:
    return bool(_AN_OFFER.search(words))


@lru_cache(maxsize=1 << 16)
def _says_so(words: str) -> bool:
    return not _SAYS_SO.isdisjoint(text_stems(words))


def _follows(one: Act, other: Act) -> bool:
    """Whether one is numbered next after the other (a seventh draft after a sixth)."""
    return any(number - 1 in other.numbers for number in one.numbers)


def _days_between(first: Act, second: Act) -> int:
    start, end = first.latest, second.latest
    return max(0, (end - start).days) if start and end else 0


FAR_OFF = "topic"
"""Where nothing but what they are about speaks for one act as answer to another."""


def closest(one: Act, other: Act) -> str:
    """How close together any document tells both: in one clause, one sentence, the next, or FAR_OFF."""
    if not one.documents & other.documents:
        return FAR_OFF
    rules = {closeness(a, b) for a in one.tellings for b in other.tellings}
    return next((rule for rule in ("same-clause", "same-sentence", "next") if rule in rules), FAR_OFF)


def closeness_score(rule: str, weigh: Answering) -> float:
    """What that closeness counts."""
    return {"same-clause": weigh.same_clause, "same-sentence": weigh.same_sentence, "next": weigh.close_by}.get(rule, 0)


def closeness(a: Telling, b: Telling) -> str:
    """How closely the first follows the second in their document: in one clause, one sentence, the next, or far."""
    if a.document_id != b.document_id:
        return "far"
    if a.move.anchor.touches(b.move.anchor):
        return "same-clause"
    if a.sentence.touches(b.sentence):
        return "same-sentence"
    return "next" if 0 <= a.move.anchor.start - b.move.anchor.end <= _NEXT else "far"
