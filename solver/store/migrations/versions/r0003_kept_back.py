"""Solutions that are kept back: a problem that is being practised."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """From the version before to this one."""
    op.add_column("turns", sa.Column("kept_back", sa.Boolean, nullable=False, server_default=sa.false()))
