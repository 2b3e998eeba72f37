r"""Terms of drawn numbers, as LaTeX: what formulas of the kinds are made of."""

from __future__ import annotations

from random import Random


def linear(a: int, b: int, x: str = "x") -> str:
    """ax + b; b may be 0.

    >>> linear(1, -3), linear(-2, 5, "t"), linear(3, 0)
    ('x - 3', '-2t + 5', '3x')
    """
    size = {1: "", -1: "-"}.get(a, str(a))
    return f"{size}{x}" + (f" {'-' if b < 0 else '+'} {abs(b)}" if b else "")


def term(n: int, letter: str) -> str:
    """One more term of a sum; nothing for 0.

    >>> term(-3, "x"), term(1, "x"), term(0, "")
    (' - 3x', ' + x', '')
    """
    size = "" if abs(n) == 1 and letter else str(abs(n))
    return f" {'-' if n < 0 else '+'} {size}{letter}" if n else ""


def power(letter: str, exponent: int) -> str:
    """A letter with its exponent.

    >>> power("x", 1), power("x", -2)
    ('x', 'x^{-2}')
    """
    return letter if exponent == 1 else f"{letter}^{{{exponent}}}"


def signed(random: Random, most: int) -> str:
    """The sign and the size of a further term."""
    size = random.randint(1, most)
    return f" {random.choice('+-')} {'' if size == 1 else size}"


def drawn_linear(random: Random, x: str = "x", *, most: int = 9) -> str:
    """ax + b with neither 0."""
    return linear(
        random.choice((1, 1, 2, 3, 4, 5, random.randint(2, most))),
        random.choice((-1, 1)) * random.randint(1, most),
        x,
    )


def polynomial(random: Random, x: str) -> str:
    """Two to four terms, the powers falling."""
    powers = sorted(random.sample(range(6), random.choice((2, 2, 3, 3, 4))), reverse=True)
    if powers[0] == 0 or powers == [1, 0]:
        powers = [3, 1]
    text = ""
    for at, power in enumerate(powers):
        size = random.choice((1, 1, random.randint(2, 9), random.randint(2, 12)))
        letter = "" if power == 0 else x if power == 1 else f"{x}^{power}"
        number = "" if size == 1 and letter else str(size)
        negative = random.random() < 0.4
        sign = (
            ("-" if negative and random.random() < 0.2 else "") if at == 0 else (" - " if negative else " + ")
        )
        text += f"{sign}{number}{letter}"
    return text


def function(random: Random, x: str) -> str:
    """Something to differentiate: a polynomial, a function of a linear one, a product, a quotient, a power."""
    a, b, n = random.randint(2, 9), random.randint(1, 9), random.randint(2, 7)
    inner = linear(a, random.choice((-b, b, 0)), x)
    name = random.choice((r"\sin", r"\cos", r"\ln", r"\tan"))
    forms = (
        polynomial(random, x), polynomial(random, x), polynomial(random, x), rf"{name}({inner})", rf"{name}({inner})", rf"{x}^{n} e^{x}", rf"e^{{{a}{x}}}",
        rf"{x}^{n} \sin {x}", rf"{x} \ln {x}", rf"\frac{{{x}}}{{{linear(1, b, x)}}}", rf"\frac{{{linear(a, b, x)}}}{{{linear(1, -b, x)}}}", rf"({inner})^{n}",
        rf"\ln({x}^2 + {b})", rf"\sqrt{{{inner}}}", rf"{a} \sin {x} + {b} \cos {x}", rf"\frac{{1}}{{{x}^{n}}}", rf"{x}^{n} \cos {x}", rf"({linear(1, b, x)})({linear(1, -a, x)})", rf"{a}e^{x} - {b}{x}",
    )  # fmt: skip
    return random.choice(forms)
