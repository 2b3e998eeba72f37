"""The page `/collect`: a teacher has problems solved, mends what came, and keeps it as examples for training.

    drafts      what the page sends: a problem, thoughts and cells, an answer; from a stream and, with real outputs, to one
    trying      runs a draft's cells in a kernel of its own, and says what contradicts what
    pages       the list and the editor as HTML
    routes      all of it over HTTP, behind the teacher's password
    thumbs      what students think of a solution, for the teacher's list

What is typed lives in the browser (`assets/collect.js`) until it is kept in the store (`solver.store.collected`).
"""

from ui.collect.routes import routes

__all__ = ["routes"]
