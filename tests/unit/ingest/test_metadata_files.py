from pathlib import Path

import pytest

from rejoinder.errors import SourceError, UsageError
from rejoinder.ingest import read_metadata

YAML = """\
as_of: 2019-04-01
documents:
- {file: d1.txt, outlet: The Beacon, published: 2019-03, origin: null}
- {file: d2.txt, published: 2019-03-07, origin: Associated Press, url: https://example.org/a, language: en}
"""


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.yaml", YAML),
        ("m.csv", "file,outlet,published,origin,url,language\nd1.txt,The Beacon,2019-03,,,\nd2.txt,,2019-03-07,AP,https://example.org/a,en\n"),
        ("m.jsonl", '{"file":"d1.txt","outlet":"The Beacon","published":"2019-03"}\n\n{"file":"d2.txt","published":"2019-03-07","origin":"AP","url":"https://example.org/a","language":"en"}\n'),
    ],
)  # fmt: skip
def test_three_forms_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    found = read_metadata(write(tmp_path, name, text))
    first, second = found["d1.txt"], found["d2.txt"]
    assert first.published is not None
    assert second.published is not None
    assert (first.outlet, first.published.iso(), first.origin) == ("The Beacon", "2019-03", None)
    assert (second.published.iso(), second.origin, second.language) == ("2019-03-07", "AP", "en")
    assert dict(first.found) == {"outlet": "given", "published": "given"}


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("m.yaml", "- {file: d1.txt, author: Brack}", "author"),
        ("m.yaml", "- {outlet: The Beacon}", "no file"),
        ("m.yaml", "- {file: d1.txt, published: soon}", "soon"),
        ("m.yaml", "- {file: d1.txt, outlet: 5}", "outlet"),
        ("m.yaml", "- {file: d1.txt}\n- {file: d1.txt}", "twice"),
        ("m.yaml", "articles: []", "articles"),
        ("m.yaml", "{: [", "YAML"),
        ("m.yaml", "just words", "list"),
        ("m.csv", "file,place\nd1.txt,Osterburg\n", "place"),
        ("m.jsonl", "{broken\n", "line 1"),
        ("m.toml", "x = 1", "metadata file"),
        (
            "m.yaml",
            "- {file: d1.txt}\n- file: d2.txt\n  published: 2021-02-30",
            "line 2: published 2021-02-30 is no date",
        ),
        ("m.yaml", "documents:\n- {file: d1.txt, published: -2021-01-01}", "line 2: published -2021-01-01 is no date"),
        ("m.csv", "", "is empty"),
        ("m.csv", "\n", "is empty"),
        ("m.yaml", "", "is empty"),
    ],
)
def test_what_is_wrong_is_said_with_what_is_valid(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        read_metadata(write(tmp_path, name, text))
    assert caught.value.advice


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read_metadata(tmp_path / "no.yaml")


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no metadata file"):
        read_metadata(tmp_path / "articles.yaml")


def test_a_folder_is_no_metadata(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened"):
        read_metadata(tmp_path)


def test_what_is_given_knows_the_file_that_gave_it(tmp_path: Path) -> None:
    found = read_metadata(write(tmp_path, "m.yaml", YAML))
    assert (found.file, sorted(found), len(found)) == ("m.yaml", ["d1.txt", "d2.txt"], 2)


def test_entries_may_be_put_together_by_yaml_itself(tmp_path: Path) -> None:
    text = "documents: [&one {file: d1.txt, outlet: The Beacon}, {<<: *one, file: d2.txt}]"
    assert read_metadata(write(tmp_path, "m.yaml", text))["d2.txt"].outlet == "The Beacon"
