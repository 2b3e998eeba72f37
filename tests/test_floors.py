"""Imports point down: a module may import from lower floors and from its own package, never up or sideways."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FLOORS = {
    "solver.events": 0, "solver.errors": 0, "solver.compiled": 0,
    "solver.ports": 1,
    "solver.formula": 2, "solver.reader": 2, "solver.latex": 2, "solver.segment": 2, "solver.transcript": 2, "solver.topics": 2,
    "solver.dialects": 2, "solver.profiles": 2, "solver.plots": 2, "solver.sentences": 2, "solver.picture_sentences": 2, "solver.workers": 2, "solver.forks": 2, "solver.worker_process": 2, "solver.intake": 2, "solver.variation": 2, "solver.prompts": 2, "solver.verify": 2, "solver.telling": 2, "solver.export": 2, "solver.tutor": 2,
    "solver.agent": 3, "solver.practice": 3, "solver.models": 3, "solver.kernels": 3, "solver.ocr": 3, "solver.store": 3,
    "solver.settings": 4, "solver.session": 4, "solver": 4, "solver.__main__": 4, "solver.vary_command": 4, "solver.check_command": 4,
    "ui": 5, "evaluation": 5, "training": 5,
    "app": 6,
}  # fmt: skip
APART = {3, 5}
"""Floors whose members do not know one another."""
HEAVY = ("torch", "transformers", "bitsandbytes", "accelerate", "pix2tex", "datasets", "openai")
ON_USE = {f"solver.models.transformers.{name}" for name in ("batched", "loading", "memory", "plain")}
"""Modules that are themselves imported only when used, and so may import heavy libraries at their top."""


def room(module: str) -> str | None:
    """The entry of `FLOORS` that a module belongs to."""
    parts = module.split(".")
    for size in range(len(parts), 0, -1):
        name = ".".join(parts[:size])
        if name in FLOORS and (name != "solver" or size == len(parts)):
            return name
    return None


def imports(source: str) -> list[str]:
    """Modules that a source imports anywhere in it."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def breaches(module: str, source: str) -> list[str]:
    """Sentences for imports that point up or sideways."""
    here = room(module)
    if here is None:
        return [f"{module} has no floor: add it to FLOORS"]
    found = []
    for target in imports(source):
        there = room(target)
        if there is None or there == here:
            continue
        up = FLOORS[there] > FLOORS[here]
        sideways = FLOORS[there] == FLOORS[here] and FLOORS[here] in APART
        if up or sideways:
            found.append(f"{module} (floor {FLOORS[here]}) imports {target} (floor {FLOORS[there]})")
    return found


def modules() -> list[tuple[str, Path]]:
    """Every module of the project with its dotted name."""
    files = [
        ROOT / "app.py",
        *sorted((ROOT / "solver").rglob("*.py")),
        *sorted((ROOT / "ui").rglob("*.py")),
        *sorted((ROOT / "evaluation").rglob("*.py")),
        *sorted((ROOT / "training").rglob("*.py")),
    ]
    return [(".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), f) for f in files]


@pytest.mark.parametrize(("module", "path"), [pytest.param(m, p, id=m) for m, p in modules()])
def test_imports_point_down(module: str, path: Path) -> None:
    assert breaches(module, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("solver.events", "from solver.ports import Problem"),
        ("solver.agent", "import solver.kernels.pool"),
        ("solver.topics.equations.single", "def f():\n    from solver.session import Session"),
        ("ui.page", "from evaluation import runner"),
        ("evaluation.runner", "from ui.render import Renderer"),
        ("training.tiny.train", "from evaluation.grading import Judge"),
        ("solver.session", "from evaluation.grading import Judge"),
    ],
)
def test_a_breach_would_be_seen(module: str, source: str) -> None:
    assert breaches(module, source)


@pytest.mark.parametrize(("module", "path"), [pytest.param(m, p, id=m) for m, p in modules()])
def test_heavy_libraries_are_imported_only_when_used(module: str, path: Path) -> None:
    top_level = [
        n
        for n in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(n, ast.Import | ast.ImportFrom)
    ]
    found = imports("\n".join(map(ast.unparse, top_level)))
    if module not in ON_USE:
        assert not {name.split(".")[0] for name in found} & set(HEAVY)
        assert not {name.rpartition(".")[0] for name in found} & ON_USE


@pytest.mark.parametrize(("module", "path"), [pytest.param(m, p, id=m) for m, p in modules()])
def test_no_text_is_evaluated_in_the_server(module: str, path: Path) -> None:
    """`eval`, `exec` and sympy's evaluating parsers have no place outside the kernel's own process."""
    if module.startswith("solver.kernels.inside."):
        pytest.skip("runs in the kernel's process, where evaluating is the purpose")
    calls = [n.func for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    names = {f.id for f in calls if isinstance(f, ast.Name)}
    attributes = {f.attr for f in calls if isinstance(f, ast.Attribute)}
    assert not names & {"eval", "exec", "compile"}
    assert not (names | attributes) & {"parse_expr", "sympify"}
