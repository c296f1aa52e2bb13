"""A file is written whole or stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from rejoinder.errors import UsageError
from rejoinder.publish.exports.files import put_text


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("old")
    file.chmod(0o600)
    put_text(file, "new\n")
    assert file.read_bytes() == b"new\n"
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_disk_that_fills_up_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out.csv"
    file.write_text("old")

    def full(self: Path, *_given: object, **_named: object) -> None:
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(UsageError, match="cannot be written: No space left"):
        put_text(file, "new\n")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "out.csv", tmp_path / "latest.csv"
    file.write_text("old")
    link.symlink_to(file)
    put_text(link, "new\n")
    assert link.is_symlink()
    assert file.read_text() == "new\n"
