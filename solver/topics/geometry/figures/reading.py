"""What a question about one figure says: the figure, which measures are given, and which are wanted.

Forms only: which law leads from the ones to the others is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Binary, Call, Node, Number, Relation, Symbol, symbols, walk
from solver.reader.account import IS, Account, account
from solver.topics.base import Text
from solver.topics.geometry.figures.units import MARKS, Units, without_units
from solver.topics.geometry.figures.wording import in_one_form, plain, rounding
from solver.topics.geometry.figures.words import DEGREES, MANY, VOCABULARY, dimension

MAX_DIGITS: Final = 12
_RATIO: Final = re.compile(r"(?<![\d.])(\d+)\s*[:：]\s*(\d+)\s*[:：]\s*(\d+)(?:\s*[:：]\s*(\d+))?(?!\d|\.\d)")
_RADIANS: Final = re.compile(r"(?:radians?\b|\brad\b|弧度)")
_LETTERS: Final = {"r": "radius", "d": "diameter", "h": "height"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the problem: its value, in degrees where it has that sign, and the dimension of its unit."""

    value: sp.Expr
    degrees: bool
    power: int | None
    decimal: bool


@dataclass(slots=True)
class Said:
    """The problem's nouns, its given measures in order, and the wanted ones."""

    nouns: list[str] = field(default_factory=list)
    given: list[tuple[str, Amount]] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    units: Units = field(default_factory=lambda: Units("", [], []))
    pi: sp.Expr | None = None
    unread: tuple[str, ...] = ()
    radians: bool = False
    places: int | None = None

    @property
    def decimal(self) -> bool:
        """Whether the problem calculates with decimals."""
        return self.pi is not None or any(amount.decimal for _, amount in self.given)


def said_of(text: Text) -> Said | None:
    """What the problem says; None where a number has no measure or a measure no place."""
    source, places = rounding(text.source)
    source, pi = plain(source)
    if "ratio" in source or "比" in source:
        source = _RATIO.sub(lambda m: ", ".join(part for part in m.groups() if part), source)
    radians = _RADIANS.search(source) is not None
    source = re.sub(rf"(?<=[\d}})π])\s*{_RADIANS.pattern}", " ", source)
    units = without_units(source)
    stops = "," if text.language == "zh" else ""
    shown = re.sub(
        rf"[;?!。.\n{stops}](?!\s*[\d√\\])|,(?=\s*(?:and )?(?:find|what|how|calculate|compute))",
        _stop,
        in_one_form(units.text),
    )
    found = account(shown, VOCABULARY)
    said = Said(units=units, pi=pi, unread=found.unread, radians=radians, places=places)
    said.nouns = list(dict.fromkeys(c[5:] for c in found.concepts if c.startswith("noun:")))
    if not (_Walk(found, text, said).done() and units.agree):
        return None
    return said if _with_angles(said) else None


def _with_angles(said: Said) -> bool:
    """Tell degrees from radians; False where the problem does not."""
    if "sector" in said.nouns:
        said.given = [("central_angle" if m == "angle" else m, amount) for m, amount in said.given]
        said.wanted = ["central_angle" if m == "angle" else m for m in said.wanted]
    for i, (measure, amount) in enumerate(said.given):
        if measure == "central_angle" and not amount.degrees:
            if not (said.radians or amount.value.has(sp.pi)):
                return False
            said.given[i] = ("radians", amount)
    if said.radians:
        said.wanted = ["radians" if measure == "central_angle" else measure for measure in said.wanted]
    return True


def _stop(match: re.Match[str]) -> str:
    return " , unitpause , " if match[0] == "," else " . unitstop . "


class _Walk:
    """Goes through the concepts from left to right and gives each number to its measure."""

    def __init__(self, found: Account, text: Text, said: Said) -> None:
        self.concepts = [c for c in found.concepts if c != "other"]
        self.nodes = found.nodes
        self.said = said
        self.zh = text.language == "zh"
        self.pending = list[str]()
        self.groups = list[int]()  # of the pending measures: the same where only "and" stood between
        self.group = 0
        self.moved = list[str]()
        self.at = 0

    def done(self) -> bool:
        while self.at < len(self.concepts):
            concept = self.concepts[self.at]
            if concept.startswith("measure:"):
                self._mention(concept[8:])
            elif concept == "stop":
                self._flush()
            elif concept.startswith("noun:") or concept == "ask" or concept == "pause":
                self.group += 1
            elif concept.startswith("#"):
                if not self._formula():
                    return False
            elif concept in MARKS or concept.startswith("after:"):
                return False
            self.at += 1
        self._flush()
        return True

    def _mention(self, measure: str) -> None:
        self.pending.append(measure)
        self.groups.append(self.group)

    def _flush(self) -> None:
        """What was mentioned without a number is wanted."""
        self.moved = list(self.pending)
        self.said.wanted += self.pending
        self.pending, self.groups = [], []
        self.group += 1

    def _formula(self) -> bool:
        node = self.nodes[int(self.concepts[self.at][1:])]
        if isinstance(node, Symbol):
            return bool(self.pending)  # "its radius r"
        if isinstance(node, Relation):
            match node:
                case Relation(("=",), (Symbol(name), value)):
                    if not self._names(name):
                        return False
                    amount = _amount(value)
                    if amount is None or not self.pending:
                        return False
                    amounts = [self._with_unit(amount)]
                case _:
                    return False
        else:
            amounts = self._run()
        return bool(amounts) and self._assign(amounts)

    def _names(self, letter: str) -> bool:
        """Whether it is clear what a letter stands for: "radius r = 3", or r, d and h by themselves."""
        measure = _LETTERS.get(letter)
        if measure is None:
            return self.concepts[self.at - 1].startswith("measure:") and bool(self.pending)
        if not (self.pending and self.pending[-1].endswith(measure)):
            self.group += 1
            self._mention(measure)
        return True

    def _run(self) -> list[Amount]:
        """The numbers that follow one another; empty where one is none."""
        amounts = list[Amount]()
        while True:
            amount = _amount(self.nodes[int(self.concepts[self.at][1:])])
            if amount is None:
                return []
            amounts.append(self._with_unit(amount))
            if not self._ahead().startswith("#"):
                return amounts
            self.at += 1

    def _ahead(self, steps: int = 1) -> str:
        return self.concepts[self.at + steps] if self.at + steps < len(self.concepts) else ""

    def _with_unit(self, amount: Amount) -> Amount:
        if self._ahead() not in MARKS:
            return amount
        self.at += 1
        return Amount(amount.value, amount.degrees, MARKS.index(self.concepts[self.at]), amount.decimal)

    def _assign(self, amounts: list[Amount]) -> bool:
        said, count, ahead = self.said, len(amounts), self._ahead()
        if ahead == "after:length:long" and self.pending[-1:] in (
            ["leg"],
            ["side"],
            ["edge"],
            ["arm"],
            ["bases"],
        ):
            self.at += 1  # "the legs are 3 m and 4 m long"
        elif ahead.startswith("after:"):
            self.at += 1
            said.given.append((ahead.split(":")[1], amounts[0]))
            return count == 1
        if not self.pending:
            if self.moved and self.concepts[self._start() - 1] == IS and count == 1:
                said.wanted.remove(self.moved[-1])  # "the area of a triangle with base 6 is 12"
                said.given.append((self.moved.pop(), amounts[0]))
                return True
            angle = amounts[0].degrees and ahead == "measure:central_angle"
            if ahead.startswith("measure:") and (angle or not self.zh) and count == 1:
                self.at += 1
                said.given.append((ahead[8:], amounts[0]))  # "a 5 cm radius"
                return True
            if ahead.startswith("measure:") and ahead[8:] in MANY and not self.zh:
                self.at += 1
                said.given += [(ahead[8:], amount) for amount in amounts]
                return True
            return False
        together = 1 if self.pending[-1] == "ratio" else self.groups.count(self.groups[-1])
        if (
            count == 1
            and (together == 1 or self._follows_measure())
            or together == 1
            and self.pending[-1] in MANY
        ):
            name = self.pending.pop()
            said.given += [(name, amount) for amount in amounts]
            if name == "ratio" and self.pending[-1:] in (["angle"], ["interior_angle"]):
                self.pending.pop()  # the angles are in the ratio …
        elif together == count:
            said.given += list(zip(self.pending[-count:], amounts, strict=True))
            del self.pending[-count:]
        else:
            return False
        self._flush()
        return True

    def _follows_measure(self) -> bool:
        """Whether the number stands right behind its measure, or "is" does."""
        start = self._start()
        return self.concepts[start - 1].startswith("measure:") or self.concepts[start - 2 : start - 1] == [
            f"measure:{self.pending[-1]}"
        ]

    def _start(self) -> int:
        """Where the numbers that end here began."""
        at = self.at
        while at > 0 and (self.concepts[at].startswith("#") or self.concepts[at] in MARKS):
            at -= 1
        return at + 1


def _amount(node: Node) -> Amount | None:
    """A positive number of decent size."""
    degrees = isinstance(node, Call) and node.name == "rad"
    if isinstance(node, Call) and degrees:
        node = node.arguments[0]
    if symbols(node) or not all(_is_small(inner) for inner in walk(node)):
        return None
    value = to_sympy(node)
    if not isinstance(value, sp.Expr) or not value.is_real or not value.is_positive or not value.is_finite:
        return None
    decimal = any(isinstance(inner, Number) and "." in inner.text for inner in walk(node))
    return Amount(value, degrees, None, decimal)


def _is_small(node: Node) -> bool:
    match node:
        case Number(_, text):
            return len(text) <= MAX_DIGITS
        case Binary("^", _, Number(value)):
            return value <= 3
        case Binary("^"):
            return False
        case Call(name):
            return name in ("sqrt", "root")
    return True


def fits(measure: str, amount: Amount) -> bool:
    """Whether a number can be that measure: squares for areas, degrees for angles only."""
    if amount.degrees and measure not in DEGREES:
        return False
    return amount.power is None or amount.power == dimension(measure)
