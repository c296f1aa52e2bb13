from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.consolidate import consolidate
from rejoinder.types.account import Reported
from tests.unit.consolidate.samples import line, report

PARAGRAPHS = (
    ("offer", "Norland offered a treaty on the dam at Orve"),
    ("deny", "Sudmark denied that the letter spoke of water quotas"),
    ("accuse", "Norland accused Sudmark of flooding three villages"),
    ("invite", "Sudmark invited observers to its northern border posts"),
)
DAYS = [None, *(dt.date(2031, 5, day).isoformat() for day in (1, 2, 3))]


@dataclass(frozen=True)
class Printed:
    """What one copy holds, where and when it was printed, and of which story it is."""

    outlet: str
    story: str | None
    day: str | None
    paragraphs: frozenset[int]


PRINTED = st.builds(
    Printed,
    outlet=st.sampled_from(["The Post", "The Echo", "The Mail"]),
    story=st.sampled_from([None, "s1", "s2"]),
    day=st.sampled_from(DAYS),
    paragraphs=st.frozensets(st.integers(0, len(PARAGRAPHS) - 1), min_size=1),
)


def _reported(number: int, one: Printed) -> Reported:
    told = [PARAGRAPHS[at] for at in sorted(one.paragraphs)]
    parties = [words.split()[0] for _, words in told]
    return report(
        f"d{number}",
        "\n\n".join(f"{words}." for _, words in told),
        *(line(kind, by, "", words) for (kind, words), by in zip(told, parties, strict=True)),
        published=one.day,
        outlet=one.outlet,
        origin="agency Wire" if one.story else None,
        story=one.story,
    )


@settings(deadline=None, max_examples=40)
@given(st.lists(PRINTED, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_what_is_cut_is_cut_in_any_order_and_shown_by_the_copies(printed: list[Printed], chance: random.Random) -> None:
    documents = [_reported(number, one) for number, one in enumerate(printed)]
    account = consolidate(documents)
    assert consolidate(chance.sample(documents, len(documents))).coverage == account.coverage
    by_id = {one.document_id: one for one in documents}
    said_by = {move.id: move.anchor.of(one.text) for one in documents for move in one.extraction.moves}
    words = {event.id: {said_by[move] for move in event.moves} for event in account.events}
    for row in account.coverage:
        assert bool(row.reason) == (row.treatment == "omitted")
        assert bool(row.cut_from) == bool(row.kept_in) == (row.reason == "cut")
        lacking, having = [by_id[one] for one in row.cut_from], [by_id[one] for one in row.kept_in]
        assert all(one.outlet == row.outlet for one in lacking)
        assert all(one.outlet != row.outlet for one in having)
        assert {one.story for one in lacking} == {one.story for one in having}
        assert None not in {one.story for one in (*lacking, *having)}
        assert not any(said in one.text for one in lacking for said in words[row.event])
        assert all(any(said in one.text for said in words[row.event]) for one in having)


@settings(deadline=None, max_examples=20)
@given(st.lists(PRINTED, min_size=2, max_size=6), st.sampled_from([dt.date(2031, 4, 30), dt.date(2031, 5, 2)]))
def test_no_copy_published_later_proves_a_cut(printed: list[Printed], as_of: dt.date) -> None:
    documents = [_reported(number, one) for number, one in enumerate(printed)]
    days = {one.document_id: one.published for one in documents}
    for row in consolidate(documents, as_of=as_of).coverage:
        published = [days[one] for one in (*row.cut_from, *row.kept_in)]
        assert all(day is not None and day.last <= as_of for day in published)
