"""A figure that is read: the chain of its laws as steps, as a cell, and turned round as a check."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, python_name, to_latex, to_python
from solver.formula.nodes import Binary, Constant, Number, Symbol, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.figures.drawing import picture
from solver.topics.geometry.figures.figure import Figure, Rule, chain, evaluate
from solver.topics.geometry.figures.units import Unit
from solver.topics.geometry.figures.words import DEGREES, HELPERS, MEASURES, PLACES, PURE, SAY, WHY, dimension
from solver.topics.rationals import terminating_decimal
from solver.topics.settled import number

_GREEK: Final = {"alpha": r"\alpha", "beta": r"\beta", "gamma": r"\gamma", "delta": r"\delta"}


@dataclass(frozen=True, slots=True)
class Measured:
    """`wanted` letters of a figure from `given` ones by `rules`; `pi` is what π is to be taken as."""

    figure: Figure
    given: Mapping[str, sp.Expr]
    wanted: tuple[str, ...]
    rules: tuple[Rule, ...]
    unit: Unit | None
    pi: sp.Expr | None
    decimal: bool
    language: Language
    places: int | None = None

    def solution(self) -> Solution:
        """One law after the other, with the numbers put in."""
        say = self.language
        given = ("，" if say == "zh" else ", ").join(
            f"{self._name(letter)} \\({self._shown(letter)}={self._latex(value)}\\){self._degrees(letter)}{self._tail(letter)}"
            if say == "en"
            else f"{self._name(letter)}\\({self._shown(letter)}={self._latex(value)}\\){self._degrees(letter)}{self._tail(letter)}"
            for letter, value in self.given.items()
        )
        wanted = ("、" if say == "zh" else ", ").join(
            f"{self._name(letter)} \\({self._shown(letter)}\\)" for letter in self.wanted
        )
        steps = [SAY["given"].say(say, given=given, wanted=wanted)]
        if self._approximates():
            steps.append(SAY["pi"].say(say, pi=self._latex(self.pi)))
        values = dict(self.given)
        for rule in self.rules:
            values[rule.target] = evaluate(rule, values, self.pi or sp.pi)
            steps.append(self._step(rule, values))
        steps += self._rounding(values)
        labels = {letter: f"{self._shown(letter)} = {self._latex(value)}" for letter, value in values.items()}
        return Solution(tuple(steps), self._cell(), picture(self.figure, self.given, labels))

    def _rounding(self, values: Mapping[str, sp.Expr]) -> list[str]:
        """The last step where a rounded answer is wished."""
        if self.places is None:
            return []
        say, found = self.language, list[str]()
        for letter in self.wanted:
            exact, rounded = values[letter], _rounded(values[letter], self.places)
            if exact != rounded:
                shown, places = self._decimal(rounded), PLACES[self.places].say(say)
                told = {"letter": self._shown(letter), "exact": self._latex(exact), "rounded": shown}
                found.append(SAY["round"].say(say, places=places, **told))
        return found

    def _decimal(self, value: sp.Expr) -> str:
        """A rounded value with all its places."""
        return f"{float(value):.{self.places}f}"

    def _approximates(self) -> bool:
        return self.pi is not None and any("pi" in rule.formula for rule in self.rules)

    def _step(self, rule: Rule, values: Mapping[str, sp.Expr]) -> str:
        say, target = self.language, self._shown(rule.target)
        why = WHY[rule.why].say(say) if rule.why else ""
        formula, inserted = to_latex(self._renamed(rule.node)), to_latex(self._inserted(rule.node, values))
        result = self._latex(values[rule.target])
        sign = r"\approx " if self.pi is not None and "pi" in rule.formula else "="
        chain = f"{target}={formula}{sign}{inserted}"
        if result != inserted:
            chain += f"={result}"
        if rule.law:
            left, right = rule.law.split(" = ")
            law = f"{self._shown(left)}={to_latex(self._renamed(parse(right)))}"
            wrapped = f" ({why})" if say == "en" else f"（{why}）"
            return SAY["solved"].say(
                say,
                law=law,
                why=wrapped if why else "",
                measure=self._name(rule.target),
                letter=target,
                chain=chain,
            )
        wrapped = f", {why}" if say == "en" else f"（{why}）"
        return SAY["law"].say(
            say,
            measure=self._name(rule.target),
            figure=self._figure(),
            why=wrapped if why else "",
            chain=chain,
        )

    def _figure(self) -> str:
        name = self.figure.name.say(self.language)
        return name if self.language == "zh" else "the " + name.split(" ", 1)[1]

    def _measure(self, letter: str) -> str | None:
        """The concept of a letter: the one that has it alone, else the first that may be it."""
        among = [(m, letters) for m, letters in self.figure.measures.items() if letter in letters]
        return min(among, key=lambda pair: len(pair[1]))[0] if among else None

    def _name(self, letter: str) -> str:
        measure = self._measure(letter)
        if letter == "C" and self.language == "en" and measure == "perimeter":
            return "circumference"
        english, chinese = HELPERS[letter] if measure is None else MEASURES[measure][1:]
        return chinese if self.language == "zh" else english

    def _told(self, letter: str) -> str:
        """Its name, with the letter where the figure has several of that name."""
        measure = self._measure(letter)
        several = measure is not None and len(self.figure.measures[measure]) > 1
        space = "" if self.language == "zh" else " "
        return f"{self._name(letter)}{space}\\({self._shown(letter)}\\)" if several else self._name(letter)

    def _letter(self, letter: str) -> str:
        return self.figure.letters.get(letter, letter) if self.language == "zh" else letter

    def _shown(self, letter: str) -> str:
        name = self._letter(letter)
        return _GREEK.get(name, name)

    def _latex(self, value: sp.Expr | None) -> str:
        written = terminating_decimal(value) if self.decimal and value is not None else None
        return written or exact_latex(value)

    def _degrees(self, letter: str) -> str:
        return "°" if self._measure(letter) in DEGREES else ""

    def _tail(self, letter: str) -> str:
        """The unit behind a measure."""
        measure = self._measure(letter)
        if measure is None or measure in PURE or measure in DEGREES:
            return ""
        return self.unit.behind(dimension(measure), self.language) if self.unit else ""

    def _renamed(self, node: Node) -> Node:
        if isinstance(node, Symbol):
            return Symbol(self._letter(node.name))
        if isinstance(node, Binary) and node.op == "*" and not isinstance(node.right, Number):
            return Binary("*", self._renamed(node.left), self._renamed(node.right), tight=True)
        return with_children(node, self._renamed)

    def _inserted(self, node: Node, values: Mapping[str, sp.Expr]) -> Node:
        if isinstance(node, Symbol):
            return self._number(values[node.name])
        if isinstance(node, Constant) and node.name == "pi" and self.pi is not None:
            return self._number(self.pi)
        return with_children(node, lambda child: self._inserted(child, values))

    def _number(self, value: sp.Expr) -> Node:
        if isinstance(value, sp.Rational):
            return number(value, decimal=self.decimal)
        return parse(sp.sstr(value).replace("**", "^"))

    def _cell(self) -> str:
        lines = list[str]()
        if self._approximates() and self.pi is not None:
            lines.append(f"pi = {_exact(self.pi)}")
        for letter, value in self.given.items():
            lines.append(f"{self._code(letter)} = {_exact(value)}  {comment(self._name(letter))}")
        for rule in self.rules:
            source = to_python(self._renamed(rule.node))
            lines.append(f"{self._code(rule.target)} = {source}  {comment(self._name(rule.target))}")
        names = [self._tidied(letter) for letter in self.wanted]
        if self.places is not None:
            lines.append(comment(PLACES[self.places].say(self.language)))
            ten = f"*{10**self.places}" if self.places else ""
            names = [
                f"floor({self._code(x)}{ten} + Rational(1, 2)){ten.replace('*', '/')}" for x in self.wanted
            ]
        lines.append(names[0] if len(names) == 1 else f"[{', '.join(names)}]")
        return cell(*lines)

    def _code(self, letter: str) -> str:
        """The name of a letter in Python."""
        return python_name(self._letter(letter))

    def _tidied(self, letter: str) -> str:
        """Source that tidies roots; roots of roots, as Heron's formula makes of them, are squared first."""
        code = self._code(letter)
        if letter in self.figure.proofs and not all(v.is_Rational for v in self.given.values()):
            return f"sqrt(expand({code}**2))"
        return f"radsimp(simplify({code}))" if self._is_rough(letter) else code

    def _is_rough(self, letter: str) -> bool:
        """Whether the value has roots that are still to be tidied."""
        values = dict(self.given)
        for rule in self.rules:
            values[rule.target] = evaluate(rule, values, self.pi or sp.pi)
        return not isinstance(values[letter], sp.Rational)

    def conclude(self, value: Any) -> Conclusion | None:
        """The wanted measures with their units, in the order of the question."""
        say = self.language
        values = list(value) if isinstance(value, list | tuple) else [value]
        if len(values) != len(self.wanted) or any(
            not isinstance(v, sp.Expr) or not v.is_positive for v in values
        ):
            return None
        shown = [self._latex(v) if self.places is None else self._decimal(v) for v in values]
        if len(shown) == 1:
            letter = self.wanted[0]
            unit = "°" if self._degrees(letter) else self._tail(letter)
            sentence = SAY["answer" if self.places is None else "about"].say(
                say, measure=self._told(letter), figure=self._figure(), answer=f"\\({shown[0]}\\)", unit=unit
            )
            return Conclusion(sentence, shown[0])
        answer = r",\ ".join(shown)
        listed = ("，" if say == "zh" else ", ").join(
            f"{self._name(letter)} \\({v}\\){self._degrees(letter)}{self._tail(letter)}"
            for letter, v in zip(self.wanted, shown, strict=True)
        )
        return Conclusion(SAY["answers"].say(say, answer=f"\\({answer}\\)", listed=listed), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """A given measure computed from the claimed value; where no law leads back, the same by another formula."""
        bare = re.sub(r"\\(?:text|mathrm)\s*\{[^{}]*\}(?:\^\{?[23]\}?)?|\^\s*\{?\\circ\}?|°", "", answer)
        claimed = values_in(bare)
        if claimed is None or len(claimed) != len(self.wanted):
            return None
        if any(not isinstance(v, sp.Expr) or v.free_symbols or not v.is_real for v in claimed):
            return None
        lines, tests, other = list[str](), list[str](), False
        if self.pi is not None:
            lines.append(f"pi = {_exact(self.pi)}")
        for letter, value in zip(self.wanted, claimed, strict=True):
            found, test, turned = self._test(letter, value)
            lines += found
            tests.append(test)
            other = other or not turned
        lines.append("all(tests)" if not tests else " and ".join(tests))
        say = self.language
        measures = ("、" if say == "zh" else ", ").join(self._name(letter) for letter in self.wanted)
        backwards = "method" if self.places is None else "bracket"
        method = SAY["method_other" if other else backwards].say(say)
        return CheckPlan(
            SAY["claim"].say(say, measures=measures, answer=f"\\({answer}\\)"), method, cell(*lines)
        )

    def _test(self, letter: str, value: sp.Expr) -> tuple[list[str], str, bool]:
        """Lines that compute, the test, and whether it goes backwards."""
        positive = f"bool({_exact(value)} > 0)"
        lines = [f"{_name(x)} = {_exact(v)}" for x, v in self.given.items()]
        for target in self.given:
            known = {x for x in self.given if x != target} | {letter}
            back = chain(self.figure, known, (target,))
            if back is None or not any(letter in rule.inputs for rule in back):
                continue
            if self.places is not None:
                return self._bracket(letter, value, target, back, lines)
            lines += [f"{_name(letter)} = {_exact(value)}", f"stated = {_name(target)}"]
            lines += [f"{_name(rule.target)} = {to_python(rule.node)}" for rule in back]
            return (
                lines,
                self._named_test(lines, f"simplify({_name(target)} - stated) == 0 and {positive}"),
                True,
            )
        proof = self.figure.proofs.get(letter)
        if proof is None:
            rule = next(rule for rule in self.rules if rule.target == letter)
            needed = chain(self.figure, self.given, rule.inputs) or ()
            lines += [f"{_name(r.target)} = {to_python(r.node)}" for r in needed]
            proof = f"simplify({to_python(rule.node)})"
        else:
            needed = chain(self.figure, self.given, ("a", "b", "c")) or ()
            lines += [f"{_name(r.target)} = {to_python(r.node)}" for r in needed]
        near = f"simplify({proof} - ({_exact(value)})) == 0"
        if self.places is not None:
            near = f"bool(Abs({proof} - ({_exact(value)})) <= {_exact(_half(self.places))})"
        return lines, self._named_test(lines, f"{near} and {positive}"), False

    def _bracket(
        self, letter: str, value: sp.Expr, target: str, back: tuple[Rule, ...], lines: list[str]
    ) -> tuple[list[str], str, bool]:
        """Whether the given measure lies between those that the ends of the rounded interval give."""
        half = _half(self.places or 0)
        low, high = _exact(value - half), _exact(value + half)
        lines += [f"stated = {_name(target)}", "ends = []", f"for {_name(letter)} in ({low}, {high}):"]
        lines += [f"    {_name(rule.target)} = {to_python(rule.node)}" for rule in back]
        lines.append(f"    ends.append({_name(target)})")
        whole = (value * 10 ** (self.places or 0)).is_integer is True
        test = f"bool((ends[0] - stated)*(ends[1] - stated) <= 0) and {whole} and bool({_exact(value)} > 0)"
        return lines, self._named_test(lines, test), True

    @staticmethod
    def _named_test(lines: list[str], test: str) -> str:
        """The test keeps its values when the lines of the next one run."""
        name = f"holds_{sum(map(len, lines))}"
        lines.append(f"{name} = {test}")
        return name


def _exact(value: sp.Expr) -> str:
    """Source of a value that divides exactly."""
    if isinstance(value, sp.Integer):
        return f"Integer({value})"
    if isinstance(value, sp.Rational):
        return f"Rational({value.p}, {value.q})"
    return exact_source(value)


def _half(places: int) -> sp.Rational:
    return sp.Rational(1, 2 * 10**places)


def _rounded(value: sp.Expr, places: int) -> sp.Expr:
    """Half up."""
    return sp.floor(value * 10**places + sp.Rational(1, 2)) / 10**places


def _name(letter: str) -> str:
    return python_name(letter)
