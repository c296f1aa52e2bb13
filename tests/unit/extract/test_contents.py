import pytest

from rejoinder.annotate.quotations import quotations
from rejoinder.annotate.sentences import read_paragraphs, sentences
from rejoinder.extract.contents import direct_or_not, overlap, trimmed, utterances, without_outer_marks
from rejoinder.types.annotation import CueReading
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article, place


def contents(text: str, *parts: str, cue: str = "said") -> list[tuple[str, ...]]:
    document = article(*text.split("\n"))
    whole = [p for p, _ in read_paragraphs(document)]
    reading = CueReading(cue=place(text, cue), source=None, content=tuple(place(text, p) for p in parts), score=0.9)
    found = utterances(text, reading, quotations(text, whole), sentences(document))
    return [tuple(part.of(text) for part in parts) for parts in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (" , the pact is dead — ", "the pact is dead"),
        ("• the pact is dead.", "the pact is dead"),
        ("of the U.S.", "of the U.S."),
        ("is it dead?", "is it dead?"),
        ("“The pact is dead.”", "“The pact is dead.”"),
        ("dead", "dead"),
    ],
)
def test_ends_are_trimmed(words: str, expected: str) -> None:
    assert trimmed(words, Span(start=0, end=len(words))).of(words) == expected


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("a £1.9 bln bid", ".9 bln bid", "£1.9 bln bid"),
        ("it handed over on Aug. 15 and", "it handed over on Aug", "it handed over on Aug. 15"),
        ("a rise of 4.5 percent", "a rise of 4", "a rise of 4.5"),
        ("for 12,500 tons", "500 tons", "12,500 tons"),
        ("In May 3 came", "3 came", "3 came"),
    ],
)
def test_a_figure_or_a_day_is_not_cut(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    assert trimmed(text, Span(start=start, end=start + len(cut))).of(text) == whole


def test_nothing_left_is_no_error() -> None:
    assert trimmed(" ,–", Span(start=0, end=3)).of(" ,–") == ""


def test_overlap_counts_shared_characters() -> None:
    assert overlap(Span(start=0, end=5), Span(start=3, end=9)) == 2
    assert overlap(Span(start=0, end=3), Span(start=3, end=9)) == 0


def test_content_without_marks_is_as_read() -> None:
    assert contents("Ruz said the pact was dead.", "the pact was dead.") == [("the pact was dead",)]


@pytest.mark.parametrize(
    "read", ["We have waited since May", "have waited since May and", "“We have waited since May and nobody came,”"]
)
def test_content_ends_where_its_quotation_ends(read: str) -> None:
    text = "“We have waited since May and nobody came,” Ruz said."
    assert contents(text, read) == [("“We have waited since May and nobody came,”",)]


def test_that_clause_with_quoted_words_keeps_its_words() -> None:
    text = "Ruz said that the pact was “dead and buried” for good."
    assert contents(text, "that the pact was “dead and buried” for good") == [
        ("that the pact was “dead and buried” for good",)
    ]


def test_interrupted_sentence_is_one_content_in_two_parts() -> None:
    text = "“We have waited since May,” Ruz said, “and nobody ever came to us.”"
    assert contents(text, "“We have waited since May,”", "“and nobody ever came to us.”") == [
        ("“We have waited since May,”", "“and nobody ever came to us.”")
    ]


def test_a_further_sentence_is_a_content_of_its_own() -> None:
    text = "“We have waited since May,” Ruz said. “Nobody ever came to us.”"
    assert contents(text, "“We have waited since May,”", "“Nobody ever came to us.”") == [
        ("“We have waited since May,”",),
        ("“Nobody ever came to us.”",),
    ]


def test_a_quotation_of_several_sentences_is_one() -> None:
    text = "Ruz said: “We have waited since May. Nobody came. We leave.”"
    assert contents(text, "We have waited since May.", "Nobody came. We leave.") == [
        ("“We have waited since May. Nobody came. We leave.”",)
    ]


def test_no_content_no_utterance() -> None:
    text = "Ruz said."
    reading = CueReading(cue=place(text, "said"), source=None, content=(), score=0.9)
    assert utterances(text, reading, (), sentences(article(text))) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We have waited since May”", "direct"),
        ("that they had waited since May", "indirect"),
        ("that they had “waited” since May", "mixed"),
        ("‘We have waited’", "direct"),
    ],
)
def test_form(text: str, form: str) -> None:
    whole = Span(start=0, end=len(text))
    assert direct_or_not(text, [whole], quotations(text, [whole])) == form


def test_outer_marks_are_dropped() -> None:
    text = "“We have waited,”"
    whole = Span(start=0, end=len(text))
    assert without_outer_marks(whole, quotations(text, [whole])).of(text) == "We have waited,"
    assert without_outer_marks(whole, ()) == whole


def test_initials_are_in_a_clause_whole() -> None:
    text = "The U.S. and Norway met."
    start = text.index(".S.")
    assert trimmed(text, Span(start=start, end=len(text))).of(text) == "U.S. and Norway met"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Ruz said the port would open, leaving the fishermen of the southern coast without a word.",
            ("the port would open", "without a word"),
        ),
        (
            "The port will open, Ruz said on Monday after a day of talks with the owners.",
            ("The port will open", "with the owners"),
        ),
    ],
)
def test_a_few_words_far_behind_are_no_part_of_what_is_said(text: str, parts: tuple[str, str]) -> None:
    assert contents(text, *parts) == [parts[:1]]


def test_what_goes_on_behind_its_attribution_is_kept_however_short() -> None:
    assert contents("The port will open, Ruz said, on Monday.", "The port will open", "on Monday.") == [
        ("The port will open", "on Monday")
    ]


def test_a_word_or_two_left_out_of_what_is_said_belong_to_it() -> None:
    assert contents("Ruz said a pact of ten years would do.", "a pact", "ten years would do.") == [
        ("a pact", "ten years would do")
    ]


def test_what_is_added_about_the_speaker_is_another_statement() -> None:
    text = "The pact is dead, said Ruz, who calls the draft a joke."
    reading = CueReading(
        cue=place(text, "said"),
        source=place(text, "Ruz"),
        content=(place(text, "The pact is dead"), place(text, "the draft a joke")),
        score=0.9,
    )
    found = utterances(text, reading, [], sentences(article(text)))
    assert [[p.of(text) for p in parts] for parts in found] == [["The pact is dead"], ["the draft a joke"]]
