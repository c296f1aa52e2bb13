from hypothesis import given
from hypothesis import strategies as st

from rejoinder.types.places import Places
from rejoinder.types.span import Span

SPANS = st.builds(
    lambda start, length: Span(start=start, end=start + length),
    st.integers(0, 30),
    st.integers(min_value=1, max_value=9),
)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_what_is_found_is_what_a_look_through_all_finds(spans: list[Span], asked: Span) -> None:
    places = Places((s, s) for s in spans)
    assert sorted(places.touching(asked)) == sorted(s for s in spans if s.touches(asked))
    assert sorted(places.within(asked)) == sorted(s for s in spans if asked.holds(s))
    assert sorted(places.around(asked)) == sorted(s for s in spans if s.holds(asked))


def test_in_text_order_the_longer_first() -> None:
    long, short, late = Span(start=0, end=9), Span(start=0, end=3), Span(start=2, end=4)
    places = Places([(late, "late"), (short, "short"), (long, "long")])
    assert places.touching(Span(start=0, end=9)) == ["long", "short", "late"]
