import io
import json

import pytest

from rejoinder.ingest.jsonl import read_jsonl
from rejoinder.ingest.limits import Limits
from rejoinder.ingest.source import known
from rejoinder.types.document import Document, Problem
from tests.unit.ingest.pages import HTML, STORY

GOOD = json.dumps({"id": "g1", "text": STORY, "outlet": "The Beacon", "date": "2019-03-07", "agency": "AP"})
OTHER = json.dumps({"id": "g2", "text": STORY.replace("Tuesday", "Monday")})


def read(*lines: str, raw: bytes | None = None, limits: Limits | None = None) -> tuple[list[Document], list[Problem]]:
    stream = io.BytesIO(raw if raw is not None else "\n".join(lines).encode())
    found = list(read_jsonl(stream, "a.jsonl", limits=limits or Limits()))
    return [f for f in found if isinstance(f, Document)], [f for f in found if isinstance(f, Problem)]


def test_each_line_is_an_article_with_its_metadata() -> None:
    documents, problems = read(GOOD, "", OTHER)
    assert [d.name for d in documents] == ["a.jsonl#1", "a.jsonl#3"]
    assert problems == []
    metadata = documents[0].metadata
    assert (metadata.outlet, metadata.origin) == ("The Beacon", "AP")
    assert metadata.published is not None
    assert metadata.published.iso() == "2019-03-07"
    assert dict(metadata.found)["outlet"] == "field"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"text": "cut', "bad-line"),
        ("not json", "bad-line"),
        ('{"text": "x",}', "bad-line"),
        ("[]", "bad-line"),
        ("42", "bad-line"),
        ('{"title": "no text"}', "bad-line"),
        ('{"text": ["a", 1]}', "bad-field"),
        ('{"text":"x","m":' + "[" * 30_000 + "]" * 30_000 + "}", "bad-line"),
        ('{"text":"x","n":' + "9" * 5000 + "}", "bad-line"),
    ],
)
def test_a_bad_line_is_reported_with_its_number_and_the_rest_is_read(line: str, code: str) -> None:
    documents, problems = read(GOOD, line, OTHER)
    assert len(documents) == 2
    assert [(p.source, p.code, p.severity) for p in problems] == [("a.jsonl#2", code, "rejected")]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ('"text": "a second text"', "duplicate-key"),
        ('"score": NaN', "non-finite-number"),
        ('"score": 1e999', "non-finite-number"),
        ('"published": true', "bad-field"),
        ('"published": 1642496400000', "bad-field"),
        ('"url": 5', "bad-field"),
        ('"url": "javascript:alert(1)"', "bad-field"),
        ('"id": "../../etc/passwd"', "bad-id"),
        ('"id": "x\';DROP TABLE document;--"', "bad-id"),
    ],
)
def test_a_field_that_cannot_be_used_is_a_warning(fields: str, code: str) -> None:
    documents, problems = read('{"text": ' + json.dumps(STORY) + ", " + fields + "}")
    assert problems == []
    assert [p.code for p in documents[0].problems] == [code]
    assert "second text" not in documents[0].text


def test_halves_of_characters_and_nul_do_not_get_through() -> None:
    documents, _ = read('{"text": "Lind said \\ud800 no \\u0000 answer came \\udfff on Tuesday."}')
    assert {"invalid-characters", "control-characters"} <= {p.code for p in documents[0].problems}
    assert not set("\0\ud800\udfff") & set(documents[0].raw + documents[0].text)


def test_one_id_for_two_texts_keeps_both_and_a_repeated_line_adds_nothing() -> None:
    conflict = json.dumps({"id": "g1", "text": STORY.replace("turned down", "taken up")})
    documents, problems = read(GOOD, conflict, GOOD)
    assert [p.code for d in documents for p in d.problems] == ["id-conflict"]
    assert [(p.source, p.code) for p in problems] == [("a.jsonl#3", "repeated-line")]
    assert len({d.id for d in documents}) == 2


def test_marks_and_line_ends_of_other_systems() -> None:
    documents, problems = read(raw=b"\xef\xbb\xbf" + f"{GOOD}\r\n{OTHER}".encode())
    assert (len(documents), problems) == (2, [])
    assert all(d.problems == () for d in documents)
    documents, _ = read(raw=b"\xff\xfe" + f"{GOOD}\n{OTHER}\n".encode("utf-16-le"))
    assert [[p.code for p in d.problems] for d in documents] == [["encoding-guessed"]] * 2


def test_a_file_that_is_no_jsonl_or_breaks_off() -> None:
    assert [p.code for p in read(f"[{GOOD},\n{OTHER}]")[1]] == ["not-jsonl"]
    assert [p.code for p in read("")[1]] == ["empty"]
    cut = json.dumps({"text": "Лес"}, ensure_ascii=False).encode()[:-3]
    documents, problems = read(raw=GOOD.encode() + b"\n" + cut)
    assert (len(documents), [p.code for p in problems]) == (1, ["truncated"])


def test_a_line_that_is_too_long_is_passed_over() -> None:
    long = json.dumps({"text": "x" * 5000})
    documents, problems = read(GOOD, long, OTHER, limits=Limits(line_bytes=2000))
    assert [d.name for d in documents] == ["a.jsonl#1", "a.jsonl#3"]
    assert [(p.source, p.code) for p in problems] == [("a.jsonl#2", "too-large")]


def test_an_article_may_be_a_page() -> None:
    documents, _ = read(json.dumps({"html": HTML}))
    assert documents[0].media == "text/html"
    assert "Home" in documents[0].text


def test_what_is_given_for_a_line_wins() -> None:
    stream = io.BytesIO(GOOD.encode())
    found = list(read_jsonl(stream, "a.jsonl", given={"a.jsonl#1": known("given", outlet="Other")}))
    assert isinstance(found[0], Document)
    assert found[0].metadata.outlet == "Other"
