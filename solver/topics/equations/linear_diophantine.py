"""One linear equation in two whole numbers: its integer, positive or non-negative solutions, or how many there are.

Read: "all positive integer solutions of 5x + 8y = 100", 求不定方程5x+8y=100的正整数解, 有几组. Not: other equations, more letters, and infinitely
many positive solutions.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Blank, Relation
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.reader import Notation
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared, one_value

_E: Final = r"(?P<e>[^,;?。.\u3400-\u9fff]*?=[^,;?。.\u3400-\u9fff=]*?)"
_SIGN_EN: Final = r"(?P<sign>positive\s+(?:whole|integers?|integral)|non-?\s?negative\s+(?:integers?|integral)|positive|non-?\s?negative|natural|whole|integers?|integral)"
_PAIR: Final = r"(?:\s*\$?\(?\s*[a-z]\s*,\s*[a-z]\s*\)?\$?\s*,?)?"
_OF: Final = (
    r"(?:of|to|for|in|that\s+(?:satisfy|solve)|satisfying|such\s+that|with|which\s+satisfy|for\s+which)"
)
_THE: Final = r"(?:\s+(?:the\s+)?(?:linear\s+)?(?:diophantine\s+)?equation:?)?"
_SOLUTIONS: Final = (
    rf"{_SIGN_EN}(?:[\s-]+(?:integers?|numbers?|whole\s+numbers?))*\s+(?:solutions?|pairs?|solution\s+pairs?)"
)
_PAIRS: Final = rf"(?:ordered\s+)?(?:pairs|solutions)(?:\s*\$?\(\s*[a-z]\s*,\s*[a-z]\s*\)\$?)?\s+(?:of|in)\s+{_SIGN_EN}(?:\s+(?:integers|numbers))?"
_EN: Final = tuple(
    re.compile(rf"(?i)^\s*(?:{pattern})\s*[.?]?\s*$")
    for pattern in (
        rf"(?:find|list|determine|give|write\s+down|state|what\s+are)\s+(?:all|every|the)?(?:\s+of)?(?:\s+the)?(?:\s+possible)?\s*(?:{_SOLUTIONS}){_PAIR}\s*{_OF}{_THE}\s+\$?{_E}\$?",
        rf"(?:find|list|determine|give|write\s+down|state|what\s+are)\s+(?:all|every|the)?(?:\s+of)?(?:\s+the)?(?:\s+possible)?\s*(?:{_PAIRS.replace('P<sign>', 'P<sign2>')}){_PAIR}\s*{_OF}{_THE}\s+\$?{_E}\$?",
        rf"solve(?:\s+the)?(?:\s+equation)?\s+\$?{_E}\$?\s+(?:in|over|for)\s+(?:the\s+)?(?P<sign>positive\s+integers|non-?\s?negative\s+integers|integers|natural\s+numbers|whole\s+numbers)",
        rf"(?P<count>how\s+many)\s+(?:{_SOLUTIONS}|{_PAIRS.replace('P<sign>', 'P<sign2>')})\s+(?:does|do)(?:\s+the)?(?:\s+equation)?\s+\$?{_E}\$?\s+have",
        rf"(?P<count>how\s+many)\s+(?:{_SOLUTIONS}|{_PAIRS.replace('P<sign>', 'P<sign2>')}){_PAIR}\s*(?:are\s+there\s+)?{_OF}{_THE}\s+\$?{_E}\$?",
        rf"(?:find|determine|what\s+is)\s+the\s+(?P<count>number)\s+of\s+(?:{_SOLUTIONS}|{_PAIRS.replace('P<sign>', 'P<sign2>')}){_PAIR}\s*{_OF}{_THE}\s+\$?{_E}\$?",
    )
)  # fmt: skip
_SIGN_ZH: Final = r"(?P<sign>正整数|非负整数|自然数|整数)"
_KIND_ZH: Final = r"(?:二元一次|一次)?(?:不定)?方程"
_ZH: Final = tuple(
    re.compile(rf"^(?:{pattern})[。.?]?$")
    for pattern in (
        rf"(?:求|写出|试求|求出)?(?:满足)?(?:{_KIND_ZH})?\$?{_E}\$?的?(?:所有|全部)?的?{_SIGN_ZH}解(?:\$?\([a-z],[a-z]\)\$?)?(?:有哪些|是什么|是多少|分别是什么|为)?",
        rf"(?:求|写出|试求|求出)?(?:{_KIND_ZH})?\$?{_E}\$?的?{_SIGN_ZH}解的?(?P<count>个数|组数)(?:是多少)?",
        rf"(?:{_KIND_ZH})?\$?{_E}\$?的?(?:{_SIGN_ZH}解)(?:一共|共)?有(?P<count>几|多少)(?:组|个|对)",
        rf"(?:{_KIND_ZH})?\$?{_E}\$?(?:一共|共)?有(?P<count>几|多少)(?:组|个|对)(?:不同的)?{_SIGN_ZH}解",
        rf"(?:在)?(?P<sign>正整数|非负整数|自然数|整数)范围内,?解(?:{_KIND_ZH})?\$?{_E}\$?",
    )
)  # fmt: skip
WORDS: Final = {
    "whole": Words("\\({x}\\) and \\({y}\\) are whole numbers. Solve for one: \\[{y}=\\frac{{{c}-{ax}}}{{{b}}}\\]", "\\({x}\\)、\\({y}\\) 是整数。先用一个未知数表示另一个：\\[{y}=\\frac{{{c}-{ax}}}{{{b}}}\\]"),
    "none": Words("The greatest common divisor of the coefficients is \\({g}\\). It divides the left side, but not \\({c}\\), so no whole numbers solve the equation.", "系数的最大公约数是 \\({g}\\)，它整除左边而不整除 \\({c}\\)，所以方程没有整数解。"),
    "first": Words("Try \\({x}=0,1,2,\\ldots\\): the first value for which \\({y}\\) is whole is \\({x}={x0}\\), with \\({y}={y0}\\).", "依次试 \\({x}=0,1,2,\\ldots\\)，第一个使 \\({y}\\) 为整数的是 \\({x}={x0}\\)，此时 \\({y}={y0}\\)。"),
    "all": Words("From there \\({x}\\) may change by multiples of \\({step}\\) only, and \\({y}\\) changes along with it: \\[{x}={fx},\\qquad {y}={fy}\\qquad(t\\in\\mathbb{{Z}})\\]", "其余的解中 \\({x}\\) 只能相差 \\({step}\\) 的倍数，\\({y}\\) 随之变化：\\[{x}={fx},\\qquad {y}={fy}\\qquad(t\\in\\mathbb{{Z}})\\]"),
    "kept": Words("Both are to be {kind}. That leaves {pairs}.", "两个未知数都要是{kind}，只剩下 {pairs}。"),
    "nothing": Words("Both are to be {kind}. No \\(t\\) makes them so.", "两个未知数都要是{kind}，没有这样的 \\(t\\)。"),
    "positive": Words("positive", "正整数"),
    "natural": Words("not negative", "非负整数"),
    "count": Words("These are \\({n}\\).", "一共有 \\({n}\\) 组。"),
    "code": Words("every value of the one unknown, where the other is whole", "逐个取一个未知数的值，另一个须为整数"),
    "sentence": Words("The solutions are \\({answer}\\).", "解是 \\({answer}\\)。"),
    "number": Words("There are \\({answer}\\) solutions.", "共有 \\({answer}\\) 组解。"),
    "method": Words("gone through the values of the other unknown", "改为逐个取另一个未知数的值检验"),
    "method_all": Words("put into the equation; and the steps are as small as the coefficients allow", "代入方程恒成立，且步长不能再小"),
}  # fmt: skip
_NONE: Final = {
    "integer": Words(r"\text{{no integer solution}}", r"\text{{无整数解}}"),
    "positive": Words(r"\text{{no positive integer solution}}", r"\text{{无正整数解}}"),
    "natural": Words(r"\text{{no non-negative integer solution}}", r"\text{{无非负整数解}}"),
}
MAX_COEFFICIENT: Final = 10**4
MAX_CONSTANT: Final = 10**6
MAX_LISTED: Final = 60


def read(text: Text) -> Prepared | None:
    """The whole solutions of one equation."""
    source = re.sub(r"\\[()\[\]]|\$\$?", " ", text.source)
    source = re.sub(r"\s+", "" if text.language == "zh" else " ", source).strip()
    for pattern in _ZH if text.language == "zh" else _EN:
        match = pattern.fullmatch(source)
        if match is not None and (equation := _equation(match["e"])) is not None:
            groups = match.groupdict()
            return _task(*equation, _kind(groups.get("sign") or groups.get("sign2") or ""), bool(groups.get("count")), text.language)  # fmt: skip
    return None


def _kind(words: str) -> str:
    words = words.lower()
    if re.search("non|非负|natural|whole|自然", words) and "positive whole" not in words:
        return "" if re.search("natural|whole", words) else "natural"  # does 0 belong to them?
    return "positive" if re.search("positive|正", words) else "integer"


def _equation(source: str) -> tuple[sp.Integer, sp.Integer, sp.Integer, sp.Symbol, sp.Symbol] | None:
    """a, b, c and the letters of a x + b y = c."""
    nodes = Notation(frozenset()).read(source.strip())
    if len(nodes) != 1 or not isinstance(nodes[0], Relation) or nodes[0].signs != ("=",):
        return None
    if any(isinstance(side, Blank) for side in nodes[0].sides):
        return None
    try:
        f = sp.expand(to_sympy(nodes[0].sides[0]) - to_sympy(nodes[0].sides[1]))
    except (FormulaError, TypeError):
        return None
    letters = sorted(f.free_symbols, key=str)
    if len(letters) != 2 or any(len(s.name) != 1 for s in letters) or {"e", "i"} & {s.name for s in letters}:
        return None
    x, y = letters
    polynomial = f.as_poly(x, y)
    if (
        polynomial is None
        or polynomial.total_degree() != 1
        or not all(k.is_Integer for k in polynomial.coeffs())
    ):
        return None
    a, b, c = f.coeff(x), f.coeff(y), -f.as_coeff_Add()[0]
    if a < 0:
        a, b, c = -a, -b, -c
    return (
        (a, b, c, x, y) if max(a, abs(b)) <= MAX_COEFFICIENT and abs(c) <= MAX_CONSTANT and b != 0 else None
    )


def _task(a: Any, b: Any, c: Any, x: sp.Symbol, y: sp.Symbol, kind: str, count: bool, say: Language) -> Prepared | None:  # fmt: skip
    if not kind or count and kind == "integer" or kind != "integer" and b < 0:
        return None
    g, X, Y = sp.gcd(a, b), latex(x), latex(y)
    if c % g != 0:
        steps = [WORDS["none"].say(say, g=g, c=c)]
        return _prepared(steps, [], a, b, c, kind, count, say)
    a, b, c = a // g, b // g, c // g
    x0 = next(k for k in range(abs(b)) if (c - a * k) % b == 0)
    y0 = (c - a * x0) // b
    t = sp.Symbol("t")
    family = (x0 + abs(b) * t, y0 - sp.sign(b) * a * t)
    shown = {"x": X, "y": Y, "c": c, "ax": latex(a * x), "b": b}
    steps = [
        WORDS["whole"].say(say, **shown),
        WORDS["first"].say(say, x=X, y=Y, x0=x0, y0=y0),
        WORDS["all"].say(say, x=X, y=Y, step=abs(b), fx=latex(family[0]), fy=latex(family[1])),
    ]
    if kind == "integer":
        return _family(steps, a, b, c, x, y, family, say)
    low = 1 if kind == "positive" else 0
    pairs = [(k, (c - a * k) // b) for k in range(low, int(c) // int(a) + 1) if (c - a * k) % b == 0 and (c - a * k) // b >= low]  # fmt: skip
    if len(pairs) > MAX_LISTED and not count:
        return None
    name = WORDS[kind].say(say)
    listed = ", ".join(rf"\(({k}, {m})\)" for k, m in pairs[:8]) + (", …" if len(pairs) > 8 else "")
    steps.append(WORDS["kept" if pairs else "nothing"].say(say, kind=name, pairs=listed))
    if count and pairs:
        steps.append(WORDS["count"].say(say, n=len(pairs)))
    return _prepared(steps, pairs, a, b, c, kind, count, say)


def _prepared(steps: list[str], pairs: list[Any], a: Any, b: Any, c: Any, kind: str, count: bool, say: Language) -> Prepared:  # fmt: skip
    low = 1 if kind == "positive" else 0
    lines = [comment(WORDS["code"].say(say))]
    if kind == "integer":
        lines.append(
            f"pairs = [(k, ({c} - {a}*k)//({b})) for k in range({abs(b)}) if ({c} - {a}*k) % ({b}) == 0]"
        )
        wide = f"[k for k in range({a}) if ({c} - ({b})*k) % {a} == 0]"
    else:
        lines.append(f"pairs = [(k, ({c} - {a}*k)//{b}) for k in range({low}, {max(c, 0)}//{a} + 1) if ({c} - {a}*k) % {b} == 0 and ({c} - {a}*k)//{b} >= {low}]")  # fmt: skip
        wide = f"[(({c} - {b}*k)//{a}, k) for k in range({low}, {max(c, 0)}//{b} + 1) if ({c} - {b}*k) % {a} == 0 and ({c} - {b}*k)//{a} >= {low}]"
    lines.append("len(pairs)" if count else "pairs")
    tests = (f"found = {wide}", "len(found) == answer" if count else "sorted(found) == sorted(tuple(map(int, p)) for p in answer)")  # fmt: skip
    words = WORDS["number"] if count else WORDS["sentence"]

    def shown(value: Any) -> str | None:
        if count:
            return exact_latex(value) if isinstance(value, sp.Integer | int) else None
        if not isinstance(value, list | tuple | sp.Tuple):
            return None
        return r",\ ".join(f"({p[0]}, {p[1]})" for p in value) if value else _NONE[kind].say(say)

    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], words, shown=shown, given=one_value if count else _given)  # fmt: skip


def _given(answer: str) -> Any:
    if answer.strip() in (*(w for none in _NONE.values() for w in (none.en.format(), none.zh.format())), r"\varnothing", r"\emptyset"):  # fmt: skip
        return []
    values = values_in(answer)
    if values is None or not all(isinstance(v, sp.Tuple) and len(v) == 2 for v in values):
        return None
    return [tuple(v) for v in values]


def _family(steps: list[str], a: Any, b: Any, c: Any, x: sp.Symbol, y: sp.Symbol, family: tuple[sp.Expr, sp.Expr], say: Language) -> Prepared:  # fmt: skip
    X, Y = latex(x), latex(y)
    lines = [
        comment(WORDS["code"].say(say)),
        f"first = next(k for k in range({abs(b)}) if ({c} - {a}*k) % ({b}) == 0)",
        f"(first + {abs(b)}*t, ({c} - {a}*first)//({b}) - {sp.sign(b) * a}*t)",
    ]
    tests = (
        "one, other = answer",
        f"expand({a}*one + ({b})*other - ({c})) == 0 and abs(diff(one, t)) == {abs(b)} and one.subs(t, 0).is_integer and other.subs(t, 0).is_integer",
    )

    def shown(value: Any) -> str | None:
        pair = tuple(value) if isinstance(value, tuple | list | sp.Tuple) else ()
        return rf"{X}={latex(pair[0])},\ {Y}={latex(pair[1])}\ (t\in\mathbb{{Z}})" if len(pair) == 2 else None

    def given(answer: str) -> Any:
        plain = re.sub(
            r"(?:\\ |\s)*[(,（，]?\s*(?:\\text\s*\{[^{}]*\}\s*)?[a-z]\s*(?:\\in|∈|是|is|为).*$", "", answer
        )
        values = values_in(plain)
        if values is None or len(values) != 2 or not all(isinstance(v, sp.Expr) for v in values):
            return None
        free = values[0].free_symbols | values[1].free_symbols
        if len(free) != 1 or re.match(rf"\s*\$?{Y}\s*=", plain):
            return None
        return tuple(v.subs(free.copy().pop(), sp.Symbol("t")) for v in values)

    source = cell(*lines, variables=("t",))
    return Prepared(say, tuple(steps), source, tests, WORDS["method_all"], WORDS["sentence"], shown=shown, given=given, letters=("t",))  # fmt: skip
