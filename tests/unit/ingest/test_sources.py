import os
import random
from pathlib import Path

import pytest

from rejoinder.errors import UsageError
from rejoinder.ingest import Limits, read_sources
from rejoinder.ingest.finding import found_files
from rejoinder.ingest.metadata_files import read_metadata
from rejoinder.ingest.paths import refuse_nothing
from rejoinder.ingest.source import known
from rejoinder.types.document import Document, Problem
from tests.unit.ingest.pages import HTML, PAPER, STORY, WRAPPED


def read(*paths: str | Path, **more: object) -> tuple[list[Document], list[Problem]]:
    found = list(read_sources(paths, **more))  # type: ignore[arg-type]
    return [f for f in found if isinstance(f, Document)], [f for f in found if isinstance(f, Problem)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "news"
    (root / "sub").mkdir(parents=True)
    (root / "b.txt").write_text(PAPER, encoding="utf-8")
    (root / "a.html").write_text(HTML, encoding="utf-8")
    (root / "sub" / "c.md").write_text(f"# Harbour\n\n{STORY}", encoding="utf-8")
    (root / "documents.yaml").write_text("[]", encoding="utf-8")
    return root


def test_a_folder_is_read_with_all_in_it_sorted_by_name(folder: Path) -> None:
    documents, problems = read(folder)
    assert [d.name for d in documents] == ["a.html", "b.txt", "sub/c.md"]
    assert problems == []


def test_files_and_patterns_in_any_order_give_the_same(folder: Path) -> None:
    one, _ = read(folder / "b.txt", folder / "a.html")
    two, _ = read(str(folder / "*.html"), folder / "b.txt", folder / "b.txt")
    assert one == two
    assert [d.name for d in read(str(folder / "**" / "*.md"))[0]] == ["sub/c.md"]


def test_metadata_goes_by_name_or_bare_file_name(folder: Path) -> None:
    documents, _ = read(
        folder, given={"c.md": known("given", outlet="The Beacon"), "b.txt": known("given", origin="TASS")}
    )
    by_name = {d.name: d.metadata for d in documents}
    assert by_name["sub/c.md"].outlet == "The Beacon"
    assert by_name["b.txt"].origin == "TASS"
    assert dict(by_name["b.txt"].found)["origin"] == "given"


def test_the_file_of_the_metadata_is_no_article_wherever_it_lies(folder: Path) -> None:
    for name, words in (("sub/about.yml", "[{file: b.txt, outlet: The Beacon}]"), ("list.csv", "file\nb.txt")):
        (folder / name).write_text(words, encoding="utf-8")
        given = read_metadata(folder / name)
        for paths in ((folder,), (str(folder / "**" / "*"),), (folder / name, folder)):
            documents, problems = read(*paths, given=given)
            assert {d.name for d in documents} >= {"a.html", "b.txt", "sub/c.md"}
            assert not any(p.source.endswith(Path(name).name) for p in problems)
        assert name in {p.source for p in read(folder)[1]}


def test_hidden_files_links_pipes_and_binaries_give_a_problem_each(folder: Path) -> None:
    (folder / ".hidden.txt").write_text(STORY)
    (folder / "out.txt").symlink_to("/etc/hostname")
    (folder / "up").symlink_to("..")
    (folder / "gone.txt").symlink_to("missing")
    (folder / "again.txt").symlink_to("b.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "program.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "empty.txt").write_bytes(b"")
    documents, problems = read(folder)
    assert len(documents) == 3
    assert {(p.source, p.code) for p in problems} == {
        (".hidden.txt", "skipped"), ("again.txt", "skipped"), ("out.txt", "skipped"), ("up", "skipped"),
        ("gone.txt", "skipped"),
        ("loop.txt", "skipped"), ("pipe.txt", "not-a-file"), ("program.txt", "unsupported-type"),
        ("paper.pdf", "unsupported-type"), ("empty.txt", "empty"),
    }  # fmt: skip
    assert all(p.severity == "rejected" and p.advice for p in problems)


def test_what_is_missing_is_a_problem(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "no.txt", str(tmp_path / "*.html"))
    assert [p.code for p in problems] == ["missing", "missing"]


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.truncate(10 * 2**30)
    assert [p.code for p in read(tmp_path)[1]] == ["too-large"]
    (tmp_path / "big.txt").write_text(STORY)
    assert [p.code for p in read(tmp_path, limits=Limits(file_bytes=100))[1]] == ["too-large"]


def test_the_same_bytes_under_two_names_are_two_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY)
    documents, _ = read(tmp_path)
    assert len({d.id for d in documents}) == 2
    assert [[p.code for p in d.problems] for d in documents] == [[], ["same-content"]]


def test_a_page_under_a_wrong_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HTML, encoding="utf-8")
    (tmp_path / "b.html").write_text(WRAPPED, encoding="utf-8")
    documents, _ = read(tmp_path)
    assert [d.media for d in documents] == ["text/html", "text/plain"]
    assert [[p.code for p in d.problems][-1] for d in documents] == ["type-mismatch", "type-mismatch"]


def test_a_file_of_unknown_type_is_read_where_it_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "story.wire").write_text(STORY)
    assert read(tmp_path)[0] == []
    assert [d.name for d in read(tmp_path / "story.wire")[0]] == ["story.wire"]


def test_two_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(STORY + name)
    documents, _ = read(tmp_path / "x", tmp_path / "y")
    assert len({d.name for d in documents}) == 2


def test_names_that_play_tricks_are_shown_harmless(tmp_path: Path) -> None:
    for name in ("a\nb.txt", "\u202etxt.exe.txt", os.fsdecode(b"\xff.txt")):
        (tmp_path / name).write_text(STORY + repr(name))
    assert [d.name for d in read(tmp_path)[0]] == ["a\ufffdb.txt", "\ufffd.txt", "\ufffdtxt.exe.txt"]


@pytest.fixture
def shut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, of which the one below cannot be listed (of which root could)."""
    real = os.scandir

    def refusing(path: object = ".") -> object:
        if Path(os.fspath(path)).name == "sub":  # type: ignore[call-overload]
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refusing)
    return folder


def test_a_folder_that_cannot_be_listed_is_a_problem_wherever_it_stands(shut: Path) -> None:
    for given, name in ((shut, "sub"), (shut / "sub", str(shut / "sub")), (shut / "**" / "*.txt", "sub")):
        _, problems = read(str(given))
        assert [(p.source, p.code, p.severity) for p in problems] == [(name, "unreadable", "rejected")]
        assert "Permission denied" in problems[0].message


def test_what_stands_below_a_shut_folder_is_unreadable_not_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: object, **_more: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "shut" / "a.txt"
    monkeypatch.setattr(os, "stat", refusing)
    monkeypatch.setattr(Path, "lstat", refusing)
    monkeypatch.setattr(Path, "stat", refusing)
    assert [found.trouble.code for found in found_files([path]) if found.trouble] == ["unreadable"]


def test_an_empty_path_is_refused() -> None:
    refuse_nothing(["news", Path()])
    with pytest.raises(UsageError, match="empty"):
        refuse_nothing(["news", ""])


def test_paths_of_which_none_leads_anywhere_are_refused(folder: Path) -> None:
    pattern = str(folder / "*.pdf")
    with pytest.raises(UsageError, match=r"There is nothing at news, .*pdf\. Check the path"):
        refuse_nothing(["news", pattern])
    refuse_nothing(["news", str(folder / "**" / "*.txt")])
    refuse_nothing(["news", folder])


def test_bytes_of_no_text_are_binary_whatever_their_name(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.html"):
        (tmp_path / name).write_bytes(random.Random(name).randbytes(4000))
    documents, problems = read(tmp_path)
    assert documents == []
    assert {p.code for p in problems} == {"unsupported-type"}
    assert all("binary data" in p.message for p in problems)
