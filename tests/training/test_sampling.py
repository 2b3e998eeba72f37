"""`solve` keeps right solutions that really ran and really differ, and nothing of a solution is believed that the kernel did not say."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.rows import BadData, Row
from evaluation.solving import Solved
from solver.events import Answer, Check, Code, Done, Event, Failure, Output, Reasoning
from solver.ports import Comparison
from solver.profiles import profile_of
from tests.models.scripted_server import Refuses, ScriptedServer, Streams, serving
from tests.training.stages import cut, kept, killed, made
from training.examples import Example
from training.folder import Outcome, StageFolder
from training.formats import format_of, row
from training.inputs import GIVE_UP
from training.sampling.sifting import Candidate, cells, sift
from training.sampling.ways import canonical

PROBLEM = Example("toy/1", "Add 2 and 3.", "en", "toy", "CC0-1.0", reference="5")


def solution(
    source: str = "print(2 + 3)",
    printed: str = "5\n",
    answer: str = "5",
    *,
    words: str = "",
    error: str = "",
) -> tuple[Event, ...]:
    outputs = (Output(1, "stdout", printed), *((Output(1, "error", error),) if error else ()))
    said = Reasoning(2, f"{words}So \\(\\boxed{{{answer}}}\\).\n")
    return (Reasoning(0, "I add.\n"), Code(1, source), *outputs, said, Answer(answer), Done("answered"))


def candidate(name: str, events: Sequence[Event], **row: object) -> Candidate:
    answer = next((e.latex for e in events if isinstance(e, Answer)), "")
    found = {"verdict": "right" if answer == "5" else "wrong", "checked": "unknown", **row}
    return Candidate(
        name, "toy", Solved(Row(name, "toy", "", answer, "5", seconds=0.0, **found), tuple(events))
    )  # type: ignore[arg-type]


class Texts:
    """Compares texts; of numbers it knows whole ones."""

    async def same(self, one: str, other: str) -> bool:
        return one == other

    async def compare(self, answer: str, printed: str) -> Comparison | None:
        if not (answer.isdigit() and printed.isdigit()):
            return None
        return Comparison("same" if answer == printed else "other", printed, "")


TEXTS = Texts()


REASONS = [
    pytest.param(solution(), {}, "", id="right"),
    pytest.param(solution(answer="6"), {}, "wrong-answer", id="wrong"),
    pytest.param((Failure("declined", "?"), Done("no-answer")), {"verdict": "declined"}, "declined", id="declined"),
    pytest.param(solution(), {"note": "time-limit: no end within 5 s", "verdict": "failed"}, "time-limit", id="slow"),
    pytest.param((Done("failed"),), {"verdict": "failed"}, "failed", id="failed"),
    pytest.param((Failure("kernel-died", "?"), Done("failed")), {"verdict": "failed"}, "kernel-died", id="kernel died"),
    pytest.param(solution(source="print(2 * 3)", printed="6\n"), {}, "contradicts-kernel", id="contradiction"),
    pytest.param(solution(), {"form": "missed"}, "wrong-form", id="form"),
    pytest.param(solution(), {"form": "missed", "exact": True}, "", id="the key's form"),
    pytest.param(solution(error="ZeroDivisionError"), {}, "code-failed", id="code failed"),
    pytest.param((Reasoning(0, "So \\(\\boxed{5}\\)."), Answer("5"), Done("answered")), {}, "no-code", id="no code"),
    pytest.param((*solution()[:-1], Check("5", "refuted", "by hand"), Done("answered")), {}, "refuted", id="refuted"),
    pytest.param(solution(words="It printed\n```output\n6\n```\n"), {}, "claimed-output", id="made up"),
    pytest.param(solution(words="It printed\n```output\n5\n```\n"), {}, "claimed-output", id="quoted"),
    pytest.param(solution(words="The program prints 6. "), {}, "claimed-output", id="in words"),
    pytest.param(solution(words="The program prints 5. "), {}, "", id="true words"),
]  # fmt: skip


@pytest.mark.parametrize(("events", "row", "reason"), REASONS)
async def test_what_is_dropped_has_its_reason(
    events: tuple[Event, ...], row: dict[str, object], reason: str
) -> None:
    outcome = await sift(PROBLEM, [candidate("a", events, **row)], TEXTS, most=4, code=True)
    assert [one.reason for one in outcome.dropped] == [reason] * bool(reason)
    assert len(outcome.kept) == (not reason)


sources = st.sampled_from(["print(2 + 3)", "a = 2\nprint(a + 3)", "b = 2  # two\nprint(b + 3)", "print(5)", "print('so', 2 + 3)"])  # fmt: skip
answers = st.sampled_from(["5", "6", "7"])


@given(st.lists(st.tuples(sources, answers), max_size=8), st.integers(1, 4), st.booleans())
async def test_kept_are_few_right_and_different(drawn: list[tuple[str, str]], most: int, known: bool) -> None:
    problem = PROBLEM if known else Example("toy/1", "Add.", "en", "toy")
    given_ = [
        candidate(f"toy/1#{n}", solution(source, f"{answer}\n", answer), verdict="right" if answer == "5" or not known else "wrong")
        for n, (source, answer) in enumerate(drawn)
    ]  # fmt: skip
    outcome = await sift(problem, given_, TEXTS, most=most, code=True)
    assert len(outcome.kept) <= most
    ways = [canonical(c.source for c in cells(one.events)) for one in outcome.kept]
    assert len(set(ways)) == len(ways)
    assert len({one.answer for one in outcome.kept}) <= 1
    assert {one.id for one in outcome.kept} | {one.id for one in outcome.dropped} == {c.id for c in given_}
    assert len(outcome.kept) + len(outcome.dropped) == len(given_)
    votes = Counter(answer for _, answer in drawn)
    right = "5" if known else next((a for a, n in votes.items() if n >= 2 and 2 * n > len(drawn)), "")
    wanted = {canonical([source]) for source, answer in drawn if answer == right}
    assert len(outcome.kept) == min(most, len(wanted))


def problems(folder: Path, *examples: Example) -> Path:
    folder.mkdir(parents=True)
    stage = StageFolder(folder)
    stage.begin("toy", {}, [], resume=False)
    for one in examples:
        stage.keep(Outcome(one.id, (one,)))
    stage.finish()
    return folder


EASY = [
    Example("toy/1", "Solve x^2 - 5x + 6 = 0.", "en", "toy", "CC0-1.0", reference="2, 3"),
    Example("toy/2", "计算 12 × 12。", "zh", "toy", reference="145"),
    Example("toy/3", "Tell me about the weather.", "en", "toy"),
    Example("toy/4", "Find the derivative of x^3.", "en", "toy"),
]


@pytest.fixture(scope="module")
async def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Problems, and what the built-in tutor made of them."""
    folder = tmp_path_factory.mktemp("solve")
    given_ = problems(folder / "problems", *EASY)
    counts = await made("solve", folder / "solved", of=[given_], samples=3, most=2)
    assert counts["wrong-answer"] >= 1 and counts["declined"] >= 1 and counts["kept"] >= 3
    return given_, folder / "solved"


async def test_the_tutor_solves_by_its_methods(whole: tuple[Path, Path]) -> None:
    _, out = whole
    found = kept(out)
    by_problem = Counter(one.id.partition("#")[0] for one in found)
    assert by_problem["toy/1"] == 2 and by_problem["toy/4"] >= 1 and "toy/2" not in by_problem
    for one in found:
        assert one.source == "builtin" and any(
            isinstance(e, Check) and e.verdict == "proved" for e in one.events
        )
        assert cells(one.events) and all(cell.outputs for cell in cells(one.events))
        for form in ("sharegpt", "sharegpt-calls", "messages", "alpaca"):
            assert row(format_of(form), one, profile_of("stepwise" if form != "alpaca" else "qwen2.5-math"))
    assert {one.licence for one in found if one.id.startswith("toy/1")} == {"CC0-1.0"}


async def test_resumed_is_not_resumed(whole: tuple[Path, Path], tmp_path: Path) -> None:
    given_, out = whole
    cut(out, 2, tmp_path / "cut")
    await made("solve", tmp_path / "cut", of=[given_], samples=3, most=2, resume=True, jobs=1)
    assert kept(tmp_path / "cut") == kept(out)


@pytest.mark.wide(only=True)  # killed as in `test_synthesis`, and cut off above
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
async def test_killed_in_the_middle(whole: tuple[Path, Path], tmp_path: Path) -> None:
    given_, out = whole
    settings = [f"of=[{given_}]", "samples=3", "most=2"]
    assert killed("solve", tmp_path / "killed", *settings, after=1) < len(EASY)
    await made("solve", tmp_path / "killed", of=[given_], samples=3, most=2, resume=True)
    assert kept(tmp_path / "killed") == kept(out)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedServer]:
    with serving() as scripted:
        monkeypatch.setenv("OPENAI_BASE_URL", scripted.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        yield scripted


ADD = Example("toy/add", "What is 2 + 3?", "en", "toy", reference="5")


def says(*stretches: str) -> list[Streams | Refuses]:
    return [Streams([stretch]) for stretch in stretches]


RUN = "I add.\n```python\nprint(2 + 3)\n```\n"
SUM = "I add them up.\n```python\ntotal = sum([2, 3])\nprint(total)\n```\n"
END = "Therefore \\(\\boxed{5}\\)."


async def test_a_language_models_solutions_are_sifted(server: ScriptedServer, tmp_path: Path) -> None:
    server.script = [
        *says(RUN, END),
        *says(RUN.replace("print", "# again\nprint"), END),
        *says(SUM, END),
        *says(RUN, "Therefore \\(\\boxed{6}\\)."),
        *says("```python\nprint(2 + y)\n```\n", END),
        *says(RUN, "It printed\n```output\n7\n```\nSo \\(\\boxed{5}\\)."),
    ]
    settings = {"of": [problems(tmp_path / "problems", ADD)], "model": "openai:some", "samples": 6}
    counts = await made("solve", tmp_path / "out", **settings, jobs=1)
    assert counts == {"kept": 2, "same-way": 1, "wrong-answer": 1, "code-failed": 1, "claimed-output": 1}
    assert [one.id for one in kept(tmp_path / "out")] == ["toy/add#0", "toy/add#2"]
    assert len({asked["seed"] for asked in server.asked}) == 6
    assert {asked["temperature"] for asked in server.asked} == {0.7}


async def test_a_server_that_goes_away_loses_nothing(server: ScriptedServer, tmp_path: Path) -> None:
    given_ = problems(
        tmp_path / "p", *[Example(f"toy/{n}", ADD.problem, "en", "toy", reference="5") for n in range(9)]
    )
    settings = {"of": [given_], "model": "openai:some", "samples": 1}
    server.script = [*says(RUN, END), *says(RUN, END), Refuses(401, "no such key")]
    with pytest.raises(BadData, match="--resume") as stopped:
        await made("solve", tmp_path / "out", **settings, jobs=1)
    assert str(GIVE_UP) in str(stopped.value) and "Traceback" not in str(stopped.value)
    done = [json.loads(line)["input"] for line in (tmp_path / "out" / "done.jsonl").read_text().splitlines()]
    assert done == ["toy/0", "toy/1"]
    server.script = says(*[RUN, END] * 7)
    assert (await made("solve", tmp_path / "out", **settings, jobs=1, resume=True))["kept"] == 9
    assert len({one.id for one in kept(tmp_path / "out")}) == 9


TOLD: dict[str, tuple[tuple[Event, ...], str]] = {
    "true": ((Reasoning(0, "I add."), Code(1, "print(2 + 3)"), Output(1, "stdout", "5\n"), Reasoning(2, END)), "kept"),
    "false": ((Reasoning(0, "I add."), Code(1, "print(2 + 3)"), Output(1, "stdout", "6\n"), Reasoning(2, END)), "claimed-output"),
    "a program alone": ((Reasoning(0, "Let's write a program."), Code(1, "print(2 + 3)")), "kept"),
    "a wrong one": ((Reasoning(0, "Let's write a program."), Code(1, "print(2 - 3)")), "wrong-answer"),
    "no box": ((Code(1, "print(2 + 3)"), Reasoning(2, "It is five."), Answer("5")), "kept"),
    "no end": ((Code(1, "while True: pass"), Reasoning(2, END)), "code-failed"),
    "no answer": ((Code(1, "x = 5"), Reasoning(2, "That is all.")), "no-answer"),
    "the kernel says otherwise": ((Code(1, "print(2 + 4)"), Reasoning(2, END)), "contradicts-kernel"),
}  # fmt: skip


async def test_solutions_that_came_along_are_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEPWISE_CELL_TIMEOUT_S", "2")
    came_along = [
        Example(name, ADD.problem, "en", "somebody", "MIT", events, reference="5")
        for name, (events, _) in TOLD.items()
    ]
    out = tmp_path / "out"
    await made("solve", out, of=[problems(tmp_path / "problems", *came_along)], samples=0)
    came = {
        one.input: one.dropped[0].reason if one.dropped else "kept" for one in StageFolder(out).outcomes()
    }
    assert came == {name: wanted for name, (_, wanted) in TOLD.items()}
    for found in kept(out):
        assert (found.source, found.licence, found.answer) == ("somebody", "MIT", "5")
        assert "".join(e.text for e in found.events if isinstance(e, Output)).startswith("5\n")
