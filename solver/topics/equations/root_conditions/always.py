"""A letter in an inequality that is to hold for every real number: 恒成立, "for all real x", 解集为R; or for none: 解集为空集, "has no solution".

Read: at most quadratic in the number that may be any, one other letter, which is asked for. Not: only for some numbers (x > 0, an interval).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, python_name, to_sympy
from solver.formula.nodes import Symbol, symbols
from solver.latex import latex
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import links, read_set, set_latex
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "always": "for all real|for all real numbers|for all real values of|for all|for every|for every real|for every real number|for any real number|for any real|for any|for each real number|is always true|always holds|holds for all real|holds for every real|always|solution set is all real numbers|solution set is the set of all real numbers|solution set is allreals|its solution set is allreals|whatever real number"
    "|恒成立|恒有|总成立|都成立|均成立|恒|总有|都有|均有|对任意|对于任意|任意|对一切|对于一切|一切|对所有|对于所有|对任何|任何|解集为allreals|解集是allreals|的解集为allreals|的解集是allreals|解集为一切实数|解集为全体实数|的解集为全体实数|的解集为一切实数|的解集是全体实数|的解集是一切实数|解集为实数集|的解集为实数集|的解集是实数集",
    "never": "has no solution|has no solutions|has no real solution|has no real solutions|have no solution|have no real solutions|have no real solution|no solution|no real solutions|empty solution set|解集为空集|的解集为空集|的解集是空集|解集为emptytoken|的解集为emptytoken|的解集是emptytoken|无解|没有实数解|无实数解",
    "quadratic": "quadratic inequality|一元二次不等式|二次不等式",
    "words": "inequality|the inequality|holds|hold|is true|true|is satisfied|satisfied|real|real number|real numbers|numbers?|all|every|range of|range|set of|set|constant|parameter|values?|possible|possible values|for which|for what|such that|so that|determine|must|does"
    "|不等式|关于|实数|成立|取值范围|的取值范围|取值集合|范围|常数|参数|恒大于|所有|对|都|则|时|为何值|取何值|取什么值|为什么值",
}
WORDS: Final = {
    "negated": Words("No number solves it exactly when the opposite holds for every number: \\[{inequality}\\]", "不等式无解，即相反的不等式恒成立：\\[{inequality}\\]"),
    "collected": Words("Bring everything to one side: \\[{f}{sign}0\\qquad\\text{{for every }}{x}\\]", "移项，问题化为对任意实数 \\({x}\\) 恒有 \\[{f}{sign}0\\]"),
    "flat": Words("For \\({a}=0\\), that is \\({p}={value}\\), it reads \\({rest}{sign}0\\): {verdict}.", "当 \\({a}=0\\)，即 \\({p}={value}\\) 时，不等式为 \\({rest}{sign}0\\)，{verdict}。"),
    "yes": Words("true for every number", "恒成立"),
    "no": Words("not true for every number", "不恒成立"),
    "curve": Words("Otherwise the graph is a parabola. It stays on one side of the axis when it opens the right way, \\({a}{lead}0\\), and the discriminant is {kind}: \\[\\Delta={d}{least}0\\]", "其他情形下图象是抛物线。要恒成立，需开口方向 \\({a}{lead}0\\)，且判别式{kind}：\\[\\Delta={d}{least}0\\]"),
    "negative": Words("negative", "小于 0"),
    "not_positive": Words("not positive", "不大于 0"),
    "solved": Words("Together: \\({p}\\in {answer}\\).", "综上，\\({p}\\in {answer}\\)。"),
    "code": Words("the way it opens, and the discriminant", "开口方向与判别式"),
    "sentence": Words("So \\({answer}\\) is the set of all such values.", "所以取值范围是 \\({answer}\\)。"),
    "method": Words("at numbers in and around the answer the inequality was looked at between all its roots", "在答案的端点、内部和外部各取数代入，在所有根之间检验不等式"),
}  # fmt: skip
_REALS: Final = re.compile(
    r"\$?(?<![A-Za-z])(?P<x>[a-z])\s*(?:∈|\\in(?![a-z]))\s*(?:\\mathbb\s*\{?\s*R\s*\}?|\\mathbf\s*\{?\s*R\s*\}?|R|ℝ)\$?"
)
_OPPOSITE: Final = {"<": ">=", ">": "<=", "<=": ">", ">=": "<"}
_SHOWN: Final = {"<": "<", ">": ">", "<=": r"\le ", ">=": r"\ge "}


def read(text: Text) -> Prepared | None:
    """One inequality that holds for every real number, and the letter in it."""
    source = _REALS.sub(
        lambda m: f" 实数 {m['x']} " if text.language == "zh" else f" real {m['x']} ", text.source
    )
    source = re.sub(r"(?<=[为是])\s*\$?(?:\\mathbb\s*\{?\s*R\s*\}?|R|ℝ)\$?(?![A-Za-z])", "allreals", source)
    source = re.sub(r"(?<=\bis)\s+\$?(?:\\mathbb\s*\{?\s*R\s*\}?|R|ℝ)\$?(?![A-Za-z])", " allreals", source)
    source = re.sub(r"(?<=[为是])\s*\$?(?:\\varnothing|\\emptyset|∅)\$?", "emptytoken", source)
    if not re.search(
        r"恒|总|任[意何]|一切|所有|都|均|解集|无解|(?i:\b(?:all|every|any|always|each|no|solution)\b)", source
    ):
        return None
    found = account(source, VOCABULARY)
    kinds = {c for c in found.concepts if c in ("always", "never")}
    if len(kinds) != 1 or found.unread or len(found.relations) != 1:
        return None
    parts = links(found.relations[0])
    names = {n.name for n in found.nodes if isinstance(n, Symbol)}
    if len(parts) != 1 or any(not isinstance(n, Symbol) and n is not found.relations[0] for n in found.nodes):
        return None
    ((left, sign, right),) = parts
    letters = symbols(left) | symbols(right)
    asked = _asked(source, names & letters)
    if len(letters) != 2 or asked is None or names - letters or {"e", "i"} & letters:
        return None
    (free,) = letters - {asked}
    if free != "x" and free not in names:
        return None  # who says which of the letters may be any number?
    try:
        f = sp.expand(to_sympy(left) - to_sympy(right))
    except FormulaError:
        return None
    return _task(f, sp.Symbol(free), sp.Symbol(asked), sign, "never" in kinds, found.has("quadratic"), text.language)  # fmt: skip


def _asked(source: str, names: set[str]) -> str | None:
    """The letter whose values are wanted."""
    patterns = (
        r"(?:求|则|那么|试求)(?:出)?(?:满足条件的)?(?:实数|常数|参数)?\s*\$?([a-zA-Z])\$?\s*的?(?:取值)?(?:范围|集合)",
        r"(?i)(?:range|values?|set)\s+(?:of\s+)?(?:all\s+)?(?:possible\s+)?(?:values?\s+)?(?:of\s+)?(?:the\s+)?(?:real\s+)?(?:number\s+|constant\s+|parameter\s+)?\$?(?-i:([a-zA-Z]))\$?(?![a-z])",
        r"(?i)(?:find|determine)\s+(?:all\s+)?(?:the\s+)?(?:real\s+)?(?:numbers?\s+|constants?\s+)?\$?(?-i:([a-zA-Z]))\$?\s+(?:such\s+that|so\s+that|for\s+which)",
        r"(?i)for\s+(?:what|which)\s+(?:real\s+)?(?:numbers?\s+)?\$?(?-i:([a-zA-Z]))\$?\s+(?:is|does|do)\b",
        r"\$?([a-zA-Z])\$?\s*(?:为何值|取何值|取什么值|为什么值|在什么范围)",
    )  # fmt: skip
    found = {m[1] for p in patterns for m in re.finditer(p, source) if m[1] in names}
    return found.pop() if len(found) == 1 else None


def _task(f: sp.Expr, x: sp.Symbol, p: sp.Symbol, sign: str, never: bool, quadratic: bool, say: Language) -> Prepared | None:  # fmt: skip
    if not f.is_polynomial(x, p) or {s.name for s in f.free_symbols} != {x.name, p.name}:
        return None
    steps = list[str]()
    if never:
        sign = _OPPOSITE[sign]
        steps.append(WORDS["negated"].say(say, inequality=f"{latex(f)}{_SHOWN[sign]}0"))
    a, b, c = (f.coeff(x, k) for k in (2, 1, 0))
    if sp.degree(f, x) != 2 or not all(k.is_Rational for k in sp.Poly(f, x, p).coeffs()):
        return None
    up, strict = sign[0] == ">", len(sign) == 1
    t = sp.Symbol(p.name, real=True)
    d = sp.factor(b**2 - 4 * a * c)
    steps.append(WORDS["collected"].say(say, f=latex(sp.collect(f, x)), sign=_SHOWN[sign], x=latex(x)))
    found: Any = _where(a, ">" if up else "<", p, t) & _where(d, "<" if strict else "<=", p, t)
    flat = list[sp.Expr]()
    zeros = sp.solve(a, p) if a.free_symbols else []
    if any(not z.is_real for z in zeros) or quadratic and zeros:
        zeros = [] if quadratic else zeros
        if zeros:
            return None
    for zero in zeros:
        rest = f.subs(p, zero)
        holds = rest.is_number and bool(
            {">": rest > 0, "<": rest < 0, ">=": rest >= 0, "<=": rest <= 0}[sign]
        )
        flat += [zero] if holds else []
        steps.append(WORDS["flat"].say(say, a=latex(a), p=latex(p), value=latex(zero), rest=latex(rest), sign=_SHOWN[sign], verdict=WORDS["yes" if holds else "no"].say(say)))  # fmt: skip
    found = sp.Union(found, sp.FiniteSet(*flat))
    shown = set_latex(found)
    if shown is None or found in (sp.S.EmptySet, sp.S.Reals):
        return None
    kind = WORDS["negative" if strict else "not_positive"].say(say)
    steps.append(WORDS["curve"].say(say, a=latex(a), lead=">" if up else "<", kind=kind, d=latex(d), least="<" if strict else r"\le "))  # fmt: skip
    steps.append(WORDS["solved"].say(say, p=latex(p), answer=shown))
    name = python_name(p.name)
    conditions = [f"b**2 - 4*a*c {'<' if strict else '<='} 0"]
    if a.free_symbols:
        conditions.insert(0, f"a {'>' if up else '<'} 0")
    lines = [
        f"a, b, c = {exact_source((a, b, c))}",
        comment(WORDS["code"].say(say)),
        f"curve = reduce_inequalities([{', '.join(conditions)}], {name})",
        f"Or(curve, {', '.join(f'Eq({name}, {exact_source(z)})' for z in flat)})" if flat else "curve",
    ]
    source = cell(*lines, variables=(p.name,), assumptions="real=True")
    return Prepared(
        say, tuple(steps), source, _tests(f, x, p, sign, found), WORDS["method"], WORDS["sentence"],
        shown=lambda value: _shown(value), given=lambda answer: _given(answer, p.name, found),
    )  # fmt: skip


def _where(f: sp.Expr, sign: str, p: sp.Symbol, t: sp.Symbol) -> Any:
    g = f.subs(p, t)
    relation = {">": g > 0, "<": g < 0, "<=": g <= 0}[sign]
    if relation in (sp.true, sp.false):
        return sp.S.Reals if relation == sp.true else sp.S.EmptySet
    return sp.solve_univariate_inequality(relation, t, relational=False)


def _places(found: Any) -> list[sp.Expr]:
    """Ends of the set, and numbers on both sides of each."""
    ends = sorted({e for e in found.boundary if e.is_finite}, key=float)
    inner = [(u + v) / 2 for u, v in pairwise(ends)]
    return [
        ends[0] - 2,
        ends[0] - sp.Rational(1, 9),
        *ends,
        *inner,
        ends[-1] + sp.Rational(1, 9),
        ends[-1] + 3,
    ]


def _tests(f: sp.Expr, x: sp.Symbol, p: sp.Symbol, sign: str, found: Any) -> tuple[str, ...]:
    X, P = python_name(x.name), python_name(p.name)
    return (
        f"{X}, {P} = symbols('{x.name} {p.name}')",
        "def always(q):",
        f"    roots = sorted(set(Poly(q, {X}).real_roots())) if q.has({X}) else []",
        "    middles = [(u + v)/2 for u, v in zip(roots, roots[1:])]",
        "    tried = [*roots, *middles, *([roots[0] - 1, roots[-1] + 1] if roots else [0, 1])]",
        f"    return all(bool(simplify(q.subs({X}, r)) {sign} 0) for r in tried)",
        "",
        f"places = {exact_source(_places(found))}",
        f"fits = [always(expand(({exact_source(f)}).subs({P}, v))) for v in places]",
        "fits == [bool(answer.contains(v)) for v in places]",
    )


def _shown(value: Any) -> str | None:
    if not isinstance(value, sp.logic.boolalg.Boolean):
        return None
    real = {s: sp.Symbol(s.name, real=True) for s in value.free_symbols}
    try:
        return set_latex(value.subs(real).as_set())
    except (NotImplementedError, ValueError):
        return None


def _given(answer: str, letter: str, found: Any) -> Any:
    claimed = read_set(answer, letter)
    if claimed is None:
        return None
    places = set(_places(found))
    ends = {e for e in claimed.boundary if e.is_finite}
    return claimed if ends <= places else sp.S.EmptySet
