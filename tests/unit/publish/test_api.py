"""The record from Python."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pytest

import rejoinder
from rejoinder.pipeline.reader import Reader
from rejoinder.publish import api
from tests.invented import WordTagger, write_articles


class NotATime(dt.datetime):
    """As pandas has it for a missing moment: it calls itself one, and has no day."""

    def date(self) -> dt.date:
        raise ValueError("NaTType does not support date")


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, read with five words."""
    monkeypatch.setattr(api, "open_reader", lambda _folder=None: Reader(WordTagger()))
    return write_articles(tmp_path)


def test_read_gives_rows_that_are_frames(articles: Path) -> None:
    with rejoinder.read(articles, metadata=articles.parent / "about.yaml") as record:
        assert record.report is not None
        assert record.report.new == 3
        rows = record.exchanges()
        assert [row.status for row in rows] == ["rejected"]
        assert [row.status for row in record.exchanges(as_of="2024-03-04")] == ["open"]
        assert [row.status for row in record.exchanges(as_of=dt.date(2024, 3, 4), party="Norway")] == ["open"]
        assert pa.table(rows).num_rows == 1
        acts = [len(record.moves(party=party)) for party in ("NO", ["NO"], ["Norway", "Oslo"], ["Iceland", "Norway"])]
        assert acts[0] == acts[1] == acts[2] < acts[3]
        assert record.timeline(known_at="2024-03-04").known_at == dt.date(2024, 3, 4)
        assert record.brief(format="html").startswith("<!doctype html>")
        assert record.show(rows[0].id[:14]).startswith(rows[0].id)
        assert "words-1" in record.explain(rows[0].id)
        assert len(record.search("patrol")) > len(record.search("patrol", as_of="2024-03-05")) > 0
        assert not record.search("patrol", known_at=dt.date(2024, 3, 3))
        assert {row.document for row in record.moves(as_of="2024-03-05")} == {"coast-herald.txt"}
        assert len(record.moves(as_of="2024-03-12")) < len(record.moves()) == len(record.moves(as_of="2024-03-13"))
        assert [len(record.statements(as_of=day)) for day in ("2024-03-03", "2024-03-04")] == [0, 1]
        met = {row.name: row.n_moves for row in record.parties(as_of="2024-03-05")}
        assert met["Norway"] == len(record.moves(as_of="2024-03-05", party="Norway"))
        assert record.problems() == ()
        for name in ("timeline", "answers", "disputes", "positions", "coverage", "statements", "moves", "parties"):
            assert getattr(record, name)().name == name


def test_a_record_without_a_file_leaves_nothing_behind(articles: Path) -> None:
    record = rejoinder.read([articles / "fjord-times.txt"])
    place = record._record.path
    assert place.exists()
    record.close()
    assert not place.parent.exists()


def test_a_record_in_a_file_is_opened_again(articles: Path, tmp_path: Path) -> None:
    with rejoinder.read(articles, record=tmp_path / "talks.db"):
        pass
    with rejoinder.open_record(tmp_path / "talks.db") as record:
        assert len(record.moves()) == 5


def test_wrong_days_and_names_are_refused(articles: Path) -> None:
    with rejoinder.read(articles) as record:
        with pytest.raises(rejoinder.UsageError, match="2022-02-01"):
            record.exchanges(as_of="yesterday")
        with pytest.raises(rejoinder.UsageError, match="Norway"):
            record.exchanges(party="Norwy")
    with pytest.raises(rejoinder.RecordError):
        rejoinder.open_record("nowhere.db")


def test_a_path_that_leads_nowhere_is_refused(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(rejoinder.UsageError, match="There is nothing at"):
        rejoinder.read(str(tmp_path / "nope"), record=tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_moment_stands_for_its_day(articles: Path) -> None:
    class Timestamp(dt.datetime):
        """As pandas makes it of a datetime."""

    with rejoinder.read(articles, metadata=articles.parent / "about.yaml") as record:
        for moment in (dt.datetime(2024, 3, 4, 23, tzinfo=dt.UTC), Timestamp(2024, 3, 4), "2024-03-04"):
            assert record.exchanges(as_of=moment, known_at=moment).as_of == dt.date(2024, 3, 4)
            assert [row.status for row in record.exchanges(as_of=moment)] == ["open"]
            assert len(record.search("patrol", known_at=moment)) > 0
        for wrong in (20240304, 5.0, ["2024-03-04"], "soon", object(), "", NotATime(2024, 3, 4)):
            with pytest.raises(rejoinder.UsageError, match=r"^known_at=.* is no day"):
                record.timeline(known_at=wrong)  # type: ignore[arg-type]
            with pytest.raises(rejoinder.UsageError, match=r"^as_of=.* is no day"):
                record.search("patrol", as_of=wrong)  # type: ignore[arg-type]
        for form in ("pdf", None, 3):
            with pytest.raises(rejoinder.UsageError, match="md, html"):
                record.brief(format=form)  # type: ignore[arg-type]
            with pytest.raises(rejoinder.UsageError, match="en, ru, uk"):
                record.brief(language=form)  # type: ignore[arg-type]


@pytest.mark.parametrize("argument", ["party", "issue"])
@pytest.mark.parametrize("given", [3, True, b"Norway", [None], ["Norway", 3], [["Norway"]], dt.date(2024, 3, 4)])
def test_what_is_no_name_is_refused_with_its_argument(record_file: Path, argument: str, given: object) -> None:
    with (
        rejoinder.open_record(record_file) as record,
        pytest.raises(rejoinder.UsageError, match=f"^{argument}=.* is no name. Give a name, or a list of names"),
    ):
        record.exchanges(**{argument: given})  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [None, 3, b"patrol", ["patrol"]])
def test_what_is_no_text_is_refused_with_its_argument(record_file: Path, given: object) -> None:
    with rejoinder.open_record(record_file) as record:
        for ask, said in ((record.show, "row_id="), (record.explain, "row_id="), (record.search, "words=")):
            with pytest.raises(rejoinder.UsageError, match=f"^{said}.* is no text. Give "):
                ask(given)  # type: ignore[arg-type]
        with pytest.raises(rejoinder.UsageError, match="There are exchanges, "):
            record.view(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"record": ""}, "record='' is no path"),
        ({"record": 3}, "record=3 is no path"),
        ({"record": "a\0b"}, "record='a.*b' is no path"),
        ({"model": 3}, "model=3 is no path"),
        ({"paths": None}, "paths=None is no path"),
        ({"paths": [None]}, "paths=None is no path"),
        ({"paths": b"articles"}, "paths=b'articles' is no path"),
        ({"paths": []}, "There is no path in paths"),
        ({"workers": 0}, "workers=0 is no whole number above 0"),
        ({"workers": "2"}, "workers='2' is no whole number above 0"),
        ({"metadata": []}, "metadata is of type list, neither a file nor a mapping. .*d1.txt"),
        ({"metadata": [{"file": "d1.txt"}]}, "metadata is of type list, neither a file nor a mapping"),
        ({"metadata": 3}, "metadata is of type int, neither"),
        ({"metadata": ""}, "metadata='' is no path"),
    ],
)
def test_what_cannot_be_read_is_refused_before_anything_is_made(
    articles: Path, given: dict[str, object], said: str, tmp_path: Path
) -> None:
    with pytest.raises(rejoinder.UsageError, match=f"^{said}"):
        rejoinder.read(**{"paths": articles, "record": tmp_path / "new.db", **given})  # type: ignore[arg-type]
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("given", [None, 3, b"talks.db", "", "a\0b"])
def test_what_is_no_path_of_a_record_is_refused(given: object) -> None:
    with pytest.raises(rejoinder.UsageError, match=r"^path=.* is no path"):
        rejoinder.open_record(given)  # type: ignore[arg-type]


def test_metadata_is_given_as_plain_mappings(articles: Path) -> None:
    given = {
        "fjord-times.txt": {"outlet": " Fjord  Times", "published": dt.date(2024, 3, 10)},
        "coast-herald.txt": {"published": "2024-03"},
    }
    with rejoinder.read(articles, metadata=given) as record:
        rows = {row.document: row for row in record.moves()}
        assert rows["fjord-times.txt"].outlet == "Fjord Times"
        assert rows["fjord-times.txt"].known_from == dt.date(2024, 3, 10)
        assert rows["coast-herald.txt"].known_from == dt.date(2024, 3, 31)
    for wrong, said in (
        ({"oultet": "X"}, "unknown field oultet"),
        ({"published": "soon"}, "no date"),
        ({"published": NotATime(2024, 3, 4)}, "no date"),
        ("X", "no mapping"),
    ):
        with pytest.raises(rejoinder.UsageError, match=said):
            rejoinder.read(articles, metadata={"fjord-times.txt": wrong})  # type: ignore[dict-item]


def test_a_read_that_fails_leaves_no_folder_behind(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "for-a-while"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))

    def broken(*_given: object, **_named: object) -> None:
        raise rejoinder.ModelError("no model")

    for target, name in ((api, "open_reader"), (api, "read_into"), (api.Record, "open")):
        with monkeypatch.context() as patched:
            patched.setattr(target, name, broken)
            with pytest.raises(rejoinder.ModelError):
                rejoinder.read(articles)
        assert list(place.iterdir()) == []


def test_the_package_offers_what_it_says() -> None:
    assert all(getattr(rejoinder, name) for name in rejoinder.__all__)
    assert rejoinder.__version__
    with pytest.raises(AttributeError):
        rejoinder.nothing  # noqa: B018
