"""The judgements of the record that the desk serves, and the account that follows them."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rejoinder.publish.web.access.current import viewer
from rejoinder.publish.web.deciding import Edit, edit_of
from rejoinder.publish.web.holding import Desk, Holding
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.refusals import Refusal, not_there
from rejoinder.publish.web.renewing import Renewal
from rejoinder.publish.web.standing import Standing
from rejoinder.publish.words.language import _
from rejoinder.record.judging import Added, JudgementBook
from rejoinder.record.passages import lines_of
from rejoinder.types.judgement import Judgement

_VIEWS = ("moves", "statements", "answers", "timeline", "disputes", "doubts")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of judgements that were made elsewhere: of how many `given` how many were new, how many are about lines
    that the record does not have, and whether the account has them already."""

    given: int
    new: int
    strangers: int
    in_account: bool


class DeskBook:
    """Opened when somebody first decides: a desk that is only read needs no right to write."""

    def __init__(self, path: Path, holding: Holding) -> None:
        self._path = path
        self._holding = holding
        self._renewal = Renewal(path)
        self._lock = threading.Lock()
        self._opened: JudgementBook | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._renewal.close()
        if self._opened is not None:
            self._opened.close()

    def expect(self, desk: Desk) -> None:
        """Somebody looks at what they may decide on."""
        there = viewer()
        if there is not None and there.may("editor"):
            self._renewal.prepare(desk.state, desk.sheets.count("moves"))

    def all(self) -> tuple[Judgement, ...]:
        """Every judgement in the order in which they were made."""
        return self._holding.record.judgements()

    def checked(self, edit: Edit) -> Edit:
        """The edit about lines that are there. One that withdraws is about what the withdrawn judgement is about.

        Refusal 404 where a line or judgement is not there."""
        if edit.withdraws is None:
            self._refuse_strangers(edit.subjects)
            return edit
        one = next((each for each in self.all() if each.id == edit.withdraws), None)
        if one is None:
            raise not_there(_("There is no judgement %(id)s.") % {"id": repr(edit.withdraws[:80])})
        return edit.model_copy(update={"decision": one.decision, "subjects": [*one.subjects] or edit.subjects})

    def _refuse_strangers(self, subjects: Collection[str]) -> None:
        with self._holding.at(Asked()) as desk:
            missing = _missing(desk, subjects)
            missing -= {one for each in desk.standing.judgements for one in each.subjects} if missing else set()
        if missing:
            raise not_there(_("There is no line %(id)s.") % {"id": repr(min(missing)[:80])})

    def add(
        self, made: Sequence[Judgement], seen: Mapping[str, int], clock: Callable[[], dt.datetime]
    ) -> tuple[Added, bool]:
        """Add judgements (see `JudgementBook.add`); whether the account has them already."""
        added = self._book().add(made, seen, clock)
        return added, self._follow()

    def undo(self, last: str, by: str, clock: Callable[[], dt.datetime]) -> None:
        """Withdraw the judgement `last`. Where it is withdrawn already nothing is done; refusal 400 where it is not
        the last one of this person that is in force."""
        with self._holding.at(Asked()) as desk:
            standing = desk.standing
        if any(one.id == last and one.id not in standing.force for one in standing.judgements):
            return
        one = standing.last_of(by)
        if one is None or one.id != last:
            raise Refusal(400, _("That is not your last judgement."), advice=_("Take it back in the audit."))
        edit = [each for each in standing.judgements if edit_of(each.id) == edit_of(last) and each.id in standing.force]
        self.add([made for each in edit for made in _withdrawal(each, by, standing)], {}, clock)

    def take_in(self, given: Sequence[Judgement]) -> TakenIn:
        """Add judgements that were made elsewhere."""
        with self._holding.at(Asked()) as desk:
            subjects = {subject for one in given for subject in one.subjects}
            unknown = _missing(desk, subjects) - lines_of(desk.connection, subjects).keys()
        strangers = sum(not unknown.isdisjoint(one.subjects) for one in given)
        new = self._book().take_in(given)
        return TakenIn(given=len(given), new=new, strangers=strangers, in_account=self._follow())

    def _follow(self) -> bool:
        with self._holding.at(Asked()) as desk:
            if not desk.standing.pending:
                return True
            moves = desk.sheets.count("moves")
        return self._renewal.due(moves)

    def _book(self) -> JudgementBook:
        with self._lock:
            if self._opened is None:
                self._opened = JudgementBook(self._path)
            return self._opened


def _missing(desk: Desk, subjects: Collection[str]) -> set[str]:
    """Those that are no lines of the account."""
    missing = set(subjects)
    for view in _VIEWS:
        missing -= desk.sheets.some(view, sorted(missing)).keys() if missing else set()
    return missing


def _withdrawal(one: Judgement, by: str, standing: Standing) -> tuple[Judgement, ...]:
    subjects = [*one.subjects]
    edit = Edit(decision=one.decision, subjects=subjects, version=standing.version(subjects[0]), withdraws=one.id)
    return edit.judgements(by, None)
