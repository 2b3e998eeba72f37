"""A Hugging Face Space, as far as it can be looked at in seconds; `make space-check` imitates one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FRONT = yaml.safe_load((ROOT / "README.md").read_text(encoding="utf-8").split("---\n")[1])
KNOWN = """title emoji colorFrom colorTo sdk sdk_version python_version app_file license short_description tags
suggested_hardware preload_from_hub startup_duration_timeout hf_oauth pinned models""".split()


def test_the_front_matter_is_what_a_space_reads() -> None:
    assert not set(FRONT) - set(KNOWN)
    assert FRONT["sdk"] == "gradio" and FRONT["app_file"] == "app.py"
    assert FRONT["python_version"] == "3.12", "written as a number it would be another version"
    assert len(FRONT["short_description"]) <= 60
    assert FRONT["colorFrom"] in "red yellow green blue indigo purple pink gray".split()


def test_the_spaces_gradio_is_within_the_requirements() -> None:
    low, below = re.findall(
        r"^gradio>=([\d.]+),<(\d+)$", (ROOT / "requirements.txt").read_text(), re.MULTILINE
    )[0]
    version = [int(part) for part in FRONT["sdk_version"].split(".")]
    assert [int(part) for part in low.split(".")] <= version < [int(below)]


def test_a_space_installs_the_packages_that_make_run_does() -> None:
    makefile = (ROOT / "Makefile").read_text()
    wanted = [
        set(re.search(rf"^{target}:.*?--no-install-recommends ([a-z -]+)'", makefile, re.M | re.S)[1].split())  # type: ignore[index]
        for target in ("words", "fonts")
    ]
    assert set((ROOT / "packages.txt").read_text().split()) == set.union(*wanted)


def test_torch_may_be_that_of_zero_gpu() -> None:
    low, below = re.findall(
        r"^torch>=([\d.]+),<(\d+)$", (ROOT / "requirements.txt").read_text(), re.MULTILINE
    )[0]
    assert [int(part) for part in low.split(".")] <= [2, 8] and int(below) > 2


@pytest.mark.skipif(sys.platform != "linux", reason="kernels are confined on Linux only")
def test_no_secret_of_the_environment_reaches_a_cell() -> None:
    done = subprocess.run(
        [sys.executable, "deploy/secret_probe.py", "HF_TOKEN"],
        cwd=ROOT, env={**os.environ, "HF_TOKEN": "s3cret-0123456789"}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "places looked at" in done.stdout
