"""A gold bundle read and scored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rejoinder.errors import SourceError
from rejoinder.pipeline.reader import Reader
from rejoinder.publish.cli.running import run
from rejoinder.publish.predicting import score_bundle
from tests.invented import ARTICLES, METADATA, WordTagger

GOLD = """\
bundle: patrol
as_of: 2024-03-31
parties:
- {id: norway, name: Norway, type: state}
- {id: iceland, name: Iceland, type: state}
documents:
- {id: d1, file: coast-herald.txt, outlet: The Coast Herald, published: 2024-03-04}
- {id: d2, file: fjord-times.txt, outlet: Fjord Times, published: 2024-03-10}
- {id: d3, file: harbour-post.txt, outlet: Harbour Post, published: 2024-03-13}
statements: []
moves:
- {id: m1, doc: d1, event: offer, kind: propose, actor: [norway], recipient: [iceland], date: 2024-03-03,
   modality: actual, holder: narrator, anchor: "Norway proposed a joint fishing patrol to Iceland"}
- {id: m2, doc: d2, event: offer, kind: propose, actor: [norway], recipient: [iceland], date: 2024-03-03,
   modality: actual, holder: narrator, anchor: "Norway proposed a joint fishing patrol to Iceland"}
- {id: m3, doc: d2, event: no, kind: reject, actor: [iceland], recipient: [], date: 2024-03-09,
   modality: actual, holder: narrator, anchor: "Iceland rejected the joint fishing patrol"}
answers:
- {answer: no, to: offer, disposition: reject}
exchanges:
- {offer: offer, by: [norway], to: [iceland], status: rejected}
disputes: []
"""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A small gold bundle. YAML reads a bare `no` as a truth value, so the id is quoted."""
    (tmp_path / "documents").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "documents" / name).write_text(text, "utf-8")
    (tmp_path / "documents.yaml").write_text(METADATA, "utf-8")
    (tmp_path / "gold.yaml").write_text(
        GOLD.replace("event: no,", 'event: "no",').replace("answer: no,", 'answer: "no",'), "utf-8"
    )
    return tmp_path


def test_a_bundle_is_read_and_scored(bundle: Path) -> None:
    scores, missed = score_bundle(bundle, Reader(WordTagger()))
    assert scores["moves"]["kind+actor"]["r"] == 1.0
    assert scores["moves"]["date_acc"] == 1.0
    assert scores["events"]["b3_f1"] == 1.0
    assert scores["answers"]["f1"] == 1.0
    assert scores["exchanges"]["status_acc_of_all"] == 1.0
    assert [line.split()[0] for line in missed] == ["extra", "extra"]


def test_the_command_scores(bundle: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rejoinder.pipeline.reader.open_reader", lambda *_a, **_n: Reader(WordTagger()))
    assert run(["score", str(bundle), "--misses"]) == 0
    shown = capsys.readouterr().out
    assert "headline" in shown
    assert "extra move" in shown
    assert run(["score", str(bundle), "--json", "--misses"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["bundle"] == "patrol"
    assert len(made["misses"]) == 2


def test_what_is_no_bundle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        score_bundle(tmp_path, Reader(WordTagger()))
