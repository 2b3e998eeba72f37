"""From every version of the tables to the present ones, with what stood in them; and that the present ones are these."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, text

from solver.errors import StoreUnavailable
from solver.events import Done, Reasoning
from solver.store import Store, database, hashed
from solver.store.database import MIGRATIONS, upgrade
from solver.store.tables import METADATA

config = Config()
config.set_main_option("script_location", str(MIGRATIONS))
REVISIONS = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]

ROWS = (
    f"INSERT INTO owners (id, token_hash, created_s) VALUES (7, '{hashed('me')}', 1.5)",
    "INSERT INTO conversations (id, owner_id, title, language, created_s, updated_s) VALUES ('c', 7, 'Old', 'en', 1.5, 2.5)",
    "INSERT INTO turns (id, conversation_id, position, name, problem, language, model, started_s) VALUES (9, 'c', 0, 't', 'x=1', 'en', 'builtin', 1.5)",
    """INSERT INTO events (turn_id, run, number, kind, line) VALUES (9, 0, 0, 'reasoning', '{"kind": "reasoning", "part": 0, "delta": "So"}')""",
    """INSERT INTO events (turn_id, run, number, kind, line) VALUES (9, 0, 1, 'done', '{"kind": "done", "reason": "answered"}')""",
)
"""What a server of the first version would have left; later versions only add to it."""


async def prepared(url: URL, revision: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables of a version, with something in them."""

    def fill(connection: Connection) -> None:
        for row in ROWS:
            connection.execute(text(row))

    with monkeypatch.context() as patch:
        patch.setattr(database, "upgrade", lambda connection: upgrade(connection, revision))
        before = database.Database(url)
        await before.write(fill)
        await before.close()


@pytest.mark.parametrize("revision", REVISIONS)
async def test_nothing_is_lost_on_the_way_up(
    empty: URL, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await prepared(empty, revision, monkeypatch)
    store = Store(empty)
    found = await store.conversation(hashed("me"), "c")
    assert found.summary.title == "Old" and not found.summary.shared
    assert found.turns[0].events == (Reasoning(0, "So"), Done("answered"))
    assert await store.marks("none") == []
    await store.close()


async def test_the_tables_are_those_that_the_program_knows(store: Store) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))

    found = await store.database.read(differences)
    names = [
        d for d in found if isinstance(d, tuple) and not str(d[0]).endswith(("constraint", "fk", "index"))
    ]
    assert not names, names


async def test_a_database_of_a_newer_version_is_left_alone(store: Store, empty: URL) -> None:
    await store.database.write(
        lambda c: c.execute(text("UPDATE alembic_version SET version_num = 'later'")).rowcount
    )
    older = Store(empty)
    with pytest.raises(StoreUnavailable) as said:
        await older.open()
    assert said.value.code == "store-newer"
