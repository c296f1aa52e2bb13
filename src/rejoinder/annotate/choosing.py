"""Whom a pronoun means: the likeliest of all candidates, by weights that were learnt from annotated passages."""

from __future__ import annotations

from collections.abc import Mapping

from rejoinder.annotate.candidates import candidates
from rejoinder.annotate.question import Features, Question
from rejoinder.annotate.scene import Walk
from rejoinder.types.annotation import PartyRef
from rejoinder.vocabulary.referents import referent_weights

_BY_RULE = "reference.pronoun"


def likeliest(
    asked: Question,
    found: Mapping[PartyRef | None, Features],
    weights: Mapping[str, Mapping[str, float]] | None = None,
) -> PartyRef | None:
    """The candidate with the highest sum of weights (None: the shipped ones), the first by name of equal ones; None is
    nobody of them."""
    own = (referent_weights() if weights is None else weights).get(asked.sort, {})

    def ranked(party: PartyRef | None) -> tuple[float, tuple[str, ...]]:
        score = sum(own.get(name, 0.0) * value for name, value in found[party].items())
        told = (party.name, party.type, party.principal or "", party.role or "") if party else ()
        return -round(score, 6), told

    return min(found, key=ranked)


def chosen(walk: Walk, asked: Question) -> tuple[tuple[PartyRef, ...], str]:
    """The party that a pronoun means, with the rule that found it: what the rules gave, where that is the likeliest."""
    party = walk.choose(asked, candidates(walk, asked))
    if party is None:
        return (), _BY_RULE
    return (party,), _BY_RULE if party in asked.given else "reference.likeliest"
