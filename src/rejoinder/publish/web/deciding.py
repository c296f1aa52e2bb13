"""What a person may decide, as the desk is told it, and the judgements that it comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from rejoinder.publish.words.language import _
from rejoinder.types.extraction import Modality
from rejoinder.types.identity import content_id
from rejoinder.types.judgement import CORRECTABLE, Decision, Judgement
from rejoinder.vocabulary.kinds import kinds

_UNDATED = dt.datetime.min.replace(tzinfo=dt.UTC)  # the record dates judgements when it adds them


def _seen(value: str) -> str:
    if not value.isprintable():
        raise ValueError(_("It has characters that are not seen."))
    return value


RowId = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_seen)]
Key = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_seen)]
Value = Annotated[str, Field(max_length=600), AfterValidator(_seen)]


class Edit(BaseModel):
    """A decision about lines of the record.

    `version` is how many judgements the first of the subjects had when it was looked at: another number by now is a
    conflict. `corrections` gives new values by field, for `corrected` alone; `withdraws` takes a judgement back,
    whatever the decision."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    decision: Decision
    subjects: Annotated[list[RowId], Field(min_length=1, max_length=200)]
    version: Annotated[int, Field(ge=0)]
    corrections: dict[Literal["kind", "modality", "date", "actors", "recipients"], Value] = {}
    withdraws: RowId | None = None

    @model_validator(mode="after")
    def _fits(self) -> Edit:
        if self.withdraws is not None:
            return self
        if self.decision == "corrected" and not self.corrections:
            raise ValueError(_("No field differs from what is known, so that there is nothing to correct."))
        if self.decision != "corrected" and self.corrections:
            raise ValueError(_("Corrections are given with the decision corrected, and with no other."))
        if self.decision in ("same", "not-same", "answers", "not-answers") and len(set(self.subjects)) != 2:
            raise ValueError(_("This decision is about two different lines."))
        for field, value in self.corrections.items():
            _check(field, value)
        return self

    def judgements(self, by: str, key: str | None) -> tuple[Judgement, ...]:
        """The judgements it comes to, a repetition of the same edit the same ones: by its key, or, where it has none,
        by what it says of which version of the line."""
        given = key or repr([self.decision, self.subjects, self.version, sorted(self.corrections.items())])
        parts: list[tuple[str | None, str | None]] = [
            (field, value.strip()) for field, value in sorted(self.corrections.items())
        ]
        edit = content_id("judgement", by, "key" if key else "version", given, self.withdraws or "")
        return tuple(
            Judgement(
                id=f"{edit}.{at}" if at else edit,
                decision=self.decision,
                subjects=tuple(dict.fromkeys(self.subjects)),
                field=field,
                value=value,
                by=by,
                made_at=_UNDATED,
                withdraws=self.withdraws,
            )
            for at, (field, value) in enumerate((parts if not self.withdraws else []) or [(None, None)])
        )


def edit_of(judgement_id: str) -> str:
    """What the judgements of one edit have in common."""
    return judgement_id.partition(".")[0]


def _check(field: str, value: str) -> None:
    if field == "kind" and value not in {kind.id for kind in kinds()}:
        raise ValueError(_("There is no kind of act called %(name)s.") % {"name": repr(value[:80])})
    if field == "modality" and value not in get_args(Modality):
        raise ValueError(_("There is no modality called %(name)s.") % {"name": repr(value[:80])})
    if field in ("actors", "recipients") and value.strip() and not any(map(str.isalpha, value)):
        raise ValueError(
            _("%(value)s names nobody; write names with semicolons between them.") % {"value": repr(value[:80])}
        )
    if field == "date":
        from rejoinder.consolidate import time_of

        try:
            time_of(value)
        except ValueError:
            raise ValueError(
                _("%(value)s is no date; write 2022-01-26, 2022-01, 2022 or 2022-01-24..2022-01-28, or nothing.")
                % {"value": repr(value[:80])}
            ) from None


def of_form(fields: Mapping[str, list[str]]) -> dict[str, Any]:
    """An edit as JSON has it, out of the fields of a plain form.

    Corrections are those fields that differ from what the form showed (`was_` and the name of the field); with `every`
    the edit is about the rows in `also` as well."""

    def first(name: str) -> str:
        return fields.get(name, [""])[0]

    also = [row for row in first("also").split("; ") if row] if first("every") else []
    made: dict[str, Any] = {
        "decision": first("decision"),
        "subjects": list(dict.fromkeys([*fields.get("subject", []), *also])),
        "version": int(first("version")) if first("version").isdecimal() else first("version"),
    }
    if made["decision"] == "corrected":
        made["corrections"] = dict(_changed(fields))
    if first("withdraws"):
        made["withdraws"] = first("withdraws")
    return made


def _changed(fields: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for name in CORRECTABLE:
        if name in fields and fields[name][0].strip() != fields.get(f"was_{name}", [""])[0].strip():
            yield name, fields[name][0].strip()
