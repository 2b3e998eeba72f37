"""The steps of a question about a circle: the squares completed or the radius measured, then what is wanted."""

from __future__ import annotations

import sympy as sp

from solver.formula import to_sympy
from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.geometry.circles.given import Given, Point, X, Y, square_of
from solver.topics.geometry.circles.words import WORDS


def steps_to(
    given: Given, wanted: tuple[str, ...], point: Point | None, *, general: bool, language: Language
) -> list[str]:
    """Centre and radius, then one step for each thing that is wanted."""
    steps = _found(given, language)
    for name in wanted:
        steps += _wanted(name, given, point, general=general, language=language)
    return steps


def _found(given: Given, say: Language) -> list[str]:
    (h, k), r = given.center, sp.sqrt(given.square)
    shown = {"center": exact_latex((h, k)), "r": exact_latex(r), "square": exact_latex(given.square)}
    if given.kind == "equation" and given.relation is not None:
        left, right = map(to_sympy, given.relation.sides)
        is_standard = left == (X - h) ** 2 + (Y - k) ** 2 and right.is_number
        completed = [] if is_standard else _completed(given, sp.expand(left - right), say)
        return [*completed, WORDS["read"].say(say, **shown)]
    if given.kind == "three":
        return [*_solved(given, say), WORDS["read"].say(say, **shown)]
    if not given.points:
        return [WORDS["given"].say(say, **shown)]
    a, b = given.points[0]
    reach = WORDS["reach"].say(
        say, point=exact_latex((a, b)), dx=f"{_bracketed(a - h)}^2", dy=f"{_bracketed(b - k)}^2", **shown
    )
    return [WORDS["middle"].say(say, center=_midpoint(given)), reach] if given.kind == "ends" else [reach]


def _solved(given: Given, say: Language) -> list[str]:
    """Three points put into the general equation."""
    h, k = given.center
    values = -2 * h, -2 * k, sp.expand(h**2 + k**2 - given.square)
    d, e, f = sp.symbols("D E F")
    rows = r",\quad ".join(f"{exact_latex(p**2 + q**2 + p * d + q * e + f)}=0" for p, q in given.points)
    shown = ",\\ ".join(f"{name}={exact_latex(value)}" for name, value in zip("DEF", values, strict=True))
    circle = X**2 + Y**2 + values[0] * X + values[1] * Y + values[2]
    first = WORDS["three"].say(say, equations=rows, values=shown, equation=f"{exact_latex(circle)}=0")
    return [first, *_completed(given, circle, say)]


def _completed(given: Given, difference: sp.Expr, say: Language) -> list[str]:
    """Both squares completed in `difference` = 0."""
    (h, k), steps = given.center, []
    a = sp.Poly(difference, X, Y).coeff_monomial(X**2)
    if a != 1:
        difference = sp.expand(difference / a)
        steps.append(WORDS["divide"].say(say, a=exact_latex(a), equation=f"{exact_latex(difference)}=0"))
    constant = -difference.subs({X: 0, Y: 0})
    before = f"{_started('x', h)}+{_started('y', k)}={exact_latex(constant)}"
    parts = [exact_latex(constant), *(exact_latex(z**2) for z in (h, k) if z != 0)]
    after = f"{_squared('x', h)}+{_squared('y', k)}={'+'.join(parts)}"
    if len(parts) == 1:
        return [*steps, WORDS["plain"].say(say, after=after)]
    after += f"={exact_latex(given.square)}"
    return [*steps, WORDS["square"].say(say, before=before, after=after)]


def _midpoint(given: Given) -> str:
    (a, b), (c, d) = given.points
    first, second = (rf"\frac{{{exact_latex(p)}+{_bracketed(q)}}}{{2}}" for p, q in ((a, c), (b, d)))
    return rf"\left({first},\ {second}\right)={exact_latex(given.center)}"


def _wanted(name: str, given: Given, point: Point | None, *, general: bool, language: Language) -> list[str]:
    (h, k), r, square = given.center, sp.sqrt(given.square), exact_latex(given.square)
    match name:
        case "diameter" | "circumference" | "area":
            value = {"diameter": 2 * r, "circumference": 2 * sp.pi * r, "area": sp.pi * given.square}[name]
            return [WORDS[name].say(language, value=exact_latex(value))]
        case "center_sum":
            return [WORDS[name].say(language, value=f"{exact_latex(h)}+{_bracketed(k)}={exact_latex(h + k)}")]
        case "distance" | "where" if point is not None:
            gap, at = square_of(given.center, point), exact_latex(point)
            squares = f"{_bracketed(point[0] - h)}^2+{_bracketed(point[1] - k)}^2"
            if name == "distance":
                value = rf"\sqrt{{{squares}}}={exact_latex(sp.sqrt(gap))}"
                return [WORDS[name].say(language, point=at, value=value)]
            sign = "<" if (gap - given.square).is_negative else "=" if gap == given.square else ">"
            return [
                WORDS[name].say(
                    language, point=at, squares=squares, gap=exact_latex(gap), square=square, sign=sign
                )
            ]
        case "equation" if general or given.kind != "equation":
            standard = standard_form((h, k), given.square)
            whole = exact_latex(sp.expand((X - h) ** 2 + (Y - k) ** 2 - given.square))
            return [
                WORDS[name].say(
                    language, value=rf"{standard}\quad\Longrightarrow\quad {whole}=0" if general else standard
                )
            ]
    return []


def standard_form(center: Point, square: sp.Expr) -> str:
    """(x − h)² + (y − k)² = r² as LaTeX."""
    return f"{_squared('x', center[0])}+{_squared('y', center[1])}={exact_latex(square)}"


def _bracketed(value: sp.Expr) -> str:
    """A number behind a sign or below a power."""
    shown = exact_latex(value)
    return shown if shown.isdigit() else rf"\left({shown}\right)"


def _squared(name: str, shift: sp.Expr) -> str:
    if shift == 0:
        return f"{name}^2"
    return rf"\left({exact_latex(sp.Symbol(name) - shift)}\right)^2"


def _started(name: str, shift: sp.Expr) -> str:
    """The square that is not complete yet."""
    z = sp.Symbol(name)
    return f"{name}^2" if shift == 0 else rf"\left({exact_latex(z**2 - 2 * shift * z)}\right)"
