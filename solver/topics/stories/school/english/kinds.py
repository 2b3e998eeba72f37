"""The families of problems, each in the file of its field; importing this registers them."""

from solver.topics.stories.school.english import ages, journeys, rates, schedules

__all__ = ["ages", "journeys", "rates", "schedules"]
