"""The document of the routes for programs is true of the running program, and no request makes it fail (schemathesis)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.breadth import SHARE, wide
from tests.served import Program
from ui.operation.openapi import DOCUMENT, document

EXAMPLES = 40
"""Of each kind and route: half a minute in all in the wide run."""


@pytest.fixture(scope="module")
def url(program: Program) -> str:
    return program.url


def test_the_document_is_served_beside_gradios(url: str) -> None:
    assert httpx.get(f"{url}/openapi.json").json() == document(["builtin"])
    gradios = httpx.get(f"{url}/gradio_api/openapi.json")
    assert gradios.status_code == 200 and gradios.json() != document(["builtin"])


def test_its_examples_are_answered(url: str) -> None:
    (problem,) = DOCUMENT["paths"]["/api/solve"]["post"]["requestBody"]["content"]["application/json"]["schema"]["properties"]["problem"]["examples"]  # fmt: skip
    assert '"kind": "answer"' in httpx.post(f"{url}/api/solve", json={"problem": problem}, timeout=60).text


@pytest.mark.wide
@pytest.mark.thorough
def test_no_request_makes_it_fail(url: str, tmp_path: Path) -> None:
    checked = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"), "run", f"{url}/openapi.json",
            "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
            "--max-examples", str(EXAMPLES if wide() else EXAMPLES // SHARE), "--phases", "examples,coverage,fuzzing", "--seed", "1", "--generation-deterministic",
            "--request-timeout", "30", "--no-color",
        ],
        cwd=tmp_path, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout[-6000:] + checked.stderr[-2000:]
    assert httpx.get(f"{url}/readyz").status_code == 200
