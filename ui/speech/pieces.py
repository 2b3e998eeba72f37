"""Questions about the pieces of a formula that every language asks: is it one thing, does it end by itself, is it a call."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ui.speech.layout import (
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

LARGE: Final = frozenset({"sum", "product", "integral"})
MARKS: Final = frozenset(
    {"factorial", "prime", "degrees", "percent", "dots", "blank", "infinity", "empty-set", "dollars"}
)
"""Signs behind which a minus is a difference."""
FUNCTIONS: Final = frozenset("fghFGP")
"""Letters that a bracket behind them is the argument of."""
JOINING: Final = frozenset(
    {"comma", "listed", "pause", "implies", "equivalent", "and", "or", "to", "mid", "ratio"}
)


def flat(items: tuple[Item, ...]) -> list[Item]:
    """Without the groups that only braces made."""
    return [inner for item in items for inner in (flat(item.items) if isinstance(item, Row) else [item])]


def unwrapped(row: Row) -> Row:
    while len(row.items) == 1 and isinstance(row.items[0], Row):
        row = row.items[0]
    return row


def parts_of(body: Row) -> list[Row]:
    """The parts between commas."""
    parts: list[list[Item]] = [[]]
    for item in flat(body.items):
        if item in (Sign("comma"), Sign("listed"), Sign("pause")):
            parts.append([])
        else:
            parts[-1].append(item)
    return [Row(tuple(part)) for part in parts if part]


def core(item: Item | None) -> Item | None:
    return item.base if isinstance(item, Scripted) else item


def is_applied(item: Item) -> bool:
    """Whether what follows is its argument; a limit, a maximum over something only stand in front."""
    if isinstance(item, Scripted):
        return isinstance(item.base, Named) and (item.below is None or item.base.name == "log")
    return isinstance(item, Named)


def is_short(above: Row) -> bool:
    """Squared, cubed, prime, degrees: what follows cannot be heard as a part of it."""
    return all(isinstance(item, Number | Sign) for item in flat(above.items))


def has_ended(argument: Item) -> bool:
    items = flat((argument,))
    return len(items) == 1 and isinstance(core(items[0]), Fenced | Fraction | Root) or len(items) == 2


def is_call(left: Item, after: list[Item]) -> bool:
    base = core(left)
    return (
        isinstance(base, Letter)
        and base.name in FUNCTIONS
        and bool(after)
        and isinstance(after[0], Fenced)
        and after[0].opening == "("
    )


def is_operator(fraction: Fraction) -> bool:
    """d over d x."""
    return [core(item) for item in flat(fraction.top.items)] in ([Letter("d")], [Sign("partial")])


def is_operand(item: Item) -> bool:
    base = core(item)
    return not isinstance(base, Sign) or base.name in MARKS or base.name.startswith("set ")


def is_joining(item: Item) -> bool:
    return isinstance(item, Sign) and item.name not in ("minus", "root", "infinity", "blank", "angle")


def begins_anew(before: Item) -> bool:
    return isinstance(before, Sign) and before.name not in MARKS


def is_number(row: Row) -> bool:
    items = unwrapped(row).items
    return len(items) == 1 and isinstance(items[0], Number)


def is_simple(fraction: Fraction) -> bool:
    return is_number(fraction.top) and is_number(fraction.bottom)


def is_atomic(row: Row) -> bool:
    """One thing that cannot be heard in two ways, perhaps with a minus."""
    items = flat(row.items)
    items = items[1:] if items[:1] == [Sign("minus")] else items
    if len(items) != 1:
        return False
    only = items[0]
    if isinstance(only, Scripted):
        return isinstance(only.base, Letter | Number) and (
            only.above is None or set(only.above.items) <= {Sign("prime"), Sign("degrees")}
        )
    return isinstance(only, Number | Letter | Word | Sign)


def is_product(row: Row) -> bool:
    """Numbers and letters side by side."""
    items = flat(row.items)
    items = items[1:] if items[:1] == [Sign("minus")] else items
    return all(isinstance(core(item), Number | Letter) for item in items)


def cell_by_cell(grid: Grid, say: Callable[[Row], str]) -> list[list[str]]:
    """The words of each cell that has something in it."""
    return [[said for cell in row if (said := say(cell))] for row in grid.rows]


def squeezed(text: str) -> str:
    """One space between words, none before a comma, no comma behind a comma."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,;.，；。])", r"\1", text)
    return re.sub(r"([,;，；])(?:\s*[,;，；])+", r"\1", text).strip(" ,;，；")
