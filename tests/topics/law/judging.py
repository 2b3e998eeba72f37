r"""Say of every statement of a solution whether it is true, false or undecided.

In this order: a statement about numbers is compared; an identity holds at every sampled point; a condition on letters
holds at a value that the solution gives them, one branch of a case split at one of them; a new letter may be given its
meaning. A value given to a letter must satisfy one of the conditions on it, and the answer the first of them; the real
roots of the first condition must all be named. What is said to be dropped, in words, need not hold.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import sympy as sp

from solver.formula import Unworkable, letter
from solver.formula.nodes import Apply, Call, Node, Symbol, symbols
from tests.topics.law.statements import Link, Value, statements
from tests.topics.law.values import Spoken, Unreadable, expression, matrix_of, near, number, read

DROPPED: Final = re.compile(
    r"reject|extraneous|drop|\b[Nn]o(?:t|ne|thing)?\b|n't|cannot|impossible|false|wrong|contradict|never|outside|above|below|"
    r"舍|增根|不合|不符|不满足|不成立|无意义|没有|矛盾|不可能|不等于|错|不能|除外|不在|无解|不是|不对"
)
"""Words of a sentence that says of its statement that it does not hold."""
SETTING: Final = re.compile(
    r"\b(?:[Ii]f|[Ss]uppose|[Pp]ut|[Ll]et|[Tt]ake|[Ww]ith|[Ww]here|[Ww]hen|[Aa]t|[Oo]n the|[Ff]or|[Ss]et|axis|as)\b|若|如果|假设|令|设|取|当|时|轴|代入|把|满足|对于"
)
"""Words of a sentence that puts a value in, rather than finds it."""
PARTIAL: Final = re.compile(
    r"positive|negative|integer|whole|real|between|interval|principal|acute|obtuse|only|smallest|largest|正|负|整数|实数|之间|区间|锐角|钝角|只|最小|最大|取|>|<|\\in|\\le|\\ge"
)
EMPTY: Final = re.compile(r"no (?:real )?sol|\\varnothing|\\emptyset|无解|没有实|无实|no real")
POSITIVE: Final = tuple(sp.Rational(n, d) for n, d in ((7, 5), (13, 11), (23, 9), (31, 7), (5, 8), (17, 19), (41, 13)))
MIXED: Final = tuple(sp.Rational(n, d) for n, d in ((-9, 7), (15, 11), (3, 17), (-29, 13), (37, 10), (-4, 9), (11, 6)))
WHOLE: Final = tuple(map(sp.Integer, (5, 7, 11, 6, 9, 8, 13)))
MAX_WORLDS: Final = 300


@dataclass(frozen=True, slots=True)
class Finding:
    """What the law says of one statement; `why` in a few words."""

    statement: str
    verdict: bool | None
    why: str


@dataclass(frozen=True, slots=True)
class Sides:
    """A link whose two sides have been read."""

    link: Link
    left: Any
    right: Any

    @property
    def letters(self) -> frozenset[sp.Symbol]:
        return frozenset().union(*(s.free_symbols if hasattr(s, "free_symbols") else set() for s in (self.left, self.right)))


@dataclass(slots=True)
class Known:
    """What the solution says of letters and functions."""

    values: dict[sp.Symbol, list[Any]] = field(default_factory=dict)
    answered: dict[sp.Symbol, list[Any]] = field(default_factory=dict)
    bare: list[Any] = field(default_factory=list)
    functions: dict[str, tuple[str, Node]] = field(default_factory=dict)
    meanings: dict[sp.Symbol, list[Any]] = field(default_factory=dict)
    solution_set: Any = None
    spoken: Spoken = Spoken()
    quadratics: list[Any] = field(default_factory=list)
    empty: bool = False
    asked_letters: frozenset[sp.Symbol] = frozenset()

    def add(self, name: sp.Symbol, value: Any) -> None:
        found = self.values.setdefault(name, [])
        if value not in found:
            found.append(value)

    def worlds(self, letters: Iterable[sp.Symbol]) -> Iterator[dict[sp.Symbol, Any]]:
        """Every choice of values for the letters that have some, meanings put in."""
        wanted = list(letters)
        for name in list(wanted):
            for meaning in self.meanings.get(name, ()):
                wanted += [s for s in meaning.free_symbols if s not in wanted]
        named = sorted((s for s in wanted if s in self.values), key=str)
        choices = itertools.product(*(self.values[s] for s in named))
        for choice in itertools.islice(choices, MAX_WORLDS):
            yield dict(zip(named, choice, strict=True))


def judge(steps: Sequence[str], answer: str = "", value: Any = None) -> list[Finding]:
    """What the law says of every statement in `steps`; `answer` is the solution's end, as LaTeX."""
    found = list(statements(steps))
    known = Known(solution_set=_solution_set(value), spoken=_spoken(found), empty=bool(EMPTY.search(answer)))
    _learn_answer(answer, known)
    for item in found:
        if isinstance(item, Link):
            _learn(item, known)
    _learn_members(found, known)
    out: list[Finding] = []
    conditions: list[Sides] = []
    for item in found:
        if isinstance(item, Link):
            out.append(_judge(item, known, conditions))
    out += _rows(found)
    out += _support(known, conditions, found)
    return out


def _spoken(found: Sequence[Link | Value]) -> Spoken:
    r"""Letters in front of a bracket that is all of a side are functions; e and i that get a value are letters."""
    functions, letters = set[str](), set[str]()
    for item in found:
        if not isinstance(item, Link):
            continue
        for side in (item.left, item.right):
            if match := re.fullmatch(r"([A-Za-z])\s*(?:\\left)?\(\s*([A-Za-z]|-?[\d.]+|\\frac\{-?\d+\}\{\d+\})\s*(?:\\right)?\)", side):
                functions.add(match[1])
                letters.add(match[2])
        letters.add(item.left)
    return Spoken(frozenset(functions), frozenset(letters & {"e", "i"}))


# -- what is known ------------------------------------------------------------------------------------


def _learn_answer(answer: str, known: Known) -> None:
    last: sp.Symbol | None = None
    for item in statements([rf"\({answer}\)"] if answer else []):
        try:
            if isinstance(item, Link) and item.sign == "=":
                name, value = _value_given(item, known)
                if name is not None and value is not None:
                    known.add(name, value)
                    known.answered.setdefault(name, []).append(value)
                    last = name
            elif isinstance(item, Value):
                _note_expression(item.latex, known)
                value = _closed(item.latex, known)
                (known.answered.setdefault(last, []) if last is not None else known.bare).append(value)
                if last is not None:
                    known.add(last, value)
        except Unreadable:
            continue


def _note_expression(latex: str, known: Known) -> None:
    """An answer with letters (`2x-6`): what its solution says of these letters are identities."""
    node, matrices = read(latex, known.spoken)
    known.asked_letters |= getattr(expression(node, matrices, known.functions), "free_symbols", frozenset())


def _closed(latex: str, known: Known) -> Any:
    node, matrices = read(latex, known.spoken)
    value = expression(node, matrices, known.functions)
    if getattr(value, "free_symbols", {1}):
        raise Unreadable("not a number")
    return value


def _value_given(link: Link, known: Known) -> tuple[sp.Symbol | None, Any]:
    """The letter on the left and the number on the right of `x=3`; both forms of `x=1\\pm 2` count."""
    try:
        left, _ = read(link.left, known.spoken)
    except Unreadable:
        return None, None
    if not isinstance(left, Symbol):
        return None, None
    name = letter(left.name)
    try:
        return name, _closed(link.right, known)
    except Unreadable:
        return name, None


def _learn(link: Link, known: Known) -> None:
    """Definitions of functions, and values of letters."""
    if link.sign not in ("=", "~"):
        return
    if r"\pm" in link.right:
        for sign in "+-":
            _learn(Link(link.left, "=", link.right.replace(r"\pm", sign), link.prose), known)
        return
    try:
        left, _ = read(link.left, known.spoken)
        if isinstance(left, Apply) and isinstance(left.argument, Symbol) and left.name not in known.functions:
            right, _ = read(link.right, known.spoken)
            if not isinstance(right, Apply):
                known.functions[left.name] = (left.argument.name, right)
        _learn_angle(link, left, known)
        if isinstance(left, Symbol) and left.name in known.spoken.functions and left.name not in known.functions:
            right, _ = read(link.right, known.spoken)
            if len(symbols(right)) == 1:
                known.functions[left.name] = (next(iter(symbols(right))), right)
        name, value = _value_given(link, known)
        if name is not None and value is not None:
            known.add(name, value)
        elif name is not None and r"\pm" not in link.right:
            right, matrices = read(link.right, known.spoken)
            meaning = expression(right, matrices, known.functions)
            if name not in meaning.free_symbols:
                known.meanings.setdefault(name, []).append(meaning)
    except (Unreadable, AttributeError):
        return


def _learn_angle(link: Link, left: Node, known: Known) -> None:
    r"""`\cos A=\frac{3}{5}` leaves two angles, up to whole turns."""
    match left:
        case Call(("sin" | "cos" | "tan") as function, (Symbol(name),)):
            value = _closed(link.right, known)
            angle = getattr(sp, f"a{function}")(value)
            known.add(letter(name), angle)
            known.add(letter(name), {"sin": sp.pi - angle, "cos": -angle, "tan": angle + sp.pi}[function])


def _learn_members(found: Sequence[Link | Value], known: Known) -> None:
    r"""`x=1,\ -3` names two values, and an answer without a letter is the value of the letter that has none."""
    last: sp.Symbol | None = None
    for item in found:
        if isinstance(item, Link):
            last = _value_given(item, known)[0] if item.sign == "=" else None
        elif last is not None:
            try:
                known.add(last, _closed(item.latex, known))
            except Unreadable:
                last = None


def _solution_set(value: Any) -> Any:
    try:
        if isinstance(value, sp.Set):
            return value
        if isinstance(value, sp.core.relational.Relational | sp.And | sp.Or) and len(value.free_symbols) == 1:
            return value.as_set()
    except (NotImplementedError, TypeError, ValueError, AttributeError):
        pass
    return None


# -- one statement ------------------------------------------------------------------------------------


def _judge(link: Link, known: Known, conditions: list[Sides]) -> Finding:
    text = str(link)
    if r"\pm" in text or r"\mp" in text:
        return _judge_both_signs(link, known, conditions)
    if (based := _in_base(link)) is not None:
        return Finding(text, based, "digits of another base")
    try:
        sides = _read_sides(link, known)
    except Unreadable as reason:
        if "by which letter" in str(reason):
            return _differentiated(link, known)
        defined = _defines_function(link, known)
        return Finding(text, True, "definition") if defined else Finding(text, None, str(reason)[:60])
    except (Unworkable, NotImplementedError) as reason:
        return Finding(text, None, str(reason)[:60])
    _note_quadratic(sides, known)
    verdict = _identity(sides)
    if verdict:
        return Finding(text, True, "holds everywhere" if sides.letters else "numbers")
    if verdict is False and not sides.letters:
        if DROPPED.search(link.prose) and link.sign != "~":
            return Finding(text, True, "said to be false")
        return Finding(text, False, f"{_show(sides.left)} against {_show(sides.right)}")
    if verdict is None and not sides.letters:
        return Finding(text, None, "no numbers")
    return _condition(sides, known, conditions)


def _read_sides(link: Link, known: Known, by: str = "") -> Sides:
    spoken = replace(known.spoken, by=by or known.spoken.by)
    values = []
    for latex in (link.left, link.right):
        node, matrices = read(latex, spoken)
        values.append(expression(node, matrices, known.functions))
    return Sides(link, *values)


def _differentiated(link: Link, known: Known) -> Finding:
    """A derivative of a formula in several letters: by one of them it is right."""
    verdicts = []
    for by in sorted(set(re.findall(r"(?<![\\A-Za-z])[a-z](?![A-Za-z])", link.left)) - known.spoken.plain ^ known.spoken.plain):
        try:
            verdict = _identity(_read_sides(link, known, by))
        except Unreadable:
            continue
        if verdict:
            known.spoken = replace(known.spoken, by=by)
        verdicts.append(verdict)
    return Finding(str(link), True if True in verdicts else False if False in verdicts else None, "a derivative by one letter")


_BASES: Final = {"二进制": 2, "八进制": 8, "十六进制": 16, "三进制": 3, "五进制": 5}
_DIGITS: Final = r"-?[0-9A-Fa-f]+"


def _in_base(link: Link) -> bool | None:
    """`45+36=114` where the sentence says that this is in base 7."""
    if not re.fullmatch(rf"{_DIGITS}\s*(?:[+-]|\\times)\s*{_DIGITS}", link.left) or not re.fullmatch(_DIGITS, link.right):
        return None
    found = re.search(r"base (\d+)|(\d+)\s*进制", link.prose)
    base = int(found[1] or found[2]) if found else next((b for w, b in _BASES.items() if w in link.prose), 10)
    if base == 10 or link.sign != "=":
        return None
    try:
        first, operator, second = re.fullmatch(rf"({_DIGITS})\s*([+-]|\\times)\s*({_DIGITS})", link.left).groups()  # type: ignore[union-attr]
        a, b = int(first, base), int(second, base)
        return {"+": a + b, "-": a - b}.get(operator, a * b) == int(link.right, base)
    except ValueError:
        return None


def _defines_function(link: Link, known: Known) -> bool:
    try:
        left, _ = read(link.left, known.spoken)
        read(link.right, known.spoken)
    except Unreadable:
        return False
    return isinstance(left, Apply) and isinstance(left.argument, Symbol)


def _judge_both_signs(link: Link, known: Known, conditions: list[Sides]) -> Finding:
    """`±`: each side has two values; every one of the right is one of the left, or each is a value of the letter."""
    both = []
    for sign in ("+", "-"):
        other = "-" if sign == "+" else "+"
        left, right = (s.replace(r"\pm", sign).replace(r"\mp", other) for s in (link.left, link.right))
        both.append(_judge(Link(left, link.sign, right, link.prose), known, conditions))
    verdicts = [f.verdict for f in both]
    if None in verdicts:
        return Finding(str(link), None, both[verdicts.index(None)].why)
    return Finding(str(link), all(verdicts), "both signs")


def _points(sides: Sides) -> Iterator[dict[sp.Symbol, Any]]:
    letters = sorted(sides.letters, key=str)
    text = str(sides.link)
    pools = (WHOLE, WHOLE[2:]) if re.search(r"\\binom|!|\\sum|\\prod|\\bmod|floor|ceil", text) else (POSITIVE, MIXED)
    for pool in pools:
        for shift in range(2 if len(letters) > 1 else 3):
            yield {s: pool[(i + shift) % len(pool)] + (i // len(pool)) for i, s in enumerate(letters)}


def _identity(sides: Sides) -> bool | None:
    """Whether it holds at every sampled point where both sides have values; None where they never have."""
    if sides.link.sign == "=" and (constant := _up_to_constant(sides)) is not None:
        return constant
    seen = 0
    for point in _points(sides) if sides.letters else ({},):
        verdict = _at(sides, point)
        if verdict is False:
            return False
        seen += verdict is not None
    return True if seen else None


def _up_to_constant(sides: Sides) -> bool | None:
    """Indefinite integrals are compared by their derivatives."""
    integrals = [
        i for s in (sides.left, sides.right) if hasattr(s, "atoms") for i in s.atoms(sp.Integral) if len(i.limits[0]) == 1
    ]
    if not integrals:
        return None
    x = integrals[0].limits[0][0]
    slope = Sides(sides.link, sp.diff(sides.left, x), sp.diff(sides.right, x))
    verdicts = [_at(slope, point) for point in _points(slope)]
    return None if all(v is None for v in verdicts) else False not in verdicts


def _at(sides: Sides, point: Mapping[sp.Symbol, Any]) -> bool | None:
    """Whether the link holds at a point; None where a side has no value."""
    sign = sides.link.sign
    if sign == "in":
        return _member(sides, point)
    left = number(sides.left, point)
    if isinstance(sides.left, sp.FiniteSet) and isinstance(sides.right, sp.FiniteSet) and sign == "=":
        return bool(sides.left.subs(point) == sides.right.subs(point)) or None
    right = number(sides.right, point)
    if left is None or right is None:
        infinite = [sides.left, sides.right]
        if sign == "=" and sp.oo in infinite or -sp.oo in infinite:
            try:
                return bool(sp.sympify(sides.left).doit() == sp.sympify(sides.right).doit()) or None
            except (ValueError, TypeError, NotImplementedError):
                return None
        return None
    match sign:
        case "=":
            return near(left, right)
        case "!=":
            return not near(left, right)
        case "~":
            return near(left, right, _shown(sides.link.right))
        case "mod":
            modulus = number(expression(*read(sides.link.modulus), {}), point)
            return None if modulus is None or modulus == 0 else bool((left - right) % modulus == 0)
    if isinstance(left, tuple) or isinstance(right, tuple) or not (left.is_real and right.is_real):
        return None
    difference = left - right
    if near(left, right):
        return sign in ("<=", ">=")
    return bool(difference < 0) if sign in ("<", "<=") else bool(difference > 0)


def _member(sides: Sides, point: Mapping[sp.Symbol, Any]) -> bool | None:
    if not isinstance(sides.right, sp.FiniteSet):
        return None
    return bool(sides.left.subs(point) in sides.right)


def _shown(latex: str) -> float:
    r"""Half a unit of the last digit shown; a whole one where the decimal is cut off (`1.41\ldots`)."""
    digits = re.search(r"\.(\d+)", latex)
    unit = 10.0 ** -(len(digits[1]) if digits else 0)
    if re.search(r"\\times\s*10\^|\\cdot\s*10\^", latex):
        return 10.0 ** -(len(digits[1]) if digits else 0)
    return unit * 1.001 if "dots" in latex else unit * 0.501


def _condition(sides: Sides, known: Known, conditions: list[Sides]) -> Finding:
    link, text = sides.link, str(sides.link)
    name, value = _value_given(link, known) if link.sign == "=" else (None, None)
    if name is not None and value is not None:
        return _value_claim(sides, known, conditions, name, value)
    if (of_quadratic := _coefficients(sides, known)) is not None:
        return Finding(text, of_quadratic, "coefficients of the quadratic")
    verdict = _in_worlds(sides, known)
    if link.sign == "!=" and verdict is False and not any(s in known.answered for s in sides.letters):
        return Finding(text, True, "excluded values")
    if verdict is None and link.sign == "=" and any(_same_zeros(sides, c) for c in conditions):
        verdict = True
    if verdict is None and known.empty and link.sign == "=" and len(sides.letters) == 1 and (zeros := _zeros(sides)) is not None:
        verdict = not zeros
    if verdict is None and known.solution_set is not None and len(sides.letters) == 1:
        verdict = _on_set(sides, known.solution_set)
    if isinstance(sides.left, sp.Symbol) and link.sign == "=" and sides.left not in known.values and not verdict:
        return Finding(text, True, "definition")
    if verdict is False and DROPPED.search(link.prose):
        return Finding(text, True, "said not to hold")
    if verdict is None and _claims_identity(sides, known):
        return Finding(text, False, "no identity")
    conditions.append(sides)
    return Finding(text, verdict, {True: "holds at a value", False: "holds at no value", None: "open letters"}[verdict])


def _claims_identity(sides: Sides, known: Known) -> bool:
    """Whether it cannot be meant as a condition: calculus, the middle of a chain, letters that the answer keeps."""
    link = sides.link
    if link.sign != "=" or isinstance(sides.left, sp.Symbol) or not all(isinstance(s, sp.Expr) for s in (sides.left, sides.right)):
        return False
    if any(s.has(sp.Integral, sp.Derivative, sp.Limit) for s in (sides.left, sides.right)):
        return True
    if link.place and sides.left.free_symbols and sides.right.free_symbols == sides.left.free_symbols:
        return True
    return bool(sides.left.free_symbols) and sides.letters <= known.asked_letters


def _same_zeros(sides: Sides, other: Sides) -> bool:
    """Whether one equation is the other times a number."""
    if sides.letters != other.letters or other.link.sign != "=":
        return False
    ratios = []
    for point in _points(sides):
        mine, its = (number(s.left - s.right, point) for s in (sides, other))
        if mine is None or its is None or isinstance(mine, tuple) or near(its, sp.S.Zero):
            return False
        ratios.append(mine / its)
    return bool(ratios) and all(near(r, ratios[0]) for r in ratios) and not near(ratios[0], sp.S.Zero)


def _coefficients(sides: Sides, known: Known) -> bool | None:
    """What is said of a, b, c in general holds for the quadratic that was stated last; None where it is not about them."""
    a, b, c = sp.symbols("a b c")
    if not ({a, b} <= sides.letters and re.search(r"b\^2-4ac|\\frac\{-?b|2a|\\frac\{4ac", str(sides.link))):
        return None
    verdicts = []
    for polynomial in known.quadratics[-4:]:
        point = dict(zip((a, b, c), polynomial.all_coeffs(), strict=True))
        verdicts.append(_in_worlds(sides, known, point))
    return True if True in verdicts else False if verdicts and None not in verdicts else None


def _note_quadratic(sides: Sides, known: Known) -> None:
    if sides.link.sign != "=" or any(not isinstance(s, sp.Expr) for s in (sides.left, sides.right)):
        return
    if any(not p.exp.is_Integer or abs(p.exp) > 4 for s in (sides.left, sides.right) for p in s.atoms(sp.Pow) if p.free_symbols):
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
        judged.append(_in_worlds(meant, known))
    for condition in conditions:
        if name in condition.letters:
            judged.append(_in_worlds(condition, known, {name: value}))
    if any(judged):
        return Finding(text, True, "satisfies a condition")
    if False in judged and None not in judged and not (DROPPED.search(sides.link.prose) or SETTING.search(sides.link.prose)):
        return Finding(text, False, "satisfies no condition")
    return Finding(text, True if not judged else None, "a value is given" if not judged else "open conditions")


def _in_worlds(sides: Sides, known: Known, fixed: Mapping[sp.Symbol, Any] | None = None) -> bool | None:
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
        return _at(rest, {})
    return True if _identity(rest) else None


def _samples(solutions: Any) -> tuple[list[Any], list[Any]]:
    """Points inside and outside of a set of real numbers."""
    ends = sorted({e for e in _ends(solutions) if e.is_finite}, key=lambda e: float(e))
    tries: list[Any] = [sp.Integer(0)] if not ends else [ends[0] - 1, ends[0] - 7, ends[-1] + 1, ends[-1] + 9]
    tries += [*ends, *((a + b) / 2 for a, b in itertools.pairwise(ends))]
    inside, outside = list[Any](), list[Any]()
    for point in tries:
        belongs = solutions.contains(point)
        if belongs in (True, sp.true):
            inside.append(point)
        elif belongs in (False, sp.false):
            outside.append(point)
    return inside, outside


def _ends(solutions: Any) -> Iterator[Any]:
    if isinstance(solutions, sp.Interval):
        yield from (solutions.start, solutions.end)
    elif isinstance(solutions, sp.Union):
        for part in solutions.args:
            yield from _ends(part)
    elif isinstance(solutions, sp.FiniteSet):
        yield from solutions.args


def _on_set(sides: Sides, solutions: Any) -> bool | None:
    """A condition holds somewhere in the solution set, or nowhere where that is empty or left out."""
    (name,) = sides.letters
    try:
        inside, _ = _samples(solutions)
    except (TypeError, ValueError, NotImplementedError):
        return None
    verdicts = [_at(sides, {name: point}) for point in inside]
    return True if any(verdicts) else None


# -- the whole solution -------------------------------------------------------------------------------


def _rows(found: Sequence[Link | Value]) -> list[Finding]:
    """Augmented matrices on their way to a solution: each has the row space of the one before."""
    out, last = list[Finding](), None
    for item in found:
        if not isinstance(item, Value) or r"\begin{array}" not in item.latex or "|" not in item.latex.split("}")[1] + item.latex:
            continue
        body = re.search(r"\\begin\{array\}\{[^}]*\}(.*)\\end\{array\}", item.latex, re.DOTALL)
        try:
            matrix = matrix_of(body[1]) if body else None
        except Unreadable:
            matrix = None
        if matrix is not None and last is not None and matrix.shape == last.shape:
            same = matrix.rref()[0] == last.rref()[0]
            out.append(Finding(item.latex, bool(same), "row operations"))
        last = matrix
    return out


def _support(known: Known, conditions: Sequence[Sides], found: Sequence[Link | Value]) -> list[Finding]:
    """The answer satisfies the first condition on its letters, and no root of that is passed over in silence."""
    out = list[Finding]()
    for name, values in known.answered.items():
        first = next((c for c in conditions if c.letters == {name} and c.link.sign == "="), None)
        if first is None:
            continue
        for value in values:
            verdict = _at(first, {name: value})
            out.append(Finding(f"{name} = {value} in {first.link}", verdict, "the answer in the first condition"))
        if not any(PARTIAL.search(item.prose) for item in found):
            named = [*known.values.get(name, ()), *known.bare]
            for root in _zeros(first) or ():
                if not any(abs(sp.N(root - v)) < 1e-9 for v in named if getattr(v, "is_number", False)):
                    out.append(Finding(f"{name} = {root} of {first.link}", False, "a root is lost"))
    return out


def _zeros(sides: Sides) -> list[Any] | None:
    """The real solutions of a polynomial (or rational) equation in one letter; None where it is another kind."""
    (name,) = sides.letters
    try:
        polynomial = sp.Poly(sp.together(sides.left - sides.right).as_numer_denom()[0], name, domain="QQ")
        if not 0 < polynomial.degree() <= 8:
            return None
        return [r for r in polynomial.real_roots() if _at(sides, {name: r})]
    except (sp.PolynomialError, sp.CoercionFailed, TypeError, ValueError, NotImplementedError):
        return None


def _shown(latex: str) -> float:
    r"""Half a unit of the last digit shown; a whole one where the decimal is cut off (`1.41\ldots`)."""
    digits = re.search(r"\.(\d+)", latex)
    unit = 10.0 ** -(len(digits[1]) if digits else 0)
    if re.search(r"\\times\s*10\^|\\cdot\s*10\^", latex):
        return 10.0 ** -(len(digits[1]) if digits else 0)
    return unit * 1.001 if "dots" in latex else unit * 0.501


def _condition(sides: Sides, known: Known, conditions: list[Sides]) -> Finding:
    link, text = sides.link, str(sides.link)
    name, value = _value_given(link, known) if link.sign == "=" else (None, None)
    if name is not None and value is not None:
        return _value_claim(sides, known, conditions, name, value)
    if (of_quadratic := _coefficients(sides, known)) is not None:
        return Finding(text, of_quadratic, "coefficients of the quadratic")
    verdict = _in_worlds(sides, known)
    if link.sign == "!=" and verdict is False and not any(s in known.answered for s in sides.letters):
        return Finding(text, True, "excluded values")
    if verdict is None and link.sign == "=" and any(_same_zeros(sides, c) for c in conditions):
        verdict = True
    if verdict is None and known.empty and link.sign == "=" and len(sides.letters) == 1 and (zeros := _zeros(sides)) is not None:
        verdict = not zeros
    if verdict is None and known.solution_set is not None and len(sides.letters) == 1:
        verdict = _on_set(sides, known.solution_set)
    if isinstance(sides.left, sp.Symbol) and link.sign == "=" and sides.left not in known.values and not verdict:
        return Finding(text, True, "definition")
    if verdict is False and DROPPED.search(link.prose):
        return Finding(text, True, "said not to hold")
    if verdict is None and _claims_identity(sides, known):
        return Finding(text, False, "no identity")
    conditions.append(sides)
    return Finding(text, verdict, {True: "holds at a value", False: "holds at no value", None: "open letters"}[verdict])


def _claims_identity(sides: Sides, known: Known) -> bool:
    """Whether it cannot be meant as a condition: calculus, the middle of a chain, letters that the answer keeps."""
    link = sides.link
    if link.sign != "=" or isinstance(sides.left, sp.Symbol) or not all(isinstance(s, sp.Expr) for s in (sides.left, sides.right)):
        return False
    if any(s.has(sp.Integral, sp.Derivative, sp.Limit) for s in (sides.left, sides.right)):
        return True
    if link.place and sides.left.free_symbols and sides.right.free_symbols == sides.left.free_symbols:
        return True
    return bool(sides.left.free_symbols) and sides.letters <= known.asked_letters


def _same_zeros(sides: Sides, other: Sides) -> bool:
    """Whether one equation is the other times a number."""
    if sides.letters != other.letters or other.link.sign != "=":
        return False
    ratios = []
    for point in _points(sides):
        mine, its = (number(s.left - s.right, point) for s in (sides, other))
        if mine is None or its is None or isinstance(mine, tuple) or near(its, sp.S.Zero):
            return False
        ratios.append(mine / its)
    return bool(ratios) and all(near(r, ratios[0]) for r in ratios) and not near(ratios[0], sp.S.Zero)


def _coefficients(sides: Sides, known: Known) -> bool | None:
    """What is said of a, b, c in general holds for the quadratic that was stated last; None where it is not about them."""
    a, b, c = sp.symbols("a b c")
    if not ({a, b} <= sides.letters and re.search(r"b\^2-4ac|\\frac\{-?b|2a|\\frac\{4ac", str(sides.link))):
        return None
    verdicts = []
    for polynomial in known.quadratics[-4:]:
        point = dict(zip((a, b, c), polynomial.all_coeffs(), strict=True))
        verdicts.append(_in_worlds(sides, known, point))
    return True if True in verdicts else False if verdicts and None not in verdicts else None


def _note_quadratic(sides: Sides, known: Known) -> None:
    if sides.link.sign != "=" or any(not isinstance(s, sp.Expr) for s in (sides.left, sides.right)):
        return
    if any(not p.exp.is_Integer or abs(p.exp) > 4 for s in (sides.left, sides.right) for p in s.atoms(sp.Pow) if p.free_symbols):
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
        judged.append(_in_worlds(meant, known))
    for condition in conditions:
        if name in condition.letters:
            judged.append(_in_worlds(condition, known, {name: value}))
    if any(judged):
        return Finding(text, True, "satisfies a condition")
    if False in judged and None not in judged and not (DROPPED.search(sides.link.prose) or SETTING.search(sides.link.prose)):
        return Finding(text, False, "satisfies no condition")
    return Finding(text, True if not judged else None, "a value is given" if not judged else "open conditions")


def _in_worlds(sides: Sides, known: Known, fixed: Mapping[sp.Symbol, Any] | None = None) -> bool | None:
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
        return _at(rest, {})
    return True if _identity(rest) else None


def _samples(solutions: Any) -> tuple[list[Any], list[Any]]:
    """Points inside and outside of a set of real numbers."""
    ends = sorted({e for e in _ends(solutions) if e.is_finite}, key=lambda e: float(e))
    tries: list[Any] = [sp.Integer(0)] if not ends else [ends[0] - 1, ends[0] - 7, ends[-1] + 1, ends[-1] + 9]
    tries += [*ends, *((a + b) / 2 for a, b in itertools.pairwise(ends))]
    inside, outside = list[Any](), list[Any]()
    for point in tries:
        belongs = solutions.contains(point)
        if belongs in (True, sp.true):
            inside.append(point)
        elif belongs in (False, sp.false):
            outside.append(point)
    return inside, outside


def _ends(solutions: Any) -> Iterator[Any]:
    if isinstance(solutions, sp.Interval):
        yield from (solutions.start, solutions.end)
    elif isinstance(solutions, sp.Union):
        for part in solutions.args:
            yield from _ends(part)
    elif isinstance(solutions, sp.FiniteSet):
        yield from solutions.args


def _on_set(sides: Sides, solutions: Any) -> bool | None:
    """A condition holds somewhere in the solution set, or nowhere where that is empty or left out."""
    (name,) = sides.letters
    try:
        inside, _ = _samples(solutions)
    except (TypeError, ValueError, NotImplementedError):
        return None
    verdicts = [_at(sides, {name: point}) for point in inside]
    return True if any(verdicts) else None


# -- the whole solution -------------------------------------------------------------------------------


def _rows(found: Sequence[Link | Value]) -> list[Finding]:
    """Augmented matrices on their way to a solution: each has the row space of the one before."""
    out, last = list[Finding](), None
    for item in found:
        if not isinstance(item, Value) or r"\begin{array}" not in item.latex or "|" not in item.latex.split("}")[1] + item.latex:
            continue
        body = re.search(r"\\begin\{array\}\{[^}]*\}(.*)\\end\{array\}", item.latex, re.DOTALL)
        try:
            matrix = matrix_of(body[1]) if body else None
        except Unreadable:
            matrix = None
        if matrix is not None and last is not None and matrix.shape == last.shape:
            same = matrix.rref()[0] == last.rref()[0]
            out.append(Finding(item.latex, bool(same), "row operations"))
        last = matrix
    return out


def _support(known: Known, conditions: Sequence[Sides], found: Sequence[Link | Value]) -> list[Finding]:
    """The answer satisfies the first condition on its letters, and no root of that is passed over in silence."""
    out = list[Finding]()
    for name, values in known.answered.items():
        first = next((c for c in conditions if c.letters == {name} and c.link.sign == "="), None)
        if first is None:
            continue
        for value in values:
            verdict = _at(first, {name: value})
            out.append(Finding(f"{name} = {value} in {first.link}", verdict, "the answer in the first condition"))
        if not any(PARTIAL.search(item.prose) for item in found):
            named = [*known.values.get(name, ()), *known.bare]
            for root in _zeros(first) or ():
                if not any(abs(sp.N(root - v)) < 1e-9 for v in named if getattr(v, "is_number", False)):
                    out.append(Finding(f"{name} = {root} of {first.link}", False, "a root is lost"))
    return out


def _real_zeros(sides: Sides, name: sp.Symbol) -> list[Any]:
    try:
        polynomial = sp.Poly(sp.together(sides.left - sides.right).as_numer_denom()[0], name, domain="QQ")
    except (sp.PolynomialError, sp.CoercionFailed, TypeError, ValueError):
        return []
    if polynomial.degree() > 8:
        return []
    return [r for r in sp.Poly(polynomial, name).real_roots() if _at(sides, {name: r})]


def _show(value: Any) -> str:
    shown = number(value, {})
    return str(sp.N(shown, 10)) if isinstance(shown, sp.Expr) else str(shown)[:60]


