"""Programs are the same way exactly where only their names, their spelling, their comments and their words differ."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from training.sampling.ways import canonical

Line = tuple[str, int, int, int]  # operator, its left and right: a line's number or, below 0, a constant
lines = st.lists(
    st.tuples(st.sampled_from("+-*"), st.integers(-9, 4), st.integers(-9, 4), st.integers(0, 40)),
    min_size=1,
    max_size=5,
)
names = st.lists(
    st.from_regex(r"[a-z]{1,4}_[a-z0-9]{0,3}", fullmatch=True), min_size=5, max_size=5, unique=True
)


def written(program: list[Line], names: list[str], *, hexadecimal: bool = False, noise: str = "") -> str:
    """Each line gives its variable a value; the last one is printed."""
    found = list[str]()
    for number, (operator, left, right, constant) in enumerate(program):
        here = hex(constant) if hexadecimal else str(constant)
        sides = [names[side] if 0 <= side < number else here for side in (left, right)]
        found.append(f"{names[number]} = {sides[0]} {operator} {sides[1]}{noise}")
    return "\n".join([*found, f"print({names[len(program) - 1]})"])


def printed(source: str) -> str:
    with redirect_stdout(StringIO()) as out:
        exec(source, {})
    return out.getvalue()


@given(lines, names, names)
def test_another_spelling_is_the_same_way(program: list[Line], ours: list[str], theirs: list[str]) -> None:
    one, other = written(program, ours), written(program, theirs, hexadecimal=True, noise="  # so\n\n")
    assert canonical([one]) == canonical([other])


@given(lines, lines, names)
def test_the_same_way_gives_the_same_value(one: list[Line], other: list[Line], names: list[str]) -> None:
    first, second = written(one, names), written(other, names)
    if canonical([first]) == canonical([second]):
        assert printed(first) == printed(second)


@given(lines, names, st.integers(0, 4), st.integers(1, 9))
def test_another_number_is_another_way(program: list[Line], names: list[str], place: int, more: int) -> None:
    assume(place < len(program))
    operator, left, right, constant = program[place]
    changed = [*program[:place], (operator, left, right, constant + more), *program[place + 1 :]]
    one, other = written(program, names), written(changed, names)
    assume(one != other)
    assert canonical([one]) != canonical([other])


SAME = [
    pytest.param("import math\nprint(math.sqrt(2))", "from math import sqrt as root\nprint(root(2))", id="imports"),
    pytest.param("from sympy import *\nprint(factor(6))", "import sympy as s\nprint(s.factor(6))", id="star"),
    pytest.param("print('so', 6 * 7)", "print(f'it is {6 * 7}', end='!')", id="words"),
    pytest.param(
        "def f(a: int) -> int:\n    '''Twice.'''\n    return 2 * a\nprint(f(a=3))",
        "def twice(n):\n    return 2 * n\nprint(twice(n=3))",
        id="functions",
    ),
    pytest.param(
        "import sympy as sp\nx, y = sp.symbols('x y')\nprint(sp.expand((x + y)**2))",
        "import sympy\na, b = sympy.symbols('a b')\nprint(sympy.expand((a + b)**2))",
        id="symbols",
    ),
    pytest.param("total: int = 3\nprint(total)", "t = 3\nprint(t)", id="annotation"),
    pytest.param("print(1_000)", "print(1000)", id="digits"),
]  # fmt: skip
DIFFERENT = [
    pytest.param("print(2 * 3)", "print(3 + 3)", id="operation"),
    pytest.param("print(round(2 / 3, 2))", "print(2 / 3)", id="rounding"),
    pytest.param("print(f'{2 / 3:.2f}')", "print(f'{2 / 3}')", id="format"),
    pytest.param("print(sum(range(5)))", "print(max(range(5)))", id="builtins"),
    pytest.param("import math\nprint(math.floor(2.5))", "import math\nprint(math.ceil(2.5))", id="functions"),
    pytest.param("a = 1\nb = 2\nprint(a - b)", "a = 1\nb = 2\nprint(b - a)", id="order"),
    pytest.param("print('a')\nx = 1", "x = 2", id="value"),
    pytest.param("%time 2", "%time 3", id="no Python"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert canonical([one]) == canonical([other])


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert canonical([one]) != canonical([other])


def test_cells_are_one_program() -> None:
    assert canonical(["x = 1", "print(x)"]) == canonical(["value = 1\nprint(value)"])
    assert canonical(["(" * 10_000]) == canonical(["(" * 10_000])
