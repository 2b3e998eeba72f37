"""Formulas as students write them (LaTeX, ASCII, Unicode, mixed): read into a tree, emitted as sympy, LaTeX, Python.

No problem, no language, no evaluation of text: `parse` is a grammar of our own, never `eval`.
"""

from solver.formula.emit import to_latex, to_python, to_sympy
from solver.formula.lexer import FormulaError, Unworkable
from solver.formula.names import letter, plain_name, python_name, symbol_latex
from solver.formula.nodes import Node
from solver.formula.parse import APPLIED, parse, parse_list

__all__ = [
    "APPLIED",
    "FormulaError",
    "Node",
    "Unworkable",
    "letter",
    "parse",
    "parse_list",
    "plain_name",
    "python_name",
    "symbol_latex",
    "to_latex",
    "to_python",
    "to_sympy",
]  # fmt: skip
