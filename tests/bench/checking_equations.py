"""Linear and polynomial equations, with slips made by rule."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tests.bench.checking_made import Draw, Made, both, nonzero, ratio, signed, solve, times


def linear(r: Draw, language: str) -> Iterator[Made]:
    """ax + b = c."""
    a, x, b = r.randint(2, 9), nonzero(r, -9, 9), nonzero(r, -9, 9)
    c = a * x + b
    problem = solve(language, f"{a}x {signed(b)} = {c}")
    yield Made("linear", problem, (f"{a}x = {c} {signed(-b)}", f"{a}x = {c - b}", f"x = {x}"))
    yield Made(
        "linear",
        problem,
        (
            both(
                language, f"subtract {b} from both sides: {a}x = {c - b}", f"两边同时减{b}，得 {a}x = {c - b}"
            ),
            both(language, f"so x = {x}", f"所以 x = {x}"),
        ),
    )
    yield Made(
        "linear", problem, (f"{a}x {signed(b)} {signed(-c)} = 0 ⇒ {a}(x {signed(-x)}) = 0", f"x = {x}")
    )
    yield Made(
        "linear",
        problem,
        (f"{a}x = {c} {signed(b)}", f"{a}x = {c + b}", f"x = {ratio(c + b, a)}"),
        0,
        ("sign",),
    )
    yield Made(
        "linear",
        problem,
        (
            f"{a}x = {c} {signed(-b)}",
            f"{a}x = {c - b + r.choice([1, -1, 10])}",
        ),
        1,
        ("arithmetic",),
    )
    yield Made("linear", problem, (f"{a}x = {c - b}", f"x = {c - b - a}"), 1, ("inverse-operation",))
    yield Made(
        "linear",
        problem,
        (f"{a}x = {c - b}", f"x = {c - b} {signed(-a)} = {c - b - a}"),
        1,
        ("inverse-operation",),
    )
    other = b + r.choice([1, 2, 3, -11])
    if other:
        yield Made(
            "linear", problem, (f"{a}x {signed(other)} = {c}", f"{a}x = {c - other}"), 0, ("copying", "sign")
        )


def brackets(r: Draw, language: str) -> Iterator[Made]:
    """a(x + b) = cx + d."""
    a, x, b = r.randint(3, 9), nonzero(r, -7, 7), nonzero(r, -8, 8)
    c = r.randint(1, a - 1)
    d = a * (x + b) - c * x
    problem = solve(language, f"{a}(x {signed(b)}) = {times(c)} {signed(d)}")
    yield Made(
        "brackets",
        problem,
        (f"{a}x {signed(a * b)} = {times(c)} {signed(d)}", f"{times(a - c)} = {d - a * b}", f"x = {x}"),
    )
    yield Made(
        "brackets",
        problem,
        (f"x {signed(b)} = ({times(c)} {signed(d)})/{a}", f"{times(a - c)} = {d - a * b}", f"x = {x}"),
    )
    if b * (a - 1):
        yield Made(
            "brackets",
            problem,
            (f"{a}x {signed(b)} = {times(c)} {signed(d)}", f"{times(a - c)} = {d - b}"),
            0,
            ("distribution",),
        )
    yield Made(
        "brackets",
        problem,
        (f"{a}x {signed(-a * b)} = {times(c)} {signed(d)}", f"{times(a - c)} = {d + a * b}"),
        0,
        ("sign",),
    )
    yield Made(
        "brackets",
        problem,
        (f"{a}x {signed(a * b)} = {times(c)} {signed(d)}", f"{times(a + c)} = {d - a * b}"),
        1,
        ("sign",),
    )


def fractions(r: Draw, language: str) -> Iterator[Made]:
    """x/a + x/b = c."""
    a, b = r.choice([(2, 3), (3, 4), (2, 5), (3, 5), (4, 5)])
    k = nonzero(r, -4, 4)
    x, c = a * b * k, (a + b) * k
    problem = solve(language, f"x/{a} + x/{b} = {c}")
    yield Made("fractions", problem, (f"{b}x + {a}x = {a * b * c}", f"{a + b}x = {a * b * c}", f"x = {x}"))
    yield Made("fractions", problem, (f"{a + b}x/{a * b} = {c}", f"x = {x}"))
    yield Made("fractions", problem, (f"{b}x + {a}x = {c}", f"{a + b}x = {c}"), 0, ("one-side-only",))
    yield Made("fractions", problem, (f"2x/{a + b} = {c}",), 0, ("fractions-across",))


def quadratic(r: Draw, language: str) -> Iterator[Made]:
    """(x − p)(x − q) = 0, multiplied out."""
    p, q = nonzero(r, -7, 7), 0
    q = nonzero(r, -7, 7, p, -p)
    b, c = -(p + q), p * q
    if not b:
        return
    problem = solve(
        language,
        f"x^2 {signed(b)}x {signed(c)} = 0",
    )
    word = both(language, "or", "或")
    product = f"(x {signed(-p)})(x {signed(-q)}) = 0"
    yield Made("quadratic", problem, (product, f"x = {p} {word} x = {q}"))
    yield Made("quadratic", problem, (product, f"x = {p}", f"x = {q}"))
    disc = b * b - 4 * c
    yield Made(
        "quadratic",
        problem,
        (f"Δ = {b * b} {signed(-4 * c)} = {disc}", f"x = ({-b} ± sqrt({disc}))/2", f"x1 = {p}, x2 = {q}"),
    )
    yield Made(
        "quadratic",
        problem,
        (
            f"x^2 {signed(b)}x = {-c}",
            f"(x {signed(Fraction(b, 2))})^2 = {Fraction(disc, 4)}",
            f"x {signed(Fraction(b, 2))} = ± {Fraction(abs(p - q), 2)}",
            f"x = {p}, x = {q}",
        ),
    )
    yield Made(
        "quadratic",
        problem,
        (f"(x {signed(p)})(x {signed(q)}) = 0", f"x = {-p} {word} x = {-q}"),
        0,
        ("sign",),
    )
    yield Made("quadratic", problem, (product, f"x = {-p} {word} x = {-q}"), 1, ("root-sign",))
    yield Made("quadratic", problem, (product, f"x = {p}"), 1, ("lost-root",))
    if b * b + 4 * c > 0:
        yield Made(
            "quadratic", problem, (f"x = ({-b} ± sqrt({b * b + 4 * c}))/2",), 0, ("quadratic-formula", "sign")
        )
    yield Made(
        "quadratic", problem, (f"x = ({b} ± sqrt({disc}))/2",), 0, ("quadratic-formula", "root-sign", "sign")
    )


def common_factor(r: Draw, language: str) -> Iterator[Made]:
    """x² = kx."""
    k = nonzero(r, -9, 9, 1, -1)
    problem = solve(language, f"x^2 = {k}x")
    word = both(language, "or", "或")
    yield Made(
        "common factor",
        problem,
        (f"x^2 {signed(-k)}x = 0", f"x(x {signed(-k)}) = 0", f"x = 0 {word} x = {k}"),
    )
    yield Made(
        "common factor",
        problem,
        (both(language, f"case x = 0: 0 = 0; if x ≠ 0: x = {k}", f"x = 0 或 x = {k}"), f"x = 0, x = {k}"),
    )
    yield Made("common factor", problem, (f"x = {k}",), 0, ("divided-by-unknown", "lost-root"))


def product_not_zero(r: Draw, language: str) -> Iterator[Made]:
    """(x + a)(x + b) = c."""
    a, b, x = nonzero(r, -5, 5), 0, nonzero(r, -6, 6)
    b = nonzero(r, -5, 5, a)
    c = (x + a) * (x + b)
    if not c:
        return
    y = -(a + b) - x
    problem = solve(language, f"(x {signed(a)})(x {signed(b)}) = {c}")
    word = both(language, "or", "或")
    yield Made(
        "product",
        problem,
        (
            f"x^2 {signed(a + b)}x {signed(a * b - c)} = 0",
            f"x = {x} {word} x = {y}" if x != y else f"x = {x}",
        ),
    )
    yield Made(
        "product",
        problem,
        (f"x {signed(a)} = {c} {word} x {signed(b)} = {c}", f"x = {c - a} {word} x = {c - b}"),
        0,
        ("zero-product",),
    )


def square(r: Draw, language: str) -> Iterator[Made]:
    """(x + a)² = b²."""
    a, b = nonzero(r, -7, 7), r.randint(1, 9)
    problem = solve(language, f"(x {signed(a)})^2 = {b * b}")
    yield Made("square", problem, (f"x {signed(a)} = ±{b}", f"x = {b - a} or x = {-b - a}"))
    yield Made(
        "square",
        problem,
        (
            f"x^2 {signed(2 * a)}x {signed(a * a)} = {b * b}",
            f"x^2 {signed(2 * a)}x {signed(a * a - b * b)} = 0",
            f"x = {b - a}",
            f"x = {-b - a}",
        ),
    )
    yield Made("square", problem, (f"x {signed(a)} = {b}", f"x = {b - a}"), 0, ("lost-root",))
    yield Made("square", problem, (f"x^2 {signed(a * a)} = {b * b}",), 0, ("square-of-sum",))


def biquadratic(r: Draw, language: str) -> Iterator[Made]:
    """x⁴ − (p² + q²)x² + p²q² = 0."""
    p, q = r.sample(range(1, 6), 2)
    s, t = p * p + q * q, p * p * q * q
    problem = solve(language, f"x^4 - {s}x^2 + {t} = 0")
    let, word = both(language, "let", "设"), both(language, "or", "或")
    right = (
        f"{let} u = x^2",
        f"u^2 - {s}u + {t} = 0",
        f"(u - {p * p})(u - {q * q}) = 0",
        f"u = {p * p} {word} u = {q * q}",
    )
    yield Made("biquadratic", problem, (*right, f"x = ±{p} {word} x = ±{q}"))
    yield Made(
        "biquadratic",
        problem,
        (
            f"(x^2 - {p * p})(x^2 - {q * q}) = 0",
            f"x^2 = {p * p} {word} x^2 = {q * q}",
            f"x = {p}, -{p}, {q}, -{q}",
        ),
    )
    yield Made("biquadratic", problem, (*right, f"x = {p} {word} x = {q}"), 4, ("lost-root",))


def cubic(r: Draw, language: str) -> Iterator[Made]:
    """x³ = k²x."""
    k = r.randint(2, 9)
    problem = solve(language, f"x^3 = {k * k}x")
    yield Made(
        "cubic", problem, (f"x^3 - {k * k}x = 0", f"x(x - {k})(x + {k}) = 0", f"x = 0, x = {k}, x = -{k}")
    )
    yield Made("cubic", problem, (f"x^2 = {k * k}", f"x = ±{k}"), 0, ("divided-by-unknown", "lost-root"))
