"""Where an expression of one real variable can change its sign or stop to have a value.

Exact for rational functions and for what is built of them with roots and absolute values (by elimination); by scanning the
real line for all else. A candidate too much does no harm, so nothing is thrown away here.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import Any, Final

import numpy as np
import sympy as sp

from solver.verify.equality import is_real, number

MAX_ROOTS: Final = 60
MAX_PLACES: Final = 12_000
_GRID: Final = np.unique(
    np.concatenate(
        [
            np.linspace(-24.00137, 24.00193, 4001),
            -np.geomspace(24, 2e6, 260),
            np.geomspace(24, 2e6, 260),
            np.geomspace(1e-7, 0.01, 60),
            -np.geomspace(1e-7, 0.01, 60),
        ]
    )
)


@lru_cache(maxsize=512)
def critical(f: Any, x: sp.Symbol, window: tuple[float, float] | None = None) -> tuple[tuple[Any, ...], bool]:
    """Candidates, and whether they are certainly all. `window`: what is not found by algebra is looked for there only.

    >>> x = sp.Symbol("x")
    >>> sorted(critical(x**2 - 4, x)[0]), sorted(critical(sp.sqrt(x + 1) - x + 1, x)[0])
    ([-2, 2], [-1, 0, 3])
    """
    if not f.has(x):
        return (), True
    exact = _algebraic(f, x)
    if exact is not None:
        return exact, True
    return _scanned(f, x, window), False


def _algebraic(f: Any, x: sp.Symbol) -> tuple[Any, ...] | None:
    """Roots of what is left when all roots and absolute values are eliminated; None where there is more in it."""
    found: list[Any] = []
    for part in sp.preorder_traversal(f):
        if not isinstance(part, sp.Basic) or not part.has(x) or part.is_Symbol:
            continue
        if isinstance(part, sp.Pow) and part.exp.is_Rational and part.exp.q < 5:
            continue
        if isinstance(part, sp.Add | sp.Mul | sp.Abs):
            continue
        return None
    gaps = [p.base for p in f.atoms(sp.Pow) if p.exp.is_negative and p.base.has(x)]  # also those that cancel
    for side in (*sp.fraction(sp.together(f)), *gaps):
        free = _eliminated(side, x, found)
        if free is None:
            return None
        found.append(free)
    roots: list[Any] = []
    for polynomial in found:
        some = _roots(polynomial, x)
        if some is None:
            return None
        roots += some
    return tuple(dict.fromkeys(roots))


def _eliminated(side: Any, x: sp.Symbol, found: list[Any]) -> Any:
    """A polynomial that is zero wherever `side` is; the radicands join `found`, for there the domain ends."""
    for i in range(6):
        inner = [
            part
            for part in sp.preorder_traversal(side)
            if part.has(x)
            and (isinstance(part, sp.Abs) or isinstance(part, sp.Pow) and not part.exp.is_Integer)
        ]
        if not inner:
            return side
        part = max(inner, key=lambda p: p.count_ops())
        t = sp.Dummy(f"t{i}")
        radicand, degree = (part.args[0], 2) if isinstance(part, sp.Abs) else (part.base, part.exp.q)
        swapped = side.xreplace(_in_root(side, part, t))
        top, _ = sp.fraction(sp.together(swapped))
        inner_free = _eliminated(sp.fraction(sp.together(radicand))[0], x, found)
        if inner_free is None:
            return None
        found.append(inner_free)
        power = radicand**2 if isinstance(part, sp.Abs) else radicand
        relation = sp.fraction(sp.together(t**degree - power))[0]
        if any(
            p.has(x, t) and isinstance(p, sp.Pow) and not p.exp.is_Integer and p.has(t)
            for p in sp.preorder_traversal(top)
        ):
            return None
        try:
            side = sp.resultant(sp.expand(top), sp.expand(relation), t)
        except (sp.PolynomialError, NotImplementedError):
            return None
        if side.count_ops() > 400:
            return None
    return None


def _in_root(side: Any, part: Any, t: sp.Symbol) -> dict[Any, Any]:
    """Every power of the same root, or the absolute value, by t."""
    if isinstance(part, sp.Abs):
        return {part: t}
    powers = [
        p for p in side.atoms(sp.Pow) if p.base == part.base and p.exp.is_Rational and p.exp.q == part.exp.q
    ]
    return {p: t ** int(p.exp * part.exp.q) for p in powers}


def _roots(polynomial: Any, x: sp.Symbol) -> list[Any] | None:
    """Real roots of a polynomial: exact up to degree two, else numbers of forty digits."""
    polynomial = sp.expand(polynomial)
    if not polynomial.has(x):
        return []
    try:
        _, factors = sp.factor_list(polynomial, x)
    except (sp.PolynomialError, NotImplementedError):
        factors = [(polynomial, 1)]
    found: list[Any] = []
    for factor, _ in factors:
        try:
            p = sp.Poly(factor, x)
        except sp.PolynomialError:
            return None
        if p.degree() > 40:
            return None
        if p.degree() <= 2:
            found += [r for r in sp.roots(p) if is_real(number(r))]
            continue
        try:
            some = p.nroots(n=40, maxsteps=200)
        except (
            sp.PolynomialError,
            sp.polys.polyerrors.DomainError,
            ValueError,
            TypeError,
            NotImplementedError,
        ) as error:
            del error
            return None
        found += [sp.re(r) for r in some if abs(sp.im(r)) < sp.Float("1e-20")]
    return found[:MAX_ROOTS]


def _scanned(f: Any, x: sp.Symbol, window: tuple[float, float] | None) -> tuple[Any, ...]:
    """Sign changes, touching zeros and ends of the domain in the window, else between −2·10⁶ and 2·10⁶."""
    found = list(_inner_roots(f, x, window))
    grid = _GRID if window is None else _between(*window)
    try:
        g = sp.lambdify(x, f, "numpy")
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            values = np.asarray(g(grid.astype(complex)), dtype=complex) * np.ones(len(grid))
    except Exception:  # noqa: BLE001  # numpy and the source that sympy prints for it fail in many ways
        return tuple(found)
    usable = np.isfinite(values.real) & (np.abs(values.imag) <= 1e-9 * (1 + np.abs(values.real)))
    y = values.real
    for i in range(len(grid) - 1):
        a, b = float(grid[i]), float(grid[i + 1])
        if usable[i] and usable[i + 1] and np.sign(y[i]) != np.sign(y[i + 1]):
            found += _refined(f, x, a, b)
        if (
            i > 0
            and usable[i - 1] and usable[i] and usable[i + 1]
            and abs(y[i]) < min(abs(y[i - 1]), abs(y[i + 1]), 0.05)
            and np.sign(y[i - 1]) == np.sign(y[i + 1])
        ):  # fmt: skip
            found += _touching(f, x, float(grid[i - 1]), b)
        if len(found) > MAX_ROOTS:
            break
    roots = dict.fromkeys(map(tidy, found))
    if window is None:
        return tuple(roots)
    return tuple(r for r in roots if window[0] <= number(r) <= window[1])


def _between(low: float, high: float) -> Any:
    """Places where a periodic function is looked at, about eighty for each unit."""
    return np.linspace(low - 1.00137, high + 1.00193, min(int(85 * (high - low + 2)), MAX_PLACES))


def _inner_roots(f: Any, x: sp.Symbol, window: tuple[float, float] | None) -> list[Any]:
    """Where the arguments of logarithms and roots, and denominators, are zero."""
    found: list[Any] = []
    for part in sp.preorder_traversal(f):
        if not isinstance(part, sp.Basic) or not part.has(x):
            continue
        inner = None
        if isinstance(part, sp.log):
            inner = part.args[0]
        elif (
            isinstance(part, sp.Pow)
            and part.base.has(x)
            and (not part.exp.is_Integer or part.exp.is_negative)
        ):
            inner = part.base
        if inner is not None:
            found += critical(inner, x, window)[0]
            if isinstance(part, sp.log):
                found += critical(inner - 1, x, window)[0] if inner.is_polynomial(x) else ()
    return found


def _refined(f: Any, x: sp.Symbol, a: float, b: float) -> list[Any]:
    """The zero between two places of different sign, to thirty digits."""
    low, high = sp.Float(a, 40), sp.Float(b, 40)
    try:
        return [sp.nsolve(f, x, (low, high), solver="anderson", prec=40, verify=False, maxsteps=60)]
    except (ValueError, TypeError, ZeroDivisionError, KeyError, AttributeError, NotImplementedError):
        return []


def _touching(f: Any, x: sp.Symbol, a: float, b: float) -> list[Any]:
    try:
        root = sp.nsolve(sp.diff(f, x), x, (a + b) / 2, prec=40, verify=False, maxsteps=40)
    except (ValueError, TypeError, ZeroDivisionError, KeyError, AttributeError, NotImplementedError):
        return []
    if not root.is_real or not a <= root <= b:
        return []
    value = number(f, {x: root})
    return [root] if is_real(value) and abs(value) < sp.Float("1e-18") else []


def tidy(root: Any) -> Any:
    """A computed root as the rational number that it is, if it is a simple one.

    >>> tidy(sp.Float("2.0000000000000000000000000000000001", 40))
    2
    """
    if not isinstance(root, sp.Float):
        return root
    near = sp.nsimplify(root, rational=True, tolerance=1e-20)
    simple = isinstance(near, sp.Rational) and near.q <= 10_000
    return near if simple and abs(near - root) < sp.Float("1e-22", 40) * (1 + abs(root)) else root
