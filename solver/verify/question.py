"""What the words of a problem ask of its formulas: their solutions, or something else, such as the sum of the roots or f(3).

Words are accounted for, as in the topics: where some are left over, something else may be meant, and then only the tutor's own
answer can tell whether a work has come to the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Group, Number, Relation, Symbol, symbols
from solver.reader import account, clean, notation_of
from solver.topics.equations import equation_words, inequalities, literal_equations, solution_questions
from solver.topics.equations.systems import reading as systems
from solver.topics.equations.trigonometric import words as trigonometric
from solver.verify.equality import difference
from solver.verify.lines import Claim, Line, is_solved, read_line
from solver.verify.meaning import Names
from solver.verify.rewriting import RESULT, Notes

_OWN: Final = {
    "solve": "find the roots|possible|such that|for which|distinct|different|two|what values?|for what|which values|hold|holds|step by step|show your work|check your answer|check your solutions?|following|set|over|numbers"
    "|解集是什么|的解集|全部解|所有解|两|两个|下列|写出",
    "method": "completing|completing the square|complete|square|squares|formula|quadratic|quadratic formula|graphically|substituting|eliminating|cross multiplying|taking logs|taking logarithms|logarithms?|cross|multiplication"
    "|配|公式|分解|十字相乘法|直接开平方法|开平方|换元法|换元|图象法|移项",
    "kind": "exponential|logarithmic|radical|rational|fractional|irrational|trigonometric|cubic|quartic|biquadratic|absolute|literal|simple|compound|double|multi step|two step|one step|variables on both sides|指数|对数|无理|三角|高次|绝对值|一元|二元|三元|一次|二次|三次|不等式|方程|组",
}
_ELSE: Final = solution_questions.KINDS
_DIRECT: Final = ("solve", "equation", "form", "real", "method", "inequality", "picture", "notation", "system", "unknown",
                  "point", "terms", "interval", "general", "units")  # fmt: skip


def _vocabulary() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    sources = (_OWN, equation_words.VOCABULARY, inequalities.VOCABULARY, literal_equations.VOCABULARY,
               systems.VOCABULARY, trigonometric.VOCABULARY)  # fmt: skip
    for concept, phrases in chain.from_iterable(v.items() for v in sources):
        if concept in (*_DIRECT, *_OWN):
            found.setdefault(concept, []).append(phrases)
    for concept in _ELSE:  # last: their meaning of a word wins
        found[concept] = [solution_questions.VOCABULARY[concept]]
    return {concept: "|".join(phrases) for concept, phrases in found.items()}


_VOCABULARY: Final = _vocabulary()
_FEATURE: Final = re.compile(
    r"\b(?:coefficients?|degree|remainder|constant term|leading|how many|number of|sum of (?:the|all|its)|product of (?:the|all|its)|discriminant|roots?|zeros?|zeroes"
    r"|factors of|digits?|smallest|largest|greatest|least|minimum|maximum|percent(?:age)? of|probability|average|mean|median)\b"
    r"|系数|次数|余数|余式|常数项|几个|多少个|之和|之积|判别式|零点|的根|位数|最大|最小|平均|概率",
    re.IGNORECASE,
)
"""Of an expression something else is asked for than what it is equal to."""
_AT: Final = re.compile(
    r"[fghyFG]('+|\^\{?\\prime\}?)\s*\(\s*-?[\d\\]|(?:\bat|when|在|当)\s*(?:the point|点)?\s*\$?[a-z]\s*=\s*-?[\d\\]"
)
"""A derivative is asked for at one place: `f'(2)`, `at x = 2`."""
_ZEROS: Final = re.compile(r"\b(?:zeros?|zeroes|roots?)\b|零点|的根", re.IGNORECASE)


def asks_else(text: str, unknowns: Sequence[str]) -> bool:
    """Whether relations are given and something else is asked for than the values of `unknowns` that satisfy them.

    >>> asks_else("Solve x^2 = 9", ("x",)), asks_else("Find the sum of the roots of x^2 = 9", ("x",))
    (False, True)
    >>> asks_else("If 2x - 3 = 7, find 4x + 1", ("x",)), asks_else("若 2x-3=7，求 x 的值", ("x",))
    (True, False)
    """
    source = clean(text)
    found = account(source, _VOCABULARY, notation_of(source))
    if found.unread or any(found.has(kind) for kind in _ELSE):
        return True
    asked = [node for node in found.questions if not isinstance(node, Relation | Number | Group)]
    if not asked:
        return False
    if found.has("terms"):  # "r in terms of A and P"
        return not isinstance(asked[0], Symbol) or asked[0].name not in unknowns
    names = {node.name if isinstance(node, Symbol) else "" for node in asked}
    return not names <= set(unknowns) or len(names) < len(unknowns)


def asks_of_expression(text: str) -> bool:
    """Whether a feature of an expression is asked for, and no other form of it.

    >>> asks_of_expression("Expand (x+1)^3"), asks_of_expression("Find the coefficient of x^2 in (x+1)^3")
    (False, True)
    """
    return bool(_FEATURE.search(text))


def asks_at_a_place(text: str) -> bool:
    """Whether a derivative is asked for at one place."""
    return bool(_AT.search(text))


def asks_for_zeros(text: str) -> bool:
    """Whether the zeros of an expression are asked for, and nothing about them.

    >>> asks_for_zeros("Find the zeros of x^2 - 4"), asks_for_zeros("Find the sum of the zeros of x^2 - 4")
    (True, False)
    """
    return bool(_ZEROS.search(text)) and not re.search(
        r"sum|product|how many|number|和|积|几个|多少|square|cube|sqrt|\\sqrt|root of \d", text
    )


def asked_node(text: str) -> Node | None:
    """The one expression that is asked for (`f(2)`, `g(f(1)) + 2`, `4x + 1`); None where it is not one."""
    source = clean(text)
    found = account(source, _VOCABULARY, notation_of(source))
    nodes = [n for n in found.questions if not isinstance(n, Relation)]
    return nodes[0] if len(nodes) == 1 else None


# -- the tutor's answer ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """What the tutor has found for a problem, as values.

    Attributes:
        values: in the order in which they were told.
        names: what they are the values of; empty where nothing was named.
    """

    values: tuple[Any, ...]
    names: tuple[str, ...] = ()

    def is_told(self, other: Answer) -> bool | None:
        """Whether `other` is the same; None where that was not decided. Named values must agree name by name.

        >>> two, three = sp.Integer(2), sp.Integer(3)
        >>> Answer((two, three), ("x", "x")).is_told(Answer((three, two)))
        True
        """
        if len(self.values) != len(other.values):
            return False
        if len(self.values) == len(set(self.names)) == len(set(other.names)) > 1:
            if set(self.names) != set(other.names):
                return None
            pairs = [
                _same(v, other.values[other.names.index(n)])
                for n, v in zip(self.names, self.values, strict=True)
            ]
            return False if False in pairs else None if None in pairs else True
        rest, unsure = list(other.values), False
        for value in self.values:
            same = [_same(value, one) for one in rest]
            if True in same:
                del rest[same.index(True)]
            elif None in same:
                unsure = True
            else:
                return False
        return None if unsure else True


def _same(a: Any, b: Any) -> bool | None:
    if isinstance(a, tuple) and isinstance(b, tuple):
        pairs = [_same(p, q) for p, q in zip(a, b, strict=True)] if len(a) == len(b) else [False]
        return False if False in pairs else None if None in pairs else True
    if isinstance(a, sp.MatrixBase) and isinstance(b, sp.MatrixBase):
        return bool(a.shape == b.shape) and all(_same(p, q) is True for p, q in zip(a, b, strict=True))
    if not (isinstance(a, sp.Expr) and isinstance(b, sp.Expr)):
        return False if type(a) is not type(b) else None
    if a == b:
        return True
    if not (a.is_finite is not False and b.is_finite is not False):
        return False
    found = difference(a, b)
    return None if found is None else found is False


def answer_of(latex: str, notes: Notes, names: Names) -> Answer | None:
    """The tutor's answer; None where it is no list of values (an interval, words)."""
    line = read_line(latex, notes)
    return None if line.unread else told(line.claims, line, names)


def told(claims: Sequence[Claim], line: Line, names: Names) -> Answer | None:
    """The values that claims of a line come to: the last side of each; None where one says no value."""
    values: list[Any] = []
    said: list[str] = []
    for claim in claims:
        if claim.rejected:
            continue
        if set(claim.signs) - {"="}:
            return None
        node = claim.sides[-1]
        if isinstance(node, Group) and node.brackets != "{}" and not node.brackets.startswith("("):
            return None
        if isinstance(node, Group):
            items = [names.value(i, line.values) for i in node.items]
            if any(i is None for i in items):
                return None
            values += items if node.brackets == "{}" else [tuple(items)]
            continue
        value = names.value(node, line.values)
        if value is None:
            return None
        values.append(value)
        if is_solved(claim):
            said.append(claim.sides[0].name)  # type: ignore[union-attr]  # is_solved: a letter
    return Answer(tuple(values), tuple(said) if len(said) == len(values) else ()) if values else None


_COUNTED: Final = re.compile(
    r"\b(no|zero|one|two|three|four|five|only one|exactly one|exactly two|\d)\s+(?:(?:real|distinct|different|equal|repeated|unequal|double|complex|solution|rational)\s+)*(?:solutions?|roots?|zeros?|intersections?|points?)\b"
    r"|(没有|无|一|两|二|三|四|五|\d)\s*个?(?:不相等的|不同的|相等的|相同的|不等的|互异的)?(?:实数|实)?(?:根|解|零点|交点|公共点)"
)
_EQUAL: Final = re.compile(r"\bequal|repeated|double|(?<!不)相等|相同")
_COUNTS: Final = {"no": 0, "zero": 0, "one": 1, "only one": 1, "exactly one": 1, "exactly two": 2, "two": 2, "three": 3, "four": 4, "five": 5,
                  "没有": 0, "无": 0, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}  # fmt: skip


def counted(text: str) -> int | None:
    """How many solutions a line says there are; equal ones count once.

    >>> counted("so there are two distinct real roots"), counted("方程有两个相等的实数根"), counted("x = 2")
    (2, 1, None)
    """
    match = _COUNTED.search(text.lower())
    if match is None:
        return None
    word = match[1] or match[2]
    number = int(word) if word.isdigit() else _COUNTS[word]
    return 1 if number == 2 and _EQUAL.search(match[0]) else number


def names_result(claim: Claim) -> bool:
    """Whether it says in words that it is the result: `sum = 5`, `the answer is 5`."""
    return (
        bool(claim.signs)
        and isinstance(claim.sides[0], Symbol)
        and claim.sides[0].name == RESULT.replace("{", "").replace("}", "")
    )


def is_plain(node: Node) -> bool:
    """Whether a tree has numbers only."""
    return not symbols(node) - {"e", "i"}
