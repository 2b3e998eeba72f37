"""The largest or smallest value of an expression in two positive numbers with one equation between them.

Read: a + b = 12 and ab², xy = 9 and x + 4y, 1/x + 2/y = 1 and x + y. Not: three letters, values that are not taken, numbers that need not be positive.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Apply, Blank, Node, Relation, Symbol, symbols
from solver.latex import latex
from solver.reader import account
from solver.topics.base import Text, Words
from solver.topics.calculus import multipliers
from solver.topics.calculus.optimisation.model import Optimum
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "maximum": "maximum|maximum value|maximum value of|largest|largest value|largest possible value|greatest|greatest value|greatest possible value|greatest possible|largest possible|maximum possible value|maximize|maximise|最大|最大值|的最大值|最大值是|最大值为",
    "minimum": "minimum|minimum value|minimum value of|smallest|smallest value|smallest possible value|least|least value|least possible value|least possible|smallest possible|minimum possible value|minimize|minimise|最小|最小值|的最小值|最小值是|最小值为",
    "method": "use|lagrange multipliers|the method of lagrange multipliers|method of lagrange multipliers|lagrange multiplier|lagrange|by the am-gm inequality|拉格朗日乘数法|拉格朗日乘数|用拉格朗日乘数法|利用拉格朗日乘数法|用基本不等式|利用基本不等式|用均值不等式|基本不等式",
    "positive": "positive|three positive numbers|all positive|三个正数|正的|都为正|均为正|都大于0|均大于0|positive numbers|positive real numbers|positive reals|both positive|two positive numbers|正数|两个正数|正实数|两个正实数|均为正数|都是正数|均为正实数|都是正实数|为正实数|为正数",
    "words": "numbers?|real|real numbers?|two|three|whose|with|function|the function|on|circle|the circle|ellipse|the ellipse|sphere|plane|line|the line|under the condition|under the constraint|given the constraint|约束条件|在条件|的条件下|在约束条件|函数|的函数|subject to|subject|under|condition|constraint|satisfying|satisfies|satisfy|such that|when|possible|实数|满足|两个|两数|条件|下|则|且|都|均",
}
WORDS: Final = {
    "letter": Words("From \\({equation}\\) follows \\({y}={other}\\). Both letters are positive, so \\({domain}\\).", "由 \\({equation}\\) 得 \\({y}={other}\\)。两个数都是正数，所以 \\({domain}\\)。"),
    "real": Words("From \\({equation}\\) follows \\({y}={other}\\).", "由 \\({equation}\\) 得 \\({y}={other}\\)。"),
    "goal": Words("\\({f}\\)", " \\({f}\\) "),
}  # fmt: skip
_WHOSE: Final = re.compile(
    r"(?i)(?P<a>\$?\b[a-z]\$?)\s+and\s+(?P<b>\$?[a-z]\$?)\s+(?:are|be)\s+(?:two\s+)?positive\s+(?:real\s+)?numbers?\s+(?:whose|with(?:\s+(?:a|the))?)\s+(?P<op>sum|product)\s+(?:is\s+|of\s+|equal\s+to\s+)?(?P<n>\$?\d+\$?)"
)


_ALL_POSITIVE: Final = re.compile(r"(?<![A-Za-z\\])[a-z]\s*,\s*[a-z](?:\s*,\s*[a-z])?\s*>\s*0(?![.\d])")
"""x,y>0: both are."""


def _stated(match: re.Match[str]) -> str:
    a, b, n = (match[name].strip("$") for name in ("a", "b", "n"))
    return f"${a}$ and ${b}$ are positive numbers, ${a}{'+' if match['op'].lower() == 'sum' else ''}{b}={n}$"


def read(text: Text) -> Prepared | None:
    """Two positive letters, one equation, one expression."""
    if not re.search(r"(?i)max|min|great|larg|least|smallest|最[大小]", text.source):
        return None
    source = _ALL_POSITIVE.sub(lambda m: ", ".join(f"{x}>0" for x in re.findall("[a-z]", m[0])), text.source)
    found = account(_WHOSE.sub(_stated, source), VOCABULARY)
    ends = [c for c in found.concepts if c in ("maximum", "minimum")]
    if len(ends) != 1 or found.unread:
        return None
    positive, equations, asked = set[str](), list[Relation](), list[Node]()
    for node in found.nodes:
        match node:
            case Relation((">",), (Symbol(name), zero)) if not symbols(zero) and to_sympy(zero) == 0:
                positive.add(name)
            case Relation(("=",), (Symbol("f" | "z" | "u" | "P" | "S") | Apply(), right)) if (
                symbols(right) and not isinstance(right, Blank) and len(symbols(right)) > 1
            ):
                asked.append(right)
            case Relation(("=",), (left, right)) if not isinstance(right, Blank):
                equations.append(node)
            case Relation(("=",), (left, Blank())):
                asked.append(left)
            case Relation():
                return None
            case _ if not isinstance(node, Symbol):
                asked.append(node)
    if len(equations) != 1 or len(asked) != 1:
        return None
    letters = sorted(symbols(equations[0]))
    if not 2 <= len(letters) <= 3 or {"e", "i"} & set(letters) or symbols(asked[0]) - set(letters):
        return None
    all_positive = found.has("positive") or positive == set(letters)
    if positive - set(letters) or positive and not all_positive:
        return None
    largest = ends[0] == "maximum"
    try:
        if all_positive and len(letters) == 2 and not re.search("(?i)lagrange|拉格朗日", text.source):
            return _task(equations[0], asked[0], letters, largest, text)
        if (
            line := _on_a_line(equations[0], asked[0], letters, largest, text)
        ) is not None and not all_positive:
            return line
        kinds = [sp.Symbol(n, positive=True) if all_positive else sp.Symbol(n, real=True) for n in letters]
        left, right, goal = (to_sympy(n, dict(zip(letters, kinds, strict=True))) for n in (*equations[0].sides, asked[0]))  # fmt: skip
        if left.is_number:
            left, right = right, left
        if not right.is_number:
            return None
        return multipliers.task(
            goal, left - right, kinds, ["maximum" if largest else "minimum"], text.language
        )
    except (FormulaError, NotImplementedError, ValueError, TypeError):
        return None


def _on_a_line(equation: Relation, asked: Node, letters: list[str], largest: bool, text: Text) -> Prepared | None:  # fmt: skip
    """A quadratic expression where ax + by = c, with any real numbers."""
    if len(letters) != 2 or re.search("(?i)lagrange|拉格朗日", text.source):
        return None
    x, y = (sp.Symbol(name, real=True) for name in letters)
    left, right, goal = (to_sympy(n, {letters[0]: x, letters[1]: y}) for n in (*equation.sides, asked))
    if not goal.is_polynomial(x, y) or not (left - right).is_polynomial(x, y) or sp.Poly(left - right, x, y).total_degree() != 1:  # fmt: skip
        return None
    (other,) = sp.solve(left - right, y)
    f = sp.expand(goal.subs(y, other))
    if sp.degree(f, x) != 2:
        return None
    say, words = text.language, WORDS["goal"].say(text.language, f=latex(goal))
    opening = WORDS["real"].say(say, equation=f"{latex(left)}={latex(right)}", y=latex(y), other=latex(other))
    domain = sp.Interval.open(-sp.oo, sp.oo)
    return Optimum((opening,), words, f, x, domain, largest, ((words, f),), name="f").task(say)


def _task(equation: Relation, asked: Node, letters: list[str], largest: bool, text: Text) -> Prepared | None:
    x, y = (sp.Symbol(name, positive=True) for name in letters)
    left, right, goal = (to_sympy(n, {letters[0]: x, letters[1]: y}) for n in (*equation.sides, asked))
    if not all(k.is_rational_function(x, y) for k in (left, right, goal)) or not goal.free_symbols:
        return None
    found = sp.solve(left - right, y)
    if len(found) != 1:
        return None
    (other,) = found
    t = sp.Symbol(letters[0], real=True)
    domain = sp.solve_univariate_inequality(other.subs(x, t) > 0, t, relational=False) & sp.Interval.open(0, sp.oo)  # fmt: skip
    f = sp.factor(goal.subs(y, other))
    if not isinstance(domain, sp.Interval) or x not in f.free_symbols:
        return None
    bottom = sp.denom(f)
    if bottom.has(x) and any(domain.contains(z) != False for z in sp.solve(bottom, x)):  # noqa: E712
        return None  # a pole: the one zero of the derivative says nothing
    low, high = latex(domain.start), latex(domain.end)
    shown = f"{low}<{latex(x)}<{high}" if domain.end.is_finite else f"{latex(x)}>{low}"
    say = text.language
    opening = WORDS["letter"].say(say, equation=f"{latex(left)}={latex(right)}", y=latex(y), other=latex(other), domain=shown)  # fmt: skip
    words = WORDS["goal"].say(say, f=latex(goal))
    return Optimum((opening,), words, f, x, domain, largest, ((words, f),), name="f").task(say)
