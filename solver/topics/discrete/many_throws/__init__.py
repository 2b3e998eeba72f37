"""Several dice or coins, or one thrown several times: the chance of an event, or how many heads more likely, by equally likely outcomes.

`reading` takes the throw and the event from the text, `events` says which outcomes an event has, `topic` explains and counts.
"""

from solver.topics.discrete.many_throws.topic import read

__all__ = ["read"]
