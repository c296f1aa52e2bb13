from rejoinder.annotate.focus import REACH, Focus, Named
from rejoinder.types.annotation import PartyRef
from tests.unit.annotate.fake_tagger import person, state


def naming(party: PartyRef, sentence: int, *, source: bool = False, first: bool = False, quoted: bool = False) -> Named:
    return Named(party=party, sentence=sentence, source=source, first=first, quoted=quoted)


def anybody(party: PartyRef) -> bool:
    return True


def focus(*named: Named) -> Focus:
    made = Focus()
    for one in named:
        made.add(one)
    return made


def test_near_before_far() -> None:
    seen = focus(naming(state("Peru"), 0), naming(state("Norway"), 1))
    assert seen.last(anybody, 2) == state("Norway")


def test_the_later_of_one_sentence() -> None:
    seen = focus(naming(state("Peru"), 0), naming(state("Norway"), 0))
    assert seen.last(anybody, 1) == state("Norway")


def test_who_speaks_before_who_is_spoken_of() -> None:
    seen = focus(naming(state("Peru"), 0, source=True), naming(state("Norway"), 0))
    assert seen.last(anybody, 1) == state("Peru")


def test_the_first_of_a_sentence_before_the_others() -> None:
    seen = focus(naming(state("Peru"), 0, first=True), naming(state("Norway"), 0))
    assert seen.last(anybody, 0) == state("Peru")


def test_words_in_a_quotation_count_less() -> None:
    seen = focus(naming(state("Peru"), 0), naming(state("Norway"), 1, quoted=True))
    assert seen.last(anybody, 1) == state("Peru")


def test_only_who_fits() -> None:
    seen = focus(naming(person("Ana Ruz"), 0), naming(state("Norway"), 0))
    assert seen.last(lambda p: p.type == "person", 0) == person("Ana Ruz")
    assert seen.last(lambda p: p.type == "media", 0) is None


def test_reach_is_limited_and_nearest_is_not() -> None:
    seen = focus(naming(state("Peru"), 0))
    assert seen.last(anybody, REACH) == state("Peru")
    assert seen.last(anybody, REACH + 1) is None
    assert seen.last(anybody, 40, reach=40) == state("Peru")
    assert seen.nearest(anybody) == state("Peru")


def test_nobody_named_yet() -> None:
    assert Focus().last(anybody, 0) is None
    assert Focus().nearest(anybody) is None


def test_a_party_named_over_and_over_in_one_sentence_is_looked_at_once() -> None:
    seen = focus(*(naming(party, 0) for party in [state("Peru"), state("Norway")] * 500))
    asked: list[PartyRef] = []
    assert seen.last(lambda party: bool(asked.append(party)) or True, 1) == state("Norway")
    assert len(asked) == 2


def test_of_several_namings_in_a_sentence_the_weightiest_counts_however_often_it_follows() -> None:
    ollero = person("Marta Ollero")
    seen = focus(naming(ollero, 0, source=True), naming(ollero, 0, quoted=True), naming(state("Peru"), 0, first=True))
    assert seen.last(anybody, 0) == ollero
