"""Two servers behind nginx with one PostgreSQL; one is killed under load, and started again later. Every conversation goes on.

What is looked at: whoever was with the killed server sends the problem again and is answered by the other one; all that any
tab has shown is in the store; the variables of each student are there, also those of a cell that they had changed themselves.
"""

from __future__ import annotations

import argparse
import asyncio
from contextlib import ExitStack, aclosing
from dataclasses import dataclass, field
from typing import Final

import httpx

from solver.ports import Problem
from solver.store import database_url
from tests.load import report, stack
from tests.load.kept import Shown, compared
from tests.load.pages import Lost, Page
from tests.load.problems import drawn
from tests.load.rows import Row, percentile
from tests.load.running import Plan, Run

AGAIN_S: Final = 0.5
TRIES: Final = 20
FIRST: Final = Problem(r"Solve \(2x^2 - 7x + 3 = 0\).", "en")


@dataclass
class Student:
    """One tab and what became of it."""

    page: Page
    number: int
    outages_s: list[float] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    @property
    def secret(self) -> int:
        """What this student's own cell computes with."""
        return 1000 + self.number


def run(options: argparse.Namespace) -> int:
    """Start all, kill one, tell."""
    with ExitStack() as ends:
        folder = ends.enter_context(stack.scratch())
        database = ends.enter_context(stack.database())
        apps = [ends.enter_context(stack.running(folder / str(n), DATABASE_URL=database.url)) for n in (1, 2)]
        url, _ = ends.enter_context(stack.nginx(folder / "nginx", *(app.port for app in apps)))
        plan = Plan(options.students, options.every_s, options.minutes, seed=options.seed)
        text, held = asyncio.run(_go(url, plan, apps, database))
        left = [line for app in apps for line in app.end()]
        for app in apps:
            app.process = None
    text += f"\n| left behind by both | nothing | {'; '.join(left) or 'nothing'} | {'holds' if not left else '**missed**'} |"
    (options.out / "two.md").write_text(text + "\n", "utf-8")
    print(text, flush=True)
    return int(not held or bool(left))


async def _go(url: str, plan: Plan, apps: list[stack.App], database: stack.Postgres) -> tuple[str, bool]:
    run, students = Run(url, plan, [app.pid for app in apps]), [Student(Page(url), n) for n in range(plan.students)]  # fmt: skip
    for student in students:
        await student.page.open()
    served = 0

    async def kill() -> None:
        nonlocal served
        await asyncio.sleep(plan.seconds * 0.4)
        served = await _students(apps[0].url)
        await asyncio.to_thread(apps[0].kill)
        run.roots.remove(apps[0].pid)
        await asyncio.sleep(plan.seconds * 0.3)
        await asyncio.to_thread(apps[0].start)
        run.roots.append(apps[0].pid)

    async with asyncio.TaskGroup() as group:
        for student in students:
            group.create_task(_study(run, student))
        group.create_task(kill())
    for student in students:
        await _variables_are_there(run, student)
    shown = [Shown(s.page.owner, s.page.conversation, s.page.shown) for s in students if s.page.conversation]
    found = await compared(database_url(apps[0].folder, database.url), shown)
    for student in students:
        await student.page.close()
    trouble = [f"student {s.number}: {text}" for s in students for text in s.trouble]
    outages_s = [one for s in students for one in s.outages_s]
    broken = sum(bool(s.outages_s) for s in students)
    held = not found.lost and not trouble and served > 0
    lines = [
        f"two servers behind nginx, {plan.students} students, a problem every {plan.every_s:g} s for {plan.minutes:g} min; one server killed (SIGKILL) under load",
        "", "| | wanted | measured | |", "|---|---|---|---|",
        f"| students whom the killed server had | > 0 | {served} | {'holds' if served else '**missed**'} |",
        f"| students whose stream broke off, or who found no server | | {broken} | |",
        f"| from the break to an answer, median and longest | | {report.number(percentile(outages_s, 0.5), ' s')}, {report.number(max(outages_s, default=None), ' s')} | |",
        f"| conversations that go on, variables and all | {plan.students} | {plan.students - len({t.split(':')[0] for t in trouble})} | {'holds' if not trouble else '**missed**'} |",
        f"| turns that were shown and are not in the store | 0 | {len(found.lost)} of {found.counts.total()} | {'holds' if not found.lost else '**missed**'} |",
    ]  # fmt: skip
    return "\n".join(lines + [f"| trouble | | {text} | |" for text in (*trouble, *found.lost)][:20]), held


async def _study(run: Run, student: Student) -> None:
    """Problem after problem in one conversation. What breaks off is sent again, as the page's button does."""
    await _solved(run, student, FIRST)
    first = student.page.order[0] if student.page.order else ""
    part = next((b["part"] for b in student.page.shown[first]["blocks"] if b["id"].startswith("c")), None) if first else None  # fmt: skip
    if part is None:
        student.trouble.append("the first problem has no cell")
        return
    await _cell(student, first, part, f"mine = {student.secret}\nmine")
    problems, at_s = drawn(f"{run.plan.seed} two {student.number}"), run.plan.every_s * (1 + student.number / run.plan.students)  # fmt: skip
    while at_s < run.plan.seconds:
        await asyncio.sleep(max(0.0, at_s - run.now_s))
        await _solved(run, student, next(problems))
        at_s = max(at_s + run.plan.every_s, run.now_s)


async def _solved(run: Run, student: Student, problem: Problem) -> None:
    """Send it until it is answered; a student gives up after some tries."""
    broke_s, replaces = None, None
    for _ in range(TRIES):
        more = {} if replaces is None else {"replaces": replaces}
        row: Row = await run.solve(student.page, f"s{student.number}", problem, **more)
        if not row.is_error:
            if broke_s is not None:
                student.outages_s.append(run.now_s - broke_s)
            return
        broke_s = run.now_s if broke_s is None else broke_s
        replaces = list(student.page.shown)[-1] if student.page.shown else None
        await asyncio.sleep(AGAIN_S)
    student.trouble.append(f"not answered after {TRIES} tries: {row.state} {row.error}")


async def _cell(student: Student, turn: str, part: int, source: str) -> str:
    """Run a cell in place of one of a turn; its words."""
    try:
        async with aclosing(student.page.do("run", turn=turn, part=part, source=source)) as values:
            async for _ in values:
                pass
    except Lost as lost:
        return f"lost: {lost}"
    return "".join(b["html"] for b in student.page.shown[turn]["blocks"] if b.get("part") == part)


async def _variables_are_there(run: Run, student: Student) -> None:
    """The student's own variable, in a cell of the first turn; and the whole conversation in a window that is opened anew."""
    page = student.page
    if not page.order or student.trouble:
        return
    first = page.order[0]
    part = next(b["part"] for b in page.shown[first]["blocks"] if b["id"].startswith("c"))
    said = await _cell(student, first, part, "print(mine * 2)")
    if str(2 * student.secret) not in said:
        student.trouble.append(f"its variables are gone: {said[-300:]}")
    anew = Page(run.url, page.cookie)
    try:
        await anew.open(heartbeat=False)
        async with aclosing(anew.do("open", conversation=page.conversation)) as values:
            async for _ in values:
                pass
        missing = [turn for turn in page.order if turn not in anew.order]
        if missing:
            student.trouble.append(f"a window that is opened anew lacks {len(missing)} of {len(page.order)} turns")  # fmt: skip
    except Lost as lost:
        student.trouble.append(f"a window that is opened anew: {lost}")
    finally:
        await anew.close()


async def _students(url: str) -> int:
    async with httpx.AsyncClient(timeout=5, verify=False) as client:
        text = (await client.get(f"{url}/metrics")).text
    return next((int(float(line.split()[1])) for line in text.splitlines() if line.startswith("stepwise_students ")), 0)  # fmt: skip
