from tests.unit.annotate.fake_tagger import Said, article, reading_of


def meant(text: str, words: str, persons: tuple[str, ...] = (), organisations: tuple[str, ...] = ()) -> list[str]:
    said = [Said(content="so", source=words)]
    annotation = reading_of(article(text), said=said, persons=persons, organisations=organisations)
    at = text.index(words)
    touching = [m for m in annotation.mentions if m.span.start < at + len(words) and at < m.span.end]
    return [p.acts_for for m in touching for p in m.parties]


def test_the_prime_minister_is_nobody_who_heads_a_team() -> None:
    text = "Tomas Ruz, head of the Chilean negotiating team, spoke. The Prime Minister said so."
    assert "Tomas Ruz" not in meant(text, "The Prime Minister", persons=("Tomas Ruz",))


def test_the_spokesman_of_its_ministry_acts_for_the_ministrys_state() -> None:
    text = "Peru waits. Chile refused. The spokesman of the Peruvian foreign ministry said so."
    assert set(meant(text, "The spokesman of the Peruvian foreign ministry")) == {"Peru"}


def test_two_ministries_stay_apart() -> None:
    text = "The Chilean Defence Ministry denied it. The Foreign Ministry said so."
    annotation = reading_of(article(text), said=[Said(content="so", source="The Foreign Ministry")])
    offices = {p.name for m in annotation.mentions for p in m.parties if p.type == "office"}
    assert len(offices) == 2


def test_union_leaders_are_of_the_union_that_is_named_later() -> None:
    text = "Hartwell made an offer. Union leaders said so. The Food Workers' Union is small."
    names = ("Hartwell", "Food Workers' Union")
    assert meant(text, "Union leaders", organisations=names) == ["Food Workers' Union"]


def test_the_union_is_no_employers_federation() -> None:
    text = "NURT spoke to the Railway Employers' Federation. The union said so."
    names = ("NURT", "Railway Employers' Federation")
    assert "Railway Employers' Federation" not in meant(text, "The union", organisations=names)


def test_the_federation_is_the_one_of_that_name_though_it_is_named_elsewhere() -> None:
    text = "The Drivers' Guild waits. The federation said so."
    assert meant(text, "The federation", organisations=("Drivers' Guild",)) == ["Federation"]


def test_a_spokeswoman_for_the_firm_speaks_for_no_union() -> None:
    text = "Hartwell Industries waits. The Food Workers' Union wrote a letter. A spokeswoman for the firm said so."
    names = ("Hartwell Industries", "Food Workers' Union")
    assert meant(text, "A spokeswoman", organisations=names) == ["Hartwell Industries"]


def test_the_beginning_of_a_name_is_no_role() -> None:
    text = "The Railway Employers' Federation said so."
    names = ("The Railway Employers' Federation",)
    annotation = reading_of(article(text), organisations=names)
    assert {p.name for m in annotation.mentions for p in m.parties} == {"Railway Employers' Federation"}


def test_who_faces_a_state_does_not_act_for_it() -> None:
    assert "Peru's creditors" in meant("Chile waits. Peru's creditors said so.", "Peru's creditors")


def test_the_gunmen_are_the_armed_group_that_is_named() -> None:
    text = "The Sierra Column holds the dam. The gunmen said so."
    assert meant(text, "The gunmen", organisations=("Sierra Column",)) == ["Sierra Column"]


def test_his_spokesman_acts_for_nobody_unnamed() -> None:
    text = "One diplomat spoke. His spokesman said so."
    assert "One diplomat" not in meant(text, "His spokesman")


def test_the_ministry_of_somebody_without_a_state_is_that_of_the_state_the_story_is_about() -> None:
    text = "Norway waits for Norway. Rowena Pratt met farmers. Her ministry said so."
    assert "Rowena Pratt" not in meant(text, "ministry", persons=("Rowena Pratt",))
    assert "Norway" in meant(text, "ministry", persons=("Rowena Pratt",))


def test_the_office_of_a_mediator_is_the_mediators_where_there_is_no_state() -> None:
    assert "Rowena Pratt" in meant("Rowena Pratt met farmers. Her office said so.", "office", persons=("Rowena Pratt",))


def test_our_ministry_is_of_the_side_that_speaks() -> None:
    text = 'Chile met Chilean farmers. "Our ministry has no map," Peruvian envoy Marta Ollero said.'
    said = [Said(content="Our ministry has no map", source="Peruvian envoy Marta Ollero")]
    annotation = reading_of(article(text), said=said, persons=("Marta Ollero",))
    assert "Peru's ministry" in {p.name for p in annotation.parties}


def test_the_government_of_which_a_minister_speaks_is_the_ministers() -> None:
    text = "Chile met Chilean farmers. Peruvian envoy Marta Ollero said the government has no map."
    said = [Said(content="the government has no map", source="Peruvian envoy Marta Ollero")]
    annotation = reading_of(article(text), said=said, persons=("Marta Ollero",))
    found = next(m for m in annotation.mentions if m.span.of(text) == "the government")
    assert [p.name for p in found.parties] == ["Peru"]


def test_the_government_of_which_a_union_speaks_is_that_of_the_state() -> None:
    text = "Chile met Chilean farmers. The Food Workers' Union said the government has no map."
    said = [Said(content="the government has no map", source="The Food Workers' Union")]
    annotation = reading_of(article(text), said=said, organisations=("Food Workers' Union",))
    found = next(m for m in annotation.mentions if m.span.of(text) == "the government")
    assert [p.name for p in found.parties] == ["Chile"]


def test_the_official_is_the_one_of_whom_the_text_has_just_told() -> None:
    text = "A senior Peruvian official left. Chile waits. The official said so. Chilean official Tomas Ruz slept."
    assert meant(text, "The official", persons=("Tomas Ruz",)) == ["Peru"]


def test_the_official_of_another_state_is_another() -> None:
    text = "A senior Peruvian official left. Chile waits. The Chilean official said so."
    assert set(meant(text, "The Chilean official")) == {"Chile"}


def test_the_spokesman_is_the_named_one_that_came_last() -> None:
    text = "A Peruvian spokesman left. Chilean spokesman Tomas Ruz slept. The spokesman said so."
    assert meant(text, "The spokesman", persons=("Tomas Ruz",)) == ["Chile"]


def test_who_travels_with_somebody_is_somebody_else() -> None:
    text = "A senior Chilean official with Tomas Ruz said so. Chilean official Tomas Ruz said no."
    annotation = reading_of(
        article(text), said=[Said(content="so", source="A senior Chilean official")], persons=("Tomas Ruz",)
    )
    assert "Tomas Ruz" not in {p.name for p in annotation.mentions[0].parties}


def test_a_spokesman_for_a_person_is_no_title_of_that_person() -> None:
    text = "A spokesman for Chilean President Tomas Ruz said so."
    annotation = reading_of(article(text), said=[Said(content="so", source="A spokesman")], persons=("Tomas Ruz",))
    named = next(m for m in annotation.mentions if m.parties[0].name == "Tomas Ruz")
    assert named.span.of(text) == "Chilean President Tomas Ruz"
    assert meant(text, "A spokesman", persons=("Tomas Ruz",)) == ["Chile"]


def test_the_spokesman_of_a_person_is_somebody_of_the_same_side() -> None:
    text = "Chilean President Tomas Ruz slept. Ruz's spokesman said so."
    annotation = reading_of(
        article(text), said=[Said(content="so", source="Ruz's spokesman")], persons=("Tomas Ruz", "Ruz")
    )
    found = next(m for m in annotation.mentions if m.span.of(text) == "Ruz's spokesman")
    assert [(p.name, p.principal) for p in found.parties] == [("Ruz's spokesman", "Chile")]


def test_a_minister_for_a_field_bears_the_title() -> None:
    text = "Chilean Minister for Foreign Affairs Tomas Ruz said so."
    annotation = reading_of(article(text), said=[Said(content="so", source="Tomas Ruz")], persons=("Tomas Ruz",))
    assert {p.principal for p in annotation.parties if p.name == "Tomas Ruz"} == {"Chile"}
