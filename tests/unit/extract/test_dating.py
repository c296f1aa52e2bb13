"""On which day an act happened: articles are of Friday, 17 December 2021."""

import pytest

from tests.unit.annotate.fake_tagger import Act, Said, article
from tests.unit.extract.reading import extraction, move


def day(text: str, act: Act, *said: Said, published: str | None = "2021-12-17") -> str | None:
    when = move(article(text, published=published), act, *said).when
    return when.iso() if when else None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("Peru handed the draft over on Wednesday.", "handed", "deliver", "2021-12-15"),
        ("On Monday Peru rejected the draft.", "rejected", "reject", "2021-12-13"),
        ("Peru rejected the draft on Friday.", "rejected", "reject", "2021-12-17"),
        ("Peru attacked the harbour in May.", "attacked", "attack", "2021-05"),
        ("Peru sent the draft this week.", "sent", "deliver", "2021-12-13..2021-12-19"),
    ],
)
def test_the_day_in_the_clause(text: str, trigger: str, kind: str, expected: str) -> None:
    assert day(text, Act(trigger=trigger, kind=kind, anchor=text, actors=("Peru",))) == expected


def test_a_planned_act_has_the_day_it_is_planned_for() -> None:
    text = "Peru and Norway will meet on Tuesday."
    assert (
        day(text, Act(trigger="meet", kind="meet", anchor=text, actors=("Peru",), modality="planned")) == "2021-12-21"
    )


def test_each_act_of_a_sentence_has_its_own_day() -> None:
    document = article("Peru sent the draft on Monday and Norway returned it on Wednesday.")
    found = extraction(
        document,
        acts=[
            Act(trigger="sent", kind="deliver", anchor="Peru sent the draft", actors=("Peru",)),
            Act(trigger="returned", kind="deliver", anchor="Norway returned it", actors=("Norway",)),
        ],
    ).moves
    assert [m.when.iso() if m.when else None for m in found] == ["2021-12-13", "2021-12-15"]


@pytest.mark.parametrize("kind", ["demand", "reject", "warn", "accuse", "offer"])
def test_what_is_done_by_saying_it_is_of_the_day_it_is_told(kind: str) -> None:
    assert (
        day("Peru spoke out against the draft.", Act(trigger="spoke out", kind=kind, actors=("Peru",))) == "2021-12-17"
    )


def test_what_is_done_by_saying_it_is_of_the_day_of_its_cue() -> None:
    text = "“We will never sign it,” Marta Ollero said on Wednesday."
    act = Act(trigger="never sign", kind="reject", actors=("We",), held=True)
    assert day(text, act, Said(content="“We will never sign it,”", source="Marta Ollero")) == "2021-12-15"


BACKGROUND = "Fishing is poor. The sea is cold. The winter is long. The nets are old. "


def test_a_deed_at_the_head_of_the_news_is_of_its_day() -> None:
    act = Act(trigger="attacked", kind="attack", actors=("Peru",))
    assert day("Peru attacked the harbour.", act) == "2021-12-17"
    assert day(BACKGROUND + "Peru attacked the harbour.", act) is None
    assert day("Peru had attacked the harbour.", act) is None
    assert day("Peru will attack the harbour.", Act(trigger="attack", kind="attack", modality="planned")) is None


@pytest.mark.parametrize(
    "text", ["Peru had rejected the draft.", "Peru earlier rejected the draft.", "Peru once rejected it."]
)
def test_what_was_said_before_the_news_has_no_day(text: str) -> None:
    assert day(text, Act(trigger="rejected", kind="reject", actors=("Peru",))) is None


@pytest.mark.parametrize(
    "text",
    [
        "Peru demanded a reply by Monday.",
        "Peru demanded a reply before May.",
        "Peru demanded that ships leave the harbour of Oslo for good on Sunday.",
    ],
)
def test_the_day_that_is_asked_for_is_not_the_day_of_the_asking(text: str) -> None:
    assert day(text, Act(trigger="demanded", kind="demand", anchor=text, actors=("Peru",))) == "2021-12-17"


def test_what_has_happened_is_not_in_the_future() -> None:
    text = BACKGROUND + "Peru sent the draft, to be discussed on 3 January 2022."
    assert day(text, Act(trigger="sent", kind="deliver", anchor=text, actors=("Peru",))) is None


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    act = Act(trigger="rejected", kind="reject", actors=("Peru",))
    assert day("Peru rejected the draft.", act, published=None) is None
    assert day("Peru rejected the draft on 3 May 2020.", act, published=None) == "2020-05-03"


def test_the_phrase_is_kept() -> None:
    when = move(
        article("Peru sent the draft on Wednesday."), Act(trigger="sent", kind="deliver", actors=("Peru",))
    ).when
    assert when
    assert when.phrase == "Wednesday"
