"""Which cells may run before those that a fresh kernel lacks: rows, and the law that what they give is the same."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.kernels import KernelPool
from solver.kernels.names import lasts, needs, stands_alone
from tests.kernels.cells import run, text


@pytest.mark.parametrize(
    ("source", "free", "bound"),
    [
        pytest.param("x = a", "a", "x", id="reads, then binds"),
        pytest.param("x = x + 1", "x", "x", id="itself"),
        pytest.param("x = 1\nx += y", "y", "x", id="in place"),
        pytest.param("x += 1", "x", "x", id="in place first"),
        pytest.param("if a:\n    x = 1\nelse:\n    x = 2; y = 3", "a", "x", id="one way or the other"),
        pytest.param("for i in (1, 2):\n    x = i\nx", "x", "", id="a loop may not run"),
        pytest.param("def f(t, n=k):\n    return f(t) + g + n\nf", "k g", "f", id="a function"),
        pytest.param("def f(n=f(1)):\n    return n", "f", "f", id="a function from the one before"),
        pytest.param("class A(A):\n    b = A", "A", "A", id="a class from the one before"),
        pytest.param("[v*c for v in (1, 2) if v]", "c", "", id="a comprehension has names of its own"),
        pytest.param("(lambda t: t + u)(1)", "u", "", id="a lambda"),
        pytest.param("with a as b:\n    c = b\nc", "a", "b c", id="with"),
        pytest.param("import sympy as sp, math\nfrom sympy import *\nsp, math, symbols, N", "", "sp math symbols N", id="imports"),
        pytest.param("sum([1])", "sum", "", id="builtins are told"),
        pytest.param("_ + Out[1]", "_ Out", "", id="values of earlier cells"),
    ],
)  # fmt: skip
def test_what_a_cell_reads_and_binds(source: str, free: str, bound: str) -> None:
    found = needs(source)
    assert found is not None and found.free == set(free.split()) and found.bound >= set(bound.split())
    assert found.bound <= found.stored and ("*" in source or found.bound == set(bound.split()))


@pytest.mark.parametrize(
    "source",
    ["%time 1", "!ls", "1 +", "from math import *", "try:\n    x = 1\nfinally:\n    pass", "del x", "def f():\n    global x\n    x = 1", "eval('x')", "'x' in dir()", "x = 1" * 9000, "-" * 9000 + "1"],
    ids=lambda source: source[:12],
)  # fmt: skip
def test_what_is_not_understood_needs_everything(source: str) -> None:
    assert needs(source) is None and lasts(source) and not stands_alone(source, [], set())


@pytest.mark.parametrize(
    ("source", "does"),
    [
        ("import mpmath\nmpmath.mp.dps = 30", True),
        ("import random\nrandom.seed(1)", True),
        ("import numpy as np\nnp.set_printoptions(precision=2)", True),
        ("import matplotlib.pyplot as plt\nplt.rcParams['figure.dpi'] = 3", True),
        ("import matplotlib.pyplot as plt\nplt.style.use('bmh')", True),
        ("open('f', 'w')", True),
        ("a.append(1)\n2", True),
        ("a[0] = 1", True),
        ("import matplotlib.pyplot as plt\nplt.plot([1])\nfor s in plt.gca().spines.values():\n    s.set_visible(False)\nplt.show()", False),
        ("a = [1]\na.append(2)\na[0] = 3", False),
        ("from sympy import factor, symbols\nx = symbols('x')\nprint(x)\nfactor(x)", False),
    ],
)  # fmt: skip
def test_what_changes_more_than_names(source: str, *, does: bool) -> None:
    assert lasts(source) is does


name = st.sampled_from("abc")
statement = st.one_of(
    st.builds("{} = {}".format, name, st.integers(0, 9)),
    st.builds("{} = [{}]".format, name, name),
    st.builds("{} = {}".format, name, name),
    st.builds("{} = [1]\n{}.append({})".format, name, name, name),
    st.builds("{}.append({})".format, name, name),
    st.builds("{} += [{}]".format, name, st.integers(0, 9)),
    st.builds("if {} == 1:\n    {} = 5".format, name, name),
    st.builds("for {} in (1, 2):\n    {} = {}".format, name, name, name),
    st.builds("def {}(t=0):\n    return {}".format, name, name),
    st.builds("sum = {}".format, name),
    st.builds("{} = [sum, {}]".format, name, name),
)
cells = st.lists(statement, min_size=1, max_size=2).map("\n".join)


sessions = st.builds(
    lambda before, after: [*before, None, *after],
    st.lists(cells, min_size=1, max_size=3),
    st.lists(cells | st.none(), min_size=1, max_size=4),
)


@settings(max_examples=5000)
@given(sessions)
def test_what_is_there_is_what_would_be_there_without_a_rest(session: list[str | None]) -> None:
    """A kernel that rests (None) as `LiveKernel` lets it, beside one that never does."""
    whole: dict[str, Any] = {}
    part: dict[str, Any] = {}
    history: list[str] = []
    bound: set[str] = set()
    lacks = begun = False
    for source in session:
        if source is None:
            part, bound, lacks, begun = {}, set(), True, False
            continue
        if lacks and stands_alone(source, history, bound):
            for old in history if not begun else ():
                if lasts(old):
                    _does(old, part)
            begun = True
        elif lacks:
            part, lacks = {}, False
            for old in history:
                _does(old, part)
        failed, found = _does(source, whole), needs(source)
        assert _does(source, part) == failed
        history.append(source)
        if lacks and found is not None:
            bound = bound - found.bound if failed else bound | found.bound
        there = bound if lacks else {"a", "b", "c", "sum"} & whole.keys()
        assert {n: _shown(whole[n]) for n in there} == {n: _shown(part[n]) for n in there}


def _does(source: str, names: dict[str, Any]) -> bool:
    try:
        exec(source, names)
    except (TypeError, NameError, AttributeError, RecursionError):
        return True
    return False


def _shown(value: Any) -> str:
    return re.sub("0x[0-9a-f]+", "", str(value))


@pytest.mark.asyncio
async def test_a_new_problem_does_not_wait_for_old_cells_and_what_needs_them_gets_all() -> None:
    pool = KernelPool(warm=0, limit=1, yield_s=600)
    kernel = pool.kernel()
    try:
        await run(kernel, "import mpmath\nmpmath.mp.dps = 30")
        await run(kernel, "x = [1]\nsum = 4")
        await run(kernel, "x = [*x, 2]")
        await kernel.rest()
        assert text(await run(kernel, "y = 7\nmax(y, 3)"), "result") == "7"
        assert text(await run(kernel, "import mpmath\nmpmath.mp.dps"), "result") == "30"
        assert "ZeroDivisionError" in text(await run(kernel, "y = 8\n1/0"), "error")
        first = kernel.pid
        assert kernel._resting
        assert text(await run(kernel, "x, y, mpmath.mp.dps"), "result") == "([1, 2], 8, 30)"
        second = kernel.pid
        assert first != second and text(await run(kernel, "x.append(3); x"), "result") == "[1, 2, 3]"
        assert kernel.pid == second
        await kernel.rest()
        assert text(await run(kernel, "sum"), "result") == "4", "not Python's"
        assert not kernel._resting
    finally:
        await pool.close()
