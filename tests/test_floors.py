"""Imports point down: a module may import from lower floors and from its own package, never up or sideways."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FLOORS = {
    "solver.events": 0, "solver.errors": 0, "solver.acts": 0, "solver.compiled": 0, "solver.named": 0,
    "solver.ports": 1,
    "solver.formula": 2, "solver.prose": 2, "solver.typed": 2, "solver.reader": 2, "solver.latex": 2, "solver.segment": 2, "solver.transcript": 2, "solver.topics": 2,
    "solver.dialects": 2, "solver.profiles": 2, "solver.plots": 2, "solver.sentences": 2, "solver.picture_sentences": 2, "solver.kernel_sentences": 2, "solver.workers": 2, "solver.forks": 2, "solver.worker_process": 2, "solver.intake": 2, "solver.variation": 2, "solver.prompts": 2, "solver.verify": 2, "solver.telling": 2, "solver.export": 2, "solver.tutor": 2, "solver.classroom": 2, "solver.charts": 2,
    "solver.agent": 3, "solver.practice": 3, "solver.models": 3, "solver.kernels": 3, "solver.ocr": 3, "solver.store": 3,
    "solver.settings": 4, "solver.api_keys": 4, "solver.settings_command": 4, "solver.resources": 4, "solver.services": 4, "solver.session": 4, "solver": 4, "solver.__main__": 4, "solver.vary_command": 4, "solver.check_command": 4, "solver.export_command": 4,
    "ui": 5, "evaluation": 5,
    "training": 6,  # rejection sampling is evaluation, and what is learned from must be none of its problems
    "app": 7,
}  # fmt: skip
APART = {3, 5}
"""Floors whose members do not know one another."""
STRANGERS = {("training", "ui")}
"""Who does not know one another although one stands above the other."""
HEAVY = ("torch", "transformers", "bitsandbytes", "accelerate", "pix2tex", "datasets", "openai")
ON_USE = {
    f"solver.models.transformers.{name}"
    for name in ("batched", "loading", "memory", "plain", "sight", "zero")
}
"""Modules that are themselves imported only when used, and so may import heavy libraries at their top."""


def room(module: str) -> str | None:
    """The entry of `FLOORS` that a module belongs to."""
    parts = module.split(".")
    for size in range(len(parts), 0, -1):
        name = ".".join(parts[:size])
        if name in FLOORS and (name != "solver" or size == len(parts)):
            return name
    return None


EVALUATING = {"eval", "exec", "compile"}
PARSERS = {"parse_expr", "sympify"}
"""Of sympy; they evaluate what they are given."""


@dataclass(frozen=True, slots=True)
class Module:
    """What a module imports, anywhere in it and at its top, and what it calls that evaluates text."""

    imports: frozenset[str]
    at_once: frozenset[str]
    evaluating: frozenset[str]


def module_of(source: str) -> Module:
    """Of a module's source; it is walked once, for there are a thousand."""
    tree = ast.parse(source)
    found, evaluating = set[str](), set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= imported(node)
        elif isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in EVALUATING | PARSERS:
                evaluating.add(called.id)
            elif isinstance(called, ast.Attribute) and called.attr in PARSERS:
                evaluating.add(called.attr)
    at_once = set().union(*(imported(n) for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)))
    return Module(frozenset(found), frozenset(at_once), frozenset(evaluating))


def imported(node: ast.Import | ast.ImportFrom) -> set[str]:
    """The names that a statement imports, dotted."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    return {f"{node.module}.{alias.name}" for alias in node.names} if node.module else set()


def breaches(module: str, names: Iterable[str]) -> list[str]:
    """Sentences for imports that point up or sideways."""
    here = room(module)
    if here is None:
        return [f"{module} has no floor: add it to FLOORS"]
    found = []
    for target in names:
        there = room(target)
        if there is None or there == here:
            continue
        up = FLOORS[there] > FLOORS[here]
        sideways = FLOORS[there] == FLOORS[here] and FLOORS[here] in APART
        if up or sideways or (here, there) in STRANGERS:
            found.append(f"{module} (floor {FLOORS[here]}) imports {target} (floor {FLOORS[there]})")
    return found


@cache
def modules() -> dict[str, Module]:
    """Every module of the project by its dotted name."""
    files = [
        ROOT / "app.py",
        *sorted((ROOT / "solver").rglob("*.py")),
        *sorted((ROOT / "ui").rglob("*.py")),
        *sorted((ROOT / "evaluation").rglob("*.py")),
        *sorted((ROOT / "training").rglob("*.py")),
    ]
    return {
        ".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): module_of(
            f.read_text(encoding="utf-8")
        )
        for f in files
    }


def test_imports_point_down() -> None:
    """Over all modules at once: there are a thousand, and a test of its own costs more than the look at one."""
    assert len(modules()) > 500
    assert [b for name, found in modules().items() for b in breaches(name, found.imports)] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("solver.events", "from solver.ports import Problem"),
        ("solver.agent", "import solver.kernels.pool"),
        ("solver.topics.equations.single", "def f():\n    from solver.session import Session"),
        ("ui.page", "from evaluation import runner"),
        ("evaluation.runner", "from ui.render import Renderer"),
        ("training.tiny.train", "from ui.render import Renderer"),
        ("evaluation.runner", "from training.folder import StageFolder"),
        ("solver.session", "from evaluation.grading import Judge"),
    ],
)
def test_a_breach_would_be_seen(module: str, source: str) -> None:
    assert breaches(module, module_of(source).imports)


def test_heavy_libraries_are_imported_only_when_used() -> None:
    found = {
        (module, name)
        for module, known in modules().items()
        for name in known.at_once
        if module not in ON_USE and (name.split(".")[0] in HEAVY or name.rpartition(".")[0] in ON_USE)
    }
    assert found == set()


def test_no_text_is_evaluated_in_the_server() -> None:
    """`eval`, `exec` and sympy's evaluating parsers have no place outside the kernel's own process."""
    inside = "solver.kernels.inside."  # there evaluating is the purpose
    found = {(m, name) for m, known in modules().items() for name in known.evaluating}
    assert {(m, name) for m, name in found if not m.startswith(inside)} == set()
    assert any(m.startswith(inside) for m, _ in found), "a breach would be seen"
