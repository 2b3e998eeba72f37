"""Simplifying, expanding, factoring, laws of powers and logarithms, arithmetic, with slips made by rule."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd

from tests.bench.checking_made import Draw, Made, both, nonzero, signed, times


def simplification(r: Draw, language: str) -> Iterator[Made]:
    """a(x + b) − c(x − d)."""
    a, c = r.sample(range(2, 9), 2)
    b, d = nonzero(r, 1, 9), nonzero(r, 1, 9)
    words, start = both(language, "Simplify ", "化简 "), both(language, "= ", "原式=")
    problem = f"{words}{a}(x + {b}) - {c}(x - {d})"
    yield Made(
        "simplification",
        problem,
        (f"{start}{a}x + {a * b} - {c}x + {c * d}", f"= {times(a - c)} + {a * b + c * d}"),
    )
    yield Made(
        "simplification", problem, (f"({a} - {c})x + {a * b} + {c * d}", f"{times(a - c)} + {a * b + c * d}")
    )
    yield Made(
        "simplification",
        problem,
        (f"{start}{a}x + {a * b} - {c}x - {c * d}", f"= {times(a - c)} {signed(a * b - c * d)}"),
        0,
        ("sign",),
    )
    yield Made("simplification", problem, (f"{start}{a}x + {b} - {c}x + {c * d}",), 0, ("distribution",))
    yield Made(
        "simplification",
        problem,
        (
            f"{start}{a}x + {a * b} - {c}x + {c * d}",
            f"= {times(a - c)} + {a * b + c * d + r.choice([1, 2, 10])}",
        ),
        1,
        ("arithmetic",),
    )


def expansion(r: Draw, language: str) -> Iterator[Made]:
    """(ax + b)²."""
    a, b = r.randint(2, 6), nonzero(r, -7, 7)
    problem = both(language, "Expand ", "展开 ") + f"({a}x {signed(b)})^2"
    yield Made(
        "expansion",
        problem,
        (f"({a}x {signed(b)})({a}x {signed(b)})", f"{a * a}x^2 {signed(2 * a * b)}x {signed(b * b)}"),
    )
    yield Made("expansion", problem, (f"{a * a}x^2 {signed(b * b)}",), 0, ("square-of-sum",))
    yield Made("expansion", problem, (f"{a * a}x^2 {signed(a * b)}x {signed(b * b)}",), 0, ("square-of-sum",))
    yield Made("expansion", problem, (f"{a * a}x^2 {signed(-2 * a * b)}x {signed(b * b)}",), 0, ("sign",))


def factoring(r: Draw, language: str) -> Iterator[Made]:
    """k(x² − a²) and x² + bx + c."""
    k, a = r.randint(2, 5), r.randint(2, 9)
    problem = both(language, "Factor ", "因式分解 ") + f"{k}x^2 - {k * a * a}"
    yield Made("factoring", problem, (f"{k}(x^2 - {a * a})", f"{k}(x - {a})(x + {a})"))
    yield Made(
        "factoring", problem, (f"{k}(x^2 - {a * a})", f"{k}(x - {a})^2"), 1, ("square-of-sum", "sign", "")
    )
    p, q = nonzero(r, 1, 7), nonzero(r, 1, 7)
    second = both(language, "Factor ", "因式分解 ") + f"x^2 - {p + q}x + {p * q}"
    yield Made("factoring", second, (f"(x - {p})(x - {q})",))
    yield Made("factoring", second, (f"(x + {p})(x + {q})",), 0, ("sign",))


def laws(r: Draw, language: str) -> Iterator[Made]:
    """Laws of powers, roots, logarithms, fractions."""
    m, n = r.sample(range(2, 6), 2)
    words, count = both(language, "Simplify ", "化简 "), both(language, "Calculate ", "计算 ")
    if m + n != m * n:
        yield Made("laws", f"{words}x^{m} * x^{n}", (f"x^{m + n}",))
        yield Made("laws", f"{words}x^{m} * x^{n}", (f"x^{m * n}",), 0, ("power-law",))
        yield Made("laws", f"{words}(x^{m})^{n}", (f"x^{m + n}",), 0, ("power-law",))
    a = r.randint(2, 9)
    yield Made("laws", f"{words}({a}x^{m})^2", (f"{a}x^{2 * m}",), 0, ("power-law",))
    yield Made("laws", f"{words}sqrt(x^2 + {a * a})", (f"x + {a}",), 0, ("root-of-sum",))
    yield Made("laws", f"{words}ln(x + {a})", (f"ln(x) + ln({a})",), 0, ("logarithm-law",))
    b, d = r.choice([(2, 3), (3, 4), (3, 5), (4, 5), (5, 6)])
    c = r.choice([k for k in range(1, d) if gcd(k, d) == 1])
    total = Fraction(1, b) + Fraction(c, d)
    yield Made("laws", f"{count}1/{b} + {c}/{d}", (f"{d}/{b * d} + {b * c}/{b * d}", f"{total}"))
    yield Made("laws", f"{count}1/{b} + {c}/{d}", (f"{Fraction(1 + c, b + d)}",), 0, ("fractions-across",))
    yield Made("laws", f"{words}(x^2 - {a * a})/(x - {a})", (f"(x - {a})(x + {a})/(x - {a})", f"x + {a}"))
    yield Made("laws", f"{words}(x + {a})/{a}", ("x",), 0, ("cancelled-in-sum",))


def arithmetic(r: Draw, language: str) -> Iterator[Made]:
    """a + b × c − d."""
    a, b, c, d = r.randint(2, 30), r.randint(2, 9), r.randint(2, 9), r.randint(1, 9)
    problem = both(language, "Calculate ", "计算 ") + f"{a} + {b} × {c} - {d}"
    total = a + b * c - d
    yield Made("arithmetic", problem, (f"= {a} + {b * c} - {d}", f"= {a + b * c} - {d}", f"= {total}"))
    yield Made(
        "arithmetic",
        problem,
        (f"{b} × {c} = {b * c}", f"{a} + {b * c} = {a + b * c}", f"{a + b * c} - {d} = {total}"),
    )
    yield Made(
        "arithmetic", problem, (f"= {a + b} × {c} - {d}", f"= {(a + b) * c - d}"), 0, ("order-of-operations",)
    )
    yield Made("arithmetic", problem, (f"= {a} + {b * c + r.choice([1, -1, 10])} - {d}",), 0, ("arithmetic",))
