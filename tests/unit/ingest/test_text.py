from rejoinder.ingest.source import known
from rejoinder.ingest.text import read_text
from rejoinder.types.document import Document, Problem
from rejoinder.types.span import Span
from tests.unit.ingest.pages import PAPER, RUSSIAN, STORY, WRAPPED


def document(text: str, **more: object) -> Document:
    found = read_text(text.encode(), "a.txt", **more)  # type: ignore[arg-type]
    assert isinstance(found, Document)
    return found


def test_a_clean_file_keeps_its_length_and_every_offset() -> None:
    for text in (WRAPPED, PAPER, PAPER.replace("\n", "\r\n"), WRAPPED.replace("\n", "\r\n")):
        found = document(text)
        assert found.raw == text
        assert len(found.text) == len(text)
        span = Span(start=40, end=90)
        assert found.offsets.raw_span(span) == span
        assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(found.text, text, strict=True))


def test_zones_ascend_and_hold_every_character_that_is_no_blank() -> None:
    found = document(PAPER)
    at = 0
    for zone in found.zones:
        assert found.text[at : zone.span.start].strip() == ""
        at = zone.span.end
    assert found.text[at:].strip() == ""


def test_the_page_tells_of_its_publication() -> None:
    metadata = document(PAPER).metadata
    assert metadata.outlet == "The Port Gazette"
    assert metadata.published is not None
    assert metadata.published.iso() == "2019-03-07"
    assert metadata.origin == "AP"
    assert metadata.byline == "Ilona Brack"
    assert metadata.title == "Sylvania turns down harbour plan"
    assert metadata.language == "en"
    assert dict(metadata.found)["origin"] == "dateline"


def test_what_is_given_wins_and_what_is_unknown_stays_so() -> None:
    found = document(WRAPPED, given=known("given", outlet="The Beacon")).metadata
    assert (found.outlet, dict(found.found)["outlet"]) == ("The Beacon", "given")
    assert (found.published, found.origin, found.url, found.byline) == (None, None, None, None)


def test_a_credit_names_the_origin() -> None:
    assert document(f"{WRAPPED}\nAFP contributed reporting.\n").metadata.origin == "AFP"


def test_the_dateline_is_a_zone_of_its_own() -> None:
    found = document(STORY)
    assert found.zones[0].kind == "dateline"
    assert found.zones[0].span.of(found.text) == "PORT MAREN (Testpress) -"
    assert found.zones[1].span.of(found.text).startswith("Ada Lind")


def test_another_language_is_recorded_as_not_read() -> None:
    found = document(RUSSIAN)
    assert found.metadata.language == "ru"
    assert [p.code for p in found.problems] == ["language-not-read"]


def test_a_date_in_the_address_is_the_last_resort_and_said_to_be() -> None:
    found = document(WRAPPED, given=known("given", url="https://example.org/2021/12/17/draft"))
    assert found.metadata.published is not None
    assert found.metadata.published.iso() == "2021-12-17"
    assert [p.code for p in found.problems] == ["date-from-url"]


def test_the_same_bytes_give_the_same_id_and_other_bytes_another() -> None:
    assert document(WRAPPED) == document(WRAPPED)
    assert document(WRAPPED).id != document(PAPER).id


def test_nothing_to_read_is_a_problem_with_advice() -> None:
    for raw, code in ((b"", "empty"), (b"\xef\xbb\xbf \r\n\xc2\xa0", "empty"), (b"* * *\n---\n", "no-text")):
        found = read_text(raw, "a.txt")
        assert isinstance(found, Problem)
        assert (found.code, found.severity) == (code, "rejected")
        assert found.advice
