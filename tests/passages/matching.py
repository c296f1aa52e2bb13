"""Whether what was read from a passage is what its expectation says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.types.annotation import PartyRef
from rejoinder.types.document import Document
from rejoinder.types.extraction import Extraction, Move, Statement
from rejoinder.types.span import Span
from tests.passages.reading import Expectation, places

ENOUGH = 0.6
"""Share of words, of the longer of the two contents, that both must hold."""


def holds(expected: Expectation, document: Document, read: Extraction) -> bool:
    """Whether the expectation is met, its `missed` aside."""
    match expected.what:
        case "statement":
            return any(_is_statement(expected, document.text, one) for one in read.statements)
        case "move":
            return any(_is_move(expected, document.text, one) for one in read.moves)
        case "no move":
            return not any(_is_kind(expected, one) for one in read.moves)
        case "no statement":
            return not read.statements
        case _:
            return not read.statements and not read.moves


def told(document: Document, read: Extraction) -> str:
    """What was read, in the words of the passages, for whoever mends one of them."""
    lines = [f"  {document.text!r}", *(_told_statement(document.text, one) for one in read.statements)]
    return "\n".join([*lines, *(_told_move(document.text, one) for one in read.moves)])


def _told_statement(text: str, one: Statement) -> str:
    via = f" via {' & '.join(hop.name for hop in one.chain)}" if one.chain else ""
    whom = f" for {one.speakers[0].principal}" if one.speakers[0].principal else ""
    who = " & ".join(party.name for party in one.speakers)
    return f"  read: statement: {who}{whom}{via} {one.form}: {' // '.join(part.of(text) for part in one.content)}"


def _told_move(text: str, one: Move) -> str:
    who, whom = (" & ".join(party.name for party in parties) for parties in (one.actors, one.recipients))
    agents = f" ({' & '.join(party.name for party in one.agents)})" if one.agents else ""
    date = one.when.iso() if one.when else "unknown"
    return (
        f"  read: move: {one.kind} {one.modality} by {who}{agents} to {whom or '-'} on {date} held by {one.holder}: "
        f"{one.anchor.of(text)} [{one.trigger.of(text)}]"
    )


def _is_statement(expected: Expectation, text: str, read: Statement) -> bool:
    fields = expected.fields
    whom = read.speakers[0].principal if read.speakers else None
    return (
        shared(text, [place for part in expected.words for place in places(text, part)[:1]], read.content) >= ENOUGH
        and fields["form"] == read.form
        and _named(fields["speaker"], read.speakers)
        and fields.get("principal", whom) == whom
        and fields.get("carriers", "") == " & ".join(hop.name for hop in read.chain)
    )


def _is_kind(expected: Expectation, read: Move) -> bool:
    return (expected.fields["kind"], expected.fields["modality"]) == (read.kind, read.modality)


def _is_move(expected: Expectation, text: str, read: Move) -> bool:
    fields = expected.fields
    return (
        _is_kind(expected, read)
        and any(place.touches(read.anchor) for place in places(text, expected.words[0]))
        and ("actor" not in fields or _named(fields["actor"], read.actors) or _named(fields["actor"], read.agents))
        and ("recipient" not in fields or _named(fields["recipient"], read.recipients))
        and fields.get("day", "") in ("", read.when.iso() if read.when else "unknown")
        and ("holder" not in fields or _is_holder(fields["holder"], read.holders))
    )


def _is_holder(name: str, holders: Sequence[PartyRef]) -> bool:
    return not holders if name == "narrator" else _named(name, holders)


def _named(names: str, parties: Sequence[PartyRef]) -> bool:
    return set(names.split(" & ")) == {party.name for party in parties}


def shared(text: str, expected: Sequence[Span], read: Sequence[Span]) -> float:
    """The share of words that both hold, of the words of the longer."""
    a, b = _words(text, expected), _words(text, read)
    return len(a & b) / max(1, len(a), len(b))


def _words(text: str, parts: Sequence[Span]) -> set[int]:
    return {
        match.start()
        for part in parts
        for match in re.finditer(r"\w+", text[: part.end])
        if match.start() >= part.start
    }
