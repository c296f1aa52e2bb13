"""Nothing that is typed becomes part of a statement to the database, or an error other than a user's."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rejoinder.errors import UsageError
from rejoinder.record.store import Record
from rejoinder.types.judgement import Judgement
from tests.unit.record.samples import NOON, clock, document, filled, open_record, problem

TYPED = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.text(st.sampled_from("\"'()*:^+-~[]{};%_\0\n abNOTNEAR,"), max_size=30),
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with filled(open_record(tmp_path_factory.mktemp("record") / "r.db")) as opened:
        yield opened


def ask(record: Record, typed: str) -> None:
    """Put what was typed in every place that takes text."""
    for question in (
        lambda: record.search(typed),
        lambda: record.search(typed, kind="move"),
        lambda: record.find("doc-" + typed),
        lambda: record.document(typed),
        lambda: record.extraction(typed, typed),
        lambda: record.problems(typed),
        lambda: record.source_bytes(typed),
        lambda: record.add_judgement(
            Judgement(
                id=typed,
                decision="corrected",
                subjects=(typed,),
                field=typed,
                value=typed,
                by=typed,
                made_at=NOON,
                withdraws=typed,
            )
        ),
    ):
        with contextlib.suppress(UsageError):
            question()


@contextlib.contextmanager
def statements() -> Iterator[set[str]]:
    """The texts of the statements that go to a database meanwhile."""
    seen: set[str] = set()

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.add(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example("'; DROP TABLE documents; --")
@example('" OR 1=1 --')
@example('x") OR rowid MATCH ("')
@example("words: a* ^b NEAR(c d, 1)")
@given(typed=TYPED)
def test_what_is_typed_is_a_value(record: Record, typed: str) -> None:
    with statements() as harmless:
        ask(record, "bridge")
        ask(record, "event")
    with statements() as seen:
        ask(record, typed)
    assert seen <= harmless


@settings(max_examples=25, deadline=None, derandomize=True)
@given(typed=TYPED.filter(bool))
def test_what_is_stored_is_a_value(typed: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "typed.db"
    with Record.open(path, create=True, clock=clock) as record:
        told = document(typed, typed)
        record.add_document(told, typed.encode("utf-8", "surrogatepass"))
        record.add_problems(typed, [problem(typed)])
        assert told in record.documents()
        assert record.problems(typed) == (problem(typed),)
        assert record.verify() == ()
