from rejoinder.ingest.paragraphs import reflowed
from tests.unit.ingest.pages import PAPER, WRAPPED


def words(text: str) -> list[str]:
    return [paragraph.words for paragraph in reflowed(text)[1]]


def test_wrapped_lines_become_paragraphs_of_equal_length() -> None:
    text, paragraphs = reflowed(WRAPPED)
    assert len(text) == len(WRAPPED)
    assert len(paragraphs) == 4
    assert "new round of high- level talks" in text
    assert all("\n" not in p.words and text[p.start : p.end] == p.words for p in paragraphs)


def test_a_page_with_a_line_a_paragraph_is_left_alone() -> None:
    assert reflowed(PAPER)[0] == PAPER


def test_items_of_a_list_stay_apart_when_their_lines_are_joined() -> None:
    text = (
        "What the ministers brought home from the talks in Osterburg, point by point:\n"
        "- a promise to reopen the bridge, which has been closed since the floods of\n"
        "  last winter\n"
        "- no answer at all on the harbour, although Sylvania had asked for one more\n"
        "  than once\n"
    )
    assert [w[:10] for w in words(text)] == ["What the m", "- a promis", "- no answe"]


def test_headlines_one_a_line_are_not_joined() -> None:
    text = "Sylvania says no\nFreedonia says yes to the bridge\nFerry prices up again\nWeather: rain\n"
    assert len(words(text)) == 4


def test_a_line_cut_in_mid_sentence_goes_on() -> None:
    text = "The ministers of both sides will see each other again before\nthe summer is over, officials said.\n\nNext."
    assert len(words(text)) == 2


def test_an_address_is_never_joined() -> None:
    text = (
        "She said so to the agency in a long talk on Monday night,\nhttps://example.org/a-very-long-address-of-a-page\n"
    )
    assert len(words(text)) == 2
