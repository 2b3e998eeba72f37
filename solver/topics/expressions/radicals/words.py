"""What `radicals` reads and says in both languages, and the check that its tasks share."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_python, to_sympy
from solver.formula.nodes import Call, Negative, symbols, with_children
from solver.latex import MAX_ANSWER
from solver.ports import CheckPlan, Language
from solver.topics.base import Words
from solver.topics.cells import cell, exact_source
from solver.topics.expressions.radicals.surds import NoSurd, surds

VOCABULARY: Final = {
    "simplify": "simplify|simplify completely|simplified|simplifying|reduce|rationalise the denominators?|rationalize the denominators?|rationalise|rationalize|simplest form|multiply|divide|add|subtract"
    "|combine|product|quotient|sum|difference|find the product|find the quotient|perform the indicated operations?|indicated operations?|multiply out|expand"
    "|化简|化成最简|最简形式|分母有理化|合并|合并同类二次根式|化为最简二次根式|化成最简二次根式|最简二次根式|相乘|相除|乘法|除法|积|商",
    "radical": "radicals?|radical expressions?|square roots?|cube roots?|roots?|surds?|radical form|denominator|the denominator|like radicals|completely|fully|expressions|or|into one radical|as one radical|as a single radical|under one radical|single radical|one radical|into a single radical"
    "|根式|二次根式|各式|下列各式|下式|三次根式|式子|一个根式|成一个根式|为一个根式|运算|分母",
    "positive": "assume all variables are positive|assume that all variables are positive|assume all variables are non negative|assume all variables are nonnegative|assume all variables represent positive numbers|assume all variables represent positive real numbers"
    "|assume that all variables represent positive real numbers|assume all variables represent nonnegative real numbers|assume that all variables represent nonnegative real numbers|assume all letters are positive|where all variables are positive|all variables are positive|all variables are nonnegative|all letters are positive|all variables are positive numbers|all variables are positive real numbers|assuming all variables are positive|assuming that all variables are positive"
    "|字母均为正数|字母都是正数|所有字母均为正数|所有字母都是正数|各字母均为正数|字母都表示正数|字母均为非负数|各字母都是正数|式中字母均为正数",
}  # fmt: skip
WORDS: Final = {
    "letters": Words(
        "As usual in such exercises, the letters stand for numbers that are not negative (and not 0 where they are divided by). For other values, what an even "
        "root leaves would need bars: \\(|{letter}|\\) instead of \\({letter}\\).",
        "按照这类题目的惯例，字母都表示非负数（在分母中的不为 0）。若字母可取负值，从偶次根号中开出来的要加绝对值，如把 \\({letter}\\) 写成 \\(|{letter}|\\)。",
    ),
    "said": Words("The letters stand for positive numbers, as the problem says.", "题目说明字母都表示正数。"),
    "root": Words(
        "Take out of the root whatever is a full power, and leave no fraction under it: \\[{before}={after}\\]",
        "把能开尽方的因数（式）移到根号外，根号内不留分母：\\[{before}={after}\\]",
    ),
    "product": Words(
        "Multiply what stands outside and what stands under the roots (different indices are first made equal): \\[{before}={after}\\]",
        "根号外与根号内的部分分别相乘（根指数不同时先化为同次根式）：\\[{before}={after}\\]",
    ),
    "every": Words("Multiply every term by every term: \\[{before}={after}\\]", "逐项相乘：\\[{before}={after}\\]"),
    "quotient": Words(
        "Divide, and multiply numerator and denominator so that no root is left below: \\[{before}={after}\\]",
        "相除，并把分子分母同乘适当的根式，使分母不含根号：\\[{before}={after}\\]",
    ),
    "sum": Words("Add the terms with the same root: \\[{before}={after}\\]", "合并同类根式：\\[{before}={after}\\]"),
    "power": Words("Raise to the power: \\[{before}={after}\\]", "乘方：\\[{before}={after}\\]"),
    "conjugate": Words(
        "Multiply numerator and denominator by \\({conjugate}\\) (where it is not 0): below stands then a difference of squares. \\[{before}={after}\\]",
        "分子分母同乘 \\({conjugate}\\)（它不为 0 时），分母成为平方差：\\[{before}={after}\\]",
    ),
    "cancel": Words("Cancel what numerator and denominator have in common: \\[{before}={after}\\]", "约去分子分母的公因式：\\[{before}={after}\\]"),
    "whole": Words("Altogether: \\[{before}={after}\\]", "于是：\\[{before}={after}\\]"),
    "cell": Words("roots of non-negative numbers", "字母取非负数"),
    "numbers": Words("multiply out and simplify the roots", "乘开并化简根式"),
    "claim": Words("Simplified: \\({answer}\\).", "化简得 \\({answer}\\)。"),
    "method": Words("positive numbers were put in for the letters on both sides", "字母取若干正数，比较两边的值"),
}  # fmt: skip


def principal(node: Node) -> Node:
    """Odd roots of negative terms as minus a root, because Python's own are complex numbers."""
    node = with_children(node, principal)
    if isinstance(node, Call) and node.name == "root":
        argument, degree = node.arguments
        try:
            is_negative = len(inner := surds(argument).terms) == 1 and inner[0][1] < 0
        except NoSurd:
            return node
        if is_negative and surds(degree).terms[0][1] % 2:
            return Negative(Call("root", (Negative(argument), degree)))
    return node


def comparison(body: Node, answer: str, say: Language) -> CheckPlan | None:
    """Positive numbers put in for the letters of `body` and of an answer, to many digits."""
    if len(answer) > MAX_ANSWER:
        return None
    try:
        node = parse(answer.split("=")[-1].strip().strip("$").rstrip(".。"))
        given = to_sympy(principal(node))
    except FormulaError:
        return None
    if not isinstance(given, sp.Expr) or symbols(node) - symbols(body):
        return None
    names = sorted(map(python_name, symbols(body)))
    put = ", ".join(f"{n}: point + Rational({k}, 11)" for k, n in enumerate(names, 1))
    lines = [
        f"f, given = S({to_python(principal(body))}), S({exact_source(given)})",
        "points = [Rational(top, 7) for top in (2, 9, 30)]",
        f"pairs = [(f.subs({{{put}}}).evalf(40), given.subs({{{put}}}).evalf(40)) for point in points]",
        "all(abs(one - other) < 1e-25 * (1 + abs(one)) for one, other in pairs)",
    ]
    return CheckPlan(
        WORDS["claim"].say(say, answer=answer),
        WORDS["method"].say(say),
        cell(*lines, variables=symbols(body)),
    )
