"""The language models that can write solutions: one file or folder a backend, and the table of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from solver.named import named, unknown
from solver.ports import Model, Problem
from solver.profiles import Profile

MODELS: Final[Mapping[str, str]] = {
    "builtin": "solver.models.builtin:BuiltinBackend",  # symbolic: no GPU, no download, no key
    "openai": "solver.models.openai:OpenAIBackend",  # any OpenAI-compatible server
    "transformers": "solver.models.transformers:TransformersBackend",  # weights on this machine
}


class Backend(Protocol):
    """Makes a `Model` for each problem; what they share (weights, a client, workers) belongs to it.

    `profile` says how its models are spoken to.
    """

    @property
    def profile(self) -> Profile: ...

    async def start(self) -> None:
        """Begin to get ready; returns at once. A second call does nothing."""
        ...

    def model(self, problem: Problem) -> Model:
        """The model for the rounds of one problem."""
        ...

    async def close(self) -> None:
        """Give everything back. May be called more than once."""
        ...


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """Which model of which backend: what a deployment writes down, and what its users see of it.

    >>> spec("Qwen/Qwen2.5-Math-7B-Instruct")
    ModelSpec(backend='transformers', source='Qwen/Qwen2.5-Math-7B-Instruct', name='Qwen2.5-Math-7B-Instruct')
    >>> spec("openai:qwen3:8b").name, spec("builtin").name
    ('openai:qwen3:8b', 'builtin')
    """

    backend: str
    source: str
    name: str


def spec(text: str) -> ModelSpec:
    """What `builtin`, `openai:NAME`, `transformers:NAME`, or the bare name or folder of a local model, means.

    A folder's place is not shown to users, only its own name.

    Raises:
        LookupError: it is none of these; the text says what can be written and suggests the nearest.
    """
    backend, colon, source = text.strip().partition(":")
    if not colon and backend == "builtin":
        return ModelSpec("builtin", "", "builtin")
    if colon and backend == "openai" and source:
        return ModelSpec("openai", source, f"openai:{source}")
    if colon and backend == "transformers" and source:
        return ModelSpec("transformers", source, Path(source).name)
    if "/" in text or Path(text).is_dir():
        return ModelSpec("transformers", text.strip(), Path(text.strip()).name)
    raise unknown(
        "model", text, MODELS, instead="write builtin, openai:NAME, or the name or folder of a local model"
    )


def load(backend: str) -> Any:
    """The class behind a name of `MODELS`, imported only now."""
    return named(MODELS, backend, "backend")
