"""Classes with their members, which turns they see, and what students do with a problem."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """From the version before to this one."""
    op.create_table(
        "acts",
        _belongs("turn_id", "turns", primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at_s", sa.Double, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
    )
    op.create_table(
        "classes",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("code", sa.String(8), nullable=False, unique=True),
        sa.Column("created_s", sa.Double, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("lock_after_s", sa.Double),
        sa.Column("lock_attempts", sa.Integer),
        sa.Column("lock_until_s", sa.Double),
    )
    op.create_table(
        "members",
        sa.Column("id", NUMBER, primary_key=True),
        _belongs("class_id", "classes"),
        _belongs("owner_id", "owners", unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.UniqueConstraint("class_id", "number"),
    )
    op.create_table(
        "class_turns",
        _belongs("turn_id", "turns", primary_key=True),
        _belongs("member_id", "members"),
    )
    op.create_index(None, "class_turns", ["member_id"])


def _belongs(
    name: str, table: str, *, primary_key: bool = False, unique: bool | None = None
) -> sa.Column[Any]:
    """A column of what goes when its row of the table is deleted."""
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(
        name, NUMBER, key, primary_key=primary_key, nullable=False, autoincrement=False, unique=unique
    )
