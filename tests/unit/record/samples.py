"""A small invented negotiation: two states, and a reply that one side says came and the other says did not."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from rejoinder.record.store import Record
from rejoinder.types.account import (
    Account,
    Answer,
    Clause,
    CoverageRow,
    Dispute,
    Event,
    Exchange,
    Issue,
    Party,
    Position,
    Reported,
    Side,
)
from rejoinder.types.annotation import PartyRef
from rejoinder.types.document import Document, Metadata, Problem, Zone
from rejoinder.types.extraction import Extraction, Hop, Move, Statement
from rejoinder.types.identity import content_id
from rejoinder.types.judgement import Judgement
from rejoinder.types.span import Span, identity_map
from rejoinder.types.time import When, day

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
READER = "reader-1"
RURITANIA = PartyRef(name="Ruritania", type="state")
SYLVANIA = PartyRef(name="Sylvania", type="state")
HENTZAU = PartyRef(name="Rupert Hentzau", type="person", principal="Ruritania", role="Foreign Minister")

OFFER = "Sylvania offered to reopen the Blue Bridge if the tolls are dropped."
REPLY = "A written reply was sent on Monday, Rupert Hentzau told the Strelsau Post."
DENIAL = "Sylvania said that no reply had come\n and that its offer stood."


def clock() -> dt.datetime:
    return NOON


def open_record(path: Path, *, create: bool = True, at: Callable[[], dt.datetime] = clock) -> Record:
    return Record.open(path, create=create, clock=at)


def document(text: str, name: str = "a.txt", published: dt.date | None = None, outlet: str | None = None) -> Document:
    return Document(
        id=content_id("doc", text),
        name=name,
        media="text/plain",
        raw=text,
        text=text,
        zones=(Zone(span=Span(start=0, end=len(text)), kind="body"),),
        offsets=identity_map(len(text)),
        metadata=Metadata(published=day(published) if published else None, outlet=outlet),
        problems=(Problem(source=name, code="encoding-guessed", severity="warning", message="UTF-8 is a guess."),),
    )


OFFERED = document(OFFER, "offer.txt", dt.date(2031, 2, 1), "The Zenda Herald")
REPLIED = document(REPLY, "reply.txt", dt.date(2031, 2, 9), "The Strelsau Post")
COPIED = document(REPLY + " (agency)", "copy.txt", dt.date(2031, 2, 10), "The Zenda Herald")
DENIED = document(DENIAL, "denial.txt", None, None)
DOCUMENTS = (OFFERED, REPLIED, COPIED, DENIED)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def move(told: Document, kind: str, words: str, by: PartyRef, to: tuple[PartyRef, ...] = (), **more: object) -> Move:
    fields = {
        "id": content_id("move", told.id, words),
        "document_id": told.id,
        "kind": kind,
        "trigger": span(told.text, words.split()[-1]),
        "anchor": span(told.text, words),
        "actors": (by,),
        "recipients": to,
        "agents": (),
        "holders": (),
        "modality": "actual",
        "when": None,
        "topic": ("reply",),
        "statement_id": None,
        "zone": "body",
        "rule": "sample",
        "score": 0.5,
    }
    return Move(**{**fields, **more})  # type: ignore[arg-type]


def statement(told: Document, words: str, speaker: PartyRef, source: str) -> Statement:
    return Statement(
        id=content_id("statement", told.id, words),
        document_id=told.id,
        content=(span(told.text, words),),
        cue=None,
        source=span(told.text, source),
        speakers=(speaker,),
        form="indirect",
        chain=(Hop(name="Strelsau Post", span=None),),
        anonymity="named",
        commitment="asserted",
        zone="body",
        inside=None,
        continues=None,
        rule="sample",
        score=1.0,
    )


SAID = statement(REPLIED, "A written reply was sent on Monday", HENTZAU, "Rupert Hentzau")
DATED = day(dt.date(2031, 2, 3), "on Monday")
FEBRUARY = When(first=dt.date(2031, 2, 1), last=dt.date(2031, 2, 28), precision="month")
PUT = move(OFFERED, "offer", "Sylvania offered to reopen the Blue Bridge", SYLVANIA, (RURITANIA,), when=FEBRUARY)
SENT = move(
    REPLIED,
    "reply",
    "A written reply was sent",
    RURITANIA,
    (SYLVANIA,),
    when=DATED,
    modality="reported",
    holders=(HENTZAU,),
    agents=(HENTZAU,),
    statement_id=SAID.id,
)
SENT_AGAIN = move(COPIED, "reply", "A written reply was sent", RURITANIA, (SYLVANIA,), when=DATED, modality="reported")
NOT_SENT = move(DENIED, "reply", "no reply had come", RURITANIA, modality="denied", holders=(SYLVANIA,))


def extraction(told: Document, *moves: Move, statements: tuple[Statement, ...] = ()) -> Extraction:
    named = {party: None for one in moves for party in (*one.actors, *one.recipients, *one.agents)}
    return Extraction(document_id=told.id, statements=statements, moves=moves, parties=tuple(named))


EXTRACTIONS = (
    extraction(OFFERED, PUT),
    extraction(REPLIED, SENT, statements=(SAID,)),
    extraction(COPIED, SENT_AGAIN),
    extraction(DENIED, NOT_SENT),
)


def reported() -> tuple[Reported, ...]:
    return tuple(
        Reported(
            document_id=told.id,
            name=told.name,
            outlet=told.metadata.outlet,
            origin="wire" if told in (REPLIED, COPIED) else None,
            published=told.metadata.published,
            extraction=read,
            text=told.text,
        )
        for told, read in zip(DOCUMENTS, EXTRACTIONS, strict=True)
    )


P_RURITANIA = Party(
    id="party-aaaa00000001", name="Ruritania", type="state", principal=None, role=None, forms=("Ruritania", "Strelsau")
)
P_SYLVANIA = Party(
    id="party-bbbb00000002", name="Sylvania", type="state", principal=None, role=None, forms=("Sylvania",)
)
P_HENTZAU = Party(
    id="party-cccc00000003",
    name="Rupert Hentzau",
    type="person",
    principal=P_RURITANIA.id,
    role="Foreign Minister",
    forms=("Hentzau", "Rupert Hentzau"),
)
I_BRIDGE = Issue(id="issue-aaaa00000001", name="blue bridge", forms=("bridge", "the Blue Bridge"))


def event(of: str, kind: str, moves: tuple[Move, ...], issues: tuple[str, ...], **more: object) -> Event:
    fields = {
        "id": f"event-{of}",
        "kind": kind,
        "actors": (P_RURITANIA.id,),
        "recipients": (P_SYLVANIA.id,),
        "when": moves[0].when,
        "modality": moves[0].modality,
        "issues": issues,
        "moves": tuple(one.id for one in moves),
        "gloss": "words\tof the\nevent",
        "n_articles": len(moves),
        "n_origins": 1,
        "known_from": dt.date(2031, 2, 1),
    }
    return Event(**{**fields, **more})  # type: ignore[arg-type]


E_OFFER = event("offer0000001", "offer", (PUT,), (I_BRIDGE.id,), actors=(P_SYLVANIA.id,), recipients=(P_RURITANIA.id,))
E_REPLY = event("reply0000002", "reply", (SENT, SENT_AGAIN, NOT_SENT), ())
ANSWER = Answer(
    id="answer-aaaa00000001",
    answer=E_REPLY.id,
    to=E_OFFER.id,
    disposition="reply",
    evidence=(SENT.id, PUT.id),
    rule="next",
    score=0.75,
)
EXCHANGE = Exchange(
    id="exchange-aaaa00000001",
    offer=E_OFFER.id,
    by=(P_SYLVANIA.id,),
    to=(P_RURITANIA.id,),
    issues=(I_BRIDGE.id,),
    clauses=(Clause(issue=I_BRIDGE.id, answers=(), status="open"),),
    package=False,
    answers=(ANSWER.id,),
    status="disputed",
    since=FEBRUARY,
    days_open=27,
    unanswered_by_silence=False,
    said_unanswered=(P_SYLVANIA.id, "narrator"),
)
DISPUTE = Dispute(
    id="dispute-aaaa00000001",
    about="a written reply was sent",
    sides=(
        Side(holders=(P_HENTZAU.id,), claim="it was sent", evidence=(SENT.id, SAID.id)),
        Side(holders=(P_SYLVANIA.id,), claim="none had come", evidence=(NOT_SENT.id,)),
    ),
    rule="denial",
)
ACCOUNT = Account(
    as_of=dt.date(2031, 2, 28),
    parties=(P_RURITANIA, P_SYLVANIA, P_HENTZAU),
    issues=(I_BRIDGE,),
    events=(E_OFFER, E_REPLY),
    answers=(ANSWER,),
    exchanges=(EXCHANGE,),
    disputes=(DISPUTE,),
    positions=(
        Position(
            party=P_SYLVANIA.id,
            issue=I_BRIDGE.id,
            stance="offers",
            when=FEBRUARY,
            event=E_OFFER.id,
            move=PUT.id,
        ),
    ),
    coverage=(
        CoverageRow(
            outlet="The Strelsau Post",
            event=E_OFFER.id,
            treatment="omitted",
            documents=(),
            reason="cut",
            cut_from=(REPLIED.id,),
            kept_in=(OFFERED.id,),
        ),
        CoverageRow(outlet="The Zenda Herald", event=E_OFFER.id, treatment="reported", documents=(OFFERED.id,)),
    ),
)


def judgement(of: str, *subjects: str, withdraws: str | None = None, hours: int = 0) -> Judgement:
    return Judgement(
        id=f"judgement-{of}",
        decision="right",
        subjects=subjects,
        field=None,
        value=None,
        by="desk",
        made_at=NOON + dt.timedelta(hours=hours),
        withdraws=withdraws,
    )


def problem(source: str, code: str = "no-text") -> Problem:
    return Problem(source=source, code=code, severity="rejected", message="Nothing to read.", advice="Look at it.")


def filled(record: Record) -> Record:
    """The record with everything of the sample in it."""
    for told in DOCUMENTS:
        record.add_document(told, told.raw.encode())
    record.put_extraction(READER, *EXTRACTIONS)
    record.put_account(ACCOUNT)
    record.add_judgement(judgement("aaaa", DISPUTE.id))
    record.add_problems("run-1", [problem("broken.pdf")])
    return record
