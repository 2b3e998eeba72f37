"""The walk over a formula's pieces that every language shares; a language says its words in a subclass.

Knows when a sign is missing (`2x`, `x(x-1)`), when a minus has nothing before it, when brackets hold a set or an interval, and what has to be
said to have ended so that a listener does not read on into it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from ui.speech.layout import (
    Accent,
    Fenced,
    Fraction,
    Grid,
    Item,
    Letter,
    Named,
    Number,
    Root,
    Row,
    Scripted,
    Sign,
    Word,
)
from ui.speech.pieces import (
    JOINING,
    LARGE,
    begins_anew,
    core,
    flat,
    has_ended,
    is_applied,
    is_atomic,
    is_call,
    is_joining,
    is_number,
    is_operand,
    is_operator,
    is_product,
    is_short,
    is_simple,
    parts_of,
    unwrapped,
)


class Speaker(ABC):
    """Says formulas in one language."""

    signs: ClassVar[Mapping[str, str]]
    functions: ClassVar[Mapping[str, str]]
    times: ClassVar[str]
    negative: ClassVar[str]
    positive: ClassVar[str]
    of: ClassVar[str]

    def say(self, row: Row) -> str:
        """The whole formula as one line."""
        items = unwrapped(row).items
        only = items[0] if len(items) == 1 else None
        if isinstance(only, Fenced) and (only.opening, only.closing) == ("(", ")"):
            parts = parts_of(only.body)  # a pair, a point: its brackets are no news
            if len(parts) > 1 and not any(Sign("infinity") in part.items for part in parts):
                return self.tidy(self.listed([self.row(part) for part in parts]))
        if isinstance(only, Fenced) and only.opening == "[" and len(parts_of(only.body)) < 2:
            return self.tidy(
                f"{self.signs['list' if only.body.items else 'empty-list']} {self.row(only.body)}"
            )
        return self.tidy(self.row(row))

    @abstractmethod
    def tidy(self, text: str) -> str:
        """One space between words, none before a comma."""

    # ---- rows --------------------------------------------------------------------------------------------------------

    def row(self, row: Row, *, target: bool = False) -> str:
        """One thing after another. `target`: below a limit, where an arrow is read another way."""
        items = flat(row.items)
        said: list[str] = []
        at = 0
        integral = any(core(item) == Sign("integral") for item in items)
        while at < len(items):
            item, before = items[at], items[at - 1] if at else None
            following = items[at + 1] if at + 1 < len(items) else None
            if (
                integral
                and before is not None
                and item == Letter("d")
                and isinstance(core(following), Letter)
            ):
                said.append(self.differential(self.item(following)) if following is not None else "")
                at += 2
                continue
            if before is not None:
                said.append(self.between(before, item))
            if is_applied(item) and following is not None and not is_joining(following):
                if is_call(following, items[at + 2 : at + 3]):
                    following = Row((following, items.pop(at + 2)))
                said.append(self.applied(item, following))
                at += 2
                # an argument: what follows one in brackets is multiplied, `sin 2x` goes on
                items[at - 1] = Root(Row(())) if has_ended(following) else Word("")
                continue
            if before is not None and isinstance(item, Fenced) and is_call(before, [item]):
                said.append(self.argument(item))
            elif item == Sign("minus") and (before is None or begins_anew(before)):
                said.append(self.negative)
            elif item == Sign("plus") and (before is None or begins_anew(before)):
                said.append(self.positive)
            elif item == Sign("to") and target:
                said.append(self.signs["approaches"])
            else:
                said.append(self.item(item, ends=self.ends(following)))
            at += 1
        return " ".join(part for part in said if part)

    def ends(self, following: Item | None) -> bool:
        """Whether what follows would be heard as a part of what was said before."""
        return following is not None and not (isinstance(following, Sign) and following.name in JOINING)

    def between(self, left: Item, right: Item) -> str:
        """What stands between two things without a sign."""
        if not (is_operand(left) and is_operand(right)) or isinstance(core(left), Named):
            return ""
        if is_call(left, [right]) or (isinstance(left, Fraction) and is_operator(left)):
            return self.of
        if isinstance(left, Number) and isinstance(right, Fraction) and right.line:
            mixed = left.text.isdigit() and all(is_number(part) for part in (right.top, right.bottom))
            return self.signs["mixed"] if mixed else self.times
        if isinstance(left, Root) or (
            isinstance(left, Scripted) and left.above is not None and not is_short(left.above)
        ):
            return self.times
        heavy = (Fenced, Root, Fraction)
        if (
            isinstance(core(right), heavy)
            or isinstance(core(left), Fenced)
            or (isinstance(left, Fraction) and not is_simple(left))
        ):
            return (
                ""
                if isinstance(left, Letter) and isinstance(right, Fenced) and len(parts_of(right.body)) > 1
                else self.times
            )
        return ""

    # ---- things ------------------------------------------------------------------------------------------------------

    def item(self, item: Item, *, ends: bool = False) -> str:
        """One thing. `ends`: more follows, so the end of what is long has to be said."""
        match item:
            case Number(text):
                return self.number(text)
            case Letter(name):
                return self.letter(name)
            case Word(text):
                return text
            case Sign(name):
                return self.sign(name)
            case Named(name):
                return self.functions.get(name, name)
            case Row():
                return self.row(item)
            case Fraction(top, bottom, line):
                return self.fraction(top, bottom) if line else self.choose(self.row(top), self.row(bottom))
            case Root(body, degree):
                return self.root(body, degree, ends=ends)
            case Scripted():
                return self.scripted(item, ends=ends)
            case Fenced():
                return self.fenced(item)
            case Grid():
                return self.grid(item)
            case Accent(name, body):
                return self.accent(name, body)

    def sign(self, name: str) -> str:
        """A sign's word; a set's name and a lone bracket are signs too."""
        if name.startswith("open "):
            return self.signs["open"]
        return self.signs.get(name, self.signs["set"] + " " + name[4:] if name.startswith("set ") else name)

    def scripted(self, item: Scripted, *, ends: bool) -> str:
        """Something with an index, a power, limits."""
        base, below, above = item.base, item.below, item.above
        if isinstance(base, Sign) and base.name in LARGE:
            return self.large(base.name, below, above)
        if isinstance(base, Named):
            words = self.functions.get(base.name, base.name)
            if base.name == "lim" and below is not None:
                return self.limit(self.row(below, target=True))
            return self.named(base.name, words, below, above)
        words = self.item(base)
        if below is not None:
            words = self.indexed(words, self.row(below), long=not (is_atomic(below) or is_product(below)))
        return words if above is None else self.raised(words, above, ends=ends)

    def raised(self, words: str, above: Row, *, ends: bool) -> str:
        """A power, or a mark that stands where powers stand."""
        items = unwrapped(above).items
        marks = [item for item in items if item in (Sign("prime"), Sign("degrees"))]
        if marks:
            words = f"{words} {self.sign('double-prime' if marks == [Sign('prime')] * 2 else marks[0].name)}"
        rest = Row(tuple(item for item in items if item not in marks))
        if not rest.items:
            return words
        if rest.items in ((Sign("plus"),), (Sign("minus"),)):
            return f"{words} {self.signs['right' if rest.items == (Sign('plus'),) else 'left']}"
        return self.power(words, rest, ends=ends)

    def fenced(self, item: Fenced) -> str:
        """What stands in brackets: an interval, a set, an absolute value, a list, or a sum that belongs together."""
        opening, body, closing = item.opening, item.body, item.closing
        if opening in "|‖":
            only = body.items[0] if len(body.items) == 1 else None
            return (
                self.grid(only)
                if isinstance(only, Grid)
                else self.absolute(self.row(body), long=not is_atomic(body))
            )
        if len(body.items) == 1 and isinstance(body.items[0], Grid):
            return self.grid(body.items[0])
        parts = [self.row(part) for part in parts_of(body)]
        if opening == "{" and closing == "}":
            return self.set_of(
                parts, built=any(sign in body.items for sign in (Sign("mid"), Sign("bar"), Sign("ratio")))
            )
        if opening in "⌊⌈":
            return f"{self.signs['floor' if opening == '⌊' else 'ceiling']} {parts[0] if parts else ''}"
        interval = {opening, closing} & {"[", "]"} or any(
            Sign("infinity") in part.items for part in parts_of(body)
        )
        if opening == "[" and Sign("listed") in flat(body.items):
            return f"{self.signs['list']} {self.listed(parts)}"
        if len(parts) == 2 and interval:
            return self.interval(parts[0], parts[1], opening == "[", closing == "]")
        return f"{self.signs['open']} {self.listed(parts)} {self.signs['close']}"

    def argument(self, fence: Fenced) -> str:
        """What a letter's function is of."""
        if is_atomic(fence.body) or (len(parts := parts_of(fence.body)) > 1 and all(map(is_atomic, parts))):
            return self.listed([self.row(part) for part in parts_of(fence.body)])
        given = [Sign("given") if item in (Sign("mid"), Sign("bar")) else item for item in fence.body.items]
        return self.fenced(Fenced(fence.opening, Row(tuple(given)), fence.closing))

    def applied(self, function: Item, argument: Item) -> str:
        """A named function and what it is of."""
        words = self.item(function)
        inner = unwrapped(argument) if isinstance(argument, Row) else argument
        if isinstance(inner, Row) and len(inner.items) == 1:
            inner = inner.items[0]
        if isinstance(inner, Fenced) and inner.opening == "(" and is_atomic(inner.body):
            return self.function_of(words, self.row(inner.body))
        return self.function_of(words, self.item(inner, ends=True), bare=not isinstance(inner, Fenced))

    # ---- what a language says ----------------------------------------------------------------------------------------

    @abstractmethod
    def number(self, text: str) -> str: ...

    @abstractmethod
    def letter(self, name: str) -> str: ...

    @abstractmethod
    def listed(self, parts: list[str]) -> str: ...

    @abstractmethod
    def fraction(self, top: Row, bottom: Row) -> str: ...

    @abstractmethod
    def choose(self, top: str, bottom: str) -> str: ...

    @abstractmethod
    def root(self, body: Row, degree: Row | None, *, ends: bool) -> str: ...

    @abstractmethod
    def power(self, base: str, exponent: Row, *, ends: bool) -> str: ...

    @abstractmethod
    def indexed(self, base: str, index: str, *, long: bool) -> str: ...

    @abstractmethod
    def large(self, name: str, below: Row | None, above: Row | None) -> str: ...

    @abstractmethod
    def limit(self, target: str) -> str: ...

    @abstractmethod
    def named(self, name: str, words: str, below: Row | None, above: Row | None) -> str: ...

    @abstractmethod
    def function_of(self, words: str, argument: str, *, bare: bool = False) -> str: ...

    @abstractmethod
    def absolute(self, body: str, *, long: bool) -> str: ...

    @abstractmethod
    def set_of(self, parts: list[str], *, built: bool) -> str: ...

    @abstractmethod
    def interval(self, lower: str, upper: str, has_lower: bool, has_upper: bool) -> str: ...

    @abstractmethod
    def differential(self, variable: str) -> str: ...

    @abstractmethod
    def grid(self, grid: Grid) -> str: ...

    @abstractmethod
    def accent(self, name: str, body: Row) -> str: ...
