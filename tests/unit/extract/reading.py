"""Articles read to the end with a tagger that finds what it is told."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.extract.extracting import extract
from rejoinder.types.document import Document
from rejoinder.types.extraction import Extraction, Move, Statement
from tests.unit.annotate.fake_tagger import Act, Said, reading_of

PERSONS = ("Marta Ollero", "Ollero", "Olav Brandvold", "Brandvold", "Lena Holt", "Holt")
ORGANISATIONS = ("Reuters", "TASS", "Interfax", "Halden Ferries", "Halden Seafarers' Union")


def extraction(document: Document, said: Sequence[Said] = (), acts: Sequence[Act] = ()) -> Extraction:
    return extract(document, reading_of(document, said=said, acts=acts, persons=PERSONS, organisations=ORGANISATIONS))


def statements(document: Document, *said: Said) -> tuple[Statement, ...]:
    return extraction(document, said).statements


def statement(document: Document, *said: Said) -> Statement:
    (found,) = statements(document, *said)
    return found


def move(document: Document, act: Act, *said: Said) -> Move:
    (found,) = extraction(document, said, [act]).moves
    return found


def words(document: Document, statement: Statement) -> list[str]:
    return [part.of(document.text) for part in statement.content]


def speakers(statement: Statement) -> list[str]:
    return [p.name for p in statement.speakers]
