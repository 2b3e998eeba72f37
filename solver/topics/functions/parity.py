"""Whether a function is even, odd or neither: the domain, f(-x), the comparison with f(x) and -f(x).

Read: "is f odd or even", 判断奇偶性, "is f an even function" (yes or no), also on a given interval. Not: letters in the formula,
values of functions that are said to be odd, piecewise functions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Negative, Symbol, walk, with_children
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import set_latex
from solver.topics.functions import mirrored_halves, parity_letters
from solver.topics.functions.function_features.conditions import conditions_of, solution_set
from solver.topics.functions.function_features.function import CALLS, Function, function_of, told
from solver.topics.functions.function_features.ranges import interval_of
from solver.topics.yes_no import NO, YES, claimed, plain_words

VOCABULARY: Final = {
    "even": "even|even function|an even function|偶函数|是偶函数|为偶函数",
    "odd": "odd|odd function|an odd function|奇函数|是奇函数|为奇函数",
    "parity": "parity|parity of|symmetry|奇偶性|的奇偶性|函数奇偶性|奇偶",
    "words": "or|neither|whether|or neither|decide|classify|check|test|algebraically|function is|prove|判断|判定|讨论|还是|非奇非偶|非奇非偶函数|是否|或|研究|指出|说明|下列函数|是什么函数|定义域|定义在",
    "on": "on|over|interval|在区间|区间|定义在|上的|定义在区间",
}
WORDS: Final = {
    "domain": Words("The domain \\({domain}\\) is symmetric about 0: with \\({x}\\) it also has \\(-{x}\\). So \\({f}(-{x})\\) may be compared with \\({f}({x})\\).", "定义域为 \\({domain}\\)，关于原点对称，可以比较 \\({f}(-{x})\\) 与 \\({f}({x})\\)。"),
    "symmetric": Words("The domain is symmetric about 0: with \\({x}\\) it also has \\(-{x}\\). So \\({f}(-{x})\\) may be compared with \\({f}({x})\\).", "定义域关于原点对称，可以比较 \\({f}(-{x})\\) 与 \\({f}({x})\\)。"),
    "lopsided": Words("The domain \\({domain}\\) is not symmetric about 0: \\({p}\\) is in it, \\({q}\\) is not. So the function can be neither even nor odd.", "定义域 \\({domain}\\) 不关于原点对称：\\({p}\\) 在定义域内，而 \\({q}\\) 不在。所以函数既不是奇函数也不是偶函数。"),
    "named": Words("Call the function \\({f}({x})={body}\\).", "记 \\({f}({x})={body}\\)。"),
    "replace": Words("Put \\(-{x}\\) for \\({x}\\): \\[{before}={after}\\]", "用 \\(-{x}\\) 代替 \\({x}\\)：\\[{before}={after}\\]"),
    "even": Words("This is \\({f}({x})\\) again for every \\({x}\\) of the domain, so the function is even; its graph is symmetric about the \\(y\\)-axis.", "对定义域内任意 \\({x}\\)，结果仍是 \\({f}({x})\\)，所以是偶函数，图像关于 \\(y\\) 轴对称。"),
    "odd": Words("This is \\(-{f}({x})\\) for every \\({x}\\) of the domain, so the function is odd; its graph is symmetric about the origin.", "对定义域内任意 \\({x}\\)，结果是 \\(-{f}({x})\\)，所以是奇函数，图像关于原点对称。"),
    "neither": Words("This is neither \\({f}({x})\\) nor \\(-{f}({x})\\): at \\({p}\\) the function has the value \\({at}\\), at \\({q}\\) the value \\({opposite}\\). One such pair is enough: the function is neither even nor odd.", "结果既不是 \\({f}({x})\\) 也不是 \\(-{f}({x})\\)：在 \\({p}\\) 处函数值为 \\({at}\\)，在 \\({q}\\) 处为 \\({opposite}\\)。举出这一对就够了：函数既不是奇函数也不是偶函数。"),
    "code": Words("is f(-x) the same as f(x), or as -f(x)?", "f(-x) 是否等于 f(x) 或 -f(x)？"),
    "answer": Words("The function is \\({answer}\\).", "该函数是 \\({answer}\\)。"),
    "answer_neither": Words("The function is \\({answer}\\) even nor odd.", "该函数是 \\({answer}\\)。"),
    "method": Words("values at opposite numbers were computed and compared", "计算互为相反数处的函数值并比较"),
}  # fmt: skip
KINDS: Final = {
    "even": Words(r"\text{{even}}", r"\text{{偶函数}}"),
    "odd": Words(r"\text{{odd}}", r"\text{{奇函数}}"),
    "neither": Words(r"\text{{neither}}", r"\text{{非奇非偶函数}}"),
}
_POINTS: Final = tuple(sp.Rational(p, 7) for p in (1, 2, 4, 5, 9, 11, 16, 20, 23, 34, 45, 61))
_MEMBER: Final = re.compile(r"(?<![A-Za-z\\])[a-z]\s*(?:\\in\b|∈)\s*(?=[\[(]|\\left)")
_ENTERED: Final = re.compile(
    r"(?i)\benter\s+[\"'`]*(?:odd|even|neither)[\"'`]*(?:,?\s*(?:or\s+)?[\"'`]*(?:odd|even|neither)[\"'`]*)*\s*\.?"
)
"""How to write the answer."""


def read(text: Text) -> Reading:
    """One function and its parity."""
    if not re.search(r"(?i)\b(?:even|odd|parity)\b|奇|偶", text.source):
        return None
    if (half := mirrored_halves.read(text)) is not None and not isinstance(half, Unread):
        return half
    if (lettered := parity_letters.read(text)) is not None and not isinstance(lettered, Unread):
        return lettered
    source = _MEMBER.sub(" on ", _ENTERED.sub(" ", text.source))
    found = told(Text(source, text.language, text.values), VOCABULARY)
    asked = [name for name in ("parity", "even", "odd") if found.has(name)]
    if not asked:
        return None
    known = function_of(found, text, calls=CALLS | {"exp", "sin", "cos", "tan"})
    if known is None or len(known[1]) > 1:
        return None
    function, rest = known
    named = interval_of(rest[0], function.variable, is_named=True) if rest else None
    if rest and named is None:
        return None
    if found.unread:
        return Unread(found.unread)
    claim = asked[0] if len(asked) == 1 and asked[0] != "parity" else ""
    if claim and not re.search(r"(?i)\bis\b|whether|吗|是否|判断", text.source):
        return None
    try:
        return _task(function, named, claim, text.language)
    except (FormulaError, NotImplementedError, TypeError, ValueError):
        return None


def _task(function: Function, named: sp.Set | None, claim: str, language: Language) -> Reading:
    x = sp.Symbol(function.variable, real=True)
    f = to_sympy(function.body, {function.variable: x})
    domain = _domain(function, x)
    if domain is not None and named is not None:
        domain = sp.Intersection(domain, named)
    if domain is None and named is not None or domain is sp.S.EmptySet:
        return None
    kind, witness = _decided(f, x, domain)
    return Parity(function, domain, kind, witness, claim, language) if kind else None


def _domain(function: Function, x: sp.Symbol) -> sp.Set | None:
    """The natural domain; None where it is symmetric, but no short set."""
    if any(isinstance(n, Call) and n.name == "tan" for n in walk(function.body)):
        if all(
            _is_multiple(n.arguments[0], x)
            for n in walk(function.body)
            if isinstance(n, Call) and n.name == "tan"
        ):
            return None
        raise ValueError("a shifted tangent")
    conditions = conditions_of(function.body, function.variable)
    if conditions is None:
        raise ValueError("a domain that is not understood")
    for condition in conditions:
        if any(isinstance(n, Call) and n.name in ("sin", "cos") for n in walk(condition.part)):
            part = to_sympy(condition.part, {function.variable: x})
            if sp.simplify(part.subs(x, -x) - part) != 0:
                odd = sp.simplify(part.subs(x, -x) + part) == 0
                if not (odd and condition.sign == "!="):
                    raise ValueError("a domain that is not understood")
            return None
    found = solution_set(conditions, function.variable)
    if found is None:
        raise ValueError("a domain that is not understood")
    return found


def _is_multiple(node: Node, x: sp.Symbol) -> bool:
    value = to_sympy(node, {x.name: x})
    return bool((value / x).is_number)


def _decided(f: sp.Expr, x: sp.Symbol, domain: sp.Set | None) -> tuple[str, sp.Expr | None]:
    """The kind, and a number that shows it where it is neither."""
    if domain is not None:
        mirrored = sp.imageset(sp.Lambda(x, -x), domain)
        if mirrored != domain:
            for p in (*range(1, 12), *_POINTS, *(e for e in domain.boundary if e.is_finite)):
                for q in (sp.S(p), -sp.S(p)):
                    if domain.contains(q) == sp.true and domain.contains(-q) == sp.false:
                        return "lopsided", q
            return "", None
    pairs = []
    for p in _POINTS:
        if domain is not None and domain.contains(p) != sp.true:
            continue
        pairs.append((p, sp.N(f.subs(x, p), 30), sp.N(f.subs(x, -p), 30)))
    pairs = [(p, a, b) for p, a, b in pairs if a.is_real and b.is_real and a.is_finite and b.is_finite]
    if len(pairs) < 4:
        return "", None
    same = all(abs(a - b) < 1e-20 * (1 + abs(a)) for _, a, b in pairs)
    opposite = all(abs(a + b) < 1e-20 * (1 + abs(a)) for _, a, b in pairs)
    if same != opposite:
        return "even" if same else "odd", None
    if same:
        return "", None
    for p in (1, 2, 3, sp.Rational(1, 2), *_POINTS):
        a, b = (sp.simplify(f.subs(x, q)) for q in (sp.S(p), -sp.S(p)))
        if (
            (
                a.is_real
                and b.is_real
                and a.is_finite
                and b.is_finite
                and (domain is None or domain.contains(sp.S(p)) == sp.true)
            )
            and sp.simplify(a - b) != 0
            and sp.simplify(a + b) != 0
        ):
            return "neither", sp.S(p)
    return "", None


@dataclass(frozen=True, slots=True)
class Parity:
    """What `function` is; `claim` ("even", "odd") where only that is asked, by yes or no."""

    function: Function
    domain: sp.Set | None
    kind: str
    witness: sp.Expr | None
    claim: str
    language: Language

    @property
    def _name(self) -> str:
        return "neither" if self.kind == "lopsided" else self.kind

    def _f(self) -> tuple[sp.Expr, sp.Symbol]:
        x = sp.Symbol(self.function.variable, real=True)
        return to_sympy(self.function.body, {self.function.variable: x}), x

    def solution(self) -> Solution:
        """Domain, f(-x), comparison."""
        say, v = self.language, self.function.variable
        f, x = self._f()
        shown = None if self.domain is None else set_latex(self.domain)
        if self.kind == "lopsided":
            assert self.witness is not None
            steps = [WORDS["lopsided"].say(say, domain=shown, p=latex(self.witness), q=latex(-self.witness))]
            return Solution(tuple(steps), self._cell(), self._plot())
        name = self.function.name.partition("(")[0]
        names = {"f": "f" if name in ("", "y") else name, "x": v}
        steps = (
            [WORDS["named"].say(say, body=to_latex(self.function.body), **names)] if name in ("", "y") else []
        )
        steps.append(WORDS["domain" if shown else "symmetric"].say(say, domain=shown, **names))
        mirrored = _mirrored(self.function.body, v)
        target = {"even": self.function.body, "odd": Negative(self.function.body)}.get(self.kind)
        plain = (
            to_latex(target)
            if target is not None
            else latex(sp.expand(f.subs(x, -x)) if f.is_polynomial(x) else f.subs(x, -x))
        )
        before = to_latex(mirrored)
        steps.append(WORDS["replace"].say(say, **names, before=before, after=plain))
        extra: dict[str, Any] = {}
        if self.witness is not None:
            values = (sp.simplify(f.subs(x, q)) for q in (self.witness, -self.witness))
            extra = dict(
                zip(("at", "opposite"), map(latex, values), strict=True),
                p=latex(self.witness),
                q=latex(-self.witness),
            )
        steps.append(WORDS[self.kind].say(say, **names, **extra))
        return Solution(tuple(steps), self._cell(), self._plot())

    def _cell(self) -> str:
        x, say = python_name(self.function.variable), self.language
        f, symbol = self._f()
        lines = [f"f = {to_python(self.function.body)}"]
        if self.kind == "lopsided":
            lines.append(f"domain = {exact_source(self.domain)}")
            lines.append(
                f"(domain.contains({exact_source(self.witness)}), domain.contains({exact_source(-self.witness)}))"
                if self.witness is not None
                else "None"
            )
            return cell(*lines, variables=(self.function.variable,), assumptions="real=True")
        lines.append(comment(WORDS["code"].say(say)))
        lines.append(f"mirrored = f.subs({x}, -{x})")
        wanted = {"even": f.subs(symbol, -symbol) - f, "odd": f.subs(symbol, -symbol) + f}.get(
            self.kind, sp.S.Zero
        )
        if sp.simplify(wanted) == 0:
            lines.append("(simplify(mirrored - f) == 0, simplify(mirrored + f) == 0)")
        else:
            points = exact_source(
                [p for p in _POINTS if self.domain is None or self.domain.contains(p) == sp.true][:6]
            )
            lines.append(f"points = {points}")
            lines.append(
                f"tuple(all(abs(N(g.subs({x}, p))) < 1e-12 for p in points) for g in (mirrored - f, mirrored + f))"
            )
        return cell(*lines, variables=(self.function.variable,), assumptions="real=True")

    def _plot(self) -> str | None:

        if self.domain is None or not (self.domain == sp.S.Reals or isinstance(self.domain, sp.Interval)):
            return None
        low, high = (
            float(e) if e.is_finite else s for e, s in ((self.domain.inf, -4.0), (self.domain.sup, 4.0))
        )
        return plots.curve(
            to_python(self.function.body), self.function.variable, (low, high), language=self.language
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The kind, or yes or no."""
        expected = {
            "even": (True, False),
            "odd": (False, True),
            "neither": (False, False),
            "lopsided": (True, False),
        }
        if not isinstance(value, tuple) or tuple(map(bool, value)) != expected[self.kind]:
            return None
        say = self.language
        kind = KINDS[self._name].say(say)
        if self.claim:
            answer = (YES if self.claim == self._name else NO).say(say)
            return Conclusion(f"{WORDS['answer'].say(say, answer=kind)} \\({answer}\\)", answer)
        return Conclusion(_said(kind, say), kind)

    def check(self, answer: str) -> CheckPlan | None:
        """At opposite numbers, with floating point; a lopsided domain by its points."""
        words = plain_words(answer)
        if self.claim:
            yes = claimed(answer)
            if yes is None:
                return None
            test = {"even": "even", "odd": "odd"}[self.claim]
            last = test if yes else f"not {test}"
        else:
            named = (
                "neither"
                if re.search("neither|非奇|既不|都不", words)
                else "even"
                if re.search("even|偶", words)
                else "odd"
                if re.search("odd|奇", words)
                else ""
            )
            if not named or (named == "even" and re.search("odd|奇", words)):
                return None
            last = {"even": "even and not odd", "odd": "odd and not even", "neither": "not even and not odd"}[
                named
            ]
        x = python_name(self.function.variable)
        domain = exact_source(self.domain) if self.domain is not None else "S.Reals"
        lines = [
            f"f = lambdify({x}, {to_python(self.function.body)}, 'mpmath')",
            f"domain = {domain}",
            f"points = [p for p in {exact_source([*_POINTS, sp.Integer(1), sp.Integer(2), sp.Integer(3), sp.Rational(1, 2)])} if domain.contains(p) == True or domain.contains(-p) == True]",
            "even = odd = bool(points)",
            "for p in points:",
            "    if domain.contains(p) != True or domain.contains(-p) != True:",
            "        even = odd = False",
            "        break",
            "    try:",
            "        a, b = complex(f(float(p))), complex(f(-float(p)))",
            "    except ZeroDivisionError:",
            "        continue",
            "    even = even and abs(a - b) < 1e-9*(1 + abs(a))",
            "    odd = odd and abs(a + b) < 1e-9*(1 + abs(a))",
            last,
        ]
        if self.kind == "lopsided" and self.witness is not None:
            lines[2] = lines[2].replace(
                "= [p for p in [", f"= [p for p in [{exact_source(abs(self.witness))}, ", 1
            )
        claim = _said(answer, self.language)
        if self.claim:
            claim = f"{WORDS['answer'].say(self.language, answer=KINDS[self.claim].say(self.language))} \\({answer}\\)"
        return CheckPlan(
            claim,
            WORDS["method"].say(self.language),
            cell(*lines, variables=(self.function.variable,), assumptions="real=True"),
        )


def _mirrored(node: Node, variable: str) -> Node:
    """-x for x."""
    if node == Symbol(variable):
        return Negative(node)
    return with_children(node, lambda child: _mirrored(child, variable))


def _said(answer: str, say: Language) -> str:
    key = "answer_neither" if answer == r"\text{neither}" else "answer"
    return WORDS[key].say(say, answer=answer)
