"""How much each likeness counts: round numbers, from looking at what goes wrong, not fitted to the digit."""

from __future__ import annotations

from dataclasses import dataclass, field

from rejoinder.types.extraction import COUNTS_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAct:
    """Whether two moves report one act: the sum must be above 0."""

    start: float = -5.0
    same_kind: float = 1.5
    actors: float = 1.5
    recipients: float = 2.0
    topic: float = 3.5
    nearby: float = 1.0
    no_word: float = -0.5
    few_such: float = 2.0
    same_day: float = 2.0
    days_apart: float = -2.5
    months_apart: float = -1.0
    same_number: float = 0.75
    other_number: float = -4.0
    headline: float = 1.0
    named_again: float = 0.0
    one_sentence: float = -2.0
    far_in_document: float = -1.0
    other_agent: float = -1.0
    other_modality: float = -0.5
    denied_close: float = 1.0
    denied_without_word: float = -1.0
    likely: float = 3.0
    likely_from: float = 0.3
    least: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Whether one act answers another: the sum must be above `least` (`least_counter`: what is no answer by kind).

    What the model takes for less likely than `unlikely` (`unlikely_near`: of acts told close together that are not put
    to each other's parties) is no answer, and for less than `unlikely_after` none that only stands beside an answer or
    goes on a paper; what it takes for an answer as surely as `surely` is one, though its kind is none of an answer, to
    what is told right before it."""

    recipients_known: float = 1.25
    topic: float = 5.0
    fitting_kind: float = 2.0
    taken_up: float = 1.0
    named_otherwise: float = -2.0
    same_figure: float = 1.0
    next_number: float = 1.5
    often_told: float = 0.5
    says_so: float = 1.0
    unsaid_yes: float = -1.0
    unsure: float = -2.0
    a_reply: float = -1.0
    read_otherwise: float = -2.0
    same_clause: float = 2.0
    same_sentence: float = 1.0
    close_by: float = 2.5
    nearest: float = 0.5
    same_document: float = 1.0
    months_before: float = -1.0
    superseded: float = -1.0
    told_later: float = -1.0
    put_to_others: float = -1.0
    said_to_others: float = -2.0
    nothing_shared: float = -1.0
    read: float = 3.0
    likely: float = 5.0
    likely_from: float = 0.45
    unlikely: float = 0.1
    unlikely_near: float = 0.3
    unlikely_after: float = 0.5
    surely: float = 0.8
    reach: int = 300
    least: float = 5.0
    least_counter: float = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposing:
    """Whether two acts are opposed accounts of one matter: the sum must be above `least` (blame: `least_mutual`).

    `likely` is how likely the model must take it that both cannot be true where nothing else says so, `doubtful` how
    likely it must take a denial and what stands before it or elsewhere; silence and an answer, or blame and blame, are
    opposed unless it takes that for less likely than `unlikely`. From `answered_from` on its word that silence and an
    answer cannot both be true counts, `read_as_answered` times."""

    topic: float = 7.0
    same_clause: float = 4.0
    told_and_denied: float = 3.0
    beside: float = 2.0
    same_offer: float = 1.0
    blamed: float = 1.0
    laid_on_the_other: float = 2.0
    read_as_answered: float = 3.0
    answered_from: float = 0.35
    sure: float = 0.5
    likely: float = 0.8
    doubtful: float = 0.4
    unlikely: float = 0.1
    least: float = 1.0
    least_mutual: float = 1.0
    most_claims: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradicting:
    """Whether one passage denies another beside it: the sum must be above `least`; lengths in characters."""

    a_denial: float = 2.5
    told_as_denied: float = 1.0
    denying_word: float = 2.5
    negated: float = 0.5
    topic: float = 6.0
    right_after: float = 1.0
    follows: float = 0.5
    two_voices: float = 1.0
    on_a_word: float = 0.5
    likely: float = 2.0
    likely_from: float = 0.3
    close: int = 150
    reach: int = 400
    nearest: int = 8
    least: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All that consolidation weighs; moves with a score below `counts_from` are left out of the account."""

    counts_from: float = COUNTS_FROM
    same_act: SameAct = field(default_factory=SameAct)
    answering: Answering = field(default_factory=Answering)
    opposing: Opposing = field(default_factory=Opposing)
    contradicting: Contradicting = field(default_factory=Contradicting)


DEFAULT = Weights()
