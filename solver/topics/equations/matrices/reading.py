"""What is asked of which matrices and vectors: literals, their names, expressions of them, and the words around.

Read: one question about matrices that are written out. Not: unknown matrices, several questions, lines and planes in space.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Symbol
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Text, Unread
from solver.topics.equations.matrices.expressions import Expression, NotAnExpression, Parser, plain, value_of
from solver.topics.equations.matrices.literals import (
    MATRIX,
    POINT,
    UNIT_SUM,
    matrix_of,
    unit_sum_of,
    vector_of,
    with_lists,
)

TOKENS: Final = tuple(f"matrixtoken{c}" for c in "abcdefghij")
VOCABULARY: Final = {
    **{f"m{i}": token for i, token in enumerate(TOKENS)},
    "det": "det|determinant|determinants|determinant of|行列式|的行列式|行列式的值",
    "inverse": "inverse|inverse matrix|逆矩阵|逆|的逆矩阵",
    "transpose": "transpose|转置|转置矩阵|的转置",
    "rank": "rank|秩|的秩",
    "trace": "trace|迹|的迹",
    "eigenvalues": "eigenvalue|eigenvalues|all eigenvalues|all the eigenvalues|特征值|的特征值|所有特征值|全部特征值",
    "length": "length|magnitude|norm|modulus|euclidean norm|模|模长|长度|的模|大小|的大小",
    "unit": "unit vector in direction|unit vector in the direction|unit vector in the same direction|单位向量|同方向的单位向量|同向的单位向量|方向相同的单位向量",
    "dot": "dot product|scalar product|inner product|数量积|的数量积|点积|内积|点乘",
    "cross": "cross product|vector product|向量积|叉积|外积|叉乘",
    "angle": "angle between|angle|夹角|的夹角|夹角的大小",
    "cosine": "cosine of the angle between|cosine of the angle|cosine|cosinetoken|夹角的余弦值|的夹角的余弦值|夹角的余弦|余弦值",
    "theta": "thetatoken",
    "projection": "projection|vector projection|orthogonal projection|projectiontoken|投影向量|的投影向量",
    "onto": "onto|on to|在|方向上|上",
    "component": "scalar projection|投影数量|数量投影|投影的数量",
    "parallelogram": "area of the parallelogram spanned by|area of the parallelogram determined by|area of the parallelogram with sides|area of the parallelogram formed by",
    "parallel": "parallel|collinear|linearly dependent|平行|共线",
    "perpendicular": "perpendicular|orthogonal|at right angles|垂直",
    "product": "product|product matrix|matrix product|乘积|的乘积",
    "sum": "sum|之和",
    "degrees": "degrees|in degrees",
    "radians": "radians|in radians|弧度",
    "whether": "whether|判断|是否",
    "words": "between|of each|factored form|in factored form|written as a product of factors|结果写成因式乘积的形式|写成因式乘积的形式|写成乘积的形式|并化为乘积|因式分解的形式|结果分解因式|vector|vectors|matrix|matrices|two vectors|column vector|column vectors|two|real number|real numbers|constant|number|square matrix|direction"
    "|向量|矩阵|两个向量|平面向量|空间向量|已知|设|与|和|实数|若|如果|则|方阵|两个|列向量|互相|相互|计算|为|,|与向量|和向量"
    "|if the inverse does not exist|then enter the zero matrix|if it exists",
}  # fmt: skip
SINGLE: Final = ("det", "inverse", "transpose", "rank", "trace", "eigenvalues", "length", "unit")
DOUBLE: Final = (
    "dot",
    "cross",
    "angle",
    "cosine",
    "projection",
    "component",
    "parallelogram",
    "parallel",
    "perpendicular",
    "product",
    "sum",
)
_BLANK: Final = re.compile(
    r"(?:则|那么)\s*(?:实数)?\s*\$?\s*([a-z]|\\lambda|λ)\s*(?:=\s*\??\s*\$?|\$?\s*=\s*\??)\s*[.。]?\s*$"
)
"""则m=____: a letter is asked for."""
_SEGMENT: Final = re.compile(r"(?s)\$\$(.+?)\$\$|\\\[(.+?)\\\]|\\\((.+?)\\\)|\$([^$]+?)\$")
_ABOUT: Final = re.compile(
    r"(?i)vector|向量|dot product|cross product|magnitude of|点积|数量积|向量积|内积|\\(?:vec|mathbf|overrightarrow)"
)
_TUPLE: Final = r"(?<![A-Za-z\\])[a-z]\s*\$?\s*=\s*\$?\s*(?:\\left)?\(\s*-?[\w.]+[^()=]{0,20}(?:\([^()=]*\))?[^()=]{0,20}\)"
_TWO_TUPLES: Final = re.compile(rf"(?s){_TUPLE}.{{1,40}}?{_TUPLE}")
"""Small letters that are pairs of numbers are vectors also where nobody says so."""
_SIZE: Final = re.compile(
    r"\$?\b[1-4]\s*(?:\\times|×|x|\*|-by-|\bby\b)\s*[1-4]\$?(?=\s*(?:real\s+)?(?:matri|矩阵|square))"
)
_ORDER: Final = re.compile(
    r"(?i)(?<![\d-])(?:([二三四五2-5])\s*阶|\b(second|third|fourth|fifth|2nd|3rd|4th|5th)[-\s]order|\$?([2-5])\s*(?:\\times|×|x|\*|-by-|\bby\b)\s*\3\$?)(?=\s*(?:行列式|矩阵|方阵|determinant|(?:square\s+)?matri))"
)
"""四阶行列式: it says how large the matrix is."""
_ORDERS: Final = {"二": 2, "三": 3, "四": 4, "五": 5, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_QUESTION: Final = re.compile(r"(?i)\?|吗|是否|whether|判断|^\s*are\b")
_NAME: Final = r"(?:\\(?:mathbf|boldsymbol|bold|bf|vec|overrightarrow|pmb|bm)(?![a-z])\s*(?:\{\s*\{?[A-Za-z]{1,2}\}?\s*\}|[A-Za-z])|[A-Za-z])"
_DEFINITION: Final = re.compile(rf"(?s)\s*({_NAME})\s*=\s*(§\d+§)\s*")
_OPERAND: Final = rf"(?:§\d+§|{_NAME})"
_PROJECTION: Final = re.compile(
    rf"\s*\\(?:text|operatorname|mathrm)\s*\{{\s*[Pp]roj\s*\}}\s*_\s*(?:\{{\s*({_OPERAND})\s*\}}|({_OPERAND}))\s*\(?\s*({_OPERAND})\s*\)?\s*"
)


@dataclass(frozen=True, slots=True)
class Literal:
    """A matrix as it stands in the problem; `bars`: its determinant is written."""

    matrix: sp.Matrix
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `op` of `operands`.

    Attributes:
        known: the matrices that have names.
        point: vectors are written as points.
        letter: the letter that is asked for.
        detail: degrees or radians.
    """

    op: str
    operands: tuple[Expression, ...]
    known: Mapping[str, sp.Matrix]
    point: bool
    letter: sp.Symbol | None
    detail: str
    language: Language

    @property
    def values(self) -> tuple[Any, ...]:
        """What the operands are."""
        return tuple(value_of(o, self.known) for o in self.operands)


class _Reading:
    """The state of reading one text."""

    def __init__(self, text: Text) -> None:
        self.text, self.literals, self.known = text, list[Literal](), dict[str, sp.Matrix]()
        self.expressions, self.definitions = list[Expression](), list[Expression]()
        self.points, self.fault, self.stated = 0, False, set[int]()

    def literal(self, matrix: sp.Matrix | None, *, bars: bool = False) -> str:
        if matrix is None:
            self.fault = True
            return ""
        self.literals.append(Literal(matrix, bars))
        return f"§{len(self.literals) - 1}§"

    def matrix(self, match: re.Match[str]) -> str:
        return self.literal(matrix_of(match["body"]), bars=match["kind"] == "vmatrix" or match["open"] == "|")

    def vector(self, match: re.Match[str]) -> str:
        self.points += 1
        return self.literal(vector_of(match["body"]))

    def expression(self, text: str) -> str | None:
        """The token of an expression, or None where the text is none."""
        try:
            found = Parser(text, self.literals, self.known).whole()
        except NotAnExpression:
            return None
        if "§" not in text and not found.names():
            return None
        return self.token(found)

    def token(self, found: Expression) -> str:
        if len(self.expressions) >= len(TOKENS):
            self.fault = True
            return ""
        self.expressions.append(found)
        return f" {TOKENS[len(self.expressions) - 1]} "

    def piece(self, text: str) -> str:
        """One part of a formula, as words or tokens."""
        text = text.strip().rstrip(".。,;?").strip()
        if not text:
            return " "
        if match := _DEFINITION.fullmatch(text):
            self.definitions.append(Expression("name", name=plain(match[1])))
            self.stated.add(len(self.expressions))
            return self.token(self.definitions[-1])
        if re.fullmatch(r"\\cos\s*\{?\\theta\}?", text):
            return " cosinetoken "
        if re.fullmatch(r"\\theta", text):
            return " thetatoken "
        text = re.sub(r"\s*=\s*\??$", "", text)
        if len(sides := re.split(r"\\perp(?![a-z])|⊥", text)) == 2:
            return f"{self.piece(sides[0])} perpendicular {self.piece(sides[1])}"
        if len(sides := re.split(r"\\parallel(?![a-z])|∥|//", text)) == 2:
            return f"{self.piece(sides[0])} parallel {self.piece(sides[1])}"
        if match := _PROJECTION.fullmatch(text):
            onto, what = self.expression(match[1] or match[2]), self.expression(match[3])
            if onto and what:
                return f" projectiontoken {what} onto {onto} "
        token = self.expression(text)
        if token is None:
            self.fault |= "§" in text
            return f" ${text}$ "
        return token

    def define(self, source: str) -> None:
        """Learn the names first: a question may stand in front of them."""
        for match in _SEGMENT.finditer(source):
            for part in _parts(match):
                if found := _DEFINITION.fullmatch(part.strip().rstrip(".。,;?")):
                    literal, name = self.literals[int(found[2].strip("§"))], plain(found[1])
                    self.fault |= literal.bars or name in self.known
                    self.known[name] = literal.matrix

    def segment(self, match: re.Match[str]) -> str:
        return ", ".join(map(self.piece, _parts(match))) + " "


def _parts(match: re.Match[str]) -> list[str]:
    inner = next(g for g in match.groups() if g is not None)
    return re.split(r",|;|\\q?quad|\\text\s*\{\s*(?:and|和|与)?\s*,?\s*\}", inner)


_TWICE: Final = re.compile(
    r"\b(?:[Ff]ind|[Cc]alculate|[Cc]ompute|[Dd]etermine|[Ww]hat\s+(?:is|are))\s+(?:the\s+value\s+of\s+)?(?:\$?[a-z]\$?|\$?\\?det\s*\(?[A-Z]\)?\$?)\s*(?:,|,?\s*\band\b)\s*(?:also\s+)?\$?\(?\|?(?:\d*[A-Za-z]\s*(?:[-+*.^·×|]|\\cdot|\\times)|\\?det|\\vec)"
    r"|求\$?[a-z]\$?(?:的值)?(?:和|与|及|以及|、)\$?\|?[a-z]\s*(?:[-+*.^·×|]|\\cdot)"
)
"""A letter, or a determinant, and an expression: two questions."""


def read_asked(text: Text) -> Asked | Unread | None:
    """The question, what was not understood of it, or None where it is about something else."""
    state = _Reading(text)
    source = _BLANK.sub(r"求\1的值。", with_lists(text.source))
    source = MATRIX.sub(state.matrix, source)
    units = UNIT_SUM.findall(source)
    size = 3 if any(re.search(r"k", re.sub(r"\\[a-z]+", "", unit)) for unit in units) else 2
    source = UNIT_SUM.sub(lambda m: state.literal(unit_sum_of(m[0], size)), source)
    if _ABOUT.search(source) or _TWO_TUPLES.search(source):
        source = POINT.sub(state.vector, source)
    if not state.literals or state.fault or len(state.literals) > len(TOKENS) or _TWICE.search(source):
        return None
    source = re.sub(r"(?<![A-Za-z\\])([A-Za-z])\s*=\s*\$\s*(§\d+§)\s*\$", r"$\1=\2$", source)
    source = _in_plain_text(_SIZE.sub(" ", _without_order(source, state.literals)))
    source = (
        re.sub(r"\$\s*(§\d+§)\s*(?:\\times(?![a-z])|×)\s*(§\d+§)\s*\$", r"$\1$ , $\2$", source)
        if re.search(r"(?i)cross\s+product|向量积|叉积", source)
        else source
    )
    source = re.sub(r"\\cos\s*\\theta", r"\\cos\\theta", source)
    state.define(source)
    source = _SEGMENT.sub(state.segment, source)
    if state.known and not state.fault:
        source = _named(source, state)
    if state.fault or "§" in source:
        return None
    found = account(source, VOCABULARY)
    if found.unread:
        return Unread(found.unread)
    return _asked(found.concepts, found.nodes, state)


def _without_order(source: str, literals: list[Literal]) -> str:
    """The text without the order of a matrix, where every matrix is of that order."""

    def told(match: re.Match[str]) -> str:
        name = (match[1] or match[2] or match[3]).lower()
        order = _ORDERS.get(name) or int(name[0])
        return " " if all(item.matrix.shape == (order, order) for item in literals) else match[0]

    return _ORDER.sub(told, source)


def _in_plain_text(source: str) -> str:
    """Literals outside of formulas become formulas, with the name and the signs beside them."""
    pieces, at = [], 0
    run = r"(?:(?<![A-Za-z\\])[A-Za-z]\s*=\s*)?(?:(?:\d+\s*)?§\d+§)(?:\s*[-+*]\s*(?:\d+\s*)?§\d+§)*(?:\^\{?-?(?:\d+|T)\}?)?"
    for match in _SEGMENT.finditer(source):
        pieces += [re.sub(run, r" $\g<0>$ ", source[at : match.start()]), match[0]]
        at = match.end()
    return "".join([*pieces, re.sub(run, r" $\g<0>$ ", source[at:])])


def _named(source: str, state: _Reading) -> str:
    """Names and expressions of them in plain text."""
    names = "|".join(map(re.escape, state.known))
    atom = rf"(?:\|?\(?\d*(?:{names})(?:\^\{{?-?(?:\d+|T)\}}?)?\)?\|?)"
    run = (
        rf"(?<![A-Za-z\\$]){atom}(?:\s*[-+*]\s*{atom}|(?:{names}))*(?![A-Za-z]|\s*=\s*[^\s.?。;(_])(?:\s*=)?"
    )

    def token(match: re.Match[str]) -> str:
        article = match[0] in ("a", "I") and not re.match(
            r"\s*(?:[.,;?⊥∥]|$|(?:and|onto|with|to|is|are)\b)", match.string[match.end() :]
        )
        if article and state.text.language == "en":
            return match[0]
        return state.expression(match[0].rstrip("= ")) or match[0]

    pieces, at = [], 0
    for match in _SEGMENT.finditer(source):
        pieces += [re.sub(run, token, source[at : match.start()]), match[0]]
        at = match.end()
    found = "".join([*pieces, re.sub(run, token, source[at:])])
    return re.sub(r"∥|(?<=\s)//", " parallel ", found.replace("⊥", " perpendicular "))


def _asked(concepts: tuple[str, ...], nodes: tuple[Any, ...], state: _Reading) -> Asked | None:
    said = [c for c in concepts if c not in ("is", "words")]
    ops = [c for c in said if c in SINGLE or c in DOUBLE]
    if "cosine" in ops and "angle" in ops:
        ops.remove("angle")
    details = {c for c in said if c in ("degrees", "radians")}
    if len(ops) > 1 or len(details) > 1 or ("theta" in said and ops not in (["angle"], ["cosine"])):
        return None
    op = ops[0] if ops else "compute"
    if details and op != "angle" or ("onto" in said) != (op in ("projection", "component")):
        return None
    places = [int(c[1:]) for c in said if re.fullmatch(r"m\d", c)]
    mentions = [state.expressions[i] for i in places if i not in state.stated]
    operands = mentions or state.definitions
    arity = 2 if op in DOUBLE else 1
    if len(operands) > arity and all(o.op == "name" for o in operands[:-arity]):
        last = operands[-arity:]  # the others only say which vectors there are
        operands = (
            last if mentions and not any(o in last for o in operands[:-arity] if arity == 1) else operands
        )
    if op == "det" and len(operands) == 1 and operands[0].op == "det":
        operands = list(operands[0].parts)
    if len(operands) != arity:
        return None
    if op in ("projection", "component"):
        at = said.index("projection" if op == "projection" else "component")
        marks = [
            i
            for i, c in enumerate(said)
            if c == "onto" or (re.fullmatch(r"m\d", c) and int(c[1:]) not in state.stated)
        ]
        order = [said[i] == "onto" for i in marks]
        if order not in ([False, True, False], [False, True, False, True]) or (len(order) == 4) != (
            at > marks[-1]
        ):
            return None
    if op == "compute" and (not operands[0].parts or "whether" in said):
        return None
    letter = None
    if nodes:
        if (
            len(set(nodes)) != 1
            or not isinstance(nodes[0], Symbol)
            or op not in ("parallel", "perpendicular")
        ):
            return None
        letter = to_sympy(nodes[0])
    yes_no = "whether" in said or (op in ("parallel", "perpendicular") and letter is None)
    if yes_no and op not in ("parallel", "perpendicular"):
        return None
    if yes_no and not _QUESTION.search(state.text.source):
        return None
    letters = {s.name for item in state.literals for s in item.matrix.free_symbols}
    if letters & set(state.known):
        return None
    point = bool(state.points) and state.points == len(state.literals)
    return Asked(
        op, tuple(operands), state.known, point, letter, next(iter(details), ""), state.text.language
    )
