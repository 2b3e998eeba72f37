"""The scenes of the problems: one file a kind. A new scene is one row."""

from __future__ import annotations

from typing import Final

from training.tiny.scenes.arithmetic import ARITHMETIC
from training.tiny.scenes.base import Kind, Scene
from training.tiny.scenes.equations import EQUATIONS
from training.tiny.scenes.parts import FRACTIONS
from training.tiny.scenes.percent import PERCENT

SCENES: Final[tuple[Scene, ...]] = (*ARITHMETIC, *PERCENT, *EQUATIONS, *FRACTIONS)

__all__ = ["SCENES", "Kind", "Scene"]
