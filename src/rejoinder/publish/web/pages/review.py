"""Review: the next doubtful line with its words, and what a person can decide on it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from rejoinder.publish.web.acting import undoable
from rejoinder.publish.web.choosing import chosen
from rejoinder.publish.web.deciding import edit_of
from rejoinder.publish.web.found import Found, cursor, position
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import whom
from rejoinder.publish.web.pages.decided_lines import around, marked, out_of_account, told
from rejoinder.publish.web.pages.filters import choices
from rejoinder.publish.web.pages.judged import judged_on
from rejoinder.publish.web.pages.marking import Block, blocks
from rejoinder.publish.web.pages.unlinked import unlinked
from rejoinder.publish.web.queries import ReviewAsked
from rejoinder.publish.web.refusals import not_there
from rejoinder.publish.web.rendering import parts
from rejoinder.publish.words.language import _
from rejoinder.record.documents import one_document
from rejoinder.record.doubts import DoubtRow
from rejoinder.record.sheet_values import Wanted
from rejoinder.record.sheets import Line
from rejoinder.types.extraction import Modality
from rejoinder.types.span import Span
from rejoinder.vocabulary.kinds import kinds

_NEAR, _OFFERS, _PARTIES = 6, 8, 300
MODALITIES: tuple[Modality, ...] = ("actual", "planned", "conditional", "hypothetical", "denied", "reported")


def find(desk: Desk, asked: ReviewAsked) -> Found:
    """The doubtful lines of one page on which nobody has decided, and one line to look at: the one that was asked for,
    or the first."""
    by = chosen(desk, asked, "doubts")
    after = position(asked.after, "first")
    waiting = list(itertools.islice(_waiting(desk, by, after), asked.per_page + 1))
    lines = waiting[: asked.per_page]
    more = len(waiting) > asked.per_page
    here = asked.line or (lines[0].id if lines else None)
    looked_at = _looked_at(desk, here) if here else None
    beside = [line.id for line in lines]
    at = beside.index(here) if here in beside else -1
    gone = sum(desk.standing.decided_on(line.row) for line in desk.sheets.some("doubts", _since(desk)).values())
    return Found(
        view="doubts",
        row_type=DoubtRow,
        title=_("Review"),
        lines=tuple(lines),
        total=max(len(lines), desk.sheets.page("doubts", by, most=1).total - (gone if not by else 0)),
        following=cursor(lines[-1].place, "first") if more else None,
        every=lambda: (line.row for line in _waiting(desk, by, None)),
        about={"line": looked_at["about"]} if looked_at else {},
        shown={
            **choices(desk, asked, "doubts", "kind", "reason"),
            "now": looked_at,
            "before": beside[at - 1] if at > 0 else None,
            "next_line": beside[at + 1] if at + 1 < len(beside) else None,
            "kinds": kinds(),
            "parties": _parties(desk),
            "modalities": MODALITIES,
            **_last(desk),
        },
    )


def _last(desk: Desk) -> dict[str, Any]:
    """What the reader may undo, and the words of the lines that it was about."""
    last = undoable(desk.standing)
    if last is None:
        return {"last": None}
    words = told(desk, last.subjects[:2])
    made = [one for one in desk.standing.judgements if edit_of(one.id) == edit_of(last.id) and not one.withdraws]
    return {"last": last, "last_made": made, "last_words": [words[each] for each in last.subjects[:2] if each in words]}


def _parties(desk: Desk) -> list[str]:
    """The names that a correction may give, of the parties that are met most."""
    most = desk.sheets.page("parties", order="told", most=_PARTIES).lines
    return sorted({str(line.row["name"]) for line in most})


def _since(desk: Desk) -> list[str]:
    """The lines on which somebody has decided since the account was made."""
    new = desk.standing.judgements[desk.standing.judged :]
    return list(dict.fromkeys(subject for one in new for subject in one.subjects))


def _waiting(desk: Desk, by: Mapping[str, Wanted], after: str | None) -> Iterator[Line]:
    while True:
        page = desk.sheets.page("doubts", by, after=after, most=50)
        yield from (line for line in page.lines if not desk.standing.decided_on(line.row))
        if page.following is None:
            return
        after = page.following


def _looked_at(desk: Desk, row_id: str) -> dict[str, Any]:
    """A line with all that is needed to decide on it. Refusal 404 where there is none of this id."""
    sheets = desk.sheets
    doubt = sheets.one("doubts", row_id)
    subjects = doubt.detail["subjects"] if doubt else [row_id]
    move = sheets.told("moves", subjects[:1]).get(subjects[0])
    answer = sheets.one("answers", row_id) if doubt and doubt.row["line"] == "answer" else None
    history = judged_on(desk, row_id) if answer is None else judged_on(desk, *subjects)
    if move is None:
        if not history:
            raise not_there(_("There is no line %(id)s on these days.") % {"id": repr(row_id[:80])})
        gone = unlinked(desk, [row_id]).get(row_id)
        out = {
            "out": out_of_account(desk, row_id),
            "unlinked": gone,
            "version": desk.standing.version(row_id),
            "about": {},
        }
        return {"id": row_id, "move": None, "history": history, **out}
    event = sheets.one("timeline", move.row["event"]) if move.row["event"] else None
    beside = [one for one in event.detail["moves"] if one != move.id] if event else []
    return {
        "id": row_id,
        "doubt": doubt.row if doubt else None,
        "move": move.row,
        "whom": whom(desk, [move]).get(move.id, {}),
        "date": iso(move.row),
        "answer": answer.row if answer else None,
        "subjects": subjects,
        "version": desk.standing.version(subjects[0]),
        "line_version": desk.standing.version(row_id),
        "context": _context(desk, move),
        "answered_context": _context(desk, other)
        if answer and (other := sheets.told("moves", subjects[1:2]).get(subjects[1]))
        else None,
        "told_by": [move.id, *beside],
        "others": list(sheets.told("moves", beside[:12]).values()),
        "near": _near(desk, move, {move.id, *beside}),
        "links": sheets.page("answers", {"answer": event.id}, most=10).lines if event else (),
        "offers": _offers(desk, move, event),
        "history": history,
        "about": {
            "row": move.row,
            "version": desk.standing.version(row_id),
            "judgements": [one["judgement"].id for one in history],
        },
    }


def iso(row: Mapping[str, Any]) -> str:
    """The date of a row as a correction is written."""
    first, last, precision = row["event_date"], row["event_date_last"], row["date_precision"]
    if not first:
        return ""
    if precision in ("year", "month"):
        return str(first[: 4 if precision == "year" else 7])
    return str(first) if first == last else f"{first}..{last}"


def _context(desk: Desk, move: Line) -> list[Block]:
    """The paragraph of the line, with the one before and the one after it."""
    document = one_document(desk.connection, move.row["document_id"])
    start, end = move.detail["trigger"][0]
    whole = Span(start=move.row["start"], end=move.row["end"])
    return around(blocks(document, [marked(move.id, whole, Span(start=start, end=end))]))


def _near(desk: Desk, move: Line, known: set[str]) -> list[Line]:
    """Moves that may tell the same act: of the same kind, by the same party, those first that are nearest in time."""
    names = parts(move.row["actors"])
    parties = desk.sheets.named("parties", names[0]) if names else []
    if not parties:
        return []
    by: dict[str, Wanted] = {"party": tuple(line.id for line in parties), "kind": move.row["kind"]}
    page = desk.sheets.page("moves", by, most=60)
    others = [line for line in page.lines if line.id not in known]
    own = move.row["event_date"] or move.row["known_from"] or ""
    others.sort(key=lambda line: (abs(_days(own, line.row["event_date"] or line.row["known_from"] or "")), line.id))
    return others[:_NEAR]


def _days(one: str, other: str) -> int:
    """Roughly how far two days are apart."""
    if not one or not other:
        return 10_000
    (y, m, d), (v, n, e) = map(int, one.split("-")), map(int, other.split("-"))
    return (y - v) * 365 + (m - n) * 30 + d - e


def _offers(desk: Desk, move: Line, event: Line | None) -> list[tuple[Line, str]]:
    """What the line may answer: exchanges of the same parties that are not of its own event, with a move of each."""
    found: dict[str, tuple[Line, str]] = {}
    for name in [*parts(move.row["recipients"]), *parts(move.row["actors"])][:3]:
        parties = tuple(party.id for party in desk.sheets.named("parties", name))
        for line in desk.sheets.page("exchanges", {"party": parties}, order="told", most=_OFFERS).lines:
            if event is None or line.row["offer"] != event.id:
                offer = desk.sheets.one("timeline", line.row["offer"])
                if offer is not None:
                    found.setdefault(line.id, (line, offer.detail["moves"][0]))
    return list(found.values())[:_OFFERS]
