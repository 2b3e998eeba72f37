"""Whether an answer is what a reference says. The door is `evaluation.grading`, which asks it in a process that can be ended.

From outside in: `options` (letters and values), `final_answer` (of a whole solution), `comparing` (shape against shape; `formulas` one formula against another), which
reads what `cleaning` and the files of words leave (`sayings`, `sentences`, `closing`, `typed`, `phrases`, `spoken`, `labels`, `repeating`) into
`forms`, in all their `readings`; `values`, `ratios`, `ranges`, `families`, `moments`, `matrices`, `terms` and `units` know one kind each.
`asked` and `answered` have what the question tells, `conditions` where a formula holds. `exact_match` is the second grader, texts alone; `form_asked` looks at the form.
"""
