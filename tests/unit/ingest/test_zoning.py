import pytest

from rejoinder.ingest.paragraphs import reflowed
from rejoinder.ingest.zoning import zones_of
from tests.unit.ingest.pages import PAPER, WRAPPED

LEAD = "Sylvania on Wednesday rejected a plan by Freedonia to share the harbour of Port Maren, its minister said."
MORE = "Freedonia has warned that it will close the strait to tankers unless a settlement is reached before the summer."


def kinds(text: str) -> dict[str, str]:
    paragraphs = reflowed(text)[1]
    return {p.words[:30]: kind for p, kind in zip(paragraphs, zones_of(paragraphs), strict=True)}


def test_a_newspaper_page_falls_into_its_parts() -> None:
    assert list(kinds(PAPER).values()) == [
        "furniture", "byline", "furniture", "headline", "standfirst", "byline", "body", "caption", "body", "standfirst",
        "body", "body", "furniture", "furniture", "teaser", "teaser", "furniture", "furniture",
    ]  # fmt: skip


def test_a_wrapped_article_is_body_but_for_the_link_to_another_story() -> None:
    assert list(kinds(WRAPPED).values()) == ["body", "body", "teaser", "body"]


def test_a_summary_that_the_first_paragraph_repeats_is_furniture() -> None:
    found = kinds(f"Harbour plan falls through\n\n{LEAD}\n\nPhoto: Jan Olk\n\nPort Maren: {LEAD}\n\n{MORE}\n")
    assert found[LEAD[:30]] == "furniture"
    assert found[f"Port Maren: {LEAD}"[:30]] == "body"


def test_what_stands_twice_is_read_once() -> None:
    paragraphs = reflowed(f"{LEAD}\n\n{MORE}\n\n{LEAD}\n\n{MORE}\n")[1]
    assert zones_of(paragraphs) == ["body", "body", "furniture", "furniture"]


def test_the_article_goes_on_below_a_list_of_other_stories() -> None:
    found = kinds(f"{LEAD}\n\nRELATED STORIES\n\nFleet Stays In Port Again\n\n{MORE}\n\n{MORE[:-1]}, it said again.\n")
    assert found["Fleet Stays In Port Again"] == "teaser"
    assert found[MORE[:30]] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook", "Skip to content", "Leave a comment", "1,204 views", "3 min read", "© 2021 The Courier",
        "https://example.org/a", "Home > World > Europe", "Already a subscriber? Log in here", "#harbour #talks",
        "All rights reserved. No part of this page may be reproduced without permission.",
    ],
)  # fmt: skip
def test_furniture_of_pages_is_known_wherever_it_stands(line: str) -> None:
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}\n")[line[:30]] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Members of the union have voted to accept the premium that was offered.",
        "“Subscribe to peace, not to fear,” she told the crowd.",
        "Copyright talks between the two states broke down on Monday, officials said.",
        "She declined to comment on the page that was leaked.",
        "Support for the plan is weak, he added.",
        "Translated from the French, the word means a truce, officials said.",
        "The draft was translated from the French by aides of the minister.",
    ],
)
def test_a_full_sentence_of_the_article_is_body_whatever_its_words(line: str) -> None:
    assert kinds(f"{LEAD}\n\n{MORE}\n\n{line}\n")[line[:30]] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "By our Shipping Correspondent", "7 March 2019 16:36", "(Reporting by Ilona Brack; editing by Jan Olk)",
        "AP contributed to this report.", "Updated: Tuesday, March 12, 2019, 05:06 PM", "Source: Kyodo",
        "Translated from the French by our staff", "(Translated from Arabic.)",
        "This article was translated from the original German and Dutch for the Courier by Ilona Brack.",
        "Translated by our staff from the French edition",
    ],
)  # fmt: skip
def test_lines_of_credit_are_bylines(line: str) -> None:
    assert kinds(f"Harbour plan falls through again\n\n{line}\n\n{LEAD}\n\n{MORE}\n")[line[:30]] == "byline"


def test_where_it_stands_apart_a_translator_is_credited_below_the_article_too() -> None:
    assert (
        kinds(f"{LEAD}\n\n{MORE}\n\nTranslated from the French by our staff.\n")["Translated from the French by "]
        == "byline"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lind after the talks in Osterburg on Monday (Government of Sylvania)",
        "The fort of Port Maren. Photo: Jan Olk",
        "Ada Lind, left, and her guest in Osterburg, 3 March. AFP/Jan Olk",
    ],
)
def test_words_under_pictures_are_captions(line: str) -> None:
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}\n")[line[:30]] == "caption"


def test_a_subheading_is_kept_and_a_quotation_in_large_letters_is_body() -> None:
    pull = "“Somebody will have to give way before the ice comes”"
    found = kinds(f"{LEAD}\n\nThe price of delay\n\n{MORE}\n\n{pull}\n\n{MORE} It did.\n")
    assert found["The price of delay"] == "standfirst"
    assert found["“Somebody will have to give wa"] == "body"
