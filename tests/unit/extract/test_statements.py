"""Who said what, over whole articles."""

import pytest

from tests.unit.annotate.fake_tagger import Said, article
from tests.unit.extract.reading import extraction, speakers, statement, statements, words


def test_direct() -> None:
    document = article("“The pact is dead,” Chilean Foreign Minister Marta Ollero said.")
    found = statement(document, Said(content="“The pact is dead,”", source="Chilean Foreign Minister Marta Ollero"))
    assert words(document, found) == ["The pact is dead,"]
    assert (found.form, found.commitment, found.anonymity, found.zone) == ("direct", "asserted", "named", "body")
    assert found.cue
    assert found.cue.of(document.text) == "said"
    assert (speakers(found), found.speakers[0].acts_for) == (["Marta Ollero"], "Chile")


def test_indirect_keeps_that() -> None:
    document = article("Marta Ollero said that the pact was dead.")
    found = statement(document, Said(content="that the pact was dead.", source="Marta Ollero"))
    assert (words(document, found), found.form) == (["that the pact was dead"], "indirect")


def test_mixed() -> None:
    document = article("Marta Ollero said the pact was “dead and buried” for good.")
    found = statement(document, Said(content="the pact was “dead and buried” for good", source="Marta Ollero"))
    assert found.form == "mixed"


@pytest.mark.parametrize(
    ("cue", "commitment"),
    [
        ("said", "asserted"),
        ("denied", "denied"),
        ("doubted", "doubted"),
        ("insisted", "asserted"),
        ("Denied", "denied"),
    ],
)
def test_how_firmly_the_speaker_stands_by_it(cue: str, commitment: str) -> None:
    document = article(f"Marta Ollero {cue} that the pact was dead.")
    assert (
        statement(document, Said(content="that the pact was dead", cue=cue, source="Marta Ollero")).commitment
        == commitment
    )


@pytest.mark.parametrize("cue", ["has denied", "again denied", "strongly denied", "denied again"])
def test_a_cue_with_other_words_in_it_is_the_same_cue(cue: str) -> None:
    document = article(f"Marta Ollero {cue} that the pact was signed.")
    assert (
        statement(document, Said(content="that the pact was signed", cue=cue, source="Marta Ollero")).commitment
        == "denied"
    )


def test_a_cue_that_interrupts_leaves_two_parts() -> None:
    document = article("“We have waited since May,” Marta Ollero said, “and nobody ever came.”")
    found = statement(
        document, Said(content=("“We have waited since May,”", "“and nobody ever came.”"), source="Marta Ollero")
    )
    assert words(document, found) == ["We have waited since May,", "and nobody ever came."]


def test_a_further_sentence_goes_on_from_the_first() -> None:
    document = article("“We have waited since May,” Marta Ollero said. “Nobody ever came to us.”")
    first, second = statements(
        document, Said(content=("“We have waited since May,”", "“Nobody ever came to us.”"), source="Marta Ollero")
    )
    assert (first.continues, second.continues) == (None, first.id)
    assert speakers(second) == ["Marta Ollero"]


def test_names_tell_who_speaks_by_a_pronoun() -> None:
    document = article("Marta Ollero came to Oslo.", "“We have waited since May,” she said.")
    assert speakers(statement(document, Said(content="“We have waited since May,”", source="she"))) == ["Marta Ollero"]


def test_two_who_speak_together() -> None:
    document = article("Norway and Peru said that the pact was dead.")
    assert speakers(statement(document, Said(content="that the pact was dead", source="Norway and Peru"))) == [
        "Norway",
        "Peru",
    ]


def test_a_statement_that_speaks_is_its_author() -> None:
    document = article("Peru’s foreign ministry published its answer.", "The statement said the pact was dead.")
    found = statement(document, Said(content="the pact was dead", source="The statement"))
    assert found.speakers[0].acts_for == "Peru"


@pytest.mark.parametrize(
    ("source", "anonymity"),
    [
        ("Marta Ollero", "named"),
        ("three Chilean officials", "unnamed"),
        ("an official, who asked not to be named,", "unnamed"),
    ],
)
def test_anonymity(source: str, anonymity: str) -> None:
    document = article(f"The pact was dead, said {source} on Friday.")
    assert statement(document, Said(content="The pact was dead", source=source)).anonymity == anonymity


def test_unnamed_officials_act_for_whom_the_words_name() -> None:
    document = article("Three Chilean officials said that the pact was dead.")
    (party,) = statement(document, Said(content="that the pact was dead", source="Three Chilean officials")).speakers
    assert (party.acts_for, party.type) == ("Chile", "group")


def test_nobody_named_at_all() -> None:
    document = article("It was said that the pact was dead.")
    found = statement(document, Said(content="that the pact was dead"))
    assert (speakers(found), found.anonymity) == (["unspecified"], "none")


def test_a_statement_without_source_is_of_who_spoke_just_before() -> None:
    document = article("Marta Ollero said the pact was dead. She left. Added to it was that nobody would mourn.")
    found = statements(
        document,
        Said(content="the pact was dead", source="Marta Ollero"),
        Said(content="that nobody would mourn", cue="Added"),
    )
    assert [speakers(s) for s in found] == [["Marta Ollero"]] * 2


def test_what_an_agency_reports_citing_somebody_is_somebodys() -> None:
    document = article("The pact was dead, TASS reported, citing Marta Ollero of Chile.")
    found = statement(document, Said(content="The pact was dead", cue="reported", source="TASS"))
    assert speakers(found) == ["Marta Ollero"]
    assert [h.name for h in found.chain] == ["TASS"]


def test_an_agency_that_cites_another_carries_it() -> None:
    document = article("Interfax, citing TASS, reported that the pact was dead.")
    found = statement(document, Said(content="that the pact was dead", cue="reported", source="Interfax"))
    assert (speakers(found), [h.name for h in found.chain]) == (["TASS"], ["Interfax"])


def test_a_source_that_nobody_knows_is_not_who_spoke_before() -> None:
    document = article("Norway said the pact was dead. “It is not dead at all,” tweeted @harbour.")
    _, found = statements(
        document,
        Said(content="the pact was dead", source="Norway"),
        Said(content="“It is not dead at all,”", cue="tweeted", source="@harbour"),
    )
    assert speakers(found) != ["Norway"]


def test_who_was_told_carries_it() -> None:
    document = article("Marta Ollero told Reuters that the pact was dead.")
    found = statement(document, Said(content="that the pact was dead", cue="told", source="Marta Ollero"))
    assert [h.name for h in found.chain] == ["Reuters"]


def test_a_medium_that_speaks_for_itself_carries_nothing() -> None:
    document = article("Reuters reported that the pact was dead.")
    found = statement(document, Said(content="that the pact was dead", cue="reported", source="Reuters"))
    assert (speakers(found), found.chain) == (["Reuters"], ())


def test_of_two_readings_of_the_same_words_one_is_kept() -> None:
    document = article("The pact was dead, Marta Ollero told Reuters, which reported it.")
    found = statement(
        document,
        Said(content="The pact was dead", cue="reported", source="Reuters", score=0.99),
        Said(content="The pact was dead", cue="told", source="Marta Ollero", score=0.5),
    )
    assert speakers(found) == ["Marta Ollero"]


def test_a_statement_inside_another() -> None:
    document = article("Marta Ollero said that Norway had promised that no ship would sail.")
    outer, inner = sorted(
        statements(
            document,
            Said(content="that Norway had promised that no ship would sail", source="Marta Ollero"),
            Said(content="that no ship would sail", cue="promised", source="Norway"),
        ),
        key=lambda s: s.content[0].start,
    )
    assert (outer.inside, inner.inside) == (None, outer.id)


def test_a_single_word_is_no_content_unless_quoted() -> None:
    document = article("Marta Ollero said so. “No,” Olav Brandvold said.")
    found = statement(
        document, Said(content="so", source="Marta Ollero"), Said(content="“No,”", source="Olav Brandvold")
    )
    assert speakers(found) == ["Olav Brandvold"]


def test_a_short_quotation_loses_its_marks_too() -> None:
    document = article("“No,” Olav Brandvold said.")
    assert words(document, statement(document, Said(content="“No,”", source="Olav Brandvold"))) == ["No,"]


def test_statements_are_in_text_order_with_ids_of_their_own() -> None:
    document = article("Marta Ollero said the pact was dead. Norway said the pact was well.")
    found = statements(
        document,
        Said(content="the pact was well", source="Norway"),
        Said(content="the pact was dead", source="Marta Ollero"),
    )
    assert [words(document, s)[0] for s in found] == ["the pact was dead", "the pact was well"]
    assert len({s.id for s in found}) == 2


@pytest.mark.parametrize(
    ("source", "speaker", "principal"),
    [
        ("A person close to Peru", "person close to Peru", "Peru"),
        ("State radio", "State radio", None),
        ("the rail employers", "rail employers", None),
    ],
)
def test_a_source_that_is_nobody_known_speaks_by_its_words(source: str, speaker: str, principal: str | None) -> None:
    document = article(f"{source} said the talks would go on.")
    (found,) = extraction(document, said=[Said(content="the talks would go on", source=source)]).statements
    assert (found.speakers[0].name, found.speakers[0].principal, found.anonymity) == (speaker, principal, "unnamed")
