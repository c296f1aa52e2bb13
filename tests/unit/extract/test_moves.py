"""Who did what to whom, on whose word."""

import pytest

from rejoinder.extract.extracting import extract
from rejoinder.extract.main_parties import main_parties
from rejoinder.types.extraction import Move
from tests.unit.annotate.fake_tagger import Act, Said, article, page, reading_of
from tests.unit.extract.reading import extraction, move

STORY = ("Peru and Norway are at odds.", "Norway waits, and so does Peru.")


def names(move: Move) -> tuple[list[str], list[str]]:
    return [p.name for p in move.actors], [p.name for p in move.recipients]


def test_a_move_as_read() -> None:
    document = article("Peru rejected Norway’s fishing draft on Wednesday.")
    act = Act(
        trigger="rejected",
        kind="reject",
        anchor="rejected Norway’s fishing draft",
        actors=("Peru",),
        recipients=("Norway",),
    )
    found = move(document, act)
    assert names(found) == (["Peru"], ["Norway"])
    assert (found.kind, found.modality, found.holder, found.zone) == ("reject", "actual", "narrator", "body")
    assert found.trigger.of(document.text) == "rejected"
    assert found.anchor.of(document.text) == "rejected Norway’s fishing draft"
    assert found.topic == ("rejected", "fishing", "draft")
    assert found.statement_id is None
    assert found.document_id == document.id


def test_who_acts_and_for_whom() -> None:
    document = article("Chilean Foreign Minister Marta Ollero rejected the draft.")
    found = move(document, Act(trigger="rejected", kind="reject", actors=("Marta Ollero",)))
    assert [p.name for p in found.actors] == ["Chile"]
    assert [p.name for p in found.agents] == ["Marta Ollero"]


def test_both_sides_act_together() -> None:
    document = article("Norway and Peru met in Havana.")
    found = move(document, Act(trigger="met", kind="meet", actors=("Norway and Peru",)))
    assert names(found) == (["Norway", "Peru"], [])


def test_nobody_acts_on_himself_where_another_acts() -> None:
    document = article("Norway rejected Peru’s demand, challenging President Diego Ruz of Peru.")
    act = Act(trigger="challenging", kind="demand", actors=("Norway", "Peru"), recipients=("Diego Ruz",))
    assert names(move(document, act)) == (["Norway"], ["Peru"])
    alone = Act(trigger="challenging", kind="demand", actors=("Peru",), recipients=("Diego Ruz",))
    assert names(move(document, alone))[0] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The draft was rejected by Norway and Peru.", ["Norway", "Peru"]),
        ("The draft was rejected by Norway and Peru said nothing.", ["Norway"]),
    ],
)
def test_two_may_stand_behind_by(text: str, actors: list[str]) -> None:
    found = move(article(text), Act(trigger="rejected", kind="reject"))
    assert names(found)[0] == actors


def test_those_to_whom_something_is_do_not_act_whatever_is_read() -> None:
    document = article("Peru published its proposals to Norway and Chile on Friday.")
    found = move(document, Act(trigger="proposals", kind="propose", actors=("Norway", "Chile")))
    assert names(found) == (["Peru"], ["Norway", "Chile"])


def test_a_place_acts_in_nothing() -> None:
    document = article("So in Havana the draft was rejected. Norway waited.")
    assert extraction(document, acts=[Act(trigger="rejected", kind="reject")]).moves == ()


def test_the_subject_of_the_sentence_acts_where_nobody_is_read() -> None:
    document = article("Peru on Friday rejected the draft.")
    assert names(move(document, Act(trigger="rejected", kind="reject")))[0] == ["Peru"]


def test_who_acted_before_acts_on() -> None:
    document = article("Peru sent the draft. Later the draft was withdrawn.")
    acts = [Act(trigger="sent", kind="deliver", actors=("Peru",)), Act(trigger="withdrawn", kind="withdraw")]
    assert [names(m)[0] for m in extraction(document, acts=acts).moves] == [["Peru"], ["Peru"]]


def test_an_act_of_nobody_is_left_out() -> None:
    document = article("The draft was rejected.")
    assert extraction(document, acts=[Act(trigger="rejected", kind="reject")]).moves == ()


def test_the_first_person_is_the_speaker() -> None:
    document = article("“We will never sign the draft,” Norwegian Ambassador Olav Brandvold said.")
    found = move(
        document,
        Act(trigger="never sign", kind="reject", actors=("We",), held=True),
        Said(content="“We will never sign the draft,”", source="Norwegian Ambassador Olav Brandvold"),
    )
    assert names(found)[0] == ["Norway"]
    assert found.holder == "Olav Brandvold"
    assert found.statement_id


def test_the_us_is_not_us() -> None:
    document = article("“US has rejected the draft again,” Norwegian Ambassador Olav Brandvold said.")
    found = move(
        document,
        Act(trigger="rejected", kind="reject", actors=("US",), held=True),
        Said(content="“US has rejected the draft again,”", source="Norwegian Ambassador Olav Brandvold"),
    )
    assert names(found)[0] == ["United States"]


def test_what_is_done_to_us_is_done_to_the_speaker() -> None:
    document = article(*STORY, "Peru is far.", "“Norway has rejected our offer,” Chilean Ambassador Marta Ollero said.")
    found = move(
        document,
        Act(trigger="rejected", kind="reject", actors=("Norway",), recipients=("our",), held=True, modality="reported"),
        Said(content="“Norway has rejected our offer,”", source="Chilean Ambassador Marta Ollero"),
    )
    assert names(found) == (["Norway"], ["Chile"])


def test_what_stands_in_a_direct_quotation_stands_on_the_speakers_word() -> None:
    document = article("“Norway has rejected the draft,” Marta Ollero said.")
    found = move(
        document,
        Act(trigger="rejected", kind="reject", actors=("Norway",)),
        Said(content="“Norway has rejected the draft,”", source="Marta Ollero"),
    )
    assert found.holder == "Marta Ollero"


def test_what_the_narrator_tells_stands_on_the_narrators_word() -> None:
    document = article("Marta Ollero said Norway had rejected the draft. Norway did reject it.")
    said = Said(content="Norway had rejected the draft", source="Marta Ollero")
    acts = [
        Act(trigger="rejected", kind="reject", actors=("Norway",), held=True, modality="reported"),
        Act(trigger="did reject", kind="reject", actors=("Norway",)),
    ]
    found = extraction(document, [said], acts).moves
    assert [(m.holder, m.modality) for m in found] == [("Marta Ollero", "reported"), ("narrator", "actual")]


def test_nothing_is_reported_by_nobody() -> None:
    document = article("Norway rejected the draft.")
    found = move(document, Act(trigger="rejected", kind="reject", actors=("Norway",), modality="reported"))
    assert (found.modality, found.holder) == ("actual", "narrator")


def test_a_verb_that_names_the_act_is_the_narrators() -> None:
    document = article("Marta Ollero urged that the ships be withdrawn.")
    found = move(
        document,
        Act(trigger="urged", kind="request", actors=("Marta Ollero",)),
        Said(content="that the ships be withdrawn", cue="urged", source="Marta Ollero"),
    )
    assert found.holder == "narrator"


def test_the_speaker_acts_by_the_cue() -> None:
    document = article("Chilean envoys wept. “Sign it,” urged Marta Ollero, the foreign minister of Chile.")
    found = move(
        document, Act(trigger="urged", kind="request"), Said(content="“Sign it,”", cue="urged", source="Marta Ollero")
    )
    assert (names(found)[0], [p.name for p in found.agents]) == (["Chile"], ["Marta Ollero"])


def test_negation_before_the_act_denies_it() -> None:
    document = article("Peru did not reject the draft.")
    assert move(document, Act(trigger="reject", kind="reject", actors=("Peru",))).modality == "denied"


@pytest.mark.parametrize("kind", ["propose", "reject", "demand", "warn", "reply", "accuse"])
def test_in_a_story_of_two_what_one_says_is_for_the_other(kind: str) -> None:
    document = article(*STORY, "On Friday Peru spoke out again.")
    assert names(move(document, Act(trigger="spoke out", kind=kind, actors=("Peru",)))) == (["Peru"], ["Norway"])


def test_in_a_story_of_two_what_is_done_to_one_is_done_by_the_other() -> None:
    document = article(*STORY, "On Friday the draft of Peru was rejected.")
    assert names(move(document, Act(trigger="rejected", kind="reject"))) == (["Norway"], ["Peru"])


def test_a_deed_is_for_nobody_unless_it_is_said() -> None:
    document = article(*STORY, "On Friday Peru spoke out again.")
    assert names(move(document, Act(trigger="spoke out", kind="mobilise", actors=("Peru",)))) == (["Peru"], [])


def test_a_third_party_speaks_to_nobody_in_particular() -> None:
    document = article(*STORY, "On Friday Chile spoke out.")
    assert names(move(document, Act(trigger="spoke out", kind="warn", actors=("Chile",)))) == (["Chile"], [])


def test_nobody_addresses_oneself() -> None:
    document = article("Peru praised Norway and Peru.")
    act = Act(trigger="praised", kind="support", actors=("Peru",), recipients=("Norway and Peru",))
    assert names(move(document, act)) == (["Peru"], ["Norway"])


def test_media_are_told_but_not_addressed() -> None:
    document = article("Peru warned Reuters of nothing.")
    act = Act(trigger="warned", kind="warn", actors=("Peru",), recipients=("Reuters",))
    assert names(move(document, act)) == (["Peru"], [])


def test_main_parties_are_named_twice_or_more() -> None:
    assert [p.name for p in main_parties(reading_of(article(*STORY, "Chile is far.")))] == ["Norway", "Peru"]
    assert main_parties(reading_of(article("Peru met Norway."))) == ()


def test_an_anchor_that_misses_its_trigger_gives_way_to_it() -> None:
    document = article("Peru rejected the draft.")
    reading = reading_of(document, acts=[Act(trigger="rejected", kind="reject", anchor="rejected ", actors=("Peru",))])
    assert reading.reading.acts[0].anchor.of(document.text) == "rejected "
    found = move(document, Act(trigger="rejected", kind="reject", anchor="rejected ", actors=("Peru",)))
    assert found.anchor.of(document.text) == "rejected"


def test_the_same_act_read_twice_is_one_move() -> None:
    document = article("Peru rejected and refused the draft.")
    acts = [
        Act(trigger="rejected", kind="reject", anchor="rejected and refused the draft", actors=("Peru",), score=0.5),
        Act(trigger="refused", kind="reject", anchor="rejected and refused the draft", actors=("Peru",), score=0.9),
    ]
    (found,) = extraction(document, acts=acts).moves
    assert found.trigger.of(document.text) == "refused"


def test_moves_are_in_text_order_with_ids_of_their_own() -> None:
    document = article("Peru rejected the draft. Norway rejected the fee.")
    acts = [
        Act(trigger="rejected", kind="reject", anchor="rejected the fee", actors=("Norway",)),
        Act(trigger="rejected", kind="reject", anchor="rejected the draft", actors=("Peru",)),
    ]
    found = extraction(document, acts=acts).moves
    assert [names(m)[0] for m in found] == [["Peru"], ["Norway"]]
    assert len({m.id for m in found}) == 2


def test_acts_outside_of_what_is_read_are_left_out() -> None:
    document = page(("body", "Peru waits."), ("teaser", "Norway rejected the draft."))
    assert extraction(document, acts=[Act(trigger="rejected", kind="reject", actors=("Norway",))]).moves == ()


def test_an_answer_that_did_not_come_is_the_other_sides_where_nobody_is_read() -> None:
    document = article(*STORY, '"No formal answer has come," a Peruvian diplomat said.')
    acts = [Act(trigger="No formal answer", kind="reply", modality="denied", held=True)]
    said = [Said(content="No formal answer has come,", source="a Peruvian diplomat")]
    found = extraction(document, acts=acts, said=said).moves
    assert names(found[0])[0] == ["Norway"]


def test_an_answer_that_somebody_waits_for_is_the_other_sides() -> None:
    document = article("Peru asked Norway for talks. Lima is still waiting for an answer.")
    acts = [
        Act(trigger="asked", kind="request", actors=("Peru",), recipients=("Norway",)),
        Act(trigger="waiting for an answer", kind="reply", modality="denied", actors=("Lima",)),
    ]
    assert [names(m)[0] for m in extraction(document, acts=acts).moves] == [["Peru"], ["Norway"]]


def test_an_answer_that_somebody_has_not_given_is_that_ones() -> None:
    document = article("Peru asked Norway for talks. Oslo has not answered.")
    acts = [
        Act(trigger="asked", kind="request", actors=("Peru",), recipients=("Norway",)),
        Act(trigger="answered", kind="reply", modality="denied", actors=("Oslo",)),
    ]
    assert [names(m)[0] for m in extraction(document, acts=acts).moves] == [["Peru"], ["Norway"]]


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Oslo has received the letter and answered it.", "answered"),
        ("Without waiting, Oslo answered.", "answered"),
        ("Oslo had heard of it, and replied.", "replied"),
    ],
)
def test_who_waits_for_something_else_answers_all_the_same(sentence: str, trigger: str) -> None:
    document = article(*STORY, f"Peru asked Norway for talks. {sentence}")
    acts = [
        Act(trigger="asked", kind="request", actors=("Peru",), recipients=("Norway",)),
        Act(trigger=trigger, kind="reply", actors=("Oslo",)),
    ]
    assert [names(m)[0] for m in extraction(document, acts=acts).moves] == [["Peru"], ["Norway"]]


@pytest.mark.parametrize("sentence", ["Lima has had no official answer.", "Lima is without any answer."])
def test_an_answer_that_somebody_does_not_have_is_the_other_sides(sentence: str) -> None:
    document = article(f"Peru asked Norway for talks. {sentence}")
    acts = [
        Act(trigger="asked", kind="request", actors=("Peru",), recipients=("Norway",)),
        Act(trigger="answer", kind="reply", modality="denied", actors=("Lima",)),
    ]
    assert [names(m)[0] for m in extraction(document, acts=acts).moves] == [["Peru"], ["Norway"]]


def test_who_is_acted_upon_does_not_act() -> None:
    document = article(*STORY, "The draft was handed to Lima on Friday.")
    found = move(document, Act(trigger="handed", kind="deliver", recipients=("Lima",)))
    assert names(found) == (["Norway"], ["Peru"])


def test_words_that_stand_for_nobody_known_stay_as_they_are() -> None:
    document = article("Peru waits. The kidnappers named their price.")
    found = move(document, Act(trigger="named their price", kind="demand", actors=("The kidnappers",)))
    assert [(p.name, p.anonymity) for p in found.actors] == [("kidnappers", "unnamed")]


def test_a_paper_acts_for_who_wrote_it() -> None:
    document = article("Peru sent a note. It is short. The note rejects the draft.")
    acts = [
        Act(trigger="sent", kind="deliver", actors=("Peru",)),
        Act(trigger="rejects", kind="reject", actors=("The note",)),
    ]
    assert [names(m)[0] for m in extraction(document, acts=acts).moves] == [["Peru"], ["Peru"]]


def test_those_to_whom_something_was_handed_did_not_hand_it() -> None:
    document = article("Two papers were handed on Friday to Marta Ollero, the minister of Chile. Norway smiled.")
    act = Act(trigger="handed", kind="deliver", actors=("Marta", "Ollero"), recipients=("Marta Ollero",))
    assert "Chile" not in [p.acts_for for p in move(document, act).actors]


def test_who_gives_may_stand_behind_those_to_whom() -> None:
    document = article("The papers submitted to Norway and Chile by Peru are long.")
    act = Act(trigger="submitted", kind="deliver", actors=("papers",), recipients=("Norway", "Chile"))
    assert names(move(document, act)) == (["Peru"], ["Norway", "Chile"])


@pytest.mark.parametrize(
    ("words", "trigger", "kind", "found"),
    [
        ("The draft was rejected by Peru and Norway.", "rejected", "reject", ["Peru", "Norway"]),
        (
            "The draft was rejected by Peru, Norway and Chile on Friday.",
            "rejected",
            "reject",
            ["Peru", "Norway", "Chile"],
        ),
        ("The draft was rejected by Peru and Norway said nothing.", "rejected", "reject", ["Peru"]),
        ("The note was handed to the secretariat late on Friday by Peru.", "handed", "deliver", ["Peru"]),
        ("Norway has not received any of the proposals from Peru.", "received", "deliver", ["Peru"]),
        ("Norway has turned down the sixty million in aid from Peru.", "turned down", "reject", ["Norway"]),
        ("Norway was invited to the second round of talks hosted by Peru.", "invited", "invite", ["Norway"]),
        ("Norway has refused to sit down with the people sent by Peru.", "refused", "reject", ["Norway"]),
    ],
)
def test_who_gives_or_does_it_stands_behind_from_or_by(words: str, trigger: str, kind: str, found: list[str]) -> None:
    assert (
        names(move(article(words), Act(trigger=trigger, kind=kind, actors=("Norway",) * ("Norway" in words))))[0]
        == found
    )


@pytest.mark.parametrize(
    ("words", "trigger", "found"),
    [
        ("Norway waited. Nine were killed in the Peruvian offensive.", "killed", "Peru"),
        ("Norway waited. Nine were killed in a fresh Peruvian raid, the ministry says.", "killed", "Peru"),
        ("Norway waited. A bus came under fire from Peruvian soldiers.", "came under fire", "Peru"),
        ("Norway waited. Nine were killed in a Peruvian town.", "killed", "unspecified"),
        ("Norway waited. Two people were killed overnight.", "killed", "unspecified"),
        ("Norway lost an island when two people were killed.", "killed", "unspecified"),
        ("Norway attacked at dawn.", "attacked", "Norway"),
    ],
)
def test_nobody_is_taken_for_an_attacker_who_is_not_told_to_be_one(words: str, trigger: str, found: str) -> None:
    assert [p.acts_for for p in move(article(words), Act(trigger=trigger, kind="attack")).actors] == [found]


@pytest.mark.parametrize(
    ("words", "trigger", "kind", "found"),
    [
        ("Norway put duties on 60 billion dollars’ worth of Peruvian goods.", "put duties", "sanction", ["Peru"]),
        (
            "Norway lifted the last of its duties on Peruvian dried fish, which Chile buys.",
            "lifted",
            "withdraw",
            ["Peru"],
        ),
        ("Norway lifted the last of its duties on Peruvian fish.", "lifted", "withdraw", ["Peru"]),
        ("Norway put duties on goods, Peruvian firms say.", "put duties", "sanction", []),
        ("Norway put duties on its own goods.", "put duties", "sanction", []),
        ("Norway froze the Peruvian talks.", "froze", "suspend", []),
        ("Norway refused Peruvian fish.", "refused", "reject", []),
    ],
)
def test_a_measure_hits_those_whose_goods_it_falls_on(words: str, trigger: str, kind: str, found: list[str]) -> None:
    assert names(move(article(words), Act(trigger=trigger, kind=kind, actors=("Norway",))))[1] == found


def test_who_denies_an_attack_is_whose_it_is_said_to_be() -> None:
    document = article("Norway denied that a shot was fired.")
    said = Said(content="that a shot was fired", cue="denied", source="Norway")
    assert names(move(document, Act(trigger="fired", kind="attack"), said))[0] == ["Norway"]


def test_those_who_are_told_do_not_act() -> None:
    document = article("Journalists asked. The reporters heard of proposals.")
    assert extraction(document, acts=[Act(trigger="proposals", kind="propose")]).moves == ()


def test_who_gives_no_answer_is_who_is_asked() -> None:
    document = article("Norway has still given no answer to Peru. Peru waits.")
    act = Act(trigger="no answer", kind="reply", modality="denied", recipients=("Norway", "Peru"))
    assert [p.name for p in move(document, act).actors] == ["Norway"]
    document = article("Norway has had no answer from Peru. Peru was asked.")
    act = Act(trigger="no answer", kind="reply", modality="denied", recipients=("Norway",))
    assert [p.name for p in move(document, act).actors] == ["Peru"]


def test_a_statement_by_others_is_not_who_condemns_it() -> None:
    document = article("Norway has condemned the statement by Peru. Chile was condemned by Peru.")
    acts = [
        Act(trigger="condemned", kind="support", anchor="Norway has condemned the statement", actors=("Norway",)),
        Act(trigger="condemned", kind="support", anchor="was condemned by Peru", recipients=("Chile",)),
    ]
    assert [[p.name for p in m.actors] for m in extraction(document, acts=acts).moves] == [["Norway"], ["Peru"]]


@pytest.mark.parametrize("words", ["Lima has had no answer", "Lima has heard nothing back"])
def test_who_waits_is_not_who_owes_the_answer_though_nobody_else_is_known(words: str) -> None:
    kind = "ignore" if "heard" in words else "reply"
    trigger = words.removeprefix("Lima ")
    act = Act(trigger=trigger, kind=kind, modality="actual" if kind == "ignore" else "denied", actors=("Lima",))
    found = move(article(f"The paper was sent in May. {words}."), act)
    assert ([p.anonymity for p in found.actors], found.rule.split()[1]) == (["unnamed"], "actor.awaited")


def test_who_waits_may_have_put_what_he_waits_for_an_answer_to_some_way_before() -> None:
    document = article(
        "Peru asked Norway for talks.", f"{'The sea was rough. ' * 15}Lima is still waiting for an answer."
    )
    acts = [
        Act(trigger="asked", kind="request", actors=("Peru",), recipients=("Norway",)),
        Act(trigger="waiting for an answer", kind="reply", modality="denied", actors=("Lima",)),
    ]
    assert names(extraction(document, acts=acts).moves[1])[0] == ["Norway"]


@pytest.mark.parametrize(
    ("recipients", "to", "rule"), [((), "Chile", "recipient.answered"), (("Norway",), "Norway", "recipient.span")]
)
def test_an_answer_is_for_those_who_put_what_it_answers(recipients: tuple[str, ...], to: str, rule: str) -> None:
    told = f"Peru rejected {'Norway and ' if recipients else ''}the offer"
    document = article(*STORY, f"Chile offered ships. {told}.")
    acts = [
        Act(trigger="offered", kind="offer", actors=("Chile",)),
        Act(trigger="rejected", kind="reject", actors=("Peru",), recipients=recipients, answers=("offered",)),
    ]
    found = extraction(document, acts=acts).moves[1]
    assert (names(found)[1], found.rule.split()[2]) == ([to], rule)


def test_a_clause_does_not_begin_or_end_within_a_name() -> None:
    document = article("The Harbour Workers' Union rejected the draft of Marta Ollero on Monday.")
    act = Act(trigger="rejected", kind="reject", anchor="Workers' Union rejected the draft of Marta", actors=("Union",))
    meant = reading_of(document, acts=[act], persons=("Marta Ollero",), organisations=("Harbour Workers' Union",))
    (found,) = extract(document, meant).moves
    assert found.anchor.of(document.text) == "Harbour Workers' Union rejected the draft of Marta Ollero"
