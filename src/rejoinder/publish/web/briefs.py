"""Briefs on the days that were asked for, kept while the record stays the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.workshop import Workshop
from rejoinder.publish.words import language
from rejoinder.record.reader import open_to_read

if TYPE_CHECKING:  # a page of the board needs nothing of it
    from rejoinder.publish.brief.dossier import Dossier

_MOST = 16


class Briefs:
    """The last briefs that were asked for."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str | None, str | None, str, str], Dossier] = OrderedDict()

    def on(self, record: Path, asked: Asked, state: str, moves: int) -> Dossier:
        """The brief of these days in the language of the request."""
        days = asked.days()
        tongue = language.chosen()
        key = (days.get("as_of"), days.get("known_at"), tongue, state)
        made = self._workshop.make(moves, put_together, (str(record), *key[:3]), there=lambda: key in self._kept)
        with self._lock:
            if made is not None:
                self._kept[key] = made
            found = self._kept[key]
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return found


def put_together(record: str, as_of: str | None, known_at: str | None, tongue: str) -> Dossier:
    """The dossier of a record on these days, in a language."""
    from rejoinder.pipeline.accounts import material_at
    from rejoinder.publish.brief.writing import dossier

    days = Asked.model_validate({"as_of": as_of, "known_at": known_at})
    with open_to_read(record) as found:
        material = material_at(found, as_of=days.as_of, known_at=days.known_at)
        with language.speaking(tongue):
            return dossier(material, found.latest_reader())
