"""Why steps are allowed: rules by name, told for four levels, found by the words and formulas of a step."""

from solver.tutor.rules.algebra import RULES as ALGEBRA
from solver.tutor.rules.everyday import RULES as EVERYDAY
from solver.tutor.rules.further import RULES as FURTHER
from solver.tutor.rules.general import GENERAL
from solver.tutor.rules.particular import RULES as PARTICULAR
from solver.tutor.rules.rule import Rule

RULES: tuple[Rule, ...] = (*PARTICULAR, *FURTHER, *ALGEBRA, *EVERYDAY)
"""The first that fits a step explains it; the special ones stand first. Where none does, one of `GENERAL` has its shape."""

__all__ = ["GENERAL", "RULES", "Rule"]
