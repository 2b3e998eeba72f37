"""Draws without replacement until the first of a kind comes: how many draws, on average, or with which probability.

Read: balls of two colours in one bag, drawn one by one until one of a named colour comes. Not: draws that go back, the second of a kind, three colours.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import eq, ge, gt, le, lt
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_C: Final = "[红白黑黄蓝绿]色?|次品|正品|合格品|不合格品"
_X: Final = r"[XYξη]"
_ZH: Final = {
    "bag": (
        rf"(?:已知)?(?:一个?)?(?:不透明的?)?(?:口袋|袋子|布袋|盒子|盒|箱子|袋|箱)(?:中|里|内)?(?:装)?(?:有|共有)(?:(?:大小|形状|质地)(?:,|和|与|及)?)*(?:完全)?(?:均)?(?:相同|一样)?的?(?P<n>\d)(?:个|只|件)(?P<a>{_C})球?(?:和|与|,|及)(?P<m>\d)(?:个|只|件)(?P<b>{_C})球?",
    ),
    "draws": (
        r"(?:现|若|现在)?(?:从中)?每次(?:从中)?(?:随机|任意|任)?(?:地)?(?:取|摸|抽)(?:取|出)?(?:一|1)(?:个|只|件)?球?,?(?:取|摸|抽)?(?:出)?(?:后)?(?:均)?不(?:再)?放回(?:去)?",
        r"(?:现|若|现在)?(?:从中)?(?:不放回地?)(?:每次)?(?:随机|任意|依次|逐个)?(?:取|摸|抽)(?:取|出)?(?:一|1)?(?:个|只|件)?球?",
        r"(?:现|若|现在)?(?:从中)?(?:随机|任意)?(?:依次|逐个|一个一个地)(?:不放回地?)(?:取|摸|抽)(?:取|出)?球?",
    ),
    "until": (rf"(?:直到|直至)(?:第一次|首次)?(?:取|摸|抽)(?:到|出)(?:一个)?(?P<c>{_C})球?(?:为止|时?(?:停止|结束|即停止|就停止))?(?:取球|摸球)?", r"(?:就)?停止(?:取球|摸球)"),
    "name": (rf"(?:设|记|用)?(?:取|摸|抽)(?:取|出)?球?(?:的)?(?:次数|个数)(?:为|记为|是)(?P<x>{_X})", rf"(?:设|记|用)?(?P<x>{_X})表示(?:取|摸|抽)(?:取|出)?球?的?次数"),
    "ask_mean": (rf"{FIND_ZH}(?:随机变量)?{_X}的(?:数学)?(?:期望|均值)(?:E\(?{_X}\)?)?{HOW_MUCH_ZH}", rf"{FIND_ZH}(?:数学)?(?:期望)?E ?[(\[]?{_X}[)\]]?{HOW_MUCH_ZH}(?:=)?", rf"{FIND_ZH}(?:取|摸|抽)球次数的(?:数学)?(?:期望|均值){HOW_MUCH_ZH}"),
    "ask_chance": (rf"{FIND_ZH}(?:概率)?P\({_X}(?P<sign><=|>=|<|>|=)(?P<k>\d)\)(?:的值)?{HOW_MUCH_ZH}(?:=)?",),
}  # fmt: skip
_B: Final = r"(?:balls?|counters?|marbles?|beads?|discs?|chips?|tokens?)"
_K: Final = r"(?:red|white|black|blue|green|yellow)"
_EN: Final = {
    "bag": (rf"(?:a|an|the) (?:bag|box|urn|jar) (?:contains|has|holds) (?P<n>\d) (?P<a>{_K})(?: {_B})? and (?P<m>\d) (?P<b>{_K}) {_B}", rf"there are (?P<n>\d) (?P<a>{_K})(?: {_B})? and (?P<m>\d) (?P<b>{_K}) {_B} in (?:a|the) (?:bag|box|urn|jar)"),
    "draws": (
        rf"{_B} are (?:drawn|taken|removed|picked|selected)(?: out)?(?: of (?:it|the bag|the box))?(?: at random)?(?:,? one (?:by one|at a time|after another))?(?: at random)?(?: from (?:it|the bag|the box))?,? (?:and )?without (?:being replaced|replacement),? ?(?:until (?:the first|a|one) (?P<c>{_K})(?: (?:ball|one|counter|marble|bead|disc))? (?:is drawn|appears|is obtained|comes|is taken|is picked|is removed))?",
    ),
    "name": (rf"(?:let )?(?:the )?(?:random variable )?(?P<x>{_X}) (?:be|is|denotes?|represents?) the (?:total )?number of (?:draws?|{_B} (?:drawn|taken|removed))(?: (?:made|needed|required))?", rf"the (?:total )?number of (?:draws?|{_B} (?:drawn|taken)) is (?:denoted by )?(?P<x>{_X})"),
    "ask_mean": (rf"{FIND}(?:the )?(?:expected value|expectation|mean)(?: of)? {_X}", rf"{FIND}E ?[(\[] ?{_X} ?[)\]]", rf"{FIND}(?:the )?(?:expected|mean) number of (?:draws|{_B} drawn)"),
    "ask_chance": (rf"{FIND}(?:the probability )?P ?\( ?{_X} ?(?P<sign><=|>=|<|>|=) ?(?P<k>\d) ?\)",),
}  # fmt: skip
_WORDS: Final = {
    "chances": Words("The first \\({a}\\) comes at draw \\(k\\) if the \\(k-1\\) draws before it are all of the other kind: \\[{list}\\]", "第 \\(k\\) 次才取到，说明前 \\(k-1\\) 次都是另一种：\\[{list}\\]"),
    "mean": Words("The expected value is \\(E({x})={sum}={value}\\).", "期望 \\(E({x})={sum}={value}\\)。"),
    "sum": Words("Those that count add up to \\({value}\\).", "符合条件的概率之和为 \\({value}\\)。"),
    "code": Words("the other kind k − 1 times, then the first", "前 k−1 次都取到另一种"),
    "method": Words("every order of the balls was written down, and the first place counted in each", "列出所有球的排列，数出每种排列中首次出现的位置"),
}  # fmt: skip

_HOLDS: Final[dict[str, Callable[[int, int], bool]]] = {"==": eq, "<": lt, "<=": le, ">": gt, ">=": ge}


@kind(r"直[到至]", "zh", _ZH)
@kind(r"(?i)\buntil\b", "en", _EN)
def first(exam: Exam) -> list[Task]:
    """One bag, two kinds."""
    bag = exam.one("bag").values
    exam.one("draws")
    n, m = int(bag["n"]), int(bag["m"])
    kinds = {_kind(bag["a"]): n, _kind(bag["b"]): m}
    wanted = _kind(exam.place("c").values["c"])
    if len(kinds) != 2 or wanted not in kinds or min(n, m) < 1 or n + m > 9:
        raise Unfit
    good, say = kinds[wanted], exam.language
    total, bad = n + m, n + m - good
    names = {s.values["x"] for s in exam.said if "x" in s.values}
    if len(names) > 1:
        raise Unfit
    x = (names or {"X"}).pop()
    shown_x = {"ξ": r"\xi", "η": r"\eta"}.get(x, x)
    law = {
        k: sp.ff(bad, k - 1) / sp.ff(total, k - 1) * sp.Rational(good, total - k + 1)
        for k in range(1, bad + 2)
    }
    listed = r",\ ".join(f"P({shown_x}={k})={exact_latex(p)}" for k, p in law.items())
    base = _WORDS["chances"].say(
        say, a=rf"\text{{{wanted}}}" if say == "en" else r"\text{" + wanted + "}", list=listed
    )
    lines = [
        f"total, good = {total}, {good}",
        comment(_WORDS["code"].say(say)),
        "law = {k: ff(total - good, k - 1) / ff(total, k - 1) * Rational(good, total - k + 1) for k in range(1, total - good + 2)}",
    ]
    places = f"places = [1 + min(c) for c in combinations(range({total}), {good})]"
    tasks = list[Task]()
    for asked in exam.asked:
        if asked.kind == "ask_mean":
            value = sum(k * p for k, p in law.items())
            terms = "+".join(rf"{k}\times{exact_latex(p)}" for k, p in law.items())
            steps = [base, _WORDS["mean"].say(say, x=shown_x, sum=terms, value=exact_latex(value))]
            end, test = "sum(k * p for k, p in law.items())", "answer == Rational(sum(places), len(places))"
        else:
            sign, k0 = asked.values["sign"], int(asked.values["k"])
            if not 1 <= k0 <= bad + 1:
                raise Unfit
            sign = "==" if sign == "=" else sign
            value = sum((p for k, p in law.items() if _HOLDS[sign](k, k0)), sp.S.Zero)
            steps = [base, _WORDS["sum"].say(say, value=exact_latex(value))]
            end = f"sum(p for k, p in law.items() if k {sign} {k0})"
            test = f"answer == Rational(len([k for k in places if k {sign} {k0}]), len(places))"
        tasks.append(
            task(
                exam,
                steps,
                (*lines, end),
                ("from itertools import combinations", places, test),
                _WORDS["method"],
            )
        )
    return tasks


def _kind(written: str) -> str:
    return written.lower().removesuffix("色")
