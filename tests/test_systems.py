"""What only some systems have is used where it is there: elsewhere the program still starts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UNIX = {"resource", "fcntl", "termios", "tty", "pty", "pwd", "grp", "syslog"}
ON_LINUX_ALONE = {"solver/kernels/inside/child.py"}
"""Run by the fork server, which is Linux's."""


def imported_at_once(tree: ast.Module) -> Iterator[str]:
    """Modules whose lack keeps a file from being imported: not in a function, under a condition, or in a `try` for that."""

    def walk(body: list[ast.stmt]) -> Iterator[str]:
        for node in body:
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.split(".")[0]
            elif isinstance(node, ast.ClassDef | ast.With):
                yield from walk(node.body)

    yield from walk(tree.body)


def test_no_module_needs_what_is_only_on_unix() -> None:
    files = [
        ROOT / "app.py",
        *(f for folder in ("solver", "ui", "evaluation") for f in (ROOT / folder).rglob("*.py")),
    ]
    needing = {
        path
        for file in files
        if UNIX & set(imported_at_once(ast.parse(file.read_text("utf-8"))))
        and (path := file.relative_to(ROOT).as_posix())
    }
    assert needing == ON_LINUX_ALONE


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("import resource", {"resource"}),
        ("from pwd import getpwnam", {"pwd"}),
        ("try:\n import resource\nexcept ImportError:\n resource = None", set()),
        ("def f():\n import resource", set()),
        ("if sys.platform == 'linux':\n import resource", set()),
    ],
)
def test_a_breach_would_be_seen(source: str, seen: set[str]) -> None:
    assert set(imported_at_once(ast.parse(source))) == seen
