"""Owners, conversations, turns, their events, and links to them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """From nothing."""
    op.create_table(
        "owners",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("created_s", sa.Double, nullable=False),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("owner_id", NUMBER, sa.ForeignKey("owners.id", ondelete="CASCADE"), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("created_s", sa.Double, nullable=False),
        sa.Column("updated_s", sa.Double, nullable=False),
    )
    op.create_index(None, "conversations", ["owner_id", "updated_s"])
    op.create_table(
        "turns",
        sa.Column("id", NUMBER, primary_key=True),
        _belongs("conversation_id", sa.String(32), "conversations.id"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("method", sa.String(64)),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("strategy", sa.String(64)),
        sa.Column("started_s", sa.Double, nullable=False),
        sa.Column("took_s", sa.Double),
        sa.Column("replaced", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.UniqueConstraint("conversation_id", "position"),
        sa.UniqueConstraint("conversation_id", "name"),
    )
    op.create_table(
        "cell_runs",
        _belongs("turn_id", NUMBER, "turns.id", primary_key=True),
        sa.Column("run", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("started_s", sa.Double, nullable=False),
    )
    op.create_table(
        "events",
        _belongs("turn_id", NUMBER, "turns.id", primary_key=True),
        sa.Column("run", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("line", sa.Text, nullable=False),
    )
    op.create_table(
        "shares",
        _belongs("conversation_id", sa.String(32), "conversations.id", primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("created_s", sa.Double, nullable=False),
    )


def _belongs(name: str, kind: Any, target: str, *, primary_key: bool = False) -> sa.Column[Any]:
    """A column of what goes when the target is deleted."""
    key = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(name, kind, key, primary_key=primary_key, nullable=False, autoincrement=False)
