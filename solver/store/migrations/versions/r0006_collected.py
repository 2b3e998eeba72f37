"""Examples that a teacher has looked through, and what readers thought of solutions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TEXTS = ("problem", "source", "reference", "subject", "level", "lines")


def upgrade() -> None:
    """From the version before to this one."""
    turn = sa.ForeignKey("turns.id", ondelete="CASCADE")
    op.create_table(
        "thumbs",
        sa.Column("turn_id", NUMBER, turn, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("up", sa.Boolean, nullable=False),
        sa.Column("at_s", sa.Double, nullable=False),
    )
    op.create_table(
        "collected",
        sa.Column("id", NUMBER, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("licence", sa.String(64), nullable=False),
        sa.Column("created_s", sa.Double, nullable=False),
        sa.Column("updated_s", sa.Double, nullable=False),
    )
    op.create_index(None, "collected", ["updated_s"])
