from __future__ import annotations

import pycountry
import pytest

from rejoinder.vocabulary.parties import Form, Gazetteer, fold, gazetteer
from rejoinder.vocabulary.party_sheets import entry
from rejoinder.vocabulary.sheet import Row, VocabularyError

# ISO 3166 knows these too, and they are no members of the United Nations.
NOT_MEMBERS = """
ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY MAC
MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PSE PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VAT VGB VIR WLF
"""


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return gazetteer()


def ids(known: Gazetteer, words: str, year: int | None = None) -> list[str]:
    return list(dict.fromkeys(found.entry for found in known.find(words, year)))


def test_the_members_of_the_united_nations_are_all_there(known: Gazetteer) -> None:
    members = {e.alpha3 for e in known if e.status == "member"}
    assert len(members) == 193
    assert members == {country.alpha_3 for country in pycountry.countries} - set(NOT_MEMBERS.split())


def test_codes_belong_to_one_country(known: Gazetteer) -> None:
    now = {c.alpha_2: c.alpha_3 for c in pycountry.countries}
    gone = {(c.alpha_2, c.alpha_3) for c in pycountry.historic_countries}
    coded = [e for e in known if e.alpha2 is not None]
    for e in coded:
        assert now.get(e.alpha2) == e.alpha3 if e.last_year is None else (e.alpha2, e.alpha3) in gone, e.id
    assert len({e.alpha3 for e in coded}) == len(coded) > 210


def test_names_of_iso_find_their_entry(known: Gazetteer) -> None:
    for e in known:
        if e.status == "member":
            country = pycountry.countries.get(alpha_3=e.alpha3)
            name = getattr(country, "common_name", country.name)
            if "," not in name:
                assert e in known.lookup(name), name


def test_every_member_is_found_by_name_capital_and_demonym(known: Gazetteer) -> None:
    for e in known:
        if e.status == "member":
            found = {relation: [f.text for f in e.forms if f.relation == relation] for relation in ("demonym", "name")}
            person = [f.text for f in e.forms if f.relation == "person-demonym"]
            assert found["demonym"], e.id
            assert person, e.id
            for text in (*found["name"], *e.capitals, *found["demonym"], *person):
                assert e in known.lookup(text), text


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Icelander", "iceland"),
        ("the Dutch", "netherlands"),
        ("Filipinos", "philippines"),
        ("Kyiv", "ukraine"),
        ("the Kremlin", "russia"),
        ("Foggy Bottom", "united-states"),
        ("the State Department", "united-states"),
        ("Quai d’Orsay", "france"),
        ("Elysee", "france"),
        ("Turkiye", "turkey"),
        ("Zhongnanhai", "china"),
        ("the Knesset", "israel"),
        ("Tamil Tigers", "ltte"),
        ("Sinn Fein", "sinn-fein"),
        ("Ansar Allah", "houthis"),
        ("Association of Southeast Asian Nations", "asean"),
        ("the I.M.F.", "imf"),
        ("Eurogroup", "eurogroup"),
    ],
)
def test_well_known_words(known: Gazetteer, words: str, id_: str) -> None:
    assert ids(known, words)[0] == id_


def test_capitals_count_but_headlines_and_generic_words_are_read(known: Gazetteer) -> None:
    assert ids(known, "US") == ["united-states"] == ids(known, "U.S.") == ids(known, "the U.S")
    assert ids(known, "us") == ids(known, "turkey") == ids(known, "west") == []
    assert ids(known, "MOSCOW")[0] == "russia"
    assert ids(known, "The Alliance") == ids(known, "the alliance") != []


def test_words_that_need_their_article(known: Gazetteer) -> None:
    assert ids(known, "the West") == ids(known, "The West") == ["west"]
    assert ids(known, "West") == ids(known, "Hill") == ids(known, "Hague") == []
    assert "icc" in ids(known, "The Hague")
    assert ids(known, "the 27") == ["european-union"]
    assert ids(known, "27") == []


def test_shared_forms_are_flagged(known: Gazetteer) -> None:
    by_key: dict[str, list[Form]] = {}
    for forms in known.forms().values():
        for form in forms:
            if form.relation != "generic":
                by_key.setdefault(fold(form.text), []).append(form)
    for key, forms in by_key.items():
        assert len({f.entry for f in forms if not f.ambiguous}) <= 1, key
    assert all(form.ambiguous for form in known.find("Korea"))
    assert {"congo", "dr-congo"} == set(ids(known, "Congolese"))
    assert set(ids(known, "Brussels")) >= {"belgium", "european-union", "nato"}


@pytest.mark.parametrize("words", ["Georgia", "Jordan", "Chad", "Turkey", "Washington", "Guinea", "Niger", "Israel"])
def test_words_that_are_names_or_things_as_well_are_flagged(known: Gazetteer, words: str) -> None:
    assert [form.ambiguous for form in known.find(words)] == [True]
    assert known.find(words)[0].why


def test_the_year_of_the_news_decides_between_states(known: Gazetteer) -> None:
    assert ids(known, "Moscow", 1975) == ["soviet-union"]
    assert ids(known, "Moscow", 2021) == ["russia"]
    assert ids(known, "Germans", 1972) == ["east-germany", "west-germany"]
    assert ids(known, "Salisbury", 2020) == ["rhodesia"]


def test_generic_words_stand_for_many_and_institutions_have_their_names(known: Gazetteer) -> None:
    assert {"farc", "m23", "renamo"} <= set(ids(known, "the rebels"))
    assert {"nato", "european-union", "ecowas"} <= set(ids(known, "the bloc"))
    (form,) = known.find("Department of State")
    assert (form.body, form.branch, form.relation) == ("State Department", "foreign", "institution")
    assert set(known.entry("west").members) >= {"united-states", "european-union", "nato"}
    assert known.entry("plo").acts_in == ("palestine", "israel")


def made(id_: str, **values: object) -> Row:
    return Row(file="test.yaml", id=id_, values=values)


HEAD = made("(head)", type="state", status="member")


def test_faults_name_file_and_entry() -> None:
    with pytest.raises(VocabularyError, match=r"test\.yaml: vespania: unknown key colour"):
        entry(made("vespania", name="Vespania", colour="green"), HEAD)
    with pytest.raises(VocabularyError, match=r"test\.yaml: vespania: missing name"):
        entry(made("vespania", capital="Vesp"), HEAD)
    with pytest.raises(VocabularyError, match="no form of it"):
        entry(made("vespania", name="Vespania", ambiguous={"Vesper": "a drink"}), HEAD)
    with pytest.raises(VocabularyError, match="aliases has V twice"):
        entry(made("vespania", name="Vespania", aliases="V, V"), HEAD)


def test_two_entries_may_not_share_an_unflagged_form_nor_name_strangers() -> None:
    first = entry(made("vespania", name="Vespania", capital="Olm"), HEAD)
    second = entry(made("lurland", name="Lurland", capital="Olm"), HEAD)
    with pytest.raises(VocabularyError, match="'Olm' stands for lurland and vespania"):
        Gazetteer([first, second])
    with pytest.raises(VocabularyError, match="names nowhere"):
        Gazetteer([entry(made("union", name="Union", members="nowhere"), HEAD)])
