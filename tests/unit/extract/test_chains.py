from rejoinder.extract.extracting import extract
from rejoinder.types.extraction import Hop
from tests.unit.annotate.fake_tagger import Said, article, reading_of


def chain(
    text: str,
    *,
    content: str,
    cue: str = "said",
    source: str | None = None,
    outlet: str | None = None,
    origin: str | None = None,
) -> list[str]:
    return [h.name for h in hops(text, content=content, cue=cue, source=source, outlet=outlet, origin=origin)]


def hops(
    text: str,
    *,
    content: str,
    cue: str = "said",
    source: str | None = None,
    outlet: str | None = None,
    origin: str | None = None,
) -> tuple[Hop, ...]:
    document = article(text, outlet=outlet, origin=origin)
    annotation = reading_of(
        document,
        said=[Said(content=content, cue=cue, source=source)],
        persons=["Marta Ollero"],
        organisations=["Reuters", "TASS", "Interfax"],
    )
    (statement,) = extract(document, annotation).statements
    return statement.chain


def test_who_was_told_carries_it() -> None:
    assert chain(
        "Marta Ollero told Reuters that the pact was dead.",
        content="that the pact was dead",
        cue="told",
        source="Marta Ollero",
    ) == ["Reuters"]


def test_a_hop_is_where_the_document_says_so() -> None:
    text = "Marta Ollero told Reuters that the pact was dead."
    (hop,) = hops(text, content="that the pact was dead", cue="told", source="Marta Ollero")
    assert hop.span
    assert hop.span.of(text) == "Reuters"


def test_media_that_nobody_knows_by_name() -> None:
    assert chain(
        "The pact was dead, Marta Ollero told Peruvian state television.",
        content="The pact was dead",
        cue="told",
        source="Marta Ollero",
    ) == ["Peruvian state television"]


def test_no_carrier_no_chain() -> None:
    assert chain("Marta Ollero said the pact was dead.", content="the pact was dead", source="Marta Ollero") == []


def test_media_spoken_of_carry_nothing() -> None:
    assert (
        chain(
            "Marta Ollero said Reuters had lied about the pact.",
            content="Reuters had lied about the pact",
            source="Marta Ollero",
        )
        == []
    )


def test_the_outlet_and_its_origin_end_every_chain() -> None:
    text = "Marta Ollero told Reuters that the pact was dead."
    assert chain(text, content="that the pact was dead", cue="told", source="Marta Ollero", outlet="Reuters") == []
    assert chain(text, content="that the pact was dead", cue="told", source="Marta Ollero", origin="Reuters") == []


def test_a_carrier_is_named_once_and_nearest_the_speaker_first() -> None:
    text = "The pact was dead, Marta Ollero told Interfax, Reuters wrote, adding that Interfax had asked twice."
    assert chain(text, content="The pact was dead", cue="told", source="Marta Ollero") == ["Interfax", "Reuters"]


def test_an_origin_is_not_found_inside_another_word() -> None:
    text = "Marta Ollero told Japanese state television that the pact was dead."
    found = chain(text, content="that the pact was dead", cue="told", source="Marta Ollero", origin="AP")
    assert found == ["Japanese state television"]


def chains(text: str, *said: Said) -> list[tuple[str, list[str]]]:
    annotation = reading_of(
        document := article(text),
        said=said,
        persons=["Marta Ollero", "Olav Brandvold"],
        organisations=["Reuters", "TASS"],
    )
    made = extract(document, annotation).statements
    return [(s.speakers[0].name, [h.name for h in s.chain]) for s in made]


def test_who_passes_on_what_another_said_carries_it() -> None:
    text = "The pact was dead, Marta Ollero told the cabinet, according to two members of the party."
    said = Said(content="The pact was dead", cue="told", source="Marta Ollero")
    assert chains(text, said) == [("Marta Ollero", ["two members of the party"])]


def test_in_whose_words_it_is_told_carries_it() -> None:
    text = "Olav Brandvold said that Marta Ollero had told him that the pact was dead."
    outer = Said(content="that Marta Ollero had told him that the pact was dead", source="Olav Brandvold")
    inner = Said(content="that the pact was dead", cue="told", source="Marta Ollero")
    assert dict(chains(text, outer, inner)) == {"Olav Brandvold": [], "Marta Ollero": ["Olav Brandvold"]}


def test_the_agency_that_quotes_somebody_as_saying_carries_it() -> None:
    text = "TASS quoted Marta Ollero as saying that the pact was dead."
    said = Said(content="that the pact was dead", cue="saying", source="Marta Ollero")
    assert chains(text, said) == [("Marta Ollero", ["TASS"])]


def test_another_clause_is_of_another_statement() -> None:
    text = "Marta Ollero said the pact was dead; it was signed in May, according to Olav Brandvold."
    said = Said(content="the pact was dead", source="Marta Ollero")
    assert chains(text, said) == [("Marta Ollero", [])]


def test_an_agency_with_its_kind_is_one() -> None:
    text = "Marta Ollero told the state news agency TASS that the pact was dead."
    said = Said(content="that the pact was dead", cue="told", source="Marta Ollero")
    assert chains(text, said) == [("Marta Ollero", ["TASS"])]


def test_reporters_who_are_told_it_carry_nothing() -> None:
    text = "“We will never sign,” Marta Ollero told reporters."
    assert chain(text, content="“We will never sign,”", cue="told", source="Marta Ollero") == []


def test_a_medium_that_no_list_knows_carries_it_where_it_is_called_one() -> None:
    assert chain(
        "Marta Ollero told the private channel Al-Mina that the pact was dead.",
        content="that the pact was dead",
        cue="told",
        source="Marta Ollero",
    ) == ["Al-Mina"]
    assert chain(
        "The pact was dead, Marta Ollero was quoted as saying by the Harbour Post.",
        content="The pact was dead",
        cue="saying",
        source="Marta Ollero",
    ) == ["Harbour Post"]


def test_who_carries_a_letter_or_is_a_person_is_no_medium() -> None:
    assert not chain(
        "In a letter carried by Bishop Ruz she said that the pact was dead.", content="that the pact was dead"
    )
