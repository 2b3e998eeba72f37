"""The picture that a problem was read from is kept with it, and shown again on the page and behind a link."""

from __future__ import annotations

from solver.events import Done
from solver.ports import Picture, Problem
from solver.store import NewTurn, Store
from ui.kept import turn_of
from ui.pictures import Album
from ui.still import still_turn

PICTURE = Picture(bytes(range(256)), "image/png", 16, 9)


async def test_a_picture_comes_back_with_its_turn(store: Store) -> None:
    new = NewTurn("t", Problem("x = 1", "en"), "builtin", picture=PICTURE)
    begun = await store.begin("me", None, new, [Done("answered")], 1.0)
    await store.begin("me", begun.conversation, NewTurn("u", Problem("x = 2", "en"), "builtin"))
    with_one, without = (await store.conversation("me", begun.conversation)).turns
    assert with_one.picture == PICTURE and without.picture is None
    album = Album()
    turn = turn_of(with_one, None, album)
    assert turn.picture is not None and album.find(turn.picture.name) is turn.picture
    assert "data:image/png;base64,AAECAwQF" in still_turn(turn_of(with_one))
    await store.delete("me", begun.conversation)
