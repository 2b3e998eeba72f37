"""How many ways to put balls in boxes, as balls and boxes can be told apart or not."""

from __future__ import annotations

from math import comb

from solver.ports import Language
from solver.topics.base import Reading
from solver.topics.clauses import Said
from solver.topics.discrete.selection_parts import counted, whole
from solver.topics.discrete.selection_wordings import WORDS


def boxes(kinds: dict[str, Said], say: Language) -> Reading:
    """Balls put in boxes; it must be told of both whether they can be told apart."""
    n, k = whole(kinds["boxes"], "n"), whole(kinds["boxes"], "k")
    balls = _differ(kinds.get("balls_are"), kinds["boxes"], "balls")
    boxes_differ = _differ(kinds.get("boxes_are"), kinds["boxes"], "boxes")
    if n is None or k is None or balls is None or boxes_differ is None or n > 60 or k > 60:
        return None
    if say == "zh" and "may_be_empty" not in kinds:
        return None
    if balls and boxes_differ:
        step = WORDS["different_boxes"].say(say, n=n, k=k, value=k**n)
        tests = [
            "total = 1",
            f"for ball in range({n}):",
            f"    total = sum(total for box in range({k}))",
            "answer == total",
        ]
        return counted([step], [f"{k}**{n}"], tests, say, listed=False)
    if boxes_differ:
        value = comb(n + k - 1, k - 1)
        step = WORDS["equal_balls"].say(say, n=n, walls=k - 1, places=n + k - 1, value=value)
        tests = [
            "row = [1] + [0]*" + str(n),
            f"for box in range({k}):",
            f"    row = [sum(row[: i + 1]) for i in range({n + 1})]",
            f"answer == row[{n}]",
        ]
        return counted(
            [step], ["from math import comb", f"comb({n + k - 1}, {k - 1})"], tests, say, listed=False
        )
    if balls:
        return _equal_boxes(n, k, say)
    parts = _partitions(n, k, n)
    if len(parts) > 60:
        return None
    told = ", ".join("\\(" + "+".join(map(str, p)) + "\\)" for p in parts)
    step = WORDS["partitions"].say(say, terms=told, value=len(parts))
    source = ["from sympy.utilities.iterables import partitions", f"sum(1 for p in partitions({n}, m={k}))"]
    tests = [
        "from itertools import combinations_with_replacement",
        f"answer == sum(1 for c in combinations_with_replacement(range({n + 1}), {k}) if sum(c) == {n})",
    ]
    return counted([step], source, tests, say, listed=True)


def _equal_boxes(n: int, k: int, say: Language) -> Reading:
    if n > 12:
        return None
    rows = [[1] + [0] * n]
    for m in range(1, n + 1):
        rows.append([0] + [j * rows[m - 1][j] + rows[m - 1][j - 1] for j in range(1, n + 1)])
    terms = [rows[n][j] for j in range(1, min(k, n) + 1)]
    step = WORDS["equal_boxes"].say(say, k=k, terms=", ".join(f"\\({t}\\)" for t in terms), value=sum(terms))
    source = [
        "from sympy.functions.combinatorial.numbers import stirling",
        f"sum(stirling({n}, groups) for groups in range(1, {min(k, n) + 1}))",
    ]
    tests = ["groupings = {()}", f"for ball in range({n}):", "    groupings = {tuple(sorted(((*g, ball) if i == j else g for j, g in enumerate(gs)))) for gs in groupings for i in range(len(gs))} | {(*gs, (ball,)) for gs in groupings if len(gs) < " + str(k) + "}", "answer == len(groupings)"]  # fmt: skip
    return counted([step], source, tests, say, listed=True) if n <= 8 else None


def _partitions(n: int, parts: int, largest: int) -> list[tuple[int, ...]]:
    if n == 0:
        return [()]
    if parts == 0:
        return []
    return [
        (first, *rest)
        for first in range(min(n, largest), 0, -1)
        for rest in _partitions(n - first, parts - 1, first)
    ]


def _differ(separate: Said | None, inside: Said, name: str) -> bool | None:
    """Whether the things can be told apart; None where it is not said, or said twice."""
    words = [
        said.values[name].strip() for said in (separate, inside) if said is not None and said.values.get(name)
    ]
    if len(words) != 1:
        return None
    return words[0] in ("distinguishable", "different", "distinct", "不同的", "不同")
