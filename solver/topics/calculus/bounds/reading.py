"""What is asked to be largest or smallest, of which numbers, under which conditions: read clause by clause, nothing solved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Group, Relation, Symbol, symbols
from solver.topics.base import Text
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.told import FORMS, Told, told

SIGN: Final = re.compile(
    r"(?i)\b(?:minimum|maximum|smallest|largest|least|greatest)\s+(?:possible\s+)?(?:value|of|distance)|shortest\s+(?:possible\s+)?distance|最大值|最小值"
)
MAX_LETTERS: Final = 5
MAX_OPERATIONS: Final = 90
_KIND: Final = r"(?P<kind>positive|non-?\s?negative|non-?\s?zero|)"
_NUMBERS: Final = rf"(?:any |all |both |three |two |four |pairs? of |ordered pairs? of )?(?:not necessarily distinct )?{_KIND} (?:real )?(?:numbers?|reals?|constants?|values)"
_BEST: Final = r"(?P<best>minimum|maximum|smallest|largest|least|greatest)"
_FIND: Final = r"(?:find|determine|compute|calculate|what is|what's|then find|then compute|evaluate|give) "
TABLE: Final = table(
    {
        "numbers": (
            rf"(?:let|for|where|if|suppose|given|over all|over|given that|that) <letters:letters>,? (?:be |are |denote )?{_NUMBERS}",
            rf"(?:let|for|where|if|suppose|given|over all|over|given that|consider) {_NUMBERS} <letters:letters>(?: satisfy| satisfies)?",
            rf"{_NUMBERS} <letters:letters>(?: satisfy| satisfies| are)?",
            rf"<letters:letters> (?:are|is|be) {_NUMBERS}",
            rf"(?:let )?<letters:letters> (?:be |are |is ){_KIND} (?:and )?real",
            "(?:for|over all|where) (?P<kind>positive|non-?negative|)(?: real)? <letters:letters>",
        ),
        "ordered": (rf"let (?P<pair>⟨x\d+⟩) be an ordered pair of {_NUMBERS}",),
        "condition": (
            "(?:such that|so that|that|(?:that |which )?satisf(?:y|ies|ying)(?: the (?:equation|condition|constraint))?|where|with|for|for which|let|if|given|given that|satisfying the equation|over|)(?: the (?:equation|condition|constraint))? <relation:relation>",
            "(?:satisfy|satisfies|satisfying) (?:the )?(?:equation|condition|conditions) <relation:relation>",
        ),
        **FORMS,
        "curve": ("let <p:letters> be a point on the (?:curve|graph of(?: the equation)?|surface|hyperbola|ellipse|circle|parabola|line) <relation:relation>(?P<space> in (?:three-dimensional space|space|3-space))?",),
        "asked_distance": (
            r"(?:find|determine|compute|what is) the (?P<best>minimum|smallest|shortest|least) (?:possible )?distance (?:between|from) (?:<p:letters> (?:and|to) the origin|the origin (?:and|to) <o:letters>)",
        ),
        "asked": (
            rf"{_FIND}(?:the )?{_BEST} (?:possible )?(?:value )?(?:of |that )?(?:the )?(?:expression |sum |product |function |quantity )*<asked:formula>(?: can (?:have|take|attain))?",
            rf"(?:what is |find )?(?:the )?{_BEST} (?:possible )?value of (?:the expression )?<asked:formula> is",
            rf"find the {_BEST} of <asked:formula>",
        ),
    }
)  # fmt: skip
_ZH: Final = table(
    {
        "numbers": (
            r"(?:已知|设|若)? (?:两个|三个)?(?P<kind>正|非负|)实?数 ?<letters:letters> (?:满足)?",
            r"(?:已知|设|若)? <letters:letters> (?:都|均)?(?:是|为) ?(?P<kind>正|非负|)实?数 ?(?:满足)?",
        ),
        "condition": ("(?:满足|且|其中|若|设|已知)? <relation:relation>",),
        "asked": (
            "(?:则|求)? <asked:formula> ?(?:的|取得?的?)(?P<best>最大值|最小值)(?:是|为|等于)?(?:多少)?",
        ),
    }
)
_LARGEST: Final = frozenset({"maximum", "largest", "greatest", "最大值"})


@dataclass(frozen=True, slots=True)
class Range:
    """Where a letter may lie; `open_low`, `open_high`: without the end itself."""

    low: sp.Expr | None = None
    high: sp.Expr | None = None
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """The `largest` (or smallest) value of `target`; `equations` are expressions that are 0."""

    target: sp.Expr
    largest: bool
    ranges: dict[sp.Symbol, Range]
    equations: tuple[sp.Expr, ...]
    is_distance: bool = False
    """Asked is the root of `target`, the square of a distance."""

    @property
    def letters(self) -> tuple[sp.Symbol, ...]:
        """The letters, in order."""
        return tuple(sorted(self.ranges, key=str))

    @property
    def is_positive(self) -> bool:
        """Whether all letters are positive numbers, and nothing else is said of where they lie."""
        return all(r.low == 0 and r.open_low and r.high is None for r in self.ranges.values())


@declining
def question(text: Text) -> Question | None:
    """What is asked; None where it is something else, or a condition is none of the kinds that are known."""
    if not SIGN.search(text.source):
        return None
    known = told(text.source)
    if known is None:
        return None
    found = clauses(known.source, TABLE if text.language == "en" else _ZH)
    return None if isinstance(found, str) else _question(found, known)


def _question(found: Sequence[Said], known: Told) -> Question | None:
    asked = [s for s in found if s.kind in ("asked", "asked_distance")]
    if len(asked) != 1 or found[-1].kind == "ordered":
        return None
    curve = [s for s in found if s.kind == "curve"]
    if (asked[0].kind == "asked_distance") != bool(curve) or len(curve) > 1:
        return None
    if curve:
        return _distance(curve[0], asked[0], known)
    target = known.expression(asked[0].values["asked"])
    ranges: dict[sp.Symbol, Range] = {}
    nonzero = False
    for said in found:
        if said.kind in ("numbers", "ordered"):
            kind = re.sub(r"[-\s]", "", said.values.get("kind", "").lower())
            nonzero |= kind == "nonzero"
            low = sp.S.Zero if kind in ("positive", "nonnegative", "正", "非负") else None
            names = (
                known.names(said.values["letters"])
                if "letters" in said.values
                else _pair(known, said.values["pair"])
            )
            for name in names:
                ranges[sp.Symbol(name)] = Range(low, None, kind in ("positive", "正"))
    relations = [r for s in found if s.kind == "condition" for r in known.relations(s.values["relation"])]
    equations: list[sp.Expr] = []
    for relation in relations:
        if set(relation.signs) == {"="} and len(relation.sides) == 2:
            equations.append(to_sympy(relation.sides[0]) - to_sympy(relation.sides[1]))
        elif not _narrowed(relation, ranges):
            return None
    used = target.free_symbols.union(*(e.free_symbols for e in equations))
    if not used <= set(ranges) and (missing := used - set(ranges)):
        if any(s.kind in ("numbers", "ordered") for s in found):
            return None
        ranges |= dict.fromkeys(missing, Range())
    ranges = {s: r for s, r in ranges.items() if s in used}
    if not 1 <= len(ranges) <= MAX_LETTERS or nonzero or not target.free_symbols:
        return None
    if target.has(sp.E, sp.I) or any(e.has(sp.E, sp.I) for e in equations):
        return None
    if sum(e.count_ops() for e in (target, *equations)) > MAX_OPERATIONS:
        return None
    return Question(target, asked[0].values["best"].lower() in _LARGEST, ranges, tuple(equations))


def _pair(known: Told, mark: str) -> tuple[str, ...]:
    """The letters of (x, y)."""
    node = known.node(mark)
    if not isinstance(node, Group) or not all(isinstance(i, Symbol) for i in node.items):
        raise FormulaError("a pair of letters was expected")
    return tuple(i.name for i in node.items if isinstance(i, Symbol))


def _distance(curve: Said, asked: Said, known: Told) -> Question | None:
    """The distance of a point of a curve in x and y, or of a surface in x, y and z, from the origin."""
    (relation,) = known.relations(curve.values["relation"])
    if known.names(curve.values["p"]) != known.names(asked.values.get("p") or asked.values["o"]):
        return None
    axes = sp.symbols("x y z")
    axes = axes if "space" in curve.values else axes[:2]
    if set(relation.signs) != {"="} or len(relation.sides) != 2:
        return None
    equation = to_sympy(relation.sides[0]) - to_sympy(relation.sides[1])
    if not equation.free_symbols or not equation.free_symbols <= set(axes):
        return None
    target = sp.Add(*(a**2 for a in axes))
    return Question(target, False, dict.fromkeys(axes, Range()), (equation,), is_distance=True)


def _narrowed(relation: Relation, ranges: dict[sp.Symbol, Range]) -> bool:
    """Put bounds of single letters (0 <= x <= 1, a > 0) into the ranges; False where it is something else."""
    signs, sides = list(relation.signs), list(relation.sides)
    if any(s in (">", ">=") for s in signs):
        if any(s in ("<", "<=") for s in signs):
            return False
        signs, sides = [s.replace(">", "<") for s in reversed(signs)], sides[::-1]
    if not set(signs) <= {"<", "<="} or len(sides) not in (2, 3):
        return False
    places = [k for k, side in enumerate(sides) if isinstance(side, Symbol)]
    if len(places) != 1 or (len(sides) == 3 and places != [1]):
        return False
    (place,) = places
    letter = to_sympy(sides[place])
    if any(symbols(s) for k, s in enumerate(sides) if k != place):
        return False
    old = ranges.get(letter, Range())
    low, open_low, high, open_high = old.low, old.open_low, old.high, old.open_high
    if place > 0:
        bound = to_sympy(sides[place - 1])
        if low is None or bound >= low:
            low, open_low = bound, signs[place - 1] == "<"
    if place < len(sides) - 1:
        bound = to_sympy(sides[place + 1])
        if high is None or bound <= high:
            high, open_high = bound, signs[place] == "<"
    ranges[letter] = Range(low, high, open_low, open_high)
    return True
