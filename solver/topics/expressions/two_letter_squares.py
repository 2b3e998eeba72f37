"""A perfect square in two letters: 4x² + kxy + 9y². One letter may be put to 1, and the question is one about a trinomial in x."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import to_latex, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.reader import scan
from solver.reader.scan import Formula
from solver.topics.base import Text, Words

ASKED: Final = re.compile(r"(?i)perfect\s+square|square\s+of\s+a\s+binomial|完全平方")
STEP: Final = Words(
    "Every term of \\({before}\\) has degree two in \\(x\\) and \\(y\\). Divide by \\(y^2\\) and write \\(x\\) for \\(\\frac{{x}}{{y}}\\): it is a square exactly when \\({after}\\) is.",
    "\\({before}\\) 的每一项关于 \\(x\\) 和 \\(y\\) 都是二次的。除以 \\(y^2\\)，并把 \\(\\frac{{x}}{{y}}\\) 记作 \\(x\\)：它是完全平方式，当且仅当 \\({after}\\) 是完全平方式。",
)


def in_one_letter(text: Text) -> tuple[Text, str] | None:
    """The same question without y, and the step that says so; None where it is none about such a form."""
    if not ASKED.search(text.source) or "y" not in text.source:
        return None
    found = [i for i in scan(text.source) if isinstance(i, Formula) and "y" in symbols(i.node)]
    if len(found) != 1 or isinstance(found[0].node, Relation):
        return None
    (item,) = found
    x, y = sp.symbols("x y")
    form = to_sympy(item.node, {"x": x, "y": y})
    polynomial = form.as_poly(x, y)
    if polynomial is None or not polynomial.is_homogeneous or polynomial.total_degree() != 2:
        return None
    after = sp.sstr(sp.collect(sp.expand(form.subs(y, 1)), x)).replace("**", "^").replace("*", " ")
    start = text.source.index(item.text, item.start)
    source = text.source[:start] + f" ${after}$ " + text.source[start + len(item.text) :]
    step = STEP.say(
        text.language, before=to_latex(item.node), after=sp.latex(sp.collect(sp.expand(form.subs(y, 1)), x))
    )
    return Text(source, text.language, text.values), step
