import pytest

from rejoinder.ingest.datelines import dateline

REST = "Sylvania has sent the draft back."


@pytest.mark.parametrize(
    ("head", "origin"),
    [
        ("PORT MAREN, Nov 17 (AP) - ", "AP"),
        ("OSTERBURG, December 4 - RIA Novosti. ", "RIA Novosti"),
        ("OSTERBURG, December 4. /TASS/. ", "TASS"),
        ("(PORTWIRE- Trend News Agency) OSTERBURG, Sylvania, November 21. ", "Trend"),
        ("PORT MAREN (Testpress) -- ", "Testpress"),
        ("Osterburg, Dec 5 (ANI): ", "ANI"),
        ("OSTERBURG—", None),
        ("Osterburg: ", None),
        ("Osterburg, Oct 16 (Testpress) ", "Testpress"),
    ],
)
def test_datelines_and_their_agencies(head: str, origin: str | None) -> None:
    found = dateline(head + REST, opening=True)
    assert found is not None
    assert (head + REST)[found.length :] == REST
    assert found.origin == origin


@pytest.mark.parametrize(
    "words",
    [
        "Sylvania has sent the draft back, officials said.",
        "Why it matters: Sylvania has sent the draft back.",
        "SYLVANIA has sent the draft back, officials said.",
        "LIND (on the telephone): We have sent the draft back.",
        "PRESENTER (Ilona Brack): Has Sylvania sent the draft back?",
        "On Tuesday, Nov 17 the minister spoke. Nobody listened.",
    ],
)
def test_what_only_looks_like_a_dateline(words: str) -> None:
    assert dateline(words, opening=True) is None


def test_a_bare_place_counts_only_where_the_article_opens() -> None:
    assert dateline(f"OSTERBURG - {REST}", opening=False) is None
