from __future__ import annotations

import pytest

from rejoinder.consolidate import consolidate
from rejoinder.types.account import Account, Dispute
from rejoinder.types.extraction import NARRATOR
from rejoinder.types.likeness import Likeness
from tests.unit.consolidate.samples import Compared, Line, line, report


def _disputes(text: str, *lines: Line, said: tuple[tuple[str, str], ...] = ()) -> tuple[Account, tuple[Dispute, ...]]:
    account = consolidate([report("a", text, *lines, said=said)])
    return account, account.disputes


def _holders(account: Account, dispute: Dispute) -> list[set[str]]:
    names = {party.id: party.name for party in account.parties} | {NARRATOR: NARRATOR}
    return sorted(({names[holder] for holder in side.holders} for side in dispute.sides), key=sorted)


def test_an_act_that_one_reports_and_another_denies() -> None:
    text = "Norland has sent a reply on the dam, an aide said. No reply on the dam was sent, Anna Berg said."
    account, found = _disputes(
        text,
        line(
            "reply", "Norland", "Sudmark", "Norland has sent a reply on the dam", modality="reported", holder="an aide"
        ),
        line("reply", "Norland", "Sudmark", "No reply on the dam was sent", modality="denied", holder="Anna Berg"),
        said=(("Anna Berg", "No reply on the dam was sent"),),
    )
    assert len(found) == 1
    assert _holders(account, found[0]) == [{"Anna Berg"}, {"an aide"}]
    assert {row for side in found[0].sides for row in side.evidence} == {"a/m0", "a/m1", "a/s0"}


def test_a_denial_is_aimed_at_the_claim_before_it() -> None:
    text = "Sudmark accused Norland of poisoning the Orve. Norland denied that."
    _, found = _disputes(
        text,
        line("accuse", "Sudmark", "Norland", "Sudmark accused Norland of poisoning the Orve"),
        line("deny", "Norland", "Sudmark", "Norland denied that"),
    )
    assert len(found) == 1
    assert {side.evidence for side in found[0].sides} == {("a/m0",), ("a/m1",)}


def test_a_denial_that_says_what_it_denies_is_not_aimed_at_another_matter_before_it() -> None:
    text = "Norland closed the consulate of Sudmark. Norland has repeatedly denied any plan to flood the lower valley."
    _, found = _disputes(
        text,
        line("suspend", "Norland", "Sudmark", "Norland closed the consulate of Sudmark"),
        line("deny", "Norland", "", "Norland has repeatedly denied any plan to flood the lower valley"),
    )
    assert "denial" not in {dispute.rule for dispute in found}


def test_a_denial_elsewhere_on_the_same_matter_counts() -> None:
    claim, denial = "Sudmark accused Norland of poisoning the Orve", "Norland denies poisoning the Orve"
    account = consolidate(
        [
            report("a", f"{claim}.", line("accuse", "Sudmark", "Norland", claim)),
            report("b", f"{denial}.", line("deny", "Norland", "", denial)),
            report("c", "Norland met Estmark in a hotel.", line("meet", "Norland+Estmark", "", "Norland met Estmark")),
        ]
    )
    assert [dispute.rule for dispute in account.disputes] == ["denial"]


def test_nobody_denies_his_own_charge() -> None:
    text = "Norland blamed Sudmark for the drought. Norland denied any plan to flood the valley."
    _, found = _disputes(
        text,
        line("accuse", "Norland", "Sudmark", "Norland blamed Sudmark for the drought"),
        line("deny", "Norland", "", "Norland denied any plan to flood the valley"),
    )
    assert not found


def test_left_unanswered_against_an_answer_given_by_then() -> None:
    text = (
        "Norland offered Sudmark a treaty on the dam. Sudmark left the offer unanswered, Anna Berg said. "
        "Sudmark says that it replied to the offer of a treaty."
    )
    lines = (
        line("offer", "Norland", "Sudmark", "Norland offered Sudmark a treaty on the dam"),
        line(
            "ignore", "Sudmark", "Norland", "Sudmark left the offer unanswered", modality="reported", holder="Anna Berg"
        ),
        line(
            "reply",
            "Sudmark",
            "Norland",
            "it replied to the offer of a treaty",
            modality="reported",
            holder="Ivo Tomas",
        ),
    )
    account, found = _disputes(text, *lines)
    assert [dispute.rule for dispute in found] == ["answered-or-not"]
    assert _holders(account, found[0]) == [{"Anna Berg"}, {"Ivo Tomas"}]


def test_each_blames_the_other_for_the_same_thing() -> None:
    text = (
        "Norland blamed Sudmark for the fire at the ferry port. Sudmark blamed Norland for the fire at the ferry port."
    )
    _, found = _disputes(
        text,
        line("accuse", "Norland", "Sudmark", "Norland blamed Sudmark for the fire at the ferry port"),
        line("accuse", "Sudmark", "Norland", "Sudmark blamed Norland for the fire at the ferry port"),
    )
    assert [dispute.rule for dispute in found] == ["mutual-accuse"]


def test_clashes_about_one_matter_are_one_dispute() -> None:
    text = (
        "Norland offered Sudmark a treaty. Sudmark never answered the offer, Anna Berg said. "
        "Ivo Tomas denied that it had gone unanswered. Sudmark replied to the offer in March, Ivo Tomas said."
    )
    lines = (
        line("offer", "Norland", "Sudmark", "Norland offered Sudmark a treaty"),
        line(
            "ignore", "Sudmark", "Norland", "Sudmark never answered the offer", modality="reported", holder="Anna Berg"
        ),
        line("deny", "Sudmark", "Norland", "Ivo Tomas denied that it had gone unanswered"),
        line(
            "reply",
            "Sudmark",
            "Norland",
            "Sudmark replied to the offer in March",
            modality="reported",
            holder="Ivo Tomas",
        ),
    )
    _, found = _disputes(text, *lines)
    assert len(found) == 1
    assert {side.evidence for side in found[0].sides} == {("a/m1",), ("a/m2", "a/m3")}


def test_agreement_gives_no_dispute() -> None:
    text = "Norland offered a treaty. Sudmark accepted the treaty. Both sides agreed to meet."
    _, found = _disputes(
        text,
        line("offer", "Norland", "Sudmark", "Norland offered a treaty"),
        line("accept", "Sudmark", "Norland", "Sudmark accepted the treaty"),
        line("agree", "Norland+Sudmark", "", "Both sides agreed to meet"),
    )
    assert not found


def test_a_statement_that_denies_the_statement_before_it() -> None:
    claim, denial = "the ferry carried shells for the garrison", "the ferry carried no shells, that is not true"
    text = f"Anna Berg said that {claim}. Otto Lind said that {denial}."
    account, found = _disputes(text, said=(("Anna Berg", claim), ("Otto Lind", denial)))
    assert [dispute.rule for dispute in found] == ["denied-beside"]
    assert _holders(account, found[0]) == [{"Anna Berg"}, {"Otto Lind"}]
    assert {row for side in found[0].sides for row in side.evidence} == {"a/s0", "a/s1"}


def test_who_denies_holds_the_denial_though_the_article_tells_of_it() -> None:
    claim, denial = "the ferry carried shells for the garrison", "Sudmark called the shells on the ferry an invention"
    account, found = _disputes(
        f"Anna Berg said that {claim}. {denial}.",
        line("deny", "Sudmark", "Norland", denial),
        said=(("Anna Berg", claim),),
    )
    assert [dispute.rule for dispute in found] == ["denied-beside"]
    assert _holders(account, found[0]) == [{"Anna Berg"}, {"Sudmark"}]


def test_nobody_denies_what_he_said_himself_or_what_is_told_far_away() -> None:
    claim, denial = "the ferry carried shells for the garrison", "the ferry carried no shells, that is not true"
    text = f"Anna Berg said that {claim}. Anna Berg said that {denial}."
    assert not _disputes(text, said=(("Anna Berg", claim), ("Anna Berg", denial)))[1]
    far = f"Anna Berg said that {claim}. {'The river was high. ' * 40}Otto Lind said that {denial}."
    assert not _disputes(far, said=(("Anna Berg", claim), ("Otto Lind", denial)))[1]


def test_what_is_said_twice_is_no_dispute() -> None:
    claim, again = "the ferry carried shells for the garrison", "the ferry carried shells for the garrison on Monday"
    text = f"Anna Berg said that {claim}. Otto Lind said that {again}."
    assert not _disputes(text, said=(("Anna Berg", claim), ("Otto Lind", again)))[1]


def test_a_denial_is_set_against_nothing_of_which_the_model_takes_it_that_both_may_be_true() -> None:
    claim, denial = "Sudmark accused Norland of poisoning the Orve", "Norland denied that"
    told = report(
        "a",
        f"{claim}. {denial}.",
        line("accuse", "Sudmark", "Norland", claim),
        line("deny", "Norland", "Sudmark", denial),
    )

    def rules(clash: float) -> list[str]:
        return [d.rule for d in consolidate([told], compare=Compared(Likeness(clash=clash))).disputes]

    assert "denial" not in rules(0.1)
    assert rules(0.6) == ["denial"]


def test_of_what_stands_beside_a_denial_the_model_says_how_far_it_is_denied() -> None:
    claim, denial = "the dam was full", "this was nonsense"
    text = f"Anna Berg said {claim}. Otto Rask said {denial}."
    told = report(
        "a",
        text,
        line("warn", "Sudmark", "Norland", claim, holder="Anna Berg"),
        line("reply", "Norland", "Sudmark", denial, holder="Otto Rask"),
        said=(("Anna Berg", claim), ("Otto Rask", denial)),
    )

    def rules(clash: float) -> set[str]:
        return {d.rule for d in consolidate([told], compare=Compared(Likeness(clash=clash))).disputes}

    assert rules(0.6) == {"denied-beside"}
    assert rules(0.0) == set()


def _both_sides_by(first: str, second: str, holder: str | None) -> int:
    """How many disputes there are where one says both, in one article, the model being sure that one is false."""
    lines = (
        line("aid", "Norland", "Sudmark", first, holder=holder),
        line("suspend", "Sudmark", "Norland", second, holder=holder),
    )
    told = report("a", f"{first}. {second}.", *lines)
    return len(consolidate([told], compare=Compared(Likeness(clash=0.95))).disputes)


def test_who_says_two_things_of_one_matter_is_in_no_dispute() -> None:
    sent, waiting = "Norland sent the maps of the dam", "Sudmark is still without the maps of the dam"
    assert _both_sides_by(sent, waiting, "Anna Berg") == 0
    assert _both_sides_by(sent, waiting, None) == 0


def test_two_articles_may_contradict_each_other_in_their_own_words() -> None:
    sent, unsent = "Norland sent the maps of the dam", "Norland did not send the maps of the dam"
    account = consolidate(
        [
            report("a", f"{sent}.", line("aid", "Norland", "Sudmark", sent)),
            report("b", f"{unsent}.", line("aid", "Norland", "Sudmark", unsent, modality="denied")),
        ]
    )
    assert [dispute.rule for dispute in account.disputes] == ["denial"]


@pytest.mark.parametrize(("holders", "found"), [(("Anna Berg", "Otto Rask"), 0), (("Otto Rask", "Ivo Tomas"), 1)])
def test_who_is_of_both_sides_is_not_opposed_by_others_of_his_side(holders: tuple[str, str], found: int) -> None:
    sent, waiting = "Norland sent the maps of the dam", "Sudmark is still without the maps of the dam"
    told = [report("a", f"{sent}.", line("aid", "Norland", "Sudmark", sent, holder="Anna Berg"))]
    told += [
        report(name, f"{waiting}.", line("suspend", "Sudmark", "Norland", waiting, holder=holder))
        for name, holder in zip("bc", holders, strict=True)
    ]
    assert len(consolidate(told, compare=Compared(Likeness(same=0.95, clash=0.95))).disputes) == found


def test_what_one_says_against_himself_does_not_keep_his_denial_from_its_claim() -> None:
    claim, denial = "the ferry carried shells for the garrison", "Sudmark called the shells on the ferry an invention"
    demand = "Sudmark and Estmark demanded that the ferry be searched"
    text = f"Anna Berg said that {claim}. {denial}. {demand}."
    lines = (line("deny", "Sudmark", "Norland", denial), line("demand", "Sudmark+Estmark", "Norland", demand))
    told = report("a", text, *lines, said=(("Anna Berg", claim),))
    account = consolidate([told], compare=Compared(Likeness(clash=0.95)))
    assert [dispute.rule for dispute in account.disputes] == ["denied-beside"]


@pytest.mark.parametrize(
    ("words", "found"), [("called it a stunt", 0), ("denied that there were shells on the ferry", 1)]
)
def test_what_was_read_as_a_denial_without_a_word_of_denial_denies_nothing_beside_it(words: str, found: int) -> None:
    claim, denial = "the ferry carried shells for the garrison", f"Sudmark {words}"
    lines = (line("deny", "Sudmark", "Norland", denial),)
    _, made = _disputes(f"Anna Berg said that {claim}. {denial}.", *lines, said=(("Anna Berg", claim),))
    assert len(made) == found


def test_who_disputes_that_nothing_was_done_says_that_it_was() -> None:
    never, dispute, sent = "Norland had never replied", "Norland disputed that", "Norland has replied twice"
    told = [
        report(
            "a",
            f"Ivo Tomas complained that {never}. {dispute}.",
            line("reply", "Norland", "Sudmark", never, modality="denied", holder="Ivo Tomas"),
            line("deny", "Norland", "Sudmark", dispute),
        ),
        report("b", f"{sent}.", line("reply", "Norland", "Sudmark", sent)),
    ]
    account = consolidate(told, compare=Compared(Likeness(same=0.95, clash=0.95)))
    (sides,) = [[set(side.evidence) for side in dispute.sides] for dispute in account.disputes]
    assert sides == [{"a/m0"}, {"a/m1", "b/m0"}]
