"""What any store of a record must do. A backend's test class inherits these tests and says how a store is opened."""

import datetime as dt
import random
import threading
from abc import ABC, abstractmethod
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rejoinder.errors import RecordError, UsageError
from tests.unit.record.samples import (
    ACCOUNT,
    DENIED,
    DISPUTE,
    DOCUMENTS,
    E_OFFER,
    EXTRACTIONS,
    NOON,
    OFFERED,
    READER,
    REPLIED,
    clock,
    document,
    extraction,
    filled,
    judgement,
    problem,
)


class StoreContract(ABC):
    """Each test works on stores of its own under `tmp_path`."""

    @abstractmethod
    def open(self, place: Path, *, create: bool = True, at: Any = clock) -> Any:
        """The store at `place`."""

    @abstractmethod
    def look(self, place: Path) -> Any:
        """The store at `place`, for reading only."""

    @pytest.fixture
    def place(self, tmp_path: Path) -> Path:
        return tmp_path / "store"

    def test_a_document_is_kept_exactly(self, place: Path) -> None:
        odd = document(
            "NUL \0, \ud800 alone, \U0001f54a, e\u0301\r\n«кириллица»", "имя\udcff.txt", dt.date(9999, 12, 31)
        )
        source = bytes(range(256))
        with self.open(place) as store:
            assert store.add_document(odd, source)
        with self.open(place, create=False) as store:
            assert store.documents() == (odd,)
            assert store.document(odd.id) == store.document(odd.name) == odd
            assert store.source_bytes(odd.id) == source

    def test_reading_again_adds_nothing(self, place: Path) -> None:
        later = lambda: NOON + dt.timedelta(days=3)  # noqa: E731 a clock
        with self.open(place) as store:
            assert [store.add_document(told, told.raw.encode()) for told in DOCUMENTS] == [True] * len(DOCUMENTS)
            digest, kept = store.digest(), store.documents()
        with self.open(place, at=later) as store:
            for told in random.Random(1).sample(DOCUMENTS, len(DOCUMENTS)):
                assert not store.add_document(replace(told, name="renamed.txt"), told.raw.encode())
            assert (store.digest(), store.documents()) == (digest, kept)
            assert store.verify() == ()

    def test_two_contents_of_one_id_are_refused(self, place: Path) -> None:
        with self.open(place) as store:
            store.add_document(OFFERED, b"one")
            with pytest.raises(RecordError, match="one id"):
                store.add_document(OFFERED, b"other")
            assert store.source_bytes(OFFERED.id) == b"one"

    def test_the_clock_needs_a_zone_and_a_refused_document_leaves_nothing(self, place: Path) -> None:
        with self.open(place, at=lambda: NOON.replace(tzinfo=None)) as store:
            with pytest.raises(ValueError, match="time zone"):
                store.add_document(OFFERED, b"")
            assert store.documents() == ()
            assert store.search("bridge") == ()

    def test_documents_come_by_name_and_as_known_on_a_day(self, place: Path) -> None:
        with self.open(place) as store:
            filled(store)
            assert [told.name for told in store.documents()] == ["copy.txt", "denial.txt", "offer.txt", "reply.txt"]
            by_then = store.snapshot(READER, dt.date(2031, 2, 9)).documents
            assert [told.name for told in by_then] == ["denial.txt", "offer.txt", "reply.txt"]
            assert store.snapshot(READER, dt.date(1, 1, 1)).documents == (DENIED,)

    def test_a_past_day_is_known_the_same_when_more_is_read_later(self, place: Path) -> None:
        with self.open(place) as store:
            filled(store)
            day = dt.date(2031, 2, 9)
            before = store.snapshot(READER, day).documents
        with self.open(place, at=lambda: NOON - dt.timedelta(hours=2)) as store:
            store.add_document(document("Later news.", "z.txt", dt.date(2031, 2, 11)), b"Later news.")
            assert store.snapshot(READER, day).documents == before

    def test_documents_that_are_not_there_or_share_a_name(self, place: Path) -> None:
        with self.open(place) as store:
            for name in ("none.txt", "", "doc-", "' OR '1'='1", "%", "\0", "\ud800"):
                with pytest.raises(UsageError, match="no document"):
                    store.document(name)
            one, other = document("first", "same.txt"), document("second", "same.txt")
            store.add_document(one, b"1")
            store.add_document(other, b"2")
            with pytest.raises(UsageError, match="Several") as caught:
                store.document("same.txt")
            assert one.id in caught.value.advice
            assert store.document(one.id) == one

    def test_readings_are_kept_for_each_reader(self, place: Path) -> None:
        with self.open(place) as store:
            filled(store)
            store.put_extraction("reader-2", extraction(OFFERED))
            for read in EXTRACTIONS:
                assert store.extraction(read.document_id, READER) == read
            assert store.extraction(OFFERED.id, "reader-2") == extraction(OFFERED)
            assert store.extraction(REPLIED.id, "reader-2") is None
            with pytest.raises(UsageError, match="no document"):
                store.put_extraction(READER, replace(EXTRACTIONS[0], document_id="doc-none"))

    def test_several_readings_are_put_all_or_none(self, place: Path) -> None:
        with self.open(place) as store:
            store.add_document(OFFERED, b"")
            with pytest.raises(UsageError, match="no document"):
                store.put_extraction(READER, *EXTRACTIONS)
            assert store.extraction(OFFERED.id, READER) is None

    def test_the_account_is_replaced_as_a_whole(self, place: Path) -> None:
        with self.open(place) as store:
            assert store.account() is None
            filled(store)
            assert store.account() == ACCOUNT
            less = replace(ACCOUNT, as_of=None, events=(E_OFFER,), answers=(), exchanges=(), disputes=())
            store.put_account(less)
        with self.open(place, create=False) as store:
            assert store.account() == less

    def test_a_snapshot_holds_together(self, place: Path) -> None:
        with self.open(place) as store:
            filled(store)
            taken = store.snapshot(READER, dt.date(2031, 2, 1))
            assert [told.name for told in taken.documents] == ["denial.txt", "offer.txt"]
            assert {read.document_id for read in taken.extractions} == {told.id for told in taken.documents}
            assert taken.account == ACCOUNT

    def test_judgements_are_only_added(self, place: Path) -> None:
        first, second = judgement("bbbb", DISPUTE.id, hours=1), judgement("aaaa", withdraws="judgement-bbbb", hours=2)
        with self.open(place) as store:
            with pytest.raises(UsageError, match="no judgement"):
                store.add_judgement(second)
            assert store.add_judgement(first)
            assert not store.add_judgement(first)
            assert store.add_judgement(second)
            with pytest.raises(UsageError, match="another judgement"):
                store.add_judgement(replace(first, decision="wrong"))
            with pytest.raises(ValueError, match="time zone"):
                store.add_judgement(replace(first, id="judgement-c", made_at=NOON.replace(tzinfo=None)))
        with self.open(place, create=False) as store:
            assert store.judgements() == (first, second)

    def test_problems_are_kept_by_run(self, place: Path) -> None:
        one, other = problem("a.pdf"), problem("b.pdf", "too-large")
        with self.open(place) as store:
            assert store.add_problems("run-1", [other, one, one]) == 2
            digest = store.digest()
            assert store.add_problems("run-2", [one]) == 1
            assert store.problems("run-1") == store.problems() == (one, other)
            assert store.problems("run-2") == (one,)
            assert store.problems("run-3") == ()
            assert store.digest() == digest

    def test_the_digest_is_of_what_was_read_and_not_of_the_order(self, place: Path) -> None:
        digests = set()
        for turn in range(4):
            with self.open(place.with_name(f"store-{turn}"), at=lambda turn=turn: NOON + dt.timedelta(turn)) as store:
                for told in random.Random(turn).sample(DOCUMENTS, len(DOCUMENTS)):
                    store.add_document(told, told.raw.encode())
                for read in random.Random(turn).sample(EXTRACTIONS, len(EXTRACTIONS)):
                    store.put_extraction(READER, read)
                store.put_account(ACCOUNT)
                digests.add(store.digest())
                before = store.digest()
                store.add_judgement(judgement("aaaa", DISPUTE.id))
                assert store.digest() != before
        assert len(digests) == 1

    def test_one_writes_and_others_read(self, place: Path) -> None:
        with self.open(place) as store:
            store.add_document(OFFERED, b"")
            with pytest.raises(RecordError, match=r"being written by process \d+"):
                self.open(place)
            with self.look(place) as reader:
                store.add_document(REPLIED, b"")
                assert len(reader.documents()) == 2
                assert not [name for name in dir(reader) if name.startswith(("add_", "put_", "forget_"))]
        self.open(place).close()

    def test_a_reader_never_sees_half_an_account(self, place: Path) -> None:
        """Accounts in which the number of issues and of parties agree are put one after the other while others read."""
        accounts = [replace(ACCOUNT, parties=ACCOUNT.parties[:n], issues=ACCOUNT.issues * n) for n in (1, 2, 3)]
        seen: set[tuple[int, int]] = set()
        done = threading.Event()

        def read() -> None:
            with self.look(place) as reader:
                while not done.is_set():
                    account = reader.account()
                    seen.add((len(account.parties), len(account.issues)))

        with self.open(place) as store:
            store.put_account(accounts[0])
            readers = [threading.Thread(target=read) for _ in range(2)]
            for reader in readers:
                reader.start()
            for turn in range(30):
                store.put_account(accounts[turn % 3])
            done.set()
            for reader in readers:
                reader.join()
        assert seen
        assert all(parties == issues for parties, issues in seen)

    def test_a_copy_made_while_writing_is_whole(self, place: Path) -> None:
        with self.open(place) as store:
            filled(store)
            digest = store.digest()
            copy = place.with_name("copy")
            store.copy_to(copy)
            store.add_document(document("after the copy", "later.txt"), b"")
            with pytest.raises(RecordError, match="there already"):
                store.copy_to(copy)
        with self.open(copy, create=False) as store:
            assert store.digest() == digest
            assert store.verify() == ()
