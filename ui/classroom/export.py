"""The table of a class as CSV: a line for each problem that a student began, without dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from html import unescape
from typing import Final

from solver.acts import RUNGS
from solver.classroom.counting import Practised, course_of
from solver.ports import Language
from ui.classroom import pictures
from ui.classroom.page import Words
from ui.classroom.report import student_name

BOM: Final = "\ufeff"
"""Without it Excel reads UTF-8 as something else, and Chinese becomes noise."""
COLUMNS: Final = ("student-name", "problem", "attempts", "answers-given", "first", *(f"hint-{rung}" for rung in RUNGS), "checked", "slips", "shown", "seconds")  # fmt: skip


def table(work: Iterable[Practised], language: Language, w: Words) -> str:
    """The whole file."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(unescape(w(f"column.{name}")) for name in COLUMNS)
    for one in work:
        course = course_of(one)
        first = "" if course.right_first is None else unescape(w("yes" if course.right_first else "no"))
        lines.writerow(
            defused(str(cell))
            for cell in (
                unescape(student_name(one.student, one.name, w)),
                " ".join(one.problem.split()),
                len(course.answers),
                " | ".join(answer for answer, _ in course.answers),
                first,
                *(course.hints[rung] for rung in RUNGS),
                course.checked,
                " | ".join(pictures.slip_name(name, language) for name, _ in course.slips.most_common()),
                unescape(w("yes" if course.shown else "no")),
                "" if course.solved_after_s is None else round(course.solved_after_s),
            )
        )
    return BOM + written.getvalue()


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: what a student typed must not run on their teacher's computer.

    >>> defused("=1+1"), defused(" -3"), defused("x = 1"), defused("")
    ("'=1+1", "' -3", 'x = 1', '')
    """
    return f"'{cell}" if cell.lstrip()[:1] in set("=+-@＝＋－＠") or cell[:1] in ("\t", "\r", "\n") else cell
