"""`/review`: the results of runs, problem by problem, to be looked at and marked by hand.

`choosing.py` finds runs and rows, `pages.py` words them as HTML, `routes.py` answers requests. How a stream is shown is
handed in, so that it is what students see.
"""

from evaluation.reviewing.routes import routes

__all__ = ["routes"]
