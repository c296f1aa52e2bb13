"""From sources to a record and its account, with a tagger of five words."""

from __future__ import annotations

import datetime as dt
import json
import random
import sqlite3
from collections import Counter
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rejoinder.errors import RecordError, UsageError
from rejoinder.ingest import read_metadata
from rejoinder.pipeline import accounts, workers
from rejoinder.pipeline.accounts import material_at, rebuild_account
from rejoinder.pipeline.coding import event_code, party_codes
from rejoinder.pipeline.problems import ADVICE
from rejoinder.pipeline.reader import Reader, code_version
from rejoinder.pipeline.reading import ReadReport, Run, read_into, reread
from rejoinder.record import derived
from rejoinder.record import documents as record_documents
from rejoinder.record.store import Record
from rejoinder.types.document import Document, Problem
from rejoinder.types.extraction import Extraction
from rejoinder.types.span import OffsetMap
from tests.invented import ARTICLES, NOW, WordTagger, make_record, write_articles

READER = Reader(WordTagger())


def _open(path: Path) -> Record:
    return Record.open(path, create=True, clock=lambda: NOW)


def _read(record: Record, *paths: Path, metadata: Path | None = None) -> ReadReport:
    given = read_metadata(metadata) if metadata else None
    return read_into(Run(record=record, reader=READER, now=NOW), list(paths), given)


def test_reading_adds_documents_and_makes_the_account(tmp_path: Path) -> None:
    path, report = make_record(tmp_path)
    assert (report.documents, report.new, report.known, report.read) == (3, 3, 0, 3)
    assert report.problems == ()
    assert [event.kind for event in report.account.events].count("propose") == 1
    with _open(path) as record:
        assert record.account() == report.account
        assert record.verify() == ()
        assert record.latest_reader() == READER.version


def test_reading_again_adds_nothing(tmp_path: Path) -> None:
    path, first = make_record(tmp_path)
    with _open(path) as record:
        before = record.digest()
        again = _read(record, tmp_path / "articles", metadata=tmp_path / "about.yaml")
        assert (again.new, again.known, again.read) == (0, 3, 0)
        assert again.account == first.account
        assert record.digest() == before


def test_one_more_article_is_read_without_reading_the_others_over_and_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = make_record(tmp_path)
    (tmp_path / "articles" / "new.txt").write_text(
        "A reply\n\nOn 20 March 2024 Norway accused Iceland of it.\n", "utf-8"
    )
    decoded: Counter[str] = Counter()

    def counting(unpack, kind):  # type: ignore[no-untyped-def]
        def unpacked(text, as_type):  # type: ignore[no-untyped-def]
            decoded[kind] += as_type in (Extraction, OffsetMap)
            return unpack(text, as_type)

        return unpacked

    monkeypatch.setattr(derived, "unpack", counting(derived.unpack, "readings"))
    monkeypatch.setattr(record_documents, "unpack", counting(record_documents.unpack, "documents"))
    with _open(path) as record:
        report = _read(record, tmp_path / "articles", metadata=tmp_path / "about.yaml")
    assert (report.documents, report.new, report.known, report.read) == (4, 1, 3, 1)
    assert decoded == {"readings": 4, "documents": 5}  # each once, and the new one once more to be read


def test_a_failure_of_the_record_is_not_taken_for_a_document_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = make_record(tmp_path)
    add = Record.add_document

    def failing(record: Record, *given: Any) -> bool:
        add(record, *given)
        raise RecordError("There is no room left.")

    monkeypatch.setattr(Record, "add_document", failing)
    (tmp_path / "articles" / "new.txt").write_text("A reply\n\nNorway accused Iceland of it.\n", "utf-8")
    with _open(path) as record, pytest.raises(RecordError, match="no room"):
        _read(record, tmp_path / "articles" / "new.txt")


def test_the_order_of_sources_changes_nothing(tmp_path: Path) -> None:
    articles = write_articles(tmp_path)
    digests = set()
    for seed in range(3):
        files = sorted(articles.iterdir())
        random.Random(seed).shuffle(files)
        with _open(tmp_path / f"{seed}.db") as record:
            for file in files:
                _read(record, file, metadata=tmp_path / "about.yaml")
            digests.add(record.digest())
    assert len(digests) == 1


def test_sources_are_kept_as_they_were_given(tmp_path: Path) -> None:
    articles = write_articles(tmp_path, {"a.txt": ARTICLES["coast-herald.txt"].replace("\n", "\r\n")})
    line = json.dumps({"title": "Talks", "text": ARTICLES["fjord-times.txt"]}).encode()
    (articles / "b.jsonl").write_bytes(b"\n" + line + b"\n")
    with _open(tmp_path / "record.db") as record:
        _read(record, articles)
        given = {document.name: record.source_bytes(document.id) for document in record.documents()}
    assert given == {"a.txt": (articles / "a.txt").read_bytes(), "b.jsonl#2": line}


def test_the_record_in_the_folder_that_is_read_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the folder or the file itself is named, and by another way to the same place."""
    articles = write_articles(tmp_path)
    opened: list[str] = []
    real = Path.open

    def watched(self: Path, *given: object, **more: object) -> object:
        opened.append(self.name)
        return real(self, *given, **more)  # type: ignore[call-overload]

    with _open(articles / "record.db") as record:
        monkeypatch.setattr(Path, "open", watched)
        report = _read(record, articles, articles / "record.db", articles / ".." / articles.name / "record.db")
        assert report.new == len(ARTICLES)
        assert not report.failures
        monkeypatch.undo()
    own = {one.source for one in report.problems if one.code == "skipped"}
    assert {"record.db", "record.db.lock"} <= own
    assert not [name for name in opened if name.startswith("record.db")]


def test_one_line_in_two_files_is_one_document(tmp_path: Path) -> None:
    articles = write_articles(tmp_path, {})
    line = json.dumps({"title": "Talks", "text": ARTICLES["fjord-times.txt"]})
    for name, raw in {
        "a.jsonl": line.encode() + b"\n",
        "b.jsonl": b"\xef\xbb\xbf" + line.encode() + b" \r\n",
        "c.jsonl": line.encode("utf-16"),
    }.items():
        (articles / name).write_bytes(raw)
    with _open(tmp_path / "record.db") as record:
        report = _read(record, articles)
        assert (report.new, report.known) == (1, 2)
        assert record.verify() == ()


def test_a_document_that_fails_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    articles = write_articles(
        tmp_path, {**ARTICLES, "bad.txt": "A story\n\nBREAKDOWN of the talks was feared by all.\n"}
    )
    with _open(tmp_path / "record.db") as record:
        report = _read(record, articles)
        assert [(p.source, p.code) for p in report.failures] == [("bad.txt", "not-read")]
        assert "ArithmeticError: no words for this" in report.failures[0].message
        assert (report.documents, report.read) == (4, 3)
        assert report.failures[0] in record.problems()
        assert len(record.account().events) == len(report.account.events) > 0  # type: ignore[union-attr]


def test_hidden_files_are_no_failure(tmp_path: Path) -> None:
    articles = write_articles(tmp_path)
    (articles / ".listing").write_text("x", "utf-8")
    with _open(tmp_path / "record.db") as record:
        report = _read(record, articles)
    assert [p.code for p in report.problems] == ["skipped"]
    assert report.failures == ()


def test_other_metadata_for_a_known_document_is_said_not_taken(tmp_path: Path) -> None:
    path, _ = make_record(tmp_path)
    with _open(path) as record:
        report = _read(record, tmp_path / "articles")
        assert {p.code for p in report.problems} == {"metadata-kept"}
        assert "outlet and published" in report.problems[0].message
        assert record.document("fjord-times.txt").metadata.outlet == "Fjord Times"


def test_metadata_of_no_article_is_remarked_unless_the_record_has_the_article(tmp_path: Path) -> None:
    articles = write_articles(tmp_path)
    about = tmp_path / "about.yaml"
    with _open(tmp_path / "record.db") as record:
        first = _read(record, articles / "fjord-times.txt", metadata=about)
        assert [(p.source, p.code) for p in first.problems] == [("about.yaml", "metadata-unmatched")]
        assert not first.failures
        assert not record.problems()
        assert not _read(record, articles, metadata=about).problems
        assert not _read(record, articles / "fjord-times.txt", metadata=about).problems


def test_a_refused_source_is_told_once_though_metadata_names_it(tmp_path: Path) -> None:
    articles = write_articles(tmp_path)
    (articles / "fjord-times.txt").write_bytes(b"")
    with _open(tmp_path / "record.db") as record:
        report = _read(record, articles, metadata=tmp_path / "about.yaml")
    assert [(p.source, p.code) for p in report.failures] == [("fjord-times.txt", "empty")]


def test_an_article_with_other_bytes_is_added_and_said_to_have_changed(tmp_path: Path) -> None:
    path, _ = make_record(tmp_path)
    file = tmp_path / "articles" / "fjord-times.txt"
    file.write_text(f"{ARTICLES[file.name]}\nCorrected.\n", "utf-8")
    with _open(path) as record:
        earlier = record.document(file.name).id
        report = _read(record, file)
        assert (report.new, report.documents, report.failures) == (1, 4, ())
        (said,) = report.problems
        assert (said.source, said.code, said.severity) == (file.name, "changed-since", "warning")
        ids = {document.id for document in record.documents() if document.name == file.name}
        assert len(ids) == 2
        assert not record.problems()
        assert all(one in said.message for one in {earlier, *ids})
        assert _read(record, file).problems == ()


def test_an_empty_path_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with _open(tmp_path / "record.db") as record, pytest.raises(UsageError, match="empty"):
        read_into(Run(record=record, reader=READER, now=NOW), [""])


def test_rereading_reads_everything(tmp_path: Path) -> None:
    path, first = make_record(tmp_path)
    with _open(path) as record:
        report = reread(Run(record=record, reader=READER, now=NOW))
    assert (report.new, report.read, report.account) == (0, 3, first.account)


def _make_stale(path: Path) -> None:
    """Put the readings into a form that this release does not know, under another reader's name."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE readings SET reader = 'words-0/00000000', extraction = '{}'")
        file.execute("UPDATE passages SET reader = 'words-0/00000000' WHERE reader IS NOT NULL")
        file.commit()


def test_readings_of_another_release_are_made_anew(tmp_path: Path) -> None:
    path, first = make_record(tmp_path)
    _make_stale(path)
    with _open(path) as record:
        with pytest.raises(RecordError, match="rejoinder rebuild"):
            material_at(record)
        again = _read(record, tmp_path / "articles", metadata=tmp_path / "about.yaml")
        assert (again.new, again.read, again.account) == (0, 3, first.account)
        assert material_at(record).account == first.account
        assert record.verify() == ()


def test_known_at_leaves_out_later_articles_and_as_of_later_acts(tmp_path: Path) -> None:
    path, _ = make_record(tmp_path)
    with _open(path) as record:
        everything = material_at(record)
        known = material_at(record, known_at=dt.date(2024, 3, 4))
        happened = material_at(record, as_of=dt.date(2024, 3, 4))
    assert [one.name for one in known.reported] == ["coast-herald.txt"]
    assert {e.kind for e in known.account.events} == {"propose"}
    assert len(happened.reported) == 3
    assert {e.kind for e in happened.account.events} == {"propose"}
    assert {e.kind for e in everything.account.events} == {"propose", "reject", "deny", "accuse"}
    assert [e.status for e in happened.account.exchanges] == ["open"]
    assert [e.status for e in everything.account.exchanges] == ["rejected"]


def test_a_document_that_cannot_be_consolidated_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = make_record(tmp_path)
    honest = accounts.consolidate

    def failing(inputs, *rest, **named):  # type: ignore[no-untyped-def]
        if any(one.name == "harbour-post.txt" for one in inputs):
            raise ZeroDivisionError("of nothing")
        return honest(inputs, *rest, **named)

    monkeypatch.setattr(accounts, "consolidate", failing)
    with _open(path) as record:
        account, problems = rebuild_account(record, READER.version)
        assert [(p.source, p.code) for p in problems] == [("harbour-post.txt", "not-consolidated")]
        assert {e.kind for e in account.events} == {"propose", "reject"}
        assert len(record.documents()) == 3


def test_the_old_account_stays_where_none_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, first = make_record(tmp_path)

    def failing(inputs, *_rest, **_named):  # type: ignore[no-untyped-def]
        if len(inputs) > 1:
            raise ZeroDivisionError
        return first.account

    monkeypatch.setattr(accounts, "consolidate", failing)
    with _open(path) as record:
        account, problems = rebuild_account(record, READER.version)
    assert account == first.account
    assert [(p.source, p.code) for p in problems] == [("the account", "not-consolidated")]


def test_a_worker_that_dies_costs_its_document_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = make_record(tmp_path)
    with _open(path) as record:
        documents = record.documents()

    class Pool:
        """A pool in this process whose worker dies of one document."""

        def __init__(self, _workers: int) -> None:
            self.broken = False

        def __enter__(self) -> Pool:
            return self

        def __exit__(self, *_: object) -> None: ...

        def shutdown(self) -> None: ...

        def submit(self, _read: object, _model: Path | None, document: Document):  # type: ignore[no-untyped-def]
            from concurrent.futures import Future

            future: Future[object] = Future()
            self.broken = self.broken or document.name == "fjord-times.txt"
            if self.broken:
                future.set_exception(BrokenProcessPool())
            else:
                future.set_result(READER.read(document))
            return future

    monkeypatch.setattr(workers, "pool", Pool)
    results = list(workers.read_documents(documents, READER, None, 2))
    problems = [one for one in results if isinstance(one, Problem)]
    assert [(p.source, p.code) for p in problems] == [("fjord-times.txt", "not-read")]
    read = {one.document_id for one in results if not isinstance(one, Problem)}
    assert read == {d.id for d in documents if d.name != "fjord-times.txt"}


@pytest.mark.parametrize(
    ("documents", "processors", "expected"), [(3, 8, 1), (11, 8, 1), (12, 1, 1), (40, 4, 4), (900, 64, 8)]
)
def test_workers_fit_the_work(documents: int, processors: int, expected: int) -> None:
    assert workers.fitting_workers(documents, processors) == expected


def test_progress_counts_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int | None]] = []
    articles = write_articles(tmp_path)
    with _open(tmp_path / "record.db") as record:
        tell = lambda doing, done, of: seen.append((doing, done, of))  # noqa: E731
        read_into(Run(record=record, reader=READER, now=NOW, progress=tell), [articles])
    assert ("reading", 0, 3) in seen
    assert ("reading", 3, 3) in seen


def test_codes_of_parties_and_acts() -> None:
    assert party_codes()["Norway"] == "NOR"
    assert "NATO" not in party_codes()
    code = event_code("reject", "denied", "rejected the patrol")
    assert code.negation
    assert code.plover
    assert code.quad in {"1", "2", "3", "4"}


def test_the_version_of_the_code_is_short_and_stable() -> None:
    assert code_version() == code_version()
    assert len(code_version()) == 8
    assert READER.version.startswith("words-1/")


def test_every_code_has_advice() -> None:
    assert all(advice.endswith(".") for advice in ADVICE.values())
