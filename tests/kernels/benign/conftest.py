"""The programs are data: pytest's search for doctests would import, and so run, them."""

collect_ignore_glob = ["programs/*"]
