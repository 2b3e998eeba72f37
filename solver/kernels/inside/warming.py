"""Do once, before any kernel is forked, what the first cells of nearly every problem do.

Imports what programs import and walks the paths they usually walk, so that caches and lazy imports are filled. Must
leave no thread behind. A library that is not installed is left out.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
import types
from contextlib import suppress
from typing import Any

from . import figures

MODULES = (
    # the kernel itself, with what it otherwise imports when a shell is made or a cell is run
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.connect", "ipykernel.comm",
    "ipykernel.subshell_manager", "IPython.core.completer", "IPython.core.completerlib", "IPython.core.magics",
    "IPython.core.debugger", "IPython.core.oinspect", "IPython.core.ultratb", "IPython.core.profileapp",
    "IPython.core.pylabtools", "IPython.extensions.storemagic", "IPython.utils.wildcard", "jedi",
    "matplotlib_inline.backend_inline", "tornado.platform.asyncio", "zmq.eventloop.zmqstream", "psutil",
    # what programs ask for
    "asyncio", "cProfile", "collections", "dataclasses", "datetime", "decimal", "faulthandler", "fractions",
    "functools", "heapq", "itertools", "math", "pdb", "pstats", "random", "sqlite3", "statistics", "textwrap", "uuid",
    "numpy", "numpy.linalg", "numpy.random", "mpmath", "sympy", "sympy.abc", "sympy.plotting", "sympy.stats",
    "sympy.physics.units", "sympy.geometry", "sympy.ntheory", "sympy.parsing.sympy_parser", "sympy.integrals.prde",
    "sympy.polys.polymatrix", "matplotlib.pyplot", "contourpy", "mpl_toolkits.mplot3d", "scipy.integrate", "scipy.linalg",
    "scipy.optimize", "scipy.special",
)  # fmt: skip


def import_libraries() -> None:
    """Import `MODULES`, IPython's kernel without its debugger; and let plots find Chinese glyphs."""
    os.environ["MPLBACKEND"] = figures.INLINE
    _leave_out_debugger()
    for name in MODULES:
        with suppress(ImportError):
            importlib.import_module(name)
    figures.add_chinese()
    with suppress(ImportError):
        figures.show_images()


def _leave_out_debugger() -> None:
    """9 MB and 25 ms a kernel for nothing; and a walk over all modules that would copy 6 MB (KERNELS.md, section 2)."""
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    import ipykernel.debugger
    import ipykernel.ipkernel

    assert not ipykernel.debugger._is_debugpy_available
    del sys.modules["debugpy"]
    # the kernel notes the files of all modules for the debugger only
    no_modules = types.ModuleType("sys")
    no_modules.__dict__.update({**sys.__dict__, "modules": {}})
    ipykernel.ipkernel.sys = no_modules  # type: ignore[attr-defined]


def use_once() -> None:
    """Solve, integrate, print and draw a little. Nothing of it is kept but the caches."""
    import numpy
    import sympy
    from IPython.core.pylabtools import find_gui_and_backend
    from matplotlib import pyplot
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    x, y = sympy.symbols("x y")
    results: list[Any] = [
        sympy.integrate(x * sympy.sin(x), x), sympy.integrate(sympy.exp(-(x**2)), (x, -sympy.oo, sympy.oo)),
        sympy.solve(x**2 - 4 * x + 3, x), sympy.solve([x + y - 3, x - y - 1], [x, y]), sympy.solveset(x**2 - 2, x),
        sympy.limit(sympy.sin(x) / x, x, 0), sympy.series(sympy.exp(x), x, 0, 4), sympy.diff(sympy.log(x) / x, x),
        sympy.simplify(sympy.sin(x) ** 2 + sympy.cos(x) ** 2), sympy.factor(x**3 - 1), sympy.factorint(360),
        sympy.Matrix([[1, 2], [3, 4]]).eigenvals(), sympy.Sum(x, (x, 1, y)).doit(), sympy.nsimplify(0.5),
        sympy.reduce_inequalities(x**2 < 4, x), sympy.lambdify(x, sympy.sin(x))(1.0),
    ]  # fmt: skip
    for value in results:
        str(value), sympy.latex(value)
    pyplot.switch_backend(figures.INLINE)
    # looks through all installed packages, the first time
    find_gui_and_backend("inline")  # type: ignore[no-untyped-call]
    figure = Figure()
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    at = numpy.linspace(0, 7, 100)
    axes.plot(at, numpy.sin(at), label=r"$\sin x$")
    axes.scatter([1], [1])
    axes.annotate("A", (1, 1))
    axes.set_title(r"$\int_0^1 x^2$")
    axes.grid(True)
    axes.legend()
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    pyplot.close("all")
