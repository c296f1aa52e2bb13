from tests.unit.annotate.fake_tagger import Act, Said, article
from tests.unit.extract.reading import extraction, speakers, words

DOCUMENT = article(
    "Chilean Foreign Minister Marta Ollero said on Wednesday that Norway had rejected the fishing draft.",
    "“We will wait until May,” she told Reuters.",
    headline="Chile waits for Norway",
    outlet="The Lima Ledger",
)
SAID = (
    Said(content="that Norway had rejected the fishing draft", source="Chilean Foreign Minister Marta Ollero"),
    Said(content="“We will wait until May,”", cue="told", source="she"),
)
ACTS = (
    Act(
        trigger="rejected",
        kind="reject",
        anchor="Norway had rejected the fishing draft",
        actors=("Norway",),
        held=True,
        modality="reported",
    ),
)


def test_what_a_desk_would_note() -> None:
    found = extraction(DOCUMENT, SAID, ACTS)
    assert found.document_id == DOCUMENT.id
    assert [(speakers(s), words(DOCUMENT, s), s.form) for s in found.statements] == [
        (["Marta Ollero"], ["that Norway had rejected the fishing draft"], "indirect"),
        (["Marta Ollero"], ["We will wait until May,"], "direct"),
    ]
    assert [h.name for h in found.statements[1].chain] == ["Reuters"]
    (move,) = found.moves
    assert (move.kind, move.modality, move.holder) == ("reject", "reported", "Marta Ollero")
    assert ([p.name for p in move.actors], [p.name for p in move.recipients]) == (["Norway"], ["Chile"])
    assert move.statement_id == found.statements[0].id
    assert {"Chile", "Norway", "Marta Ollero", "Reuters"} <= {p.name for p in found.parties}


def test_the_same_document_gives_the_same() -> None:
    assert extraction(DOCUMENT, SAID, ACTS) == extraction(DOCUMENT, SAID[::-1], ACTS)


def test_ids_tell_documents_apart_but_not_outlets() -> None:
    ids = [s.id for s in extraction(DOCUMENT, SAID, ACTS).statements]
    other = article(*DOCUMENT.text.split("\n")[2:], headline="Chile waits for Norway", outlet="Another")
    assert [s.id for s in extraction(other, SAID, ACTS).statements] == ids


def test_an_empty_document() -> None:
    found = extraction(article(""))
    assert (found.statements, found.moves, found.parties) == ((), (), ())
