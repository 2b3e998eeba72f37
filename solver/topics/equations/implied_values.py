"""The value of an expression that conditions settle although they leave the letters open: by an identity between what is asked and the conditions.

"a + b = 3 and ab = 1; find a^4 + b^4": asked − value = q1·(first condition) + q2·(second condition) with polynomials q1, q2, which are found
by comparing coefficients. Where only the square is settled, the sign must follow from what is said of the letters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.polys.monomials import itermonomials

from solver.formula import python_name, to_sympy
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared
from solver.topics.told import FORMS, Told, told

_KIND: Final = r"(?P<kind>positive |non-?\s?negative |non-?\s?zero |)"
_NUMBERS: Final = rf"(?:any |all |both |three |two |four |six )?(?:distinct |different )?{_KIND}?(?:distinct |different )?(?:real |complex |rational )?(?:numbers?|reals?|constants?)"
_FIND: Final = r"(?:find|determine|compute|calculate|what is|evaluate|then find|then what is|then compute)"
TABLE: Final = table(
    {
        **FORMS,
        "numbers": (
            rf"(?:let|for|where|if|suppose|suppose that|given|given that|that)? <letters:letters> (?:be |are |denote |is |be the )?(?:an? )?{_NUMBERS}(?: such that| satisfying| for which| satisfy| satisfies)?",
            rf"(?:let|for|where|if|suppose|suppose that|given|given that|that)? (?:the )?{_NUMBERS} <letters:letters>(?: satisfy| satisfies| are such that| satisfying| so that| are)?(?: the (?:system|equations?|conditions?))?",
        ),
        "condition": (
            "(?:let )?<name:letters> (?:be|is) (?:a|any) (?:real |complex |non-?real |non-?real complex )?(?:root|zero|solution) (?:of|to) (?:the )?(?:equation |polynomial )?(?P<equation>⟨q\\d+⟩)",
            "(?:given )?(?:two )?(?:positive )?real numbers (?P<equation>⟨q\\d+⟩)",
            "(?:such that|so that|that|(?:that |which )?satisf(?:y|ies|ying)(?: the (?:system of )?(?:equations?|conditions?))?|where|with|for which|let|if|given|given that|we have|suppose that|suppose|the equations?|)? (?P<equation>⟨q\\d+⟩)(?: for (?:some )?(?:real|complex|positive)? (?:numbers?|reals?|values?))?",
        ),
        "asked": (rf"{_FIND}(?: all)?(?: the)?(?: number| possible)?(?: (?:numerical|exact|common))?(?: values?)?(?: of)?(?: the)?(?: expression)? <asked:formula>",),
    }
)  # fmt: skip
_ZH: Final = table(
    {
        "condition": ("(?:已知|若|设|且|满足)? (?:实数)? <equation:relation>",),
        "asked": ("(?:则|求|那么|计算)? <asked:formula> ?(?:的值)?(?:是|为|等于)?(?:多少)?",),
    }
)
_SIGN: Final = re.compile(r"=")
MAX_LETTERS: Final = 6
MAX_UNKNOWNS: Final = 420
MAX_DEGREE: Final = 9
WORDS: Final = {
    "cleared": Words("Without fractions the {count} says: \\[{conditions}\\]", "去分母后，条件化为：\\[{conditions}\\]"),
    "identity": Words("Comparing coefficients shows this identity, which holds for all values of the letters: \\[{left}={right}\\]", "比较系数可得恒等式（对字母的一切取值成立）：\\[{left}={right}\\]"),
    "zero": Words("The brackets with the conditions are 0, so \\({asked}={value}\\).", "由条件，这些括号都等于 0，所以 \\({asked}={value}\\)。"),
    "root": Words("Since \\({asked}\\) is not negative here, \\({asked}={value}\\).", "由于 \\({asked}\\) 非负，所以 \\({asked}={value}\\)。"),
    "code": Words("what is left when the multiples of the conditions are taken away", "减去条件的倍式后剩下的常数"),
    "method": Words("found numbers that meet the conditions, and put them in", "求出满足条件的一组数，代入检验"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asked:
    """`target` where all `conditions` (polynomials, with the names `written`) are 0."""

    target: sp.Expr
    conditions: tuple[sp.Expr, ...]
    signs: frozenset[str]
    letters: tuple[sp.Symbol, ...]


@declining
def read(text: Text) -> Reading:
    """Conditions, and an expression that they settle."""
    if "=" not in text.source or len(text.source) > 700:
        return None
    known = told(text.source)
    if known is None or "q" not in known.source:
        return None
    found = clauses(known.source, TABLE if text.language == "en" else _ZH)
    asked = None if isinstance(found, str) else _asked(found, known)
    return None if asked is None else _task(asked, text.language)


def _asked(found: Sequence[Said], known: Told) -> _Asked | None:
    asks = [s for s in found if s.kind == "asked"]
    if len(asks) != 1 or not any(s.kind == "condition" for s in found):
        return None
    target = known.expression(asks[0].values["asked"])
    numbers = [s.values for s in found if s.kind == "numbers"]
    kinds = {re.sub(r"[-\s]", "", values.get("kind", "").lower()) for values in numbers}
    named = {name for values in numbers for name in known.names(values["letters"])}
    conditions, signs = list[sp.Expr](), set(kinds if kinds <= {"positive", "nonnegative"} else ())
    for said in found:
        if said.kind != "condition":
            continue
        for relation in known.relations(said.values["equation"]):
            if relation.signs == ("!=",):
                continue  # nothing is divided by what is not known to differ from 0
            if relation.signs in ((">",), ("<",)) and all(to_sympy(s).is_Atom for s in relation.sides):
                signs.add("told")
                continue
            if set(relation.signs) != {"="}:
                return None
            sides = [to_sympy(s) for s in relation.sides]
            conditions += [a - b for a, b in itertools.pairwise(sides)]
    letters = tuple(sorted(target.free_symbols.union(*(c.free_symbols for c in conditions)), key=str))
    if not conditions or not 1 <= len(letters) <= MAX_LETTERS or not target.free_symbols:
        return None
    if (
        any(e.has(sp.E, sp.I, sp.pi, AppliedUndef) for e in (target, *conditions))
        or target in letters
        and len(letters) == 1
    ):
        return None
    if not {s.name for s in letters} <= named:
        signs = set()  # of the others nothing is said
    return _Asked(target, tuple(conditions), frozenset(signs), letters)


def _task(asked: _Asked, say: Language) -> Prepared | None:
    letters = asked.letters
    conditions = [sp.expand(sp.fraction(sp.together(c))[0]) for c in asked.conditions]
    if any(not c.is_polynomial(*letters) or c.is_number for c in conditions):
        return None
    for power in (1, 2):
        top, bottom = (sp.expand(p) for p in sp.fraction(sp.together(asked.target**power)))
        if not top.is_polynomial(*letters) or not bottom.is_polynomial(*letters):
            return None
        if power == 2 and not _is_nonnegative(asked):
            return None
        found = _identity(top, bottom, conditions, letters)
        if found is not None:
            value, factors = found
            result = value if power == 1 else sp.sqrt(value)
            if power == 2 and not value.is_nonnegative:
                return None
            return _told(asked, say, (top, bottom), conditions, factors, value, result, power)
    return None


def _is_nonnegative(asked: _Asked) -> bool:
    """Whether what is asked for cannot be negative: letters are not, and it is made of them without minus signs."""
    if not asked.signs & {"positive", "nonnegative"} or "told" in asked.signs:
        return False
    top, bottom = sp.fraction(sp.together(asked.target))
    return all(c.is_positive for p in (top, bottom) for c in sp.Poly(p, *asked.letters).coeffs())


def _identity(
    top: sp.Expr, bottom: sp.Expr, conditions: Sequence[sp.Expr], letters: tuple[sp.Symbol, ...]
) -> tuple[sp.Expr, list[sp.Expr]] | None:
    """The one number v, and factors q, with top − v·bottom = Σ q·condition; None where there are none or v is open."""
    polys = [sp.Poly(c, *letters) for c in conditions]
    above, below = sp.Poly(top, *letters), sp.Poly(bottom, *letters)
    least = max(above.total_degree(), below.total_degree())
    highest = max(least, *(p.total_degree() for p in polys))
    if highest > MAX_DEGREE:
        return None
    homogeneous = (
        all(p.is_homogeneous for p in (above, below, *polys)) and above.total_degree() == below.total_degree()
    )
    for degree in dict.fromkeys((least, highest)):
        unknowns, parts = list[sp.Symbol](), list[tuple[sp.Expr, list[tuple[sp.Symbol, sp.Expr]]]]()
        for poly in polys:
            room = degree - poly.total_degree()
            monomials = list(itermonomials(letters, room)) if room >= 0 else []
            if homogeneous:
                monomials = [m for m in monomials if sp.Poly(m, *letters).total_degree() == room]
            named = [(sp.Dummy("q"), m) for m in monomials]
            unknowns += [q for q, _ in named]
            parts.append((poly.as_expr(), named))
        if len(unknowns) > MAX_UNKNOWNS or not unknowns:
            continue
        found = _solved(above, below, parts, unknowns, letters)
        if found is not None:
            return found
    return None


def _solved(
    above: sp.Poly, below: sp.Poly, parts: list[tuple[sp.Expr, list[tuple[sp.Symbol, sp.Expr]]]],
    unknowns: list[sp.Symbol], letters: tuple[sp.Symbol, ...],
) -> tuple[sp.Expr, list[sp.Expr]] | None:  # fmt: skip
    """The linear equations between the coefficients, solved exactly."""
    columns = [sp.Poly(sp.expand(poly * m), *letters).as_dict() for poly, named in parts for _, m in named]
    columns.append(below.as_dict())
    rows = sorted(set(above.as_dict()).union(*columns))
    matrix = sp.zeros(len(rows), len(columns))
    place = {m: k for k, m in enumerate(rows)}
    for k, column in enumerate(columns):
        for monomial, c in column.items():
            matrix[place[monomial], k] = c
    right = sp.Matrix([above.as_dict().get(m, 0) for m in rows])
    if not all(c.is_Rational for c in [*matrix, *right]):
        return None
    domain = sp.polys.matrices.DomainMatrix
    whole = domain.from_Matrix(matrix.row_join(right)).to_field()
    reduced, pivots = whole.rref()
    last = len(columns) - 1
    if len(columns) in pivots or last not in pivots:
        return None  # no such identity, or any number does
    found = reduced.to_Matrix()
    row = pivots.index(last)
    solution = dict.fromkeys(range(len(columns)), sp.S.Zero)
    for k, pivot in enumerate(pivots):
        solution[pivot] = found[k, len(columns)]
    if any(found[row, j] != 0 for j in range(len(columns)) if j != last):
        return None
    factors, at = list[sp.Expr](), 0
    for _, named in parts:
        factors.append(sp.Add(*(solution[at + k] * m for k, (_, m) in enumerate(named))))
        at += len(named)
    return solution[last], factors


def _told(
    asked: _Asked, say: Language, parts: tuple[sp.Expr, sp.Expr], conditions: list[sp.Expr], factors: list[sp.Expr],
    value: sp.Expr, result: sp.Expr, power: int,
) -> Prepared:  # fmt: skip
    top, bottom = parts
    steps = list[str]()
    if any(sp.expand(a - c) != 0 for a, c in zip(asked.conditions, conditions, strict=True)):
        shown = r",\quad ".join(f"{latex(c)}=0" for c in conditions)
        steps.append(WORDS["cleared"].say(say, count="condition", conditions=shown))
    below = "" if bottom == 1 else rf"\left({latex(bottom)}\right)"
    left = latex(top) if value == 0 else f"{latex(top)}-{_bracket(value)}{below}"
    right = "+".join(
        rf"{_bracket(sp.factor(q), q == 1)}\left({latex(c)}\right)"
        for q, c in zip(factors, conditions, strict=True)
        if q != 0
    )
    written = latex(asked.target) if power == 1 else rf"\left({latex(asked.target)}\right)^2"
    steps.append(WORDS["identity"].say(say, left=left, right=right))
    steps.append(WORDS["zero"].say(say, asked=written, value=latex(value)))
    if power == 2:
        steps.append(WORDS["root"].say(say, asked=latex(asked.target), value=latex(result)))
    names = [s.name for s in asked.letters]
    used = [(q, c) for q, c in zip(factors, conditions, strict=True) if q != 0]
    source = cell(
        f"asked = {exact_source(top)}",
        f"conditions = [{', '.join(exact_source(c) for _, c in used)}]",
        f"factors = [{', '.join(exact_source(q) for q, _ in used)}]",
        comment(WORDS["code"].say(say)),
        "rest = expand(asked - sum(q*c for q, c in zip(factors, conditions)))",
        f"simplify(rest/({exact_source(bottom)}))"
        if power == 1
        else f"sqrt(simplify(rest/({exact_source(bottom)})))",
        variables=names,
    )
    made = ", ".join(map(python_name, names))
    tests = (
        "from itertools import combinations",
        f"{made} = symbols('{' '.join(names)}')",
        f"letters = [{made}]",
        f"conditions = [{', '.join(exact_source(c) for c in asked.conditions)}]",
        f"f = {exact_source(asked.target)}",
        "found = []",
        # all letters but as many as there are conditions get values, and the conditions are solved for the others
        "for k, solved_for in enumerate(list(combinations(letters, min(len(conditions), len(letters))))*8):",
        "    fixed = {v: Rational(7*k + 5*j + 3, 4 + (k + j) % 3) for j, v in enumerate(letters) if v not in solved_for}",
        "    try:",
        "        start = [1.1 + 0.6*(k % 5) + (0.7 - 0.3*k)*I + (0.4 - 0.9*k)*j for j in range(len(solved_for))]",
        "        solved = Matrix([nsolve([c.subs(fixed) for c in conditions[:len(solved_for)]], solved_for, start, prec=40, maxsteps=60)])",
        "    except (ValueError, ZeroDivisionError, TypeError):",
        "        continue",
        "    point = {**fixed, **dict(zip(solved_for, solved))}",
        "    if all(abs(complex(N(c.subs(point), 30))) < 1e-12 for c in conditions):",
        "        found.append(complex(N(f.subs(point), 30)))",
        "    if len(found) > 3:",
        "        break",
        f"bool(found and all(abs(v**{power} - complex(answer)**{power}) < 1e-9*(1 + abs(v)**{power}) for v in found){' and answer >= 0' if power == 2 else ''})",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])


def _bracket(value: sp.Expr, omit: bool = False) -> str:
    if omit:
        return ""
    text = latex(value)
    return text if value.is_Atom and not value.is_negative else rf"\left({text}\right)"
