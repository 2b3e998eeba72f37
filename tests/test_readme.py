"""The README stays true: its settings are those of the code, its pictures and links exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import AliasChoices

from solver.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_listed_with_its_default() -> None:
    rows = re.findall(r"^\| (`[^|]+`) \| ([^|]*?) ?\| ", README, re.MULTILINE)
    listed = {name: default.strip("`") for names, default in rows for name in re.findall(r"`(\w+)`", names)}
    for name, field in Settings.model_fields.items():
        if isinstance(field.validation_alias, AliasChoices):
            assert str(field.validation_alias.choices[-1]) in listed
        else:
            shown = listed.pop("STEPWISE_" + name.upper())
            assert shown == (
                ""
                if field.default is None
                else format(field.default, "" if type(field.default) is str else "g")
            )
    assert not [name for name in listed if name.startswith("STEPWISE_")]


@pytest.mark.parametrize("target", re.findall(r"(?:\]\(|src=\")([^)\"#:]+)[)\"]", README))
def test_what_the_readme_points_to_exists(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_front_matter_names_the_gradio_that_is_tested() -> None:
    version = re.search(r"^sdk_version: (.+)$", README, re.MULTILINE)
    pinned = re.search(
        r"^gradio==(.+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert version and pinned and version[1] == pinned[1]
