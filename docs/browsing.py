"""The desk over a record, and a Chromium that looks at it: for tests in a browser and for the pictures of the docs."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from rejoinder.ingest.metadata_files import read_metadata
from rejoinder.pipeline.reader import open_reader
from rejoinder.pipeline.reading import Run, read_into
from rejoinder.publish.web.application import create_app
from rejoinder.publish.web.serving import address_of, bound
from rejoinder.record.store import Record
from rejoinder.sample import sample_folder, sample_metadata

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NOW = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)
ITEMS = {"exchange": "board", "event": "timeline", "document": "documents", "party": "parties", "source": "sources"}


def chromium() -> str | None:
    """Where Chromium is; None where there is none. REJOINDER_CHROMIUM names another one."""
    return os.environ.get("REJOINDER_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    from playwright.sync_api import sync_playwright

    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"] if root else [])
        yield found
        found.close()


def sample_record(folder: Path) -> Path:
    """The record of the sample that comes along, read into the folder."""
    path = folder / "record.db"
    with Record.open(path, create=True, clock=lambda: NOW) as record:
        run = Run(record=record, reader=open_reader(), now=NOW)
        read_into(run, [sample_folder()], read_metadata(sample_metadata()))
    return path


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The desk over the record, on any free port of this machine; its address, without the last stroke."""
    listening = bound("127.0.0.1", 0)
    app = create_app(record, cache=record.parent / "cuts")
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        yield address_of(listening).rstrip("/")
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
