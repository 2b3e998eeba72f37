"""The page: everything between Gradio and `solver.Session`."""

from ui import quick_start

quick_start.install()
