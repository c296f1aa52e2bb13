"""Which passages a search finds on a day: none that could not be read by then, none of what happened later, and no
line that was called wrong, for its article has no place for it."""

from __future__ import annotations

from rejoinder.record.known_from import readable
from rejoinder.types.extraction import STILL_TO_COME

_SEEN = """{known} AND {current}
 AND (:as_of IS NULL OR {passage}.kind <> 'move' OR NOT EXISTS (
  SELECT 1 FROM cuts AS whole JOIN sheet_rows AS told ON told.cut = whole.id AND told.view = 'moves'
  WHERE whole.as_of IS NULL AND whole.known_at IS NULL AND told.id = {passage}.id
  AND json_extract(told.row, '$.event_date') > :as_of
  AND json_extract(told.row, '$.modality') NOT IN ({to_come})))
 AND ({passage}.id NOT IN (
  SELECT line.value FROM judgements AS made, json_each(
   CASE WHEN made.decision = 'wrong' AND typeof(made.subjects) = 'text' THEN made.subjects ELSE '[]' END) AS line)
 OR EXISTS (
  SELECT 1 FROM cuts AS whole JOIN sheet_rows AS told ON told.cut = whole.id AND told.view = {passage}.kind || 's'
  WHERE whole.as_of IS NULL AND whole.known_at IS NULL AND told.id = {passage}.id))"""


def seen(passage: str, document: str) -> str:
    """The condition, over these names of the two tables and the parameters `as_of` and `known_at` (both may be NULL).

    An act is dated as the account has it, so as persons have corrected it; what was then planned for later stays. What
    was called wrong is found as long as the account still has it, and again when that was taken back."""
    to_come = ", ".join(f"'{modality}'" for modality in STILL_TO_COME)
    known, current = readable(document, "known_at"), readable(document, "as_of")
    return _SEEN.format(known=known, current=current, passage=passage, to_come=to_come)
