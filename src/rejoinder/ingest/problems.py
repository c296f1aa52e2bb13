"""Trouble with one source, with the advice that goes with each code."""

from __future__ import annotations

from rejoinder.types.document import Problem

ADVICE = {
    "bad-date": "Give the publication date in a metadata file if it matters.",
    "bad-field": "Give text fields as strings and dates as YYYY-MM-DD.",
    "bad-id": "The id is not used; the document gets one made from its content.",
    "bad-line": "Mend the line, or leave it out; the other lines are read.",
    "bidi-controls": "The text is read in stored order; compare it with what a browser shows.",
    "changed-since": "Both are kept; read the articles into a new record where only the new text should count.",
    "confusable-name": "Look-alike letters are read as the alphabet of the rest of the word; check the name.",
    "control-characters": "Left out of the text; the source file keeps them.",
    "date-from-url": "Give the publication date in a metadata file.",
    "declared-encoding-wrong": "Check names with accents; save the page as UTF-8 if they are wrong.",
    "deep-nesting": "Read flattened; check that nothing is missing.",
    "duplicate-key": "The first value is read; mend the line if it is the wrong one.",
    "empty": "Leave the file out, or fetch the article again.",
    "encoding-guessed": "Save the file as UTF-8 if letters look wrong.",
    "entities-ignored": "Entities that a page defines for itself are never read.",
    "hidden-text": "Text that a browser does not show is not read.",
    "id-conflict": "Both texts are kept; give each its own id.",
    "invalid-bytes": "Bytes that are no text show as U+FFFD; fetch the article again if words are missing.",
    "invalid-characters": "They show as U+FFFD.",
    "language-not-read": "Only English is read; give `language: en` in a metadata file if this is wrong.",
    "metadata-ambiguous": "The entry is not used; write the path of each article as it is below the folder read.",
    "metadata-conflict": "Give outlet and date in a metadata file.",
    "metadata-unmatched": "Write the file names as they are below the folder that is read, or take the entries out.",
    "missing": "Check the path.",
    "mixed-encoding": "Save the whole file as UTF-8 if letters look wrong.",
    "mojibake": "Read as the text it was before it was encoded twice; check names with accents.",
    "no-text": "Save the article itself, not the page that loads it.",
    "non-finite-number": "The value is left out.",
    "nothing-to-read": "Give a folder with articles in it: text, Markdown, HTML or JSON lines.",
    "not-a-file": "Only regular files are read.",
    "not-jsonl": "Write one JSON object a line.",
    "repeated-line": "Leave it out; nothing is lost.",
    "same-content": "Both are kept and count as one origin.",
    "skipped": "Name the file itself to read it.",
    "suspicious-repetition": "Read as it is; look at the source.",
    "suspicious-unicode": "Read as it is; look at the source.",
    "too-large": "Split the file, or raise the limit.",
    "truncated": "Fetch the article again; its end is missing.",
    "type-mismatch": "Rename the file if you keep it.",
    "unreadable": "Check the permissions of the file or folder.",
    "unsupported-type": "Save the article as text, Markdown, HTML or JSON lines.",
}


def warning(source: str, code: str, message: str) -> Problem:
    """A source that was read, with something its reader should know."""
    return Problem(source=source, code=code, severity="warning", message=message, advice=ADVICE.get(code, ""))


def rejected(source: str, code: str, message: str) -> Problem:
    """A source of which no document comes."""
    return Problem(source=source, code=code, severity="rejected", message=message, advice=ADVICE.get(code, ""))
