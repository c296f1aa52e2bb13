"""The measure of the account on annotated stories: what it counts as right, and on which day an article stands."""

from __future__ import annotations

import datetime as dt

import pytest

from rejoinder.consolidate import consolidate
from rejoinder.pipeline.reader import comparing, open_reader
from training.annotated import Passage
from training.passages import load
from training.stories import document_of, read, several_told
from training.story_scores import Counts, annotated, answers, disputes, events

STORY = """@ agency | Aegean hotline, 3 May 1996 | story: hotline
Turkey offered Greece a hotline on Monday. Greece rejected the offer on Tuesday, Foreign Minister Eleni Markou said.
S said | Foreign Minister Eleni Markou | Greece rejected the offer on Tuesday
M offer actual N | offered | Turkey | Greece | Turkey offered Greece a hotline | hot
M reject actual N | rejected | Greece | - | Greece rejected the offer on Tuesday | no
R Eleni Markou | - | Greece
A no > hot reject

@ state | Aegean hotline, 4 May 1996 | story: hotline
Turkey offered Greece a hotline. Greece has not replied to the offer, the Turkish foreign ministry said on Saturday.
S said | the Turkish foreign ministry | Greece has not replied to the offer
M offer actual N | offered | Turkey | Greece | Turkey offered Greece a hotline | hot
M reply denied S | not replied | Greece | - | Greece has not replied to the offer | silent
R the Turkish foreign ministry | - | Turkish
A silent > hot none
X silent ~ no

@ agency | something else, 1996
It rained in Ankara.
"""


@pytest.fixture(scope="module")
def passages(tmp_path_factory: pytest.TempPathFactory) -> list[Passage]:
    folder = tmp_path_factory.mktemp("passages")
    (folder / "one.txt").write_text(STORY, "utf-8")
    return list(load(folder))


def test_only_stories_of_several_articles_are_measured(passages: list[Passage]) -> None:
    assert [len(own) for own in several_told(passages).values()] == [2]


def test_an_article_stands_on_the_day_of_its_first_line(passages: list[Passage]) -> None:
    days = [document_of(passage).metadata.published for passage in passages]
    assert [when.first for when in days if when] == [dt.date(1996, 5, 3), dt.date(1996, 5, 4), dt.date(1996, 7, 1)]


def test_what_is_read_and_put_together_is_set_against_the_annotation(passages: list[Passage]) -> None:
    story = next(iter(several_told(passages).values()))
    reader = open_reader(threads=1)
    inputs = read(story, reader)
    account = consolidate(inputs, compare=comparing(reader.version))
    told = annotated(inputs, story)
    assert {event.rpartition(" ")[2] for event in told.values()} <= {"hot", "no", "silent"}
    linked = answers(account, told, story)
    assert linked.gold == 2
    assert 1 <= linked.found <= 2
    assert linked.right <= linked.made
    assert disputes(inputs, account, story).gold == 1
    assert all(0 < share <= 1 for pair in events(account, told) for share in pair)


def test_an_account_of_nothing_finds_nothing(passages: list[Passage]) -> None:
    story = next(iter(several_told(passages).values()))
    account = consolidate([])
    assert answers(account, {}, story) == Counts(gold=2)
    assert disputes([], account, story) == Counts(gold=1)
    assert list(events(account, {})) == []


def test_counts_tell_both_shares() -> None:
    both = Counts(right=1, made=2, found=1, gold=4) + Counts(right=1, made=2, found=1, gold=4)
    assert str(both) == "P 0.500  R 0.250  F1 0.333  (4 made, 8 annotated)"
