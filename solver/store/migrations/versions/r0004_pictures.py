"""Pictures that problems were read from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """From the version before to this one."""
    op.create_table(
        "pictures",
        sa.Column("turn_id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("mime", sa.String(32), nullable=False),
        sa.Column("width_px", sa.Integer, nullable=False),
        sa.Column("height_px", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["turn_id"], ["turns.id"], name="fk_pictures_turn_id", ondelete="CASCADE"),
    )
