"""`report.md` of a stage that trains: its curves as pictures, what it was trained on, and where it ended."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, Final

import yaml

from evaluation.folder import write_whole

REPORT: Final = "report.md"
CURVES: Final = "curves.jsonl"
TITLES: Final[Mapping[str, str]] = {
    "loss": "loss, nats a token",
    "eval_loss": "loss on held-out problems, nats a token",
    "mean_token_accuracy": "tokens guessed rightly",
    "learning_rate": "learning rate",
    "trials_solved": "problems solved in the product's own loop",
    "trials_ran": "problems with a program that ran",
    "reward": "mean reward",
    "reward_std": "deviation of the reward within a group",
    "rewards/answer/mean": "reward: the right answer",
    "rewards/code/mean": "reward: code that runs",
    "rewards/form/mean": "reward: form",
    "kl": "distance from the model at the beginning (KL)",
    "accuracy": "pairs told apart",
}
"""What is drawn, of what trainers log."""


def write_report(
    folder: Path,
    stage: str,
    log: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any],
    counts: Counter[str],
) -> None:
    """The page with a picture for each curve, and the numbers that they are made of.

    Raises:
        OSError: a file cannot be written.
    """
    lines = (json.dumps(dict(entry), ensure_ascii=False) + "\n" for entry in log)
    write_whole(folder / CURVES, "".join(lines))
    curves = {name: points for name in TITLES if len(points := _points(log, name)) > 0}
    for name, points in curves.items():
        write_whole(folder / _file(name), curve(points, TITLES[name]))
    write_whole(folder / REPORT, "\n".join(_page(stage, curves, settings, counts)) + "\n")


def _points(log: Sequence[Mapping[str, Any]], name: str) -> list[tuple[int, float]]:
    return [
        (int(e["step"]), float(e[name])) for e in log if isinstance(e.get(name), int | float) and "step" in e
    ]


def curve(points: Sequence[tuple[int, float]], title: str) -> str:
    """A curve over the steps, as SVG; the same points give the same text.

    >>> curve([(1, 2.0), (2, 1.0)], "loss").count("<svg")
    1
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context({"svg.hashsalt": "stepwise", "svg.fonttype": "none"}):
        figure = Figure(figsize=(6.4, 2.8), layout="constrained")
        axes = figure.subplots()
        axes.plot(*zip(*points, strict=True), marker="." if len(points) < 40 else None)
        axes.set_title(title, fontsize=10)
        axes.set_xlabel("step", fontsize=9)
        axes.grid(alpha=0.3)
        into = StringIO()
        figure.savefig(into, format="svg", metadata={"Date": None})
    return into.getvalue()


def _file(name: str) -> str:
    return f"curve-{name.replace('/', '-')}.svg"


def _page(
    stage: str,
    curves: Mapping[str, Sequence[tuple[int, float]]],
    settings: Mapping[str, Any],
    counts: Counter[str],
) -> Iterator[str]:
    yield f"# {stage}\n\n{counts['kept']:,} examples were trained on.\n"
    if gone := {reason: count for reason, count in counts.most_common() if reason != "kept"}:
        yield "| left out because | examples |\n|---|---:|"
        yield from (f"| {reason} | {count:,} |" for reason, count in gone.items())
    yield "\n| | first | last | best |\n|---|---:|---:|---:|"
    for name, points in curves.items():
        values = [value for _, value in points]
        best = min(values) if "loss" in name else max(values)
        yield f"| {TITLES[name]} | {values[0]:.4g} | {values[-1]:.4g} | {best:.4g} |"
    for name in curves:
        yield f"\n![{TITLES[name]}]({_file(name)})"
    yield f"\n## Settings\n\n```yaml\n{yaml.safe_dump(dict(settings), allow_unicode=True, sort_keys=False)}```"
