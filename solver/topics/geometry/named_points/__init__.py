"""A plane figure whose points have names: triangles and quadrilaterals with lengths, angles, midpoints, altitudes, bisectors, parallels.

`wording.py` reads clauses into facts, `facts.py` turns facts into coordinates and equations, `scene.py` solves these, `asked.py` knows what can be
asked for, `topic.py` puts them together. Not read: figures that are only drawn, circles other than the inscribed and the circumscribed one, space.
"""

from solver.topics.geometry.named_points.topic import read

__all__ = ["read"]
