"""The command line: files as cells of one kernel."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver.events import Output, decode
from solver.kernels.__main__ import main


def test_files_run_in_order_in_one_kernel(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, source in (("a.py", "n = 6"), ("b.py", "n * 7"), ("c.py", "1 / 0")):
        (tmp_path / name).write_text(source)
    status = main(
        [*(str(tmp_path / name) for name in ("a.py", "b.py", "c.py")), "--json", "--timeout-s", "20"]
    )
    assert status == 1
    assert [decode(line) for line in capsys.readouterr().out.splitlines()] == [
        Output(1, "result", "42"),
        Output(2, "error", "line 1: 1 / 0\nZeroDivisionError: division by zero"),
    ]


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["/nowhere.py"]) == 1
    assert "/nowhere.py" in capsys.readouterr().err
