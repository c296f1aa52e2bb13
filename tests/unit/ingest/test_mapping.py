from rejoinder.ingest.mapping import MappedBuilder, edited, through, unchanged
from rejoinder.types.span import Span


def test_a_text_without_edits_maps_to_itself() -> None:
    assert edited("abc", []) == unchanged("abc")


def test_characters_lead_back_through_two_edits() -> None:
    raw = "one [two](x) thr\u00adee"
    first = edited(raw, [(16, 17, "")])
    second = edited(first.text, [(4, 5, ""), (8, 12, "")])
    offsets = through(first.offsets, second.offsets)
    assert second.text == "one two three"
    assert [raw[offsets.raw(i)] for i, c in enumerate(second.text) if c != " "] == list("onetwothree")


def test_a_span_leads_back_to_first_and_last_character() -> None:
    builder = MappedBuilder(20)
    builder.add("ab", 2)
    builder.add("cd", 10)
    mapped = builder.built()
    assert mapped.text == "abcd"
    assert mapped.offsets.raw_span(Span(start=1, end=3)) == Span(start=3, end=11)


def test_everything_may_be_taken_out() -> None:
    assert edited("abc", [(0, 3, "")]).text == ""
