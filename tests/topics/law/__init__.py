"""The law over all topics: every statement that a solution makes is numerically true.

`statements` takes the mathematics out of the steps, `values` gives formulas numbers, `judging` says true, false or undecided.
The law is a second reader of our solutions: it shares the grammar of formulas with them, not their reasoning.
"""
