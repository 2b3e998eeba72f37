"""The solution of a sequence problem in words; finding it is `sequence_algebra`'s business."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import sympy as sp

from solver.formula import Node, to_latex
from solver.formula.nodes import Binary, Negative, Number, Symbol, symbols
from solver.topics.base import Words
from solver.topics.discrete.sequences.algebra import n

if TYPE_CHECKING:
    from solver.topics.discrete.sequences.topic import SequenceQuestion

WORDS: Final = {
    "formula": Words(
        "From the formula the first term is \\({first}={a}\\), and {step_words} is always \\({step}={s}\\), so the sequence is {kind}.",
        "由公式，首项 \\({first}={a}\\)，{step_words}恒为 \\({step}={s}\\)，所以这是{kind}数列。",
    ),
    "pattern": Words(
        "The kind is not named. The listed terms show {what}; the dots mean that it goes on like this.",
        "题目没有说明是哪种数列。列出的各项{what}，省略号表示按此规律继续。",
    ),
    "sums": Words(
        "A term is the difference of two sums, \\({a}_n={S}_n-{S}_{{n-1}}\\), and since \\({S}_0=0\\) fits the formula too, this holds from \\(n=1\\) on.",
        "每一项是相邻两个和之差 \\({a}_n={S}_n-{S}_{{n-1}}\\)；公式在 \\(n=0\\) 时也得 0，所以从 \\(n=1\\) 起都成立。",
    ),
    "arithmetic": Words(
        "In an arithmetic sequence \\({a}_n={a}_1+(n-1){d}\\) and \\({S}_n=n{a}_1+\\frac{{n(n-1)}}{{2}}{d}\\).",
        "等差数列中 \\({a}_n={a}_1+(n-1){d}\\)，\\({S}_n=n{a}_1+\\frac{{n(n-1)}}{{2}}{d}\\)。",
    ),
    "geometric": Words(
        "In a geometric sequence \\({a}_n={a}_1{d}^{{n-1}}\\) and \\({S}_n={a}_1(1+{d}+\\dots+{d}^{{n-1}})\\), which is "
        "\\(\\frac{{{a}_1(1-{d}^n)}}{{1-{d}}}\\) for \\({d}\\ne 1\\).",
        "等比数列中 \\({a}_n={a}_1{d}^{{n-1}}\\)，\\({S}_n={a}_1(1+{d}+\\dots+{d}^{{n-1}})\\)，当 \\({d}\\ne 1\\) 时等于 "
        "\\(\\frac{{{a}_1(1-{d}^n)}}{{1-{d}}}\\)。",
    ),
    "blocks": Words(
        "Cut the sequence into blocks of \\({m}\\) terms. Each term is \\({d}^{{{m}}}\\) times the one \\({m}\\) places before it, so each block sum is "
        "\\(p={d}^{{{m}}}\\) times the one before: \\[{S}_{{{m}}},\\quad {S}_{{{m2}}}-{S}_{{{m}}}=p{S}_{{{m}}},\\quad {S}_{{{m3}}}-{S}_{{{m2}}}=p^2{S}_{{{m}}},\\quad\\dots\\]",
        "把数列每 \\({m}\\) 项分为一段。每一项都是它前面第 \\({m}\\) 项的 \\({d}^{{{m}}}\\) 倍，所以每段的和是前一段的 \\(p={d}^{{{m}}}\\) 倍："
        "\\[{S}_{{{m}}},\\quad {S}_{{{m2}}}-{S}_{{{m}}}=p{S}_{{{m}}},\\quad {S}_{{{m3}}}-{S}_{{{m2}}}=p^2{S}_{{{m}}},\\quad\\dots\\]",
    ),
    "equations": Words("What is given becomes: \\[{equations}\\]", "把已知条件写成：\\[{equations}\\]"),
    "eliminate": Words(
        "Because \\({first}\\ne 0\\), it can be eliminated; the real values of \\({step}\\) are among the solutions of \\[{polynomial}=0\\]",
        "因为 \\({first}\\ne 0\\)，可以消去 \\({first}\\)；\\({step}\\) 的实数值满足 \\[{polynomial}=0\\]",
    ),
    "even": Words("\\(p={d}^{{{m}}}\\) is an even power of a real number, so \\(p>0\\).", "\\(p={d}^{{{m}}}\\) 是实数的偶次幂，所以 \\(p>0\\)。"),
    "positive": Words("All terms are positive, so \\({step}>0\\).", "各项均为正数，所以 \\({step}>0\\)。"),
    "positive_arithmetic": Words("All terms are positive, so \\({first}>0\\) and \\({step}\\ge 0\\).", "各项均为正数，所以 \\({first}>0\\) 且 \\({step}\\ge 0\\)。"),
    "monotone": Words("Only solutions for which the sequence is {way} are kept.", "只保留使数列{way}的解。"),
    "conditions": Words("The condition \\({condition}\\) must hold as well.", "还要满足条件 \\({condition}\\)。"),
    "solved": Words("This gives {pairs}.", "解得 {pairs}。"),
    "free": Words(
        "Not every unknown is fixed by this, but what is asked for is.",
        "条件不足以确定每个未知数，但所求的量已经确定。",
    ),
    "asked": Words("So \\[{asked}={formula}={value}\\]", "所以 \\[{asked}={formula}={value}\\]"),
    "count": Words("The equation \\({left}={right}\\) becomes \\({formula}={right}\\); the only positive integer that satisfies it is \\(n={value}\\).",
                   "方程 \\({left}={right}\\) 即 \\({formula}={right}\\)，唯一的正整数解是 \\(n={value}\\)。"),
    "infinite": Words("Because \\(|{step}|<1\\), the powers of \\({step}\\) tend to 0 and the sum to infinity is \\(\\frac{{{first}}}{{1-{step}}}\\).",
                      "因为 \\(|{step}|<1\\)，\\({step}\\) 的幂趋于 0，所以无穷项的和为 \\(\\frac{{{first}}}{{1-{step}}}\\)。"),
    "note": Words("first term and step that fit", "满足条件的首项与公差（公比）"),
    "note_ratio": Words("real zeros that the conditions allow", "满足条件的实数根"),
    "method": Words("the terms are written out one by one and added up", "由首项逐项写出数列并逐项相加"),
}  # fmt: skip
SENTENCES: Final = {
    "one": Words("\\({asked}={answer}\\).", "\\({asked}={answer}\\)。"),
    "either": Words(
        "\\({asked}\\) can be each of \\({answer}\\).", "\\({asked}\\) 的值可以是 \\({answer}\\)。"
    ),
    "several": Words("\\({answer}\\).", "\\({answer}\\)。"),
}
WAYS: Final = {"increasing": ("increasing", "递增"), "decreasing": ("decreasing", "递减")}


def node_of(value: sp.Rational) -> Node:
    """A rational number as a formula."""
    top: Node = Number(Fraction(abs(int(value.p))), str(abs(int(value.p))))
    if value.q != 1:
        top = Binary("/", top, Number(Fraction(int(value.q)), str(value.q)))
    return Negative(top) if value < 0 else top


def solution_steps(task: SequenceQuestion) -> list[str]:
    """The steps, each a true statement about every sequence that fits."""
    return [*sequence_steps(task), *_asked_steps(task)]


def sequence_steps(task: SequenceQuestion) -> list[str]:
    """The steps that find the sequence, before anything that is asked of it."""
    given, model, say = task.given, task.model, task.language
    names = {"a": given.letter, "S": given.sum_letter, "d": given.step_name()}
    steps = []
    if "pattern" in given.flags:
        same = {
            "arithmetic": Words("the same difference", "相邻两项之差相同"),
            "geometric": Words("the same ratio", "相邻两项之比相同"),
        }
        steps.append(WORDS["pattern"].say(say, what=same[model.kind].say(say)))
    if "sums" in given.flags:
        steps.append(WORDS["sums"].say(say, **names))
    if "formula" in given.flags:
        steps.append(_formula_step(task))
    if model.block > 1:
        m = model.block
        steps.append(WORDS["blocks"].say(say, **names, m=m, m2=2 * m, m3=3 * m))
    else:
        steps.append(WORDS[model.kind].say(say, **names))
    if "formula" not in given.flags:
        steps.append(_equations_step(task))
        steps += _solving_steps(task)
    return steps


def _formula_step(task: SequenceQuestion) -> str:
    zh = task.language == "zh"
    arithmetic = task.model.kind == "arithmetic"
    kind = ("等差" if arithmetic else "等比") if zh else task.model.kind
    words = (
        ("相邻两项之差" if arithmetic else "相邻两项之比")
        if zh
        else f"the {'difference' if arithmetic else 'ratio'} of neighbouring terms"
    )
    a, s = task.solved.pairs[0]
    names = {
        "first": sp.latex(task.model.first),
        "step": sp.latex(task.model.step),
        "kind": kind,
        "step_words": words,
    }
    return WORDS["formula"].say(task.language, **names, a=sp.latex(a), s=sp.latex(s))


def _equations_step(task: SequenceQuestion) -> str:
    lines = []
    for equation in task.given.equations:
        if equation is task.target:
            continue
        left, right = equation.sides
        written, inner = to_latex(left), sp.latex(task.model.value(left, task.given))
        middle = (
            f"{written}={inner}"
            if inner.replace(" ", "") != written.replace("{", "").replace("}", "") and inner != written
            else written
        )
        value = task.model.value(right, task.given)
        lines.append(
            f"{middle}={to_latex(right)}"
            + (f"={sp.latex(value)}" if symbols(right) and sp.latex(value) != to_latex(right) else "")
        )
    return WORDS["equations"].say(task.language, equations=r",\qquad ".join(lines))


def _solving_steps(task: SequenceQuestion) -> list[str]:
    given, model, say = task.given, task.model, task.language
    first, step = sp.latex(model.first), sp.latex(model.step)
    steps = []
    if task.solved.elimination is not None and not _names_step(task):
        polynomial = sp.latex(sp.factor(task.solved.elimination))
        steps.append(WORDS["eliminate"].say(say, first=first, step=step, polynomial=polynomial))
    if model.block > 1 and model.block % 2 == 0:
        steps.append(WORDS["even"].say(say, d=given.step_name(), m=model.block))
    if "positive" in given.flags:
        name = "positive" if model.kind == "geometric" else "positive_arithmetic"
        steps.append(WORDS[name].say(say, first=first, step=step))
    for flag, (english, chinese) in WAYS.items():
        if flag in given.flags:
            steps.append(WORDS["monotone"].say(say, way=chinese if say == "zh" else english))
    steps += [WORDS["conditions"].say(say, condition=to_latex(c)) for c in given.conditions]
    if not _names_step(task):
        found = []
        for pair in task.solved.pairs:
            parts = [
                f"{s}={sp.latex(sp.radsimp(sp.simplify(v)))}"
                for s, v in zip((first, step), pair, strict=True)
                if s != sp.latex(v)
            ]
            found.append(rf"\({', '.join(parts)}\)")
        steps.append(WORDS["solved"].say(say, pairs=("；或 " if say == "zh" else "; or ").join(found)))
    if any(p[0].free_symbols | p[1].free_symbols for p in task.solved.pairs):
        steps.append(WORDS["free"].say(say))
    return steps


def _names_step(task: SequenceQuestion) -> bool:
    """Whether first term and step are simply given."""
    stated = {e.sides[0] for e in task.given.equations if not symbols(e.sides[1])}
    return {Symbol(f"{task.given.letter}_1"), Symbol(task.given.step_name())} <= stated


def _asked_steps(task: SequenceQuestion) -> list[str]:
    model, say, steps = task.model, task.language, []
    if task.target is not None:
        left, right = task.target.sides
        a, s = task.solved.pairs[0]
        formula = sp.expand(model.value(left, task.given).subs({model.first: a, model.step: s}))
        value = sp.latex(task.values[0][0])
        return [
            WORDS["count"].say(
                say, left=to_latex(left), right=to_latex(right), formula=sp.latex(formula), value=value
            )
        ]
    for number, node in enumerate(task.given.asked):
        if any(s.endswith("_oo") for s in symbols(node)):
            steps.append(WORDS["infinite"].say(say, first=sp.latex(model.first), step=sp.latex(model.step)))
        formula = model.value(node, task.given)
        value = r"\ \text{or}\ ".join(sp.latex(v[number]) for v in task.values)
        value = value.replace("or", "或") if say == "zh" else value
        if formula in (model.first, model.step) and not _names_step(task):
            continue  # already stated when the unknowns were solved for
        steps.append(
            WORDS["asked"].say(
                say,
                asked=to_latex(node).replace("oo", r"\infty"),
                formula=sp.latex(_readable(formula, node, task)),
                value=value,
            )
        )
    return steps


def _readable(formula: sp.Expr, node: Node, task: SequenceQuestion) -> sp.Expr:
    """Long geometric sums with the closed formula, where the ratio is not 1."""
    model = task.model
    sums = [s for s in symbols(node) if (task.given.meaning(s) or ("", ""))[0] == "sum"]
    if model.kind == "geometric" and model.block == 1 and isinstance(node, Symbol) and sums:
        index = (task.given.meaning(sums[0]) or ("", ""))[1]
        if index.isdigit() and int(index) > 4 and all(p[1] != 1 for p in task.solved.pairs):
            return model.first * (1 - model.step ** int(index)) / (1 - model.step)
    return (
        formula
        if n not in formula.free_symbols or model.kind == "geometric"
        else sp.collect(formula, model.step)
    )
