"""One real parameter of a complex number, fixed by its modulus, or by being real or purely imaginary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.complex_numbers.steps import matrix

VOCABULARY: Final = {
    "modulus": "modulus|absolute value|magnitude|模|模长|绝对值|的模",
    "pure": "purely imaginary|pure imaginary|purely imaginary number|pure imaginary number|imaginary number|纯虚数|是纯虚数|为纯虚数|一个纯虚数",
    "real": "real|real number|purely real|实数|是实数|为实数|一个实数",
    "complex": "complex numbers?|复数|number|the number",
    "unit": "imaginary unit|虚数单位",
    "other": "possible|all|solve|solve for|such that|so that|making|makes|in order|为何|取值|所有|可能|实系数",
}
WORDS: Final = {
    "parts": Words(
        "Separate real and imaginary part, with \\({p}\\) real: \\[{number}={real}+\\left({imaginary}\\right)i\\]",
        "把实部与虚部分开（\\({p}\\) 为实数）：\\[{number}={real}+\\left({imaginary}\\right)i\\]",
    ),
    "modulus": Words(
        "The square of the modulus is the sum of the squares of both parts, so \\[{squares}={value}\\]",
        "模的平方等于实部与虚部的平方和，所以 \\[{squares}={value}\\]",
    ),
    "pure": Words(
        "Purely imaginary means that the real part is 0 and the imaginary part is not: \\[{real}=0,\\qquad {imaginary}\\ne 0\\]",
        "纯虚数即实部为 0 且虚部不为 0：\\[{real}=0,\\qquad {imaginary}\\ne 0\\]",
    ),
    "real": Words("Real means that the imaginary part is 0: \\[{imaginary}=0\\]", "实数即虚部为 0：\\[{imaginary}=0\\]"),
    "condition": Words("Only values with \\({condition}\\) are allowed.", "只取满足 \\({condition}\\) 的值。"),
    "solved": Words("This leaves \\({p}={values}\\).", "于是 \\({p}={values}\\)。"),
    "note": Words("both parts must be compared", "分别比较实部与虚部"),
    "method": Words(
        "each value put back, with i as the matrix of a quarter turn; and no other real zero is left",
        "把每个值代回，i 用旋转 90° 的矩阵表示；并确认没有其他实根",
    ),
}  # fmt: skip
SENTENCE: Final = Words("\\({p}={answer}\\).", "\\({p}={answer}\\)。")
_P: Final = r"\$?\s*([abckmnpstxy])\s*\$?(?![A-Za-z])"
_START: Final = (
    r"(?:(?<=[,;(])|(?<=\bwhere)|(?<=\band)|(?<=\bwith)|(?<=\bif)|(?<=\bthat)|(?<=[其中且若设知]))\s*"
)


_QUADRANT: Final = re.compile(
    r"[,，]?\s*(?:且|并且|又|而)?\s*(?:复数)?\s*\$?z?\$?\s*(?:在复平面[上内中]?)?\s*(?:所?对应的?|表示的?)?的?点\s*\$?[A-Z]?\$?\s*(?:在复平面[上内中]?的?)?(?:位于|在|落在)(?:复平面的?)?第\s*(?P<zh>[一二三四])\s*象限内?"
    r"|(?i:,?\s*(?:and|where)?\s*(?:(?:that|the)\s+)?(?:the\s+)?(?:point\s+(?:that\s+represents|representing|corresponding\s+to|for)\s+)?\$?z\$?\s+(?:is|lies|is\s+located)\s+in\s+(?:the\s+)?(?P<en>first|second|third|fourth)\s+quadrant(?:\s+of\s+the\s+(?:complex|argand)\s+(?:plane|diagram))?)"
)


def _in_quadrant(number: Node, match: re.Match[str]) -> tuple[Relation, ...] | None:
    """That the point is in the quadrant as inequalities for the letter; None where a part is not linear, or has another sign."""
    index = (
        "一二三四".index(match["zh"])
        if match["zh"]
        else ("first", "second", "third", "fourth").index(match["en"].lower())
    )
    names = symbols(number) - {"i"}
    if len(names) != 1:
        return None
    p = sp.Symbol(name := next(iter(names)), real=True)
    parts = sp.expand_complex(to_sympy(number, {name: p})).as_real_imag()
    found: list[Relation] = []
    for part, positive in zip(
        parts, ((True, True), (False, True), (False, False), (True, False))[index], strict=True
    ):
        poly = sp.expand(part).as_poly(p)
        if poly is None or poly.degree() > 1 or not all(c.is_Rational for c in poly.all_coeffs()):
            return None
        if poly.degree() < 1:
            if bool(part > 0) != positive or part == 0:
                return None
            continue
        slope, rest = poly.all_coeffs()
        end = -rest / slope
        relation = parse(f"{name} {'>' if (slope > 0) == positive else '<'} {end}")
        assert isinstance(relation, Relation)
        found.append(relation)
    return tuple(found)


def _signs(text: str) -> str:
    """`a is a positive real number`, `正实数a`, `a∈R` → `a>0` or nothing, since the parameter is real anyway."""
    for words, sign in (("positive|正", ">"), ("negative|负", "<")):
        english, chinese = words.split("|")
        text = re.sub(
            rf"(?i){_START}{_P}\s*(?:is|are|be|being)\s+(?:an?\s+)?(?:real\s+and\s+)?{english}(?:\s+(?:real\s+)?(?:numbers?|constant))?",
            rf" , $\1{sign}0$ , ",
            text,
        )
        text = re.sub(
            rf"(?i)\b(?:the\s+|an?\s+)?{english}\s+(?:real\s+)?(?:numbers?|values?|constants?|parameters?)?\s*(?:of\s+|for\s+)?(?<=\s){_P}",
            rf" $\1$ , $\1{sign}0$ , ",
            text,
        )
        text = re.sub(
            rf"{_START}{_P}\s*(?:是|为)\s*(?:一个)?{chinese}(?:实|常)?数", rf", $\1{sign}0$ , ", text
        )
        text = re.sub(rf"{chinese}实?数\s*{_P}(?:的值)?", rf" $\1$ , $\1{sign}0$ , ", text)
    text = re.sub(rf"{_P}\s*(?:∈|\\in)\s*(?:R|ℝ|\\mathbf\{{R\}}|\\mathbb\{{?R\}}?|\\R)\s*\$?", " ", text)
    text = re.sub(
        rf"(?i){_START}{_P}\s*(?:is|are|be)\s+(?:an?\s+)?real(?:\s+(?:number|constant))?(?=\s*[,.;)])",
        " ",
        text,
    )
    text = re.sub(rf"{_START}{_P}\s*(?:是|为)\s*实数(?=\s*[,.;)。])", " ", text)
    text = re.sub(
        rf"(?i)\breal\s+(?:(?:numbers?|values?|constants?|parameters?)\s+(?:of\s+|for\s+)?)?{_P}",
        r" $\1$ ",
        text,
    )
    text = re.sub(rf"实(?:数|参数|常数)\s*{_P}", r" $\1$ ", text)
    return re.sub(r"\(\s*,([^()]*?),\s*\)", r" , \1 , ", text)


@dataclass(frozen=True, slots=True)
class _Said:
    """The number, its property with a value where it is a modulus, conditions on the parameter, and what is asked."""

    number: Node
    kind: str
    value: Node | None
    conditions: tuple[Relation, ...]
    asked: tuple[Node, ...]


def read_parameter(source: str, text: Text) -> Reading:
    """A question about the real parameter of one complex number; None when it is not one."""
    quadrant = _QUADRANT.search(source)
    if quadrant is not None:
        source = f"{source[: quadrant.start()]} , {source[quadrant.end() :]}"
    source = re.sub(r"(?i)\b(?:is|equals)\s+(?:to\s+)?(?=\$?\s*\d)", "is ", _signs(source))
    found = account(source, VOCABULARY)
    if not any("i" in symbols(n) for n in found.nodes):
        return None
    if found.unread:
        return Unread(found.unread)
    said = _said(found)
    if said is None:
        return None
    free = symbols(said.number) - {"i"}
    if len(free) != 1 or next(iter(free)) in ("z", "w", "e") or said.asked != (Symbol(next(iter(free))),):
        return None
    inside = () if quadrant is None else _in_quadrant(said.number, quadrant)
    if inside is None:
        return None
    conditions = said.conditions + inside
    if any(symbols(c) != free or len(c.sides) != 2 for c in conditions):
        return None
    if said.value is not None and symbols(said.value):
        return None
    if any(isinstance(n, Call) and n.name != "sqrt" for n in walk(said.number)):
        return None
    task = RealParameter(said.number, next(iter(free)), said.kind, said.value, conditions, text.language)
    return task if task.is_readable() else None


def _said(found: Account) -> _Said | None:
    """The formulas in their roles; None when one has no place."""
    nodes = [n for n in found.nodes if not (n == Symbol("i") and found.has("unit"))]
    names = {n.sides[0]: n.sides[1] for n in nodes if isinstance(n, Relation) and _defines(n)}
    numbers: list[Node] = list(names.values())
    kinds = [k for k in ("modulus", "pure", "real") if found.has(k)]
    values, conditions, asked = list[Node](), list[Relation](), list[Node]()
    for node in nodes:
        match node:
            case _ if _defines(node):
                continue
            case Relation(("=",), (Call("Abs", (inner,)), right)) if not symbols(right):
                kinds = kinds if kinds == ["modulus"] else [*kinds, "modulus"]
                numbers.append(names.get(inner, inner))
                values.append(right)
            case Relation(("=",), (left, right)) if "i" in symbols(left) and not symbols(right):
                if kinds != ["modulus"]:
                    return None  # an equation between complex numbers
                numbers.append(left)
                values.append(right)
            case Relation(("=",), _):
                if node not in found.relations:
                    asked += [s for s in node.sides if isinstance(s, Symbol)]
                else:
                    return None
            case Relation():
                conditions.append(node)
            case Symbol() if node in names or node == Symbol("z"):
                numbers += [names[node]] if node in names else []
            case Symbol():
                asked.append(node)
            case _ if "i" in symbols(node):
                numbers.append(node)
            case _ if not symbols(node):
                values.append(node)
            case _:
                return None
    asked, numbers = list(dict.fromkeys(asked)), list(dict.fromkeys(numbers))
    if len(kinds) != 1 or len(numbers) != 1 or len(values) != (kinds[0] == "modulus") or len(names) > 1:
        return None
    return _Said(numbers[0], kinds[0], values[0] if values else None, tuple(conditions), tuple(asked))


def _defines(node: Node) -> bool:
    """`z = a + 3i`."""
    return (
        isinstance(node, Relation)
        and node.signs == ("=",)
        and node.sides[0] in (Symbol("z"), Symbol("w"))
        and isinstance(node.sides[1], Binary)
        and "i" in symbols(node.sides[1])
    )


@dataclass(frozen=True, slots=True)
class RealParameter:
    """The real values of `name` for which `number` has the modulus `value`, or is real or purely imaginary."""

    number: Node
    name: str
    kind: str
    value: Node | None
    conditions: tuple[Relation, ...]
    language: Language

    @property
    def _symbol(self) -> sp.Symbol:
        return sp.Symbol(self.name, real=True)

    def _parts(self) -> tuple[sp.Expr, sp.Expr]:
        whole = sp.expand_complex(to_sympy(self.number, {self.name: self._symbol}))
        real, imaginary = whole.as_real_imag()
        return sp.factor(sp.together(real)), sp.factor(sp.together(imaginary))

    def _wanted(self) -> sp.Expr:
        return to_sympy(self.value) if self.value is not None else sp.Integer(0)

    def _equation(self) -> sp.Expr:
        """What must be 0."""
        real, imaginary = self._parts()
        if self.kind == "modulus":
            return sp.expand(real**2 + imaginary**2) - self._wanted() ** 2
        return real if self.kind == "pure" else imaginary

    def _values(self) -> list[sp.Expr]:
        """All real values that fit."""
        p, (real, imaginary) = self._symbol, self._parts()
        found = []
        for root in sp.solve(sp.numer(sp.together(self._equation())), p):
            a, b = (sp.simplify(part.subs(p, root)) for part in (real, imaginary))
            defined = not (a.has(sp.zoo, sp.nan) or b.has(sp.zoo, sp.nan))
            if root.is_real and defined and (self.kind != "pure" or b != 0) and self._allows(root):
                found.append(root)
        return sorted(found)

    def _allows(self, root: sp.Expr) -> bool:
        compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne}
        for condition in self.conditions:
            left, right = (to_sympy(s, {self.name: root}) for s in condition.sides)
            if not bool(compare[condition.signs[0]](left, right)):
                return False
        return True

    def is_readable(self) -> bool:
        """Whether one or two real values are left, from an equation of small degree."""
        try:
            polynomial = sp.numer(sp.together(self._equation())).as_poly(self._symbol)
            if polynomial is None or not 1 <= polynomial.degree() <= 4 or not self._wanted() >= 0:
                return False
            sides = [side for c in self.conditions for side in c.sides]
            simple = all(side == Symbol(self.name) or not symbols(side) for side in sides)
            exact = all(c.is_Rational for c in polynomial.all_coeffs())
            return simple and exact and 1 <= len(self._values()) <= 4
        except (FormulaError, TypeError, KeyError, ZeroDivisionError):
            return False

    def solution(self) -> Solution:
        """Both parts, the condition on them, and the values."""
        say, p, (real, imaginary) = self.language, symbol_latex(self.name), self._parts()
        shown = {"real": sp.latex(real), "imaginary": sp.latex(imaginary)}
        steps = [WORDS["parts"].say(say, p=p, number=to_latex(self.number), **shown)]
        if self.kind == "modulus":
            squares = rf"\left({shown['real']}\right)^2+\left({shown['imaginary']}\right)^2"
            value = sp.latex(self._wanted() ** 2)
            steps.append(WORDS["modulus"].say(say, squares=squares, value=value))
        else:
            steps.append(WORDS[self.kind].say(say, **shown))
        steps += [WORDS["condition"].say(say, condition=to_latex(c)) for c in self.conditions]
        steps.append(WORDS["solved"].say(say, p=p, values=exact_latex(self._answer(self._values()))))
        return Solution(tuple(steps), self._cell())

    @staticmethod
    def _answer(values: list[sp.Expr]) -> Any:
        return values[0] if len(values) == 1 else values

    def _allowed(self, variable: str, imaginary: str) -> str:
        """Source of an `if` for `value`, which stands for `variable`."""
        names = {"<": "Lt", ">": "Gt", "<=": "Le", ">=": "Ge", "!=": "Ne"}
        kept = [
            f"{names[c.signs[0]]}({', '.join(map(to_python, c.sides))}).subs({variable}, value)".replace(
                f"({self.name},", f"({variable},"
            )
            for c in self.conditions
        ]
        kept += [f"simplify({imaginary}.subs({variable}, value)) != 0"] if self.kind == "pure" else []
        return f" if {' and '.join(kept)}" if kept else ""

    def _cell(self) -> str:
        v = python_name(self.name)
        equation = {
            "modulus": f"re(z)**2 + im(z)**2 - ({exact_source(self._wanted())})**2",
            "pure": "re(z)",
            "real": "im(z)",
        }[self.kind]
        return cell(
            f"z = expand_complex({to_python(self.number)})",
            comment(WORDS["note"].say(self.language)),
            f"equation = numer(together({equation}))",
            f"values = sorted(value for value in solve(equation, {v}){self._allowed(v, 'im(z)')})",
            "values[0]" if len(self._values()) == 1 else "values",
            variables=(self.name,),
            assumptions="real=True",
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The value or the values."""
        if not isinstance(value, sp.Expr | list):
            return None
        answer = exact_latex(value)
        return Conclusion(SENTENCE.say(self.language, p=symbol_latex(self.name), answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Every value put back into matrices; the matrix equation has no other real zero that is allowed."""
        values = values_in(answer.removeprefix(f"{self.name}="))
        if values is None or not all(isinstance(v, sp.Expr) and not v.free_symbols for v in values):
            return None
        v, wanted = python_name(self.name), exact_source(self._wanted() ** 2)
        zero = {"modulus": f"number.det() - ({wanted})", "pure": "number[0, 0]", "real": "number[1, 0]"}
        lines = [
            'parameter = symbols("parameter", real=True)',
            "J = Matrix([[0, -1], [1, 0]])",
            f"{v} = parameter*eye(2)",
            f"number = simplify({matrix(self.number)})",
            f"roots_found = set(Poly(numer(together({zero[self.kind]})), parameter).real_roots())",
            f"left = [value for value in roots_found{self._allowed('parameter', 'number[1, 0]')}]",
            f"answers = {exact_source(list(values))}",
            "def same(x, y):",
            "    return bool(abs(N(x - y, 40)) < Rational(1, 10**30))",
            "len(left) == len(answers) and all(any(same(x, y) for y in answers) for x in left)",
        ]
        claim = SENTENCE.say(self.language, p=symbol_latex(self.name), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
