"""Is it the same? A student's lines against the line before and against the problem, by algebra. No I/O, no model.

`work` is the door (lines), `answers` that of the answer box. A line is read by `rewriting` (notations), `lines` (claims) and `decimals`
(roundings, by the one rule of `rounding`); `problem` and `matrix_problem` say what is given (`posed`), `question` whether something else is
asked for. A course judges: `conditions_course` (equations, inequalities) over `condition_roots`, `condition_verdicts`, `condition_state`;
`systems_course`, `expressions_course` with the `senses` of calculus and of `matrices`, `stories_course`; around one of them `asked_course`, where only
the tutor's own answer tells the end. Under them: `equality` (values), `conditions` over `critical` and `periodic` (sets of real numbers),
`solutions` (of systems), `forms` (of trees) with `asked_forms` (of words), `meaning` (values of trees). `slips` names what went wrong.
Everything is three-valued: what is not decided is said so.

Sympy evaluates here: call it in a process that can be stopped (`solver.models.checking`).
"""
