"""Gradio imported in half the time: without the stubs of its components, which it compares with its sources at every import.

They are for editors, and lie in its own folder. To be imported before Gradio; where that was first, nothing changes but the time.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Final

WRITER: Final = ("gradio.component_meta", "create_or_modify_pyi")


class _WithoutStubs(MetaPathFinder):
    """Finds the one module that writes them, and takes that from it once it is there."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path) if name == WRITER[0] else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(Loader):
    def __init__(self, usual: Any) -> None:
        self._usual = usual

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self._usual.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        self._usual.exec_module(module)
        if hasattr(module, WRITER[1]):
            setattr(module, WRITER[1], lambda *_: None)
        sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _WithoutStubs)]


def install() -> None:
    """From now on; does nothing where Gradio is here already."""
    if "gradio" not in sys.modules:
        sys.meta_path.insert(0, _WithoutStubs())
