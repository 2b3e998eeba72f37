"""A figure as its measures and the laws among them, and the chain of laws from what is given to what is wanted.

Numbers are positive and exact; nothing is read or worded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import sympy as sp

from solver.formula import Node, parse, to_sympy
from solver.formula.nodes import symbols
from solver.topics.base import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """`target` = `formula`; `law` is the formula that textbooks have, where this one is solved from it."""

    target: str
    formula: str
    law: str = ""
    why: str = ""

    @property
    def node(self) -> Node:
        """The formula's tree."""
        return _parsed(self.formula)

    @property
    def inputs(self) -> frozenset[str]:
        """The letters that it needs."""
        return frozenset(symbols(self.node))


@lru_cache(maxsize=1024)
def _parsed(formula: str) -> Node:
    return parse(formula)


@lru_cache(maxsize=1024)
def _sympy(formula: str) -> sp.Expr:
    return to_sympy(_parsed(formula))


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        noun: the concept that names it in a problem.
        name: with its article in English.
        measures: concept of a problem → letters that it may stand for, in the order in which they are given.
        rules: written "S = pi*r^2; r = sqrt(S/pi)" a law: the textbook's formula first, then solved for the others;
            `name|` in front says why the law holds.
        proofs: letter → Python source of another way to it, where its laws cannot be turned round.
        letters: letters as Chinese books have them.
        known: measures that the figure itself settles.
    """

    noun: str
    name: Words
    measures: Mapping[str, tuple[str, ...]]
    laws: tuple[str, ...]
    proofs: Mapping[str, str]
    letters: Mapping[str, str]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All laws, solved for each of their letters."""
        return _rules(self.laws)


@lru_cache(maxsize=128)
def _rules(laws: tuple[str, ...]) -> tuple[Rule, ...]:
    found = list[Rule]()
    for law in laws:
        why, _, body = law.rpartition("|")
        first, *others = (part.strip() for part in body.split(";"))
        target, formula = first.split(" = ")
        found.append(Rule(target, formula, why=why))
        for other in others:
            solved, solution = other.split(" = ")
            found.append(Rule(solved, solution, law=first, why=why))
    return tuple(found)


MAX_ROUNDS: Final = 6


def chain(figure: Figure, known: Iterable[str], wanted: Iterable[str]) -> tuple[Rule, ...] | None:
    """The rules that lead from `known` to `wanted`, as few rounds as possible; None where they do not."""
    found: dict[str, Rule | None] = dict.fromkeys(known)
    wanted = tuple(wanted)
    for _ in range(MAX_ROUNDS):
        if all(letter in found for letter in wanted):
            break
        reached = set(found)
        for rule in figure.rules:
            if rule.target not in found and rule.inputs <= reached:
                found[rule.target] = rule
    if any(letter not in found for letter in wanted):
        return None
    needed = list[Rule]()
    _collect(found, wanted, needed)
    return tuple(needed)


def _collect(found: Mapping[str, Rule | None], letters: Iterable[str], needed: list[Rule]) -> None:
    """The rules behind `letters`, each after those that it needs."""
    for letter in letters:
        rule = found[letter]
        if rule is not None and rule not in needed:
            _collect(found, sorted(rule.inputs), needed)
            needed.append(rule)


def used(rules: tuple[Rule, ...], wanted: Iterable[str]) -> frozenset[str]:
    """All letters that a chain needs."""
    return frozenset(wanted).union(*(rule.inputs for rule in rules))


def evaluate(rule: Rule, values: Mapping[str, sp.Expr], pi: sp.Expr) -> sp.Expr:
    """The value of a rule's target, exactly."""
    formula = _sympy(rule.formula)
    replaced = {symbol: values[symbol.name.rstrip("_")] for symbol in formula.free_symbols}
    value = sp.radsimp(sp.simplify(formula.subs({sp.pi: pi}).subs(replaced)))
    return sp.sqrt(sp.expand(value**2)) if is_nested(value) else value


def is_nested(value: sp.Expr) -> bool:
    """Whether there are roots of roots that one root would say."""
    roots = [p for p in value.atoms(sp.Pow) if not p.exp.is_Integer]
    nested = any(not p.base.is_Rational and not p.base.has(sp.pi) for p in roots)
    return nested and sp.expand(value**2).is_Rational is True
