"""Whether a number, a root or an equation is of a kind: irrational, prime, 最简二次根式, 一元二次方程."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Constant, Number, symbols, walk
from solver.latex import latex
from solver.topics.base import Words
from solver.topics.cells import difference
from solver.topics.statement_choices.judged import Judged
from solver.topics.statement_choices.relations import sides_of

KINDS_ZH: Final = {"无理数": "irrational", "有理数": "rational", "正整数": "positive_integer", "负整数": "negative_integer", "整数": "integer", "自然数": "natural", "质数": "prime", "素数": "prime", "合数": "composite", "正数": "positive", "负数": "negative", "分数": "fraction", "偶数": "even", "奇数": "odd", "完全平方数": "square"}  # fmt: skip
KINDS_EN: Final = {"irrational": "irrational", "rational": "rational", "positive integer": "positive_integer", "negative integer": "negative_integer", "integer": "integer", "prime": "prime", "composite": "composite", "even": "even", "odd": "odd", "perfect square": "square", "square": "square", "perfect cube": "cube"}  # fmt: skip
_TOLD: Final = {
    "irrational": Words("irrational", "无理数"), "rational": Words("rational", "有理数"), "positive_integer": Words("a positive integer", "正整数"), "negative_integer": Words("a negative integer", "负整数"),
    "integer": Words("an integer", "整数"), "natural": Words("a natural number", "自然数"), "prime": Words("prime", "质数"), "composite": Words("composite", "合数"), "positive": Words("positive", "正数"),
    "negative": Words("negative", "负数"), "fraction": Words("a fraction", "分数"), "even": Words("even", "偶数"), "odd": Words("odd", "奇数"), "square": Words("a perfect square", "完全平方数"), "cube": Words("a perfect cube", "完全立方数"),
}  # fmt: skip
_SOURCES: Final = {
    "irrational": "{v}.is_irrational", "rational": "{v}.is_rational", "integer": "{v}.is_integer", "positive_integer": "{v}.is_integer and {v} > 0", "negative_integer": "{v}.is_integer and {v} < 0",
    "natural": "{v}.is_integer and {v} >= 0", "prime": "isprime({v})", "composite": "{v} > 1 and not isprime({v})", "positive": "{v} > 0", "negative": "{v} < 0", "fraction": "{v}.is_rational and not {v}.is_integer",
    "even": "{v} % 2 == 0", "odd": "{v} % 2 == 1", "square": "sqrt({v}).is_integer", "cube": "real_root({v}, 3).is_integer",
}  # fmt: skip
_OTHERS: Final = {
    "irrational": "not isinstance(nsimplify({v}), Rational)", "rational": "isinstance(nsimplify({v}), Rational)", "prime": "[d for d in range(1, {v} + 1) if {v} % d == 0] == [1, {v}]",
    "composite": "len([d for d in range(1, {v} + 1) if {v} % d == 0]) > 2", "square": "any(k * k == {v} for k in range({v} + 1))", "cube": "any(k ** 3 == {v} for k in range({v} + 1))",
    "even": "str({v})[-1] in '02468'", "odd": "str({v})[-1] in '13579'", "positive": "N({v}) > 0", "negative": "N({v}) < 0", "integer": "{v} == floor({v})", "natural": "{v} == floor({v}) and N({v}) >= 0",
    "positive_integer": "{v} == floor({v}) and N({v}) > 0", "negative_integer": "{v} == floor({v}) and N({v}) < 0", "fraction": "isinstance(nsimplify({v}), Rational) and {v} != floor({v})",
}  # fmt: skip
_OF_INTEGERS: Final = frozenset("prime composite even odd square cube".split())
IS: Final = Words("\\({n}\\){same} is {kind}.", "\\({n}\\){same} 是{kind}。")
IS_NOT: Final = Words("\\({n}\\){same} is not {kind}.", "\\({n}\\){same} 不是{kind}。")
MADE_OF: Final = Words("\\({n}={factors}\\) is not prime.", "\\({n}={factors}\\) 不是质数。")
SIMPLEST: Final = Words(
    "\\({n}\\) cannot be simplified: no square factor, no fraction under the root.",
    "\\({n}\\) 的被开方数不含分母，也不含能开得尽方的因数，是最简二次根式。",
)
NOT_SIMPLEST: Final = Words(
    "\\({n}={value}\\) is not in simplest form.", "\\({n}={value}\\)，不是最简二次根式。"
)
LIKE: Final = Words(
    "\\({n}={value}\\): a multiple of \\({of}\\).", "\\({n}={value}\\)，与 \\({of}\\) 是同类二次根式。"
)
UNLIKE: Final = Words(
    "\\({n}={value}\\): no multiple of \\({of}\\).", "\\({n}={value}\\)，与 \\({of}\\) 不是同类二次根式。"
)
MAX_INTEGER: Final = 100_000


def kind_of(option: str, kind: str, *, denied: bool = False) -> Judged | None:
    """Whether an exact real number is of the kind, or is not, where that is `denied`."""
    bare = option.replace("$", "").strip()
    if re.search(r"\.{3}|…|\\dots|\\dot", bare):
        return None
    try:
        node = parse(bare)
        if symbols(node):
            return None
        value = sp.simplify(to_sympy(node))
    except (FormulaError, ValueError, TypeError):
        return None
    if value.is_real is not True or not value.is_finite or kind in _OF_INTEGERS and not value.is_integer:
        return None
    if value.is_rational is None or value.is_integer and abs(value) > MAX_INTEGER or kind in _OF_INTEGERS and value < 0:  # fmt: skip
        return None
    source = f"S({to_python(node)})" if kind not in _OF_INTEGERS else str(value)
    is_so = bool(_is(value, kind))
    same = f" \\(={latex(value)}\\)" if latex(value) != to_latex(node) else ""
    name = _TOLD[kind]
    words = IS if is_so else IS_NOT
    told = Words(words.en.replace("{kind}", name.en), words.zh.replace("{kind}", name.zh))
    facts = {"n": to_latex(node), "same": same}
    if kind in ("prime", "composite") and value > 3 and not sp.isprime(value) and not is_so:
        told, facts = MADE_OF, {"n": latex(value), "factors": r"\times ".join(str(p) for p, k in sp.factorint(value).items() for _ in range(k))}  # fmt: skip
    first, second = _SOURCES[kind].format(v=source), _OTHERS[kind].format(v=source)
    if denied:
        first, second = f"not ({first})", f"not ({second})"
    return Judged(is_so != denied, told, facts, f"bool({first})", f"bool({second})")


def _is(value: sp.Expr, kind: str) -> bool:
    match kind:
        case "irrational":
            return value.is_rational is False
        case "rational":
            return value.is_rational is True
        case "integer":
            return value.is_integer is True
        case "positive_integer" | "negative_integer":
            return value.is_integer is True and bool(value > 0 if kind == "positive_integer" else value < 0)
        case "natural":
            return value.is_integer is True and bool(value >= 0)
        case "fraction":
            return value.is_rational is True and value.is_integer is False
        case "prime":
            return bool(sp.isprime(value))
        case "composite":
            return bool(value > 1) and not sp.isprime(value)
        case "even" | "odd":
            return bool(value % 2 == (0 if kind == "even" else 1))
        case "square":
            return sp.sqrt(value).is_integer is True
        case "cube":
            return sp.real_root(value, 3).is_integer is True
    return bool(value > 0) if kind == "positive" else bool(value < 0)


def _root(option: str) -> tuple[Node, sp.Expr] | None:
    try:
        node = parse(option.replace("$", "").strip())
        value = sp.sqrtdenest(sp.radsimp(sp.simplify(to_sympy(node))))
    except (FormulaError, ValueError, TypeError):
        return None
    return (node, value) if any(isinstance(n, Call) and n.name == "sqrt" for n in walk(node)) else None


def simplest_root(option: str) -> Judged | None:
    """Whether a square root of a number (with a whole factor) is in simplest form."""
    found = _root(option)
    if found is None or symbols(found[0]):
        return None
    node, value = found
    root = (
        node.right if isinstance(node, Binary) and node.op == "*" and isinstance(node.left, Number) else node
    )
    if not (isinstance(root, Call) and root.name == "sqrt" and len(root.arguments) == 1):
        return None
    inside = root.arguments[0]
    number = to_sympy(inside)
    if not (number.is_rational and number > 0):
        return None
    holds = isinstance(inside, Number) and bool(number.is_integer) and number != 1 and all(k == 1 for k in sp.factorint(number).values())  # fmt: skip
    words = SIMPLEST if holds else NOT_SIMPLEST
    v = f"S({to_python(inside)})"
    source = f"{v}.is_integer and all(k == 1 for k in factorint({v}).values())"
    other = f"{v}.is_integer and not any({v} % (k * k) == 0 for k in range(2, int({v}) + 1))"
    return Judged(
        holds, words, {"n": to_latex(node), "value": latex(value)}, f"bool({source})", f"bool({other})"
    )


def like_root(of: str) -> object:
    """A judge: whether a root is a rational multiple of the root `of`; None where that is no root of a number."""
    target = _root(of)
    if target is None or symbols(target[0]):
        return None

    def judge(option: str) -> Judged | None:
        try:
            node = parse(option.replace("$", "").strip())
            if symbols(node):
                return None
            value = sp.radsimp(sp.simplify(to_sympy(node)))
        except (FormulaError, ValueError, TypeError):
            return None
        ratio = sp.simplify(value / target[1])
        if ratio.is_rational is None or not value.is_real:
            return None
        a, b = to_python(node), to_python(target[0])
        facts = {"n": to_latex(node), "value": latex(value), "of": latex(target[1])}
        square = f"sqrt(simplify(({a})**2 * ({b})**2))"
        return Judged(bool(ratio.is_rational), LIKE if ratio.is_rational else UNLIKE, facts, f"bool(simplify(({a})/({b})).is_rational)", f"bool({square}.is_rational)")  # fmt: skip

    return judge


DEGREE: Final = Words(
    "in order this is \\({left}=0\\), of degree {degree}.", "整理得 \\({left}=0\\)，是 {degree} 次方程。"
)
LETTERS: Final = Words("it has more letters than one.", "含有不止一个字母。")
NO_POLYNOMIAL: Final = Words(
    "the unknown stands in a denominator, under a root or in a function: no polynomial equation.",
    "未知数出现在分母、根号或函数中，不是整式方程。",
)
VANISHES: Final = Words("no unknown is left when it is simplified.", "整理后不含未知数。")


def equation_of_degree(option: str, degree: int) -> Judged | None:
    """Whether the option is a polynomial equation of this degree in one unknown."""
    parts = sides_of(option)
    if parts is None:
        return Judged(False, NOT_ONE, {}, "False", "False") if _is_expression(option) else None
    left, sign, right = parts
    if sign != "=":
        return None
    try:
        a, b = parse(left), parse(right)
        gap = sp.expand(to_sympy(a) - to_sympy(b))
    except (FormulaError, ValueError, TypeError):
        return None
    names = symbols(a) | symbols(b)
    if not names or any(isinstance(n, Constant) and n.name == "I" for node in (a, b) for n in walk(node)):
        return None
    if len(names) > 1:
        return Judged(False, LETTERS, {}, "False", "False")
    (name,) = names
    x = sp.Symbol(name)
    source = difference(to_python(a), to_python(b))
    if not (_is_whole(a, x) and _is_whole(b, x)):
        return Judged(False, NO_POLYNOMIAL, {}, "False", "False")
    if not gap.free_symbols:
        return Judged(False, VANISHES, {}, "False", "False")
    found = sp.Poly(gap, x).degree()
    v = python_name(name)
    other = (
        f"diff({source}, {v}, {degree}).expand().is_number and diff({source}, {v}, {degree}).expand() != 0"
    )
    return Judged(found == degree, DEGREE, {"left": latex(gap), "degree": str(found)}, f"degree({source}, {v}) == {degree}", f"bool({other})", names)  # fmt: skip


NOT_ONE: Final = Words("it is no equation.", "不是方程。")


def _is_expression(option: str) -> bool:
    """Whether the text has no sign of a relation."""
    if re.search(r"[=<>≤≥]|\\(?:le|ge|ne)", option):
        return False
    try:
        parse(option.replace("$", "").strip())
    except FormulaError:
        return False
    return True


def _is_whole(node: Node, x: sp.Symbol) -> bool:
    """Whether a side is a polynomial as it is written: x stands in no denominator."""
    for n in walk(node):
        if isinstance(n, Binary) and n.op == "/" and x.name in symbols(n.right):
            return False
    return bool(to_sympy(node).is_polynomial(x))
