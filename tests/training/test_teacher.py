"""`synthesize` with a language model: what is asked, and that of what it answers nothing is used that is not whole. A real server."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from evaluation.rows import BadData
from solver.events import Answer, Code, Done, Output, Reasoning
from solver.ports import Language
from solver.prompts import FOLDER, written
from tests.models.scripted_server import Refuses, ScriptedServer, Streams, serving
from tests.training.stages import cut, kept, made
from training.__main__ import STAGES
from training.__main__ import settings as settings_of
from training.examples import Example
from training.folder import Outcome, StageFolder
from training.synthesis import Config
from training.synthesis.replies import Found, Unusable, conversation, posed, program
from training.synthesis.teacher import Request, Requests
from training.synthesis.templates import LEVELS, SUBJECTS, TEMPLATES, masked

TURNS = [
    {"from": "human", "value": "题目：一个正方形的面积是 \\(49\\)，周长是多少？"},
    {"from": "gpt", "value": "首先给出思考过程：边长是 \\(\\sqrt{49}\\)。"},
    {"from": "function_call", "value": "```python\nfrom math import isqrt\nprint(4 * isqrt(49))\n```"},
    {"from": "observation", "value": "运行以上代码，输出会是：```28```"},
    {"from": "gpt", "value": "因此，周长是 \\(\\boxed{28}\\)。"},
]
GOOD = f"```json\n{json.dumps(TURNS, ensure_ascii=False, indent=1)}\n```"


def fenced(value: object) -> str:
    return f"```json\n{json.dumps(value, ensure_ascii=False)}\n```"


def without(turn: int, **changed: str) -> str:
    """The good answer with one turn changed, or left out."""
    return fenced([{**t, **changed} if n == turn else t for n, t in enumerate(TURNS) if n != turn or changed])


def test_a_conversation_becomes_events() -> None:
    found = conversation(GOOD)
    assert found.problem == "一个正方形的面积是 \\(49\\)，周长是多少？" and found.answer == "28"
    assert found.events == (
        Reasoning(0, TURNS[1]["value"]),
        Code(1, "from math import isqrt\nprint(4 * isqrt(49))"),
        Output(1, "stdout", "28\n"),
        Reasoning(2, TURNS[4]["value"]),
        Answer("28"),
        Done("answered"),
    )
    assert conversation(f"<think>Hm [1]</think>\n{GOOD}\nGood luck!") == found
    assert conversation(fenced({"conversations": TURNS})) == found
    assert conversation(without(3, **{"from": "human"})) == found
    told = f"{TURNS[1]['value']}\n{TURNS[2]['value']}\n"  # as the seed's files have it
    both = conversation(fenced([TURNS[0], {"from": "gpt", "value": told}, *TURNS[3:]]))
    assert (both.problem, both.answer) == (found.problem, found.answer)
    assert [type(e) for e in both.events] == [type(e) for e in found.events]


BAD = [
    pytest.param("", "empty", id="nothing"),
    pytest.param("<think>So what", "empty", id="only thoughts"),
    pytest.param("I'm sorry, but I can't help with that.", "refusal", id="refuses"),
    pytest.param("抱歉，我无法完成这个请求。", "refusal", id="refuses in Chinese"),
    pytest.param("Here is a nice problem: 2 + 2.", "not-json", id="prose"),
    pytest.param("asdf {]] 123 [[ }", "not-json", id="nonsense"),
    pytest.param(GOOD[: len(GOOD) // 2], "half-json", id="half"),
    pytest.param(GOOD[:-8], "half-json", id="nearly all"),
    pytest.param('[{"from": "human", "value": "\\sqrt{2}"}]', "bad-escape", id="backslash"),
    pytest.param(GOOD.replace("\\\\sqrt", "\\frac"), "bad-escape", id="form feed"),
    pytest.param(fenced({"problem": "1 + 1"}), "wrong-form", id="another form"),
    pytest.param(fenced(["human", "gpt", "gpt"]), "wrong-form", id="no turns"),
    pytest.param(without(0), "wrong-form", id="no problem"),
    pytest.param(without(4), "wrong-form", id="no end"),
    pytest.param(without(1, **{"from": "teacher"}), "wrong-form", id="nobody"),
    pytest.param(without(2), "wrong-form", id="an output of nothing"),
    pytest.param(fenced([TURNS[0], TURNS[1], TURNS[4]]), "no-code", id="no program"),
    pytest.param(without(2, value="```python\nprint(4 *\n```"), "broken-code", id="half a program"),
    pytest.param(without(2, value="```python\n# later\n```"), "no-code", id="an empty program"),
    pytest.param(without(4, value="因此，周长是28。"), "no-answer", id="no box"),
    pytest.param(without(0, value="题目："), "no-problem", id="a title alone"),
    pytest.param(without(0, value="长" * 6000), "too-long", id="too long"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), BAD)
def test_what_is_not_whole_is_dropped(text: str, reason: str) -> None:
    with pytest.raises(Unusable) as dropped:
        conversation(text)
    assert dropped.value.reason == reason


@given(st.integers(0, len(GOOD)))
def test_half_an_answer_is_never_another_answer(at: int) -> None:
    try:
        assert conversation(GOOD[:at]) == conversation(GOOD)
    except Unusable:
        assert at < len(GOOD)


@given(st.one_of(st.text(), st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["from", "value", "problem", "answer", "conversations"]), inner)).map(fenced)))  # fmt: skip
def test_any_answer_is_taken_apart_or_refused(text: str) -> None:
    for read in (
        conversation,
        program,
        lambda t: posed(t, answered=True),
        lambda t: posed(t, answered=False),
    ):
        try:
            assert isinstance(read(text), Found)
        except Unusable:
            continue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (fenced({"problem": "x + 1 = 3", "answer": "x = 2"}), ("x + 1 = 3", "x = 2")),
        (fenced({"problem": "1 + 1", "answer": 2}), ("1 + 1", "2")),
        (fenced({"problem": "1 + 1", "answer": "$\\boxed{2}$"}), ("1 + 1", "2")),
        (fenced({"problem": "1 + 1"}), "no-answer"),
        (fenced({"problem": "1 + 1", "answer": " "}), "no-answer"),
        (fenced({"problem": "1 + 1", "answer": ["2"]}), "no-answer"),
        (fenced({"answer": "2"}), "wrong-form"),
        ('{"drafts": [{"problem": "1 + 1", "answer": "2"} or so]}', "not-json"),
    ],
)
def test_a_problem_with_its_answer(text: str, found: tuple[str, str] | str) -> None:
    if isinstance(found, str):
        with pytest.raises(Unusable) as dropped:
            posed(text, answered=True)
        assert dropped.value.reason == found
    else:
        came = posed(text, answered=True)
        assert (came.problem, came.answer) == found


def test_a_program_ends_what_is_used() -> None:
    text = "I add.\n```python\nprint(2 + 3)\n```\nIt prints 7.\n```python\nprint(8)\n```\n"
    assert program(text).events == (Reasoning(0, "I add.\n"), Code(1, "print(2 + 3)\n"))
    for bad, reason in [
        ("It is 5.", "no-code"),
        ("I cannot do that.", "refusal"),
        ("```python\n1 +\n```", "broken-code"),
    ]:
        with pytest.raises(Unusable) as dropped:
            program(bad)
        assert dropped.value.reason == reason


def test_a_mask_hides_what_was_worked_out() -> None:
    assert masked("2 * 3 = 6, and 6 + 3 = 9. So 9.", "2 and 3") == "2 * 3 = M1, and M1 + 3 = M2. So M2."


SOLVED = (Reasoning(0, "Half of 12 is 6."), Code(1, "print(12 / 2)"), Reasoning(2, "So \\(\\boxed{6}\\)."), Answer("6"), Done("answered"))  # fmt: skip
GIVEN = [
    Example("toy/1", "What is half of 12?", "en", "toy", "MIT", SOLVED, "6", "6", "ratios", "primary"),
    Example("toy/2", "12的一半是多少？", "zh", "toy", "MIT", SOLVED, "6", "6", "ratios", "primary"),
]


def problems(folder: Path, *examples: Example) -> Path:
    folder.mkdir()
    stage = StageFolder(folder)
    stage.begin("toy", {}, [], resume=False)
    for one in examples:
        stage.keep(Outcome(one.id, (one,)))
    stage.finish()
    return folder


def asked(**settings: Any) -> list[Request]:
    config = Config(**{"teacher": "openai:some", "count": 60, **settings})
    requests = Requests(config, "openai:some")
    return [requests[number] for number in requests.left(())]


def test_the_same_seed_asks_the_same_of_every_kind(tmp_path: Path) -> None:
    settings = {"templates": tuple(TEMPLATES), "of": [problems(tmp_path / "p", *GIVEN)], "count": 300}
    found = asked(**settings)
    assert found == asked(**settings, jobs=7) != asked(**settings, seed=1)
    assert {r.id.split("/")[1] for r in found} == set(TEMPLATES) and len({r.id for r in found}) == 300
    assert {r.language for r in found} == {"en", "zh"}
    for request in found:
        begins = request.template.begins
        assert (request.given is None) == begins
        assert (request.level in LEVELS and request.subject in SUBJECTS) or not begins
        if request.given is not None:
            assert request.given.language == request.language
            assert ("6" if "/backward/" in request.id else request.given.problem) in request.words
        assert "{level}" not in request.words and "{problem}" not in request.words
    starts = Counter((r.level, r.subject) for r in found if r.template.begins)
    assert len(starts) > 20


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_has_its_words(name: str, language: Language) -> None:
    text = written(f"synthesis/{name}-{language}")
    assert all(f"{{{variable}}}" in text for variable in TEMPLATES[name].variables)


def test_no_words_are_left_over() -> None:
    files = {path.stem.rpartition("-")[0] for path in (FOLDER / "synthesis").glob("*.md")}
    assert files == set(TEMPLATES)


def test_what_does_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="haarder"):
        asked(templates=["haarder"])
    with pytest.raises(BadData, match="of="):
        asked(templates=["harder"])
    bare = problems(tmp_path / "p", Example("toy/1", "What is half of 12?", "en", "toy"))
    with pytest.raises(BadData, match="a solution"):
        asked(templates=["masked"], of=[bare], languages=["en"])


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedServer]:
    with serving() as scripted:
        monkeypatch.setenv("OPENAI_BASE_URL", scripted.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        yield scripted


ENGLISH = fenced({"problem": "What is a third of 18, doubled?", "answer": "12"})


async def test_bad_answers_are_counted_and_good_ones_kept(server: ScriptedServer, tmp_path: Path) -> None:
    server.script = [Streams([t]) for t in (GOOD, GOOD[:200], "I cannot do that.", "Certainly!", ENGLISH)]
    server.script += [Streams([GOOD.replace("正方形", "圆").replace("题目：", "")])]
    settings = {"teacher": "openai:some", "count": 6, "languages": ["zh"], "licence": "CC0-1.0"}
    counts = await made("synthesize", tmp_path / "out", **settings, jobs=1)
    assert counts == {"kept": 2, "half-json": 1, "refusal": 1, "not-json": 1, "wrong-form": 1}
    first, last = kept(tmp_path / "out")
    assert (first.id, last.id) == ("openai:some/seed/0", "openai:some/seed/5")
    assert (first.source, first.licence, first.answer, first.reference) == (
        "openai:some",
        "CC0-1.0",
        "28",
        "",
    )
    assert first.level in LEVELS and first.subject in SUBJECTS and first.language == "zh"
    assert [a["seed"] for a in server.asked] == [*range(6)]
    assert {a["temperature"] for a in server.asked} == {0.9} and not any("tools" in a for a in server.asked)


KINDS = [
    ("harder", ENGLISH, {"reference": "12"}),
    ("rarer", ENGLISH, {"reference": "12"}),
    ("reworded", fenced({"problem": "Twelve is halved. What is left?"}), {"reference": "6"}),
    ("reworded", fenced({"problem": "What is half of 12 ?"}), "same-problem"),
    ("reworded", fenced({"problem": "12除以2等于几？"}), "other-language"),
    ("backward", fenced({"problem": "Which number is twice 3?"}), {"reference": "6", "problem": "Which number is twice 3?"}),
    ("program", "I halve.\n```python\nprint(12 // 2)\n```\n", {"reference": "6", "problem": "What is half of 12?", "answer": ""}),
    ("masked", "I halve.\n```python\nprint(12 // 2)\n```\n", {"reference": "6", "problem": "What is half of 12?", "answer": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("template", "text", "wanted"), KINDS)
async def test_each_template_gives_its_kind(
    template: str, text: str, wanted: dict[str, str] | str, server: ScriptedServer, tmp_path: Path
) -> None:
    server.script = [Streams([text])]
    settings = {
        "teacher": "openai:some",
        "count": 1,
        "templates": [template],
        "languages": ["en"],
        "licence": "MIT",
    }
    counts = await made("synthesize", tmp_path / "out", of=[problems(tmp_path / "p", GIVEN[0])], **settings)
    if isinstance(wanted, str):
        assert counts == {wanted: 1, "kept": 0}
        return
    (found,) = kept(tmp_path / "out")
    assert {name: getattr(found, name) for name in wanted} == wanted
    assert found.solved == (TEMPLATES[template].gives == "program")
    assert (found.licence, found.subject, found.level) == ("MIT", "ratios", "primary")


async def test_a_teachers_solution_is_run_and_put_to_the_vote(server: ScriptedServer, tmp_path: Path) -> None:
    """From the teacher to rows that may be learned from: a true answer has the majority, a false one and a made-up output are found."""
    lied = GOOD.replace("```28```", "```29```")
    server.script = [Streams([GOOD]), Streams([lied])]
    settings = {"teacher": "openai:some", "count": 2, "languages": ["zh"], "jobs": 1}
    await made("synthesize", tmp_path / "taught", **settings)
    cell, end = "边长是7。\n```python\nside = 7\nprint(side * 4)\n```\n", "因此，周长是 \\(\\boxed{28}\\)。"
    server.script = [Streams([cell]), Streams([end]), Streams([cell.replace("4", "5")]), Streams([end.replace("28", "35")])] * 2  # fmt: skip
    counts = await made(
        "solve", tmp_path / "out", of=[tmp_path / "taught"], model="openai:some", samples=2, jobs=1
    )
    assert counts == {"kept": 3, "refuted": 2, "claimed-output": 1}
    assert {one.id for one in kept(tmp_path / "out")} == {
        "openai:some/seed/0#told", "openai:some/seed/0#0", "openai:some/seed/1#0",
    }  # fmt: skip


async def test_a_teacher_that_goes_away_loses_nothing(server: ScriptedServer, tmp_path: Path) -> None:
    settings = {"teacher": "openai:some", "count": 9, "languages": ["zh"], "jobs": 1}
    server.script = [Streams([GOOD])]
    await made("synthesize", tmp_path / "whole", **settings)
    server.script = [Streams([GOOD]), Streams([GOOD]), Refuses(401, "no such key")]
    with pytest.raises(BadData, match="--resume") as stopped:
        await made("synthesize", tmp_path / "out", **settings)
    assert "key" in str(stopped.value)
    server.script = [Streams([GOOD])]
    await made("synthesize", tmp_path / "out", **settings, resume=True)
    assert kept(tmp_path / "out") == kept(tmp_path / "whole")
    cut(tmp_path / "whole", 4, tmp_path / "cut")
    await made("synthesize", tmp_path / "cut", **settings, resume=True)
    assert kept(tmp_path / "cut") == kept(tmp_path / "whole")


async def test_one_failure_does_not_stop_the_others(server: ScriptedServer, tmp_path: Path) -> None:
    settings = {"teacher": "openai:some", "count": 4, "languages": ["zh"], "jobs": 1}
    server.script = [Streams([GOOD]), Refuses(401), Streams([GOOD]), Streams([]), Streams([GOOD])]
    with pytest.raises(BadData, match="1 inputs could not be done"):
        await made("synthesize", tmp_path / "out", **settings)
    assert len(list(StageFolder(tmp_path / "out").outcomes())) == 3
    assert (await made("synthesize", tmp_path / "out", **settings, resume=True))["kept"] >= 3


@pytest.mark.parametrize("file", sorted(Path("training/configs").glob("*.yaml")), ids=lambda file: file.stem)
def test_every_recipe_is_of_its_stage(file: Path) -> None:
    stage = file.stem.partition("-")[0]
    if stage in ("synthesize", "solve"):
        import_module(STAGES[stage][0]).Config(**settings_of(file, []))
