"""The tables as they are now; how they came to be so stands in `migrations/versions/`.

Times are seconds since 1970 (`_s`), so that both databases keep them alike. What belongs to something goes with it when it is deleted.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
NUMBER: Final = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only an INTEGER

owners: Final = Table(
    "owners",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_s", Double, nullable=False),
)

conversations: Final = Table(
    "conversations",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("owner_id", ForeignKey(owners.c.id, ondelete="CASCADE"), nullable=False),
    Column("title", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("created_s", Double, nullable=False),
    Column("updated_s", Double, nullable=False),
    Index(None, "owner_id", "updated_s"),
)

# `name` is what the page calls it; `replaced` when another attempt stands in its place: its cells still have run;
# `kept_back` while its student practises it and has not asked for the solution
turns: Final = Table(
    "turns",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("conversation_id", ForeignKey(conversations.c.id, ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", String(32), nullable=False),
    Column("problem", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("method", String(64)),
    Column("model", Text, nullable=False),
    Column("strategy", String(64)),
    Column("started_s", Double, nullable=False),
    Column("took_s", Double),
    Column("replaced", Boolean, nullable=False, server_default=false()),
    Column("kept_back", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("conversation_id", "position"),
    UniqueConstraint("conversation_id", "name"),
)

# a cell that the reader ran (again), with a source of their own or without
cell_runs: Final = Table(
    "cell_runs",
    METADATA,
    Column("turn_id", ForeignKey(turns.c.id, ondelete="CASCADE"), primary_key=True),
    Column("run", Integer, primary_key=True, autoincrement=False),
    Column("part", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("started_s", Double, nullable=False),
)

# what a problem was read from, as it may be shown: upright, small, without any data about place or device
pictures: Final = Table(
    "pictures",
    METADATA,
    Column("turn_id", ForeignKey(turns.c.id, ondelete="CASCADE"), primary_key=True),
    Column("mime", String(32), nullable=False),
    Column("width_px", Integer, nullable=False),
    Column("height_px", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

# append only; run 0 is the solution, the others are `cell_runs`
events: Final = Table(
    "events",
    METADATA,
    Column("turn_id", ForeignKey(turns.c.id, ondelete="CASCADE"), primary_key=True),
    Column("run", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("line", Text, nullable=False),
)

# the link's secret is not here, only its hash
shares: Final = Table(
    "shares",
    METADATA,
    Column("conversation_id", ForeignKey(conversations.c.id, ondelete="CASCADE"), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_s", Double, nullable=False),
)

# what the student did with a turn, append only; `solver.acts` has the kinds
acts: Final = Table(
    "acts",
    METADATA,
    Column("turn_id", ForeignKey(turns.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at_s", Double, nullable=False),
    Column("line", Text, nullable=False),
)

# a class; solutions open as soon as one of its `lock_` columns is met, at once where all of them are empty
classes: Final = Table(
    "classes",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("name", Text, nullable=False),
    Column("code", String(8), nullable=False, unique=True),
    Column("created_s", Double, nullable=False),
    Column("closed", Boolean, nullable=False, server_default=false()),
    Column("lock_after_s", Double),
    Column("lock_attempts", Integer),
    Column("lock_until_s", Double),
)

# a browser that has joined; it is in one class at most. `number` stands for those who gave no name
members: Final = Table(
    "members",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("class_id", ForeignKey(classes.c.id, ondelete="CASCADE"), nullable=False),
    Column("owner_id", ForeignKey(owners.c.id, ondelete="CASCADE"), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("number", Integer, nullable=False),
    UniqueConstraint("class_id", "number"),
)

# a turn that was begun by a member: all that a class ever sees. It goes when the member leaves
class_turns: Final = Table(
    "class_turns",
    METADATA,
    Column("turn_id", ForeignKey(turns.c.id, ondelete="CASCADE"), primary_key=True),
    Column("member_id", ForeignKey(members.c.id, ondelete="CASCADE"), nullable=False),
    Index(None, "member_id"),
)

# what a reader thought of a solution; it goes with its conversation
thumbs: Final = Table(
    "thumbs",
    METADATA,
    Column("turn_id", ForeignKey(turns.c.id, ondelete="CASCADE"), primary_key=True),
    Column("up", Boolean, nullable=False),
    Column("at_s", Double, nullable=False),
)

# a problem with a solution that a teacher has looked through, for training: a copy that belongs to no conversation.
# `lines` is its stream, an event a line
collected: Final = Table(
    "collected",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("problem", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("source", Text, nullable=False),
    Column("licence", String(64), nullable=False),
    Column("reference", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("lines", Text, nullable=False),
    Column("created_s", Double, nullable=False),
    Column("updated_s", Double, nullable=False),
    Index(None, "updated_s"),
)

# append only: the last of a problem counts, one without a verdict takes it back; `run` is the id in a run's header
marks: Final = Table(
    "marks",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("run", String(64), nullable=False),
    Column("folder", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("verdict", String(8)),
    Column("note", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Index(None, "run"),
)
