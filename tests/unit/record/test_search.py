import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from rejoinder.errors import UsageError
from rejoinder.pipeline.accounts import material_at, rebuild_account
from rejoinder.record.search_pages import search_page
from rejoinder.record.store import Record
from rejoinder.record.views import view
from rejoinder.types.judgement import Judgement
from tests.invented import NOW, make_record
from tests.unit.record.samples import (
    ACCOUNT,
    ANSWER,
    DENIED,
    DISPUTE,
    DOCUMENTS,
    E_REPLY,
    EXCHANGE,
    I_BRIDGE,
    NOT_SENT,
    OFFERED,
    P_HENTZAU,
    PUT,
    READER,
    REPLIED,
    SAID,
    SENT,
    extraction,
    filled,
    judgement,
    open_record,
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("record") / "r.db") as opened:
        yield filled(opened)


def ids(record: Record, query: str) -> set[str]:
    return {hit.id for hit in record.search(query)}


def search_ids(record: Record, query: str) -> set[str]:
    with record.reading() as connection:
        return {hit.id for hit in search_page(connection, query).hits}


def test_documents_statements_and_moves_are_found_by_their_words(record: Record) -> None:
    assert {SAID.id, SENT.id, REPLIED.id} <= ids(record, '"written reply"')
    assert ids(record, "bridge tolls") == {OFFERED.id}
    assert ids(record, "reopening bridges") == {OFFERED.id, PUT.id}
    assert ids(record, '"bridge tolls"~9') == {OFFERED.id}
    assert ids(record, "zzz") == set()


def test_they_are_found_by_party_whether_or_not_the_words_name_it(record: Record) -> None:
    assert ids(record, "party:hentzau") == {SAID.id, SENT.id}
    assert ids(record, "party:minister reply") == {SAID.id, SENT.id}
    assert ids(record, "party:sylvania -written") == {PUT.id, NOT_SENT.id}


def test_a_party_is_found_by_a_name_that_no_passage_has(record: Record) -> None:
    assert ids(record, "party:Strelsau") == ids(record, "party:Ruritania") != set()
    assert ids(record, "party:Strelsau -party:ruritania") == set()
    assert search_ids(record, "party:Strelsau") == ids(record, "party:Ruritania")


def test_a_party_that_is_not_in_the_record_is_said_not_to_be(record: Record) -> None:
    with pytest.raises(UsageError, match=r"No party is called 'Silvania'\. The nearest are: Sylvania"):
        record.search("party:Silvania reply")
    with pytest.raises(UsageError, match="Iran, of whom these articles do not tell"):
        record.search('bridge party:"Tehran"')
    assert ids(record, "party:hentzau zzz") == ids(record, "party:minister zzz") == ids(record, "zzz") == set()


def test_an_act_is_found_from_the_day_on_which_the_account_dates_it(tmp_path: Path) -> None:
    path = make_record(tmp_path)[0]
    with Record.open(path, create=False, clock=lambda: NOW) as record:
        offer = next(hit for hit in record.search("patrol proposed", kind="move") if hit.document == "coast-herald.txt")

        everything = {hit.id for hit in record.search("patrol", kind="move")}

        def found(as_of: dt.date) -> set[str]:
            pages = search_page_of(record, as_of)
            hits = {hit.id for hit in record.search("patrol", as_of=as_of)}
            assert pages == hits
            listed = {row.id for row in view("moves", material_at(record, as_of=as_of))}
            assert {hit.id for hit in record.search("patrol", kind="move", as_of=as_of)} == {
                each for each in listed if each in everything
            }
            return hits

        assert offer.id in found(dt.date(2024, 3, 4))
        for at, (field, value) in enumerate((("date", "2024-04-20"), ("modality", "planned"))):
            record.add_judgement(
                Judgement(id=f"judgement-{at}", decision="corrected", subjects=(offer.id,), field=field, value=value,
                          by="desk", made_at=NOW + dt.timedelta(minutes=at))
            )  # fmt: skip
            rebuild_account(record, record.latest_reader() or "")
            early = found(dt.date(2024, 4, 19))
            assert (offer.id in early) == (field == "modality")  # what was then planned for later stays
            assert offer.document_id in early
            assert offer.id in found(dt.date(2024, 4, 20))


def search_page_of(record: Record, as_of: dt.date) -> set[str]:
    with record.reading() as connection:
        page = search_page(connection, "patrol", as_of=as_of.isoformat(), most=100)
    assert page.total == len(page.hits) == sum(page.kinds.values())
    return {hit.id for hit in page.hits}


def test_one_kind_only(record: Record) -> None:
    assert {hit.kind for hit in record.search("reply")} == {"document", "statement", "move"}
    assert {hit.id for hit in record.search("reply", kind="statement")} == {SAID.id}


def test_a_hit_shows_its_document_and_words_on_one_line(record: Record) -> None:
    (hit,) = record.search("stood")
    assert (hit.id, hit.kind, hit.document, hit.document_id) == (DENIED.id, "document", "denial.txt", DENIED.id)
    assert hit.excerpt == " ".join(DENIED.text.split())


def test_the_order_of_hits_is_fixed(tmp_path: Path, record: Record) -> None:
    with open_record(tmp_path / "other.db") as other:
        for told in reversed(DOCUMENTS):
            other.add_document(told, told.raw.encode())
        expected = [hit for hit in record.search("reply") if hit.kind == "document"]
        assert list(other.search("reply")) == expected


def test_a_new_reading_takes_the_place_of_the_old_one_in_search(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        filled(record)
        record.put_extraction("reader-2", extraction(REPLIED, SENT))
        assert ids(record, "party:hentzau") == {SENT.id}
        record.put_extraction("reader-2", extraction(REPLIED))
        assert ids(record, "party:hentzau") == set()
        old = record.extraction(REPLIED.id, READER)
        assert old is not None
        assert old.statements == (SAID,)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (OFFERED, "document"),
        (SAID, "statement"),
        (PUT, "move"),
        (P_HENTZAU, "party"),
        (I_BRIDGE, "issue"),
        (E_REPLY, "event"),
        (ANSWER, "answer"),
        (EXCHANGE, "exchange"),
        (DISPUTE, "dispute"),
        (judgement("aaaa", DISPUTE.id), "judgement"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_every_row_is_found_by_id_and_by_the_beginning_of_its_id(record: Record, row: object, kind: str) -> None:
    whole = str(getattr(row, "id"))  # noqa: B009 rows of many types
    for asked in (whole, whole[:-1]):
        found = record.find(asked)
        assert (found.id, found.kind, found.row) == (whole, kind, row)
    if kind in ("document", "statement", "move"):
        assert found.document_id == getattr(row, "document_id", whole)


def test_a_beginning_that_several_share_names_them(record: Record) -> None:
    with pytest.raises(UsageError, match=r"Several rows.*'party-'") as caught:
        record.find("party-")
    assert all(party.id in caught.value.advice for party in ACCOUNT.parties)


@pytest.mark.parametrize("asked", ["", "pa%", "ev", "event-zzz", "____________", "%%%%%", "doc-' OR 1", "\ud800\0abcd"])
def test_what_is_no_id_is_said(record: Record, asked: str) -> None:
    with pytest.raises(UsageError, match="too short" if len(asked) < 4 else "no row"):
        record.find(asked)
