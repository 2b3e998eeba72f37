"""A sum of squares, absolute values and square roots that is 0: every term is 0 by itself.

Read: one such equation, asked are its unknowns or an expression in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import dropwhile
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Blank, Call, Negative, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.equations.opposite_roots import read_opposite_roots
from solver.topics.equations.solutions import COMBINATIONS, asked_of, assignments

VOCABULARY: Final = {
    **COMBINATIONS,
    "sqrt": "算术平方根|的算术平方根",
    "roots": "square roots of|square roots|平方根|的平方根",
    "solve": "them|both of them|two reals|two real numbers|two numbers|make|makes|that make|two|over the reals|over the real numbers|reals|expressions?|代数式|式子|多项式|单项式|已知实数|为有理数|均为实数|都是实数|为实数|都是有理数|holds|hold|holds true|valid|knowing|knowing that|given that|solve|solve for|solutions?|real numbers?|real|satisfy|satisfies|such that|实数|成立|恒成立|解|解方程|有理数|整数|非负数|两个非负数|numbers",
    "opposite": "additive inverses of each other|additive inverses of one another|opposite in sign|opposites of each other|opposites of one another|are opposites of each other|opposites?|opposite numbers|are opposite|additive inverses|互为相反数",
}

WORDS: Final = {
    "squares": Words(
        "Complete the squares: \\[{equation}\\]",
        "配方：\\[{equation}\\]",
    ),
    "moved": Words("Bring everything to one side: \\[{equation}\\]", "移项：\\[{equation}\\]"),
    "given": Words("We know \\[{equation}\\]", "已知 \\[{equation}\\]"),
    "opposite": Words("Opposite numbers add up to 0: \\[{equation}\\]", "互为相反数的两个数之和为 0：\\[{equation}\\]"),
    "law": Words("No term of this sum can be negative (squares, absolute values and roots never are). Their sum is 0 only if each of them is 0: \\[{system}\\]",
                 "平方、绝对值、算术平方根都不会是负数。非负数的和为 0，只有每一项都为 0：\\[{system}\\]"),
    "solved": Words("From these: \\({solution}\\).", "由此解得：\\({solution}\\)。"),
    "put_in": Words("Put these values in: \\[{asked}={value}\\]", "代入所求的式子：\\[{asked}={value}\\]"),
    "cell": Words("each term is zero by itself", "每一项都等于 0"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "claim": Words("with \\({solution}\\) the sum is 0, and \\({asked}={answer}\\)", "当 \\({solution}\\) 时和为 0，且 \\({asked}={answer}\\)"),
    "method": Words("put into the original sum; at neighbouring points it is positive", "代入原式得 0；在邻近的点上原式都大于 0"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A sum of terms that cannot be negative, equal to 0; or two roots that exist only where both are 0."""
    if (roots := read_opposite_roots(text)) is not None and not isinstance(roots, Unread):
        return roots
    source = _in_formulas(re.sub(r"(?i)\b(is|equals|equal\s+to|be)\s+zero\b", r"\1 0", text.source))
    source = _added_up(source)
    source = re.sub(r"([a-z])\s*的\s*([a-z]|\d+)\s*次(?:方|幂)", r"\1^{\2}", source)  # a的b次方
    found = account(_without_asides(re.sub(r"(为|是|等于)零", r"\g<1>0", source)), VOCABULARY)
    opposite = found.has("opposite")
    both_roots = found.has("roots")
    plain = tuple(dropwhile(lambda n: isinstance(n, Symbol), found.asked))  # "the numbers a and b make …"
    if opposite and not found.relations and len(plain) >= 3:
        total: Node = Binary("+", plain[0], plain[1])
        asked, equation = plain[2:], Relation(("=",), (total, Number(Fraction(0), "0")))
    elif found.has("sum") and (stated := _sum_in_words(found)) is not None:
        equation, asked = stated
    elif len(found.relations) == 1 and not opposite and found.relations[0].signs == ("=",):
        questions = asked_of(found)
        if questions is None:
            return None
        equation, asked = found.relations[0], questions
    elif len(found.relations) == 1 and not opposite and found.relations[0].signs == ("<=",):
        equation, asked = Relation(("=",), found.relations[0].sides), found.questions
        if equation.sides[1] != Number(Fraction(0), "0"):
            return None  # a sum of this kind is ≤ 0 only where it is 0
    else:
        return None
    if both_roots or found.has("sqrt"):
        if len(asked) != 1:
            return None
        root = Call("sqrt", (asked[0],))
        asked = (root, Negative(root)) if both_roots else (root,)
    written = equation
    equation = _on_one_side(equation)
    inner = _inner_terms(equation)
    if inner is None and (squares := _completed(equation)) is not None:
        equation, inner = squares, _inner_terms(squares)
    if inner is None or len(inner) < 2:
        return None
    unknowns = tuple(sorted(symbols(equation)))
    if {"e", "i"} & set(unknowns) or any(not symbols(a) or symbols(a) - set(unknowns) for a in asked):
        return None
    if found.unread:
        return Unread(found.unread)
    terms = [to_sympy(t) for t in inner]
    if not all(isinstance(t, sp.Expr) for t in terms):
        return None  # (3x, 6)^2
    try:
        solved = sp.solve(terms, [sp.Symbol(n) for n in unknowns], dict=True)
    except NotImplementedError:  # |a + b| with nothing more known of a
        return None
    if (
        len(solved) != 1
        or set(map(str, solved[0])) != set(unknowns)
        or not all(v.is_real for v in solved[0].values())
    ):
        return None
    if (both_roots or found.has("sqrt")) and not to_sympy(asked[0]).subs(solved[0]).is_positive:
        return None
    wanted = asked or tuple(Symbol(n) for n in unknowns)
    return NonnegativeSum(equation, inner, unknowns, wanted, opposite, text.language, written)


def _in_formulas(text: str) -> str:
    """Squares, absolute values and roots in words: `the square of (m - 7)`, a-2的绝对值."""
    body = r"\$?(\([^()]+\)|[\dA-Za-z](?:[\dA-Za-z+\-*/^ ]*?[\dA-Za-z])?)\$?"
    forms = (
        (r"square", r"平方", "({})^2"),
        (r"absolute\s+value", r"绝对值", "|{}|"),
        (r"(?:principal\s+)?square\s+root", r"算术平方根", "sqrt({})"),
    )
    for english, chinese, form in forms:
        text = re.sub(
            rf"(?i)\b(?:the\s+)?{english}\s+of\s+{body}(?=\s+(?:and|is|are|add|sum|equals?|have)\b|\s*[,.])",
            lambda m, form=form: f" ${form.format(m[1])}$ ",  # type: ignore[misc]
            text,
        )
        if re.search(rf"{chinese}[^,。]*(?:互为相反数|之和|的和|相加)", text):
            text = re.sub(
                rf"{body}\s*的{chinese}(?=\s*(?:与|和|及|互为|之和|的和))",
                lambda m, form=form: f" ${form.format(m[1])}$ ",  # type: ignore[misc]
                text,
            )
    return text


def _without_asides(text: str) -> str:
    """What opposite numbers are, and that the unknowns are real, says nothing new."""
    text = re.sub(r"(?i)\b(?:add(?:\s+up)?|sum(?:\s+up)?)\s+to\s+(?:0|zero)\b", "are opposite numbers", text)
    text = re.sub(
        r"(?i)\bhave\s+(?:a\s+)?sum\s+(?:of\s+|equal\s+to\s+)?(?:0|zero)\b", "are opposite numbers", text
    )
    text = re.sub(r"(?i)\bthe\s+(?:expressions?|numbers)\b", "", text)
    text = re.sub(
        r"(?i)[(,]\s*(?:that\s+is\s*,?\s*|i\.e\.\s*|so\s+)?(?:their\s+sum\s+is\s+0|即?和为0)\s*\)?", " ", text
    )
    letters = r"\$?[a-z]\$?(?:\s*(?:,\s*and|,|、|and|和)\s*\$?[a-z]\$?)+(?![a-z])"
    return re.sub(
        rf"(?i)\b{letters}\s+are\s+(?:both\s+|all\s+)?real(?:\s+numbers)?\s*(?:,|and|such\s+that)*(?=\s)",
        " ",
        text,
    )


def _sum_in_words(found: Account) -> tuple[Relation, tuple[Node, ...]] | None:
    """`the sum of |m - 4| and (n + 3)^2 is 0` as an equation, and what else is asked."""
    nodes, zero, terms = found.nodes, Number(Fraction(0), "0"), list[Node]()
    for i, node in enumerate(nodes):
        match node:
            case Relation(("=",), (left, right)) if right == zero and terms and _vanishing(left) is not None:
                total = reduce(lambda a, b: Binary("+", a, b), [*terms, left])
                return Relation(("=",), (total, zero)), _questions(nodes[i + 1 :])
            case Number() if node == zero and len(terms) >= 2:
                total = reduce(lambda a, b: Binary("+", a, b), terms)
                return Relation(("=",), (total, zero)), _questions(nodes[i + 1 :])
            case _ if not isinstance(node, Relation) and _vanishing(node) is not None:
                terms.append(node)
            case _:
                return None
    return None


def _added_up(text: str) -> str:
    """`A and B add up to 0`, A 与 B 相加得0 as the sum of A and B is 0."""
    text = re.sub(
        r"(?i)(?:\b(?:the\s+)?(?:two\s+)?(?:numbers|expressions|quantities|values|terms)\s+)?(\$[^$]{3,60}\$)\s+and\s+(\$[^$]{3,60}\$)\s+(?:add(?:ed)?(?:\s+up)?|sum|total|come|together\s+make)(?:\s+together)?\s+(?:to\s+|give\s+|is\s+)?\$?0\$?(?!\d|\.\d)",
        r"the sum of \1 and \2 is 0",
        text,
    )
    return re.sub(
        r"(\$[^$]{3,60}\$)\s*(?:与|和)\s*(\$[^$]{3,60}\$)\s*(?:相加|加起来)(?:的结果)?(?:得|等于|为|是|恰好等于|恰好为)\s*\$?[0零]\$?(?!\d|\.\d)",
        r"\1与\2的和为0",
        text,
    )


def _questions(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Formulas that ask, `x + y = ?` among them."""
    return tuple(n.sides[0] if isinstance(n, Relation) and n.sides[-1] == Blank() else n for n in nodes)


def _on_one_side(equation: Relation) -> Relation:
    """`|x| = -y^2` with everything on the left."""
    left, right = equation.sides
    moved = _negated(right)
    if moved is None:
        return equation
    total = reduce(lambda a, b: Binary("+", a, b), [left, *moved])
    return Relation(("=",), (total, Number(Fraction(0), "0")))


def _negated(node: Node) -> list[Node] | None:
    """The terms of a sum in which every term has a minus sign, without it."""
    match node:
        case Negative(term):
            return [term]
        case Binary("-", left, right) if (before := _negated(left)) is not None:
            return [*before, right]
    return None


def _positive_terms(node: Node) -> list[Node]:
    """What is added, also in front of what is taken away."""
    match node:
        case Binary("+", left, right):
            return [*_positive_terms(left), *_positive_terms(right)]
        case Binary("-", left, _):
            return _positive_terms(left)
    return [node]


def _inner_terms(equation: Relation) -> tuple[Node, ...] | None:
    """What must be 0 in each term; None when a term could be negative."""
    left, right = equation.sides
    if isinstance(left, Number) and left.value == 0:
        left, right = right, left
    if not (isinstance(right, Number) and right.value == 0):
        return None
    found = [_vanishing(term) for term in _terms(left)]
    return None if None in found else tuple(inner for inner in found if inner is not None)


def _completed(equation: Relation) -> Relation | None:
    """`x²+y²−6x+4y+13=0` as `(x−3)²+(y+2)²=0`; None where it is not such a sum without a rest."""
    kept = [  # |y + 5| stays as it is
        t
        for t in _positive_terms(equation.sides[0])
        if _vanishing(t) is not None and any(isinstance(n, Call) for n in walk(t))
    ]
    left, right = map(to_sympy, equation.sides)
    if not isinstance(left, sp.Expr) or not isinstance(right, sp.Expr):
        return None
    total = sp.expand(left - right - sum(map(to_sympy, kept)))
    variables = sorted(total.free_symbols, key=str)
    if not variables or not total.is_polynomial(*variables):
        return None
    polynomial, rest, terms = sp.Poly(total, *variables), total, list[Node]()
    if polynomial.total_degree() != 2:
        return None
    for x in variables:  # first those with x, cross terms too; what is left has no x
        left = sp.Poly(sp.expand(rest), x)
        a, b = left.coeff_monomial(x**2), left.coeff_monomial(x)
        if a == 0 and b == 0 and sp.expand(rest) == 0:
            break
        if not (a.is_Rational and a > 0):
            return None
        inside = sp.expand(x + b / (2 * a))
        rest = sp.expand(rest - a * inside**2)
        square = Binary("^", parse(sp.sstr(inside)), Number(Fraction(2), "2"))
        terms.append(square if a == 1 else Binary("*", parse(sp.sstr(a)), square))
    if sp.expand(rest) != 0:
        return None
    return Relation(
        ("=",),
        (reduce(lambda left, right: Binary("+", left, right), [*terms, *kept]), Number(Fraction(0), "0")),
    )


def _terms(node: Node) -> list[Node]:
    """What is added up; a difference is one term."""
    if isinstance(node, Binary) and node.op == "+":
        return [*_terms(node.left), *_terms(node.right)]
    return [node]


def _vanishing(term: Node) -> Node | None:
    match term:
        case Binary("*", Number(value), factor) if value > 0:
            return _vanishing(factor)
        case Binary("*", Binary("/", Number(above), Number(below)), factor) if above * below > 0:
            return _vanishing(factor)
        case Call("Abs", (inner,)):
            return inner
        case Call("sqrt", (inner,)):
            return inner
        case Binary("^", Call("Abs" | "sqrt", (inner,)), Number(value)) if value > 0:
            return inner
        case Binary("^", inner, Number(value)) if value.denominator == 1 and value % 2 == 0 and value > 0:
            return inner
    return None


@dataclass(frozen=True, slots=True)
class NonnegativeSum:
    """`asked` (unknowns or expressions) where the sum in `equation` of the squares of `terms` or the like is 0."""

    equation: Relation
    terms: tuple[Node, ...]
    unknowns: tuple[str, ...]
    asked: tuple[Node, ...]
    opposite: bool
    language: Language
    written: Relation
    """As in the problem; `equation` has the squares completed."""

    def point(self) -> dict[str, sp.Expr]:
        """The only values of the unknowns."""
        found = sp.solve([to_sympy(t) for t in self.terms], [sp.Symbol(n) for n in self.unknowns], dict=True)[
            0
        ]
        return {n: found[sp.Symbol(n)] for n in self.unknowns}

    def solution(self) -> Solution:
        """Every term is zero; solve; put in."""
        say, values = self.language, self.point()
        system = r"\begin{cases}" + r"\\".join(f"{to_latex(t)}=0" for t in self.terms) + r"\end{cases}"
        steps = [
            WORDS["opposite" if self.opposite else "given"].say(say, equation=to_latex(self.written)),
            *(
                [
                    WORDS["moved" if _on_one_side(self.written) == self.equation else "squares"].say(
                        say, equation=to_latex(self.equation)
                    )
                ]
                if self.written != self.equation
                else []
            ),
            WORDS["law"].say(say, system=system),
            WORDS["solved"].say(say, solution=assignments(values)),
        ]
        for expression in self.asked:
            if not isinstance(expression, Symbol):
                value = sp.simplify(to_sympy(expression).subs({sp.Symbol(n): v for n, v in values.items()}))
                steps.append(WORDS["put_in"].say(say, asked=to_latex(expression), value=sp.latex(value)))
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        terms = ", ".join(map(to_python, self.terms))
        names = ", ".join(python_name(n) for n in self.unknowns)
        wanted = ", ".join(
            f"({to_python(a)}).subs(point)" if not isinstance(a, Symbol) else f"point[{python_name(a.name)}]"
            for a in self.asked
        )
        last = wanted if len(self.asked) == 1 else f"[{wanted}]"
        lines = [
            comment(WORDS["cell"].say(self.language)),
            f"point = solve([{terms}], [{names}], dict=True)[0]",
            last,
        ]
        return cell(*lines, variables=self.unknowns)

    def conclude(self, value: Any) -> Conclusion | None:
        """One value alone, several with their names."""
        values = value if isinstance(value, list) else [value]
        if len(values) != len(self.asked) or not all(isinstance(v, sp.Expr) and v.is_number for v in values):
            return None
        stated = r",\ ".join(
            f"{to_latex(a)}={exact_latex(v)}" for a, v in zip(self.asked, values, strict=True)
        )
        answer = exact_latex(values[0]) if len(values) == 1 else stated
        if self.asked[1:] == (Negative(self.asked[0]),):  # both square roots
            answer = r",\ ".join(map(exact_latex, values))
        return Conclusion(WORDS["answer"].say(self.language, answer=stated), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The original sum is 0 at the point and positive around it; the asked value is right there."""
        values = values_in(answer)
        if values is None or len(values) != len(self.asked):
            return None
        point = self.point()
        names = {python_name(n): exact_source(v) for n, v in point.items()}
        source = "{" + ", ".join(f"{k}: {v}" for k, v in names.items()) + "}"
        total = difference(*map(to_python, self.written.sides))
        lines = [
            f"total = {total}",
            f"point = {source}",
            "near = [{k: v + d for k, v in point.items()} | {k: v + d} for k, v in point.items() for d in (-1, Rational(1, 7), 2)]",
            "zero_only_there = total.subs(point) == 0 and all(total.subs(p) != 0 for p in near)",
            f"asked = [{', '.join(map(to_python, self.asked))}]",
            f"zero_only_there and [simplify(a.subs(point)) for a in asked] == {exact_source(list(values))}",
        ]
        asked = ",".join(to_latex(a) for a in self.asked)
        claim = WORDS["claim"].say(self.language, solution=assignments(point), asked=asked, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=self.unknowns))
