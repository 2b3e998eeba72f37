"""The README stays true: its pictures and links exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", re.findall(r"(?:\]\(|src=\")([^)\"#:]+)[)\"]", README))
def test_what_the_readme_points_to_exists(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_front_matter_names_the_gradio_that_is_tested() -> None:
    version = re.search(r"^sdk_version: (.+)$", README, re.MULTILINE)
    pinned = re.search(
        r"^gradio==(.+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert version and pinned and version[1] == pinned[1]
