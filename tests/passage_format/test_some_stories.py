"""Which passages an epoch reads."""

from training.annotated import Passage
from training.passages import file_of, some_stories


def passage(file: str, line: int, story: str = "") -> Passage:
    where = f"{file}:{line}"
    return Passage(
        where=where, style="agency", about="", text="x", statements=(), moves=(), story=f"{file}:{story or line}"
    )


OLD = [passage("old.txt", n, story=f"s{n // 2}") for n in range(12)]
NEW = [passage("new.txt", n) for n in range(3)]


def test_stories_stay_whole() -> None:
    kept = some_stories(OLD, 3, 0, ())
    assert [p.story for p in kept] == ["old.txt:s0", "old.txt:s0", "old.txt:s3", "old.txt:s3"]


def test_every_story_has_its_epoch() -> None:
    epochs = [some_stories(OLD, 3, n, ()) for n in range(3)]
    assert sorted((p for epoch in epochs for p in epoch), key=OLD.index) == OLD


def test_files_that_are_read_whole_are_in_every_epoch() -> None:
    for epoch in range(2):
        kept = some_stories([*OLD, *NEW], 2, epoch, ["new.txt"])
        assert [p for p in kept if file_of(p) == "new.txt"] == NEW
        assert len(kept) == 6 + 3
