"""Reading many documents, in this process or in several.

A worker is started afresh (never forked) and gets a document and nothing else; what it finds does not depend on how
many there are. A document that fails, or that takes its worker down with it, becomes a problem; the others are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path

from rejoinder.errors import ModelError
from rejoinder.pipeline.problems import failure, problem
from rejoinder.pipeline.processes import pool
from rejoinder.pipeline.reader import Reader, open_reader
from rejoinder.types.document import Document, Problem
from rejoinder.types.extraction import Extraction

_FEW = 12  # fewer documents are read sooner than further processes are started


def fitting_workers(documents: int, processors: int) -> int:
    """How many processes to read so many documents with, where nobody says."""
    return 1 if documents < _FEW else max(1, min(processors, 8))


def read_documents(
    documents: Sequence[Document], reader: Reader, model: Path | None, workers: int
) -> Iterator[Extraction | Problem]:
    """What each document reports, or why it could not be read; with several workers in the order of their ending.

    `reader` reads in this process, others open the model folder `model` for themselves."""
    if workers < 2 or len(documents) < 2:
        yield from (outcome(reader, document) for document in documents)
        return
    done: set[str] = set()
    try:
        with pool(min(workers, len(documents))) as started:
            futures = [started.submit(_read_apart, model, document) for document in documents]
            for result in _finished(futures):
                done.add(_subject(result))
                yield result
    except BrokenProcessPool:
        left = [document for document in documents if not done & {document.id, document.name}]
        yield from _one_by_one(left, model)


def outcome(reader: Reader, document: Document) -> Extraction | Problem:
    """What the document reports; a problem where reading it fails, whatever the failure."""
    try:
        return reader.read(document)
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not end the run; the problem names the failure
        return _failed(document, f"Reading it failed with {failure(error)}.")


def _read_apart(model: Path | None, document: Document) -> Extraction | Problem:
    return outcome(_own_reader(model), document)


@cache
def _own_reader(model: Path | None) -> Reader:
    return open_reader(model, threads=1)


def _finished(futures: Sequence[Future[Extraction | Problem]]) -> Iterator[Extraction | Problem]:
    try:
        for future in as_completed(futures):
            yield future.result()
    finally:
        for future in futures:
            future.cancel()


def _one_by_one(documents: Sequence[Document], model: Path | None) -> Iterator[Extraction | Problem]:
    """After a worker has died: each document in a worker that may die with it."""
    started = pool(1)
    try:
        for document in documents:
            try:
                yield started.submit(_read_apart, model, document).result()
            except BrokenProcessPool:
                started.shutdown()
                started = pool(1)
                yield _failed(document, "The process that read it died.")
    finally:
        started.shutdown()


def _subject(result: Extraction | Problem) -> str:
    return result.document_id if isinstance(result, Extraction) else result.source


def _failed(document: Document, message: str) -> Problem:
    return problem(document.name, "not-read", message)
