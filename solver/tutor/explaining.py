"""Why a step is allowed, at one of four levels, and in simpler words; nothing where no rule is known for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias, get_args

from solver.ports import Language
from solver.topics.base import Words
from solver.tutor.formulas import FORMULA
from solver.tutor.rules import RULES, Rule

Level: TypeAlias = Literal["primary", "middle", "high", "college"]
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
_BOTH: Final = Words("{school} {exact}", "{school}{exact}")


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule of a step in one level's words. `simpler` is the next lower level that says it differently, if any."""

    rule: str
    text: str
    level: Level
    simpler: Level | None


def reason_for(line: str, language: Language, level: Level) -> Reason | None:
    """Why a line of a solution is allowed; None where no rule is known for it.

    >>> reason_for("Subtract 7 from both sides: 3x=15", "en", "middle").rule
    'The same on both sides'
    """
    rule = rule_of(line)
    if rule is None:
        return None
    told = [_told(rule, language, each) for each in LEVELS]
    at = LEVELS.index(level)
    lower = [LEVELS[i] for i in range(at) if told[i] != told[at]]
    return Reason(rule.name.say(language), told[at], level, lower[-1] if lower else None)


@lru_cache(maxsize=512)
def rule_of(line: str) -> Rule | None:
    """The rule of a step: of those that fit, the one that the step names first."""
    prose = FORMULA.sub(" ", line).strip()
    fits = [
        (found.start(), n)
        for n, rule in enumerate(RULES)
        if (found := re.search(rule.pattern, prose)) and re.search(rule.formula, line)
    ]
    return RULES[min(fits)[1]] if fits else None


def _told(rule: Rule, language: Language, level: Level) -> str:
    if level == "primary":
        return rule.simple.say(language)
    school = rule.school.say(language)
    if level == "middle" or rule.exact is None:
        return school
    exact = rule.exact.say(language)
    return exact if level == "college" else _BOTH.say(language, school=school, exact=exact)
