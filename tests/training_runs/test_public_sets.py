"""The public sets are looked at before anything is trained."""

import json
from pathlib import Path

import pytest

from training.public_sets import FILES, data_faults, rows_of

ATTRIBUTION = {"cue": [[5, 9]], "source": [], "content": [[10, 12]]}
MENTION = {"kind": "event", "chain": "c", "spans": [[3, 9]]}
ROWS = {
    "polnear": {"doc_id": "a", "text": "Peru said no.", "attributions": [ATTRIBUTION]},
    "plv": {"text": "Peru left Chile.", "source_spans": [[0, 4]], "target_spans": [[10, 15]], "root": "REJECT"},
    "ecbplus": {"doc_id": "a", "topic": "1", "text": "It rained.", "mentions": [MENTION]},
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, file in FILES.items():
        (tmp_path / file).parent.mkdir()
        (tmp_path / file).write_text(json.dumps(ROWS[name]) + "\n", "utf-8")
    return tmp_path


def test_sound_sets(data: Path) -> None:
    assert data_faults(data, ()) == []
    assert [json.loads(row) for row in rows_of(data, "plv")] == [ROWS["plv"]]


def test_a_missing_set_is_told_with_what_to_do(data: Path) -> None:
    (data / FILES["plv"]).unlink()
    (said,) = data_faults(data, ())
    assert said.startswith(f"{data / FILES['plv']}: there is no such file")
    assert "--without plv" in said
    assert data_faults(data, ["plv"]) == []


def test_without_any_set_no_folder_is_wanted() -> None:
    assert data_faults(None, list(FILES)) == []
    assert "plv, ecbplus" in data_faults(None, ["polnear"])[0]


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("plv", "{", "is no JSON"),
        ("plv", "[1]", "an object is expected"),
        ("plv", json.dumps({**ROWS["plv"], "root": "PUNISH"}), "'root' is 'PUNISH'"),
        ("plv", json.dumps({**ROWS["plv"], "source_spans": [[0, 400]]}), "'source_spans' has [0, 400]"),
        ("plv", json.dumps({**ROWS["plv"], "source_spans": [7]}), "'source_spans' has 7"),
        ("polnear", json.dumps({"doc_id": "b", "text": "x"}), "'attributions' is missing"),
        ("polnear", json.dumps({**ROWS["polnear"], "attributions": [{"cue": []}]}), "'source' is missing"),
        ("ecbplus", json.dumps({**ROWS["ecbplus"], "text": None}), "'text' is no text"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(data: Path, name: str, row: str, said: str) -> None:
    file = data / FILES[name]
    file.write_text(f"{json.dumps(ROWS[name])}\n\n{row}\n", "utf-8")
    (fault,) = data_faults(data, ())
    assert fault.startswith(f"{file}:3: ")
    assert said in fault


def test_of_a_file_that_is_all_wrong_the_first_faults_are_told(data: Path) -> None:
    (data / FILES["plv"]).write_text("no\n" * 500, "utf-8")
    found = data_faults(data, ())
    assert len(found) == 21
    assert found[-1].endswith("480 faults more")
