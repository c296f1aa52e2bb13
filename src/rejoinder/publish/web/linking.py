"""Links of a page: the days and the language that were asked for go along with every one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from rejoinder.publish.words import language

Value = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where the reader is: the path of the page, without a twin's ending, and what was asked of it."""

    path: str
    query: Mapping[str, str]
    _suffix: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_suffix", _asked(self.along))

    @property
    def days(self) -> dict[str, str]:
        """The days that were asked for."""
        return {name: self.query[name] for name in ("as_of", "known_at") if self.query.get(name)}

    @property
    def along(self) -> dict[str, str]:
        """What goes along with every link: the days, and the language where the address names it."""
        asked = language.asked()
        return {**self.days, **({"lang": asked} if asked else {})}

    def to(self, *parts: str, fragment: str = "", **query: Value) -> str:
        """Another page, by the parts of its path, on the same days."""
        path = "/" + "/".join(quote(part, safe="") for part in parts)
        asked = _asked({**{n: _said(v) for n, v in query.items()}, **self.along}) if query else self._suffix
        found = path + asked
        return found + (f"#{quote(fragment, safe='')}" if fragment else "")

    def here(self, **changes: Value) -> str:
        """This page with something asked otherwise; it begins with its first rows again unless `after` is given."""
        kept = {name: value for name, value in {**self.query, **self.along}.items() if name != "after"}
        return self.path + _asked({**kept, **{name: _said(value) for name, value in changes.items()}})

    def twin(self, ending: str) -> str:
        """The same answer as `json`, `csv` or `jsonl`, in the same language: the brief has one there too."""
        aside = () if ending == "json" else ("after", "per_page")
        kept = {name: value for name, value in {**self.query, **self.along}.items() if name not in aside}
        return f"{self.path.rstrip('/') or '/board'}.{ending}" + _asked(kept)

    def told(self, path: str) -> str:
        """Where a form that changes something is sent: what may be refused there is said in the page's language."""
        asked = language.asked()
        return path + _asked({"lang": asked} if asked else {})

    def kept(self, *but: str) -> dict[str, str]:
        """What a form of this page sends along beside its own fields."""
        sent = {**self.query, **self.along}
        return {name: value for name, value in sent.items() if name not in (*but, "after") and value}


def _asked(query: Mapping[str, str]) -> str:
    given = {name: value for name, value in query.items() if value}
    return "?" + urlencode(given) if given else ""


def _said(value: Value) -> str:
    return "" if value is None else str(value)
