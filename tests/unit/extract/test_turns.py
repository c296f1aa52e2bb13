from rejoinder.extract.speakers import PartiesAt
from rejoinder.extract.turns import turns_of
from tests.unit.annotate.fake_tagger import article, reading_of


def turns(*paragraphs: str, persons: tuple[str, ...] = ("Marta Ollero",)) -> list[tuple[str, str, list[str]]]:
    document = article(*paragraphs)
    annotation = reading_of(document, persons=persons)
    return [
        (t.label.of(document.text), t.content.of(document.text), [p.name for p in t.speakers])
        for t in turns_of(document, annotation, PartiesAt(document.text, annotation))
    ]


def test_an_interview() -> None:
    found = turns(
        "Question: Is the pact dead?",
        "Marta Ollero: It is not dead. We wait.",
        "Question: For how long?",
        "Marta Ollero: Until May.",
    )
    assert found == [
        ("Marta Ollero", "It is not dead. We wait", ["Marta Ollero"]),
        ("Marta Ollero", "Until May", ["Marta Ollero"]),
    ]


def test_labels_in_capitals() -> None:
    found = turns(
        "Chilean Foreign Minister Marta Ollero spoke to the press.",
        "REPORTER: Is the pact dead?",
        "OLLERO: It is not dead.",
        persons=("Marta Ollero",),
    )
    assert found == [("OLLERO", "It is not dead", ["Marta Ollero"])]


def test_a_label_may_have_an_office_in_brackets() -> None:
    found = turns("HOST: Is it dead?", "MARTA OLLERO (Foreign Minister): It is not dead.")
    assert [(label, content) for label, content, _ in found] == [("MARTA OLLERO", "It is not dead")]


def test_two_who_talk_to_each_other() -> None:
    found = turns("MARTA OLLERO: We wait.", "OLAV BRANDVOLD: So do we.", persons=("Marta Ollero", "Olav Brandvold"))
    assert [label for label, _, _ in found] == ["MARTA OLLERO", "OLAV BRANDVOLD"]


def test_a_single_colon_makes_no_transcript() -> None:
    assert turns("Peru: The envoys left.", "Nobody came.") == []


def test_a_list_of_points_is_no_transcript() -> None:
    assert turns("Peru: it wants the fee.", "Norway: it wants the catch limit.", "Chile: it wants peace.") == []


def test_a_question_alone_is_no_answer() -> None:
    assert turns("Question: Is it dead?", "Question: Is it alive?") == []


def test_no_paragraphs() -> None:
    assert turns("") == []
