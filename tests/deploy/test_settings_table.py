"""The table of settings: made from the code, and fresh in the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver import settings_command
from solver.settings import Settings

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_has_the_table_of_today() -> None:
    text = README.read_text(encoding="utf-8")
    assert settings_command.with_table(text) == text, (
        "run `make settings`, or python -m solver settings --write README.md"
    )


def test_every_setting_is_described() -> None:
    bare = [name for name, field in Settings.model_fields.items() if not field.description]
    assert not bare


def test_each_variable_really_sets_its_field(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {int: "3", float: "3.5", bool: "1"}
    for name, field in Settings.model_fields.items():
        if (value := values.get(field.annotation or str)) is None:
            continue
        for variable in settings_command.variables(name, field):
            with monkeypatch.context() as patch:
                patch.setenv(variable, value)
                assert getattr(Settings(), name) == field.annotation(value)  # type: ignore[call-arg,misc]


WORDS = {"local", "all", "off"}
"""Values that a setting may have beside a secret."""


def test_no_secret_has_a_default() -> None:
    for name, field in Settings.model_fields.items():
        if "SecretStr" in str(field.annotation):
            assert field.default is None or field.default.get_secret_value() in WORDS, name


def test_a_file_without_the_marks_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.md"
    file.write_text("nothing here")
    assert settings_command.main(["--write", str(file)]) == 1
    assert file.read_text() == "nothing here"
    assert "marks" in capsys.readouterr().err
    assert settings_command.main([]) == 0
    assert capsys.readouterr().out.startswith("| variable | default | what |")
