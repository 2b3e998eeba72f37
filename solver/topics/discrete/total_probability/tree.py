"""Causes that exclude each other, with the chance of an event under each: its total probability, and Bayes' theorem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal

WORDS: Final = {
    "causes": Words("One of these is the case, and only one: {names}.", "以下情形有且只有一个发生：{names}。"),
    "event": Words("Let \\(E\\) be the event: {event}. Its probability in each case: {chances}.", "记事件 \\(E\\) 为“{event}”。各情形下它的概率：{chances}。"),
    "turned": Words("For the opposite event \\(\\overline{{E}}\\) each of these is 1 less it: {chances}.", "对立事件 \\(\\overline{{E}}\\) 的概率用 1 减：{chances}。"),
    "total": Words("The total probability adds up the ways to it: \\[P({E})={sum}={value}\\]", "由全概率公式，把各条途径的概率相加：\\[P({E})={sum}={value}\\]"),
    "bayes": Words("Bayes' theorem: of this, the way through \\(H_{{{k}}}\\) has the part \\[P(H_{{{k}}}\\mid {E})=\\frac{{P(H_{{{k}}})P({E}\\mid H_{{{k}}})}}{{P({E})}}=\\frac{{{way}}}{{{total}}}={value}\\]", "由贝叶斯公式，其中经由 \\(H_{{{k}}}\\) 的部分占 \\[P(H_{{{k}}}\\mid {E})=\\frac{{P(H_{{{k}}})P({E}\\mid H_{{{k}}})}}{{P({E})}}=\\frac{{{way}}}{{{total}}}={value}\\]"),
    "code": Words("the chance of each way: the case, then the event", "每条途径的概率：情形的概率乘以该情形下事件的概率"),
    "code_part": Words("the part of one way", "其中一条途径所占的部分"),
    "method": Words("counted in whole numbers: so many cases that every group is whole", "取足够多的个体，使每一组都是整数，再数出来"),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
}  # fmt: skip
MAX_CAUSES: Final = 6


@dataclass(frozen=True, slots=True)
class Tree:
    """`causes` with their weights and the chance of `event` under each; `asked` is a cause (None: the event itself).

    `turned`: what is asked or observed is that the event does not happen.
    """

    causes: tuple[tuple[str, sp.Rational, sp.Rational], ...]
    event: str
    asked: int | None
    turned: bool = False
    decimal: bool = True

    def is_sound(self) -> bool:
        """Weights that add up to 1, chances between 0 and 1, and an event that can happen."""
        return (
            2 <= len(self.causes) <= MAX_CAUSES
            and sum(w for _, w, _ in self.causes) == 1
            and all(0 < w < 1 and 0 <= c <= 1 for _, w, c in self.causes)
            and 0 < sum(w * c for _, w, c in self.causes) < 1
        )


def task_of(tree: Tree, say: Language) -> Prepared | None:
    """The steps, the cell and the check; None for numbers that are no probabilities."""
    if not tree.is_sound():
        return None

    def shown(value: sp.Rational) -> str:
        return (terminating_decimal(value) if tree.decimal else None) or latex(value)

    E = r"\overline{E}" if tree.turned else "E"
    sep = "、" if say == "zh" else ", "
    names = sep.join(
        rf"\(H_{{{k}}}\)"
        + (f"（{name}）" if say == "zh" else f" ({name})")
        + rf" \(P(H_{{{k}}})={shown(w)}\)"
        for k, (name, w, _) in enumerate(tree.causes, 1)
    )
    chances = sep.join(rf"\(P(E\mid H_{{{k}}})={shown(c)}\)" for k, (_, _, c) in enumerate(tree.causes, 1))
    steps = [
        WORDS["causes"].say(say, names=names),
        WORDS["event"].say(say, event=tree.event, chances=chances),
    ]
    pairs = [(w, 1 - c if tree.turned else c) for _, w, c in tree.causes]
    if tree.turned:
        steps.append(WORDS["turned"].say(say, chances=sep.join(rf"\({shown(c)}\)" for _, c in pairs)))
    total = sum((w * c for w, c in pairs), sp.S.Zero)
    ways = "+".join(rf"{shown(w)}\cdot {shown(c)}" for w, c in pairs)
    steps.append(WORDS["total"].say(say, E=E, sum=ways, value=shown(total)))
    lines = [
        f"weights = {exact_source([w for w, _ in pairs])}",
        f"chances = {exact_source([c for _, c in pairs])}",
        comment(WORDS["code"].say(say)),
        "ways = [w*c for w, c in zip(weights, chances)]",
    ]
    if tree.asked is None:
        lines.append("sum(ways)")
    else:
        w, c = pairs[tree.asked]
        value = w * c / total
        steps.append(
            WORDS["bayes"].say(say, k=tree.asked + 1, E=E, way=rf"{shown(w)}\cdot {shown(c)}", total=shown(total), value=shown(value))
        )  # fmt: skip
        lines += [comment(WORDS["code_part"].say(say)), f"ways[{tree.asked}] / sum(ways)"]
    many = sp.ilcm(*(w.q * c.q for w, c in pairs))
    groups = [(int(many * w), int(many * w * c)) for w, c in pairs]
    part = "sum(hit for _, hit in groups)" if tree.asked is None else f"groups[{tree.asked}][1]"
    whole = "sum(size for size, _ in groups)" if tree.asked is None else "sum(hit for _, hit in groups)"
    tests = (
        f"groups = {groups}",
        f"answer == Rational({part}, {whole})",
    )

    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], WORDS["sentence"], shown=lambda v: shown(v) if isinstance(v, sp.Rational) else None)  # fmt: skip
