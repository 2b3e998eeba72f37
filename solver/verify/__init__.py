"""Is it the same? A student's lines against the line before and against the problem, by algebra. No I/O, no model.

`work` is the door (lines), `answers` that of the answer box. A line is read by `rewriting` (notations) and `lines` (claims); `problem`
says what is asked; a course judges: `conditions_course` (equations, inequalities), `systems_course`, `expressions_course` with the
`senses` of calculus and of `matrices`, `stories_course`. Under them: `equality` (values), `conditions` over `critical` (sets of real
numbers), `forms`, `meaning` (values of trees). `slips` names what went wrong. Everything is three-valued: what is not decided is said so.

Sympy evaluates here: call it in a process that can be stopped (`solver.models.checking`).
"""
