"""What a parameter may hold: days, names, moments, cursors and months, each as it is written in an address."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from rejoinder.publish.words.language import _

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _day(value: Any) -> Any:
    if value is None or isinstance(value, dt.date):
        return value
    if str(value).strip() == "":
        return None
    if not _DAY.fullmatch(str(value)):
        raise ValueError(_("It is no day; write it as 2022-02-01."))
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(_("It is no day; write it as 2022-02-01.")) from None


def _told(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _month(value: str) -> str:
    if not "01" <= value[5:] <= "12":
        raise ValueError(_("It is no month; write it as 2022-02."))
    return value


def _clean(value: str) -> str:
    if any(not c.isprintable() and c not in "\t\n\r" for c in value):
        raise ValueError(_("It has characters that are not seen."))
    return value


Day = Annotated[dt.date | None, BeforeValidator(_day), Field(json_schema_extra={"format": "date"})]
Name = Annotated[Annotated[str, Field(max_length=300), AfterValidator(_clean)] | None, BeforeValidator(_told)]
Moment = Annotated[Annotated[str, Field(max_length=40)] | None, BeforeValidator(_told)]
Cursor = Annotated[Annotated[str, Field(pattern=r"^[a-z]\d{1,18}(-\d{1,18})?$")] | None, BeforeValidator(_told)]
Month = Annotated[Annotated[str, Field(pattern=r"^\d{4}-\d\d$"), AfterValidator(_month)] | None, BeforeValidator(_told)]
Blank = BeforeValidator(_told)  # a field of a form that was left blank asks for nothing
Tongue = Annotated[Literal["en", "ru", "uk"] | None, Blank]
