"""An unconfined kernel in a process of its own, for systems without the fork server (macOS, Windows).

Also what benches and tests hold the confined kernels against.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import Any

from . import warming
from .sandbox import limits


def main(connection_file: str) -> None:
    """Serve as a kernel until the end of this process; the connection file may be removed once it answers."""
    with suppress(OSError, ValueError):  # macOS knows some of them and refuses them
        limits.lower(limits.LIMITS)
    warming.import_libraries()
    from . import prelude

    app = prelude.make_app(prelude.FileKernelApp)
    prelude.bind(app, {"file": connection_file})
    prelude.prepare(app)
    warm_up(app.shell)
    prelude.close_first_streams()
    app.start()


def warm_up(shell: Any) -> None:
    """Do once what the first cell of nearly every problem does, so that it finds caches filled."""
    import sympy
    from matplotlib import pyplot

    x = sympy.Symbol("x")
    values = [sympy.integrate(x * sympy.sin(x), x), sympy.solve(x**2 - 4 * x + 3, x), sympy.simplify(x / x)]
    shell.display_formatter.format(values)
    figure, axes = pyplot.subplots()
    axes.plot([0, 1], [0, 1], label="$x^2$")
    axes.set_title("函数 $x^2$")
    axes.legend()
    shell.display_formatter.format(figure)
    pyplot.close("all")
    gc.freeze()
