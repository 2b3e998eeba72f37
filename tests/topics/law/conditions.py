r"""Judge what holds for some values of letters only: equations, ranges, values given to letters, general rules put to use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import sympy as sp

from solver.formula import letter
from tests.topics.law.comparing import holds_at, identity, real_zeros, same_zeros
from tests.topics.law.known import Finding, Known, Sides, value_given
from tests.topics.law.sets import samples, set_of
from tests.topics.law.statements import Link
from tests.topics.law.values import Unreadable

DROPPED: Final = re.compile(
    r"reject|extraneous|drop|\b[Nn]o(?:t|ne|thing)?\b|n't|cannot|impossible|false|wrong|contradict|never|outside|above|below|would|"
    r"舍|增根|不合|不符|不满足|不成立|无意义|没有|矛盾|不可能|不等于|错|不能|除外|不在|无解|不是|不对|那么应|应是"
)
"""Words of a sentence that says of its statement that it does not hold."""


ASKED: Final = re.compile(r"where|meet|solution|solve|equation|true|满足|交点|相交|相等|解|方程|成立")
"""Words of a sentence that looks for the places where its statement holds."""
SETTING: Final = re.compile(
    r"\b(?:[Ii]f|[Ss]uppose|[Pp]ut|[Ll]et|[Tt]ake|[Ww]ith|[Ww]here|[Ww]hen|[Aa]t|[Oo]n the|[Ff]or|[Ss]et|axis|as)\b|若|如果|假设|令|设|取|当|时|轴|代入|把|满足|对于"
)
"""Words of a sentence that puts a value in, rather than finds it."""


def judge_condition(sides: Sides, known: Known, conditions: list[Sides]) -> Finding:
    link, text = sides.link, str(sides.link)
    name, value = value_given(link, known) if link.sign == "=" else (None, None)
    if name is not None and value is not None:
        return _value_claim(sides, known, conditions, name, value)
    if (of_quadratic := _coefficients(sides, known)) is not None:
        return Finding(text, of_quadratic, "coefficients of the quadratic")
    if link.sign == "=" and any(same_zeros(sides, c) for c in [*conditions, *known.givens]):
        conditions.append(sides)
        return Finding(text, True, "the same equation as before")
    verdict = holds_somewhere(sides, known)
    if link.sign == "!=" and verdict is False and not any(s in known.answered for s in sides.letters):
        return Finding(text, True, "excluded values")
    if (
        verdict is None
        and known.empty
        and link.sign == "="
        and len(sides.letters) == 1
        and (zeros := real_zeros(sides)) is not None
    ):
        verdict = not zeros
    if verdict is None and known.solution_set is not None and len(sides.letters) == 1:
        verdict = _on_set(sides, known.solution_set)
    if (
        isinstance(sides.left, sp.Symbol)
        and link.sign == "="
        and sides.left not in known.values
        and not verdict
    ):
        return Finding(text, True, "definition")
    if verdict is False and known.empty and link.sign != "=":
        return Finding(text, True, "no solution, as is said")
    if verdict is False and DROPPED.search(link.prose):
        return Finding(text, True, "said not to hold")
    if verdict is None and _claims_identity(sides, known):
        return Finding(text, False, "no identity")
    conditions.append(sides)
    return Finding(
        text, verdict, {True: "holds at a value", False: "holds at no value", None: "open letters"}[verdict]
    )


def _claims_identity(sides: Sides, known: Known) -> bool:
    """Whether it cannot be meant as a condition: calculus, the middle of a chain, letters that the answer keeps."""
    link = sides.link
    if (
        link.sign != "="
        or isinstance(sides.left, sp.Symbol)
        or not all(isinstance(s, sp.Expr) for s in (sides.left, sides.right))
    ):
        return False
    if any(s.has(sp.Integral, sp.Derivative, sp.Limit) for s in (sides.left, sides.right)):
        return True
    if link.place and sides.left.free_symbols and sides.right.free_symbols == sides.left.free_symbols:
        return True
    valued = {name for name in sides.letters if name in known.values or name in known.meanings}
    if sides.left.free_symbols == sides.right.free_symbols and not valued and not ASKED.search(link.prose):
        return True  # nothing that the letters are is said: it is meant for all of them
    return bool(sides.left.free_symbols) and sides.letters <= known.asked_letters


def _coefficients(sides: Sides, known: Known) -> bool | None:
    """What is said of a, b, c in general holds for the quadratic that was stated last; None where it is not about them."""
    a, b, c = sp.symbols("a b c")
    if not (
        {a, b} <= sides.letters
        and re.search(r"b\^2-4ac|\\frac\{-?b|2a(?![a-z])|\\frac\{4ac", str(sides.link))
    ):
        return None
    verdicts = []
    for polynomial in known.quadratics[-4:]:
        point = dict(zip((a, b, c), polynomial.all_coeffs(), strict=True))
        verdicts.append(holds_somewhere(sides, known, point))
    return True if True in verdicts else False if verdicts and None not in verdicts else None


def note_quadratic(sides: Sides, known: Known) -> None:
    if sides.link.sign != "=" or any(not isinstance(s, sp.Expr) for s in (sides.left, sides.right)):
        return
    if any(
        not p.exp.is_Integer or abs(p.exp) > 4
        for s in (sides.left, sides.right)
        for p in s.atoms(sp.Pow)
        if p.free_symbols
    ):
        return  # multiplied out it would take minutes
    for value in (sides.left - sides.right, sides.left, sides.right):
        for name in sorted(value.free_symbols, key=str):
            if str(name) in "abc":
                continue
            polynomial = value.as_poly(name)
            if polynomial is not None and polynomial.degree() == 2 and str(name) != "y":
                known.quadratics.append(polynomial)


def _value_claim(sides: Sides, known: Known, conditions: list[Sides], name: sp.Symbol, value: Any) -> Finding:
    """`x=3` where conditions on x were stated: one of them must hold there."""
    text, judged = str(sides.link), []
    for meaning in known.meanings.get(name, ()):
        meant = Sides(Link("", "=", "", ""), meaning, value)
        judged.append(holds_somewhere(meant, known))
    for condition in conditions:
        if name in condition.letters:
            judged.append(holds_somewhere(condition, known, {name: value}))
    if any(judged):
        return Finding(text, True, "satisfies a condition")
    if SETTING.search(sides.link.prose):
        return Finding(text, True, "a value is put in")
    if False in judged and None not in judged and not DROPPED.search(sides.link.prose):
        return Finding(text, False, "satisfies no condition")
    return Finding(
        text, True if not judged else None, "a value is given" if not judged else "open conditions"
    )


def holds_somewhere(sides: Sides, known: Known, fixed: Mapping[sp.Symbol, Any] | None = None) -> bool | None:
    """Whether it holds for one choice of the values given; None where letters stay open or nothing has a value."""
    fixed = dict(fixed or {})
    verdicts: list[bool | None] = []
    for world in known.worlds(sides.letters - set(fixed)):
        here = {**world, **fixed}
        variants = [here]
        for name in sides.letters - set(here):
            if meanings := known.meanings.get(name):
                variants = [{**v, name: m.subs(v)} for v in variants for m in meanings[:4]]
        for variant in variants[:16]:
            verdict = _partly(sides, variant)
            if verdict:
                return True
            verdicts.append(verdict)
    return False if verdicts and None not in verdicts else None


def _partly(sides: Sides, point: Mapping[sp.Symbol, Any]) -> bool | None:
    """At a point that may leave letters open: then it must be an identity in them."""
    try:
        left, right = (s.subs(point) if hasattr(s, "subs") else s for s in (sides.left, sides.right))
    except (TypeError, ValueError):
        return None
    rest = Sides(sides.link, left, right)
    if not rest.letters:
        return holds_at(rest, {})
    return True if identity(rest) else None


def judge_range(link: Link, known: Known, conditions: list[Sides]) -> Finding:
    r"""`x\in(2,3]`: it solves a condition, all of them together, or is the answer or what earlier ranges have in common."""
    text = str(link)
    try:
        claimed = set_of(link.right)
        name = letter(link.left.lstrip("\\"))
        inside, outside = samples(claimed)
    except (Unreadable, TypeError, ValueError, NotImplementedError) as reason:
        return Finding(text, None, str(reason)[:40])
    earlier, known.ranges[name] = known.ranges.get(name, []), [*known.ranges.get(name, []), claimed]
    own = [c for c in conditions if c.letters == {name}]
    candidates = [
        known.solution_set,
        *earlier,
        *([sp.Intersection(*earlier), sp.Union(*earlier)] if earlier else []),
    ]
    if any(claimed == c for c in candidates):
        return Finding(text, True, "the range of the answer, or of earlier ones")
    for group in [*([c] for c in own), own]:
        if (
            group
            and inside
            and all(holds_at(c, {name: p}) for c in group for p in inside)
            and all(not all(holds_at(c, {name: p}) for c in group) for p in outside)
        ):
            return Finding(text, True, "solves a condition")
    decided = [c for c in own if all(holds_at(c, {name: p}) is not None for p in inside)]
    wrong = (
        bool(decided)
        and not any(all(holds_at(c, {name: p}) for p in inside) for c in decided)
        and not earlier
    )
    return Finding(text, False if wrong else None, "solves no condition" if wrong else "a range")


def _on_set(sides: Sides, solutions: Any) -> bool | None:
    """A condition holds in all of the solution set; what holds in a part of it may be a case, and stays undecided."""
    (name,) = sides.letters
    try:
        inside, _ = samples(solutions)
    except (TypeError, ValueError, NotImplementedError):
        return None
    verdicts = [holds_at(sides, {name: point}) for point in inside]
    return True if verdicts and all(verdicts) else None
