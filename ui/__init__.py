"""The page: everything between Gradio and `solver.Session`."""
