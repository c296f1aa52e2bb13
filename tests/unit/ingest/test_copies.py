import datetime as dt

from rejoinder.ingest import near_copies, origin_key, witnesses
from rejoinder.ingest.source import known
from rejoinder.ingest.text import read_text
from rejoinder.types.document import Document
from rejoinder.types.time import When, day
from tests.unit.ingest.pages import PAPER, WRAPPED

COPY = WRAPPED.replace("senior\nofficial", "high\nofficial").replace("last week", "a week ago")


def document(name: str, text: str, **values: str | When | None) -> Document:
    found = read_text(text.encode(), name, given=known("given", **values), place=name)
    assert isinstance(found, Document)
    return found


def test_copies_with_a_few_words_changed_are_one_family() -> None:
    a, b, c = document("a", WRAPPED), document("b", COPY), document("c", PAPER)
    assert near_copies([a, b, c]) == (tuple(sorted((a.id, b.id))),)
    assert near_copies([c, b, a]) == near_copies([a, b, c])
    assert near_copies([a, c]) == ()


def test_a_shortened_copy_belongs_to_the_family() -> None:
    a, b = document("a", WRAPPED), document("b", WRAPPED[:420])
    assert len(near_copies([a, b])) == 1


def test_many_copies_are_one_family() -> None:
    many = [document(f"{n:03}", WRAPPED) for n in range(150)]
    assert [len(family) for family in near_copies(many)] == [150]


def test_copies_share_the_agency_that_one_of_them_names() -> None:
    a, b = document("a", WRAPPED, origin="AP", outlet="The Beacon"), document("b", COPY, outlet="The Port Gazette")
    assert origin_key(b) == "outlet The Port Gazette"
    assert {one.origin for one in witnesses([a, b]).values()} == {"agency AP"}


def test_without_an_agency_copies_share_the_earliest_and_others_keep_their_own() -> None:
    a, b, c = document("a", WRAPPED, outlet="The Beacon"), document("b", COPY, outlet="The Echo"), document("c", PAPER)
    counted = witnesses([c, b, a])
    assert counted[a.id].origin == counted[b.id].origin == "outlet The Beacon"
    assert counted[c.id].origin == "agency AP"


def test_copies_are_one_story_by_their_text_whoever_they_credit_and_in_any_order() -> None:
    later, early = day(dt.date(2031, 5, 2)), day(dt.date(2031, 5, 1))
    a = document("a", WRAPPED, origin="AP", outlet="The Beacon", published=later)
    b = document("b", WRAPPED[:420], origin="Reuters", outlet="The Port Gazette", published=early)
    other = document("c", PAPER, origin="AP", outlet="The Beacon", published=early)
    counted = witnesses([a, b, other])
    assert (counted[a.id].story, counted[b.id].story) == (b.id, b.id), "the earliest names the story"
    assert counted[other.id].story is None, "another story of the same agency"
    assert witnesses([other, b, a]) == witnesses([b, a, other]) == counted
    assert witnesses([a, other])[a.id].story is None, "nobody else is known to print it"
