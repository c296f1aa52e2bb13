"""What the documents say, statement by statement and move by move, as flat rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from typing import Any

from rejoinder.record.columns import code_columns, dates
from rejoinder.record.filters import Named, chosen
from rejoinder.record.material import Material, folded, joined, quoted
from rejoinder.record.reading_days import Which, moves_of, statements_of
from rejoinder.record.reading_rows import MoveRow, StatementRow
from rejoinder.record.referred import Referred
from rejoinder.types.account import Reported
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import Span, covering


def statement_rows(
    material: Material, party: Named = None, issue: Named = None, which: Which = "by the day"
) -> tuple[StatementRow, ...]:
    """The statements, documents by name, in the order of the text. An issue is that of a move inside the statement.

    Those of articles published after the day of the account are left out (`later`: those alone)."""
    wanted, referred = chosen(material, party, issue), Referred(material)
    issues: dict[str, list[str]] = defaultdict(list)
    for move in material.moves.values():
        if move.statement_id is not None:
            issues[move.statement_id] += _issues(material, move)
    return tuple(
        material.made("statements", statement, (), partial(_statement_row, material, told, statement))
        for told, statement in statements_of(material, which)
        if wanted.wants(referred.by(statement.speakers), issues[statement.id])
    )


def _statement_row(material: Material, told: Reported, one: Statement) -> StatementRow:
    whole = covering(one.content)
    published = dates(told.published)
    return StatementRow(
        id=one.id,
        published=published["event_date"],
        published_last=published["event_date_last"],
        date_precision=published["date_precision"],
        speakers=_names(one.speakers),
        acts_for=joined(ref.acts_for for ref in one.speakers),
        speaker_codes=material.codes_of_refs(one.speakers),
        form=one.form,
        commitment=one.commitment,
        anonymity=one.anonymity,
        chain=joined(hop.name for hop in one.chain),
        cue=_words(told, one.cue),
        source=_words(told, one.source),
        quote=quoted(told.text, *one.content),
        start=whole.start,
        end=whole.end,
        zone=one.zone,
        inside=one.inside,
        continues=one.continues,
        rule=one.rule,
        score=one.score,
        **_place(told),
    )


def move_rows(
    material: Material, party: Named = None, issue: Named = None, which: Which = "by the day"
) -> tuple[MoveRow, ...]:
    """The moves, documents by name, in the order of the text.

    Acts dated after the day of the account, unless they were then to come, and those of articles published after it
    are left out (`later`: those alone)."""
    wanted, referred = chosen(material, party, issue), Referred(material)
    return tuple(
        material.made("moves", move, _beside(material, move), partial(_move_row, material, told, move))
        for told, move in moves_of(material, which)
        if wanted.wants(referred.by_move(move), _issues(material, move))
    )


def _beside(material: Material, move: Move) -> tuple[object, ...]:
    return material.event_of.get(move.id), material.issue_names(_issues(material, move))


def _move_row(material: Material, told: Reported, one: Move) -> MoveRow:
    words = quoted(told.text, one.anchor)
    return MoveRow(
        id=one.id,
        event=material.event_of.get(one.id),
        **dates(one.when),
        date_phrase=folded(one.when.phrase) if one.when else None,
        kind=one.kind,
        modality=one.modality,
        actors=_names(one.actors),
        actor_codes=material.codes_of_refs(one.actors),
        recipients=_names(one.recipients),
        recipient_codes=material.codes_of_refs(one.recipients),
        agents=_names(one.agents),
        holders=_names(one.holders) or one.holder,
        issues=material.issue_names(_issues(material, one)),
        **code_columns(material.event_code(one.kind, one.modality, words)),
        quote=words,
        trigger=quoted(told.text, one.trigger),
        start=one.anchor.start,
        end=one.anchor.end,
        zone=one.zone,
        statement=one.statement_id,
        rule=one.rule,
        score=one.score,
        **_place(told),
    )


def _place(told: Reported) -> dict[str, Any]:
    return {
        "document_id": told.document_id,
        "document": told.name,
        "outlet": told.outlet,
        "origin": told.origin,
        "known_from": told.published.last if told.published else None,
    }


def _issues(material: Material, move: Move) -> tuple[str, ...]:
    event = material.event_of.get(move.id)
    return material.events[event].issues if event else ()


def _names(refs: Iterable[PartyRef]) -> str:
    return joined(ref.name for ref in refs)


def _words(told: Reported, span: Span | None) -> str | None:
    return quoted(told.text, span) if span else None
