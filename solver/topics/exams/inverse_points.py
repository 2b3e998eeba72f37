"""A graph y = k/x through a point: k, the formula, values, and a coordinate of another point on it."""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.clauses import Said
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_F: Final = r"y ?= ?(?:k ?/ ?x|\\[dt]?frac ?\{? ?k ?\}? ?\{? ?x ?\}?)"
_NOT: Final = r"(?: ?[,(]? ?(?:k为常数,?(?:且)?|where )?k ?≠ ?0[),]?)?"
_UN: Final = r"(?P<unknown>[a-z])"
_P: Final = r"\( ?<x> ?, ?<y> ?\)"
_Q: Final = r"(?:\( ?<u> ?, ?(?P<second>[a-z]) ?\)|\( ?(?P<first>[a-z]) ?, ?<v> ?\))"
_EN: Final = {
    "through": (
        rf"(?:the )?(?:graph of|curve|hyperbola|graph) {_F}{_NOT} (?:passes|goes) through (?:the point )?(?:[A-Z] ?)?{_P}",
        rf"(?:the )?point (?:[A-Z] ?)?{_P} (?:lies|is) on (?:the )?(?:curve|graph|graph of|hyperbola) {_F}{_NOT}",
    ),
    "other": (rf"(?:the )?point (?:[A-Z] ?)?{_Q} (?:also )?(?:lies|is) (?:also )?on (?:the|this) (?:same )?(?:curve|graph|hyperbola)", rf"(?:the )?(?:curve|graph|it) also passes through (?:the point )?(?:[A-Z] ?)?{_Q}"),
    "ask_k": (rf"{FIND}(?:the value of )?k",),
    "ask_value": (rf"{FIND}(?:the value of )?y when x ?(?:=|is) ?<at>",),
    "ask_back": (rf"{FIND}(?:the value of )?x when y ?(?:=|is) ?<at>",),
    "ask_letter": (rf"{FIND}(?:the value of )?{_UN}",),
}  # fmt: skip
_CURVE: Final = rf"反比例函数(?:{_F}{_NOT})?"
_ON: Final = r"(?:该|这个|此|这个反比例|该反比例|此反比例|同一|其)?(?:函数)?(?:的)?(?:图[象像])?"
_NO: Final = r"(?:\(\d\))?"
_ZH: Final = {
    "through": (
        rf"(?:已知|若|如图,?)?(?:一个)?{_CURVE}(?:的?图[象像])?(?:经过|过)点?(?:[A-Z])?{_P}",
        rf"(?:已知|若)?点?(?:[A-Z])?{_P}在{_CURVE}(?:的?图[象像])?上",
    ),
    "both": (rf"(?:已知|若)?点?(?:[A-Z])?{_P}[,和与]?(?:点)?(?:[A-Z])?{_Q}(?:都|均)?在(?:同一)?(?:个)?{_CURVE}(?:的?图[象像])?上", rf"(?:已知|若|如图,?)?{_CURVE}(?:的?图[象像])?(?:经过|过)点?(?:[A-Z])?{_P}[,和与](?:点)?(?:[A-Z])?{_Q}(?:两点)?"),
    "other": (rf"{_NO}(?:若|如果)?点(?:[A-Z])?{_Q}(?:也)?在{_ON}上", rf"{_NO}(?:若|如果)?(?:它的?|该|此)?(?:函数)?(?:的)?图[象像]也?(?:还)?(?:经过|过)点(?:[A-Z])?{_Q}"),
    "ask_k": (rf"{_NO}{FIND_ZH}k(?:的值)?{HOW_MUCH_ZH}",),
    "ask_rule": (rf"{_NO}{FIND_ZH}(?:该|这个|此|它的?|其)?(?:反比例)?(?:函数)?的?(?:解析式|表达式|关系式|函数关系式){HOW_MUCH_ZH}",),
    "ask_value": (rf"{_NO}{FIND_ZH}当x=<at>时,?(?:函数)?(?:{FIND_ZH})?y?的?值?{HOW_MUCH_ZH}",),
    "ask_back": (rf"{_NO}{FIND_ZH}当y=<at>时,?(?:{FIND_ZH})?x的?值?{HOW_MUCH_ZH}",),
    "ask_letter": (rf"{_NO}{FIND_ZH}{_UN}(?:的值)?{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "k": Words("On \\(y=\\frac{{k}}{{x}}\\) every point has \\(xy=k\\), so \\(k={x}\\cdot {y}={k}\\).", "图象 \\(y=\\frac{{k}}{{x}}\\) 上的点满足 \\(xy=k\\)，所以 \\(k={x}\\cdot {y}={k}\\)。"),
    "rule": Words("So the formula is \\({rule}\\).", "所以解析式为 \\({rule}\\)。"),
    "value": Words("With \\(xy={k}\\) and the other coordinate \\({at}\\): \\({k}\\div {at}={value}\\).", "由 \\(xy={k}\\)，另一坐标为 \\({at}\\)：\\({k}\\div {at}={value}\\)。"),
    "code": Words("x times y is the same at every point", "每个点都有 xy = k"),
    "method": Words("the products of the coordinates were compared", "比较两点横、纵坐标的乘积"),
}  # fmt: skip


@kind(r"反比例", "zh", _ZH)
@kind(r"(?i)k ?/ ?x|\{ ?k ?\} ?\{ ?x ?\}", "en", _EN)
def hyperbola(exam: Exam) -> list[Task]:
    """One graph, one point with two coordinates."""
    point = exam.one("through", "both")
    x, y = (_signed(point, n) for n in "xy")
    if not x * y:
        raise Unfit
    unknown: dict[str, sp.Rational] = {}
    for s in exam.all("other", "both"):
        name = s.values.get("first") or s.values["second"]
        if name in ("k", "x", "y") or name in unknown:
            raise Unfit
        unknown[name] = _signed(s, "v" if "first" in s.values else "u")
    tasks, letters = list[Task](), set[str]()
    for asked in exam.asked:
        at = None
        if asked.kind in ("ask_value", "ask_back"):
            at = _signed(asked, "at")
        elif asked.kind == "ask_letter":
            letters.add(asked.values["unknown"])
            at = unknown[asked.values["unknown"]]
        tasks.append(_task(exam, asked.kind, x, y, at))
    if letters != set(unknown):
        raise Unfit
    return tasks


def _signed(said: Said, name: str) -> sp.Rational:
    return said.number(name)


def _task(exam: Exam, asked: str, x: sp.Rational, y: sp.Rational, at: sp.Rational | None) -> Task:
    say, k = exam.language, x * y
    first = _WORDS["k"].say(
        say, x=exact_latex(x) if x > 0 else f"({exact_latex(x)})", y=_bracketed(y), k=exact_latex(k)
    )
    head = (
        f"x_0, y_0 = {exact_source(x)}, {exact_source(y)}",
        comment(_WORDS["code"].say(say)),
        "k = x_0 * y_0",
    )
    if asked == "ask_k":
        return task(exam, [first], (*head[:2], "Integer(1) * x_0 * y_0"), (f"answer / {_s(x)} == {exact_source(y)}",), _WORDS["method"])  # fmt: skip
    if asked == "ask_rule":
        rule = f"y={exact_latex(k / sp.Symbol('x'))}"
        return task(exam, [first, _WORDS["rule"].say(say, rule=rule)], (*head, "k / x"),
                    (f"simplify(answer.subs(x, {_s(x)}) - {exact_source(y)}) == 0 and simplify(diff(answer * x, x)) == 0",), _WORDS["method"],
                    shown=_shown_rule, given=_given_rule, variables="x", letters=("x",))  # fmt: skip
    if at is None or not at:
        raise Unfit
    steps = [
        first,
        _WORDS["value"].say(say, k=exact_latex(k), at=_bracketed(at), value=exact_latex(sp.Rational(k) / at)),
    ]
    return task(
        exam,
        steps,
        (*head, f"S(k) / {_s(at)}"),
        (f"answer * {_s(at)} == {exact_source(k)}",),
        _WORDS["method"],
    )


def _s(value: sp.Rational) -> str:
    return f"S({exact_source(value)})"


def _bracketed(value: sp.Rational) -> str:
    return exact_latex(value) if value > 0 else f"({exact_latex(value)})"


def _shown_rule(value: Any) -> str | None:
    return f"y={exact_latex(value)}" if isinstance(value, sp.Expr) else None


def _given_rule(answer: str) -> Any:
    values = values_in(answer.replace(" ", "").removeprefix("y="), ("x",))
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
