r"""Letters in a function of several formulas that make it continuous or differentiable where the formulas meet: 在 x=0 处连续, 求常数 a, b.

Read: \begin{cases} … \end{cases} in x with one or two letters; "at x = a" or everywhere. The limits are those of sympy; the check is numerical.
Not: a value that the letters do not settle, or several pairs of letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import several, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table, without_dollars
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_CASES: Final = re.compile(r"(?:(?P<name>[a-zA-Z])\s*\(\s*x\s*\)\s*=\s*|y\s*=\s*)?(?:\\left\s*\\\{)?\s*\\begin\s*\{cases\}(?P<body>.+?)\\end\s*\{cases\}", re.DOTALL)  # fmt: skip
_F: Final = (
    r"(?:the |this )?(?:following )?(?:function )?(?:⟨f⟩|[a-z] ?\( ?x ?\)|[a-z](?![a-z(])|it|function)"
)
_KIND: Final = r"(?P<kind>continuous|differentiable)"
_PLACE: Final = r"(?:at|for all|for every|everywhere|on|over|throughout)"
_WHERE: Final = r"(?: (?:at (?:the point )?(?:x ?= ?)?(?P<at>{number})|(?P<all>everywhere|for all (?:real )?(?:values of |numbers )?x|on (?:the )?(?:entire |whole )?(?:real (?:line|numbers)|number line|R|\\mathbb ?\{\{? ?R ?\}?\}|\( ?-(?:\\infty|∞) ?, ?\+?(?:\\infty|∞) ?\)))))?"
_NUMBER: Final = r"-?(?:\d+(?:/\d+)?|\\?pi|π)"
_AT: Final = _WHERE.replace("{number}", _NUMBER).replace("{{", "{").replace("}}", "}")
_PS: Final = r"(?P<ps>[a-hk-z](?: ?(?:,|and|, and) ?[a-hk-z])?)"
TABLE_EN: Final = table({
    "told": (rf"(?:(?:let|given|consider|suppose) )?(?:that )?{_F}",),
    "holds": (rf"(?:(?:if|given|suppose)(?: that)? )?{_F} (?:is )?{_KIND}{_AT}",),
    "ask": (
        rf"{FIND}(?:all |the )*(?:constants?|values?(?: or values)?(?:\(s\))?|numbers?)? ?(?:of )?(?:the )?(?:constants? )?{_PS} (?:that (?:will )?makes?|which makes?|so that|such that|for which|if|making) {_F} (?:is |be |to be )?{_KIND}{_AT}",
        rf"for (?:which|what) values? of (?:the )?(?:constants? )?{_PS} (?:is|will) {_F} (?:be )?{_KIND}{_AT}",
        rf"(?:then )?{FIND}(?:the )?(?:values? of |constants? )*{_PS}(?: ?= ?(?:_+|\?)?)?",
    ),
})  # fmt: skip
_F_ZH: Final = r"(?:函数)? ?(?:⟨f⟩|[a-z] ?\( ?x ?\)|它|其|函数)"
_KIND_ZH: Final = r"(?P<kind>连续|可导|可微)"
_WHERE_ZH: Final = rf"(?: ?在(?:点)? ?(?:x ?= ?(?P<at>{_NUMBER}) ?(?:点)?(?:处)?|(?P<all>\( ?-(?:\\infty|∞) ?, ?\+?(?:\\infty|∞) ?\)(?:内|上)?|其定义域(?:内|上)|定义域(?:内|上)|R上|实数集上|整个实数轴上)))? ?(?:处处)?"
_PS_ZH: Final = r"(?P<ps>[a-hk-z](?: ?(?:,|、|和|与|及) ?[a-hk-z])?)"
_HOLDS_ZH: Final = rf"{_F_ZH}{_WHERE_ZH}(?:是|为)?{_KIND_ZH}(?:函数|的)?"
TABLE_ZH: Final = table({
    "told": (rf"(?:(?:设|已知|若|给定) ?)?{_F_ZH}",),
    "holds": (rf"(?:(?:设|已知|若|如果|要使) ?)?{_HOLDS_ZH}",),
    "ask": (
        rf"(?:问|当|试问)* ?(?:常数|参数|实数)? ?{_PS_ZH} ?(?:各)?(?:为何值|取何值|取什么值|等于何值|等于什么|为多少)时? ?,?(?:能使|使得?|才能使|可使)? ?{_HOLDS_ZH}",
        rf"(?:试)?(?:确定|求|选择|适当选取)(?:常数|参数|实数)? ?{_PS_ZH} ?(?:的值|之值)? ?,? ?使得? ?{_HOLDS_ZH}",
        rf"(?:试)?(?:确定|{FIND_ZH})(?:常数|参数|实数)? ?{_PS_ZH} ?(?:的值|之值)?{HOW_MUCH_ZH}(?: ?= ?)?(?:_+|\?)?",
    ),
})  # fmt: skip
WORDS: Final = {
    "limit": Words("\\[\\lim_{{x\\to {a}^{side}}}f(x)=\\lim_{{x\\to {a}^{side}}}{body}={value}\\]", "\\[\\lim_{{x\\to {a}^{side}}}f(x)=\\lim_{{x\\to {a}^{side}}}{body}={value}\\]"),
    "finite": Words("The denominator of \\({body}\\) is 0 at \\(x={a}\\); for a finite limit the numerator must be 0 there, too: \\({condition}=0\\).", "\\(x={a}\\) 时 \\({body}\\) 的分母为零，要使极限存在，分子也必须为零：\\({condition}=0\\)。"),
    "value": Words("At the place itself \\(f({a})={value}\\).", "而 \\(f({a})={value}\\)。"),
    "equal": Words("Continuous means that these are equal: \\({equations}\\).", "连续要求它们相等：\\({equations}\\)。"),
    "slopes": Words("For differentiability the derivatives of the formulas must agree there, too: from the left \\({left}\\), from the right \\({right}\\), so \\({left}={right}\\).", "可导必连续，并且左右导数相等：左导数 \\({left}\\)，右导数 \\({right}\\)，即 \\({left}={right}\\)。"),
    "solution": Words("Solving gives \\({answer}\\).", "解得 \\({answer}\\)。"),
    "code": Words("what has to be equal", "应当相等的量"),
    "method": Words("values and difference quotients very close by on both sides", "比较该点两侧极近处的函数值与差商"),
    "sentence": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
}  # fmt: skip
X: Final = sp.Symbol("x", real=True)


@declining
def read(text: Text) -> Reading:
    """A function put together, where it is to be smooth, and the letters that are asked for."""
    if not re.search(r"(?i)continuous|differentiable|连续|可导|可微", text.source):
        return None
    found = list(_CASES.finditer(text.source))
    if len(found) != 1:
        return None
    source = text.source[: found[0].start()] + " ⟨f⟩ " + text.source[found[0].end() :]
    said = clauses(without_dollars(source), TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or "⟨f⟩" not in source:
        return None
    kinds = [s.values["kind"].lower() for s in said if "kind" in s.values]
    letters = [several(s.values["ps"]) for s in said if "ps" in s.values]
    if len(kinds) != 1 or len(letters) != 1 or [s.kind for s in said].count("told") > 1:
        return None
    names = tuple(letters[0])
    pieces = _pieces(found[0]["body"], names)
    place = next((value(s.values["at"]) for s in said if "at" in s.values), None)
    joints = sorted({end for p in pieces for end in (p.low, p.high) if end.is_finite}, key=float)
    if place is not None:
        joints = [j for j in joints if j == place]
    if not 1 <= len(joints) <= 2 or len(set(names)) != len(names):
        return None
    return _task(
        pieces, joints, names, kinds[0] != "continuous" and kinds[0] != "连续", place is None, text.language
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """One formula between two ends, each of which may belong to it."""

    body: sp.Expr
    low: sp.Expr
    high: sp.Expr
    has_low: bool
    has_high: bool


def _pieces(body: str, names: tuple[str, ...]) -> list[Piece]:
    """The rows in the order of x.

    Raises:
        ValueError: they are no formulas of x, or leave a place out.
    """
    symbols = {"x": X, **{n: sp.Symbol(n, real=True) for n in names}}
    pieces = list[Piece]()
    for row in re.split(r"\\\\(?:\[[^\]]*\])?", body):
        if not row.strip():
            continue
        if "&" in row:
            formula, condition = row.split("&", 1)
        else:
            formula, condition = row.rsplit(",", 1)
        f = value(without_dollars(formula.strip().rstrip(",，;")), symbols)
        if not f.free_symbols <= set(symbols.values()):
            raise ValueError(formula)
        plain = re.sub(r"\s|^(?:if|for|when|当)|\\text\{[a-z ]*\}|时$|[,.;。]+$", "", re.sub(r"\\neq?(?![a-z])|≠", "!=", without_dollars(condition.replace("&", "").strip())))  # fmt: skip
        pieces += _between(f, plain)
    order = sorted(pieces, key=lambda p: (float(p.low) if p.low.is_finite else -1e99, float(p.high) if p.high.is_finite else 1e99))  # fmt: skip
    gaps = pairwise(order)
    if not order or any(a.high != b.low or a.has_high == b.has_low for a, b in gaps):
        raise ValueError(body)
    used = set[sp.Symbol]().union(*(p.body.free_symbols for p in pieces)) - {X}
    if used != {symbols[n] for n in names}:
        raise ValueError(names)
    return order


def _between(f: sp.Expr, condition: str) -> list[Piece]:
    oo = sp.oo
    if match := re.fullmatch(r"x(<=?|>=?|=|!=)([^<>=]+)", condition):
        sign, end = match[1], value(match[2])
        if sign == "=":
            return [Piece(f, end, end, True, True)]
        if sign == "!=":
            return [Piece(f, -oo, end, False, False), Piece(f, end, oo, False, False)]
        return [Piece(f, -oo, end, False, "=" in sign) if sign[0] == "<" else Piece(f, end, oo, "=" in sign, False)]  # fmt: skip
    if match := re.fullmatch(r"([^<>=]+)(<=?)x(<=?)([^<>=]+)", condition):
        return [Piece(f, value(match[1]), value(match[4]), "=" in match[2], "=" in match[3])]
    raise ValueError(condition)


@dataclass(frozen=True, slots=True)
class _Work:
    """What has to be 0 for the letters, in symbols and as source; the steps so far."""

    equations: list[sp.Expr]
    sources: list[str]
    steps: list[str]


def _limit(body: sp.Expr, at: sp.Expr, side: str, work: _Work, say: Language) -> tuple[sp.Expr, str]:
    """The one-sided limit and its source; where the denominator vanishes alone, the numerator has to."""
    top, bottom = sp.fraction(sp.together(body))
    known = body
    source = exact_source(body)
    if body.is_rational_function(X) and bottom.subs(X, at) == 0 and top.subs(X, at) != 0:
        condition = sp.expand(top.subs(X, at))
        if not condition.free_symbols:
            raise ValueError("a pole")
        letter = sorted(condition.free_symbols, key=str)[-1]
        (first,) = sp.solve(condition, letter)
        if condition not in work.equations:
            work.equations.append(condition)
            work.sources.append(f"({exact_source(top)}).subs(x, {exact_source(at)})")
            work.steps.append(WORDS["finite"].say(say, body=latex(body), a=latex(at), condition=latex(condition)))  # fmt: skip
        known = sp.cancel(body.subs(letter, first))
        source = f"cancel(({source}).subs({letter}, {exact_source(first)}))"
    found = sp.limit(known, X, at, side)
    if not found.is_finite and not (found.is_finite is None and not found.has(sp.oo, sp.zoo, sp.nan)):
        raise ValueError("no finite limit")
    if found.has(sp.Limit, sp.sign, sp.Piecewise, sp.I, X):
        raise ValueError("no such limit")
    work.steps.append(WORDS["limit"].say(say, a=latex(at), side=side, body=_wrapped(known), value=latex(found)))  # fmt: skip
    return found, f"limit({source}, x, {exact_source(at)}, '{side}')"


def _wrapped(f: sp.Expr) -> str:
    return rf"\left({latex(f)}\right)" if f.is_Add else latex(f)


def _at_joint(pieces: list[Piece], at: sp.Expr, is_smooth: bool, work: _Work, say: Language) -> None:
    left = next(p.body for p in pieces if p.high == at and p.low != at)
    right = next(p.body for p in pieces if p.low == at and p.high != at)
    own = next(p.body for p in pieces if (p.high == at and p.has_high) or (p.low == at and p.has_low))
    here = sp.simplify(own.subs(X, at))
    levels = [_limit(left, at, "-", work, say)]
    if right != left:
        levels.append(_limit(right, at, "+", work, say))
    elif own == left:
        raise ValueError("no joint")
    work.steps.append(WORDS["value"].say(say, a=latex(at), value=latex(here)))
    shown = list[str]()
    for found, source in levels:
        if sp.simplify(found - here) != 0:
            work.equations.append(found - here)
            work.sources.append(f"{source} - ({exact_source(here)})")
            shown.append(f"{latex(found)}={latex(here)}")
    if shown:
        work.steps.append(WORDS["equal"].say(say, equations=r",\ ".join(shown)))
    if is_smooth:
        slopes = [sp.limit(f.diff(X), X, at, side) for f, side in ((left, "-"), (right, "+"))]
        if any(s.has(sp.oo, sp.zoo, sp.nan, X, sp.Limit) for s in slopes):
            raise ValueError("no slope")
        work.equations.append(slopes[0] - slopes[1])
        texts = [f"limit(diff({exact_source(f)}, x), x, {exact_source(at)}, '{side}')" for f, side in ((left, "-"), (right, "+"))]  # fmt: skip
        work.sources.append(" - ".join(texts))
        work.steps.append(WORDS["slopes"].say(say, left=latex(slopes[0]), right=latex(slopes[1])))


def _task(pieces: list[Piece], joints: list[sp.Expr], names: tuple[str, ...], is_smooth: bool, everywhere: bool, say: Language) -> Prepared | None:  # fmt: skip
    letters = [sp.Symbol(n, real=True) for n in names]
    work = _Work([], [], [])
    for at in joints:
        _at_joint(pieces, at, is_smooth, work, say)
    found = [s for s in sp.solve(work.equations, letters, dict=True) if set(s) == set(letters)]
    if not found or any(v.free_symbols or not v.is_real for s in found for v in s.values()):
        return None
    if len(found) > 1 and len(letters) > 1:
        return None
    if everywhere and not all(_is_smooth_inside(p, s) for p in pieces for s in found):
        return None
    found = sorted(found, key=lambda s: float(s[letters[0]]))

    def written(result: Any) -> str | None:
        if not isinstance(result, list) or not result:
            return None
        by_name = [{str(k): v for k, v in s.items()} for s in result]
        rows = sorted(by_name, key=lambda s: float(s[names[0]]))
        return r",\ ".join(f"{n}={latex(s[n])}" for s in rows for n in names)

    def given(answer: str) -> Any:
        values = [
            values_in(re.sub(r"^\s*[a-z]\s*=", "", part)) for part in several(answer.replace(r",\ ", ","))
        ]
        if any(v is None or len(v) != 1 or not isinstance(v[0], sp.Expr) for v in values) or not values:
            return None
        flat = [v[0] for v in values if v is not None]
        n = len(names)
        return [flat[i : i + n] for i in range(0, len(flat), n)] if len(flat) % n == 0 else None

    work.steps.append(WORDS["solution"].say(say, answer=written(found)))
    source = cell(
        comment(WORDS["code"].say(say)),
        f"equations = [{', '.join(work.sources)}]",
        f"solve(equations, [{', '.join(names)}], dict=True)",
        variables=("x", *names), assumptions="real=True",
    )  # fmt: skip
    return Prepared(say, tuple(work.steps), source, _tests(pieces, joints, names, is_smooth, len(found)), WORDS["method"], WORDS["sentence"], shown=written, given=given)  # fmt: skip


def _is_smooth_inside(piece: Piece, values: dict[sp.Symbol, sp.Expr]) -> bool:
    inside = sp.Interval.open(piece.low, piece.high)
    if inside.is_empty:
        return True
    return bool(sp.calculus.util.continuous_domain(piece.body.subs(values), X, inside) == inside)


def _tests(pieces: list[Piece], joints: list[sp.Expr], names: tuple[str, ...], is_smooth: bool, count: int) -> tuple[str, ...]:  # fmt: skip
    rows = [(p.body, p.low, p.high, p.has_low, p.has_high) for p in pieces]
    listed = ", ".join(f"(S({exact_source(f)}), {exact_source(a)}, {exact_source(b)}, {c}, {d})" for f, a, b, c, d in rows)  # fmt: skip
    return (
        f"x, {', '.join(names)} = symbols('x {' '.join(names)}')", f"pieces = [{listed}]",
        "piece = lambda t: next(f for f, a, b, c, d in pieces if (a < t or c and a == t) and (t < b or d and t == b))",
        f"value = lambda t, v: N(piece(t).subs(list(zip([{', '.join(names)}], v))).subs(x, Float(t, 60)), 60)",  # an exact power of 10**12 would never end
        "h, small = Rational(1, 10**12), Rational(1, 10**6)",
        "joined = lambda t, v: abs(value(t - h, v) - value(t, v)) < small and abs(value(t + h, v) - value(t, v)) < small",
        "smooth = lambda t, v: abs((value(t + h, v) + value(t - h, v) - 2*value(t, v))/h) < small",
        f"len(answer) == {count} and all(joined(t, v){' and smooth(t, v)' if is_smooth else ''} for v in answer for t in {exact_source(joints)})",
    )  # fmt: skip
