"""Trouble that a run meets after a document has come in, with the advice that goes with each code."""

from __future__ import annotations

from rejoinder.types.document import Problem, Severity

ADVICE = {
    "metadata-kept": "Documents are never changed: read the articles into a new record to use the new metadata.",
    "not-consolidated": "What was read is kept; `rejoinder rebuild` tries again. Please report it.",
    "not-read": "The document is kept and the next run tries again; please report it, with the article if you can.",
}


def problem(source: str, code: str, message: str, severity: Severity = "rejected") -> Problem:
    """A document that is not in the account, or, as a warning, something its reader should know."""
    return Problem(source=source, code=code, severity=severity, message=message, advice=ADVICE[code])


def failure(error: Exception) -> str:
    """What an unforeseen failure says, on one line."""
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
