from __future__ import annotations

from dataclasses import replace

from rejoinder.consolidate.parties import find_parties
from rejoinder.types.annotation import PartyRef
from tests.unit.consolidate.samples import line, report


def _with(name: str, *refs: PartyRef):  # type: ignore[no-untyped-def]
    bare = report(name, "Nothing.")
    return replace(bare, extraction=replace(bare.extraction, parties=tuple(sorted(refs))))


def _person(name: str, principal: str | None = None, role: str | None = None) -> PartyRef:
    return PartyRef(name=name, type="person", principal=principal, role=role)


def test_spellings_and_surnames_are_one_person() -> None:
    book = find_parties(
        [
            _with("a", _person("Andrey Kolsky", "Norland", "envoy")),
            _with("b", _person("Andrei Kolskiy"), _person("Kolsky")),
        ]
    )
    people = [party for party in book.parties if party.type == "person"]
    assert len(people) == 1
    assert people[0].forms == ("Andrei Kolskiy", "Andrey Kolsky", "Kolsky")
    assert people[0].role == "envoy"


def test_the_principal_known_in_one_document_holds_in_the_other() -> None:
    loose = _person("Kolsky")
    book = find_parties([_with("a", _person("Andrey Kolsky", "Norland")), _with("b", loose)])
    assert book.name(book.acting(loose)) == "Norland"


def test_a_surname_that_two_have_stands_for_neither() -> None:
    book = find_parties([_with("a", _person("Anna Berg"), _person("Ivo Berg"), _person("Berg"))])
    assert sorted(party.name for party in book.parties) == ["Anna Berg", "Berg", "Ivo Berg"]


def test_a_title_without_a_name_is_one_party_only_with_the_same_principal() -> None:
    norlander = PartyRef(name="a senior diplomat", type="person", principal="Norland", anonymity="unnamed")
    sudmarker = replace(norlander, principal="Sudmark")
    book = find_parties([_with("a", norlander), _with("b", sudmarker), _with("c", norlander)])
    assert book.by_ref[norlander] != book.by_ref[sudmarker]
    assert len([party for party in book.parties if party.name == "a senior diplomat"]) == 2


def test_principals_go_up_to_the_last_and_never_round() -> None:
    spokesman = _person("Ole Dahl", "Foreign Office")
    office = PartyRef(name="Foreign Office", type="office", principal="Norland")
    mirror = PartyRef(name="Norland", type="state", principal="Foreign Office")
    assert (
        find_parties([_with("a", spokesman, office)]).name(
            find_parties([_with("a", spokesman, office)]).acting(spokesman)
        )
        == "Norland"
    )
    book = find_parties([_with("a", spokesman, office, mirror)])
    assert book.acting(spokesman) in book.by_id


def test_order_of_documents_changes_nothing() -> None:
    documents = [
        report("a", "Norland offered talks.", line("offer", "Norland", "Sudmark", "Norland offered talks")),
        _with("b", _person("Anna Berg", "Norland"), _person("A. Berg")),
        _with("c", _person("Berg", "Sudmark")),
    ]
    assert find_parties(documents) == find_parties(documents[::-1])


def _body(name: str) -> PartyRef:
    return PartyRef(name=name, type="organisation")


def test_a_short_name_is_the_full_one_of_another_document_that_names_the_same_people() -> None:
    berg = _person("Anna Berg")
    short, full, far = _body("Corvane"), _body("Corvane Industries"), _body("Merrow & Tate")
    book = find_parties([_with("a", short, berg), _with("b", full, berg), _with("c", far)])
    assert book.by_ref[short] == book.by_ref[full] != book.by_ref[far]
    assert [p.forms for p in book.parties if "Corvane" in p.forms] == [("Corvane", "Corvane Industries")]


def test_a_person_whom_a_document_takes_for_an_organisation_is_the_person() -> None:
    wrong = _body("Anna Berg")
    book = find_parties([_with("a", _person("Anna Berg", "Norland")), _with("b", wrong)])
    assert book.name(book.acting(wrong)) == "Norland"
    assert [p.type for p in book.parties if p.name == "Anna Berg"] == ["person"]
