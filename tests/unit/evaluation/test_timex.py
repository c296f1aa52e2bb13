import json
from pathlib import Path

from rejoinder.evaluation.timex import Counts, Mark, compared, paragraphs, score_file
from rejoinder.types.span import Span


def mark(start: int, end: int, value: str = "v", kind: str = "DATE") -> Mark:
    return Mark(span=Span(start=start, end=end), type=kind, value=value)


def test_counts_exact_overlapping_and_missed() -> None:
    gold = [mark(0, 5, "a"), mark(10, 15, "b"), mark(20, 25, "c")]
    found = [mark(0, 5, "a"), mark(12, 18, "x"), mark(30, 35, "c")]
    assert compared(gold, found) == Counts(gold=3, found=3, strict=1, relaxed=2, value=1, kind=2)


def test_a_mark_is_matched_once() -> None:
    assert compared([mark(0, 4), mark(5, 9)], [mark(0, 9)]).relaxed == 1
    assert compared([mark(0, 9)], [mark(0, 4), mark(5, 9)]).relaxed == 1


def test_measures_are_f1_in_per_cent() -> None:
    measures = Counts(gold=4, found=2, strict=1, relaxed=2, value=1, kind=2).measures()
    assert (measures["relaxed_f1"], measures["value_f1"]) == (66.7, 33.3)
    assert (measures["relaxed_precision"], measures["relaxed_recall"]) == (100.0, 50.0)


def test_nothing_to_find_is_no_division() -> None:
    assert Counts().measures()["value_f1"] == 0.0


def test_paragraphs_end_at_empty_lines() -> None:
    text = "one\ntwo\n \nthree"
    assert [s.of(text) for s in paragraphs(text)] == ["one\ntwo", "three"]


def test_scores_a_file(tmp_path: Path) -> None:
    rows = [
        {"text": "They met Friday.", "dct": "2021-12-17T10:00", "timex": [
            {"start": 9, "end": 15, "type": "DATE", "value": "2021-12-17"},
            {"start": 0, "end": 4, "type": "DATE", "value": "2021-12-17", "is_dct": True},
        ]},
        {"text": "They met Friday.", "dct": "2021-12-17", "timex": [
            {"start": 9, "end": 15, "type": "DATE", "value": "2021-12-10"},
        ]},
    ]  # fmt: skip
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    score = score_file(path)
    assert (score["documents"], score["gold"], score["strict_f1"], score["value_f1"]) == (2, 2, 100.0, 50.0)
    assert isinstance(score["even"], dict)
    assert isinstance(score["odd"], dict)
    assert (score["even"]["value_f1"], score["odd"]["value_f1"]) == (100.0, 0.0)
