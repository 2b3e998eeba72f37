"""Why a step is allowed, at one of four levels, and in simpler words: by a rule that it names, else by its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias, get_args

from solver.ports import Language
from solver.topics.base import Words
from solver.tutor.formulas import FORMULA
from solver.tutor.rules import GENERAL, RULES, Rule

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


def reason_for(line: str, language: Language, level: Level) -> Reason:
    """Why a line of a solution is allowed.

    >>> reason_for("Subtract 7 from both sides: 3x=15", "en", "middle").rule
    'The same on both sides'
    """
    rule = rule_of(line) or general_of(line)
    told = [_told(rule, language, each) for each in LEVELS]
    at = LEVELS.index(level)
    lower = [LEVELS[i] for i in range(at) if told[i] != told[at]]
    return Reason(rule.name.say(language), told[at], level, lower[-1] if lower else None)


@lru_cache(maxsize=512)
def rule_of(line: str) -> Rule | None:
    """The particular rule of a step: of those that fit, the one that the step names first; None where it names none."""
    prose = FORMULA.sub(" ", line).strip()
    fits = [
        (found.start(), n)
        for n, rule in enumerate(RULES)
        if (found := re.search(rule.pattern, prose)) and re.search(rule.formula, line)
    ]
    return RULES[min(fits)[1]] if fits else None


def general_of(line: str) -> Rule:
    """The first of the general rules that has the shape of a step; the last one fits every step."""
    prose = FORMULA.sub(" ", line).strip()
    return next(r for r in GENERAL if re.search(r.pattern, prose) and re.search(r.formula, line))


def _told(rule: Rule, language: Language, level: Level) -> str:
    if level == "primary":
        return rule.simple.say(language)
    school = rule.school.say(language)
    if level == "middle" or rule.exact is None:
        return school
    exact = rule.exact.say(language)
    return exact if level == "college" else _BOTH.say(language, school=school, exact=exact)
