"""Which kind of curve an equation of the second degree, a moving point or a polar equation describes: circle, ellipse, parabola, hyperbola, lines, a point.

A moving point (cos t, cos 2t) is put into an equation without t by eliminating it; that equation has degree one or two, or nothing is answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Group, Relation
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared
from solver.topics.told import Told, told
from solver.topics.yes_no import plain_words

X, Y, R = sp.symbols("x y r")
_OPTIONS: Final = re.compile(
    r"(?P<options>(?:\([A-F]\)\s*(?:line|circle|parabola|ellipse|hyperbola|point|two lines)[.,]?\s*){3,6})(?:enter the letter of the correct option\s*\.?)?\s*$",
    re.IGNORECASE,
)
_KINDS: Final = r"(?:an? )?(?:parabola|circle|ellipse|hyperbola|point|line|two lines|empty)"
TABLE: Final = table(
    {
        "equation": (
            r"(?:which|what) (?:type|kind) of conic section is (?:described|given) by the equation (?P<equation>⟨q\d+⟩) ?\??",
            rf"(?:determine|find|decide|tell) (?:if|whether) the graph of the equation below is {_KINDS}(?:,? (?:or )?{_KINDS}){{3,8}}",
            r"(?P<equation>⟨q\d+⟩)",
        ),
        "letters": (r"\??enter c for circle,? p for parabola,? e for ellipse,? h for hyperbola,? and n for none of the above",),
        "moving": (r"for (?:all )?real numbers (?P<t>⟨[nq]\d+⟩)", r"the point (?P<point>⟨q\d+⟩) ,? is plotted"),
        "defined": (r"where ⟨[xnlv]\d+⟩ and ⟨[xnlv]\d+⟩ are defined",),
        "which": (r"all the plotted points lie on what kind of curve",),
        "polar": (r"(?:find|identify|determine) the curve defined by the (?:polar )?equation (?P<polar>⟨q\d+⟩)",),
    }
)  # fmt: skip
NAMES: Final = {
    "circle": Words("circle", "圆"), "ellipse": Words("ellipse", "椭圆"), "parabola": Words("parabola", "抛物线"), "hyperbola": Words("hyperbola", "双曲线"),
    "point": Words("point", "一个点"), "line": Words("line", "直线"), "two lines": Words("two lines", "两条直线"), "empty": Words("empty", "空集"),
}  # fmt: skip
WORDS: Final = {
    "form": Words("Bring everything to one side: \\[{equation}=0\\]", "移项：\\[{equation}=0\\]"),
    "squares": Words("Complete the squares: \\[{squares}={rest}\\]", "配方：\\[{squares}={rest}\\]"),
    "discriminant": Words("Of \\(Ax^2+Bxy+Cy^2+\\dots\\) here \\(B^2-4AC={value}\\).", "对 \\(Ax^2+Bxy+Cy^2+\\dots\\)，这里 \\(B^2-4AC={value}\\)。"),
    "eliminated": Words("With \\(x={x}\\) and \\(y={y}\\) this holds for every \\(t\\): \\[{equation}=0\\]", "由 \\(x={x}\\)，\\(y={y}\\)，对一切 \\(t\\) 有 \\[{equation}=0\\]"),
    "polar": Words("With \\(x=r\\cos\\theta\\), \\(y=r\\sin\\theta\\) and \\(r^2=x^2+y^2\\): \\[{equation}=0\\]", "代入 \\(x=r\\cos\\theta\\)、\\(y=r\\sin\\theta\\)、\\(r^2=x^2+y^2\\)：\\[{equation}=0\\]"),
    "kind": Words("This is: {kind}.", "这是：{kind}。"),
    "option": Words("That is option {letter}.", "所以选 {letter}。"),
    "code": Words("the signs that decide", "起决定作用的符号"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("looked at points of the curve", "用曲线上的点检验"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Curve:
    """0 on the curve; how the problem wants the kind named (letters of kinds; empty: by name)."""

    equation: sp.Expr
    steps: tuple[str, ...]
    letters: dict[str, str]


@declining
def read(text: Text) -> Reading:
    """One curve, asked for its kind."""
    if text.language != "en" or not re.search(
        r"(?i)conic\s+section|kind\s+of\s+curve|find\s+the\s+curve|two\s+lines,\s+or\s+empty", text.source
    ):
        return None
    source = re.sub(r"[\"'`]|\\theta", lambda m: " " if m[0] in "\"'`" else "t", text.source)
    options = _OPTIONS.search(source)
    known = told(source[: options.start()] if options else source)
    found = None if known is None else clauses(known.source, TABLE)
    if known is None or found is None or isinstance(found, str):
        return None
    values: dict[str, str] = {"options": options["options"]} if options else {}
    for said in found:
        for name, value in said.values.items():
            if name in values:
                return None
            values[name] = value
    kinds = {s.kind for s in found}
    curve = _curve(values, kinds, known, text.language)
    return None if curve is None else _task(curve, text.language)


def _curve(values: dict[str, str], kinds: set[str], known: Told, say: Language) -> _Curve | None:
    letters: dict[str, str] = {}
    if "letters" in kinds:
        letters = {"circle": "C", "parabola": "P", "ellipse": "E", "hyperbola": "H", "": "N"}
    if "options" in values:
        letters = {
            name.lower().strip(" ."): letter
            for letter, name in re.findall(r"\(([A-F])\)\s*([A-Za-z ]+)", values["options"])
        }
    if kinds <= {"equation", "letters"} and "equation" in values:
        (relation,) = known.relations(values["equation"])
        if relation.signs != ("=",):
            return None
        equation = to_sympy(relation.sides[0]) - to_sympy(relation.sides[1])
        return _Curve(equation, (), letters)
    if kinds - {"defined"} == {"moving", "which"} and letters and "point" in values and "t" in values:
        (relation,) = known.relations(values["point"])
        return _moving(relation, letters, say)
    if kinds == {"polar"} and letters:
        (relation,) = known.relations(values["polar"])
        return _polar(relation, letters, say)
    return None


def _eliminated(equations: list[sp.Expr], hidden: list[sp.Symbol]) -> sp.Expr | None:
    """The one equation of degree one or two in x and y."""
    basis = sp.groebner(equations, *hidden, X, Y, order="lex")
    found = [g for g in basis.exprs if g.free_symbols and g.free_symbols <= {X, Y}]
    if len(found) != 1 or sp.Poly(found[0], X, Y).total_degree() > 2:
        return None
    return found[0]


def _hidden(value: sp.Expr, t: sp.Symbol) -> sp.Expr:
    """sin t and cos t as s and c, multiples of t written out."""
    s, c = sp.symbols("s c")
    angles = {a.args[0] for a in value.atoms(sp.sin, sp.cos, sp.tan, sp.sec, sp.csc, sp.cot)}
    if not angles:
        return value
    factors = [a / t for a in angles]
    if not all(f.is_Rational for f in factors):
        raise ValueError("other angles")
    written = sp.expand_trig(value)
    written = written.replace(sp.tan, lambda a: sp.sin(a) / sp.cos(a)).replace(
        sp.sec, lambda a: 1 / sp.cos(a)
    )
    written = written.replace(sp.csc, lambda a: 1 / sp.sin(a)).replace(
        sp.cot, lambda a: sp.cos(a) / sp.sin(a)
    )
    return written.subs({sp.sin(t): s, sp.cos(t): c})


def _moving(relation: Relation, letters: dict[str, str], say: Language) -> _Curve | None:
    match relation:
        case Relation(("=",), (Group("()", (_, _)) as names, Group("()", (first, second)))):
            if [to_sympy(n) for n in names.items] != [X, Y]:
                return None
        case _:
            return None
    parts = [to_sympy(p) for p in (first, second)]
    free = set().union(*(p.free_symbols for p in parts))
    if len(free) != 1:
        return None
    (t,) = free
    least = min(
        (a.args[0] / t for p in parts for a in p.atoms(sp.sin, sp.cos, sp.tan, sp.sec)), default=sp.S.One
    )
    scaled = [p.subs(t, t / least) for p in parts]  # (cos 2t, sin 2t) is (cos t, sin t) at another speed
    written = [sp.together(_hidden(p, t)) for p in scaled]
    s, c = sp.symbols("s c")
    equations, hidden, inverse = list[sp.Expr](), list[sp.Symbol](), sp.Symbol("w")
    denominators = sp.S.One
    for axis, part in zip((X, Y), written, strict=True):
        top, bottom = sp.fraction(part)
        equations.append(axis * bottom - top)
        denominators *= bottom
    used = set().union(*(w.free_symbols for w in written))
    if used & {s, c}:
        if t in used:
            return None
        equations.append(s**2 + c**2 - 1)
        hidden = [s, c]
    else:
        hidden = [t]
    if denominators.free_symbols:
        equations.append(inverse * denominators - 1)
        hidden = [inverse, *hidden]
    equation = _eliminated(equations, hidden)
    if equation is None:
        return None
    step = WORDS["eliminated"].say(say, x=latex(parts[0]), y=latex(parts[1]), equation=latex(equation))
    return _Curve(equation, (step,), letters)


def _polar(relation: Relation, letters: dict[str, str], say: Language) -> _Curve | None:
    if relation.signs != ("=",):
        return None
    left, right = (to_sympy(side) for side in relation.sides)
    difference = left - right
    others = difference.free_symbols - {R}
    if R not in difference.free_symbols or len(others) != 1:
        return None
    (t,) = others
    s, c, w = sp.symbols("s c w")
    top, bottom = sp.fraction(sp.together(_hidden(difference, t)))
    if t in top.free_symbols | bottom.free_symbols:
        return None
    equation = _eliminated([top, X - R * c, Y - R * s, s**2 + c**2 - 1, w * R - 1], [w, R, s, c])
    if equation is None:
        return None
    return _Curve(equation, (WORDS["polar"].say(say, equation=latex(equation)),), letters)


def _kind(equation: sp.Expr) -> str | None:
    """By the signs of the quadratic part and of what is left when the squares are completed."""
    poly = sp.Poly(sp.expand(equation), X, Y)
    if poly.total_degree() == 1:
        return "line"
    if poly.total_degree() != 2 or not all(c.is_Rational for c in poly.coeffs()):
        return None
    a, b, c = (poly.coeff_monomial(m) for m in (X**2, X * Y, Y**2))
    d, e, f = (poly.coeff_monomial(m) for m in (X, Y, 1))
    whole = sp.Matrix([[2 * a, b, d], [b, 2 * c, e], [d, e, 2 * f]])
    sign, determinant = b**2 - 4 * a * c, whole.det()
    if determinant != 0:
        if sign == 0:
            return "parabola"
        if sign > 0:
            return "hyperbola"
        if (a + c) * determinant > 0:
            return "empty"
        return "circle" if a == c and b == 0 else "ellipse"
    if sign > 0:
        return "two lines"
    if sign < 0:
        return "point"
    factors = sp.factor_list(
        poly, extension=[sp.sqrt(abs(x)) for x in (d**2 + e**2 - 4 * (a + c) * f,) if x > 0] or None
    )[1]
    if d**2 + e**2 - 4 * (a + c) * f < 0:
        return "empty"
    return "line" if len(factors) == 1 else "two lines"


def _task(curve: _Curve, say: Language) -> Prepared | None:
    equation = sp.expand(curve.equation)
    if not equation.free_symbols or not equation.free_symbols <= {X, Y} or not equation.is_polynomial(X, Y):
        return None
    kind = _kind(equation)
    if kind is None:
        return None
    steps = [*curve.steps]
    if not curve.steps:
        steps.append(WORDS["form"].say(say, equation=latex(equation)))
    squares = _squares(equation)
    if squares is not None:
        steps.append(WORDS["squares"].say(say, squares=squares[0], rest=squares[1]))
    else:
        poly = sp.Poly(equation, X, Y)
        a, b, c = (poly.coeff_monomial(m) for m in (X**2, X * Y, Y**2))
        if poly.total_degree() == 2:
            steps.append(WORDS["discriminant"].say(say, value=latex(b**2 - 4 * a * c)))
    steps.append(WORDS["kind"].say(say, kind=NAMES[kind].say(say)))
    letter = curve.letters.get(kind, curve.letters.get("", "")) if curve.letters else ""
    if curve.letters and not letter:
        return None
    answer = letter or rf"\text{{{NAMES[kind].say(say)}}}"
    if letter:
        steps.append(WORDS["option"].say(say, letter=letter))
    code = _code(kind)
    lines = (
        f"f = Poly({exact_source(equation)}, x, y)",
        comment(WORDS["code"].say(say)),
        "a, b, c, d, e, g = [f.coeff_monomial(m) for m in (x**2, x*y, y**2, x, y, 1)]",
        "whole = Matrix([[2*a, b, d], [b, 2*c, e], [d, e, 2*g]])",
        "(f.total_degree(), sign(b**2 - 4*a*c), sign((a + c)*whole.det()), a == c and b == 0)",
    )

    def shown(value: Any) -> str | None:
        return answer if isinstance(value, tuple | sp.Tuple) and len(value) == 4 else None

    def given(said: str) -> Any:
        plain = plain_words(said).strip("() ")
        return int(plain == (letter.lower() if letter else kind))

    tests = (f"f = {exact_source(equation)}", *code)
    return Prepared(say, tuple(steps), cell(*lines, variables="xy"), tests, WORDS["method"], WORDS["answer"], shown=shown, given=given, letters=("x", "y"))  # fmt: skip


def _squares(equation: sp.Expr) -> tuple[str, str] | None:
    """a(x − h)² + c(y − k)² and the number on the other side, where there is no xy."""
    poly = sp.Poly(equation, X, Y)
    if poly.total_degree() != 2 or poly.coeff_monomial(X * Y) != 0:
        return None
    left, rest = list[sp.Expr](), -poly.coeff_monomial(1)
    for axis in (X, Y):
        a, d = poly.coeff_monomial(axis**2), poly.coeff_monomial(axis)
        if a == 0:
            rest -= d * axis
        else:
            left.append(sp.Mul(a, (axis + d / (2 * a)) ** 2, evaluate=False))
            rest += d**2 / (4 * a)
    return "+".join(latex(p) for p in left).replace("+-", "-"), latex(rest)


def _code(kind: str) -> tuple[str, ...]:
    """The check: how many points the curve has on many straight lines, which tells the kinds apart."""
    return (
        "t = symbols('t')",
        "crossings = [len({r for r in Poly(f.subs({x: p + q*t, y: p*2 - 3 + q*s*t}).expand(), t).nroots(n=15, maxsteps=200) if abs(im(r)) < 1e-9}) for p in range(-3, 4) for q, s in ((1, 2), (1, -3)) if Poly(f.subs({x: p + q*t, y: p*2 - 3 + q*s*t}).expand(), t).degree() > 0]",
        f"bool(answer == 1 and {'max(crossings) <= 2' if kind not in ('line', 'point', 'empty') else 'max(crossings, default=0) <= 1'})",
    )
