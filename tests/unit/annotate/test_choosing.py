"""Whom a pronoun means, by what speaks for each party."""

from collections.abc import Mapping

from rejoinder.annotate.annotating import annotate
from rejoinder.annotate.choosing import likeliest
from rejoinder.annotate.question import Features, Question
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span
from rejoinder.vocabulary.referents import referent_weights
from tests.unit.annotate.fake_tagger import FakeTagger, Meant, Said, article, reading_of, who

OLLERO = "Marta Ollero"
BRANDVOLD = "Olav Brandvold"
ASKED = Question(span=Span(start=0, end=2), sentence=1, sort="he", word="he", given=())
PERU, CHILE = (PartyRef(name=name, type="state") for name in ("Peru", "Chile"))


def test_the_candidate_with_the_highest_sum_is_meant() -> None:
    found = {PERU: {"read": 0.9}, CHILE: {"read": 0.4, "away 0": 1.0}, None: {"nobody": 1.0}}
    assert likeliest(ASKED, found, {"he": {"read": 2.0}}) == PERU
    assert likeliest(ASKED, found, {"he": {"read": 2.0, "away 0": 3.0}}) == CHILE
    assert likeliest(ASKED, found, {"he": {"nobody": 1.0}}) is None


def test_of_equal_candidates_nobody_and_then_the_first_name_is_meant() -> None:
    assert likeliest(ASKED, {PERU: {}, CHILE: {}}, {}) == CHILE
    assert likeliest(ASKED, {PERU: {}, None: {}}, {}) is None


def test_every_sort_of_pronoun_has_weights() -> None:
    assert {*referent_weights()} == {"he", "it", "they", "we"}


def test_what_the_tagger_reads_counts_against_the_nearest_name() -> None:
    document = article("Peru wrote to Chile on Monday. It waits for an answer.")
    alone = reading_of(document, persons=())
    told = reading_of(document, meant=[Meant(words="It", name="Peru", score=0.95)])
    assert who(document, told, "It") == ["Peru"]
    assert who(document, alone, "It") in (["Peru"], ["Chile"])


def test_she_is_no_man_whatever_is_read() -> None:
    document = article(f"{OLLERO} met {BRANDVOLD} on Monday. She left early.")
    reading = reading_of(document, persons=(OLLERO, BRANDVOLD), meant=[Meant(words="She", name=BRANDVOLD, score=0.95)])
    assert who(document, reading, "She") == [OLLERO]


def test_we_are_whoever_speaks() -> None:
    document = article(f'"We cannot accept this," {OLLERO} said. {BRANDVOLD} left the room.')
    reading = reading_of(
        document,
        persons=(OLLERO, BRANDVOLD),
        said=[Said(content="We cannot accept this,", source=OLLERO)],
        meant=[Meant(words="We", name=OLLERO, score=0.5)],
    )
    assert who(document, reading, "We") == [OLLERO]


def test_the_label_nearest_before_it_counts_for_the_first_person_in_capitals_or_not() -> None:
    document = article(
        f"{OLLERO} and {BRANDVOLD} answered questions.", "MARTA OLLERO: It is cold.", f"{BRANDVOLD}: It is our wish."
    )
    labelled: list[PartyRef | None] = []

    def choose(asked: Question, found: Mapping[PartyRef | None, Features]) -> PartyRef | None:
        labelled.extend(party for party, features in found.items() if "label" in features)
        return likeliest(asked, found)

    annotate(document, FakeTagger(persons=(OLLERO, BRANDVOLD), meant=(Meant(words="our", name=BRANDVOLD),)), choose)
    assert labelled == [PartyRef(name=BRANDVOLD, type="person")]
