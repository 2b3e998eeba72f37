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
    rf"(?P<left>\d* ?{_A} ?(?:_ ?\{{? ?n|\( ?n)(?:(?![A-Za-z]{{2}})[^=,;.?\u3400-\u9fff])*?) ?= ?{place('f')}"
)
_RANGE: Final = r"(?:(?:for (?:all )?)?(?:integers? )?n ?(?:>=?|\\geq?|≥) ?\d|(?:for )?n ?= ?\d ?, ?\d ?(?:, ?\d ?)?, ?(?:\.{2,}|…|\\[lc]?dots))"
_TERM: Final = rf"{_A} ?(?:_ ?\{{? ?n ?\}}?|\( ?n ?\))"
_LINEAR: Final = r"(?:second[- ]order )?(?:linear )?(?:homogeneous |nonhomogeneous |inhomogeneous )?"
_EXPLICIT: Final = r"(?:explicit |closed[- ]form |closed |general )?"
_SEQUENCE: Final = r"(?:(?:a|the) sequence )?(?:\{? ?[a-z]_\{?n\}? ?\}? )?(?:is )?(?:defined (?:recursively )?by|satisfies|satisfying|given by|with) "
TABLE_EN: Final = table({
    "solve": (
        rf"(?:solve|{FIND}(?:an? |the )?{_EXPLICIT}(?:solution|formula|closed form) (?:of|to|for)) (?:the )?(?:(?:following )?{_LINEAR}recurrence(?: relation| equation)?|difference equation|sequence):? ?(?:given by |defined by )?{_RULE}",
        rf"(?:solve|{FIND}(?:an? |the )?{_EXPLICIT}(?:solution|formula|closed form) (?:of|to|for)):? ?{_RULE}",
    ),
    "rule": (rf"(?:(?:let|suppose|given|where|if) )?(?:{_SEQUENCE})?{_RULE}", rf"(?:let )?{_TERM} satisfy (?:the )?(?:recurrence (?:relation )?)?{_RULE}"),
    "start": (rf"(?:(?:with|where|subject to|given|given that|if) )?(?:(?:the )?initial (?:conditions?|values?) )?(?:{_SEQUENCE})?{_START}",),
    "range": (_RANGE,),
    "ask": (
        rf"{FIND}(?:an? |the )?{_EXPLICIT}(?:formula|expression|solution|term|form) (?:for|of) (?:the sequence )?{_TERM}", rf"{FIND}{_TERM}", r"solve (?:the|this) recurrence(?: relation)?",
        rf"{FIND}(?:an? |the )?{_EXPLICIT}(?:formula|expression|form) (?:for|of) (?:the|this) (?:sequence|recurrence)",
    ),
})  # fmt: skip
_SEQUENCE_ZH: Final = rf"数列 ?(?:\{{? ?{_A} ?_ ?\{{? ?n ?\}}? ?\}}? ?)?(?:满足|中)? ?[:,]? ?"
TABLE_ZH: Final = table({
    "solve": (rf"(?:求解|解|求)(?:下列|以下)?(?:二阶|常系数|线性|非?齐次)*(?:递推|差分)(?:关系式?|方程|式)? ?[:：]? ?{_RULE}(?: ?的(?:解|通项公式|通项))?",),
    "rule": (rf"(?:(?:设|已知|若) ?)?(?:{_SEQUENCE_ZH})?(?:递推(?:关系|公式|式))? ?{_RULE}",),
    "start": (rf"(?:(?:其中|初值|初始条件(?:为)?|满足初始条件|满足) ?)?(?:{_SEQUENCE_ZH})?{_START}(?: ?的(?:解|特解))?",),
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
_JOINED: Final = re.compile(
    rf" (?:with|where|if|given(?: that)?|subject to|satisfying)(?= (?:(?:the )?initial |{_A} ?[_(]))| (?=for (?:all )?(?:integers? )?n ?(?:>|\\ge|≥))|(?<=sequence) (?=(?:defined|given|satisfying) )"
)
"""Where a formula ends and the next clause begins without a comma."""


@declining
def read(text: Text) -> Reading:
    """A recurrence with its starting values."""
    if not re.search(
        r"(?i)recurrence|difference equation|_\{?\s*n\s*[-+]|n\s*-\s*1\s*\)|递推|差分", text.source
    ):
        return None
    source = re.sub(rf"\( ?{_RANGE} ?\)", " , ", plain(text.source))
    source = _JOINED.sub(" , ", source)
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    rules = [s for s in said if s.kind in ("solve", "rule")]
    starts = [s for s in said if s.kind == "start"]
    asked = [s for s in said if s.kind in ("solve", "ask")]
    if len(rules) != 1 or len(asked) != 1 or not re.search(r"(?i)recurrence|difference equation|递推|差分|formula|closed|find|solve|通项|求", text.source):  # fmt: skip
        return None
    rule = rules[0].values
    names = {name for name, *_ in _TERMS.findall(rule["left"] + "=" + rule["f"])}
    values = {int(s.values.get("k") or s.values["k2"]): value(s.values["v"]) for s in starts}
    if len(names) != 1 or {s.values["c"] for s in starts} != names or len(values) != len(starts):
        return None
    name = names.pop()
    found = _sides(rule["left"], rule["f"])
    return None if found is None else _task(name, *found, values, text.language)


_TERMS: Final = re.compile(
    rf"(?<![A-Za-z\\])(?P<name>{_A}) ?(?:_ ?\{{ ?n ?(?P<s>[+-] ?\d)? ?\}}|_ ?n(?![+-]\d+(?![A-Za-z\d]))|\( ?n ?(?P<s2>[+-] ?\d)? ?\))"
)


_STANDING: Final = dict(zip(range(-2, 3), "PQRUV", strict=True))
"""Letters that stand for the terms a_{n-2} … a_{n+2} while the formula is read."""


def _sides(left: str, right: str) -> tuple[sp.Expr, sp.Expr, sp.Expr] | None:
    """a_n = p a_{n-1} + q a_{n-2} + g(n): p, q and g, whichever side the terms stand on and whichever is the last one."""
    shifts = set[int]()

    def term(match: re.Match[str]) -> str:
        shift = int(re.sub(r"\s", "", match["s"] or match["s2"] or "0"))
        shifts.add(shift)
        return f"({_STANDING[shift]})"

    texts = [_TERMS.sub(term, side) for side in (left, right)]
    last = max(shifts)
    if min(shifts) < last - 2 or len(shifts) < 2:
        return None
    f = sp.expand(value(texts[1], {"n": N}) - value(texts[0], {"n": N}))
    terms = [sp.Symbol(_STANDING.get(last - k, "W")) for k in range(3)]
    lead, p, q = (f.coeff(t) for t in terms)
    g = sp.expand(f - lead * terms[0] - p * terms[1] - q * terms[2])
    if lead == 0 or not all(c.is_Rational for c in (lead, p, q)) or not g.free_symbols <= {N} or p == q == 0:
        return None
    return -p / lead, -q / lead, sp.expand((-g / lead).subs(N, N - last))


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
