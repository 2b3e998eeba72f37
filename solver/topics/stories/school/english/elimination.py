"""Two totals of two kinds of things, solved by making the numbers of one kind equal."""

from __future__ import annotations

from math import gcd

from solver.topics.stories.school.working import Term, Unfit, Working, num


def eliminated(
    work: Working,
    first: tuple[Term, Term, Term],
    second: tuple[Term, Term, Term],
    one: str,
    other: str,
    unit: str,
) -> tuple[Term, Term]:
    """Make the numbers of the first kind equal: what is left of the totals comes from the second kind alone."""
    (a, b, t), (c, d, u) = first, second
    if any(v.value.denominator != 1 and not (a.value and c.value) for v in (a, b, c, d)):
        raise Unfit
    if a.value * d.value == b.value * c.value:
        raise Unfit
    if all(v.value.denominator == 1 for v in (a, c)):
        common = gcd(int(a.value), int(c.value))
        k, m = num(c.value / common), num(a.value / common)
    else:
        k, m = c, a
    t1, b1 = _scaled(work, "first", t, b, k, unit, other)
    u1, d1 = _scaled(work, "second", u, d, m, unit, other)
    if b1.value < d1.value:
        t1, b1, u1, d1 = u1, d1, t1, b1
    gap = work.step(f"the difference of the totals comes from the {other}s alone", t1 - u1, unit)
    more = work.step(f"how many more of the kind “{other}” there are", b1 - d1)
    y = work.step(f"one of the kind “{other}”", gap / more, unit) if more.value != 1 else gap
    rest = work.step(f"without them the first total leaves for the kind “{one}”", t - (b * y if b.value != 1 else y), unit)  # fmt: skip
    x = work.step(f"one of the kind “{one}”", rest / a, unit) if a.value != 1 else rest
    if x.value <= 0 or y.value <= 0:
        raise Unfit
    return x, y


def _scaled(work: Working, which: str, total: Term, count: Term, by: Term, unit: str, name: str) -> tuple[Term, Term]:  # fmt: skip
    if by.value == 1:
        return total, count
    return (
        work.step(f"{by.tex} times the {which} total", total * by, unit),
        work.step(f"with it {by.tex} times as many of the kind “{name}”", count * by),
    )
