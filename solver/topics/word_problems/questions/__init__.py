"""What questions of a word problem mean: which quantities of the story they ask for. Shared by all languages.

Each function gives a `Question`; it is asked when the whole story has been told, and raises `Unclear` where the story
has no such quantity or more than one.
"""

from solver.topics.word_problems.questions.counts import (
    anywhere,
    each_part,
    how_many,
    how_many_in_all,
    how_many_in_each,
    how_many_left,
    how_many_more,
    how_many_of_value,
    how_many_times,
    quantities,
    several,
)
from solver.topics.word_problems.questions.finding import counted, find, holder, is_told, known_terms
from solver.topics.word_problems.questions.money import (
    all_priced,
    buys_one_of_each,
    change,
    cost_of,
    each_price,
    earned,
    missing,
    money_first,
    money_in_all,
    money_left,
    money_now,
    price_difference,
    priced,
    profit,
    spent,
)
from solver.topics.word_problems.questions.numbers import ages, numbers

__all__ = [
    "ages",
    "all_priced",
    "anywhere",
    "buys_one_of_each",
    "change",
    "cost_of",
    "counted",
    "each_part",
    "each_price",
    "earned",
    "find",
    "holder",
    "how_many",
    "how_many_in_all",
    "how_many_in_each",
    "how_many_left",
    "how_many_more",
    "how_many_of_value",
    "how_many_times",
    "is_told",
    "known_terms",
    "missing",
    "money_first",
    "money_in_all",
    "money_left",
    "money_now",
    "numbers",
    "price_difference",
    "priced",
    "profit",
    "quantities",
    "several",
    "spent",
]
