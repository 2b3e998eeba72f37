"""`python -m solver settings`: every setting in one Markdown table, made from `Settings`; `--write FILE` puts it between the
marks of a file. `tests/deploy/test_settings_table.py` fails where the README's is stale.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from pydantic import AliasChoices, SecretStr
from pydantic.fields import FieldInfo

from solver.settings import Settings

BEGIN: Final = "<!-- settings: `python -m solver settings --write README.md` -->"
END: Final = "<!-- end of settings -->"


def variables(name: str, field: FieldInfo) -> tuple[str, ...]:
    """The environment variables that set a field, the usual one first.

    >>> variables("samples", Settings.model_fields["samples"])
    ('STEPWISE_SAMPLES',)
    >>> variables("database_url", Settings.model_fields["database_url"])
    ('DATABASE_URL', 'STEPWISE_DATABASE_URL')
    """
    if isinstance(field.validation_alias, AliasChoices):
        return tuple(str(choice) for choice in reversed(field.validation_alias.choices))
    return (f"STEPWISE_{name.upper()}",)


def shown(default: object) -> str:
    """A default as it would be written into the environment; empty where there is none.

    >>> shown("auto"), shown(900.0), shown(False), shown(None)
    ('`auto`', '900', '0', '')
    """
    if default is None or isinstance(default, SecretStr):
        return ""
    return format(default, "g") if isinstance(default, bool | int | float) else f"`{default}`"


def table() -> str:
    """The table, in the order of `Settings`."""
    rows = ["| variable | default | what |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        names = ", ".join(f"`{variable}`" for variable in variables(name, field))
        what = (field.description or "").replace("|", r"\|")
        rows.append(f"| {names} | {shown(field.default)} | {what} |".replace("|  |", "| |"))
    return "\n".join(rows)


def with_table(text: str) -> str:
    """A text with the table between its marks.

    Raises:
        ValueError: the marks are not there.
    """
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the marks are missing: {BEGIN} … {END}")
    return f"{head}{BEGIN}\n\n{table()}\n\n{END}{tail}"


def main(arguments: list[str]) -> int:
    """Print the table, or write it; 1 where a file has no place for it."""
    parser = argparse.ArgumentParser(prog="python -m solver settings", description="List every setting.")
    parser.add_argument(
        "--write", metavar="FILE", type=Path, help="put the table between the marks of a file"
    )
    file: Path | None = parser.parse_args(arguments).write
    if file is None:
        print(table())
        return 0
    try:
        file.write_text(with_table(file.read_text(encoding="utf-8")), encoding="utf-8")
    except (OSError, ValueError) as error:
        print(f"{file}: {error}", file=sys.stderr)
        return 1
    return 0
