"""The questions that a program may ask: those of the desk, with its parameters, and `show` and `explain`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from rejoinder.publish.web import queries
from rejoinder.publish.web.found import Found
from rejoinder.publish.web.pages import board, coverage, disputes, party, positions, readings, search, timeline


class AboutRow(queries.Asked):
    """One row, by its id as any answer gives it, by the beginning of the id, or a document by its file name."""

    id: Annotated[str, Field(min_length=1, max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What may be asked, and what finds the answer (None: the row itself is shown or explained)."""

    about: str
    asked: type[queries.Asked]
    find: Callable[..., Found] | None = None


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "exchanges": Question(
            about="What was put on the table, by whom to whom, and where it stands.",
            asked=queries.BoardAsked,
            find=board.find,
        ),
        "timeline": Question(
            about="What happened, in order of time, and on whose word.", asked=queries.TimelineAsked, find=timeline.find
        ),
        "disputes": Question(
            about="Accounts that cannot all be true, side by side. No verdict on which is.",
            asked=queries.DisputesAsked,
            find=disputes.find,
        ),
        "positions": Question(
            about="Where each party stands on each issue, over time.", asked=queries.PositionsAsked, find=positions.find
        ),
        "coverage": Question(
            about="What each outlet reported of the events, copied, left out, or cut from its copy of a story.",
            asked=queries.CoverageAsked,
            find=coverage.find,
        ),
        "statements": Question(
            about="Who said what, in which words, carried by whom.",
            asked=queries.StatementsAsked,
            find=readings.statements,
        ),
        "moves": Question(
            about="Every act as each article tells it, with its words.", asked=queries.MovesAsked, find=readings.moves
        ),
        "parties": Question(
            about="Who takes part, and for whom they act.", asked=queries.PartiesAsked, find=party.listing
        ),
        "search": Question(
            about='Passages with these words: all of them, "a phrase", OR, NOT, word*, party:NAME.',
            asked=queries.SearchAsked,
            find=search.find,
        ),
        "show": Question(about="One row in full, with the words behind it.", asked=AboutRow),
        "explain": Question(about="Why a row is there: the words, the model or rule, the score.", asked=AboutRow),
    }
)
