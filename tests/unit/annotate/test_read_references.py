"""Whom words mean where the tagger says so, and where its word does not count."""

from tests.unit.annotate.fake_tagger import Meant, article, mention, person, reading_of, who

OLLERO = "Marta Ollero"


def test_words_that_are_no_role_of_the_vocabulary() -> None:
    document = article("Chile wrote to Peru. The eastern neighbour did not answer.")
    annotation = reading_of(document, meant=[Meant(words="The eastern neighbour", name="Chile")])
    assert who(document, annotation, "The eastern neighbour") == ["Chile"]
    assert mention(document, annotation, "The eastern neighbour").rule == "reference.read"


def test_a_pronoun_against_the_nearest_name() -> None:
    document = article("Chile wrote to Peru on Friday. It then waited.")
    assert who(document, reading_of(document, meant=[Meant(words="It", name="Peru")]), "It") == ["Peru"]


def test_he_is_no_state() -> None:
    document = article("Marta Ollero of Chile wrote to Peru. She then waited.")
    annotation = reading_of(document, persons=[OLLERO], meant=[Meant(words="She", name="Peru")])
    assert who(document, annotation, "She") == [OLLERO]


def test_a_doubtful_word_counts_for_nothing() -> None:
    document = article("Chile wrote to Peru. The eastern neighbour did not answer.")
    annotation = reading_of(document, meant=[Meant(words="The eastern neighbour", name="Chile", score=0.3)])
    assert who(document, annotation, "The eastern neighbour") == []


def test_for_whom_a_person_acts() -> None:
    document = article("Marta Ollero came late. Chile and Peru talked; Norway listened.")
    annotation = reading_of(document, persons=[OLLERO], meant=[Meant(words=OLLERO, principal="Peru")])
    assert mention(document, annotation, OLLERO).parties == (person(OLLERO, "Peru"),)


def test_a_title_says_more_than_the_tagger() -> None:
    document = article("Chilean Foreign Minister Marta Ollero came late. Peru talked.")
    annotation = reading_of(document, persons=[OLLERO], meant=[Meant(words=OLLERO, principal="Peru")])
    assert {p.name: p.acts_for for p in annotation.parties}[OLLERO] == "Chile"


def test_somebody_unnamed_acts_for_whom_is_read() -> None:
    document = article("Chile and Peru talked. A man who knows the file laughed.")
    annotation = reading_of(document, meant=[Meant(words="A man who knows the file", principal="Peru")])
    (party,) = mention(document, annotation, "A man").parties
    assert (party.name, party.principal, party.anonymity) == ("man", "Peru", "unnamed")


def test_words_that_no_vocabulary_has_act_for_whom_is_read() -> None:
    document = article("Chile and Peru talked. Someone who knows the file laughed.")
    annotation = reading_of(document, meant=[Meant(words="Someone who knows the file", principal="Peru")])
    (party,) = mention(document, annotation, "Someone who knows the file").parties
    assert (party.name, party.principal, party.anonymity) == ("Someone who knows the file", "Peru", "unnamed")
