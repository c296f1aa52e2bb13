"""What the desk says where it cannot give what was asked: one shape, as a page or as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from rejoinder.errors import ConflictError, RecordError, RejoinderError, UsageError
from rejoinder.publish.web.of_record import in_words
from rejoinder.publish.words.language import _


class ErrorAnswer(BaseModel):
    """The body of every refusal."""

    ok: bool = False
    status: int
    error: str
    advice: str = ""
    errors: list[str] = []


class ConflictAnswer(ErrorAnswer):
    """Somebody else has decided meanwhile; `current` is how many judgements each line has by now."""

    current: dict[str, int]


class Refusal(Exception):  # noqa: N818 - it is what the desk answers, not a fault
    """The desk does not give this; `status` is that of HTTP."""

    def __init__(
        self,
        status: int,
        error: str,
        *,
        advice: str = "",
        errors: Sequence[str] = (),
        retry_after: int | None = None,
        current: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__(error)
        said = {"status": status, "error": error, "advice": advice, "errors": list(errors)}
        self.answer = (
            ErrorAnswer.model_validate(said)
            if current is None
            else ConflictAnswer.model_validate({**said, "current": dict(current)})
        )
        self.retry_after = retry_after


def not_there(what: str) -> Refusal:
    """There is nothing of this id."""
    return Refusal(404, what, advice=_("An id of another day is found with the same as_of and known_at."))


def of_failure(error: RejoinderError) -> Refusal:
    """A failure of the record in the desk's shape."""
    status = 503 if isinstance(error, RecordError) else 400 if isinstance(error, UsageError) else 500
    current = error.current if isinstance(error, ConflictError) else None
    status = 409 if current is not None else status
    return Refusal(status, in_words(error.message), advice=in_words(error.advice), current=current)


def of_parameters(error: RequestValidationError, valid: Sequence[str]) -> Refusal:
    """Parameters that are unknown or have no such value, with those that are valid."""
    said = [_one(each) for each in error.errors()]
    if any(each["type"] == "extra_forbidden" for each in error.errors()):
        names = ", ".join(valid) or _("none")
        said.append(_("Valid parameters are: %(names)s.") % {"names": names})
    return _of(said or [_("The request cannot be read.")])


def of_validation(error: ValidationError, valid: Sequence[str]) -> Refusal:
    """What was sent cannot be decided so."""
    said = [_one({**each, "loc": ("body", *each["loc"])}) for each in error.errors()]  # that of the whole has no name
    if any(each["type"] == "extra_forbidden" for each in error.errors()):
        said.append(_("Valid fields are: %(names)s.") % {"names": ", ".join(valid)})
    return _of(said)


def _of(said: Sequence[str]) -> Refusal:
    """The first is the error, the last, where there are several, what to do."""
    return Refusal(400, said[0], advice=said[-1] if len(said) > 1 else "", errors=said)


def _one(error: Mapping[str, Any]) -> str:
    name = ".".join(str(part) for part in error["loc"][1:])
    if error["type"] == "extra_forbidden":
        return _("There is no parameter %(name)s here.") % {"name": repr(name[:80])}
    return f"{name[:80]}: {_wrong(error)}" if name else _wrong(error)


def _wrong(error: Mapping[str, Any]) -> str:
    """What is wrong with a value; what is not in the catalogues is said as the checker says it."""
    bounds, kind = error.get("ctx", {}), str(error["type"])
    if kind in ("literal_error", "enum"):
        return _("It may be one of: %(values)s.") % {"values": str(bounds["expected"]).replace(" or ", ", ")}
    if kind in ("int_parsing", "int_type", "int_from_float"):
        return _("It is no whole number.")
    if kind in ("greater_than_equal", "less_than_equal"):
        return _("It is out of bounds (%(bound)s).") % {"bound": bounds.get("ge", bounds.get("le"))}
    if kind == "string_too_long":
        return _("It is too long: at most %(n)s characters.") % {"n": bounds["max_length"]}
    if kind == "string_pattern_mismatch":
        return _("It is not written as it must be.")
    return str(error["msg"]).removeprefix("Value error, ")
