"""Speech at second hand in one clause."""

from rejoinder.extract.quoted_as import quoted_as
from rejoinder.types.annotation import CueReading
from tests.unit.annotate.fake_tagger import place

TEXT = "The agency cited an unnamed diplomat in the Peruvian ministry as saying that no letter had come."


def cue(text: str, words: str, content: str, source: str) -> CueReading:
    return CueReading(cue=place(text, words), source=place(text, source), content=(place(text, content),), score=0.6)


def test_the_words_are_of_who_is_quoted() -> None:
    inner = cue(TEXT, "saying", "that no letter had come", "in the Peruvian")
    outer = cue(TEXT, "cited", TEXT[TEXT.index("an unnamed") : -1], "The agency")
    (left,) = quoted_as(TEXT, (outer, inner))
    assert left.cue == inner.cue
    assert left.source is not None
    assert left.source.of(TEXT) == "an unnamed diplomat in the Peruvian ministry"


def test_who_is_quoted_in_the_passive_stays_as_read() -> None:
    text = "The diplomat was quoted by the agency as saying that no letter had come."
    inner = cue(text, "saying", "that no letter had come", "The diplomat")
    assert quoted_as(text, (inner,)) == (inner,)


def test_other_cues_stay() -> None:
    text = "Ollero said that no letter had come."
    said = cue(text, "said", "that no letter had come", "Ollero")
    assert quoted_as(text, (said,)) == (said,)
