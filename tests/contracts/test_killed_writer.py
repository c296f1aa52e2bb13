"""A writer killed at any moment loses nothing that it had acknowledged, and leaves no half document."""

import random
import subprocess
import sys
import time
from pathlib import Path

from rejoinder.types.document import Document
from tests.unit.record.samples import document, open_record

KILLS = 10
WRITE = """
import sys
from pathlib import Path
from tests.contracts.test_killed_writer import article
from tests.unit.record.samples import open_record
with open_record(Path(sys.argv[1])) as record:
    for number in range(int(sys.argv[2]), 10_000):
        told = article(number)
        record.add_document(told, told.raw.encode())
        print(told.id, flush=True)
"""


def article(number: int) -> Document:
    """Long enough that the log is written back to the file every few dozen documents."""
    return document(f"Day {number}: no reply had come. " * 800, f"day-{number}.txt")


def killed_after(path: Path, start: int, draw: random.Random) -> list[str]:
    """The ids that a writer, starting with an article of that number, acknowledged before it was killed."""
    command = [sys.executable, "-c", WRITE, str(path), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        acknowledged = [child.stdout.readline().strip() for _ in range(draw.randint(1, 20))]
        time.sleep(draw.random() * 0.008)
        child.kill()
        return acknowledged + [line.strip() for line in child.stdout if line.endswith("\n")]


def test_what_was_acknowledged_is_there_once_and_the_rest_can_be_read_again(tmp_path: Path) -> None:
    draw = random.Random(20310301)
    path = tmp_path / "killed.db"
    acknowledged: list[str] = []
    for _ in range(KILLS):
        new = killed_after(path, len(acknowledged), draw)
        assert new == [article(len(acknowledged) + n).id for n in range(len(new))]
        acknowledged += new
        with open_record(path, create=False) as record:
            kept = [told.id for told in record.documents()]
        assert len(kept) == len(set(kept))
        assert set(acknowledged) <= set(kept)
    total = len(kept) + 5
    with open_record(path) as record, open_record(tmp_path / "whole.db") as whole:
        for number in range(total):
            told = article(number)
            whole.add_document(told, told.raw.encode())
            assert record.add_document(told, told.raw.encode()) == (told.id not in kept)
        assert record.verify() == ()
        assert record.digest() == whole.digest()
