r"""A number in a form with letters: "can be written as a + b√c, where a, b, c are integers; find a + b + c".

Read: a number written out, or the positive (negative, larger, smaller) solution of an equation; forms with one square root and up to four
letters. Only where every way of writing it that the conditions leave gives the same. Not: cube roots, π, two different roots.
"""

from __future__ import annotations

import re
from itertools import product
from math import gcd, lcm
from typing import Final

import sympy as sp

from solver.formula import FormulaError, python_name, to_latex, to_sympy
from solver.formula.nodes import Blank, Node, Relation
from solver.latex import latex
from solver.ports import Language
from solver.reader import Notation
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

_F: Final = r"(?:\$\$.+?\$\$|\$[^$]+\$|\\\[.+?\\\]|\\\(.+?\\\))"
_FORM: Final = rf"(?:(?:in\s+)?(?:the\s+)?(?:simplified\s+|simplest\s+|equivalent\s+)*form\s+(?:as\s+|of\s+)?|as\s+|to\s+(?:the\s+form\s+)?)(?P<form>{_F})"
_WRITTEN: Final = r"(?:(?:then\s+)?(?:can|may|could|is|are)\s+(?:also\s+)?(?:be\s+)?(?:written|expressed|simplified|put|represented)|(?:has|is\s+in|is\s+of)(?=\s+the\s+form))(?:\s+in\s+simplest\s+form|\s+in\s+simplified\s+form)?"
_ASKED: Final = rf"(?:what\s+is|find|compute|determine|evaluate)(?:\s+the\s+value\s+of)?(?:\s+the\s+(?:sum|product))?\s+(?P<asked>{_F})\s*[.?]?"
_CONDITIONS: Final = r"(?P<conditions>[^?]*?)"
_END: Final = r"\s*[.,;]?\s*"
_NUMBER: Final = rf"(?:(?:if|suppose(?:\s+that)?|given\s+that)\s+)?(?:the\s+)?(?:(?:expression|number|value|real\s+number|value\s+of|sum|quotient|product|fraction|quantity)\s+)*(?:of\s+)?(?P<number>{_F})"
_WHICH: Final = r"(?P<which>positive|negative|larger|greater|greatest|largest|smaller|smallest)"
_EN: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_NUMBER}\s*{_WRITTEN}\s+{_FORM}{_END}{_CONDITIONS}{_END}{_ASKED}",
        rf"(?:find|compute|simplify|evaluate|rationalize\s+the\s+denominator\s+of)\s+(?P<number>{_F})\s*[.,]?\s*(?:and\s+)?(?:simplify\s*[.,]?\s*)?(?:rationalize\s+the\s+denominator\s*\.\s*)?(?:(?:write|express|give)\s+(?:your|the)\s+(?:answer|result)|(?:your|the)\s+(?:answer|result|final\s+answer)\s+{_WRITTEN})\s+{_FORM}{_END}{_CONDITIONS}{_END}{_ASKED}",
        rf"the\s+(?:quadratic\s+)?equation\s+(?P<equation>{_F})\s*has\s+(?:exactly\s+)?two\s+(?:real\s+|distinct\s+)*(?:solutions|roots)\s*[.,]?\s*(?:and\s+)?(?:the\s+)?{_WHICH}\s+(?:solution|root|one)\s+{_WRITTEN}\s+{_FORM}{_END}{_CONDITIONS}{_END}{_ASKED}",
        rf"let\s+\$?[a-z]\$?\s+be\s+a\s+{_WHICH}\s+(?:real\s+)?number\s+such\s+that\s+(?P<equation>{_F})\s*\.?\s*if\s+\$?[a-z]\$?\s+{_WRITTEN}\s+{_FORM}{_END}{_CONDITIONS}{_END}{_ASKED}",
        rf"the\s+{_WHICH}\s+(?:solution|root)\s+(?:of|to)\s+(?:the\s+equation\s+)?(?P<equation>{_F})\s*{_WRITTEN}\s+{_FORM}{_END}{_CONDITIONS}{_END}{_ASKED}",
    )
)
_ZH: Final = (
    re.compile(
        rf"(?:已知|若|设)?\s*(?P<number>{_F})\s*(?:可以|可|能)?(?:写成|表示为|表示成|化简为|化为|化成)\s*(?P<form>{_F})\s*(?:的形式)?\s*,?\s*(?P<conditions>[^求则]*?)\s*[,。]?\s*(?:求|则)\s*(?P<asked>{_F})\s*(?:的值)?(?:是|为|等于)?(?:多少)?[。.?]?",
        re.DOTALL,
    ),
)
_LETTER: Final = r"(?:\$\s*[A-Za-z](?:\s*,\s*[A-Za-z])*\s*,?\s*\$)"
_LETTERS: Final = rf"{_LETTER}(?:\s*,?\s*(?:and\s+|和\s*)?{_LETTER})*"
_SQUAREFREE: Final = rf"{_LETTERS}\s*(?:is|are|has|have|does)\s+(?:also\s+)?(?:not\s+(?:be\s+)?(?:evenly\s+)?(?:divisible\s+by|contain)\s+(?:the\s+|any\s+)?(?:square\s+of\s+(?:any|a)\s+prime(?:\s+number)?|perfect\s+squares?(?:\s+(?:factors?\s+)?greater\s+than\s+\$?1\$?|\s+other\s+than\s+\$?1\$?)?)|no\s+perfect[- ]square\s+factors?(?:\s+(?:other|greater)\s+than\s+\$?1\$?)?|square-?free)"
_COPRIME: Final = rf"(?:{_LETTERS}\s*(?:are|is)\s+(?:relatively\s+prime|coprime)(?:\s+positive\s+integers)?|{_LETTERS}\s*have\s+no\s+common\s+(?:prime\s+)?factors?(?:\s+other\s+than\s+\$?1\$?)?|(?:with\s+)?the\s+fraction\s+(?:is\s+)?in\s+lowest\s+terms|(?:in\s+)?(?:simplest|simplified|lowest)\s+(?:form|terms))"
_WHOLE: Final = rf"(?:for\s+|where\s+)?(?P<positive>positive|natural)?\s*(?:relatively\s+prime\s+)?(?:natural\s+)?(?:integers?|whole\s+numbers|numbers|integer\s+constants)\s*(?:{_LETTERS})?|{_LETTERS}\s*(?:are|is|be)\s+(?:all\s+)?(?P<positive2>positive|natural)?\s*(?:natural\s+)?(?:integers?|whole\s+numbers|numbers|integer\s+constants)|{_LETTERS}\s*(?:都)?(?:是|为)(?P<positive3>正)?整数"
_SIGN: Final = r"\$\s*(?P<letter>[A-Za-z])\s*>\s*0\s*\$"
_GLUE: Final = re.compile(
    r"(?i)^[\s,.;]*(?:(?:(?:where|with|and|such\s+that|if|given\s+that|for|all|when)(?![a-z])|其中|并且|且)[\s,]*)*"
)
WORDS: Final = {
    "value": Words("Simplify the number: \\[{written}={value}\\]", "化简这个数：\\[{written}={value}\\]"),
    "equation": Words("Solve the equation \\(\\,{equation}\\): the solution asked for is \\({value}\\).", "解方程 \\({equation}\\)，所说的解是 \\({value}\\)。"),
    "form": Words("Compare with the form \\({filled}\\): \\({letters}\\).", "与形式 \\({filled}\\) 比较：\\({letters}\\)。"),
    "asked": Words("So \\[{asked}={answer}\\]", "所以 \\[{asked}={answer}\\]"),
    "code": Words("the letters of the form", "形式中的各个字母"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("compared the number with its form to forty digits, and worked out what is asked for", "用四十位精度比较这个数和它的形式，再计算所求的式子"),
}  # fmt: skip
MAX_LETTERS: Final = 4


def read(text: Text) -> Reading:
    """What is asked of the letters of a form."""
    if "form" not in text.source and not re.search(
        r"(?:written|expressed|simplified)\s+(?:as|to)|写成|表示|化", text.source
    ):
        return None
    source = " ".join(text.source.split())
    for pattern in (*_EN, *_ZH):
        if (match := pattern.fullmatch(source)) is not None:
            try:
                return _task(match, text.language)
            except (FormulaError, TypeError, ValueError, AttributeError, NotImplementedError):
                return None
    return None


def _node(source: str) -> Node:
    bare = re.sub(r"^(?:\$\$|\$|\\\[|\\\()|(?:\$\$|\$|\\\]|\\\))$", "", source.strip()).strip().rstrip(".,;")
    nodes = Notation(frozenset()).read(bare)
    if len(nodes) != 1:
        raise FormulaError("one formula was expected")
    return nodes[0]


def _task(match: re.Match[str], say: Language) -> Prepared | None:
    conditions = _conditions(match["conditions"], match[0])
    if conditions is None:
        return None
    groups = match.groupdict()
    if groups.get("equation"):
        found = _solution(_node(groups["equation"]), groups["which"].lower())
        first = (
            None
            if found is None
            else WORDS["equation"].say(say, equation=to_latex(_node(groups["equation"])), value=latex(found))
        )
    else:
        node = _node(groups["number"])
        if isinstance(node, Relation):
            return None
        found = sp.radsimp(sp.sqrtdenest(sp.simplify(to_sympy(node))))
        first = WORDS["value"].say(say, written=to_latex(node), value=latex(found))
    form, asked = to_sympy(_node(match["form"])), to_sympy(_node(match["asked"]))
    letters = sorted(form.free_symbols, key=str)
    if found is None or found.free_symbols or not found.is_real or not 1 <= len(letters) <= MAX_LETTERS:
        return None
    if not asked.free_symbols or not asked.free_symbols <= set(letters) or form.has(sp.E, sp.I):
        return None
    ways = _ways(found, form, letters, conditions)
    values = {asked.subs(way) for way in ways}
    if len(values) != 1:
        return None
    (value,), way = values, ways[0]
    filled = to_latex(_node(match["form"]))
    stated = r",\ ".join(f"{latex(k)}={latex(v)}" for k, v in way.items())
    assert first is not None
    steps = (
        first,
        WORDS["form"].say(say, filled=filled, letters=stated),
        WORDS["asked"].say(say, asked=latex(asked), answer=latex(value)),
    )
    names = [python_name(str(k)) for k in way]
    source = cell(
        comment(WORDS["code"].say(say)),
        f"{', '.join(names)} = {', '.join(exact_source(v) for v in way.values())}",
        exact_source(asked),
    )
    tests = (
        f"{', '.join(names)} = {', '.join(exact_source(v) for v in way.values())}",
        f"number = {exact_source(found if groups.get('equation') else to_sympy(_node(groups['number'])))}",
        f"bool(abs(N(number - ({_unevaluated(form)}), 40)) < 1e-30 and {exact_source(asked)} == answer)",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["answer"])


def _unevaluated(form: sp.Expr) -> str:
    """The form as source; a quotient of letters is made exact by the roots in it, or by the first number."""
    return f"Integer(1)*{exact_source(form)}" if isinstance(form, sp.Mul) else exact_source(form)


def _solution(node: Node, which: str) -> sp.Expr | None:
    if (
        not isinstance(node, Relation)
        or node.signs != ("=",)
        or any(isinstance(s, Blank) for s in node.sides)
    ):
        return None
    difference = to_sympy(node.sides[0]) - to_sympy(node.sides[1])
    if len(difference.free_symbols) != 1:
        return None
    poly = difference.as_poly()
    if poly is None or poly.degree() != 2 or not all(c.is_Rational for c in poly.all_coeffs()):
        return None
    roots = sorted((r for r in sp.roots(poly)), key=lambda r: sp.re(r))
    if len(roots) != 2 or not all(r.is_real for r in roots):
        return None
    if which in ("positive", "negative"):
        kept = [r for r in roots if (r > 0) == (which == "positive") and r != 0]
        return sp.radsimp(kept[0]) if len(kept) == 1 else None
    return sp.radsimp(roots[-1 if which in ("larger", "greater", "greatest", "largest") else 0])


def _conditions(said: str, whole: str) -> set[str] | None:
    """What is said of the letters; None where something else is said."""
    found = set[str]()
    if re.search(r"(?i)simplest\s+form|simplified\s+form", whole):
        found |= {"simplest"}
    rest = said
    while rest := _GLUE.sub("", rest).strip(" ,.;"):
        for pattern, name in (
            (_SQUAREFREE, "squarefree"),
            (_COPRIME, "coprime"),
            (_SIGN, "sign"),
            (_WHOLE, "whole"),
        ):
            if (match := re.match(pattern, rest, re.IGNORECASE)) is not None and match[0]:
                groups = match.groupdict()
                if name == "whole":
                    found.add("whole")
                    found |= (
                        {"positive"}
                        if groups["positive"] or groups["positive2"] or groups["positive3"]
                        else set()
                    )
                    found |= {"coprime"} if re.search(r"(?i)relatively\s+prime", match[0]) else set()
                elif name == "sign":
                    found.add(f"{match['letter']}>0")
                else:
                    found.add(name)
                rest = rest[match.end() :]
                break
        else:
            return None
    return found


def _ways(
    value: sp.Expr, form: sp.Expr, letters: list[sp.Symbol], conditions: set[str]
) -> list[dict[sp.Symbol, sp.Integer]]:
    """The ways to write the value in the form that the conditions leave, among its natural parts and their multiples."""
    terms = sp.Add.make_args(sp.expand(value))
    rational = sum((t for t in terms if t.is_Rational), sp.S.Zero)
    rest = sp.expand(value - rational)
    factor, root = rest.as_coeff_Mul() if rest != 0 else (sp.S.Zero, sp.S.One)
    square = root**2
    if not (factor.is_Rational and square.is_Integer and square > 0):
        return []
    bottom = sp.Integer(lcm(int(rational.q), int(factor.q)))
    p, q = rational * bottom, factor * bottom
    parts = {
        p,
        -p,
        q,
        -q,
        square,
        bottom,
        q**2 * square,
        sp.S.One,
        2 * p,
        -2 * p,
        2 * q,
        2 * bottom,
        4 * q**2 * square,
        4 * square,
    }
    if (factor**2 * square).is_Integer:
        parts.add(factor**2 * square)
    parts |= {rational, factor, -rational, -factor}
    parts = {sp.Integer(c) for c in map(sp.Rational, parts) if c.is_Integer and c != 0}
    if conditions & {"positive"}:
        parts = {c for c in parts if c > 0}
    inside = set().union(
        *(e.base.free_symbols for e in form.atoms(sp.Pow) if e.exp == sp.Rational(1, 2)), set()
    )
    near = sp.lambdify(letters, form, "math")
    goal, found = float(value), []
    for choice in product(sorted(parts), repeat=len(letters)):
        way = dict(zip(letters, choice, strict=True))
        if any(way[s] < 0 for s in inside):
            continue
        try:
            if abs(near(*map(int, choice)) - goal) > 1e-9 * max(1, abs(goal)):
                continue
        except (ValueError, ZeroDivisionError, OverflowError, TypeError):
            continue
        if "squarefree" in conditions and any(
            any(n > 1 for n in sp.factorint(way[s]).values()) for s in inside
        ):
            continue
        if (
            "coprime" in conditions
            and gcd(*(int(v) for s, v in way.items() if s not in inside)) != 1
            and len(set(letters) - inside) > 1
        ):
            continue
        if any(f"{s}>0" in conditions and way[s] <= 0 for s in letters):
            continue
        if sp.simplify(form.subs(way) - value) == 0:
            found.append(way)
    if "simplest" in conditions and found:
        sizes = [sum(map(abs, way.values())) for way in found]
        return [way for way, size in zip(found, sizes, strict=True) if size == min(sizes)]
    return found
