"""What a live kernel gives for a cell: text while it runs, values as mathematics, errors trimmed to the cell."""

from __future__ import annotations

import time
from contextlib import aclosing

import pytest

from solver.events import Output
from solver.kernels import KernelPool, LiveKernel
from tests.kernels.cells import run, text
from tests.kernels.gateways import OTHERS, anywhere

pytestmark = [pytest.mark.asyncio(loop_scope="session"), anywhere]

FIXED_NAMES = {"In", "Out", "get_ipython", "exit", "quit", "open"}


async def test_a_session_begins_with_an_empty_namespace(
    pool: KernelPool, fresh: LiveKernel, place: str
) -> None:
    earlier = pool.kernel()
    await run(earlier, "earlier = 1")
    await earlier.close()
    events = await run(fresh, "sorted(name for name in globals() if not name.startswith('_'))")
    assert set(eval(text(events, "result"))) <= FIXED_NAMES
    events = await run(
        fresh, "import sys, os\n[m for m in sys.modules if m.startswith('solver')], os.listdir()"
    )
    assert text(events, "result") == "([], [])" or place == OTHERS


async def test_variables_live_on(kernel: LiveKernel) -> None:
    await run(kernel, "kept = 41")
    assert text(await run(kernel, "kept + 1"), "result") == "42"


async def test_output_arrives_while_the_cell_runs(kernel: LiveKernel) -> None:
    source = "import time\nprint('one')\ntime.sleep(1)\nprint('two')"
    seen = {}
    async with aclosing(kernel.run(0, source, timeout_s=30)) as events:
        async for event in events:
            assert isinstance(event, Output)
            seen[event.text] = time.monotonic()
    assert seen["two\n"] - seen["one\n"] > 0.7


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.write(1, b'native')",
        "import ctypes\nctypes.CDLL(None).puts(b'native')",
        "import os\nfor _ in range(2000): os.write(1, b'native')",
    ],
)
async def test_what_c_code_writes_is_part_of_its_cell(kernel: LiveKernel, source: str) -> None:
    for _ in range(5):
        assert text(await run(kernel, source), "stdout").startswith("native")
        assert text(await run(kernel, "1 + 1"), "stdout") == ""


async def test_streams_are_told_apart(kernel: LiveKernel) -> None:
    events = await run(kernel, "import sys\nprint('out')\nprint('err', file=sys.stderr)")
    assert (text(events, "stdout"), text(events, "stderr")) == ("out\n", "err\n")


@pytest.mark.parametrize(
    ("source", "plain", "latex"),
    [
        pytest.param("sp.Rational(1, 2)", "1/2", r"\frac{1}{2}", id="fraction"),
        pytest.param("sp.solve(x**2 - 5*x + 6, x)", "[2, 3]", r"\left[ 2, \  3\right]", id="list"),
        pytest.param("{x: 1}", "{x: 1}", r"\left\{ x : 1\right\}", id="dict"),
        pytest.param("(x, 2)", "(x, 2)", r"\left( x, \  2\right)", id="tuple"),
        pytest.param("[{x: 1}]", "[{x: 1}]", r"\left[ \left\{ x : 1\right\}\right]", id="nested"),
        pytest.param(
            "sp.Matrix([[1, x]])",
            "Matrix([[1, x]])",
            r"\left[\begin{matrix}1 & x\end{matrix}\right]",
            id="matrix",
        ),
        pytest.param("sp.Eq(x, 1)", "Eq(x, 1)", "x = 1", id="equation"),
        pytest.param("from IPython.display import Math\nMath('x^2')", "x^2", "x^2", id="Math"),
        pytest.param(
            "from fractions import Fraction\n[Fraction(1, 2), 3]",
            "[Fraction(1, 2), 3]",
            r"\left[ \frac{1}{2}, \  3\right]",
            id="fractions in a list",
        ),
        pytest.param("2**70", "1180591620717411303424", None, id="int"),
        pytest.param("True", "True", None, id="bool"),
        pytest.param("0.5", "0.5", None, id="float"),
        pytest.param("'x'", "'x'", None, id="string"),
        pytest.param("['x', 1]", "['x', 1]", None, id="mixed list"),
        pytest.param("[]", "[]", None, id="empty list"),
        pytest.param("sp.init_printing()\nx**2", "x**2", "x^{2}", id="init_printing changes nothing"),
    ],
)
async def test_a_value_as_text_and_as_mathematics(
    kernel: LiveKernel, source: str, plain: str, latex: str | None
) -> None:
    events = await run(kernel, "import sympy as sp\nx = sp.Symbol('x')\n" + source)
    assert events == [Output(0, "result", events[0].text, latex)]  # type: ignore[union-attr]
    assert " ".join(text(events, "result").split()) == plain


async def test_a_cell_finds_what_a_notebook_has(kernel: LiveKernel, place: str) -> None:
    if place == OTHERS:
        pytest.skip("its folder and its user are its gateway's")
    await run(kernel, "open('helper_module.py', 'w').write('value = 42')")
    source = "import helper_module, sys, getpass, sympy.physics.mechanics\nhelper_module.value, sys.argv, getpass.getuser()"
    assert text(await run(kernel, source), "result") == "(42, [''], 'student')"


async def test_a_long_number_can_be_printed(kernel: LiveKernel) -> None:
    assert len(text(await run(kernel, "10**50_000"), "result")) == 50_001


async def test_display_comes_in_order(kernel: LiveKernel) -> None:
    events = await run(kernel, "import sympy\nprint('a')\ndisplay(sympy.pi)\nprint('b')")
    assert [getattr(e, "text", "") for e in events] == ["a\n", "pi", "b\n"]


async def test_an_error_is_trimmed_to_the_cell(kernel: LiveKernel) -> None:
    events = await run(kernel, "def half(n):\n    return 1 / n\n\nhalf(0)")
    assert events == [
        Output(
            0, "error", "line 4: half(0)\nline 2, in half: return 1 / n\nZeroDivisionError: division by zero"
        )
    ]


async def test_an_error_in_a_library_shows_the_cells_line_only(kernel: LiveKernel) -> None:
    events = await run(kernel, "import sympy\nsympy.integrate(1, 2, 3, 4)")
    lines = text(events, "error").splitlines()
    assert lines[0] == "line 2: sympy.integrate(1, 2, 3, 4)"
    assert len(lines) == 2 and lines[1].startswith("ValueError: ")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a = 1\nprint(a", "line 2: print(a\nSyntaxError: '(' was never closed", id="syntax"),
        pytest.param("input('?')", "nobody can answer input() here", id="input"),
        pytest.param("raise SystemExit(3)", "SystemExit: 3", id="exit"),
        pytest.param("await __import__('asyncio').sleep('x')", "TypeError", id="await"),
        pytest.param("%nonsense", "%nonsense", id="magic"),
    ],
)
async def test_other_errors(kernel: LiveKernel, source: str, expected: str) -> None:
    events = await run(kernel, source)
    assert expected in text(events, "error")
    assert len(text(events, "error")) < 300


@pytest.mark.alone
async def test_a_recursion_is_told_briefly_and_soon(kernel: LiveKernel) -> None:
    started = time.monotonic()
    error = text(await run(kernel, "def f(n):\n    return f(n + 1)\nf(0)"), "error")
    assert time.monotonic() - started < 3
    assert error.splitlines()[-1].startswith("RecursionError: ") and len(error.splitlines()) < 12


async def test_a_failed_cell_does_not_abort_the_next(kernel: LiveKernel) -> None:
    await run(kernel, "1 / 0")
    assert text(await run(kernel, "'fine'"), "result") == "'fine'"


async def test_quit_does_not_end_the_kernel(kernel: LiveKernel) -> None:
    await run(kernel, "before_quit = 1")
    await run(kernel, "quit()")
    await run(kernel, "import time; time.sleep(0.3)")
    assert text(await run(kernel, "before_quit"), "result") == "1"


async def test_a_warning_names_the_cells_line(kernel: LiveKernel) -> None:
    events = await run(kernel, "import warnings\nwarnings.warn('careful')")
    assert text(events, "stderr") == "line 2: UserWarning: careful\n"


async def test_a_long_session_does_not_speak_of_its_oldest_values(fresh: LiveKernel) -> None:
    await run(fresh, "get_ipython().displayhook.cache_size = 3")  # of a thousand
    for n in range(5):
        events = await run(fresh, f"{n} + 1")
        assert (text(events, "result"), text(events, "stderr")) == (str(n + 1), "")
