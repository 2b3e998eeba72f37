"""The modes of the command line: each starts a stack, runs, and says whether what must hold does."""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Final

from solver.store import database_url
from tests.load import machine, report, stack, two
from tests.load.faults import Faults
from tests.load.kept import Found, compared
from tests.load.problems import drawn
from tests.load.running import Plan, Result, Run, left_behind

GROWTH: Final = (1, 2, 5, 10, 20, 35, 50, 75, 100, 150, 200)
GROWTH_MINUTES: Final = 1.0
KNEE_S: Final = 5.0


def run(options: argparse.Namespace) -> int:
    """Whether something that must hold does not."""
    print(f"machine: {machine.described()}; 1-minute load before the start {os.getloadavg()[0]:.1f}", flush=True)  # fmt: skip
    if options.cost:
        return cost(options)
    if options.growth:
        return growth(options)
    if options.two:
        return two.run(options)
    if options.faults or options.faults_only:
        return faults(options)
    return plain(options)


def plan_of(options: argparse.Namespace) -> Plan:
    """Who takes part, by the command line."""
    return Plan(options.students, options.every_s, options.minutes, options.idle, options.clients, options.browsers, seed=options.seed)  # fmt: skip


def plain(options: argparse.Namespace) -> int:
    """One run."""
    plan = plan_of(options)
    if options.url:
        result = asyncio.run(Run(options.url, plan).go())
        return told(options.out, "plain", result)
    with ExitStack() as ends:
        return told(options.out, "plain", measured(ends, plan, options))


def measured(ends: ExitStack, plan: Plan, options: argparse.Namespace) -> Result:
    """A run against the program, started for it; the store and what is left behind are looked at."""
    folder = ends.enter_context(stack.scratch())
    settings = {}
    if options.postgres:
        settings["DATABASE_URL"] = ends.enter_context(stack.database()).url
    app = ends.enter_context(stack.running(folder, **settings))
    return asyncio.run(_measured(app, plan, options.settle_s))


async def _measured(app: stack.App, plan: Plan, settle_s: float) -> Result:
    result = await Run(app.url, plan, [app.pid]).go()
    return await _looked_at(app, result, settle_s)


async def _looked_at(app: stack.App, result: Result, settle_s: float) -> Result:
    """What the store has of what was shown; what is in use when all have gone, and what is there when the program has ended."""
    found = await compared(database_url(app.folder / "data", app.settings.get("DATABASE_URL")), result.shown)
    result.notes += told_of(found)
    result.left += [f"shown and not in the store: {text}" for text in found.lost[:3]]
    assert result.base is not None
    held, result.after = await left_behind(app.url, app.pid, result.base, patience_s=settle_s)
    result.notes.append(f"\nBefore: {_use(result.base)}. After all had gone: {_use(result.after)}.")
    result.left += [*held, *await asyncio.to_thread(app.end)]
    app.process = None
    return result


def told_of(found: Found) -> list[str]:
    """What the store has, in a sentence."""
    counts = ", ".join(f"{number} {fate}" for fate, number in sorted(found.counts.items()))
    return [f"\nTurns that were shown, and the store: {counts or 'none'}."]


def told(out: Path, name: str, result: Result) -> int:
    """Write the rows, print the table; 1 where something is missed."""
    (out / f"{name}.jsonl").write_text("".join(f"{row.line()}\n" for row in result.rows), "utf-8")
    kinds = sorted({kind for use in result.uses for kind in use.pss_by_kind})
    series = [[f"{use.at_s:.0f}", _mb(use.pss_bytes), str(use.processes), *(_mb(use.pss_by_kind.get(k, 0)) for k in kinds)] for use in result.uses]  # fmt: skip
    lines = [",".join(row) for row in (["seconds", "megabytes", "processes", *kinds], *series)]
    (out / f"{name}-memory.csv").write_text("\n".join(lines) + "\n", "utf-8")
    text = report.table(result)
    (out / f"{name}.md").write_text(text + "\n", "utf-8")
    print(text, f"\nrows: {out / name}.jsonl", flush=True)
    return int("**missed**" in text)


def faults(options: argparse.Namespace) -> int:
    """The same without and with faults; the others' 95th percentile at most doubles."""
    plan, before, status = replace(plan_of(options), share_of_models=0.2), None, 0
    if not options.faults_only:
        with ExitStack() as ends:
            before, _ = _with_faults(ends, plan, options, broken=False)
        print("\nWithout faults:\n", flush=True)
        status = told(options.out, "without-faults", before)
    with ExitStack() as ends:
        result, broken = _with_faults(ends, plan, options, broken=True)
    print("\nWith faults:\n", flush=True)
    shadowed = [row for row in result.rows if broken.is_shadowed(row)]
    others = [row for row in result.rows if row.model == "builtin"]
    clear = [row for row in others if row not in shadowed]
    result.notes += [
        f"\n{broken.killed} kernels killed, {broken.closed} browsers closed in the middle, {broken.hostile} hostile cells; "
        + "; ".join(f"{what} away from {a:.0f} to {b:.0f} s" for what, a, b in broken.shadows) + ".",
        f"{len(shadowed)} problems met a server that was away ({sum(r.is_error for r in shadowed)} of them without an answer, {sum(r.unkept for r in shadowed)} told that they are not kept).",
        f"Errors of the others: {sum(row.is_error for row in clear)}.",
        *broken.said,
    ]  # fmt: skip
    told(options.out, "with-faults", result)  # errors of those that met what was away are no failure
    held = not result.left
    if before is not None:
        first, then = (report.figures(before, [r for r in before.rows if r.model == "builtin"]), report.figures(result, others))  # fmt: skip
        lines = ["\n| others (built-in tutor), 95th percentile | without | with | at most doubled |", "|---|---|---|---|"]  # fmt: skip
        for name in ("first_p95_s", "solved_p95_s"):
            a, b = getattr(first, name), getattr(then, name)
            doubled = a is not None and b is not None and b <= 2 * a
            held = held and doubled
            lines.append(f"| {name} | {report.number(a)} | {report.number(b)} | {'holds' if doubled else '**missed**'} |")  # fmt: skip
        text = "\n".join(lines)
        (options.out / "compared.md").write_text(text + "\n", "utf-8")
        print(text, flush=True)
    return int(not held) or status


def _with_faults(
    ends: ExitStack, plan: Plan, options: argparse.Namespace, *, broken: bool
) -> tuple[Result, Faults]:
    folder = ends.enter_context(stack.scratch())
    database, model = ends.enter_context(stack.database()), ends.enter_context(stack.model_server())
    settings = {"DATABASE_URL": database.url, "STEPWISE_MODEL": f"builtin,{stack.MODEL}", "OPENAI_BASE_URL": model.url}  # fmt: skip
    app = ends.enter_context(stack.running(folder, **settings))
    trouble = Faults(app, database, model)

    async def go() -> Result:
        run = Run(app.url, plan, [app.pid])
        result = await run.go(meanwhile=trouble.begin if broken else None)
        return await _looked_at(app, result, options.settle_s)

    return asyncio.run(go()), trouble


def growth(options: argparse.Namespace) -> int:
    """How the cost grows: a fresh program for each number of students; ends beyond the knee."""
    lines = [
        "| students | problems | errors | first, p95 | solved, median | solved, p95 | memory, peak | processor | a problem | generator |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    minutes = options.minutes if options.minutes != 10.0 else GROWTH_MINUTES
    for number in GROWTH:
        if number > max(options.students, 1) and options.students != 50:
            break
        plan = Plan(number, options.every_s, minutes, seed=options.seed)
        with ExitStack() as ends:
            app = ends.enter_context(stack.running(ends.enter_context(stack.scratch())))
            result = asyncio.run(Run(app.url, plan, [app.pid]).go())
        f = report.figures(result)
        lines.append(
            f"| {number} | {f.problems} | {f.errors} | {report.number(f.first_p95_s, ' s')} | {report.number(f.solved_median_s, ' s')} | {report.number(f.solved_p95_s, ' s')} | "
            f"{report.number(f.peak_mb, ' MB', 0)} | {report.number(f.cores, ' cores')} | {report.number(f.cpu_a_problem_s, ' s', 3)} | {report.number(f.generator_cores, ' cores')} |"
        )  # fmt: skip
        print("\n".join(lines[:2] if len(lines) == 3 else []) + ("\n" if len(lines) == 3 else "") + lines[-1], flush=True)  # fmt: skip
        (options.out / "growth.md").write_text("\n".join(lines) + "\n", "utf-8")
        (options.out / f"growth-{number}.jsonl").write_text("".join(f"{row.line()}\n" for row in result.rows), "utf-8")  # fmt: skip
    return 0


def cost(options: argparse.Namespace) -> int:
    """Processor time of a problem: one student who sends one behind the other, by the kind of process that used it."""
    with ExitStack() as ends:
        app = ends.enter_context(stack.running(ends.enter_context(stack.scratch())))
        for line in asyncio.run(_cost(app, options.cost, options.seed)):
            print(line, flush=True)
    return 0


async def _cost(app: stack.App, number: int, seed: str) -> Sequence[str]:
    run = Run(app.url, Plan(1, 0.0, 0.0), [app.pid])
    [page] = await run._open(1)
    problems = drawn(seed)
    for _ in range(4):  # both readers and the kernel are warm then
        await run.solve(page, "s", next(problems))
    await asyncio.sleep(3)
    before, rows = app.used_by_kind(), []
    for _ in range(number):
        rows.append(await run.solve(page, "s", next(problems)))
    after = app.used_by_kind()
    await page.close()
    lines = [f"| {number} problems, {sum(r.is_error for r in rows)} errors | processor time a problem | memory (PSS) now |", "|---|---|---|"]  # fmt: skip
    for kind, (cpu_s, pss_mb) in after.items():
        lines.append(f"| {kind} | {(cpu_s - before.get(kind, (0.0, 0.0))[0]) / number:.3f} s | {pss_mb:.0f} MB |")  # fmt: skip
    total_s = (sum(c for c, _ in after.values()) - sum(c for c, _ in before.values())) / number
    return [*lines, f"| all | {total_s:.3f} s | {sum(m for _, m in after.values()):.0f} MB |"]


def _mb(size_bytes: int) -> str:
    return f"{size_bytes / machine.MEGABYTE:.0f}"


def _use(use: machine.Use) -> str:
    return f"{use.pss_bytes / machine.MEGABYTE:,.0f} MB, {use.processes} processes, {use.descriptors} descriptors"  # fmt: skip
