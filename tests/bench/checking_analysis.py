"""Derivatives, integrals, limits, matrices, stories, with slips made by rule."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.checking_made import Draw, Made, both, nonzero, signed


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
