"""Letters in a polynomial that a property fixes: a missing term, a coefficient, a perfect square, a factor, a remainder.

Read: one polynomial in x (or two that are multiplied) with letters, one or several such properties, asked are letters
or an expression in them. Not: identities (`identities`), powers of sums (`binomials`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Blank, Call, Group, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.binomials.rewriting import rewritten as with_degrees
from solver.topics.expressions.divisor_facts import Fact, divisors_of
from solver.topics.expressions.missing_terms import without_terms
from solver.topics.expressions.named_polynomials import unnamed
from solver.topics.expressions.two_letter_squares import in_one_letter
from solver.topics.prepared import Opened

VOCABULARY: Final = {
    "lacking": "contains no|contain no|has no|have no|does not contain|do not contain|doesn't contain|does not have|without|there is no|free of|lacks|no"
    "|不含|不含有|既不含|也不含|既不含有|也不含有|且不含|neither|nor|contains neither|has neither|没有|不出现|缺少|缺|不存在|中不含|中不含有",
    "coefficient": "coefficient|coefficient of|coefficients|系数|的系数|项系数|项的系数",
    "constant": "constant term|常数项",
    "square": "perfect square|a perfect square|perfect square trinomial|a perfect square trinomial|square of a binomial|the square of a binomial|完全平方式|完全平方|一个完全平方式|完全平方公式|完全平方三项式",
    "factor": "factor|factors|has factors|has the factors|a factor|both factors of|factors of|is divisible by|factor of|a factor of|divisible by|exactly divisible by|divides|divides exactly|because it divides|因式|的因式|的一个因式|一个因式|有因式|有一个因式|含有因式|含因式|其中一个因式|有两个因式|两个因式|都是|因式分别是|整除|能被|被|能整除|的一个因式是|的因式是",
    "remainder": "remainder|remainders|remainder of|leaves a remainder of|leaving a remainder of|leaving remainder|gives a remainder of|gives remainder|the remainder is|leaves a remainder|leaves remainder|remainder is|余数|余数为|余数是|余式|余式为|余式是|余|得余式|所得余式|所得余式为|所得的余式|得余数|所得余数|所得余数为",
    "divided": "divided by|is divided by|is divided|除以",
    "product": "product|product of|the product of|乘积|积|的积|的乘积|相乘|相乘的结果|相乘的积|相乘所得",
    "term": "terms?|term in|term containing|项|的项|这一项",
    "polynomial": "multiply out|you multiply out|when you multiply out|multiplied|polynomials?|quadratic|trinomial|binomial|expression|expansion|expansion of|expanded|expand|when expanded|is expanded|expanding|multiplied out|multiplying out|simplified|after simplification|simplifying|result"
    "|constants?|real|real numbers?|numbers?|possible|all|so|such that|form|contains|must"
    "|乘开|乘开后|乘开以后|相乘后|展开以后|多项式|二次三项式|二次式|整式|代数式|式|展开式|展开|展开后|展开式中|展开的结果|计算结果|结果|化简|化简后|合并|合并后|合并同类项|常数|实数|有理数|可能|是一个|一个|恰好|中的|里|可以|写成|表示成|化成|正好|含|字母",
}
WORDS: Final = {
    "expand": Words("Multiply out and collect: \\[{whole}\\]", "展开并按 \\(x\\) 的次数整理：\\[{whole}\\]"),
    "coefficient": Words("The coefficient of \\({power}\\) is \\({coefficient}\\). It has to be \\({value}\\): \\[{coefficient}={value}\\]", "\\({power}\\) 的系数是 \\({coefficient}\\)，令它等于 \\({value}\\)：\\[{coefficient}={value}\\]"),
    "constant": Words("The constant term is \\({coefficient}\\). It has to be \\({value}\\): \\[{coefficient}={value}\\]", "常数项是 \\({coefficient}\\)，令它等于 \\({value}\\)：\\[{coefficient}={value}\\]"),
    "square": Words("\\(ax^2+bx+c\\) is a perfect square exactly when \\(b^2=4ac\\): \\[{equation}=0\\]", "\\(ax^2+bx+c\\) 是完全平方式，当且仅当 \\(b^2=4ac\\)：\\[{equation}=0\\]"),
    "factor": Words("By the factor theorem the polynomial is 0 at \\(x={root}\\): \\[{equation}=0\\]", "由因式定理，\\(x={root}\\) 时多项式的值为 0：\\[{equation}=0\\]"),
    "remainder": Words("By the remainder theorem the value at \\(x={root}\\) is the remainder: \\[{equation}=0\\]", "由余数定理，\\(x={root}\\) 时多项式的值就是余数：\\[{equation}=0\\]"),
    "split": Words("The divisor is \\({divisor}={product}\\), so it is enough to look at its roots.", "除式 \\({divisor}={product}\\)，只需看它的各个根。"),
    "division": Words(
        "Divide by \\({divisor}\\): the remainder is \\({rest}\\). It has to be \\({remainder}\\), so \\[{system}\\]",
        "除以 \\({divisor}\\)，余式是 \\({rest}\\)，它应等于 \\({remainder}\\)，所以 \\[{system}\\]",
    ),
    "solved": Words("Solve: \\({solution}\\).", "解得 \\({solution}\\)。"),
    "put_in": Words("So \\[{asked}={value}\\]", "因此 \\[{asked}={value}\\]"),
    "cell": Words("what has to be 0", "应等于 0 的式子"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("put back into the polynomial: it has the property", "代回多项式，题中的性质成立"),
}  # fmt: skip


@dataclass(slots=True)
class _Said:
    """Polynomials with letters, places of terms, values, plain divisors, what is asked, conditions."""

    polynomials: list[Node] = field(default_factory=list)
    plain: list[Node] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    values: list[Node] = field(default_factory=list)
    asked: list[Node] = field(default_factory=list)
    behind: list[Node] = field(default_factory=list)
    """What is asked again behind the polynomial, of letters that were named in front of it: then that alone is."""
    conditions: list[Relation] = field(default_factory=list)


def read(text: Text) -> Reading:
    """A question for letters in a polynomial."""
    if (rest := in_one_letter(text)) is not None:
        found_in_x = read(rest[0])
        return Opened((rest[1],), found_in_x) if isinstance(found_in_x, PolynomialLetters) else None
    source = unnamed(re.sub(r"关于\s*\$?x\$?\s*的", "", with_degrees(text.source)))
    source = re.sub(
        r"(?i)\b(?:polynomial|expression|quadratic)s?\s+in\s+\$?x\$?(?![a-z])", "polynomial", source
    )
    source = re.sub(
        r"(?i)\bfor (what|which) (values? of \$?[a-z]\$?) (?:is|will)\b", r"for \1 \2 so that", source
    )
    source = re.sub(
        r"(?i)(\bcoefficient\s+of\s+(?:the\s+)?\$?x(?:\^\{?\d+\}?)?\$?(?:\s+term)?)\s+(?:is|equals)\s+",
        r"\1 , ",
        source,
    )
    source = re.sub(r"是(?=[^,.;是]{3,60}因式)", "是多项式", source)
    found = account(without_terms(source), VOCABULARY)
    kinds = [k for k in ("lacking", "coefficient", "square", "factor", "remainder") if found.has(k)]
    if kinds not in (
        ["lacking"],
        ["coefficient"],
        ["square"],
        ["factor"],
        ["remainder"],
        ["factor", "remainder"],
        ["lacking", "coefficient"],
    ):
        return None
    said = _said(found)
    if said is None or not said.asked or not said.polynomials:
        return None
    if found.unread:
        return Unread(found.unread)
    whole = _whole(said, kinds[0], found)
    if whole is None:
        return None
    try:
        facts, splits = _facts(whole, said, kinds, found)
    except (FormulaError, sp.PolynomialError):
        return None
    if not facts or kinds == ["lacking", "coefficient"]:
        return None
    letters = tuple(sorted(symbols(whole) - {"x"}))
    if any(not symbols(n) or not symbols(n) <= set(letters) for n in said.asked):
        return None
    task = PolynomialLetters(
        whole, tuple(facts), letters, tuple(said.asked), tuple(said.conditions), text.language, splits
    )
    return task if task.is_determined() else None


def _said(found: Account) -> _Said | None:
    said = _Said()
    for node in found.nodes:
        if any(isinstance(n, Call | Apply | Group) for n in walk(node)) or {"e", "i"} & symbols(node):
            return None
        match node:
            case Relation(_, sides) if any(isinstance(s, Blank) for s in sides):
                said.asked += [s for s in sides if not isinstance(s, Blank)]
            case Relation(signs, _) if signs[0] != "=":
                said.conditions.append(node)
            case Relation(("=",), (left, right)) if "x" in symbols(left) and not symbols(right):
                (said.plain if symbols(left) == {"x"} else said.polynomials).append(
                    left
                )  # "the coefficient of x in (x + a)(x - 3) is 4"
                said.values.append(right)
            case Relation():
                return None
            case Symbol("x"):
                said.places.append(1)
            case Binary("^", Symbol("x"), Number(value)) if value.denominator == 1 and not (
                found.has("factor") or found.has("remainder")
            ):
                said.places.append(int(value))
            case _ if "x" not in symbols(node):
                if (
                    symbols(node)
                    and said.polynomials
                    and symbols(node) <= set().union(*map(symbols, said.asked))
                ):
                    said.behind.append(node)  # "A and B are such that …; what is B?"
                (said.asked if symbols(node) else said.values).append(node)
            case _:
                (said.plain if symbols(node) == {"x"} else said.polynomials).append(node)
    if found.has("constant"):
        said.places.append(0)
    said.places = list(dict.fromkeys(said.places))
    said.asked = list(dict.fromkeys(said.behind or said.asked))
    return said


def _whole(said: _Said, kind: str, found: Account) -> Node | None:
    """The polynomial: the only one, or the product of two that are said to be multiplied."""
    if kind in ("factor", "remainder"):
        return said.polynomials[0] if len(said.polynomials) == 1 and said.plain and not said.places else None
    together = [*said.polynomials, *said.plain]
    if len(together) == 1:
        return together[0]
    if found.has("product") and len(together) == 2:
        return reduce(lambda a, b: Binary("*", a, b), together)
    return None


def _facts(
    whole: Node, said: _Said, kinds: list[str], found: Account
) -> tuple[list[Fact], tuple[sp.Expr, ...]]:
    """What the properties say, none where they cannot be read; and the divisors of which the roots are used."""
    x, kind = sp.Symbol("x"), kinds[0]
    polynomial = to_sympy(whole).as_poly(x)
    if polynomial is None or polynomial.degree() < 1:
        return [], ()
    values = [to_sympy(v) for v in said.values]
    if kind in ("lacking", "coefficient"):
        if kind == "lacking":
            values = [sp.Integer(0)] * len(said.places) if not values else []
        if not said.places or len(values) != len(said.places):
            return [], ()
        return [
            ("constant" if k == 0 else "coefficient", k, polynomial.coeff_monomial(x**k) - v, v)
            for k, v in zip(said.places, values, strict=True)
        ], ()
    if kind == "square":
        if values or said.places or said.plain or polynomial.degree() != 2:
            return [], ()
        a, b, c = polynomial.all_coeffs()
        return [("square", None, sp.expand(b**2 - 4 * a * c), sp.Integer(0))], ()
    polys = [to_sympy(d).as_poly(x) for d in said.plain]
    divisors = divisors_of(said.plain, values, kinds, found, polys)
    if divisors is None or any(d.polynomial.degree() > polynomial.degree() for d in divisors):
        return [], ()
    told = [d.facts(polynomial) for d in divisors]
    facts = [fact for facts in told for fact in facts or ()]
    if None in told or not facts:
        return [], ()
    return facts, tuple(d.polynomial.as_expr() for d in divisors if len(d.roots()) > 1)


@dataclass(frozen=True)
class PolynomialLetters:
    """`asked` of the `letters` in `whole` for which every fact holds."""

    whole: Node
    facts: tuple[Fact, ...]
    letters: tuple[str, ...]
    asked: tuple[Node, ...]
    conditions: tuple[Relation, ...]
    language: Language
    splits: tuple[sp.Expr, ...] = ()
    """Divisors that are products of different factors."""

    def _solutions(self) -> list[dict[sp.Symbol, sp.Expr]]:
        names = [sp.Symbol(n) for n in self.letters]
        compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne}
        lead = to_sympy(self.whole).as_poly(sp.Symbol("x")).LC()
        found = []
        for s in sp.solve([f[2] for f in self.facts], names, dict=True):
            real = all(v.is_real is not False for v in s.values())
            fits = all(
                bool(compare[c.signs[0]](*(to_sympy(p).subs(s) for p in c.sides))) for c in self.conditions
            )
            if real and fits and lead.subs(s) != 0:
                found.append(s)
        return found

    def _values(self) -> list[tuple[sp.Expr, ...]]:
        rows = [tuple(sp.simplify(to_sympy(n).subs(s)) for n in self.asked) for s in self._solutions()]
        return sorted(dict.fromkeys(rows), key=lambda r: [float(v.evalf()) for v in r])

    def is_determined(self) -> bool:
        """Whether one or two real values come out."""
        try:
            if any(f[2].is_number for f in self.facts) or any(
                set(map(str, f[2].free_symbols)) - set(self.letters) for f in self.facts
            ):
                return False
            rows = [tuple(to_sympy(n).subs(s) for n in self.asked) for s in self._solutions()]
            return (
                1 <= len(rows) <= 2
                and all(v.is_number for r in rows for v in r)
                and (len(self.asked) == 1 or len(rows) == 1)
            )
        except (NotImplementedError, TypeError, KeyError):
            return False

    def solution(self) -> Solution:
        """The polynomial in order, an equation for each fact, the values."""
        say, x = self.language, sp.Symbol("x")
        collected = sp.collect(sp.expand(to_sympy(self.whole)), x)
        written = to_sympy(self.whole)
        steps = []
        if sp.expand(written) != written:
            steps = [WORDS["expand"].say(say, whole=f"{to_latex(self.whole)}={sp.latex(collected)}")]
        for divisor in self.splits:
            if (product := sp.factor(divisor)) != divisor:
                steps.append(WORDS["split"].say(say, divisor=sp.latex(divisor), product=sp.latex(product)))
        told: list[Any] = []
        for kind, place, equation, value in self.facts:
            if kind == "division":
                if place not in told:
                    told.append(place)
                    divisor, rest, remainder = map(sp.latex, (place[0], sp.collect(place[1], x), place[2]))
                    system = r",\quad ".join(f"{sp.latex(f[2])}=0" for f in self.facts if f[1] == place)
                    steps.append(
                        WORDS["division"].say(
                            say, divisor=divisor, rest=rest, remainder=remainder, system=system
                        )
                    )
            elif kind in ("coefficient", "constant"):
                power = "" if kind == "constant" else sp.latex(x**place)
                steps.append(
                    WORDS[kind].say(
                        say, power=power, coefficient=sp.latex(equation + value), value=sp.latex(value)
                    )
                )
            else:
                steps.append(WORDS[kind].say(say, root=sp.latex(place), equation=sp.latex(equation)))
        either = r"\text{ or }" if say == "en" else r"\text{ 或 }"
        shown = either.join(
            r",\ ".join(f"{sp.latex(k)}={sp.latex(v)}" for k, v in sorted(s.items(), key=lambda i: str(i[0])))
            for s in self._solutions()
        )
        steps.append(WORDS["solved"].say(say, solution=shown))
        if len(self._values()) == 1:
            for node, value in zip(self.asked, self._values()[0], strict=True):
                if not isinstance(node, Symbol):
                    steps.append(WORDS["put_in"].say(say, asked=to_latex(node), value=sp.latex(value)))
        return Solution(tuple(steps), self._cell())

    def _sources(self) -> list[str]:
        sources = []
        for kind, place, _, value in self.facts:
            if kind in ("coefficient", "constant"):
                sources.append(f"P.coeff_monomial(x**{place}) - ({exact_source(value)})")
            elif kind == "division":
                continue
            elif kind == "square":
                sources.append("P.discriminant()")
            else:
                sources.append(f"P.eval({exact_source(place)}) - ({exact_source(value)})")
        for divisor, remainder in self._divisions():
            source = f"rem(P, Poly({exact_source(divisor)}, x))"
            if remainder != 0:
                source = f"({source} - ({exact_source(remainder)}))"
            sources.append(f"*{source}.all_coeffs()")
        return sources

    def _divisions(self) -> list[tuple[sp.Expr, sp.Expr]]:
        """Divisors with the remainders that they leave, where the division is carried out."""
        return list(dict.fromkeys((f[1][0], f[1][2]) for f in self.facts if f[0] == "division"))

    def _cell(self) -> str:
        names = ", ".join(map(python_name, self.letters))
        compare = {"<": "Lt", ">": "Gt", "<=": "Le", ">=": "Ge", "!=": "Ne"}
        tests = [
            f"{compare[c.signs[0]]}({', '.join(map(to_python, c.sides))}).subs(s)" for c in self.conditions
        ]
        lead = to_sympy(self.whole).as_poly(sp.Symbol("x")).LC()
        tests += ["P.LC().subs(s) != 0"] if lead.free_symbols else []
        kept = f" if {' and '.join(tests)}" if tests else ""
        asked = ", ".join(f"({to_python(n)}).subs(s)" for n in self.asked)
        lines = [
            f"P = Poly({to_python(self.whole)}, x)",
            comment(WORDS["cell"].say(self.language)),
            f"equations = [{', '.join(self._sources())}]",
            f"solutions = solve(equations, [{names}], dict=True)",
            f"[({asked},) for s in solutions{kept}]",
        ]
        return cell(*lines, variables=(*self.letters, "x"))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value alone, two possible ones, or several letters with their names."""
        if not isinstance(value, list) or not value or any(len(row) != len(self.asked) for row in value):
            return None
        rows = sorted({tuple(row) for row in value}, key=lambda r: [float(v.evalf()) for v in r])
        if len(self.asked) == 1:
            answer = exact_latex([r[0] for r in rows] if len(rows) > 1 else rows[0][0])
        elif len(rows) == 1:
            answer = r",\ ".join(
                f"{to_latex(n)}={exact_latex(v)}" for n, v in zip(self.asked, rows[0], strict=True)
            )
        else:
            return None
        stated = f"{to_latex(self.asked[0])}={answer}" if len(self.asked) == 1 else answer
        return Conclusion(WORDS["answer"].say(self.language, answer=stated), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Every value put back: a product of equal factors, a vanishing term, a division with that remainder."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        rows = self._values()
        expected = [r[0] for r in rows] if len(self.asked) == 1 else list(rows[0])
        lines = [
            f"P = {to_python(self.whole)}",
            f"points = {exact_source(self._solutions())}",
            "holds = []",
            "for point in points:",
            "    Q = Poly(expand(P.subs(point)), x)",
        ]
        for kind, place, _, value in self.facts:
            if kind in ("coefficient", "constant"):
                lines.append(f"    holds.append(Q.coeff_monomial(x**{place}) == {exact_source(value)})")
            elif kind == "division":
                continue
            elif kind == "square":
                lines.append("    holds.append(len(set(roots(Q))) == 1)")
            else:
                lines.append(
                    f"    holds.append(rem(Q, Poly(x - ({exact_source(place)}), x)) == {exact_source(value)})"
                )
        for divisor, remainder in self._divisions():
            lines += [
                f"    quotient = cancel((Q.as_expr() - ({exact_source(remainder)})) / ({exact_source(divisor)}))",
                "    holds.append(quotient.is_polynomial(x))",
            ]
        lines.append(f"all(holds) and {exact_source(expected)} == {exact_source(list(values))}")
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(*lines, variables=(*self.letters, "x"))
        )
