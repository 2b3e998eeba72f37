"""Problems of the built-in tutor with their solutions as short programs: what a small model can learn to write.

New problems come from the tutor's variations; its cell is shortened (`short`), run, and its output compared with the tutor's answer. Where the
output is that answer the model only has to copy it; elsewhere it learns to say it in the tutor's words. A program with a number
that stands neither in its problem nor in all programs of its kind was worked out while reading: such are left out.
"""

from __future__ import annotations

import ast
import asyncio
import atexit
import contextlib
import math
import multiprocessing
import re
from collections.abc import AsyncGenerator, Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from evaluation.grader.options import judge
from solver.errors import KernelDied
from solver.events import Answer, Code, Done, Output, Reasoning
from solver.formula import FormulaError
from solver.kernels import KernelPool
from solver.ports import Draft, Exercise, Language, Problem
from solver.topics import could_read
from solver.topics.base import Unread
from solver.variation import Model, model_of, numbers_of
from training.examples import Example
from training.folder import Dropped, Outcome
from training.formats.conclusion import CLOSING
from training.inputs import at_once
from training.synthesis.builtin import LICENCE, Share, plan
from training.synthesis.patterns import has_pattern, held_out_patterns
from training.synthesis.short import said, short, with_decimals
from training.synthesis.wordings import reworded

if TYPE_CHECKING:
    from training.synthesis.config import Config

THOUGHT: Final[Mapping[Language, str]] = {"en": "I compute it exactly.", "zh": "用精确的数计算。"}
LONGEST: Final = 150
"""Characters of a program."""
LONGEST_OUTPUT: Final = 64
BARREN: Final = 60
"""Draws without a new problem after which no more are tried."""
CELL_S: Final = 4
_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
ALWAYS: Final = frozenset({0, 1, 2})


@dataclass(frozen=True, slots=True)
class Worked:
    """A problem with a short program and its answer. `kind` is the program's frame, without formulas."""

    question: str
    language: Language
    topic: str
    thought: str
    program: str
    output: str
    answer: str
    reference: str
    kind: str


def names(config: Config) -> list[str]:
    """Its inputs."""
    return [share.id for share in plan(config)]


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """What came of each share that is not done."""
    closed = held_out_patterns(config.subjects) if config.wordings == "training" else frozenset()
    left = [(share, config.seed, config.reworded, closed) for share in plan(config) if share.id not in done]
    async for outcome in in_processes(_outcome, left, config.jobs):
        yield outcome


async def in_processes(
    work: Callable[..., Outcome], inputs: Sequence[tuple[Any, ...]], jobs: int
) -> AsyncGenerator[Outcome]:
    """What comes of each input, so many at a time, in processes of their own where there are several."""
    # spawned, not forked: the caller may have threads
    with (
        ThreadPoolExecutor(1)
        if jobs == 1
        else ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
    ) as pool:

        async def run(given: tuple[Any, ...]) -> Outcome:
            return await asyncio.get_running_loop().run_in_executor(pool, work, *given)

        async with aclosing(at_once(list(inputs), run, jobs=2 * jobs)) as made:
            async for outcome in made:
                yield outcome


def frame(text: str) -> str:
    """A text without its numbers, its spaces and the marks of its formulas.

    >>> frame("What is 15% of $240$?"), frame("Find x² - 3.5.")
    ('whatis#%of#', 'findx^#-#')
    """
    plain = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", "^#", text)
    return re.sub(r"\\[()]|[\s$?.。？,，:：]", "", re.sub(r"\d+(?:[.,]\d+)*", "#", plain)).lower()


def _outcome(share: Share, seed: int, reworded: int, closed: Collection[str]) -> Outcome:
    wanted = math.ceil(share.count / reworded)
    found = works(share.topic, share.own.problem, wanted, seed, reworded, closed)[: share.count]
    kept = tuple(example(one, f"{share.id}/{n}", share.own.level) for n, one in enumerate(found, 1))
    if len(kept) == share.count:
        return Outcome(share.id, kept)
    why = "fewer-found" if kept else "no-short-program"
    return Outcome(share.id, kept, (Dropped(share.id, why, f"{len(kept)} of {share.count}"),))


def example(one: Worked, name: str, level: str = "") -> Example:
    """As the model is to say it. The output is claimed only: `export` and `solve` run each program again."""
    events = (
        Reasoning(0, (one.thought or THOUGHT[one.language]) + "\n"), Code(1, one.program + "\n"), Output(1, "stdout", one.output + "\n"),
        Reasoning(2, CLOSING[one.language] % one.answer), Answer(one.answer), Done("answered"),
    )  # fmt: skip
    return Example(
        name, one.question, one.language, "builtin", LICENCE, events, one.answer, one.reference, one.topic, level,
    )  # fmt: skip


def works(
    topic: str, problem: Problem, count: int, seed: int, wordings: int, closed: Collection[str] = ()
) -> list[Worked]:
    """Problems like that one with other numbers, each in up to so many wordings; none where it is not to be learnt.

    No text has a pattern that is `closed`.
    """
    try:
        model = model_of(problem)
        if isinstance(model, Unread) or model.topic != topic:
            return []
        first = value(model.cell)
    except FAILS:
        return []
    found, seen, barren, n = list[tuple[Draft, Exercise]](), {numbers_of(problem.text)}, 0, 0
    while len(found) < count and barren < BARREN:
        exercise = _exercise(model, first, seed, n, seen)
        n, barren = n + 1, 0 if exercise else barren + 1
        if exercise:
            found.append(exercise)
    made = [one for draft, exercise in found if (one := worked(topic, problem.language, draft, exercise))]
    if not made:
        return []
    common = set.intersection(*(numbers(one.program) for one in made)) | ALWAYS
    told = [one for one in made if numbers(one.program) <= common | numbers(one.question)]
    if len(told) < len(made) / 2:
        return []
    return [
        again for at, one in enumerate(told) for again in _in_words(one, wordings, f"{seed} {at}", closed)
    ]


def _exercise(model: Model, first: str, seed: int, n: int, seen: set[Any]) -> tuple[Draft, Exercise] | None:
    try:
        draft = model.draft(seed, n)
        if draft is None or numbers_of(draft.question) in seen:
            return None
        exercise = model.exercise(first, draft, value(draft.cell))
        if exercise is None or value(exercise.check.source) != "True":
            return None
    except FAILS:
        return None
    seen.add(numbers_of(draft.question))
    return draft, exercise


def worked(topic: str, language: Language, draft: Draft, exercise: Exercise) -> Worked | None:
    """With its program run; None where it is too long, or does not lead to the answer."""
    for printed in ("latex({})", "{}"):
        try:
            program = with_decimals(short(draft.cell, printed=printed), draft.question)
            if len(program) > LONGEST:
                return None
            output = output_of(program)
            if not output or len(output) > LONGEST_OUTPUT:
                return None
            if printed == "{}":
                answer = exercise.answer
                if not numbers(answer) <= numbers(output) | ALWAYS | numbers(draft.question):
                    return None
            elif judge(output, exercise.answer) == "equal":
                answer = output
            else:
                continue
            return Worked(
                draft.question, language, topic, said(draft.cell), program, output, answer, exercise.answer, kind(topic, program)
            )  # fmt: skip
        except FAILS:
            continue
    return None


def _in_words(one: Worked, wordings: int, seed: str, closed: Collection[str]) -> Iterator[Worked]:
    """Itself, and in other words that the tutor reads as the same task."""
    if not has_pattern(one.question, closed):
        yield one
    if wordings < 2:
        return
    try:
        task = could_read(one.topic, Problem(one.question, one.language))
        cell = task.solution().cell if task else ""
    except FAILS:
        return
    left = wordings - 1
    for text in reworded(one.question, one.language, seed):
        if has_pattern(text, closed):
            continue
        try:
            other = could_read(one.topic, Problem(text, one.language))
            if other is None or other.solution().cell != cell:
                continue
        except FAILS:
            continue
        yield Worked(text, *(getattr(one, name) for name in Worked.__slots__[1:]))
        left -= 1
        if not left:
            return


def kind(topic: str, program: str) -> str:
    """A program's frame: its calls, with every formula in them as one sign.

    >>> kind("derivatives", "x = symbols('x')\\nprint(latex(diff(3*x**2 - x, x)))")
    'derivatives: x = symbols(_); print(latex(diff(_, _)))'
    """
    return f"{topic}: " + "; ".join(ast.unparse(_Frame().visit(s)) for s in ast.parse(program).body)


class _Frame(ast.NodeTransformer):
    """Formulas of numbers and letters as one name; names of functions stay."""

    def visit(self, node: ast.AST) -> Any:
        if isinstance(node, ast.expr) and _plain(node):
            return ast.Name("_", ast.Load())
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return ast.Call(node.func, [self.visit(one) for one in node.args], node.keywords)
        return self.generic_visit(node)


def _plain(node: ast.AST) -> bool:
    """Whether it is a formula: numbers, letters, operators, and functions that stand in formulas."""
    if isinstance(node, ast.Name):
        return isinstance(node.ctx, ast.Load)
    if isinstance(node, ast.Call):
        return (
            isinstance(node.func, ast.Name) and node.func.id in _IN_FORMULAS and all(map(_plain, node.args))
        )
    parts = (
        ast.BinOp,
        ast.UnaryOp,
        ast.operator,
        ast.unaryop,
        ast.Constant,
        ast.expr_context,
        ast.List,
        ast.Tuple,
    )
    return isinstance(node, parts) and all(map(_plain, ast.iter_child_nodes(node)))


_IN_FORMULAS: Final = frozenset("Rational Integer S sqrt root exp log sin cos tan Eq Abs".split())


def numbers(text: str) -> set[int]:
    """The values of its runs of digits.

    >>> sorted(numbers("x² + 0.25y_10"))
    [0, 2, 10, 25]
    """
    return {int(run) for run in re.findall(r"\d+", text.translate(_DIGITS))}


FAILS: Final = (
    FormulaError, RecursionError, OverflowError, MemoryError, ValueError, ArithmeticError, TypeError, AttributeError,
    NotImplementedError, SyntaxError, NameError, LookupError, TimeoutError, AssertionError,
)  # fmt: skip


class _Desk:
    """A kernel of this process's own: the tutor's cells and the short programs run where students' cells do."""

    def __init__(self) -> None:
        self._loop, self._pool = asyncio.Runner(), KernelPool(warm=1, limit=1)
        self._loop.run(self._pool.start())
        self._kernel = self._pool.kernel()
        atexit.register(self._close)

    def _close(self) -> None:
        with contextlib.suppress(RuntimeError):  # at the end of the interpreter; its kernels end with it
            self._loop.run(self._pool.close())

    def run(self, source: str, stream: str) -> str:
        """What came on that stream; TimeoutError where the cell failed."""

        async def printed() -> str:
            text = ""
            async with aclosing(self._kernel.run(0, source, timeout_s=CELL_S)) as outputs:
                async for output in outputs:
                    if isinstance(output, Output) and output.stream == "error":
                        raise TimeoutError(output.text)
                    text += output.text if isinstance(output, Output) and output.stream == stream else ""
            return text.strip()

        try:
            return self._loop.run(printed())
        except KernelDied as error:
            raise TimeoutError from error


@cache
def _desk() -> _Desk:
    return _Desk()


def value(cell: str) -> str:
    """What the last line of one of the tutor's own cells gives."""
    return _desk().run(cell, "result")


def output_of(program: str) -> str:
    """What a program prints."""
    return _desk().run(program, "stdout")
