"""Where a sine, a cosine or a tangent of a linear argument rises or falls: intervals that repeat with its period.

Read: 求函数 y = 2 sin(2x - π/3) 的单调递增区间, "on which intervals does cos(x/2) decrease?". A sine and a cosine of the same angle are one wave
first. Not: a part of the line ("on [0, π]"), absolute values, waves of two frequencies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, walk
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.frequencies import frequencies
from solver.topics.functions.function_features.function import Function, function_of, told
from solver.topics.prepared import Prepared

_INTERVALS: Final = "the intervals?|intervals?|increasing intervals?|intervals? of increase|intervals? on which|on which intervals?|intervals? where|on what intervals?|for what values|on which"
VOCABULARY: Final = {
    "rising": "increasing|increase|is increasing|increases|rising|单调递增区间|单调增区间|递增区间|增区间|的单调递增区间|的单调增区间|的递增区间|单调递增|递增",
    "falling": "decreasing|decrease|is decreasing|decreases|falling|单调递减区间|单调减区间|递减区间|减区间|的单调递减区间|的单调减区间|的递减区间|单调递减|递减",
    "words": f"{_INTERVALS}|monotonically|strictly|does|trigonometric function|all intervals|区间|的区间|三角函数|则|写出|严格",
}
WORDS: Final = {
    "joined": Words("A sine and a cosine of the same angle make one wave: \\[{before}={after}\\]", "把同角的正弦与余弦合成一个：\\[{before}={after}\\]"),
    "turned": Words("Make the factor of \\({x}\\) positive: \\[{before}={after}\\]", "先把 \\({x}\\) 的系数化为正数：\\[{before}={after}\\]"),
    "same": Words("The factor {a} is positive, so the function {does} where the {name} does.", "系数 {a} 是正数，所以它与{name}函数同{does}。"),
    "opposite": Words("The factor {a} is negative, so the function {does} where the {name} does the opposite.", "系数 {a} 是负数，所以{name}函数{other}时它{does}。"),
    "solve": Words("With \\(u={u}\\) the {name} {other} for \\({low}{less}u{less}{high}\\): \\[{low}{less}{u}{less}{high}\\] Solved for \\({x}\\): \\[{x_low}{less}{x}{less}{x_high}\\]", "设 \\(u={u}\\)，{name}函数在 \\({low}{less}u{less}{high}\\) 上{other}：\\[{low}{less}{u}{less}{high}\\] 解得 \\[{x_low}{less}{x}{less}{x_high}\\]"),
    "code": Words("the ends of one interval, and how far it is to the next", "一个区间的两端，以及到下一个区间的距离"),
    "method": Words("the slope has the right sign inside the interval, is 0 at its ends, and the function repeats after the period", "区间内导数的符号正确，端点处导数为 0，且函数以这个周期重复"),
}  # fmt: skip
SENTENCE: Final = Words("It does so on \\({answer}\\).", "所求区间为 \\({answer}\\)。")
_NAMES: Final = {
    "sin": Words("sine", "正弦"),
    "cos": Words("cosine", "余弦"),
    "tan": Words("tangent", "正切"),
}
_DOES: Final = {True: Words("rises", "递增"), False: Words("falls", "递减")}
_ZONES: Final = {
    ("sin", True): (-sp.pi / 2, sp.pi / 2), ("sin", False): (sp.pi / 2, 3 * sp.pi / 2),
    ("cos", True): (-sp.pi, sp.S.Zero), ("cos", False): (sp.S.Zero, sp.pi), ("tan", True): (-sp.pi / 2, sp.pi / 2),
}  # fmt: skip
_CALLS: Final = frozenset({"sin", "cos", "tan", "sqrt"})


@dataclass(frozen=True, slots=True)
class _Wave:
    """`factor`·`name`(`rate`·x + `phase`), and something that does not depend on x."""

    factor: sp.Expr
    name: str
    rate: sp.Expr
    phase: sp.Expr

    def argument(self, x: sp.Symbol) -> sp.Expr:
        return self.rate * x + self.phase

    def written(self, x: sp.Symbol, rest: sp.Expr) -> sp.Expr:
        return self.factor * getattr(sp, self.name)(self.argument(x)) + rest


def asks(source: str) -> bool:
    """Whether a text is about rising or falling waves."""
    return re.search(
        r"(?i)\b(?:increas|decreas)|增区间|减区间|递增|递减", source
    ) is not None and re.search(r"sin|cos|tan", source) is not None  # fmt: skip


def read(text: Text) -> Reading:
    """One wave, and the intervals on which it rises, or those on which it falls."""
    found = told(text, VOCABULARY)
    known = function_of(found, text, calls=_CALLS)
    asked = [name for name in ("rising", "falling") if found.has(name)]
    if known is None or known[1] or len(asked) != 1:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        return _task(known[0], asked == ["rising"], text.language)
    except (FormulaError, ValueError, TypeError):
        return None


def _task(function: Function, rises: bool, say: Language) -> Reading:
    x = sp.Symbol(function.variable, real=True)
    f = to_sympy(function.body, {function.variable: x})
    steps = []
    wave = _alone(f, x)
    if wave is None:
        wave = _joined(f, x)
        if wave is None:
            return None
        whole = latex(wave.written(x, _rest(f, wave, x)))
        steps.append(WORDS["joined"].say(say, before=to_latex(function.body), after=whole))
    elif wave.name not in {node.name for node in walk(function.body) if isinstance(node, Call)}:
        shown = latex(wave.written(x, _rest(f, wave, x)))  # sin(π/3 - 2x) is cos(2x + π/6) to sympy
        steps.append(WORDS["turned"].say(say, x=latex(x), before=to_latex(function.body), after=shown))
    if not (wave.rate.is_Rational or (wave.rate / sp.pi).is_Rational) or not wave.factor.is_real:
        return None
    if wave.rate < 0:
        turned = _Wave(
            wave.factor if wave.name == "cos" else -wave.factor, wave.name, -wave.rate, -wave.phase
        )
        rest = _rest(f, wave, x)
        steps.append(
            WORDS["turned"].say(
                say, x=latex(x), before=to_latex(function.body), after=latex(turned.written(x, rest))
            )
        )
        wave = turned
    positive = bool(wave.factor > 0)
    zone = _ZONES.get((wave.name, rises == positive))
    if zone is None:
        return None  # a tangent never falls
    return _prepared(function, wave, zone, rises, positive, steps, say)


def _rest(f: sp.Expr, wave: _Wave, x: sp.Symbol) -> sp.Expr:
    """What is added to the wave."""
    return sp.nsimplify(sp.simplify((f - wave.written(x, sp.S.Zero)).subs(x, 0)))


def _alone(f: sp.Expr, x: sp.Symbol) -> _Wave | None:
    """The wave of a function in which it stands as such; None where there is no such one."""
    calls = [c for c in f.atoms(sp.sin, sp.cos, sp.tan) if c.has(x)]
    if len(calls) != 1:
        return None
    factor = sp.expand(f).coeff(calls[0])
    argument = sp.expand(calls[0].args[0])
    rate, phase = sp.diff(argument, x), argument.subs(x, 0)
    if factor == 0 or sp.expand(f - factor * calls[0]).has(x) or rate.has(x):
        return None
    return _Wave(factor, str(calls[0].func), rate, phase)


def _joined(f: sp.Expr, x: sp.Symbol) -> _Wave | None:
    """A sum or product of sines and cosines as one sine, where the phase is a simple part of π; None where it is none."""
    found = frequencies(f, x)
    if len(found) != 1 or f.has(sp.tan):
        return None
    ((rate, _),) = found.items()
    quarter = sp.pi / (2 * rate)
    a, b = (sp.simplify((f.subs(x, at) - f.subs(x, at + 2 * quarter)) / 2) for at in (0, quarter))
    phase = sp.simplify(sp.atan2(a, b))  # a cos u + b sin u = R sin(u + phase)
    if not (phase / sp.pi).is_Rational:
        return None
    return _Wave(sp.sqrt(sp.simplify(a**2 + b**2)), "sin", rate, phase)


def _prepared(
    function: Function,
    wave: _Wave,
    zone: tuple[sp.Expr, sp.Expr],
    rises: bool,
    positive: bool,
    steps: list[str],
    say: Language,
) -> Prepared:
    x = sp.Symbol(function.variable, real=True)
    turn = sp.pi if wave.name == "tan" else 2 * sp.pi
    low, high = ((end - wave.phase) / wave.rate for end in zone)
    name, does = _NAMES[wave.name].say(say), _DOES[rises].say(say)
    other = _DOES[rises == positive].say(say)
    if wave.factor != 1:
        key = "same" if positive else "opposite"
        steps.append(WORDS[key].say(say, a=rf"\({latex(wave.factor)}\)", does=does, name=name, other=other))
    less = "<" if wave.name == "tan" else r"\le "
    ends = {"low": zone[0], "high": zone[1]}
    steps.append(
        WORDS["solve"].say(
            say, u=latex(wave.argument(x)), name=name, other=other, x=latex(x), less=less,
            **{key: _end(value, turn) for key, value in ends.items()},
            x_low=_end(low, turn / wave.rate), x_high=_end(high, turn / wave.rate),
        )
    )  # fmt: skip
    body, letter = to_python(function.body), python_name(function.variable)
    u_low, u_high = map(exact_source, zone)
    lines = [
        comment(WORDS["code"].say(say)),
        f"low, high = [(u - ({exact_source(wave.phase)})) / ({exact_source(wave.rate)}) for u in ({u_low}, {u_high})]",
        f"(low, high, {exact_source(turn)} / ({exact_source(wave.rate)}))",
    ]
    sign = "" if rises else "-"
    at_ends = (
        f"all(simplify(1/slope.subs({letter}, p)) == 0 for p in (low, high))"
        if wave.name == "tan"
        else f"all(simplify(slope.subs({letter}, p)) == 0 for p in (low, high))"
    )
    length = "period" if wave.name == "tan" else "period/2"
    tests = (
        "low, high, period = answer",
        f"f = {body}",
        f"slope = diff(f, {letter})",
        f"inside = all(N({sign}slope.subs({letter}, low + (high - low)*Rational(j, 7)), 30) > 0 for j in range(1, 7))",
        f"repeats = all(abs(N(f.subs({letter}, Rational(j, 7) + period) - f.subs({letter}, Rational(j, 7)), 30)) < 1e-20 for j in range(5))",
        f"bool(inside and repeats and simplify(high - low - {length}) == 0 and {at_ends})",
    )
    open_ = wave.name == "tan"
    return Prepared(
        say,
        tuple(steps),
        cell(*lines),
        tests,
        WORDS["method"],
        SENTENCE,
        shown=_shown_open if open_ else _shown_closed,
        given=_given,
        letters=(function.variable,),
    )


def _end(value: sp.Expr, period: sp.Expr) -> str:
    """One end of all the intervals: `k\\pi-\\frac{\\pi}{3}`."""
    turns, value = period / sp.pi if period.has(sp.pi) else period, sp.nsimplify(value)
    top = (
        f"{turns.p if turns.p > 1 else ''}k{chr(92)}pi"
        if period.has(sp.pi)
        else f"{turns.p if turns.p > 1 else ''}k"
    )
    first = top if turns.q == 1 else rf"\frac{{{top}}}{{{turns.q}}}"
    if value == 0:
        return first
    rest = re.sub(r"^- ", "-", latex(value))
    return f"{first}{'' if rest.startswith('-') else '+'}{rest}"


def _shown(value: Any, brackets: tuple[str, str]) -> str | None:
    if not isinstance(value, tuple | sp.Tuple | list) or len(value) != 3:
        return None
    low, high, period = map(sp.sympify, value)
    return rf"\left{brackets[0]}{_end(low, period)},\ {_end(high, period)}\right{brackets[1]}\ (k\in\mathbb{{Z}})"


def _shown_closed(value: Any) -> str | None:
    return _shown(value, ("[", "]"))


def _shown_open(value: Any) -> str | None:
    return _shown(value, ("(", ")"))


_GIVEN: Final = re.compile(
    r"\s*[\[(]\s*(?P<low>[^,，]+?)\s*[,，]\s*(?P<high>[^,，\])]+?)\s*[\])]\s*[,，]?\s*\(?\s*(?:(?P<k>[kn])\s*(?:∈|\\in)\s*\{?\\?(?:mathbb|mathbf)?\s*\{?[Zℤ]\}*)?\s*\)?\s*[。.]?\s*"
)


def _given(answer: str) -> Any:
    """The ends of an interval for k = 0, and the distance to the next one."""
    bare = re.sub(r"\\left|\\right|\\[,;! ]|\$", " ", answer)
    if (match := _GIVEN.fullmatch(bare)) is None:
        return None
    try:
        ends = [to_sympy(parse(match[name])) for name in ("low", "high")]
    except FormulaError:
        return None
    letters = set[sp.Symbol]().union(*(end.free_symbols for end in ends))
    if len(letters) != 1:
        return None
    (k,) = letters
    periods = {sp.expand(end).coeff(k) for end in ends}
    if str(k) not in ("k", "n") or len(periods) != 1 or any(sp.expand(e).coeff(k, 2) != 0 for e in ends):
        return None
    period = sp.Abs(periods.pop())
    return (*(end.subs(k, 0) for end in ends), period)
