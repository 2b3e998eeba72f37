"""Histograms: the frequency of a class is the area of its bar. Read: one class with its bounds or its width, and two of frequency, density and size of the sample."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_CLASS: Final = r"<low>(?: ?(?:<=?) ?[a-z] ?<=? ?| ?[-–] ?| to )<high>"
_U: Final = r"(?: ?(?:kg|g|cm|mm|m|km|minutes|seconds|years|hours|s|min))?"
_OF_CLASS: Final = (
    rf"(?:(?:for|of|in) (?:the |this |that )?(?:class(?: interval)?|interval|group)(?: {_CLASS}{_U})?)"
)
_THINGS: Final = r"(?:people|students|items|values|pupils|children|plants|members|workers|runners|cars|trees|boys|girls|patients|customers|data values|observations)"
_EN: Final = {
    "opening": (r"(?:i'm |i am )?(?:stuck|working) on a (?:histogram )?(?:question|problem)(?: about histograms)?:?", r"(?:here is |the diagram shows |the histogram shows |consider )a histogram"),
    "density": (
        rf"(?:(?:in|on) (?:a|the) histogram,? )?the bar (?:for|of|over) (?:the |this )?(?:class |class interval |interval |group )?(?:{_CLASS}{_U} )?has (?:a |its )?(?:frequency density (?:of |is )?|height (?:of )?(?=[\d.]+ \(frequency density\)))<d>(?: \(frequency density\))?",
        rf"(?:a|the) histogram has a bar (?:for|over) (?:the |a )?(?:class |class interval |interval )?{_CLASS}{_U} (?:with|of) (?:a )?(?:height (?:of )?(?=[\d.]+ \(frequency density\))|frequency density (?:of )?)<d>(?: \(frequency density\))?",
        rf"(?:(?:in|on) (?:a|the) histogram,? )?the frequency density {_OF_CLASS}{_U} is <d>",
        rf"(?:(?:in|on) (?:a|the) histogram,? )?the class(?: interval)? {_CLASS}{_U} has (?:a )?frequency density (?:of )?<d>",
    ),
    "frequency": (
        rf"(?:(?:in|on) (?:a|the) histogram,? )?the class(?: interval)? {_CLASS}{_U} has (?:a )?frequency(?: of| is)? <f>",
        rf"(?:(?:in|on) (?:a|the) histogram,? )?(?:the )?frequency {_OF_CLASS} is <f>",
        rf"there are <f> {_THINGS} in the class(?: interval)? {_CLASS}{_U}",
    ),
    "ask_frequency": (
        rf"{FIND}(?:the |its )?frequency(?: {_OF_CLASS}| it represents)?",
        rf"how many {_THINGS} (?:are|fall|lie|were) in (?:that|this|the) (?:class|interval|group|class interval)",
        rf"how many {_THINGS} (?:does (?:it|this bar|the bar) represent|are there in (?:that|this|the) (?:class|interval))",
    ),
    "ask_density": (rf"{FIND}(?:the |its )?(?:frequency density|height of the bar)(?: {_OF_CLASS})?",),
}  # fmt: skip
_Z_CLASS: Final = r"(?:[\[(]<low>,<high>[)\]])"
_ZH: Final = {
    "opening": (r"(?:在)?(?:某)?(?:个)?(?:样本的)?频率分布直方图中",),
    "density": (
        rf"(?:落在)?(?:区间)?{_Z_CLASS}(?:这一?组|组)?(?:所?对应的?)?(?:的)?(?:小)?(?:矩形|长方形)的高(?:度)?(?:为|是)<d>",
        r"(?:某一?组|这一?组)?(?:的)?频率(?:/|与|:|÷)组距(?:的比)?(?:的值)?(?:为|是)<d>",
    ),
    "width": (r"(?:某一?组的?)?组距(?:为|是)<w>",),
    "sample": (r"样本容量(?:为|是)<n>", r"样本(?:共有|总数为)<n>(?:个|人)?"),
    "ask_frequency": (rf"{FIND_ZH}(?:则)?(?:该|这一?|此)组的?频数{HOW_MUCH_ZH}",),
    "ask_share": (rf"{FIND_ZH}(?:则)?(?:该|这一?|此)组的?频率{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "width": Words("The class is \\({high}-{low}={w}\\) wide.", "组距为 \\({high}-{low}={w}\\)。"),
    "area": Words("The frequency is the area of the bar: width times frequency density, \\({w}\\times {d}={f}\\).", "频率等于小矩形的面积，即组距乘高：\\({w}\\times {d}={f}\\)。"),
    "density": Words("The frequency is the area of the bar, so the frequency density is \\({f}\\div {w}={d}\\).", "频率除以组距：\\({f}\\div {w}={d}\\)。"),
    "count": Words("So the number in the class is \\({n}\\times {f}={c}\\).", "频数等于样本容量乘频率：\\({n}\\times {f}={c}\\)。"),
    "method": Words("the area of the bar was compared with the frequency", "由面积反算检验"),
}  # fmt: skip


@kind(r"频率分布直方图|组距", "zh", _ZH)
@kind(r"(?i)histogram|frequency density", "en", _EN)
def bar(exam: Exam) -> list[Task]:
    """One class."""
    say, asked = exam.language, exam.asked[0].kind
    if len(exam.asked) != 1 or len(exam.all("density", "frequency")) != 1:
        raise Unfit
    steps = list[str]()
    bounds = {(s.number("low"), s.number("high")) for s in exam.said if "low" in s.values}
    if exam.has("w") == bool(bounds) or len(bounds) > 1:
        raise Unfit
    if bounds:
        ((low, high),) = bounds
        width = high - low
        steps.append(
            _WORDS["width"].say(say, high=exact_latex(high), low=exact_latex(low), w=exact_latex(width))
        )
    else:
        width = exam.number("w")
    if width <= 0:
        raise Unfit
    if asked == "ask_density":
        f = exam.number("f")
        steps.append(
            _WORDS["density"].say(say, f=exact_latex(f), w=exact_latex(width), d=exact_latex(f / width))
        )
        return [
            task(
                exam,
                steps,
                (f"frequency, width = {exact_source(f)}, {exact_source(width)}", "S(frequency) / width"),
                (f"answer * {exact_source(width)} == {exact_source(f)}",),
                _WORDS["method"],
            )
        ]
    d = exam.number("d")
    value = width * d
    steps.append(_WORDS["area"].say(say, w=exact_latex(width), d=exact_latex(d), f=exact_latex(value)))
    lines = [f"width, density = {exact_source(width)}, {exact_source(d)}"]
    whole = sp.Integer(1)
    if asked == "ask_frequency" and say == "zh":
        whole = exam.number("n")
        if value > 1:
            raise Unfit
        steps.append(
            _WORDS["count"].say(say, n=exact_latex(whole), f=exact_latex(value), c=exact_latex(value * whole))
        )
    if asked == "ask_frequency" and not (value * whole).is_Integer:
        raise Unfit
    lines.append("S(width) * density" + (f" * {exact_source(whole)}" if whole != 1 else ""))
    tests = (f"S(answer) / {exact_source(whole * width)} == {exact_source(d)}",)
    return [task(exam, steps, lines, tests, _WORDS["method"])]
