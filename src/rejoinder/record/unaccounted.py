"""What was read and is not in the account: it was stored, and the reading was stopped before the account was made."""

from __future__ import annotations

import sqlalchemy as sa

from rejoinder.record.sheets import find_cut

_DOCUMENTS = """SELECT name FROM documents
WHERE id NOT IN (SELECT id FROM sheet_rows WHERE cut = ? AND view = 'documents')
AND name NOT IN (SELECT source FROM problems WHERE severity = 'rejected') ORDER BY name"""


def unaccounted(connection: sa.Connection) -> tuple[str, ...]:
    """The names of the documents that the account lacks, sorted; not those with which none can be made, which are among
    the problems. None where it cannot be told: the account was made before its views were laid out."""
    whole = find_cut(connection, None, None)
    made = connection.exec_driver_sql("SELECT 1 FROM account LIMIT 1").first() is not None
    if whole is None and made:
        return ()
    return tuple(row[0] for row in connection.exec_driver_sql(_DOCUMENTS, (whole.id if whole else -1,)))
