"""One letter in a quadratic equation that a statement about its roots fixes; discriminants."""

from solver.topics.equations import root_relations
from solver.topics.equations.root_conditions import topic
from solver.topics.first_whole import first_whole

read = first_whole(topic.read, root_relations.read)

__all__ = ["read"]
