"""Whether an answer is what a reference says. The door is `evaluation.grading`, which asks it in a process that can be ended.

From outside in: `options` (letters and values), `final_answer` (of a whole solution), `comparing` (`shapes` one shape against another, `formulas` one formula), which
reads what `cleaning` and the files of words leave (`sayings`, `sentences`, `closing`, `typed`, `phrases`, `spoken`, `labels`, `repeating`) into
`forms`, in all their `readings`; `values`, `ratios`, `ranges`, `families`, `moments`, `matrices`, `terms` and `units` know one kind each.
`parametrised` compares sets that `parameters` reads, `general_solutions` those of differential equations, `behaviour` extrema and where a function
rises, `cases` what is told case by case,
`quantified` statements with a quantifier; `remarks` takes off brackets that repeat an answer. `asked`, `answered`, `choosing`, `objects` and `wording` have what the question tells, `conditions` where a formula
holds. `exact_match` is the second grader, texts alone; `form_asked` looks at the form, with
`algebraic_forms`.
"""
