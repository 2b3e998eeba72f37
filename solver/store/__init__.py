"""What is kept: conversations with every event of theirs, links to them, marks by hand.

    place       where the database is: `DATABASE_URL`, or a file in the data folder
    tables      what stands in it; a table is added by a revision in `migrations/versions/` and here
    database    engine, transactions, migrations at the start; a database that is away or full is a `StoreUnavailable`
    reach       whether a server answers: nobody waits for one that is known not to
    streams     a turn's events as they come, each batch one commit; `keeper` holds on to what could not be written yet
    classes     what a class sees of its members, and what students do with a problem (`solver.acts`)
    collected   examples that a teacher looked through, for training; what readers thought of solutions
    conversations, shares, marks    what can be asked of it

Knows neither the page nor the kernels. Whoever owns something is known by the hash of a secret that only their browser has.
"""

from solver.store.conversations import hashed
from solver.store.keeper import Begin, Keeper
from solver.store.kept import (
    Conversation,
    KeptExample,
    KeptMark,
    KeptRun,
    KeptTurn,
    NewExample,
    Summary,
    Thumb,
)
from solver.store.place import data_folder, database_url
from solver.store.store import HeldEnd, Store
from solver.store.streams import NewTurn, Place

__all__ = [
    "Begin", "Conversation", "HeldEnd", "Keeper", "KeptExample", "KeptMark", "KeptRun", "KeptTurn", "NewExample", "NewTurn", "Place", "Store", "Summary", "Thumb",
    "data_folder", "database_url", "hashed",
]  # fmt: skip
