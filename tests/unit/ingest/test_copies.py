from rejoinder.ingest import near_copies, origin_key, origin_keys
from rejoinder.ingest.source import known
from rejoinder.ingest.text import read_text
from rejoinder.types.document import Document
from rejoinder.types.time import When
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
    assert set(origin_keys([a, b]).values()) == {"agency AP"}


def test_without_an_agency_copies_share_the_earliest_and_others_keep_their_own() -> None:
    a, b, c = document("a", WRAPPED, outlet="The Beacon"), document("b", COPY, outlet="The Echo"), document("c", PAPER)
    keys = origin_keys([c, b, a])
    assert keys[a.id] == keys[b.id] == "outlet The Beacon"
    assert keys[c.id] == "agency AP"
