"""A class over HTTP: the teacher's page `/class` and the students' way into a class.

    door        the password, the signed cookie, who may try again when (`limits`)
    teaching    the teacher's routes; `page`, `report`, `lock_form` and `pictures` are what they show, `export` is the table as CSV
    joining     the students' routes, for `assets/classroom.js`
    programs    whether a member's browser may have a solution from `/solve` and `/v1`

What is counted is `solver.classroom`, what is kept `solver.store.classes`; that a solution stays closed on the page is the business of `ui.tutoring`.
"""

from ui.classroom import joining, teaching

__all__ = ["joining", "teaching"]
