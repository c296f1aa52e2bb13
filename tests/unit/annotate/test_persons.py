from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from rejoinder.annotate.affiliation import Around
from rejoinder.annotate.identities import people
from rejoinder.annotate.persons import PersonMention, person_mentions
from rejoinder.annotate.roles import role_words
from rejoinder.annotate.sentences import sentences
from rejoinder.types.annotation import NameReading, PartyRef
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article, place, state


def found(text: str, tagged: Sequence[str] = (), parties: Mapping[str, PartyRef] | None = None) -> list[PersonMention]:
    names = [NameReading(span=place(text, t), type="person", score=0.9) for t in tagged]
    known = {place(text, words): party for words, party in (parties or {}).items()}
    return list(person_mentions(text, sentences(article(text)), names, known, role_words()))


def only(text: str, tagged: Sequence[str] = (), parties: Mapping[str, PartyRef] | None = None) -> PersonMention:
    (mention,) = found(text, tagged, parties)
    return mention


def test_title_before_the_name() -> None:
    text = "It was Chilean Deputy Foreign Minister Marta Ollero who spoke."
    mention = only(text, ["Marta Ollero"], {"Chilean": state("Chile")})
    assert mention.name == mention.span.of(text) == "Marta Ollero"
    assert mention.whole.of(text) == "Chilean Deputy Foreign Minister Marta Ollero"
    assert mention.role == "Deputy Foreign Minister"
    assert mention.principal == state("Chile")


def test_a_weekday_is_no_part_of_a_title() -> None:
    text = "On Friday Chilean Deputy Foreign Minister Marta Ollero spoke."
    assert only(text, ["Marta Ollero"], {"Chilean": state("Chile")}).whole.start == text.index("Chilean")


def test_possessive_title() -> None:
    text = "Norway’s chief negotiator Olav Brandvold spoke."
    mention = only(text, ["Olav Brandvold"], {"Norway": state("Norway")})
    assert (mention.role, mention.principal) == ("chief negotiator", state("Norway"))


def test_title_before_a_comma() -> None:
    mention = only("It was the rebel commander, Tomas Ruz, who spoke.", ["Tomas Ruz"])
    assert mention.role == "rebel commander"


def test_an_article_begins_a_title() -> None:
    mention = only("Then the rebel commander, Tomas Ruz, spoke.", ["Tomas Ruz"])
    assert mention.role == "rebel commander"


@pytest.mark.parametrize(
    "text",
    [
        "Marta Ollero, Chile’s deputy foreign minister, spoke.",
        "Marta Ollero, the deputy foreign minister of Chile, spoke.",
        "It was said by Marta Ollero, deputy foreign minister of Chile.",
    ],
)
def test_apposition_after_the_name(text: str) -> None:
    mention = only(text, ["Marta Ollero"], {"Chile": state("Chile")})
    assert mention.role
    assert "deputy foreign minister" in mention.role
    assert mention.principal == state("Chile")
    assert mention.whole == mention.span


def test_apposition_without_an_office_is_none() -> None:
    assert only("Marta Ollero, tired of the rain, spoke.", ["Marta Ollero"]).role is None


def test_the_next_clause_is_no_apposition() -> None:
    assert only("Marta Ollero, who met the president, spoke.", ["Marta Ollero"]).role is None


def test_a_list_of_names_gives_no_office_away() -> None:
    text = "Marta Ollero, President Olav Brandvold and Tomas Ruz met."
    first = found(text, ["Marta Ollero", "Olav Brandvold", "Tomas Ruz"])[0]
    assert first.role is None


def test_a_title_names_a_person_that_the_tagger_missed() -> None:
    assert only("Then President Olav Brandvold spoke.").name == "Olav Brandvold"


def test_an_office_that_is_of_one_state_only() -> None:
    mention = only("Secretary of State Dana Whitlow spoke.", ["Dana Whitlow"])
    assert mention.principal == state("United States")


@pytest.mark.parametrize(
    "name", ["Jan van der Velde", "Ana B. Solis", "Jean-Luc O’Hara", "María Íñigo-Paz", "Omar al Sayed"]
)
def test_names_of_every_make(name: str) -> None:
    assert only(f"President {name} spoke.", [name]).name == name


def test_a_name_that_the_tagger_cut_short_is_made_whole() -> None:
    assert only("Then Jan van der Velde spoke.", ["Jan"]).name == "Jan van der Velde"


def test_possessive_is_no_part_of_the_name() -> None:
    text = "Then Marta Ollero’s plane left."
    assert only(text, ["Marta Ollero’s"]).span.of(text) == "Marta Ollero"


@pytest.mark.parametrize("words", ["Minister", "marta", "R2", "M"])
def test_what_is_no_name(words: str) -> None:
    assert found(f"Then {words} left.", [words]) == []


def test_what_an_office_is_for_is_not_its_principal() -> None:
    text = "Olga Renn, envoy for Chilean affairs in the Peruvian cabinet, spoke."
    parties = {"Chilean": state("Chile"), "Peruvian": state("Peru")}
    assert only(text, ["Olga Renn"], parties).principal == state("Peru")


def test_the_end_of_an_office_is_no_first_name() -> None:
    text = "Secretary of State Olga Renn spoke."
    assert [m.name for m in found(text, ["State Olga Renn"])] == ["Olga Renn"]
    assert [m.name for m in found(text, ["State", "Olga Renn"])] == ["Olga Renn"]
    assert [m.name for m in found("The city of Porta Renn spoke.", ["Porta Renn"])] == ["Porta Renn"]


def test_a_known_party_is_no_person() -> None:
    assert found("Then Jordan left.", ["Jordan"], {"Jordan": state("Jordan")}) == []


def test_labels_in_capitals_are_those_named_before() -> None:
    text = "President Olav Brandvold spoke.\nBRANDVOLD: We waited.\nHARBOUR: It rained."
    document = article(*text.split("\n"))
    names = [NameReading(span=place(text, "Olav Brandvold"), type="person", score=0.9)]
    mentions = person_mentions(text, sentences(document), names, {}, role_words())
    assert [m.name for m in mentions] == ["Olav Brandvold", "Olav Brandvold"]


def line(name: str, role: str | None = None, principal: PartyRef | None = None) -> PersonMention:
    span = Span(start=0, end=len(name))
    return PersonMention(span=span, whole=span, name=name, role=role, principal=principal)


def known(*mentions: PersonMention, near: dict[str, Counter[str]] | None = None) -> dict[str, PartyRef]:
    return people("", mentions, near or {}, Around(named=Counter()), role_words())


def test_surname_later_is_the_same_person() -> None:
    found = known(line("Marta Ollero", "minister", state("Chile")), line("Ollero"))
    assert found["Ollero"] == found["Marta Ollero"]
    assert found["Ollero"].acts_for == "Chile"


def test_a_surname_alone_stays_as_written() -> None:
    assert known(line("Ollero", "minister"))["Ollero"].name == "Ollero"


def test_two_of_one_surname_stay_apart() -> None:
    found = known(line("Marta Ruz", "minister"), line("Tomas Ruz", "envoy"))
    assert found["Marta Ruz"] != found["Tomas Ruz"]


def test_principal_is_the_one_most_often_given() -> None:
    mentions = [line("Marta Ollero", "minister", state("Chile"))] * 2 + [line("Ollero", "envoy", state("Peru"))]
    assert known(*mentions)["Ollero"].principal == "Chile"


def test_an_office_without_a_principal_is_of_the_party_beside_it() -> None:
    near = {"Marta Ollero": Counter({"Chile": 3, "Peru": 1})}
    assert known(line("Marta Ollero", "minister"), near=near)["Marta Ollero"].principal == "Chile"
    assert known(line("Marta Ollero"), near=near)["Marta Ollero"].principal is None


def test_no_principal_where_two_are_named_alike() -> None:
    near = {"Marta Ollero": Counter({"Chile": 2, "Peru": 2})}
    assert known(line("Marta Ollero", "minister"), near=near)["Marta Ollero"].principal is None


def test_a_well_known_name_needs_no_introduction() -> None:
    found = people("", [line("Sergei Lavrov")], {}, Around(named=Counter(), year=2021), role_words())
    assert found["Sergei Lavrov"].principal == "Russia"
    assert found["Sergei Lavrov"].inferred


def test_his_spokeswoman_acts_for_whom_he_does() -> None:
    first = line("Olav Ruz", "minister", state("Chile"))
    second = PersonMention(
        span=Span(start=20, end=32), whole=Span(start=20, end=32), name="Marta Ollero", role="his aide", principal=None
    )
    assert known(first, second)["Marta Ollero"].principal == "Chile"


def test_its_envoy_acts_for_the_party_before() -> None:
    span = Span(start=20, end=32)
    person = PersonMention(span=span, whole=span, name="Marta Ollero", role="its envoy", principal=None)
    around = Around(named=Counter(), before={span: "Peru"})
    first = line("Olav Ruz", "minister", state("Chile"))
    assert people("", [first, person], {}, around, role_words())["Marta Ollero"].principal == "Peru"


def test_a_clause_behind_the_name_says_where_somebody_works() -> None:
    office = PartyRef(name="State Department", type="office", principal="United States")
    text = "The envoy was Karen Ames, who is responsible for Europe at the State Department. She left."
    assert only(text, ["Karen Ames"], {"State Department": office}).principal == state("United States")
    text = "The envoy was Karen Ames, who is responsible for Peru. She left."
    assert only(text, ["Karen Ames"], {"Peru": state("Peru")}).principal is None
