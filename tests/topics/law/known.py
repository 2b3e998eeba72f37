r"""What a solution says of its letters and functions, learned from all of its statements before one is judged.

Values of letters (from the steps and from the answer), meanings (`x=-\frac{b}{2a}`), functions, angles, ranges; and which
letters are functions or no constants in it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeGuard

import sympy as sp

from solver.formula import APPLIED, Unworkable, letter, parse
from solver.formula.nodes import Apply, Call, Node, Symbol, symbols
from tests.topics.law.statements import Link, Value, statements
from tests.topics.law.values import Spoken, Unreadable, expression, read

EMPTY: Final = re.compile(
    r"no (?:real )?sol|\\varnothing|\\emptyset|无解|没有实|无实|no real|undefined|无意义"
)


_APPLICATION: Final = re.compile(
    r"([A-Za-z])\s*(?:\\left)?\(\s*([A-Za-z]|-?[\d.]+|\\frac\{-?\d+\}\{\d+\})\s*(?:\\right)?\)"
)


_LETTER_ASKED: Final = re.compile(
    r"(?:wrt|w\.r\.t\.?|respect to|for|[Ll]et|of|is|对|关于|令|设|求)\s*\$?([ei])(?![A-Za-z^])"
)


MAX_WORLDS: Final = 300


@dataclass(frozen=True, slots=True)
class Finding:
    """What the law says of one statement; `why` in a few words."""

    statement: str
    verdict: bool | None
    why: str


@dataclass(frozen=True, slots=True)
class Sides:
    """A link whose two sides have been read."""

    link: Link
    left: Any
    right: Any

    @property
    def letters(self) -> frozenset[sp.Symbol]:
        return frozenset().union(
            *(s.free_symbols if hasattr(s, "free_symbols") else set() for s in (self.left, self.right))
        )


STANDARD: Final = {"Phi": ("z", parse(r"\frac12+\frac{1}{\sqrt{2\pi}}\int_0^z e^{-\frac{t^2}{2}}\,dt"))}
"""Functions that a solution need not define: the distribution function of the standard normal distribution."""


@dataclass(slots=True)
class Known:
    """What the solution says of letters and functions."""

    values: dict[sp.Symbol, list[Any]] = field(default_factory=dict)
    answered: dict[sp.Symbol, list[Any]] = field(default_factory=dict)
    bare: list[Any] = field(default_factory=list)
    functions: dict[str, tuple[str, Node]] = field(default_factory=lambda: dict(STANDARD))
    meanings: dict[sp.Symbol, list[Any]] = field(default_factory=dict)
    solution_set: Any = None
    spoken: Spoken = field(default_factory=Spoken)
    quadratics: list[Any] = field(default_factory=list)
    empty: bool = False
    ranges: dict[sp.Symbol, list[Any]] = field(default_factory=dict)
    givens: list[Sides] = field(default_factory=list)
    operation: tuple[str, str, str] | None = None
    asked_letters: frozenset[sp.Symbol] = frozenset()

    def add(self, name: sp.Symbol, value: Any) -> None:
        found = self.values.setdefault(name, [])
        if value not in found:
            found.append(value)

    def worlds(self, letters: Iterable[sp.Symbol]) -> Iterator[dict[sp.Symbol, Any]]:
        """Every choice of values for the letters that have some, meanings put in."""
        wanted = list(letters)
        for name in list(wanted):
            for meaning in self.meanings.get(name, ()):
                wanted += [s for s in meaning.free_symbols if s not in wanted]
        named = sorted((s for s in wanted if s in self.values), key=str)
        choices = itertools.product(*(self.values[s] for s in named))
        for choice in itertools.islice(choices, MAX_WORLDS):
            yield dict(zip(named, choice, strict=True))


def _spoken(found: Sequence[Link | Value], question: str) -> Spoken:
    r"""Letters in front of a bracket that is all of a side are functions; e and i that get a value are letters."""
    functions, letters = {*APPLIED, *STANDARD}, set[str]()
    for item in found:
        for side in (item.left, item.right) if isinstance(item, Link) else (item.latex,):
            functions -= (
                set(re.findall(r"(?<![A-Za-z\\])([fghFG])(?!\s*(?:\\left\s*)?\(|['^_])", side))
                if len(side) > 1
                else set()
            )
    for item in found:
        if isinstance(item, Link):
            letters.add(item.left)
            for side in (item.left, item.right):
                if match := _APPLICATION.fullmatch(side):
                    functions.add(match[1])
                    letters.add(match[2])
    letters |= set(_LETTER_ASKED.findall(question))
    return Spoken(frozenset(functions), frozenset(letters & {"e", "i"}))


ROUNDED: Final = re.compile("round only at the end|最后再取近似值")


def learned(found: Sequence[Link | Value], answer: str, value: Any, question: str) -> Known:
    """All that is said, of a solution with these statements that ends with `answer`."""
    if any(ROUNDED.search(item.prose) for item in found):
        answer = ""  # it is near the solution, which stands before it
    known = Known(
        solution_set=_solution_set(value), spoken=_spoken(found, question), empty=bool(EMPTY.search(answer))
    )
    _learn_answer(answer, known)
    for item in found:
        if isinstance(item, Link):
            learn(item, known)
    _learn_members(found, known)
    for item in _asked(question):
        if isinstance(item, Link) and _APPLICATION.fullmatch(item.left):
            learn(item, known)
    known.givens = [*_equations(_asked(question), known), *_equations(statements([rf"\({answer}\)"]), known)]
    return known


def _asked(question: str) -> Iterator[Link | Value]:
    """The statements that stand in a question, as far as they are plain to see."""
    for piece in re.split(r"\$|(?<![A-Za-z\\])[A-Za-z]{2,}\b|[^\x20-\x7e²³]+|[?,;:]|\.(?!\d)", question):
        piece = piece.strip().replace("²", "^2").replace("³", "^3").replace("**", "^").replace("*", r"\cdot ")
        if "=" in piece:
            yield from statements([rf"\({piece}\)"])


def _equations(found: Iterable[Link | Value], known: Known) -> list[Sides]:
    out = []
    for item in found:
        if isinstance(item, Link) and item.sign == "=":
            try:
                out.append(read_sides(item, known))
            except (Unreadable, Unworkable, NotImplementedError):
                continue
    return out


def _learn_answer(answer: str, known: Known) -> None:
    last: sp.Symbol | None = None
    for item in statements([rf"\({answer}\)"] if answer else []):
        try:
            if isinstance(item, Link) and item.sign == "=":
                name, value = value_given(item, known)
                if name is not None and value is not None:
                    known.add(name, value)
                    known.answered.setdefault(name, []).append(value)
                    last = name
            elif isinstance(item, Value):
                _note_expression(item.latex, known)
                value = _closed(item.latex, known)
                (known.answered.setdefault(last, []) if last is not None else known.bare).append(value)
                if last is not None:
                    known.add(last, value)
        except Unreadable:
            continue


def _note_expression(latex: str, known: Known) -> None:
    """An answer with letters (`2x-6`): what its solution says of these letters are identities."""
    node, matrices = read(latex, known.spoken)
    known.asked_letters |= getattr(expression(node, matrices, known.functions), "free_symbols", frozenset())


def _closed(latex: str, known: Known) -> Any:
    node, matrices = read(latex, known.spoken)
    value = expression(node, matrices, known.functions)
    if getattr(value, "free_symbols", {1}):
        raise Unreadable("not a number")
    return value


def value_given(link: Link, known: Known) -> tuple[sp.Symbol | None, Any]:
    """The letter on the left and the number on the right of `x=3`; both forms of `x=1\\pm 2` count."""
    try:
        left, _ = read(link.left, known.spoken)
    except Unreadable:
        return None, None
    if not isinstance(left, Symbol):
        return None, None
    name = letter(left.name)
    try:
        return name, _closed(link.right, known)
    except Unreadable:
        return name, None


def is_function(node: Node) -> TypeGuard[Apply]:
    """Whether `f(x)` is a function at any place; the P(A) of an event is the probability of that event alone."""
    return isinstance(node, Apply) and isinstance(node.argument, Symbol) and node.name != "P"


def learn(link: Link, known: Known) -> None:
    """Definitions of functions, and values of letters."""
    if link.sign not in ("=", "~"):
        return
    if r"\pm" in link.right:
        for sign in "+-":
            learn(Link(link.left, "=", link.right.replace(r"\pm", sign), link.prose), known)
        return
    try:
        left, _ = read(link.left, known.spoken)
        if is_function(left) and left.name not in known.functions:
            right, _ = read(link.right, known.spoken)
            if not isinstance(right, Apply):
                known.functions[left.name] = (left.argument.name, right)
        _learn_angle(link, left, known)
        if (
            isinstance(left, Symbol)
            and left.name in known.spoken.functions
            and left.name not in known.functions
        ):
            right, _ = read(link.right, known.spoken)
            if len(symbols(right)) == 1:
                known.functions[left.name] = (next(iter(symbols(right))), right)
        name, value = value_given(link, known)
        if name is not None and value is not None:
            known.add(name, value)
        elif name is not None and r"\pm" not in link.right:
            right, matrices = read(link.right, known.spoken)
            meaning = expression(right, matrices, known.functions)
            if name not in meaning.free_symbols:
                known.meanings.setdefault(name, []).append(meaning)
    except (Unreadable, AttributeError):
        return


def _learn_angle(link: Link, left: Node, known: Known) -> None:
    r"""`\cos A=\frac{3}{5}` leaves two angles, up to whole turns."""
    match left:
        case Call(("sin" | "cos" | "tan") as function, (Symbol(name),)):
            value = _closed(link.right, known)
            angle = getattr(sp, f"a{function}")(value)
            known.add(letter(name), angle)
            known.add(letter(name), {"sin": sp.pi - angle, "cos": -angle, "tan": angle + sp.pi}[function])


def _learn_members(found: Sequence[Link | Value], known: Known) -> None:
    r"""`x=1,\ -3` names two values, and an answer without a letter is the value of the letter that has none."""
    last: sp.Symbol | None = None
    for item in found:
        if isinstance(item, Link):
            last = value_given(item, known)[0] if item.sign == "=" else None
        elif last is not None:
            try:
                value = _closed(item.latex, known)
            except Unreadable:
                last = None
                continue
            if isinstance(value, sp.Tuple | tuple):  # a point behind a line `y=0`
                last = None
            else:
                known.add(last, value)


def _solution_set(value: Any) -> Any:
    try:
        if isinstance(value, sp.Set):
            return value
        if isinstance(value, sp.core.relational.Relational | sp.And | sp.Or) and len(value.free_symbols) == 1:
            return value.as_set()
    except (NotImplementedError, TypeError, ValueError, AttributeError):
        pass
    return None


def read_sides(link: Link, known: Known, by: str = "") -> Sides:
    spoken = replace(known.spoken, by=by or known.spoken.by)
    values = []
    for latex in (link.left, link.right):
        node, matrices = read(latex, spoken)
        values.append(expression(node, matrices, known.functions))
    return Sides(link, *values)
