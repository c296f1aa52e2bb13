from collections.abc import Sequence

from rejoinder.annotate.annotating import annotate
from rejoinder.types.annotation import Reading
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import FakeTagger, Said, article, page, reading_of, who

NEWS = page(
    ("headline", "Chile waits for Norway"),
    ("byline", "By Ana Solis, Cuba"),
    ("body", "Chilean Foreign Minister Marta Ollero said “we wait” on Friday.\nNorway did not answer her."),
    ("furniture", "Also: Peru wins the cup"),
    ("body", "It will answer in May."),
)
SAID = (Said(content="we wait", source="Chilean Foreign Minister Marta Ollero"),)


def test_only_what_is_read_is_given_to_the_tagger() -> None:
    class Listening(FakeTagger):
        def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
            heard.extend(p.of(text) for p in paragraphs)
            return super().read(text, paragraphs)

    heard: list[str] = []
    annotate(NEWS, Listening())
    assert heard == [
        "Chile waits for Norway",
        "Chilean Foreign Minister Marta Ollero said “we wait” on Friday.",
        "Norway did not answer her.",
        "It will answer in May.",
    ]


def test_nobody_is_found_where_nothing_is_read() -> None:
    annotation = reading_of(NEWS, said=SAID, persons=["Marta Ollero"])
    assert not {p.name for p in annotation.parties} & {"Peru", "Cuba"}


def test_everything_in_text_order() -> None:
    annotation = reading_of(NEWS, said=SAID, persons=["Marta Ollero"])
    for spans in (
        [s.span for s in annotation.sentences],
        [q.outer for q in annotation.quotations],
        [t.span for t in annotation.times],
        [c.cue for c in annotation.reading.cues],
    ):
        assert spans == sorted(spans)
    starts = [m.span.start for m in annotation.mentions]
    assert starts == sorted(starts)


def test_what_stands_in_the_text() -> None:
    annotation = reading_of(NEWS, said=SAID, persons=["Marta Ollero"])
    assert annotation.document_id == NEWS.id
    assert [q.inner.of(NEWS.text) for q in annotation.quotations] == ["we wait"]
    assert [t.span.of(NEWS.text) for t in annotation.times] == ["Friday", "May"]
    assert annotation.reading.reader == "fake-1"
    assert who(NEWS, annotation, "her") == ["Marta Ollero"]


def test_parties_are_those_of_the_mentions_each_once() -> None:
    annotation = reading_of(NEWS, said=SAID, persons=["Marta Ollero"])
    assert set(annotation.parties) == {p for m in annotation.mentions for p in m.parties}
    assert len(set(annotation.parties)) == len(annotation.parties)
    assert [p.name for p in annotation.parties] == sorted(p.name for p in annotation.parties)


def test_a_document_without_words() -> None:
    annotation = reading_of(page(("body", "")))
    assert (annotation.sentences, annotation.mentions, annotation.parties) == ((), (), ())


def test_an_unknown_day_of_publication_is_no_trouble() -> None:
    document = article("Chile waits until Friday.", published=None)
    assert [t.when for t in reading_of(document).times] == [None]


def test_a_name_in_capitals_counts_where_it_comes_twice_or_is_tagged() -> None:
    once = article("The GFP waits.")
    twice = article("The GFP waits. Nobody told the GFP.")
    assert reading_of(once).parties == ()
    assert [p.name for p in reading_of(twice).parties] == ["GFP"]
    assert [p.name for p in reading_of(once, organisations=["GFP"]).parties] == ["GFP"]


def test_a_minister_without_a_state_is_of_the_one_from_whose_capital_the_story_is_dated() -> None:
    document = article(
        "LIMA, May 4 (Andes News) - Foreign Minister Tomas Ruz spoke. Nobody answered.",
        "Chile waits for Chile. Peru has sent a letter. Peru is patient.",
    )
    annotation = reading_of(document, persons=["Tomas Ruz"])
    assert {p.principal for p in annotation.parties if p.name == "Tomas Ruz"} == {"Peru"}


def test_a_dateline_of_a_state_that_is_not_named_gives_nobody_a_state() -> None:
    document = article(
        "MEXICO CITY, May 4 - Foreign Minister Tomas Ruz spoke. Chile waits for an answer.",
        "A letter has come to Chile. Chile has it.",
    )
    annotation = reading_of(document, persons=["Tomas Ruz"])
    assert {p.principal for p in annotation.parties if p.name == "Tomas Ruz"} == {"Chile"}
