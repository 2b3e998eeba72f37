"""The programs are data: pytest's search for doctests would import, and so run, them."""

from __future__ import annotations

collect_ignore_glob = ["programs/*"]
