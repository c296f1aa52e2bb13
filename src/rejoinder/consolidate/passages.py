"""What a document says and tells, as passages of which one may deny another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rejoinder.consolidate.parties import PartyBook
from rejoinder.consolidate.stems import text_stems
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import Contradicting
from rejoinder.consolidate.workings import Workings
from rejoinder.types.account import Reported
from rejoinder.types.extraction import Statement
from rejoinder.types.places import Places
from rejoinder.types.span import Span, covering

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|not true|untrue|false|falsehood|lies?|rubbish|nonsense|not so|no such|invention"
    r"|invented|fabricat\w{1,6}|unfounded|baseless|groundless|misunderst\w{1,6}|disput(?:es?|ed)|contradict\w{0,5}"
    r"|rebut\w{0,4}|refut\w{1,4})\b",
    re.IGNORECASE,
)
_TURNS_DOWN = re.compile(
    r"\b(?:insist\w{0,3}|brush\w{0,3} off|wrong|mistaken|reject\w{0,3}|dismiss\w{0,3})\b", re.IGNORECASE
)
"""Words by which what was read as a denial is one, though they deny nothing by themselves."""
_NEGATES = re.compile(r"\b(?:not|never|nobody|nothing|none|neither|nor|no|cannot|knew of no)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement or a telling as a piece of one document: its voice, what it says, the tellings that share words with
    it, and how far it denies something."""

    id: str
    document_id: str
    span: Span
    order: int
    kind: str
    voices: frozenset[str]
    holders: tuple[str, ...]
    own_account: tuple[str, ...]
    stems: frozenset[str]
    words: str
    denies: float
    statement_id: str | None
    told: tuple[Telling, ...] = ()


def passages(
    inputs: Sequence[Reported],
    tellings: Sequence[Telling],
    book: PartyBook,
    weigh: Contradicting,
    workings: Workings | None = None,
) -> Mapping[str, Sequence[Passage]]:
    """The statements and tellings of each document, in the order of their places."""
    workings = workings or Workings()
    found: dict[str, list[Passage]] = defaultdict(list)
    in_document: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        in_document[telling.document_id].append(telling)
    for one in inputs:
        own = in_document[one.document_id]
        places = Places((t.span, t) for t in own)

        for telling in own:
            told = tuple(places.touching(telling.span))
            make = partial(_of_telling, telling, told, weigh)
            found[one.document_id].append(workings.of("passages", (id(telling), *map(id, told)), make))
        order = own[0].order if own else len(tellings)
        for statement in one.extraction.statements:
            voices = tuple((book.acting(ref), book.by_ref[ref]) for ref in statement.speakers)
            told = tuple(places.touching(covering(statement.content)))
            said = partial(_of_statement, one, statement, order, voices, told, weigh)
            key = (statement.id, order, voices, *map(id, told))
            found[one.document_id].append(workings.of("said", key, said))
    return {document: sorted(some, key=lambda p: (p.span, p.id)) for document, some in found.items()}


def _of_statement(
    one: Reported,
    statement: Statement,
    order: int,
    voices: Sequence[tuple[str, str]],
    told: tuple[Telling, ...],
    weigh: Contradicting,
) -> Passage:
    span = covering(statement.content)
    words = " ".join(span.of(one.text).split())
    return Passage(
        id=statement.id,
        document_id=one.document_id,
        span=span,
        order=order,
        kind="",
        voices=frozenset(acting for acting, _own in voices),
        holders=tuple(sorted({own for _acting, own in voices})),
        own_account=(),
        stems=frozenset(text_stems(words)),
        words=words,
        denies=max(weigh.told_as_denied * (statement.commitment == "denied"), _by_words(words, weigh)),
        statement_id=None,
        told=told,
    )


def _of_telling(telling: Telling, told: tuple[Telling, ...], weigh: Contradicting) -> Passage:
    own = telling.kind in ("deny", "accuse", "reject", "warn", "demand", "offer", "propose", "request")
    denies = max(
        weigh.a_denial * (telling.kind == "deny" and _says_no(telling.words)),
        weigh.told_as_denied * (telling.move.modality == "denied"),
        _by_words(telling.words, weigh),
    )
    return Passage(
        id=telling.id,
        document_id=telling.document_id,
        span=telling.move.anchor,
        order=telling.order,
        kind=telling.kind,
        voices=telling.voices or (telling.actors if own else frozenset()),
        holders=telling.holders,
        own_account=telling.own_account,
        stems=frozenset(text_stems(telling.words)),
        words=telling.words,
        denies=denies,
        statement_id=telling.statement_id if telling.holders else None,
        told=told,
    )


def _says_no(words: str) -> bool:
    return any(pattern.search(words) for pattern in (_DENIES, _NEGATES, _TURNS_DOWN))


def _by_words(words: str, weigh: Contradicting) -> float:
    if _DENIES.search(words):
        return weigh.denying_word
    return weigh.negated if _NEGATES.search(words) else 0.0
