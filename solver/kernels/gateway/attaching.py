"""Our prelude for a kernel that somebody else's gateway has started: one hidden cell that brings its modules along.

Where none of this project's files are. It shapes what cells print, plots, values and errors, as in a kernel of ours; it confines nothing.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Final

from solver.kernels import inside

MODULES: Final = ("agreed", "parallel", "figures", "values", "prelude")
"""Of `inside`, in the order in which they import one another."""
CELL: Final = """
def _attach(sources):
    import sys, types
    from ipykernel.kernelapp import IPKernelApp
    package = sys.modules["inside"] = types.ModuleType("inside")
    package.__path__ = []
    for name, source in sources.items():
        module = sys.modules[f"inside.{name}"] = types.ModuleType(f"inside.{name}")
        module.__package__ = "inside"
        setattr(package, name, module)
        exec(compile(source, f"<stepwise {name}>", "exec"), module.__dict__)
    sys.modules["inside.prelude"].attach(IPKernelApp.instance())
    for name in [name for name in sys.modules if name.partition(".")[0] == "inside"]:
        del sys.modules[name]
"""


@functools.cache
def cell() -> str:
    """The source of the cell. It leaves no name behind."""
    folder = Path(inside.__file__).parent
    sources = {name: (folder / f"{name}.py").read_text("utf-8") for name in MODULES}
    return f"{CELL}\ntry:\n    _attach({json.dumps(sources)})\nfinally:\n    del _attach\n"
