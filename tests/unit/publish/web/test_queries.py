"""What may be asked of a page is what the record may hold: no list of values is kept a second time."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from rejoinder.publish.web import queries
from rejoinder.record.changes import ChangedView
from rejoinder.record.doubts import PUT_ASIDE, REASONS, Doubt
from rejoinder.record.search import PassageKind
from rejoinder.types.account import Omission, Status, Treatment
from rejoinder.types.annotation import PartyType
from rejoinder.types.extraction import Form, Modality
from rejoinder.types.judgement import Decision


@pytest.mark.parametrize(
    ("asked", "name", "values"),
    [
        (queries.BoardAsked, "status", Status),
        (queries.TimelineAsked, "modality", Modality),
        (queries.CoverageAsked, "treatment", Treatment),
        (queries.CoverageAsked, "reason", Omission),
        (queries.StatementsAsked, "form", Form),
        (queries.PartiesAsked, "type", PartyType),
        (queries.SearchAsked, "kind", PassageKind),
        (queries.ReviewAsked, "reason", Doubt),
        (queries.AuditAsked, "decision", Decision),
        (queries.ChangesAsked, "view", ChangedView),
    ],
)
def test_each_value_of_the_record_can_be_asked_for_and_no_other(
    asked: type[BaseModel], name: str, values: object
) -> None:
    for value in get_args(values):
        assert getattr(asked.model_validate({name: value}), name) == value
    with pytest.raises(ValidationError):
        asked.model_validate({name: "none of these"})


def test_every_reason_for_doubt_is_one_that_can_be_asked_for() -> None:
    assert {*REASONS, PUT_ASIDE} == set(get_args(Doubt))
