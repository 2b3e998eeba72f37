r"""Linear recurrences of first and second order with constant coefficients: "Solve the recurrence a_n = 5a_{n-1} - 6a_{n-2}, a_0 = 1, a_1 = 4".

Read: one recurrence for one sequence, with as many starting values as it needs, and what is added: a constant, a polynomial of n, or a power with a constant base.
Not: roots that are not real, systems, products of terms.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import place, plain, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_A: Final = r"[a-zA-Z]"
_START: Final = (
    rf"(?P<c>{_A}) ?(?:_ ?\{{? ?(?P<k>[012]) ?\}}?|\( ?(?P<k2>[012]) ?\)) ?= ?(?P<v>-?\d+(?:/\d+)?)(?!\.\d)"
)
_RULE: Final = (
    rf"(?P<name>{_A}) ?(?:_ ?\{{? ?n ?(?P<up>\+ ?[12])? ?\}}?|\( ?n ?(?P<up2>\+ ?[12])? ?\)) ?= ?{place('f')}"
)
_ZERO: Final = rf"{place('f', signs=False)} ?= ?0"
_RANGE: Final = r"(?:(?:for (?:all )?)?(?:integers? )?n ?(?:>=?|\\geq?|≥) ?\d|(?:for )?n ?= ?\d ?, ?\d ?(?:, ?\d ?)?, ?(?:\.{2,}|…|\\[lc]?dots))"
TABLE_EN: Final = table({
    "solve": (rf"(?:solve|find (?:the |a )?(?:explicit |closed[- ]form |general )?(?:solution|formula|closed form) (?:of|to|for)) (?:the )?(?:(?:following )?(?:linear )?(?:homogeneous )?recurrence(?: relation| equation)?|difference equation):? ?{_RULE}",),
    "rule": (rf"(?:(?:let|suppose|given|where|if) )?(?:(?:a|the) sequence (?:is )?(?:defined by|satisfies|satisfying|given by) )?{_RULE}",),
    "start": (rf"(?:(?:with|where|subject to|given|given that) )?(?:(?:the )?initial conditions? )?{_START}",),
    "range": (_RANGE,),
    "ask": (rf"{FIND}(?:a |an |the )?(?:closed[- ]form |closed |explicit |general )?(?:formula|expression|solution|term|form) (?:for|of) {_A} ?_ ?\{{? ?n ?\}}?", rf"{FIND}{_A} ?_ ?\{{? ?n ?\}}?", r"solve (?:the|this) recurrence(?: relation)?"),
})  # fmt: skip
TABLE_ZH: Final = table({
    "solve": (rf"(?:求解|解|求)(?:下列|以下)?(?:线性)?(?:齐次)?(?:递推|差分)(?:关系式?|方程|式)? ?[:：]? ?{_RULE}",),
    "rule": (rf"(?:(?:设|已知|若) ?)?(?:数列 ?\{{? ?{_A} ?_ ?\{{? ?n ?\}}? ?\}}? ?)?(?:满足)? ?(?:递推(?:关系|公式|式))? ?{_RULE}",),
    "start": (rf"(?:(?:其中|初值|初始条件(?:为)?|满足) ?)?{_START}",),
    "range": (_RANGE,),
    "ask": (rf"{FIND_ZH}(?:数列)?(?:的)?(?: ?\{{? ?{_A} ?_ ?\{{? ?n ?\}}? ?\}}? ?的)?(?:通项公式|通项|显式表达式|通解|解)(?: ?{_A} ?_ ?\{{? ?n ?\}}?)?{HOW_MUCH_ZH}", rf"{FIND_ZH} ?{_A} ?_ ?\{{? ?n ?\}}?{HOW_MUCH_ZH}"),
})  # fmt: skip
WORDS: Final = {
    "characteristic": Words("Put \\({a}_n=r^n\\) into the part without extra terms: \\({equation}=0\\), so \\(r={roots}\\).", "对齐次部分设 \\({a}_n=r^n\\)，得特征方程 \\({equation}=0\\)，解得 \\(r={roots}\\)。"),
    "homogeneous": Words("So the homogeneous recurrence is solved by \\({form}\\).", "齐次方程的通解为 \\({form}\\)。"),
    "particular": Words("A particular solution of the whole recurrence is \\({form}\\).", "原方程的一个特解为 \\({form}\\)。"),
    "constants": Words("The starting values \\({starts}\\) give \\({constants}\\).", "代入初值 \\({starts}\\) 得 \\({constants}\\)。"),
    "code": Words("the recurrence solved for a formula in n", "求递推关系的通项"),
    "method": Words("terms from the recurrence were compared with the formula", "由递推逐项计算，与公式比较"),
    "sentence": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
}  # fmt: skip
N: Final = sp.Symbol("n", integer=True)
ONE, TWO = sp.symbols("P Q")


@declining
def read(text: Text) -> Reading:
    """A recurrence with its starting values."""
    if not re.search(
        r"(?i)recurrence|difference equation|_\{?\s*n\s*[-+]|n\s*-\s*1\s*\)|递推|差分", text.source
    ):
        return None
    source = re.sub(
        rf"\( ?{_RANGE} ?\)", " , ", re.sub(r" with (?=[a-zA-Z] ?[_(])", " , ", plain(text.source))
    )
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    rules = [s for s in said if s.kind in ("solve", "rule")]
    starts = [s for s in said if s.kind == "start"]
    asked = [s for s in said if s.kind in ("solve", "ask")]
    if len(rules) != 1 or len(asked) != 1 or not re.search(r"(?i)recurrence|difference equation|递推|差分|formula|closed|find|通项|求", text.source):  # fmt: skip
        return None
    rule = rules[0].values
    name = rule["name"]
    up = int(re.sub(r"\D", "", rule.get("up") or rule.get("up2") or "") or 0)
    found = _sides(rule["f"], name, up)
    values = {int(s.values.get("k") or s.values["k2"]): value(s.values["v"]) for s in starts}
    if found is None or any(s.values["c"] != name for s in starts) or len(values) != len(starts):
        return None
    return _task(name, *found, values, text.language)


def _sides(said: str, name: str, up: int) -> tuple[sp.Expr, sp.Expr, sp.Expr] | None:
    """a_n = p a_{n-1} + q a_{n-2} + g(n): p, q and g."""

    def term(match: re.Match[str]) -> str:
        shift = int(re.sub(r"\s", "", match["s"] or match["s2"] or "0")) - up
        return {-1: "(P)", -2: "(Q)"}.get(shift, "(bad)")

    text = re.sub(rf"(?<![A-Za-z\\]){name} ?(?:_ ?\{{ ?n ?(?P<s>[+-] ?\d)? ?\}}|_ ?n(?![+-])|\( ?n ?(?P<s2>[+-] ?\d)? ?\))", term, said)  # fmt: skip
    if "bad" in text or name in re.sub(r"[PQ]", "", text).replace("frac", ""):
        return None
    f = sp.expand(value(text, {"n": N}))
    p, q = f.coeff(ONE), f.coeff(TWO)
    g = sp.expand(f - p * ONE - q * TWO)
    if not p.is_Rational or not q.is_Rational or not g.free_symbols <= {N} or (p == 0 and q == 0):
        return None
    return p, q, sp.expand(g.subs(N, N - up))


def _task(name: str, p: sp.Expr, q: sp.Expr, g: sp.Expr, starts: dict[int, sp.Expr], say: Language) -> Prepared | None:  # fmt: skip
    order = 2 if q != 0 else 1
    first = min(starts, default=0)
    if sorted(starts) != list(range(first, first + order)):
        return None
    r = sp.Symbol("r")
    equation = r**2 - p * r - q if order == 2 else r - p
    roots = sp.roots(sp.Poly(equation, r))
    if not all(v.is_real for v in roots) or sum(roots.values()) != order:
        return None
    constants = sp.symbols("A B")[:order]
    basis = [v**N * N**k for v in sorted(roots, key=sp.default_sort_key) for k in range(roots[v])]
    special = _particular(p, q, g, roots)
    if special is None:
        return None
    form = sum((c * b for c, b in zip(constants, basis, strict=True)), sp.S.Zero)
    whole = form + special
    solved = sp.solve([whole.subs(N, k) - v for k, v in starts.items()], constants, dict=True)
    if len(solved) != 1 or len(solved[0]) != order:
        return None
    result = whole.subs(solved[0])
    result = _tidy(sum((solved[0][c] * b for c, b in zip(constants, basis, strict=True)), special))
    # the terms themselves must come out
    terms = dict(starts)
    for k in range(first + order, first + order + 6):
        terms[k] = p * terms[k - 1] + (q * terms[k - 2] if order == 2 else 0) + g.subs(N, k)
    if any(sp.simplify(result.subs(N, k) - v) != 0 for k, v in terms.items()):
        return None
    steps = [
        WORDS["characteristic"].say(say, a=name, equation=latex(equation), roots=r",\ ".join(latex(v) for v in roots for _ in range(roots[v]))),
        WORDS["homogeneous"].say(say, form=latex(form)),
        *([WORDS["particular"].say(say, form=latex(special))] if special != 0 else []),
        WORDS["constants"].say(say, starts=r",\ ".join(f"{name}_{{{k}}}={latex(v)}" for k, v in starts.items()), constants=r",\ ".join(f"{latex(c)}={latex(v)}" for c, v in solved[0].items())),
    ]  # fmt: skip
    listed = ", ".join(c.name for c in constants)
    lines = [
        f"form = {exact_source(form + special)}",
        comment(WORDS["code"].say(say)),
        f"equations = [{', '.join(f'form.subs(n, {k}) - ({exact_source(v)})' for k, v in starts.items())}]",
        f"form.subs(solve(equations, [{listed}], dict=True)[0])",
    ]

    def written(found: Any) -> str | None:
        if not isinstance(found, sp.Expr):
            return None
        return f"{name}_{{n}}={latex(result)}"

    def given(answer: str) -> Any:
        found = values_in(re.sub(r"^[^=]*=", "", answer), ["n"])
        if not found or len(found) != 1 or not isinstance(found[0], sp.Expr):
            return None
        return found[0]

    tests = (
        f"terms = {{{', '.join(f'{k}: S({exact_source(v)})' for k, v in starts.items())}}}",
        f"for k in range({first + order}, {first + order + 8}):\n    terms[k] = ({exact_source(p)})*terms[k - 1] + ({exact_source(q)})*terms[k - {order}] + ({exact_source(g)}).subs(n, k)"
        if g.has(N)
        else f"for k in range({first + order}, {first + order + 8}):\n    terms[k] = ({exact_source(p)})*terms[k - 1] + ({exact_source(q)})*terms[k - {order}] + ({exact_source(g)})",
        "all(simplify(answer.subs(n, k) - v) == 0 for k, v in terms.items())",
    )
    return Prepared(say, tuple(steps), cell(*lines, variables=["n", *(c.name for c in constants)]), tests, WORDS["method"], WORDS["sentence"], shown=written, given=given, letters=("n",))  # fmt: skip


def _tidy(result: sp.Expr) -> sp.Expr:
    """Each power by itself: 2·3^n - 2^n."""
    return sp.Add(*[sp.powsimp(t) if not t.is_Mul else t for t in sp.Add.make_args(result)])


def _particular(p: sp.Expr, q: sp.Expr, g: sp.Expr, roots: dict[sp.Expr, int]) -> sp.Expr | None:
    """By undetermined coefficients; None where what is added is of another kind."""
    if g == 0:
        return sp.S.Zero
    if g.is_polynomial(N):
        base, poly = sp.S.One, sp.Poly(g, N)
    else:
        c, rest = g.as_coeff_Mul()
        if not rest.is_Pow or rest.exp != N and sp.expand(rest.exp - N).has(N) or not rest.base.is_Rational:
            return None
        base, poly = rest.base, sp.Poly(1, N)
        del c
    degree = poly.degree() + 1
    unknown = sp.symbols(f"u0:{degree}")
    form = base**N * N ** roots.get(base, 0) * sum(u * N**k for k, u in enumerate(unknown))
    rest = form - p * form.subs(N, N - 1) - q * form.subs(N, N - 2) - g
    equations = [sp.simplify(rest.subs(N, k) / base**k) for k in range(3, 3 + degree + 2)]
    found = sp.solve(equations, unknown, dict=True)
    return None if len(found) != 1 or len(found[0]) != degree else sp.expand(form.subs(found[0]))
