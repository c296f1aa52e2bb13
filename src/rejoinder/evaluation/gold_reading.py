"""The gold of a bundle as if it had been read: consolidation can be measured apart from reading."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import cast, get_args

from rejoinder.errors import UsageError
from rejoinder.evaluation.gold import Bundle, GoldDocument, GoldMove, GoldStatement
from rejoinder.evaluation.score_names import ANONYMOUS, UNSPECIFIED, Names
from rejoinder.types.account import Reported
from rejoinder.types.annotation import PartyRef, PartyType
from rejoinder.types.document import ZoneKind
from rejoinder.types.extraction import NARRATOR, Extraction, Form, Modality, Move, Statement
from rejoinder.types.span import Span, covering
from rejoinder.types.time import When, day

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
PARTY_TYPES = frozenset(get_args(PartyType))
OTHER_TYPES = {"institution": "office", "entity": "group"}
RULE = "gold"


def gold_extractions(bundle: Bundle) -> tuple[Reported, ...]:
    """What a perfect reader would report of each document of the bundle, in its order.

    Ids are `<document>/<gold id>`; topics are all the words of the anchor in lower case.
    """
    return tuple(_reported(bundle, document) for document in bundle.documents.values())


def gold_when(date: str | None) -> When | None:
    """A gold date (a day, a month, a year, or an interval `a..b`) as days; UsageError for anything else."""
    if not date:
        return None
    first, _, last = date.partition("..")
    start, end = _days(first), _days(last or first)
    if last:
        return When(first=start[0], last=end[1], precision="interval")
    if len(first) == 10:
        return day(start[0])
    return When(first=start[0], last=start[1], precision="month" if len(first) == 7 else "year")


def _reported(bundle: Bundle, document: GoldDocument) -> Reported:
    statements = tuple(_statement(bundle, document, s) for s in bundle.statements if s.doc == document.id)
    statements = tuple(sorted(statements, key=lambda s: (s.content[0], s.id)))
    moves = tuple(_move(bundle, document, m, statements) for m in bundle.moves if m.doc == document.id)
    extraction = Extraction(
        document_id=document.id,
        statements=statements,
        moves=tuple(sorted(moves, key=lambda m: (m.anchor, m.id))),
        parties=tuple(sorted({party for move in moves for party in (*move.actors, *move.recipients)}, key=repr)),
    )
    return Reported(
        document_id=document.id,
        name=document.file,
        outlet=document.outlet,
        origin=document.origin,
        published=gold_when(document.published),
        extraction=extraction,
        text=document.text,
    )


def _statement(bundle: Bundle, document: GoldDocument, gold: GoldStatement) -> Statement:
    parts = gold.parts or (gold.content,)
    content = tuple(sorted(document.places(part)[0] for part in parts))
    speakers = _refs(bundle, gold.speakers)
    near = covering(content)
    return Statement(
        id=f"{document.id}/{gold.id}",
        document_id=document.id,
        content=content,
        cue=_nearest(document.text, gold.cue, near),
        source=_nearest(document.text, gold.source, near),
        speakers=speakers,
        form=cast(Form, gold.form),
        chain=(),
        anonymity=speakers[0].anonymity if speakers else "none",
        commitment="asserted",
        zone=cast(ZoneKind, gold.zone),
        inside=None,
        continues=f"{document.id}/{gold.continues}" if gold.continues else None,
        rule=RULE,
        score=1.0,
    )


def _move(bundle: Bundle, document: GoldDocument, gold: GoldMove, statements: Iterable[Statement]) -> Move:
    anchor = document.places(gold.anchor)[0]
    around = next((s for s in statements if any(part.touches(anchor) for part in s.content)), None)
    holders = tuple(h for h in gold.holders if h != NARRATOR)
    return Move(
        id=f"{document.id}/{gold.id}",
        document_id=document.id,
        kind=gold.kind,
        trigger=anchor,
        anchor=anchor,
        actors=_principals(bundle, gold.actors),
        recipients=_principals(bundle, gold.recipients),
        agents=_refs(bundle, gold.agents),
        holders=_refs(bundle, holders),
        modality=cast(Modality, gold.modality),
        when=gold_when(gold.date),
        topic=tuple(word.lower() for word in WORD.findall(gold.anchor)),
        statement_id=around.id if around else None,
        zone=cast(ZoneKind, gold.zone),
        rule=RULE,
        score=1.0,
    )


def _refs(bundle: Bundle, ids: Iterable[str]) -> tuple[PartyRef, ...]:
    return tuple(_ref(bundle, party_id) for party_id in ids)


def _principals(bundle: Bundle, ids: Iterable[str]) -> tuple[PartyRef, ...]:
    names = Names(bundle)
    return _refs(bundle, dict.fromkeys(names.principal(party_id) for party_id in ids if party_id != UNSPECIFIED))


def _ref(bundle: Bundle, party_id: str) -> PartyRef:
    party = bundle.parties.get(party_id)
    if party is None:
        nobody = party_id == UNSPECIFIED
        return PartyRef(name=party_id.removeprefix(ANONYMOUS), type="person", anonymity="none" if nobody else "unnamed")
    kind = OTHER_TYPES.get(party.type, party.type)
    principal = bundle.parties.get(Names(bundle).principal(party_id))
    return PartyRef(
        name=party.name,
        type=cast(PartyType, kind if kind in PARTY_TYPES else "group"),
        principal=principal.name if principal and principal.id != party_id else None,
        role=party.role,
    )


def _nearest(text: str, words: str | None, near: Span) -> Span | None:
    """The occurrence of `words` closest to `near`; None where they are not in the text."""
    if not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = [Span(start=m.start(), end=m.end()) for m in re.finditer(pattern, text)]
    return min(found, key=lambda s: (max(near.start - s.end, s.start - near.end, 0), s), default=None)


def _days(date: str) -> tuple[dt.date, dt.date]:
    try:
        numbers = [int(part) for part in date.split("-")]
        year = numbers[0]
        if len(numbers) == 3:
            one = dt.date(year, numbers[1], numbers[2])
            return one, one
        if len(numbers) == 2:
            return dt.date(year, numbers[1], 1), dt.date(year, numbers[1], calendar.monthrange(year, numbers[1])[1])
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    except (ValueError, IndexError) as error:
        raise UsageError(f"not a gold date: {date!r}") from error
