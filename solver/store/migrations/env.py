"""How alembic runs the revisions: on the connection, and in the transaction, that `solver.store.database` gives it."""

from __future__ import annotations

from alembic import context

from solver.store.tables import METADATA

if (
    getattr(context, "config", None) is not None
):  # alembic runs it; whoever imports it wants to look at it only
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    context.run_migrations()
