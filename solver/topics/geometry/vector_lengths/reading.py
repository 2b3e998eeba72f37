r"""Vectors known by their lengths and the angle between them, or by products: lengths of combinations, products, angles, a factor.

Read: two vectors named by small letters, with or without arrows; `|a| = 2`, `a·b = 3`, `|a + b| = √7`, `a ⊥ (a - 2b)`, the angle
between them. Everything is one equation in |a|², a·b and |b|². Not: coordinates (`matrices`), three vectors; projections: `projections`.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse_list, to_sympy
from solver.formula.nodes import Blank, Call, Group, Relation, Symbol, symbols, walk
from solver.reader import account
from solver.topics.base import Reading, Text, Unread
from solver.topics.geometry.vector_lengths import projections
from solver.topics.geometry.vector_lengths.vectors import PRODUCT, P, Q, Vectors

VOCABULARY: Final = {
    "unit": "unit vectors?|are unit vectors|both unit vectors|two unit vectors|单位向量|都是单位向量|均为单位向量|是单位向量|为单位向量|两个单位向量",
    "vector": "vectors?|the vectors|two vectors|nonzero vectors|plane vectors|plane|nonzero|two|satisfy|satisfying|such that|length|magnitude|modulus|value|real number|real"
    "|向量|平面向量|两个向量|两向量|非零向量|两个非零向量|平面内|满足|与|和|都|则|模|实数",
}
_ARROWS: Final = re.compile(
    r"\\(?:vec|overrightarrow|mathbf|boldsymbol|bm|textbf|overset\{\\rightharpoonup\})\s*\{?\s*(?:\\(?:mathbf|boldsymbol|vec)\s*\{?\s*)?([a-z])\s*\}?\s*\}?"
)
_V: Final = r"\$?\s*(?:\(\s*)?-?\s*\d*[a-zλ]*(?<!\d)\s*(?:[-+]\s*\d*\s*[a-zλ]{1,2}\s*)*(?:\s*\))?\s*\$?"
_ANGLE: Final = r"\$?\s*(?P<angle>[^\s,，。.;；求$且]+?(?:\s*/\s*\d+)?)\s*\$?(?=\s*(?:[,，。.;；?]|$|求|且|\band\b|\bthen\b))"
_NAMES: Final = r"\$?\s*([a-z])\s*\$?\s*(?:与|和|、|,|，|\band\b)\s*(?:向量|vector\s+)?\$?\s*([a-z])\s*\$?"
_GIVEN_ANGLE: Final = re.compile(
    rf"(?:(?<!单位)向量)?{_NAMES}\s*(?:之间)?的夹角\s*(?:\$?\\?theta\$?|\$?θ\$?)?\s*(?:为|是|等于|=)\s*(?!多少|几){_ANGLE}"
    rf"|(?i:(?:and\s+)?(?:(?:the|an)\s+)?angle\s+(?:\$?(?:\\theta|θ)\$?\s+)?between\s+(?:them|(?:the\s+)?(?:vectors\s+)?{_NAMES})\s+(?:is|equals|=|measures)\s+){_ANGLE.replace('angle', 'said')}"
    r"|(?i:(?:with\s+|and\s+|have\s+)?an\s+angle\s+of\s+)\$?(?P<wide>[^\s,$]{1,12}?)\$?\s+(?i:between\s+them)"
    rf"|(?:它们|两向量|这两个向量|二者|两者)?的?夹角\s*(?:为|是|=|等于)?\s*(?!多少|几|的|余弦|θ|\\theta|[为是=等]){_ANGLE.replace('angle', 'their')}"
    rf"|夹角(?:为|是)\s*(?!多少|几){_ANGLE.replace('angle', 'of')}的?(?=\s*两?个?(?:单位)?向量)"
)
_ASKED_ANGLE: Final = re.compile(
    rf"(?:向量)?{_NAMES}\s*(?:之间)?的夹角(?P<cosine>的余弦值?)?(?:的大小|的度数|θ|大小)?"
    rf"|(?i:(?P<cos>(?:the\s+)?cosine\s+of\s+)?(?:the\s+)?angle\s+between\s+(?:(?:the\s+)?(?:vectors\s+)?{_NAMES}|them|the\s+two\s+vectors))"
)
_RIGHT: Final = re.compile(
    rf"(?P<one>{_V})\s*(?:⊥|\\perp(?![A-Za-z])|\bis\s+(?:perpendicular|orthogonal)\s+to\b)\s*(?P<other>{_V})"
    rf"|(?P<left>{_V})\s*[与和]\s*(?P<right>{_V})\s*(?:互相|相互)?垂直"
    rf"|(?P<first>{_V})\s+and\s+(?P<second>{_V})\s+are\s+(?:perpendicular|orthogonal)"
)
_ABOUT: Final = re.compile(
    r"(?i)vector|向量|夹角|angle|⊥|\\perp|垂直|perpendicular|orthogonal|\\cdot|[a-z]\s*\*\s*[a-z]\s*="
)


def read(text: Text) -> Reading:
    """Two vectors and one question about them."""
    if (projected := projections.read(text)) is not None:
        return projected
    source = _in_signs(_ARROWS.sub(r" \1 ", text.source))
    if not _ABOUT.search(source) or not re.search(r"\||\\[lr]?vert|单位|unit", source):
        return None
    source = re.sub(r"(?<=\d)\s*\$?\s+degrees?\b", "°", source)
    angle, source = _taken(_GIVEN_ANGLE, source)
    source = _RIGHT.sub(_as_product, source)
    asked_angle, source = _taken(_ASKED_ANGLE, source)
    found = account(source, VOCABULARY)
    try:
        return _task(text, found, angle, asked_angle)
    except FormulaError:
        return None


_HAVE: Final = re.compile(
    rf"(?i:(?:the\s+)?(?:two\s+)?vectors\s+)?{_NAMES}\s*(?i:have|with|of)\s+(?i:the\s+)?(?i:magnitudes?|lengths?|moduli)\s+(?i:of\s+)?\$?(?P<p>\d+(?:\.\d+)?)\$?\s+and\s+\$?(?P<q>\d+(?:\.\d+)?)\$?(?:,?\s+respectively)?"
    rf"|(?:平面)?(?:向量)?{_NAMES}\s*的模(?:长)?(?:分别)?(?:为|是)\$?(?P<p2>\d+(?:\.\d+)?)\$?\s*(?:和|与|、|,)\s*\$?(?P<q2>\d+(?:\.\d+)?)\$?"
)
_LONG: Final = re.compile(r"(?i)\b(?:the\s+)?(?:magnitude|length|modulus)\s+of\s+(?:the\s+vector\s+)?(?P<v>-?\s*\d*\s*[a-z](?:\s*[+-]\s*\d*\s*[a-z])?)(?=\s*(?:[.?,]|$))")  # fmt: skip


def _in_signs(source: str) -> str:
    """Lengths that are told in words: |a| = 3."""

    def lengths(match: re.Match[str]) -> str:
        one, other = (g for g in match.groups()[:2] if g) if match["p"] else (g for g in match.groups() if g and g.isalpha())  # fmt: skip
        return f" vectors $|{one}|={match['p'] or match['p2']}$ , $|{other}|={match['q'] or match['q2']}$ "

    return _LONG.sub(r"$|\g<v>|$", _HAVE.sub(lengths, source))


def _taken(pattern: re.Pattern[str], source: str) -> tuple[re.Match[str] | None, str]:
    match = pattern.search(source)
    return match, source if match is None else f"{source[: match.start()]} , {source[match.end() :]}"


def _as_product(match: re.Match[str]) -> str:
    one, other = (g.strip().strip("$").strip() for g in match.groups() if g)
    return f" , $({one})*({other})=0$ , "


def _task(text: Text, found: Any, angle: re.Match[str] | None, asked_angle: re.Match[str] | None) -> Reading:
    if any(isinstance(part, Group) for node in found.nodes for part in walk(node)):
        return None
    named = sorted(
        {
            name
            for node in found.nodes
            for part in walk(node)
            if isinstance(part, Call) and part.name == "Abs"
            for name in symbols(part)
        }
        | {g for m in (angle, asked_angle) if m for g in m.groups()[:6] if g and re.fullmatch("[a-z]", g)}
    )
    if found.has("unit") and not named:
        named = sorted({n.name for n in found.nodes if isinstance(n, Symbol)})
    factors = sorted(frozenset[str]().union(*map(symbols, found.nodes)) - set(named))
    if len(named) == 3 and not factors:  # the factor of |a + kb|
        factors = [n for n in named if n in "kmt"][:1]
        named = [n for n in named if n not in factors]
    if len(named) != 2 or len(factors) > 1:
        return None
    vectors = Vectors(named[0], named[1], text.language)
    relations = [n for n in found.nodes if isinstance(n, Relation) and Blank() not in n.sides]
    questions = [
        n
        for n in found.asked
        if not isinstance(n, Relation) and not (isinstance(n, Symbol) and n.name in named)
    ]
    if found.has("unit"):
        vectors.give(P - 1)
        vectors.give(Q - 1)
    for relation in relations:
        if relation.signs != ("=",) or not vectors.relate(relation):
            return None
    theta = _angle_of(angle) if angle else None
    if angle and theta is None:
        return None
    if found.unread:
        return Unread(found.unread)
    if theta is not None:
        vectors.theta = theta
        vectors.give(PRODUCT - P * Q * sp.cos(theta))
    if asked_angle is not None:
        cosine = bool(asked_angle["cosine"] or asked_angle["cos"])
        return vectors.angle(degrees="°" in text.source, cosine=cosine) if not questions else None
    if len(questions) != 1:
        return None
    if factors:
        return vectors.factor(factors[0]) if questions == [Symbol(factors[0])] else None
    return vectors.value(questions[0])


def _angle_of(match: re.Match[str]) -> sp.Expr | None:
    said = next((match[g] for g in ("angle", "said", "wide", "their", "of") if match[g]), None)
    nodes = parse_list(said) if said else ()
    if len(nodes) != 1 or symbols(nodes[0]):
        return None
    value = to_sympy(nodes[0])
    return value if isinstance(value, sp.Expr) and value.is_real and 0 <= value <= sp.pi else None
