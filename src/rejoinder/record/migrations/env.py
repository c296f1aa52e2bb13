"""What alembic runs to apply the scripts: on the connection it is given, inside that connection's transaction."""

from __future__ import annotations

from alembic import context

from rejoinder.record.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
