"""What may be asked of each page. Every page takes the two days; none takes a parameter that it does not know."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from rejoinder.publish.web.parameters import Blank, Cursor, Day, Moment, Month, Name, Tongue
from rejoinder.record.changes import ChangedView
from rejoinder.record.doubts import Doubt
from rejoinder.record.search import PassageKind
from rejoinder.types.account import Omission, Status, Treatment
from rejoinder.types.annotation import PartyType
from rejoinder.types.extraction import Form, Modality
from rejoinder.types.judgement import Decision


class Spoken(BaseModel):
    """The language of the desk's own words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: Tongue = None


class Nothing(BaseModel):
    """No parameter at all."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Asked(BaseModel):
    """The days of a page: `as_of` leaves out what happened later, `known_at` what was published later; `lang` is the
    language of the desk's own words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: Day = None
    known_at: Day = None
    lang: Tongue = None

    def filters(self) -> dict[str, Any]:
        """What else was asked than the days and the page."""
        aside = {"as_of", "known_at", "lang", "after", "per_page"}
        given = self.model_dump(mode="json", exclude=aside, exclude_defaults=True)
        return {name: value for name, value in given.items() if value is not None}

    def days(self) -> dict[str, str]:
        """The days that were asked for."""
        days = {"as_of": self.as_of, "known_at": self.known_at}
        return {name: day.isoformat() for name, day in days.items() if day is not None}


class Listed(Asked):
    """A page of a list: `after` is the cursor that the page before gave as `next`."""

    after: Cursor = None
    per_page: Annotated[int, Field(ge=1, le=100)] = 25


class AboutParties(Listed):
    """Whose rows are wanted (a party with all who act for it) and about what."""

    party: Name = None
    issue: Name = None


class BoardAsked(AboutParties):
    """What is on the table."""

    status: Annotated[Status | None, Blank] = None
    outlet: Name = None
    sort: Literal["told", "waiting", "last", "first"] = "told"


class TimelineAsked(AboutParties):
    """What happened."""

    outlet: Name = None
    kind: Name = None
    modality: Annotated[Modality | None, Blank] = None
    month: Month = None
    sort: Literal["last", "first", "told"] = "last"


class DisputesAsked(AboutParties):
    """Accounts that cannot all be true."""

    outlet: Name = None
    per_page: Annotated[int, Field(ge=1, le=50)] = 10


class PositionsAsked(AboutParties):
    """Where the parties stand."""

    outlet: Name = None


class CoverageAsked(AboutParties):
    """What the outlets made of the events; `reason` is that of an omission."""

    outlet: Name = None
    treatment: Annotated[Treatment | None, Blank] = None
    reason: Annotated[Omission | None, Blank] = None


class StatementsAsked(AboutParties):
    """Who said what."""

    outlet: Name = None
    document: Name = None
    form: Annotated[Form | None, Blank] = None


class MovesAsked(AboutParties):
    """Every act as each article tells it."""

    outlet: Name = None
    document: Name = None
    kind: Name = None
    event: Name = None


class NetworkAsked(Listed):
    """Who addresses whom."""

    party: Name = None


class PartiesAsked(Listed):
    """Who takes part."""

    type: Annotated[PartyType | None, Blank] = None
    sort: Literal["told", "first"] = "told"


class SearchAsked(Listed):
    """What is looked for, and in what."""

    q: Annotated[str, Field(max_length=1_000)] = ""
    kind: Annotated[PassageKind | None, Blank] = None


class ReviewAsked(Listed):
    """Which doubtful lines are looked at, and which of them now."""

    party: Name = None
    reason: Annotated[Doubt | None, Blank] = None
    kind: Name = None
    outlet: Name = None
    document: Name = None
    line: Name = None
    per_page: Annotated[int, Field(ge=1, le=100)] = 10


class AuditAsked(Asked):
    """Whose judgements, of which decision, on which line; `after` is the cursor that the page before gave as `next`."""

    by: Name = None
    decision: Annotated[Decision | None, Blank] = None
    line: Name = None
    after: Cursor = None
    per_page: Annotated[int, Field(ge=1, le=100)] = 25


class ChangesAsked(Asked):
    """Two days of the clock `by` (what had happened, what could be read), or two reads (moments).

    Without `since` the time before the last day or read; without `until` all that is known."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, serialize_by_alias=True)

    by: Literal["as_of", "known_at", "read"] = "known_at"
    since: Annotated[Moment, Field(alias="from")] = None
    until: Annotated[Moment, Field(alias="to")] = None
    view: Annotated[ChangedView | None, Blank] = None
    after: Cursor = None
    per_page: Annotated[int, Field(ge=1, le=100)] = 50


class DocumentAsked(Asked):
    """The line that is to be shown in its document."""

    line: Name = None
