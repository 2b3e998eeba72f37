"""Stepwise's solver: a problem in, a stream of events out.

>>> import asyncio
>>> from solver import Services, Settings
>>> from solver.ports import Problem

`Services(Settings()).session().solve(Problem("2+3", "en"))` is an async generator of `solver.events.Event`.
"""

from solver.services import Services, store_of
from solver.session import Session
from solver.settings import Settings, load_settings

__all__ = ["Services", "Session", "Settings", "load_settings", "store_of"]
