"""Newton's method: the approximations behind a starting value.

Read: a function f, or an equation, and x_0 (or x_1); asked: the next approximations by name, or so many steps, exactly or to decimal places. Not: how many steps
an accuracy takes, starting values that are not told, a derivative that is zero on the way.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import without_dollars
from solver.topics.prepared import Prepared

X: Final = sp.Symbol("x", real=True)
_ABOUT: Final = re.compile(
    r"(?i)newton(?:'s|-raphson|\s+raphson)?\s*(?:method|iteration|formula)?|牛顿(?:迭代)?法|牛顿切线法|切线法"
)
_START: Final = re.compile(
    r"(?i)(?:with|from|at|using|starting|取|以|选取|初值|初始值|the|an?|initial|first|guess|estimate|approximation|value|point|为|of|,|\s)*x\s*_?\s*\{?\s*(?P<index>[01])\s*\}?\s*=\s*(?P<value>-?\d+(?:\.\d+)?(?:/\d+)?)(?![\d.]*\d)(?:为初值|作为初值|开始|作初值)?"
)
_FUNCTION: Final = re.compile(
    r"(?i)(?:f\s*\(\s*x\s*\)\s*=\s*(?P<f>[^=,;?。\u3400-\u9fff]+?)|(?<![A-Za-z_\d])(?P<left>(?:[-+*/^(){}\d.x\s√\\]|(?:sin|cos|tan|ln|sqrt|exp|e)(?![a-df-z]))*?x(?:[-+*/^(){}\d.x\s√\\]|(?:sin|cos|tan|ln|sqrt|exp|e)(?![a-df-z]))*?)\s*=\s*(?P<right>[-\d.x+*/^() ]+?))(?=\s*(?:[,;?。:]|\.(?!\d)|$|\b(?:with|starting|from|using|and|near|at|that|for|to|in|has|correct)\b|[\u3400-\u9fff]))"
)
_ROOT: Final = re.compile(r"(?:√|\\sqrt)\s*\{?\s*(\d+)\s*\}?(?=\s*的近似|\b)")
WORDS: Final = {
    "rule": Words("Newton's method goes along the tangent to its zero: \\[x_{{n+1}}=x_n-\\frac{{f(x_n)}}{{f'(x_n)}}\\] with \\(f(x)={f}\\) and \\(f'(x)={slope}\\).", "牛顿迭代法沿切线求其零点：\\[x_{{n+1}}=x_n-\\frac{{f(x_n)}}{{f'(x_n)}}\\] 其中 \\(f(x)={f}\\)，\\(f'(x)={slope}\\)。"),
    "difference": Words("Bring everything to one side: \\(f(x)={f}=0\\).", "移项，令 \\(f(x)={f}=0\\)。"),
    "step": Words("\\[x_{{{n}}}={before}-\\frac{{{above}}}{{{below}}}{sign}{value}\\]", "\\[x_{{{n}}}={before}-\\frac{{{above}}}{{{below}}}{sign}{value}\\]"),
    "code": Words("one tangent after the other", "逐次作切线"),
    "method": Words("each approximation is the zero of the tangent at the one before", "检验每个近似值是前一点处切线的零点"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip
_NUMBERS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
}
_ASKED: Final = re.compile(r"x\s*_?\s*\{?\s*([1-4])\s*\}?(?!\s*=|\d)")
_COUNT: Final = re.compile(
    r"(?i)(one|two|three|[1-3一二两三])\s*(?:steps?|iterations?|次|步)|迭代\s*([1-3一二两三])\s*次"
)
_PLACES: Final = re.compile(
    r"(?i)(?:to|保留|精确到小数点后|取)\s*(one|two|three|four|five|six|[1-6一二两三四五六])\s*(?:decimal\s+places?|decimals?|d\.?p\.?|位小数|位)"
)
_WORDS: Final = re.compile(
    r"(?i)\b(?:use|apply|using|by|with|perform|carry|out|do|newton|raphson|method|iteration|iterations|steps?|of|on|to|for|find|the|a|an|root|solution|function|equation|approximate|approximation|approximations|real|positive|zero|solve|second|first|third|next|and|what|is|are|compute|calculate|determine|give|then|starting|start|from|at|initial|guess|value|estimate|correct|rounded|decimal|applied|applying|begin|beginning|as|exact|fraction|exactly|taking|approximating|your|answer|iterates?|obtained|obtain|get|computed|given|if|write|down|simplest|form|first|iterated|produces|so|value|places?|near|two|one|three|four|five|six|let|each|be|in|that|has|its|this)\b|'s\b"
    r"|用|利用|牛顿|迭代|法|切线|求|方程|函数|的|根|近似值|近似|解|取|初值|初始值|为|以|和|与|及|并|则|计算|次|两|一|二|三|结果|是|多少|等于|保留|位|小数|四|五|六|精确到|后|点|数|开始|作|第|步|值|在|附近|实|正|设|已知|每|得|到|从|出发"
    r"|[\s,.;:?。()$\d]"
)


def read(text: Text) -> Reading:
    """A function, a start, and which approximations are wanted."""
    if not _ABOUT.search(text.source):
        return None
    source = without_dollars(text.source)
    start = _START.search(source)
    if start is None or len(_START.findall(source)) != 1:
        return None
    rest = f"{source[: start.start()]} , {source[start.end() :]}"
    found = _function(rest)
    if found is None:
        return None
    f, told, rest = found
    first = int(start["index"])
    asked = [int(i) for i in _ASKED.findall(rest)]
    count = _COUNT.search(rest)
    rest = _ASKED.sub(" ", rest)
    if not asked and count is not None:
        asked = [first + _number(count[1] or count[2])]
    places_told = _PLACES.search(rest)
    if (
        not asked
        or asked != sorted(set(asked))
        or asked[0] <= first
        or asked[-1] - first > 3
        or _WORDS.sub("", rest)
    ):
        return None
    places = _number(places_told[1]) if places_told is not None else None
    return _task(f, told, sp.Rational(start["value"]), first, asked, places, text.language)


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)


def _function(rest: str) -> tuple[sp.Expr, bool, str] | None:
    """f, whether it is an equation's difference, and the text without it."""
    known = {"x": X}
    matches = list(_FUNCTION.finditer(rest))
    try:
        if len(matches) == 1:
            match = matches[0]
            left = to_sympy(parse(match["f"] or match["left"]), known)
            right = to_sympy(parse(match["right"]), known) if match["right"] else sp.S.Zero
            f = left - right
            told = bool(match["right"]) and right != 0
            rest = f"{rest[: match.start()]} , {rest[match.end() :]}"
        elif not matches and (root := _ROOT.search(rest)) is not None:
            f, told = X**2 - int(root[1]), True
            rest = f"{rest[: root.start()]} , {rest[root.end() :]}"
        else:
            return None
    except (FormulaError, TypeError, AttributeError, ValueError):
        return None
    return (f, told, rest) if isinstance(f, sp.Expr) and f.free_symbols == {X} else None


def _task(f: sp.Expr, told: bool, start: sp.Rational, first: int, asked: list[int], places: int | None, say: Language) -> Prepared | None:  # fmt: skip
    slope = f.diff(X)
    steps = [WORDS["difference"].say(say, f=latex(f))] if told else []
    steps.append(WORDS["rule"].say(say, f=latex(f), slope=latex(slope)))
    x: sp.Expr = start
    values = {first: x}
    exact = f.is_rational_function(X)
    if not exact and places is None:
        return None
    for n in range(first + 1, asked[-1] + 1):
        above, below = f.subs(X, x), slope.subs(X, x)
        if not exact:
            above, below = above.evalf(40), below.evalf(40)
        if below == 0 or not (above.is_real and below.is_real):
            return None
        following = x - above / below
        shown = _written(following, places, exact=exact)
        steps.append(WORDS["step"].say(say, n=n, before=_short(x, exact=exact), above=_short(above, exact=exact), below=_short(below, exact=exact), sign="=" if exact and "." not in shown else r"\approx ", value=shown))  # fmt: skip
        values[n] = x = following
    if any(len(str(values[n])) > 60 for n in asked) and places is None:
        return None
    answer = r";\ ".join(
        (f"x_{{{n}}}=" if len(asked) > 1 else "") + _written(values[n], places if n == asked[-1] or not _is_short(values[n], places) else None, exact=exact)
        for n in asked
    )  # fmt: skip
    source = cell(
        f"f = {exact_source(f)}",
        comment(WORDS["code"].say(say)),
        f"x_n, found = S({exact_source(start)}), []",
        f"for _ in range({asked[-1] - first}):",
        "    x_n = x_n - f.subs(x, x_n)/diff(f, x).subs(x, x_n)" if exact else "    x_n = N(x_n - f.subs(x, x_n)/diff(f, x).subs(x, x_n), 30)",
        "    found.append(x_n)",
        f"[found[i] for i in {[n - first - 1 for n in asked]}]",
        variables=("x",),
    )  # fmt: skip
    digits = sp.Rational(1, 10 ** (places or 30)) * sp.Rational(51, 100)
    tests = (
        f"f = lambda t: N(({exact_source(f)}).subs(x, t), 50)",
        f"now, expected = N({exact_source(start)}, 50), []",
        f"for _ in range({asked[-1] - first}):",
        "    h = Rational(1, 10**20)",
        "    now = now - f(now)/((f(now + h) - f(now - h))/(2*h))",
        "    expected.append(now)",
        f"wanted = [expected[i] for i in {[n - first - 1 for n in asked]}]",
        f"bool(len(answer) == {len(asked)} and all(abs(N(a, 50) - w) < {exact_source(digits)} for a, w in zip(answer, wanted)))",
    )

    def written(value: Any) -> str | None:
        return answer if isinstance(value, list | tuple) and all(abs(sp.N(v - values[n], 20)) < 1e-15 for v, n in zip(value, asked, strict=True)) else None  # fmt: skip

    def given(text: str) -> Any:
        found = values_in(",".join(part.split("=")[-1] for part in text.replace(r"\ ", " ").split(";")))
        return list(found) if found else None

    return Prepared(
        say,
        tuple(steps),
        source,
        tests,
        WORDS["method"],
        WORDS["sentence"],
        shown=written,
        given=given,
        letters=("x",),
    )


def _is_short(value: sp.Expr, places: int | None) -> bool:
    """Whether the exact decimal has no more digits than are asked for."""
    return places is None or isinstance(value, sp.Rational) and (value * 10**places).q == 1


def _written(value: sp.Expr, places: int | None, *, exact: bool) -> str:
    if places is None:
        return exact_latex(value)
    rounded = sp.Rational(str(sp.N(value, 40))) * 10**places
    whole = (
        int(sp.floor(rounded + sp.Rational(1, 2)))
        if rounded >= 0
        else -int(sp.floor(-rounded + sp.Rational(1, 2)))
    )
    digits = str(abs(whole)).rjust(places + 1, "0")
    return ("-" if whole < 0 else "") + f"{digits[:-places]}.{digits[-places:]}"


def _short(value: sp.Expr, *, exact: bool) -> str:
    return exact_latex(value) if exact and len(str(value)) < 40 else str(sp.N(value, 10))
