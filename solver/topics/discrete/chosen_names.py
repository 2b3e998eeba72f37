"""Some of several named people are chosen at random: how likely it is that one of them, or just these, are among them. Chinese.

Not read: an order, posts, "at least one of them".
"""

from __future__ import annotations

import re
from math import comb
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.reader.numerals import chinese_value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

WORDS: Final = {
    "all": Words("Every choice of \\({k}\\) of the \\({n}\\) is equally likely; there are \\(\\binom{{{n}}}{{{k}}}={all}\\).", "从 \\({n}\\) 人中选 \\({k}\\) 人，共有 \\(C_{{{n}}}^{{{k}}}={all}\\) 种等可能的结果。"),
    "in": Words("With {who} chosen, \\({less}\\) of the other \\({rest}\\) are left to choose: \\(\\binom{{{rest}}}{{{less}}}={good}\\).", "{who}被选中时，再从其余 \\({rest}\\) 人中选 \\({less}\\) 人，有 \\(C_{{{rest}}}^{{{less}}}={good}\\) 种。"),
    "out": Words("Without {who}, all \\({k}\\) are of the other \\({rest}\\): \\(\\binom{{{rest}}}{{{k}}}={good}\\).", "{who}没有被选中时，\\({k}\\) 人都从其余 \\({rest}\\) 人中选，有 \\(C_{{{rest}}}^{{{k}}}={good}\\) 种。"),
    "ratio": Words("So the probability is \\[\\frac{{{good}}}{{{all}}}{short}\\]", "所以概率为 \\[\\frac{{{good}}}{{{all}}}{short}\\]"),
    "code": Words("choices that fit, out of all", "符合条件的选法数除以总数"),
    "answer": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "method": Words("all choices were listed and counted", "把所有选法一一列出来数"),
}  # fmt: skip
_NAME: Final = "[甲乙丙丁戊己]"
_ZH: Final = re.compile(
    rf"(?:现)?(?:要)?从(?P<names>{_NAME}(?:[、,和与]?{_NAME}){{1,5}})(?:这)?(?:(?P<n>[\d三四五六])(?:名|个|位)?(?:人|同学|学生|选手|运动员|志愿者)?)?中,?(?:随机|任意|任)?(?:选出?|抽取|选取|选派|抽调|挑选|抽出?)(?P<k>[\d一二两三四])(?:名|人|个|位)(?:人|同学|学生|选手|运动员|代表|志愿者)?(?:去|来)?(?:(?:参加|担任|作为|做|当)[^,。和与及各分正副]{{1,10}})?,"
    rf"(?:求|则|那么)?(?:(?P<who>{_NAME}(?:[、和与]?{_NAME})?)(?:两人|两名同学|二人)?(?P<how>(?:同时|都|恰好|均|恰)?(?:被|能)?(?:选中|选到|抽中|抽到|选上|当选|入选|选为代表)|(?:没有?|不)被?(?:选中|选到|抽中|抽到|选上)|未被?(?:选中|选到|抽中))|恰好?(?:选中|选到|抽到|抽中|是)(?P<just>{_NAME}[、和与]?{_NAME})(?:两人|两名同学|二人)?)的?(?:概率|可能性)(?:是|为)?(?:多少|几分之几)?"
)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else chinese_value(word) or 0


def read(text: Text) -> Reading:
    """Who is to be chosen."""
    if text.language != "zh" or len(text.source) > 160:
        return None
    plain = re.sub(r"[\s$]", "", text.source).replace("，", ",").rstrip("?。.")
    match = _ZH.fullmatch(plain)
    if match is None:
        return None
    names = re.findall(_NAME, match["names"])
    k = _count(match["k"])
    told = match["n"]
    n = len(names)
    if len(set(names)) != n or told and _count(told) != n or not 1 <= k < n:
        return None
    who = re.findall(_NAME, match["who"] or match["just"])
    out = bool(match["how"]) and bool(re.search("没|不|未", match["how"]))
    if (
        len(set(who)) != len(who)
        or not set(who) <= set(names)
        or len(who) > k
        or match["just"]
        and len(who) != k
    ):
        return None
    if len(who) == 2 and (out or not match["just"] and not re.search("同时|都|均|恰", match["how"])):
        return None
    return _task(n, k, who, names, out, text)


def _task(n: int, k: int, who: list[str], names: list[str], out: bool, text: Text) -> Prepared:
    say, rest = text.language, n - len(who)
    all_, good = comb(n, k), comb(rest, k) if out else comb(rest, k - len(who))
    value = sp.Rational(good, all_)
    short = exact_latex(value)
    said = "、".join(who)
    equals = "" if short == f"\\frac{{{good}}}{{{all_}}}" else f"={short}"
    steps = (
        WORDS["all"].say(say, n=n, k=k, all=all_),
        WORDS["out" if out else "in"].say(say, who=said, less=k - len(who), rest=rest, k=k, good=good),
        WORDS["ratio"].say(say, good=good, all=all_, short=equals),
    )
    source = cell(
        comment(WORDS["code"].say(say)), f"binomial({rest}, {k if out else k - len(who)})/binomial({n}, {k})"
    )
    places = [names.index(w) for w in who]
    test = f"{places[0]} not in c" if out else f"set({places}) <= set(c)"
    tests = (
        "from itertools import combinations",
        f"choices = list(combinations(range({n}), {k}))",
        f"Rational(sum(1 for c in choices if {test}), len(choices)) == answer",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], sentence=WORDS["answer"])
