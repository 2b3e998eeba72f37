"""Work as students write it, labelled by hand before it was tried: problem, lines, the first wrong line, the slips that may be named.

The index is None where every line is right (perhaps unfinished). New cases are labelled first and tried afterwards.
"""

from __future__ import annotations

from typing import NamedTuple


class ByHand(NamedTuple):
    """One work. `slips`: any of these names is right; empty: none need be named."""

    problem: str
    lines: tuple[str, ...]
    wrong: int | None
    slips: tuple[str, ...] = ()


def case(problem: str, work: str, wrong: int | None = None, *slips: str) -> ByHand:
    """A work with its lines between bars."""
    return ByHand(problem, tuple(line.strip() for line in work.split(" || ")), wrong, slips)


CASES = (
    # linear equations
    case("Solve 5x - 3 = 2x + 9", "5x - 2x = 9 + 3 || 3x = 12 || x = 4"),
    case("Solve 5x - 3 = 2x + 9", "5x + 2x = 9 + 3 || 7x = 12 || x = 12/7", 0, "sign"),
    case("Solve 4(x - 1) = 2(x + 5)", "4x - 4 = 2x + 5 || 2x = 9 || x = 4.5", 0, "distribution"),
    case("Solve 4(x - 1) = 2(x + 5)", "4x - 4 = 2x + 10 || subtract 2x from both sides: 2x - 4 = 10 || add 4: 2x = 14 || so x = 7"),
    case("解方程 3x+5=20", "3x=20-5 || 3x=15 || x=5"),
    case("解方程 3x+5=20", "移项，得 3x=20+5 || 3x=25 || x=25/3", 0, "sign"),
    case("解方程 \\frac{x}{2}-\\frac{x-1}{3}=1", "去分母，得 3x-2(x-1)=6 || 3x-2x-2=6 || x=8", 1, "sign", "distribution"),
    case("解方程 \\frac{x}{2}-\\frac{x-1}{3}=1", "去分母得 3x-2(x-1)=1 || 3x-2x+2=1 || x=-1", 0, "one-side-only"),
    case("Solve 2x = 10", "x = 10 - 2 || x = 8", 0, "inverse-operation"),
    case("Solve -3x = 12", "x = 12/3 || x = 4", 0, "sign"),
    case("Solve 7 - x = 3", "-x = 3 - 7 || -x = -4 || x = 4"),
    case("Solve 7 - x = 3", "x = 3 - 7 = -4", 0, "sign"),
    # quadratic
    case("Solve x^2 - 7x + 12 = 0", "(x-3)(x-4)=0 || x-3=0 or x-4=0 || x=3, x=4"),
    case("Solve x^2 - 7x + 12 = 0", "(x-3)(x-4)=0 || x=-3 or x=-4", 1, "root-sign"),
    case("Solve x^2 - 7x + 12 = 0", "x = (7 ± sqrt(49 - 48))/2 || x = (7 ± 1)/2 || x1 = 4, x2 = 3"),
    case("Solve x^2 = 6x", "x^2 - 6x = 0 || x(x - 6) = 0 || x = 0 or x = 6"),
    case("Solve x^2 = 6x", "divide both sides by x: x = 6", 0, "divided-by-unknown", "lost-root"),
    case("解方程 x^2=16", "x=4", 0, "lost-root"),
    case("解方程 x^2=16", "x=±4"),
    case("解方程 (x-2)^2=9", "x-2=3 || x=5", 0, "lost-root"),
    case("Solve (x+1)(x-3) = 5", "x+1 = 5 or x-3 = 5 || x = 4 or x = 8", 0, "zero-product"),
    case("Solve 2x^2 + 3x - 5 = 0", "D = 9 + 40 = 49 || x = (-3 ± 7)/4 || x = 1 or x = -5/2"),
    case("Solve 2x^2 + 3x - 5 = 0", "x = (-3 ± sqrt(9 - 40))/4 || no real solution", 0, "quadratic-formula"),
    case("Solve x^2 + 4x - 1 = 0", "x^2 + 4x = 1 || x^2 + 4x + 4 = 5 || (x+2)^2 = 5 || x + 2 = ±√5 || x = -2 ± √5"),
    case("Solve x^2 + 4x - 1 = 0", "x^2 + 4x + 4 = 1 || (x+2)^2 = 1 || x + 2 = ±1 || x = -1 or x = -3", 0, "one-side-only", "arithmetic"),
    # higher, rational, radical, exponential, logarithmic, absolute
    case("Solve x^4 - 13x^2 + 36 = 0", "let t = x^2 || t^2 - 13t + 36 = 0 || (t-4)(t-9) = 0 || t = 4 or t = 9 || x = ±2 or x = ±3"),
    case("Solve x^4 - 13x^2 + 36 = 0", "let t = x^2 || t^2 - 13t + 36 = 0 || t = 4 or t = 9 || x = 2 or x = 3", 3, "lost-root"),
    case("Solve x^3 - 4x = 0", "x(x^2 - 4) = 0 || x(x-2)(x+2) = 0 || x = 0, 2, -2"),
    case("Solve x^3 - 4x = 0", "x^2 - 4 = 0 || x = ±2", 0, "divided-by-unknown", "lost-root"),
    case("Solve 2/(x-1) = 3/(x+1)", "2(x+1) = 3(x-1) || 2x + 2 = 3x - 3 || x = 5"),
    case("Solve 2/(x-1) = 3/(x+1)", "2(x-1) = 3(x+1) || 2x - 2 = 3x + 3 || x = -5", 0),
    case("解方程 \\frac{x}{x-2} = \\frac{2}{x-2} + 3", "x = 2 + 3(x-2) || x = 3x - 4 || x = 2", 2, "extraneous-root"),
    case("解方程 \\frac{x}{x-2} = \\frac{2}{x-2} + 3", "x = 2 + 3(x-2) || 2x = 4 || x = 2 || 检验：x=2时分母为0，x=2是增根，原方程无解"),
    case("Solve sqrt(2x+3) = x", "2x + 3 = x^2 || x^2 - 2x - 3 = 0 || (x-3)(x+1) = 0 || x = 3 or x = -1 || check x = -1: sqrt(1) = 1, not -1, so x = -1 is extraneous || x = 3"),
    case("Solve sqrt(2x+3) = x", "2x + 3 = x^2 || x^2 - 2x - 3 = 0 || x = 3 or x = -1", 2, "extraneous-root"),
    case("Solve sqrt(x+9) = x + 3", "x + 9 = x^2 + 9 || x = x^2 || x = 0 or x = 1", 0, "square-of-sum"),
    case("Solve 3^(2x-1) = 27", "3^(2x-1) = 3^3 || 2x - 1 = 3 || x = 2"),
    case("Solve 2^x = 10", "x = 10/2 || x = 5", 0, "inverse-operation"),
    case("Solve ln(x) + ln(x-3) = ln(10)", "ln(x(x-3)) = ln(10) || x^2 - 3x = 10 || (x-5)(x+2) = 0 || x = 5 (x = -2 rejected)"),
    case("Solve ln(x) + ln(x-3) = ln(10)", "ln(2x-3) = ln 10 || 2x - 3 = 10 || x = 6.5", 0, "logarithm-law"),
    case("Solve |2x - 1| = 7", "2x - 1 = 7 or 2x - 1 = -7 || 2x = 8 or 2x = -6 || x = 4 or x = -3"),
    case("Solve |2x - 1| = 7", "2x - 1 = 7 || 2x = 8 || x = 4", 0, "lost-root"),
    # systems
    case("Solve the system 2x + 3y = 12, x - y = 1", "x = y + 1 || 2(y+1) + 3y = 12 || 5y = 10 || y = 2 || x = 3"),
    case("Solve the system 2x + 3y = 12, x - y = 1", "x = y + 1 || 2y + 1 + 3y = 12 || 5y = 11 || y = 11/5 || x = 16/5", 1, "distribution"),
    case("解方程组 x+2y=8, 3x-2y=0", "两式相加得 4x=8 || x=2 || y=3"),
    case("解方程组 x+2y=8, 3x-2y=0", "①+②: 4x=8 || x=4 || y=2", 1, "inverse-operation", "arithmetic"),
    # inequalities
    case("Solve 5 - 2x > 11", "-2x > 6 || x < -3"),
    case("Solve 5 - 2x > 11", "-2x > 6 || x > -3", 1, "inequality-not-turned"),
    case("解不等式 x^2-x-6<0", "(x-3)(x+2)<0 || -2<x<3"),
    case("解不等式 x^2-x-6<0", "(x-3)(x+2)<0 || x<3 或 x<-2", 1, "inequality-not-turned"),
    case("Solve |x + 2| < 5", "-5 < x + 2 < 5 || -7 < x < 3 || (-7, 3)"),
    case("Solve 1/x < 2", "1 < 2x || x > 1/2", 0, "inequality-not-turned"),
    # expressions
    case("Simplify 3(2x - 5) - 2(x - 4)", "6x - 15 - 2x - 8 || 4x - 23", 0, "sign"),
    case("Simplify 3(2x - 5) - 2(x - 4)", "= 6x - 15 - 2x + 8 || = 4x - 7"),
    case("Expand (2x - 3)^2", "4x^2 - 9", 0, "square-of-sum"),
    case("Expand (2x - 3)^2", "(2x-3)(2x-3) || 4x^2 - 6x - 6x + 9 || 4x^2 - 12x + 9"),
    case("化简 \\sqrt{a^2+b^2}", "a+b", 0, "root-of-sum"),
    case("化简 \\frac{x^2-9}{x+3}", "原式=\\frac{(x+3)(x-3)}{x+3} || =x-3"),
    case("Simplify (x + 6)/6", "x", 0, "cancelled-in-sum"),
    case("Calculate 2/3 + 1/4", "3/7", 0, "fractions-across"),
    case("Calculate 2/3 + 1/4", "8/12 + 3/12 || 11/12"),
    case("Calculate 20 - 2 * 3^2", "20 - 2*9 || 18*9 || 162", 1, "order-of-operations"),
    case("计算 (-2)^3+4×5", "=-8+20 || =12"),
    case("Simplify x^3 * x^4", "x^12", 0, "power-law"),
    case("Factor 2x^2 - 8", "2(x^2 - 4) || 2(x-2)(x+2)"),
    case("Simplify (2a^3)^2", "2a^6", 0, "power-law"),
    # derivatives and integrals
    case("Find the derivative of f(x) = x^3 e^x", "f'(x) = 3x^2 e^x", 0, "product-rule"),
    case("Find the derivative of f(x) = x^3 e^x", "f'(x) = (x^3)' e^x + x^3 (e^x)' || = 3x^2 e^x + x^3 e^x || = x^2 e^x (3 + x)"),
    case("Differentiate y = sin(3x)", "y' = cos(3x)", 0, "chain-rule"),
    case("求导 y=\\frac{x}{x^2+1}", "y'=\\frac{(x^2+1)-x·2x}{(x^2+1)^2} || =\\frac{1-x^2}{(x^2+1)^2}"),
    case("求导 y=\\frac{x}{x^2+1}", "y'=\\frac{1}{2x}", 0, "quotient-rule"),
    case("Find \\int (3x^2 + 2x) dx", "x^3 + x^2 + C"),
    case("Find \\int (3x^2 + 2x) dx", "6x + 2 + C", 0, "power-rule"),
    case("∫ x e^x dx", "u = x, dv = e^x dx || = x e^x - ∫ e^x dx || = x e^x - e^x + C"),
    case("∫ cos(2x) dx", "sin(2x) + C", 0, "chain-rule"),
    case("Evaluate \\int_1^3 2x dx", "[x^2]_1^3 || = 9 - 1 || = 8"),
    case("Evaluate \\int_1^3 2x dx", "[x^2]_1^3 || = 1 - 9 || = -8", 1, "bounds", "sign"),
    # limits, matrices, stories
    case("\\lim_{x\\to 3} \\frac{x^2-9}{x-3}", "= \\lim_{x\\to 3} \\frac{(x-3)(x+3)}{x-3} || = \\lim_{x\\to 3}(x+3) || = 6"),
    case("\\lim_{x\\to 3} \\frac{x^2-9}{x-3}", "= \\frac{0}{0} = 0", 0, "limit-rule"),
    case("lim_{x->0} sin(5x)/x", "= 1", 0, "limit-rule"),
    case("Find the determinant of [[2,3],[1,4]]", "2*4 - 3*1 || = 5"),
    case("Find the determinant of [[2,3],[1,4]]", "2*4 + 3*1 || = 11", 0, "determinant"),
    case("Find the inverse of [[2,1],[1,1]]", "det = 2 - 1 = 1 || [[1,-1],[-1,2]]"),
    case("A shop sells pens at 3 dollars each. Mia buys 5 pens and pays with 20 dollars. How much change does she get?", "5*3 = 15 || 20 - 15 = 5"),
    case("A shop sells pens at 3 dollars each. Mia buys 5 pens and pays with 20 dollars. How much change does she get?", "5*3 = 15 || 20 - 15 = 15 || so 15 dollars", 1, "arithmetic"),
    case("果园里有桃树和梨树共120棵，桃树的棵数是梨树的3倍，梨树有多少棵？", "设梨树有x棵 || x+3x=120 || 4x=120 || x=30 || 答：梨树有30棵"),
    case("果园里有桃树和梨树共120棵，桃树的棵数是梨树的3倍，梨树有多少棵？", "设梨树有x棵 || x+x+3=120 || 2x=117 || x=58.5", 1),
)  # fmt: skip
