"""Works with drawn numbers: right ones, unusual right ones, and ones with a slip made by rule at a known line.

Written as text from templates, apart from the judging: nothing of `solver` is imported here.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd


@dataclass(frozen=True, slots=True)
class Made:
    """One work: `wrong` is the index of the first wrong line (None: all right), `slips` the names that are right."""

    kind: str
    problem: str
    lines: tuple[str, ...]
    wrong: int | None = None
    slips: tuple[str, ...] = ()


Draw = random.Random
Maker = Callable[[Draw, str], Iterator[Made]]


def signed(n: int | Fraction) -> str:
    """`+ 3`, `- 3`."""
    return f"+ {n}" if n >= 0 else f"- {-n}"


def times(n: int, x: str = "x") -> str:
    """`x`, `-x`, `3x`."""
    return x if n == 1 else f"-{x}" if n == -1 else f"{n}{x}"


def ratio(a: int, b: int) -> str:
    """a/b in lowest terms."""
    f = Fraction(a, b)
    return str(f)


def solve(language: str, equation: str) -> str:
    """The problem in words."""
    return f"解方程 {equation}" if language == "zh" else f"Solve {equation}"


def both(language: str, english: str, chinese: str) -> str:
    """One of two."""
    return chinese if language == "zh" else english


def nonzero(r: Draw, low: int, high: int, *without: int) -> int:
    """A number that is not zero and none of `without`."""
    return r.choice([n for n in range(low, high + 1) if n and n not in without])


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
        f"x^2 {signed(b) if abs(b) > 1 else signed(b)[:2]}{'' if abs(b) > 1 else ''}x {signed(c)} = 0".replace(
            "+ x", "+ x"
        ),
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


def derivative(r: Draw, language: str) -> Iterator[Made]:
    """Products, quotients, chains, powers."""
    n, a, b = r.randint(2, 6), r.randint(2, 7), nonzero(r, -7, 7)
    words = both(language, "Differentiate ", "求导 ")
    product = f"{words}f(x) = x^{n} sin(x)"
    yield Made(
        "derivative",
        product,
        (f"f'(x) = (x^{n})' sin(x) + x^{n} (sin(x))'", f"= {n}x^{n - 1} sin(x) + x^{n} cos(x)"),
    )
    yield Made("derivative", product, (f"f'(x) = {n}x^{n - 1} cos(x)",), 0, ("product-rule",))
    yield Made(
        "derivative",
        product,
        (f"f'(x) = {n}x^{n - 1} sin(x) - x^{n} cos(x)",),
        0,
        ("sign", "derivative-of-function"),
    )
    chain = f"{words}y = ({a}x {signed(b)})^{n + 1}"
    yield Made(
        "derivative",
        chain,
        (f"y' = {n + 1}({a}x {signed(b)})^{n} * {a}", f"= {(n + 1) * a}({a}x {signed(b)})^{n}"),
    )
    yield Made(
        "derivative",
        chain,
        (f"u = {a}x {signed(b)}", f"y' = {n + 1}u^{n} * {a}", f"y' = {(n + 1) * a}({a}x {signed(b)})^{n}"),
    )
    yield Made("derivative", chain, (f"y' = {n + 1}({a}x {signed(b)})^{n}",), 0, ("chain-rule",))
    quotient = f"{words}y = x/(x^2 + {a})"
    yield Made(
        "derivative", quotient, (f"y' = ((x^2 + {a}) - x*2x)/(x^2 + {a})^2", f"= ({a} - x^2)/(x^2 + {a})^2")
    )
    yield Made(
        "derivative", quotient, (f"y' = (x*2x - (x^2 + {a}))/(x^2 + {a})^2",), 0, ("quotient-rule", "sign")
    )
    yield Made("derivative", quotient, ("y' = 1/(2x)",), 0, ("quotient-rule",))
    power = f"{words}y = {a}x^{n + 1} {signed(b)}x"
    yield Made("derivative", power, (f"y' = {a * (n + 1)}x^{n} {signed(b)}",))
    yield Made("derivative", power, (f"y' = {a * (n + 1)}x^{n + 1} {signed(b)}",), 0, ("power-rule",))
    inner = f"{words}y = ln(x^2 + {a})"
    yield Made("derivative", inner, (f"y' = 1/(x^2 + {a}) * 2x",))
    yield Made("derivative", inner, (f"y' = 1/(x^2 + {a})",), 0, ("chain-rule",))


def integral(r: Draw, language: str) -> Iterator[Made]:
    """Powers, by substitution, by parts, between bounds."""
    n, a, c = r.randint(2, 5), r.randint(2, 6), r.randint(2, 9)
    words = both(language, "Find ", "求 ")
    power = f"{words}∫ ({c}x^{n} + {a}) dx"
    yield Made("integral", power, (f"{c}x^{n + 1}/{n + 1} + {a}x + C",))
    yield Made(
        "integral",
        power,
        (
            f"∫ {c}x^{n} dx + ∫ {a} dx",
            f"= {c} * x^{n + 1}/{n + 1} + {a}x",
        ),
    )
    yield Made("integral", power, (f"{c}x^{n + 1} + {a}x + C",), 0, ("power-rule",))
    yield Made("integral", power, (f"{c * n}x^{n - 1} + C",), 0, ("power-rule",))
    wave = f"{words}∫ cos({a}x) dx"
    yield Made("integral", wave, (f"sin({a}x)/{a} + C",))
    yield Made(
        "integral",
        wave,
        (f"u = {a}x, du = {a} dx", f"= 1/{a} ∫ cos(u) du", f"= sin(u)/{a} + C", f"= sin({a}x)/{a} + C"),
    )
    yield Made("integral", wave, (f"sin({a}x) + C",), 0, ("chain-rule",))
    yield Made("integral", wave, (f"-sin({a}x)/{a} + C",), 0, ("sign",))
    parts = f"{words}∫ x e^({a}x) dx"
    yield Made(
        "integral",
        parts,
        (f"= x e^({a}x)/{a} - ∫ e^({a}x)/{a} dx", f"= x e^({a}x)/{a} - e^({a}x)/{a * a} + C"),
    )
    yield Made("integral", parts, (f"= x^2/2 * e^({a}x)/{a} + C",), 0, ("integral-of-product",))
    yield Made(
        "integral",
        parts,
        (f"= x e^({a}x)/{a} - ∫ e^({a}x)/{a} dx", f"= x e^({a}x)/{a} + e^({a}x)/{a * a} + C"),
        1,
        ("sign",),
    )
    low, high = r.randint(0, 2), r.randint(3, 4)
    definite = both(language, "Evaluate ", "计算 ") + f"∫_{low}^{high} {2 * c}x dx"
    yield Made(
        "integral",
        definite,
        (
            f"[{c}x^2]_{low}^{high}",
            f"= {c * high * high} - {c * low * low}",
            f"= {c * (high * high - low * low)}",
        ),
    )
    yield Made(
        "integral",
        definite,
        (f"[{c}x^2]_{low}^{high}", f"= {c * low * low} - {c * high * high}"),
        1,
        ("bounds", "sign"),
    )


def limit(r: Draw, language: str) -> Iterator[Made]:
    """0/0 by factoring, and sin(ax)/x."""
    a, k = r.randint(2, 8), r.randint(2, 9)
    words = both(language, "Find ", "求 ")
    problem = f"{words}lim_{{x->{a}}} (x^2 - {a * a})/(x - {a})"
    yield Made(
        "limit",
        problem,
        (f"= lim_{{x->{a}}} (x - {a})(x + {a})/(x - {a})", f"= lim_{{x->{a}}} (x + {a})", f"= {2 * a}"),
    )
    yield Made("limit", problem, (f"= lim_{{x->{a}}} 2x/1", f"= {2 * a}"))
    yield Made("limit", problem, ("= 0/0 = 0",), 0, ("limit-rule",))
    yield Made("limit", problem, (f"= lim_{{x->{a}}} (x - {a})", "= 0"), 0, ("limit-rule", "sign"))
    yield Made("limit", f"{words}lim_{{x->0}} sin({k}x)/x", (f"= {k}",))
    yield Made("limit", f"{words}lim_{{x->0}} sin({k}x)/x", ("= 1",), 0, ("limit-rule",))


def matrix(r: Draw, language: str) -> Iterator[Made]:
    """Determinants, products, inverses of two by two."""
    a, b, c, d = (nonzero(r, -5, 6) for _ in range(4))
    det = a * d - b * c
    shown = f"[[{a},{b}],[{c},{d}]]"
    problem = both(
        language,
        f"Find the determinant of {shown}",
        f"求行列式 \\begin{{vmatrix}} {a} & {b} \\\\ {c} & {d} \\end{{vmatrix}}",
    )
    yield Made("matrix", problem, (f"{a}*({d}) - {b}*({c})".replace("- -", "+ "), f"= {det}"))
    yield Made("matrix", problem, (f"{a * d} + ({b * c})", f"= {a * d + b * c}"), 0, ("determinant",))
    p, q = nonzero(r, -4, 4), nonzero(r, -4, 4)
    product = (
        both(language, "Let ", "设 ")
        + f"A = {shown}"
        + both(language, " and ", "，")
        + f"B = [[{p},0],[1,{q}]]"
        + both(language, ". Find AB.", "，求 AB")
    )
    right = [[a * p + b, b * q], [c * p + d, d * q]]
    yield Made("matrix", product, (f"AB = [[{right[0][0]},{right[0][1]}],[{right[1][0]},{right[1][1]}]]",))
    wrong = [[a * p, 0], [c, d * q]]
    if wrong != right:
        yield Made(
            "matrix",
            product,
            (f"AB = [[{wrong[0][0]},{wrong[0][1]}],[{wrong[1][0]},{wrong[1][1]}]]",),
            0,
            ("matrix-product",),
        )
    if det not in (0, 1):
        inverse = both(language, f"Find the inverse of {shown}", f"求矩阵 {shown} 的逆矩阵")
        yield Made(
            "matrix",
            inverse,
            (f"det = {a * d} - ({b * c}) = {det}", f"A^{{-1}} = 1/({det}) [[{d},{-b}],[{-c},{a}]]"),
        )
        yield Made("matrix", inverse, (f"[[{d},{-b}],[{-c},{a}]]",), 0, ("matrix-inverse",))


def story(r: Draw, language: str) -> Iterator[Made]:
    """Two amounts with a difference and a sum; a purchase."""
    small, more = r.randint(3, 20), r.randint(2, 9)
    total = 2 * small + more
    problem = both(
        language,
        f"Tom has {more} more apples than Ann. Together they have {total} apples. How many apples does Ann have?",
        f"小红和小明一共有{total}本书，小明比小红多{more}本，小红有多少本书？",
    )
    let = both(language, "Let x be the number of Ann's apples.", "设小红有x本书")
    yield Made("story", problem, (let, f"x + (x + {more}) = {total}", f"2x = {total - more}", f"x = {small}"))
    yield Made("story", problem, (f"{total} - {more} = {2 * small}", f"{2 * small} ÷ 2 = {small}"))
    yield Made("story", problem, (let, f"x + {more}x = {total}", f"{more + 1}x = {total}"), 1)
    yield Made(
        "story", problem, (f"{total} - {more} = {2 * small + r.choice([1, -1, 10])}",), 0, ("arithmetic",)
    )
    yield Made("story", problem, (let, f"x + (x + {more}) = {total}", f"2x = {total + more}"), 2, ("sign",))


MAKERS: Sequence[Maker] = (
    linear, brackets, fractions, quadratic, common_factor, product_not_zero, square, biquadratic, cubic, radical, rational, exponential,
    logarithmic, absolute, system, inequality, quadratic_inequality, simplification, expansion, factoring, laws, arithmetic, derivative,
    integral, limit, matrix, story,
)  # fmt: skip


def cases(seed: int = 0, rounds: int = 4) -> Iterator[Made]:
    """All makers in both languages, with other numbers in every round."""
    for k in range(rounds):
        for maker in MAKERS:
            draw = random.Random(f"{seed}/{k}/{maker.__name__}")
            yield from maker(draw, "zh" if k % 2 else "en")
