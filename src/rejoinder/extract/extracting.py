"""One document's statements and moves."""

from __future__ import annotations

from rejoinder.extract.moves import moves
from rejoinder.extract.speakers import PartiesAt
from rejoinder.extract.statements import statements
from rejoinder.types.annotation import Annotation
from rejoinder.types.document import Document
from rejoinder.types.extraction import Extraction


def extract(document: Document, annotation: Annotation) -> Extraction:
    """What the document reports, in text order, with the parties it names."""
    parties = PartiesAt(document.text, annotation)
    said = statements(document, annotation, parties)
    return Extraction(
        document_id=document.id,
        statements=said,
        moves=moves(document, annotation, said, parties),
        parties=annotation.parties,
    )
