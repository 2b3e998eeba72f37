"""The form that an answer is asked to have, for every topic that gives numbers: rounded, a fraction, a percentage, scientific notation.

`phrases` finds the words, `wishes` takes the wish out of a question, a topic solves the rest exactly, `task` writes the numbers of its answer in the form
(`parts` finds them, `writing` writes them) and checks both: the exact answer by the topic's own check, then the distance.
"""

from solver.topics.forms.form import OF_A_TOPIC, Form
from solver.topics.forms.task import InForm, check_of, in_form
from solver.topics.forms.wishes import Wish, wants_exact_and_rounded, wish_in

__all__ = [
    "OF_A_TOPIC",
    "Form",
    "InForm",
    "Wish",
    "check_of",
    "in_form",
    "wants_exact_and_rounded",
    "wish_in",
]
