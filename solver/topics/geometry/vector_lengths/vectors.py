"""What is known of two vectors, as equations in their lengths and their product, and what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import sympy as sp

from solver.formula import Node, to_latex, to_sympy
from solver.formula.nodes import Binary, Call, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.topics.base import Reading, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared, one_value

WORDS: Final = {
    "dot": Words("The product of two vectors is length times length times the cosine of the angle: \\[{a}\\cdot {b}=|{a}||{b}|\\cos {angle}={p}\\times {q}\\times {cosine}={value}\\]", "由数量积的定义：\\[{a}\\cdot {b}=|{a}||{b}|\\cos {angle}={p}\\times {q}\\times {cosine}={value}\\]"),
    "square": Words("Square it: \\[|{whole}|^2={expanded}={value}\\]", "两边平方：\\[|{whole}|^2={expanded}={value}\\]"),
    "product": Words("Multiply out: \\[{whole}={expanded}={value}\\]", "展开：\\[{whole}={expanded}={value}\\]"),
    "known": Words("So \\({values}\\).", "所以 \\({values}\\)。"),
    "length": Words("The square of a length is the vector times itself: \\[|{whole}|^2={expanded}={put}={square}\\] so \\(|{whole}|={value}\\).", "模的平方等于向量与自身的数量积：\\[|{whole}|^2={expanded}={put}={square}\\] 所以 \\(|{whole}|={value}\\)。"),
    "asked": Words("Multiply out and put the numbers in: \\[{whole}={expanded}={put}={value}\\]", "展开并代入：\\[{whole}={expanded}={put}={value}\\]"),
    "cosine": Words("The cosine of the angle is the product divided by both lengths: \\[\\cos\\theta=\\frac{{{a}\\cdot {b}}}{{|{a}||{b}|}}=\\frac{{{d}}}{{{p}\\times {q}}}={value}\\]", "夹角的余弦等于数量积除以两个模的积：\\[\\cos\\theta=\\frac{{{a}\\cdot {b}}}{{|{a}||{b}|}}=\\frac{{{d}}}{{{p}\\times {q}}}={value}\\]"),
    "angle": Words("The angle lies between \\(0\\) and \\(\\pi\\), so it is \\({value}\\).", "夹角的范围是 \\([0,\\pi]\\)，所以夹角为 \\({value}\\)。"),
    "scale": Words("Only the ratio of the lengths is given, and the angle does not depend on the size: take \\(|{b}|=1\\).", "只给出模的比，而夹角与模的大小无关：不妨取 \\(|{b}|=1\\)。"),
    "code": Words("lengths and product of the two vectors", "两个向量的模与数量积"),
    "method": Words("both vectors were drawn with coordinates that fit what is given, and measured", "取符合条件的坐标，按坐标重新计算"),
}  # fmt: skip
P, Q = sp.symbols("p q", positive=True)
PRODUCT: Final = sp.Symbol("d", real=True)


@dataclass
class Vectors:
    """Two vectors `a` and `b`, and what is known: equations in their lengths p and q and their product d."""

    a: str
    b: str
    language: Language
    equations: list[sp.Expr] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    theta: sp.Expr | None = None

    @property
    def shown(self) -> tuple[str, str]:
        """Their names with arrows."""
        return rf"\vec{{{self.a}}}", rf"\vec{{{self.b}}}"

    def told(self, node: Node) -> str:
        """A combination or a product as LaTeX, the vectors with their arrows."""
        arrows = dict(zip((self.a, self.b), self.shown, strict=True))
        return re.sub(
            r"\\[A-Za-z]+|[A-Za-z]",
            lambda m: arrows.get(m[0], m[0]),
            to_latex(node),
        )

    def give(self, equation: sp.Expr, step: str = "") -> None:
        """One more equation that is 0, and the step that tells it."""
        self.equations.append(equation)
        if step:
            self.steps.append(step)

    def form(self, node: Node) -> tuple[sp.Expr, str] | None:
        """A product of two combinations in p, q, d; and multiplied out as LaTeX. None where it is no such product."""
        a, b = sp.Symbol(self.a), sp.Symbol(self.b)
        value = to_sympy(node, {self.a: a, self.b: b})
        if not isinstance(value, sp.Expr) or not value.is_polynomial(a, b):
            return None
        poly = sp.Poly(sp.expand(value), a, b)
        if any(i + j != 2 for i, j in poly.monoms()):
            return None
        shown, total = list[str](), sp.Integer(0)
        for power, what, said in (
            ((2, 0), P**2, f"|{self.shown[0]}|^2"),
            ((1, 1), PRODUCT, r"{}\cdot {}".format(*self.shown)),
            ((0, 2), Q**2, f"|{self.shown[1]}|^2"),
        ):
            c = poly.coeff_monomial(a ** power[0] * b ** power[1])
            if c != 0:
                total += c * what
                shown.append(_term(c, said))
        return total, "".join(shown).removeprefix("+")

    def relate(self, relation: Relation) -> bool:
        """Take in what an equation says; whether it could be."""
        left, right = relation.sides
        if not isinstance(right, Node) or set(symbols(right)) & {self.a, self.b}:
            return self._equal_lengths(left, right)
        value = to_sympy(right)
        if not isinstance(value, sp.Expr) or not value.is_real:
            return False
        inside = _inside(left)
        if inside is not None:
            if inside in (Symbol(self.a), Symbol(self.b)):
                self.give((P if inside == Symbol(self.a) else Q) - value)
                self.claims.append(f"{inside.name}.norm() - ({exact_source(value)})")
                return bool(value > 0)
            body = self.square(inside)
            if body is None or value < 0:
                return False
            said = WORDS["square"].say(
                self.language, whole=self.told(inside), expanded=body[1], value=latex(value**2)
            )
            self.give(body[0] - value**2, said)
            self.claims.append(f"({self.source(inside)}).norm() - ({exact_source(value)})")
            return True
        body = self.form(left)
        if body is None:
            return False
        plain = sp.expand(body[0] - PRODUCT) == 0
        said = WORDS["product"].say(
            self.language, whole=self.told(left), expanded=body[1], value=latex(value)
        )
        self.give(body[0] - value, "" if plain else said)
        return True

    def _equal_lengths(self, left: Node, right: Node) -> bool:
        """`|a| = 2|b|`, `|a + b| = |a - b|`: both sides squared."""
        sides = []
        for side in (left, right):
            calls = [n for n in walk(side) if isinstance(n, Call) and n.name == "Abs"]
            if len(calls) != 1:
                return False
            mark = sp.Symbol("L")
            factor = to_sympy(side).subs(sp.Abs(to_sympy(calls[0].arguments[0])), mark)
            factor = sp.diff(factor, mark)
            body = self.square(calls[0].arguments[0])
            if body is None or not factor.is_positive:
                return False
            sides.append(factor**2 * body[0])
        self.give(sides[0] - sides[1])
        return True

    def square(self, inside: Node) -> tuple[sp.Expr, str] | None:
        """The square of a combination's length."""
        a, b = sp.Symbol(self.a), sp.Symbol(self.b)
        value = to_sympy(inside, {self.a: a, self.b: b})
        if not isinstance(value, sp.Expr) or not value.is_polynomial(a, b):
            return None
        if any(i + j != 1 for i, j in sp.Poly(sp.expand(value), a, b).monoms()):
            return None
        return self.form(Binary("^", inside, Number(sp.Integer(2), "2")))

    def source(self, node: Node) -> str:
        """A combination as Python, with the vectors' own names."""
        return str(to_sympy(node, {self.a: sp.Symbol(self.a), self.b: sp.Symbol(self.b)}))

    def known(self, unknown: Sequence[sp.Symbol] = ()) -> dict[sp.Symbol, sp.Expr] | None:
        """What the equations fix: p, q, d and `unknown`; None where they do not fix all of them, or in several ways."""
        letters = [s for s in (P, Q, PRODUCT, *unknown) if any(e.has(s) for e in self.equations)]
        fitting = [
            s
            for s in sp.solve(self.equations, letters, dict=True)
            if {P, Q, PRODUCT, *unknown} <= set(s)
            and all(v.is_number and v.is_real for v in s.values())
            and s[P] > 0
            and s[Q] > 0
            and abs(s[PRODUCT]) <= s[P] * s[Q]
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _fixes_no_size(self) -> bool:
        """Whether all that is given holds for vectors any number of times as long, too."""
        t = sp.Symbol("t", positive=True)
        grown = {P: t * P, Q: t * Q, PRODUCT: t**2 * PRODUCT}
        return all(
            sp.simplify(e.subs(grown, simultaneous=True) / e).free_symbols <= {t} for e in self.equations
        )

    def _told(self, known: dict[sp.Symbol, sp.Expr]) -> tuple[str, ...]:
        """The product from the angle, then what the given equations say."""
        steps, say = [], self.language
        theta = self.theta
        if theta is not None:
            lengths = {P: f"|{self.shown[0]}|", Q: f"|{self.shown[1]}|"}
            given = {s: latex(known[s]) for s in lengths if s - known[s] in self.equations}
            product = sp.cos(theta) * sp.Mul(*(known[s] if s in given else s for s in lengths))
            shown = sp.latex(product, symbol_names={s: name for s, name in lengths.items() if s not in given})
            p, q = (given.get(s, name) for s, name in lengths.items())
            cosine = latex(sp.cos(theta)) if sp.cos(theta) >= 0 else rf"\left({latex(sp.cos(theta))}\right)"
            steps.append(
                WORDS["dot"].say(
                    say,
                    a=self.shown[0],
                    b=self.shown[1],
                    angle=latex(theta),
                    p=p,
                    q=q,
                    cosine=cosine,
                    value=shown,
                )
            )
        if self.steps:
            names = {
                P: f"|{self.shown[0]}|",
                Q: f"|{self.shown[1]}|",
                PRODUCT: r"{}\cdot {}".format(*self.shown),
            }
            values = ",\\ ".join(f"{names[s]}={latex(v)}" for s, v in known.items() if s in names)
            steps += [*self.steps, WORDS["known"].say(say, values=values)]
        return tuple(steps)

    def _drawn(self, known: dict[sp.Symbol, sp.Expr]) -> tuple[str, ...]:
        """The vectors with coordinates: the first one along an axis."""
        p, q, d = (exact_source(known[s]) for s in (P, Q, PRODUCT))
        return (
            f"{self.a} = Matrix([{p}, 0])",
            f"{self.b} = Matrix([sympify({d})/({p}), sqrt(sympify({q})**2 - (sympify({d})/({p}))**2)])",
            f"fits = [simplify(gap) == 0 for gap in ({', '.join([*self.claims, f'{self.a}.dot({self.b}) - ({d})'])},)]",
        )

    def value(self, asked: Node) -> Reading:
        """A length or a product."""
        known, say = self.known(), self.language
        inside = _inside(asked)
        body = self.square(inside) if inside is not None else self.form(asked)
        if known is None or body is None:
            return None
        result = sp.nsimplify(sp.expand(body[0].subs(known)))
        put = _put(body[0], known)
        steps = list(self._told(known))
        if inside is not None:
            root = sp.sqrt(result)
            if not isinstance(inside, Symbol) or not steps:  # else what is known says it
                steps.append(
                    WORDS["length"].say(
                        say, whole=self.told(inside), expanded=body[1], put=put, square=latex(result), value=exact_latex(root)
                    )
                )  # fmt: skip
            measured = f"({self.source(inside)}).norm()"
        else:
            steps.append(
                WORDS["asked"].say(
                    say, whole=self.told(asked), expanded=body[1], put=put, value=latex(result)
                )
            )
            measured = self._dotted(asked)
        final = f"sqrt({body[0]})" if inside is not None else str(body[0])
        lines = (comment(WORDS["code"].say(say)), *self._values(known), f"simplify({final})")
        claim = f"bool(all(fits) and simplify({measured} - answer) == 0)"
        return Prepared(say, tuple(steps), cell(*lines), (*self._drawn(known), claim), WORDS["method"])

    def _values(self, known: dict[sp.Symbol, sp.Expr]) -> tuple[str, ...]:
        """p, q and d for the cell: as they are given, else from the equations that are given."""
        plain = {PRODUCT - P * Q * sp.cos(self.theta) if self.theta is not None else PRODUCT - known[PRODUCT]}
        plain |= {s - known[s] for s in (P, Q)}
        if plain <= set(self.equations):
            d = (
                f"p*q*cos({exact_source(self.theta)})"
                if self.theta is not None
                else exact_source(known[PRODUCT])
            )
            return (f"p, q = {exact_source(known[P])}, {exact_source(known[Q])}", f"d = {d}")
        given = ", ".join(str(e) for e in self.equations if e.free_symbols <= {P, Q, PRODUCT})
        return (
            'p, q = symbols("p q", positive=True)',
            'd = symbols("d", real=True)',
            f"found = solve([{given}], [p, q, d], dict=True)[0]",
            "p, q, d = found[p], found[q], found[d]",
        )

    def _dotted(self, asked: Node) -> str:
        """A product of combinations in coordinates: by the products of the vectors themselves."""
        a, b = sp.Symbol(self.a), sp.Symbol(self.b)
        poly = sp.Poly(sp.expand(to_sympy(asked, {self.a: a, self.b: b})), a, b)
        products = {
            (2, 0): f"{self.a}.dot({self.a})",
            (1, 1): f"{self.a}.dot({self.b})",
            (0, 2): f"{self.b}.dot({self.b})",
        }
        return " + ".join(f"({exact_source(c)})*{products[m]}" for m, c in poly.terms())

    def angle(self, *, degrees: bool, cosine: bool) -> Reading:
        """The angle between the two, or its cosine."""
        known, say = self.known(), self.language
        if known is None and self._fixes_no_size():
            self.give(Q - 1, WORDS["scale"].say(say, b=self.shown[1]))
            known = self.known()
        if known is None:
            return None
        value = sp.radsimp(known[PRODUCT] / (known[P] * known[Q]))
        theta = sp.acos(value)
        steps = [
            *self._told(known),
            WORDS["cosine"].say(
                say, a=self.shown[0], b=self.shown[1], d=latex(known[PRODUCT]), p=latex(known[P]), q=latex(known[Q]), value=latex(value)
            ),
        ]  # fmt: skip
        shown = (
            exact_latex(value) if cosine else rf"{latex(theta * 180 / sp.pi)}^{{\circ}}" if degrees else exact_latex(theta)
        )  # fmt: skip
        if degrees and not cosine and not (theta * 180 / sp.pi).is_rational:
            return None
        if not cosine:
            steps.append(WORDS["angle"].say(say, value=shown))
        measured = f"{self.a}.dot({self.b})/({self.a}.norm()*{self.b}.norm())"
        test = f"simplify({measured} - {'answer' if cosine else 'cos(answer)'}) == 0"
        bounds = "" if cosine else " and 0 <= answer <= pi"
        source = cell(
            comment(WORDS["code"].say(say)),
            *self._values(known),
            "radsimp(sympify(d)/(p*q))" if cosine else "acos(sympify(d)/(p*q))",
        )
        return Prepared(
            say, tuple(steps), source, (*self._drawn(known), f"bool(all(fits) and {test}{bounds})"), WORDS["method"],
            shown=lambda found: shown if sp.simplify(found - (value if cosine else theta)) == 0 else None, given=one_value,
        )  # fmt: skip

    def factor(self, name: str) -> Reading:
        """The factor that makes what is given true."""
        letter = sp.Symbol(name)
        known, say = self.known([letter]), self.language
        if known is None:
            return None
        about = [e for e in self.equations if e.has(letter)]
        if len(about) != 1:
            return None
        equation = sp.expand(about[0].subs({s: known[s] for s in (P, Q, PRODUCT)}))
        rest = Vectors(self.a, self.b, say, [e for e in self.equations if not e.has(letter)])
        rest.theta = self.theta
        steps = [
            *rest._told(known),
            *self.steps,
            WORDS["known"].say(say, values=f"{latex(equation)}=0,\\ {name}={latex(known[letter])}"),
        ]
        source = cell(
            comment(WORDS["code"].say(say)),
            *self._values(known),
            f"solve({about[0]}, {name})[0]",
            variables=(name,),
        )
        tests = (
            *self._drawn(known),
            f"p, q, d = {self.a}.norm(), {self.b}.norm(), {self.a}.dot({self.b})",
            f"bool(all(fits) and simplify(({about[0]}).subs({name}, answer)) == 0)",
        )
        return Prepared(say, tuple(steps), source, tests, WORDS["method"], letters=(name,))


def _inside(node: Node) -> Node | None:
    return node.arguments[0] if isinstance(node, Call) and node.name == "Abs" else None


def _term(c: sp.Expr, said: str) -> str:
    """`+2` in front of what it multiplies."""
    if c in (1, -1):
        return ("+" if c == 1 else "-") + said
    shown = latex(c)
    return (
        shown
        if shown.startswith("-")
        else f"+{shown}"
        if c.is_number or c.is_Symbol
        else f"+\\left({shown}\\right)"
    ) + said


def _put(body: sp.Expr, known: dict[sp.Symbol, sp.Expr]) -> str:
    """The numbers where the letters were."""
    parts = []
    for what, value in ((P**2, known[P] ** 2), (PRODUCT, known[PRODUCT]), (Q**2, known[Q] ** 2)):
        c = sp.expand(body).coeff(what)
        if c != 0:
            shown = latex(value) if value.is_nonnegative else rf"\left({latex(value)}\right)"
            parts.append(
                ("+" if c.is_positive else "-") + ("" if abs(c) == 1 else rf"{latex(abs(c))}\times ") + shown
            )
    return "".join(parts).removeprefix("+")
