"""Percentiles and quartiles of data that are listed, as Chinese schools define them: the i-th of the ordered data, i = n·p%, rounded up.

Read: data between commas, the percentile as a number, or the upper or lower quartile. Not: English questions, whose schools have several definitions; grouped data.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task
from solver.topics.rationals import terminating_decimal

_NUMBER: Final = r"-?\d+(?:\.\d+)?"
_LEAD: Final = r"(?:(?:已知|现有|某|设|有|从|将)?(?:(?!百分|均|方差|去掉|增加|每|缺)[^,，。;:：]){0,26}?(?:,单位:[一-鿿a-zA-Z]{1,4},)?)"
_ARE: Final = r"(?:数据)?(?:如下|分别(?:为|是)?|依次(?:为|是)|为|是|从小到大(?:的顺序)?(?:排列|排序)(?:如下|为|是|依次为)?|按从小到大(?:的顺序)?(?:排列|排序)(?:如下|为|是|依次为|后得)?)?[:：]?"
_WHICH: Final = (
    r"第<p>(?:百分位数|%分位数)|(?P<upper>上四分位数|第三四分位数)|(?P<lower>下四分位数|第一四分位数)"
)
_OF: Final = r"(?:这组|该组|这些|上述|此组|样本|以上|该|这)?(?:样本)?(?:数据|成绩)?(?:组)?(?:数据)?的?"
_ZH: Final = {
    "data": (rf"{_LEAD}{_ARE}(?P<data>{_NUMBER}(?:[,，]{_NUMBER}){{3,40}})(?:[一-鿿a-z]{{1,3}})?",),
    "sample": (r"从[^,，。;\d]{1,14}(?:抽取|选取|抽查|调查)了?<n>[名个人位件只株棵][一-鿿]{0,3}",),
    "ask": (
        rf"(?:则|求|那么|试求|计算)?{_OF}(?:{_WHICH})(?:是|为|等于)?(?:多少)?",
        rf"(?:则|求|那么|试求|计算)?(?:{_WHICH})(?:是|为|等于)?(?:多少)?",
    ),
}  # fmt: skip
_WORDS: Final = {
    "order": Words("In order: {data}.", "从小到大排列：{data}。"),
    "place": Words("\\(i={n}\\times {p}\\%={i}\\).", "\\(i={n}\\times {p}\\%={i}\\)。"),
    "whole": Words("It is whole: take the mean of the numbers {i} and {j}: \\(\\frac{{{one}+{other}}}{{2}}={value}\\).", "是整数，取第 {i} 个与第 {j} 个数的平均数：\\(\\frac{{{one}+{other}}}{{2}}={value}\\)。"),
    "part": Words("It is not whole: take number {j}, which is \\({value}\\).", "不是整数，取第 {j} 个数，即 \\({value}\\)。"),
    "method": Words("it was counted how many of the data are at most, and at least, the answer", "数出不大于、不小于该数的数据个数来验证"),
}  # fmt: skip


@kind("分位数", "zh", _ZH)
def percentile(exam: Exam) -> list[Task]:
    """One list; each percentile that is asked for."""
    told = exam.one("data")
    data = sorted(sp.Rational(v) for v in re.findall(_NUMBER, told.values["data"]))
    if any(sample.number("n") != len(data) for sample in exam.all("sample")):
        raise Unfit
    return [_task(exam, data, _part(asked.values)) for asked in exam.asked]


def _part(values: object) -> sp.Rational:
    assert isinstance(values, dict)
    p = sp.Integer(75 if values.get("upper") else 25 if values.get("lower") else sp.Rational(values["p"]))
    if not 0 < p < 100:
        raise Unfit
    return p


def _task(exam: Exam, data: list[sp.Rational], p: sp.Rational) -> Task:
    say, n = exam.language, len(data)
    i = n * p / 100
    steps = [
        _WORDS["order"].say(say, data=", ".join(f"\\({_shown(v)}\\)" for v in data)),
        _WORDS["place"].say(say, n=n, p=exact_latex(p), i=_shown(i)),
    ]
    if i.is_integer:
        one, other = data[int(i) - 1], data[int(i)]
        value = (one + other) / 2
        steps.append(_WORDS["whole"].say(say, i=i, j=i + 1, one=_shown(one), other=_shown(other), value=_shown(value)))  # fmt: skip
        last = f"(data[{int(i)} - 1] + data[{int(i)}]) / 2"
        test = "2*answer == max(data[:k]) + min(data[k:])"
    else:
        place = int(sp.ceiling(i))
        value = data[place - 1]
        steps.append(_WORDS["part"].say(say, j=place, value=_shown(value)))
        last = f"data[{place} - 1]"
        test = f"answer in data and 100*sum(v <= answer for v in data) >= {p}*len(data) and 100*sum(v >= answer for v in data) >= (100 - {p})*len(data)"
    lines = (f"data = sorted({exact_source(data)})", last)
    tests = (f"data, k = sorted({exact_source(data)}), {int(i)}", test)
    return task(exam, steps, lines, tests, _WORDS["method"], shown=lambda v: _shown(sp.Rational(v)))


def _shown(value: sp.Rational) -> str:
    return terminating_decimal(value) or exact_latex(value)
