"""Read a line of a student's work: its formulas, how they are joined, and what the words around them say.

Nothing is judged here, and nothing is evaluated: the claims are trees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

from solver.formula import FormulaError, Node, parse
from solver.formula.nodes import Binary, Group, Negative, Number, Relation, Symbol, symbols
from solver.reader import scan
from solver.reader.scan import Formula, Illegible, Mark, Notation, Word
from solver.verify.rewriting import ABOUT, Notes, alternatives, rewrite

Joint: TypeAlias = Literal["", "or", "and", ",", "then"]
MAX_CHARACTERS: Final = 600
"""Of one line; a longer one is a paste, no step."""

_OR: Final = re.compile(r"(?:^|\b)or\b|或")
_AND: Final = re.compile(r"(?:^|\b)(?:and|where|with)\b|且|和|[与及]")
_HYPOTHESIS: Final = re.compile(
    r"\b(?:if|when|for|at|put|plug\w*|subst?\w*|check\w*|verify\w*|test\w*|try|case)\b|当|若|如果|代入|检验|验证|把|将"
)
_DEFINING: Final = re.compile(r"\b(?:let|set|call|define|denote|suppose|assume|put|where)\b|令|设|记")
_REJECTING: Final = re.compile(
    r"\b(?:reject\w*|extraneous|discard\w*|not a (?:solution|root)|(?:does|do)(?:n't| not| n t) (?:work|satisfy|fit)|invalid|no good|impossible|is negative|excluded?|excluding|not (?:possible|allowed|valid|acceptable|admissible|in the domain|a valid (?:solution|root))|(?:cannot|can not|can t) be(?: a (?:solution|root))?|out of (?:the )?(?:range|domain))\b|舍去|不可能|不成立|不在定义域|舍|增根|不合题意|不符合|不是(?:原方程的)?(?:解|根)|不满足"
    r"|(?<!not )(?<!t )(?<!never )\bmakes? (?:\w+ ){0,2}denominators?\b|\bundefined\b|分母(?:为|等于|是)(?=\W*零|\s*$)|无意义|没有意义"
)
_REJECT: Final = re.compile(
    r"\b(?:reject|rejecting|discard|discarding|exclude|excluding|except)(?: the (?:root|solution|value))?\s*$"
)
"""In front of what is rejected."""
_REASON: Final = re.compile(r"\b(?:because|since)\b|因为|由于")
_OPERATING: Final = re.compile(
    r"\b(?:subtract\w*|add\w*|divid\w*|multipl\w*|both|factor\w*|squar\w*|mov\w+|tak\w+|expand\w*|times|minus|plus|by|distribut\w*)\b|减|加|乘|除|两边|移项|平方|通分|去分母|系数|同时"
)
_NONE: Final = re.compile(
    r"\bno (?:real )?(?:solutions?|roots?)\b|\bno x\b|无(?:实数)?(?:解|根)|没有(?:实数)?(?:解|根)|∅|\bempty set\b|impossible|does not exist|\bDNE\b|不存在"
)
_ALL: Final = re.compile(
    r"\ball (?:real )?(?:numbers|x|values|reals)\b|\bany (?:real )?(?:number|x|value)\b|\binfinitely many\b|任意(?:实)?数|全体实数|一切实数|无穷多|恒成立|ℝ"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One formula of a line.

    Attributes:
        sides: expressions; one more than `signs`, or as many where the claim goes on from what stands before (`= 3x`).
        joint: how it is joined with the claim in front.
        before, after: the words in front and behind, in lower case.
        hypothesis: it is put up for the sake of what follows ("when x = 3:").
        defining: it gives a name ("let u = x^2").
        rejected: it is said not to hold ("x = -1 is extraneous").
        about: indices of the sides that stand behind ≈.
        reason: it says why ("because 3x < 0").
    """

    sides: tuple[Node, ...]
    signs: tuple[str, ...] = ()
    joint: Joint = ""
    before: str = ""
    after: str = ""
    text: str = ""
    hypothesis: bool = False
    defining: bool = False
    rejected: bool = False
    about: frozenset[int] = frozenset()
    reason: bool = False

    @property
    def continues(self) -> bool:
        """Whether it begins with a sign."""
        return bool(self.signs) and len(self.sides) == len(self.signs)


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in one line.

    Attributes:
        claims: in order; those of pieces that follow from one another are joined by "then".
        values: of the placeholders in them (`solver.verify.rewriting`).
        unread: parts that look like mathematics and are none that is understood.
        says_none, says_all: the words say that there is no solution, or that everything is one.
    """

    text: str
    claims: tuple[Claim, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    words: str = ""
    says_none: bool = False
    says_all: bool = False


def read_line(text: str, notes: Notes) -> Line:
    """The claims of a line, in English or Chinese, with or without LaTeX.

    >>> [(c.text, c.joint) for c in read_line("so x = 2 or x = -2", Notes()).claims]
    [('x = 2', ''), ('x = -2', 'or')]
    >>> read_line("= 3x + 1", Notes()).claims[0].continues
    True
    """
    if len(text) > MAX_CHARACTERS:
        return Line(text, unread=(text[:40] + "…",))
    rewritten = rewrite(text, notes)
    claims: list[Claim] = []
    unread: list[str] = []
    words: list[str] = []
    for n, piece in enumerate(rewritten.pieces):
        for k, sub in enumerate(alternatives(piece)):
            found, bad, said = _piece(sub)
            if found:
                joint: Joint = "or" if k else "then" if n and claims else ""
                found[0] = replace(found[0], joint=joint or found[0].joint)
            claims += found
            unread += bad
            words.append(said)
    said = " ".join(words)
    claims = [_without_marks(c) for c in _cleared(claims, said)]
    return Line(text, tuple(claims), rewritten.values, tuple(dict.fromkeys(unread)), said,
                bool(_NONE.search(said)), bool(_ALL.search(said)))  # fmt: skip


def _piece(text: str) -> tuple[list[Claim], list[str], str]:
    """Claims, unread parts and words of one piece."""
    leading = re.match(r"\s*(=|<=|>=|<|>|->)\s*", text)
    if leading:
        text = text[leading.end() :]
    claims: list[Claim] = []
    unread: list[str] = []
    gap, words = "", []
    for item in scan(text, _NOTATION):
        match item:
            case Word(word) | Mark(word):
                gap += f" {word}"
                words.append(word)
            case Illegible(shown):
                unread.append(shown)
                gap += " ?"
            case Formula(node, shown, _):
                previous = claims[-1] if claims else None
                if previous is not None and not gap.strip() and _chains(previous, node, shown):
                    assert isinstance(node, Relation)
                    claims[-1] = replace(
                        previous,
                        sides=(*previous.sides, *node.sides[1:]),
                        signs=(*previous.signs, *node.signs),
                    )
                    continue
                if previous is not None:
                    claims[-1] = replace(previous, after=gap.strip())
                claims.append(_claim(node, shown, gap, first=not claims))
                gap = ""
    if claims:
        claims[-1] = replace(claims[-1], after=gap.strip())
    if leading and claims and leading[1] != "->":
        first = claims[0]
        claims[0] = replace(first, signs=(leading[1], *first.signs))
    return (
        [_flagged(c, claims[i + 1].before if i + 1 < len(claims) else "") for i, c in enumerate(claims)],
        unread,
        " ".join(words),
    )


_NOTATION: Final = Notation(frozenset("fghFG"))


def _chains(previous: Claim, node: Node, shown: str) -> bool:
    """Whether a pair goes on from the pair in front of it, both from one chain a = b = c."""
    return (
        isinstance(node, Relation)
        and bool(previous.signs)
        and previous.text == shown
        and set(previous.signs) == {"="}
        and previous.sides[-1] == node.sides[0]
    )


def _claim(node: Node, shown: str, gap: str, *, first: bool) -> Claim:
    said = gap.strip().lower()
    joint: Joint = ""
    if not first:
        joint = (
            "or"
            if _OR.search(said)
            else "and"
            if _AND.search(said)
            else ","
            if said in (",", "、", "")
            else "then"
        )
    if isinstance(node, Relation):
        return Claim(node.sides, node.signs, joint, said, text=shown)
    return Claim((node,), (), joint, said, text=shown)


def _flagged(claim: Claim, next_before: str) -> Claim:
    behind = claim.after.split(",")[0] if claim.after else ""
    return replace(
        claim,
        hypothesis=bool(_HYPOTHESIS.search(claim.before) or re.match(r"代入|into|in\b", claim.after)),
        defining=bool(_DEFINING.search(claim.before)),
        rejected=bool(
            _REJECT.search(claim.before)
            or not _REJECT.search(claim.after)
            and any(_REJECTING.search(said) for said in (behind, claim.before, claim.after))
        ),
        reason=bool(_REASON.search(claim.before)),
    )


def _cleared(claims: list[Claim], said: str) -> list[Claim]:
    """Without the numbers of operations ("subtract 3"), and with `x = 2 or 3` as two equations."""
    has_relation = any(c.signs for c in claims)
    found: list[Claim] = []
    for claim in claims:
        if claim.signs or isinstance(claim.sides[0], Group):
            found.append(claim)
            continue
        last = found[-1] if found else None
        if (
            last is not None
            and claim.joint in ("or", ",", "and")
            and is_solved(last)
            and not symbols(claim.sides[0])
        ):
            found.append(replace(claim, sides=(last.sides[0], claim.sides[0]), signs=("=",)))
        elif (
            last is not None and not last.signs and isinstance(last.sides[0], Symbol) and "∈" in claim.before
        ):
            found.append(claim)
        elif (
            has_relation
            and not (claim.joint == "" and "∈" in claim.after)
            or _OPERATING.search(said)
            and not symbols(claim.sides[0])
        ):
            continue
        else:
            found.append(claim)
    return found


_MARK: Final = Symbol(ABOUT.replace("{", "").replace("}", ""))


def _without_marks(claim: Claim) -> Claim:
    """The marks of ≈ taken off the sides, and remembered."""
    sides = tuple(map(_unmarked, claim.sides))
    about = frozenset(
        k for k, (old, new) in enumerate(zip(claim.sides, sides, strict=True)) if old is not new
    )
    return replace(claim, sides=sides, about=about) if about else claim


def _unmarked(node: Node) -> Node:
    """Without the mark as its first factor or term."""
    match node:
        case Binary(op, left, right) if left == _MARK:
            return Negative(right) if op == "-" else right
        case Binary(op, left, right, tight):
            inner = _unmarked(left)
            return node if inner is left else Binary(op, inner, right, tight)
        case _:
            return node


def is_solved(claim: Claim) -> bool:
    """Whether it says what one letter is: `x = 2`, `x_1 = 2`."""
    return (
        claim.signs == ("=",)
        and len(claim.sides) == 2
        and isinstance(claim.sides[0], Symbol)
        and claim.sides[0].name not in symbols(claim.sides[1])
    )


def parsed(text: str) -> Node | None:
    """One formula; None where it is none."""
    try:
        return parse(text)
    except FormulaError:
        return None


def is_number(node: Node) -> bool:
    """Whether a tree is one number as it is written at the end: 3, -2, 3/4."""
    match node:
        case Number():
            return True
        case Negative(operand):
            return is_number(operand)
        case Binary("/", left, right):
            return is_number(left) and isinstance(right, Number)
        case _:
            return False
