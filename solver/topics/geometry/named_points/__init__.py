"""A plane figure whose points have names: triangles and quadrilaterals with lengths, angles, midpoints, altitudes, bisectors, parallels.

`wording.py` reads clauses into facts, `placing.py` puts the figure on axes with `points.py` and `equations.py` (`facts.py`: what they fill), `scene.py` solves these, `asked.py` knows what can be
asked for, `topic.py` puts them together. Not read: figures that are only drawn, circles other than the inscribed and the circumscribed one, space.
"""

from solver.topics.geometry.named_points.topic import read

__all__ = ["read"]
