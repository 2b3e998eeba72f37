"""`synthesize` with the built-in tutor: balanced, the same for the same seed, whole whatever happens. Real kernels."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from evaluation.grading import Judge
from solver.topics.table import TOPICS
from solver.variation import specimens
from tests.training.stages import ROOT, command, cut, ended, kept, killed, made
from training.synthesis import Config
from training.synthesis.builtin import FIELDS, plan, shares

FEW = {"count": 6, "subjects": ["ratios", "arithmetic", "derivatives"], "levels": ["1", "2"], "seed": 3}


def config(**settings: object) -> Config:
    return Config(**{"count": 100, **settings})


@given(st.integers(0, 500), st.integers(1, 60), st.integers(0, 99))
def test_shares_are_even(count: int, parts: int, seed: int) -> None:
    found = shares(count, parts, Random(seed))
    assert sum(found) == count and max(found) - min(found) <= 1


@settings(max_examples=25)
@given(st.integers(1, 3000), st.integers(0, 999), st.sampled_from([("en",), ("zh",), ("en", "zh")]))
def test_every_topic_gets_as_many(count: int, seed: int, languages: tuple[str, ...]) -> None:
    found = plan(config(count=count, seed=seed, languages=languages))
    assert sum(model.count for model in found) == count
    of_each = Counter((m.topic, m.own.problem.language) for m in found for _ in range(m.count))
    assert len(of_each) == min(count, len(TOPICS) * len(languages))
    assert max(of_each.values()) - min(of_each.values()) <= 1
    assert len({model.id for model in found}) == len(found)
    assert found == plan(config(count=count, seed=seed, languages=languages))


def test_subjects_and_levels_choose() -> None:
    found = plan(config(count=4000, subjects=["calculus", "ratios"], levels=["3"]))
    assert {FIELDS[m.topic] for m in found} == {"calculus", "numbers"}
    assert {m.topic for m in found if FIELDS[m.topic] == "numbers"} == {"ratios"}
    assert {m.own.level for m in found} == {"3"}
    everything = plan(config(count=20_000))
    assert {m.own.level for m in everything} == {"1", "2", "3"}
    assert {m.own.problem for m in everything} == {
        p for topic in TOPICS for language in ("en", "zh") for p in specimens(topic, language)
    }


def test_held_out_wordings_are_in_no_training() -> None:
    held, seen = (plan(config(count=20_000, wordings=w)) for w in ("held-out", "training"))
    everything = {share.own.problem for share in plan(config(count=20_000))}
    sets = [{one.problem for s in shares for one in (s.own, *s.others)} for shares in (held, seen)]
    assert not sets[0] & sets[1] and sets[0] | sets[1] == everything
    assert {s.topic for s in held} == {s.topic for s in seen} == set(TOPICS)


@pytest.mark.parametrize(
    "wrong",
    [{"subjects": ["alchemy"]}, {"levels": ["4"]}, {"teacher": "biultin"}, {"count": 0}, {"cuont": 3}],
)
def test_wrong_settings_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        config(**wrong)


@pytest.fixture(scope="module")
async def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    assert (await made("synthesize", out, **FEW))["kept"] == 6
    return out


async def test_problems_are_new_and_solved_by_their_topic(whole: Path) -> None:
    found = kept(whole)
    assert len({one.problem for one in found}) == 6
    assert {one.language for one in found} == {"en", "zh"}
    judge = Judge()
    for one in found:
        assert one.problem not in {p.text for p in specimens(one.subject, one.language)}
        assert await judge.grade(one.reference, one.reference) == "equal" and not one.solved
        assert (one.source, one.licence, one.level in "12") == ("builtin", "Apache-2.0", True)
    await judge.close()


async def test_the_same_seed_makes_the_same_whatever_the_jobs(whole: Path, tmp_path: Path) -> None:
    await made("synthesize", tmp_path / "again", **FEW, jobs=3)
    assert kept(tmp_path / "again") == kept(whole)
    await made("synthesize", tmp_path / "other", **{**FEW, "seed": 4})
    assert not {one.problem for one in kept(tmp_path / "other")} & {one.problem for one in kept(whole)}


async def test_a_resumed_stage_ends_as_one_that_was_not(whole: Path, tmp_path: Path) -> None:
    cut(whole, 3, tmp_path / "cut")
    await made("synthesize", tmp_path / "cut", **FEW, resume=True, jobs=1)
    assert kept(tmp_path / "cut") == kept(whole)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.thorough
async def test_killed_in_the_middle(whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "killed"
    given_ = ["count=6", "subjects=[ratios, arithmetic, derivatives]", "levels=['1', '2']", "seed=3"]
    assert 1 <= killed("synthesize", out, *given_, after=1) < 6
    await made("synthesize", out, **FEW, resume=True)
    assert kept(out) == kept(whole)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    "number",
    [pytest.param(number, marks=pytest.mark.wide(only=True)) for number in (signal.SIGINT, signal.SIGTERM)],
)
def test_ended_it_says_so_and_leaves_no_process(number: signal.Signals, tmp_path: Path) -> None:
    said = ended(number, "synthesize", tmp_path / "out", "count=60", "subjects=[ratios, arithmetic]", after=1)
    assert "what is done is kept" in said and "Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files")
def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path) -> None:
    """The system refuses a file more than 2,000 bytes."""
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); import sys; from training.__main__ import main; sys.exit(main({command('synthesize', tmp_path / 'full', 'count=60', 'subjects=[ratios]')[3:]!r}))"
    ended = subprocess.run([sys.executable, "-c", limited], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 2
    assert "cannot be written" in ended.stderr and "--resume" in ended.stderr
    assert "Traceback" not in ended.stderr
