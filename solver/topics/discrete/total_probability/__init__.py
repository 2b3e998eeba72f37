"""Total probability and Bayes' theorem in stories: tests for a disease, machines and their rejects, bags and their balls, weather."""

from solver.topics.discrete.total_probability.topic import read

__all__ = ["read"]
