import pytest

from rejoinder.errors import UsageError
from rejoinder.record.query import full_text_query


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bridge tolls", '("bridge" AND "tolls")'),
        ("bridge AND tolls", '("bridge" AND "tolls")'),
        ('+"blue bridge" -tolls', '("""blue bridge""" NOT "tolls")'.replace('"""', '"')),
        ("bridge OR tolls", '(("bridge") OR ("tolls"))'),
        ("bridge NOT (tolls OR fees)", '("bridge" NOT (("tolls") OR ("fees")))'),
        ("negotiat*", '("negotiat" *)'),
        ('"bridge tolls"~5', '(NEAR("bridge" "tolls", 5))'),
        ("party:Sylvania", '({names} : "Sylvania")'),
        ("TEXT:(a b)", '({words} : ("a" AND "b"))'),
        ("“blue bridge”", '("blue bridge")'),
        ("state-owned", '("state-owned")'),
        ("10:30", '("10:30")'),
        ("third-party: no", '("third-party:" AND "no")'),
        ("it: no", '("it:" AND "no")'),
        ("tolls -- !!", '("tolls")'),
        ("near(a) NEAR", '("near" AND ("a") AND "NEAR")'),
        ("a\0b\x1fc", '("a" AND "b" AND "c")'),
    ],
)
def test_what_is_typed_as_the_engine_reads_it(typed: str, meant: str) -> None:
    assert full_text_query(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("party:USA", '({names} : ("USA" OR "United States"))'),
        ('NATO party:"the US"', '("NATO" AND {names} : ("the US" OR "United States"))'),
        ("party:Lavrov", '({names} : "Lavrov")'),
        ("party:U*", '({names} : "U" *)'),
        ("USA", '("USA")'),
    ],
)
def test_a_party_is_looked_for_by_its_other_names_too(typed: str, meant: str) -> None:
    assert full_text_query(typed, lambda name: ["United States"] if "US" in name else []) == meant


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("", "nothing to look for"),
        ("  !?  ", "nothing to look for"),
        ("-tolls", "nothing to look for"),
        ("NOT tolls", "nothing to look for"),
        ("a OR -b", "nothing to look for"),
        ("a OR", "OR needs"),
        ("OR a", "OR needs"),
        ("a NOT", "missing at the end"),
        ('"blue bridge', "quotation mark is not closed"),
        ("(a", "not closed"),
        ("a)", "not opened"),
        ("outlet:AP", "outlet:"),
        ("party:", "party: has nothing behind it"),
        ("reply TEXT: missiles", "TEXT: has nothing behind it"),
        ("(party:) reply", "party: has nothing behind it"),
        ('party:"" reply', "party: has nothing behind it"),
        ("text:* reply", "text: has nothing behind it"),
        ("party:() reply", "party: has nothing behind it"),
        ("published:[2021 TO 2022]", "published:"),
        ("[a TO b]", "Ranges"),
        ("tols~1", "tols~1"),
        ("(" * 30 + "a" + ")" * 30, "too many parentheses"),
        ("a " * 600, "characters"),
    ],
)
def test_what_cannot_be_searched_is_said_with_advice(typed: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint.replace("[", r"\[")) as caught:
        full_text_query(typed)
    assert caught.value.advice
