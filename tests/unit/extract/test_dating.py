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


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("On Tuesday Peru condemned last week's raid on the port.", "condemned", "accuse", "2021-12-14"),
        ("At Tuesday's session Peru rejected the draft.", "rejected", "reject", "2021-12-14"),
        ("Peru called on all to restore the council, which fell apart in 2016.", "called on", "request", "2021-12-17"),
        ("Peru, which lost its port in 2016, rejected the draft on Tuesday.", "rejected", "reject", "2021-12-14"),
        ("Peru called the first talks since May a failure.", "called", "accuse", "2021-12-17"),
        ("Peru has blocked the harbour since May.", "blocked", "sanction", "2021-05"),
    ],
)
def test_a_time_of_something_else_is_not_the_acts(text: str, trigger: str, kind: str, expected: str) -> None:
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


def test_what_a_sentence_goes_on_to_tell_shares_its_day() -> None:
    document = article(BACKGROUND + "Peru met Norway on Monday and signed the draft.")
    found = extraction(
        document,
        acts=[
            Act(trigger="met", kind="meet", anchor="Peru met Norway on Monday", actors=("Peru",)),
            Act(trigger="signed", kind="agree", anchor="signed the draft", actors=("Peru",)),
        ],
    ).moves
    assert [m.when.iso() if m.when else None for m in found] == ["2021-12-13", "2021-12-13"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("Three days after Peru left the talks, nobody has come.", "left", "suspend", "2021-12-14"),
        ("Four months after Peru left the talks, nobody has come.", "left", "suspend", "2021-08"),
        ("Peru sailed home after two days of talks.", "talks", "meet", "2021-12-15..2021-12-17"),
        ("Peru shelled the port for three nights running.", "shelled", "attack", "2021-12-14..2021-12-17"),
    ],
)
def test_days_counted_from_the_news(text: str, trigger: str, kind: str, expected: str) -> None:
    assert day(BACKGROUND + text, Act(trigger=trigger, kind=kind, actors=("Peru",))) == expected


def test_the_day_in_what_is_said_is_not_the_day_of_saying_it() -> None:
    text = "Peru denounced that ships were hit on Monday."
    act = Act(trigger="denounced", kind="accuse", actors=("Peru",))
    assert day(text, act, Said(cue="denounced", content="that ships were hit on Monday", source="Peru")) == "2021-12-17"
    text = "Peru denied it: Norway had come on Monday."
    assert day(text, Act(trigger="denied", kind="deny", actors=("Peru",))) == "2021-12-17"


def test_the_day_of_saying_is_not_the_day_of_what_is_told() -> None:
    text = BACKGROUND + "Norway sent a letter, the office said on Tuesday."
    act = Act(trigger="sent", kind="deliver", actors=("Norway",), modality="reported", held=True)
    assert day(text, act, Said(content="Norway sent a letter", source="the office")) is None


def test_what_is_told_as_new_without_a_day_is_of_the_last_days() -> None:
    text = "Norway sent a letter, the office said."
    act = Act(trigger="sent", kind="deliver", actors=("Norway",), modality="reported", held=True)
    assert day(text, act, Said(content="Norway sent a letter", source="the office")) == "2021-12-10..2021-12-17"


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("Peru offered a shorter term at the talks with envoys in Oslo on Monday.", "offered", "offer", "2021-12-13"),
        ("Peru has invited both sides to talks on Monday.", "invited", "invite", "2021-12-17"),
        ("Peru’s promise of 3 December to pay was kept.", "promise", "offer", "2021-12-03"),
        ("Peru demanded a return to the 1997 borders.", "demanded", "demand", "2021-12-17"),
        ("Peru has had no reply to that.", "no reply", "reply", "2021-12-17"),
    ],
)
def test_the_day_of_what_is_done_by_saying_it(text: str, trigger: str, kind: str, expected: str) -> None:
    modality = "denied" if kind == "reply" else "actual"
    assert (
        day(
            text,
            Act(trigger=trigger, kind=kind, actors=("Peru",), modality=modality),
        )
        == expected
    )


def test_a_day_beyond_a_clause_is_of_the_nearer_act() -> None:
    text = BACKGROUND + "The draft, sent on Monday, came back from Oslo two days later."
    document = article(text)
    found = extraction(
        document,
        acts=[
            Act(trigger="sent", kind="deliver", anchor="The draft, sent on Monday", actors=("draft",)),
            Act(trigger="came back", kind="reply", anchor="came back from Oslo two days later", actors=("Oslo",)),
        ],
    ).moves
    assert [m.when.iso() if m.when else None for m in found][-1] == "2021-12-15"


def test_a_vague_time_gives_way_to_the_day_told_elsewhere() -> None:
    acts = [
        Act(trigger="sent", kind="deliver", anchor="Peru sent a draft this week", actors=("Peru",)),
        Act(trigger="delivered", kind="deliver", anchor="Peru delivered it on Wednesday", actors=("Peru",)),
        Act(trigger="met", kind="meet", anchor="Peru met Norway this week", actors=("Peru",)),
    ]
    text = "Peru sent a draft this week. Peru delivered it on Wednesday. Peru met Norway this week."
    found = extraction(article(text), acts=acts).moves
    week = "2021-12-13..2021-12-19"
    assert [m.when.iso() if m.when else None for m in found] == ["2021-12-15", "2021-12-15", week]
    text += " Peru delivered more on Thursday."
    acts.append(Act(trigger="delivered", kind="deliver", anchor="Peru delivered more on Thursday", actors=("Peru",)))
    found = extraction(article(text), acts=acts).moves
    assert found[0].when
    assert found[0].when.iso() == week


def test_a_day_in_a_relative_clause_is_of_that_clause() -> None:
    text = "On the talks which ended on Monday, Peru blamed Norway."
    assert day(BACKGROUND + text, Act(trigger="blamed", kind="accuse", actors=("Peru",))) == "2021-12-17"
    text = "On Monday, Peru, which fishes there, blamed Norway."
    assert day(BACKGROUND + text, Act(trigger="blamed", kind="accuse", actors=("Peru",))) == "2021-12-13"


def test_a_day_tells_more_than_a_year_nearby() -> None:
    text = "Peru, chair of the council this year, sent the draft to Oslo, Lima and Quito on Monday."
    assert day(text, Act(trigger="sent", kind="deliver", actors=("Peru",))) == "2021-12-13"
    text = "Peru sent the draft this year."
    assert day(text, Act(trigger="sent", kind="deliver", actors=("Peru",))) == "2021"


def test_what_is_said_at_a_meeting_is_said_on_its_day() -> None:
    text = "Peru also stressed during a meeting with Norway that it would never sign."
    meet = Act(trigger="meeting", kind="meet", anchor="a meeting with Norway", actors=("Peru", "Norway"))
    said = Said(cue="stressed", content="that it would never sign", source="Peru")
    assert day(BACKGROUND + text, meet, said) == "2021-12-17"
    assert (
        day(BACKGROUND + "The meeting of Peru was long.", Act(trigger="meeting", kind="meet", actors=("Peru",))) is None
    )


def test_what_was_promised_by_saying_it_is_of_the_day_of_saying_it() -> None:
    text = BACKGROUND + "On Tuesday Norway told Peru that it would accept the draft."
    act = Act(trigger="would accept", kind="accept", actors=("Norway",), modality="reported", held=True)
    assert day(text, act, Said(cue="told", content="that it would accept the draft", source="Norway")) == ("2021-12-14")


def test_the_day_of_a_denial_is_not_the_day_of_what_is_denied() -> None:
    text = "Peru on Thursday denied that it had answered the letter."
    act = Act(trigger="answered", kind="reply", actors=("it",), modality="denied", held=True)
    assert day(text, act, Said(cue="denied", content="that it had answered the letter", source="Peru")) is None
