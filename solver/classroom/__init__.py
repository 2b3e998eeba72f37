"""A class, without accounts: what it is, when it opens solutions, what is counted of it. Pure: no database, no page, no clock.

    codes      the short code by which students join
    lock       when a class opens "Show the solution"
    counting   what a class did with its problems, from the students' acts
    values     a class and a membership, as the store hands them out

Nothing is counted here of a student who is in no class: only what `solver.store` hands over, which are the problems that a
student began while being a member.
"""

from solver.classroom.codes import LENGTH, cleaned, new_code
from solver.classroom.counting import Practised, counted
from solver.classroom.lock import Lock, Opening
from solver.classroom.values import Class, Membership

__all__ = ["LENGTH", "Class", "Lock", "Membership", "Opening", "Practised", "cleaned", "counted", "new_code"]
