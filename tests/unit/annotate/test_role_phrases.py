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
