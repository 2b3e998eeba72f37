"""Letters of a form that an expression is said to have for all x: clear denominators, and compare coefficients.

Read: "find constants A, B such that … = A/(x - 3) + B/(x - 5)", "8x^3 - 1 can be written as (2x - 1)(ax^2 + bx + c)", with one or two variables; asked
are the letters as a pair, triple, …, or an expression in them. Only where every way to choose the letters gives the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import sympy as sp
from sympy.core.function import AppliedUndef

from solver.formula import FormulaError, python_name, to_sympy
from solver.formula.nodes import Group
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared, one_point, one_value, shown_point, shown_value
from solver.topics.told import FORMS, Told, told

_FIND: Final = r"(?:find|determine|compute|what is)(?: the)?(?: value| sum| product)?(?: of)?(?: the)?(?: value| sum| product)?"
_FOR_ALL: Final = r"for (?:all|every|all values of|every number) ⟨[nqxv]\d+⟩(?: (?:besides|except|other than) \S{1,12} and \S{1,12})?"
TABLE: Final = table(
    {
        "letters": (
            r"(?:find|there exist|there are|there exists)(?: unique)? (?P<numbers>constants|numbers|integers|real numbers) <letters:letters>",
            r"(?:where|for some|and|given that) <letters:letters> (?:are|is|be) (?:all )?(?:both )?(?:two )?(?:distinct )?(?P<sign>positive |non-?negative )?(?P<numbers>constants|numbers|integers|real numbers)",
            r"find <letters:letters>",
        ),
        "identity": (
            r"(?:such that|so that|that|for which|if|given that)? (?P<identity>⟨q\d+⟩)",
            r"(?:given that |if )?(?:the )?(?:expression |fraction |polynomial |quadratic )?(?P<left>⟨x\d+⟩) can be (?:simplified and )?(?:written|expressed|factored|rewritten) (?:as|in the form) (?P<right>⟨x\d+⟩)",
        ),
        "all": (_FOR_ALL, r"for all ⟨n\d+⟩ besides ⟨?[\dx⟩]+ and ⟨?[\dx⟩]+"),
        "asked": (
            rf"(?:then )?{_FIND} (?P<asked>⟨[nx]\d+⟩)",
            r"(?:enter|find) the order(?:ed)? (?:pair|triple|quadruple|tuple) (?P<pair>⟨x\d+⟩)",
            r"(?:express|give|enter|write) (?:your|the) answer as an ordered (?:pair|triple|quadruple)(?: in the form (?P<pair>⟨x\d+⟩))?",
        ),
        **FORMS,
    }
)  # fmt: skip
WORDS: Final = {
    "identity": Words("This has to hold for all values: \\[{left}={right}\\]", "下式须恒成立：\\[{left}={right}\\]"),
    "cleared": Words("Multiply by the denominators and collect powers: \\[{polynomial}=0\\]", "去分母并按次数整理：\\[{polynomial}=0\\]"),
    "compared": Words("So every coefficient is 0: \\[{system}\\]", "所以各项系数都为 0：\\[{system}\\]"),
    "solved": Words("This gives \\({solution}\\).", "解得 \\({solution}\\)。"),
    "value": Words("So \\({asked}={value}\\).", "所以 \\({asked}={value}\\)。"),
    "code": Words("compare coefficients", "比较系数"),
    "method": Words("put numbers for the variable into both sides", "取若干数值代入两边检验"),
}  # fmt: skip
MAX_LETTERS: Final = 5


@declining
def read(text: Text) -> Reading:
    """One identity with letters."""
    if text.language != "en" or not re.search(r"(?i)constants|numbers|integers|can\s+be\s+(?:written|simplified|factored|expressed)|find\s+\$", text.source):  # fmt: skip
        return None
    known = told(text.source)
    found = None if known is None else clauses(known.source, TABLE)
    if known is None or found is None or isinstance(found, str):
        return None
    return _task([s for s in found if s.kind not in ("form",)], known, text.language)


def _task(found: Sequence[Said], known: Told, say: Language) -> Prepared | None:
    identities = [s for s in found if s.kind == "identity"]
    asks = [s.values for s in found if s.kind == "asked"]
    if not asks and set(found[-1].values) == {"letters"}:
        asks = [{"asked": found[-1].values["letters"]}]  # "find B"
    if len(identities) != 1 or not 1 <= len(asks) <= 2 or len({str(sorted(a.items())) for a in asks}) != 1:
        return None
    values = identities[0].values
    named = [n for s in found if s.kind == "letters" for n in known.names(s.values["letters"])]
    if "identity" in values:
        (relation,) = known.relations(values["identity"])
        if relation.signs != ("=",) or not named:
            return None
        left, right = (to_sympy(s) for s in relation.sides)
    else:
        left, right = known.expression(values["left"]), known.expression(values["right"])
        named = named or [s.name for s in right.free_symbols - left.free_symbols]
    letters = sorted({sp.Symbol(n) for n in named}, key=str)
    variables = sorted((left.free_symbols | right.free_symbols) - set(letters), key=str)
    if (
        not 1 <= len(letters) <= MAX_LETTERS
        or not 1 <= len(variables) <= 2
        or not set(letters) <= left.free_symbols | right.free_symbols
    ):
        return None
    if any(e.has(sp.E, sp.I, AppliedUndef) for e in (left, right)):
        return None
    polynomial = sp.Poly(sp.expand(sp.fraction(sp.together(left - right))[0]), *variables)
    equations = polynomial.coeffs()
    solutions = sp.solve(equations, letters, dict=True)
    if any(s.values.get("numbers") == "integers" for s in found if s.kind == "letters"):
        solutions = [s for s in solutions if all(v.is_Integer for v in s.values())]
    for sign in (s.values["sign"].lower().strip() for s in found if s.values.get("sign")):
        solutions = [
            s
            for s in solutions
            if all(v.is_positive if sign == "positive" else v.is_nonnegative for v in s.values())
        ]
    if not solutions or any(
        set(s) != set(letters) or any(v.free_symbols for v in s.values()) for s in solutions
    ):
        return None
    asked = _asked(asks[0], known, letters)
    results = {asked.subs(s) for s in solutions}
    if len(results) != 1:
        return None
    (result,) = results
    return _prepared(left, right, polynomial, solutions[0], asked, result, say)


def _asked(values: Mapping[str, str], known: Told, letters: Sequence[sp.Symbol]) -> Any:
    """The expression, or the tuple of letters, that is asked for."""
    node = known.node(values["asked"]) if "asked" in values else known.node(values["pair"])
    if isinstance(node, Group) and node.brackets == "()":
        asked: Any = sp.Tuple(*(to_sympy(i) for i in node.items))
    else:
        asked = to_sympy(node)
    if not asked.free_symbols or not asked.free_symbols <= set(letters):
        raise FormulaError("something else is asked for")
    return asked


def _prepared(
    left: sp.Expr, right: sp.Expr, polynomial: sp.Poly, solution: Mapping[sp.Symbol, sp.Expr], asked: Any, result: Any, say: Language
) -> Prepared:  # fmt: skip
    equations = polynomial.coeffs()
    steps = (
        WORDS["identity"].say(say, left=latex(left), right=latex(right)),
        WORDS["cleared"].say(say, polynomial=latex(sp.collect(polynomial.as_expr(), polynomial.gens))),
        WORDS["compared"].say(say, system=r",\quad ".join(f"{latex(e)}=0" for e in equations)),
        WORDS["solved"].say(say, solution=",\\ ".join(f"{latex(k)}={latex(v)}" for k, v in solution.items())),
        WORDS["value"].say(say, asked=latex(asked), value=latex(result)),
    )
    names = [python_name(s.name) for s in solution]
    point = "{" + ", ".join(f"{exact_source(k)}: {exact_source(v)}" for k, v in solution.items()) + "}"
    variables = [python_name(str(v)) for v in polynomial.gens]
    is_point = isinstance(asked, sp.Tuple)
    source = cell(
        f"equations = [{', '.join(exact_source(e) for e in equations)}]",
        comment(WORDS["code"].say(say)),
        f"solutions = solve(equations, [{', '.join(names)}], dict=True)",
        f"solution = [s for s in solutions if s == {point}][0]"
        if len(solution) > 1
        else "solution = solutions[0]",
        f"tuple(e.subs(solution) for e in {exact_source(tuple(asked))})"
        if is_point
        else f"({exact_source(asked)}).subs(solution)",
        variables=[s.name for s in solution],
    )
    every = [*names, *variables]
    compared = f"all(simplify(e.subs(point) - a) == 0 for e, a in zip({exact_source(tuple(asked))}, answer))" if is_point else f"simplify(({exact_source(asked)}).subs(point) - answer) == 0"  # fmt: skip
    tests = (
        f"{', '.join(every)} = symbols('{' '.join(every)}')",
        f"point = {point}",
        f"difference = ({exact_source(left)} - ({exact_source(right)})).subs(point)",
        f"tried = [difference.subs({{{', '.join(f'{v}: Rational(7*k + {3 * j + 2}, {5 + 2 * j})' for j, v in enumerate(variables))}}}) for k in range(12)]",
        f"bool(all(simplify(d) == 0 for d in tried) and {compared})",
    )
    if is_point:
        return Prepared(say, steps, source, tests, WORDS["method"], shown=shown_point, given=one_point)
    return Prepared(say, steps, source, tests, WORDS["method"], shown=shown_value, given=one_value)
