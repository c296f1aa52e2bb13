from __future__ import annotations

import json
import re
from itertools import combinations

import pytest

from rejoinder.ingest.copies import witnesses
from rejoinder.ingest.metadata_files import read_metadata
from rejoinder.ingest.sources import read_sources
from rejoinder.sample import sample_folder, sample_metadata
from rejoinder.types.document import READ_ZONES, Document

NOTE = "Sample text written for rejoinder; this outlet does not exist"
COPIES = {"tri-harbor-gazette-ap-reply.html", "yamuna_russia-denies-reply.html"}
FOUND_IN_THE_PAGE = {"podil-today_troops-near-border.html", "potomac-docket-written-replies.html", "desk-feed.jsonl"}
_END = re.compile(r"(?<=[.!?:;])[\"”’)]*\s+|\n+")


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    read = list(read_sources([sample_folder()], read_metadata(sample_metadata())))
    assert all(isinstance(one, Document) for one in read), read
    return [one for one in read if isinstance(one, Document)]


def _sentences(document: Document) -> set[str]:
    read = [zone.span.of(document.text) for zone in document.zones if zone.kind in READ_ZONES]
    pieces = {" ".join(re.findall(r"\w+", piece.casefold())) for text in read for piece in _END.split(text)}
    return {piece for piece in pieces if len(piece.split()) >= 4}


def test_metadata_and_files_name_each_other() -> None:
    files = {path.name for path in sample_folder().iterdir()}
    given = set(read_metadata(sample_metadata()))
    assert given <= files
    assert files - given == FOUND_IN_THE_PAGE


def test_every_article_says_that_it_is_a_sample() -> None:
    for path in sorted(sample_folder().iterdir()):
        text = path.read_text(encoding="utf-8")
        articles = [json.loads(line)["note"] for line in text.splitlines()] if path.suffix == ".jsonl" else [text]
        assert all(NOTE in article for article in articles), path.name


def test_the_note_is_not_read_as_news(documents: list[Document]) -> None:
    for document in documents:
        at = document.text.find(NOTE)
        assert at < 0 or document.zone_at(at) == "furniture", document.name


def test_all_articles_are_read_with_outlet_day_and_address(documents: list[Document]) -> None:
    assert len(documents) == len(list(sample_folder().iterdir())) + 1  # one file holds two articles
    for document in documents:
        found = document.metadata
        assert found.outlet, document.name
        assert found.published, document.name
        assert found.published.first == found.published.last, document.name
        assert (found.url or "").startswith("https://example.org/"), document.name
        assert not document.problems, document.name
        body = [zone.span.of(document.text) for zone in document.zones if zone.kind == "body"]
        assert 180 <= len(" ".join(body).split()) <= 420, document.name


def test_only_copies_of_one_agency_share_a_sentence(documents: list[Document]) -> None:
    for one, other in combinations(documents, 2):
        shared = _sentences(one) & _sentences(other)
        if {one.name, other.name} == COPIES:
            assert len(shared) >= 5
            assert one.metadata.origin == other.metadata.origin == "AP"
        else:
            assert not shared, (one.name, other.name)


def test_one_of_the_copies_leaves_the_denial_out(documents: list[Document]) -> None:
    whole = next(one for one in documents if one.name == "yamuna_russia-denies-reply.html")
    short = next(one for one in documents if one.name == "tri-harbor-gazette-ap-reply.html")
    denial = re.compile("not true|no reply|disputed what")
    assert len(denial.findall(whole.text)) == 3
    assert not denial.search(short.text)
    counted = witnesses(documents)
    assert counted[whole.id].story == counted[short.id].story
    assert len([one for one in counted.values() if one.story]) == 2
