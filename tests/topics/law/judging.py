r"""Say of every statement of a solution whether it is true, false or undecided.

In this order: a statement about numbers is compared; an identity holds at every sampled point; a condition on letters
holds at a value that the solution gives them, one branch of a case split at one of them; a new letter may be given its
meaning. A value given to a letter must satisfy one of the conditions on it, and the answer the first of them; the real
roots of the first condition must all be named. What is said to be dropped, in words, need not hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import sympy as sp

from solver.formula import Unworkable, letter
from tests.topics.law.comparing import holds_at, identity, real_zeros, show
from tests.topics.law.conditions import DROPPED, judge_condition, judge_range, note_quadratic
from tests.topics.law.known import Finding, Known, Sides, is_function, learn, learned, read_sides
from tests.topics.law.statements import Link, Value, statements
from tests.topics.law.values import Unreadable, matrix_of, read

PARTIAL: Final = re.compile(
    r"positive|negative|integer|whole|real|between|interval|principal|acute|obtuse|only|smallest|largest|正|负|整数|实数|之间|区间|锐角|钝角|只|最小|最大|取|>|<|\\in|\\le|\\ge"
)


_BASES: Final = {"二进制": 2, "八进制": 8, "十六进制": 16, "三进制": 3, "五进制": 5}


_DIGITS: Final = r"-?[0-9A-Fa-f]+"


def judge(steps: Sequence[str], answer: str = "", value: Any = None, question: str = "") -> list[Finding]:
    """What the law says of every statement in `steps`; `answer` is the solution's end, as LaTeX, `value` the cell's."""
    found = list(statements(steps))
    known = learned(found, answer, value, question)
    out: list[Finding] = []
    conditions: list[Sides] = []
    for item in found:
        if isinstance(item, Link):
            out.append(_judge(item, known, conditions))
    out += _rows(found)
    out += _support(known, conditions, found)
    return out


def _judge(link: Link, known: Known, conditions: list[Sides]) -> Finding:
    text = str(link)
    if r"\pm" in text or r"\mp" in text:
        return _judge_both_signs(link, known, conditions)
    if re.fullmatch(r"F\(\w\)", link.left) and not link.place:  # each piece has an antiderivative of its own
        known.functions.pop("F", None)
        learn(link, known)
    if re.search(r"\*|\\mathbin", link.left):
        return _operation(link, known, conditions)
    if (
        (found := re.fullmatch(r"([fgh])\^\{-1\}\s*(?:\\left)?\((.+?)(?:\\right)?\)", link.left))
        and link.sign == "="
        and found[1] in known.functions
    ):
        return _judge(
            Link(rf"{found[1]}\left({link.right}\right)", "=", found[2], link.prose), known, conditions
        )
    if (found := re.fullmatch(r"d([a-z])", link.left)) and (
        under := re.fullmatch(r"(.*?)d([a-z])", link.right)
    ):
        u, x = letter(found[1]), letter(under[2])
        slopes = [sp.latex(sp.diff(meaning, x)) for meaning in known.meanings.get(u, ())]
        verdicts = [
            _judge(replace(link, left=slope, right=under[1].strip() or "1"), known, conditions)
            for slope in slopes
        ]
        return next(
            (f for f in verdicts if f.verdict), Finding(text, False if verdicts else None, "differentials")
        )
    if link.sign == "in" and re.fullmatch(r"\\?[A-Za-z]+", link.left):
        return judge_range(link, known, conditions)
    if (based := _in_base(link)) is not None:
        return Finding(text, based, "digits of another base")
    try:
        sides = read_sides(link, known)
    except Unreadable as reason:
        if "by which letter" in str(reason):
            return _differentiated(link, known)
        defined = _defines_function(link, known)
        return Finding(text, True, "definition") if defined else Finding(text, None, str(reason)[:60])
    except (Unworkable, NotImplementedError) as reason:
        return Finding(text, None, str(reason)[:60])
    try:
        note_quadratic(sides, known)
        verdict = identity(_in_one_variable(sides, known))
    except (
        TypeError,
        ValueError,
        NotImplementedError,
        RecursionError,
    ) as reason:  # sympy, at a point of its own
        return Finding(text, None, str(reason)[:60])
    if verdict:
        return Finding(text, True, "holds everywhere" if sides.letters else "numbers")
    if verdict is False and not sides.letters:
        if (DROPPED.search(link.prose) and link.sign != "~") or (known.empty and link.sign == "="):
            return Finding(text, True, "said to be false")
        return Finding(text, False, f"{show(sides.left)} against {show(sides.right)}")
    if verdict is None and not sides.letters:
        return Finding(text, None, "no numbers")
    return judge_condition(sides, known, conditions)


def _in_one_variable(sides: Sides, known: Known) -> Sides:
    r"""`\int\frac{1}{u}\,du` with \(u=x^2+1\) as an integral over x."""
    integrals = [i for s in (sides.left, sides.right) if isinstance(s, sp.Expr) for i in s.atoms(sp.Integral)]
    variables = {i.limits[0][0] for i in integrals if len(i.limits[0]) == 1}
    if len(variables) < 2 or len(variables) < len({i.limits[0][0] for i in integrals}):
        return sides
    put = {}
    for integral in integrals:
        u = integral.limits[0][0]
        for meaning in known.meanings.get(u, ()):
            if len(others := meaning.free_symbols & variables - {u}) == 1:
                (x,) = others
                put[integral] = sp.Integral(integral.function.subs(u, meaning) * sp.diff(meaning, x), x)
    return Sides(sides.link, sides.left.xreplace(put), sides.right.xreplace(put))


def _differentiated(link: Link, known: Known) -> Finding:
    """A derivative of a formula in several letters: by one of them it is right."""
    if "'" in link.right:
        return Finding(str(link), None, "a rule")
    verdicts = []
    for by in sorted(
        set(re.findall(r"(?<![\\A-Za-z])[a-z](?![A-Za-z])", link.left)) - known.spoken.plain
        ^ known.spoken.plain
    ):
        try:
            verdict = identity(read_sides(link, known, by))
        except Unreadable:
            continue
        if verdict:
            known.spoken = replace(known.spoken, by=by)
        verdicts.append(verdict)
    return Finding(
        str(link),
        True if True in verdicts else False if False in verdicts else None,
        "a derivative by one letter",
    )


def _operation(link: Link, known: Known, conditions: list[Sides]) -> Finding:
    r"""`a* b=a^2+2b` says what the sign means, `3* 4=…` is read so."""
    found = re.fullmatch(
        r"(?:\\left)?\(?(.+?)(?:\\right\))?\s*(?:\*|\\mathbin\{[^{}]*\})\s*(?:\\left\()?(.+?)\)?", link.left
    )
    if not found or link.sign != "=":
        return Finding(str(link), None, "an operation of the problem's own")
    first, second = (re.sub(r"\\right$|\s", "", g) for g in found.groups())
    if known.operation is None and first.isalpha() and second.isalpha():
        known.operation = (first, second, link.right)
        return Finding(str(link), True, "definition")
    if known.operation is None:
        return Finding(str(link), None, "an operation of the problem's own")
    a, b, formula = known.operation
    put = {a: f"({first})", b: f"({second})"}
    meant = re.sub(rf"(?<![\\A-Za-z])(?:{a}|{b})|(?<=[ab])(?:{a}|{b})", lambda m: put[m[0]], formula)
    meant = re.sub(r"(?<=[\d)])\(", r"\\cdot(", meant)
    return _judge(Link(meant, "=", link.right, link.prose), known, conditions)


def _in_base(link: Link) -> bool | None:
    """`45+36=114` where the sentence says that this is in base 7."""
    if not re.fullmatch(rf"{_DIGITS}\s*(?:[+-]|\\times)\s*{_DIGITS}", link.left) or not re.fullmatch(
        _DIGITS, link.right
    ):
        return None
    found = re.search(r"base (\d+)|(\d+)\s*进制", link.prose)
    base = int(found[1] or found[2]) if found else next((b for w, b in _BASES.items() if w in link.prose), 10)
    if base == 10 or link.sign != "=":
        return None
    try:
        first, operator, second = re.fullmatch(
            rf"({_DIGITS})\s*([+-]|\\times)\s*({_DIGITS})", link.left
        ).groups()  # type: ignore[union-attr]
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
    return is_function(left)


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


def _rows(found: Sequence[Link | Value]) -> list[Finding]:
    """Augmented matrices on their way to a solution: each has the row space of the one before."""
    out, last = list[Finding](), None
    for item in found:
        if (
            not isinstance(item, Value)
            or r"\begin{array}" not in item.latex
            or "|" not in item.latex.split("}")[1] + item.latex
        ):
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
            verdict = holds_at(first, {name: value})
            out.append(
                Finding(f"{name} = {value} in {first.link}", verdict, "the answer in the first condition")
            )
        if not any(PARTIAL.search(item.prose) for item in found):
            named = [*known.values.get(name, ()), *known.bare]
            for root in real_zeros(first) or ():
                if not any(abs(sp.N(root - v)) < 1e-9 for v in named if getattr(v, "is_number", False)):
                    out.append(Finding(f"{name} = {root} of {first.link}", False, "a root is lost"))
    return out
