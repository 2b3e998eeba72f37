"""Stores on both databases, as the tests of the store have them."""

from tests.store.conftest import empty, socket, store

__all__ = ["empty", "socket", "store"]
