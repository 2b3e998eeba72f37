"""The tutor in lm-evaluation-harness: solutions come out, and three graders read them.

In a process of its own: what the harness imports takes gigabytes of addresses, and processes of later tests are bounded by those.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from evaluation.datasets.loading import SAMPLES
from evaluation.harness import scoring
from tests.served import Program

ROOT = Path(__file__).parents[2]


TWICE = """
import sys
from lm_eval.tasks import TaskManager
begin = TaskManager.__init__  # the harness's own tasks, 14,000 files, are not read: seconds of a core, twice
TaskManager.__init__ = lambda *given, **named: begin(*given, **{**named, "include_defaults": False})
from evaluation.harness.__main__ import main
url = sys.argv[1]
task = ["--tasks", "stepwise_gsm8k", "--apply_chat_template"]
main(["run", "--model", "stepwise", *task])
main(["run", "--model", "local-chat-completions", "--model_args", f"model=builtin,base_url={url}/v1/chat/completions", *task])
"""


@pytest.mark.skipif(
    find_spec("lm_eval") is None, reason="lm-evaluation-harness is not installed (requirements-dev.txt)"
)
@pytest.mark.timeout(300)
@pytest.mark.thorough
def test_the_harness_runs_a_task_with_the_tutor_as_model_and_with_its_endpoint(
    tmp_path: Path, program: Program
) -> None:
    """Both ways give one score. In one process: what the harness imports takes ten seconds of a core."""
    rows = [json.loads(line) for line in (SAMPLES / "gsm8k.jsonl").read_text(encoding="utf-8").splitlines()]
    rows[2]["answer"] = "#### 7"  # a wrong key: the solution is not what it says
    (tmp_path / "gsm8k.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-c", TWICE, program.url],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env=os.environ | {"STEPWISE_EVAL_DATA": str(tmp_path), "HF_HUB_OFFLINE": "1", "OPENAI_API_KEY": "none"},
    )  # fmt: skip
    assert said.returncode == 0, said.stderr[-2000:]
    for metric in ("equal", "math_verify", "exact_match"):
        lines = [line for line in said.stdout.splitlines() if f"|{metric}" in line.replace(" ", "")]
        assert ["0.6667" in line.split("|")[7] for line in lines] == [True, True], said.stdout


def test_options_are_told_and_the_built_in_tutor_is_asked_as_in_the_runner() -> None:
    doc = {"id": "a", "dataset": "aqua", "question": "1+1 is", "answer": "B", "choices": ["1", "2"]}
    assert scoring.asked(doc) == "1+1 is\n(A) 1\n(B) 2"
    assert scoring.process_results(doc, ["1+1 is 2, so the answer is (B)."])["equal"] == 1
    assert scoring.process_results(doc, ["1+1 is 2.\n#### 2"])["equal"] == 1
    assert scoring.process_results(doc, ["The answer is A."])["equal"] == 0


def test_no_answer_is_none() -> None:
    assert set(scoring.process_results({}, ["I do not know."]).values()) == {0.0}
