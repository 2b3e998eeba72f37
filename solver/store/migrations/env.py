"""How alembic runs the revisions: on the connection, and in the transaction, that `solver.store.database` gives it."""

from __future__ import annotations

from alembic import context

from solver.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True
)
context.run_migrations()
