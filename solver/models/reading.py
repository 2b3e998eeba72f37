"""What a reading worker does: read a problem, find its steps, write the tutor's next stretch of text.

Runs in a process of its own (`reading_process`, see `worker`): one request in, one answer out.
Has no state but a memory of the last problems: the next stretch follows from the problem and the text so far.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import lru_cache
from typing import Any, Final

from solver.formula import FormulaError
from solver.latex import value_of
from solver.models.checking_work import CHECKING
from solver.models.comparing import COMPARING
from solver.models.tutoring import TUTORING
from solver.ports import Draft, Language, Problem
from solver.reader import fault_of
from solver.sentences import formula_fault, say
from solver.topics import Read, reading_of
from solver.topics.base import Conclusion, Methodical, Solution, Task, Unread
from solver.topics.contradictions import Contradiction, contradiction_of, impossible_of
from solver.topics.forms import check_of
from solver.topics.methods import method_of, name_of
from solver.variation import Model, model_of

_DISPLAYED: Final = re.compile(r"\s*(\\\[.+?\\\])\s*", re.DOTALL)
_OUTPUT: Final = re.compile(r"```output\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@lru_cache(maxsize=16)
def _reading(problem: Problem) -> Read | Unread:
    return reading_of(problem)


def _read(problem: Problem) -> Task | Unread:
    found = _reading(problem)
    return found if isinstance(found, Unread) else found.task


@lru_cache(maxsize=16)
def _solution(problem: Problem) -> Solution:
    task = _read(problem)
    assert not isinstance(task, Unread)
    return task.solution()


def next_stretch(problem: Problem, so_far: str) -> dict[str, Any]:
    """The tutor's text behind `so_far`, its own turn up to now: `{"pieces": […]}` or `{"declined": sentence}`."""
    task = _read(problem)
    if isinstance(task, Unread):
        code = "method" if task.methods else "declined"
        return {"declined": _declined(problem, task), "code": code}
    solution = _solution(problem)
    outputs = _OUTPUT.findall(so_far)
    if not outputs:
        steps = (f"**{n}.** {_laid_out(step)}\n\n" for n, step in enumerate(solution.steps, 1))
        return {"pieces": [*_read_as(problem), *steps, _fence(solution.cell)]}
    if solution.plot and len(outputs) == 1:
        return {"pieces": [f"\n{say('picture', problem.language)}\n\n", _fence(solution.plot)]}
    return {"pieces": [_end(problem.language, task, outputs[0])]}


def _read_as(problem: Problem) -> Iterator[str]:
    """A paragraph on the words that were read otherwise than they are typed, where there are some."""
    found = _reading(problem)
    if isinstance(found, Read) and found.words:
        comma = "；" if problem.language == "zh" else "; "
        parts = comma.join(say("read-as-pair", problem.language, typed=a, read=b) for a, b in found.words)
        yield f"{say('read-as', problem.language, parts=parts)}\n\n"


def _end(language: Language, task: Task, printed: str) -> str:
    """The last sentence with the boxed answer, made from what the kernel printed."""
    try:
        conclusion = task.conclude(value_of(printed.strip()))
    except ValueError:
        conclusion = None
    if conclusion is None:
        return f"\n{say('no-value', language)}\n"
    return f"\n{_with_box(conclusion)}\n"


def _with_box(conclusion: Conclusion) -> str:
    """The sentence with its answer boxed where it stands: `\\(y=1\\)` → `\\(y=\\boxed{1}\\)`; else behind it."""
    box = rf"\boxed{{{conclusion.answer}}}"
    for stated in (
        rf"\({conclusion.answer}\)",
        rf"={conclusion.answer}\)",
        rf"\approx {conclusion.answer}\)",
    ):
        if stated in conclusion.sentence:
            return conclusion.sentence.replace(stated, stated.replace(conclusion.answer, box, 1), 1)
    bare = re.escape(conclusion.answer)
    if (
        "\\(" not in conclusion.sentence
        and len(re.findall(rf"(?<![\d.]){bare}(?![\d.])", conclusion.sentence)) == 1
    ):
        return re.sub(rf"(?<![\d.]){bare}(?![\d.])", lambda _: rf"\({box}\)", conclusion.sentence)
    return rf"{conclusion.sentence} \({box}\)"


def _laid_out(step: str) -> str:
    """A step with each displayed formula in a paragraph of its own."""
    return _DISPLAYED.sub(r"\n\n\1\n\n", step).strip()


def _fence(source: str) -> str:
    return f"```python\n{source}\n```\n"


def _declined(problem: Problem, unread: Unread) -> str:
    language = problem.language
    if unread.methods:
        return _not_without(unread, language)
    if found := contradiction_of(problem.text):
        return _cannot_hold(found, language)
    if impossible := impossible_of(problem.text):
        code, values = impossible
        return say(code, language, **values)
    if fault := fault_of(problem.text):
        return say(fault.code, language, word=fault.word)
    fragments = list(dict.fromkeys(f.strip() for f in unread.fragments if f.strip()))
    whole = sum(map(len, fragments)) >= 0.9 * len(problem.text) or not fragments
    opening, closing = ("“", "”")
    parts = ("、" if language == "zh" else ", ").join(f"{opening}{f[:80]}{closing}" for f in fragments[:6])
    first = say("declined-all", language) if whole else say("declined", language, parts=parts)
    return f"{first} {say('suggest', language)}" if language == "en" else first + say("suggest", language)


def _cannot_hold(found: Contradiction, language: Language) -> str:
    """Which conditions exclude one another."""
    means = " → " if language == "en" else " 得 "
    parts = (f"\\({c}\\)" + (f"{means}\\({v}\\)" if v and v != c else "") for c, v in found.conditions)
    return say("contradiction", language, parts=("; " if language == "en" else "；").join(parts))


def _not_without(unread: Unread, language: Language) -> str:
    """That no way is known but the one that is forbidden."""
    last = "和" if language == "zh" else " and "
    return say("not-without", language, method=last.join(name_of(m, language) for m in unread.methods))


def methods_of(problem: Problem) -> dict[str, Any]:
    """The methods for a problem, and the one that it will be solved by: `{"methods": […], "chosen": name or None}`."""
    task = _read(problem)
    if isinstance(task, Unread):
        return {"methods": [], "chosen": None}
    offered = task.methods() if isinstance(task, Methodical) else ()
    return {"methods": list(offered), "chosen": method_of(task)}


def check_plan(problem: Problem, answer: str, printed: Iterable[str] = ()) -> dict[str, Any]:
    """Another way to check an answer: the fields of a `CheckPlan`, or `{}` where none is known."""
    task = _read(problem)
    plan = None if isinstance(task, Unread) else check_of(task, answer, tuple(_values(printed)))
    return asdict(plan) if plan is not None else {}


def _values(printed: Iterable[str]) -> Iterator[Any]:
    """Those of the texts that are values."""
    for text in printed:
        with contextlib.suppress(ValueError):
            yield value_of(text.strip())


@lru_cache(maxsize=16)
def _model(problem: Problem) -> Model | Unread:
    return model_of(problem)


def drafts(problem: Problem, seed: int, first: int, last: int) -> dict[str, Any]:
    """The problem and what the draws `first` … `last` - 1 gave: `{"drafts": […]}` or `{"declined": sentence}`."""
    model = _model(problem)
    if isinstance(model, Unread):
        return {"declined": _declined(problem, model)}
    if not any(n.free for n in model.numerals):
        return {"declined": say("not-varied", problem.language)}
    found = (model.draft(seed, n) for n in range(first, last))
    return {"drafts": [asdict(d) for d in (Draft(problem.text, model.cell), *found) if d is not None]}


def exercises(problem: Problem, printed: str, drafted: Iterable[tuple[Draft, str]]) -> dict[str, Any]:
    """Those of the drafts that are as hard as the problem: `{"exercises": […]}`."""
    model = _model(problem)
    if isinstance(model, Unread):
        return {"exercises": []}
    found = (model.exercise(printed, draft, output) for draft, output in drafted)
    return {"exercises": [asdict(e) for e in found if e is not None]}


def answer_to(request: dict[str, Any]) -> dict[str, Any]:
    """The answer to one request of `WorkerPool.ask`."""
    for operations in (COMPARING, CHECKING):
        if request["op"] in operations:
            return operations[request["op"]](**{k: v for k, v in request.items() if k != "op"})
    problem = Problem(request["text"], request["language"], request.get("method"))
    try:
        if request["op"] in TUTORING:
            return TUTORING[request["op"]](problem, **request["with"])
        if request["op"] == "methods":
            return methods_of(problem)
        if request["op"] == "check":
            return check_plan(problem, request["answer"], request.get("printed", ()))
        if request["op"] == "draft":
            return drafts(problem, request["seed"], *request["tries"])
        if request["op"] == "exercise":
            drafted = [(Draft(d["question"], d["cell"]), output) for d, output in request["drafts"]]
            return exercises(problem, request["printed"], drafted)
        return next_stretch(problem, request["so_far"])
    except FormulaError as error:
        return {"declined": formula_fault(str(error), problem.language), "code": "formula"}
    except (RecursionError, MemoryError, OverflowError):
        return {
            "declined": formula_fault("the formula is nested too deeply", problem.language),
            "code": "formula",
        }


def warm_up() -> None:
    """Import the topics and fill sympy's caches, so that the first student does not wait."""
    examples: tuple[tuple[str, Language], ...] = (
        ("A pen costs $3 and a book costs $2 more than the pen. How much does the book cost?", "en"),
        ("一支笔3元，一本书比一支笔贵2元，一本书多少元？", "zh"),
        ("∫_0^1 x^2 dx", "en"),
        ("x^2 = 4", "en"),
    )
    for text, language in examples:
        problem = Problem(text, language)
        if not isinstance(task := _read(problem), Unread):
            task.solution()
