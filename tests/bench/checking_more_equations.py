"""Equations with roots, fractions, powers, logarithms, bars; systems; inequalities; with slips made by rule."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tests.bench.checking_made import Draw, Made, both, nonzero, signed, solve, times


def radical(r: Draw, language: str) -> Iterator[Made]:
    """√(x + a) = x − b with one extraneous root."""
    b, m = nonzero(r, -3, 6), r.randint(2, 6)
    x = b + m
    a = m * m - x
    other = 2 * b + 1 - x
    if other == x or (other >= b and (other - b) ** 2 == other + a and other - b >= 0):
        return
    problem = solve(language, f"sqrt(x {signed(a)}) = x {signed(-b)}")
    start = (f"x {signed(a)} = (x {signed(-b)})^2", f"x^2 {signed(-2 * b - 1)}x {signed(b * b - a)} = 0")
    word = both(language, "or", "或")
    roots = f"x = {x} {word} x = {other}"
    reject = both(language, f"x = {other} is extraneous", f"x = {other} 是增根，舍去")
    yield Made("radical", problem, (*start, roots, reject, f"x = {x}"))
    yield Made(
        "radical",
        problem,
        (
            *start,
            roots,
            both(
                language,
                f"check x = {other}: LHS = {abs(other - b)}, RHS = {other - b}",
                f"检验：x = {other} 时，左边 = {abs(other - b)}，右边 = {other - b}",
            ),
            f"x = {x}",
        ),
    )
    yield Made("radical", problem, (*start, roots), 2, ("extraneous-root",))
    yield Made("radical", problem, (f"x {signed(a)} = x^2 {signed(b * b)}",), 0, ("square-of-sum",))
    yield Made("radical", problem, (f"x {signed(a)} = x {signed(-b)}",), 0, ("one-side-only",))


def rational(r: Draw, language: str) -> Iterator[Made]:
    """a/(x − p) = b/(x − q), and one whose only root is extraneous."""
    p, q = r.sample([n for n in range(-5, 6) if n], 2)
    a = r.randint(2, 6)
    b = r.choice([n for n in range(1, 7) if n != a])
    top = Fraction(a * q - b * p, a - b)
    if top in (p, q):
        return
    problem = solve(language, f"{a}/(x {signed(-p)}) = {b}/(x {signed(-q)})")
    yield Made(
        "rational",
        problem,
        (
            f"{a}(x {signed(-q)}) = {b}(x {signed(-p)})",
            f"{times(a)} {signed(-a * q)} = {times(b)} {signed(-b * p)}",
            f"x = {top}",
        ),
    )
    yield Made(
        "rational",
        problem,
        (
            f"{a}(x {signed(-q)}) = {b}(x {signed(-p)})",
            f"{times(a)} {signed(-q)} = {times(b)} {signed(-b * p)}",
        ),
        1,
        ("distribution",),
    )
    k = r.randint(2, 5)
    second = solve(language, f"x/(x {signed(-p)}) = {p}/(x {signed(-p)}) + {k}")
    yield Made(
        "rational",
        second,
        (
            f"x = {p} + {k}(x {signed(-p)})",
            f"{times(1 - k)} = {p - k * p}",
            f"x = {p}",
            both(language, f"x = {p} is extraneous, no solution", f"x = {p} 是增根，原方程无解"),
        ),
    )
    yield Made(
        "rational",
        second,
        (f"x = {p} + {k}(x {signed(-p)})", f"{times(1 - k)} = {p - k * p}", f"x = {p}"),
        2,
        ("extraneous-root",),
    )
    yield Made("rational", second, (f"x = {p} + {k}", f"x = {p + k}"), 0, ("one-side-only",))


def exponential(r: Draw, language: str) -> Iterator[Made]:
    """aˣ⁺ᵇ = aⁿ."""
    a, n, b = r.choice([2, 3, 5]), r.randint(2, 4), nonzero(r, -4, 4)
    problem = solve(language, f"{a}^(x {signed(b)}) = {a**n}")
    yield Made(
        "exponential", problem, (f"{a}^(x {signed(b)}) = {a}^{n}", f"x {signed(b)} = {n}", f"x = {n - b}")
    )
    yield Made("exponential", problem, (f"x {signed(b)} = ln({a**n})/ln({a})", f"x = {n - b}"))
    yield (
        Made(
            "exponential",
            problem,
            (f"x {signed(b)} = {a**n}/{a}", f"x = {a ** (n - 1) - b}"),
            0,
            ("inverse-operation",),
        )
        if a ** (n - 1) != n
        else Made("exponential", problem, (f"x = {n - b}",))
    )
    yield Made("exponential", problem, (f"x {signed(b)} = {n}", f"x = {n + b}"), 1, ("sign",))


def logarithmic(r: Draw, language: str) -> Iterator[Made]:
    """log₂ x + log₂(x − a) = n with one extraneous root."""
    x, n = r.choice([(4, 3), (8, 4), (8, 5), (4, 2), (16, 5), (8, 3)])
    a = x - 2**n // x
    if a <= 0 or 2**n % x:
        return
    other = a - x
    problem = solve(language, f"log_2(x) + log_2(x - {a}) = {n}")
    start = (f"log_2(x(x - {a})) = {n}", f"x(x - {a}) = {2**n}", f"x^2 - {a}x - {2**n} = 0")
    yield Made("logarithmic", problem, (*start, f"x = {x} or x = {other}", f"x = {x}"))
    yield Made(
        "logarithmic",
        problem,
        (*start, both(language, f"x = {x} (x = {other} rejected)", f"x = {x} （x = {other} 舍去）")),
    )
    yield Made("logarithmic", problem, (*start, f"x = {x} or x = {other}"), 3, ("extraneous-root",))
    yield Made(
        "logarithmic", problem, (f"log_2(2x - {a}) = {n}", f"2x - {a} = {2**n}"), 0, ("logarithm-law",)
    )
    yield Made(
        "logarithmic",
        problem,
        (f"log_2(x(x - {a})) = {n}", f"x(x - {a}) = {2 * n}" if 2 * n != 2**n else f"x(x - {a}) = {n}"),
        1,
        ("logarithm-law",),
    )


def absolute(r: Draw, language: str) -> Iterator[Made]:
    """|ax + b| = c."""
    b, c = nonzero(r, -7, 7), r.randint(1, 9)
    problem = solve(language, f"|x {signed(b)}| = {c}")
    word = both(language, "or", "或")
    yield Made(
        "absolute",
        problem,
        (f"x {signed(b)} = {c} {word} x {signed(b)} = -{c}", f"x = {c - b} {word} x = {-c - b}"),
    )
    yield Made(
        "absolute",
        problem,
        (f"(x {signed(b)})^2 = {c * c}", f"x {signed(b)} = ±{c}", f"x = {c - b}", f"x = {-c - b}"),
    )
    yield Made(
        "absolute",
        problem,
        (
            both(
                language,
                f"if x ≥ {-b}: x {signed(b)} = {c}, x = {c - b}",
                f"当 x ≥ {-b} 时，x {signed(b)} = {c}，得 x = {c - b}",
            ),
            both(
                language,
                f"if x < {-b}: -(x {signed(b)}) = {c}, x = {-c - b}",
                f"当 x < {-b} 时，-(x {signed(b)}) = {c}，得 x = {-c - b}",
            ),
            f"x = {c - b} {word} x = {-c - b}",
        ),
    )
    yield Made("absolute", problem, (f"x {signed(b)} = {c}", f"x = {c - b}"), 0, ("lost-root",))


def system(r: Draw, language: str) -> Iterator[Made]:
    """Two linear equations."""
    x, y = nonzero(r, -6, 6), nonzero(r, -6, 6)
    a, b = r.randint(2, 5), r.randint(2, 5)
    c, d = a * x + b * y, x - y
    words = both(language, "Solve the system ", "解方程组 ")
    problem = f"{words}{a}x + {b}y = {c}, x - y = {d}"
    put = f"x = y {signed(d)}"
    right = (put, f"{a}(y {signed(d)}) + {b}y = {c}", f"{a + b}y = {c - a * d}", f"y = {y}", f"x = {x}")
    yield Made("system", problem, right)
    yield Made(
        "system", problem, (f"{b}x - {b}y = {b * d}", f"{a + b}x = {c + b * d}", f"x = {x}", f"y = {y}")
    )
    yield Made(
        "system", problem, (f"y = x {signed(-d)} ⇒ {a}x + {b}(x {signed(-d)}) = {c}", f"x = {x}, y = {y}")
    )
    if d:
        yield Made(
            "system", problem, (f"x = y {signed(-d)}", f"{a}(y {signed(-d)}) + {b}y = {c}"), 0, ("sign",)
        )
        yield Made("system", problem, (put, f"{a}y {signed(d)} + {b}y = {c}"), 1, ("distribution",))
    yield Made(
        "system", problem, (*right[:2], f"{a + b}y = {c - a * d + r.choice([1, 2, -1])}"), 2, ("arithmetic",)
    )
    yield Made("system", problem, (*right[:4], f"x = {x + r.choice([1, -1])}"), 4, ("arithmetic",))


def inequality(r: Draw, language: str) -> Iterator[Made]:
    """−ax + b < c."""
    a, x, b = r.randint(2, 9), nonzero(r, -6, 6), nonzero(r, -9, 9)
    c = -a * x + b
    sign, turned = r.choice([("<", ">"), (">", "<"), ("≤", "≥"), ("≥", "≤")])
    problem = both(language, "Solve ", "解不等式 ") + f"-{a}x {signed(b)} {sign} {c}"
    yield Made("inequality", problem, (f"-{a}x {sign} {c - b}", f"x {turned} {x}"))
    yield Made(
        "inequality", problem, (f"{b} {signed(-c)} {sign} {a}x", f"{a}x {turned} {b - c}", f"x {turned} {x}")
    )
    yield Made(
        "inequality", problem, (f"-{a}x {sign} {c - b}", f"x {sign} {x}"), 1, ("inequality-not-turned",)
    )
    yield Made("inequality", problem, (f"-{a}x {sign} {c + b}",), 0, ("sign",))


def quadratic_inequality(r: Draw, language: str) -> Iterator[Made]:
    """(x − p)(x − q) < 0 and > 0."""
    p, q = sorted(r.sample([n for n in range(-6, 7) if n], 2))
    if p + q == 0:
        return
    words, word = both(language, "Solve ", "解不等式 "), both(language, "or", "或")
    inside = f"{words}x^2 {signed(-p - q)}x {signed(p * q)} < 0"
    outside = f"{words}x^2 {signed(-p - q)}x {signed(p * q)} > 0"
    yield Made("quadratic inequality", inside, (f"(x {signed(-p)})(x {signed(-q)}) < 0", f"{p} < x < {q}"))
    yield Made(
        "quadratic inequality", outside, (f"(x {signed(-p)})(x {signed(-q)}) > 0", f"(-∞, {p}) ∪ ({q}, ∞)")
    )
    yield Made("quadratic inequality", outside, (f"x < {p}", f"x > {q}"))
    yield Made(
        "quadratic inequality",
        inside,
        (f"(x {signed(-p)})(x {signed(-q)}) < 0", f"x < {p} {word} x < {q}"),
        1,
        ("inequality-not-turned",),
    )
    yield Made(
        "quadratic inequality",
        outside,
        (f"(x {signed(-p)})(x {signed(-q)}) > 0", f"x > {q}"),
        1,
        ("inequality-not-turned", "lost-root"),
    )
