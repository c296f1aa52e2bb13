import pytest

from rejoinder.extract.guards import Setting, modality_of, rekinded, vouched
from rejoinder.extract.negation import with_polarity
from rejoinder.types.annotation import ActReading
from rejoinder.types.extraction import Form, Statement
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import place


def modality(text: str, trigger: str, kind: str, read: str = "actual") -> str:
    span = place(text, trigger)
    act = ActReading(
        trigger=span, kind=kind, modality=read, held_by_speaker=False, actors=(), recipients=(), anchor=span, score=0.9
    )
    settled = with_polarity(text, act)
    assert settled is not None
    return settled.modality


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Peru did not reject the offer.", "reject", "reject"),
        ("Peru didn’t accept the offer.", "accept", "accept"),
        ("Peru has not yet agreed to it.", "agreed", "agree"),
        ("Peru has yet to accept the offer.", "accept", "accept"),
        ("Peru never threatened Norway.", "threatened", "threaten"),
        ("Peru stopped short of accusing Norway.", "accusing", "accuse"),
        ("Peru failed to explicitly accept it.", "accept", "accept"),
        ("The offer was not formally rejected.", "rejected", "reject"),
        ("Peru left without having signed it.", "signed", "agree"),
        ("The letter has not been delivered.", "delivered", "deliver"),
        ("Ships have not even been withdrawn.", "withdrawn", "withdraw"),
    ],
)
def test_what_was_not_done(text: str, trigger: str, kind: str) -> None:
    assert modality(text, trigger, kind) == "denied"
    assert modality(text, trigger, kind, "reported") == "denied"


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Peru rejected the offer.", "rejected", "reject"),
        ("Peru would not yield.", "not yield", "reject"),
        ("Peru did not come; it rejected the offer.", "rejected", "reject"),
        ("Peru, which has not spoken since, rejected the offer.", "rejected", "reject"),
        ("Peru not only rejected the offer.", "rejected", "reject"),
        ("Peru no longer accepts the offer.", "no longer accepts", "reject"),
    ],
)
def test_what_was_done(text: str, trigger: str, kind: str) -> None:
    assert modality(text, trigger, kind) == "actual"


@pytest.mark.parametrize("adverb", ["only", "merely", "simply"])
def test_not_only_is_no_negation(adverb: str) -> None:
    assert modality(f"Peru did not {adverb} reject the offer, it laughed at it.", "reject", "reject") == "actual"


@pytest.mark.parametrize("read", ["conditional", "hypothetical", "denied"])
def test_what_was_not_read_as_done_is_left_alone(read: str) -> None:
    assert modality("Peru did not reject the offer.", "reject", "reject", read) == read


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Peru has not warned Norway of it.", "warned", "warn"),
        ("Peru did not demand a fee.", "demand", "demand"),
        ("Peru did not ask for a fee.", "ask", "request"),
        ("Peru never offered a fee.", "offered", "offer"),
        ("Peru has not acknowledged the letter.", "acknowledged", "acknowledge"),
    ],
)
def test_every_kind_can_be_negated(text: str, trigger: str, kind: str) -> None:
    assert modality(text, trigger, kind) == "denied"


def read(trigger: str, *alternatives: tuple[str, float]) -> str:
    span = place(trigger, trigger)
    act = ActReading(
        trigger=span,
        kind=alternatives[0][0],
        modality="actual",
        held_by_speaker=False,
        actors=(),
        recipients=(),
        anchor=span,
        score=alternatives[0][1],
        alternatives=alternatives,
    )
    return rekinded(trigger, act).kind


def test_a_word_of_one_meaning_tips_the_scale() -> None:
    assert read("rejected", ("accuse", 0.4), ("reject", 0.38)) == "reject"


def test_what_the_tagger_is_sure_of_stays() -> None:
    assert read("rejected", ("accuse", 0.97), ("reject", 0.01)) == "accuse"


def test_a_word_that_names_no_act_changes_nothing() -> None:
    assert read("fish", ("accuse", 0.4), ("reject", 0.38)) == "accuse"


def test_a_word_changes_nothing_where_its_kind_is_no_alternative() -> None:
    assert read("rejected", ("accuse", 0.4), ("warn", 0.3)) == "accuse"


def settled(
    text: str, trigger: str, kind: str, read: str = "actual", *, told: bool = False, denied: bool = False
) -> str:
    span = place(text, trigger)
    act = ActReading(
        trigger=span, kind=kind, modality=read, held_by_speaker=told, actors=(), recipients=(), anchor=span, score=0.9
    )
    sentence = Span(start=0, end=len(text))
    return modality_of(text, act, Setting(sentence=sentence, told=told, denied=denied))


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Norway had rejected the draft, Peru said.", "rejected", "reject"),
        ("Norway rejected the draft, Peru said.", "rejected", "reject"),
        ("Norway has already sent the draft, Peru said.", "sent", "deliver"),
        ("The harbour was attacked at dawn, Peru said.", "attacked", "attack"),
    ],
)
def test_what_somebody_tells_of_the_past_is_reported(text: str, trigger: str, kind: str) -> None:
    assert settled(text, trigger, kind, told=True) == "reported"
    assert settled(text, trigger, kind) == "actual"


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Norway must be warned, Peru said.", "warned", "warn"),
        ("The draft is a lie dressed up as peace, Peru said.", "dressed up", "accuse"),
        ("It remains committed to the draft, Peru said.", "committed", "offer"),
        ("Peru needed time, it said.", "needed time", "acknowledge"),
    ],
)
def test_what_somebody_does_by_speaking_is_not_reported(text: str, trigger: str, kind: str) -> None:
    assert settled(text, trigger, kind, told=True) == "actual"


def test_what_is_read_as_told_but_said_now_is_actual() -> None:
    assert settled("“I would ask them to come,” she said.", "ask", "request", "reported", told=True) == "actual"


@pytest.mark.parametrize("trigger", ["ready to reopen", "willing to reopen", "prepared to reopen"])
def test_who_says_to_be_ready_offers_it_by_saying_so(trigger: str) -> None:
    text = f"She said the alliance had been {trigger} its missions."
    assert settled(text, trigger, "offer", "reported", told=True) == "actual"
    assert settled(text, "reopen", "restore", "reported", told=True) == "reported"


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The envoys would meet in Lima, Peru said.", "meet", "meet"),
        ("Peru’s answer will soon be sent, it said.", "sent", "deliver"),
        ("The office said Peru would give its answer in May.", "give its answer", "reply"),
        ("The ministry would study it on Monday, she said.", "study", "acknowledge"),
        ("The president will reply in writing.", "reply", "reply"),
    ],
)
def test_what_will_be_done_is_planned(text: str, trigger: str, kind: str) -> None:
    assert settled(text, trigger, kind, told=True) == "planned"


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Peru would never sign it, she said.", "never sign", "reject"),
        ("Its experts would look at it, Peru said.", "look at it", "acknowledge"),
        ("Peru would keep its port open, it said.", "keep its port open", "offer"),
    ],
)
def test_what_is_done_by_saying_that_one_will_is_actual(text: str, trigger: str, kind: str) -> None:
    assert settled(text, trigger, kind, told=True) == "actual"


def test_a_reply_that_is_to_come_is_not_denied() -> None:
    assert settled("Peru would give its answer in May, it said.", "give its answer", "reply", "denied") == "planned"


@pytest.mark.parametrize("kind", ["threaten", "offer", "demand", "reject"])
def test_what_is_done_by_saying_it_with_an_if_is_done(kind: str) -> None:
    assert settled("Peru would close the port if Norway came.", "close", kind, "conditional") == "actual"
    assert settled("Peru would take it if Norway came.", "take", "accept", "conditional") == "conditional"


def test_what_is_planned_with_an_if_is_conditional() -> None:
    assert settled("The ships leave on Monday, provided it is signed.", "leave", "withdraw", "planned") == "conditional"
    assert settled("The ships leave as soon as possible.", "leave", "withdraw", "planned") == "planned"


def test_what_may_be_done_is_hypothetical() -> None:
    assert settled("Peru might suspend the talks, she said.", "suspend", "suspend", told=True) == "hypothetical"
    assert settled("Peru may leave if Norway does.", "leave", "suspend", "conditional") == "conditional"
    assert settled("Peru could be playing for time.", "playing for time", "accuse") == "actual"


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("No answer has come, he said.", "No answer", "reply"),
        ("Norway has given no reply, he said.", "given no reply", "reply"),
        ("Peru didn’t walk out, he said.", "didn’t walk out", "suspend"),
    ],
)
def test_what_was_not_done_by_its_own_words_is_denied(text: str, trigger: str, kind: str) -> None:
    assert settled(text, trigger, kind, "reported", told=True) == "denied"


def test_what_a_denial_denies_is_denied() -> None:
    text = "Peru denied that it had attacked the harbour."
    assert settled(text, "attacked", "attack", "reported", told=True, denied=True) == "denied"


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The ministry promptly denied it.", "denied", "deny"),
        ("Peru has so far refused to come.", "refused", "reject"),
        ("Peru would not be moved, it said.", "not be moved", "reject"),
        ("She listed four conditions.", "conditions", "demand"),
    ],
)
def test_a_refusal_is_no_denied_one(text: str, trigger: str, kind: str) -> None:
    assert settled(text, trigger, kind, "denied") == "actual"


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("Peru never closed the road, it said.", "never closed the road", "deny", "actual"),
        ("No such call was made, Peru said.", "No such call", "deny", "actual"),
        ("Peru did not dispute it.", "did not dispute", "deny", "denied"),
        ("Peru would neither confirm nor deny it.", "neither confirm nor deny", "deny", "denied"),
        ("Peru has not confirmed it.", "not confirmed", "deny", "denied"),
        ("Norway left the letter unanswered.", "left the letter unanswered", "ignore", "actual"),
        ("The plan was never looked at.", "never looked at", "ignore", "actual"),
        ("Norway has not kept silent.", "kept silent", "ignore", "denied"),
        ("Norway was not ignored.", "not ignored", "ignore", "denied"),
    ],
)
def test_what_a_negation_does_is_done(text: str, trigger: str, kind: str, expected: str) -> None:
    assert modality(text, trigger, kind, settled(text, trigger, kind, "denied")) == expected


def test_a_silence_that_somebody_tells_of_is_reported() -> None:
    assert settled("It was never looked at, Peru said.", "never looked at", "ignore", "denied", told=True) == "reported"


def test_a_silence_that_is_denied_stays_so() -> None:
    text = "Peru denied that the letter was left unanswered."
    assert settled(text, "left unanswered", "ignore", "denied", told=True, denied=True) == "denied"


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("If Norway refuses, Peru will leave.", "refuses", "reject", "conditional"),
        ("Should Norway ask for it, Peru will come.", "ask", "request", "conditional"),
        ("Peru will not sign it unless Norway leaves.", "will not sign", "reject", "actual"),
    ],
)
def test_what_is_left_open_is_not_done(text: str, trigger: str, kind: str, expected: str) -> None:
    assert settled(text, trigger, kind, "conditional") == expected


def test_who_tells_what_others_did_wrong_accuses_them_now() -> None:
    text = "“They emptied a prison,” Peru said."
    span = place(text, "emptied a prison")
    act = ActReading(
        trigger=span, kind="accuse", modality="reported", held_by_speaker=True, actors=(), recipients=(), anchor=span,
        score=1,
    )  # fmt: skip
    sentence = Span(start=0, end=len(text))
    assert modality_of(text, act, Setting(sentence=sentence, told=True, own=True)) == "actual"
    assert modality_of(text, act, Setting(sentence=sentence, told=True)) == "reported"


@pytest.mark.parametrize("text", ["Peru did not reject it.", "Peru neither accepts nor rejects it."])
def test_a_denied_refusal_stays_denied(text: str) -> None:
    assert settled(text, "reject", "reject", "denied") == "denied"


def said(
    text: str, trigger: str, kind: str, cue: str, content: str, form: Form = "indirect", held: bool = False
) -> bool:
    span, words = place(text, trigger), place(text, content)
    act = ActReading(
        trigger=span, kind=kind, modality="actual", held_by_speaker=held, actors=(), recipients=(), anchor=span, score=1
    )
    statement = Statement(
        id="s-1", document_id="d-1", content=(words,), cue=place(text, cue), source=None, speakers=(), form=form,
        chain=(), anonymity="named", commitment="asserted", zone="body", inside=None, continues=None, rule="", score=1,
    )  # fmt: skip
    return vouched(text, act, statement)


def test_what_is_merely_said_is_on_the_word_of_who_says_it() -> None:
    text = "Norway rejected the draft, the office said."
    assert said(text, "rejected", "reject", "said", "Norway rejected the draft")
    text = "Peru announced the agreement on cod."
    assert not said(text, "agreement", "agree", "announced", "the agreement on cod")


def test_what_the_cue_names_is_on_the_word_of_the_narrator() -> None:
    text = "Norway should come to the table, Peru urged."
    assert not said(text, "should come", "request", "urged", "Norway should come to the table", held=True)


def test_what_is_quoted_is_on_the_word_of_who_is_quoted() -> None:
    text = "“Our plan is on the table,” Peru said."
    assert said(text, "plan", "propose", "said", "Our plan is on the table", "direct")


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Norland has put off handing over its version.", "put off", "ignore"),
        ("Norland held back its own draft.", "held back", "ignore"),
        ("Norland put off the visit to Arvik.", "put off", "suspend"),
        ("Norland withheld the money.", "withheld", "suspend"),
    ],
)
def test_who_holds_back_what_is_owed_leaves_it_unanswered(text: str, trigger: str, kind: str) -> None:
    span = place(text, trigger)
    act = ActReading(
        trigger=span,
        kind="suspend",
        modality="actual",
        held_by_speaker=False,
        actors=(),
        recipients=(),
        anchor=span,
        score=0.6,
        alternatives=(("suspend", 0.6), ("ignore", 0.2)),
    )
    assert rekinded(text, act).kind == kind
