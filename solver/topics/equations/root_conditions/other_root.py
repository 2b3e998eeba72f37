"""A letter of a quadratic from one of its roots, and the other root: by Vieta's formulas.

Read: "x = 2 is a root of …, find a and the other root", 求a的值及另一个根, or the other root alone. Not: several values of the letter, equations whose leading
coefficient has the letter.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Relation
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.root_conditions.quadratic import formula_of, quadratic_of
from solver.topics.equations.root_conditions.wording import CHINESE, ENGLISH
from solver.topics.prepared import Prepared, one_value, shown_value

WORDS: Final = {
    "root": Words("\\({x}={root}\\) makes the left side 0: \\[{equation}=0,\\qquad {p}={value}\\]", "把 \\({x}={root}\\) 代入方程：\\[{equation}=0,\\qquad {p}={value}\\]"),
    "sum": Words("The equation is \\({whole}=0\\). By Vieta its roots add up to \\(-\\frac{{b}}{{a}}={sum}\\), so the other one is \\[{sum}-{root}={other}\\]", "方程为 \\({whole}=0\\)。由根与系数的关系，两根之和为 \\(-\\frac{{b}}{{a}}={sum}\\)，所以另一个根为 \\[{sum}-{root}={other}\\]"),
    "code": Words("the root put in, then the sum of the roots", "代入已知的根，再由两根之和求另一根"),
    "both": Words("So \\({answer}\\) (the letter, then the other root).", "所以答案依次为 \\({answer}\\)。"),
    "other": Words("The other root is \\({answer}\\).", "另一个根是 \\({answer}\\)。"),
    "method": Words("the equation with this value was multiplied out of its two roots", "由两个根重新写出方程，与原方程比较"),
}  # fmt: skip
_TOO: Final = re.compile(
    r"(?i)\s*(?:,\s*)?(?:and\s+)(?:also\s+)?(?:find\s+|determine\s+)?(?:the\s+(?:value\s+of\s+the\s+)?)(?:other|second)\s+(?:root|solution)\s*\.?\s*$"
    r"|(?:[,，](?:并)?|和|及|以及|与|(?<=的值))(?:并?求出?)?(?:方程|该方程|它|其)?的?另[一外]个?(?:实数)?[根解](?:是多少|的值)?\s*[。.?？]?\s*$"
)
_ALONE: Final = re.compile(
    r"(?i)(?P<ask>(?:find|determine|what\s+is)\s+the\s+(?:other|second)\s+(?:root|solution)(?:\s+of\s+(?:the|this)\s+equation)?)\s*[.?]?\s*$"
    r"|(?P<zh>(?:则|求)?(?:方程|该方程|它|其)?的?另[一外]个?(?:实数)?[根解](?:是|为)?(?:多少|_+)?)\s*[。.?？]?\s*$"
)


def without(source: str, letters: str) -> tuple[str, bool] | None:
    """The text with the letter asked for alone, and whether the other root was asked for alone; None where it is not asked for.

    >>> without("x=2 is a root of x^2+ax-6=0, find a and the other root.", "a")
    ('x=2 is a root of x^2+ax-6=0, find a', False)
    >>> without("已知x=2是方程x^2+ax-6=0的一个根,求另一个根", "a")
    ('已知x=2是方程x^2+ax-6=0的一个根,求a', True)
    """
    if (match := _ALONE.search(source)) is not None and len(letters) == 1:
        ask = f"find {letters}" if match["ask"] else f"求{letters}"
        before = source[: match.start()]
        if re.search(r"[,，.。;]\s*$", before):
            return before + ask, True
    if (match := _TOO.search(source)) is not None:
        return source[: match.start()], False
    return None


_LETTER: Final = re.compile(r"(?<![A-Za-z\\])[a-df-hj-z](?=x?(?![A-Za-z]))")


def read(source: str, say: Language) -> Prepared | None:
    """The letter and the other root, or the other root alone; None where the text asks for something else."""
    names = sorted(set(_LETTER.findall(source)) - {"x"})
    for letter in names or ["a"]:
        found = without(source, letter)
        if found is None:
            return None
        rest, alone = found
        for pattern in (*ENGLISH, *CHINESE):
            match = pattern.fullmatch(rest)
            if match is None or match.groupdict().get("root") is None:
                continue
            quadratic, node = quadratic_of(match["equation"], match["letter"]), formula_of(match["root"])
            if quadratic is None or quadratic.p is None or node is None or isinstance(node, Relation):
                continue
            root = to_sympy(node)
            if isinstance(root, sp.Expr) and root.is_real and not root.free_symbols:
                return task(quadratic.poly, quadratic.p, root, say, alone=alone)
    return None


def task(poly: sp.Poly, p: sp.Symbol, root: sp.Expr, say: Language, *, alone: bool) -> Prepared | None:
    """`poly` in x with the letter `p`, of which `root` is one root."""
    x = poly.gen
    a, b, _ = poly.all_coeffs()
    condition = sp.expand(poly.as_expr().subs(x, root))
    values = sp.solve(condition, p) if condition.has(p) else []
    if a.has(p) or len(values) != 1 or not values[0].is_real:
        return None
    (value,) = values
    total = sp.simplify((-b / a).subs(p, value))
    other = sp.simplify(total - root)
    whole = sp.expand(poly.as_expr().subs(p, value))
    put = f"\\left({latex(root)}\\right)" if latex(root).startswith("-") else latex(root)
    steps = (
        WORDS["root"].say(say, x=latex(x), root=latex(root), equation=latex(condition), p=latex(p), value=latex(value)),
        WORDS["sum"].say(say, whole=latex(whole), sum=latex(total), root=put, other=latex(other)),
    )  # fmt: skip
    X, P = x.name, p.name
    lines = (
        f"f = {exact_source(poly.as_expr())}",
        comment(WORDS["code"].say(say)),
        f"value = solve(f.subs({X}, {exact_source(root)}), {P})[0]",
        f"a, b, c = Poly(f.subs({P}, value), {X}).all_coeffs()",
        f"other = -b/a - ({exact_source(root)})",
        "simplify(other)" if alone else "(value, simplify(other))",
    )
    told = "answer" if alone else "answer[1]"
    same = f"expand(({exact_source(a)})*({X} - ({exact_source(root)}))*({X} - {told}) - f.subs({P}, {exact_source(value) if alone else 'answer[0]'}))"
    tests = (f"f = {exact_source(poly.as_expr())}", f"bool(simplify({same}) == 0)")
    return Prepared(
        say,
        steps,
        cell(*lines, variables=(X, P)),
        tests,
        WORDS["method"],
        WORDS["other" if alone else "both"],
        shown=shown_value if alone else _pair(p, x),
        given=one_value if alone else _given,
        letters=(X, P),
    )


def _pair(p: sp.Symbol, x: sp.Symbol) -> Any:
    def shown(value: Any) -> str | None:
        if not isinstance(value, tuple | sp.Tuple) or len(value) != 2:
            return None
        return rf"{latex(p)}={exact_latex(value[0])};\ {latex(x)}={exact_latex(value[1])}"  # with its letter: a=1; -3 reads as two values of a

    return shown


def _given(answer: str) -> Any:
    parts = [re.sub(r"^\s*(?:\\ )?[a-zA-Z]\s*=", "", part) for part in re.split(r";|；|,\\ |,|，", answer)]
    values = [values_in(part.replace("\\ ", " ")) for part in parts]
    if len(values) != 2 or any(v is None or len(v) != 1 or not isinstance(v[0], sp.Expr) for v in values):
        return None
    return tuple(v[0] for v in values if v is not None)
